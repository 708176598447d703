//! `rapport campaign`: what campaigns reach and what they cost.

use clap::Subcommand;
use jiff::civil::Date;
use queries::queries::{campaigns as sql, strategies};
use serde_json::json;

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    db::TenantTx,
    error::Error,
};

/// What can be done with campaigns.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the campaigns with their numbers
    List,
    /// Shows one campaign: its numbers, its days, its personas and its posts
    Show {
        /// The campaign's name or id
        name: String,
    },
    /// Makes a campaign
    Create {
        /// The campaign's name
        name: String,
        /// The strategy that it follows, by name; rapport strategy recommend PERSONA helps to choose
        #[arg(long)]
        strategy: Option<String>,
        /// The group that it belongs to; made when there is none of this name
        #[arg(long)]
        group: Option<String>,
        /// What it is about
        #[arg(long)]
        description: Option<String>,
        /// organic, `sponsored_content`, `message_ads`, `text_ads`, `dynamic_ads` or mixed
        #[arg(long, default_value = "organic")]
        r#type: String,
        /// `brand_awareness`, `website_visits`, engagement, `video_views`, `lead_generation`, `website_conversions`, `job_applicants` or `talent_leads`
        #[arg(long)]
        objective: Option<String>,
        /// The first day
        #[arg(long, value_name = "YYYY-MM-DD")]
        start: Option<Date>,
        /// The last day
        #[arg(long, value_name = "YYYY-MM-DD")]
        end: Option<Date>,
        /// What may be spent
        #[arg(long, value_name = "AMOUNT")]
        budget: Option<String>,
        /// The budget's currency [default: the tenant's]
        #[arg(long)]
        currency: Option<String>,
    },
    /// Every campaign's numbers, or one campaign's, exact at this moment
    Dashboard {
        /// The campaign's name or id
        name: Option<String>,
    },
    /// Which personas the campaigns reach
    Personas {
        /// The campaign's name or id
        name: Option<String>,
    },
}

/// The dashboard as a terminal shows it; `--json` has every column.
pub const DASHBOARD: &[Column] = &[
    Column("campaign_group", "Group", Format::Text),
    Column("campaign", "Campaign", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeted_engagers", "Targets", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
    Column("impressions", "Impressions", Format::Count),
    Column("engagement_rate", "Eng. rate", Format::Share),
    Column("click_through_rate", "CTR", Format::Share),
    Column("spend", "Spend", Format::Money),
    Column("cost_per_engagement", "Per eng.", Format::Money),
    Column("engagements_last_7_days", "7 days", Format::Count),
    Column("engagements_previous_7_days", "before", Format::Count),
];

/// Persona performance as a terminal shows it.
pub const PERSONAS: &[Column] = &[
    Column("campaign", "Campaign", Format::Text),
    Column("persona", "Persona", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("people_reached", "People", Format::Count),
    Column("persona_people", "of", Format::Count),
    Column("share_of_persona_reached", "Reached", Format::Share),
    Column("share_of_campaign", "Of campaign", Format::Share),
    Column("posts_engaged", "Posts", Format::Count),
    Column("weighted_score", "Score", Format::Count),
];

const POSTS: &[Column] = &[
    Column("title", "Post", Format::Text),
    Column("posted_at", "Posted", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeted_engagers", "Targets", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
];

const EMPTY: &str = "no campaigns yet; rapport import FILE --post URL --campaign NAME makes one from an export";

/// Runs `rapport campaign …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List | Verb::Dashboard { name: None } => {
            let rows = sql::dashboard_rows().bind(&*tx, &None).all().await?;
            output::print_rows(config.json, &rows, DASHBOARD, EMPTY)
        }
        Verb::Dashboard { name: Some(name) } => {
            let rows = sql::dashboard_rows().bind(&*tx, &Some(find(&tx, &name).await?)).all().await?;
            output::print_rows(config.json, &rows, DASHBOARD, EMPTY)
        }
        Verb::Personas { name } => {
            let id = match name {
                Some(name) => Some(find(&tx, &name).await?),
                None => None,
            };
            let rows = sql::campaign_personas().bind(&*tx, &id).all().await?;
            output::print_rows(config.json, &rows, PERSONAS, "no campaign has reached a persona yet")
        }
        Verb::Show { name } => show(config, &tx, &name).await,
        Verb::Create { name, strategy, group, description, r#type, objective, start, end, budget, currency } => {
            if let Some(strategy) = &strategy
                && strategies::strategy_by_name().bind(&*tx, &strategy.as_str()).opt().await?.is_none()
            {
                return Err(Error::NotFound(format!(
                    "there is no strategy {strategy:?}; rapport strategy list shows them"
                )));
            }
            if let Some(group) = &group {
                sql::create_campaign_group().bind(&*tx, &group.as_str()).await?;
            }
            let id = sql::create_campaign()
                .bind(
                    &*tx,
                    &name.as_str(),
                    &description.as_deref(),
                    &r#type.as_str(),
                    &objective.as_deref(),
                    &start,
                    &end,
                    &budget.as_deref(),
                    &Some(currency.as_deref().unwrap_or(&session.currency)),
                    &group.as_deref(),
                    &strategy.as_deref(),
                )
                .one()
                .await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"campaign_id": id}));
            }
            eprintln!("made campaign {name:?}; rapport import FILE --post URL --campaign {name:?} fills it");
            Ok(())
        }
    }
}

/// The id of a campaign by its name or id.
///
/// # Errors
/// [`Error::NotFound`], with the names that there are.
pub async fn find(tx: &TenantTx, name: &str) -> Result<i32, Error> {
    if let Some(found) = sql::campaign_by_name().bind(&**tx, &name).opt().await? {
        return Ok(found.id);
    }
    let names = sql::campaign_names().bind(&**tx).all().await?;
    Err(Error::NotFound(if names.is_empty() {
        format!("there is no campaign {name:?}, nor any other yet")
    } else {
        format!("there is no campaign {name:?}; there are: {}", names.join(", "))
    }))
}

async fn show(config: &Config, tx: &TenantTx, name: &str) -> Result<(), Error> {
    let id = find(tx, name).await?;
    let dashboard = sql::dashboard_rows().bind(&**tx, &Some(id)).all().await?;
    let personas = sql::campaign_personas().bind(&**tx, &Some(id)).all().await?;
    let posts = sql::campaign_posts().bind(&**tx, &id).all().await?;
    let days = sql::campaign_days().bind(&**tx, &id).all().await?;
    if config.json {
        return output::print_json(
            &json!({"dashboard": dashboard.first(), "personas": personas, "posts": posts, "days": days}),
        );
    }
    output::print_text(&output::table(&dashboard, DASHBOARD))?;
    let counts: Vec<f64> = days.iter().filter_map(|day| day["engagements"].as_f64()).collect();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let day = |row: &serde_json::Value| row["day"].as_str().unwrap_or_default().to_owned();
        output::print_text(&format!("\nEngagements, {} to {}  {}", day(first), day(last), output::sparkline(&counts)))?;
    }
    if !personas.is_empty() {
        output::print_text(&output::table(&personas, &PERSONAS[1..]))?;
    }
    if posts.is_empty() {
        eprintln!("no posts in this campaign yet; rapport import FILE --post URL --campaign {name:?} brings some");
        return Ok(());
    }
    output::print_text(&output::table(&posts, POSTS))
}
