//! What most commands begin with: the database, open, and the tenant, looked up.

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
            queries::queries::tenants::tenant_by_slug().bind(&owner, &slug).opt().await?.ok_or_else(|| {
                Error::NotFound(format!("there is no tenant {slug:?}; rapport tenant list shows them"))
            })?;
        Ok(Self { database, tenant: TenantId(tenant.id), currency: tenant.currency, time_zone: tenant.time_zone })
    }

    /// Begins a transaction that acts for the tenant, and tells times by the tenant's clock, by which its days are counted.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(&self) -> Result<TenantTx, Error> {
        let tx = self.database.tenant(self.tenant).await?;
        queries::queries::tenants::set_time_zone().bind(&*tx, &self.time_zone.as_str()).one().await?;
        Ok(tx)
    }
}
