//! `rapport hook`: webhooks that come in.

use std::{path::PathBuf, time::Duration};

use clap::{Subcommand, ValueEnum};
use jiff::{Span, SpanRelativeTo};
use queries::queries::webhooks as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        input, keys,
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    error::Error,
    hooks::{SECRET_HEADER, process, signature::Secret},
    model::{
        connections,
        keys::Keyring,
        webhooks::{self, Kind},
    },
};

/// What can be done with webhooks.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Adds a source of deliveries, with an address and a secret of its own
    Add {
        /// The last part of its address: small letters, digits and hyphens
        #[arg(long)]
        name: String,
        /// Who delivers
        #[arg(long)]
        kind: Kind,
        /// The connection with which hints of LinkedIn (of type company_page) or Apify are followed up
        #[arg(long, value_name = "NAME")]
        connection: Option<String>,
        /// A file with the secret, if the other side gives one, as LinkedIn does; - reads standard input
        #[arg(long, value_name = "FILE")]
        secret: Option<PathBuf>,
    },
    /// Lists the sources with what waits of theirs
    List,
    /// Gives a source a new secret, while the old one stays good for a while
    Rotate {
        /// Its name
        name: String,
        /// How long the old one is good, such as 24h, 30m or 7d; 0s: not any more
        #[arg(long, default_value = "24h", value_name = "TIME", value_parser = time)]
        keep: Duration,
        /// A file with the new secret, if the other side gives one, as LinkedIn does; - reads standard input
        #[arg(long, value_name = "FILE")]
        secret: Option<PathBuf>,
    },
    /// Refuses everything that a source delivers, until it is resumed
    Pause {
        /// Its name
        name: String,
    },
    /// Takes its deliveries again
    Resume {
        /// Its name
        name: String,
    },
    /// Deletes a source with its secret and its deliveries
    Delete {
        /// Its name
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
    /// Lists what was delivered, and what became of it
    Deliveries {
        /// Only those in this state
        #[arg(long)]
        state: Option<State>,
        /// How many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Works a delivery through once more; what it did before is not done twice
    Replay {
        /// Its id, as `hook deliveries` shows it
        id: Uuid,
    },
}

/// The state of a delivery.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum State {
    /// Not worked through yet
    Pending,
    /// Failed, and will be tried again
    Failed,
    /// Worked through
    Delivered,
    /// Given up
    Dead,
}

impl State {
    const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Failed => "failed",
            Self::Delivered => "delivered",
            Self::Dead => "dead",
        }
    }
}

const SOURCES: &[Column] = &[
    Column("name", "Webhook", Format::Text),
    Column("kind", "Kind", Format::Text),
    Column("is_active", "Active", Format::Text),
    Column("waiting", "Waiting", Format::Count),
    Column("dead", "Dead", Format::Count),
    Column("last_delivery", "Last delivery", Format::Text),
    Column("connection", "Connection", Format::Text),
    Column("previous_until", "Old secret until", Format::Text),
];

const DELIVERIES: &[Column] = &[
    Column("received_at", "Came", Format::Text),
    Column("webhook", "Webhook", Format::Text),
    Column("state", "State", Format::Text),
    Column("says", "What became of it", Format::Text),
    Column("id", "Id", Format::Text),
    Column("attempts", "Attempts", Format::Count),
    Column("delivery_id", "Sender's id", Format::Text),
];

/// Runs `rapport hook …`.
///
/// # Errors
/// As the database and the keys give them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::Add { name, kind, connection, secret } => {
            add(config, &session, &name, kind, connection.as_deref(), secret).await
        }
        Verb::List => {
            let tx = session.begin().await?;
            let rows = sql::webhook_source_rows().bind(&*tx).all().await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&rows);
            }
            let shown: Vec<Value> =
                rows.into_iter().map(|row| shortened(row, &["last_delivery", "previous_until"])).collect();
            output::print_rows(false, &shown, SOURCES, "There is no webhook. docs/webhooks.md says what they are for.")
        }
        Verb::Rotate { name, keep, secret } => rotate(config, &session, &name, keep, secret).await,
        Verb::Pause { name } => activate(&session, &name, false).await,
        Verb::Resume { name } => activate(&session, &name, true).await,
        Verb::Delete { name, confirm } => {
            let tx = session.begin().await?;
            let id = id_of(&tx, &name).await?;
            if confirm.as_deref() != Some(&name) {
                return Err(Error::invalid(format!(
                    "this deletes the webhook with its secret and its deliveries; say that you mean it: --confirm {name}"
                )));
            }
            webhooks::delete(&tx, id).await?;
            tx.commit().await?;
            eprintln!("deleted the webhook {name:?}");
            Ok(())
        }
        Verb::Deliveries { state, limit } => {
            let tx = session.begin().await?;
            let rows = sql::delivery_rows().bind(&*tx, &state.map(State::name), &i64::from(limit)).all().await?;
            tx.commit().await?;
            show(config.json, rows)
        }
        Verb::Replay { id } => {
            process::replay(&session.database, session.tenant, id).await?;
            let tx = session.begin().await?;
            let row = sql::delivery_row().bind(&*tx, &id).one().await?;
            tx.commit().await?;
            let (state, says) = (row["state"].clone(), webhooks::what_became(&row));
            show(config.json, vec![row])?;
            if state == "delivered" { Ok(()) } else { Err(Error::Conflict(says)) }
        }
    }
}

async fn add(
    config: &Config,
    session: &Session,
    name: &str,
    kind: Kind,
    connection: Option<&str>,
    file: Option<PathBuf>,
) -> Result<(), Error> {
    let tx = session.begin().await?;
    let connection = match connection {
        Some(name) => Some(connections::id_of(&tx, name).await?),
        None => None,
    };
    let flag = if connection.is_some() { "leave --connection out" } else { "--connection NAME" };
    webhooks::must_follow_up(&tx, kind, connection).await.map_err(|error| flagged(error, flag))?;
    let (secret, is_ours) = secret_of(kind, file)?;
    let keyring = keyring(config, session).await?;
    webhooks::add(&session.database, &keyring, &tx, name, kind, connection, &secret).await?;
    tx.commit().await?;
    tell(config, name, kind, is_ours.then_some(&secret))
}

async fn rotate(
    config: &Config,
    session: &Session,
    name: &str,
    keep: Duration,
    file: Option<PathBuf>,
) -> Result<(), Error> {
    let keyring = keyring(config, session).await?;
    let tx = session.begin().await?;
    let Some(source) = webhooks::hold(&tx, name).await? else { return Err(unknown(&tx, name).await?) };
    let (secret, is_ours) = secret_of(source.kind, file)?;
    webhooks::rotate(&session.database, &keyring, &tx, &source, &secret, keep).await?;
    tx.commit().await?;
    tell(config, name, source.kind, is_ours.then_some(&secret))?;
    eprintln!("{}", kept(keep));
    Ok(())
}

/// How long the old secret is good, in words.
pub(super) fn kept(keep: Duration) -> String {
    if keep.is_zero() {
        "the secret that was there before is not good any more".to_owned()
    } else {
        format!("the secret that was there before is good for another {} minutes", keep.as_secs().div_ceil(60))
    }
}

/// The secret that was handed over, or a new one, and whether it was made here.
fn secret_of(kind: Kind, file: Option<PathBuf>) -> Result<(Secret, bool), Error> {
    let given = file.map(|file| input::secret(&file)).transpose()?;
    let is_given = given.is_some();
    let secret = kind.secret(given.as_deref().map(|bytes| &**bytes));
    secret.map_err(|error| if is_given { error } else { flagged(error, "--secret FILE, or - for standard input") })
}

/// What is missing, with the flag that says it.
fn flagged(error: Error, flag: &str) -> Error {
    match error {
        Error::Invalid(words) => Error::Invalid(format!("{words}: {flag}")),
        error => error,
    }
}

/// Says where deliveries go, and the secret, if it is not known to the other side: this once, since it is sealed from now on.
fn tell(config: &Config, name: &str, kind: Kind, secret: Option<&Secret>) -> Result<(), Error> {
    let path = format!("/hooks/{}/{name}", config.tenant);
    let text = secret.map(|secret| kind.told(secret).to_string());
    if config.json {
        return output::print_json(&json!({"name": name, "kind": kind.name(), "path": path, "secret": text}));
    }
    output::print_text(&format!("{name} takes deliveries at {path}, below the address of your server"))?;
    if let Some(text) = text {
        let place = match kind {
            Kind::Apify => format!(", for the headers template of the webhook at Apify: {{\"{SECRET_HEADER}\": …}}"),
            _ => String::new(),
        };
        output::print_text(&format!("Its secret, which is shown this once{place}\n\n  {text}\n"))?;
    }
    Ok(())
}

async fn activate(session: &Session, name: &str, is_active: bool) -> Result<(), Error> {
    let tx = session.begin().await?;
    let id = id_of(&tx, name).await?;
    webhooks::activate(&tx, id, is_active).await?;
    tx.commit().await?;
    eprintln!("{name} {}", if is_active { "takes deliveries" } else { "refuses everything" });
    Ok(())
}

async fn keyring(config: &Config, session: &Session) -> Result<Keyring, Error> {
    let keyring = Keyring::open(&session.database, config).await?;
    keys::tell_made(&keyring);
    Ok(keyring)
}

async fn id_of(tx: &crate::db::TenantTx, name: &str) -> Result<Uuid, Error> {
    match sql::webhook_source().bind(&**tx, &name).opt().await? {
        Some(source) => Ok(source.id),
        None => Err(unknown(tx, name).await?),
    }
}

async fn unknown(tx: &crate::db::TenantTx, name: &str) -> Result<Error, Error> {
    let names = sql::webhook_source_names().bind(&**tx).all().await?;
    Ok(words::unknown("webhook", name, &names, "rapport hook list shows them"))
}

fn show(json: bool, rows: Vec<Value>) -> Result<(), Error> {
    if json {
        return output::print_json(&rows);
    }
    let shown: Vec<Value> = rows
        .into_iter()
        .map(|mut row| {
            row["says"] = webhooks::what_became(&row).into();
            shortened(row, &["received_at"])
        })
        .collect();
    output::print_rows(false, &shown, DELIVERIES, "Nothing was delivered.")
}

/// Times to the minute.
fn shortened(mut row: Value, times: &[&str]) -> Value {
    for key in times {
        if row[*key].is_string() {
            row[*key] = words::minute(&row[*key]).into();
        }
    }
    row
}

/// For clap: at most thirty days.
pub(super) fn time(text: &str) -> Result<Duration, String> {
    let wrong = || "this is no time such as 24h, 30m or 7d".to_owned();
    let span: Span = text.trim().parse().map_err(|_| wrong())?;
    let time = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong())?;
    let time = Duration::try_from(time).map_err(|_| wrong())?;
    if time > Duration::from_hours(30 * 24) {
        return Err("an old secret is good for thirty days at most".to_owned());
    }
    Ok(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        assert_eq!(time("24h"), Ok(Duration::from_hours(24)));
        assert_eq!(time(" 7d "), Ok(Duration::from_hours(7 * 24)));
        assert_eq!(time("0s"), Ok(Duration::ZERO));
        for wrong in ["", "0", "24", "-1h", "1 month", "31d", "soon"] {
            assert!(time(wrong).is_err(), "{wrong}");
        }
    }
}
