//! Posts and comments: their ids, and the exact time that is hidden in an id.

use jiff::Timestamp;

use super::{parameter, percent_decode};

/// The ids under which an address or URN knows a post. An activity, a share and a ugcPost of the same post have
/// different numbers, so all that are seen are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PostRef {
    /// `urn:li:activity:N`.
    pub activity_id: Option<i64>,
    /// `urn:li:share:N`.
    pub share_id: Option<i64>,
    /// `urn:li:ugcPost:N`.
    pub ugc_post_id: Option<i64>,
    /// The comment below it that is meant, if one is.
    pub comment_id: Option<i64>,
}

impl PostRef {
    /// Whether no id is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.id().is_none()
    }

    /// The ids that are known, of whatever kind.
    pub fn ids(&self) -> impl Iterator<Item = i64> {
        [self.activity_id, self.share_id, self.ugc_post_id].into_iter().flatten()
    }

    /// The canonical address: of the activity where that is known, else of the share or the ugcPost.
    #[must_use]
    pub fn url(&self) -> Option<String> {
        let (kind, id) = self.id()?;
        Some(format!("https://www.linkedin.com/feed/update/urn:li:{kind}:{id}/"))
    }

    /// When the post was made, exact to the millisecond, from its id. The activity's id comes first: it is the one that
    /// nearly every source gives and whose time LinkedIn shows, so that the same post gets the same time from each of
    /// them. See [`time_of_id`] for `now`.
    #[must_use]
    pub fn posted_at(&self, now: Timestamp) -> Option<Timestamp> {
        let ids = [self.activity_id, self.share_id, self.ugc_post_id];
        ids.into_iter().flatten().find_map(|id| time_of_id(id, now))
    }

    /// Adds what `other` knows. False, and no change, if the two name different posts.
    pub fn merge(&mut self, other: &Self) -> bool {
        let differ = |a: Option<i64>, b: Option<i64>| matches!((a, b), (Some(a), Some(b)) if a != b);
        if differ(self.activity_id, other.activity_id)
            || differ(self.share_id, other.share_id)
            || differ(self.ugc_post_id, other.ugc_post_id)
        {
            return false;
        }
        self.activity_id = self.activity_id.or(other.activity_id);
        self.share_id = self.share_id.or(other.share_id);
        self.ugc_post_id = self.ugc_post_id.or(other.ugc_post_id);
        self.comment_id = self.comment_id.or(other.comment_id);
        true
    }

    fn id(&self) -> Option<(&'static str, i64)> {
        let ids = [("activity", self.activity_id), ("share", self.share_id), ("ugcPost", self.ugc_post_id)];
        ids.into_iter().find_map(|(kind, id)| Some((kind, id?)))
    }

    fn set(&mut self, kind: &str, id: i64) {
        let slot = match kind {
            "activity" => &mut self.activity_id,
            "share" => &mut self.share_id,
            _ => &mut self.ugc_post_id,
        };
        slot.get_or_insert(id);
    }
}

/// The moment at which LinkedIn made an id: its upper bits are milliseconds since 1970. Nothing for an id that would be
/// from before 2010, when ids were plain numbers, or from more than a day after `now`: such an id is invented or
/// damaged, and no time is better than a wrong one. `now` is given, and not asked of the clock, so that a resumed import
/// reads what the first attempt read.
#[must_use]
pub fn time_of_id(id: i64, now: Timestamp) -> Option<Timestamp> {
    const YEAR_2010: i64 = 1_262_304_000_000;
    const DAY: i64 = 86_400_000;
    let milliseconds = id >> 22;
    let plausible = milliseconds >= YEAR_2010 && milliseconds <= now.as_millisecond().saturating_add(DAY);
    plausible.then(|| Timestamp::from_millisecond(milliseconds).ok()).flatten()
}

/// The same for a comment.
#[must_use]
pub fn comment_time(comment_id: i64, now: Timestamp) -> Option<Timestamp> {
    time_of_id(comment_id, now)
}

/// Finds the post in the path and query of an address on LinkedIn.
pub(super) fn in_address(path: &str, query: &str) -> Option<PostRef> {
    let path = percent_decode(path)?;
    let mut post = in_urns(&path).or_else(|| in_slug(&path)).unwrap_or_default();
    for name in ["updateEntityUrn", "shareUrn", "highlightedUpdateUrn", "commentUrn", "dashCommentUrn"] {
        if let Some(more) = parameter(query, name).and_then(|urn| in_urns(&urn)) {
            post.merge(&more);
        }
    }
    (!post.is_empty()).then_some(post)
}

/// Reads every `activity:N`, `share:N` and `ugcPost:N`, with or without `urn:li:`, and the comment's own number.
pub(super) fn in_urns(text: &str) -> Option<PostRef> {
    let mut post = PostRef::default();
    for part in text.split(['(', ')', ',', '/', '?', '&', ' ']) {
        let mut words = part.rsplit(':');
        if let (Some(number), Some(kind)) = (words.next(), words.next())
            && let Some(kind) = kind_of(kind)
            && let Some(id) = number_of(number)
        {
            post.set(kind, id);
        }
    }
    post.comment_id = comment_id(text);
    (!post.is_empty()).then_some(post)
}

/// `urn:li:comment:(activity:A,C)` and `urn:li:fsd_comment:(C,urn:li:activity:A)`: the part that is a bare number.
fn comment_id(text: &str) -> Option<i64> {
    let at = text.to_ascii_lowercase().find("comment:(")?;
    let inner = text.get(at + "comment:(".len()..)?;
    inner.split([',', ')', '(']).find_map(number_of)
}

/// `/posts/name_some-words-activity-N-AbCd`, and the same with `share` and `ugcPost`. The words before are the
/// author's, so the last match counts.
fn in_slug(path: &str) -> Option<PostRef> {
    let words: Vec<&str> = path.split(['-', '_', '/']).collect();
    let (kind, id) = words.windows(2).rev().find_map(|pair| Some((kind_of(pair[0])?, number_of(pair[1])?)))?;
    let mut post = PostRef::default();
    post.set(kind, id);
    Some(post)
}

fn kind_of(word: &str) -> Option<&'static str> {
    ["activity", "share", "ugcPost"].into_iter().find(|kind| kind.eq_ignore_ascii_case(word))
}

/// An id has 10 to 19 digits; fewer are a word in a title, such as "share-2025".  None begins with a zero: it would be a shorter
/// one, of which nobody could write an address that is read as the same.
fn number_of(text: &str) -> Option<i64> {
    let is_number = (10..=19).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number || text.starts_with('0') {
        return None;
    }
    text.parse().ok()
}
