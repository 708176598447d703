//! Webhooks that come in.

pub mod signature;
