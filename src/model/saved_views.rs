//! Saved views: lists as people keep them, under a name.
//!
//! A view is the query of a list's address, and whoever opens it reads the list as if they had typed that: it may do no more, and holds
//! nobody's data.

use queries::{client::Params as _, queries::saved_views as sql};
use uuid::Uuid;

use super::{sessions::Session, users::Role};
use crate::{db::TenantTx, error::Error};

pub use sql::SavedViews as SavedView;

/// Views that somebody, or everybody together, may keep of one list.
pub const MOST: i64 = 50;
/// Characters of a name, which stands in a row with others.
pub const LONGEST_NAME: usize = 80;
/// Bytes of a query, as the database has it.
pub const LONGEST_QUERY: usize = 2000;

/// What there is to say of a view.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Whether it is everybody's.
    pub is_shared: bool,
}

/// Whether somebody may make views for everybody, and change those.
#[must_use]
pub fn may_share(session: &Session) -> bool {
    session.role >= Role::Editor
}

/// The views that somebody sees, of one list or of all; a client sees none but their own, since the name of another tells of others.
///
/// # Errors
/// As the database gives them.
pub async fn all(tx: &TenantTx, session: &Session, page: Option<&str>) -> Result<Vec<SavedView>, Error> {
    let sees_shared = session.role >= Role::Viewer;
    Ok(sql::saved_views().bind(&**tx, &session.user, &sees_shared, &page, &None).all().await?)
}

/// One of them that somebody may change.
///
/// # Errors
/// [`Error::NotFound`], also for a view of somebody else.
pub async fn one(tx: &TenantTx, session: &Session, view: Uuid) -> Result<SavedView, Error> {
    let shared = may_share(session);
    let found = sql::saved_views().bind(&**tx, &session.user, &shared, &None::<&str>, &Some(view)).opt().await?;
    found.ok_or_else(no_view)
}

/// Keeps a view; its id.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, or too many; [`Error::Forbidden`] when it is to be everybody's and may not be.
pub async fn create(tx: &TenantTx, session: &Session, page: &str, query: &str, said: Said<'_>) -> Result<Uuid, Error> {
    allowed(session, said)?;
    bounded(query)?;
    let owner = (!said.is_shared).then_some(session.user);
    let made = sql::create_saved_view()
        .params(&**tx, &sql::CreateSavedViewParams { page, name: said.name, query, owner, most: MOST })
        .opt()
        .await?;
    made.ok_or_else(|| {
        Error::Conflict(format!("there are {MOST} views of this list already; replace or delete one of them"))
    })
}

/// Changes what a view is called and whose it is.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn rename(tx: &TenantTx, session: &Session, view: Uuid, said: Said<'_>) -> Result<(), Error> {
    allowed(session, said)?;
    change(tx, session, view, Some(said.name), None, said.is_shared).await
}

/// Puts another query in the place of a view's.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Invalid`] for a query that is too long.
pub async fn replace(tx: &TenantTx, session: &Session, view: &SavedView, query: &str) -> Result<(), Error> {
    bounded(query)?;
    change(tx, session, view.id, None, Some(query), view.is_shared).await
}

async fn change(
    tx: &TenantTx,
    session: &Session,
    view: Uuid,
    name: Option<&str>,
    query: Option<&str>,
    is_shared: bool,
) -> Result<(), Error> {
    let params = sql::ChangeSavedViewParams {
        name,
        query,
        is_shared,
        account: session.user,
        view,
        may_share: may_share(session),
    };
    sql::change_saved_view().params(&**tx, &params).opt().await?.map(drop).ok_or_else(no_view)
}

/// Deletes a view.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, session: &Session, view: Uuid) -> Result<(), Error> {
    let gone = sql::delete_saved_view().bind(&**tx, &view, &session.user, &may_share(session)).opt().await?;
    gone.map(drop).ok_or_else(no_view)
}

fn allowed(session: &Session, said: Said<'_>) -> Result<(), Error> {
    if said.is_shared && !may_share(session) {
        return Err(Error::Forbidden("A view for everybody is made by an editor or an owner.".to_owned()));
    }
    Ok(())
}

fn bounded(query: &str) -> Result<(), Error> {
    if query.len() > LONGEST_QUERY {
        return Err(Error::Invalid("there is more in this filter than a view can keep".to_owned()));
    }
    Ok(())
}

/// There is one answer for a view that never was, another tenant's, and another user's.
fn no_view() -> Error {
    Error::NotFound("There is no such view, or it was deleted, or it is somebody else's.".to_owned())
}
