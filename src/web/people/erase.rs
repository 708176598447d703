//! Erasing a person, once somebody has read what goes.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::persons as sql;

use super::{
    super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
    id_of, nothing,
};
use crate::model::users::Role;

#[derive(Template)]
#[template(path = "people/erase.html")]
pub(in super::super) struct ErasePage {
    shell: Shell,
    id: i32,
    name: String,
    goes: Vec<String>,
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let person = sql::person_details().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let there = sql::person_contents().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    let parts = [
        (there.identities, "name under which the person is known", "names under which the person is known"),
        (there.engagements, "engagement", "engagements"),
        (there.targets, "persona of which the person is a target", "personas of which the person is a target"),
        (there.events, "entry of the history of scores", "entries of the history of scores"),
    ];
    let mut goes: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| shown::counted(number, one, many))
        .collect();
    goes.push("Everything else that is known of the person, with status and notes".to_owned());
    let name = person["name"].as_str().unwrap_or_default().to_owned();
    Ok(answer::page(&ErasePage { shell: Shell::of(&visitor.session, "/people"), id, name, goes }))
}

pub(super) async fn erase(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let was_there = sql::delete_person().bind(&*tx, &tx.tenant().0, &id).one().await?;
    tx.commit().await?;
    if !was_there {
        return Err(nothing().into());
    }
    Ok(Redirect::to("/people?did=erased").into_response())
}

#[cfg(test)]
impl ErasePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let goes = vec!["7 engagements".to_owned()];
        vec![Self { shell: Shell::sample("/people"), id: 7, name: "<b>".to_owned(), goes }]
    }
}
