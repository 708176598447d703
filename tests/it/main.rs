//! Every test that needs a database or the binary, in one program.
//!
//! Each test has a database of its own, a clone of a template that is made once a version of the schema; so they run in
//! parallel and leave nothing behind.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod api;
mod bench;
mod campaigns;
mod cli;
mod clocks;
mod connections;
mod database_url;
mod demo;
mod disk_full;
mod dump;
mod endpoints;
mod enrichment;
mod erasing;
mod foreign;
mod import_faults;
mod import_kill;
mod jobs;
mod keys;
mod linkedin;
mod linkedin_sync;
mod mail;
mod matching_mix;
mod metrics_mix;
mod outages;
mod pages;
mod pgtap;
mod prototype;
mod read_as;
mod reading;
mod reports;
mod scrape;
mod search;
mod seen_on;
mod serve;
mod service;
mod settings;
mod sign_in;
mod simulation;
mod support;
mod tenants;
mod webhooks;
