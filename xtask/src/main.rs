//! Checks and generators of the repository.
//!
//! `cargo run -p xtask -- ci` is what `./rapport test` runs; the other tasks make what `ci` compares:
//! `queries` writes crates/queries from queries/*.sql, `structure` writes database/structure.sql.  `contract` asks the API that was
//! built last whether it does as its document says, so many times for each operation as its argument says.  `screenshots` takes pictures of every page.

mod canaries;
mod ci;
mod contract;
#[cfg(test)]
mod guarantees;
mod python;
mod queries;
mod screenshots;
mod server;
mod structure;

use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // In one line: the failed check has said its own, and a backtrace of this program would only push it off the screen.
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut args = std::env::args().skip(1);
    match args.next().as_deref() {
        Some("ci") => ci::run(&args.collect::<Vec<_>>()),
        Some("queries") => queries::write(),
        Some("structure") => structure::write(),
        Some("contract") => contract::check(args.next().as_deref()),
        Some("screenshots") => screenshots::take(&args.collect::<Vec<_>>()),
        other => bail!("there is no task {other:?}; the tasks are: ci, queries, structure, contract, screenshots"),
    }
}
