//! One chunk of records, merged in one transaction with its row in the ledger.

use std::collections::BTreeMap;

use queries::queries::{enrichment as enrichment_sql, imports as sql};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    enrichment,
    merge::Life,
    source::{reader, unreadable},
    stage,
    trial::Acting,
};
use crate::{
    error::Error,
    import::{Position, Raw, Record, identity::PostRef, printable},
};

/// Characters of a rejected record that the database keeps; the file beside the imported one has all.
const RAW: usize = 16_384;

/// The records of a chunk, by what is to become of them.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) size: usize,
    pub(super) records: Vec<(Position, Record)>,
    pub(super) skipped: i64,
    pub(super) reasons: BTreeMap<&'static str, i64>,
    rejects: Vec<Value>,
}

impl Chunk {
    pub(super) fn reject(&mut self, key: i64, column: Option<&str>, reason: &str, raw: &Raw) {
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
    /// Merges a chunk that is not in the ledger yet.
    pub(super) async fn merge_chunk(&self, tx: Acting<'_>, number: i32, mut chunk: Chunk) -> Result<(), Error> {
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
        let seen_at = |post: Option<&PostRef>| self.request.seen_at(post, self.begun.started_at);
        let post_id = |post: Option<&PostRef>| self.begun.post_id.or_else(|| posts.get(&key(post)).copied());
        let (mut engagements, mut connections, mut ads) = (Vec::new(), Vec::new(), Vec::new());
        let (mut demographics, mut listed) = (Vec::new(), Vec::new());
        let (mut profiles, mut companies) = (Vec::new(), Vec::new());
        for (_, record) in records {
            match record {
                Record::Reaction(reaction) => {
                    if let Some(post_id) = post_id(reaction.post.as_ref()) {
                        push(&mut engagements, stage::reaction(reaction, post_id, seen_at(reaction.post.as_ref())));
                    }
                }
                Record::Comment(comment) => {
                    if let Some(post_id) = post_id(comment.post.as_ref()) {
                        push(&mut engagements, stage::comment(comment, post_id, seen_at(comment.post.as_ref())));
                    }
                }
                Record::Connection(connection) => push(&mut connections, stage::connection(connection)),
                Record::AdDay(ad) => push(&mut ads, stage::ad(ad)),
                Record::Demographic(line) => push(&mut demographics, stage::demographic(line)),
                Record::Profile(profile) => {
                    push(&mut profiles, enrichment::profile(profile, self.survey.format.maker(), seen_at(None)));
                }
                Record::Company(company) => push(&mut companies, enrichment::company(company, seen_at(None))),
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
        macro_rules! enrich {
            ($rows:ident, $statement:path) => {
                if !$rows.is_empty() {
                    let c = $statement().bind(client, &tenant, &Some(id), &"file", &Value::Array($rows)).one().await?;
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
        enrich!(companies, enrichment_sql::merge_companies);
        enrich!(profiles, enrichment_sql::merge_profiles);
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
}

/// Finds or makes one post and returns its id.
pub(super) async fn one_post(tx: Acting<'_>, mut row: stage::Row) -> Result<i32, tokio_postgres::Error> {
    row.insert("n".into(), 1.into());
    Ok(sql::merge_posts().bind(tx.client, &tx.tenant, &None::<Uuid>, &json!([row])).one().await?.post_id)
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
