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
    load(&client, files).await;
    (app, client)
}

async fn load(client: &Client, files: &[String]) {
    for file in files {
        let sql = fs::read_to_string(root().join(format!("database/tests/prototype/{file}.sql"))).unwrap();
        client.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{file}: {error:?}"));
    }
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
        // What is whole also meets the next version.
        if name.starts_with("complete") {
            let older = "comment on schema app is 'Functions of Rapport, of another version'";
            client.batch_execute(older).await.unwrap();
        }
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

/// The rows of every table of the schema that the prototype's tables are in.
async fn rows_in(client: &Client, schema: &str) -> Vec<(String, i64)> {
    let rows = client
        .query(
            "select c.relname::text, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]::text::bigint \
             from pg_class c where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') \
             and c.relname not in ('adoption', 'bystanders') order by 1",
            &[&schema],
        )
        .await
        .unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// What the ledger says of every table, without what only moved.
async fn accounted(client: &Client) -> Vec<(String, i64)> {
    let rows = client
        .query(
            "select source_table, sum(rows)::bigint from public.migration_report \
             where to_regclass(format('prototype.%I', source_table)) is not null and outcome <> 'replaced' group by 1 order by 1",
            &[],
        )
        .await
        .unwrap();
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// One odd thing that somebody had in a database of the prototype: `odd/*.sql`, as `README.md` there explains them.
struct Odd {
    name: String,
    variant: String,
    /// Part of the sentence with which the upgrade refuses, where it does.
    refused: Option<String>,
    hazard: String,
    checks: String,
}

fn oddities() -> Vec<Odd> {
    let mut paths: Vec<_> = fs::read_dir(root().join("database/tests/prototype/odd"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let head = |word: &str| {
                text.lines().find_map(|line| line.strip_prefix(&format!("-- {word}: "))).map(str::to_owned)
            };
            let (hazard, checks) = text.split_once("\n-- after\n").unwrap_or((&text, ""));
            Odd {
                name: path.file_stem().unwrap().to_string_lossy().into_owned(),
                variant: head("variant").unwrap_or_else(|| "complete_text_bigint".to_owned()),
                refused: head("refused"),
                hazard: hazard.to_owned(),
                checks: checks.to_owned(),
            }
        })
        .collect()
}

/// A connection of an owner who is no superuser, as users of hosted databases are.
async fn plain_owner(app: &TestApp) -> Client {
    let client = app.owner().await;
    client
        .batch_execute(&format!(
            "do $$ begin create role prototype_owner createrole; exception when duplicate_object or unique_violation then null; end $$; \
             do $$ begin create role rapport_app nologin; exception when duplicate_object or unique_violation then null; end $$; \
             do $$ begin \
               if not pg_has_role('prototype_owner', 'rapport_app', 'member with admin option') then \
                 grant rapport_app to prototype_owner with admin option; \
               end if; \
             end $$; \
             alter database {} owner to prototype_owner; set session authorization prototype_owner; set search_path = public",
            app.name
        ))
        .await
        .unwrap();
    client
}

/// What goes wrong with one odd thing.
async fn wrongs(odd: &Odd, files: &[String]) -> Vec<String> {
    let app = TestApp::empty().await;
    let client = plain_owner(&app).await;
    load(&client, files).await;
    client.batch_execute(&odd.hazard).await.unwrap_or_else(|error| panic!("{}: {error:?}", odd.name));
    // As a superuser, from whom no policy hides a row.
    let all = app.owner().await;
    let before = rows_in(&all, "public").await;
    let mut owner = plain_owner(&app).await;
    let done = deploy::migrate(&mut owner).await;
    if let Some(sentence) = &odd.refused {
        let mut wrong = Vec::new();
        match done {
            Ok(_) => wrong.push("was not refused".to_owned()),
            Err(error) if error.to_string().contains(sentence) => {}
            Err(error) => wrong.push(format!("refused with other words: {error}")),
        }
        if rows_in(&all, "public").await != before {
            wrong.push("was changed, although refused".to_owned());
        }
        return wrong;
    }
    if let Err(error) = done {
        return vec![error.to_string()];
    }
    let mut wrong = Vec::new();
    let (moved, told) = (rows_in(&all, "prototype").await, accounted(&client).await);
    for (table, rows) in &moved {
        if !before.contains(&(table.clone(), *rows)) {
            wrong.push(format!("{table} has {rows} rows, and it had others before: {before:?}"));
        }
        if told.iter().find(|(name, _)| name == table).map(|(_, rows)| rows) != Some(rows) {
            wrong.push(format!("{table} has {rows} rows, and the report says {told:?}"));
        }
    }
    client.batch_execute("set search_path = public, app").await.unwrap();
    for check in [
        "select 'no difference from a recount' as name, 0 as expected, coalesce(sum(missing + wrong), 0) as actual from app.differences()",
        "select 'no difference from the truth' as name, 0 as expected, count(*) as actual from app.matching_differences()",
        odd.checks.as_str(),
    ] {
        let messages = client.simple_query(check).await.unwrap_or_else(|error| panic!("{}: {error:?}", odd.name));
        for message in messages {
            if let tokio_postgres::SimpleQueryMessage::Row(row) = message
                && row.get("expected") != row.get("actual")
            {
                wrong.push(format!(
                    "{}: expected {:?}, found {:?}",
                    row.get("name").unwrap_or_default(),
                    row.get("expected"),
                    row.get("actual")
                ));
            }
        }
    }
    let counted = counts(&client).await;
    let again = deploy::migrate(&mut owner).await.unwrap_or_else(|error| panic!("{}, again: {error}", odd.name));
    if again.app_replaced || counted != counts(&client).await {
        wrong.push("the second run was not idle".to_owned());
    }
    wrong
}

/// Upgrades some of the databases with odd things in them.
async fn odd_things(part: usize) {
    let variants = variants();
    #[expect(clippy::disallowed_methods, reason = "a setting of the tests is none of the program's")]
    let only = std::env::var("ODD").ok();
    let mut found = Vec::new();
    for odd in oddities().iter().skip(part).step_by(2) {
        if only.as_ref().is_some_and(|only| !odd.name.contains(only.as_str())) {
            continue;
        }
        let files = &variants.iter().find(|(name, _)| *name == odd.variant).unwrap().1;
        found.extend(wrongs(odd, files).await.into_iter().map(|wrong| format!("{}: {wrong}", odd.name)));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[tokio::test]
async fn odd_things_stop_no_upgrade_and_lose_no_row_part_1() {
    odd_things(0).await;
}

#[tokio::test]
async fn odd_things_stop_no_upgrade_and_lose_no_row_part_2() {
    odd_things(1).await;
}

/// Runs the files as the README tells a psql user to, all of them.
fn by_psql(app: &TestApp) {
    for file in [
        "schema.sql",
        "migrations/002_create_personas_tables.sql",
        "migrations/003_fix_table_conflicts_and_add_strategies.sql",
        "migrations/004_add_campaign_persona_integration.sql",
    ] {
        psql(app, file);
    }
}

fn psql(app: &TestApp, file: &str) {
    let output = Command::new(find_binaries(None).unwrap().dir().join("psql"))
        .args(["-X", "-q", "-d", &app.url(), "-f"])
        .arg(root().join("database").join(file))
        .output()
        .unwrap();
    assert!(output.status.success(), "{file}: {}", String::from_utf8_lossy(&output.stderr));
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
    // What psql made is not claimed to have been made now.
    assert_eq!((done.migrations.len(), done.checked.len()), (0, 4), "{done:?}");
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

#[tokio::test]
async fn a_deploy_heeds_neither_time_limits_nor_isolation_of_the_database() {
    let app = TestApp::empty().await;
    let client = app.owner().await;
    for setting in [
        "statement_timeout = '100ms'",
        "idle_in_transaction_session_timeout = '100ms'",
        "default_transaction_isolation = 'repeatable read'",
        "default_transaction_read_only = on",
    ] {
        client.batch_execute(&format!("alter database {} set {setting}", app.name)).await.unwrap();
    }
    let (mut a, mut b) = (app.owner().await, app.owner().await);
    let (a, b) = tokio::join!(deploy::migrate(&mut a), deploy::migrate(&mut b));
    assert_eq!([a.unwrap(), b.unwrap()].iter().filter(|done| done.app_replaced).count(), 1);
    by_psql(&app);
}

#[tokio::test]
async fn migrate_reports_what_it_adopted_after_psql_ran_the_first_file() {
    let files = variants().into_iter().find(|(name, _)| name == "complete_text_bigint").unwrap().1;
    let (app, _client) = prototype(&files).await;
    psql(&app, "schema.sql");
    let done = deploy::migrate(&mut app.owner().await).await.unwrap();
    let told: Vec<&str> = done.adopted.iter().map(|line| line.table.as_str()).collect();
    assert!(told.contains(&"personas") && told.contains(&"campaign_strategies"), "{told:?}");
    assert!(!told.contains(&"persons"), "what psql adopted is told as if this had been the deploy: {told:?}");
}

#[tokio::test]
async fn a_service_starts_after_psql_ran_the_same_files_again_and_not_after_others() {
    let app = TestApp::empty().await;
    let mut owner = app.owner().await;
    deploy::migrate(&mut owner).await.unwrap();
    by_psql(&app);
    assert!(!deploy::is_pending(&mut owner).await.unwrap());
    owner
        .batch_execute("create function app.of_another_version() returns void language sql as 'select'")
        .await
        .unwrap();
    assert!(deploy::is_pending(&mut owner).await.unwrap());
    assert!(deploy::migrate(&mut owner).await.unwrap().app_replaced);
    assert!(!deploy::is_pending(&mut owner).await.unwrap());
}

#[tokio::test]
async fn others_can_not_keep_a_deploy_away_with_a_temporary_view_or_an_advisory_lock() {
    let app = TestApp::new().await;
    let other = app.owner().await;
    other.batch_execute("create temporary view mine as select * from app.campaign_dashboard").await.unwrap();
    other.batch_execute("select pg_advisory_lock(hashtext('rapport deploy'))").await.unwrap();
    let mut owner = app.owner().await;
    owner.batch_execute("comment on schema app is 'Functions of Rapport, of another version'").await.unwrap();
    assert!(deploy::migrate(&mut owner).await.unwrap().app_replaced);
    owner.batch_execute("create view public.mine as select * from app.campaign_dashboard").await.unwrap();
    owner.batch_execute("comment on schema app is 'Functions of Rapport, of another version'").await.unwrap();
    let error = deploy::migrate(&mut owner).await.unwrap_err().to_string();
    assert!(error.contains("views of your own stand on the schema app, which is to be replaced: mine"), "{error}");
}

#[tokio::test]
async fn a_deploy_that_gives_up_says_whom_it_waited_for() {
    let app = TestApp::new().await;
    let other = app.owner().await;
    other
        .batch_execute("set application_name = 'a long report'; begin; lock table public.schema_versions")
        .await
        .unwrap();
    let error = deploy::migrate_within(&mut app.owner().await, 1).await.unwrap_err().to_string();
    assert!(error.contains("gave up waiting") && error.contains("a long report"), "{error}");
}

#[tokio::test]
async fn an_index_of_ours_whose_name_is_taken_is_missed() {
    let app = TestApp::new().await;
    let mut owner = app.owner().await;
    owner
        .batch_execute(
            "drop index posts_url; create table posts_url (id int); delete from schema_versions where version = 1",
        )
        .await
        .unwrap();
    let error = deploy::migrate(&mut owner).await.unwrap_err().to_string();
    assert!(error.contains("could not be made: posts_url of public.posts"), "{error}");
    owner.batch_execute("alter table posts_url rename to my_posts_url").await.unwrap();
    deploy::migrate(&mut owner).await.unwrap();
    owner.batch_execute("insert into posts (url) values ('https://example.com/1')").await.unwrap();
    owner.batch_execute("insert into posts (url) values ('https://example.com/1')").await.unwrap_err();
}

#[tokio::test]
async fn a_persona_whose_criteria_make_no_sense_is_switched_off_and_kept() {
    let app = TestApp::new().await;
    let mut owner = app.owner().await;
    owner
        .batch_execute(
            "insert into personas (id, name) values ('aa000000-0000-4000-8000-000000000001', 'Odd'); \
             set session_replication_role = replica; update personas set criteria = '{\"nonsense\": {}}' where name = 'Odd'; \
             set session_replication_role = origin; insert into pending_work (task, reason) values ('rematch', 'a test'); \
             comment on schema app is 'Functions of Rapport, of another version'",
        )
        .await
        .unwrap();
    deploy::migrate(&mut owner).await.unwrap();
    let row = owner
        .query_one(
            "select p.criteria = '{}' and not p.is_active, m.row_data ? 'nonsense', m.reason from personas p \
             join migration_leftovers m on m.source_key = p.id::text where p.name = 'Odd'",
            &[],
        )
        .await
        .unwrap();
    assert!(row.get::<_, bool>(0) && row.get::<_, bool>(1), "{}", row.get::<_, String>(2));
}

#[tokio::test]
async fn refusals_say_who_has_to_do_what() {
    let files = variants().into_iter().find(|(name, _)| name == "complete_text_bigint").unwrap().1;
    let app = TestApp::empty().await;
    let client = plain_owner(&app).await;
    load(&client, &files).await;
    app.owner().await.batch_execute("alter table public.persons owner to rapport").await.unwrap();
    let error = deploy::migrate(&mut plain_owner(&app).await).await.unwrap_err().to_string();
    assert!(error.contains("must be owner of relation persons") && error.contains("owner to YOUR_ROLE"), "{error}");
}
