//! `rapport linkedin`: what LinkedIn's own interfaces say, by connections with a consent.

use clap::{Args, Subcommand};
use queries::queries::{connections as connections_sql, jobs as sql};
use serde_json::json;
use uuid::Uuid;

use crate::{
    cli::{job, scrape, session::Session},
    config::Config,
    error::Error,
    jobs::USUAL_SYNC_DAYS,
    model::connections,
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
    #[arg(long, default_value_t = USUAL_SYNC_DAYS, value_parser = clap::value_parser!(i32).range(1..=365))]
    days: i32,
    /// Again after so long, for as long as the schedule is there: 6h, 1d
    #[arg(long, value_name = "TIME")]
    every: Option<String>,
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
    let every = args.every.as_deref().map(scrape::interval).transpose()?;
    let tx = session.begin().await?;
    let chosen = match &args.connection {
        Some(name) => {
            let id = connections::id_of(&tx, name).await?;
            let found = connections_sql::syncable_connections().bind(&*tx, &Some(id)).all().await?;
            if found.is_empty() {
                return Err(Error::Conflict(format!(
                    "{name:?} is no connection with a consent of LinkedIn's; those of type company_page and campaign_manager are"
                )));
            }
            found
        }
        None => connections_sql::syncable_connections().bind(&*tx, &None).all().await?,
    };
    if chosen.is_empty() {
        return Err(Error::Conflict(
            "there is no connection to LinkedIn that can be used; docs/linkedin.md says how to make an app, and rapport connection add --name Page --oauth … connects it".to_owned(),
        ));
    }
    let input = json!({ "days": args.days });
    let mut ids: Vec<Uuid> = Vec::new();
    for connection in &chosen {
        if let Some(every) = &every {
            let name = format!("sync of {}", connection.name);
            sql::schedule()
                .bind(&*tx, &name.as_str(), &"sync", &connection.id, &input, &every.as_str(), &None::<&str>)
                .one()
                .await?;
        }
        let id = sql::enqueue_job()
            .bind(&*tx, &"sync", &input, &Some(connection.id), &None, &10, &None::<&str>)
            .one()
            .await?;
        ids.push(id);
    }
    tx.commit().await?;
    job::follow(config, &session, &ids, args.wait).await
}
