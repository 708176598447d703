//! SQL in every parameter of every page: nothing of it is read.

use std::{collections::BTreeSet, fs, path::Path, sync::Arc};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::json;
use tokio::{sync::Semaphore, task::JoinSet};

use super::{Story, body};
use crate::{
    support::{
        app::{root, rows},
        browser::Browser,
        payloads::{HARMLESS, SQL, WHOLE, encoded, odd},
        routes::{self, Route},
        story::PEOPLE,
    },
    webhooks::stand::Reply,
};

/// What stands in the rows, as people read it.
const NAMES: [&str; 9] = [
    "Ada Example",
    "Bea Example",
    "Cleo Sample",
    "Dana Twin",
    "Nordlicht GmbH",
    "Saltworks Ltd",
    "Spring",
    "Autumn",
    "First light",
];

/// When a session was used is written down, whatever is looked at, and what is over is swept away.
const BUT: [&str; 2] = ["sessions", "guess_limits"];

/// The status of an answer, and how often each of the names stands in it.
fn told(reply: &Reply) -> (u16, [usize; 9]) {
    let page = body(reply);
    (reply.status, NAMES.map(|name| page.matches(name).count()))
}

/// What a file of pages reads of an address: the fields of whatever is made of one, or of a form.
fn fields(file: &str) -> BTreeSet<String> {
    let source = root().join("src").join(file);
    let folder = source.with_extension("");
    let mut texts = vec![fs::read_to_string(&source).unwrap()];
    if folder.is_dir() {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        texts.extend(files.filter(|path| is_source(path)).map(|path| fs::read_to_string(path).unwrap()));
    }
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let structs = texts.iter().flat_map(|text| {
        text.split("#[derive(").skip(1).filter(|rest| rest.split(")]").next().unwrap().contains("Deserialize"))
    });
    let lines = structs.flat_map(|rest| rest.split("\n}").next().unwrap().lines());
    let names = lines.filter_map(|line| line.trim().trim_start_matches("pub(super) ").split_once(": "));
    names.map(|(name, _)| name).filter(|name| is_name(name)).map(str::to_owned).collect()
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// Asks with a word in each of these parameters.
async fn ask(browser: &Browser, place: &str, names: &[&String], word: &str) -> Reply {
    let query: Vec<String> = names.iter().map(|name| format!("{name}={}", encoded(word))).collect();
    browser.clone().get(&format!("{place}?{}", query.join("&"))).await
}

/// Asks for a page with what somebody might type, in all of its parameters at once, and in each of them; how often.
async fn look_at(browser: Browser, place: String, names: BTreeSet<String>) -> usize {
    let all: Vec<&String> = names.iter().collect();
    let wanted = told(&ask(&browser, &place, &all, HARMLESS).await);
    assert!(wanted.0 < 500, "{place}");
    let some = SQL.iter().step_by(3);
    for payload in some.clone() {
        let reply = ask(&browser, &place, &all, payload).await;
        assert_eq!(told(&reply), wanted, "{place}, {payload:?} everywhere: {}", reply.whole);
    }
    for payload in odd() {
        let reply = ask(&browser, &place, &all, &payload).await;
        let is_refused = [400, 404, 414, 422, 431].contains(&reply.status);
        assert!(is_refused || told(&reply) == wanted, "{place}: {}", reply.whole);
    }
    // One that is wrong may keep the others from being looked at.
    for name in &all {
        let wanted = told(&ask(&browser, &place, &[name], HARMLESS).await);
        for payload in [WHOLE, "qzx\0"] {
            let reply = ask(&browser, &place, &[name], payload).await;
            let is_refused = payload.ends_with('\0') && [400, 422].contains(&reply.status);
            assert!(is_refused || told(&reply) == wanted, "{place}, {name}: {}", reply.whole);
        }
    }
    some.count() + all.len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s12_no_parameter_of_a_page_is_read_as_sql() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    let before = rows(&story.owner, &BUT).await;
    let pages: BTreeSet<Route> = routes::of("web").into_iter().filter(|route| route.method == "GET").collect();
    let places = Arc::new(Semaphore::new(4));
    let mut looking = JoinSet::new();
    for route in &pages {
        let (names, place) = (fields(&route.file), route.place());
        // The stream of events has no end; the service of another is none of ours.
        if names.is_empty() || route.path == "/live" || route.path.contains("/service") {
            continue;
        }
        let (browser, places) = (story.browser.clone(), Arc::clone(&places));
        looking.spawn(async move {
            let _place = places.acquire_owned().await.unwrap();
            look_at(browser, place, names).await
        });
    }
    let mut asked = 0;
    while let Some(times) = looking.join_next().await {
        asked += times.unwrap();
    }
    assert!(asked > 1_000, "{asked}");
    assert_eq!(rows(&story.owner, &BUT).await, before, "something was written");
}

#[tokio::test]
async fn s12_a_place_in_a_list_of_people_that_somebody_wrote_is_a_place_or_none() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let sorts = ["name", "score", "match", "last", "company", HARMLESS];
    for text in SQL.into_iter().step_by(4).chain(["\0", ""]) {
        for (number, id) in [(0, 0), (i64::MAX, i32::MAX), (i64::MIN, i32::MIN)] {
            let after = BASE64_URL_SAFE_NO_PAD.encode(json!({"number": number, "text": text, "id": id}).to_string());
            for sort in sorts {
                for dir in ["asc", "desc"] {
                    let path = format!("/people?sort={sort}&dir={dir}&after={after}");
                    let reply = story.browser.get(&path).await;
                    let wanted = if text == "\0" { [200, 422] } else { [200, 200] };
                    assert!(wanted.contains(&reply.status), "{text:?} {sort}: {}", reply.whole);
                }
            }
        }
    }
}
