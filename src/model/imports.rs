//! The life of an import: a file read twice, merged in chunks, and accounted for to the line.
//!
//! The first pass reads the whole file without writing anything: it finds damage, counts the records (for the progress bar)
//! and hashes the bytes.  The second pass merges chunk by chunk; each chunk is one transaction with its row in the ledger, so
//! that an import which was killed goes on after its last chunk when the same file is imported again.

use std::{collections::BTreeMap, fs::File, path::Path};

use jiff::Timestamp;
use queries::queries::imports as sql;
use serde::Serialize;
use serde_json::{Value, json};
use tokio_postgres::Client;
use uuid::Uuid;

use crate::{
    cli::session::Session,
    db::TenantTx,
    error::Error,
    import::{self, Digest, Format, Outcome, Reader, Record, Reject, RejectFile, identity::PostRef},
};

pub mod stage;

/// Records in the first chunk: few, so that the planner has statistics of the rows that it made before there is much to do.
const FIRST_CHUNK: usize = 200;
/// Records in every other chunk: large enough that a transaction's cost is spread, small enough that its memory is a few megabytes.
/// A chunk's number stands for the same records for ever, so this must not change while imports are interrupted.
const CHUNK: usize = 2_000;
/// Autovacuum would do this within a minute, which is longer than most imports take.
const ANALYZE: &str = "analyze persons, person_identities, companies, posts, engagements, targets";
/// Chunks between two folds of the live metrics.
const CHUNKS_A_FOLD: i32 = 10;

/// What the caller knows beside the file.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The format, if the content shall not decide.
    pub format: Option<Format>,
    /// The post that reactions or comments belong to, if the file does not say.
    pub post: Option<PostRef>,
    /// The campaign into which the posts of the file go.
    pub campaign: Option<String>,
    /// When reactions were seen, if not now.
    pub seen_at: Option<Timestamp>,
    /// Says what would happen, and writes nothing.
    pub dry_run: bool,
}

/// What became of a file.  `lines = created + updated + unchanged + skipped + rejected`, exactly.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    /// The file's name.
    pub file: String,
    /// The format that was detected or given.
    pub format: String,
    /// Records in the file.
    pub lines: i64,
    /// Lines that made an engagement, a connection, a post or a metric.
    pub created: i64,
    /// Lines that changed one, or a fact of its person.
    pub updated: i64,
    /// Lines that said nothing new.
    pub unchanged: i64,
    /// Lines that are not meant to be stored, by reason in `skip_reasons`.
    pub skipped: i64,
    /// Lines that could not be read, with line number and reason in `rejects`.
    pub rejected: i64,
    /// People who were not known before.
    pub people_created: i64,
    /// Skipped lines by reason.
    pub skip_reasons: BTreeMap<String, i64>,
    /// The first rejects; all of them are in `rejects_file`.
    pub rejects: Vec<Rejected>,
    /// Where the rejected lines are, ready to be corrected and imported.
    pub rejects_file: Option<String>,
    /// What the user should know though the file could be read.
    pub warnings: Vec<String>,
    /// Whether an import that was interrupted went on here.
    pub resumed: bool,
    /// Whether nothing was written.
    pub dry_run: bool,
    /// The id of the import; none for a dry run.
    pub import_id: Option<Uuid>,
}

/// A rejected line.
#[derive(Debug, Clone, Serialize)]
pub struct Rejected {
    /// The physical line on which the record starts, from 1.
    pub line: u64,
    /// The column that is wrong, if one is.
    pub column: Option<String>,
    /// Why, in words.
    pub reason: String,
}

/// What the first pass found.
#[derive(Debug)]
pub struct Survey {
    /// The format.
    pub format: Format,
    /// Records in the file.
    pub records: u64,
    digest: Digest,
    bytes: u64,
    period: Option<import::Period>,
    rejects: Vec<Rejected>,
    rejects_file: Option<String>,
    warnings: Vec<String>,
}

/// How far an import is: records done.
pub type Progress<'a> = &'a (dyn Fn(u64) + Sync);

fn reader(path: &Path, request: &Request, now: Timestamp) -> Result<Reader<File>, Error> {
    let file = File::open(path).map_err(|error| Error::invalid(format!("cannot open it: {error}")))?;
    if file.metadata()?.is_dir() {
        return Err(Error::invalid("this is a folder; name the files in it"));
    }
    Reader::open(file, &import::Options { format: request.format, now: Some(now), ..import::Options::default() })
        .map_err(unreadable)
}

#[expect(clippy::needless_pass_by_value, reason = "it is used as a function of map_err")]
fn unreadable(error: import::Error) -> Error {
    Error::invalid(error.to_string())
}

/// What the reader or the stage refuses of a record.
fn refused(outcome: &Outcome, has_post: bool) -> Option<Rejected> {
    match outcome {
        Outcome::Rejected(reject) => {
            Some(Rejected { line: reject.position.line, column: reject.column.clone(), reason: reject.reason.clone() })
        }
        Outcome::Record { position, record } => stage::problem(record, has_post).map(|(column, reason)| Rejected {
            line: position.line,
            column: Some(column.to_owned()),
            reason,
        }),
        Outcome::Skipped(_) => None,
    }
}

/// Reads the whole file without writing to the database; writes the rejected lines beside it, where there are any.
///
/// # Errors
/// [`Error::Invalid`] where the file cannot be read to its end.
pub fn survey(path: &Path, request: &Request) -> Result<Survey, Error> {
    const SHOWN: usize = 20;
    let now = Timestamp::now();
    let mut reader = reader(path, request, now)?;
    let format = reader.format();
    let says_no_post = format == Format::CuriousCoderReactions;
    if says_no_post && request.post.is_none() {
        return Err(Error::invalid(
            "reactions of this scraper do not say which post they belong to; give --post URL, or --posts LIST with a posts list that names this file",
        ));
    }
    let mut rejects = Vec::new();
    let mut file: Option<(RejectFile<File>, String)> = None;
    while let Some(outcome) = reader.next() {
        let outcome = outcome.map_err(unreadable)?;
        let Some(reject) = refused(&outcome, request.post.is_some()) else { continue };
        // A record that was read but cannot be stored has no raw text here; its line is in the report.
        if let Outcome::Rejected(raw) = &outcome {
            write_reject(path, request, &reader, &mut file, raw)?;
        }
        if rejects.len() < SHOWN {
            rejects.push(reject);
        }
    }
    let rejects_file = match file {
        Some((file, name)) => {
            file.finish()?;
            Some(name)
        }
        None => None,
    };
    Ok(Survey {
        format,
        records: reader.tally().total(),
        digest: reader.digest().ok_or_else(|| Error::Internal(anyhow::anyhow!("the file was not read to its end")))?,
        bytes: reader.bytes(),
        period: reader.layout().period,
        rejects,
        rejects_file,
        warnings: reader.warnings().iter().map(ToString::to_string).collect(),
    })
}

fn write_reject(
    path: &Path,
    request: &Request,
    reader: &Reader<File>,
    file: &mut Option<(RejectFile<File>, String)>,
    reject: &Reject,
) -> Result<(), Error> {
    if request.dry_run {
        return Ok(());
    }
    if file.is_none() {
        let end = path.extension().map_or_else(|| "txt".to_owned(), |end| end.to_string_lossy().into_owned());
        let name = path.with_extension(format!("rejects.{end}"));
        let out = File::create(&name).map_err(|error| {
            Error::invalid(format!("cannot write the rejected lines to {}: {error}", name.display()))
        })?;
        *file = Some((RejectFile::new(reader.layout(), out), name.display().to_string()));
    }
    if let Some((file, _)) = file {
        file.write(reject)?;
    }
    Ok(())
}

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
    within: Option<&TenantTx>,
    progress: Progress<'_>,
) -> Result<Report, Error> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let mut report = Report {
        file: file.clone(),
        format: survey.format.name().to_owned(),
        rejects: survey.rejects.clone(),
        rejects_file: survey.rejects_file.clone(),
        warnings: survey.warnings.clone(),
        dry_run: within.is_some(),
        ..Report::default()
    };
    let mut life = Life { session, path, request, begun: Begun::default(), seen_at: request.seen_at };
    if let Some(tx) = within {
        tx.batch_execute("savepoint file").await?;
        let tried = async {
            life.begin(tx, &file, &survey).await?;
            life.merge_all(Some(tx), None, &survey, progress).await?;
            read_back(tx, life.begun.id, &mut report).await
        }
        .await;
        // The next file is tried on what this one would have left, or, where it failed, as if it had not been there.
        tx.batch_execute(if tried.is_ok() { "release savepoint file" } else { "rollback to savepoint file" }).await?;
        return tried.map(|()| report);
    }
    let tx = session.begin().await?;
    life.begin(&tx, &file, &survey).await?;
    let id = life.begun.id;
    report.resumed = life.begun.resumed;
    report.import_id = Some(id);
    // Held on a connection of its own until the import ends: it goes with the process, however that ends.
    let owner = session.database.owner().await?;
    if !sql::lock_import().bind(&owner, &id.to_string().as_str()).one().await? {
        return Err(Error::Conflict(format!("{file} is being imported by another process at this moment")));
    }
    sql::resume_import().bind(&*tx, &id).await?;
    tx.commit().await?;
    let result = life.merge_all(None, Some(&owner), &survey, progress).await;
    let tx = session.begin().await?;
    let (state, message) = match &result {
        Ok(()) => ("completed", None),
        Err(error) => ("interrupted", Some(error.to_string())),
    };
    sql::end_import().bind(&*tx, &state, &message.as_deref(), &id).await?;
    read_back(&tx, id, &mut report).await?;
    tx.commit().await?;
    result?;
    fold(&owner).await?;
    Ok(report)
}

async fn fold(owner: &Client) -> Result<(), Error> {
    sql::fold().bind(owner).one().await?;
    Ok(())
}

async fn read_back(tx: &TenantTx, id: Uuid, report: &mut Report) -> Result<(), Error> {
    let row = sql::import_row().bind(&**tx, &id).one().await?;
    report.lines = row.lines;
    report.created = row.created;
    report.updated = row.updated;
    report.unchanged = row.unchanged;
    report.skipped = row.skipped;
    report.rejected = row.rejected;
    report.people_created = row.people_created;
    report.skip_reasons = serde_json::from_value(row.skip_reasons).unwrap_or_default();
    Ok(())
}

/// Finds or makes one post and returns its id.
async fn one_post(tx: &TenantTx, mut row: stage::Row) -> Result<i32, Error> {
    row.insert("n".into(), 1.into());
    Ok(sql::merge_posts().bind(&**tx, &tx.tenant().0, &None::<Uuid>, &json!([row])).one().await?.post_id)
}

const fn kind(format: Format) -> &'static str {
    match format {
        Format::CuriousCoderReactions | Format::HarvestapiReactions | Format::ApimaestroReactions => "reactions",
        Format::HarvestapiComments | Format::ApimaestroComments => "comments",
        Format::Posts => "posts",
        Format::Connections => "connections",
        Format::AdPerformance => "ad_performance",
        Format::Demographics => "demographics",
    }
}

/// One import on its way.
struct Life<'a> {
    session: &'a Session,
    path: &'a Path,
    request: &'a Request,
    begun: Begun,
    seen_at: Option<Timestamp>,
}

/// An import's row, made now or by a process that did not come to its end.
#[derive(Default)]
struct Begun {
    id: Uuid,
    started_at: Timestamp,
    post_id: Option<i32>,
    resumed: bool,
}

/// Lines of a chunk that are not merged.
#[derive(Default)]
struct Rest {
    skipped: i64,
    reasons: BTreeMap<&'static str, i64>,
    rejects: Vec<Value>,
}

impl Life<'_> {
    /// Finds the import that was interrupted, or begins one.
    async fn begin(&mut self, tx: &TenantTx, file: &str, survey: &Survey) -> Result<(), Error> {
        let request = self.request;
        let post_id = match &request.post {
            Some(post) => Some(one_post(tx, stage::post_ref(post, request.campaign.as_deref())).await?),
            None => None,
        };
        let target_key = format!(
            "{}{}{}",
            post_id.map(|id| format!("post {id} ")).unwrap_or_default(),
            request.campaign.as_deref().unwrap_or_default(),
            request.format.map(Format::name).unwrap_or_default()
        );
        let sha256 = survey.digest.0.to_vec();
        let open = sql::find_open_import().bind(&**tx, &sha256, &target_key.as_str()).opt().await?;
        self.begun = if let Some(open) = open {
            Begun { id: open.id, started_at: open.started_at, post_id, resumed: open.chunks > 0 }
        } else {
            let started = sql::start_import()
                .bind(
                    &**tx,
                    &kind(survey.format),
                    &survey.format.name(),
                    &file,
                    &i64::try_from(survey.bytes).unwrap_or(i64::MAX),
                    &sha256,
                    &target_key.as_str(),
                    &json!({"campaign": request.campaign, "format": request.format.map(Format::name)}),
                    &survey.period.as_ref().map(|period| period.start),
                    &survey.period.as_ref().map(|period| period.end),
                )
                .one()
                .await?;
            Begun { id: started.id, started_at: started.started_at, post_id, resumed: false }
        };
        Ok(())
    }

    /// Merges every chunk: each in its own transaction, with the owner's help, or all in the one that is given.
    async fn merge_all(
        &self,
        within: Option<&TenantTx>,
        owner: Option<&Client>,
        survey: &Survey,
        progress: Progress<'_>,
    ) -> Result<(), Error> {
        let mut reader = reader(self.path, self.request, self.begun.started_at)?;
        let mut chunk = 0;
        loop {
            let size = if chunk == 0 { FIRST_CHUNK } else { CHUNK };
            let mut outcomes = Vec::with_capacity(size);
            for outcome in reader.by_ref().take(size) {
                outcomes.push(outcome.map_err(unreadable)?);
            }
            if outcomes.is_empty() {
                break;
            }
            if let Some(tx) = within {
                self.merge_chunk(tx, chunk, &outcomes).await?;
            } else {
                let tx = self.session.begin().await?;
                if sql::begin_chunk().bind(&*tx, &tx.tenant().0, &self.begun.id, &chunk).one().await? {
                    self.merge_chunk(&tx, chunk, &outcomes).await?;
                    tx.commit().await?;
                    if let Some(owner) = owner {
                        // After chunks 0, 1, 3, 7, 15 …: whenever the tables may have doubled.
                        if u32::try_from(chunk + 1).is_ok_and(u32::is_power_of_two) {
                            owner.batch_execute(ANALYZE).await?;
                        }
                        if chunk % CHUNKS_A_FOLD == CHUNKS_A_FOLD - 1 {
                            fold(owner).await?;
                        }
                    }
                } else {
                    tx.rollback().await?;
                }
            }
            progress(reader.tally().total());
            chunk += 1;
        }
        if reader.digest() != Some(survey.digest) {
            return Err(Error::Conflict("the file changed while it was imported; import it again".to_owned()));
        }
        Ok(())
    }

    async fn merge_chunk(&self, tx: &TenantTx, chunk: i32, outcomes: &[Outcome]) -> Result<(), Error> {
        let mut rest = Rest::default();
        let mut records = Vec::new();
        for outcome in outcomes {
            if let Some(reject) = refused(outcome, self.begun.post_id.is_some()) {
                let raw = match outcome {
                    Outcome::Rejected(reject) => match &reject.raw {
                        import::Raw::Json(text) => text.clone(),
                        import::Raw::Row { cells, .. } => json!(cells).to_string(),
                    },
                    _ => String::new(),
                };
                // PostgreSQL keeps no NUL in a text, and a reject may be anything.
                rest.rejects.push(json!({"line": reject.line, "field": reject.column, "reason": reject.reason, "raw": raw.replace('\0', "\u{fffd}")}));
                continue;
            }
            match outcome {
                Outcome::Record { record, .. } => records.push(record),
                Outcome::Skipped(skipped) => {
                    rest.skipped += 1;
                    *rest.reasons.entry(skipped.reason.name()).or_default() += 1;
                }
                Outcome::Rejected(_) => {}
            }
        }
        let counts = self.merge_records(tx, &records).await?;
        if counts.overlapping > 0 {
            rest.skipped += counts.overlapping;
            *rest.reasons.entry("days_of_another_report").or_default() += counts.overlapping;
        }
        sql::end_chunk()
            .bind(
                &**tx,
                &tx.tenant().0,
                &self.begun.id,
                &chunk,
                &counts.created,
                &counts.updated,
                &counts.unchanged,
                &counts.people,
                &rest.skipped,
                &i64::try_from(rest.rejects.len()).unwrap_or(i64::MAX),
                &json!(rest.reasons),
                &Value::Array(rest.rejects),
            )
            .one()
            .await?;
        Ok(())
    }

    async fn merge_records(&self, tx: &TenantTx, records: &[&Record]) -> Result<Counts, Error> {
        let posts = self.posts_of(tx, records).await?;
        let seen_at = self.seen_at.unwrap_or(self.begun.started_at);
        let mut engagements = Vec::new();
        let mut connections = Vec::new();
        let mut ads = Vec::new();
        let mut demographics = Vec::new();
        let mut listed = Vec::new();
        for record in records {
            match record {
                Record::Reaction(reaction) => {
                    if let Some(post_id) =
                        self.begun.post_id.or_else(|| posts.get(&key(reaction.post.as_ref())).copied())
                    {
                        push(&mut engagements, stage::reaction(reaction, post_id, seen_at));
                    }
                }
                Record::Comment(comment) => {
                    if let Some(post_id) =
                        self.begun.post_id.or_else(|| posts.get(&key(comment.post.as_ref())).copied())
                    {
                        push(&mut engagements, stage::comment(comment, post_id, seen_at));
                    }
                }
                Record::Connection(connection) => push(&mut connections, stage::connection(connection)),
                Record::AdDay(ad) => push(&mut ads, stage::ad(ad)),
                Record::Demographic(line) => push(&mut demographics, stage::demographic(line)),
                Record::Post(post) => push(&mut listed, stage::post(post, self.request.campaign.as_deref())),
            }
        }
        let mut counts = Counts::default();
        let (client, tenant) = (&**tx, tx.tenant().0);
        if !engagements.is_empty() {
            let c = sql::merge_engagements()
                .bind(client, &tenant, &self.begun.id, &Value::Array(engagements))
                .one()
                .await?;
            counts.add(c.created, c.updated, c.unchanged, c.people_created);
        }
        if !connections.is_empty() {
            let c = sql::merge_connections()
                .bind(client, &tenant, &self.begun.id, &Value::Array(connections))
                .one()
                .await?;
            counts.add(c.created, c.updated, c.unchanged, c.people_created);
        }
        if !ads.is_empty() {
            let c = sql::merge_ads().bind(client, &tenant, &self.begun.id, &Value::Array(ads)).one().await?;
            counts.overlapping += c.overlapping;
            counts.add(c.created, c.updated, c.unchanged, c.people_created);
        }
        if !demographics.is_empty() {
            let c = sql::merge_demographics()
                .bind(client, &tenant, &self.begun.id, &Value::Array(demographics))
                .one()
                .await?;
            counts.add(c.created, c.updated, c.unchanged, c.people_created);
        }
        if !listed.is_empty() {
            for line in
                sql::merge_posts().bind(client, &tenant, &Some(self.begun.id), &Value::Array(listed)).all().await?
            {
                match line.outcome.as_str() {
                    "created" => counts.created += 1,
                    "updated" => counts.updated += 1,
                    _ => counts.unchanged += 1,
                }
            }
        }
        Ok(counts)
    }

    /// The posts that the records of a chunk name, found or made.
    async fn posts_of(&self, tx: &TenantTx, records: &[&Record]) -> Result<BTreeMap<String, i32>, Error> {
        let mut posts = BTreeMap::new();
        if self.begun.post_id.is_some() {
            return Ok(posts);
        }
        for record in records {
            let post = match record {
                Record::Reaction(reaction) => reaction.post.as_ref(),
                Record::Comment(comment) => comment.post.as_ref(),
                _ => None,
            };
            let key = key(post);
            if let (Some(post), false) = (post, posts.contains_key(&key)) {
                let id = one_post(tx, stage::post_ref(post, self.request.campaign.as_deref())).await?;
                posts.insert(key, id);
            }
        }
        Ok(posts)
    }
}

fn key(post: Option<&PostRef>) -> String {
    post.map(|post| format!("{:?} {:?} {:?}", post.activity_id, post.share_id, post.ugc_post_id)).unwrap_or_default()
}

fn push(rows: &mut Vec<Value>, mut row: stage::Row) {
    row.insert("n".into(), (rows.len() + 1).into());
    rows.push(Value::Object(row));
}

#[derive(Default)]
struct Counts {
    created: i64,
    updated: i64,
    unchanged: i64,
    people: i64,
    overlapping: i64,
}

impl Counts {
    const fn add(&mut self, created: i64, updated: i64, unchanged: i64, people: i64) {
        self.created += created;
        self.updated += updated;
        self.unchanged += unchanged;
        self.people += people;
    }
}
