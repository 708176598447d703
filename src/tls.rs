//! TLS as all of Rapport speaks it: rustls with ring.
//!
//! The provider is named here instead of being installed for the whole process, so that no library needs one to be there,
//! and whoever starts second cannot find that somebody else chose.

use std::sync::Arc;

use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier, crypto::CryptoProvider};

/// The cryptography of every connection.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    Arc::new(rustls::crypto::ring::default_provider())
}

/// A client's configuration in which only the question of whom to trust is open.
#[expect(clippy::expect_used, reason = "ring has the cipher suites of every version that rustls calls safe")]
pub(crate) fn builder() -> ConfigBuilder<ClientConfig, WantsVerifier> {
    ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .expect("ring serves every safe version")
}

/// The authorities that the machine trusts, from `SSL_CERT_FILE` or where its distribution keeps them. May be empty.
pub(crate) fn system_authorities() -> RootCertStore {
    let mut authorities = RootCertStore::empty();
    authorities.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    authorities
}
