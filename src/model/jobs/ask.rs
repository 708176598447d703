//! What somebody asks for: a scrape, a sync or an enrichment, once or again and again.

use queries::queries::{connections as connections_sql, jobs as sql};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{actor::Chosen, schedules::Every};
use crate::{
    apify::actors::Subject,
    db::TenantTx,
    error::Error,
    import::identity::{self, Link},
    jobs::USUAL_ENRICHMENT,
    model::connections::{Type, no_connection},
};

/// Addresses that are asked for at a time.
pub const MOST_ADDRESSES: usize = 1_000;
/// People whom an enrichment asks for at most.
pub const MOST_PEOPLE: i32 = 100_000;
/// Days back that a sync asks for at most.
pub const MOST_DAYS: i32 = 365;
/// US dollars that a run may cost at most.
const MOST_DOLLARS: f64 = 10_000.0;

/// How a run at Apify is made.
pub struct How<'a> {
    /// Who does it.
    pub chosen: Chosen<'a>,
    /// US dollars that a run may cost at most, as [`dollars`] gives them.
    pub cost_limit: Option<String>,
    /// The connection to Apify; the best that there is, if nobody says which.
    pub connection: Option<Uuid>,
    /// Again after so long.
    pub every: Option<Every>,
}

/// What was put into the queue.
#[derive(Debug, Default)]
pub struct Asked {
    /// The jobs that are due now.
    pub jobs: Vec<Uuid>,
    /// What makes more of them.
    pub schedules: Vec<Uuid>,
}

/// US dollars as the database takes them.
///
/// # Errors
/// When the text is no amount that a run may cost.
pub fn dollars(text: &str) -> Result<String, String> {
    let number: f64 = text.trim().parse().map_err(|_| "US dollars are written like 2.50".to_owned())?;
    if !(0.0..=MOST_DOLLARS).contains(&number) {
        return Err("0 to 10000 US dollars".to_owned());
    }
    Ok(format!("{number:.4}"))
}

/// Asks for what is behind addresses at LinkedIn: who reacted to posts or commented on them, profiles, or companies.
///
/// # Errors
/// [`Error::Invalid`] for what is no such address, and [`Error::Conflict`] without a connection to Apify.
pub async fn scrape(
    tx: &TenantTx,
    urls: &[String],
    max: Option<u32>,
    campaign: Option<&str>,
    how: How<'_>,
) -> Result<Asked, Error> {
    let How { chosen, cost_limit, connection, every } = how;
    let subject = chosen.actor.subject;
    must_be_addresses(subject, urls)?;
    let connection = apify(tx, connection).await?;
    // A job a post, since not every actor says which post an item belongs to; nor does every one take many addresses.
    let is_together = chosen.actor.takes_many() && matches!(subject, Subject::Profile | Subject::Company);
    let mut asked = Asked::default();
    for urls in urls.chunks(if is_together { urls.len() } else { 1 }) {
        let input = json!({
            "urls": urls, "url": urls.first(), "actor": chosen.actor.name, "max_items": max, "actor_input": chosen.input,
            "actor_fields": chosen.fields, "campaign": campaign,
        });
        let task = Task { kind: subject.job_kind(), input, connection, cost_limit: cost_limit.as_deref() };
        let name = format!("{} of {}", subject.job_kind(), urls.first().map_or("", String::as_str));
        let schedule = asked.schedule(tx, &task, &name, every).await?;
        asked.jobs.push(task.enqueue(tx, 10, schedule).await?);
    }
    Ok(asked)
}

/// Asks for the profiles of so many of those whom it matters most to know better.
///
/// # Errors
/// [`Error::Conflict`] without a connection to Apify.
pub async fn enrich(tx: &TenantTx, at_most: i32, how: How<'_>) -> Result<Asked, Error> {
    let How { chosen, cost_limit, connection, every } = how;
    if !(1..=MOST_PEOPLE).contains(&at_most) {
        return Err(Error::invalid(format!("an enrichment asks for 1 to {MOST_PEOPLE} people")));
    }
    let connection = apify(tx, connection).await?;
    let input = |at_most: i32| json!({ "at_most": at_most, "actor": chosen.actor.name, "actor_input": chosen.input, "actor_fields": chosen.fields });
    let task = |at_most: i32| Task {
        kind: "enrichment",
        input: input(at_most),
        connection,
        cost_limit: cost_limit.as_deref(),
    };
    let mut asked = Asked::default();
    let schedule = asked.schedule(tx, &task(at_most.min(USUAL_ENRICHMENT * 10)), "enrichment", every).await?;
    // Each chooses its people when it begins, so none asks for those of another.
    let mut left = at_most;
    while left > 0 {
        let part = if chosen.actor.takes_many() { left.min(USUAL_ENRICHMENT) } else { 1 };
        asked.jobs.push(task(part).enqueue(tx, 0, schedule).await?);
        left -= part;
    }
    Ok(asked)
}

/// Asks LinkedIn's own interfaces for the past days, by one connection with a consent or by all of them.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] without a connection that has a consent.
pub async fn sync(tx: &TenantTx, connection: Option<Uuid>, days: i32, every: Option<Every>) -> Result<Asked, Error> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(Error::invalid(format!("a sync asks for 1 to {MOST_DAYS} days")));
    }
    if let Some(id) = connection {
        type_of(tx, id).await?;
    }
    let chosen = connections_sql::syncable_connections().bind(&**tx, &connection).all().await?;
    if chosen.is_empty() {
        return Err(Error::Conflict(match connection {
            Some(_) => "this is no connection with a consent of LinkedIn's; those of type company_page and campaign_manager are".to_owned(),
            None => "there is no connection to LinkedIn that can be used: add one first; docs/linkedin.md says how to make an app".to_owned(),
        }));
    }
    let mut asked = Asked::default();
    for connection in &chosen {
        let task = Task { kind: "sync", input: json!({ "days": days }), connection: connection.id, cost_limit: None };
        let schedule = asked.schedule(tx, &task, &format!("sync of {}", connection.name), every).await?;
        asked.jobs.push(task.enqueue(tx, 10, schedule).await?);
    }
    Ok(asked)
}

fn must_be_addresses(subject: Subject, urls: &[String]) -> Result<(), Error> {
    if urls.is_empty() || urls.len() > MOST_ADDRESSES {
        return Err(Error::invalid(format!("give 1 to {MOST_ADDRESSES} addresses at a time")));
    }
    for url in urls {
        let wrong = |what: &str, like: &str| {
            Error::invalid(format!(
                "{url:?} is no address of a {what}; it looks like https://www.linkedin.com/{like}/…"
            ))
        };
        match subject {
            Subject::Reactions | Subject::Comments => {
                identity::post_of(url).map_err(Error::invalid)?;
            }
            Subject::Profile if !matches!(identity::parse(url), Ok(Link::Person(_))) => {
                return Err(wrong("profile", "in"));
            }
            Subject::Company if !matches!(identity::parse(url), Ok(Link::Company(_))) => {
                return Err(wrong("company", "company"));
            }
            Subject::Profile | Subject::Company => {}
        }
    }
    Ok(())
}

/// The connection to Apify that does it.
async fn apify(tx: &TenantTx, connection: Option<Uuid>) -> Result<Uuid, Error> {
    let Some(id) = connection else {
        let found = connections_sql::usable_connection().bind(&**tx, &Type::Apify.name()).opt().await?;
        let none = "there is no connection to Apify that can be used: add one with an Apify token first";
        return found.ok_or_else(|| Error::Conflict(none.to_owned()));
    };
    match type_of(tx, id).await? {
        Type::Apify => Ok(id),
        other => Err(Error::Conflict(format!(
            "this takes a connection of type apify, and this one is of type {}",
            other.name()
        ))),
    }
}

async fn type_of(tx: &TenantTx, connection: Uuid) -> Result<Type, Error> {
    let kind = connections_sql::connection_type().bind(&**tx, &connection).opt().await?;
    Type::from_name(&kind.ok_or_else(no_connection)?)
}

/// What a job does, now or again and again.
struct Task<'a> {
    kind: &'a str,
    input: Value,
    connection: Uuid,
    cost_limit: Option<&'a str>,
}

impl Task<'_> {
    async fn enqueue(&self, tx: &TenantTx, priority: i32, schedule: Option<Uuid>) -> Result<Uuid, Error> {
        let Self { kind, input, connection, cost_limit } = self;
        let connection = Some(*connection);
        let job = sql::enqueue_job()
            .bind(&**tx, kind, input, &connection, &None, &priority, cost_limit, &schedule)
            .one()
            .await?;
        Ok(job)
    }
}

impl Asked {
    /// The schedule of a task that comes again: the job of now is the first of its.
    async fn schedule(
        &mut self,
        tx: &TenantTx,
        task: &Task<'_>,
        name: &str,
        every: Option<Every>,
    ) -> Result<Option<Uuid>, Error> {
        let Some(every) = every.map(|every| every.to_string()) else { return Ok(None) };
        let Task { kind, input, connection, cost_limit } = task;
        let made =
            sql::schedule().bind(&**tx, &name, kind, connection, input, &every.as_str(), cost_limit).one().await?;
        self.schedules.push(made);
        Ok(Some(made))
    }
}
