//! Webhooks that go out: the question whether a receiver knows the app's secret, and signed notifications.

use std::time::Duration;

use axum::{http::StatusCode, response::IntoResponse as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;

use super::{
    errors::ApiError,
    rest::{Answer, Ask},
    restli::Term,
    shared::Shared,
    tokens::ADMINISTRATOR,
    world::World,
};
use crate::{hooks::signature::to_hex, http::Request, simulators::receivers};

/// How long a receiver may take to prove itself.
const CHALLENGE_TIME: Duration = Duration::from_secs(3);
/// How long it may take for a notification.
const TIME: Duration = Duration::from_secs(10);
/// The most notifications of a delivery.
const MOST: usize = 10;
const KIND: &str = "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS";

fn sign(secret: &str, parts: &[&[u8]]) -> Result<String, String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|error| error.to_string())?;
    for part in parts {
        mac.update(part);
    }
    Ok(to_hex(&mac.finalize().into_bytes()))
}

/// Asks a receiver for the answer to a code, and remembers it if it knows.
pub(super) async fn challenge(shared: &Shared, address: &str) -> Result<(), String> {
    let code = uuid::Uuid::new_v4().to_string();
    let secret = shared.with(|state| state.app.client_secret.clone());
    let expected = json!({ "challengeCode": code, "challengeResponse": sign(&secret, &[code.as_bytes()])? });
    let (client, mut url) = receivers::client(address, CHALLENGE_TIME)?;
    url.query_pairs_mut().append_pair("challengeCode", &code);
    let request = Request::get("webhook", url).user_agent("LinkedIn/1.0 (simulator)");
    let answer = client.send(&request).await.map_err(|error| error.to_string())?;
    if answer.status.as_u16() != 200 {
        return Err(format!("the receiver answers {}", answer.status));
    }
    let said: Value = answer.json().map_err(|error| error.to_string())?;
    let is_right = ["challengeCode", "challengeResponse"].iter().all(|field| said[*field] == expected[*field]);
    if !is_right {
        return Err("the receiver's answer is not that to this code".to_owned());
    }
    shared.with(|state| state.webhooks.insert(address.to_owned()));
    Ok(())
}

/// Sends notifications, signed, and gives the status of the answer.
pub(super) async fn notify(shared: &Shared, address: &str, notifications: &[Value]) -> Result<u16, String> {
    if notifications.is_empty() || notifications.len() > MOST {
        return Err(format!("a delivery has 1 to {MOST} notifications"));
    }
    let secret = shared.with(|state| state.app.client_secret.clone());
    let body = json!({ "type": KIND, "notifications": notifications }).to_string();
    let signature = sign(&secret, &[b"hmacsha256=", body.as_bytes()])?;
    let (client, url) = receivers::client(address, TIME)?;
    let request = Request::post("webhook", url)
        .body("application/json", body)
        .user_agent("LinkedIn/1.0 (simulator)")
        .header("X-LI-Signature", &signature);
    let answer = client.send(&request).await.map_err(|error| error.to_string())?;
    Ok(answer.status.as_u16())
}

/// The latest that members did with the page's posts, as notifications, the newest first.
pub(super) fn notifications(world: &World, count: usize) -> Vec<Value> {
    let mut all: Vec<(i64, Value)> = Vec::new();
    for post in &world.posts {
        let mut tell = |action: &str, at: jiff::Timestamp, generated: String| {
            let time = at.as_millisecond();
            let value = json!({
                "notificationId": time * 1_000 + i64::try_from(all.len() % 1_000).unwrap_or(0),
                "organizationalEntity": world.organization_urn(),
                "action": action,
                "sourcePost": post.urn,
                "generatedActivity": generated,
                "lastModifiedAt": time,
                "subscriber": world.person_urn(ADMINISTRATOR),
            });
            all.push((time, value));
        };
        for reaction in &post.reactions {
            let person = world.person_urn(reaction.member);
            tell("LIKE", reaction.at, format!("urn:li:reaction:({person},{})", post.activity_urn()));
        }
        for comment in &post.comments {
            let action = if comment.member.is_some() { "COMMENT" } else { "ADMIN_COMMENT" };
            tell(action, comment.at, post.comment_urn(comment.id));
        }
    }
    all.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    all.into_iter().take(count).map(|(_, value)| value).collect()
}

/// `PUT /rest/eventSubscriptions/(developerApplication:…,user:…,entity:…,eventType:…)`: of a receiver that has proved itself.
pub(super) fn subscribe(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&[])?;
    let key = ask.key(1)?;
    let part = |name: &str, begins: &str| {
        let text = key.field(name).and_then(Term::text).filter(|text| text.starts_with(begins));
        text.ok_or_else(|| ApiError::parameter("the key in the path", &format!("has no {name}:{begins}…")))
    };
    part("developerApplication", "urn:li:developerApplication:")?;
    part("eventType", KIND)?;
    let user = part("user", "urn:li:person:")?;
    let entity = part("entity", "urn:li:organization:")?;
    let is_administered = shared.worlds.iter().any(|world| entity == world.organization_urn());
    if user != shared.world().person_urn(ADMINISTRATOR) || !is_administered {
        return Err(ask.denied());
    }
    let body = ask.json()?;
    let webhook = body["webhook"].as_str().unwrap_or_default();
    if !shared.with(|state| state.webhooks.contains(webhook)) {
        return Err(ApiError::body("webhook must be an address that was validated for the app"));
    }
    shared.with(|state| state.subscriptions.insert(webhook.to_owned()));
    Ok(StatusCode::NO_CONTENT.into_response())
}
