//! Stories of a client and the simulator, one file a subject.

mod actors;
mod control;
mod faults;
mod items;
mod limits;
mod runs;
mod webhooks;

use std::time::Duration;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::*;
use crate::http::{Answer, CallError, Client, Method, Options as HttpOptions, Request};

/// The post that most stories are about.
const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7329207003942125568/";
const REACTIONS: &str = "harvestapi~linkedin-post-reactions";

/// A simulator, and a client with its token.
struct Desk {
    apify: Apify,
    client: Client,
    token: Option<SecretString>,
}

impl Desk {
    fn new() -> Self {
        Self::with(Options::default())
    }

    fn with(options: Options) -> Self {
        let apify = Apify::start(options).unwrap();
        let options = HttpOptions {
            allowed: apify.url().parse().unwrap(),
            authorities: Some(Vec::new()),
            ..HttpOptions::default()
        };
        Self { client: Client::new(options).unwrap(), apify, token: Some(SecretString::from(TOKEN)) }
    }

    async fn send(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Answer, CallError> {
        let url = format!("{}{path}", self.apify.url()).parse().unwrap();
        let mut request = Request::new(method, "test", url);
        if let Some(token) = &self.token {
            request = request.bearer(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        self.client.send(&request).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await.unwrap()
    }

    /// What `data` of an answer holds.
    async fn data(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}: {:?}", answer.body);
        answer.json::<Value>().unwrap()["data"].take()
    }

    /// Starts a run with parameters, and gives it as the answer shows it.
    async fn start(&self, actor: &str, query: &str, input: &Value) -> Value {
        let answer = self.post(&format!("/v2/actors/{actor}/runs?{query}"), input).await;
        assert_eq!(answer.status.as_u16(), 201, "{:?}", answer.body);
        answer.json::<Value>().unwrap()["data"].take()
    }

    /// Runs an actor to its end, and gives the items.
    async fn run(&self, actor: &str, input: &Value) -> Vec<Value> {
        let run = self.start(actor, "waitForFinish=60", input).await;
        assert_eq!(run["status"], "SUCCEEDED", "{run}");
        self.get(&items_of(&run, "")).await.json().unwrap()
    }

    /// Status and type of an error.
    async fn error(&self, method: Method, path: &str, body: Option<&Value>) -> (u16, String) {
        let answer = self.send(method, path, body).await.unwrap();
        let value: Value = answer.json().unwrap();
        assert!(!value["error"]["message"].as_str().unwrap().is_empty());
        (answer.status.as_u16(), value["error"]["type"].as_str().unwrap().to_owned())
    }
}

fn items_of(run: &Value, query: &str) -> String {
    format!("/v2/datasets/{}/items?{query}", run["defaultDatasetId"].as_str().unwrap())
}

fn path_of(run: &Value) -> String {
    format!("/v2/actor-runs/{}", run["id"].as_str().unwrap())
}

fn input_of(run: &Value) -> String {
    format!("/v2/key-value-stores/{}/records/INPUT", run["defaultKeyValueStoreId"].as_str().unwrap())
}

fn reactions_input() -> Value {
    json!({ "posts": [POST] })
}

fn held() -> Options {
    Options { pace: Pace::Held, ..Options::default() }
}

/// Waits for something that happens by itself.
async fn until(mut is_so: impl FnMut() -> bool) {
    for _ in 0..2_000 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it did not happen within ten seconds");
}
