//! The command `rapport`.

use std::process::ExitCode;

fn main() -> ExitCode {
    rapport::cli::main()
}
