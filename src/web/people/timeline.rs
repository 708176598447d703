//! All that happened with somebody, as sentences.

use jiff::{Timestamp, tz::TimeZone};
use queries::queries::person_pages::PersonTimeline;

use super::super::shown;

/// Something that happened.
pub(super) struct Step {
    pub(super) when: String,
    pub(super) what: String,
    /// What it happened with: a post or a persona, with its address where it has one.
    pub(super) on: Option<(String, Option<String>)>,
    /// Whether the address is another site's.
    pub(super) is_away: bool,
    pub(super) note: String,
    pub(super) said: Option<String>,
    /// Whether the person did it.
    pub(super) is_key: bool,
}

/// Where a page of it ends.
pub(super) fn place(row: &PersonTimeline) -> String {
    format!("{}-{}{}", row.at.as_microsecond(), row.kind, row.number)
}

/// Where a page begins: the moment, the kind and the number of what stands before it; of what is none, the start.
pub(super) fn after(text: &str) -> Option<(Timestamp, String, i64)> {
    let (at, rest) = text.split_once('-')?;
    let at = Timestamp::from_microsecond(at.parse().ok()?).ok()?;
    let kind = ["e", "t", "p"].into_iter().find(|kind| rest.starts_with(kind))?;
    Some((at, kind.to_owned(), rest[1..].parse().ok()?))
}

impl Step {
    pub(super) fn new(row: PersonTimeline, zone: &TimeZone) -> Self {
        let when = shown::moment(row.at, zone, row.is_exact);
        match row.kind.as_str() {
            "e" => {
                let title = row.title.unwrap_or_else(|| format!("post {}", row.post_id.unwrap_or_default()));
                Self {
                    when,
                    what: engaged(&row.what, row.detail.as_deref()).to_owned(),
                    on: Some((title, shown::web_address(row.url))),
                    is_away: true,
                    note: String::new(),
                    said: row.text.filter(|text| !text.trim().is_empty()),
                    is_key: true,
                }
            }
            "t" => {
                let persona = row.persona.unwrap_or_default();
                let score = |score: Option<f64>| score.map(|score| format!("{score:.2}"));
                let scores = match (score(row.score_before), score(row.score_after)) {
                    (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
                    (before, after) => after.or(before).unwrap_or_default(),
                };
                let cause = cause(row.cause.as_deref().unwrap_or_default());
                let note = [scores.as_str(), cause].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
                Self {
                    when,
                    what: moved(&row.what).to_owned(),
                    on: Some((persona, row.persona_id.map(|id| format!("/personas/{id}")))),
                    is_away: false,
                    note: note.join(", "),
                    said: row.text.filter(|text| !text.trim().is_empty()),
                    is_key: false,
                }
            }
            _ => Self {
                when,
                what: changed(&row.what).to_owned(),
                on: None,
                is_away: false,
                note: [row.old_value, row.new_value].into_iter().flatten().collect::<Vec<_>>().join(" → "),
                said: None,
                is_key: false,
            },
        }
    }
}

fn engaged(kind: &str, detail: Option<&str>) -> &'static str {
    match (kind, detail) {
        ("reaction", Some("like")) => "Liked",
        ("reaction", Some("praise")) => "Celebrated",
        ("reaction", Some("empathy")) => "Loved",
        ("reaction", Some("interest")) => "Found insightful",
        ("reaction", Some("appreciation")) => "Supported",
        ("reaction", Some("entertainment")) => "Found funny",
        ("reaction", _) => "Reacted to",
        ("comment", _) => "Commented on",
        ("share", _) => "Shared",
        ("follow", _) => "Followed after",
        ("click", _) => "Clicked",
        _ => "Engaged with",
    }
}

fn moved(event: &str) -> &'static str {
    match event {
        "entered" => "Entered",
        "left" => "Left",
        "score_changed" => "Another score for",
        "pinned" => "Pinned to",
        "unpinned" => "Unpinned from",
        "excluded" => "Excluded from",
        "readmitted" => "Readmitted to",
        _ => "Moved in",
    }
}

fn cause(cause: &str) -> &'static str {
    match cause {
        "person_changed" => "something about the person changed",
        "company_changed" => "something about the company changed",
        "persona_changed" => "the persona changed",
        "engagement" => "by engagement",
        "window_moved" => "time went by",
        "merge" => "two records became one",
        "manual" => "by hand",
        _ => "",
    }
}

fn changed(event: &str) -> &'static str {
    match event {
        "moved_company" => "Moved to another company",
        "new_title" => "Has a new title",
        "new_headline" => "Has a new headline",
        "moved_place" => "Moved",
        "renamed" => "Is called otherwise",
        "merged" => "Two records became one",
        _ => "Changed",
    }
}

/// Steps for the samples of pages.
#[cfg(test)]
pub(super) fn samples() -> Vec<PersonTimeline> {
    let bad = || Some("<b>".to_owned());
    let step = |kind: &str, what: &str| PersonTimeline {
        at: Timestamp::UNIX_EPOCH,
        kind: kind.to_owned(),
        number: 7,
        what: what.to_owned(),
        detail: None,
        is_exact: true,
        post_id: Some(1),
        title: bad(),
        url: Some("javascript:alert(1)".to_owned()),
        persona_id: Some(uuid::Uuid::nil()),
        persona: bad(),
        score_before: Some(0.5),
        score_after: Some(0.8),
        cause: Some("manual".to_owned()),
        text: bad(),
        old_value: bad(),
        new_value: bad(),
    };
    vec![step("e", "comment"), step("t", "entered"), step("p", "renamed")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_on_where_another_ended() {
        for row in samples() {
            assert_eq!(after(&place(&row)), Some((row.at, row.kind, row.number)));
        }
        for odd in ["", "x", "0-", "0-x7", "0-e", "99999999999999999999-e1", "0-é"] {
            assert_eq!(after(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_step_is_a_sentence() {
        let steps: Vec<Step> = samples().into_iter().map(|row| Step::new(row, &TimeZone::UTC)).collect();
        assert_eq!((steps[0].what.as_str(), steps[0].on.clone()), ("Commented on", Some(("<b>".to_owned(), None))));
        assert_eq!(steps[1].note, "0.50 → 0.80, by hand");
        assert_eq!(steps[2].note, "<b> → <b>");
    }
}
