//! Receipts as pages show them: every criterion with what it counts, and whether it was met.

use serde_json::Value;

use super::shown;

/// One line of a receipt.
pub(super) struct Fit {
    /// How it came out, as a class.
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    /// The same for those who do not see the sign.
    pub(super) outcome: &'static str,
    pub(super) criterion: String,
    pub(super) weight: i64,
}

/// The lines of a receipt, as the database gives them.
pub(super) fn fits(receipt: Option<&Value>) -> Vec<Fit> {
    receipt.and_then(Value::as_array).into_iter().flatten().map(Fit::new).collect()
}

impl Fit {
    fn new(line: &Value) -> Self {
        let (class, sign, outcome) = match line["outcome"].as_str() {
            Some("hit") => ("fit-hit", "✓", "met"),
            Some("unknown") => ("fit-unknown", "?", "not known"),
            Some("veto") => ("fit-miss", "⊘", "excluded"),
            _ => ("fit-miss", "✗", "missed"),
        };
        let criterion = shown::word(line["criterion"].as_str().unwrap_or_default());
        Self { class, sign, outcome, criterion, weight: line["weight"].as_i64().unwrap_or_default() }
    }
}

/// "4 of 6": what was met of what counts; nothing where nothing counts.
pub(super) fn sum(fits: &[Fit]) -> String {
    let all: i64 = fits.iter().map(|fit| fit.weight).sum();
    let met: i64 = fits.iter().filter(|fit| fit.outcome == "met").map(|fit| fit.weight).sum();
    if all > 0 { format!("{} of {}", shown::count(met), shown::count(all)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_adds_up() {
        let receipt = serde_json::json!([
            {"criterion": "title", "weight": 3, "outcome": "hit"},
            {"criterion": "company_size", "weight": 2, "outcome": "unknown"},
            {"criterion": "company", "weight": 0, "outcome": "veto"},
        ]);
        let fits = fits(Some(&receipt));
        assert_eq!(sum(&fits), "3 of 5");
        assert_eq!(
            (fits[1].criterion.as_str(), fits[1].outcome, fits[2].class),
            ("Company size", "not known", "fit-miss")
        );
        assert_eq!(sum(&super::fits(None)), "");
    }
}
