//! The pages of jobs, schedules and webhooks that came in.

use std::collections::BTreeSet;

use rapport::simulators::apify::TOKEN;

use super::{Story, body, connections::location};
use crate::{
    support::{
        server::add_hook,
        services::{Services, must_tell_nothing},
    },
    webhooks::stand,
};

const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

/// A connection to Apify.
async fn connect(story: &mut Story) {
    location(&story.browser.post("/connections", &[("kind", "apify"), ("name", "Apify"), ("token", TOKEN)]).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_for_in_a_page_is_followed_until_it_is_over() {
    let services = Services::start();
    let mut story = Story::begin_beside(&services).await;
    let empty = story.page("/jobs").await;
    assert!(empty.contains("No job yet") && empty.contains("href=\"/connections/new\""), "{empty}");
    assert!(story.page("/jobs/new").await.contains("No connection to Apify that can be used"));
    connect(&mut story).await;
    let form = [
        ("what", "scrape"),
        ("kind", "reactions"),
        ("urls", POST),
        ("campaign", "Spring"),
        ("cost", "2.5"),
        ("every", "1d"),
    ];
    let place = location(&story.browser.post("/jobs", &form).await);
    let one = place.strip_suffix("?did=queued").unwrap().to_owned();
    let shown = story.browser.watch(&one, |page| page.contains(">Completed</span>")).await;
    let row = story.owner.query_one("select found, cost::float8, (select count(*) from api_calls a where a.job_id = j.id) from scraping_jobs j where kind = 'reactions'", &[]).await.unwrap();
    let (found, cost, calls): (i32, f64, i64) = (row.get(0), row.get(1), row.get(2));
    assert!(found > 0 && cost > 0.0 && calls > 0);
    let figure = |words: &str, value: &str| format!("<dt>{words}</dt><dd class=\"figure\">{value}</dd>");
    for figure in [
        figure("Found", &found.to_string()),
        figure("Calls", &calls.to_string()),
        figure("Cost", &format!("{cost:.2}\u{202f}USD")),
    ] {
        assert!(shown.contains(&figure), "{figure}: {shown}");
    }
    for step in ["Put into the queue", "attempt 1 of 5", "A run was asked for at Apify"] {
        assert!(shown.contains(step), "{step}: {shown}");
    }
    assert_eq!(shown.matches("<td><code>").count(), usize::try_from(calls).unwrap(), "every call: {shown}");
    // The schedule that came with it, paused and deleted.
    let list = story.page("/schedules").await;
    assert!(list.contains("1\u{a0}day") && list.contains("linkedin.com/feed"), "{list}");
    let id: String = story.owner.query_one("select id::text from job_schedules", &[]).await.unwrap().get(0);
    let schedule = format!("/schedules/{id}");
    assert_eq!(
        location(&story.browser.post(&format!("{schedule}/active"), &[("active", "no")]).await),
        "/schedules?did=paused"
    );
    assert!(
        story.page("/schedules").await.contains(">Paused</span>")
            && story.numbers_of("job_schedules where is_active").await == 0
    );
    location(&story.browser.post(&format!("{schedule}/active"), &[("active", "yes")]).await);
    assert_eq!(story.numbers_of("job_schedules where is_active").await, 1);
    location(&story.browser.post(&format!("{schedule}/delete"), &[]).await);
    assert_eq!((story.numbers_of("job_schedules").await, story.browser.get(&one).await.status), (0, 200));
    must_tell_nothing(&(shown + list.as_str() + story.server.said().as_str()), &[]);
}

#[tokio::test]
async fn a_wish_that_is_wrong_comes_back_as_it_was_typed() {
    let mut story = Story::begin().await;
    connect(&mut story).await;
    let before = story.numbers_of("scraping_jobs").await;
    for (fields, words) in [
        (vec![("what", "scrape"), ("kind", "reactions"), ("urls", "https://www.example.org/<b>")], "linkedin"),
        (vec![("what", "scrape"), ("kind", "profile"), ("urls", POST)], "is no address of a profile"),
        (vec![("what", "scrape"), ("kind", "reactions"), ("urls", "")], "Give 1 to 1000 addresses"),
        (
            vec![("what", "scrape"), ("kind", "reactions"), ("urls", POST), ("max", "0")],
            "The most items are a whole number",
        ),
        (
            vec![("what", "scrape"), ("kind", "reactions"), ("urls", POST), ("cost", "much")],
            "US dollars are written like 2.50.",
        ),
        (vec![("what", "scrape"), ("kind", "reactions"), ("urls", POST), ("every", "1m")], "is no time like 6h"),
        (vec![("what", "enrichment"), ("people", "some")], "The number of people is a whole number."),
        (vec![("what", "sync"), ("days", "400")], "A sync asks for 1 to 365 days."),
        (vec![("what", "sync"), ("days", "30")], "There is no connection to LinkedIn that can be used"),
    ] {
        let reply = story.browser.post("/jobs", &fields).await;
        assert!(reply.status == 422 || reply.status == 409, "{}", reply.whole);
        let shown = body(&reply);
        assert!(shown.to_lowercase().contains(&words.to_lowercase()), "{words}: {shown}");
        for (name, value) in fields.iter().filter(|(name, _)| !["what", "kind", "every"].contains(name)) {
            let value = value.replace('<', "&#60;").replace('>', "&#62;");
            assert!(shown.contains(&value), "{name}: {shown}");
        }
    }
    assert_eq!(story.numbers_of("scraping_jobs").await, before);
}

#[tokio::test]
async fn the_list_shows_every_job_once_filters_retries_and_cancels() {
    let mut story = Story::begin().await;
    story.run("
        insert into linkedin_connections (name, type) values ('One', 'apify'), ('Two', 'apify');
        insert into scraping_jobs (kind, connection_id, state, error, finished_at, created_at, input)
        select case when n % 2 = 0 then 'profile' else 'reactions' end::job_kind, (select id from linkedin_connections where name = case when n % 3 = 0 then 'One' else 'Two' end),
          case when n = 7 then 'dead' else 'completed' end::job_state, case when n = 7 then 'Why <it> failed' end, now(), now() - n * interval '1 minute', '{}'
        from generate_series(1, 120) n;
        insert into scraping_jobs (kind, input) values ('mail', '{\"account\": \"canary-account\"}')").await;
    let ids = |page: &str| -> Vec<String> {
        page.split("href=\"/jobs/")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .filter(|id| id.len() == 36)
            .map(str::to_owned)
            .collect()
    };
    let (mut path, mut seen, mut pages) = ("/jobs".to_owned(), BTreeSet::new(), 0);
    loop {
        let page = story.page(&path).await;
        assert!(!page.contains("hx-trigger") && !page.contains("canary"), "nothing goes on: {page}");
        for id in ids(&page) {
            assert!(seen.insert(id), "once");
        }
        pages += 1;
        let Some(next) = page.split("rel=\"next\"").next().filter(|_| page.contains("rel=\"next\"")) else { break };
        path = next.rsplit("href=\"").next().unwrap().split('"').next().unwrap().replace("&#38;", "&");
    }
    assert_eq!((seen.len(), pages), (120, 3));
    for odd in ["7", "x~y", "1e300~00000000-0000-4000-8000-0000000000ff", "NaN~00000000-0000-4000-8000-0000000000ff"] {
        assert_eq!(
            ids(&story.page(&format!("/jobs?after={odd}")).await).len(),
            50,
            "what is no place is the start: {odd}"
        );
    }
    let one: String = story
        .owner
        .query_one("select id::text from linkedin_connections where name = 'One'", &[])
        .await
        .unwrap()
        .get(0);
    for (filter, count) in [("state=dead", 1), (&*format!("connection={one}&kind=profile"), 20), ("kind=sync", 0)] {
        assert_eq!(ids(&story.page(&format!("/jobs?{filter}")).await).len(), count, "{filter}");
        let file = story.page(&format!("/jobs.csv?{filter}")).await;
        assert_eq!(file.lines().count(), count + 1, "{filter}: {file}");
    }
    let file = story.page(&format!("/jobs.csv?after=1~{one}")).await;
    assert!(file.lines().count() == 121 && !file.contains("canary"), "a file is of all pages: {file}");
    assert!(file.contains("Reactions to a post,,Given up,Two,,,,,,0,") && file.contains("Why <it> failed"), "{file}");
    let dead = ids(&story.page("/jobs?state=dead").await).remove(0);
    let shown = story.page(&format!("/jobs/{dead}")).await;
    assert!(shown.contains("Why &#60;it&#62; failed") && shown.contains("/retry"), "{shown}");
    assert_eq!(
        location(&story.browser.post(&format!("/jobs/{dead}/retry"), &[]).await),
        format!("/jobs/{dead}?did=retried")
    );
    let list = story.page("/jobs").await;
    assert!(list.contains(" data-live=\"jobs\""), "the list is followed: {list}");
    assert!(story.page(&format!("/jobs/{dead}")).await.contains("/cancel"));
    location(&story.browser.post(&format!("/jobs/{dead}/cancel"), &[]).await);
    assert!(story.page(&format!("/jobs/{dead}")).await.contains(">Cancelled</span>"));
    // A mail of an account is nobody's to see, to send again or to keep back.
    let mail: String =
        story.owner.query_one("select id::text from scraping_jobs where kind = 'mail'", &[]).await.unwrap().get(0);
    assert_eq!(story.browser.get(&format!("/jobs/{mail}")).await.status, 404);
    for verb in ["retry", "cancel"] {
        assert_eq!(story.browser.post(&format!("/jobs/{mail}/{verb}"), &[]).await.status, 404);
    }
    assert_eq!(story.numbers_of("scraping_jobs where kind = 'mail' and state = 'pending'").await, 1);
}

#[tokio::test]
async fn the_inbox_says_what_became_of_a_delivery_and_works_it_through_once_more() {
    let mut story = Story::begin().await;
    assert!(story.page("/webhooks").await.contains("No webhook yet"));
    add_hook(&story.app.url(), "crm", b"canary-secret-of-a-webhook-0123456");
    let event = stand::created(&stand::reaction("somebody", "like", None));
    let sql = format!(
        "insert into webhook_inbox (source_id, delivery_id, body, state, attempts, error, processed_at) select id, 'first', convert_to('{event}', 'utf8'), 'dead', 8, 'Why <it> failed', now() from webhook_sources;
         insert into webhook_inbox (source_id, delivery_id, body, state, attempts, processed_at, received_at) select id, 'old-' || n, null, 'delivered', 1, now(), now() - n * interval '1 hour' from webhook_sources, generate_series(1, 60) n"
    );
    story.run(&sql).await;
    let inbox = story.page("/webhooks").await;
    assert!(inbox.contains("Why &#60;it&#62; failed") && inbox.contains("1 given up"), "{inbox}");
    assert_eq!(
        (inbox.matches("/replay\"").count(), inbox.matches(">not kept<").count()),
        (1, 49),
        "what is kept can be replayed"
    );
    assert!(inbox.contains("rel=\"next\""), "{inbox}");
    assert_eq!(story.page("/webhooks?state=dead").await.matches("<td class=\"name\">").count(), 1);
    let id: String = story
        .owner
        .query_one("select id::text from webhook_inbox where delivery_id = 'first'", &[])
        .await
        .unwrap()
        .get(0);
    for _ in 0..2 {
        assert_eq!(
            location(&story.browser.post(&format!("/webhooks/deliveries/{id}/replay"), &[]).await),
            "/webhooks?did=replayed"
        );
        assert_eq!(
            (story.numbers_of("engagements").await, story.numbers_of("persons").await),
            (1, 1),
            "once, however often"
        );
    }
    let inbox = story.page("/webhooks").await;
    assert!(!inbox.contains("given up;") && inbox.contains("1 unchanged"), "{inbox}");
    let gone = story.numbers_of("webhook_inbox where body is null").await;
    assert!(gone > 0);
    let old: String = story
        .owner
        .query_one("select id::text from webhook_inbox where delivery_id = 'old-1'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(story.browser.post(&format!("/webhooks/deliveries/{old}/replay"), &[]).await.status, 409);
    must_tell_nothing(&(inbox + &*story.server.said()), &["canary-secret-of-a-webhook"]);
}
