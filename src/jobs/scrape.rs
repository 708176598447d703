//! Scraping by an actor at Apify: a run is started once, followed, paid for once, and what it found is imported like a file.
//!
//! Apify has no way to ask for the same run twice.  So the wish is noted down before the call; an attempt that finds the wish
//! and no run looks for the run among those that Apify has begun since, by the input that they were given.

use std::{io::Write as _, time::Duration};

use jiff::{SignedDuration, Timestamp};
use queries::queries::jobs as sql;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Attempt, Ending, Worker};
use crate::{
    apify::{
        Apify, Run, Start,
        actors::{Actor, Subject},
    },
    calls::{Caller, Failure},
    cli::session::Session,
    error::Error,
    http::retry,
    import::{Mapping, identity},
    model::{
        connections::{self, Access, Credentials, Type},
        imports::{self, Asked, Request, Spooled},
        jobs,
    },
};

/// How long Apify keeps an answer back while a run goes on.
const LOOK: Duration = Duration::from_secs(20);
/// How long a run that goes on is left alone: a tenth of its age, but no shorter and no longer.
const ALONE: [Duration; 2] = [Duration::from_secs(5), Duration::from_mins(2)];
/// How long a job waits for its turn before it lets others go first.
const PATIENCE: Duration = Duration::from_secs(15);
/// A run that takes longer is ended by Apify.
const LONGEST: Duration = Duration::from_hours(2);
/// How long it takes for runs to end that use an account up, and for somebody to pay for it.
const FULL: Duration = Duration::from_mins(3);
const POOR: Duration = Duration::from_hours(24);
/// Apify's clock may differ from the database's by so much.
const CLOCKS: SignedDuration = SignedDuration::from_mins(2);

/// What a scraping job is to do.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Input {
    /// The addresses of what is scraped.
    #[serde(default)]
    pub urls: Vec<String>,
    /// The actor, if not the usual one.
    #[serde(default)]
    pub actor: Option<String>,
    /// The most items.
    #[serde(default)]
    pub max_items: Option<u32>,
    /// What else the actor is told.
    #[serde(default, rename = "actor_input")]
    pub more: Value,
    /// Where its items have their fields, if they look like no known actor's.
    #[serde(default, rename = "actor_fields")]
    pub fields: Value,
    /// The campaign into which the post goes.
    #[serde(default)]
    pub campaign: Option<String>,
    /// The post to which the items belong, if they do not say so themselves.
    #[serde(default)]
    pub post: Option<String>,
    /// A run that there is already, which somebody else began.
    #[serde(default)]
    pub run: Option<String>,
}

impl Input {
    fn read(attempt: &Attempt) -> Result<Self, Ending> {
        serde_json::from_value(attempt.input.clone())
            .map_err(|error| Error::invalid(format!("the job's input is not one of its kind: {error}")).into())
    }

    /// How the items become those of a known actor, if they are not.
    fn mapping(&self, subject: Subject) -> Result<Option<Mapping>, Error> {
        let mapping = (!self.fields.is_null()).then(|| Mapping::read(subject.format(), &self.fields));
        mapping.transpose().map_err(Error::invalid)
    }
}

/// A job at Apify on its way.
pub(super) struct Going<'a> {
    worker: &'a Worker,
    attempt: &'a Attempt,
    apify: Apify<'a>,
    /// Whether the run is the job's own, and not one that somebody else began.
    is_ours: bool,
}

/// Starts a run, or finds the one that was started, follows it, and takes in what it found.
pub(super) async fn run(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let input = Input::read(attempt)?;
    let Some(subject) = Subject::of_job(&attempt.kind) else {
        return Err(Error::invalid(format!("there is no actor for jobs of kind {}", attempt.kind)).into());
    };
    let actor = Actor::find(subject, input.actor.as_deref(), &input.more)?;
    begin(worker, attempt).await?.to_the_end(&actor, &input, subject).await
}

/// Takes in what a run found that somebody else started.
pub(super) async fn take_in(worker: &Worker, attempt: &Attempt) -> Result<Ending, Ending> {
    let input = Input::read(attempt)?;
    let Some(id) = input.run.clone() else { return Err(Error::invalid("the job names no run").into()) };
    let going = Going { is_ours: false, ..begin(worker, attempt).await? };
    let run = match going.apify.run(&id, Duration::ZERO).await {
        Err(failure) if failure.status() == Some(404) => {
            return Err(Error::NotFound(format!("Apify has no run {id}, or not in this account")).into());
        }
        run => run?,
    };
    let run = going.follow(run).await?;
    going.take(&run, &input, Subject::Reactions).await
}

pub(super) async fn begin<'a>(worker: &'a Worker, attempt: &'a Attempt) -> Result<Going<'a>, Ending> {
    let access = Access { database: &worker.database, keyring: &worker.keyring, tenant: attempt.tenant };
    let connection =
        connections::ready(access, &worker.services, attempt.connection, Type::Apify, Some(attempt.id)).await?;
    let Credentials::Token(token) = connection.credentials()? else {
        return Err(Error::invalid(format!("the connection {:?} is not one to Apify", connection.name)).into());
    };
    let caller = Caller {
        database: &worker.database,
        http: &worker.services.http,
        tenant: attempt.tenant,
        connection: connection.id,
        job: Some(attempt.id),
        patience: PATIENCE,
        judge: retry::judge,
    };
    let apify = Apify { caller, services: &worker.services, token: token.clone() };
    Ok(Going { worker, attempt, apify, is_ours: true })
}

impl Going<'_> {
    /// A run from its start, or from where an earlier attempt left it, to what it found.
    pub(super) async fn to_the_end(
        &self,
        actor: &Actor<'_>,
        input: &Input,
        subject: Subject,
    ) -> Result<Ending, Ending> {
        let run = self.started(actor, input).await?;
        let run = self.follow(run).await?;
        self.take(&run, input, subject).await
    }

    /// The run of this job: the one that is known, the one that is found, or a new one.
    async fn started(&self, actor: &Actor<'_>, input: &Input) -> Result<Run, Ending> {
        if let Some(id) = &self.attempt.apify_run_id {
            return Ok(self.apify.run(id, Duration::ZERO).await?);
        }
        let asked = actor.input(&input.urls, input.max_items, &input.more);
        if let Some(since) = self.attempt.start_asked_at
            && let Some(run) = self.find(actor, &asked, since).await?
        {
            return Ok(run);
        }
        if self.attempt.is_cancelled() {
            // Whatever it may have begun is not there.
            self.forget().await?;
            return Err(Ending::cancelled());
        }
        let wanted = self.attempt.cost_limit.unwrap_or(jobs::USUAL_COST);
        let (cost, until_next_month) = self.reserve(wanted).await?;
        let start = Start {
            max_items: input.max_items,
            max_total_charge_usd: Some(cost),
            memory_mb: actor.memory_mb,
            timeout: Some(LONGEST),
        };
        self.note(async |tx| sql::note_start().bind(tx, &self.attempt.id, &self.attempt.attempt).await).await?;
        let run = match self.apify.start(actor.name, &asked, &start).await {
            // A few cents are left of the budget, and Apify starts nothing for so little.
            Err(failure) if cost < wanted && says(&failure, "max-total-charge-usd-below-minimum") => {
                self.forget().await?;
                return Err(spent(until_next_month));
            }
            // Said no before anything began, so there is nothing to be looked for.
            Err(failure @ (Failure::Refused { .. } | Failure::Later { .. })) => {
                self.forget().await?;
                return Err(refusal(failure, actor));
            }
            run => run?,
        };
        self.keep(&run.id).await?;
        Ok(run)
    }

    /// The run that an earlier attempt started, whose answer nobody heard.
    async fn find(&self, actor: &Actor<'_>, asked: &Value, since: Timestamp) -> Result<Option<Run>, Ending> {
        let since = since.checked_sub(CLOCKS).unwrap_or(since);
        let (mut offset, mut alike) = (0, Vec::new());
        loop {
            let (runs, are_more) = self.apify.runs_since(actor.name, since, offset).await?;
            offset += runs.len();
            for run in runs {
                let Some(input) = self.apify.input_of(&run).await? else { continue };
                // One of the same input does the same work, whoever started it; but no two jobs share one.
                if input == *asked {
                    if let Some(run) = self.found(&run.id).await? {
                        return Ok(Some(run));
                    }
                } else if says_as_much(&input, asked) {
                    alike.push(run.id);
                }
            }
            if !are_more {
                break;
            }
        }
        for id in alike {
            if let Some(run) = self.found(&id).await? {
                return Ok(Some(run));
            }
        }
        Ok(None)
    }

    /// A run that was found, if no other job has it.
    async fn found(&self, id: &str) -> Result<Option<Run>, Ending> {
        Ok(if self.keep(id).await? { Some(self.apify.run(id, Duration::ZERO).await?) } else { None })
    }

    /// Keeps a run as this job's; whether no other job has it.
    async fn keep(&self, run: &str) -> Result<bool, Ending> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let kept = sql::note_run()
            .bind(&*tx, &self.attempt.id, &self.attempt.attempt, &run)
            .one()
            .await
            .map_err(Error::from)?;
        tx.commit().await?;
        Ok(kept)
    }

    /// US dollars that the run may cost, at most those that are wanted; and how long it is until the next month.
    async fn reserve(&self, wanted: f64) -> Result<(f64, Duration), Ending> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let kept = sql::reserve_cost()
            .bind(&*tx, &self.attempt.id, &self.attempt.attempt, &format!("{wanted:.4}").as_str())
            .one()
            .await
            .map_err(Error::from)?;
        tx.commit().await?;
        // Of the database's calendar, which also says what a month has cost.
        let until_next_month = Duration::from_secs_f64(kept.until_next_month_s.max(0.0)) + Duration::from_mins(1);
        match kept.granted {
            Some(granted) if granted > 0.0 => Ok((granted, until_next_month)),
            _ => Err(spent(until_next_month)),
        }
    }

    /// Forgets the run, but not what it cost.
    async fn forget(&self) -> Result<(), Ending> {
        self.note(async |tx| sql::forget_run().bind(tx, &self.attempt.id, &self.attempt.attempt).await).await
    }

    /// One statement under the attempt; nothing goes on when the job is somebody else's.
    async fn note(
        &self,
        statement: impl AsyncFnOnce(&tokio_postgres::Client) -> Result<u64, tokio_postgres::Error>,
    ) -> Result<(), Ending> {
        let tx = self.worker.database.tenant(self.attempt.tenant).await?;
        let rows = statement(&tx).await.map_err(Error::from)?;
        tx.commit().await?;
        if rows == 0 {
            return Err(Error::Conflict("another worker has taken this job over".to_owned()).into());
        }
        Ok(())
    }

    /// Follows a run to its end, or for a while: who waits takes others' place.
    async fn follow(&self, mut run: Run) -> Result<Run, Ending> {
        let begun = tokio::time::Instant::now();
        loop {
            self.note_cost(&run, None).await?;
            if run.has_ended() {
                return Ok(run);
            }
            if let Some(share) = run.status_message.as_deref().and_then(share_of) {
                self.attempt.progress(0.9 * share);
            }
            if self.attempt.is_cancelled() {
                if self.is_ours {
                    let aborted = self.apify.abort(&run.id).await?;
                    let items = self.apify.items(&aborted.default_dataset_id, 0).await?.total;
                    self.note_cost(&aborted, Some(items)).await?;
                    self.forget().await?;
                }
                return Err(Ending::cancelled());
            }
            if self.attempt.is_stopping() {
                // The run goes on by itself, and whoever takes the job finds it.
                return Err(Ending::HandedBack);
            }
            if self.attempt.stay.is_some_and(|stay| begun.elapsed() >= stay) {
                let age = self.attempt.since_start + begun.elapsed();
                return Err(Ending::Later {
                    rest: Some((age / 10).clamp(ALONE[0], ALONE[1])),
                    why: "The run goes on at Apify.".to_owned(),
                    needs_help: false,
                });
            }
            tokio::select! {
                next = self.apify.run(&run.id, self.attempt.stay.map_or(LOOK, |stay| stay.clamp(Duration::from_secs(1), LOOK))) => run = next?,
                () = self.attempt.interrupted() => {}
            }
        }
    }

    /// Notes down what a run has cost so far, or in all: with so many items, where they are counted.
    async fn note_cost(&self, run: &Run, items: Option<u64>) -> Result<(), Ending> {
        let cost = match items {
            // Where Apify says nothing, all that it was allowed may be spent.
            Some(items) => run.cost(items).or(run.options.max_total_charge_usd),
            None => run.usage_total_usd,
        };
        // What somebody else has begun was not paid from this budget.
        let Some(cost) = cost.filter(|_| self.is_ours) else { return Ok(()) };
        let (cost, is_over) = (format!("{cost:.4}"), run.has_ended());
        self.note(async |tx| {
            let (id, attempt) = (&self.attempt.id, &self.attempt.attempt);
            let is_ours = sql::note_cost().bind(tx, id, attempt, &cost.as_str(), &is_over).one().await?;
            Ok(u64::from(is_ours))
        })
        .await
    }

    /// Imports what a run found.
    async fn take(&self, run: &Run, input: &Input, subject: Subject) -> Result<Ending, Ending> {
        let mapping = input.mapping(subject)?;
        let (spooled, found, paid) = self.spool(run, mapping.as_ref()).await?;
        self.note_cost(run, Some(paid)).await?;
        let mut details = json!({"run_status": run.status, "dataset": run.default_dataset_id});
        if !self.is_ours {
            details["cost_of_run"] = json!(run.cost(paid));
        }
        if run.is_cut_short(paid) {
            details["cut_short"] = json!("The run has cost as much as it was allowed to; there may be more.");
        }
        let (mut created, mut updated) = (0, 0);
        if found > 0 {
            let session = Session::with(self.worker.database.clone(), &self.attempt.slug).await?;
            let request =
                Request { format: mapping.as_ref().map(|_| subject.format()), ..self.request(run, input, subject)? };
            let survey = imports::survey(spooled.path(), &request).await?;
            let report = imports::run(&session, spooled.path(), &request, survey, None, &|_| Ok(())).await?;
            (created, updated) = (count(report.created), count(report.updated));
            details["import"] = json!(report.import_id);
            details["skipped"] = json!(report.skipped);
            details["rejected"] = json!(report.rejected);
        }
        if run.status != "SUCCEEDED" {
            // The next attempt needs another run; one that somebody else began is not begun again here.
            if self.is_ours {
                self.forget().await?;
            }
            let said = run.status_message.as_deref().map(|said| format!(": {}", crate::import::printable(said, 200)));
            return Err(Ending::Failed {
                why: format!(
                    "The run ended with {}{}; what it had found is imported.",
                    run.status,
                    said.unwrap_or_default()
                ),
                // Whoever aborted it does not want another one; a failure may be a whim of LinkedIn's.
                is_final: run.status == "ABORTED" || !self.is_ours,
            });
        }
        Ok(Ending::Done { found: count(i64::try_from(found).unwrap_or(i64::MAX)), created, updated, details })
    }

    /// The items of a run, one a line, in a file that is gone afterwards; how many they are, and how many there were with those
    /// that are empty.
    async fn spool(&self, run: &Run, mapping: Option<&Mapping>) -> Result<(Spooled, u64, u64), Ending> {
        let (spooled, spool) = Spooled::create()?;
        let mut file = spool.into_file();
        let (mut offset, mut found) = (0, 0);
        let all = loop {
            let page = self.apify.items(&run.default_dataset_id, offset).await?;
            for item in &page.items {
                let mapped = mapping.map(|mapping| mapping.apply(item));
                serde_json::to_writer(&mut file, mapped.as_ref().unwrap_or(item))
                    .map_err(|error| Error::Internal(error.into()))?;
                file.write_all(b"\n").map_err(Error::from)?;
                found += 1;
            }
            let Some(next) = page.next else { break page.total };
            offset = next;
        };
        file.flush().map_err(Error::from)?;
        Ok((spooled, found, all))
    }

    fn request(&self, run: &Run, input: &Input, subject: Subject) -> Result<Request, Ending> {
        let of_post = matches!(subject, Subject::Reactions | Subject::Comments);
        let url = input.post.as_ref().or_else(|| input.urls.first().filter(|_| of_post && input.urls.len() == 1));
        let post = match url {
            Some(url) => Some(identity::post_of(url).map_err(Error::invalid)?),
            None => None,
        };
        Ok(Request {
            post,
            campaign: input.campaign.clone(),
            origin: Some("scrape"),
            asked: Some(Asked { connection: self.apify.caller.connection, job: self.attempt.id }),
            known_as: Some(format!("Apify run {}", run.id).into()),
            ..Request::default()
        })
    }
}

/// There is no money left.
fn spent(until_next_month: Duration) -> Ending {
    Ending::Later {
        rest: Some(until_next_month),
        why: "The budget of this month is spent; raise it, or wait for the next month.".to_owned(),
        needs_help: false,
    }
}

/// Whether Apify gave this reason, by its own word for it.
fn says(failure: &Failure, word: &str) -> bool {
    let Failure::Refused { answer: Some(answer), .. } = failure else { return false };
    answer.json::<Value>().is_ok_and(|said| said["error"]["type"] == word)
}

/// What a refusal to start means.
fn refusal(failure: Failure, actor: &Actor<'_>) -> Ending {
    let busy =
        ["concurrent-runs-limit-exceeded", "actor-memory-limit-exceeded"].iter().any(|word| says(&failure, word));
    match failure.status() {
        Some(402) if busy => Ending::Later {
            rest: Some(FULL),
            why: "As many runs as the account allows go on at Apify.".to_owned(),
            needs_help: false,
        },
        Some(402) => Ending::Later {
            rest: Some(POOR),
            why: "Apify does not start it: the account has no money left, or has not rented the actor.".to_owned(),
            needs_help: true,
        },
        Some(404) => Ending::Failed { why: format!("Apify has no actor {}.", actor.name), is_final: true },
        _ => failure.into(),
    }
}

/// Whether an input says everything that was asked.  Apify adds what an actor takes where nothing is said, and keeps secrets in a
/// form that cannot be compared.
fn says_as_much(input: &Value, asked: &Value) -> bool {
    match (input, asked) {
        (Value::Object(input), Value::Object(asked)) => {
            asked.iter().all(|(name, asked)| input.get(name).is_some_and(|input| says_as_much(input, asked)))
        }
        (Value::String(input), asked) => input.starts_with("ENCRYPTED_") || asked == input,
        (input, asked) => input == asked,
    }
}

/// The share of "Scraped 3/10".
#[expect(clippy::cast_precision_loss, reason = "a progress bar has a hundred steps")]
fn share_of(message: &str) -> Option<f32> {
    message.split_whitespace().find_map(|word| {
        let (done, of) = word.split_once('/')?;
        let (done, of): (u32, u32) = (done.parse().ok()?, of.trim_end_matches('.').parse().ok()?);
        (of > 0 && done <= of).then(|| done as f32 / of as f32)
    })
}

fn count(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_known_again_with_what_apify_has_added() {
        let asked = json!({"posts": ["a"], "deep": {"x": 1}, "key": "k"});
        for input in [
            json!({"posts": ["a"], "deep": {"x": 1, "y": 2}, "key": "k", "maxItems": 0}),
            json!({"posts": ["a"], "deep": {"x": 1}, "key": "ENCRYPTED_VALUE:abc"}),
        ] {
            assert!(says_as_much(&input, &asked), "{input}");
        }
        for input in [
            json!({"posts": ["a", "b"], "deep": {"x": 1}, "key": "k"}),
            json!({"posts": ["a"], "deep": {"x": 2}, "key": "k"}),
            json!({"posts": ["a"], "key": "k"}),
            json!("ENCRYPTED"),
        ] {
            assert!(!says_as_much(&input, &asked), "{input}");
        }
    }

    #[test]
    fn a_run_says_how_far_it_is_in_words() {
        assert_eq!(share_of("Scraped 3/10"), Some(0.3));
        assert_eq!(share_of("10/10."), Some(1.0));
        for nothing in ["", "Starting", "see http://x/y", "3/0", "12/10"] {
            assert_eq!(share_of(nothing), None, "{nothing}");
        }
    }
}
