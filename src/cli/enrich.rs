//! `rapport enrich`: profiles for those whom it matters most to know better.

use clap::Args;
use queries::queries::enrichment as sql;

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
            ask::{self, MOST_PEOPLE, dollars},
            schedules::Every,
        },
    },
};

/// What `rapport enrich` takes.
#[derive(Debug, Args)]
pub struct Enrich {
    /// People at most
    #[arg(long, default_value_t = 100, value_name = "PEOPLE", value_parser = clap::value_parser!(i32).range(1..=i64::from(MOST_PEOPLE)))]
    max: i32,
    /// Lists who would be asked for, and why, and asks for nobody
    #[arg(long)]
    dry_run: bool,
    /// Who does it
    #[command(flatten)]
    who: actor::Named,
    /// US dollars that a run may cost at most [default: 5]
    #[arg(long, value_name = "USD", value_parser = dollars)]
    cost_limit: Option<String>,
    /// The connection to Apify [default: the one that is there]
    #[arg(long, value_name = "NAME")]
    connection: Option<String>,
    /// Again after so long, for as long as the schedule is there, such as 1d
    #[arg(long, value_name = "TIME")]
    every: Option<Every>,
    /// Runs what is due, this job included, and ends when it is done
    #[arg(long)]
    wait: bool,
}

const COLUMNS: &[Column] = &[
    Column("name", "Person", Format::Text),
    Column("reason", "Why", Format::Text),
    Column("headline", "Headline", Format::Text),
];

/// Runs `rapport enrich`.
///
/// # Errors
/// As the database gives them, and, with `--wait`, Apify.
pub async fn run(config: &Config, args: Enrich) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let chosen = args.who.choose(Subject::Profile)?;
    let tx = session.begin().await?;
    if args.dry_run {
        let rows = sql::candidate_rows().bind(&*tx, &args.max).all().await?;
        tx.commit().await?;
        return output::print_rows(
            config.json,
            &rows,
            COLUMNS,
            "Nobody needs it: everybody is known well enough, or cannot be asked for.",
        );
    }
    let connection = match &args.connection {
        Some(name) => Some(connections::id_of(&tx, name).await?),
        None => None,
    };
    let how = ask::How { chosen, cost_limit: args.cost_limit.clone(), connection, every: args.every };
    let asked = ask::enrich(&tx, args.max, how).await?;
    tx.commit().await?;
    job::follow(config, &session, &asked.jobs, args.wait).await
}
