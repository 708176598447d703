//! `rapport report`: what campaigns came to, behind a link for those who have no account.

use clap::Subcommand;
use jiff::civil::Date;
use queries::queries::reports as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        campaign, campaign_group,
        output::{self, Column, Format},
        persona, serve,
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    model::{
        campaign_groups as groups,
        reports::{self, LONGEST, Report, USUAL, Wanted},
    },
    values,
};

/// What can be done with reports.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the reports whose links are good, and how often each was opened
    List {
        /// Also those that have ended
        #[arg(long)]
        all: bool,
    },
    /// Shows what a report says
    Show {
        /// The report's title or id
        report: String,
    },
    /// Makes a report of the figures of this moment, and prints its link for the only time
    Create(Box<Create>),
    /// Takes the link of a report back, at once and for good
    Revoke {
        /// The report's title or id
        report: String,
    },
}

/// What a report is to say.
#[derive(Debug, clap::Args)]
pub struct Create {
    /// What stands above it
    #[arg(value_parser = values::name)]
    title: String,
    /// A campaign, by name or id; may be said several times
    #[arg(long = "campaign", value_name = "NAME", required_unless_present = "group", conflicts_with = "group")]
    campaigns: Vec<String>,
    /// All campaigns of a group, by its name or id
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Who was to be reached, by name or id; may be said several times [default: whom the campaigns are meant for, or all active personas]
    #[arg(long = "persona", value_name = "NAME")]
    personas: Vec<String>,
    /// The first day of which it speaks [default: the first that there was]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    from: Option<Date>,
    /// The last day of which it speaks [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    to: Option<Date>,
    /// Days for which the link is good
    #[arg(long, default_value_t = USUAL, value_parser = clap::value_parser!(i32).range(1..=i64::from(LONGEST)))]
    days: i32,
    /// Names the people who engaged most; without it nobody is named
    #[arg(long)]
    names: bool,
    /// Leaves out what to do next, which everything that the team ever tried speaks for
    #[arg(long)]
    without_advice: bool,
}

const COLUMNS: &[Column] = &[
    Column("title", "Report", Format::Text),
    Column("state", "State", Format::Text),
    Column("of", "Of", Format::Text),
    Column("opened", "Opened", Format::Count),
    Column("last", "Last", Format::Text),
    Column("ends", "Ends", Format::Text),
    Column("made", "Made", Format::Text),
];

const PERSONAS: &[Column] = &[
    Column("name", "Persona", Format::Text),
    Column("people", "People", Format::Bar),
    Column("engagements", "Engagements", Format::Count),
];

const COMPANIES: &[Column] = &[
    Column("name", "Company", Format::Text),
    Column("people", "People", Format::Bar),
    Column("targeted", "On target", Format::Count),
];

/// Runs `rapport report …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { all } => list(config, &tx, all).await,
        Verb::Show { report } => show(config, &tx, &report).await,
        Verb::Create(create) => make(config, tx, &create).await,
        Verb::Revoke { report } => {
            let id = find(&tx, &report).await?;
            let title = reports::revoke(&tx, id).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"id": id, "title": title}));
            }
            eprintln!("the link of {title:?} opens nothing any more");
            Ok(())
        }
    }
}

/// The id of a report by its title or id.
async fn find(tx: &TenantTx, report: &str) -> Result<Uuid, Error> {
    if let Ok(id) = report.trim().parse() {
        return Ok(id);
    }
    match sql::report_by_title().bind(&**tx, &report.trim()).all().await?.as_slice() {
        [id] => Ok(*id),
        [] => Err(Error::NotFound(format!("there is no open report {report:?}; rapport report list shows them"))),
        _ => Err(Error::invalid(format!(
            "several reports are called {report:?}; say its id (rapport report list --json)"
        ))),
    }
}

async fn list(config: &Config, tx: &TenantTx, all: bool) -> Result<(), Error> {
    let rows = sql::report_items()
        .bind(&**tx, &None, &all, &None::<&str>, &"created_at", &None, &true, &None::<&Value>, &i64::from(u32::MAX))
        .all()
        .await?;
    let rows: Vec<Value> = rows.into_iter().map(|row| row.item).collect();
    if config.json {
        return output::print_json(&rows);
    }
    let shown: Vec<Value> = rows
        .iter()
        .map(|row| {
            let of: Vec<&str> =
                row["campaigns"].as_array().into_iter().flatten().filter_map(|one| one["name"].as_str()).collect();
            json!({
                "title": row["title"], "state": row["state"], "of": of.join(", "), "opened": row["opened"],
                "last": words::moment(&row["last_opened"]), "ends": words::moment(&row["expires_at"]), "made": words::moment(&row["created_at"]),
            })
        })
        .collect();
    output::print_rows(
        false,
        &shown,
        COLUMNS,
        "There is no report. rapport report create TITLE --campaign NAME makes one.",
    )
}

async fn show(config: &Config, tx: &TenantTx, report: &str) -> Result<(), Error> {
    let Report { title, as_of, ends, content, people } = reports::read(tx, find(tx, report).await?).await?;
    if config.json {
        let people: Vec<Value> = people
            .iter()
            .map(|one| json!({"name": one.name, "about": one.about, "engagements": one.engagements}))
            .collect();
        return output::print_json(
            &json!({"title": title, "as_of": as_of, "expires_at": ends, "content": content, "people": people}),
        );
    }
    let totals = &content.totals;
    #[expect(clippy::cast_precision_loss, reason = "nobody has so many of anything")]
    let count = |number: i64| output::count(number as f64);
    let spend = totals.spend.map(|spend| format!("{} {}", output::money(spend), totals.currency));
    words::print_fields(&[
        ("Report", title),
        ("As of", words::moment(&json!(as_of))),
        ("Link ends", words::moment(&json!(ends))),
        ("People", count(totals.people)),
        ("On target", count(totals.targeted)),
        ("Companies", count(totals.companies)),
        ("Engagements", count(totals.engagements)),
        ("Spend", spend.unwrap_or_default()),
    ])?;
    let rows = |value: Value| value.as_array().cloned().unwrap_or_default();
    words::print_section("Who was to be reached", &rows(json!(content.personas)), PERSONAS)?;
    words::print_section("Where they work", &rows(json!(content.companies)), COMPANIES)
}

async fn make(config: &Config, tx: TenantTx, create: &Create) -> Result<(), Error> {
    let campaigns = if let Some(group) = &create.group {
        let (id, name) = campaign_group::find(&tx, group).await?;
        let campaigns = groups::campaigns(&tx, id, None).await?;
        if campaigns.is_empty() {
            return Err(Error::invalid(format!("no campaign is in the group {name:?}")));
        }
        campaigns
    } else {
        let mut campaigns = Vec::new();
        for name in &create.campaigns {
            campaigns.push(campaign::find(&tx, name).await?.0);
        }
        campaigns
    };
    let mut personas = Vec::new();
    for name in &create.personas {
        personas.push(persona::find(&tx, name).await?.0);
    }
    let wanted = Wanted {
        title: create.title.clone(),
        campaigns,
        personas: Some(personas).filter(|personas| !personas.is_empty()),
        days: (create.from, create.to),
        good_for: create.days,
        names_people: create.names,
        recommends: !create.without_advice,
    };
    let made = reports::make(&tx, &wanted).await?;
    tx.commit().await?;
    let link = config.page(serve::address(config), &made.path());
    if config.json {
        return output::print_json(&json!({"id": made.id, "link": link}));
    }
    let days = words::counted(create.days.into(), "day", "days");
    eprintln!("This is the link. It is shown now and never again, and opens the report to whoever has it, for {days}:");
    output::print_text(&link)?;
    if let Some(note) = config.page_note() {
        eprintln!("{note}");
    }
    Ok(())
}
