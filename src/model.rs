//! Behaviour that is more than one statement, a noun a file.

pub mod api_keys;
pub mod campaigns;
pub mod connections;
pub mod imports;
pub mod keys;
pub mod members;
pub mod personas;
pub mod persons;
pub mod sessions;
pub mod tokens;
pub mod users;
pub mod webhooks;
