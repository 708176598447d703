//! People: a list to be searched, filtered and sorted, as a page and as a file, and what can be done with many of them at once.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::queries::{
    campaign_pages,
    person_pages::{self as sql, PeopleShown},
    persona_pages as personas_sql,
};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    fields::Fields,
    lists::{self, Choice, Heading, Sorts},
    saved_views::{List, Saved},
    shell::Shell,
    shown::{self, Dot},
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{persons, users::Role},
};
use filter::{Found, Place, Wanted};

mod change;
mod erase;
mod export;
mod filter;
mod show;
mod standing;
mod timeline;

#[cfg(test)]
pub(super) use erase::ErasePage;
pub(super) use filter::kept;
#[cfg(test)]
pub(super) use show::ShowPage;

/// People on a page.
const PAGE: usize = 50;

/// What somebody is to the team, by the words of the database.
pub(super) const STATUSES: [&str; 6] = ["new", "contacted", "engaged", "qualified", "customer", "disqualified"];

const COLUMNS: [Heading; 5] = [
    Heading::word("name", "Person", ""),
    Heading::word("company", "Company", "wide"),
    Heading::number("match", "Match", "num"),
    Heading::number("score", "Score", "num"),
    Heading::number("engaged", "Last", "num wide"),
];

/// Views that many want: a name, and the filter that it stands for.
const VIEWS: [(&str, &str); 5] = [
    ("Everybody", ""),
    ("On target", "matched=yes"),
    ("Hot this month", "matched=yes&since=30&sort=score"),
    ("On target, no status yet", "matched=yes&status=none"),
    ("Came last", "sort=seen"),
];

#[derive(Template)]
#[template(path = "people/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    has_any: bool,
    wanted: Wanted,
    views: Vec<(&'static str, &'static str, bool)>,
    /// The company, which is chosen on its page: its name, and the list without it.
    company: Option<(String, String)>,
    segments: Vec<Choice>,
    owners: Vec<String>,
    tags: Vec<String>,
    personas: Vec<Choice>,
    campaigns: Vec<Choice>,
    statuses: Vec<Choice>,
    seniorities: Vec<Choice>,
    functions: Vec<Choice>,
    since: Vec<Choice>,
    headings: Vec<Sorts>,
    rows: Vec<Row>,
    total: String,
    /// The filter and the order, as an address says them.
    here: String,
    first: Option<String>,
    next: Option<String>,
    has_match: bool,
    saved: Saved,
}

/// Somebody in a list.
pub(super) struct Row {
    pub(super) id: i32,
    pub(super) name: String,
    pub(super) title: Option<String>,
    /// With its id, where it is one that is known.
    pub(super) company: Option<(Option<i32>, String)>,
    pub(super) personas: Vec<(Dot, String)>,
    pub(super) more: usize,
    status: Option<String>,
    /// Who has them in hand, and what they are marked with.
    labels: String,
    matching: String,
    pub(super) score: String,
    engagements: String,
    pub(super) last: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/people", get(list))
        .route("/people.csv", get(export::export))
        .route("/people/bulk", post(bulk))
        .route("/people/{id}", get(show::show).post(change::say))
        .route("/people/{id}/target", post(change::target))
        .route("/people/{id}/profile", post(change::profile))
        .route("/people/{id}/erase", get(erase::ask).post(erase::erase))
}

/// There is one answer for a person who never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such person, or the person was erased.".to_owned())
}

/// The id in an address; what is none is that of nobody.
fn id_of(text: &str) -> Result<i32, Error> {
    text.parse().map_err(|_| nothing())
}

/// What the filters can be set to.
#[derive(Default)]
struct Choices {
    personas: Vec<(String, String)>,
    campaigns: Vec<(String, String)>,
    company: Option<String>,
    segments: Vec<(String, String)>,
    owners: Vec<String>,
    tags: Vec<String>,
}

async fn choices(tx: &TenantTx, wanted: &Wanted) -> Result<Choices, Error> {
    let personas = personas_sql::persona_choices().bind(&**tx).all().await?;
    let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?;
    let company = match wanted.company.trim().parse::<i32>() {
        Ok(company) => sql::company_name().bind(&**tx, &company).opt().await?,
        Err(_) => None,
    };
    let said = sql::people_choices().bind(&**tx).one().await?;
    Ok(Choices {
        personas: personas.into_iter().map(|row| (row.id.to_string(), row.name)).collect(),
        campaigns: campaigns.into_iter().map(|row| (row.id.to_string(), row.name)).collect(),
        company,
        segments: said.segments.into_iter().zip(said.segment_names).collect(),
        owners: said.owners,
        tags: said.tags,
    })
}

/// The first people of the list that a query asks for, and how many it has: what stands on the page of something else.
pub(super) async fn first(tx: &TenantTx, query: &str, most: usize) -> Result<(i64, Vec<PeopleShown>), Error> {
    let wanted = Wanted::parse(query);
    let found = filter::find(tx, &wanted, most).await?;
    let rows = sql::people_shown().bind(&**tx, &found.ids.as_slice(), &wanted.persona_id()).all().await?;
    Ok((found.total, rows))
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let choices = choices(&tx, &wanted).await?;
    let found = filter::find(&tx, &wanted, PAGE).await?;
    let rows = sql::people_shown().bind(&*tx, &found.ids.as_slice(), &wanted.persona_id()).all().await?;
    let has_any = !rows.is_empty() || sql::has_people().bind(&*tx).one().await?;
    let saved = Saved::of(&tx, &visitor.session, List::People, &wanted.query(&[])).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/people");
    Ok(answer::page(&ListPage::new(shell, has_any, choices, wanted, &found, rows, saved)))
}

impl ListPage {
    fn new(
        shell: Shell,
        has_any: bool,
        choices: Choices,
        wanted: Wanted,
        found: &Found,
        rows: Vec<PeopleShown>,
        saved: Saved,
    ) -> Self {
        let order = wanted.order();
        let has_match = wanted.persona_id().is_some();
        let columns: Vec<Heading> = COLUMNS.into_iter().filter(|one| has_match || one.key != "match").collect();
        let here = wanted.query(&[]);
        let chosen = |all: Vec<(String, String)>, value: &str| {
            all.into_iter().map(|(one, words)| Choice::new(one, words, value)).collect()
        };
        let words = |all: Vec<&str>, value: &str, words: fn(&str) -> String| {
            all.into_iter().map(|one| Choice::new(one, words(one), value)).collect::<Vec<_>>()
        };
        let mut statuses = words(STATUSES.to_vec(), &wanted.status, shown::word);
        statuses.insert(0, Choice::new("none", "None yet", &wanted.status));
        Self {
            shell,
            did: lists::done(&wanted.did),
            has_any,
            views: VIEWS.map(|(words, query)| (words, query, wanted.is(query))).to_vec(),
            company: choices.company.map(|name| (name, wanted.without_company())),
            segments: chosen(choices.segments, &wanted.segment),
            owners: choices.owners,
            tags: choices.tags,
            personas: chosen(choices.personas, &wanted.persona),
            campaigns: chosen(choices.campaigns, &wanted.campaign),
            statuses,
            seniorities: words(
                headline::Seniority::ALL.iter().rev().map(|one| one.as_str()).collect(),
                &wanted.seniority,
                super::personas::seniority,
            ),
            functions: words(
                headline::Function::ALL.iter().map(|one| one.as_str()).collect(),
                &wanted.function,
                shown::word,
            ),
            since: [("7", "7 days"), ("14", "14 days"), ("30", "30 days"), ("90", "90 days"), ("365", "A year")]
                .map(|(days, words)| Choice::new(days, words, &wanted.since))
                .into(),
            headings: lists::headings(&columns, order, |order| wanted.filter(order)),
            total: shown::counted(found.total, "person", "people"),
            first: wanted.is_further().then(|| here.clone()),
            next: found.next.as_ref().map(|next: &Place| wanted.query(&[("after", &next.to_string())])),
            here,
            has_match,
            saved,
            rows: rows.into_iter().map(Row::new).collect(),
            wanted,
        }
    }
}

impl ListPage {
    /// Whether the segment that is asked for is none that there is.
    fn is_segment_gone(&self) -> bool {
        !self.wanted.segment.is_empty() && self.segments.iter().all(|one| !one.is_chosen)
    }
}

impl Row {
    pub(super) fn new(row: PeopleShown) -> Self {
        /// Personas that are named; of more there is a number.
        const NAMED: usize = 2;
        let personas: Vec<(Dot, String)> = row.colours.into_iter().map(Dot).zip(row.personas).collect();
        Self {
            id: row.id,
            name: row.name,
            title: row.title.or(row.headline),
            company: row.company.map(|name| (row.company_id, name)),
            more: personas.len().saturating_sub(NAMED),
            personas: personas.into_iter().take(NAMED).collect(),
            status: row.status.map(|status| shown::word(&status)),
            labels: row.owner.into_iter().chain(row.tags).filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" · "),
            matching: row.match_score.map_or_else(|| "–".to_owned(), |score| format!("{score:.2}")),
            score: shown::maybe_count(row.score),
            engagements: row
                .engagements
                .map_or_else(String::new, |number| shown::counted(number, "engagement", "engagements")),
            last: row.last_day.map_or_else(|| "–".to_owned(), shown::day),
        }
    }
}

/// What is done with those who were chosen on a page.
async fn bulk(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let mut people: Vec<i32> = fields.all("person").filter_map(|id| id.parse().ok()).collect();
    // In the order in which everybody holds them.
    people.sort_unstable();
    people.dedup();
    // Back to where they were chosen; what stands there is read as an address of ours, and written anew.
    let back = |did: &str| {
        let back = Wanted::parse(fields.one("back"));
        let back = back.query(&[("after", back.after.as_str()), ("did", did)]);
        Redirect::to(&format!("/people?{back}")).into_response()
    };
    if people.is_empty() {
        return Ok(back("nobody"));
    }
    let act = change::Act::of(fields.one("act"))?;
    let tx = visitor.session.begin(&pages.database).await?;
    let people = sql::people_there().bind(&*tx, &people.as_slice()).all().await?;
    if people.is_empty() {
        return Ok(back("gone"));
    }
    let done = match act {
        change::Act::Status => {
            change::set_status(&tx, &people, fields.one("status")).await?;
            "status"
        }
        change::Act::Hold(hold) => {
            let persona =
                Uuid::parse_str(fields.one("persona")).map_err(|_| Error::invalid("Choose a persona first."))?;
            for person in &people {
                persons::hold(&tx, hold, persona, *person, None).await?;
            }
            change::did(hold)
        }
    };
    tx.commit().await?;
    Ok(back(done))
}

/// Somebody of whom everything is known, and somebody of whom little is.
#[cfg(test)]
pub(super) fn samples() -> Vec<PeopleShown> {
    let bad = || Some("<b>".to_owned());
    let row = |id, is_whole: bool| PeopleShown {
        id,
        name: "<b>".to_owned(),
        title: bad().filter(|_| is_whole),
        headline: bad(),
        company: bad(),
        company_id: is_whole.then_some(7),
        status: is_whole.then(|| "new".to_owned()),
        owner: bad(),
        seniority: None,
        functions: Vec::new(),
        location: bad(),
        country: None,
        email: bad(),
        linkedin_url: Some("javascript:alert(1)".to_owned()),
        is_notable: false,
        tags: Vec::new(),
        match_score: is_whole.then_some(0.8),
        score: is_whole.then_some(12),
        last_day: is_whole.then(|| jiff::civil::date(2026, 11, 27)),
        engagements: is_whole.then_some(3),
        personas: vec!["<b>".to_owned(); 3],
        colours: vec!["\"><b>".to_owned(); 3],
        persona_ids: vec![Uuid::nil(); 3],
    };
    vec![row(1, true), row(2, false)]
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let bad = || Some("<b>".to_owned());
        let choices = || Choices {
            personas: vec![(Uuid::nil().to_string(), "<b>".to_owned())],
            campaigns: vec![("1".to_owned(), "<b>".to_owned())],
            company: bad(),
            segments: vec![("<b>".to_owned(), "<b>".to_owned())],
            owners: vec!["\"><b>".to_owned()],
            tags: vec!["\"><b>".to_owned()],
        };
        let saved = || Saved::sample(List::People);
        let place = Place { number: -7, text: "<b>".to_owned(), id: 7 };
        let found = |total, next| Found { total, ids: Vec::new(), next };
        let wanted = Wanted::parse(&format!("text=%22%3E%3Cb%3E&company=7&after=x&did=status&persona={}", Uuid::nil()));
        vec![
            Self::new(
                Shell::sample("/people"),
                false,
                Choices::default(),
                Wanted::default(),
                &found(0, None),
                Vec::new(),
                saved(),
            ),
            Self::new(Shell::sample("/people"), true, choices(), wanted.clone(), &found(0, None), Vec::new(), saved()),
            Self::new(Shell::sample("/people"), true, choices(), wanted, &found(99, Some(place)), samples(), saved()),
        ]
    }
}
