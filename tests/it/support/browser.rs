//! A browser, as far as a server knows one: it sends forms, says which page they came from, and keeps cookies.

use std::{collections::BTreeMap, net::SocketAddr};

use crate::webhooks::stand::{self, Reply};

/// Opens an address of another site, without a cookie; where that sends the browser on to.
pub async fn sent_on(place: &str) -> String {
    let url: url::Url = place.parse().unwrap();
    let address = url.socket_addrs(|| None).unwrap()[0];
    let request =
        format!("GET {}?{} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n", url.path(), url.query().unwrap());
    let reply = stand::send(address, request.as_bytes()).await.unwrap();
    reply.header("location").unwrap_or_else(|| panic!("{}", reply.whole)).to_owned()
}

/// A browser with cookies of its own.
#[derive(Clone)]
pub struct Browser {
    pub server: SocketAddr,
    pub cookies: BTreeMap<String, String>,
    /// What it says besides.
    pub headers: Vec<(String, String)>,
}

impl Browser {
    pub fn new(server: SocketAddr) -> Self {
        Self { server, cookies: BTreeMap::new(), headers: vec![("user-agent".to_owned(), "Story/1.0".to_owned())] }
    }

    /// The same browser with another header.
    pub fn saying(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(there, _)| there != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.send("GET", path, None).await
    }

    /// Sends a form of the server's own pages.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.bring("POST", path, "application/x-www-form-urlencoded", &form).await
    }

    /// Sends what is no form, as a script of the server's own pages does.
    pub async fn bring(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Reply {
        if self.headers.iter().any(|(name, _)| name == "sec-fetch-site" || name == "origin") {
            return self.send(method, path, Some((kind, body))).await;
        }
        self.headers.push(("sec-fetch-site".to_owned(), "same-origin".to_owned()));
        let reply = self.send(method, path, Some((kind, body))).await;
        self.headers.pop();
        reply
    }

    /// What it sends, cookies and all.
    pub fn request(&self, method: &str, path: &str, body: Option<(&str, &str)>) -> String {
        let mut lines =
            vec![format!("{method} {path} HTTP/1.1"), format!("host: {}", self.server), "connection: close".to_owned()];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            lines.push(format!("cookie: {}", cookies.join("; ")));
        }
        if let Some((kind, body)) = body {
            lines.push(format!("content-type: {kind}"));
            lines.push(format!("content-length: {}", body.len()));
        }
        format!("{}\r\n\r\n{}", lines.join("\r\n"), body.map_or("", |(_, body)| body))
    }

    async fn send(&mut self, method: &str, path: &str, body: Option<(&str, &str)>) -> Reply {
        let request = self.request(method, path, body);
        let reply = stand::send(self.server, request.as_bytes()).await.unwrap();
        for cookie in reply.cookies() {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        reply
    }

    /// Signs in; the reply.
    pub async fn sign_in(&mut self, email: &str, password: &str) -> Reply {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Whether it is signed in, by what the server says now.
    pub async fn is_in(&mut self) -> bool {
        self.get("/account").await.status == 200
    }
}

impl Reply {
    /// What it asks a browser to keep.
    pub fn cookies(&self) -> Vec<&str> {
        let head = self.whole.split("\r\n\r\n").next().unwrap();
        head.lines().filter_map(|line| line.strip_prefix("set-cookie: ")).collect()
    }
}
