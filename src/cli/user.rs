//! `rapport user`: who signs in to the pages, and what they may do in a tenant.

use clap::Subcommand;
use queries::queries::{sessions as sessions_sql, tenants, users as sql};
use serde_json::{Value, json};
use tokio_postgres::Transaction;
use uuid::Uuid;

use crate::{
    cli::{
        campaign,
        output::{self, Column, Format},
        serve,
        session::{ACTOR, Session},
        words,
    },
    config::Config,
    error::Error,
    mail::{Letter, Mailer},
    model::{
        members::{By, Members, Standing},
        tokens::Token,
        users::{Purpose, QUICK_LINK, Role, Users, kept_email},
    },
};

/// What can be done with users.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists who belongs to the tenant
    List,
    /// Lets somebody in, and prints a link by which they choose their password
    Add {
        /// Their e-mail address
        email: String,
        /// What they are called
        #[arg(long, default_value = "")]
        name: String,
        /// What they may do
        #[arg(long, value_enum, default_value_t = Role::Editor)]
        role: Role,
        /// The only campaigns that a client sees, by name or number; may be said several times
        #[arg(long = "campaign", value_name = "NAME")]
        campaigns: Vec<String>,
        /// Sends them the link by mail, instead of printing it
        #[arg(long)]
        mail: bool,
    },
    /// Changes what a member may do
    Role {
        /// Their e-mail address
        email: String,
        /// What they may do from now on
        #[arg(value_enum)]
        role: Role,
        /// The only campaigns that a client sees, by name or number; may be said several times
        #[arg(long = "campaign", value_name = "NAME")]
        campaigns: Vec<String>,
    },
    /// Prints a link that is good once: for a new password, or to sign in at once
    Link {
        /// Their e-mail address
        email: String,
        /// Signs them in, for who has lost the password and the way to their mail; good for ten minutes
        #[arg(long)]
        sign_in: bool,
        /// Sends them the link by mail, instead of printing it
        #[arg(long, conflicts_with = "sign_in")]
        mail: bool,
    },
    /// Sends somebody away from the tenant; others that they belong to stay theirs
    Remove {
        /// Their e-mail address
        email: String,
    },
    /// Lets somebody sign in nowhere any more, and ends their sessions
    Disable {
        /// Their e-mail address
        email: String,
    },
    /// Lets them sign in again
    Enable {
        /// Their e-mail address
        email: String,
    },
    /// Ends all sessions of somebody, in every tenant
    SignOut {
        /// Their e-mail address
        email: String,
    },
    /// Forgets as whom a sign-in service knows somebody: the next who comes with their address, verified, is them
    Unbind {
        /// Their e-mail address
        email: String,
    },
    /// Deletes a user from every tenant
    Delete {
        /// Their e-mail address
        email: String,
        /// Says that you mean it: the address once more
        #[arg(long, value_name = "EMAIL")]
        confirm: Option<String>,
    },
}

const COLUMNS: &[Column] = &[
    Column("email", "User", Format::Text),
    Column("name", "Name", Format::Text),
    Column("role", "Role", Format::Text),
    Column("state", "State", Format::Text),
    Column("sessions", "Sessions", Format::Count),
    Column("last", "Last here", Format::Text),
];

/// Runs `rapport user …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let users = Users::new(session.database.clone())?;
    let members = Members::new(&users, session.tenant, By::Machine(ACTOR));
    match verb {
        Verb::List => list(config, &session).await,
        Verb::Add { email, name, role, campaigns, mail } => {
            let mailer = mailer(config, mail)?;
            let campaigns = confined(&session, role, &campaigns).await?;
            let added =
                members.add((&email, &name), role, campaigns.as_deref()).await.map_err(|error| match error {
                    Error::Conflict(why) => Error::Conflict(format!(
                        "{why}; rapport user role changes what somebody may do, rapport user link makes a new link"
                    )),
                    other => other,
                })?;
            let team = team(&session).await?;
            match (added.link, mailer) {
                (Some(token), Some(mailer)) => {
                    let text = token.text();
                    let letter = Letter::Invitation { team: &team, link: &text };
                    let sent = send(&users, &mailer, &added.email, letter).await;
                    tell_sent(config, (added.account, &added.email), &token, sent)
                }
                (Some(token), None) => print_link(config, added.account, &token, "three days"),
                (None, mailer) => {
                    if let Some(mailer) = mailer
                        && let Err(why) = send(&users, &mailer, &added.email, Letter::Welcome { team: &team }).await
                    {
                        eprintln!("note: the mail that tells them did not go: {why}");
                    }
                    said(
                        config,
                        added.account,
                        &format!("{} has a password already, and belongs to {:?} now", added.email, config.tenant),
                    )
                }
            }
        }
        Verb::Role { email, role, campaigns } => {
            let campaigns = confined(&session, role, &campaigns).await?;
            let account = user(&session, &email).await?;
            members.change(account, role, campaigns.as_deref()).await.map_err(|error| stranger(&email, error))?;
            said(config, account, &format!("{email} is {} now", role.name()))
        }
        Verb::Link { email, sign_in, mail } => {
            let mailer = mailer(config, mail)?;
            let account = user(&session, &email).await?;
            if sign_in {
                belongs(&session, account).await.map_err(|error| stranger(&email, error))?;
                let token = users.link(Some(account), Purpose::SignIn, QUICK_LINK, ACTOR).await?;
                return print_link(config, account, &token, "ten minutes");
            }
            let token = members.link(account).await.map_err(|error| stranger(&email, error))?;
            let Some(mailer) = mailer else { return print_link(config, account, &token, "three days") };
            let (email, text) = (kept_email(&email), token.text());
            let sent = send(&users, &mailer, &email, Letter::Reset { link: &text, good_for: "three days" }).await;
            tell_sent(config, (account, &email), &token, sent)
        }
        Verb::Unbind { email } => {
            let account = user(&session, &email).await?;
            belongs(&session, account).await.map_err(|error| stranger(&email, error))?;
            change(&session, async |tx| {
                if sql::unbind_identities().bind(tx, &account).await? > 0 {
                    sql::note_of_user().bind(tx, &"user.identity_unbound", &json!({}), &account).await?;
                }
                Ok(())
            })
            .await?;
            said(
                config,
                account,
                &format!("{email} is bound to no sign-in service any more, and anew when they next come"),
            )
        }
        Verb::Remove { email } => {
            let account = user(&session, &email).await?;
            members.remove(account).await.map_err(|error| stranger(&email, error))?;
            said(config, account, &format!("{email} does not belong to {:?} any more", config.tenant))
        }
        Verb::Disable { email } => disable(config, &session, &email, true).await,
        Verb::Enable { email } => disable(config, &session, &email, false).await,
        Verb::SignOut { email } => {
            let account = user(&session, &email).await?;
            belongs(&session, account).await.map_err(|error| stranger(&email, error))?;
            users.sign_out_everywhere(account, ACTOR).await?;
            said(config, account, &format!("{email} is signed in nowhere any more"))
        }
        Verb::Delete { email, confirm } => {
            let account = user(&session, &email).await?;
            if confirm.as_deref().map(str::to_lowercase) != Some(email.to_lowercase()) {
                return Err(Error::invalid(format!(
                    "this deletes {email} from every tenant; what they did stays; say that you mean it: --confirm {email}"
                )));
            }
            change(&session, async |tx| sql::delete_user().bind(tx, &account).await).await?;
            said(config, account, &format!("deleted {email}"))
        }
    }
}

/// What sends mails, where some are wanted.
fn mailer(config: &Config, is_wanted: bool) -> Result<Option<Mailer>, Error> {
    if !is_wanted {
        return Ok(None);
    }
    let mailer = config.mailer()?;
    mailer.map(Some).ok_or_else(|| Error::invalid("--mail needs a mail server: RAPPORT_SMTP_URL says which it is"))
}

/// What the tenant is called.
async fn team(session: &Session) -> Result<String, Error> {
    let tx = session.begin().await?;
    let tenant = tenants::tenant_itself().bind(&*tx, &session.tenant.0).one().await?;
    tx.commit().await?;
    Ok(tenant.name)
}

/// Sends a letter to somebody who has not had too many.
async fn send(users: &Users, mailer: &Mailer, email: &str, letter: Letter<'_>) -> Result<(), String> {
    users.take_mail(email).await.map_err(|error| error.to_string())?;
    mailer.send(email, letter).await.map_err(|error| error.to_string())
}

/// Says that a link went by mail; prints it where it did not.
fn tell_sent(
    config: &Config,
    (account, email): (Uuid, &str),
    token: &Token,
    sent: Result<(), String>,
) -> Result<(), Error> {
    match sent {
        Ok(()) => said(config, account, &format!("a link is on its way to {email}")),
        Err(why) => {
            eprintln!("note: the mail did not go: {why}");
            print_link(config, account, token, "three days")
        }
    }
}

/// What is said of a user who is no member, in the words of the command line.
fn stranger(email: &str, error: Error) -> Error {
    match error {
        Error::NotFound(_) => {
            Error::NotFound(format!("{email} does not belong to this tenant; rapport user add lets them in"))
        }
        other => other,
    }
}

async fn list(config: &Config, session: &Session) -> Result<(), Error> {
    let tx = session.begin().await?;
    let rows = sessions_sql::member_rows().bind(&*tx, &session.tenant.0).all().await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&rows);
    }
    let shown: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "email": row["email"], "name": row["name"], "role": row["role"], "state": Standing::of(row).word(), "sessions": row["sessions"],
                "last": words::moment(&row["last_used"]),
            })
        })
        .collect();
    output::print_rows(
        false,
        &shown,
        COLUMNS,
        "Nobody can sign in. rapport user add EMAIL --role owner lets somebody in.",
    )
}

async fn disable(config: &Config, session: &Session, email: &str, disabled: bool) -> Result<(), Error> {
    let account = user(session, email).await?;
    change(session, async |tx| sql::set_disabled().bind(tx, &disabled, &account).await).await?;
    let what = if disabled { "cannot sign in any more, and is signed out everywhere" } else { "can sign in again" };
    said(config, account, &format!("{email} {what}"))
}

/// Changes something as the owner of the database, and says who did it.
async fn change<T>(
    session: &Session,
    work: impl AsyncFnOnce(&Transaction<'_>) -> Result<T, tokio_postgres::Error>,
) -> Result<T, Error> {
    let mut owner = session.database.owner().await?;
    let tx = owner.transaction().await?;
    sql::say_actor().bind(&tx, &ACTOR).one().await?;
    let done = work(&tx).await?;
    tx.commit().await?;
    Ok(done)
}

/// The user of an address, whichever tenants they belong to.
async fn user(session: &Session, email: &str) -> Result<Uuid, Error> {
    let owner = session.database.lent_owner().await?;
    let found = sql::user_by_email().bind(&owner, &kept_email(email).as_str()).opt().await?;
    let found =
        found.ok_or_else(|| Error::NotFound(format!("there is no user {email:?}; rapport user list shows them")));
    Ok(found?.id)
}

/// Refuses a user who does not belong to the tenant.
async fn belongs(session: &Session, account: Uuid) -> Result<(), Error> {
    let owner = session.database.lent_owner().await?;
    let tenants = sql::memberships_of().bind(&owner, &account).all().await?;
    let is_member = tenants.iter().any(|tenant| tenant.id == session.tenant.0);
    is_member.then_some(()).ok_or_else(|| Error::NotFound(String::new()))
}

/// The numbers of the campaigns to which a client is confined.
async fn confined(session: &Session, role: Role, names: &[String]) -> Result<Option<Vec<i32>>, Error> {
    if names.is_empty() {
        return Ok(None);
    }
    if role != Role::Client {
        return Err(Error::invalid("--campaign is for the role client; everybody else sees all campaigns"));
    }
    let tx = session.begin().await?;
    let mut numbers = Vec::new();
    for name in names {
        numbers.push(campaign::find(&tx, name).await?.0);
    }
    tx.commit().await?;
    Ok(Some(numbers))
}

fn said(config: &Config, account: Uuid, words: &str) -> Result<(), Error> {
    if config.json {
        return output::print_json(&json!({"id": account}));
    }
    eprintln!("{}", output::clean(words));
    Ok(())
}

fn print_link(config: &Config, account: Uuid, token: &Token, good_for: &str) -> Result<(), Error> {
    let link = config.page(serve::address(config), &format!("/link?token={}", *token.text()));
    if config.json {
        return output::print_json(&json!({"id": account, "link": link}));
    }
    eprintln!("Give them this link; it is good once, for {good_for}, and opens their account to whoever has it:");
    output::print_text(&link)?;
    if let Some(note) = config.page_note() {
        eprintln!("{note}");
    }
    Ok(())
}
