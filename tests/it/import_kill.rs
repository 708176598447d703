//! Imports by the real binary: killed at any moment (R-1), told to take in damaged files (D-1), the same file twice (D-7), two
//! at once, or nothing at all (`--dry-run`).

use std::{
    collections::BTreeMap,
    io::Read as _,
    path::Path,
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::{Duration, Instant},
};

use rapport_database::{
    cluster::{Cluster, ClusterOptions, find_binaries},
    deploy,
};
use serde_json::Value;
use tokio_postgres::{Client, Config, NoTls};

use crate::support::{
    app::{TestApp, TestDir},
    files::{self, Model, POST},
    mix::{self, Rng},
    process::{heard, signal},
};

fn command(url: &str, file: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("DATABASE_URL", url).args(["import", "--json", "--post", POST]).arg(file).args(more);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(url: &str, file: &Path, more: &[&str]) -> Output {
    heard(command(url, file, more).output().unwrap())
}

/// The report of the only file, of a run that went well.
fn report(output: &Output) -> Value {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {stderr}", output.status);
    let mut reports: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(reports.len(), 1);
    reports.remove(0)
}

fn counts(report: &Value) -> [i64; 6] {
    ["lines", "created", "updated", "unchanged", "skipped", "rejected"].map(|key| report[key].as_i64().unwrap())
}

/// The rows of the database are exactly those of the model.
async fn assert_holds(client: &Client, model: &Model) {
    let rows = client
        .query(
            "select i.value, e.reaction_type::text from engagements e \
             join person_identities i on i.tenant_id = e.tenant_id and i.person_id = e.person_id and i.kind = 'member_id'",
            &[],
        )
        .await
        .unwrap();
    assert_eq!(rows.len(), model.reactions.len(), "as many reactions as in the file");
    let held: BTreeMap<String, String> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(held == model.reactions, "other reactions than in the file");
    let people: i64 = client.query_one("select count(*) from persons", &[]).await.unwrap().get(0);
    assert_eq!(people, model.created(), "one person a member");
    let wrong: i64 =
        client.query_one("select sum(missing + wrong)::bigint from app.differences()", &[]).await.unwrap().get(0);
    assert_eq!(wrong, 0, "metrics differ from a recount");
}

/// One completed import, whose counters and ledger account for every line, and whose rejects are those of the model.
async fn assert_accounts(client: &Client, model: &Model) {
    let imports = client
        .query("select state::text, lines, created, updated, unchanged, skipped, rejected from csv_imports", &[])
        .await
        .unwrap();
    assert_eq!(imports.len(), 1, "one import");
    assert_eq!(imports[0].get::<_, String>(0), "completed");
    let expected = [model.lines, model.created(), 0, 0, model.skipped, model.rejects()];
    assert_eq!(
        [1, 2, 3, 4, 5, 6].map(|column| imports[0].get::<_, i64>(column)),
        expected,
        "lines, created, updated, unchanged, skipped, rejected"
    );
    let ledger = client
        .query_one(
            "select sum(lines)::bigint, sum(created)::bigint, sum(updated)::bigint, sum(unchanged)::bigint, sum(skipped)::bigint, \
             sum(rejected)::bigint, count(*), max(chunk)::bigint from import_chunks",
            &[],
        )
        .await
        .unwrap();
    assert_eq!([0, 1, 2, 3, 4, 5].map(|column| ledger.get::<_, i64>(column)), expected, "the ledger's sums");
    assert_eq!(ledger.get::<_, i64>(6), ledger.get::<_, i64>(7) + 1, "the ledger has no hole");
    let rejected: Vec<i64> = client
        .query("select line from import_rejects order by line", &[])
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert_eq!(rejected, model.rejected, "the lines that were rejected");
}

/// The same file once more brings nothing.
async fn assert_nothing_new(client: &Client, url: &str, file: &Path, model: &Model) {
    let again = report(&run(url, file, &[]));
    assert_eq!(
        counts(&again),
        [model.lines, 0, 0, model.created(), model.skipped, model.rejects()],
        "the same file twice"
    );
    assert_eq!(again["people_created"], 0);
    assert_holds(client, model).await;
}

/// Chunks that are merged.
async fn chunks(client: &Client) -> i64 {
    client.query_one("select count(*) from import_chunks", &[]).await.unwrap().get(0)
}

/// Waits until an import has merged some chunks and then some part of the next, or until it is near its end, or there.
async fn reaches(client: &Client, child: &mut Child, moments: &mut Moments) -> Option<ExitStatus> {
    let (wanted, beyond) = moments.next(chunks(client).await);
    let mut since = None;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return Some(status);
        }
        let merged = chunks(client).await;
        if merged >= wanted {
            let since = since.get_or_insert_with(Instant::now);
            if since.elapsed() >= beyond || merged >= moments.chunks - 1 {
                return None;
            }
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// When to kill: once `wanted` chunks are there, and then a random moment of the next chunk.
struct Moments {
    rng: Rng,
    kills: i64,
    of: i64,
    chunks: i64,
    begun: Instant,
}

impl Moments {
    fn next(&mut self, done: i64) -> (i64, Duration) {
        // Spread over the whole import, at random within each part of it.
        let part =
            self.chunks * self.kills + i64::try_from(self.rng.below(u64::try_from(self.chunks).unwrap())).unwrap();
        // At most a chunk's own time, which the restarts of a server are none of.
        let a_chunk = self.begun.elapsed() / u32::try_from(done + 1).unwrap();
        let within = self.rng.below(u64::try_from(a_chunk.as_micros()).unwrap().clamp(1_000, 300_000));
        // Two chunks are left to be done, so that the import does not end before it is killed.
        ((part / self.of).clamp(done, (self.chunks - 2).max(done)), Duration::from_micros(within))
    }
}

/// Records that an import merges at once.
const CHUNK: usize = 2_000;

/// How often to kill, and the chunks of an import that lives to be killed so often: `RAPPORT_MIX_KILLS`, or what suits a quick
/// run.
fn size(quick: i64) -> (i64, usize) {
    let kills = mix::setting("RAPPORT_MIX_KILLS").map_or(quick, |kills| i64::try_from(kills).unwrap());
    (kills, usize::try_from(kills / 2).unwrap().max(6))
}

#[tokio::test]
async fn r1_an_import_that_is_killed_loses_and_doubles_nothing() {
    let (kills, length) = size(12);
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let (dir, app) = (TestDir::new("import-kill"), TestApp::new().await);
    let (text, model) = files::reactions(length * CHUNK, 10, seed);
    let file = dir.0.join("reactions.csv");
    std::fs::write(&file, text).unwrap();
    let (url, client) = (app.url(), app.owner().await);

    let mut moments = Moments {
        rng: Rng::new(seed),
        kills: 0,
        of: kills,
        chunks: i64::try_from(length).unwrap(),
        begun: Instant::now(),
    };
    let (mut at, mut is_over) = (Vec::new(), false);
    while moments.kills < kills {
        let mut child = command(&url, &file, &[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let ended = reaches(&client, &mut child, &mut moments).await;
        // On unix this is `kill -9` of this process and no other.
        child.kill().unwrap();
        child.wait().unwrap();
        match ended {
            None => {
                moments.kills += 1;
                at.push(chunks(&client).await);
            }
            Some(status) if status.success() => {
                is_over = true;
                break;
            }
            // A moment after a kill the server may not have noticed yet that the first is gone.
            Some(status) => assert_eq!(status.code(), Some(1), "RAPPORT_MIX_SEED={seed}"),
        }
    }
    eprintln!("killed after chunks {at:?} in {:.1} s", moments.begun.elapsed().as_secs_f64());
    assert!(at.len() >= 10, "the import ended before it was killed often enough: {at:?}; RAPPORT_MIX_SEED={seed}");
    while !is_over {
        let output = run(&url, &file, &[]);
        if output.status.code() != Some(1) || !String::from_utf8_lossy(&output.stderr).contains("another process") {
            assert_eq!(report(&output)["resumed"], true, "RAPPORT_MIX_SEED={seed}");
            is_over = true;
        }
    }
    assert_accounts(&client, &model).await;
    assert_holds(&client, &model).await;
    assert_nothing_new(&client, &url, &file, &model).await;
}

/// A connection to a server of this test's own, once it is up.
async fn connect(cluster: &Cluster) -> Client {
    let params = cluster.connection_params();
    let mut config = Config::new();
    config.host_path(&params.socket_dir).port(params.port).user(params.user).dbname(params.dbname);
    let (client, connection) = config.connect(NoTls).await.expect("the server answers");
    tokio::spawn(connection);
    client.batch_execute("set search_path = public, app").await.unwrap();
    client
}

/// Stops an import (SIGSTOP) once it has merged some chunks and some part of the next, and is certain not to have come to its
/// end: it holds its lock, and so depends on a connection that it cannot replace.  Before that (while it reads the file for the
/// first time) it would simply connect again and owe nobody an error.  The answer is one of its backends, the active one if
/// there is one; none where the import came to its end.
async fn halfway(client: &Client, child: &mut Child, moments: &mut Moments) -> Option<u32> {
    if reaches(client, child, moments).await.is_some() {
        return None;
    }
    loop {
        signal("STOP", child.id());
        let backend = client
            .query_opt(
                "select pid from pg_stat_activity \
                 where application_name = 'rapport' and (select count(*) from import_chunks) < $1 \
                   and exists (select from pg_locks where locktype = 'advisory' and classid = 4714) \
                 order by state = 'active' desc, random() limit 1",
                &[&moments.chunks],
            )
            .await
            .unwrap();
        if let Some(row) = backend {
            return Some(u32::try_from(row.get::<_, i32>(0)).unwrap());
        }
        signal("CONT", child.id());
        if child.try_wait().unwrap().is_some() {
            return None;
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn r1_an_import_whose_postgresql_is_killed_loses_and_doubles_nothing() {
    let (kills, length) = size(9);
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let dir = TestDir::new("import-kill-server");
    let (text, model) = files::reactions(length * CHUNK, 10, seed);
    let file = dir.0.join("reactions.csv");
    std::fs::write(&file, text).unwrap();
    let binaries = find_binaries(None).unwrap();
    let cluster = Cluster::open(ClusterOptions { data_dir: dir.0.join("server"), binaries, durable: false }).unwrap();
    let url = cluster.connection_url();
    let mut client = connect(&cluster).await;
    deploy::migrate(&mut client).await.unwrap();

    let mut moments = Moments {
        rng: Rng::new(seed),
        kills: 0,
        of: kills,
        chunks: i64::try_from(length).unwrap(),
        begun: Instant::now(),
    };
    let (mut at, mut whole_servers, mut backends) = (Vec::new(), 0, 0);
    while moments.kills < kills {
        let mut child = command(&url, &file, &[]).stdout(Stdio::null()).spawn().unwrap();
        let Some(backend) = halfway(&client, &mut child, &mut moments).await else {
            panic!("the import ended before it was killed often enough: {at:?}; RAPPORT_MIX_SEED={seed}")
        };
        // Two thirds of the kills end the whole server, the others one backend of the import, upon which PostgreSQL ends
        // all and recovers by itself.
        if moments.kills % 3 == 2 {
            signal("KILL", backend);
            backends += 1;
        } else {
            signal("KILL", cluster.postmaster_pid().expect("the server runs"));
            whole_servers += 1;
        }
        signal("CONT", child.id());
        // The binary notices, and says that it is not its user's fault.
        let until = Instant::now() + Duration::from_mins(1);
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None if Instant::now() > until => {
                    child.kill().unwrap();
                    panic!("the binary hangs when its server is killed; RAPPORT_MIX_SEED={seed}");
                }
                None => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        };
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        // Whatever was killed, PostgreSQL ends every connection that there was; the binary may know of it before the others.
        while !client.is_closed() {
            assert!(Instant::now() < until, "a connection outlives its server; RAPPORT_MIX_SEED={seed}");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // A server that recovers by itself may die once more, or not at all.
        cluster.restart_if_dead().unwrap();
        client = connect(&cluster).await;
        assert_eq!(status.code(), Some(2), "{said}; RAPPORT_MIX_SEED={seed}");
        moments.kills += 1;
        at.push(chunks(&client).await);
    }
    eprintln!(
        "{whole_servers} servers and {backends} backends killed after chunks {at:?} in {:.1} s",
        moments.begun.elapsed().as_secs_f64()
    );
    assert_eq!(report(&run(&url, &file, &[]))["resumed"], true, "RAPPORT_MIX_SEED={seed}");
    assert_accounts(&client, &model).await;
    assert_holds(&client, &model).await;
    assert_nothing_new(&client, &url, &file, &model).await;
    drop(client);
    cluster.stop().unwrap();
}

#[tokio::test]
async fn d1_every_line_is_accounted_for_and_corrected_rejects_import_clean() {
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let (dir, app) = (TestDir::new("import-rejects"), TestApp::new().await);
    let (text, mut model) = files::reactions(3_000, 300, seed);
    let file = dir.0.join("reactions.csv");
    std::fs::write(&file, text).unwrap();
    let (url, client) = (app.url(), app.owner().await);
    let first = report(&run(&url, &file, &[]));
    assert_eq!(
        counts(&first),
        [model.lines, model.created(), 0, 0, model.skipped, model.rejects()],
        "RAPPORT_MIX_SEED={seed}"
    );
    assert_accounts(&client, &model).await;
    assert_holds(&client, &model).await;
    // Each has a column and a reason.
    let reasons = client
        .query("select field, min(reason), count(*) from import_rejects group by field, split_part(reason, ' leads to ', 1) order by 1, 2", &[])
        .await
        .unwrap();
    assert!(reasons.len() >= 5, "rejects of every kind: {reasons:?}");
    assert!(reasons.iter().all(|row| !row.get::<_, String>(0).is_empty()), "{reasons:?}");

    let rejects = first["rejects_file"].as_str().unwrap();
    let (text, repaired) = files::corrected(&std::fs::read_to_string(rejects).unwrap());
    assert_eq!(repaired.lines, model.rejects(), "the reject file holds every rejected line");
    std::fs::write(rejects, text).unwrap();
    let second = report(&run(&url, Path::new(rejects), &[]));
    assert_eq!(counts(&second), [repaired.lines, repaired.lines, 0, 0, 0, 0], "RAPPORT_MIX_SEED={seed}");
    model.reactions.extend(repaired.reactions);
    assert_holds(&client, &model).await;
}

/// Every row of every table, as one word a table.
async fn everything(client: &Client) -> BTreeMap<String, String> {
    // Every command begins with the upkeep of the day, which is none of an import's doing.
    client.execute("select app.keep_up()", &[]).await.unwrap();
    let tables = client
        .query(
            "select oid::regclass::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
            &[],
        )
        .await
        .unwrap();
    let mut words = BTreeMap::new();
    for table in tables {
        let name: String = table.get(0);
        let sql = format!(
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from {name} t"
        );
        words.insert(name, client.query_one(&sql, &[]).await.unwrap().get(0));
    }
    words
}

#[tokio::test]
async fn d7_the_same_file_twice_and_a_dry_run_change_nothing() {
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let (dir, app) = (TestDir::new("import-twice"), TestApp::new().await);
    let (text, model) = files::reactions(3_000, 50, seed);
    let file = dir.0.join("reactions.csv");
    std::fs::write(&file, text).unwrap();
    let (url, client) = (app.url(), app.owner().await);
    let expected = [model.lines, model.created(), 0, 0, model.skipped, model.rejects()];

    let before = everything(&client).await;
    let dry = report(&run(&url, &file, &["--dry-run"]));
    assert_eq!(counts(&dry), expected, "a dry run says what would happen; RAPPORT_MIX_SEED={seed}");
    assert_eq!(everything(&client).await, before, "a dry run changed something");
    assert_eq!(std::fs::read_dir(&dir.0).unwrap().count(), 1, "a dry run wrote a file");

    assert_eq!(counts(&report(&run(&url, &file, &["--campaign", "Spring"]))), expected);
    let before = everything(&client).await;
    assert_eq!(counts(&report(&run(&url, &file, &["--campaign", "Spring"])))[1..3], [0, 0], "RAPPORT_MIX_SEED={seed}");
    let mut after = everything(&client).await;
    // The second import is a fact of its own; nothing else is.
    for table in ["csv_imports", "import_chunks", "import_rejects"] {
        after.insert(table.to_owned(), before[table].clone());
    }
    assert_eq!(after, before, "the second import changed something");
    assert_holds(&client, &model).await;
}

#[tokio::test]
async fn a_file_that_cannot_be_read_to_its_end_changes_nothing() {
    let (dir, app) = (TestDir::new("import-damaged"), TestApp::new().await);
    let (url, client) = (app.url(), app.owner().await);
    let whole = r#"[{"reactionType": "LIKE", "name": "Ada", "profileUrl": "https://www.linkedin.com/in/ada"}"#;
    let row = "2nd,Engineer,Ada,,ACoAAFict00000001,https://www.linkedin.com/in/ACoAAFict00000001,LIKE\n".repeat(3_000);
    // Each with words that its message must have.
    let damaged: [(&str, Vec<u8>, &str); 8] = [
        ("truncated.json", format!("{whole}, {{\"reactionType\": \"LI").into_bytes(), "ends in the middle"),
        ("broken.json", format!("{whole}}}]").into_bytes(), "is not JSON"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "PNG picture"),
        ("workbook.csv", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml".to_vec(), "save it as CSV"),
        ("empty.csv", Vec::new(), "empty"),
        ("quote.csv", format!("{}{row}2nd,\"Engineer", files::HEADER).into_bytes(), "quote that is never closed"),
        ("unknown.csv", b"shoe size,colour\n42,red\n".to_vec(), "unknown.csv"),
        ("list.json", b"[]".to_vec(), "without a single record"),
    ];
    let before = everything(&client).await;
    for (name, bytes, words) in damaged {
        let file = dir.0.join(name);
        std::fs::write(&file, bytes).unwrap();
        refuses(&url, &file, words);
        assert_eq!(everything(&client).await, before, "{name} changed something");
    }
    refuses(&url, &dir.0.join("nowhere.csv"), "cannot open it");
    refuses(&url, &dir.0, "folder");
    assert_eq!(everything(&client).await, before);
}

/// Exit code 1 and a line that names the file and says what is wrong with it.
fn refuses(url: &str, file: &Path, words: &str) {
    let output = run(url, file, &["--campaign", "Spring"]);
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{}: {stderr}", file.display());
    let named = file.display().to_string();
    assert!(stderr.lines().any(|line| line.contains(&named) && line.contains(words)), "{named}: {stderr}");
}

#[tokio::test]
async fn two_imports_of_one_file_at_once_end_with_the_right_rows() {
    let seed = mix::seed();
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let (dir, app) = (TestDir::new("import-at-once"), TestApp::new().await);
    let (text, model) = files::reactions(6_000, 10, seed);
    let file = dir.0.join("reactions.csv");
    std::fs::write(&file, text).unwrap();
    let (url, client) = (app.url(), app.owner().await);
    let both = [command(&url, &file, &[]).spawn().unwrap(), command(&url, &file, &[]).spawn().unwrap()];
    let outputs = both.map(|child| child.wait_with_output().unwrap());
    for output in &outputs {
        let stderr = String::from_utf8_lossy(&output.stderr);
        let refused = output.status.code() == Some(1) && (stderr.contains("being imported"));
        assert!(output.status.success() || refused, "{}: {stderr}", output.status);
    }
    assert!(outputs.iter().any(|output| output.status.success()), "neither was imported");
    assert_holds(&client, &model).await;
    let created: i64 = client.query_one("select sum(created)::bigint from csv_imports", &[]).await.unwrap().get(0);
    assert_eq!(created, model.created());
}
