//! Search: a page that finds everything by its words, and its first findings while somebody types.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    http::StatusCode,
    response::Response,
    routing::get,
};
use serde::Deserialize;

use super::{Pages, answer, answer::Problem, assets, shell::Shell, shown, visitor::Visitor};
use crate::{
    error::Error,
    model::search::{self, Found, Group, Kind},
};

/// Of each kind, on the page.
const MANY: u16 = 20;
/// Of each kind, while somebody types.
const FEW: u16 = 5;

/// What was typed.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    q: String,
}

#[derive(Template)]
#[template(path = "search/show.html")]
pub(super) struct SearchPage {
    shell: Shell,
    text: String,
    problem: Option<String>,
    kinds: Vec<Shown>,
}

/// What stands under the field.
#[derive(Template)]
#[template(path = "search/found.html")]
pub(super) struct FoundPart {
    kinds: Vec<Shown>,
    /// How much it is, for whoever does not see it.
    said: String,
    /// The page with all of it.
    all: String,
}

/// What was found of a kind.
struct Shown {
    kind: &'static str,
    words: &'static str,
    icon: &'static str,
    items: Vec<Line>,
    more: bool,
}

struct Line {
    name: String,
    detail: Option<String>,
    /// A page of ours, or the post on LinkedIn; none: there is nowhere to go.
    href: Option<String>,
    leaves: bool,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/search", get(show)).route("/search/found", get(found))
}

/// Clients find what they are shown: their campaigns and the posts of these, and the pages that there are for them.
async fn find(pages: &Pages, visitor: &Visitor, shell: &Shell, text: &str, most: u16) -> Result<Vec<Shown>, Error> {
    let session = &visitor.session;
    let tx = session.begin(&pages.database).await?;
    let groups = search::search(&tx, text, session.campaigns.as_deref(), most).await?;
    tx.commit().await?;
    let places = Shown::places(shell, text);
    Ok(groups.into_iter().map(Shown::new).chain(places).collect())
}

async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let shell = Shell::of(&visitor.session, "/search");
    let (status, kinds, problem) = match find(&pages, &visitor, &shell, &wanted.q, MANY).await {
        Ok(kinds) => (StatusCode::OK, kinds, None),
        Err(Error::Invalid(words)) => (StatusCode::UNPROCESSABLE_ENTITY, Vec::new(), Some(shown::sentence(&words))),
        Err(error) => return Err(error.into()),
    };
    Ok(answer::with_status(status, &SearchPage { shell, text: wanted.q.trim().to_owned(), problem, kinds }))
}

async fn found(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let shell = Shell::of(&visitor.session, "/search");
    let kinds = find(&pages, &visitor, &shell, &wanted.q, FEW).await?;
    Ok(answer::page(&FoundPart::new(kinds, &wanted.q)))
}

impl FoundPart {
    fn new(kinds: Vec<Shown>, text: &str) -> Self {
        let count: usize = kinds.iter().map(|kind| kind.items.len()).sum();
        let more = if kinds.iter().any(|kind| kind.more) { " and more" } else { "" };
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", text.trim()).finish();
        Self { kinds, said: format!("{count} found{more}"), all: format!("/search?{query}") }
    }
}

impl Shown {
    fn new(group: Group) -> Self {
        let Group { kind, items, more } = group;
        let icon = match kind {
            Kind::Person => "user",
            Kind::Company => "building",
            Kind::Campaign | Kind::CampaignGroup => "speakerphone",
            Kind::Persona => "target",
            Kind::Strategy => "bulb",
            Kind::Segment => "filter",
            Kind::CustomAudience => "users",
            Kind::Post => "photo",
            Kind::Connection => "plug",
            Kind::WebhookSource | Kind::Endpoint => "webhook",
        };
        let items = items.into_iter().map(|one| Line::new(kind, one)).collect();
        Self { kind: kind.name(), words: kind.plural(), icon, items, more }
    }
}

impl Shown {
    /// The pages of Rapport's own that a text names.
    fn places(shell: &Shell, text: &str) -> Option<Self> {
        let line = |(path, words): (&str, &str)| Line {
            name: words.to_owned(),
            detail: None,
            href: Some(path.to_owned()),
            leaves: false,
        };
        let items: Vec<Line> = shell.pages_about(text).into_iter().map(line).collect();
        (!items.is_empty()).then_some(Self { kind: "page", words: "Pages", icon: "list", items, more: false })
    }
}

impl Line {
    fn new(kind: Kind, found: Found) -> Self {
        let Found { id, name, detail, url } = found;
        let place = match kind {
            Kind::Person => "people",
            Kind::Company => "companies",
            Kind::Campaign => "campaigns",
            Kind::CampaignGroup => "campaign-groups",
            Kind::Persona => "personas",
            Kind::Strategy => "strategies",
            Kind::Segment => "segments",
            Kind::CustomAudience => "custom-audiences",
            Kind::Connection => "connections",
            Kind::WebhookSource => "webhooks",
            Kind::Endpoint => "endpoints",
            Kind::Post => {
                let leaves = shown::web_address(url);
                return Self { name, detail, leaves: leaves.is_some(), href: leaves };
            }
        };
        Self { name, detail, href: Some(format!("/{place}/{id}")), leaves: false }
    }
}

#[cfg(test)]
impl SearchPage {
    pub(super) fn samples() -> Vec<Self> {
        let line = |url: Option<&str>| Found {
            id: "7".to_owned(),
            name: "<b>".to_owned(),
            detail: Some("<b>".to_owned()),
            url: url.map(str::to_owned),
        };
        let kinds = || {
            let group = |kind| Group { kind, items: vec![line(None), line(Some("javascript:alert(1)"))], more: true };
            Kind::ALL.into_iter().map(group).map(Shown::new).collect()
        };
        let page = |text: &str, problem: Option<&str>, kinds| Self {
            shell: Shell::sample("/search"),
            text: text.to_owned(),
            problem: problem.map(str::to_owned),
            kinds,
        };
        vec![
            page("", None, Vec::new()),
            page("\"><b>", None, Vec::new()),
            page("\"><b>", Some("<b>"), Vec::new()),
            page("<b>", None, kinds()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_while_typing_is_no_html_of_others_and_leads_to_pages() {
        let Some(SearchPage { kinds, .. }) = SearchPage::samples().pop() else { panic!("there are samples") };
        let text = FoundPart::new(kinds, " <b>&q= ").render().unwrap();
        assert!(!text.contains("<b>") && !text.contains("javascript:"), "{text}");
        assert!(text.contains("href=\"/people/7\"") && text.contains("href=\"/search?q=%3Cb%3E%26q%3D\""), "{text}");
        assert!(text.contains("24 found and more"), "{text}");
    }
}
