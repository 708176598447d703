//! Whether a page that follows what goes on does so in a browser: in time, by one stream, without taking anything from whoever is in
//! front of it, and also after its server was away.

use serde_json::json;

use super::{Chromium, DESK, Story};
use crate::{
    pages::PEOPLE,
    support::{
        process::signal,
        server::{Server, rapport},
    },
};

/// Counts the streams that are opened, what is heard on them, and when the page asks for itself; the streams of a tab are counted
/// over all pages that it goes to.
const EAR: &str = r#"
    const count = (what, by) => sessionStorage.setItem(what, Number(sessionStorage.getItem(what)) + by);
    const Real = window.EventSource, ask = window.fetch;
    window.__heard = [];
    window.__asked = [];
    window.EventSource = class extends Real {
      constructor(...given) {
        super(...given);
        count("opened", 1);
        count("open", 1);
        for (const kind of ["open", "still", "marks"]) this.addEventListener(kind, () => __heard.push(kind));
      }
      close() { if (!this.isShut) { this.isShut = true; count("open", -1); } super.close(); }
    };
    window.fetch = (place, options) => {
      if (!options?.headers?.["rapport-marks"]) return ask(place, options);
      __asked.push(performance.now());
      // An answer that never comes, unless whoever asked gives up.
      if (window.__deaf) { window.__deaf = false; return new Promise((_, failed) => options.signal?.addEventListener("abort", () => failed(options.signal.reason))); }
      return ask(place, options);
    };
"#;

const STATE: &str = "[data-live-state]";

/// Somebody engages once more.
const ENGAGEMENT: &str = "
    insert into engagements (tenant_id, post_id, person_id, engagement_type, comment_id)
    select p.tenant_id, p.id, q.id, 'comment', gen_random_uuid()::text from posts p join persons q on q.tenant_id = p.tenant_id
    where p.title = 'Post 1' and q.name = 'Person 1'";

/// A story with people on a server of which nothing is heard for a second at most, and a window in it that counts.
async fn begin() -> (Story, Chromium) {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("select app.keep_up()").await;
    story.server = Server::start(&story.app.url(), &["--no-worker", "--head-patience", "2"]);
    let window = story.window("eva@mail.example", "owner", DESK).await;
    let cdp = window.driver().cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": EAR })).await.unwrap();
    (story, window)
}

/// How many streams the tab has open, once that many are.
async fn streams(window: &Chromium, open: u32) {
    let js = "const open = Number(sessionStorage.getItem('open')); return open === arguments[0] || open";
    window.until(&format!("{open} streams"), js, vec![open.into()]).await;
}

/// Waits until the overview shows the engagements of this week as they are in the database.
async fn is_right(story: &Story, window: &Chromium) {
    let sql = "select count(*)::text from engagements e join tenants z on z.id = e.tenant_id
        where engaged_on > (now() at time zone z.time_zone)::date - 7";
    let number: String = story.owner.query_one(sql, &[]).await.unwrap().get(0);
    window.says("main .figures", &format!("Engagements\n{number}")).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_asks_for_itself_once_a_second_at_most_and_ends_up_right() {
    let (story, window) = begin().await;
    window.go("/").await;
    window.says(STATE, "Live").await;
    is_right(&story, &window).await;
    // Two at least within every second, for as long as it takes to be asked for four times.
    let asked = "return window.__asked.length";
    let mut told = 0;
    while window.run(asked, vec![]).await.as_u64().unwrap() < 4 {
        story.run(ENGAGEMENT).await;
        told += 1;
        assert!(told < 2_000, "the page never asks");
    }
    is_right(&story, &window).await;
    let apart = "return window.__asked.slice(1).map((at, place) => Math.round(at - window.__asked[place]))";
    let apart: Vec<i64> = serde_json::from_value(window.run(apart, vec![]).await).unwrap();
    assert!(told > 8 && apart.iter().all(|ms| *ms >= 990), "{told} engagements, and milliseconds between: {apart:?}");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_tab_has_one_stream_however_it_changes_and_wherever_it_goes() {
    let (story, window) = begin().await;
    let persona: String =
        story.owner.query_one("select id::text from personas where name = 'Makers'", &[]).await.unwrap().get(0);
    window.go(&format!("/personas/{persona}")).await;
    streams(&window, 1).await;
    // A part that is fetched when it comes into view.
    window.run("document.querySelector('[hx-trigger=revealed]').scrollIntoView()", vec![]).await;
    window.find("[hx-trigger=revealed] > *").await;
    story.run(ENGAGEMENT).await;
    window.until("the page asks for itself", "return window.__asked.length > 0", vec![]).await;
    streams(&window, 1).await;
    window.press(".nav-row a[href='/']").await;
    window.says(STATE, "Live").await;
    streams(&window, 1).await;
    // A page that follows nothing has none, and whoever comes back has one again.
    window.press(".nav-row a[href='/people']").await;
    window.says("main h1", "People").await;
    streams(&window, 0).await;
    window.driver().back().await.unwrap();
    window.says(STATE, "Live").await;
    streams(&window, 1).await;
    is_right(&story, &window).await;
    let opened = window.run("return Number(sessionStorage.getItem('opened'))", vec![]).await;
    assert_eq!(opened, 3, "one for each page that follows");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_into_a_form_outlives_that_its_page_changes() {
    let (story, window) = begin().await;
    let made = "insert into linkedin_connections (name, type, account) values ('Apify', 'apify', 'account') returning id::text";
    let id: String = story.owner.query_one(made, &[]).await.unwrap().get(0);
    window.go(&format!("/connections/{id}")).await;
    window.says(STATE, "Live").await;
    window.write("#limit", "250").await;
    // The focus is in the other field, and elsewhere afterwards.
    window.write("#name", "What I call").await;
    let typed = "return [document.querySelector('#name').value, document.querySelector('#limit').value, document.activeElement.id]";
    for (other, goes_on) in [("Called by Bob", " it"), ("Called by Cleo", "")] {
        story.owner.execute("update linkedin_connections set name = $1", &[&other]).await.unwrap();
        window.says("main h1", other).await;
        if goes_on.is_empty() {
            assert_eq!(window.run(typed, vec![]).await, json!(["What I call it", "250", ""]));
        } else {
            assert_eq!(window.run(typed, vec![]).await, json!(["What I call", "250", "name"]));
            window.keys(goes_on).await;
            window.run("document.activeElement.blur()", vec![]).await;
        }
    }
    // What was typed is what is saved.
    window.press(&format!("form[action='/connections/{id}'] button")).await;
    window.says("main h1", "What I call it").await;
    assert_eq!(window.run(typed, vec![]).await, json!(["What I call it", "250", ""]));
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_whose_server_was_away_catches_up_by_itself() {
    let (mut story, window) = begin().await;
    window.go("/").await;
    window.says(STATE, "Live").await;
    is_right(&story, &window).await;
    let address = story.server.address.to_string();
    signal("KILL", story.server.pid());
    window.says(STATE, "Not live").await;
    story.run(ENGAGEMENT).await;
    story.run(ENGAGEMENT).await;
    let args = ["serve", "--no-worker", "--head-patience", "2", "--bind", &address];
    story.server = Server::spawn(rapport(&story.app.url(), &args));
    is_right(&story, &window).await;
    window
        .until(
            "it says that it is live",
            "return document.querySelector('[data-live-state]').textContent === 'Live'",
            vec![],
        )
        .await;
    streams(&window, 1).await;
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stream_of_which_nothing_is_heard_is_taken_for_dead_and_opened_anew() {
    let (story, window) = begin().await;
    window.go("/").await;
    window.says(STATE, "Live").await;
    is_right(&story, &window).await;
    let stays = "const main = document.querySelector('#main'); window.__said = []; new MutationObserver(() => __said.push(document.querySelector('[data-live-state]').textContent)).observe(document.querySelector('[data-live-state]'), { childList: true, characterData: true, subtree: true }); return main.dataset.silence";
    assert_eq!(window.run(stays, vec![]).await, "3000", "three times what the server is silent");
    // For longer than that nothing happens, and the server says so.
    window
        .until(
            "the server says that all is still as it was",
            "return __heard.filter((one) => one === 'still').length > 4",
            vec![],
        )
        .await;
    let quiet = "return [__said, Number(sessionStorage.getItem('opened'))]";
    assert_eq!(window.run(quiet, vec![]).await, json!([[], 1]), "a stream that is only quiet is left alone");

    // A server that sleeps keeps its connections, and says nothing: a half-open stream.
    signal("STOP", story.server.pid());
    window.says(STATE, "nothing is heard").await;
    window.until("another stream is opened", "return Number(sessionStorage.getItem('opened')) > 1", vec![]).await;
    streams(&window, 1).await;
    story.run(ENGAGEMENT).await;
    signal("CONT", story.server.pid());
    is_right(&story, &window).await;
    window
        .until(
            "it says that it is live",
            "return document.querySelector('[data-live-state]').textContent === 'Live'",
            vec![],
        )
        .await;
    streams(&window, 1).await;
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_waits_in_vain_for_an_answer_asks_again() {
    let (story, window) = begin().await;
    window.go("/").await;
    window.says(STATE, "Live").await;
    is_right(&story, &window).await;
    window.run("window.__deaf = true", vec![]).await;
    story.run(ENGAGEMENT).await;
    window.until("the page asks for itself", "return window.__asked.length > 0 && !window.__deaf", vec![]).await;
    is_right(&story, &window).await;
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}
