//! People: what may be said of them by hand, and for whom they are kept or kept out.
//!
//! As of campaigns, what is said comes as an object of the columns' names.

use queries::queries::persons as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::imports::stage;
use crate::{
    db::TenantTx,
    error::Error,
    import::identity::{self, Link, NotLinkedIn},
};

mod headlines;
mod profiles;

pub use headlines::{Reading, read_headlines};
pub use profiles::ask_for_profile;

/// Where somebody stands with whoever sells to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum LeadStatus {
    /// Nobody has looked
    New,
    /// Somebody has written
    Contacted,
    /// They have answered
    Engaged,
    /// They may buy
    Qualified,
    /// They have bought
    Customer,
    /// They will not
    Disqualified,
}

/// What a human decides of a person and a persona.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// A target whatever the criteria say.
    Pin,
    /// Kept out whatever the criteria say.
    Exclude,
    /// The criteria decide again.
    Release,
}

/// Somebody who is entered by hand.
#[derive(Debug)]
pub struct Entered<'a> {
    /// The address of the profile, or a bare member id.
    pub linkedin_url: Option<&'a str>,
    /// An e-mail address.
    pub email: Option<&'a str>,
    /// The name.
    pub name: Option<&'a str>,
    /// The headline, of which title, company and seniority are read.
    pub headline: Option<&'a str>,
}

/// Finds a person under any of the identities, or makes one; the number, and whether the person is new.
///
/// # Errors
/// [`Error::Invalid`] without an identity, and for what the database refuses.
pub async fn add(tx: &TenantTx, entered: &Entered<'_>) -> Result<(i32, bool), Error> {
    let key = entered.linkedin_url.map(profile_of).transpose()?.unwrap_or_default();
    let email = entered.email.map(|email| email.trim().to_lowercase());
    if key.is_empty() && email.is_none() {
        return Err(Error::invalid("a person is known by linkedin_url or by email"));
    }
    if email.as_ref().is_some_and(|email| !email.contains('@') || email.contains(char::is_whitespace)) {
        return Err(Error::invalid("email is an address, such as ada@mail.example"));
    }
    let mut row = json!({
        "n": 1, "member_id": key.member_id, "slug": key.slug, "sales_nav_id": key.sales_nav_id, "email": email,
        "name": entered.name, "headline": entered.headline,
    });
    if let (Some(headline), Value::Object(row)) = (entered.headline, &mut row) {
        row.extend(stage::facts(&headline::parse(headline), "headline"));
    }
    let added = sql::add_people().bind(&**tx, &tx.tenant().0, &json!([row])).one().await?;
    Ok((added.person_id, added.is_new))
}

fn profile_of(url: &str) -> Result<identity::PersonKey, Error> {
    match identity::parse(url) {
        Ok(Link::Person(key)) => Ok(key),
        Err(error @ NotLinkedIn::ShortLink) => Err(Error::invalid(format!("{url:?}: {error}"))),
        _ => Err(Error::invalid(format!(
            "{url:?} is no address of a person on LinkedIn; it looks like https://www.linkedin.com/in/ada-example/"
        ))),
    }
}

/// Changes what a human says of a person; the person's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Invalid`] for what the database refuses.
pub async fn change(tx: &TenantTx, person: i32, mut said: Map<String, Value>) -> Result<String, Error> {
    if let Some(notable) = said.remove("notable") {
        said.insert("is_notable".to_owned(), notable);
    }
    sql::hold_matching().bind(&**tx, &tx.tenant().0).opt().await?;
    sql::change_person().bind(&**tx, &person, &Value::Object(said)).opt().await?.ok_or_else(no_person)
}

/// Erases a person with all that is known of them; every figure follows.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, person: i32) -> Result<(), Error> {
    if sql::delete_person().bind(&**tx, &tx.tenant().0, &person).one().await? { Ok(()) } else { Err(no_person()) }
}

/// Decides whether a person is a target of a persona, until it is decided otherwise; a release has no reason.
///
/// # Errors
/// [`Error::NotFound`] when there is not both.
pub async fn hold(tx: &TenantTx, hold: Hold, persona: Uuid, person: i32, reason: Option<&str>) -> Result<(), Error> {
    both(tx, persona, person).await?;
    let tenant = tx.tenant().0;
    match hold {
        Hold::Pin => sql::pin_target().bind(&**tx, &tenant, &persona, &person, &reason).one().await?,
        Hold::Exclude => sql::exclude_target().bind(&**tx, &tenant, &persona, &person, &reason).one().await?,
        Hold::Release => sql::release_target().bind(&**tx, &tenant, &persona, &person).one().await?,
    };
    Ok(())
}

async fn both(tx: &TenantTx, persona: Uuid, person: i32) -> Result<(), Error> {
    let found = sql::target_exists().bind(&**tx, &persona, &person).one().await?;
    if found { Ok(()) } else { Err(Error::NotFound("there is no such persona, or no such person".to_owned())) }
}

/// What is said of a person whom there is not, or who is another tenant's.
#[must_use]
pub fn no_person() -> Error {
    Error::NotFound("there is no such person".to_owned())
}
