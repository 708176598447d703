//! Mails that wait in the queue, so that no crash loses one.  What is to be sent stands in the job; a link that opens an account
//! is made when its letter leaves, since the database keeps no token.

use std::time::Duration;

use queries::queries::{audit as audit_sql, users as sql};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Attempt, Ending, Worker, done};
use crate::{
    error::Error,
    mail::Letter,
    model::users::{Purpose, make_link},
};

/// Who acts, for the audit log.
const ACTOR: &str = "mail";
/// How long a link is good that somebody asked for who forgot the password.
const LINK: Duration = Duration::from_hours(1);

pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let Some(mailer) = &worker.services.mail else {
        return Ok(Ending::Failed {
            why: "This worker has no mail server: RAPPORT_SMTP_URL says which it is.".to_owned(),
            is_final: false,
        });
    };
    let account = attempt.input["account"].as_str().and_then(|id| Uuid::parse_str(id).ok());
    let account = account.ok_or_else(|| Error::invalid("its input names no account"))?;
    // Whoever put it into the queue did so for a tenant, and it goes to a member of that one or to nobody.
    let tx = worker.database.tenant(attempt.tenant).await?;
    let member = sql::member_to_write_to().bind(&*tx, &attempt.tenant.0, &account).opt().await.map_err(Error::from)?;
    tx.commit().await?;
    let Some(member) = member.filter(|member| member.disabled_at.is_none()) else {
        return Ok(done(0, json!({"sent": false})));
    };
    let sent = match attempt.input["letter"].as_str() {
        Some("reset") => {
            let mut owner = worker.database.lent_owner().await?;
            let tx = owner.transaction().await.map_err(Error::from)?;
            let token = make_link(&tx, Some(account), Purpose::SetPassword, LINK, ACTOR).await?;
            tx.commit().await.map_err(Error::from)?;
            // Nobody else waits for this connection while the mail server thinks.
            drop(owner);
            mailer.send(&member.email, Letter::Reset { link: &token.text(), good_for: "an hour" }).await
        }
        Some("changed") => mailer.send(&member.email, Letter::Changed).await,
        _ => return Err(Error::invalid("its input names no letter that there is").into()),
    };
    match sent {
        Ok(()) => Ok(done(1, json!({"sent": true}))),
        Err(why) => {
            let is_final = why.is_final();
            if is_final || attempt.is_last {
                note(worker, attempt, account, &json!({"letter": attempt.input["letter"], "why": why.to_string()}))
                    .await?;
            }
            Ok(Ending::Failed { why: format!("The mail did not go: {why}."), is_final })
        }
    }
}

/// Writes down, for the owners, that a mail did not go.
async fn note(worker: &Worker, attempt: &Attempt, account: Uuid, details: &Value) -> Result<(), Error> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let tenant = attempt.tenant.0;
    queries::queries::tenants::begin_acting_for().bind(&*tx, &ACTOR, &tenant).one().await?;
    audit_sql::note().bind(&*tx, &tenant, &"user.mail_failed", &account.to_string().as_str(), &details).await?;
    tx.commit().await
}
