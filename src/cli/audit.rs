//! `rapport audit`: what was done that matters to security, and by whom.

use clap::Args;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    error::Error,
    model::audit::{self, Names, Wanted},
};

/// Which entries `rapport audit` shows.
#[derive(Debug, Args)]
pub struct Asked {
    /// Entries of this event, such as user.signed_in or api_key.made
    #[arg(long)]
    event: Option<String>,
    /// Entries of this actor or subject: an e-mail address, the beginning of a key, "command line", system or nobody
    #[arg(long)]
    who: Option<String>,
    /// From this moment on, such as 2026-11-01T00:00:00Z
    #[arg(long, value_name = "TIME")]
    since: Option<Timestamp>,
    /// Before this moment
    #[arg(long, value_name = "TIME")]
    until: Option<Timestamp>,
    /// Entries at most, the latest first
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..=100_000))]
    limit: i64,
}

const COLUMNS: &[Column] = &[
    Column("at", "Time (UTC)", Format::Text),
    Column("event", "Event", Format::Text),
    Column("actor", "Who", Format::Text),
    Column("subject", "To what", Format::Text),
    Column("details", "Details", Format::Text),
];

/// Runs `rapport audit`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, asked: Asked) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    let (names, _) = Names::read(&tx).await?;
    let who = asked.who.map(|who| names.id_of(&who).map_or(who.clone(), str::to_owned));
    let wanted = Wanted { event: asked.event, who, since: asked.since, until: asked.until, before: None };
    let rows = audit::rows(&tx, &wanted, asked.limit).await?;
    tx.commit().await?;
    let entries: Vec<Value> = rows.iter().map(|row| names.entry(row)).collect();
    if config.json {
        return output::print_json(&entries);
    }
    let shown: Vec<Value> = rows
        .iter()
        .zip(&entries)
        .map(|(row, entry)| {
            json!({
                "at": words::moment(&entry["happened_at"]), "event": row.event, "actor": names.of(&row.actor),
                "subject": row.subject.as_deref().map(|subject| names.of(subject)), "details": row.details.to_string(),
            })
        })
        .collect();
    output::print_rows(false, &shown, COLUMNS, "Nothing of this kind is written down.")
}
