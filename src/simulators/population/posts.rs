//! Posts, and who reacts and comments.

use jiff::Timestamp;

use super::{Member, Population, Visibility};
use crate::{
    cli::demo::{plan::TENANTS, random::Random, words},
    import::identity::{PostRef, time_of_id},
};

const WEEK: i64 = 7 * 86_400_000;
const DAY: i64 = 86_400_000;
/// The same post is known by two numbers, which on LinkedIn lie a fraction of a second apart.
const BETWEEN_IDS: i64 = 964_681_728;
/// Posts older than this are not listed.
const WEEKS_LISTED: i64 = 40;
/// What a post whose number holds no time is dated.
const SOME_DAY: i64 = 1_767_225_600_000;

/// A post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Post {
    /// The number of its activity.
    pub activity_id: i64,
    /// When it was posted.
    pub at: Timestamp,
}

impl Post {
    /// The number under which its reactions know it.
    #[must_use]
    pub const fn ugc_post_id(&self) -> i64 {
        self.activity_id - BETWEEN_IDS
    }

    /// Its address, as people share it.
    #[must_use]
    pub fn url(&self, author_slug: &str) -> String {
        let mut random = Random::new(0, &self.activity_id.to_string());
        let end: String = (0..4)
            .map(|_| char::from(*random.pick(b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789_-")))
            .collect();
        format!("https://www.linkedin.com/posts/{author_slug}_invented-activity-{}-{end}", self.activity_id)
    }

    /// What it says.
    #[must_use]
    pub fn text(&self) -> &'static str {
        let texts: Vec<&'static str> = TENANTS
            .iter()
            .flat_map(|plan| plan.campaigns)
            .flat_map(|campaign| campaign.posts)
            .map(|post| post.0)
            .collect();
        texts[Random::new(1, &self.activity_id.to_string()).below(texts.len())]
    }
}

/// Who reacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reactor {
    /// A member, by their place.
    Member(usize),
    /// A member whom the viewer may not see.
    Hidden(usize),
    /// A company's page, by its place.
    Page(usize),
}

/// A reaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reaction {
    /// Whose.
    pub reactor: Reactor,
    /// As LinkedIn's API names it: LIKE, EMPATHY …
    pub kind: &'static str,
}

/// A comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// Its number, which holds its time.
    pub id: i64,
    /// The comment that it answers.
    pub parent: Option<i64>,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it: the place of a member.
    pub author: usize,
    /// What it says.
    pub text: &'static str,
    /// How many like it.
    pub likes: usize,
}

/// Reactions as they are spread in a real export, with the funny ones that it happens not to have.
const KINDS: [(&str, f64); 6] = [
    ("LIKE", 1_098.0),
    ("EMPATHY", 173.0),
    ("PRAISE", 62.0),
    ("INTEREST", 8.0),
    ("APPRECIATION", 3.0),
    ("ENTERTAINMENT", 3.0),
];

impl Population {
    /// The post that an address or URN names, whatever it calls it.
    #[must_use]
    pub fn post(&self, named: &PostRef, now: Timestamp) -> Option<Post> {
        let activity_id = match (named.activity_id, named.share_id.or(named.ugc_post_id)) {
            (Some(id), _) => id,
            (None, Some(id)) => id.checked_add(BETWEEN_IDS)?,
            (None, None) => return None,
        };
        let at = time_of_id(activity_id, now).or_else(|| Timestamp::from_millisecond(SOME_DAY).ok())?;
        Some(Post { activity_id, at })
    }

    /// Who wrote a post. Posts that [`Population::posts_of`] lists for a member who was here from the beginning are theirs.
    #[must_use]
    pub fn author(&self, post: &Post) -> usize {
        let end = post.activity_id & 0x3f_ffff;
        usize::try_from(end).unwrap_or_default() % self.native
    }

    /// The posts of a member until now, the newest first. They are the same whenever one asks; only newer ones are added.
    #[must_use]
    pub fn posts_of(&self, member: usize, now: Timestamp) -> Vec<Post> {
        let key = self.members()[member].member_id.clone();
        let native = (member < self.native).then_some(member);
        self.listed(&key, now, |random| match native {
            Some(place) => {
                let rounds = 0x40_0000 / self.native;
                i64::try_from(place + self.native * random.below(rounds)).unwrap_or_default() & 0x3f_ffff
            }
            None => random.up_to(0x40_0000),
        })
    }

    /// The posts of a company's page, likewise.
    #[must_use]
    pub fn posts_of_company(&self, company: usize, now: Timestamp) -> Vec<Post> {
        self.listed(&self.companies()[company].slug.clone(), now, |random| random.up_to(0x40_0000))
    }

    fn listed(&self, key: &str, now: Timestamp, end: impl Fn(&mut Random) -> i64) -> Vec<Post> {
        let this_week = now.as_millisecond().div_euclid(WEEK);
        let mut posts = Vec::new();
        for week in this_week - WEEKS_LISTED..=this_week {
            let mut random = self.random("week", &format!("{key} {week}"));
            for _ in 0..random.weighted(&[0.45, 0.4, 0.15]) {
                let milliseconds = week * WEEK + random.up_to(WEEK);
                let activity_id = (milliseconds << 22) | end(&mut random);
                if let Ok(at) = Timestamp::from_millisecond(milliseconds)
                    && at <= now
                {
                    posts.push(Post { activity_id, at });
                }
            }
        }
        posts.sort_by_key(|post| -post.activity_id);
        posts
    }

    /// Who reacted to a post, the newest first. Nobody twice.
    #[must_use]
    pub fn reactions(&self, post: &Post) -> Vec<Reaction> {
        let mut random = self.random("reactions", &post.activity_id.to_string());
        let (least, most) = self.reactions;
        // Few posts have many: the cube of a number below 1 is mostly small.
        let share = random.unit().powi(3);
        let count = least
            + crate::cli::demo::random::rounded(share * (most - least) as f64).unsigned_abs().try_into().unwrap_or(0);
        let weights = KINDS.map(|(_, weight)| weight);
        let mut seen = std::collections::HashSet::new();
        let mut reactions = Vec::with_capacity(count);
        while reactions.len() < count.min(self.native / 2) {
            let reactor = if random.chance(0.02) {
                Reactor::Page(random.below(self.companies().len()))
            } else {
                let place = random.below(self.native);
                match self.visibility(&self.members()[place]) {
                    Visibility::Hidden => Reactor::Hidden(place),
                    Visibility::Open | Visibility::Missing => Reactor::Member(place),
                }
            };
            let kind = KINDS[random.weighted(&weights)].0;
            let key = match reactor {
                Reactor::Member(place) | Reactor::Hidden(place) => (false, place),
                Reactor::Page(place) => (true, place),
            };
            if seen.insert(key) {
                reactions.push(Reaction { reactor, kind });
            }
        }
        reactions
    }

    /// The comments that a post has by now, the oldest first. Most are written on the first day, and the last after five.
    #[must_use]
    pub fn comments(&self, post: &Post, now: Timestamp) -> Vec<Comment> {
        let mut random = self.random("comments", &post.activity_id.to_string());
        let count = random.below(self.reactions(post).len() / 5 + 2);
        let mut comments: Vec<Comment> = Vec::new();
        let mut times: Vec<i64> = (0..count)
            .map(|_| {
                let later = random.unit().powi(3) * 5.0 * DAY as f64;
                post.at.as_millisecond() + 60_000 + crate::cli::demo::random::rounded(later)
            })
            .collect();
        times.sort_unstable();
        for milliseconds in times {
            let author = random.below(self.native);
            let text = words::comment(&mut random, None);
            let likes = random.below(4);
            let id = (milliseconds << 22) | random.up_to(0x40_0000);
            // An answer answers a comment and no other answer, as LinkedIn shows them.
            let first = comments.iter().find(|comment| comment.parent.is_none()).map(|comment| comment.id);
            let parent = first.filter(|_| random.chance(0.2));
            let Ok(at) = Timestamp::from_millisecond(milliseconds) else { continue };
            if self.visibility(&self.members()[author]) != Visibility::Hidden {
                comments.push(Comment { id, parent, at, author, text, likes });
            }
        }
        comments.retain(|comment| comment.at <= now);
        comments
    }

    /// How often each kind of reaction occurs, the most frequent first.
    #[must_use]
    pub fn counts(reactions: &[Reaction]) -> Vec<(&'static str, usize)> {
        let mut counts: Vec<_> = KINDS
            .iter()
            .map(|(kind, _)| (*kind, reactions.iter().filter(|reaction| reaction.kind == *kind).count()))
            .filter(|(_, count)| *count > 0)
            .collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts
    }

    /// Whether a comment is by the author of its post.
    #[must_use]
    pub fn is_by_author(&self, post: &Post, member: &Member) -> bool {
        self.members()[self.author(post)].member_id == member.member_id
    }
}
