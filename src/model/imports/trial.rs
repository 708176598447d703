//! The transaction of a dry run, which tries everything and keeps nothing.

use tokio_postgres::Client;
use uuid::Uuid;

use super::merge::ANALYZE;
use crate::{
    cli::session::{ACTOR, Session},
    db::TenantTx,
    error::Error,
};

/// A transaction, as the merging of an import needs it.
#[derive(Clone, Copy)]
pub(crate) struct Acting<'a> {
    pub(super) client: &'a Client,
    pub(super) tenant: Uuid,
}

impl<'a> From<&'a TenantTx> for Acting<'a> {
    fn from(tx: &'a TenantTx) -> Self {
        Self { client: tx, tenant: tx.tenant().0 }
    }
}

impl<'a> From<&'a Trial> for Acting<'a> {
    fn from(trial: &'a Trial) -> Self {
        Self { client: &trial.client, tenant: trial.tenant }
    }
}

/// All files of a dry run are tried in one transaction, so that what the first brings is there for the second.
///
/// It acts as `rapport_app`, as every import does, but on a connection of the owner's: only the owner may take statistics, and
/// without those of the rows that it has made itself the planner takes them for a handful, which made a dry run of ten thousand
/// new people four times as slow as the real import.
pub struct Trial {
    client: Client,
    tenant: Uuid,
}

impl Trial {
    /// Begins.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(session: &Session) -> Result<Self, Error> {
        let client = session.database.owner().await?;
        let tenant = session.tenant;
        client
            .batch_execute(&format!("begin; set local role rapport_app; set local app.tenant_id = '{tenant}'"))
            .await?;
        queries::queries::tenants::begin_acting().bind(&client, &session.time_zone.as_str(), &ACTOR).one().await?;
        Ok(Self { client, tenant: tenant.0 })
    }

    /// Takes statistics of what was tried so far.
    pub(super) async fn analyze(&self) -> Result<(), Error> {
        self.client.batch_execute(&format!("set local role none; {ANALYZE}; set local role rapport_app")).await?;
        Ok(())
    }

    /// Takes everything back.
    ///
    /// # Errors
    /// When the connection is lost, upon which the server takes it back by itself.
    pub async fn end(self) -> Result<(), Error> {
        Ok(self.client.batch_execute("rollback").await?)
    }
}
