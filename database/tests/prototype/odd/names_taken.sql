-- refused: in the way: the function public.match_person_to_personas, the table public.persons_company, the table public.posts_url
-- variant: supabase_only
-- Relations of the user's own that bear the names of indexes of ours, and a function that would hide one.
create table posts_url (id int);
create table persons_company (id int);
create function match_person_to_personas(person integer) returns void language sql as 'select';
