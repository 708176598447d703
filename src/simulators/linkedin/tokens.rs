//! Access tokens, and what they are worth.

use jiff::{SignedDuration, Timestamp};

use super::errors::ApiError;

/// The place of the member who administers the page and the ad account, and who consents.
pub(super) const ADMINISTRATOR: usize = 0;

/// How long an access token lives.
const LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);

#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) scopes: Vec<String>,
    pub(super) expires_at: Timestamp,
    pub(super) is_revoked: bool,
}

impl Token {
    /// What the API says to a call with it.
    fn check(&self, now: Timestamp) -> Result<(), ApiError> {
        if self.is_revoked {
            return Err(ApiError::revoked_token());
        }
        if self.expires_at <= now {
            return Err(ApiError::expired_token());
        }
        Ok(())
    }
}

#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub(super) all: Vec<Token>,
}

impl Tokens {
    /// A new token.
    pub(super) fn give(&mut self, scopes: Vec<String>) -> String {
        let now = Timestamp::now();
        let text = secret("AQV", 350);
        let expires_at = now.checked_add(LIFE).unwrap_or(Timestamp::MAX);
        self.all.push(Token { text: text.clone(), scopes, expires_at, is_revoked: false });
        text
    }

    pub(super) fn find(&self, text: &str) -> Option<&Token> {
        self.all.iter().find(|token| token.text == text)
    }

    /// The token of a header `Bearer …`, if it is good.
    pub(super) fn bearer(&self, header: Option<&str>) -> Result<&Token, ApiError> {
        let (scheme, text) = header.and_then(|header| header.split_once(' ')).ok_or_else(ApiError::no_token)?;
        if !scheme.eq_ignore_ascii_case("bearer") || text.trim().is_empty() {
            return Err(ApiError::no_token());
        }
        let token = self.find(text.trim()).ok_or_else(ApiError::unknown_token)?;
        token.check(Timestamp::now())?;
        Ok(token)
    }
}

/// A word that nobody can guess, as long as LinkedIn's are.
pub(super) fn secret(prefix: &str, length: usize) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = prefix.to_owned();
    while text.len() < length {
        text.extend(uuid::Uuid::new_v4().as_bytes().iter().map(|byte| char::from(SIGNS[usize::from(byte % 64)])));
    }
    text.truncate(length);
    text
}
