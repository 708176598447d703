//! LinkedIn, as far as Rapport calls it: the REST API of pages and ads, OAuth, the one call that browsers make, and webhooks,
//! over an invented company with a page and an ad account.
//!
//! Source: LinkedIn's documents of 2026. Where they leave something open, the simulator does what is harder on whoever calls.
//! One port stands for both `www.linkedin.com` and `api.linkedin.com`, whose paths do not meet.
//!
//! What a test sets and counts is on the handle, [`LinkedIn`], and below `/_simulator` for tests in another process:
//!
//! | | |
//! |---|---|
//! | `GET /_simulator` | counts: calls by endpoint; segments, calls with cookies, subscriptions |
//! | `POST /_simulator` | one of `{limit}` (calls of a day and endpoint; null: any number), `{consent}` (a [`Consent`]), `{tokens}` (a [`Change`]), `{session}` (a [`Session`]), `{partner}` (whether the app is given refresh tokens), `{redirect}` (one more of the app's) |
//! | `POST /_simulator/faults`, `DELETE` | a [`Rule`](super::faults::Rule); forgets all |
//! | `POST /_simulator/tokens` | `{scopes}`: gives a token, as a consent would |
//! | `POST /_simulator/challenge` | `{url}`: whether a receiver of webhooks knows the app's secret |
//! | `GET /_simulator/notifications` | the latest ten that there could be |
//! | `POST /_simulator/notify` | `{url, notifications}`: delivers them, signed |
//!
//! The endpoints for faults are `ads.accounts`, `ads.groups`, `ads.campaigns`, `ads.creatives`, `ads.analytics`, `pages.roles`,
//! `pages.get`, `pages.posts`, `pages.followers`, `pages.size`, `posts.list`, `posts.get`, `posts.metadata`, `posts.comments`,
//! `posts.reactions`, `segments.create`, `segments.get`, `segments.users`, `segments.companies`, `subscriptions.put`,
//! `oauth.authorization`, `oauth.token`, `oauth.introspect`, `userinfo` and `voyager.me`.

mod control;
mod errors;
mod oauth;
mod rest;
mod restli;
mod segments;
mod shared;
mod tokens;
mod voyager;
mod webhooks;
mod world;

use std::{collections::BTreeMap, io, sync::Arc, time::Duration};

use jiff::civil::Date;
use serde_json::Value;

use super::{
    faults::{Dialect, Faults},
    server::Server,
};
use crate::cli::demo;

use shared::Shared;

pub use oauth::{App, Consent};
pub use segments::SegmentReport;
pub use tokens::Change;
pub use voyager::{MeCall, Session};

/// The client id of the app that every simulator knows by default.
pub const CLIENT_ID: &str = "86simulated0app";
/// Its client secret. It opens nothing else.
pub const CLIENT_SECRET: &str = "simulated-client-secret";

/// Everything that can be asked for.
pub const SCOPES: [&str; 9] = [
    "openid",
    "profile",
    "email",
    "r_ads",
    "r_ads_reporting",
    "r_organization_social",
    "r_organization_admin",
    "rw_organization_admin",
    "rw_dmp_segments",
];

/// How a simulator behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// The port of the loopback; 0: any that is free.
    pub port: u16,
    /// From which posts, people and figures follow: by default the demo's.
    pub seed: u64,
    /// The day up to which there are figures; none: the day that it is, in UTC.
    pub today: Option<Date>,
    /// Companies, each with a page and an ad account that the member administers: 1.
    pub companies: usize,
    /// Posts of each page: 36.
    pub posts: usize,
    /// The app by which consent is asked for.
    pub app: App,
    /// The oldest version of the API that is not retired: 202509.
    pub oldest_version: u32,
    /// The newest that there is: 202611.
    pub newest_version: u32,
    /// Calls of an endpoint on a day; none: as many as anybody likes.
    pub daily_limit: Option<u32>,
    /// How long after it was made a segment takes nobody in: 5 s.
    pub segment_wait: Duration,
    /// How long after that it is built: 5 s.
    pub segment_build: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            seed: demo::SEED,
            today: None,
            companies: 1,
            posts: 36,
            app: App::default(),
            oldest_version: 202_509,
            newest_version: 202_611,
            daily_limit: None,
            segment_wait: Duration::from_secs(5),
            segment_build: Duration::from_secs(5),
        }
    }
}

/// A simulator that runs, and stops when this is dropped.
#[derive(Debug)]
pub struct LinkedIn {
    shared: Arc<Shared>,
    server: Server,
}

impl LinkedIn {
    /// Starts a simulator.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(options: Options) -> io::Result<Self> {
        let faults = Faults::new(Dialect { label: rest::label, error: errors::of_status });
        let port = options.port;
        let shared = Shared::new(options, faults);
        let server = Server::start(port, |_| {
            let rest = rest::router(Arc::clone(&shared));
            let pages = oauth::router(Arc::clone(&shared)).merge(voyager::router(Arc::clone(&shared)));
            shared.faults.over(rest.merge(pages)).merge(control::router(Arc::clone(&shared)))
        })?;
        Ok(Self { shared, server })
    }

    /// Where it is, for the place of `https://www.linkedin.com` and of `https://api.linkedin.com`.
    #[must_use]
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// What goes wrong.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The calls so far, by endpoint.
    #[must_use]
    pub fn calls(&self) -> BTreeMap<&'static str, u64> {
        self.shared.faults.calls()
    }

    /// Gives a token with these scopes, as a consent of the page's administrator would.
    #[must_use]
    pub fn token(&self, scopes: &[&str]) -> String {
        let scopes = scopes.iter().map(ToString::to_string).collect();
        self.shared.with(|state| state.tokens.give(scopes).text)
    }

    /// Calls of an endpoint that are answered on a day, in the place of what the options say.
    pub fn set_daily_limit(&self, calls: Option<u32>) {
        self.shared.with(|state| state.daily_limit = calls);
    }

    /// Decides what the member answers to questions for a consent.
    pub fn set_consent(&self, consent: Consent) {
        self.shared.with(|state| state.consent = consent);
    }

    /// Decides which scope is not granted though it is asked for; none: all are.
    pub fn withhold(&self, scope: Option<&str>) {
        self.shared.with(|state| state.withheld = scope.map(str::to_owned));
    }

    /// Adds to the addresses to which the app may have a browser sent back.
    pub fn add_redirect(&self, address: &str) {
        self.shared.with(|state| state.app.redirects.push(address.to_owned()));
    }

    /// Decides whether the app is an approved partner's, which alone are given refresh tokens.
    pub fn set_partner(&self, is_partner: bool) {
        self.shared.with(|state| state.app.is_partner = is_partner);
    }

    /// The secret by which the app is known.
    #[must_use]
    pub fn client_secret(&self) -> String {
        self.shared.with(|state| state.app.client_secret.clone())
    }

    /// Gives the app another secret, as its owner can; the old one is good for nothing then.
    pub fn set_client_secret(&self, secret: &str) {
        self.shared.with(|state| secret.clone_into(&mut state.app.client_secret));
    }

    /// Changes all tokens that were given so far.
    pub fn change_tokens(&self, change: &Change) {
        self.shared.with(|state| state.tokens.change(change));
    }

    /// Decides what becomes of the member's session in a browser.
    pub fn set_session(&self, session: Session) {
        self.shared.with(|state| state.session = session);
    }

    /// The calls that were made with the cookies of a session.
    #[must_use]
    pub fn me_calls(&self) -> Vec<MeCall> {
        self.shared.with(|state| state.me_calls.clone())
    }

    /// Asks a receiver of webhooks whether it knows the app's secret, and remembers it if it does.
    ///
    /// # Errors
    /// In words, what was wrong with its answer.
    pub async fn challenge(&self, url: &str) -> Result<(), String> {
        webhooks::challenge(&self.shared, url).await
    }

    /// Delivers notifications, 1 to 10, signed with the app's secret; the status of the answer.
    ///
    /// # Errors
    /// In words, why there was none.
    pub async fn notify(&self, url: &str, notifications: &[Value]) -> Result<u16, String> {
        webhooks::notify(&self.shared, url, notifications).await
    }

    /// The latest that members did with the page's posts, as notifications.
    #[must_use]
    pub fn notifications(&self, count: usize) -> Vec<Value> {
        webhooks::notifications(self.shared.world(), count)
    }

    /// Receivers of webhooks that subscribed.
    #[must_use]
    pub fn subscriptions(&self) -> Vec<String> {
        self.shared.with(|state| state.subscriptions.iter().cloned().collect())
    }

    /// The audience segments that were made, with what was put into them.
    #[must_use]
    pub fn segments(&self) -> Vec<SegmentReport> {
        self.shared.with(|state| state.segments.iter().map(segments::Segment::report).collect())
    }
}

#[cfg(test)]
mod tests;
