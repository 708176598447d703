//! The connections of a process, and what keeps them from being silent for ever.
//!
//! A network that drops packets tells nobody.  The kernel gives such a connection up by what is set here, on both ends; where
//! something between us and the server answers for it, nobody but we can notice, so a connection is tried before it is lent.

use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How long the server may take to let us in.
pub(super) const ENTRY: Duration = Duration::from_secs(10);
/// How long a connection may take to show that it is still one.
const RECYCLE: Duration = Duration::from_secs(2);
/// How long to wait for a connection that others have.
const TURN: Duration = Duration::from_mins(1);
/// Connections of a pool.
const CONNECTIONS: usize = 8;

/// As whom the connections of a pool act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The role `rapport_app`, which owns nothing.
    Service,
    /// The owner of the database, whom row security does not bind.
    Owner,
}

impl Role {
    /// Puts a session into the state in which everybody finds it.
    const fn entry(self) -> &'static str {
        match self {
            Self::Service => "reset app.tenant_id; reset app.actor; set role rapport_app",
            Self::Owner => "reset app.tenant_id; reset app.actor; reset role; set lock_timeout = '3s'",
        }
    }
}

/// After how long without a byte the other side is asked whether it is there.
const IDLE: Duration = Duration::from_secs(30);
/// How often it is asked.
const AGAIN: Duration = Duration::from_secs(10);
/// How long bytes may be under way.
const UNDER_WAY: Duration = Duration::from_secs(30);
/// The time to the first sign of life that tokio-postgres sets where a URL does not.
const UNSET: Duration = Duration::from_hours(2);

/// What a session is set to: names, speed, and how long the server waits for a client that is gone with a transaction open and
/// rows locked.  What Linux alone has is refused elsewhere, so it is asked for there alone.
const SESSION: &str = "
    set search_path = public, app; set jit = off;
    set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
    set idle_in_transaction_session_timeout = '30s';
    select set_config(name, value, false)
    from (values ('tcp_user_timeout', '30s'), ('client_connection_check_interval', '10s')) s(name, value)
    where version() ~* 'linux'";

/// The same with every way to notice that the other side is gone, where the URL does not say otherwise.
pub(super) fn watchful(mut server: Config) -> Config {
    if server.get_connect_timeout().is_none() {
        server.connect_timeout(ENTRY);
    }
    if server.get_keepalives_idle() == UNSET {
        server.keepalives_idle(IDLE);
    }
    if server.get_keepalives_interval().is_none() {
        server.keepalives_interval(AGAIN);
    }
    if server.get_keepalives_retries().is_none() {
        server.keepalives_retries(3);
    }
    if server.get_tcp_user_timeout().is_none() {
        server.tcp_user_timeout(UNDER_WAY);
    }
    server
}

/// Sets a new session up.
pub(super) async fn set_up(client: &Client) -> Result<(), tokio_postgres::Error> {
    client.batch_execute(SESSION).await
}

/// Connections, made when they are needed.
#[expect(clippy::expect_used, reason = "a pool that is given its runtime can be built")]
pub(super) fn build(server: Config, tls: MakeRustlsConnect, role: Role) -> Pool {
    let manager = Manager::from_config(
        server,
        tls,
        // What a transaction set is gone with it; `reset` is for what a bug might have set outside of one.
        ManagerConfig { recycling_method: RecyclingMethod::Custom(role.entry().to_owned()) },
    );
    let hook = Hook::async_fn(move |client: &mut deadpool_postgres::ClientWrapper, _| {
        Box::pin(async move {
            let entry = format!("{SESSION}; {}", role.entry());
            match tokio::time::timeout(ENTRY, client.batch_execute(&entry)).await {
                Ok(entered) => entered.map_err(HookError::Backend),
                Err(_) => Err(HookError::message("the database does not answer")),
            }
        })
    });
    Pool::builder(manager)
        .max_size(CONNECTIONS)
        .runtime(Runtime::Tokio1)
        .create_timeout(Some(ENTRY))
        .recycle_timeout(Some(RECYCLE))
        .wait_timeout(Some(TURN))
        .post_create(hook)
        .build()
        .expect("a runtime is given")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_url_says_of_time_is_kept() {
        let of = |text: &str| watchful(text.parse().unwrap());
        let usual = of("postgres://u@h/d");
        assert_eq!(usual.get_connect_timeout(), Some(&ENTRY));
        assert_eq!(usual.get_tcp_user_timeout(), Some(&UNDER_WAY));
        assert_eq!((usual.get_keepalives_idle(), usual.get_keepalives_interval()), (IDLE, Some(AGAIN)));
        let own =
            of("postgres://u@h/d?connect_timeout=3&tcp_user_timeout=4000&keepalives_idle=5&keepalives_interval=6");
        assert_eq!(own.get_connect_timeout(), Some(&Duration::from_secs(3)));
        assert_ne!(own.get_tcp_user_timeout(), Some(&UNDER_WAY));
        assert_eq!(own.get_keepalives_idle(), Duration::from_secs(5));
        assert_eq!(own.get_keepalives_interval(), Some(Duration::from_secs(6)));
    }
}
