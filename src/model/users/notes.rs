//! What is written down of strangers, after the answer: it must not take longer where there is an account.

use std::{net::IpAddr, sync::Arc};

use queries::queries::users as sql;
use serde_json::json;
use uuid::Uuid;

use super::{AGENT, Users, kept_email};
use crate::{error::Error, import::printable, model::tokens::Token, oidc::Person};

impl Users {
    /// Writes down that a password was wrong: after the answer, which must not take longer where there is an account.  There are
    /// no more of these than there are guesses.
    pub(super) fn note_failure(&self, account: Uuid, address: IpAddr) {
        let database = Arc::clone(&self.database);
        tokio::spawn(async move {
            let noted = async {
                let mut owner = database.lent_owner().await?;
                let tx = owner.transaction().await?;
                sql::say_actor().bind(&tx, &"nobody").one().await?;
                let details = json!({"address": address.to_string()});
                sql::note_at_home().bind(&tx, &"user.wrong_password", &account, &details).await?;
                Ok::<_, Error>(tx.commit().await?)
            };
            if let Err(error) = noted.await {
                tracing::warn!(peer = %address, "that a password was wrong could not be written down: {error}");
            }
        });
    }

    /// Writes down that guesses at an account were refused, once an hour, however many there are.
    pub(super) fn note_refusal(&self, email: &str, address: IpAddr) {
        let Ok(turn) = Arc::clone(&self.noting).try_acquire_owned() else { return };
        let (database, email) = (Arc::clone(&self.database), email.to_owned());
        tokio::spawn(async move {
            let _turn = turn;
            let noted = async {
                let owner = database.lent_owner().await?;
                let details = json!({"address": address.to_string()});
                Ok::<_, Error>(sql::note_refused_guesses().bind(&owner, &details, &email.as_str()).await?)
            };
            if let Err(error) = noted.await {
                tracing::warn!(peer = %address, "that guesses were refused could not be written down: {error}");
            }
        });
    }

    /// Writes down that somebody came by a sign-in service who is disabled, or who is not the one who came under this address
    /// before; once an hour.
    pub(super) fn note_stranger(&self, person: &Person, address: IpAddr) {
        let Ok(turn) = Arc::clone(&self.noting).try_acquire_owned() else { return };
        let (database, person) = (Arc::clone(&self.database), person.clone());
        let details = json!({"address": address.to_string(), "service": person.issuer});
        tokio::spawn(async move {
            let _turn = turn;
            let noted = async {
                let owner = database.lent_owner().await?;
                let (issuer, subject) = (person.issuer.as_str(), person.subject.as_str());
                let email = person.email.as_deref().map(kept_email);
                let noting = sql::note_refused_service();
                Ok::<_, Error>(noting.bind(&owner, &details, &issuer, &subject, &email.as_deref()).await?)
            };
            if let Err(error) = noted.await {
                tracing::warn!(peer = %address, "that a sign-in was refused could not be written down: {error}");
            }
        });
    }

    /// Writes down that a form of another site came with somebody's session, once an hour, however many there are.
    pub(crate) fn note_forgery(&self, session: &Token, address: IpAddr, path: &str) {
        let Some(tenant) = session.tenant() else { return };
        let Ok(turn) = Arc::clone(&self.noting).try_acquire_owned() else { return };
        let (database, hash) = (Arc::clone(&self.database), session.hash());
        let details = json!({"address": address.to_string(), "form": printable(path, AGENT)});
        tokio::spawn(async move {
            let _turn = turn;
            let noted = async {
                let owner = database.lent_owner().await?;
                Ok::<_, Error>(sql::note_forged_form().bind(&owner, &details, &tenant.0, &hash.as_slice()).await?)
            };
            if let Err(error) = noted.await {
                tracing::warn!(peer = %address, "that a form was forged could not be written down: {error}");
            }
        });
    }
}
