//! Campaign groups: which there are, and what the campaigns of one came to together.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use queries::queries::{
    campaign_groups::{self as sql, GroupCompanies, GroupPersonas, GroupTotals},
    campaign_pages::{self, CampaignFigures},
};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{
    Pages, answer,
    answer::Problem,
    assets, campaigns,
    fields::Fields,
    lists::{self, After, Choice, Turns},
    shell::Shell,
    shown::{self, Bar, Change, Dot, ShareBar, State},
    visitor::Visitor,
};
use crate::{
    db::{Reading, TenantTx},
    error::Error,
    model::{campaign_groups as groups, campaigns::change, sessions::Session, users::Role},
};

mod edit;

#[cfg(test)]
pub(super) use edit::EditPage;

/// Groups that are shown at once.
const MOST: usize = 200;

#[derive(Deserialize, Default)]
struct Wanted {
    #[serde(default)]
    text: String,
    #[serde(default)]
    did: String,
    #[serde(flatten)]
    after: After,
}

#[derive(Template)]
#[template(path = "campaign_groups/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    text: String,
    rows: Vec<Row>,
    turns: Turns,
}

struct Row {
    id: i64,
    name: String,
    client: Option<String>,
    state: State,
    campaigns: String,
    days: Option<String>,
    budget: String,
}

impl Row {
    fn new(row: &Value) -> Self {
        Self {
            id: row["id"].as_i64().unwrap_or_default(),
            name: text(row, "name").unwrap_or_default(),
            client: text(row, "client_name"),
            state: State(text(row, "status").unwrap_or_default()),
            campaigns: shown::maybe_count(row["campaigns"].as_i64()),
            days: days(row),
            budget: budget(row).unwrap_or_else(|| "–".to_owned()),
        }
    }
}

fn text(row: &Value, key: &str) -> Option<String> {
    row[key].as_str().map(str::to_owned).filter(|text| !text.trim().is_empty())
}

fn days(row: &Value) -> Option<String> {
    let day = |key: &str| row[key].as_str().and_then(|day| day.parse().ok());
    shown::days(day("start_date"), day("end_date"))
}

fn budget(row: &Value) -> Option<String> {
    let amount = row["budget"].as_f64()?;
    Some(shown::money(amount, &text(row, "currency").unwrap_or_default()))
}

/// From the first day of any campaign to the last of any; none, where not all say when they begin.
fn days_of_all(rows: &[CampaignFigures]) -> Option<String> {
    let first = rows.iter().map(|row| row.start_date).collect::<Option<Vec<_>>>()?.into_iter().min();
    // One that goes on goes on for all.
    let last = rows.iter().map(|row| row.end_date).collect::<Option<Vec<_>>>().and_then(|days| days.into_iter().max());
    shown::days(first, last)
}

/// The budgets of campaigns together, for what was spent in a currency; none, where one of them has none in it.
fn budget_of_all(rows: &[CampaignFigures], currency: &str) -> Option<String> {
    let budgets = rows.iter().map(|row| row.budget.filter(|_| row.currency == currency));
    let all = budgets.collect::<Option<Vec<f64>>>().filter(|all| !all.is_empty())?;
    Some(shown::money(all.iter().sum(), currency))
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/campaign-groups", get(list).post(edit::create))
        .route("/campaign-groups/new", get(edit::new))
        .route("/campaign-groups/{id}", get(show).post(edit::change))
        .route("/campaign-groups/{id}/edit", get(edit::edit))
        .route("/campaign-groups/{id}/campaigns", get(show).post(place))
        .route("/campaign-groups/{id}/delete", get(ask).post(delete))
}

/// There is one answer for a group that never was, another tenant's, and one of which a client sees no campaign.
fn nothing() -> Error {
    Error::NotFound("There is no such campaign group, or it was deleted.".to_owned())
}

/// The number in an address; what is none is that of no group.
fn id_of(text: &str) -> Result<i32, Error> {
    text.parse().map_err(|_| nothing())
}

async fn read(tx: &TenantTx, id: i32) -> Result<Value, Error> {
    groups::item(tx, id).await.map_err(|error| if matches!(error, Error::NotFound(_)) { nothing() } else { error })
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let text = wanted.text.trim();
    let search = Some(text).filter(|text| !text.is_empty());
    let (key, id) = wanted.after.place::<i32>();
    let most = i64::try_from(MOST).unwrap_or(i64::MAX) + 1;
    let shell = Shell::live(&pages, &visitor.session, "/campaigns", "campaigns");
    let tx = visitor.session.begin(&pages.database).await?;
    let found = sql::group_items()
        .bind(&*tx, &None, &None::<&str>, &search, &"name", &id, &false, &key.as_ref(), &most)
        .all()
        .await?;
    tx.commit().await?;
    let last = found.get(MOST - 1).filter(|_| found.len() > MOST).map(|row| (&row.key, row.id.to_string()));
    Ok(answer::page(&ListPage {
        shell,
        did: lists::done(&wanted.did),
        turns: Turns::new("/campaign-groups", &[("text", text)], &wanted.after, last),
        text: text.to_owned(),
        rows: found.iter().take(MOST).map(|row| Row::new(&row.item)).collect(),
    }))
}

#[derive(Template)]
#[template(path = "campaign_groups/show.html")]
pub(super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: i32,
    name: String,
    client: Option<String>,
    state: State,
    days: Option<String>,
    figures: Vec<Figure>,
    personas: Vec<Persona>,
    companies: Vec<(String, String, String)>,
    campaigns: Vec<Campaign>,
    /// Campaigns that can be put into it.
    others: Vec<Choice>,
}

struct Figure {
    words: &'static str,
    value: String,
    unit: String,
    note: String,
}

struct Persona {
    id: String,
    name: String,
    dot: Dot,
    people: String,
    bar: Bar,
    engagements: String,
}

struct Campaign {
    id: i32,
    name: String,
    state: State,
    engagements: String,
    people: String,
    accuracy: ShareBar,
    spend: String,
    week: String,
    change: Change,
}

async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let (id, session) = (id_of(&id)?, &visitor.session);
    let shell = Shell::live(&pages, session, "/campaigns", "metrics campaigns");
    let reading = session.read(&pages.database).await?;
    let page = page(&reading, session, shell, id).await?;
    reading.end().await;
    Ok(answer::page(&ShowPage { did: lists::done(&wanted.did), ..page }))
}

/// A group as somebody sees it: a client sees what their own campaigns in it came to.
async fn page(reading: &Reading, session: &Session, shell: Shell, id: i32) -> Result<ShowPage, Error> {
    let (one, two) = reading.both();
    let group = read(one, id).await?;
    let seen = session.campaigns.as_deref();
    let inside = groups::campaigns(one, id, seen).await?;
    if seen.is_some() && inside.is_empty() {
        return Err(nothing());
    }
    let of_each = async {
        let rows = campaigns::figures_of_group(one, session, id).await?;
        let mut others = Vec::new();
        if shell.may_change() {
            let all = campaign_pages::campaign_choices().bind(&**one).all().await?.into_iter();
            let all = all.filter(|row| !inside.contains(&row.id));
            others.extend(all.map(|row| Choice::new(row.id.to_string(), row.name, "")));
        }
        let totals = sql::group_totals().bind(&**one, &inside.as_slice()).one().await?;
        let personas = sql::group_personas().bind(&**one, &inside.as_slice()).all().await?;
        Ok::<_, Error>((rows, others, totals, personas))
    };
    let companies = async { Ok(sql::group_companies().bind(&**two, &two.tenant().0, &inside.as_slice()).all().await?) };
    let ((rows, others, totals, personas), companies) = tokio::try_join!(of_each, companies)?;
    Ok(ShowPage::new(shell, id, &group, Gathered { totals, personas, companies }, rows, others))
}

/// What the campaigns of a group came to together.
struct Gathered {
    totals: GroupTotals,
    personas: Vec<GroupPersonas>,
    companies: Vec<GroupCompanies>,
}

impl ShowPage {
    fn new(
        shell: Shell,
        id: i32,
        group: &Value,
        gathered: Gathered,
        rows: Vec<CampaignFigures>,
        others: Vec<Choice>,
    ) -> Self {
        let largest = gathered.personas.iter().map(|persona| persona.people).max().unwrap_or_default();
        let figures = figures(group, &gathered, &rows);
        let personas = gathered.personas.into_iter().map(|persona| Persona {
            id: persona.id.to_string(),
            name: persona.name,
            dot: Dot(persona.colour),
            people: shown::count(persona.people),
            bar: Bar(shown::ratio(persona.people, largest).unwrap_or_default(), ""),
            engagements: shown::count(persona.engagements),
        });
        let companies = gathered
            .companies
            .into_iter()
            .map(|company| (company.name, shown::count(company.people), shown::count(company.targeted)));
        Self {
            did: None,
            id,
            name: text(group, "name").unwrap_or_default(),
            client: text(group, "client_name"),
            state: State(text(group, "status").unwrap_or_default()),
            days: days(group).or_else(|| days_of_all(&rows)),
            figures,
            personas: personas.collect(),
            companies: companies.collect(),
            campaigns: rows.into_iter().map(Campaign::new).collect(),
            others,
            shell,
        }
    }
}

fn figures(group: &Value, gathered: &Gathered, rows: &[CampaignFigures]) -> Vec<Figure> {
    let totals = &gathered.totals;
    let companies = gathered.companies.first().map_or(0, |company| company.companies);
    let figure = |words, value: String, note: String| Figure { words, value, unit: String::new(), note };
    let part = shown::ratio(totals.targeted, totals.people);
    let mut all = vec![
        figure("People reached", shown::count(totals.people), "each once, in however many campaigns".to_owned()),
        figure(
            "On target",
            shown::count(totals.targeted),
            part.map_or_else(String::new, |part| format!("{} of the people", shown::share(part))),
        ),
        figure(
            "Engagements",
            shown::count(totals.engagements),
            format!("with {}", shown::counted(totals.posts, "post", "posts")),
        ),
        figure("Companies", shown::count(companies), "where they work".to_owned()),
    ];
    if let Some(impressions) = totals.impressions {
        all.push(figure("Impressions", shown::count(impressions), String::new()));
    }
    if totals.spend.is_some() {
        let currency = totals.currency.as_deref().unwrap_or_default();
        let of = budget(group).map(|budget| format!("of {budget}"));
        let of = of.or_else(|| Some(format!("of {} in all, as its campaigns say", budget_of_all(rows, currency)?)));
        let each = totals.cost_per_target;
        let each = each.map(|each| format!("{} for one on target", shown::money(each, currency)));
        all.push(Figure {
            unit: currency.to_owned(),
            ..figure("Spend", shown::amount(totals.spend), of.or(each).unwrap_or_default())
        });
    }
    all
}

impl Campaign {
    fn new(row: CampaignFigures) -> Self {
        Self {
            id: row.id,
            engagements: shown::count(row.engagements),
            people: shown::count(row.people),
            accuracy: ShareBar(row.targeting_accuracy),
            spend: shown::maybe_money(row.spend, &row.spend_currency),
            week: shown::count(row.last_7_days),
            change: Change { now: row.last_7_days, before: row.previous_7_days },
            name: row.name,
            state: State(row.status),
        }
    }
}

/// Puts a campaign into the group, or takes one out.
async fn place(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let fields = Fields::parse(&body);
    let campaign = fields.one("campaign").parse().map_err(|_| Error::invalid("Choose a campaign of the list."))?;
    let is_out = fields.has("then", "out");
    let tx = visitor.session.begin(&pages.database).await?;
    read(&tx, id).await?;
    // Whoever takes a campaign out of this group does not take it out of another, into which somebody put it meanwhile.
    if !is_out || groups::campaigns(&tx, id, None).await?.contains(&campaign) {
        let group = if is_out { Value::Null } else { id.into() };
        change(&tx, campaign, Map::from_iter([("campaign_group_id".to_owned(), group)])).await?;
    }
    tx.commit().await?;
    let did = if is_out { "ungrouped" } else { "grouped" };
    Ok(Redirect::to(&format!("/campaign-groups/{id}?did={did}")).into_response())
}

#[derive(Template)]
#[template(path = "campaign_groups/delete.html")]
pub(super) struct DeletePage {
    shell: Shell,
    id: i32,
    name: String,
    campaigns: String,
}

async fn ask(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let group = read(&tx, id).await?;
    tx.commit().await?;
    Ok(answer::page(&DeletePage {
        shell: Shell::of(&visitor.session, "/campaigns"),
        id,
        name: text(&group, "name").unwrap_or_default(),
        campaigns: shown::counted(group["campaigns"].as_i64().unwrap_or_default(), "campaign", "campaigns"),
    }))
}

async fn delete(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    groups::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/campaign-groups?did=group-deleted").into_response())
}

#[cfg(test)]
fn sample() -> Value {
    serde_json::json!({
        "id": 1, "name": "\"><b>", "client_name": "<b>", "status": "active", "campaigns": 2, "budget": 1000.5, "currency": "<b>",
        "start_date": "2026-11-01", "end_date": "2026-11-27",
    })
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let page = |text: &str, rows| Self {
            shell: Shell::sample("/campaigns"),
            did: None,
            text: text.to_owned(),
            rows,
            turns: Turns { first: Some("\"><b>".to_owned()), next: Some("\"><b>".to_owned()) },
        };
        vec![page("", Vec::new()), page("\"><b>", Vec::new()), page("", vec![Row::new(&sample())])]
    }
}

#[cfg(test)]
impl ShowPage {
    pub(super) fn samples() -> Vec<Self> {
        let name = || "<b>".to_owned();
        let totals = |people, currency| GroupTotals {
            people,
            targeted: 3,
            engagements: 8,
            posts: 2,
            impressions: Some(9),
            spend: Some(1.5),
            currency,
            cost_per_target: None,
        };
        let persona = GroupPersonas { id: uuid::Uuid::nil(), name: name(), colour: name(), people: 3, engagements: 4 };
        let gathered = Gathered {
            totals: totals(7, Some(name())),
            personas: vec![persona],
            companies: vec![GroupCompanies { name: name(), people: 3, targeted: 1, companies: 1 }],
        };
        let none = Gathered { totals: totals(0, None), personas: Vec::new(), companies: Vec::new() };
        let others = vec![Choice::new("\"><b>", "<b>", "")];
        let shell = || Shell::sample("/campaigns");
        let empty = serde_json::json!({"name": "<b>", "status": "draft"});
        vec![
            Self::new(shell(), 1, &sample(), gathered, campaigns::samples(), others),
            Self::new(shell(), 1, &empty, none, Vec::new(), Vec::new()),
        ]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(super) fn samples() -> Vec<Self> {
        let text = || "\"><b>".to_owned();
        vec![Self { shell: Shell::sample("/campaigns"), id: 1, name: text(), campaigns: text() }]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_group_that_says_nothing_of_money_and_days_has_those_of_its_campaigns() {
        let campaign = |budget, currency: &str, first, last| CampaignFigures {
            budget,
            currency: currency.to_owned(),
            start_date: first,
            end_date: last,
            ..campaigns::samples().swap_remove(0)
        };
        let (march, may, june) = (date(2026, 3, 1), date(2026, 5, 1), date(2026, 6, 30));
        let mut rows = vec![
            campaign(Some(1000.0), "EUR", Some(may), Some(june)),
            campaign(None, "USD", Some(march), Some(may)),
            campaign(Some(500.0), "EUR", Some(may), Some(may)),
        ];
        let amount =
            |rows: &[CampaignFigures]| budget_of_all(rows, "EUR").map(|said| said.replace(char::is_whitespace, " "));
        assert_eq!(amount(&rows), None, "one has none");
        rows[1].budget = Some(1.0);
        assert_eq!((amount(&rows), amount(&[])), (None, None), "euros and dollars are not added up");
        assert_eq!(amount(&[rows.remove(2), rows[0].clone()]).as_deref(), Some("1 500.00 EUR"));
        assert_eq!(days_of_all(&rows), shown::days(Some(march), Some(june)));
        rows[0].end_date = None;
        assert_eq!(days_of_all(&rows), shown::days(Some(march), None), "one goes on");
        rows[1].start_date = None;
        assert_eq!(days_of_all(&rows), None);
    }
}
