//! `rapport bench`: how fast Rapport is on this machine, with as many invented people and engagements as somebody wants to know.

mod browser;
mod data;
pub mod forms;
pub mod pages;
mod viewers;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::watch};

use crate::{
    cli::{
        output::{self, Column, Format},
        serve,
    },
    config::Config,
    db::Database,
    error::Error,
    http::AllowedOrigins,
    model::{keys::Keyring, users::Users},
    serve::{Limits, Service, peer::Proxies, places},
    services::Services,
    web::Outward,
};

/// What can be measured.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// How long every page takes, how much is sent for it, and how many viewers of one page the server holds
    Web(Web),
    /// Looks at one page in place of many people, told on stdin which and by whom
    #[command(hide = true)]
    Look,
}

/// What `rapport bench web` takes.
#[derive(Debug, Args)]
pub struct Web {
    /// People in the tenant
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(i32).range(3_000..=10_000_000))]
    people: i32,
    /// Engagements of theirs
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(i32).range(20_000..=100_000_000))]
    engagements: i32,
    /// How often every page is asked for, one after the other
    #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    rounds: u16,
    /// Only pages whose address begins so
    #[arg(long, value_name = "PATH")]
    only: Option<String>,
    /// People who look at one page at a time and follow it live, while somebody engages every second; 0 measures none
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u16).range(0..=2_000))]
    viewers: u16,
    /// The page that they look at
    #[arg(long, default_value = "/", value_name = "PATH")]
    page: String,
    /// Seconds for which they look
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(5..=600))]
    seconds: u16,
    /// Makes the data anew
    #[arg(long)]
    fresh: bool,
}

/// The longest that a page should take at the median.
const LONGEST: Duration = Duration::from_millis(100);
/// The longest that a page should take of twenty, for as many viewers as were asked for.
const LONGEST_OF_VIEWERS: Duration = Duration::from_millis(500);
/// Bytes that a first view should take at most, and with what draws charts and calendars.
const LARGEST: (usize, usize) = (500_000, 1_000_000);

/// Runs `rapport bench …`.
///
/// # Errors
/// [`Error::Conflict`] when a page is slower or larger than it should be; and as the machine gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    match verb {
        Verb::Web(args) => web(config, &args).await,
        Verb::Look => viewers::look().await,
    }
}

async fn web(config: &Config, args: &Web) -> Result<(), Error> {
    let ready = data::ready(config, args).await?;
    let server = Server::start(&ready).await?;
    let mut visitor = browser::Browser::new(server.address, &data::session(&ready.database, &ready.users).await?);
    let mut missed = pages(config, args, &mut visitor).await?;
    if args.viewers > 0 {
        missed.extend(viewers::hold(config, args, &ready, server.address).await?);
    }
    server.stop().await;
    if missed.is_empty() { Ok(()) } else { Err(Error::Conflict(missed.join("; "))) }
}

/// Measures pages and prints what they took; what was missed.
async fn pages(config: &Config, args: &Web, visitor: &mut browser::Browser) -> Result<Vec<String>, Error> {
    const COLUMNS: &[Column] = &[
        Column("page", "Page", Format::Text),
        Column("median_ms", "Median ms", Format::Count),
        Column("p95_ms", "95 % ms", Format::Count),
        Column("page_bytes", "Page, bytes", Format::Count),
        Column("view_bytes", "First view, bytes", Format::Count),
        Column("chart_bytes", "With charts, bytes", Format::Count),
    ];
    let taken = pages::measure(visitor, args.only.as_deref().unwrap_or_default(), args.rounds).await?;
    let rows: Vec<Value> = taken.iter().map(pages::Taken::row).collect();
    output::print_rows(config.json, &rows, COLUMNS, "No page begins so.")?;
    let slow = taken.iter().filter(|page| page.median() > LONGEST).count();
    let large = taken.iter().filter(|page| page.view > LARGEST.0 || page.view + page.charts > LARGEST.1).count();
    let mut missed = Vec::new();
    if slow > 0 {
        missed.push(format!("{slow} of {} pages take longer than {} ms", taken.len(), LONGEST.as_millis()));
    }
    if large > 0 {
        missed.push(format!("{large} of {} pages are larger than {} kB", taken.len(), LARGEST.0 / 1_000));
    }
    Ok(missed)
}

/// The service, listening at a port of this machine that was free, and without a worker.
struct Server {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    async fn start(ready: &data::Ready) -> Result<Self, Error> {
        places::make_room(Limits::default().connections);
        let listener: TcpListener = serve::listen("--bind", SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        let address = listener.local_addr()?;
        let database: Arc<Database> = Arc::new(ready.database.apart());
        let keyring = Arc::new(Keyring::open(&database, &ready.config).await?);
        let users: Users = ready.users.clone();
        let outward = Outward {
            site: None,
            mail: None,
            endpoint_origins: AllowedOrigins::default(),
            service: None,
            services: Services::new(&ready.config)?,
        };
        let service = Service::new(database, keyring, users, Limits::default(), Proxies::default(), outward)?;
        let (stop, stopping) = watch::channel(false);
        Ok(Self { address, stop, task: tokio::spawn(service.serve(listener, stopping)) })
    }

    async fn stop(self) {
        self.stop.send_replace(true);
        drop(self.task.await);
    }
}

/// Milliseconds with one digit behind the point.
fn milliseconds(time: Duration) -> Value {
    json!((time.as_secs_f64() * 10_000.0).round() / 10.0)
}

/// The time within which this share of sorted times lies.
fn within(share: f64, sorted: &[Duration]) -> Duration {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied().unwrap_or_default()
}
