//! How a delivery proves whose it is: by a signature over the bytes that came, or, where the sender has none, by a secret that
//! comes along.
//!
//! Whoever is refused learns nothing: not which part was wrong, and not, by the time that it took, whether there is such a
//! source at all. So each of these does all its work whatever it is given, with a decoy in the place of a secret that is
//! missing, which opens nothing.

use std::fmt;

use base64::{
    Engine as _,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::same::same;

/// How far the clock of a sender may be from ours, in seconds.
pub const TOLERANCE: i64 = 300;
/// Characters of a delivery's id.
pub const LONGEST_ID: usize = 200;
/// Signatures of one delivery that are looked at: a sender has two while it changes its key.
const SIGNATURES: usize = 8;
/// How the secrets of Standard Webhooks begin.
const PREFIX: &str = "whsec_";

/// What a signature is made with; never empty, since anybody could sign with nothing.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// These bytes; none, if there are none.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Option<Self> {
        (!bytes.is_empty()).then(|| Self(Zeroizing::new(bytes.to_vec())))
    }

    /// Thirty-two bytes of the system's random numbers.
    ///
    /// # Errors
    /// When the system has none.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new(vec![0; 32]);
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// Reads `whsec_…`, which Standard Webhooks lets hold 24 to 64 bytes.
    #[must_use]
    pub fn from_whsec(text: &str) -> Option<Self> {
        let bytes = Zeroizing::new(BASE64_STANDARD.decode(text.trim().strip_prefix(PREFIX)?).ok()?);
        (24..=64).contains(&bytes.len()).then_some(Self(bytes))
    }

    /// The form in which a sender takes it.
    #[must_use]
    pub fn to_whsec(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{PREFIX}{}", Zeroizing::new(BASE64_STANDARD.encode(&self.0)).as_str()))
    }

    /// A secret that is a word of its own, for an address or a header: 43 letters, digits, `-` and `_`.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn random_word() -> Result<Self, getrandom::Error> {
        let bytes = Self::random()?;
        Ok(Self(Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(&bytes.0).into_bytes())))
    }

    /// Its bytes, to be sealed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What a source's deliveries are compared with: its secret, the one before while that is still good, and a decoy.
#[derive(Debug, Clone)]
pub struct Keys<'a> {
    /// The secret; none, where there is no such source, or where it has none.
    pub current: Option<Secret>,
    /// The one before it.
    pub previous: Option<Secret>,
    /// What is compared with in the place of one that is missing.
    pub decoy: &'a Secret,
}

impl Keys<'_> {
    /// Whether one of these signatures is that of the parts, one after the other.
    fn have_signed(&self, parts: &[&[u8]], given: &[[u8; 32]]) -> bool {
        let mut have = false;
        for secret in [&self.current, &self.previous] {
            let expected = sign(secret.as_ref().unwrap_or(self.decoy), parts);
            for signature in given {
                have |= same(&expected, signature) & secret.is_some();
            }
        }
        have
    }
}

fn sign(secret: &Secret, parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&secret.0) else { return [0; 32] };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// LinkedIn's `X-LI-Signature`: in hexadecimal digits, over a prefix and the body.
#[must_use]
pub fn linkedin(keys: &Keys<'_>, header: Option<&[u8]>, body: &[u8]) -> bool {
    let given = header.and_then(from_hex);
    keys.have_signed(&[b"hmacsha256=", body], given.as_slice())
}

/// LinkedIn's question whether somebody is there who knows the secret: what is to be answered to a code.
///
/// A code that held a `=` could begin as the signed text of a delivery does, and the answer to it would be that delivery's
/// signature. So a code is a word; LinkedIn's are UUIDs.
#[must_use]
pub fn challenge(keys: &Keys<'_>, code: Option<&str>) -> Option<String> {
    let is_word = |code: &&str| {
        (1..=128).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let code = code.filter(is_word);
    let answer = sign(keys.current.as_ref().unwrap_or(keys.decoy), &[code.unwrap_or_default().as_bytes()]);
    (code.is_some() && keys.current.is_some()).then(|| to_hex(&answer))
}

/// The headers of Standard Webhooks, as they came.
#[derive(Debug, Clone, Copy, Default)]
pub struct Standard<'a> {
    /// `webhook-id`.
    pub id: Option<&'a [u8]>,
    /// `webhook-timestamp`.
    pub timestamp: Option<&'a [u8]>,
    /// `webhook-signature`.
    pub signatures: Option<&'a [u8]>,
}

/// Standard Webhooks: `v1,` and a signature in base64, over id, time and body; several, with a space between them, while the
/// sender changes its key.  The delivery's id, if one of them is ours and it was sent at about `now`.
#[must_use]
pub fn standard<'a>(keys: &Keys<'_>, headers: &Standard<'a>, body: &[u8], now: Timestamp) -> Option<&'a str> {
    let id = headers.id.and_then(delivery_id);
    let timestamp = headers.timestamp.and_then(seconds);
    let given = headers.signatures.map(signatures).unwrap_or_default();
    let (text, sent_at) = timestamp.unwrap_or(("", 0));
    let parts: [&[u8]; 5] = [id.unwrap_or_default().as_bytes(), b".", text.as_bytes(), b".", body];
    let is_ours = keys.have_signed(&parts, &given);
    let is_of_now = timestamp.is_some() && (now.as_second() - sent_at).abs() <= TOLERANCE;
    id.filter(|_| is_ours & is_of_now)
}

/// The same as a sender writes it: what `webhook-signature` says of a delivery, one signature for each of these secrets.
#[must_use]
pub fn standard_header(secrets: &[&Secret], id: &str, timestamp: i64, body: &[u8]) -> String {
    let parts: [&[u8]; 5] = [id.as_bytes(), b".", &timestamp.to_string().into_bytes(), b".", body];
    let signature = |secret: &&Secret| format!("v1,{}", BASE64_STANDARD.encode(sign(secret, &parts)));
    secrets.iter().map(signature).collect::<Vec<_>>().join(" ")
}

/// A secret that came along, as Apify can send it in a header or an address.
#[must_use]
pub fn word(keys: &Keys<'_>, given: Option<&[u8]>, body: &[u8]) -> bool {
    // Nothing is signed here; without this, a source of this kind could be told from others by how fast it refuses.
    let mut is_ours = keys.have_signed(&[body], &[]);
    for secret in [&keys.current, &keys.previous] {
        let expected = secret.as_ref().unwrap_or(keys.decoy);
        is_ours |= given.is_some_and(|given| same(&expected.0, given)) & secret.is_some();
    }
    is_ours
}

/// An id that a delivery may have: without the full stop, which stands between the parts that are signed.
#[must_use]
pub fn delivery_id(bytes: &[u8]) -> Option<&str> {
    let is_of_id = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'=' | b'+' | b'/');
    let fits = (1..=LONGEST_ID).contains(&bytes.len()) && bytes.iter().all(is_of_id);
    std::str::from_utf8(bytes).ok().filter(|_| fits)
}

/// Seconds since 1970, as text and as number.
fn seconds(bytes: &[u8]) -> Option<(&str, i64)> {
    let fits = (1..=12).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    let text = std::str::from_utf8(bytes).ok().filter(|_| fits)?;
    Some((text, text.parse().ok()?))
}

/// Those of version 1; others are for those who know them.
fn signatures(bytes: &[u8]) -> Vec<[u8; 32]> {
    let each = bytes.split(|byte| *byte == b' ').filter_map(|one| one.strip_prefix(b"v1,"));
    each.filter_map(|one| BASE64_STANDARD.decode(one).ok()?.try_into().ok()).take(SIGNATURES).collect()
}

fn from_hex(digits: &[u8]) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 2 * bytes.len() {
        return None;
    }
    let value = |digit: u8| u8::try_from(char::from(digit).to_digit(16)?).ok();
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}

/// In hexadecimal digits.
#[must_use]
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests;
