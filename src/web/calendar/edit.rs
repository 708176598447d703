//! An entry of the calendar as a form.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum as _;
use jiff::{ToSpan as _, civil::time};
use queries::queries::{calendar_pages, campaign_pages, strategy_pages as sql};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    super::{
        Pages, answer, answer::Problem, assets, fields::Fields, lists::Choice, shell::Shell, shown, visitor::Visitor,
    },
    MINUTE, id_of, show, wall,
};
use crate::{
    calendar::{moment, put},
    db::TenantTx,
    error::Error,
    model::{
        calendar::{self, CalendarStatus, ContentType},
        users::Role,
    },
    values::word,
};

/// What is wrong, by the field where it is.
type Problems = BTreeMap<&'static str, String>;

/// From what a new entry starts.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Start {
    /// A day, or a time.
    at: String,
    campaign: String,
}

#[derive(Template)]
#[template(path = "calendar/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    /// The entry that is changed; none: a new one.
    id: Option<Uuid>,
    name: String,
    fields: Fields,
    problems: Problems,
    campaigns: Vec<Choice>,
    strategies: Vec<Choice>,
    statuses: Vec<Choice>,
    kinds: Vec<Choice>,
}

impl EditPage {
    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }
}

pub(super) async fn new(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(start): Query<Start>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    let clock = shell.clock();
    let tomorrow = shell.today().checked_add(1.day()).map_err(|error| Error::Internal(error.into()))?;
    let at = moment(&start.at, &clock).map_or_else(|_| tomorrow.to_datetime(time(9, 0, 0, 0)), |at| wall(at, &clock));
    let mut fields = Fields::default();
    fields.push("at", at.strftime(MINUTE).to_string());
    fields.push("status", "draft");
    let tx = visitor.session.begin(&pages.database).await?;
    if let Ok(campaign) = start.campaign.parse::<i32>()
        && calendar_pages::is_paid_for().bind(&*tx, &campaign).one().await?
    {
        fields.push("paid", "yes");
    }
    fields.push("campaign", start.campaign);
    let page = page(&tx, shell, None, fields, Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    let tx = visitor.session.begin(&pages.database).await?;
    let entry = show::read(&tx, id_of(&id)?).await?;
    let mut fields = Fields::default();
    let at = wall(entry.scheduled_at, &shell.clock()).strftime(MINUTE).to_string();
    for (key, value) in [
        ("title", entry.title),
        ("at", at.clone()),
        ("was", at),
        ("status", entry.status),
        ("content_type", entry.content_type),
        ("paid", if entry.is_paid { "yes" } else { "" }.to_owned()),
        ("budget", entry.budget.unwrap_or_default()),
        ("campaign", entry.campaign_id.map(|id| id.to_string()).unwrap_or_default()),
        ("strategy", entry.strategy_id.map(|id| id.to_string()).unwrap_or_default()),
        ("slot", entry.strategy_slot.unwrap_or_default()),
        ("description", entry.description.unwrap_or_default()),
        ("notes", entry.notes.unwrap_or_default()),
    ] {
        fields.push(key, value);
    }
    let page = page(&tx, shell, Some(entry.id), fields, Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

/// The form with what was typed.
async fn page(
    tx: &TenantTx,
    shell: Shell,
    id: Option<Uuid>,
    fields: Fields,
    problems: Problems,
) -> Result<EditPage, Error> {
    let name = match id {
        Some(id) => show::read(tx, id).await?.title,
        None => String::new(),
    };
    let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?;
    let strategies = sql::strategy_choices().bind(&**tx).all().await?;
    let (campaign, strategy) = (fields.one("campaign"), fields.one("strategy"));
    Ok(EditPage {
        shell,
        id,
        name,
        campaigns: campaigns.into_iter().map(|row| Choice::new(row.id.to_string(), row.name, campaign)).collect(),
        strategies: strategies.into_iter().map(|row| Choice::new(row.id.to_string(), row.name, strategy)).collect(),
        statuses: choices(CalendarStatus::value_variants(), fields.one("status")),
        kinds: choices(ContentType::value_variants(), fields.one("content_type")),
        fields,
        problems,
    })
}

fn choices(all: &[impl clap::ValueEnum], chosen: &str) -> Vec<Choice> {
    all.iter().map(word).map(|value| Choice::new(value.clone(), shown::word(&value), chosen)).collect()
}

/// What a form says, by the names of the columns.
fn read(fields: &Fields, shell: &Shell) -> Result<Map<String, Value>, Problems> {
    let (mut said, mut problems) = (Map::new(), Problems::new());
    for (field, column) in [
        ("title", "title"),
        ("status", "status"),
        ("content_type", "content_type"),
        ("budget", "budget"),
        ("slot", "strategy_slot"),
        ("description", "description"),
        ("notes", "notes"),
    ] {
        if let Err(words) = put(&mut said, column, fields.one(field)) {
            problems.insert(field, words);
        }
    }
    said.insert("is_paid".to_owned(), fields.has("paid", "yes").into());
    // Seconds that the field does not show stay as long as nobody touches it.
    if fields.one("at").is_empty() || fields.one("at") != fields.one("was") {
        match moment(fields.one("at"), &shell.clock()) {
            Ok(at) => drop(said.insert("scheduled_at".to_owned(), at.to_string().into())),
            Err(words) => drop(problems.insert("at", words)),
        }
    }
    let id = |field: &str| Some(fields.one(field)).filter(|id| !id.is_empty());
    match id("campaign").map(str::parse::<i32>).transpose() {
        Ok(id) => drop(said.insert("campaign_id".to_owned(), id.into())),
        Err(_) => drop(problems.insert("campaign", "there is no such campaign".to_owned())),
    }
    match id("strategy").map(Uuid::parse_str).transpose() {
        Ok(id) => drop(said.insert("strategy_id".to_owned(), json!(id))),
        Err(_) => drop(problems.insert("strategy", "there is no such strategy".to_owned())),
    }
    if problems.is_empty() { Ok(said) } else { Err(problems) }
}

pub(super) async fn create(pages: Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    save(pages, visitor, None, &body).await
}

pub(super) async fn change(
    pages: Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    save(pages, visitor, Some(id_of(&id)?), &body).await
}

async fn save(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    id: Option<Uuid>,
    body: &Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(body);
    let shell = Shell::of(&visitor.session, "/calendar");
    let problems = match read(&fields, &shell) {
        Ok(said) => match store(&pages, &visitor, id, said).await {
            Ok((id, did)) => return Ok(Redirect::to(&format!("/calendar/{id}?did={did}")).into_response()),
            Err(Error::Conflict(sentence)) if sentence.contains("campaign") => {
                Problems::from([("campaign", "there is no such campaign any more".to_owned())])
            }
            Err(Error::Conflict(sentence)) if sentence.contains("strategy") => {
                Problems::from([("strategy", "there is no such strategy any more".to_owned())])
            }
            Err(Error::Invalid(sentence)) => Problems::from([("", sentence)]),
            Err(error) => return Err(error.into()),
        },
        Err(problems) => problems,
    };
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, shell, id, fields, problems).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Saves what is said; the entry, and the word for what was done.
async fn store(
    pages: &Pages,
    visitor: &Visitor,
    id: Option<Uuid>,
    said: Map<String, Value>,
) -> Result<(Uuid, &'static str), Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let done = match id {
        Some(id) => {
            calendar::change(&tx, id, said).await?;
            (id, "entry-changed")
        }
        None => (calendar::create(&tx, said).await?, "entry-made"),
    };
    tx.commit().await?;
    Ok(done)
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |id: Option<Uuid>, problems: Problems| {
            let mut fields = Fields::default();
            for key in ["title", "at", "budget", "slot"] {
                fields.push(key, "\"><b>");
            }
            fields.push("description", "</textarea><b>");
            Self {
                shell: Shell::sample("/calendar"),
                id,
                name: "<b>".to_owned(),
                fields,
                problems,
                campaigns: vec![Choice::new("1", "<b>", "1")],
                strategies: vec![Choice::new("\"><b>", "<b>", "1")],
                statuses: choices(CalendarStatus::value_variants(), "draft"),
                kinds: choices(ContentType::value_variants(), "other"),
            }
        };
        let all = ["", "title", "at", "budget", "campaign", "strategy", "description", "notes", "slot"];
        vec![
            page(None, Problems::new()),
            page(Some(Uuid::from_u128(1)), all.map(|key| (key, "<b>no".to_owned())).into()),
        ]
    }
}
