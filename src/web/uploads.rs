//! Uploads: a file on its way in, from its first byte to the import that it becomes.

use std::{
    io::{Seek as _, Write as _},
    sync::Arc,
};

use askama::Template;
use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Multipart, Path, Query, State as Pool, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post, put},
};
use jiff::Timestamp;
use queries::queries::{campaigns as campaigns_sql, sessions as sessions_sql};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    fields::Fields,
    imports::{format_in_words, size},
    lists::Choice,
    shell::Shell,
    shown,
    visitor::{Acting, Visitor},
};
use crate::{
    db::{Acts, TenantTx},
    error::Error,
    import::{Columns, Format, can_be_said},
    jobs::CALLED,
    model::{
        imports::{ReadColumn, Report, Spooled, Wanted, why_skipped},
        jobs,
        uploads::{self, Content, Upload, UploadState, no_upload},
        users::Role,
    },
    values::Name,
};

mod columns;

pub(super) use columns::field_words;
use columns::{Table, chosen_from, columns_of_form, columns_said, say_as_before};

/// Bytes of a form with files, for browsers without a script.
const LARGEST_FORM: usize = 32 << 20;
/// Where something stands, in a word and a colour.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) class: &'static str,
    pub(super) words: &'static str,
}

/// Where an upload stands.
pub(super) fn stands(upload: &Upload) -> State {
    let (class, words) = match upload.state {
        UploadState::Checked if upload.is_useless() => ("warn", "No line can be used"),
        UploadState::Receiving => ("warn", "Not all here"),
        UploadState::Waiting => ("busy", "To be decided"),
        UploadState::Checking => ("busy", "Being checked"),
        UploadState::Checked => ("good", "Can be imported"),
        UploadState::Refused => ("warn", "Cannot be imported yet"),
        UploadState::Importing => ("busy", "Being imported"),
        UploadState::Imported => ("good", "Imported"),
        UploadState::Failed => ("bad", "Failed"),
    };
    State { class, words }
}

#[derive(Template)]
#[template(path = "uploads/show.html")]
pub(super) struct ShowPage {
    shell: Shell,
    id: String,
    name: String,
    bytes: u64,
    size: String,
    received: String,
    state: UploadState,
    /// Whether no line of it can be used as it is read.
    is_useless: bool,
    stands: State,
    now: Now,
    /// What is wrong with what somebody has just typed.
    wrong: Option<String>,
    /// Why it cannot be imported as it is.
    problem: Option<String>,
    found: Option<Found>,
    /// What its columns are read as, where somebody may say otherwise.
    table: Option<Table>,
    form: Form,
}

/// What goes on at this moment.
struct Now {
    is_under_way: bool,
    words: String,
    /// How far it is, of 0 to 100; none: nobody can tell.
    done: Option<String>,
    left: String,
}

/// What a check found.
struct Found {
    format: String,
    figures: Vec<(&'static str, String)>,
    records: String,
    is_part: bool,
    /// How many columns are read, of how many; empty for what is no table.
    columns_in_words: String,
    columns: Vec<ReadColumn>,
    warnings: Vec<String>,
    skipped: Vec<(String, String)>,
    rejects: Vec<(String, String, String)>,
}

/// What is said of the file.
struct Form {
    post_url: String,
    campaign: String,
    /// The names of those that there are.
    campaigns: Vec<String>,
    seen_on: String,
    formats: Vec<Choice>,
    by: Vec<Choice>,
    date_order: Vec<Choice>,
    /// What columns are said to be read as.
    columns: Columns,
}

/// Where in the file the bytes begin.
#[derive(Deserialize)]
struct From {
    #[serde(default)]
    from: u64,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/uploads/new", post(announce))
        .route("/uploads/import", post(import_all))
        .route("/uploads/{id}", get(show).post(decide))
        .route("/uploads/{id}/cancel", post(cancel))
        .route("/uploads/{id}/delete", post(delete))
        .route("/uploads/{id}/rejects", get(rejects))
        .route("/uploads/{id}/reasons", get(reasons))
}

/// The routes whose bodies are files.
pub(super) fn arriving() -> Router<Arc<Pages>> {
    Router::new()
        .route("/uploads/{id}/content", put(content))
        // What divides the parts of a form is looked for in memory.
        .route("/uploads", post(whole).layer(DefaultBodyLimit::max(LARGEST_FORM)))
}

/// Whoever brings a file, for as long as that takes: whose session ends meanwhile, or who may not any more, brings nothing more.
struct Bringing<'a>(Acting<'a>);

impl Acts for Bringing<'_> {
    async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.0.begin().await?;
        if sessions_sql::session_may_change().bind(&*tx, &self.0.session.id).one().await? {
            return Ok(tx);
        }
        Err(Error::Unauthorized("Your session has ended meanwhile; what came before is kept.".to_owned()))
    }
}

fn id_of(id: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(id).map_err(|_| no_upload())
}

/// What is told to the script that brings files.
fn told(status: StatusCode, said: Value) -> Response {
    (status, Json(said)).into_response()
}

fn told_of(error: &Error) -> Response {
    let words = if error.is_for_the_log() {
        "Something went wrong on our side; try again.".to_owned()
    } else {
        shown::sentence(&error.to_string())
    };
    told(error.status(), json!({"problem": words}))
}

/// Announces a file that is to be checked when it is here.
async fn begin(pages: &Pages, visitor: &Visitor, name: &str, bytes: u64) -> Result<Uuid, Error> {
    visitor.must(Role::Editor)?;
    let name = Name::try_from(name.to_owned()).map_err(Error::Invalid)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let id = uploads::begin(&tx, &name, bytes, &Wanted::default(), true).await?;
    tx.commit().await?;
    Ok(id)
}

/// Announces a file, for the script that brings it.
async fn announce(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Response {
    let fields = Fields::parse(&body);
    let bytes = fields.one("bytes").parse().unwrap_or_default();
    match begin(&pages, &visitor, fields.one("file_name"), bytes).await {
        Ok(id) => told(StatusCode::CREATED, json!({"path": format!("/uploads/{id}")})),
        Err(error) => told_of(&error),
    }
}

/// Takes bytes of a file from that script, and says how many are here.
async fn content(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(From { from }): Query<From>,
    body: Body,
) -> Response {
    let who = Bringing(Acting { session: &visitor.session, database: &pages.database });
    let received = async {
        visitor.must(Role::Editor)?;
        let id = id_of(&id)?;
        match uploads::receive(&who, id, from, body).await {
            // Another piece came first, or an answer was lost: from where to go on is what the script wants to know.
            Err(Error::Conflict(_)) => {
                let tx = visitor.session.begin(&pages.database).await?;
                let upload = uploads::read(&tx, id).await?;
                tx.commit().await?;
                Ok(upload.received_bytes)
            }
            received => received,
        }
    };
    match received.await {
        Ok(received) => told(StatusCode::OK, json!({"received": received})),
        Err(error) => told_of(&error),
    }
}

/// Takes whole files from a form, where no script brings them.
async fn whole(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let late = |_| {
        Error::invalid(format!(
            "The file did not arrive whole, or is larger than {}, which takes a script or the command line. Send it once more.",
            size(LARGEST_FORM as u64)
        ))
    };
    let mut form = form.map_err(|_| Error::invalid("Choose a file first."))?;
    let who = Bringing(Acting { session: &visitor.session, database: &pages.database });
    let mut taken = Vec::new();
    while let Some(mut field) = form.next_field().await.map_err(late)? {
        let Some(name) = field.file_name().filter(|name| !name.is_empty()).map(str::to_owned) else { continue };
        let (spooled, spool) = Spooled::create()?;
        let mut file = spool.into_file();
        let mut bytes = 0;
        while let Some(piece) = field.chunk().await.map_err(late)? {
            bytes += piece.len() as u64;
            file.write_all(&piece)?;
        }
        file.flush()?;
        let mut file = spooled.into_file();
        file.rewind()?;
        let id = begin(&pages, &visitor, &name, bytes).await?;
        uploads::receive(&who, id, 0, uploads::streamed(file)?).await?;
        taken.push(id);
    }
    match taken.as_slice() {
        [] => Err(Error::invalid("Choose a file first.").into()),
        [id] => Ok(Redirect::to(&format!("/uploads/{id}")).into_response()),
        _ => Ok(Redirect::to("/imports").into_response()),
    }
}

async fn show(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    // A job has it in hand, and how far that is stands in its row.
    let shell = Shell::live(&pages, &visitor.session, "/imports", "imports jobs");
    let tx = visitor.session.begin(&pages.database).await?;
    let mut upload = uploads::read(&tx, id_of(&id)?).await?;
    if let Some(import) = upload.import_id {
        return Ok(Redirect::to(&format!("/imports/{import}")).into_response());
    }
    let as_before = say_as_before(&tx, &mut upload, &shell.clock()).await?;
    let campaigns = campaigns_sql::campaign_names().bind(&*tx).all().await?;
    tx.commit().await?;
    let form = Form { campaigns, ..Form::of(&upload.options) };
    Ok(answer::page(&ShowPage::new(shell, &upload, form, as_before, None)))
}

async fn read(pages: &Pages, visitor: &Visitor, id: &str) -> Result<Upload, Error> {
    let id = id_of(id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let upload = uploads::read(&tx, id).await?;
    tx.commit().await?;
    Ok(upload)
}

/// Has a file checked again or imported, with what is said of it now.
async fn decide(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let upload = uploads::read(&tx, id_of(&id)?).await?;
    let decided = async {
        let wanted = wanted(&fields, &upload)?;
        if json!(wanted) != json!(upload.options) {
            uploads::change(&tx, upload.id, &wanted).await?;
        }
        uploads::take_up(&tx, upload.id, fields.one("act") != "import").await?;
        Ok::<_, Error>(())
    };
    match decided.await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Redirect::to(&format!("/uploads/{}", upload.id)).into_response())
        }
        Err(error @ Error::Invalid(_)) => {
            let shell = Shell::of(&visitor.session, "/imports");
            let problem = shown::sentence(&error.to_string());
            // What was refused may have broken off the transaction.
            drop(tx);
            let tx = visitor.session.begin(&pages.database).await?;
            let campaigns = campaigns_sql::campaign_names().bind(&*tx).all().await?;
            let form = Form { campaigns, ..Form::typed(&fields) };
            // What the page chose for the file by itself is nowhere but in what was sent.
            let mut upload = upload;
            upload.options.format = upload.options.format.or_else(|| chosen_from(&fields));
            let page = ShowPage::new(shell, &upload, form, None, Some(problem));
            Ok(answer::with_status(error.status(), &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// What a form says of a file.
fn wanted(fields: &Fields, upload: &Upload) -> Result<Wanted, Error> {
    let given = |name: &str| Some(fields.one(name).to_owned()).filter(|text| !text.is_empty());
    // The words of closed lists are their own; others are as good as none.
    let word = |name: &str| given(name).map_or(Value::Null, Value::String);
    if let Some(url) = given("post_url") {
        crate::import::identity::post_of(&url).map_err(|error| Error::Invalid(format!("{} {error}", CALLED.post)))?;
    }
    let seen_on = given("seen_on").map(|day| day.parse()).transpose();
    let format = serde_json::from_value(word("format")).unwrap_or_default();
    let columns = columns_said(fields, upload, format)?;
    Ok(Wanted {
        post_url: given("post_url"),
        campaign: given("campaign").map(Name::try_from).transpose().map_err(Error::Invalid)?,
        seen_on: seen_on
            .map_err(|_| Error::invalid("Say the day of the export as year, month and day: 2026-11-27."))?,
        // A format whose columns were named is that one, also where they do not show it any more.
        format: format.or_else(|| (!columns.is_empty()).then(|| chosen_from(fields)).flatten()),
        by: serde_json::from_value(word("by")).unwrap_or_default(),
        date_order: serde_json::from_value(word("date_order")).unwrap_or_default(),
        columns,
    })
}

async fn import_all(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    uploads::import_what_is_checked(&tx).await?;
    tx.commit().await?;
    Ok(Redirect::to("/imports").into_response())
}

async fn cancel(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let upload = uploads::read(&tx, id_of(&id)?).await?;
    if let Some(job) = upload.job_id {
        match jobs::cancel(&tx, job).await {
            // It has ended meanwhile, and the page says how.
            Ok(_) | Err(Error::Conflict(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/uploads/{}", upload.id)).into_response())
}

async fn delete(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    uploads::delete(&tx, id_of(&id)?).await?;
    tx.commit().await?;
    Ok(Redirect::to("/imports?did=removed").into_response())
}

async fn rejects(pages: Pool<Arc<Pages>>, visitor: Visitor, id: Path<String>) -> Result<Response, Problem> {
    file(pages, visitor, id, Content::Rejects).await
}

async fn reasons(pages: Pool<Arc<Pages>>, visitor: Visitor, id: Path<String>) -> Result<Response, Problem> {
    file(pages, visitor, id, Content::Reasons).await
}

async fn file(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    content: Content,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let upload = read(&pages, &visitor, &id).await?;
    let who = Acting { session: &visitor.session, database: &pages.database };
    let body = uploads::told(&who, upload.id, content).await?;
    Ok(answer::file(&upload.name_of(content), "application/octet-stream", body))
}

impl ShowPage {
    fn new(shell: Shell, upload: &Upload, form: Form, as_before: Option<String>, wrong: Option<String>) -> Self {
        let now = Now::new(upload);
        // While a job has it in hand, what it has found so far is not the last word.
        let over = Some(upload).filter(|_| !now.is_under_way);
        let said = over.and_then(|upload| upload.problem.as_deref().or(upload.error.as_deref()));
        Self {
            id: upload.id.to_string(),
            name: upload.file_name.clone(),
            bytes: upload.bytes,
            size: size(upload.bytes),
            received: size(upload.received_bytes),
            state: upload.state,
            is_useless: upload.is_useless(),
            stands: stands(upload),
            now,
            wrong,
            problem: said.map(shown::told),
            found: over.and_then(|upload| upload.report.as_ref()).map(Found::new),
            table: over.filter(|_| shell.may_change()).and_then(|upload| Table::new(upload, &form, as_before)),
            form,
            shell,
        }
    }

    /// Whether somebody has to decide something.
    fn is_open(&self) -> bool {
        !self.now.is_under_way && self.state != UploadState::Receiving
    }

    /// Whether what it holds is asked beside its columns.
    fn asks_what_it_holds(&self) -> bool {
        self.found.is_none() && self.table.is_some()
    }

    /// The formats of whose tables it can be said what their columns are read as.
    fn formats_of_tables(&self) -> impl Iterator<Item = &Choice> {
        let can_be = |one: &&Choice| one.value.parse().is_ok_and(can_be_said);
        self.form.formats.iter().filter(can_be)
    }

    fn is_receiving(&self) -> bool {
        self.state == UploadState::Receiving
    }

    /// Whether an import is the next step, and not another check.
    fn is_ready(&self) -> bool {
        matches!(self.state, UploadState::Checked | UploadState::Failed) && !self.is_useless
    }
}

impl Now {
    fn new(upload: &Upload) -> Self {
        let is_under_way = matches!(upload.state, UploadState::Checking | UploadState::Importing);
        let words = match (upload.state, upload.started_at) {
            (UploadState::Checking, None) => "Waits for a worker to check it",
            (UploadState::Checking, _) => "Is being checked: every line is read, and the first 4\u{202f}200 are tried",
            (UploadState::Importing, None) => "Waits for a worker to import it",
            _ => "Is being imported",
        };
        let done = upload.progress.filter(|_| upload.state == UploadState::Importing && upload.started_at.is_some());
        let left = match (done, upload.started_at) {
            (Some(done), Some(began)) => left(done, Timestamp::now().duration_since(began).as_secs_f64()),
            _ => String::new(),
        };
        Self {
            is_under_way,
            words: words.to_owned(),
            done: done.map(|done| format!("{:.0}", (100.0 * done).clamp(0.0, 100.0))),
            left,
        }
    }
}

/// How long it will take, by how long it took so far.
fn left(done: f64, took: f64) -> String {
    // A beginning says nothing yet.
    if done < 0.02 || took < 2.0 {
        return String::new();
    }
    let seconds = (took * (1.0 - done) / done).ceil();
    let (number, unit) = match seconds {
        ..=1.0 => return "a moment left".to_owned(),
        ..=90.0 => (seconds, "seconds"),
        ..=5_400.0 => ((seconds / 60.0).round(), "minutes"),
        _ => ((seconds / 3_600.0).round(), "hours"),
    };
    format!("about {number:.0} {unit} left")
}

fn columns_in_words(columns: &[ReadColumn]) -> String {
    let read = columns.iter().filter(|column| column.read_as.is_some()).count();
    match columns.len() {
        0 => String::new(),
        all if all == read => "How its columns are read".to_owned(),
        all => format!("How its columns are read: {read} of {all}"),
    }
}

impl Found {
    fn new(report: &Report) -> Self {
        let count = |n: i64| shown::count(n);
        Self {
            format: Format::ALL
                .into_iter()
                .find(|format| format.name() == report.format)
                .map_or_else(|| report.format.clone(), |format| format.description().to_owned()),
            figures: [
                ("Lines", report.lines),
                ("New", report.created),
                ("Changed", report.updated),
                ("Known", report.unchanged),
                ("Left out", report.skipped),
                ("Rejected", report.rejected),
                ("New people", report.people_created),
            ]
            .map(|(words, n)| (words, count(n)))
            .into(),
            records: shown::count(i64::try_from(report.records).unwrap_or(i64::MAX)),
            is_part: u64::try_from(report.lines).is_ok_and(|lines| lines < report.records),
            columns_in_words: columns_in_words(&report.columns),
            columns: report.columns.clone(),
            warnings: report.warnings.iter().map(|words| shown::sentence(words)).collect(),
            skipped: report.skip_reasons.iter().map(|(reason, n)| (count(*n), why_skipped(reason))).collect(),
            rejects: report
                .rejects
                .iter()
                .map(|reject| {
                    let line = i64::try_from(reject.record.unwrap_or(reject.line)).unwrap_or(i64::MAX);
                    (count(line), reject.column.clone().unwrap_or_default(), shown::sentence(&reject.reason))
                })
                .collect(),
        }
    }
}

impl Form {
    fn of(wanted: &Wanted) -> Self {
        let said = json!(wanted);
        Self { columns: wanted.columns.clone(), ..Self::with(|key| said[key].as_str().unwrap_or_default()) }
    }

    /// What somebody typed, also where it cannot be.
    fn typed(fields: &Fields) -> Self {
        let mut columns = Columns::default();
        for (name, field) in columns_of_form(fields) {
            // What is too much is told beside it.
            let _ = columns.say(name, field);
        }
        Self { columns, ..Self::with(|key| fields.one(key)) }
    }

    /// Whether the import makes the campaign, because none is called that.
    fn makes_campaign(&self) -> bool {
        let name = self.campaign.trim().to_lowercase();
        !name.is_empty() && !self.campaigns.iter().any(|one| one.to_lowercase() == name)
    }

    fn with<'a>(said: impl Fn(&str) -> &'a str) -> Self {
        let choices = |key: &str, all: &[(&'static str, &'static str)]| {
            all.iter().map(|(value, words)| Choice::new(*value, *words, said(key))).collect()
        };
        let format = |format: Format| Choice::new(format.name(), format_in_words(format.name()), said("format"));
        Self {
            post_url: said("post_url").to_owned(),
            campaign: said("campaign").to_owned(),
            campaigns: Vec::new(),
            seen_on: said("seen_on").to_owned(),
            formats: Format::ALL.map(format).into(),
            columns: Columns::default(),
            by: choices("by", &[("day", "A day"), ("month", "A month"), ("period", "The report's whole period")]),
            date_order: choices(
                "date_order",
                &[("day-first", "The day comes first"), ("month-first", "The month comes first")],
            ),
        }
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<Upload> {
    use crate::model::imports::SeenTable;
    use UploadState::{Checked, Checking, Failed, Importing, Receiving, Refused, Waiting};
    let column = |read_as: Option<&str>| ReadColumn {
        column: "<b>".to_owned(),
        read_as: read_as.map(str::to_owned),
        examples: vec!["<b>".to_owned(), "\"><b>".to_owned()],
    };
    let columns = vec![column(Some("<b>")), column(None), ReadColumn { column: String::new(), ..column(None) }];
    let sample = |state: UploadState| Upload {
        id: Uuid::nil(),
        file_name: "<b>.csv".to_owned(),
        bytes: 25_000_000,
        received_bytes: if state == UploadState::Receiving { 1_000_000 } else { 25_000_000 },
        state,
        dry_run: state == UploadState::Checking,
        options: Wanted { post_url: Some("\"><b>".to_owned()), ..Wanted::default() },
        job_id: None,
        progress: Some(0.4),
        run_at: None,
        started_at: Some(Timestamp::UNIX_EPOCH),
        error: (state == UploadState::Failed).then(|| "<b>".to_owned()),
        problem: (state == UploadState::Refused).then(|| "<b>".to_owned()),
        table: (state == UploadState::Refused).then(|| SeenTable { format: None, columns: columns.clone() }),
        report: (state == UploadState::Checked).then(|| Report {
            format: "posts".to_owned(),
            records: 9_000,
            lines: 4_200,
            columns: columns.clone(),
            warnings: vec!["<b>".to_owned()],
            skip_reasons: [("<b>".to_owned(), 3)].into(),
            rejects: vec![crate::model::imports::Rejected {
                line: 3,
                record: None,
                column: Some("<b>".to_owned()),
                reason: "<b>".to_owned(),
            }],
            ..Report::default()
        }),
        has_rejects_file: false,
        import_id: None,
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    };
    [Receiving, Waiting, Checking, Checked, Refused, Importing, Failed].map(sample).into()
}

#[cfg(test)]
impl ShowPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |upload: &Upload| {
            Self::new(
                Shell::sample("/imports"),
                upload,
                Form::of(&upload.options),
                Some("<b>".to_owned()),
                Some("<b>".to_owned()),
            )
        };
        let of_a_format = samples()
            .into_iter()
            .filter(|upload| upload.table.is_some())
            .map(|upload| Upload { options: Wanted { format: Some(Format::Posts), ..upload.options }, ..upload });
        samples().into_iter().chain(of_a_format).map(|upload| page(&upload)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_a_job_has_in_hand_has_no_problem_yet() {
        let mut upload = samples().into_iter().find(|upload| upload.state == UploadState::Refused).unwrap();
        let page = |upload: &Upload| {
            ShowPage::new(Shell::sample("/imports"), upload, Form::of(&upload.options), None, None).render().unwrap()
        };
        assert!(page(&upload).contains("class=\"problem\""));
        upload.state = UploadState::Checking;
        let checking = page(&upload);
        assert!(checking.contains("data-goes-on") && !checking.contains("class=\"problem\""), "{checking}");
    }

    #[test]
    fn what_is_left_is_told_when_it_can_be() {
        assert_eq!(left(0.01, 60.0), "");
        assert_eq!(left(0.5, 1.0), "");
        assert_eq!(left(0.5, 30.0), "about 30 seconds left");
        assert_eq!(left(0.25, 100.0), "about 5 minutes left");
        assert_eq!(left(1.0, 100.0), "a moment left");
    }
}
