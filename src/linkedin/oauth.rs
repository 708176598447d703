//! OAuth 2.0 with LinkedIn: the link that a human opens, the code that comes back, and what becomes of tokens.
//!
//! Access tokens live sixty days.  Refresh tokens, which LinkedIn gives to approved partners alone, live a year from the first
//! consent, however often they are used; then a human has to consent again.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use url::Url;

use crate::{
    calls::{Caller, Failure},
    error::Error,
    http::{Answer, Expects, Request},
    model::tokens::Token,
    services::{Services, below},
};

/// The app at LinkedIn by which consent is asked for.
#[derive(Debug, Clone)]
pub struct App {
    /// Its client id, which is no secret.
    pub client_id: String,
    /// Its client secret.
    pub client_secret: SecretString,
}

/// What LinkedIn grants.
#[derive(Debug, Clone)]
pub struct Grant {
    /// What calls are made with.
    pub access_token: SecretString,
    /// When it ends.
    pub expires_at: Timestamp,
    /// What brings a new one, if LinkedIn gives one.
    pub refresh_token: Option<SecretString>,
    /// When that ends.
    pub refresh_expires_at: Option<Timestamp>,
    /// What may be done with it.
    pub scope: String,
}

/// A question for consent that was not answered yet.
pub struct Asked {
    /// What a human opens.
    pub link: Url,
    /// What LinkedIn must give back, so that nobody else's answer is taken for ours.
    pub state: Token,
    /// Proves that whoever trades the code is who asked (PKCE).
    pub verifier: SecretString,
}

/// What LinkedIn says of a token.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Introspection {
    /// Whether it can be used.
    pub active: bool,
    /// active, expired or revoked.
    #[serde(default)]
    pub status: Option<String>,
    /// When it ends, as seconds since 1970.
    #[serde(default)]
    pub expires_at: Option<i64>,
    /// What may be done with it, with commas.
    #[serde(default)]
    pub scope: Option<String>,
}

/// Who gave a consent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Member {
    /// The member's id for this app.
    pub sub: String,
    /// The name.
    #[serde(default)]
    pub name: Option<String>,
}

#[derive(Deserialize)]
struct Tokens {
    access_token: SecretString,
    expires_in: i64,
    #[serde(default)]
    scope: String,
    refresh_token: Option<SecretString>,
    refresh_token_expires_in: Option<i64>,
}

/// Makes the link that asks for consent.
///
/// # Errors
/// When the system gives no random numbers.
pub fn ask(services: &Services, client_id: &str, redirect: &Url, scopes: &[&str]) -> Result<Asked, Error> {
    let (state, verifier) = (Token::random()?, Token::random()?.text());
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
    let mut link = below(&services.linkedin, &["oauth", "v2", "authorization"]);
    link.query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", client_id)
        .append_pair("redirect_uri", redirect.as_str())
        .append_pair("state", &state.text())
        .append_pair("scope", &scopes.join(" "))
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    Ok(Asked { link, state, verifier: SecretString::from(verifier.as_str()) })
}

/// OAuth by way of a connection's caller.
pub struct OAuth<'a> {
    /// Who calls.
    pub caller: Caller<'a>,
    /// Where LinkedIn is.
    pub services: &'a Services,
}

/// What trades a code for tokens.  A code is good once, so this must not have its effect twice.
#[must_use]
pub fn trade(services: &Services, app: &App, code: &str, verifier: &SecretString, redirect: &Url) -> Request {
    let fields = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirect.as_str()),
        ("client_id", &app.client_id),
        ("client_secret", app.client_secret.expose_secret()),
        ("code_verifier", verifier.expose_secret()),
    ];
    for_tokens(services, &fields)
}

fn for_tokens(services: &Services, fields: &[(&str, &str)]) -> Request {
    let url = below(&services.linkedin, &["oauth", "v2", "accessToken"]);
    Request::post("oauth/v2/accessToken", url).form(fields.iter().copied()).expects(Expects::Json)
}

/// The tokens that LinkedIn gives.
///
/// # Errors
/// [`Failure::Failed`], when the answer holds none.
pub fn granted(answer: &Answer) -> Result<Grant, Failure> {
    let tokens: Tokens = answer.json().map_err(|error| Failure::Failed(error.to_string()))?;
    let now = Timestamp::now();
    let after = |seconds: i64| now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX);
    Ok(Grant {
        access_token: tokens.access_token,
        expires_at: after(tokens.expires_in),
        refresh_expires_at: tokens.refresh_token_expires_in.map(after),
        refresh_token: tokens.refresh_token,
        scope: tokens.scope,
    })
}

impl OAuth<'_> {
    /// Trades a refresh token for a new access token.
    ///
    /// # Errors
    /// [`Failure::Refused`], when LinkedIn does not take it any more.
    pub async fn refresh(&self, app: &App, refresh_token: &SecretString) -> Result<Grant, Failure> {
        let fields = [
            ("grant_type", "refresh_token"),
            ("refresh_token", refresh_token.expose_secret()),
            ("client_id", &app.client_id),
            ("client_secret", app.client_secret.expose_secret()),
        ];
        granted(&self.caller.call("oauth", &for_tokens(self.services, &fields), false).await?)
    }

    /// Asks what a token is worth.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn introspect(&self, app: &App, token: &SecretString) -> Result<Introspection, Failure> {
        let url = below(&self.services.linkedin, &["oauth", "v2", "introspectToken"]);
        let fields = [
            ("client_id", app.client_id.as_str()),
            ("client_secret", app.client_secret.expose_secret()),
            ("token", token.expose_secret()),
        ];
        let request = Request::post("oauth/v2/introspectToken", url).form(fields).expects(Expects::Json);
        let answer = self.caller.call("oauth", &request, true).await?;
        answer.json().map_err(|error| Failure::Failed(error.to_string()))
    }

    /// Asks whose token it is.
    ///
    /// # Errors
    /// [`Failure::Refused`] with 403, when the scopes do not allow the question.
    pub async fn member(&self, token: &SecretString) -> Result<Member, Failure> {
        let url = below(&self.services.linkedin_api, &["v2", "userinfo"]);
        let request = Request::get("v2/userinfo", url).bearer(token).expects(Expects::Json);
        let answer = self.caller.call("userinfo", &request, true).await?;
        answer.json().map_err(|error| Failure::Failed(error.to_string()))
    }
}
