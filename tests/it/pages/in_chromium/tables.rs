//! A table that shows all of its rows: it is sorted where it stands, stays so while the page follows what goes on, and is saved as a file.

use serde_json::{Value, json};

use super::{DESK, Story};
use crate::pages::PEOPLE;

const NAMES: &str =
    "return [...document.querySelectorAll('[data-whole=posts] td.name')].map((cell) => cell.textContent.trim())";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_table_is_sorted_by_what_its_cells_are_worth_and_saved_in_that_order() {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("select app.keep_up()").await;
    story.run("update posts set title = '=HYPERLINK(\"x\"), 2', impressions = null where title = 'Post 2'").await;
    story.run("update posts set impressions = 20000 where title = 'Post 1'").await;
    let spring: i32 =
        story.owner.query_one("select id from campaigns where name = 'Spring'", &[]).await.unwrap().get(0);
    let window = story.window("eva@mail.example", "owner", DESK).await;
    window.go(&format!("/campaigns/{spring}")).await;
    let sorted = async |column: u32| {
        window.press(&format!("[data-whole=posts] th:nth-child({column}) .sort")).await;
        let order = format!(
            "return document.querySelector('[data-whole=posts] th:nth-child({column})').getAttribute('aria-sort')"
        );
        (window.run(NAMES, vec![]).await, window.run(&order, vec![]).await)
    };
    let formula = "=HYPERLINK(\"x\"), 2";
    // A number is no word, by which 3 000 would come before 20 000; and what is not known comes last either way.
    assert_eq!(sorted(3).await, (json!(["Post 1", "Post 3", formula]), json!("descending")));
    assert_eq!(sorted(3).await, (json!(["Post 3", "Post 1", formula]), json!("ascending")));
    assert_eq!(sorted(1).await, (json!([formula, "Post 1", "Post 3"]), json!("ascending")));
    assert_eq!(sorted(2).await.0, json!(["Post 1", formula, "Post 3"]), "by days, the latest first");
    assert_eq!(sorted(3).await.0, json!(["Post 1", "Post 3", formula]));

    // The page asks for itself again, and nobody's order nor place is lost by it.
    let engaged = "insert into engagements (tenant_id, post_id, person_id, engagement_type, comment_id)
        select p.tenant_id, p.id, q.id, 'comment', 'c' || q.id from posts p join persons q on q.tenant_id = p.tenant_id where p.title = 'Post 3'";
    story.run(engaged).await;
    let people = "select count(distinct e.person_id)::text from engagements e join posts p on p.id = e.post_id where p.title = 'Post 3'";
    let people: String = story.owner.query_one(people, &[]).await.unwrap().get(0);
    window.says("[data-whole=posts] tbody tr:nth-child(2) td:nth-child(6)", &people).await;
    assert_eq!(window.run(NAMES, vec![]).await, json!(["Post 1", "Post 3", formula]));
    assert!(window.has_focus("[data-whole=posts] th[aria-sort=descending] .sort").await);

    let save = "const made = arguments[0], real = URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then(made); return real(blob); };
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector('[data-whole=posts]').closest('.table-wrap').nextElementSibling.querySelector('.saves').click()";
    let Value::String(csv) = window.run_until_done(save, vec![]).await else { panic!("no file") };
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].starts_with("Post,Published,Impressions,Engagements,Rate %,People,On target,"), "{csv}");
    assert!(
        lines[1].starts_with("Post 1,") && lines[1].contains(",20000,"),
        "a number is written as spreadsheets read it: {csv}"
    );
    assert!(lines[3].starts_with("\"'=HYPERLINK(\"\"x\"\"), 2"), "a formula is text: {csv}");
    assert_eq!(lines.len(), 4, "{csv}");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}
