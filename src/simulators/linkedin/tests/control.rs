//! The control over HTTP.

use super::*;

const ACCOUNTS: &str = "/rest/adAccounts?q=search";

async fn set(desk: &Desk, setting: Value) {
    let answer = desk.post("/_simulator", &setting).await;
    assert_eq!(answer.status.as_u16(), 204, "{setting}: {:?}", answer.body);
}

#[tokio::test]
async fn a_test_in_another_process_sets_what_is_answered() {
    let mut desk = Desk::new();
    let token: Value = desk.post("/_simulator/tokens", &json!({ "scopes": ["r_ads"] })).await.json().unwrap();
    desk.token = token["token"].as_str().map(ToOwned::to_owned);
    desk.value(ACCOUNTS).await;
    let fault = json!({ "kind": "status", "status": 500 });
    let rule = json!({ "endpoint": "ads.accounts", "when": { "next": 1 }, "fault": fault });
    assert_eq!(desk.post("/_simulator/faults", &rule).await.status.as_u16(), 204);
    assert_eq!(desk.error(ACCOUNTS).await, refused(500, "SERVER_ERROR"));
    set(&desk, json!({ "limit": 0 })).await;
    assert_eq!(desk.get(ACCOUNTS).await.status.as_u16(), 429);
    set(&desk, json!({ "limit": null })).await;
    set(&desk, json!({ "tokens": { "drop_scope": "r_ads" } })).await;
    assert_eq!(desk.error(ACCOUNTS).await, refused(403, "ACCESS_DENIED"));
    set(&desk, json!({ "tokens": { "expires_in": -1 } })).await;
    assert_eq!(desk.error(ACCOUNTS).await, refused(401, "EXPIRED_ACCESS_TOKEN"));
    set(&desk, json!({ "tokens": "revoke" })).await;
    assert_eq!(desk.error(ACCOUNTS).await, refused(401, "REVOKED_ACCESS_TOKEN"));
    let report: Value = desk.get("/_simulator").await.json().unwrap();
    assert_eq!((&report["calls"]["ads.accounts"], &report["disturbed"]), (&json!(6), &json!(1)));
    assert_eq!(desk.post("/_simulator", &json!({ "weather": "fine" })).await.status.as_u16(), 422);
}

#[tokio::test]
async fn a_test_in_another_process_plays_the_member_and_the_app() {
    let desk = Desk::new();
    let ask = format!(
        "/oauth/v2/authorization?response_type=code&client_id={CLIENT_ID}&state=s&scope=openid&redirect_uri={}",
        encoded("http://localhost:1/here")
    );
    assert_eq!(desk.get(&ask).await.status.as_u16(), 400);
    set(&desk, json!({ "redirect": "http://localhost:1/here" })).await;
    assert_eq!(desk.get(&ask).await.status.as_u16(), 302);
    set(&desk, json!({ "consent": "access_denied" })).await;
    assert!(desk.get(&ask).await.header("location").unwrap().contains("error=access_denied"));
    set(&desk, json!({ "partner": false })).await;
    set(&desk, json!({ "session": "bot_block" })).await;
    assert_eq!(desk.get("/voyager/api/me").await.status.as_u16(), 999);
    let report: Value = desk.get("/_simulator").await.json().unwrap();
    assert_eq!(report["me"][0]["status"], 999);

    let notifications: Value = desk.get("/_simulator/notifications").await.json().unwrap();
    assert_eq!(notifications.as_array().unwrap().len(), 10);
    // Nobody is there.
    let receiver = json!({ "url": "http://127.0.0.1:9/", "notifications": notifications });
    for path in ["/_simulator/challenge", "/_simulator/notify"] {
        assert_eq!(desk.post(path, &receiver).await.status.as_u16(), 502);
    }
}
