//! The first pass: what a file is, before anything is written.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use jiff::Timestamp;

use super::{
    Request,
    source::{reader, unreadable},
};
use crate::{
    error::Error,
    import::{Container, Digest, Format, Outcome, Period, Position, Record},
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
    pub(super) warnings: Vec<String>,
}

impl Survey {
    /// The number by which a record is found again: its line, or in JSON, where a line may hold many, its place.
    pub(super) fn key(&self, position: Position) -> i64 {
        i64::try_from(if self.is_json { position.record } else { position.line }).unwrap_or(i64::MAX)
    }
}

/// Reads the whole file without writing anything.
///
/// # Errors
/// [`Error::Invalid`] where the file cannot be read to its end.
pub fn survey(path: &Path, request: &Request) -> Result<Survey, Error> {
    survey_until(path, request, &AtomicBool::new(false))
}

/// The same, given up as soon as `stop` is set.
///
/// # Errors
/// [`Error::Invalid`] where the file cannot be read to its end, [`Error::Conflict`] where it was given up.
pub fn survey_until(path: &Path, request: &Request, stop: &AtomicBool) -> Result<Survey, Error> {
    let mut reader = reader(path, request, Timestamp::now())?;
    let format = reader.format();
    let mut names_a_post = request.post.is_some() || format != Format::CuriousCoderReactions;
    for outcome in &mut reader {
        if stop.load(Ordering::Relaxed) {
            return Err(Error::Conflict("interrupted".to_owned()));
        }
        if let Outcome::Record { record: Record::Reaction(reaction), .. } = outcome.map_err(unreadable)? {
            names_a_post |= reaction.post.is_some();
        }
    }
    if !names_a_post && reader.tally().records > 0 {
        return Err(Error::invalid(match &request.list {
            Some(list) => format!(
                "{list} has no line for {}; add one, or give --post URL",
                request.known_as.as_deref().unwrap_or(path).file_name().unwrap_or_default().to_string_lossy()
            ),
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
        warnings: reader.warnings().iter().map(ToString::to_string).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::identity::PostRef;

    #[test]
    fn a_first_pass_that_is_not_wanted_any_more_ends() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/curious_coder_post_reactions.json");
        let post = Some(PostRef { activity_id: Some(7_345_012_345_678_901_248), ..PostRef::default() });
        let request = Request { post, ..Request::default() };
        assert_eq!(survey(&path, &request).unwrap().records, 2);
        let stopped = survey_until(&path, &request, &AtomicBool::new(true)).unwrap_err();
        assert_eq!(stopped.to_string(), "interrupted");
    }
}
