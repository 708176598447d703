//! Members: who belongs to a tenant, and what they may do there.  The command line and the tenant's owners change it by the same
//! functions; an owner, unlike whoever has the database, opens nobody's door to a tenant of others.

use deadpool_postgres::Transaction;
use queries::queries::users as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    tokens::Token,
    users::{LINK, Purpose, Role, Users, make_link, valid_email},
};
use crate::{db::TenantId, error::Error};

/// How a member of a tenant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They have come by some way, if only by a link.
    Active,
    /// They have not come yet.
    Invited,
    /// They are let in no more.
    Disabled,
}

impl Standing {
    /// Of a row of `member_rows`.
    #[must_use]
    pub fn of(row: &Value) -> Self {
        let is = |key: &str| row[key] == Value::Bool(true);
        let has_come = is("has_password") || is("has_identity") || row["last_used"].is_string();
        match (row["disabled_at"].is_null(), has_come) {
            (true, true) => Self::Active,
            (true, false) => Self::Invited,
            (false, _) => Self::Disabled,
        }
    }

    /// In a word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Invited => "invited",
            Self::Disabled => "disabled",
        }
    }
}

/// Who changes something.
#[derive(Debug, Clone, Copy)]
pub enum By {
    /// Whoever has the database, and may do everything; by the name for the audit log.
    Machine(&'static str),
    /// An owner of the tenant.
    Owner(Uuid),
}

/// The members of a tenant, for somebody who changes them.
#[derive(Clone, Copy)]
pub struct Members<'a> {
    users: &'a Users,
    tenant: TenantId,
    by: By,
}

/// Somebody who was let in.
#[derive(Debug)]
pub struct Added {
    /// The user.
    pub account: Uuid,
    /// The address, as it is kept.
    pub email: String,
    /// By which they choose a password; none, where they have one.
    pub link: Option<Token>,
}

impl<'a> Members<'a> {
    /// The members of this tenant.
    #[must_use]
    pub const fn new(users: &'a Users, tenant: TenantId, by: By) -> Self {
        Self { users, tenant, by }
    }

    /// Lets somebody in.
    ///
    /// # Errors
    /// [`Error::Invalid`], when the address is none; [`Error::Conflict`], when they belong to the tenant already or are disabled;
    /// [`Error::Forbidden`], when an owner names somebody who belongs to a tenant of others.
    pub async fn add(
        &self,
        (email, name): (&str, &str),
        role: Role,
        campaigns: Option<&[i32]>,
    ) -> Result<Added, Error> {
        let email = valid_email(email)?;
        check_campaigns(role, campaigns)?;
        let mut owner = self.users.lend().await?;
        let tx = owner.transaction().await?;
        self.begin(&tx).await?;
        // Nobody takes them in elsewhere, or chooses a password for them, until this is done.
        let before = sql::hold_user_by_email().bind(&tx, &email.as_str()).opt().await?;
        if let Some(user) = &before {
            if user.disabled_at.is_some() {
                let whose = match self.by {
                    By::Machine(_) => "rapport user enable lets them sign in again",
                    By::Owner(_) => "whoever runs Rapport can let them sign in again",
                };
                return Err(Error::Conflict(format!("{email} is disabled; {whose}")));
            }
            let theirs = sql::memberships_of().bind(&tx, &user.id).all().await?;
            if theirs.iter().any(|tenant| tenant.id == self.tenant.0) {
                return Err(Error::Conflict(format!("{email} belongs to this tenant already")));
            }
            self.check_is_ours(&tx, user.id).await?;
        }
        let account = sql::add_user().bind(&tx, &email.as_str(), &name.trim()).one().await?;
        sql::add_member().bind(&tx, &self.tenant.0, &account, &role.name(), &campaigns).await?;
        let link = if before.is_some_and(|user| user.has_password) {
            None
        } else {
            Some(make_link(&tx, Some(account), Purpose::SetPassword, LINK, &self.actor()).await?)
        };
        tx.commit().await?;
        Ok(Added { account, email, link })
    }

    /// Changes what a member may do, and to which campaigns a client is confined (none: to none, they see all).
    ///
    /// # Errors
    /// [`Error::NotFound`], when they are none; [`Error::Conflict`], when the tenant would have no owner.
    pub async fn change(&self, account: Uuid, role: Role, campaigns: Option<&[i32]>) -> Result<(), Error> {
        check_campaigns(role, campaigns)?;
        let mut owner = self.users.lend().await?;
        let tx = owner.transaction().await?;
        self.begin(&tx).await?;
        self.hold(&tx, account).await?;
        sql::change_member().bind(&tx, &role.name(), &campaigns, &self.tenant.0, &account).await?;
        Ok(tx.commit().await?)
    }

    /// Sends somebody away; other tenants that they belong to stay theirs.
    ///
    /// # Errors
    /// [`Error::NotFound`], when they are no member; [`Error::Conflict`], when the tenant would have no owner.
    pub async fn remove(&self, account: Uuid) -> Result<(), Error> {
        let mut owner = self.users.lend().await?;
        let tx = owner.transaction().await?;
        self.begin(&tx).await?;
        self.hold(&tx, account).await?;
        sql::remove_member().bind(&tx, &self.tenant.0, &account).await?;
        Ok(tx.commit().await?)
    }

    /// A link by which a member chooses a new password; the one before is over.
    ///
    /// # Errors
    /// [`Error::NotFound`], when they are no member; [`Error::Conflict`], when they are disabled; [`Error::Forbidden`], when an
    /// owner asks for somebody who belongs to a tenant of others, which the link would open as well.
    pub async fn link(&self, account: Uuid) -> Result<Token, Error> {
        let mut owner = self.users.lend().await?;
        let tx = owner.transaction().await?;
        self.begin(&tx).await?;
        let member = self.hold(&tx, account).await?;
        if member.disabled_at.is_some() {
            return Err(Error::Conflict(format!("{} is disabled, and no link would open anything", member.email)));
        }
        self.check_is_ours(&tx, account).await?;
        let token = make_link(&tx, Some(account), Purpose::SetPassword, LINK, &self.actor()).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Ends the sessions that a member has in this tenant.
    ///
    /// # Errors
    /// [`Error::NotFound`], when they are no member.
    pub async fn sign_out(&self, account: Uuid) -> Result<(), Error> {
        let mut owner = self.users.lend().await?;
        let tx = owner.transaction().await?;
        self.begin(&tx).await?;
        self.hold(&tx, account).await?;
        sql::end_sessions_here().bind(&tx, &account, &self.tenant.0).await?;
        sql::note_in().bind(&tx, &self.tenant.0, &"member.signed_out", &account, &json!({})).await?;
        Ok(tx.commit().await?)
    }

    fn actor(&self) -> String {
        match self.by {
            By::Machine(name) => name.to_owned(),
            By::Owner(user) => user.to_string(),
        }
    }

    /// Says who acts, and holds what lets them.
    async fn begin(&self, tx: &Transaction<'_>) -> Result<(), Error> {
        sql::say_actor().bind(tx, &self.actor().as_str()).one().await?;
        if let By::Owner(user) = self.by {
            let held = sql::hold_owner().bind(tx, &self.tenant.0, &user).opt().await?;
            held.ok_or_else(|| Error::Forbidden("You are no owner of this team any more.".to_owned()))?;
        }
        Ok(())
    }

    async fn hold(&self, tx: &Transaction<'_>, account: Uuid) -> Result<sql::HoldMember, Error> {
        let member = sql::hold_member().bind(tx, &self.tenant.0, &account).opt().await?;
        member.ok_or_else(|| Error::NotFound("There is no such member of this tenant.".to_owned()))
    }

    /// Refuses an owner who would open the door to a tenant that somebody else owns.
    async fn check_is_ours(&self, tx: &Transaction<'_>, account: Uuid) -> Result<(), Error> {
        let By::Owner(acting) = self.by else { return Ok(()) };
        if sql::belongs_elsewhere().bind(tx, &account, &acting).one().await? {
            return Err(Error::Forbidden(
                "They belong to another team too, of which you are no owner, so whoever runs Rapport has to do this: rapport user --help"
                    .to_owned(),
            ));
        }
        Ok(())
    }
}

fn check_campaigns(role: Role, campaigns: Option<&[i32]>) -> Result<(), Error> {
    if campaigns.is_some() && role != Role::Client {
        return Err(Error::invalid("campaigns are chosen for the role client; everybody else sees all of them"));
    }
    Ok(())
}
