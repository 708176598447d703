//! The scrapers of apimaestro: reactions, comments, posts of a profile, and its details. Most give one page a run.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

use super::{Item, Scene, Shown, ago, page};
use crate::{
    import::identity::PersonKey,
    simulators::{
        apify::errors::ApiError,
        population::{Company, Member, Population, Post, YearMonth, country_name, duration},
    },
};

fn pictures(url: &str) -> Value {
    json!({ "small": url, "medium": url, "large": url, "original": url })
}

/// `linkedin-post-reactions`
pub(super) fn reactions(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let number = scene.number("page_number").unwrap_or(1);
    let size = scene.number("limit").unwrap_or(100).min(100);
    let wanted = scene.input["reaction_type"].as_str().unwrap_or("ALL").to_owned();
    let mut items = Vec::new();
    for text in scene.needed(&["post_urls", "post_url"])? {
        let Some(post) = scene.post(&text) else { continue };
        let mut all = scene.people.reactions(&post);
        all.retain(|reaction| wanted == "ALL" || wanted.eq_ignore_ascii_case(reaction.kind));
        for reaction in page(&all, number, size) {
            let shown = scene.shown(&reaction);
            let headline = shown.headline();
            let reactor = match shown {
                Shown::Member(member) => json!({
                    "urn": member.member_id,
                    "name": member.name(),
                    "headline": headline,
                    "profile_url": member.url_by_id(),
                    "profile_pictures": pictures(&member.picture()),
                }),
                // Whoever hides has a number all the same, and nothing else.
                Shown::Hidden(member) => json!({
                    "urn": member.member_id,
                    "name": "LinkedIn Member",
                    "headline": headline,
                    "profile_pictures": {},
                }),
                Shown::Page(company) => json!({
                    "urn": company.id.to_string(),
                    "name": company.name,
                    "headline": headline,
                    "profile_url": format!("{}/", company.url()),
                    "profile_pictures": {},
                }),
            };
            items.push(Item::paid(json!({
                "reaction_type": reaction.kind,
                "reactor": reactor,
                "_metadata": { "post_url": text, "page_number": number, "reaction_type": wanted },
            })));
        }
    }
    Ok(items)
}

/// `linkedin-post-comments-replies-engagements-scraper-no-cookies`
pub(super) fn comments(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let number = scene.number("page_number").unwrap_or(1);
    let size = scene.number("limit").unwrap_or(100).min(100);
    let mut items = Vec::new();
    for text in scene.needed(&["postIds", "post_ids", "post_urls", "post_url"])? {
        let Some(post) = scene.post(&text) else { continue };
        let all = scene.people.comments(&post, scene.now);
        for comment in page(&all, number, size) {
            let member = &scene.people.members()[comment.author];
            let (activity, id) = (post.activity_id, comment.id);
            let replies = all.iter().filter(|other| other.parent == Some(id)).count();
            let mut value = json!({
                "comment_id": id.to_string(),
                "text": comment.text,
                "posted_at": posted_at(&comment.at, scene.now, ""),
                "is_edited": false,
                "is_pinned": false,
                "comment_url": format!("https://www.linkedin.com/feed/update/urn:li:activity:{activity}?commentUrn=urn:li:comment:(activity:{activity},{id})"),
                "comment_type": if comment.parent.is_some() { "reply" } else { "comment" },
                "author": {
                    "name": member.name(),
                    "headline": member.headline.as_deref().unwrap_or_default(),
                    "profile_url": format!("{}/", member.url()),
                    "profile_picture": member.picture(),
                },
                "stats": {
                    "total_reactions": comment.likes,
                    "reactions": if comment.likes > 0 { json!({ "like": comment.likes }) } else { json!({}) },
                    "comments": replies,
                },
                "post_input": text,
            });
            if let Some(parent) = comment.parent {
                value["parent_comment_id"] = json!(parent.to_string());
            }
            items.push(Item::paid(value));
        }
    }
    Ok(items)
}

fn posted_at(at: &Timestamp, now: Timestamp, suffix: &str) -> Value {
    json!({
        "date": at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
        "relative": format!("{}{suffix}", ago(*at, now).1),
        "timestamp": at.as_millisecond(),
    })
}

/// `linkedin-profile-posts`
pub(super) fn posts(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let number = scene.number("page_number").unwrap_or(1);
    let size = scene.number("limit").or_else(|| scene.number("total_posts")).unwrap_or(100).min(100);
    let mut items = Vec::new();
    for text in scene.needed(&["username", "profile_url", "urls"])? {
        let Some(member) = scene.member(&text) else { continue };
        let key = PersonKey { member_id: Some(member.member_id.clone()), ..PersonKey::default() };
        let Some(place) = scene.people.find(&key) else { continue };
        let all = scene.people.posts_of(place, scene.now);
        items.extend(page(&all, number, size).iter().map(|post| Item::paid(post_value(scene, post, &member))));
    }
    Ok(items)
}

fn post_value(scene: &Scene<'_>, post: &Post, member: &Member) -> Value {
    let reactions = scene.people.reactions(post);
    let count = |kind: &str| reactions.iter().filter(|reaction| reaction.kind == kind).count();
    // Posts with a picture are shares to LinkedIn, and the others ugcPosts; each has one of the two numbers.
    let is_share = post.activity_id % 2 == 0;
    let number = post.ugc_post_id().to_string();
    let original = post.activity_id % 7 == 3;
    let author = json!({
        "first_name": member.first_name,
        "last_name": member.last_name,
        "headline": member.headline,
        "username": member.slug,
        "profile_url": format!("{}?miniProfileUrn=urn%3Ali%3Afsd_profile%3A{}", member.url(), member.member_id),
        "profile_picture": member.picture(),
        "actor_type": "member",
    });
    let mut value = json!({
        "urn": {
            "activity_urn": post.activity_id.to_string(),
            "share_urn": is_share.then_some(&number),
            "ugcPost_urn": (!is_share).then_some(&number),
        },
        "full_urn": if is_share {
            format!("urn:li:activity:{}", post.activity_id)
        } else {
            format!("urn:li:ugcPost:{number}")
        },
        "posted_at": posted_at(&post.at, scene.now, " • Visible to anyone on or off LinkedIn"),
        "text": post.text(),
        "url": post.url(&member.slug),
        "post_type": if original { "quote" } else { "regular" },
        "author": author,
        "stats": {
            "total_reactions": reactions.len(),
            "like": count("LIKE"),
            "support": count("APPRECIATION"),
            "love": count("EMPATHY"),
            "insight": count("INTEREST"),
            "celebrate": count("PRAISE"),
            "funny": count("ENTERTAINMENT"),
            "curious": 0,
            "comments": scene.people.comments(post, scene.now).len(),
            "reposts": reactions.len() / 20,
        },
        "text_annotations": [],
        "pagination_token": format!("invented-{}", post.activity_id),
    });
    if original {
        // A year older, by somebody else.
        let quoted = Post { activity_id: post.activity_id - (31_536_000_000 << 22), ..*post };
        let author = scene.author(&quoted);
        value["reshared_post"] = json!({
            "urn": { "activity_urn": quoted.activity_id.to_string(), "share_urn": null, "ugcPost_urn": null },
            "full_urn": format!("urn:li:activity:{}", quoted.activity_id),
            "text": quoted.text(),
            "url": quoted.url(&author.slug),
            "post_type": "regular",
            "author": {
                "first_name": author.first_name,
                "last_name": author.last_name,
                "username": author.slug,
                "profile_url": author.url(),
                "actor_type": "member",
            },
            "text_annotations": [],
        });
    }
    value
}

/// `linkedin-profile-detail`
pub(super) fn details(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let with_email = scene.input["includeEmail"] == json!(true);
    let mut items = Vec::new();
    for text in scene.needed(&["username", "usernames", "profileUrls", "profile_url"])? {
        items.push(match scene.member(&text) {
            Some(member) => Item::paid(detail(scene.people, &member, with_email, scene.now)),
            None => Item::free(json!({ "error": "Profile not found", "input": text })),
        });
    }
    Ok(items)
}

fn detail(people: &Population, member: &Member, with_email: bool, now: Timestamp) -> Value {
    let career = people.career(member);
    let company = people.employer(member);
    let today = YearMonth::of(now.to_zoned(TimeZone::UTC).date());
    let mut random = people.random("profile", &member.member_id);
    let country = country_name(member.country);
    let place = format!("{}, {country}", member.city);
    let date = |at: YearMonth| json!({ "year": at.year, "month": at.month_name() });
    let email = if with_email && random.chance(0.5) { format!("{}@mail.example", member.slug) } else { String::new() };
    json!({
        "basic_info": {
            "fullname": member.name(),
            "first_name": member.first_name,
            "last_name": member.last_name,
            "headline": member.headline,
            "public_identifier": member.slug,
            "profile_url": format!("https://linkedin.com/in/{}", member.slug),
            "profile_picture_url": member.picture(),
            "urn": member.member_id,
            "about": "Invented for a sample.",
            "location": { "country": country, "city": member.city, "full": place },
            "email": email,
            "current_company": career[0].company_name,
            "current_company_url": company.map(Company::url),
            "follower_count": 60 + random.below(4_000),
            "connection_count": 40 + random.below(460),
            "is_premium": false,
            "open_to_work": false,
        },
        "experience": career.iter().map(|position| json!({
            "title": position.title,
            "company": position.company_name,
            "location": place,
            "description": position.description,
            "duration": duration(position.start, position.end.unwrap_or(today)),
            "start_date": date(position.start),
            "end_date": position.end.map(date),
            "is_current": position.end.is_none(),
        })).collect::<Value>(),
        "education": [],
        "certifications": [],
    })
}
