//! Databases of the Supabase prototype, in every state in which one can be, become Rapport's without losing a row.

use std::{fs, process::Command};

use rapport_database::{cluster::find_binaries, deploy};
use tokio_postgres::Client;

use crate::support::app::{TestApp, root};

/// The variants and the files that make each, as `database/tests/prototype/README.md` explains them.
fn variants() -> Vec<(String, Vec<String>)> {
    let list = fs::read_to_string(root().join("database/tests/prototype/variants.tsv")).unwrap();
    let variants: Vec<_> = list
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, files)| (name.to_owned(), files.split_whitespace().map(str::to_owned).collect()))
        .collect();
    assert!(variants.len() >= 27, "variants are missing: {}", variants.len());
    variants
}

/// A database as the prototype left it.
async fn prototype(files: &[String]) -> (TestApp, Client) {
    let app = TestApp::empty().await;
    let client = app.owner().await;
    client.batch_execute("set search_path = public").await.unwrap();
    for file in files {
        let sql = fs::read_to_string(root().join(format!("database/tests/prototype/{file}.sql"))).unwrap();
        client.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{file}: {error:?}"));
    }
    (app, client)
}

/// Every check of `upgraded.sql` that does not hold.
async fn broken(client: &Client) -> Vec<String> {
    let checks = fs::read_to_string(root().join("database/tests/prototype/upgraded.sql")).unwrap();
    client.batch_execute("set search_path = public, app").await.unwrap();
    let messages = client.simple_query(&checks).await.unwrap_or_else(|error| panic!("upgraded.sql: {error:?}"));
    let rows: Vec<_> = messages
        .iter()
        .filter_map(|message| match message {
            tokio_postgres::SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        })
        .collect();
    assert!(!rows.is_empty(), "upgraded.sql checked nothing");
    rows.iter()
        .filter(|row| row.get("ok") != Some("t"))
        .map(|row| format!("{:?}: expected {:?}, found {:?}", row.get("check"), row.get("expected"), row.get("actual")))
        .collect()
}

/// All counts of our tables, to see that a second run changes nothing.
async fn counts(client: &Client) -> Vec<(String, i64)> {
    let rows = client
        .query(
            "select name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from public.%I', name), false, true, '')))[1]::text::bigint \
             from unnest(app.own_tables()) name where name <> 'schema_versions' order by name",
            &[],
        )
        .await
        .unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// Upgrades some of the variants by `rapport migrate`, twice.
async fn upgrade(part: usize, parts: usize) {
    for (name, files) in variants().into_iter().skip(part).step_by(parts) {
        let (app, client) = prototype(&files).await;
        let mut owner = app.owner().await;
        let done = deploy::migrate(&mut owner).await.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(done.app_replaced, "{name}");
        if name.starts_with("complete") {
            assert!(!done.adopted.is_empty(), "{name}: nothing was reported");
        }
        let wrong = broken(&client).await;
        assert!(wrong.is_empty(), "{name}:\n{wrong:#?}");
        let before = counts(&client).await;
        client.batch_execute("comment on schema app is 'Functions of Rapport, of another version'").await.unwrap();
        let again = deploy::migrate(&mut owner).await.unwrap_or_else(|error| panic!("{name}, again: {error}"));
        assert!(again.migrations.is_empty() && again.adopted.is_empty(), "{name}: the second run was not idle");
        assert_eq!(before, counts(&client).await, "{name}: the second run changed rows");
    }
}

#[tokio::test]
async fn every_variant_upgrades_by_migrate_part_1() {
    upgrade(0, 3).await;
}

#[tokio::test]
async fn every_variant_upgrades_by_migrate_part_2() {
    upgrade(1, 3).await;
}

#[tokio::test]
async fn every_variant_upgrades_by_migrate_part_3() {
    upgrade(2, 3).await;
}

/// Runs the files as the README tells a psql user to, all of them.
fn by_psql(app: &TestApp) {
    let psql = find_binaries(None).unwrap().dir().join("psql");
    for file in [
        "schema.sql",
        "migrations/002_create_personas_tables.sql",
        "migrations/003_fix_table_conflicts_and_add_strategies.sql",
        "migrations/004_add_campaign_persona_integration.sql",
    ] {
        let output = Command::new(&psql)
            .args(["-X", "-q", "-d", &app.url(), "-f"])
            .arg(root().join("database").join(file))
            .output()
            .unwrap();
        assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

#[tokio::test]
async fn psql_users_upgrade_with_the_four_files_and_may_run_them_again() {
    for (name, files) in variants() {
        if !["schema_early", "strategies_uuid_integer", "complete_user_text_bigint"].contains(&name.as_str()) {
            continue;
        }
        let (app, client) = prototype(&files).await;
        by_psql(&app);
        let wrong = broken(&client).await;
        assert!(wrong.is_empty(), "{name}:\n{wrong:#?}");
        let before = counts(&client).await;
        by_psql(&app);
        assert_eq!(before, counts(&client).await, "{name}: the second run changed rows");
    }
}

#[tokio::test]
async fn psql_users_make_a_fresh_database_that_migrate_takes_over() {
    let app = TestApp::empty().await;
    by_psql(&app);
    by_psql(&app);
    let client = app.owner().await;
    let before = counts(&client).await;
    let mut owner = app.owner().await;
    let done = deploy::migrate(&mut owner).await.unwrap();
    assert!(done.adopted.is_empty());
    assert_eq!(before, counts(&client).await);
    assert!(!deploy::is_pending(&mut owner).await.unwrap());
}

#[tokio::test]
async fn three_deploys_at_once_do_the_work_once() {
    let app = TestApp::empty().await;
    let (mut a, mut b, mut c) = (app.owner().await, app.owner().await, app.owner().await);
    let (a, b, c) = tokio::join!(deploy::migrate(&mut a), deploy::migrate(&mut b), deploy::migrate(&mut c));
    let applied = [a.unwrap(), b.unwrap(), c.unwrap()];
    assert_eq!(applied.iter().filter(|done| done.app_replaced).count(), 1, "{applied:?}");
}
