//! The scrapers of harvestapi: profiles, reactions, comments, posts and companies.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::{Value, json};

use super::{Item, Scene, Shown, ago, with_overlaps};
use crate::{
    import::identity::{self, CompanyKey, Link},
    simulators::{
        apify::{errors::ApiError, run::moment},
        population::{Comment, Company, Member, Population, Position, Post, YearMonth, country_name, duration},
    },
};

/// LinkedIn serves no more reactions of a post than about this.
const MOST_REACTIONS: usize = 1_218;
/// What LinkedIn gives on one page.
const PAGE: usize = 100;

/// `linkedin-profile-scraper`
pub(super) fn profiles(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let mut asked: Vec<(&str, String)> = Vec::new();
    for (field, key) in
        [("urls", "url"), ("publicIdentifiers", "publicIdentifier"), ("profileIds", "profileId"), ("queries", "query")]
    {
        asked.extend(scene.texts(&[field]).into_iter().map(|text| (key, text)));
    }
    if asked.is_empty() {
        scene.needed(&["queries"])?;
    }
    let with_email = scene.input["profileScraperMode"].as_str().is_some_and(|mode| mode.contains("email search"));
    let mut items = Vec::new();
    for (number, (key, text)) in asked.into_iter().enumerate() {
        let query = json!({ key: text });
        match scene.member(&text) {
            Some(member) => {
                let profile = profile(scene, &member, &query, with_email);
                items.push(Item::paid(profile));
            }
            // Some of what is not found is told, and some is left out.
            None if number % 2 == 0 => items.push(Item::free(json!({
                "query": query,
                "status": 404,
                "error": "Profile not found",
                "entityId": null,
                "requestId": request_id(&text),
            }))),
            None => {}
        }
    }
    Ok(items)
}

fn profile(scene: &Scene<'_>, member: &Member, query: &Value, with_email: bool) -> Value {
    let people = &*scene.people;
    let career = people.career(member);
    let mut random = people.random("profile", &member.member_id);
    let place = format!("{}, {}", member.city, country_name(member.country));
    let skills = ["Storytelling", "Budgeting", "Team Leadership"];
    json!({
        "id": member.member_id,
        "publicIdentifier": member.slug,
        "linkedinUrl": member.url(),
        "firstName": member.first_name,
        "lastName": member.last_name,
        "headline": member.headline,
        "about": "Invented for a sample.",
        "openToWork": random.chance(0.06),
        "hiring": random.chance(0.05),
        "photo": member.picture(),
        "premium": random.chance(0.2),
        "influencer": false,
        "location": {
            "linkedinText": place,
            "countryCode": member.country,
            "parsed": {
                "text": place,
                "countryCode": member.country,
                "regionCode": null,
                "country": country_name(member.country),
                "countryFull": country_name(member.country),
                "state": null,
                "city": member.city,
            },
        },
        "verified": random.chance(0.3),
        "registeredAt": format!("20{:02}-03-01T09:00:00.000Z", 8 + random.below(14)),
        "topSkills": skills[..2].join(" • "),
        "connectionsCount": 40 + random.below(460),
        "followerCount": 60 + random.below(4_000),
        "emails": if with_email && random.chance(0.6) { json!([format!("{}@mail.example", member.slug)]) } else { json!([]) },
        "currentPosition": [{ "companyName": career[0].company_name }],
        "experience": career.iter().map(|position| experience(people, position, &place, scene.now)).collect::<Value>(),
        "education": [{
            "schoolName": "University of Samples",
            "schoolLinkedinUrl": "https://www.linkedin.com/school/university-of-samples-demo/",
            "degree": "Bachelor of Arts",
            "fieldOfStudy": "Communication",
            "startDate": { "year": 2004, "text": "2004" },
            "endDate": { "year": 2008, "text": "2008" },
            "period": "2004 - 2008",
        }],
        "certifications": [],
        "projects": [],
        "volunteering": [],
        "receivedRecommendations": [],
        "skills": skills.map(|name| json!({ "name": name })),
        "courses": [],
        "publications": [],
        "patents": [],
        "honorsAndAwards": [],
        "languages": [{ "name": "English", "proficiency": "Professional working proficiency" }],
        "featured": null,
        "moreProfiles": [],
        "query": query,
        "status": 200,
        "entityId": member.member_id,
        "requestId": request_id(&member.member_id),
    })
}

fn experience(people: &Population, position: &Position, place: &str, now: Timestamp) -> Value {
    let today = YearMonth::of(now.to_zoned(TimeZone::UTC).date());
    let date = |at: YearMonth| json!({ "month": at.month_name(), "year": at.year, "text": format!("{} {}", at.month_name(), at.year) });
    let mut value = json!({
        "position": position.title,
        "location": place,
        "employmentType": "Full-time",
        "workplaceType": "Hybrid",
        "companyName": position.company_name,
        "duration": duration(position.start, position.end.unwrap_or(today)),
        "description": position.description,
        "skills": [],
        "startDate": date(position.start),
        "endDate": position.end.map_or_else(|| json!({ "text": "Present" }), date),
    });
    if let Some(company) = position.company.and_then(|place| people.companies().get(place)) {
        value["companyLinkedinUrl"] = json!(format!("{}/", company.url()));
        value["companyId"] = json!(company.id.to_string());
        value["companyUniversalName"] = json!(company.slug);
    } else {
        // An employer without a page is linked to a search for its name, which is no key of anything.
        let words: String = url::form_urlencoded::byte_serialize(position.company_name.as_bytes()).collect();
        value["companyLinkedinUrl"] = json!(format!("https://www.linkedin.com/search/results/all/?keywords={words}"));
    }
    value
}

fn picture(url: &str) -> Value {
    json!({ "url": url, "width": 800, "height": 800, "expiresAt": 1_900_000_000_000_i64 })
}

/// `linkedin-post-reactions`
pub(super) fn reactions(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let filter = scene.texts(&["reactionTypeFilter"]);
    let mut items = Vec::new();
    for text in scene.needed(&["posts"])? {
        let Some(post) = scene.post(&text) else { continue };
        let of_post = reaction_values(scene, &post, &text).filter(|value| {
            let kind = value["reactionType"].as_str().unwrap_or_default();
            filter.is_empty() || filter.iter().any(|wanted| wanted == "ALL" || wanted.eq_ignore_ascii_case(kind))
        });
        let most = scene.number("maxItems").unwrap_or(MOST_REACTIONS).min(MOST_REACTIONS);
        let mut of_post = with_overlaps(of_post.map(Item::paid).collect(), PAGE);
        of_post.truncate(most);
        items.extend(of_post);
    }
    Ok(items)
}

fn reaction_values(scene: &Scene<'_>, post: &Post, query: &str) -> impl Iterator<Item = Value> {
    let values = scene.people.reactions(post).into_iter().map(|reaction| {
        let shown = scene.shown(&reaction);
        let headline = shown.headline();
        let position = if headline.is_empty() { "--" } else { &headline };
        let (urn, actor) = match shown {
            Shown::Member(member) => {
                let actor = json!({
                    "id": member.member_id,
                    "name": member.name(),
                    "linkedinUrl": member.url_by_id(),
                    "position": position,
                    "pictureUrl": member.picture(),
                    "picture": picture(&member.picture()),
                });
                (format!("urn:li:fsd_profile:{}", member.member_id), actor)
            }
            Shown::Hidden(member) => {
                let actor = json!({ "id": null, "name": "LinkedIn Member", "linkedinUrl": null, "position": position });
                // The number of a hidden member is another one for every viewer.
                (format!("urn:li:fsd_profile:headless-{}", &member.member_id[5..13]), actor)
            }
            Shown::Page(company) => {
                let actor = json!({
                    "id": company.id.to_string(),
                    "name": company.name,
                    "linkedinUrl": format!("{}/", company.url()),
                    "position": position,
                });
                (format!("urn:li:fsd_company:{}", company.id), actor)
            }
        };
        json!({
            "id": format!("urn:li:fsd_reaction:({urn},urn:li:ugcPost:{},0)", post.ugc_post_id()),
            "reactionType": reaction.kind,
            "actor": actor,
            "postId": post.activity_id.to_string(),
            "query": { "post": query },
        })
    });
    values.collect::<Vec<_>>().into_iter()
}

/// `linkedin-post-comments`
pub(super) fn comments(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let with_replies = scene.input["scrapeReplies"] == json!(true);
    let since = posted_since(scene);
    let mut items = Vec::new();
    for text in scene.needed(&["posts"])? {
        let Some(post) = scene.post(&text) else { continue };
        let all = scene.people.comments(&post, scene.now);
        let wanted = all.iter().filter(|comment| {
            (with_replies || comment.parent.is_none()) && since.is_none_or(|since| comment.at >= since)
        });
        let most = scene.number("maxItems").unwrap_or(usize::MAX);
        items.extend(wanted.take(most).map(|comment| {
            let replies = all.iter().filter(|other| other.parent == Some(comment.id)).count();
            Item::paid(comment_value(scene, &post, comment, replies, &text))
        }));
    }
    Ok(items)
}

fn comment_value(scene: &Scene<'_>, post: &Post, comment: &Comment, replies: usize, query: &str) -> Value {
    let member = &scene.people.members()[comment.author];
    let (activity, id) = (post.activity_id, comment.id);
    let mut value = json!({
        "type": "comment",
        "id": id.to_string(),
        "linkedinUrl": format!("https://www.linkedin.com/feed/update/urn:li:activity:{activity}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A{activity}%2C{id}%29"),
        "commentary": comment.text,
        "createdAt": moment(comment.at),
        "numComments": replies,
        "numShares": null,
        "numImpressions": null,
        "reactionTypeCounts": if comment.likes > 0 { json!([{ "type": "LIKE", "count": comment.likes }]) } else { json!([]) },
        "actor": {
            "id": member.member_id,
            "name": member.name(),
            "linkedinUrl": member.url(),
            "position": member.headline.as_deref().unwrap_or("--"),
            "pictureUrl": member.picture(),
            "author": scene.people.is_by_author(post, member),
        },
        "createdAtTimestamp": comment.at.as_millisecond(),
        "pinned": false,
        "contributed": false,
        "edited": false,
        "postId": activity.to_string(),
        "query": { "post": query },
    });
    if let Some(parent) = comment.parent {
        value["parentCommentId"] = json!(parent.to_string());
    }
    value
}

/// `linkedin-profile-posts`
pub(super) fn posts(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let since = posted_since(scene);
    let most = scene.number("maxPosts").unwrap_or(usize::MAX);
    let mut items = Vec::new();
    for text in scene.needed(&["targetUrls"])? {
        let (author, posts) = if let Ok(Link::Company(key)) = identity::parse(&text) {
            let Some(place) = scene.people.find_company(&key) else { continue };
            let company = &scene.people.companies()[place];
            (author_page(company), scene.people.posts_of_company(place, scene.now))
        } else {
            let Some(member) = scene.member(&text) else { continue };
            let key = identity::PersonKey { member_id: Some(member.member_id.clone()), ..Default::default() };
            let Some(place) = scene.people.find(&key) else { continue };
            (author_member(&member), scene.people.posts_of(place, scene.now))
        };
        for post in posts.iter().filter(|post| since.is_none_or(|since| post.at >= since)).take(most) {
            items.push(Item::paid(post_value(scene, post, &author, &text)));
        }
    }
    Ok(items)
}

fn author_member(member: &Member) -> Value {
    json!({
        "universalName": null,
        "publicIdentifier": member.slug,
        "type": "profile",
        "name": member.name(),
        "linkedinUrl": format!("{}?miniProfileUrn=urn%3Ali%3Afsd_profile%3A{}", member.url(), member.member_id),
        "info": member.headline,
        "website": null,
        "avatar": picture(&member.picture()),
    })
}

fn author_page(company: &Company) -> Value {
    json!({
        "universalName": company.slug,
        "publicIdentifier": null,
        "type": "company",
        "name": company.name,
        "linkedinUrl": format!("{}/posts", company.url()),
        "info": format!("{} followers", super::thousands(company.followers)),
        "website": company.website(),
        "avatar": null,
    })
}

fn post_value(scene: &Scene<'_>, post: &Post, author: &Value, query: &str) -> Value {
    let people = &*scene.people;
    let reactions = people.reactions(post);
    let comments = people.comments(post, scene.now);
    let (short, long) = ago(post.at, scene.now);
    let slug = author["publicIdentifier"].as_str().or_else(|| author["universalName"].as_str()).unwrap_or_default();
    let url = post.url(slug);
    let nested = |wanted: &str, limit: &str, values: Vec<Value>| {
        let most = if scene.input[wanted] == json!(true) { scene.number(limit).unwrap_or(usize::MAX) } else { 0 };
        values.into_iter().take(most).collect::<Value>()
    };
    json!({
        "type": "post",
        "id": post.activity_id.to_string(),
        "linkedinUrl": url,
        "content": post.text(),
        "author": author,
        "postedAt": {
            "timestamp": post.at.as_millisecond(),
            "date": moment(post.at),
            "postedAgoShort": short,
            "postedAgoText": format!("{long} • Visible to anyone on or off LinkedIn"),
        },
        "postImages": [],
        "socialContent": {
            "hideCommentsCount": false,
            "hideReactionsCount": false,
            "hideSharesCount": false,
            "shareUrl": url,
        },
        "engagement": {
            "likes": reactions.len(),
            "comments": comments.len(),
            "shares": reactions.len() / 20,
            "reactions": Population::counts(&reactions)
                .into_iter()
                .map(|(kind, count)| json!({ "type": kind, "count": count }))
                .collect::<Value>(),
        },
        "reactions": nested("scrapeReactions", "maxReactions", reaction_values(scene, post, &url).collect()),
        "comments": nested(
            "scrapeComments",
            "maxComments",
            comments.iter().map(|comment| comment_value(scene, post, comment, 0, &url)).collect(),
        ),
        "query": { "targetUrl": query },
    })
}

/// Since when posts or comments are wanted.
fn posted_since(scene: &Scene<'_>) -> Option<Timestamp> {
    let hours = match scene.input["postedLimit"].as_str()? {
        "1h" => 1,
        "24h" => 24,
        "week" => 7 * 24,
        "month" => 30 * 24,
        "3months" => 91 * 24,
        "6months" => 182 * 24,
        "year" => 365 * 24,
        _ => return None,
    };
    scene.now.checked_sub(SignedDuration::from_hours(hours)).ok()
}

/// `linkedin-company`
pub(super) fn companies(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let (asked, searched) = (scene.texts(&["companies"]), scene.texts(&["searches"]));
    if asked.is_empty() && searched.is_empty() {
        scene.needed(&["companies"])?;
    }
    let people = &*scene.people;
    let mut found: Vec<(&Company, Value)> = Vec::new();
    for text in &asked {
        let key = match identity::parse(text) {
            Ok(Link::Company(key)) => key,
            _ if text.bytes().all(|byte| byte.is_ascii_digit()) => CompanyKey { id: Some(text.clone()), slug: None },
            _ => CompanyKey { id: None, slug: identity::slug(text).ok() },
        };
        let by_name = || people.companies().iter().position(|company| company.name.eq_ignore_ascii_case(text));
        if let Some(place) = people.find_company(&key).or_else(by_name) {
            found.push((&people.companies()[place], json!({ "company": text })));
        }
    }
    for text in &searched {
        let wanted = text.to_lowercase();
        let company = people.companies().iter().find(|company| company.name.to_lowercase().contains(&wanted));
        found.extend(company.map(|company| (company, json!({ "search": text }))));
    }
    Ok(found.into_iter().map(|(company, query)| Item::paid(company_value(company, &query))).collect())
}

fn company_value(company: &Company, query: &Value) -> Value {
    let (start, end) = company.size_range();
    let range = end.map_or_else(|| json!({ "start": start }), |end| json!({ "start": start, "end": end }));
    let place = format!("{}, {}", company.city, country_name(company.country));
    json!({
        "id": company.id.to_string(),
        "universalName": company.slug,
        "linkedinUrl": company.url(),
        "name": company.name,
        "tagline": "",
        "website": company.website(),
        "logo": format!("https://media.example.invalid/c/{}/200.jpg", company.id),
        "foundedOn": { "year": company.founded },
        "employeeCount": company.employees,
        "employeeCountRange": range,
        "followerCount": company.followers,
        "description": "Invented for a sample.",
        "companyType": "Privately Held",
        "locations": [{
            "country": company.country,
            "geographicArea": null,
            "city": company.city,
            "line1": "1 Sample Street",
            "postalCode": null,
            "headquarter": true,
            "description": "Headquarters",
            "parsed": {
                "text": place,
                "countryCode": company.country,
                "country": country_name(company.country),
                "state": null,
                "city": company.city,
            },
        }],
        "specialities": [company.industry],
        "industries": [company.industry],
        "logos": [],
        "backgroundCovers": [],
        "phone": null,
        "fundingData": null,
        "query": query,
    })
}

/// An id in the form of a request's, the same for the same subject.
fn request_id(subject: &str) -> String {
    uuid::Uuid::from_u64_pair(0, subject.bytes().fold(7, |sum: u64, byte| sum.wrapping_mul(31) + u64::from(byte)))
        .to_string()
}
