//! `rapport import FILE…`: files taken in, with a report that accounts for every line.

use std::{
    collections::{HashMap, hash_map::Entry},
    io::IsTerminal as _,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format as Shown},
        session::Session,
    },
    config::Config,
    error::Error,
    import::{
        self, DateOrder, Format, Granularity, Options, Outcome, Reader, Record, SkipReason, Unknown, identity,
        printable,
    },
    model::imports::{self, Report, Request, Spooled, Survey, Trial},
};

/// What `rapport import` takes.
#[derive(Debug, Args)]
pub struct Import {
    /// The files; what each holds is seen from its content, and - is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The post that the reactions or comments belong to, for files that do not say
    #[arg(long, value_name = "URL", conflicts_with = "posts")]
    post: Option<String>,
    /// A posts list, whose column `file` says which file belongs to which post
    #[arg(long, value_name = "LIST")]
    posts: Option<PathBuf>,
    /// The campaign into which the posts go; made when there is none of this name
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    /// The day on which reactions were seen, for exports that were made earlier [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    seen_on: Option<Date>,
    /// What a row of an ad report counts, if it is not seen rightly
    #[arg(long, value_name = "day|month|period", value_parser = granularity)]
    by: Option<Granularity>,
    /// The order of dates such as 3/4/2025, if it is not seen rightly
    #[arg(long, value_name = "day-first|month-first", value_parser = date_order)]
    date_order: Option<DateOrder>,
    /// Says what would happen, and changes nothing
    #[arg(long)]
    dry_run: bool,
    /// The format, if it is not seen rightly
    #[arg(long = "as", value_name = "FORMAT", value_parser = format)]
    format: Option<Format>,
}

fn format(name: &str) -> Result<Format, String> {
    name.parse().map_err(|error: crate::import::UnknownName| error.to_string())
}

fn granularity(name: &str) -> Result<Granularity, String> {
    Granularity::named(name).ok_or_else(|| "it is day, month or period".to_owned())
}

fn date_order(name: &str) -> Result<DateOrder, String> {
    DateOrder::named(name).ok_or_else(|| "it is day-first or month-first".to_owned())
}

/// Characters of a campaign's name, as in files.
const CAMPAIGN: usize = 500;

/// Runs `rapport import …`.
///
/// # Errors
/// When any of the files could not be imported; the others are.
pub async fn run(config: &Config, args: Import) -> Result<(), Error> {
    let post = args.post.as_deref().map(post_of).transpose()?;
    if let Some(campaign) = &args.campaign
        && (campaign.trim().is_empty() || campaign.chars().count() > CAMPAIGN)
    {
        return Err(Error::invalid(format!("--campaign takes a name of 1 to {CAMPAIGN} characters")));
    }
    let mapping = match &args.posts {
        Some(list) => posts_by_file(list)?,
        None => HashMap::new(),
    };
    let session = Session::open(config).await?;
    let seen_at = match args.seen_on {
        Some(day) => Some(noon(&session, day).await?),
        None => None,
    };
    let request = Request {
        format: args.format,
        post,
        campaign: args.campaign,
        seen_at,
        granularity: args.by,
        date_order: args.date_order,
        dry_run: args.dry_run,
        ..Request::default()
    };
    // A dry run tries all files in one transaction, so that what the first brings is there for the second, and takes it back.
    let trial = if args.dry_run { Some(Trial::begin(&session).await?) } else { None };

    let mut files = Vec::new();
    // The list goes first, so that its posts have their titles and campaigns before anything refers to them.
    if let Some(list) = &args.posts {
        files.push((list.clone(), Request { format: Some(Format::Posts), post: None, ..request.clone() }));
    }
    for file in args.files {
        if args.posts.as_ref() == Some(&file) {
            continue;
        }
        let mut request = request.clone();
        if let Some(list) = &args.posts {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let listed = mapping.get(&name).or_else(|| mapping.get(&imports::without_rejects(&name)));
            request.post = listed.map(|listed| listed.post.clone());
            request.list = Some(shown(list));
        }
        files.push((file, request));
    }
    let mut told = Told::new(config.json);
    let mut broken = None;
    for (file, request) in files {
        told.open = Some(shown(&file));
        match one(&session, &file, request, trial.as_ref(), config.json).await {
            Ok(report) => told.report(report),
            Err(error) => {
                told.failure(&error);
                // What is not this file's fault would fail the next one too.
                if error.exit_code() == 2 {
                    broken = Some(error);
                    break;
                }
            }
        }
    }
    told.open = None;
    if let Some(trial) = trial
        && broken.is_none()
    {
        trial.end().await?;
    }
    told.end(args.seen_on.is_some())?;
    match broken {
        Some(error) => Err(error),
        None if told.failures > 0 => {
            let all = told.failures + told.reports.len();
            Err(Error::invalid(format!("{} of {all} files were not imported", told.failures)))
        }
        None => Ok(()),
    }
}

/// A path as it may be written to a terminal.
fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy(), 4_096)
}

/// What was said and is to be said of the files, also where an interrupt ends the import between two of them.
struct Told {
    json: bool,
    reports: Vec<Report>,
    entries: Vec<Value>,
    failures: usize,
    is_format_asked: bool,
    /// The file that is being imported.
    open: Option<String>,
    is_over: bool,
}

impl Told {
    const fn new(json: bool) -> Self {
        Self {
            json,
            reports: Vec::new(),
            entries: Vec::new(),
            failures: 0,
            is_format_asked: false,
            open: None,
            is_over: false,
        }
    }

    fn report(&mut self, report: Report) {
        if self.json {
            self.entries.push(json!(report));
        } else {
            talk(&report);
        }
        self.reports.push(report);
    }

    fn failure(&mut self, error: &Error) {
        self.failures += 1;
        let file = self.open.take().unwrap_or_default();
        let error = printable(&error.to_string(), 4_096);
        eprintln!("{file}: {error}");
        self.is_format_asked |= error.contains(import::ASK);
        if self.json {
            self.entries.push(json!({"file": file, "error": error}));
        }
    }

    fn end(&mut self, has_day: bool) -> Result<(), Error> {
        self.is_over = true;
        if self.is_format_asked {
            eprintln!("{}", Unknown::formats());
        }
        if self.json { output::print_json(&self.entries) } else { summary(&self.reports, has_day) }
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        if self.json && !self.is_over {
            if let Some(file) = self.open.take() {
                self.entries.push(json!({"file": file, "error": "interrupted; the same command goes on from here"}));
            }
            // Whoever reads this may be gone, and there is nobody else to tell.
            drop(output::print_json(&self.entries));
        }
    }
}

/// Noon of a day by the tenant's clock.
async fn noon(session: &Session, day: Date) -> Result<Timestamp, Error> {
    let tx = session.begin().await?;
    let noon = queries::queries::imports::seen_at().bind(&*tx, &day, &session.time_zone.as_str()).one().await?;
    if noon.is_future {
        return Err(Error::invalid(format!(
            "--seen-on {day} has not come yet; it is the day on which the export was made"
        )));
    }
    if day < jiff::civil::date(2003, 5, 5) {
        return Err(Error::invalid(format!(
            "--seen-on {day} is before LinkedIn was there; it is the day on which the export was made"
        )));
    }
    Ok(noon.seen_at)
}

async fn one(
    session: &Session,
    file: &Path,
    mut request: Request,
    trial: Option<&Trial>,
    json: bool,
) -> Result<Report, Error> {
    // Kept until the import is over.
    let spooled;
    let file = if file == Path::new("-") {
        spooled = spool().await?;
        request.known_as = Some("stdin".into());
        spooled.path()
    } else {
        file
    };
    let survey = survey(file, &request).await?;
    let bar =
        if json || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(survey.records) };
    if let Ok(style) = ProgressStyle::with_template("{msg:28!} {bar:30} {pos}/{len} lines, {eta} left") {
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
    }
    bar.set_message(printable(&file.file_name().unwrap_or_default().to_string_lossy(), 100));
    bar.enable_steady_tick(Duration::from_millis(200));
    let result = imports::run(session, file, &request, survey, trial, &|done| bar.set_position(done)).await;
    bar.finish_and_clear();
    result
}

/// Sets the flag when it is dropped.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The first pass on a thread of its own, so that an interrupt is noticed meanwhile, and ends it.
async fn survey(file: &Path, request: &Request) -> Result<Survey, Error> {
    let stop = Stop(Arc::new(AtomicBool::new(false)));
    let (file, request, flag) = (file.to_owned(), request.clone(), Arc::clone(&stop.0));
    let pass = tokio::task::spawn_blocking(move || imports::survey_until(&file, &request, &flag));
    pass.await.map_err(|error| Error::Internal(error.into()))?
}

/// Standard input in a file, since an import reads its file more than once.
async fn spool() -> Result<Spooled, Error> {
    let (spooled, spool) = Spooled::create()?;
    let (done, filled) = tokio::sync::oneshot::channel();
    // Not one of the runtime's threads: those are waited for at the end, and reading from a terminal may take for ever.
    std::thread::spawn(move || done.send(spool.fill(std::io::stdin().lock())));
    filled.await.map_err(|error| Error::Internal(error.into()))??;
    Ok(spooled)
}

fn post_of(url: &str) -> Result<identity::PostRef, Error> {
    match identity::parse(url) {
        Ok(identity::Link::Post(post)) if !post.is_empty() => Ok(post),
        _ => Err(Error::invalid(format!(
            "--post {url:?} is no address of a LinkedIn post; it looks like https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/"
        ))),
    }
}

/// The post of a file, and the line of the list that says so.
struct Listed {
    post: identity::PostRef,
    line: u64,
}

/// Which file belongs to which post.
fn posts_by_file(list: &Path) -> Result<HashMap<String, Listed>, Error> {
    let in_list = |error: String| Error::invalid(format!("{}: {}", shown(list), printable(&error, 1_000)));
    let unreadable = |error: import::Error| {
        in_list(match error {
            import::Error::NotThatFormat { missing, seen, .. } => {
                format!("a posts list needs a column {}; this has {seen}", missing.replace('"', ""))
            }
            error => error.to_string(),
        })
    };
    let about = std::fs::metadata(list).map_err(|error| in_list(format!("cannot open it: {error}")))?;
    if about.is_dir() {
        return Err(in_list("this is a folder; --posts takes a posts list, which is a CSV file".to_owned()));
    }
    if !about.is_file() {
        return Err(in_list("this is a pipe or a device; save the posts list as a file".to_owned()));
    }
    let file = std::fs::File::open(list).map_err(|error| in_list(format!("cannot open it: {error}")))?;
    let options = Options { format: Some(Format::Posts), now: Some(Timestamp::now()), ..Options::default() };
    let mut posts: HashMap<String, Listed> = HashMap::new();
    for outcome in Reader::open(file, &options).map_err(unreadable)? {
        let Outcome::Record { record: Record::Post(post), position } = outcome.map_err(unreadable)? else { continue };
        let Some(file) = post.file else { continue };
        let listed = Listed { post: post.post, line: position.line };
        match posts.entry(file) {
            Entry::Vacant(entry) => {
                entry.insert(listed);
            }
            Entry::Occupied(entry) if entry.get().post.ids().any(|id| listed.post.ids().any(|other| other == id)) => {}
            Entry::Occupied(entry) => {
                return Err(in_list(format!(
                    "{} belongs to one post on line {} and to another on line {}; a file belongs to one post",
                    entry.key(),
                    entry.get().line,
                    listed.line
                )));
            }
        }
    }
    Ok(posts)
}

/// What a reader of the terminal should know of one file, beside the numbers.
fn talk(report: &Report) {
    for warning in &report.warnings {
        eprintln!("{}: note: {warning}", report.file);
    }
    for reject in &report.rejects {
        let column = reject.column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default();
        let place = match reject.record {
            Some(record) => format!("record {record} (line {})", reject.line),
            None => format!("line {}", reject.line),
        };
        eprintln!("{}: {place}{column}: {}", report.file, reject.reason);
    }
    let unshown = usize::try_from(report.rejected).unwrap_or_default().saturating_sub(report.rejects.len());
    if unshown > 0 {
        eprintln!("{}: and {unshown} more", report.file);
    }
    if let (Some(rejects), Some(reasons)) = (&report.rejects_file, &report.reasons_file) {
        let (rejects, reasons) = (shown(Path::new(rejects)), shown(Path::new(reasons)));
        eprintln!(
            "{}: the rejected lines are in {rejects}, with all reasons in {reasons}; correct them there and import that file",
            report.file
        );
    }
}

const COLUMNS: &[Column] = &[
    Column("file", "File", Shown::Text),
    Column("format", "Format", Shown::Text),
    Column("lines", "Lines", Shown::Count),
    Column("created", "Created", Shown::Count),
    Column("updated", "Updated", Shown::Count),
    Column("unchanged", "Unchanged", Shown::Count),
    Column("skipped", "Skipped", Shown::Count),
    Column("rejected", "Rejected", Shown::Count),
    Column("people_created", "New people", Shown::Count),
];

fn summary(reports: &[Report], has_day: bool) -> Result<(), Error> {
    if reports.is_empty() {
        return Ok(());
    }
    let mut rows: Vec<_> = reports.iter().map(|report| json!(report)).collect();
    if rows.len() > 1 {
        let sum = |key: &str| rows.iter().filter_map(|row| row[key].as_i64()).sum::<i64>();
        let mut total = json!({"file": "all files"});
        for column in COLUMNS.iter().filter(|column| column.2 == Shown::Count) {
            total[column.0] = sum(column.0).into();
        }
        rows.push(total);
    }
    output::print_text(&output::table(&rows, COLUMNS))?;
    let mut skipped: std::collections::BTreeMap<&str, i64> = std::collections::BTreeMap::new();
    for (reason, n) in reports.iter().flat_map(|report| &report.skip_reasons) {
        *skipped.entry(reason).or_default() += n;
    }
    for (reason, n) in skipped {
        eprintln!("skipped {n}: {}", why_skipped(reason));
    }
    if reports.iter().any(|report| report.resumed) {
        eprintln!("went on with an import that had been interrupted");
    }
    let taken: i64 = reports.iter().map(|report| report.created + report.updated + report.unchanged).sum();
    if reports.iter().any(|report| report.dry_run) {
        eprintln!("this was a dry run: nothing was changed");
    } else if taken == 0 {
        let lines: i64 = reports.iter().map(|report| report.lines).sum();
        eprintln!(
            "nothing was imported: {}",
            if lines == 0 { "there is no line to import" } else { "every line was skipped or rejected" }
        );
    } else {
        let of = |formats: &[Format]| {
            reports.iter().any(|report| formats.iter().any(|format| format.name() == report.format))
        };
        if !has_day && of(&[Format::CuriousCoderReactions, Format::HarvestapiReactions, Format::ApimaestroReactions]) {
            eprintln!(
                "reactions carry no time, so new ones count as of today; --seen-on YYYY-MM-DD names the day of the export"
            );
        }
        eprintln!(
            "next: rapport dashboard shows what the campaigns reach, and rapport persona list whom that is measured against"
        );
    }
    Ok(())
}

/// A reason for skipping lines, in words.
fn why_skipped(reason: &str) -> String {
    if reason == "days_of_another_report" {
        return "rows that reach into days of which an earlier report tells otherwise, so that those would count twice; a report over all of these days replaces it, and --by says what a row of it counts".to_owned();
    }
    let known = SkipReason::ALL.into_iter().find(|known| known.name() == reason);
    known.map_or_else(|| reason.replace('_', " "), |known| known.to_string())
}
