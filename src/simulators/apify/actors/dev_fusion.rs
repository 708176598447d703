//! The scrapers of `dev_fusion`: profiles, in the shape of today and in that of before 2025, and companies.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::{Value, json};

use super::{Item, Scene};
use crate::{
    import::identity::{self, Link},
    simulators::{
        apify::errors::ApiError,
        population::{Company, Member, Population, Position, YearMonth, country_name, duration},
    },
};

/// `Linkedin-Profile-Scraper`
pub(super) fn profiles(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let mut items = Vec::new();
    for text in scene.needed(&["profileUrls"])? {
        items.push(match scene.member(&text) {
            Some(member) if scene.legacy => Item::paid(legacy_profile(scene.people, &member, scene.now)),
            Some(member) => Item::paid(profile(scene.people, &member, scene.now)),
            // Apify's own way to note a failure beside the results: fields that `clean` hides, and with them the item.
            None => {
                Item::free(json!({ "#error": true, "#debug": { "url": text, "errorMessages": ["Profile not found"] } }))
            }
        });
    }
    Ok(items)
}

/// The fields that both shapes have.
fn common(people: &Population, member: &Member, position: &Position, now: Timestamp) -> Value {
    let company = position.company.and_then(|place| people.companies().get(place));
    let today = YearMonth::of(now.to_zoned(TimeZone::UTC).date());
    let months = (today.year * 12 + today.month + 1).saturating_sub(position.start.year * 12 + position.start.month);
    let mut random = people.random("profile", &member.member_id);
    let (with, without) = (format!("{}, {}", member.city, country_name(member.country)), member.city);
    json!({
        "linkedinUrl": format!("{}/", member.url()),
        "firstName": member.first_name,
        "lastName": member.last_name,
        "fullName": member.name(),
        "headline": member.headline,
        "connections": 40 + random.below(460),
        "followers": 60 + random.below(4_000),
        "email": null,
        "mobileNumber": null,
        "jobTitle": position.title,
        "companyName": position.company_name,
        "companyIndustry": company.map(|company| company.industry),
        "companyWebsite": company.map(Company::website),
        "companyLinkedin": company.map(|company| format!("{}/", company.url())),
        "companyFoundedIn": company.map(|company| company.founded),
        "companySize": company.map(|company| company.size_band),
        "currentJobDuration": duration(position.start, today),
        "currentJobDurationInYrs": (f64::from(months) / 12.0 * 100.0).round() / 100.0,
        "topSkillsByEndorsements": "Storytelling, Budgeting",
        "addressCountryOnly": country_name(member.country),
        "addressWithCountry": with,
        "addressWithoutCountry": without,
        "profilePic": member.picture(),
        "profilePicHighQuality": member.picture(),
        "about": "Invented for a sample.",
        "publicIdentifier": member.slug,
        "openConnection": random.chance(0.1),
        "urn": member.member_id,
    })
}

/// Adds fields to an object.
fn extended(mut value: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut value, more) {
        fields.extend(more);
    }
    value
}

fn profile(people: &Population, member: &Member, now: Timestamp) -> Value {
    let career = people.career(member);
    let place = format!("{}, {}", member.city, country_name(member.country));
    let mut random = people.random("flags", &member.member_id);
    let more = json!({
        "jobStartedOn": month(career[0].start),
        "jobLocation": place,
        "jobStillWorking": true,
        "backgroundPic": null,
        "linkedinId": (98_000_000 + random.below(1_000_000)).to_string(),
        "isPremium": random.chance(0.2),
        "isVerified": random.chance(0.3),
        "isJobSeeker": false,
        "isRetired": false,
        "isCreator": random.chance(0.1),
        "isInfluencer": false,
        "linkedinPublicUrl": format!("https://linkedin.com/in/{}", member.slug),
        "experiences": career.iter().map(|position| experience(people, position, member, &place)).collect::<Value>(),
        "skills": [{ "title": "Storytelling" }, { "title": "Budgeting" }],
        "educations": [],
        "licenseAndCertificates": [],
        "honorsAndAwards": [],
        "languages": [],
        "volunteerAndAwards": [],
        "projects": [],
        "publications": [],
        "patents": [],
        "courses": [],
        "testScores": [],
        "organizations": [],
        "interests": [],
        "recommendations": [],
        "updates": [],
        "peopleAlsoViewed": [],
    });
    extended(common(people, member, &career[0], now), more)
}

fn experience(people: &Population, position: &Position, member: &Member, place: &str) -> Value {
    let company = position.company.and_then(|place| people.companies().get(place));
    json!({
        "companyId": company.map(|company| company.id.to_string()),
        "companyUrn": company.map(|company| format!("urn:li:fsd_company:{}", company.id)),
        "companyLink1": company.map(|company| format!("{}/", company.url())),
        "companyName": position.company_name,
        "companySize": company.map(|company| company.size_band),
        "companyWebsite": company.map(Company::website),
        "companyIndustry": company.map(|company| company.industry),
        "logo": company.map(|company| format!("https://media.example.invalid/c/{}/200.jpg", company.id)),
        "title": position.title,
        "jobDescription": position.description,
        "jobStartedOn": month(position.start),
        "jobEndedOn": position.end.map(month),
        "jobLocation": place,
        "jobStillWorking": position.end.is_none(),
        "jobLocationCountry": member.country,
        "employmentType": "Full-time",
        "subtitle": null,
        "caption": null,
        "metadata": null,
    })
}

/// A month in one of the three ways in which this actor writes it.
fn month(at: YearMonth) -> String {
    match at.year % 3 {
        0 => format!("{}-{}", at.month, at.year),
        1 => format!("{}-{:02}", at.year, at.month),
        _ => at.year.to_string(),
    }
}

fn legacy_profile(people: &Population, member: &Member, now: Timestamp) -> Value {
    let career = people.career(member);
    let today = YearMonth::of(now.to_zoned(TimeZone::UTC).date());
    let place = format!("{}, {}", member.city, country_name(member.country));
    let span = |position: &Position| {
        let until =
            position.end.map_or_else(|| "Present".to_owned(), |end| format!("{} {}", end.month_name(), end.year));
        let length = duration(position.start, position.end.unwrap_or(today));
        format!("{} {} - {until} · {length}", position.start.month_name(), position.start.year)
    };
    let page = |position: &Position| {
        let company = position.company.and_then(|place| people.companies().get(place));
        // This shape links companies by number.
        let link = company.map(|company| format!("https://www.linkedin.com/company/{}/", company.id));
        json!({
            "companyId": company.map(|company| company.id.to_string()),
            "companyUrn": company.map(|company| format!("urn:li:fsd_company:{}", company.id)),
            "companyLink1": link,
            "logo": company.map(|company| format!("https://media.example.invalid/c/{}/200.jpg", company.id)),
        })
    };
    let experiences = career.iter().enumerate().map(|(number, position)| {
        let more = if number == 2 {
            // Somebody who rose in one company: the outer title is the company then.
            json!({
                "title": position.company_name,
                "subtitle": duration(position.start, position.end.unwrap_or(today)),
                "caption": place,
                "metadata": null,
                "breakdown": true,
                "subComponents": [
                    { "title": position.title, "caption": span(position), "metadata": null, "description": [] },
                ],
            })
        } else {
            json!({
                "title": position.title,
                "subtitle": format!("{} · Full-time", position.company_name),
                "caption": span(position),
                "metadata": place,
                "breakdown": false,
                "subComponents": [
                    { "description": [{ "type": "textComponent", "text": position.description }] },
                ],
            })
        };
        extended(page(position), more)
    });
    let experiences: Value = experiences.collect();
    let more = json!({
        "experiences": experiences,
        "skills": [{ "title": "Storytelling" }],
        "educations": [],
        "updates": [],
        "languages": [],
    });
    extended(common(people, member, &career[0], now), more)
}

/// `Linkedin-Company-Scraper`
pub(super) fn companies(scene: &mut Scene<'_>) -> Result<Vec<Item>, ApiError> {
    let mut items = Vec::new();
    for text in scene.needed(&["profileUrls"])? {
        let Ok(Link::Company(key)) = identity::parse(&text) else { continue };
        let Some(place) = scene.people.find_company(&key) else { continue };
        let company = &scene.people.companies()[place];
        // Small companies are counted, and large ones estimated.
        let employees = if company.employees < 50 { json!(company.employees) } else { json!(company.size_band) };
        items.push(Item::paid(json!({
            "companyName": company.name,
            "industry": company.industry,
            "website": company.website(),
            "linkedinUrl": format!("{}/", company.url()),
            "employeeCount": employees,
            "description": "Invented for a sample.",
            "specialties": [company.industry],
            "foundingYear": company.founded,
            "headquarters": format!("{}, {}", company.city, country_name(company.country)),
            "followerCount": company.followers,
            "companyLogo": format!("https://media.example.invalid/c/{}/200.jpg", company.id),
        })));
    }
    Ok(items)
}
