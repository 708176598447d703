//! crates/queries: typed Rust of every statement in queries/*.sql, checked against the real schema.

use std::{fs, path::Path, process::Command};

use anyhow::{Result, ensure};
use cornucopia::config::Config;

use crate::server;

/// Writes crates/queries.
pub fn write() -> Result<()> {
    let (fresh, committed) = (server::root().join("target/queries"), server::root().join("crates/queries"));
    generate(&fresh)?;
    // Replaced only once it is whole: without crates/queries nothing in the workspace builds, this program included.
    fs::remove_dir_all(&committed)?;
    fs::rename(fresh, committed)?;
    Ok(())
}

/// Fails when crates/queries is not what queries/*.sql give.
pub fn check() -> Result<()> {
    let fresh = server::root().join("target/queries");
    generate(&fresh)?;
    let same = Command::new("diff")
        .args(["-r", "-q", "--exclude=target", "--exclude=Cargo.lock"])
        .arg(&fresh)
        .arg(server::root().join("crates/queries"))
        .status()?
        .success();
    ensure!(same, "crates/queries is out of date; run: cargo run -p xtask -- queries");
    Ok(())
}

fn generate(destination: &Path) -> Result<()> {
    if destination.exists() {
        fs::remove_dir_all(destination)?;
    }
    let mut config = Config::from_file(server::root().join("queries/cornucopia.toml"))?;
    config.queries = server::root().join("queries");
    config.destination = destination.to_path_buf();
    server::with_database("rapport_queries", |_, client| {
        cornucopia::gen_live(client, config).map_err(|error| anyhow::anyhow!("{error:?}"))
    })?;
    let sources = fs::read_dir(destination.join("src"))?.chain(fs::read_dir(destination.join("src/queries"))?);
    let files: Vec<_> = sources
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    ensure!(Command::new("rustfmt").args(["--edition", "2024"]).args(files).status()?.success(), "rustfmt failed");
    Ok(())
}
