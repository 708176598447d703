//! What the interface says of itself: the document that programs read, and the page that people read.

use std::sync::Arc;

use axum::{
    Router,
    http::header,
    response::{IntoResponse as _, Response},
    routing::get,
};
use utoipa::{
    Modify, OpenApi,
    openapi::{
        ContentBuilder, HeaderBuilder, ObjectBuilder, OpenApi as Document, Ref, RefOr, ResponseBuilder,
        path::{Operation, ParameterBuilder, ParameterIn, PathItem},
        schema::Type,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

use super::{Api, change, problem::Told};

/// Says of an operation that it asks by a method that others change things by.
const READS: &str = "x-reads";
/// Says of an operation that what it says of itself keeps it from having its effect twice.
const PLACED: &str = "x-placed";

/// What every operation has in common.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Rapport",
        description = "Which of a team's ideal customers its LinkedIn campaigns really reach. A key is made with `rapport api-key add`, and is of one tenant.",
        license(name = "MIT OR Apache-2.0")
    ),
    components(schemas(Told)),
    security(("key" = [])),
    modifiers(&Key)
)]
struct About;

struct Key;

impl Modify for Key {
    fn modify(&self, document: &mut Document) {
        let key = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("key", key);
    }
}

/// The document before the operations are in it.
pub(super) fn about() -> Document {
    About::openapi()
}

/// The document with what every operation has in common.
pub(super) fn whole(mut document: Document) -> Document {
    for item in document.paths.paths.values_mut() {
        for (operation, changes) in operations(item) {
            tell_problems(operation);
            if changes {
                take_key(operation);
            }
        }
    }
    document
}

/// Serves the document.
pub(super) fn router(document: &Document) -> Router<Arc<Api>> {
    // One that cannot be written is seen by the test that reads it.
    let text: Arc<str> = document.to_json().unwrap_or_default().into();
    Router::new().route("/api/openapi.json", get(async move || json(&text)))
}

fn json(text: &str) -> Response {
    // Nothing of a tenant's is in it.
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=300")];
    (headers, text.to_owned()).into_response()
}

/// The operations of a path, and whether each changes something that it would change again.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (&mut Operation, bool)> {
    let reading = item.get.iter_mut().map(|operation| (operation, false));
    let changing = [&mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
    let is_question = |operation: &Operation| {
        operation.extensions.as_ref().is_some_and(|said| said.contains_key(READS) || said.contains_key(PLACED))
    };
    reading.chain(changing.into_iter().flatten().map(move |operation| {
        let changes = !is_question(operation);
        (operation, changes)
    }))
}

/// What can go wrong everywhere, told once.
fn tell_problems(operation: &mut Operation) {
    let problem = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    for (status, words) in
        [("4XX", "The call cannot be served; the code says why"), ("5XX", "Something went wrong on our side")]
    {
        let response = ResponseBuilder::new().description(words).content("application/problem+json", problem.clone());
        operation.responses.responses.insert(status.to_owned(), RefOr::T(response.build()));
    }
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && status.starts_with('2')
        {
            let words = "Calls that are left (draft-ietf-httpapi-ratelimit-headers)";
            let header = HeaderBuilder::new().description(Some(words)).schema(Some(text())).build();
            response.headers.insert("RateLimit".to_owned(), RefOr::T(header));
        }
    }
}

/// What changes something can be asked for again without a second effect.
fn take_key(operation: &mut Operation) {
    let words =
        "Of the caller's choice: the same call with the same key has its effect once, and the same answer, for a day";
    let key = ParameterBuilder::new()
        .name(change::HEADER)
        .parameter_in(ParameterIn::Header)
        .description(Some(words))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String).min_length(Some(1)).max_length(Some(255))))
        .build();
    operation.parameters.get_or_insert_default().push(RefOr::T(key));
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}
