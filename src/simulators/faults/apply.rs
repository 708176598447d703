//! Carries a fault out.

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use jiff::{SignedDuration, Timestamp, fmt::rfc2822::DateTimePrinter};
use tokio::time::sleep;

use super::{
    Fault, Faults, Stage,
    wire::{End, Order, Wire},
};

/// More than any request or answer of a simulator has.
const LIMIT: usize = 256 * 1024 * 1024;

/// Time for the other side to read what came before a reset, which would take it away.
const BEFORE_RESET: Duration = Duration::from_millis(20);

const PAGE: &str =
    "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Welcome back</h1></body></html>\n";

pub(super) async fn apply(
    State(faults): State<Faults>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    request: Request,
    next: Next,
) -> Response {
    let label = (faults.dialect.label)(request.method(), request.uri().path());
    let Some(fault) = label.and_then(|label| faults.choose(label)) else { return next.run(request).await };
    match fault {
        Fault::LostAnswer => {
            drop(next.run(request).await);
            reset(&wire)
        }
        Fault::Truncated => {
            let (response, length) = whole(next.run(request).await).await;
            wire.order(Order { after: Some(length / 2), pause: Duration::ZERO, end: End::Close });
            response
        }
        Fault::CutChunks => {
            let (response, length) = whole(next.run(request).await).await;
            wire.order(Order { after: Some(length / 2), pause: BEFORE_RESET, end: End::Reset });
            in_chunks(response)
        }
        Fault::Stall { millis, at } => stall(Duration::from_millis(millis), at, &wire, request, next).await,
        Fault::WrongType { content_type } => {
            with_header(next.run(request).await, header::CONTENT_TYPE, HeaderValue::from_str(&content_type).ok())
        }
        Fault::ClockSkew { seconds } => with_header(next.run(request).await, header::DATE, date_in(seconds)),
        instead => {
            // Who closes with a request half read resets the connection, which would take the answer away.
            drop(to_bytes(request.into_body(), LIMIT).await);
            answer_instead(&faults, &wire, instead)
        }
    }
}

/// The answers of a service that did not do what it was asked.
fn answer_instead(faults: &Faults, wire: &Wire, fault: Fault) -> Response {
    match fault {
        Fault::TooManyRequests { wait, as_date } => {
            let wait = wait.and_then(|seconds| if as_date { date_in(seconds.into()) } else { Some(seconds.into()) });
            with_header(worded(faults, StatusCode::TOO_MANY_REQUESTS), header::RETRY_AFTER, wait)
        }
        Fault::Status { status } => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            match status.as_u16() {
                // These come from what stands before the service, which has no words of its.
                502..=504 => {
                    (status, [(header::CONTENT_TYPE, "text/html")], format!("<h1>{status}</h1>\n")).into_response()
                }
                _ => worded(faults, status),
            }
        }
        Fault::Huge { bytes } => {
            let text = format!("\"{}\"", "x".repeat(bytes.saturating_sub(2)));
            in_chunks(([(header::CONTENT_TYPE, "application/json; charset=utf-8")], text).into_response())
        }
        Fault::Redirect { location } => {
            with_header(StatusCode::FOUND.into_response(), header::LOCATION, HeaderValue::from_str(&location).ok())
        }
        Fault::Reset => reset(wire),
        // Html; the others had their effect, and were carried out before.
        _ => ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], PAGE).into_response(),
    }
}

async fn stall(time: Duration, at: Stage, wire: &Wire, request: Request, next: Next) -> Response {
    match at {
        Stage::Request => {
            sleep(time).await;
            next.run(request).await
        }
        Stage::Answer => {
            let response = next.run(request).await;
            sleep(time).await;
            response
        }
        Stage::Body => {
            let (response, length) = whole(next.run(request).await).await;
            wire.order(Order { after: Some(length / 2), pause: time, end: End::GoOn });
            response
        }
    }
}

fn reset(wire: &Wire) -> Response {
    wire.order(Order { after: None, pause: Duration::ZERO, end: End::Reset });
    // It has to be some response for the server to write, and is never seen.
    StatusCode::OK.into_response()
}

fn worded(faults: &Faults, status: StatusCode) -> Response {
    (status, axum::Json((faults.dialect.error)(status))).into_response()
}

/// Reads a response to its end, to know its length.
async fn whole(response: Response) -> (Response, usize) {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, LIMIT).await.unwrap_or_default();
    // An empty body cannot be cut.
    let bytes = if bytes.is_empty() { Bytes::from_static(b"{\"data\":{}}") } else { bytes };
    parts.headers.remove(header::CONTENT_LENGTH);
    let length = bytes.len();
    (Response::from_parts(parts, Body::from(bytes)), length)
}

/// The same response with a body whose length the server does not know.
fn in_chunks(response: Response) -> Response {
    response.map(|body| Body::from_stream(body.into_data_stream()))
}

fn with_header(mut response: Response, name: HeaderName, value: Option<HeaderValue>) -> Response {
    if let Some(value) = value {
        response.headers_mut().insert(name, value);
    }
    response
}

/// The time in so many seconds, as HTTP writes it.
fn date_in(seconds: i64) -> Option<HeaderValue> {
    let moment = Timestamp::now().checked_add(SignedDuration::from_secs(seconds)).ok()?;
    HeaderValue::from_str(&DateTimePrinter::new().timestamp_to_rfc9110_string(&moment).ok()?).ok()
}
