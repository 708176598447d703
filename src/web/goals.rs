//! What a campaign is to come to, and how far it is.

use queries::queries::campaign_pages::CampaignFigures;

use serde_json::Value;

use super::{
    fields::decimal,
    shown::{self, Bar},
};

/// A key figure against its goal.
pub(super) struct Goal {
    pub(super) words: String,
    pub(super) actual: String,
    /// What was set; none: nobody set one, and only what is usual is known.
    pub(super) target: Option<String>,
    pub(super) usual: Option<String>,
    pub(super) progress: Option<Progress>,
}

/// How far a campaign is.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    pub(super) bar: Bar,
    /// Of 1; of a cost, how much of it would have been spent at the goal.
    share: f64,
    pub(super) verdict: Verdict,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    Reached,
    /// It is missed now, and a rate does not get better by itself.
    Missed,
    /// A sum that still grows.
    OnItsWay,
}

impl Verdict {
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Reached => "Reached",
            Self::Missed => "Not at its goal",
            Self::OnItsWay => "On its way",
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Reached => "good",
            Self::Missed => "warn",
            Self::OnItsWay => "hollow",
        }
    }
}

impl Progress {
    pub(super) fn share(&self) -> String {
        // A goal that is almost reached is not rounded to one that is.
        let share = if self.verdict == Verdict::Reached { self.share } else { self.share.min(0.99) };
        shown::share_of(share, 0)
    }
}

/// Whether a key figure is better the less it is.
pub(super) fn is_cost(kpi: &str) -> bool {
    matches!(kpi, "cost_per_click" | "cost_per_engagement")
}

fn is_rate(kpi: &str) -> bool {
    matches!(kpi, "engagement_rate" | "targeting_accuracy" | "click_through_rate")
}

/// How a goal of whatever key figure is written.
pub(super) const HINT: &str = "A rate such as 3 %, a count or an amount.";

/// How the goal of a key figure is written.
pub(super) fn hint(kpi: &str) -> &'static str {
    if is_rate(kpi) {
        "A rate, such as 3 %."
    } else if is_cost(kpi) {
        "An amount; the less it costs, the better."
    } else {
        "A count, such as 1200."
    }
}

/// The goal that a form says: a number, or a rate in per cent.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let example = "3 %, 0.03 or 1200";
    let Some(rate) = text.strip_suffix('%') else { return decimal(text, (10, 4), example) };
    let rate = decimal(rate.trim_end(), (8, 2), example)?;
    let rate = rate.as_str().and_then(|rate| rate.parse::<f64>().ok()).unwrap_or_default();
    Ok(format!("{:.4}", rate / 100.0).into())
}

/// Whether what [`read`] took makes sense for a key figure.
pub(super) fn fits(kpi: &str, text: &str) -> Result<(), String> {
    let is_per_cent = text.ends_with('%');
    let is_small = is_per_cent || text.parse::<f64>().is_ok_and(|number| number <= 1.0);
    match is_rate(kpi) {
        true if !is_small => Err("this key figure is a rate: write 3 % or 0.03".to_owned()),
        false if is_per_cent => Err("this key figure is no rate: write a number".to_owned()),
        _ => Ok(()),
    }
}

/// A goal as a form has it, which [`read`] reads as the same.
pub(super) fn written(kpi: &str, goal: f64) -> String {
    if is_rate(kpi) {
        // A share has four decimals.
        let hundredths = (goal * 10_000.0).round();
        return format!("{} %", hundredths / 100.0);
    }
    goal.to_string()
}

/// What a strategy's campaigns reach at least, as a goal to begin with: of a cost it is the higher end.
pub(super) fn modest(kpi: &str, low: Option<f64>, high: Option<f64>) -> Option<f64> {
    if is_cost(kpi) { high.or(low) } else { low.or(high) }
}

fn progress(kpi: &str, actual: f64, target: f64) -> Option<Progress> {
    let (part, whole) = if is_cost(kpi) { (target, actual) } else { (actual, target) };
    let share = (whole > 0.0).then(|| part / whole)?;
    let verdict = if share >= 1.0 {
        Verdict::Reached
    } else if is_cost(kpi) || is_rate(kpi) {
        Verdict::Missed
    } else {
        Verdict::OnItsWay
    };
    let class = if verdict == Verdict::Missed { "warn" } else { "" };
    Some(Progress { bar: Bar(share, class), share, verdict })
}

impl Goal {
    /// The goal of a campaign; none, where there is nothing with which its key figure could be compared.
    pub(super) fn of(row: &CampaignFigures) -> Option<Self> {
        let kpi = row.primary_kpi.as_deref()?;
        let figure = |value: f64| shown::figure(kpi, value, &row.spend_currency);
        let usual = row.benchmark_low.map(|low| match row.benchmark_high {
            Some(high) => format!("{} to {}", figure(low), figure(high)),
            None => format!("{} or more", figure(low)),
        });
        if row.kpi_target.is_none() && usual.is_none() {
            return None;
        }
        let (actual, target) = match (row.kpi_actual, row.kpi_target) {
            // "0.80 % of 0.80 %" is not under its goal to whoever reads it.
            (Some(actual), Some(target)) => {
                let [actual, target] = shown::figures_apart(kpi, [actual, target], &row.spend_currency);
                (actual, Some(target))
            }
            (actual, target) => (actual.map_or_else(|| "–".to_owned(), figure), target.map(figure)),
        };
        Some(Self {
            words: shown::word(kpi),
            actual,
            target,
            usual,
            progress: row.kpi_actual.zip(row.kpi_target).and_then(|(actual, target)| progress(kpi, actual, target)),
        })
    }

    pub(super) fn is_missed(&self) -> bool {
        self.progress.is_some_and(|progress| progress.verdict == Verdict::Missed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_is_reached_from_above_and_a_sum_grows() {
        let verdict = |kpi, actual, target| progress(kpi, actual, target).map(|progress| progress.verdict);
        assert_eq!(verdict("cost_per_click", 3.0, 4.0), Some(Verdict::Reached));
        assert_eq!(verdict("cost_per_click", 5.0, 4.0), Some(Verdict::Missed));
        assert_eq!(verdict("click_through_rate", 0.007, 0.008), Some(Verdict::Missed));
        assert_eq!(verdict("impressions", 7.0, 8.0), Some(Verdict::OnItsWay));
        assert_eq!(verdict("impressions", 8.0, 8.0), Some(Verdict::Reached));
        assert_eq!(verdict("impressions", 8.0, 0.0), None);
        let share = |actual, target| progress("click_through_rate", actual, target).map(|progress| progress.share());
        assert_eq!(share(0.00796, 0.008).as_deref(), Some("99\u{202f}%"), "not all of it");
        assert_eq!(share(0.008, 0.008).as_deref(), Some("100\u{202f}%"));
    }

    #[test]
    fn a_goal_is_read_as_it_is_written_and_begins_with_the_modest_end() {
        for (kpi, goal, text, stored) in [
            ("engagement_rate", 0.04, "4 %", "0.0400"),
            ("click_through_rate", 0.0029, "0.29 %", "0.0029"),
            ("targeting_accuracy", 0.575, "57.5 %", "0.5750"),
            ("cost_per_click", 3.5, "3.5", "3.5"),
            ("impressions", 1200.0, "1200", "1200"),
        ] {
            assert_eq!((written(kpi, goal).as_str(), read(text)), (text, Ok(Value::from(stored))));
        }
        assert_eq!(read("3%"), Ok(Value::from("0.0300")));
        for wrong in ["%", "3 % %", "-1 %", "1,5 %", "1.234 %", "0.03.1"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
        assert!(fits("engagement_rate", "3").is_err() && fits("clicks", "3 %").is_err());
        assert!(
            fits("engagement_rate", "3 %").is_ok()
                && fits("engagement_rate", "0.03").is_ok()
                && fits("clicks", "3").is_ok()
        );
        assert_eq!(modest("cost_per_click", Some(2.0), Some(5.0)), Some(5.0));
        assert_eq!(modest("clicks", Some(2.0), Some(5.0)), Some(2.0));
    }
}
