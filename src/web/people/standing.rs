//! How somebody stands with every persona: a target or not, and why.

use queries::queries::person_pages::PersonVerdicts;
use serde_json::Value;
use uuid::Uuid;

use super::super::{
    receipts::{self, Fit},
    shown::{self, Dot},
};

/// A persona, from where somebody stands.
pub(super) struct Standing {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) dot: Dot,
    pub(super) is_target: bool,
    /// Whether a human has decided.
    pub(super) held: Option<&'static str>,
    pub(super) reason: Option<String>,
    pub(super) score: String,
    pub(super) sum: String,
    pub(super) why: String,
    pub(super) known: String,
    pub(super) fits: Vec<Fit>,
}

impl Standing {
    pub(super) fn new(row: PersonVerdicts) -> Self {
        let fits = receipts::fits(row.receipt.as_ref());
        let held = match (row.pinned, row.excluded) {
            (true, _) => Some("Pinned"),
            (_, true) => Some("Excluded"),
            _ => None,
        };
        Self {
            why: why(&row, &fits),
            score: row.match_score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}")),
            sum: receipts::sum(&fits),
            known: row
                .confidence
                .filter(|known| *known < 0.995 && !fits.is_empty())
                .map_or_else(String::new, |known| format!("{} of what is asked is known", shown::share_of(known, 0))),
            fits,
            id: row.id,
            name: row.name,
            dot: Dot(row.colour),
            is_target: row.is_target,
            held,
            reason: row.reason.filter(|reason| !reason.is_empty()),
        }
    }
}

/// Why somebody matches, or what keeps them out.
fn why(row: &PersonVerdicts, fits: &[Fit]) -> String {
    if row.pinned {
        return "A target by hand, whatever the criteria say.".to_owned();
    }
    if row.excluded {
        return "Kept out by hand, whatever the criteria say.".to_owned();
    }
    if !row.is_active {
        return "The persona is inactive.".to_owned();
    }
    let named = |outcome: &str, name: &dyn Fn(&Value) -> bool| {
        fits.iter().find(|fit| {
            let key = fit.criterion.to_lowercase().replace(' ', "_");
            fit.outcome == outcome && name(&row.criteria[key])
        })
    };
    if let Some(fit) = named("excluded", &|_| true) {
        return format!("{} holds what the persona excludes.", fit.criterion);
    }
    if let Some(fit) = named("missed", &|body| body["mode"] == "required") {
        return format!("{} is required, and missed.", fit.criterion);
    }
    if row.is_target {
        format!("Reaches the threshold of {:.2}.", row.threshold)
    } else if fits.is_empty() {
        "The persona states no criteria.".to_owned()
    } else {
        format!("Below the threshold of {:.2}.", row.threshold)
    }
}

/// Somebody's standing for the samples of pages and tests.
#[cfg(test)]
pub(super) fn sample(is_target: bool, outcome: &str) -> PersonVerdicts {
    PersonVerdicts {
        id: Uuid::from_u128(1),
        name: "<b>".to_owned(),
        colour: "\"><b>".to_owned(),
        threshold: 0.6,
        is_active: true,
        criteria: serde_json::json!({"company_size": {"any": ["1"], "mode": "required"}}),
        is_target,
        pinned: false,
        excluded: false,
        reason: Some("<b>".to_owned()),
        match_score: Some(0.5),
        confidence: Some(0.5),
        receipt: Some(serde_json::json!([{"criterion": "company_size", "weight": 2, "outcome": outcome}])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_somebody_out_is_said() {
        let said = |row: PersonVerdicts| Standing::new(row).why;
        assert_eq!(said(sample(false, "miss")), "Company size is required, and missed.");
        assert_eq!(said(sample(false, "veto")), "Company size holds what the persona excludes.");
        assert_eq!(said(sample(false, "unknown")), "Below the threshold of 0.60.");
        assert_eq!(said(sample(true, "hit")), "Reaches the threshold of 0.60.");
        assert!(said(PersonVerdicts { excluded: true, ..sample(false, "hit") }).starts_with("Kept out by hand"));
        assert_eq!(said(PersonVerdicts { is_active: false, ..sample(false, "hit") }), "The persona is inactive.");
    }
}
