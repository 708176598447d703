-- Values of the columns of 01d. The two words for notable contradict each other on persons 1 and 3, and the three
-- flags of enrichment on persons 3 and 5.
update persons
set is_notable = false, has_been_enriched = true, needs_enrichment = false, enrichment_status = 'completed',
  last_enrichment_attempt = '2025-02-01 10:00+00', enrichment_source = 'apify',
  enrichment_data = '{"publicIdentifier": "ada-example-fict", "email": "ada@example.com", "quote": "\"hi\""}',
  linkedin_profile_url = 'https://www.linkedin.com/in/ada-example-fict/'
where id = 1;

update persons set is_notable = true, has_been_enriched = true, needs_enrichment = true, enrichment_status = 'failed', enrichment_source = 'manual' where id = 3;
update persons set enrichment_status = 'completed', has_been_enriched = false, needs_enrichment = null where id = 5;
update persons set enrichment_status = 'in_progress', last_enrichment_attempt = '2025-03-17 09:00+00', enrichment_data = '[]' where id = 6;

-- The address that tells who stands behind an opaque id: the second Ada is the first, Erin is nobody else here.
update persons set linkedin_profile_url = 'https://www.linkedin.com/in/ada-example-fict' where id = 2;
update persons set linkedin_profile_url = 'https://www.linkedin.com/in/erin-placeholder-fict' where id = 7;
update persons set linkedin_profile_url = '', enrichment_status = '' where id = 8;
