//! The content calendar.

use axum::{Json, http::StatusCode, response::Response};
use jiff::Timestamp;
use queries::queries::calendar as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::calendar::{self, CalendarStatus, ContentType, no_entry},
    values::{Name, word},
};

/// An entry of the calendar.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarEntry {
    id: Uuid,
    title: String,
    description: Option<String>,
    scheduled_at: Timestamp,
    status: CalendarStatus,
    content_type: ContentType,
    /// Whether it is to be shown for money.
    paid: bool,
    /// What may be spent, in the campaign's currency.
    budget: Option<f64>,
    campaign_id: Option<i32>,
    campaign: Option<String>,
    strategy_id: Option<Uuid>,
    strategy: Option<String>,
    /// Which of the strategy's posts it is.
    strategy_slot: Option<String>,
    /// The post that it became.
    post_id: Option<i32>,
    post_url: Option<String>,
    notes: Option<String>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// What is said of an entry that is made.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCalendarEntry {
    title: Name,
    description: Option<String>,
    scheduled_at: Timestamp,
    /// A draft, if nobody says it.
    status: Option<CalendarStatus>,
    content_type: Option<ContentType>,
    /// If nobody says it, as the type of its campaign is.
    paid: Option<bool>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    campaign_id: Option<i32>,
    strategy_id: Option<Uuid>,
    strategy_slot: Option<String>,
    post_id: Option<i32>,
    notes: Option<String>,
}

/// What changes of an entry: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CalendarChange {
    #[schema(nullable = false)]
    title: Option<Name>,
    description: Option<String>,
    #[schema(nullable = false)]
    scheduled_at: Option<Timestamp>,
    #[schema(nullable = false)]
    status: Option<CalendarStatus>,
    #[schema(nullable = false)]
    content_type: Option<ContentType>,
    #[schema(nullable = false)]
    paid: Option<bool>,
    #[schema(minimum = 0, maximum = 999_999_999_999_f64)]
    budget: Option<f64>,
    campaign_id: Option<i32>,
    strategy_id: Option<Uuid>,
    strategy_slot: Option<String>,
    post_id: Option<i32>,
    notes: Option<String>,
}

/// What entries are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum CalendarSort {
    #[default]
    ScheduledAt,
    Title,
    CreatedAt,
    UpdatedAt,
}

/// Which entries, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CalendarQuery {
    campaign_id: Option<i32>,
    status: Option<CalendarStatus>,
    /// From this moment on.
    since: Option<Timestamp>,
    /// Before this moment.
    until: Option<Timestamp>,
    #[param(inline)]
    sort: Option<CalendarSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// What is planned
#[utoipa::path(get, path = "/calendar", operation_id = "listCalendarEntries", tag = "Calendar", params(CalendarQuery),
    responses((status = 200, description = "A page of entries", body = Page<CalendarEntry>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<CalendarQuery>,
) -> Result<Json<Page<CalendarEntry>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::calendar_items()
        .bind(
            &*tx,
            &place.sort.as_str(),
            &None,
            &asked.campaign_id,
            &asked.status.as_ref().map(word),
            &asked.since,
            &asked.until,
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

/// Plans something
#[utoipa::path(post, path = "/calendar", operation_id = "createCalendarEntry", tag = "Calendar", request_body = NewCalendarEntry,
    responses((status = 201, description = "The entry", body = CalendarEntry)))]
pub(super) async fn create(change: Change<NewCalendarEntry>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let id = calendar::create(&act.tx, said).await?;
    let made = item(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One entry of the calendar
#[utoipa::path(get, path = "/calendar/{id}", operation_id = "readCalendarEntry", tag = "Calendar", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The entry", body = CalendarEntry)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<CalendarEntry>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is planned
#[utoipa::path(patch, path = "/calendar/{id}", operation_id = "changeCalendarEntry", tag = "Calendar", params(("id" = Uuid, Path)),
    request_body = CalendarChange, responses((status = 200, description = "The entry as it is now", body = CalendarEntry)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<CalendarChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    calendar::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes an entry of the calendar, for good
#[utoipa::path(delete, path = "/calendar/{id}", operation_id = "deleteCalendarEntry", tag = "Calendar", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    calendar::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

pub(super) async fn item(tx: &TenantTx, id: Uuid) -> Result<CalendarEntry, Error> {
    let row = sql::calendar_items()
        .bind(&**tx, &"scheduled_at", &Some(id), &None, &None::<&str>, &None, &None, &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_entry)?.item)
}
