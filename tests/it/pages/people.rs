//! The pages of people: who is shown, what is decided of them, and by whom.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{PEOPLE, Story, body, page};
use crate::support::browser::Browser;

/// Two hundred and thirty people, of whom some are of the same name, score and day, and some never engaged.
const MANY: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    delete from personas;
    insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x'), (902, 'Saltworks', 'y');
    insert into persons (id, name, headline, current_title, seniority, functions, facts_from, headline_version, company_id, lead_status, is_notable)
    select 1000 + n, (array['Ada', 'Björn', 'Çelik', 'ada'])[1 + n % 4] || ' ' || n / 8, case when n % 5 = 0 then 'Über alles' else 'Headline' end,
      case when n % 2 = 0 then 'Marketing' else 'Engineer' end, case when n % 3 = 0 then 'vp' else 'manager' end::seniority,
      case when n % 2 = 0 then '{marketing}' else '{engineering}' end::job_function[], 'headline', 2, case when n % 4 = 0 then 901 when n % 4 = 1 then 902 end,
      case when n % 6 = 0 then 'new' end::lead_status, n % 50 = 0
    from generate_series(1, 230) n;
    insert into personas (name, criteria) values ('Marketers', '{\"function\": {\"any\": [\"marketing\"], \"weight\": 3}, \"seniority\": {\"any\": [\"vp\"], \"weight\": 2}}'),
      ('Leaders', '{\"seniority\": {\"any\": [\"vp\"], \"mode\": \"required\"}, \"company\": {\"exclude\": [\"Saltworks\"]}}');
    insert into campaigns (id, name) values (901, 'Spring');
    insert into posts (id, title, url) values (901, 'First', 'https://www.linkedin.com/posts/a'), (902, 'Second', 'javascript:alert(1)');
    insert into campaign_posts (campaign_id, post_id) values (901, 901);
    insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at, engaged_on)
    select 901 + n % 2, 1000 + n, 'reaction', (array['like', 'praise'])[1 + n % 2]::reaction_type, now() - n % 40 * interval '1 day',
      (now() at time zone z.time_zone)::date - n % 40
    from generate_series(1, 180) n join tenants z on z.slug = 'default';
    select app.keep_up();
    insert into engagements (post_id, person_id, engagement_type, comment_text) select 901, 1000 + n, 'comment', 'Said ' || n from generate_series(170, 200) n;
    delete from engagements where person_id = 1007;
    update persons set owner = 'Eva', tags = '{vip,x}' where id % 2 = 0;
    insert into audience_segments (id, name, rule) values ('vps', 'Vice presidents', '{\"seniorities\": [\"vp\"]}');
";

fn ids(page: &str) -> Vec<i32> {
    let cells = page.split("<td class=\"name\"><a href=\"/people/").skip(1);
    cells.map(|cell| cell.split_once('"').unwrap().0.parse().unwrap()).collect()
}

/// The address of the link that goes on, if there is one.
fn next(page: &str) -> Option<String> {
    let before = page.split_once("\" rel=\"next\"")?.0;
    Some(before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&").replace("&amp;", "&"))
}

/// A file that was sent in parts, whose ends count for nothing.
async fn file(browser: &mut Browser, path: &str) -> String {
    let reply = browser.get(path).await;
    assert_eq!((reply.status, reply.header("transfer-encoding")), (200, Some("chunked")), "{path}: {}", reply.whole);
    let (mut rest, mut whole) = (body(&reply), String::new());
    loop {
        let (size, after) = rest.split_once("\r\n").unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            return whole;
        }
        whole.push_str(&after[..size]);
        rest = &after[size + 2..];
    }
}

async fn turn(browser: &mut Browser, path: &str) -> Vec<i32> {
    let (mut path, mut all) = (path.to_owned(), Vec::new());
    for pages in 0.. {
        assert!(pages < 20, "it ends");
        let page = page(browser, &path).await;
        all.extend(ids(&page));
        match next(&page) {
            Some(next) => path = next,
            None => break,
        }
    }
    all
}

impl Story {
    async fn people(&self, sql: &str) -> Vec<i32> {
        self.owner.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
    }

    async fn word(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap().get(0)
    }
}

#[tokio::test]
async fn every_page_in_every_order_tells_everybody_once() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    let persona = story.word("select id::text from personas where name = 'Marketers'").await;
    for (sort, column, more) in [
        ("score", "s.score", ""),
        ("engaged", "s.last_day", ""),
        ("name", "p.folded", ""),
        ("company", "app.fold_case(coalesce(c.name, ''))", ""),
        ("seen", "p.last_seen", ""),
        ("match", "t.match_score", "&persona="),
    ] {
        for (dir, down) in [("asc", ""), ("desc", " desc")] {
            let of = if more.is_empty() { String::new() } else { format!("{more}{persona}") };
            let all = turn(&mut story.browser, &format!("/people?sort={sort}&dir={dir}{of}")).await;
            let wanted = story
                .people(&format!(
                    "select p.id from persons p left join app.person_scores s on s.tenant_id = p.tenant_id and s.person_id = p.id
                     left join companies c on c.id = p.company_id left join targets t on t.person_id = p.id and t.persona_id = '{persona}' and t.is_active
                     where {} order by {column}{down} nulls last, p.id",
                    if of.is_empty() { "true" } else { "t.person_id is not null" }
                ))
                .await;
            assert_eq!(all, wanted, "{sort} {dir}");
        }
    }
    // How well somebody matches stands there where it is said whom.
    let first = |csv: String| csv.lines().next().unwrap().to_owned();
    let of_persona = format!("/people.csv?persona={persona}");
    assert!(first(file(&mut story.browser, &of_persona).await).contains("Personas,Match,Engagement score"));
    assert!(first(file(&mut story.browser, "/people.csv").await).contains("Personas,Engagement score"));
    // The file has all of them, in the order of the page, with the figures that the pages show.
    let csv = file(&mut story.browser, "/people.csv?sort=name").await;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    let there: Vec<i32> = rows.iter().map(|row| row[0].parse().unwrap()).collect();
    assert_eq!(there, turn(&mut story.browser, "/people?sort=name").await);
    for row in &rows {
        let sql =
            format!("select coalesce((select score::text from app.person_scores where person_id = {}), '')", &row[0]);
        assert_eq!(&row[12], story.word(&sql).await, "{row:?}");
    }
}

#[tokio::test]
async fn every_filter_finds_what_a_recount_finds() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    let persona = story.word("select id::text from personas where name = 'Leaders'").await;
    let clock = "(select (now() at time zone time_zone)::date from tenants where slug = 'default')";
    let of_persona = format!("persona={persona}");
    let leaders = format!(
        "exists (select from targets t where t.person_id = p.id and t.is_active and t.persona_id = '{persona}')"
    );
    let recent = format!("exists (select from engagements e where e.person_id = p.id and e.engaged_on > {clock} - 7)");
    let recent_of_it = format!(
        "exists (select from engagements e where e.person_id = p.id and e.post_id = 901 and e.engaged_on > {clock} - 30)"
    );
    let recent_of_eva = format!("p.owner = 'Eva' and p.seniority = 'vp' and {recent}");
    let filters: Vec<(&str, &str)> = vec![
        ("", "true"),
        ("text=ADA+1", "p.name ilike 'ada 1%'"),
        ("text=bjorn", "p.name like 'Björn%'"),
        ("text=uber", "p.headline like 'Über%'"),
        ("text=engineer", "p.current_title = 'Engineer'"),
        (&of_persona, &leaders),
        ("matched=yes", "exists (select from targets t where t.person_id = p.id and t.is_active)"),
        ("company=901", "p.company_id = 901"),
        ("campaign=901", "exists (select from engagements e where e.person_id = p.id and e.post_id = 901)"),
        ("status=new", "p.lead_status = 'new'"),
        ("status=none", "p.lead_status is null"),
        ("seniority=vp", "p.seniority = 'vp'"),
        ("function=marketing", "'marketing' = any (p.functions)"),
        ("score=5", "exists (select from app.person_scores s where s.person_id = p.id and s.score >= 5)"),
        ("since=7", &recent),
        ("campaign=901&since=30", &recent_of_it),
        ("notable=yes", "p.is_notable"),
        ("owner=+eva+", "p.owner = 'Eva'"),
        ("tag=vip", "'vip' = any (p.tags)"),
        ("tag=ViP+", "'vip' = any (p.tags)"),
        ("segment=vps", "p.seniority = 'vp'"),
        ("segment=vps&owner=eva&since=7&sort=score", &recent_of_eva),
        ("status=new&seniority=vp&company=901", "p.lead_status = 'new' and p.seniority = 'vp' and p.company_id = 901"),
    ];
    for (filter, truth) in filters {
        let wanted: BTreeSet<i32> =
            story.people(&format!("select p.id from persons p where {truth}")).await.into_iter().collect();
        let found = turn(&mut story.browser, &format!("/people?{filter}")).await;
        let shown = story.page(&format!("/people?{filter}")).await;
        assert!(!wanted.is_empty(), "{filter} is a story about somebody");
        assert_eq!(found.len(), wanted.len(), "{filter}");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted, "{filter}");
        let count =
            if wanted.len() == 1 { "1\u{a0}person".to_owned() } else { format!("{}\u{a0}people", wanted.len()) };
        assert!(shown.contains(&format!("<span>{count}</span>")), "{filter}: {shown}");
        let csv = file(&mut story.browser, &format!("/people.csv?{filter}")).await;
        assert_eq!(csv.lines().count(), wanted.len() + 1, "{filter}");
    }
    // What can be chosen is offered, and what the team says of them is shown.
    let shown = story.page("/people").await;
    for offered in
        ["<option value=\"Eva\">", "<option value=\"vip\">", "<option value=\"vps\">", "Eva · vip · x</span>"]
    {
        assert!(shown.contains(offered), "{offered}: {shown}");
    }
    // What there is not finds nobody, and what is no number narrows nothing.
    for odd in [
        "persona=x",
        "company=x",
        "campaign=99999999999",
        "segment=none",
        "owner=%25",
        "tag=%2C",
        "tag=vi",
        "status=%27",
        "seniority=king",
        "text=%25%25",
        "function=%7B%7D",
    ] {
        assert!(story.page(&format!("/people?{odd}")).await.contains("Nobody is like that"), "{odd}");
    }

    assert!(story.page("/people?segment=none").await.contains("selected>One that is gone"), "it can be seen why");
    for odd in ["score=x", "since=-1", "since=99999999999", "after=x", "after=e30", "sort=x&dir=y", "nothing=1"] {
        assert!(story.page(&format!("/people?{odd}")).await.contains("230\u{a0}people"), "{odd}");
    }
}

#[tokio::test]
async fn a_person_is_told_with_reasons_and_all_that_happened() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    // Eighty things that happened, many of them at the same moment.
    story
        .run("insert into engagements (post_id, person_id, engagement_type, comment_text, engaged_at)
              select 901 + n % 2, 1006, 'comment', 'Word ' || n, now() - n / 10 * interval '1 hour' from generate_series(1, 80) n")
        .await;
    let person: Value = serde_json::from_str(&story.say(&["--json", "person", "show", "1006"])).unwrap();
    let page = story.page("/people/1006").await;
    let score = &person["engagements"]["score"];
    assert!(page.contains(&format!("<dt>Engagement score</dt><dd class=\"figure\">{score}</dd>")), "{page}");
    let truth = story
        .owner
        .query("select persona, is_match, match_score::text from app.match_person_to_personas(1006)", &[])
        .await
        .unwrap();
    assert_eq!(truth.len(), 2);
    for row in &truth {
        let (name, matches, score): (String, bool, String) = (row.get(0), row.get(1), row.get(2));
        let part = page.split_once(&format!("</svg> {name}</a>")).unwrap().1.split_once("</li>").unwrap().0;
        assert_eq!(part.contains(">Matches</span>"), matches, "{part}");
        assert!(part.contains(&format!("a score of {score}")), "{score}: {part}");
    }
    // And why not: 1001 is of the company that is excluded, and no leader.
    let other = story.page("/people/1001").await;
    assert!(other.contains("Company holds what the persona excludes."), "{other}");
    assert!(story.page("/people/1002").await.contains("Seniority is required, and missed."));

    let (mut path, mut said) = ("/people/1006".to_owned(), Vec::new());
    loop {
        let page = story.page(&path).await;
        let words = page.split("<blockquote class=\"said\">Word ").skip(1);
        said.extend(words.map(|word| word.split_once('<').unwrap().0.parse::<i32>().unwrap()));
        assert!(!page.contains("javascript:"), "{page}");
        match next(&page) {
            Some(next) => path = next.split('#').next().unwrap().to_owned(),
            None => break,
        }
    }
    let there = said.len();
    said.sort_unstable();
    said.dedup();
    assert_eq!((there, said.len()), (80, 80));
    for odd in ["x", "0-x1", "-1-e1", "99999999999999999999-e1", "%00"] {
        assert_eq!(story.browser.get(&format!("/people/1006?after={odd}")).await.status, 200, "{odd}");
    }
}

#[tokio::test]
async fn what_a_human_decides_is_kept_and_shown() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    let persona = story.word("select id::text from personas where name = 'Marketers'").await;
    let place = |reply: &crate::webhooks::stand::Reply| reply.header("location").map(str::to_owned);
    // An engineer is pinned, for a reason that is no markup; released; excluded.
    let held = format!(
        "select coalesce((select concat(pinned, excluded, is_active) from targets where persona_id = '{persona}' and person_id = 1001), '')"
    );
    for (act, did, state) in [("pin", "pinned", "tft"), ("release", "released", "fff"), ("exclude", "excluded", "ftf")]
    {
        let fields = [("persona", persona.as_str()), ("act", act), ("reason", "<b>met them</b>")];
        let reply = story.browser.post("/people/1001/target", &fields).await;
        assert_eq!(place(&reply).as_deref(), Some(format!("/people/1001?did={did}").as_str()), "{}", reply.whole);
        assert_eq!(story.word(&held).await, state, "{act}");
        let page = story.page("/people/1001").await;
        // What was is told below.
        let page = page.split_once("id=\"timeline\"").unwrap().0;
        assert_eq!(page.contains("&#60;b&#62;met them&#60;/b&#62;"), act != "release", "{page}");
    }
    for (fields, status) in [
        (vec![("persona", persona.as_str()), ("act", "marry")], 422),
        (vec![("persona", persona.as_str())], 422),
        (vec![("persona", "x"), ("act", "pin")], 404),
        (vec![("persona", "00000000-0000-4000-8000-000000000000"), ("act", "pin")], 404),
    ] {
        assert_eq!(story.browser.post("/people/1001/target", &fields).await.status, status, "{fields:?}");
    }
    // What the team says of somebody, at once and in parts, and all of it taken away again.
    let kept = "select concat_ws('|', coalesce(lead_status::text, 'none'), owner, array_to_string(tags, '+'), is_notable, notable_reason, notes) from persons where id = 1001";
    let all = [
        ("status", "customer"),
        ("owner", " Eva "),
        ("tags", "vip, Hamburg;vip,,"),
        ("notable", "no"),
        ("notable", "yes"),
        ("notable_reason", "Speaks at fairs"),
        ("notes", " One\r\nTwo "),
    ];
    let reply = story.browser.post("/people/1001", &all).await;
    assert_eq!(place(&reply).as_deref(), Some("/people/1001?did=said"));
    assert_eq!(story.word(kept).await, "customer|Eva|Hamburg+vip|t|Speaks at fairs|One\nTwo");
    let page = story.page("/people/1001").await;
    for words in ["One\nTwo</textarea>", "value=\"Eva\"", "value=\"Hamburg, vip\"", "value=\"yes\" checked"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    story.browser.post("/people/1001", &[("status", "none")]).await;
    assert_eq!(story.word(kept).await, "none|Eva|Hamburg+vip|t|Speaks at fairs|One\nTwo", "what does not come stays");
    let nothing = [("owner", ""), ("tags", " "), ("notable", "no"), ("notable_reason", ""), ("notes", " ")];
    story.browser.post("/people/1001", &nothing).await;
    assert_eq!(story.word(kept).await, "none||f");
    for wrong in [("status", "king"), ("notes", &*"x".repeat(10_001)), ("owner", &*"x".repeat(501))] {
        assert_eq!(story.browser.post("/people/1001", &[wrong]).await.status, 422);
    }

    // Many at once, and back to the view in which they were chosen.
    let back = "status=none&sort=name&after=x";
    let fields = [
        ("act", "status"),
        ("status", "qualified"),
        ("person", "1001"),
        ("person", "1003"),
        ("person", "1003"),
        ("back", back),
    ];
    let reply = story.browser.post("/people/bulk", &fields).await;
    assert_eq!(place(&reply).as_deref(), Some("/people?status=none&sort=name&after=x&did=status"), "{}", reply.whole);
    assert_eq!(story.people("select id from persons where lead_status = 'qualified' order by id").await, [1001, 1003]);
    let fields = [
        ("act", "exclude"),
        ("persona", &persona),
        ("person", "1002"),
        ("person", "1004"),
        ("back", "//evil.example/?x=1"),
    ];
    let reply = story.browser.post("/people/bulk", &fields).await;
    assert_eq!(place(&reply).as_deref(), Some("/people?did=excluded"));
    assert_eq!(story.people("select person_id from targets where excluded order by 1").await, [1001, 1002, 1004]);
    let nobody = story.browser.post("/people/bulk", &[("act", "status"), ("status", "new")]).await;
    assert_eq!(place(&nobody).as_deref(), Some("/people?did=nobody"));
    let gone = [("act", "status"), ("status", "new"), ("person", "999999999")];
    assert_eq!(place(&story.browser.post("/people/bulk", &gone).await).as_deref(), Some("/people?did=gone"));
    for fields in [vec![("act", "pin"), ("person", "1001"), ("persona", "")], vec![("person", "1001")]] {
        assert_eq!(story.browser.post("/people/bulk", &fields).await.status, 422, "{fields:?}");
    }

    // Erased, once somebody has read what goes.
    story.run("insert into person_identities (person_id, kind, value) values (1006, 'slug', 'ada-six')").await;
    let ask = story.page("/people/1006/erase").await;
    assert!(ask.contains("1\u{a0}name under which") && ask.contains("1\u{a0}engagement<"), "{ask}");
    let reply = story.browser.post("/people/1006/erase", &[]).await;
    assert_eq!(place(&reply).as_deref(), Some("/people?did=erased"), "{}", reply.whole);
    assert!(story.people("select id from persons where id = 1006").await.is_empty());
    assert_eq!(story.browser.get("/people/1006").await.status, 404);
    assert_eq!(story.browser.post("/people/1006/erase", &[]).await.status, 404);
}

#[tokio::test]
async fn a_profile_is_asked_for_where_somebody_can_be_asked() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    let offered = |page: &str| page.contains("action=\"/people/1002/profile\"");
    story
        .run(
            "insert into person_identities (person_id, kind, value, source) values (1002, 'slug', 'bjorn-two', 'file')",
        )
        .await;
    assert!(!offered(&story.page("/people/1002").await), "there is no connection yet");
    assert_eq!(story.browser.post("/people/1002/profile", &[]).await.status, 409);
    story
        .run("insert into linkedin_connections (name, type, status, sealed_credentials) values ('Apify', 'apify', 'valid', '\\x00')")
        .await;
    assert!(offered(&story.page("/people/1002").await));
    assert_eq!(
        story.browser.post("/people/1003/profile", &[]).await.status,
        409,
        "nobody knows how 1003 is called there"
    );
    let reply = story.browser.post("/people/1002/profile", &[]).await;
    assert_eq!(reply.header("location"), Some("/people/1002?did=asked"), "{}", reply.whole);
    let job = story.word("select kind || ' ' || (input ->> 'url') || ' ' || state from scraping_jobs").await;
    assert_eq!(job, "profile https://www.linkedin.com/in/bjorn-two pending");
    let page = story.page("/people/1002").await;
    assert!(!offered(&page) && page.contains("Asked for on"), "not twice: {page}");
}

#[tokio::test]
async fn people_are_their_tenants_and_nobody_changes_them_who_may_not() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story
        .run("insert into persons (tenant_id, id, name) select id, 77777, 'Their secret' from tenants where slug = 'second';
              insert into companies (tenant_id, id, name, name_key) select id, 77777, 'Secret company', 'x' from tenants where slug = 'second'")
        .await;
    for path in ["", "/erase"] {
        let there = story.browser.get(&format!("/people/77777{path}")).await;
        let none = story.browser.get(&format!("/people/88888{path}")).await;
        assert_eq!((there.status, none.status), (404, 404), "{path}");
        assert_eq!(body(&there), body(&none));
    }
    let persona = story.word("select id::text from personas where name = 'Marketers'").await;
    let fields =
        [("persona", persona.as_str()), ("act", "pin"), ("status", "new"), ("notes", "x"), ("person", "77777")];
    for path in ["/status", "/notes", "/target", "/profile", "/erase"] {
        assert_eq!(story.browser.post(&format!("/people/77777{path}"), &fields).await.status, 404, "{path}");
    }
    assert_eq!(
        story.browser.post("/people/bulk", &fields).await.status,
        303,
        "whom there is not, nothing is done with"
    );
    let untouched = "select concat_ws('|', name, lead_status, notes) from persons where id = 77777";
    assert_eq!(story.word(untouched).await, "Their secret");
    for path in ["/people?text=secret", "/people.csv?text=secret", "/people?company=77777", "/companies?text=secret"] {
        assert!(
            !story.page(path).await.contains("ecret company") && !story.page(path).await.contains("Their"),
            "{path}"
        );
    }
    for odd in ["0", "-1", "x", "99999999999999999999", "%00"] {
        assert_eq!(story.browser.get(&format!("/people/{odd}")).await.status, 404, "{odd}");
    }

    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    for path in ["/people", "/people.csv", "/people/1002", "/companies", "/companies.csv", "/companies/901"] {
        let shown = page(&mut viewer, path).await;
        for button in ["method=\"post\" action=\"/people", "/erase\"", "name=\"person\""] {
            assert!(!shown.contains(button), "{path} shows {button}");
        }
        let refused = client.get(path).await;
        assert!(
            refused.status == 403 && body(&refused).contains("A member who sees all campaigns"),
            "{path}: {}",
            refused.whole
        );
    }
    for path in ["/people/1002", "/people/1002/target", "/people/1002/profile", "/people/1002/erase", "/people/bulk"] {
        for browser in [&mut viewer, &mut client] {
            let refused = browser.post(path, &fields).await;
            assert!(
                refused.status == 403 && body(&refused).contains("An editor or an owner"),
                "{path}: {}",
                refused.whole
            );
        }
    }
    assert_eq!(viewer.get("/people/1002/erase").await.status, 403);
    for path in ["/", "/campaigns", "/campaigns/901"] {
        let shown = page(&mut client, path).await;
        for link in ["href=\"/people", "href=\"/personas", "href=\"/companies"] {
            assert!(!shown.contains(link), "{path} leads a client to {link}");
        }
    }
    // Nobody else's page may send these.
    let mut foreign = story.browser.clone().saying("sec-fetch-site", "cross-site");
    assert_eq!(foreign.post("/people/1002/erase", &[]).await.status, 403);
    assert_eq!(story.people("select id from persons where id = 1002").await, [1002]);
}

#[tokio::test]
async fn nothing_of_a_person_is_html_or_script_or_a_formula() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let hostile = "=</textarea></script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    story.run("set app.tenant_id = '00000000-0000-0000-0000-000000000001'; insert into companies (id, name, name_key, linkedin_slug) values (901, 'x', 'x', 'x')").await;
    story.run("update persons set company_id = 901").await;
    for column in [
        "name",
        "headline",
        "current_title",
        "title_override",
        "location",
        "email",
        "owner",
        "notes",
        "about",
        "enrichment_source",
        "notable_reason",
    ] {
        story.owner.execute(&format!("update persons set {column} = $1::text"), &[&hostile]).await.unwrap();
    }
    story.run("update persons set is_notable = true, enrichment_status = 'enriched', tags = array[name], linkedin_url = 'javascript:alert(1)'").await;
    for column in ["name", "industry", "location", "domain"] {
        story.owner.execute(&format!("update companies set {column} = $1::text"), &[&hostile]).await.unwrap();
    }
    story.run("update companies set linkedin_url = 'data:text/html,x', linkedin_slug = '\"><img src=x>'").await;
    story.owner.execute("update personas set name = $1 || id", &[&hostile]).await.unwrap();
    story.owner.execute("update campaigns set name = $1 || id", &[&hostile]).await.unwrap();
    story
        .owner
        .execute("update posts set title = $1, url = 'javascript:alert(' || id || ')'", &[&hostile])
        .await
        .unwrap();
    story
        .owner
        .execute("update engagements set comment_text = $1 where engagement_type = 'comment'", &[&hostile])
        .await
        .unwrap();
    story.owner.execute("insert into person_identities (person_id, kind, value) select id, 'sales_nav_id', $1 || id from persons limit 5", &[&hostile]).await.unwrap();
    let ids = story.people("select person_id from person_identities order by 1").await;
    let text: String = url::form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
    let mut paths = vec![
        "/people".to_owned(),
        format!("/people?text={text}&company=901"),
        "/companies".to_owned(),
        format!("/companies?text={text}&industry={text}"),
        "/companies/901".to_owned(),
    ];
    paths.extend(ids.iter().flat_map(|id| [format!("/people/{id}"), format!("/people/{id}/erase")]));
    for path in &paths {
        let page = story.page(path).await;
        assert!(!page.contains("<script>alert") && !page.contains("<img"), "{path}: {page}");
        for link in ["href=\"javascript:", "href=\"data:text"] {
            assert!(!page.contains(link), "{path}: {page}");
        }
        assert!(page.contains("&#60;img src=x"), "{path}: {page}");
    }
    for path in ["/people.csv", "/companies.csv"] {
        let text = if path == "/people.csv" { file(&mut story.browser, path).await } else { story.page(path).await };
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            assert!(row.unwrap().iter().all(|cell| !cell.starts_with('=')), "{path}");
        }
    }
}

#[tokio::test]
async fn where_nobody_is_the_pages_say_what_to_do() {
    let mut story = Story::begin().await;
    for path in ["/people", "/companies"] {
        assert!(story.page(path).await.contains("href=\"/imports\">"), "{path}");
    }
    assert_eq!(file(&mut story.browser, "/people.csv").await.lines().count(), 1);
    assert_eq!(story.page("/companies.csv").await.lines().count(), 1);
    let mut nobody = Browser::new(story.server.address);
    for path in ["/people", "/people/1", "/people.csv", "/companies", "/companies/1", "/personas", "/personas/new"] {
        assert_eq!(nobody.get(path).await.status, 303, "{path}");
    }
}
