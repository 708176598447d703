//! Handing over credentials: for a new connection, or in the place of those that one has.
//!
//! What is typed as a secret is read, sealed and forgotten: no page is ever made of it, also none that says what is wrong.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::Timestamp;
use queries::queries::connections as sql;
use secrecy::SecretString;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer, answer::Problem, assets, fields::Fields, here::Here, shell::Shell, shown, visitor::Visitor,
    },
    consent, id_of, nothing, sentence, text, type_words,
};
use crate::{
    error::Error,
    model::{
        connections::{
            self, CallLimit, Credentials, Type,
            handover::{self, Target, Tokens},
        },
        users::Role,
    },
    values,
};

#[derive(Deserialize, Default)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
}

/// What is handed over, as a word of the form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Cookies,
    Apify,
    Tokens,
    /// Nothing yet: LinkedIn is asked for it.
    Consent,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word {
            "cookies" => Self::Cookies,
            "linkedin" => Self::Tokens,
            "consent" => Self::Consent,
            _ => Self::Apify,
        }
    }

    const fn of_type(kind: Type) -> Self {
        match kind {
            Type::Personal => Self::Cookies,
            Type::Apify => Self::Apify,
            Type::CompanyPage | Type::CampaignManager => Self::Tokens,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Cookies => "cookies",
            Self::Apify => "apify",
            Self::Tokens => "linkedin",
            Self::Consent => "consent",
        }
    }
}

#[derive(Template)]
#[template(path = "connections/add.html")]
pub(in super::super) struct AddPage {
    shell: Shell,
    kind: &'static str,
    /// The connection that is there: its id, its name and its type.
    known: Option<(Uuid, String, &'static str)>,
    /// Where LinkedIn is to send the browser back to, as far as that is known.
    back: Option<String>,
    problem: Option<String>,
    typed: Typed,
}

/// What was typed that is no secret.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) of_ads: bool,
    pub(super) client_id: String,
    pub(super) limit: String,
}

impl Typed {
    pub(super) fn new(fields: &Fields) -> Self {
        Self {
            name: fields.one("name").to_owned(),
            of_ads: fields.one("type") == "campaign_manager",
            client_id: fields.one("client_id").to_owned(),
            limit: fields.one("limit").to_owned(),
        }
    }
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let form = Form { kind: Kind::of(&asked.kind), known: None, typed: Typed::default() };
    Ok(form.show(&pages, &visitor, &here, StatusCode::OK, None))
}

pub(super) async fn add(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let kind = Kind::of(fields.one("kind"));
    let typed = Typed::new(&fields);
    let done = async {
        let name = values::name(&typed.name).map_err(Error::invalid)?;
        let call_limit = match typed.limit.as_str() {
            "" => None,
            text => Some(text.parse::<CallLimit>().map_err(Error::invalid)?),
        };
        let of = match kind {
            Kind::Cookies => Type::Personal,
            Kind::Apify => Type::Apify,
            Kind::Tokens | Kind::Consent if typed.of_ads => Type::CampaignManager,
            Kind::Tokens | Kind::Consent => Type::CompanyPage,
        };
        let credentials = read(kind, &fields, None)?;
        hand_over(&pages, &visitor, Target::New { name: &name, kind: of, call_limit }, &credentials).await
    };
    match done.await {
        Ok(id) => Ok(Redirect::to(&format!("/connections/{id}?did=connected")).into_response()),
        Err(error) => Form { kind, known: None, typed }.again(&pages, &visitor, &here, error),
    }
}

/// The connection that is there.
pub(super) async fn known(pages: &Pages, visitor: &Visitor, id: &str) -> Result<(Uuid, String, Type), Error> {
    visitor.must(Role::Editor)?;
    let id = id_of(id)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let row = sql::connection_row().bind(&*tx, &id).opt().await?.ok_or_else(nothing)?;
    tx.commit().await?;
    Ok((id, text(&row, "name"), Type::from_name(row["type"].as_str().unwrap_or_default())?))
}

pub(super) async fn ask_again(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (id, name, of) = known(&pages, &visitor, &id).await?;
    let kind = if asked.kind == "consent" && !of.scopes().is_empty() { Kind::Consent } else { Kind::of_type(of) };
    let form = Form { kind, known: Some((id, name, type_words(of.name()))), typed: Typed::default() };
    Ok(form.show(&pages, &visitor, &here, StatusCode::OK, None))
}

pub(super) async fn replace(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (id, name, of) = known(&pages, &visitor, &id).await?;
    let fields = Fields::parse(&body);
    let (kind, typed) = (Kind::of_type(of), Typed::new(&fields));
    let done = async {
        let tx = visitor.session.begin(&pages.database).await?;
        // What does not open any more is replaced as well.
        let (before, _) = connections::with_or_without_credentials(&pages.keyring, &tx, id).await?;
        tx.commit().await?;
        let credentials = read(kind, &fields, before.credentials.as_ref())?;
        hand_over(&pages, &visitor, Target::Known(id), &credentials).await
    };
    match done.await {
        Ok(id) => Ok(Redirect::to(&format!("/connections/{id}?did=replaced")).into_response()),
        Err(error) => {
            let known = Some((id, name, type_words(of.name())));
            Form { kind, known, typed }.again(&pages, &visitor, &here, error)
        }
    }
}

fn read(kind: Kind, fields: &Fields, before: Option<&Credentials>) -> Result<Credentials, Error> {
    let now = Timestamp::now();
    let said = |name: &str| Some(fields.one(name)).filter(|text| !text.is_empty());
    match kind {
        Kind::Cookies => {
            let export = said("cookies").ok_or_else(|| Error::invalid("paste the cookies that were exported"))?;
            Ok(Credentials::Cookies(Box::new(connections::read_jar(export.as_bytes(), now)?.0)))
        }
        Kind::Apify => Ok(Credentials::Token(connections::read_token(fields.one("token").as_bytes())?)),
        // Whoever asks LinkedIn has nothing to hand over: what comes here so has no token.
        Kind::Tokens | Kind::Consent => {
            let tokens = Tokens {
                client_id: said("client_id").map(str::to_owned),
                client_secret: said("client_secret").map(SecretString::from),
                access_token: fields.one("access_token").into(),
                refresh_token: said("refresh_token").map(SecretString::from),
            };
            tokens.credentials(before, now)
        }
    }
}

/// Seals them, and has a worker check them.
async fn hand_over(
    pages: &Pages,
    visitor: &Visitor,
    target: Target<'_>,
    credentials: &Credentials,
) -> Result<Uuid, Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let id = handover::take(&pages.database, &pages.keyring, &tx, target, credentials, None).await?;
    handover::ask_for_check(&tx, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// The form in which credentials are handed over or asked for, with what is no secret.
pub(super) struct Form {
    pub(super) kind: Kind,
    pub(super) known: Option<(Uuid, String, &'static str)>,
    pub(super) typed: Typed,
}

impl Form {
    /// Once more, with what is wrong.
    pub(super) fn again(
        self,
        pages: &Pages,
        visitor: &Visitor,
        here: &Here,
        error: Error,
    ) -> Result<Response, Problem> {
        let (status, problem): (StatusCode, String) = sentence(error)?;
        Ok(self.show(pages, visitor, here, status, Some(problem)))
    }

    fn show(
        self,
        pages: &Pages,
        visitor: &Visitor,
        here: &Here,
        status: StatusCode,
        problem: Option<String>,
    ) -> Response {
        let Self { kind, known, typed } = self;
        let (shell, back) = (Shell::of(&visitor.session, "/connections"), here.certain(consent::BACK));
        let response = answer::with_status(status, &AddPage { shell, kind: kind.word(), known, back, problem, typed });
        if kind == Kind::Consent { consent::may_leave(pages, response) } else { response }
    }
}

#[cfg(test)]
impl AddPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let bad = || "\"><b>".to_owned();
        let page = |kind: Kind, known, problem: Option<String>| Self {
            shell: Shell::sample("/connections"),
            kind: kind.word(),
            known,
            back: problem.is_some().then(bad),
            problem,
            typed: Typed { name: bad(), of_ads: true, client_id: bad(), limit: bad() },
        };
        let known = || Some((Uuid::nil(), "</title><b>".to_owned(), "Apify"));
        [Kind::Cookies, Kind::Apify, Kind::Tokens, Kind::Consent]
            .into_iter()
            .flat_map(|kind| [page(kind, None, Some(bad())), page(kind, known(), None)])
            .collect()
    }
}
