//! `/api/v1`: who may call it, and how it says that somebody may not.

use serde_json::Value;
use tokio_postgres::Client;

use crate::{
    support::{
        app::TestApp,
        browser::Browser,
        process::heard,
        server::{Server, rapport},
    },
    webhooks::stand::Reply,
};

/// A server, and somebody who makes keys.
struct Story {
    app: TestApp,
    owner: Client,
    server: Server,
}

impl Story {
    async fn begin() -> Self {
        let app = TestApp::new().await;
        let owner = app.owner().await;
        let server = Server::start(&app.url(), &["--no-worker"]);
        Self { app, owner, server }
    }

    fn say(&self, args: &[&str]) -> (bool, String, String) {
        let output = rapport(&self.app.url(), args).output().unwrap();
        // The key itself is what `add` is for.
        let output = if args.contains(&"add") { output } else { heard(output) };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.success(), text(output.stdout), text(output.stderr))
    }

    fn key(&self, tenant: &str, name: &str, more: &[&str]) -> String {
        let args = [&["--tenant", tenant, "api-key", "add", name, "--scope", "read"], more].concat();
        let (well, key, err) = self.say(&args);
        assert!(well, "{err}");
        key.trim().to_owned()
    }

    async fn me(&self, authorization: &str) -> Reply {
        me(&self.server, authorization).await
    }
}

async fn me(server: &Server, authorization: &str) -> Reply {
    Browser::new(server.address).saying("authorization", authorization).get("/api/v1/me").await
}

/// The status and the code of a problem, which is one by its type as well.
fn problem(reply: &Reply) -> (u16, String) {
    assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{}", reply.whole);
    let body = reply.json();
    assert_eq!(body["status"], reply.status, "{body}");
    (reply.status, body["code"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn s14_a_key_opens_its_own_tenant_until_it_ends_and_is_shown_once() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let key = story.key("default", "Warehouse", &["--scope", "write", "--days", "30"]);
    let other = story.key("second", "Warehouse", &[]);
    let reply = story.me(&format!("Bearer {key}")).await;
    assert_eq!((reply.status, reply.header("cache-control")), (200, Some("no-store")), "{}", reply.whole);
    let said = reply.json();
    assert_eq!((&said["tenant"]["slug"], &said["key"]["name"]), (&"default".into(), &"Warehouse".into()), "{said}");
    assert_eq!(said["key"]["scopes"], serde_json::json!(["read", "write"]));
    assert_eq!(story.me(&format!("bearer {other}")).await.json()["tenant"]["slug"], "second");

    // What is kept is the hash; what is shown is the part that is no secret.
    let (prefix, secret) = key.split_once('.').unwrap();
    assert!(prefix.starts_with("rapport_") && said["key"]["prefix"] == prefix);
    let kept: String = story
        .owner
        .query_one(
            "select string_agg(k::text || coalesce(a::text, ''), ' ') from api_keys k full join audit_log a on false",
            &[],
        )
        .await
        .unwrap()
        .get(0);
    assert!(kept.contains(prefix) && !kept.contains(secret), "{kept}");
    let (_, listed, _) = story.say(&["api-key", "list", "--json"]);
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!((&listed[0]["prefix"], listed.as_array().unwrap().len()), (&prefix.into(), 1));
    assert!(!listed.to_string().contains(secret) && listed[0]["last_used"].is_string(), "{listed}");
    let (well, _, err) = story.say(&["api-key", "add", "warehouse", "--scope", "read"]);
    assert!(!well && err.contains("exists already"), "{err}");

    // Revoked is revoked on every server at once, and ended is ended.
    let second = Server::start(&story.app.url(), &["--no-worker"]);
    assert_eq!(me(&second, &format!("Bearer {key}")).await.status, 200);
    assert!(story.say(&["api-key", "revoke", "WAREHOUSE"]).0);
    assert_eq!(me(&second, &format!("Bearer {key}")).await.status, 401);
    assert_eq!(story.me(&format!("Bearer {key}")).await.status, 401);
    assert_eq!(story.me(&format!("Bearer {other}")).await.status, 200, "the other tenant's is another");
    story.owner.batch_execute("update api_keys set expires_at = now() where revoked_at is null").await.unwrap();
    assert_eq!(story.me(&format!("Bearer {other}")).await.status, 401);
    assert!(!story.say(&["api-key", "revoke", "Warehouse"]).0, "it was revoked already");
    let events = "select string_agg(event || ' by ' || actor, ', ' order by tenant_id, id) from audit_log where event like 'api_key.%' and tenant_id = '00000000-0000-0000-0000-000000000001'";
    let events: String = story.owner.query_one(events, &[]).await.unwrap().get(0);
    assert_eq!(events, "api_key.made by command line, api_key.revoked by command line");
    let (status, said) = story.server.stop();
    assert!(status.success() && !said.contains(secret), "{said}");
}

#[tokio::test]
async fn s14_whatever_is_no_key_is_refused_in_one_way() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let (key, other) = (story.key("default", "One", &[]), story.key("second", "Two", &[]));
    let ((prefix, secret), (their_prefix, their_secret)) =
        (key.split_once('.').unwrap(), other.split_once('.').unwrap());
    // The tenant of one before the secret of another, which is another secret then.
    let forged = format!("{}{}", &their_secret[..21], &secret[21..]);
    let reply = story.me("Bearer nothing").await;
    assert_eq!((problem(&reply), reply.header("www-authenticate")), ((401, "unauthorized".to_owned()), Some("Bearer")));
    let id = |reply: &Reply| reply.header("x-request-id").unwrap().to_owned();
    let as_ever = reply.whole.replace(&id(&reply), "");
    for wrong in [
        String::new(),
        "Bearer".to_owned(),
        key.clone(),
        format!("Basic {key}"),
        format!("Bearer {prefix}"),
        format!("Bearer {secret}"),
        format!("Bearer {prefix}."),
        format!("Bearer {prefix}.{their_secret}"),
        format!("Bearer {their_prefix}.{secret}"),
        format!("Bearer {their_prefix}.{forged}"),
        format!("Bearer {prefix}.{forged}"),
        format!("Bearer {}", key.to_uppercase()),
        format!("Bearer {key}x"),
        format!("Bearer {prefix}.{}", "A".repeat(64)),
        format!("Bearer {prefix}.{}", "A".repeat(9_000)),
        format!("Bearer %.{secret}"),
    ] {
        let reply = story.me(&wrong).await;
        assert_eq!(reply.whole.replace(&id(&reply), ""), as_ever, "{wrong}");
    }
    // What is not there says so in the same form, to whoever asks.
    for path in ["/api/v1/nothing", "/api/v2/me", "/api/v1/me/x"] {
        let reply =
            Browser::new(story.server.address).saying("authorization", &format!("Bearer {key}")).get(path).await;
        assert_eq!(problem(&reply), (404, "not_found".to_owned()), "{path}");
    }
    assert_eq!(story.me(&format!("Bearer {key}")).await.status, 200);
}
