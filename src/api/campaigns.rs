//! Campaigns, with their metrics, exact at every commit.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::campaigns as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::campaigns::{self, CampaignObjective, CampaignStatus, CampaignType, no_campaign},
    values::{Name, word},
};

/// A campaign.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Campaign {
    id: i32,
    name: String,
    description: Option<String>,
    /// The name of the campaign group that it belongs to.
    group: Option<String>,
    r#type: CampaignType,
    status: CampaignStatus,
    objective: Option<CampaignObjective>,
    start_date: Option<Date>,
    end_date: Option<Date>,
    /// What may be spent, in `currency`.
    budget: Option<f64>,
    /// Three letters, such as EUR.
    currency: String,
    /// The ids of the personas that it is meant for; none: nobody said.
    personas: Vec<Uuid>,
    strategy_id: Option<Uuid>,
    /// The name of the strategy that it follows.
    strategy: Option<String>,
    /// The strategy's key figure.
    primary_kpi: Option<String>,
    /// What that is to reach: a share as 0.05, a count, or an amount.
    kpi_target: Option<f64>,
    linkedin_campaign_id: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
    metrics: CampaignMetrics,
}

/// What is counted of a campaign, exact at the moment of the call. Shares are fractions of 1; a rate without a denominator is null.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CampaignMetrics {
    strategy_type: Option<String>,
    ads: i32,
    posts: i32,
    /// As ads and posts report them; null: nothing was reported.
    impressions: Option<i64>,
    clicks: Option<i64>,
    /// Those of `clicks` that were paid for.
    ad_clicks: Option<i64>,
    /// In `spend_currency`; null where ads report several currencies.
    spend: Option<f64>,
    spend_currency: String,
    /// Engagements as ads report them.
    reported_engagements: Option<i64>,
    /// Engagements in all, known by person or counted by LinkedIn: of each post and kind the larger of the two, and what ads report.
    proven_engagements: i64,
    /// Those of them whose impressions are known, by which the engagement rate is made.
    measured_engagements: i64,
    likes: i32,
    /// With likes.
    reactions: i32,
    comments: i32,
    shares: i32,
    follows: i32,
    /// Clicks of people who are known.
    click_events: i32,
    /// All of them together, each by a person who is known.
    engagements: i32,
    /// People who engaged.
    unique_engagers: i32,
    /// Those of them who match a persona.
    targeted_engagers: i32,
    followers_engaged: i32,
    click_through_rate: Option<f64>,
    /// `measured_engagements` for each of the impressions.
    engagement_rate: Option<f64>,
    /// The share of the people who engaged and match a persona.
    targeting_accuracy: Option<f64>,
    cost_per_click: Option<f64>,
    cost_per_engagement: Option<f64>,
    /// The share of the budget that is spent.
    budget_utilization: Option<f64>,
    /// What the key figure has come to.
    kpi_actual: Option<f64>,
    benchmark_low: Option<f64>,
    benchmark_high: Option<f64>,
    engagements_last_7_days: i32,
    engagements_previous_7_days: i32,
    last_engaged_on: Option<Date>,
}

/// What is said of a campaign that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCampaign {
    name: Name,
    description: Option<String>,
    /// The name of a campaign group, which is made where there is none.
    group: Option<Name>,
    /// If nobody says it, the campaign has the type of its posts; until it has some, it is sponsored content if it is made with a
    /// budget, and organic otherwise.
    r#type: Option<CampaignType>,
    /// Active, if nobody says it.
    status: Option<CampaignStatus>,
    objective: Option<CampaignObjective>,
    start_date: Option<Date>,
    end_date: Option<Date>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    /// The tenant's, if nobody says it.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    /// The ids of the personas that it is meant for.
    personas: Option<Vec<Uuid>>,
    strategy_id: Option<Uuid>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    kpi_target: Option<f64>,
}

/// What changes of a campaign: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    description: Option<String>,
    /// The name of a campaign group, which is made where there is none.
    group: Option<Name>,
    #[schema(nullable = false)]
    r#type: Option<CampaignType>,
    #[schema(nullable = false)]
    status: Option<CampaignStatus>,
    objective: Option<CampaignObjective>,
    start_date: Option<Date>,
    end_date: Option<Date>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    /// All whom it is meant for from now on.
    personas: Option<Vec<Uuid>>,
    strategy_id: Option<Uuid>,
    #[schema(minimum = -9_999_999_999_f64, maximum = 9_999_999_999_f64)]
    kpi_target: Option<f64>,
}

/// What campaigns are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CampaignSort {
    #[default]
    Name,
    Group,
    Status,
    Type,
    StartDate,
    EndDate,
    Budget,
    Spend,
    Impressions,
    Clicks,
    Engagements,
    UniqueEngagers,
    TargetedEngagers,
    TargetingAccuracy,
    EngagementRate,
    ClickThroughRate,
    CostPerEngagement,
    CostPerClick,
    #[serde(rename = "engagements_last_7_days")]
    EngagementsLast7Days,
    LastEngagedOn,
    CreatedAt,
    UpdatedAt,
}

/// Which campaigns, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CampaignQuery {
    status: Option<CampaignStatus>,
    r#type: Option<CampaignType>,
    /// The name of a campaign group.
    group: Option<String>,
    strategy_id: Option<Uuid>,
    /// Words in the name, the description or the group.
    search: Option<String>,
    #[param(inline)]
    sort: Option<CampaignSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A persona that a campaign reached.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaOfCampaign {
    persona_id: Uuid,
    persona: String,
    /// People of the persona who engaged.
    people_reached: i32,
    /// People of the persona.
    persona_people: Option<i32>,
    likes: i32,
    /// With likes.
    reactions: i32,
    comments: i32,
    shares: i32,
    follows: i32,
    clicks: i32,
    engagements: i32,
    /// Posts with which somebody of the persona engaged.
    posts_engaged: i32,
    /// Engagements by the tenant's weights, of the version `weights_version`.
    weighted_score: i64,
    weights_version: i32,
    /// The share of the campaign's engagements.
    share_of_campaign: Option<f64>,
    /// The share of the persona's people.
    share_of_persona_reached: Option<f64>,
}

/// A day of a campaign.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignDay {
    day: Date,
    /// With likes.
    reactions: i64,
    comments: i64,
    shares: i64,
    follows: i64,
    clicks: i64,
    /// People who engaged for the first time.
    new_people: i64,
    engagements: i64,
}

/// Campaigns with their metrics
#[utoipa::path(get, path = "/campaigns", operation_id = "listCampaigns", tag = "Campaigns", params(CampaignQuery),
    responses((status = 200, description = "A page of campaigns", body = Page<Campaign>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<CampaignQuery>,
) -> Result<Json<Page<Campaign>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::campaign_items()
        .bind(
            &*tx,
            &None,
            &asked.status.as_ref().map(word),
            &asked.r#type.as_ref().map(word),
            &asked.group.as_deref(),
            &asked.strategy_id,
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

/// Makes a campaign
#[utoipa::path(post, path = "/campaigns", operation_id = "createCampaign", tag = "Campaigns", request_body = NewCampaign,
    responses((status = 201, description = "The campaign", body = Campaign)))]
pub(super) async fn create(change: Change<NewCampaign>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = campaigns::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One campaign with its metrics
#[utoipa::path(get, path = "/campaigns/{id}", operation_id = "readCampaign", tag = "Campaigns", params(("id" = i32, Path)),
    responses((status = 200, description = "The campaign", body = Campaign)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Campaign>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a campaign
#[utoipa::path(patch, path = "/campaigns/{id}", operation_id = "changeCampaign", tag = "Campaigns", params(("id" = i32, Path)),
    request_body = CampaignChange, responses((status = 200, description = "The campaign as it is now", body = Campaign)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<CampaignChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    campaigns::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a campaign with its figures, for good
///
/// Its posts and their engagements stay.
#[utoipa::path(delete, path = "/campaigns/{id}", operation_id = "deleteCampaign", tag = "Campaigns", params(("id" = i32, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    campaigns::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Which personas a campaign reached
#[utoipa::path(get, path = "/campaigns/{id}/personas", operation_id = "listCampaignPersonas", tag = "Campaigns", params(("id" = i32, Path)),
    responses((status = 200, description = "Personas, the one that engaged most first", body = Vec<PersonaOfCampaign>)))]
pub(super) async fn personas(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<PersonaOfCampaign>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::campaign_personas_reached().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// The past 90 days of a campaign
#[utoipa::path(get, path = "/campaigns/{id}/days", operation_id = "listCampaignDays", tag = "Campaigns", params(("id" = i32, Path)),
    responses((status = 200, description = "Every day from the first on which something happened", body = Vec<CampaignDay>)))]
pub(super) async fn days(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<CampaignDay>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::campaign_days().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

async fn exists(tx: &TenantTx, id: i32) -> Result<(), Error> {
    if sql::campaign_exists().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_campaign()) }
}

async fn item(tx: &TenantTx, id: i32) -> Result<Campaign, Error> {
    let row = sql::campaign_items()
        .bind(
            &**tx,
            &Some(id),
            &None::<&str>,
            &None::<&str>,
            &None::<&str>,
            &None,
            &None::<&str>,
            &"name",
            &None,
            &false,
            &None::<&serde_json::Value>,
            &1,
        )
        .opt()
        .await?;
    item_of(row.ok_or_else(no_campaign)?.item)
}
