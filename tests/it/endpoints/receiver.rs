//! A system that is told of what happens, as its team would write it: it verifies what comes, and answers what it was told to.

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use jiff::Timestamp;
use rapport::hooks::signature::{Keys, Secret, Standard, standard};
use serde_json::Value;
use tokio::net::TcpListener;

/// What it answers.
#[derive(Clone)]
pub enum Reply {
    Status(u16),
    /// A status with a header and a body.
    Words(u16, &'static str, String),
    /// Nothing, for as long as somebody waits.
    Silence,
}

/// What came.
#[derive(Clone)]
pub struct Heard {
    pub path: String,
    pub id: String,
    pub timestamp: i64,
    headers: HeaderMap,
    body: Bytes,
}

impl Heard {
    /// Whether it is signed with this secret, as the receiving side of the standard says, at about the time that it names.
    pub fn is_signed_with(&self, secret: &Secret) -> bool {
        let header = |name: &str| self.headers.get(name).map(axum::http::HeaderValue::as_bytes);
        let decoy = Secret::new(b"nobody's").unwrap();
        let keys = Keys { current: Some(secret.clone()), previous: None, decoy: &decoy };
        let headers = Standard {
            id: header("webhook-id"),
            timestamp: header("webhook-timestamp"),
            signatures: header("webhook-signature"),
        };
        standard(&keys, &headers, &self.body, Timestamp::now()).is_some()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn bytes(&self) -> usize {
        self.body.len()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap().to_str().unwrap()
    }
}

#[derive(Default)]
struct Desk {
    heard: Mutex<Vec<Heard>>,
    replies: Mutex<VecDeque<Reply>>,
}

/// The system.
#[derive(Clone)]
pub struct Receiver {
    pub address: SocketAddr,
    desk: Arc<Desk>,
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, desk) = (listener.local_addr().unwrap(), Arc::<Desk>::default());
        let router = Router::new().fallback(hear).with_state(Arc::clone(&desk));
        tokio::spawn(axum::serve(listener, router).into_future());
        Self { address, desk }
    }

    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn url(&self) -> String {
        format!("{}/hook?for=rapport", self.origin())
    }

    /// What it answers from now on, one after the other; after the last, 204.
    pub fn will_answer(&self, replies: impl IntoIterator<Item = Reply>) {
        *self.desk.replies.lock().unwrap() = replies.into_iter().collect();
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.desk.heard.lock().unwrap().clone()
    }

    /// Waits until it has heard so much; all that it has heard.
    pub async fn hears(&self, number: usize) -> Vec<Heard> {
        let until = Instant::now() + Duration::from_mins(1);
        loop {
            let heard = self.heard();
            if heard.len() >= number {
                return heard;
            }
            assert!(Instant::now() < until, "it has heard {} of {number}", heard.len());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

async fn hear(State(desk): State<Arc<Desk>>, uri: axum::http::Uri, headers: HeaderMap, body: Bytes) -> Response {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    let heard = Heard {
        path: uri.to_string(),
        id: text("webhook-id"),
        timestamp: text("webhook-timestamp").parse().unwrap_or_default(),
        headers: headers.clone(),
        body,
    };
    desk.heard.lock().unwrap().push(heard);
    let reply = desk.replies.lock().unwrap().pop_front();
    let status = |status: u16| StatusCode::from_u16(status).unwrap();
    match reply {
        None => StatusCode::NO_CONTENT.into_response(),
        Some(Reply::Status(code)) => status(code).into_response(),
        Some(Reply::Words(code, header, body)) => {
            let (name, value) = header.split_once(": ").unwrap();
            (status(code), [(name, value)], body).into_response()
        }
        Some(Reply::Silence) => std::future::pending().await,
    }
}
