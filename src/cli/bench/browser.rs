//! Somebody who is signed in and asks for pages, on one connection that stays open, as browsers have it.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, Request, Response, StatusCode, header},
};
use hyper::{
    body::Incoming,
    client::conn::http1::{SendRequest, handshake},
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::error::Error;

/// The longest answer that is read.
const LARGEST: usize = 64 << 20;

pub(super) struct Browser {
    server: SocketAddr,
    session: String,
    connection: Option<SendRequest<Body>>,
}

/// An answer, and how long it took from the first byte that was sent to the last that came.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) took: Duration,
}

impl Browser {
    pub(super) fn new(server: SocketAddr, session: &str) -> Self {
        Self { server, session: session.to_owned(), connection: None }
    }

    /// Asks for a page, packed or not; with `header`, if there is one.
    pub(super) async fn get(
        &mut self,
        path: &str,
        is_packed: bool,
        header: Option<(&str, &str)>,
    ) -> Result<Answer, Error> {
        let begun = Instant::now();
        let (head, body) = self.open(path, is_packed, header).await?.into_parts();
        let body = axum::body::to_bytes(Body::new(body), LARGEST).await.map_err(odd)?;
        Ok(Answer { status: head.status, headers: head.headers, body, took: begun.elapsed() })
    }

    /// The same, where the body may have no end.
    pub(super) async fn open(
        &mut self,
        path: &str,
        is_packed: bool,
        header: Option<(&str, &str)>,
    ) -> Result<Response<Incoming>, Error> {
        let mut request = Request::get(path)
            .header(header::HOST, self.server.to_string())
            .header(header::COOKIE, format!("rapport-session={}", self.session))
            .header(header::USER_AGENT, "rapport bench");
        if is_packed {
            request = request.header(header::ACCEPT_ENCODING, "gzip");
        }
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let request = request.body(Body::empty()).map_err(odd)?;
        let mut connection = match self.connection.take() {
            Some(open) if !open.is_closed() => open,
            _ => {
                let stream = TcpStream::connect(self.server).await?;
                stream.set_nodelay(true)?;
                let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(odd)?;
                // It ends with the sender, or with an error that the sender's next call tells.
                tokio::spawn(async move { drop(connection.await) });
                sender
            }
        };
        connection.ready().await.map_err(odd)?;
        let response = connection.send_request(request).await.map_err(odd)?;
        self.connection = Some(connection);
        Ok(response)
    }
}

fn odd(error: impl Into<anyhow::Error>) -> Error {
    Error::Internal(error.into())
}
