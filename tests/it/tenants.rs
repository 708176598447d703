//! Many tenants at once, on few connections to the database.

use std::{fmt::Write as _, sync::Arc};

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use tokio::{sync::Semaphore, task::JoinSet};
use uuid::Uuid;

use crate::{
    support::{app::TestApp, browser::Browser, live::Listener, program::Program, server::Server},
    webhooks::stand::Reply,
};

const TENANTS: u8 = 20;
/// Requests of a tenant: half of them are for pages, half of a program.
const EACH: usize = 100;
/// Requests at a time, which the eight connections of the server's pool serve: as many as fit under the usual limit of open files.
const AT_ONCE: usize = 900;
/// The persona of every tenant.
const PERSONA: &str = "00000000-0000-4000-8000-000000000901";

/// What a tenant's session and key hold up, and what is in the tenant's rows and no other's.
#[derive(Clone)]
struct Tenant {
    canary: String,
    browser: Browser,
    program: Program,
}

/// A token as a session and a key hold it up, which begins with the tenant; and its hash.
fn token(tenant: Uuid, number: u8) -> (String, String) {
    let bytes = [tenant.as_bytes().as_slice(), &[number; 32]].concat();
    let hash = Sha256::digest(&bytes).iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    (BASE64_URL_SAFE_NO_PAD.encode(&bytes), hash)
}

/// Tenants whose rows have the same ids, so that nothing but the tenant tells them apart.
async fn tenants(app: &TestApp, server: &Server) -> Vec<Tenant> {
    let mut sql = String::new();
    let mut all = Vec::new();
    for number in 0..TENANTS {
        let (id, user) =
            (Uuid::from_u128(0xaaaa_0000 + u128::from(number)), Uuid::from_u128(0xbbbb_0000 + u128::from(number)));
        let (session, session_hash) = token(id, number);
        let (secret, secret_hash) = token(id, number + TENANTS);
        let canary = format!("canary-{number:02}-");
        write!(
            sql,
            "insert into tenants (id, slug, name) values ('{id}', 'tenant-{number}', '{canary}team'); set app.tenant_id = '{id}';
             insert into users (id, email, name) values ('{user}', '{canary}user@mail.example', '{canary}user');
             insert into memberships (tenant_id, user_id, role) values ('{id}', '{user}', 'owner');
             insert into sessions (tenant_id, user_id, token_hash, expires_at) values ('{id}', '{user}', '\\x{session_hash}', 'infinity');
             insert into api_keys (tenant_id, name, prefix, secret_hash, scopes) values ('{id}', '{canary}key', 'rapport_0000000a', '\\x{secret_hash}', '{{read,write}}');
             insert into companies (id, name, name_key) values (901, '{canary}company', '{canary}company');
             insert into personas (id, name, criteria) values ('{PERSONA}', '{canary}persona', '{{\"title\": {{\"include\": [\"head\"]}}}}');
             insert into persons (id, name, headline, current_title, company_id) values (901, '{canary}person', 'Head of {canary}things', 'Head of {canary}things', 901);
             insert into campaigns (id, name) values (901, '{canary}campaign');
             insert into posts (id, title) values (901, '{canary}post');
             insert into campaign_posts (campaign_id, post_id) values (901, 901);
             insert into engagements (post_id, person_id, engagement_type, comment_text, engaged_at) values (901, 901, 'comment', '{canary}comment', now());"
        )
        .unwrap();
        let mut browser = Browser::new(server.address);
        browser.cookies.insert("rapport-session".to_owned(), session);
        let program = Program::new(server.address, &format!("rapport_0000000a.{secret}"));
        all.push(Tenant { canary, browser, program });
    }
    app.owner().await.batch_execute(&sql).await.unwrap();
    all
}

/// Fails unless an answer is good and holds this canary and no other.
fn check(what: &str, reply: &Reply, canary: &str) {
    assert_eq!(reply.status, 200, "{what}: {}", reply.whole);
    let whose: Vec<&str> = reply.whole.match_indices("canary-").map(|(at, _)| &reply.whole[at..]).collect();
    assert!(!whose.is_empty(), "{what} shows nothing of {canary}: {}", reply.whole);
    for found in whose {
        assert!(found.starts_with(canary), "{what} of {canary} shows {}", found.split(['<', '"']).next().unwrap());
    }
}

/// The pages that each tenant opens; the first three read over two connections, and are rendered once for all of a tenant.
const PAGES: [&str; 10] = [
    "/",
    "/campaigns/901",
    "/personas/00000000-0000-4000-8000-000000000901",
    "/campaigns",
    "/people",
    "/people/901",
    "/companies/901",
    "/search/found?q=canary",
    "/settings/members",
    "/people.csv",
];

const CALLS: [&str; 9] = [
    "/api/v1/me",
    "/api/v1/campaigns",
    "/api/v1/campaigns/901",
    "/api/v1/people",
    "/api/v1/people/901",
    "/api/v1/posts/901",
    "/api/v1/engagements",
    "/api/v1/personas",
    "/api/v1/search?q=canary",
];

/// One request of a tenant, whichever turn it is.
async fn ask(mut tenant: Tenant, turn: usize) {
    let Tenant { canary, browser, program } = &mut tenant;
    if turn.is_multiple_of(2) {
        let path = PAGES[turn / 2 % PAGES.len()];
        check(path, &browser.get(path).await, canary);
    } else if let Some(path) = CALLS.get(turn / 2 % (CALLS.len() + 1)) {
        check(path, &program.get(path).await, canary);
    } else {
        let path = "/api/v1/campaigns/901";
        let said = json!({"description": format!("{canary}description {turn}")});
        check("a change", &program.patch(path, &said).await, canary);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t6_two_thousand_requests_of_twenty_tenants_on_eight_connections_mix_nothing() {
    let app = TestApp::new().await;
    let server = Server::start(&app.url(), &["--no-worker"]);
    let tenants = tenants(&app, &server).await;
    // A page that somebody follows is rendered once for all of its tenant.
    let mut listeners = Vec::new();
    for tenant in &tenants {
        let mut listener = Listener::of(&tenant.browser).await;
        listener.marks().await;
        listeners.push(listener);
    }
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut asking = JoinSet::new();
    for turn in 0..EACH {
        for tenant in &tenants {
            let (tenant, places) = (tenant.clone(), Arc::clone(&places));
            asking.spawn(async move {
                let _place = places.acquire_owned().await.unwrap();
                ask(tenant, turn).await;
            });
        }
    }
    let mut answered = 0;
    while let Some(asked) = asking.join_next().await {
        asked.unwrap();
        answered += 1;
    }
    drop(listeners);
    assert_eq!(answered, usize::from(TENANTS) * EACH);
    // What was changed was changed where it was meant.
    let strays = "select count(*) from campaigns c join tenants t on t.id = c.tenant_id
        where c.id = 901 and left(c.description, 10) is distinct from left(t.name, 10)";
    let strays: i64 = app.owner().await.query_one(strays, &[]).await.unwrap().get(0);
    assert_eq!(strays, 0);
}
