//! The command line: `rapport <noun> <verb>`, one file a noun.
//!
//! Data goes to stdout and talk to stderr; `--json` makes every read machine-readable; the exit code is 0, 1 for what the
//! caller can mend, or 2 for what went wrong on our side.

use std::{
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
    time::Duration,
};

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, error::ErrorKind};

use tracing::Level;

use crate::{config::Config, error::Error, log};

mod actor;
mod ad;
pub mod alert;
pub mod api_key;
pub mod audience;
pub mod audit;
pub mod bench;
pub mod campaign;
pub mod campaign_group;
pub mod company;
pub mod connection;
pub mod custom_audience;
pub mod demo;
pub mod dev;
pub mod doctor;
pub mod dump;
pub mod endpoint;
pub mod enrich;
pub mod headline;
pub mod hook;
pub mod import;
pub mod input;
pub mod job;
pub mod keys;
pub mod linkedin;
pub mod mcp;
pub mod migrate;
pub mod output;
pub mod page;
pub mod person;
pub mod persona;
pub mod post;
pub mod psql;
pub mod report;
pub mod scrape;
pub mod search;
pub mod serve;
pub mod session;
pub mod strategy;
pub mod tenant;
pub mod trends;
pub mod user;
pub mod words;
pub mod worker;

/// Rapport shows which of your ideal customers your LinkedIn campaigns really reach.
#[derive(Debug, Parser)]
#[command(name = "rapport", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    config: Config,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Campaigns: list, show, create, edit, delete, dashboard, personas
    #[command(subcommand)]
    Campaign(campaign::Verb),
    /// Groups of campaigns: list, show, create, edit, delete
    #[command(subcommand)]
    Group(campaign_group::Verb),
    /// Every campaign's numbers, exact at this moment
    Dashboard,
    /// Personas, the kinds of buyer whom you want: list, show, add, edit, preview, delete
    #[command(subcommand)]
    Persona(persona::Verb),
    /// People who engaged: list, show, pin, exclude, release, delete
    #[command(subcommand)]
    Person(person::Verb),
    /// Companies where they work: list, show
    #[command(subcommand)]
    Company(company::Verb),
    /// Posts that they engaged with: list, show, add, delete
    #[command(subcommand)]
    Post(post::Verb),
    /// Ads with what they cost: list, show, add, change, delete, days
    #[command(subcommand)]
    Ad(ad::Verb),
    /// Strategies for campaigns: list, show, performance, recommend, rate
    #[command(subcommand)]
    Strategy(strategy::Verb),
    /// What campaigns came to, behind a link for a client: list, show, create, revoke
    #[command(subcommand)]
    Report(report::Verb),
    /// Finds people, companies, campaigns, personas and whatever else has a name, by words
    Search(search::Search),
    /// Thirty days of every persona
    Trends(trends::Trends),
    /// Tenants: list, add, delete
    #[command(subcommand)]
    Tenant(tenant::Verb),
    /// Who signs in to the pages: list, add, role, link, unbind, remove, disable, enable, sign-out, delete
    #[command(subcommand)]
    User(user::Verb),
    /// Keys for programs that call /api/v1: list, add, revoke
    #[command(subcommand)]
    ApiKey(api_key::Verb),
    /// What was done that matters to security, by whom and to what
    Audit(audit::Asked),
    /// Takes files in: reactions, comments, posts lists, connections, ad and demographics reports
    Import(import::Import),
    /// Credentials for LinkedIn and Apify: list, show, add, edit, validate, delete
    #[command(subcommand)]
    Connection(connection::Verb),
    /// Has Apify fetch who engaged with a post, profiles, companies: post, profile, company
    #[command(subcommand)]
    Scrape(scrape::Verb),
    /// Has Apify fetch the profiles of those whom it matters most to know better
    Enrich(enrich::Enrich),
    /// Asks LinkedIn's own interfaces about pages and ads, by connections with a consent: sync
    #[command(subcommand)]
    Linkedin(linkedin::Verb),
    /// Pages of organizations, as LinkedIn tells of them: list, days, comments
    #[command(subcommand)]
    Page(page::Verb),
    /// Whom LinkedIn shall show ads to, of a persona or a segment: export, upload
    #[command(subcommand)]
    Audience(audience::Verb),
    /// Definitions of whom LinkedIn shall show ads to: list, show, add, change, delete, export
    #[command(subcommand)]
    CustomAudience(custom_audience::Verb),
    /// Work that calls LinkedIn or Apify: list, show, retry, cancel, run
    #[command(subcommand)]
    Job(job::Verb),
    /// Runs jobs until it is told to stop
    Worker(worker::WorkerArgs),
    /// Serves the pages and the API, takes webhooks in, and runs jobs, until it is told to stop
    Serve(serve::ServeArgs),
    /// Answers an assistant on stdin and stdout by the Model Context Protocol
    Mcp(mcp::Mcp),
    /// Webhooks that come in: add, list, rotate, pause, resume, delete, deliveries, replay
    #[command(subcommand)]
    Hook(hook::Verb),
    /// Webhooks that go out: add, list, show, edit, test, rotate, pause, resume, delete, deliveries, delivery, replay
    #[command(subcommand)]
    Endpoint(endpoint::Verb),
    /// What somebody has to look at: list, seen
    #[command(subcommand)]
    Alert(alert::Verb),
    /// The keys that seal credentials: status, rotate
    #[command(subcommand)]
    Keys(keys::Verb),
    /// Shows Rapport with invented data, in a database of its own
    Demo(demo::Demo),
    /// Measures how fast Rapport is on this machine, with invented data in a database of its own: web
    #[command(subcommand)]
    Bench(bench::Verb),
    /// For who works on Rapport
    #[command(subcommand, hide = true)]
    Dev(dev::Verb),
    /// Brings the database to the version of this program
    Migrate,
    /// Opens psql on the database, for one tenant
    Psql(psql::Psql),
    /// Writes a backup of the whole database, every tenant's rows, for pg_restore
    Dump(dump::Dump),
    /// Checks the database, and mends it where it can
    #[command(subcommand)]
    Doctor(doctor::Verb),
    /// Reads headlines on stdin, one a line, and writes what they say as JSON, one object a line
    Headline,
}

/// How long threads are waited for that are still at something when a command is over.
const LEFTOVERS: Duration = Duration::from_secs(2);

/// Parses the arguments, runs the command, and says how it went.
#[must_use]
pub fn main() -> ExitCode {
    let parsed = Cli::command().try_get_matches().and_then(|matches| {
        let cli = Cli::from_arg_matches(&matches)?;
        Ok(Cli { config: cli.config.with_flags_first(&matches), command: cli.command })
    });
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // A closed pipe is all that can go wrong here, and nobody is left to tell.
            drop(error.print());
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => ExitCode::SUCCESS,
                _ => ExitCode::from(1),
            };
        }
    };
    let bell = cli.config.bell;
    // A benchmark asks for thousands of pages, which is no news.
    let level = if matches!(cli.command, Command::Bench(_)) { Level::WARN } else { Level::INFO };
    log::begin(cli.config.log, level);
    let leaves_signals = matches!(
        cli.command,
        Command::Psql(_) | Command::Worker(_) | Command::Serve(_) | Command::Demo(_) | Command::Dev(_)
    );
    let result = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        // An interrupt drops what is going on, so that a transaction rolls back and a managed server is stopped cleanly.
        Ok(runtime) => {
            let result = runtime.block_on(async {
                tokio::select! {
                    result = run(cli) => result,
                    () = interrupted(), if !leaves_signals => Err(cut_short()),
                }
            });
            // A thread that waits for stdin waits as long as somebody holds it open, and has nothing to end.
            runtime.shutdown_timeout(LEFTOVERS);
            result
        }
        Err(error) => Err(error.into()),
    };
    if bell && std::io::stderr().is_terminal() {
        eprint!("\x07");
    }
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // `rapport … | head` closes our stdout, which is not an error of anybody.
        Err(Error::Internal(error)) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Names of the data may be in it; only the ends of lines are ours.
            let lines: Vec<String> = error.to_string().split('\n').map(output::clean).collect();
            drop(writeln!(std::io::stderr(), "rapport: {}", lines.join("\n")));
            ExitCode::from(error.exit_code())
        }
    }
}

/// What is said of a command that somebody interrupted.
fn cut_short() -> Error {
    Error::Conflict("interrupted; the same command goes on from here".to_owned())
}

/// Ends when somebody presses Ctrl-C or asks the process to end.
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

async fn run(cli: Cli) -> Result<(), Error> {
    let config = cli.config;
    match cli.command {
        Command::Campaign(verb) => campaign::run(&config, verb).await,
        Command::Group(verb) => campaign_group::run(&config, verb).await,
        Command::Report(verb) => report::run(&config, verb).await,
        Command::Dashboard => campaign::run(&config, campaign::Verb::Dashboard { name: None }).await,
        Command::Persona(verb) => persona::run(&config, verb).await,
        Command::Person(verb) => person::run(&config, verb).await,
        Command::Company(verb) => company::run(&config, verb).await,
        Command::Post(verb) => post::run(&config, verb).await,
        Command::Ad(verb) => ad::run(&config, verb).await,
        Command::Strategy(verb) => strategy::run(&config, verb).await,
        Command::Search(args) => search::run(&config, args).await,
        Command::Trends(args) => trends::run(&config, args).await,
        Command::Tenant(verb) => tenant::run(&config, verb).await,
        Command::ApiKey(verb) => api_key::run(&config, verb).await,
        Command::Audit(asked) => audit::run(&config, asked).await,
        Command::User(verb) => user::run(&config, verb).await,
        Command::Import(args) => import::run(&config, args).await,
        Command::Connection(verb) => connection::run(&config, verb).await,
        Command::Scrape(verb) => scrape::run(&config, verb).await,
        Command::Enrich(args) => enrich::run(&config, args).await,
        Command::Linkedin(verb) => linkedin::run(&config, verb).await,
        Command::Page(verb) => page::run(&config, verb).await,
        Command::Audience(verb) => audience::run(&config, verb).await,
        Command::CustomAudience(verb) => custom_audience::run(&config, verb).await,
        Command::Job(verb) => job::run(&config, verb).await,
        Command::Worker(args) => worker::run(&config, args).await,
        Command::Serve(args) => serve::run(&config, args).await,
        Command::Mcp(args) => mcp::run(&config, args).await,
        Command::Hook(verb) => hook::run(&config, verb).await,
        Command::Endpoint(verb) => endpoint::run(&config, verb).await,
        Command::Alert(verb) => alert::run(&config, verb).await,
        Command::Keys(verb) => keys::run(&config, verb).await,
        Command::Demo(args) => demo::run(&config, args).await,
        Command::Bench(verb) => bench::run(&config, verb).await,
        Command::Dev(verb) => dev::run(verb).await,
        Command::Migrate => migrate::run(&config).await,
        Command::Psql(args) => psql::run(&config, args).await,
        Command::Dump(args) => dump::run(&config, args).await,
        Command::Doctor(verb) => doctor::run(&config, verb).await,
        Command::Headline => headline::run(),
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
