//! Sources of webhooks that come in: who may deliver, and by which secret that is known.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::webhooks as sql;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Api,
    caller::Reader,
    change::{Change, Handover, Nothing},
    inputs::{Asked, Id},
    list::{Page, PageQuery, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    hooks::signature::Secret,
    model::{
        endpoints::LONGEST_KEPT,
        webhooks::{self, Kind, no_source},
    },
};

/// A source of deliveries.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WebhookSource {
    id: Uuid,
    name: String,
    kind: Kind,
    /// Where it delivers to, below the address of the server.
    path: String,
    /// With which hints are followed up.
    connection_id: Option<Uuid>,
    connection: Option<String>,
    /// False: everything is refused.
    is_active: bool,
    has_secret: bool,
    /// Until when the secret before this one is good as well.
    previous_until: Option<Timestamp>,
    last_delivery: Option<Timestamp>,
    /// Deliveries that wait.
    waiting: i32,
    /// Deliveries that were given up.
    dead: i32,
    created_at: Timestamp,
    /// By what its deliveries are known: in the answer that made it, once, and null wherever else.
    #[serde(default)]
    secret: Option<String>,
}

/// A source that is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWebhookSource {
    /// The last part of its address.
    #[schema(pattern = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    name: String,
    kind: Kind,
    /// With which hints of LinkedIn (of type `company_page`) or Apify are followed up; none for `generic`.
    connection_id: Option<Uuid>,
    /// The secret, if the other side gives one, as LinkedIn does; else one is made.
    #[schema(value_type = Option<String>, write_only, max_length = 1000)]
    secret: Option<SecretString>,
}

/// What changes of a source; what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WebhookSourceChange {
    /// False pauses it: everything is refused until it is resumed.
    #[schema(nullable = false)]
    is_active: Option<bool>,
}

/// How a source's secret takes the place of another.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceRotation {
    /// Hours for which the old secret is good as well: a day, say, or 0 for one that somebody has learned.
    #[schema(minimum = 0, maximum = 720)]
    keep_hours: u32,
    /// The secret, if the other side gives one, as LinkedIn does; else one is made.
    #[schema(value_type = Option<String>, write_only, max_length = 1000)]
    secret: Option<SecretString>,
}

/// Sources of webhooks
#[utoipa::path(get, path = "/webhook-sources", operation_id = "listWebhookSources", tag = "Webhooks", params(PageQuery),
    responses((status = 200, description = "A page of sources", body = Page<WebhookSource>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<PageQuery>,
) -> Result<Json<Page<WebhookSource>>, Problem> {
    let place: Place<Uuid> = Place::read("id", None, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::webhook_source_items().bind(&*tx, &None, &place.after_id, &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.id, row.item)).collect())?))
}

/// Adds a source, with a secret that is shown this once, unless the other side gave it
///
/// Where the answer is told again, for the sake of an `Idempotency-Key`, the secret is null: it is kept nowhere but sealed.
#[utoipa::path(post, path = "/webhook-sources", operation_id = "createWebhookSource", tag = "Webhooks", request_body = NewWebhookSource,
    responses((status = 201, description = "The source, with its secret", body = WebhookSource)))]
pub(super) async fn create(State(api): State<Arc<Api>>, new: Handover<NewWebhookSource>) -> Result<Response, Problem> {
    let (act, new) = new.begin().await?;
    let given = new.secret.as_ref().map(|secret| secret.expose_secret().as_bytes());
    let (secret, is_ours) = new.kind.secret(given)?;
    webhooks::must_follow_up(&act.tx, new.kind, new.connection_id).await?;
    let (name, connection) = (new.name.as_str(), new.connection_id);
    let id = webhooks::add(&api.database, &api.keyring, &act.tx, name, new.kind, connection, &secret).await?;
    let made = item(&act.tx, id).await?;
    let told = with_secret(&made, is_ours.then_some(&secret));
    act.end_telling_once(StatusCode::CREATED, &told, &made).await
}

/// One source
#[utoipa::path(get, path = "/webhook-sources/{id}", operation_id = "readWebhookSource", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The source", body = WebhookSource)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<WebhookSource>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Pauses a source, or resumes it
#[utoipa::path(patch, path = "/webhook-sources/{id}", operation_id = "changeWebhookSource", tag = "Webhooks", params(("id" = Uuid, Path)),
    request_body = WebhookSourceChange, responses((status = 200, description = "The source as it is now", body = WebhookSource)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<WebhookSourceChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    match said.get("is_active") {
        Some(Value::Bool(is_active)) => webhooks::activate(&act.tx, id, *is_active).await?,
        Some(_) => return Err(Error::invalid("is_active is missing").into()),
        None => {}
    }
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a source with its secret and its deliveries
#[utoipa::path(delete, path = "/webhook-sources/{id}", operation_id = "deleteWebhookSource", tag = "Webhooks", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    webhooks::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Gives a source a new secret, while the old one is good as well for a time
///
/// As when a source is made, a secret that is made here is shown this once.
#[utoipa::path(post, path = "/webhook-sources/{id}/secret", operation_id = "rotateWebhookSourceSecret", tag = "Webhooks",
    params(("id" = Uuid, Path)), request_body = SourceRotation,
    responses((status = 200, description = "The source, with its new secret", body = WebhookSource)))]
pub(super) async fn rotate(
    State(api): State<Arc<Api>>,
    Id(id): Id<Uuid>,
    wish: Handover<SourceRotation>,
) -> Result<Response, Problem> {
    let (act, wish) = wish.begin().await?;
    let keep = Duration::from_hours(wish.keep_hours.into());
    if keep > LONGEST_KEPT {
        return Err(Error::invalid("keep_hours is a number from 0 to 720").into());
    }
    let before = item(&act.tx, id).await?;
    let given = wish.secret.as_ref().map(|secret| secret.expose_secret().as_bytes());
    let (secret, is_ours) = before.kind.secret(given)?;
    let source = webhooks::hold(&act.tx, &before.name).await?.ok_or_else(no_source)?;
    webhooks::rotate(&api.database, &api.keyring, &act.tx, &source, &secret, keep).await?;
    let rotated = item(&act.tx, id).await?;
    let told = with_secret(&rotated, is_ours.then_some(&secret));
    act.end_telling_once(StatusCode::OK, &told, &rotated).await
}

/// The answer as it is told now; a secret that the other side gave is not told back.
fn with_secret(source: &WebhookSource, secret: Option<&Secret>) -> WebhookSource {
    WebhookSource { secret: secret.map(|secret| source.kind.told(secret).to_string()), ..source.clone() }
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<WebhookSource, Error> {
    let row = sql::webhook_source_items().bind(&**tx, &Some(id), &None, &1).opt().await?;
    item_of(row.ok_or_else(no_source)?.item)
}
