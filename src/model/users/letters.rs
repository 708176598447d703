//! When users are written to.

use std::{net::IpAddr, sync::Arc, time::Duration};

use deadpool_postgres::Transaction;
use queries::queries::users as sql;
use uuid::Uuid;

use super::{Refused, Users, valid_email};
use crate::error::Error;

impl Users {
    /// Sends a link for a new password to whoever has this address, if anybody has.  Whether somebody does shows neither in the
    /// answer nor in the time that it takes: what is done about it is done after the answer.
    ///
    /// # Errors
    /// [`Refused`], of whomever.
    pub async fn forgot(&self, email: &str, address: IpAddr) -> Result<(), Refused> {
        let email = valid_email(email)?;
        {
            let owner = self.database.lent_owner().await?;
            let address = Some(address.to_string());
            let wait = sql::take_mail().bind(&owner, &email.as_str(), &address.as_deref()).one().await?;
            if wait > 0.0 {
                return Err(Refused::Later(Duration::from_secs_f64(wait.ceil())));
            }
        }
        let database = Arc::clone(&self.database);
        tokio::spawn(async move {
            let asked = async {
                let owner = database.lent_owner().await?;
                let Some(user) = sql::user_by_email().bind(&owner, &email.as_str()).opt().await? else { return Ok(()) };
                sql::enqueue_mail().bind(&owner, &"reset", &user.id, &false).await?;
                Ok::<_, Error>(())
            };
            if let Err(error) = asked.await {
                tracing::warn!("a mail that somebody asked for could not be enqueued: {error}");
            }
        });
        Ok(())
    }

    /// Asks for leave to send a mail to an address, which nobody gets more of than five in an hour.
    ///
    /// # Errors
    /// [`Error::TooMany`].
    pub async fn take_mail(&self, email: &str) -> Result<(), Error> {
        let owner = self.database.lent_owner().await?;
        let wait = sql::take_mail().bind(&owner, &email, &None::<&str>).one().await?;
        if wait > 0.0 {
            let minutes = (wait / 60.0).ceil();
            return Err(Error::TooMany(format!(
                "{email} has had several mails already; the next may go in {minutes} min"
            )));
        }
        Ok(())
    }

    /// Has a user written to whose password is about to be another; nobody is who chooses their first.
    pub(super) async fn tell_of_change(&self, tx: &Transaction<'_>, account: Uuid) -> Result<(), Error> {
        if self.mails {
            sql::enqueue_mail().bind(tx, &"changed", &account, &true).await?;
        }
        Ok(())
    }
}
