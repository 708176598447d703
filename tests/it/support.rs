//! What the tests share.

pub mod app;
pub mod browser;
pub mod chromium;
pub mod compatible;
pub mod files;
pub mod live;
pub mod mix;
pub mod payloads;
pub mod process;
pub mod program;
pub mod proxy;
pub mod routes;
pub mod server;
pub mod services;
pub mod story;
