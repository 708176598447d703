//! Imports: what became of every file that was taken in, whoever brought it.

use axum::Json;
use jiff::{Timestamp, civil::Date};
use queries::queries::imports as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    inputs::{Asked, Id},
    list::{Order, Page, PageQuery, Place, item_of},
    problem::Problem,
};
use crate::{
    import::Format,
    model::imports::{ImportState, no_import},
    values::word,
};

/// A file that was taken in.  `lines` is the sum of `created`, `updated`, `unchanged`, `skipped` and `rejected`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Import {
    id: Uuid,
    file_name: String,
    bytes: u64,
    /// What it holds.
    kind: String,
    format: String,
    state: ImportState,
    lines: u64,
    created: u64,
    updated: u64,
    unchanged: u64,
    /// Lines that are not meant to be stored, by why in `skip_reasons`.
    skipped: u64,
    rejected: u64,
    /// People who were not known before.
    people_created: u64,
    #[schema(value_type = Object)]
    skip_reasons: Map<String, Value>,
    /// The days that the file speaks of.
    first_day: Option<Date>,
    last_day: Option<Date>,
    /// What was said of the file, and which connection, job or upload brought it.
    #[schema(value_type = Object)]
    options: Map<String, Value>,
    /// What stopped it.
    error: Option<String>,
    started_by: Option<String>,
    started_at: Timestamp,
    finished_at: Option<Timestamp>,
}

/// A line that could not be used.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportReject {
    /// Where it begins, from 1; in JSON, the number of the record.
    line: i64,
    /// The column that is wrong, if one is.
    column: Option<String>,
    reason: String,
    /// The beginning of the record as it stood in the file.
    raw: String,
}

/// Which imports.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ImportQuery {
    state: Option<ImportState>,
    format: Option<Format>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Imports, the latest first
#[utoipa::path(get, path = "/imports", operation_id = "listImports", tag = "Imports", params(ImportQuery),
    responses((status = 200, description = "A page of imports", body = Page<Import>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<ImportQuery>,
) -> Result<Json<Page<Import>>, Problem> {
    let place: Place<Uuid> = Place::read("started_at", Some(Order::Desc), asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::import_items()
        .bind(
            &*tx,
            &None,
            &asked.state.as_ref().map(word),
            &asked.format.map(Format::name),
            &place.after_id,
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// One import
#[utoipa::path(get, path = "/imports/{id}", operation_id = "readImport", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The import", body = Import)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Import>, Problem> {
    let tx = caller.begin().await?;
    let row = sql::import_items()
        .bind(&*tx, &Some(id), &None::<&str>, &None::<&str>, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    tx.commit().await?;
    Ok(Json(item_of(row.ok_or_else(no_import)?.item)?))
}

/// The lines of an import that could not be used, in the order of the file
#[utoipa::path(get, path = "/imports/{id}/rejects", operation_id = "listImportRejects", tag = "Imports", params(("id" = Uuid, Path), PageQuery),
    responses((status = 200, description = "A page of lines", body = Page<ImportReject>)))]
pub(super) async fn rejects(
    Reader(caller): Reader,
    Id(id): Id<Uuid>,
    Asked(asked): Asked<PageQuery>,
) -> Result<Json<Page<ImportReject>>, Problem> {
    let place: Place<i64> = Place::read("line", None, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    if !sql::import_exists().bind(&*tx, &id).one().await? {
        return Err(no_import().into());
    }
    let rows = sql::reject_items().bind(&*tx, &id, &place.after_id, &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (Value::Null, row.line, row.item)).collect())?))
}
