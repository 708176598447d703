//! Strategies for campaigns, how they did, and for whom they are.

use std::collections::BTreeMap;

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::strategies as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of, items_of},
    problem::Problem,
    words::{JobFunction, Seniority},
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaigns::CampaignObjective,
        strategies::{self, Kpi, StrategyType, no_strategy},
    },
    values::{Name, word},
};

/// A strategy: a template for campaigns.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Strategy {
    id: Uuid,
    name: String,
    description: Option<String>,
    r#type: StrategyType,
    objective: Option<CampaignObjective>,
    /// For whom it is.
    audience_seniorities: Vec<Seniority>,
    audience_functions: Vec<JobFunction>,
    audience_segment_ids: Vec<String>,
    content_themes: Vec<String>,
    /// What posts are made of, in percent that add up to 100.
    content_mix: BTreeMap<String, f64>,
    posts_per_week: Option<f64>,
    best_times: Vec<String>,
    /// By what it is judged.
    primary_kpi: Kpi,
    success_metrics: Vec<String>,
    /// What is usual of the key figure: a share as 0.05, a count, or an amount.
    benchmark_low: Option<f64>,
    benchmark_high: Option<f64>,
    benchmark_source: Option<String>,
    budget_min: Option<f64>,
    budget_max: Option<f64>,
    currency: String,
    duration_weeks: Option<i32>,
    required_assets: Vec<String>,
    post_templates: Vec<String>,
    examples: Vec<String>,
    /// Whether it came with the program.
    is_template: bool,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// Campaigns that follow it.
    campaigns: i64,
}

/// What is said of a strategy that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewStrategy {
    name: Name,
    description: Option<String>,
    r#type: StrategyType,
    objective: Option<CampaignObjective>,
    audience_seniorities: Option<Vec<Seniority>>,
    audience_functions: Option<Vec<JobFunction>>,
    audience_segment_ids: Option<Vec<String>>,
    content_themes: Option<Vec<String>>,
    /// What posts are made of, in percent that add up to 100: `{"text": 60, "video": 40}`.
    content_mix: Option<BTreeMap<String, f64>>,
    #[schema(minimum = 0, maximum = 999)]
    posts_per_week: Option<f64>,
    best_times: Option<Vec<String>>,
    /// The engagement rate, if nobody says it.
    primary_kpi: Option<Kpi>,
    success_metrics: Option<Vec<String>>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    benchmark_low: Option<f64>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    benchmark_high: Option<f64>,
    benchmark_source: Option<String>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget_min: Option<f64>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget_max: Option<f64>,
    /// The tenant's, if nobody says it.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    #[schema(minimum = 1)]
    duration_weeks: Option<i32>,
    required_assets: Option<Vec<String>>,
    post_templates: Option<Vec<String>>,
    examples: Option<Vec<String>>,
}

/// What changes of a strategy: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StrategyChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    description: Option<String>,
    #[schema(nullable = false)]
    r#type: Option<StrategyType>,
    objective: Option<CampaignObjective>,
    #[schema(nullable = false)]
    audience_seniorities: Option<Vec<Seniority>>,
    #[schema(nullable = false)]
    audience_functions: Option<Vec<JobFunction>>,
    #[schema(nullable = false)]
    audience_segment_ids: Option<Vec<String>>,
    #[schema(nullable = false)]
    content_themes: Option<Vec<String>>,
    #[schema(nullable = false)]
    content_mix: Option<BTreeMap<String, f64>>,
    #[schema(minimum = 0, maximum = 999)]
    posts_per_week: Option<f64>,
    #[schema(nullable = false)]
    best_times: Option<Vec<String>>,
    #[schema(nullable = false)]
    primary_kpi: Option<Kpi>,
    #[schema(nullable = false)]
    success_metrics: Option<Vec<String>>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    benchmark_low: Option<f64>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    benchmark_high: Option<f64>,
    benchmark_source: Option<String>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget_min: Option<f64>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget_max: Option<f64>,
    #[schema(nullable = false, pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    #[schema(minimum = 1)]
    duration_weeks: Option<i32>,
    #[schema(nullable = false)]
    required_assets: Option<Vec<String>>,
    #[schema(nullable = false)]
    post_templates: Option<Vec<String>>,
    #[schema(nullable = false)]
    examples: Option<Vec<String>>,
}

/// What a copy is called.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CopyName {
    name: Name,
}

/// What strategies are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum StrategySort {
    #[default]
    Name,
    Type,
    Campaigns,
    CreatedAt,
    UpdatedAt,
}

/// Which strategies, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct StrategyQuery {
    r#type: Option<StrategyType>,
    objective: Option<CampaignObjective>,
    /// Whether it came with the program.
    is_template: Option<bool>,
    /// Words in the name or the description.
    search: Option<String>,
    #[param(inline)]
    sort: Option<StrategySort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// How the campaigns of a strategy did. Posts and people count once, however many campaigns share them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct StrategyPerformance {
    strategy_id: Uuid,
    strategy: String,
    r#type: StrategyType,
    campaigns: i32,
    posts: i32,
    ads: i32,
    /// Null: nothing was reported.
    impressions: Option<i64>,
    clicks: Option<i64>,
    /// Null where ads report several currencies.
    spend: Option<f64>,
    engagements: i32,
    /// Engagements as ads report them.
    reported_engagements: i64,
    /// Engagements in all, known by person or counted by LinkedIn: of each post and kind the larger of the two, and what ads report.
    proven_engagements: i64,
    unique_engagers: i32,
    targeted_engagers: i32,
    comments: i32,
    shares: i32,
    primary_kpi: Kpi,
    /// What the key figure has come to.
    kpi_actual: Option<f64>,
    /// The same of one campaign, which is what a benchmark speaks of.
    kpi_of_a_campaign: Option<f64>,
    benchmark_low: Option<f64>,
    benchmark_high: Option<f64>,
    /// `better`, `as expected` or `worse`; null where nothing can be said.
    against_benchmark: Option<String>,
}

/// A persona, and how well a strategy suits it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SuitedPersona {
    persona_id: Uuid,
    persona: String,
    /// From 0 (never) to 1 (made for it); null: nothing is said on either side.
    relevance_score: Option<f64>,
    /// Whether that was set by hand, or comes from the stated audience.
    relevance_from: Option<String>,
}

/// How well a strategy suits a persona.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rating {
    /// From 0 (never) to 1 (made for it).
    #[schema(minimum = 0, maximum = 1, multiple_of = 0.01)]
    relevance_score: f64,
    /// Why.
    notes: Option<String>,
}

/// Strategies
#[utoipa::path(get, path = "/strategies", operation_id = "listStrategies", tag = "Strategies", params(StrategyQuery),
    responses((status = 200, description = "A page of strategies", body = Page<Strategy>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<StrategyQuery>,
) -> Result<Json<Page<Strategy>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::strategy_items()
        .bind(
            &*tx,
            &None,
            &asked.r#type.as_ref().map(word),
            &asked.objective.as_ref().map(word),
            &asked.is_template,
            &asked.search.as_deref(),
            &place.sort.as_str(),
            &place.after_id,
            &(place.order == Order::Desc),
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// Makes a strategy
#[utoipa::path(post, path = "/strategies", operation_id = "createStrategy", tag = "Strategies", request_body = NewStrategy,
    responses((status = 201, description = "The strategy", body = Strategy)))]
pub(super) async fn create(change: Change<NewStrategy>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = strategies::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// Copies a strategy under another name
#[utoipa::path(post, path = "/strategies/{id}/copies", operation_id = "copyStrategy", tag = "Strategies", params(("id" = Uuid, Path)),
    request_body = CopyName, responses((status = 201, description = "The copy", body = Strategy)))]
pub(super) async fn copy(Id(id): Id<Uuid>, change: Change<CopyName>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: CopyName = item_of(Value::Object(said))?;
    let copied = strategies::copy(&act.tx, id, &said.name).await?;
    let made = item(&act.tx, copied).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One strategy
#[utoipa::path(get, path = "/strategies/{id}", operation_id = "readStrategy", tag = "Strategies", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The strategy", body = Strategy)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Strategy>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a strategy
#[utoipa::path(patch, path = "/strategies/{id}", operation_id = "changeStrategy", tag = "Strategies", params(("id" = Uuid, Path)),
    request_body = StrategyChange, responses((status = 200, description = "The strategy as it is now", body = Strategy)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<StrategyChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    strategies::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a strategy that nothing follows, for good
#[utoipa::path(delete, path = "/strategies/{id}", operation_id = "deleteStrategy", tag = "Strategies", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    strategies::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Which personas a strategy suits
#[utoipa::path(get, path = "/strategies/{id}/personas", operation_id = "listStrategyPersonas", tag = "Strategies",
    params(("id" = Uuid, Path)), responses((status = 200, description = "Active personas, the best suited first", body = Vec<SuitedPersona>)))]
pub(super) async fn personas(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Vec<SuitedPersona>>, Problem> {
    let tx = caller.begin().await?;
    if !sql::strategy_exists().bind(&*tx, &id).one().await? {
        return Err(no_strategy().into());
    }
    let rows = sql::strategy_personas().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// How the campaigns of a strategy did, against its benchmark
#[utoipa::path(get, path = "/strategies/{id}/performance", operation_id = "readStrategyPerformance", tag = "Strategies",
    params(("id" = Uuid, Path)), responses((status = 200, description = "Its figures", body = StrategyPerformance)))]
pub(super) async fn performance(
    Reader(caller): Reader,
    Id(id): Id<Uuid>,
) -> Result<Json<StrategyPerformance>, Problem> {
    let tx = caller.begin().await?;
    let mut row = sql::strategy_performance().bind(&*tx, &Some(id)).opt().await?.ok_or_else(no_strategy)?;
    tx.commit().await?;
    if let Some(fields) = row.as_object_mut() {
        fields.remove("tenant_id");
    }
    Ok(Json(item_of(row)?))
}

/// Says how well a strategy suits a persona
///
/// What is said by hand goes before what the stated audience says.
#[utoipa::path(put, path = "/personas/{id}/strategies/{strategy_id}", operation_id = "rateStrategy", tag = "Personas",
    params(("id" = Uuid, Path), ("strategy_id" = Uuid, Path)), request_body = Rating,
    responses((status = 204, description = "It is noted")))]
pub(super) async fn rate(
    Id((persona, strategy)): Id<(Uuid, Uuid)>,
    change: Change<Rating>,
) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: Rating = item_of(Value::Object(said))?;
    strategies::rate(&act.tx, persona, strategy, said.relevance_score, said.notes.as_deref()).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Takes back what was said by hand of a strategy for a persona
#[utoipa::path(delete, path = "/personas/{id}/strategies/{strategy_id}", operation_id = "unrateStrategy", tag = "Personas",
    params(("id" = Uuid, Path), ("strategy_id" = Uuid, Path)), responses((status = 204, description = "Nothing is said any more")))]
pub(super) async fn unrate(
    Id((persona, strategy)): Id<(Uuid, Uuid)>,
    change: Change<Nothing>,
) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    strategies::unrate(&act.tx, persona, strategy).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Strategy, Error> {
    let row = sql::strategy_items()
        .bind(
            &**tx,
            &Some(id),
            &None::<&str>,
            &None::<&str>,
            &None,
            &None::<&str>,
            &"name",
            &None,
            &false,
            &None::<&Value>,
            &1,
        )
        .opt()
        .await?;
    item_of(row.ok_or_else(no_strategy)?.item)
}
