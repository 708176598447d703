//! Strategies are made, copied and changed by one form.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum;
use queries::queries::strategies as strategies_sql;
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        fields::{Fields, Problems},
        personas::seniority,
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    form, id_of, nothing, one,
};
use crate::{
    error::Error,
    model::{
        calendar::ContentType,
        campaigns::CampaignObjective,
        strategies::{self, Kpi, StrategyType},
        users::Role,
    },
    values::word,
};

#[derive(Template)]
#[template(path = "strategies/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    /// The strategy that is changed; none: a new one.
    id: Option<Uuid>,
    /// What it is called as long as nothing is saved.
    name: String,
    fields: Fields,
    problems: Problems,
}

/// The words of a closed list, each as people say it.
fn words<T: ValueEnum>() -> Vec<(String, String)> {
    T::value_variants().iter().map(word).map(|word| (word.clone(), shown::word(&word))).collect()
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

    fn share(&self, kind: &str) -> &str {
        self.fields.one(&format!("mix.{kind}"))
    }

    fn types() -> Vec<(String, String)> {
        words::<StrategyType>()
    }

    fn objectives() -> Vec<(String, String)> {
        words::<CampaignObjective>()
    }

    fn kpis() -> Vec<(String, String)> {
        words::<Kpi>()
    }

    fn contents() -> Vec<(String, String)> {
        words::<ContentType>()
    }

    fn seniorities() -> Vec<(&'static str, String)> {
        headline::Seniority::ALL.iter().rev().map(|one| (one.as_str(), seniority(one.as_str()))).collect()
    }

    fn functions() -> Vec<(&'static str, String)> {
        headline::Function::ALL.iter().map(|one| (one.as_str(), shown::word(one.as_str()))).collect()
    }
}

pub(super) async fn new(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let currency = queries::queries::strategy_pages::tenant_currency().bind(&*tx).one().await?;
    tx.commit().await?;
    let fields = form::of(&json!({"type": "awareness", "primary_kpi": "engagement_rate", "currency": currency}));
    let shell = Shell::of(&visitor.session, "/strategies");
    Ok(answer::page(&EditPage { shell, id: None, name: String::new(), fields, problems: Problems::new() }))
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let strategy = strategies_sql::strategy_details().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    tx.commit().await?;
    let name = strategy["name"].as_str().unwrap_or_default().to_owned();
    let shell = Shell::of(&visitor.session, "/strategies");
    let fields = form::of(&strategy);
    Ok(answer::page(&EditPage { shell, id: Some(id), name, fields, problems: Problems::new() }))
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
    let tx = visitor.session.begin(&pages.database).await?;
    let name = match id {
        Some(id) => one(&tx, id).await?.name,
        None => String::new(),
    };
    let problems = match form::read(&fields) {
        Ok(said) => {
            let done = match id {
                Some(id) => strategies::change(&tx, id, said).await.map(|_| (id, "strategy-changed")),
                None => strategies::create(&tx, said).await.map(|id| (id, "strategy-created")),
            };
            match done {
                Ok((id, did)) => {
                    tx.commit().await?;
                    return Ok(Redirect::to(&format!("/strategies/{id}?did={did}")).into_response());
                }
                Err(Error::Conflict(sentence)) if sentence.contains("of this name") => {
                    Problems::from([("name".to_owned(), sentence)])
                }
                Err(Error::Invalid(sentence)) => Problems::from([(form::place_of(&sentence), sentence)]),
                Err(error) => return Err(error.into()),
            }
        }
        Err(problems) => problems,
    };
    // What was refused left the transaction of no use.
    tx.rollback().await?;
    let shell = Shell::of(&visitor.session, "/strategies");
    let page = EditPage { shell, id, name, fields, problems };
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Copies a strategy under the next name that is free, and opens the copy's form.
pub(super) async fn copy(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let name = one(&tx, id).await?.name;
    let taken = strategies_sql::strategy_names().bind(&*tx).all().await?;
    let copied = strategies::copy(&tx, id, &free(&name, &taken)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/strategies/{copied}?did=strategy-copied")).into_response())
}

/// "Proof (copy)", or "Proof (copy 2)" where there is one.
fn free(name: &str, taken: &[String]) -> String {
    // What makes the name longer must leave it one that is short enough.
    let name: String = name.chars().take(480).collect();
    let taken: Vec<String> = taken.iter().map(|name| name.to_lowercase()).collect();
    let names = std::iter::once(format!("{name} (copy)")).chain((2..).map(|turn| format!("{name} (copy {turn})")));
    names.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or(name)
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let strategy = json!({
            "name": "\"><b>", "description": "</textarea><b>", "type": "awareness", "content_themes": ["</textarea><b>"],
            "content_mix": {"video": 100}, "audience_seniorities": ["vp"], "currency": "\"><b>",
        });
        let problem = |key: &str| (key.to_owned(), "<b>no".to_owned());
        let page = |id, fields, problems| Self {
            shell: Shell::sample("/strategies"),
            id,
            name: "<b>".to_owned(),
            fields,
            problems,
        };
        vec![
            page(None, Fields::default(), Problems::new()),
            page(
                Some(Uuid::from_u128(1)),
                form::of(&strategy),
                Problems::from(["", "name", "content_mix", "benchmark_high", "budget_max"].map(problem)),
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_a_name_that_is_free() {
        let taken = ["Proof", "proof (Copy)", "Proof (copy 2)"].map(str::to_owned);
        assert_eq!(free("Proof", &taken), "Proof (copy 3)");
        assert_eq!(free("Other", &taken), "Other (copy)");
        assert!(crate::values::name(&free(&"é".repeat(500), &taken)).is_ok());
    }
}
