//! Configuration: flags and environment variables, in one struct.
//!
//! Every value has a flag and a variable; the flag wins.  Secrets have a `…_FILE` variable too, which names a file that holds
//! the value.  A value that makes no sense stops the program with a line that names it; nothing falls back silently.

use std::{
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
};

use clap::{ArgMatches, Args, parser::ValueSource};
use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use crate::{
    db::address::Address,
    error::Error,
    http::AllowedOrigins,
    log,
    mail::Mailer,
    oidc::{Oidc, Settings},
};

/// The file beside the data in which a server says where it listens.
const ADDRESS: &str = "address";

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub struct Config {
    /// The PostgreSQL database to use [default: a private one that Rapport manages in the data directory]
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,

    /// A file that holds the database URL
    #[arg(long, global = true, env = "DATABASE_URL_FILE", value_name = "FILE")]
    pub database_url_file: Option<PathBuf>,

    /// Where the managed PostgreSQL keeps its data [default: the platform's data directory]
    #[arg(long, global = true, env = "RAPPORT_DATA_DIR", value_name = "DIR")]
    pub data_dir: Option<PathBuf>,

    /// The folder of PostgreSQL's programs, for the managed PostgreSQL [default: found]
    #[arg(long, global = true, env = "RAPPORT_PG_BIN", value_name = "DIR")]
    pub pg_bin: Option<PathBuf>,

    /// A file that holds the master key, which opens the credentials of connections [default: for the managed PostgreSQL,
    /// master.key in its directory]
    #[arg(long, global = true, env = "RAPPORT_MASTER_KEY_FILE", value_name = "FILE")]
    pub master_key_file: Option<PathBuf>,

    // A variable alone, since everybody on the machine can read the arguments of a process.
    #[arg(long, global = true, env = "RAPPORT_MASTER_KEY", hide = true, hide_env_values = true, value_parser = secret)]
    master_key: Option<SecretString>,

    /// Where Apify's API is, for a simulator or a proxy
    #[arg(
        long,
        global = true,
        env = "RAPPORT_APIFY_URL",
        hide = true,
        default_value = "https://api.apify.com",
        value_name = "URL"
    )]
    pub apify_url: Url,

    /// What Apify calls actors in its addresses; acts is the older word, which it also takes
    #[arg(
        long,
        global = true,
        env = "RAPPORT_APIFY_ACTORS",
        hide = true,
        default_value = "actors",
        value_parser = ["actors", "acts"],
        value_name = "WORD"
    )]
    pub apify_actors: String,

    /// Where LinkedIn's pages are, for a simulator or a proxy
    #[arg(
        long,
        global = true,
        env = "RAPPORT_LINKEDIN_URL",
        hide = true,
        default_value = "https://www.linkedin.com",
        value_name = "URL"
    )]
    pub linkedin_url: Url,

    /// Where LinkedIn's API is, for a simulator or a proxy
    #[arg(
        long,
        global = true,
        env = "RAPPORT_LINKEDIN_API_URL",
        hide = true,
        default_value = "https://api.linkedin.com",
        value_name = "URL"
    )]
    pub linkedin_api_url: Url,

    /// The version of LinkedIn's Marketing API, for when LinkedIn has retired the one that this program was made for
    #[arg(
        long,
        global = true,
        env = "RAPPORT_LINKEDIN_VERSION",
        hide = true,
        default_value = "202607",
        value_name = "YYYYMM",
        value_parser = month
    )]
    pub linkedin_version: String,

    /// Where webhooks may be sent besides the internet: http://127.0.0.1:5678 [default: nowhere]
    #[arg(
        long,
        global = true,
        env = "RAPPORT_ENDPOINT_ORIGINS",
        default_value = "",
        hide_default_value = true,
        value_name = "ORIGINS"
    )]
    pub endpoint_origins: AllowedOrigins,

    /// The tenant to act for, by its slug
    #[arg(long, global = true, env = "RAPPORT_TENANT", default_value = "default", value_name = "SLUG")]
    pub tenant: String,

    /// The address at which people open the pages, for links to them [default: http://127.0.0.1:8080]
    #[arg(long, global = true, env = "RAPPORT_URL", value_name = "URL", value_parser = site)]
    site: Option<Url>,

    // A variable alone, as it holds a password.
    #[arg(long, global = true, env = "RAPPORT_SMTP_URL", hide = true, hide_env_values = true, value_parser = secret)]
    smtp_url: Option<SecretString>,

    /// A file that holds the address of the mail server, smtps://user:password@host [default: no mail is sent]
    #[arg(long, global = true, env = "RAPPORT_SMTP_URL_FILE", value_name = "FILE")]
    smtp_url_file: Option<PathBuf>,

    /// In whose name mails are sent: Rapport <rapport@company.example>
    #[arg(long, global = true, env = "RAPPORT_MAIL_FROM", value_name = "SENDER")]
    mail_from: Option<String>,

    /// A service by which people sign in (OpenID Connect), by its address [default: none]
    #[arg(long, global = true, env = "RAPPORT_OIDC_ISSUER", hide = true, value_name = "URL")]
    oidc_issuer: Option<Url>,

    /// What the service calls Rapport
    #[arg(long, global = true, env = "RAPPORT_OIDC_CLIENT_ID", hide = true, value_name = "ID")]
    oidc_client_id: Option<String>,

    // A variable alone, as above.
    #[arg(long, global = true, env = "RAPPORT_OIDC_CLIENT_SECRET", hide = true, hide_env_values = true, value_parser = secret)]
    oidc_client_secret: Option<SecretString>,

    /// A file that holds the secret by which Rapport proves to the service what it is
    #[arg(long, global = true, env = "RAPPORT_OIDC_CLIENT_SECRET_FILE", hide = true, value_name = "FILE")]
    oidc_client_secret_file: Option<PathBuf>,

    /// What people call the service
    #[arg(
        long,
        global = true,
        env = "RAPPORT_OIDC_NAME",
        hide = true,
        default_value = "your company's account",
        value_name = "WORDS"
    )]
    oidc_name: String,

    /// Print JSON instead of tables
    #[arg(long, global = true)]
    pub json: bool,

    /// How commands that run for long write down what happens
    #[arg(long, global = true, env = "RAPPORT_LOG", default_value = "text", value_name = "STYLE")]
    pub log: log::Style,

    /// Ring the terminal's bell when a long command ends
    #[arg(long, global = true)]
    pub bell: bool,

    #[arg(long, global = true, env = "HOME", hide = true)]
    home: Option<PathBuf>,

    #[arg(long, global = true, env = "XDG_DATA_HOME", hide = true)]
    xdg_data_home: Option<PathBuf>,
}

/// Which database to use.
#[derive(Debug, Clone)]
pub enum Target {
    /// Somebody else's server.
    Url(Box<Address>),
    /// The PostgreSQL that this binary manages, in this directory.
    Managed(PathBuf),
}

/// Where the master key comes from.
#[derive(Debug, Clone)]
pub enum MasterKey {
    /// `RAPPORT_MASTER_KEY` itself.
    Value(SecretString),
    /// The file that `RAPPORT_MASTER_KEY_FILE` names.
    File(PathBuf),
    /// The file beside the managed PostgreSQL, which is made when it is first needed.
    Managed(PathBuf),
    /// Nowhere: the database is somebody else's, and no key was given.
    None,
}

/// A month of LinkedIn's API, as it names its versions.
fn month(value: &str) -> Result<String, String> {
    let is_month = value.len() == 6
        && value.bytes().all(|byte| byte.is_ascii_digit())
        && value[4..].parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
    if is_month { Ok(value.to_owned()) } else { Err("a version is a year and a month, such as 202607".to_owned()) }
}

/// The address of the pages: a scheme, a host, and no path below which they would be.
fn site(value: &str) -> Result<Url, String> {
    let wrong = || "an address of pages looks like https://rapport.company.example".to_owned();
    let url = Url::parse(value).map_err(|_| wrong())?;
    let is_site = matches!(url.scheme(), "http" | "https")
        && url.has_host()
        && matches!(url.path(), "" | "/")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    if is_site { Ok(url) } else { Err(wrong()) }
}

#[expect(clippy::unnecessary_wraps, reason = "clap's parsers may fail")]
fn secret(value: &str) -> Result<SecretString, std::convert::Infallible> {
    Ok(SecretString::from(value))
}

/// A secret that a variable holds, or a file that another names.
fn either(value: Option<&SecretString>, file: Option<&Path>, name: &str) -> Result<Option<SecretString>, Error> {
    let value = value.filter(|value| !value.expose_secret().trim().is_empty());
    match (value, file) {
        (Some(_), Some(_)) => Err(Error::invalid(format!("{name} and {name}_FILE are both set; keep one of them"))),
        (Some(value), None) => Ok(Some(value.clone())),
        (None, Some(file)) => {
            let text = std::fs::read_to_string(file)
                .map_err(|error| Error::invalid(format!("{name}_FILE: cannot read {}: {error}", file.display())))?;
            Ok(Some(SecretString::from(text.trim())))
        }
        (None, None) => Ok(None),
    }
}

impl Config {
    /// Where the master key comes from.
    ///
    /// # Errors
    /// [`Error::Invalid`], when two places are named.
    pub fn master_key(&self) -> Result<MasterKey, Error> {
        let value = self.master_key.clone().filter(|value| !value.expose_secret().trim().is_empty());
        match (value, self.master_key_file.clone()) {
            (Some(_), Some(_)) => {
                Err(Error::invalid("RAPPORT_MASTER_KEY and RAPPORT_MASTER_KEY_FILE are both set; keep one of them"))
            }
            (Some(value), None) => Ok(MasterKey::Value(value)),
            (None, Some(file)) => Ok(MasterKey::File(file)),
            (None, None) => Ok(match self.target()? {
                Target::Url(_) => MasterKey::None,
                Target::Managed(dir) => MasterKey::Managed(dir.join("master.key")),
            }),
        }
    }

    /// Of two settings that say the same in two ways, the flag wins over the variable.  Clap sees to that within a setting,
    /// and not between two.
    #[must_use]
    pub fn with_flags_first(mut self, matches: &ArgMatches) -> Self {
        let by_flag = |id: &str| matches.value_source(id) == Some(ValueSource::CommandLine);
        match (by_flag("database_url"), by_flag("database_url_file")) {
            (true, false) => self.database_url_file = None,
            (false, true) => self.database_url = None,
            // Both by flag or both by variable: nobody knows which is meant, and the caller is told.
            _ => {}
        }
        if by_flag("master_key_file") {
            self.master_key = None;
        }
        self
    }

    /// The database that the configuration names.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming the variable.
    pub fn target(&self) -> Result<Target, Error> {
        let url = self.database_url.as_deref().map(str::trim).filter(|url| !url.is_empty());
        let url = match (url, &self.database_url_file) {
            (Some(_), Some(_)) => {
                return Err(Error::invalid("DATABASE_URL and DATABASE_URL_FILE are both set; keep one of them"));
            }
            (Some(url), None) => Some((url.to_owned(), "DATABASE_URL")),
            (None, Some(file)) => {
                let text = std::fs::read_to_string(file).map_err(|error| {
                    Error::invalid(format!("DATABASE_URL_FILE: cannot read {}: {error}", file.display()))
                })?;
                Some((text.trim().to_owned(), "DATABASE_URL_FILE"))
            }
            (None, None) => None,
        };
        let Some((url, variable)) = url else {
            return Ok(Target::Managed(self.managed_dir()));
        };
        let address = Address::parse(&url).map_err(|reason| Error::invalid(format!("{variable}: {reason}")))?;
        Ok(Target::Url(Box::new(address)))
    }

    /// The address of a page, of a server that listens there where nobody said how people reach it.
    #[must_use]
    pub fn page(&self, listens: SocketAddr, path: &str) -> String {
        // Everywhere is no address, but here is part of it.
        let here = match listens {
            SocketAddr::V4(of) if of.ip().is_unspecified() => SocketAddr::from((Ipv4Addr::LOCALHOST, of.port())),
            SocketAddr::V6(of) if of.ip().is_unspecified() => SocketAddr::from((Ipv6Addr::LOCALHOST, of.port())),
            other => other,
        };
        format!("{}{path}", self.site().unwrap_or_else(|| format!("http://{here}")))
    }

    /// Notes down beside the data of Rapport's own PostgreSQL where a server listens, for the links of other commands.  Nobody
    /// needs it: where it cannot be written, they name the usual address.
    pub fn note_address(&self, listens: SocketAddr) {
        if matches!(self.target(), Ok(Target::Managed(_))) {
            let _ = std::fs::write(self.managed_dir().join(ADDRESS), listens.to_string());
        }
    }

    /// Where a server listens, or did last; none, where none has said so.
    #[must_use]
    pub fn noted_address(&self) -> Option<SocketAddr> {
        let Ok(Target::Managed(directory)) = self.target() else { return None };
        std::fs::read_to_string(directory.join(ADDRESS)).ok()?.trim().parse().ok()
    }

    /// What has to be for such an address to open, where nobody said how people reach it.
    #[must_use]
    pub fn page_note(&self) -> Option<&'static str> {
        let said = "It opens while `rapport serve` runs on this machine; RAPPORT_URL names the address at which others reach it.";
        self.site().is_none().then_some(said)
    }

    /// What sends mails; none, where no mail server is named.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming the variable that is missing or makes no sense.
    pub fn mailer(&self) -> Result<Option<Mailer>, Error> {
        let server = either(self.smtp_url.as_ref(), self.smtp_url_file.as_deref(), "RAPPORT_SMTP_URL")?;
        let Some(server) = server else { return Ok(None) };
        let missing =
            |name: &str| Error::invalid(format!("RAPPORT_SMTP_URL is set, and {name} is not, which every mail needs"));
        let from = self.mail_from.as_deref().ok_or_else(|| missing("RAPPORT_MAIL_FROM"))?;
        let site = self.site().ok_or_else(|| missing("RAPPORT_URL"))?;
        Mailer::new(&server, from, &site).map(Some)
    }

    /// What signs people in by a service; none, where none is named.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming the variable that is missing or makes no sense.
    pub fn service(&self) -> Result<Option<Oidc>, Error> {
        let Some(issuer) = self.oidc_issuer.clone() else { return Ok(None) };
        let missing = |name: &str| {
            Error::invalid(format!("RAPPORT_OIDC_ISSUER is set, and {name} is not, which the service needs"))
        };
        let (secret, file) = (self.oidc_client_secret.as_ref(), self.oidc_client_secret_file.as_deref());
        let settings = Settings {
            issuer,
            client_id: self.oidc_client_id.clone().ok_or_else(|| missing("RAPPORT_OIDC_CLIENT_ID"))?,
            client_secret: either(secret, file, "RAPPORT_OIDC_CLIENT_SECRET")?,
            name: self.oidc_name.clone(),
            site: self.site().ok_or_else(|| missing("RAPPORT_URL"))?,
        };
        Oidc::new(settings).map(Some)
    }

    /// The address of the pages, where somebody said it.
    #[must_use]
    pub fn site(&self) -> Option<String> {
        self.site.as_ref().map(|url| url.origin().ascii_serialization())
    }

    /// The directory of the managed PostgreSQL.
    #[must_use]
    pub fn managed_dir(&self) -> PathBuf {
        self.data_dir.clone().unwrap_or_else(|| {
            rapport_database::cluster::default_data_dir(self.home.as_deref(), self.xdg_data_home.as_deref())
        })
    }
}
