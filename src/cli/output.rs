//! Rows for people and for programs: JSON as the database gives it, or a table with small pictures where a shape says more
//! than digits.

use std::{
    fmt::Write as _,
    io::{IsTerminal as _, Write as _},
};

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use crate::{
    error::Error,
    import::{commands_a_terminal, printable},
};

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As it is; lists with commas.
    Text,
    /// A whole number, with thin groups of three digits.
    Count,
    /// A fraction of 1, as a percentage.
    Share,
    /// An amount of money, two decimals, in the currency that the row names.
    Money,
    /// A score of 0.00 to 1.00.
    Score,
    /// A whole number with a bar beside it, in proportion to the largest of the column.
    Bar,
    /// A list of numbers as a line of blocks.
    Sparkline,
}

/// A column of a table: a key of the row, a heading, a format.  The most important columns come first.
#[derive(Debug, Clone, Copy)]
pub struct Column(pub &'static str, pub &'static str, pub Format);

/// Prints rows: JSON as an array, or a table; `empty` says what to do where there are none.
///
/// # Errors
/// When stdout is closed.
pub fn print_rows(json: bool, rows: &[Value], columns: &[Column], empty: &str) -> Result<(), Error> {
    if json {
        return print_json(&rows);
    }
    if rows.is_empty() {
        eprintln!("{empty}");
        return Ok(());
    }
    print_text(&table(rows, columns))
}

/// Prints one value as JSON, indented on a terminal.
///
/// # Errors
/// When stdout is closed.
pub fn print_json(value: &impl serde::Serialize) -> Result<(), Error> {
    let out = std::io::stdout();
    let text = if out.is_terminal() { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    print_text(&escaped(&text.map_err(|error| Error::Internal(error.into()))?))
}

/// JSON in which no character commands a terminal: those that JSON leaves as they are stand within its strings only, where
/// an escape means the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if commands_a_terminal(c) && c != '\n' {
            _ = write!(text, "\\u{:04x}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

/// A text of the data as a line for a terminal: whoever wrote it commands nothing there.
#[must_use]
pub fn clean(text: &str) -> String {
    printable(text, usize::MAX)
}

/// A count that runs on a terminal while something long goes on; nothing elsewhere.
#[must_use]
pub fn counter(doing: &'static str) -> ProgressBar {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::no_length() } else { ProgressBar::hidden() };
    bar.set_message(doing);
    // The template is a constant, which a test of any command that counts would show to be wrong.
    bar.with_style(
        ProgressStyle::with_template("{msg}: {human_pos}  {elapsed}").unwrap_or_else(|_| ProgressStyle::default_bar()),
    )
}

/// Prints text and a line feed.  Whatever is in it, a terminal is commanded by nothing; a file or a program gets it as it is.
///
/// # Errors
/// When stdout is closed.
pub fn print_text(text: &str) -> Result<(), Error> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        let lines: Vec<String> = text.split('\n').map(clean).collect();
        writeln!(out, "{}", lines.join("\n"))?;
    } else {
        writeln!(out, "{text}")?;
    }
    Ok(())
}

/// One line below the headings is all that a table needs.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// Text is wrapped where it has to be, but to no less than this.
const NARROWEST_TEXT: usize = 16;

/// Rows as a table for this terminal, or as wide as it comes where stdout is none.
#[must_use]
pub fn table(rows: &[Value], columns: &[Column]) -> String {
    fitted(rows, columns, width())
}

/// How many characters a line of this terminal has; nothing where stdout is none, since into a file or a pipe a row is a line,
/// however long.  A terminal that says 0, as some do over a serial line or within a container, does not know.
#[must_use]
pub fn width() -> Option<usize> {
    let width = std::io::stdout().is_terminal().then(|| Table::new().width()).flatten();
    width.filter(|width| *width > 0).map(usize::from)
}

/// Whether a table of these rows shows a column in this terminal.
#[must_use]
pub fn shows(rows: &[Value], columns: &[Column], key: &str) -> bool {
    let (shown, _) = choose(rows, columns, width());
    shown.iter().any(|(column, ..)| column.0 == key)
}

/// A column, its cells, and how wide the widest of them is.
type Shown<'a> = (&'a Column, Vec<String>, usize);

const fn may_wrap(column: &Column, widest: usize) -> bool {
    matches!(column.2, Format::Text) && widest > NARROWEST_TEXT
}

/// The columns that this width holds, and the headings of those that it does not.  Columns stand in the order of their
/// importance, so the last ones give way.  A column that is empty in every row is left out.
fn choose<'a>(rows: &[Value], columns: &'a [Column], width: Option<usize>) -> (Vec<Shown<'a>>, Vec<&'a str>) {
    let mut shown: Vec<Shown<'a>> = columns
        .iter()
        .filter(|column| rows.iter().any(|row| !row[column.0].is_null()))
        .map(|column| {
            let largest = rows.iter().filter_map(|row| row[column.0].as_f64()).fold(0.0, f64::max);
            let cells: Vec<String> = rows.iter().map(|row| show(row, column, largest)).collect();
            let widest = cells.iter().map(|cell| cell.width()).chain([column.1.width()]).max().unwrap_or_default();
            (column, cells, widest)
        })
        .collect();
    let mut hidden: Vec<&str> = Vec::new();
    if let Some(width) = width {
        let needed = |(column, _, widest): &Shown<'_>| {
            // A space on each side of a cell, and one between two.
            3 + if may_wrap(column, *widest) { NARROWEST_TEXT } else { *widest }
        };
        while shown.len() > 1 && shown.iter().map(needed).sum::<usize>() > width + 1 {
            hidden.extend(shown.pop().map(|(column, ..)| column.1));
        }
    }
    hidden.reverse();
    (shown, hidden)
}

/// Numbers, days, bars and short words are never broken, and what the width does not hold is named below the table.
fn fitted(rows: &[Value], columns: &[Column], width: Option<usize>) -> String {
    let (shown, hidden) = choose(rows, columns, width);
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Disabled);
    if let Some(width) = width {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(u16::try_from(width).unwrap_or(u16::MAX));
    }
    table.set_header(shown.iter().map(|(column, ..)| Cell::new(column.1).set_alignment(alignment(column.2))));
    for row in 0..rows.len() {
        table.add_row(shown.iter().map(|(column, cells, _)| Cell::new(&cells[row]).set_alignment(alignment(column.2))));
    }
    for ((column, _, widest), drawn) in shown.iter().zip(table.column_iter_mut()) {
        if !may_wrap(column, *widest) {
            drawn.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let mut text = table.to_string();
    if !hidden.is_empty() {
        text.extend(["\n (not shown in this width: ", &hidden.join(", "), ")"]);
    }
    text
}

const fn alignment(format: Format) -> CellAlignment {
    match format {
        Format::Text | Format::Bar | Format::Sparkline => CellAlignment::Left,
        _ => CellAlignment::Right,
    }
}

fn show(row: &Value, column: &Column, largest: f64) -> String {
    let value = &row[column.0];
    if value.is_null() {
        return "–".to_owned();
    }
    match column.2 {
        Format::Text => text(value),
        Format::Count => count(value.as_f64().unwrap_or_default()),
        Format::Share => format!("{:.1} %", 100.0 * value.as_f64().unwrap_or_default()),
        Format::Money => {
            let amount = money(value.as_f64().unwrap_or_default());
            let currency = row["spend_currency"].as_str().or(row["currency"].as_str());
            currency.map_or_else(|| amount.clone(), |currency| format!("{amount} {currency}"))
        }
        Format::Score => format!("{:.2}", value.as_f64().unwrap_or_default()),
        Format::Bar => {
            let number = value.as_f64().unwrap_or_default();
            format!("{} {}", bar(number, largest, 10), count(number))
        }
        Format::Sparkline => {
            sparkline(&value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect::<Vec<_>>())
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => clean(text),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        other => other.to_string(),
    }
}

/// A whole number with a thin space between groups of three digits.
#[must_use]
pub fn count(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push('\u{2009}');
        }
        grouped.push(digit);
    }
    if number < 0.0 { format!("-{grouped}") } else { grouped }
}

/// An amount with two decimals.
#[must_use]
pub fn money(amount: f64) -> String {
    let cents = (amount * 100.0).round();
    format!("{}.{:02.0}", count((cents / 100.0).trunc()), cents.abs() % 100.0)
}

/// `value` on a scale whose end, `largest`, is `steps`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is between 0 and steps")]
fn scaled(value: f64, largest: f64, steps: usize) -> usize {
    if largest > 0.0 { ((value / largest).clamp(0.0, 1.0) * steps as f64).round() as usize } else { 0 }
}

/// A bar of at most `width` cells, in eighths of a cell; always the same width, so that numbers behind it line up.
#[must_use]
pub fn bar(value: f64, largest: f64, width: usize) -> String {
    const EIGHTHS: [char; 8] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
    let eighths = scaled(value, largest, width * 8);
    let full = eighths / 8;
    let mut bar = "█".repeat(full);
    if full < width {
        bar.push(EIGHTHS[eighths % 8]);
        bar.push_str(&" ".repeat(width - full - 1));
    }
    bar
}

/// Numbers as a line of blocks, the largest at full height.
#[must_use]
pub fn sparkline(values: &[f64]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let largest = values.iter().copied().fold(0.0, f64::max);
    values.iter().map(|value| BLOCKS[scaled(*value, largest, 7)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_grouped_and_pictures_keep_their_width() {
        assert_eq!(count(1_234_567.0), "1\u{2009}234\u{2009}567");
        assert_eq!(count(999.0), "999");
        assert_eq!((money(10_901.014), money(0.5)), ("10\u{2009}901.01".to_owned(), "0.50".to_owned()));
        assert_eq!(bar(5.0, 10.0, 4), "██  ");
        assert_eq!(bar(0.0, 0.0, 3), "   ");
        assert_eq!(bar(10.0, 10.0, 3), "███");
        assert_eq!(sparkline(&[0.0, 5.0, 10.0]), "▁▅█");
    }

    #[test]
    fn a_rate_without_a_denominator_is_a_dash_and_an_empty_column_is_left_out() {
        let rows =
            [json!({"name": "a", "rate": 0.1234, "none": null}), json!({"name": "b", "rate": null, "none": null})];
        let columns = [
            Column("name", "Name", Format::Text),
            Column("rate", "Rate", Format::Share),
            Column("none", "None", Format::Count),
        ];
        let text = fitted(&rows, &columns, None);
        assert!(text.contains("12.3 %") && text.contains('–') && !text.contains("None"), "{text}");
    }

    #[test]
    fn what_comes_from_the_data_commands_no_terminal() {
        let rows = [json!({"name": "a\u{1b}[31mb\nc\u{202e}d\u{9b}"})];
        let text = fitted(&rows, &[Column("name", "Name", Format::Text)], None);
        assert!(text.contains("a [31mb c d"), "{text:?}");
        let json = escaped(&serde_json::to_string_pretty(&rows).unwrap());
        assert!(json.contains(r"a\u001b[31mb\nc\u202ed\u009b") && json.starts_with("[\n"), "{json:?}");
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), json!(rows), "and says the same");
    }

    #[test]
    fn a_narrow_terminal_breaks_no_number_and_says_what_it_hides() {
        let rows = [json!({"name": "A campaign of a rather long name", "day": "2026-11-24", "n": 1_234_567.0,
            "spend": 10_901.01, "currency": "EUR"})];
        let columns = [
            Column("name", "Campaign", Format::Text),
            Column("day", "Day", Format::Text),
            Column("n", "Engagements", Format::Bar),
            Column("spend", "Spend", Format::Money),
        ];
        let whole = ["2026-11-24", "██████████ 1\u{2009}234\u{2009}567", "10\u{2009}901.01 EUR"];
        let wide = fitted(&rows, &columns, Some(100));
        assert!(whole.iter().all(|cell| wide.contains(cell)), "{wide}");
        let narrow = fitted(&rows, &columns, Some(56));
        assert!(whole[..2].iter().all(|cell| narrow.contains(cell)) && !narrow.contains(whole[2]), "{narrow}");
        assert!(narrow.contains("not shown in this width: Spend"), "{narrow}");
        assert!(narrow.lines().all(|line| line.contains("shown") || line.width() <= 56), "{narrow}");
    }
}
