//! Audiences of LinkedIn's, as the files that Campaign Manager takes.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{caller::Reader, inputs::Asked, problem::Problem};
use crate::{
    error::Error,
    model::{
        audiences::{self, Whom},
        campaigns::no_campaign,
        personas::no_persona,
        segments::no_segment,
    },
    spreadsheet,
};

/// Says how many rows a file has.
const ROWS: HeaderName = HeaderName::from_static("x-rows");
/// Says what LinkedIn makes of so few, or so many.
const NOTE: HeaderName = HeaderName::from_static("x-note");

/// Of what an audience is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// People
    #[default]
    People,
    /// The companies where they work
    Companies,
}

/// Whom an audience means: the people of a persona, of a segment and of a campaign, of all that are named.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AudienceQuery {
    persona_id: Option<Uuid>,
    segment_id: Option<String>,
    /// Who engaged with it.
    campaign_id: Option<i32>,
    #[param(inline)]
    of: Option<Kind>,
    /// Hides e-mail addresses, as LinkedIn takes them too.
    hashed: Option<bool>,
}

/// An audience, as the file that LinkedIn's Campaign Manager takes
///
/// People whom the team knows by LinkedIn's own interfaces alone are in none. `X-Rows` says how many rows there are, and `X-Note` what
/// LinkedIn makes of too few or too many.
#[utoipa::path(get, path = "/audience", operation_id = "exportAudience", tag = "Segments", params(AudienceQuery),
    responses((status = 200, description = "A table in LinkedIn's template", body = String, content_type = "text/csv")))]
pub(super) async fn export(Reader(caller): Reader, Asked(asked): Asked<AudienceQuery>) -> Result<Response, Problem> {
    if asked.persona_id.is_none() && asked.segment_id.is_none() && asked.campaign_id.is_none() {
        return Err(Error::invalid("an audience is of persona_id, segment_id, campaign_id, or of several").into());
    }
    let tx = caller.begin().await?;
    if let Some(persona) = asked.persona_id
        && !queries::queries::personas::persona_exists().bind(&*tx, &persona).one().await?
    {
        return Err(no_persona().into());
    }
    if let Some(segment) = asked.segment_id.as_deref()
        && !queries::queries::segments::segment_exists().bind(&*tx, &segment).one().await?
    {
        return Err(no_segment().into());
    }
    if let Some(campaign) = asked.campaign_id
        && !queries::queries::campaigns::campaign_exists().bind(&*tx, &campaign).one().await?
    {
        return Err(no_campaign().into());
    }
    let whom = Whom { persona: asked.persona_id, segment: asked.segment_id, campaign: asked.campaign_id };
    let list = match asked.of.unwrap_or_default() {
        Kind::People => audiences::people(&tx, &whom, asked.hashed.unwrap_or_default()).await?,
        Kind::Companies => audiences::companies(&tx, &whom).await?,
    };
    tx.commit().await?;
    let mut file = Vec::new();
    spreadsheet::write(&mut file, list.header, &list.rows)?;
    let mut response =
        ([(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"))], file).into_response();
    response.headers_mut().insert(ROWS, list.rows.len().into());
    if let Some(note) = audiences::warning(list.rows.len()).and_then(|note| HeaderValue::from_str(&note).ok()) {
        response.headers_mut().insert(NOTE, note);
    }
    Ok(response)
}
