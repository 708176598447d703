//! Custom audiences: definitions of whom LinkedIn shall show ads to.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::custom_audiences as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

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
    model::custom_audiences::{self as audiences, AudienceDefinition, Targeting},
    values::Name,
};

/// A custom audience.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CustomAudience {
    id: Uuid,
    name: String,
    description: Option<String>,
    targeting: Targeting<String>,
    /// Members whom LinkedIn says it would reach, as somebody last told.
    estimated_reach: Option<i64>,
    /// What LinkedIn calls it, once it is made there.
    linkedin_audience_id: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// What is said of a custom audience that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCustomAudience {
    name: Name,
    description: Option<String>,
    targeting: Option<Targeting<Name>>,
    #[schema(minimum = 0)]
    estimated_reach: Option<i64>,
    linkedin_audience_id: Option<Name>,
}

/// What changes of a custom audience: null takes away, what is not named stays, and the targeting is replaced as a whole.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CustomAudienceChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    description: Option<String>,
    #[schema(nullable = false)]
    targeting: Option<Targeting<Name>>,
    #[schema(minimum = 0)]
    estimated_reach: Option<i64>,
    linkedin_audience_id: Option<Name>,
}

/// What custom audiences are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CustomAudienceSort {
    #[default]
    Name,
    EstimatedReach,
    CreatedAt,
    UpdatedAt,
}

/// Which custom audiences, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CustomAudienceQuery {
    /// Words in the name, the description or the targeting.
    search: Option<String>,
    #[param(inline)]
    sort: Option<CustomAudienceSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Custom audiences
#[utoipa::path(get, path = "/custom-audiences", operation_id = "listCustomAudiences", tag = "Custom audiences", params(CustomAudienceQuery),
    responses((status = 200, description = "A page of custom audiences", body = Page<CustomAudience>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<CustomAudienceQuery>,
) -> Result<Json<Page<CustomAudience>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::custom_audience_items()
        .bind(
            &*tx,
            &None,
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

/// Makes a custom audience
#[utoipa::path(post, path = "/custom-audiences", operation_id = "createCustomAudience", tag = "Custom audiences",
    request_body = NewCustomAudience, responses((status = 201, description = "The audience", body = CustomAudience)))]
pub(super) async fn create(change: Change<NewCustomAudience>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = audiences::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One custom audience
#[utoipa::path(get, path = "/custom-audiences/{id}", operation_id = "readCustomAudience", tag = "Custom audiences",
    params(("id" = Uuid, Path)), responses((status = 200, description = "The audience", body = CustomAudience)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<CustomAudience>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a custom audience
#[utoipa::path(patch, path = "/custom-audiences/{id}", operation_id = "changeCustomAudience", tag = "Custom audiences",
    params(("id" = Uuid, Path)), request_body = CustomAudienceChange,
    responses((status = 200, description = "The audience as it is now", body = CustomAudience)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<CustomAudienceChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    audiences::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a custom audience, for good
///
/// One that was made at LinkedIn stays there.
#[utoipa::path(delete, path = "/custom-audiences/{id}", operation_id = "deleteCustomAudience", tag = "Custom audiences",
    params(("id" = Uuid, Path)), responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    audiences::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// A custom audience as LinkedIn's interface takes it, as far as LinkedIn's numbers are known
#[utoipa::path(get, path = "/custom-audiences/{id}/definition", operation_id = "exportCustomAudience", tag = "Custom audiences",
    params(("id" = Uuid, Path)), responses((status = 200, description = "The definition", body = AudienceDefinition)))]
pub(super) async fn definition(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<AudienceDefinition>, Problem> {
    let tx = caller.begin().await?;
    let told = audiences::definition(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(told))
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<CustomAudience, Error> {
    item_of(audiences::item(tx, id).await?)
}
