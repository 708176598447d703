//! Pictures of every page, for whoever looks at what they look like: `cargo run -p xtask -- screenshots`.

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command, time::Duration};

use serde_json::{Value, json};

use super::{Browser, Chromium, all_pages, kind};
use crate::support::{app::root, server::Server};

/// A window for a desk and one for a hand, in pixels.
const SIZES: [(&str, u32, u32); 2] = [("desktop", 1440, 900), ("phone", 390, 844)];
/// The themes, by the words of the media query.
const THEMES: [&str; 2] = ["light", "dark"];
/// A picture is no higher: what stands below looks as what stands above.
const HIGHEST: u64 = 6000;
/// How often it is looked whether a page is whole, and how long.
const PACE: Duration = Duration::from_millis(100);
const LOOKS: u32 = 100;

/// Whether nothing is still being drawn or fetched of what can be seen.
const IS_WHOLE: &str = r#"
    const seen = (one) => one.checkVisibility();
    return document.readyState === "complete" && document.fonts.status === "loaded"
      && ![...document.querySelectorAll("figure[data-chart]")].some((one) => seen(one) && !one.querySelector("canvas"))
      && ![...document.querySelectorAll(".calendar[data-calendar]")].some((one) => !one.querySelector(".fc-view"))
      && ![...document.querySelectorAll("[hx-trigger~=load], [hx-trigger~=revealed], .htmx-request")].some(seen)
"#;

/// What the environment says, by which the task speaks to this.
#[expect(clippy::disallowed_methods, reason = "a test has no flags")]
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "it proves nothing: it takes pictures for people to look at"]
async fn of_every_page() {
    let out = said("RAPPORT_PICTURES").map_or_else(|| root().join("target/pictures/png"), PathBuf::from);
    let only = said("RAPPORT_PICTURES_ONLY").unwrap_or_default();
    fs::create_dir_all(&out).unwrap();
    let server = Server::spawn(demo(said("RAPPORT_PICTURES_FRESH").is_some()));
    let words = server.said();
    let token = words.split_once("/link?token=").expect(&words).1.split_whitespace().next().unwrap().to_owned();
    let mut browser = Browser::new(server.address);
    let chromium = Chromium::open(server.address, (SIZES[0].1, SIZES[0].2)).await;
    // Who has no session yet sees this page; and whoever has one is led away from it.
    let is_wanted = |path: &str| only.is_empty() || path.contains(&only);
    if is_wanted("/sign-in") {
        take(&chromium, &out, "/sign-in").await;
    }
    assert_eq!(browser.post("/link", &[("token", &token)]).await.status, 303, "the link opens the demo");
    let pages = all_pages(&mut browser).await;
    for (name, value) in &browser.cookies {
        let cookie = json!({ "name": name, "value": value, "url": format!("http://{}/", server.address) });
        chromium.driver().cdp().send_raw("Network.setCookie", cookie).await.unwrap();
    }
    let mut kinds = BTreeSet::new();
    for path in pages {
        // One of each: another order of the same list is no other page.
        if kinds.insert(name(&path)) && is_wanted(&path) {
            chromium.go(&path).await;
            take(&chromium, &out, &name(&path)).await;
        }
    }
    if is_wanted("/personas/new") {
        chromium.go("/personas/new").await;
        submit(&chromium).await;
        chromium.find("main .problem").await;
        take(&chromium, &out, "/personas/new-with-mistakes").await;
    }
    if is_wanted("/report") {
        chromium.go("/reports/new").await;
        chromium.run("for (const one of document.querySelectorAll('main input[name=campaign]')) one.checked = true; document.querySelector('main input[name=title]').value = 'What this quarter came to'", vec![]).await;
        submit(&chromium).await;
        let link = chromium.find("main [data-copy]").await.attr("data-copy").await.unwrap().unwrap();
        let path = link.split_once(&server.address.to_string()).unwrap().1.to_owned();
        take(&chromium, &out, "/reports/made").await;
        chromium.go(&path).await;
        take(&chromium, &out, "/report").await;
    }
    chromium.close().await;
    drop(server.stop());
}

/// The demo in a folder of its own, which stays for the next time.
fn demo(is_fresh: bool) -> Command {
    let folder = root().join("target/pictures");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
    command.env_clear().env("PATH", "/usr/bin:/bin").env("HOME", &folder).arg("--data-dir").arg(folder.join("demo"));
    command.args(["demo", "--bind", "127.0.0.1:0"]).args(is_fresh.then_some("--fresh"));
    command
}

/// Sends a page's form as it is, whatever the browser would say of it.
async fn submit(chromium: &Chromium) {
    let js = "const form = document.querySelector('main form[method=post]'); form.noValidate = true; form.requestSubmit(form.querySelector('button:not([name])'))";
    chromium.run(js, vec![]).await;
}

/// What the picture of a page is called: its address without ids and questions.
fn name(path: &str) -> String {
    kind(path).split('?').next().unwrap().replace(['{', '}'], "")
}

/// Takes the pictures of the page that is open, in every theme and size; one that is named by its path is opened first.
async fn take(chromium: &Chromium, out: &std::path::Path, name: &str) {
    if name == "/sign-in" {
        chromium.go(name).await;
    }
    let cdp = chromium.driver().cdp();
    for (size, width, height) in SIZES {
        for theme in THEMES {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            cdp.send_raw("Emulation.setEmulatedMedia", media).await.unwrap();
            resize(chromium, width, u64::from(height)).await;
            let whole = chromium.run("return document.documentElement.scrollHeight", vec![]).await;
            let whole = whole.as_u64().unwrap().clamp(u64::from(height), HIGHEST);
            // What is drawn when it comes into view comes into view.
            resize(chromium, width, whole).await;
            wait(chromium, name).await;
            let shot = cdp.send_raw("Page.captureScreenshot", json!({ "format": "png" })).await.unwrap();
            let bytes = {
                use base64::{Engine as _, prelude::BASE64_STANDARD};
                BASE64_STANDARD.decode(shot["data"].as_str().unwrap()).unwrap()
            };
            let file = match name.trim_matches('/') {
                "" => "overview".to_owned(),
                path => path.replace('/', "-"),
            };
            fs::write(out.join(format!("{file}.{size}.{theme}.png")), bytes).unwrap();
        }
    }
}

async fn resize(chromium: &Chromium, width: u32, height: u64) {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640 });
    chromium.driver().cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.unwrap();
}

/// Waits until everything that can be seen is there, and has been painted.
async fn wait(chromium: &Chromium, name: &str) {
    for _ in 0..LOOKS {
        if chromium.run(IS_WHOLE, vec![]).await == Value::Bool(true) {
            let frames = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))";
            chromium.run_until_done(frames, vec![]).await;
            return;
        }
        // The driver has no way to wait for what is drawn.
        tokio::time::sleep(PACE).await;
    }
    eprintln!("{name}: something is still missing in its pictures");
}
