//! Whether a browser is heard when work ends: once, and only where somebody wants it.

use serde_json::{Value, json};

use super::{Chromium, DESK, Story};

/// Stands in for what makes sounds and asks for leave, and counts; what it counts outlives the page.
const EAR: &str = r#"
    const count = (what) => sessionStorage.setItem(what, Number(sessionStorage.getItem(what)) + 1);
    const node = () => ({ frequency: {}, gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: (to) => to, start() {}, stop() {} });
    window.AudioContext = class { constructor() { count("sounds"); } currentTime = 0; createOscillator = node; createGain = node; close() {} };
    window.Notification = class { constructor() { count("notes"); } static get permission() { return sessionStorage.getItem("asked") ? "granted" : "default"; } static async requestPermission() { count("asked"); return this.permission; } };
"#;

impl Chromium {
    async fn heard(&self) -> Value {
        let js = "return ['sounds', 'notes', 'asked'].map((what) => Number(sessionStorage.getItem(what)))";
        self.run(js, vec![]).await
    }

    /// As when another tab comes in front of this one; or goes.
    async fn hide(&self, is_hidden: bool) {
        let js = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => arguments[0] }); document.dispatchEvent(new Event('visibilitychange'))";
        self.run(js, vec![is_hidden.into()]).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_end_is_heard_once_by_whoever_wants_to_hear_it() {
    let story = Story::begin().await;
    story.run("set app.tenant_id = '00000000-0000-0000-0000-000000000001'; insert into linkedin_connections (name, type) values ('Apify', 'apify')").await;
    let chromium = story.window("eva@mail.example", "owner", DESK).await;
    let cdp = chromium.driver().cdp();
    cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": EAR })).await.unwrap();
    let begin = "insert into scraping_jobs (kind, connection_id, input) select 'reactions', id, '{\"url\": \"https://www.linkedin.com/posts/p1\"}' from linkedin_connections";
    let end = "update scraping_jobs set state = 'completed', finished_at = now() where state <> 'completed'";
    chromium.go("/jobs").await;
    story.run(begin).await;
    chromium.says("main tbody", "In the queue").await;
    story.run(end).await;
    chromium.says("main tbody", "Completed").await;
    assert_eq!(chromium.heard().await, json!([0, 0, 0]), "nobody has asked for it");

    // It is heard at once what it sounds like, and this is when a browser is asked whether it may notify.
    chromium.press("details.me summary").await;
    chromium.press("[data-chime]").await;
    chromium.find("[data-chime][aria-pressed=true]").await;
    assert_eq!(chromium.heard().await, json!([1, 0, 1]));
    chromium.go("/jobs").await;
    chromium.find("[data-chime][aria-pressed=true]").await;
    story.run(begin).await;
    chromium.says("main tbody", "In the queue").await;
    chromium.hide(true).await;
    story.run("update scraping_jobs set state = 'parked' where state = 'pending'").await;
    chromium.says("main tbody", "Waits").await;
    assert_eq!(chromium.heard().await, json!([1, 0, 1]), "who waits has not come to an end");
    story.run(end).await;
    chromium.says("main tbody", "Completed").await;
    chromium.run_until_done(UNTIL_OVER, vec![]).await;
    assert_eq!(chromium.heard().await, json!([2, 1, 1]), "it is heard, and told of where nobody looks");
    chromium.hide(false).await;
    story.run("update scraping_jobs set error = 'Another word'").await;
    story.run(begin).await;
    chromium.says("main tbody", "In the queue").await;
    assert_eq!(chromium.heard().await, json!([2, 1, 1]), "once");

    chromium.press("details.me summary").await;
    chromium.press("[data-chime]").await;
    chromium.find("[data-chime][aria-pressed=false]").await;
    story.run(end).await;
    chromium.run_until_done(UNTIL_OVER, vec![]).await;
    assert_eq!(chromium.heard().await, json!([2, 1, 1]), "and no more once it is turned off");
    assert_eq!(chromium.seen().await, Vec::<String>::new());
    chromium.close().await;
}

/// Waits until the page shows nothing that goes on.
const UNTIL_OVER: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => document.querySelector('[data-goes-on]') ? requestAnimationFrame(look) : done();
    look();";
