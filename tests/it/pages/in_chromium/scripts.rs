//! Whether anything that somebody wrote into the data is ever run.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Chromium, DESK, Story, all_pages};
use crate::{pages::everything::POISON, support::files::POST};

/// What attackers write, a line each; what of it runs says so by a number.
const PAYLOADS: &str = include_str!("payloads.txt");

/// The same as [`POISON`] with everything that people have written in every document, one after the other, since a document that may not hold one
/// may hold the next; of what counts something by its name, the names. Words of closed lists, currencies and times are the program's
/// own, and rows beyond the fortieth of a table hold nothing that others do not.
const POISON_DOCUMENTS: &str = "
    create function pg_temp.words_of(doc jsonb) returns setof text[] language sql as $$
      with recursive parts(path, value) as (
        select '{}'::text[], doc
        union all
        select p.path || s.key, s.value from parts p cross join lateral (
          select key, value from jsonb_each(case jsonb_typeof(p.value) when 'object' then p.value else '{}' end)
          union all
          select (n - 1)::text, value from jsonb_array_elements(case jsonb_typeof(p.value) when 'array' then p.value else '[]' end) with ordinality e(value, n)) s)
      select path from parts where jsonb_typeof(value) = 'string' and path <> '{}'
        and (value #>> '{}' ~ '^http' or value #>> '{}' ~ '[A-Z ]' and value #>> '{}' !~ '^[0-9]{4}-|^[A-Z]{3}$')
    $$;
    create function pg_temp.poison_documents() returns void language plpgsql as $$
    declare
      c record;
      place tid;
      part text[];
      doc jsonb;
      word text;
      turn integer := 0;
      taken boolean;
    begin
      for c in
        select t.relname, a.attname, (t.relname, a.attname) = ('csv_imports', 'skip_reasons') as counts
        from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname = any (app.own_tables())
          and exists (select from pg_attribute d where d.attrelid = t.oid and d.attname = 'tenant_id') and a.atttypid = 'jsonb'::regtype
        order by 1, 2
      loop
        taken := false;
        for place, doc in execute format('select ctid, %2$I from public.%1$I where %2$I <> ''{}'' limit 40', c.relname, c.attname) loop
          for part in
            select w from pg_temp.words_of(doc) w
            union all
            select array[k] from jsonb_object_keys(case when c.counts then doc else '{}' end) k
          loop
            turn := turn + 1;
            select p.words into word from pg_temp.payloads p where p.n = 1 + turn % (select count(*) from pg_temp.payloads);
            begin
              execute format(case when c.counts then 'update public.%1$I set %2$I = (%2$I - ($2)[1]) || jsonb_build_object($3, %2$I -> ($2)[1]) where ctid = $1 returning ctid'
                else 'update public.%1$I set %2$I = jsonb_set(%2$I, $2, to_jsonb($3)) where ctid = $1 returning ctid' end, c.relname, c.attname)
                into strict place using place, part, word;
              taken := true;
            exception when others then
              null; -- A closed list, an address that has to be one, a row that another has changed.
            end;
          end loop;
        end loop;
        insert into pg_temp.poisoned values (c.relname || '.' || c.attname, taken);
      end loop;
    end $$";

/// What must hold some of them afterwards: whatever strangers write, and what is shown the most.
const POISONED: &[&str] = &[
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
    "personas.criteria",
    "custom_audiences.targeting",
    "scraping_jobs.input",
    "job_schedules.input",
    "uploads.checked",
    "uploads.options",
    "reports.content",
    "webhook_inbox.headers",
    "webhook_inbox.outcome",
    "webhook_deliveries.facts",
    "audit_log.details",
    "csv_imports.skip_reasons",
];

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
    story.run(POISON_DOCUMENTS).await;
    story.run("select pg_temp.poison_documents(); select pg_temp.poison()").await;
    let taken = "select column_name from poisoned where is_taken order by 1";
    let taken: Vec<String> = story.owner.query(taken, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    for column in POISONED {
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
    look_at(chromium, path).await
}

/// The same of the page that is open.
async fn look_at(chromium: &Chromium, path: &str) -> Vec<String> {
    chromium.run("for (const one of document.querySelectorAll('details')) one.open = true;
        for (const one of document.querySelectorAll('main *')) for (const kind of ['mouseover', 'pointerenter', 'focus']) one.dispatchEvent(new Event(kind, { bubbles: true }))", vec![]).await;
    let frame = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => setTimeout(done, 50))";
    chromium.run_until_done(frame, vec![]).await;
    let mut wrong: Vec<String> = chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")).collect();
    let Value::Array(addresses) = chromium.run(ADDRESSES, vec![]).await else { panic!("{path}") };
    wrong.extend(addresses.into_iter().map(|address| format!("{path} leads to {address}")));
    wrong
}

/// Where the driver is on another page than before, and it is whole.
const HAS_COME: &str = "return !window.__was && document.readyState === 'complete'";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s1_nothing_of_a_file_is_run_before_after_or_beside_its_import() {
    let story = Story::begin().await;
    // Of every payload a line that comes in, and one that does not.
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record([
        "connectionType",
        "headline",
        "name",
        "photoUrl",
        "profileId",
        "profileUrl",
        "reactionType",
        "<img src=x onerror=__xss(0)>",
    ])
    .unwrap();
    for (n, words) in PAYLOADS.lines().enumerate() {
        let (id, url) = (format!("ACoAAFict{n:08}"), format!("https://www.linkedin.com/in/ACoAAFict{n:08}"));
        file.write_record([words, words, words, words, &id, &url, "LIKE", words]).unwrap();
        file.write_record([words; 8]).unwrap();
    }
    let file = String::from_utf8(file.into_inner().unwrap()).unwrap();
    let window = story.window("eva@mail.example", "owner", DESK).await;
    window.go("/imports").await;
    let drop = "const held = new DataTransfer(); held.items.add(new File([arguments[0]], arguments[1], { type: 'text/csv' }));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }))";
    window.run(drop, vec![file.into(), "\"><img src=x onerror=__xss(0)>.csv".into()]).await;
    window.says("main h1", "onerror").await;
    story.say(&["job", "run"]);
    window.says("main", "do not say which post they belong to").await;
    let mut wrong = visit(&window, &window.path().await).await;
    window.write("#post_url", POST).await;
    window.write("#campaign", "<img src=x onerror=__xss(0)>").await;
    window.press("button[value=check]").await;
    window.says("main", "Waits for a worker").await;
    story.say(&["job", "run"]);
    window.says("main", "Can be imported").await;
    // What it would come to, what is rejected, and why.
    wrong.extend(visit(&window, &window.path().await).await);
    window.press("button[value=import]").await;
    window.says("main", "Waits for a worker").await;
    story.say(&["job", "run"]);
    window.says("main .state", "Imported").await;
    let mut path = window.path().await;
    let mut lines = 0;
    loop {
        wrong.extend(visit(&window, &path).await);
        lines +=
            window.run("return document.querySelectorAll('table tbody tr').length", vec![]).await.as_u64().unwrap();
        let next = window.run("return document.querySelector('a[rel=next]')?.getAttribute('href') ?? ''", vec![]).await;
        match next.as_str().unwrap() {
            "" => break,
            next => path = format!("{}{}", path.split('?').next().unwrap(), next.split('#').next().unwrap()),
        }
    }
    assert_eq!(lines, PAYLOADS.lines().count() as u64, "every line that was rejected is looked at");
    wrong.extend(told_as_files(&window).await);
    let imported: i64 =
        story.owner.query_one("select count(*) from persons where name like '%xss(%'", &[]).await.unwrap().get(0);
    assert!(imported > 50, "{imported} are there as they were called");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    window.close().await;
}

/// Asks for the files to which the page leads in which stands what was wrong, as whoever follows the links; what was run, and each of
/// them that a browser would show instead of keeping it.
async fn told_as_files(window: &Chromium) -> Vec<String> {
    let here = window.path().await;
    // What was laid open lies over what is pressed.
    window.go(&here).await;
    let fetched = "const done = arguments[arguments.length - 1];
        Promise.all([...document.querySelectorAll('main a')].filter((one) => /\\/(rejects|reasons)$/.test(one.getAttribute('href'))).map(async (one) => {
          const answer = await fetch(one.href);
          return [one.getAttribute('href'), await answer.text(), ...['content-type', 'content-disposition', 'x-content-type-options'].map((name) => answer.headers.get(name))];
        })).then(done, (error) => done(String(error)))";
    let files: Vec<[String; 5]> = serde_json::from_value(window.run_until_done(fetched, vec![]).await).unwrap();
    assert!(files.len() > 1, "{here} leads to what was wrong: {files:?}");
    let mut wrong = Vec::new();
    for [path, text, kind, how, sniff] in files {
        assert!(text.contains(if path.ends_with("rejects") { "__xss(1)" } else { "profileUrl" }), "{path}: {text}");
        if kind.contains("html") || kind.contains("xml") || !how.starts_with("attachment") || sniff != "nosniff" {
            wrong.push(format!("{path} is {kind}, {how}, {sniff}"));
        }
        // A browser that opens it keeps it, and stays where it is.
        window.press(&format!("main a[href='{path}']")).await;
        let waited = "setTimeout(arguments[arguments.length - 1], 300)";
        window.run_until_done(waited, vec![]).await;
        assert_eq!(window.path().await, here, "{path} is no page");
        wrong.extend(window.seen().await.into_iter().map(|seen| format!("{path}: {seen}")));
    }
    wrong
}

/// Every form of the page that says something, by where it says it; a button alone is none.
const FORMS: &str = "
    window.__forms = [...document.querySelectorAll('main form')].filter((form) => form.querySelector('input:not([type=file]), textarea, select'));
    return window.__forms.map((form) => `${form.method} ${form.getAttribute('action')}`)";

/// Fills a form with what attackers write, in fields of every kind, and sends it past everything by which a page would object.
const ATTACK: &str = "
    const [place, each, turn] = arguments, form = window.__forms[place], largest = form.querySelector('textarea');
    [...form.elements].forEach((field, n) => {
      // As it would have to stand there alone; and where there is room, all of them.
      const words = field === largest ? each.join(' ') : each[(turn + n) % each.length];
      if (field.matches('select')) {
        const option = document.createElement('option');
        option.value = words;
        field.append(option);
        field.value = option.value;
      } else if (field.matches('[type=checkbox], [type=radio]')) {
        field.value = words;
        field.checked = true;
      } else if (field.matches('textarea')) field.value = words;
      else if (field.matches('input:not([type=file])')) {
        field.type = 'hidden';
        field.value = words;
      }
    });
    window.__was = true;
    HTMLFormElement.prototype.submit.call(form)";

/// Whether the page says what is wrong.
const IS_REFUSED: &str = "return document.querySelector('main .problem, main .field-problem') !== null";

/// Forms that must be among those that come back with what is wrong; a number stands for each.
const REFUSED: &[&str] = &[
    "/campaigns",
    "/campaigns/#",
    "/campaigns/new/personas",
    "/personas",
    "/personas/#",
    "/segments",
    "/strategies",
    "/calendar",
    "/calendar/#",
    "/connections",
    "/endpoints",
    "/endpoints/#",
    "/webhooks",
    "/settings/members",
    "/uploads/#",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s1_nothing_of_what_is_typed_is_run_when_a_form_comes_back() {
    let mut story = Story::begin().await;
    story.fill().await;
    let pages = all_pages(&mut story.browser).await;
    let window = story.window("eva@mail.example", "owner", DESK).await;
    let each: Vec<&str> = PAYLOADS.lines().collect();
    let (mut wrong, mut sent, mut refused) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
    for path in pages {
        // A page of which every form was on another one is not opened once more.
        let is_new = |form: &String| !sent.contains_key(&numbered(form));
        // Nor is one that is gone since a form before it was taken.
        let reply = story.browser.get(&path).await;
        if reply.status != 200 || !forms_of(reply.body()).iter().any(is_new) {
            continue;
        }
        window.go(&path).await;
        let forms: Vec<String> = serde_json::from_value(window.run(FORMS, vec![]).await).unwrap();
        for (place, form) in forms.into_iter().enumerate() {
            if sent.insert(numbered(&form), path.clone()).is_some() {
                continue;
            }
            window.go(&path).await;
            window.run(FORMS, vec![]).await;
            window.run(ATTACK, vec![place.into(), each.clone().into(), sent.len().into()]).await;
            window.until(&format!("{form} of {path} is answered"), HAS_COME, vec![]).await;
            let there = window.path().await;
            assert!(!there.starts_with("/sign-in"), "{form} of {path} ends the session");
            if window.run(IS_REFUSED, vec![]).await == true {
                refused.insert(numbered(form.split_once(' ').unwrap().1));
            }
            wrong.extend(look_at(&window, &format!("{form} of {path}")).await);
        }
    }
    for form in REFUSED {
        assert!(refused.contains(*form), "{form} is not among {refused:?}; sent were {:?}", sent.keys());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    window.close().await;
}

/// The forms of a page that is not drawn, as [`FORMS`] tells of them; also of those that are buttons alone.
fn forms_of(page: &str) -> Vec<String> {
    let main = page.split_once("<main").unwrap().1;
    let of = |tag: &str, name: &str| Some(tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned());
    let tags = main.split("<form").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.map(|tag| format!("{} {}", of(tag, "method").unwrap_or_default(), of(tag, "action").unwrap_or_default()))
        .collect()
}

/// An address without its question, and with a mark in place of every id.
fn numbered(path: &str) -> String {
    let path = path.split('?').next().unwrap();
    let is_id = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_digit()) || part.len() == 36 && part.matches('-').count() == 4
    };
    path.split('/').map(|part| if is_id(part) { "#" } else { part }).collect::<Vec<_>>().join("/")
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
