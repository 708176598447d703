//! A database, a simulator, and who goes between them: the binary, and the human with a browser.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    process::{Child, ChildStderr, Command, Output, Stdio},
};

use rapport::{
    http::{Client, Method, Options as HttpOptions, Request},
    linkedin::oauth::Grant,
    model::{
        connections::{self, Credentials},
        keys::Keyring,
    },
    simulators::{
        faults::{Fault, Stage, When},
        linkedin::{CLIENT_ID, LinkedIn, Options},
    },
};
use serde_json::Value;
use url::Url;

use crate::support::{
    app::{DEFAULT, TestApp, configured},
    process::{heard, sleep_when},
};

const KEY: &str = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

pub struct Story {
    pub app: TestApp,
    pub linkedin: LinkedIn,
    owner: tokio_postgres::Client,
}

impl Story {
    pub async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        Self { app, linkedin: LinkedIn::start(Options::default()).unwrap(), owner }
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", self.app.url()).env("RAPPORT_MASTER_KEY", KEY);
        command.env("RAPPORT_LINKEDIN_URL", self.linkedin.url()).env("RAPPORT_LINKEDIN_API_URL", self.linkedin.url());
        // Nobody answers there.
        command.env("RAPPORT_APIFY_URL", "http://127.0.0.1:9").args(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn say_with(&self, args: &[&str], input: &str) -> Output {
        let mut child = self.command(args).spawn().unwrap();
        drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
        heard(child.wait_with_output().unwrap())
    }

    pub fn say(&self, args: &[&str]) -> Output {
        self.say_with(args, "")
    }

    /// What is JSON of a command, and whether it went well.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> (bool, Value) {
        let said = self.say(&[args, &["--json"]].concat());
        let value = serde_json::from_slice(&said.stdout).unwrap_or_else(|_| panic!("{args:?}: {}", text(&said)));
        (said.status.success(), value)
    }

    /// What a check finds: the status, and the reason.
    #[track_caller]
    pub fn validate(&self, name: &str, more: &[&str]) -> (String, String) {
        let (_, rows) = self.json(&[&["connection", "validate", name], more].concat());
        let text = |field: &str| rows[0][field].as_str().unwrap_or_default().to_owned();
        (text("status"), text("reason"))
    }

    #[track_caller]
    pub fn status(&self, name: &str) -> String {
        self.json(&["connection", "show", name]).1["status"].as_str().unwrap().to_owned()
    }

    /// The alerts that stand.
    #[track_caller]
    pub fn alerts(&self) -> Vec<String> {
        let (_, rows) = self.json(&["alert", "list"]);
        rows.as_array().unwrap().iter().map(|row| row["message"].as_str().unwrap().to_owned()).collect()
    }

    /// Lets the checks that are due be made, as a worker does.
    pub async fn run_due_checks(&self) {
        self.owner.batch_execute("update linkedin_connections set validate_after = now()").await.unwrap();
        let said = self.say(&["job", "run"]);
        assert!(said.status.success(), "{}", text(&said));
    }

    /// Lets a worker begin with the checks that are due, and puts it to sleep when it has made one more call of this kind:
    /// whatever is answered, it learns when it is woken.
    pub async fn begin_due_checks(&self, call: &str) -> Child {
        let calls = || self.linkedin.faults().calls_of(call);
        let before = calls();
        self.linkedin.faults().set(call, When::Next(1), Fault::Stall { millis: 3_000, at: Stage::Answer });
        self.owner.batch_execute("update linkedin_connections set validate_after = now()").await.unwrap();
        let worker = self.command(&["job", "run"]).spawn().unwrap();
        sleep_when(&worker, || calls() > before).await;
        worker
    }

    /// What a connection holds of its consent.
    pub async fn grant(&self, name: &str) -> Grant {
        let keyring = Keyring::open(&self.app.database, &configured(&["--master-key", KEY])).await.unwrap();
        let tx = self.app.database.tenant(DEFAULT).await.unwrap();
        let connection = connections::by_name(&keyring, &tx, name).await.unwrap();
        match connection.credentials() {
            Ok(Credentials::OAuth(consent)) => consent.1.clone(),
            _ => panic!("{name} has no consent"),
        }
    }

    /// Changes rows behind the program's back.
    pub async fn tell(&self, sql: &str) {
        self.owner.batch_execute(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error}")).get(0)
    }

    /// Begins a command that asks for a consent, up to where it waits for a human.
    pub fn ask(&self, args: &[&str]) -> Asking {
        let mut child = self.command(&[args, &["--oauth", "--port", "0"]].concat()).spawn().unwrap();
        drop(child.stdin.take().unwrap().write_all(self.linkedin.client_secret().as_bytes()));
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        let mut said = String::new();
        let link = loop {
            let begin = said.len();
            if stderr.read_line(&mut said).unwrap() == 0 {
                break None;
            }
            // A last word of the program looks like an address too.
            if let Ok(link) = Url::parse(said[begin..].trim())
                && link.has_host()
            {
                break Some(link);
            }
        };
        let browser = link.map(|link| Browser::new(self, link));
        if let Some(browser) = &browser {
            self.linkedin.add_redirect(browser.redirect.as_str());
        }
        Asking { child, stderr, said, browser }
    }

    /// Runs a command that asks for a consent. The human gets the link, and does what the test says.
    pub async fn consent(&self, args: &[&str], human: impl AsyncFnOnce(Browser)) -> Output {
        let mut asking = self.ask(args);
        if let Some(browser) = asking.browser.take() {
            human(browser).await;
        }
        asking.end()
    }

    /// Asks for a consent for a new page.
    pub async fn add_page(&self, name: &str, human: impl AsyncFnOnce(Browser)) -> Output {
        self.consent(&adding(name), human).await
    }

    /// The same where all goes well.
    pub async fn page(&self, name: &str) -> Value {
        let said = self.add_page(name, Browser::allow).await;
        assert!(said.status.success(), "{}", text(&said));
        serde_json::from_slice(&said.stdout).unwrap()
    }
}

/// How a new page is asked for.
pub fn adding(name: &str) -> Vec<&str> {
    let app = ["--type", "company_page", "--client-id", CLIENT_ID, "--client-secret", "-"];
    [&["connection", "add", "--name", name, "--json"], &app[..]].concat()
}

/// A command that has asked for a consent, and waits.
pub struct Asking {
    pub child: Child,
    stderr: BufReader<ChildStderr>,
    said: String,
    /// Where the human is, if the command came so far.
    pub browser: Option<Browser>,
}

impl Asking {
    /// Lets it come to its end.
    pub fn end(mut self) -> Output {
        let mut output = self.child.wait_with_output().unwrap();
        self.stderr.read_to_string(&mut self.said).unwrap();
        output.stderr = self.said.into_bytes();
        heard(output)
    }
}

/// Where the human is.
pub struct Browser {
    pub link: Url,
    pub redirect: Url,
    pub client: Client,
    pub linkedin: String,
}

impl Browser {
    fn new(story: &Story, link: Url) -> Self {
        let redirect = link.query_pairs().find(|(name, _)| name == "redirect_uri").unwrap().1.parse::<Url>().unwrap();
        let origins = format!("{} {}", story.linkedin.url(), redirect.origin().ascii_serialization());
        let options =
            HttpOptions { allowed: origins.parse().unwrap(), authorities: Some(Vec::new()), ..HttpOptions::default() };
        Self { client: Client::new(options).unwrap(), link, redirect, linkedin: story.linkedin.url() }
    }

    /// Opens the link, and gives the address to which LinkedIn sends the browser back.
    pub async fn answer(&self) -> Url {
        let answer = self.client.send(&Request::get("link", self.link.clone())).await.unwrap();
        assert_eq!(answer.status.as_u16(), 302, "{:?}", answer.body);
        answer.header("location").unwrap().parse().unwrap()
    }

    /// Goes to an address, and gives the status of what is there.
    pub async fn visit(&self, address: Url) -> u16 {
        self.client.send(&Request::get("address", address)).await.unwrap().status.as_u16()
    }

    /// Does what is asked.
    pub async fn allow(self) {
        assert_eq!(self.visit(self.answer().await).await, 200);
    }

    /// Sends a form to LinkedIn, as somebody else.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> u16 {
        let url = format!("{}{path}", self.linkedin).parse().unwrap();
        let request = Request::new(Method::POST, "form", url).form(fields.iter().copied());
        self.client.send(&request).await.unwrap().status.as_u16()
    }
}

/// An address with another value for one of its parameters.
pub fn with(address: &Url, name: &str, value: &str) -> Url {
    let mut changed = address.clone();
    let others = address.query_pairs().into_owned().map(|(known, old)| {
        let value = if known == name { value.to_owned() } else { old };
        (known, value)
    });
    let pairs: Vec<(String, String)> = others.collect();
    changed.query_pairs_mut().clear().extend_pairs(pairs);
    changed
}

pub fn parameter(address: &Url, name: &str) -> String {
    address.query_pairs().find(|(known, _)| known == name).unwrap().1.into_owned()
}

pub fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
