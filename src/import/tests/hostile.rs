//! Files that are damaged, endless or meant to do harm.

use super::*;

/// Hands out a pattern over and over, and remembers the largest buffer that it was asked to fill.
struct Endless<'a> {
    head: &'a [u8],
    pattern: &'a [u8],
    left: u64,
    at: usize,
    largest: usize,
}

impl<'a> Endless<'a> {
    fn new(head: &'a [u8], pattern: &'a [u8], bytes: u64) -> Self {
        Self { head, pattern, left: bytes, at: 0, largest: 0 }
    }
}

impl Read for Endless<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        self.largest = self.largest.max(into.len());
        if !self.head.is_empty() {
            let count = self.head.len().min(into.len());
            into[..count].copy_from_slice(&self.head[..count]);
            self.head = &self.head[count..];
            return Ok(count);
        }
        let count = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        for byte in &mut into[..count] {
            *byte = self.pattern[self.at];
            self.at = (self.at + 1) % self.pattern.len();
        }
        self.left -= count as u64;
        Ok(count)
    }
}

const GIGABYTE: u64 = 1 << 30;

fn stopped(head: &str, pattern: &str) -> Error {
    let mut endless = Endless::new(head.as_bytes(), pattern.as_bytes(), GIGABYTE);
    let error = match read_with(&mut endless, &options()) {
        Ok(read) => read.error.expect("reading stops"),
        Err(error) => error,
    };
    assert!(GIGABYTE - endless.left < 8 << 20, "only a few megabytes were read");
    error
}

#[test]
fn a_cell_of_a_gigabyte_a_row_of_commas_and_an_open_quote_end_after_a_few_megabytes() {
    let header = "post_url,file\n";
    assert!(matches!(stopped(header, "x"), Error::RecordTooLarge { line: 2, .. }));
    assert!(matches!(stopped(header, ","), Error::TooManyColumns { line: 2, .. }));
    assert!(matches!(stopped("post_url,file\nx,\"", "a,b\n"), Error::RecordTooLarge { line: 2, .. }));
    assert!(matches!(stopped("", ","), Error::TooManyColumns { line: 1, .. }));
    assert!(matches!(stopped("\"", "x\n"), Error::RecordTooLarge { line: 1, .. }));
    assert!(matches!(stopped("", "x"), Error::RecordTooLarge { line: 1, .. }));
}

#[test]
fn a_bomb_of_json_ends_after_a_few_megabytes() {
    let good = r#"{"reactionType":"LIKE","profileUrl":"https://www.linkedin.com/in/ada"}"#;
    assert!(matches!(stopped("", "["), Error::TooDeep { line: 1, .. }));
    assert!(matches!(stopped(&format!("[{good},"), "["), Error::TooDeep { .. }));
    assert!(matches!(stopped(&format!("[{good},"), "{\"a\":"), Error::TooDeep { .. }));
    assert!(matches!(stopped(&format!("[{good},\""), "x"), Error::RecordTooLarge { .. }));
    assert!(matches!(stopped(&format!("[{good},{{"), "\"a\":1,"), Error::RecordTooLarge { .. }));
    assert!(matches!(stopped(&format!("{good}\n"), "x"), Error::RecordTooLarge { line: 2, .. }));
    assert!(matches!(stopped("{\"a\":\"", "x"), Error::RecordTooLarge { .. }));
}

#[test]
fn json_cut_in_the_middle_names_the_byte_the_line_and_what_was_good() {
    let good = r#"{"reactionType":"LIKE","profileUrl":"https://www.linkedin.com/in/ada"}"#;
    for text in [format!("[\n{good},\n{good},\n{{\"reac"), format!("\n{good}\n{good}\n{{\"reac")] {
        let read = read_with(text.as_bytes(), &options()).unwrap();
        assert_eq!(read.tally.records, 2);
        let error = read.error.unwrap().to_string();
        let expected =
            format!("the JSON ends in the middle, at byte {} on line 4, after 2 complete records;", text.len());
        assert!(error.starts_with(&expected), "{error}");
    }
}

#[test]
fn a_hundred_thousand_rows_stream_through_small_buffers() {
    let header = b"\xef\xbb\xbf\"profileUrl\",\"reactionType\",\"name\"\n";
    let row = b"\"https://www.linkedin.com/in/ada\",\"LIKE\",\"Ada \"\"A\"\" Example\"\n";
    let mut endless = Endless::new(header, row, 100_000 * row.len() as u64);
    let mut reader = Reader::open(&mut endless, &options()).unwrap();
    let mut ahead = 0;
    let mut count = 0_u64;
    while let Some(outcome) = reader.next() {
        count += 1;
        assert_eq!(outcome.unwrap().position().line, count + 1);
        ahead = ahead.max(reader.bytes().saturating_sub(count * row.len() as u64));
    }
    assert_eq!((count, reader.tally().records), (100_000, 100_000));
    assert!(ahead < 512 * 1024, "the reader holds at most its sample: {ahead}");
    drop(reader);
    assert!(endless.largest <= 64 * 1024, "it asks for one chunk at a time: {}", endless.largest);
}

#[test]
fn a_row_that_lost_or_gained_a_cell_is_rejected_and_nothing_shifts() {
    let text = "post_url,file,campaign\nurn:li:activity:7329207003942125568,a.json\nurn:li:activity:7329207003942125568,a,b.json,c\n,,\nurn:li:activity:7329207003942125568,a.json,c";
    let read = read(text.as_bytes());
    assert_eq!((read.tally.records, read.tally.rejected, read.tally.skipped[&SkipReason::EmptyRow]), (1, 2, 1));
    assert_eq!(
        read.rejects()[1].raw,
        Raw::Row {
            header: ["post_url", "file", "campaign"].map(str::to_owned).into(),
            cells: ["urn:li:activity:7329207003942125568", "a", "b.json", "c"].map(str::to_owned).into(),
        }
    );
}

#[test]
fn a_column_that_stands_twice_stops_the_import_before_it_starts() {
    assert!(refused(b"post_url,file,File\nx,a,b\n").contains("\"file\" stands twice"));
}

#[test]
fn a_file_of_windows_1252_and_one_with_nuls_are_read() {
    let read_old = read(b"post_url;file;campaign\nurn:li:activity:7329207003942125568;a;Caf\xe9 \x80\n");
    let [Record::Post(post)] = &read_old.records()[..] else { panic!("one post") };
    assert_eq!(post.campaign.as_deref(), Some("Café €"));
    assert_eq!(read_old.warnings, [Warning::Windows1252]);
    let read = read(b"post_url|file|campaign\nurn:li:activity:7329207003942125568|a|b\0c\n");
    let [Record::Post(post)] = &read.records()[..] else { panic!("one post") };
    assert_eq!(post.campaign.as_deref(), Some("b\u{fffd}c"));
}
