//! What concerns LinkedIn itself, rather than files that somebody exported from it.

pub mod cookies;
