//! `rapport api-key`: keys for programs that call `/api/v1`.

use clap::Subcommand;
use queries::queries::api_keys as sql;
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    error::Error,
    model::api_keys::{self, Scope},
    values,
};

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the keys that are good; the keys themselves are nowhere
    List {
        /// Also those that have ended
        #[arg(long)]
        all: bool,
    },
    /// Makes a key, and prints it for the only time
    Add {
        /// What it is for
        #[arg(value_parser = values::name)]
        name: String,
        /// What it may do; may be said several times
        #[arg(long = "scope", value_enum, required = true)]
        scopes: Vec<Scope>,
        /// Days until it ends by itself [default: it does not]
        #[arg(long, value_parser = clap::value_parser!(i32).range(1..=3650))]
        days: Option<i32>,
    },
    /// Ends a key at once, on every server
    Revoke {
        /// Its name, or its beginning (rapport_…)
        name: String,
    },
}

const COLUMNS: &[Column] = &[
    Column("name", "Key", Format::Text),
    Column("prefix", "Begins with", Format::Text),
    Column("scopes", "May", Format::Text),
    Column("used", "Last used", Format::Text),
    Column("ends", "Ends", Format::Text),
    Column("state", "State", Format::Text),
];

/// Runs `rapport api-key …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { all } => {
            let rows = sql::api_key_rows().bind(&*tx, &all).all().await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&rows);
            }
            let shown: Vec<Value> = rows
                .iter()
                .map(|row| {
                    json!({
                        "name": row["name"], "prefix": row["prefix"], "scopes": words::text(&row["scopes"]),
                        "used": words::moment(&row["last_used"]), "ends": words::moment(&row["expires_at"]), "state": row["state"],
                    })
                })
                .collect();
            output::print_rows(
                false,
                &shown,
                COLUMNS,
                "There is no key. rapport api-key add NAME --scope read makes one.",
            )
        }
        Verb::Add { name, scopes, days } => {
            let new = api_keys::add(&tx, &name, &scopes, days).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"id": new.id, "key": *new.key}));
            }
            eprintln!("This is the key. It is shown now and never again; whoever has it is your program:");
            output::print_text(&new.key)
        }
        Verb::Revoke { name } => {
            let revoked = sql::revoke_api_key().bind(&*tx, &name.trim()).all().await?;
            tx.commit().await?;
            if revoked.is_empty() {
                return Err(Error::NotFound(format!(
                    "there is no key {name:?} that was not revoked; rapport api-key list shows them"
                )));
            }
            if config.json {
                return output::print_json(&json!({"revoked": revoked}));
            }
            eprintln!("revoked {}", revoked.join(", "));
            Ok(())
        }
    }
}
