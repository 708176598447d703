//! The one call that LinkedIn's own pages make and that is made here too, when its owner allows it: who is signed in with
//! these cookies.
//!
//! LinkedIn's terms forbid automated use of a member's session, and LinkedIn ends sessions and restricts accounts for it.  So
//! this is asked for by hand, once, with the whole jar and without another attempt.

use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use super::cookies::Jar;
use crate::{
    http::{Answer, CallError, Request, retry},
    services::{Services, below},
};

/// What LinkedIn answers to the question who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// A member, by their public name if LinkedIn tells it.
    SignedIn(Option<String>),
    /// Nobody any more: the session ended, or the cookies do not belong together (401, 403, or the way to the login).
    Ended,
    /// LinkedIn itself took the session away.
    Revoked,
    /// LinkedIn wants to see a human first.
    Checkpoint,
    /// LinkedIn takes us for a robot (999).
    BotBlock,
    /// Too many calls (429); says nothing about the session.
    Throttled,
    /// Something else, with its status.
    Unclear(u16),
}

/// The browser whose page makes this call.
const BROWSER: &str =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

/// `GET /voyager/api/me`, as LinkedIn's page sends it; none without a JSESSIONID, from which the page proves that it is one.
#[must_use]
pub fn who_am_i(services: &Services, jar: &Jar, user_agent: Option<&str>, now: Timestamp) -> Option<Request> {
    let csrf: SecretString = jar.csrf_token(now)?;
    Some(
        Request::get("voyager/api/me", below(&services.linkedin, &["voyager", "api", "me"]))
            .cookie(&jar.header(now))
            .secret_header("csrf-token", &csrf)
            .header("x-restli-protocol-version", "2.0.0")
            .header("accept", "application/vnd.linkedin.normalized+json+2.1")
            .user_agent(user_agent.unwrap_or(BROWSER)),
    )
}

/// Every answer is one; only what is none is another matter.
#[must_use]
pub fn judge(result: Result<&Answer, &CallError>, attempt: &retry::Attempt) -> retry::Verdict {
    match result {
        Ok(_) => retry::Verdict::Done,
        Err(_) => retry::judge(result, &retry::Attempt { idempotent: false, ..*attempt }),
    }
}

/// Reads the answer.
#[must_use]
pub fn standing(answer: &Answer) -> Standing {
    match answer.status.as_u16() {
        200 => match answer.json::<Value>() {
            Ok(me) => Standing::SignedIn(public_name(&me)),
            // A page with status 200 is the login.
            Err(_) => Standing::Ended,
        },
        401 | 403 => Standing::Ended,
        429 => Standing::Throttled,
        999 => Standing::BotBlock,
        300..=399 => {
            // What LinkedIn writes over the cookie of a session that it ended.
            let is_wiped = answer.headers("set-cookie").any(|cookie| {
                let lower = cookie.to_ascii_lowercase();
                lower.starts_with("li_at=") && (lower.contains("delete me") || lower.contains("max-age=0"))
            });
            let leads_to = answer.header("location").unwrap_or_default();
            if is_wiped {
                Standing::Revoked
            } else if leads_to.contains("/checkpoint/") && !leads_to.contains("/checkpoint/lg/login") {
                Standing::Checkpoint
            } else {
                Standing::Ended
            }
        }
        other => Standing::Unclear(other),
    }
}

/// The public identifier, in the plain form and in the normalized one.
fn public_name(me: &Value) -> Option<String> {
    let plain = me.pointer("/miniProfile/publicIdentifier");
    let included = || me["included"].as_array()?.iter().find_map(|item| item.get("publicIdentifier"));
    plain.or_else(included)?.as_str().map(str::to_owned)
}
