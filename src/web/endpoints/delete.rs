//! Deleting an endpoint, once somebody has read what happens.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::endpoints as sql;
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, connections::text, shell::Shell, shown, visitor::Visitor},
    id_of, nothing,
};
use crate::model::{endpoints, users::Role};

const HOME: (&str, &str) = ("/endpoints", "Endpoints");

#[derive(Template)]
#[template(path = "delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    /// The list that it is in: its path, and what it is called.
    home: (&'static str, &'static str),
    id: Uuid,
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
    let row = sql::endpoint_items().bind(&*tx, &Some(id)).opt().await?.ok_or_else(nothing)?;
    tx.commit().await?;
    let waiting = row["waiting"].as_i64().filter(|waiting| *waiting > 0);
    let mut goes = vec!["Its secret is deleted for good, and nothing is sent there any more".to_owned()];
    goes.extend(waiting.map(|number| {
        shown::counted(number, "delivery that waits is never sent", "deliveries that wait are never sent")
    }));
    goes.push("What was sent, and what came of it, is forgotten".to_owned());
    let shell = Shell::of(&visitor.session, "/connections");
    Ok(answer::page(&DeletePage { shell, home: HOME, id, name: text(&row, "name"), goes }))
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    endpoints::delete(&tx, id_of(&id)?).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    Ok(Redirect::to("/endpoints?did=endpoint-deleted").into_response())
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let (shell, name) = (Shell::sample("/connections"), "</title><b>".to_owned());
        vec![Self { shell, home: HOME, id: Uuid::nil(), name, goes: vec!["<b>".to_owned()] }]
    }
}
