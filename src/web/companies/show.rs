//! One company: who of it engaged, which personas they cover, and which campaigns reached it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::Response,
};
use queries::queries::{
    company_pages::{self as sql, CompanyCampaigns, CompanyCounts, CompanyCovers, CompanyFacts, CompanyWeeks},
    person_pages::PeopleShown,
};
use uuid::Uuid;

use super::super::{
    Pages, answer,
    answer::Problem,
    assets, people,
    shell::Shell,
    shown::{self, Chart, Dot, Series, State},
    visitor::Visitor,
};
use crate::{db::TenantTx, error::Error, model::users::Role};

/// People and campaigns that are shown.
const SHOWN: u8 = 15;

#[derive(Template)]
#[template(path = "companies/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    id: i32,
    name: String,
    about: Vec<String>,
    page: Option<String>,
    figures: Vec<(&'static str, String, String)>,
    chart: Option<Chart>,
    weeks: Vec<(String, String, String)>,
    personas: Vec<Persona>,
    people: Vec<people::Row>,
    total: String,
    campaigns: Vec<Campaign>,
}

struct Persona {
    id: Uuid,
    name: String,
    dot: Dot,
    people: String,
    score: String,
}

struct Campaign {
    id: i32,
    name: String,
    state: State,
    people: String,
    engagements: String,
    spend: String,
    last: String,
}

/// What the database says.
struct Details {
    facts: CompanyFacts,
    counts: CompanyCounts,
    personas: Vec<CompanyCovers>,
    weeks: Vec<CompanyWeeks>,
    people: Vec<PeopleShown>,
    total: i64,
    campaigns: Vec<CompanyCampaigns>,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let nothing = || Error::NotFound("There is no such company.".to_owned());
    let id: i32 = id.parse().map_err(|_| nothing())?;
    let tx = visitor.session.begin(&pages.database).await?;
    let facts = sql::company_facts().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let details = find(&tx, facts).await?;
    tx.commit().await?;
    Ok(answer::page(&ShowPage::new(Shell::of(&visitor.session, "/companies"), details)))
}

async fn find(tx: &TenantTx, facts: CompanyFacts) -> Result<Details, Error> {
    let id = facts.id;
    // The people are those of the list of people, in its order.
    let (total, people) = people::first(tx, &format!("company={id}"), SHOWN.into()).await?;
    Ok(Details {
        counts: sql::company_counts().bind(&**tx, &id).one().await?,
        personas: sql::company_covers().bind(&**tx, &id).all().await?,
        weeks: sql::company_weeks().bind(&**tx, &id).all().await?,
        people,
        total,
        campaigns: sql::company_campaigns().bind(&**tx, &id, &SHOWN.into()).all().await?,
        facts,
    })
}

impl ShowPage {
    fn new(shell: Shell, found: Details) -> Self {
        let Details { facts, counts, personas, weeks, people, total, campaigns } = found;
        let size = facts.size_band.map(|size| format!("{size} people"));
        let about = [facts.industry, size, facts.location.or(facts.country), facts.domain];
        let slug = facts.linkedin_slug.map(|slug| {
            let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
            format!("https://www.linkedin.com/company/{slug}")
        });
        let is_quiet = weeks.iter().all(|week| week.engagements == 0);
        let part = |part: i64, words: &str| {
            shown::ratio(part, counts.people)
                .map_or_else(String::new, |share| format!("{} {words}", shown::share_of(share, 0)))
        };
        Self {
            shell,
            id: facts.id,
            name: facts.name,
            about: about.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect(),
            page: shown::web_address(facts.linkedin_url).or(slug),
            figures: vec![
                ("People", shown::count(counts.people), "known to work there".to_owned()),
                ("Engaged", shown::count(counts.engaged), part(counts.engaged, "of them")),
                ("On target", shown::count(counts.targets), part(counts.targets, "of them")),
                ("Engagements", shown::count(counts.engagements), String::new()),
                spent(&campaigns),
                ("Last engaged", counts.last_day.map_or_else(|| "–".to_owned(), shown::day), String::new()),
            ],
            chart: (!is_quiet).then(|| chart(&weeks)),
            weeks: weeks
                .iter()
                .rev()
                .map(|week| (shown::day(week.first_day), shown::count(week.engagements), shown::count(week.people)))
                .collect(),
            personas: personas
                .into_iter()
                .map(|row| Persona {
                    id: row.id,
                    name: row.name,
                    dot: Dot(row.colour),
                    people: shown::count(row.people),
                    score: row.average_score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}")),
                })
                .collect(),
            people: people.into_iter().map(people::Row::new).collect(),
            total: shown::counted(total, "person", "people"),
            campaigns: campaigns
                .into_iter()
                .map(|row| Campaign {
                    id: row.id,
                    name: row.name,
                    state: State(row.status),
                    people: shown::count(row.people),
                    engagements: shown::count(row.engagements),
                    spend: match (row.spend, row.currency) {
                        (Some(spend), Some(currency)) => shown::money(spend, &currency),
                        _ => "–".to_owned(),
                    },
                    last: row.last_day.map_or_else(|| "–".to_owned(), shown::day),
                })
                .collect(),
        }
    }
}

/// This company's part of what campaigns spent, as a figure.
fn spent(campaigns: &[CompanyCampaigns]) -> (&'static str, String, String) {
    const WORDS: &str = "Spend that reached it";
    let Some(first) = campaigns.first() else {
        return (WORDS, "–".to_owned(), "no campaign has reached it".to_owned());
    };
    match (first.whole_spend, &first.whole_currency) {
        (Some(spend), Some(currency)) => {
            let note = "of its campaigns, divided among all who engaged".to_owned();
            (WORDS, shown::money(spend, currency), note)
        }
        (None, Some(_)) => (WORDS, "–".to_owned(), "in several currencies; each campaign has its own".to_owned()),
        _ => (WORDS, "–".to_owned(), "no ad of these campaigns reported any".to_owned()),
    }
}

/// Twelve weeks, each by its first day.
fn chart(weeks: &[CompanyWeeks]) -> Chart {
    let series = |name: &str, data: Vec<i64>| Series { name: name.to_owned(), colour: None, data };
    Chart {
        x: weeks.iter().map(|week| week.first_day.to_string()).collect(),
        unit: "",
        stack: false,
        series: vec![
            series("Engagements", weeks.iter().map(|week| week.engagements).collect()),
            series("People", weeks.iter().map(|week| week.people).collect()),
        ],
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let day = jiff::civil::date(2026, 11, 27);
        let bad = || Some("<b>".to_owned());
        let facts = |is_whole: bool| CompanyFacts {
            id: 7,
            name: "</title><b>".to_owned(),
            industry: bad().filter(|_| is_whole),
            size_band: None,
            location: bad().filter(|_| is_whole),
            country: None,
            domain: bad().filter(|_| is_whole),
            linkedin_url: Some("javascript:alert(1)".to_owned()),
            linkedin_slug: Some("\"><b>".to_owned()),
        };
        let counts = CompanyCounts { people: 9, engaged: 7, engagements: 30, last_day: Some(day), targets: 3 };
        let persona = CompanyCovers {
            id: Uuid::nil(),
            name: "<b>".to_owned(),
            colour: "\"><b>".to_owned(),
            people: 3,
            average_score: Some(0.8),
        };
        let campaign = CompanyCampaigns {
            id: 1,
            name: "<b>".to_owned(),
            status: "active".to_owned(),
            engagements: 30,
            people: 7,
            last_day: Some(day),
            spend: Some(12.5),
            currency: Some("<b>".to_owned()),
            whole_spend: Some(12.5),
            whole_currency: Some("<b>".to_owned()),
        };
        let bare = CompanyCounts { people: 0, engaged: 0, engagements: 0, last_day: None, targets: 0 };
        vec![
            Self::new(
                Shell::sample("/companies"),
                Details {
                    facts: facts(true),
                    counts,
                    personas: vec![persona],
                    weeks: vec![CompanyWeeks { first_day: day, engagements: 7, people: 3 }],
                    people: Vec::new(),
                    total: 9,
                    campaigns: vec![campaign],
                },
            ),
            Self::new(
                Shell::sample("/companies"),
                Details {
                    facts: facts(false),
                    counts: bare,
                    personas: Vec::new(),
                    weeks: Vec::new(),
                    people: Vec::new(),
                    total: 0,
                    campaigns: Vec::new(),
                },
            ),
        ]
    }
}
