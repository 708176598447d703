//! The ads on the page of their campaign: what reports say of them, in any order, and to whom.

use super::{PEOPLE, Story, page};

/// The names in the table of ads, from the first row to the last.
fn names(page: &str) -> Vec<String> {
    let section = page.split("<h2 id=\"ads\">").nth(1).unwrap().split("</section>").next().unwrap();
    let cells = section.split("<td class=\"name\">").skip(1);
    cells.map(|cell| cell.split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_campaigns_page_shows_its_ads_in_any_order_and_a_client_sees_those_of_theirs() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let (spring, summer) = (story.id("Spring").await, story.id("Summer").await);
    let empty = story.page(&format!("/campaigns/{summer}")).await;
    assert!(empty.contains("No ad belongs to this campaign yet") && names(&empty).is_empty(), "{empty}");
    story
        .run(&format!(
            "insert into ads (campaign_id, name, headline, status) values ({spring}, 'Zebra', '<b>Stripes', 'paused'), ({spring}, 'Never shown', null, 'active');
             insert into ad_metrics_daily (ad_id, day, last_day, currency, spend, impressions, clicks, leads)
             select id, '2026-10-01', '2026-10-31', 'EUR', 900, 2000, 4, 3 from ads where name = 'Zebra'"
        ))
        .await;
    let one = format!("/campaigns/{spring}");
    let shown = story.page(&one).await;
    assert_eq!(names(&shown), ["Zebra", "Ad", "Never shown"], "the dearest first");
    let section = shown.split("<h2 id=\"ads\">").nth(1).unwrap().split("</section>").next().unwrap();
    // The same as the command line says.
    let told: serde_json::Value = serde_json::from_str(&story.say(&["--json", "ad", "show", "Zebra"])).unwrap();
    assert_eq!(
        (&told["metrics"]["click_through_rate"], &told["metrics"]["cost_per_click"]),
        (&0.002.into(), &225.0.into())
    );
    for words in [
        "&#60;b&#62;Stripes",
        ">Paused</span>",
        "900.00",
        ">EUR</span>",
        ">2\u{202f}000<",
        ">0.20<",
        ">225.00\u{202f}EUR<",
        ">3<",
    ] {
        assert!(section.contains(words), "{words}: {section}");
    }
    assert!(
        section.contains("aria-sort=\"descending\"><a href=\"/campaigns/") && section.contains("#ads\""),
        "{section}"
    );
    for (order, expected) in [
        ("sort=spend&dir=asc", ["Never shown", "Ad", "Zebra"]),
        ("sort=name", ["Ad", "Never shown", "Zebra"]),
        ("sort=name&dir=desc", ["Zebra", "Never shown", "Ad"]),
        ("sort=clicks", ["Ad", "Zebra", "Never shown"]),
        ("sort=nothing&dir=sideways", ["Zebra", "Ad", "Never shown"]),
    ] {
        assert_eq!(names(&story.page(&format!("{one}?{order}")).await), expected, "{order}");
    }
    // Of very many those are shown that come first.
    story
        .run(&format!("insert into ads (campaign_id, name) select {summer}, 'Ad ' || n from generate_series(1, 230) n"))
        .await;
    let many = story.page(&format!("/campaigns/{summer}")).await;
    assert!(names(&many).len() == 200 && many.contains("30\u{a0}ads more"), "{}", names(&many).len());
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Summer"]).await;
    assert_eq!(names(&page(&mut client, &format!("/campaigns/{summer}")).await).len(), 200);
    let hidden = client.get(&one).await;
    assert!(hidden.status == 404 && !hidden.whole.contains("Zebra"), "{}", hidden.whole);
}
