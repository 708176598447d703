//! A scratch server for the tasks that need a database.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use anyhow::{Context as _, Result};
use rapport_database::cluster::{Cluster, ClusterOptions, find_binaries, scratch_dir};
use tokio_postgres::{Client, Config, NoTls};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A server below `target/`, shared by all tasks and tests, which need no durability.
pub fn open() -> Result<Cluster> {
    let binaries = find_binaries(None).context("no PostgreSQL found")?;
    Ok(Cluster::open(ClusterOptions { data_dir: folder(), binaries, durable: false })?)
}

/// Where the server is: the one that stays for the next time, unless another was chosen.
pub fn folder() -> PathBuf {
    CHOSEN.get().cloned().unwrap_or_else(|| scratch_dir(&root().join("target/test-server")))
}

/// The server of this process, from now on.
pub fn choose(folder: PathBuf) {
    drop(CHOSEN.set(folder));
}

static CHOSEN: OnceLock<PathBuf> = OnceLock::new();

/// A folder in memory for the server of one whole run of the tests, gone when this is dropped.
///
/// Each test makes a database and drops it, a thousand files, and file systems on disks are slow to give away what was
/// deleted a moment ago: in memory the whole suite takes a tenth less of the processors.
pub struct InMemory(PathBuf);

impl InMemory {
    const PLACE: &str = "/dev/shm";
    const NAME: &str = "rapport-tests-";
    /// Bytes that have to be free there: several times what a whole run has ever held at once.
    const ROOM: u64 = 4 << 30;

    /// None where there is no such place, or little room.
    pub fn make() -> Option<Self> {
        let place = Path::new(Self::PLACE);
        Self::clear(place);
        let room = rustix::fs::statvfs(place).ok()?;
        let mounts = std::fs::read_to_string("/proc/mounts").ok()?;
        let free = std::fs::read_to_string("/proc/meminfo").ok()?;
        let free = free.lines().find_map(|line| line.strip_prefix("MemAvailable:"))?.split_whitespace().next()?;
        let free = free.parse::<u64>().ok()? << 10;
        if !mounts.contains(" /dev/shm tmpfs ") || room.f_bavail * room.f_frsize < Self::ROOM || free < 2 * Self::ROOM {
            return None;
        }
        let folder = place.join(format!("{}{}", Self::NAME, std::process::id()));
        std::fs::create_dir(&folder).ok()?;
        let made = Self(folder);
        // A server of root's runs as another user, who must be able to pass.
        std::fs::set_permissions(&made.0, std::os::unix::fs::PermissionsExt::from_mode(0o755)).ok()?;
        Some(made)
    }

    /// Where the server is.
    pub fn server(&self) -> PathBuf {
        self.0.join("server")
    }

    /// Removes what runs have left that were killed.
    fn clear(place: &Path) {
        for entry in std::fs::read_dir(place).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let owner = name.to_str().and_then(|name| name.strip_prefix(Self::NAME));
            if owner.is_some_and(|owner| !Path::new("/proc").join(owner).exists()) {
                drop(std::fs::remove_dir_all(entry.path()));
            }
        }
    }
}

impl Drop for InMemory {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// How to reach a database of the server.
pub fn config(cluster: &Cluster, database: &str) -> Config {
    let params = cluster.connection_params();
    let mut config = Config::new();
    config.host_path(&params.socket_dir).port(params.port).user(params.user).dbname(database);
    config
}

/// Connects; must run inside a tokio runtime.
pub async fn connect(config: &Config) -> Result<Client> {
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// Makes a fresh database with the whole schema, lets `work` use it, and drops it.
pub fn with_database<T>(name: &str, work: impl FnOnce(&Cluster, &Client) -> Result<T>) -> Result<T> {
    let cluster = open()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let client = runtime.block_on(async {
        let maintenance = connect(&config(&cluster, "postgres")).await?;
        maintenance.batch_execute(&format!("drop database if exists {name} with (force)")).await?;
        maintenance.batch_execute(&format!("create database {name}")).await?;
        let mut client = connect(&config(&cluster, name)).await?;
        rapport_database::deploy::migrate(&mut client).await?;
        client.batch_execute("set search_path = public, app").await?;
        anyhow::Ok(client)
    })?;
    let result = work(&cluster, &client);
    drop(client);
    runtime.block_on(async {
        let maintenance = connect(&config(&cluster, "postgres")).await?;
        maintenance.batch_execute(&format!("drop database if exists {name} with (force)")).await?;
        anyhow::Ok(())
    })?;
    result
}
