//! Asking for a scrape, an enrichment or a sync, once or again and again.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{campaign_pages, connection_pages as pages_sql};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::super::{
    Pages, answer, answer::Problem, assets, connections::sentence, fields::Fields, lists::Choice, shell::Shell, shown,
    visitor::Visitor,
};
use crate::{
    apify::actors::Subject,
    db::TenantTx,
    error::Error,
    jobs::{USUAL_ENRICHMENT, USUAL_SYNC_DAYS},
    model::{
        connections::no_connection,
        jobs::{
            actor::Chosen,
            ask::{self, Asked, How},
            schedules::Every,
        },
        users::Role,
    },
};

const SUBJECTS: [(Subject, &str); 4] = [
    (Subject::Reactions, "Who reacted to posts"),
    (Subject::Comments, "Who commented on posts"),
    (Subject::Profile, "Profiles of people"),
    (Subject::Company, "Companies"),
];
const RHYTHMS: [(&str, &str); 5] =
    [("", "Once"), ("6h", "Every 6 hours"), ("1d", "Every day"), ("7d", "Every week"), ("28d", "Every 4 weeks")];

#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    #[serde(default)]
    what: String,
}

#[derive(Template)]
#[template(path = "jobs/ask.html")]
pub(in super::super) struct AskPage {
    shell: Shell,
    what: &'static str,
    problem: Option<String>,
    typed: Typed,
    subjects: Vec<Choice>,
    rhythms: Vec<Choice>,
    connections: Vec<Choice>,
    campaigns: Vec<String>,
}

/// What was typed, as it was.
struct Typed {
    urls: String,
    campaign: String,
    max: String,
    cost: String,
    people: String,
    days: String,
}

fn word(what: &str) -> &'static str {
    match what {
        "enrichment" => "enrichment",
        "sync" => "sync",
        _ => "scrape",
    }
}

impl Typed {
    fn new(fields: &Fields) -> Self {
        let text = |name: &str| fields.one(name).to_owned();
        let or = |name: &str, usual: i32| match fields.one(name) {
            "" => usual.to_string(),
            text => text.to_owned(),
        };
        Self {
            urls: text("urls"),
            campaign: text("campaign"),
            max: text("max"),
            cost: text("cost"),
            people: or("people", USUAL_ENRICHMENT),
            days: or("days", USUAL_SYNC_DAYS),
        }
    }
}

pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    Ok(answer::page(&page(&pages, &visitor, word(&wanted.what), &Fields::default()).await?))
}

async fn page(pages: &Pages, visitor: &Visitor, what: &'static str, fields: &Fields) -> Result<AskPage, Error> {
    let tx = visitor.session.begin(&pages.database).await?;
    let connections = pages_sql::connection_choices().bind(&*tx).all().await?;
    let campaigns = campaign_pages::campaign_choices().bind(&*tx).all().await?;
    tx.commit().await?;
    let fits = |kind: &str| match what {
        "sync" => matches!(kind, "company_page" | "campaign_manager"),
        _ => kind == "apify",
    };
    let connections = connections.into_iter().filter(|one| one.is_usable && fits(&one.r#type));
    let connections = connections.map(|one| (one.id.to_string(), one.name)).collect();
    let campaigns = campaigns.into_iter().map(|one| one.name).collect();
    Ok(AskPage::new(Shell::of(&visitor.session, "/connections"), what, fields, connections, campaigns))
}

impl AskPage {
    fn new(
        shell: Shell,
        what: &'static str,
        fields: &Fields,
        connections: Vec<(String, String)>,
        campaigns: Vec<String>,
    ) -> Self {
        let subjects =
            SUBJECTS.iter().map(|(subject, words)| Choice::new(subject.job_kind(), *words, fields.one("kind")));
        let rhythms = RHYTHMS.iter().map(|(every, words)| Choice::new(*every, *words, fields.one("every")));
        Self {
            shell,
            what,
            problem: None,
            typed: Typed::new(fields),
            subjects: subjects.collect(),
            rhythms: rhythms.collect(),
            connections: connections
                .into_iter()
                .map(|(id, name)| Choice::new(id, name, fields.one("connection")))
                .collect(),
            campaigns,
        }
    }
}

pub(super) async fn send(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let done = async {
        let tx = visitor.session.begin(&pages.database).await?;
        let asked = asked(&tx, &fields).await?;
        tx.commit().await?;
        Ok::<_, Error>(asked)
    };
    match done.await {
        Ok(Asked { jobs, .. }) if jobs.len() == 1 => {
            Ok(Redirect::to(&format!("/jobs/{}?did=queued", jobs[0])).into_response())
        }
        Ok(_) => Ok(Redirect::to("/jobs?did=queued").into_response()),
        Err(error) => {
            let (status, problem) = sentence(error)?;
            let page = page(&pages, &visitor, word(fields.one("what")), &fields).await?;
            Ok(answer::with_status(status, &AskPage { problem: Some(problem), ..page }))
        }
    }
}

async fn asked(tx: &TenantTx, fields: &Fields) -> Result<Asked, Error> {
    let said = |name: &str| Some(fields.one(name)).filter(|text| !text.is_empty());
    let number = |name: &str, usual: i32, words: &str| {
        said(name)
            .map_or(Ok(usual), |text| text.parse().map_err(|_| Error::invalid(format!("{words} is a whole number"))))
    };
    let every: Option<Every> =
        said("every").map(str::parse).transpose().map_err(|words: String| Error::invalid(words))?;
    let connection = said("connection").map(|id| Uuid::parse_str(id).map_err(|_| no_connection())).transpose()?;
    let cost_limit = said("cost").map(ask::dollars).transpose().map_err(Error::invalid)?;
    let how = |subject: Subject| -> Result<How<'_>, Error> {
        let chosen = Chosen::new(subject, None, Value::Null, Value::Null)?;
        Ok(How { chosen, cost_limit, connection, every })
    };
    match word(fields.one("what")) {
        "sync" => ask::sync(tx, connection, number("days", USUAL_SYNC_DAYS, "the number of days")?, every).await,
        "enrichment" => {
            let people = number("people", USUAL_ENRICHMENT, "the number of people")?;
            ask::enrich(tx, people, how(Subject::Profile)?).await
        }
        _ => {
            let subject =
                Subject::of_job(fields.one("kind")).ok_or_else(|| Error::invalid("choose what is to be fetched"))?;
            let urls: Vec<String> = fields.lines("urls").into_iter().map(str::to_owned).collect();
            let max = said("max").map(|text| text.parse().ok().filter(|max| *max > 0));
            let max = max
                .map(|max: Option<u32>| {
                    max.ok_or_else(|| Error::invalid("the most items are a whole number from 1 on"))
                })
                .transpose()?;
            ask::scrape(tx, &urls, max, said("campaign"), how(subject)?).await
        }
    }
}

#[cfg(test)]
impl AskPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let fields = Fields::parse(
            b"urls=%3C%2Ftextarea%3E%3Cb%3E&campaign=%22%3E%3Cb%3E&cost=%22%3E%3Cb%3E&kind=profile&every=1d",
        );
        let page = |what, is_whole: bool| {
            let some = |text: &str| vec![text.to_owned()].into_iter().filter(|_| is_whole);
            let connections = some("\"><b>").map(|text| (text.clone(), text)).collect();
            Self {
                problem: is_whole.then(|| "<b>".to_owned()),
                ..Self::new(Shell::sample("/connections"), what, &fields, connections, some("\"><b>").collect())
            }
        };
        vec![page("scrape", true), page("enrichment", true), page("sync", true), page("sync", false)]
    }
}
