//! The posts of a page, and who reacted and commented: members by their URNs alone, without a name.

use std::collections::BTreeMap;

use axum::{Json, response::IntoResponse as _};
use serde_json::{Map, Value, json};

use super::{
    Answer, Ask,
    pages::administered,
    paging::{self, START},
};
use crate::simulators::linkedin::{
    errors::ApiError,
    restli::Term,
    shared::Shared,
    world::{Comment, Post, Reaction, World},
};

pub(super) fn list(shared: &Shared, ask: &Ask) -> Answer {
    paging::allow(ask, &["author", "sortBy", "isDsc", "viewContext"], START)?;
    ask.query.finder("author")?;
    let world = administered(shared, ask, &ask.query.needed("author")?)?;
    let mut posts: Vec<&Post> = world.posts.iter().collect();
    match ask.query.text("sortBy")?.as_deref() {
        None | Some("CREATED") => {}
        Some("LAST_MODIFIED") => posts.sort_by_key(|post| std::cmp::Reverse(post.changed_at)),
        Some(_) => return Err(ApiError::parameter("sortBy", "is not CREATED or LAST_MODIFIED")),
    }
    paging::by_start(ask, 10, 100, posts.into_iter().map(|post| value(world, post)).collect())
}

pub(super) fn show(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["viewContext"])?;
    let (world, post) = find(shared, &ask.key_text(1)?)?;
    Ok(Json(value(world, post)).into_response())
}

fn find<'a>(shared: &'a Shared, urn: &str) -> Result<(&'a World, &'a Post), ApiError> {
    let found = shared.worlds.iter().find_map(|world| Some((world, world.post(urn)?)));
    found.ok_or_else(|| ApiError::not_found("The post"))
}

fn value(world: &World, post: &Post) -> Value {
    json!({
        "id": post.urn,
        "author": world.organization_urn(),
        "commentary": post.text,
        "visibility": "PUBLIC",
        "distribution": { "feedDistribution": "MAIN_FEED", "targetEntities": [], "thirdPartyDistributionChannels": [] },
        "lifecycleState": "PUBLISHED",
        "lifecycleStateInfo": { "isEditedByAuthor": post.changed_at != post.at },
        "isReshareDisabledByAuthor": false,
        "createdAt": post.at.as_millisecond(),
        "publishedAt": post.at.as_millisecond(),
        "lastModifiedAt": post.changed_at.as_millisecond(),
    })
}

/// How many reacted in which way, and commented, of several posts.
pub(super) fn metadata(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["ids"])?;
    let ids = ask.query.list("ids")?.ok_or_else(|| ApiError::parameter("ids", "is missing"))?;
    let (mut results, mut statuses, mut errors) = (Map::new(), Map::new(), Map::new());
    for id in ids {
        let Ok((_, post)) = find(shared, &id) else {
            statuses.insert(id.clone(), 404.into());
            errors.insert(id, ApiError::not_found("The post").value());
            continue;
        };
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for reaction in &post.reactions {
            *counts.entry(reaction.kind).or_default() += 1;
        }
        let summary = |(kind, count): (&str, u64)| (kind.to_owned(), json!({ "reactionType": kind, "count": count }));
        let reactions: Map<String, Value> = counts.into_iter().map(summary).collect();
        let on_top = post.comments.iter().filter(|comment| comment.parent.is_none()).count();
        let value = json!({
            "entity": id,
            "reactionSummaries": reactions,
            "commentsState": "OPEN",
            "commentSummary": { "count": post.comments.len(), "topLevelCount": on_top },
        });
        statuses.insert(id.clone(), 200.into());
        results.insert(id, value);
    }
    Ok(Json(json!({ "results": results, "statuses": statuses, "errors": errors })).into_response())
}

/// The comments of a post, or the answers to a comment.
pub(super) fn comments(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&START)?;
    let urn = ask.key_text(1)?;
    let (world, post, parent) = if let Some((activity, id)) = comment_of(&urn) {
        let (world, post) = find(shared, activity)?;
        if post.comments.iter().all(|comment| comment.id != id) {
            return Err(ApiError::not_found("The comment"));
        }
        (world, post, Some(id))
    } else {
        let (world, post) = find(shared, &urn)?;
        (world, post, None)
    };
    let meant = post.comments.iter().filter(|comment| comment.parent == parent);
    let comment = |comment: &Comment| {
        let actor = comment.member.map_or_else(|| world.organization_urn(), |member| world.person_urn(member));
        let stamp = json!({ "actor": actor, "time": comment.at.as_millisecond() });
        let answers = post.comments.iter().filter(|other| other.parent == Some(comment.id)).count();
        let mut value = json!({
            "id": comment.id.to_string(),
            "$URN": post.comment_urn(comment.id),
            "actor": actor,
            "object": post.activity_urn(),
            "created": stamp,
            "lastModified": stamp,
            "message": { "attributes": [], "text": comment.text },
            "likesSummary": { "totalLikes": 0, "aggregatedTotalLikes": 0, "likedByCurrentUser": false },
            "commentsSummary": { "totalFirstLevelComments": answers, "aggregatedTotalComments": answers },
        });
        if let Some(parent) = comment.parent {
            value["parentComment"] = post.comment_urn(parent).into();
        }
        value
    };
    paging::by_start(ask, 10, 100, meant.map(comment).collect())
}

/// `urn:li:comment:(urn:li:activity:1,2)`: the activity and the number of the comment.
fn comment_of(urn: &str) -> Option<(&str, i64)> {
    let (activity, id) = urn.strip_prefix("urn:li:comment:(")?.strip_suffix(')')?.split_once(',')?;
    Some((activity, id.parse().ok()?))
}

pub(super) fn reactions(shared: &Shared, ask: &Ask) -> Answer {
    paging::allow(ask, &["sort"], START)?;
    ask.query.finder("entity")?;
    let key = ask.key(1)?;
    let urn = key.field("entity").and_then(Term::text);
    let urn = urn.ok_or_else(|| ApiError::parameter("the key in the path", "is not (entity:…)"))?;
    let sort = ask.query.term("sort")?;
    let order = sort.as_ref().map(|sort| sort.field("value").and_then(Term::text).unwrap_or_default());
    let (world, post) = find(shared, urn)?;
    let reaction = |reaction: &Reaction| {
        let actor = world.person_urn(reaction.member);
        let stamp = json!({ "actor": actor, "time": reaction.at.as_millisecond() });
        json!({
            "id": format!("urn:li:reaction:({actor},{})", post.activity_urn()),
            "reactionType": reaction.kind,
            "root": post.activity_urn(),
            "created": stamp,
            "lastModified": stamp,
        })
    };
    let mut all: Vec<Value> = post.reactions.iter().map(reaction).collect();
    match order {
        None | Some("REVERSE_CHRONOLOGICAL") => {}
        Some("CHRONOLOGICAL") => all.reverse(),
        Some(_) => return Err(ApiError::parameter("sort", "is not (value:REVERSE_CHRONOLOGICAL)")),
    }
    paging::by_start(ask, 10, 100, all)
}
