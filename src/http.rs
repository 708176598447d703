//! Calls LinkedIn, Apify and the receivers of webhooks, and trusts none of them.
//!
//! - `guard.rs` decides where a call may go, by `addresses.rs`;
//! - `request.rs`, `client.rs`, `answer.rs`, `error.rs` make one call.

mod addresses;
mod answer;
mod client;
mod error;
mod guard;
mod request;
#[cfg(test)]
mod tests;

pub use reqwest::{Method, StatusCode};

pub use self::{
    addresses::is_public,
    answer::{Answer, Media},
    client::{Client, Options},
    error::{CallError, Cause, JsonFault, Phase, Place},
    guard::{AllowedOrigins, Lookup, Refused, SystemLookup},
    request::{Expects, Request},
};
