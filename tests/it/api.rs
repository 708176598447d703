//! `/api/v1`: who may call it, what is there, and that each call has its effect once.

use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::TestApp,
    process::heard,
    program::Program,
    server::{Server, rapport},
};

mod ads;
mod audiences;
mod audit;
mod calendar;
mod calls;
mod campaign_groups;
mod campaigns;
mod companies;
mod connections;
mod custom_audiences;
mod demographics;
mod endpoints;
mod engagements;
mod injection;
mod jobs;
mod keys;
mod mcp;
mod people;
mod personas;
mod posts;
mod reports;
mod search;
mod segments;
mod strategies;
mod surface;
mod uploads;
mod webhook_sources;
mod weights;

/// A server, and somebody who makes keys.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = Server::start(&app.url(), &["--no-worker"]);
        Self { app, owner, server }
    }

    fn say(&self, args: &[&str]) -> (bool, String, String) {
        let output = rapport(&self.app.url(), args).output().unwrap();
        // The key itself is what `add` is for.
        let output = if args.contains(&"add") { output } else { heard(output) };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    }

    fn key(&self, tenant: &str, name: &str, more: &[&str]) -> String {
        let args = [&["--tenant", tenant, "api-key", "add", name, "--scope", "read"], more].concat();
        let (well, key, err) = self.say(&args);
        assert!(well, "{err}");
        key.trim().to_owned()
    }

    /// A program with a key that may read and write, the audit log too.
    fn program(&self, tenant: &str) -> Program {
        Program::new(self.server.address, &self.key(tenant, "Program", &["--scope", "write", "--scope", "audit"]))
    }

    /// What a command says as JSON.
    fn json(&self, args: &[&str]) -> Value {
        let (well, out, err) = self.say(&[args, &["--json"]].concat());
        assert!(well, "{err}");
        serde_json::from_str(&out).unwrap()
    }

    /// The first column of the first row, with the owner's eyes.
    async fn one<T: for<'a> tokio_postgres::types::FromSql<'a>>(&self, statement: &str) -> T {
        self.owner.query_one(statement, &[]).await.unwrap().get(0)
    }
}
