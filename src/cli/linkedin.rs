//! `rapport linkedin`: what LinkedIn's own interfaces say, by connections with a consent.

use clap::{Args, Subcommand};

use crate::{
    cli::{job, session::Session},
    config::Config,
    error::Error,
    jobs::USUAL_SYNC_DAYS,
    model::{
        connections,
        jobs::{
            ask::{self, MOST_DAYS},
            schedules::Every,
        },
    },
};

/// What can be done with LinkedIn's interfaces.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Fetches the posts and figures of pages, and the days of ads
    Sync(Sync),
}

/// What `rapport linkedin sync` takes.
#[derive(Debug, Args)]
pub struct Sync {
    /// The connection, of type company_page or campaign_manager [default: all of them]
    #[arg(long, value_name = "NAME")]
    connection: Option<String>,
    /// Days until yesterday
    #[arg(long, default_value_t = USUAL_SYNC_DAYS, value_parser = clap::value_parser!(i32).range(1..=i64::from(MOST_DAYS)))]
    days: i32,
    /// Again after so long, for as long as the schedule is there: 6h, 1d
    #[arg(long, value_name = "TIME")]
    every: Option<Every>,
    /// Runs what is due, this included, and ends when it is done
    #[arg(long)]
    wait: bool,
}

/// Runs `rapport linkedin …`.
///
/// # Errors
/// As the database gives them, and, with `--wait`, LinkedIn.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let Verb::Sync(args) = verb;
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    let connection = match &args.connection {
        Some(name) => Some(connections::id_of(&tx, name).await?),
        None => None,
    };
    let asked = ask::sync(&tx, connection, args.days, args.every).await?;
    tx.commit().await?;
    job::follow(config, &session, &asked.jobs, args.wait).await
}
