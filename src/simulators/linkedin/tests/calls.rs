//! What every call needs, and what it hears without it.

use super::*;
use crate::simulators::faults::{Fault, When};

const ACCOUNTS: &str = "/rest/adAccounts?q=search";

#[tokio::test]
async fn a_call_needs_a_token_that_is_good() {
    let mut desk = Desk::new();
    assert_eq!(desk.get(ACCOUNTS).await.status.as_u16(), 200);
    desk.token = None;
    assert_eq!(desk.error(ACCOUNTS).await, refused(401, "EMPTY_ACCESS_TOKEN"));
    desk.token = Some("AQVnobodys".to_owned());
    let answer = desk.get(ACCOUNTS).await;
    assert_eq!(answer.json::<Value>().unwrap()["serviceErrorCode"], 65_600);
    assert_eq!(error_of(&answer), refused(401, "INVALID_ACCESS_TOKEN"));
}

#[tokio::test]
async fn each_endpoint_has_its_scope() {
    let mut desk = Desk::new();
    let page = encoded("urn:li:organization:90410077");
    let author = format!("/rest/posts?q=author&author={page}");
    let roles = "/rest/organizationAcls?q=roleAssignee";
    let analytics = "/rest/adAnalytics?q=analytics";
    for (scope, opens, closed) in [
        ("r_ads", ACCOUNTS, roles),
        ("r_organization_social", &author, ACCOUNTS),
        ("rw_organization_admin", roles, &author),
        ("r_organization_admin", roles, analytics),
    ] {
        desk.token = Some(desk.linkedin.token(&["openid", scope]));
        assert_eq!(desk.get(opens).await.status.as_u16(), 200, "{scope} opens {opens}");
        assert_eq!(desk.error(closed).await, refused(403, "ACCESS_DENIED"), "{scope} does not open {closed}");
    }
    let answer: Value = desk.get(&author).await.json().unwrap();
    assert_eq!(answer["serviceErrorCode"], 100);
    assert_eq!(answer["message"], "Not enough permissions to access: posts.FINDER-author.20260701");
}

#[tokio::test]
async fn a_call_names_a_version_that_is_alive() {
    let mut desk = Desk::new();
    for (version, expected) in [
        (None, refused(400, "VERSION_MISSING")),
        (Some("202508"), refused(426, "NONEXISTENT_VERSION")),
        (Some("202701"), refused(426, "NONEXISTENT_VERSION")),
        (Some("2026-07"), refused(400, "VERSION_INVALID")),
        (Some("202613"), refused(400, "VERSION_INVALID")),
    ] {
        desk.version = version;
        assert_eq!(desk.error(ACCOUNTS).await, expected, "{version:?}");
    }
    desk.version = Some("202509");
    assert_eq!(desk.get(ACCOUNTS).await.status.as_u16(), 200);
    let request = desk.request(Method::GET, ACCOUNTS).header("x-restli-protocol-version", "1.0.0");
    let answer = desk.send(&request).await.unwrap();
    assert_eq!(error_of(&answer), refused(400, "PROTOCOL_VERSION_INVALID"));
}

#[tokio::test]
async fn what_is_not_there_or_not_allowed_is_said() {
    let desk = Desk::new();
    assert_eq!(desk.error("/rest/nothing").await, refused(404, "RESOURCE_NOT_FOUND"));
    assert_eq!(error_of(&desk.post("/rest/adAccounts", &json!({})).await), refused(405, "METHOD_NOT_ALLOWED"));
    for (query, code) in [
        ("q=search&start=0", "QUERY_PARAM_NOT_ALLOWED"),
        ("q=criteria", "PARAM_INVALID"),
        ("", "PARAM_INVALID"),
        ("q=search&q=search", "PARAM_INVALID"),
        ("q=search&pageSize=0x10", "PARAM_INVALID"),
        ("q=search&pageToken=abc", "PARAM_INVALID"),
        ("q=search&search=(status:List(ACTIVE))", "PARAM_INVALID"),
        ("q=search&search=%28status%3A%28values%3AList%28ACTIVE%29%29%29", "PARAM_INVALID"),
    ] {
        assert_eq!(desk.error(&format!("/rest/adAccounts?{query}")).await, refused(400, code), "{query}");
    }
}

#[tokio::test]
async fn the_calls_of_a_day_are_counted_by_endpoint() {
    let desk = Desk::with(Options { daily_limit: Some(2), ..options() });
    for _ in 0..2 {
        desk.value(ACCOUNTS).await;
    }
    let answer = desk.get(ACCOUNTS).await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, None));
    let value: Value = answer.json().unwrap();
    assert_eq!((&value["serviceErrorCode"], value.get("code")), (&json!(101), None));
    assert!(value["message"].as_str().unwrap().contains("APPLICATION DAY limit"), "{value}");
    desk.value("/rest/organizationAcls?q=roleAssignee").await;
    desk.linkedin.set_daily_limit(None);
    desk.value(ACCOUNTS).await;
    assert_eq!(desk.linkedin.calls()["ads.accounts"], 4);
}

#[tokio::test]
async fn connections_break_where_they_are_told_to() {
    let desk = Desk::new();
    desk.linkedin.faults().set("ads.accounts", When::Next(1), Fault::TooManyRequests { wait: None, as_date: false });
    let value: Value = desk.get(ACCOUNTS).await.json().unwrap();
    assert!(
        !value["message"].as_str().unwrap().contains("DAY limit"),
        "that of the infrastructure is over soon: {value}"
    );
    desk.linkedin.faults().set("ads.accounts", When::Next(1), Fault::LostAnswer);
    assert_eq!(desk.send(&desk.request(Method::GET, ACCOUNTS)).await.unwrap_err().kind(), "reset");
    desk.value(ACCOUNTS).await;
}
