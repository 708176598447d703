//! The scraper of reactions by `curious_coder`, which works with its user's session: it knows how near people are, and its
//! items do not say which post they belong to.

use serde_json::json;

use super::{Item, Scene, Shown, with_overlaps};
use crate::simulators::apify::errors::ApiError;

/// `linkedin-post-reactions-scraper`
pub(super) fn reactions(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let mut items = Vec::new();
    for text in scene.needed(&["urls", "postUrls", "postUrl", "url"])? {
        let Some(post) = scene.post(&text) else { continue };
        let of_post = scene.people.reactions(&post).into_iter().map(|reaction| {
            let shown = scene.shown(&reaction);
            let headline = shown.headline();
            Item::paid(match shown {
                Shown::Member(member) => json!({
                    "profileId": member.member_id,
                    "reactionType": reaction.kind,
                    "name": member.name(),
                    "headline": if headline.is_empty() { "--" } else { &headline },
                    "profileUrl": member.url_by_id(),
                    "connectionType": member.degree,
                    "photoUrl": member.picture(),
                }),
                Shown::Hidden(_) => json!({
                    "profileId": null,
                    "reactionType": reaction.kind,
                    "name": "LinkedIn Member",
                    "headline": "--",
                    "profileUrl": null,
                    "connectionType": null,
                    "photoUrl": null,
                }),
                Shown::Page(company) => json!({
                    "profileId": company.id.to_string(),
                    "reactionType": reaction.kind,
                    "name": company.name,
                    "headline": headline,
                    "profileUrl": format!("{}/", company.url()),
                    "connectionType": null,
                    "photoUrl": null,
                }),
            })
        });
        items.extend(with_overlaps(of_post.collect(), 50));
    }
    Ok(items)
}
