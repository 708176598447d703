//! What came back.

use std::{fmt, time::Duration};

use bytes::Bytes;
use reqwest::{StatusCode, header::HeaderMap};
use serde::de::DeserializeOwned;

use super::error::{CallError, Cause, JsonFault, Place};

/// An HTTP answer, of whatever status; its body is in memory.
///
/// `Debug` shows neither headers nor body: servers repeat what they were sent.
#[derive(Clone)]
pub struct Answer {
    /// The status. LinkedIn has one of 999.
    pub status: StatusCode,
    /// The body. Of an answer that is no success only the beginning is kept, since nobody reads on in a failure, and a
    /// status that is known should not be lost to what follows it.
    pub body: Bytes,
    /// From sending to the last byte, connecting included.
    pub latency: Duration,
    pub(super) headers: HeaderMap,
    pub(super) place: Place,
}

impl Answer {
    /// The first value of a header, by its name in lower case; `None` also if it is not ASCII.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers(name).next()
    }

    /// All values of a header, for `set-cookie`.
    pub fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.get_all(name).iter().filter_map(|value| value.to_str().ok())
    }

    /// What the answer says that its body is, parameters included.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.header("content-type")
    }

    /// The same, as far as it may be shown.
    #[must_use]
    pub fn media(&self) -> Media {
        Media::of(self.content_type())
    }

    /// The length of the body in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.body.len() as u64
    }

    /// Where it came from.
    #[must_use]
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// Reads the body as JSON.
    ///
    /// # Errors
    /// [`Cause::BadJson`], with line and column. serde_json's own message quotes values, so that it is not kept.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, CallError> {
        serde_json::from_slice(&self.body).map_err(|error| CallError {
            place: self.place.clone(),
            cause: Cause::BadJson {
                line: error.line(),
                column: error.column(),
                fault: match error.classify() {
                    serde_json::error::Category::Data => JsonFault::Shape,
                    serde_json::error::Category::Eof => JsonFault::End,
                    serde_json::error::Category::Syntax | serde_json::error::Category::Io => JsonFault::Syntax,
                },
            },
        })
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("place", &self.place)
            .field("status", &self.status.as_u16())
            .field("media", &self.media())
            .field("bytes", &self.bytes())
            .field("latency", &self.latency)
            .finish_non_exhaustive()
    }
}

/// Kinds of content, as coarse as a sentence needs: a server may write anything into the header, so that what it wrote is
/// not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// JSON, also LinkedIn's `application/vnd.linkedin.normalized+json+2.1`.
    Json,
    /// A page.
    Html,
    /// XML.
    Xml,
    /// Plain text.
    Text,
    /// Something else.
    Other,
    /// The answer does not say.
    Unsaid,
}

impl Media {
    pub(super) fn of(content_type: Option<&str>) -> Self {
        let Some(content_type) = content_type else { return Self::Unsaid };
        let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let (kind, subtype) = essence.split_once('/').unwrap_or((&essence, ""));
        let is_a = |what: &str| subtype.split('+').any(|part| part == what);
        match kind {
            "application" | "text" if is_a("json") => Self::Json,
            "text" if subtype == "html" => Self::Html,
            "application" if subtype == "xhtml+xml" => Self::Html,
            "application" | "text" if is_a("xml") => Self::Xml,
            "text" => Self::Text,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "JSON",
            Self::Html => "an HTML page",
            Self::Xml => "XML",
            Self::Text => "plain text",
            Self::Other => "of another kind",
            Self::Unsaid => "of a kind that it does not name",
        })
    }
}

#[cfg(test)]
impl Answer {
    /// An answer that never travelled.
    pub(crate) fn sample(status: u16, headers: &[(&'static str, &str)], body: &str) -> Self {
        let headers = headers.iter().map(|(name, value)| {
            (reqwest::header::HeaderName::from_static(name), reqwest::header::HeaderValue::from_str(value).unwrap())
        });
        Self {
            status: StatusCode::from_u16(status).unwrap(),
            body: Bytes::copy_from_slice(body.as_bytes()),
            latency: Duration::from_millis(80),
            headers: headers.collect(),
            place: Place::new(&"https://api.linkedin.com".parse().unwrap(), "posts"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_types_are_told_apart_by_what_they_are_not_by_how_they_are_written() {
        let cases = [
            (Some("application/json"), Media::Json),
            (Some("Application/JSON; charset=utf-8"), Media::Json),
            (Some("application/vnd.linkedin.normalized+json+2.1"), Media::Json),
            (Some("application/problem+json"), Media::Json),
            (Some("text/json"), Media::Json),
            (Some("application/jsonl"), Media::Other),
            (Some("text/html;charset=utf-8"), Media::Html),
            (Some("application/xhtml+xml"), Media::Html),
            (Some("application/rss+xml"), Media::Xml),
            (Some("text/plain; application/json"), Media::Text),
            (Some("image/json"), Media::Other),
            (Some(""), Media::Other),
            (None, Media::Unsaid),
        ];
        for (text, media) in cases {
            assert_eq!(Media::of(text), media, "{text:?}");
        }
    }

    #[test]
    fn json_of_the_wrong_kind_is_located_and_not_quoted() {
        let read = |body: &str| {
            let error = Answer::sample(200, &[], body).json::<Vec<u32>>().unwrap_err();
            let Cause::BadJson { fault, .. } = error.cause else { panic!("{error}") };
            assert!(!format!("{error} {error:?}").contains("hunter2"));
            (fault, error.to_string())
        };
        let sentence =
            "https://api.linkedin.com/posts: the answer is not the expected JSON: another shape, at line 2, column 9";
        assert_eq!(read("[1,\n\"hunter2\"]"), (JsonFault::Shape, sentence.to_owned()));
        assert_eq!(read("[1, 2").0, JsonFault::End);
        assert_eq!(read("").0, JsonFault::End);
        assert_eq!(read("hunter2").0, JsonFault::Syntax);
    }
}
