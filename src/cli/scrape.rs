//! `rapport scrape`: has an actor at Apify fetch who engaged with a post, profiles or companies.

use clap::{Args, Subcommand};
use jiff::SignedDuration;
use queries::queries::{connections as connections_sql, jobs as sql};
use serde_json::json;
use uuid::Uuid;

use crate::{
    apify::actors::Subject,
    cli::{
        actor, job,
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    error::Error,
    import::identity,
    model::connections,
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
        every: Option<String>,
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
    Column("next", "Next", Format::Text),
    Column("connection", "Connection", Format::Text),
];

pub(super) fn dollars(text: &str) -> Result<String, String> {
    let number: f64 = text.parse().map_err(|_| "US dollars are written like 2.50".to_owned())?;
    if !(0.0..=10_000.0).contains(&number) {
        return Err("0 to 10000 US dollars".to_owned());
    }
    Ok(format!("{number:.4}"))
}

/// Runs `rapport scrape …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::Post { urls, comments, campaign, every, how } => {
            for url in &urls {
                identity::post_of(url).map_err(Error::invalid)?;
            }
            let subject = if comments { Subject::Comments } else { Subject::Reactions };
            // A job a post, since not every actor says which post an item belongs to.
            let wishes = urls.into_iter().map(|url| (vec![url], campaign.clone())).collect();
            ask(config, &session, subject, wishes, every.as_deref(), how).await
        }
        Verb::Profile { urls, how } => {
            for url in &urls {
                if !matches!(identity::parse(url), Ok(identity::Link::Person(_))) {
                    return Err(Error::invalid(format!(
                        "{url:?} is no address of a profile; it looks like https://www.linkedin.com/in/…"
                    )));
                }
            }
            ask(config, &session, Subject::Profile, vec![(urls, None)], None, how).await
        }
        Verb::Company { urls, how } => ask(config, &session, Subject::Company, vec![(urls, None)], None, how).await,
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
            sql::delete_schedule().bind(&*tx, &id).one().await?;
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
        sql::set_budget().bind(&*tx, &usd.as_deref()).one().await?;
    }
    let row = sql::budget_row().bind(&*tx).one().await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&row);
    }
    let spent = row["spent"].as_f64().unwrap_or_default();
    output::print_text(&match row["monthly_budget"].as_f64() {
        Some(budget) => format!("{spent:.2} of {budget:.2} USD are spent or kept this month."),
        None => format!("{spent:.2} USD are spent or kept this month; there is no limit."),
    })
}

async fn ask(
    config: &Config,
    session: &Session,
    subject: Subject,
    wishes: Vec<(Vec<String>, Option<String>)>,
    every: Option<&str>,
    how: How,
) -> Result<(), Error> {
    let chosen = how.who.choose(subject)?;
    let every = every.map(interval).transpose()?;
    let tx = session.begin().await?;
    let connection = match &how.connection {
        Some(name) => Some(connections::id_of(&tx, name).await?),
        None => connections_sql::usable_connection().bind(&*tx, &"apify").opt().await?,
    };
    let connection = connection.ok_or_else(|| {
        Error::Conflict("there is no connection to Apify that can be used; rapport connection add --name Apify --apify-token FILE makes one".to_owned())
    })?;
    let mut ids: Vec<Uuid> = Vec::new();
    // An actor that takes one address at a time gets a job for each.
    let wishes = wishes.into_iter().flat_map(|(urls, campaign)| {
        let parts: Vec<Vec<String>> =
            if chosen.actor.takes_many() { vec![urls] } else { urls.into_iter().map(|url| vec![url]).collect() };
        parts.into_iter().map(move |urls| (urls, campaign.clone()))
    });
    for (urls, campaign) in wishes {
        let input = json!({
            "urls": urls, "url": urls.first(), "actor": chosen.actor.name, "max_items": how.max, "actor_input": chosen.input,
            "actor_fields": chosen.fields, "campaign": campaign,
        });
        if let Some(every) = &every {
            let name = format!("{} of {}", subject.job_kind(), urls.first().map_or("", String::as_str));
            sql::schedule()
                .bind(
                    &*tx,
                    &name.as_str(),
                    &subject.job_kind(),
                    &connection,
                    &input,
                    &every.as_str(),
                    &how.cost_limit.as_deref(),
                )
                .one()
                .await?;
        }
        let id = sql::enqueue_job()
            .bind(&*tx, &subject.job_kind(), &input, &Some(connection), &None, &10, &how.cost_limit.as_deref())
            .one()
            .await?;
        ids.push(id);
    }
    tx.commit().await?;
    job::follow(config, session, &ids, how.wait).await
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
    let id = sql::enqueue_job().bind(&*tx, &"apify_run", &input, &None, &None, &10, &None::<&str>).one().await?;
    tx.commit().await?;
    job::follow(config, session, &[id], true).await
}

/// 15m, 6h, 1d as an interval of PostgreSQL's.
pub(super) fn interval(text: &str) -> Result<String, Error> {
    let wrong = || Error::invalid(format!("{text:?} is no time like 6h, 1d or 7d; the shortest is 15m"));
    let span: SignedDuration = match text.strip_suffix('d').map(str::parse::<i64>) {
        Some(days) => SignedDuration::from_hours(days.map_err(|_| wrong())?.checked_mul(24).ok_or_else(wrong)?),
        None => text.parse().map_err(|_| wrong())?,
    };
    if span < SignedDuration::from_mins(15) || span > SignedDuration::from_hours(24 * 366) {
        return Err(wrong());
    }
    Ok(format!("{} seconds", span.as_secs()))
}
