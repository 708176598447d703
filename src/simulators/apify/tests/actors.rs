//! What the actors find.

use std::collections::{BTreeMap, HashMap};

use super::*;
use crate::{
    apify::actors::Subject,
    import::{self, Outcome, Reader, Record, SkipReason},
    simulators::population::{Member, Visibility},
};

/// Somebody whose profile can be read, and who has an employer with a page.
fn somebody(desk: &Desk) -> Member {
    desk.apify.people(|people| {
        let is_open = |member: &&Member| people.visibility(member) == Visibility::Open && member.employer.is_some();
        people.members().iter().find(is_open).unwrap().clone()
    })
}

/// Every field of the sample is in the value, with a value of the same kind where both have one.
fn assert_shape(sample: &Value, value: &Value, place: &str) {
    match (sample, value) {
        (Value::Null, _) | (_, Value::Null) => {}
        (Value::Object(fields), Value::Object(_)) => {
            for (name, field) in fields {
                let there = value.get(name).unwrap_or_else(|| panic!("{place}.{name} is missing"));
                assert_shape(field, there, &format!("{place}.{name}"));
            }
        }
        (Value::Array(fields), Value::Array(values)) => {
            if let (Some(field), Some(there)) = (fields.first(), values.first()) {
                assert_shape(field, there, &format!("{place}[0]"));
            }
        }
        _ => assert_eq!(std::mem::discriminant(sample), std::mem::discriminant(value), "{place}: {sample} {value}"),
    }
}

fn sample(text: &str) -> Value {
    serde_json::from_str::<Value>(text).unwrap()[0].take()
}

#[tokio::test]
async fn profiles_posts_and_companies_have_the_shapes_of_their_makers() {
    let desk = Desk::new();
    let member = somebody(&desk);
    let url = member.url();
    let company = desk.apify.people(|people| people.employer(&member).unwrap().url());

    let harvest = desk.run("harvestapi~linkedin-profile-scraper", &json!({ "queries": [member.url_by_id()] })).await;
    assert_shape(
        &sample(include_str!("../../../../tests/fixtures/apify/harvestapi_profile.json")),
        &harvest[0],
        "harvestapi",
    );
    let today = desk.run("dev_fusion~Linkedin-Profile-Scraper", &json!({ "profileUrls": [url] })).await;
    assert_shape(
        &sample(include_str!("../../../../tests/fixtures/apify/dev_fusion_profile_2025.json")),
        &today[0],
        "2025",
    );
    desk.apify.set_legacy_profiles(true);
    let legacy = desk.run("dev_fusion~Linkedin-Profile-Scraper", &json!({ "profileUrls": [url] })).await;
    assert_shape(
        &sample(include_str!("../../../../tests/fixtures/apify/dev_fusion_profile_legacy.json")),
        &legacy[0],
        "legacy",
    );
    assert!(legacy[0].get("jobStartedOn").is_none());
    let detail = desk.run("apimaestro~linkedin-profile-detail", &json!({ "username": member.slug })).await;
    let companies = desk.run("harvestapi~linkedin-company", &json!({ "companies": [company] })).await;
    assert_shape(
        &sample(include_str!("../../../../tests/fixtures/apify/harvestapi_company.json")),
        &companies[0],
        "company",
    );
    let flat = desk.run("dev_fusion~Linkedin-Company-Scraper", &json!({ "profileUrls": [company] })).await;

    // One member and one company, whoever is asked and however they are named.
    for (item, id, slug, employer) in [
        (&harvest[0], "/id", "/publicIdentifier", "/currentPosition/0/companyName"),
        (&today[0], "/urn", "/publicIdentifier", "/companyName"),
        (&legacy[0], "/urn", "/publicIdentifier", "/companyName"),
        (&detail[0], "/basic_info/urn", "/basic_info/public_identifier", "/basic_info/current_company"),
    ] {
        assert_eq!(item.pointer(id).unwrap(), &json!(member.member_id));
        assert_eq!(item.pointer(slug).unwrap(), &json!(member.slug));
        assert_eq!(item.pointer(employer).unwrap(), &companies[0]["name"]);
    }
    assert_eq!(harvest[0]["experience"][0]["companyId"], companies[0]["id"]);
    assert_eq!(
        today[0]["experiences"][0]["companyUrn"],
        json!(format!("urn:li:fsd_company:{}", companies[0]["id"].as_str().unwrap()))
    );
    assert_eq!(
        (&flat[0]["companyName"], &flat[0]["foundingYear"]),
        (&companies[0]["name"], &companies[0]["foundedOn"]["year"])
    );
}

#[tokio::test]
async fn posts_of_a_profile_have_reactions_and_comments_that_fit_their_counts() {
    let desk = Desk::new();
    let member = somebody(&desk);
    let input = json!({ "targetUrls": [member.url()], "maxPosts": 3 });
    let posts = desk.run("harvestapi~linkedin-profile-posts", &input).await;
    let wanted = sample(include_str!("../../../../tests/fixtures/apify/harvestapi_post.json"));
    assert_shape(&wanted, &posts[0], "post");
    let input = json!({ "username": member.slug, "limit": 3 });
    let maestro = desk.run("apimaestro~linkedin-profile-posts", &input).await;
    assert_eq!((posts.len(), maestro.len()), (3, 3));
    for (post, other) in posts.iter().zip(&maestro) {
        assert_eq!(
            (&post["id"], &post["author"]["publicIdentifier"]),
            (&other["urn"]["activity_urn"], &other["author"]["username"])
        );
        let reactions = desk.run(REACTIONS, &json!({ "posts": [post["linkedinUrl"]] })).await;
        let mut counts = BTreeMap::new();
        let mut ids: Vec<_> = reactions
            .iter()
            .map(|item| (item["id"].as_str().unwrap(), item["reactionType"].as_str().unwrap()))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        for (_, kind) in &ids {
            *counts.entry(*kind).or_insert(0_u64) += 1;
        }
        assert_eq!(post["engagement"]["likes"], ids.len());
        assert_eq!(other["stats"]["total_reactions"], ids.len());
        for count in post["engagement"]["reactions"].as_array().unwrap() {
            assert_eq!(count["count"], counts[count["type"].as_str().unwrap()]);
        }
        let comments = desk
            .run("harvestapi~linkedin-post-comments", &json!({ "posts": [post["id"]], "scrapeReplies": true }))
            .await;
        assert_eq!(post["engagement"]["comments"], comments.len());
    }
    let recent = json!({ "targetUrls": [member.url()], "postedLimit": "month" });
    let all = json!({ "targetUrls": [member.url()] });
    let (recent, all) = (
        desk.run("harvestapi~linkedin-profile-posts", &recent).await,
        desk.run("harvestapi~linkedin-profile-posts", &all).await,
    );
    assert!(recent.len() < all.len() && all.starts_with(&recent));
    let page = desk.apify.people(|people| people.companies()[0].url());
    let of_page = desk
        .run(
            "harvestapi~linkedin-profile-posts",
            &json!({ "targetUrls": [page], "scrapeReactions": true, "maxReactions": 2, "maxPosts": 1 }),
        )
        .await;
    assert_eq!(
        (&of_page[0]["author"]["type"], of_page[0]["reactions"].as_array().unwrap().len()),
        (&json!("company"), 2)
    );
}

/// Reactions of one post by three makers are the reactions of the same members, and the importer takes them all.
#[tokio::test]
async fn the_importer_reads_what_the_actors_find() {
    let desk = Desk::with(Options { reactions: (150, 150), ..Options::default() });
    let mut seen: Vec<HashMap<String, String>> = Vec::new();
    let mut maestro = Vec::new();
    for page in 1..=2 {
        let input = json!({ "post_url": POST, "page_number": page, "reaction_type": "ALL", "limit": 100 });
        maestro.extend(desk.run("apimaestro~linkedin-post-reactions", &input).await);
    }
    let lists = [
        desk.run(REACTIONS, &reactions_input()).await,
        maestro,
        desk.run("curious_coder~linkedin-post-reactions-scraper", &json!({ "urls": [POST] })).await,
    ];
    for items in lists {
        assert!(items.len() > 150, "pages overlap");
        let text = serde_json::to_vec(&items).unwrap();
        let options = import::Options::default();
        let mut members = HashMap::new();
        let (mut pages, mut hidden) = (0, 0);
        for outcome in Reader::open(&*text, &options).unwrap() {
            match outcome.unwrap() {
                Outcome::Record { record: Record::Reaction(reaction), .. } => {
                    let id = reaction.actor.person.member_id.clone().unwrap();
                    members.insert(id, reaction.actor.name.clone().unwrap());
                }
                Outcome::Skipped(skipped) if skipped.reason == SkipReason::CompanyPage => pages += 1,
                Outcome::Skipped(skipped) if skipped.reason == SkipReason::AnonymousMember => hidden += 1,
                other => panic!("{other:?}"),
            }
        }
        assert!(pages > 0 && hidden > 0 && members.len() > 130, "{pages} {hidden} {}", members.len());
        seen.push(members);
    }
    assert_eq!((&seen[0], &seen[0]), (&seen[1], &seen[2]));

    // Whom the lists name by id the profiles know by both names.
    let asked: Vec<&String> = seen[0].keys().collect();
    let profiles = desk.run("harvestapi~linkedin-profile-scraper", &json!({ "profileIds": asked })).await;
    let (found, missing): (Vec<_>, Vec<_>) = profiles.iter().partition(|profile| profile["status"] == 200);
    for profile in &found {
        let name = format!("{} {}", profile["firstName"].as_str().unwrap(), profile["lastName"].as_str().unwrap());
        assert_eq!(seen[0][profile["id"].as_str().unwrap()], name);
    }
    assert!(found.len() < asked.len() && found.len() > asked.len() * 9 / 10, "some profiles are gone");
    assert!(found.len() + missing.len() <= asked.len());
    let slugs: Vec<_> = found.iter().map(|profile| profile["linkedinUrl"].clone()).collect();
    let again = desk.run("dev_fusion~Linkedin-Profile-Scraper", &json!({ "profileUrls": slugs })).await;
    let ids = |items: &[&Value], field: &str| items.iter().map(|item| item[field].clone()).collect::<Vec<_>>();
    assert_eq!(ids(&again.iter().collect::<Vec<_>>(), "urn"), ids(&found, "id"));
}

#[tokio::test]
async fn comments_are_read_by_the_importer_too() {
    let desk = Desk::with(Options { reactions: (150, 150), ..Options::default() });
    // Among so many posts some have answers.
    let posts: Vec<String> =
        (0..6_i64).map(|number| (7_329_207_003_942_125_568 + (number << 30)).to_string()).collect();
    let harvest =
        desk.run("harvestapi~linkedin-post-comments", &json!({ "posts": posts, "scrapeReplies": true })).await;
    let maestro = desk
        .run("apimaestro~linkedin-post-comments-replies-engagements-scraper-no-cookies", &json!({ "postIds": posts }))
        .await;
    let flat = desk.run("harvestapi~linkedin-post-comments", &json!({ "posts": posts })).await;
    assert!(flat.len() < harvest.len());
    let read = |items: &[Value]| -> Vec<(i64, Option<i64>, jiff::Timestamp)> {
        let text = serde_json::to_vec(items).unwrap();
        let outcomes =
            Reader::open(&*text, &import::Options::default()).unwrap().map(Result::unwrap).collect::<Vec<_>>();
        outcomes
            .into_iter()
            .map(|outcome| match outcome {
                Outcome::Record { record: Record::Comment(comment), .. } => {
                    (comment.comment_id, comment.parent_comment_id, comment.commented_at.unwrap())
                }
                other => panic!("{other:?}"),
            })
            .collect()
    };
    assert_eq!(read(&harvest), read(&maestro));
    assert!(read(&harvest).iter().any(|(_, parent, _)| parent.is_some()));
}

/// The actors that jobs ask for are those that there are, and are asked in words that they understand.
#[tokio::test]
async fn every_actor_of_the_program_is_known_and_finds_something() {
    let desk = Desk::new();
    let member = somebody(&desk);
    let company = desk.apify.people(|people| people.employer(&member).unwrap().url());
    for actor in crate::apify::actors::ACTORS {
        let url = match actor.subject {
            Subject::Reactions | Subject::Comments => POST.to_owned(),
            Subject::Profile => member.url(),
            Subject::Company => company.clone(),
        };
        let input = actor.input(&[url], Some(3), &json!({}));
        let items = desk.run(&actor.name.replace('/', "~"), &input).await;
        assert!(!items.is_empty(), "{}", actor.name);
    }
}

#[tokio::test]
async fn the_same_seed_finds_the_same_and_another_something_else() {
    let inputs = [
        (REACTIONS, reactions_input()),
        ("apimaestro~linkedin-profile-detail", json!({ "username": "ada-example-9a8b7c" })),
        ("curious_coder~linkedin-post-reactions-scraper", json!({ "urls": [POST] })),
    ];
    let desks = [Desk::new(), Desk::new(), Desk::with(Options { seed: 5, ..Options::default() })];
    for (actor, input) in &inputs {
        let mut found = Vec::new();
        for desk in &desks {
            found.push(desk.run(actor, input).await);
        }
        assert_eq!(found[0], found[1], "{actor}");
        assert_ne!(found[0], found[2], "{actor}");
        assert_eq!(found[0], desks[0].run(actor, input).await, "{actor}");
    }
}

#[tokio::test]
async fn who_is_gone_costs_nothing() {
    let desk = Desk::new();
    let gone = desk.apify.people(|people| {
        let is_gone = |member: &&Member| people.visibility(member) == Visibility::Missing;
        people.members().iter().find(is_gone).unwrap().clone()
    });
    let told = desk.run("harvestapi~linkedin-profile-scraper", &json!({ "queries": [gone.url()] })).await;
    assert_eq!((&told[0]["status"], told[0].get("id")), (&json!(404), None));
    let left_out =
        desk.run("harvestapi~linkedin-profile-scraper", &json!({ "queries": [gone.url(), gone.url()] })).await;
    assert_eq!(left_out.len(), 1);
    assert_eq!(desk.apify.billed_micros(), 100, "two starts");
    let run = desk
        .start("dev_fusion~Linkedin-Profile-Scraper", "waitForFinish=9", &json!({ "profileUrls": [gone.url()] }))
        .await;
    assert_eq!(desk.get(&items_of(&run, "")).await.json::<Vec<Value>>().unwrap().len(), 1);
    assert_eq!(desk.get(&items_of(&run, "clean=1")).await.json::<Vec<Value>>().unwrap().len(), 0);
    let detail = desk.run("apimaestro~linkedin-profile-detail", &json!({ "username": gone.slug })).await;
    assert!(detail[0].get("error").is_some());
    assert_eq!(desk.apify.billed_micros(), 100);
}
