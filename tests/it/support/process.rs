//! Processes, and what is done to them.

use std::process::{Command, Output};

/// Sends a signal, by its name.
pub fn signal(name: &str, pid: u32) {
    // The shell's own `kill`, since a small machine has no other.
    assert!(Command::new("sh").args(["-c", &format!("kill -{name} {pid}")]).status().unwrap().success());
}

/// Says once more what a command has said, so that it is kept with what the test says, and is looked through for secrets.
pub fn heard(output: Output) -> Output {
    eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    output
}
