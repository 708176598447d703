//! Consents at LinkedIn: one is asked for in one moment and given in another, and in between a human reads.
//!
//! Whoever asks in a page leaves the question here until the browser comes back: sealed, since it holds the secret of the app, with
//! the session that asked, and good for one answer.

use std::time::Duration;

use queries::queries::{audit, connections as sql};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::json;
use url::Url;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    Access, CallLimit, Credentials, Plain, Type, add, check,
    handover::{self, Target},
};
use crate::{
    calls::{Caller, First},
    db::{Acts, TenantTx},
    error::Error,
    http::retry,
    linkedin::{
        consent::refusal,
        oauth::{self, App},
    },
    model::{keys::QUESTION, tokens::Token},
    services::Services,
};

/// How long the trade of a code waits for its turn, and before another attempt.
const PATIENCE: Duration = Duration::from_secs(20);
/// What to do where an answer was none, for whoever asked in a page.
const AGAIN: &str = "ask again";

/// A question that has its answer, which is to be traded.
pub struct Given {
    /// What the consent is for.
    pub kind: Type,
    /// The app that asked.
    pub app: App,
    /// What proves that it did.
    pub verifier: SecretString,
    /// Where the answer came.
    pub redirect: Url,
    /// What to do where it comes to nothing.
    pub again: &'static str,
}

impl Given {
    /// Trades a code for credentials, as a call of the connection that is there, or else as the first of the one that will be.
    ///
    /// # Errors
    /// [`Error::Conflict`], when LinkedIn does not take it, or has granted less than was asked for.
    pub async fn trade(
        self,
        access: Access<'_>,
        services: &Services,
        known: Option<Uuid>,
        code: &str,
    ) -> Result<(Credentials, Option<First>), Error> {
        let request = oauth::trade(services, &self.app, code, &self.verifier, &self.redirect);
        let traded = match known {
            Some(connection) => {
                let caller = Caller {
                    database: access.database,
                    http: &services.http,
                    tenant: access.tenant,
                    connection,
                    job: None,
                    patience: PATIENCE,
                    judge: retry::linkedin,
                };
                caller.call("oauth", &request, false).await.and_then(|answer| Ok((oauth::granted(&answer)?, None)))
            }
            None => First::call(&services.http, retry::linkedin, PATIENCE, &request)
                .await
                .and_then(|first| Ok((oauth::granted(&first.answer)?, Some(first)))),
        };
        let (grant, first) = traded.map_err(|failure| match failure.status() {
            Some(401) => Error::Conflict(check::WRONG_APP.to_owned()),
            Some(400) => Error::Conflict(format!(
                "LinkedIn does not take its own code for the consent, which is too old or was used; {}",
                self.again
            )),
            _ => failure.into(),
        })?;
        let scope = Some(grant.scope.as_str()).filter(|scope| !scope.is_empty());
        if let Some(lacking) = check::lack(self.kind, scope) {
            return Err(Error::Conflict(format!("{lacking} Then {}.", self.again)));
        }
        Ok((Credentials::OAuth(Box::new((self.app, grant))), first))
    }
}

/// Refuses what could not be kept: nobody shall consent, and only then hear that the name is taken.
///
/// # Errors
/// [`Error::Conflict`], when it is, and [`Error::Invalid`] where no call is allowed.
pub async fn try_out(tx: TenantTx, name: &str, kind: Type, call_limit: Option<CallLimit>) -> Result<(), Error> {
    if call_limit == Some(CallLimit::Calls(0)) {
        return Err(Error::invalid("a consent takes a call, and a limit of 0 calls allows none"));
    }
    add(&tx, name, kind, call_limit).await?;
    tx.rollback().await
}

/// What was asked for in a page, as it lies sealed.
#[derive(Serialize, Deserialize)]
struct Stored {
    name: String,
    r#type: String,
    /// As it was typed.
    call_limit: String,
    client_id: String,
    client_secret: Plain,
    verifier: Plain,
    redirect: String,
}

/// What somebody asks for in a page.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The connection that is there; none: one that comes with its consent.
    pub connection: Option<Uuid>,
    /// The team's name for it.
    pub name: String,
    /// What it connects to.
    pub kind: Type,
    /// Calls that it is allowed a day, as it was typed; the usual number, if nothing was.
    pub call_limit: String,
    /// The client id of the app, which is no secret.
    pub client_id: String,
}

impl Wanted {
    fn limit(&self) -> Result<Option<CallLimit>, Error> {
        match self.call_limit.as_str() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|words: &str| Error::invalid(words)),
        }
    }

    fn target(&self) -> Result<Target<'_>, Error> {
        Ok(match self.connection {
            Some(id) => Target::Known(id),
            None => Target::New { name: &self.name, kind: self.kind, call_limit: self.limit()? },
        })
    }
}

/// Asks LinkedIn for a consent in the name of a session: where its browser goes.  What the session has asked for before is
/// forgotten.
///
/// # Errors
/// [`Error::Conflict`], when the name is taken or such a connection takes no consent, and as the keys give them.
pub async fn ask(
    acts: &impl Acts,
    access: Access<'_>,
    services: &Services,
    session: Uuid,
    wanted: &Wanted,
    client_secret: &SecretString,
    redirect: &Url,
) -> Result<Url, Error> {
    let kind = wanted.kind;
    if kind.scopes().is_empty() {
        return Err(handover::misfit(&wanted.name, kind));
    }
    if wanted.connection.is_none() {
        try_out(acts.begin().await?, &wanted.name, kind, wanted.limit()?).await?;
    }
    let asked = oauth::ask(services, &wanted.client_id, redirect, kind.scopes())?;
    let stored = Stored {
        name: wanted.name.clone(),
        r#type: kind.name().to_owned(),
        call_limit: wanted.call_limit.clone(),
        client_id: wanted.client_id.clone(),
        client_secret: client_secret.into(),
        verifier: (&asked.verifier).into(),
        redirect: redirect.to_string(),
    };
    // Long enough from the start, since a buffer that grows leaves copies behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(16 * 1024));
    serde_json::to_writer(&mut *plain, &stored).map_err(|error| Error::Internal(error.into()))?;
    let tx = acts.begin().await?;
    let sealed = access.keyring.seal(access.database, &tx, QUESTION, session, &plain).await?;
    let (tenant, hash) = (access.tenant.0, asked.state.hash());
    sql::ask_for_consent().bind(&*tx, &tenant, &session, &wanted.connection, &hash.as_slice(), &sealed).await?;
    note(&tx, "connection.consent_asked", wanted, None).await?;
    tx.commit().await?;
    Ok(asked.link)
}

/// What a browser brings back from LinkedIn.
pub struct Brought<'a> {
    /// What was to come back as it was sent.
    pub state: &'a str,
    /// The consent, for whoever has asked for it.
    pub code: Option<&'a str>,
    /// Why there is none.
    pub error: Option<&'a str>,
}

/// Takes in what a session's browser has brought: the connection, which has its credentials then and is about to be checked.  A
/// question is over with its answer, whatever that is; what it was is given back where nothing came of it.
///
/// # Errors
/// [`Error::Invalid`], when this session has not asked for that, and [`Error::Conflict`] when there is no consent.
pub async fn settle(
    acts: &impl Acts,
    access: Access<'_>,
    services: &Services,
    session: Uuid,
    brought: Brought<'_>,
) -> Result<Uuid, (Error, Option<Wanted>)> {
    let (wanted, stored, is_in_time) = match take(acts, access, session, brought.state).await {
        Ok(taken) => taken,
        Err(error) => return Err((error, None)),
    };
    match keep(acts, access, services, &brought, &wanted, stored, is_in_time).await {
        Ok(id) => Ok(id),
        Err(error) => {
            let noted = async {
                let tx = acts.begin().await?;
                note(&tx, "connection.consent_refused", &wanted, Some(&error.to_string())).await?;
                tx.commit().await
            };
            Err((noted.await.err().unwrap_or(error), Some(wanted)))
        }
    }
}

/// Takes the question to which a state belongs, if this session has asked it: nobody takes it twice.
async fn take(
    acts: &impl Acts,
    access: Access<'_>,
    session: Uuid,
    state: &str,
) -> Result<(Wanted, Stored, bool), Error> {
    let strange = || Error::invalid(format!("this browser has not asked for that, or has its answer already; {AGAIN}"));
    let hash = Token::read(state).ok_or_else(strange)?.hash();
    let tx = acts.begin().await?;
    let found = sql::take_consent().bind(&*tx, &session, &hash.as_slice()).opt().await?.ok_or_else(strange)?;
    let plain = access.keyring.open_value(&tx, QUESTION, session, &found.sealed_question).await?;
    tx.commit().await?;
    let stored: Stored = serde_json::from_slice(&plain)
        .map_err(|_| Error::Internal(anyhow::anyhow!("a question for a consent is not readable")))?;
    let wanted = Wanted {
        connection: found.connection_id,
        name: stored.name.clone(),
        kind: Type::from_name(&stored.r#type)?,
        call_limit: stored.call_limit.clone(),
        client_id: stored.client_id.clone(),
    };
    Ok((wanted, stored, found.is_in_time))
}

async fn keep(
    acts: &impl Acts,
    access: Access<'_>,
    services: &Services,
    brought: &Brought<'_>,
    wanted: &Wanted,
    stored: Stored,
    is_in_time: bool,
) -> Result<Uuid, Error> {
    let code = match (brought.code, brought.error) {
        (Some(code), None) if is_in_time => code,
        (Some(_), None) => {
            return Err(Error::Conflict(format!("the answer came more than ten minutes after the question; {AGAIN}")));
        }
        (_, error) => return Err(Error::Conflict(refusal(error, AGAIN))),
    };
    let given = Given {
        kind: wanted.kind,
        app: App { client_id: stored.client_id, client_secret: stored.client_secret.into() },
        verifier: stored.verifier.into(),
        redirect: Url::parse(&stored.redirect).map_err(|error| Error::Internal(error.into()))?,
        again: AGAIN,
    };
    let (credentials, first) = given.trade(access, services, wanted.connection, code).await?;
    let tx = acts.begin().await?;
    let target = wanted.target()?;
    let id = handover::take(access.database, access.keyring, &tx, target, &credentials, first.as_ref()).await?;
    handover::ask_for_check(&tx, id).await?;
    note(&tx, "connection.consented", &Wanted { connection: Some(id), ..wanted.clone() }, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// Writes down what became of a question.
async fn note(tx: &TenantTx, event: &str, wanted: &Wanted, reason: Option<&str>) -> Result<(), Error> {
    let subject = wanted.connection.map_or_else(|| wanted.name.clone(), |id| id.to_string());
    let mut details = json!({ "name": wanted.name, "type": wanted.kind.name() });
    if let Some(reason) = reason {
        details["reason"] = reason.into();
    }
    let tenant = tx.tenant().0;
    audit::note().bind(&**tx, &tenant, &event, &subject.as_str(), &details).await?;
    Ok(())
}
