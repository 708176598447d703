//! `rapport import FILE…`: files taken in, with a report that accounts for every line.

use std::{
    collections::HashMap,
    io::IsTerminal as _,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, civil::Date};
use serde_json::json;

use crate::{
    cli::{
        output::{self, Column, Format as Shown},
        session::Session,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    import::{Format, Options, Outcome, Reader, Record, identity},
    model::imports::{self, Report, Request},
};

/// What `rapport import` takes.
#[derive(Debug, Args)]
pub struct Import {
    /// The files; what each holds is seen from its content
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

/// Runs `rapport import …`.
///
/// # Errors
/// When any of the files could not be imported; the others are.
pub async fn run(config: &Config, args: Import) -> Result<(), Error> {
    let post = args.post.as_deref().map(post_of).transpose()?;
    let mapping = match &args.posts {
        Some(list) => posts_by_file(list)?,
        None => HashMap::new(),
    };
    let session = Session::open(config).await?;
    let seen_at = match args.seen_on {
        Some(day) => Some(noon(&session, day).await?),
        None => None,
    };
    let request = Request { format: args.format, post, campaign: args.campaign, seen_at, dry_run: args.dry_run };
    // A dry run tries all files in one transaction, so that what the first brings is there for the second, and takes it back.
    let trial = if args.dry_run { Some(session.begin().await?) } else { None };

    let mut reports = Vec::new();
    let mut failures = 0;
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
        if args.posts.is_some() {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            request.post = mapping.get(&name).cloned();
        }
        files.push((file, request));
    }
    for (file, request) in files {
        match one(&session, &file, &request, trial.as_ref(), config.json).await {
            Ok(report) => {
                if !config.json {
                    talk(&report);
                }
                reports.push(report);
            }
            Err(error) => {
                failures += 1;
                eprintln!("{}: {error}", file.display());
                if error.exit_code() == 2 {
                    return Err(error);
                }
            }
        }
    }
    if let Some(trial) = trial {
        trial.rollback().await?;
    }
    if config.json {
        output::print_json(&reports)?;
    } else {
        summary(&reports, args.seen_on.is_some())?;
    }
    if failures > 0 {
        return Err(Error::invalid(format!("{failures} of {} files were not imported", failures + reports.len())));
    }
    Ok(())
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
    request: &Request,
    trial: Option<&TenantTx>,
    json: bool,
) -> Result<Report, Error> {
    let survey = imports::survey(file, request)?;
    let bar =
        if json || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(survey.records) };
    if let Ok(style) = ProgressStyle::with_template("{msg:28!} {bar:30} {pos}/{len} lines, {eta} left") {
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
    }
    bar.set_message(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
    bar.enable_steady_tick(Duration::from_millis(200));
    let result = imports::run(session, file, request, survey, trial, &|done| bar.set_position(done)).await;
    bar.finish_and_clear();
    result
}

fn post_of(url: &str) -> Result<identity::PostRef, Error> {
    match identity::parse(url) {
        Ok(identity::Link::Post(post)) if !post.is_empty() => Ok(post),
        _ => Err(Error::invalid(format!(
            "--post {url:?} is no address of a LinkedIn post; it looks like https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/"
        ))),
    }
}

/// Which file belongs to which post.
fn posts_by_file(list: &Path) -> Result<HashMap<String, identity::PostRef>, Error> {
    let in_list = |error: String| Error::invalid(format!("{}: {error}", list.display()));
    let file = std::fs::File::open(list).map_err(|error| in_list(error.to_string()))?;
    let options = Options { format: Some(Format::Posts), now: Some(Timestamp::now()), ..Options::default() };
    let mut posts = HashMap::new();
    for outcome in Reader::open(file, &options).map_err(|error| in_list(error.to_string()))? {
        if let Outcome::Record { record: Record::Post(post), .. } =
            outcome.map_err(|error| in_list(error.to_string()))?
            && let Some(file) = post.file
        {
            posts.insert(file, post.post);
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
        eprintln!("{}: line {}{column}: {}", report.file, reject.line, reject.reason);
    }
    let unshown = usize::try_from(report.rejected).unwrap_or_default().saturating_sub(report.rejects.len());
    if unshown > 0 {
        eprintln!("{}: and {unshown} more", report.file);
    }
    if let Some(rejects) = &report.rejects_file {
        eprintln!("{}: the rejected lines are in {rejects}; correct them there and import that file", report.file);
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
        eprintln!("skipped {n}: {}", reason.replace('_', " "));
    }
    if reports.iter().any(|report| report.resumed) {
        eprintln!("went on with an import that had been interrupted");
    }
    if reports.iter().any(|report| report.dry_run) {
        eprintln!("this was a dry run: nothing was changed");
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
