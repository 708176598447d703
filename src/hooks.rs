//! Webhooks that come in: `POST /hooks/{tenant}/{source}`, verified by the bytes that came, stored before it is answered, and
//! worked through afterwards ([`process`]).
//!
//! Whoever cannot prove whose delivery it is gets one answer, the same for a tenant or a source that does not exist, one that
//! is switched off, and a signature that is wrong; and the same work is done for each, so that the time tells nothing either.

use std::{
    collections::HashMap,
    future::Future,
    hint::black_box,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest as _, Path, RawQuery, Request, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use queries::queries::{tenants, webhooks as sql};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;
use tokio_postgres::Client;
use uuid::Uuid;

use crate::{
    db::{Database, TenantId},
    error::Error,
    import::printable,
    model::{
        keys::{self, Keyring},
        webhooks::{self, Kind, Source},
    },
    seal::{Key, Place},
};
use signature::{Keys, Secret, Standard};

pub mod process;
pub mod send;
pub mod signature;

/// Bytes of a delivery.
pub const LARGEST: usize = 1024 * 1024;
/// Where Apify may put its secret: a header of this name, or else `?token=` in the address.
pub const SECRET_HEADER: &str = "x-rapport-secret";
/// How often a refusal is written into the audit log, a source.
const NOTED: Duration = Duration::from_mins(1);
/// Where a secret would lie that nobody has.
const NOWHERE: Place =
    Place { table: "webhook_sources", column: "sealed_secret", tenant: Uuid::nil(), row: Uuid::nil() };

/// What may be set otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Deliveries of one source that may wait to be worked through; more are asked to come later.
    pub waiting: i32,
    /// How long a body may take to arrive.
    pub patience: Duration,
    /// How long everything else may take.
    pub time: Duration,
    /// Deliveries that are verified and stored at the same time; half of the database's connections are for others.
    pub at_once: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { waiting: 1_000, patience: Duration::from_secs(30), time: Duration::from_secs(10), at_once: 4 }
    }
}

/// What takes webhooks in.
pub struct Hooks {
    database: Arc<Database>,
    keyring: Arc<Keyring>,
    options: Options,
    /// Looks tenants up, which nobody but the owner can.
    owner: tokio::sync::Mutex<Option<Arc<Client>>>,
    decoy: Secret,
    /// The decoy as the secrets of sources are kept, so that there is as much to open where there is no source.
    sealed_decoy: (Key, Vec<u8>),
    turns: Semaphore,
    refusals: Mutex<HashMap<(TenantId, Uuid), Refusals>>,
}

/// Refusals of one source that are not in the audit log yet.
#[derive(Default)]
struct Refusals {
    count: u64,
    noted: Option<Instant>,
}

/// What went wrong on our side while a delivery was taken in: in the extensions of the answer, for whoever keeps a log.
#[derive(Debug, Clone)]
pub struct Fault(pub Arc<Error>);

/// What is answered.
enum Answer {
    Challenge(Value),
    Stored,
    Known,
    Refused,
    TooLarge,
    NotJson,
    Slow,
    Full,
    Busy,
    Fault(Error),
}

/// Who delivers, as the address says.
struct Address {
    tenant: String,
    source: String,
    query: String,
}

impl Hooks {
    /// Webhooks of this database.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new(database: Arc<Database>, keyring: Arc<Keyring>, options: Options) -> Result<Self, Error> {
        let decoy = Secret::random().map_err(keys::no_random_numbers)?;
        let key = Key::generate().map_err(keys::no_random_numbers)?;
        let sealed = key.seal(Uuid::nil(), &NOWHERE, decoy.bytes()).map_err(keys::no_random_numbers)?;
        Ok(Self {
            database,
            keyring,
            options,
            owner: tokio::sync::Mutex::default(),
            decoy,
            sealed_decoy: (key, sealed),
            turns: Semaphore::new(options.at_once),
            refusals: Mutex::default(),
        })
    }

    /// The routes, to be merged with others.  A server that logs addresses logs no query of these, which may hold a secret.
    pub fn router(self) -> Router {
        Router::new()
            .route("/hooks/{tenant}/{source}", get(challenge).post(deliver))
            .layer(DefaultBodyLimit::max(LARGEST))
            .with_state(Arc::new(self))
    }

    /// The tenant of this slug.
    async fn tenant(&self, slug: &str) -> Result<Option<TenantId>, Error> {
        let client = {
            let mut owner = self.owner.lock().await;
            match owner.as_ref().filter(|client| !client.is_closed()) {
                Some(client) => Arc::clone(client),
                None => Arc::clone(owner.insert(Arc::new(self.database.owner().await?))),
            }
        };
        let look = async { tenants::tenant_by_slug().bind(&*client, &slug).opt().await };
        if let Ok(Ok(found)) = tokio::time::timeout(self.options.time / 2, look).await {
            return Ok(found.map(|tenant| TenantId(tenant.id)));
        }
        // A connection that is half open says nothing, for ever: the next delivery has another.
        let mut owner = self.owner.lock().await;
        if owner.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &client)) {
            *owner = None;
        }
        Err(Error::Internal(anyhow::anyhow!("cannot reach the database: it does not answer")))
    }

    /// Looks for the source of an address, in a transaction of its tenant.  Where there is no such tenant, the same is done
    /// for nobody.
    async fn find(&self, address: &Address) -> Result<Found<'_>, Error> {
        let known = self.tenant(named(&address.tenant)).await?;
        let tenant = known.unwrap_or(TenantId(Uuid::nil()));
        let tx = self.database.tenant(tenant).await?;
        let source = webhooks::by_name(&self.keyring, &tx, named(&address.source)).await?;
        if source.is_none() {
            let (key, sealed) = &self.sealed_decoy;
            black_box(key.open(&NOWHERE, sealed).is_ok());
        }
        Ok(Found { tenant, source, tx, decoy: &self.decoy })
    }

    async fn challenge(&self, address: &Address) -> Result<Answer, Error> {
        let found = self.find(address).await?;
        let code = parameter(&address.query, "challengeCode");
        let answer = signature::challenge(&found.keys(Some(Kind::LinkedIn)), code.as_deref());
        found.tx.rollback().await?;
        Ok(answer.map_or(Answer::Refused, |answer| {
            Answer::Challenge(json!({"challengeCode": code, "challengeResponse": answer}))
        }))
    }

    async fn deliver(self: &Arc<Self>, address: &Address, headers: &HeaderMap, body: &[u8]) -> Result<Answer, Error> {
        let found = self.find(address).await?;
        let delivery = found.verify(address, headers, body);
        let (Some(delivery), Some(source)) = (delivery, &found.source) else {
            if let Some(source) = &found.source {
                self.note_refusal(found.tenant, source.id, named(&address.source));
            }
            found.tx.rollback().await?;
            return Ok(Answer::Refused);
        };
        let (kept, waiting) = (kept(headers), self.options.waiting);
        let taken =
            sql::take_delivery().bind(&*found.tx, &source.id, &delivery.as_str(), &kept, &body, &waiting).one().await?;
        found.tx.commit().await?;
        Ok(match taken.as_str() {
            "stored" => Answer::Stored,
            "full" => Answer::Full,
            _ => Answer::Known,
        })
    }

    /// Writes into the audit log that a source refused somebody: at most once a minute, since anybody may cause it, and after
    /// the answer, which must not take longer where there is something to write.
    fn note_refusal(self: &Arc<Self>, tenant: TenantId, source: Uuid, name: &str) {
        let count = {
            let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
            let here = refusals.entry((tenant, source)).or_default();
            here.count += 1;
            if here.noted.is_some_and(|noted| noted.elapsed() < NOTED) {
                return;
            }
            here.noted = Some(Instant::now());
            std::mem::take(&mut here.count)
        };
        let (hooks, name) = (Arc::clone(self), name.to_owned());
        tokio::spawn(async move {
            let noted = async {
                let tx = hooks.database.tenant(tenant).await?;
                sql::note_refusals().bind(&*tx, &name.as_str(), &json!({"deliveries": count})).await?;
                tx.commit().await
            };
            // Whoever was refused is refused also where it cannot be written down.
            drop(noted.await);
        });
    }
}

/// A source that was looked for.
struct Found<'a> {
    tenant: TenantId,
    source: Option<Source>,
    tx: crate::db::TenantTx,
    decoy: &'a Secret,
}

impl Found<'_> {
    /// What a delivery is compared with: nothing that can be known, unless the source is there, active, and of this kind.
    fn keys(&self, kind: Option<Kind>) -> Keys<'_> {
        let good =
            self.source.as_ref().filter(|source| source.is_active && kind.is_none_or(|kind| kind == source.kind));
        Keys {
            current: good.and_then(|source| source.current.clone()),
            previous: good.and_then(|source| source.previous.clone()),
            decoy: self.decoy,
        }
    }

    /// The delivery's id, if it is the source's.
    fn verify(&self, address: &Address, headers: &HeaderMap, body: &[u8]) -> Option<String> {
        let keys = self.keys(None);
        let one = |name: &str| one(headers, name);
        match self.source.as_ref().map(|source| (source.kind, source.now)) {
            Some((Kind::LinkedIn, _)) => signature::linkedin(&keys, one("x-li-signature"), body).then(|| by_body(body)),
            Some((Kind::Apify, _)) => {
                let token = parameter(&address.query, "token");
                // A header that is there is what is meant, also where there are two of it.
                let in_header = headers.contains_key(SECRET_HEADER);
                let given = if in_header { one(SECRET_HEADER) } else { token.as_deref().map(str::as_bytes) };
                let dispatch = one("x-apify-webhook-dispatch-id").and_then(signature::delivery_id);
                signature::word(&keys, given, body)
                    .then(|| dispatch.map_or_else(|| by_run(body), |dispatch| format!("dispatch:{dispatch}")))
            }
            generic_or_none => {
                let now = generic_or_none.map_or_else(jiff::Timestamp::now, |(_, now)| now);
                let given = Standard {
                    id: one("webhook-id"),
                    timestamp: one("webhook-timestamp"),
                    signatures: one("webhook-signature"),
                };
                signature::standard(&keys, &given, body, now).map(str::to_owned)
            }
        }
    }
}

async fn challenge(
    State(hooks): State<Arc<Hooks>>,
    path: Result<Path<(String, String)>, PathRejection>,
    RawQuery(query): RawQuery,
) -> Response {
    let address = Address::new(path, query);
    hooks.in_turn(hooks.challenge(&address)).await.into_response()
}

async fn deliver(
    State(hooks): State<Arc<Hooks>>,
    path: Result<Path<(String, String)>, PathRejection>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Response {
    let address = Address::new(path, query);
    let headers = request.headers().clone();
    // What can be said of anything that anybody sends is said first: it tells nothing of who is there.
    if !is_json(&headers) {
        return Answer::NotJson.into_response();
    }
    let length = one(&headers, header::CONTENT_LENGTH.as_str()).and_then(|bytes| std::str::from_utf8(bytes).ok());
    if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > LARGEST) {
        return Answer::TooLarge.into_response();
    }
    // Read whole before anything of the database is held, so that a slow sender keeps nobody waiting.
    let body = match tokio::time::timeout(hooks.options.patience, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            return Answer::TooLarge.into_response();
        }
        Ok(Err(_)) | Err(_) => return Answer::Slow.into_response(),
    };
    hooks.in_turn(hooks.deliver(&address, &headers, &body)).await.into_response()
}

impl Hooks {
    /// Waits for a turn, and not for ever.
    async fn in_turn(&self, work: impl Future<Output = Result<Answer, Error>>) -> Answer {
        let in_time = tokio::time::timeout(self.options.time, async {
            let _turn = self.turns.acquire().await;
            work.await
        });
        match in_time.await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => Answer::Fault(error),
            Err(_) => Answer::Busy,
        }
    }
}

impl Address {
    fn new(path: Result<Path<(String, String)>, PathRejection>, query: Option<String>) -> Self {
        // What is no text is nobody's name.
        let (tenant, source) = path.map(|Path(names)| names).unwrap_or_default();
        Self { tenant, source, query: query.unwrap_or_default() }
    }
}

impl Answer {
    fn into_response(self) -> Response {
        let said = |word: &str| json!({"status": word});
        let (status, wait, body) = match &self {
            Self::Challenge(answer) => (StatusCode::OK, None, answer.clone()),
            Self::Stored => (StatusCode::OK, None, said("stored")),
            Self::Known => (StatusCode::OK, None, said("known")),
            Self::Refused => (StatusCode::UNAUTHORIZED, None, said("refused")),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, None, said("larger than 1 MiB")),
            Self::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, None, said("not application/json")),
            Self::Slow => (StatusCode::REQUEST_TIMEOUT, None, said("the body did not arrive")),
            Self::Full => (StatusCode::TOO_MANY_REQUESTS, Some("60"), said("too many wait")),
            Self::Busy | Self::Fault(_) => (StatusCode::SERVICE_UNAVAILABLE, Some("30"), said("try later")),
        };
        let mut response = (
            status,
            [
                (header::CONTENT_TYPE, "application/json"),
                (header::CACHE_CONTROL, "no-store"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ],
            body.to_string(),
        )
            .into_response();
        if let Some(seconds) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Webhook"));
        }
        if let Self::Fault(error) = self {
            response.extensions_mut().insert(Fault(Arc::new(error)));
        }
        response
    }
}

/// A name that a tenant or source may have, or one that none has: what comes in an address is anything.
fn named(text: &str) -> &str {
    let is_word = (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if is_word { text } else { "" }
}

/// A header that is there once.  Of two, it could be anybody's choice which is meant.
fn one<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h [u8]> {
    let mut values = headers.get_all(name).into_iter();
    let first = values.next()?;
    values.next().is_none().then(|| first.as_bytes())
}

/// A parameter that is there once.
fn parameter(query: &str, name: &str) -> Option<String> {
    let mut values = url::form_urlencoded::parse(query.as_bytes()).filter(|(key, _)| key == name);
    let first = values.next()?.1.into_owned();
    values.next().is_none().then_some(first)
}

/// Whether it says that it is JSON, as it is: what is compressed was signed before or after, and nobody says which.
fn is_json(headers: &HeaderMap) -> bool {
    let is_plain = one(headers, header::CONTENT_ENCODING.as_str()).is_none_or(|coding| coding == b"identity");
    let kind = one(headers, header::CONTENT_TYPE.as_str()).and_then(|kind| std::str::from_utf8(kind).ok());
    let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_one = headers.get_all(header::CONTENT_ENCODING).iter().count() < 2;
    is_plain && is_one && (kind == "application/json" || kind.starts_with("application/") && kind.ends_with("+json"))
}

/// The headers that are kept: who says that it sent this, and when.  None of them is a secret or holds one.
fn kept(headers: &HeaderMap) -> Value {
    let names = ["content-type", "user-agent", "webhook-timestamp"];
    let kept = names.into_iter().filter_map(|name| {
        let text = String::from_utf8_lossy(one(headers, name)?).into_owned();
        Some((name.to_owned(), printable(&text, 200).into()))
    });
    Value::Object(kept.collect())
}

/// The id of a delivery that has none: LinkedIn sends the same bytes again and again.
fn by_body(body: &[u8]) -> String {
    format!("sha256:{}", signature::to_hex(&Sha256::digest(body)))
}

/// The id of a delivery of Apify's that has lost its header.
fn by_run(body: &[u8]) -> String {
    let ended = serde_json::from_slice(body).ok().and_then(|payload: Value| process::run_of(&payload));
    ended.map_or_else(|| by_body(body), |(run, event)| format!("run:{run}:{event}"))
}

#[cfg(test)]
mod tests;
