//! A team that has something of everything that pages show, and all the pages of it.

use std::collections::BTreeMap;

use rapport::cli::bench::pages::{kind, onward};

use super::{PEOPLE, Story, imports::drop_file};
use crate::{
    support::{browser::Browser, files::reactions},
    webhooks::stand::{POST, Reply},
};

impl Story {
    /// Something of everything that pages show.
    pub(super) async fn fill(&mut self) {
        self.run(PEOPLE).await;
        self.run(REST).await;
        self.run("select app.keep_up()").await;
        let view = [("list", "people"), ("query", "since=30"), ("name", "Who engaged"), ("everybody", "yes")];
        assert_eq!(self.browser.post("/saved-views", &view).await.status, 303);
        self.report_of_all("Of all campaigns").await;
        let (text, _) = reactions(120, 60, 9);
        let path = drop_file(&mut self.browser, "reactions.csv", &text).await;
        self.say(&["job", "run"]);
        let said = [("act", "import"), ("post_url", POST), ("campaign", "Spring")];
        assert_eq!(self.browser.post(&path, &said).await.status, 303);
        self.say(&["job", "run"]);
        drop_file(&mut self.browser, "more.csv", &text).await;
        self.say(&["job", "run"]);
    }

    /// A report of all campaigns that names people, by its path.
    pub(super) async fn report_of_all(&mut self, title: &str) -> String {
        let mut fields = vec![("title", title.to_owned()), ("good_for", "30".to_owned())];
        for (field, sql) in [
            ("campaign", "select id::text from campaigns"),
            ("persona", "select id::text from personas where is_active"),
        ] {
            fields.extend(self.owner.query(sql, &[]).await.unwrap().iter().map(|row| (field, row.get(0))));
        }
        fields.extend([("names_people", "yes".to_owned()), ("recommends", "yes".to_owned())]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let reply = self.browser.post("/reports", &fields).await;
        assert_eq!(reply.status, 200, "{}", reply.whole);
        let link = reply.body().split_once("data-copy=\"").unwrap().1.split('"').next().unwrap().to_owned();
        link.split_once(&self.server.address.to_string()).unwrap().1.to_owned()
    }

    /// Those who see less than the owner, each with the pages to which links lead them: a viewer, and a client of one campaign.
    pub(super) async fn others(&self) -> [(&'static str, Vec<String>); 2] {
        let mut viewer = self.sign_in("vic@mail.example", &["--role", "viewer"]).await;
        let campaign: String =
            self.owner.query_one("select name from campaigns order by id limit 1", &[]).await.unwrap().get(0);
        let mut client =
            self.sign_in("cleo@mail.example", &["--role", "client", &format!("--campaign={campaign}")]).await;
        let [viewers, clients] = [all_pages(&mut viewer).await, all_pages(&mut client).await];
        assert!(viewers.len() > 30 && clients.len() > 2 && clients.len() < viewers.len(), "{viewers:?} {clients:?}");
        [("vic@mail.example", viewers), ("cleo@mail.example", clients)]
    }
}

/// What is not in the story of sixty people.
const REST: &str = "
    update personas set description = 'Those who make', criteria = '{\"title\": {\"include\": [\"Title 1\"], \"weight\": 60}}' where name = 'Makers';
    insert into companies (name, domain, industry_code) select 'Company ' || n, 'company' || n || '.example', null from generate_series(1, 3) n;
    update persons set company_id = (select min(id) from companies), current_title = 'Title', location = 'Town', notes = 'A note', linkedin_url = 'https://www.linkedin.com/in/p' || id, email = 'p' || id || '@mail.example' where id % 5 = 0;
    with g as (insert into campaign_groups (name, client_name, budget, currency) values ('Season', 'A client', 5000, 'EUR') returning id)
    update campaigns set campaign_group_id = g.id from g where campaigns.name in ('Spring', 'Summer');
    insert into api_keys (tenant_id, name, prefix, secret_hash, scopes) select id, 'A program', '00000000', sha256(''), '{read}' from tenants;
    insert into ads (campaign_id, name) select min(id), 'Another ad' from campaigns;
    insert into audience_segments (name, rule) values ('Everybody', '{}');
    insert into custom_audiences (name, targeting, estimated_reach) values ('Deciders', '{\"titles\": [\"CEO\"], \"functions\": [\"Marketing\"]}', 52000);
    insert into content_calendar (title, scheduled_at, campaign_id, notes) select 'Entry', now(), min(id), 'A note' from campaigns;
    with c as (insert into linkedin_connections (name, type, account) values ('Apify', 'apify', 'account') returning *),
      j as (insert into scraping_jobs (kind, connection_id, input, state, error) select 'reactions', id, '{\"url\": \"https://www.linkedin.com/posts/p1\"}', 'dead', 'It failed' from c returning *),
      s as (insert into job_schedules (name, kind, connection_id, input, every) select 'Daily', 'reactions', id, '{\"url\": \"https://www.linkedin.com/posts/p1\"}', '1 day' from c)
    insert into alerts (kind, message, connection_id) select 'connection', 'Look at the connection', id from c;
    with s as (insert into webhook_sources (name, kind) values ('crm', 'generic') returning *)
    insert into webhook_inbox (source_id, delivery_id, headers, body, state, processed_at, outcome, error)
    select s.id, 'msg_' || v.state, '{\"user-agent\": \"A program\"}', 'no JSON', v.state::delivery_state, now(), v.outcome::jsonb, v.error
    from s, (values ('delivered', '{\"note\": \"It is of no kind\"}', null), ('dead', null, 'It is no JSON')) v(state, outcome, error);
    with e as (insert into webhook_endpoints (name, url, events, trouble) values ('CRM', 'https://crm.example/hook', '{endpoint.test}', 'It answered 500') returning *)
    insert into webhook_deliveries (endpoint_id, event, facts, state, ended_at, error, response_status, response_start)
    select id, 'alert.raised', '{\"message\": \"Look here\", \"about\": {\"names\": [\"Spring\"]}}', 'dead', now(), 'It answered 500', 500, 'An error' from e;";

/// `pg_temp.poison()` writes one of the table `payloads` into every text of every row, where its column takes it, and into the table
/// `poisoned` which columns did.
pub(super) const POISON: &str = "
    create temp table payloads (n serial, words text);
    create temp table poisoned (column_name text, is_taken boolean);
    create function pg_temp.poison() returns void language plpgsql as $$
    declare
      c record;
      n bigint;
    begin
      for c in
        select t.relname, a.attname, a.atttypid = 'text[]'::regtype as is_list
        from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname = any (app.own_tables())
          and exists (select from pg_attribute d where d.attrelid = t.oid and d.attname = 'tenant_id')
          and a.atttypid in ('text'::regtype, 'text[]'::regtype)
          -- What the story needs to go on.
          and (t.relname, a.attname) not in (('audience_segments', 'id'), ('audit_log', 'subject')) and t.relname not in ('sessions', 'memberships')
        order by 1, 2
      loop
        begin
          execute format(case when c.is_list then 'update public.%1$I r set %2$I = array[p.words] from (select ctid, row_number() over () + %3$s as n from public.%1$I) o
              join pg_temp.payloads p on p.n = 1 + o.n %% (select count(*) from pg_temp.payloads) where r.ctid = o.ctid'
            else 'update public.%1$I r set %2$I = concat(p.words, nullif(o.n, least(o.n, 63 + %3$s))) from (select ctid, row_number() over () + %3$s as n from public.%1$I) o
              join pg_temp.payloads p on p.n = 1 + o.n %% (select count(*) from pg_temp.payloads) where r.ctid = o.ctid' end,
            c.relname, c.attname, abs(hashtext(c.relname || c.attname)) % 63);
          get diagnostics n = row_count;
          insert into pg_temp.poisoned values (c.relname || '.' || c.attname, n > 0);
        exception when others then
          -- A key, a closed list, an address that has to be one.
          insert into pg_temp.poisoned values (c.relname || '.' || c.attname, false);
        end;
      end loop;
    end $$";

/// Every page to which links, and forms that only ask, lead from the first, each kind of page once: ids are left out of account, and what
/// a query says.
pub(super) async fn all_pages(browser: &mut Browser) -> Vec<String> {
    let is_page = |reply: &Reply| reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html"));
    walk(browser).await.into_iter().filter(|(_, reply)| is_page(reply)).map(|(path, _)| path).collect()
}

/// The same with what else links lead to, and what is answered there.
pub(super) async fn walk(browser: &mut Browser) -> BTreeMap<String, Reply> {
    let mut found = BTreeMap::from([(String::from("/"), String::from("/"))]);
    let mut open = vec![String::from("/")];
    let mut answered = BTreeMap::new();
    while let Some(path) = open.pop() {
        let reply = browser.get(&path).await;
        if reply.status == 303 {
            // A link may lead to a page by way of another address.
            let there = reply.header("location").unwrap();
            if found.insert(kind(there), there.to_owned()).is_none() {
                open.push(there.to_owned());
            }
            continue;
        }
        assert_eq!(reply.status, 200, "a link leads to {path}: {}", reply.whole);
        if reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            for href in onward(reply.body()) {
                if found.insert(kind(&href), href.clone()).is_none() {
                    open.push(href);
                }
            }
        }
        answered.insert(path, reply);
    }
    answered
}
