//! The database of Rapport: its SQL, its deployer, and the PostgreSQL that the binary manages.

pub mod cluster;
pub mod deploy;
mod files;
