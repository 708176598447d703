//! Pages: their posts, what LinkedIn counts of them and of the page, and what members comment, which may be kept for two days.

use jiff::{Timestamp, tz::TimeZone};
use queries::queries::pages as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Syncing, Trouble, count};
use crate::{
    error::Error,
    import::identity,
    jobs::Ending,
    linkedin::marketing::pages::{Comment, Counters, Page, Post},
    model::imports::{Counts, Obtained},
};

/// Posts whose comments are fetched: the latest, since nobody answers the others, and each costs one of the day's calls.
const DISCUSSED: i64 = 20;
/// The same where LinkedIn said that something happened, which it may say often.
const DISCUSSED_OF_A_HINT: i64 = 5;
/// Posts that are counted before it is noted down how far it is.
const COUNTED: usize = 100;
/// The part of a page that its days are.
const DAYS: &str = "days";

/// What was noted down of pages.
#[derive(Default)]
struct Noted {
    found: usize,
    created: i32,
    updated: i32,
    days: i64,
    comments: i64,
}

impl Syncing<'_> {
    pub(super) async fn pages(&mut self) -> Result<Ending, Trouble> {
        let pages = self.linkedin.pages().await?;
        if pages.is_empty() {
            return Err(Trouble::Ending(Ending::Failed {
                why: format!(
                    "Whoever consented for {:?} administers no page at LinkedIn: consent as an administrator of the page.",
                    self.connection.name
                ),
                is_final: true,
            }));
        }
        let mut all = Noted::default();
        for (number, page) in pages.iter().enumerate() {
            self.look_up(number, pages.len())?;
            // Two pages may have one name, and the second would be taken for the first.
            let name = format!("the page {} ({})", page.name, page.id);
            if self.is_done(&name) {
                continue;
            }
            match self.page(page, &mut all).await {
                Ok(()) => self.note_done(&name).await?,
                Err(trouble) => self.pass_over(&name, trouble)?,
            }
        }
        let details = json!({"pages": pages.len(), "days": all.days, "comments": all.comments});
        self.ending(all.found, all.created, all.updated, details)
    }

    async fn page(&mut self, page: &Page, all: &mut Noted) -> Result<(), Trouble> {
        let followers = self.linkedin.followers(page).await?;
        let posts = self.linkedin.posts(page, self.since()?).await?;
        let (import, counted) = self.note_page(page, followers, &posts).await?;
        all.found += posts.len();
        all.created += count(counted.created);
        all.updated += count(counted.updated);
        let urns: Vec<String> = posts.iter().map(|post| post.id.clone()).collect();
        self.count_posts(import, page, &urns).await?;
        if !self.is_hinted && !self.is_part_done(DAYS) {
            self.look_up(0, 0)?;
            all.days += self.note_days(import, page).await?;
            self.note_part(DAYS.to_owned()).await?;
        }
        for urn in self.discussed(&urns).await? {
            let part = format!("comments on {urn}");
            if self.is_part_done(&part) {
                continue;
            }
            self.look_up(0, 0)?;
            match self.linkedin.comments(&urn).await {
                Ok(comments) => all.comments += self.note_comments(import, &urn, &comments).await?,
                // A post that is gone, or whose comments are closed, says nothing of the others.
                Err(failure) if matches!(failure.status(), Some(403 | 404)) => {}
                Err(failure) => return Err(failure.into()),
            }
            self.note_part(part).await?;
        }
        Ok(())
    }

    /// Notes down what LinkedIn counts of posts, the latest first.  Whoever goes on does so behind the last one that was counted.
    async fn count_posts(&mut self, import: Uuid, page: &Page, urns: &[String]) -> Result<(), Trouble> {
        let part_of = |urn: &str| format!("figures down to {urn}");
        let counted = urns.iter().rposition(|urn| self.is_part_done(&part_of(urn)));
        let mut takes_batches = true;
        for part in urns[counted.map_or(0, |last| last + 1)..].chunks(COUNTED) {
            self.look_up(0, 0)?;
            let counters = self.linkedin.counters(page, part, &mut takes_batches).await?;
            self.note_counters(import, counters.iter().map(|(urn, counters)| (urn.as_str(), *counters))).await?;
            if let Some(last) = part.last() {
                self.note_part(part_of(last)).await?;
            }
        }
        Ok(())
    }

    /// The posts whose comments are fetched.
    async fn discussed(&self, urns: &[String]) -> Result<Vec<String>, Trouble> {
        let rows: Vec<Value> = (1..)
            .zip(urns)
            .filter_map(|(number, urn)| {
                let mut row = ids(urn)?;
                row["n"] = json!(number);
                row["urn"] = json!(urn);
                Some(row)
            })
            .collect();
        let how_many = if self.is_hinted { DISCUSSED_OF_A_HINT } else { DISCUSSED };
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let urns =
            sql::discussed_posts().bind(&*tx, &Value::Array(rows), &self.attempt.tenant.0, &how_many).all().await?;
        tx.commit().await?;
        Ok(urns)
    }

    /// Since when posts are looked at.
    fn since(&self) -> Result<Timestamp, Error> {
        let first = self.first.to_zoned(TimeZone::UTC).map_err(|error| Error::Internal(error.into()))?;
        Ok(first.timestamp())
    }

    /// Merges a page and its posts; the import that brought them, and all else of the page, and what became of the posts.
    async fn note_page(&self, page: &Page, followers: i64, posts: &[Post]) -> Result<(Uuid, Counts), Trouble> {
        let rows: Vec<Value> = (1..)
            .zip(posts)
            .filter_map(|(number, post)| {
                let mut row = ids(&post.id)?;
                row["n"] = json!(number);
                row["text"] = json!(post.text());
                row["content_type"] = json!(post.content_type());
                row["posted_at"] = json!(post.published_at().map(|at| at.to_string()));
                Some(row)
            })
            .collect();
        let obtained = Obtained {
            kind: "posts",
            name: &format!("LinkedIn page {}", page.name),
            first: self.first,
            last: self.last,
            asked: self.asked(),
        };
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let import = obtained.begin(&tx).await?;
        let (tenant, id, name) = (self.attempt.tenant.0, page.id.to_string(), page.name.as_str());
        sql::merge_page()
            .bind(&*tx, &tenant, &import, &id.as_str(), &name, &page.slug.as_deref(), &Some(followers))
            .one()
            .await?;
        let told = sql::merge_page_posts().bind(&*tx, &tenant, &import, &name, &Value::Array(rows)).one().await?;
        let (created, updated, unchanged) = (told.created, told.updated, told.unchanged);
        let counts = Counts { created, updated, unchanged, ..Counts::default() };
        Obtained::end(&tx, import, &counts, Vec::new()).await?;
        tx.commit().await?;
        Ok((import, counts))
    }

    async fn note_counters(
        &self,
        import: Uuid,
        counters: impl Iterator<Item = (&str, Counters)>,
    ) -> Result<(), Trouble> {
        let rows: Vec<Value> = counters
            .filter_map(|(urn, counters)| {
                let mut row = ids(urn)?;
                row["impressions"] = json!(counters.impressions);
                row["clicks"] = json!(counters.clicks);
                row["reactions"] = json!(counters.reactions);
                row["comments"] = json!(counters.comments);
                row["shares"] = json!(counters.shares);
                Some(row)
            })
            .collect();
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        sql::set_post_counters().bind(&*tx, &self.attempt.tenant.0, &import, &Value::Array(rows)).one().await?;
        Ok(tx.commit().await?)
    }

    async fn note_days(&self, import: Uuid, page: &Page) -> Result<i64, Trouble> {
        let days = self.linkedin.page_days(page, self.first, self.last).await?;
        let rows: Vec<Value> = days
            .iter()
            .map(|(day, figures)| {
                json!({
                    "day": day.to_string(), "impressions": figures.impressions, "unique_impressions": figures.unique_impressions,
                    "clicks": figures.clicks, "reactions": figures.reactions, "comments": figures.comments, "shares": figures.shares,
                    "organic_followers_gained": figures.organic_followers_gained,
                    "paid_followers_gained": figures.paid_followers_gained,
                })
            })
            .collect();
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let (tenant, id) = (self.attempt.tenant.0, page.id.to_string());
        let days = sql::merge_page_days().bind(&*tx, &tenant, &import, &id.as_str(), &Value::Array(rows)).one().await?;
        tx.commit().await?;
        Ok(days)
    }

    async fn note_comments(&self, import: Uuid, post: &str, comments: &[Comment]) -> Result<i64, Trouble> {
        let rows: Vec<Value> = comments
            .iter()
            .filter_map(|comment| {
                let mut row = ids(post)?;
                row["comment_id"] = json!(comment.id);
                row["actor_urn"] = json!(comment.actor);
                row["text"] = json!(comment.text);
                row["commented_at"] = json!(comment.at.to_string());
                Some(row)
            })
            .collect();
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let noted =
            sql::merge_page_comments().bind(&*tx, &self.attempt.tenant.0, &import, &Value::Array(rows)).one().await?;
        tx.commit().await?;
        Ok(noted)
    }
}

/// The ids of a post's URN, by which the database finds it.
fn ids(urn: &str) -> Option<Value> {
    let post = identity::post_of(urn).ok()?;
    (post.share_id.is_some() || post.ugc_post_id.is_some())
        .then(|| json!({"share_id": post.share_id, "ugc_post_id": post.ugc_post_id}))
}
