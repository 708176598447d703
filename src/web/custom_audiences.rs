//! Custom audiences: definitions of whom LinkedIn shall show ads to, and the file that tells it.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use queries::queries::custom_audiences::{self as sql, CustomAudienceItems};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    fields::{Fields, Problems},
    lists::{self, After, Turns},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    linkedin::facets::{FUNCTIONS, SENIORITIES, SIZES, is_same, size_words},
    model::{
        custom_audiences::{self as audiences, MOST_WORDS},
        users::Role,
    },
    values,
};

/// Audiences that are shown at once.
const MOST: i64 = 200;
/// Lists of which some of a closed list are chosen.
const CHOICES: [&str; 3] = ["functions", "seniorities", "sizes"];
/// Lists that hold a word a line.
const LINES: [&str; 5] = ["companies", "titles", "industries", "locations", "skills"];
/// All of them, as people read them.
const WORDS: [(&str, &str); 8] = [
    ("companies", "Companies"),
    ("titles", "Titles"),
    ("functions", "Functions"),
    ("seniorities", "Levels"),
    ("industries", "Industries"),
    ("sizes", "Sizes"),
    ("locations", "Places"),
    ("skills", "Skills"),
];

/// There is one answer for an audience that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such custom audience, or it was deleted.".to_owned())
}

fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

async fn read(tx: &TenantTx, id: &str) -> Result<(Uuid, Value), Error> {
    let id = id_of(id)?;
    let item = audiences::item(tx, id).await.map_err(answer::absent(nothing))?;
    Ok((id, item))
}

fn text(item: &Value, key: &str) -> String {
    item[key].as_str().unwrap_or_default().to_owned()
}

/// The words of a list.
fn words(item: &Value, key: &str) -> Vec<String> {
    let words = item["targeting"][key].as_array().into_iter().flatten().filter_map(Value::as_str);
    words.map(str::to_owned).collect()
}

#[derive(Deserialize, Default)]
struct Wanted {
    #[serde(default)]
    text: String,
    #[serde(default)]
    did: String,
    #[serde(flatten)]
    after: After,
}

#[derive(Template)]
#[template(path = "custom_audiences/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    text: String,
    rows: Vec<Row>,
    turns: Turns,
}

struct Row {
    id: String,
    name: String,
    about: String,
    whom: Vec<(&'static str, String)>,
    reach: String,
}

impl Row {
    fn new(item: &Value) -> Self {
        let whom = WORDS.into_iter().map(|(key, heading)| (heading, words(item, key).join(", ")));
        Self {
            id: text(item, "id"),
            name: text(item, "name"),
            about: text(item, "description"),
            whom: whom.filter(|(_, words)| !words.is_empty()).collect(),
            reach: shown::maybe_count(item["estimated_reach"].as_i64()),
        }
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/custom-audiences", get(list).post(create))
        .route("/custom-audiences/new", get(new))
        .route("/custom-audiences/{id}", get(edit).post(change))
        .route("/custom-audiences/{id}/definition.json", get(download))
        .route("/custom-audiences/{id}/delete", get(ask).post(delete))
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let (key, id) = wanted.after.place::<Uuid>();
    let words = Some(wanted.text.trim()).filter(|text| !text.is_empty());
    let tx = visitor.session.begin(&pages.database).await?;
    let found = sql::custom_audience_items()
        .bind(&*tx, &None, &words, &"name", &id, &false, &key.as_ref(), &(MOST + 1))
        .all()
        .await?;
    tx.commit().await?;
    Ok(answer::page(&ListPage::new(Shell::of(&visitor.session, "/segments"), &wanted, &found)))
}

impl ListPage {
    fn new(shell: Shell, wanted: &Wanted, found: &[CustomAudienceItems]) -> Self {
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        let last = found.get(most - 1).filter(|_| found.len() > most).map(|row| (&row.key, row.id.to_string()));
        let text = wanted.text.trim();
        Self {
            shell,
            did: lists::done(&wanted.did),
            turns: Turns::new("/custom-audiences", &[("text", text)], &wanted.after, last),
            text: text.to_owned(),
            rows: found.iter().take(most).map(|row| Row::new(&row.item)).collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "custom_audiences/edit.html")]
pub(super) struct EditPage {
    shell: Shell,
    did: Option<&'static str>,
    /// The audience that is shown and may be changed; none: a new one.
    id: Option<Uuid>,
    name: String,
    fields: Fields,
    problems: Problems,
    /// Words whose numbers nobody here knows.
    to_look_up: Vec<String>,
}

impl EditPage {
    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn has(&self, key: &str, value: &str) -> bool {
        self.fields.all(key).any(|word| is_same(word, value))
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }

    /// What LinkedIn has of a closed list, and what is chosen besides.
    fn choices(&self, key: &str) -> Vec<String> {
        let mut all: Vec<String> = match key {
            "functions" => FUNCTIONS.map(str::to_owned).to_vec(),
            "seniorities" => SENIORITIES.map(str::to_owned).to_vec(),
            _ => SIZES.map(size_words).to_vec(),
        };
        for word in self.fields.all(key) {
            if !all.iter().any(|there| is_same(there, word)) {
                all.push(word.to_owned());
            }
        }
        all
    }
}

/// An audience as the form says it.
fn fields_of(item: &Value) -> Fields {
    let mut fields = Fields::default();
    fields.push("name", text(item, "name"));
    fields.push("description", text(item, "description"));
    for key in LINES {
        fields.push(key, words(item, key).join("\n"));
    }
    for key in CHOICES {
        for word in words(item, key) {
            fields.push(key, word);
        }
    }
    fields.push("reach", item["estimated_reach"].as_i64().map(|reach| reach.to_string()).unwrap_or_default());
    fields.push("linkedin_id", text(item, "linkedin_audience_id"));
    fields
}

/// What a form says, by the names of the columns.
fn said(fields: &Fields) -> Result<Map<String, Value>, Problems> {
    let mut problems = Problems::new();
    let mut wrong = |key: &str, words: String| drop(problems.insert(key.to_owned(), words));
    let name = values::name(fields.one("name")).map_err(|words| wrong("name", words)).unwrap_or_default();
    let mut targeting = Map::new();
    for key in LINES.into_iter().chain(CHOICES) {
        let all: Vec<&str> = if LINES.contains(&key) {
            fields.lines(key)
        } else {
            fields.all(key).map(str::trim).filter(|word| !word.is_empty()).collect()
        };
        if all.len() > MOST_WORDS {
            wrong(key, format!("at most {MOST_WORDS} words"));
        }
        if let Some(Err(words)) = all.iter().map(|word| values::name(word)).find(Result::is_err) {
            wrong(key, words);
        }
        if !all.is_empty() {
            targeting.insert(key.to_owned(), json!(all));
        }
    }
    let reach = match fields.one("reach") {
        "" => None,
        text => {
            let reach = text.parse::<i64>().ok().filter(|reach| *reach >= 0);
            if reach.is_none() {
                wrong("reach", "it must be a whole number".to_owned());
            }
            reach
        }
    };
    let linkedin_id = fields.given("linkedin_id").map(values::name).transpose();
    let linkedin_id = linkedin_id.map_err(|words| wrong("linkedin_id", words)).unwrap_or_default();
    let said = json!({
        "name": name, "description": fields.given("description"), "targeting": targeting, "estimated_reach": reach,
        "linkedin_audience_id": linkedin_id,
    });
    match said {
        Value::Object(said) if problems.is_empty() => Ok(said),
        _ => Err(problems),
    }
}

async fn new(visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let shell = Shell::of(&visitor.session, "/segments");
    Ok(answer::page(&EditPage::new(shell, None, Fields::default(), Problems::new())))
}

impl EditPage {
    fn new(shell: Shell, there: Option<(Uuid, String)>, fields: Fields, problems: Problems) -> Self {
        let (id, name) = there.unzip();
        let name = name.unwrap_or_default();
        Self { shell, did: None, id, name, fields, problems, to_look_up: Vec::new() }
    }
}

/// Shows one, to whoever may change it as the form that does.
async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let (id, item) = read(&tx, &id).await?;
    let told = audiences::definition(&tx, id).await?;
    tx.commit().await?;
    let shell = Shell::of(&visitor.session, "/segments");
    let page = EditPage::new(shell, Some((id, text(&item, "name"))), fields_of(&item), Problems::new());
    let to_look_up = told.to_look_up.into_values().flatten().collect();
    Ok(answer::page(&EditPage { did: lists::done(&wanted.did), to_look_up, ..page }))
}

async fn create(pages: Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    save(pages, visitor, None, &body).await
}

async fn change(
    pages: Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    save(pages, visitor, Some(id), &body).await
}

async fn save(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    id: Option<String>,
    body: &Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(body);
    let tx = visitor.session.begin(&pages.database).await?;
    let there = match &id {
        Some(id) => Some(read(&tx, id).await?).map(|(id, item)| (id, text(&item, "name"))),
        None => None,
    };
    let problems = match said(&fields) {
        Ok(said) => {
            let saved = match &there {
                Some((id, _)) => audiences::change(&tx, *id, said).await.map(|_| (*id, "audience-changed")),
                None => audiences::create(&tx, said).await.map(|id| (id, "audience-made")),
            };
            match saved {
                Ok((id, did)) => {
                    tx.commit().await?;
                    return Ok(Redirect::to(&format!("/custom-audiences/{id}?did={did}")).into_response());
                }
                Err(Error::Conflict(words)) => Problems::from([("name".to_owned(), words)]),
                Err(Error::Invalid(words)) => Problems::from([(String::new(), words)]),
                Err(error) => return Err(error.into()),
            }
        }
        Err(problems) => problems,
    };
    let page = EditPage::new(Shell::of(&visitor.session, "/segments"), there, fields, problems);
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// What LinkedIn's interface takes, as a file.
async fn download(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let (id, _) = read(&tx, &id).await?;
    let told = audiences::definition(&tx, id).await?;
    tx.commit().await?;
    let bytes = serde_json::to_vec_pretty(&told).map_err(|error| Error::Internal(error.into()))?;
    Ok(answer::file(&format!("{}.json", told.name), "application/json", bytes))
}

#[derive(Template)]
#[template(path = "custom_audiences/delete.html")]
pub(super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    name: String,
}

async fn ask(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let (id, item) = read(&tx, &id).await?;
    tx.commit().await?;
    Ok(answer::page(&DeletePage { shell: Shell::of(&visitor.session, "/segments"), id, name: text(&item, "name") }))
}

async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    _body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let (id, _) = read(&tx, &id).await?;
    audiences::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/custom-audiences?did=audience-deleted").into_response())
}

#[cfg(test)]
fn sample() -> Value {
    let all = WORDS.map(|(key, _)| (key.to_owned(), json!(["</textarea><b>", "\"><b>"])));
    json!({
        "id": "\"><b>", "name": "</title><b>", "description": "</textarea><b>", "targeting": Map::from_iter(all), "estimated_reach": 7,
        "linkedin_audience_id": "\"><b>",
    })
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let searched =
            Wanted { text: "\"><b>".to_owned(), did: "audience-deleted".to_owned(), after: After::default() };
        let row = |_| CustomAudienceItems { id: Uuid::nil(), key: "<b>".into(), item: sample() };
        let many: Vec<_> = (0..=MOST).map(row).collect();
        let page =
            |wanted: &Wanted, found: &[CustomAudienceItems]| Self::new(Shell::sample("/segments"), wanted, found);
        vec![page(&searched, &many), page(&searched, &[]), page(&Wanted::default(), &[])]
    }
}

#[cfg(test)]
impl EditPage {
    pub(super) fn samples() -> Vec<Self> {
        let bad = || "<b>no".to_owned();
        let problems = ["name", "titles", "functions", "reach", "linkedin_id", ""].map(|key| (key.to_owned(), bad()));
        let page = |there, problems| Self::new(Shell::sample("/segments"), there, fields_of(&sample()), problems);
        let there = Some((Uuid::nil(), "</title><b>".to_owned()));
        vec![page(None, Problems::from(problems)), Self { to_look_up: vec![bad()], ..page(there, Problems::new()) }]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(super) fn samples() -> Vec<Self> {
        vec![Self { shell: Shell::sample("/segments"), id: Uuid::nil(), name: "</title><b>".to_owned() }]
    }
}
