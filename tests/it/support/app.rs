//! A database for one test.

use std::{
    path::{Path, PathBuf},
    process,
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use rapport::db::{Database, TenantId, address::Address};
use rapport_database::{
    cluster::{Cluster, ClusterOptions, find_binaries, scratch_dir},
    deploy,
};
use tokio_postgres::{Client, Config, NoTls};
use uuid::Uuid;

use super::proxy::Proxy;

/// The tenant that every database has.
pub const DEFAULT: TenantId = TenantId(Uuid::from_u128(1));

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every row of every table but these, as a few numbers.
pub async fn rows(owner: &Client, but: &[&str]) -> String {
    let tables = "select string_agg(format('select %L || coalesce(sum(hashtextextended(t::text, 0)), 0) from %I t', c.relname, c.relname), ' union all ' order by c.relname)
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)";
    let tables: String = owner.query_one(tables, &[&but]).await.unwrap().get(0);
    owner.query_one(&format!("select string_agg(x, ' ') from ({tables}) t(x)"), &[]).await.unwrap().get(0)
}

/// The program's configuration, as these flags make it.
pub fn configured(flags: &[&str]) -> rapport::config::Config {
    #[derive(clap::Parser)]
    struct Arguments {
        #[command(flatten)]
        config: rapport::config::Config,
    }
    <Arguments as clap::Parser>::parse_from([&["rapport"], flags].concat()).config
}

/// The server that all tests share, also over processes: the first starts it and the last stops it.
fn server() -> &'static Cluster {
    static SERVER: OnceLock<Cluster> = OnceLock::new();
    SERVER.get_or_init(|| {
        let binaries = find_binaries(None).expect("PostgreSQL is installed");
        #[expect(clippy::disallowed_methods, reason = "a setting of the tests is none of the program's")]
        let chosen = std::env::var_os("RAPPORT_TEST_SERVER").map(PathBuf::from);
        let data_dir = chosen.unwrap_or_else(|| scratch_dir(&root().join("target/test-server")));
        Cluster::open(ClusterOptions { data_dir, binaries, durable: false }).expect("the test server starts")
    })
}

fn config(database: &str) -> Config {
    let params = server().connection_params();
    let mut config = Config::new();
    config.host_path(&params.socket_dir).port(params.port).user(params.user).dbname(database);
    config
}

async fn connect(config: &Config) -> Client {
    let (client, connection) = config.connect(NoTls).await.expect("the test server answers");
    tokio::spawn(connection);
    client
}

/// Makes the template of this version of the schema, unless it is there.
async fn template(maintenance: &Client) -> String {
    let name = format!("template_{}", &deploy::fingerprint()[..12]);
    // Whoever is first makes it, the others wait: under another name until it is whole, so that a killed run leaves no half.
    maintenance.batch_execute("select pg_advisory_lock(4700)").await.unwrap();
    let there = maintenance.query_opt("select from pg_database where datname = $1", &[&name]).await.unwrap();
    if there.is_none() {
        maintenance.batch_execute("drop database if exists template_in_the_making with (force)").await.unwrap();
        let stale = maintenance.query("select datname from pg_database where datname like 'template\\_%'", &[]).await;
        for row in stale.unwrap() {
            // One that an older build of the tests is copying at this moment stays.
            drop(maintenance.batch_execute(&format!("drop database {}", row.get::<_, &str>(0))).await);
        }
        maintenance.batch_execute("create database template_in_the_making").await.unwrap();
        let mut client = connect(&config("template_in_the_making")).await;
        deploy::migrate(&mut client).await.expect("the schema deploys");
        for extension in ["pgtap", "plpgsql_check"] {
            client
                .batch_execute(&format!("create schema if not exists tap; create extension {extension} schema tap"))
                .await
                .expect("./rapport test installs pgTAP and plpgsql_check");
        }
        drop(client);
        // The server notices a closed connection a moment later; until then the name is held.
        while maintenance
            .batch_execute(&format!("alter database template_in_the_making rename to {name}"))
            .await
            .is_err()
        {
            tokio::task::yield_now().await;
        }
    }
    maintenance.batch_execute("select pg_advisory_unlock(4700)").await.unwrap();
    name
}

/// A database of its own for one test, gone when the test ends.
pub struct TestApp {
    /// The database's name.
    pub name: String,
    /// How the owner reaches it.
    pub config: Config,
    /// The database as the program uses it.
    pub database: Database,
}

impl TestApp {
    /// A database with the whole schema.
    pub async fn new() -> Self {
        let maintenance = connect(&config("postgres")).await;
        let template = template(&maintenance).await;
        // The files as such, which without fsync is faster than to log every page of them.
        Self::create(&maintenance, &format!("template {template} strategy file_copy")).await
    }

    /// A database with nothing in it.
    pub async fn empty() -> Self {
        let maintenance = connect(&config("postgres")).await;
        Self::create(&maintenance, "").await
    }

    async fn create(maintenance: &Client, from: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("it_{}_{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        // A process that was killed left its own, and its number is given again.
        maintenance.batch_execute(&format!("drop database if exists {name} with (force)")).await.unwrap();
        maintenance.batch_execute(&format!("create database {name} {from}")).await.expect("a database can be made");
        let config = config(&name);
        let database = Database::new(Address::local(config.clone()), None);
        Self { name, config, database }
    }

    /// A connection as the owner.
    pub async fn owner(&self) -> Client {
        self.database.owner().await.expect("the test database answers")
    }

    /// A connection to another database of the same server, for what cannot be done from within.
    pub async fn maintenance(&self) -> Client {
        connect(&config("postgres")).await
    }

    /// The database once more, for a task of its own.
    pub fn another(&self) -> Database {
        Database::new(Address::local(self.config.clone()), None)
    }

    /// A way to the server that can be disturbed, and the database as DATABASE_URL says it, by that way.
    pub async fn proxied(&self) -> (Proxy, String) {
        let params = server().connection_params();
        let proxy = Proxy::to(params.socket_dir.join(format!(".s.PGSQL.{}", params.port))).await;
        let url = format!("postgresql://{}@127.0.0.1:{}/{}?sslmode=disable", params.user, proxy.port, self.name);
        (proxy, url)
    }

    /// The database as DATABASE_URL says it, for the binary.
    pub fn url(&self) -> String {
        let params = server().connection_params();
        let host = params.socket_dir.display().to_string().replace('/', "%2F");
        format!("postgresql://{}@{host}:{}/{}", params.user, params.port, self.name)
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let (config, name) = (config("postgres"), self.name.clone());
        // A runtime of its own: the test's may be ending.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let client = connect(&config).await;
                client.batch_execute(&format!("drop database if exists {name} with (force)")).await
            })
        });
        // A test that fails already must not panic twice.
        let dropped = dropped.join();
        assert!(std::thread::panicking() || matches!(dropped, Ok(Ok(()))), "the test's database could not be dropped");
    }
}

/// A folder below `target/` for one test's files, gone when the test ends.
pub struct TestDir(pub PathBuf);

impl TestDir {
    /// A new empty folder.
    pub fn new(name: &str) -> Self {
        let path = scratch_dir(&root().join("target/test-files")).join(format!("{name}-{}", process::id()));
        drop(std::fs::remove_dir_all(&path));
        std::fs::create_dir_all(&path).unwrap();
        // A server of root's runs as another user, who must be able to pass.
        for folder in [path.parent().unwrap(), &path] {
            std::fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        }
        Self(path)
    }
}

impl Drop for TestDir {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
