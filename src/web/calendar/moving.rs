//! Moving an entry to another time: by a form, or by dragging it, which sends the same form and shows what is answered.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, fields::Fields, lists, shell::Shell, shown, visitor::Visitor},
    MINUTE, Wanted, id_of, moment,
    show::{self, ShowPage},
    wall,
};
use crate::{
    error::Error,
    model::{calendar, users::Role},
};

/// What was done, for whoever dragged.
#[derive(Template)]
#[template(path = "calendar/moved.html")]
struct Moved {
    id: Uuid,
    title: String,
    now: String,
    was: String,
    /// Where the calendar stands, to come back to.
    back: String,
}

pub(super) async fn change(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let is_dragged = fields.has("then", "say");
    let shell = Shell::of(&visitor.session, "/calendar");
    let clock = shell.clock();
    let tx = visitor.session.begin(&pages.database).await?;
    let entry = show::read(&tx, id_of(&id)?).await?;
    let at = match crate::calendar::moment(fields.one("at"), &clock) {
        Ok(at) => at,
        Err(words) if is_dragged => return Err(Error::invalid(shown::sentence(&words)).into()),
        Err(words) => {
            let page = ShowPage::new(shell, &show::Done::default(), entry).refusing(fields.one("at"), &words);
            return Ok(answer::with_status(Error::invalid("").status(), &page));
        }
    };
    let was = entry.scheduled_at;
    let said = Map::from_iter([("scheduled_at".to_owned(), Value::from(at.to_string()))]);
    calendar::change(&tx, entry.id, said).await?;
    tx.commit().await?;
    let before = wall(was, &clock).strftime(MINUTE).to_string();
    if is_dragged {
        let back = fields.one("back").to_owned();
        return Ok(answer::page(&Moved {
            id: entry.id,
            title: entry.title,
            now: moment(at, &clock),
            was: before,
            back,
        }));
    }
    // Back to where the calendar stood, if it was there that somebody took it back.
    let pairs: Vec<(String, String)> =
        url::form_urlencoded::parse(fields.one("back").as_bytes()).into_owned().collect();
    if pairs.is_empty() {
        let done = lists::query([("did", "entry-moved"), ("was", before.as_str())]);
        return Ok(Redirect::to(&format!("/calendar/{}?{done}", entry.id)).into_response());
    }
    let mut wanted = Wanted::default();
    for (key, value) in pairs {
        match key.as_str() {
            "month" => wanted.month = value,
            "view" => wanted.view = value,
            "campaign" => wanted.campaign = value,
            _ => {}
        }
    }
    let month = wanted.month(shell.today());
    Ok(Redirect::to(&format!("/calendar?{}&did=entry-moved", wanted.query(Some(month)))).into_response())
}
