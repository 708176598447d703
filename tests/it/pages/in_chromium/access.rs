//! Whether everybody can use the pages: axe-core looks at each of them.

use serde_json::Value;

use super::{DESK, Story, all_pages};
use crate::support::chromium::axe;

/// What is asked of a page: everything; and then, in the dark and as wide as a phone, what that may have made another.
const RULES: [(&str, u32, &[&str]); 2] = [
    ("light", DESK.0, &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]),
    ("dark", 390, &["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]),
];

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
        for (theme, width, rules) in RULES {
            chromium
                .run("document.documentElement.setAttribute('data-bs-theme', arguments[0])", vec![theme.into()])
                .await;
            chromium.width(width).await;
            chromium.run(&script, vec![]).await;
            let found = chromium.run_until_done(LOOK, vec![rules.into()]).await;
            let Value::Array(found) = found else { panic!("{path}: {found}") };
            let is_bad = |one: &Value| matches!(one["impact"].as_str(), Some("serious" | "critical"));
            wrong.extend(found.iter().filter(|one| is_bad(one)).map(|one| format!("{path} {theme}: {one}")));
        }
        // Whatever stands in a page, nothing of it is cut off at the side of a phone.
        let over = chromium
            .run("return document.documentElement.scrollWidth - document.documentElement.clientWidth", vec![])
            .await;
        if over != 0 {
            wrong.push(format!("{path} is {over} pixels wider than a phone"));
        }
        wrong.extend(chromium.seen().await.into_iter().map(|seen| format!("{path}: {seen}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    chromium.close().await;
}
