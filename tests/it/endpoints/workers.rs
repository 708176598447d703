//! Deliveries by servers with workers of their own: killed, and kept waiting.

use super::*;

/// A server with a worker that may call these receivers.
fn server(story: &Story, receivers: &[&Receiver]) -> Server {
    let origins: Vec<String> = receivers.iter().map(|receiver| receiver.origin()).collect();
    let mut command = rapport(&story.stand.app.url(), &["serve", "--bind", "127.0.0.1:0"]);
    // The key that sealed the story's secrets.
    let key = story.stand.files.0.join("master.key");
    command.env_remove("RAPPORT_MASTER_KEY").env("RAPPORT_MASTER_KEY_FILE", key);
    command.env("RAPPORT_ENDPOINT_ORIGINS", origins.join(" "));
    Server::spawn(command)
}

/// Waits for a number of rows.
async fn until(story: &Story, rows: &str, wanted: i64) {
    let until = Instant::now() + Duration::from_mins(1);
    let count = format!("select count(*) from {rows}");
    while story.stand.one::<i64>(&count).await != wanted {
        assert!(Instant::now() < until, "{rows} are not {wanted}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_that_is_killed_in_the_middle_of_a_delivery_loses_nothing() {
    let story = Story::begin("killed").await;
    let New { id, secret } = story.endpoint(&[]).await;
    story.receiver.will_answer([Reply::Silence]);
    let delivery = story.test(id).await;
    let doomed = server(&story, &[&story.receiver]);
    story.receiver.hears(1).await;
    drop(doomed);
    let row = story.json("select state::text, attempts, ended_at from webhook_deliveries").await;
    assert_eq!(row, json!({"state": "pending", "attempts": 1, "ended_at": null}));
    // When its lease has ended and its time has come, which need not be waited for.
    story
        .run("update webhook_endpoints set busy_until = now(); update webhook_deliveries set next_attempt = now()")
        .await;
    let next = server(&story, &[&story.receiver]);
    let heard = story.receiver.hears(2).await;
    assert!(heard.iter().all(|heard| heard.id == delivery.to_string() && heard.is_signed_with(&secret)));
    until(&story, "webhook_deliveries where state = 'delivered' and attempts = 2", 1).await;
    until(&story, "webhook_endpoints where busy_until is null", 1).await;
    assert!(next.stop().0.success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_endpoint_that_is_slow_keeps_no_other_tenant_waiting() {
    let story = Story::begin("slow").await;
    let slow = Receiver::start().await;
    slow.will_answer(vec![Reply::Silence; 100]);
    for number in 0..12 {
        let tx = story.stand.database.tenant(DEFAULT).await.unwrap();
        let (allowed, name) = (slow.origin().parse().unwrap(), format!("slow {number}"));
        let made = endpoints::add(story.sealing(), &tx, &allowed, (&name, &slow.url()), &[]).await.unwrap();
        endpoints::test(&tx, made.id).await.unwrap();
        tx.commit().await.unwrap();
    }
    let server = server(&story, &[&slow, &story.receiver]);
    slow.hears(4).await;
    // All of the slow one's are on their way or wait; another tenant's goes at once.
    let other = story.stand.tenant("other").await;
    let theirs = story.endpoint_of(other, "quick", &story.receiver.url(), &[]).await.unwrap();
    let tx = story.stand.database.tenant(other).await.unwrap();
    endpoints::test(&tx, theirs.id).await.unwrap();
    tx.commit().await.unwrap();
    story.receiver.hears(1).await;
    let row = story
        .json(
            "select count(*) filter (where busy_until > now()) as busy, count(*) as all from webhook_endpoints e
        join tenants t on t.id = e.tenant_id where slug = 'default'",
        )
        .await;
    assert_eq!(row, json!({"busy": 4, "all": 12}), "no tenant has more than four places");
    let ended: i64 = story.stand.one("select count(*) from webhook_deliveries d join tenants t on t.id = d.tenant_id where slug = 'default' and response_status is not null").await;
    assert_eq!((ended, slow.heard().len()), (0, 4), "and what is slow was not waited for");
    until(&story, "webhook_deliveries where state = 'delivered'", 1).await;
    drop(server);
}
