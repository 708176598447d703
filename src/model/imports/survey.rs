//! The first pass: what a file is, before anything is written.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use jiff::{SignedDuration, Timestamp};

use super::{
    ReadColumn, Request,
    listed::Files,
    source::{reader, unreadable},
};
use crate::{
    error::Error,
    import::{
        Container, Digest, Format, Layout, Outcome, Period, Position, ReactionKind, Record, dates::When,
        identity::PostRef, printable,
    },
};

/// What the first pass found.
#[derive(Debug)]
pub struct Survey {
    /// The format.
    pub format: Format,
    /// Records in the file.
    pub records: u64,
    pub(super) digest: Digest,
    pub(super) bytes: u64,
    pub(super) period: Option<Period>,
    pub(super) is_json: bool,
    pub(super) columns: Vec<ReadColumn>,
    pub(super) warnings: Vec<String>,
    /// Whether the post of the file is the one for which a posts list names it.
    pub(super) is_listed: bool,
}

impl Survey {
    /// The number by which a record is found again: its line, or in JSON, where a line may hold many, its place.
    pub(super) fn key(&self, position: Position) -> i64 {
        i64::try_from(if self.is_json { position.record } else { position.line }).unwrap_or(i64::MAX)
    }
}

/// Sets the flag when it is dropped.
struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Reads the whole file without writing anything, on a thread of its own, which ends when nobody waits for it any more.
///
/// # Errors
/// [`Error::Invalid`] where the file cannot be read to its end.
pub async fn survey(path: &Path, request: &Request) -> Result<Survey, Error> {
    let stop = Stop(Arc::new(AtomicBool::new(false)));
    let (path, request, flag) = (path.to_owned(), request.clone(), Arc::clone(&stop.0));
    let pass = tokio::task::spawn_blocking(move || survey_until(&path, &request, &flag));
    pass.await.map_err(|error| Error::Internal(error.into()))?
}

/// The same on this thread, given up as soon as `stop` is set.
fn survey_until(path: &Path, request: &Request, stop: &AtomicBool) -> Result<Survey, Error> {
    let mut reader = reader(path, request, Timestamp::now())?;
    let format = reader.format();
    let mut names_a_post = request.post.is_some() || format != Format::CuriousCoderReactions;
    let (mut days, mut strange) = (Days::default(), Strange::default());
    let mut files = Files::default();
    for outcome in &mut reader {
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Conflict("interrupted".to_owned()));
        }
        if let Outcome::Record { record, position } = outcome.map_err(unreadable)? {
            if let Record::Post(post) = &record {
                files.add(post, position.line).map_err(Error::invalid)?;
            }
            names_a_post |= matches!(&record, Record::Reaction(reaction) if reaction.post.is_some());
            days.look(&record, request);
            strange.look(&record);
        }
    }
    let is_listed = !names_a_post && request.listed.is_some();
    if !names_a_post && !is_listed && reader.tally().records > 0 {
        return Err(Error::invalid(match &request.list {
            Some(list) => format!(
                "{list} has no line for {}; add one, or give --post URL",
                request.name_of(path).file_name().unwrap_or_default().to_string_lossy()
            ),
            // Whoever brings it elsewhere has no flags.
            None if request.upload.is_some() => "the reactions of this scraper do not say which post they belong to; give the address of the post, or import a posts list that names this file".to_owned(),
            None => "reactions of this scraper do not say which post they belong to; give --post URL, or --posts LIST with a posts list that names this file".to_owned(),
        }));
    }
    let layout = reader.layout();
    Ok(Survey {
        format,
        records: reader.tally().total(),
        digest: reader.digest().ok_or_else(|| Error::Internal(anyhow::anyhow!("the file was not read to its end")))?,
        bytes: reader.bytes(),
        // A report replaces what others said of days in its period; a guess of what its rows count must not.
        period: layout.period.filter(|_| !layout.is_guessed),
        is_json: !matches!(layout.container, Container::Csv { .. }),
        columns: columns_of(layout),
        warnings: reader
            .warnings()
            .iter()
            .map(ToString::to_string)
            .chain(is_listed.then(|| {
                let post = request.listed.as_ref().and_then(PostRef::url).unwrap_or_default();
                format!("a posts list names this file, so it counts for its post {post}; say another address if it is not of that one")
            }))
            .chain(days.notes(request))
            .chain(strange.note())
            .collect(),
        is_listed,
    })
}

fn columns_of(layout: &Layout) -> Vec<ReadColumn> {
    let column = |(column, read_as): &(String, Option<&str>)| ReadColumn {
        column: column.clone(),
        read_as: read_as.map(str::to_owned),
        examples: Vec::new(),
    };
    layout.columns.iter().map(column).collect()
}

/// Reactions of kinds that LinkedIn did not have when this was written.
#[derive(Default)]
struct Strange {
    reactions: u64,
    /// The first such kind, as the file has it.
    kind: String,
}

impl Strange {
    fn look(&mut self, record: &Record) {
        if let Record::Reaction(reaction) = record
            && let ReactionKind::Other(kind) = &reaction.reaction
        {
            if self.reactions == 0 {
                self.kind = printable(kind, 40);
            }
            self.reactions += 1;
        }
    }

    fn note(&self) -> Option<String> {
        let (reactions, kind) = (self.reactions, &self.kind);
        let (are, count) = if reactions == 1 { ("reaction is", "counts") } else { ("reactions are", "count") };
        (reactions > 0).then(|| {
            format!("{reactions} {are} of a kind that is not known here (\"{kind}\"), and {count} as \"other\"")
        })
    }
}

/// After so long most people who react to a post have done so.
const LONG: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Days that do not go together with the time that is in a post's id.
#[derive(Default)]
struct Days {
    /// Reactions that would have been seen before their post was there.
    too_early: u64,
    /// Reactions to posts of long ago, where nobody says when they were seen.
    long_after: u64,
    /// Lines of a posts list that give their post another day.
    listed_otherwise: u64,
}

impl Days {
    fn look(&mut self, record: &Record, request: &Request) {
        match record {
            Record::Reaction(reaction) => {
                if let Some(seen) = request.seen_at {
                    let counts_from = request.seen_at(reaction.post.as_ref(), Timestamp::now());
                    self.too_early += u64::from(request.day(counts_from) > request.day(seen));
                } else {
                    let now = Timestamp::now();
                    let posted = request
                        .post
                        .as_ref()
                        .or(reaction.post.as_ref())
                        .or(request.listed.as_ref())
                        .and_then(|post| post.posted_at(now));
                    self.long_after += u64::from(posted.is_some_and(|posted| now.duration_since(posted) > LONG));
                }
            }
            Record::Post(post) => {
                if let (Some(listed), Some(posted)) = (post.listed_at, post.posted_at) {
                    let listed = match listed {
                        When::On(day) => day,
                        When::At(at) => request.day(at),
                    };
                    self.listed_otherwise += u64::from(listed != request.day(posted));
                }
            }
            _ => {}
        }
    }

    fn notes(&self, request: &Request) -> impl Iterator<Item = String> {
        let named = request.seen_at.map(|at| request.day(at).to_string()).unwrap_or_default();
        let (early, otherwise) = (self.too_early, self.listed_otherwise);
        let early = (early > 0).then(|| {
            format!("{early} reactions belong to posts that were not there yet on {named}, so they count as of the day of their post")
        });
        let otherwise = (otherwise > 0).then(|| {
            format!("the day of {otherwise} posts is another one than the time in their id says; the id is exact, so its time counts")
        });
        let long_after = (self.long_after > 0).then(|| {
            let (are, posts, count) = match self.long_after {
                1 => ("reaction is", "a post", "counts"),
                _ => ("reactions are", "posts", "count"),
            };
            format!(
                "{} {are} to {posts} older than 30 days and {count} as of today, since an export does not say when that was; if this one was made earlier, say {}",
                self.long_after,
                if request.upload.is_some() { "the day of the export" } else { "--seen-on YYYY-MM-DD" }
            )
        });
        early.into_iter().chain(otherwise).chain(long_after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_of_reaction_that_is_not_known_is_told() {
        let known = "tests/fixtures/import/curious_coder_post_reactions.json";
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(known)).unwrap();
        let file = std::env::temp_dir().join(format!("rapport-strange-{}.json", std::process::id()));
        let post = Some(PostRef { activity_id: Some(7_345_012_345_678_901_248), ..PostRef::default() });
        let request = Request { post, ..Request::default() };
        let notes = |text: &str| {
            std::fs::write(&file, text).unwrap();
            survey_until(&file, &request, &AtomicBool::new(false)).unwrap().warnings
        };
        assert!(!notes(&text).iter().any(|note| note.contains("not known here")));
        let told = notes(&text.replace("EMPATHY", "SUPERLIKE"));
        assert!(
            told.iter().any(|note| note.starts_with("1 reaction is of a kind")
                && note.contains("(\"SUPERLIKE\"), and counts as \"other\"")),
            "{told:?}"
        );
        std::fs::remove_file(&file).unwrap();
    }

    #[test]
    fn a_first_pass_that_is_not_wanted_any_more_ends() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/curious_coder_post_reactions.json");
        let post = Some(PostRef { activity_id: Some(7_345_012_345_678_901_248), ..PostRef::default() });
        let request = Request { post, ..Request::default() };
        assert_eq!(survey_until(&path, &request, &AtomicBool::new(false)).unwrap().records, 2);
        let stopped = survey_until(&path, &request, &AtomicBool::new(true)).unwrap_err();
        assert_eq!(stopped.to_string(), "interrupted");
    }
}
