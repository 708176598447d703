//! Pictures of every page, for whoever looks at what they look like: `cargo run -p xtask -- screenshots`.

use std::{collections::BTreeSet, fs, path::PathBuf, process::Command, time::Duration};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rapport::cli::bench::pages::kind;
use serde_json::{Value, json};

use super::{Browser, Chromium, all_pages};
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

/// Posts under names that nobody knows, and under those of a posts list.
const UNKNOWN: &str = "Link;Datum;Beitrag;Impressionen
https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/;29.06.2025;A sample post;1200
https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901249/;30.06.2025;Another one;900
";
const KNOWN: &str = "post_url,post_title,campaign
https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/,A sample post,Launch stories
nowhere,Without an address,Launch stories
";

/// Whether nothing is still being drawn or fetched of what can be seen.
const IS_WHOLE: &str = r#"
    const seen = (one) => one.checkVisibility();
    return document.readyState === "complete" && document.fonts.status === "loaded"
      && ![...document.querySelectorAll("figure[data-chart]")].some((one) => seen(one) && !one.querySelector("canvas"))
      && ![...document.querySelectorAll(".calendar[data-calendar]")].some((one) => !one.querySelector(".fc-view"))
      && ![...document.querySelectorAll("[hx-trigger~=revealed]:not([data-hx-revealed]), .htmx-request")].some(seen)
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
    fs::create_dir_all(&out).unwrap();
    let server = Server::spawn(demo(said("RAPPORT_PICTURES_FRESH").is_some()));
    let words = server.said();
    let token = words.split_once("/link?token=").expect(&words).1.split_whitespace().next().unwrap().to_owned();
    let mut browser = Browser::new(server.address);
    let chromium = Chromium::open(server.address, (SIZES[0].1, SIZES[0].2)).await;
    let camera = Camera { chromium, out, only: said("RAPPORT_PICTURES_ONLY").unwrap_or_default() };
    // Whoever has a session is led away from this one.
    camera.open("/sign-in").await;
    assert_eq!(browser.post("/link", &[("token", &token)]).await.status, 303, "the link opens the demo");
    let pages = all_pages(&mut browser).await;
    for (name, value) in &browser.cookies {
        let cookie = json!({ "name": name, "value": value, "url": format!("http://{}/", server.address) });
        camera.chromium.driver().cdp().send_raw("Network.setCookie", cookie).await.unwrap();
    }
    let mut kinds = BTreeSet::new();
    // To some pages a form leads, and no link.
    let by_forms = ["/search?q=motion", "/nothing-here"].map(str::to_owned);
    for path in pages.into_iter().chain(by_forms) {
        // One of each: another order of the same list is no other page.
        if kinds.insert(name(&path)) {
            camera.open(&path).await;
        }
    }
    camera.forms(&server.address.to_string()).await;
    camera.chromium.close().await;
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

/// What the pictures of a page are called: its address without ids and questions.
fn name(path: &str) -> String {
    kind(path).split('?').next().unwrap().replace(['{', '}'], "")
}

/// What takes pictures.
struct Camera {
    chromium: Chromium,
    out: PathBuf,
    /// A part of the names of those that are wanted; empty: all.
    only: String,
}

impl Camera {
    /// Takes the pictures of a page, which is opened anew for each size: some pages are made for the window in which they begin.
    async fn open(&self, path: &str) {
        if !name(path).contains(&self.only) {
            return;
        }
        for size in SIZES {
            self.resize(size.1, size.2.into()).await;
            self.chromium.go(path).await;
            self.take(&name(path), size).await;
        }
    }

    /// Takes the pictures of the page that is there.
    async fn here(&self, name: &str) {
        for size in SIZES {
            self.resize(size.1, size.2.into()).await;
            self.take(name, size).await;
        }
    }

    /// What comes of forms: mistakes, the steps of a wizard, a report with its link.
    async fn forms(&self, address: &str) {
        let is_wanted = |name: &str| self.only.is_empty() || name.contains(&self.only);
        if is_wanted("/personas/new-with-mistakes") {
            self.chromium.go("/personas/new").await;
            self.submit("").await;
            self.chromium.find("main .problem").await;
            self.here("/personas/new-with-mistakes").await;
        }
        if is_wanted("/people/view") {
            self.chromium.go("/people?matched=yes&since=30&sort=engaged").await;
            self.chromium
                .run("const menu = document.querySelector('.views details'); if (menu) menu.open = true", vec![])
                .await;
            self.here("/people/view-menu").await;
            // Where the view is there from the time before, there is nothing to keep.
            let keep = "const form = document.querySelector('.views form'); if (form) { form.querySelector('#v-name').value = 'Engaged lately'; form.requestSubmit(); }";
            self.chromium.run(keep, vec![]).await;
            self.chromium.find(".views a.chip[aria-current]").await;
            self.here("/people/view-kept").await;
            self.open("/saved-views").await;
        }
        if is_wanted("/uploads") {
            self.uploads().await;
        }
        if is_wanted("/campaigns/new-steps") {
            self.chromium.go("/campaigns/new").await;
            self.submit("document.querySelector('#name').value = 'Autumn in motion'").await;
            for step in 2..=6 {
                self.chromium.find(&format!("li[aria-current=step]:nth-child({step})")).await;
                self.here(&format!("/campaigns/new-steps-{step}")).await;
                if step < 6 {
                    let choose = "document.querySelectorAll('main input[name=persona]').forEach((one, n) => { one.checked = n < 2; });
                        const strategy = document.querySelectorAll('main input[name=strategy]')[1]; if (strategy) strategy.checked = true;";
                    self.submit(choose).await;
                }
            }
        }
        if is_wanted("/report") {
            self.chromium.go("/reports/new").await;
            let fill = "for (const one of document.querySelectorAll('main input[name=campaign]')) one.checked = true;
                document.querySelector('main input[name=title]').value = 'What this quarter came to'";
            self.submit(fill).await;
            let link = self.chromium.find("main [data-copy]").await.attr("data-copy").await.unwrap().unwrap();
            self.here("/reports/made").await;
            self.open(link.split_once(address).unwrap().1).await;
        }
    }

    /// A table that nobody knows, the same when it is said what it holds and what its columns are read as, and one that is known.
    async fn uploads(&self) {
        let bring = "const [name, text, done] = arguments;
            const form = new URLSearchParams({ file_name: name, bytes: new Blob([text]).size });
            fetch('/uploads/new', { method: 'POST', body: form }).then((answer) => answer.json())
              .then(({ path }) => fetch(path + '/content?from=0', { method: 'PUT', body: text }).then(() => done(path)))";
        let say_what = "document.querySelector('main #format').value = 'posts'; document.querySelector('main button[value=check]').click()";
        let say_columns = "const said = { Link: 'post_url', Datum: 'posted_at', Beitrag: 'post_title' };
            for (const one of document.querySelectorAll('main select[name=read_as]')) one.value = said[one.labels[0].textContent] ?? '';
            document.querySelector('main button[value=check]').click()";
        for (file, steps) in [
            (
                UNKNOWN,
                &[
                    ("unknown", "main #format", ""),
                    ("fields", "main select[name=read_as]", say_what),
                    ("read", "main dl.figures", say_columns),
                ][..],
            ),
            (KNOWN, &[("checked", "main dl.figures", "")]),
        ] {
            self.chromium.go("/imports").await;
            let path = self.chromium.run_until_done(bring, vec!["posts.csv".into(), file.into()]).await;
            self.chromium.go(path.as_str().unwrap()).await;
            for (name, there, before) in steps {
                if !before.is_empty() {
                    self.chromium.run(before, vec![]).await;
                }
                self.chromium.find(there).await;
                self.here(&format!("/uploads/{name}")).await;
            }
        }
    }

    /// Fills the page's form by a script, and sends it, whatever the browser would say of it.
    async fn submit(&self, fill: &str) {
        let form =
            "const form = document.querySelector('main form.card, main form[method=post]'); form.noValidate = true;";
        let js = format!("{fill}; {form} form.requestSubmit(form.querySelector('button.btn-primary'))");
        self.chromium.run(&js, vec![]).await;
    }

    async fn take(&self, name: &str, (size, width, height): (&str, u32, u32)) {
        let file = match name.trim_matches('/') {
            "" => "overview".to_owned(),
            path => path.replace('/', "-"),
        };
        let cdp = self.chromium.driver().cdp();
        for theme in THEMES {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
            cdp.send_raw("Emulation.setEmulatedMedia", media).await.unwrap();
            self.resize(width, height.into()).await;
            let whole = self.chromium.run("return document.documentElement.scrollHeight", vec![]).await;
            // What is drawn when it comes into view comes into view.
            self.resize(width, whole.as_u64().unwrap().clamp(height.into(), HIGHEST)).await;
            self.wait(name).await;
            let shot = cdp.send_raw("Page.captureScreenshot", json!({ "format": "png" })).await.unwrap();
            let bytes = BASE64_STANDARD.decode(shot["data"].as_str().unwrap()).unwrap();
            fs::write(self.out.join(format!("{file}.{size}.{theme}.png")), bytes).unwrap();
        }
    }

    async fn resize(&self, width: u32, height: u64) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640 });
        self.chromium.driver().cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.unwrap();
    }

    /// Waits until everything that can be seen is there, and has been painted.
    async fn wait(&self, name: &str) {
        for _ in 0..LOOKS {
            if self.chromium.run(IS_WHOLE, vec![]).await == Value::Bool(true) {
                let frames = "const done = arguments[arguments.length - 1]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))";
                self.chromium.run_until_done(frames, vec![]).await;
                return;
            }
            // The driver has no way to wait for what is drawn.
            tokio::time::sleep(PACE).await;
        }
        eprintln!("{name}: something is still missing in its pictures");
    }
}
