//! The calendar as iCalendar (RFC 5545), for the calendars of people.
//!
//! What iCalendar has no word for stands in properties of our own, so that a file that is written and read again changes nothing.

use jiff::{Timestamp, civil, tz::TimeZone};
use serde_json::Map;
use uuid::Uuid;

use super::{Entry, File, KnownBy, MORNING, Told, dated, local, put};

/// Octets of a line, without its end.
const WIDTH: usize = 75;
/// After an id of ours.
const HOME: &str = "@rapport";
/// Properties of our own, with the columns that they hold.
const OURS: [(&str, &str); 8] = [
    ("X-RAPPORT-STATUS", "status"),
    ("X-RAPPORT-CONTENT-TYPE", "content_type"),
    ("X-RAPPORT-PAID", "is_paid"),
    ("X-RAPPORT-BUDGET", "budget"),
    ("X-RAPPORT-CAMPAIGN", "campaign"),
    ("X-RAPPORT-STRATEGY", "strategy"),
    ("X-RAPPORT-SLOT", "strategy_slot"),
    ("X-RAPPORT-NOTES", "notes"),
];

/// Entries as a calendar of this name.
#[must_use]
pub fn write(entries: &[Entry], name: &str) -> String {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rapport//Content calendar//EN", "CALSCALE:GREGORIAN"] {
        fold(&mut file, line);
    }
    fold(&mut file, &format!("X-WR-CALNAME:{}", escaped(name)));
    for entry in entries {
        let text = |text: &Option<String>| escaped(text.as_deref().unwrap_or_default());
        let status = match entry.status.as_str() {
            "draft" => "TENTATIVE",
            "cancelled" => "CANCELLED",
            _ => "CONFIRMED",
        };
        fold(&mut file, "BEGIN:VEVENT");
        fold(&mut file, &format!("UID:{}{HOME}", entry.id));
        // The same entry gives the same file: it is of the time when it was last changed.
        fold(&mut file, &format!("DTSTAMP:{}", utc(entry.updated_at)));
        fold(&mut file, &format!("CREATED:{}", utc(entry.created_at)));
        fold(&mut file, &format!("LAST-MODIFIED:{}", utc(entry.updated_at)));
        fold(&mut file, &format!("DTSTART:{}", utc(entry.at)));
        fold(&mut file, &format!("SUMMARY:{}", escaped(&entry.title)));
        fold(&mut file, &format!("DESCRIPTION:{}", text(&entry.description)));
        fold(&mut file, &format!("STATUS:{status}"));
        // A post keeps nobody busy.
        fold(&mut file, "TRANSP:TRANSPARENT");
        if let Some(url) = &entry.post_url {
            fold(&mut file, &format!("URL:{}", url.split(char::is_control).collect::<String>()));
        }
        fold(&mut file, &format!("X-RAPPORT-STATUS:{}", escaped(&entry.status)));
        fold(&mut file, &format!("X-RAPPORT-CONTENT-TYPE:{}", escaped(&entry.form)));
        fold(&mut file, &format!("X-RAPPORT-PAID:{}", if entry.is_paid { "yes" } else { "no" }));
        for (name, value) in [
            ("BUDGET", &entry.budget),
            ("CAMPAIGN", &entry.campaign),
            ("STRATEGY", &entry.strategy),
            ("SLOT", &entry.slot),
            ("NOTES", &entry.notes),
        ] {
            fold(&mut file, &format!("X-RAPPORT-{name}:{}", text(value)));
        }
        fold(&mut file, "END:VEVENT");
    }
    fold(&mut file, "END:VCALENDAR");
    file
}

fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// Text as a value: what would end or divide it is marked, and what no text may hold is left out.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() && c != '\t' => {}
            c => value.push(c),
        }
    }
    value
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        let marked = if c == '\\' { chars.next() } else { None };
        text.push(match marked {
            Some('n' | 'N') => '\n',
            Some(marked) => marked,
            None => c,
        });
    }
    text
}

/// A line in parts that are short enough, of which every further one begins with a space.
fn fold(file: &mut String, line: &str) {
    let mut width = 0;
    for c in line.chars() {
        if width + c.len_utf8() > WIDTH {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(c);
        width += c.len_utf8();
    }
    file.push_str("\r\n");
}

/// A line that was put together again, and the number of its first part.
struct Line {
    number: usize,
    text: String,
}

fn unfold(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (index, part) in text.split('\n').enumerate() {
        let part = part.strip_suffix('\r').unwrap_or(part);
        match (part.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(more), Some(last)) => last.text.push_str(more),
            _ if part.trim().is_empty() => {}
            _ => lines.push(Line { number: index + 1, text: part.to_owned() }),
        }
    }
    lines
}

/// A property: its name, its parameters, and its value.
struct Property<'a> {
    name: String,
    params: Vec<(String, String)>,
    value: &'a str,
}

impl<'a> Property<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let end = line.find([':', ';'])?;
        let name = line[..end].trim().to_ascii_uppercase();
        let mut params = Vec::new();
        let mut rest = &line[end..];
        while let Some(param) = rest.strip_prefix(';') {
            // What is quoted may hold the signs that divide.
            let mut is_quoted = false;
            let end = param.find(|c| {
                is_quoted ^= c == '"';
                !is_quoted && matches!(c, ';' | ':')
            })?;
            let (key, value) = param[..end].split_once('=').unwrap_or((&param[..end], ""));
            params.push((key.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()));
            rest = &param[end..];
        }
        Some(Self { name, params, value: rest.strip_prefix(':')? })
    }

    fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The moment that it says.
    fn moment(&self, zone: &TimeZone) -> Result<Timestamp, String> {
        let value = self.value.trim();
        let odd = || format!("{} {value:?} is no time", self.name);
        if self.param("VALUE") == Some("DATE") || value.len() == 8 {
            let day = civil::Date::strptime("%Y%m%d", value).map_err(|_| odd())?;
            return dated(local(day.to_datetime(MORNING), zone)?);
        }
        let (text, is_utc) = value.strip_suffix(['Z', 'z']).map_or((value, false), |text| (text, true));
        let at = civil::DateTime::strptime("%Y%m%dT%H%M%S", text).map_err(|_| odd())?;
        if is_utc {
            return dated(local(at, &TimeZone::UTC)?);
        }
        match self.param("TZID") {
            None => dated(local(at, zone)?),
            Some(id) => dated(local(
                at,
                &named(id).ok_or_else(|| format!("there is no time zone {id:?}; one looks like Europe/Berlin"))?,
            )?),
        }
    }
}

/// Bytes of the longest name of a time zone, and some.
const LONGEST_ZONE: usize = 64;

/// A time zone by its name, before which some programs put where they have it from.
fn named(id: &str) -> Option<TimeZone> {
    // No name has more than three parts.
    let ends = std::iter::once(0).chain(id.rmatch_indices('/').take(3).map(|(at, _)| at + 1));
    ends.filter(|at| id.len() - at <= LONGEST_ZONE).find_map(|at| TimeZone::get(&id[at..]).ok())
}

/// An event as far as it was read.
#[derive(Default)]
struct Event {
    line: usize,
    uid: String,
    /// Which of the days of an event that repeats it is.
    day: String,
    at: Option<Timestamp>,
    said: Map<String, serde_json::Value>,
    problem: Option<String>,
    /// How many parts of its own stand open, such as alarms.
    depth: usize,
}

impl Event {
    fn take(&mut self, property: &Property<'_>, zone: &TimeZone) -> Result<(), String> {
        let text = unescaped(property.value);
        let mut put = |column: &str, text: &str| {
            put(&mut self.said, column, text).map_err(|words| format!("{}: {words}", property.name))
        };
        match property.name.as_str() {
            "UID" => text.trim().clone_into(&mut self.uid),
            "RECURRENCE-ID" => property.value.trim().clone_into(&mut self.day),
            "RRULE" | "RDATE" => {
                return Err("it repeats; give each of its days an entry of its own".to_owned());
            }
            "DTSTART" => self.at = Some(property.moment(zone)?),
            // A title is one line here; elsewhere it may be several.
            "SUMMARY" => put("title", &text.split_whitespace().collect::<Vec<_>>().join(" "))?,
            "DESCRIPTION" => put("description", &text)?,
            // Ours, which comes after it, says more.
            "STATUS" => {
                let status = match text.trim().to_ascii_uppercase().as_str() {
                    "CONFIRMED" => "scheduled",
                    "CANCELLED" => "cancelled",
                    _ => "draft",
                };
                put("status", status)?;
            }
            name => {
                if let Some((_, column)) = OURS.iter().find(|(ours, _)| *ours == name) {
                    put(column, &text)?;
                }
            }
        }
        Ok(())
    }

    fn end(mut self, file: &mut File) {
        let problem = self.problem.take().or_else(|| {
            let missing = if self.said.contains_key("title") { "DTSTART" } else { "SUMMARY" };
            (self.at.is_none() || missing == "SUMMARY").then(|| format!("the event has no {missing}"))
        });
        match (problem, self.at) {
            (None, Some(at)) => {
                self.said.insert("scheduled_at".to_owned(), at.to_string().into());
                let known_by = match self.uid.strip_suffix(HOME).map(Uuid::parse_str) {
                    Some(Ok(id)) => KnownBy::Id(id),
                    _ if self.uid.is_empty() => KnownBy::Itself,
                    _ => KnownBy::Foreign(format!("{}\n{}", self.uid, self.day)),
                };
                file.entries.push(Told { line: self.line, known_by, said: self.said });
            }
            (problem, _) => file.problem(self.line, problem.unwrap_or_default()),
        }
    }
}

/// Reads a calendar; events alone are entries.
#[must_use]
pub fn read(text: &str, zone: &TimeZone) -> File {
    let mut file = File::default();
    let mut event: Option<Event> = None;
    for Line { number, text } in unfold(text) {
        let Some(property) = Property::parse(&text) else {
            match &mut event {
                Some(event) => {
                    event.problem.get_or_insert_with(|| format!("line {number} is no property of iCalendar"));
                }
                None => file.problem(number, "this is no line of iCalendar"),
            }
            continue;
        };
        let is_event = property.value.trim().eq_ignore_ascii_case("VEVENT");
        match (property.name.as_str(), &mut event) {
            ("BEGIN", Some(event)) => event.depth += 1,
            ("END", Some(inner)) if inner.depth > 0 => inner.depth -= 1,
            ("END", Some(_)) => {
                if let Some(event) = event.take() {
                    event.end(&mut file);
                }
            }
            ("BEGIN", None) if is_event => event = Some(Event { line: number, ..Event::default() }),
            (_, Some(event)) if event.depth == 0 => {
                if let Err(words) = event.take(&property, zone) {
                    event.problem.get_or_insert(words);
                }
            }
            _ => {}
        }
    }
    if let Some(event) = event {
        file.problem(event.line, "the file ends within this event");
    }
    file
}

/// A line of a calendar as it is written, for the fuzz target: what was folded comes back, whatever it holds.
#[doc(hidden)]
#[must_use]
pub fn probe(text: &str) -> bool {
    let mut file = String::new();
    let line = format!("X:{}", escaped(text));
    fold(&mut file, &line);
    let short = file.split("\r\n").all(|part| part.len() <= WIDTH);
    let kept: String =
        text.replace("\r\n", "\n").chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
    short && matches!(&unfold(&file)[..], [one] if one.text == line && unescaped(&one.text[2..]) == kept)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{expected, sample},
        *,
    };

    fn zone() -> TimeZone {
        TimeZone::get("Europe/Berlin").unwrap()
    }

    fn calendar(events: &str) -> File {
        read(&format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"), &zone())
    }

    fn at(line: &str) -> Result<String, String> {
        let mut file = calendar(&format!("BEGIN:VEVENT\nSUMMARY:A\n{line}\nEND:VEVENT\n"));
        match file.entries.pop() {
            Some(told) => Ok(told.said["scheduled_at"].as_str().unwrap().to_owned()),
            None => Err(file.problems.remove(0).1),
        }
    }

    #[test]
    fn what_is_written_is_as_the_standard_wants_it_and_read_as_it_was() {
        let empty = Entry {
            id: Uuid::from_u128(8),
            status: "published".to_owned(),
            budget: None,
            campaign: None,
            strategy: None,
            slot: None,
            description: None,
            notes: None,
            post_url: Some(
                "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/\r\nBEGIN:VEVENT".to_owned(),
            ),
            ..sample()
        };
        let entries = [sample(), empty];
        let written = write(&entries, "Team; calendar");
        assert!(
            written.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && written.ends_with("END:VCALENDAR\r\n")
        );
        for line in written.split_terminator("\r\n") {
            assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
        }
        assert!(written.contains("UID:00000000-0000-0000-0000-000000000007@rapport\r\n"), "{written}");
        assert!(
            written.contains("DTSTART:20261025T003000Z\r\n") && written.contains("STATUS:CONFIRMED\r\n"),
            "{written}"
        );
        assert!(written.contains("SUMMARY:Launch\\; \"really\"\\, with \\\\ and"), "{written}");
        let begun = written.split("\r\n").filter(|line| *line == "BEGIN:VEVENT").count();
        assert_eq!(begun, 2, "nobody begins another event within one");
        let file = read(&written, &zone());
        assert_eq!((file.entries.len(), file.problems.len()), (2, 0), "{:?}", file.problems);
        for (told, entry) in file.entries.iter().zip(&entries) {
            assert_eq!((&told.known_by, &told.said), (&KnownBy::Id(entry.id), &expected(entry)));
        }
    }

    #[test]
    fn a_time_is_by_its_zone_the_worlds_or_the_teams() {
        for (line, wanted) in [
            ("DTSTART:20261201T093000Z", "2026-12-01T09:30:00Z"),
            ("DTSTART:20261201T093000", "2026-12-01T08:30:00Z"),
            ("DTSTART;TZID=America/New_York:20261201T093000", "2026-12-01T14:30:00Z"),
            ("dtstart;tzid=\"/mozilla.org/20050126_1/Europe/Lisbon\":20261201T093000", "2026-12-01T09:30:00Z"),
            ("DTSTART;VALUE=DATE:20261201", "2026-12-01T08:00:00Z"),
            ("DTSTART:20261201", "2026-12-01T08:00:00Z"),
        ] {
            assert_eq!(at(line).unwrap(), wanted, "{line}");
        }
        for odd in [
            "DTSTART:2026-12-01",
            "DTSTART:20261301T093000Z",
            "DTSTART;TZID=Mars/Olympus:20261201T093000",
            "DTSTART:19991201T093000Z",
            "DTSTART:",
            "DTSTART;TZID=\"x:20261201T093000",
            "COMMENT:x",
            "DTSTART:20261201T093000Z\nRRULE:FREQ=DAILY",
        ] {
            assert!(at(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn calendars_of_others_are_read_as_far_as_they_say_something() {
        let file = calendar(
            "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n\
             BEGIN:VEVENT\r\nUID:abc\r\nSUMMARY:Fair\\, day\r\n  one\r\nDTSTART:20261201T093000Z\r\nDTEND:20261201T103000Z\r\n\
             BEGIN:VALARM\r\nDESCRIPTION:Wake up\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n\
             BEGIN:VTODO\r\nSUMMARY:Not this\r\nEND:VTODO\r\n\
             BEGIN:VEVENT\nSUMMARY:No id\nDTSTART:20261202T093000Z\nEND:VEVENT\n\
             BEGIN:VEVENT\nUID:abc\nRECURRENCE-ID:20261203T093000Z\nSUMMARY:Moved\nDTSTART:20261203T093000Z\nEND:VEVENT\n\
             BEGIN:VEVENT\nSUMMARY:\nDTSTART:20261202T093000Z\nEND:VEVENT\n\
             BEGIN:VEVENT\nSUMMARY:Odd\nhello\nDTSTART:20261202T093000Z\nEND:VEVENT\n\
             BEGIN:VEVENT\nSUMMARY:Cut off\n",
        );
        let titles: Vec<&str> = file.entries.iter().filter_map(|told| told.said["title"].as_str()).collect();
        assert_eq!(titles, ["Fair, day one", "No id", "Moved"]);
        assert_eq!(file.entries[0].said["status"], "scheduled");
        assert!(!file.entries[0].said.contains_key("description"), "an alarm's words are not the event's");
        let known: Vec<KnownBy> = file.entries.into_iter().map(|told| told.known_by).collect();
        assert_eq!(known[0], KnownBy::Foreign("abc\n".to_owned()));
        assert_eq!(known[1], KnownBy::Itself);
        assert_ne!(known[0], known[2]);
        assert_eq!(file.problems.len(), 3, "{:?}", file.problems);
    }

    #[test]
    fn what_is_folded_comes_back() {
        for text in [
            "",
            "a;b,c\\d\ne\tf",
            "日本語".repeat(60).as_str(),
            " leads with a space",
            "\\n is no end",
            &"x".repeat(500),
        ] {
            assert!(probe(text), "{text}");
        }
    }

    #[test]
    fn a_time_zone_may_have_something_before_it_and_is_not_looked_for_for_ever() {
        for id in ["Europe/Berlin", "/freeassociation.sourceforge.net/Europe/Berlin", "/x/America/Argentina/Ushuaia"] {
            assert!(named(id).is_some(), "{id}");
        }
        let slashes = "/".repeat(1_000_000);
        for id in ["", "/", "Mars/Olympus", &slashes, &format!("{slashes}Europe/Nowhere")] {
            assert!(named(id).is_none(), "{}", id.len());
        }
        assert!(named(&format!("{slashes}Europe/Berlin")).is_some());
    }
}
