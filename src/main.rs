//! The command `rapport`.
fn main() {}
