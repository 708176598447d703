//! What people hand over by mistake, told by its first bytes, so that the answer says what to do instead.

use super::error::CookieError;

const EXPORT: &str = "export the cookies of www.linkedin.com with an extension such as Cookie-Editor instead";
const UNPACK: &str = "unpack it and hand over the file inside";
const AS_TEXT: &str = "hand over the exported text itself";
const TOO_MUCH: &str = "it holds far more than cookies, so delete it, and export the cookies of www.linkedin.com with an extension such as Cookie-Editor instead";
const DECRYPTED: &str = "export the cookies again without a password, because Rapport encrypts them itself and cannot undo what others encrypt";

/// First bytes, what they are, and what to do.
const KNOWN: &[(&[u8], &str, &str)] = &[
    (
        b"SQLite format 3\0",
        "a browser's own database of cookies (SQLite), in which their values are encrypted or bound to that machine",
        EXPORT,
    ),
    (b"cook\0", "Safari's own file of cookies", EXPORT),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", AS_TEXT),
    (b"GIF8", "a GIF picture", AS_TEXT),
    (b"%PDF-", "a PDF document", AS_TEXT),
    (b"{\\rtf", "a rich text document", "save it as plain text and hand that over"),
    (b"PK\x03\x04", "a zip archive or an Office document", UNPACK),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"Salted__", "an encrypted file", DECRYPTED),
    (b"age-encryption.org/", "an encrypted file", DECRYPTED),
];

/// Names files that are no text, and texts that are often larger than [`MAX_BYTES`](super::MAX_BYTES), of which their size
/// would be the lesser news.
pub(super) fn refuse_other_files(bytes: &[u8]) -> Result<(), CookieError> {
    let refuse = |what, advice| Err(CookieError::NotCookies { what, advice });
    if let Some((_, what, advice)) = KNOWN.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return refuse(what, advice);
    }
    if bytes.starts_with(b"RIFF") || bytes.get(4..8).is_some_and(|kind| kind == b"ftyp") {
        return refuse("a picture or film", AS_TEXT);
    }
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let head = &bytes[..bytes.len().min(4096)];
    if !is_utf16 && head.contains(&0) {
        return refuse("a binary file", EXPORT);
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    if text.starts_with(b"<") {
        return refuse("a web page or XML document", EXPORT);
    }
    if text.strip_prefix(b"{").is_some_and(|object| object.trim_ascii_start().starts_with(b"\"log\"")) {
        return refuse("a HAR file, a recording of everything that a browser sent and received", TOO_MUCH);
    }
    Ok(())
}

/// Names texts that are encrypted: what OpenSSL and the extensions built on CryptoJS write, and armoured messages.
pub(super) fn refuse_encrypted(text: &str) -> Result<(), CookieError> {
    let text = text.trim_start().trim_start_matches(['"', '\'']);
    if text.starts_with("U2FsdGVkX1") || text.starts_with("-----BEGIN ") { Err(encrypted()) } else { Ok(()) }
}

pub(super) const fn encrypted() -> CookieError {
    CookieError::NotCookies { what: "an encrypted export", advice: DECRYPTED }
}
