//! Audience segments: live sets of people by rule.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::segments as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Reader,
    change::{Change, Nothing, Question},
    inputs::{Asked, Id},
    list::{Order, Page, PageQuery, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::segments::{self, no_segment},
    values::Name,
};

/// Whom a segment means; all keys must hold: `personas`, `companies`, `tags`, `countries`, `seniorities`, `functions` and
/// `lead_statuses` (lists of words, of which one must fit), `campaigns` (their ids), `any_persona`, `is_follower`, `is_notable` (true or
/// false), and `min_score` with `window_days`. Without any, everybody.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Object)]
struct Rule(Map<String, Value>);

/// A segment.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Segment {
    id: String,
    name: String,
    description: Option<String>,
    rule: Rule,
    linkedin_segment_id: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// What is said of a segment that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSegment {
    name: Name,
    description: Option<String>,
    rule: Option<Rule>,
}

/// What changes of a segment: null takes away, what is not named stays, and the rule is replaced as a whole.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SegmentChange {
    #[schema(nullable = false)]
    name: Option<Name>,
    description: Option<String>,
    #[schema(nullable = false)]
    rule: Option<Rule>,
}

/// What segments are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SegmentSort {
    #[default]
    Name,
    CreatedAt,
    UpdatedAt,
}

/// Which segments, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SegmentQuery {
    /// Words in the name or the description.
    search: Option<String>,
    #[param(inline)]
    sort: Option<SegmentSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A rule to be tried.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SegmentTrial {
    rule: Rule,
}

/// Whom a rule means.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SegmentPreview {
    people: i64,
    /// The ten of them who engaged most.
    best: Vec<Member>,
}

/// Somebody in a segment.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    person_id: i32,
    name: String,
    title: Option<String>,
    company: Option<String>,
    /// Their engagements by the tenant's weights.
    engagement_score: i64,
}

/// Segments
#[utoipa::path(get, path = "/segments", operation_id = "listSegments", tag = "Segments", params(SegmentQuery),
    responses((status = 200, description = "A page of segments", body = Page<Segment>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<SegmentQuery>,
) -> Result<Json<Page<Segment>>, Problem> {
    let place: Place<String> =
        Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::segment_items()
        .bind(
            &*tx,
            &None::<&str>,
            &asked.search.as_deref(),
            &place.sort.as_str(),
            &place.after_id.as_deref(),
            &(place.order == Order::Desc),
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// Makes a segment
#[utoipa::path(post, path = "/segments", operation_id = "createSegment", tag = "Segments", request_body = NewSegment,
    responses((status = 201, description = "The segment", body = Segment)))]
pub(super) async fn create(change: Change<NewSegment>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = segments::create(&act.tx, said).await?;
    let made = item(&act.tx, &id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One segment
#[utoipa::path(get, path = "/segments/{id}", operation_id = "readSegment", tag = "Segments", params(("id" = String, Path)),
    responses((status = 200, description = "The segment", body = Segment)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<String>) -> Result<Json<Segment>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, &id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a segment
#[utoipa::path(patch, path = "/segments/{id}", operation_id = "changeSegment", tag = "Segments", params(("id" = String, Path)),
    request_body = SegmentChange, responses((status = 200, description = "The segment as it is now", body = Segment)))]
pub(super) async fn change(Id(id): Id<String>, change: Change<SegmentChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    segments::change(&act.tx, &id, said).await?;
    let changed = item(&act.tx, &id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a segment, for good
///
/// Its people stay.
#[utoipa::path(delete, path = "/segments/{id}", operation_id = "deleteSegment", tag = "Segments", params(("id" = String, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<String>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    segments::delete(&act.tx, &id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Whom a rule means, before anything is changed
#[utoipa::path(post, path = "/segments/preview", operation_id = "previewSegment", tag = "Segments", request_body = SegmentTrial,
    extensions(("x-reads" = json!(true))), responses((status = 200, description = "Whom it means", body = SegmentPreview)))]
pub(super) async fn preview(question: Question<SegmentTrial>) -> Result<Json<SegmentPreview>, Problem> {
    let Question { caller, said } = question;
    let tx = caller.begin().await?;
    let meant = segments::preview(&tx, &Value::Object(said.rule.0)).await?;
    tx.commit().await?;
    Ok(Json(SegmentPreview { people: meant.people, best: item_of(meant.best)? }))
}

/// Who is in a segment, now
#[utoipa::path(get, path = "/segments/{id}/people", operation_id = "listSegmentPeople", tag = "Segments",
    params(("id" = String, Path), PageQuery), responses((status = 200, description = "A page of people", body = Page<Member>)))]
pub(super) async fn people(
    Reader(caller): Reader,
    Id(id): Id<String>,
    Asked(asked): Asked<PageQuery>,
) -> Result<Json<Page<Member>>, Problem> {
    let place: Place<i32> = Place::read("person_id", None, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    if !sql::segment_exists().bind(&*tx, &id.as_str()).one().await? {
        return Err(no_segment().into());
    }
    let rows =
        sql::segment_people().bind(&*tx, &tx.tenant().0, &id.as_str(), &place.after_id, &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.id, row.item)).collect())?))
}

pub(super) async fn item(tx: &TenantTx, id: &str) -> Result<Segment, Error> {
    let row = sql::segment_items()
        .bind(&**tx, &Some(id), &None::<&str>, &"name", &None::<&str>, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_segment)?.item)
}
