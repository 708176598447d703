//! Pages: what people open in a browser.
//!
//! Every page is a struct beside its handler, and a template.  Who asks, and for which tenant, comes from the session alone; what
//! changes anything is a form of our own pages; and a page needs nothing of any other host.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{FromRequestParts as _, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
};

use crate::{
    db::Database,
    error::Error,
    http::AllowedOrigins,
    mail::Mailer,
    model::{keys::Keyring, users::Users},
    oidc::Oidc,
    services::Services,
};
use answer::Problem;
use cookies::Outgoing;
use live::Lookout;
use shared::Renderings;
use visitor::{Seen, Visitor};

mod account;
mod answer;
mod assets;
mod audiences;
mod browsers;
mod calendar;
mod campaign_groups;
mod campaigns;
mod companies;
mod connections;
mod cookies;
mod custom_audiences;
mod docs;
mod endpoints;
mod fields;
mod forgery;
mod forgotten;
mod goals;
mod here;
mod imports;
mod jobs;
mod links;
mod lists;
pub mod live;
mod overview;
mod people;
mod personas;
mod posts;
mod receipts;
mod reports;
mod saved_views;
mod schedules;
mod search;
mod segments;
mod service;
mod settings;
mod shared;
mod shell;
mod shown;
mod sign_in;
mod strategies;
mod uploads;
mod visitor;
mod webhooks;

/// Bytes of a form.
const LARGEST: usize = 64 * 1024;
/// Bytes of a form that brings a file for the calendar, or holds one in letters.
const LARGEST_CALENDAR: usize = crate::calendar::LARGEST * 3 / 2;
/// What a page may load: files of ours, which nobody who wrote into the data has a hand in, and nothing that stands in the page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// What the pages work with.
pub struct Pages {
    database: Arc<Database>,
    keyring: Arc<Keyring>,
    users: Users,
    outward: Outward,
    lookout: Arc<Lookout>,
    renderings: Renderings,
}

/// What pages know of the world outside.
#[derive(Clone)]
pub struct Outward {
    /// The address at which people open the pages, as somebody said it, without a slash at its end.
    pub site: Option<String>,
    /// What sends mails, where somebody named a mail server.
    pub mail: Option<Mailer>,
    /// Where webhooks may be sent besides the internet.
    pub endpoint_origins: AllowedOrigins,
    /// What signs people in by a service, where somebody named one.
    pub service: Option<Oidc>,
    /// Where LinkedIn is, and what calls it.
    pub services: Services,
}

/// The routes of the pages, to be merged with others.
pub fn router(
    database: Arc<Database>,
    keyring: Arc<Keyring>,
    users: Users,
    outward: Outward,
    lookout: Arc<Lookout>,
) -> Router {
    let pages = Arc::new(Pages { database, keyring, users, outward, lookout, renderings: Renderings::default() });
    Router::new()
        .merge(overview::router())
        .merge(search::router())
        .merge(campaigns::router())
        .merge(campaign_groups::router())
        .merge(reports::router())
        .merge(personas::router())
        .merge(people::router())
        .merge(companies::router())
        .merge(posts::router())
        .merge(imports::router())
        .merge(uploads::router())
        .merge(saved_views::router())
        .merge(segments::router())
        .merge(audiences::router())
        .merge(custom_audiences::router())
        .merge(calendar::router())
        .merge(connections::router())
        .merge(jobs::router())
        .merge(schedules::router())
        .merge(webhooks::router())
        .merge(endpoints::router())
        .merge(strategies::router())
        .merge(sign_in::router())
        .merge(forgotten::router())
        .merge(service::router())
        .merge(links::router())
        .merge(live::router())
        .merge(account::router())
        .merge(settings::router())
        .merge(docs::router())
        .layer(middleware::from_fn_with_state(Arc::clone(&pages), shared::share))
        .layer(middleware::from_fn(whole))
        // Files are larger than any form, and are read as they come.
        .merge(uploads::arriving())
        .layer(middleware::from_fn_with_state(Arc::clone(&pages), forgery::refuse))
        .fallback(nowhere)
        .layer(middleware::from_fn(dress))
        .with_state(pages)
        .merge(assets::router())
}

/// Waits for the whole of a form before anybody takes a connection to the database for it: who is slow keeps nobody else waiting.
async fn whole(request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let most = if head.uri.path().starts_with("/calendar/import") { LARGEST_CALENDAR } else { LARGEST };
    match to_bytes(body, most).await {
        Ok(bytes) => next.run(Request::from_parts(head, Body::from(bytes))).await,
        Err(_) => Problem::from(Error::invalid("The form is too large, or did not arrive whole.")).into_response(),
    }
}

/// Gives every page its headers, and the cookies that were baked on the way, and a problem the pages around it.
async fn dress(mut request: Request, next: Next) -> Response {
    let (outgoing, seen) = (Outgoing::default(), Seen::default());
    request.extensions_mut().insert(outgoing.clone());
    request.extensions_mut().insert(seen.clone());
    let response = next.run(request).await;
    let response = match seen.session() {
        Some(session) => answer::inside(response, session),
        None => response,
    };
    let mut response = covered(response);
    for cookie in outgoing.take() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// There is nothing at an address: a browser is shown a page, and a program is told so.
async fn nowhere(State(pages): State<Arc<Pages>>, request: Request) -> Response {
    let accepted = request.headers().get(header::ACCEPT).and_then(|accepted| accepted.to_str().ok());
    if !accepted.is_some_and(|accepted| accepted.contains("text/html")) {
        let kind = [(header::CONTENT_TYPE, "application/json")];
        return (StatusCode::NOT_FOUND, kind, "{\"status\":\"there is nothing here\"}\n").into_response();
    }
    // Whoever is signed in finds on from there.
    drop(Visitor::from_request_parts(&mut request.into_parts().0, &pages).await);
    let said = "No page has this address. It may have been written otherwise, or what it led to is gone.";
    Problem::from(Error::NotFound(said.to_owned())).into_response()
}

fn covered(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    for (name, value) in [(header::CACHE_CONTROL, "no-store"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Our own pages are to know where a form came from, and nobody else; a page that is known by its address alone tells nobody.
    headers.entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    response
}

/// What reads what a browser brings, for the fuzz targets.
#[doc(hidden)]
pub mod probes {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{cookies, sign_in};

    /// Where somebody is sent who was on the way to a page.
    #[must_use]
    pub fn next(text: &str) -> &str {
        sign_in::local(text)
    }

    /// The session in the cookies of a browser.
    #[must_use]
    pub fn cookie(values: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for value in values.iter().filter_map(|value| HeaderValue::from_bytes(value).ok()) {
            headers.append(header::COOKIE, value);
        }
        cookies::find(&headers, "rapport-session").map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::*;

    fn render<T: Template>(samples: &[T], all: &mut Vec<String>) {
        all.extend(samples.iter().map(|page| page.render().expect("a sample renders")));
    }

    #[test]
    fn every_page_renders_and_nothing_in_it_is_html_that_we_did_not_write() {
        let mut all = Vec::new();
        render(&overview::OverviewPage::samples(), &mut all);
        render(&search::SearchPage::samples(), &mut all);
        render(&campaigns::ListPage::samples(), &mut all);
        render(&campaigns::ShowPage::samples(), &mut all);
        render(&campaigns::StepPage::samples(), &mut all);
        render(&campaigns::EditPage::samples(), &mut all);
        render(&campaigns::DeletePage::samples(), &mut all);
        render(&campaign_groups::ListPage::samples(), &mut all);
        render(&campaign_groups::ShowPage::samples(), &mut all);
        render(&campaign_groups::EditPage::samples(), &mut all);
        render(&campaign_groups::DeletePage::samples(), &mut all);
        render(&reports::ListPage::samples(), &mut all);
        render(&reports::NewPage::samples(), &mut all);
        render(&reports::ShowPage::samples(), &mut all);
        render(&reports::OpenPage::samples(), &mut all);
        render(&reports::GonePage::samples(), &mut all);
        render(&personas::ListPage::samples(), &mut all);
        render(&personas::ShowPage::samples(), &mut all);
        render(&personas::ComparePage::samples(), &mut all);
        render(&personas::EditPage::samples(), &mut all);
        render(&personas::DeletePage::samples(), &mut all);
        render(&people::ListPage::samples(), &mut all);
        render(&people::ShowPage::samples(), &mut all);
        render(&people::ErasePage::samples(), &mut all);
        render(&companies::ListPage::samples(), &mut all);
        render(&companies::ShowPage::samples(), &mut all);
        render(&posts::ListPage::samples(), &mut all);
        render(&imports::ListPage::samples(), &mut all);
        render(&imports::ShowPage::samples(), &mut all);
        render(&uploads::ShowPage::samples(), &mut all);
        render(&saved_views::ListPage::samples(), &mut all);
        render(&saved_views::EditPage::samples(), &mut all);
        render(&saved_views::DeletePage::samples(), &mut all);
        render(&segments::ListPage::samples(), &mut all);
        render(&segments::ShowPage::samples(), &mut all);
        render(&segments::EditPage::samples(), &mut all);
        render(&segments::DeletePage::samples(), &mut all);
        render(&audiences::AudiencePage::samples(), &mut all);
        render(&custom_audiences::ListPage::samples(), &mut all);
        render(&custom_audiences::EditPage::samples(), &mut all);
        render(&custom_audiences::DeletePage::samples(), &mut all);
        render(&calendar::MonthPage::samples(), &mut all);
        render(&calendar::ShowPage::samples(), &mut all);
        render(&calendar::EditPage::samples(), &mut all);
        render(&calendar::DeletePage::samples(), &mut all);
        render(&calendar::ImportPage::samples(), &mut all);
        render(&calendar::PlanPage::samples(), &mut all);
        render(&connections::ListPage::samples(), &mut all);
        render(&connections::AddPage::samples(), &mut all);
        render(&connections::ShowPage::samples(), &mut all);
        render(&connections::DeletePage::samples(), &mut all);
        render(&jobs::ListPage::samples(), &mut all);
        render(&jobs::ShowPage::samples(), &mut all);
        render(&jobs::AskPage::samples(), &mut all);
        render(&schedules::ListPage::samples(), &mut all);
        render(&webhooks::InboxPage::samples(), &mut all);
        render(&webhooks::AddPage::samples(), &mut all);
        render(&webhooks::ShowPage::samples(), &mut all);
        render(&webhooks::DeletePage::samples(), &mut all);
        render(&endpoints::ListPage::samples(), &mut all);
        render(&endpoints::AddPage::samples(), &mut all);
        render(&endpoints::ShowPage::samples(), &mut all);
        render(&endpoints::DeletePage::samples(), &mut all);
        render(&endpoints::DeliveryPage::samples(), &mut all);
        render(&strategies::ListPage::samples(), &mut all);
        render(&strategies::ShowPage::samples(), &mut all);
        render(&strategies::EditPage::samples(), &mut all);
        render(&strategies::DeletePage::samples(), &mut all);
        render(&account::Account::samples(), &mut all);
        render(&sign_in::SignIn::samples(), &mut all);
        render(&forgotten::ForgottenPage::samples(), &mut all);
        render(&links::LinkPage::samples(), &mut all);
        render(&settings::MembersPage::samples(), &mut all);
        render(&settings::MemberPage::samples(), &mut all);
        render(&settings::RemovalPage::samples(), &mut all);
        render(&settings::KeysPage::samples(), &mut all);
        render(&settings::AuditPage::samples(), &mut all);
        render(&settings::TenantPage::samples(), &mut all);
        render(&settings::RetentionPage::samples(), &mut all);
        render(&answer::ProblemPage::samples(), &mut all);
        render(&answer::ProblemInside::samples(), &mut all);
        for page in &all {
            assert!(page.starts_with("<!doctype html>") && page.trim_end().ends_with("</html>"), "{page}");
            // What the samples hold of tags was written by whoever wrote the data.
            for foreign in ["<b>", "javascript:"] {
                assert!(!page.contains(foreign), "{foreign} in {page}");
            }
            assert_eq!(page.matches("<script").count(), page.matches("</script>").count(), "{page}");
            // The policy would hold these back.
            assert!(!page.contains(" style=") && !page.contains(" onclick=") && !page.contains("<style"), "{page}");
        }
    }
}
