//! Reads arbitrary bytes as a file of the calendar, and as text that is written into one.
#![no_main]

use jiff::tz::TimeZone;
use libfuzzer_sys::fuzz_target;
use rapport::calendar;

fuzz_target!(|bytes: &[u8]| {
    let zone = TimeZone::get("Europe/Berlin").expect("a time zone");
    if let Ok(file) = calendar::read(bytes, &zone) {
        for told in file.entries {
            // What comes out can be kept: a title of one line, and a time that the database knows.
            let text = |key: &str| told.said[key].as_str().expect("every entry has both").to_owned();
            assert!(!text("title").trim().is_empty() && !text("title").contains('\n'));
            assert!(calendar::moment(&text("scheduled_at"), &zone).is_ok());
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert!(calendar::ics::probe(text), "{text:?} does not come back");
    }
});
