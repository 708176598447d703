//! Reports: what some campaigns came to, as it was at one moment, for whoever holds a link.
//!
//! A report is a document, and not a window: its figures are written down when it is made, so that everybody who opens it speaks of
//! the same, and whoever has its link can ask for nothing else.  People stand in it by their numbers alone; their names are looked
//! up when it is opened, so that whoever was erased since is named by no report.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil::Date};
use queries::queries::{reports as sql, strategies};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{
    campaigns::{self, no_campaign},
    personas::no_persona,
    tokens::Token,
};
use crate::{
    db::{Database, TenantTx},
    error::Error,
};
pub use content::{Campaign, Company, Content, Next, Part, Persona, Post, Totals, Week};

mod content;

/// The path at which links open reports.
pub const LINK: &str = "/report";
/// Days for which a link opens its report, at most.
pub const LONGEST: i32 = 365;
/// The days if nobody says how many.
pub const USUAL: i32 = 30;
/// Campaigns of a report, and personas of one.
pub const MOST: usize = 200;
/// Personas for which a strategy is recommended.
const ADVISED: usize = 6;

/// What somebody wants a report to say.
#[derive(Debug)]
pub struct Wanted {
    /// What stands above it.
    pub title: String,
    /// The campaigns.
    pub campaigns: Vec<i32>,
    /// Whom they were to reach; none: whom the campaigns are meant for, or else every persona that is active.
    pub personas: Option<Vec<Uuid>>,
    /// The days of which it speaks, as far as they are said.
    pub days: (Option<Date>, Option<Date>),
    /// After how many days its link opens nothing any more.
    pub good_for: i32,
    /// Whether people are named.
    pub names_people: bool,
    /// Whether it says what to do next, which everything that the team ever tried speaks for.
    pub recommends: bool,
}

/// A report that was made now, and its link, for the only time.
#[derive(Debug)]
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// What opens it.
    pub token: Token,
}

impl New {
    /// The path of its link.
    #[must_use]
    pub fn path(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{LINK}?token={}", *self.token.text()))
    }
}

/// A report as it is shown.
#[derive(Debug)]
pub struct Report {
    /// What stands above it.
    pub title: String,
    /// When its figures were true.
    pub as_of: Timestamp,
    /// When its link ends.
    pub ends: Timestamp,
    /// What it says.
    pub content: Content,
    /// Those who are named.
    pub people: Vec<Named>,
}

/// Somebody who is named in a report.
#[derive(Debug)]
pub struct Named {
    /// Their name.
    pub name: String,
    /// What they do, and where.
    pub about: String,
    /// How often they engaged.
    pub engagements: i64,
}

/// What campaigns came to together, at this moment.
///
/// # Errors
/// As the database gives them.
pub async fn gathered(
    tx: &TenantTx,
    campaigns: &[i32],
    personas: Option<&[Uuid]>,
    (first, last): (Option<Date>, Option<Date>),
) -> Result<Content, Error> {
    let found = sql::gathered().bind(&**tx, &campaigns, &personas, &first, &last).one().await?;
    serde_json::from_value(found).map_err(|error| Error::Internal(error.into()))
}

/// Makes a report of the figures of this moment.
///
/// # Errors
/// [`Error::NotFound`] for a campaign or persona that there is not, [`Error::Invalid`] for what makes no sense, and
/// [`Error::Conflict`] where too many are open.
pub async fn make(tx: &TenantTx, wanted: &Wanted) -> Result<New, Error> {
    check(tx, wanted).await?;
    let meant = match &wanted.personas {
        Some(personas) => personas.clone(),
        None => campaigns::personas(tx, &wanted.campaigns).await?,
    };
    let personas = (!meant.is_empty()).then_some(meant.as_slice());
    let mut content = gathered(tx, &wanted.campaigns, personas, wanted.days).await?;
    (content.first_day, content.last_day) = wanted.days;
    if !wanted.names_people {
        content.people.clear();
    }
    if wanted.recommends {
        content.next = advice(tx, &content.personas).await?;
    }
    let token = Token::of_tenant(tx.tenant())?;
    let said = serde_json::to_value(&content).map_err(|error| Error::Internal(error.into()))?;
    let (title, hash) = (wanted.title.trim(), token.hash());
    let made = sql::make_report()
        .bind(&**tx, &tx.tenant().0, &title, &hash.as_slice(), &said, &wanted.names_people, &wanted.good_for)
        .opt()
        .await?;
    let id = made.ok_or_else(|| Error::Conflict("a thousand reports are open; revoke some first".to_owned()))?;
    Ok(New { id, token })
}

async fn check(tx: &TenantTx, wanted: &Wanted) -> Result<(), Error> {
    let is_one = |number: i64, all: usize| usize::try_from(number) == Ok(all);
    if !(1..=LONGEST).contains(&wanted.good_for) {
        return Err(Error::invalid(format!("a link is good for 1 to {LONGEST} days")));
    }
    if let (Some(first), Some(last)) = wanted.days
        && last < first
    {
        return Err(Error::invalid("the last day comes after the first"));
    }
    let campaigns: HashSet<_> = wanted.campaigns.iter().collect();
    if campaigns.is_empty() || campaigns.len() > MOST {
        return Err(Error::invalid(format!("a report is of 1 to {MOST} campaigns")));
    }
    if !is_one(sql::campaigns_that_are().bind(&**tx, &wanted.campaigns).one().await?, campaigns.len()) {
        return Err(no_campaign());
    }
    if let Some(personas) = &wanted.personas {
        let chosen: HashSet<_> = personas.iter().collect();
        if chosen.is_empty() || chosen.len() > MOST {
            return Err(Error::invalid(format!("a report is of 1 to {MOST} personas")));
        }
        if !is_one(sql::personas_that_are().bind(&**tx, personas).one().await?, chosen.len()) {
            return Err(no_persona());
        }
    }
    Ok(())
}

/// The strategy that comes first for each persona that was reached most.
async fn advice(tx: &TenantTx, personas: &[Persona]) -> Result<Vec<Next>, Error> {
    let mut all = Vec::new();
    for persona in personas.iter().take(ADVISED) {
        let rows = strategies::recommended_strategies().bind(&**tx, &persona.id, &1, &false, &None).all().await?;
        let Some(row) = rows.first() else { continue };
        let Some(strategy) = row["strategy_id"].as_str().and_then(|id| id.parse::<Uuid>().ok()) else { continue };
        let details = strategies::strategy_details().bind(&**tx, &strategy).opt().await?.unwrap_or_default();
        all.push(Next::of(&persona.name, row, &details));
    }
    Ok(all)
}

/// A report by its id, for the team.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn read(tx: &TenantTx, report: Uuid) -> Result<Report, Error> {
    let found = sql::report_content().bind(&**tx, &report).opt().await?.ok_or_else(no_report)?;
    shown(tx, found.title, found.content, found.names_people, (found.created_at, found.expires_at)).await
}

/// The report that a link opens; none, where it opens nothing: whatever the reason is, nobody is told.
///
/// # Errors
/// As the database gives them.
pub async fn open(database: &Database, token: &Token) -> Result<Option<Report>, Error> {
    let Some(tenant) = token.tenant() else { return Ok(None) };
    let tx = database.tenant(tenant).await?;
    let report = match sql::open_report().bind(&*tx, &token.hash().as_slice()).opt().await? {
        Some(found) => {
            let times = (found.created_at, found.expires_at);
            Some(shown(&tx, found.title, found.content, found.names_people, times).await?)
        }
        None => None,
    };
    tx.commit().await?;
    Ok(report)
}

/// Takes a link back; what was taken back already stays so.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn revoke(tx: &TenantTx, report: Uuid) -> Result<String, Error> {
    sql::revoke_report().bind(&**tx, &report).opt().await?.ok_or_else(no_report)
}

async fn shown(
    tx: &TenantTx,
    title: String,
    content: serde_json::Value,
    names_people: bool,
    (as_of, ends): (Timestamp, Timestamp),
) -> Result<Report, Error> {
    let content: Content = serde_json::from_value(content).map_err(|error| Error::Internal(error.into()))?;
    let people = if names_people { names(tx, &content).await? } else { Vec::new() };
    Ok(Report { title, as_of, ends, content, people })
}

async fn names(tx: &TenantTx, content: &Content) -> Result<Vec<Named>, Error> {
    let numbers: Vec<i32> = content.people.iter().map(|person| person.id).collect();
    let found = sql::report_names().bind(&**tx, &numbers).all().await?;
    let mut known: HashMap<i32, _> = found.into_iter().map(|row| (row.id, row)).collect();
    let named = content.people.iter().filter_map(|person| {
        let row = known.remove(&person.id)?;
        let about = [row.title, row.company].into_iter().flatten().collect::<Vec<_>>().join(", ");
        Some(Named { name: row.name, about, engagements: person.engagements })
    });
    Ok(named.collect())
}

/// What is said of a report that there is not, or that is another tenant's.
#[must_use]
pub fn no_report() -> Error {
    Error::NotFound("there is no such report".to_owned())
}
