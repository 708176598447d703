//! What a page reads over two connections at once.

use std::{ptr, sync::Arc, time::Duration};

use rapport::db::{Reading, TenantId, TenantTx};
use tokio::task::JoinSet;
use tokio_postgres::error::SqlState;
use uuid::Uuid;

use crate::support::app::{DEFAULT, TestApp};

async fn posts(tx: &TenantTx) -> i64 {
    tx.query_one("select count(*) from posts", &[]).await.unwrap().get(0)
}

/// Where the machine is busy, a new connection may take longer than a page waits for it.
async fn over_two(app: &TestApp) -> Reading {
    for _ in 0..100 {
        let reading = app.database.reading(DEFAULT).await.unwrap();
        let (one, two) = reading.both();
        if !ptr::eq(one, two) {
            return reading;
        }
        reading.end().await;
    }
    panic!("no second connection came");
}

#[tokio::test]
async fn both_connections_see_one_moment_and_one_tenant_and_write_nothing() {
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let other: Uuid = owner
        .query_one("insert into tenants (slug, name) values ('other', 'Other') returning id", &[])
        .await
        .unwrap()
        .get(0);
    let post = |tenant: TenantId| format!("insert into posts (tenant_id, title) values ('{tenant}', 'One')");
    owner.batch_execute(&post(TenantId(other))).await.unwrap();

    let reading = over_two(&app).await;
    let (one, two) = reading.both();
    owner.batch_execute(&post(DEFAULT)).await.unwrap();
    assert_eq!(tokio::join!(posts(one), posts(two)), (0, 0), "it was written later, or is another tenant's");
    for tx in [one, two] {
        let refused = tx.batch_execute(&post(DEFAULT)).await.unwrap_err();
        assert_eq!(refused.code(), Some(&SqlState::READ_ONLY_SQL_TRANSACTION));
    }
    drop(reading);

    let reading = app.database.reading(DEFAULT).await.unwrap();
    let (one, two) = reading.both();
    assert_eq!(tokio::join!(posts(one), posts(two)), (1, 1));
    reading.end().await;
}

#[tokio::test]
async fn who_finds_no_second_connection_reads_over_one_and_nobody_waits_for_ever() {
    let app = TestApp::new().await;
    let mut held = Vec::new();
    while app.database.connections()[0].1 < 7 {
        held.push(app.database.tenant(DEFAULT).await.unwrap());
    }
    let reading = app.database.reading(DEFAULT).await.unwrap();
    let (one, two) = reading.both();
    assert!(ptr::eq(one, two), "the pool has eight");
    assert_eq!(tokio::join!(posts(one), posts(two)), (0, 0));
    reading.end().await;
    drop(held);

    // More readers than connections, each of which would like two.
    let database = Arc::new(app.database.apart());
    let mut readers = JoinSet::new();
    for _ in 0..40 {
        let database = Arc::clone(&database);
        readers.spawn(async move {
            let reading = database.reading(DEFAULT).await.unwrap();
            let (one, two) = reading.both();
            assert_eq!(tokio::join!(posts(one), posts(two)), (0, 0));
            reading.end().await;
        });
    }
    tokio::time::timeout(Duration::from_mins(1), readers.join_all()).await.expect("all of them were answered");
}
