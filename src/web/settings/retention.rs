//! How long people are kept whom nobody sees any more.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form, Router,
    extract::{Query, State},
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use queries::queries::{audit as audit_sql, tenants as sql};
use serde::Deserialize;
use serde_json::json;

use crate::{
    error::Error,
    model::users::Role,
    web::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor},
};

/// Months that are offered; whoever wants others has them in the address.
pub(super) const MONTHS: [i16; 6] = [6, 12, 18, 24, 36, 60];
const LONGEST: i16 = 120;

/// What would happen, before it does.
#[derive(Template)]
#[template(path = "settings/retention.html")]
pub(in crate::web) struct RetentionPage {
    shell: Shell,
    /// None: until somebody deletes them.
    gone: Option<Gone>,
}

/// Who would go after so many months: how many of how many people.
struct Gone {
    months: i16,
    unseen: i64,
    people: i64,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    months: String,
}

impl Wanted {
    fn read(&self) -> Result<Option<i16>, Error> {
        if self.months.is_empty() {
            return Ok(None);
        }
        let months = self.months.parse().ok().filter(|months| (1..=LONGEST).contains(months));
        Ok(Some(months.ok_or_else(|| {
            Error::invalid(format!("People are kept for a whole number of months, from 1 to {LONGEST}, or for ever."))
        })?))
    }
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/settings/tenant/retention", get(ask).post(keep))
}

async fn ask(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let gone = match wanted.read()? {
        Some(months) => {
            let tx = visitor.session.begin(&pages.database).await?;
            let counted = sql::people_unseen().bind(&*tx, &visitor.session.tenant.0, &months.into()).one().await?;
            tx.commit().await?;
            Some(Gone { months, unseen: counted.unseen, people: counted.people })
        }
        None => None,
    };
    Ok(answer::page(&RetentionPage { shell: Shell::of(&visitor.session, "/settings"), gone }))
}

async fn keep(
    State(pages): State<Arc<Pages>>,
    visitor: Visitor,
    Form(wanted): Form<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Owner)?;
    let (session, months) = (&visitor.session, wanted.read()?);
    let tenant = session.tenant.0;
    let tx = session.begin(&pages.database).await?;
    let before = sql::tenant_itself().bind(&*tx, &tenant).one().await?.people_kept_months;
    sql::keep_people().bind(&*tx, &months, &tenant).await?;
    let details = json!({"months": months, "was": before});
    let subject = tenant.to_string();
    audit_sql::note().bind(&*tx, &tenant, &"retention.changed", &subject.as_str(), &details).await?;
    tx.commit().await?;
    Ok(Redirect::to("/settings/tenant?did=kept").into_response())
}

#[cfg(test)]
impl RetentionPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let page = |gone| Self { shell: Shell::sample("/settings"), gone };
        let gone = |months, unseen| Some(Gone { months, unseen, people: 1_000 });
        vec![page(gone(24, 120)), page(gone(1, 0)), page(None)]
    }
}
