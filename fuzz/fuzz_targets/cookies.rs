//! Reads arbitrary bytes as an export of cookies. What is kept can be sent, and comes back from its sealed form.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use rapport::linkedin::cookies::{Jar, read};
use secrecy::ExposeSecret as _;

fuzz_target!(|bytes: &[u8]| {
    let now = Timestamp::UNIX_EPOCH;
    if let Ok(jar) = read(bytes, now) {
        let header = jar.header(now);
        assert!(header.expose_secret().bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        let again = Jar::from_sealed(&jar.to_sealed()).expect("what was sealed is read");
        assert_eq!(again.header(now).expose_secret(), header.expose_secret());
    }
    let _ = Jar::from_sealed(bytes);
});
