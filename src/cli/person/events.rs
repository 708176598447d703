//! What changed about people: who moved, rose, or is called otherwise.

use clap::{Args, builder::PossibleValuesParser};
use queries::queries::enrichment::person_events;
use serde_json::{Value, json};

use super::find;
use crate::{
    cli::{
        output::{self, Column, Format},
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
};

/// What may change, by the words of the database.
const KINDS: [&str; 6] = ["moved_company", "new_title", "new_headline", "moved_place", "renamed", "merged"];

/// Which changes to list.
#[derive(Debug, Args)]
pub struct Events {
    /// Of one person alone: name, id, profile address or e-mail
    person: Option<String>,
    /// Of one kind alone
    #[arg(long, value_parser = PossibleValuesParser::new(KINDS), value_name = "KIND")]
    kind: Option<String>,
    /// How many
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
    limit: u32,
}

const COLUMNS: &[Column] = &[
    Column("when", "Seen by", Format::Text),
    Column("person_id", "Id", Format::Text),
    Column("name", "Name", Format::Text),
    Column("what", "What", Format::Text),
    Column("old_value", "Before", Format::Text),
    Column("new_value", "Now", Format::Text),
];

/// Lists what changed, the latest first.
///
/// # Errors
/// As the database gives them.
pub async fn events(config: &Config, tx: &TenantTx, filters: &Events) -> Result<(), Error> {
    let person = match &filters.person {
        Some(text) => Some(find(tx, text).await?.0),
        None => None,
    };
    // One more than asked for tells whether there are more.
    let most = i64::from(filters.limit) + 1;
    let mut rows = person_events().bind(&**tx, &filters.kind.as_deref(), &person, &most).all().await?;
    let limit = filters.limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let empty = "nothing is known to have changed; imports of profiles and reactions notice who moved, rose or is called otherwise";
    output::print_rows(
        config.json,
        &if config.json { rows } else { rows.iter().map(readable).collect() },
        COLUMNS,
        empty,
    )?;
    if more {
        eprintln!("there are more; --limit shows them");
    }
    Ok(())
}

fn readable(event: &Value) -> Value {
    json!({
        "when": words::day(&event["happened_at"]),
        "person_id": event["person_id"],
        "name": event["name"],
        "what": words::word(&event["kind"]),
        "old_value": event["old_value"],
        "new_value": event["new_value"],
    })
}
