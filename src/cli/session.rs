//! What most commands begin with: the database, open, and the tenant, looked up.

use std::sync::Arc;

use queries::queries::tenants;
use tokio_postgres::error::SqlState;

use crate::{
    config::Config,
    db::{Acts, Database, TenantId, TenantTx},
    error::Error,
};

/// Who acts, for the audit log.
pub(crate) const ACTOR: &str = "command line";

/// An open database and the tenant that `--tenant` names.
pub struct Session {
    /// The database.
    pub database: Arc<Database>,
    /// The tenant's id.
    pub tenant: TenantId,
    /// The tenant's currency, as three letters.
    pub currency: String,
    /// The time zone by which the tenant's days are counted.
    pub time_zone: String,
    /// Who acts, for the audit log.
    pub actor: String,
}

impl Acts for Session {
    async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.database.tenant(self.tenant).await?;
        tenants::begin_acting().bind(&*tx, &self.time_zone.as_str(), &self.actor.as_str()).one().await?;
        Ok(tx)
    }
}

impl Session {
    /// Opens the database and looks the tenant up.
    ///
    /// # Errors
    /// When either is missing.
    pub async fn open(config: &Config) -> Result<Self, Error> {
        Self::with(Database::open(config).await?, &config.tenant).await
    }

    /// The same on a database that is open already.
    ///
    /// # Errors
    /// When there is no such tenant.
    pub async fn with(database: impl Into<Arc<Database>>, slug: &str) -> Result<Self, Error> {
        let database = database.into();
        let owner = database.owner().await?;
        let tenant =
            tenants::tenant_by_slug().bind(&owner, &slug).opt().await?.ok_or_else(|| {
                Error::NotFound(format!("there is no tenant {slug:?}; rapport tenant list shows them"))
            })?;
        let session = Self {
            database,
            tenant: TenantId(tenant.id),
            currency: tenant.currency,
            time_zone: tenant.time_zone,
            actor: ACTOR.to_owned(),
        };
        session.keep_up().await?;
        Ok(session)
    }

    /// Begins a transaction that acts for the tenant, by the tenant's clock, in the name of who acts.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(&self) -> Result<TenantTx, Error> {
        Acts::begin(self).await
    }

    /// Commits, and does the upkeep that the transaction left to be done, for which nobody else may be there.
    ///
    /// # Errors
    /// When the database refuses; nothing was written then.
    pub async fn commit(&self, tx: TenantTx) -> Result<(), Error> {
        tx.commit().await?;
        self.keep_up().await
    }

    /// What a server would do in the background: folds the logs, and moves the windows of criteria with the day.
    async fn keep_up(&self) -> Result<(), Error> {
        let tx = self.database.tenant(self.tenant).await?;
        match tenants::keep_up().bind(&*tx).one().await {
            Ok(_) => tx.commit().await,
            // What cannot be written to can still be read, and every figure is exact without a fold.
            Err(error) if error.code() == Some(&SqlState::READ_ONLY_SQL_TRANSACTION) => tx.rollback().await,
            Err(error) => Err(error.into()),
        }
    }
}
