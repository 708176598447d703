//! Records, merged in the transaction of whoever read them: an import its chunk, a webhook its delivery.

use std::collections::BTreeMap;

use jiff::Timestamp;
use queries::queries::{enrichment as enrichment_sql, imports as sql};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{enrichment, stage, trial::Acting};
use crate::{
    error::Error,
    import::{Position, Record, identity::PostRef},
};

/// What holds for all records of a merge.
#[derive(Clone, Copy)]
pub(crate) struct Records<'a> {
    /// The import that they belong to, if they came in a file.
    pub(crate) import: Option<Uuid>,
    /// The way by which they came, as the database names it.
    pub(crate) origin: &'static str,
    /// Who made the scraper that found them, if one did.
    pub(crate) maker: Option<&'static str>,
    /// The post that they all belong to, if one was given.
    pub(crate) post_id: Option<i32>,
    /// The campaign into which their posts go, if one was given.
    pub(crate) campaign: Option<&'a str>,
    /// When what tells no time was seen, of this post or of none.
    pub(crate) seen_at: &'a (dyn Fn(Option<&PostRef>) -> Timestamp + Sync),
}

impl Records<'_> {
    /// Merges the records all at once; or, where the database refuses one of them, those before it, it, and those after it, by
    /// halves.  Returns which were refused, and why, in the order of the file.
    pub(crate) async fn merge(
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
            let reason = match self.merge_all(tx, part).await {
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

    async fn merge_all(&self, tx: Acting<'_>, records: &[(Position, Record)]) -> Result<Counts, tokio_postgres::Error> {
        let posts = self.posts_of(tx, records).await?;
        let post_id = |post: Option<&PostRef>| self.post_id.or_else(|| posts.get(&key(post)).copied());
        let (mut engagements, mut connections, mut ads) = (Vec::new(), Vec::new(), Vec::new());
        let (mut demographics, mut listed) = (Vec::new(), Vec::new());
        let (mut profiles, mut companies) = (Vec::new(), Vec::new());
        for (_, record) in records {
            match record {
                Record::Reaction(reaction) => {
                    if let Some(post_id) = post_id(reaction.post.as_ref()) {
                        push(
                            &mut engagements,
                            stage::reaction(reaction, post_id, (self.seen_at)(reaction.post.as_ref())),
                        );
                    }
                }
                Record::Comment(comment) => {
                    if let Some(post_id) = post_id(comment.post.as_ref()) {
                        push(&mut engagements, stage::comment(comment, post_id, (self.seen_at)(comment.post.as_ref())));
                    }
                }
                Record::Share(share) => {
                    if let Some(post_id) = post_id(Some(&share.post)) {
                        push(&mut engagements, stage::share(share, post_id));
                    }
                }
                Record::Connection(connection) => push(&mut connections, stage::connection(connection)),
                Record::AdDay(ad) => push(&mut ads, stage::ad(ad)),
                Record::Demographic(line) => push(&mut demographics, stage::demographic(line)),
                Record::Profile(profile) => {
                    push(&mut profiles, enrichment::profile(profile, self.maker, (self.seen_at)(None)));
                }
                Record::Company(company) => push(&mut companies, enrichment::company(company, (self.seen_at)(None))),
                Record::Post(post) => push(&mut listed, stage::post(post, self.campaign)),
            }
        }
        let mut counts = Counts::default();
        let (client, tenant, import) = (tx.client, tx.tenant, self.import);
        macro_rules! merge {
            ($rows:ident, $statement:path) => {
                if !$rows.is_empty() {
                    let c =
                        $statement().bind(client, &tenant, &import, &self.origin, &Value::Array($rows)).one().await?;
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
        merge!(companies, enrichment_sql::merge_companies);
        merge!(profiles, enrichment_sql::merge_profiles);
        if !listed.is_empty() {
            for line in
                sql::merge_posts().bind(client, &tenant, &import, &self.origin, &Value::Array(listed)).all().await?
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
    async fn posts_of(
        &self,
        tx: Acting<'_>,
        records: &[(Position, Record)],
    ) -> Result<BTreeMap<String, i32>, tokio_postgres::Error> {
        let mut posts = BTreeMap::new();
        if self.post_id.is_some() {
            return Ok(posts);
        }
        for (_, record) in records {
            let post = match record {
                Record::Reaction(reaction) => reaction.post.as_ref(),
                Record::Comment(comment) => comment.post.as_ref(),
                Record::Share(share) => Some(&share.post),
                _ => None,
            };
            let key = key(post);
            if let (Some(post), false) = (post, posts.contains_key(&key)) {
                let id = one_post(tx, self.origin, stage::post_ref(post, self.campaign)).await?;
                posts.insert(key, id);
            }
        }
        Ok(posts)
    }
}

/// Finds or makes one post and returns its id.
pub(super) async fn one_post(
    tx: Acting<'_>,
    origin: &'static str,
    mut row: stage::Row,
) -> Result<i32, tokio_postgres::Error> {
    row.insert("n".into(), 1.into());
    Ok(sql::merge_posts().bind(tx.client, &tx.tenant, &None::<Uuid>, &origin, &json!([row])).one().await?.post_id)
}

/// Whether it is the data that the database refuses, and not the moment: values that do not fit, rules that are broken, and
/// texts that are too long for an index.
fn is_of_data(error: &tokio_postgres::Error) -> bool {
    error.code().is_some_and(|state| {
        let state = state.code();
        state.starts_with("22") || state.starts_with("23") || state == "54000"
    })
}

/// A post by every id that is known of it.
pub(super) fn key(post: Option<&PostRef>) -> String {
    post.map(|post| format!("{:?} {:?} {:?}", post.activity_id, post.share_id, post.ugc_post_id)).unwrap_or_default()
}

fn push(rows: &mut Vec<Value>, mut row: stage::Row) {
    row.insert("n".into(), (rows.len() + 1).into());
    rows.push(Value::Object(row));
}

/// What became of records.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    pub(crate) created: i64,
    pub(crate) updated: i64,
    pub(crate) unchanged: i64,
    pub(crate) people: i64,
    pub(crate) overlapping: i64,
}

impl Counts {
    pub(crate) const fn add(&mut self, more: &Self) {
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
