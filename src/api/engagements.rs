//! Engagements: who did what with which post, and many of them at once.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use jiff::{Timestamp, civil::Date};
use queries::queries::engagements as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Bulk, Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    error::Error,
    import::{self, printable},
    model::{
        engagements::{self, EngagementType, no_engagement},
        events::Events,
    },
    values::word,
};

/// Events of one call.
const MOST: usize = 10_000;
/// Events that cannot be used and are told of with their reasons; the others are counted.
const REASONS: usize = 100;

/// An engagement.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Engagement {
    id: i64,
    post_id: i32,
    /// The post's title.
    post: Option<String>,
    person_id: i32,
    /// The person's name.
    person: String,
    r#type: EngagementType,
    /// Of a reaction.
    reaction: Option<String>,
    /// Of a comment: what was said.
    comment: Option<String>,
    engaged_at: Timestamp,
    /// The tenant's day, under which it is counted.
    engaged_on: Date,
    /// Whether the time is `exact`, `derived` from an id, or that at which it was `first_seen`.
    time_basis: String,
    /// The way by which it came.
    source: String,
    import_id: Option<Uuid>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// Which engagements.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct EngagementQuery {
    person_id: Option<i32>,
    post_id: Option<i32>,
    campaign_id: Option<i32>,
    r#type: Option<EngagementType>,
    /// From this moment on.
    since: Option<Timestamp>,
    /// Before this moment.
    until: Option<Timestamp>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// What became of events.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Ingested {
    /// How many there were.
    events: u64,
    created: i64,
    updated: i64,
    /// Those that were known already.
    unchanged: i64,
    /// People who were not known before.
    people_created: i64,
    /// Those of which nothing is stored, by why: those of company pages, for example.
    skipped: BTreeMap<&'static str, u64>,
    /// Those that cannot be used.
    refused: u64,
    /// Why, for the first hundred of them.
    reasons: Vec<Unusable>,
}

/// Why an event cannot be used.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Unusable {
    /// Its line, from 1.
    line: u64,
    /// The field that is wrong, if one is.
    field: Option<String>,
    reason: String,
}

/// Engagements, in the order in which they were taken in
///
/// The cursor of the last page that was read goes on with what came since.
#[utoipa::path(get, path = "/engagements", operation_id = "listEngagements", tag = "Engagements", params(EngagementQuery),
    responses((status = 200, description = "A page of engagements", body = Page<Engagement>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<EngagementQuery>,
) -> Result<Json<Page<Engagement>>, Problem> {
    let place: Place<i64> = Place::read("id", asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::engagement_items()
        .bind(
            &*tx,
            &(place.order == Order::Desc),
            &place.after_id,
            &None,
            &asked.person_id,
            &asked.post_id,
            &asked.campaign_id,
            &asked.r#type.as_ref().map(word),
            &asked.since,
            &asked.until,
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.id, row.item)).collect())?))
}

/// One engagement
#[utoipa::path(get, path = "/engagements/{id}", operation_id = "readEngagement", tag = "Engagements", params(("id" = i64, Path)),
    responses((status = 200, description = "The engagement", body = Engagement)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i64>) -> Result<Json<Engagement>, Problem> {
    let tx = caller.begin().await?;
    let row = sql::engagement_items()
        .bind(&*tx, &false, &None, &Some(id), &None, &None, &None, &None::<&str>, &None, &None, &1)
        .opt()
        .await?;
    tx.commit().await?;
    Ok(Json(item_of(row.ok_or_else(no_engagement)?.item)?))
}

/// Deletes an engagement, for good
///
/// Every figure follows; an import or a call that tells of it again brings it back.
#[utoipa::path(delete, path = "/engagements/{id}", operation_id = "deleteEngagement", tag = "Engagements", params(("id" = i64, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i64>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    engagements::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Brings up to 10,000 engagements, one object a line
///
/// Each is an event as a webhook would deliver it. What is known already changes nothing, so that the same lines may come again.
/// Lines that cannot be used are told of, and the others are taken, all in one transaction; where no line can be used, the call is refused.
#[utoipa::path(post, path = "/engagements", operation_id = "ingestEngagements", tag = "Engagements",
    request_body(content = String, content_type = "application/x-ndjson", description = "JSON Lines, at most 16 MiB"),
    responses((status = 200, description = "What became of them", body = Ingested)))]
pub(super) async fn ingest(bulk: Bulk) -> Result<Response, Problem> {
    let received_at = Timestamp::now();
    let lines = bulk.lines.clone();
    // Ten thousand lines keep a thread busy for a while, which is not to be one that others wait for.
    let read = tokio::task::spawn_blocking(move || events(&lines, received_at)).await;
    let mut events = read.map_err(|error| Error::Internal(error.into()))??;
    let act = bulk.begin().await?;
    let taken = events.merge(&act.tx, received_at).await?;
    if let Some(words) = events.hopeless() {
        return Err(Error::Invalid(words).into());
    }
    let told = Ingested {
        events: events.count as u64,
        created: taken.created,
        updated: taken.updated,
        unchanged: taken.unchanged,
        people_created: taken.people_created,
        refused: events.refused.len() as u64,
        skipped: events.skipped,
        reasons: events
            .refused
            .into_iter()
            .take(REASONS)
            .map(|refused| Unusable { line: refused.number, field: refused.field, reason: refused.reason })
            .collect(),
    };
    Ok(act.end(StatusCode::OK, &told).await?.into_response())
}

/// The events of lines; empty ones are none.
fn events(lines: &[u8], received_at: Timestamp) -> Result<Events, Error> {
    let mut events = Events::default();
    for (line, number) in lines.split(|byte| *byte == b'\n').zip(1_u64..) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if events.count == MOST {
            return Err(Error::Invalid(format!("there are more than {MOST} events in this call")));
        }
        match import::payload(line.to_vec()) {
            Ok(value) => events.add(number, import::event(&value, received_at)),
            Err(error) => events.refuse(number, printable(&format!("this line is no JSON: {error}"), 1_000)),
        }
    }
    if events.count == 0 {
        return Err(Error::invalid("the body is empty: one object a line, as docs/webhooks.md has them"));
    }
    Ok(events)
}
