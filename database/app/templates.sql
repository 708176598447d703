-- What a new tenant starts with: strategy templates to choose from, and sample personas to edit or delete.  Both are
-- given once; what a team deletes stays deleted.  Benchmarks are starting values to be replaced by a team's own results,
-- as shares of impressions or of engagers, or in the currency of the tenant.

create view app.strategy_templates with (security_invoker = true) as
  select * from (values
    ('Thought leadership', 'Own one point of view in the market: an executive or expert says, week after week, what others do not.',
      'awareness', 'brand_awareness', '{director,vp,cxo,partner,owner}', '{}',
      '{industry point of view,lessons learned,contrarian takes,research findings}', '{"text": 40, "carousel": 30, "video": 20, "article": 10}',
      3, '{Tue 08:00,Wed 12:00,Thu 08:00}', 'engagement_rate', '{comments by target accounts,follower growth among personas,inbound mentions}',
      0.02, 0.05, 500, 3000, 12, '{author profile,editorial calendar,two recorded conversations a month}',
      '{"Everybody says X. We measured Y. Here is what follows.","Three things I got wrong about {topic}."}',
      '{"A monthly carousel that takes one number of the industry apart."}'),
    ('Brand awareness', 'Be recognised by every member of the buying committee before the first sales call.',
      'awareness', 'brand_awareness', '{manager,director,vp,cxo}', '{}',
      '{brand story,customer faces,what we stand for,product in one picture}', '{"video": 50, "image": 30, "carousel": 20}',
      4, '{Mon 09:00,Wed 09:00,Fri 11:00}', 'impressions', '{reach within personas,frequency,share of engagers who are targets}',
      10000, 100000, 2000, 15000, 8, '{brand film,image set,two headline variants}',
      '{"This is {customer}. This is their Monday before and after."}', '{"Six-second film, one message, one face."}'),
    ('Product education', 'Show practitioners how the work gets done: short, concrete, repeatable.',
      'engagement', 'engagement', '{individual,senior,manager}', '{engineering,information_technology,product_management,operations}',
      '{how-to,before and after,teardown,tips}', '{"carousel": 40, "video": 40, "document": 20}',
      3, '{Tue 10:00,Thu 15:00}', 'engagement_rate', '{saves and shares,comments with questions,documentation visits}',
      0.025, 0.06, 500, 4000, 10, '{screen recordings,checklists}',
      '{"How to {job} in four steps, with the template."}', '{"A carousel that rebuilds a well-known page from scratch."}'),
    ('Customer proof', 'Let customers say it: results with names, numbers and what went wrong on the way.',
      'conversion', 'lead_generation', '{director,vp,cxo,owner}', '{}',
      '{case studies,results in numbers,customer interviews,peer quotes}', '{"carousel": 35, "video": 35, "document": 20, "image": 10}',
      2, '{Tue 09:00,Thu 09:00}', 'click_through_rate', '{case study downloads,meetings from target accounts}',
      0.005, 0.012, 1500, 10000, 8, '{three approved case studies,customer quotes,landing page}',
      '{"{customer} cut {metric} by {number}. The part that nearly failed:"}', '{"Two-minute interview with a customer''s head of operations."}'),
    ('Lead generation with a document', 'Give a document worth an e-mail address, and ask for no more than that.',
      'conversion', 'lead_generation', '{manager,director,vp}', '{marketing,sales,finance,human_resources,purchasing}',
      '{benchmark report,template,calculator,guide}', '{"document": 60, "image": 25, "video": 15}',
      2, '{Tue 11:00,Wed 14:00}', 'cost_per_click', '{leads within personas,cost of a lead,lead to meeting rate}',
      3, 9, 3000, 20000, 6, '{document,lead form,follow-up e-mail}',
      '{"We asked {number} {people} about {topic}. Page 7 surprised us."}', '{"Salary benchmark for one role in one region."}'),
    ('Event and webinar', 'Fill one room, real or virtual, with the right people, and keep talking to those who could not come.',
      'conversion', 'website_conversions', '{senior,manager,director,vp}', '{}',
      '{speakers,agenda,what you will be able to do,recording}', '{"event": 30, "video": 30, "image": 25, "text": 15}',
      4, '{Mon 10:00,Wed 10:00,Thu 16:00}', 'click_through_rate', '{registrations within personas,attendance,recording views}',
      0.004, 0.01, 1000, 8000, 5, '{landing page,speaker clips,reminder series}',
      '{"On {date}, {speaker} takes {topic} apart. Bring your own example."}', '{"Forty minutes, one problem, no slides."}'),
    ('Account-based focus', 'Speak to a short list of companies only, in words that they recognise as theirs.',
      'engagement', 'engagement', '{director,vp,cxo,partner,owner}', '{}',
      '{industry news,account-specific insight,peer comparison,executive notes}', '{"text": 35, "document": 35, "video": 30}',
      2, '{Tue 08:30,Thu 08:30}', 'targeting_accuracy', '{accounts with two personas engaged,meetings from the list}',
      0.4, 0.7, 2000, 12000, 12, '{account list,one insight for each segment,executive sponsor}',
      '{"What {industry} leaders changed this quarter, and the two who did not."}', '{"A note to twelve finance directors, sent as a public post."}'),
    ('Employer brand', 'Show what the work is like, told by those who do it.',
      'awareness', 'job_applicants', '{entry,individual,senior}', '{}',
      '{people,craft,behind the scenes,open roles}', '{"video": 40, "image": 35, "text": 25}',
      3, '{Tue 12:00,Thu 17:00}', 'engagements', '{applicants from posts,followers within personas,employee shares}',
      200, 2000, 300, 3000, 10, '{employee consent,photo day,role pages}',
      '{"{first name} rebuilt {thing} in six weeks. Here is the sketchbook."}', '{"A day in the render farm."}'),
    ('Community conversation', 'Ask, answer and connect, so that people talk to each other and not only to you.',
      'engagement', 'engagement', '{individual,senior,manager,director}', '{}',
      '{questions,polls,member spotlights,roundups}', '{"poll": 30, "text": 45, "image": 25}',
      4, '{Mon 12:00,Wed 12:00,Fri 12:00}', 'comments', '{comments per post,returning commenters,threads between members}',
      10, 60, 200, 1500, 8, '{moderator,list of people to invite}',
      '{"Which of these would you give up first? Option four is harder than it looks."}', '{"A weekly question with last week''s best answer on top."}'),
    ('Customer retention', 'Keep customers proud of their choice and aware of what they do not use yet.',
      'retention', 'engagement', '{}', '{customer_success_and_support,operations,information_technology}',
      '{release notes in plain words,customer of the month,advanced use,roadmap}', '{"video": 35, "carousel": 35, "text": 30}',
      2, '{Tue 14:00,Thu 14:00}', 'engagement_rate', '{engagement by existing customers,use of new features,referrals}',
      0.03, 0.07, 300, 2500, 12, '{customer list as segment,release calendar}',
      '{"New this month, and who asked for it:"}', '{"A customer shows the shortcut that their team invented."}')
  ) t(name, description, type, objective, audience_seniorities, audience_functions, content_themes, content_mix, posts_per_week, best_times,
    primary_kpi, success_metrics, benchmark_low, benchmark_high, budget_min, budget_max, duration_weeks, required_assets, post_templates, examples);
comment on view app.strategy_templates is 'The strategy templates that a new tenant is given.';

create view app.sample_personas with (security_invoker = true) as
  select * from (values
    ('Marketing leaders', 'Own budget and brand: heads of marketing, CMOs, marketing directors.', '#b8442e', 0.60,
      '{"function": {"any": ["marketing"], "weight": 3}, "seniority": {"any": ["director", "vp", "cxo", "owner", "partner"], "weight": 3, "mode": "required"},
        "title": {"include": ["marketing", "brand", "growth", "cmo"], "exclude": ["student", "recruiter"], "weight": 2}}'),
    ('Creative and design leaders', 'Decide on style and studio: creative, art and design directors.', '#7a4fb5', 0.60,
      '{"function": {"any": ["arts_and_design"], "weight": 3, "mode": "required"}, "seniority": {"any": ["senior", "manager", "director", "vp", "cxo", "partner", "owner"], "weight": 2},
        "title": {"include": ["creative director", "art director", "design director", "head of design", "creative lead", "design lead", "creative", "diretor de arte", "direttore creativo", "directeur artistique"], "exclude": ["student", "intern"], "weight": 2}}'),
    ('Motion and visual designers', 'Do the work and recommend tools and partners.', '#2f7d6d', 0.60,
      '{"function": {"any": ["arts_and_design", "media_and_communication"], "weight": 2, "mode": "required"},
        "title": {"include": ["motion", "animator", "animation", "visual designer", "3d", "illustrator", "designer", "vfx"], "weight": 3}}'),
    ('Founders and owners', 'Sign themselves: founders, owners, partners and chief executives.', '#c08a1e', 0.70,
      '{"seniority": {"any": ["owner", "partner", "cxo"], "weight": 3, "mode": "required"},
        "title": {"include": ["founder", "co founder", "cofounder", "owner", "ceo", "chief executive", "managing director", "partner", "geschäftsführer", "inhaber", "gründer", "fondateur", "fundador", "fondatore"], "weight": 2}}'),
    ('Technology leaders', 'Answer for systems and delivery: CTOs, engineering and IT directors.', '#3b6fb6', 0.60,
      '{"function": {"any": ["engineering", "information_technology"], "weight": 3, "mode": "required"}, "seniority": {"any": ["manager", "director", "vp", "cxo"], "weight": 3},
        "title": {"include": ["cto", "cio", "engineering", "technology", "it", "software", "platform", "security"], "exclude": ["recruiter"], "weight": 1}}'),
    ('Product people', 'Decide what is built next: product managers and product leaders.', '#5c7a2e', 0.60,
      '{"function": {"any": ["product_management"], "weight": 3, "mode": "required"}, "title": {"include": ["product"], "exclude": ["product designer", "production"], "weight": 2}}'),
    ('Engaged fans', 'Whoever engages again and again, whatever their title. Inactive at first: a persona that asks for engagement makes every import match again.', '#8a3f68', 0.60,
      '{"engagement": {"min_score": 8, "window_days": 3650, "weight": 1}}')
  ) p(name, description, colour, threshold, criteria);
comment on view app.sample_personas is 'The sample personas that a new tenant is given.';

create function app.seed_tenant(tenant uuid) returns void
language sql volatile as $$
  insert into public.campaign_strategies (tenant_id, name, description, type, objective, audience_seniorities, audience_functions, content_themes,
    content_mix, posts_per_week, best_times, primary_kpi, success_metrics, benchmark_low, benchmark_high, benchmark_source, budget_min, budget_max,
    currency, duration_weeks, required_assets, post_templates, examples, is_template)
  select tenant, s.name, s.description, s.type::public.strategy_type, s.objective::public.campaign_objective,
    s.audience_seniorities::public.seniority[], s.audience_functions::public.job_function[], s.content_themes::text[], s.content_mix::jsonb,
    s.posts_per_week, s.best_times::text[], s.primary_kpi::public.kpi, s.success_metrics::text[], s.benchmark_low, s.benchmark_high,
    'starting value of the template', s.budget_min, s.budget_max, t.currency, s.duration_weeks, s.required_assets::text[], s.post_templates::text[],
    s.examples::text[], true
  from app.strategy_templates s
  join public.tenants t on t.id = tenant and t.seeded_at is null
  order by s.name
  on conflict do nothing;
  insert into public.personas (tenant_id, name, description, colour, threshold, criteria, created_by, is_active)
  select tenant, name, description, colour, threshold, criteria::jsonb, 'sample', not criteria::jsonb ? 'engagement' from app.sample_personas
  where exists (select from public.tenants where id = tenant and seeded_at is null)
    -- Whoever brings personas of their own is not given others.
    and not exists (select from public.personas p where p.tenant_id = tenant)
  order by name
  on conflict do nothing;
  update public.tenants set seeded_at = now() where id = tenant;
$$;
comment on function app.seed_tenant is 'Gives a tenant the strategy templates and the sample personas, once.';
