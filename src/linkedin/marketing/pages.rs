//! Pages of organizations: their posts, what LinkedIn counts of them, who follows, and what members comment.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::Deserialize;

use super::{Marketing, Slice, encoded, list_of, number_of};
use crate::calls::Failure;

/// Posts whose figures are asked for at a time: their URNs stand in the address.
const POSTS: usize = 20;
/// Comments of one post that are looked at.
const COMMENTS: usize = 300;

/// An organization that has a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The last part of its address.
    pub slug: Option<String>,
}

impl Page {
    fn urn(&self) -> String {
        format!("urn:li:organization:{}", self.id)
    }
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Acl {
    #[serde(alias = "organizationTarget")]
    organization: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Organization {
    #[serde(default)]
    localized_name: Option<String>,
    #[serde(default)]
    vanity_name: Option<String>,
}

/// A post of a page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Post {
    /// `urn:li:share:N` or `urn:li:ugcPost:N`.
    pub id: String,
    /// What it says, with LinkedIn's escapes.
    #[serde(default)]
    commentary: Option<String>,
    #[serde(default)]
    lifecycle_state: Option<String>,
    #[serde(default)]
    published_at: Option<i64>,
    /// When it was last changed, in milliseconds since 1970.
    #[serde(default)]
    last_modified_at: Option<i64>,
    #[serde(default)]
    content: Option<HashMap<String, serde_json::Value>>,
}

impl Post {
    /// What it says, as it is read.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let text = unescaped(self.commentary.as_deref()?);
        (!text.trim().is_empty()).then_some(text)
    }

    /// When it was published.
    #[must_use]
    pub fn published_at(&self) -> Option<Timestamp> {
        Timestamp::from_millisecond(self.published_at?).ok()
    }

    /// The kind of its content, by the database's word.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        let Some(content) = &self.content else { return "text" };
        let has = |what: &str| content.contains_key(what);
        if has("poll") {
            "poll"
        } else if has("multiImage") || has("carousel") {
            "carousel"
        } else if has("article") {
            "article"
        } else if has("event") {
            "event"
        } else if let Some(media) = content.get("media") {
            match media["id"].as_str().unwrap_or_default() {
                id if id.starts_with("urn:li:video:") => "video",
                id if id.starts_with("urn:li:document:") => "document",
                id if id.starts_with("urn:li:image:") => "image",
                _ => "other",
            }
        } else if content.is_empty() {
            "text"
        } else {
            "other"
        }
    }
}

/// Totals of a post.  Nothing where LinkedIn does not tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counters {
    /// Times shown.
    pub impressions: Option<i64>,
    /// Clicks.
    pub clicks: Option<i64>,
    /// Reactions.
    pub reactions: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Times passed on.
    pub shares: Option<i64>,
}

/// Figures of a page for one day, in UTC.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageDay {
    /// Times its posts were shown.
    pub impressions: Option<i64>,
    /// Members to whom they were.
    pub unique_impressions: Option<i64>,
    /// Clicks.
    pub clicks: Option<i64>,
    /// Reactions.
    pub reactions: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Times passed on.
    pub shares: Option<i64>,
    /// New followers whom no ad brought.
    pub organic_followers_gained: Option<i64>,
    /// New followers whom ads brought.
    pub paid_followers_gained: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Statistics {
    share: Option<String>,
    #[serde(alias = "ugcPost")]
    ugc_post: Option<String>,
    time_range: Option<Span>,
    #[serde(rename = "totalShareStatistics")]
    totals: Totals,
    follower_gains: Gains,
}

#[derive(Debug, Deserialize)]
struct Span {
    start: i64,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Totals {
    #[serde(rename = "uniqueImpressionsCount")]
    unique_impressions: Option<i64>,
    #[serde(rename = "impressionCount")]
    impressions: Option<i64>,
    #[serde(rename = "clickCount")]
    clicks: Option<i64>,
    #[serde(rename = "likeCount")]
    likes: Option<i64>,
    #[serde(rename = "commentCount")]
    comments: Option<i64>,
    #[serde(rename = "shareCount")]
    shares: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Gains {
    organic_follower_gain: Option<i64>,
    paid_follower_gain: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Size {
    first_degree_size: i64,
}

#[derive(Debug, Deserialize)]
struct Results<T> {
    #[serde(default = "HashMap::new")]
    results: HashMap<String, T>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Metadata {
    reaction_summaries: HashMap<String, Summary>,
    comment_summary: Summary,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Summary {
    count: Option<i64>,
}

/// A comment below a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// LinkedIn's number of it.
    pub id: String,
    /// Who wrote it: a member, by an id that only this app knows, or an organization.
    pub actor: String,
    /// What was written.
    pub text: Option<String>,
    /// When.
    pub at: Timestamp,
}

#[derive(Debug, Deserialize)]
struct Said {
    #[serde(default)]
    id: Option<String>,
    #[serde(default, alias = "commentUrn")]
    urn: Option<String>,
    actor: String,
    #[serde(default)]
    message: Message,
    #[serde(default)]
    created: Moment,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Message {
    text: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Moment {
    time: Option<i64>,
}

impl Marketing<'_> {
    /// The pages that the token's member administers.
    ///
    /// # Errors
    /// As the calls give them; [`Failure::Refused`] with 403, when the consent lacks `rw_organization_admin`.
    pub async fn pages(&self) -> Result<Vec<Page>, Failure> {
        let query = "q=roleAssignee&role=ADMINISTRATOR&state=APPROVED";
        let acls: Vec<Acl> = self.list_by_start("rest/organizationAcls", "organizationAcls", query, |_| false).await?;
        let mut ids: Vec<i64> = acls.iter().filter_map(|acl| number_of(&acl.organization)).collect();
        ids.sort_unstable();
        ids.dedup();
        let mut pages = Vec::new();
        for id in ids {
            let told: Organization = self.get("rest/organizations/{id}", &format!("organizations/{id}"), "").await?;
            let name = told.localized_name.filter(|name| !name.trim().is_empty());
            pages.push(Page { id, name: name.unwrap_or_else(|| format!("Organization {id}")), slug: told.vanity_name });
        }
        Ok(pages)
    }

    /// How many members follow a page.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn followers(&self, page: &Page) -> Result<i64, Failure> {
        let path = format!("networkSizes/{}", encoded(&page.urn()));
        let size: Size = self.get("rest/networkSizes/{id}", &path, "edgeType=COMPANY_FOLLOWED_BY_MEMBER").await?;
        Ok(size.first_degree_size)
    }

    /// The posts of a page that were changed since, the latest first.
    ///
    /// # Errors
    /// As the calls give them; [`Failure::Refused`] with 403, when the consent lacks `r_organization_social`.
    pub async fn posts(&self, page: &Page, since: Timestamp) -> Result<Vec<Post>, Failure> {
        let query = format!("q=author&author={}&sortBy=LAST_MODIFIED", encoded(&page.urn()));
        let since = since.as_millisecond();
        let is_old = |post: &Post| post.last_modified_at.or(post.published_at).is_some_and(|at| at < since);
        let posts: Vec<Post> = self
            .list_by_start("rest/posts", "posts", &query, |posts: &[Post]| posts.last().is_some_and(is_old))
            .await?;
        let is_out = |post: &Post| post.lifecycle_state.as_deref().is_none_or(|state| state == "PUBLISHED");
        // One that was changed while the pages were turned is on two of them.
        let mut seen = HashSet::new();
        Ok(posts.into_iter().filter(|post| is_out(post) && !is_old(post) && seen.insert(post.id.clone())).collect())
    }

    /// What LinkedIn counts of posts, by their URNs.  A post with which nothing happened is left out.
    /// `takes_batches` is false once LinkedIn has refused to tell of several posts in one call, and it is not asked again.
    ///
    /// # Errors
    /// As the calls give them.
    pub async fn counters(
        &self,
        page: &Page,
        posts: &[String],
        takes_batches: &mut bool,
    ) -> Result<HashMap<String, Counters>, Failure> {
        let mut counters: HashMap<String, Counters> = HashMap::new();
        for (prefix, parameter) in [("urn:li:share:", "shares"), ("urn:li:ugcPost:", "ugcPosts")] {
            let of_kind: Vec<&str> = posts.iter().map(String::as_str).filter(|urn| urn.starts_with(prefix)).collect();
            for part in of_kind.chunks(POSTS) {
                let query = format!(
                    "q=organizationalEntity&organizationalEntity={}&{parameter}={}",
                    encoded(&page.urn()),
                    list_of(part.iter().copied())
                );
                for told in self.statistics(&query).await? {
                    let Some(urn) = told.share.or(told.ugc_post) else { continue };
                    let totals = told.totals;
                    counters.insert(
                        urn,
                        Counters {
                            impressions: totals.impressions,
                            clicks: totals.clicks,
                            reactions: totals.likes,
                            comments: totals.comments,
                            shares: totals.shares,
                        },
                    );
                }
            }
        }
        for part in posts.chunks(POSTS) {
            if !*takes_batches {
                break;
            }
            let query = format!("ids={}", list_of(part.iter().map(String::as_str)));
            let told: Results<Metadata> = match self.get("rest/socialMetadata", "socialMetadata", &query).await {
                // The development tier asks for nothing in batches; the statistics know of likes alone then.
                Err(failure) if matches!(failure.status(), Some(403 | 404)) => {
                    *takes_batches = false;
                    break;
                }
                told => told?,
            };
            for (urn, metadata) in told.results {
                let counted = counters.entry(urn).or_default();
                // Every kind of reaction, where the statistics may know likes alone.
                if !metadata.reaction_summaries.is_empty() {
                    let reactions = metadata.reaction_summaries.values().filter_map(|summary| summary.count).sum();
                    counted.reactions = Some(reactions);
                }
                counted.comments = metadata.comment_summary.count.or(counted.comments);
            }
        }
        Ok(counters)
    }

    /// Figures of a page by day, from the first to the last.
    ///
    /// # Errors
    /// As the calls give them.
    pub async fn page_days(&self, page: &Page, first: Date, last: Date) -> Result<Vec<(Date, PageDay)>, Failure> {
        let start = |day: Date| day.to_zoned(TimeZone::UTC).map_or(0, |at| at.timestamp().as_millisecond());
        let end = last.tomorrow().map_or_else(|_| start(last), start);
        let query = format!(
            "q=organizationalEntity&organizationalEntity={}&timeIntervals=(timeRange:(start:{},end:{end}),timeGranularityType:DAY)",
            encoded(&page.urn()),
            start(first),
        );
        let mut days: HashMap<Date, PageDay> = HashMap::new();
        for told in self.statistics(&query).await? {
            let Some(day) = told.time_range.as_ref().and_then(day_of) else { continue };
            let totals = told.totals;
            let here = days.entry(day).or_default();
            here.impressions = totals.impressions;
            here.unique_impressions = totals.unique_impressions;
            here.clicks = totals.clicks;
            here.reactions = totals.likes;
            here.comments = totals.comments;
            here.shares = totals.shares;
        }
        let endpoint = "rest/organizationalEntityFollowerStatistics";
        let gains: Slice<Statistics> = self.get(endpoint, "organizationalEntityFollowerStatistics", &query).await?;
        for told in gains.elements {
            let Some(day) = told.time_range.as_ref().and_then(day_of) else { continue };
            let here = days.entry(day).or_default();
            here.organic_followers_gained = told.follower_gains.organic_follower_gain;
            here.paid_followers_gained = told.follower_gains.paid_follower_gain;
        }
        let mut days: Vec<(Date, PageDay)> = days.into_iter().collect();
        days.sort_unstable_by_key(|(day, _)| *day);
        Ok(days)
    }

    /// The comments below a post.
    ///
    /// # Errors
    /// As the calls give them.
    pub async fn comments(&self, post: &str) -> Result<Vec<Comment>, Failure> {
        let path = format!("socialActions/{}/comments", encoded(post));
        let said: Vec<Said> =
            self.list_by_start("rest/socialActions/{id}/comments", &path, "", |all| all.len() >= COMMENTS).await?;
        Ok(said.into_iter().filter_map(Said::comment).collect())
    }

    async fn statistics(&self, query: &str) -> Result<Vec<Statistics>, Failure> {
        let endpoint = "rest/organizationalEntityShareStatistics";
        let page: Slice<Statistics> = self.get(endpoint, "organizationalEntityShareStatistics", query).await?;
        Ok(page.elements)
    }
}

impl Said {
    fn comment(self) -> Option<Comment> {
        // `urn:li:comment:(urn:li:activity:A,C)`, whose second number is the comment's.
        let of_urn = |urn: &str| Some(urn.rsplit(',').next()?.trim_end_matches(')').to_owned());
        let id = self.id.or_else(|| of_urn(self.urn.as_deref()?))?;
        // LinkedIn's numbers of comments begin with when they were written.
        let by_id = || id.parse::<i64>().ok().map(|id| id >> 22);
        let at = Timestamp::from_millisecond(self.created.time.or_else(by_id)?).ok()?;
        let text = self.message.text.filter(|text| !text.trim().is_empty());
        Some(Comment { id, actor: self.actor, text, at })
    }
}

fn day_of(span: &Span) -> Option<Date> {
    Some(Timestamp::from_millisecond(span.start).ok()?.to_zoned(TimeZone::UTC).date())
}

/// LinkedIn's "little text" as it is read: without the backslashes before what would else mean something, and mentions and
/// hashtags by what they show.
fn unescaped(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '@', '{']) {
        read.push_str(&rest[..at]);
        let here = &rest[at..];
        if let Some(after) = here.strip_prefix('\\') {
            let mut letters = after.chars();
            if let Some(letter) = letters.next() {
                read.push(letter);
            }
            rest = letters.as_str();
        } else if let Some((shown, after)) = mention(here).or_else(|| hashtag(here)) {
            read.push_str(&shown);
            rest = after;
        } else {
            let mut letters = here.chars();
            read.extend(letters.next());
            rest = letters.as_str();
        }
    }
    read.push_str(rest);
    read
}

/// `@[Acme](urn:li:organization:7)`.
fn mention(text: &str) -> Option<(String, &str)> {
    let (name, after) = text.strip_prefix("@[")?.split_once("](")?;
    let (urn, after) = after.split_once(')')?;
    (urn.starts_with("urn:li:") && !name.contains(['[', ']'])).then(|| (unescaped(name), after))
}

/// `{hashtag|\#|marketing}`.
fn hashtag(text: &str) -> Option<(String, &str)> {
    let (word, after) = text.strip_prefix("{hashtag|\\#|")?.split_once('}')?;
    Some((format!("#{}", unescaped(word)), after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_text_is_shown_as_people_read_it() {
        for (written, read) in [
            ("50\\% off \\(today\\)", "50% off (today)"),
            ("with @[Acme \\| Co](urn:li:organization:7)!", "with Acme | Co!"),
            ("{hashtag|\\#|b2b} now", "#b2b now"),
            ("a@b.example {x} \\", "a@b.example {x} "),
            ("@[no link", "@[no link"),
            ("Grüße 🎉", "Grüße 🎉"),
        ] {
            assert_eq!(unescaped(written), read);
        }
    }

    #[test]
    fn a_comment_has_its_number_and_its_time_wherever_they_stand() {
        let said: Said = serde_json::from_value(serde_json::json!({
            "commentUrn": "urn:li:comment:(urn:li:activity:7329207003942125568,7331190065471078400)",
            "actor": "urn:li:person:abc", "message": {"text": " "},
        }))
        .unwrap();
        let comment = said.comment().unwrap();
        assert_eq!(comment.id, "7331190065471078400");
        assert_eq!(comment.at.to_string(), "2025-05-22T05:31:58.533Z");
        assert_eq!(comment.text, None);
    }
}
