//! The posts of the page, and who did what with them on which day.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::{date_of, days_between, start_of};
use crate::cli::demo::random::{Random, float, rounded};

/// Days over which they were written.
const DAYS: i64 = 130;
/// Days after which nobody sees a post any more.
const LIFE: i64 = 21;
const KINDS: [&str; 6] = ["LIKE", "PRAISE", "EMPATHY", "INTEREST", "APPRECIATION", "ENTERTAINMENT"];

/// In LinkedIn's "little text", in which some signs are escaped.
const TEXTS: [&str; 8] = [
    "Our loom planner now reads a pattern card in under a second. What would you weave with the time?",
    "Three things that we learned in a mill in the north \\(and one that we had to unlearn\\).",
    "We are hiring: a colour scientist, half time, anywhere with good daylight.",
    "A thread about threads. {hashtag|\\#|Weaving} {hashtag|\\#|Software}",
    "\"It stopped breaking on Mondays.\" The shortest customer story that we have.",
    "Yarn counts, explained with spaghetti. Slides in the comments.",
    "Version 4: fewer buttons, more selvedge.",
    "We were wrong about double cloth. Here is the correction.",
];
const COMMENTS: [&str; 5] = [
    "Would this work with an older jacquard head?",
    "We measured the same in our mill.",
    "The part about Mondays is true.",
    "Thank you for writing this down.",
    "Which version is that from?",
];

#[derive(Debug)]
pub(in crate::simulators::linkedin) struct Post {
    /// `urn:li:share:…` or `urn:li:ugcPost:…`.
    pub(in crate::simulators::linkedin) urn: String,
    pub(in crate::simulators::linkedin) activity: i64,
    pub(in crate::simulators::linkedin) at: Timestamp,
    /// When it was written, or changed, which some were.
    pub(in crate::simulators::linkedin) changed_at: Timestamp,
    pub(in crate::simulators::linkedin) text: &'static str,
    /// The newest first.
    pub(in crate::simulators::linkedin) reactions: Vec<Reaction>,
    /// The oldest first, with the answers to them.
    pub(in crate::simulators::linkedin) comments: Vec<Comment>,
    /// From the day on which it was written.
    days: Vec<Day>,
}

#[derive(Debug)]
pub(in crate::simulators::linkedin) struct Reaction {
    /// The place of the member.
    pub(in crate::simulators::linkedin) member: usize,
    pub(in crate::simulators::linkedin) kind: &'static str,
    pub(in crate::simulators::linkedin) at: Timestamp,
}

#[derive(Debug)]
pub(in crate::simulators::linkedin) struct Comment {
    pub(in crate::simulators::linkedin) id: i64,
    /// The comment that it answers.
    pub(in crate::simulators::linkedin) parent: Option<i64>,
    /// The place of the member; none for the page itself.
    pub(in crate::simulators::linkedin) member: Option<usize>,
    pub(in crate::simulators::linkedin) at: Timestamp,
    pub(in crate::simulators::linkedin) text: &'static str,
}

#[derive(Debug, Clone, Copy)]
struct Day {
    date: Date,
    impressions: u64,
    clicks: u64,
    shares: u64,
}

/// What was done with a post, or with several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::simulators::linkedin) struct Totals {
    pub(in crate::simulators::linkedin) impressions: u64,
    pub(in crate::simulators::linkedin) clicks: u64,
    pub(in crate::simulators::linkedin) likes: u64,
    pub(in crate::simulators::linkedin) comments: u64,
    pub(in crate::simulators::linkedin) shares: u64,
}

impl Totals {
    pub(in crate::simulators::linkedin) const fn and(self, other: Self) -> Self {
        Self {
            impressions: self.impressions + other.impressions,
            clicks: self.clicks + other.clicks,
            likes: self.likes + other.likes,
            comments: self.comments + other.comments,
            shares: self.shares + other.shares,
        }
    }

    pub(in crate::simulators::linkedin) const fn interactions(self) -> u64 {
        self.clicks + self.likes + self.comments + self.shares
    }
}

impl Post {
    pub(in crate::simulators::linkedin) fn activity_urn(&self) -> String {
        format!("urn:li:activity:{}", self.activity)
    }

    pub(in crate::simulators::linkedin) fn comment_urn(&self, comment: i64) -> String {
        format!("urn:li:comment:({},{comment})", self.activity_urn())
    }

    /// What happened on the days from the first up to, and without, the last.
    pub(in crate::simulators::linkedin) fn totals(&self, from: Date, to: Date) -> Totals {
        let is_meant = |date: Date| (from..to).contains(&date);
        let count =
            |moments: &mut dyn Iterator<Item = Timestamp>| moments.filter(|at| is_meant(date_of(*at))).count() as u64;
        let actions = Totals {
            likes: count(&mut self.reactions.iter().map(|reaction| reaction.at)),
            comments: count(&mut self.comments.iter().map(|comment| comment.at)),
            ..Totals::default()
        };
        self.days.iter().filter(|day| is_meant(day.date)).fold(actions, |totals, day| {
            let Day { impressions, clicks, shares, .. } = *day;
            totals.and(Totals { impressions, clicks, shares, ..Totals::default() })
        })
    }

    pub(in crate::simulators::linkedin) fn all_time(&self) -> Totals {
        self.totals(Date::MIN, Date::MAX)
    }
}

/// All posts, the newest first.
pub(super) fn all(seed: u64, (today, now): (Date, Timestamp), many: usize, members: usize) -> Vec<Post> {
    let mut random = Random::new(seed, "page posts");
    let first = start_of(today).as_millisecond() - (DAYS - 1) * 86_400_000;
    let step = DAYS * 86_400_000 / i64::try_from(many.max(1)).unwrap_or(1);
    let mut posts: Vec<Post> = (0..many)
        .map(|number| {
            let begin = first + step * i64::try_from(number).unwrap_or(0);
            let millis = (begin + random.up_to(step)).min(now.as_millisecond() - 60_000);
            post(seed, number, millis, now, members)
        })
        .collect();
    posts.reverse();
    posts
}

fn after(millis: i64, more: i64) -> Timestamp {
    Timestamp::from_millisecond(millis.saturating_add(more)).unwrap_or(Timestamp::MAX)
}

fn post(seed: u64, number: usize, millis: i64, now: Timestamp, members: usize) -> Post {
    let mut random = Random::new(seed, &format!("page post {number}"));
    let at = after(millis, 0);
    let id = (millis << 22) + random.up_to(1 << 22);
    // The activity is made a moment after what it is about, and has a number of its own.
    let activity = ((millis + 900) << 22) + random.up_to(1 << 22);
    let kind = if number.is_multiple_of(3) { "ugcPost" } else { "share" };
    // Of twelve one was seen by nobody.
    let is_dull = number % 12 == 7;
    let days = if is_dull { Vec::new() } else { days(&mut random, at, now) };
    let views: u64 = days.iter().map(|day| day.impressions).sum();
    let many = if is_dull { 0 } else { 6 + usize::try_from(views / 60).unwrap_or(0) };
    let mut reactions: Vec<Reaction> = Vec::new();
    for _ in 0..many {
        let member = random.below(members);
        let moment = after(millis, 60_000 + moment_in_life(&mut random));
        if moment <= now && reactions.iter().all(|known| known.member != member) {
            let kind = KINDS[random.weighted(&[60.0, 12.0, 9.0, 9.0, 6.0, 4.0])];
            reactions.push(Reaction { member, kind, at: moment });
        }
    }
    reactions.sort_by_key(|reaction| std::cmp::Reverse(reaction.at));
    let comments = if is_dull { Vec::new() } else { comments(&mut random, millis, now, members) };
    let is_changed = number % 5 == 2;
    let changed_at = if is_changed { after(millis, 5 * 3_600_000).min(now) } else { at };
    Post {
        urn: format!("urn:li:{kind}:{id}"),
        activity,
        at,
        changed_at,
        text: TEXTS[number % TEXTS.len()],
        reactions,
        comments,
        days,
    }
}

/// Soon, more often than late.
fn moment_in_life(random: &mut Random) -> i64 {
    let unit = random.unit();
    rounded(unit.powi(4) * float(LIFE * 86_400_000))
}

fn days(random: &mut Random, at: Timestamp, now: Timestamp) -> Vec<Day> {
    let (written, today) = (date_of(at), date_of(now));
    let last = days_between(written, today).min(LIFE);
    let mut expected = random.between(300.0, 3_000.0);
    let mut days = Vec::new();
    for number in 0..=last {
        let luck = random.between(0.7, 1.3);
        let impressions = u64::try_from(rounded(expected * luck)).unwrap_or(0);
        let clicks = impressions / (30 + random.bits() % 60);
        let shares = u64::from(impressions > 200 && random.chance(0.3));
        let date = date_of(after(start_of(written).as_millisecond(), number * 86_400_000));
        if impressions > 4 {
            days.push(Day { date, impressions, clicks, shares });
        }
        expected *= 0.66;
    }
    days
}

fn comments(random: &mut Random, millis: i64, now: Timestamp, members: usize) -> Vec<Comment> {
    let mut comments: Vec<Comment> = Vec::new();
    for _ in 0..random.below(7) {
        let moment = after(millis, 120_000 + moment_in_life(random));
        if moment > now {
            continue;
        }
        let mut comment = |at: Timestamp, parent, member| {
            let id = (at.as_millisecond() << 22) + random.up_to(1 << 22);
            Comment { id, parent, member, at, text: COMMENTS[random.below(COMMENTS.len())] }
        };
        let first = comment(moment, None, Some(0));
        let answer = moment.checked_add(SignedDuration::from_mins(40)).ok().filter(|at| *at <= now);
        let answer = answer.map(|at| comment(at, Some(first.id), None));
        let first = Comment { member: Some(random.below(members)), ..first };
        comments.push(first);
        if let Some(answer) = answer.filter(|_| random.chance(0.4)) {
            comments.push(answer);
        }
    }
    comments.sort_by_key(|comment| comment.at);
    comments
}
