//! Behaviour that is more than one statement, a noun a file.

pub mod api_keys;
pub mod audiences;
pub mod calendar;
pub mod campaigns;
pub mod companies;
pub mod connections;
pub mod engagements;
pub mod events;
pub mod imports;
pub mod jobs;
pub mod keys;
pub mod members;
pub mod personas;
pub mod persons;
pub mod posts;
pub mod search;
pub mod segments;
pub mod sessions;
pub mod strategies;
pub mod tokens;
pub mod uploads;
pub mod users;
pub mod webhooks;
