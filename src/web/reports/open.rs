//! What the link of a report opens, for whoever has it: no account, no cookie, and nothing else of the team's.
//!
//! The token stands in the query, which is written into no log.  Whatever keeps a link from opening anything, the answer is the same.

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{
    Extension,
    extract::{Query, State as Pool},
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use queries::queries::reports as sql;
use serde::Deserialize;

use super::{
    super::{Pages, answer, answer::Problem, assets, shown},
    sheet::Sheet,
};
use crate::{
    model::{reports, tokens::Token},
    serve::peer::Peer,
};

#[derive(Template)]
#[template(path = "reports/open.html")]
pub(in super::super) struct OpenPage {
    sheet: Sheet,
}

/// Nothing is opened: why, nobody is told.
#[derive(Template)]
#[template(path = "reports/gone.html")]
pub(in super::super) struct GonePage {
    /// After how many seconds it may be tried again, where too many were opened.
    wait: Option<u64>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Shown {
    token: String,
}

pub(super) async fn open(
    Pool(pages): Pool<Arc<Pages>>,
    Extension(Peer(address)): Extension<Peer>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    let wait = {
        let owner = pages.database.lent_owner().await?;
        sql::take_report().bind(&owner, &address.to_string().as_str()).one().await?
    };
    if wait > 0.0 {
        let seconds = Duration::try_from_secs_f64(wait.ceil()).map_or(1, |wait| wait.as_secs().max(1));
        let mut response = answer::with_status(StatusCode::TOO_MANY_REQUESTS, &GonePage { wait: Some(seconds) });
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(kept_to_itself(response));
    }
    let found = match Token::read(&shown.token) {
        Some(token) => reports::open(&pages.database, &token).await,
        None => Ok(None),
    };
    let response = match found {
        Ok(Some(report)) => answer::page(&OpenPage { sheet: Sheet::new(report) }),
        Err(error) if error.is_for_the_log() => return Err(error.into()),
        // Whatever else there may be to say of it, a stranger is not told.
        Ok(None) | Err(_) => answer::with_status(StatusCode::NOT_FOUND, &GonePage { wait: None }),
    };
    Ok(kept_to_itself(response))
}

/// No search engine, and no site to which the report links, learns of its address.
fn kept_to_itself(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow, noarchive"));
    response
}

#[cfg(test)]
impl OpenPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        Sheet::samples().into_iter().map(|sheet| Self { sheet }).collect()
    }
}

#[cfg(test)]
impl GonePage {
    pub(in super::super) fn samples() -> Vec<Self> {
        vec![Self { wait: None }, Self { wait: Some(3) }]
    }
}
