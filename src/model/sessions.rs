//! Sessions: a browser that is signed in to one tenant, which comes from its token and from nothing else.

use queries::queries::{sessions as sql, tenants};
use uuid::Uuid;

use super::{tokens::Token, users::Role};
use crate::{
    db::{Database, TenantId, TenantTx},
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
    /// The tenant.
    pub tenant: TenantId,
    /// What it is called.
    pub team: String,
    /// The time zone by which its days are counted.
    pub zone: String,
    /// What the browser is to hold up from now on, where that changes.
    pub next: Option<Token>,
}

impl Session {
    /// Begins another transaction of the session's tenant, which tells times by its clock.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn begin(&self, database: &Database) -> Result<TenantTx, Error> {
        let tx = database.tenant(self.tenant).await?;
        tenants::set_time_zone().bind(&*tx, &self.zone.as_str()).one().await?;
        Ok(tx)
    }
}

/// The session of a token, and a transaction that acts for its tenant and tells times by its clock; none, where it is no session's, or that one has ended.
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
    tenants::set_time_zone().bind(&*tx, &found.zone.as_str()).one().await?;
    let session = Session {
        id: found.session,
        user: found.member,
        email: found.email,
        name: found.name,
        role: Role::from_name(&found.role)?,
        campaigns: found.campaigns,
        tenant,
        team: found.team,
        zone: found.zone,
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
