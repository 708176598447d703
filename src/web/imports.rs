//! Imports: files that were taken in, and those on their way.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::get,
};
use jiff::tz::TimeZone;
use queries::queries::import_pages::{self as sql, ImportsFound};
use serde::Deserialize;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Choice, Heading, Sorts},
    shell::Shell,
    shown,
    uploads::{State, stands},
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    import::Format,
    model::{
        audit::Names,
        uploads::{self, Upload, UploadState},
        users::Role,
    },
};

mod show;

#[cfg(test)]
pub(super) use show::ShowPage;

/// Imports on a page.
const PAGE: i64 = 50;
/// Files on their way that are shown.
const OPEN: i64 = 100;

const COLUMNS: [Heading; 10] = [
    Heading::word("file", "File", ""),
    Heading::word("state", "State", "wide"),
    Heading::number("lines", "Lines", "num"),
    Heading::number("created", "New", "num wide"),
    Heading::number("updated", "Changed", "num wider"),
    Heading::number("unchanged", "Known", "num wider"),
    Heading::number("skipped", "Left out", "num wider"),
    Heading::number("people", "New people", "num wide"),
    Heading::number("rejected", "Rejected", "num"),
    Heading::number("when", "When", "num wide"),
];

/// A filter, an order, a page.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    state: String,
    format: String,
    sort: String,
    dir: String,
    page: String,
    did: String,
}

impl Wanted {
    fn pairs(&self) -> [(&'static str, &str); 2] {
        [("state", &self.state), ("format", &self.format)]
    }

    fn is_filtered(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    fn query(&self, more: &[(&str, &str)]) -> String {
        lists::query(self.pairs().into_iter().chain(more.iter().copied()))
    }

    fn order(&self) -> (&'static str, bool) {
        lists::order(&COLUMNS, &self.sort, &self.dir, "when")
    }

    /// The query of the filter and the order, and of more.
    fn kept(&self, more: &[(&str, &str)]) -> String {
        let (sort, ascending) = self.order();
        self.query(&[&[("sort", sort), ("dir", lists::direction(ascending))], more].concat())
    }
}

#[derive(Template)]
#[template(path = "imports/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    /// Every format that is read: what it is, where it is from, and its columns.
    known: Vec<(&'static str, &'static str, String)>,
    open: Vec<OnItsWay>,
    has_any: bool,
    wanted: Wanted,
    states: Vec<Choice>,
    formats: Vec<Choice>,
    headings: Vec<Sorts>,
    rows: Vec<Row>,
    total: String,
    place: String,
    export: String,
    previous: Option<String>,
    next: Option<String>,
}

fn known(format: Format) -> (&'static str, &'static str, String) {
    (format.description(), format.origin(), format.needs().collect::<Vec<_>>().join(", "))
}

impl ListPage {
    /// Files with which a check found no fault.
    fn checked(&self) -> usize {
        self.open.iter().filter(|one| one.is_checked).count()
    }
}

struct OnItsWay {
    id: String,
    is_checked: bool,
    name: String,
    size: String,
    when: String,
    state: State,
    goes_on: bool,
    note: String,
}

struct Row {
    id: String,
    name: String,
    what: String,
    who: String,
    when: String,
    state: State,
    lines: String,
    created: String,
    updated: String,
    unchanged: String,
    skipped: String,
    people: String,
    rejected: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/imports", get(list))
        .route("/imports.csv", get(export))
        .route("/imports/{id}", get(show::show))
}

/// Imports of a filter in its order, after so many of them.
async fn find(tx: &TenantTx, wanted: &Wanted, skip: i64, most: i64) -> Result<Vec<ImportsFound>, Error> {
    let state = STATES.iter().find(|(word, _)| *word == wanted.state).map(|(word, _)| *word);
    let format = Format::ALL.into_iter().map(Format::name).find(|name| *name == wanted.format);
    let (sort, ascending) = wanted.order();
    Ok(sql::imports_found().bind(&**tx, &sort, &state, &format, &!ascending, &most, &skip).all().await?)
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = wanted.page.parse().unwrap_or(1).clamp(1, i64::from(i32::MAX));
    let session = &visitor.session;
    let shell = Shell::live(&pages, session, "/imports", "imports jobs");
    let tx = session.begin(&pages.database).await?;
    let open = uploads::open(&tx, OPEN).await?;
    let rows = find(&tx, &wanted, (page - 1) * PAGE, PAGE).await?;
    let has_any = !rows.is_empty() || sql::has_imports().bind(&*tx).one().await?;
    let (names, _) = Names::read(&tx).await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(shell, has_any, &open, &wanted, page, &rows, &names)))
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &wanted, 0, i64::MAX).await?;
    let (names, _) = Names::read(&tx).await?;
    tx.commit().await?;
    Ok(sheet(&rows, &names)?)
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known; times are of UTC.
fn sheet(rows: &[ImportsFound], names: &Names) -> Result<Response, Error> {
    let header = [
        "File",
        "Format",
        "State",
        "Lines",
        "New",
        "Changed",
        "Known",
        "Left out",
        "Rejected",
        "New people",
        "By",
        "Begun",
        "Ended",
    ];
    let cells = |row: &ImportsFound| {
        vec![
            row.file_name.clone(),
            format_in_words(&row.format),
            state_of(&row.state).words.to_owned(),
            row.lines.to_string(),
            row.created.to_string(),
            row.updated.to_string(),
            row.unchanged.to_string(),
            row.skipped.to_string(),
            row.rejected.to_string(),
            row.people_created.to_string(),
            row.started_by.as_deref().map(|who| names.of(who)).unwrap_or_default(),
            shown::utc(row.started_at),
            row.finished_at.map(shown::utc).unwrap_or_default(),
        ]
    };
    answer::sheet("imports.csv", &header, rows.iter().map(cells))
}

/// States of imports, and how they are said.
const STATES: [(&str, State); 5] = [
    ("running", State { class: "busy", words: "Running" }),
    ("interrupted", State { class: "warn", words: "Interrupted" }),
    ("completed", State { class: "good", words: "Imported" }),
    ("failed", State { class: "bad", words: "Failed" }),
    ("undone", State { class: "hollow", words: "Taken back" }),
];

fn state_of(word: &str) -> State {
    STATES.iter().find(|(known, _)| *known == word).map_or(State { class: "hollow", words: "" }, |(_, state)| *state)
}

/// A format in words; one of an older version by its name.
fn format_of(name: &str) -> String {
    Format::ALL.into_iter().find(|format| format.name() == name).map_or(name.to_owned(), |format| {
        // What it is, without how its file looks.
        format.description().split(" with the columns").next().unwrap_or_default().to_owned()
    })
}

/// A format as a phrase by itself.
pub(super) fn format_in_words(name: &str) -> String {
    shown::sentence(&format_of(name)).trim_end_matches('.').to_owned()
}

impl ListPage {
    fn new(
        shell: Shell,
        has_any: bool,
        open: &[Upload],
        wanted: &Wanted,
        page: i64,
        rows: &[ImportsFound],
        names: &Names,
    ) -> Self {
        let total = rows.first().map_or(0, |row| row.total);
        let last = ((total + PAGE - 1) / PAGE).max(1);
        let zone = shell.clock();
        Self {
            did: lists::done(&wanted.did),
            known: Format::ALL.into_iter().map(known).collect(),
            open: open.iter().map(|upload| OnItsWay::new(upload, &zone)).collect(),
            has_any,
            wanted: wanted.clone(),
            states: STATES.iter().map(|(word, state)| Choice::new(*word, state.words, &wanted.state)).collect(),
            formats: Format::ALL
                .into_iter()
                .map(|format| Choice::new(format.name(), format_of(format.name()), &wanted.format))
                .collect(),
            headings: lists::headings(&COLUMNS, wanted.order(), |order| wanted.query(order)),
            export: wanted.kept(&[]),
            rows: rows.iter().map(|row| Row::new(row, names, &zone)).collect(),
            total: shown::counted(total, "file", "files"),
            place: if last > 1 { format!(", page {page} of {}", shown::count(last)) } else { String::new() },
            previous: (page > 1).then(|| wanted.kept(&[("page", &(page - 1).min(last).to_string())])),
            next: (page < last).then(|| wanted.kept(&[("page", &(page + 1).to_string())])),
            shell,
        }
    }
}

impl OnItsWay {
    fn new(upload: &Upload, zone: &TimeZone) -> Self {
        Self {
            id: upload.id.to_string(),
            is_checked: upload.state == UploadState::Checked && !upload.is_useless(),
            name: upload.file_name.clone(),
            size: size(upload.bytes),
            when: shown::moment(upload.created_at, zone, true),
            state: stands(upload),
            goes_on: matches!(upload.state, UploadState::Checking | UploadState::Importing),
            note: upload.problem.as_deref().or(upload.error.as_deref()).map(shown::told).unwrap_or_default(),
        }
    }
}

impl Row {
    fn new(row: &ImportsFound, names: &Names, zone: &TimeZone) -> Self {
        Self {
            id: row.id.to_string(),
            name: row.file_name.clone(),
            what: format_in_words(&row.format),
            who: row.started_by.as_deref().map(|who| names.of(who)).unwrap_or_default(),
            when: shown::moment(row.started_at, zone, true),
            state: state_of(&row.state),
            lines: shown::count(row.lines),
            created: shown::count(row.created),
            updated: shown::count(row.updated),
            unchanged: shown::count(row.unchanged),
            skipped: shown::count(row.skipped),
            people: shown::count(row.people_created),
            rejected: shown::count(row.rejected),
        }
    }
}

/// "3.4 MB", by powers of ten, as systems tell it.
pub(super) fn size(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return shown::counted(i64::try_from(bytes).unwrap_or_default(), "byte", "bytes"),
        1_000..1_000_000 => (1e3, "kB"),
        1_000_000..1_000_000_000 => (1e6, "MB"),
        _ => (1e9, "GB"),
    };
    let number = bytes as f64 / unit;
    let digits = usize::from(number < 10.0);
    format!("{number:.digits$}\u{a0}{name}")
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let shell = || Shell::sample("/imports");
        let row = |state: &str| ImportsFound {
            id: uuid::Uuid::nil(),
            file_name: "<b>.csv".to_owned(),
            format: "<b>".to_owned(),
            state: state.to_owned(),
            lines: 1_200,
            created: 1_000,
            updated: 100,
            unchanged: 50,
            skipped: 40,
            rejected: 10,
            people_created: 900,
            started_at: jiff::Timestamp::UNIX_EPOCH,
            finished_at: None,
            started_by: Some("<b>".to_owned()),
            total: 120,
        };
        let names = Names::none();
        let empty = Wanted::default();
        let filtered = Wanted { state: "failed".to_owned(), ..Wanted::default() };
        vec![
            Self::new(shell(), false, &[], &empty, 1, &[], &names),
            Self::new(shell(), true, &super::uploads::samples(), &filtered, 1, &[], &names),
            Self::new(shell(), true, &[], &empty, 2, &STATES.map(|(word, _)| row(word)), &names),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_told_in_units_that_people_read() {
        for (bytes, words) in [
            (1, "1\u{a0}byte"),
            (999, "999\u{a0}bytes"),
            (1_500, "1.5\u{a0}kB"),
            (25_000_000, "25\u{a0}MB"),
            (2_147_483_648, "2.1\u{a0}GB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
