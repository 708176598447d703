//! A scratch server for the tasks that need a database.

use std::path::{Path, PathBuf};

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
    let data_dir = scratch_dir(&root().join("target/test-server"));
    Ok(Cluster::open(ClusterOptions { data_dir, binaries, durable: false })?)
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
