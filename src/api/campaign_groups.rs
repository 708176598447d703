//! Campaign groups: campaigns that belong together, and what they came to together.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::campaign_groups as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaign_groups as groups,
        campaigns::CampaignStatus,
        reports::{self, Totals},
    },
    values::{Name, word},
};

/// A campaign group.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignGroup {
    id: i32,
    name: String,
    /// For whom an agency runs it.
    client_name: Option<String>,
    status: CampaignStatus,
    /// What may be spent, in `currency`.
    budget: Option<f64>,
    /// Three letters, such as EUR.
    currency: String,
    start_date: Option<Date>,
    end_date: Option<Date>,
    linkedin_group_id: Option<String>,
    /// How many campaigns are in it; `GET /campaigns?group=…` lists them.
    campaigns: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// What is said of a group that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCampaignGroup {
    name: Name,
    client_name: Option<Name>,
    /// Active, if nobody says it.
    status: Option<CampaignStatus>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    /// The tenant's, if nobody says it.
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    start_date: Option<Date>,
    end_date: Option<Date>,
}

/// What changes of a group: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CampaignGroupChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    client_name: Option<Name>,
    #[schema(nullable = false)]
    status: Option<CampaignStatus>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: Option<String>,
    start_date: Option<Date>,
    end_date: Option<Date>,
}

/// What groups are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CampaignGroupSort {
    #[default]
    Name,
    ClientName,
    Status,
    Campaigns,
    Budget,
    StartDate,
    EndDate,
    CreatedAt,
    UpdatedAt,
}

/// Which groups, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CampaignGroupQuery {
    status: Option<CampaignStatus>,
    /// Words in the name or the client's.
    search: Option<String>,
    #[param(inline)]
    sort: Option<CampaignGroupSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Campaign groups
#[utoipa::path(get, path = "/campaign-groups", operation_id = "listCampaignGroups", tag = "Campaign groups", params(CampaignGroupQuery),
    responses((status = 200, description = "A page of groups", body = Page<CampaignGroup>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<CampaignGroupQuery>,
) -> Result<Json<Page<CampaignGroup>>, Problem> {
    let place: Place<i32> =
        Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::group_items()
        .bind(
            &*tx,
            &None,
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

/// Makes a campaign group
#[utoipa::path(post, path = "/campaign-groups", operation_id = "createCampaignGroup", tag = "Campaign groups", request_body = NewCampaignGroup,
    responses((status = 201, description = "The group", body = CampaignGroup)))]
pub(super) async fn create(change: Change<NewCampaignGroup>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = groups::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One campaign group
#[utoipa::path(get, path = "/campaign-groups/{id}", operation_id = "readCampaignGroup", tag = "Campaign groups", params(("id" = i32, Path)),
    responses((status = 200, description = "The group", body = CampaignGroup)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<CampaignGroup>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a campaign group
///
/// Which campaigns are in it, each of them says (`group`).
#[utoipa::path(patch, path = "/campaign-groups/{id}", operation_id = "changeCampaignGroup", tag = "Campaign groups", params(("id" = i32, Path)),
    request_body = CampaignGroupChange, responses((status = 200, description = "The group as it is now", body = CampaignGroup)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<CampaignGroupChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    groups::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a campaign group, for good
///
/// Its campaigns stay, and are in no group from then on.
#[utoipa::path(delete, path = "/campaign-groups/{id}", operation_id = "deleteCampaignGroup", tag = "Campaign groups", params(("id" = i32, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    groups::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// What the campaigns of a group came to together
///
/// Everybody and everything counts once, however many of the campaigns share a post.
#[utoipa::path(get, path = "/campaign-groups/{id}/figures", operation_id = "readCampaignGroupFigures", tag = "Campaign groups",
    params(("id" = i32, Path)), responses((status = 200, description = "Its figures, exact at that moment", body = Totals)))]
pub(super) async fn figures(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Totals>, Problem> {
    let tx = caller.begin().await?;
    groups::item(&tx, id).await?;
    let campaigns = groups::campaigns(&tx, id, None).await?;
    let gathered = reports::gathered(&tx, &campaigns, None, (None, None)).await?;
    tx.commit().await?;
    Ok(Json(gathered.totals))
}

async fn item(tx: &TenantTx, id: i32) -> Result<CampaignGroup, Error> {
    item_of(groups::item(tx, id).await?)
}
