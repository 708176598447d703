//! Connections that break where they are told to.
//!
//! A handler cannot break a connection: what it returns is answered, and a body that fails is the most that it can do. So the
//! stream below the server counts the bytes of the answer, and stops, closes or resets at the one that it was told.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    time::{Sleep, sleep},
};

/// What is to become of the next answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order {
    /// After how many bytes of its body; none is before the first byte of its head.
    pub(super) after: Option<usize>,
    /// How long nothing is sent then.
    pub(super) pause: Duration,
    /// And what comes after that.
    pub(super) end: End,
}

/// How it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The rest is sent.
    GoOn,
    /// The connection is closed in good order.
    Close,
    /// The connection is reset.
    Reset,
}

/// The handle by which a request's own connection is told what to do.
#[derive(Debug, Clone, Default)]
pub(in crate::simulators) struct Wire(Arc<Mutex<Option<Order>>>);

impl Wire {
    pub(super) fn order(&self, order: Order) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(order);
    }

    fn current(&self) -> Option<Order> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn done(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Connected<IncomingStream<'_, WiredListener>> for Wire {
    fn connect_info(stream: IncomingStream<'_, WiredListener>) -> Self {
        stream.io().wire.clone()
    }
}

/// A listener whose connections can be broken.
#[derive(Debug)]
pub(in crate::simulators) struct WiredListener(TcpListener);

impl WiredListener {
    pub(in crate::simulators) const fn new(listener: TcpListener) -> Self {
        Self(listener)
    }
}

impl Listener for WiredListener {
    type Io = WiredStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (WiredStream, SocketAddr) {
        // axum's own accept waits and tries again where the machine has no more files.
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Otherwise an answer in two pieces waits for the other side's delayed acknowledgement.
        let _ = stream.set_nodelay(true);
        (WiredStream { stream, wire: Wire::default(), body: None, pause: None }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// A connection.
#[derive(Debug)]
pub(in crate::simulators) struct WiredStream {
    stream: TcpStream,
    wire: Wire,
    /// Bytes of the body that went out under the current order; none as long as the head has not.
    body: Option<usize>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl WiredStream {
    /// Where the body begins in bytes that are to be written.
    fn body_begins(&self, bytes: &[u8]) -> Option<usize> {
        match self.body {
            Some(_) => Some(0),
            None => bytes.windows(4).position(|window| window == b"\r\n\r\n").map(|place| place + 4),
        }
    }

    /// How many of the bytes may go out before the order is carried out.
    fn allowed(&self, order: Order, bytes: &[u8]) -> usize {
        let Some(after) = order.after else { return 0 };
        let left = after.saturating_sub(self.body.unwrap_or(0));
        self.body_begins(bytes).map_or(bytes.len(), |begin| (begin + left).min(bytes.len()))
    }
}

impl AsyncWrite for WiredStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let Some(order) = this.wire.current() else { return Pin::new(&mut this.stream).poll_write(cx, bytes) };
        let allowed = this.allowed(order, bytes);
        if allowed > 0 {
            let written = ready!(Pin::new(&mut this.stream).poll_write(cx, &bytes[..allowed]))?;
            if let Some(begin) = this.body_begins(bytes).filter(|&begin| written >= begin) {
                this.body = Some(this.body.unwrap_or(0) + written - begin);
            }
            return Poll::Ready(Ok(written));
        }
        let pause = this.pause.get_or_insert_with(|| Box::pin(sleep(order.pause)));
        ready!(pause.as_mut().poll(cx));
        this.pause = None;
        this.body = None;
        this.wire.done();
        match order.end {
            End::GoOn => Pin::new(&mut this.stream).poll_write(cx, bytes),
            End::Close => Poll::Ready(Err(io::ErrorKind::BrokenPipe.into())),
            End::Reset => {
                this.stream.set_zero_linger()?;
                Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
            }
        }
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}

impl AsyncRead for WiredStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_read(cx, buffer)
    }
}
