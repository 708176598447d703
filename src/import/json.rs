//! The elements of a JSON file, one at a time.
//!
//! The splitter only finds where an element ends; `serde_json` parses it afterwards. So memory holds one element, and an
//! element that is not valid JSON costs that one record and not the file. It reads a list (also several lists one after
//! another, as joined pages give), a list inside `{"items": …}` or `{"data": …}`, JSON lines, and values that simply
//! follow each other.

use std::io::Read;

use super::error::Error;
use super::source::{Feed as _, Text, count_byte};
use super::table::RECORD_LIMIT;

/// Levels of nesting. `serde_json` stops at 128; the deepest known export has 8.
const DEPTH_LIMIT: usize = 100;

/// How the elements are strung together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Framing {
    /// `[…, …]`, inside this many objects. `offset` bytes come before the bracket.
    List { offset: usize, wrappers: usize },
    /// One element a line.
    Lines,
    /// One after another, with line ends inside.
    Values,
}

/// Where an element starts, and how long it is. Its text lies at the head of the buffer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) line: u64,
    pub(super) length: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the opening bracket.
    Start,
    /// After `[`: an element or the end.
    Opened,
    /// After an element: a comma or the end.
    Between,
    Ended,
}

/// Walks over the elements of a file.
pub(super) struct Elements {
    framing: Framing,
    state: State,
    line: u64,
    /// Bytes of the element handed out last, which are used up by the next call.
    pending: usize,
    records: u64,
}

impl Elements {
    pub(super) fn new(framing: Framing) -> Self {
        Self { framing, state: State::Start, line: 1, pending: 0, records: 0 }
    }

    /// Finds the next element, which then lies at the head of `text.buffer()` until the next call.
    pub(super) fn next<R: Read>(&mut self, text: &mut Text<R>) -> Result<Option<Element>, Error> {
        self.advance(text, self.pending);
        self.pending = 0;
        let length = match self.framing {
            Framing::List { offset, wrappers } => self.next_in_list(text, offset, wrappers)?,
            Framing::Lines => self.next_line(text)?,
            Framing::Values => match self.skip_blank(text)? {
                None => None,
                Some(_) => Some(self.measure(text)?),
            },
        };
        let Some(length) = length else { return Ok(None) };
        if length > RECORD_LIMIT {
            return Err(Error::RecordTooLarge { line: self.line, limit: RECORD_LIMIT });
        }
        self.pending = length;
        self.records += 1;
        Ok(Some(Element { line: self.line, length }))
    }

    fn next_in_list<R: Read>(
        &mut self,
        text: &mut Text<R>,
        offset: usize,
        wrappers: usize,
    ) -> Result<Option<usize>, Error> {
        if self.state == State::Start {
            self.advance(text, offset + 1);
            self.state = State::Opened;
        }
        loop {
            if self.state == State::Ended {
                return Ok(None);
            }
            let Some(byte) = self.skip_blank(text)? else { return Err(self.truncated(text)) };
            match (self.state, byte) {
                (_, b']') => {
                    self.advance(text, 1);
                    self.finish_list(text, wrappers)?;
                }
                (State::Between, b',') => {
                    self.advance(text, 1);
                    if let Some(b']' | b',') = self.skip_blank(text)? {
                        return Err(self.malformed("a comma is followed by no value"));
                    }
                    self.state = State::Opened;
                }
                (State::Between, _) => return Err(self.malformed("a comma or ] is missing between two values")),
                (_, b',' | b'}' | b':') => return Err(self.malformed("a value is missing before this character")),
                _ => {
                    self.state = State::Between;
                    return self.measure(text).map(Some);
                }
            }
        }
    }

    /// After the closing bracket: another list, the rest of the wrapping objects, or nothing.
    fn finish_list<R: Read>(&mut self, text: &mut Text<R>, wrappers: usize) -> Result<(), Error> {
        if wrappers > 0 {
            self.state = State::Ended;
            return self.close_wrappers(text, wrappers);
        }
        match self.skip_blank(text)? {
            None => self.state = State::Ended,
            Some(b'[') => {
                self.advance(text, 1);
                self.state = State::Opened;
            }
            Some(_) => return Err(self.malformed("something follows the end of the list")),
        }
        Ok(())
    }

    fn close_wrappers<R: Read>(&mut self, text: &mut Text<R>, mut open: usize) -> Result<(), Error> {
        let mut in_string = false;
        let mut escaped = false;
        loop {
            let bytes = text.available()?;
            if bytes.is_empty() {
                return if open == 0 { Ok(()) } else { Err(self.truncated(text)) };
            }
            for byte in bytes {
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if in_string => escaped = true,
                    b'"' => in_string = !in_string,
                    b'{' | b'[' if !in_string => open += 1,
                    b'}' | b']' if !in_string => open = open.saturating_sub(1),
                    _ => {}
                }
            }
            let length = bytes.len();
            self.advance(text, length);
        }
    }

    fn next_line<R: Read>(&mut self, text: &mut Text<R>) -> Result<Option<usize>, Error> {
        if self.skip_blank(text)?.is_none() {
            return Ok(None);
        }
        let mut searched = 0;
        loop {
            let bytes = text.buffer();
            if let Some(end) = bytes[searched..].iter().position(|byte| *byte == b'\n') {
                return Ok(Some(bytes[..searched + end].trim_ascii_end().len()));
            }
            searched = bytes.len();
            if searched > RECORD_LIMIT || !text.fill()? {
                return Ok(Some(text.buffer().trim_ascii_end().len()));
            }
        }
    }

    /// The length of the value at the head of the buffer.
    fn measure<R: Read>(&mut self, text: &mut Text<R>) -> Result<usize, Error> {
        let (mut depth, mut at) = (0_usize, 0);
        let (mut in_string, mut escaped) = (false, false);
        loop {
            let bytes = text.buffer();
            while at < bytes.len() {
                let byte = bytes[at];
                at += 1;
                if in_string {
                    match byte {
                        _ if escaped => escaped = false,
                        b'\\' => escaped = true,
                        b'"' => {
                            in_string = false;
                            if depth == 0 {
                                return Ok(at);
                            }
                        }
                        _ => {}
                    }
                    continue;
                }
                match byte {
                    b'"' => in_string = true,
                    b'{' | b'[' => {
                        depth += 1;
                        if depth > DEPTH_LIMIT {
                            return Err(Error::TooDeep { line: self.line, limit: DEPTH_LIMIT });
                        }
                    }
                    b'}' | b']' if depth > 1 => depth -= 1,
                    b'}' | b']' if depth == 1 => return Ok(at),
                    // A bare word or number ends before whatever cannot belong to it; at least one byte is taken, so
                    // that a damaged file moves on.
                    b'}' | b']' | b',' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 && at > 1 => return Ok(at - 1),
                    _ => {}
                }
            }
            if at > RECORD_LIMIT {
                return Err(Error::RecordTooLarge { line: self.line, limit: RECORD_LIMIT });
            }
            if !text.fill()? {
                return if depth == 0 && !in_string { Ok(at) } else { Err(self.truncated(text)) };
            }
        }
    }

    /// Uses up blanks and returns the next byte, or nothing at the end of the file.
    fn skip_blank<R: Read>(&mut self, text: &mut Text<R>) -> Result<Option<u8>, Error> {
        loop {
            let bytes = text.available()?;
            if bytes.is_empty() {
                return Ok(None);
            }
            let blank = bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
            let next = bytes.get(blank).copied();
            self.advance(text, blank);
            if next.is_some() {
                return Ok(next);
            }
        }
    }

    fn advance<R: Read>(&mut self, text: &mut Text<R>, count: usize) {
        self.line += count_byte(&text.buffer()[..count], b'\n');
        text.consume(count);
    }

    fn malformed(&self, detail: &str) -> Error {
        Error::Malformed { line: self.line, detail: detail.to_owned(), records: self.records }
    }

    fn truncated<R: Read>(&self, text: &Text<R>) -> Error {
        let rest = count_byte(text.buffer(), b'\n');
        Error::Truncated { bytes: text.bytes(), line: self.line + rest, records: self.records }
    }
}

/// Decides how a JSON file is strung together, by its head.
pub(super) fn framing(sample: &[u8]) -> Framing {
    let blank = sample.len() - sample.trim_ascii_start().len();
    if sample.get(blank) == Some(&b'[') {
        return Framing::List { offset: blank, wrappers: 0 };
    }
    if let Some((offset, wrappers)) = wrapped_list(sample) {
        return Framing::List { offset, wrappers };
    }
    // JSON lines end where the first line ends. A value that goes on after its first line is written over several.
    let first = sample[blank..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    let whole = serde_json::from_slice::<serde_json::Value>(first).is_ok();
    if whole || first.len() == sample.len() - blank { Framing::Lines } else { Framing::Values }
}

/// Finds the list in `{"items": […]}`, `{"data": […]}` or `{"data": {"total": 1, "items": […]}}`: plain values may
/// come before it, nothing else.
fn wrapped_list(sample: &[u8]) -> Option<(usize, usize)> {
    let mut cursor = Cursor { bytes: sample, at: 0 };
    let mut wrappers = 0;
    cursor.expect(b'{')?;
    wrappers += 1;
    loop {
        let key = cursor.string()?;
        cursor.expect(b':')?;
        match (key, cursor.peek()?) {
            (b"items" | b"data" | b"results", b'[') => return Some((cursor.at, wrappers)),
            (b"data" | b"results", b'{') if wrappers < 3 => {
                cursor.at += 1;
                wrappers += 1;
            }
            (_, b'{' | b'[') => return None,
            (_, b'"') => {
                cursor.string()?;
                cursor.expect(b',')?;
            }
            _ => {
                cursor.at += cursor.bytes[cursor.at..].iter().position(|byte| matches!(byte, b',' | b'}'))?;
                cursor.expect(b',')?;
            }
        }
    }
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&mut self) -> Option<u8> {
        self.at += self.bytes[self.at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        Some(self.bytes[self.at])
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    fn string(&mut self) -> Option<&'a [u8]> {
        self.expect(b'"')?;
        let start = self.at;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.at += 1;
                    return Some(&self.bytes[start..self.at - 1]);
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }
}

/// Replaces the escapes that `serde_json` or PostgreSQL would refuse, `\u0000` and halves of surrogate pairs, by
/// `\ufffd`, which is as long, so that it happens in place. Returns how many there were.
pub(super) fn replace_bad_escapes(element: &mut [u8]) -> u64 {
    let mut replaced = 0;
    let mut at = 0;
    while let Some(found) = element[at..].iter().position(|byte| *byte == b'\\') {
        at += found;
        let Some(unit) = code_unit(element, at) else {
            at += 2;
            if at >= element.len() {
                break;
            }
            continue;
        };
        let paired = (0xd800..0xdc00).contains(&unit)
            && code_unit(element, at + 6).is_some_and(|next| (0xdc00..0xe000).contains(&next));
        if paired {
            at += 12;
        } else {
            if unit == 0 || (0xd800..0xe000).contains(&unit) {
                element[at + 2..at + 6].copy_from_slice(b"fffd");
                replaced += 1;
            }
            at += 6;
        }
    }
    replaced
}

/// The number in `\uXXXX` at `at`.
fn code_unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(bytes: &str) -> (Vec<(u64, String)>, Option<Error>) {
        let mut text = Text::open(bytes.as_bytes()).unwrap();
        let framing = framing(text.peek(1 << 16).unwrap().text);
        let mut elements = Elements::new(framing);
        let mut all = Vec::new();
        loop {
            match elements.next(&mut text) {
                Ok(Some(Element { line, length })) => {
                    all.push((line, String::from_utf8(text.buffer()[..length].to_vec()).unwrap()));
                }
                Ok(None) => return (all, None),
                Err(error) => return (all, Some(error)),
            }
        }
    }

    fn texts(bytes: &str) -> Vec<String> {
        let (all, error) = elements(bytes);
        assert!(error.is_none(), "{bytes}: {error:?}");
        all.into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn a_list_lines_values_and_wrapped_lists_hold_the_same_elements() {
        let expected = [r#"{"a":"x]\"}"}"#, r#"{"b":[1,{"c":2}]}"#];
        let [a, b] = expected;
        for text in [
            format!("[{a},{b}]"),
            format!(" [\n {a} ,\n{b}\n]\n"),
            format!("[{a}][{b}]\n"),
            format!("{a}\n{b}"),
            format!("{a}\r\n\r\n{b}\r\n"),
            format!("{{\"items\":[{a},{b}]}}"),
            format!("{{\"total\": 2, \"data\": [{a}, {b}], \"more\": {{\"x\": \"]\"}}}}\n"),
            format!("{{\"data\":{{\"count\":2,\"desc\":\"no\",\"items\":[{a},{b}]}}}}"),
        ] {
            assert_eq!(texts(&text), expected, "{text}");
        }
        assert_eq!(texts("{\n \"a\": 1\n}\n{\n \"b\": 2\n}\n"), ["{\n \"a\": 1\n}", "{\n \"b\": 2\n}"]);
        assert_eq!(texts("[]"), [""; 0]);
        assert_eq!(texts("[1, \"two\" , null,[3]]"), ["1", "\"two\"", "null", "[3]"]);
    }

    #[test]
    fn an_element_knows_its_line() {
        let (all, _) = elements("[\n {\"a\":\n1},\n\n {\"b\":2}]");
        assert_eq!(all.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 5]);
    }

    #[test]
    fn a_file_that_was_cut_says_where_and_how_much_was_good() {
        for (text, records) in
            [("[{\"a\":1},\n{\"b\":", 1), ("[{\"a\":1}", 1), ("[{\"a\":1},", 1), ("{\"items\":[{\"a\":1}]", 1)]
        {
            let (_, error) = elements(text);
            assert!(
                matches!(error, Some(Error::Truncated { bytes, records: good, .. }) if bytes == text.len() as u64 && good == records),
                "{text}: {error:?}"
            );
        }
    }

    #[test]
    fn broken_brackets_are_named_with_their_line() {
        for text in ["[{}\n{}]", "[{},\n]", "[{}]\nrest", "[\n,{}]"] {
            let (_, error) = elements(text);
            assert!(matches!(error, Some(Error::Malformed { .. })), "{text}: {error:?}");
        }
    }

    #[test]
    fn a_bomb_of_brackets_or_a_giant_value_ends_early() {
        assert!(matches!(elements(&"[".repeat(5_000_000)).1, Some(Error::TooDeep { .. })));
        assert!(matches!(elements(&format!("[\"{}\"]", "x".repeat(3 << 20))).1, Some(Error::RecordTooLarge { .. })));
        assert!(matches!(
            elements(&format!("{{}}\n{}", "x".repeat(3 << 20))).1,
            Some(Error::RecordTooLarge { line: 2, .. })
        ));
    }

    #[test]
    fn escapes_that_postgresql_refuses_are_replaced_in_place() {
        let mut text = r#""a\u0000b\ud83dc\ude00d\ud83d\ude00e\\u0000f\uD83D""#.to_owned().into_bytes();
        assert_eq!(replace_bad_escapes(&mut text), 4);
        let value: String = serde_json::from_slice(&text).unwrap();
        assert_eq!(value, "a\u{fffd}b\u{fffd}c\u{fffd}d😀e\\u0000f\u{fffd}");
    }
}
