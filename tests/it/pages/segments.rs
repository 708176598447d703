//! The pages of segments and audiences: whom a rule means, and what may be told LinkedIn of them.

use serde_json::{Value, json};

use super::{PEOPLE, Story, body, page};
use crate::{support::browser::Browser, webhooks::stand::Reply};

/// A rule as the form sends it, of the people whom [`PEOPLE`] makes.
const MAKERS: [(&str, &str); 6] = [
    ("name", "Warm makers"),
    ("description", "For the next <b>invitation"),
    ("personas", "Makers"),
    ("is_follower", "yes"),
    ("min_score", "1"),
    ("window_days", "90"),
];

impl Story {
    async fn segment(&self, name: &str) -> String {
        self.owner.query_one("select id from audience_segments where name = $1", &[&name]).await.unwrap().get(0)
    }

    async fn rule(&self, name: &str) -> Value {
        self.owner.query_one("select rule from audience_segments where name = $1", &[&name]).await.unwrap().get(0)
    }

    async fn count(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap().get(0)
    }
}

#[track_caller]
fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.whole);
    reply.header("location").unwrap()
}

/// How many a preview says.
#[track_caller]
fn said(preview: &str) -> i64 {
    let rest = preview.split_once("<span class=\"big\">").unwrap_or_else(|| panic!("no number in {preview}")).1;
    rest.split_once('<').unwrap().0.replace('\u{202f}', "").parse().unwrap()
}

#[tokio::test]
async fn a_segment_is_counted_while_it_is_written_made_changed_and_deleted() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    assert!(story.page("/segments").await.contains("No segment yet"));
    let new = story.page("/segments/new").await;
    assert!(new.contains("hx-post=\"/segments/preview\"") && new.contains("value=\"Makers\""), "{new}");
    let reply = story.browser.post("/segments/preview", &MAKERS).await;
    let people = said(body(&reply));
    // The same by hand: every second is a maker, every third a follower, and everybody who engaged weighs something.
    let by_hand = "select count(distinct p.id) from persons p join engagements e on e.person_id = p.id where p.id % 2 = 0 and p.is_follower";
    assert_eq!(people, story.count(by_hand).await);
    assert!(people > 0 && !body(&reply).contains("<html"), "{}", body(&reply));
    // Without a script a button of the form counts, and what was typed stays.
    let counting: Vec<(&str, &str)> = MAKERS.into_iter().chain([("then", "preview")]).collect();
    let reply = story.browser.post("/segments", &counting).await;
    assert_eq!((reply.status, said(body(&reply))), (200, people));
    assert!(
        body(&reply).contains("value=\"Warm makers\"") && body(&reply).contains("value=\"Makers\" checked"),
        "{}",
        body(&reply)
    );
    assert_eq!(story.count("select count(*) from audience_segments").await, 0);

    let reply = story.browser.post("/segments", &MAKERS).await;
    let id = story.segment("Warm makers").await;
    assert_eq!(location(&reply), format!("/segments/{id}?did=segment-made"));
    assert_eq!(
        story.rule("Warm makers").await,
        json!({"personas": ["Makers"], "is_follower": true, "min_score": 1, "window_days": 90})
    );
    let list = story.page("/segments").await;
    assert!(
        list.contains("Persona: Makers")
            && list.contains("in the past 90\u{a0}days")
            && list.contains("&#60;b&#62;invitation"),
        "{list}"
    );
    assert_eq!(story.page(&format!("/segments/{id}/count")).await, people.to_string());
    assert!(
        story.page("/segments?text=WARM").await.contains("Warm makers")
            && story.page("/segments?text=cold").await.contains("No segment is called so")
    );

    // Who is in it is asked, never stored.
    let shown = story.page(&format!("/segments/{id}")).await;
    assert!(shown.contains(&format!("{people}\u{a0}people, now")), "{shown}");
    assert_eq!(i64::try_from(shown.matches("<td class=\"name\"><a href=\"/people/").count()).unwrap(), people);
    story.run("update persons set is_follower = true").await;
    let more = story
        .count("select count(distinct p.id) from persons p join engagements e on e.person_id = p.id where p.id % 2 = 0")
        .await;
    assert!(
        more > people && story.page(&format!("/segments/{id}")).await.contains(&format!("{more}\u{a0}people, now"))
    );

    let edit = story.page(&format!("/segments/{id}/edit")).await;
    assert!(edit.contains("value=\"Makers\" checked") && edit.contains("value=\"90\""), "{edit}");
    let changed = [("name", "Everybody"), ("campaigns", &*story.id("Spring").await.to_string())];
    let reply = story.browser.post(&format!("/segments/{id}"), &changed).await;
    assert_eq!(location(&reply), format!("/segments/{id}?did=segment-changed"));
    assert!(story.page(&format!("/segments/{id}")).await.contains("Engaged with: Spring"));
    assert!(story.page(&format!("/segments/{id}/delete")).await.contains("Delete Everybody?"));
    let reply = story.browser.post(&format!("/segments/{id}/delete"), &[]).await;
    assert_eq!(location(&reply), "/segments?did=segment-deleted");
    assert_eq!(
        (
            story.count("select count(*) from audience_segments").await,
            story.count("select count(*) from persons").await
        ),
        (0, 60)
    );
    for path in ["", "/edit", "/delete", "/count"] {
        assert_eq!(story.browser.get(&format!("/segments/{id}{path}")).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_preview_is_what_the_api_and_the_segment_say_for_every_key() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run("set app.tenant_id = '00000000-0000-0000-0000-000000000001';
              update persons set seniority = case when id % 4 = 0 then 'vp' when id % 4 = 1 then 'cxo' end::seniority, functions = case when id % 5 = 0 then '{marketing}' else '{}' end::job_function[],
                country = case when id % 3 = 0 then 'DE' end, tags = case when id % 7 = 0 then '{vip}' else '{}' end::text[], lead_status = case when id % 6 = 0 then 'new' end::lead_status, is_notable = id % 9 = 0")
        .await;
    let spring = story.id("Spring").await.to_string();
    let all = story.count("select count(*) from persons").await;
    for (fields, rule) in [
        (vec![], json!({})),
        (vec![("personas", "Makers"), ("personas", "Deciders")], json!({"personas": ["Makers", "Deciders"]})),
        (vec![("any_persona", "no")], json!({"any_persona": false})),
        (vec![("seniorities", "vp"), ("seniorities", "cxo")], json!({"seniorities": ["vp", "cxo"]})),
        (vec![("functions", "marketing")], json!({"functions": ["marketing"]})),
        (vec![("countries", " de ")], json!({"countries": ["DE"]})),
        (vec![("tags", "vip\r\nx")], json!({"tags": ["vip", "x"]})),
        (vec![("lead_statuses", "new")], json!({"lead_statuses": ["new"]})),
        (vec![("is_notable", "yes")], json!({"is_notable": true})),
        (vec![("campaigns", spring.as_str())], json!({"campaigns": [spring.parse::<i32>().unwrap()]})),
        (vec![("min_score", "3")], json!({"min_score": 3})),
    ] {
        let people = said(body(&story.browser.post("/segments/preview", &fields).await));
        let sql = "select count(*) from app.segment_people('00000000-0000-0000-0000-000000000001', $1)";
        let meant: i64 = story.owner.query_one(sql, &[&rule]).await.unwrap().get(0);
        assert_eq!(people, meant, "{rule}");
        let is_everybody = rule == json!({});
        assert!(people > 0 && (people < all) != is_everybody, "{rule} means {people}, which shows nothing");
        let name = rule.to_string();
        let saved: Vec<(&str, &str)> = fields.into_iter().chain([("name", name.as_str())]).collect();
        location(&story.browser.post("/segments", &saved).await);
        assert_eq!(story.rule(&name).await, rule);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_rule_is_said_at_its_field_and_what_was_typed_stays() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.browser.post("/segments", &[("name", "Taken")]).await;
    for (field, wrong, words) in [
        ("name", "", "needed"),
        ("name", "TAKEN", "exists already"),
        ("countries", "Germany", "code of a country"),
        ("seniorities", "emperor", "emperor"),
        ("min_score", "0", "whole number"),
        ("window_days", "1.5", "whole number"),
        ("campaigns", "x", "no such campaign"),
    ] {
        let said: Vec<(&str, &str)> = [("name", "New"), ("tags", "kept & seen"), (field, wrong)]
            .into_iter()
            .filter(|(key, value)| *key != field || *value == wrong)
            .collect();
        let reply = story.browser.post("/segments", &said).await;
        let page = body(&reply);
        assert_eq!(reply.status, 422, "{field}: {page}");
        assert!(page.contains(words) && page.contains(&format!("id=\"p-{field}\"")), "{field} {wrong}: {page}");
        assert!(page.contains("kept &#38; seen"), "{page}");
        if field != "name" {
            let preview = story.browser.post("/segments/preview", &said).await;
            assert!(preview.status == 200 && body(&preview).contains("Nobody can be counted yet"), "{}", preview.whole);
        }
    }
    assert_eq!(story.count("select count(*) from audience_segments").await, 1);
}

#[tokio::test]
async fn everybody_in_a_segment_is_told_once_page_by_page() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("insert into persons (tenant_id, name, headline) select '00000000-0000-0000-0000-000000000001', '</td><b>' || n, '' from generate_series(1, 60) n").await;
    story.browser.post("/segments", &[("name", "All")]).await;
    let id = story.segment("All").await;
    let shown = story.page(&format!("/segments/{id}")).await;
    let best: Vec<i32> = story
        .owner
        .query("select p.id from persons p left join app.person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id order by s.score desc nulls last, p.id limit 50", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    let of_page: Vec<i32> = shown
        .split("<td class=\"name\"><a href=\"/people/")
        .skip(1)
        .map(|row| row.split_once('"').unwrap().0.parse().unwrap())
        .collect();
    assert_eq!(of_page, best, "the first by their score: {shown}");
    assert!(shown.contains(">All 120\u{a0}people</a>"), "{shown}");
    let mut path = format!("/people?segment={id}");
    let chosen = format!("<option value=\"{id}\" selected>All</option>");
    assert!(story.page(&path).await.contains(&chosen), "it is said, and can be chosen otherwise");
    let mut all = Vec::new();
    for turn in 0.. {
        assert!(turn < 9, "it ends");
        let page = story.page(&path).await;
        assert!(!page.contains("<b>"), "{page}");
        all.extend(
            page.split("<td class=\"name\"><a href=\"/people/")
                .skip(1)
                .map(|row| row.split_once('"').unwrap().0.to_owned()),
        );
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
        path = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
    }
    let there = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!((there, all.len()), (120, 120));
}

#[tokio::test]
async fn an_audience_says_what_may_be_in_it_before_it_is_the_commands_file() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run("update persons set email = case when id % 4 = 0 then '=cmd' || id || '@mail.example' end, first_name = case when id % 6 = 3 then 'Ada' end, last_name = 'B', name = case when id % 6 = 0 then 'Bo Sample' else name end,
                source = case when id % 10 = 0 then 'api' else source end;
              insert into companies (tenant_id, id, name, name_key) values ('00000000-0000-0000-0000-000000000001', 901, '@Globex', 'x');
              update persons set company_id = 901")
        .await;
    story.browser.post("/segments", &[("name", "Followers"), ("is_follower", "yes")]).await;
    let (segment, spring) = (story.segment("Followers").await, story.id("Spring").await);
    let persona: String =
        story.owner.query_one("select id::text from personas where name = 'Makers'", &[]).await.unwrap().get(0);
    assert!(story.page("/audiences").await.contains("Whom is LinkedIn to show ads to?"));
    for (query, flags) in [
        (format!("persona={persona}"), vec!["--persona", "Makers"]),
        (format!("segment={segment}"), vec!["--segment", "Followers"]),
        (format!("campaign={spring}"), vec!["--campaign", "Spring"]),
        (
            format!("persona={persona}&segment={segment}&campaign={spring}"),
            vec!["--persona", "Makers", "--segment", "Followers", "--campaign", "Spring"],
        ),
        (format!("campaign={spring}&hashed=yes"), vec!["--campaign", "Spring", "--hash"]),
        (format!("campaign={spring}&of=companies"), vec!["--campaign", "Spring", "--companies"]),
    ] {
        let file = story.page(&format!("/audiences.csv?{query}")).await;
        assert_eq!(file, story.say(&[vec!["audience", "export"], flags].concat()), "{query}");
        let rows = file.lines().count() - 1;
        assert!(rows > 0 && !file.lines().any(|line| line.starts_with(['=', '@'])), "{query}: {file}");
        let page = story.page(&format!("/audiences?{query}")).await;
        let one =
            if query.contains("companies") { if rows == 1 { "company" } else { "companies" } } else { "contacts" };
        assert!(page.contains(&format!("<span class=\"big\">{rows}\u{a0}{one}</span>")), "{query}: {page}");
        assert!(page.contains("only when it finds 300") && page.contains("/audiences.csv?"), "{page}");
    }
    // Who is chosen is divided without a rest, and whom LinkedIn's interfaces alone have told of is in no list.
    let page = story.page(&format!("/audiences?segment={segment}")).await;
    let number = |words: &str| -> i64 {
        let before = page.split_once(words).unwrap_or_else(|| panic!("{words} is not in {page}")).0;
        before.rsplit_once("<span class=\"num\">").unwrap().1.split(['<', '\u{a0}']).next().unwrap().parse().unwrap()
    };
    let (chosen, api, nothing) = (
        number("</span><span>chosen"),
        number("</span><span>left out: LinkedIn"),
        number("</span><span>left out: there is no e-mail"),
    );
    let (with, without) = (number("</span><span>rows with an e-mail"), number("</span><span>rows with a name"));
    assert_eq!(chosen, api + nothing + with + without);
    assert!((1..=without).contains(&number("</span><span>of these, names that came as one")), "{page}");
    assert_eq!(chosen, story.count("select count(*) from persons where is_follower").await);
    assert_eq!(api, story.count("select count(*) from persons where is_follower and source = 'api'").await);
    assert!(api > 0 && with > 0 && without > 0, "{page}");
    // Three hundred are enough.
    story.run("insert into persons (tenant_id, name, first_name, last_name, email, is_follower) select '00000000-0000-0000-0000-000000000001', 'P', 'A', 'B', 'p' || n || '@mail.example', true from generate_series(1, 300) n").await;
    let page = story.page(&format!("/audiences?segment={segment}")).await;
    assert!(page.contains("300 or more") && !page.contains("Not as LinkedIn asks"), "{page}");
    for wrong in ["", "?persona=", "?of=companies"] {
        assert_eq!(story.browser.get(&format!("/audiences.csv{wrong}")).await.status, 422, "{wrong}");
    }
    for wrong in ["persona=x", "segment=x", "campaign=x", "campaign=2000000000"] {
        assert_eq!(story.browser.get(&format!("/audiences.csv?{wrong}")).await.status, 404, "{wrong}");
        assert_eq!(story.browser.get(&format!("/audiences?{wrong}")).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn segments_are_another_tenants_for_nobody_and_a_clients_not_at_all() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story
        .run("insert into audience_segments (tenant_id, id, name) select id, 'theirs', 'Their secret' from tenants where slug = 'second';
              insert into campaigns (tenant_id, name) select id, 'Their campaign' from tenants where slug = 'second';
              insert into persons (tenant_id, name) select id, 'Their person' from tenants where slug = 'second'")
        .await;
    for path in ["", "/edit", "/delete", "/count"] {
        let reply = story.browser.get(&format!("/segments/theirs{path}")).await;
        let absent = story.browser.get(&format!("/segments/absent{path}")).await;
        assert_eq!((reply.status, body(&reply)), (404, body(&absent)), "{path}");
    }
    for path in ["/segments/theirs", "/segments/theirs/delete"] {
        assert_eq!(story.browser.post(path, &MAKERS).await.status, 404, "{path}");
    }
    let campaign = story.id("Their campaign").await;
    for query in ["segment=theirs".to_owned(), format!("campaign={campaign}")] {
        assert_eq!(story.browser.get(&format!("/audiences.csv?{query}")).await.status, 404, "{query}");
    }
    story.browser.post("/segments", &[("name", "All")]).await;
    let all = story.segment("All").await;
    for path in [
        "/segments",
        "/segments/new",
        "/audiences",
        &format!("/segments/{all}"),
        &format!("/people?segment={all}"),
        "/people?segment=theirs",
    ] {
        assert!(!story.page(path).await.contains("Their"), "{path}");
    }
    let reply = story.browser.post("/segments/preview", &[]).await;
    assert_eq!(said(body(&reply)), 60);

    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut editor = story.sign_in("edda@mail.example", &["--role", "editor"]).await;
    let mut client = story.sign_in("carl@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    let mut nobody = Browser::new(story.server.address);
    let one = format!("/segments/{all}");
    for (path, seen) in [
        ("/segments".to_owned(), 200),
        (one.clone(), 200),
        (format!("{one}/count"), 200),
        ("/audiences".to_owned(), 200),
        (format!("/audiences.csv?segment={all}"), 200),
        ("/segments/new".to_owned(), 403),
        (format!("{one}/edit"), 403),
        (format!("{one}/delete"), 403),
    ] {
        let statuses = (
            editor.get(&path).await.status,
            viewer.get(&path).await.status,
            client.get(&path).await.status,
            nobody.get(&path).await.status,
        );
        assert_eq!(statuses, (200, seen, 403, 303), "{path}");
    }
    for path in ["/segments", "/segments/preview", &one, &format!("{one}/delete")] {
        for browser in [&mut viewer, &mut client] {
            assert_eq!(browser.post(path, &MAKERS).await.status, 403, "{path}");
        }
    }
    assert_eq!(
        story
            .count("select count(*) from audience_segments where tenant_id = '00000000-0000-0000-0000-000000000001'")
            .await,
        1
    );
    let shown = page(&mut viewer, &one).await;
    assert!(!shown.contains("/edit") && !page(&mut viewer, "/segments").await.contains("/segments/new"), "{shown}");
}

#[tokio::test]
async fn long_lists_are_turned_page_by_page_and_say_everything_once() {
    let mut story = Story::begin().await;
    story
        .run(
            "insert into audience_segments (name) select 'Row ' || to_char(n, 'FM000') from generate_series(1, 405) n;
             insert into campaign_groups (name) select 'Row ' || to_char(n, 'FM000') from generate_series(1, 405) n;
             insert into custom_audiences (name) select 'Row ' || to_char(n, 'FM000') from generate_series(1, 405) n;
             insert into reports (tenant_id, title, token_hash, content, made_by, expires_at) select (select min(id::text)::uuid from tenants), 'Row ' || to_char(n, 'FM000'), sha256(n::text::bytea), '{}', 'cli', now() + interval '1 day' from generate_series(1, 405) n",
        )
        .await;
    for path in ["/segments?text=row", "/campaign-groups?text=row", "/custom-audiences?text=row", "/reports"] {
        let (mut at, mut seen, mut pages) = (path.to_owned(), Vec::new(), 0);
        loop {
            let page = story.page(&at).await;
            let names = page.split(">Row ").skip(1).filter_map(|rest| rest.get(..3)).map(str::to_owned);
            seen.extend(names);
            pages += 1;
            assert_eq!(page.contains(">First page</a>"), pages > 1, "{at}");
            let links: Vec<String> = rapport::cli::bench::pages::links(&page)
                .filter(|href| href.contains("&key=") || href.contains("?after="))
                .collect();
            let Some(next) = links.first() else { break };
            assert!(pages < 5, "{path} does not end");
            at = next.clone();
        }
        seen.sort();
        let wanted: Vec<String> = (1..=405).map(|n| format!("{n:03}")).collect();
        assert_eq!((seen, pages), (wanted, 3), "{path}");
    }
}
