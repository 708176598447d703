//! `rapport enrich`: profiles for those whom it matters most to know better.

use clap::Args;
use queries::queries::{connections as connections_sql, enrichment as sql, jobs as jobs_sql};
use serde_json::json;
use uuid::Uuid;

use crate::{
    apify::actors::Subject,
    cli::{
        actor, job,
        output::{self, Column, Format},
        scrape,
        session::Session,
    },
    config::Config,
    error::Error,
    jobs::USUAL_ENRICHMENT,
    model::connections,
};

/// What `rapport enrich` takes.
#[derive(Debug, Args)]
pub struct Enrich {
    /// People at most
    #[arg(long, default_value_t = 100, value_name = "PEOPLE", value_parser = clap::value_parser!(i32).range(1..=100_000))]
    max: i32,
    /// Lists who would be asked for, and why, and asks for nobody
    #[arg(long)]
    dry_run: bool,
    /// Who does it
    #[command(flatten)]
    who: actor::Named,
    /// US dollars that a run may cost at most [default: 5]
    #[arg(long, value_name = "USD", value_parser = scrape::dollars)]
    cost_limit: Option<String>,
    /// The connection to Apify [default: the one that is there]
    #[arg(long, value_name = "NAME")]
    connection: Option<String>,
    /// Again after so long, for as long as the schedule is there, such as 1d
    #[arg(long, value_name = "TIME")]
    every: Option<String>,
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
    let wish = |at_most: i32| {
        json!({
            "at_most": at_most, "actor": chosen.actor.name, "actor_input": chosen.input, "actor_fields": chosen.fields,
        })
    };
    let every = args.every.as_deref().map(scrape::interval).transpose()?;
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
        None => connections_sql::usable_connection().bind(&*tx, &"apify").opt().await?,
    };
    let connection = connection.ok_or_else(|| {
        Error::Conflict("there is no connection to Apify that can be used; rapport connection add --name Apify --apify-token FILE makes one".to_owned())
    })?;
    if let Some(every) = &every {
        let input = wish(args.max.min(USUAL_ENRICHMENT * 10));
        jobs_sql::schedule()
            .bind(&*tx, &"enrichment", &"enrichment", &connection, &input, &every.as_str(), &args.cost_limit.as_deref())
            .one()
            .await?;
    }
    // Each chooses its people when it begins, so none asks for those of another.
    let mut ids: Vec<Uuid> = Vec::new();
    let mut left = args.max;
    while left > 0 {
        let at_most = if chosen.actor.takes_many() { left.min(USUAL_ENRICHMENT) } else { 1 };
        let input = wish(at_most);
        let id = jobs_sql::enqueue_job()
            .bind(&*tx, &"enrichment", &input, &Some(connection), &None, &0, &args.cost_limit.as_deref())
            .one()
            .await?;
        ids.push(id);
        left -= at_most;
    }
    tx.commit().await?;
    job::follow(config, &session, &ids, args.wait).await
}
