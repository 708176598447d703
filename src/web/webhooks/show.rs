//! One source of webhooks: where it delivers to, how it stands, and its secret, once.

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::webhooks as sql;
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        connections::{Badge, Did, sentence, text},
        fields::Fields,
        here::Here,
        lists,
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    id_of, kind_words, nothing, stands,
};
use crate::{
    error::Error,
    hooks::{SECRET_HEADER, signature::Secret},
    model::{
        users::Role,
        webhooks::{self, Kind},
    },
};

/// How long the secret before a new one is good, as the form offers it.
const KEPT: Duration = Duration::from_hours(24);

const HOME: (&str, &str) = ("/webhooks", "Webhooks");

#[derive(Template)]
#[template(path = "webhooks/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    problem: Option<String>,
    id: Uuid,
    name: String,
    kind: Kind,
    kind_words: &'static str,
    connection: Option<(String, String)>,
    address: String,
    badge: Badge,
    is_active: bool,
    previous_until: String,
    last: String,
    waiting: i64,
    dead: i64,
    /// A secret that was made just now, for the only time.
    secret: Option<String>,
}

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

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<String>,
    Query(did): Query<Did>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = page(&pages, &visitor, &here, id_of(&id)?).await?;
    Ok(answer::page(&ShowPage { did: lists::done(&did.did), ..page }))
}

/// The page of a source with the secret that was made for it just now, if it was made here.
pub(super) async fn made(
    pages: &Pages,
    visitor: &Visitor,
    here: &Here,
    id: Uuid,
    secret: Option<&Secret>,
) -> Result<ShowPage, Error> {
    let page = page(pages, visitor, here, id).await?;
    let secret = secret.map(|secret| page.kind.told(secret).to_string());
    Ok(ShowPage { secret, ..page })
}

async fn page(pages: &Pages, visitor: &Visitor, here: &Here, id: Uuid) -> Result<ShowPage, Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let row = row(&tx, id).await?;
    tx.commit().await?;
    ShowPage::new(Shell::of(&visitor.session, "/connections"), here.page(&text(&row, "path")), id, &row)
}

async fn row(tx: &crate::db::TenantTx, id: Uuid) -> Result<Value, Error> {
    let found = sql::webhook_source_items().bind(&**tx, &Some(id), &None, &1).opt().await?;
    Ok(found.ok_or_else(nothing)?.item)
}

impl ShowPage {
    fn new(shell: Shell, address: String, id: Uuid, row: &Value) -> Result<Self, Error> {
        let kind = Kind::from_name(row["kind"].as_str().unwrap_or_default())?;
        let zone = shell.clock();
        Ok(Self {
            did: None,
            problem: None,
            id,
            name: text(row, "name"),
            kind,
            kind_words: kind_words(kind),
            connection: row["connection_id"].as_str().map(|id| (id.to_owned(), text(row, "connection"))),
            address,
            badge: stands(row),
            is_active: row["is_active"] == true,
            previous_until: shown::at(&row["previous_until"], &zone),
            last: shown::at(&row["last_delivery"], &zone),
            waiting: row["waiting"].as_i64().unwrap_or_default(),
            dead: row["dead"].as_i64().unwrap_or_default(),
            secret: None,
            shell,
        })
    }

    const fn header() -> &'static str {
        SECRET_HEADER
    }

    /// What the other side sends with every delivery, for a secret that is shown.
    fn headers_template(secret: &str) -> String {
        serde_json::json!({ SECRET_HEADER: secret }).to_string()
    }
}

/// Has a source refuse everything, or take deliveries again.
pub(super) async fn activate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let is_active = Fields::parse(&body).one("active") == "yes";
    let tx = visitor.session.begin(&pages.database).await?;
    webhooks::activate(&tx, id, is_active).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    let did = if is_active { "webhook-resumed" } else { "webhook-paused" };
    Ok(Redirect::to(&format!("/webhooks/{id}?did={did}")).into_response())
}

/// Gives a source a new secret; the one before is good for another day, or not any more.
pub(super) async fn rotate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let fields = Fields::parse(&body);
    let keep = if fields.has("end", "yes") { Duration::ZERO } else { KEPT };
    let done = async {
        let tx = visitor.session.begin(&pages.database).await?;
        let name = text(&row(&tx, id).await?, "name");
        let source = webhooks::hold(&tx, &name).await?.filter(|source| source.id == id).ok_or_else(nothing)?;
        let given = Some(fields.one("secret").as_bytes()).filter(|_| source.kind == Kind::LinkedIn);
        let (secret, is_ours) = source.kind.secret(given)?;
        webhooks::rotate(&pages.database, &pages.keyring, &tx, &source, &secret, keep).await?;
        tx.commit().await?;
        Ok(is_ours.then_some(secret))
    };
    match done.await {
        Ok(Some(secret)) => Ok(answer::page(&made(&pages, &visitor, &here, id, Some(&secret)).await?)),
        Ok(None) => Ok(Redirect::to(&format!("/webhooks/{id}?did=webhook-secret")).into_response()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = ShowPage { problem: Some(problem), ..page(&pages, &visitor, &here, id).await? };
            Ok(answer::with_status(status, &page))
        }
    }
}

pub(super) async fn ask_delete(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let row = row(&tx, id).await?;
    tx.commit().await?;
    let waiting = row["waiting"].as_i64().filter(|waiting| *waiting > 0);
    let mut goes = vec!["Its secret is deleted for good, and whatever is sent to its address is refused".to_owned()];
    goes.extend(waiting.map(|number| {
        shown::counted(
            number,
            "delivery that waits is never worked through",
            "deliveries that wait are never worked through",
        )
    }));
    goes.push("What was delivered is forgotten; the engagements that it brought stay".to_owned());
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
    webhooks::delete(&tx, id_of(&id)?).await.map_err(answer::absent(nothing))?;
    tx.commit().await?;
    Ok(Redirect::to("/webhooks?did=webhook-deleted").into_response())
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |kind: &str, is_active: bool, secret: Option<&str>| {
            let row = serde_json::json!({
                "name": "</title><b>", "kind": kind, "connection": "<b>", "connection_id": "\"><b>", "is_active": is_active, "waiting": 2, "dead": 1,
                "previous_until": "2026-11-28T10:00:00Z", "last_delivery": "2026-11-27T10:00:00Z",
            });
            let shell = Shell::sample("/connections");
            let page =
                Self::new(shell, "https://<b>/hooks/\"><b>".to_owned(), Uuid::nil(), &row).expect("it is one of ours");
            Self { secret: secret.map(str::to_owned), problem: (!is_active).then(|| "<b>".to_owned()), ..page }
        };
        vec![page("generic", true, Some("\"><b>")), page("apify", false, Some("\"><b>")), page("linkedin", true, None)]
    }
}

#[cfg(test)]
impl DeletePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let (shell, name) = (Shell::sample("/connections"), "</title><b>".to_owned());
        vec![Self { shell, home: HOME, id: Uuid::nil(), name, goes: vec!["<b>".to_owned()] }]
    }
}
