//! What the checks take from Python's registry.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, ensure};

use crate::server;

/// What looks whether people of all kinds can use a page (axe-core 4.12.1), as a package of Python's carries it.
const AXE: (&str, &str) = ("axe-playwright-python", "0.1.8");

/// A package in a folder of its own, with pip told this besides.
pub fn install(folder: &Path, name: &str, version: &str, besides: &[&str]) -> Result<()> {
    eprintln!("installing {name} {version} ...");
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    let wanted = format!("{name}=={version}");
    run(Command::new(folder.join("bin/pip")).current_dir(folder).args(["install", "--quiet", &wanted]).args(besides))
}

/// The script of axe-core, of whose package nothing else is wanted.
pub fn axe() -> Result<PathBuf> {
    let (name, version) = AXE;
    let folder = server::root().join("target").join(format!("axe-{version}"));
    let script = folder.join("lib/axe_playwright_python/axe.min.js");
    if !script.exists() {
        install(&folder, name, version, &["--no-deps", "--target", "lib"])?;
        ensure!(script.exists(), "{name} {version} holds no axe-core");
    }
    Ok(script)
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("{command:?} did not start"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}
