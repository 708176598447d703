//! `rapport dev`: what is of use to who works on Rapport, and is not in the help.

use std::net::Ipv4Addr;

use clap::Subcommand;

use crate::{
    cli::output,
    error::Error,
    simulators::{
        apify::{self, Apify},
        linkedin::{self, LinkedIn},
    },
};

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Runs simulators of Apify and LinkedIn until they are told to stop
    Simulate {
        /// The port of this machine for Apify
        #[arg(long, default_value_t = 4001)]
        port: u16,
        /// The port of this machine for LinkedIn
        #[arg(long, default_value_t = 4002)]
        linkedin_port: u16,
    },
}

/// Runs `rapport dev …`.
///
/// # Errors
/// When the port is taken.
pub async fn run(verb: Verb) -> Result<(), Error> {
    match verb {
        Verb::Simulate { port, linkedin_port } => {
            let taken = |port: u16, error: &std::io::Error| {
                Error::Conflict(format!("port {port} of {} cannot be used: {error}", Ipv4Addr::LOCALHOST))
            };
            let options = apify::Options { port, ..apify::Options::default() };
            let simulator = Apify::start(options).map_err(|error| taken(port, &error))?;
            let options = linkedin::Options { port: linkedin_port, ..linkedin::Options::default() };
            let linkedin = LinkedIn::start(options).map_err(|error| taken(linkedin_port, &error))?;
            output::print_text(&format!("RAPPORT_APIFY_URL={}", simulator.url()))?;
            eprintln!(
                "Its only token is {}; what it did is at {}/_simulator. Ctrl-C ends it.",
                apify::TOKEN,
                simulator.url()
            );
            output::print_text(&format!("RAPPORT_LINKEDIN_URL={0}\nRAPPORT_LINKEDIN_API_URL={0}", linkedin.url()))?;
            eprintln!(
                "Its only app has the client id {} and the client secret {}; what it did is at {}/_simulator.",
                linkedin::CLIENT_ID,
                linkedin::CLIENT_SECRET,
                linkedin.url()
            );
            super::interrupted().await;
            Ok(())
        }
    }
}
