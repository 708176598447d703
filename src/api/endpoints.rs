//! Endpoints: where a team's own systems are told of what happens.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::endpoints as sql;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Api,
    caller::Reader,
    change::{Change, Nothing, Wish},
    deliveries::{self, Delivery},
    inputs::Id,
    list::{item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    hooks::signature::Secret,
    model::endpoints::{self, EndpointEvent, LONGEST_KEPT, New, Sealing, no_endpoint},
    values::Name,
};

/// An endpoint.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Endpoint {
    id: Uuid,
    name: String,
    url: String,
    /// What it is told of; none: everything.
    events: Vec<EndpointEvent>,
    /// False: nothing is sent, and it is not told of what happens meanwhile.
    is_active: bool,
    /// Why it was switched off, or that a delivery was given up.
    trouble: Option<String>,
    /// Attempts that failed since one went well.
    failures: i32,
    failing_since: Option<Timestamp>,
    last_success: Option<Timestamp>,
    /// Until when the secret before this one signs as well.
    previous_until: Option<Timestamp>,
    /// Deliveries that wait.
    waiting: i32,
    /// Deliveries that were given up.
    dead: i32,
    created_at: Timestamp,
    /// What signs, `whsec_…`: in the answer that made it, once, and null wherever else.
    #[serde(default)]
    secret: Option<String>,
}

/// An endpoint that is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEndpoint {
    /// The team's name for it.
    name: Name,
    /// An address on the internet that begins with `https://`.
    #[schema(min_length = 1, max_length = 2000)]
    url: String,
    /// What it is told of; none: everything.
    #[schema(max_items = 20, nullable = false)]
    events: Option<Vec<EndpointEvent>>,
}

/// What changes of an endpoint; what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EndpointChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    #[schema(nullable = false, min_length = 1, max_length = 2000)]
    url: Option<String>,
    /// What it is told of; none: everything.
    #[schema(nullable = false, max_items = 20)]
    events: Option<Vec<EndpointEvent>>,
    /// False pauses it; true resumes it, also one that was switched off, and sends at once what waits.
    #[schema(nullable = false)]
    is_active: Option<bool>,
}

/// How a secret takes the place of another.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Rotation {
    /// Hours for which the old secret signs as well: a day, say, or 0 for one that somebody has learned.
    #[schema(minimum = 0, maximum = 720)]
    keep_hours: u32,
}

/// Endpoints
///
/// A team has twenty at most.
#[utoipa::path(get, path = "/endpoints", operation_id = "listEndpoints", tag = "Webhooks",
    responses((status = 200, description = "Every endpoint, by its name", body = Vec<Endpoint>)))]
pub(super) async fn list(Reader(caller): Reader) -> Result<Json<Vec<Endpoint>>, Problem> {
    let tx = caller.begin().await?;
    let rows = sql::endpoint_items().bind(&*tx, &None).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// Adds an endpoint, with a secret that is shown this once
///
/// Where the answer is told again, for the sake of an `Idempotency-Key`, the secret is null: it is kept nowhere but sealed.
#[utoipa::path(post, path = "/endpoints", operation_id = "createEndpoint", tag = "Webhooks", request_body = NewEndpoint,
    responses((status = 201, description = "The endpoint, with its secret", body = Endpoint)))]
pub(super) async fn create(State(api): State<Arc<Api>>, new: Wish<NewEndpoint>) -> Result<Response, Problem> {
    let (act, new) = new.begin().await?;
    let events = new.events.unwrap_or_default();
    let named = (&*new.name, new.url.as_str());
    let New { id, secret } = endpoints::add(api.sealing(), &act.tx, &api.endpoint_origins, named, &events).await?;
    let (told, kept) = with_secret(item(&act.tx, id).await?, &secret);
    act.end_telling_once(StatusCode::CREATED, &told, &kept).await
}

/// One endpoint
#[utoipa::path(get, path = "/endpoints/{id}", operation_id = "readEndpoint", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The endpoint", body = Endpoint)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Endpoint>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes an endpoint, pauses it, or resumes it
#[utoipa::path(patch, path = "/endpoints/{id}", operation_id = "changeEndpoint", tag = "Webhooks", params(("id" = Uuid, Path)),
    request_body = EndpointChange, responses((status = 200, description = "The endpoint as it is now", body = Endpoint)))]
pub(super) async fn change(
    State(api): State<Arc<Api>>,
    Id(id): Id<Uuid>,
    change: Change<EndpointChange>,
) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    endpoints::change(&act.tx, &api.endpoint_origins, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes an endpoint with its secret and its deliveries
#[utoipa::path(delete, path = "/endpoints/{id}", operation_id = "deleteEndpoint", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    endpoints::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Gives an endpoint a new secret, while the old one signs as well for a time
///
/// As when an endpoint is made, the secret is shown this once.
#[utoipa::path(post, path = "/endpoints/{id}/secret", operation_id = "rotateEndpointSecret", tag = "Webhooks", params(("id" = Uuid, Path)),
    request_body = Rotation, responses((status = 200, description = "The endpoint, with its new secret", body = Endpoint)))]
pub(super) async fn rotate(
    State(api): State<Arc<Api>>,
    Id(id): Id<Uuid>,
    wish: Wish<Rotation>,
) -> Result<Response, Problem> {
    let (act, wish) = wish.begin().await?;
    let keep = Duration::from_hours(wish.keep_hours.into());
    if keep > LONGEST_KEPT {
        return Err(Error::invalid("keep_hours is a number from 0 to 720").into());
    }
    let secret = endpoints::rotate(api.sealing(), &act.tx, id, keep).await?;
    let (told, kept) = with_secret(item(&act.tx, id).await?, &secret);
    act.end_telling_once(StatusCode::OK, &told, &kept).await
}

/// Has a worker send a test to an endpoint
#[utoipa::path(post, path = "/endpoints/{id}/test", operation_id = "testEndpoint", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 202, description = "The delivery, which says later what came of it", body = Delivery)))]
pub(super) async fn test(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    let delivery = endpoints::test(&act.tx, id).await?;
    let delivery = deliveries::item(&act.tx, delivery).await?;
    act.end(StatusCode::ACCEPTED, &delivery).await
}

/// The answer as it is told now, and as it is kept to be told again.
fn with_secret(endpoint: Endpoint, secret: &Secret) -> (Endpoint, Endpoint) {
    (Endpoint { secret: Some(secret.to_whsec().to_string()), ..endpoint.clone() }, endpoint)
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Endpoint, Error> {
    let row = sql::endpoint_items().bind(&**tx, &Some(id)).opt().await?;
    item_of(row.ok_or_else(no_endpoint)?)
}

impl Api {
    fn sealing(&self) -> Sealing<'_> {
        Sealing { database: &self.database, keyring: &self.keyring }
    }
}
