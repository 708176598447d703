//! Audiences that LinkedIn matches with its members: a segment is made, waited for, and filled in batches.
//!
//! E-mail addresses leave hashed, as LinkedIn asks: lower-case, without any white space, SHA-256 in hexadecimal digits.

use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Marketing, Refusal, encoded, read};
use crate::{calls::Failure, hooks::signature::to_hex, http::Request, import::printable};

/// Elements of a batch.
pub const BATCH: usize = 5_000;

/// A contact, as LinkedIn takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    action: &'static str,
    user_ids: Vec<UserId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct UserId {
    id_type: &'static str,
    id_value: String,
}

/// What may be known of a contact beside the address.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'a> {
    /// First name.
    pub first_name: Option<&'a str>,
    /// Last name.
    pub last_name: Option<&'a str>,
    /// Job title.
    pub title: Option<&'a str>,
    /// Employer.
    pub company: Option<&'a str>,
    /// Country, as two letters.
    pub country: Option<&'a str>,
}

impl Contact {
    /// Adds somebody to a segment.
    #[must_use]
    pub fn add(email: &str, known: Known<'_>) -> Self {
        let cut = |text: Option<&str>, most: usize| {
            text.map(|text| text.trim().chars().take(most).collect::<String>()).filter(|text| !text.is_empty())
        };
        Self {
            action: "ADD",
            user_ids: vec![UserId { id_type: "SHA256_EMAIL", id_value: hashed(email) }],
            first_name: cut(known.first_name, 35),
            last_name: cut(known.last_name, 35),
            title: cut(known.title, 50),
            company: cut(known.company, 50),
            country: cut(known.country, 2),
        }
    }
}

/// A company, as LinkedIn takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Company {
    action: &'static str,
    #[serde(rename = "companyName")]
    name: String,
    #[serde(rename = "companyWebsiteDomain", skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(rename = "companyPageUrl", skip_serializing_if = "Option::is_none")]
    page_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
}

impl Company {
    /// Adds a company to a segment.
    #[must_use]
    pub fn add(name: &str, domain: Option<&str>, page_url: Option<&str>, country: Option<&str>) -> Self {
        Self {
            action: "ADD",
            name: name.to_owned(),
            domain: domain.map(str::to_owned),
            page_url: page_url.map(str::to_owned),
            country: country.map(str::to_owned),
        }
    }
}

/// What becomes of a segment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// BUILDING, READY, and more.
    #[serde(default)]
    pub status: Option<String>,
    /// Members whom LinkedIn found.
    #[serde(default)]
    pub matched_count: Option<i64>,
    /// Elements that it was given.
    #[serde(default)]
    pub input_count: Option<i64>,
}

#[derive(Debug, Deserialize)]
struct Answers {
    elements: Vec<Answered>,
}

#[derive(Debug, Deserialize)]
struct Answered {
    status: u16,
    #[serde(default)]
    message: Option<String>,
    #[serde(default)]
    error: Option<Refusal>,
}

/// How the elements of a batch fared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Those that LinkedIn took.
    pub taken: usize,
    /// Those that it refused, or did not answer for.
    pub refused: usize,
    /// Why it refused the first of them.
    pub why: Option<String>,
}

impl Marketing<'_> {
    /// `POST /rest/dmpSegments`: makes a segment; its id.  It takes nothing in for some seconds.
    ///
    /// # Errors
    /// As the call gives them; [`Failure::Refused`] with 403, when the consent lacks `rw_dmp_segments`.
    pub async fn make_segment(&self, account: i64, name: &str, kind: &str) -> Result<String, Failure> {
        let body = json!({
            "name": name, "type": kind, "accessPolicy": "PRIVATE", "sourcePlatform": "RAPPORT",
            "account": format!("urn:li:sponsoredAccount:{account}"), "destinations": [{"destination": "LINKEDIN"}],
        });
        let request = self.request(Request::post("rest/dmpSegments", self.url("dmpSegments", "")?)).json(&body);
        let request = request.expects(crate::http::Expects::Anything);
        let answer = self.caller.call("dmpSegments", &request, false).await?;
        let id = answer.header("x-restli-id").filter(|id| !id.is_empty()).map(str::to_owned);
        id.ok_or_else(|| Failure::Failed("LinkedIn made a segment and does not say which".to_owned()))
    }

    /// Fills a segment with a batch, at most [`BATCH`] elements of one kind: `users` or `companies`.  Adding somebody twice is adding
    /// them once.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn fill_segment(
        &self,
        segment: &str,
        what: &'static str,
        elements: &[impl Serialize],
    ) -> Result<Taken, Failure> {
        let endpoint = if what == "users" { "rest/dmpSegments/{id}/users" } else { "rest/dmpSegments/{id}/companies" };
        let url = self.url(&format!("dmpSegments/{}/{what}", encoded(segment)), "")?;
        let request = self
            .request(Request::post(endpoint, url))
            .header("x-restli-method", "BATCH_CREATE")
            .json(&json!({ "elements": elements }));
        let answer = self.caller.call(super::class(endpoint), &request, true).await?;
        let answers: Answers = read(&answer)?;
        let (good, bad): (Vec<_>, Vec<_>) =
            answers.elements.into_iter().partition(|element| (200..300).contains(&element.status));
        let why = bad.into_iter().find_map(|element| element.message.or(element.error.map(|error| error.message)));
        let why = why.filter(|why| !why.is_empty()).map(|why| printable(&why, 200));
        Ok(Taken { taken: good.len(), refused: elements.len().saturating_sub(good.len()), why })
    }

    /// `GET /rest/dmpSegments/{id}`: what became of a segment.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn segment(&self, segment: &str) -> Result<Segment, Failure> {
        self.get("rest/dmpSegments/{id}", &format!("dmpSegments/{}", encoded(segment)), "").await
    }
}

/// An e-mail address as LinkedIn compares it.
#[must_use]
pub fn hashed(email: &str) -> String {
    let plain: String = email.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    to_hex(&Sha256::digest(plain.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leaves_hashed_and_names_no_longer_than_linkedin_takes_them() {
        let contact = Contact::add(
            " Ada@Example.COM ",
            Known { first_name: Some(&"x".repeat(40)), title: Some("  "), country: Some("DE"), ..Known::default() },
        );
        let written = serde_json::to_value(&contact).unwrap();
        // sha256("ada@example.com")
        assert_eq!(
            written["userIds"][0]["idValue"],
            "b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72"
        );
        assert_eq!(written["firstName"].as_str().unwrap().len(), 35);
        assert!(written.get("title").is_none() && written.get("lastName").is_none());
        assert!(!written.to_string().contains("Example"));
    }
}
