//! The call that LinkedIn's own pages make.

use super::*;

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64) Simulated/1.0";
const NORMALIZED: &str = "application/vnd.linkedin.normalized+json+2.1";

async fn me(desk: &Desk, cookies: &str, csrf: &str, agent: &str, accept: &str) -> Answer {
    let request = desk
        .request(Method::GET, "/voyager/api/me")
        .cookie(&SecretString::from(cookies))
        .header("csrf-token", csrf)
        .header("accept", accept)
        .user_agent(agent);
    desk.send(&request).await.unwrap()
}

const COOKIES: &str = "bcookie=\"v=2&x\"; li_at=AQEDsimulated; JSESSIONID=\"ajax:4711\"";

#[tokio::test]
async fn a_browser_learns_who_is_signed_in_in_the_form_that_it_asks_for() {
    let desk = Desk::new();
    let answer = me(&desk, COOKIES, "ajax:4711", BROWSER, NORMALIZED).await;
    assert_eq!((answer.status.as_u16(), answer.content_type()), (200, Some(NORMALIZED)));
    let value: Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(value["data"]["*miniProfile"], value["included"][0]["entityUrn"]);
    let plain: Value = me(&desk, COOKIES, "ajax:4711", BROWSER, "application/json").await.json().unwrap();
    assert_eq!(plain["miniProfile"]["publicIdentifier"], value["included"][0]["publicIdentifier"]);
    let calls = desk.linkedin.me_calls();
    assert_eq!((calls.len(), calls[0].status, calls[0].cookie("li_at")), (2, 200, Some("AQEDsimulated")));
}

#[tokio::test]
async fn a_call_that_is_not_a_pages_is_refused() {
    let desk = Desk::new();
    let status = async |cookies: &str, csrf: &str, agent: &str| {
        me(&desk, cookies, csrf, agent, NORMALIZED).await.status.as_u16()
    };
    assert_eq!(status(COOKIES, "ajax:4712", BROWSER).await, 403);
    assert_eq!(status(COOKIES, "\"ajax:4711\"", BROWSER).await, 403, "the header has no quotes");
    assert_eq!(status("li_at=AQEDsimulated", "ajax:4711", BROWSER).await, 403);
    assert_eq!(status("JSESSIONID=\"ajax:4711\"", "ajax:4711", BROWSER).await, 401);
    assert_eq!(status(COOKIES, "ajax:4711", "rapport/0.1").await, 999);
}

#[tokio::test]
async fn a_session_that_is_not_good_is_answered_in_its_way() {
    let desk = Desk::new();
    for (session, status, place, is_wiped) in [
        (Session::Plain, 200, None, false),
        (Session::Ended, 401, None, false),
        (Session::Login, 302, Some("/uas/login"), false),
        (Session::Revoked, 302, Some("/uas/login"), true),
        (Session::Checkpoint, 302, Some("/checkpoint/challenge/"), false),
        (Session::BotBlock, 999, None, false),
        (Session::Throttled, 429, None, false),
    ] {
        desk.linkedin.set_session(session);
        let answer = me(&desk, COOKIES, "ajax:4711", BROWSER, NORMALIZED).await;
        assert_eq!(answer.status.as_u16(), status, "{session:?}");
        let leads_to = answer.header("location");
        assert_eq!(leads_to.is_some(), place.is_some(), "{session:?}");
        assert!(place.is_none_or(|place| leads_to.unwrap().contains(place)), "{session:?}");
        let wiped =
            answer.headers("set-cookie").any(|cookie| cookie.contains("delete me") && cookie.contains("Max-Age=0"));
        assert_eq!(wiped, is_wiped, "{session:?}");
    }
}
