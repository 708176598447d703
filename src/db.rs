//! The way to the database: the managed server or a URL, the owner's connection, and [`TenantTx`], the only way to a
//! tenant's rows.

use std::{
    fmt,
    ops::Deref,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use deadpool_postgres::{Object, Pool, TimeoutType, Timeouts};
use rapport_database::{
    cluster::{Cluster, ClusterOptions, find_binaries},
    deploy,
};
use tokio_postgres::{Client, error::SqlState};
use uuid::Uuid;

use crate::{
    config::{Config, Target},
    error::Error,
};

use address::Address;
use pool::Role;
use watch::Watch;

pub mod address;
mod pool;
mod watch;

/// A tenant's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TenantId(pub Uuid);

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Somebody who acts for a tenant, in as many transactions as it takes.
pub trait Acts: Sync {
    /// Begins a transaction of the tenant, by its clock, in the name of who acts.
    fn begin(&self) -> impl Future<Output = Result<TenantTx, Error>> + Send;
}

/// How long a page waits for a second connection.
const SECOND: Duration = Duration::from_millis(250);

/// A database that is ready to use.
pub struct Database {
    address: Address,
    pool: Pool,
    owners: Pool,
    is_managed: bool,
    // Dropped last: the server outlives the connections.
    cluster: Option<Cluster>,
}

impl Database {
    /// Opens the database that the configuration names.  The managed one is created, started and brought up to date; one that
    /// a URL names is used as it is, and must be up to date.
    ///
    /// # Errors
    /// When it cannot be reached or is not up to date.  There is no falling back to another database.
    pub async fn open(config: &Config) -> Result<Self, Error> {
        let database = Self::connect(config)?;
        let mut owner = database.owner().await?;
        if database.cluster.is_some() {
            deploy::migrate(&mut owner).await.map_err(deploy_error)?;
            // Here the service can log in as the role that owns nothing, so that there is no way back to the owner.
            owner
                .batch_execute(
                    "do $$ begin if exists (select from pg_roles where rolname = 'rapport_app' and not rolcanlogin) \
                     then alter role rapport_app login; end if; end $$",
                )
                .await?;
        } else if deploy::is_pending(&mut owner).await.map_err(deploy_error)? {
            return Err(Error::Conflict(
                "this database is not at the version of this Rapport; run: rapport migrate".to_owned(),
            ));
        }
        Ok(database)
    }

    /// The same without looking at the version: for `migrate` and `doctor`.
    ///
    /// # Errors
    /// When the managed server does not start.
    pub fn connect(config: &Config) -> Result<Self, Error> {
        match config.target()? {
            Target::Url(address) => Ok(Self::new(*address, None)),
            Target::Managed(dir) => Self::managed(dir, config.pg_bin.as_deref()),
        }
    }

    /// The managed database in a directory.
    ///
    /// # Errors
    /// When the server does not start.
    pub fn managed(data_dir: PathBuf, pg_bin: Option<&Path>) -> Result<Self, Error> {
        let failed = |error: rapport_database::cluster::ClusterError| {
            if error.is_setup() {
                Error::invalid(error.to_string())
            } else {
                Error::Internal(anyhow::anyhow!("{error}"))
            }
        };
        let binaries = find_binaries(pg_bin).map_err(failed)?;
        let cluster = Cluster::open(ClusterOptions { data_dir, binaries, durable: true }).map_err(failed)?;
        let params = cluster.connection_params();
        let mut server = tokio_postgres::Config::new();
        server.host_path(&params.socket_dir).port(params.port).user(params.user).dbname(params.dbname);
        Ok(Self::new(Address::local(server), Some(cluster)))
    }

    /// Looks after the managed server for as long as what is returned is held: one that was killed is started again, and its log does
    /// not grow for ever.
    #[must_use]
    pub fn watch_over(self: &Arc<Self>) -> Watch {
        Watch::new(self)
    }

    /// A database at a place that is known: what `connect` and `managed` end with.
    #[must_use]
    pub fn new(mut address: Address, cluster: Option<Cluster>) -> Self {
        if address.server.get_application_name().is_none() {
            address.server.application_name("rapport");
        }
        address.server = pool::watchful(address.server);
        let is_managed = cluster.is_some();
        Self::with(address, is_managed, cluster)
    }

    /// The same database over connections of its own, so that neither waits for one that the other has.  A managed server runs
    /// for as long as the first is there.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self::with(self.address.clone(), self.is_managed, None)
    }

    fn with(address: Address, is_managed: bool, cluster: Option<Cluster>) -> Self {
        let mut service = address.server.clone();
        if is_managed {
            service.user("rapport_app");
        }
        let pool = pool::build(service, address.tls.clone(), Role::Service);
        let owners = pool::build(address.server.clone(), address.tls.clone(), Role::Owner);
        Self { address, pool, owners, is_managed, cluster }
    }

    /// A connection as the owner of the database, whom row security does not bind: for deploys, for looking tenants up and
    /// for `doctor`.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn owner(&self) -> Result<Client, Error> {
        let entry = async {
            let connected = self.address.server.connect(self.address.tls.clone()).await;
            let (client, connection) = connected.map_err(|error| self.unreachable(&error))?;
            // The connection ends when the client is dropped, with an error only when the server went away, which the
            // client's next call reports.
            tokio::spawn(async move { drop(connection.await) });
            pool::set_up(&client).await?;
            Ok(client)
        };
        tokio::time::timeout(pool::ENTRY, entry).await.unwrap_or_else(|_| Err(self.is_silent()))
    }

    /// Listens to a channel until the connection ends, and says so each time something is told there.
    ///
    /// # Errors
    /// When the connection cannot be had, or ends.
    pub async fn listen(&self, channel: &str, mut told: impl FnMut()) -> Result<(), Error> {
        let connected = self.address.server.connect(self.address.tls.clone());
        let connected = tokio::time::timeout(pool::ENTRY, connected).await.map_err(|_| self.is_silent())?;
        let (client, mut connection) = connected.map_err(|error| self.unreachable(&error))?;
        let statement = format!("listen {channel}");
        let mut asking = std::pin::pin!(client.batch_execute(&statement));
        let mut answer = None;
        // The connection moves only while it is asked for messages, also for the sake of the statement.
        loop {
            let message = std::future::poll_fn(|context| {
                if answer.is_none()
                    && let std::task::Poll::Ready(given) = asking.as_mut().poll(context)
                {
                    answer = Some(given);
                }
                connection.poll_message(context)
            });
            match message.await {
                Some(Ok(tokio_postgres::AsyncMessage::Notification(_))) => told(),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => return Ok(()),
            }
        }
    }

    /// A server that the user named is the user's to start; one of ours that does not answer is our fault.
    fn unreachable(&self, error: &tokio_postgres::Error) -> Error {
        let words = format!("cannot reach the database: {}", deploy::describe(error));
        self.away(words)
    }

    fn is_silent(&self) -> Error {
        self.away("cannot reach the database: it does not answer".to_owned())
    }

    fn away(&self, words: String) -> Error {
        let named = if self.is_managed { "" } else { "; it is the one that DATABASE_URL names" };
        Error::Away { words: words + named, is_ours: self.is_managed }
    }

    /// Begins a transaction that acts for one tenant.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn tenant(&self, tenant: TenantId) -> Result<TenantTx, Error> {
        let connection = self.lent(&self.pool).await?;
        let tx = TenantTx { connection: Some(connection), tenant };
        // A literal, since set_config() is not passed on by Citus; a Uuid prints nothing that could end it.  The role once
        // more, in the transaction itself: a pooler between us and the server may have given this one another session than
        // the one that `post_create` set up.
        tx.batch_execute(&format!("begin; set local role rapport_app; set local app.tenant_id = '{tenant}'")).await?;
        Ok(tx)
    }

    /// Begins to read as one tenant, over two connections that see the same, where a second is free at once: who waited for it with
    /// the first in hand would wait for others who do the same.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn reading(&self, tenant: TenantId) -> Result<Reading, Error> {
        let begin = "begin isolation level repeatable read read only";
        // One may be through long before the other, and holds up nobody.
        let of = format!(
            "set local role rapport_app; set local app.tenant_id = '{tenant}'; set local idle_in_transaction_session_timeout = '2min'"
        );
        let one = TenantTx { connection: Some(self.lent(&self.pool).await?), tenant };
        let told = one.simple_query(&format!("{begin}; {of}; select pg_export_snapshot()")).await?;
        let snapshot = told.iter().find_map(|told| match told {
            tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0),
            _ => None,
        });
        let snapshot = snapshot.filter(|name| name.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'));
        let at_once = Timeouts { wait: Some(Duration::ZERO), ..self.pool.timeouts() };
        let second = async {
            let two = TenantTx { connection: Some(self.pool.timeout_get(&at_once).await.ok()?), tenant };
            let snapshot = snapshot?;
            // Something between us and the server may have led us to another, which knows no such snapshot.
            match two.batch_execute(&format!("{begin}; set transaction snapshot '{snapshot}'; {of}")).await {
                Ok(()) => Some(two),
                Err(error) => {
                    tracing::debug!("a page reads over one connection: {error}");
                    None
                }
            }
        };
        // Nor where a pooler lets it wait.
        let two = tokio::time::timeout(SECOND, second).await.ok().flatten();
        Ok(Reading { one, two })
    }

    /// A connection as the owner of the database that is lent, and given back: for what is asked often and concerns no single
    /// tenant, such as who may sign in.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn lent_owner(&self) -> Result<Object, Error> {
        self.lent(&self.owners).await
    }

    async fn lent(&self, pool: &Pool) -> Result<Object, Error> {
        pool.get().await.map_err(|error| match error {
            deadpool_postgres::PoolError::Backend(error) => self.unreachable(&error),
            deadpool_postgres::PoolError::Timeout(TimeoutType::Create) => self.is_silent(),
            other => Error::Internal(anyhow::anyhow!("cannot reach the database: {other}")),
        })
    }

    /// The connections of the pool by what they do: in use, idle, and how many callers wait for one.
    #[must_use]
    pub fn connections(&self) -> [(&'static str, i64); 3] {
        let status = self.pool.status();
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let in_use = status.size.saturating_sub(status.available);
        [("in_use", number(in_use)), ("idle", number(status.available)), ("waited_for", number(status.waiting))]
    }

    /// The environment in which psql finds this database.
    #[must_use]
    pub fn of_psql(&self) -> Vec<(&'static str, String)> {
        self.address.of_psql()
    }
}

/// What a deploy's error means to the caller.
#[must_use]
pub fn deploy_error(error: deploy::DeployError) -> Error {
    match error {
        deploy::DeployError::Newer { .. } | deploy::DeployError::Edited { .. } => Error::Conflict(error.to_string()),
        deploy::DeployError::Database(source) => source.into(),
        // Nothing was changed, and the sentence and its hint say who has to do what.
        deploy::DeployError::Sql { ref source, .. } if source.code() == Some(&SqlState::INSUFFICIENT_PRIVILEGE) => {
            Error::Forbidden(error.to_string())
        }
        deploy::DeployError::Sql { ref source, .. }
            if matches!(source.code(), Some(&SqlState::LOCK_NOT_AVAILABLE | &SqlState::DUPLICATE_TABLE)) =>
        {
            Error::Conflict(error.to_string())
        }
        deploy::DeployError::Sql { .. } => Error::Internal(anyhow::anyhow!("{error}")),
    }
}

/// Work on the database with an end: a connection that is half open says nothing, for ever.
///
/// # Errors
/// As the work gives them, and when it takes longer.
pub(crate) async fn within<T>(time: Duration, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let late = || Error::Internal(anyhow::anyhow!("the database has said nothing for {} s", time.as_secs()));
    tokio::time::timeout(time, work).await.unwrap_or_else(|_| Err(late()))
}

/// A transaction that sees and writes one tenant's rows, as the role `rapport_app`, which owns nothing.
///
/// It ends with [`commit`](Self::commit) or [`rollback`](Self::rollback).  Dropped before that (an error, a cancelled
/// request) it takes its connection out of the pool and closes it, so that the server rolls back and no later caller finds
/// an open transaction.
pub struct TenantTx {
    connection: Option<Object>,
    tenant: TenantId,
}

impl TenantTx {
    /// The tenant that this transaction acts for.
    #[must_use]
    pub const fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Makes what was written visible to everybody.
    ///
    /// # Errors
    /// When the database refuses; nothing was written then.
    pub async fn commit(self) -> Result<(), Error> {
        // `commit` after an error that somebody swallowed would roll back without a word; the `select` fails there.
        self.end("select 1; commit").await
    }

    /// Takes back what was written.
    ///
    /// # Errors
    /// When the connection is lost; nothing was written either way.
    pub async fn rollback(self) -> Result<(), Error> {
        self.end("rollback").await
    }

    async fn end(mut self, statement: &str) -> Result<(), Error> {
        // On an error, and while the answer is awaited, `self` still holds the connection, so that drop closes it.
        self.batch_execute(statement).await?;
        drop(self.connection.take());
        Ok(())
    }
}

/// What a tenant's rows are at one moment, for a page that asks much of them: two connections answer at once.  The clock of the second is
/// a little later.
pub struct Reading {
    one: TenantTx,
    /// None: no connection was free, and one answers all.
    two: Option<TenantTx>,
}

impl Reading {
    /// Two transactions, of which each may be asked while the other answers; maybe twice the same.
    #[must_use]
    pub fn both(&self) -> (&TenantTx, &TenantTx) {
        (&self.one, self.two.as_ref().unwrap_or(&self.one))
    }

    /// Gives the connections back.  Nothing was written: what was read is so, also where one of them is lost now.
    pub async fn end(self) {
        if let Some(two) = self.two {
            drop(two.rollback().await);
        }
        drop(self.one.rollback().await);
    }
}

impl Deref for TenantTx {
    type Target = Client;

    #[expect(clippy::expect_used, reason = "the connection is taken only by end(), which consumes self")]
    fn deref(&self) -> &Client {
        self.connection.as_ref().expect("an open transaction has a connection")
    }
}

impl Drop for TenantTx {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            drop(Object::take(connection));
        }
    }
}
