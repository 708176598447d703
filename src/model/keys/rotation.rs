//! Rotation: every sealed value gets a new key, while others go on reading and writing.
//!
//! It may be interrupted at any moment and by anything: what is sealed with an old key opens with the old key, what is sealed
//! with the new one with the new one, and the next rotation finds what is left.

use queries::queries::keys as sql;
use tokio_postgres::Client;
use uuid::Uuid;

use super::{Keyring, data_key_place, file, no_random_numbers, proof};
use crate::{
    config::MasterKey,
    db::{Database, TenantId},
    error::Error,
    seal::{Key, key_id},
};

/// Values that are sealed anew in one transaction.
const BATCH: i64 = 50;

/// What a rotation did.
#[derive(Debug, Default, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rotated {
    /// The master key's fingerprint, now.
    pub master_key: String,
    /// The master keys' that are not needed any more by this database; none, as long as something did not open.
    pub retired: Vec<String>,
    /// Whether this went on with a rotation that did not come to its end.
    pub resumed: bool,
    /// Tenants whose data key is a new one.
    pub tenants: u64,
    /// Values that were sealed anew.
    pub values: u64,
    /// Values that did not open, and stayed as they were.
    pub unopenable: u64,
}

/// What became of some of a tenant's values.
#[derive(Default)]
struct Sealed {
    values: u64,
    unopenable: u64,
    /// Table, column and row of the last one; none where none was left.
    last: Option<(String, String, Uuid)>,
}

impl Keyring {
    /// Seals everything anew: with the first key that this process holds, or with a new one where the key file is ours, and
    /// with new data keys.  `progress` hears the number of values so far.  A value that does not open keeps no other from being
    /// sealed anew, of this tenant or of another.
    ///
    /// # Errors
    /// As the database and the file give them; the same call goes on from there.
    pub async fn rotate(&self, database: &Database, mut progress: impl FnMut(u64)) -> Result<Rotated, Error> {
        let mut owner = database.owner().await?;
        // It goes with the connection, however this ends.
        if !sql::lock_rotation().bind(&owner).one().await? {
            return Err(Error::Conflict("another process is rotating the keys at this moment".to_owned()));
        }
        let mut rotated = Rotated { resumed: self.is_unfinished(&owner).await?, ..Rotated::default() };
        if let MasterKey::Managed(path) = &self.source {
            let mut masters = self.masters();
            if !rotated.resumed {
                masters.insert(0, file::generate()?);
                file::replace(path, &masters)?;
                *self.masters.write().unwrap_or_else(std::sync::PoisonError::into_inner) = masters;
            }
        }
        let masters = self.masters();
        let Some(master) = masters.first() else { return Err(self.lacks("")) };
        rotated.master_key = master.fingerprint();
        make_current(&mut owner, master).await?;
        for tenant in sql::sealing_tenants().bind(&owner).all().await? {
            let id = TenantId(tenant.id);
            // A rotation that goes on finds where it has been: the data key is of the new master key, or, where that has not
            // changed, an older data key is still needed.
            let has_begun = tenant.master_key_id == rotated.master_key && (masters.len() > 1 || tenant.retired > 0);
            if !(rotated.resumed && has_begun) {
                self.renew_data_key(database, id, master).await?;
                rotated.tenants += 1;
            }
            let mut after = (String::new(), String::new(), Uuid::nil());
            loop {
                let sealed = self.seal_some_anew(database, id, &after).await?;
                let Some(last) = sealed.last else { break };
                after = last;
                rotated.values += sealed.values;
                rotated.unopenable += sealed.unopenable;
                progress(rotated.values);
            }
            let tx = database.tenant(id).await?;
            sql::forget_data_keys().bind(&*tx).await?;
            tx.commit().await?;
        }
        if rotated.unopenable > 0 {
            return Ok(rotated);
        }
        let keys = sql::master_keys().bind(&owner).all().await?;
        rotated.retired = keys.into_iter().filter(|key| key.retired_at.is_some()).map(|key| key.id).collect();
        Ok(rotated)
    }

    /// Whether the last rotation did not come to its end.
    async fn is_unfinished(&self, owner: &Client) -> Result<bool, Error> {
        let first = self.held().into_iter().next().unwrap_or_default();
        let tenants = sql::sealing_tenants().bind(owner).all().await?;
        let current = sql::master_keys().bind(owner).all().await?.into_iter().find(|key| key.retired_at.is_none());
        // Our own file is written before anything else happens.
        let has_new_file = matches!(self.source, MasterKey::Managed(_)) && current.is_some_and(|key| key.id != first);
        Ok(has_new_file || tenants.iter().any(|tenant| tenant.retired > 0))
    }

    /// A new data key in the place of the tenant's current one.  Whoever seals with that one holds its row until the sealed
    /// value is there, so that nothing is sealed with it any more once this has happened.
    async fn renew_data_key(&self, database: &Database, tenant: TenantId, master: &Key) -> Result<(), Error> {
        let (id, key) = (Uuid::new_v4(), file::generate()?);
        let sealed = master.seal(Uuid::nil(), &data_key_place(tenant, id), key.bytes()).map_err(no_random_numbers)?;
        let tx = database.tenant(tenant).await?;
        if sql::retire_data_key().bind(&*tx, &tenant.0).await? > 0 {
            sql::add_data_key().bind(&*tx, &tenant.0, &id, &master.fingerprint().as_str(), &sealed).await?;
        }
        tx.commit().await
    }

    /// Seals some of a tenant's values anew, of those that come after this one.
    async fn seal_some_anew(
        &self,
        database: &Database,
        tenant: TenantId,
        (table, column, row): &(String, String, Uuid),
    ) -> Result<Sealed, Error> {
        let tx = database.tenant(tenant).await?;
        let mut done = Sealed::default();
        for value in sql::sealed_values().bind(&*tx, table, column, row, &BATCH).all().await? {
            let (table, column) = sealed_column(&value.table_name, &value.column_name)?;
            match self.try_to_open(&tx, (table, column), value.row_id, &value.sealed).await? {
                Ok(plain) => {
                    let sealed = self.seal(database, &tx, (table, column), value.row_id, &plain).await?;
                    debug_assert_ne!(key_id(&sealed), key_id(&value.sealed), "it would be left for ever");
                    sql::seal_anew().bind(&*tx, &table, &value.row_id, &value.sealed, &sealed).one().await?;
                    // Also where somebody else was faster: it is sealed anew either way.
                    done.values += 1;
                }
                Err(what) => {
                    tracing::warn!("{table}.{column} of {}: {what}", value.row_id);
                    done.unopenable += 1;
                }
            }
            done.last = Some((value.table_name, value.column_name, value.row_id));
        }
        tx.commit().await?;
        Ok(done)
    }
}

async fn make_current(owner: &mut Client, master: &Key) -> Result<(), Error> {
    let (id, proof) = (master.fingerprint(), proof(master)?);
    let tx = owner.transaction().await?;
    sql::retire_master_keys().bind(&tx, &id.as_str()).await?;
    sql::make_master_key_current().bind(&tx, &id.as_str(), &proof).await?;
    tx.commit().await?;
    Ok(())
}

/// The column as it is written in what its values are bound to.
fn sealed_column(table: &str, column: &str) -> Result<(&'static str, &'static str), Error> {
    super::SEALED
        .iter()
        .find(|known| **known == (table, column))
        .copied()
        .ok_or_else(|| Error::Internal(anyhow::anyhow!("{table}.{column} is not known to hold sealed values")))
}
