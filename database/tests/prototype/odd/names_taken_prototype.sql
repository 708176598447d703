-- refused: in the way: the table public.posts_url
-- The same beside a prototype: without our index, two posts could have one address.
create table posts_url (id int);
