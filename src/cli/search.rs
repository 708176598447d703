//! `rapport search`: whatever of the tenant's holds all words of a text.

use clap::Args;
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    error::Error,
    model::search,
};

/// What `rapport search` takes.
#[derive(Debug, Args)]
pub struct Search {
    /// Words, all of which must stand in what is found, wherever; case and accents do not matter
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// How many of each kind
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000), value_name = "N")]
    limit: u16,
}

const FOUND: &[Column] = &[
    Column("kind", "Kind", Format::Text),
    Column("id", "Id", Format::Text),
    Column("name", "Name", Format::Text),
    Column("detail", "", Format::Text),
];

/// Runs `rapport search`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, args: Search) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    let groups = search::search(&tx, &args.words.join(" "), None, args.limit).await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&groups);
    }
    let rows: Vec<Value> = groups
        .iter()
        .flat_map(|group| group.items.iter().map(|one| (group.kind.name(), one)))
        .map(|(kind, one)| json!({"kind": kind, "id": one.id, "name": one.name, "detail": one.detail}))
        .collect();
    output::print_rows(false, &rows, FOUND, "nothing holds these words; fewer words, or shorter ones, find more")?;
    if groups.iter().any(|group| group.more) {
        eprintln!("there are more; --limit shows them");
    }
    Ok(())
}
