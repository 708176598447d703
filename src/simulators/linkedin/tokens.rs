//! Codes, access tokens and refresh tokens, and what they are worth.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::errors::ApiError;

/// The place of the member who administers the page and the ad account, and who consents.
pub(super) const ADMINISTRATOR: usize = 0;

/// How long an access token lives.
pub(super) const LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);
/// How long a refresh token lives from the consent, however often it is used.
const REFRESH_LIFE: SignedDuration = SignedDuration::from_hours(365 * 24);
/// How long a code can be traded.
const CODE_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What happens to all tokens that the member gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The member takes the consent back: no access token and no refresh token works any more.
    Revoke,
    /// Access tokens end in so many seconds; below 0: so long ago.
    ExpiresIn(i64),
    /// Access tokens and refresh tokens lose a scope.
    DropScope(String),
    /// Refresh tokens end now.
    EndRefresh,
    /// Codes that were not traded yet end now.
    EndCodes,
}

#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) scopes: Vec<String>,
    /// When the member consented.
    pub(super) authorized_at: Timestamp,
    pub(super) created_at: Timestamp,
    pub(super) expires_at: Timestamp,
    pub(super) is_revoked: bool,
}

impl Token {
    /// active, expired or revoked.
    pub(super) fn status(&self, now: Timestamp) -> &'static str {
        match self {
            Self { is_revoked: true, .. } => "revoked",
            Self { expires_at, .. } if *expires_at <= now => "expired",
            _ => "active",
        }
    }
}

#[derive(Debug, Clone)]
struct Code {
    text: String,
    redirect: String,
    scopes: Vec<String>,
    challenge: Option<String>,
    ends_at: Timestamp,
}

/// What a code or a refresh token is traded for.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) access: Token,
    /// None for an app that is no partner's.
    pub(super) refresh: Option<Token>,
}

#[derive(Debug, Default)]
pub(super) struct Tokens {
    all: Vec<Token>,
    refresh: Vec<Token>,
    codes: Vec<Code>,
}

impl Tokens {
    /// A new access token, as of a consent that is given now.
    pub(super) fn give(&mut self, scopes: Vec<String>) -> Token {
        let now = Timestamp::now();
        self.access(scopes, now)
    }

    fn access(&mut self, scopes: Vec<String>, authorized_at: Timestamp) -> Token {
        let token = token("AQV", scopes, authorized_at, Timestamp::now(), LIFE);
        self.all.push(token.clone());
        token
    }

    /// A code for who consented.
    pub(super) fn code(&mut self, redirect: &str, scopes: Vec<String>, challenge: Option<String>) -> String {
        let text = secret("AQT", 130);
        let ends_at = later(Timestamp::now(), CODE_LIFE);
        self.codes.push(Code { text: text.clone(), redirect: redirect.to_owned(), scopes, challenge, ends_at });
        text
    }

    /// Trades a code, which is gone then, also if something is wrong with the trade. None if something is.
    pub(super) fn trade(
        &mut self,
        code: &str,
        redirect: &str,
        verifier: Option<&str>,
        is_partner: bool,
    ) -> Option<Given> {
        let place = self.codes.iter().position(|known| known.text == code)?;
        let code = self.codes.remove(place);
        let challenge = verifier.map(|verifier| BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)));
        let now = Timestamp::now();
        if code.redirect != redirect || code.challenge != challenge || code.ends_at <= now {
            return None;
        }
        // Whoever consents to other scopes than before takes the earlier consent back.
        for token in self.all.iter_mut().chain(&mut self.refresh) {
            token.is_revoked |= !is_same(&token.scopes, &code.scopes);
        }
        let access = self.access(code.scopes.clone(), now);
        let refresh = is_partner.then(|| token("AQX", code.scopes, now, now, REFRESH_LIFE));
        self.refresh.extend(refresh.clone());
        Some(Given { access, refresh })
    }

    /// Trades a refresh token, which stays what it is. None if it is good for nothing.
    pub(super) fn renew(&mut self, refresh: &str) -> Option<Given> {
        let refresh = self.refresh.iter().find(|token| token.text == refresh)?.clone();
        if refresh.status(Timestamp::now()) != "active" {
            return None;
        }
        let access = self.access(refresh.scopes.clone(), refresh.authorized_at);
        Some(Given { access, refresh: Some(refresh) })
    }

    /// The access or refresh token of this text.
    pub(super) fn find(&self, text: &str) -> Option<&Token> {
        self.all.iter().chain(&self.refresh).find(|token| token.text == text)
    }

    pub(super) fn change(&mut self, change: &Change) {
        let now = Timestamp::now();
        match change {
            Change::Revoke => {
                self.all.iter_mut().chain(&mut self.refresh).for_each(|token| token.is_revoked = true);
            }
            Change::ExpiresIn(seconds) => {
                let end = later(now, SignedDuration::from_secs(*seconds));
                self.all.iter_mut().for_each(|token| token.expires_at = end);
            }
            Change::DropScope(scope) => {
                self.all.iter_mut().chain(&mut self.refresh).for_each(|token| token.scopes.retain(|one| one != scope));
            }
            Change::EndRefresh => self.refresh.iter_mut().for_each(|token| token.expires_at = now),
            Change::EndCodes => self.codes.iter_mut().for_each(|code| code.ends_at = now),
        }
    }

    /// The access token of a header `Bearer …`, if it is good.
    pub(super) fn bearer(&self, header: Option<&str>) -> Result<&Token, ApiError> {
        let (scheme, text) = header.and_then(|header| header.split_once(' ')).ok_or_else(ApiError::no_token)?;
        if !scheme.eq_ignore_ascii_case("bearer") || text.trim().is_empty() {
            return Err(ApiError::no_token());
        }
        let token = self.all.iter().find(|token| token.text == text.trim()).ok_or_else(ApiError::unknown_token)?;
        match token.status(Timestamp::now()) {
            "revoked" => Err(ApiError::revoked_token()),
            "expired" => Err(ApiError::expired_token()),
            _ => Ok(token),
        }
    }
}

fn token(
    prefix: &str,
    scopes: Vec<String>,
    authorized_at: Timestamp,
    created_at: Timestamp,
    life: SignedDuration,
) -> Token {
    let expires_at = later(created_at, life);
    Token { text: secret(prefix, 350), scopes, authorized_at, created_at, expires_at, is_revoked: false }
}

fn is_same(before: &[String], now: &[String]) -> bool {
    before.len() == now.len() && before.iter().all(|scope| now.contains(scope))
}

fn later(moment: Timestamp, time: SignedDuration) -> Timestamp {
    moment.checked_add(time).unwrap_or(Timestamp::MAX)
}

/// A word that nobody can guess, as long as LinkedIn's are.
/// In every token and every code, which for the rest are random.
const MARK: &str = "SimulatedSecret";

/// What is secret, and can be told as one of ours wherever it should not be.
fn secret(prefix: &str, length: usize) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = format!("{prefix}{MARK}");
    while text.len() < length {
        text.extend(uuid::Uuid::new_v4().as_bytes().iter().map(|byte| char::from(SIGNS[usize::from(byte % 64)])));
    }
    text.truncate(length);
    text
}
