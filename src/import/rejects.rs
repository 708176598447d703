//! Writes the records that were rejected into a file of the same format, so that they can be corrected and imported.
//!
//! The reasons are not in it, because a further column would make it another format: they are in the import's report,
//! by line. What was decided for the whole file, and its rejects alone may not show, stands in a line above the header
//! ([`decided`]). The file is UTF-8, with a byte order mark for tables, so that Excel shows it as it is.

use std::io::{self, Write};
use std::sync::Arc;

use super::decided::{self, Decided};
use super::layout::{Container, Layout};
use super::outcome::{Raw, Reject};

/// Takes rejects and writes a file of the format that they come from.
pub struct RejectFile<W> {
    out: W,
    container: Container,
    preamble: Vec<Vec<String>>,
    header: Option<Arc<[String]>>,
    written: u64,
}

impl<W: Write> RejectFile<W> {
    /// Nothing is written before the first reject.
    pub fn new(layout: &Layout, out: W) -> Self {
        let decided = Decided::of(layout).line().map(|line| vec![line]);
        let of_the_file = layout.preamble.iter().filter(|row| !row.first().is_some_and(|cell| decided::is_line(cell)));
        let preamble = of_the_file.cloned().chain(decided).collect();
        Self { out, container: layout.container, preamble, header: None, written: 0 }
    }

    /// Adds one record, as it stood in the file.
    pub fn write(&mut self, reject: &Reject) -> io::Result<()> {
        match (&reject.raw, self.container) {
            (Raw::Row { header, cells }, Container::Csv { delimiter }) => {
                self.open_table(header, delimiter)?;
                self.row(cells, delimiter, true)?;
            }
            (Raw::Json(text), Container::JsonList) => {
                let before = if self.written == 0 { "[\n" } else { ",\n" };
                write!(self.out, "{before}{text}")?;
            }
            (Raw::Json(text), _) => {
                writeln!(self.out, "{}", text.replace(['\n', '\r'], " "))?;
            }
            (Raw::Row { .. }, _) => return Err(io::Error::other("a row was rejected from a file of another kind")),
        }
        self.written += 1;
        Ok(())
    }

    /// Ends the file and returns how many records are in it.
    pub fn finish(mut self) -> io::Result<u64> {
        if self.written > 0 && self.container == Container::JsonList {
            self.out.write_all(b"\n]\n")?;
        }
        self.out.flush()?;
        Ok(self.written)
    }

    /// The preamble once, and a header wherever the table changes, as in Demographics.
    fn open_table(&mut self, header: &Arc<[String]>, delimiter: char) -> io::Result<()> {
        match &self.header {
            Some(current) if Arc::ptr_eq(current, header) || current == header => return Ok(()),
            Some(_) => {
                let blank = vec![String::new(); header.len()];
                self.row(&blank, delimiter, false)?;
            }
            None => {
                self.out.write_all("\u{feff}".as_bytes())?;
                let preamble = std::mem::take(&mut self.preamble);
                for row in &preamble {
                    self.row(row, delimiter, false)?;
                }
                if !preamble.is_empty() {
                    self.out.write_all(b"\n")?;
                }
            }
        }
        self.row(header, delimiter, false)?;
        self.header = Some(Arc::clone(header));
        Ok(())
    }

    fn row(&mut self, cells: &[String], delimiter: char, guarded: bool) -> io::Result<()> {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                write!(self.out, "{delimiter}")?;
            }
            let guard = if guarded && needs_guard(cell) { "'" } else { "" };
            let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
            if cell.contains([delimiter, '"', '\n', '\r']) || blank(cell.chars().next()) || blank(cell.chars().last()) {
                write!(self.out, "\"{guard}{}\"", cell.replace('"', "\"\""))?;
            } else {
                write!(self.out, "{guard}{cell}")?;
            }
        }
        self.out.write_all(b"\n")
    }
}

/// Whether a spreadsheet would run the cell as a formula. A number may begin with a sign.
fn needs_guard(cell: &str) -> bool {
    cell.starts_with(GUARDED)
        && !cell[1..].bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'%'))
}

/// Characters that start a formula.
const GUARDED: [char; 6] = ['=', '+', '-', '@', '|', '%'];

/// Takes off the apostrophe that keeps a spreadsheet from running a cell, as this and our exports write it.
pub(super) fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(GUARDED)).unwrap_or(cell)
}
