//! The editor of a persona: its criteria as a form, with what they would do beside it.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{persona_pages as sql, personas as personas_sql};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, fields::Fields, shell::Shell, shown, visitor::Visitor},
    form::{self, Problems},
    id_of, nothing,
    preview::{self, Preview},
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{personas, users::Role},
};

/// From what a new persona starts.
#[derive(Deserialize, Default)]
pub(super) struct Start {
    /// The name of a template.
    #[serde(default)]
    template: String,
    /// A persona that is copied.
    #[serde(default)]
    from: String,
}

/// Colours for new personas, told apart by eye; the first that no other has.
const COLOURS: [&str; 12] = [
    "#3b6fb6", "#b8442e", "#2a7d4f", "#7a4fb0", "#b7791f", "#0f7f8c", "#c0407f", "#5d7a1f", "#5a5f6b", "#8c5a2b",
    "#4750c7", "#a3352f",
];

#[derive(Template)]
#[template(path = "personas/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    /// The persona that is changed; none: a new one.
    id: Option<Uuid>,
    /// What it is called as long as nothing is saved.
    name: String,
    fields: Fields,
    problems: Problems,
    preview: Option<Preview>,
    templates: Vec<String>,
    industries: Vec<String>,
}

impl EditPage {
    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn has(&self, key: &str, value: &str) -> bool {
        self.fields.has(key, value)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }

    /// What a criterion counts: 1, where nobody says it.
    fn weight(&self, name: &str) -> &str {
        match self.fields.one(&format!("{name}.weight")) {
            "" => "1",
            weight => weight,
        }
    }

    fn is_required(&self, name: &str) -> bool {
        self.fields.has(&format!("{name}.required"), "yes")
    }

    /// Whether anything is said of a criterion, or is wrong with it, so that it stands open.
    fn is_open(&self, name: &str) -> bool {
        let said = ["include", "exclude", "any", "min_score", "is"].iter();
        said.clone().any(|part| !self.fields.one(&format!("{name}.{part}")).is_empty())
            || self.problems.keys().any(|key| key.starts_with(&format!("{name}.")))
    }

    /// Choices of a closed list, in their order, each with its words.
    fn seniorities() -> Vec<(&'static str, String)> {
        headline::Seniority::ALL.iter().rev().map(|one| (one.as_str(), seniority(one.as_str()))).collect()
    }

    fn functions() -> Vec<(&'static str, String)> {
        headline::Function::ALL.iter().map(|one| (one.as_str(), shown::word(one.as_str()))).collect()
    }

    fn sizes() -> Vec<(&'static str, String)> {
        form::SIZES.iter().map(|size| (*size, (*size).to_owned())).collect()
    }
}

/// A seniority as people say it.
pub(in super::super) fn seniority(word: &str) -> String {
    match word {
        "vp" => "VP".to_owned(),
        "cxo" => "CxO".to_owned(),
        word => shown::word(word),
    }
}

pub(super) async fn new(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(start): Query<Start>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let persona = if !start.from.is_empty() {
        let copied = personas_sql::persona_details().bind(&*tx, &id_of(&start.from)?).opt().await?;
        let mut copied = copied.ok_or_else(nothing)?;
        copied["name"] = format!("{} (copy)", copied["name"].as_str().unwrap_or_default()).into();
        copied
    } else if let Some(found) =
        sql::persona_templates().bind(&*tx).all().await?.into_iter().find(|row| row.name == start.template)
    {
        json!({"name": found.name, "description": found.description, "colour": found.colour, "threshold": found.threshold, "criteria": found.criteria})
    } else {
        json!({"threshold": 0.6, "criteria": {}})
    };
    let taken = sql::persona_choices().bind(&*tx).all().await?;
    let mut persona = persona;
    let is_taken = |colour: &str| taken.iter().any(|row| row.colour.eq_ignore_ascii_case(colour));
    if persona["colour"].as_str().is_none_or(is_taken) {
        let free = COLOURS.into_iter().find(|colour| !is_taken(colour));
        persona["colour"] = free.unwrap_or(COLOURS[0]).into();
    }
    let page = page(&tx, &visitor, None, form::of(&persona), Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let persona = personas_sql::persona_details().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let page = page(&tx, &visitor, Some(id), form::of(&persona), Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

/// The editor with what was typed.
async fn page(
    tx: &TenantTx,
    visitor: &Visitor,
    id: Option<Uuid>,
    fields: Fields,
    problems: Problems,
) -> Result<EditPage, Error> {
    let name = match &id {
        Some(id) => personas_sql::persona_details().bind(&**tx, id).opt().await?.ok_or_else(nothing)?["name"].clone(),
        None => Value::Null,
    };
    let templates = if id.is_none() { sql::persona_templates().bind(&**tx).all().await? } else { Vec::new() };
    Ok(EditPage {
        shell: Shell::of(&visitor.session, "/personas"),
        id,
        name: name.as_str().unwrap_or_default().to_owned(),
        fields,
        problems,
        preview: None,
        templates: templates.into_iter().map(|row| row.name).collect(),
        industries: sql::industry_labels().bind(&**tx).all().await?,
    })
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
    let id = id_of(&id);
    visitor.must(Role::Editor)?;
    save(pages, visitor, Some(id?), &body).await
}

async fn save(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    id: Option<Uuid>,
    body: &Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(body);
    let read = form::read(&fields);
    // Those without a script ask for a preview by a button of the same form.
    if fields.has("then", "preview") {
        let tx = visitor.session.begin(&pages.database).await?;
        let found = preview::of(&tx, &fields).await?;
        // What a refused preview leaves behind answers nothing more.
        tx.rollback().await?;
        let tx = visitor.session.begin(&pages.database).await?;
        let page = page(&tx, &visitor, id, fields, read.err().unwrap_or_default()).await?;
        tx.commit().await?;
        return Ok(answer::page(&EditPage { preview: Some(found), ..page }));
    }
    let problems = match read {
        Ok(said) => match store(&pages, &visitor, id, said).await {
            Ok((id, did)) => return Ok(Redirect::to(&format!("/personas/{id}?did={did}")).into_response()),
            Err(Error::Conflict(sentence)) if sentence.contains("of this name") => {
                Problems::from([("name".to_owned(), "a persona of this name exists already".to_owned())])
            }
            Err(Error::Invalid(sentence)) => Problems::from([(form::place_of(&sentence), sentence)]),
            Err(error) => return Err(error.into()),
        },
        Err(problems) => problems,
    };
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, &visitor, id, fields, problems).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Saves what is said, and matches everybody to it; the persona, and the word for what was done.
async fn store(
    pages: &Pages,
    visitor: &Visitor,
    id: Option<Uuid>,
    said: Map<String, Value>,
) -> Result<(Uuid, &'static str), Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let done = match id {
        Some(id) => {
            personas::change(&tx, id, said).await?;
            (id, "changed")
        }
        None => (personas::create(&tx, said).await?.0, "created"),
    };
    tx.commit().await?;
    Ok(done)
}

pub(super) async fn activate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let is_active = Fields::parse(&body).has("active", "yes");
    let tx = visitor.session.begin(&pages.database).await?;
    personas::change(&tx, id, Map::from_iter([("is_active".to_owned(), is_active.into())])).await?;
    tx.commit().await?;
    let did = if is_active { "activated" } else { "deactivated" };
    Ok(Redirect::to(&format!("/personas/{id}?did={did}")).into_response())
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let problem = |key: &str| (key.to_owned(), "<b>no".to_owned());
        let page = |id: Option<Uuid>, persona: &Value, problems, preview| Self {
            shell: Shell::sample("/personas"),
            id,
            name: "<b>".to_owned(),
            fields: form::of(persona),
            problems,
            preview,
            templates: vec!["<b>".to_owned()],
            industries: vec!["<b>".to_owned()],
        };
        let persona = json!({
            "name": "\"><b>", "description": "</textarea><b>", "colour": "\"><b>", "threshold": 0.6,
            "criteria": {"title": {"include": ["</textarea><b>"]}, "location": {"any": ["<b>"]}, "engagement": {"min_score": 3}},
        });
        let all = ["name", "colour", "threshold", "title.include", "title.weight", "location.any", ""].map(problem);
        vec![
            page(None, &json!({"criteria": {}}), Problems::new(), None),
            page(Some(Uuid::from_u128(1)), &persona, Problems::from(all), Some(preview::sample())),
        ]
    }
}
