//! `rapport scrape`: has an actor at Apify fetch who engaged with a post, profiles or companies.

use clap::{Args, Subcommand};
use queries::queries::jobs as sql;
use serde_json::json;

use crate::{
    apify::actors::Subject,
    cli::{
        actor, job,
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    error::Error,
    model::{
        connections,
        jobs::{
            ask::{self, dollars},
            schedules::{self, Every},
            set_budget,
        },
    },
};

/// What can be scraped.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Who reacted to posts, or commented on them
    Post {
        /// The addresses of the posts
        #[arg(required = true, value_name = "URL")]
        urls: Vec<String>,
        /// Who commented, instead of who reacted
        #[arg(long)]
        comments: bool,
        /// The campaign into which the posts go
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// Again after so long, for as long as the schedule is there: 6h, 1d, 7d
        #[arg(long, value_name = "TIME")]
        every: Option<Every>,
        /// How it is done
        #[command(flatten)]
        how: How,
    },
    /// Profiles of people
    Profile {
        /// The addresses of the profiles
        #[arg(required = true, value_name = "URL")]
        urls: Vec<String>,
        /// How it is done
        #[command(flatten)]
        how: How,
    },
    /// Companies
    Company {
        /// The addresses of the companies
        #[arg(required = true, value_name = "URL")]
        urls: Vec<String>,
        /// How it is done
        #[command(flatten)]
        how: How,
    },
    /// Lists what comes again
    Schedules,
    /// Ends what comes again
    Unschedule {
        /// The schedule's name
        name: String,
    },
    /// Says what may be spent in a calendar month (UTC), or shows it
    Budget {
        /// US dollars, or none for no limit
        usd: Option<String>,
    },
}

/// How something is scraped.
#[derive(Debug, Args)]
pub struct How {
    /// Who does it
    #[command(flatten)]
    who: actor::Named,
    /// The most items
    #[arg(long, value_name = "ITEMS", value_parser = clap::value_parser!(u32).range(1..))]
    max: Option<u32>,
    /// US dollars that a run may cost at most [default: 5]
    #[arg(long, value_name = "USD", value_parser = dollars)]
    cost_limit: Option<String>,
    /// The connection to Apify [default: the one that is there]
    #[arg(long, value_name = "NAME")]
    connection: Option<String>,
    /// Runs what is due, this job included, and ends when it is done
    #[arg(long)]
    wait: bool,
}

const SCHEDULES: &[Column] = &[
    Column("name", "Schedule", Format::Text),
    Column("kind", "Kind", Format::Text),
    Column("every", "Every", Format::Text),
    Column("state", "State", Format::Text),
    Column("next", "Next", Format::Text),
    Column("connection", "Connection", Format::Text),
];

/// Runs `rapport scrape …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::Post { urls, comments, campaign, every, how } => {
            let subject = if comments { Subject::Comments } else { Subject::Reactions };
            ask(config, &session, subject, urls, campaign.as_deref(), every, how).await
        }
        Verb::Profile { urls, how } => ask(config, &session, Subject::Profile, urls, None, None, how).await,
        Verb::Company { urls, how } => ask(config, &session, Subject::Company, urls, None, None, how).await,
        Verb::Schedules => {
            let tx = session.begin().await?;
            let rows = sql::schedule_rows().bind(&*tx).all().await?;
            tx.commit().await?;
            output::print_rows(
                config.json,
                &rows,
                SCHEDULES,
                "Nothing comes again; rapport scrape post … --every 1d makes it.",
            )
        }
        Verb::Unschedule { name } => {
            let tx = session.begin().await?;
            let id = sql::schedule_id().bind(&*tx, &name.trim()).opt().await?;
            let id = id.ok_or_else(|| {
                Error::NotFound(format!("there is no schedule {name:?}; rapport scrape schedules shows them"))
            })?;
            schedules::delete(&tx, id).await?;
            tx.commit().await?;
            eprintln!("it does not come again");
            Ok(())
        }
        Verb::Budget { usd } => budget(config, &session, usd.as_deref()).await,
    }
}

async fn budget(config: &Config, session: &Session, usd: Option<&str>) -> Result<(), Error> {
    let tx = session.begin().await?;
    if let Some(usd) = usd {
        let usd = if usd == "none" { None } else { Some(dollars(usd).map_err(Error::invalid)?) };
        set_budget(&tx, usd.as_deref()).await?;
    }
    let row = sql::budget_row().bind(&*tx).one().await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&row);
    }
    let spent = row["spent"].as_f64().unwrap_or_default();
    output::print_text(&match row["monthly_budget"].as_f64() {
        Some(budget) => format!("{spent:.2} of {budget:.2} USD are spent or reserved this month."),
        None => format!("{spent:.2} USD are spent or reserved this month; there is no limit."),
    })
}

async fn ask(
    config: &Config,
    session: &Session,
    subject: Subject,
    urls: Vec<String>,
    campaign: Option<&str>,
    every: Option<Every>,
    how: How,
) -> Result<(), Error> {
    let chosen = how.who.choose(subject)?;
    let tx = session.begin().await?;
    let connection = match &how.connection {
        Some(name) => Some(connections::id_of(&tx, name).await?),
        None => None,
    };
    let meant = ask::How { chosen, cost_limit: how.cost_limit.clone(), connection, every };
    let asked = ask::scrape(&tx, &urls, how.max, campaign, meant).await?;
    tx.commit().await?;
    job::follow(config, session, &asked.jobs, how.wait).await
}

/// Takes in what a run found that somebody else started.
///
/// # Errors
/// As the database and Apify give them.
pub async fn take_in(
    config: &Config,
    session: &Session,
    run: &str,
    post: Option<&str>,
    campaign: Option<&str>,
) -> Result<(), Error> {
    if run.is_empty() || run.len() > 64 || !run.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Error::invalid(
            "a run's id is one word of letters and digits; Apify's console shows it with the run",
        ));
    }
    let input = json!({ "run": run, "post": post, "campaign": campaign });
    let tx = session.begin().await?;
    let id = sql::enqueue_job().bind(&*tx, &"apify_run", &input, &None, &None, &10, &None::<&str>, &None).one().await?;
    tx.commit().await?;
    job::follow(config, session, &[id], true).await
}
