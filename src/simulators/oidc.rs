//! A sign-in service (OpenID Connect) for one person at a time, who consents at once to whatever is asked.

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Form, Json, Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use base64::{Engine as _, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::Timestamp;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::server::Server;

/// What it calls the only program that may ask.
pub const CLIENT_ID: &str = "rapport";
/// The secret of that program.
pub const CLIENT_SECRET: &str = "simulated-secret-of-sign-in";

/// What is wrong with its tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// They answer another attempt.
    Nonce,
    /// They are for another program.
    Audience,
    /// Their time is over.
    Expired,
    /// They name a key that it does not show.
    UnknownKey,
    /// They are signed by another key than the one that they name.
    Signature,
    /// They are signed by nobody.
    AlgNone,
    /// They are signed with what the program knows.
    AlgHmac,
    /// They are of another service.
    Issuer,
    /// It gives none.
    NoToken,
    /// It says that something went wrong.
    Broken,
}

impl Fault {
    /// Every fault that there is.
    pub const ALL: [Self; 10] = [
        Self::Nonce,
        Self::Audience,
        Self::Expired,
        Self::UnknownKey,
        Self::Signature,
        Self::AlgNone,
        Self::AlgHmac,
        Self::Issuer,
        Self::NoToken,
        Self::Broken,
    ];
}

/// Who signs in there.
#[derive(Debug, Clone)]
pub struct Person {
    /// What never changes of them.
    pub subject: String,
    /// Their address.
    pub email: String,
    /// Whether it has been verified.
    pub is_verified: bool,
}

struct Pair {
    kid: String,
    pair: EcdsaKeyPair,
}

impl Pair {
    fn new() -> io::Result<Self> {
        let broken = |_| io::Error::other("no key could be made");
        let (algorithm, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let bytes = EcdsaKeyPair::generate_pkcs8(algorithm, &random).map_err(broken)?;
        let pair = EcdsaKeyPair::from_pkcs8(algorithm, bytes.as_ref(), &random)
            .map_err(|_| io::Error::other("no key could be made"))?;
        Ok(Self { kid: Uuid::new_v4().to_string(), pair })
    }

    fn shown(&self) -> Value {
        let point = self.pair.public_key().as_ref();
        let (x, y) = point[1..].split_at(32);
        let text = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        json!({"kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.kid, "x": text(x), "y": text(y)})
    }
}

/// What was asked for, by the code that stands for it.
struct Asked {
    redirect_uri: String,
    nonce: String,
    challenge: String,
    person: Person,
}

struct Shared {
    url: String,
    person: Person,
    fault: Option<Fault>,
    key: Pair,
    codes: HashMap<String, Asked>,
    /// How often its keys were asked for.
    key_calls: usize,
    denies: bool,
}

type Held = Arc<Mutex<Option<Shared>>>;

/// The service, as long as it runs.
pub struct Oidc {
    held: Held,
    server: Server,
}

impl Oidc {
    /// Listens at a port of the loopback, 0 for any that is free.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(port: u16, person: Person) -> io::Result<Self> {
        let held = Held::default();
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .route("/keys", get(keys))
            .with_state(Arc::clone(&held));
        let server = Server::start(port, |_| router)?;
        let shared = Shared {
            url: server.url(),
            person,
            fault: None,
            key: Pair::new()?,
            codes: HashMap::new(),
            key_calls: 0,
            denies: false,
        };
        *held.lock().unwrap_or_else(PoisonError::into_inner) = Some(shared);
        Ok(Self { held, server })
    }

    /// Where it is, which is what it calls itself.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// Somebody else signs in from now on.
    pub fn set_person(&self, person: Person) {
        self.change(|shared| shared.person = person);
    }

    /// What is wrong with its tokens from now on.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.change(|shared| shared.fault = fault);
    }

    /// Whoever signs in lets nobody know of it.
    pub fn set_denies(&self, denies: bool) {
        self.change(|shared| shared.denies = denies);
    }

    /// Changes its key; the one before is shown no more.
    ///
    /// # Errors
    /// When no key can be made.
    pub fn rotate(&self) -> io::Result<()> {
        let key = Pair::new()?;
        self.change(|shared| shared.key = key);
        Ok(())
    }

    /// How often its keys were asked for.
    #[must_use]
    pub fn key_calls(&self) -> usize {
        let mut calls = 0;
        self.change(|shared| calls = shared.key_calls);
        calls
    }

    fn change(&self, work: impl FnOnce(&mut Shared)) {
        if let Some(shared) = lock(&self.held).as_mut() {
            work(shared);
        }
    }
}

fn lock(held: &Held) -> MutexGuard<'_, Option<Shared>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn describe(State(held): State<Held>) -> Response {
    let held = lock(&held);
    let Some(shared) = held.as_ref() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let at = |path: &str| format!("{}{path}", shared.url);
    Json(json!({
        "issuer": shared.url, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"), "jwks_uri": at("/keys"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"], "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
    .into_response()
}

async fn keys(State(held): State<Held>) -> Response {
    let mut held = lock(&held);
    let Some(shared) = held.as_mut() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    shared.key_calls += 1;
    Json(json!({"keys": [shared.key.shown()]})).into_response()
}

async fn authorize(State(held): State<Held>, Query(asked): Query<HashMap<String, String>>) -> Response {
    let mut held = lock(&held);
    let Some(shared) = held.as_mut() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let said = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let is_asked_well = said("response_type") == "code"
        && said("client_id") == CLIENT_ID
        && said("scope").split(' ').any(|scope| scope == "openid")
        && said("code_challenge_method") == "S256"
        && ["state", "nonce", "code_challenge", "redirect_uri"].iter().all(|name| !said(name).is_empty());
    if !is_asked_well {
        return (StatusCode::BAD_REQUEST, "invalid_request").into_response();
    }
    let back = |pairs: &[(&str, &str)]| {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        Redirect::to(&format!("{}?{query}", said("redirect_uri"))).into_response()
    };
    let state = said("state");
    if shared.denies {
        return back(&[("error", "access_denied"), ("state", &state)]);
    }
    let code = Uuid::new_v4().to_string();
    let asked = Asked {
        redirect_uri: said("redirect_uri"),
        nonce: said("nonce"),
        challenge: said("code_challenge"),
        person: shared.person.clone(),
    };
    shared.codes.insert(code.clone(), asked);
    back(&[("code", &code), ("state", &state)])
}

async fn token(State(held): State<Held>, headers: HeaderMap, Form(given): Form<HashMap<String, String>>) -> Response {
    let mut held = lock(&held);
    let Some(shared) = held.as_mut() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let refuse = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({"error": why}))).into_response();
    let wanted = format!("Basic {}", BASE64_STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}")));
    if headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()) != Some(wanted.as_str()) {
        return refuse("invalid_client");
    }
    let said = |name: &str| given.get(name).map(String::as_str).unwrap_or_default();
    // A code is gone once somebody shows it, whatever comes of it.
    let Some(asked) = shared.codes.remove(said("code")) else { return refuse("invalid_grant") };
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(said("code_verifier").as_bytes()));
    if challenge != asked.challenge || said("redirect_uri") != asked.redirect_uri {
        return refuse("invalid_grant");
    }
    match shared.fault {
        Some(Fault::Broken) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(Fault::NoToken) => Json(json!({"access_token": "x", "token_type": "Bearer"})).into_response(),
        fault => match id_token(shared, &asked, fault) {
            Some(token) => {
                Json(json!({"access_token": "x", "token_type": "Bearer", "expires_in": 300, "id_token": token}))
                    .into_response()
            }
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
    }
}

fn id_token(shared: &Shared, asked: &Asked, fault: Option<Fault>) -> Option<String> {
    let now = Timestamp::now().as_second();
    let person = &asked.person;
    let is = |one: Fault| fault == Some(one);
    let claims = json!({
        "iss": if is(Fault::Issuer) { "https://id.example" } else { &shared.url },
        "sub": person.subject,
        "aud": if is(Fault::Audience) { "another" } else { CLIENT_ID },
        "exp": if is(Fault::Expired) { now - 3_600 } else { now + 300 },
        "iat": if is(Fault::Expired) { now - 7_200 } else { now },
        "nonce": if is(Fault::Nonce) { "another" } else { &asked.nonce },
        "email": person.email,
        "email_verified": person.is_verified,
    });
    let alg = match fault {
        Some(Fault::AlgNone) => "none",
        Some(Fault::AlgHmac) => "HS256",
        _ => "ES256",
    };
    let kid = if is(Fault::UnknownKey) { "nobody" } else { &shared.key.kid };
    let encode = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let content = format!("{}.{}", encode(&json!({"alg": alg, "kid": kid})), encode(&claims));
    let sign = |pair: &EcdsaKeyPair| {
        pair.sign(&SystemRandom::new(), content.as_bytes()).ok().map(|signature| signature.as_ref().to_vec())
    };
    let signature = match fault {
        Some(Fault::AlgNone) => Vec::new(),
        Some(Fault::AlgHmac) => {
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, CLIENT_SECRET.as_bytes());
            ring::hmac::sign(&key, content.as_bytes()).as_ref().to_vec()
        }
        Some(Fault::Signature) => sign(&Pair::new().ok()?.pair)?,
        _ => sign(&shared.key.pair)?,
    };
    Some(format!("{content}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature)))
}
