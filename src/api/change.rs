//! Calls that change something: what they say, and that each has its effect once.
//!
//! With an `Idempotency-Key` the answer is written down in the transaction of its effect: whoever did not hear it asks again with
//! the same key, and hears it without a second effect, whatever broke in between.

use std::{marker::PhantomData, sync::Arc};

use axum::{
    Json,
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use queries::queries::api_keys as sql;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use super::{Api, caller::Caller, problem::Problem};
use crate::{db::TenantTx, error::Error, model::api_keys::Scope};

/// Bytes of a body.
const LARGEST: usize = 1024 * 1024;
/// Bytes of a body that brings many things at once.
const LARGEST_BULK: usize = 16 * 1024 * 1024;
/// The header by which a call is known again.
pub(super) const HEADER: &str = "idempotency-key";
/// Says in an answer that it was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// A call that changes something and says a `T`: what it says was checked against that, field by field.
pub(super) struct Change<T> {
    caller: Caller,
    said: Map<String, Value>,
    once: Option<Once>,
    of: PhantomData<fn() -> T>,
}

/// What a call says that has nothing to say.
#[derive(Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// A call that brings many things at once, one a line.
pub(super) struct Bulk {
    caller: Caller,
    pub(super) lines: Bytes,
    once: Option<Once>,
}

/// A call that changes something and is read into a `T`, which need not be what the database keeps.
pub(super) struct Wish<T, const SECRET: bool = false> {
    caller: Caller,
    said: T,
    once: Option<Once>,
}

/// A wish that holds a secret: its type is one that nothing can write out, and what is wrong with it is told by its place alone,
/// since the secret may stand where it was not meant to.
pub(super) type Handover<T> = Wish<T, true>;

/// A call that is to have its effect once.
struct Once {
    key: String,
    hash: [u8; 32],
}

/// The transaction of a change, which ends with its answer.
pub(super) struct Act {
    pub(super) tx: TenantTx,
    caller: Caller,
    once: Option<Once>,
}

/// A call that asks, and has more to say than an address holds.
pub(super) struct Question<T> {
    pub(super) caller: Caller,
    pub(super) said: T,
}

impl<T: DeserializeOwned> FromRequest<Arc<Api>> for Question<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let caller = Caller::of(&parts, api).await?;
        caller.must(Scope::Read)?;
        let body = whole(body, LARGEST).await?;
        let said = read(&parts.headers, &body)?;
        Ok(Self { caller, said })
    }
}

impl<T: Serialize + DeserializeOwned> FromRequest<Arc<Api>> for Change<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let caller = Caller::of(&parts, api).await?;
        caller.must(Scope::Write)?;
        let body = whole(body, LARGEST).await?;
        let once = Once::of(&parts, &body)?;
        let meant: T = read(&parts.headers, &body)?;
        let said = if body.is_empty() { Map::new() } else { serde_json::from_slice(&body).map_err(wrong)? };
        Ok(Self { caller, said: as_meant(meant, said)?, once, of: PhantomData })
    }
}

/// What was said, as the types have it, such as a name without the blanks around it; what is not said is no null.
fn as_meant<T: Serialize>(meant: T, mut said: Map<String, Value>) -> Result<Map<String, Value>, Error> {
    let meant = serde_json::to_value(meant).map_err(|error| Error::Internal(error.into()))?;
    for (field, value) in &mut said {
        *value = meant[field.as_str()].clone();
    }
    Ok(said)
}

impl<T: Serialize + DeserializeOwned> Change<T> {
    /// The same of somebody who calls in another way, and says it once.
    pub(super) fn of(caller: Caller, said: Map<String, Value>) -> Result<Self, Error> {
        caller.must(Scope::Write)?;
        let meant: T =
            serde_json::from_value(Value::Object(said.clone())).map_err(|error| Error::Invalid(error.to_string()))?;
        Ok(Self { caller, said: as_meant(meant, said)?, once: None, of: PhantomData })
    }
}

impl<T> Change<T> {
    /// Begins the transaction, and gives what was said.  An error is also the answer of an earlier call of the same key.
    pub(super) async fn begin(self) -> Result<(Act, Map<String, Value>), Problem> {
        let Self { caller, said, once, .. } = self;
        Ok((Act::begin(caller, once).await?, said))
    }
}

impl FromRequest<Arc<Api>> for Bulk {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let caller = Caller::of(&parts, api).await?;
        caller.must_either(Scope::Ingest, Scope::Write)?;
        let lines = whole(body, LARGEST_BULK).await?;
        let once = Once::of(&parts, &lines)?;
        Ok(Self { caller, lines, once })
    }
}

impl Bulk {
    /// Begins the transaction, as [`Change::begin`] does.
    pub(super) async fn begin(self) -> Result<Act, Problem> {
        Act::begin(self.caller, self.once).await
    }
}

impl<T: DeserializeOwned, const SECRET: bool> FromRequest<Arc<Api>> for Wish<T, SECRET> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let caller = Caller::of(&parts, api).await?;
        caller.must(Scope::Write)?;
        let body = whole(body, LARGEST).await?;
        let once = Once::of(&parts, &body)?;
        let said = if SECRET { read_secret(&parts.headers, &body)? } else { read(&parts.headers, &body)? };
        Ok(Self { caller, said, once })
    }
}

impl<T, const SECRET: bool> Wish<T, SECRET> {
    /// Begins the transaction, as [`Change::begin`] does.
    pub(super) async fn begin(self) -> Result<(Act, T), Problem> {
        Ok((Act::begin(self.caller, self.once).await?, self.said))
    }
}

impl Once {
    /// What a request says of itself, if it says anything.
    fn of(parts: &Parts, body: &[u8]) -> Result<Option<Self>, Error> {
        let Some(key) = parts.headers.get(HEADER) else { return Ok(None) };
        Ok(Some(Self { key: key_of(key)?, hash: hash(&[parts.method.as_str(), parts.uri.path()], body) }))
    }
}

impl Act {
    async fn begin(caller: Caller, once: Option<Once>) -> Result<Self, Problem> {
        let tx = caller.begin().await?;
        if let Some(once) = &once {
            let (key, hash) = (once.key.as_str(), once.hash.as_slice());
            let known = sql::take_idempotency_key().bind(&*tx, &caller.key.id, &key, &hash).opt().await?;
            if let Some(known) = known {
                // At once, so that whoever asks again does not meet what is left of this call.
                tx.rollback().await?;
                return Err(already(known));
            }
        }
        Ok(Self { tx, caller, once })
    }

    /// Ends with an answer, which is written down where the call is to have its effect once.
    pub(super) async fn end(self, status: StatusCode, answer: &impl Serialize) -> Result<Response, Problem> {
        self.end_telling_once(status, answer, answer).await
    }

    /// The same where something is told this once: what is written down is the answer without it.
    pub(super) async fn end_telling_once(
        self,
        status: StatusCode,
        told_once: &impl Serialize,
        kept: &impl Serialize,
    ) -> Result<Response, Problem> {
        if let Some(Once { key, hash }) = &self.once {
            let (tenant, status) = (self.tx.tenant().0, i16::try_from(status.as_u16()).unwrap_or(200));
            let kept = in_json(kept)?;
            sql::keep_answer()
                .bind(&*self.tx, &tenant, &self.caller.key.id, &key.as_str(), &hash.as_slice(), &status, &kept)
                .await?;
        }
        let answer = in_json(told_once)?;
        self.tx.commit().await?;
        Ok(told(status, answer))
    }
}

fn in_json(answer: &impl Serialize) -> Result<Value, Error> {
    serde_json::to_value(answer).map_err(|error| Error::Internal(error.into()))
}

/// An answer; one without a body where there is nothing to say.
fn told(status: StatusCode, answer: Value) -> Response {
    if answer.is_null() { status.into_response() } else { (status, Json(answer)).into_response() }
}

/// Why a call of a key that was used has no effect.
fn already(known: sql::TakeIdempotencyKey) -> Problem {
    match known.state.as_str() {
        "done" => {
            let status = known.status.and_then(|status| StatusCode::from_u16(status.unsigned_abs()).ok());
            let mut response = told(status.unwrap_or(StatusCode::OK), known.answer.unwrap_or_default());
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
            Problem::Answered(Box::new(response))
        }
        "busy" => Error::Conflict("a call with this Idempotency-Key is under way; ask again".to_owned()).into(),
        _ => Error::invalid("this Idempotency-Key was used for another request; choose another key").into(),
    }
}

/// The whole of a body, before anybody takes a connection to the database for it.
async fn whole(body: Body, most: usize) -> Result<Bytes, Error> {
    let late = |_| Error::invalid(format!("the body is larger than {most} bytes, or did not arrive whole"));
    to_bytes(body, most).await.map_err(late)
}

fn key_of(value: &HeaderValue) -> Result<String, Error> {
    let key = value.to_str().ok().filter(|key| (1..=255).contains(&key.len()));
    key.map(str::to_owned).ok_or_else(|| Error::invalid("an Idempotency-Key has 1 to 255 characters of ASCII"))
}

/// The hash of a request, every part with its length, so that no two are one.
fn hash(parts: &[&str], body: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts.iter().map(|part| part.as_bytes()).chain([body]) {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// What a body says.
fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &Bytes) -> Result<T, Error> {
    if body.is_empty() {
        // Where nothing has to be said, nothing is as good as an empty object.
        return serde_json::from_str("{}").map_err(|_| Error::invalid("the body is missing: an object of JSON"));
    }
    must_be_json(headers)?;
    // From the text, whose lines and columns the words name.
    serde_json::from_slice(body).map_err(wrong)
}

/// What a body says that holds a secret.
fn read_secret<T: DeserializeOwned>(headers: &HeaderMap, body: &Bytes) -> Result<T, Error> {
    must_be_json(headers)?;
    serde_json::from_slice(body).map_err(|error| {
        Error::Invalid(format!(
            "the body is not what this call takes, at line {}, column {}; nothing of it is repeated, since it holds a secret",
            error.line(),
            error.column()
        ))
    })
}

fn must_be_json(headers: &HeaderMap) -> Result<(), Error> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_json = kind.eq_ignore_ascii_case("application/json");
    if is_json { Ok(()) } else { Err(Error::invalid("the body is JSON, and says so: Content-Type: application/json")) }
}

/// What is wrong with a body.
#[expect(clippy::needless_pass_by_value, reason = "as map_err gives it")]
fn wrong(error: serde_json::Error) -> Error {
    Error::Invalid(format!("the body: {error}"))
}
