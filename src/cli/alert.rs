//! `rapport alert`: what somebody has to look at.

use clap::Subcommand;
use queries::queries::connections as sql;
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    error::Error,
};

/// What can be done with alerts.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists what is wrong at this moment
    List {
        /// Also what was wrong before
        #[arg(long)]
        all: bool,
        /// How many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Says that the alerts were seen; each goes away by itself when its cause is gone
    Seen,
}

const COLUMNS: &[Column] = &[
    Column("message", "What is wrong", Format::Text),
    Column("since", "Since", Format::Text),
    Column("until", "Until", Format::Text),
];

/// Runs `rapport alert …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { all, limit } => {
            let rows = sql::alert_rows().bind(&*tx, &all, &i64::from(limit)).all().await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&rows);
            }
            let shown: Vec<Value> = rows
                .iter()
                .map(|row| {
                    let until = Some(words::moment(&row["resolved_at"])).filter(|text| !text.is_empty());
                    json!({"message": row["message"], "since": words::moment(&row["raised_at"]), "until": until})
                })
                .collect();
            output::print_rows(false, &shown, COLUMNS, "Nothing needs attention.")
        }
        Verb::Seen => {
            let seen = sql::see_alerts().bind(&*tx).await?;
            tx.commit().await?;
            eprintln!("{} seen", words::counted(seen as f64, "alert", "alerts"));
            Ok(())
        }
    }
}
