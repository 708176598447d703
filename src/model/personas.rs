//! Personas: what may be said of them, and what that does to their people.
//!
//! As of campaigns, what is said comes as an object of the columns' names; criteria are one thing, and replaced as a whole.

use queries::queries::personas as sql;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{db::TenantTx, error::Error};

/// What a change did to a persona's people.
#[derive(Debug, Clone, Copy)]
pub struct Effect {
    /// People who match it now.
    pub people: i64,
    /// Those of them who did not before.
    pub entered: i64,
    /// Those who do not any more.
    pub left: i64,
}

/// A criterion that a persona states, as a sentence says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its name in the database.
    pub name: &'static str,
    /// What it asks for.
    pub says: String,
    /// What it counts.
    pub weight: i64,
    /// Whether nobody matches who misses it.
    pub is_required: bool,
}

/// The criteria that there are, in the order of a receipt.
pub const CRITERIA: [&str; 9] =
    ["title", "seniority", "function", "industry", "company_size", "location", "engagement", "follower", "company"];

/// Criteria as sentences, in the order of a receipt.
#[must_use]
pub fn criteria_in_words(criteria: &Value) -> Vec<Criterion> {
    let stated = CRITERIA.into_iter().filter(|name| criteria[*name].is_object());
    stated
        .map(|name| {
            let body = &criteria[name];
            let list = |key: &str| {
                let words = body[key].as_array().into_iter().flatten().filter_map(Value::as_str);
                words.map(|word| word.replace('_', " ")).collect::<Vec<_>>().join(", ")
            };
            let says = match name {
                "engagement" => format!(
                    "a score of {} or more{}",
                    body["min_score"],
                    body["window_days"].as_i64().map(|days| format!(" in {days} days")).unwrap_or_default()
                ),
                "follower" if body["is"] == true => "follows the page".to_owned(),
                "follower" => "does not follow the page".to_owned(),
                _ => {
                    let wanted = [list("include"), list("any")].concat();
                    let refused = list("exclude");
                    let refused = if refused.is_empty() { refused } else { format!("never {refused}") };
                    [wanted, refused].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
                }
            };
            let weight = body["weight"].as_i64().unwrap_or(1);
            Criterion { name, says, weight, is_required: body["mode"] == "required" }
        })
        .collect()
}

/// The key under which a program says whether people are matched to a persona.
const ACTIVE: &str = "active";

/// Makes a persona, and matches everybody to it; its id.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<(Uuid, Effect), Error> {
    let id = sql::create_persona().bind(&**tx, &in_columns(said)?).one().await?;
    Ok((id, effect(tx, id).await?))
}

/// Changes what is said, and matches everybody anew where it matters; the persona's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, persona: Uuid, said: Map<String, Value>) -> Result<(String, Effect), Error> {
    let name = sql::change_persona().bind(&**tx, &persona, &in_columns(said)?).opt().await?.ok_or_else(no_persona)?;
    Ok((name, effect(tx, persona).await?))
}

/// Deletes a persona with its targets, their history and its figures.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, persona: Uuid) -> Result<(), Error> {
    match sql::delete_persona().bind(&**tx, &persona).await? {
        0 => Err(no_persona()),
        _ => Ok(()),
    }
}

/// What is said of a persona that there is not, or that is another tenant's.
#[must_use]
pub fn no_persona() -> Error {
    Error::NotFound("there is no such persona".to_owned())
}

/// The score from which a person matches, as the database takes it: a third decimal would be rounded away without a word.
///
/// # Errors
/// [`Error::Invalid`] for anything but a share above 0 with two decimals.
pub fn threshold(share: f64) -> Result<String, Error> {
    let hundredths = (share * 100.0).round();
    if (1.0..=100.0).contains(&hundredths) && (hundredths - share * 100.0).abs() < 1e-6 {
        return Ok(format!("{:.2}", hundredths / 100.0));
    }
    Err(Error::invalid("thresholds are a share above 0, with at most two decimals, such as 0.60"))
}

fn in_columns(mut said: Map<String, Value>) -> Result<Value, Error> {
    if let Some(active) = said.remove(ACTIVE) {
        said.insert("is_active".to_owned(), active);
    }
    if let Some(share) = said.get("threshold").and_then(Value::as_f64) {
        said.insert("threshold".to_owned(), threshold(share)?.into());
    }
    Ok(Value::Object(said))
}

async fn effect(tx: &TenantTx, persona: Uuid) -> Result<Effect, Error> {
    let done = sql::persona_changes().bind(&**tx, &persona).one().await?;
    Ok(Effect { people: done.people, entered: done.entered, left: done.departed })
}
