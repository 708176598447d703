//! Uploads: files that are brought in pieces of any size, and then checked or imported.

use std::sync::Arc;

use axum::{
    Json,
    body::{Body, HttpBody as _},
    extract::{FromRequest, Request},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use queries::queries::{api_keys as keys_sql, uploads as sql};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    Api,
    caller::{Caller, Reader},
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of},
    problem::Problem,
};
use crate::{
    db::{Acts, TenantTx},
    error::Error,
    model::{
        api_keys::Scope,
        imports::Wanted,
        uploads::{self, Content, Upload, UploadState},
    },
    values::{Name, word},
};

/// A file that is to come.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewUpload {
    file_name: Name,
    /// Bytes of the whole file.
    #[schema(minimum = 1, maximum = 2_147_483_648_u64)]
    bytes: u64,
    /// Checks it when it is here, instead of importing it.
    dry_run: Option<bool>,
    options: Option<Wanted>,
}

/// What changes of an upload.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct UploadChange {
    /// Replaces what was said before as a whole.
    options: Wanted,
}

/// Which uploads.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct UploadQuery {
    state: Option<UploadState>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// Where in the file bytes begin.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// The upload's `received_bytes`; 0 if nobody says.
    #[param(maximum = 2_147_483_648_u64)]
    from: Option<u64>,
}

/// A call whose body is read as it comes.
pub(super) struct Arriving {
    caller: Caller,
    body: Body,
}

impl FromRequest<Arc<Api>> for Arriving {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Arc<Api>) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let caller = Caller::of(&parts, api).await?;
        caller.must(Scope::Write)?;
        Ok(Self { caller, body })
    }
}

/// Whoever brings a file, for as long as that takes: a key that is revoked meanwhile brings nothing more.
struct Bringing<'a>(&'a Caller);

impl Acts for Bringing<'_> {
    async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.0.begin().await?;
        if keys_sql::api_key_may_write().bind(&*tx, &self.0.key.id).one().await? {
            return Ok(tx);
        }
        Err(Error::Unauthorized("the key has ended meanwhile; what came before is kept".to_owned()))
    }
}

/// Uploads, the latest first
#[utoipa::path(get, path = "/uploads", operation_id = "listUploads", tag = "Imports", params(UploadQuery),
    responses((status = 200, description = "A page of uploads", body = Page<Upload>)))]
pub(super) async fn list(
    Reader(caller): Reader,
    Asked(asked): Asked<UploadQuery>,
) -> Result<Json<Page<Upload>>, Problem> {
    let place: Place<Uuid> = Place::read("created_at", Some(Order::Desc), asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let state = asked.state.as_ref().map(word);
    let after_key = place.after_key.as_ref();
    let rows = sql::upload_items().bind(&*tx, &None, &state, &place.after_id, &after_key, &place.most()).all().await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// Announces a file
///
/// Its bytes follow by `PUT /uploads/{id}/content`; with the last of them it is imported, or, as a dry run, checked.
#[utoipa::path(post, path = "/uploads", operation_id = "createUpload", tag = "Imports", request_body = NewUpload,
    responses((status = 201, description = "The upload", body = Upload)))]
pub(super) async fn create(change: Change<NewUpload>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: NewUpload = item_of(Value::Object(said))?;
    let dry_run = said.dry_run.unwrap_or_default();
    let id = uploads::begin(&act.tx, &said.file_name, said.bytes, &said.options.unwrap_or_default(), dry_run).await?;
    let made = uploads::read(&act.tx, id).await?;
    act.end(StatusCode::CREATED, &made).await
}

/// One upload
#[utoipa::path(get, path = "/uploads/{id}", operation_id = "readUpload", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The upload", body = Upload)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Json<Upload>, Problem> {
    let tx = caller.begin().await?;
    let found = uploads::read(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Brings bytes of a file, from where the last ones ended
///
/// As many as the caller likes: all of the file in one call, or a piece in each of many. What arrived of a call that broke is kept, and
/// `received_bytes` says where to go on. Bytes that begin elsewhere are refused, so that none is taken twice.
#[utoipa::path(put, path = "/uploads/{id}/content", operation_id = "sendUploadContent", tag = "Imports", params(("id" = Uuid, Path), From),
    extensions(("x-placed" = json!(true))),
    request_body(content = String, content_type = "application/octet-stream", description = "Bytes of the file"),
    responses((status = 200, description = "The upload as it is now", body = Upload)))]
pub(super) async fn content(
    Id(id): Id<Uuid>,
    Asked(asked): Asked<From>,
    Arriving { caller, body }: Arriving,
) -> Result<Json<Upload>, Problem> {
    if body.size_hint().exact() == Some(0) {
        return Err(Error::invalid(
            "the body is empty: it is bytes of the file; received_bytes of the upload says where to go on",
        )
        .into());
    }
    uploads::receive(&Bringing(&caller), id, asked.from.unwrap_or_default(), body).await?;
    let tx = caller.begin().await?;
    let found = uploads::read(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Replaces what was said of a file that is neither under way nor imported
#[utoipa::path(patch, path = "/uploads/{id}", operation_id = "changeUpload", tag = "Imports", params(("id" = Uuid, Path)),
    request_body = UploadChange, responses((status = 200, description = "The upload as it is now", body = Upload)))]
pub(super) async fn change(Id(id): Id<Uuid>, change: Change<UploadChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: UploadChange = item_of(Value::Object(said))?;
    uploads::change(&act.tx, id, &said.options).await?;
    let changed = uploads::read(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Checks a file that is here: a dry run over its beginning, which writes nothing
#[utoipa::path(post, path = "/uploads/{id}/check", operation_id = "checkUpload", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The upload as it is now", body = Upload)))]
pub(super) async fn check(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    take_up(id, change, true).await
}

/// Imports a file that is here
#[utoipa::path(post, path = "/uploads/{id}/import", operation_id = "importUpload", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "The upload as it is now", body = Upload)))]
pub(super) async fn import(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    take_up(id, change, false).await
}

async fn take_up(id: Uuid, change: Change<Nothing>, dry_run: bool) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    uploads::take_up(&act.tx, id, dry_run).await?;
    let taken = uploads::read(&act.tx, id).await?;
    act.end(StatusCode::OK, &taken).await
}

/// Deletes an upload and what is kept of its file, for good
///
/// What was imported of it stays.
#[utoipa::path(delete, path = "/uploads/{id}", operation_id = "deleteUpload", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<Uuid>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    uploads::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// The rejected lines, as a file that can be corrected and imported; empty, where there are none
#[utoipa::path(get, path = "/uploads/{id}/rejects", operation_id = "readUploadRejects", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "A file like the one that was brought", body = String, content_type = "application/octet-stream")))]
pub(super) async fn rejects(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Response, Problem> {
    file(&caller, id, Content::Rejects).await
}

/// Why each of them was rejected, one a line
#[utoipa::path(get, path = "/uploads/{id}/reasons", operation_id = "readUploadReasons", tag = "Imports", params(("id" = Uuid, Path)),
    responses((status = 200, description = "A line for each", body = String, content_type = "application/octet-stream")))]
pub(super) async fn reasons(Reader(caller): Reader, Id(id): Id<Uuid>) -> Result<Response, Problem> {
    file(&caller, id, Content::Reasons).await
}

async fn file(caller: &Caller, id: Uuid, content: Content) -> Result<Response, Problem> {
    let file = uploads::told(caller, id, content).await?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"))], file).into_response())
}
