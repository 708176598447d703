//! Keys: what is sealed opens with the right key in its own row and nowhere else, nothing of a secret is left in plain sight,
//! and a rotation may be killed.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use jiff::Timestamp;
use rapport::{
    config::Config,
    db::{Database, TenantId, address::Address},
    linkedin::oauth::{App, Grant},
    model::{
        connections::{self, Credentials, Type},
        keys::Keyring,
    },
};
use rapport_database::{
    cluster::{Cluster, ClusterOptions, find_binaries},
    deploy,
};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::Value;
use uuid::Uuid;

use crate::support::{
    app::{DEFAULT, TestApp, TestDir, configured},
    mix::{self, Rng},
    process::heard,
};

const KEY_1: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
const KEY_2: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
/// A token as Apify's look, which nobody has.
const TOKEN: &str = "apify_api_CANARYcanaryCANARYcanary0123456789";
const JAR: &str = r#"{"li_at": "AQEDAcanaryCANARYcanaryCANARY0123456789", "JSESSIONID": "\"ajax:4711canary0815\"", "bcookie": "\"v=2&canary\""}"#;
const CLIENT_SECRET: &str = "WPL_AP1.CANARYcanaryOfAnApp.0123456789==";
const CANARIES: [&str; 3] = ["CANARYcanary", "canaryCANARY", "4711canary0815"];

fn config(key_file: &Path) -> Config {
    configured(&[
        "--database-url",
        "postgresql://nobody@localhost/none",
        "--master-key-file",
        &key_file.display().to_string(),
    ])
}

fn rapport(url: &str, key: Option<&str>, args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("DATABASE_URL", url).args(args);
    // Nobody answers there, so that a check finds out nothing.
    command.env("RAPPORT_APIFY_URL", "http://127.0.0.1:9");
    if let Some(key) = key {
        command.env("RAPPORT_MASTER_KEY", key);
    }
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()));
    heard(child.wait_with_output().unwrap())
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn assert_silent(what: &str, text: &str) {
    for canary in CANARIES {
        assert!(!text.contains(canary), "{what} holds a secret: {text}");
    }
}

#[tokio::test]
async fn s7_a_missing_or_another_master_key_is_refused() {
    let app = TestApp::new().await;
    let add = ["connection", "add", "--name", "Apify", "--apify-token", "-"];
    let said = rapport(&app.url(), None, &add, TOKEN);
    assert_eq!(said.status.code(), Some(1), "{}", text(&said));
    assert!(text(&said).contains("RAPPORT_MASTER_KEY"), "{}", text(&said));
    assert_eq!(rapport(&app.url(), Some("not a key"), &add, TOKEN).status.code(), Some(1));

    assert_eq!(rapport(&app.url(), Some(KEY_1), &add, TOKEN).status.code(), Some(0));
    let status: Value =
        serde_json::from_slice(&rapport(&app.url(), Some(KEY_1), &["keys", "status", "--json"], "").stdout).unwrap();
    let key = status["master_keys"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!((&status["master_keys"][0]["is_held"], &status["tenants"][0]["sealed"]), (&true.into(), &1.into()));

    let validate = ["connection", "validate"];
    for wrong in [None, Some(KEY_2)] {
        let said = rapport(&app.url(), wrong, &validate, "");
        assert_eq!(said.status.code(), Some(1), "{}", text(&said));
        assert!(text(&said).contains(&key), "it says which key is wanted: {}", text(&said));
    }
    // What needs no credentials needs no key.
    assert_eq!(rapport(&app.url(), None, &["connection", "list"], "").status.code(), Some(0));
    assert_eq!(rapport(&app.url(), None, &["dashboard"], "").status.code(), Some(0));
}

#[tokio::test]
async fn s7_a_key_file_of_ours_is_private_and_keeps_what_older_keys_sealed() {
    let (dir, app) = (TestDir::new("key-file"), TestApp::new().await);
    let managed = configured(&["--data-dir", &dir.0.display().to_string()]);
    let file = dir.0.join("master.key");
    let tenant = tenants(&app, 1).await[0];
    let keyring = Keyring::open(&app.database, &managed).await.unwrap();
    assert_eq!(keyring.made_file(), Some(file.as_path()), "its user has to be told");
    let is_private = || std::fs::metadata(&file).unwrap().permissions().mode() & 0o777 == 0o600;
    assert!(is_private());
    let keys = || {
        let text = std::fs::read_to_string(&file).unwrap();
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>()
    };
    let first = keys();
    let id = fill(&app, &keyring, tenant, 0).await;

    // The next process finds it, and makes none.
    let again = Keyring::open(&app.database, &managed).await.unwrap();
    assert_eq!((again.made_file(), again.held()), (None, keyring.held()));
    again.rotate(&app.database, |_| {}).await.unwrap();
    let second = keys();
    assert!(is_private(), "also the one that has taken its place");
    assert_eq!((second.len(), second.last()), (2, first.first()), "the new one comes first, the older one is kept");
    let tx = app.database.tenant(tenant).await.unwrap();
    assert_eq!(secret(&connections::by_id(&again, &tx, id).await.unwrap()), token(tenant, 0));
    assert_eq!(std::fs::read_dir(&dir.0).unwrap().count(), 1, "no draft is left beside it");

    // One that others may read is no secret any more.
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    let refused = Keyring::open(&app.database, &managed).await.unwrap_err().to_string();
    assert!(refused.contains(&format!("chmod 600 {}", file.display())), "{refused}");
    // One that is gone is not made anew, which would open nothing.
    std::fs::remove_file(&file).unwrap();
    let refused = Keyring::open(&app.database, &managed).await.unwrap_err().to_string();
    assert!(refused.contains(&again.held()[0]) && !file.exists(), "{refused}");
}

#[tokio::test]
async fn s7_the_doctor_says_which_keys_are_needed_and_which_are_held() {
    let app = TestApp::new().await;
    let doctor = |key: Option<&str>| -> Value {
        serde_json::from_slice(&rapport(&app.url(), key, &["doctor", "database", "--json"], "").stdout).unwrap()
    };
    let about_keys = |said: &Value| said["findings"].to_string().contains("master key");
    assert_eq!(doctor(Some(KEY_1))["master_keys"], serde_json::json!([]), "nothing is sealed");
    let add = ["connection", "add", "--name", "Apify", "--apify-token", "-"];
    assert!(rapport(&app.url(), Some(KEY_1), &add, TOKEN).status.success());
    let said = doctor(Some(KEY_1));
    let key = &said["master_keys"][0];
    assert_eq!((&key["is_held"], &key["is_needed"], about_keys(&said)), (&true.into(), &true.into(), false), "{said}");
    let id = key["id"].as_str().unwrap().to_owned();
    // Who has no key may look after the database; a wrong one would be missed when it is needed.
    assert!(!about_keys(&doctor(None)));
    let wrong = doctor(Some(KEY_2));
    assert!(about_keys(&wrong) && wrong["findings"].to_string().contains(&id), "{wrong}");
    let text = text(&rapport(&app.url(), Some(KEY_1), &["doctor", "database"], ""));
    assert!(text.contains(&format!("Master key {id}: current, and this process holds it")), "{text}");
}

#[tokio::test]
async fn s7_nothing_of_a_secret_is_in_the_servers_files_or_in_what_is_said() {
    let dir = TestDir::new("sealed");
    let binaries = find_binaries(None).unwrap();
    let pg_dump = binaries.dir().join("pg_dump");
    let cluster = Cluster::open(ClusterOptions { data_dir: dir.0.join("server"), binaries, durable: false }).unwrap();
    let params = cluster.connection_params();
    let url = cluster.connection_url();
    let mut server = tokio_postgres::Config::new();
    server.host_path(&params.socket_dir).port(params.port).user(params.user).dbname(params.dbname);
    let (mut owner, connection) = server.connect(tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    // The most talkative server that there is.
    for setting in [
        "log_statement = 'all'",
        "log_min_duration_statement = 0",
        "log_parameter_max_length = -1",
        "log_parameter_max_length_on_error = -1",
    ] {
        owner.batch_execute(&format!("alter system set {setting}")).await.unwrap();
    }
    owner.batch_execute("select pg_reload_conf()").await.unwrap();
    deploy::migrate(&mut owner).await.unwrap();

    // A consent, as it is kept when LinkedIn has given it.
    let database = Database::new(Address::local(server), None);
    let keyring = Keyring::open(&database, &configured(&["--master-key", KEY_1])).await.unwrap();
    let tx = database.tenant(DEFAULT).await.unwrap();
    let id = connections::add(&tx, "Page", Type::CompanyPage, None).await.unwrap();
    let app = App { client_id: "an-app".to_owned(), client_secret: SecretString::from(CLIENT_SECRET) };
    let grant = Grant {
        access_token: SecretString::from("AQXCANARYcanaryOfAConsent0123456789"),
        expires_at: Timestamp::MAX,
        refresh_token: Some(SecretString::from("AQWcanaryCANARYOfARenewal0123456789")),
        refresh_expires_at: None,
        scope: "r_ads".to_owned(),
    };
    let credentials = Credentials::OAuth(Box::new((app, grant)));
    connections::set_credentials(&database, &keyring, &tx, id, &credentials).await.unwrap();
    tx.commit().await.unwrap();
    drop(database);

    let mut said = Vec::new();
    for (args, input) in [
        (&["connection", "add", "--name", "Apify", "--apify-token", "-"][..], TOKEN),
        (&["connection", "add", "--name", "Me", "--cookies", "-"], JAR),
        (&["connection", "edit", "Me", "--cookies", "-"], &JAR.replace("li_at", "li_ax")),
        (&["connection", "edit", "Me", "--cookies", "-"], &JAR.replace("\"bcookie", "bcookie")),
        (&["connection", "edit", "Me", "--apify-token", "-"], JAR),
        (&["connection", "add", "--name", "Again", "--apify-token", TOKEN], ""),
        (
            &["hook", "add", "--name", "linkedin", "--kind", "linkedin", "--connection", "Page", "--secret", "-"],
            CLIENT_SECRET,
        ),
        (&["hook", "rotate", "linkedin", "--secret", "-"], &CLIENT_SECRET.replace("==", "=1")),
        (&["hook", "list", "--json"], ""),
        (&["connection", "show", "Me", "--json"], ""),
        (&["connection", "list", "--json"], ""),
        (&["connection", "validate"], ""),
        (&["keys", "rotate"], ""),
        (&["keys", "status"], ""),
    ] {
        let output = rapport(&url, Some(KEY_1), args, input);
        assert!(output.status.code().is_some_and(|code| code < 2), "{args:?}: {}", text(&output));
        assert_silent(&format!("{args:?}"), &text(&output));
        said.push(output);
    }
    for went_well in [0, 1, 6, 7] {
        assert!(said[went_well].status.success(), "{}", text(&said[went_well]));
    }
    owner.batch_execute("checkpoint").await.unwrap();
    let dump = Command::new(pg_dump).arg(&url).output().unwrap();
    assert!(dump.status.success() && dump.stdout.len() > 10_000);
    assert_silent("the dump", &String::from_utf8_lossy(&dump.stdout));
    let mut files = vec![dir.0.clone()];
    let (mut bytes, mut seen) = (0, 0);
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if let Ok(content) = std::fs::read(&path) {
            bytes += content.len();
            seen += usize::from(content.windows(15).any(|window| *window == b"sealed_credentials"[..15]));
            assert_silent(&path.display().to_string(), &String::from_utf8_lossy(&content));
        }
    }
    assert!(bytes > 1_000_000 && seen > 0, "the tables, the journal and the log were looked through");
    drop(owner);
    cluster.stop().unwrap();
}

#[tokio::test]
async fn s8_what_is_moved_to_another_row_or_tenant_does_not_open() {
    let (dir, app) = (TestDir::new("moved"), TestApp::new().await);
    let file = dir.0.join("key");
    std::fs::write(&file, KEY_1).unwrap();
    let keyring = Keyring::open(&app.database, &config(&file)).await.unwrap();
    let tenants = tenants(&app, 2).await;
    let ids = [
        fill(&app, &keyring, tenants[0], 0).await,
        fill(&app, &keyring, tenants[0], 1).await,
        fill(&app, &keyring, tenants[1], 0).await,
    ];
    let owner = app.owner().await;
    owner
        .execute(
            "update linkedin_connections c set sealed_credentials = o.sealed_credentials from linkedin_connections o \
             where c.id = any ($1) and o.id = $2 and c.id <> o.id",
            &[&ids.to_vec(), &ids[0]],
        )
        .await
        .unwrap();
    for (tenant, id) in [(tenants[0], ids[0]), (tenants[0], ids[1]), (tenants[1], ids[2])] {
        let tx = app.database.tenant(tenant).await.unwrap();
        let read = connections::by_id(&keyring, &tx, id).await;
        assert_eq!(read.is_ok(), id == ids[0], "{}", read.err().map(|error| error.to_string()).unwrap_or_default());
    }
    // Others can be given in its place, which nobody has to read it for.
    let edit = ["--tenant", "tenant-0", "connection", "edit", "Apify 1", "--apify-token", "-"];
    let said = rapport(&app.url(), Some(KEY_1), &edit, TOKEN);
    assert!(text(&said).contains("does not open") && said.status.success(), "{}", text(&said));
    let tx = app.database.tenant(tenants[0]).await.unwrap();
    assert_eq!(secret(&connections::by_id(&keyring, &tx, ids[1]).await.unwrap()), TOKEN);
    tx.commit().await.unwrap();
    // Nor does a data key that somebody moved.
    let moved = owner
        .execute("update data_keys k set sealed_key = o.sealed_key from data_keys o where k.tenant_id = $1 and o.tenant_id = $2", &[&tenants[0].0, &tenants[1].0])
        .await
        .unwrap();
    assert_eq!(moved, 1);
    let fresh = Keyring::open(&app.database, &config(&file)).await.unwrap();
    let tx = app.database.tenant(tenants[0]).await.unwrap();
    assert!(connections::by_id(&fresh, &tx, ids[0]).await.is_err());
}

// The writer has a thread of its own: while this one waits for a rotation, that may wait for what the writer holds.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s8_a_rotation_that_is_killed_leaves_everything_readable_and_ends_at_last() {
    const KILLS: usize = 20;
    const EACH: u32 = 150;
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let (dir, app) = (TestDir::new("rotation"), TestApp::new().await);
    let file = dir.0.join("key");
    std::fs::write(&file, KEY_1).unwrap();
    let keyring = Arc::new(Keyring::open(&app.database, &config(&file)).await.unwrap());
    let tenants = tenants(&app, 3).await;
    for tenant in &tenants {
        for number in 0..EACH {
            fill(&app, &keyring, *tenant, number).await;
        }
    }
    std::fs::write(&file, format!("{KEY_2}\n{KEY_1}\n")).unwrap();

    // Meanwhile others go on sealing and reading.
    let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let worker = {
        let (stop, written, keyring, tenants) = (stop.clone(), written.clone(), keyring.clone(), tenants.clone());
        let database = app.another();
        tokio::spawn(async move {
            let mut number = EACH;
            while !stop.load(Ordering::Relaxed) {
                for tenant in &tenants {
                    let id = fill_in(&database, &keyring, *tenant, number).await;
                    let tx = database.tenant(*tenant).await.unwrap();
                    assert_eq!(secret(&connections::by_id(&keyring, &tx, id).await.unwrap()), token(*tenant, number));
                    tx.commit().await.unwrap();
                    written.fetch_add(1, Ordering::Relaxed);
                }
                number += 1;
            }
            number
        })
    };

    let keys = |verb: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", app.url()).env("RAPPORT_MASTER_KEY_FILE", &file);
        command.args(["keys", verb, "--json"]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    };
    let (mut rng, mut killed, mut midway, mut ended) = (Rng::new(seed), 0, 0, 0);
    while killed < KILLS {
        let begun = Instant::now();
        let mut child = keys("rotate").spawn().unwrap();
        tokio::time::sleep(Duration::from_micros(rng.below(400_000))).await;
        child.kill().unwrap();
        match child.wait().unwrap().code() {
            None => {
                killed += 1;
                let (left, sealed) = left(&heard(keys("status").output().unwrap()));
                midway += usize::from(left > 0 && left < sealed);
            }
            // It was faster, or the one before has not been missed yet.
            Some(code) => {
                assert!(code < 2, "RAPPORT_MIX_SEED={seed}");
                ended += usize::from(code == 0);
            }
        }
        assert!(begun.elapsed() < Duration::from_secs(30));
    }
    let last = loop {
        let output = heard(keys("rotate").output().unwrap());
        if !text(&output).contains("another process") {
            break output;
        }
    };
    assert!(last.status.success(), "{}; RAPPORT_MIX_SEED={seed}", text(&last));
    stop.store(true, Ordering::Relaxed);
    let numbers = worker.await.unwrap();
    assert!(midway >= 5, "{midway} of {killed} left a rotation half done; RAPPORT_MIX_SEED={seed}");
    eprintln!(
        "{killed} killed, {midway} of them midway, {ended} ended before, {} written meanwhile",
        written.load(Ordering::Relaxed)
    );

    let status: Value =
        serde_json::from_slice(&rapport(&app.url(), Some(KEY_2), &["keys", "status", "--json"], "").stdout).unwrap();
    for tenant in status["tenants"].as_array().unwrap() {
        assert_eq!(tenant["left"], 0, "{status}");
        assert_eq!(tenant["sealed"], numbers, "{status}");
    }
    assert_eq!(status["unopenable"], 0);
    // The old key is not needed any more.
    std::fs::write(&file, KEY_2).unwrap();
    let keyring = Keyring::open(&app.database, &config(&file)).await.unwrap();
    for tenant in &tenants {
        let tx = app.database.tenant(*tenant).await.unwrap();
        for number in 0..numbers {
            let found = connections::by_name(&keyring, &tx, &format!("Apify {number}")).await;
            assert_eq!(secret(&found.unwrap()), token(*tenant, number), "RAPPORT_MIX_SEED={seed}");
        }
    }
}

#[tokio::test]
async fn s8_what_does_not_open_keeps_nothing_else_from_being_rotated() {
    let (dir, app) = (TestDir::new("damaged"), TestApp::new().await);
    let file = dir.0.join("key");
    std::fs::write(&file, KEY_1).unwrap();
    let keyring = Keyring::open(&app.database, &config(&file)).await.unwrap();
    let tenants = tenants(&app, 2).await;
    let mut ids = Vec::new();
    for tenant in &tenants {
        for number in 0..3 {
            ids.push((*tenant, number, fill(&app, &keyring, *tenant, number).await));
        }
    }
    // In the first tenant one is changed in its last byte, and of another only the beginning is left.
    let owner = app.owner().await;
    let last = "set_byte(sealed_credentials, length(sealed_credentials) - 1, 255 - get_byte(sealed_credentials, length(sealed_credentials) - 1))";
    for (damaged, (_, _, id)) in [(last, ids[0]), ("substr(sealed_credentials, 1, 9)", ids[1])] {
        let sql = format!("update linkedin_connections set sealed_credentials = {damaged} where id = $1");
        assert_eq!(owner.execute(&sql, &[&id]).await.unwrap(), 1);
    }
    let keys = format!("{KEY_2} {KEY_1}");
    // However often it is asked for.
    for values in [4, 0] {
        let said = rapport(&app.url(), Some(&keys), &["keys", "rotate", "--json"], "");
        assert_eq!(said.status.code(), Some(1), "{}", text(&said));
        let rotated: Value = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{}", text(&said)));
        assert_eq!((&rotated["values"], &rotated["unopenable"]), (&values.into(), &2.into()), "{rotated}");
        assert_eq!(rotated["retired"], serde_json::json!([]), "no key is called needless");
        assert!(text(&said).contains("2 values do not open"), "{}", text(&said));
    }
    let said = rapport(&app.url(), Some(&keys), &["keys", "rotate"], "");
    assert!(said.status.code() == Some(1) && text(&said).contains("add them again"), "{}", text(&said));
    let status = rapport(&app.url(), Some(&keys), &["keys", "status", "--json"], "");
    assert_eq!(left(&status), (2, 6));

    // What was whole opens with the new key alone.
    std::fs::write(&file, KEY_2).unwrap();
    let fresh = Keyring::open(&app.database, &config(&file)).await.unwrap();
    for (tenant, number, id) in &ids[2..] {
        let tx = app.database.tenant(*tenant).await.unwrap();
        assert_eq!(secret(&connections::by_id(&fresh, &tx, *id).await.unwrap()), token(*tenant, *number));
    }
    // Once what is lost is gone, so is the need of the old key.
    let gone: Vec<Uuid> = ids[..2].iter().map(|(_, _, id)| *id).collect();
    owner.execute("delete from linkedin_connections where id = any ($1)", &[&gone]).await.unwrap();
    let said = rapport(&app.url(), Some(&keys), &["keys", "rotate", "--json"], "");
    let rotated: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!((said.status.code(), rotated["retired"].as_array().unwrap().len()), (Some(0), 1), "{rotated}");
}

/// What `rapport keys status` says is still to be sealed anew, and of how much.
fn left(status: &Output) -> (i64, i64) {
    let said: Value = serde_json::from_slice(&status.stdout).unwrap_or_else(|_| panic!("{}", text(status)));
    let tenants = said["tenants"].as_array().unwrap();
    let sum = |name: &str| tenants.iter().filter_map(|tenant| tenant[name].as_i64()).sum();
    (sum("left"), sum("sealed"))
}

async fn tenants(app: &TestApp, count: usize) -> Vec<TenantId> {
    let owner = app.owner().await;
    let mut tenants = Vec::new();
    for number in 0..count {
        let slug = format!("tenant-{number}");
        let row =
            owner.query_one("insert into tenants (slug, name) values ($1, $1) returning id", &[&slug]).await.unwrap();
        tenants.push(TenantId(row.get(0)));
    }
    tenants
}

fn token(tenant: TenantId, number: u32) -> String {
    format!("apify_api_{}_{number}", tenant.0.simple())
}

fn secret(connection: &connections::Connection) -> String {
    match connection.credentials() {
        Ok(Credentials::Token(token)) => token.expose_secret().to_owned(),
        _ => String::new(),
    }
}

async fn fill(app: &TestApp, keyring: &Keyring, tenant: TenantId, number: u32) -> Uuid {
    fill_in(&app.database, keyring, tenant, number).await
}

async fn fill_in(database: &rapport::db::Database, keyring: &Keyring, tenant: TenantId, number: u32) -> Uuid {
    let tx = database.tenant(tenant).await.unwrap();
    let id = connections::add(&tx, &format!("Apify {number}"), Type::Apify, None).await.unwrap();
    let credentials = Credentials::Token(SecretString::from(token(tenant, number)));
    connections::set_credentials(database, keyring, &tx, id, &credentials).await.unwrap();
    tx.commit().await.unwrap();
    id
}
