//! What becomes of deliveries: each is worked through under its tenant, and its effect and its end are one transaction, so
//! that the effect happens once, however often somebody begins.
//!
//! Facts are believed from those who sign what they say ([`Kind::Generic`]), and go the way of imported files.  Apify and
//! LinkedIn only give hints: whoever is told that something happened asks, with a connection of its own, what it was.

use std::time::Duration;

use queries::queries::{tenants, webhooks as sql};
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    db::{Database, TenantId, TenantTx, within},
    error::Error,
    import::{self, printable},
    model::{events::Events, webhooks::Kind},
};

/// Events of one delivery.
const EVENTS: usize = 500;
/// How long one delivery may take.
const LONGEST: Duration = Duration::from_secs(30);
/// Refused events that are told of with their reasons; the others are counted.
const REASONS: usize = 20;
/// Characters of an Apify run's id: it has 17 today.
const RUN: std::ops::RangeInclusive<usize> = 10..=32;

/// What became of the deliveries that were worked through.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Processed {
    /// Those that had their effect.
    pub delivered: u64,
    /// Those that failed, and will be tried again.
    pub failed: u64,
    /// Those that are given up.
    pub dead: u64,
}

/// What stands in the way of an effect.
enum Trouble {
    /// No further attempt would mend it.
    Unusable(String),
    /// Another attempt may go well.
    Failed(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<tokio_postgres::Error> for Trouble {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Works through deliveries of a tenant that are due, at most so many.  Any number of processes may do this at once.
///
/// # Errors
/// When the database cannot be reached; a delivery that cannot be used is no error, but is noted down with its reason.
pub async fn process_pending(database: &Database, tenant: TenantId, limit: usize) -> Result<Processed, Error> {
    let mut processed = Processed::default();
    for _ in 0..limit {
        // What is cut off is taken back, and is due again.
        if !within(LONGEST, next(database, tenant, None, &mut processed)).await? {
            break;
        }
    }
    if processed.delivered > 0 {
        let tx = database.tenant(tenant).await?;
        tenants::keep_up().bind(&*tx).one().await?;
        tx.commit().await?;
    }
    Ok(processed)
}

/// Works a delivery through once more, whatever became of it; its effect is there once all the same.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] when its body is not kept any more, and as the database gives them.
pub async fn replay(database: &Database, tenant: TenantId, delivery: Uuid) -> Result<Processed, Error> {
    let tx = database.tenant(tenant).await?;
    let became = sql::replay_delivery().bind(&*tx, &delivery).one().await?;
    match became.as_str() {
        "pending" => tx.commit().await?,
        "missing" => return Err(Error::no("delivery", &delivery.to_string())),
        _ => {
            return Err(Error::Conflict(
                "the body of this delivery is not kept any more; ask whoever sent it to send it again".to_owned(),
            ));
        }
    }
    let mut processed = Processed::default();
    next(database, tenant, Some(delivery), &mut processed).await?;
    let tx = database.tenant(tenant).await?;
    tenants::keep_up().bind(&*tx).one().await?;
    tx.commit().await?;
    Ok(processed)
}

/// The tenants that have deliveries which are due.
///
/// # Errors
/// When the database cannot be reached.
pub async fn tenants_with_deliveries(database: &Database) -> Result<Vec<TenantId>, Error> {
    let owner = database.owner().await?;
    let tenants = sql::tenants_with_deliveries().bind(&owner).all().await?;
    Ok(tenants.into_iter().map(TenantId).collect())
}

/// Wipes bodies that are not needed any more, and forgets deliveries of a month ago; how many were forgotten.  To be called
/// every hour or so.
///
/// # Errors
/// When the database cannot be reached.
pub async fn purge(database: &Database, tenant: TenantId) -> Result<u64, Error> {
    let tx = database.tenant(tenant).await?;
    let purged = sql::purge_deliveries().bind(&*tx).one().await?;
    tx.commit().await?;
    Ok(u64::try_from(purged).unwrap_or_default())
}

/// Works one delivery through; false, when none is due.
async fn next(
    database: &Database,
    tenant: TenantId,
    wanted: Option<Uuid>,
    processed: &mut Processed,
) -> Result<bool, Error> {
    // The attempt is counted first, in a transaction of its own: whatever it does to this program, it has been one.
    let tx = database.tenant(tenant).await?;
    let claimed = sql::claim_delivery().bind(&*tx, &wanted).opt().await?;
    tx.commit().await?;
    let Some(claimed) = claimed else { return Ok(false) };
    let (id, attempt) = (claimed.delivery, claimed.attempt);
    let tx = database.tenant(tenant).await?;
    // Held until the end, so that nobody else has its effect meanwhile; gone, if somebody had it already.
    let Some(delivery) = sql::hold_delivery().bind(&*tx, &id, &attempt).opt().await? else {
        tx.rollback().await?;
        return Ok(true);
    };
    let delivery = Delivery {
        kind: Kind::from_name(&delivery.kind)?,
        connection: delivery.connection_id,
        received_at: delivery.received_at,
        body: delivery.body,
    };
    tx.batch_execute("savepoint effect").await?;
    let became = match delivery.effect(&tx).await {
        Ok(outcome) => {
            sql::end_delivery().bind(&*tx, &id, &attempt, &outcome).one().await?;
            "delivered".to_owned()
        }
        Err(trouble) => {
            let (is_final, problem) = match trouble {
                Trouble::Unusable(reason) => (true, reason),
                Trouble::Failed(error) => (false, error.to_string()),
            };
            tx.batch_execute("rollback to savepoint effect").await?;
            let problem = printable(&problem, 1_000);
            sql::fail_delivery().bind(&*tx, &id, &attempt, &problem.as_str(), &is_final).one().await?
        }
    };
    tx.commit().await?;
    match became.as_str() {
        "delivered" => processed.delivered += 1,
        "failed" => processed.failed += 1,
        "dead" => processed.dead += 1,
        _ => {}
    }
    Ok(true)
}

/// A delivery that is being worked through.
struct Delivery {
    kind: Kind,
    connection: Option<Uuid>,
    received_at: jiff::Timestamp,
    body: Vec<u8>,
}

impl Delivery {
    /// Has its effect, within the transaction; what is to be noted down of it.
    async fn effect(mut self, tx: &TenantTx) -> Result<Value, Trouble> {
        let payload = import::payload(std::mem::take(&mut self.body))
            .map_err(|error| Trouble::Unusable(format!("the body is not JSON: {error}")))?;
        if !payload.is_object() {
            return Err(Trouble::Unusable("the body is not an object in braces".to_owned()));
        }
        match self.kind {
            Kind::Generic => self.engagements(tx, &payload).await,
            Kind::Apify => self.run(tx, &payload).await,
            Kind::LinkedIn => self.notifications(tx, &payload).await,
        }
    }

    /// Engagements go the way of an imported file's.
    async fn engagements(&self, tx: &TenantTx, payload: &Value) -> Result<Value, Trouble> {
        match payload["type"].as_str() {
            None => return Err(Trouble::Unusable("the event has no type".to_owned())),
            Some("engagement.created") => {}
            Some(other) => return Ok(note(&format!("nothing is done with events of type {}", printable(other, 100)))),
        }
        let events = match &payload["data"] {
            Value::Array(events) if events.len() > EVENTS => {
                return Err(Trouble::Unusable(format!("there are more than {EVENTS} events in this delivery")));
            }
            Value::Array(events) => events.as_slice(),
            event => std::slice::from_ref(event),
        };
        let mut read = Events::default();
        for (event, number) in events.iter().zip(1_u64..) {
            read.add(number, import::event(event, self.received_at));
        }
        let taken = read.merge(tx, self.received_at).await?;
        if let Some(words) = read.hopeless() {
            return Err(Trouble::Unusable(words));
        }
        let reasons: Vec<Value> = read
            .refused
            .iter()
            .take(REASONS)
            .map(|refused| json!({"event": refused.number, "field": refused.field, "reason": refused.reason}))
            .collect();
        Ok(json!({
            "events": read.count, "created": taken.created, "updated": taken.updated, "unchanged": taken.unchanged,
            "people_created": taken.people_created, "skipped": read.skipped, "refused": read.refused.len(), "reasons": reasons,
        }))
    }

    /// Apify signs nothing, so that nothing is believed but that there may be a run of this id.
    async fn run(&self, tx: &TenantTx, payload: &Value) -> Result<Value, Trouble> {
        let event = payload["eventType"].as_str().unwrap_or_default();
        let has_ended =
            matches!(event, "ACTOR.RUN.SUCCEEDED" | "ACTOR.RUN.FAILED" | "ACTOR.RUN.ABORTED" | "ACTOR.RUN.TIMED_OUT");
        if !has_ended {
            return Ok(note(&format!("nothing is done with events of type {}", printable(event, 100))));
        }
        let Some((run, _)) = run_of(payload) else {
            return Err(Trouble::Unusable(
                "there is no id of a run in eventData.actorRunId; leave the payload template of the webhook as Apify proposes it"
                    .to_owned(),
            ));
        };
        let connection = self.connection()?;
        let outcome = sql::hint_run().bind(&**tx, &run.as_str(), &connection).one().await?;
        Ok(note(&match outcome.as_str() {
            "enqueued" => format!("a job was enqueued that asks Apify for the run {run}"),
            _ => format!("there is a job for the run {run} already"),
        }))
    }

    /// LinkedIn names people by ids that nothing else knows, and allows to keep what its members do for 48 hours.
    async fn notifications(&self, tx: &TenantTx, payload: &Value) -> Result<Value, Trouble> {
        let kind = payload["type"].as_str().unwrap_or_default();
        if kind != "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS" {
            return Ok(note(&format!("nothing is done with notifications of type {}", printable(kind, 100))));
        }
        let outcome = sql::hint_sync().bind(&**tx, &self.connection()?).one().await?;
        Ok(note(&match outcome.as_str() {
            "enqueued" => "a job was enqueued that looks for what is new on the page".to_owned(),
            "failed" => "nobody looks, since the last look failed: rapport job list says why".to_owned(),
            _ => "a job that looks for what is new on the page is about to begin already".to_owned(),
        }))
    }

    fn connection(&self) -> Result<Uuid, Trouble> {
        self.connection.ok_or_else(|| {
            Trouble::Unusable(
                "this webhook has no connection to follow its hints up with; add it anew, with --connection".to_owned(),
            )
        })
    }
}

fn note(text: &str) -> Value {
    json!({ "note": text })
}

/// The run's id and the event's type, where the payload of Apify has both in their place and shape.
pub(super) fn run_of(payload: &Value) -> Option<(String, String)> {
    let word = |text: &str, most: usize, extra: &[u8]| {
        (1..=most).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || extra.contains(&byte))
    };
    let run = payload["eventData"]["actorRunId"].as_str().or_else(|| payload["resource"]["id"].as_str())?;
    let event = payload["eventType"].as_str()?;
    let fits = RUN.contains(&run.len()) && word(run, *RUN.end(), b"") && word(event, 60, b"._");
    fits.then(|| (run.to_owned(), event.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_known_by_the_shape_of_its_id_and_no_more_is_believed() {
        let payload: Value =
            serde_json::from_str(include_str!("../../tests/fixtures/hooks/apify_run_succeeded.json")).unwrap();
        let run = Some(("HG7ML7M8z78YcAPEB".to_owned(), "ACTOR.RUN.SUCCEEDED".to_owned()));
        assert_eq!(run_of(&payload), run);
        for wrong in ["", "short", "HG7ML7M8z78YcAPE/", "../../actor-runs", "HG7ML7M8z78YcAPEB'--", &"a".repeat(33)] {
            let mut payload = payload.clone();
            payload["eventData"]["actorRunId"] = json!(wrong);
            assert_eq!(run_of(&payload), None, "{wrong}");
        }
        assert_eq!(run_of(&json!([])), None);
        assert_eq!(run_of(&json!({"eventType": "ACTOR.RUN.SUCCEEDED", "resource": {"id": "HG7ML7M8z78YcAPEB"}})), run);
    }
}
