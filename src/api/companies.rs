//! Companies: where people work.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::companies as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::companies::{self, no_company},
    values::Name,
};

/// How many people work at a company, as LinkedIn has it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
enum SizeBand {
    #[serde(rename = "1")]
    One,
    #[serde(rename = "2-10")]
    To10,
    #[serde(rename = "11-50")]
    To50,
    #[serde(rename = "51-200")]
    To200,
    #[serde(rename = "201-500")]
    To500,
    #[serde(rename = "501-1000")]
    To1000,
    #[serde(rename = "1001-5000")]
    To5000,
    #[serde(rename = "5001-10000")]
    To10000,
    #[serde(rename = "10001+")]
    More,
}

/// A company. What is null is not known.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Company {
    id: i32,
    name: String,
    domain: Option<String>,
    industry: Option<String>,
    size_band: Option<SizeBand>,
    location: Option<String>,
    /// Two letters, such as DE.
    country: Option<String>,
    linkedin_url: Option<String>,
    linkedin_id: Option<String>,
    linkedin_slug: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// People who work there, as far as they are known.
    people: i32,
    /// Those of them who engaged.
    engaged_people: i32,
    engagements: i64,
    /// Those of them who match a persona.
    targets: i32,
    last_engaged_on: Option<Date>,
}

/// What is said of a company that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCompany {
    name: Name,
    domain: Option<String>,
    industry: Option<String>,
    size_band: Option<SizeBand>,
    location: Option<String>,
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
}

/// What changes of a company: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    domain: Option<String>,
    industry: Option<String>,
    size_band: Option<SizeBand>,
    location: Option<String>,
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
}

/// What companies are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CompanySort {
    #[default]
    Name,
    People,
    Engagements,
    CreatedAt,
    UpdatedAt,
}

/// Which companies, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CompanyQuery {
    /// Two letters, such as DE.
    country: Option<String>,
    /// Words in the name, the domain or the industry.
    search: Option<String>,
    #[param(inline)]
    sort: Option<CompanySort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A persona of which somebody works at a company.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaOfCompany {
    persona_id: Uuid,
    persona: String,
    people: i32,
    average_score: Option<f64>,
}

/// Companies
#[utoipa::path(get, path = "/companies", operation_id = "listCompanies", tag = "Companies", params(CompanyQuery),
    responses((status = 200, description = "A page of companies", body = Page<Company>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<CompanyQuery>,
) -> Result<Json<Page<Company>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::company_items()
        .bind(
            &*tx,
            &place.sort.as_str(),
            &None,
            &asked.country.as_deref(),
            &asked.search.as_deref(),
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

/// Makes a company
#[utoipa::path(post, path = "/companies", operation_id = "createCompany", tag = "Companies", request_body = NewCompany,
    responses((status = 201, description = "The company", body = Company)))]
pub(super) async fn create(change: Change<NewCompany>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = companies::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One company
#[utoipa::path(get, path = "/companies/{id}", operation_id = "readCompany", tag = "Companies", params(("id" = i32, Path)),
    responses((status = 200, description = "The company", body = Company)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Company>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a company, and matches its people anew where it matters
#[utoipa::path(patch, path = "/companies/{id}", operation_id = "changeCompany", tag = "Companies", params(("id" = i32, Path)),
    request_body = CompanyChange, responses((status = 200, description = "The company as it is now", body = Company)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<CompanyChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    companies::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a company where nobody works, for good
#[utoipa::path(delete, path = "/companies/{id}", operation_id = "deleteCompany", tag = "Companies", params(("id" = i32, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    companies::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Which personas work at a company
#[utoipa::path(get, path = "/companies/{id}/personas", operation_id = "listCompanyPersonas", tag = "Companies", params(("id" = i32, Path)),
    responses((status = 200, description = "Personas, the one with most people first", body = Vec<PersonaOfCompany>)))]
pub(super) async fn personas(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<PersonaOfCompany>>, Problem> {
    let tx = caller.begin().await?;
    if !sql::company_exists().bind(&*tx, &id).one().await? {
        return Err(no_company().into());
    }
    let rows = sql::company_personas().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

async fn item(tx: &TenantTx, id: i32) -> Result<Company, Error> {
    let row = sql::company_items()
        .bind(&**tx, &"name", &Some(id), &None::<&str>, &None::<&str>, &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_company)?.item)
}
