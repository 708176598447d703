//! Divisions of those who saw an account's ads, as Campaign Manager reports them.

use axum::Json;
use clap::ValueEnum;
use jiff::civil::Date;
use queries::queries::demographics as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    inputs::Asked,
    list::{Page, Place},
    problem::Problem,
};
use crate::values::word;

/// By what LinkedIn divides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
enum DemographicSection {
    Company,
    Industry,
    CompanySize,
    CountryRegion,
    Location,
    Seniority,
    JobTitle,
    JobFunction,
    County,
}

/// A division of those who saw the ads of an account in a period. LinkedIn blurs these numbers, leaves out what is below three, and
/// shows twenty-five rows of a section: they are never to be summed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Demographic {
    /// The ad account; null where the report names none.
    account: Option<String>,
    section: DemographicSection,
    /// Who, as LinkedIn wrote it.
    segment: String,
    first_day: Date,
    last_day: Date,
    impressions: i64,
    /// Of all that were shown: a fraction of 1.
    impressions_share: Option<f64>,
    clicks: i64,
    clicks_share: Option<f64>,
    conversions: i64,
    /// Messages that were sent.
    sends: i64,
    /// Messages that were opened.
    opens: i64,
    /// The way by which it came, such as file or api.
    source: String,
    /// The import that brought it.
    import_id: Option<Uuid>,
}

/// Which divisions.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct DemographicQuery {
    section: Option<DemographicSection>,
    /// The ad account, as the report names it.
    account: Option<String>,
    /// Periods that end on this day or later.
    since: Option<Date>,
    /// Periods that begin on this day or earlier.
    until: Option<Date>,
    /// Words in what the division is called.
    search: Option<String>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Who saw the ads, divided by what LinkedIn knows of them, the latest period first
#[utoipa::path(get, path = "/demographics", operation_id = "listDemographics", tag = "Ads", params(DemographicQuery),
    responses((status = 200, description = "A page of divisions", body = Page<Demographic>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<DemographicQuery>,
) -> Result<Json<Page<Demographic>>, Problem> {
    let place: Place<String> = Place::read("last_day", None, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::demographic_items()
        .bind(
            &*tx,
            &asked.section.as_ref().map(word),
            &asked.account.as_deref(),
            &asked.since,
            &asked.until,
            &asked.search.as_deref(),
            &place.after_id.as_deref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.id, row.item)).collect())?))
}
