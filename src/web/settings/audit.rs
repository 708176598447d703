//! What was done that matters to security, by whom, as a page and as a file for a spreadsheet.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State},
    response::Response,
    routing::get,
};
use jiff::tz::TimeZone;
use queries::queries::audit::AuditRows;
use serde::Deserialize;
use serde_json::Value;

use super::{AUDIT, Tabs};
use crate::{
    error::Error,
    model::{
        audit::{self, Names},
        users::Role,
    },
    web::{Pages, answer, answer::Problem, assets, browsers, lists::Choice, shell::Shell, shown, visitor::Visitor},
};

/// Rows of a page.
const PAGE: i64 = 100;
/// Rows of a file; who wants more has the database.
const FILE: i64 = 100_000;

/// Every event that is written down, in words; what stands here can be filtered by.
const EVENTS: [(&str, &str); 66] = [
    ("user.signed_in", "Signed in"),
    ("user.signed_out", "Signed out"),
    ("user.signed_out_everywhere", "Signed out everywhere"),
    ("user.wrong_password", "Wrong password"),
    ("user.guesses_refused", "Too many passwords tried"),
    ("user.forged_form", "Form of another site refused"),
    ("user.token_reused", "Copy of a session found"),
    ("user.password_set", "New password"),
    ("user.email_changed", "New e-mail address"),
    ("user.link_made", "Link made"),
    ("user.mail_failed", "Mail did not go"),
    ("user.identity_bound", "Sign-in service bound"),
    ("user.identity_unbound", "Sign-in service unbound"),
    ("user.service_refused", "Sign-in by the service refused"),
    ("user.disabled", "User disabled"),
    ("user.enabled", "User enabled"),
    ("user.came_over", "Came from another team"),
    ("user.went_elsewhere", "Went to another team"),
    ("member.added", "Member added"),
    ("member.changed", "Member changed"),
    ("member.removed", "Member removed"),
    ("member.signed_out", "Member signed out"),
    ("api_key.made", "API key made"),
    ("api_key.revoked", "API key revoked"),
    ("api_key.refused", "API key refused"),
    ("tenant.changed", "Team changed"),
    ("weights.changed", "Weights changed"),
    ("retention.changed", "Time for which people are kept changed"),
    ("report.made", "Report made"),
    ("report.revoked", "Report revoked"),
    ("campaign.deleted", "Campaign deleted"),
    ("group.deleted", "Campaign group deleted"),
    ("persona.deleted", "Persona deleted"),
    ("segment.deleted", "Segment deleted"),
    ("strategy.deleted", "Strategy deleted"),
    ("person.deleted", "Person erased"),
    ("people.forgotten", "People forgotten whom nobody had seen"),
    ("company.deleted", "Company deleted"),
    ("post.deleted", "Post deleted"),
    ("ad.deleted", "Ad deleted"),
    ("engagement.deleted", "Engagement deleted"),
    ("calendar_entry.deleted", "Calendar entry deleted"),
    ("custom_audience.deleted", "Custom audience deleted"),
    ("upload.deleted", "Uploaded file deleted"),
    ("saved_view.deleted", "Saved view deleted"),
    ("schedule.deleted", "Schedule deleted"),
    ("connection.added", "Connection added"),
    ("connection.changed", "Connection changed"),
    ("connection.credentials_given", "Credentials given"),
    ("connection.consent_asked", "Consent asked for"),
    ("connection.consent_refused", "Consent refused"),
    ("connection.consented", "Consent given"),
    ("connection.deleted", "Connection deleted"),
    ("webhook.added", "Webhook added"),
    ("webhook.paused", "Webhook paused"),
    ("webhook.resumed", "Webhook resumed"),
    ("webhook.rotated", "Webhook's secret replaced"),
    ("webhook.deleted", "Webhook deleted"),
    ("webhook.refused", "Webhook refused"),
    ("endpoint.added", "Endpoint added"),
    ("endpoint.changed", "Endpoint changed"),
    ("endpoint.paused", "Endpoint paused"),
    ("endpoint.resumed", "Endpoint resumed"),
    ("endpoint.rotated", "Endpoint's secret replaced"),
    ("endpoint.deleted", "Endpoint deleted"),
    ("job.refused", "Job refused"),
];

#[derive(Deserialize, Default, Clone)]
struct Wanted {
    #[serde(default)]
    event: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    before: String,
}

impl Wanted {
    fn is_filtered(&self) -> bool {
        !self.event.is_empty() || !self.who.is_empty()
    }

    fn asked(&self, before: Option<i64>) -> audit::Wanted {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        audit::Wanted { event: given(&self.event), who: given(&self.who), before, ..audit::Wanted::default() }
    }

    fn query(&self, before: Option<i64>) -> String {
        let before = before.map(|before| before.to_string()).unwrap_or_default();
        let pairs = [("event", &self.event), ("who", &self.who), ("before", &before)];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }
}

#[derive(Template)]
#[template(path = "settings/audit.html")]
pub(in crate::web) struct AuditPage {
    shell: Shell,
    tabs: Tabs,
    wanted: Wanted,
    events: Vec<Choice>,
    people: Vec<Choice>,
    rows: Vec<Row>,
    export: String,
    next: Option<String>,
    is_first: bool,
}

struct Row {
    at: String,
    event: String,
    /// How serious it is, as a class; empty: not at all.
    class: &'static str,
    actor: String,
    subject: String,
    details: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route(AUDIT.path, get(show)).route("/settings/audit.csv", get(export))
}

async fn show(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let session = &visitor.session;
    let before = wanted.before.parse().ok();
    let tx = session.begin(&pages.database).await?;
    let mut found = audit::rows(&tx, &wanted.asked(before), PAGE + 1).await?;
    let (names, members) = Names::read(&tx).await?;
    tx.commit().await?;
    let size = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let has_more = found.len() > size;
    found.truncate(size);
    let next = found.last().filter(|_| has_more).map(|row| wanted.query(Some(row.id)));
    let zone = TimeZone::get(&session.zone).unwrap_or(TimeZone::UTC);
    Ok(answer::page(&AuditPage {
        shell: Shell::of(session, "/settings"),
        tabs: Tabs::of(session, AUDIT),
        events: EVENTS.iter().map(|(value, words)| Choice::new(*value, *words, &wanted.event)).collect(),
        people: [
            ("nobody", "Nobody who was signed in"),
            ("command line", "The command line"),
            ("system", "The system"),
        ]
        .into_iter()
        .map(|(value, words)| Choice::new(value, words, &wanted.who))
        .chain(members.iter().map(|(id, email)| Choice::new(id, email, &wanted.who)))
        .collect(),
        rows: found.iter().map(|row| Row::new(row, &names, &zone)).collect(),
        export: wanted.query(None),
        next,
        is_first: before.is_none(),
        wanted,
    }))
}

/// An event in words; one that is not on the list is its own word.
fn words(event: &str) -> String {
    let known = EVENTS.iter().find(|(word, _)| *word == event);
    known.map_or_else(|| shown::word(&event.replace('.', ": ")), |(_, words)| (*words).to_owned())
}

/// A detail as a person reads it.
fn detail(key: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null | Value::Bool(false) => return None,
        Value::String(text) => match text.parse::<jiff::Timestamp>() {
            Ok(at) => at.strftime("%-d %b %Y %H:%M UTC").to_string(),
            Err(_) => text.clone(),
        },
        Value::Bool(true) => return Some(key.replace('_', " ")),
        Value::Array(all) => all
            .iter()
            .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join(", "),
        Value::Object(all) => all.iter().filter_map(|(key, value)| detail(key, value)).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    };
    Some(match key {
        "browser" => browsers::name(&text),
        "address" | "name" | "email" => text,
        "by" => format!("by {text}"),
        key => format!("{} {text}", key.replace('_', " ")),
    })
}

fn details(value: &Value) -> String {
    let all: Vec<String> =
        value.as_object().into_iter().flatten().filter_map(|(key, value)| detail(key, value)).collect();
    all.join(" · ")
}

impl Row {
    fn new(row: &AuditRows, names: &Names, zone: &TimeZone) -> Self {
        let class = match row.event.as_str() {
            "user.token_reused" | "user.guesses_refused" | "user.forged_form" => "bad",
            "user.wrong_password"
            | "user.service_refused"
            | "user.disabled"
            | "user.mail_failed"
            | "api_key.refused" => "warn",
            _ => "",
        };
        let subject = row.subject.as_deref().filter(|subject| *subject != row.actor);
        Self {
            at: row.happened_at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string(),
            event: words(&row.event),
            class,
            actor: names.of(&row.actor),
            subject: subject.map(|subject| names.of(subject)).unwrap_or_default(),
            details: details(&row.details),
        }
    }
}

async fn export(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = audit::rows(&tx, &wanted.asked(None), FILE).await?;
    let (names, _) = Names::read(&tx).await?;
    tx.commit().await?;
    Ok(sheet(rows, &names)?)
}

/// Rows for a spreadsheet; times are of UTC.
fn sheet(rows: Vec<AuditRows>, names: &Names) -> Result<Response, Error> {
    let cells = |row: AuditRows| {
        let subject = row.subject.unwrap_or_default();
        vec![
            shown::utc(row.happened_at),
            row.event,
            names.of(&row.actor),
            names.of(&subject),
            row.details.to_string(),
            row.actor,
            subject,
        ]
    };
    let header = ["Time", "Event", "Who", "To what", "Details", "Actor", "Subject"];
    answer::sheet("audit-log.csv", &header, rows.into_iter().map(cells))
}

#[cfg(test)]
impl AuditPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let row = |class| Row {
            at: "2026-11-27 11:24:07".to_owned(),
            event: "<b>".to_owned(),
            class,
            actor: "<b>@mail.example".to_owned(),
            subject: "<b>".to_owned(),
            details: "<b>".to_owned(),
        };
        let page = |rows, wanted: Wanted, next: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            tabs: Tabs::sample(AUDIT),
            events: vec![Choice::new("user.signed_in", "Signed in", &wanted.event)],
            people: vec![Choice::new("\"><b>", "<b>", "\"><b>")],
            rows,
            export: wanted.query(None),
            next: next.map(str::to_owned),
            is_first: next.is_some(),
            wanted,
        };
        let filtered = Wanted { event: "\"><b>".to_owned(), who: "<b>".to_owned(), before: String::new() };
        vec![
            page(Vec::new(), Wanted::default(), None),
            page(Vec::new(), filtered.clone(), None),
            page(vec![row("bad"), row("")], filtered, Some("before=7")),
        ]
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::BTreeSet,
        fs,
        path::{Path, PathBuf},
    };

    use serde_json::json;

    use super::*;

    #[test]
    fn an_event_is_told_in_words() {
        let told =
            details(&json!({"address": "203.0.113.9", "by": "password", "browser": "curl/8", "new_browser": true}));
        assert_eq!(told, "203.0.113.9 · by password · curl/8 · new browser");
        let told =
            details(&json!({"role": "client", "campaigns": [1, 2], "was": {"role": "viewer", "campaigns": null}}));
        assert_eq!(told, "role client · campaigns 1, 2 · was role viewer");
        assert_eq!(details(&json!({"expires_at": "2026-12-28T00:31:02.7+01:00"})), "expires at 27 Dec 2026 23:31 UTC");
        assert_eq!((words("user.signed_in"), words("page.odd")), ("Signed in".into(), "Page: odd".into()));
    }

    /// The texts of all files below a folder whose names end so, each by its path.
    fn texts(folder: &Path, end: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                texts(&path, end, found);
            } else if path.to_string_lossy().ends_with(end) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }

    fn all(folders: &[&str], end: &str) -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        for folder in folders {
            texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), end, &mut found);
        }
        assert!(found.len() > 10, "{folders:?} were not read");
        found
    }

    /// The words between quotes that are made as events are.
    fn said(text: &str, quote: char) -> impl Iterator<Item = &str> {
        let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let is_event =
            move |text: &&str| text.split_once('.').is_some_and(|(noun, verb)| is_part(noun) && is_part(verb));
        text.split(quote).filter(is_event)
    }

    /// Every event that the database or the program writes down: the words of each function or statement that inserts into the log,
    /// and of each call in Rust that does so.
    fn written() -> BTreeSet<String> {
        let mut events = BTreeSet::new();
        for (path, text) in all(&["database/app", "queries"], ".sql") {
            // The demo keeps its own marks there, which no act of anybody's is.
            let pieces = text.split("\ncreate ").flat_map(|piece| piece.split("\n--! "));
            let inserts = pieces.filter(|piece| piece.contains("insert into") && piece.contains("audit_log"));
            let is_demo = path.ends_with("demo.sql");
            events.extend(inserts.filter(|_| !is_demo).flat_map(|piece| said(piece, '\'')).map(str::to_owned));
        }
        for (path, text) in all(&["src"], ".rs") {
            if path.components().any(|part| part.as_os_str() == "tests") {
                continue;
            }
            let program = text.split("#[cfg(test)]").next().unwrap_or_default();
            // `note`, `note_in`, `note_of_user` … of the queries, and functions of this name that end there.
            let calls = program.match_indices("note").filter_map(|(at, _)| {
                let rest = &program[at..];
                let name = rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next()?;
                rest[name.len()..].starts_with('(').then(|| rest.split(';').next().unwrap_or_default())
            });
            events.extend(calls.flat_map(|call| said(call, '"')).map(str::to_owned));
        }
        events
    }

    #[test]
    fn s11_every_event_that_is_written_down_has_words_and_every_word_an_event() {
        let (written, known) = (written(), EVENTS.iter().map(|(event, _)| (*event).to_owned()));
        let known: BTreeSet<String> = known.collect();
        assert_eq!(known.len(), EVENTS.len(), "one stands there twice");
        assert_eq!(written.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "these have no words");
        assert_eq!(known.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "nothing writes these down");
    }

    #[test]
    fn s11_every_event_is_read_by_a_test_of_its_act() {
        let tests = all(&["tests/it"], ".rs").into_iter().chain(all(&["database/tests"], ".sql"));
        let tests: String = tests.map(|(_, text)| text).collect();
        // One may begin with the whole of another.
        let is_whole = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
        let is_read = |event: &str| tests.split(event).skip(1).any(is_whole);
        let unread: Vec<_> = EVENTS.iter().map(|(event, _)| event).filter(|event| !is_read(event)).collect();
        assert_eq!(unread, Vec::<&&str>::new());
    }
}
