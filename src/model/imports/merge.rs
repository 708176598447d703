//! The second pass: the records of a file, merged chunk by chunk.

use std::{collections::BTreeMap, path::Path, time::Duration};

use jiff::Timestamp;
use queries::queries::imports as sql;
use serde_json::{Value, json};
use tokio_postgres::Client;
use uuid::Uuid;

use super::{
    Progress, Report, Request, Survey, rejects,
    source::{reader, unreadable},
    stage::{self, Given},
    trial::{Acting, Trial},
};
use crate::{
    cli::session::Session,
    db::TenantTx,
    error::Error,
    import::{Format, Outcome, Position, Raw, Record, identity::PostRef, printable},
};

/// Records in the first chunk: few, so that the planner has statistics of the rows that it made before there is much to do.
const FIRST_CHUNK: usize = 200;
/// Records in every other chunk: large enough that a transaction's cost is spread, small enough that its memory is a few megabytes.
/// A chunk's number stands for the same records for ever, so this must not change while imports are interrupted.
const CHUNK: usize = 2_000;
/// Autovacuum would do this within a minute, which is longer than most imports take.  A table that somebody else looks after at
/// this moment is left to him, since a dry run holds on to it until its end.
pub(super) const ANALYZE: &str =
    "analyze (skip_locked) persons, person_identities, companies, posts, engagements, targets";
/// Chunks between two folds of the live metrics.
const CHUNKS_A_FOLD: i32 = 10;
/// How often a lock is asked for that another process holds, and how long is waited in between: a process that was killed a
/// moment ago is gone for us before it is gone for the server.
const TRIES: (u32, Duration) = (25, Duration::from_millis(200));
/// Characters of a rejected record that the database keeps; the file beside the imported one has all.
const RAW: usize = 16_384;

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
    let known = request.known_as.as_deref().unwrap_or(path);
    let file = printable(&known.file_name().unwrap_or(known.as_os_str()).to_string_lossy(), 255);
    let mut report = Report {
        file: file.clone(),
        format: survey.format.name().to_owned(),
        warnings: survey.warnings.clone(),
        dry_run: within.is_some(),
        ..Report::default()
    };
    let request = &fitting(request, survey.format, &mut report.warnings);
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
    let id = life.begun.id;
    report.resumed = life.begun.resumed;
    report.import_id = Some(id);
    // Held on a connection of its own until the import ends: it goes with the process, however that ends.
    let owner = session.database.owner().await.map_err(gone)?;
    lock(&owner, id, &file).await?;
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
    let has_posts = !matches!(format, Format::Connections | Format::AdPerformance | Format::Demographics);
    let takes_post = has_posts && format != Format::Posts;
    if !takes_post && request.post.take().is_some() {
        warnings.push(format!("this is a file of {format}, which belongs to no post, so the post is ignored"));
    }
    if !has_posts && request.campaign.take().is_some() {
        warnings.push(format!("this is a file of {format}, which has no posts, so --campaign is ignored"));
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

/// Finds or makes one post and returns its id.
async fn one_post(tx: Acting<'_>, mut row: stage::Row) -> Result<i32, tokio_postgres::Error> {
    row.insert("n".into(), 1.into());
    Ok(sql::merge_posts().bind(tx.client, &tx.tenant, &None::<Uuid>, &json!([row])).one().await?.post_id)
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
    survey: &'a Survey,
    begun: Begun,
}

/// An import's row, made now or by a process that did not come to its end.
#[derive(Default)]
struct Begun {
    id: Uuid,
    started_at: Timestamp,
    post_id: Option<i32>,
    /// The given post's ids, if one is given.
    given: Option<Given>,
    resumed: bool,
}

/// The records of a chunk, by what is to become of them.
#[derive(Default)]
struct Chunk {
    size: usize,
    records: Vec<(Position, Record)>,
    skipped: i64,
    reasons: BTreeMap<&'static str, i64>,
    rejects: Vec<Value>,
}

impl Chunk {
    fn reject(&mut self, key: i64, column: Option<&str>, reason: &str, raw: &Raw) {
        let raw = match raw {
            Raw::Json(text) => text.clone(),
            Raw::Row { cells, .. } => json!(cells).to_string(),
        };
        // PostgreSQL keeps no NUL in a text, and a reject may be anything.
        let raw: String = raw.chars().take(RAW).map(|c| if c == '\0' { '\u{fffd}' } else { c }).collect();
        let (column, reason) = (column.map(|column| printable(column, 100)), printable(reason, 1_000));
        self.rejects.push(json!({"line": key, "field": column, "reason": reason, "raw": raw}));
    }
}

impl Life<'_> {
    /// Finds the import that was interrupted, or begins one.
    async fn begin(&mut self, tx: Acting<'_>, file: &str) -> Result<(), Error> {
        let (request, survey) = (self.request, self.survey);
        let (mut post_id, mut given) = (None, None);
        if let Some(post) = &request.post {
            let id = one_post(tx, stage::post_ref(post, request.campaign.as_deref())).await?;
            let known = sql::post_ids().bind(tx.client, &id).one().await?;
            let ids = [known.activity_id, known.share_id, known.ugc_post_id];
            given = Some(Given::new(ids.into_iter().flatten().chain(post.ids())));
            post_id = Some(id);
        }
        let target_key = format!(
            "{}{}{}{}{}",
            post_id.map(|id| format!("post {id} ")).unwrap_or_default(),
            request.campaign.as_deref().unwrap_or_default(),
            request.format.map(Format::name).unwrap_or_default(),
            request.granularity.map(|granularity| format!(" by {}", granularity.name())).unwrap_or_default(),
            request.date_order.map(|order| format!(" {}", order.name())).unwrap_or_default(),
        );
        let sha256 = survey.digest.0.to_vec();
        let open = sql::find_open_import().bind(tx.client, &sha256, &target_key.as_str()).opt().await?;
        let (id, started_at, resumed) = if let Some(open) = open {
            (open.id, open.started_at, open.chunks > 0)
        } else {
            let options = json!({
                "campaign": request.campaign,
                "format": request.format.map(Format::name),
                "by": request.granularity.map(crate::import::Granularity::name),
                "date_order": request.date_order.map(crate::import::DateOrder::name),
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
        self.begun = Begun { id, started_at, post_id, given, resumed };
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
        for number in 0.. {
            let size = if number == 0 { FIRST_CHUNK } else { CHUNK };
            let mut chunk = Chunk::default();
            while chunk.size < size {
                let Some(outcome) = reader.next() else { break };
                chunk.size += 1;
                let outcome = outcome.map_err(unreadable)?;
                let key = self.survey.key(outcome.position());
                match outcome {
                    Outcome::Record { position, record } => match stage::problem(&record, given.as_mut()) {
                        Some((column, reason)) => chunk.reject(key, Some(column), &reason, &reader.raw()),
                        None => chunk.records.push((position, record)),
                    },
                    Outcome::Rejected(reject) => {
                        chunk.reject(key, reject.column.as_deref(), &reject.reason, &reject.raw);
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
            progress(reader.tally().total());
        }
        if reader.digest() != Some(self.survey.digest) {
            return Err(Error::Conflict("the file changed while it was imported; import it again".to_owned()));
        }
        Ok(())
    }

    /// Merges a chunk that is not in the ledger yet.
    async fn merge_chunk(&self, tx: Acting<'_>, number: i32, mut chunk: Chunk) -> Result<(), Error> {
        if !sql::begin_chunk().bind(tx.client, &tx.tenant, &self.begun.id, &number).one().await? {
            return Ok(());
        }
        let records = std::mem::take(&mut chunk.records);
        let (counts, refused) = self.merge_what_can_be(tx, &records).await?;
        if !refused.is_empty() {
            let raws = self.raws(refused.iter().map(|(position, _)| *position))?;
            for ((position, reason), raw) in refused.iter().zip(&raws) {
                chunk.reject(self.survey.key(*position), None, reason, raw);
            }
        }
        if counts.overlapping > 0 {
            chunk.skipped += counts.overlapping;
            *chunk.reasons.entry("days_of_another_report").or_default() += counts.overlapping;
        }
        sql::end_chunk()
            .bind(
                tx.client,
                &tx.tenant,
                &self.begun.id,
                &number,
                &counts.created,
                &counts.updated,
                &counts.unchanged,
                &counts.people,
                &chunk.skipped,
                &i64::try_from(chunk.rejects.len()).unwrap_or(i64::MAX),
                &json!(chunk.reasons),
                &Value::Array(chunk.rejects),
            )
            .one()
            .await?;
        Ok(())
    }

    /// Merges the records all at once; or, where the database refuses one of them, those before it, it, and those after it, by
    /// halves.  Returns which were refused, and why, in the order of the file.
    async fn merge_what_can_be(
        &self,
        tx: Acting<'_>,
        records: &[(Position, Record)],
    ) -> Result<(Counts, Vec<(Position, String)>), Error> {
        let (mut counts, mut refused) = (Counts::default(), Vec::new());
        let mut parts = vec![records];
        while let Some(part) = parts.pop() {
            if part.is_empty() {
                continue;
            }
            tx.client.batch_execute("savepoint part").await?;
            let reason = match self.merge_records(tx, part).await {
                Ok(merged) if merged.lines() == part.len() as u64 => {
                    tx.client.batch_execute("release savepoint part").await?;
                    counts.add(&merged);
                    continue;
                }
                // Nobody may be lost without a word, whatever the reason.
                Ok(_) => "the database did not take this record in".to_owned(),
                Err(error) if is_of_data(&error) => Error::from(error).to_string(),
                Err(error) => return Err(error.into()),
            };
            tx.client.batch_execute("rollback to savepoint part; release savepoint part").await?;
            if let [(position, _)] = part {
                refused.push((*position, reason));
            } else {
                let (first, second) = part.split_at(part.len() / 2);
                parts.extend([second, first]);
            }
        }
        Ok((counts, refused))
    }

    /// The texts of some records, in the order of the file, which is read once more for them: it happens next to never, and
    /// keeping every record's text for it would cost every import.
    fn raws(&self, positions: impl Iterator<Item = Position>) -> Result<Vec<Raw>, Error> {
        let mut reader = reader(self.path, self.request, self.begun.started_at)?;
        let mut raws = Vec::new();
        let mut at = 0;
        for position in positions {
            reader.skip_records(position.record - at).map_err(unreadable)?;
            at = position.record;
            raws.push(reader.raw());
        }
        Ok(raws)
    }

    async fn merge_records(
        &self,
        tx: Acting<'_>,
        records: &[(Position, Record)],
    ) -> Result<Counts, tokio_postgres::Error> {
        let posts = self.posts_of(tx, records).await?;
        let seen_at = self.request.seen_at.unwrap_or(self.begun.started_at);
        let post_id = |post: Option<&PostRef>| self.begun.post_id.or_else(|| posts.get(&key(post)).copied());
        let (mut engagements, mut connections, mut ads) = (Vec::new(), Vec::new(), Vec::new());
        let (mut demographics, mut listed) = (Vec::new(), Vec::new());
        for (_, record) in records {
            match record {
                Record::Reaction(reaction) => {
                    if let Some(post_id) = post_id(reaction.post.as_ref()) {
                        push(&mut engagements, stage::reaction(reaction, post_id, seen_at));
                    }
                }
                Record::Comment(comment) => {
                    if let Some(post_id) = post_id(comment.post.as_ref()) {
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
        let (client, tenant, id) = (tx.client, tx.tenant, self.begun.id);
        macro_rules! merge {
            ($rows:ident, $statement:path) => {
                if !$rows.is_empty() {
                    let c = $statement().bind(client, &tenant, &id, &Value::Array($rows)).one().await?;
                    counts.add(&Counts {
                        created: c.created,
                        updated: c.updated,
                        unchanged: c.unchanged,
                        people: c.people_created,
                        overlapping: c.overlapping,
                    });
                }
            };
        }
        merge!(engagements, sql::merge_engagements);
        merge!(connections, sql::merge_connections);
        merge!(ads, sql::merge_ads);
        merge!(demographics, sql::merge_demographics);
        if !listed.is_empty() {
            for line in sql::merge_posts().bind(client, &tenant, &Some(id), &Value::Array(listed)).all().await? {
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
    async fn posts_of(
        &self,
        tx: Acting<'_>,
        records: &[(Position, Record)],
    ) -> Result<BTreeMap<String, i32>, tokio_postgres::Error> {
        let mut posts = BTreeMap::new();
        if self.begun.post_id.is_some() {
            return Ok(posts);
        }
        for (_, record) in records {
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

    async fn read_back(&self, tx: Acting<'_>, report: &mut Report) -> Result<(), Error> {
        let row = sql::import_row().bind(tx.client, &self.begun.id).one().await?;
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

/// Whether it is the data that the database refuses, and not the moment: values that do not fit, rules that are broken, and
/// texts that are too long for an index.
fn is_of_data(error: &tokio_postgres::Error) -> bool {
    error.code().is_some_and(|state| {
        let state = state.code();
        state.starts_with("22") || state.starts_with("23") || state == "54000"
    })
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
    const fn add(&mut self, more: &Self) {
        self.created += more.created;
        self.updated += more.updated;
        self.unchanged += more.unchanged;
        self.people += more.people;
        self.overlapping += more.overlapping;
    }

    /// Lines of which something became.
    fn lines(&self) -> u64 {
        u64::try_from(self.created + self.updated + self.unchanged + self.overlapping).unwrap_or_default()
    }
}
