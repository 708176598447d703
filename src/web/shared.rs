//! One rendering for many: a page that hundreds have open is read once after each change, and not by each of them.
//!
//! A page that asks for itself again (`live`) says under which marks.  Where these are the present ones, whatever is rendered from then
//! on is at least as new, for everybody who says the same; so whoever comes first has it rendered, and the others wait for that.
//! Whoever opens the page while others look at it is shown that too, if the marks in the database are still the same at that moment.
//!
//! Who they are is asked each time, as for every page.  Only what is the same for everybody of a role is shared, and not the top of the
//! page, which names people.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, Write as _},
    ops::Range,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use askama::Template as _;
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequestParts as _, Request, State as Pool},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use flate2::{Compression, write::GzEncoder};
use tokio::sync::OnceCell;

use super::{
    Pages,
    answer::Problem,
    live::MARKS,
    shell::{Shell, Top},
    visitor::{Known, Visitor},
};
use crate::{db::TenantId, error::Error, model::users::Role};

/// How long after it was begun others may join a rendering.  What its marks do not tell of, as a person's name, may be so much older.
const KEPT: Duration = Duration::from_secs(2);
/// Renderings of a tenant and a role at a time; of more, the oldest goes, and whoever waits for it still gets it.
const MOST: usize = 16;
/// What a page is.
const HTML: &str = "text/html; charset=utf-8";
/// Bytes of a page that is shared.
const LARGEST: usize = 8 << 20;

/// What is the same for whoever asks.
#[derive(PartialEq, Eq, Hash)]
struct Asked {
    tenant: TenantId,
    role: Role,
    address: String,
    marks: String,
}

/// A page without the top of it.
struct Rendering {
    /// What stands before the top.
    before: Bytes,
    /// What stands after it, to the end.
    after: Bytes,
    /// Where what changes stands in that.
    middle: Range<usize>,
    /// The same, packed.
    packed: Bytes,
}

/// What was rendered lately, or is being rendered.
#[derive(Default)]
pub(super) struct Renderings(Mutex<HashMap<Asked, Kept>>);

/// Since when, and what.
type Kept = (Instant, Waited);
/// None: what came was no page, and everybody has to ask for themselves.
type Waited = Arc<OnceCell<Option<Rendering>>>;

impl Renderings {
    /// The one that was asked for.
    fn of(&self, asked: Asked) -> Waited {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (since, _)| since.elapsed() < KEPT);
        if !all.contains_key(&asked) {
            let is_alike = |other: &Asked| other.tenant == asked.tenant && other.role == asked.role;
            let alike = all.iter().filter(|(other, _)| is_alike(other)).map(|(_, (since, _))| *since);
            if let Some(oldest) = alike.clone().min().filter(|_| alike.count() >= MOST) {
                all.retain(|other, (since, _)| !is_alike(other) || *since > oldest);
            }
        }
        let (_, rendering) = all.entry(asked).or_insert_with(|| (Instant::now(), Arc::default()));
        Arc::clone(rendering)
    }
}

/// The place in the navigation of a page whose content is the same for everybody of a role who sees all campaigns; none: of any other.
fn same_for_all(path: &str) -> Option<&'static str> {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(""), None, None) => Some("/"),
        (Some("campaigns"), Some(id), None) if id.bytes().all(|byte| byte.is_ascii_digit()) => Some("/campaigns"),
        (Some("personas"), Some(id), None) if uuid::Uuid::try_parse(id).is_ok() => Some("/personas"),
        _ => None,
    }
}

/// Answers with a rendering that others wait for too, where that is possible.
pub(super) async fn share(Pool(pages): Pool<Arc<Pages>>, request: Request, next: Next) -> Response {
    let (&Method::GET, Some(here)) = (request.method(), same_for_all(request.uri().path())) else {
        return next.run(request).await;
    };
    let (mut head, body) = request.into_parts();
    let session = match Visitor::from_request_parts(&mut head, &pages).await {
        Ok(visitor) => visitor.session,
        Err(elsewhere) => return elsewhere,
    };
    let address = head.uri.path_and_query().map_or_else(|| head.uri.path().to_owned(), ToString::to_string);
    let headers = head.headers.clone();
    head.extensions.insert(Known(session.clone()));
    // What is asked for with GET brings nothing along.
    drop(body);
    let ask = |head: &Parts| Request::from_parts(head.clone(), Body::empty());
    if session.role == Role::Client || session.campaigns.is_some() {
        return next.run(ask(&head)).await;
    }
    let is_again = headers.contains_key(MARKS);
    let Some(marks) = marks(&pages, session.tenant, &headers).await else { return next.run(ask(&head)).await };
    let asked = Asked { tenant: session.tenant, role: session.role, address, marks };
    let rendering = pages.renderings.of(asked);
    // Where whoever renders goes away, the next who waits does it.
    let mut own = None;
    let rendered = rendering
        .get_or_init(async || match render(next.clone().run(ask(&head)).await).await {
            Ok(rendering) => Some(rendering),
            Err(other) => {
                own = Some(other);
                None
            }
        })
        .await;
    match (rendered, own) {
        (Some(rendering), _) if is_again => rendering.again(&headers),
        (Some(rendering), _) => rendering.whole(&Shell::of(&session, here)),
        (None, Some(other)) => other,
        (None, None) => next.run(ask(&head)).await,
    }
}

/// The marks under which a page may be shared: those that it says itself, if they are the present ones; or, where it is opened while
/// others look at pages, those that the database has now.
async fn marks(pages: &Pages, tenant: TenantId, headers: &HeaderMap) -> Option<String> {
    let Some(said) = headers.get(MARKS) else { return pages.lookout.read_again(&pages.database, tenant).await };
    let said = said.to_str().ok()?;
    // Marks of another moment may have been seen by another server, or were made up.
    let wanted: BTreeMap<&str, &str> = said.split(' ').filter_map(|pair| pair.split_once('=')).collect();
    // Of words that are no marks nothing is kept.
    pages.lookout.are_present(tenant, &wanted).then(|| format!("{wanted:?}"))
}

/// What is the same for everybody of a page; or the answer, where it was no such page.
async fn render(answer: Response) -> Result<Rendering, Response> {
    if answer.status() != StatusCode::OK {
        return Err(answer);
    }
    let (head, body) = answer.into_parts();
    let odd = |error: anyhow::Error| Problem::from(Error::Internal(error)).into_response();
    let whole = to_bytes(body, LARGEST).await.map_err(|error| odd(error.into()))?;
    match Rendering::of(&whole) {
        Ok(Some(rendering)) => Ok(rendering),
        Ok(None) => Err(Response::from_parts(head, whole.into())),
        Err(error) => Err(odd(error.into())),
    }
}

impl Rendering {
    /// None, where it is no page with a top and a middle.
    fn of(page: &Bytes) -> io::Result<Option<Self>> {
        let place = |from: usize, mark: &str| {
            let rest = page.get(from..)?;
            rest.windows(mark.len()).position(|there| there == mark.as_bytes()).map(|place| from + place)
        };
        let places = || {
            let top = place(0, "<header class=\"top\">")?;
            let below = place(top, "</header>")? + "</header>".len();
            let middle = place(below, "<main id=\"main\"")?;
            Some((top, below, middle..place(middle, "</body>")?))
        };
        let Some((top, below, middle)) = places() else { return Ok(None) };
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(&page[middle.clone()])?;
        Ok(Some(Self {
            before: page.slice(..top),
            after: page.slice(below..),
            middle: middle.start - below..middle.end - below,
            packed: packer.finish()?.into(),
        }))
    }

    /// The page of whoever opens it.
    fn whole(&self, shell: &Shell) -> Response {
        match (Top { shell }).render() {
            Ok(top) => {
                let page = [&self.before[..], top.as_bytes(), &self.after[..]].concat();
                ([(header::CONTENT_TYPE, HTML)], page).into_response()
            }
            Err(error) => Problem::from(Error::Internal(error.into())).into_response(),
        }
    }

    /// What changes of it, for a page that is open.
    fn again(&self, headers: &HeaderMap) -> Response {
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if accepted.split(',').any(|one| one.trim() == "gzip") {
            let headers =
                [(header::CONTENT_TYPE, HTML), (header::CONTENT_ENCODING, "gzip"), (header::VARY, "accept-encoding")];
            (headers, self.packed.clone()).into_response()
        } else {
            ([(header::CONTENT_TYPE, HTML)], self.after.slice(self.middle.clone())).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_are_the_dashboards() {
        let persona = "/personas/0b0e7a4c-1111-4222-8333-444455556666";
        for (path, here) in [("/", "/"), ("/campaigns/17", "/campaigns"), (persona, "/personas")] {
            assert_eq!(same_for_all(path), Some(here), "{path}");
        }
        for path in
            ["", "/campaigns", "/campaigns/17/edit", "/campaigns/new", "/people/17", "/account", "/personas/x", "//"]
        {
            assert_eq!(same_for_all(path), None, "{path}");
        }
    }

    #[tokio::test]
    async fn a_rendering_is_a_page_without_the_top_of_it() {
        let page = "<body><header class=\"top\">Ada</header> <main id=\"main\"><p>7</p></main><footer>Exact</footer></body></html>";
        let rendering = render(page.into_response()).await.unwrap_or_else(|_| panic!("it is a page"));
        assert_eq!(rendering.before, "<body>");
        assert_eq!(rendering.after, " <main id=\"main\"><p>7</p></main><footer>Exact</footer></body></html>");
        let middle = rendering.after.slice(rendering.middle.clone());
        assert_eq!(middle, "<main id=\"main\"><p>7</p></main><footer>Exact</footer>");
        let other = render("no page".into_response()).await.err().expect("what is no page is handed on");
        assert_eq!(to_bytes(other.into_body(), 100).await.unwrap(), "no page");
        assert!(render(StatusCode::FORBIDDEN.into_response()).await.is_err_and(|answer| answer.status() == 403));
    }

    #[test]
    fn no_more_are_kept_than_there_is_room_for() {
        let (all, asked) = (Renderings::default(), |role: Role, n: usize| Asked {
            tenant: TenantId(uuid::Uuid::nil()),
            role,
            address: format!("/campaigns/{n}"),
            marks: String::new(),
        });
        let of_owners = all.of(asked(Role::Owner, 0));
        assert!(Arc::ptr_eq(&of_owners, &all.of(asked(Role::Owner, 0))));
        // Whoever asks for many pages takes the place of nobody of another role.
        for n in 0..3 * MOST {
            all.of(asked(Role::Viewer, n));
        }
        assert!(all.0.lock().unwrap().len() <= MOST + 1);
        assert!(Arc::ptr_eq(&of_owners, &all.of(asked(Role::Owner, 0))));
    }
}
