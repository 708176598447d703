//! Stories about whole exports, one file a subject.

mod findings;
mod formats;
mod mistakes;
mod random;
mod rules;
mod sealed;

use secrecy::ExposeSecret as _;

use super::*;

const LI_AT: &str = "AQEDAfict-NOT-A-REAL-SESSION-0000000000";
const HEADER: &str = r#"li_at=AQEDAfict-NOT-A-REAL-SESSION-0000000000; JSESSIONID="ajax:0000000000000000000"; bcookie="v=2&00000000-0000-0000-0000-000000000000"; bscookie="v=1&fict"; lidc="b=FICT:s=V:r=V:a=V:p=V:g=1:u=1:x=1:i=1:t=1:v=2:sig=FICT"; liap=true; lang=v=2&lang=en-us"#;

/// Every form, by its file.
const FIXTURES: [(&str, Format); 16] = [
    ("cookie_editor.json", Format::CookieEditor),
    ("cookie_editor_header_string.txt", Format::HeaderString),
    ("curl_bash.txt", Format::CurlCommand),
    ("curl_cmd.txt", Format::CurlCommand),
    ("curl_firefox.txt", Format::CurlCommand),
    ("editthiscookie.json", Format::EditThisCookie),
    ("flat_map.json", Format::FlatMap),
    ("header_string.txt", Format::HeaderString),
    ("netscape_cookies.txt", Format::Netscape),
    ("playwright_cookies.json", Format::PlaywrightCookies),
    ("playwright_storage_state.json", Format::PlaywrightStorageState),
    ("puppeteer_page_cookies.json", Format::Puppeteer),
    ("request_headers.txt", Format::HeaderString),
    ("selenium_get_cookies.json", Format::Selenium),
    ("wrapped_object.json", Format::WrappedList),
    ("li_at_only.txt", Format::LiAtOnly),
];

/// A moment at which all cookies of the fixtures are alive.
fn now() -> Timestamp {
    "2026-07-01T00:00:00Z".parse().unwrap()
}

fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cookies").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn jar(text: impl AsRef<[u8]>) -> Jar {
    read(text.as_ref(), now()).unwrap_or_else(|error| panic!("{error}"))
}

/// A list of one cookie: li_at with these further keys.
fn li_at_with(keys: &str) -> Jar {
    jar(format!(r#"[{{"name": "li_at", "value": "{LI_AT}", {keys}}}]"#))
}

/// What reading says.
fn refused(bytes: impl AsRef<[u8]>) -> String {
    read(bytes.as_ref(), now()).expect_err("it is refused").to_string()
}

fn header(jar: &Jar) -> String {
    jar.header(now()).expose_secret().to_owned()
}

fn codes(jar: &Jar) -> Vec<&'static str> {
    jar.findings(now()).into_iter().map(Finding::code).collect()
}
