//! LinkedIn, by the real binary against a simulator of it: consents with all that can come of them, and the one call that is
//! made with a member's cookies.

mod consent;
mod session;
pub mod stand;
