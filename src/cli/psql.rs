//! `rapport psql`: the database by hand.  The managed server runs only while a command uses it, so this is the way in.

use std::{path::PathBuf, process::Command};

use clap::Args;
use rapport_database::cluster::find_binaries;

use crate::{
    cli::session::Session,
    config::{Config, Target},
    error::Error,
};

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
    let acting = format!(" -c app.tenant_id={} -c role=rapport_app", session.tenant);
    let options = ["-c search_path=public,app", if psql.owner { "" } else { &acting }].concat();
    let mut command = Command::new(program(config, "psql"));
    command.args(&psql.args).envs(session.database.of_psql()).env("PGOPTIONS", options);
    let mut child = command.spawn().map_err(|error| Error::invalid(format!("cannot start psql: {error}")))?;
    // Ctrl-C is for psql, which cancels its statement and goes on.
    tokio::spawn(async { while tokio::signal::ctrl_c().await.is_ok() {} });
    let ended = tokio::task::spawn_blocking(move || child.wait()).await;
    let status = ended.map_err(|error| Error::Internal(error.into()))??;
    if status.success() { Ok(()) } else { Err(Error::invalid(format!("psql ended with {status}"))) }
}

/// One of PostgreSQL's programs: beside the server's, where we run the server, so that their versions fit; else as it is found.
pub(super) fn program(config: &Config, name: &str) -> PathBuf {
    let named = config.pg_bin.clone();
    let found = || match config.target() {
        Ok(Target::Managed(_)) => find_binaries(None).ok().map(|binaries| binaries.dir().to_owned()),
        _ => None,
    };
    let beside = named.or_else(found).map(|dir| dir.join(name)).filter(|path| path.exists());
    beside.unwrap_or_else(|| name.into())
}
