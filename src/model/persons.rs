//! People: what a human decides of one, and what headlines say.
//!
//! A headline is read where a row came with nothing else.  Whoever imports stores what a headline says together with the row.  Rows that came by psql, and all rows once the parser
//! has become better, are read here.

use queries::queries::{
    connections as connections_sql, enrichment as enrichment_sql, jobs as jobs_sql, person_pages as pages_sql,
    persons as sql,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    apify::actors::{Actor, Subject},
    db::TenantTx,
    error::Error,
    model::imports::stage,
};

/// People in a batch: a transaction short enough that nobody waits for it.
const BATCH: i64 = 2_000;

/// What a human decides of a person and a persona.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// A target whatever the criteria say.
    Pin,
    /// Kept out whatever the criteria say.
    Exclude,
    /// The criteria decide again.
    Release,
}

/// Decides it, until it is decided otherwise; a release has no reason.
///
/// # Errors
/// [`Error::Conflict`] where there is no such person or persona.
pub async fn hold(tx: &TenantTx, hold: Hold, persona: Uuid, person: i32, reason: Option<&str>) -> Result<(), Error> {
    let tenant = tx.tenant().0;
    match hold {
        Hold::Pin => sql::pin_target().bind(&**tx, &tenant, &persona, &person, &reason).one().await?,
        Hold::Exclude => sql::exclude_target().bind(&**tx, &tenant, &persona, &person, &reason).one().await?,
        Hold::Release => sql::release_target().bind(&**tx, &tenant, &persona, &person).one().await?,
    };
    Ok(())
}

/// What a job that asks for a profile is worth to those who wait for it, as one that is asked for on the command line.
const PROMPT: i32 = 10;

/// Has Apify asked for somebody's profile; the job.
///
/// # Errors
/// [`Error::Conflict`] where there is no connection that can ask, or nothing by which the person can be asked for.
pub async fn ask_for_profile(tx: &TenantTx, person: i32) -> Result<Uuid, Error> {
    let connection = connections_sql::usable_connection().bind(&**tx, &"apify").opt().await?;
    let connection =
        connection.ok_or_else(|| Error::Conflict("There is no connection to Apify that can be used.".to_owned()))?;
    let key = pages_sql::person_key().bind(&**tx, &person).opt().await?;
    let key =
        key.ok_or_else(|| Error::Conflict("Nothing is known by which this person could be asked for.".to_owned()))?;
    let subject = Subject::Profile;
    let actor = Actor::find(subject, None, &Value::Null)?;
    let url = format!("https://www.linkedin.com/in/{key}");
    let input = json!({"urls": [url], "url": url, "actor": actor.name});
    let job = jobs_sql::enqueue_job()
        .bind(&**tx, &subject.job_kind(), &input, &Some(connection), &None, &PROMPT, &None::<&str>)
        .one()
        .await?;
    let service = actor.name.split('/').next().unwrap_or_default();
    enrichment_sql::mark_enrichment_asked().bind(&**tx, &[person].as_slice(), &service).one().await?;
    Ok(job)
}

/// What a reading did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// People whose headline was read.
    pub people: i64,
    /// People of whom something else is known now.
    pub changed: i64,
    /// The last person that was looked at; none when nobody is left.
    pub last: Option<i32>,
}

/// Reads the next headlines that nobody has read, or that an older parser read, after a person's id; matching follows by
/// trigger.
///
/// # Errors
/// As the database gives them.
pub async fn read_headlines(tx: &TenantTx, after: i32) -> Result<Reading, Error> {
    let tenant = tx.tenant().0;
    let version = i32::try_from(headline::VERSION).unwrap_or(i32::MAX);
    // Taken first, as imports take it: two writers of the same people would otherwise wait for each other.
    sql::lock_people().bind(&**tx, &tenant).one().await?;
    let unread = sql::unread_headlines().bind(&**tx, &after, &version, &BATCH).all().await?;
    let Some(last) = unread.last().map(|person| person.id) else { return Ok(Reading::default()) };
    let rows = unread.into_iter().map(|person| {
        let mut row = stage::facts(&headline::parse(&person.headline), "headline");
        row.insert("id".into(), person.id.into());
        row.insert("headline".into(), person.headline.into());
        Value::Object(row)
    });
    let rows = Value::Array(rows.collect());
    sql::make_employers().bind(&**tx, &tenant, &rows).one().await?;
    let done = sql::store_readings().bind(&**tx, &tenant, &rows).one().await?;
    Ok(Reading { people: done.people, changed: done.changed, last: Some(last) })
}
