//! Users: who signs in, with a password or a link, and to which tenants they belong.
//!
//! A user may belong to many tenants, so that users are the owner's; a session is of one tenant.  Nobody learns from an answer, or
//! from the time that it takes, whether there is a user of an address.

use std::{net::IpAddr, sync::Arc, time::Duration};

use deadpool_postgres::{Object, Transaction};
use queries::queries::{sessions as sessions_sql, users as sql};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::{sessions::Session, tokens::Token};
use crate::{
    db::{Database, TenantId},
    error::Error,
    import::printable,
    oidc::Person,
};
use password::Passwords;

mod letters;
mod notes;
pub mod password;

/// How long a link for a new password is good.
pub const LINK: Duration = Duration::from_hours(72);
/// How long a link that signs somebody in is good.
pub const QUICK_LINK: Duration = Duration::from_mins(10);
/// Characters of what a browser calls itself that are kept.
const AGENT: usize = 200;
/// Characters of a name.
const NAME: usize = 200;

/// What a member of a tenant may do there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, clap::ValueEnum)]
pub enum Role {
    /// Reads some campaigns.
    Client,
    /// Reads.
    Viewer,
    /// All but what stands at Settings.
    Editor,
    /// Everything.
    Owner,
}

impl Role {
    /// The name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Viewer => "viewer",
            Self::Editor => "editor",
            Self::Owner => "owner",
        }
    }

    /// The role of this name.
    ///
    /// # Errors
    /// When the database knows more roles than this program.
    pub fn from_name(name: &str) -> Result<Self, Error> {
        [Self::Client, Self::Viewer, Self::Editor, Self::Owner]
            .into_iter()
            .find(|role| role.name() == name)
            .ok_or_else(|| Error::Internal(anyhow::anyhow!("this program does not know the role {name}")))
    }
}

/// What a link opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The set-up of an installation that has no user yet.
    SetUp,
    /// A form for a new password.
    SetPassword,
    /// A session.
    SignIn,
}

impl Purpose {
    const fn name(self) -> &'static str {
        match self {
            Self::SetUp => "set_up",
            Self::SetPassword => "set_password",
            Self::SignIn => "sign_in",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::SetUp, Self::SetPassword, Self::SignIn].into_iter().find(|purpose| purpose.name() == name)
    }
}

/// Where somebody asks from.
#[derive(Debug)]
pub struct Origin {
    /// The address.
    pub address: IpAddr,
    /// The token of a browser in which somebody has signed in before.
    pub device: Option<Token>,
    /// What the browser calls itself.
    pub agent: String,
}

/// A session that has begun.
#[derive(Debug)]
pub struct SignedIn {
    /// What the browser holds up from now on.
    pub session: Token,
    /// What it is known again by, where it was not known.
    pub device: Option<Token>,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The address, the password, or both.
    #[error("The e-mail address or the password is wrong.")]
    Wrong,
    /// Too many guesses.
    #[error("Too many attempts. Try again in {} s.", .0.as_secs().max(1))]
    Later(Duration),
    /// Of a user who belongs to no tenant.
    #[error("You belong to no team any more; ask one of its owners.")]
    Nowhere,
    /// Of whom a sign-in service does not say that their address is theirs.
    #[error("The sign-in service has not made sure that the address is yours.")]
    Unverified,
    /// A link that was used, is too old, or never was.
    #[error("This link was used already, or is too old. Get a new one from where you got it.")]
    Link,
    /// Something else.
    #[error(transparent)]
    Other(#[from] Error),
}

impl From<tokio_postgres::Error> for Refused {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Other(error.into())
    }
}

/// What a link is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it opens.
    pub purpose: Purpose,
    /// Whose e-mail address it is for; none: of whoever sets the installation up.
    pub email: Option<String>,
}

/// The users of an installation.
#[derive(Clone)]
pub struct Users {
    database: Arc<Database>,
    passwords: Passwords,
    /// Whether users are written to.
    mails: bool,
    /// What is written down of strangers, one at a time: they may come by thousands, and others need connections too.
    noting: Arc<Semaphore>,
}

impl Users {
    /// The users of this database.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new(database: Arc<Database>) -> Result<Self, Error> {
        Ok(Self { database, passwords: Passwords::new()?, mails: false, noting: Arc::new(Semaphore::new(1)) })
    }

    /// The same users, who are written to: some worker has a mail server.
    #[must_use]
    pub const fn with_mails(mut self, mails: bool) -> Self {
        self.mails = mails;
        self
    }

    /// Signs somebody in who knows a password.  Leave to compare it is asked for first, all at once, so that two hundred guesses at
    /// the same moment are no more than two hundred one after the other.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn sign_in(&self, email: &str, password: &SecretString, from: Origin) -> Result<SignedIn, Refused> {
        let (account, hash) = self.compare(&kept_email(email), password, &from).await?;
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        let signed_in = enter(&tx, account, Some(&hash), from, "password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// The account of a password, and the hash that it was compared with.
    async fn compare(&self, email: &str, password: &SecretString, from: &Origin) -> Result<(Uuid, String), Refused> {
        let device = from.device.as_ref().map(|device| device.hash().to_vec());
        let guess = {
            let owner = self.database.lent_owner().await?;
            let address = from.address.to_string();
            sql::take_guess().bind(&owner, &email, &address.as_str(), &device.as_deref()).one().await?
        };
        if guess.wait_s > 0.0 {
            tracing::warn!(peer = %from.address, "too many passwords were tried");
            self.note_refusal(email, from.address);
            return Err(Refused::Later(Duration::from_secs_f64(guess.wait_s.ceil())));
        }
        let fits = self.passwords.fits(password, guess.hash.clone(), guess.is_known).await?;
        match (guess.account, guess.hash) {
            (Some(account), Some(hash)) if fits => Ok((account, hash)),
            (Some(account), _) => {
                self.note_failure(account, from.address);
                Err(Refused::Wrong)
            }
            _ => Err(Refused::Wrong),
        }
    }

    /// Signs somebody in who holds a link that does so.
    ///
    /// # Errors
    /// [`Refused`]; the link is used only where all went well.
    pub async fn sign_in_by_link(&self, link: &Token, from: Origin) -> Result<SignedIn, Refused> {
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        let account = use_link(&tx, link, Purpose::SignIn).await?.ok_or(Refused::Link)?;
        let signed_in = enter(&tx, account, None, from, "link").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Signs somebody in whom a sign-in service knows: as whom it has known them before; or, where it does so for the first time, as
    /// the user of an address that it has verified, who was let in before.
    ///
    /// # Errors
    /// [`Refused`]: [`Refused::Wrong`] of a stranger, also where they have an address that somebody here had before them.
    pub async fn sign_in_by_service(&self, person: &Person, from: Origin) -> Result<SignedIn, Refused> {
        let address = from.address;
        let signed_in = self.enter_by_service(person, from).await;
        if let Err(Refused::Wrong) = signed_in {
            self.note_stranger(person, address);
        }
        signed_in
    }

    async fn enter_by_service(&self, person: &Person, from: Origin) -> Result<SignedIn, Refused> {
        let (issuer, subject) = (person.issuer.as_str(), person.subject.as_str());
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        let account = if let Some(known) = sql::use_identity().bind(&tx, &issuer, &subject).opt().await? {
            known
        } else {
            let email = kept_email(person.email.as_deref().ok_or(Refused::Unverified)?);
            let bound = sql::bind_identity().bind(&tx, &issuer, &subject, &email.as_str()).opt().await?;
            let bound = bound.ok_or(Refused::Wrong)?;
            sql::say_actor().bind(&tx, &bound.to_string().as_str()).one().await?;
            sql::note_of_user().bind(&tx, &"user.identity_bound", &json!({"service": issuer}), &bound).await?;
            bound
        };
        let signed_in = enter(&tx, account, None, from, "sign-in service").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// What a link opens, without using it.
    ///
    /// # Errors
    /// [`Refused::Link`], when it opens nothing.
    pub async fn look_at(&self, link: &Token) -> Result<Link, Refused> {
        let owner = self.database.lent_owner().await?;
        let found = sql::link().bind(&owner, &link.hash().as_slice()).opt().await?.ok_or(Refused::Link)?;
        let purpose = Purpose::from_name(&found.purpose).ok_or(Refused::Link)?;
        Ok(Link { purpose, email: found.email })
    }

    /// Sets the password of whoever holds a link for that, ends all their sessions, and signs them in.
    ///
    /// # Errors
    /// [`Refused`]; the link is used only where all went well.
    pub async fn set_password(&self, link: &Token, password: &SecretString, from: Origin) -> Result<SignedIn, Refused> {
        let known = self.look_at(link).await?;
        let email = known.email.filter(|_| known.purpose == Purpose::SetPassword).ok_or(Refused::Link)?;
        let hash = self.passwords.hash(password, &email).await?;
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        let account = use_link(&tx, link, Purpose::SetPassword).await?.ok_or(Refused::Link)?;
        sql::say_actor().bind(&tx, &account.to_string().as_str()).one().await?;
        self.tell_of_change(&tx, account).await?;
        sql::set_password().bind(&tx, &hash.as_str(), &account, &None::<&str>).await?;
        let signed_in = enter(&tx, account, Some(&hash), from, "new password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Changes the password of a user who knows the present one, ends all their sessions, and begins another.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn change_password(
        &self,
        user: (Uuid, &str),
        present: &SecretString,
        next: &SecretString,
        from: Origin,
    ) -> Result<SignedIn, Refused> {
        let (account, email) = user;
        password::check(next.expose_secret(), email)?;
        let (known, before) = self.compare(email, present, &from).await?;
        if known != account {
            return Err(Refused::Wrong);
        }
        let hash = self.passwords.hash(next, email).await?;
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        sql::say_actor().bind(&tx, &account.to_string().as_str()).one().await?;
        self.tell_of_change(&tx, account).await?;
        // Somebody may have changed it since it was compared, and theirs stays.
        if sql::set_password().bind(&tx, &hash.as_str(), &account, &Some(before.as_str())).await? != 1 {
            return Err(Refused::Wrong);
        }
        let signed_in = enter(&tx, account, Some(&hash), from, "new password").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Sets the installation up: its first user, who owns the first tenant.
    ///
    /// # Errors
    /// [`Refused`]; the link is used only where all went well.
    pub async fn set_up(
        &self,
        link: &Token,
        tenant: TenantId,
        (email, name): (&str, &str),
        password: &SecretString,
        from: Origin,
    ) -> Result<SignedIn, Refused> {
        let email = valid_email(email)?;
        if self.look_at(link).await?.purpose != Purpose::SetUp {
            return Err(Refused::Link);
        }
        let hash = self.passwords.hash(password, &email).await?;
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        sql::lock_users().bind(&tx).await?;
        use_link(&tx, link, Purpose::SetUp).await?;
        if sql::has_users().bind(&tx).one().await? {
            return Err(Refused::Link);
        }
        sql::say_actor().bind(&tx, &"set-up").one().await?;
        let account = sql::add_user().bind(&tx, &email.as_str(), &printable(name.trim(), NAME).as_str()).one().await?;
        sql::set_password().bind(&tx, &hash.as_str(), &account, &None::<&str>).await?;
        sql::add_member().bind(&tx, &tenant.0, &account, &Role::Owner.name(), &None::<&[i32]>).await?;
        let signed_in = enter(&tx, account, Some(&hash), from, "set-up").await?;
        tx.commit().await?;
        Ok(signed_in)
    }

    /// Goes on in another tenant of the user's, in a session that ends when the present one would have; the database refuses a
    /// tenant that the user does not belong to.
    ///
    /// # Errors
    /// [`Error::NotFound`], when the user does not belong there; [`Error::Unauthorized`], when the session has ended.
    pub async fn go_to(&self, session: &Session, tenant: TenantId, agent: &str) -> Result<Token, Error> {
        let over = || Error::Unauthorized("Your session has ended; sign in again.".to_owned());
        let token = Token::of_tenant(tenant)?;
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        sql::hold_user().bind(&tx, &session.user, &None::<&str>).opt().await?.ok_or_else(over)?;
        let ends = sessions_sql::leave_session().bind(&tx, &session.tenant.0, &session.id).opt().await?;
        let ends = ends.ok_or_else(over)?;
        let (hash, agent) = (token.hash(), printable(agent, AGENT));
        let begun = sessions_sql::begin_session()
            .bind(&tx, &tenant.0, &session.user, &hash.as_slice(), &agent.as_str(), &Some(ends))
            .await;
        match begun.map_err(Error::from) {
            Ok(_) => {}
            Err(Error::Conflict(_)) => return Err(Error::NotFound("You do not belong to that team.".to_owned())),
            Err(error) => return Err(error),
        }
        sql::say_actor().bind(&tx, &session.user.to_string().as_str()).one().await?;
        sql::note_in().bind(&tx, &session.tenant.0, &"user.went_elsewhere", &session.user, &json!({})).await?;
        sql::note_in().bind(&tx, &tenant.0, &"user.came_over", &session.user, &json!({})).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Ends every session of a user, in every tenant, and lets no browser be a known one any more.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn sign_out_everywhere(&self, account: Uuid, actor: &str) -> Result<(), Error> {
        let mut owner = self.database.lent_owner().await?;
        let tx = owner.transaction().await?;
        sql::say_actor().bind(&tx, &actor).one().await?;
        sql::end_sessions().bind(&tx, &account).await?;
        sql::note_of_user().bind(&tx, &"user.signed_out_everywhere", &json!({}), &account).await?;
        Ok(tx.commit().await?)
    }

    /// A link that opens one door once, for a user or (none) for whoever sets the installation up.  The one before is over.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn link(
        &self,
        account: Option<Uuid>,
        purpose: Purpose,
        good_for: Duration,
        actor: &str,
    ) -> Result<Token, Error> {
        let mut owner = self.lend().await?;
        let tx = owner.transaction().await?;
        let token = make_link(&tx, account, purpose, good_for, actor).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// A connection that sees all users.
    pub(super) async fn lend(&self) -> Result<Object, Error> {
        self.database.lent_owner().await
    }

    /// Whether nobody can sign in yet.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn is_empty(&self) -> Result<bool, Error> {
        let owner = self.database.lent_owner().await?;
        Ok(!sql::has_users().bind(&owner).one().await?)
    }
}

/// Makes a link in a transaction that may do more; the one before is over when that commits.
pub(crate) async fn make_link(
    tx: &Transaction<'_>,
    account: Option<Uuid>,
    purpose: Purpose,
    good_for: Duration,
    actor: &str,
) -> Result<Token, Error> {
    let token = Token::random()?;
    let (hash, seconds) = (token.hash(), good_for.as_secs_f64());
    sql::make_link().bind(tx, &hash.as_slice(), &purpose.name(), &account, &seconds).await?;
    if let Some(account) = account {
        sql::say_actor().bind(tx, &actor).one().await?;
        sql::note_of_user().bind(tx, &"user.link_made", &json!({"opens": purpose.name()}), &account).await?;
    }
    Ok(token)
}

/// Uses a link up; whom it is for, or none where it opened nothing.
async fn use_link(tx: &Transaction<'_>, link: &Token, purpose: Purpose) -> Result<Option<Uuid>, Refused> {
    let used = sql::use_link().bind(tx, &link.hash().as_slice(), &purpose.name()).opt().await?;
    used.ok_or(Refused::Link)
}

/// Begins a session of a user; `hash` is the password's that was compared, which may have been changed since.
async fn enter(
    tx: &Transaction<'_>,
    account: Uuid,
    hash: Option<&str>,
    from: Origin,
    by: &'static str,
) -> Result<SignedIn, Refused> {
    let home = sql::hold_user().bind(tx, &account, &hash).opt().await?.ok_or(Refused::Wrong)?;
    let tenant = TenantId(home.ok_or(Refused::Nowhere)?);
    let session = Token::of_tenant(tenant)?;
    let agent = printable(&from.agent, AGENT);
    let hash = session.hash();
    sessions_sql::begin_session().bind(tx, &tenant.0, &account, &hash.as_slice(), &agent.as_str(), &None).await?;
    // What a browser shows may be anybody's invention, or a copy of what was known once.
    let is_known = match &from.device {
        Some(device) => sql::is_known_device().bind(tx, &device.hash().as_slice(), &account).one().await?,
        None => false,
    };
    let device = if is_known { None } else { Some(Token::random()?) };
    if let Some(device) = &device {
        sql::know_device().bind(tx, &account, &device.hash().as_slice()).await?;
    }
    sql::say_actor().bind(tx, &account.to_string().as_str()).one().await?;
    let details = json!({"address": from.address.to_string(), "by": by, "browser": agent, "new_browser": !is_known});
    sql::note_in().bind(tx, &tenant.0, &"user.signed_in", &account, &details).await?;
    Ok(SignedIn { session, device })
}

/// An e-mail address as it would be kept, whatever somebody typed.
#[must_use]
pub fn kept_email(text: &str) -> String {
    text.trim().to_lowercase().replace('\0', "\u{fffd}")
}

/// An e-mail address as it is kept, or why it is none.  Whether it reaches anybody is not known before somebody has used a link
/// that was sent there.
///
/// # Errors
/// [`Error::Invalid`].
pub fn valid_email(text: &str) -> Result<String, Error> {
    let email = kept_email(text);
    let is_plain =
        |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@');
    match email.rsplit_once('@') {
        Some((mailbox, host)) if is_plain(mailbox) && is_plain(host) && email.len() <= 254 => Ok(email),
        _ => Err(Error::invalid("this is no e-mail address, which looks like name@company.example")),
    }
}
