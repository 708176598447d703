//! Rapport shows a B2B team which of its ideal customers its LinkedIn campaigns really reach.
//!
//! ARCHITECTURE.md is the way in.  The database is the heart (folder `database/`); this crate is its edges: files, the
//! command line, the managed server.

pub mod api;
pub mod apify;
pub mod calendar;
pub mod calls;
pub mod cli;
pub mod config;
pub mod db;
pub mod error;
pub mod hooks;
pub mod http;
pub mod import;
pub mod jobs;
pub mod linkedin;
pub mod log;
pub mod mail;
pub mod model;
pub mod oidc;
mod same;
pub mod seal;
pub mod serve;
pub mod services;
pub mod simulators;
pub mod spreadsheet;
mod tls;
pub mod values;
pub mod web;
