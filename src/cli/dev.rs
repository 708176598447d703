//! `rapport dev`: what is of use to who works on Rapport, and is not in the help.

use std::net::Ipv4Addr;

use clap::Subcommand;

use crate::{
    cli::output,
    error::Error,
    simulators::apify::{self, Apify},
};

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Runs a simulator of Apify until it is told to stop
    Simulate {
        /// The port of this machine
        #[arg(long, default_value_t = 4001)]
        port: u16,
    },
}

/// Runs `rapport dev …`.
///
/// # Errors
/// When the port is taken.
pub async fn run(verb: Verb) -> Result<(), Error> {
    match verb {
        Verb::Simulate { port } => {
            let options = apify::Options { port, ..apify::Options::default() };
            let simulator = Apify::start(options).map_err(|error| {
                Error::Conflict(format!("port {port} of {} cannot be used: {error}", Ipv4Addr::LOCALHOST))
            })?;
            output::print_text(&format!("RAPPORT_APIFY_URL={}", simulator.url()))?;
            eprintln!(
                "Its only token is {}; what it did is at {}/_simulator. Ctrl-C ends it.",
                apify::TOKEN,
                simulator.url()
            );
            super::interrupted().await;
            Ok(())
        }
    }
}
