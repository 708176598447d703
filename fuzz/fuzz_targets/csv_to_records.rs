//! Reads arbitrary bytes as a CSV file of each format that such a file may have.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::import::{Columns, Format, Options, Reader, look};

fuzz_target!(|bytes: &[u8]| {
    let formats = std::iter::once(None).chain(Format::ALL.map(Some));
    // A table does not start with a bracket.
    if matches!(bytes.first(), Some(b'{' | b'[')) {
        return;
    }
    // What the columns are called that are read as others.
    let said = [("A", "name"), ("B", "post_url"), ("C", "ad id"), ("file", "")];
    let said = said.map(|(name, field)| (name.to_owned(), field.to_owned()));
    let said = Columns::new(said).unwrap_or_default();
    for format in formats {
        for columns in [Columns::default(), said.clone()] {
            let options = Options { format, columns, ..Options::default() };
            let _ = look(bytes, &options);
            if let Ok(mut reader) = Reader::open(bytes, &options) {
                let outcomes = (&mut reader).filter(Result::is_ok).count();
                assert_eq!(reader.tally().total(), outcomes as u64);
            }
        }
    }
});
