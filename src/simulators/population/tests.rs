use std::collections::HashSet;

use jiff::{Timestamp, civil::date};

use super::*;
use crate::import::identity::{self, Link, PostRef};

fn now() -> Timestamp {
    "2026-08-01T10:00:00Z".parse().unwrap()
}

fn post(activity_id: i64) -> PostRef {
    PostRef { activity_id: Some(activity_id), ..PostRef::default() }
}

#[test]
fn a_member_is_the_same_by_id_by_slug_and_in_the_demo() {
    let mut population = Population::of_the_demo();
    let (people, _) = people::of_tenant(demo::SEED, &TENANTS[0]);
    for person in people.iter().step_by(37) {
        let id = PersonKey { member_id: Some(person.member_id.clone()), ..PersonKey::default() };
        let place = population.find(&id).unwrap();
        let member = population.members()[place].clone();
        assert_eq!((member.name(), &member.headline), (person.name(), &person.headline));
        let Ok(Link::Person(by_slug)) = identity::parse(&member.url()) else { panic!("{}", member.url()) };
        let Ok(Link::Person(by_id)) = identity::parse(&member.url_by_id()) else { panic!("{}", member.url_by_id()) };
        assert_eq!((by_slug.slug.as_ref(), &by_id), (Some(&member.slug), &id));
        assert_eq!((population.find(&by_slug), population.find(&by_id)), (Some(place), Some(place)));
    }
    let slugs: HashSet<_> = population.members().iter().map(|member| &member.slug).collect();
    assert_eq!(slugs.len(), population.members().len());
}

#[test]
fn a_stranger_stays_who_they_are() {
    let mut population = Population::new(7);
    let count = population.members().len();
    let slug = PersonKey { slug: Some("ada-example-9a8b7c".to_owned()), ..PersonKey::default() };
    let place = population.find(&slug).unwrap();
    let ada = population.members()[place].clone();
    assert_eq!((ada.name().as_str(), ada.slug.as_str()), ("Ada Example", "ada-example-9a8b7c"));
    let id = PersonKey { member_id: Some(ada.member_id.clone()), ..PersonKey::default() };
    assert_eq!((population.find(&id), population.find(&slug)), (Some(place), Some(place)));
    assert_eq!(population.members().len(), count + 1);
    let sales = PersonKey { sales_nav_id: Some("ACwAAAExample".to_owned()), ..PersonKey::default() };
    assert_eq!(population.find(&sales), None);
    // The same in another process.
    let mut other = Population::new(7);
    let place = other.find(&id).unwrap();
    assert_eq!(other.members()[place].member_id, ada.member_id);
}

#[test]
fn a_post_has_the_same_reactions_whatever_it_is_called() {
    let population = Population::new(7);
    let by_activity = population.post(&post(7_329_207_003_942_125_568), now()).unwrap();
    let by_ugc = PostRef { ugc_post_id: Some(by_activity.ugc_post_id()), ..PostRef::default() };
    assert_eq!(population.post(&by_ugc, now()), Some(by_activity));
    assert_eq!(by_activity.at.as_millisecond(), 1_747_419_119_821);
    let reactions = population.reactions(&by_activity);
    assert_eq!(reactions, Population::new(7).reactions(&by_activity));
    assert_ne!(reactions, Population::new(8).reactions(&by_activity));
    assert!((12..=180).contains(&reactions.len()));
    let total: usize = Population::counts(&reactions).iter().map(|(_, count)| count).sum();
    assert_eq!(total, reactions.len());
    let Ok(Link::Post(found)) = identity::parse(&by_activity.url("ada")) else { panic!() };
    assert_eq!(found.activity_id, Some(by_activity.activity_id));
}

#[test]
fn among_many_reactions_some_are_hidden_and_some_are_pages() {
    let population = Population::new(7).with_reactions(400, 400);
    let reactions = population.reactions(&population.post(&post(7_329_207_003_942_125_568), now()).unwrap());
    assert_eq!(reactions.len(), 400);
    let count = |test: fn(&Reactor) -> bool| reactions.iter().filter(|reaction| test(&reaction.reactor)).count();
    assert!((1..30).contains(&count(|reactor| matches!(reactor, Reactor::Hidden(_)))));
    assert!((1..30).contains(&count(|reactor| matches!(reactor, Reactor::Page(_)))));
}

#[test]
fn posts_and_comments_only_grow() {
    let population = Population::new(7);
    let later: Timestamp = "2026-08-09T10:00:00Z".parse().unwrap();
    let mut grown = 0;
    for member in 0..40 {
        let (before, after) = (population.posts_of(member, now()), population.posts_of(member, later));
        let still: Vec<_> = after.iter().filter(|post| post.at <= now()).copied().collect();
        // The oldest ones leave the list, which reaches so many weeks back.
        assert!(before.starts_with(&still), "{member}");
        grown += after.len() - still.len();
        for post in &before {
            assert_eq!(population.author(post), member);
            assert_eq!(identity::time_of_id(post.activity_id, now()), Some(post.at));
            let (then, now) = (population.comments(post, post.at), population.comments(post, later));
            assert!(then.is_empty());
            for comment in &now {
                assert_eq!(identity::comment_time(comment.id, later), Some(comment.at));
                assert!(comment.parent.is_none_or(|parent| now.iter().any(|other| other.id == parent)));
            }
        }
    }
    assert!(grown > 0);
}

#[test]
fn everybody_has_a_current_position_and_careers_do_not_overlap() {
    let population = Population::new(7);
    let mut linked = 0;
    for member in population.members().iter().take(300) {
        let career = population.career(member);
        assert_eq!(career[0].end, None);
        assert_eq!(career[0].company, member.employer);
        linked += usize::from(member.employer.is_some());
        for pair in career.windows(2) {
            assert!(pair[1].end.unwrap() < pair[0].start && pair[1].start < pair[1].end.unwrap());
        }
    }
    assert!((200..295).contains(&linked), "{linked}");
    let july = YearMonth { year: 2023, month: 7 };
    assert_eq!(duration(july, YearMonth::of(date(2026, 8, 1))), "3 yrs 2 mos");
    assert_eq!(duration(july, july), "1 mo");
    assert_eq!(duration(july, YearMonth { year: 2024, month: 6 }), "1 yr");
}

#[test]
fn companies_are_found_by_number_and_name() {
    let population = Population::new(7);
    for (place, company) in population.companies().iter().enumerate() {
        let Ok(Link::Company(slug)) = identity::parse(&company.url()) else { panic!("{}", company.url()) };
        let id = CompanyKey { id: Some(company.id.to_string()), slug: None };
        assert_eq!((population.find_company(&slug), population.find_company(&id)), (Some(place), Some(place)));
    }
    let big = population.companies().iter().find(|company| company.size_band == "10001+");
    assert!(big.is_none_or(|company| company.size_range() == (10_001, None)));
    assert_eq!(country_name("GB"), "United Kingdom");
}
