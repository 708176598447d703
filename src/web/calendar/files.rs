//! The calendar as files: taken along, and brought, once somebody has seen what a file would do.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Multipart, Query, State as Pool, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};

use super::{
    super::{Pages, answer, answer::Problem, assets, fields::Fields, shell::Shell, shown, visitor::Visitor},
    Wanted, moment,
};
use crate::{
    calendar::{self as format, ics, table},
    error::Error,
    model::{
        calendar::{self, Imported},
        users::Role,
    },
};

/// Lines that are shown of what a file would do.
const SHOWN: usize = 200;

pub(super) async fn csv(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let entries = entries(&pages, &visitor, &wanted).await?;
    let clock = Shell::of(&visitor.session, "/calendar").clock();
    Ok(answer::table("calendar.csv", table::write(&entries, &clock)?))
}

pub(super) async fn ics(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let entries = entries(&pages, &visitor, &wanted).await?;
    let file = ics::write(&entries, &visitor.session.team);
    Ok(answer::file("calendar.ics", "text/calendar; charset=utf-8", file))
}

async fn entries(pages: &Pages, visitor: &Visitor, wanted: &Wanted) -> Result<Vec<format::Entry>, Error> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let entries = calendar::entries(&tx, wanted.campaign_id()).await?;
    tx.commit().await?;
    Ok(entries)
}

#[derive(Template)]
#[template(path = "calendar/import.html")]
pub(in super::super) struct ImportPage {
    shell: Shell,
    problem: Option<String>,
    /// What was pasted.
    text: String,
    plan: Option<Plan>,
}

/// What a file would do.
struct Plan {
    summary: Vec<String>,
    /// How many would be made or changed, in words; none: nothing would be done.
    does: Option<String>,
    lines: Vec<Line>,
    /// Lines that are not shown.
    more: usize,
    problems: Vec<(usize, String)>,
    unread: String,
    /// The file, in letters that no form changes.
    held: String,
}

struct Line {
    number: i32,
    when: String,
    title: String,
    class: &'static str,
    outcome: String,
}

pub(super) async fn ask(visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    Ok(answer::page(&ImportPage { shell, problem: None, text: String::new(), plan: None }))
}

pub(super) async fn preview(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let odd = || Error::invalid("The form did not arrive whole. Try it again.");
    let mut form = form.map_err(|_| odd())?;
    let (mut file, mut text) = (Bytes::new(), String::new());
    while let Some(field) = form.next_field().await.map_err(|_| odd())? {
        match field.name() {
            Some("file") => file = field.bytes().await.map_err(|_| odd())?,
            Some("text") => text = field.text().await.map_err(|_| odd())?,
            _ => {}
        }
    }
    let bytes = if file.is_empty() { Bytes::from(text.clone().into_bytes()) } else { file };
    let shell = Shell::of(&visitor.session, "/calendar");
    if bytes.trim_ascii().is_empty() {
        let problem = Some("Choose a file, or paste what is in one.".to_owned());
        let page = ImportPage { shell, problem, text, plan: None };
        return Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    match would(&pages, &visitor, &shell, &bytes).await {
        Ok(plan) => Ok(answer::page(&ImportPage { shell, problem: None, text, plan: Some(plan) })),
        Err(Error::Invalid(words) | Error::Conflict(words)) => {
            let page = ImportPage { shell, problem: Some(shown::sentence(&words)), text, plan: None };
            Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// What a file would do: it does it, and takes it back.
async fn would(pages: &Pages, visitor: &Visitor, shell: &Shell, bytes: &[u8]) -> Result<Plan, Error> {
    let file = format::read(bytes, &shell.clock()).map_err(Error::Invalid)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let found = calendar::import(&tx, &file).await;
    tx.rollback().await?;
    Ok(Plan::new(found?, &file.unread, shell, BASE64_URL_SAFE_NO_PAD.encode(bytes)))
}

pub(super) async fn import(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let odd = || Error::invalid("The file did not arrive whole. Choose it again.");
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(fields.one("held")).map_err(|_| odd())?;
    let clock = Shell::of(&visitor.session, "/calendar").clock();
    let file = format::read(&bytes, &clock).map_err(|words| Error::Invalid(shown::sentence(&words)))?;
    let tx = visitor.session.begin(&pages.database).await?;
    let found = calendar::import(&tx, &file).await?;
    tx.commit().await?;
    let of = |outcome: &str| found.lines.iter().filter(|line| line.outcome == outcome).count();
    let first = found.lines.iter().filter(|line| line.outcome == "created").map(|line| line.scheduled_at).min();
    let month = first.map(|at| super::wall(at, &clock).strftime("&month=%Y-%m").to_string()).unwrap_or_default();
    let (made, changed) = (of("created"), of("changed"));
    Ok(Redirect::to(&format!("/calendar?did=imported&made={made}&changed={changed}{month}")).into_response())
}

impl Plan {
    fn new(found: Imported, unread: &[String], shell: &Shell, held: String) -> Self {
        let clock = shell.clock();
        let of = |outcome: &str| found.lines.iter().filter(|line| line.outcome == outcome).count();
        let (made, changed, unchanged, repeated) = (of("created"), of("changed"), of("unchanged"), of("repeated"));
        let refused = found.problems.len();
        let summary = [
            (made, "would be made"),
            (changed, "would be changed"),
            (unchanged, "would stay as it is"),
            (repeated, "stands in the file before"),
            (refused, "cannot be read"),
        ];
        let entries = |number| shown::counted(i64::try_from(number).unwrap_or(i64::MAX), "entry", "entries");
        let many = |number: usize, words: &str| {
            let words = if number == 1 {
                words.to_owned()
            } else {
                words.replace("stay as it is", "stay as they are").replace("stands", "stand")
            };
            format!("{} {words}", entries(number))
        };
        let mut lines: Vec<Line> = Vec::new();
        let mut all = found.lines;
        // What would happen comes first, each in the order of the file.
        all.sort_by_key(|line| (line.outcome == "unchanged", line.line));
        let more = all.len().saturating_sub(SHOWN);
        for line in all.into_iter().take(SHOWN) {
            let (class, outcome) = match line.outcome.as_str() {
                "created" => ("good", "New".to_owned()),
                "changed" => ("busy", format!("Changes: {}", line.changed.join(", "))),
                "repeated" => ("warn", "In the file before".to_owned()),
                _ => ("hollow", "As it is".to_owned()),
            };
            lines.push(Line {
                number: line.line,
                when: moment(line.scheduled_at, &clock),
                title: line.title,
                class,
                outcome,
            });
        }
        Self {
            summary: summary
                .into_iter()
                .filter(|(number, _)| *number > 0)
                .map(|(number, words)| many(number, words))
                .collect(),
            does: (made + changed > 0).then(|| entries(made + changed)),
            lines,
            more,
            problems: found.problems.into_iter().map(|(line, words)| (line, shown::sentence(&words))).collect(),
            unread: unread.join(", "),
            held,
        }
    }
}

#[cfg(test)]
impl ImportPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |problem: Option<&str>, plan| Self {
            shell: Shell::sample("/calendar"),
            problem: problem.map(str::to_owned),
            text: "</textarea><b>".to_owned(),
            plan,
        };
        let line = Line {
            number: 2,
            when: "<b>".to_owned(),
            title: "<b>".to_owned(),
            class: "good",
            outcome: "<b>".to_owned(),
        };
        let plan = Plan {
            summary: vec!["<b>".to_owned()],
            does: Some("<b>".to_owned()),
            lines: vec![line],
            more: 7,
            problems: vec![(3, "<b>".to_owned())],
            unread: "<b>".to_owned(),
            held: "\"><b>".to_owned(),
        };
        vec![page(None, None), page(Some("<b>no"), None), page(None, Some(plan))]
    }
}
