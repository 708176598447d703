//! Somebody who listens to what goes on, as a page does that is open in front of them.

use std::{collections::BTreeMap, time::Duration};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use super::browser::Browser;

/// How long anything may take before it is taken for lost.
const PATIENCE: Duration = Duration::from_mins(1);

/// A stream of events.
pub struct Listener {
    stream: TcpStream,
    text: String,
}

impl Listener {
    /// Begins to listen with the cookies of a browser.
    pub async fn of(browser: &Browser) -> Self {
        let mut stream = TcpStream::connect(browser.server).await.unwrap();
        // By 1.0 what comes is what was sent, without the lengths of its parts.
        let request = browser.request("GET", "/live", None).replace(" HTTP/1.1", " HTTP/1.0");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut listener = Self { stream, text: String::new() };
        let head = listener.part().await.expect("an answer");
        assert!(head.starts_with("HTTP/1.0 200") && head.contains("content-type: text/event-stream"), "{head}");
        listener
    }

    /// The next event that tells of something, and what it says; none: the server has ended the stream.
    pub async fn event(&mut self) -> Option<(String, String)> {
        loop {
            let part = self.part().await?;
            let field =
                |name: &str| part.lines().find_map(|line| line.strip_prefix(name)).map(|rest| rest.trim().to_owned());
            if let Some(event) = field("event:").filter(|event| event != "still") {
                return Some((event, field("data:").unwrap_or_default()));
            }
        }
    }

    /// The marks that come next.
    pub async fn marks(&mut self) -> BTreeMap<String, String> {
        let (event, data) = self.event().await.expect("the stream goes on");
        assert_eq!(event, "marks");
        marks(&data)
    }

    async fn part(&mut self) -> Option<String> {
        loop {
            if let Some((part, rest)) = self.text.replace("\r\n", "\n").split_once("\n\n") {
                let part = part.to_owned();
                self.text = String::from(rest);
                return Some(part);
            }
            let mut bytes = [0; 4096];
            let read =
                timeout(PATIENCE, self.stream.read(&mut bytes)).await.expect("it says something in time").ok()?;
            if read == 0 {
                return None;
            }
            self.text += std::str::from_utf8(&bytes[..read]).unwrap();
        }
    }
}

/// Marks as pages and events have them.
pub fn marks(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split(' ').filter_map(|pair| pair.split_once('='));
    pairs.map(|(topic, mark)| (topic.to_owned(), mark.to_owned())).collect()
}

impl Browser {
    /// Stays in front of a page, which is asked for again whenever its server says that something has changed, until it is as it
    /// should be; the page.
    pub async fn watch(&mut self, path: &str, is_done: impl Fn(&str) -> bool) -> String {
        let mut listener = Listener::of(self).await;
        let watched = async {
            loop {
                listener.marks().await;
                let reply = self.get(path).await;
                assert_eq!(reply.status, 200, "{path}: {}", reply.whole);
                if is_done(reply.body()) {
                    return reply.body().to_owned();
                }
            }
        };
        timeout(PATIENCE, watched).await.unwrap_or_else(|_| panic!("{path} never came to what it should be"))
    }
}
