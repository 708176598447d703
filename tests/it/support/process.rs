//! Processes, and what is done to them.

use std::process::Command;

/// Sends a signal, by its name.
pub fn signal(name: &str, pid: u32) {
    // The shell's own `kill`, since a small machine has no other.
    assert!(Command::new("sh").args(["-c", &format!("kill -{name} {pid}")]).status().unwrap().success());
}
