//! Reads arbitrary bytes as a CSV file of each format that such a file may have.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::import::{Format, Options, Reader};

fuzz_target!(|bytes: &[u8]| {
    let formats = std::iter::once(None).chain(Format::ALL.map(Some));
    // A table does not start with a bracket.
    if matches!(bytes.first(), Some(b'{' | b'[')) {
        return;
    }
    for format in formats {
        let options = Options { format, ..Options::default() };
        if let Ok(mut reader) = Reader::open(bytes, &options) {
            let outcomes = (&mut reader).filter(Result::is_ok).count();
            assert_eq!(reader.tally().total(), outcomes as u64);
        }
    }
});
