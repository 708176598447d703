//! `rapport campaign`: what campaigns reach and what they cost.

use clap::Subcommand;
use queries::queries::{campaigns as sql, posts};
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
    values,
};

pub mod change;

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
        #[arg(value_parser = values::name)]
        name: String,
        /// What else is said of it
        #[command(flatten)]
        details: Box<change::Details>,
    },
    /// Changes a campaign: what is said; the rest stays
    Edit(Box<change::Edit>),
    /// Deletes a campaign with its figures, for good; its posts and their engagements stay
    Delete {
        /// The campaign's name or id
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
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
    Column("targeting_accuracy", "On target", Format::Share),
    Column("engagements_last_7_days", "7 days", Format::Count),
    Column("engagements_previous_7_days", "7 before", Format::Count),
    Column("targeted_engagers", "Targets", Format::Count),
    Column(GROUP, "Group", Format::Text),
    Column("spend", "Spend", Format::Money),
    Column("impressions", "Impressions", Format::Count),
    Column("proven_engagements", "In all", Format::Count),
    Column("engagement_rate", "Eng. rate", Format::Share),
    Column("cost_per_engagement", "Per eng.", Format::Money),
    Column("click_through_rate", "CTR", Format::Share),
];

const GROUP: &str = "campaign_group";

/// Persona performance as a terminal shows it.
pub const PERSONAS: &[Column] = &[
    Column("campaign", "Campaign", Format::Text),
    Column("persona", "Persona", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("people_reached", "People", Format::Count),
    Column("share_of_persona_reached", "Reached", Format::Share),
    Column("persona_people", "Of", Format::Count),
    Column("share_of_campaign", "Of campaign", Format::Share),
    Column("posts_engaged", "Posts", Format::Count),
    Column("weighted_score", "Weighted", Format::Count),
];

const POSTS: &[Column] = &[
    Column("title", "Post", Format::Text),
    Column("posted_at", "Posted", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
    Column("targeted_engagers", "Targets", Format::Count),
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
            let mut rows = sql::dashboard_rows().bind(&*tx, &None).all().await?;
            // The rows come by group; where nobody sees the groups, that order would look like none.
            if !config.json && !output::shows(&rows, DASHBOARD, GROUP) {
                rows.sort_by_key(|row| std::cmp::Reverse(row["engagements"].as_i64()));
            }
            output::print_rows(config.json, &rows, DASHBOARD, EMPTY)
        }
        Verb::Dashboard { name: Some(name) } => {
            let rows = sql::dashboard_rows().bind(&*tx, &Some(find(&tx, &name).await?.0)).all().await?;
            output::print_rows(config.json, &rows, DASHBOARD, EMPTY)
        }
        Verb::Personas { name } => {
            let id = match name {
                Some(name) => Some(find(&tx, &name).await?.0),
                None => None,
            };
            let rows = sql::campaign_personas().bind(&*tx, &id).all().await?;
            output::print_rows(config.json, &rows, PERSONAS, "no campaign has reached a persona yet")
        }
        Verb::Show { name } => show(config, &tx, &name).await,
        Verb::Create { name, details } => change::create(config, tx, &name, &details).await,
        Verb::Edit(edit) => change::edit(config, tx, &edit).await,
        Verb::Delete { name, confirm } => change::delete(config, &session, tx, &name, confirm.as_deref()).await,
    }
}

/// The id and the name of a campaign by its name or id.
///
/// # Errors
/// [`Error::NotFound`], with the names that there are.
pub async fn find(tx: &TenantTx, name: &str) -> Result<(i32, String), Error> {
    if let Some(found) = sql::campaign_by_name().bind(&**tx, &name).opt().await? {
        return Ok((found.id, found.name));
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
    let (id, _) = find(tx, name).await?;
    let dashboard = sql::dashboard_rows().bind(&**tx, &Some(id)).all().await?;
    let personas = sql::campaign_personas().bind(&**tx, &Some(id)).all().await?;
    let posts = posts::post_rows().bind(&**tx, &None, &Some(id), &i64::from(u32::MAX)).all().await?;
    let days = sql::campaign_days().bind(&**tx, &id).all().await?;
    if config.json {
        return output::print_json(
            &json!({"dashboard": dashboard.first(), "personas": personas, "posts": posts, "days": days}),
        );
    }
    let Some(campaign) = dashboard.first() else { return Ok(()) };
    words::print_fields(&facts(campaign))?;
    print_days(campaign, &days)?;
    words::print_section("Personas that it reached", &personas, &PERSONAS[1..])?;
    if posts.is_empty() {
        eprintln!("no posts in this campaign yet; rapport import FILE --post URL --campaign {name:?} brings some");
        return Ok(());
    }
    words::print_section("Posts", &words::with_days(posts, &["posted_at"]), POSTS)
}

/// A line of the past days, as many as the terminal holds.
fn print_days(campaign: &Value, days: &[Value]) -> Result<(), Error> {
    let label = |days: &[Value]| match (days.first(), days.last()) {
        (Some(first), Some(last)) => {
            format!("Engagements, {} to {}  ", words::day(&first["day"]), words::day(&last["day"]))
        }
        _ => String::new(),
    };
    // Every label is as long as another; two months of days fit most terminals.
    let room = output::width().map_or(60, |width| width.saturating_sub(label(days).len()).clamp(7, 60));
    let shown = &days[days.len().saturating_sub(room)..];
    if !shown.is_empty() {
        let counts = words::numbers(shown, "engagements");
        return output::print_text(&format!("\n{}{}", label(shown), output::sparkline(&counts)));
    }
    let last = words::day(&campaign["last_engaged_on"]);
    if !last.is_empty() {
        output::print_text(&format!("\nNothing happened in the last 90 days; the last engagement was on {last}."))?;
    }
    Ok(())
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
    let rate = |engagements: &str| match number("proven_engagements") {
        Some(proven) if proven > number("engagements").unwrap_or_default() => {
            let reported = number("reported_engagements")
                .map(|reported| format!(", {} reported by the ads", output::count(reported)));
            format!("{} in all: {engagements} known by person{}", output::count(proven), reported.unwrap_or_default())
        }
        _ => engagements.to_owned(),
    };
    let count = |key: &str| number(key).map(output::count).unwrap_or_default();
    vec![
        ("Campaign", format!("{} ({})", word("campaign"), row["campaign_id"])),
        ("Group", words::text(&row["campaign_group"])),
        ("Kind", joined([Some(word("status")), Some(word("type")), Some(word("objective"))])),
        ("Meant for", words::text(&row["personas"])),
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
