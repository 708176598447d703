//! Stories of a client and the simulator, one file a subject.

mod ads;
mod calls;
mod consent;
mod control;
mod pages;
mod segments;
mod session;
mod webhooks;

use jiff::civil::date;
use secrecy::SecretString;
use serde_json::{Value, json};

use super::*;
use crate::http::{Answer, CallError, Client, Method, Options as HttpOptions, Request};

/// A simulator whose world does not change with the calendar, and a client with a token for everything.
struct Desk {
    linkedin: LinkedIn,
    client: Client,
    token: Option<String>,
    version: Option<&'static str>,
}

fn options() -> Options {
    Options { today: Some(date(2026, 8, 20)), ..Options::default() }
}

impl Desk {
    fn new() -> Self {
        Self::with(options())
    }

    fn with(options: Options) -> Self {
        let linkedin = LinkedIn::start(options).unwrap();
        let options = HttpOptions {
            allowed: linkedin.url().parse().unwrap(),
            authorities: Some(Vec::new()),
            ..HttpOptions::default()
        };
        let token = Some(linkedin.token(&SCOPES));
        Self { client: Client::new(options).unwrap(), linkedin, token, version: Some("202607") }
    }

    fn request(&self, method: Method, path: &str) -> Request {
        let mut request = Request::new(method, "test", format!("{}{path}", self.linkedin.url()).parse().unwrap());
        if let Some(token) = &self.token {
            request = request.bearer(&SecretString::from(&**token));
        }
        if let Some(version) = self.version {
            request = request.header("linkedin-version", version);
        }
        request.header("x-restli-protocol-version", "2.0.0")
    }

    async fn send(&self, request: &Request) -> Result<Answer, CallError> {
        self.client.send(request).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(&self.request(Method::GET, path)).await.unwrap()
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        self.send(&self.request(Method::POST, path).json(body)).await.unwrap()
    }

    async fn batch(&self, path: &str, elements: &[Value]) -> Answer {
        let request = self.request(Method::POST, path).header("x-restli-method", "BATCH_CREATE");
        self.send(&request.json(&json!({ "elements": elements }))).await.unwrap()
    }

    /// What is answered with a success.
    async fn value(&self, path: &str) -> Value {
        let answer = self.get(path).await;
        assert_eq!(answer.status.as_u16(), 200, "{path}: {:?}", answer.body);
        answer.json().unwrap()
    }

    async fn elements(&self, path: &str) -> Vec<Value> {
        let mut value = self.value(path).await;
        let Value::Array(elements) = value["elements"].take() else { panic!("{value}") };
        elements
    }

    /// Status and code of an error, which is always in the form of LinkedIn's.
    async fn error(&self, path: &str) -> (u16, Value) {
        error_of(&self.get(path).await)
    }
}

fn error_of(answer: &Answer) -> (u16, Value) {
    let mut value: Value = answer.json().unwrap();
    assert_eq!(value["status"], answer.status.as_u16(), "{value}");
    assert!(!value["message"].as_str().unwrap().is_empty());
    (answer.status.as_u16(), value["code"].take())
}

fn refused(status: u16, code: &str) -> (u16, Value) {
    (status, json!(code))
}

fn encoded(urn: &str) -> String {
    restli::encode(urn)
}

/// A number that stands in JSON as a string or a number.
fn count(value: &Value) -> u64 {
    value.as_u64().unwrap()
}
