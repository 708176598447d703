//! The services of others that Rapport calls, as servers on this machine: for tests, for development and for the demo, none
//! of which may depend on LinkedIn, cost money or touch a person who exists.
//!
//! A simulator is as strict as the service: it refuses what the service refuses, in its words, and it fails as the network
//! fails where [`faults`] says so. It runs on a thread of its own, so that neither a blocked test nor a busy server slows it,
//! and stops when its handle is dropped. All that it knows is in memory.

pub mod faults;
pub mod population;
mod server;
