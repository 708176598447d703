//! Webhooks that go out: one delivery, sent once, as Standard Webhooks says.
//!
//! The attempt is counted before anything is sent, and what came of it is noted down after: a program that dies in between has
//! made an attempt, and another makes the next.  So a delivery may come twice, under one id.

use std::{sync::Arc, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use jiff::Timestamp;
use queries::queries::endpoints::{self as sql, Sending};
use url::Url;
use uuid::Uuid;

use super::signature::{Secret, standard_header};
use crate::{
    db::{Database, TenantId, TenantTx},
    error::Error,
    http::{Answer, CallError, Client, Expects, Request, retry},
    import::printable,
    model::keys::{ENDPOINT_PREVIOUS, ENDPOINT_SECRET, Keyring},
};

/// How long a receiver may take for all of its answer.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// Bytes of an answer that are read.
const READ: u64 = 4096;
/// Characters of it that are kept.
const KEPT: usize = 500;
/// Characters of a problem.
const PROBLEM: usize = 1_000;

/// What sends.
pub struct Sender {
    /// The database.
    pub database: Arc<Database>,
    /// The keys.
    pub keyring: Arc<Keyring>,
    /// What calls receivers, and nothing that only this network can reach.
    pub receivers: Client,
}

/// A delivery of which one attempt was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Its id.
    pub delivery: Uuid,
    /// What it is now: delivered, failed, dead; or lost, where somebody else has it.
    pub became: String,
}

/// What came of an attempt.
#[derive(Debug, Default)]
struct Outcome {
    status: Option<i32>,
    latency_ms: Option<i32>,
    start: Option<String>,
    /// None: it was taken.
    problem: Option<String>,
    /// How long the receiver asks to be left alone.
    rest: Option<Duration>,
}

impl Sender {
    /// Makes an attempt at the delivery of an endpoint that has waited longest, or at the one that is wanted; none, where
    /// nothing is due.
    ///
    /// # Errors
    /// As the database gives them.  A receiver that takes nothing is no error, but is noted down.
    pub async fn next(&self, tenant: TenantId, endpoint: Uuid, wanted: Option<Uuid>) -> Result<Option<Sent>, Error> {
        let tx = self.database.tenant(tenant).await?;
        let begun = sql::begin_sending().bind(&*tx, &endpoint, &wanted).opt().await?;
        tx.commit().await?;
        let Some(begun) = begun else { return Ok(None) };
        let outcome = self.attempt(tenant, endpoint, begun.delivery).await?;
        let tx = self.database.tenant(tenant).await?;
        let became = sql::end_sending()
            .bind(
                &*tx,
                &begun.delivery,
                &begun.attempt,
                &outcome.status,
                &outcome.latency_ms,
                &outcome.start.as_deref(),
                &outcome.problem.as_deref(),
                &outcome.rest.map(|rest| rest.as_secs_f64()),
            )
            .one()
            .await?;
        tx.commit().await?;
        Ok(Some(Sent { delivery: begun.delivery, became }))
    }

    async fn attempt(&self, tenant: TenantId, endpoint: Uuid, delivery: Uuid) -> Result<Outcome, Error> {
        let tx = self.database.tenant(tenant).await?;
        let row = sql::sending().bind(&*tx, &delivery).opt().await?;
        let Some(row) = row else { return Ok(Outcome::failed("The endpoint was deleted.")) };
        let secrets = match self.secrets(&tx, endpoint, &row).await {
            Ok(secrets) => secrets,
            // Whoever looks after the keys can mend this, and until then it is tried like whatever else fails.
            Err(error) => {
                tracing::warn!("a delivery cannot be signed: {error}");
                return Ok(Outcome::failed("Its secret does not open: the key that sealed it is not there."));
            }
        };
        tx.commit().await?;
        let Ok(url) = Url::parse(&row.url) else { return Ok(Outcome::failed("Its address is none.")) };
        let (id, at) = (delivery.to_string(), Timestamp::now().as_second());
        let signature = standard_header(&secrets.iter().collect::<Vec<_>>(), &id, at, row.body.as_bytes());
        let request = Request::post("", url)
            .body("application/json", row.body)
            .header("webhook-id", &id)
            .header("webhook-timestamp", &at.to_string())
            .header("webhook-signature", &signature)
            .expects(Expects::Status)
            .total_timeout(PATIENCE)
            .body_cap(READ);
        Ok(Outcome::of(self.receivers.send(&request).await, &secrets))
    }

    /// What signs: the secret, and the one before it for as long as that is good.
    async fn secrets(&self, tx: &TenantTx, endpoint: Uuid, row: &Sending) -> Result<Vec<Secret>, Error> {
        let sealed = [(ENDPOINT_SECRET, &row.sealed_secret), (ENDPOINT_PREVIOUS, &row.sealed_previous)];
        let mut secrets = Vec::with_capacity(sealed.len());
        for (place, sealed) in sealed {
            let Some(sealed) = sealed else { continue };
            secrets.extend(Secret::new(&self.keyring.open_value(tx, place, endpoint, sealed).await?));
        }
        if secrets.is_empty() {
            return Err(Error::Internal(anyhow::anyhow!("the endpoint has no secret")));
        }
        Ok(secrets)
    }
}

impl Outcome {
    fn failed(problem: &str) -> Self {
        Self { problem: Some(problem.to_owned()), ..Self::default() }
    }

    fn of(result: Result<Answer, CallError>, secrets: &[Secret]) -> Self {
        let answer = match result {
            Ok(answer) => answer,
            // The place is the endpoint's own, and is shown beside it.
            Err(error) => return Self::failed(&printable(&format!("No answer: {}.", error.cause), PROBLEM)),
        };
        let status = answer.status;
        let problem = match status.as_u16() {
            200..=299 => None,
            300..=399 => Some(format!("It answered {}, a redirect, which is not followed.", status.as_u16())),
            410 => Some("It answered 410: it is gone.".to_owned()),
            other => Some(format!("It answered {other}.")),
        };
        let rest = problem.as_ref().and_then(|_| retry::retry_after(&answer, Timestamp::now()));
        Self {
            status: Some(status.as_u16().into()),
            latency_ms: i32::try_from(answer.latency.as_millis()).ok(),
            start: start_of(&answer.body, secrets),
            problem,
            rest,
        }
    }
}

/// How an answer begins, without a secret of ours that a receiver may write into it when something breaks there.
fn start_of(body: &[u8], secrets: &[Secret]) -> Option<String> {
    let mut text = String::from_utf8_lossy(body).into_owned();
    for secret in secrets {
        text = text.replace(&BASE64_STANDARD.encode(secret.bytes()), "…");
    }
    let text = printable(text.trim(), KEPT);
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_an_answer_is_short_and_holds_no_secret_of_ours() {
        let secret = Secret::new(&[7; 32]).unwrap();
        let body = format!("{} key={} \u{1b}[2J", "x".repeat(490), secret.to_whsec().as_str());
        let kept = start_of(body.as_bytes(), std::slice::from_ref(&secret)).unwrap();
        assert_eq!(kept, format!("{} key=whsec…", "x".repeat(490)));
        assert_eq!(
            start_of(b"key=BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=;", &[secret]).as_deref(),
            Some("key=…;")
        );
        assert_eq!(start_of(b" \n", &[]), None);
    }

    #[test]
    fn an_answer_is_taken_or_a_problem_in_words() {
        let of =
            |status: u16, headers: &[(&'static str, &str)]| Outcome::of(Ok(Answer::sample(status, headers, "ok")), &[]);
        assert_eq!((of(204, &[]).problem, of(200, &[]).start.as_deref()), (None, Some("ok")));
        assert_eq!(of(302, &[]).problem.unwrap(), "It answered 302, a redirect, which is not followed.");
        assert_eq!(of(410, &[]).problem.unwrap(), "It answered 410: it is gone.");
        assert_eq!(of(429, &[("retry-after", "120")]).rest, Some(Duration::from_mins(2)));
        assert_eq!(of(200, &[("retry-after", "120")]).rest, None);
    }
}
