//! Sealing: secrets encrypted so that they can lie in a table, in a backup and in a log of the server.
//!
//! What is sealed is bound to its place (table, column, tenant, row) and to the key's id, so that a value that somebody moved
//! to another row, or to another tenant, does not open there.  XChaCha20-Poly1305, whose nonces are long enough to be drawn at
//! random for ever.
//!
//! The form: one byte of version (1), sixteen of the key's id, twenty-four of the nonce, then the ciphertext with its tag.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const ID: usize = 16;
const NONCE: usize = 24;
/// Bytes in front of the ciphertext.
const HEAD: usize = 1 + ID + NONCE;

/// A key of 256 bits, wiped when it is dropped.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

/// Where a sealed value lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The tenant whose row it is; nil for what belongs to none.
    pub tenant: Uuid,
    /// The row's id.
    pub row: Uuid,
}

/// A sealed value does not open: it was made with another key, for another place, or was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sealed value does not open: it was sealed with another key or for another row, or it is damaged")]
pub struct DoesNotOpen;

impl Key {
    /// A new key, from the system's random numbers.
    ///
    /// # Errors
    /// When the system has none.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *bytes)?;
        Ok(Self(bytes))
    }

    /// The key that these 32 bytes are; none if they are not 32.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; 32]);
        if bytes.len() != key.len() {
            return None;
        }
        key.copy_from_slice(bytes);
        Some(Self(key))
    }

    /// The key's 32 bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What tells this key from others without telling the key: 16 hexadecimal digits.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::new().chain_update(b"rapport master key\0").chain_update(&self.0[..]).finalize();
        digest[..8].iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
    }

    /// Seals a value for its place.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn seal(&self, id: Uuid, place: &Place, plain: &[u8]) -> Result<Vec<u8>, getrandom::Error> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce)?;
        let mut sealed = Vec::with_capacity(HEAD + plain.len() + 16);
        sealed.push(VERSION);
        sealed.extend_from_slice(id.as_bytes());
        sealed.extend_from_slice(&nonce);
        let aad = place.bound_to(id);
        // It fails only for a value of many gigabytes, of which no secret is made.
        let ciphertext = self.cipher().encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: &aad });
        sealed.extend(ciphertext.map_err(|_| getrandom::Error::UNEXPECTED)?);
        Ok(sealed)
    }

    /// Opens what [`seal`](Self::seal) made for the same place.
    ///
    /// # Errors
    /// [`DoesNotOpen`], whatever the cause, so that nobody learns which it was.
    pub fn open(&self, place: &Place, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
        let id = key_id(sealed)?;
        let nonce: [u8; NONCE] = sealed[1 + ID..HEAD].try_into().map_err(|_| DoesNotOpen)?;
        let aad = place.bound_to(id);
        let plain = self.cipher().decrypt(&XNonce::from(nonce), Payload { msg: &sealed[HEAD..], aad: &aad });
        plain.map(Zeroizing::new).map_err(|_| DoesNotOpen)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.0).into())
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Key").field(&self.fingerprint()).finish()
    }
}

impl Place {
    fn bound_to(&self, id: Uuid) -> Vec<u8> {
        let Self { table, column, tenant, row } = self;
        format!("v{VERSION}|{table}|{column}|{tenant}|{row}|{id}").into_bytes()
    }
}

/// The id of the key that a value was sealed with.
///
/// # Errors
/// [`DoesNotOpen`], if this is no sealed value.
pub fn key_id(sealed: &[u8]) -> Result<Uuid, DoesNotOpen> {
    if sealed.len() < HEAD || sealed[0] != VERSION {
        return Err(DoesNotOpen);
    }
    Uuid::from_slice(&sealed[1..=ID]).map_err(|_| DoesNotOpen)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"a token that nobody may see";

    fn place() -> Place {
        Place {
            table: "linkedin_connections",
            column: "sealed_credentials",
            tenant: Uuid::from_u128(1),
            row: Uuid::from_u128(2),
        }
    }

    #[test]
    fn what_is_sealed_opens_in_its_place() {
        let key = Key::generate().unwrap();
        let sealed = key.seal(Uuid::from_u128(9), &place(), SECRET).unwrap();
        assert_eq!(key_id(&sealed), Ok(Uuid::from_u128(9)));
        assert_eq!(&key.open(&place(), &sealed).unwrap()[..], SECRET);
        assert!(!sealed.windows(6).any(|window| SECRET.windows(6).any(|secret| secret == window)));
        assert_ne!(sealed, key.seal(Uuid::from_u128(9), &place(), SECRET).unwrap(), "no two are the same");
    }

    #[test]
    fn s8_a_sealed_value_opens_nowhere_else_and_with_no_other_key() {
        let key = Key::generate().unwrap();
        let sealed = key.seal(Uuid::from_u128(9), &place(), SECRET).unwrap();
        let elsewhere = [
            Place { table: "linkedin_cookies", ..place() },
            Place { column: "sealed_jar", ..place() },
            Place { tenant: Uuid::from_u128(3), ..place() },
            Place { row: Uuid::from_u128(3), ..place() },
        ];
        for place in elsewhere {
            assert_eq!(key.open(&place, &sealed).unwrap_err(), DoesNotOpen, "{place:?}");
        }
        assert_eq!(Key::generate().unwrap().open(&place(), &sealed).unwrap_err(), DoesNotOpen);
    }

    #[test]
    fn s8_a_sealed_value_of_which_any_bit_changed_or_is_missing_does_not_open() {
        let key = Key::generate().unwrap();
        let sealed = key.seal(Uuid::from_u128(9), &place(), SECRET).unwrap();
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(key.open(&place(), &changed).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert!(key.open(&place(), &sealed[..length]).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn a_key_does_not_show_itself() {
        let key = Key::from_bytes(&[7; 32]).unwrap();
        let shown = format!("{key:?}");
        assert_eq!(shown, format!("Key(\"{}\")", key.fingerprint()));
        assert_eq!(key.fingerprint().len(), 16);
        assert!(Key::from_bytes(&[7; 31]).is_none());
    }
}
