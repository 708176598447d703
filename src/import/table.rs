//! Rows of separated values, one at a time, with caps.
//!
//! csv-core does the quoting and nothing else: it has no limits, skips blank lines without counting them, and accepts a
//! quote that is never closed. This module adds all three, so that a hostile file ends in a clear error after at most
//! one record's worth of memory.

use std::str;

use csv_core::ReadRecordResult;

use super::error::Error;
use super::source::{Feed, Sample, count_byte};

/// Bytes of one record, quotes taken off.
pub(super) const RECORD_LIMIT: usize = 1 << 20;
/// Cells of one record.
pub(super) const COLUMN_LIMIT: usize = 1_000;

/// The separators that are tried, in the order in which a tie is decided.
pub(super) const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// One row. Its buffers are reused from row to row.
#[derive(Default)]
pub(super) struct Row {
    data: Vec<u8>,
    ends: Vec<usize>,
    cells: usize,
    /// The 1-based physical line on which the row starts.
    pub(super) line: u64,
}

impl Row {
    pub(super) fn len(&self) -> usize {
        self.cells
    }

    /// The cell at `index`, or nothing where the row is too short.
    pub(super) fn cell(&self, index: usize) -> &str {
        if index >= self.cells {
            return "";
        }
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        // The text is valid UTF-8 and is cut only at ASCII characters, so the fallback is never taken.
        str::from_utf8(&self.data[start..self.ends[index]]).unwrap_or_default()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.cells).map(|index| self.cell(index))
    }

    pub(super) fn to_vec(&self) -> Vec<String> {
        self.iter().map(str::to_owned).collect()
    }

    /// Whether every cell is empty or blank.
    pub(super) fn is_blank(&self) -> bool {
        self.cells == 0 || self.data[..self.ends[self.cells - 1]].iter().all(u8::is_ascii_whitespace)
    }
}

/// Where in the file the next row starts, and how its cells are separated.
pub(super) struct Table {
    core: csv_core::Reader,
    line: u64,
    after_cr: bool,
}

impl Table {
    pub(super) fn new(delimiter: u8) -> Self {
        Self { core: csv_core::ReaderBuilder::new().delimiter(delimiter).build(), line: 1, after_cr: false }
    }

    /// Reads the next row that is not a blank line into `row`; false at the end. The rest of a sample that ends within
    /// a row is no row.
    pub(super) fn next(&mut self, feed: &mut impl Feed, row: &mut Row) -> Result<bool, Error> {
        row.cells = 0;
        if !self.skip_line_ends(feed)? {
            return Ok(false);
        }
        row.line = self.line;
        if row.ends.is_empty() {
            row.ends.resize(64, 0);
            row.data.resize(4096, 0);
        }
        let mut written = 0;
        loop {
            let complete = feed.complete();
            let input = feed.available()?;
            // At the end of the file one line end is added: it closes the last row, unless a quote is open, in which
            // case it becomes part of the cell, which is how an open quote shows.
            let at_end = input.is_empty();
            if at_end && !complete {
                return Ok(false);
            }
            let input = if at_end { b"\n".as_slice() } else { input };
            let (result, read, wrote, ended) =
                self.core.read_record(input, &mut row.data[written..], &mut row.ends[row.cells..]);
            written += wrote;
            row.cells += ended;
            if !at_end {
                self.count_lines(&input[..read]);
                feed.consume(read);
            }
            match result {
                ReadRecordResult::Record => return Ok(true),
                ReadRecordResult::InputEmpty if at_end && wrote > 0 => {
                    return Err(Error::UnclosedQuote { line: row.line });
                }
                ReadRecordResult::End => return Ok(false),
                ReadRecordResult::InputEmpty if at_end => return Ok(false),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    if row.data.len() >= RECORD_LIMIT {
                        return Err(Error::RecordTooLarge { line: row.line, limit: RECORD_LIMIT });
                    }
                    row.data.resize((row.data.len() * 2).min(RECORD_LIMIT), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    if row.ends.len() >= COLUMN_LIMIT {
                        return Err(Error::TooManyColumns { line: row.line, limit: COLUMN_LIMIT });
                    }
                    row.ends.resize((row.ends.len() * 2).min(COLUMN_LIMIT), 0);
                }
            }
        }
    }

    fn skip_line_ends(&mut self, feed: &mut impl Feed) -> Result<bool, Error> {
        loop {
            let input = feed.available()?;
            if input.is_empty() {
                return Ok(false);
            }
            let blank = input.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            let more = blank < input.len();
            self.count_lines(&input[..blank]);
            feed.consume(blank);
            if more {
                return Ok(true);
            }
        }
    }

    /// A line ends with LF, CR LF or CR, and the pair may lie across two reads.
    fn count_lines(&mut self, bytes: &[u8]) {
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return };
        self.line += count_byte(bytes, b'\n');
        let returns = count_byte(bytes, b'\r');
        if returns > 0 {
            let pairs = bytes.windows(2).filter(|pair| *pair == b"\r\n").count() as u64;
            self.line += returns - pairs;
        }
        if self.after_cr && *first == b'\n' {
            self.line -= 1;
        }
        self.after_cr = *last == b'\r';
    }
}

/// The first rows of a sample, read with one separator. Stops at a row beyond the caps.
pub(super) fn first_rows(sample: &Sample<'_>, delimiter: u8, most: usize) -> Vec<(u64, Vec<String>)> {
    let mut feed = Sample { text: sample.text, complete: sample.complete };
    let mut table = Table::new(delimiter);
    let mut row = Row::default();
    let mut rows = Vec::new();
    while rows.len() < most && table.next(&mut feed, &mut row).unwrap_or(false) {
        rows.push((row.line, row.to_vec()));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::source::Text;

    fn rows(text: &str, delimiter: u8) -> Result<Vec<(u64, Vec<String>)>, Error> {
        let mut source = Text::open(text.as_bytes())?;
        let mut table = Table::new(delimiter);
        let mut row = Row::default();
        let mut all = Vec::new();
        while table.next(&mut source, &mut row)? {
            all.push((row.line, row.to_vec()));
        }
        Ok(all)
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn quotes_separators_and_line_ends_inside_a_cell_belong_to_it() {
        let text = "a,b\r\n\"x, \"\"y\"\"\",\"one\r\ntwo\nthree\"\r\nlast,row";
        let expected = vec![row(1, &["a", "b"]), row(2, &["x, \"y\"", "one\r\ntwo\nthree"]), row(5, &["last", "row"])];
        assert_eq!(rows(text, b',').unwrap(), expected);
    }

    #[test]
    fn a_row_knows_its_line_past_blank_lines_and_any_kind_of_line_end() {
        assert_eq!(rows("a\n\n\nb\n", b',').unwrap(), [row(1, &["a"]), row(4, &["b"])]);
        assert_eq!(rows("a\r\n\r\nb\r\n", b',').unwrap(), [row(1, &["a"]), row(3, &["b"])]);
        assert_eq!(rows("a\rb\rc", b',').unwrap(), [row(1, &["a"]), row(2, &["b"]), row(3, &["c"])]);
    }

    #[test]
    fn every_separator_reads_the_same() {
        for delimiter in DELIMITERS {
            let text = "a,b\n\"1,2\",3\n".replace(',', &char::from(delimiter).to_string());
            let inner = format!("1{}2", char::from(delimiter));
            assert_eq!(rows(&text, delimiter).unwrap(), [row(1, &["a", "b"]), row(2, &[&inner, "3"])]);
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_an_error_and_not_a_cell() {
        assert!(matches!(rows("a,b\n\"x,y\nz,1\n", b','), Err(Error::UnclosedQuote { line: 2 })));
        assert!(matches!(rows("a,b\nx,\"", b','), Err(Error::UnclosedQuote { line: 2 })));
        assert_eq!(rows("a,b\nx,\"y\"", b',').unwrap()[1], row(2, &["x", "y"]));
        let long = format!("a,b\n1,2\n\"{}", "x,y\n".repeat(600_000));
        assert!(matches!(rows(&long, b','), Err(Error::RecordTooLarge { line: 3, .. })));
    }

    #[test]
    fn ten_thousand_columns_are_refused_and_a_thousand_are_read() {
        assert!(matches!(rows(&",".repeat(10_000), b','), Err(Error::TooManyColumns { line: 1, .. })));
        assert_eq!(rows(&",".repeat(999), b',').unwrap()[0].1.len(), 1_000);
    }
}
