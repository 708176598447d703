//! Sends a request, and believes nothing that comes back.

use std::{
    error::Error as StdError,
    fmt, io,
    sync::Arc,
    time::{Duration, Instant},
};

use bytes::Bytes;
use reqwest::{
    Method, Response, StatusCode,
    header::{CONTENT_ENCODING, CONTENT_TYPE},
};
use rustls::{AlertDescription, CertificateError, ClientConfig, RootCertStore, pki_types::CertificateDer};
use tokio::time::timeout;
use url::Url;

use super::{
    answer::{Answer, Media},
    error::{CallError, Cause, Phase},
    guard::{AllowedOrigins, Guard, Judge, Lookup, LookupError, Refused, Resolver, Route, SystemLookup},
    request::{Expects, Request},
};
use crate::{error::Error, tls};

/// Bytes kept of an answer that is no success: enough for a service's explanation.
const FAILURE_CAP: u64 = 64 * 1024;

/// How long an unused connection is kept. Node closes its side after 5 s; who sends into that moment does not know whether
/// it was read, and a POST cannot be sent again then.
const KEPT_OPEN: Duration = Duration::from_secs(4);

/// How a client calls.
#[derive(Clone)]
pub struct Options {
    /// Where it may call besides the internet; nowhere by default.
    pub allowed: AllowedOrigins,
    /// The longest time until a connection stands: name, TCP and TLS. 10 s.
    pub connect_timeout: Duration,
    /// The longest silence: until the headers of the answer are complete, then between two pieces of its body. 30 s.
    pub idle_timeout: Duration,
    /// The longest time of the whole call. It is what ends an answer that trickles. 2 min.
    pub total_timeout: Duration,
    /// The longest body, in bytes. 16 MiB.
    pub body_cap: u64,
    /// Who looks names up; the operating system by default.
    pub lookup: Arc<dyn Lookup>,
    /// Whose certificates are trusted; `None` for whom the system trusts.
    pub authorities: Option<Vec<CertificateDer<'static>>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allowed: AllowedOrigins::default(),
            connect_timeout: Duration::from_secs(10),
            idle_timeout: Duration::from_secs(30),
            total_timeout: Duration::from_mins(2),
            body_cap: 16 * 1024 * 1024,
            lookup: Arc::new(SystemLookup),
            authorities: None,
        }
    }
}

/// Calls the internet, and origins that the operator allows. Cheap to clone; clones share their connections.
///
/// It follows no redirect (an API that redirects wants a login, or leads elsewhere), obeys no proxy of the environment (which
/// would look names up itself), unpacks nothing, keeps no cookie, and sends nothing twice.
#[derive(Clone)]
pub struct Client {
    guard: Guard,
    /// Two, since a resolver learns a name and not for which origin: one that let the allowed names through would let them
    /// through for every port.
    guarded: reqwest::Client,
    allowed: reqwest::Client,
    connect_timeout: Duration,
    idle_timeout: Duration,
    total_timeout: Duration,
    body_cap: u64,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("allowed", &self.guard.allowed).finish_non_exhaustive()
    }
}

impl Client {
    /// A client of these options.
    ///
    /// # Errors
    /// [`Error::Internal`], if the machine gives it nothing to work with. A machine without certificate authorities is no
    /// error here, since a simulator may need none: it shows at the first call, as [`Cause::Tls`].
    pub fn new(options: Options) -> Result<Self, Error> {
        let guard = Guard::new(options.allowed.clone());
        Self::with_guard(options, guard)
    }

    pub(super) fn with_guard(mut options: Options, guard: Guard) -> Result<Self, Error> {
        let authorities = if let Some(certificates) = options.authorities.take() {
            let mut authorities = RootCertStore::empty();
            authorities.add_parsable_certificates(certificates);
            authorities
        } else {
            tls::system_authorities()
        };
        let tls = tls::builder().with_root_certificates(authorities).with_no_client_auth();
        Ok(Self {
            guarded: connections(&options, tls.clone(), Some(guard.judge))?,
            allowed: connections(&options, tls, None)?,
            guard,
            connect_timeout: options.connect_timeout,
            idle_timeout: options.idle_timeout,
            total_timeout: options.total_timeout,
            body_cap: options.body_cap,
        })
    }

    /// Reads an address that somebody entered, and says at once if it would never be called. The names in it are not looked
    /// up: what they stand for counts at the time of the call, and every call checks it.
    ///
    /// # Errors
    /// Why it would not be called.
    pub fn check(&self, url: &str) -> Result<Url, Refused> {
        self.guard.check(url)
    }

    /// Sends a request once, and gives the answer, of whatever status.
    ///
    /// # Errors
    /// A [`CallError`], if there was no answer, or a success that is not usable as it is: too long, cut off, compressed, or
    /// not what [`Request::expects`] says. A failure (any status but 2xx) is always given, however its body ends.
    pub async fn send(&self, request: &Request) -> Result<Answer, CallError> {
        self.call(request).await.map_err(|cause| CallError { place: request.place(), cause })
    }

    async fn call(&self, request: &Request) -> Result<Answer, Cause> {
        let client = match self.guard.route(&request.url).map_err(Cause::Blocked)? {
            Route::Guarded => &self.guarded,
            Route::Allowed => &self.allowed,
        };
        let mut outgoing = reqwest::Request::new(request.method.clone(), request.url.clone());
        *outgoing.headers_mut() = request.outgoing_headers()?;
        *outgoing.body_mut() = request.body.clone().map(Into::into);

        let began = Instant::now();
        let idle = request.idle_timeout.unwrap_or(self.idle_timeout);
        let total = request.total_timeout.unwrap_or(self.total_timeout);
        // Connecting has its own limit, which ends first: that nothing was sent is worth knowing.
        let until_answer = total.min(idle.saturating_add(self.connect_timeout));
        let mut response = timeout(until_answer, client.execute(outgoing))
            .await
            .map_err(|_| Cause::Timeout(Phase::Answer))?
            .map_err(|error| cause_of(&error))?;

        let status = response.status();
        let is_judged = status.is_success() && request.expects != Expects::Status;
        let cap = if status.is_success() || request.expects == Expects::Status {
            request.body_cap.unwrap_or(self.body_cap)
        } else {
            FAILURE_CAP
        };
        if is_judged {
            judge_headers(request, &response, cap)?;
        }
        let (body, end) = read(&mut response, &Limits { began, idle, total, cap }).await;
        if is_judged {
            end?;
        }
        let headers = std::mem::take(response.headers_mut());
        Ok(Answer { status, body, latency: began.elapsed(), headers, place: request.place() })
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that makes a client, and it guards it")]
fn connections(options: &Options, tls: ClientConfig, judge: Option<Judge>) -> Result<reqwest::Client, Error> {
    let client = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .dns_resolver(Resolver { lookup: Arc::clone(&options.lookup), judge })
        .connect_timeout(options.connect_timeout)
        .pool_idle_timeout(KEPT_OPEN)
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        .no_proxy()
        // These are off because their features are; another crate of the same build could switch those on.
        .http1_only()
        .no_gzip()
        .no_brotli()
        .no_zstd()
        .no_deflate()
        .build();
    client.map_err(|error| Error::Internal(anyhow::anyhow!("no HTTP client: {}", error.without_url())))
}

/// What a success must be before its body is worth reading.
fn judge_headers(request: &Request, response: &Response, cap: u64) -> Result<(), Cause> {
    let header = |name| response.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    if header(CONTENT_ENCODING).is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity")) {
        return Err(Cause::Compressed);
    }
    let is_empty = request.method == Method::HEAD
        || response.status() == StatusCode::NO_CONTENT
        || response.content_length() == Some(0);
    let media = Media::of(header(CONTENT_TYPE));
    if request.expects == Expects::Json && media != Media::Json && !is_empty {
        return Err(Cause::WrongContentType(media));
    }
    // Who announces too much need not begin.
    if response.content_length().is_some_and(|length| length > cap) {
        return Err(Cause::TooLarge { cap });
    }
    Ok(())
}

struct Limits {
    began: Instant,
    idle: Duration,
    total: Duration,
    cap: u64,
}

/// Reads the body, and gives what came together with how it ended. What is too long is not read on, which closes the
/// connection; a piece is never longer than the connection's buffer.
async fn read(response: &mut Response, limits: &Limits) -> (Bytes, Result<(), Cause>) {
    let mut body = Vec::new();
    let cap = usize::try_from(limits.cap).unwrap_or(usize::MAX);
    let end = loop {
        let left = limits.total.saturating_sub(limits.began.elapsed());
        match timeout(limits.idle.min(left), response.chunk()).await {
            Err(_) => break Err(Cause::Timeout(Phase::Body)),
            Ok(Err(_)) => break Err(Cause::Incomplete),
            Ok(Ok(None)) => break Ok(()),
            Ok(Ok(Some(piece))) => {
                let taken = piece.len().min(cap - body.len());
                body.extend_from_slice(&piece[..taken]);
                if taken < piece.len() {
                    break Err(Cause::TooLarge { cap: limits.cap });
                }
            }
        }
    };
    (body.into(), end)
}

/// What reqwest's error means. Its own words are not kept: they hold the URL.
fn cause_of(error: &reqwest::Error) -> Cause {
    if error.is_builder() {
        return Cause::Invalid("its address holds a character that no request can hold");
    }
    match find::<LookupError>(error) {
        Some(LookupError::NoAddress) => return Cause::Unresolvable,
        Some(LookupError::Refused(refused)) => return Cause::Blocked(*refused),
        None => {}
    }
    if !error.is_connect() {
        return Cause::Reset;
    }
    if error.is_timeout() {
        return Cause::Timeout(Phase::Connect);
    }
    if let Some(tls) = find::<rustls::Error>(error) {
        return Cause::Tls(words_of_tls(tls));
    }
    Cause::Connect(match find::<io::Error>(error).map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => "it was refused",
        Some(io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable) => "there is no way to its network",
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::UnexpectedEof | io::ErrorKind::BrokenPipe) => {
            "it was closed at once"
        }
        _ => "the network failed",
    })
}

/// Finds an error inside of another. An `io::Error` gives its content's source as its own, and hides the content.
fn find<'a, T: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a T> {
    if let Some(found) = error.downcast_ref() {
        return Some(found);
    }
    let content = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    content.map(|content| content as &(dyn StdError + 'static)).or_else(|| error.source()).and_then(find)
}

fn words_of_tls(error: &rustls::Error) -> &'static str {
    use CertificateError as Certificate;
    match error {
        rustls::Error::InvalidCertificate(Certificate::Expired | Certificate::ExpiredContext { .. }) => {
            "its certificate has expired"
        }
        rustls::Error::InvalidCertificate(Certificate::NotValidYet | Certificate::NotValidYetContext { .. }) => {
            "its certificate is not valid yet; is this machine's clock right?"
        }
        rustls::Error::InvalidCertificate(
            Certificate::NotValidForName | Certificate::NotValidForNameContext { .. },
        ) => "its certificate is another host's",
        rustls::Error::InvalidCertificate(Certificate::UnknownIssuer) => {
            "its certificate is signed by nobody whom this machine trusts"
        }
        rustls::Error::InvalidCertificate(Certificate::Revoked) => "its certificate is revoked",
        rustls::Error::InvalidCertificate(_) => "its certificate is not valid",
        rustls::Error::InvalidMessage(_) | rustls::Error::InappropriateMessage { .. } => "it does not speak TLS",
        rustls::Error::AlertReceived(AlertDescription::UnrecognisedName) => "it does not know its own name",
        rustls::Error::AlertReceived(_) | rustls::Error::PeerIncompatible(_) => "it does not agree to our TLS",
        _ => "TLS failed",
    }
}
