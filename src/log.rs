//! What long-running commands say of themselves: lines for people, or JSON for whoever collects them.
//!
//! A line is written with the macros of `tracing`. Text from outside goes through [`printable`](crate::import::printable)
//! before it gets here, and no address is written with its query, which may hold a secret.

use std::{fmt, io::IsTerminal as _};

use clap::ValueEnum;
use serde_json::{Map, Value};
use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    filter::LevelFilter,
    fmt::{FmtContext, FormatEvent, FormatFields, format::Writer},
    registry::LookupSpan,
};

/// How lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Style {
    /// Lines for people
    Text,
    /// A JSON object a line: time, level, message, and what else is known by name
    Json,
}

/// Begins to write lines to standard error, of this level and above; once a process, the first time counts.
pub fn begin(style: Style, level: Level) {
    let lines = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::from_level(level))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .event_format(Lines(style));
    // Whoever began before us, in a test, has it.
    drop(lines.try_init());
}

/// Writes one event as one line, whatever is in it.
struct Lines(Style);

impl<S, N> FormatEvent<S, N> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, _: &FmtContext<'_, S, N>, writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        // Libraries have things to say that are no news of ours, down to what they send.
        if !event.metadata().target().starts_with("rapport") {
            return Ok(());
        }
        let mut said = Said::default();
        event.record(&mut said);
        self.write(*event.metadata().level(), &said, writer)
    }
}

impl Lines {
    fn write(&self, level: Level, said: &Said, mut writer: Writer<'_>) -> fmt::Result {
        match self.0 {
            Style::Json => {
                let mut line = Map::new();
                line.insert("time".to_owned(), jiff::Timestamp::now().to_string().into());
                line.insert("level".to_owned(), level.as_str().to_ascii_lowercase().into());
                line.insert("message".to_owned(), said.message.clone().into());
                line.extend(said.fields.iter().cloned());
                writeln!(writer, "{}", Value::Object(line))
            }
            Style::Text => {
                let (before, after) = match level {
                    _ if !writer.has_ansi_escapes() => ("", ""),
                    Level::ERROR => ("\x1b[31m", "\x1b[0m"),
                    Level::WARN => ("\x1b[33m", "\x1b[0m"),
                    _ => ("", ""),
                };
                // What went wrong begins as it does in every other command.
                let name = if level <= Level::WARN { "rapport: " } else { "" };
                write!(writer, "{before}{name}{}{after}", said.message)?;
                for (name, value) in &said.fields {
                    match value {
                        Value::String(text) => write!(writer, "  {name}={text}")?,
                        other => write!(writer, "  {name}={other}")?,
                    }
                }
                writeln!(writer)
            }
        }
    }
}

/// An event's words and its values by name.
#[derive(Default)]
struct Said {
    message: String,
    fields: Vec<(String, Value)>,
}

impl Said {
    fn keep(&mut self, field: &Field, value: Value) {
        match (field.name(), value) {
            ("message", Value::String(text)) => self.message = text,
            (name, value) => self.fields.push((name.to_owned(), value)),
        }
    }
}

impl Visit for Said {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.keep(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.keep(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.keep(field, value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.keep(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.keep(field, value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.keep(field, format!("{value:?}").into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(style: Style, level: Level, message: &str, fields: &[(&str, Value)]) -> String {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let said = Said { message: message.to_owned(), fields };
        let mut text = String::new();
        Lines(style).write(level, &said, Writer::new(&mut text)).unwrap();
        text
    }

    #[test]
    fn a_line_for_people_begins_like_every_other_where_something_went_wrong() {
        let fields = [("status", Value::from(200)), ("request", Value::from("r-1"))];
        assert_eq!(line(Style::Text, Level::INFO, "GET /", &fields), "GET /  status=200  request=r-1\n");
        assert_eq!(line(Style::Text, Level::WARN, "the database is away", &[]), "rapport: the database is away\n");
    }

    #[test]
    fn a_line_of_json_is_one_line_of_json_whatever_is_said() {
        let text = line(Style::Json, Level::ERROR, "it said \"no\"\nand left", &[("ms", Value::from(1.5))]);
        assert_eq!(text.matches('\n').count(), 1);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&value["level"], &value["message"]), (&"error".into(), &"it said \"no\"\nand left".into()));
        assert_eq!(value["ms"], 1.5);
        assert!(value["time"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
    }
}
