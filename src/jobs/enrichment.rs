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
    chosen_at: Option<String>,
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
    // Where no run was begun nothing is lost by choosing anew, and somebody else may have fetched some of them meanwhile.
    if !wish.chosen || (attempt.apify_run_id.is_none() && attempt.start_asked_at.is_none()) {
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
            let failed = found == 0 || details["rejected"].as_i64().unwrap_or_default() > 0;
            if !details["cut_short"].is_null() {
                // Nobody knows which of them would have been found.
                details["put_back"] = json!(put_back(worker, attempt, &wish).await?);
            } else if failed {
                // Where nothing was found at all, or items that cannot be used, it was not for want of a profile.
                details["failed"] = json!(note_failures(worker, attempt, &wish).await?);
            } else {
                details["missed"] = json!(missed(worker, attempt, &wish).await?);
            }
            Ok(Ending::Done { found, created, updated, details })
        }
        Err(Ending::Failed { why, is_final }) => {
            // A job that is given up must not keep others from asking.
            if is_final || attempt.is_last {
                note_failures(worker, attempt, &wish).await?;
            }
            Err(Ending::Failed { why, is_final })
        }
        other => other,
    }
}

/// Decides whom the job is for, now that it can ask.
async fn choose(worker: &Worker, attempt: &Attempt, actor: &Actor<'_>, wish: &mut Wish) -> Result<(), Ending> {
    let at_most = if actor.takes_many() { wish.at_most.unwrap_or(USUAL).clamp(1, 1_000) } else { 1 };
    let tx = worker.database.tenant(attempt.tenant).await?;
    sql::lock_choosing().bind(&*tx).one().await.map_err(Error::from)?;
    let before = still_asked_for(&tx, wish).await?;
    sql::put_back_for_enrichment().bind(&*tx, &before).one().await.map_err(Error::from)?;
    wish.people.clear();
    wish.urls.clear();
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
        .opt()
        .await
        .map_err(Error::from)?;
    let Some(chosen_at) = kept else {
        return Err(Error::Conflict("another worker has taken this job over".to_owned()).into());
    };
    wish.chosen_at = Some(chosen_at);
    tx.commit().await?;
    Ok(())
}

/// Those of the job's people who were not found yet, and whom nobody else asks for.
async fn still_asked_for(tx: &tokio_postgres::Client, wish: &Wish) -> Result<Vec<i32>, Error> {
    Ok(sql::still_asked_for().bind(tx, &wish.people, &wish.chosen_at.as_deref()).all().await?)
}

/// Those whom no profile was found for; how many.
async fn missed(worker: &Worker, attempt: &Attempt, wish: &Wish) -> Result<i64, Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let people = still_asked_for(&tx, wish).await?;
    let missed = sql::note_enrichment_misses().bind(&*tx, &people).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(missed)
}

/// Those for whom the money did not suffice; how many.
async fn put_back(worker: &Worker, attempt: &Attempt, wish: &Wish) -> Result<i64, Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let people = still_asked_for(&tx, wish).await?;
    let back = sql::put_back_for_enrichment().bind(&*tx, &people).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(back)
}

/// Those for whom the service failed; how many.
async fn note_failures(worker: &Worker, attempt: &Attempt, wish: &Wish) -> Result<i64, Ending> {
    let tx = worker.database.tenant(attempt.tenant).await?;
    let people = still_asked_for(&tx, wish).await?;
    let failed = sql::note_enrichment_failures().bind(&*tx, &people).one().await.map_err(Error::from)?;
    tx.commit().await?;
    Ok(failed)
}
