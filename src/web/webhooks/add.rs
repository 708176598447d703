//! A source of webhooks that is to be.

use std::sync::Arc;

use askama::Template;
use axum::{body::Bytes, extract::State as Pool, response::Response};
use clap::ValueEnum as _;
use queries::queries::connection_pages as pages_sql;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer, answer::Problem, assets, connections::sentence, fields::Fields, here::Here, lists::Choice,
        shell::Shell, shown, visitor::Visitor,
    },
    show,
};
use crate::{
    error::Error,
    model::{
        users::Role,
        webhooks::{self, Kind},
    },
};

/// What a form says of a source; a secret is never told back.
#[derive(Template)]
#[template(path = "webhooks/add.html")]
pub(in super::super) struct AddPage {
    shell: Shell,
    problem: Option<String>,
    name: String,
    kind: String,
    apify: Vec<Choice>,
    pages: Vec<Choice>,
}

impl AddPage {
    async fn read(pages: &Pages, visitor: &Visitor, fields: &Fields, problem: Option<String>) -> Result<Self, Error> {
        let tx = visitor.session.begin(&pages.database).await?;
        let connections = pages_sql::connection_choices().bind(&*tx).all().await?;
        tx.commit().await?;
        let of = |kind: &str, key: &str| {
            let fitting = connections.iter().filter(|row| row.r#type == kind);
            fitting.map(|row| Choice::new(row.id.to_string(), row.name.clone(), fields.one(key))).collect()
        };
        Ok(Self {
            shell: Shell::of(&visitor.session, "/connections"),
            problem,
            name: fields.one("name").to_owned(),
            kind: fields.one("kind").to_owned(),
            apify: of("apify", "apify"),
            pages: of("company_page", "page"),
        })
    }
}

pub(super) async fn ask(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    Ok(answer::page(&AddPage::read(&pages, &visitor, &Fields::parse(b"kind=generic"), None).await?))
}

/// Adds a source; its page, with the secret, which is shown this once.
pub(super) async fn add(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let done = async {
        let kind = Kind::from_str(fields.one("kind"), false).map_err(|_| Error::invalid("choose who delivers"))?;
        let connection = match kind {
            Kind::Apify => fields.one("apify"),
            Kind::LinkedIn => fields.one("page"),
            Kind::Generic => "",
        };
        let given = Some(fields.one("secret").as_bytes()).filter(|_| kind == Kind::LinkedIn);
        let (secret, is_ours) = kind.secret(given)?;
        let tx = visitor.session.begin(&pages.database).await?;
        let connection = Uuid::parse_str(connection).ok();
        webhooks::must_follow_up(&tx, kind, connection).await?;
        let name = fields.one("name").trim();
        let id = webhooks::add(&pages.database, &pages.keyring, &tx, name, kind, connection, &secret).await?;
        tx.commit().await?;
        Ok((id, is_ours.then_some(secret)))
    };
    match done.await {
        Ok((id, secret)) => Ok(answer::page(&show::made(&pages, &visitor, &here, id, secret.as_ref()).await?)),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = AddPage::read(&pages, &visitor, &fields, Some(problem)).await?;
            Ok(answer::with_status(status, &page))
        }
    }
}

#[cfg(test)]
impl AddPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |kind: &str, problem: Option<&str>, choices: &[&str]| {
            let all = || choices.iter().map(|name| Choice::new("\"><b>", (*name).to_owned(), "\"><b>")).collect();
            let (shell, name) = (Shell::sample("/connections"), "\"><b>".to_owned());
            let (kind, problem) = (kind.to_owned(), problem.map(str::to_owned));
            Self { shell, problem, name, kind, apify: all(), pages: all() }
        };
        vec![page("generic", None, &[]), page("apify", Some("<b>"), &["<b>"]), page("linkedin", None, &["<b>"])]
    }
}
