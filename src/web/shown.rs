//! How numbers, days and words are shown on pages, and the small pictures beside them.
//!
//! A picture is a type whose text needs no escaping, since it is made of numbers and of words of ours alone.

use std::fmt::{self, Write as _};

use askama::filters::{Html, HtmlSafe, escape};
use jiff::civil::Date;
use serde::Serialize;

use super::assets;

/// Between groups of digits and before a unit: narrow, and no place to break a line.
const NARROW: char = '\u{202f}';
/// What is not known.
const UNKNOWN: &str = "–";

/// A number with so many decimals, its digits in groups of three.
fn grouped(number: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", number.abs());
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), ""), |(whole, rest)| (whole, rest));
    let mut shown = String::new();
    if number < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        shown.push('\u{2212}');
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            shown.push(NARROW);
        }
        shown.push(digit);
    }
    if !rest.is_empty() {
        shown.push('.');
        shown.push_str(rest);
    }
    shown
}

/// A whole number.
pub(super) fn count(number: i64) -> String {
    grouped(number as f64, 0)
}

/// A whole number, where it is known.
pub(super) fn maybe_count(number: Option<i64>) -> String {
    number.map_or_else(|| UNKNOWN.to_owned(), count)
}

/// An amount, without its currency.
pub(super) fn amount(amount: Option<f64>) -> String {
    amount.map_or_else(|| UNKNOWN.to_owned(), |amount| grouped(amount, 2))
}

/// An amount with its currency: "1 234.50 EUR"; without one where it is not known.
pub(super) fn money(amount: f64, currency: &str) -> String {
    let amount = grouped(amount, 2);
    if currency.is_empty() { amount } else { format!("{amount}{NARROW}{currency}") }
}

/// The same where nobody may know it.
pub(super) fn maybe_money(amount: Option<f64>, currency: &str) -> String {
    amount.map_or_else(|| UNKNOWN.to_owned(), |amount| money(amount, currency))
}

/// A share of 1 in per cent, without the sign, for columns that say it once.
pub(super) fn per_cent(share: Option<f64>) -> String {
    share.map_or_else(|| UNKNOWN.to_owned(), |share| grouped(100.0 * share, 2))
}

/// A share of 1 as "12.3 %".
pub(super) fn share(share: f64) -> String {
    share_of(share, 1)
}

/// The same with so many decimals.
pub(super) fn share_of(share: f64, decimals: usize) -> String {
    format!("{}{NARROW}%", grouped(100.0 * share, decimals))
}

/// A share that is believed and not counted: no more digits than can be meant.
pub(super) fn believed(share: f64) -> String {
    let decimals = match share {
        0.095.. => 0,
        0.0095.. => 1,
        _ => 2,
    };
    share_of(share, decimals)
}

/// One of two numbers as a share of the other.
pub(super) fn ratio(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// "1 person", "2 people".
pub(super) fn counted(number: i64, one: &str, many: &str) -> String {
    // No line ends between the two.
    format!("{}\u{a0}{}", count(number), if number == 1 { one } else { many })
}

/// "7 Nov 2026".
pub(super) fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// "7 Nov".
pub(super) fn short_day(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}

/// From a day to another, as far as they are known.
pub(super) fn days(first: Option<Date>, last: Option<Date>) -> Option<String> {
    match (first, last) {
        (Some(first), Some(last)) => Some(format!("{} to {}", day(first), day(last))),
        (Some(first), None) => Some(format!("from {}", day(first))),
        (None, Some(last)) => Some(format!("to {}", day(last))),
        (None, None) => None,
    }
}

/// An address that a page may link to.  It came out of somebody's file: one that is no web address is none.
pub(super) fn web_address(text: Option<String>) -> Option<String> {
    let text = text?;
    let url = url::Url::parse(text.trim()).ok()?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then(|| url.to_string())
}

/// A time as its page says it: to the minute, where so much is known, else the day by which it had happened.
pub(super) fn moment(at: jiff::Timestamp, zone: &jiff::tz::TimeZone, is_exact: bool) -> String {
    let at = at.to_zoned(zone.clone());
    if is_exact { at.strftime("%-d %b %Y %H:%M").to_string() } else { format!("by {}", day(at.date())) }
}

/// A moment as the database writes it into JSON, by a clock, to the minute; empty where there is none.
pub(super) fn at(value: &serde_json::Value, zone: &jiff::tz::TimeZone) -> String {
    let at = value.as_str().and_then(|text| text.parse().ok());
    at.map(|at| moment(at, zone, true)).unwrap_or_default()
}

/// A moment as the database writes it into JSON by the tenant's clock, to the minute; empty where there is none.
pub(super) fn minute(value: &serde_json::Value) -> String {
    let local = value.as_str().and_then(|text| text.get(..16)).and_then(|text| text.parse().ok());
    local.map(|at: jiff::civil::DateTime| at.strftime("%-d %b %Y %H:%M").to_string()).unwrap_or_default()
}

/// Whether one of its words is a flag.
fn names_flag(text: &str) -> bool {
    let flag =
        |word: &str| word.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    text.split_whitespace().any(flag)
}

/// A sentence without what the command line is told in brackets.
fn without_flags(text: &str) -> String {
    let mut parts = text.split(" (");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((inside, rest)) if names_flag(inside) => said.push_str(rest),
            _ => said.extend([" (", part]),
        }
    }
    said
}

/// What went wrong, as one sentence of a page: without what the command line is told.
pub(super) fn told(text: &str) -> String {
    sentence(&without_flags(text))
}

/// A sentence of the program's as one of a page: with a capital letter, and an end.
pub(super) fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    // An address or a file may stand first, and is written as it is.
    let is_word = |word: &str| !word.contains(['@', ':']) && !word.trim_end_matches('.').contains('.');
    let is_word = text.split_whitespace().next().is_some_and(is_word);
    let mut sentence = if is_word { first.chain(chars).collect() } else { text.to_owned() };
    if !sentence.ends_with(['.', '?', '!']) {
        sentence.push('.');
    }
    sentence
}

/// A moment as a file for a spreadsheet has it, to the second.
pub(super) fn utc(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A word of one of the database's vocabularies as a person writes it: "Sponsored content".
pub(super) fn word(word: &str) -> String {
    if word == "click_through_rate" {
        return "Click-through rate".to_owned();
    }
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars.map(|c| if c == '_' { ' ' } else { c })).collect()
}

/// A value of a key figure, in the unit of its kind.
pub(super) fn figure(kpi: &str, value: f64, currency: &str) -> String {
    finer_figure(kpi, value, currency, 0)
}

/// The same with so many decimals more.
fn finer_figure(kpi: &str, value: f64, currency: &str, more: usize) -> String {
    match kpi {
        "engagement_rate" | "targeting_accuracy" | "click_through_rate" => share_of(value, 2 + more),
        "cost_per_click" | "cost_per_engagement" => format!("{}{NARROW}{currency}", grouped(value, 2 + more)),
        _ => grouped(value, more),
    }
}

/// Two values of a key figure with as many decimals as it takes to tell them apart, up to three more than it has.
pub(super) fn figures_apart(kpi: &str, values: [f64; 2], currency: &str) -> [String; 2] {
    let at = |more| values.map(|value| finer_figure(kpi, value, currency, more));
    (0..=3).map(at).find(|[one, other]| one != other).unwrap_or_else(|| at(0))
}

/// An icon.
#[derive(Clone, Copy)]
pub(super) struct Icon {
    name: &'static str,
    /// How serious it is, as a class: good, warn, bad; empty: not at all.
    class: &'static str,
}

/// The icon of this name in assets/vendor/icons.svg.
pub(super) const fn icon(name: &'static str) -> Icon {
    Icon { name, class: "" }
}

/// The same, for something that is not as it should be.
pub(super) const fn icon_of(name: &'static str, class: &'static str) -> Icon {
    Icon { name, class }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, class } = self;
        let space = if class.is_empty() { "" } else { " " };
        let file = assets::icons();
        write!(f, r#"<svg class="icon{space}{class}" aria-hidden="true"><use href="{file}#{name}"/></svg>"#)
    }
}
impl HtmlSafe for Icon {}

/// The colour of a persona.
#[derive(Clone)]
pub(super) struct Dot(pub(super) String);

/// What the database takes for a colour; whatever else somebody may have put there is none.
fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

impl fmt::Display for Dot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colour = if is_colour(&self.0) { &self.0 } else { "#888888" };
        write!(
            f,
            r#"<svg class="dot" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="{colour}"/></svg>"#
        )
    }
}
impl HtmlSafe for Dot {}

/// Text in which `words` between backticks are code, as documents write it.
pub(super) struct Prose(pub(super) String);

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<&str> = self.0.split('`').collect();
        for (place, part) in parts.iter().enumerate() {
            let Ok(text) = escape(part, Html);
            match place % 2 {
                1 if place + 1 < parts.len() => write!(f, "<code>{text}</code>")?,
                // What nobody closes is no code.
                1 => write!(f, "`{text}")?,
                _ => write!(f, "{text}")?,
            }
        }
        Ok(())
    }
}
impl HtmlSafe for Prose {}

/// A share as a bar.
#[derive(Clone, Copy)]
pub(super) struct Bar(pub(super) f64, pub(super) &'static str);

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(share, class) = self;
        let width = 100.0 * if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        let class = if class.is_empty() { String::new() } else { format!(r#" class="{class}""#) };
        write!(
            f,
            r#"<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect{class} width="{width:.1}" height="4"/></svg>"#
        )
    }
}
impl HtmlSafe for Bar {}

/// A share with its bar, in a cell of a table.
#[derive(Clone, Copy)]
pub(super) struct ShareBar(pub(super) Option<f64>);

impl fmt::Display for ShareBar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(part) => write!(f, r#"<div class="bar-cell">{}<span>{}</span></div>"#, Bar(part, ""), share(part)),
            None => f.write_str(UNKNOWN),
        }
    }
}
impl HtmlSafe for ShareBar {}

/// What a number is, against what it was.
#[derive(Clone, Copy)]
pub(super) struct Change {
    pub(super) now: i64,
    pub(super) before: i64,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { now, before } = *self;
        let Some(change) = ratio(now - before, before) else {
            return f.write_str(if now == 0 { UNKNOWN } else { r#"<span class="delta same">new</span>"# });
        };
        let size = share_of(change.abs(), 0);
        if change.abs() < 0.005 {
            write!(f, r#"<span class="delta same">±{NARROW}0{NARROW}%</span>"#)
        } else if change > 0.0 {
            write!(
                f,
                r#"<span class="delta up"><span aria-hidden="true">▲</span><span class="sr">up</span> {size}</span>"#
            )
        } else {
            write!(
                f,
                r#"<span class="delta down"><span aria-hidden="true">▼</span><span class="sr">down</span> {size}</span>"#
            )
        }
    }
}
impl HtmlSafe for Change {}

/// The state of a campaign, or of an entry of the calendar.
#[derive(Clone)]
pub(super) struct State(pub(super) String);

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, text) = match self.0.as_str() {
            "active" => ("good", "Active"),
            "paused" => ("warn", "Paused"),
            "draft" => ("hollow", "Draft"),
            "scheduled" => ("busy", "Scheduled"),
            "published" => ("good", "Published"),
            "completed" => ("", "Completed"),
            "archived" => ("hollow", "Archived"),
            "cancelled" => ("hollow", "Cancelled"),
            _ => ("hollow", "Unknown"),
        };
        write!(f, r#"<span class="state {kind}">{text}</span>"#)
    }
}
impl HtmlSafe for State {}

/// A line of numbers, with its name for those who do not see it.
pub(super) struct Spark(pub(super) Vec<f64>);

impl fmt::Display for Spark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let top = self.0.iter().copied().fold(0.0, f64::max);
        let top = if top > 0.0 { top } else { 1.0 };
        let step = 120.0 / self.0.len().saturating_sub(1).max(1) as f64;
        let mut points = String::new();
        for (index, value) in self.0.iter().enumerate() {
            write!(points, "{:.1},{:.1} ", index as f64 * step, 27.0 - value * 25.0 / top)?;
        }
        let points = points.trim_end();
        let end = |value: Option<&f64>| grouped(value.copied().unwrap_or_default(), 1);
        write!(
            f,
            r#"<svg class="spark" viewBox="0 0 120 28" preserveAspectRatio="none" role="img" aria-label="Average of seven days, from {} to {} engagements a day"><polyline class="area" points="0,28 {points} 120,28"/><polyline points="{points}"/></svg>"#,
            end(self.0.first()),
            end(self.0.last())
        )
    }
}
impl HtmlSafe for Spark {}

/// How many have which score, in ten bins from 0 to 1, and the score from which one matches.
pub(super) struct Columns {
    pub(super) bins: Vec<i64>,
    pub(super) threshold: f64,
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let top = self.bins.iter().copied().max().unwrap_or_default().max(1) as f64;
        let line = 100.0 * if self.threshold.is_finite() { self.threshold.clamp(0.0, 1.0) } else { 0.0 };
        let mut label = String::new();
        for (bin, people) in self.bins.iter().enumerate().filter(|(_, people)| **people > 0) {
            write!(label, "{}.{}: {}; ", bin / 10, bin % 10, count(*people))?;
        }
        let label = if label.is_empty() { "nobody" } else { label.trim_end_matches("; ") };
        // Beside the picture, since what stands in it is stretched with it.
        f.write_str(r#"<div class="bins" aria-hidden="true">"#)?;
        for people in &self.bins {
            match *people {
                0 => f.write_str("<span></span>")?,
                few @ ..10_000 => write!(f, "<span>{}</span>", count(few))?,
                many => write!(f, "<span>{}k</span>", count(many / 1_000))?,
            }
        }
        f.write_str("</div>")?;
        write!(
            f,
            r#"<svg class="columns" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label="People by score, from tenth to tenth: {label}">"#
        )?;
        for (bin, people) in self.bins.iter().enumerate() {
            // A few are to be seen beside many.
            let height = if *people > 0 { (39.0 * *people as f64 / top).max(0.8) } else { 0.0 };
            let left = 10.0 * bin as f64;
            let class = if left + 9.999 < line { r#" class="off""# } else { "" };
            write!(
                f,
                r#"<rect{class} x="{:.1}" y="{:.1}" width="9" height="{height:.1}"/>"#,
                left + 0.5,
                40.0 - height
            )?;
        }
        write!(f, r#"<line x1="{line:.1}" x2="{line:.1}" y1="0" y2="40"/></svg>"#)
    }
}
impl HtmlSafe for Columns {}

/// Between what a share lies, what it is most likely, and what is usual.
pub(super) struct Interval {
    pub(super) low: f64,
    pub(super) mean: f64,
    pub(super) high: f64,
    pub(super) usual: Option<f64>,
    /// What stands at the right end.
    pub(super) widest: f64,
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| {
            if self.widest > 0.0 && share.is_finite() { (100.0 * share / self.widest).clamp(0.0, 100.0) } else { 0.0 }
        };
        let (low, mean, high) = (at(self.low), at(self.mean), at(self.high));
        let width = (high - low).max(0.5);
        write!(
            f,
            r#"<svg class="interval" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><line class="axis" x1="0" x2="100" y1="10" y2="10"/><rect class="range" x="{low:.1}" y="6" width="{width:.1}" height="8"/><rect class="mean" x="{:.1}" y="3" width="1" height="14"/>"#,
            (mean - 0.5).clamp(0.0, 99.0)
        )?;
        if let Some(usual) = self.usual.filter(|usual| *usual <= self.widest) {
            write!(f, r#"<line class="usual" x1="{0:.1}" x2="{0:.1}" y1="0" y2="20"/>"#, at(usual))?;
        }
        f.write_str("</svg>")
    }
}
impl HtmlSafe for Interval {}

/// What a chart shows, for the script that draws it.
#[derive(Serialize)]
pub(super) struct Chart {
    pub(super) x: Vec<String>,
    pub(super) unit: &'static str,
    pub(super) stack: bool,
    pub(super) series: Vec<Series>,
}

#[derive(Serialize)]
pub(super) struct Series {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) colour: Option<String>,
    pub(super) data: Vec<i64>,
}

impl fmt::Display for Chart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Data(self).fmt(f)
    }
}
impl HtmlSafe for Chart {}

/// What a script finds in the page.
pub(super) struct Data<T>(pub(super) T);

impl<T: Serialize> fmt::Display for Data<T> {
    /// JSON that no end of a script can hide in, whoever chose the names.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = serde_json::to_string(&self.0).map_err(|_| fmt::Error)?;
        for c in json.chars() {
            match c {
                '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => write!(f, "\\u{:04x}", u32::from(c))?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
impl<T: Serialize> HtmlSafe for Data<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_backticks_are_code_and_nothing_else_is() {
        let said = |text: &str| Prose(text.to_owned()).to_string();
        assert_eq!(said("`a<b` of `c`, and d"), "<code>a&#60;b</code> of <code>c</code>, and d");
        assert_eq!(said("it's `open"), "it&#39;s `open");
        assert_eq!(said(""), "");
    }

    #[test]
    fn a_browser_is_told_of_no_flags() {
        for (said, shown) in [
            ("say its format (--as FORMAT)", "say its format"),
            (
                "it has (a) and (b); say it (leave out --as). Then go on (soon)",
                "it has (a) and (b); say it. Then go on (soon)",
            ),
            ("it has \"x (y\" and --z", "it has \"x (y\" and --z"),
            (
                "posts (short -- under 100 words) of Q1 (draft--final)",
                "posts (short -- under 100 words) of Q1 (draft--final)",
            ),
        ] {
            assert_eq!(without_flags(said), shown);
        }
    }

    #[test]
    fn numbers_are_grouped_and_what_is_not_known_is_a_dash() {
        assert_eq!(
            (count(1_234_567), count(999), count(-1000)),
            ("1\u{202f}234\u{202f}567".into(), "999".into(), "\u{2212}1\u{202f}000".into())
        );
        assert_eq!(
            (amount(Some(10_901.014)), amount(Some(-0.001)), amount(None)),
            ("10\u{202f}901.01".into(), "0.00".into(), "–".into())
        );
        assert_eq!((share(0.1234), share_of(0.735, 0)), ("12.3\u{202f}%".into(), "74\u{202f}%".into()));
        assert_eq!(word("sponsored_content"), "Sponsored content");
        assert_eq!(figure("cost_per_click", 3.0, "EUR"), "3.00\u{202f}EUR");
    }

    #[test]
    fn only_a_web_address_is_linked_to() {
        let shown = |text: &str| web_address(Some(text.to_owned()));
        assert_eq!(shown(" https://www.linkedin.com/in/a ").as_deref(), Some("https://www.linkedin.com/in/a"));
        assert_eq!(shown("HTTP://a.example").as_deref(), Some("http://a.example/"));
        for odd in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,x",
            "//a.example",
            "/x",
            "x",
            "",
            "java\nscript:x",
            "vbscript:x",
        ] {
            assert_eq!(shown(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_time_says_no_more_than_is_known() {
        let at: jiff::Timestamp = "2026-11-07T23:30:00Z".parse().unwrap();
        let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(1));
        assert_eq!(moment(at, &zone, true), "8 Nov 2026 00:30");
        assert_eq!(moment(at, &zone, false), "by 8 Nov 2026");
    }

    #[test]
    fn a_change_from_nothing_is_new_and_has_no_size() {
        let shown = |now, before| Change { now, before }.to_string();
        assert_eq!(shown(0, 0), "–");
        assert!(
            shown(3, 0).contains("new")
                && shown(3, 3).contains('±')
                && shown(2, 1).contains("up")
                && shown(1, 2).contains("down")
        );
    }

    #[test]
    fn a_chart_ends_no_script_and_a_dot_no_attribute() {
        let name = "</script><!--\u{2028}'\"&".to_owned();
        let chart = Chart {
            x: vec![],
            unit: "people",
            stack: false,
            series: vec![Series { name: name.clone(), colour: None, data: vec![1] }],
        };
        let text = chart.to_string();
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap()["series"][0]["name"], name);
        assert!(!Dot("\"><script>".to_owned()).to_string().contains("<script"));
        assert!(
            Bar(f64::NAN, "").to_string().contains(r#"width="0.0""#)
                && Bar(7.0, "").to_string().contains(r#"width="100.0""#)
        );
    }
}
