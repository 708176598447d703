//! `rapport dump`: a backup.  The managed server runs only while a command uses it, so pg_dump needs one that holds it open.

use std::{path::PathBuf, process::Command};

use clap::Args;
use queries::queries::tenants;
use serde_json::json;

use crate::{
    cli::{output, psql},
    config::Config,
    db::Database,
    error::Error,
    import::printable,
};

/// What `rapport dump` takes.
#[derive(Debug, Args)]
pub struct Dump {
    /// The file to write; one that is there is not overwritten
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Writes every tenant's rows, as the owner: the service's role would see one tenant's at most, and the rest would be missing
/// without a word.
///
/// # Errors
/// When there is no `pg_dump`, or when it ends with an error, which it has told then.
pub async fn run(config: &Config, dump: Dump) -> Result<(), Error> {
    let file = printable(&dump.file.to_string_lossy(), 4_096);
    if dump.file.exists() {
        return Err(Error::Conflict(format!("{file} is there already; name another file")));
    }
    // Not brought to this version first: a backup is what is made before that.
    let database = Database::connect(config)?;
    if !tenants::has_tenants().bind(&database.owner().await?).one().await? {
        return Err(Error::NotFound(
            "there is nothing of Rapport in this database yet, so there is nothing to write".to_owned(),
        ));
    }
    // Half a backup is none, and would look like one: the file bears its name only once it is whole.
    let mut part = dump.file.clone().into_os_string();
    part.push(".part");
    let mut command = Command::new(psql::program(config, "pg_dump"));
    // What LinkedIn allows to keep for two days must not live on in backups.
    command.arg("--exclude-table-data=public.page_comments");
    command.arg("--format=custom").arg("--file").arg(&part).envs(database.of_psql());
    let mut child = command.spawn().map_err(|error| Error::invalid(format!("cannot start pg_dump: {error}")))?;
    let ended = tokio::task::spawn_blocking(move || child.wait()).await;
    let status = ended.map_err(|error| Error::Internal(error.into()))??;
    if !status.success() {
        drop(std::fs::remove_file(&part));
        return Err(Error::invalid(format!("pg_dump ended with {status}")));
    }
    std::fs::rename(&part, &dump.file)?;
    if config.json {
        return output::print_json(&json!({"file": file}));
    }
    eprintln!("wrote {file}; docs/operations.md says how pg_restore brings it back");
    Ok(())
}
