//! The API against its own document: schemathesis asks what the document allows and what it forbids, and compares the answers.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::JoinHandle,
    time::Duration,
};

use anyhow::{Context as _, Result, ensure};
use rapport_database::cluster::Cluster;
use serde_json::Value;
use tokio_postgres::Client;

use crate::{python, server};

/// What asks, and of which version: others ask otherwise, and a failure is to be that of a change of ours.
const TOOL: (&str, &str) = ("schemathesis", "4.32.5");
/// So that a failure comes again.
const SEED: &str = "7";
/// Calls of each operation beyond those that its document gives by itself, if nobody says how many.
const EXAMPLES: &str = "20";

/// Fails when the API answers otherwise than its document says, or with an error of its own, and where an operation was never
/// answered well, so that nothing is known of its good answers.
pub fn check(examples: Option<&str>) -> Result<()> {
    let tool = tool()?;
    server::with_database("rapport_contract", |cluster, client| {
        let url = url(cluster);
        let key = Command::new(binary()?)
            .env_clear()
            .env("DATABASE_URL", &url)
            .args([
                "api-key", "add", "Contract", "--scope", "read", "--scope", "write", "--scope", "ingest", "--scope",
                "audit",
            ])
            .output()
            .context("rapport did not start")?;
        ensure!(key.status.success(), "rapport api-key: {}", String::from_utf8_lossy(&key.stderr));
        let key = String::from_utf8(key.stdout)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(client.batch_execute(include_str!("../../tests/contract/seed.sql")))?;
        let serving = Serving::begin(&url)?;
        let asking = Command::new(&tool)
            .current_dir(server::root().join("tests/contract"))
            .args([
                "--config-file",
                "schemathesis.toml",
                "run",
                &format!("http://{}/api/openapi.json", serving.address),
            ])
            .args(["--header", &format!("Authorization: Bearer {}", key.trim())])
            .env("RAPPORT_CONTRACT_ADDRESS", &serving.address)
            .env("RAPPORT_CONTRACT_KEY", key.trim())
            .args(["--max-examples", examples.unwrap_or(EXAMPLES), "--seed", SEED, "--no-color", "--warnings", "off"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .context("schemathesis did not start")?;
        let said = wait(asking, client)?;
        let answers = serving.end()?;
        said.map_err(|said| anyhow::anyhow!("the API and its document differ:\n{said}"))?;
        let never = answers.never_good();
        ensure!(
            never.is_empty(),
            "no call of these was answered well, which shows little of them:\n{}",
            never.join("\n")
        );
        Ok(())
    })
}

/// Waits for the end; an error is all that was said.
fn wait(mut asking: Child, client: &Client) -> Result<Result<(), String>> {
    let mut out = asking.stdout.take().context("no output")?;
    let reader = std::thread::spawn(move || {
        let mut said = String::new();
        drop(out.read_to_string(&mut said));
        said
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let status = runtime.block_on(async {
        loop {
            // It asks thousands of times, and the rate of keys has tests of its own; nobody works here, and what waits for a file
            // to be looked through would wait for ever.
            let onward = "update api_keys set theoretical_arrival = '2000-01-01';
                update scraping_jobs set state = 'completed', finished_at = now() where kind = 'import' and state = 'pending'";
            client.batch_execute(onward).await?;
            if let Some(status) = asking.try_wait()? {
                return anyhow::Ok(status);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    })?;
    let said = reader.join().unwrap_or_default();
    Ok(if status.success() { Ok(()) } else { Err(said) })
}

/// A server that serves the pages and the API, and ends when this is dropped.
struct Serving {
    child: Child,
    address: String,
    /// What it says of each request.
    log: Option<JoinHandle<Result<Answers>>>,
}

impl Serving {
    fn begin(url: &str) -> Result<Self> {
        let mut child = Command::new(binary()?)
            .env_clear()
            .env("DATABASE_URL", url)
            // Of no worth: it seals nothing that is kept.
            .env("RAPPORT_MASTER_KEY", "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=")
            .args(["serve", "--bind", "127.0.0.1:0", "--no-worker"])
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("rapport did not start")?;
        let mut lines = BufReader::new(child.stderr.take().context("no output")?);
        let mut line = String::new();
        let address = loop {
            line.clear();
            ensure!(lines.read_line(&mut line)? > 0, "the server did not begin");
            if let Some((_, rest)) = line.split_once("listens at http://") {
                break rest.split([',', ';']).next().unwrap_or_default().trim().to_owned();
            }
        };
        let log = std::thread::spawn(move || Answers::read(lines));
        Ok(Self { child, address, log: Some(log) })
    }

    /// Ends it; how it has answered.
    fn end(mut self) -> Result<Answers> {
        self.child.kill()?;
        self.child.wait()?;
        let log = self.log.take().context("it has ended before")?;
        log.join().map_err(|_| anyhow::anyhow!("what the server said was not read"))?
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// How often each operation of the document was answered with which status.
struct Answers(BTreeMap<String, BTreeMap<u16, usize>>);

impl Answers {
    /// Reads the server's log to its end: `GET /api/v1/me  status=200  ms=1`.
    fn read(log: impl BufRead) -> Result<Self> {
        let document = std::fs::read_to_string(server::root().join("docs/openapi.json"))?;
        let document: Value = serde_json::from_str(&document)?;
        let paths = document["paths"].as_object().context("a document without paths")?;
        let operations = paths.iter().flat_map(|(path, item)| {
            let methods = item.as_object().into_iter().flatten().map(|(method, _)| method.to_uppercase());
            methods.map(move |method| format!("{method} {path}"))
        });
        let mut answers: BTreeMap<String, BTreeMap<u16, usize>> =
            operations.map(|one| (one, BTreeMap::new())).collect();
        for line in log.lines().map_while(Result::ok) {
            let mut words = line.split_whitespace();
            let (Some(method), Some(path)) = (words.next(), words.next()) else { continue };
            let status = words.find_map(|word| word.strip_prefix("status=")?.parse().ok());
            let (Some(status), Some(operation)) = (status, operation(method, path, paths.keys())) else { continue };
            if let Some(of_operation) = answers.get_mut(&operation) {
                *of_operation.entry(status).or_default() += 1;
            }
        }
        Ok(Self(answers))
    }

    /// The operations of which no call was answered well.
    fn never_good(&self) -> Vec<String> {
        let is_good = |statuses: &BTreeMap<u16, usize>| statuses.keys().any(|status| (200..300).contains(status));
        self.0
            .iter()
            .filter(|(_, statuses)| !is_good(statuses))
            .map(|(one, statuses)| format!("{one} {statuses:?}"))
            .collect()
    }
}

/// The operation that an address is one of; what is said in words goes before what is said by an id.
fn operation<'a>(method: &str, path: &str, paths: impl Iterator<Item = &'a String>) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let is_of = |template: &&String| {
        let wanted: Vec<&str> = template.split('/').collect();
        wanted.len() == parts.len()
            && wanted.iter().zip(&parts).all(|(wanted, part)| wanted.starts_with('{') || wanted == part)
    };
    let template = paths.filter(is_of).min_by_key(|template| template.matches('{').count())?;
    Some(format!("{method} {template}"))
}

fn url(cluster: &Cluster) -> String {
    let params = cluster.connection_params();
    let host = params.socket_dir.display().to_string().replace('/', "%2F");
    format!("postgresql://{}@{host}:{}/rapport_contract", params.user, params.port)
}

/// The binary that the tests have built, which is beside this program.
fn binary() -> Result<PathBuf> {
    Ok(std::env::current_exe()?.with_file_name("rapport"))
}

/// The tool, installed where it is missing or another one.
fn tool() -> Result<PathBuf> {
    let folder = server::root().join("target/contract");
    let program = folder.join("bin/st");
    let (name, version) = TOOL;
    let has = |program: &Path| {
        let said = Command::new(program).arg("--version").output();
        said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains(version))
    };
    if !has(&program) {
        python::install(&folder, name, version, &[])?;
        ensure!(has(&program), "{name} {version} does not start");
    }
    Ok(program)
}
