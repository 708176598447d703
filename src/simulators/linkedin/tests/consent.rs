//! Consent, and what comes of it.

use std::collections::HashMap;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::*;

const REDIRECT: &str = "http://localhost:8418/callback";
const VERIFIER: &str = "a-verifier-that-is-as-long-as-one-should-be-0123";

fn challenge() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER))
}

/// The question for a consent, with something else in it.
fn question(change: &[(&str, &str)]) -> String {
    let challenge = challenge();
    let mut fields = vec![
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("redirect_uri", REDIRECT),
        ("state", "of the question"),
        ("scope", "openid profile r_ads"),
        ("code_challenge", &*challenge),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields.retain(|(_, value)| !value.is_empty());
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    format!("/oauth/v2/authorization?{query}")
}

/// What the browser is sent back with.
async fn back(desk: &Desk, path: &str) -> HashMap<String, String> {
    let answer = desk.get(path).await;
    assert_eq!(answer.status.as_u16(), 302, "{:?}", answer.body);
    let url = Url::parse(answer.header("location").unwrap()).unwrap();
    assert!(url.as_str().starts_with(REDIRECT));
    url.query_pairs().into_owned().collect()
}

async fn form(desk: &Desk, path: &str, fields: &[(&str, &str)]) -> (u16, Value) {
    let app = [("client_id", CLIENT_ID), ("client_secret", CLIENT_SECRET)];
    let fields = app.iter().filter(|(name, _)| fields.iter().all(|(other, _)| name != other)).chain(fields).copied();
    let answer = desk.send(&desk.request(Method::POST, path).form(fields)).await.unwrap();
    (answer.status.as_u16(), answer.json().unwrap())
}

async fn trade(desk: &Desk, code: &str, change: &[(&str, &str)]) -> (u16, Value) {
    let mut fields = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    form(desk, "/oauth/v2/accessToken", &fields).await
}

async fn code(desk: &Desk) -> String {
    back(desk, &question(&[])).await.remove("code").unwrap()
}

async fn granted(desk: &Desk) -> Value {
    let (status, tokens) = trade(desk, &code(desk).await, &[]).await;
    assert_eq!(status, 200, "{tokens}");
    tokens
}

async fn renew(desk: &Desk, tokens: &Value) -> (u16, Value) {
    let refresh = tokens["refresh_token"].as_str().unwrap();
    let fields = [("grant_type", "refresh_token"), ("refresh_token", refresh)];
    form(desk, "/oauth/v2/accessToken", &fields).await
}

async fn introspect(desk: &Desk, tokens: &Value) -> Value {
    let token = tokens["access_token"].as_str().unwrap();
    form(desk, "/oauth/v2/introspectToken", &[("token", token)]).await.1
}

#[tokio::test]
async fn a_consent_gives_a_code_and_the_code_gives_tokens_once() {
    let mut desk = Desk::new();
    let mut answer = back(&desk, &question(&[])).await;
    assert_eq!(answer["state"], "of the question");
    let code = answer.remove("code").unwrap();
    let (status, tokens) = trade(&desk, &code, &[]).await;
    assert_eq!((status, &tokens["expires_in"]), (200, &json!(5_184_000)));
    assert_eq!(tokens["scope"], "openid,profile,r_ads");
    assert!(tokens["refresh_token_expires_in"].as_i64().unwrap() > 364 * 86_400);
    assert_eq!(trade(&desk, &code, &[]).await.0, 400, "a code is good once");

    let seen = introspect(&desk, &tokens).await;
    assert_eq!((&seen["active"], &seen["status"], &seen["auth_type"]), (&json!(true), &json!("active"), &json!("3L")));
    desk.token = tokens["access_token"].as_str().map(ToOwned::to_owned);
    assert!(desk.value("/v2/userinfo").await["sub"].is_string());
    assert_eq!(desk.value("/v2/userinfo").await.get("email"), None, "that is another scope");
    desk.value("/rest/adAccounts?q=search").await;
}

#[tokio::test]
async fn a_question_that_is_not_the_apps_gets_a_page_and_no_redirect() {
    let desk = Desk::new();
    for change in [
        ("response_type", "token"),
        ("client_id", "another"),
        ("redirect_uri", "http://localhost:8419/callback"),
        ("redirect_uri", ""),
        ("state", ""),
        ("code_challenge", "short"),
        ("code_challenge_method", "plain"),
    ] {
        let answer = desk.get(&question(&[change])).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (400, None), "{change:?}");
    }
    desk.linkedin.add_redirect("http://localhost:8419/callback");
    let answer = desk.get(&question(&[("redirect_uri", "http://localhost:8419/callback")])).await;
    assert_eq!(answer.status.as_u16(), 302);
}

#[tokio::test]
async fn whoever_says_no_is_sent_back_with_the_reason() {
    let desk = Desk::new();
    for (consent, error) in [
        (Consent::UserCancelledLogin, "user_cancelled_login"),
        (Consent::UserCancelledAuthorize, "user_cancelled_authorize"),
        (Consent::AccessDenied, "access_denied"),
        (Consent::UnauthorizedScopeError, "unauthorized_scope_error"),
    ] {
        desk.linkedin.set_consent(consent);
        let answer = back(&desk, &question(&[])).await;
        assert_eq!((&*answer["error"], answer.get("code")), (error, None));
        assert_eq!(answer["state"], "of the question");
    }
    desk.linkedin.set_consent(Consent::Allow);
    let answer = back(&desk, &question(&[("scope", "openid w_everything")])).await;
    assert_eq!(answer["error"], "unauthorized_scope_error", "the app may not ask for this");
}

#[tokio::test]
async fn a_code_is_for_who_asked_and_for_half_an_hour() {
    let desk = Desk::new();
    for change in [
        ("redirect_uri", "http://localhost:8419/callback"),
        ("code_verifier", "another verifier"),
        ("code", "AQTnobodys"),
        ("grant_type", "client_credentials"),
    ] {
        let (status, error) = trade(&desk, &code(&desk).await, &[change]).await;
        assert_eq!((status, &error["error"]), (400, &json!("invalid_request")), "{change:?}");
    }
    let (status, error) = trade(&desk, &code(&desk).await, &[("client_secret", "another")]).await;
    assert_eq!((status, &error["error"]), (401, &json!("invalid_client")));
    let old = code(&desk).await;
    desk.linkedin.change_tokens(&Change::EndCodes);
    assert_eq!(trade(&desk, &old, &[]).await.0, 400);
    let request = desk.request(Method::POST, "/oauth/v2/accessToken").json(&json!({ "grant_type": "refresh_token" }));
    assert_eq!(desk.send(&request).await.unwrap().status.as_u16(), 400, "it is a form and no JSON");
}

#[tokio::test]
async fn refreshing_prolongs_the_access_and_not_the_consent() {
    let desk = Desk::new();
    let tokens = granted(&desk).await;
    let (status, renewed) = renew(&desk, &tokens).await;
    assert_eq!((status, &renewed["refresh_token"]), (200, &tokens["refresh_token"]));
    assert_ne!(renewed["access_token"], tokens["access_token"]);
    let left = |tokens: &Value| tokens["refresh_token_expires_in"].as_i64().unwrap();
    assert!(left(&renewed) <= left(&tokens));
    desk.linkedin.change_tokens(&Change::EndRefresh);
    assert_eq!(renew(&desk, &tokens).await.0, 400);

    desk.linkedin.set_partner(false);
    assert_eq!(granted(&desk).await.get("refresh_token"), None, "those are for partners");
}

#[tokio::test]
async fn tokens_end_are_taken_back_and_lose_scopes() {
    let mut desk = Desk::new();
    let tokens = granted(&desk).await;
    desk.token = tokens["access_token"].as_str().map(ToOwned::to_owned);
    desk.linkedin.change_tokens(&Change::DropScope("profile".to_owned()));
    assert_eq!(introspect(&desk, &tokens).await["scope"], "openid,r_ads");
    assert_eq!(desk.error("/v2/userinfo").await, refused(403, "ACCESS_DENIED"));
    desk.linkedin.change_tokens(&Change::ExpiresIn(-1));
    assert_eq!(introspect(&desk, &tokens).await["status"], "expired");
    assert_eq!(desk.error("/v2/userinfo").await, refused(401, "EXPIRED_ACCESS_TOKEN"));
    desk.linkedin.change_tokens(&Change::Revoke);
    assert_eq!(introspect(&desk, &tokens).await["status"], "revoked");
    assert_eq!(desk.error("/v2/userinfo").await, refused(401, "REVOKED_ACCESS_TOKEN"));
    assert_eq!(renew(&desk, &tokens).await.0, 400, "that goes with it");
    assert_eq!(introspect(&desk, &json!({ "access_token": "AQVnobodys" })).await, json!({ "active": false }));
}

#[tokio::test]
async fn consenting_to_other_scopes_takes_the_earlier_consent_back() {
    let desk = Desk::new();
    let first = granted(&desk).await;
    let again = granted(&desk).await;
    assert_eq!(introspect(&desk, &first).await["status"], "active", "the same scopes leave it");
    let code = back(&desk, &question(&[("scope", "openid profile")])).await.remove("code").unwrap();
    let (_, other) = trade(&desk, &code, &[]).await;
    for (tokens, status) in [(&first, "revoked"), (&again, "revoked"), (&other, "active")] {
        assert_eq!(introspect(&desk, tokens).await["status"], status);
    }
}
