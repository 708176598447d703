//! `rapport import FILE…`: files taken in, with a report that accounts for every line.

use std::{
    io::IsTerminal as _,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, civil::Date};

use crate::{
    cli::{scrape, session::Session},
    config::Config,
    error::Error,
    import::{self, Columns, DateOrder, Format, Granularity, Options, Outcome, Reader, Record, printable},
    model::imports::{self, Called, Report, Request, Spooled, Trial, Wanted, listed::Files},
    values::{self, Name},
};

use report::Told;

mod report;

/// What the flags are called in words about them.
const FLAGS: Called = Called { post: "--post", seen_on: "--seen-on" };

/// What `rapport import` takes.
#[derive(Debug, Args)]
pub struct Import {
    /// The files; what each holds is seen from its content, and - is standard input
    #[arg(required_unless_present = "apify_run", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The post that the reactions or comments belong to, for files that do not say
    #[arg(long, value_name = "URL", conflicts_with = "posts")]
    post: Option<String>,
    /// A posts list, whose column file says which file belongs to which post
    #[arg(long, value_name = "LIST")]
    posts: Option<PathBuf>,
    /// The campaign into which the posts go; made when there is none of this name
    #[arg(long, value_name = "NAME", value_parser = name)]
    campaign: Option<Name>,
    /// The day on which reactions were seen, for exports that were made earlier [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    seen_on: Option<Date>,
    /// What a row of an ad report counts, if it is not seen rightly
    #[arg(long, value_name = "day|month|period", value_parser = granularity)]
    by: Option<Granularity>,
    /// The order of dates such as 3/4/2025, if it is not seen rightly
    #[arg(long, value_name = "day-first|month-first", value_parser = date_order)]
    date_order: Option<DateOrder>,
    /// What a column of a table is read as; an empty field hides it [may be given more than once]
    #[arg(long = "column", value_name = "NAME=FIELD", value_parser = column)]
    columns: Vec<(String, String)>,
    /// Says what would happen, and changes nothing
    #[arg(long)]
    dry_run: bool,
    /// Ends with 1 where any line was rejected, too; the others are imported all the same
    #[arg(long)]
    strict: bool,
    /// Takes in what a run at Apify found, instead of a file
    #[arg(long, value_name = "ID", conflicts_with_all = ["files", "posts", "dry_run", "format", "columns"])]
    apify_run: Option<String>,
    /// The format, if it is not seen rightly
    #[arg(long = "as", value_name = "FORMAT", value_parser = format)]
    format: Option<Format>,
}

fn name(text: &str) -> Result<Name, String> {
    text.to_owned().try_into()
}

fn format(name: &str) -> Result<Format, String> {
    name.parse().map_err(|error: crate::import::UnknownName| error.to_string())
}

fn granularity(name: &str) -> Result<Granularity, String> {
    Granularity::named(name).ok_or_else(|| "it is day, month or period".to_owned())
}

/// The name of a column may hold what divides it from the field, which has none.
fn column(text: &str) -> Result<(String, String), String> {
    let (name, field) =
        text.rsplit_once('=').ok_or("it is the column's name and the field's, such as Profil=profileUrl")?;
    Ok((name.to_owned(), field.to_owned()))
}

fn date_order(name: &str) -> Result<DateOrder, String> {
    DateOrder::named(name).ok_or_else(|| "it is day-first or month-first".to_owned())
}

/// Runs `rapport import …`.
///
/// # Errors
/// When any of the files could not be imported; the others are.
pub async fn run(config: &Config, args: Import) -> Result<(), Error> {
    let columns = Columns::new(args.columns).map_err(|error| Error::Invalid(format!("--column: {error}")))?;
    let mapping = match &args.posts {
        Some(list) => posts_by_file(list)?,
        None => Files::default(),
    };
    let session = Session::open(config).await?;
    if let Some(run) = &args.apify_run {
        return scrape::take_in(config, &session, run, args.post.as_deref(), args.campaign.as_deref()).await;
    }
    let wanted = Wanted {
        post_url: args.post,
        campaign: args.campaign,
        seen_on: args.seen_on,
        format: args.format,
        by: args.by,
        date_order: args.date_order,
        columns,
    };
    let request = Request { dry_run: args.dry_run, ..wanted.request(&session, FLAGS).await? };
    // A dry run tries all files in one transaction, so that what the first brings is there for the second, and takes it back.
    let trial = if args.dry_run { Some(Trial::begin(&session).await?) } else { None };

    let mut files = Vec::new();
    // The list goes first, so that its posts have their titles and campaigns before anything refers to them.
    if let Some(list) = &args.posts {
        let request = request.clone();
        // What was said of columns is of the files that it names.
        let columns = Columns::default();
        files.push((list.clone(), Request { format: Some(Format::Posts), post: None, columns, ..request }));
    }
    for file in args.files {
        if args.posts.as_ref() == Some(&file) {
            continue;
        }
        let mut request = request.clone();
        if let Some(list) = &args.posts {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let listed = mapping.post_of(&name).or_else(|| mapping.post_of(&imports::without_rejects(&name)));
            request.post = listed.cloned();
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
        // Of a file that is not there nothing else is to be said.
        None if told.failures > 0 => {
            let all = told.failures + told.reports.len();
            Err(Error::invalid(format!("{} of {all} files were not imported", told.failures)))
        }
        None => told.verdict(args.strict),
    }
}

/// A path as it may be written to a terminal.
fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy(), 4_096)
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
    let survey = imports::survey(file, &request).await?;
    let bar =
        if json || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(survey.records) };
    if let Ok(style) = ProgressStyle::with_template("{msg:28!} {bar:30} {pos}/{len} lines, {eta} left") {
        bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏ "));
    }
    let name = request.name_of(file).file_name().unwrap_or_default();
    bar.set_message(printable(&name.to_string_lossy(), 100));
    bar.enable_steady_tick(Duration::from_millis(200));
    let progress = |done| {
        bar.set_position(done);
        Ok(())
    };
    let result = imports::run(session, file, &request, survey, trial, &progress).await;
    bar.finish_and_clear();
    result
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

/// Which file belongs to which post.
fn posts_by_file(list: &Path) -> Result<Files, Error> {
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
    let mut posts = Files::default();
    for outcome in Reader::open(file, &options).map_err(unreadable)? {
        let Outcome::Record { record: Record::Post(post), position } = outcome.map_err(unreadable)? else { continue };
        posts.add(&post, position.line).map_err(in_list)?;
    }
    Ok(posts)
}
