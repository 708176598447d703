//! Bytes become text.

use std::ops::Deref;

use zeroize::Zeroizing;

use super::error::CookieError;

/// A text that is either the caller's or a copy, which is wiped.
pub(super) enum Text<'a> {
    Borrowed(&'a str),
    Decoded(Zeroizing<String>),
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Decoded(text) => text,
        }
    }
}

/// Decodes UTF-8, with a byte order mark or without one, and UTF-16 with one. Nothing is replaced: where a byte is damaged,
/// a value may be too.
pub(super) fn decode(bytes: &[u8]) -> Result<Text<'_>, CookieError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => decode_utf16(rest, u16::from_le_bytes).map(Text::Decoded),
        [0xfe, 0xff, rest @ ..] => decode_utf16(rest, u16::from_be_bytes).map(Text::Decoded),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            std::str::from_utf8(bytes).map(Text::Borrowed).map_err(|_| CookieError::NotText)
        }
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Zeroizing<String>, CookieError> {
    let (units, []) = bytes.as_chunks::<2>() else { return Err(CookieError::NotText) };
    // A unit becomes three bytes at most. A text that outgrew its memory would leave a copy behind that is not wiped.
    let mut text = Zeroizing::new(String::with_capacity(3 * units.len()));
    for c in char::decode_utf16(units.iter().copied().map(unit)) {
        text.push(c.map_err(|_| CookieError::NotText)?);
    }
    Ok(text)
}
