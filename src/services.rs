//! The services that are called: where they are, and what calls them.

use crate::{
    config::Config,
    error::Error,
    http::{AllowedOrigins, Client, Options},
    mail::Mailer,
};
use url::Url;

/// LinkedIn and Apify, as the configuration places them.
#[derive(Debug, Clone)]
pub struct Services {
    /// What calls them.
    pub http: Client,
    /// Apify's API.
    pub apify: Url,
    /// What actors are called in its addresses: `actors`, or as in older ones `acts`.
    pub apify_actors: String,
    /// LinkedIn's pages: sign-in, and what a browser calls.
    pub linkedin: Url,
    /// LinkedIn's API.
    pub linkedin_api: Url,
    /// The version of LinkedIn's API that is asked for, such as 202607.
    pub linkedin_version: String,
    /// What calls receivers of webhooks, which are strangers: it may call nothing that is allowed for the services.
    pub receivers: Client,
    /// What sends mails, where somebody named a mail server.
    pub mail: Option<Mailer>,
}

impl Services {
    /// The services of a configuration.  An address that somebody configured may be one that the internet does not know.
    ///
    /// # Errors
    /// When the machine has nothing to make calls with.
    pub fn new(config: &Config) -> Result<Self, Error> {
        let places = [&config.apify_url, &config.linkedin_url, &config.linkedin_api_url];
        let usual = ["api.apify.com", "www.linkedin.com", "api.linkedin.com"];
        let unusual = places
            .into_iter()
            .filter(|url| url.scheme() != "https" || !url.host_str().is_some_and(|host| usual.contains(&host)));
        let origins: Vec<String> = unusual.map(|url| url.origin().ascii_serialization()).collect();
        let allowed: AllowedOrigins = origins.join(" ").parse().map_err(Error::invalid)?;
        Ok(Self {
            http: Client::new(Options { allowed, ..Options::default() })?,
            receivers: Client::new(Options { allowed: config.endpoint_origins.clone(), ..Options::default() })?,
            apify: config.apify_url.clone(),
            apify_actors: config.apify_actors.clone(),
            linkedin: config.linkedin_url.clone(),
            linkedin_api: config.linkedin_api_url.clone(),
            linkedin_version: config.linkedin_version.clone(),
            mail: config.mailer()?,
        })
    }
}

/// A path below a service's address, every segment encoded.
///
#[must_use]
pub fn below(base: &Url, path: &[&str]) -> Url {
    let mut url = base.clone();
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(path);
    }
    url
}
