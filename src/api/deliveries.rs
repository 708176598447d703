//! Deliveries to endpoints: what was or is to be sent, and what came of it.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::endpoints as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
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
    model::endpoints::{self, DeliveryState, EndpointEvent, no_delivery},
    values::word,
};

/// A delivery.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Delivery {
    /// What the receiver gets as `webhook-id`, the same at every attempt.
    id: Uuid,
    endpoint_id: Uuid,
    /// The endpoint's name.
    endpoint: String,
    event: EndpointEvent,
    state: DeliveryState,
    /// Attempts that were begun; the tenth is the last.
    attempts: i32,
    attempted_at: Option<Timestamp>,
    /// When it is tried again.
    next_attempt: Option<Timestamp>,
    /// When it was taken or given up.
    ended_at: Option<Timestamp>,
    /// The HTTP status of the last attempt's answer.
    response_status: Option<i32>,
    /// How that answer began.
    response_start: Option<String>,
    latency_ms: Option<i32>,
    /// Why the last attempt failed.
    error: Option<String>,
    created_at: Timestamp,
}

/// A delivery with what is sent.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WholeDelivery {
    delivery: Delivery,
    /// The body as it would be sent now: whoever was erased since is not in it.
    #[schema(value_type = Object)]
    payload: Map<String, Value>,
}

/// Which deliveries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct DeliveryQuery {
    endpoint_id: Option<Uuid>,
    event: Option<EndpointEvent>,
    state: Option<DeliveryState>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Deliveries to endpoints, the latest first
///
/// They are kept for thirty days.
#[utoipa::path(get, path = "/deliveries", operation_id = "listDeliveries", tag = "Webhooks", params(DeliveryQuery),
    responses((status = 200, description = "A page of deliveries", body = Page<Delivery>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<DeliveryQuery>,
) -> Result<Json<Page<Delivery>>, Problem> {
    let place = Place::read("created_at", Some(Order::Desc), asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::endpoint_deliveries()
        .bind(
            &*tx,
            &None,
            &asked.endpoint_id,
            &asked.state.as_ref().map(word),
            &asked.event.as_ref().map(word),
            &place.after_id,
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// One delivery, with what is sent
#[utoipa::path(get, path = "/deliveries/{id}", operation_id = "readDelivery", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The delivery", body = WholeDelivery)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<WholeDelivery>, Problem> {
    let tx = caller.begin().await?;
    let delivery = item(&tx, id).await?;
    let payload = sql::delivery_body().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    Ok(Json(WholeDelivery { delivery, payload: item_of(payload)? }))
}

/// Sends a delivery once more, under the id that it had
///
/// A receiver that remembers the id may leave it at that.
#[utoipa::path(post, path = "/deliveries/{id}/replay", operation_id = "replayDelivery", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 202, description = "The delivery, which is due now", body = Delivery)))]
pub(super) async fn replay(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    endpoints::replay(&act.tx, id).await?;
    let delivery = item(&act.tx, id).await?;
    act.end(StatusCode::ACCEPTED, &delivery).await
}

pub(super) async fn item(tx: &TenantTx, id: Uuid) -> Result<Delivery, Error> {
    let row = sql::endpoint_deliveries()
        .bind(&**tx, &Some(id), &None, &None::<&str>, &None::<&str>, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_delivery)?.item)
}
