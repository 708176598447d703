//! What is said of a campaign is changed by a form.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum;
use queries::queries::{campaigns as campaigns_sql, persona_pages, strategy_pages};

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        fields::{Fields, Problems},
        goals,
        lists::Choice,
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    form, id_of, nothing,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaigns::{self, CampaignObjective, CampaignStatus, CampaignType},
        users::Role,
    },
    values::word,
};

#[derive(Template)]
#[template(path = "campaigns/edit.html")]
pub(in super::super) struct EditPage {
    shell: Shell,
    id: i32,
    /// What it is called as long as nothing is saved.
    name: String,
    fields: Fields,
    problems: Problems,
    objectives: Vec<Choice>,
    types: Vec<Choice>,
    statuses: Vec<Choice>,
    strategies: Vec<Choice>,
    personas: Vec<Choice>,
    groups: Vec<String>,
}

impl EditPage {
    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }
}

fn choices<T: ValueEnum>(chosen: &str) -> Vec<Choice> {
    T::value_variants().iter().map(word).map(|one| Choice::new(one.clone(), shown::word(&one), chosen)).collect()
}

pub(super) async fn edit(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let there = campaigns_sql::campaign_said().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let mut fields = Fields::default();
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    for (key, value) in [
        ("name", Some(there.name.clone())),
        ("description", there.description),
        ("group", there.campaign_group),
        ("type", Some(there.r#type)),
        ("objective", there.objective),
        ("status", Some(there.status)),
        ("start_date", day(there.start_date)),
        ("end_date", day(there.end_date)),
        ("budget", there.budget),
        ("currency", there.currency),
        ("strategy", there.strategy_id.map(|id| id.to_string())),
        (
            "kpi_target",
            there.kpi_target.map(|goal| goals::written(there.primary_kpi.as_deref().unwrap_or_default(), goal)),
        ),
    ] {
        fields.push(key, value.unwrap_or_default());
    }
    for persona in there.personas {
        fields.push("persona", persona.to_string());
    }
    let page = page(&tx, &visitor, id, there.name, fields, Problems::new()).await?;
    tx.commit().await?;
    Ok(answer::page(&page))
}

async fn page(
    tx: &TenantTx,
    visitor: &Visitor,
    id: i32,
    name: String,
    fields: Fields,
    problems: Problems,
) -> Result<EditPage, Error> {
    let chosen = fields.one("strategy");
    let strategies = strategy_pages::strategy_choices().bind(&**tx).all().await?.into_iter();
    let personas = persona_pages::persona_choices().bind(&**tx).all().await?.into_iter();
    // One that was chosen while it was active stays until somebody takes it away.
    let personas = personas.filter_map(|row| {
        let id = row.id.to_string();
        let is_chosen = fields.has("persona", &id);
        (row.is_active || is_chosen).then_some(Choice { value: id, words: row.name, is_chosen })
    });
    Ok(EditPage {
        shell: Shell::of(&visitor.session, "/campaigns"),
        id,
        name,
        objectives: choices::<CampaignObjective>(fields.one("objective")),
        types: choices::<CampaignType>(fields.one("type")),
        statuses: choices::<CampaignStatus>(fields.one("status")),
        strategies: strategies.map(|row| Choice::new(row.id.to_string(), row.name, chosen)).collect(),
        personas: personas.collect(),
        groups: campaigns_sql::campaign_group_names().bind(&**tx).all().await?,
        fields,
        problems,
    })
}

pub(super) async fn change(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let there = campaigns_sql::campaign_said().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let mut wrong = Problems::new();
    form::check_strategy(&tx, &fields, &mut wrong).await?;
    let problems = match form::read(&fields) {
        Ok(_) if !wrong.is_empty() => wrong,
        Ok(mut said) => {
            // A type that stays is not said, or else the posts would decide it no more.
            if said.get("type").is_some_and(|kind| kind == &there.r#type) {
                said.remove("type");
            }
            match campaigns::change(&tx, id, said).await {
                Ok(_) => {
                    tx.commit().await?;
                    return Ok(Redirect::to(&format!("/campaigns/{id}?did=campaign-changed")).into_response());
                }
                Err(Error::Conflict(sentence) | Error::Invalid(sentence)) => {
                    let place = form::place_of(&sentence);
                    // What the command line would do next is none of a page's words.
                    let sentence = sentence.split(';').next().unwrap_or_default().to_owned();
                    Problems::from([(place.to_owned(), sentence)])
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(problems) => problems,
    };
    tx.rollback().await?;
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, &visitor, id, there.name, fields, problems).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

#[cfg(test)]
impl EditPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let hostile = "\"></textarea><b>";
        let mut fields = Fields::default();
        for key in ["name", "description", "group", "budget", "currency", "start_date", "kpi_target"] {
            fields.push(key, hostile);
        }
        let problem = |key: &str| (key.to_owned(), "<b>no".to_owned());
        let page = |problems| Self {
            shell: Shell::sample("/campaigns"),
            id: 1,
            name: "<b>".to_owned(),
            fields: fields.clone(),
            problems,
            objectives: choices::<CampaignObjective>("engagement"),
            types: choices::<CampaignType>("mixed"),
            statuses: choices::<CampaignStatus>("draft"),
            strategies: vec![Choice::new("1", "<b>", "1")],
            personas: vec![Choice::new("1", "<b>", "1")],
            groups: vec![hostile.to_owned()],
        };
        vec![page(Problems::new()), page(Problems::from(["", "name", "end_date", "strategy", "persona"].map(problem)))]
    }
}
