//! One persona: what it asks for, who matches it and why, and what reaches them.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State as Pool},
    response::Response,
};
use jiff::civil::Date;
use queries::queries::{
    persona_pages::{self as sql, PersonaCampaigns, PersonaPeopleShown, PersonaTrend, PersonasShown},
    personas as personas_sql,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets, lists,
        receipts::{self, Fit},
        shell::Shell,
        shown::{self, Change, Chart, Columns, Dot, Series, ShareBar, State},
        visitor::Visitor,
    },
    Month, id_of, nothing, score, signed,
    strategies::{self, Strategy, is_any_tried},
};
use crate::{
    error::Error,
    model::{
        personas::{self, Criterion},
        users::Role,
    },
};

/// People on a page.
const PAGE: usize = 20;
/// Campaigns that are shown.
const CAMPAIGNS: i64 = 12;

#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    /// The last score and the last person of the page before.
    #[serde(default)]
    after: String,
    /// Whether the strategies are to be there at once, for those without a script.
    #[serde(default)]
    strategies: String,
    #[serde(default)]
    did: String,
}

#[derive(Template)]
#[template(path = "personas/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: Uuid,
    name: String,
    about: String,
    dot: Dot,
    is_active: bool,
    is_sample: bool,
    figures: Vec<Figure>,
    trend: Trend,
    threshold: String,
    criteria: Vec<Asked>,
    people: Vec<Person>,
    total: String,
    next: Option<String>,
    is_first: bool,
    /// Where anybody matches.
    scores: Option<Columns>,
    campaigns: Vec<Campaign>,
    strategies: Option<Vec<Strategy>>,
}

struct Figure {
    words: &'static str,
    value: String,
    change: Option<Change>,
    note: String,
}

/// Thirty days, as a chart and as a table, the last day first.
struct Trend {
    chart: Chart,
    rows: Vec<(String, String, String)>,
}

/// A criterion as the page shows it.
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) says: String,
    pub(super) weight: i64,
    pub(super) is_required: bool,
}

struct Person {
    id: i32,
    name: String,
    title: Option<String>,
    company: Option<String>,
    score: String,
    sum: String,
    fits: Vec<Fit>,
    pin: Option<String>,
    engagement: String,
}

struct Campaign {
    id: i32,
    name: String,
    state: State,
    people: String,
    share: ShareBar,
    engagements: String,
    part: String,
}

/// What there is of a persona besides its figures.
pub(super) struct Details {
    trend: Vec<PersonaTrend>,
    people: Vec<PersonaPeopleShown>,
    histogram: Vec<i64>,
    campaigns: Vec<PersonaCampaigns>,
    by_hand: i64,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let session = &visitor.session;
    let shell = Shell::live(&pages, session, "/personas", "metrics");
    let reading = session.read(&pages.database).await?;
    let (one, two) = reading.both();
    let (after_score, after_id) = after(&wanted.after).unzip();
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let of_people = async {
        let persona = sql::personas_shown().bind(&**one, &Some(id)).opt().await?.ok_or_else(nothing)?;
        let after_score = after_score.as_deref();
        let people = sql::persona_people_shown().bind(&**one, &id, &after_id, &after_score, &most).all().await?;
        Ok::<_, Error>((persona, people, personas_sql::persona_scores().bind(&**one, &id).one().await?))
    };
    let of_campaigns = async {
        let trend = sql::persona_trend().bind(&**two, &id).all().await?;
        let campaigns = sql::persona_campaigns().bind(&**two, &id, &CAMPAIGNS).all().await?;
        let by_hand = sql::persona_contents().bind(&**two, &id).one().await?.by_hand;
        let strategies =
            if wanted.strategies.is_empty() { None } else { Some(strategies::find(two, id, strategies::SHOWN).await?) };
        Ok((trend, campaigns, by_hand, strategies))
    };
    let ((persona, people, histogram), (trend, campaigns, by_hand, strategies)) =
        tokio::try_join!(of_people, of_campaigns)?;
    reading.end().await;
    let details = Details { trend, people, histogram, campaigns, by_hand };
    Ok(answer::page(&ShowPage::new(shell, &wanted, persona, details, strategies)))
}

/// The score and the person after whom a page begins; of what is no such pair, the first.
fn after(text: &str) -> Option<(String, i32)> {
    let (score, person) = text.split_once('-')?;
    let number: u16 = score.parse().ok().filter(|score| *score <= 100)?;
    Some((format!("{}.{:02}", number / 100, number % 100), person.parse().ok()?))
}

/// Criteria as the pages show them.
pub(super) fn asked(criteria: &serde_json::Value) -> Vec<Asked> {
    let one = |one: Criterion| Asked {
        name: shown::word(one.name),
        says: one.says,
        weight: one.weight,
        is_required: one.is_required,
    };
    personas::criteria_in_words(criteria).into_iter().map(one).collect()
}

impl ShowPage {
    fn new(
        shell: Shell,
        wanted: &Wanted,
        persona: PersonasShown,
        mut details: Details,
        strategies: Option<Vec<Strategy>>,
    ) -> Self {
        let month = Month::of(&persona.engagements);
        let is_last = details.people.len() <= PAGE;
        details.people.truncate(PAGE);
        let next = details.people.last().filter(|_| !is_last);
        let next = next.map(|last| format!("{:.0}-{}", 100.0 * last.match_score, last.id));
        Self {
            shell,
            did: lists::done(&wanted.did),
            id: persona.id,
            about: persona.description.unwrap_or_default(),
            is_active: persona.is_active,
            is_sample: persona.is_sample,
            figures: vec![
                Figure {
                    words: "People",
                    value: shown::count(persona.people),
                    change: None,
                    note: format!("{} in 30 days", signed(persona.entered - persona.departed)),
                },
                Figure {
                    words: "Average match",
                    value: score(persona.average_score),
                    change: None,
                    note: format!("{:.2} or more matches", persona.threshold),
                },
                Figure {
                    words: "Engagements, 30 days",
                    value: shown::count(month.now),
                    change: Some(Change { now: month.now, before: month.before }),
                    note: format!("from {}", shown::count(month.before)),
                },
                Figure {
                    words: "Decided by hand",
                    value: shown::count(details.by_hand),
                    change: None,
                    note: "pinned or excluded".to_owned(),
                },
            ],
            trend: Trend::new(&details.trend),
            threshold: format!("{:.2}", persona.threshold),
            criteria: asked(&persona.criteria),
            total: shown::counted(persona.people, "person matches", "people match"),
            is_first: after(&wanted.after).is_none(),
            next,
            people: details.people.into_iter().map(Person::new).collect(),
            scores: (persona.people > 0).then_some(Columns { bins: details.histogram, threshold: persona.threshold }),
            campaigns: details.campaigns.into_iter().map(Campaign::new).collect(),
            strategies,
            dot: Dot(persona.colour),
            name: persona.name,
        }
    }
}

impl Trend {
    fn new(days: &[PersonaTrend]) -> Self {
        let row = |day: &PersonaTrend| (shown::day(day.day), shown::count(day.engagements), shown::count(day.people));
        let series = |name: &str, data: Vec<i64>| Series { name: name.to_owned(), colour: None, data };
        Self {
            rows: days.iter().rev().map(row).collect(),
            chart: Chart {
                x: days.iter().map(|day| Date::to_string(&day.day)).collect(),
                unit: "",
                stack: false,
                series: vec![
                    series("Engagements", days.iter().map(|day| day.engagements).collect()),
                    series("People", days.iter().map(|day| day.people).collect()),
                ],
            },
        }
    }
}

impl Person {
    fn new(row: PersonaPeopleShown) -> Self {
        let fits = receipts::fits(row.receipt.as_ref());
        Self {
            id: row.id,
            name: row.name,
            title: row.title,
            company: row.company,
            score: score(Some(row.match_score)),
            sum: receipts::sum(&fits),
            fits,
            pin: row.pinned.then(|| row.reason.unwrap_or_default()),
            engagement: shown::maybe_count(row.score),
        }
    }
}

impl Campaign {
    fn new(row: PersonaCampaigns) -> Self {
        Self {
            id: row.id,
            name: row.name,
            state: State(row.status),
            people: shown::count(row.people.into()),
            share: ShareBar(row.share_of_persona),
            engagements: shown::count(row.engagements),
            part: row.share_of_campaign.map_or_else(|| "–".to_owned(), shown::share),
        }
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let day = jiff::civil::date(2026, 11, 27);
        let person = |id, pinned| PersonaPeopleShown {
            id,
            name: "<b>".to_owned(),
            title: Some("<b>".to_owned()),
            company: Some("<b>".to_owned()),
            company_id: Some(1),
            match_score: 0.75,
            confidence: 1.0,
            pinned,
            reason: Some("<b>".to_owned()),
            score: Some(12),
            receipt: Some(serde_json::json!([{"criterion": "title", "weight": 3, "outcome": "hit"}])),
        };
        let campaign = PersonaCampaigns {
            id: 1,
            name: "<b>".to_owned(),
            status: "active".to_owned(),
            people: 7,
            engagements: 9,
            share_of_campaign: None,
            share_of_persona: Some(0.1),
        };
        let whole = Details {
            trend: vec![PersonaTrend { day, engagements: 7, people: 3 }],
            people: (1..=21).map(|id| person(id, id == 1)).collect(),
            histogram: vec![0, 0, 0, 0, 0, 0, 3, 20, 7, 40],
            campaigns: vec![campaign],
            by_hand: 1,
        };
        let bare = Details {
            trend: Vec::new(),
            people: Vec::new(),
            histogram: vec![0; 10],
            campaigns: Vec::new(),
            by_hand: 0,
        };
        let page = |is_whole, details, strategies| {
            Self::new(Shell::sample("/personas"), &Wanted::default(), super::sample(1, is_whole), details, strategies)
        };
        vec![page(true, whole, Some(vec![strategies::sample()])), page(false, bare, None)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_begins_after_a_score_and_a_person_or_at_the_start() {
        assert_eq!(after("75-12"), Some(("0.75".to_owned(), 12)));
        assert_eq!(after("100-1"), Some(("1.00".to_owned(), 1)));
        for odd in ["", "75", "101-1", "-1-1", "75-x", "75-99999999999"] {
            assert_eq!(after(odd), None, "{odd}");
        }
    }
}
