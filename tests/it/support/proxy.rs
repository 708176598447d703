//! What lies between a program and its database, and what can happen there: it is slow, it breaks connections, it cuts them
//! after so many bytes, or it drops every packet and tells nobody.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, TcpStream, UnixStream},
    sync::watch,
    time::sleep,
};

/// What happens to packets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// They arrive.
    Open,
    /// They arrive later by so much.
    Delay(Duration),
    /// Every connection is reset, and so is every new one.
    Reset,
    /// They are dropped without a word, and the connections of this time stay as they are for ever: half open, as where a
    /// firewall has forgotten them.
    Silent,
    /// Everything arrives but what the server tells of its own accord: a connection over which it would tell that somebody
    /// notified is half open from then on, and all others are as they were.
    Deaf,
    /// A connection is reset after so many bytes of the server's.
    CutAfter(usize),
}

/// The channel on which workers are told of jobs, as it stands in a message of the server's.
const TOLD: &[u8] = b"rapport_jobs\0";

/// A way to a server at a unix socket that can be disturbed.
pub struct Proxy {
    pub port: u16,
    mode: watch::Sender<Mode>,
    deafened: Arc<AtomicUsize>,
}

impl Proxy {
    pub async fn to(socket: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (mode, seen) = watch::channel(Mode::Open);
        let deafened = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&deafened);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(carry(client, socket.clone(), seen.clone(), Arc::clone(&counted)));
            }
        });
        Self { port, mode, deafened }
    }

    /// From now on this happens.
    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// Connections that [`Mode::Deaf`] has made half open.
    pub fn deafened(&self) -> usize {
        self.deafened.load(Ordering::Relaxed)
    }
}

/// One connection, until it ends or the proxy is gone.
async fn carry(client: TcpStream, socket: PathBuf, mode: watch::Receiver<Mode>, deafened: Arc<AtomicUsize>) {
    // What is left open when this ends is reset rather than closed.
    client.set_zero_linger().unwrap();
    let mut told = mode.clone();
    let carried = async {
        let Ok(server) = UnixStream::connect(socket).await else { return };
        let (mut from_client, mut to_client) = client.into_split();
        let (mut from_server, mut to_server) = server.into_split();
        tokio::select! {
            () = pump(&mut from_client, &mut to_server, &mode, false, &deafened) => {}
            () = pump(&mut from_server, &mut to_client, &mode, true, &deafened) => {}
            () = silenced(&mode) => {
                // Both ends stay open, and hear nothing any more, until the proxy is gone.
                drop(mode.clone().wait_for(|_| false).await);
            }
        }
    };
    tokio::select! {
        () = carried => {}
        _ = told.wait_for(|mode| *mode == Mode::Reset) => {}
    }
}

async fn silenced(mode: &watch::Receiver<Mode>) {
    drop(mode.clone().wait_for(|mode| *mode == Mode::Silent).await);
}

/// Carries bytes one way until it is over.
async fn pump(
    from: &mut (impl AsyncRead + Unpin),
    to: &mut (impl AsyncWrite + Unpin),
    mode: &watch::Receiver<Mode>,
    is_cut: bool,
    deafened: &AtomicUsize,
) {
    let mut mode = mode.clone();
    let (mut buffer, mut carried) = ([0; 8192], 0);
    while let Ok(bytes @ 1..) = from.read(&mut buffer).await {
        if mode.has_changed().unwrap_or_default() {
            carried = 0;
        }
        let now = *mode.borrow_and_update();
        if let Mode::Delay(time) = now {
            sleep(time).await;
        }
        carried += bytes;
        if now == Mode::Deaf && is_cut && buffer[..bytes].windows(TOLD.len()).any(|part| part == TOLD) {
            deafened.fetch_add(1, Ordering::Relaxed);
            std::future::pending::<()>().await;
        }
        let kept = match now {
            Mode::CutAfter(most) if is_cut => bytes.saturating_sub(carried.saturating_sub(most)),
            _ => bytes,
        };
        if to.write_all(&buffer[..kept]).await.is_err() || kept < bytes {
            return;
        }
    }
}
