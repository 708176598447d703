//! What most commands begin with: the database, open, and the tenant, looked up.

use queries::queries::{imports, tenants};

use crate::{
    config::Config,
    db::{Database, TenantId, TenantTx},
    error::Error,
};

/// An open database and the tenant that `--tenant` names.
pub struct Session {
    /// The database.
    pub database: Database,
    /// The tenant's id.
    pub tenant: TenantId,
    /// The tenant's currency, as three letters.
    pub currency: String,
    /// The time zone by which the tenant's days are counted.
    pub time_zone: String,
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
    pub async fn with(database: Database, slug: &str) -> Result<Self, Error> {
        let owner = database.owner().await?;
        let tenant =
            tenants::tenant_by_slug().bind(&owner, &slug).opt().await?.ok_or_else(|| {
                Error::NotFound(format!("there is no tenant {slug:?}; rapport tenant list shows them"))
            })?;
        let session =
            Self { database, tenant: TenantId(tenant.id), currency: tenant.currency, time_zone: tenant.time_zone };
        // A criterion's window moves with the day, though no row changes: the day's first command moves it.
        let tx = session.begin().await?;
        if tenants::keep_up().bind(&*tx, &session.tenant.0).one().await? {
            session.commit(tx).await?;
        } else {
            tx.rollback().await?;
        }
        Ok(session)
    }

    /// Begins a transaction that acts for the tenant, and tells times by the tenant's clock, by which its days are counted.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.database.tenant(self.tenant).await?;
        tenants::set_time_zone().bind(&*tx, &self.time_zone.as_str()).one().await?;
        Ok(tx)
    }

    /// Commits, and folds what the transaction left in the logs of the live metrics, which nobody else may be there to do.
    ///
    /// # Errors
    /// When the database refuses; nothing was written then.
    pub async fn commit(&self, tx: TenantTx) -> Result<(), Error> {
        tx.commit().await?;
        let tx = self.database.tenant(self.tenant).await?;
        imports::fold().bind(&*tx).one().await?;
        tx.commit().await
    }
}
