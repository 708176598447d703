//! The reader: a file in, one outcome a record out.

use std::io::Read;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::Value;

use super::ads::{Ads, Scheme};
use super::columns;
use super::dates::DateOrder;
use super::demographics::Demographics;
use super::detect::{self, Head, Kind};
use super::error::Error;
use super::format::Format;
use super::item::{Binding, Item, column_key};
use super::json::{self, Elements, Framing};
use super::layout::{Container, Layout, Options, Warning};
use super::outcome::{Bad, Outcome, Position, Raw, Reject, SkipReason, Skipped, Tally, Verdict};
use super::record::Granularity;
use super::shown::printable;
use super::source::{Digest, Encoding, Text};
use super::survey;
use super::table::{Row, Table};
use super::{companies, connections, demographics, fields, people, posts, profiles};

/// Reads a file record by record. As an iterator it gives each record's [`Outcome`] in the order of the file; after an
/// [`Error`] it ends. Memory is bounded by about 16 MiB whatever the size of the file.
///
/// Reading is deterministic: the same bytes and [`Options`] (with `now` given) have the same outcomes at the same
/// positions. So an import that was interrupted opens the file again, compares [`digest`](super::digest), calls
/// [`skip_records`](Self::skip_records) with the number of records that its ledger says are done, and goes on.
pub struct Reader<R> {
    text: Text<R>,
    layout: Layout,
    body: Body,
    now: Timestamp,
    records: u64,
    tally: Tally,
    warnings: Vec<Warning>,
    ended: bool,
}

enum Body {
    Json {
        elements: Elements,
        framing: Framing,
        length: usize,
    },
    Table(Box<TableBody>),
    /// A report without a table.
    Nothing,
}

struct TableBody {
    table: Table,
    row: Row,
    binding: Binding,
    rows: Rows,
}

/// What the rows of a table are, with what was decided for them.
pub(super) enum Rows {
    People,
    /// Profiles and companies.
    Nested,
    Posts(DateOrder),
    Connections(DateOrder),
    Ads(Ads),
    Demographics(Demographics),
}

impl<R: Read> Reader<R> {
    /// Detects what `input` holds. Reads up to 2 MiB.
    pub fn open(input: R, options: &Options) -> Result<Self, Error> {
        let mut text = Text::open(input)?;
        let detected = detect::detect(&mut text, options.format, &options.columns)?;
        let mut layout = Layout {
            format: detected.format,
            container: Container::JsonLines,
            encoding: text.encoding(),
            preamble: Vec::new(),
            header: Arc::new([]),
            columns: Vec::new(),
            header_line: 0,
            date_order: None,
            decimal_mark: None,
            period: None,
            granularity: None,
            is_guessed: false,
        };
        let mut warnings = Vec::new();
        let body = match detected.kind {
            Kind::Json(framing) => {
                if let Framing::List { .. } = framing {
                    layout.container = Container::JsonList;
                }
                Body::Json { elements: Elements::new(framing), framing, length: 0 }
            }
            Kind::Table(head) => open_table(&mut text, &head, options, &mut layout, &mut warnings)?,
        };
        let now = options.now.unwrap_or_else(Timestamp::now);
        Ok(Self { text, layout, body, now, records: 0, tally: Tally::default(), warnings, ended: false })
    }

    /// What the file holds.
    pub fn format(&self) -> Format {
        self.layout.format
    }

    /// How it is written.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Bytes of the file read so far. They run ahead of the records by one buffer at most.
    pub fn bytes(&self) -> u64 {
        self.text.bytes()
    }

    /// How many records had which outcome so far. After the end its total is the number of records in the file.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What to tell the user. Complete only at the end.
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = self.warnings.clone();
        if self.text.encoding() == Encoding::Windows1252 {
            warnings.push(Warning::Windows1252);
        }
        if self.text.replaced() > 0 {
            warnings.push(Warning::Replaced(self.text.replaced()));
        }
        warnings
    }

    /// The SHA-256 of the file, once it has been read to its end; always there after an iterator that ended without an
    /// error. It equals what [`digest`](super::digest)
    /// said before, unless somebody wrote to the file in between.
    pub fn digest(&self) -> Option<Digest> {
        self.text.digest()
    }

    /// Passes over the next `count` records without reading what they say, and returns how many there were. Positions
    /// go on counting.
    pub fn skip_records(&mut self, count: u64) -> Result<u64, Error> {
        for passed in 0..count {
            if self.pass()?.is_none() {
                return Ok(passed);
            }
        }
        Ok(count)
    }

    /// Moves to the next record without reading what it says, and returns where it is; nothing at the end.
    pub fn pass(&mut self) -> Result<Option<Position>, Error> {
        let position = self.advance();
        match position {
            Ok(Some(position)) => {
                self.tally.passed_over += 1;
                // A row of an ad report is judged by those before it, so they must have been read.
                if let Body::Table(body) = &self.body
                    && matches!(body.rows, Rows::Ads(_))
                {
                    drop(self.verdict(position).inspect_err(|_| self.ended = true)?);
                }
            }
            Ok(None) | Err(_) => self.ended = true,
        }
        position
    }

    /// The record that was handed out or passed last, as it stands in the file.
    pub fn raw(&self) -> Raw {
        match &self.body {
            Body::Nothing => Raw::Json(String::new()),
            Body::Json { length, .. } => {
                let element = self.text.buffer().get(..*length).unwrap_or_default();
                Raw::Json(String::from_utf8_lossy(element).into_owned())
            }
            Body::Table(body) => Raw::Row { header: Arc::clone(&body.binding.header.read), cells: body.row.to_vec() },
        }
    }

    /// Moves to the next record.
    fn advance(&mut self) -> Result<Option<Position>, Error> {
        if self.ended {
            return Ok(None);
        }
        let line = match &mut self.body {
            Body::Nothing => {
                // Read to the end all the same, so that there is a digest.
                while !self.text.peek(1)?.text.is_empty() {
                    let length = self.text.buffer().len();
                    super::source::Feed::consume(&mut self.text, length);
                }
                None
            }
            Body::Json { elements, length, .. } => elements.next(&mut self.text)?.map(|element| {
                *length = element.length;
                element.line
            }),
            Body::Table(body) => body.advance(&mut self.text)?,
        };
        let Some(line) = line else { return Ok(None) };
        self.layout.encoding = self.text.encoding();
        self.records += 1;
        Ok(Some(Position { line, record: self.records }))
    }

    /// Reads what the record says to which [`Self::advance`] moved.
    fn verdict(&mut self, position: Position) -> Result<Result<Verdict, Bad>, Error> {
        Ok(match &mut self.body {
            Body::Nothing => Ok(Verdict::Structure),
            Body::Json { framing, length, .. } => {
                let replaced = json::replace_bad_escapes(&mut self.text.buffer_mut()[..*length]);
                self.text.add_replaced(replaced);
                let element = &self.text.buffer()[..*length];
                match serde_json::from_slice::<Value>(element) {
                    Ok(value) if value.is_object() => read_json(self.layout.format, &value, self.now),
                    Ok(_) => Err(Bad::whole("a record must be an object in braces")),
                    // A last line without its end is a download that was cut, not one bad record.
                    Err(error) if error.is_eof() && *framing == Framing::Lines && self.text.at_end(*length) => {
                        let (bytes, line, records) = (self.text.bytes(), position.line, position.record - 1);
                        return Err(Error::Truncated { bytes, line, records });
                    }
                    Err(error) => Err(Bad::whole(format!("this is not valid JSON: {error}"))),
                }
            }
            Body::Table(body) => {
                let TableBody { row, binding, rows, .. } = &mut **body;
                let verdict = read_row(self.layout.format, row, binding, rows, self.now);
                match rows {
                    Rows::Ads(ads) => ads.check(verdict, position.line)?,
                    _ => verdict,
                }
            }
        })
    }

    /// Reads the record to which [`Self::advance`] moved.
    fn evaluate(&mut self, position: Position) -> Result<Outcome, Error> {
        let verdict = self.verdict(position)?;
        let outcome = match verdict {
            Ok(Verdict::Record(record)) => Outcome::Record { position, record },
            Ok(Verdict::Skip(reason, record)) => Outcome::Skipped(Skipped { position, reason, record }),
            Ok(Verdict::Structure) => {
                Outcome::Skipped(Skipped { position, reason: SkipReason::EmptyRow, record: None })
            }
            Err(Bad { column, reason }) => {
                let (column, reason) = (column.map(|column| printable(&column, 100)), printable(&reason, 1_000));
                Outcome::Rejected(Reject { position, column, reason, raw: self.raw() })
            }
        };
        self.tally.count(&outcome);
        Ok(outcome)
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Outcome, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let outcome = match self.advance() {
            Ok(Some(position)) => self.evaluate(position),
            Ok(None) => {
                self.ended = true;
                return None;
            }
            Err(error) => Err(error),
        };
        self.ended = outcome.is_err();
        Some(outcome)
    }
}

fn open_table<R: Read>(
    text: &mut Text<R>,
    head: &Head,
    options: &Options,
    layout: &mut Layout,
    warnings: &mut Vec<Warning>,
) -> Result<Body, Error> {
    layout.container = Container::Csv { delimiter: char::from(head.delimiter) };
    layout.header = Arc::clone(&head.header.written);
    layout.header_line = head.line;
    layout.period = super::ads::period::Period::read(&head.preamble);
    if let Some(period) = layout.period.filter(|period| period.end < period.start) {
        return Err(Error::PeriodReversed { start: period.start, end: period.end });
    }
    layout.preamble.clone_from(&head.preamble);
    if head.header.read.is_empty() {
        return Ok(Body::Nothing);
    }
    let names = columns::names_of(layout.format, &head.header.read);
    if layout.format == Format::AdPerformance {
        // Rows are parts also where the column that says of what is not to be read.
        let keys: Vec<String> = head.header.read.iter().map(|name| column_key(columns::without_mark(name))).collect();
        if let Some(column) = super::ads::breakdown(keys.iter().map(String::as_str)) {
            return Err(Error::BrokenDown { column: columns::shown(&head.header.written[column]) });
        }
    }
    let binding = Binding::new(head.header.clone(), head.line, names)?;
    if !names.is_empty() {
        layout.columns = binding.read_as(names);
    }
    let rows = survey::decide(text, head, &binding, options, layout)?;
    if let Rows::Ads(ads) = &rows {
        match (ads.granularity, ads.period) {
            (Granularity::Period, Some(period)) if layout.is_guessed => warnings.push(Warning::SeemsAggregate(period)),
            (Granularity::Period, Some(period)) => warnings.push(Warning::Aggregate(period)),
            (Granularity::Month, _) if layout.is_guessed => warnings.push(Warning::SeemsMonthly),
            (Granularity::Day, None) if options.granularity.is_none() => warnings.push(Warning::NoPeriod),
            _ => {}
        }
        if !Scheme::of(&head.header.read).1 {
            warnings.push(Warning::LevelsGuessed);
        }
    }
    let mut table = Table::new(head.delimiter);
    let mut row = Row::default();
    for _ in 0..=head.preamble.len() {
        table.next(text, &mut row)?;
    }
    Ok(Body::Table(Box::new(TableBody { table, row, binding, rows })))
}

impl TableBody {
    /// Moves to the next record and returns its line.
    fn advance<R: Read>(&mut self, text: &mut Text<R>) -> Result<Option<u64>, Error> {
        while self.table.next(text, &mut self.row)? {
            match structure(&self.row, &self.binding, &mut self.rows) {
                Structure::Record => return Ok(Some(self.row.line)),
                Structure::Separator => {}
                Structure::Header => {
                    self.binding = Binding::new(self.row.to_vec().into(), self.row.line, demographics::NAMES)?;
                }
            }
        }
        Ok(None)
    }
}

enum Structure {
    Record,
    Separator,
    Header,
}

/// Tells records from what stands between them: the header again, where files were joined, and in Demographics the
/// blank rows and headers between the tables.
fn structure(row: &Row, binding: &Binding, rows: &mut Rows) -> Structure {
    let header = &binding.header.written;
    if row.len() == binding.width() && row.cell(0) == header[0] && row.iter().eq(header.iter()) {
        return Structure::Separator;
    }
    if let Rows::Demographics(state) = rows {
        if row.is_blank() {
            return Structure::Separator;
        }
        if let Some(section) = demographics::section(row.iter()) {
            state.section = section;
            return Structure::Header;
        }
    }
    Structure::Record
}

fn read_json(format: Format, value: &Value, now: Timestamp) -> Result<Verdict, Bad> {
    match format {
        // A list in JSON has ISO dates; the order matters only to what a person typed.
        Format::Posts => posts::read(&Item::Json(value, posts::NAMES), DateOrder::MonthFirst, now),
        format if format.is_enrichment() => read_nested(format, value),
        format => people::read(format, &Item::Json(value, people::names(format)), now),
    }
}

fn read_nested(format: Format, value: &Value) -> Result<Verdict, Bad> {
    if format.is_profiles() { profiles::read(format, value) } else { companies::read(format, value) }
}

fn read_row(format: Format, row: &Row, binding: &Binding, rows: &Rows, now: Timestamp) -> Result<Verdict, Bad> {
    if row.is_blank() {
        return Ok(Verdict::Skip(SkipReason::EmptyRow, None));
    }
    if row.len() != binding.width() {
        // Even one more empty cell may mean that a comma in a name has shifted all that follows.
        return Err(Bad::whole(format!(
            "the row has {} {}, but the header has {}; check for a separator that is not in quotes",
            row.len(),
            if row.len() == 1 { "cell" } else { "cells" },
            binding.width()
        )));
    }
    let item = Item::Row(row, binding);
    match rows {
        Rows::People => people::read(format, &item, now),
        Rows::Nested => read_nested(format, &fields::nested(row, binding)),
        Rows::Posts(order) => posts::read(&item, *order, now),
        Rows::Connections(order) => connections::read(&item, *order),
        Rows::Ads(ads) => ads.read(&item),
        Rows::Demographics(state) => state.read(row, &item),
    }
}
