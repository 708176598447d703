//! What the tenant is called, by which clock its days are counted, and what an engagement weighs.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use jiff::tz::TimeZone;
use queries::queries::{audit as audit_sql, tenants as sql};
use serde_json::{Value, json};

use super::{Did, Fields, TENANT, Tabs, members, retention::MONTHS};
use crate::{
    error::Error,
    model::{
        sessions::Session,
        users::Role,
        weights::{self, HEAVIEST, Weights},
    },
    values,
    web::{Pages, answer, answer::Problem, assets, lists::Choice, shell::Shell, shown, visitor::Visitor},
};

/// What is weighed: the database's column, and what people call it.
const KINDS: [(&str, &str); 6] = [
    ("likes", "Like"),
    ("reactions", "Other reaction"),
    ("comments", "Comment"),
    ("shares", "Share"),
    ("follows", "Follow"),
    ("clicks", "Click"),
];

#[derive(Template)]
#[template(path = "settings/tenant.html")]
pub(in crate::web) struct TenantPage {
    shell: Shell,
    tabs: Tabs,
    slug: String,
    name: String,
    zone: String,
    currency: String,
    /// Every time zone that there is.
    zones: Vec<String>,
    weights: Vec<Weight>,
    /// How often the weights were changed; 0: they are the product's own.
    version: i32,
    heaviest: i32,
    /// How long people may be kept, in months, or for ever.
    keeps: Vec<Choice>,
    did: Option<&'static str>,
    problem: Option<String>,
    weights_problem: Option<String>,
}

struct Weight {
    column: &'static str,
    words: &'static str,
    value: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route(TENANT.path, get(show).post(change)).route("/settings/tenant/weights", post(weigh))
}

async fn show(State(pages): State<Arc<Pages>>, visitor: Visitor, Query(did): Query<Did>) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let mut page = page(&pages, &visitor.session).await?;
    page.did = did.sentence();
    Ok(answer::page(&page))
}

async fn page(pages: &Pages, session: &Session) -> Result<TenantPage, Problem> {
    let tx = session.begin(&pages.database).await?;
    let tenant = sql::tenant_itself().bind(&*tx, &session.tenant.0).one().await?;
    let (weights, version) = weights::now(&tx).await?;
    tx.commit().await?;
    let values = [weights.likes, weights.reactions, weights.comments, weights.shares, weights.follows, weights.clicks];
    Ok(TenantPage {
        shell: Shell::of(session, "/settings"),
        tabs: Tabs::of(session, TENANT),
        slug: tenant.slug,
        name: tenant.name,
        zone: tenant.time_zone,
        currency: tenant.currency,
        zones: jiff::tz::db().available().map(|zone| zone.to_string()).collect(),
        weights: KINDS
            .iter()
            .zip(values)
            .map(|(&(column, words), value)| Weight { column, words, value: value.to_string() })
            .collect(),
        version,
        heaviest: HEAVIEST,
        keeps: keeps(tenant.people_kept_months),
        did: None,
        problem: None,
        weights_problem: None,
    })
}

/// What can be chosen: for ever, what is usual, and what is so now.
fn keeps(now: Option<i16>) -> Vec<Choice> {
    let mut months: Vec<i16> = MONTHS.into_iter().chain(now).collect();
    months.sort_unstable();
    months.dedup();
    let chosen = now.map(|months| months.to_string()).unwrap_or_default();
    let offered = months.into_iter().map(|months| {
        let words = format!("{} after they were last seen", shown::counted(months.into(), "month", "months"));
        Choice::new(months.to_string(), words, &chosen)
    });
    std::iter::once(Choice::new("", "Until somebody deletes them", &chosen)).chain(offered).collect()
}

async fn change(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, fields) = (&visitor.session, Fields(fields));
    let (zone, currency) = (fields.first("zone").trim(), fields.first("currency").trim().to_uppercase());
    let done = async {
        let name = values::name(fields.first("name")).map_err(Error::invalid)?;
        let currency = values::currency(&currency).map_err(Error::invalid)?;
        // PostgreSQL knows more ways to write one, of which the program that counts days knows nothing.
        TimeZone::get(zone)
            .map_err(|_| Error::invalid("there is no such time zone; one looks like Europe/Berlin, or UTC"))?;
        let tx = session.begin(&pages.database).await?;
        let before = sql::tenant_itself().bind(&*tx, &session.tenant.0).one().await?;
        sql::change_tenant().bind(&*tx, &currency.as_str(), &session.tenant.0, &name.as_str(), &zone).await?;
        let details = json!({
            "name": name, "time_zone": zone, "currency": currency,
            "was": {"name": before.name, "time_zone": before.time_zone, "currency": before.currency},
        });
        note(&tx, session, "tenant.changed", &details).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to("/settings/tenant?did=saved").into_response()),
        Err(error) => {
            let mut page = page(&pages, session).await?;
            fields.first("name").clone_into(&mut page.name);
            zone.clone_into(&mut page.zone);
            page.currency = currency;
            let (status, problem) = members::sentence(error)?;
            page.problem = Some(problem);
            Ok(answer::with_status(status, &page))
        }
    }
}

async fn note(tx: &crate::db::TenantTx, session: &Session, event: &str, details: &Value) -> Result<(), Error> {
    let tenant = session.tenant.0;
    audit_sql::note().bind(&**tx, &tenant, &event, &tenant.to_string().as_str(), &details).await?;
    Ok(())
}

async fn weigh(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, fields) = (&visitor.session, Fields(fields));
    let done = async {
        let mut said = [0; KINDS.len()];
        for (weight, (column, words)) in said.iter_mut().zip(KINDS) {
            let value = fields.first(column).trim().parse().ok().filter(|value| (0..=HEAVIEST).contains(value));
            *weight = value
                .ok_or_else(|| Error::invalid(format!("{words}: a weight is a whole number from 0 to {HEAVIEST}.")))?;
        }
        let [likes, reactions, comments, shares, follows, clicks] = said;
        let tx = session.begin(&pages.database).await?;
        weights::change(&tx, Weights { likes, reactions, comments, shares, follows, clicks }).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Redirect::to("/settings/tenant?did=weighed").into_response()),
        Err(error) => {
            let mut page = page(&pages, session).await?;
            for weight in &mut page.weights {
                fields.first(weight.column).clone_into(&mut weight.value);
            }
            let (status, problem) = members::sentence(error)?;
            page.weights_problem = Some(problem);
            Ok(answer::with_status(status, &page))
        }
    }
}

#[cfg(test)]
impl TenantPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let page = |version, problem: Option<&str>| Self {
            shell: Shell::sample("/settings"),
            tabs: Tabs::sample(TENANT),
            slug: "default".to_owned(),
            name: "\"><b>".to_owned(),
            zone: "\"><b>".to_owned(),
            currency: "EUR".to_owned(),
            zones: vec!["Europe/Berlin".to_owned()],
            weights: KINDS
                .iter()
                .map(|&(column, words)| Weight { column, words, value: "\"><b>".to_owned() })
                .collect(),
            version,
            heaviest: HEAVIEST,
            keeps: keeps(Some(7)),
            did: None,
            problem: problem.map(str::to_owned),
            weights_problem: problem.map(str::to_owned),
        };
        vec![page(0, None), page(3, Some("<b>no"))]
    }
}
