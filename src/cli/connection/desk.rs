//! Where credentials are handed over: read, looked at, sealed, checked.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;
use queries::queries::connections as sql;
use secrecy::SecretString;
use uuid::Uuid;

use super::show;
use crate::{
    calls::First,
    cli::{input, keys, session::Session},
    config::Config,
    error::Error,
    linkedin::{
        consent::{AGAIN, Door},
        oauth,
    },
    model::{
        connections::{
            self, Access, Connection, Credentials, Type,
            check::{self, Check, Reach},
            consents,
            handover::{self, Target},
        },
        keys::Keyring,
    },
    services::Services,
};

/// Credentials that are handed over: never as an argument, which everybody on the machine can read.
#[derive(Debug, Args)]
pub struct Given {
    /// A file with the cookies of linkedin.com, as an extension or a tool exports them; - reads standard input
    #[arg(long, value_name = "FILE", group = "credentials")]
    cookies: Option<PathBuf>,
    /// A file with an Apify token; - reads standard input
    #[arg(long, value_name = "FILE", group = "credentials")]
    apify_token: Option<PathBuf>,
    /// Asks for a consent at LinkedIn, in a browser
    #[arg(long, group = "credentials")]
    oauth: bool,
    /// What the consent is for: `company_page` or `campaign_manager`
    #[arg(long = "type", value_name = "TYPE", requires = "oauth")]
    kind: Option<Type>,
    /// The client id of the app at LinkedIn
    #[arg(long, value_name = "ID", requires = "oauth")]
    client_id: Option<String>,
    /// A file with the client secret of the app at LinkedIn; - reads standard input
    #[arg(long, value_name = "FILE", requires = "oauth")]
    client_secret: Option<PathBuf>,
    /// The port of this machine to which LinkedIn sends the browser back
    #[arg(long, default_value_t = 8418)]
    port: u16,
}

impl Given {
    pub(super) const fn is_some(&self) -> bool {
        self.cookies.is_some() || self.apify_token.is_some() || self.oauth
    }

    pub(super) fn kind(&self) -> Result<Option<Type>, Error> {
        if self.cookies.is_some() {
            return Ok(Some(Type::Personal));
        }
        if self.apify_token.is_some() {
            return Ok(Some(Type::Apify));
        }
        match (self.oauth, self.kind) {
            (true, Some(kind @ (Type::CompanyPage | Type::CampaignManager))) => Ok(Some(kind)),
            (true, _) => {
                Err(Error::invalid("say what the consent is for: --type company_page or --type campaign_manager"))
            }
            (false, _) => Ok(None),
        }
    }
}

/// What the commands that touch credentials work with.
pub(super) struct Desk<'a> {
    config: &'a Config,
    pub(super) session: &'a Session,
    keyring: Keyring,
    services: Services,
}

impl<'a> Desk<'a> {
    pub(super) async fn open(config: &'a Config, session: &'a Session) -> Result<Self, Error> {
        let services = Services::new(config)?;
        let keyring = Keyring::open(&session.database, config).await?;
        keys::tell_made(&keyring);
        Ok(Self { config, session, keyring, services })
    }

    pub(super) fn access(&self) -> Access<'_> {
        Access { database: &self.session.database, keyring: &self.keyring, tenant: self.session.tenant }
    }

    /// Takes credentials in, for a new connection or for one that is there, and checks them.
    pub(super) async fn take(&self, given: &Given, target: Target<'_>, live: bool) -> Result<(), Error> {
        let now = Timestamp::now();
        // Looked at before anything is written.
        let (credentials, warnings) = match (&given.cookies, &given.apify_token) {
            (Some(file), _) => {
                let (jar, warnings) = connections::read_jar(&input::secret(file)?, now)?;
                (Some(Credentials::Cookies(Box::new(jar))), warnings)
            }
            (_, Some(file)) => (Some(Credentials::Token(connections::read_token(&input::secret(file)?)?)), Vec::new()),
            _ => (None, Vec::new()),
        };
        for warning in &warnings {
            eprintln!("note: {warning}");
        }
        let known = match &target {
            Target::New { .. } => None,
            Target::Known(id) => {
                let tx = self.session.begin().await?;
                let (known, closed) = connections::with_or_without_credentials(&self.keyring, &tx, *id).await?;
                tx.commit().await?;
                if let Some(error) = closed {
                    eprintln!("note: what it has now is replaced, and does not open: {error}");
                }
                Some(known)
            }
        };
        let (name, kind) = match (&target, &known) {
            (Target::New { name, kind, .. }, _) => (*name, *kind),
            (Target::Known(_), Some(known)) => (known.name.as_str(), known.kind),
            (Target::Known(_), None) => return Err(connections::no_connection()),
        };
        // Before anybody consents to what cannot be used.
        let fits = credentials.as_ref().map_or(!kind.scopes().is_empty(), |credentials| kind.takes(credentials));
        if !fits {
            return Err(handover::misfit(name, kind));
        }
        let (credentials, first) = match credentials {
            Some(credentials) => (credentials, None),
            None => self.consent(given, kind, &target, known.as_ref()).await?,
        };
        // A new connection comes with its credentials or not at all: whatever ends a consent before, an interrupt or a power cut,
        // leaves no row that bears the name and opens nothing.
        let tx = self.session.begin().await?;
        let (database, keyring) = (&self.session.database, &self.keyring);
        let id = handover::take(database, keyring, &tx, target, &credentials, first.as_ref()).await?;
        if live {
            sql::allow_probe().bind(&*tx, &true, &id).await?;
        }
        tx.commit().await?;
        let checked = self.check(id, if live { Reach::Live } else { Reach::Offline }).await;
        let tx = self.session.begin().await?;
        let row = sql::connection_row().bind(&*tx, &id).one().await?;
        tx.commit().await?;
        if let Err(error) = &checked {
            eprintln!("note: it is kept, and could not be checked: {error}");
        }
        show(self.config.json, &row)?;
        match checked {
            Ok(Check { status, reason, .. }) if check::final_status(status).is_some() => {
                Err(Error::Conflict(format!("it is kept, but cannot be used: {}", reason.unwrap_or_default())))
            }
            _ => Ok(()),
        }
    }

    /// Asks a human for a consent, which takes minutes, so that no transaction is open meanwhile.
    async fn consent(
        &self,
        given: &Given,
        kind: Type,
        target: &Target<'_>,
        known: Option<&Connection>,
    ) -> Result<(Credentials, Option<First>), Error> {
        if let Target::New { name, call_limit, .. } = target {
            consents::try_out(self.session.begin().await?, name, kind, *call_limit).await?;
        }
        let client_secret = match &given.client_secret {
            Some(file) => {
                let bytes = input::secret(file)?;
                let text = std::str::from_utf8(&bytes).map_err(|_| Error::invalid("the client secret is not text"))?;
                Some(SecretString::from(text.trim()))
            }
            None => None,
        };
        let before = known.and_then(|known| known.credentials.as_ref());
        let app = handover::app(given.client_id.clone(), client_secret, before)?;
        let door = Door::open(given.port).await?;
        let redirect = door.redirect.clone();
        let asked = oauth::ask(&self.services, &app.client_id, &redirect, kind.scopes())?;
        eprintln!("Open this in a browser, sign in as an administrator and allow it:\n\n  {}\n", asked.link);
        eprintln!("(LinkedIn must know {redirect} as a redirect URL of the app.) Waiting …");
        let code = door.code(&asked.state.text()).await?;
        let answer = consents::Given { kind, app, verifier: asked.verifier, redirect, again: AGAIN };
        answer.trade(self.access(), &self.services, known.map(|known| known.id), &code).await
    }

    pub(super) async fn check(&self, id: Uuid, reach: Reach) -> Result<Check, Error> {
        let tx = self.session.begin().await?;
        let connection = connections::by_id(&self.keyring, &tx, id).await?;
        tx.commit().await?;
        check::check(self.access(), &self.services, &connection, reach, None).await
    }
}
