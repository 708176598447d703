//! One rendering for many: a page that hundreds have open is read once after each change, and not by each of them.
//!
//! A page that asks for itself again (`live`) says under which marks.  Where these are the present ones, whatever is rendered from then
//! on is at least as new, for everybody who says the same; so whoever comes first has it rendered, and the others wait for that.
//! Who they are is asked each time, as for every page.  Only what is the same for everybody of a role is shared, without the shell
//! around it, which names people.

use std::{
    collections::{BTreeMap, HashMap},
    io::Write as _,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequestParts as _, Request, State as Pool},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use flate2::{Compression, write::GzEncoder};
use tokio::sync::OnceCell;

use super::{Pages, live::MARKS, visitor::Visitor};
use crate::{db::TenantId, error::Error, model::users::Role};

/// How long a rendering is handed out.  What its marks do not tell of, as a campaign's name, is never older.
const KEPT: Duration = Duration::from_secs(2);
/// Renderings of a tenant at a time; more are rendered for each who asks.
const MOST: usize = 16;
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

/// A rendering, as it is sent.
#[derive(Clone)]
struct Rendering {
    plain: Bytes,
    packed: Bytes,
}

/// What was rendered lately, or is being rendered.
#[derive(Default)]
pub(super) struct Renderings(Mutex<HashMap<Asked, (Instant, Arc<OnceCell<Rendering>>)>>);

impl Renderings {
    /// The one that was asked for; none, where there are too many already.
    fn of(&self, asked: Asked) -> Option<Arc<OnceCell<Rendering>>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (since, _)| since.elapsed() < KEPT);
        if !all.contains_key(&asked) && all.keys().filter(|other| other.tenant == asked.tenant).count() >= MOST {
            return None;
        }
        let (_, rendering) = all.entry(asked).or_insert_with(|| (Instant::now(), Arc::default()));
        Some(Arc::clone(rendering))
    }
}

/// Pages whose content is the same for everybody of a role who sees all campaigns.
fn is_same_for_all(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(""), None, None) => true,
        (Some("campaigns"), Some(id), None) => id.bytes().all(|byte| byte.is_ascii_digit()),
        (Some("personas"), Some(id), None) => uuid::Uuid::try_parse(id).is_ok(),
        _ => false,
    }
}

/// Answers with a rendering that others wait for too, where that is possible.
pub(super) async fn share(Pool(pages): Pool<Arc<Pages>>, request: Request, next: Next) -> Response {
    let Some(marks) = marks(&request) else { return next.run(request).await };
    let (mut head, body) = request.into_parts();
    let session = match Visitor::from_request_parts(&mut head, &pages).await {
        Ok(visitor) => visitor.session,
        Err(elsewhere) => return elsewhere,
    };
    let wanted: BTreeMap<&str, &str> = marks.split(' ').filter_map(|pair| pair.split_once('=')).collect();
    // Marks of another moment may have been seen by another server, or were made up.
    let is_present = pages.lookout.are_present(session.tenant, &wanted);
    let address = head.uri.path_and_query().map_or_else(|| head.uri.path().to_owned(), ToString::to_string);
    let headers = head.headers.clone();
    let request = Request::from_parts(head, body);
    if !is_present || session.role == Role::Client || session.campaigns.is_some() {
        return next.run(request).await;
    }
    let asked = Asked { tenant: session.tenant, role: session.role, address, marks };
    let Some(rendering) = pages.renderings.of(asked) else { return next.run(request).await };
    // Where whoever renders goes away, the next who waits does it.
    match rendering.get_or_try_init(async || render(next.run(request).await).await).await {
        Ok(rendering) => sent(&headers, rendering),
        Err(other) => other,
    }
}

/// The marks under which a page asks for itself again, if it is one that can be shared.
fn marks(request: &Request) -> Option<String> {
    let marks = request.headers().get(MARKS)?.to_str().ok()?;
    (request.method() == Method::GET && is_same_for_all(request.uri().path()) && !marks.is_empty())
        .then(|| marks.to_owned())
}

/// What is the same for everybody of a page; or the answer, where it was no page.
async fn render(answer: Response) -> Result<Rendering, Response> {
    if answer.status() != StatusCode::OK {
        return Err(answer);
    }
    let whole = to_bytes(answer.into_body(), LARGEST).await.map_err(|error| odd(error.into()))?;
    let text = std::str::from_utf8(&whole).map_err(|error| odd(error.into()))?;
    let (from, to) = (text.find("<main id=\"main\""), text.rfind("</body>"));
    let (Some(from), Some(to)) = (from, to) else {
        return Err(odd(anyhow::anyhow!("a page without a middle")));
    };
    let plain = Bytes::copy_from_slice(text[from..to].as_bytes());
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    let packed = packer.write_all(&plain).and_then(|()| packer.finish()).map_err(|error| odd(error.into()))?;
    Ok(Rendering { plain, packed: packed.into() })
}

fn odd(error: anyhow::Error) -> Response {
    super::answer::Problem::from(Error::Internal(error)).into_response()
}

fn sent(headers: &HeaderMap, rendering: &Rendering) -> Response {
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if accepted.split(',').any(|one| one.trim() == "gzip") {
        let packed = (header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        ([kind, packed, (header::VARY, HeaderValue::from_static("accept-encoding"))], rendering.packed.clone())
            .into_response()
    } else {
        ([kind], rendering.plain.clone()).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_are_the_dashboards() {
        for path in ["/", "/campaigns/17", "/personas/0b0e7a4c-1111-4222-8333-444455556666"] {
            assert!(is_same_for_all(path), "{path}");
        }
        for path in
            ["", "/campaigns", "/campaigns/17/edit", "/campaigns/new", "/people/17", "/account", "/personas/x", "//"]
        {
            assert!(!is_same_for_all(path), "{path}");
        }
    }

    #[tokio::test]
    async fn a_rendering_is_what_stands_between_the_shell() {
        let page = "<body><header>Ada</header><main id=\"main\"><p>7</p></main><footer>Exact</footer></body>";
        let rendering = render(page.into_response()).await.unwrap();
        assert_eq!(rendering.plain, "<main id=\"main\"><p>7</p></main><footer>Exact</footer>");
        assert!(render("no page".into_response()).await.is_err_and(|answer| answer.status() == 500));
        assert!(render(StatusCode::FORBIDDEN.into_response()).await.is_err_and(|answer| answer.status() == 403));
    }

    #[test]
    fn no_more_are_kept_than_there_is_room_for() {
        let (all, asked) = (Renderings::default(), |n: usize| Asked {
            tenant: TenantId(uuid::Uuid::nil()),
            role: Role::Owner,
            address: format!("/campaigns/{n}"),
            marks: String::new(),
        });
        assert!((0..MOST).all(|n| all.of(asked(n)).is_some()));
        assert!(all.of(asked(MOST)).is_none());
        assert!(Arc::ptr_eq(&all.of(asked(3)).unwrap(), &all.of(asked(3)).unwrap()));
    }
}
