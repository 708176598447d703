//! The ad account, and what its ads brought.

use std::collections::BTreeMap;

use super::*;

const BASE: &str = "/rest/adAccounts/517004410";

/// Everything of a list, page by page.
async fn all(desk: &Desk, path: &str) -> Vec<Value> {
    let mut all = Vec::new();
    let mut token = String::new();
    loop {
        let mut page = desk.value(&format!("{path}&pageSize=2{token}")).await;
        let Value::Array(elements) = page["elements"].take() else { panic!("{page}") };
        assert!(elements.len() <= 2);
        all.extend(elements);
        let Some(next) = page["metadata"]["nextPageToken"].as_str() else { return all };
        token = format!("&pageToken={}", encoded(next));
    }
}

fn days(first: &str, last: &str) -> String {
    let date = |text: &str| {
        let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        format!("(year:{},month:{},day:{})", parts[0], parts[1], parts[2])
    };
    format!("dateRange=(start:{},end:{})", date(first), date(last))
}

fn analytics(pivot: &str, granularity: &str, range: &str, fields: &str) -> String {
    let account = encoded("urn:li:sponsoredAccount:517004410");
    format!(
        "/rest/adAnalytics?q=analytics&pivot={pivot}&timeGranularity={granularity}&{range}&accounts=List({account})&fields={fields}"
    )
}

#[tokio::test]
async fn the_account_leads_to_groups_campaigns_creatives_and_posts() {
    let desk = Desk::new();
    let accounts = all(&desk, "/rest/adAccounts?q=search").await;
    assert_eq!((accounts.len(), &accounts[0]["id"]), (1, &json!(517_004_410)));
    let groups = all(&desk, &format!("{BASE}/adCampaignGroups?q=search")).await;
    let campaigns = all(&desk, &format!("{BASE}/adCampaigns?q=search")).await;
    let creatives = all(&desk, &format!("{BASE}/creatives?q=criteria")).await;
    assert!(groups.len() >= 2 && campaigns.len() >= 4 && creatives.len() >= 8);
    let urns = |list: &[Value], kind: &str| -> Vec<String> {
        list.iter().map(|element| format!("urn:li:{kind}:{}", element["id"])).collect()
    };
    let (group_urns, campaign_urns) = (urns(&groups, "sponsoredCampaignGroup"), urns(&campaigns, "sponsoredCampaign"));
    for campaign in &campaigns {
        assert!(group_urns.iter().any(|urn| campaign["campaignGroup"] == **urn), "{campaign}");
    }
    for creative in &creatives {
        assert!(creative["id"].as_str().unwrap().starts_with("urn:li:sponsoredCreative:"));
        assert!(campaign_urns.iter().any(|urn| creative["campaign"] == **urn), "{creative}");
        let post = creative["content"]["reference"].as_str().unwrap();
        assert_eq!(desk.value(&format!("/rest/posts/{}", encoded(post))).await["id"], post);
    }
    let some =
        all(&desk, &format!("{BASE}/adCampaigns?q=search&search=(status:(values:List(PAUSED,COMPLETED)))")).await;
    assert_eq!(some.len(), 2);
    let one = format!("{BASE}/creatives?q=criteria&campaigns=List({})", encoded(&campaign_urns[0]));
    assert_eq!(all(&desk, &one).await.len(), 2);
}

#[tokio::test]
async fn a_page_token_is_good_for_its_list_alone_and_accounts_of_others_are_closed() {
    let desk = Desk::new();
    let page = desk.value(&format!("{BASE}/adCampaigns?q=search&pageSize=2")).await;
    let token = page["metadata"]["nextPageToken"].as_str().unwrap();
    assert_eq!(
        desk.error(&format!("{BASE}/adCampaignGroups?q=search&pageToken={token}")).await,
        refused(400, "PARAM_INVALID")
    );
    assert_eq!(desk.error("/rest/adAccounts/1/adCampaigns?q=search").await, refused(403, "ACCESS_DENIED"));
    let urn = format!("/rest/adAccounts/{}/adCampaigns?q=search", encoded("urn:li:sponsoredAccount:517004410"));
    assert_eq!(desk.error(&urn).await, refused(400, "PARAM_INVALID"), "the key is a number here");
}

#[tokio::test]
async fn campaigns_are_the_sums_of_their_creatives_to_the_last_digit() {
    let desk = Desk::new();
    let creatives = all(&desk, &format!("{BASE}/creatives?q=criteria")).await;
    let campaign_of: BTreeMap<&str, &str> = creatives
        .iter()
        .map(|creative| (creative["id"].as_str().unwrap(), creative["campaign"].as_str().unwrap()))
        .collect();
    let range = days("2026-05-23", "2026-08-20");
    let fields = "dateRange,pivotValues,impressions,clicks,likes,costInLocalCurrency";
    // Counts, and the digits of the cost without their point.
    let sum = async |pivot: &str, granularity: &str, name: &dyn Fn(&Value) -> String| {
        let mut sums: BTreeMap<String, (u64, u64, u64, u128)> = BTreeMap::new();
        for element in desk.elements(&analytics(pivot, granularity, &range, fields)).await {
            let sum = sums.entry(name(&element)).or_default();
            let cost = element["costInLocalCurrency"].as_str().unwrap();
            assert_eq!(cost.split_once('.').unwrap().1.len(), 19, "{cost}");
            sum.0 += count(&element["impressions"]);
            sum.1 += count(&element["clicks"]);
            sum.2 += count(&element["likes"]);
            sum.3 += cost.replace('.', "").parse::<u128>().unwrap();
        }
        sums
    };
    let own = |element: &Value| element["pivotValues"][0].as_str().unwrap().to_owned();
    let daily = |name: String, element: &Value| format!("{name} {}", element["dateRange"]["start"]);
    let parent = |element: &Value| campaign_of[element["pivotValues"][0].as_str().unwrap()].to_owned();
    let campaigns = sum("CAMPAIGN", "DAILY", &|element| daily(own(element), element)).await;
    assert!(campaigns.len() > 300, "{}", campaigns.len());
    assert_eq!(campaigns, sum("CREATIVE", "DAILY", &|element| daily(parent(element), element)).await);
    assert_eq!(sum("CAMPAIGN", "ALL", &own).await, sum("CREATIVE", "DAILY", &parent).await);
    assert_eq!(sum("CAMPAIGN", "ALL", &own).await, sum("CAMPAIGN", "MONTHLY", &own).await);
}

#[tokio::test]
async fn only_what_is_named_is_answered() {
    let desk = Desk::new();
    let range = days("2026-08-01", "2026-08-20");
    let element = desk.elements(&analytics("CAMPAIGN", "ALL", &range, "clicks,costInUsd")).await.swap_remove(0);
    assert_eq!(element.as_object().unwrap().keys().collect::<Vec<_>>(), ["clicks", "costInUsd"]);
    let none = analytics("CAMPAIGN", "ALL", &range, "").replace("&fields=", "");
    let element = desk.elements(&none).await.swap_remove(0);
    assert_eq!(element.as_object().unwrap().keys().collect::<Vec<_>>(), ["impressions", "clicks"]);
    let twenty_one = ["impressions,"; 20].concat() + "clicks";
    for (path, why) in [
        (analytics("CAMPAIGN", "ALL", &range, &twenty_one), "too many fields"),
        (analytics("CAMPAIGN", "ALL", &range, "impresions"), "a field that there is not"),
        (analytics("MEMBER_SHOE_SIZE", "ALL", &range, "clicks"), "a pivot that there is not"),
        (analytics("CAMPAIGN", "HOURLY", &range, "clicks"), "a granularity that there is not"),
        (analytics("CAMPAIGN", "ALL", &days("2026-08-20", "2026-08-01"), "clicks"), "it ends before it starts"),
        (analytics("CAMPAIGN", "ALL", "dateRange=(start:(year:2026,month:13,day:1))", "clicks"), "no month"),
        (analytics("CAMPAIGN", "ALL", &range, "clicks") + "&start=0", "pages, of which there are none"),
        (analytics("CAMPAIGN", "ALL", &range, "clicks").replace("%3A", ":"), "a URN that is not encoded"),
        (analytics("CAMPAIGN", "ALL", &range, "clicks").replace("accounts=", "campaigns="), "another kind of URN"),
    ] {
        assert_eq!(desk.get(&path).await.status.as_u16(), 400, "{why}");
    }
    let others = analytics("CAMPAIGN", "ALL", &range, "clicks").replace("517004410", "1");
    assert_eq!(desk.elements(&others).await.len(), 0, "what belongs to others is empty, and no error");
}

#[tokio::test]
async fn kinds_of_members_are_noised_and_hidden_below_three() {
    let desk = Desk::new();
    for pivot in [
        "MEMBER_COMPANY",
        "MEMBER_SENIORITY",
        "MEMBER_JOB_FUNCTION",
        "MEMBER_JOB_TITLE",
        "MEMBER_INDUSTRY",
        "MEMBER_COMPANY_SIZE",
        "MEMBER_COUNTRY_V2",
    ] {
        let path = analytics(pivot, "ALL", &days("2026-05-23", "2026-08-20"), "pivotValues,impressions,clicks,follows");
        let elements = desk.elements(&path).await;
        assert!(elements.len() >= 3, "{pivot}");
        for element in &elements {
            for field in ["impressions", "clicks", "follows"] {
                let count = count(&element[field]);
                assert!(count == 0 || count >= 3, "{pivot} {element}");
            }
        }
        assert_eq!(elements, desk.elements(&path).await, "asked again, the same");
    }
    let of = async |granularity: &str| -> u64 {
        let path = analytics("MEMBER_SENIORITY", granularity, &days("2026-05-23", "2026-08-20"), "impressions");
        desk.elements(&path).await.iter().map(|element| count(&element["impressions"])).sum()
    };
    assert_ne!(of("DAILY").await, of("ALL").await, "days do not add up to their total");
    let reach = analytics("MEMBER_SENIORITY", "ALL", &days("2026-08-01", "2026-08-20"), "approximateMemberReach");
    assert_eq!(desk.elements(&reach).await[0], json!({}));
}
