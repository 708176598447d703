//! `rapport migrate`: the database brought to the version of this program.

use rapport_database::deploy;
use serde_json::{Value, json};

use crate::{
    cli::output::{self, Column, Format},
    config::Config,
    db::{Database, deploy_error},
    error::Error,
};

const COLUMNS: &[Column] = &[
    Column("table", "Table", Format::Text),
    Column("outcome", "Outcome", Format::Text),
    Column("rows", "Rows", Format::Count),
    Column("detail", "What that means", Format::Text),
];

/// Runs `rapport migrate`.
///
/// # Errors
/// When a migration does not run; the database is then as it was.
pub async fn run(config: &Config) -> Result<(), Error> {
    let database = Database::connect(config)?;
    let mut owner = database.owner().await?;
    let done = deploy::migrate(&mut owner).await.map_err(deploy_error)?;
    let adopted: Vec<Value> = done
        .adopted
        .iter()
        .map(|line| json!({"table": line.table, "outcome": line.outcome, "rows": line.rows, "detail": line.detail}))
        .collect();
    if config.json {
        return output::print_json(&json!({
            "version": done.version, "migrations": done.migrations, "checked": done.checked, "app_replaced": done.app_replaced, "adopted": adopted,
        }));
    }
    for migration in &done.migrations {
        eprintln!("applied {migration}");
    }
    for migration in &done.checked {
        eprintln!("checked {migration}, which was there already");
    }
    if done.app_replaced {
        eprintln!("replaced the schema app");
    }
    if !adopted.is_empty() {
        if done.adopted.iter().any(|line| line.outcome != "replaced") {
            eprintln!("taken over from the prototype, whose own tables are kept in the schema prototype:");
        } else {
            eprintln!("what became of what was there before:");
        }
        output::print_text(&output::table(&adopted, COLUMNS))?;
    }
    if done.migrations.is_empty() && done.checked.is_empty() && !done.app_replaced {
        eprintln!("nothing to do: the database is at version {}", done.version);
    } else {
        eprintln!("the database is at version {}", done.version);
    }
    Ok(())
}
