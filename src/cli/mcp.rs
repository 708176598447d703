//! `rapport mcp`: answers an assistant on stdin and stdout.

use std::sync::Arc;

use clap::Args;

use crate::{api::mcp, cli::session::Session, config::Config, error::Error, model::api_keys::Scope};

/// What `rapport mcp` takes.
#[derive(Debug, Args)]
pub struct Mcp {
    /// Lets the assistant also draft personas, segments and entries of the calendar, which wait for a person to accept them
    #[arg(long)]
    drafts: bool,
}

/// Runs `rapport mcp`.
///
/// # Errors
/// As the database gives them, and when what comes is not the protocol's.
pub async fn run(config: &Config, args: Mcp) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let scopes: &[Scope] = if args.drafts { &[Scope::Read, Scope::Write] } else { &[Scope::Read] };
    mcp::on_stdio(Arc::clone(&session.database), session.tenant, &session.actor, scopes).await
}
