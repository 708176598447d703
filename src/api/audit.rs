//! The audit log: what was done that matters to security, by whom, and to what.

use axum::Json;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Auditor,
    inputs::Asked,
    list::{Page, Place},
    problem::Problem,
};
use crate::model::audit::{self, Names};

/// Something that was done, or tried.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditEntry {
    /// Later entries have larger ones; some are left out.
    id: i64,
    happened_at: Timestamp,
    /// What, such as `user.signed_in`, `api_key.made` or `campaign.deleted`.
    event: String,
    /// Who: the id of a user, the beginning of a key, `nobody`, `command line` or `system`.
    actor: String,
    /// The e-mail address of the user who it was, or had been before leaving.
    actor_email: Option<String>,
    /// To whom or to what: an id, or a name.
    subject: Option<String>,
    /// The e-mail address of the user to whom it was done.
    subject_email: Option<String>,
    /// What else is known of it: never a secret.
    #[schema(value_type = Object)]
    details: Map<String, Value>,
}

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AuditQuery {
    /// Entries of this event.
    event: Option<String>,
    /// Entries of this actor or subject.
    who: Option<String>,
    /// From this moment on.
    since: Option<Timestamp>,
    /// Before this moment.
    until: Option<Timestamp>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// What was done that matters to security, the latest first; the key needs the scope `audit`
#[utoipa::path(get, path = "/audit", operation_id = "listAuditEntries", tag = "Audit", params(AuditQuery),
    responses((status = 200, description = "A page of entries", body = Page<AuditEntry>)))]
pub(super) async fn list(
    Auditor(caller): Auditor,
    Asked(asked): Asked<AuditQuery>,
) -> Result<Json<Page<AuditEntry>>, Problem> {
    let place: Place<i64> = Place::read("id", None, asked.limit, asked.cursor.as_deref())?;
    let AuditQuery { event, who, since, until, .. } = asked;
    let wanted = audit::Wanted { event, who, since, until, before: place.after_id };
    let tx = caller.begin().await?;
    let rows = audit::rows(&tx, &wanted, place.most()).await?;
    let (names, _) = Names::read(&tx).await?;
    tx.commit().await?;
    let items = rows.into_iter().map(|row| (Value::Null, row.id, names.entry(&row)));
    Ok(Json(place.page(items.collect())?))
}
