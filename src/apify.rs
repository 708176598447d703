//! Apify's API, version 2, as far as it is used here.
//!
//! Source: the OpenAPI documents and the platform documentation of Apify (August 2026).

use secrecy::SecretString;
use serde::Deserialize;

use crate::{
    calls::{Caller, Failure},
    http::{Expects, Request},
    services::{Services, below},
};

/// Apify with a connection's token.
pub struct Apify<'a> {
    /// Who calls.
    pub caller: Caller<'a>,
    /// Where it is.
    pub services: &'a Services,
    /// The token.
    pub token: SecretString,
}

/// What Apify puts around every answer but items.
#[derive(Debug, Deserialize)]
struct Envelope<T> {
    data: T,
}

/// The account that a token belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub username: String,
}

impl Apify<'_> {
    /// `GET /v2/users/me`: whose token this is.
    ///
    /// # Errors
    /// [`Failure::Refused`] with status 401, when it is nobody's.
    pub async fn account(&self) -> Result<Account, Failure> {
        let request = self.get("users/me", &["v2", "users", "me"]);
        self.data("users", &request).await
    }

    fn get(&self, endpoint: &'static str, path: &[&str]) -> Request {
        Request::get(endpoint, below(&self.services.apify, path)).bearer(&self.token).expects(Expects::Json)
    }

    async fn data<T: serde::de::DeserializeOwned>(&self, class: &'static str, request: &Request) -> Result<T, Failure> {
        let answer = self.caller.call(class, request, true).await?;
        let envelope: Envelope<T> = answer.json().map_err(|error| Failure::Failed(error.to_string()))?;
        Ok(envelope.data)
    }
}
