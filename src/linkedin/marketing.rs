//! LinkedIn's Marketing API: what a page's administrators and an ad account's managers may ask for.
//!
//! Source: LinkedIn's documentation of the versioned REST API (2026).  Every call names the API's version; LinkedIn answers 426
//! when it has retired it.  Lists come in pages: of ads by a token, of everything else by where they start.

use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};
use url::{Url, form_urlencoded};

use crate::{
    calls::{Caller, Failure},
    http::{Answer, Expects, Request},
    services::Services,
};

pub mod ads;
pub mod audiences;
mod divisions;
pub mod pages;

/// Elements that are asked for at a time.
const PAGE: usize = 100;
/// Pages of one list: ten thousand elements, beyond which something goes round in circles.
const PAGES: usize = 100;

/// The Marketing API with a connection's token.
pub struct Marketing<'a> {
    /// Who calls.
    pub caller: Caller<'a>,
    /// Where it is, and in which version.
    pub services: &'a Services,
    /// The token.
    pub token: SecretString,
}

/// A list, of which this is a page.
#[derive(Debug, Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Slice<T> {
    elements: Vec<T>,
    #[serde(default)]
    metadata: Metadata,
    #[serde(default)]
    paging: Paging,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Metadata {
    #[serde(rename = "nextPageToken")]
    next_page_token: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Paging {
    links: Vec<Link>,
}

#[derive(Debug, Deserialize)]
struct Link {
    rel: String,
}

/// What LinkedIn says of a refusal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Refusal {
    /// Its number: 65601 for a token that was revoked, 100 for a missing permission.
    pub service_error_code: Option<i64>,
    /// Its sentence.
    pub message: String,
}

impl Refusal {
    /// What LinkedIn said with a failure, if it is a refusal of its.
    #[must_use]
    pub fn of(failure: &Failure) -> Option<Self> {
        match failure {
            Failure::Refused { answer: Some(answer), .. } => Some(answer.json().unwrap_or_default()),
            _ => None,
        }
    }
}

impl Marketing<'_> {
    /// Asks for something.  `path` and `query` are encoded already.
    async fn get<T: DeserializeOwned>(&self, endpoint: &'static str, path: &str, query: &str) -> Result<T, Failure> {
        let request = self.request(Request::get(endpoint, self.url(path, query)?));
        let answer = self.caller.call(class(endpoint), &request, true).await?;
        read(&answer)
    }

    /// Asks for all of a list that goes on with a token.
    async fn list<T: DeserializeOwned>(
        &self,
        endpoint: &'static str,
        path: &str,
        query: &str,
    ) -> Result<Vec<T>, Failure> {
        let (mut all, mut token) = (Vec::new(), String::new());
        for _ in 0..PAGES {
            let page: Slice<T> = self.get(endpoint, path, &format!("{query}&pageSize={PAGE}{token}")).await?;
            all.extend(page.elements);
            match page.metadata.next_page_token.filter(|next| !next.is_empty()) {
                Some(next) => token = format!("&pageToken={}", encoded(&next)),
                None => return Ok(all),
            }
        }
        Err(endless(endpoint))
    }

    /// Asks for all of a list that goes on where the last page ended, until `is_enough` of the elements so far.
    async fn list_by_start<T: DeserializeOwned>(
        &self,
        endpoint: &'static str,
        path: &str,
        query: &str,
        is_enough: impl Fn(&[T]) -> bool,
    ) -> Result<Vec<T>, Failure> {
        let mut all = Vec::new();
        // By what was asked for: a page may hold less, where an element is hidden.
        for start in (0..PAGES).map(|page| page * PAGE) {
            let page: Slice<T> =
                self.get(endpoint, path, &format!("start={start}&count={PAGE}{}{query}", and(query))).await?;
            let is_last = page.elements.is_empty() || !page.paging.links.iter().any(|link| link.rel == "next");
            all.extend(page.elements);
            if is_last || is_enough(&all) {
                return Ok(all);
            }
        }
        Err(endless(endpoint))
    }

    /// With what every call says of itself.
    fn request(&self, request: Request) -> Request {
        request
            .bearer(&self.token)
            .header("linkedin-version", &self.services.linkedin_version)
            .header("x-restli-protocol-version", "2.0.0")
            .expects(Expects::Json)
    }

    fn url(&self, path: &str, query: &str) -> Result<Url, Failure> {
        let base = self.services.linkedin_api.as_str().trim_end_matches('/');
        let mark = if query.is_empty() { "" } else { "?" };
        Url::parse(&format!("{base}/rest/{path}{mark}{query}"))
            .map_err(|error| Failure::Failed(format!("there is no address of {path}: {error}")))
    }
}

/// LinkedIn limits each of its resources by itself.
fn class(endpoint: &'static str) -> &'static str {
    endpoint.rsplit('/').find(|part| !part.starts_with('{')).unwrap_or(endpoint)
}

/// What parts a query from what stands before it.
const fn and(query: &str) -> &'static str {
    if query.is_empty() { "" } else { "&" }
}

fn endless(endpoint: &str) -> Failure {
    Failure::Failed(format!("the list {endpoint} does not end"))
}

/// Reads an answer, without the one character that PostgreSQL keeps in no text.
fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Failure> {
    const NUL: &str = "\\u0000";
    match std::str::from_utf8(&answer.body) {
        Ok(text) if text.contains(NUL) => serde_json::from_str(&text.replace(NUL, "\\ufffd"))
            .map_err(|error| Failure::Failed(format!("the answer is not what was asked for: {error}"))),
        _ => answer.json().map_err(|error| Failure::Failed(error.to_string())),
    }
}

/// A URN or another word, as it stands in a path or in a query.
fn encoded(word: &str) -> String {
    form_urlencoded::byte_serialize(word.as_bytes()).collect()
}

/// `List(urn%3Ali%3A…,…)`, in which the parentheses and the commas mean something and stay as they are.
fn list_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.into_iter().map(encoded).collect();
    format!("List({})", words.join(","))
}

/// The number at the end of a URN: 7 of `urn:li:sponsoredAccount:7`.
fn number_of(urn: &str) -> Option<i64> {
    urn.rsplit(':').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urns_are_encoded_and_what_lists_are_made_of_is_not() {
        assert_eq!(
            list_of(["urn:li:share:1", "urn:li:ugcPost:2"]),
            "List(urn%3Ali%3Ashare%3A1,urn%3Ali%3AugcPost%3A2)"
        );
        assert_eq!(encoded("a(b),c d"), "a%28b%29%2Cc+d");
        assert_eq!(number_of("urn:li:sponsoredAccount:7"), Some(7));
        assert_eq!(number_of("urn:li:sponsoredAccount:"), None);
    }

    #[test]
    fn a_resource_has_a_limit_of_its_own() {
        assert_eq!(class("rest/adAnalytics"), "adAnalytics");
        assert_eq!(class("rest/adAccounts/{id}/adCampaigns"), "adCampaigns");
        assert_eq!(class("rest/organizations/{id}"), "organizations");
    }
}
