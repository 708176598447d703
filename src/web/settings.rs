//! Settings of a tenant: who belongs to it, its keys for programs, what was done, and what it is called.
//!
//! Everybody but clients sees who belongs to the tenant; all else is its owners'.

use std::sync::Arc;

use axum::{Router, response::Redirect, routing::get};
use serde::Deserialize;

use super::Pages;
use crate::model::{sessions::Session, users::Role};

mod audit;
mod keys;
mod member;
mod members;
mod retention;
mod tenant;

#[cfg(test)]
pub(super) use {
    audit::AuditPage,
    keys::KeysPage,
    member::{MemberPage, RemovalPage},
    members::MembersPage,
    retention::RetentionPage,
    tenant::TenantPage,
};

/// A page of the settings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Tab {
    pub(super) path: &'static str,
    pub(super) words: &'static str,
    icon: &'static str,
}

const MEMBERS: Tab = Tab { path: "/settings/members", words: "Members", icon: "users" };
const TENANT: Tab = Tab { path: "/settings/tenant", words: "Team", icon: "building" };
const KEYS: Tab = Tab { path: "/settings/keys", words: "API keys", icon: "key" };
const AUDIT: Tab = Tab { path: "/settings/audit", words: "Audit log", icon: "history" };

/// What stands above every page of the settings.
pub(super) struct Tabs {
    here: Tab,
    is_owner: bool,
}

impl Tabs {
    fn of(session: &Session, here: Tab) -> Self {
        Self { here, is_owner: session.role == Role::Owner }
    }

    pub(super) const fn all(&self) -> &'static [Tab] {
        if self.is_owner { &[MEMBERS, TENANT, KEYS, AUDIT] } else { &[MEMBERS] }
    }

    pub(super) fn is_here(&self, tab: &Tab) -> bool {
        self.here == *tab
    }

    #[cfg(test)]
    const fn sample(here: Tab) -> Self {
        Self { here, is_owner: true }
    }
}

/// What was done just now, by one of a list of words: what stands in an address may be anybody's.
#[derive(Deserialize)]
struct Did {
    #[serde(default)]
    did: String,
}

const DONE: [(&str, &str); 9] = [
    ("added", "They belong to the team now, and sign in with the password that they have."),
    ("told", "They belong to the team now, and hear of it by mail."),
    ("changed", "What they may do has changed, from their next click on."),
    ("removed", "They do not belong to the team any more, and are signed out of it."),
    ("signed-out", "They are signed out of this team, in every browser."),
    ("revoked", "The key has ended, on every server."),
    ("saved", "It is saved."),
    ("kept", "People are kept for as long as you said."),
    ("weighed", "The new weights count from now on, also for the engagements of before."),
];

impl Did {
    fn sentence(&self) -> Option<&'static str> {
        DONE.iter().find(|(word, _)| *word == self.did).map(|(_, sentence)| *sentence)
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/settings", get(async || Redirect::to(MEMBERS.path)))
        .merge(members::router())
        .merge(member::router())
        .merge(keys::router())
        .merge(audit::router())
        .merge(tenant::router())
        .merge(retention::router())
}

/// The fields of a form, of which some may come several times.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn first(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(there, _)| there == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|there| there == value)
    }
}
