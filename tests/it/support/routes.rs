//! The routes that the program's sources register, read from the sources: axum does not say what a router knows.
//!
//! Whatever cannot be read fails, so that no route is passed over.

use std::{collections::BTreeSet, fs, path::Path};

use super::app::root;

/// The methods that axum has functions for; `any` and `on` would be all of them.
const METHODS: [&str; 8] = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];

/// Paths that stand in the sources under a name.
const NAMED: [(&str, &str); 7] = [
    ("AUDIT.path", "/settings/audit"),
    ("KEYS.path", "/settings/keys"),
    ("MEMBERS.path", "/settings/members"),
    ("TENANT.path", "/settings/tenant"),
    ("reports::LINK", "/report"),
    ("consent::BACK", "/connections/consent"),
    ("BACK", "/sign-in/service/back"),
];

/// A route, and the file that registers it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    /// Where it is.
    pub path: String,
    /// The method, in capital letters; `*` where something answers whatever the method is.
    pub method: String,
    /// The file below `src/`.
    pub file: String,
}

impl Route {
    /// The path with an id wherever one belongs, as if it led to something.
    pub fn place(&self) -> String {
        let mut said = String::new();
        for part in self.path.split('/').skip(1) {
            let is_number =
                ["campaigns", "people", "companies", "campaign-groups"].iter().any(|noun| said.ends_with(noun));
            said.push('/');
            said.push_str(match part.starts_with('{') {
                true if is_number => "901",
                true => "00000000-0000-4000-8000-000000000901",
                false => part,
            });
        }
        said
    }
}

/// The routes of every file below a folder of `src/`, by their paths.
pub fn of(folder: &str) -> BTreeSet<Route> {
    let mut found = BTreeSet::new();
    read(&root().join("src").join(folder), &mut found);
    found
}

fn read(folder: &Path, found: &mut BTreeSet<Route>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            // Stand-ins for others are no part of what is served.
            if !path.ends_with("simulators") && !path.ends_with("tests") {
                read(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = path.strip_prefix(root().join("src")).unwrap().display().to_string();
            let text = fs::read_to_string(&path).unwrap();
            let program = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            found.extend(registered(program, &file));
        }
    }
}

/// The routes of one source.
fn registered(program: &str, file: &str) -> BTreeSet<Route> {
    let mut found = BTreeSet::new();
    for (at, _) in program.match_indices(".route(") {
        let arguments = arguments(&program[at + ".route(".len()..]);
        // A method of something else takes one argument.
        let Some((path, methods)) = arguments.split_once(',') else { continue };
        let path = path_of(path.trim(), file);
        let methods = methods_of(methods);
        assert!(!methods.is_empty(), "{file}: {path} is answered by {arguments}, which is not understood");
        found.extend(methods.into_iter().map(|method| Route { path: path.clone(), method, file: file.to_owned() }));
    }
    for (at, name) in [".route_service(", ".nest_service("].into_iter().flat_map(|name| program.match_indices(name)) {
        let path = arguments(&program[at + name.len()..]).split(',').next().unwrap_or_default();
        found.insert(Route { path: path_of(path.trim(), file), method: "*".to_owned(), file: file.to_owned() });
    }
    // A router within another would have other paths than it says, except of the API, whose document says them whole.
    let is_nested = program.contains(".nest(") && file != "api.rs";
    assert!(!is_nested, "{file} nests a router, which is not understood");
    found
}

/// What stands before the parenthesis that closes a call.
fn arguments(rest: &str) -> &str {
    let (mut depth, mut is_text) = (0_i32, false);
    let end = rest.char_indices().find(|(_, c)| {
        match c {
            '"' => is_text = !is_text,
            '(' if !is_text => depth += 1,
            ')' if !is_text => depth -= 1,
            _ => {}
        }
        depth < 0
    });
    &rest[..end.expect("a call is closed").0]
}

fn path_of(said: &str, file: &str) -> String {
    if let Some(path) = said.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return path.to_owned();
    }
    let named = NAMED.iter().find(|(name, _)| *name == said);
    named.unwrap_or_else(|| panic!("{file} has a route at {said}; say in {} where that is", file!())).1.to_owned()
}

/// The functions of axum that are called there, and not those of ours that have the name of one.
fn methods_of(said: &str) -> Vec<String> {
    let is_called = |method: &str| {
        said.match_indices(&format!("{method}(")).any(|(at, _)| {
            let before = &said[..at];
            before.ends_with("routing::")
                || before.ends_with(|c: char| c == '.' || c.is_whitespace())
                || before.is_empty()
        })
    };
    if is_called("any") || is_called("on") || is_called("fallback") {
        return vec!["*".to_owned()];
    }
    METHODS.into_iter().filter(|method| is_called(method)).map(str::to_uppercase).collect()
}

#[test]
fn routes_are_read_as_axum_takes_them() {
    let source = "Router::new()
        .route(\"/a\", get(list).post(edit::create))
        .route(\"/a/{id}/delete\", get(delete::ask).post(delete::delete))
        .route(MEMBERS.path, axum::routing::post(preview::post)).route(\"/b\", put(content).layer(Limit::max(BIG)))
        .route(\"/c(\", get(async || Redirect::to(MEMBERS.path))).route(\"/d\", any(all)).route(&request.url)
        .route_service(\"/e\", service)";
    let read: Vec<String> =
        registered(source, "x.rs").into_iter().map(|route| format!("{} {}", route.method, route.path)).collect();
    let wanted = [
        "GET /a",
        "POST /a",
        "GET /a/{id}/delete",
        "POST /a/{id}/delete",
        "PUT /b",
        "GET /c(",
        "* /d",
        "* /e",
        "POST /settings/members",
    ];
    assert_eq!(read, wanted);
}
