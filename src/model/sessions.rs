//! Sessions: a browser that is signed in to one tenant, which comes from its token and from nothing else.

use queries::queries::{sessions as sql, tenants};
use uuid::Uuid;

use super::{tokens::Token, users::Role};
use crate::{
    db::{Database, Reading, TenantId, TenantTx},
    error::Error,
};

/// Whose session it is, and of which tenant.
#[derive(Clone)]
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
    /// The campaigns to which a client is confined; none: no client, and confined to nothing.
    pub campaigns: Option<Vec<i32>>,
    /// The tenant.
    pub tenant: TenantId,
    /// What it is called.
    pub team: String,
    /// The time zone by which its days are counted.
    pub zone: String,
}

impl Session {
    /// Begins a transaction of the session's tenant, which tells times by its clock.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn begin(&self, database: &Database) -> Result<TenantTx, Error> {
        let tx = database.tenant(self.tenant).await?;
        self.act(&tx).await?;
        Ok(tx)
    }

    /// Begins to read as the session's tenant, by its clock.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn read(&self, database: &Database) -> Result<Reading, Error> {
        let reading = database.reading(self.tenant).await?;
        let (one, two) = reading.both();
        tokio::try_join!(self.act(one), self.act(two))?;
        Ok(reading)
    }

    async fn act(&self, tx: &TenantTx) -> Result<(), Error> {
        tenants::begin_acting().bind(&**tx, &self.zone.as_str(), &self.user.to_string().as_str()).one().await?;
        Ok(())
    }
}

/// The session of a token, and what the browser is to hold up from now on, where that changes; none, where it is no session's, or that
/// one has ended.  A token that is old is changed.
///
/// # Errors
/// As the database gives them.
pub async fn of(database: &Database, token: &Token) -> Result<Option<(Session, Option<Token>)>, Error> {
    let Some(tenant) = token.tenant() else { return Ok(None) };
    let tx = database.tenant(tenant).await?;
    let hash = token.hash();
    let found = sql::use_session().bind(&*tx, &tenant.0, &hash.as_slice()).opt().await?;
    let mut next = None;
    if let Some(found) = found.as_ref().filter(|found| found.rotate) {
        let token = Token::of_tenant(tenant)?;
        let changed =
            sql::rotate_session().bind(&*tx, &hash.as_slice(), &token.hash().as_slice(), &found.session).await?;
        // Of several requests at once, one changes it.
        next = (changed > 0).then_some(token);
    }
    // Also where there is none: why may have been written down.
    tx.commit().await?;
    let Some(found) = found else { return Ok(None) };
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
    };
    Ok(Some((session, next)))
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
