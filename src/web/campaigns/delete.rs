//! Deleting a campaign, once somebody has read what goes with it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::campaigns as campaigns_sql;

use super::{
    super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
    id_of, nothing,
};
use crate::model::{campaigns, users::Role};

#[derive(Template)]
#[template(path = "campaigns/delete.html")]
pub(in super::super) struct DeletePage {
    shell: Shell,
    id: i32,
    name: String,
    goes: Vec<String>,
    posts: Option<String>,
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let name = campaigns_sql::campaign_said().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?.name;
    let there = campaigns_sql::campaign_contents().bind(&*tx, &id).one().await?;
    tx.commit().await?;
    let parts = [
        (there.ads, "ad", "ads"),
        (there.figures, "day of an ad's figures", "days of ads' figures"),
        (there.entries, "entry of the calendar", "entries of the calendar"),
    ];
    let goes = parts.into_iter().filter(|(number, ..)| *number > 0);
    let goes = goes.map(|(number, one, many)| shown::counted(number, one, many)).collect();
    let posts = (there.posts > 0).then(|| shown::counted(there.posts, "post", "posts"));
    Ok(answer::page(&DeletePage { shell: Shell::of(&visitor.session, "/campaigns"), id, name, goes, posts }))
}

pub(super) async fn delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    campaigns::delete(&tx, id).await?;
    tx.commit().await?;
    Ok(Redirect::to("/campaigns?did=campaign-deleted").into_response())
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |goes: &[&str], posts: Option<&str>| Self {
            shell: Shell::sample("/campaigns"),
            id: 1,
            name: "<b>".to_owned(),
            goes: goes.iter().map(|one| (*one).to_owned()).collect(),
            posts: posts.map(str::to_owned),
        };
        vec![page(&[], None), page(&["7 ads"], Some("3 posts"))]
    }
}
