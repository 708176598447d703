//! All campaigns with their numbers, as a page and as a file for a spreadsheet.

use std::{cmp::Ordering, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::get,
};
use clap::ValueEnum;
use queries::queries::campaign_pages::{self as sql, CampaignFigures};
use serde::Deserialize;

use super::{
    Pages, answer,
    answer::Problem,
    assets, lists,
    saved_views::{List, Saved},
    shell::Shell,
    shown::{self, Change, ShareBar, State},
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaigns::{CampaignStatus, CampaignType},
        sessions::Session,
    },
    values::word,
};

mod ads;
mod delete;
mod edit;
mod form;
mod new;
mod show;

#[cfg(test)]
pub(super) use delete::DeletePage;
#[cfg(test)]
pub(super) use edit::EditPage;
#[cfg(test)]
pub(super) use new::StepPage;
#[cfg(test)]
pub(super) use show::ShowPage;

/// Campaigns on a page.
const PAGE: usize = 50;

/// From what matters most to what matters least.
const STATUSES: [CampaignStatus; 6] = [
    CampaignStatus::Active,
    CampaignStatus::Paused,
    CampaignStatus::Draft,
    CampaignStatus::Completed,
    CampaignStatus::Archived,
    CampaignStatus::Cancelled,
];

/// What is asked for: a filter, an order, a page.
#[derive(Deserialize, Default, Clone)]
struct Wanted {
    #[serde(default)]
    text: String,
    #[serde(default)]
    status: String,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    dir: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    did: String,
}

impl Wanted {
    fn is_filtered(&self) -> bool {
        [&self.text, &self.status, &self.kind, &self.group].iter().any(|value| !value.trim().is_empty())
    }

    /// The query of the same filter with other words for the rest.
    fn query(&self, more: &[(&str, &str)]) -> String {
        let filter =
            [("text", self.text.trim()), ("status", &self.status), ("type", &self.kind), ("group", &self.group)];
        let pairs = filter.iter().chain(more).filter(|(_, value)| !value.is_empty());
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    fn order(&self) -> (Column, bool) {
        let column = COLUMNS.iter().map(|heading| heading.column).find(|column| column.name() == self.sort);
        let column = column.unwrap_or(Column::Engagements);
        (column, if self.dir.is_empty() { column.begins_ascending() } else { self.dir == "asc" })
    }

    /// The query of the filter and the order.
    fn kept(&self) -> String {
        let (column, ascending) = self.order();
        self.query(&[("sort", column.name()), ("dir", lists::direction(ascending))])
    }
}

/// What a query asks of campaigns, as a view keeps it.
pub(super) fn kept(query: &str) -> String {
    lists::asked::<Wanted>(query).kept()
}

/// What campaigns can be sorted by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Status,
    Impressions,
    Engagements,
    Rate,
    People,
    Targeted,
    Spend,
    Cost,
    Week,
}

impl Column {
    const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Status => "status",
            Self::Impressions => "impressions",
            Self::Engagements => "engagements",
            Self::Rate => "rate",
            Self::People => "people",
            Self::Targeted => "targeted",
            Self::Spend => "spend",
            Self::Cost => "cost",
            Self::Week => "week",
        }
    }

    /// Words are read from the first, numbers from the largest.
    const fn begins_ascending(self) -> bool {
        matches!(self, Self::Name | Self::Status)
    }

    fn number(self, row: &CampaignFigures) -> Option<f64> {
        match self {
            Self::Name => None,
            Self::Status => STATUSES.iter().position(|status| word(status) == row.status).map(|place| place as f64),
            Self::Impressions => row.impressions.map(|number| number as f64),
            Self::Engagements => Some(row.engagements as f64),
            Self::Rate => row.engagement_rate,
            Self::People => Some(row.people as f64),
            Self::Targeted => row.targeting_accuracy,
            Self::Spend => row.spend,
            Self::Cost => row.cost_per_engagement,
            Self::Week => Some(row.last_7_days as f64),
        }
    }

    /// What is not known comes last in either direction; the rows come by name, and stay so where all else is the same.
    fn compare(self, ascending: bool, one: &CampaignFigures, other: &CampaignFigures) -> Ordering {
        match (self.number(one), self.number(other)) {
            (Some(one), Some(other)) if ascending => one.total_cmp(&other),
            (Some(one), Some(other)) => other.total_cmp(&one),
            (one, other) => other.is_some().cmp(&one.is_some()),
        }
    }

    fn sort(self, ascending: bool, rows: &mut [CampaignFigures]) {
        if self == Self::Name {
            if !ascending {
                rows.reverse();
            }
        } else {
            rows.sort_by(|one, other| self.compare(ascending, one, other));
        }
    }
}

/// A column as the page heads it.
struct Heading {
    column: Column,
    words: &'static str,
    unit: &'static str,
    class: &'static str,
}

const COLUMNS: [Heading; 10] = [
    Heading { column: Column::Name, words: "Campaign", unit: "", class: "" },
    Heading { column: Column::Status, words: "Status", unit: "", class: "wide" },
    Heading { column: Column::Impressions, words: "Impressions", unit: "", class: "num wider" },
    Heading { column: Column::Engagements, words: "Engagements", unit: "", class: "num" },
    Heading { column: Column::Rate, words: "Rate", unit: "%", class: "num wider" },
    Heading { column: Column::People, words: "People", unit: "", class: "num" },
    Heading { column: Column::Targeted, words: "On target", unit: "", class: "wide" },
    Heading { column: Column::Spend, words: "Spend", unit: "", class: "num wide" },
    Heading { column: Column::Cost, words: "Cost per engagement", unit: "", class: "num widest" },
    Heading { column: Column::Week, words: "7\u{a0}days", unit: "", class: "num wide" },
];

/// A heading that sorts.
struct Sorts {
    words: &'static str,
    /// What the numbers below it are counted in; empty: nothing that needs saying.
    unit: String,
    class: String,
    href: String,
    /// As `aria-sort` has it, where the rows are sorted by it.
    sorted: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "campaigns/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    sees_all: bool,
    /// Whether there is a campaign at all.
    has_any: bool,
    wanted: Wanted,
    statuses: Vec<Choice>,
    kinds: Vec<Choice>,
    groups: Vec<Choice>,
    headings: Vec<Sorts>,
    /// Of the campaigns that are shown; amounts are without their currency, where it is one.
    rows: Vec<Row>,
    /// Whether LinkedIn reports more of one of them than is known by person, which rates and costs are made of then.
    is_more_reported: bool,
    total: String,
    export: String,
    saved: Saved,
    previous: Option<String>,
    next: Option<String>,
    place: String,
}

/// A choice of a filter.
struct Choice {
    value: String,
    words: String,
    is_chosen: bool,
}

struct Row {
    id: i32,
    name: String,
    group: Option<(i32, String)>,
    strategy: Option<String>,
    state: State,
    impressions: String,
    engagements: String,
    rate: String,
    people: String,
    accuracy: ShareBar,
    accuracy_in_words: String,
    spend: String,
    cost: String,
    week: String,
    change: Change,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/campaigns", get(list).post(new::create))
        .route("/campaigns.csv", get(export))
        .route("/campaigns/new", get(new::first))
        .route("/campaigns/new/{step}", get(new::step))
        .route("/campaigns/{id}", get(show::show).post(edit::change))
        .route("/campaigns/{id}/edit", get(edit::edit))
        .route("/campaigns/{id}/delete", get(delete::ask).post(delete::delete))
}

/// The campaigns of a filter, in its order.
async fn find(tx: &TenantTx, session: &Session, wanted: &Wanted) -> Result<Vec<CampaignFigures>, Error> {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    // A group that is no number is none that there is.
    let group = given(&wanted.group).map(|group| group.parse().unwrap_or(-1));
    let (status, kind, text) = (given(&wanted.status), given(&wanted.kind), given(&wanted.text));
    let mut rows = figures_of(tx, session, None, (status, kind, group, text)).await?;
    let (column, ascending) = wanted.order();
    column.sort(ascending, &mut rows);
    Ok(rows)
}

/// Status, type, group and a part of the name.
type Filter = (Option<String>, Option<String>, Option<i32>, Option<String>);

/// The figures of the campaigns that a session sees, or of one of them.
async fn figures_of(
    tx: &TenantTx,
    session: &Session,
    campaign: Option<i32>,
    (status, kind, group, text): Filter,
) -> Result<Vec<CampaignFigures>, Error> {
    let campaigns = session.campaigns.as_deref();
    Ok(sql::campaign_figures().bind(&**tx, &campaigns, &campaign, &status, &kind, &group, &text).all().await?)
}

/// One answer for a campaign that never was, another tenant's, and one that a client does not see.
fn nothing() -> Error {
    Error::NotFound("There is no such campaign, or it was deleted.".to_owned())
}

/// The number in an address; what is none is that of no campaign.
fn id_of(text: &str) -> Result<i32, Error> {
    text.parse().map_err(|_| nothing())
}

/// The figures of the campaigns of a group that a session sees.
pub(super) async fn figures_of_group(
    tx: &TenantTx,
    session: &Session,
    group: i32,
) -> Result<Vec<CampaignFigures>, Error> {
    figures_of(tx, session, None, (None, None, Some(group), None)).await
}

/// The figures of all campaigns that a session sees.
pub(super) async fn figures(tx: &TenantTx, session: &Session) -> Result<Vec<CampaignFigures>, Error> {
    figures_of(tx, session, None, (None, None, None, None)).await
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let session = &visitor.session;
    let tx = session.begin(&pages.database).await?;
    let rows = find(&tx, session, &wanted).await?;
    let campaigns = session.campaigns.as_deref();
    let has_any = !rows.is_empty() || sql::has_campaigns().bind(&*tx, &campaigns).one().await?;
    let groups = sql::campaign_groups_shown().bind(&*tx, &campaigns).all().await?;
    let saved = Saved::of(&tx, session, List::Campaigns, &wanted.kept()).await?;
    tx.commit().await?;
    let groups = groups.into_iter().map(|group| (group.id.to_string(), group.name)).collect();
    Ok(answer::page(&ListPage::new(
        Shell::of(session, "/campaigns"),
        campaigns.is_none(),
        has_any,
        groups,
        wanted,
        rows,
        saved,
    )))
}

impl ListPage {
    fn new(
        shell: Shell,
        sees_all: bool,
        has_any: bool,
        groups: Vec<(String, String)>,
        wanted: Wanted,
        found: Vec<CampaignFigures>,
        saved: Saved,
    ) -> Self {
        let total = found.len();
        let currency = one_currency(&found);
        let last = total.div_ceil(PAGE).max(1);
        let page = wanted.page.parse().unwrap_or(1).clamp(1, last);
        let (column, ascending) = wanted.order();
        let direction = if ascending { "asc" } else { "desc" };
        let at =
            |page: usize| wanted.query(&[("sort", column.name()), ("dir", direction), ("page", &page.to_string())]);
        let choices = |all: Vec<String>, chosen: &str| {
            all.into_iter()
                .map(|value| Choice { words: shown::word(&value), is_chosen: value == chosen, value })
                .collect()
        };
        Self {
            shell,
            did: lists::done(&wanted.did),
            sees_all,
            has_any,
            statuses: choices(words(&STATUSES), &wanted.status),
            kinds: choices(words(CampaignType::value_variants()), &wanted.kind),
            groups: groups
                .into_iter()
                .map(|(value, words)| Choice { is_chosen: value == wanted.group, value, words })
                .collect(),
            headings: headings(&wanted, currency.as_deref()),
            total: shown::counted(i64::try_from(total).unwrap_or(i64::MAX), "campaign", "campaigns"),
            export: wanted.kept(),
            saved,
            previous: (page > 1).then(|| at(page - 1)),
            next: (page < last).then(|| at(page + 1)),
            place: if last > 1 { format!(", page {page} of {last}") } else { String::new() },
            is_more_reported: found.iter().any(|row| row.proven_engagements > row.engagements),
            rows: found
                .into_iter()
                .skip((page - 1) * PAGE)
                .take(PAGE)
                .map(|row| Row::new(row, currency.is_some()))
                .collect(),
            wanted,
        }
    }
}

fn words(all: &[impl ValueEnum]) -> Vec<String> {
    all.iter().map(word).collect()
}

/// The currency of everything that was spent, where it is one.
fn one_currency(rows: &[CampaignFigures]) -> Option<String> {
    let mut spent = rows.iter().filter(|row| row.spend.is_some()).map(|row| &row.spend_currency);
    let first = spent.next()?;
    spent.all(|other| other == first).then(|| first.clone())
}

fn headings(wanted: &Wanted, currency: Option<&str>) -> Vec<Sorts> {
    let (sorted, ascending) = wanted.order();
    COLUMNS
        .iter()
        .map(|heading| {
            let is_sorted = heading.column == sorted;
            let ascends = if is_sorted { !ascending } else { heading.column.begins_ascending() };
            let order = [("sort", heading.column.name()), ("dir", if ascends { "asc" } else { "desc" })];
            let unit = if matches!(heading.column, Column::Spend | Column::Cost) {
                currency.unwrap_or_default()
            } else {
                heading.unit
            };
            Sorts {
                words: heading.words,
                unit: unit.to_owned(),
                class: format!("{}{}", heading.class, if is_sorted { "" } else { " sorts" }).trim().to_owned(),
                href: wanted.query(&order),
                sorted: is_sorted.then_some(if ascending { "ascending" } else { "descending" }),
            }
        })
        .collect()
}

impl Row {
    fn new(row: CampaignFigures, is_one_currency: bool) -> Self {
        let money = |amount: Option<f64>| match amount {
            Some(amount) if !is_one_currency => shown::money(amount, &row.spend_currency),
            amount => shown::amount(amount),
        };
        Self {
            id: row.id,
            impressions: shown::maybe_count(row.impressions),
            engagements: shown::count(row.engagements),
            rate: shown::per_cent(row.engagement_rate),
            people: shown::count(row.people),
            accuracy: ShareBar(row.targeting_accuracy),
            accuracy_in_words: row
                .targeting_accuracy
                .map_or_else(String::new, |part| format!("{} on target", shown::share_of(part, 0))),
            spend: money(row.spend),
            cost: money(row.cost_per_engagement),
            week: shown::count(row.last_7_days),
            change: Change { now: row.last_7_days, before: row.previous_7_days },
            name: row.name,
            group: row.group_id.zip(row.campaign_group),
            strategy: row.strategy,
            state: State(row.status),
        }
    }
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &visitor.session, &wanted).await?;
    tx.commit().await?;
    Ok(sheet(&rows)?)
}

const HEADER: [&str; 22] = [
    "Campaign",
    "Group",
    "Status",
    "Type",
    "Objective",
    "Strategy",
    "Start",
    "End",
    "Budget",
    "Currency",
    "Spend",
    "Spend currency",
    "Impressions",
    "Clicks",
    "Engagements",
    "Engagement rate",
    "People",
    "People on target",
    "Share on target",
    "Cost per engagement",
    "Engagements in 7 days",
    "Engagements in the 7 days before",
];

/// Rows for a spreadsheet: numbers as they are, without groups or units, and nothing where they are not known.
fn sheet(rows: &[CampaignFigures]) -> Result<Response, Error> {
    answer::sheet("campaigns.csv", &HEADER, rows.iter().map(cells))
}

fn cells(row: &CampaignFigures) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let share = |share: Option<f64>| share.map(|share| format!("{share:.6}")).unwrap_or_default();
    let amount = |amount: Option<f64>| amount.map(|amount| format!("{amount:.2}")).unwrap_or_default();
    let count = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        row.name.clone(),
        text(&row.campaign_group),
        row.status.clone(),
        row.r#type.clone(),
        text(&row.objective),
        text(&row.strategy),
        day(row.start_date),
        day(row.end_date),
        amount(row.budget),
        row.currency.clone(),
        amount(row.spend),
        row.spend_currency.clone(),
        count(row.impressions),
        count(row.clicks),
        count(Some(row.engagements)),
        share(row.engagement_rate),
        count(Some(row.people)),
        count(Some(row.targeted)),
        share(row.targeting_accuracy),
        amount(row.cost_per_engagement),
        count(Some(row.last_7_days)),
        count(Some(row.previous_7_days)),
    ]
}

/// Two campaigns for the samples of pages: one with everything, one with nothing.
#[cfg(test)]
pub(super) fn samples() -> Vec<CampaignFigures> {
    vec![tests::sample(1, "</script>", true), tests::sample(2, "<b>", false)]
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let saved = || Saved::sample(List::Campaigns);
        let page = |has_any, wanted: Wanted, rows| {
            let groups = vec![("1".to_owned(), "<b>group".to_owned())];
            Self::new(Shell::sample("/campaigns"), true, has_any, groups, wanted, rows, saved())
        };
        let filtered = Wanted { text: "\"><b>".to_owned(), sort: "name".to_owned(), ..Wanted::default() };
        let client =
            Self::new(Shell::sample("/campaigns"), false, false, Vec::new(), Wanted::default(), Vec::new(), saved());
        let many = (0..51).map(|id| tests::sample(id, "<b>name", id % 2 == 0)).collect();
        vec![
            page(false, Wanted::default(), Vec::new()),
            client,
            page(true, filtered.clone(), Vec::new()),
            page(true, filtered, vec![tests::sample(1, "<b>", true)]),
            page(true, Wanted::default(), many),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A campaign with every figure, or with as few as there can be.
    pub(super) fn sample(id: i32, name: &str, is_whole: bool) -> CampaignFigures {
        let day = jiff::civil::date(2026, 11, 27);
        let some = |number: f64| is_whole.then_some(number);
        let text = |text: &str| is_whole.then(|| text.to_owned());
        CampaignFigures {
            id,
            name: name.to_owned(),
            campaign_group: text("<b>group"),
            group_id: is_whole.then_some(1),
            strategy: text("<b>strategy"),
            r#type: "sponsored_content".to_owned(),
            status: "active".to_owned(),
            objective: text("website_visits"),
            start_date: is_whole.then_some(day),
            end_date: is_whole.then_some(day),
            currency: "EUR".to_owned(),
            spend_currency: "EUR".to_owned(),
            ads: i32::from(is_whole),
            posts: i32::from(is_whole),
            impressions: is_whole.then_some(10_000),
            clicks: is_whole.then_some(73),
            reported_engagements: is_whole.then_some(150),
            proven_engagements: 150,
            measured_engagements: 150,
            engagements: if is_whole { 120 } else { 0 },
            people: if is_whole { 100 } else { 0 },
            targeted: if is_whole { 60 } else { 0 },
            last_7_days: if is_whole { 7 } else { 0 },
            previous_7_days: if is_whole { 41 } else { 0 },
            budget: some(1000.0),
            spend: some(740.0),
            click_through_rate: some(0.0073),
            engagement_rate: some(0.015),
            targeting_accuracy: some(0.6),
            cost_per_click: some(10.0),
            cost_per_engagement: some(4.93),
            budget_utilization: some(0.74),
            primary_kpi: text("click_through_rate"),
            kpi_target: some(0.008),
            kpi_actual: some(0.0073),
            benchmark_low: some(0.004),
            benchmark_high: some(0.01),
            today: day,
        }
    }

    #[test]
    fn what_is_not_known_is_last_in_either_direction() {
        for (ascending, order) in [(true, [2, 3, 1]), (false, [3, 2, 1])] {
            let mut rows = vec![sample(1, "a", false), sample(2, "b", true), sample(3, "c", true)];
            rows[1].spend = Some(1.0);
            Column::Spend.sort(ascending, &mut rows);
            assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), order);
        }
    }
}
