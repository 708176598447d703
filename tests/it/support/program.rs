//! A program that calls the API with a key.

use std::net::SocketAddr;

use serde_json::Value;

use crate::webhooks::stand::{self, Reply};

/// A program, and the server that it calls.
#[derive(Clone)]
pub struct Program {
    pub server: SocketAddr,
    pub key: String,
    /// What it says besides.
    pub headers: Vec<(String, String)>,
}

impl Program {
    pub fn new(server: SocketAddr, key: &str) -> Self {
        Self { server, key: key.to_owned(), headers: Vec::new() }
    }

    /// The same program with another header.
    pub fn saying(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name.to_owned(), value.to_owned()));
        other
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.call("GET", path, None).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.call("POST", path, Some(&body.to_string())).await
    }

    pub async fn patch(&self, path: &str, body: &Value) -> Reply {
        self.call("PATCH", path, Some(&body.to_string())).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path, None).await
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<&str>) -> Reply {
        stand::send(self.server, self.request(method, path, body).as_bytes()).await.unwrap()
    }

    /// The bytes of a call.
    pub fn request(&self, method: &str, path: &str, body: Option<&str>) -> String {
        let mut lines = vec![
            format!("{method} {path} HTTP/1.1"),
            format!("host: {}", self.server),
            "connection: close".to_owned(),
            format!("authorization: Bearer {}", self.key),
        ];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        if let Some(body) = body {
            if !self.headers.iter().any(|(name, _)| name == "content-type") {
                lines.push("content-type: application/json".to_owned());
            }
            lines.push(format!("content-length: {}", body.len()));
        }
        format!("{}\r\n\r\n{}", lines.join("\r\n"), body.unwrap_or_default())
    }
}

impl Reply {
    /// What a good answer says.
    #[track_caller]
    pub fn good(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.whole);
        if status == 204 { Value::Null } else { self.json() }
    }

    /// The status and the code of a problem, which is one by its type as well.
    #[track_caller]
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.whole);
        let body = self.json();
        assert_eq!(body["status"], self.status, "{body}");
        (self.status, body["code"].as_str().unwrap().to_owned())
    }

    /// The answer without what names its request or counts calls.
    pub fn lasting(&self) -> String {
        let (head, body) = self.whole.split_once("\r\n\r\n").unwrap();
        let passing = ["x-request-id:", "date:", "ratelimit:", "retry-after:"];
        let head: Vec<&str> = head.lines().filter(|line| !passing.iter().any(|name| line.starts_with(name))).collect();
        format!("{}\n\n{body}", head.join("\n"))
    }
}
