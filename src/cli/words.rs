//! What several nouns say in the same way: labelled facts, days and times, scores, and the hint after a wrong name.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, TableStyle};
use serde_json::{Value, json};

use std::io::IsTerminal as _;

use crate::{
    cli::output::{self, Column, Format},
    error::Error,
};

/// Prints facts with their labels, one a line; what is not known is left out.
///
/// # Errors
/// When stdout is closed.
pub fn print_fields(fields: &[(&str, String)]) -> Result<(), Error> {
    let mut table = Table::new();
    table.load_style(TableStyle::new()).set_content_arrangement(ContentArrangement::Dynamic);
    if !std::io::stdout().is_terminal() {
        table.set_content_arrangement(ContentArrangement::Disabled);
    }
    for (label, text) in fields.iter().filter(|(_, text)| !text.is_empty()) {
        // Notes and lists stand on several lines; whatever else commands a terminal goes.
        let text: Vec<String> = text.split('\n').map(output::clean).collect();
        table.add_row([Cell::new(label), Cell::new(text.join("\n"))]);
    }
    if let Some(labels) = table.column_mut(0) {
        labels.set_constraint(ColumnConstraint::ContentWidth);
    }
    if table.is_empty() { Ok(()) } else { output::print_text(&table.trim_fmt()) }
}

/// Prints a heading and the rows below it; nothing where there are none.
///
/// # Errors
/// When stdout is closed.
pub fn print_section(heading: &str, rows: &[Value], columns: &[Column]) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    output::print_text(&format!("\n{heading}\n{}", output::table(rows, columns)))
}

/// The text of a value: nothing of null, lists with commas, enum words with spaces instead of underscores.
#[must_use]
pub fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// A word of one of the database's vocabularies as a person writes it.
#[must_use]
pub fn word(value: &Value) -> String {
    text(value).replace('_', " ")
}

/// The day of a time.
#[must_use]
pub fn day(value: &Value) -> String {
    text(value).chars().take("2026-01-31".len()).collect()
}

/// The day and the minute of a time.
#[must_use]
pub fn minute(value: &Value) -> String {
    text(value).chars().take("2026-01-31 12:00".len()).collect::<String>().replace('T', " ")
}

/// A score or another number with two decimals.
#[must_use]
pub fn score(value: &Value) -> String {
    value.as_f64().map(|number| format!("{number:.2}")).unwrap_or_default()
}

/// A time of the database's, to the minute: "2026-11-26 16:53"; empty where there is none.
#[must_use]
pub fn moment(value: &serde_json::Value) -> String {
    let text = value.as_str().unwrap_or_default();
    text.chars().take(16).collect::<String>().replace('T', " ")
}

/// "1 person", "2 people".
#[must_use]
pub fn counted(number: f64, one: &str, many: &str) -> String {
    // One is exact in floating point.
    let is_one = (number - 1.0).abs() < f64::EPSILON;
    format!("{} {}", output::count(number), if is_one { one } else { many })
}

/// ", 3 links to posts, 1 ad": what there is of some things.
#[must_use]
pub fn contents(parts: &[(i64, &str, &str)]) -> String {
    let there = parts.iter().filter(|(number, ..)| *number > 0);
    #[expect(clippy::cast_precision_loss, reason = "nobody has so many of anything")]
    let in_words = there.map(|(number, one, many)| counted(*number as f64, one, many));
    // A comma before the first, too, since they are put behind something.
    std::iter::once(String::new()).chain(in_words).collect::<Vec<_>>().join(", ")
}

/// ", renamed from X", where it was.
#[must_use]
pub fn renamed(before: &str, after: &str) -> String {
    if before == after { String::new() } else { format!(", renamed from {before:?}") }
}

/// Whether what is to be deleted was named once more.
#[must_use]
pub fn is_confirmed(name: &str, confirm: Option<&str>) -> bool {
    confirm.is_some_and(|confirm| confirm.trim().to_lowercase() == name.trim().to_lowercase())
}

/// A kind of engagement: the key of its count, one of it, many of it.
pub type Kind = (&'static str, &'static str, &'static str);

/// The kinds that are counted for a person, whose likes are counted apart.
pub const PERSON_KINDS: [Kind; 6] = [
    ("likes", "like", "likes"),
    ("reactions", "other reaction", "other reactions"),
    ("comments", "comment", "comments"),
    ("shares", "share", "shares"),
    ("follows", "follow", "follows"),
    ("clicks", "click", "clicks"),
];

/// The kinds that are counted for a post.
pub const POST_KINDS: [Kind; 5] = [
    ("reactions", "reaction", "reactions"),
    ("comments", "comment", "comments"),
    ("shares", "share", "shares"),
    ("follows", "follow", "follows"),
    ("click_events", "click", "clicks"),
];

/// "3 likes, 1 comment": the kinds of engagement that there are, with their numbers.
#[must_use]
pub fn kinds(counts: &Value, kinds: &[Kind]) -> String {
    let number = |key: &str| counts[key].as_f64().unwrap_or_default();
    let there = kinds.iter().filter(|(key, ..)| number(key) > 0.0);
    there.map(|(key, one, many)| counted(number(key), one, many)).collect::<Vec<_>>().join(", ")
}

/// The numbers of one column.
#[must_use]
pub fn numbers(rows: &[Value], key: &str) -> Vec<f64> {
    rows.iter().filter_map(|row| row[key].as_f64()).collect()
}

/// Rows for the terminal, with times of these keys cut to their days.
#[must_use]
pub fn with_days(mut rows: Vec<Value>, keys: &[&str]) -> Vec<Value> {
    for row in &mut rows {
        for key in keys.iter().filter(|key| !row[**key].is_null()).copied().collect::<Vec<_>>() {
            row[key] = day(&row[key]).into();
        }
    }
    rows
}

/// A value of a key figure, in the unit of its kind.
#[must_use]
pub fn figure(kpi: &Value, value: &Value) -> Option<String> {
    let number = value.as_f64()?;
    // Two decimals at most: 0.4 % and 12.35 %.
    let short = |number: f64| format!("{number:.2}").trim_end_matches('0').trim_end_matches('.').to_owned();
    Some(match kpi.as_str() {
        Some("engagement_rate" | "targeting_accuracy" | "click_through_rate") => format!("{} %", short(100.0 * number)),
        Some("cost_per_click" | "cost_per_engagement") => format!("{number:.2}"),
        _ => output::count(number),
    })
}

/// "2 to 5 %", "10 000 or more"; nothing where there is none.
#[must_use]
pub fn benchmark(row: &Value) -> Option<String> {
    let kpi = &row["primary_kpi"];
    let low = figure(kpi, &row["benchmark_low"])?;
    Some(match figure(kpi, &row["benchmark_high"]) {
        Some(high) => format!("{} to {high}", low.trim_end_matches(" %")),
        None => format!("{low} or more"),
    })
}

/// How a histogram is shown.
pub const HISTOGRAM: &[Column] = &[Column("scores", "Score", Format::Text), Column("people", "People", Format::Bar)];

/// Ten bins of scores as rows, the best first.
#[must_use]
pub fn histogram(bins: &[f64]) -> Vec<Value> {
    let label = |bin: usize| if bin == 9 { "0.90 to 1.00".to_owned() } else { format!("0.{bin}0 to 0.{bin}9") };
    bins.iter().enumerate().rev().map(|(bin, people)| json!({"scores": label(bin), "people": people})).collect()
}

/// [`Error::NotFound`] with the name that was probably meant, or the names that there are, or what to do where there are none.
#[must_use]
pub fn unknown(noun: &str, name: &str, names: &[String], list: &str) -> Error {
    const SHOWN: usize = 12;
    Error::NotFound(if names.is_empty() {
        format!("there is no {noun} {name:?}; {list}")
    } else if let Some(meant) = nearest(name, names) {
        format!("there is no {noun} {name:?}; did you mean {meant:?}? {list}")
    } else if names.len() > SHOWN {
        format!("there is no {noun} {name:?}; there are {}, …; {list}", names[..SHOWN].join(", "))
    } else {
        format!("there is no {noun} {name:?}; there are: {}", names.join(", "))
    })
}

/// The one name that a mistyped or shortened one probably means.
fn nearest<'a>(name: &str, names: &'a [String]) -> Option<&'a String> {
    let wanted = name.trim().to_lowercase();
    let length = wanted.chars().count();
    let begins = |other: &&String| length >= 3 && other.to_lowercase().starts_with(&wanted);
    let mut beginning = names.iter().filter(begins);
    if let (Some(only), None) = (beginning.next(), beginning.next()) {
        return Some(only);
    }
    // One slip in four letters.
    let near = names.iter().map(|other| (slips(&wanted, &other.to_lowercase()), other));
    near.min_by_key(|(slips, _)| *slips).filter(|(slips, _)| *slips <= length / 4).map(|(_, other)| other)
}

/// How many letters must be put in, left out, replaced, or exchanged with the next, to make one word of another.
fn slips(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let (mut before, mut last) = (Vec::new(), (0..=b.len()).collect::<Vec<usize>>());
    let mut previous = None;
    for (row, letter) in a.chars().enumerate() {
        let mut next = vec![row + 1];
        for column in 0..b.len() {
            let replaced = last[column] + usize::from(letter != b[column]);
            let mut fewest = replaced.min(last[column + 1] + 1).min(next[column] + 1);
            if column > 0 && previous == Some(b[column]) && letter == b[column - 1] {
                let exchanged: &Vec<usize> = &before;
                fewest = fewest.min(exchanged[column - 1] + 1);
            }
            next.push(fewest);
        }
        before = std::mem::replace(&mut last, next);
        previous = Some(letter);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_seen_through() {
        let names = ["Marketing leaders", "Marketers", "Founders and owners"].map(str::to_owned);
        for (typed, meant) in [
            ("Markting leaders", Some("Marketing leaders")),
            ("marketing laeders", Some("Marketing leaders")),
            ("Founders", Some("Founders and owners")),
            ("markters", Some("Marketers")),
            ("Mark", None),
            ("Sales", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, &names).map(String::as_str), meant, "{typed}");
        }
        assert_eq!((slips("abc", "acb"), slips("", "ab"), slips("kitten", "sitting")), (1, 2, 3));
    }

    #[test]
    fn times_are_cut_to_what_is_read() {
        let at = json!("2026-01-31T12:34:56.789+00:00");
        assert_eq!(day(&at), "2026-01-31");
        assert_eq!(minute(&at), "2026-01-31 12:34");
        assert_eq!(day(&Value::Null), "");
    }

    #[test]
    fn bins_are_named_from_the_best_down() {
        let rows = histogram(&[1.0; 10]);
        assert_eq!(rows[0]["scores"], "0.90 to 1.00");
        assert_eq!(rows[9]["scores"], "0.00 to 0.09");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(counted(1.0, "person", "people"), "1 person");
        assert_eq!(counted(0.0, "person", "people"), "0 people");
    }

    #[test]
    fn a_figure_is_shown_in_its_unit() {
        assert_eq!(figure(&json!("engagement_rate"), &json!(0.025)).as_deref(), Some("2.5 %"));
        assert_eq!(figure(&json!("click_through_rate"), &json!(0.0044)).as_deref(), Some("0.44 %"));
        assert_eq!(figure(&json!("cost_per_click"), &json!(3)).as_deref(), Some("3.00"));
        assert_eq!(figure(&json!("comments"), &json!(10)).as_deref(), Some("10"));
        assert_eq!(figure(&json!("comments"), &Value::Null), None);
        let rate = json!({"primary_kpi": "engagement_rate", "benchmark_low": 0.02, "benchmark_high": 0.05});
        assert_eq!(benchmark(&rate).as_deref(), Some("2 to 5 %"));
        let open = json!({"primary_kpi": "impressions", "benchmark_low": 10000});
        assert_eq!(benchmark(&open).as_deref(), Some("10\u{2009}000 or more"));
    }
}
