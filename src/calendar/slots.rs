//! What a strategy asks for, as places in the calendar: how often, when, and of which form.

use std::collections::BTreeMap;

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time, Weekday, time},
};
use serde_json::Value;
use uuid::Uuid;

use super::KnownBy;

/// Posts a week, above which nobody follows a plan.
const MOST: usize = 21;
/// Weeks of a plan.
pub const WEEKS: i64 = 26;
const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// What a strategy says of posting.
#[derive(Debug, Clone, Default)]
pub struct Cadence {
    /// Posts a week; a half is one every other week.
    pub a_week: f64,
    /// Times such as "Tue 08:00", the best first; none: any.
    pub times: Vec<String>,
    /// Shares of forms, in per cent.
    pub mix: BTreeMap<String, f64>,
    /// Subjects, one after the other.
    pub themes: Vec<String>,
}

impl Cadence {
    /// What the columns of a strategy say of it.
    #[must_use]
    pub fn of(a_week: Option<f64>, times: &[String], mix: &Value, themes: &[String]) -> Self {
        let mix = mix.as_object().into_iter().flatten();
        Self {
            a_week: a_week.unwrap_or_default(),
            times: times.to_vec(),
            mix: mix.filter_map(|(form, share)| Some((form.clone(), share.as_f64()?))).collect(),
            themes: themes.to_vec(),
        }
    }
}

/// A place in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// By the tenant's clock.
    pub at: DateTime,
    /// Which it is, such as "Week 1, 2 of 3".
    pub name: String,
    /// The form of the post.
    pub form: String,
    /// What it could be about; none: nothing is said.
    pub theme: Option<String>,
}

impl Slot {
    /// By what its entry is known, so that whoever plans a campaign by a strategy twice plans its posts once.
    #[must_use]
    pub fn known_by(&self, strategy: Uuid, campaign: Option<i32>) -> KnownBy {
        KnownBy::Foreign(format!("slot {strategy} {campaign:?} {}", self.at))
    }
}

/// The slots of so many weeks, from a day on.
#[must_use]
pub fn plan(cadence: &Cadence, from: Date, weeks: i64) -> Vec<Slot> {
    let monday = from.checked_sub(i64::from(from.weekday().to_monday_zero_offset()).days()).unwrap_or(from);
    let times = times(cadence);
    let mut given: BTreeMap<&str, f64> = BTreeMap::new();
    let mut slots = Vec::new();
    for week in 0..weeks.clamp(0, WEEKS) {
        let posts = posts_until(cadence.a_week, week + 1) - posts_until(cadence.a_week, week);
        let mut places: Vec<(Weekday, Time)> = (0..posts).map(|nth| times[nth % times.len()]).collect();
        // More posts than times: each further one comes on the next free day.
        for nth in times.len().min(posts)..posts {
            let (day, at) = places[nth];
            let free = (0..7)
                .map(|more| day.wrapping_add(more))
                .find(|day| !places[..nth].iter().any(|(taken, there)| taken == day && *there == at));
            places[nth] = (free.unwrap_or(day), at);
        }
        places.sort_by_key(|(day, at)| (day.to_monday_zero_offset(), *at));
        for (nth, (day, at)) in places.into_iter().enumerate() {
            let day = monday.checked_add((7 * week + i64::from(day.to_monday_zero_offset())).days());
            let Some(day) = day.ok().filter(|day| *day >= from) else { continue };
            let theme =
                (!cadence.themes.is_empty()).then(|| cadence.themes[slots.len() % cadence.themes.len()].clone());
            slots.push(Slot {
                at: day.to_datetime(at),
                name: format!("Week {}, {} of {posts}", week + 1, nth + 1),
                form: form(&cadence.mix, &mut given),
                theme,
            });
        }
    }
    slots
}

/// Posts of the weeks before one.  A strategy that posts less than once a week begins with a post.
fn posts_until(a_week: f64, week: i64) -> usize {
    let exact = week as f64 * a_week.clamp(0.0, MOST as f64);
    let whole = if a_week < 1.0 { (exact - 1e-9).ceil() } else { (exact + 1e-9).floor() };
    // At most twenty-one in each of twenty-six weeks: counted, since no number with a point becomes one without by itself.
    (1..=MOST * 26).take_while(|posts| *posts as f64 <= whole).count()
}

/// The times that a strategy names; whoever names none posts on working days, in the middle of the week first.
fn times(cadence: &Cadence) -> Vec<(Weekday, Time)> {
    let parse = |text: &String| {
        let (day, at) = text.trim().split_once(' ')?;
        let day = day.get(..3)?.to_lowercase();
        let (_, day) = DAYS.into_iter().find(|(name, _)| *name == day)?;
        Some((day, Time::strptime("%H:%M", at.trim()).ok()?))
    };
    let named: Vec<(Weekday, Time)> = cadence.times.iter().filter_map(parse).collect();
    if !named.is_empty() {
        return named;
    }
    let days = [Weekday::Tuesday, Weekday::Thursday, Weekday::Wednesday, Weekday::Monday, Weekday::Friday];
    days.map(|day| (day, time(9, 0, 0, 0))).to_vec()
}

/// The form that is furthest behind its share.
fn form<'a>(mix: &'a BTreeMap<String, f64>, given: &mut BTreeMap<&'a str, f64>) -> String {
    let all: f64 = given.values().sum::<f64>() + 1.0;
    let behind = |(form, share): &(&'a String, &f64)| {
        *share / 100.0 * all - given.get(form.as_str()).copied().unwrap_or_default()
    };
    let next = mix.iter().max_by(|one, other| behind(one).total_cmp(&behind(other)));
    let Some((form, _)) = next else { return "other".to_owned() };
    *given.entry(form).or_default() += 1.0;
    form.clone()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn cadence(a_week: f64, times: &[&str]) -> Cadence {
        Cadence {
            a_week,
            times: times.iter().map(|time| (*time).to_owned()).collect(),
            mix: BTreeMap::from([("video".to_owned(), 50.0), ("text".to_owned(), 25.0), ("image".to_owned(), 25.0)]),
            themes: vec!["One".to_owned(), "Two".to_owned()],
        }
    }

    fn days(slots: &[Slot]) -> Vec<String> {
        slots.iter().map(|slot| slot.at.strftime("%a %-d %H:%M").to_string()).collect()
    }

    #[test]
    fn the_best_times_are_filled_from_the_day_on() {
        // A Wednesday: the Tuesday of its week is past.
        let slots = plan(&cadence(2.0, &["Tue 08:00", "Thu 14:30"]), date(2026, 12, 2), 2);
        assert_eq!(days(&slots), ["Thu 3 14:30", "Tue 8 08:00", "Thu 10 14:30"]);
        assert_eq!(slots[0].name, "Week 1, 2 of 2");
        assert_eq!(slots.iter().map(|slot| slot.theme.clone().unwrap()).collect::<Vec<_>>(), ["One", "Two", "One"]);
    }

    #[test]
    fn halves_and_more_than_the_times_find_their_days() {
        let week = date(2026, 11, 30);
        assert_eq!(days(&plan(&cadence(0.5, &["Fri 10:00"]), week, 4)), ["Fri 4 10:00", "Fri 18 10:00"]);
        assert_eq!(plan(&cadence(1.5, &["Fri 10:00"]), week, 4).len(), 6);
        assert_eq!(days(&plan(&cadence(3.0, &["Fri 10:00"]), week, 1)), ["Fri 4 10:00", "Sat 5 10:00", "Sun 6 10:00"]);
        assert_eq!(days(&plan(&cadence(2.0, &["whenever"]), week, 1)), ["Tue 1 09:00", "Thu 3 09:00"]);
        let many = days(&plan(&cadence(7.0, &[]), week, 1));
        assert_eq!(many.iter().collect::<std::collections::BTreeSet<_>>().len(), 7, "{many:?}");
        assert!(plan(&cadence(0.0, &[]), week, 4).is_empty() && plan(&cadence(1.0, &[]), week, -1).is_empty());
        assert!(plan(&cadence(1e12, &[]), week, i64::MAX).len() <= MOST * 26);
    }

    #[test]
    fn forms_come_by_their_shares() {
        let slots = plan(&cadence(4.0, &["Mon 09:00", "Tue 09:00", "Wed 09:00", "Thu 09:00"]), date(2026, 11, 30), 2);
        let of = |form: &str| slots.iter().filter(|slot| slot.form == form).count();
        assert_eq!((of("video"), of("text"), of("image"), slots.len()), (4, 2, 2, 8));
        assert_eq!(plan(&Cadence { a_week: 1.0, ..Cadence::default() }, date(2026, 11, 30), 1)[0].form, "other");
    }
}
