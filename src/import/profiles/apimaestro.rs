//! Profile details of apimaestro.

use super::super::companies::Employer;
use super::super::fields::Fields;
use super::super::identity::CompanyKey;
use super::super::item::KEY_LIMIT;
use super::{Common, DESCRIPTION, Job, Profile, School, Shape, common, dates, employer_key, extra, names};

pub(super) const SHAPE: Shape = Shape {
    ids: &["basic_info/urn", "basic_info/id"],
    slugs: &["basic_info/public_identifier"],
    urls: &["basic_info/profile_url"],
    full_name: &["basic_info/fullname", "basic_info/full_name"],
    first_name: &["basic_info/first_name"],
    last_name: &["basic_info/last_name"],
};

pub(super) fn profile(fields: Fields<'_>) -> Profile {
    let mut profile = common(
        fields,
        &Common {
            headline: &["basic_info/headline"],
            about: &["basic_info/about"],
            location: &["basic_info/location/full", "basic_info/location/city", "basic_info/location"],
            country: &["basic_info/location/country_code"],
            country_name: &["basic_info/location/country"],
            email: &["basic_info/email"],
            picture: &["basic_info/profile_picture_url", "basic_info/profile_picture"],
        },
    );
    profile.positions = fields.list("experience").map(position).collect();
    let employer = Employer {
        name: fields.text(&["basic_info/current_company"]),
        key: employer_key(fields, &["basic_info/current_company_url"], &["basic_info/current_company_urn"], &[]),
        ..Employer::default()
    };
    let page = &employer.key;
    if profile.positions.is_empty() && employer.name.is_some() {
        profile.positions.push(Job { employer, is_current: true, ..Job::default() });
    } else if *page != CompanyKey::default() {
        // Positions name their employers only; the page of today's stands beside the name.
        let same =
            |name: &Option<String>| matches!((name, &employer.name), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b));
        for position in &mut profile.positions {
            if position.employer.key == CompanyKey::default() && same(&position.employer.name) {
                position.employer.key = page.clone();
            }
        }
    }
    profile.education = fields.list("education").map(school).collect();
    profile.skills = names(fields.list("skills").chain(fields.list("basic_info/top_skills")), &["name"]);
    profile.extra = extra(
        fields,
        &[("connections", &["basic_info/connection_count"]), ("followers", &["basic_info/follower_count"])],
        &[
            ("open_to_work", &["basic_info/open_to_work"]),
            ("premium", &["basic_info/is_premium"]),
            ("influencer", &["basic_info/is_influencer"]),
            ("creator", &["basic_info/is_creator"]),
        ],
    );
    profile
}

fn position(entry: Fields<'_>) -> Job {
    let ends = dates::of(entry, "end_date");
    Job {
        title: entry.cut(&["title"], KEY_LIMIT),
        employer: Employer {
            name: entry.text(&["company"]),
            key: employer_key(entry, &["company_linkedin_url", "company_url"], &["company_id", "company_urn"], &[]),
            ..Employer::default()
        },
        location: entry.cut(&["location"], KEY_LIMIT),
        employment_type: entry.cut(&["employment_type"], KEY_LIMIT),
        starts: dates::of(entry, "start_date"),
        is_current: entry.flag(&["is_current"]).unwrap_or(ends.is_none()),
        ends,
        description: entry.cut(&["description"], DESCRIPTION),
    }
}

fn school(entry: Fields<'_>) -> School {
    School {
        school: entry.cut(&["school", "school_name"], KEY_LIMIT),
        degree: entry.cut(&["degree", "degree_name"], KEY_LIMIT),
        field: entry.cut(&["field_of_study"], KEY_LIMIT),
        starts: dates::of(entry, "start_date"),
        ends: dates::of(entry, "end_date"),
    }
}
