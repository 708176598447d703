//! Whether charts are drawn: each has a place on the page, and what it shows is painted in it.

use serde_json::json;

use super::{Chromium, DESK, Story};
use crate::pages::PEOPLE;

/// What became of every chart of the page. Axes and words are grey: what has a colour within the axes is what the chart shows.
const LOOK: &str = r#"
    const figures = [...document.querySelectorAll("figure[data-chart]")];
    for (const figure of figures) figure.scrollIntoView();
    return figures.map((figure) => {
      const place = figure.querySelector(".chart-canvas"), canvas = place?.querySelector("canvas");
      if (!canvas) return "no canvas";
      if (!canvas.width || !canvas.height || !canvas.clientWidth || !canvas.clientHeight) return "no size";
      const grid = echarts.getInstanceByDom(place).getModel().getComponent("grid").coordinateSystem.getRect(), ratio = canvas.width / canvas.clientWidth;
      const [x, y, width, height] = [grid.x, grid.y, grid.width, grid.height].map((one) => Math.round(one * ratio));
      const seen = canvas.getContext("2d").getImageData(x, y, width, height).data;
      for (let at = 0; at < seen.length; at += 4) {
        const [red, green, blue, cover] = seen.slice(at, at + 4);
        if (cover > 100 && Math.max(red, green, blue) - Math.min(red, green, blue) > 40) return "drawn";
      }
      return "empty";
    });
"#;

/// The colours of the words of every chart, and the one that the page has for words.
const INK: &str = r#"
    const probe = document.createElement("span");
    probe.style.setProperty("color", "var(--r-text)");
    document.body.append(probe);
    const wanted = getComputedStyle(probe).color;
    probe.remove();
    return [...document.querySelectorAll(".chart-canvas")].map((one) => echarts.getInstanceByDom(one).getOption().textStyle.color === wanted);
"#;

/// Waits until every chart is drawn, of which there are so many.
async fn are_drawn(window: &Chromium, charts: usize) {
    let all = json!(vec!["drawn"; charts]);
    let js = format!(
        "const look = (() => {{ {LOOK} }})(); return JSON.stringify(look) === JSON.stringify(arguments[0]) || JSON.stringify(look)"
    );
    window.until("every chart is drawn", &js, vec![all]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_chart_is_drawn_and_drawn_anew_in_another_theme() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    let of_a_company = "insert into companies (name) values ('Nordlicht'); update persons set company_id = (select min(id) from companies) where id % 2 = 0";
    story.run(of_a_company).await;
    story.run("select app.keep_up()").await;
    let one = async |sql: &str| story.owner.query_one(sql, &[]).await.unwrap().get::<_, String>(0);
    let pages = [
        "/".to_owned(),
        format!("/campaigns/{}", story.id("Spring").await),
        format!("/personas/{}", one("select id::text from personas where name = 'Makers'").await),
        format!("/companies/{}", one("select id::text from companies where name = 'Nordlicht'").await),
    ];
    let window = story.window("eva@mail.example", "owner", DESK).await;
    for path in pages {
        window.go(&path).await;
        window.press("details.me summary").await;
        window.press("[data-theme-choice=light]").await;
        are_drawn(&window, 1).await;
        let picture = "return document.querySelector('.chart-canvas canvas').toDataURL()";
        let light = window.run(picture, vec![]).await;
        assert_eq!(window.run(INK, vec![]).await, json!([true]), "{path} in the light");
        window.press("[data-theme-choice=dark]").await;
        window.find("html[data-bs-theme=dark]").await;
        let another = "return document.querySelector('.chart-canvas canvas').toDataURL() !== arguments[0]";
        window.until("the chart is drawn anew", another, vec![light]).await;
        are_drawn(&window, 1).await;
        assert_eq!(window.run(INK, vec![]).await, json!([true]), "{path} in the dark");
        assert_eq!(window.seen().await, [""; 0], "{path}");
    }
    // And a chart without anything in it is seen to be empty.
    let emptied = "const chart = echarts.getInstanceByDom(document.querySelector('.chart-canvas'));
        chart.setOption({ series: chart.getOption().series.map((one) => ({ ...one, data: [] })) })";
    window.run(emptied, vec![]).await;
    let empty = format!("const look = (() => {{ {LOOK} }})(); return look[0] === 'empty' || look[0]");
    window.until("an empty chart is seen to be one", &empty, vec![]).await;
    window.close().await;
}
