//! `rapport campaign`: what campaigns reach and what they cost.

use clap::Subcommand;
use jiff::civil::Date;
use queries::queries::{campaigns as sql, strategies};
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
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
    Column("campaign", "Campaign", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeted_engagers", "Targets", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
    Column("engagements_last_7_days", "7 days", Format::Count),
    Column("engagements_previous_7_days", "7 before", Format::Count),
    Column("campaign_group", "Group", Format::Text),
    Column("spend", "Spend", Format::Money),
    Column("impressions", "Impressions", Format::Count),
    Column("reported_engagements", "Reported", Format::Count),
    Column("engagement_rate", "Eng. rate", Format::Share),
    Column("cost_per_engagement", "Per eng.", Format::Money),
    Column("click_through_rate", "CTR", Format::Share),
];

/// Persona performance as a terminal shows it.
pub const PERSONAS: &[Column] = &[
    Column("campaign", "Campaign", Format::Text),
    Column("persona", "Persona", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("people_reached", "People", Format::Count),
    Column("persona_people", "Of", Format::Count),
    Column("share_of_persona_reached", "Reached", Format::Share),
    Column("share_of_campaign", "Of campaign", Format::Share),
    Column("posts_engaged", "Posts", Format::Count),
    Column("weighted_score", "Weighted", Format::Count),
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
    Err(words::unknown(
        "campaign",
        name,
        &names,
        if names.is_empty() { EMPTY } else { "rapport campaign list shows all" },
    ))
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
    let Some(campaign) = dashboard.first() else { return Ok(()) };
    words::print_fields(&facts(campaign))?;
    // Two months of days fit every terminal.
    let days = &days[days.len().saturating_sub(60)..];
    let counts: Vec<f64> = days.iter().filter_map(|day| day["engagements"].as_f64()).collect();
    if let (Some(first), Some(last)) = (days.first(), days.last()) {
        let day = |row: &serde_json::Value| row["day"].as_str().unwrap_or_default().to_owned();
        output::print_text(&format!("\nEngagements, {} to {}  {}", day(first), day(last), output::sparkline(&counts)))?;
    }
    words::print_section("Personas that it reached", &personas, &PERSONAS[1..])?;
    if posts.is_empty() {
        eprintln!("no posts in this campaign yet; rapport import FILE --post URL --campaign {name:?} brings some");
        return Ok(());
    }
    words::print_section("Posts", &words::with_days(posts, &["posted_at"]), POSTS)
}

/// What a campaign is, and what it came to.
fn facts(row: &Value) -> Vec<(&'static str, String)> {
    let word = |key: &str| words::word(&row[key]);
    let number = |key: &str| row[key].as_f64();
    let share = |key: &str| number(key).map(|share| format!("{:.1} %", 100.0 * share));
    let joined = |parts: [Option<String>; 3]| {
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let amount = |key: &str| {
        let currency = if key == "budget" { "currency" } else { "spend_currency" };
        number(key).map(|amount| format!("{} {}", output::money(amount), word(currency)))
    };
    let dates = match (words::day(&row["start_date"]), words::day(&row["end_date"])) {
        (start, end) if start.is_empty() && end.is_empty() => String::new(),
        (start, end) if end.is_empty() => format!("from {start}"),
        (start, end) if start.is_empty() => format!("to {end}"),
        (start, end) => format!("{start} to {end}"),
    };
    let kpi = &row["primary_kpi"];
    let key_figure = words::figure(kpi, &row["kpi_actual"]).map(|actual| {
        let target = words::figure(kpi, &row["kpi_target"]).map(|target| format!("target {target}"));
        let benchmark = words::benchmark(row).map(|benchmark| format!("benchmark {benchmark}"));
        joined([Some(format!("{} {actual}", word("primary_kpi"))), target, benchmark])
    });
    let rate = |engagements: &str| match number("reported_engagements") {
        Some(reported) if reported > number("engagements").unwrap_or_default() => {
            format!("{engagements} known by person, {} reported by the ads", output::count(reported))
        }
        _ => engagements.to_owned(),
    };
    let count = |key: &str| number(key).map(output::count).unwrap_or_default();
    vec![
        ("Campaign", format!("{} ({})", word("campaign"), row["campaign_id"])),
        ("Group", words::text(&row["campaign_group"])),
        ("Kind", joined([Some(word("status")), Some(word("type")), Some(word("objective"))])),
        ("Strategy", words::text(&row["strategy"])),
        ("Dates", dates),
        ("Budget", joined([amount("budget"), share("budget_utilization").map(|share| format!("{share} spent")), None])),
        ("Key figure", key_figure.unwrap_or_default()),
        ("Engagements", rate(&count("engagements"))),
        ("People", count("unique_engagers")),
        ("On target", joined([Some(count("targeted_engagers")), share("targeting_accuracy"), None])),
        (
            "Impressions",
            joined([
                number("impressions").map(output::count),
                share("engagement_rate").map(|share| format!("{share} engaged")),
                None,
            ]),
        ),
        ("Clicks", joined([number("clicks").map(output::count), share("click_through_rate"), None])),
        (
            "Spend",
            joined([
                amount("spend"),
                amount("cost_per_engagement").map(|cost| format!("{cost} an engagement")),
                amount("cost_per_click").map(|cost| format!("{cost} a click")),
            ]),
        ),
        (
            "7 days",
            format!("{}, {} in the 7 before", count("engagements_last_7_days"), count("engagements_previous_7_days")),
        ),
    ]
}
