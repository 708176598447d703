//! Sessions: a browser that is signed in to one tenant, which comes from its token and from nothing else.

use queries::queries::sessions as sql;
use uuid::Uuid;

use super::{tokens::Token, users::Role};
use crate::{
    db::{Database, TenantTx},
    error::Error,
};

/// Whose session it is, in a transaction of its tenant.
pub struct Session {
    /// The session.
    pub id: Uuid,
    /// The user.
    pub user: Uuid,
    /// Their e-mail address.
    pub email: String,
    /// What they are called; empty where nobody said.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// The campaigns to which a client is confined; none: all.
    pub campaigns: Option<Vec<i32>>,
    /// What the browser is to hold up from now on, where that changes.
    pub next: Option<Token>,
}

/// The session of a token, and a transaction that acts for its tenant; none, where it is no session's, or that one has ended.
/// A token that is old is changed.
///
/// # Errors
/// As the database gives them.
pub async fn of(database: &Database, token: &Token) -> Result<Option<(TenantTx, Session)>, Error> {
    let Some(tenant) = token.tenant() else { return Ok(None) };
    let mut tx = database.tenant(tenant).await?;
    let hash = token.hash();
    let Some(found) = sql::use_session().bind(&*tx, &tenant.0, &hash.as_slice()).opt().await? else {
        tx.rollback().await?;
        return Ok(None);
    };
    let mut next = None;
    if found.rotate {
        let token = Token::of_tenant(tenant)?;
        let changed =
            sql::rotate_session().bind(&*tx, &hash.as_slice(), &token.hash().as_slice(), &found.session).await?;
        // Of several requests at once, one changes it; and that holds, whatever becomes of the request.
        next = (changed > 0).then_some(token);
        tx.commit().await?;
        tx = database.tenant(tenant).await?;
    }
    let session = Session {
        id: found.session,
        user: found.member,
        email: found.email,
        name: found.name,
        role: Role::from_name(&found.role)?,
        campaigns: found.campaigns,
        next,
    };
    Ok(Some((tx, session)))
}

/// Ends the session of a token.
///
/// # Errors
/// As the database gives them.
pub async fn end(database: &Database, token: &Token) -> Result<(), Error> {
    let Some(tenant) = token.tenant() else { return Ok(()) };
    let tx = database.tenant(tenant).await?;
    if let Some(user) = sql::end_session().bind(&*tx, &token.hash().as_slice()).opt().await? {
        let user = user.to_string();
        sql::note_of_session().bind(&*tx, &user.as_str(), &"user.signed_out", &user.as_str()).await?;
    }
    tx.commit().await
}
