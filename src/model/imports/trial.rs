//! The transaction of a dry run, which tries everything and keeps nothing.

use tokio_postgres::Client;
use uuid::Uuid;

use super::merge::ANALYZE;
use crate::{cli::session::Session, db::TenantTx, error::Error};

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

/// Chunks of a beginning: 4,200 lines.
const BEGINNING: i32 = 3;

/// All files of a dry run are tried in one transaction, so that what the first brings is there for the second.
///
/// It acts as `rapport_app`, as every import does, but on a connection of the owner's: only the owner may take statistics, and
/// without those of the rows that it has made itself the planner takes them for a handful, which made a dry run of ten thousand
/// new people four times as slow as the real import.
pub struct Trial {
    client: Client,
    tenant: Uuid,
    /// Chunks that are tried of a file.
    pub(super) most: i32,
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
        queries::queries::tenants::begin_acting()
            .bind(&client, &session.time_zone.as_str(), &session.actor.as_str())
            .one()
            .await?;
        Ok(Self { client, tenant: tenant.0, most: i32::MAX })
    }

    /// The same for the beginning of each file alone: enough to see what comes of it, and over before anybody waits for what it
    /// holds on to.
    #[must_use]
    pub const fn of_the_beginning(mut self) -> Self {
        self.most = BEGINNING;
        self
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
