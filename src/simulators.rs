//! The services of others that Rapport calls, as servers on this machine: for tests, for development and for the demo, none
//! of which may depend on LinkedIn, cost money or touch a person who exists.
//!
//! ```
//! use rapport::simulators::apify::{Apify, Options};
//!
//! let apify = Apify::start(Options::default())?;
//! assert!(apify.url().starts_with("http://127.0.0.1:"));
//! assert_eq!(apify.started().len(), 0);
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! A simulator is as strict as the service: it refuses what the service refuses, in its words, and it fails as the network
//! fails where [`faults`] says so. It runs on a thread of its own, so that neither a blocked test nor a busy server slows it,
//! and stops when its handle is dropped. All that it knows is in memory.

pub mod apify;
pub mod faults;
pub mod linkedin;
pub mod oidc;
pub mod population;
mod receivers;
mod server;
pub mod smtp;
