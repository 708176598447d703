//! Whether everybody can use the pages: axe-core looks at each of them.

use serde_json::{Value, json};

use super::{Chromium, DESK, Story, all_pages};
use crate::{pages::imports::drop_file, support::chromium::axe};

/// A theme, a width, and the rules that are asked for.
type Variant = (&'static str, u32, &'static [&'static str]);

/// What is asked of a page: everything; and then, in the dark and as wide as a phone, what that may have made another.
const RULES: [Variant; 2] = [
    ("light", DESK.0, &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
    ("dark", 390, &["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]),
];

/// How wide a phone is, and a tablet.
const HANDS: [u32; 2] = [390, 820];

/// How axe-core is asked, and what is taken of its answer.
const LOOK: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document, { resultTypes: ["violations"], runOnly: arguments[0] })
      .then((found) => done(found.violations.map((one) => ({ id: one.id, impact: one.impact, help: one.help, nodes: one.nodes.slice(0, 3).map((node) => node.html.slice(0, 300)) }))), (error) => done(String(error)));
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_axe_finds_nothing_serious_on_any_page_light_or_dark_wide_or_narrow() {
    let script = axe();
    let mut story = Story::begin().await;
    story.fill().await;
    let pages = all_pages(&mut story.browser).await;
    assert!(pages.len() > 50, "{pages:?}");
    let chromium = story.window("eva@mail.example", "owner", DESK).await;
    let mut wrong = Vec::new();
    for path in ["/sign-in", "/sign-in/forgotten"].map(str::to_owned).into_iter().chain(pages) {
        chromium.go(&path).await;
        for variant in RULES {
            wrong.extend(look(&chromium, &script, &path, variant).await);
        }
        // Whatever stands in a page, nothing of it is cut off at the side of a phone or a tablet.
        for width in HANDS {
            wrong.extend(cut_off(&chromium, &path, width).await);
        }
        wrong.extend(chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_columns_are_chosen_by_anybody_on_anything() {
    let script = axe();
    let mut story = Story::begin().await;
    let long = "Unaussprechlich".repeat(9);
    let mut paths = Vec::new();
    for (columns, format) in
        [("Profil;Reaktion", ""), ("Profil;Reaktion", "curious-coder-reactions"), ("post_url;post_title", "")]
    {
        let text = format!(
            "{columns};{long};Notiz\nurn:li:activity:7345012345678901248;LIKE;{long}{long};x\nurn:li:activity:7345012345678901249;PRAISE;{long};\n"
        );
        let path = drop_file(&mut story.browser, "other.csv", &text).await;
        story.say(&["job", "run"]);
        if !format.is_empty() {
            story.browser.post(&path, &[("act", "check"), ("format", format)]).await;
            story.say(&["job", "run"]);
        }
        paths.push(path);
    }
    let chromium = story.window("eva@mail.example", "owner", DESK).await;
    let mut wrong = Vec::new();
    for path in &paths {
        chromium.go(path).await;
        chromium.run("document.querySelectorAll('main details').forEach((one) => { one.open = true })", vec![]).await;
        for variant in RULES {
            wrong.extend(look(&chromium, &script, path, variant).await);
        }
        for width in HANDS {
            wrong.extend(cut_off(&chromium, path, width).await);
        }
        wrong.extend(chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What is chosen in one card is sent with what is said in another.
    chromium.go(&paths[1]).await;
    let choose = "for (const [place, field] of [[1, 'profileUrl'], [2, 'reactionType']]) document.getElementById(`read-as-${place}`).value = field;
        document.querySelector('section [form=saying][value=check]').click()";
    chromium.run(choose, vec![]).await;
    chromium.says("h1 + .sub", "Being checked").await;
    let held: String = story
        .owner
        .query_one("select (options -> 'columns')::text from uploads where options ? 'columns'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(held, r#"{"Profil": "profileUrl", "Reaktion": "reactionType"}"#);
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_whoever_sees_less_can_use_what_they_see() {
    let script = axe();
    let mut story = Story::begin().await;
    story.fill().await;
    let report = story.report_of_all("What this quarter came to").await;
    let mut wrong = Vec::new();
    for (email, pages) in story.others().await {
        let chromium = story.window_of(email, DESK).await;
        // The owner's pages are looked at both ways, and of these each is one of them with less on it: of many, every second.
        let step = if pages.len() > 20 { 2 } else { 1 };
        for (place, path) in pages.iter().step_by(step).enumerate() {
            chromium.go(path).await;
            let variant = RULES[place % 2];
            wrong.extend(look(&chromium, &script, path, variant).await.into_iter().map(|one| format!("{email} {one}")));
            for width in HANDS {
                wrong.extend(cut_off(&chromium, path, width).await);
            }
            wrong.extend(chromium.seen().await.into_iter().map(|seen| format!("{email} {path}: {seen}")));
        }
        chromium.close().await;
    }
    // Who has a link and no account.
    let chromium = Chromium::open(story.server.address, DESK).await;
    for path in [&report, "/report?token=none"] {
        chromium.go(path).await;
        for variant in RULES {
            wrong.extend(look(&chromium, &script, path, variant).await);
        }
        for width in HANDS {
            wrong.extend(cut_off(&chromium, path, width).await);
        }
        wrong.extend(chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    prints(&chromium, &report).await;
    chromium.close().await;
}

/// On paper a report is all that there is: no button, no bar, nothing beyond the edge, and dark on white whatever the screen was.
async fn prints(chromium: &Chromium, report: &str) {
    chromium.go(report).await;
    chromium.run("document.documentElement.setAttribute('data-bs-theme', 'dark')", vec![]).await;
    let cdp = chromium.driver().cdp();
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await.unwrap();
    // What A4 has between its margins.
    chromium.width(688).await;
    let js = "const shown = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()).length;
        return { tools: shown('.top, .foot, button, .no-print, .skip'), sections: shown('.report section') - document.querySelectorAll('.report section').length,
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth, ground: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.querySelector('h1')).color }";
    let paper =
        json!({ "tools": 0, "sections": 0, "over": 0, "ground": "rgb(255, 255, 255)", "ink": "rgb(28, 35, 44)" });
    assert_eq!(chromium.run(js, vec![]).await, paper);
    let printed = cdp.send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true })).await.unwrap();
    assert!(printed["data"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi")), "it is a PDF");
}

/// What axe-core finds serious in the page that is open, in a theme and a width.
async fn look(chromium: &Chromium, script: &str, path: &str, (theme, width, rules): Variant) -> Vec<String> {
    chromium.run("document.documentElement.setAttribute('data-bs-theme', arguments[0])", vec![theme.into()]).await;
    chromium.width(width).await;
    chromium.run(script, vec![]).await;
    let found = chromium.run_until_done(LOOK, vec![rules.into()]).await;
    let Value::Array(found) = found else { panic!("{path}: {found}") };
    let is_bad = |one: &&Value| matches!(one["impact"].as_str(), Some("serious" | "critical"));
    found.iter().filter(is_bad).map(|one| format!("{path} {theme}: {one}")).collect()
}

/// By how much the page that is open is wider than what somebody holds in their hands.
async fn cut_off(chromium: &Chromium, path: &str, width: u32) -> Option<String> {
    chromium.width(width).await;
    let over = chromium
        .run("return document.documentElement.scrollWidth - document.documentElement.clientWidth", vec![])
        .await;
    (over != 0).then(|| format!("{path} is {over} pixels too wide for {width}"))
}
