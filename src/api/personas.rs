//! Personas, with whom they match.

use std::collections::HashMap;

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::{personas as sql, strategies, trends as trends_sql};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing, Question},
    inputs::{Asked, Id},
    list::{Order, Page, PageQuery, Place, item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::personas::{self, no_persona},
    values::Name,
};

/// What a persona asks of a person: a key for each criterion that is stated. `title` and `company` say `include` and `exclude` (lists
/// of words), `seniority`, `function`, `industry`, `company_size` and `location` say `any` (a list of words), `engagement` says
/// `min_score` and `window_days`, `follower` says `is`; each may have a `weight` (1 to 1000) and a `mode` (`score` or `required`), as in
/// `{"title": {"include": ["cmo"]}, "seniority": {"any": ["vp", "cxo"], "mode": "required"}}`. `rapport persona template` shows more.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Object)]
struct Criteria(Map<String, Value>);

/// A persona.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Persona {
    id: Uuid,
    name: String,
    description: Option<String>,
    /// Its colour in pictures, as #rrggbb.
    colour: String,
    /// The score from which a person matches, of 0 to 1.
    threshold: f64,
    /// Whether people are matched to it.
    active: bool,
    criteria: Criteria,
    created_by: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// People who match it.
    people: i32,
    /// Those who are in it by hand.
    pinned: i32,
    /// Those who are kept out of it by hand.
    excluded: i32,
    /// Of those who match by their score.
    average_score: Option<f64>,
    /// The share of the asked facts that is known of them.
    average_confidence: Option<f64>,
    last_matched: Option<Timestamp>,
}

/// What is said of a persona that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPersona {
    name: Name,
    description: Option<String>,
    #[schema(pattern = "^#[0-9A-Fa-f]{6}$")]
    colour: Option<String>,
    /// 0.60, if nobody says it.
    #[schema(exclusive_minimum = 0, maximum = 1, multiple_of = 0.01)]
    threshold: Option<f64>,
    active: Option<bool>,
    criteria: Option<Criteria>,
}

/// What changes of a persona: null takes away, what is not named stays, and criteria are replaced as a whole.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    description: Option<String>,
    #[schema(nullable = false, pattern = "^#[0-9A-Fa-f]{6}$")]
    colour: Option<String>,
    #[schema(nullable = false, exclusive_minimum = 0, maximum = 1, multiple_of = 0.01)]
    threshold: Option<f64>,
    #[schema(nullable = false)]
    active: Option<bool>,
    #[schema(nullable = false)]
    criteria: Option<Criteria>,
}

/// What personas are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PersonaSort {
    #[default]
    Name,
    People,
    AverageScore,
    LastMatched,
    CreatedAt,
    UpdatedAt,
}

/// Which personas, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PersonaQuery {
    active: Option<bool>,
    /// Words in the name or the description.
    search: Option<String>,
    #[param(inline)]
    sort: Option<PersonaSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A person who matches a persona, and why.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Target {
    person_id: i32,
    name: String,
    title: Option<String>,
    company: Option<String>,
    match_score: f64,
    /// The share of the asked facts that is known.
    confidence: f64,
    /// Whether they are in it by hand, for `reason`.
    pinned: bool,
    reason: Option<String>,
    /// Their engagements by the tenant's weights.
    engagement_score: i64,
    /// Every criterion with what it came to; they add up to the score.
    receipt: Vec<Factor>,
    /// The same in words.
    words: Option<String>,
}

/// What one criterion came to.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Factor {
    criterion: String,
    weight: i32,
    outcome: String,
}

/// A day of a persona.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaDay {
    day: Date,
    engagements: i64,
    unique_people: i64,
    posts: i32,
    average_7_days: Option<f64>,
    cumulative_engagements: i64,
}

/// The past thirty days of a persona.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct PersonaTrend {
    persona_id: Uuid,
    persona: String,
    /// Engagements in these days.
    engagements: i64,
    /// People who engaged in these days, each once: they are no sum of the days'.
    people: i64,
    /// Every day, up to today.
    days: Vec<PersonaDay>,
}

/// A strategy that is recommended for a persona, with the evidence.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Recommendation {
    strategy_id: Uuid,
    strategy: String,
    r#type: String,
    /// As a human has rated it for the persona.
    relevance_score: Option<f64>,
    /// Why, in words.
    #[serde(alias = "recommendation_reason")]
    reason: String,
    /// The share that would be expected of a strategy of which nothing is known.
    prior_rate: Option<f64>,
    people: i64,
    posts: i64,
    /// Times that somebody of the persona was shown a post.
    trials: i64,
    /// Those of them that ended in an engagement.
    successes: i64,
    people_engaged: i64,
    /// The share that is expected, and between what it lies with 90 % probability.
    posterior_mean: f64,
    interval_low: f64,
    interval_high: f64,
    /// The persona's usual share.
    baseline: Option<f64>,
    lift: Option<f64>,
    /// What they are put in order by.
    score: f64,
}

/// Criteria to be tried.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaTrial {
    /// The persona that would be changed; none: a new one.
    persona_id: Option<Uuid>,
    criteria: Criteria,
    /// 0.60, if nobody says it.
    #[schema(exclusive_minimum = 0, maximum = 1, multiple_of = 0.01)]
    threshold: Option<f64>,
}

/// What criteria would do.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaPreview {
    /// People who would match.
    people: i64,
    entering: i64,
    leaving: i64,
    /// How many people have which score, in ten bins from 0.0 to 1.0; without those whom an exclude or a required criterion keeps out.
    #[schema(min_items = 10, max_items = 10)]
    histogram: Vec<i64>,
    engagements_30_days: i64,
    engaged_people_30_days: i64,
    /// The ten who would match best.
    best: Vec<Value>,
    /// Ten of those who would enter, the best first.
    enters: Vec<Value>,
    /// Ten of those who would leave, the best first.
    leaves: Vec<Value>,
}

/// Personas with how many people match them
#[utoipa::path(get, path = "/personas", operation_id = "listPersonas", tag = "Personas", params(PersonaQuery),
    responses((status = 200, description = "A page of personas", body = Page<Persona>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<PersonaQuery>,
) -> Result<Json<Page<Persona>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::persona_items()
        .bind(
            &*tx,
            &None,
            &asked.active,
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

/// Makes a persona, and matches everybody to it
#[utoipa::path(post, path = "/personas", operation_id = "createPersona", tag = "Personas", request_body = NewPersona,
    responses((status = 201, description = "The persona", body = Persona)))]
pub(super) async fn create(change: Change<NewPersona>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let (id, _) = personas::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One persona
#[utoipa::path(get, path = "/personas/{id}", operation_id = "readPersona", tag = "Personas", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The persona", body = Persona)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Persona>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes a persona, and matches everybody anew where it matters
#[utoipa::path(patch, path = "/personas/{id}", operation_id = "changePersona", tag = "Personas", params(("id" = Uuid, Path)),
    request_body = PersonaChange, responses((status = 200, description = "The persona as it is now", body = Persona)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<PersonaChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    personas::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a persona with its targets, their history and its figures, for good
#[utoipa::path(delete, path = "/personas/{id}", operation_id = "deletePersona", tag = "Personas", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    personas::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// What criteria would do, before anything is changed
#[utoipa::path(post, path = "/personas/preview", operation_id = "previewPersona", tag = "Personas", request_body = PersonaTrial,
    extensions(("x-reads" = json!(true))), responses((status = 200, description = "Who would match", body = PersonaPreview)))]
pub(super) async fn preview(question: Question<PersonaTrial>) -> Result<Json<PersonaPreview>, Problem> {
    let Question { caller, said } = question;
    let tx = caller.begin().await?;
    if let Some(id) = said.persona_id {
        exists(&tx, id).await?;
    }
    let criteria = Value::Object(said.criteria.0);
    let threshold = personas::threshold(said.threshold.unwrap_or(0.6))?;
    let found = sql::preview_persona()
        .bind(&*tx, &tx.tenant().0, &said.persona_id, &criteria, &threshold.as_str())
        .one()
        .await?;
    tx.commit().await?;
    Ok(Json(item_of(found)?))
}

/// People who match a persona, the best first
#[utoipa::path(get, path = "/personas/{id}/people", operation_id = "listPersonaPeople", tag = "Personas",
    params(("id" = Uuid, Path), PageQuery), responses((status = 200, description = "A page of people", body = Page<Target>)))]
pub(super) async fn people(
    Reader(caller): Reader,
    Id(id): Id<Uuid>,
    Asked(asked): Asked<PageQuery>,
) -> Result<Json<Page<Target>>, Problem> {
    let place = Place::read("match_score", Some(Order::Desc), asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows =
        sql::persona_members().bind(&*tx, &id, &place.after_id, &place.after_key.as_ref(), &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// Thirty days of a persona
#[utoipa::path(get, path = "/personas/{id}/days", operation_id = "listPersonaDays", tag = "Personas", params(("id" = Uuid, Path)),
    responses((status = 200, description = "Every day, up to today", body = Vec<PersonaDay>)))]
pub(super) async fn days(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Vec<PersonaDay>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::persona_days().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// Thirty days of every persona
#[utoipa::path(get, path = "/personas/trends", operation_id = "listPersonaTrends", tag = "Personas",
    responses((status = 200, description = "Every persona, by its name", body = Vec<PersonaTrend>)))]
pub(super) async fn trends(Reader(caller): Reader) -> Result<Json<Vec<PersonaTrend>>, Problem> {
    let tx = caller.begin().await?;
    let rows = trends_sql::trend_rows().bind(&*tx, &None).all().await?;
    let people = trends_sql::trend_people().bind(&*tx, &tx.tenant().0).all().await?;
    tx.commit().await?;
    let people: HashMap<Uuid, i64> = people.into_iter().map(|row| (row.persona_id, row.people)).collect();
    Ok(Json(
        rows.chunk_by(|one, next| one["persona_id"] == next["persona_id"])
            .map(|days| trend(days, &people))
            .collect::<Result<_, _>>()?,
    ))
}

/// A persona from its days.
fn trend(days: &[Value], people: &HashMap<Uuid, i64>) -> Result<PersonaTrend, Error> {
    let persona_id: Uuid = item_of(days[0]["persona_id"].clone())?;
    let day = |row: &Value| {
        let mut row = row.clone();
        if let Some(fields) = row.as_object_mut() {
            fields.retain(|key, _| !matches!(key.as_str(), "tenant_id" | "persona_id" | "persona"));
        }
        item_of::<PersonaDay>(row)
    };
    let persona = days[0]["persona"].as_str().unwrap_or_default().to_owned();
    let days: Vec<PersonaDay> = days.iter().map(day).collect::<Result<_, _>>()?;
    Ok(PersonaTrend {
        persona_id,
        persona,
        engagements: days.iter().map(|day| day.engagements).sum(),
        people: people.get(&persona_id).copied().unwrap_or_default(),
        days,
    })
}

/// Strategies for a persona, with the evidence
#[utoipa::path(get, path = "/personas/{id}/recommendations", operation_id = "listRecommendations", tag = "Personas",
    params(("id" = Uuid, Path)), responses((status = 200, description = "The best five", body = Vec<Recommendation>)))]
pub(super) async fn recommendations(
    Reader(caller): Reader,
    Id(id): Id<Uuid>,
) -> Result<Json<Vec<Recommendation>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = strategies::recommended_strategies().bind(&*tx, &id, &5, &false, &None).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

async fn exists(tx: &TenantTx, id: Uuid) -> Result<(), Error> {
    if sql::persona_exists().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_persona()) }
}

pub(super) async fn item(tx: &TenantTx, id: Uuid) -> Result<Persona, Error> {
    let row = sql::persona_items()
        .bind(&**tx, &Some(id), &None, &None::<&str>, &"name", &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_persona)?.item)
}
