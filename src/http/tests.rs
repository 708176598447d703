//! Stories of calls, told to servers on the loopback that do what they are told.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use super::{Client, Options};

mod calls;
mod s10_secrets;
mod s9_guard;

/// What a server does, one after the other, before it closes.
#[derive(Clone)]
enum Step {
    Send(Vec<u8>),
    /// Sends these bytes again and again, until the other side has had enough or that many bytes are written.
    Flood(&'static [u8], usize),
    /// Sends byte by byte, with this time between them.
    Trickle(&'static str, Duration),
    /// Says nothing more, and keeps the connection.
    Stall,
    /// Ends the connection without the end of TCP.
    Reset,
}

fn send(text: impl Into<String>) -> Vec<Step> {
    vec![Step::Send(text.into().into_bytes())]
}

/// An answer with these headers and this body, of the right length.
fn answer(status: &str, headers: &str, body: &str) -> Vec<Step> {
    send(format!("HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len()))
}

/// A server that does the same for every request of every connection.
struct Upstream {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    requests: Arc<Mutex<Vec<String>>>,
    written: Arc<AtomicUsize>,
}

impl Upstream {
    async fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let upstream = Self {
            address: listener.local_addr().unwrap(),
            connections: Arc::default(),
            requests: Arc::default(),
            written: Arc::default(),
        };
        let (connections, requests) = (Arc::clone(&upstream.connections), Arc::clone(&upstream.requests));
        let written = Arc::clone(&upstream.written);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                connections.fetch_add(1, Ordering::SeqCst);
                let (steps, requests, written) = (steps.clone(), Arc::clone(&requests), Arc::clone(&written));
                tokio::spawn(async move {
                    while let Some(request) = read_request(&mut stream).await {
                        requests.lock().unwrap().push(request);
                        for step in &steps {
                            if !play(step, &mut stream, &written).await {
                                return;
                            }
                        }
                        // What has a length, or can have no body, leaves the connection open.
                        if !is_complete(&steps) {
                            return;
                        }
                    }
                });
            }
        });
        upstream
    }

    fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    fn url(&self, path: &str) -> url::Url {
        format!("{}{path}", self.origin()).parse().unwrap()
    }

    /// A client that may call this server.
    fn client(&self) -> Client {
        Client::new(self.options()).unwrap()
    }

    fn options(&self) -> Options {
        Options { allowed: self.origin().parse().unwrap(), ..options() }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

/// Options that trust no certificate, since reading the system's takes longer than most of these stories.
fn options() -> Options {
    Options { authorities: Some(Vec::new()), ..Options::default() }
}

/// The same, waiting for nothing long.
fn impatient(options: Options) -> Options {
    Options {
        connect_timeout: Duration::from_millis(300),
        idle_timeout: Duration::from_millis(300),
        total_timeout: Duration::from_millis(900),
        ..options
    }
}

fn is_complete(steps: &[Step]) -> bool {
    let [Step::Send(bytes)] = steps else { return false };
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    head.contains(&format!("content-length: {}", body.len()))
}

async fn play(step: &Step, stream: &mut TcpStream, written: &AtomicUsize) -> bool {
    match step {
        Step::Send(bytes) => stream.write_all(bytes).await.is_ok(),
        Step::Flood(bytes, most) => {
            while written.load(Ordering::SeqCst) < *most && stream.write_all(bytes).await.is_ok() {
                written.fetch_add(bytes.len(), Ordering::SeqCst);
            }
            true
        }
        Step::Trickle(text, pause) => {
            for byte in text.bytes() {
                if stream.write_all(&[byte]).await.is_err() {
                    return false;
                }
                tokio::time::sleep(*pause).await;
            }
            true
        }
        Step::Stall => {
            // Ends when the other side gives up.
            let _ = stream.read(&mut [0]).await;
            false
        }
        Step::Reset => {
            stream.set_zero_linger().unwrap();
            false
        }
    }
}

/// Head and body as text; `None` when the connection ends.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length =
                head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(text);
            }
        }
    }
}
