//! What is no export of cookies at all.

use super::*;

#[test]
fn files_of_other_kinds_are_named() {
    let files: [(&[u8], &str); 14] = [
        (b"SQLite format 3\0\x10\0\x01\x01", "a browser's own database of cookies (SQLite)"),
        (b"cook\0\0\0\x01", "Safari's own file of cookies"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture or film"),
        (b"\0\0\0\x18ftypheic", "a picture or film"),
        (b"%PDF-1.7", "a PDF document"),
        (b"{\\rtf1\\ansi li_at=AQED", "a rich text document"),
        (b"PK\x03\x04\x14\0", "a zip archive"),
        (b"li_at=AQED\0\0\0", "a binary file"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"\xef\xbb\xbf\r\n <html>", "a web page"),
        (br#"{ "log": {"version": "1.2", "creator": {}, "entries": []}}"#, "a HAR file"),
        (b"Salted__\x01\x02\x03", "an encrypted file"),
    ];
    for (bytes, what) in files {
        let said = refused(bytes);
        assert!(said.starts_with(&format!("this is {what}")), "{said}");
        assert!(said.contains(", not an export of cookies; "), "{said}");
    }
}

#[test]
fn a_recording_is_named_even_if_it_is_too_large() {
    let mut har = br#"{"log": {"entries": ["#.to_vec();
    har.resize(2 * MAX_BYTES, b' ');
    assert!(refused(har).contains("it holds far more than cookies, so delete it"));
}

#[test]
fn an_encrypted_export_is_named() {
    for text in [
        "U2FsdGVkX1+fict/fict0000==",
        "\"U2FsdGVkX1+fict/fict0000==\"",
        "-----BEGIN PGP MESSAGE-----\n\nfict",
        r#"{"url": "https://www.linkedin.com", "version": 2, "data": "ZmljdA=="}"#,
        r#"{"iv": "ZmljdA==", "ciphertext": "ZmljdA=="}"#,
        r#"{"cookies": "ZmljdA=="}"#,
    ] {
        let said = refused(text);
        assert!(said.starts_with("this is an encrypted export, not") && said.contains("without a password"), "{said}");
    }
}

#[test]
fn nothing_is_nothing() {
    for bytes in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"] {
        assert_eq!(
            refused(bytes),
            "there is nothing in it; export the cookies again while you are signed in to www.linkedin.com"
        );
    }
}

#[test]
fn damaged_json_is_named_by_its_place() {
    let json = String::from_utf8(fixture("cookie_editor.json")).unwrap();
    let end = "expected is JSON exactly as it was exported, so export it again instead of editing it";
    assert_eq!(refused(json[..600].trim_end()), format!("line 22, column 37: the JSON ends in the middle; {end}"));
    assert_eq!(
        refused(json.replacen("\"value\":", "\"value\"", 1)),
        format!("line 13, column 17: this is not JSON; {end}")
    );
    assert_eq!(refused("{'li_at': 'x'}"), format!("line 1, column 2: this is not JSON; {end}"));
}

#[test]
fn json_and_text_without_cookies_are_answered_with_what_is_read() {
    for text in ["[1, 2]", r#"[{"reactionType": "LIKE"}]"#, "{}", r#"{"people": []}"#, r#"{"cookies": [[]]}"#] {
        assert!(refused(text).starts_with("this is JSON, but no cookies are in it; expected is a list"), "{text}");
    }
    for text in ["hello", "First Name,Last Name\nAda,L", "ajax:0001", "AQEDAfict NOT"] {
        assert!(
            refused(text).starts_with("the format was not recognised; expected is JSON of Cookie-Editor"),
            "{text}"
        );
    }
}
