//! Reads arbitrary bytes as a JSON file of each format that such a file may have.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::import::{Format, Options, Reader};

fuzz_target!(|bytes: &[u8]| {
    // The input is made to start like JSON, so that no time is lost on tables.
    let bytes = [b"[".as_slice(), bytes].concat();
    let formats = std::iter::once(None).chain(Format::ALL.map(Some));
    for format in formats {
        let options = Options { format, ..Options::default() };
        if let Ok(mut reader) = Reader::open(bytes.as_slice(), &options) {
            let outcomes = (&mut reader).filter(Result::is_ok).count();
            assert_eq!(reader.tally().total(), outcomes as u64);
        }
    }
});
