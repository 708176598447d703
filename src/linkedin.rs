//! What concerns LinkedIn itself, rather than files that somebody exported from it.

pub mod consent;
pub mod cookies;
pub mod facets;
pub mod marketing;
pub mod oauth;
pub mod voyager;
