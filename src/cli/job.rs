//! `rapport job`: what waits, runs, and was done.

use std::time::Duration;

use clap::Subcommand;
use queries::queries::jobs as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
        worker::{self, WorkerArgs},
    },
    config::Config,
    db::TenantTx,
    error::Error,
    model::jobs,
};

/// How often it is looked whether somebody else has done a job.
const LOOK: Duration = Duration::from_secs(1);
/// Jobs that are put off for no longer than that are waited for.
const LOOK_AGAIN: Duration = Duration::from_mins(3);

/// What can be done with jobs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the jobs, the newest first
    List {
        /// Of this kind
        #[arg(long)]
        kind: Option<String>,
        /// In this state: pending, running, completed, failed, dead, cancelled, parked
        #[arg(long)]
        state: Option<String>,
        /// How many
        #[arg(long, default_value_t = 30)]
        limit: u32,
    },
    /// Shows one job
    Show {
        /// Its id, or how it begins
        id: String,
    },
    /// Makes a job due at once that failed, was cancelled, or waits
    Retry {
        /// Its id, or how it begins
        id: String,
    },
    /// Cancels a job; one that runs is asked to end
    Cancel {
        /// Its id, or how it begins
        id: String,
    },
    /// Runs what is due, of all tenants, and ends
    Run(WorkerArgs),
}

const COLUMNS: &[Column] = &[
    Column("short", "Job", Format::Text),
    Column("kind", "Kind", Format::Text),
    Column("state", "State", Format::Text),
    Column("about", "About", Format::Text),
    Column("found", "Found", Format::Count),
    Column("created", "New", Format::Count),
    Column("cost", "USD", Format::Text),
    Column("when", "When", Format::Text),
    Column("error", "What to know", Format::Text),
];

/// Runs `rapport job …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    if let Verb::Run(args) = verb {
        return worker::run_until_idle(config, args).await;
    }
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { kind, state, limit } => {
            let rows = sql::job_rows().bind(&*tx, &kind.as_deref(), &state.as_deref(), &i64::from(limit)).all().await?;
            let counts = sql::job_counts().bind(&*tx).all().await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&rows);
            }
            print(&rows)?;
            let counts: Vec<String> =
                counts.iter().map(|count| format!("{} {}", output::count(count.jobs as f64), count.state)).collect();
            if counts.len() > 1 {
                eprintln!("{}", counts.join(", "));
            }
            Ok(())
        }
        Verb::Show { id } => {
            let id = find(&tx, &id).await?;
            let row = sql::job_row().bind(&*tx, &id).one().await?;
            tx.commit().await?;
            if config.json { output::print_json(&row) } else { show(&row) }
        }
        Verb::Retry { id } => {
            let id = find(&tx, &id).await?;
            jobs::retry(&tx, id).await?;
            tx.commit().await?;
            eprintln!("the job is due now; a worker takes it, or: rapport job run");
            Ok(())
        }
        Verb::Cancel { id } => {
            let id = find(&tx, &id).await?;
            let is_over = jobs::cancel(&tx, id).await?;
            tx.commit().await?;
            eprintln!("{}", if is_over { "cancelled" } else { "a worker ends it, and what it has begun" });
            Ok(())
        }
        Verb::Run(_) => Ok(()),
    }
}

/// Prints jobs as a table.
///
/// # Errors
/// When stdout is closed.
pub fn print(rows: &[Value]) -> Result<(), Error> {
    let shown: Vec<Value> = rows.iter().map(summary).collect();
    output::print_rows(
        false,
        &shown,
        COLUMNS,
        "There is no such job. What makes one: rapport scrape, rapport linkedin sync, rapport enrich.",
    )
}

/// The job whose id begins so.
async fn find(tx: &TenantTx, id: &str) -> Result<Uuid, Error> {
    let prefix = id.trim().to_lowercase();
    if prefix.len() < 4 || !prefix.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
        return Err(Error::invalid(
            "a job's id is named by its first four characters or more; rapport job list shows them",
        ));
    }
    match sql::find_jobs().bind(&**tx, &prefix.as_str()).all().await?[..] {
        [id] => Ok(id),
        [] => Err(Error::NotFound(format!("there is no job {id}; rapport job list shows them"))),
        _ => Err(Error::invalid(format!("more than one job begins with {id}; write more of its id"))),
    }
}

fn summary(row: &Value) -> Value {
    let moment = |key: &str| Some(words::moment(&row[key])).filter(|text| !text.is_empty());
    let about = row["input"]["url"].as_str().or(row["connection"].as_str());
    let percent = row["progress"].as_f64().filter(|_| row["state"] == "running");
    json!({
        "short": row["id"].as_str().unwrap_or_default().get(..8),
        "kind": row["kind"],
        "state": percent.map_or_else(|| row["state"].clone(), |share| json!(format!("running, {:.0} %", 100.0 * share))),
        "about": about,
        "found": row["found"],
        "created": row["created"],
        "cost": row["cost"].as_f64().map(|cost| format!("{cost:.4}")),
        "when": moment("finished_at").or_else(|| moment("started_at")).or_else(|| moment("run_at")),
        "error": row["error"],
    })
}

fn show(row: &Value) -> Result<(), Error> {
    output::print_text(&format!(
        "{} {}",
        row["kind"].as_str().unwrap_or_default(),
        row["id"].as_str().unwrap_or_default()
    ))?;
    let plain = |key: &str| match &row[key] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let facts = [
        ("State", plain("state")),
        ("What to know", plain("error")),
        ("Connection", plain("connection")),
        ("Schedule", plain("schedule")),
        ("Input", plain("input")),
        ("Attempts", format!("{} of {}", plain("attempts"), plain("max_attempts"))),
        ("Calls", plain("calls")),
        ("Apify run", plain("apify_run_id")),
        ("USD", plain("cost")),
        ("Found", plain("found")),
        ("New", plain("created")),
        ("Changed", plain("updated")),
        ("Due", words::moment(&row["run_at"])),
        ("Begun", words::moment(&row["started_at"])),
        ("Ended", words::moment(&row["finished_at"])),
    ];
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty() && value != "{}") {
        output::print_text(&format!("  {label:<13} {value}"))?;
    }
    Ok(())
}

/// What a worker did, in words.
#[must_use]
pub fn in_words(attempts: &std::collections::BTreeMap<String, u64>) -> String {
    if attempts.is_empty() {
        return "Nothing was due.".to_owned();
    }
    let parts: Vec<String> =
        attempts.iter().map(|(state, count)| format!("{count} {}", state.replace('_', " "))).collect();
    format!("{}: {}", words::counted(attempts.values().sum::<u64>() as f64, "attempt", "attempts"), parts.join(", "))
}

/// Says which jobs are waiting, or works until they are done and says what became of them.
///
/// # Errors
/// As the jobs end: [`Error::Conflict`], when one of them did not end well.
pub async fn follow(config: &Config, session: &Session, ids: &[Uuid], is_waited_for: bool) -> Result<(), Error> {
    if is_waited_for {
        return wait(config, session, ids).await;
    }
    if config.json {
        return output::print_json(&json!({ "jobs": ids }));
    }
    let short: Vec<String> = ids.iter().map(|id| id.to_string()[..8].to_owned()).collect();
    let waiting = words::counted(ids.len() as f64, "job is waiting", "jobs are waiting");
    output::print_text(&format!("{waiting}: {}", short.join(", ")))?;
    eprintln!("A worker runs them (rapport worker), or at once: rapport job run");
    Ok(())
}

/// Whether somebody has a job in hand, or looks at it again before long.
fn goes_on(row: &Value) -> bool {
    let soon = jiff::Timestamp::now() + LOOK_AGAIN;
    match row["state"].as_str() {
        Some("running") => true,
        Some("parked") if row["apify_run_id"].is_string() => {
            row["run_at"].as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok()).is_some_and(|at| at < soon)
        }
        _ => false,
    }
}

/// Works until the jobs are done, and says what became of them.
async fn wait(config: &Config, session: &Session, ids: &[Uuid]) -> Result<(), Error> {
    let bar = output::counter("jobs");
    let rows = loop {
        worker::work(config, WorkerArgs::default()).await?;
        let tx = session.begin().await?;
        let mut rows = Vec::new();
        for id in ids {
            rows.push(sql::job_row().bind(&*tx, id).one().await?);
        }
        tx.commit().await?;
        // Another worker may have one of them.
        if !rows.iter().any(goes_on) {
            break rows;
        }
        tokio::time::sleep(LOOK).await;
    };
    bar.finish_and_clear();
    if config.json {
        output::print_json(&rows)?;
    } else {
        print(&rows)?;
    }
    let bad = rows.iter().filter(|row| row["state"] != "completed").count();
    if bad > 0 {
        return Err(Error::Conflict(format!(
            "{} not done; rapport job show says why",
            words::counted(bad as f64, "job is", "jobs are")
        )));
    }
    Ok(())
}
