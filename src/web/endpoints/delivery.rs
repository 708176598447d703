//! One delivery: what is sent, and what came of it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::endpoints as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        connections::{Badge, text},
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    id_of,
    show::became,
    state_badge,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{endpoints, users::Role},
};

#[derive(Template)]
#[template(path = "endpoints/delivery.html")]
pub(in super::super) struct DeliveryPage {
    shell: Shell,
    id: Uuid,
    endpoint: Uuid,
    name: String,
    event: String,
    badge: Badge,
    became: String,
    facts: Vec<(&'static str, String)>,
    answer: String,
    payload: String,
}

/// There is one answer for a delivery that never was, another endpoint's, and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such delivery, or it is forgotten.".to_owned())
}

async fn find(tx: &TenantTx, endpoint: Uuid, id: Uuid) -> Result<Value, Error> {
    let row = sql::endpoint_deliveries()
        .bind(&**tx, &Some(id), &Some(endpoint), &None::<&str>, &None::<&str>, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    row.map(|row| row.item).ok_or_else(nothing)
}

fn ids(endpoint: &str, id: &str) -> Result<(Uuid, Uuid), Error> {
    Ok((id_of(endpoint)?, Uuid::parse_str(id).map_err(|_| nothing())?))
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path((endpoint, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let (endpoint, id) = ids(&endpoint, &id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let row = find(&tx, endpoint, id).await?;
    let payload = sql::delivery_body().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    Ok(answer::page(&DeliveryPage::new(Shell::of(&visitor.session, "/connections"), (endpoint, id), &row, &payload)))
}

impl DeliveryPage {
    fn new(shell: Shell, (endpoint, id): (Uuid, Uuid), row: &Value, payload: &Value) -> Self {
        let zone = shell.clock();
        let at = |key: &str| shown::at(&row[key], &zone);
        let mut facts = vec![
            ("Happened", at("created_at")),
            ("Attempts", shown::count(row["attempts"].as_i64().unwrap_or_default())),
            ("Last attempt", at("attempted_at")),
            ("Next attempt", at("next_attempt")),
            ("Ended", at("ended_at")),
            ("Status", row["response_status"].as_i64().map(|status| status.to_string()).unwrap_or_default()),
            ("Took", row["latency_ms"].as_i64().map(|ms| format!("{} ms", shown::count(ms))).unwrap_or_default()),
            ("webhook-id", id.to_string()),
        ];
        facts.retain(|(_, value)| !value.is_empty());
        Self {
            id,
            endpoint,
            name: text(row, "endpoint"),
            event: text(row, "event"),
            badge: state_badge(row["state"].as_str().unwrap_or_default()),
            became: became(row, &zone),
            facts,
            answer: text(row, "response_start"),
            payload: serde_json::to_string_pretty(payload).unwrap_or_default(),
            shell,
        }
    }
}

/// Sends it once more.
pub(super) async fn replay(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path((endpoint, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let (endpoint, id) = ids(&endpoint, &id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    find(&tx, endpoint, id).await?;
    endpoints::replay(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/endpoints/{endpoint}?did=endpoint-replayed")).into_response())
}

#[cfg(test)]
impl DeliveryPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let payload = serde_json::json!({"type": "person.entered", "data": {"people": [{"name": "</pre><b>"}]}});
        let row = |state: &str| {
            let mut row = super::show::sample(state);
            row["endpoint"] = "<b>".into();
            row
        };
        let page =
            |state: &str| Self::new(Shell::sample("/connections"), (Uuid::nil(), Uuid::nil()), &row(state), &payload);
        ["pending", "failed", "dead", "delivered"].map(page).into()
    }
}
