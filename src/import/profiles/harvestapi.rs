//! Profiles of `harvestapi/linkedin-profile-scraper`.

use super::super::companies::Employer;
use super::super::fields::Fields;
use super::super::item::KEY_LIMIT;
use super::{Common, DESCRIPTION, Job, Profile, School, Shape, common, dates, employer_key, extra, names};

pub(super) const SHAPE: Shape = Shape {
    ids: &["id", "entityId", "profileId"],
    slugs: &["publicIdentifier"],
    urls: &["linkedinUrl"],
    full_name: &["fullName", "name"],
    first_name: &["firstName"],
    last_name: &["lastName"],
};

pub(super) fn profile(fields: Fields<'_>) -> Profile {
    let mut profile = common(
        fields,
        &Common {
            headline: &["headline"],
            about: &["about"],
            location: &["location/linkedinText", "location/parsed/text", "location"],
            country: &["location/parsed/countryCode", "location/countryCode"],
            country_name: &["location/parsed/countryFull", "location/parsed/country"],
            email: &["email", "emails/0/email", "emails/0"],
            picture: &["photo", "profilePicture/url"],
        },
    );
    profile.positions = fields.list("experience").map(position).collect();
    if profile.positions.is_empty() {
        // The short mode names employers only.
        profile.positions = fields
            .list("currentPosition")
            .chain(fields.list("currentPositions"))
            .map(|entry| Job { is_current: true, ..position(entry) })
            .collect();
    }
    profile.education = fields.list("education").map(school).collect();
    profile.skills = names(fields.list("skills"), &["name"]);
    profile.extra = extra(
        fields,
        &[("connections", &["connectionsCount"]), ("followers", &["followerCount"])],
        &[
            ("open_to_work", &["openToWork"]),
            ("hiring", &["hiring"]),
            ("premium", &["premium"]),
            ("influencer", &["influencer"]),
            ("verified", &["verified"]),
        ],
    );
    if let Some(since) = fields.cut(&["registeredAt"], KEY_LIMIT) {
        profile.extra.insert("member_since".into(), since.into());
    }
    let languages = names(fields.list("languages"), &["name"]);
    if !languages.is_empty() {
        profile.extra.insert("languages".into(), languages.into());
    }
    profile
}

fn position(entry: Fields<'_>) -> Job {
    let ends = dates::of(entry, "endDate");
    Job {
        title: entry.cut(&["position", "title"], KEY_LIMIT),
        employer: Employer {
            name: entry.text(&["companyName"]),
            key: employer_key(entry, &["companyLinkedinUrl"], &["companyId"], &["companyUniversalName"]),
            ..Employer::default()
        },
        location: entry.cut(&["location"], KEY_LIMIT),
        employment_type: entry.cut(&["employmentType"], KEY_LIMIT),
        starts: dates::of(entry, "startDate"),
        is_current: ends.is_none(),
        ends,
        description: entry.cut(&["description"], DESCRIPTION),
    }
}

fn school(entry: Fields<'_>) -> School {
    School {
        school: entry.cut(&["schoolName", "title"], KEY_LIMIT),
        degree: entry.cut(&["degree"], KEY_LIMIT),
        field: entry.cut(&["fieldOfStudy"], KEY_LIMIT),
        starts: dates::of(entry, "startDate"),
        ends: dates::of(entry, "endDate"),
    }
}
