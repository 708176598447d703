//! Webhooks that go out: to a system that verifies them, over a real network, from a real database.

use std::{
    future::Future,
    io,
    net::IpAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use rapport::{
    db::TenantId,
    error::Error,
    hooks::{
        send::{Sender, Sent},
        signature::Secret,
    },
    http::{AllowedOrigins, Client, Lookup, Options},
    model::endpoints::{self, EndpointEvent, New, Sealing},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    support::{
        app::DEFAULT,
        server::{Server, rapport},
    },
    webhooks::stand::Stand,
};
use receiver::{Receiver, Reply};

mod commands;
pub mod receiver;
mod workers;

/// A persona, and nobody else's.
const PERSONA: &str = "set app.tenant_id = '00000000-0000-0000-0000-000000000001'; delete from personas;
    insert into personas (name, criteria, threshold) values ('Marketers', '{\"title\": {\"include\": [\"marketing\"]}}', 0.5)";

/// A database, a system that is told, and what tells it.
struct Story {
    stand: Stand,
    receiver: Receiver,
    sender: Sender,
}

impl Story {
    async fn begin(name: &str) -> Self {
        let (stand, receiver) = (Stand::open(name).await, Receiver::start().await);
        stand.owner.batch_execute(PERSONA).await.unwrap();
        let sender = sender(&stand, allowing(&[&receiver]));
        Self { stand, receiver, sender }
    }

    /// An endpoint of the default tenant's at the receiver.
    async fn endpoint(&self, events: &[EndpointEvent]) -> New {
        self.endpoint_of(DEFAULT, "crm", &self.receiver.url(), events).await.unwrap()
    }

    async fn endpoint_of(
        &self,
        tenant: TenantId,
        name: &str,
        url: &str,
        events: &[EndpointEvent],
    ) -> Result<New, Error> {
        let tx = self.stand.database.tenant(tenant).await.unwrap();
        let allowed = self.receiver.origin().parse().unwrap();
        let made = endpoints::add(self.sealing(), &tx, &allowed, (name, url), events).await?;
        tx.commit().await.map(|()| made)
    }

    fn sealing(&self) -> Sealing<'_> {
        Sealing { database: &self.stand.database, keyring: &self.stand.keyring }
    }

    async fn run(&self, sql: &str) {
        self.stand.owner.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    }

    async fn test(&self, endpoint: Uuid) -> Uuid {
        let tx = self.stand.database.tenant(DEFAULT).await.unwrap();
        let delivery = endpoints::test(&tx, endpoint).await.unwrap();
        tx.commit().await.unwrap();
        delivery
    }

    /// One attempt at what is due; what became of it.
    async fn next(&self, endpoint: Uuid) -> Option<String> {
        self.sender.next(DEFAULT, endpoint, None).await.unwrap().map(|sent| sent.became)
    }

    /// The same when the time has come, however long that would take.
    async fn next_in_time(&self, endpoint: Uuid) -> Option<String> {
        self.run("update webhook_deliveries set next_attempt = now() where state = 'failed'").await;
        self.next(endpoint).await
    }

    async fn json(&self, sql: &str) -> Value {
        self.stand.one(&format!("select to_jsonb(x) from ({sql}) x")).await
    }
}

/// A client that may call these, and trusts nobody's certificates.
fn allowing(receivers: &[&Receiver]) -> Client {
    let origins: Vec<String> = receivers.iter().map(|receiver| receiver.origin()).collect();
    let allowed: AllowedOrigins = origins.join(",").parse().unwrap();
    Client::new(Options { allowed, authorities: Some(Vec::new()), ..Options::default() }).unwrap()
}

fn sender(stand: &Stand, receivers: Client) -> Sender {
    Sender { database: Arc::clone(&stand.database), keyring: Arc::clone(&stand.keyring), receivers }
}

#[tokio::test]
async fn a_system_is_told_of_who_enters_and_who_leaves_by_what_it_can_verify() {
    let story = Story::begin("told").await;
    let New { id, secret } = story.endpoint(&[EndpointEvent::PersonEntered, EndpointEvent::PersonLeft]).await;
    story.run("insert into companies (id, name, name_key) values (901, 'Nordlicht GmbH', 'x');
        insert into persons (id, name, headline, current_title, company_id, linkedin_url) values
          (901, 'Ada Example', 'VP Marketing at Nordlicht', 'VP Marketing', 901, 'https://www.linkedin.com/in/ada-example'),
          (902, 'Bea Example', 'Illustrator', 'Illustrator', null, null)").await;
    assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
    assert_eq!(story.next(id).await, None, "of who does not match nothing is told");
    let heard = story.receiver.heard();
    assert_eq!((heard.len(), heard[0].path.as_str()), (1, "/hook?for=rapport"));
    assert!(heard[0].is_signed_with(&secret), "as the standard says");
    assert!(!heard[0].is_signed_with(&Secret::new(&[7; 32]).unwrap()), "and with nothing else");
    assert_eq!(heard[0].header("content-type"), "application/json");
    assert!(heard[0].header("user-agent").starts_with("rapport/"));
    let told = heard[0].json();
    let happened: jiff::Timestamp = told["timestamp"].as_str().unwrap().parse().unwrap();
    assert!(jiff::Timestamp::now().duration_since(happened).abs() < jiff::SignedDuration::from_mins(5), "{told}");
    let persona: String = story.stand.one("select id::text from personas").await;
    let score: f64 = story.stand.one("select match_score::float8 from targets where person_id = 901").await;
    let expected = json!({
        "persona": {"id": persona, "name": "Marketers"}, "cause": told["data"]["cause"],
        "people": [{"id": 901, "name": "Ada Example", "headline": "VP Marketing at Nordlicht", "title": "VP Marketing",
            "company": "Nordlicht GmbH", "linkedin_url": "https://www.linkedin.com/in/ada-example", "score": score}],
    });
    assert_eq!((&told["type"], &told["data"]), (&json!("person.entered"), &expected));
    // Whoever leaves is told too, and who is erased in between is in nothing that is sent.
    story.run("update persons set current_title = 'Gardener', headline = 'Gardener' where id = 901").await;
    story.run("insert into persons (id, name, current_title) values (903, 'Cleo Sample', 'Marketing')").await;
    story.run("select app.delete_person('00000000-0000-0000-0000-000000000001', 903)").await;
    assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
    assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
    let mut told: Vec<Value> = story.receiver.heard()[1..].iter().map(receiver::Heard::json).collect();
    told.sort_by_key(|told| told["type"].to_string());
    assert_eq!((&told[0]["type"], &told[0]["data"]["people"]), (&json!("person.entered"), &json!([])));
    assert_eq!(
        (&told[1]["type"], &told[1]["data"]["people"][0]["name"]),
        (&json!("person.left"), &json!("Ada Example"))
    );
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_under_one_id_until_it_is_given_up_and_can_be_sent_once_more() {
    let story = Story::begin("tried").await;
    let New { id, secret } = story.endpoint(&[]).await;
    let delivery = story.test(id).await;
    let elsewhere = format!("location: {}/elsewhere", story.receiver.origin());
    story.receiver.will_answer([
        Reply::Words(500, "x: y", "the database is away".to_owned()),
        Reply::Words(302, Box::leak(elsewhere.into_boxed_str()), String::new()),
        Reply::Words(503, "retry-after: 7200", String::new()),
        Reply::Words(200, "content-encoding: gzip", "x".repeat(100_000)),
    ]);
    for (problem, rest) in [
        ("It answered 500.", 48.0..=73.0),
        ("It answered 302, a redirect, which is not followed.", 239.0..=361.0),
        ("It answered 503.", 7190.0..=7201.0),
    ] {
        assert_eq!(story.next_in_time(id).await.as_deref(), Some("failed"));
        let row = story.json("select error, extract(epoch from next_attempt - clock_timestamp())::float8 as rest from webhook_deliveries").await;
        assert_eq!(row["error"], problem);
        assert!(rest.contains(&row["rest"].as_f64().unwrap()), "{row}");
        assert_eq!(story.next(id).await, None, "not before its time");
    }
    let kept = story.json("select response_status, response_start from webhook_deliveries").await;
    assert_eq!(kept, json!({"response_status": 503, "response_start": null}));
    assert_eq!(
        story.next_in_time(id).await.as_deref(),
        Some("delivered"),
        "a status is enough, whatever comes with it"
    );
    let heard = story.receiver.heard();
    assert_eq!(heard.len(), 4, "nobody was redirected");
    let now = jiff::Timestamp::now().as_second();
    for one in &heard {
        assert_eq!(one.id, delivery.to_string(), "one id");
        assert!(one.is_signed_with(&secret) && (now - one.timestamp).abs() < 60, "each with its own time");
    }
    // Ten attempts, and no more.
    let delivery = story.test(id).await;
    story.receiver.will_answer(vec![Reply::Status(404); 10]);
    for attempt in 1..=10 {
        let became = story.next_in_time(id).await;
        assert_eq!(became.as_deref(), Some(if attempt < 10 { "failed" } else { "dead" }), "{attempt}");
    }
    assert_eq!(story.next_in_time(id).await, None);
    let alert = "select message from alerts where endpoint_id is not null and resolved_at is null";
    assert!(story.json(alert).await["message"].as_str().unwrap().contains("given up after ten attempts"));
    // Once more, by the same id; and then there is nothing to look at any more.
    let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
    endpoints::replay(&tx, delivery).await.unwrap();
    assert!(matches!(endpoints::replay(&tx, Uuid::nil()).await, Err(Error::NotFound(_))));
    tx.commit().await.unwrap();
    assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
    assert_eq!(story.receiver.heard().last().unwrap().id, delivery.to_string());
    let open: i64 = story.stand.one("select count(*) from alerts where resolved_at is null").await;
    assert_eq!(open, 0);
}

#[tokio::test]
async fn who_answers_that_it_is_gone_is_switched_off_and_the_team_is_told() {
    let story = Story::begin("gone").await;
    let New { id, .. } = story.endpoint(&[]).await;
    let other = Receiver::start().await;
    let other_id = {
        let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
        let allowed = other.origin().parse().unwrap();
        let made =
            endpoints::add(story.sealing(), &tx, &allowed, ("pager", &other.url()), &[EndpointEvent::AlertRaised])
                .await;
        tx.commit().await.unwrap();
        made.unwrap().id
    };
    let pager = sender(&story.stand, allowing(&[&other]));
    story.test(id).await;
    story.receiver.will_answer([Reply::Status(410)]);
    assert_eq!(story.next(id).await.as_deref(), Some("dead"));
    let row = story.json(&format!("select is_active, trouble from webhook_endpoints where id = '{id}'")).await;
    assert_eq!(row["is_active"], false);
    assert!(row["trouble"].as_str().unwrap().contains("410"), "{row}");
    // The team's other system is told of it.
    assert_eq!(pager.next(DEFAULT, other_id, None).await.unwrap().unwrap().became, "delivered");
    let told = other.heard()[0].json();
    assert_eq!((&told["type"], &told["data"]["endpoint_id"]), (&json!("alert.raised"), &json!(id)));
    // Of what happens meanwhile it is told nothing.
    story.run("insert into persons (name, current_title) values ('Ada Example', 'Marketing')").await;
    let waiting: i64 = story.stand.one("select count(*) from webhook_deliveries where state = 'pending'").await;
    assert_eq!(waiting, 0);
    let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
    assert!(matches!(endpoints::test(&tx, id).await, Err(Error::Conflict(_))), "nor of a test");
}

#[tokio::test]
async fn both_secrets_sign_while_one_takes_the_place_of_the_other() {
    let story = Story::begin("rotated").await;
    let New { id, secret: old } = story.endpoint(&[]).await;
    let rotate = async |keep| {
        let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
        let secret = endpoints::rotate(story.sealing(), &tx, id, keep).await.unwrap();
        tx.commit().await.unwrap();
        secret
    };
    let signed = async || {
        story.test(id).await;
        assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
        story.receiver.heard().pop().unwrap()
    };
    let new = rotate(endpoints::KEPT).await;
    let heard = signed().await;
    assert!(heard.is_signed_with(&new) && heard.is_signed_with(&old), "for a day, both");
    let hours: f64 = story
        .stand
        .one("select (extract(epoch from previous_until - now()) / 3600)::float8 from webhook_endpoints")
        .await;
    assert!((23.9..=24.1).contains(&hours), "{hours}");
    story.run("update webhook_endpoints set previous_until = now()").await;
    let heard = signed().await;
    assert!(heard.is_signed_with(&new) && !heard.is_signed_with(&old), "and then one");
    let newest = rotate(Duration::ZERO).await;
    let heard = signed().await;
    assert!(heard.is_signed_with(&newest) && !heard.is_signed_with(&new), "or at once");
    let noted: i64 = story.stand.one("select count(*) from audit_log where event = 'endpoint.rotated'").await;
    assert_eq!(noted, 2);
}

/// A name that leads to the internet when it is asked for the first time, and inside ever after.
#[derive(Default)]
struct Rebinding(AtomicUsize);

impl Lookup for Rebinding {
    fn lookup(&self, _: &str) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> {
        let address = if self.0.fetch_add(1, Ordering::SeqCst) == 0 { "93.184.216.34" } else { "127.0.0.1" };
        Box::pin(async move { Ok(vec![address.parse().unwrap()]) })
    }
}

#[tokio::test]
async fn s9_nothing_inside_is_called_whatever_an_endpoint_says() {
    let story = Story::begin("inside").await;
    let inside = Receiver::start().await;
    // What is entered is refused at once, also where another port of the same host is allowed.
    for url in [
        "http://127.0.0.1/",
        "https://127.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://2130706433/",
        "https://rapport.internal/",
        "https://user:word@hooks.example/",
        "https://hooks.example:8443/",
        "ftp://hooks.example/",
        &inside.url(),
    ] {
        let refused = story.endpoint_of(DEFAULT, "inside", url, &[]).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{url}: {refused:?}");
    }
    // A change is one more way in.
    let New { id, .. } = story.endpoint(&[]).await;
    let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
    let said = json!({"url": inside.url()}).as_object().unwrap().clone();
    let changed = endpoints::change(&tx, &story.receiver.origin().parse().unwrap(), id, said).await;
    assert!(matches!(changed, Err(Error::Invalid(_))), "{changed:?}");
    drop(tx);
    // Whatever stands in the row, and whatever a name leads to by then, is judged once more when it is called.
    let rebinding = Arc::new(Rebinding::default());
    rebinding.lookup("once").await.unwrap();
    let options = Options { authorities: Some(Vec::new()), lookup: rebinding, ..Options::default() };
    let guarded = sender(&story.stand, Client::new(options).unwrap());
    for (url, words) in
        [(inside.url(), "it does not begin with https://"), ("https://rebound.example/".to_owned(), "it leads to")]
    {
        story.run(&format!("update webhook_endpoints set url = '{url}'")).await;
        let delivery = story.test(id).await;
        let Sent { became, .. } = guarded.next(DEFAULT, id, Some(delivery)).await.unwrap().unwrap();
        let row = story.json(&format!("select error from webhook_deliveries where id = '{delivery}'")).await;
        assert_eq!(became, "failed");
        assert!(row["error"].as_str().unwrap().contains(words), "{row}");
    }
    assert!(inside.heard().is_empty() && story.receiver.heard().is_empty());
}

#[tokio::test]
async fn s10_the_secret_of_an_endpoint_is_sealed_and_told_by_nobody() {
    let story = Story::begin("sealed").await;
    let New { id, secret } = story.endpoint(&[]).await;
    let text = secret.to_whsec().to_string();
    let bare = text.strip_prefix("whsec_").unwrap();
    let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
    endpoints::rotate(story.sealing(), &tx, id, endpoints::KEPT).await.unwrap();
    tx.commit().await.unwrap();
    // A receiver that breaks and writes its settings into the answer.
    story.receiver.will_answer([Reply::Words(500, "x: y", format!("SECRET={text} KEY={bare}"))]);
    story.test(id).await;
    assert_eq!(story.next(id).await.as_deref(), Some("failed"));
    let row = story.json("select response_start from webhook_deliveries").await;
    assert_eq!(row["response_start"], "SECRET=whsec_… KEY=…");
    let hex = rapport::hooks::signature::to_hex(secret.bytes());
    let all = story.stand.everything().await;
    assert!(!all.contains(bare) && !all.contains(&hex), "a secret is in the database");
    // A row that was copied to another place signs nothing.
    story.run("insert into webhook_endpoints (name, url, sealed_secret) select 'copy', url, sealed_secret from webhook_endpoints").await;
    let copy: Uuid = story.stand.one("select id from webhook_endpoints where name = 'copy'").await;
    let before = story.receiver.heard().len();
    story.test(copy).await;
    assert_eq!(story.next(copy).await.as_deref(), Some("failed"));
    assert_eq!(story.receiver.heard().len(), before, "what cannot be signed is not sent");
}

#[tokio::test]
async fn t7_a_tenant_is_told_of_its_own_and_nothing_is_sent_by_another() {
    let story = Story::begin("tenants").await;
    let New { id, .. } = story.endpoint(&[]).await;
    let other = story.stand.tenant("other").await;
    let theirs = story.endpoint_of(other, "crm", &story.receiver.url(), &[]).await.unwrap();
    story.run("insert into persons (name, current_title) values ('Ada Example', 'Marketing')").await;
    let delivery = story.test(id).await;
    assert_eq!(story.sender.next(other, theirs.id, None).await.unwrap(), None, "nothing is theirs");
    assert_eq!(story.sender.next(other, id, None).await.unwrap(), None, "and whose it is not sends nothing");
    let tx = story.stand.database.tenant(other).await.unwrap();
    assert!(matches!(endpoints::test(&tx, id).await, Err(Error::NotFound(_))));
    assert!(matches!(endpoints::replay(&tx, delivery).await, Err(Error::NotFound(_))));
    assert!(matches!(endpoints::delete(&tx, id).await, Err(Error::NotFound(_))));
    let rotated = endpoints::rotate(story.sealing(), &tx, id, Duration::ZERO).await;
    assert!(matches!(rotated, Err(Error::NotFound(_))), "{rotated:?}");
    drop(tx);
    assert!(story.receiver.heard().is_empty());
    assert_eq!(story.next(id).await.as_deref(), Some("delivered"));
}

#[tokio::test]
async fn many_people_at_once_are_many_small_deliveries() {
    let story = Story::begin("many").await;
    let New { id, .. } = story.endpoint(&[EndpointEvent::PersonEntered]).await;
    let people = "insert into persons (name, headline, current_title) select 'Person ' || n, repeat('Marketing ', 20), 'Marketing' from generate_series(1, 1234) n";
    story.run(people).await;
    let row = story.json("select count(*) as deliveries, sum(jsonb_array_length(facts -> 'people')) as people, max(length(facts::text)) as longest from webhook_deliveries").await;
    assert_eq!((&row["deliveries"], &row["people"]), (&json!(13), &json!(1234)), "{row}");
    assert!(row["longest"].as_i64().unwrap() < 3_000, "what waits is small: {row}");
    let mut told = std::collections::BTreeSet::new();
    while let Some(became) = story.next(id).await {
        assert_eq!(became, "delivered");
    }
    for heard in story.receiver.heard() {
        let people = heard.json()["data"]["people"].as_array().unwrap().clone();
        assert!(people.len() <= 100 && heard.bytes() < 64 * 1024, "{} bytes", heard.bytes());
        told.extend(people.iter().map(|person| person["id"].as_i64().unwrap()));
    }
    assert_eq!(told.len(), 1234, "everybody, once");
}

#[tokio::test]
async fn whoever_deletes_an_endpoint_breaks_nothing_that_happens_at_the_same_moment() {
    let story = Story::begin("deleted").await;
    let New { id, .. } = story.endpoint(&[]).await;
    // The endpoint is going while somebody enters, who waits for it to be gone, and is told of to nobody.
    let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
    endpoints::delete(&tx, id).await.unwrap();
    let entering = story.stand.app.owner().await;
    let entering = tokio::spawn(async move {
        entering
            .batch_execute(
                "set app.tenant_id = '00000000-0000-0000-0000-000000000001';
            insert into persons (name, current_title) values ('Ada Example', 'Marketing')",
            )
            .await
    });
    let waits = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    let until = Instant::now() + Duration::from_mins(1);
    while story.stand.one::<i64>(waits).await == 0 {
        assert!(Instant::now() < until && !entering.is_finished(), "it does not wait");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    tx.commit().await.unwrap();
    entering.await.unwrap().expect("the person is there");
    let row = story.json("select (select count(*) from targets where is_active) as targets, (select count(*) from webhook_deliveries) as deliveries").await;
    assert_eq!(row, json!({"targets": 1, "deliveries": 0}));
}
