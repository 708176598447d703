//! Deleting a persona, once somebody has read what goes with it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::persona_pages as sql;
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
    id_of, nothing,
};
use crate::model::{personas, users::Role};

#[derive(Template)]
#[template(path = "personas/delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    name: String,
    is_active: bool,
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
    let all = sql::persona_choices().bind(&*tx).all().await?;
    let persona = all.into_iter().find(|row| row.id == id).ok_or_else(nothing)?;
    let there = sql::persona_contents().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    let parts = [
        (there.people, "person who matches it, as such", "people who match it, as such"),
        (there.by_hand, "pin or exclude by hand", "pins and excludes by hand"),
        (
            there.events,
            "entry of the history of who entered and left",
            "entries of the history of who entered and left",
        ),
        (there.ratings, "rating of a strategy for it", "ratings of strategies for it"),
        (there.campaigns, "campaign’s being meant for it", "campaigns’ being meant for it"),
    ];
    let mut goes: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| shown::counted(number, one, many))
        .collect();
    goes.push("Its figures of every day and every campaign".to_owned());
    let shell = Shell::of(&visitor.session, "/personas");
    Ok(answer::page(&DeletePage { shell, id, name: persona.name, is_active: persona.is_active, goes }))
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    personas::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/personas?did=deleted").into_response())
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |is_active| Self {
            shell: Shell::sample("/personas"),
            id: Uuid::from_u128(1),
            name: "<b>".to_owned(),
            is_active,
            goes: vec!["7 people".to_owned()],
        };
        vec![page(true), page(false)]
    }
}
