//! Enrichment: the profiles of those whom it matters most to know better, some dozens at a time.
//!
//! Who they are is decided when the job begins, and kept with it: another attempt asks for the same people, and so finds the run
//! that was paid for.  Who was asked for and not found is remembered, and left in peace for a while.

use queries::queries::enrichment as sql;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Attempt, Ending, Worker, done,
    scrape::{self, Input},
};
use crate::{
    apify::actors::{Actor, Subject},
    error::Error,
};

/// People whom a job asks for where nobody said how many.
pub const USUAL: i32 = 100;

#[derive(Debug, Deserialize)]
struct Wish {
    #[serde(default)]
    at_most: Option<i32>,
    #[serde(default)]
    actor: Option<String>,
    #[serde(default, rename = "actor_input")]
    more: Value,
    #[serde(default, rename = "actor_fields")]
    fields: Value,
    #[serde(default)]
    chosen: bool,
    #[serde(default)]
    people: Vec<i32>,
    #[serde(default)]
    urls: Vec<String>,
}

pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let mut wish: Wish = serde_json::from_value(attempt.input.clone())
        .map_err(|error| Error::invalid(format!("the job's input is not one of its kind: {error}")))?;
    let named = wish.actor.clone();
    let more = wish.more.clone();
    let actor = Actor::find(Subject::Profile, named.as_deref(), &more)?;
    if !wish.chosen {
        choose(worker, attempt, &actor, &mut wish).await?;
    }
    if wish.people.is_empty() {
        return Ok(done(0, json!({"why": "Nobody needs it."})));
    }
    let input = Input {
        urls: wish.urls.clone(),
        actor: Some(actor.name.to_owned()),
        more: more.clone(),
        fields: wish.fields.clone(),
        ..Input::default()
    };
    let ended = scrape::begin(worker, attempt).await?.to_the_end(&actor, &input, Subject::Profile).await;
    match ended {
        Ok(Ending::Done { found, created, updated, mut details }) => {
            details["asked"] = json!(wish.people.len());
            if details["cut_short"].is_null() {
                details["missed"] = json!(missed(worker, attempt, &wish.people).await?);
            } else {
                // Nobody knows which of them would have been found.
                details["put_back"] = json!(put_back(worker, attempt, &wish.people).await?);
            }
            Ok(Ending::Done { found, created, updated, details })
        }
        Err(Ending::Failed { why, is_final }) => {
            // A job that is given up must not keep others from asking.
            if is_final || attempt.is_last {
                note_failures(worker, attempt, &wish.people).await?;
            }
            Err(Ending::Failed { why, is_final })
        }
        other => other,
    }
}

/// Decides whom the job is for.
async fn choose(worker: &Worker, attempt: &Attempt, actor: &Actor<'_>, wish: &mut Wish) -> Result<(), Ending> {
    let at_most = if actor.takes_many() { wish.at_most.unwrap_or(USUAL).clamp(1, 1_000) } else { 1 };
    let tx = worker.database.tenant(attempt.tenant).await?;
    sql::lock_choosing().bind(&*tx).one().await.map_err(Error::from)?;
    let chosen = sql::enrichment_candidates().bind(&*tx, &at_most).all().await.map_err(Error::from)?;
    for person in chosen {
        let Some(key) = person.slug.or(person.member_id) else { continue };
        wish.people.push(person.person_id);
        wish.urls.push(format!("https://www.linkedin.com/in/{key}"));
    }
    let owner = actor.name.split('/').next().unwrap_or_default();
    sql::mark_enrichment_asked().bind(&*tx, &wish.people, &owner).one().await.map_err(Error::from)?;
    let kept = sql::choose_people()
        .bind(&*tx, &wish.people, &wish.urls, &attempt.id, &attempt.attempt)
        .await
        .map_err(Error::from)?;
    if kept == 0 {
        return Err(Error::Conflict("another worker has taken this job over".to_owned()).into());
    }
    tx.commit().await?;
    Ok(())
}

/// Those whom no profile was found for; how many.
async fn missed(worker: &Worker, attempt: &Attempt, people: &[i32]) -> Result<usize, Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let missed = sql::still_asked_for().bind(&*tx, &people).all().await.map_err(Error::from)?;
    sql::note_enrichment_misses().bind(&*tx, &missed).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(missed.len())
}

/// Those for whom the money did not suffice; how many.
async fn put_back(worker: &Worker, attempt: &Attempt, people: &[i32]) -> Result<i64, Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let back = sql::put_back_for_enrichment().bind(&*tx, &people).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(back)
}

async fn note_failures(worker: &Worker, attempt: &Attempt, people: &[i32]) -> Result<(), Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let failed = sql::still_asked_for().bind(&*tx, &people).all().await.map_err(Error::from)?;
    sql::note_enrichment_failures().bind(&*tx, &failed).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(())
}
