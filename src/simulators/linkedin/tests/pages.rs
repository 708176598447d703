//! The page, its posts, and who did what with them.

use std::collections::BTreeSet;

use super::*;

const PAGE: &str = "urn%3Ali%3Aorganization%3A90410077";

/// All posts, by the links to the next page.
async fn posts(desk: &Desk, more: &str) -> Vec<Value> {
    let mut path = format!("/rest/posts?q=author&author={PAGE}&count=7{more}");
    let mut posts = Vec::new();
    loop {
        let mut page = desk.value(&path).await;
        let Value::Array(elements) = page["elements"].take() else { panic!("{page}") };
        posts.extend(elements);
        let links = page["paging"]["links"].as_array().unwrap();
        let Some(next) = links.iter().find(|link| link["rel"] == "next") else { return posts };
        next["href"].as_str().unwrap().clone_into(&mut path);
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

#[tokio::test]
async fn whoever_administers_a_page_finds_it() {
    let desk = Desk::new();
    let roles = "/rest/organizationAcls?q=roleAssignee&role=ADMINISTRATOR&state=APPROVED";
    let roles = desk.elements(roles).await;
    assert_eq!(roles.len(), 1);
    assert_eq!(roles[0]["organization"], "urn:li:organization:90410077");
    assert_eq!(desk.value("/rest/organizations/90410077").await["vanityName"], "harrowgate-looms-demo");
    assert_eq!(desk.error("/rest/organizations/90410078").await, refused(403, "ACCESS_DENIED"));
    assert_eq!(desk.error("/rest/organizations/1").await, refused(404, "NOT_FOUND"));
    assert_eq!(desk.error(&format!("/rest/organizations/{PAGE}")).await, refused(400, "PARAM_INVALID"));
}

#[tokio::test]
async fn posts_come_in_pages_and_in_the_order_that_is_asked_for() {
    let desk = Desk::new();
    let by_creation = posts(&desk, "").await;
    assert!(by_creation.len() >= 30);
    assert!(by_creation.is_sorted_by_key(|post| -post["createdAt"].as_i64().unwrap()));
    let by_change = posts(&desk, "&sortBy=LAST_MODIFIED").await;
    assert!(by_change.is_sorted_by_key(|post| -post["lastModifiedAt"].as_i64().unwrap()));
    let ids = |posts: &[Value]| posts.iter().map(|post| text(&post["id"]).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(ids(&by_creation), ids(&by_change));
    assert_eq!(ids(&by_creation).len(), by_creation.len());
    for kind in ["urn:li:share:", "urn:li:ugcPost:"] {
        assert!(by_creation.iter().any(|post| text(&post["id"]).starts_with(kind)));
    }
    let id: i64 = text(&by_creation[0]["id"]).rsplit(':').next().unwrap().parse().unwrap();
    assert_eq!(id >> 22, by_creation[0]["createdAt"].as_i64().unwrap(), "the number holds the time");
    assert_eq!(desk.error(&format!("/rest/posts?q=author&author={PAGE}&count=101")).await.0, 400);
    assert_eq!(desk.error("/rest/posts?q=author&author=urn:li:organization:90410077").await.0, 400);
    assert_eq!(desk.error("/rest/posts/urn%3Ali%3Ashare%3A1").await, refused(404, "NOT_FOUND"));
}

#[tokio::test]
async fn reactions_comments_summaries_and_statistics_tell_the_same() {
    let desk = Desk::new();
    let posts = posts(&desk, "").await;
    let ids: Vec<String> = posts.iter().map(|post| encoded(text(&post["id"]))).collect();
    let metadata = desk.value(&format!("/rest/socialMetadata?ids=List({},urn%3Ali%3Ashare%3A1)", ids.join(","))).await;
    assert_eq!(metadata["statuses"]["urn:li:share:1"], 404);
    let of_kind = |kind: &str| {
        let wanted = format!("urn%3Ali%3A{kind}");
        ids.iter().filter(|id| id.starts_with(&wanted)).cloned().collect::<Vec<_>>().join(",")
    };
    let base = format!("/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity={PAGE}");
    let named = format!("{base}&shares=List({})&ugcPosts=List({})", of_kind("share"), of_kind("ugcPost"));
    let statistics = desk.elements(&named).await;
    assert!(statistics.len() < posts.len(), "a post that nobody saw is left out");
    let (mut likes, mut comments, mut impressions) = (0, 0, 0);
    for element in &statistics {
        let urn = element["share"].as_str().or(element["ugcPost"].as_str()).unwrap();
        let counts = &element["totalShareStatistics"];
        let path = format!("/rest/reactions/(entity:{})?q=entity&count=100", encoded(urn));
        let mut reactions = desk.elements(&path).await;
        for start in (100..count(&counts["likeCount"])).step_by(100) {
            reactions.extend(desk.elements(&format!("{path}&start={start}")).await);
        }
        assert_eq!(count(&counts["likeCount"]), reactions.len() as u64, "{urn}");
        let summaries = metadata["results"][urn]["reactionSummaries"].as_object().unwrap();
        assert_eq!(summaries.values().map(|summary| count(&summary["count"])).sum::<u64>(), reactions.len() as u64);
        assert_eq!(count(&metadata["results"][urn]["commentSummary"]["count"]), count(&counts["commentCount"]));
        likes += reactions.len() as u64;
        comments += count(&counts["commentCount"]);
        impressions += count(&counts["impressionCount"]);
    }
    let all = &desk.elements(&base).await[0]["totalShareStatistics"];
    assert_eq!((count(&all["likeCount"]), count(&all["commentCount"])), (likes, comments));
    assert_eq!(count(&all["impressionCount"]), impressions);

    // Days from 2026-04-01 to 2026-08-21 hold everything that happened.
    let days = "(timeRange:(start:1775001600000,end:1787270400000),timeGranularityType:DAY)";
    let days = desk.elements(&format!("{base}&timeIntervals={days}")).await;
    assert_eq!(days.len(), 142);
    let sum = |field: &str| days.iter().map(|day| count(&day["totalShareStatistics"][field])).sum::<u64>();
    assert_eq!((sum("impressionCount"), sum("likeCount"), sum("commentCount")), (impressions, likes, comments));
}

#[tokio::test]
async fn people_have_no_names_and_comments_have_answers() {
    let desk = Desk::new();
    let mut answers = 0;
    for post in posts(&desk, "").await {
        let urn = encoded(text(&post["id"]));
        for reaction in desk.elements(&format!("/rest/reactions/(entity:{urn})?q=entity")).await {
            let person = text(&reaction["created"]["actor"]).to_owned();
            assert!(person.starts_with("urn:li:person:"));
            assert!(text(&reaction["id"]).starts_with(&format!("urn:li:reaction:({person},urn:li:activity:")));
        }
        for comment in desk.elements(&format!("/rest/socialActions/{urn}/comments")).await {
            assert_eq!(comment["parentComment"], Value::Null);
            let path = format!("/rest/socialActions/{}/comments", encoded(text(&comment["$URN"])));
            let below = desk.elements(&path).await;
            assert_eq!(below.len() as u64, count(&comment["commentsSummary"]["totalFirstLevelComments"]));
            for answer in below {
                assert_eq!(answer["parentComment"], comment["$URN"]);
                answers += 1;
            }
        }
    }
    assert!(answers > 0);
    assert_eq!(desk.error("/rest/reactions/urn%3Ali%3Ashare%3A1?q=entity").await, refused(400, "PARAM_INVALID"));
}

#[tokio::test]
async fn followers_are_counted_and_won() {
    let desk = Desk::new();
    let size = format!("/rest/networkSizes/{PAGE}?edgeType=COMPANY_FOLLOWED_BY_MEMBER");
    assert!(count(&desk.value(&size).await["firstDegreeSize"]) > 4_000);
    let base =
        format!("/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity={PAGE}");
    let facets = &desk.elements(&base).await[0];
    assert!(count(&facets["followerCountsBySeniority"][0]["followerCounts"]["organicFollowerCount"]) > 0);
    let week = "(timeRange:(start:1786579200000,end:1787184000000),timeGranularityType:DAY)";
    let days = desk.elements(&format!("{base}&timeIntervals={week}")).await;
    assert_eq!(days.len(), 7);
    assert!(days.iter().all(|day| day["followerGains"]["organicFollowerGain"].is_u64()));
    let backwards = "(timeRange:(start:2,end:1),timeGranularityType:DAY)";
    assert_eq!(desk.error(&format!("{base}&timeIntervals={backwards}")).await.0, 400);
}
