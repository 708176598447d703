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
    model::keys::Keyring,
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

async fn status(config: &Config, database: &Database) -> Result<(), Error> {
    let owner = database.owner().await?;
    let known = sql::master_keys().bind(&owner).all().await?;
    let tenants = sql::sealing_tenants().bind(&owner).all().await?;
    let unopenable = sql::unopenable().bind(&owner).one().await?;
    // A key that has never been needed is not made for being asked for.
    let keyring = if known.is_empty() { None } else { Some(Keyring::open(database, config).await) };
    let held = keyring.as_ref().and_then(|keyring| keyring.as_ref().ok()).map(Keyring::held).unwrap_or_default();
    let masters: Vec<Value> = known
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
    let rows: Vec<Value> = tenants
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
    if config.json {
        output::print_json(&json!({ "master_keys": masters, "tenants": rows, "unopenable": unopenable }))?;
    } else if known.is_empty() {
        eprintln!(
            "Nothing is sealed yet: the first connection that is added brings a key, or needs RAPPORT_MASTER_KEY."
        );
    } else {
        for key in &masters {
            let words = match (key["retired_at"].is_null(), key["is_held"] == true, key["is_needed"] == true) {
                (true, true, _) => "current, and this process holds it",
                (true, false, _) => "current, and this process does not hold it",
                (false, _, true) => "older, and still needed: run rapport keys rotate",
                (false, true, false) => {
                    "older, and not needed by this database any more; backups from before the rotation need it"
                }
                (false, false, false) => "older, and not needed by this database any more",
            };
            output::print_text(&format!("Master key {}: {words}", key["id"].as_str().unwrap_or_default()))?;
        }
        output::print_text("")?;
        output::print_rows(false, &rows, COLUMNS, "No tenant has sealed anything.")?;
        if unopenable > 0 {
            eprintln!(
                "{} no key any more and will not open; add those connections again.",
                words::counted(unopenable as f64, "credential has", "credentials have")
            );
        }
    }
    keyring.transpose().map(|_| ())
}

async fn rotate(config: &Config, database: &Database) -> Result<(), Error> {
    let keyring = Keyring::open(database, config).await?;
    tell_made(&keyring);
    let bar = output::counter("sealing anew");
    let rotated = keyring.rotate(database, |values| bar.set_position(values)).await;
    bar.finish_and_clear();
    let rotated = rotated?;
    if config.json {
        return output::print_json(&rotated);
    }
    output::print_text(&format!(
        "{}{} sealed anew, for {}. Master key {} is the current one; 0 left.",
        if rotated.resumed { "Gone on: " } else { "" },
        words::counted(rotated.values as f64, "value", "values"),
        words::counted(rotated.tenants as f64, "tenant", "tenants"),
        rotated.master_key
    ))?;
    if let (false, MasterKey::Managed(path)) = (rotated.retired.is_empty(), config.master_key()?) {
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
