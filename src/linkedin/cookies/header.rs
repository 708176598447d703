//! A Cookie header: alone, among the lines of a request, or as Cookie-Editor exports it; and the value of li_at alone.

use zeroize::Zeroizing;

use super::cookie::Draft;
use super::error::CookieError;
use super::format::Format;
use super::gather::Gather;
use super::names::LI_AT;

pub(super) fn read(text: &str, gather: &mut Gather) -> Result<Format, CookieError> {
    let text = text.trim();
    if is_li_at(text) {
        gather.add(&Draft::pair(LI_AT, text))?;
        return Ok(Format::LiAtOnly);
    }
    if in_request(text).next().is_some() {
        for (line, header) in in_request(text) {
            pairs(line, header, gather)?;
        }
        return Ok(Format::HeaderString);
    }
    let text = unquoted(text);
    let first = text.split(';').next().unwrap_or_default();
    if !first.contains('=') {
        return Err(CookieError::Unknown);
    }
    match decoded(text) {
        Some(text) => pairs(1, &text, gather)?,
        None => pairs(1, text, gather)?,
    }
    Ok(Format::HeaderString)
}

/// Whether a text is the value of li_at. That starts with AQED, and has been seen to start with AQEF; two letters would be too
/// few, because other cookies start with AQ.
pub(super) fn is_li_at(text: &str) -> bool {
    let value = text.trim().trim_matches(['"', '\'']);
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    value.starts_with("AQE") && value.trim_end_matches('=').bytes().all(is_part)
}

/// Takes the pairs of a header that begins on line `first`.
///
/// A line end separates like a semicolon, because people write one pair a line. But a line that does not begin with a pair is
/// the rest of a value that a window broke in two, and half a value must not pass for a whole one.
pub(super) fn pairs(first: usize, header: &str, gather: &mut Gather) -> Result<(), CookieError> {
    for (index, line) in header.lines().enumerate() {
        for (piece, part) in line.split(';').enumerate() {
            match part.split_once('=') {
                Some((name, value)) => gather.add(&Draft::pair(name, value))?,
                None if part.trim().is_empty() => {}
                None if piece > 0 => gather.skip(false),
                None => {
                    return Err(CookieError::Line {
                        line: first + index,
                        expected: "expected is name=value; copy the whole header as one line, out of a window that does not break it",
                    });
                }
            }
        }
    }
    Ok(())
}

/// The Cookie headers in a request, with their lines: `Cookie: …`, or the name on one line and its value on the next, as
/// browsers copy them out of a list of headers.
fn in_request(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut is_next = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let is_value = std::mem::take(&mut is_next);
        let line = line.trim();
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        let is_cookie = name.trim_end().eq_ignore_ascii_case("cookie");
        is_next = is_cookie && value.is_empty();
        if is_cookie && !value.is_empty() { Some((index + 1, value)) } else { is_value.then_some((index + 1, line)) }
    })
}

/// Without the quotes around the whole.
fn unquoted(text: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}

/// What Cookie-Editor's header string stands for: it escapes names and values as parts of a URL are. None if the text is not
/// of that kind, which has nothing in it that is escaped there, and at least one escape; a browser's header has quotes.
fn decoded(text: &str) -> Option<Zeroizing<String>> {
    let is_plain = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' | b'%' | b'=' | b';')
    };
    if !text.contains('%') || !text.bytes().all(is_plain) {
        return None;
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let escape = rest.get(at + 1..at + 3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let byte = u8::from_str_radix(escape, 16).ok()?;
        // Unescaped, these would end the pair, and none is in a cookie.
        if matches!(byte, b';' | b'\r' | b'\n') {
            return None;
        }
        bytes.push(byte);
        rest = &rest[at + 3..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    std::str::from_utf8(&bytes).ok().map(|text| Zeroizing::new(text.to_owned()))
}
