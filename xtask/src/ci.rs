//! What `./rapport test` runs, in the order in which a mistake is found soonest.

use std::{
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Result, ensure};

use crate::{canaries, contract, python, queries, server, structure};

/// Runs every check; with arguments, the tests alone, with these arguments.
pub fn run(test_args: &[String]) -> Result<()> {
    let start = Instant::now();
    // Only a whole run is worth a server of its own.
    let memory = if test_args.is_empty() { server::InMemory::make() } else { None };
    if let Some(memory) = &memory {
        server::choose(memory.server());
    }
    // Held to the end, so that no test has to start it.
    let server = server::open()?;
    if test_args.is_empty() {
        step("format", || cargo(&["fmt", "--all", "--check"]))?;
        step("queries", queries::check)?;
        step("structure", structure::check)?;
        step("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
        step("documentation", || cargo(&["doc", "--workspace", "--no-deps", "--quiet"]))?;
        if installed("cargo-deny") {
            step("licences and sources", || cargo(&["deny", "--offline", "check", "bans", "licenses", "sources"]))?;
        }
    }
    let nextest = installed("cargo-nextest");
    canaries::forget();
    let axe = python::axe()?;
    step("tests", || {
        let mut command = cargo_command();
        if nextest {
            // Many of the tests wait for processes more than they work: with one more than there are cores a whole run took a
            // quarter longer.
            let cores = std::thread::available_parallelism().map_or(2, usize::from);
            command.args(["nextest", "run", "--workspace"]).env("NEXTEST_TEST_THREADS", (2 * cores).to_string());
        } else {
            command.args(["test", "--workspace", "--quiet"]);
        }
        // Cargo's own runner takes one name by itself; of several only the tests' program knows what to do.
        let (flags, names): (Vec<&String>, Vec<&String>) = test_args.iter().partition(|arg| arg.starts_with('-'));
        command.args(flags);
        if !nextest {
            command.arg("--");
        }
        finish(command.args(names).env("RAPPORT_TEST_SERVER", server::folder()).env("RAPPORT_TEST_AXE", &axe))
    })?;
    // Only the whole suite, and only where what it said was kept.
    if test_args.is_empty() {
        step("contract", || contract::check(None))?;
        if nextest {
            step("canaries", canaries::check)?;
        } else {
            eprintln!(
                "canaries: not looked for, since only cargo-nextest keeps what the tests say; cargo install cargo-nextest"
            );
        }
    }
    drop(server);
    drop(memory);
    eprintln!("all checks passed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    work().map_err(|error| error.context(format!("{name} failed")))?;
    eprintln!("{name}: passed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn cargo(args: &[&str]) -> Result<()> {
    finish(cargo_command().args(args).env("RUSTDOCFLAGS", "-D warnings"))
}

/// Cargo as from a terminal. What the cargo that runs this program tells it about its package is part of what build scripts
/// (ring's) depend on: with it, each `./rapport` after each `./rapport test` would build half of the dependencies again.
pub fn cargo_command() -> Command {
    let mut command = Command::new("cargo");
    for (name, _) in std::env::vars_os() {
        if ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|start| name.to_string_lossy().starts_with(start)) {
            command.env_remove(name);
        }
    }
    command
}

pub fn finish(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status()?;
    let words: Vec<_> = command.get_args().map(|arg| arg.to_string_lossy()).collect();
    ensure!(status.success(), "{} {} ended with {status}", command.get_program().to_string_lossy(), words.join(" "));
    Ok(())
}

fn installed(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
