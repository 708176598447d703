//! The third pass: the rejected records, copied out of the file into one that can be corrected and imported, and the reason of
//! each beside it.
//!
//! What was rejected is in the database (`import_rejects`), where every pass and every process that took part has written it;
//! so the file is whole also where an import was killed and went on, and there is none where nothing was imported.

use std::{
    collections::VecDeque,
    fs::File,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
    process,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use queries::queries::imports as sql;
use uuid::Uuid;

use super::{
    Rejected, Report, Request, Survey,
    source::{Spooled, reader, unreadable},
    trial::Acting,
};
use crate::{
    error::Error,
    import::{Container, Layout, Position, Raw, Reject, RejectFile},
};

/// Rejects that a report shows.
const SHOWN: usize = 20;
/// Rejects that are asked of the database at once.
const PAGE: i64 = 1_000;
/// Records between two moments at which an interrupt is noticed.
const BREATH: u64 = 4_096;
/// How long the database hears nothing of us.
const SILENCE: Duration = Duration::from_secs(5);

/// Tells of the rejects of an import: the first in the report, and all in files beside the imported one, unless `report` is of
/// a dry run.
pub(super) async fn tell(
    tx: Acting<'_>,
    id: Uuid,
    (path, request, survey, now): (&Path, &Request, &Survey, Timestamp),
    report: &mut Report,
) -> Result<(), Error> {
    let mut reader = reader(path, request, now)?;
    let mut out = if report.dry_run || request.asked.is_some() {
        // What nobody gave as a file needs no other one to correct it in.
        None
    } else if request.upload.is_some() {
        Some(Writing::kept(reader.layout()))
    } else {
        Some(Writing::beside(request.name_of(path), reader.layout()))
    };
    let (mut page, mut last, mut passed) = (VecDeque::new(), i64::MIN, 0);
    let mut heard = Instant::now();
    loop {
        if page.is_empty() {
            page.extend(sql::rejects_after().bind(tx.client, &id, &last, &PAGE).all().await?);
        }
        let Some(next) = page.front() else { break };
        let Some(position) = reader.pass().map_err(unreadable)? else { break };
        passed += 1;
        if passed % BREATH == 0 {
            tokio::task::yield_now().await;
            if heard.elapsed() > SILENCE {
                // The server ends transactions that are silent for long, and between two rejects may be gigabytes.
                tx.client.batch_execute("").await?;
                heard = Instant::now();
            }
        }
        if survey.key(position) != next.line {
            continue;
        }
        last = next.line;
        let Some(found) = page.pop_front() else { break };
        let column = Some(found.field).filter(|field| !field.is_empty());
        if report.rejects.len() < SHOWN {
            let record = survey.is_json.then_some(position.record);
            let (column, reason) = (column.clone(), found.reason.clone());
            report.rejects.push(Rejected { line: position.line, record, column, reason });
        }
        if let Some(Ok(writing)) = &mut out
            && let Err(error) = writing.write(position, column, found.reason, reader.raw(), survey.is_json)
        {
            out = Some(Err(error));
        }
    }
    match out.map(|out| out.and_then(Writing::finish)) {
        None => {}
        Some(Ok(Written::Named([rejects, reasons]))) => {
            report.rejects_file = Some(rejects.display().to_string());
            report.reasons_file = Some(reasons.display().to_string());
        }
        Some(Ok(Written::Kept(files))) => report.kept = Some(files.map(Arc::new)),
        // The import is complete and the rejects are kept, so this is no reason to fail.
        Some(Err(error)) => report.warnings.push(format!(
            "the rejected lines could not be written beside the file ({error}); they are kept in the database, in import_rejects"
        )),
    }
    Ok(())
}

/// The name of a file without what marks it as the rejects of another: `a.rejects-2.json` is of `a.json`.
#[must_use]
pub fn without_rejects(name: &str) -> String {
    let (stem, end) = name.rsplit_once('.').map_or((name, None), |(stem, end)| (stem, Some(end)));
    let mut stem = stem;
    while let Some((before, mark)) = stem.rsplit_once('.')
        && let Some(number) = mark.strip_prefix("rejects")
        && !before.is_empty()
        && (number.is_empty() || number.strip_prefix('-').is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit())))
    {
        stem = before;
    }
    end.map_or_else(|| stem.to_owned(), |end| format!("{stem}.{end}"))
}

/// Two files in the making.
struct Writing {
    rejects: RejectFile<BufWriter<File>>,
    reasons: BufWriter<File>,
    place: Place,
}

/// Where they go.
enum Place {
    Beside(Beside),
    Kept([File; 2]),
}

/// Where they are.
enum Written {
    Named([PathBuf; 2]),
    Kept([File; 2]),
}

impl Writing {
    /// Two without names, for whoever takes them from here.
    fn kept(layout: &Layout) -> io::Result<Self> {
        let without_name = || Spooled::create().map(|(spooled, _)| spooled.into_file()).map_err(io::Error::other);
        let files = [without_name()?, without_name()?];
        let outs = [files[0].try_clone()?, files[1].try_clone()?];
        Ok(Self::to(layout, outs, Place::Kept(files)))
    }

    /// Two beside a file.
    fn beside(path: &Path, layout: &Layout) -> io::Result<Self> {
        let (beside, files) = Beside::create(path, layout)?;
        Ok(Self::to(layout, files, Place::Beside(beside)))
    }

    fn to(layout: &Layout, [rejects, reasons]: [File; 2], place: Place) -> Self {
        Self { rejects: RejectFile::new(layout, BufWriter::new(rejects)), reasons: BufWriter::new(reasons), place }
    }

    fn write(
        &mut self,
        position: Position,
        column: Option<String>,
        reason: String,
        raw: Raw,
        is_json: bool,
    ) -> io::Result<()> {
        if is_json {
            write!(self.reasons, "record {} (line {})", position.record, position.line)?;
        } else {
            write!(self.reasons, "line {}", position.line)?;
        }
        if let Some(column) = &column {
            write!(self.reasons, ", {column}")?;
        }
        writeln!(self.reasons, ": {reason}")?;
        self.rejects.write(&Reject { position, column, reason, raw })
    }

    fn finish(mut self) -> io::Result<Written> {
        self.reasons.flush()?;
        self.rejects.finish()?;
        match self.place {
            Place::Beside(beside) => beside.name().map(Written::Named),
            Place::Kept(files) => Ok(Written::Kept(files)),
        }
    }
}

/// Names beside a file, which say that what they name is in the making until it is whole.
struct Beside {
    folder: PathBuf,
    stem: String,
    end: String,
    parts: Parts,
}

/// Names of files that are not whole yet, and of no use to anybody if they never become so.
struct Parts([PathBuf; 2]);

impl Drop for Parts {
    fn drop(&mut self) {
        for part in &self.0 {
            // Where it got its own name it is not there any more.
            drop(std::fs::remove_file(part));
        }
    }
}

impl Beside {
    fn create(path: &Path, layout: &Layout) -> io::Result<(Self, [File; 2])> {
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let name = without_rejects(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy());
        let (stem, end) = match name.rsplit_once('.') {
            Some((stem, end)) if !stem.is_empty() => (stem.to_owned(), end.to_owned()),
            _ => {
                let end = match layout.container {
                    Container::JsonList => "json",
                    Container::JsonLines => "jsonl",
                    Container::Csv { .. } => "csv",
                };
                (name, end.to_owned())
            }
        };
        let part = |kind: &str| folder.join(format!(".{stem}.{kind}-{}.part", process::id()));
        let parts = Parts([part("rejects"), part("reasons")]);
        let files = [File::create(&parts.0[0])?, File::create(&parts.0[1])?];
        Ok((Self { folder, stem, end, parts }, files))
    }

    /// Gives both their names, and never the name of a file that is there: it may hold corrections that were not imported yet.
    fn name(self) -> io::Result<[PathBuf; 2]> {
        let mut number = 1;
        loop {
            let mark = if number == 1 { "rejects".to_owned() } else { format!("rejects-{number}") };
            let names = [
                self.folder.join(format!("{}.{mark}.{}", self.stem, self.end)),
                self.folder.join(format!("{}.{mark}.reasons.txt", self.stem)),
            ];
            number += 1;
            if names[1].exists() {
                continue;
            }
            match File::create_new(&names[0]) {
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                Err(error) => return Err(error),
            }
            std::fs::rename(&self.parts.0[0], &names[0])?;
            std::fs::rename(&self.parts.0[1], &names[1])?;
            return Ok(names);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rejects_of_a_file_are_known_by_its_name() {
        for (name, of) in [
            ("a.json", "a.json"),
            ("a.rejects.json", "a.json"),
            ("a.rejects-12.json", "a.json"),
            ("a.rejects.rejects.json", "a.json"),
            ("a.rejects-x.json", "a.rejects-x.json"),
            ("a.b.rejects.csv", "a.b.csv"),
            ("rejects", "rejects"),
            (".rejects.csv", ".rejects.csv"),
        ] {
            assert_eq!(without_rejects(name), of, "{name}");
        }
    }
}
