//! What a page answers: itself, or what went wrong, in words.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
};

use askama::Template;
use axum::{
    body::{Body, Bytes, HttpBody},
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use hyper::body::Frame;
use tokio::sync::mpsc;

use super::{assets, shell::Shell, shown};
use crate::{error::Error, model::sessions::Session, serve::caused_by, spreadsheet};

/// What there is not, in the words of a page; every other trouble as it is.
pub(super) fn absent(nothing: impl Fn() -> Error) -> impl Fn(Error) -> Error {
    move |error| match error {
        Error::NotFound(_) => nothing(),
        error => error,
    }
}

/// A page, rendered.
pub(super) fn page(template: &impl Template) -> Response {
    with_status(StatusCode::OK, template)
}

pub(super) fn with_status(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => Problem::from(Error::Internal(error.into())).into_response(),
    }
}

/// Rows under a header as a file for a spreadsheet, in which nothing is a formula.
pub(super) fn sheet(name: &str, header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Response, Error> {
    let mut written = Vec::new();
    spreadsheet::write(&mut written, header, &rows.collect::<Vec<_>>())?;
    Ok(table(name, written))
}

/// A file for a spreadsheet.
pub(super) fn table(name: &str, rows: impl Into<Body>) -> Response {
    file(name, "text/csv; charset=utf-8", rows)
}

/// A file that is kept, and not shown.
pub(super) fn file(name: &str, kind: &'static str, bytes: impl Into<Body>) -> Response {
    // What cannot stand in a header is left out of its name; the file is the same.
    let is_plain = |c: &char| (c.is_ascii_graphic() || *c == ' ') && !matches!(c, '"' | '\\' | '/');
    let name: String = name.chars().filter(is_plain).collect();
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, name.unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
    ];
    (headers, bytes.into()).into_response()
}

/// What is still being written, sent as it comes.
pub(super) fn as_it_comes(parts: mpsc::Receiver<io::Result<Bytes>>) -> Body {
    Body::new(Parts(parts))
}

struct Parts(mpsc::Receiver<io::Result<Bytes>>);

impl HttpBody for Parts {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|part| part.map(|part| part.map(Frame::data)))
    }
}

/// What went wrong.
#[derive(Debug)]
pub(super) struct Problem(Error);

impl<E: Into<Error>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

/// A problem told to whom nobody knows.
#[derive(Template)]
#[template(path = "problem.html")]
pub(super) struct ProblemPage {
    told: Told,
}

/// The same within the pages of whoever is signed in.
#[derive(Template)]
#[template(path = "problem_inside.html")]
pub(super) struct ProblemInside {
    shell: Shell,
    told: Told,
}

/// What is told of a problem; it goes with the answer, so that whoever knows who asked can dress it.
#[derive(Clone)]
struct Told {
    title: &'static str,
    sentence: String,
}

/// An answer as it was, but for a problem, which is told within the pages.
pub(super) fn inside(mut response: Response, session: &Session) -> Response {
    if let Some(told) = response.extensions_mut().remove::<Told>()
        && let Ok(text) = (ProblemInside { shell: Shell::of(session, ""), told }).render()
    {
        *response.body_mut() = Body::from(text);
    }
    response
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = match &self.0 {
            Error::Unauthorized(_) => "Sign in first",
            Error::Forbidden(_) => "Not allowed",
            Error::NotFound(_) => "There is nothing here",
            Error::Invalid(_) | Error::Conflict(_) => "That did not work",
            Error::TooMany(_) => "Too much at once",
            Error::Away { .. } => "Not at this moment",
            Error::Internal(_) => "Something went wrong on our side",
        };
        // What went wrong on our side is for the log.
        let sentence = match &self.0 {
            Error::Away { .. } => {
                "The database does not answer. Try again in a moment, and look then whether what you changed is there."
                    .to_owned()
            }
            Error::Internal(_) => {
                "Nothing was changed. Try again; if it stays so, look at the server's log.".to_owned()
            }
            error => shown::sentence(&error.to_string()),
        };
        let told = Told { title, sentence };
        let text = ProblemPage { told: told.clone() }.render().unwrap_or_else(|_| title.to_owned());
        let mut response = (self.0.status(), Html(text)).into_response();
        response.extensions_mut().insert(told);
        caused_by(self.0, response)
    }
}

#[cfg(test)]
impl ProblemPage {
    pub(super) fn samples() -> Vec<Self> {
        vec![Self { told: sample() }]
    }
}

#[cfg(test)]
impl ProblemInside {
    pub(super) fn samples() -> Vec<Self> {
        vec![Self { shell: Shell::sample(""), told: sample() }]
    }
}

#[cfg(test)]
fn sample() -> Told {
    Told { title: "There is nothing here", sentence: "<b>Nothing".to_owned() }
}
