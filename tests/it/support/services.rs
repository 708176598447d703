//! LinkedIn and Apify, simulated, and a server that calls them.

use rapport::simulators::{
    apify::{self, Apify, TOKEN},
    linkedin::{self, CLIENT_SECRET, LinkedIn},
};
use serde_json::json;

use super::server::{Server, rapport};

/// The cookie by which LinkedIn knows a member.
pub const LI_AT: &str = "AQEDASimulatedSimulatedSimulated0123456789";

/// Both services.
pub struct Services {
    pub apify: Apify,
    pub linkedin: LinkedIn,
}

impl Services {
    pub fn start() -> Self {
        Self {
            apify: Apify::start(apify::Options::default()).unwrap(),
            linkedin: LinkedIn::start(linkedin::Options::default()).unwrap(),
        }
    }

    /// A server that calls them, with a worker unless somebody says otherwise.
    pub fn server(&self, url: &str, more: &[&str]) -> Server {
        let mut command = rapport(url, &[&["serve", "--bind", "127.0.0.1:0"], more].concat());
        command.env("RAPPORT_APIFY_URL", self.apify.url());
        command.env("RAPPORT_LINKEDIN_URL", self.linkedin.url()).env("RAPPORT_LINKEDIN_API_URL", self.linkedin.url());
        Server::spawn(command)
    }

    /// A token of LinkedIn's for these scopes.
    pub fn linkedin_token(&self, scopes: &[&str]) -> String {
        self.linkedin.token(scopes)
    }
}

/// A jar with cookies of LinkedIn and of somebody else.
pub fn jar(li_at: &str) -> String {
    let cookie = |name: &str, value: &str, domain: &str| {
        json!({
            "name": name, "value": value, "domain": domain, "path": "/", "secure": true, "httpOnly": false,
            "hostOnly": false, "session": true, "sameSite": "no_restriction", "storeId": null,
        })
    };
    json!([
        cookie("bcookie", "\"v=2&simulated\"", ".linkedin.com"),
        cookie("li_at", li_at, ".www.linkedin.com"),
        cookie("JSESSIONID", "\"ajax:4711000000000000000\"", ".www.linkedin.com"),
        cookie("lidc", "\"b=OB01:s=O:r=O\"", ".linkedin.com"),
        cookie("lang", "v=2&lang=en-us", ".linkedin.com"),
        cookie("session", "of-another-site", ".example.com"),
    ])
    .to_string()
}

/// Refuses a text that holds any credential of these stories, as it is or as hexadecimal.
#[track_caller]
pub fn must_tell_nothing(text: &str, more: &[&str]) {
    for secret in [LI_AT, TOKEN, CLIENT_SECRET, "ajax:4711000000000000000"].iter().chain(more) {
        let hex = secret.bytes().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert!(!text.contains(secret) && !text.contains(&hex), "a secret is in {text}");
    }
}
