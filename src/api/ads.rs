//! Ads with what reports say of them.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::ads as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, PageQuery, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        ads::{self, no_ad},
        campaigns::CampaignStatus,
    },
    values::{Name, word},
};

/// An ad.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Ad {
    id: i32,
    name: String,
    campaign_id: i32,
    /// What the campaign is called.
    campaign: String,
    status: CampaignStatus,
    /// The post that it shows.
    post_id: Option<i32>,
    /// For whom it is.
    segment_id: Option<String>,
    /// By what reports know it; null: by its campaign and its name.
    linkedin_ad_id: Option<String>,
    headline: Option<String>,
    introduction: Option<String>,
    click_url: Option<String>,
    start_date: Option<Date>,
    end_date: Option<Date>,
    created_at: Timestamp,
    updated_at: Timestamp,
    metrics: AdMetrics,
}

/// What reports say of an ad, all periods together; null: nothing was reported.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AdMetrics {
    /// Periods that were reported: days, or longer ones.
    periods: i64,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// Null where nothing or several currencies were reported.
    currency: Option<String>,
    /// Null where several currencies were reported.
    spend: Option<f64>,
    impressions: Option<i64>,
    clicks: Option<i64>,
    reactions: Option<i64>,
    comments: Option<i64>,
    shares: Option<i64>,
    follows: Option<i64>,
    engagements: Option<i64>,
    leads: Option<i64>,
    conversions: Option<f64>,
    /// Clicks by impressions.
    click_through_rate: Option<f64>,
    cost_per_click: Option<f64>,
}

/// What is said of an ad that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAd {
    campaign_id: i32,
    name: Name,
    /// Active, if nobody says it.
    status: Option<CampaignStatus>,
    post_id: Option<i32>,
    segment_id: Option<String>,
    /// By what reports will know it.
    #[schema(pattern = "^[A-Za-z0-9:_-]{1,100}$")]
    linkedin_ad_id: Option<String>,
    #[schema(max_length = 1000)]
    headline: Option<String>,
    #[schema(max_length = 10_000)]
    introduction: Option<String>,
    #[schema(max_length = 2000)]
    click_url: Option<String>,
    start_date: Option<Date>,
    end_date: Option<Date>,
}

/// What changes of an ad: null takes away, and what is not named stays. Its campaign and LinkedIn's id stay what they are, as does
/// whatever the next report would undo: the status of an ad that LinkedIn knows, and the name of one that reports know by that alone.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AdChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    #[schema(nullable = false)]
    status: Option<CampaignStatus>,
    post_id: Option<i32>,
    segment_id: Option<String>,
    #[schema(max_length = 1000)]
    headline: Option<String>,
    #[schema(max_length = 10_000)]
    introduction: Option<String>,
    #[schema(max_length = 2000)]
    click_url: Option<String>,
    start_date: Option<Date>,
    end_date: Option<Date>,
}

/// What ads are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AdSort {
    #[default]
    Name,
    Campaign,
    Status,
    Spend,
    Impressions,
    Clicks,
    ClickThroughRate,
    CostPerClick,
    Engagements,
    Leads,
    LastDay,
    CreatedAt,
    UpdatedAt,
}

/// Which ads, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AdQuery {
    campaign_id: Option<i32>,
    status: Option<CampaignStatus>,
    /// Words in the name, the texts or the campaign.
    search: Option<String>,
    #[param(inline)]
    sort: Option<AdSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A period of an ad, as it was reported: a day, or several that a report does not tell apart.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AdPeriod {
    day: Date,
    /// The same as `day`, where it is a day.
    last_day: Date,
    currency: Option<String>,
    spend: f64,
    impressions: i64,
    clicks: i64,
    reactions: i64,
    comments: i64,
    shares: i64,
    follows: i64,
    engagements: i64,
    leads: i64,
    conversions: f64,
    /// Members who saw it in this period; of several periods nobody can add it up.
    reach: Option<i64>,
    /// The way by which it came, such as file or `linkedin_api`.
    source: String,
    /// The import that brought it.
    import_id: Option<Uuid>,
}

/// Ads with their figures
#[utoipa::path(get, path = "/ads", operation_id = "listAds", tag = "Ads", params(AdQuery),
    responses((status = 200, description = "A page of ads", body = Page<Ad>)))]
pub(super) async fn list(Reader(caller): Reader, Asked(asked): Asked<AdQuery>) -> Result<Json<Page<Ad>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::ad_items()
        .bind(
            &*tx,
            &None,
            &asked.campaign_id,
            &asked.status.as_ref().map(word),
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

/// Makes an ad
#[utoipa::path(post, path = "/ads", operation_id = "createAd", tag = "Ads", request_body = NewAd,
    responses((status = 201, description = "The ad", body = Ad)))]
pub(super) async fn create(change: Change<NewAd>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = ads::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One ad with its figures
#[utoipa::path(get, path = "/ads/{id}", operation_id = "readAd", tag = "Ads", params(("id" = i32, Path)),
    responses((status = 200, description = "The ad", body = Ad)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Ad>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of an ad
#[utoipa::path(patch, path = "/ads/{id}", operation_id = "changeAd", tag = "Ads", params(("id" = i32, Path)), request_body = AdChange,
    responses((status = 200, description = "The ad as it is now", body = Ad)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<AdChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    ads::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes an ad with its figures, for good
///
/// Its campaign has cost less from then on. A later report brings it back.
#[utoipa::path(delete, path = "/ads/{id}", operation_id = "deleteAd", tag = "Ads", params(("id" = i32, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    ads::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// The periods of an ad, as they were reported, the latest first
#[utoipa::path(get, path = "/ads/{id}/days", operation_id = "listAdDays", tag = "Ads", params(("id" = i32, Path), PageQuery),
    responses((status = 200, description = "A page of periods", body = Page<AdPeriod>)))]
pub(super) async fn days(
    Reader(caller): Reader,
    Id(id): Id<i32>,
    Asked(asked): Asked<PageQuery>,
) -> Result<Json<Page<AdPeriod>>, Problem> {
    let place: Place<Date> = Place::read("day", None, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    if !sql::ad_exists().bind(&*tx, &id).one().await? {
        return Err(no_ad().into());
    }
    let rows = sql::ad_periods().bind(&*tx, &id, &place.after_id, &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.day, row.item)).collect())?))
}

async fn item(tx: &TenantTx, id: i32) -> Result<Ad, Error> {
    let row = sql::ad_items()
        .bind(&**tx, &Some(id), &None, &None::<&str>, &None::<&str>, &"name", &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_ad)?.item)
}
