//! `rapport dev`: what is of use to who works on Rapport, and is not in the help.

use std::{net::Ipv4Addr, time::Duration};

use clap::Subcommand;

use crate::{
    cli::output,
    error::Error,
    simulators::{
        apify::{self, Apify},
        linkedin::{self, LinkedIn},
        oidc::{self, Oidc},
        smtp::Smtp,
    },
};

/// How often it is looked whether mails have come.
const LOOK: Duration = Duration::from_millis(500);

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Runs simulators of Apify, LinkedIn, a sign-in service and a mail server until they are told to stop
    Simulate {
        /// The port of this machine for Apify
        #[arg(long, default_value_t = 4001)]
        port: u16,
        /// The port of this machine for LinkedIn
        #[arg(long, default_value_t = 4002)]
        linkedin_port: u16,
        /// The port of this machine for a sign-in service, which knows you@demo.example
        #[arg(long, default_value_t = 4003)]
        service_port: u16,
        /// The port of this machine for a mail server, which delivers nothing
        #[arg(long, default_value_t = 4004)]
        mail_port: u16,
    },
}

/// Runs `rapport dev …`.
///
/// # Errors
/// When the port is taken.
pub async fn run(verb: Verb) -> Result<(), Error> {
    match verb {
        Verb::Simulate { port, linkedin_port, service_port, mail_port } => {
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
            let person =
                oidc::Person { subject: "you".to_owned(), email: "you@demo.example".to_owned(), is_verified: true };
            let service = Oidc::start(service_port, person).map_err(|error| taken(service_port, &error))?;
            output::print_text(&format!(
                "RAPPORT_OIDC_ISSUER={}\nRAPPORT_OIDC_CLIENT_ID={}\nRAPPORT_OIDC_CLIENT_SECRET={}",
                service.url(),
                oidc::CLIENT_ID,
                oidc::CLIENT_SECRET
            ))?;
            let mail = Smtp::start(mail_port).map_err(|error| taken(mail_port, &error))?;
            output::print_text(&format!("RAPPORT_SMTP_URL={}", mail.url()))?;
            let tell = async {
                let mut told = 0;
                loop {
                    let mails = mail.mails();
                    for mail in &mails[told..] {
                        eprintln!("\nA mail to {}:\n{}", mail.to.join(", "), mail.text());
                    }
                    told = mails.len();
                    tokio::time::sleep(LOOK).await;
                }
            };
            tokio::select! {
                () = super::interrupted() => {}
                () = tell => {}
            }
            Ok(())
        }
    }
}
