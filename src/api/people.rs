//! People, with what is known of them, what they did, and whom they match.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::persons as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of, items_of},
    personas::Factor,
    problem::Problem,
    words::{JobFunction, Seniority},
};
use crate::{
    db::TenantTx,
    error::Error,
    model::persons::{self, Entered, Hold, LeadStatus, no_person},
    values::{Name, word},
};

/// Entries of a journey.
const JOURNEY: i64 = 200;

/// A person. What is null is not known.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    id: i32,
    name: String,
    first_name: Option<String>,
    last_name: Option<String>,
    headline: Option<String>,
    /// The override, or else what was read.
    title: Option<String>,
    title_override: Option<String>,
    company_id: Option<i32>,
    /// The override, or else what was read.
    company: Option<String>,
    company_override: Option<String>,
    seniority: Option<Seniority>,
    functions: Vec<JobFunction>,
    /// From what title, company and seniority were read: `headline`, `connection`, `profile` or `manual`.
    facts_from: Option<String>,
    linkedin_url: Option<String>,
    email: Option<String>,
    location: Option<String>,
    /// Two letters, such as DE.
    country: Option<String>,
    /// 1 to 3.
    connection_degree: Option<i16>,
    connected_on: Option<Date>,
    is_follower: Option<bool>,
    lead_status: Option<LeadStatus>,
    notable: bool,
    notable_reason: Option<String>,
    /// Who of the team looks after them.
    owner: Option<String>,
    tags: Vec<String>,
    notes: Option<String>,
    /// `never`, `pending`, `enriched`, `missed` or `failed`.
    enrichment_status: String,
    enriched_at: Option<Timestamp>,
    /// The way by which they came.
    source: String,
    first_seen: Timestamp,
    last_seen: Timestamp,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// Their engagements by the tenant's weights.
    engagement_score: i64,
    engagements: i32,
    last_engaged_on: Option<Date>,
    identities: Vec<Identity>,
    /// Those that they match, the best first.
    personas: Vec<PersonaOfPerson>,
}

/// A name under which somebody is known.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Identity {
    /// `member_id`, `slug`, `email` or `sales_nav_id`.
    kind: String,
    value: String,
    source: String,
}

/// A persona that somebody matches.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PersonaOfPerson {
    persona_id: Uuid,
    persona: String,
    match_score: f64,
}

/// What is said of a person who is added: `linkedin_url`, `email`, or both.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPerson {
    /// The address of the profile.
    #[schema(example = "https://www.linkedin.com/in/ada-example/")]
    linkedin_url: Option<String>,
    email: Option<String>,
    name: Option<Name>,
    /// Title, company and seniority are read from it.
    headline: Option<Name>,
}

/// What changes of a person: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    /// Goes before what is read from files.
    title_override: Option<Name>,
    /// Goes before what is read from files.
    company_override: Option<Name>,
    email: Option<String>,
    location: Option<String>,
    #[schema(pattern = "^[A-Z]{2}$")]
    country: Option<String>,
    lead_status: Option<LeadStatus>,
    #[schema(nullable = false)]
    notable: Option<bool>,
    notable_reason: Option<String>,
    owner: Option<String>,
    #[schema(nullable = false)]
    tags: Option<Vec<String>>,
    notes: Option<String>,
}

/// What people are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PersonSort {
    /// The order in which they came
    #[default]
    Id,
    Name,
    EngagementScore,
    LastEngagedOn,
    LastSeen,
    UpdatedAt,
}

/// Which people, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PersonQuery {
    /// Those who match this persona.
    persona_id: Option<Uuid>,
    company_id: Option<i32>,
    /// Those who engaged with a post of this campaign.
    campaign_id: Option<i32>,
    seniority: Option<Seniority>,
    function: Option<JobFunction>,
    lead_status: Option<LeadStatus>,
    tag: Option<String>,
    notable: Option<bool>,
    /// From this engagement score on.
    min_score: Option<i64>,
    /// Words in the name, the headline or the company.
    search: Option<String>,
    #[param(inline)]
    sort: Option<PersonSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Why somebody matches a persona, or why not.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetOfPerson {
    persona_id: Uuid,
    persona: String,
    /// Whether they are a target.
    active: bool,
    match_score: f64,
    /// The share of the asked facts that is known.
    confidence: f64,
    /// Whether they are in it by hand, for `reason`.
    pinned: bool,
    /// Whether they are kept out by hand, for `reason`.
    excluded: bool,
    reason: Option<String>,
    /// Every criterion with what it came to; they add up to the score.
    receipt: Vec<Factor>,
    /// The same in words.
    words: Option<String>,
}

/// Something that happened with a person.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    at: Timestamp,
    /// An engagement by its type, `entered` or `left` a persona, or what changed of them.
    what: String,
    detail: Option<String>,
    /// Whether the time is `exact`, `derived` from an id, or that at which it was `first_seen`.
    time_basis: String,
    post_id: Option<i32>,
    post_title: Option<String>,
    persona_id: Option<Uuid>,
    text: Option<String>,
}

/// What is decided.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Verdict {
    /// They are a target
    Pinned,
    /// They are none
    Excluded,
}

/// What a human decides of a person and a persona.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Decision {
    verdict: Verdict,
    reason: Option<String>,
}

/// People
#[utoipa::path(get, path = "/people", operation_id = "listPeople", tag = "People", params(PersonQuery),
    responses((status = 200, description = "A page of people", body = Page<Person>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<PersonQuery>,
) -> Result<Json<Page<Person>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::person_items()
        .bind(
            &*tx,
            &place.sort.as_str(),
            &None,
            &asked.persona_id,
            &asked.company_id,
            &asked.campaign_id,
            &asked.seniority.as_ref().map(Seniority::as_str),
            &asked.function.as_ref().map(JobFunction::as_str),
            &asked.lead_status.as_ref().map(word),
            &asked.tag.as_deref(),
            &asked.notable,
            &asked.min_score,
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

/// Adds a person, who is matched to every persona at once
///
/// Somebody who is known under one of the identities is brought up to date, and is answered with 200.
#[utoipa::path(post, path = "/people", operation_id = "createPerson", tag = "People", request_body = NewPerson,
    responses((status = 201, description = "The person", body = Person), (status = 200, description = "The person, who was known", body = Person)))]
pub(super) async fn create(change: Change<NewPerson>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: NewPerson = item_of(Value::Object(said))?;
    let entered = Entered {
        linkedin_url: said.linkedin_url.as_deref(),
        email: said.email.as_deref(),
        name: said.name.as_deref(),
        headline: said.headline.as_deref(),
    };
    let (id, is_new) = persons::add(&act.tx, &entered).await?;
    let made = item(&act.tx, id).await?;
    act.end(if is_new { StatusCode::CREATED } else { StatusCode::OK }, &made).await
}

/// One person
#[utoipa::path(get, path = "/people/{id}", operation_id = "readPerson", tag = "People", params(("id" = i32, Path)),
    responses((status = 200, description = "The person", body = Person)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Person>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a person by hand, and matches them anew where it matters
#[utoipa::path(patch, path = "/people/{id}", operation_id = "changePerson", tag = "People", params(("id" = i32, Path)),
    request_body = PersonChange, responses((status = 200, description = "The person as they are now", body = Person)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<PersonChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    persons::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Erases a person with all that is known of them, for good
///
/// Every figure follows. The audit log keeps the number alone.
#[utoipa::path(delete, path = "/people/{id}", operation_id = "deletePerson", tag = "People", params(("id" = i32, Path)),
    responses((status = 204, description = "They are forgotten")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    persons::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Which personas a person matches, which not any more, and why
#[utoipa::path(get, path = "/people/{id}/personas", operation_id = "listPersonPersonas", tag = "People", params(("id" = i32, Path)),
    responses((status = 200, description = "Personas, those that they match first", body = Vec<TargetOfPerson>)))]
pub(super) async fn personas(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<TargetOfPerson>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::person_targets().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// What happened with a person
#[utoipa::path(get, path = "/people/{id}/journey", operation_id = "listPersonJourney", tag = "People", params(("id" = i32, Path)),
    responses((status = 200, description = "The last 200 steps, the latest first", body = Vec<Step>)))]
pub(super) async fn journey(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<Step>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::person_journey().bind(&*tx, &id, &JOURNEY).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// Pins a person to a persona, or keeps them out, whatever matching says
#[utoipa::path(put, path = "/personas/{id}/people/{person_id}", operation_id = "decideTarget", tag = "Personas",
    params(("id" = Uuid, Path), ("person_id" = i32, Path)), request_body = Decision,
    responses((status = 204, description = "It is so until released")))]
pub(super) async fn decide(
    Id((persona, person)): Id<(Uuid, i32)>,
    change: Change<Decision>,
) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: Decision = item_of(Value::Object(said))?;
    let hold = match said.verdict {
        Verdict::Pinned => Hold::Pin,
        Verdict::Excluded => Hold::Exclude,
    };
    persons::hold(&act.tx, hold, persona, person, said.reason.as_deref()).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Leaves it to matching again whether a person is a target of a persona
#[utoipa::path(delete, path = "/personas/{id}/people/{person_id}", operation_id = "releaseTarget", tag = "Personas",
    params(("id" = Uuid, Path), ("person_id" = i32, Path)), responses((status = 204, description = "Matching decides")))]
pub(super) async fn release(
    Id((persona, person)): Id<(Uuid, i32)>,
    change: Change<Nothing>,
) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    persons::hold(&act.tx, Hold::Release, persona, person, None).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

async fn exists(tx: &TenantTx, id: i32) -> Result<(), Error> {
    if sql::person_exists().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_person()) }
}

async fn item(tx: &TenantTx, id: i32) -> Result<Person, Error> {
    let row = sql::person_items()
        .bind(
            &**tx,
            &"id",
            &Some(id),
            &None,
            &None,
            &None,
            &None::<&str>,
            &None::<&str>,
            &None::<&str>,
            &None::<&str>,
            &None,
            &None,
            &None::<&str>,
            &None,
            &false,
            &None::<&Value>,
            &1,
        )
        .opt()
        .await?;
    item_of(row.ok_or_else(no_person)?.item)
}
