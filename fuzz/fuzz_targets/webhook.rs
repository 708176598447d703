//! Reads arbitrary bytes as the headers and the body of a delivery. Nobody who lacks the secret is ever believed; and what is
//! signed is believed, whatever it holds, if its headers are in order.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use rapport::{
    hooks::signature::{Keys, LONGEST_ID, Secret, Standard, challenge, delivery_id, linkedin, standard, word},
    import::{Told, event, payload},
};

fuzz_target!(|input: (Option<&[u8]>, Option<&[u8]>, Option<&[u8]>, &[u8])| {
    let (first, second, third, body) = input;
    let (Some(secret), Some(previous), Some(decoy)) =
        (Secret::new(b"a secret that no input knows of"), Secret::new(b"the one before that"), Secret::new(b"a decoy"))
    else {
        return;
    };
    let now = Timestamp::UNIX_EPOCH;
    let keys = Keys { current: Some(secret), previous: Some(previous), decoy: &decoy };
    let headers = Standard { id: first, timestamp: second, signatures: third };
    assert!(standard(&keys, &headers, body, now).is_none());
    assert!(!linkedin(&keys, first, body));
    assert!(!word(&keys, first, body));
    if let Some(code) = first.and_then(|bytes| std::str::from_utf8(bytes).ok())
        && challenge(&keys, Some(code)).is_some()
    {
        assert!(!code.contains('='), "an answer to this is the signature of a delivery");
    }
    if let Some(id) = first.and_then(delivery_id) {
        assert!(!id.is_empty() && id.len() <= LONGEST_ID && !id.contains('.'));
    }
    if let Some(text) = first.and_then(|bytes| std::str::from_utf8(bytes).ok())
        && let Some(secret) = Secret::from_whsec(text)
    {
        assert!((24..=64).contains(&secret.bytes().len()));
    }
    if let Ok(value) = payload(body.to_vec())
        && let Told::Refused { field, reason } = event(&value, now)
    {
        assert!(field.iter().chain([&reason]).all(|text| !text.chars().any(char::is_control)));
    }
});
