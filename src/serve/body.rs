//! A body as it arrives: it may be slow, and it may not be silent for long.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use super::places::Seat;

/// A body that says when it is there, and ends with an error when nothing comes of it any more.
pub(super) struct Arriving {
    body: Incoming,
    seat: Arc<Seat>,
    silence: Pin<Box<Sleep>>,
    patience: Duration,
}

impl Arriving {
    pub(super) fn new(body: Incoming, seat: Arc<Seat>, patience: Duration) -> Self {
        if body.is_end_stream() {
            seat.is_answered();
        }
        Self { body, seat, silence: Box::pin(sleep(patience)), patience }
    }
}

impl HttpBody for Arriving {
    type Data = Bytes;
    type Error = Box<dyn std::error::Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(context) else {
            ready!(self.silence.as_mut().poll(context));
            return Poll::Ready(Some(Err("the body did not arrive".into())));
        };
        if frame.is_none() || self.body.is_end_stream() {
            self.seat.is_answered();
        } else {
            let until = Instant::now() + self.patience;
            self.silence.as_mut().reset(until);
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
