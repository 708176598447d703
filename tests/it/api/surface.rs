//! What is answered at all, and that whoever calls it may go on calling it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    Story,
    calls::{at, nothing, operations},
};
use crate::support::{
    app::root,
    browser::Browser,
    compatible::breaks,
    program::Program,
    routes::{self, Route},
};

/// The methods that anybody may try.
const METHODS: [&str; 6] = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// What is answered besides the operations of the document, a line each; the lines of `#` are for people.
fn listed() -> BTreeSet<String> {
    let text = include_str!("../../routes.txt");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o8_what_is_answered_is_documented_or_listed() {
    let registered: BTreeSet<Route> = routes::of("");
    let lines: BTreeSet<String> = registered.iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    let listed = listed();
    let new: Vec<_> = lines.difference(&listed).collect();
    assert_eq!(new, Vec::<&String>::new(), "these are answered, and not in tests/routes.txt");
    let gone: Vec<_> = listed.difference(&lines).collect();
    assert_eq!(gone, Vec::<&String>::new(), "these are in tests/routes.txt, and nothing registers them");
    // The API's own routes are made of its document, or are not at all.
    let besides: Vec<_> = registered.iter().filter(|route| route.path.starts_with("/api/v1")).collect();
    assert_eq!(besides, Vec::<&Route>::new(), "these are routes of the API, and not registered with its document");

    let story = Story::begin().await;
    let nobody = Program::new(story.server.address, "");
    let document = nobody.get("/api/openapi.json").await.good(200);
    let documented = operations(&document);
    let ids = nothing();
    for path in documented.iter().map(|(_, path, _)| path).collect::<BTreeSet<_>>() {
        let place = at(path, &ids);
        for method in METHODS {
            let is_documented = documented.iter().any(|(known, at, _)| known == method && at == path);
            let wanted = if is_documented { (401, "unauthorized") } else { (405, "method_not_allowed") };
            let said = nobody.call(method, &place, (method != "GET").then_some("{}")).await.problem();
            assert_eq!((said.0, said.1.as_str()), wanted, "{method} {path}");
        }
        let is_parent = documented.iter().any(|(_, other, _)| {
            other.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with("/{") && !rest[1..].contains('/'))
        });
        if !is_parent {
            let below = nobody.get(&format!("{place}/nothing")).await.problem();
            assert_eq!(below, (404, "not_found".to_owned()), "below {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o8_every_page_that_is_listed_is_answered_by_its_methods_alone() {
    let story = Story::begin().await;
    let pages: BTreeSet<Route> = routes::of("web");
    for path in pages.iter().map(|route| &route.path).collect::<BTreeSet<_>>() {
        for method in METHODS {
            let is_known = pages.iter().any(|route| route.path == *path && route.method == method);
            let place = path.replace("{step}", "type").replace(['{', '}'], "");
            let mut stranger = Browser::new(story.server.address);
            let reply = stranger.bring(method, &place, "application/x-www-form-urlencoded", "").await;
            assert_eq!(reply.status != 405, is_known, "{method} {path}: {}", reply.whole);
        }
    }
}

/// Where the document is kept as it was when somebody last looked at it.
const STORED: &str = "docs/openapi.json";

#[tokio::test]
async fn o9_whoever_calls_the_api_may_go_on_as_they_do() {
    let served = json!(rapport::api::document());
    let path = root().join(STORED);
    #[expect(clippy::disallowed_methods, reason = "a setting of the tests is none of the program's")]
    if std::env::var_os("RAPPORT_RENEW_API").is_some() {
        std::fs::write(&path, serde_json::to_string_pretty(&served).unwrap() + "\n").unwrap();
    }
    let stored: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let renew = "RAPPORT_RENEW_API=1 ./rapport test o9_ keeps it as it is now";
    let worse = breaks(&stored, &served);
    assert!(
        worse.is_empty(),
        "whoever calls the API as {STORED} says would fail:\n  {}\nIf nobody does, {renew}.",
        worse.join("\n  ")
    );
    assert!(stored == served, "the API tells or takes more than {STORED} says, which is well; {renew}.");
}

/// A change of the document: where, and what stands there then; null: nothing.
fn changed(place: &str, value: Value) -> Value {
    let mut document = small();
    let (parent, name) = place.rsplit_once('/').unwrap();
    let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("{place}"));
    match (parent, value) {
        (Value::Object(members), Value::Null) => _ = members.remove(&name.replace("~1", "/")).unwrap(),
        (Value::Object(members), value) => _ = members.insert(name.replace("~1", "/"), value),
        (Value::Array(list), Value::Null) => _ = list.remove(name.parse().unwrap()),
        (other, _) => panic!("{place}: {other}"),
    }
    document
}

/// A document with one of everything.
fn small() -> Value {
    let thing = json!({"type": "object", "required": ["id", "kind"], "properties": {
        "id": {"type": "integer"}, "kind": {"type": "string", "enum": ["a", "b"]},
        "parent": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Thing"}]},
        "tags": {"type": "array", "items": {"type": "string"}}}});
    let new = json!({"type": "object", "required": ["name"], "additionalProperties": false, "properties": {
        "name": {"type": "string", "maxLength": 200}, "notes": {"type": ["string", "null"]}, "kind": {"type": "string", "enum": ["a", "b"]}}});
    let answer = json!({"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}});
    json!({
        "paths": {"/things": {
            "get": {"operationId": "listThings", "parameters": [{"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["name", "age"]}}], "responses": answer},
            "post": {"operationId": "createThing", "responses": answer,
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewThing"}}}}},
        }},
        "components": {"schemas": {"Thing": thing, "NewThing": new}},
    })
}

#[test]
fn o9_what_would_break_a_caller_is_seen() {
    let (get, post) = ("/paths/~1things/get", "/paths/~1things/post");
    let (thing, new) = ("/components/schemas/Thing", "/components/schemas/NewThing");
    for (place, value, words) in [
        ("/paths/~1things".to_owned(), Value::Null, "GET /things is gone"),
        (post.to_owned(), Value::Null, "POST /things is gone"),
        (format!("{get}/operationId"), json!("things"), "is called \"things\""),
        (format!("{get}/parameters/0"), Value::Null, "takes no sort"),
        (format!("{get}/parameters/0/required"), json!(true), "has to be told \"sort\""),
        (format!("{get}/parameters/0/schema/enum/1"), Value::Null, "sort knows no \"age\""),
        (format!("{get}/responses/200"), Value::Null, "answers with 200 no more"),
        (format!("{get}/responses/200/content/application~1json"), Value::Null, "no application/json any more"),
        (format!("{post}/requestBody/content/application~1json"), Value::Null, "no application/json any more"),
        (format!("{thing}/properties/tags"), Value::Null, "tags is gone"),
        (format!("{thing}/properties/tags/items/type"), json!("integer"), "tags, each of it is {\"integer\"}"),
        (
            format!("{thing}/properties/parent/oneOf/1/$ref"),
            json!("#/components/schemas/NewThing"),
            "something is told",
        ),
        (format!("{thing}/properties/id/type"), json!(["integer", "null"]), "id is {\"integer\", \"null\"}"),
        (format!("{thing}/properties/kind/enum/0"), Value::Null, "kind knows no \"a\""),
        (format!("{thing}/required/0"), Value::Null, "id is not always told"),
        (format!("{new}/properties/notes"), Value::Null, "notes is gone"),
        (format!("{new}/properties/notes/type"), json!("string"), "notes is {\"string\"}"),
        (format!("{new}/properties/name/maxLength"), json!(100), "maxLength is 100"),
        (format!("{new}/properties/name/pattern"), json!("^a"), "pattern is \"^a\""),
        (format!("{new}/properties/notes/minLength"), json!(1), "minLength is 1"),
        (format!("{new}/properties/notes/enum"), json!(["x"]), "takes some words alone"),
        (format!("{new}/required"), json!(["name", "kind"]), "kind has to be said"),
        (format!("{new}/properties/kind/enum/0"), Value::Null, "kind knows no \"a\""),
    ] {
        let found = breaks(&small(), &changed(&place, value));
        assert!(found.iter().any(|found| found.contains(words)), "{place}: {words} is not in {found:?}");
    }
    // What is more than before breaks nobody.
    assert_eq!(breaks(&small(), &small()), Vec::<String>::new());
    let text = json!({"type": "string"});
    for (place, value) in [
        ("/paths/~1others".to_owned(), json!({"get": {}})),
        (format!("{get}/parameters/0/schema/enum"), json!(["name", "age", "size"])),
        (format!("{thing}/properties/more"), text.clone()),
        (format!("{thing}/properties/kind/enum"), json!(["a", "b", "c"])),
        (format!("{thing}/required"), json!(["id", "kind", "tags"])),
        (format!("{new}/properties/more"), text),
        (format!("{new}/properties/name/maxLength"), json!(300)),
        (format!("{new}/properties/name/type"), json!(["string", "null"])),
        (format!("{new}/required"), json!([])),
    ] {
        assert_eq!(breaks(&small(), &changed(&place, value)), Vec::<String>::new(), "{place}");
    }
}
