//! The second pass: the records of a file, merged chunk by chunk.

use std::{collections::HashSet, path::Path, time::Duration};

use jiff::Timestamp;
use queries::queries::imports as sql;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tokio_postgres::Client;
use uuid::Uuid;

use super::{
    Progress, Report, Request, Survey,
    chunk::Chunk,
    records::{key, one_post},
    rejects,
    source::{reader, unreadable},
    stage::{self, Given},
    trial::{Acting, Trial},
};
use crate::{
    cli::session::Session,
    db::TenantTx,
    error::Error,
    import::{Columns, Digest, Format, Outcome, Record, printable},
    model::uploads,
};

/// Records in the first chunk: few, so that the planner has statistics of the rows that it made before there is much to do.
const FIRST_CHUNK: usize = 200;
/// Records in every other chunk: large enough that a transaction's cost is spread, small enough that its memory is a few megabytes.
/// A chunk's number stands for the same records for ever, so this must not change while imports are interrupted.
const CHUNK: usize = 2_000;
/// Lines of an upload that may be rejected before it is given up: what is rejected is kept, for whoever is to correct it.
const MOST_REJECTS: usize = 100_000;
/// Autovacuum would do this within a minute, which is longer than most imports take.  A table that somebody else looks after at
/// this moment is left to him, since a dry run holds on to it until its end.
pub(super) const ANALYZE: &str =
    "analyze (skip_locked) persons, person_identities, companies, posts, engagements, targets";
/// Chunks between two folds of the live metrics.
const CHUNKS_A_FOLD: i32 = 10;
/// How often a lock is asked for that another process holds, and how long is waited in between: a process that was killed a
/// moment ago is gone for us before it is gone for the server.
const TRIES: (u32, Duration) = (25, Duration::from_millis(200));

/// Merges a surveyed file.  For a dry run `within` is the transaction in which all files of the run are tried, and which the
/// caller takes back.
///
/// # Errors
/// As the file and the database give them; what was merged stays, and the same call goes on from there.
pub async fn run(
    session: &Session,
    path: &Path,
    request: &Request,
    survey: Survey,
    within: Option<&Trial>,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let known = request.name_of(path);
    let file = printable(&known.file_name().unwrap_or(known.as_os_str()).to_string_lossy(), 255);
    let mut report = Report {
        file: file.clone(),
        format: survey.format.name().to_owned(),
        records: survey.records,
        columns: survey.columns.clone(),
        warnings: survey.warnings.clone(),
        dry_run: within.is_some(),
        is_listed: survey.is_listed,
        ..Report::default()
    };
    let mut request = fitting(request, survey.format, &mut report.warnings);
    if survey.is_listed {
        request.post.clone_from(&request.listed);
    }
    let request = &request;
    let mut life = Life { session, path, request, survey: &survey, begun: Begun::default() };
    if let Some(trial) = within {
        let tx = Acting::from(trial);
        tx.client.batch_execute("savepoint file").await?;
        let tried = async {
            life.begin(tx, &file).await?;
            life.merge_all(Some(trial), None, progress).await?;
            life.read_back(tx, &mut report).await
        }
        .await;
        // The next file is tried on what this one would have left, or, where it failed, as if it had not been there.
        tx.client
            .batch_execute(if tried.is_ok() { "release savepoint file" } else { "rollback to savepoint file" })
            .await?;
        return tried.map(|()| report);
    }
    let tx = life.next_transaction().await?;
    life.begin((&tx).into(), &file).await?;
    // Nobody is kept waiting while we wait for the lock.
    tx.commit().await?;
    if life.begun.is_done {
        let tx = life.next_transaction().await?;
        life.read_back((&tx).into(), &mut report).await?;
        tx.commit().await?;
        return Ok(report);
    }
    let id = life.begun.id;
    report.resumed = life.begun.resumed;
    // Held on a connection of its own until the import ends: it goes with the process, however that ends.
    let owner = session.database.owner().await.map_err(gone)?;
    lock(&owner, id, &file).await?;
    let tx = life.next_transaction().await?;
    sql::resume_import().bind(&*tx, &id).await?;
    tx.commit().await?;
    let result = life.merge_all(None, Some(&owner), progress).await;
    let ended = life.end(&result, &mut report).await;
    // What went wrong first is what is to be told: where the server is gone, nothing can be noted down either.
    result?;
    ended?;
    fold(&owner).await?;
    Ok(report)
}

/// The request without what files of this format have no use for: a connection belongs to no post, and a report names its
/// campaigns itself.
fn fitting(request: &Request, format: Format, warnings: &mut Vec<String>) -> Request {
    let mut request = request.clone();
    let has_posts = !(format.is_enrichment()
        || matches!(format, Format::Connections | Format::AdPerformance | Format::Demographics));
    let takes_post = has_posts && format != Format::Posts;
    if !takes_post && request.post.take().is_some() {
        warnings.push(format!("this is a file of {format}, which belongs to no post, so the post is ignored"));
    }
    if !has_posts && request.campaign.take().is_some() {
        warnings.push(format!("this is a file of {format}, which has no posts, so the campaign is ignored"));
    }
    request
}

async fn lock(owner: &Client, id: Uuid, file: &str) -> Result<(), Error> {
    for attempt in 0..TRIES.0 {
        if attempt > 0 {
            tokio::time::sleep(TRIES.1).await;
        }
        if sql::lock_import().bind(owner, &id.to_string().as_str()).one().await? {
            return Ok(());
        }
    }
    Err(Error::Conflict(format!("{file} is being imported by another process at this moment")))
}

async fn fold(owner: &Client) -> Result<(), Error> {
    sql::fold().bind(owner).one().await?;
    Ok(())
}

/// What was said of columns in a word, since an index has no room for all of it.
fn columns_key(columns: &Columns) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let said = json!(columns).to_string();
    format!(" columns {}", Digest(Sha256::digest(said.as_bytes()).into()))
}

const fn kind(format: Format) -> &'static str {
    match format {
        Format::CuriousCoderReactions | Format::HarvestapiReactions | Format::ApimaestroReactions => "reactions",
        Format::HarvestapiComments | Format::ApimaestroComments => "comments",
        Format::Posts => "posts",
        Format::Connections => "connections",
        Format::AdPerformance => "ad_performance",
        Format::Demographics => "demographics",
        Format::HarvestapiProfiles | Format::DevFusionProfiles | Format::ApimaestroProfiles => "profiles",
        Format::HarvestapiCompanies | Format::DevFusionCompanies => "companies",
    }
}

/// One import on its way.
pub(super) struct Life<'a> {
    session: &'a Session,
    pub(super) path: &'a Path,
    pub(super) request: &'a Request,
    pub(super) survey: &'a Survey,
    pub(super) begun: Begun,
}

/// Leaves out the title of a post that an earlier line of its list has named: a second line about one post is a second scrape of it.
/// The lines are read from the first also where an import goes on, so that it is known whichever chunk that line was in.
fn only_first_title(record: &mut Record, titled: &mut HashSet<String>) {
    if let Record::Post(post) = record
        && post.title.is_some()
        && !titled.insert(key(Some(&post.post)))
    {
        post.title = None;
    }
}

/// An import's row, made now or by a process that did not come to its end.
#[derive(Default)]
pub(super) struct Begun {
    pub(super) id: Uuid,
    pub(super) started_at: Timestamp,
    pub(super) post_id: Option<i32>,
    /// The given post's ids, if one is given.
    given: Option<Given>,
    resumed: bool,
    /// Whether a job whose end nobody heard of has imported the upload that brings the file.
    is_done: bool,
}

impl Life<'_> {
    /// Finds the import that was interrupted, or begins one.
    async fn begin(&mut self, tx: Acting<'_>, file: &str) -> Result<(), Error> {
        let (request, survey) = (self.request, self.survey);
        let (mut post_id, mut given) = (None, None);
        if let Some(post) = &request.post {
            let id = one_post(tx, request.origin(), stage::post_ref(post, request.campaign.as_deref())).await?;
            let known = sql::post_ids().bind(tx.client, &id).one().await?;
            let ids = [known.activity_id, known.share_id, known.ugc_post_id];
            given = Some(Given::new(ids.into_iter().flatten().chain(post.ids())));
            post_id = Some(id);
        }
        let target_key = format!(
            "{}{}{}{}{}{}{}",
            post_id.map(|id| format!("post {id} ")).unwrap_or_default(),
            request.campaign.as_deref().unwrap_or_default(),
            request.format.map(Format::name).unwrap_or_default(),
            request.granularity.map(|granularity| format!(" by {}", granularity.name())).unwrap_or_default(),
            request.date_order.map(|order| format!(" {}", order.name())).unwrap_or_default(),
            request.seen_at.map(|at| format!(" seen {at}")).unwrap_or_default(),
            columns_key(&request.columns),
        );
        let sha256 = survey.digest.0.to_vec();
        if let Some(upload) = request.upload
            && let Some(done) =
                sql::find_done_import().bind(tx.client, &upload, &sha256, &target_key.as_str()).opt().await?
        {
            self.begun = Begun { id: done.id, started_at: done.started_at, is_done: true, ..Begun::default() };
            return Ok(());
        }
        let open = sql::find_open_import().bind(tx.client, &sha256, &target_key.as_str()).opt().await?;
        let (id, started_at, resumed) = if let Some(open) = open {
            (open.id, open.started_at, open.chunks > 0)
        } else {
            let options = json!({
                "campaign": request.campaign,
                "post": post_id,
                "format": request.format.map(Format::name),
                "by": request.granularity.map(crate::import::Granularity::name),
                "date_order": request.date_order.map(crate::import::DateOrder::name),
                "columns": (!request.columns.is_empty()).then_some(&request.columns),
                "seen_at": request.seen_at.map(|at| at.to_string()),
                "connection": request.asked.map(|asked| asked.connection),
                "job": request.asked.map(|asked| asked.job),
                "upload": request.upload,
            });
            let started = sql::start_import()
                .bind(
                    tx.client,
                    &kind(survey.format),
                    &survey.format.name(),
                    &file,
                    &i64::try_from(survey.bytes).unwrap_or(i64::MAX),
                    &sha256,
                    &target_key.as_str(),
                    &options,
                    &survey.period.as_ref().map(|period| period.start),
                    &survey.period.as_ref().map(|period| period.end),
                )
                .one()
                .await?;
            (started.id, started.started_at, false)
        };
        self.begun = Begun { id, started_at, post_id, given, resumed, is_done: false };
        Ok(())
    }

    /// Notes down how the import ended.
    async fn end(&self, result: &Result<(), Error>, report: &mut Report) -> Result<(), Error> {
        let tx = self.next_transaction().await?;
        let (state, message) = match result {
            Ok(()) => ("completed", None),
            Err(error) => ("interrupted", Some(error.to_string())),
        };
        sql::end_import().bind(&*tx, &state, &message.as_deref(), &self.begun.id).await?;
        if result.is_ok() {
            self.read_back((&tx).into(), report).await?;
            if self.survey.format == Format::Posts {
                uploads::check_what_is_listed(&tx).await?;
            }
        }
        tx.commit().await
    }

    /// One more transaction.
    async fn next_transaction(&self) -> Result<TenantTx, Error> {
        self.session.begin().await.map_err(gone)
    }

    /// Merges every chunk: each in its own transaction, with the owner's help, or all in the one that is given.
    async fn merge_all(
        &self,
        within: Option<&Trial>,
        owner: Option<&Client>,
        progress: Progress<'_>,
    ) -> Result<(), Error> {
        let mut reader = reader(self.path, self.request, self.begun.started_at)?;
        let mut given = self.begun.given.clone();
        let mut rejected = 0;
        let mut titled = HashSet::new();
        for number in 0.. {
            if within.is_some_and(|trial| number >= trial.most) {
                return Ok(());
            }
            let size = if number == 0 { FIRST_CHUNK } else { CHUNK };
            let mut chunk = Chunk::default();
            while chunk.size < size {
                let Some(outcome) = reader.next() else { break };
                chunk.size += 1;
                let outcome = outcome.map_err(unreadable)?;
                let line_key = self.survey.key(outcome.position());
                match outcome {
                    Outcome::Record { position, mut record } => {
                        if let Some((column, reason)) = stage::problem(&record, given.as_mut()) {
                            chunk.reject(line_key, Some(column), &reason, &reader.raw());
                        } else {
                            only_first_title(&mut record, &mut titled);
                            chunk.records.push((position, record));
                        }
                    }
                    Outcome::Rejected(reject) => {
                        chunk.reject(line_key, reject.column.as_deref(), &reject.reason, &reject.raw);
                    }
                    Outcome::Skipped(skipped) => {
                        chunk.skipped += 1;
                        *chunk.reasons.entry(skipped.reason.name()).or_default() += 1;
                    }
                }
            }
            if chunk.size == 0 {
                break;
            }
            rejected += chunk.rejected();
            if self.request.upload.is_some() && rejected > MOST_REJECTS {
                return Err(Error::Invalid(format!(
                    "more than {MOST_REJECTS} lines of this file cannot be used, so it is not what it was taken for"
                )));
            }
            // After chunks 0, 1, 3, 7, 15 …: whenever the tables may have doubled.
            let has_doubled = u32::try_from(number + 1).is_ok_and(u32::is_power_of_two);
            if let Some(trial) = within {
                self.merge_chunk(trial.into(), number, chunk).await?;
                if has_doubled {
                    trial.analyze().await?;
                }
            } else {
                let tx = self.next_transaction().await?;
                self.merge_chunk((&tx).into(), number, chunk).await?;
                tx.commit().await?;
            }
            if let Some(owner) = owner {
                if has_doubled {
                    owner.batch_execute(ANALYZE).await?;
                }
                if number % CHUNKS_A_FOLD == CHUNKS_A_FOLD - 1 {
                    fold(owner).await?;
                }
            }
            progress(reader.tally().total())?;
        }
        if reader.digest() != Some(self.survey.digest) {
            return Err(Error::Conflict("the file changed while it was imported; import it again".to_owned()));
        }
        Ok(())
    }

    async fn read_back(&self, tx: Acting<'_>, report: &mut Report) -> Result<(), Error> {
        let row = sql::import_row().bind(tx.client, &self.begun.id).one().await?;
        report.import_id = (!report.dry_run).then_some(self.begun.id);
        report.lines = row.lines;
        report.created = row.created;
        report.updated = row.updated;
        report.unchanged = row.unchanged;
        report.skipped = row.skipped;
        report.rejected = row.rejected;
        report.people_created = row.people_created;
        report.skip_reasons = serde_json::from_value(row.skip_reasons).unwrap_or_default();
        if report.rejected > 0 {
            let file = (self.path, self.request, self.survey, self.begun.started_at);
            rejects::tell(tx, self.begun.id, file, report).await?;
        }
        Ok(())
    }
}

/// A database that was reached a moment ago and is not now is no fault of the user's.
#[expect(clippy::needless_pass_by_value, reason = "it is used as a function of map_err")]
fn gone(error: Error) -> Error {
    Error::Internal(anyhow::anyhow!("{error}"))
}
