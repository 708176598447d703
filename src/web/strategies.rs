//! The library of strategies: how each does against its benchmark, as a page and as a file for a spreadsheet.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::{get, post},
};
use clap::ValueEnum as _;
use queries::queries::strategy_pages::{self as sql, StrategiesPerformed, StrategiesShown};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Choice, Heading, Sorts},
    saved_views::{List, Saved},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{strategies::StrategyType, users::Role},
    values::word,
};

mod delete;
mod edit;
mod form;
mod show;

#[cfg(test)]
pub(super) use delete::DeletePage;
#[cfg(test)]
pub(super) use edit::EditPage;
#[cfg(test)]
pub(super) use show::ShowPage;

const COLUMNS: [Heading; 5] = [
    Heading::word("name", "Strategy", ""),
    Heading::number("campaigns", "Campaigns", "num"),
    Heading::number("posts", "Posts", "num wide"),
    Heading::number("engagements", "Engagements", "num wide"),
    Heading::word("result", "Result", ""),
];

/// What is asked for: a filter, an order, and what was done before.
#[derive(Deserialize, Default, Clone)]
struct Wanted {
    #[serde(default)]
    text: String,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    dir: String,
    #[serde(default)]
    did: String,
}

impl Wanted {
    fn order(&self) -> (&'static str, bool) {
        lists::order(&COLUMNS, &self.sort, &self.dir, "campaigns")
    }

    /// The query of the same filter with other words for the rest.
    fn query(&self, more: &[(&str, &str)]) -> String {
        lists::query([("text", self.text.trim()), ("type", &self.kind)].into_iter().chain(more.iter().copied()))
    }

    /// The query of the filter and the order.
    fn kept(&self) -> String {
        let (sort, ascending) = self.order();
        self.query(&[("sort", sort), ("dir", lists::direction(ascending))])
    }
}

/// What a query asks of strategies, as a view keeps it.
pub(super) fn kept(query: &str) -> String {
    lists::asked::<Wanted>(query).kept()
}

#[derive(Template)]
#[template(path = "strategies/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    /// Whether there is a strategy at all.
    has_any: bool,
    wanted: Wanted,
    kinds: Vec<Choice>,
    headings: Vec<Sorts>,
    export: String,
    saved: Saved,
    total: String,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    name: String,
    kind: String,
    about: String,
    campaigns: String,
    posts: String,
    engagements: String,
    kpi: String,
    actual: String,
    usual: Option<String>,
    verdict: Verdict,
}

/// How the campaigns of a strategy do against its benchmark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Better,
    AsExpected,
    Worse,
    Unknown,
}

impl Verdict {
    pub(super) fn of(word: Option<&str>) -> Self {
        match word {
            Some("better") => Self::Better,
            Some("as expected") => Self::AsExpected,
            Some("worse") => Self::Worse,
            _ => Self::Unknown,
        }
    }

    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Better => "Better",
            Self::AsExpected => "As expected",
            Self::Worse => "Worse",
            Self::Unknown => "Not known",
        }
    }

    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Better => "good",
            Self::AsExpected => "",
            Self::Worse => "warn",
            Self::Unknown => "hollow",
        }
    }
}

/// What a key figure is in usual campaigns.
pub(super) fn usual(row: &StrategiesShown) -> Option<String> {
    let figure = |value: f64| shown::figure(&row.primary_kpi, value, &row.currency);
    match (row.benchmark_low, row.benchmark_high) {
        (Some(low), Some(high)) => Some(format!("{} to {}", figure(low), figure(high))),
        (Some(low), None) => Some(format!("{} or more", figure(low))),
        (None, Some(high)) => Some(format!("up to {}", figure(high))),
        (None, None) => None,
    }
}

/// There is one answer for a strategy that never was and another tenant's.
pub(super) fn nothing() -> Error {
    Error::NotFound("There is no such strategy, or it was deleted.".to_owned())
}

/// The id in an address; what is none is that of no strategy.
fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/strategies", get(list).post(edit::create))
        .route("/strategies.csv", get(export))
        .route("/strategies/new", get(edit::new))
        .route("/strategies/{id}", get(show::show).post(edit::change))
        .route("/strategies/{id}/edit", get(edit::edit))
        .route("/strategies/{id}/copy", post(edit::copy))
        .route("/strategies/{id}/rating", post(show::rate))
        .route("/strategies/{id}/delete", get(delete::ask).post(delete::delete))
}

/// A strategy, and what came of it.
struct Performed {
    strategy: StrategiesShown,
    did: StrategiesPerformed,
}

/// One strategy.
pub(super) async fn one(tx: &TenantTx, id: Uuid) -> Result<StrategiesShown, Error> {
    let none = None::<&str>;
    sql::strategies_shown().bind(&**tx, &Some(id), &none, &none).opt().await?.ok_or_else(nothing)
}

/// All strategies, by name.
pub(super) async fn all(tx: &TenantTx) -> Result<Vec<StrategiesShown>, Error> {
    let none = None::<&str>;
    Ok(sql::strategies_shown().bind(&**tx, &None, &none, &none).all().await?)
}

/// The strategies of a filter, in its order.
async fn find(tx: &TenantTx, wanted: &Wanted) -> Result<Vec<Performed>, Error> {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let rows = sql::strategies_shown().bind(&**tx, &None, &given(&wanted.kind), &given(&wanted.text)).all().await?;
    let did = sql::strategies_performed().bind(&**tx, &None).all().await?;
    let mut did: HashMap<Uuid, StrategiesPerformed> = did.into_iter().map(|did| (did.id, did)).collect();
    // One that somebody made between the two questions comes with the next page.
    let rows = rows.into_iter().filter_map(|strategy| Some(Performed { did: did.remove(&strategy.id)?, strategy }));
    let mut rows: Vec<Performed> = rows.collect();
    sort(wanted.order(), &mut rows);
    Ok(rows)
}

fn sort((column, ascending): (&str, bool), rows: &mut [Performed]) {
    let number = |row: &Performed| match column {
        "campaigns" => Some(i64::from(row.did.campaigns)),
        "posts" => Some(i64::from(row.did.posts)),
        "engagements" => Some(row.did.engagements),
        _ => match Verdict::of(row.did.against_benchmark.as_deref()) {
            Verdict::Better => Some(0),
            Verdict::AsExpected => Some(1),
            Verdict::Worse => Some(2),
            Verdict::Unknown => None,
        },
    };
    if column == "name" {
        if !ascending {
            rows.reverse();
        }
        return;
    }
    // What is not known comes last in either direction; the rows come by name.
    rows.sort_by(|one, other| match (number(one), number(other)) {
        (Some(one), Some(other)) if ascending => one.cmp(&other),
        (Some(one), Some(other)) => other.cmp(&one),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &wanted).await?;
    let has_any = !rows.is_empty() || sql::has_strategies().bind(&*tx).one().await?;
    let saved = Saved::of(&tx, &visitor.session, List::Strategies, &wanted.kept()).await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(Shell::of(&visitor.session, "/strategies"), &wanted, has_any, rows, saved)))
}

impl Performed {
    async fn one(tx: &TenantTx, id: Uuid) -> Result<Self, Error> {
        let strategy = one(tx, id).await?;
        let did = sql::strategies_performed().bind(&**tx, &Some(id)).opt().await?.ok_or_else(nothing)?;
        Ok(Self { strategy, did })
    }

    /// The key figure, of a campaign.
    fn actual(&self) -> String {
        let figure = |value| shown::figure(&self.strategy.primary_kpi, value, &self.strategy.currency);
        self.did.kpi_of_a_campaign.map_or_else(|| "–".to_owned(), figure)
    }
}

impl ListPage {
    fn new(shell: Shell, wanted: &Wanted, has_any: bool, found: Vec<Performed>, saved: Saved) -> Self {
        let order = wanted.order();
        let kinds = StrategyType::value_variants().iter().map(word);
        Self {
            shell,
            did: lists::done(&wanted.did),
            has_any,
            wanted: wanted.clone(),
            kinds: kinds.map(|kind| Choice::new(kind.clone(), shown::word(&kind), &wanted.kind)).collect(),
            headings: lists::headings(&COLUMNS, order, |order| wanted.query(order)),
            export: wanted.kept(),
            saved,
            total: shown::counted(i64::try_from(found.len()).unwrap_or(i64::MAX), "strategy", "strategies"),
            rows: found.into_iter().map(Row::new).collect(),
        }
    }
}

impl Row {
    fn new(row: Performed) -> Self {
        let actual = row.actual();
        let Performed { strategy: row, did } = row;
        Self {
            id: row.id,
            kind: shown::word(&row.r#type),
            campaigns: shown::count(did.campaigns.into()),
            posts: shown::count(did.posts.into()),
            engagements: shown::count(did.engagements),
            kpi: shown::word(&row.primary_kpi),
            actual,
            usual: usual(&row),
            verdict: Verdict::of(did.against_benchmark.as_deref()),
            about: row.description.unwrap_or_default(),
            name: row.name,
        }
    }
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &wanted).await?;
    tx.commit().await?;
    Ok(sheet(&rows)?)
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known.
fn sheet(rows: &[Performed]) -> Result<Response, Error> {
    const HEADER: [&str; 14] = [
        "Strategy",
        "Description",
        "Type",
        "Objective",
        "Campaigns",
        "Posts",
        "Engagements",
        "Key figure",
        "Of a campaign",
        "Benchmark from",
        "Benchmark to",
        "Against benchmark",
        "Posts a week",
        "Weeks",
    ];
    let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
    let cells = |Performed { strategy: row, did }: &Performed| {
        vec![
            row.name.clone(),
            row.description.clone().unwrap_or_default(),
            row.r#type.clone(),
            row.objective.clone().unwrap_or_default(),
            did.campaigns.to_string(),
            did.posts.to_string(),
            did.engagements.to_string(),
            row.primary_kpi.clone(),
            number(did.kpi_of_a_campaign),
            number(row.benchmark_low),
            number(row.benchmark_high),
            did.against_benchmark.clone().unwrap_or_default(),
            number(row.posts_per_week),
            row.duration_weeks.map(|weeks| weeks.to_string()).unwrap_or_default(),
        ]
    };
    answer::sheet("strategies.csv", &HEADER, rows.iter().map(cells))
}

/// A strategy for the samples of pages.
#[cfg(test)]
pub(super) fn sample(number: u128, is_whole: bool) -> StrategiesShown {
    let words = || if is_whole { vec!["<b>".to_owned()] } else { Vec::new() };
    StrategiesShown {
        id: Uuid::from_u128(number),
        name: "</script><b>".to_owned(),
        description: is_whole.then(|| "<b>".to_owned()),
        r#type: "awareness".to_owned(),
        objective: is_whole.then(|| "engagement".to_owned()),
        is_template: is_whole,
        currency: "EUR".to_owned(),
        primary_kpi: "engagement_rate".to_owned(),
        benchmark_low: is_whole.then_some(0.02),
        benchmark_high: None,
        benchmark_source: is_whole.then(|| "<b>".to_owned()),
        posts_per_week: is_whole.then_some(2.5),
        duration_weeks: is_whole.then_some(8),
        budget_min: is_whole.then_some(500.0),
        budget_max: is_whole.then_some(900.0),
        seniorities: if is_whole { vec!["vp".to_owned()] } else { Vec::new() },
        functions: if is_whole { vec!["marketing".to_owned()] } else { Vec::new() },
        content_themes: words(),
        best_times: if is_whole { vec!["Tue 08:00".to_owned(), "<b>".to_owned()] } else { Vec::new() },
        success_metrics: words(),
        required_assets: words(),
        post_templates: words(),
        examples: words(),
        content_mix: if is_whole { serde_json::json!({"video": 60, "text": 40}) } else { serde_json::json!({}) },
    }
}

#[cfg(test)]
impl Performed {
    fn sample(number: u128, is_whole: bool) -> Self {
        let did = StrategiesPerformed {
            id: Uuid::from_u128(number),
            campaigns: if is_whole { 3 } else { 0 },
            posts: 7,
            engagements: 70,
            kpi_of_a_campaign: is_whole.then_some(0.03),
            against_benchmark: is_whole.then(|| "better".to_owned()),
        };
        Self { strategy: sample(number, is_whole), did }
    }
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let shell = || Shell::sample("/strategies");
        let saved = || Saved::sample(List::Strategies);
        let wanted = Wanted { did: "strategy-deleted".to_owned(), ..Wanted::default() };
        vec![
            Self::new(shell(), &wanted, true, vec![Performed::sample(1, true), Performed::sample(2, false)], saved()),
            Self::new(shell(), &Wanted::default(), true, Vec::new(), saved()),
            Self::new(shell(), &Wanted::default(), false, Vec::new(), saved()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_comes_first_and_what_is_not_known_last() {
        for ascending in [true, false] {
            let mut rows = vec![Performed::sample(1, false), Performed::sample(2, true)];
            sort(("result", ascending), &mut rows);
            assert_eq!(rows[0].did.id, Uuid::from_u128(2));
        }
    }
}
