//! A scrape and an enrichment as they happen every day, with a connection, jobs and a worker; only Apify is a simulator on this
//! machine, so that nothing is paid for and nobody who exists is asked about.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use queries::queries::{demo as demo_sql, jobs as sql};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::sync::watch;
use uuid::Uuid;

use super::plan::TENANTS;
use crate::{
    apify::actors::{Actor, Subject},
    cli::session::Session,
    config::Config,
    db::Database,
    error::Error,
    http::{Client, Options as HttpOptions},
    jobs::{Options, Worker},
    model::{
        connections::{
            self, Access, Credentials, Type,
            check::{self, Reach},
        },
        keys::Keyring,
    },
    services::Services,
    simulators::apify::{self, Apify, Pace},
};

/// The campaign into which the scraped post goes.
const CAMPAIGN: &str = "Launch stories";
/// People who are asked for.
const PROFILES: i32 = 60;

/// Adds a connection, has a post scraped that is three days old, and the profiles of those fetched who matter most; what came of
/// it.
///
/// # Errors
/// As the database and the simulator give them.
pub(in crate::cli) async fn show(
    config: &Config,
    database: Arc<Database>,
    seed: u64,
    say: &(dyn Fn(&str) + Sync),
) -> Result<Value, Error> {
    say("scraping a post by a simulated Apify: a connection, a job, a worker");
    let options = apify::Options { seed, pace: Pace::Millis(200), reactions: (90, 150), ..apify::Options::default() };
    let simulator = Apify::start(options)?;
    let services = services(config, &simulator)?;
    let session = Session::with(Arc::clone(&database), TENANTS[0].slug).await?;
    let keyring = Keyring::open(&database, config).await?;

    let tx = session.begin().await?;
    let connection = connections::add(&tx, "Apify (simulated)", Type::Apify, None).await?;
    let token = Credentials::Token(SecretString::from(apify::TOKEN));
    connections::set_credentials(&database, &keyring, &tx, connection, &token).await?;
    tx.commit().await?;
    let access = Access { database: &database, keyring: &keyring, tenant: session.tenant };
    let tx = session.begin().await?;
    let known = connections::by_id(&keyring, &tx, connection).await?;
    tx.commit().await?;
    check::check(access, &services, &known, Reach::Offline, None).await?;

    let worker = Arc::new(Worker {
        database: Arc::clone(&database),
        keyring: Arc::new(keyring),
        services,
        options: Options { until_idle: true, ..Options::default() },
    });
    let before = in_personas(&session).await?;
    let actor = Actor::find(Subject::Reactions, None, &Value::Null)?;
    let url = post(Timestamp::now());
    let scrape = json!({"urls": [url], "url": url, "actor": actor.name, "campaign": CAMPAIGN});
    let scraped = done(&worker, &session, "reactions", &scrape, connection).await?;
    // What LinkedIn counts of it, which no scraper tells.
    let tx = session.begin().await?;
    demo_sql::dress_post().bind(&*tx, &"Three days of launch week", &url.as_str()).await?;
    tx.commit().await?;
    let targeted = in_personas(&session).await? - before;

    say("enriching whom it matters most to know better, likewise");
    let actor = Actor::find(Subject::Profile, None, &Value::Null)?;
    let enriched =
        done(&worker, &session, "enrichment", &json!({"at_most": PROFILES, "actor": actor.name}), connection).await?;
    Ok(json!({
        "campaign": CAMPAIGN, "post": url, "engagements": scraped["created"], "in_a_persona": targeted,
        "profiles": enriched["found"], "billed_usd": simulator.billed_usd(),
    }))
}

/// The services, with the simulator in Apify's place.
pub(super) fn services(config: &Config, simulator: &Apify) -> Result<Services, Error> {
    let url = simulator.url();
    let place = url.parse().map_err(|error: url::ParseError| Error::Internal(error.into()))?;
    let allowed = url.parse().map_err(Error::invalid)?;
    let http = Client::new(HttpOptions { allowed, ..HttpOptions::default() })?;
    // Nobody in the demo exists, so nobody is written to.
    Ok(Services { http, apify: place, mail: None, ..Services::new(config)? })
}

/// A post of three days ago: LinkedIn's numbers of posts begin with the time.
fn post(now: Timestamp) -> String {
    let at = now.saturating_sub(SignedDuration::from_hours(72)).unwrap_or(now);
    format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/", at.as_millisecond() << 22)
}

/// Enqueues a job, and works until it is done; its row.
async fn done(
    worker: &Arc<Worker>,
    session: &Session,
    kind: &str,
    input: &Value,
    connection: Uuid,
) -> Result<Value, Error> {
    let tx = session.begin().await?;
    let job =
        sql::enqueue_job().bind(&*tx, &kind, input, &Some(connection), &None, &0, &None::<&str>, &None).one().await?;
    tx.commit().await?;
    let (_stop, stopping) = watch::channel(false);
    Arc::clone(worker).run(stopping).await?;
    let tx = session.begin().await?;
    let row = sql::job_row().bind(&*tx, &job).one().await?;
    tx.commit().await?;
    match row["state"].as_str() {
        Some("completed") => Ok(row),
        state => Err(Error::Internal(anyhow::anyhow!(
            "the demo's job of kind {kind} is {}: {}",
            state.unwrap_or_default(),
            row["error"].as_str().unwrap_or_default()
        ))),
    }
}

async fn in_personas(session: &Session) -> Result<i64, Error> {
    let owner = session.database.owner().await?;
    let counts = demo_sql::counts().bind(&owner).all().await?;
    Ok(counts.first().and_then(|row| row["targeted_people"].as_i64()).unwrap_or_default())
}
