//! Webhooks that come in, told to the real router on a port of the loopback, with a real database behind it (S-13, T-5, T-7).

mod commands;
mod effects;
mod forged;
mod rough;
pub mod stand;
