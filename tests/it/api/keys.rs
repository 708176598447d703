//! Who may call `/api/v1`, how often, and how it says that somebody may not.

use serde_json::Value;

use super::Story;
use crate::{
    support::{browser::Browser, program::Program, server::Server},
    webhooks::stand::Reply,
};

async fn me(server: &Server, authorization: &str) -> Reply {
    Browser::new(server.address).saying("authorization", authorization).get("/api/v1/me").await
}

#[tokio::test]
async fn s14_a_key_opens_its_own_tenant_until_it_ends_and_is_shown_once() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let key = story.key("default", "Warehouse", &["--scope", "write", "--days", "30"]);
    let other = story.key("second", "Warehouse", &[]);
    let reply = me(&story.server, &format!("Bearer {key}")).await;
    assert_eq!((reply.status, reply.header("cache-control")), (200, Some("no-store")), "{}", reply.whole);
    let said = reply.json();
    assert_eq!((&said["tenant"]["slug"], &said["key"]["name"]), (&"default".into(), &"Warehouse".into()), "{said}");
    assert_eq!(said["key"]["scopes"], serde_json::json!(["read", "write"]));
    assert_eq!(me(&story.server, &format!("bearer {other}")).await.json()["tenant"]["slug"], "second");

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
    assert_eq!(me(&story.server, &format!("Bearer {key}")).await.status, 401);
    assert_eq!(me(&story.server, &format!("Bearer {other}")).await.status, 200, "the other tenant's is another");
    story.owner.batch_execute("update api_keys set expires_at = now() where revoked_at is null").await.unwrap();
    assert_eq!(me(&story.server, &format!("Bearer {other}")).await.status, 401);
    assert!(!story.say(&["api-key", "revoke", "Warehouse"]).0, "it was revoked already");
    let events = "select string_agg(event || ' by ' || actor, ', ' order by tenant_id, id) from audit_log where event in ('api_key.made', 'api_key.revoked') and tenant_id = '00000000-0000-0000-0000-000000000001'";
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
    let reply = me(&story.server, "Bearer nothing").await;
    assert_eq!((reply.problem(), reply.header("www-authenticate")), ((401, "unauthorized".to_owned()), Some("Bearer")));
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
        let reply = me(&story.server, &wrong).await;
        assert_eq!(reply.whole.replace(&id(&reply), ""), as_ever, "{wrong}");
    }
    // What is not there says so in the same form, to whoever asks.
    for path in ["/api/v1/nothing", "/api/v2/me", "/api/v1/me/x"] {
        let reply =
            Browser::new(story.server.address).saying("authorization", &format!("Bearer {key}")).get(path).await;
        assert_eq!(reply.problem(), (404, "not_found".to_owned()), "{path}");
    }
    assert_eq!(me(&story.server, &format!("Bearer {key}")).await.status, 200);
}

#[tokio::test]
async fn s11_a_key_that_is_refused_is_written_down_once_an_hour_for_each_reason() {
    let story = Story::begin().await;
    assert!(story.say(&["tenant", "add", "second", "--bare"]).0);
    let [revoked, ended, good] = ["Revoked", "Ended", "Good"].map(|name| story.key("default", name, &[]));
    let theirs = story.key("second", "Theirs", &[]);
    assert!(story.say(&["api-key", "revoke", "Revoked"]).0);
    story.owner.batch_execute("update api_keys set expires_at = now() where name = 'Ended'").await.unwrap();
    let (prefix, secret) = good.split_once('.').unwrap();
    let wrong = format!("{prefix}.{}{}", &secret[..63], if secret.ends_with('A') { 'B' } else { 'A' });
    let refuse = async |key: &str| {
        assert_eq!(me(&story.server, &format!("Bearer {key}")).await.status, 401);
    };
    let rows = async |why: &str| -> i64 {
        let rows = "select count(*) from audit_log where event = 'api_key.refused' and details ->> 'why' = $1";
        story.owner.query_one(rows, &[&why]).await.unwrap().get(0)
    };
    // What nobody's key is called is nobody's business, whichever tenant it names.
    for nobodys in [format!("rapport_00000000.{secret}"), format!("{prefix}.{}", theirs.split_once('.').unwrap().1)] {
        refuse(&nobodys).await;
    }
    for (key, why) in [(&revoked, "revoked"), (&ended, "ended"), (&wrong, "wrong secret")] {
        // Who comes while another is written down is not; the next one is.
        while rows(why).await == 0 {
            refuse(key).await;
        }
        for _ in 0..20 {
            refuse(key).await;
        }
    }
    let told = "select string_agg(concat_ws(' ', actor, details ->> 'name', details ->> 'why', details ->> 'address'), ', ' order by id) ||
        (case when count(*) filter (where subject not like 'rapport\\_________') = 0 then '' else ', of none' end)
        from audit_log where event = 'api_key.refused' and tenant_id = '00000000-0000-0000-0000-000000000001'";
    let wanted = "nobody Revoked revoked 127.0.0.1, nobody Ended ended 127.0.0.1, nobody Good wrong secret 127.0.0.1";
    assert_eq!(story.one::<String>(told).await, wanted);
    let all: String = story.one("select string_agg(a::text, ' ') from audit_log a").await;
    for key in [&revoked, &ended, &good, &wrong, &theirs] {
        assert!(!all.contains(key.split_once('.').unwrap().1), "a secret is in the log");
    }
    assert_eq!(story.one::<i64>("select count(*) from audit_log where event = 'api_key.refused'").await, 3);
    // An hour later it is told once more.
    story.owner.batch_execute("update guess_limits set theoretical_arrival = '2000-01-01'").await.unwrap();
    while rows("revoked").await == 1 {
        refuse(&revoked).await;
    }
    assert_eq!(me(&story.server, &format!("Bearer {good}")).await.status, 200, "the key itself is as good as before");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_has_so_many_calls_on_all_servers_together() {
    let story = Story::begin().await;
    let second = Server::start(&story.app.url(), &["--no-worker"]);
    let key = story.key("default", "Busy", &[]);
    let begun = std::time::Instant::now();
    let callers = (0..400).map(|n| {
        let server = if n % 2 == 0 { story.server.address } else { second.address };
        let program = Program::new(server, &key);
        tokio::spawn(async move { program.get("/api/v1/me").await })
    });
    let (mut granted, mut refused) = (0_u32, 0);
    for caller in callers.collect::<Vec<_>>() {
        let reply = caller.await.unwrap();
        assert_eq!(reply.header("ratelimit-policy"), Some("\"key\";q=200;w=10"), "{}", reply.whole);
        if reply.status == 200 {
            granted += 1;
            continue;
        }
        assert_eq!(reply.problem(), (429, "too_many".to_owned()));
        assert!(reply.header("ratelimit").unwrap().starts_with("\"key\";r=0;t="), "{}", reply.whole);
        assert!(reply.header("retry-after").unwrap().parse::<u32>().unwrap() >= 1);
        refused += 1;
    }
    let most = 200.0 + 20.0 * begun.elapsed().as_secs_f64() + 1.0;
    assert!(granted >= 200 && f64::from(granted) <= most, "{granted} of at most {most}, {refused} refused");
    // Another key of the same tenant is another's business.
    let other = story.key("default", "Calm", &[]);
    let reply = Program::new(story.server.address, &other).get("/api/v1/me").await;
    assert!(reply.header("ratelimit").unwrap().starts_with("\"key\";r=199;t="), "{}", reply.whole);
}
