//! The two ways in which lists come in pages.

use axum::{
    Json,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{Answer, Ask};
use crate::simulators::linkedin::errors::ApiError;

/// The parameters of pages by a cursor.
pub(super) const CURSOR: [&str; 2] = ["pageSize", "pageToken"];
/// The parameters of pages by a number.
pub(super) const START: [&str; 2] = ["start", "count"];

/// The endpoint's own parameters and those of its pages.
pub(super) fn allow(ask: &Ask, own: &[&str], paging: [&str; 2]) -> Result<(), ApiError> {
    ask.query.only(&[own, &paging, &["q"]].concat())
}

/// A page by cursor. A token is good for the list for which it was given, asked in the same way, and means nothing to anybody.
pub(super) fn by_cursor(ask: &Ask, most: usize, all: Vec<Value>) -> Answer {
    let size = ask.query.number("pageSize", most)?.unwrap_or(most.min(100)).max(1);
    let begin = match ask.query.text("pageToken")? {
        None => 0,
        Some(token) => read(&token, &ask.place)
            .filter(|begin| *begin < all.len())
            .ok_or_else(|| ApiError::parameter("pageToken", "is none that was given for this list"))?,
    };
    let total = all.len();
    let elements: Vec<Value> = all.into_iter().skip(begin).take(size).collect();
    let end = begin + elements.len();
    let metadata = if end < total { json!({ "nextPageToken": write(end, &ask.place) }) } else { json!({}) };
    Ok(Json(json!({ "elements": elements, "metadata": metadata })).into_response())
}

fn write(begin: usize, place: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{begin} {place}"))
}

fn read(token: &str, place: &str) -> Option<usize> {
    let text = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(token).ok()?).ok()?;
    let (begin, of) = text.split_once(' ')?;
    (of == place).then(|| begin.parse().ok())?
}

/// A page by number, with links to the others.
pub(super) fn by_start(ask: &Ask, usual: usize, most: usize, all: Vec<Value>) -> Answer {
    let start = ask.query.number("start", 1_000_000)?.unwrap_or(0);
    let count = ask.query.number("count", most)?.unwrap_or(usual);
    let total = all.len();
    let elements: Vec<Value> = all.into_iter().skip(start).take(count).collect();
    let link = |rel: &str, start: usize| {
        let query = ask.query.with([("start", start), ("count", count)]);
        json!({ "type": "application/json", "rel": rel, "href": format!("{}?{query}", ask.place) })
    };
    let mut links = Vec::new();
    if start > 0 {
        links.push(link("prev", start.saturating_sub(count)));
    }
    if count > 0 && start + count < total {
        links.push(link("next", start + count));
    }
    let paging = json!({ "start": start, "count": count, "total": total, "links": links });
    Ok(Json(json!({ "paging": paging, "elements": elements })).into_response())
}

/// Everything at once.
pub(super) fn whole(elements: &[Value]) -> Response {
    let paging = json!({ "start": 0, "count": 10, "links": [] });
    Json(json!({ "paging": paging, "elements": elements })).into_response()
}
