//! What the pages of a server that runs show, and to whom they do not.

use std::collections::BTreeMap;

use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    browser::Browser,
    process::heard,
    server::{Server, rapport},
    services::Services,
};
use crate::webhooks::stand::Reply;

mod ads;
mod audit_log;
mod calendar;
mod campaign_groups;
mod companies;
mod connections;
mod consents;
mod custom_audiences;
mod endpoints;
mod everything;
mod imports;
mod in_chromium;
mod injection;
mod jobs;
mod live;
mod new_campaign;
mod other_teams;
mod overview;
mod people;
mod personas;
mod posts;
mod reports;
mod saved_views;
mod search;
mod segments;
mod strategies;
mod webhooks;

/// A server with an owner who is signed in.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
    browser: Browser,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = Server::start(&app.url(), &["--no-worker"]);
        Self::with(app, owner, server).await
    }

    /// The same beside LinkedIn and Apify, with a worker.
    async fn begin_beside(services: &Services) -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = services.server(&app.url(), &[]);
        Self::with(app, owner, server).await
    }

    async fn with(app: TestApp, owner: Client, server: Server) -> Self {
        let browser = Browser::new(server.address);
        let mut story = Self { app, owner, server, browser };
        story.browser = story.sign_in("ada@mail.example", &["--role", "owner"]).await;
        story
    }

    /// A browser of a new user of the default tenant.
    async fn sign_in(&self, email: &str, role: &[&str]) -> Browser {
        self.sign_in_to("default", email, role).await
    }

    /// A browser of a new user of a tenant.
    async fn sign_in_to(&self, tenant: &str, email: &str, role: &[&str]) -> Browser {
        self.say(&[&["--tenant", tenant, "user", "add", email], role].concat());
        let link = self.say(&["--tenant", tenant, "user", "link", email, "--sign-in"]);
        let token = link.trim().split_once("/link?token=").unwrap().1;
        let mut browser = Browser::new(self.server.address);
        let reply = browser.post("/link", &[("token", token)]).await;
        assert_eq!((reply.status, reply.header("location")), (303, Some("/")), "{}", reply.whole);
        browser
    }

    #[track_caller]
    fn say(&self, args: &[&str]) -> String {
        let output = heard(rapport(&self.app.url(), args).output().unwrap());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    async fn run(&self, sql: &str) {
        self.owner.batch_execute(sql).await.unwrap_or_else(|error| panic!("{error:?}"));
    }

    async fn id(&self, campaign: &str) -> i32 {
        self.owner.query_one("select id from campaigns where name = $1", &[&campaign]).await.unwrap().get(0)
    }

    async fn page(&mut self, path: &str) -> String {
        page(&mut self.browser, path).await
    }
}

async fn page(browser: &mut Browser, path: &str) -> String {
    let reply = browser.get(path).await;
    assert_eq!(reply.status, 200, "{path}: {}", reply.whole);
    body(&reply).to_owned()
}

fn body(reply: &Reply) -> &str {
    reply.whole.split_once("\r\n\r\n").unwrap().1
}

/// The rows of a CSV file by the campaign's name, each by the headings.
fn read(csv: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let row = |row: csv::StringRecord| headings.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
    let rows = reader.records().map(|record| record.unwrap()).map(|record| (record[0].to_owned(), row(record)));
    rows.collect()
}

/// Sixty people, three personas of whom some are of two, six posts in three campaigns that share a post, an ad, and engagements
/// of five weeks.
const PEOPLE: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    delete from personas;
    insert into personas (name, colour, criteria) values ('Makers', '#b8442e', '{}'), ('Deciders', '#2f7d6d', '{}'), ('Nobody', '#3b6fb6', '{}');
    insert into persons (name, headline, is_follower) select 'Person ' || n, 'Title ' || n, n % 3 = 0 from generate_series(1, 60) n;
    insert into targets (persona_id, person_id, is_active, pinned)
    select q.id, p.id, true, true from personas q join persons p
      on q.name = 'Makers' and p.id % 2 = 0 or q.name = 'Deciders' and p.id % 3 = 0
    on conflict (tenant_id, persona_id, person_id) do update set is_active = true, pinned = true, excluded = false;
    insert into campaigns (name, type, status, budget, currency, strategy_id, kpi_target)
    select v.name, v.type::campaign_type, v.status::campaign_status, v.budget, 'EUR', s.id, v.target
    from (values ('Spring', 'sponsored_content', 'active', 1000, 0.5), ('Summer', 'organic', 'paused', null, null), ('Autumn', 'organic', 'active', null, null)) v(name, type, status, budget, target)
    left join lateral (select id from campaign_strategies where primary_kpi = 'targeting_accuracy' or v.name = 'Spring' order by primary_kpi = 'targeting_accuracy' desc, name limit 1) s on v.name = 'Spring';
    insert into posts (title, url, impressions, clicks, posted_at)
    select 'Post ' || n, 'https://www.linkedin.com/posts/p' || n, case when n < 6 then 1000 * n end, case when n < 6 then 10 * n end, now() - n * interval '5 days' from generate_series(1, 6) n;
    insert into campaign_posts (campaign_id, post_id)
    select c.id, p.id from campaigns c join posts p on c.name = 'Spring' and p.title in ('Post 1', 'Post 2', 'Post 3') or c.name = 'Summer' and p.title in ('Post 3', 'Post 4', 'Post 5');
    insert into ads (campaign_id, name) select id, 'Ad' from campaigns where name = 'Spring';
    insert into ad_metrics_daily (ad_id, day, last_day, currency, spend, impressions, clicks, engagements)
    select id, current_date - n, current_date - n, 'EUR', 10.5, 5000, 20, 25 from ads cross join generate_series(1, 10) n;
    insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at, engaged_on)
    select p.id, q.id, t.kind::engagement_type, t.reaction::reaction_type, now() - (q.id * 7 + p.id * 3) % 35 * interval '1 day',
      (now() at time zone z.time_zone)::date - (q.id * 7 + p.id * 3) % 35
    from tenants z
    join posts p on p.tenant_id = z.id
    join persons q on (q.id * 13 + p.id * 5) % 4 = 0
    join (values ('reaction', 'like', 0), ('reaction', 'praise', 1), ('comment', null, 2), ('share', null, 3)) t(kind, reaction, n) on t.n = (q.id + p.id) % 7 or t.n = 0 and (q.id + p.id) % 7 > 3
    where z.slug = 'default'";

#[tokio::test]
async fn the_pages_show_the_numbers_of_the_command_line() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    for is_folded in [false, true] {
        if is_folded {
            // The figures are exact before a fold and after one.
            story.run("select app.keep_up()").await;
        }
        let rows: Value = serde_json::from_str(&story.say(&["--json", "campaign", "list"])).unwrap();
        let csv = read(&story.page("/campaigns.csv").await);
        assert_eq!(rows.as_array().unwrap().len(), csv.len());
        let list = story.page("/campaigns").await;
        for row in rows.as_array().unwrap() {
            let name = row["campaign"].as_str().unwrap();
            let cells = &csv[name];
            for (heading, key) in [
                ("Engagements", "engagements"),
                ("People", "unique_engagers"),
                ("People on target", "targeted_engagers"),
                ("Share on target", "targeting_accuracy"),
                ("Impressions", "impressions"),
                ("Clicks", "clicks"),
                ("Engagement rate", "engagement_rate"),
                ("Spend", "spend"),
                ("Budget", "budget"),
                ("Cost per engagement", "cost_per_engagement"),
                ("Engagements in 7 days", "engagements_last_7_days"),
                ("Engagements in the 7 days before", "engagements_previous_7_days"),
            ] {
                let said = (!cells[heading].is_empty()).then(|| cells[heading].parse::<f64>().unwrap());
                let near = said.zip(row[key].as_f64()).is_some_and(|(one, other)| (one - other).abs() < 1e-6);
                assert!(near || said.is_none() && row[key].is_null(), "{name} {key}: {said:?}, {}", row[key]);
            }
            assert_eq!(
                (cells["Status"].as_str(), cells["Type"].as_str()),
                (row["status"].as_str().unwrap(), row["type"].as_str().unwrap())
            );
            assert!(list.contains(&format!("<strong>{}</strong>", row["engagements"])), "{list}");
            let id = story.id(name).await;
            let page = story.page(&format!("/campaigns/{id}")).await;
            let figure = |words: &str| {
                let rest = page.split_once(&format!("<dt>{words}</dt><dd class=\"figure\">")).unwrap().1;
                rest.split_once("</dd>").unwrap().0.split(' ').next().unwrap().to_owned()
            };
            for (words, key) in [
                ("People reached", "unique_engagers"),
                ("On target", "targeted_engagers"),
                ("Engagements", "engagements"),
            ] {
                assert_eq!(figure(words), row[key].to_string(), "{name}");
            }
        }
        let spring = &csv["Spring"];
        assert!(spring["People on target"] != "0" && spring["Spend"] == "105.00", "the story has something to compare");
        assert_eq!(csv["Autumn"]["Share on target"], "", "of nobody there is no share");
    }
    // The week counts everybody once, and every engagement.
    let week: (i64, i64, i64) = {
        let sql = "select count(distinct e.person_id), count(distinct e.person_id) filter (where exists (
            select from targets t where t.person_id = e.person_id and t.is_active)), count(*)
            from engagements e join tenants z on z.id = e.tenant_id where engaged_on > (now() at time zone z.time_zone)::date - 7";
        let row = story.owner.query_one(sql, &[]).await.unwrap();
        (row.get(0), row.get(1), row.get(2))
    };
    let overview = story.page("/").await;
    for (words, number) in [("People reached", week.0), ("On target", week.1), ("Engagements", week.2)] {
        assert!(
            number > 0 && overview.contains(&format!(">{words}</a></dt><dd class=\"figure\">{number}</dd>")),
            "{words} {number}: {overview}"
        );
    }
}

#[tokio::test]
async fn a_campaign_is_shown_with_its_personas_posts_and_people() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let id = story.id("Spring").await;
    let said: Value = serde_json::from_str(&story.say(&["--json", "campaign", "show", "Spring"])).unwrap();
    let page = story.page(&format!("/campaigns/{id}")).await;
    for persona in said["personas"].as_array().unwrap() {
        let (name, people) = (persona["persona"].as_str().unwrap(), &persona["people_reached"]);
        assert!(page.contains(&format!("{name}</a></td><td class=\"num\">{people}</td>")), "{name}: {page}");
    }
    // What the chart ends with is what was reached.
    let chart = page.split_once("<script type=\"application/json\">").unwrap().1.split_once("</script>").unwrap().0;
    let chart: Value = serde_json::from_str(chart).unwrap();
    for series in chart["series"].as_array().unwrap() {
        let persona = said["personas"].as_array().unwrap().iter().find(|one| one["persona"] == series["name"]).unwrap();
        assert_eq!(series["data"].as_array().unwrap().last(), Some(&persona["people_reached"]));
        assert_eq!(series["data"].as_array().unwrap().len(), chart["x"].as_array().unwrap().len());
    }
    for post in said["posts"].as_array().unwrap() {
        let title = post["title"].as_str().unwrap();
        let row = page.split_once(&format!(">{title}</a>")).unwrap().1.split_once("</tr>").unwrap().0;
        for key in ["engagements", "unique_engagers"] {
            assert!(row.contains(&format!("<td class=\"num\">{}</td>", post[key])), "{title} {key}: {row}");
        }
    }
    assert_eq!(page.matches("<td class=\"num time wide\">").count(), 10, "ten of those who engaged");
    assert!(page.contains("Targeting accuracy") && page.contains("of the goal"), "{page}");
    assert!(
        !page.contains("href=\"#\"") && page.contains(&format!("href=\"/people?campaign={id}\"")),
        "what is shown leads to where it is from"
    );
    assert!(!page.contains("of those it is meant for"), "nobody said whom it is meant for");
    // Some of the people are of both.
    story
        .run("insert into campaign_personas (campaign_id, persona_id) select c.id, q.id from campaigns c, personas q where c.name = 'Spring' and q.name <> 'Nobody'")
        .await;
    let meant = "select count(distinct e.person_id) from engagements e
        join campaign_posts l on l.post_id = e.post_id join campaigns c on c.id = l.campaign_id and c.name = 'Spring'
        join campaign_personas a on a.campaign_id = c.id join targets t on t.persona_id = a.persona_id and t.person_id = e.person_id and t.is_active";
    let meant: i64 = story.owner.query_one(meant, &[]).await.unwrap().get(0);
    assert!(
        meant > 0
            && story.page(&format!("/campaigns/{id}")).await.contains(&format!("{meant} of those it is meant for"))
    );
}

#[tokio::test]
async fn where_there_is_nothing_the_pages_say_what_to_do() {
    let mut story = Story::begin().await;
    for path in ["/", "/campaigns"] {
        assert!(story.page(path).await.contains("href=\"/imports\">"), "{path}");
    }
    assert_eq!(read(&story.page("/campaigns.csv").await).len(), 0);
    story.say(&["campaign", "create", "Spring"]);
    let bare = story.page(&format!("/campaigns/{}", story.id("Spring").await)).await;
    assert!(bare.contains("No post belongs to this campaign yet") && !bare.contains("data-chart"), "{bare}");
    assert!(story.page("/campaigns?text=spring").await.contains(">Spring</a>"));
    for filter in ["text=winter", "status=paused", "type=mixed", "group=77", "group=x", "status=%27"] {
        let page = story.page(&format!("/campaigns?{filter}")).await;
        assert!(page.contains("No campaign is like that") && page.contains("href=\"/campaigns\">"), "{filter}: {page}");
    }
    // Whatever is asked for that there is not is the nearest that there is.
    for odd in ["page=9&sort=nothing&dir=up", "page=-1", "page=0", "page=99999999999999999999"] {
        assert!(story.page(&format!("/campaigns?{odd}")).await.contains(">Spring</a>"), "{odd}");
    }
    for id in ["0", "-1", "x", "99999999999999999999", "1%27", "%00"] {
        assert_eq!(story.browser.get(&format!("/campaigns/{id}")).await.status, 404, "{id}");
    }
    // An address that leads nowhere is a page for a browser, and a word for a program.
    let mut nobody = Browser::new(story.server.address).saying("accept", "text/html,*/*;q=0.8");
    let reply = nobody.get("/nowhere").await;
    assert!(reply.status == 404 && body(&reply).contains("No page has this address"), "{}", reply.whole);
    assert!(reply.header("content-security-policy").unwrap().contains("default-src 'none'"), "{}", reply.whole);
    assert!(!reply.whole.contains("<nav"), "nobody is led on who is not known: {}", reply.whole);
    // Whoever is signed in finds on from a problem of whichever kind, and a client only to what it may see.
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await.saying("accept", "text/html");
    for (path, status, words) in [
        ("/nowhere", 404, "No page has this address"),
        ("/campaigns/77777", 404, "There is nothing here"),
        ("/settings/audit", 403, "Not allowed"),
    ] {
        let reply = viewer.get(path).await;
        let page = body(&reply);
        assert!(reply.status == status && page.contains(words), "{path}: {}", reply.whole);
        assert!(page.contains("href=\"/personas\"") && page.contains("vera@mail.example"), "{path}: {page}");
    }
    let reply = Browser::new(story.server.address).get("/nowhere").await;
    assert_eq!((reply.status, body(&reply)), (404, "{\"status\":\"there is nothing here\"}\n"));
    // And who is not signed in is asked to.
    let mut nobody = Browser::new(story.server.address);
    for path in ["/", "/campaigns", "/campaigns/1", "/campaigns.csv"] {
        assert_eq!(nobody.get(path).await.status, 303, "{path}");
    }
}

#[tokio::test]
async fn more_than_a_page_of_campaigns_is_turned_and_sorted() {
    let mut story = Story::begin().await;
    story
        .run("set app.tenant_id = '00000000-0000-0000-0000-000000000001';
              insert into campaigns (name, status) select 'Campaign ' || to_char(n, 'FM000'), case when n % 2 = 0 then 'paused' else 'active' end::campaign_status from generate_series(1, 120) n")
        .await;
    let names = |page: &str| -> Vec<String> {
        let cells = page.split("<td class=\"name\"><a href=\"/campaigns/").skip(1);
        cells.map(|cell| cell.split_once("\">").unwrap().1.split_once("</a>").unwrap().0.to_owned()).collect()
    };
    let mut all = Vec::new();
    let mut path = "/campaigns?sort=name&dir=desc&status=paused".to_owned();
    loop {
        let page = story.page(&path).await;
        assert!(page.contains("60\u{a0}campaigns") && page.contains("aria-sort=\"descending\""), "{page}");
        all.extend(names(&page));
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
        path = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
    }
    assert_eq!(all.len(), 60);
    assert!(all.is_sorted_by(|one, other| one > other), "{all:?}");
    // The file has all of them, in the order of the page.
    let csv = story.page("/campaigns.csv?sort=name&dir=desc&status=paused").await;
    let rows: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(rows, all);
}

#[tokio::test]
async fn another_tenants_campaign_is_none() {
    let mut story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story.say(&["--tenant", "second", "campaign", "create", "Their secret"]);
    let id = story.id("Their secret").await;
    let theirs = story.browser.get(&format!("/campaigns/{id}")).await;
    let absent = story.browser.get("/campaigns/2147483647").await;
    assert_eq!((theirs.status, absent.status), (404, 404));
    assert_eq!(body(&theirs), body(&absent));
    for path in ["/", "/campaigns", "/campaigns.csv", "/campaigns?text=secret"] {
        assert!(!story.page(path).await.contains("Their secret"), "{path}");
    }
}

#[tokio::test]
async fn no_name_is_html_or_script_or_a_formula() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    for (table, column) in [
        ("campaigns", "name"),
        ("personas", "name"),
        ("persons", "name"),
        ("persons", "headline"),
        ("posts", "title"),
        ("tenants", "name"),
    ] {
        // Names of some things are there once.
        let text = format!("{}{hostile}", if table == "campaigns" { "=" } else { "" });
        let number = if matches!(column, "headline") { "" } else { " || id::text" };
        story.owner.execute(&format!("update {table} set {column} = $1::text{number}"), &[&text]).await.unwrap();
    }
    story.run("update posts set url = 'javascript:alert(' || id || ')'").await;
    let ids: Vec<i32> = story
        .owner
        .query("select id from campaigns order by id", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    let mut paths = vec!["/".to_owned(), "/campaigns".to_owned(), "/account".to_owned()];
    paths.push(format!(
        "/campaigns?text={}",
        url::form_urlencoded::byte_serialize(hostile.as_bytes()).collect::<String>()
    ));
    paths.extend(ids.iter().map(|id| format!("/campaigns/{id}")));
    for path in &paths {
        let page = story.page(path).await;
        assert!(
            !page.contains("alert(1)</script>") && !page.contains("<img") && !page.contains("javascript:"),
            "{path}: {page}"
        );
        assert!(page.contains("&#60;img src=x") || path == "/account", "{path}: {page}");
        for block in page.split("<script type=\"application/json\">").skip(1) {
            let block = block.split_once("</script>").unwrap().0;
            assert!(!block.contains('<'), "{block}");
            serde_json::from_str::<Value>(block).unwrap();
        }
        // One script, which is a file of ours, and data.
        let scripts = page.matches("<script").count() - page.matches("<script type=\"application/json\">").count();
        assert_eq!(scripts, 1, "{path}: {page}");
    }
    let page = story.page(&paths[4]).await;
    assert!(page.contains("\\u003c/script\\u003e"), "the chart names its personas: {page}");
    for name in read(&story.page("/campaigns.csv").await).into_keys() {
        assert!(name.starts_with("'="), "{name}");
    }
}

#[tokio::test]
async fn a_client_sees_their_campaigns_and_nothing_else() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    // Post 6 is in no campaign; whoever engaged with it alone is known to no client, nor is Spring to this one.
    story
        .run("set app.tenant_id = '00000000-0000-0000-0000-000000000001';
              insert into campaign_groups (name) values ('Secret group');
              update campaigns set name = 'Secret spring', campaign_group_id = (select id from campaign_groups where name = 'Secret group') where name = 'Spring';
              insert into persons (name) values ('Secret person');
              insert into targets (persona_id, person_id, is_active, pinned) select q.id, p.id, true, true from personas q, persons p where q.name = 'Makers' and p.name = 'Secret person'
                on conflict (tenant_id, persona_id, person_id) do update set is_active = true, pinned = true;
              insert into engagements (post_id, person_id, engagement_type) select p.id, q.id, 'share' from posts p, persons q, generate_series(1, 20)
                where p.title in ('Post 1', 'Post 6') and q.name = 'Secret person';
              insert into alerts (kind, message) values ('webhook', 'Secret alert')")
        .await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Summer"]).await;
    let mut owner = story.browser.clone();
    assert!(page(&mut owner, "/").await.contains("Secret person"), "the owner sees what the client does not");
    let (secret, summer) = (story.id("Secret spring").await, story.id("Summer").await);

    let hidden = client.get(&format!("/campaigns/{secret}")).await;
    let absent = client.get("/campaigns/2147483647").await;
    assert_eq!((hidden.status, body(&hidden)), (404, body(&absent)));
    let mut paths =
        vec!["/".to_owned(), "/campaigns".to_owned(), "/campaigns.csv".to_owned(), format!("/campaigns/{summer}")];
    for sort in ["name", "status", "impressions", "engagements", "rate", "people", "targeted", "spend", "cost", "week"]
    {
        for dir in ["asc", "desc"] {
            paths.push(format!("/campaigns?sort={sort}&dir={dir}"));
            paths.push(format!("/campaigns.csv?sort={sort}&dir={dir}"));
        }
    }
    for filter in ["text=secret", "status=active", "type=sponsored_content", "group=1", "page=2"] {
        paths.extend([format!("/campaigns?{filter}"), format!("/campaigns.csv?{filter}")]);
    }
    for path in &paths {
        let shown = page(&mut client, path).await;
        // What was typed is shown again.
        let shown = shown.replace("value=\"secret\"", "");
        assert!(!shown.contains("Secret"), "{path}: {shown}");
        assert!(!shown.contains(&format!("/campaigns/{secret}\"")), "{path}: {shown}");
    }
    assert_eq!(read(&page(&mut client, "/campaigns.csv").await).into_keys().collect::<Vec<_>>(), ["Summer"]);
    // Their week is that of their campaign.
    let sql = "select count(distinct e.person_id) from engagements e join campaign_posts l using (tenant_id, post_id) join tenants z on z.id = e.tenant_id
               where l.campaign_id = $1 and e.engaged_on > (now() at time zone z.time_zone)::date - 7";
    let people: i64 = story.owner.query_one(sql, &[&summer]).await.unwrap().get(0);
    let overview = page(&mut client, "/").await;
    assert!(
        overview.contains(&format!("<dt>People reached</dt><dd class=\"figure\">{people}</dd>")),
        "{people}: {overview}"
    );
    assert!(!overview.contains("<dt>Spend") && !overview.contains(">Spend</a></dt>"), "{overview}");

    // Whoever is confined to a campaign that was deleted sees nothing, and not everything.
    story.run(&format!("delete from campaigns where id = {summer}")).await;
    for path in ["/", "/campaigns"] {
        let shown = page(&mut client, path).await;
        assert!(shown.contains("No campaign is shared with you yet") && !shown.contains("rapport import"), "{shown}");
    }
}
