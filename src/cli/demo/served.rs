//! The demo's pages: a server on this machine alone, somebody who may look at everything, and a link that signs them in.

use std::{net::SocketAddr, sync::Arc};

use queries::queries::{tenants as tenants_sql, users as sql};
use tokio::net::TcpListener;

use crate::{
    cli::serve::{self, Server},
    config::Config,
    db::Database,
    error::Error,
    http::AllowedOrigins,
    jobs::{Options, Worker},
    model::{
        keys::Keyring,
        users::{Purpose, QUICK_LINK, Role, Users},
    },
    serve::{Limits, Service, peer::Proxies, places},
    simulators::apify::{self, Apify},
    web::Outward,
};

use super::live;

/// Who looks at the demo.
const VISITOR: (&str, &str) = ("you@demo.example", "You");
/// Who let them in, for the audit log.
const ACTOR: &str = "demo";

/// Serves until somebody asks for the end.  Apify is a simulator for as long, as it was when the demo was made: whatever is
/// tried out calls nobody and costs nothing.
///
/// # Errors
/// When the address cannot be had, and as the database gives them.
pub(super) async fn serve(
    config: &Config,
    database: Arc<Database>,
    bind: Option<SocketAddr>,
    seed: u64,
) -> Result<(), Error> {
    let listener = listen(bind).await?;
    let address = listener.local_addr()?;
    let keyring = Arc::new(Keyring::open(&database, config).await?);
    let simulator = Apify::start(apify::Options { seed, ..apify::Options::default() })?;
    let services = live::services(config, &simulator)?;
    let users = Users::new(Arc::clone(&database))?;
    let limits = Limits::default();
    places::make_room(limits.connections);
    let outward = Outward {
        site: config.site(),
        mail: None,
        endpoint_origins: AllowedOrigins::default(),
        service: None,
        services: services.clone(),
    };
    let proxies = Proxies::default();
    let service = Service::new(Arc::clone(&database), Arc::clone(&keyring), users.clone(), limits, proxies, outward)?;
    let worker = Worker { database: Arc::new(database.apart()), keyring, services, options: Options::default() };
    let link = invite(&database, &users).await?;
    config.note_address(address);
    let page = config.page(address, &format!("/link?token={}", *link.text()));
    // The link is for whoever sits here, and no line of a log.
    eprintln!("\nOpen this in a browser on this machine; it signs you in, once, within ten minutes:\n\n  {page}\n");
    eprintln!("The same command shows the demo again, with another link.\n");
    Server { listener, figures: None, service, worker: Some(Arc::new(worker)), grace: limits.grace }.run().await
}

/// Where nobody says an address, and the usual one is taken, any port will do: the link says which.
async fn listen(bind: Option<SocketAddr>) -> Result<TcpListener, Error> {
    match bind {
        Some(address) => serve::listen("--bind", address).await,
        None => match TcpListener::bind(serve::USUAL).await {
            Ok(listener) => Ok(listener),
            Err(_) => serve::listen("--bind", SocketAddr::new(serve::USUAL.ip(), 0)).await,
        },
    }
}

/// A link for somebody who owns every tenant of the demo.
pub(in crate::cli) async fn invite(database: &Database, users: &Users) -> Result<crate::model::tokens::Token, Error> {
    let mut owner = database.owner().await?;
    let tx = owner.transaction().await?;
    sql::say_actor().bind(&tx, &ACTOR).one().await?;
    let (email, name) = VISITOR;
    let account = sql::add_user().bind(&tx, &email, &name).one().await?;
    let known = sql::memberships_of().bind(&tx, &account).all().await?;
    for tenant in tenants_sql::tenant_ids().bind(&tx).all().await? {
        if known.iter().all(|membership| membership.id != tenant) {
            sql::add_member().bind(&tx, &tenant, &account, &Role::Owner.name(), &None::<&[i32]>).await?;
        }
    }
    tx.commit().await?;
    users.link(Some(account), Purpose::SignIn, QUICK_LINK, ACTOR).await
}
