//! Tokens: what a browser or a link holds up, of which the database keeps the hash alone.

use std::fmt;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::keys::no_random_numbers;
use crate::{db::TenantId, error::Error};

/// Bytes that nobody can guess.
const RANDOM: usize = 32;
/// Bytes of a tenant's id.
const TENANT: usize = 16;

/// A token.  One of a session begins with its tenant, so that whoever looks it up knows where.
pub struct Token(Zeroizing<Vec<u8>>);

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn random() -> Result<Self, Error> {
        Self::with(&[])
    }

    /// A new one of a session of this tenant.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn of_tenant(tenant: TenantId) -> Result<Self, Error> {
        Self::with(tenant.0.as_bytes())
    }

    fn with(prefix: &[u8]) -> Result<Self, Error> {
        let mut bytes = Zeroizing::new(prefix.to_vec());
        bytes.resize(prefix.len() + RANDOM, 0);
        getrandom::fill(&mut bytes[prefix.len()..]).map_err(no_random_numbers)?;
        Ok(Self(bytes))
    }

    /// Reads one that somebody holds up; none, if it cannot be one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // Nothing that is longer is worth decoding.
        if text.len() > 2 * (TENANT + RANDOM) {
            return None;
        }
        let bytes = Zeroizing::new(BASE64_URL_SAFE_NO_PAD.decode(text).ok()?);
        [RANDOM, TENANT + RANDOM].contains(&bytes.len()).then_some(Self(bytes))
    }

    /// The tenant of a session's token.
    #[must_use]
    pub fn tenant(&self) -> Option<TenantId> {
        let (tenant, _) = (self.0.len() == TENANT + RANDOM).then(|| self.0.split_at(TENANT))?;
        Uuid::from_slice(tenant).ok().map(TenantId)
    }

    /// What the database keeps: SHA-256, since nobody guesses 256 bits, however fast.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&*self.0).into()
    }

    /// The form in which it travels.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(&*self.0))
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_it_was_made_and_in_no_other_way() {
        let tenant = TenantId(Uuid::from_u128(7));
        let (link, session) = (Token::random().unwrap(), Token::of_tenant(tenant).unwrap());
        assert_eq!((link.tenant(), session.tenant()), (None, Some(tenant)));
        for token in [link, session] {
            let text = token.text();
            assert_eq!(Token::read(&text).unwrap().hash(), token.hash());
            assert!(!format!("{token:?}").contains(text.as_str()));
            // Four texts would be decoded to the same bytes if the bits after the end were not looked at.
            let others = ["A", "B", "C", "D"].map(|last| format!("{}{last}", &text[..text.len() - 1]));
            let same = others.iter().filter_map(|text| Token::read(text)).filter(|other| other.hash() == token.hash());
            assert!(same.count() <= 1);
            for wrong in
                [&text[1..], &format!("{}=", *text), &format!(" {}", *text), &text.replace(&text[..1], "+"), ""]
            {
                assert!(Token::read(wrong).is_none_or(|other| other.hash() != token.hash()), "{wrong}");
            }
        }
        assert!(Token::read(&"A".repeat(1 << 20)).is_none());
    }
}
