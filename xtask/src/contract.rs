//! The API against its own document: schemathesis asks what the document allows and what it forbids, and compares the answers.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use anyhow::{Context as _, Result, ensure};
use rapport_database::cluster::Cluster;
use tokio_postgres::Client;

use crate::{python, server};

/// What asks, and of which version: others ask otherwise, and a failure is to be that of a change of ours.
const TOOL: (&str, &str) = ("schemathesis", "4.32.5");
/// So that a failure comes again.
const SEED: &str = "7";
/// Calls of each operation beyond those that its document gives by itself.
const EXAMPLES: &str = "10";

/// Fails when the API answers otherwise than its document says, or with an error of its own.
pub fn check() -> Result<()> {
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
            .args(["--max-examples", EXAMPLES, "--seed", SEED, "--no-color", "--warnings", "off"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .context("schemathesis did not start")?;
        let said = wait(asking, client)?;
        drop(serving);
        said.map_err(|said| anyhow::anyhow!("the API and its document differ:\n{said}"))
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
            // It asks thousands of times, and the rate of keys has tests of its own.
            client.batch_execute("update api_keys set theoretical_arrival = '2000-01-01'").await?;
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
        // Somebody has to read what it says, or it waits for that.
        std::thread::spawn(move || lines.lines().map_while(Result::ok).for_each(drop));
        Ok(Self { child, address })
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
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
