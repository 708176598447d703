//! Search: whatever of the tenant's holds all words of a text.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{caller::Reader, inputs::Asked, problem::Problem};
use crate::{
    error::Error,
    model::search::{self, Group},
};

/// Of each kind, if nobody says how many.
const USUAL: u16 = 5;
/// The most of each kind.
const MOST: u16 = 50;

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SearchQuery {
    /// Words, all of which must stand in what is found, wherever; case and accents do not matter. By no word nothing is found.
    #[param(max_length = 200)]
    q: String,
    /// How many of each kind; 5 if nobody says.
    #[param(minimum = 1, maximum = 50)]
    limit: Option<u16>,
}

/// What was found.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Findings {
    /// Kinds of which something was found.
    groups: Vec<Group>,
}

/// Finds people, companies, campaigns, personas and whatever else has a name, by words
#[utoipa::path(get, path = "/search", operation_id = "search", tag = "Search", params(SearchQuery),
    responses((status = 200, description = "Some of each kind, the nearest first", body = Findings)))]
pub(super) async fn find(Reader(caller): Reader, Asked(asked): Asked<SearchQuery>) -> Result<Json<Findings>, Problem> {
    let limit = asked.limit.unwrap_or(USUAL);
    if !(1..=MOST).contains(&limit) {
        return Err(Error::Invalid(format!("limit is a number from 1 to {MOST}")).into());
    }
    let tx = caller.begin().await?;
    let groups = search::search(&tx, &asked.q, None, limit).await?;
    tx.commit().await?;
    Ok(Json(Findings { groups }))
}
