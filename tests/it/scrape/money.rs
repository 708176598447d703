//! What is paid for: once, no more than was allowed, and for nobody who is known already.

use rapport::simulators::apify::{Account, Ending};

use super::*;

/// As somebody who sees what a webhook tells.
async fn hinted(owner: &Client, run: &str) -> String {
    let sql = "select app.hint_run($1, (select id from linkedin_connections limit 1))";
    owner.query_one(sql, &[&run]).await.unwrap().get(0)
}

#[tokio::test]
async fn a_run_whose_answer_was_lost_is_its_jobs_though_a_webhook_tells_of_it_first() {
    for is_taken_in_first in [false, true] {
        let story = Story::begin(Options { reactions: (20, 20), ..Options::default() }).await;
        let owner = story.app.owner().await;
        story.apify.faults().set("runs.start", When::Next(1), Fault::LostAnswer);
        story.enqueue(1);
        story.say(&["job", "run"]);
        assert_eq!(story.apify.runs().len(), 1);
        let far = "update scraping_jobs set run_at = now() + interval '1 hour' where kind = 'reactions'";
        owner.batch_execute(far).await.unwrap();
        assert_eq!(hinted(&owner, &story.apify.runs()[0].id).await, "enqueued");
        if is_taken_in_first {
            story.say(&["job", "run"]);
            let taken = "select count(*) from scraping_jobs where kind = 'apify_run' and state = 'completed'";
            assert_eq!(number(&owner, taken).await, 1);
        }
        owner.batch_execute("update scraping_jobs set run_at = now() where kind = 'reactions'").await.unwrap();
        finish(&story, &owner, 30).await;
        assert_eq!(story.apify.runs().len(), 1, "it was paid for twice");
        let done = "select count(*) from scraping_jobs where kind = 'reactions' and state = 'completed' and apify_run_id is not null";
        assert_eq!(number(&owner, done).await, 1, "{}", text(&story.say(&["job", "list"])));
        assert_eq!(hinted(&owner, &story.apify.runs()[0].id).await, "known");
        let spent = story.json(&["scrape", "budget", "--json"])["spent"].as_f64().unwrap();
        assert!((spent - story.apify.billed_usd()).abs() < 0.001, "{spent}");
        assert!(number(&owner, "select count(*) from engagements").await > 10);
        assert_exact(&owner).await;
    }
}

#[tokio::test]
async fn runs_of_others_that_cannot_be_looked_into_are_in_nobodys_way() {
    let story = Story::begin(Options { reactions: (20, 20), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    story.apify.faults().set("runs.start", When::Next(1), Fault::LostAnswer);
    story.enqueue(2);
    story.say(&["job", "run"]);
    // The first one that is looked into is the other's.
    story.apify.faults().set("records.get", When::Next(1), Fault::Status { status: 404 });
    finish(&story, &owner, 30).await;
    assert_eq!(story.apify.runs().len(), 2);
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'completed'").await, 2);
}

#[tokio::test]
async fn what_is_paid_by_the_item_counts_though_apify_does_not_say_what_a_run_has_cost() {
    let story = Story::begin(Options { reactions: (30, 30), ..Options::default() }).await;
    let owner = story.app.owner().await;
    assert!(story.say(&["scrape", "budget", "0.20"]).status.success());
    for number in 0..3 {
        assert!(story.say(&["scrape", "post", &post(number), "--actor", "apimaestro"]).status.success());
    }
    assert!(story.say(&["job", "run", "--slots", "1"]).status.success());
    let spent = story.json(&["scrape", "budget", "--json"])["spent"].as_f64().unwrap();
    assert!((spent - story.apify.billed_usd()).abs() < 0.001, "{spent} and {}", story.apify.billed_usd());
    assert!(spent > 0.1 && spent <= 0.2, "{spent}");
    assert!(number(&owner, "select count(*) from scraping_jobs where state = 'parked'").await >= 1);
    // A month later it is another month's, however long ago it was asked for.
    let told = "update scraping_jobs set created_at = now() - interval '70 days' where state = 'completed'; select 1";
    owner.batch_execute(told).await.unwrap();
    let now = || story.json(&["scrape", "budget", "--json"])["spent"].as_f64().unwrap();
    assert!((now() - spent).abs() < 1e-9);
    owner.batch_execute("update scraping_jobs set started_at = now() - interval '32 days'").await.unwrap();
    assert!(now() < 1e-9);
}

#[tokio::test]
async fn who_was_fetched_while_an_enrichment_waited_for_money_is_not_paid_for_again() {
    let story = Story::begin(Options { reactions: (30, 30), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    assert!(story.say(&["scrape", "budget", "0"]).status.success());
    story.say(&["enrich", "--wait"]);
    let waits = "select count(*) from scraping_jobs where kind = 'enrichment' and state = 'parked' and jsonb_array_length(input -> 'people') > 20";
    assert_eq!(number(&owner, waits).await, 1);
    // Days later somebody else asks for the same people.
    let later = "update persons set enrichment_attempted_at = now() - interval '2 days' where enrichment_status = 'pending'; \
                 update scraping_jobs set run_at = 'infinity' where state = 'parked'; update job_accounts set monthly_budget = null";
    owner.batch_execute(later).await.unwrap();
    let jobs = story.json(&["enrich", "--wait", "--json"]);
    assert!(jobs[0]["found"].as_i64().unwrap() > 20, "{jobs}");
    let billed = story.apify.billed_usd();
    finish(&story, &owner, 30).await;
    assert!((story.apify.billed_usd() - billed).abs() < 1e-9, "they were paid for twice");
    let nobody =
        "select count(*) from scraping_jobs where kind = 'enrichment' and extra ->> 'why' = 'Nobody needs it.'";
    assert_eq!(number(&owner, nobody).await, 1);
}

#[tokio::test]
async fn who_is_found_as_before_is_found_and_not_missed() {
    let story = Story::begin(Options { reactions: (12, 12), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    let ask = || story.json(&["enrich", "--max", "3", "--actor", "apimaestro", "--wait", "--json"]);
    ask();
    let enriched = "select count(*) from persons where enrichment_status = 'enriched'";
    let of_today =
        "select count(*) from persons where enrichment_status = 'enriched' and enriched_at > now() - interval '1 day'";
    let first = number(&owner, enriched).await;
    assert!(first >= 2);
    let month = "update persons set enriched_at = enriched_at - interval '31 days', enrichment_attempted_at = enrichment_attempted_at - interval '31 days', \
                 facts_seen_at = facts_seen_at - interval '31 days' where enrichment_status = 'enriched'; \
                 update persons set enrichment_status = 'missed', enrichment_attempted_at = now() where enrichment_status <> 'enriched'; \
                 update csv_imports set started_at = started_at - interval '31 days'";
    owner.batch_execute(month).await.unwrap();
    ask();
    assert_eq!((number(&owner, enriched).await, number(&owner, of_today).await), (first, first));
}

#[tokio::test]
async fn a_run_that_finds_nothing_at_all_says_nothing_about_anybody() {
    let story = Story::begin(Options { reactions: (12, 12), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.json(&["scrape", "post", &post(1), "--wait", "--json"]);
    story.apify.script(Script { items: Some(0), runs: 1, ..Script::default() });
    let jobs = story.json(&["enrich", "--wait", "--json"]);
    let asked = jobs[0]["extra"]["asked"].as_i64().unwrap();
    assert!(asked > 5, "{jobs}");
    assert_eq!(number(&owner, "select count(*) from persons where enrichment_status = 'failed'").await, asked);
}

#[tokio::test]
async fn a_job_that_waits_with_a_run_is_cancelled_there_too() {
    let story = Story::begin(Options { pace: Pace::Held, ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.enqueue(1);
    let mut worker = story.worker(&["--lease", "1", "--stay", "1"]);
    until(&owner, "select count(*) from scraping_jobs where state = 'parked'", 1).await;
    signal("TERM", worker.id());
    assert!(worker.wait().unwrap().success());
    let id: String = owner.query_one("select id::text from scraping_jobs", &[]).await.unwrap().get(0);
    assert!(story.say(&["job", "cancel", &id[..8]]).status.success());
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'pending'").await, 1);
    story.say(&["job", "run"]);
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'cancelled'").await, 1);
    let runs = story.apify.runs();
    assert!(runs.len() == 1 && format!("{:?}", runs[0].status).starts_with("Abort"), "{runs:?}");
    // One whose start nobody knows of is looked for, and not begun.
    story.apify.faults().set("runs.start", When::Next(1), Fault::Reset);
    story.enqueue(2);
    story.say(&["job", "run"]);
    let id: String =
        owner.query_one("select id::text from scraping_jobs where state = 'pending'", &[]).await.unwrap().get(0);
    assert!(story.say(&["job", "cancel", &id[..8]]).status.success());
    story.say(&["job", "run"]);
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'cancelled'").await, 2);
    assert_eq!(story.apify.runs().len(), 1);
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where reserved_cost is not null").await, 0);
}

#[tokio::test]
async fn r10_runs_that_go_on_for_long_leave_their_places_to_others() {
    let story = Story::begin(Options { pace: Pace::Held, ..Options::default() }).await;
    let owner = story.app.owner().await;
    assert!(story.say(&["tenant", "add", "other"]).status.success());
    let add = ["--tenant", "other", "connection", "add", "--name", "Own", "--apify-token", "-"];
    story.say_with(&add, TOKEN);
    for number in 0..5 {
        story.enqueue(number);
    }
    let mut worker = story.worker(&["--slots", "2", "--stay", "1"]);
    until(&owner, "select count(*) from scraping_jobs where apify_run_id is not null", 2).await;
    // All the worker's places are taken by runs that do not end; another tenant's job is done all the same.
    story.apify.script(Script {
        actor: Some("harvestapi~linkedin-post-comments".to_owned()),
        pace: Some(Pace::Millis(1)),
        runs: 1,
        ..Script::default()
    });
    assert!(story.say(&["--tenant", "other", "scrape", "post", &post(1), "--comments"]).status.success());
    until(&owner, "select count(*) from scraping_jobs where state = 'completed'", 1).await;
    let begun = "select count(*) from scraping_jobs where apify_run_id is not null and kind = 'reactions'";
    until(&owner, begun, 5).await;
    for run in story.apify.runs() {
        assert!(story.apify.finish(&run.id, Ending::Succeeded));
    }
    owner.batch_execute("update scraping_jobs set run_at = now() where state = 'parked'").await.unwrap();
    until(&owner, "select count(*) from scraping_jobs where state = 'completed'", 6).await;
    signal("TERM", worker.id());
    assert!(worker.wait().unwrap().success());
}

#[tokio::test]
async fn an_account_that_is_full_is_waited_for_and_one_without_money_is_told_of() {
    let full = Account { concurrent_runs: 0, ..Account::default() };
    let poor = Account {
        token: "apify_api_of_somebody_poor".to_owned(),
        user_id: "7sTSimulatedUser2".to_owned(),
        budget_usd: Some(0.0),
        ..Account::default()
    };
    let story = Story::begin(Options { accounts: vec![full, poor], ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.enqueue(1);
    story.say(&["job", "run"]);
    let soon = "select count(*) from scraping_jobs where state = 'parked' and run_at < now() + interval '10 minutes' and error like 'As many runs%'";
    assert_eq!(number(&owner, soon).await, 1, "{}", text(&story.say(&["job", "list"])));
    assert_eq!(number(&owner, "select count(*) from alerts").await, 0);
    story.say_with(&["connection", "edit", "Apify", "--apify-token", "-", "--json"], "apify_api_of_somebody_poor");
    owner.batch_execute("update scraping_jobs set run_at = now()").await.unwrap();
    story.say(&["job", "run"]);
    let tomorrow = "select count(*) from scraping_jobs where state = 'parked' and run_at between now() + interval '23 hours' and now() + interval '25 hours'";
    assert_eq!(number(&owner, tomorrow).await, 1, "{}", text(&story.say(&["job", "list"])));
    let alerts = text(&story.say(&["alert", "list"]));
    assert!(alerts.contains("no money left"), "{alerts}");
    // Whoever paid tries again, and nobody needs to be told any more.
    story.say_with(&["connection", "edit", "Apify", "--apify-token", "-", "--json"], TOKEN);
    owner.batch_execute("update scraping_jobs set run_at = now()").await.unwrap();
    story.say(&["job", "run"]);
    assert_eq!(number(&owner, "select count(*) from alerts where resolved_at is null").await, 0);
}

#[tokio::test]
async fn a_run_of_somebody_else_that_failed_is_neither_begun_again_nor_ended() {
    let story = Story::begin(Options { reactions: (20, 20), ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.apify.script(Script { ending: Ending::Failed, items: Some(5), runs: 1, ..Script::default() });
    story.enqueue(1);
    story.say(&["job", "run"]);
    let run = story.apify.runs()[0].id.clone();
    owner.batch_execute("delete from engagements; delete from api_calls; delete from scraping_jobs").await.unwrap();
    assert_eq!(hinted(&owner, &run).await, "enqueued");
    story.say(&["job", "run"]);
    let error: String =
        owner.query_one("select error from scraping_jobs where state = 'failed'", &[]).await.unwrap().get(0);
    assert!(error.contains("FAILED"), "{error}");
    assert_eq!(hinted(&owner, &run).await, "known", "and is not taken in again and again");
    assert_eq!(story.apify.runs().len(), 1);
}

#[tokio::test]
async fn a_connection_stays_while_a_run_that_only_it_can_end_goes_on() {
    let story = Story::begin(Options { pace: Pace::Held, ..Options::default() }).await;
    let owner = story.app.owner().await;
    story.enqueue(1);
    let mut worker = story.worker(&["--grace", "1"]);
    let until = Instant::now() + Duration::from_secs(30);
    while number(&owner, "select count(*) from scraping_jobs where apify_run_id is not null").await == 0 {
        assert!(Instant::now() < until, "it begins no run");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    signal("TERM", worker.id());
    worker.wait().unwrap();
    let delete = ["connection", "delete", "Apify", "--confirm", "Apify"];
    let said = story.say(&delete);
    assert!(!said.status.success() && text(&said).contains("rapport job cancel"), "{}", text(&said));
    let job: String = owner.query_one("select id::text from scraping_jobs", &[]).await.unwrap().get(0);
    assert!(story.say(&["job", "cancel", &job]).status.success());
    story.say(&["job", "run"]);
    // A run that is told to end takes a moment.
    let until = Instant::now() + Duration::from_secs(10);
    while story.apify.runs()[0].status.name() != "ABORTED" {
        assert!(Instant::now() < until, "{}", text(&story.say(&["job", "show", &job])));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(story.say(&delete).status.success());

    // One that opens nothing could not end it either.
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    story.enqueue(1);
    owner
        .batch_execute(
            "update scraping_jobs set apify_run_id = 'gone'; update linkedin_connections set status = 'invalid'",
        )
        .await
        .unwrap();
    assert!(story.say(&delete).status.success());
}

#[tokio::test]
async fn a_check_that_cannot_be_made_now_is_made_later_and_only_once() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    assert!(story.say(&["connection", "edit", "Apify", "--call-limit", "0"]).status.success());
    for _ in 0..3 {
        owner
            .batch_execute("update linkedin_connections set validate_after = now() - interval '1 minute'")
            .await
            .unwrap();
        story.say(&["job", "run"]);
    }
    let checks = "select count(*) from scraping_jobs where kind = 'validation'";
    assert_eq!(number(&owner, checks).await, 1, "{}", text(&story.say(&["job", "list"])));
    assert_eq!(number(&owner, "select count(*) from scraping_jobs where state = 'parked'").await, 1);
    // What Apify does not let anybody ask is not asked again at once.
    assert!(story.say(&["connection", "edit", "Apify", "--call-limit", "none"]).status.success());
    story.apify.faults().set("users.me", When::Every(1), Fault::Status { status: 403 });
    for _ in 0..8 {
        owner
            .batch_execute("update scraping_jobs set run_at = now() where state in ('pending', 'parked'); update linkedin_connections set validate_after = now() - interval '1 minute', paused_until = null")
            .await
            .unwrap();
        story.say(&["job", "run"]);
    }
    assert_eq!(number(&owner, checks).await, 1, "{}", text(&story.say(&["job", "list"])));
}

#[tokio::test]
async fn leave_for_a_call_and_its_end_do_not_wait_for_each_other() {
    let story = Story::begin(Options::default()).await;
    let owner = story.app.owner().await;
    owner
        .batch_execute("update rate_limits set emission_interval = interval '1 microsecond', burst = 1000")
        .await
        .unwrap();
    // Each ends with a rest of no time, which touches the pace as well as the connection.
    let calls = "do $$ declare c uuid := (select id from linkedin_connections); call bigint; begin for i in 1..300 loop \
                 select t.call_id into call from app.take_call(c, 'runs') t; \
                 commit; \
                 perform app.finish_call(call, 429, 1, 0, null, false, interval '0'); commit; end loop; end $$";
    let sessions = [story.app.owner().await, story.app.owner().await, story.app.owner().await];
    let [one, two, three] = &sessions;
    let ended = tokio::join!(one.batch_execute(calls), two.batch_execute(calls), three.batch_execute(calls));
    for ended in [ended.0, ended.1, ended.2] {
        ended.unwrap();
    }
}
