//! One person: who it is, what they did, how they stand with every persona, and why.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State as Pool},
    response::Response,
};
use queries::queries::{
    connections as connections_sql,
    person_pages::{self as sql, PersonScoresOverTime, PersonTimeline, PersonVerdicts},
    persons as persons_sql,
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        lists::{self, Choice},
        personas::seniority,
        shell::Shell,
        shown::{self, Dot},
        visitor::Visitor,
    },
    STATUSES, id_of, nothing,
    standing::Standing,
    timeline::{self, Step},
};
use crate::{db::TenantTx, error::Error, model::users::Role};

/// Steps of the timeline on a page.
const STEPS: usize = 30;
/// Scores of the past that are shown.
const SCORES: i64 = 40;

#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    #[serde(default)]
    after: String,
    #[serde(default)]
    did: String,
}

#[derive(Template)]
#[template(path = "people/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: i32,
    name: String,
    title: String,
    headline: String,
    company: Option<(Option<i64>, String)>,
    profile: Option<String>,
    notable: Option<String>,
    status: Option<String>,
    statuses: Vec<Choice>,
    owner: String,
    /// Parted by commas.
    tags: String,
    notes: String,
    figures: Vec<(&'static str, String, String)>,
    facts: Vec<Fact>,
    standings: Vec<Standing>,
    steps: Vec<Step>,
    is_first: bool,
    next: Option<String>,
    scores: Vec<Score>,
    enrichment: String,
    /// Whether a profile can be asked for.
    can_ask: bool,
}

/// What is known, and from where.
struct Fact {
    words: &'static str,
    value: String,
    source: String,
}

/// A score that somebody had.
struct Score {
    when: String,
    persona: String,
    dot: Dot,
    event: String,
    before: String,
    after: String,
}

/// What the database says.
struct Details {
    person: Value,
    identities: Vec<Value>,
    counts: Option<Value>,
    verdicts: Vec<PersonVerdicts>,
    timeline: Vec<PersonTimeline>,
    scores: Vec<PersonScoresOverTime>,
    can_ask: bool,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let details = find(&tx, id, &wanted).await?;
    tx.commit().await?;
    Ok(answer::page(&ShowPage::new(Shell::of(&visitor.session, "/people"), id, &wanted, details)))
}

async fn find(tx: &TenantTx, id: i32, wanted: &Wanted) -> Result<Details, Error> {
    let person = persons_sql::person_details().bind(&**tx, &id).opt().await?.ok_or_else(nothing)?;
    let after = timeline::after(&wanted.after);
    let (at, kind, number) = match &after {
        Some((at, kind, number)) => (Some(*at), Some(kind.as_str()), Some(*number)),
        None => (None, None, None),
    };
    let most = i64::try_from(STEPS + 1).unwrap_or(i64::MAX);
    // Whoever was asked for a moment ago is not asked for again.
    let can_ask = person["enrichment_status"] != "pending"
        && sql::person_key().bind(&**tx, &id).opt().await?.is_some()
        && connections_sql::usable_connection().bind(&**tx, &"apify").opt().await?.is_some();
    Ok(Details {
        person,
        identities: persons_sql::person_identities().bind(&**tx, &id).all().await?,
        counts: persons_sql::person_engagements().bind(&**tx, &id).opt().await?,
        verdicts: sql::person_verdicts().bind(&**tx, &id).all().await?,
        timeline: sql::person_timeline().bind(&**tx, &id, &at, &kind, &number, &most).all().await?,
        scores: sql::person_scores_over_time().bind(&**tx, &id, &SCORES).all().await?,
        can_ask,
    })
}

/// A text of a row; empty where there is none.
fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().trim().to_owned()
}

/// The day of a time, as the database tells it; empty where there is none.
fn day(row: &Value, key: &str) -> String {
    let day = row[key].as_str().and_then(|text| text.get(..10)).and_then(|text| text.parse().ok());
    day.map(shown::day).unwrap_or_default()
}

impl ShowPage {
    fn new(shell: Shell, id: i32, wanted: &Wanted, mut found: Details) -> Self {
        let zone = shell.clock();
        let person = &found.person;
        let is_last = found.timeline.len() <= STEPS;
        found.timeline.truncate(STEPS);
        let next = found.timeline.last().filter(|_| !is_last).map(timeline::place);
        let status = text(person, "lead_status");
        let mut statuses: Vec<Choice> =
            STATUSES.iter().map(|one| Choice::new(*one, shown::word(one), &status)).collect();
        statuses.insert(0, Choice::new("none", "None", if status.is_empty() { "none" } else { &status }));
        let slug = found.identities.iter().find(|one| one["kind"] == "slug").map(|one| text(one, "value"));
        let by_slug = slug.map(|slug| {
            let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
            format!("https://www.linkedin.com/in/{slug}")
        });
        let company = text(person, "company");
        let is_overridden = !text(person, "company_override").is_empty();
        let targets = found.verdicts.iter().filter(|row| row.is_target).count();
        Self {
            did: lists::done(&wanted.did),
            id,
            name: text(person, "name"),
            title: text(person, "title"),
            headline: text(person, "headline"),
            // Where a human named another company, the record's is not theirs.
            company: (!company.is_empty()).then(|| (person["company_id"].as_i64().filter(|_| !is_overridden), company)),
            profile: shown::web_address(person["linkedin_url"].as_str().map(str::to_owned)).or(by_slug),
            notable: (person["is_notable"] == true).then(|| text(person, "notable_reason")),
            figures: figures(person, found.counts.as_ref(), targets),
            facts: facts(person, &found.identities),
            standings: found.verdicts.into_iter().map(Standing::new).collect(),
            is_first: timeline::after(&wanted.after).is_none(),
            next,
            steps: found.timeline.into_iter().map(|row| Step::new(row, &zone)).collect(),
            scores: found
                .scores
                .into_iter()
                .map(|row| Score {
                    when: shown::moment(row.at, &zone, true),
                    persona: row.persona,
                    dot: Dot(row.colour),
                    event: shown::word(&row.event),
                    before: score(row.score_before),
                    after: score(row.score_after),
                })
                .collect(),
            enrichment: enrichment(person),
            can_ask: found.can_ask,
            owner: text(person, "owner"),
            tags: person["tags"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join(", "),
            notes: text(person, "notes"),
            status: (!status.is_empty()).then(|| shown::word(&status)),
            statuses,
            shell,
        }
    }
}

fn score(score: Option<f64>) -> String {
    score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}"))
}

fn figures(person: &Value, counts: Option<&Value>, targets: usize) -> Vec<(&'static str, String, String)> {
    let number = |key: &str| counts.and_then(|counts| counts[key].as_i64()).unwrap_or_default();
    let kinds = [
        ("likes", "like", "likes"),
        ("reactions", "other reaction", "other reactions"),
        ("comments", "comment", "comments"),
        ("shares", "share", "shares"),
        ("follows", "follow", "follows"),
        ("clicks", "click", "clicks"),
    ];
    let all: i64 = kinds.iter().map(|(key, ..)| number(key)).sum();
    let there = kinds.iter().filter(|(key, ..)| number(key) > 0);
    let in_words: Vec<String> = there.map(|(key, one, many)| shown::counted(number(key), one, many)).collect();
    let or_dash = |text: String| if text.is_empty() { "–".to_owned() } else { text };
    vec![
        ("Engagement score", shown::count(number("score")), "by your weights".to_owned()),
        ("Engagements", shown::count(all), in_words.join(", ")),
        ("Last engaged", or_dash(day(person, "last_engaged_on")), String::new()),
        ("Personas", shown::count(i64::try_from(targets).unwrap_or_default()), "of which they are a target".to_owned()),
        ("First seen", or_dash(day(person, "first_seen")), String::new()),
    ]
}

fn facts(person: &Value, identities: &[Value]) -> Vec<Fact> {
    let fact = |words, value: String| Fact { words, value, source: String::new() };
    let read = match (person["facts_from"].as_str(), person["headline_confidence"].as_f64()) {
        (Some("headline"), Some(sure)) => format!("headline, {} sure", shown::share_of(sure, 0)),
        (Some("headline"), None) => "headline".to_owned(),
        (Some("profile"), _) => format!("profile, {}", day(person, "facts_seen_at")),
        (Some(source), _) => source.to_owned(),
        (None, _) => String::new(),
    };
    let by_hand = |key: &str| if text(person, key).is_empty() { read.clone() } else { "by hand".to_owned() };
    let functions = person["functions"].as_array().into_iter().flatten().filter_map(Value::as_str).map(shown::word);
    let rank = person["seniority"].as_str().map(seniority).unwrap_or_default();
    let place = [text(person, "location"), text(person, "country")];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let follower = match person["is_follower"].as_bool() {
        Some(true) => ["Yes".to_owned(), day(person, "follower_since")].join(" ").trim().to_owned(),
        Some(false) => "No".to_owned(),
        None => String::new(),
    };
    let mut facts = vec![
        Fact { words: "Title", value: text(person, "title"), source: by_hand("title_override") },
        Fact { words: "Company", value: text(person, "company"), source: by_hand("company_override") },
        Fact { words: "Seniority", value: rank, source: read.clone() },
        Fact { words: "Functions", value: functions.collect::<Vec<_>>().join(", "), source: read },
        fact("Place", place.join(", ")),
        fact("Follows the page", follower),
        fact("Connected", day(person, "connected_on")),
        fact("E-mail", text(person, "email")),
        fact("About", text(person, "about")),
    ];
    for identity in identities {
        let words = match identity["kind"].as_str() {
            Some("member_id") => "Member id",
            Some("slug") => "Address name",
            Some("email") => "Known by e-mail",
            _ => "Sales Navigator",
        };
        let source = identity["source"].as_str().map(|source| format!("from a {source}")).unwrap_or_default();
        facts.push(Fact { words, value: text(identity, "value"), source });
    }
    facts.retain(|fact| !fact.value.is_empty());
    facts
}

/// Whether there is a profile, and of when.
fn enrichment(person: &Value) -> String {
    let service = text(person, "enrichment_source");
    let by = if service.is_empty() { String::new() } else { format!(" by {service}") };
    let asked = day(person, "enrichment_attempted_at");
    match person["enrichment_status"].as_str() {
        Some("enriched") => format!("Profile of {}{by}", day(person, "enriched_at")),
        Some("pending") => format!("Asked for on {asked}{by}"),
        Some("missed") => format!("No profile was found on {asked}{by}"),
        Some("failed") => format!("Asking failed on {asked}{by}"),
        _ => "No profile was asked for yet".to_owned(),
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let person = serde_json::json!({
            "name": "</title><b>", "headline": "<b>", "title": "<b>", "company": "<b>", "company_id": 7, "seniority": "vp",
            "functions": ["marketing"], "facts_from": "headline", "headline_confidence": 0.9, "location": "<b>", "email": "<b>",
            "linkedin_url": "javascript:alert(1)", "is_notable": true, "notable_reason": "<b>", "lead_status": "new",
            "notes": "</textarea><b>", "tags": ["<b>"], "owner": "<b>", "about": "<b>", "enrichment_status": "enriched",
            "enrichment_source": "<b>", "enriched_at": "2026-11-27T10:00:00Z", "first_seen": "2026-11-27T10:00:00Z",
        });
        let whole = Details {
            person,
            identities: vec![serde_json::json!({"kind": "slug", "value": "\"><b>", "source": "file"})],
            counts: Some(serde_json::json!({"likes": 3, "score": 3})),
            verdicts: vec![
                super::standing::sample(true, "hit"),
                PersonVerdicts { excluded: true, ..super::standing::sample(false, "miss") },
            ],
            timeline: timeline::samples(),
            scores: vec![PersonScoresOverTime {
                at: jiff::Timestamp::UNIX_EPOCH,
                persona_id: uuid::Uuid::nil(),
                persona: "<b>".to_owned(),
                colour: "\"><b>".to_owned(),
                event: "entered".to_owned(),
                cause: "manual".to_owned(),
                score_before: None,
                score_after: Some(0.8),
            }],
            can_ask: true,
        };
        let bare = Details {
            person: serde_json::json!({"name": "<b>"}),
            identities: Vec::new(),
            counts: None,
            verdicts: Vec::new(),
            timeline: Vec::new(),
            scores: Vec::new(),
            can_ask: false,
        };
        let page = |details| Self::new(Shell::sample("/people"), 7, &Wanted::default(), details);
        vec![page(whole), page(bare)]
    }
}
