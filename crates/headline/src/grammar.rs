//! Turns the words of one title into a level and functions.

use crate::lexicon::{Entry, Kind, Rank, weight};
use crate::{Function, Seniority};

/// A piece of a title: what the lexicon knows of a word or phrase, or nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) entry: Option<Entry>,
    /// The subject of a compound.
    pub(crate) subject: Option<Entry>,
    /// Where it begins and ends in the text, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The first token and how many.
    pub(crate) token: usize,
    pub(crate) tokens: usize,
    /// It joins nouns: "&", "/", a comma.
    pub(crate) joint: bool,
    pub(crate) english: bool,
}

impl Item {
    pub(crate) fn kind(&self) -> Option<Kind> {
        self.entry.map(|entry| entry.kind)
    }

    /// A noun or rank that can stand for a title.
    pub(crate) fn is_title(&self) -> bool {
        matches!(self.kind(), Some(Kind::Head(_) | Kind::Side(_) | Kind::Rank(_)))
    }
}

/// The functions of a role with their weights, at most [`Scores::MOST`].
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scores {
    list: [Option<(Function, u8)>; Scores::MOST],
}

impl Scores {
    const MOST: usize = 6;

    /// Adds a function; the first of equal weight stays first.
    pub(crate) fn add(&mut self, function: Function, weight: u8) {
        for slot in &mut self.list {
            match slot {
                Some((known, best)) if *known == function => {
                    *best = (*best).max(weight);
                    return;
                }
                Some(_) => {}
                None => {
                    *slot = Some((function, weight));
                    return;
                }
            }
        }
    }

    fn add_all(&mut self, functions: &[Function], weight: u8) {
        for (rank, function) in (0..).zip(functions) {
            self.add(*function, weight.saturating_sub(rank));
        }
    }

    pub(crate) fn add_entry(&mut self, entry: &Entry) {
        self.add_all(entry.functions, entry.weight);
    }

    /// Adds another's functions after the own, each a little lighter.
    pub(crate) fn extend(&mut self, other: &Self) {
        for (function, weight) in other.list.iter().flatten() {
            self.add(*function, *weight);
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list[0].is_none()
    }

    /// The heaviest function and the next, if it weighs as much as a subject.
    pub(crate) fn best(&self) -> Vec<Function> {
        let mut found = Vec::with_capacity(2);
        let Some(main) = self.heaviest(None) else { return found };
        found.push(main.0);
        if let Some(second) =
            self.heaviest(Some(main.0)).filter(|second| second.1 >= weight::SOFT || second.1 + 1 >= main.1)
        {
            found.push(second.0);
        }
        found
    }

    fn heaviest(&self, except: Option<Function>) -> Option<(Function, u8)> {
        let mut best: Option<(Function, u8)> = None;
        for (function, weight) in self.list.iter().flatten().copied() {
            if Some(function) != except && best.is_none_or(|(_, most)| weight > most) {
                best = Some((function, weight));
            }
        }
        best
    }
}

/// What a title says.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) seniority: Option<Seniority>,
    pub(crate) scores: Scores,
    /// Nothing but mentors, speakers and the like.
    pub(crate) side: bool,
}

/// Reads the words of a title. They may hold several nouns joined by "and", commas or slashes: the highest one gives the
/// level, and its function comes first.
pub(crate) fn read(items: &[Item]) -> Reading {
    let mut best: Option<Reading> = None;
    let mut rest = Scores::default();
    for phrase in noun_phrases(items) {
        let reading = read_phrase(phrase);
        match &mut best {
            None => best = Some(reading),
            Some(known) => {
                let higher = (!reading.side
                    && reading.seniority.is_some()
                    && (known.side || reading.seniority > known.seniority))
                    || known.seniority.is_none();
                if higher {
                    rest.extend(&known.scores);
                    let side = reading.side && known.side;
                    let scores = if reading.scores.is_empty() { known.scores } else { reading.scores };
                    *known = Reading { seniority: reading.seniority.or(known.seniority), scores, side };
                } else {
                    rest.extend(&reading.scores);
                }
            }
        }
    }
    let mut reading = best.unwrap_or(Reading { seniority: None, scores: Scores::default(), side: false });
    reading.scores.extend(&rest);
    reading
}

/// Splits where a joint stands between two titles; "Marketing & Sales Manager" stays whole, as does what follows a
/// complement ("Assistant to the CEO and CFO").
fn noun_phrases(items: &[Item]) -> impl Iterator<Item = &[Item]> {
    let mut start = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        while !done {
            let mut complete = false;
            let mut end = start;
            let mut complement = false;
            for (at, item) in items.iter().enumerate().skip(start) {
                end = at;
                // "Assistant Visual/Graphic Designer": a rank alone waits for its noun.
                let stands_alone = items.get(at + 1).is_none_or(|next| next.joint);
                complete |= item.is_title() && (stands_alone || !matches!(item.kind(), Some(Kind::Rank(_))));
                complement |= item.kind() == Some(Kind::Preposition) && complete;
                let title_follows = items[at + 1..].iter().any(Item::is_title);
                if item.joint && complete && title_follows && !complement {
                    break;
                }
                end = at + 1;
            }
            let phrase = &items[start..end];
            done = end >= items.len();
            start = (end + 1).min(items.len());
            if !phrase.is_empty() {
                return Some(phrase);
            }
        }
        None
    })
}

/// The ranks that a noun phrase has.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that is there or not, in any combination")]
struct Ranks {
    senior: bool,
    junior: bool,
    assistant: bool,
    associate: bool,
    training: bool,
    student: bool,
    freelance: bool,
    volunteer: bool,
    executive: bool,
    head_first: bool,
    chief: bool,
    partner: bool,
    lead: bool,
}

fn read_phrase(items: &[Item]) -> Reading {
    let mut ranks = Ranks::default();
    let mut level: Option<Seniority> = None;
    let mut side_level: Option<Seniority> = None;
    let mut scores = Scores::default();
    let mut before: Vec<Entry> = Vec::new();
    let mut complement = false;
    let mut seen_title = false;
    for (at, item) in items.iter().enumerate() {
        if let Some(subject) = &item.subject {
            scores.add_entry(subject);
        }
        if item.joint {
            flush(&mut before, &mut scores, true);
        }
        let Some(entry) = &item.entry else { continue };
        match entry.kind {
            Kind::Preposition if seen_title => complement = true,
            // "Assistentin der Geschäftsleitung": a genitive holds whose assistant it is, "Head of Sales" does not.
            Kind::Of if seen_title => complement |= ranks.assistant || level.is_some(),
            // "CRO designer", "CEO coach": an abbreviation before a contributor's noun is its subject.
            Kind::Head(Seniority::Cxo)
                if item.tokens == 1
                    && matches!(items.get(at + 1).and_then(Item::kind), Some(Kind::Head(noun)) if noun <= Seniority::Senior) =>
                {}
            Kind::Head(found) if !complement => {
                flush(&mut before, &mut scores, item.english);
                level = level.max(Some(found));
                seen_title = true;
                scores.add_entry(entry);
            }
            Kind::Side(found) if !complement => {
                side_level = side_level.max(Some(found));
                seen_title = true;
                scores.add_entry(entry);
            }
            Kind::Rank(rank) if !complement => {
                let noun_follows = items[at + 1..].iter().take_while(|item| !item.joint).any(|item| {
                    matches!(item.kind(), Some(Kind::Head(_))) || matches!(item.kind(), Some(Kind::Rank(Rank::Partner)))
                });
                note(&mut ranks, rank, noun_follows, items.get(at + 1));
                seen_title |= !matches!(rank, Rank::Senior | Rank::Junior | Rank::Deputy | Rank::Staff);
            }
            Kind::Head(_) | Kind::Side(_) | Kind::Rank(_) if !ranks.assistant => {
                // Inside of a complement a title is only a subject, and a weak one.
                for function in entry.functions {
                    scores.add(*function, weight::GENERIC);
                }
            }
            Kind::Topic if seen_title => scores.add_entry(entry),
            Kind::Topic => before.push(*entry),
            _ => {}
        }
    }
    flush(&mut before, &mut scores, false);
    let side = level.is_none() && side_level.is_some() && !ranks.any();
    let level = apply(&ranks, level.or(side_level.filter(|_| !ranks.any())));
    default_functions(&ranks, level, &mut scores);
    Reading { seniority: level, scores, side }
}

/// In English and German the last of several subjects before the noun is its own ("IT Sales Manager" sells).
fn flush(before: &mut Vec<Entry>, scores: &mut Scores, last_first: bool) {
    if last_first {
        before.reverse();
    }
    for entry in before.drain(..) {
        scores.add_entry(&entry);
    }
}

fn note(ranks: &mut Ranks, rank: Rank, noun_follows: bool, next: Option<&Item>) {
    match rank {
        Rank::Senior => ranks.senior = true,
        Rank::Lead => ranks.lead = true,
        Rank::Staff => ranks.senior |= noun_follows,
        Rank::Junior => ranks.junior = true,
        Rank::Assistant => ranks.assistant = true,
        Rank::Associate => ranks.associate = true,
        Rank::Deputy => {}
        // "Head of", "Head Marketing" and "Marketing Head" lead; "Head Designer" is a designer.
        Rank::Head => {
            ranks.head_first |= !matches!(next.and_then(Item::kind), Some(Kind::Head(_)));
            ranks.senior |= noun_follows;
        }
        Rank::Chief => ranks.chief = true,
        Rank::Executive => ranks.executive = true,
        Rank::Student => ranks.student = true,
        Rank::Training => ranks.training = true,
        Rank::Freelance => ranks.freelance = true,
        Rank::Volunteer => ranks.volunteer = true,
        // "Partner Manager" manages partners.
        Rank::Partner => ranks.partner |= !noun_follows,
    }
}

impl Ranks {
    fn any(&self) -> bool {
        self.senior
            || self.junior
            || self.assistant
            || self.associate
            || self.training
            || self.student
            || self.freelance
            || self.volunteer
            || self.executive
            || self.head_first
            || self.chief
            || self.partner
            || self.lead
    }
}

/// Combines the nouns' level with the words of rank.
fn apply(ranks: &Ranks, level: Option<Seniority>) -> Option<Seniority> {
    use Seniority::{Cxo, Director, Entry, Individual, Manager, Partner, Senior, Training, Unpaid, Vp};
    let leads = level.is_some_and(|level| level >= Manager);
    if ranks.training || (ranks.student && !leads) {
        return Some(Training);
    }
    if ranks.volunteer && !leads && !ranks.associate && level != Some(Entry) {
        return Some(Unpaid);
    }
    if ranks.partner {
        return level.max(Some(Partner));
    }
    if ranks.head_first && level.is_none_or(|level| level <= Director) {
        return Some(Director);
    }
    if ranks.chief && !ranks.executive {
        // "Chief … Officer" of any name is of the C-level, a chief engineer is not.
        return match level {
            Some(Senior | Manager | Director | Vp) => level,
            _ => Some(Cxo),
        };
    }
    let highest_with_assistant = match level {
        Some(level) if level >= Director => Some(level),
        Some(Senior) if !ranks.assistant => level,
        _ => None,
    };
    if ranks.assistant || ranks.associate {
        if let Some(level) = highest_with_assistant {
            return Some(level);
        }
        return Some(if (ranks.senior || ranks.lead) && !ranks.junior { Senior } else { Entry });
    }
    if ranks.junior {
        return Some(level.filter(|level| *level >= Director).unwrap_or(Entry));
    }
    if ranks.senior || ranks.lead {
        return level.max(Some(Senior));
    }
    if ranks.freelance || ranks.executive {
        return level.or(Some(Individual));
    }
    level
}

/// The functions that a rank has by itself.
fn default_functions(ranks: &Ranks, level: Option<Seniority>, scores: &mut Scores) {
    if ranks.assistant && level == Some(Seniority::Entry) {
        scores.add(Function::Administrative, weight::GENERIC);
    }
    if !scores.is_empty() {
        return;
    }
    match level {
        Some(Seniority::Training) if ranks.student => scores.add(Function::Education, weight::GENERIC),
        Some(Seniority::Cxo) => scores.add(Function::Operations, weight::GENERIC),
        Some(Seniority::Partner) => scores.add(Function::BusinessDevelopment, weight::GENERIC),
        Some(Seniority::Unpaid) => scores.add(Function::CommunityAndSocialServices, weight::GENERIC),
        _ => {}
    }
}
