//! Who engages with what, and when: drawn from the true rates.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::{
    people::Person,
    plan::{Kind, rates, talkativeness},
    posts::Post,
    random::{Random, rounded},
};

/// What engaged people do, and what is said of each post in sum.
#[derive(Debug, Default)]
pub struct Drawn {
    /// By post: the lines of the file of reactions, for posts that have one.
    pub exported: Vec<Vec<Line>>,
    /// Reactions to other posts, comments, shares and follows, as `load_engagements` takes them.
    pub rows: Vec<Value>,
    /// By post: how many engagements it has.
    pub totals: Vec<i64>,
}

/// A reaction of a file.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// The place of the person in the list.
    pub person: usize,
    /// As the file names it.
    pub reaction: &'static str,
    /// When it really happened, which the file does not say.
    pub at: Timestamp,
}

/// Draws the engagements of a tenant's people with its posts.
#[must_use]
pub fn draw(random: &mut Random, people: &[Person], posts: &[Post], offset: i64, now: Timestamp) -> Drawn {
    let mut drawn = Drawn { exported: vec![Vec::new(); posts.len()], rows: Vec::new(), totals: vec![0; posts.len()] };
    let exported: Vec<usize> = (0..posts.len()).filter(|&post| posts[post].plan.is_exported()).collect();
    for (index, person) in people.iter().enumerate() {
        // Everybody is first seen under a post whose reactions were exported, the likelier the more such a post appeals.
        let appeal: Vec<f64> = exported.iter().map(|&post| rate(&posts[post], person.kind)).collect();
        let first_seen = exported[random.weighted(&appeal)];
        // A page is followed once.
        let mut has_followed = false;
        for (place, post) in posts.iter().enumerate() {
            let is_exported = post.plan.is_exported();
            let reacts = random.chance(rate(post, person.kind)) || place == first_seen;
            let talk = talkativeness(post.strategy());
            let comments = random.chance(if reacts { talk } else { talk * 0.004 });
            let shares = reacts && random.chance(0.025);
            let follows = reacts && !has_followed && person.follows == Some(true) && random.chance(0.15);
            has_followed |= follows;
            if !(reacts || comments) {
                continue;
            }
            let at = moment(random, post.at, offset, now, is_exported);
            let reaction = reaction(random);
            let comment = super::words::comment(random, post.strategy());
            let later = at.saturating_add(SignedDuration::from_secs(60 + random.up_to(3_000))).unwrap_or(at);
            if reacts && is_exported {
                drawn.exported[place].push(Line { person: index, reaction, at });
                drawn.totals[place] += 1;
            } else if reacts {
                drawn.add(place, post, person, now, at, &json!({"t": "reaction", "r": kind(reaction)}));
            }
            if comments {
                let id = super::posts::snowflake(random, later).to_string();
                drawn.add(place, post, person, now, later, &json!({"t": "comment", "c": id, "x": comment}));
            }
            if shares {
                drawn.add(place, post, person, now, later, &json!({"t": "share"}));
            }
            if follows {
                drawn.add(place, post, person, now, later, &json!({"t": "follow"}));
            }
        }
    }
    for lines in &mut drawn.exported {
        random.shuffle(lines);
    }
    drawn
}

impl Drawn {
    fn add(&mut self, place: usize, post: &Post, person: &Person, now: Timestamp, at: Timestamp, what: &Value) {
        // What is still to come is drawn and left out, so that a demo that is made at noon and one that is made in the
        // evening differ in the afternoon alone.
        if at > now {
            return;
        }
        let mut row = json!({"m": person.member_id, "a": post.activity_id, "at": at.to_string()});
        if let (Some(row), Some(what)) = (row.as_object_mut(), what.as_object()) {
            row.extend(what.clone());
        }
        self.rows.push(row);
        self.totals[place] += 1;
    }
}

fn rate(post: &Post, kind: Kind) -> f64 {
    rates(post.strategy())[kind as usize] / 100.0
}

/// When somebody reacts: soon, mostly, while awake, and on weekdays rather than at the weekend.
fn moment(random: &mut Random, posted: Timestamp, offset: i64, now: Timestamp, must_be_past: bool) -> Timestamp {
    const HOURS: [f64; 24] = [
        0.2, 0.1, 0.1, 0.1, 0.1, 0.3, 1.0, 3.0, 6.0, 7.0, 6.0, 5.0, 6.0, 6.0, 5.0, 5.0, 5.0, 5.0, 4.0, 3.0, 3.0, 3.0,
        2.0, 1.0,
    ];
    const DAY: i64 = 86_400;
    let delay = if random.chance(0.15) { random.between(0.0, 16.0) } else { -1.7 * (1.0 - random.unit()).ln() };
    let posted_at = posted.as_second() + offset * 3_600;
    let mut day = posted_at.div_euclid(DAY) + rounded(delay.floor());
    // Day 0 was a Thursday: 2 and 3 of seven days are a weekend.
    if matches!(day.rem_euclid(7), 2 | 3) && random.chance(0.65) {
        day += 2;
    }
    let hour = i64::try_from(random.weighted(&HOURS)).unwrap_or_default();
    let mut second = day * DAY + hour * 3_600 + random.up_to(3_600);
    if second <= posted_at {
        second = posted_at + 60 + random.up_to(6 * 3_600);
    }
    let at = Timestamp::from_second(second - offset * 3_600).unwrap_or(posted);
    if must_be_past && at > now {
        let span = (now.as_second() - posted.as_second()).max(2);
        return Timestamp::from_second(posted.as_second() + 1 + random.up_to(span - 1)).unwrap_or(posted);
    }
    at
}

fn reaction(random: &mut Random) -> &'static str {
    const KINDS: [&str; 6] = ["LIKE", "EMPATHY", "PRAISE", "INTEREST", "APPRECIATION", "ENTERTAINMENT"];
    KINDS[random.weighted(&[77.0, 10.0, 6.0, 4.5, 1.5, 1.0])]
}

/// The database's word for a reaction of a file.
fn kind(reaction: &str) -> String {
    reaction.to_lowercase()
}
