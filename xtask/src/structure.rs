//! database/structure.sql: the finished database as `pg_dump` writes it, so that every change of it shows in a diff.

use std::{fs, process::Command};

use anyhow::{Context as _, Result, ensure};
use rapport_database::cluster::find_binaries;

use crate::server;

const HEADER: &str =
    "-- The finished database, as pg_dump writes it: cargo run -p xtask -- structure\n-- Made with PostgreSQL ";

/// Writes database/structure.sql.
pub fn write() -> Result<()> {
    fs::write(server::root().join("database/structure.sql"), dump()?)?;
    Ok(())
}

/// Fails when database/structure.sql is not what the migrations give.  Another major version of PostgreSQL words its dumps
/// in another way, so there it is left out, which is said.
pub fn check() -> Result<()> {
    let committed = fs::read_to_string(server::root().join("database/structure.sql"))
        .context("database/structure.sql is missing")?;
    let major = find_binaries(None)?.major();
    let Some(made_with) = committed.strip_prefix(HEADER).and_then(|rest| rest.lines().next()) else {
        anyhow::bail!("database/structure.sql has no header");
    };
    if made_with != major.to_string() {
        eprintln!("structure: made with PostgreSQL {made_with}, not compared on {major}");
        return Ok(());
    }
    ensure!(committed == dump()?, "database/structure.sql is out of date; run: cargo run -p xtask -- structure");
    Ok(())
}

fn dump() -> Result<String> {
    let binaries = find_binaries(None)?;
    server::with_database("rapport_structure", |cluster, _| {
        let params = cluster.connection_params();
        let output = Command::new(binaries.dir().join("pg_dump"))
            .args(["--schema-only", "--no-owner", "--no-comments", "--dbname=rapport_structure"])
            .arg(format!("--host={}", params.socket_dir.display()))
            .arg(format!("--port={}", params.port))
            .arg(format!("--username={}", params.user))
            .output()
            .context("pg_dump did not start")?;
        ensure!(output.status.success(), "pg_dump: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout)?;
        let mut dump = format!("{HEADER}{}\n", binaries.major());
        // Version lines differ from machine to machine, and `\restrict` holds a random word.
        for line in text.lines().filter(|line| !line.starts_with("-- Dumped") && !line.starts_with('\\')) {
            dump.push_str(line);
            dump.push('\n');
        }
        Ok(dump)
    })
}
