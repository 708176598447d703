//! `rapport psql`: the database by hand.  The managed server runs only while a command uses it, so this is the way in.

use std::process::Command;

use clap::Args;

use crate::{cli::session::Session, config::Config, error::Error};

/// What `rapport psql` takes.
#[derive(Debug, Args)]
pub struct Psql {
    /// As the owner, who sees the rows of every tenant; otherwise as the service, for the tenant of --tenant alone
    #[arg(long)]
    owner: bool,
    /// What psql itself is to be given, such as -c "select * from campaign_dashboard"
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    args: Vec<String>,
}

/// Runs psql until it ends.
///
/// # Errors
/// When there is no psql, or when it ends with an error, which it has told then.
pub async fn run(config: &Config, psql: Psql) -> Result<(), Error> {
    let session = Session::open(config).await?;
    // Where the server's programs are named, psql is the one beside them.
    let beside = config.pg_bin.as_ref().map(|dir| dir.join("psql")).filter(|path| path.exists());
    let acting = format!(" -c app.tenant_id={} -c role=rapport_app", session.tenant);
    let options = ["-c search_path=public,app", if psql.owner { "" } else { &acting }].concat();
    let mut command = Command::new(beside.unwrap_or_else(|| "psql".into()));
    command.args(&psql.args).envs(session.database.of_psql()).env("PGOPTIONS", options);
    let mut child = command.spawn().map_err(|error| Error::invalid(format!("cannot start psql: {error}")))?;
    // Ctrl-C is for psql, which cancels its statement and goes on.
    tokio::spawn(async { while tokio::signal::ctrl_c().await.is_ok() {} });
    let ended = tokio::task::spawn_blocking(move || child.wait()).await;
    let status = ended.map_err(|error| Error::Internal(error.into()))??;
    if status.success() { Ok(()) } else { Err(Error::invalid(format!("psql ended with {status}"))) }
}
