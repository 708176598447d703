//! The content calendar: what is planned for when.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use std::collections::HashMap;

use queries::queries::{calendar as sql, calendar_pages as pages_sql, campaign_pages, strategy_pages};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    calendar::{Entry, File, KnownBy},
    db::{TenantId, TenantTx},
    error::Error,
};

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum CalendarStatus {
    /// An idea
    Draft,
    /// Decided
    Scheduled,
    /// Done
    Published,
    /// Given up
    Cancelled,
}

/// What a post is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum ContentType {
    /// Words alone
    Text,
    /// A picture
    Image,
    /// Several pictures or cards
    Carousel,
    /// Pages to leaf through
    Document,
    /// A film
    Video,
    /// A question with answers to choose from
    Poll,
    /// A long text of its own
    Article,
    /// An event
    Event,
    /// Anything else
    Other,
}

/// Makes an entry; its id.
///
/// # Errors
/// [`Error::Invalid`] for what the database refuses, and [`Error::Conflict`] where it names what there is not.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<Uuid, Error> {
    Ok(sql::create_entry().bind(&**tx, &in_columns(said)).one().await?)
}

/// Changes what is said; the entry's title from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, entry: Uuid, said: Map<String, Value>) -> Result<String, Error> {
    sql::change_entry().bind(&**tx, &entry, &in_columns(said)).opt().await?.ok_or_else(no_entry)
}

/// Deletes an entry.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, entry: Uuid) -> Result<(), Error> {
    match sql::delete_entry().bind(&**tx, &entry).await? {
        0 => Err(no_entry()),
        _ => Ok(()),
    }
}

/// What the entries of a file come to, each by its line, and what keeps others out.
pub struct Imported {
    /// What each came to: created, changed, unchanged, or repeated within the file, with what of it was changed.
    pub lines: Vec<pages_sql::ImportEntries>,
    /// Lines of which nothing was made, and why.
    pub problems: Vec<(usize, String)>,
}

/// Makes of the calendar what a file says: whoever only wants to know what that would be rolls it back.
///
/// # Errors
/// As the database gives them.
pub async fn import(tx: &TenantTx, file: &File) -> Result<Imported, Error> {
    let names = Names::read(tx).await?;
    let mut problems = file.problems.clone();
    let mut entries = Vec::new();
    for told in &file.entries {
        let mut said = told.said.clone();
        let found = names.find(&mut said);
        if let Err(words) = found {
            problems.push((told.line, words));
            continue;
        }
        let (id, otherwise) = match &told.known_by {
            KnownBy::Id(id) => (Some(*id), None),
            KnownBy::Foreign(id) => (Some(made_of(tx.tenant(), &[id])), None),
            KnownBy::Itself => {
                let text = |key: &str| said[key].as_str().unwrap_or_default().to_lowercase();
                (None, Some(made_of(tx.tenant(), &[&text("title"), &text("scheduled_at")])))
            }
        };
        entries.push(json!({"line": told.line, "id": id, "otherwise": otherwise, "said": said}));
    }
    problems.sort();
    let lines = pages_sql::import_entries().bind(&**tx, &Value::Array(entries)).all().await?;
    Ok(Imported { lines, problems })
}

/// The id of an entry that came without one of ours: the same for the same words, so that a file makes it once.
fn made_of(tenant: TenantId, words: &[&str]) -> Uuid {
    let mut hash = Sha256::new_with_prefix(tenant.0.as_bytes());
    for word in words {
        hash.update(word.len().to_be_bytes());
        hash.update(word.as_bytes());
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Campaigns and strategies by the names that files call them.
pub struct Names {
    campaigns: Vec<(i32, String)>,
    strategies: HashMap<String, Uuid>,
}

impl Names {
    /// Those of a tenant.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn read(tx: &TenantTx) -> Result<Self, Error> {
        let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?;
        let strategies = strategy_pages::strategy_choices().bind(&**tx).all().await?;
        Ok(Self {
            campaigns: campaigns.into_iter().map(|row| (row.id, row.name)).collect(),
            strategies: strategies.into_iter().map(|row| (row.name.to_lowercase(), row.id)).collect(),
        })
    }

    /// What a file calls a campaign: its name, and its number where others share that.
    #[must_use]
    pub fn campaign(&self, id: i32) -> Option<String> {
        let (_, name) = self.campaigns.iter().find(|(there, _)| *there == id)?;
        let alike = self.campaigns.iter().filter(|(_, other)| other.to_lowercase() == name.to_lowercase()).count();
        Some(if alike > 1 { format!("{name} #{id}") } else { name.clone() })
    }

    fn campaign_of(&self, name: &str) -> Result<i32, String> {
        let named = name.to_lowercase();
        let mut found = self.campaigns.iter().filter(|(_, there)| there.to_lowercase() == named).map(|(id, _)| *id);
        if let (Some(id), None) = (found.next(), found.next()) {
            return Ok(id);
        }
        let numbered = self.campaigns.iter().find(|(id, there)| format!("{} #{id}", there.to_lowercase()) == named);
        numbered.map(|(id, _)| *id).ok_or_else(|| {
            if self.campaigns.iter().any(|(_, there)| there.to_lowercase() == named) {
                format!("several campaigns are called {name:?}; put the number after the name, as in {name} #12")
            } else {
                format!("there is no campaign {name:?}")
            }
        })
    }

    /// Puts ids in place of names.
    fn find(&self, said: &mut Map<String, Value>) -> Result<(), String> {
        if let Some(name) = said.remove("campaign") {
            let id = name.as_str().map(|name| self.campaign_of(name)).transpose()?;
            said.insert("campaign_id".to_owned(), id.into());
        }
        if let Some(name) = said.remove("strategy") {
            let id = match name.as_str() {
                Some(name) => {
                    let found = self.strategies.get(&name.to_lowercase());
                    Some(found.ok_or_else(|| format!("there is no strategy {name:?}"))?)
                }
                None => None,
            };
            said.insert("strategy_id".to_owned(), json!(id));
        }
        Ok(())
    }
}

/// The calendar for a file, or that of a campaign.
///
/// # Errors
/// As the database gives them.
pub async fn entries(tx: &TenantTx, campaign: Option<i32>) -> Result<Vec<Entry>, Error> {
    let names = Names::read(tx).await?;
    let rows = pages_sql::entries_shown().bind(&**tx, &None, &campaign, &None, &None, &i64::MAX).all().await?;
    let entry = |row: pages_sql::EntriesShown| Entry {
        id: row.id,
        title: row.title,
        at: row.scheduled_at,
        status: row.status,
        form: row.content_type,
        is_paid: row.is_paid,
        budget: row.budget,
        campaign: row.campaign_id.and_then(|id| names.campaign(id)),
        strategy: row.strategy,
        slot: row.strategy_slot,
        description: row.description,
        notes: row.notes,
        post_url: row.post_url,
        created_at: row.created_at,
        updated_at: row.updated_at,
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// What is said of an entry that there is not, or that is another tenant's.
#[must_use]
pub fn no_entry() -> Error {
    Error::NotFound("there is no such entry in the calendar".to_owned())
}

fn in_columns(mut said: Map<String, Value>) -> Value {
    if let Some(paid) = said.remove("paid") {
        said.insert("is_paid".to_owned(), paid);
    }
    Value::Object(said)
}
