//! Deleting a strategy, once somebody has read what goes with it, and where nothing follows it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{strategies as strategies_sql, strategy_pages as sql};
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
    id_of, one,
};
use crate::model::{strategies, users::Role};

#[derive(Template)]
#[template(path = "strategies/delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    id: Uuid,
    name: String,
    /// What follows it, so that it cannot go.
    holds: Vec<String>,
    ratings: Option<String>,
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let name = one(&tx, id).await?.name;
    let uses = strategies_sql::strategy_uses().bind(&*tx, &id).one().await?;
    let ratings = sql::strategy_ratings().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    let parts =
        [(uses.campaigns, "campaign", "campaigns"), (uses.entries, "entry of the calendar", "entries of the calendar")];
    let holds = parts.into_iter().filter(|(number, ..)| *number > 0);
    let holds = holds.map(|(number, one, many)| shown::counted(number, one, many)).collect();
    let ratings = (ratings > 0).then(|| shown::counted(ratings, "rating for a persona", "ratings for personas"));
    Ok(answer::page(&DeletePage { shell: Shell::of(&visitor.session, "/strategies"), id, name, holds, ratings }))
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    strategies::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/strategies?did=strategy-deleted").into_response())
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |holds: &[&str], ratings: Option<&str>| Self {
            shell: Shell::sample("/strategies"),
            id: Uuid::from_u128(1),
            name: "<b>".to_owned(),
            holds: holds.iter().map(|one| (*one).to_owned()).collect(),
            ratings: ratings.map(str::to_owned),
        };
        vec![page(&[], None), page(&[], Some("7 ratings")), page(&["7 campaigns", "1 entry"], None)]
    }
}
