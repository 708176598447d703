//! What `rapport demo` ends with: a look at the first client, and what to type next.

use std::{fmt::Write as _, path::Path, sync::Arc};

use queries::queries::{campaigns, demo as sql};
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    db::Database,
    error::Error,
};

/// Where the demo is, and how it came there.
pub struct Place<'a> {
    /// The demo's folder.
    pub dir: &'a Path,
    /// The files that were imported.
    pub exports: &'a Path,
    /// Whether it was made just now.
    pub built: bool,
    /// What the scrape brought that it ended with.
    pub live: &'a Value,
    /// How long that took.
    pub seconds: f64,
}

/// The persona whose recommendations are shown.
const PERSONA: &str = "Marketing leaders";

const DASHBOARD: &[Column] = &[
    Column("campaign", "Campaign", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
    Column("engagement_rate", "Eng. rate", Format::Share),
    Column("spend", "Spend", Format::Money),
    Column("engagements_last_7_days", "7 days", Format::Count),
    Column("engagements_previous_7_days", "7 before", Format::Count),
];

const PERSONAS: &[Column] = &[
    Column("campaign", "Campaign", Format::Text),
    Column("persona", "Persona", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("people_reached", "People", Format::Count),
    Column("share_of_persona_reached", "Reached", Format::Share),
];

const TRENDS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("days", "30 days up to today", Format::Sparkline),
    Column("engagements", "Total", Format::Count),
    Column("last_7_days", "7 days", Format::Count),
    Column("previous_7_days", "7 before", Format::Count),
];

/// Prints the end.
///
/// # Errors
/// As the database gives them, or when stdout is closed.
pub async fn show(config: &Config, database: Arc<Database>, place: &Place<'_>) -> Result<(), Error> {
    let session = Session::with(database, super::plan::TENANTS[0].slug).await?;
    let owner = session.database.owner().await?;
    let counts = sql::counts().bind(&owner).all().await?;
    let tx = session.begin().await?;
    let mut dashboard = campaigns::dashboard_rows().bind(&*tx, &None).all().await?;
    let mut personas = campaigns::campaign_personas().bind(&*tx, &None).all().await?;
    let recommended = sql::recommendations().bind(&*tx, &3, &PERSONA).all().await?;
    let trends = sql::trends().bind(&*tx).all().await?;
    personas.sort_by_key(|row| std::cmp::Reverse(row["engagements"].as_i64()));
    personas.truncate(8);
    if config.json {
        return output::print_json(&json!({
            "data_dir": place.dir,
            "exports": place.exports,
            "built": place.built,
            "seconds": (place.seconds * 10.0).round() / 10.0,
            "tenants": counts,
            "scrape": place.live,
            "dashboard": dashboard,
            "personas": personas,
            "recommendations": {"persona": PERSONA, "strategies": recommended},
            "trends": trends,
        }));
    }
    dashboard.sort_by_key(|row| std::cmp::Reverse(row["engagements"].as_i64()));
    let Some(first) = counts.first() else { return Ok(()) };
    let number = |row: &Value, key: &str| output::count(row[key].as_f64().unwrap_or_default());
    let title = first["name"].as_str().unwrap_or_default();
    let print = output::print_text;
    print(&format!(
        "\n{title}: {} people, {} of them in a persona, {} posts, {} engagements in 90 days\n",
        number(first, "people"),
        number(first, "targeted_people"),
        number(first, "posts"),
        number(first, "engagements"),
    ))?;
    print(&output::table(&dashboard, DASHBOARD))?;
    print("\nA scrape a moment ago, as rapport scrape and rapport enrich do it, but by a simulated Apify\n")?;
    print(&wrapped(&scraped(place.live), 96, " "))?;
    print("\nWhich personas the campaigns reach: the strongest eight\n")?;
    print(&output::table(&personas, PERSONAS))?;
    print(&format!("\nWhat to try next for {PERSONA}\n"))?;
    for (place, row) in recommended.iter().enumerate() {
        let share = |key: &str| 100.0 * row[key].as_f64().unwrap_or_default();
        print(&format!(
            " {}. {}: {:.1} % engage with a post (90 % sure: {:.1} to {:.1} %)",
            place + 1,
            row["strategy"].as_str().unwrap_or_default(),
            share("posterior_mean"),
            share("interval_low"),
            share("interval_high"),
        ))?;
        print(&wrapped(row["recommendation_reason"].as_str().unwrap_or_default(), 92, "    "))?;
    }
    print("\nHow the personas' engagement moves\n")?;
    print(&output::table(&trends, TRENDS))?;
    next(place, counts.get(1))
}

/// What the scrape brought, in words.
fn scraped(live: &Value) -> String {
    let number = |key: &str| output::count(live[key].as_f64().unwrap_or_default());
    format!(
        "{} people reacted to the last post of {}, and {} more are in a persona now. Of those whom it matters most to know \
         better {} profiles came. At Apify both would have cost about {:.2} USD.",
        number("engagements"),
        live["campaign"].as_str().unwrap_or_default(),
        number("in_a_persona"),
        number("profiles"),
        live["billed_usd"].as_f64().unwrap_or_default(),
    )
}

/// What to type next; every line works as it stands.
fn next(place: &Place<'_>, other: Option<&Value>) -> Result<(), Error> {
    let program = program();
    let exports = place.exports.join("foxglove-motion");
    let prefix = format!("{program} --data-dir {}", quoted(place.dir));
    let mut text = format!("\nGo on from here; the demo keeps its data in {}\n", place.dir.display());
    let mut line = |what: &str, command: &str| {
        _ = writeln!(text, "\n  # {what}\n  {prefix} {command}");
    };
    line("One campaign: its days, personas and posts", "campaign show \"Launch stories\"");
    line(
        "A file that was taken in already adds nothing",
        &format!("import --posts {0}/posts.csv {0}/post_02_reactions.json", quoted(&exports)),
    );
    line("Why a strategy is recommended, with the evidence", "strategy recommend \"Technology leaders\"");
    line("Who a persona finds, and why", "persona show \"Founders and owners\"");
    line("What the scrape and the enrichment did, and what they cost", "job list");
    line("Every number equals a recount of its rows", "doctor metrics");
    if let Some(other) = other {
        let slug = other["tenant"].as_str().unwrap_or_default();
        line(
            &format!("The agency's other client, {}", other["name"].as_str().unwrap_or_default()),
            &format!("--tenant {slug} dashboard"),
        );
    }
    _ = write!(
        text,
        "\n  # Your own data: export the reactions to a post, then\n  {program} import FILE --post URL --campaign NAME"
    );
    output::print_text(&text)
}

/// How the user can call this program again.
fn program() -> String {
    let here = std::env::current_dir().unwrap_or_default();
    if std::env::current_exe().is_ok_and(|exe| exe.starts_with(here.join("target"))) && here.join("rapport").is_file() {
        // Started by the script, which the user knows it by.
        return "./rapport".to_owned();
    }
    let called = std::env::args().next().filter(|called| !called.is_empty());
    called.map_or_else(|| "rapport".to_owned(), |called| quoted(Path::new(&called)))
}

/// A path as a shell reads it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || "/._-+~".contains(c));
    if is_plain { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

/// Text in lines of at most so many characters.
fn wrapped(text: &str, width: usize, indent: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if !lines[last].is_empty() && lines[last].chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !lines[last].is_empty() {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        }
    }
    lines.iter().map(|line| format!("{indent}{line}")).collect::<Vec<_>>().join("\n")
}
