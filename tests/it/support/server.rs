//! `rapport serve`, as a process of its own.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::SocketAddr,
    process::{Child, Command, ExitStatus, Output, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
    time::{Duration, Instant},
};

use super::process::{heard, signal};
use crate::webhooks::stand::{self, Reply};

/// The master key of such servers.
pub const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

/// A server that runs; killed, where the test has not ended it.
pub struct Server {
    pub address: SocketAddr,
    child: Child,
    said: Arc<Mutex<String>>,
    listener: Option<JoinHandle<()>>,
}

/// The program with a database, and nothing of the environment.
pub fn rapport(url: &str, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("DATABASE_URL", url).env("RAPPORT_MASTER_KEY", KEY).args(args).stdin(Stdio::null());
    command
}

/// A source of the default tenant that signs, added as its user would.
pub fn add_hook(url: &str, name: &str, secret: &[u8]) -> Output {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let mut command = rapport(url, &["hook", "add", "--name", name, "--kind", "generic", "--secret", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let secret = format!("whsec_{}", BASE64_STANDARD.encode(secret));
    child.stdin.take().unwrap().write_all(secret.as_bytes()).unwrap();
    let output = heard(child.wait_with_output().unwrap());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

impl Server {
    /// A server at a free port.
    pub fn start(url: &str, more: &[&str]) -> Self {
        Self::spawn(rapport(url, &[&["serve", "--bind", "127.0.0.1:0"], more].concat()))
    }

    pub fn spawn(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap());
        let mut all = String::new();
        let address = loop {
            let before = all.len();
            assert!(lines.read_line(&mut all).unwrap() > 0, "the server did not begin: {all}");
            if let Some((_, rest)) = all[before..].split_once("listens at http://") {
                break rest.split([',', ';']).next().unwrap().parse().unwrap();
            }
        };
        let said = Arc::new(Mutex::new(all));
        let all = Arc::clone(&said);
        let listener = std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                eprintln!("{line}");
                let mut all = all.lock().unwrap();
                all.push_str(&line);
                all.push('\n');
            }
        });
        Self { address, child, said, listener: Some(listener) }
    }

    pub async fn get(&self, path: &str) -> std::io::Result<Reply> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n");
        stand::send(self.address, request.as_bytes()).await
    }

    /// What `/readyz` says: the status, and what is missing.
    pub async fn readiness(&self) -> (u16, String) {
        let reply = self.get("/readyz").await.unwrap();
        (reply.status, reply.json()["missing"].as_str().unwrap_or_default().to_owned())
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// What it has said so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// The token of the link that it says at its first start.
    pub async fn first_token(&self) -> String {
        let until = Instant::now() + Duration::from_secs(10);
        loop {
            let said = self.said();
            // A line that has not come whole may hold a part of it.
            let line = said.split_inclusive('\n').find(|line| line.contains("/link?token=") && line.ends_with('\n'));
            if let Some((_, token)) = line.and_then(|line| line.trim().split_once("/link?token=")) {
                return token.to_owned();
            }
            assert!(Instant::now() < until, "{said}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Asks it to stop, and waits for its end; how it ended, and everything that it said.
    pub fn stop(mut self) -> (ExitStatus, String) {
        signal("TERM", self.child.id());
        let status = self.child.wait().unwrap();
        self.listener.take().unwrap().join().unwrap();
        (status, self.said())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended already is none the worse for it.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
