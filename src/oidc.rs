//! Signing in by a service that knows the team's people (OpenID Connect): who comes is asked for there, and what it answers is
//! believed once it is proven to be its own word, of this moment, for us, and about whoever asked.
//!
//! The service is the operator's choice, and its addresses are read from its own description.  Nothing about an attempt is kept
//! here: one secret in the browser's cookie gives the state, the nonce and the verifier, each by a hash of its own.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::Timestamp;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Deserializer, de::Error as _};
use sha2::{Digest as _, Sha256};
use url::{Host, Url};
use zeroize::Zeroizing;

use crate::{
    error::Error,
    http::{Answer, CallError, Client, Expects, Options, Request},
    model::tokens::Token,
    services::below,
};
use claims::{Claims, Expected};
use jws::Key;

mod claims;
mod jws;

/// How long the service may take, each time that it is called: somebody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of its longest answer.
const LONGEST: u64 = 1024 * 1024;
/// How long its description and its keys are believed.
const FRESH: Duration = Duration::from_hours(1);
/// Where it answers to, at our pages.
pub const BACK: &str = "/sign-in/service/back";

/// Which service, and what it knows us by.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where it is, which is also what it calls itself.
    pub issuer: Url,
    /// What it calls us.
    pub client_id: String,
    /// How we prove to be that; none: a public client, by the verifier alone.
    pub client_secret: Option<SecretString>,
    /// What people call it.
    pub name: String,
    /// The address of our pages, where it answers to.
    pub site: String,
}

/// What signs people in by a service.  Cheap to clone.
#[derive(Clone)]
pub struct Oidc {
    settings: Arc<Settings>,
    http: Client,
    known: Arc<Mutex<Option<Arc<Known>>>>,
}

impl fmt::Debug for Oidc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Oidc").field("issuer", &self.settings.issuer.as_str()).finish_non_exhaustive()
    }
}

/// What the service says of itself.
#[derive(Debug, Clone, Deserialize)]
struct Description {
    issuer: String,
    #[serde(deserialize_with = "address")]
    authorization_endpoint: Url,
    #[serde(deserialize_with = "address")]
    token_endpoint: Url,
    #[serde(deserialize_with = "address")]
    jwks_uri: Url,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

/// An address in a description.
fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Url, D::Error> {
    let text = String::deserialize(deserializer)?;
    Url::parse(&text).map_err(|_| D::Error::custom("an address"))
}

/// A description and the keys of then.
struct Known {
    description: Description,
    keys: Vec<Key>,
    at: Instant,
}

#[derive(Deserialize)]
struct Keys {
    keys: Vec<Key>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: SecretString,
}

/// Somebody whom the service knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The service.
    pub issuer: String,
    /// Whom it means, by what it gives to nobody else.
    pub subject: String,
    /// Their address, where the service has made sure that it is theirs.
    pub email: Option<String>,
}

/// Why nobody is known.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The service could not be asked, or said that it does not know.
    #[error("the sign-in service did not answer as it should: {0}")]
    Away(String),
    /// What it said is not believed.
    #[error("what the sign-in service said is not believed: {0}")]
    Unbelievable(&'static str),
    /// Something of ours.
    #[error(transparent)]
    Ours(#[from] Error),
}

impl From<CallError> for Trouble {
    fn from(error: CallError) -> Self {
        Self::Away(error.to_string())
    }
}

/// One attempt of a browser to sign in.
pub struct Attempt(Token);

impl Attempt {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new() -> Result<Self, Error> {
        Token::random().map(Self)
    }

    /// The attempt of a cookie; none, where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Token::read(text).map(Self)
    }

    /// What the cookie holds.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        self.0.text()
    }

    /// Whether an answer is one to this attempt.
    #[must_use]
    pub fn is_answered_by(&self, state: &str) -> bool {
        crate::same::same(state.as_bytes(), self.part("state").as_bytes())
    }

    /// What follows from the secret for one purpose, and for no other.
    fn part(&self, purpose: &str) -> Zeroizing<String> {
        let mut hash = Sha256::new();
        hash.update(purpose.as_bytes());
        hash.update([0]);
        hash.update(self.0.text().as_bytes());
        Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(hash.finalize()))
    }
}

impl Oidc {
    /// What signs people in by this service.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming the setting, when the service would be spoken to in the open.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        let issuer = &settings.issuer;
        let is_bare = issuer.query().is_none() && issuer.fragment().is_none();
        let is_bare = is_bare && issuer.username().is_empty() && issuer.password().is_none();
        if !is_bare || !is_safe(issuer) {
            return Err(Error::invalid(
                "RAPPORT_OIDC_ISSUER is an https address without a query, such as https://accounts.company.example",
            ));
        }
        // The operator trusts it, wherever it is.
        let allowed = issuer.origin().ascii_serialization().parse().map_err(Error::invalid)?;
        let options = Options {
            allowed,
            total_timeout: PATIENCE,
            idle_timeout: PATIENCE,
            connect_timeout: PATIENCE,
            body_cap: LONGEST,
            ..Options::default()
        };
        Ok(Self { settings: Arc::new(settings), http: Client::new(options)?, known: Arc::default() })
    }

    /// What people call the service.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Where a browser goes to sign in.
    ///
    /// # Errors
    /// [`Trouble`], when the service cannot be asked where that is.
    pub async fn ask(&self, attempt: &Attempt) -> Result<Url, Trouble> {
        let known = self.known(false).await?;
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(attempt.part("verifier").as_bytes()));
        let mut url = known.description.authorization_endpoint.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("redirect_uri", &self.back())
            .append_pair("scope", "openid email")
            .append_pair("state", &attempt.part("state"))
            .append_pair("nonce", &attempt.part("nonce"))
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
        Ok(url)
    }

    /// Who it is that came back with a code.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn answer(&self, attempt: &Attempt, code: &str) -> Result<Person, Trouble> {
        let known = self.known(false).await?;
        let token = self.trade(&known.description, attempt, code).await?;
        let token = token.expose_secret();
        let signed = jws::read(token)?;
        let payload = if let Some(key) = signed.key_of(&known.keys) {
            signed.verify(key)?
        } else {
            // Services change their keys; it is asked for them once an answer of its own names one that is not known.
            let known = self.known(true).await?;
            let key = signed.key_of(&known.keys).ok_or(Trouble::Unbelievable("it is signed by an unknown key"))?;
            signed.verify(key)?
        };
        let nonce = attempt.part("nonce");
        let issuer = known.description.issuer.as_str();
        let expected = Expected { issuer, client_id: &self.settings.client_id, nonce: &nonce };
        let claims: Claims =
            serde_json::from_slice(&payload).map_err(|_| Trouble::Unbelievable("its claims make no sense"))?;
        claims.check(&expected, Timestamp::now())
    }

    fn back(&self) -> String {
        format!("{}{BACK}", self.settings.site)
    }

    /// Trades a code, which is good once, for a token.
    async fn trade(&self, description: &Description, attempt: &Attempt, code: &str) -> Result<SecretString, Trouble> {
        let Settings { client_id, client_secret, .. } = &*self.settings;
        let (back, verifier) = (self.back(), attempt.part("verifier"));
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", back.as_str()),
            ("client_id", client_id.as_str()),
            ("code_verifier", verifier.as_str()),
        ];
        let methods = &description.token_endpoint_auth_methods_supported;
        let knows = |method: &str| methods.iter().any(|known| known == method);
        let by_header = methods.is_empty() || knows("client_secret_basic") || !knows("client_secret_post");
        if let Some(secret) = client_secret.as_ref().filter(|_| !by_header) {
            fields.push(("client_secret", secret.expose_secret()));
        }
        let mut request = Request::post("token", description.token_endpoint.clone()).form(fields);
        if let Some(secret) = client_secret.as_ref().filter(|_| by_header) {
            let encode =
                |text: &str| Zeroizing::new(url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>());
            let pair = Zeroizing::new(format!("{}:{}", *encode(client_id), *encode(secret.expose_secret())));
            let header = SecretString::from(format!("Basic {}", BASE64_STANDARD.encode(pair.as_bytes())));
            request = request.secret_header("authorization", &header);
        }
        let answer = self.http.send(&request.header("accept", "application/json").expects(Expects::Json)).await?;
        Ok(good(answer)?.json::<Tokens>()?.id_token)
    }

    /// The description and the keys: those that are known, unless they are old or somebody wants newer ones.
    async fn known(&self, anew: bool) -> Result<Arc<Known>, Trouble> {
        let before = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = before.filter(|known| !anew && known.at.elapsed() < FRESH) {
            return Ok(known);
        }
        let at = Instant::now();
        let place = below(&self.settings.issuer, &[".well-known", "openid-configuration"]);
        let description: Description = self.get("openid-configuration", place).await?;
        // Whoever speaks for another is none of ours.
        let stem = |text: &str| text.strip_suffix('/').unwrap_or(text).to_owned();
        if stem(&description.issuer) != stem(self.settings.issuer.as_str()) {
            return Err(Trouble::Unbelievable("it calls itself otherwise than RAPPORT_OIDC_ISSUER does"));
        }
        let is_here = self.settings.issuer.scheme() == "http";
        let places = [&description.authorization_endpoint, &description.token_endpoint, &description.jwks_uri];
        if !places.into_iter().all(|url| url.scheme() == "https" || is_here && is_safe(url)) {
            return Err(Trouble::Unbelievable("it would be spoken to in the open"));
        }
        let Keys { keys } = self.get("jwks", description.jwks_uri.clone()).await?;
        let known = Arc::new(Known { description, keys, at });
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&known));
        Ok(known)
    }

    async fn get<T: serde::de::DeserializeOwned>(&self, endpoint: &'static str, url: Url) -> Result<T, Trouble> {
        let request = Request::get(endpoint, url).header("accept", "application/json");
        Ok(good(self.http.send(&request).await?)?.json()?)
    }
}

/// An answer that is one.
fn good(answer: Answer) -> Result<Answer, Trouble> {
    if answer.status.is_success() {
        return Ok(answer);
    }
    let (endpoint, status) = (answer.place().endpoint(), answer.status.as_u16());
    Err(Trouble::Away(format!("{endpoint} was answered {status}")))
}

/// Whether nobody can read along on the way to an address.
fn is_safe(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || url.scheme() == "http" && is_here
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_an_attempt_tell_nothing_of_each_other() {
        let attempt = Attempt::new().unwrap();
        let parts = ["state", "nonce", "verifier"].map(|purpose| attempt.part(purpose).to_string());
        assert!(parts[0] != parts[1] && parts[1] != parts[2] && parts[0] != parts[2]);
        assert!(attempt.is_answered_by(&parts[0]));
        for other in [parts[1].as_str(), "", &parts[0][1..]] {
            assert!(!attempt.is_answered_by(other), "{other}");
        }
        let same = Attempt::read(&attempt.text()).unwrap();
        assert!(same.is_answered_by(&parts[0]) && !Attempt::new().unwrap().is_answered_by(&parts[0]));
    }

    #[test]
    fn a_service_is_spoken_to_in_secret_or_on_this_machine() {
        let new = |issuer: &str| {
            Oidc::new(Settings {
                issuer: issuer.parse().unwrap(),
                client_id: "rapport".to_owned(),
                client_secret: None,
                name: "Company".to_owned(),
                site: "https://rapport.company.example".to_owned(),
            })
        };
        for good in
            ["https://id.example", "https://id.example/realms/team/", "http://127.0.0.1:4003", "http://localhost:1"]
        {
            new(good).unwrap();
        }
        for bad in [
            "http://id.example",
            "http://10.0.0.7",
            "https://user:pw@id.example",
            "https://id.example?x=1",
            "ftp://id.example",
        ] {
            let error = new(bad).unwrap_err().to_string();
            assert!(error.contains("RAPPORT_OIDC_ISSUER") && !error.contains("pw"), "{error}");
        }
    }
}
