//! `rapport endpoint`: webhooks that go out.

use std::{sync::Arc, time::Duration};

use clap::Subcommand;
use queries::queries::endpoints as sql;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        hook, keys,
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    hooks::{send::Sender, signature::Secret},
    model::{
        endpoints::{self, DeliveryState, EndpointEvent, New, Sealing},
        keys::Keyring,
    },
    services::Services,
    values::{self, word},
};

/// What can be done with endpoints.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Adds an address at which a system of yours is told what happens, with a secret that signs it
    Add {
        /// What you call it
        name: String,
        /// Its address, which begins with https://
        #[arg(long)]
        url: String,
        /// What it is told of, several times for several [default: everything]
        #[arg(long = "event", value_name = "EVENT")]
        events: Vec<EndpointEvent>,
    },
    /// Lists the endpoints with what waits for them
    List,
    /// Shows one with its latest deliveries
    Show {
        /// Its name
        name: String,
    },
    /// Changes its name, its address, or what it is told of
    Edit {
        /// Its name
        name: String,
        /// Another name
        #[arg(long)]
        rename: Option<String>,
        /// Another address
        #[arg(long)]
        url: Option<String>,
        /// What it is told of from now on, several times for several
        #[arg(long = "event", value_name = "EVENT", conflicts_with = "everything")]
        events: Vec<EndpointEvent>,
        /// Tells it of everything
        #[arg(long)]
        everything: bool,
    },
    /// Sends a test at once, and says what came of it
    Test {
        /// Its name
        name: String,
    },
    /// Gives it a new secret, while the old one signs as well for a time
    Rotate {
        /// Its name
        name: String,
        /// How long the old one signs, such as 24h, 30m or 7d; 0s: not any more
        #[arg(long, default_value = "24h", value_name = "TIME", value_parser = hook::time)]
        keep: Duration,
    },
    /// Sends nothing until it is resumed; of what happens meanwhile it is not told
    Pause {
        /// Its name
        name: String,
    },
    /// Sends again, also one that was switched off, and what waits for it at once
    Resume {
        /// Its name
        name: String,
    },
    /// Deletes an endpoint with its secret and its deliveries
    Delete {
        /// Its name
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
    /// Lists what was or is to be sent, and what came of it
    Deliveries {
        /// Only to this endpoint
        #[arg(long, value_name = "NAME")]
        endpoint: Option<String>,
        /// Only those in this state
        #[arg(long)]
        state: Option<DeliveryState>,
        /// Only of this event
        #[arg(long)]
        event: Option<EndpointEvent>,
        /// How many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Shows one delivery with what is sent
    Delivery {
        /// Its id
        id: Uuid,
    },
    /// Makes a delivery due once more, under the id that it had
    Replay {
        /// Its id, as `endpoint deliveries` shows it
        id: Uuid,
    },
}

const ENDPOINTS: &[Column] = &[
    Column("name", "Endpoint", Format::Text),
    Column("stands", "State", Format::Text),
    Column("waiting", "Waiting", Format::Count),
    Column("dead", "Given up", Format::Count),
    Column("last_success", "Last taken", Format::Text),
    Column("url", "Address", Format::Text),
    Column("tells", "Is told of", Format::Text),
];

const DELIVERIES: &[Column] = &[
    Column("created_at", "Happened", Format::Text),
    Column("endpoint", "Endpoint", Format::Text),
    Column("event", "Event", Format::Text),
    Column("state", "State", Format::Text),
    Column("response_status", "Answer", Format::Text),
    Column("attempts", "Attempts", Format::Count),
    Column("error", "Why not", Format::Text),
    Column("id", "Id", Format::Text),
];

/// Deliveries that are shown with an endpoint.
const SHOWN: i64 = 10;

/// Runs `rapport endpoint …`.
///
/// # Errors
/// As the database, the keys and the receiver give them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::Add { name, url, events } => add(config, &session, &name, &url, &events).await,
        Verb::List => {
            let tx = session.begin().await?;
            let rows = sql::endpoint_items().bind(&*tx, &None).all().await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&rows);
            }
            let rows: Vec<Value> = rows.into_iter().map(as_shown).collect();
            output::print_rows(
                false,
                &rows,
                ENDPOINTS,
                "There is no endpoint. docs/webhooks.md says what they are for.",
            )
        }
        Verb::Show { name } => show(config, &session, &name).await,
        Verb::Edit { name, rename, url, events, everything } => {
            let mut said = Map::new();
            if let Some(rename) = rename {
                said.insert("name".to_owned(), values::name(&rename).map_err(Error::invalid)?.into());
            }
            if let Some(url) = url {
                said.insert("url".to_owned(), url.into());
            }
            if everything || !events.is_empty() {
                said.insert("events".to_owned(), json!(events));
            }
            if said.is_empty() {
                return Err(Error::invalid("say what changes: --rename, --url, --event or --everything"));
            }
            change(config, &session, &name, said).await?;
            eprintln!("changed the endpoint {name:?}");
            Ok(())
        }
        Verb::Test { name } => test(config, &session, &name).await,
        Verb::Rotate { name, keep } => {
            let keyring = keyring(config, &session).await?;
            let tx = session.begin().await?;
            let id = id_of(&tx, &name).await?;
            let sealing = Sealing { database: &session.database, keyring: &keyring };
            let secret = endpoints::rotate(sealing, &tx, id, keep).await?;
            tx.commit().await?;
            tell(config, id, &name, &secret)?;
            eprintln!("{}", hook::kept(keep));
            Ok(())
        }
        Verb::Pause { name } => activate(config, &session, &name, false).await,
        Verb::Resume { name } => activate(config, &session, &name, true).await,
        Verb::Delete { name, confirm } => {
            let tx = session.begin().await?;
            let id = id_of(&tx, &name).await?;
            if confirm.as_deref() != Some(&name) {
                return Err(Error::invalid(format!(
                    "this deletes the endpoint with its secret and its deliveries; say that you mean it: --confirm {name:?}"
                )));
            }
            endpoints::delete(&tx, id).await?;
            tx.commit().await?;
            eprintln!("deleted the endpoint {name:?}");
            Ok(())
        }
        Verb::Deliveries { endpoint, state, event, limit } => {
            let tx = session.begin().await?;
            let endpoint = match endpoint {
                Some(name) => Some(id_of(&tx, &name).await?),
                None => None,
            };
            let rows = deliveries(&tx, endpoint, state, event, limit.into()).await?;
            tx.commit().await?;
            print_deliveries(config.json, rows)
        }
        Verb::Delivery { id } => {
            let tx = session.begin().await?;
            let mut row = delivery(&tx, id).await?;
            row["payload"] = sql::delivery_body().bind(&*tx, &id).one().await?;
            tx.commit().await?;
            output::print_json(&row)
        }
        Verb::Replay { id } => {
            let tx = session.begin().await?;
            endpoints::replay(&tx, id).await?;
            let row = delivery(&tx, id).await?;
            tx.commit().await?;
            print_deliveries(config.json, vec![row])?;
            eprintln!("it is due; a worker sends it: rapport job run, or rapport serve");
            Ok(())
        }
    }
}

async fn add(config: &Config, session: &Session, name: &str, url: &str, events: &[EndpointEvent]) -> Result<(), Error> {
    let name = values::name(name).map_err(Error::invalid)?;
    let keyring = keyring(config, session).await?;
    let sealing = Sealing { database: &session.database, keyring: &keyring };
    let tx = session.begin().await?;
    let New { id, secret } = endpoints::add(sealing, &tx, &config.endpoint_origins, (&name, url), events).await?;
    tx.commit().await?;
    tell(config, id, &name, &secret)
}

/// Says the secret, this once, since it is sealed from now on.
fn tell(config: &Config, id: Uuid, name: &str, secret: &Secret) -> Result<(), Error> {
    let text = secret.to_whsec();
    if config.json {
        return output::print_json(&json!({"id": id, "name": name, "secret": text.as_str()}));
    }
    output::print_text(&format!(
        "What is sent to {name:?} is signed with this secret, which is shown this once\n\n  {}\n",
        text.as_str()
    ))
}

async fn show(config: &Config, session: &Session, name: &str) -> Result<(), Error> {
    let tx = session.begin().await?;
    let id = id_of(&tx, name).await?;
    let mut row = sql::endpoint_items().bind(&*tx, &Some(id)).one().await?;
    let latest = deliveries(&tx, Some(id), None, None, SHOWN).await?;
    tx.commit().await?;
    if config.json {
        row["deliveries"] = latest.into();
        return output::print_json(&row);
    }
    let row = as_shown(row);
    let text = |key: &str| words::text(&row[key]);
    words::print_fields(&[
        ("Endpoint", text("name")),
        ("Address", text("url")),
        ("State", text("stands")),
        ("Is told of", text("tells")),
        ("To know", text("trouble")),
        ("Waiting", text("waiting")),
        ("Given up", text("dead")),
        ("Last taken", text("last_success")),
        ("Old secret signs until", words::minute(&row["previous_until"])),
    ])?;
    print_deliveries(false, latest)
}

async fn change(config: &Config, session: &Session, name: &str, said: Map<String, Value>) -> Result<(), Error> {
    let tx = session.begin().await?;
    let id = id_of(&tx, name).await?;
    endpoints::change(&tx, &config.endpoint_origins, id, said).await?;
    tx.commit().await
}

async fn activate(config: &Config, session: &Session, name: &str, is_active: bool) -> Result<(), Error> {
    let said = Map::from_iter([("is_active".to_owned(), is_active.into())]);
    change(config, session, name, said).await?;
    eprintln!("{name:?} {}", if is_active { "is told again" } else { "is told nothing" });
    Ok(())
}

/// Sends a test, whatever workers do.
async fn test(config: &Config, session: &Session, name: &str) -> Result<(), Error> {
    let sender = Sender {
        database: Arc::clone(&session.database),
        keyring: Arc::new(keyring(config, session).await?),
        receivers: Services::new(config)?.receivers,
    };
    let tx = session.begin().await?;
    let endpoint = id_of(&tx, name).await?;
    let id = endpoints::test(&tx, endpoint).await?;
    tx.commit().await?;
    // Where a worker was faster, what came of it stands in the row all the same.
    sender.next(session.tenant, endpoint, Some(id)).await?;
    let tx = session.begin().await?;
    let row = delivery(&tx, id).await?;
    tx.commit().await?;
    let problem = row["error"].as_str().map(str::to_owned);
    print_deliveries(config.json, vec![row])?;
    problem.map_or(Ok(()), |problem| Err(Error::Conflict(problem)))
}

async fn deliveries(
    tx: &TenantTx,
    endpoint: Option<Uuid>,
    state: Option<DeliveryState>,
    event: Option<EndpointEvent>,
    most: i64,
) -> Result<Vec<Value>, Error> {
    let (state, event) = (state.as_ref().map(word), event.as_ref().map(word));
    let rows = sql::endpoint_deliveries()
        .bind(&**tx, &None, &endpoint, &state, &event, &None, &None::<&Value>, &most)
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.item).collect())
}

async fn delivery(tx: &TenantTx, id: Uuid) -> Result<Value, Error> {
    let row = sql::endpoint_deliveries()
        .bind(&**tx, &Some(id), &None, &None::<&str>, &None::<&str>, &None, &None::<&Value>, &1)
        .opt()
        .await?;
    row.map(|row| row.item).ok_or_else(endpoints::no_delivery)
}

fn print_deliveries(json: bool, rows: Vec<Value>) -> Result<(), Error> {
    if json {
        return output::print_json(&rows);
    }
    let shown: Vec<Value> = rows
        .into_iter()
        .map(|mut row| {
            row["created_at"] = words::minute(&row["created_at"]).into();
            row
        })
        .collect();
    output::print_rows(false, &shown, DELIVERIES, "Nothing was sent, and nothing waits.")
}

/// An endpoint for people.
fn as_shown(mut row: Value) -> Value {
    let stands = match (row["is_active"] == true, row["trouble"].is_string(), row["failures"] != 0) {
        (false, true, _) => "switched off",
        (false, false, _) => "paused",
        (true, _, true) => "failing",
        (true, ..) => "active",
    };
    row["stands"] = stands.into();
    let events: Vec<&str> = row["events"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    row["tells"] = if events.is_empty() { "everything".to_owned() } else { events.join(", ") }.into();
    if row["last_success"].is_string() {
        row["last_success"] = words::minute(&row["last_success"]).into();
    }
    row
}

async fn keyring(config: &Config, session: &Session) -> Result<Keyring, Error> {
    let keyring = Keyring::open(&session.database, config).await?;
    keys::tell_made(&keyring);
    Ok(keyring)
}

async fn id_of(tx: &TenantTx, name: &str) -> Result<Uuid, Error> {
    if let Some(id) = sql::endpoint_by_name().bind(&**tx, &name).opt().await? {
        return Ok(id);
    }
    let names = sql::endpoint_names().bind(&**tx).all().await?;
    Err(words::unknown("endpoint", name, &names, "rapport endpoint list shows them"))
}
