//! Reads arbitrary bytes as what a browser brings: a token, the header of its cookies, and the page that it was on the way to.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::{model::tokens::Token, oidc::Attempt, web::probes};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return drop(probes::cookie(&[bytes]));
    };
    if let Some(token) = Token::read(text) {
        assert_eq!(token.text().as_str(), text, "a token is written in one way");
    }
    if let Some(attempt) = Attempt::read(text) {
        assert_eq!(attempt.text().as_str(), text);
    }
    // Nobody is sent to another site: browsers take `//`, `\` and control characters for more than they are.
    let next = probes::next(text);
    let here = url::Url::parse("https://rapport.company.example/sign-in").expect("an address");
    let there = here.join(next).expect("an address of ours");
    assert_eq!(there.origin(), here.origin(), "{next:?}");
    // Whatever stands before or after it, a cookie is found once or not at all.
    let halves: Vec<&[u8]> = bytes.splitn(2, |byte| *byte == b'\n').collect();
    if let Some(value) = probes::cookie(&halves) {
        assert!(!value.contains(';'), "{value:?}");
    }
});
