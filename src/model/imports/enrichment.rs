//! Profiles and company pages as the merge functions of `database/app/enrichment.sql` take them.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::stage::{Row, facts, functions};
use crate::import::{Company, Job, Profile, School};

/// A profile, as it was seen at a time.  Title and employer are those of the position that goes on; seniority and functions are
/// read from its title as from a headline.
#[must_use]
pub fn profile(profile: &Profile, service: Option<&str>, seen_at: Timestamp) -> Row {
    let read = profile.headline.as_deref().map(headline::parse);
    let mut row = object(json!({
        "member_id": profile.person.member_id,
        "slug": profile.person.slug,
        "sales_nav_id": profile.person.sales_nav_id,
        "email": profile.email,
        "name": profile.name,
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "headline": profile.headline,
        "about": profile.about,
        "location": profile.location,
        "country": profile.country,
        "country_name": profile.country_name,
        "picture_url": profile.picture_url,
        "experience": list(profile.positions.iter().map(job)),
        "education": list(profile.education.iter().map(school)),
        "skills": list(profile.skills.iter().map(|skill| json!(skill))),
        "extra": profile.extra,
        "service": service,
        "seen_at": seen_at.to_string(),
    }));
    if let Some(position) = profile.current() {
        let of_title = headline::parse(position.title.as_deref().unwrap_or_default());
        row.extend(facts(&of_title, "profile"));
        if functions(&of_title).is_empty()
            && let Some(read) = &read
        {
            // "Founder" says nothing of what; the headline may.
            row.insert("functions".into(), functions(read).into());
        }
        let employer = &position.employer;
        row.insert("title".into(), position.title.clone().into());
        row.insert("employer".into(), employer.name.clone().into());
        row.insert("company_linkedin_id".into(), employer.key.id.clone().into());
        row.insert("company_slug".into(), employer.key.slug.clone().into());
        row.insert("company_industry".into(), employer.industry.clone().into());
        row.insert("company_size".into(), employer.size_band.into());
        row.insert("company_domain".into(), employer.domain.clone().into());
    } else if let Some(read) = &read {
        row.extend(facts(read, if profile.positions.is_empty() { "headline" } else { "profile" }));
        // A profile whose positions have all ended says that the person has left, whatever the headline says.
        let ended = row.get("employer").and_then(Value::as_str).is_some_and(|employer| {
            let names = profile.positions.iter().filter_map(|position| position.employer.name.as_deref());
            names.into_iter().any(|name| name.to_lowercase() == employer.to_lowercase())
        });
        if ended {
            row.remove("employer");
        }
    }
    row
}

fn job(position: &Job) -> Value {
    without_nulls(json!({
        "title": position.title,
        "company": position.employer.name,
        "company_id": position.employer.key.id,
        "company_slug": position.employer.key.slug,
        "location": position.location,
        "employment_type": position.employment_type,
        "starts": position.starts,
        "ends": position.ends,
        "is_current": position.is_current,
        "description": position.description,
    }))
}

fn school(school: &School) -> Value {
    without_nulls(json!({
        "school": school.school,
        "degree": school.degree,
        "field": school.field,
        "starts": school.starts,
        "ends": school.ends,
    }))
}

/// The page of a company, as it was seen at a time.
#[must_use]
pub fn company(company: &Company, seen_at: Timestamp) -> Row {
    object(json!({
        "name": company.name,
        "linkedin_id": company.key.id,
        "slug": company.key.slug,
        "industry": company.industry,
        "size_band": company.size_band,
        "domain": company.domain,
        "location": company.location,
        "country": company.country,
        "country_name": company.country_name,
        "extra": company.extra,
        "seen_at": seen_at.to_string(),
    }))
}

/// A list; nothing where it is empty, since a scraper that shows none may not have looked.
fn list(values: impl Iterator<Item = Value>) -> Value {
    let values: Vec<Value> = values.collect();
    if values.is_empty() { Value::Null } else { Value::Array(values) }
}

fn without_nulls(value: Value) -> Value {
    Value::Object(object(value).into_iter().filter(|(_, value)| !value.is_null()).collect())
}

fn object(value: Value) -> Row {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
