//! Where a database is: a URL as psql reads it, with libpq's words for TLS, of which tokio-postgres knows only some.
//!
//! | `sslmode` | connection | certificate |
//! |---|---|---|
//! | `disable` | plain | |
//! | `prefer` (default) | TLS if the server has it | not looked at |
//! | `require` | TLS | checked against `sslrootcert` if there is one, else not looked at |
//! | `verify-ca`, `verify-full` | TLS | must be of the host, and signed by `sslrootcert` or, without one, by the system's authorities |
//!
//! These are libpq's meanings, so that one URL does the same for psql and for Rapport, but for `verify-ca`: libpq would take
//! the certificate of another host of the same authority, and we know of nobody who wants that.

use std::{fmt, path::Path, sync::Arc};

use rustls::{
    DigitallySignedStruct, RootCertStore, SignatureScheme,
    client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    crypto::CryptoProvider,
    pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject as _},
};
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::tls;

/// A server, its database, and how to speak with it.
#[derive(Clone)]
pub struct Address {
    /// Host, port, role, password, database.
    pub server: tokio_postgres::Config,
    /// How TLS begins, where it is used.
    pub tls: MakeRustlsConnect,
    /// The same for psql, in its environment variables.
    tls_of_psql: Vec<(&'static str, String)>,
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // tokio-postgres leaves the password out; so do we.
        f.debug_struct("Address").field("server", &self.server).finish_non_exhaustive()
    }
}

impl Address {
    /// Reads a URL.
    ///
    /// # Errors
    /// What is wrong with it, in words that quote nothing of it but the names of its parameters.
    pub fn parse(url: &str) -> Result<Self, String> {
        const SHAPE: &str = "not a PostgreSQL URL; it looks like postgres://user:password@host:5432/name";
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(SHAPE.to_owned());
        }
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut mode, mut root, mut rest) = (None, None, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslmode", value)) => mode = Some(value),
                Some(("sslrootcert", value)) => root = Some(percent_decoded(value)),
                _ => rest.push(pair),
            }
        }
        let separator = if rest.is_empty() { "" } else { "?" };
        let mut server: tokio_postgres::Config =
            format!("{base}{separator}{}", rest.join("&")).parse().map_err(|error: tokio_postgres::Error| {
                // The parser's own message may quote the value, which holds a password.
                match std::error::Error::source(&error).map(ToString::to_string) {
                    Some(cause) if cause.starts_with("unknown option") => cause,
                    _ => SHAPE.to_owned(),
                }
            })?;
        let (ssl_mode, is_checked) = match mode {
            None | Some("prefer" | "allow") => (SslMode::Prefer, false),
            Some("disable") => (SslMode::Disable, false),
            Some("require") => (SslMode::Require, root.is_some()),
            Some("verify-ca" | "verify-full") => (SslMode::Require, true),
            Some(_) => {
                return Err("sslmode is one of disable, prefer, require, verify-ca, verify-full".to_owned());
            }
        };
        server.ssl_mode(ssl_mode);
        let tls = if is_checked { checked(root.as_deref())? } else { unchecked() };
        let of_psql = [("PGSSLMODE", mode.map(str::to_owned)), ("PGSSLROOTCERT", root)];
        let tls_of_psql = of_psql.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        Ok(Self { server, tls, tls_of_psql })
    }

    /// A server on a unix socket, where TLS has no place.
    #[must_use]
    pub fn local(mut server: tokio_postgres::Config) -> Self {
        server.ssl_mode(SslMode::Disable);
        Self { server, tls: unchecked(), tls_of_psql: Vec::new() }
    }

    /// The environment in which psql finds this database: variables, since arguments can be read by every user of the machine.
    #[must_use]
    pub fn of_psql(&self) -> Vec<(&'static str, String)> {
        let mut variables = self.tls_of_psql.clone();
        let hosts: Vec<String> = self
            .server
            .get_hosts()
            .iter()
            .map(|host| match host {
                Host::Tcp(name) => name.clone(),
                Host::Unix(folder) => folder.display().to_string(),
            })
            .collect();
        let joined = |items: Vec<String>| (!items.is_empty()).then(|| items.join(","));
        let own = |text: Option<&str>| text.map(str::to_owned);
        variables.extend(
            [
                ("PGHOST", joined(hosts)),
                ("PGHOSTADDR", joined(self.server.get_hostaddrs().iter().map(ToString::to_string).collect())),
                ("PGPORT", joined(self.server.get_ports().iter().map(ToString::to_string).collect())),
                ("PGUSER", own(self.server.get_user())),
                ("PGPASSWORD", self.server.get_password().map(|word| String::from_utf8_lossy(word).into_owned())),
                ("PGDATABASE", own(self.server.get_dbname())),
            ]
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?))),
        );
        variables
    }
}

fn percent_decoded(text: &str) -> String {
    let hex = |bytes: &[u8]| u8::from_str_radix(str::from_utf8(bytes).ok()?, 16).ok();
    let (bytes, mut at, mut decoded) = (text.as_bytes(), 0, Vec::new());
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%').then(|| bytes.get(at + 1..at + 3).and_then(hex)).flatten();
        decoded.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// The authorities of `sslrootcert`, or the system's (also by libpq's name for them, `system`).
fn checked(file: Option<&str>) -> Result<MakeRustlsConnect, String> {
    let roots = if let Some(file) = file.filter(|file| *file != "system") {
        let mut roots = RootCertStore::empty();
        let failed = |what: &dyn fmt::Display| format!("sslrootcert: cannot use {}: {what}", Path::new(file).display());
        let certificates = CertificateDer::pem_file_iter(file).map_err(|error| failed(&error))?;
        for certificate in certificates {
            let certificate = certificate.map_err(|error| failed(&error))?;
            roots.add(certificate).map_err(|error| failed(&error))?;
        }
        if roots.is_empty() {
            return Err(failed(&"it holds no certificate"));
        }
        roots
    } else {
        let roots = tls::system_authorities();
        if roots.is_empty() {
            return Err(
                "no certificate authorities are installed; name a file of them with sslrootcert=FILE".to_owned()
            );
        }
        roots
    };
    Ok(MakeRustlsConnect::new(tls::builder().with_root_certificates(roots).with_no_client_auth()))
}

fn unchecked() -> MakeRustlsConnect {
    let verifier = Arc::new(Unchecked(tls::provider()));
    MakeRustlsConnect::new(tls::builder().dangerous().with_custom_certificate_verifier(verifier).with_no_client_auth())
}

/// Encrypts without asking whom it speaks with, as libpq does where a URL says no more than `require`.
#[derive(Debug)]
struct Unchecked(Arc<CryptoProvider>);

impl ServerCertVerifier for Unchecked {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls12_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls13_signature(message, cert, dss, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(url: &str) -> String {
        Address::parse(url).unwrap_err()
    }

    #[test]
    fn a_url_means_what_it_means_to_psql() {
        let mode = |url: &str| Address::parse(url).unwrap().server.get_ssl_mode();
        assert_eq!(mode("postgres://u:p@h/d"), SslMode::Prefer);
        assert_eq!(mode("postgres://u:p@h/d?sslmode=disable"), SslMode::Disable);
        assert_eq!(mode("postgresql://u:p@h:6543/d?connect_timeout=5&sslmode=require"), SslMode::Require);
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        assert!(refusal("host=h password=secret").starts_with("not a PostgreSQL URL"));
        assert!(refusal("postgres://u:secret@h:99999999/d").starts_with("not a PostgreSQL URL"));
        assert!(refusal("postgres://u:secret@h/d?pgbouncer=true").contains("`pgbouncer`"));
        assert!(refusal("postgres://u:secret@h/d?sslmode=sometimes").starts_with("sslmode is one of"));
        assert!(
            refusal("postgres://u:secret@h/d?sslmode=verify-full&sslrootcert=%2Fno%2Fsuch.crt")
                .contains("/no/such.crt")
        );
        assert!(!format!("{:?}", Address::parse("postgres://u:secret@h/d").unwrap()).contains("secret"));
    }
}
