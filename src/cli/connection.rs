//! `rapport connection`: credentials for LinkedIn and Apify.

use clap::Subcommand;
use queries::queries::connections as sql;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    error::Error,
    import::printable,
    model::connections::{self, CallLimit, check::Reach, handover::Target},
};

use desk::{Desk, Given};

mod desk;

/// What can be done with connections.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the connections with what is known of them
    List,
    /// Shows one connection
    Show {
        /// Its name
        name: String,
    },
    /// Adds a connection: cookies, an Apify token, or a consent at LinkedIn
    Add {
        /// The team's name for it
        #[arg(long)]
        name: String,
        /// What it opens the door with
        #[command(flatten)]
        given: Given,
        /// Calls allowed a day [default: 40 with cookies, 100 for a page, 1000 for ad accounts, no limit for Apify]; none is no limit
        #[arg(long, value_name = "CALLS")]
        call_limit: Option<CallLimit>,
        /// Allows calls to LinkedIn with these cookies, which breaks its terms and can cost the account, for good
        #[arg(long)]
        allow_live_calls: bool,
    },
    /// Changes a connection: new credentials, another name, another limit
    Edit {
        /// Its name
        name: String,
        /// What it opens the door with
        #[command(flatten)]
        given: Given,
        /// The new name
        #[arg(long)]
        rename: Option<String>,
        /// Calls allowed a day, or none for no limit
        #[arg(long, value_name = "CALLS")]
        call_limit: Option<CallLimit>,
        /// Allows calls to LinkedIn with these cookies, which breaks its terms and can cost the account, for good
        #[arg(long, conflicts_with = "forbid_live_calls")]
        allow_live_calls: bool,
        /// Forbids them again
        #[arg(long)]
        forbid_live_calls: bool,
    },
    /// Checks what a connection is worth
    Validate {
        /// Its name [default: every connection]
        name: Option<String>,
        /// Asks LinkedIn with the cookies, if that was allowed for the connection
        #[arg(long)]
        live: bool,
    },
    /// Deletes a connection with its credentials
    Delete {
        /// Its name
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
}

const COLUMNS: &[Column] = &[
    Column("name", "Connection", Format::Text),
    Column("status", "Status", Format::Text),
    Column("type", "Type", Format::Text),
    Column("account", "Account", Format::Text),
    Column("calls", "Calls today", Format::Text),
    Column("ends", "Ends", Format::Text),
    Column("checked", "Checked", Format::Text),
    Column("reason", "What to know", Format::Text),
];

const FOUND: &[Column] = &[
    Column("name", "Connection", Format::Text),
    Column("status", "Status", Format::Text),
    Column("account", "Account", Format::Text),
    Column("reason", "What to know", Format::Text),
];

/// Says what whoever allows calls with cookies should know before there is one.
fn warn(name: &str) {
    let name = printable(name, 100);
    eprintln!(
        "Automated calls with a member's cookies break LinkedIn's User Agreement, and LinkedIn may close the account for good.\n\
         This allows one when cookies are given, and one whenever somebody asks: rapport connection validate {name:?} --live. \
         To forbid it again: rapport connection edit {name:?} --forbid-live-calls"
    );
}

/// Runs `rapport connection …`.
///
/// # Errors
/// As the database, the keys and the services give them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::List => list(config, &session).await,
        Verb::Show { name } => {
            let tx = session.begin().await?;
            let id = connections::id_of(&tx, &name).await?;
            let row = sql::connection_row().bind(&*tx, &id).one().await?;
            tx.commit().await?;
            show(config.json, &row)
        }
        Verb::Add { name, given, call_limit, allow_live_calls } => {
            if name.trim().is_empty() {
                return Err(Error::invalid("a connection needs a name"));
            }
            if allow_live_calls {
                warn(&name);
            }
            let desk = Desk::open(config, &session).await?;
            let kind = given.kind()?.ok_or_else(|| {
                Error::invalid("say what the connection connects to: --cookies, --apify-token or --oauth")
            })?;
            desk.take(&given, Target::New { name: &name, kind, call_limit }, allow_live_calls).await
        }
        Verb::Edit { name, given, rename, call_limit, allow_live_calls, forbid_live_calls } => {
            let tx = session.begin().await?;
            let id = connections::id_of(&tx, &name).await?;
            let mut said = Map::new();
            said.extend(rename.as_ref().map(|name| ("name".to_owned(), name.trim().into())));
            said.extend(call_limit.map(|limit| ("api_call_limit".to_owned(), limit.calls().into())));
            connections::change(&tx, id, said).await?;
            if allow_live_calls {
                warn(rename.as_deref().unwrap_or(&name));
            }
            if allow_live_calls || forbid_live_calls {
                sql::allow_probe().bind(&*tx, &allow_live_calls, &id).await?;
            }
            tx.commit().await?;
            if given.is_some() {
                let desk = Desk::open(config, &session).await?;
                return desk.take(&given, Target::Known(id), allow_live_calls).await;
            }
            let tx = session.begin().await?;
            let row = sql::connection_row().bind(&*tx, &id).one().await?;
            tx.commit().await?;
            show(config.json, &row)
        }
        Verb::Validate { name, live } => {
            let desk = Desk::open(config, &session).await?;
            validate(config, &desk, name.as_deref(), if live { Reach::Live } else { Reach::Offline }).await
        }
        Verb::Delete { name, confirm } => {
            let tx = session.begin().await?;
            let id = connections::id_of(&tx, &name).await?;
            if confirm.as_deref().map(str::to_lowercase) != Some(name.to_lowercase()) {
                return Err(Error::invalid(format!(
                    "this deletes the connection with its credentials and cancels its jobs; say that you mean it: --confirm {name:?}"
                )));
            }
            connections::delete(&tx, id).await?;
            tx.commit().await?;
            eprintln!("deleted the connection {name:?}");
            Ok(())
        }
    }
}

async fn list(config: &Config, session: &Session) -> Result<(), Error> {
    let tx = session.begin().await?;
    let rows = sql::connection_rows().bind(&*tx).all().await?;
    let alerts = sql::open_alerts().bind(&*tx).one().await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&rows);
    }
    let shown: Vec<Value> = rows.iter().map(summary).collect();
    output::print_rows(
        false,
        &shown,
        COLUMNS,
        "There is no connection. Files need none; docs/linkedin.md says what else there is.",
    )?;
    if alerts > 0 {
        eprintln!("{}: rapport alert list", words::counted(alerts as f64, "alert", "alerts"));
    }
    Ok(())
}

fn summary(row: &Value) -> Value {
    let day = |key: &str| row[key].as_str().map(|text| text.chars().take(10).collect::<String>());
    let calls = match (&row["calls_today"], &row["api_call_limit"]) {
        (calls, Value::Null) => calls.to_string(),
        (calls, limit) => format!("{calls} of {limit}"),
    };
    json!({
        "name": row["name"], "status": row["status"], "type": row["type"], "account": row["account"], "calls": calls,
        "ends": day("expires_at"), "checked": day("last_validated"), "reason": row["paused_reason"].as_str().or(row["status_reason"].as_str()),
    })
}

fn show(json: bool, row: &Value) -> Result<(), Error> {
    if json {
        return output::print_json(row);
    }
    let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let time = |key: &str| words::moment(&row[key]);
    let names: Vec<&str> = row["cookie_names"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let short = summary(row);
    let facts = [
        ("Type", text("type")),
        ("Status", format!("{} since {}", text("status"), time("status_since"))),
        ("What to know", text("status_reason")),
        ("Account", text("account")),
        ("Credentials", if row["has_credentials"] == true { "sealed".to_owned() } else { "none".to_owned() }),
        (
            "Cookies",
            if names.is_empty() { String::new() } else { format!("{} ({})", names.join(", "), text("source_format")) },
        ),
        ("Live calls", if row["type"] == "personal" { time("probe_allowed_at") } else { String::new() }),
        ("Last sent", sent(row)),
        ("Ends", time("expires_at")),
        ("Calls today", short["calls"].as_str().unwrap_or_default().to_owned()),
        (
            "Paused",
            row["paused_reason"]
                .as_str()
                .map(|why| format!("until {}: {why}", time("paused_until")))
                .unwrap_or_default(),
        ),
        ("Checked", time("last_validated")),
        ("Next check", time("validate_after")),
    ];
    output::print_text(row["name"].as_str().unwrap_or_default())?;
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        output::print_text(&format!("  {label:<13} {value}"))?;
    }
    Ok(())
}

/// When the cookies were last sent to LinkedIn, and how often in a row it has refused them.
fn sent(row: &Value) -> String {
    let last = words::moment(&row["cookies_last_used"]);
    match row["cookie_failures"].as_f64() {
        Some(failures) if failures > 0.0 && !last.is_empty() => {
            format!("{last}, refused {} in a row", words::counted(failures, "time", "times"))
        }
        _ => last,
    }
}

async fn validate(config: &Config, desk: &Desk<'_>, name: Option<&str>, reach: Reach) -> Result<(), Error> {
    let tx = desk.session.begin().await?;
    let ids: Vec<(Uuid, String)> = match name {
        Some(name) => vec![(connections::id_of(&tx, name).await?, name.to_owned())],
        None => sql::connection_rows()
            .bind(&*tx)
            .all()
            .await?
            .iter()
            .filter_map(|row| Some((row["id"].as_str()?.parse().ok()?, row["name"].as_str()?.to_owned())))
            .collect(),
    };
    tx.commit().await?;
    let mut rows = Vec::new();
    let mut problems = 0;
    for (id, name) in ids {
        let found = desk.check(id, reach).await;
        let row = match &found {
            Ok(check) => json!({"name": name, "status": check.status, "reason": check.reason, "account": check.account,
                "expires_at": check.expires_at.map(|at| at.to_string())}),
            Err(error) => {
                json!({"name": name, "status": "unknown", "reason": error.to_string(), "account": null, "expires_at": null})
            }
        };
        problems += usize::from(!matches!(row["status"].as_str(), Some("valid" | "unverified")));
        rows.push(row);
    }
    output::print_rows(config.json, &rows, FOUND, "There is no connection to check.")?;
    if problems > 0 {
        return Err(Error::Conflict(format!(
            "{} attention",
            words::counted(problems as f64, "connection needs", "connections need")
        )));
    }
    Ok(())
}
