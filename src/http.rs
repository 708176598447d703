//! Calls LinkedIn, Apify and the receivers of webhooks, and trusts none of them.
//!
//! ```no_run
//! # use rapport::http::{Client, Expects, Options, Request, retry};
//! # async fn run(token: secrecy::SecretString) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Options::default())?;
//! let url = "https://api.apify.com/v2/actor-runs/HG7ML7M8z78YcAPEB".parse()?;
//! let request = Request::get("actor-runs/{id}", url).bearer(&token).expects(Expects::Json);
//! let result = client.send(&request).await;
//! let attempt = retry::Attempt { number: 1, idempotent: true, now: jiff::Timestamp::now(), chance: retry::chance() };
//! match retry::judge(result.as_ref(), &attempt) {
//!     retry::Verdict::Done => {}
//!     later => println!("{later:?}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! - `guard.rs` decides where a call may go, by `addresses.rs`;
//! - `request.rs`, `client.rs`, `answer.rs`, `error.rs` make one call;
//! - `retry.rs` says what to do after it. Nothing here waits or sends twice: who calls keeps its state in the database.

mod addresses;
mod answer;
mod client;
mod error;
mod guard;
mod request;
pub mod retry;
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
