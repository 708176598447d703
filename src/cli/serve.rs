//! `rapport serve`: listens, and runs jobs beside it, until it is told to stop.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use clap::Args;
use rapport_database::deploy;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{
    cli::{
        job, keys,
        worker::{WorkerArgs, seconds},
    },
    config::{Config, Target},
    db::{Database, deploy_error},
    error::Error,
    jobs::{Summary, Worker},
    model::{
        keys::Keyring,
        users::{Purpose, Users},
    },
    serve::{Limits, Service, peer::Proxy, places},
    services::Services,
    web::Outward,
};

/// Where it listens, and what for.
#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// The address and port to listen at
    #[arg(long, default_value_t = USUAL, env = "RAPPORT_BIND", value_name = "ADDR:PORT")]
    bind: SocketAddr,
    /// The address and port at which figures about the service itself are read (/metrics); none, if not said
    #[arg(long, env = "RAPPORT_METRICS", value_name = "ADDR:PORT")]
    metrics: Option<SocketAddr>,
    /// Proxies in front, or networks of them, whose X-Forwarded-For says who asks: 10.0.0.7,192.168.0.0/16
    #[arg(long, env = "RAPPORT_TRUSTED_PROXIES", value_delimiter = ',', value_name = "NETWORKS")]
    trusted_proxies: Vec<Proxy>,
    /// Leaves a database that is at an older version as it is, and ends
    #[arg(long)]
    no_migrate: bool,
    /// Runs no jobs: `rapport worker` does, elsewhere
    #[arg(long)]
    no_worker: bool,
    /// Connections at a time
    #[arg(long, default_value_t = 2_048, env = "RAPPORT_CONNECTIONS", value_parser = clap::value_parser!(u16).range(1..))]
    connections: u16,
    /// Seconds that the head of a request may take, and the longest rest between two
    #[arg(long, default_value_t = 30.0, env = "RAPPORT_HEAD_PATIENCE", hide = true, value_parser = seconds)]
    head_patience: f64,
    /// Seconds that an answer may take
    #[arg(long, default_value_t = 60.0, env = "RAPPORT_ANSWER_PATIENCE", hide = true, value_parser = seconds)]
    answer_patience: f64,
    #[command(flatten)]
    worker: WorkerArgs,
}

/// Where it listens if nobody says otherwise.
pub const USUAL: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Where a server of this data listens, as far as is known.
#[must_use]
pub fn address(config: &Config) -> SocketAddr {
    config.noted_address().unwrap_or(USUAL)
}

/// How long the link of a set-up is good; every start of a server without users makes another.
const SET_UP: Duration = Duration::from_hours(24);

/// Runs `rapport serve`.
///
/// # Errors
/// [`Error::Conflict`] when the port cannot be had; as the database and the keys give them at the start; later a database that
/// is away is waited for.
pub async fn run(config: &Config, args: ServeArgs) -> Result<(), Error> {
    // The port first: a second server should not open the database to find out that it is one.
    let listener = listen("--bind", args.bind).await?;
    let address = listener.local_addr()?;
    let figures = match args.metrics {
        Some(address) => Some(listen("--metrics", address).await?),
        None => None,
    };
    let database = Arc::new(open(config, args.no_migrate).await?);
    config.note_address(address);
    let keyring = Arc::new(Keyring::open(&database, config).await?);
    keys::tell_made(&keyring);
    places::make_room(args.connections.into());
    let grace = args.worker.grace();
    let limits = Limits {
        connections: args.connections.into(),
        head: Duration::from_secs_f64(args.head_patience),
        answer: Duration::from_secs_f64(args.answer_patience),
        grace,
        ..Limits::default()
    };
    let proxies = args.trusted_proxies.iter().copied().collect();
    let (mail, services) = (config.mailer()?, Services::new(config)?);
    let users = Users::new(Arc::clone(&database))?.with_mails(mail.is_some());
    let outward = Outward {
        site: config.site(),
        mail,
        endpoint_origins: config.endpoint_origins.clone(),
        service: config.service()?,
        services: services.clone(),
    };
    let service = Service::new(Arc::clone(&database), Arc::clone(&keyring), users.clone(), limits, proxies, outward)?;
    let worker = if args.no_worker {
        None
    } else {
        // Connections of its own: jobs that have much to write keep no request waiting, nor the other way round.
        let database = Arc::new(database.apart());
        let options = args.worker.options(false);
        Some(Arc::new(Worker { database, keyring, services, options }))
    };
    // Beside the rest: whoever tells us to stop is heard from the first moment on.
    tokio::spawn(invite(config.clone(), users, address));
    Server { listener, figures, service, worker, grace }.run().await
}

/// What answers, where, and what runs jobs beside it.
pub(super) struct Server {
    pub(super) listener: TcpListener,
    /// Where figures about the service are read.
    pub(super) figures: Option<TcpListener>,
    pub(super) service: Service,
    pub(super) worker: Option<Arc<Worker>>,
    /// How long what goes on may go on after somebody asked for the end.
    pub(super) grace: Duration,
}

impl Server {
    /// Serves until somebody asks for the end.
    pub(super) async fn run(self) -> Result<(), Error> {
        let (address, (stop, stopping)) = (self.listener.local_addr()?, watch::channel(false));
        if let Some(figures) = self.figures {
            tracing::info!("Figures about the service are at http://{}/metrics.", figures.local_addr()?);
            tokio::spawn(self.service.clone().serve_metrics(figures, stopping.clone()));
        }
        let what = if self.worker.is_some() { ", and runs jobs of all tenants" } else { "" };
        tracing::info!("Rapport listens at http://{address}{what}; Ctrl-C ends it.");
        let mut worker = self.worker.map(|worker| tokio::spawn(worker.run(stopping.clone())));
        let mut serving = tokio::spawn(self.service.serve(self.listener, stopping));
        let broken = tokio::select! {
            () = super::interrupted() => false,
            _ = &mut serving => true,
            () = ended(worker.as_mut()) => true,
        };
        stop.send_replace(true);
        if broken {
            // Half of a server is worse than none: whoever started it has to know.
            return Err(Error::Internal(anyhow::anyhow!("the server broke, and has to be started again")));
        }
        tracing::info!(
            "Stopping: what runs may end within {} s, and jobs are handed back otherwise.",
            self.grace.as_secs_f64()
        );
        serving.await.map_err(internal)?;
        if let Some(worker) = worker {
            let summary = worker.await.map_err(internal)??;
            tracing::info!("{}", job::in_words(&summary.attempts));
        }
        Ok(())
    }
}

/// Says how to set up what nobody can sign in to yet.
async fn invite(config: Config, users: Users, address: SocketAddr) {
    let invited = async {
        if users.is_empty().await? {
            let link = users.link(None, Purpose::SetUp, SET_UP, "server").await?;
            let page = config.page(address, &format!("/link?token={}", *link.text()));
            tracing::info!(
                "Nobody can sign in yet. Whoever opens this within a day sets Rapport up, and owns it: {page}"
            );
        }
        Ok::<_, Error>(())
    };
    if let Err(error) = invited.await {
        tracing::warn!("whether anybody can sign in is not known: {error}");
    }
}

pub(super) async fn listen(flag: &str, address: SocketAddr) -> Result<TcpListener, Error> {
    TcpListener::bind(address).await.map_err(|error| taken(flag, address, &error))
}

/// The database, brought up to date, which several servers may begin to do at once: one does it, and the others wait.
async fn open(config: &Config, no_migrate: bool) -> Result<Database, Error> {
    if !no_migrate && let Target::Url(_) = config.target()? {
        let database = Database::connect(config)?;
        let done = deploy::migrate(&mut database.owner().await?).await.map_err(deploy_error)?;
        for file in &done.migrations {
            tracing::info!("applied {file}");
        }
        if done.app_replaced {
            tracing::info!("replaced the schema app; the database is at version {}", done.version);
        }
        for line in &done.adopted {
            let (table, outcome, detail) = (&*line.table, &*line.outcome, &*line.detail);
            tracing::info!(table, outcome, rows = line.rows, detail, "found in the database of the prototype");
        }
        return Ok(database);
    }
    Database::open(config).await
}

/// Waits for the worker to end by itself, which it never does unless it breaks.
async fn ended(worker: Option<&mut JoinHandle<Result<Summary, Error>>>) {
    match worker {
        Some(worker) => drop(worker.await),
        None => std::future::pending().await,
    }
}

fn internal(error: tokio::task::JoinError) -> Error {
    Error::Internal(error.into())
}

fn taken(flag: &str, address: SocketAddr, error: &std::io::Error) -> Error {
    use std::io::ErrorKind;
    Error::Conflict(match error.kind() {
        ErrorKind::AddrInUse => {
            format!("something else listens at {address} already; end it, or choose another port with {flag}")
        }
        ErrorKind::PermissionDenied => {
            format!("{address} may not be used by this user; choose a port above 1023 with {flag}")
        }
        ErrorKind::AddrNotAvailable => {
            format!("{address} is no address of this machine; choose another with {flag}")
        }
        _ => format!("cannot listen at {address}: {error}"),
    })
}
