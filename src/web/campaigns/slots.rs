//! When the posts of a new campaign appear, as its strategy has it: its best times, from the first day to the last.

use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Time, Weekday},
};
use queries::queries::strategy_pages::StrategiesShown;

use super::super::shown;

/// Slots that are offered.
const MOST: usize = 40;

/// One post of the plan.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) at: DateTime,
    /// As the strategy writes it.
    pub(super) time: String,
    pub(super) title: String,
    pub(super) kind: String,
}

impl Slot {
    /// By which a form knows it.
    pub(super) fn key(&self) -> String {
        self.at.strftime("%Y-%m-%dT%H:%M").to_string()
    }
}

/// A day of the week and a time, as in "Tue 08:00"; whatever else stands there is none.
fn time(text: &str) -> Option<(Weekday, Time)> {
    let (day, time) = text.trim().split_once(' ')?;
    let all = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    let day = day.to_ascii_lowercase();
    let (_, day) = all.into_iter().find(|(word, _)| day.starts_with(word))?;
    let (hour, minute) = time.trim().split_once(':')?;
    Some((day, Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?))
}

/// The slots of a strategy between two days; none, where it names no times.
pub(super) fn of(strategy: &StrategiesShown, first: Date, last: Date) -> Vec<Slot> {
    let mut times: Vec<(Weekday, Time, &String)> =
        strategy.best_times.iter().filter_map(|text| time(text).map(|(day, at)| (day, at, text))).collect();
    if let Some(posts) = strategy.posts_per_week.filter(|posts| *posts >= 1.0) {
        times.truncate(posts.ceil() as usize);
    }
    times.sort_by_key(|(day, at, _)| (day.to_monday_zero_offset(), *at));
    let days = first.series(1.day()).take_while(|day| *day <= last);
    let planned = days.flat_map(|day| {
        times
            .iter()
            .filter(move |(weekday, ..)| *weekday == day.weekday())
            .map(move |(_, at, text)| (day.to_datetime(*at), *text))
    });
    let planned: Vec<(DateTime, &String)> = planned.take(MOST).collect();
    let kinds = kinds(strategy, planned.len());
    let titles = titles(strategy);
    planned
        .into_iter()
        .zip(kinds)
        .enumerate()
        .map(|(index, ((at, text), kind))| {
            let title = match titles.len() {
                0 => format!("Post {}", index + 1),
                many => titles[index % many].clone(),
            };
            Slot { at, time: text.clone(), title, kind }
        })
        .collect()
}

fn titles(strategy: &StrategiesShown) -> Vec<String> {
    let names = strategy.content_themes.iter().filter(|theme| !theme.trim().is_empty());
    names.map(|theme| shown::word(theme.trim())).collect()
}

/// What each post is made of, so that at every moment the shares are as near to the strategy's as they can be.
fn kinds(strategy: &StrategiesShown, posts: usize) -> Vec<String> {
    let mix: Vec<(String, f64)> = strategy
        .content_mix
        .as_object()
        .into_iter()
        .flatten()
        .map(|(kind, share)| (kind.clone(), share.as_f64().unwrap_or_default() / 100.0))
        .collect();
    let mut used = vec![0.0; mix.len()];
    (1..=posts)
        .map(|post| {
            let missing = |index: usize| mix[index].1 * post as f64 - used[index];
            let next = (0..mix.len()).max_by(|one, other| missing(*one).total_cmp(&missing(*other)));
            next.map_or_else(
                || "other".to_owned(),
                |next| {
                    used[next] += 1.0;
                    mix[next].0.clone()
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{super::super::strategies, *};

    #[test]
    fn slots_are_the_best_times_from_the_first_day_to_the_last() {
        let mut strategy = strategies::sample(1, true);
        strategy.best_times =
            ["Thu 16:30", "tuesday 8:00", "whenever", "Fri 25:00", "Mon 09:00"].map(str::to_owned).to_vec();
        strategy.posts_per_week = Some(1.5);
        strategy.content_themes = vec!["tips".to_owned()];
        // A Wednesday, and the Tuesday after the next one; two posts a week, the first two times that are named.
        let slots = of(&strategy, date(2026, 11, 25), date(2026, 12, 8));
        let keys: Vec<String> = slots.iter().map(Slot::key).collect();
        assert_eq!(keys, ["2026-11-26T16:30", "2026-12-01T08:00", "2026-12-03T16:30", "2026-12-08T08:00"]);
        assert_eq!((slots[0].title.as_str(), slots[0].time.as_str()), ("Tips", "Thu 16:30"));
        let kinds: Vec<&str> = slots.iter().map(|slot| slot.kind.as_str()).collect();
        assert_eq!((kinds.iter().filter(|kind| **kind == "video").count(), kinds[0]), (2, "video"));
        // Ten years are not planned at once, and no time is no slot.
        assert_eq!(of(&strategy, date(2026, 1, 1), date(2036, 1, 1)).len(), MOST);
        assert!(of(&strategies::sample(2, false), date(2026, 1, 1), date(2036, 1, 1)).is_empty());
    }
}
