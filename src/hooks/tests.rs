//! What is read of requests, without a server.

use super::*;

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    pairs.iter().map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_str(value).unwrap())).collect()
}

#[test]
fn json_is_what_says_so() {
    for good in ["application/json", "Application/JSON; charset=utf-8", "application/cloudevents+json"] {
        assert!(is_json(&headers(&[("content-type", good)])), "{good}");
    }
    for wrong in
        ["", "text/plain", "text/json", "multipart/form-data", "application/x-www-form-urlencoded", "application/jsonp"]
    {
        assert!(!is_json(&headers(&[("content-type", wrong)])), "{wrong}");
    }
    assert!(!is_json(&HeaderMap::new()));
    assert!(is_json(&headers(&[("content-type", "application/json"), ("content-encoding", "identity")])));
    assert!(!is_json(&headers(&[("content-type", "application/json"), ("content-encoding", "gzip")])));
    let twice = [("content-type", "application/json"), ("content-encoding", "identity"), ("content-encoding", "gzip")];
    let mut all = HeaderMap::new();
    for (name, value) in twice {
        all.append(name, HeaderValue::from_static(value));
    }
    assert!(!is_json(&all));
}

#[test]
fn what_is_kept_of_headers_is_short_and_holds_no_secret() {
    let all = headers(&[
        ("user-agent", &"x".repeat(9_000)),
        ("authorization", "canary"),
        ("cookie", "canary"),
        ("x-rapport-secret", "canary"),
        ("webhook-signature", "canary"),
        ("webhook-timestamp", "1731705121"),
    ]);
    let text = kept(&all).to_string();
    assert!(!text.contains("canary") && text.len() < 400 && text.contains("1731705121"), "{text}");
}

#[test]
fn a_header_or_parameter_that_is_there_twice_is_not_there() {
    let mut all = headers(&[("webhook-id", "a")]);
    assert_eq!(one(&all, "webhook-id"), Some(b"a".as_slice()));
    all.append("webhook-id", HeaderValue::from_static("b"));
    assert_eq!(one(&all, "webhook-id"), None);
    assert_eq!(parameter("a=1&token=x%20y", "token").as_deref(), Some("x y"));
    assert_eq!(parameter("token=x&token=y", "token"), None);
}

#[test]
fn what_is_no_name_is_nobodys() {
    assert_eq!(named("acme-2"), "acme-2");
    for wrong in ["", "A", "a b", "a/b", "ä", "a\0", "a'", &"a".repeat(64)] {
        assert_eq!(named(wrong), "");
    }
}
