//! Disconnecting, once somebody has read what happens.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{connection_pages as pages_sql, connections as sql};
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
    id_of, nothing, sentence, text,
};
use crate::{
    error::Error,
    model::{connections, users::Role},
};

#[derive(Template)]
#[template(path = "connections/delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    name: String,
    problem: Option<String>,
    goes: Vec<String>,
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    Ok(answer::page(&page(&pages, &visitor, id_of(&id)?).await?))
}

async fn page(pages: &Pages, visitor: &Visitor, id: Uuid) -> Result<DeletePage, Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let row = sql::connection_row().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    let there = pages_sql::connection_contents().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    let mut goes = vec![
        "Its credentials are deleted for good; at LinkedIn or Apify they stay good until you end them there".to_owned(),
    ];
    let parts = [
        (there.open_jobs, "job that waits or runs is cancelled", "jobs that wait or run are cancelled"),
        (there.schedules, "schedule goes, and makes no job any more", "schedules go, and make no jobs any more"),
        (there.webhooks, "webhook goes, and refuses what comes", "webhooks go, and refuse what comes"),
        (there.calls, "entry of the log of calls goes", "entries of the log of calls go"),
    ];
    goes.extend(
        parts.into_iter().filter(|part| part.0 > 0).map(|(number, one, many)| shown::counted(number, one, many)),
    );
    Ok(DeletePage {
        shell: Shell::of(&visitor.session, "/connections"),
        id,
        name: text(&row, "name"),
        problem: None,
        goes,
    })
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let done = async {
        let tx = visitor.session.begin(&pages.database).await?;
        connections::delete(&tx, id).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to("/connections?did=disconnected").into_response()),
        Err(Error::NotFound(_)) => Err(nothing().into()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = page(&pages, &visitor, id).await?;
            Ok(answer::with_status(status, &DeletePage { problem: Some(problem), ..page }))
        }
    }
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let shell = Shell::sample("/connections");
        let (id, name, goes) = (Uuid::nil(), "</title><b>".to_owned(), vec!["2 jobs are cancelled".to_owned()]);
        vec![Self { shell, id, name, problem: Some("<b>".to_owned()), goes }]
    }
}
