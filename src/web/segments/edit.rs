//! The rule builder of a segment, with whom it means beside it.

use std::sync::Arc;

use askama::{Template, filters::HtmlSafe};
use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{campaign_pages, persona_pages};
use serde_json::Value;

use super::{
    super::{
        Pages, answer, answer::Problem, assets, fields::Fields, people::STATUSES, personas::seniority, shell::Shell,
        shown, visitor::Visitor,
    },
    Person, Segment,
    form::{self, Problems},
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{segments, users::Role},
};

#[derive(Template)]
#[template(path = "segments/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    /// The segment that is changed; none: a new one.
    id: Option<String>,
    name: String,
    fields: Fields,
    problems: Problems,
    preview: Option<Preview>,
    personas: Vec<(String, String)>,
    campaigns: Vec<(String, String)>,
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

    fn seniorities() -> Vec<(String, String)> {
        headline::Seniority::ALL.iter().rev().map(|one| (one.as_str().to_owned(), seniority(one.as_str()))).collect()
    }

    fn functions() -> Vec<(String, String)> {
        headline::Function::ALL.iter().map(|one| (one.as_str().to_owned(), shown::word(one.as_str()))).collect()
    }

    fn statuses() -> Vec<(String, String)> {
        STATUSES.iter().map(|word| ((*word).to_owned(), shown::word(word))).collect()
    }
}

/// Whom a rule means.
#[derive(Template)]
#[template(path = "segments/preview.html")]
pub(super) struct Preview {
    /// Why nobody can say.
    problem: Option<String>,
    people: String,
    is_everybody: bool,
    best: Vec<Person>,
}

/// A template escapes what it shows.
impl HtmlSafe for Preview {}

impl Preview {
    fn none(problem: &str) -> Self {
        Self { problem: Some(shown::sentence(problem)), people: String::new(), is_everybody: false, best: Vec::new() }
    }

    /// Whom the rule of a form means, by the same function that the API asks.
    async fn of(tx: &TenantTx, fields: &Fields) -> Result<Self, Error> {
        let rule = match form::rule(fields) {
            Ok(rule) => rule,
            Err(problems) => return Ok(Self::none(problems.values().next().map_or("", String::as_str))),
        };
        match segments::preview(tx, &rule).await {
            Ok(meant) => Ok(Self {
                problem: None,
                people: shown::count(meant.people),
                is_everybody: rule.as_object().is_some_and(serde_json::Map::is_empty),
                best: meant.best.as_array().into_iter().flatten().map(Person::new).collect(),
            }),
            Err(Error::Invalid(sentence)) => Ok(Self::none(&sentence)),
            Err(error) => Err(error),
        }
    }
}

pub(super) async fn preview(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let found = Preview::of(&tx, &Fields::parse(&body)).await?;
    tx.rollback().await?;
    Ok(answer::page(&found))
}

pub(super) async fn new(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, &visitor, None, Fields::default(), Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = Segment::read(&tx, &id).await?;
    let fields = form::of(&segment.name, &segment.description, &segment.rule);
    let page = page(&tx, &visitor, Some(segment), fields, Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

/// The rule builder with what was typed.
async fn page(
    tx: &TenantTx,
    visitor: &Visitor,
    segment: Option<Segment>,
    fields: Fields,
    problems: Problems,
) -> Result<EditPage, Error> {
    let mut personas: Vec<(String, String)> = persona_pages::persona_choices()
        .bind(&**tx)
        .all()
        .await?
        .into_iter()
        .map(|row| (row.name.clone(), row.name))
        .collect();
    // A rule names personas; one that was renamed since is offered as long as it stands in the rule.
    for name in fields.all("personas") {
        if !personas.iter().any(|(there, _)| there == name) {
            personas.push((name.to_owned(), format!("{name} (there is none of this name)")));
        }
    }
    let mut campaigns: Vec<(String, String)> = campaign_pages::campaign_choices()
        .bind(&**tx)
        .all()
        .await?
        .into_iter()
        .map(|row| (row.id.to_string(), row.name))
        .collect();
    for number in fields.all("campaigns") {
        if !campaigns.iter().any(|(there, _)| there == number) {
            campaigns.push((number.to_owned(), format!("Campaign {number}, which is gone")));
        }
    }
    let (id, name) = segment.map(|segment| (segment.id, segment.name)).unzip();
    Ok(EditPage {
        shell: Shell::of(&visitor.session, "/segments"),
        id,
        name: name.unwrap_or_default(),
        fields,
        problems,
        preview: None,
        personas,
        campaigns,
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
    let read = form::read(&fields);
    // Those without a script count by a button of the same form.
    if fields.has("then", "preview") {
        let tx = visitor.session.begin(&pages.database).await?;
        let found = Preview::of(&tx, &fields).await?;
        tx.rollback().await?;
        let tx = visitor.session.begin(&pages.database).await?;
        let segment = of(&tx, id.as_deref()).await?;
        let page = page(&tx, &visitor, segment, fields, read.err().unwrap_or_default()).await?;
        tx.commit().await?;
        return Ok(answer::page(&EditPage { preview: Some(found), ..page }));
    }
    let problems = match read {
        Ok(said) => match store(&pages, &visitor, id.as_deref(), said).await {
            Ok((id, did)) => return Ok(Redirect::to(&format!("/segments/{id}?did={did}")).into_response()),
            Err(Error::Conflict(sentence)) if sentence.contains("of this name") => {
                Problems::from([("name".to_owned(), "a segment of this name exists already".to_owned())])
            }
            Err(Error::Invalid(sentence)) => Problems::from([(form::place_of(&sentence), sentence)]),
            Err(error) => return Err(error.into()),
        },
        Err(problems) => problems,
    };
    let tx = visitor.session.begin(&pages.database).await?;
    let segment = of(&tx, id.as_deref()).await?;
    let page = page(&tx, &visitor, segment, fields, problems).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

async fn of(tx: &TenantTx, id: Option<&str>) -> Result<Option<Segment>, Error> {
    match id {
        Some(id) => Ok(Some(Segment::read(tx, id).await?)),
        None => Ok(None),
    }
}

/// Saves what is said; the segment, and the word for what was done.
async fn store(
    pages: &Pages,
    visitor: &Visitor,
    id: Option<&str>,
    said: serde_json::Map<String, Value>,
) -> Result<(String, &'static str), Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let done = match id {
        Some(id) => {
            segments::change(&tx, id, said).await?;
            (id.to_owned(), "segment-changed")
        }
        None => (segments::create(&tx, said).await?, "segment-made"),
    };
    tx.commit().await?;
    Ok(done)
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |id: Option<&str>, problems: Problems, preview| {
            let segment = super::sample();
            Self {
                shell: Shell::sample("/segments"),
                id: id.map(str::to_owned),
                name: "<b>".to_owned(),
                fields: form::of(&segment.name, &segment.description, &segment.rule),
                problems,
                preview,
                personas: vec![("\"><b>".to_owned(), "<b>".to_owned())],
                campaigns: vec![("1".to_owned(), "<b>".to_owned())],
            }
        };
        let all = ["name", "countries", "min_score", "window_days", "seniorities", "campaigns", ""];
        let problems = all.map(|key| (key.to_owned(), "<b>no".to_owned()));
        let person = serde_json::json!({"name": "<b>", "title": "<b>", "company": "<b>", "engagement_score": 7});
        let preview =
            Preview { problem: None, people: "7".to_owned(), is_everybody: true, best: vec![Person::new(&person)] };
        vec![
            page(None, Problems::new(), Some(Preview::none("<b>no"))),
            page(Some("\"><b>"), Problems::from(problems), Some(preview)),
        ]
    }
}
