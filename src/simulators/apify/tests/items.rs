//! Pages and formats of items.

use std::collections::HashSet;

use super::*;

#[tokio::test]
async fn pages_together_are_the_whole_list() {
    let desk = Desk::with(Options { reactions: (173, 173), ..Options::default() });
    let run = desk.start(REACTIONS, "waitForFinish=60", &reactions_input()).await;
    let whole = desk.get(&items_of(&run, "")).await;
    assert_eq!(whole.header("x-apify-pagination-limit"), Some("999999999999"));
    let whole: Vec<Value> = whole.json().unwrap();
    assert!(whole.len() > 173, "an item that is on two pages of LinkedIn is there twice");
    let different: HashSet<String> = whole.iter().map(|item| item["id"].to_string()).collect();
    assert_eq!(different.len(), 173);

    let mut pages = Vec::new();
    loop {
        let answer = desk.get(&items_of(&run, &format!("offset={}&limit=50", pages.len()))).await;
        let total: usize = answer.header("x-apify-pagination-total").unwrap().parse().unwrap();
        assert_eq!(answer.header("x-apify-pagination-offset"), Some(&*pages.len().to_string()));
        pages.extend(answer.json::<Vec<Value>>().unwrap());
        if pages.len() >= total {
            break;
        }
    }
    assert_eq!(pages, whole);
    let backwards = desk.get(&items_of(&run, "desc=1&limit=10")).await.json::<Vec<Value>>().unwrap();
    assert!(backwards.iter().eq(whole.iter().rev().take(10)));
    let other = desk.get(&format!("{}/dataset/items?limit=1", path_of(&run))).await.json::<Vec<Value>>().unwrap();
    assert_eq!(other, whole[..1]);
    let last = desk.get(&format!("/v2/actors/{REACTIONS}/runs/last/dataset/items?limit=1")).await;
    assert_eq!(last.json::<Vec<Value>>().unwrap(), whole[..1]);
    assert_eq!(desk.get(&items_of(&run, "offset=900")).await.json::<Vec<Value>>().unwrap().len(), 0);
    let few = desk.get(&items_of(&run, "limit=1&fields=reactionType,postId&omit=postId")).await;
    assert_eq!(few.json::<Vec<Value>>().unwrap()[0].as_object().unwrap().len(), 1);
}

#[tokio::test]
async fn clean_pages_may_have_less_than_their_limit() {
    let desk = Desk::new();
    let input = json!({ "profileUrls": ["x"] });
    let items = vec![
        json!({ "a": 1 }),
        json!({}),
        json!({ "#error": true }),
        json!({ "a": 2, "#debug": 7 }),
        json!({ "a": 3 }),
    ];
    desk.apify.register("dev_fusion/Linkedin-Profile-Scraper", &input, items.clone());
    let run = desk.start("dev_fusion~linkedin-profile-scraper", "waitForFinish=60", &input).await;
    let raw = desk.get(&items_of(&run, "")).await.json::<Vec<Value>>().unwrap();
    assert_eq!(raw, items);
    let page = desk.get(&items_of(&run, "clean=1&limit=4")).await;
    assert_eq!(page.header("x-apify-pagination-total"), Some("5"));
    assert_eq!(page.header("x-apify-pagination-count"), Some("4"), "which counts what was cut out, not what is there");
    assert_eq!(page.json::<Vec<Value>>().unwrap(), [json!({ "a": 1 }), json!({ "a": 2 })]);
    let rest = desk.get(&items_of(&run, "clean=1&limit=4&offset=4")).await;
    assert_eq!(rest.json::<Vec<Value>>().unwrap(), [json!({ "a": 3 })]);
    assert!(run.get("usageTotalUsd").is_none(), "who is paid by item tells the caller no cost");
    assert_eq!(desk.apify.billed_micros(), 5 * 10_000);
}

#[tokio::test]
async fn items_come_as_json_lines_and_as_a_table() {
    let desk = Desk::new();
    let input = json!({ "posts": ["x"] });
    let items =
        vec![json!({ "a": "say \"hi\",\nyou", "b": { "c": [1, { "d": true }] } }), json!({ "e": null, "a": "é" })];
    desk.apify.register(REACTIONS, &input, items);
    let run = desk.start(REACTIONS, "waitForFinish=60", &input).await;
    let lines = desk.get(&items_of(&run, "format=jsonl")).await;
    assert_eq!(lines.content_type(), Some("application/jsonl; charset=utf-8"));
    assert_eq!(std::str::from_utf8(&lines.body).unwrap().lines().count(), 2);
    let table = desk.get(&items_of(&run, "format=csv&attachment=1")).await;
    assert_eq!(table.content_type(), Some("text/csv; charset=utf-8"));
    assert!(table.header("content-disposition").unwrap().starts_with("attachment"));
    let expected = "\u{feff}\"a\",\"b/c/0\",\"b/c/1/d\",\"e\"\n\"say \"\"hi\"\",\nyou\",\"1\",\"true\",\"\"\n\"é\",\"\",\"\",\"\"\n";
    assert_eq!(std::str::from_utf8(&table.body).unwrap(), expected);
    let plain = desk.get(&items_of(&run, "format=csv&bom=0&delimiter=;")).await;
    assert!(plain.body.starts_with(b"\"a\";\"b/c/0\""));
    let unknown = desk.error(Method::GET, &items_of(&run, "format=rss"), None).await;
    assert_eq!(unknown, (400, "invalid-parameter".to_owned()));
}
