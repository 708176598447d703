//! Files that were uploaded: checked by a dry run over their beginning, or imported.

use std::sync::Arc;

use serde_json::json;
use uuid::Uuid;

use super::{Attempt, Ending, Worker, done};
use crate::{
    cli::session::Session,
    error::Error,
    model::{
        imports::{self, Called, Report, Request, Spooled, Trial},
        uploads::{self, Content},
    },
};

/// What the fields of an upload are called, in words for a form and for a program.
pub(crate) const CALLED: Called =
    Called { post: "the address of the post (post_url)", seen_on: "the day of the export (seen_on)" };

pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let upload = attempt.input["upload"].as_str().and_then(|id| Uuid::parse_str(id).ok());
    let upload = upload.ok_or_else(|| Error::invalid("its input names no upload"))?;
    let dry_run = attempt.input["dry_run"] == true;
    let mut session = Session::with(Arc::clone(&worker.database), &attempt.slug).await?;
    let tx = session.begin().await?;
    let waiting = uploads::waiting(&tx, upload, attempt.id).await?;
    tx.commit().await?;
    session.actor = waiting.begun_by;
    let listed = waiting.listed_id;
    if waiting.is_imported {
        // The attempt before this one came to its end, and nobody heard of it.
        return Ok(done(0, json!({"upload": upload})));
    }
    let file = uploads::spool(&session, upload, Content::File).await?;
    let file = file.ok_or_else(|| Error::invalid("nothing of this file is kept"))?;
    let request = async {
        let request = waiting.wanted.request(&session, CALLED).await?;
        let known_as = Some(waiting.file_name.into());
        Ok::<_, Error>(Request { known_as, listed: waiting.listed, upload: Some(upload), dry_run, ..request })
    };
    let (looked, table) = match request.await {
        Ok(request) => {
            let looked = if dry_run {
                check(&session, &file, &request, attempt).await
            } else {
                import(&session, &file, &request, attempt).await
            };
            // What cannot be read as it is may be a table of which somebody can say more.
            let is_wrong = matches!(looked, Err(Error::Invalid(_)));
            let table = if is_wrong { imports::seen(file.path(), &request).await? } else { None };
            (looked, table)
        }
        Err(error) => (Err(error), None),
    };
    if looked.is_err() && attempt.is_cancelled() {
        return Err(Ending::cancelled());
    }
    if looked.is_err() && attempt.is_stopping() {
        return Ok(Ending::HandedBack);
    }
    let tx = session.begin().await?;
    // What is wrong with the file is what a check was to find, and is worth as much where nobody asked for one.
    let is_told = match &looked {
        Ok(_) => dry_run,
        Err(error) => matches!(error, Error::Invalid(_)) || dry_run && !error.is_for_the_log(),
    };
    if is_told {
        let listed = listed.filter(|_| looked.as_ref().map_or(true, |report| report.is_listed));
        uploads::note_check(&tx, upload, listed, &looked, table.as_ref()).await?;
    }
    let report = match looked {
        Ok(report) if dry_run => report,
        Ok(mut report) => {
            let kept = report.kept.take().into_iter().flatten();
            for (content, kept) in [Content::Rejects, Content::Reasons].into_iter().zip(kept) {
                uploads::keep(&tx, upload, content, &kept).await?;
            }
            uploads::end(&tx, upload, &report).await?;
            report
        }
        Err(_) if dry_run && is_told => Report::default(),
        Err(error) => {
            session.commit(tx).await?;
            return Err(error.into());
        }
    };
    session.commit(tx).await?;
    let count = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    Ok(Ending::Done {
        found: count(report.lines),
        created: count(report.created),
        updated: count(report.updated),
        details: json!({"upload": upload, "import": report.import_id}),
    })
}

/// Tries the beginning of a file out, and takes it back.
async fn check(session: &Session, file: &Spooled, request: &Request, attempt: &Attempt) -> Result<Report, Error> {
    let survey = surveyed(file, request, attempt).await?;
    let trial = Trial::begin(session).await?.of_the_beginning();
    let mut report = imports::run(session, file.path(), request, survey, Some(&trial), &|_| heed(attempt)).await?;
    trial.end().await?;
    if let Some(table) = imports::seen(file.path(), request).await?
        && table.columns.len() == report.columns.len()
    {
        report.columns = table.columns;
    }
    Ok(report)
}

async fn import(session: &Session, file: &Spooled, request: &Request, attempt: &Attempt) -> Result<Report, Error> {
    let survey = surveyed(file, request, attempt).await?;
    let all = survey.records.max(1) as f32;
    let progress = |done: u64| {
        attempt.progress(done as f32 / all);
        heed(attempt)
    };
    imports::run(session, file.path(), request, survey, None, &progress).await
}

async fn surveyed(file: &Spooled, request: &Request, attempt: &Attempt) -> Result<imports::Survey, Error> {
    tokio::select! {
        surveyed = imports::survey(file.path(), request) => surveyed,
        () = attempt.interrupted() => Err(interrupted()),
    }
}

/// Ends an import between two chunks when somebody wants it to end.
fn heed(attempt: &Attempt) -> Result<(), Error> {
    if attempt.is_cancelled() || attempt.is_stopping() { Err(interrupted()) } else { Ok(()) }
}

fn interrupted() -> Error {
    Error::Conflict("interrupted".to_owned())
}
