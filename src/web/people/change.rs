//! What a human decides of somebody: a status, notes, and whether they are a target whatever the criteria say.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{person_pages as sql, persona_pages as personas_sql};
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{Pages, answer::Problem, fields::Fields, personas::nothing as no_persona, visitor::Visitor},
    STATUSES, id_of, nothing,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        persons::{self, Hold},
        users::Role,
    },
};

/// Characters of notes.
const LONGEST: usize = 10_000;

/// What is done with those who were chosen.
pub(super) enum Act {
    Status,
    Hold(Hold),
}

impl Act {
    pub(super) fn of(word: &str) -> Result<Self, Error> {
        Ok(match word {
            "status" => Self::Status,
            "pin" => Self::Hold(Hold::Pin),
            "exclude" => Self::Hold(Hold::Exclude),
            "release" => Self::Hold(Hold::Release),
            _ => return Err(Error::invalid("Choose what is to be done: set a status, pin, exclude or release.")),
        })
    }
}

/// The word for what was done.
pub(super) const fn did(hold: Hold) -> &'static str {
    match hold {
        Hold::Pin => "pinned",
        Hold::Exclude => "excluded",
        Hold::Release => "released",
    }
}

/// Sets a status, or takes it away.
pub(super) async fn set_status(tx: &TenantTx, people: &[i32], word: &str) -> Result<(), Error> {
    let status = match word {
        "none" | "" => None,
        word if STATUSES.contains(&word) => Some(word),
        _ => return Err(Error::invalid("There is no such status.")),
    };
    sql::set_lead_status().bind(&**tx, &people, &status).await?;
    Ok(())
}

/// Begins a change of somebody who is there.
async fn begin(pages: &Pages, visitor: &Visitor, id: &str) -> Result<(TenantTx, i32), Error> {
    visitor.must(Role::Editor)?;
    let id = id_of(id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    if sql::people_there().bind(&*tx, &[id].as_slice()).opt().await?.is_none() {
        return Err(nothing());
    }
    Ok((tx, id))
}

fn back(id: i32, did: &str) -> Response {
    Redirect::to(&format!("/people/{id}?did={did}")).into_response()
}

pub(super) async fn status(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (tx, id) = begin(&pages, &visitor, &id).await?;
    set_status(&tx, &[id], Fields::parse(&body).one("status")).await?;
    tx.commit().await?;
    Ok(back(id, "status"))
}

pub(super) async fn notes(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (tx, id) = begin(&pages, &visitor, &id).await?;
    let fields = Fields::parse(&body);
    // Browsers end lines with two characters.
    let notes = fields.one("notes").replace("\r\n", "\n");
    if notes.chars().nth(LONGEST).is_some() {
        return Err(Error::invalid(format!("Notes have at most {LONGEST} characters.")).into());
    }
    let notes = if notes.is_empty() { Value::Null } else { notes.into() };
    persons::change(&tx, id, [("notes".to_owned(), notes)].into_iter().collect()).await?;
    tx.commit().await?;
    Ok(back(id, "noted"))
}

pub(super) async fn target(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (tx, id) = begin(&pages, &visitor, &id).await?;
    let fields = Fields::parse(&body);
    let Act::Hold(hold) = Act::of(fields.one("act"))? else {
        return Err(Error::invalid("Choose whether to pin, exclude or release.").into());
    };
    let persona = Uuid::parse_str(fields.one("persona")).map_err(|_| no_persona())?;
    if !personas_sql::persona_choices().bind(&*tx).all().await?.iter().any(|row| row.id == persona) {
        return Err(no_persona().into());
    }
    let reason = Some(fields.one("reason")).filter(|reason| !reason.is_empty() && hold != Hold::Release);
    persons::hold(&tx, hold, persona, id, reason).await?;
    tx.commit().await?;
    Ok(back(id, did(hold)))
}

pub(super) async fn profile(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let (tx, id) = begin(&pages, &visitor, &id).await?;
    persons::ask_for_profile(&tx, id).await?;
    tx.commit().await?;
    Ok(back(id, "asked"))
}
