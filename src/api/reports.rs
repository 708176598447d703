//! Reports: what campaigns came to at one moment, for those who hold a link.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::reports as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing, Wish},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaign_groups as groups,
        reports::{self, Content, USUAL, Wanted, no_report},
    },
    values::Name,
};

/// Whether a report's link opens it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ReportState {
    /// It does
    Open,
    /// Its time is over
    Ended,
    /// Somebody took it back
    Revoked,
}

/// A campaign that a report speaks of, by the name that it had.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Reported {
    id: i32,
    name: String,
}

/// A report. What it says is at `/content`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    id: Uuid,
    title: String,
    state: ReportState,
    campaigns: Vec<Reported>,
    /// The first of the days of which it speaks; null: the first that there was.
    first_day: Option<Date>,
    /// The last of them; null: the day on which it was made.
    last_day: Option<Date>,
    /// Whether people are named.
    names_people: bool,
    /// How often its link was opened, by programs that preview messages as well.
    opened: i32,
    last_opened: Option<Timestamp>,
    expires_at: Timestamp,
    revoked_at: Option<Timestamp>,
    /// A user's id, a key's prefix, or `command line`.
    made_by: String,
    /// When its figures were true.
    created_at: Timestamp,
    /// Its link, to be put after the address of the pages: in the first answer to the call that made it, and nowhere else.
    path: Option<String>,
}

/// What a report is to say: of `campaigns`, or of those of a group.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewReport {
    title: Name,
    /// The ids of 1 to 200 campaigns.
    #[schema(min_items = 1, max_items = 200)]
    campaigns: Option<Vec<i32>>,
    group_id: Option<i32>,
    /// The ids of those who were to be reached; if nobody says it, those whom the campaigns are meant for, or else all active personas.
    #[schema(min_items = 1, max_items = 200)]
    personas: Option<Vec<Uuid>>,
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// Days for which the link is good; 30 if nobody says how many.
    #[schema(minimum = 1, maximum = 365)]
    good_for: Option<i32>,
    /// Whether the people who engaged most are named; if nobody says it, nobody is.
    names_people: Option<bool>,
    /// Whether it says what to do next, from all that the team has ever tried; if nobody says otherwise, it does.
    recommends: Option<bool>,
}

/// What reports are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ReportSort {
    #[default]
    CreatedAt,
    Title,
    Opened,
    LastOpened,
    ExpiresAt,
}

/// Which reports, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ReportQuery {
    /// Also those that have ended in the past 30 days.
    all: Option<bool>,
    /// Words in the title.
    search: Option<String>,
    #[param(inline)]
    sort: Option<ReportSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Reports
#[utoipa::path(get, path = "/reports", operation_id = "listReports", tag = "Reports", params(ReportQuery),
    responses((status = 200, description = "A page of reports", body = Page<Report>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<ReportQuery>,
) -> Result<Json<Page<Report>>, Problem> {
    let place: Place<Uuid> =
        Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::report_items()
        .bind(
            &*tx,
            &None,
            &asked.all.unwrap_or_default(),
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

/// Makes a report of the figures of this moment, with a link that opens it
///
/// The link is told once: a call that is repeated with its `Idempotency-Key` hears of the report, and of no link.
#[utoipa::path(post, path = "/reports", operation_id = "createReport", tag = "Reports", request_body = NewReport,
    responses((status = 201, description = "The report", body = Report)))]
pub(super) async fn create(wish: Wish<NewReport>) -> Result<Response, Problem> {
    let (act, said) = wish.begin().await?;
    let campaigns = match (said.campaigns, said.group_id) {
        (Some(campaigns), None) => campaigns,
        (None, Some(group)) => {
            groups::item(&act.tx, group).await?;
            groups::campaigns(&act.tx, group, None).await?
        }
        _ => return Err(Error::invalid("say campaigns or group_id, and one of them").into()),
    };
    let wanted = Wanted {
        title: said.title.to_string(),
        campaigns,
        personas: said.personas,
        days: (said.first_day, said.last_day),
        good_for: said.good_for.unwrap_or(USUAL),
        names_people: said.names_people.unwrap_or_default(),
        recommends: said.recommends.unwrap_or(true),
    };
    let made = reports::make(&act.tx, &wanted).await?;
    let kept = item(&act.tx, made.id).await?;
    let told = Report { path: Some(made.path().to_string()), ..item(&act.tx, made.id).await? };
    act.end_telling_once(StatusCode::CREATED, &told, &kept).await
}

/// One report
#[utoipa::path(get, path = "/reports/{id}", operation_id = "readReport", tag = "Reports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The report", body = Report)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Report>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// What a report says
#[utoipa::path(get, path = "/reports/{id}/content", operation_id = "readReportContent", tag = "Reports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "Its figures, as they were when it was made", body = Content)))]
pub(super) async fn content(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Content>, Problem> {
    let tx = caller.begin().await?;
    let found = reports::read(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found.content))
}

/// Takes the link of a report back, at once and for good
///
/// A report that has ended is forgotten after 30 days.
#[utoipa::path(post, path = "/reports/{id}/revoke", operation_id = "revokeReport", tag = "Reports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The report as it is now", body = Report)))]
pub(super) async fn revoke(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    reports::revoke(&act.tx, id).await?;
    let revoked = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &revoked).await
}

async fn item(tx: &TenantTx, id: Uuid) -> Result<Report, Error> {
    let row = sql::report_items()
        .bind(&**tx, &Some(id), &true, &None::<&str>, &"title", &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    item_of(row.ok_or_else(no_report)?.item)
}
