//! `rapport keys`: what seals the credentials, and sealing them anew.

use clap::Subcommand;
use queries::queries::keys as sql;
use serde_json::{Value, json};

use crate::{
    cli::{
        output::{self, Column, Format},
        words,
    },
    config::{Config, MasterKey},
    db::Database,
    error::Error,
    model::keys::{Keyring, rotation::Rotated},
};

/// What can be done with the keys.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Shows which keys seal the credentials, whether this process holds them, and what is left of a rotation
    Status,
    /// Seals every credential anew, while others go on working; the same command goes on where it was interrupted
    Rotate,
}

const COLUMNS: &[Column] = &[
    Column("tenant", "Tenant", Format::Text),
    Column("master_key", "Master key", Format::Text),
    Column("sealed", "Sealed", Format::Count),
    Column("left", "Left to rotate", Format::Count),
    Column("since", "Data key since", Format::Text),
];

/// Runs `rapport keys …`.
///
/// # Errors
/// As the database and the key files give them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let database = Database::open(config).await?;
    match verb {
        Verb::Status => status(config, &database).await,
        Verb::Rotate => rotate(config, &database).await,
    }
}

/// Says that a key file was made, which nobody but its user can keep safe.
pub fn tell_made(keyring: &Keyring) {
    if let Some(path) = keyring.made_file() {
        eprintln!(
            "\n  !!  A master key was made: {}\n  !!  It opens the credentials of your connections, which are lost without it. Copy it now to\n  \
             !!  where you keep passwords, and not to where the backups of the database are.\n",
            path.display()
        );
    }
}

/// The master keys of a database, as a process sees them.
pub struct Masters {
    /// One object a key, the newest first: `id`, `created_at`, `retired_at`, `is_held`, `is_needed`.
    pub keys: Vec<Value>,
    /// The tenants that have sealed something, and how much.
    tenants: Vec<Value>,
    /// Credentials that no key opens any more.
    unopenable: i64,
    /// Why this process cannot open what is sealed, if it cannot.
    pub problem: Option<Error>,
}

impl Masters {
    /// Reads them; a key that has never been needed is not made for being asked for.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn read(config: &Config, database: &Database) -> Result<Self, Error> {
        let owner = database.owner().await?;
        let known = sql::master_keys().bind(&owner).all().await?;
        let tenants = sql::sealing_tenants().bind(&owner).all().await?;
        let unopenable = sql::unopenable().bind(&owner).one().await?;
        let opened = if known.is_empty() { None } else { Some(Keyring::open(database, config).await) };
        let (held, problem) = match opened {
            Some(Ok(keyring)) => (keyring.held(), None),
            Some(Err(error)) => (Vec::new(), Some(error)),
            None => (Vec::new(), None),
        };
        let keys = known
            .iter()
            .map(|key| {
                let needed = tenants.iter().any(|tenant| tenant.master_key_id == key.id || tenant.retired > 0);
                json!({
                    "id": key.id,
                    "created_at": key.created_at.to_string(),
                    "retired_at": key.retired_at.map(|at| at.to_string()),
                    "is_held": held.contains(&key.id),
                    "is_needed": key.retired_at.is_none() || needed,
                })
            })
            .collect();
        let tenants = tenants
            .iter()
            .map(|tenant| {
                json!({
                    "tenant": tenant.slug,
                    "master_key": tenant.master_key_id,
                    "since": tenant.created_at.strftime("%Y-%m-%d").to_string(),
                    "sealed": tenant.sealed,
                    "left": tenant.left_to_seal,
                })
            })
            .collect();
        Ok(Self { keys, tenants, unopenable, problem })
    }

    /// A line for each key.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        self.keys.iter().map(|key| {
            let words = match (key["retired_at"].is_null(), key["is_held"] == true, key["is_needed"] == true) {
                (true, true, _) => "current, and this process holds it",
                (true, false, _) => "current, and this process does not hold it",
                (false, _, true) => "older, and still needed: run rapport keys rotate",
                (false, true, false) => {
                    "older, and not needed by this database any more; backups from before the rotation need it"
                }
                (false, false, false) => "older, and not needed by this database any more",
            };
            format!("Master key {}: {words}", key["id"].as_str().unwrap_or_default())
        })
    }

    /// What will not open, in words; none where everything does.
    #[must_use]
    pub fn lost(&self) -> Option<String> {
        (self.unopenable > 0).then(|| {
            let counted = words::counted(self.unopenable as f64, "credential has", "credentials have");
            format!("{counted} no key any more and will not open; add those connections again.")
        })
    }
}

async fn status(config: &Config, database: &Database) -> Result<(), Error> {
    let masters = Masters::read(config, database).await?;
    if config.json {
        output::print_json(
            &json!({ "master_keys": masters.keys, "tenants": masters.tenants, "unopenable": masters.unopenable }),
        )?;
    } else if masters.keys.is_empty() {
        eprintln!(
            "Nothing is sealed yet: the first connection that is added brings a key, or needs RAPPORT_MASTER_KEY."
        );
    } else {
        for line in masters.lines() {
            output::print_text(&line)?;
        }
        output::print_text("")?;
        output::print_rows(false, &masters.tenants, COLUMNS, "No tenant has sealed anything.")?;
        if let Some(lost) = masters.lost() {
            eprintln!("{lost}");
        }
    }
    masters.problem.map_or(Ok(()), Err)
}

async fn rotate(config: &Config, database: &Database) -> Result<(), Error> {
    let keyring = Keyring::open(database, config).await?;
    tell_made(&keyring);
    let bar = output::counter("sealing anew");
    let rotated = keyring.rotate(database, |values| bar.set_position(values)).await;
    bar.finish_and_clear();
    let rotated = rotated?;
    if config.json {
        output::print_json(&rotated)?;
    } else {
        tell_rotated(config, &rotated)?;
    }
    if rotated.unopenable > 0 {
        return Err(Error::Conflict(format!(
            "{} not open and stayed as before; rapport connection validate says whose. Delete those connections, or \
             webhooks, and add them again; then run this once more. Until then keep the older keys",
            words::counted(rotated.unopenable as f64, "value does", "values do")
        )));
    }
    Ok(())
}

fn tell_rotated(config: &Config, rotated: &Rotated) -> Result<(), Error> {
    output::print_text(&format!(
        "{}{} sealed anew, for {}. Master key {} is the current one; {} left.",
        if rotated.resumed { "Gone on: " } else { "" },
        words::counted(rotated.values as f64, "value", "values"),
        words::counted(rotated.tenants as f64, "tenant", "tenants"),
        rotated.master_key,
        output::count(rotated.unopenable as f64)
    ))?;
    let managed = match config.master_key()? {
        MasterKey::Managed(path) => Some(path),
        _ => None,
    };
    if let (true, Some(path)) = (rotated.unopenable > 0, &managed) {
        eprintln!("Copy {} anew to where you keep passwords: it holds the new key and the older ones.", path.display());
    } else if let (false, Some(path)) = (rotated.retired.is_empty(), &managed) {
        eprintln!(
            "Copy {} anew to where you keep passwords. The older keys in it open backups from before now; remove them when \
             you keep none of those.",
            path.display()
        );
    } else if !rotated.retired.is_empty() {
        eprintln!(
            "Older keys ({}) are not needed by this database any more, but backups from before now need them.",
            rotated.retired.join(", ")
        );
    }
    Ok(())
}
