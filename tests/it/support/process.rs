//! Processes, and what is done to them.

use std::{
    process::{Child, Command, Output},
    time::{Duration, Instant},
};

/// Sends a signal, by its name.
pub fn signal(name: &str, pid: u32) {
    // The shell's own `kill`, since a small machine has no other.
    assert!(Command::new("sh").args(["-c", &format!("kill -{name} {pid}")]).status().unwrap().success());
}

/// Puts a process to sleep as soon as something has come.
pub async fn sleep_when(process: &Child, mut has_come: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_mins(1);
    while !has_come() {
        assert!(Instant::now() < end, "it has not come");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    signal("STOP", process.id());
}

/// Wakes it, and lets it come to a good end.
#[track_caller]
pub fn wake(process: Child) {
    signal("CONT", process.id());
    let said = heard(process.wait_with_output().unwrap());
    assert!(said.status.success());
}

/// Says once more what a command has said, so that it is kept with what the test says, and is looked through for secrets.
pub fn heard(output: Output) -> Output {
    eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    output
}
