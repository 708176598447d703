//! What is said of a campaign group is changed by a form.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum as _;
use serde_json::{Map, Value};

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        fields::{Fields, Problems, chosen},
        lists::Choice,
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    id_of, read,
};
use crate::{
    error::Error,
    model::{campaign_groups as groups, campaigns::CampaignStatus, users::Role},
    values::{self, word},
};

#[derive(Template)]
#[template(path = "campaign_groups/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    /// The group that is changed, and what it is called as long as nothing is saved; none: a new one.
    of: Option<(i32, String)>,
    fields: Fields,
    problems: Problems,
    statuses: Vec<Choice>,
}

impl EditPage {
    fn new(visitor: &Visitor, of: Option<(i32, String)>, fields: Fields, problems: Problems) -> Self {
        Self { shell: Shell::of(&visitor.session, "/campaigns"), of, statuses: statuses(&fields), fields, problems }
    }

    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }
}

fn statuses(fields: &Fields) -> Vec<Choice> {
    let all = CampaignStatus::value_variants().iter().map(word);
    all.map(|one| Choice::new(one.clone(), shown::word(&one), fields.one("status"))).collect()
}

pub(super) async fn new(visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let mut fields = Fields::default();
    fields.push("status", "active");
    Ok(answer::page(&EditPage::new(&visitor, None, fields, Problems::new())))
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let group = read(&tx, id).await?;
    tx.commit().await?;
    let mut fields = Fields::default();
    for key in ["name", "client_name", "status", "currency", "start_date", "end_date"] {
        fields.push(key, group[key].as_str().unwrap_or_default());
    }
    fields.push("budget", group["budget"].as_f64().map(|budget| budget.to_string()).unwrap_or_default());
    let name = group["name"].as_str().unwrap_or_default().to_owned();
    Ok(answer::page(&EditPage::new(&visitor, Some((id, name)), fields, Problems::new())))
}

/// What a form says, by the names of the columns.
fn said(fields: &Fields) -> Result<Map<String, Value>, Problems> {
    let (mut said, mut problems) = (Map::new(), Problems::new());
    let or_null = |key: &str, read: fn(&str) -> Result<Value, String>| fields.given(key).map_or(Ok(Value::Null), read);
    let all = [
        ("name", values::name(fields.one("name")).map(Value::from)),
        ("client_name", or_null("client_name", |text| values::name(text).map(Value::from))),
        ("status", chosen::<CampaignStatus>(fields.one("status"))),
        ("start_date", or_null("start_date", |text| values::day(text).map(|day| day.to_string().into()))),
        ("end_date", or_null("end_date", |text| values::day(text).map(|day| day.to_string().into()))),
        ("budget", or_null("budget", |text| values::amount(text).map(Value::from))),
        ("currency", or_null("currency", |text| values::currency(text).map(Value::from))),
    ];
    for (key, value) in all {
        match value {
            Ok(value) => drop(said.insert(key.to_owned(), value)),
            Err(problem) => drop(problems.insert(key.to_owned(), problem)),
        }
    }
    // Days that are written like this are put in order as text.
    if let (Some(first), Some(last)) =
        (said.get("start_date").and_then(Value::as_str), said.get("end_date").and_then(Value::as_str))
        && last < first
    {
        problems.insert("end_date".to_owned(), "a group ends after it starts".to_owned());
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
    save(pages, visitor, Some(id), &body).await
}

async fn save(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    id: Option<String>,
    body: &Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id.as_deref().map(id_of).transpose()?;
    let fields = Fields::parse(body);
    let tx = visitor.session.begin(&pages.database).await?;
    let of = match id {
        Some(id) => Some((id, read(&tx, id).await?["name"].as_str().unwrap_or_default().to_owned())),
        None => None,
    };
    let problems = match said(&fields) {
        Ok(said) => {
            let done = match id {
                Some(id) => groups::change(&tx, id, said).await.map(|_| (id, "group-changed")),
                None => groups::create(&tx, said).await.map(|id| (id, "group-made")),
            };
            match done {
                Ok((id, did)) => {
                    tx.commit().await?;
                    return Ok(Redirect::to(&format!("/campaign-groups/{id}?did={did}")).into_response());
                }
                Err(Error::Conflict(sentence)) if sentence.contains("of this name") => {
                    Problems::from([("name".to_owned(), sentence)])
                }
                Err(Error::Conflict(sentence) | Error::Invalid(sentence)) => {
                    Problems::from([(String::new(), sentence)])
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(problems) => problems,
    };
    tx.rollback().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &EditPage::new(&visitor, of, fields, problems)))
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let hostile = "\"></textarea><b>";
        let mut fields = Fields::default();
        for key in ["name", "client_name", "budget", "currency", "start_date", "end_date"] {
            fields.push(key, hostile);
        }
        let page = |of, problems| Self {
            shell: Shell::sample("/campaigns"),
            of,
            statuses: statuses(&fields),
            fields: fields.clone(),
            problems,
        };
        let all = ["", "name", "client_name", "status", "budget", "currency", "start_date", "end_date"];
        let problems = all.map(|key| (key.to_owned(), "<b>no".to_owned()));
        vec![page(None, Problems::new()), page(Some((1, "<b>".to_owned())), Problems::from(problems))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_by_the_names_of_the_columns_and_nothing_is_null() {
        let body =
            b"name=+Acme+2026+&client_name=Acme&status=paused&budget=&start_date=2026-03-01&end_date=&currency=eur";
        let wanted = serde_json::json!({
            "name": "Acme 2026", "client_name": "Acme", "status": "paused", "budget": null, "start_date": "2026-03-01",
            "end_date": null, "currency": "EUR",
        });
        assert_eq!(Value::Object(said(&Fields::parse(body)).unwrap()), wanted);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let body = b"name=&status=gone&budget=1,500&start_date=2026-03-02&end_date=2026-03-01&currency=Euro";
        let wrong = said(&Fields::parse(body)).unwrap_err();
        assert_eq!(wrong.keys().collect::<Vec<_>>(), ["budget", "currency", "end_date", "name", "status"]);
    }
}
