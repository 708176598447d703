//! What an engagement weighs.

use axum::{Json, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{caller::Reader, change::Wish, problem::Problem};
use crate::{
    db::TenantTx,
    error::Error,
    model::weights::{self, Weights},
};

/// What each kind of engagement weighs, and since which change.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WeightsNow {
    /// How often they were changed; 0: they are Rapport's own.
    version: i32,
    weights: Weights,
}

/// What an engagement weighs
#[utoipa::path(get, path = "/weights", operation_id = "readWeights", tag = "Weights",
    responses((status = 200, description = "The weights that count now", body = WeightsNow)))]
pub(super) async fn read(Reader(caller): Reader) -> Result<Json<WeightsNow>, Problem> {
    let tx = caller.begin().await?;
    let found = now(&tx).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Has engagements weigh something else
///
/// Personas that ask for engagement are matched anew before the answer.
#[utoipa::path(put, path = "/weights", operation_id = "changeWeights", tag = "Weights", request_body = Weights,
    responses((status = 200, description = "The weights from now on", body = WeightsNow)))]
pub(super) async fn change(wish: Wish<Weights>) -> Result<Response, Problem> {
    let (act, said) = wish.begin().await?;
    weights::change(&act.tx, said).await?;
    let changed = now(&act.tx).await?;
    act.end(StatusCode::OK, &changed).await
}

async fn now(tx: &TenantTx) -> Result<WeightsNow, Error> {
    let (weights, version) = weights::now(tx).await?;
    Ok(WeightsNow { version, weights })
}
