//! What a human decides of somebody: what the team says of them, and whether they are a target whatever the criteria say.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    body::Bytes,
    extract::{Path, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{person_pages as sql, persona_pages as personas_sql};
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
    values,
};

/// Characters of notes.
const NOTES: usize = 10_000;

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

/// A status by its word; none: none.
fn status_of(word: &str) -> Result<Option<&str>, Error> {
    match word {
        "none" | "" => Ok(None),
        word if STATUSES.contains(&word) => Ok(Some(word)),
        _ => Err(Error::invalid("There is no such status.")),
    }
}

/// Sets a status, or takes it away.
pub(super) async fn set_status(tx: &TenantTx, people: &[i32], word: &str) -> Result<(), Error> {
    let status = status_of(word)?;
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

/// What the team says of somebody: of each field that came, what it says from now on.
pub(super) async fn say(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (tx, id) = begin(&pages, &visitor, &id).await?;
    let fields = Fields::parse(&body);
    let mut said = serde_json::Map::new();
    if fields.came("status") {
        said.insert("lead_status".to_owned(), status_of(fields.one("status"))?.into());
    }
    for (name, longest) in [("owner", values::NAME), ("notable_reason", values::NAME), ("notes", NOTES)] {
        if fields.came(name) {
            // Browsers end lines with two characters.
            let text = fields.one(name).replace("\r\n", "\n");
            if text.chars().nth(longest).is_some() {
                let name = if name == "notable_reason" { "reason" } else { name };
                return Err(Error::invalid(format!("The {name} has at most {longest} characters.")).into());
            }
            said.insert(name.to_owned(), Some(text).filter(|text| !text.is_empty()).into());
        }
    }
    if fields.came("tags") {
        let tags = fields.one("tags").split([',', ';', '\n']).map(str::trim).filter(|tag| !tag.is_empty());
        said.insert("tags".to_owned(), tags.collect::<BTreeSet<_>>().into_iter().collect());
    }
    if fields.came("notable") {
        said.insert("notable".to_owned(), fields.has("notable", "yes").into());
    }
    persons::change(&tx, id, said).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/people/{id}?did=said")).into_response())
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
