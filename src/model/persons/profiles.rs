//! Somebody's profile, asked for.

use queries::queries::{connections, enrichment, jobs, person_pages as pages};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    apify::actors::{Actor, Subject},
    db::TenantTx,
    error::Error,
};

/// What a job that asks for a profile is worth to those who wait for it, as one that is asked for on the command line.
const PROMPT: i32 = 10;

/// Has Apify asked for somebody's profile; the job.
///
/// # Errors
/// [`Error::Conflict`] where there is no connection that can ask, or nothing by which the person can be asked for.
pub async fn ask_for_profile(tx: &TenantTx, person: i32) -> Result<Uuid, Error> {
    let connection = connections::usable_connection().bind(&**tx, &"apify").opt().await?;
    let connection =
        connection.ok_or_else(|| Error::Conflict("There is no connection to Apify that can be used.".to_owned()))?;
    let key = pages::person_key().bind(&**tx, &person).opt().await?;
    let key =
        key.ok_or_else(|| Error::Conflict("Nothing is known by which this person could be asked for.".to_owned()))?;
    let subject = Subject::Profile;
    let actor = Actor::find(subject, None, &Value::Null)?;
    let url = format!("https://www.linkedin.com/in/{key}");
    let input = json!({"urls": [url], "url": url, "actor": actor.name});
    let job = jobs::enqueue_job()
        .bind(&**tx, &subject.job_kind(), &input, &Some(connection), &None, &PROMPT, &None::<&str>, &None)
        .one()
        .await?;
    let service = actor.name.split('/').next().unwrap_or_default();
    enrichment::mark_enrichment_asked().bind(&**tx, &[person].as_slice(), &service).one().await?;
    Ok(job)
}
