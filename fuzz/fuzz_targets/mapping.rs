//! Reads a mapping from one line and applies it to the item on the next.  What comes out is small where the item is, and is read
//! as the format that it is said to be.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::import::{Format, Mapping, Options, Reader};

fuzz_target!(|bytes: &[u8]| {
    let mut lines = bytes.splitn(2, |byte| *byte == b'\n').map(serde_json::from_slice::<serde_json::Value>);
    let (Some(Ok(told)), Some(Ok(item))) = (lines.next(), lines.next()) else { return };
    for format in [
        Format::HarvestapiReactions,
        Format::HarvestapiComments,
        Format::HarvestapiProfiles,
        Format::HarvestapiCompanies,
    ] {
        let Ok(mapping) = Mapping::read(format, &told) else { continue };
        let mapped = format!("{}\n", mapping.apply(&item));
        assert!(mapped.len() < 4_096 + 64 * (1 + bytes.len()) * (1 + bytes.len()));
        let options = Options { format: Some(format), ..Options::default() };
        let mut reader = Reader::open(mapped.as_bytes(), &options).expect("it is of its format");
        assert!(reader.next().is_some());
    }
});
