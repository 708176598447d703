//! Chromium, as people have it: it draws the pages, runs their scripts and keeps to their policies.

use std::{
    io::{BufRead as _, BufReader},
    net::SocketAddr,
    os::unix::process::CommandExt as _,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde_json::{Value, json};
use thirtyfour::{
    By, ChromiumLikeCapabilities as _, DesiredCapabilities, Key, TypingData, WebDriver, WebElement,
    prelude::{ElementQueryable as _, ElementWaitable as _},
};

use super::app::TestDir;

/// How long anything may take before it is taken for lost.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often the driver looks whether something is there.
const PACE: Duration = Duration::from_millis(100);
/// After so many stops of the keyboard whoever goes through a page has given up.
const MOST_TABS: usize = 120;

/// Is in every page before anything of ours: it keeps what a policy has refused, what went wrong, and what was run that never may be.
const WITNESS: &str = r#"
    window.__seen = [];
    addEventListener("securitypolicyviolation", (event) => __seen.push(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`));
    addEventListener("error", (event) => __seen.push(`error: ${event.message || event.target?.src || event.target?.href}`), true);
    addEventListener("unhandledrejection", (event) => __seen.push(`error: ${event.reason}`));
    window.__xss = (which) => { __seen.push(`RAN: ${which}`); };
    for (const name of ["alert", "confirm", "prompt"]) window[name] = (which) => { __seen.push(`RAN: ${which}`); };
"#;

/// The script of axe-core, which `./rapport test` installs.
#[expect(clippy::disallowed_methods, reason = "a test has no flags")]
pub fn axe() -> String {
    let script = std::env::var_os("RAPPORT_TEST_AXE").expect("axe-core, which ./rapport test installs");
    std::fs::read_to_string(script).unwrap()
}

/// Windows so far, each of which has a profile of its own.
static WINDOWS: AtomicU32 = AtomicU32::new(0);

/// A window of Chromium.
pub struct Chromium {
    driver: WebDriver,
    site: String,
    process: Child,
    _profile: TestDir,
}

impl Chromium {
    /// Opens a window at a server, so many pixels wide and high.
    pub async fn open(server: SocketAddr, (width, height): (u32, u32)) -> Self {
        // The driver is asked without TLS, by a client that wants to know about it all the same.
        drop(rustls::crypto::ring::default_provider().install_default());
        let profile = TestDir::new(&format!("chromium-{}", WINDOWS.fetch_add(1, Ordering::Relaxed)));
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .expect("chromedriver, which ./rapport test installs");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("chromedriver says where it listens").unwrap();
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                break port.trim_end_matches('.').to_owned();
            }
        };
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let mut wanted = DesiredCapabilities::chrome();
        for arg in [
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            // Nobody waits for what slides or fades.
            "--force-prefers-reduced-motion",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            &format!("--user-data-dir={}", profile.0.display()),
            &format!("--window-size={width},{height}"),
        ] {
            wanted.add_arg(arg).unwrap();
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wanted).await.unwrap();
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WITNESS })).await.unwrap();
        Self { driver, site: format!("http://{server}"), process, _profile: profile }
    }

    /// Signs in by a one-use link.
    pub async fn sign_in(&self, token: &str) {
        self.go(&format!("/link?token={token}")).await;
        self.press("main button[type=submit]").await;
        self.find("header.top").await;
    }

    /// Opens a page.
    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", self.site)).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Where it is.
    pub async fn path(&self) -> String {
        let url = self.driver.current_url().await.unwrap();
        url.as_str().strip_prefix(&self.site).unwrap_or(url.as_str()).to_owned()
    }

    /// The first element of a selector, once it is there.
    pub async fn find(&self, css: &str) -> WebElement {
        let query = self.driver.query(By::Css(css)).wait(PATIENCE, PACE);
        match query.first().await {
            Ok(found) => found,
            Err(error) => panic!("{css} at {}: {error}\n{}", self.path().await, self.text("main").await),
        }
    }

    /// What an element says, now.
    pub async fn text(&self, css: &str) -> String {
        match self.driver.find(By::Css(css)).await {
            Ok(found) => found.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        }
    }

    /// Waits until an element says something.
    pub async fn says(&self, css: &str, words: &str) {
        let js = "const there = document.querySelector(arguments[0]); return there ? there.innerText : ''";
        let begun = std::time::Instant::now();
        loop {
            let said = self.run(js, vec![css.into()]).await;
            let said = said.as_str().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ");
            if said.contains(words) {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{css} at {} never says {words:?}: {said}", self.path().await);
            // The driver has no way to wait for words.
            tokio::time::sleep(PACE).await;
        }
    }

    /// Presses a button or a link, once it can be.
    pub async fn press(&self, css: &str) {
        let found = self.find(css).await;
        found.wait_until().wait(PATIENCE, PACE).clickable().await.unwrap_or_else(|error| panic!("{css}: {error}"));
        found.scroll_into_view().await.unwrap();
        found.click().await.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Writes into a field, in place of what stood there.
    pub async fn write(&self, css: &str, text: &str) {
        let field = self.find(css).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Presses keys wherever the focus is, as whoever has no mouse does.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Presses Tab until an element of a selector has the focus.
    pub async fn tab_to(&self, css: &str) {
        let mut passed = Vec::new();
        for _ in 0..MOST_TABS {
            self.keys(Key::Tab).await;
            if self.has_focus(css).await {
                return;
            }
            passed.push(self.focus().await);
        }
        panic!("Tab never comes to {css} at {}: {passed:?}", self.path().await);
    }

    /// Whether an element of a selector has the focus, now.
    pub async fn has_focus(&self, css: &str) -> bool {
        self.run("return document.activeElement?.matches(arguments[0]) ?? false", vec![css.into()]).await == true
    }

    /// What has the focus, in words for whoever reads of a failure.
    pub async fn focus(&self) -> String {
        let js = "const one = document.activeElement; return one ? `${one.localName}#${one.id}.${one.className} ${one.textContent.trim().slice(0, 40)}` : 'nothing'";
        self.run(js, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until a script says yes; what is waited for is said if it never does.
    pub async fn until(&self, what: &str, js: &str, arguments: Vec<Value>) {
        let begun = std::time::Instant::now();
        loop {
            let said = self.run(js, arguments.clone()).await;
            if said == true {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{what}: never, at {}: {said}", self.path().await);
            // The driver has no way to wait for what a script says.
            tokio::time::sleep(PACE).await;
        }
    }

    /// Waits until an element of a selector has the focus.
    pub async fn focused(&self, css: &str) {
        let js = "return document.activeElement?.matches(arguments[0]) || document.activeElement?.outerHTML.slice(0, 200) || 'nothing'";
        self.until(&format!("the focus in {css}"), js, vec![css.into()]).await;
    }

    /// Makes the page so many pixels wide, as a phone's is.
    pub async fn width(&self, width: u32) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await.unwrap();
        let js = "const [width, done] = arguments, look = () => innerWidth === width ? done() : requestAnimationFrame(look); look()";
        self.run_until_done(js, vec![width.into()]).await;
    }

    /// Runs a script in the page; what it returns.
    pub async fn run(&self, js: &str, arguments: Vec<Value>) -> Value {
        let done = self.driver.execute(js, arguments).await;
        done.unwrap_or_else(|error| panic!("{js}: {error}")).json().clone()
    }

    /// Runs a script that calls its last argument when it is done; what it is called with.
    pub async fn run_until_done(&self, js: &str, arguments: Vec<Value>) -> Value {
        let done = self.driver.execute_async(js, arguments).await;
        done.unwrap_or_else(|error| panic!("{error}")).json().clone()
    }

    /// What the page's policy has refused, what went wrong in it, and what was run that never may be.
    pub async fn seen(&self) -> Vec<String> {
        let seen = self.run("return window.__seen || ['the witness is missing']", vec![]).await;
        serde_json::from_value(seen).unwrap()
    }

    /// The driver, for what has no word of its own here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Closes the window.
    pub async fn close(self) {
        self.driver.clone().quit().await.unwrap();
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // The driver and its windows are one group: without it they would stay, where a test has failed.
        let group = format!("kill -KILL -{}", self.process.id());
        drop(Command::new("sh").args(["-c", &group]).status());
        drop(self.process.wait());
    }
}
