//! Whether anything that somebody wrote into the data is ever run.

use serde_json::Value;

use super::{Chromium, DESK, Story, all_pages};

/// What attackers write, a line each; what of it runs says so by a number.
const PAYLOADS: &str = include_str!("payloads.txt");

/// Writes one of them into every text of every row of the tenant's, where its column takes it; how many columns did.
const POISON: &str = "
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

/// Addresses in the page by which something would be run or left.
const ADDRESSES: &str = r#"
    return [...document.querySelectorAll("[href], [src], [action], [formaction], [data]")].flatMap((one) =>
      ["href", "src", "action", "formaction", "data"].filter((name) => one.hasAttribute(name)).map((name) => one.getAttribute(name)))
      .filter((address) => address && !["http:", "https:", "mailto:"].includes(new URL(address, location.href).protocol) && address !== "data:,")
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s1_nothing_that_somebody_wrote_into_the_data_is_ever_run() {
    let mut story = Story::begin().await;
    story.fill().await;
    story.run(POISON).await;
    for words in PAYLOADS.lines() {
        story.owner.execute("insert into payloads (words) values ($1)", &[&words]).await.unwrap();
    }
    story.run("select pg_temp.poison()").await;
    let taken = "select column_name from poisoned where is_taken order by 1";
    let taken: Vec<String> = story.owner.query(taken, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    for column in [
        "persons.name",
        "persons.headline",
        "persons.current_title",
        "persons.current_company",
        "persons.location",
        "persons.email",
        "persons.linkedin_url",
        "persons.notes",
        "companies.name",
        "companies.domain",
        "posts.title",
        "posts.url",
        "campaigns.name",
        "personas.name",
        "personas.description",
        "campaign_strategies.name",
        "campaign_strategies.description",
        "campaign_strategies.content_themes",
        "content_calendar.title",
        "content_calendar.notes",
        "csv_imports.file_name",
        "import_rejects.raw",
        "import_rejects.reason",
        "uploads.file_name",
        "reports.title",
        "saved_views.name",
        "saved_views.query",
        "alerts.message",
        "scraping_jobs.error",
        "linkedin_connections.name",
        "linkedin_connections.account",
        "job_schedules.name",
        "audience_segments.name",
        "targets.reason",
        "ads.name",
        "audit_log.actor",
    ] {
        assert!(taken.iter().any(|one| one == column), "{column} is not among {taken:?}");
    }
    let pages = all_pages(&mut story.browser).await;
    assert!(pages.len() > 50, "{pages:?}");
    let chromium = story.window("eva@mail.example", "owner", DESK).await;
    let mut wrong = Vec::new();
    for path in pages {
        wrong.extend(visit(&chromium, &path).await);
    }
    chromium.close().await;
    // Those who see less, of a viewer's pages every third: most are the owner's with less on them.
    for (email, pages) in story.others().await {
        let chromium = story.window_of(email, DESK).await;
        let step = if pages.len() > 20 { 3 } else { 1 };
        for path in pages.iter().step_by(step) {
            wrong.extend(visit(&chromium, path).await.into_iter().map(|one| format!("{email} {one}")));
        }
        chromium.close().await;
    }
    // And a stranger, to whom all of that is told in a report.
    let report = story.report_of_all("<img src=x onerror=__xss(0)>").await;
    let chromium = Chromium::open(story.server.address, DESK).await;
    wrong.extend(visit(&chromium, &report).await);
    assert!(chromium.text("h1").await.contains("onerror"), "it is the report");
    chromium.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Opens a page, lays open what is folded up, and passes over everything with a mouse; what was run that never may be.
async fn visit(chromium: &Chromium, path: &str) -> Vec<String> {
    chromium.go(path).await;
    chromium.run("for (const one of document.querySelectorAll('details')) one.open = true;
        for (const one of document.querySelectorAll('main *')) for (const kind of ['mouseover', 'pointerenter', 'focus']) one.dispatchEvent(new Event(kind, { bubbles: true }))", vec![]).await;
    let frame = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => setTimeout(done, 50))";
    chromium.run_until_done(frame, vec![]).await;
    let mut wrong: Vec<String> = chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")).collect();
    let Value::Array(addresses) = chromium.run(ADDRESSES, vec![]).await else { panic!("{path}") };
    wrong.extend(addresses.into_iter().map(|address| format!("{path} leads to {address}")));
    wrong
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s1_what_would_be_run_is_seen_by_the_witness() {
    let story = Story::begin().await;
    let chromium = story.window("eva@mail.example", "owner", DESK).await;
    chromium.go("/").await;
    let put = "const there = document.createElement('div'); there.innerHTML = '<img src=x onerror=__xss(1)>'; document.body.append(there); setTimeout(arguments[arguments.length - 1], 200)";
    chromium.run_until_done(put, vec![]).await;
    let seen = chromium.seen().await;
    assert!(
        seen.iter().any(|one| one.starts_with("policy: script-src-attr")),
        "the policy refuses it, and that is heard of: {seen:?}"
    );
    chromium.close().await;
}
