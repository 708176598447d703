//! Random files: what was written is what is read, however it is written and however it arrives.

use proptest::prelude::*;

use super::*;

/// Hands out pieces whose sizes repeat.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: &'a [usize],
    turn: usize,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.sizes[self.turn % self.sizes.len()].min(into.len()).min(self.bytes.len());
        self.turn += 1;
        into[..count].copy_from_slice(&self.bytes[..count]);
        self.bytes = &self.bytes[count..];
        Ok(count)
    }
}

#[derive(Clone, Copy, Debug)]
enum Bytes {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16Be,
}

fn encode(text: &str, how: Bytes) -> Vec<u8> {
    match how {
        Bytes::Utf8 => text.as_bytes().to_vec(),
        Bytes::Utf8Bom => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Bytes::Utf16Le => [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        Bytes::Utf16Be => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
    }
}

fn encodings() -> impl Strategy<Value = Bytes> {
    prop_oneof![Just(Bytes::Utf8), Just(Bytes::Utf8Bom), Just(Bytes::Utf16Le), Just(Bytes::Utf16Be)]
}

/// A cell with everything that has to be quoted, and letters of one to four bytes.
fn cell() -> impl Strategy<Value = String> {
    "[a-z ,;\t|\"\r\né李🎉]{0,12}"
}

fn sizes() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(prop_oneof![1_usize..8, 1_usize..5000], 1..5)
}

fn line(cells: &[&str], delimiter: char, quote_all: bool, end: &str) -> String {
    let quoted = cells.iter().map(|cell| {
        if quote_all || cell.contains([delimiter, '"', '\r', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    });
    quoted.collect::<Vec<_>>().join(&delimiter.to_string()) + end
}

/// What a reader makes of a cell.
fn expected(cell: &str) -> Option<String> {
    let trimmed = cell.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_table_reads_the_same_in_every_dialect_encoding_and_chunk(
        rows in proptest::collection::vec((cell(), cell()), 0..20),
        delimiter in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        end in prop_oneof![Just("\n"), Just("\r\n")],
        encoding in encodings(),
        sizes in sizes(),
        quote_all: bool,
        final_end: bool,
        is_said: bool,
    ) {
        let known = ["file", "post_url", "post_title", "extra"];
        // Other names are as good, where somebody says what they are.
        let other = ["Datei", "Link, oder so", "Titel;\n2", "extra"];
        let mut text = line(if is_said { &other } else { &known }, delimiter, quote_all, end);
        for (title, extra) in &rows {
            text += &line(&["a.json", "urn:li:activity:7329207003942125568", title, extra], delimiter, quote_all, end);
        }
        if !final_end {
            text.truncate(text.len() - end.len());
        }
        let bytes = encode(&text, encoding);
        let said = other.iter().zip(known).map(|(name, field)| (name.replace('\n', " "), field.to_owned()));
        let columns = Columns::new(said.take(if is_said { 3 } else { 0 })).unwrap();
        let options = Options { columns, ..options() };
        let read = read_with(Pieces { bytes: &bytes, sizes: &sizes, turn: 0 }, &options).unwrap();
        prop_assert!(read.error.is_none());
        let titles: Vec<Option<String>> = read.records().into_iter().map(|record| match record {
            Record::Post(post) => post.title,
            other => panic!("{other:?}"),
        }).collect();
        let wanted: Vec<Option<String>> = rows.iter().map(|(title, _)| expected(title)).collect();
        prop_assert_eq!(titles, wanted);
        let mut at = 1 + 1 + u64::from(is_said);
        for (outcome, (title, extra)) in read.outcomes.iter().zip(&rows) {
            prop_assert_eq!(outcome.position().line, at);
            let lines = |cell: &str| cell.replace("\r\n", "\n").replace('\r', "\n").matches('\n').count() as u64;
            at += 1 + lines(title) + lines(extra);
        }
    }

    #[test]
    fn json_reads_the_same_in_every_container_encoding_and_chunk(
        names in proptest::collection::vec(cell(), 1..20),
        encoding in encodings(),
        sizes in sizes(),
        form in 0..4,
    ) {
        let values: Vec<serde_json::Value> = names.iter().map(|name| serde_json::json!({
            "reactionType": "LIKE", "name": name, "profileUrl": "https://www.linkedin.com/in/ada", "more": [{"x": "]}\""}],
        })).collect();
        let text = match form {
            0 => serde_json::to_string(&values).unwrap(),
            1 => serde_json::to_string_pretty(&values).unwrap(),
            2 => values.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            _ => serde_json::json!({"count": 1, "items": values, "after": {"x": [1]}}).to_string(),
        };
        let bytes = encode(&text, encoding);
        let read = read_with(Pieces { bytes: &bytes, sizes: &sizes, turn: 0 }, &options()).unwrap();
        prop_assert!(read.error.is_none());
        let read: Vec<Option<String>> = read.records().into_iter().map(|record| match record {
            Record::Reaction(reaction) => reaction.actor.name,
            other => panic!("{other:?}"),
        }).collect();
        prop_assert_eq!(read, names.iter().map(|name| expected(name)).collect::<Vec<_>>());
    }

    #[test]
    fn arbitrary_bytes_never_panic_and_read_the_same_in_any_chunks(
        bytes in proptest::collection::vec(any::<u8>(), 0..2000),
        head in prop_oneof![
            Just(&b""[..]),
            Just(&b"file,post_url\n"[..]),
            Just(&b"First Name,Last Name,URL,Connected On\n"[..]),
            Just(&b"\xff\xfeS\0"[..]),
            Just(&b"[{\"reactionType\":\"LIKE\",\"profileUrl\":\"linkedin.com/in/a\"},"[..]),
            Just(&b"Start Date\tAd ID\tImpressions\tTotal Spent\n"[..]),
            Just(&b"County Segment\tImpressions\n"[..]),
        ],
        said in proptest::collection::btree_map("[a-cA-Z ]{1,3}|File|post_url", "|name|url|file|ad id|\\PC{0,9}", 0..3),
        sizes in sizes(),
    ) {
        let bytes = [head, &bytes].concat();
        let outcome = |read: Result<Read_, Error>| match read {
            Ok(read) => (read.outcomes, read.error.map(|error| error.to_string())),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        let options = Options { columns: Columns::new(said).unwrap_or_default(), ..options() };
        let whole = outcome(read_with(bytes.as_slice(), &options));
        let pieces = outcome(read_with(Pieces { bytes: &bytes, sizes: &sizes, turn: 0 }, &options));
        let _ = look(bytes.as_slice(), &options);
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn a_slug_is_stored_in_one_form_only(name in "\\PC{1,40}") {
        if let Ok(slug) = identity::slug(&name) {
            prop_assert_eq!(identity::slug(&slug), Ok(slug.clone()));
            let key = identity::PersonKey { slug: Some(slug), ..identity::PersonKey::default() };
            prop_assert_eq!(identity::parse(&identity::profile_url(&key).unwrap()), Ok(identity::Link::Person(key)));
        }
    }

    #[test]
    fn arbitrary_text_never_panics_in_the_small_readers(text in "\\PC{0,60}", digits in "[-0-9./,:%' TZ]{0,24}") {
        for text in [&text, &digits, &format!("https://www.linkedin.com/{text}"), &format!("urn:li:{text}")] {
            let _ = identity::parse(text);
            for mark in [numbers::DecimalMark::Point, numbers::DecimalMark::Comma] {
                let _ = numbers::parse_count(text, mark);
                let _ = numbers::decide([text.as_str()], mark);
            }
            for order in [dates::DateOrder::MonthFirst, dates::DateOrder::DayFirst] {
                let _ = dates::parse_when(text, order);
                let _ = dates::decide([text.as_str()], Some(order));
            }
        }
    }
}
