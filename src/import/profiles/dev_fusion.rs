//! Profiles of `dev_fusion/Linkedin-Profile-Scraper`, in the shape of 2025 and in the one before.

use super::super::companies::{self, Employer};
use super::super::fields::Fields;
use super::super::identity::CompanyKey;
use super::super::item::KEY_LIMIT;
use super::{Common, DESCRIPTION, Job, Profile, School, Shape, common, dates, employer_key, extra, names};

pub(super) const SHAPE: Shape = Shape {
    ids: &["urn"],
    slugs: &["publicIdentifier"],
    urls: &["linkedinPublicUrl", "linkedinUrl"],
    full_name: &["fullName"],
    first_name: &["firstName"],
    last_name: &["lastName"],
};

pub(super) fn profile(fields: Fields<'_>) -> Profile {
    let mut profile = common(
        fields,
        &Common {
            headline: &["headline"],
            about: &["about"],
            location: &["addressWithCountry", "addressWithoutCountry", "addressCountryOnly"],
            country: &["countryCode"],
            country_name: &["addressCountryOnly"],
            email: &["email"],
            picture: &["profilePicHighQuality", "profilePic"],
        },
    );
    for entry in fields.list("experiences") {
        if entry.has("companyName") || !entry.has("subtitle") && !entry.has("caption") {
            profile.positions.push(position(entry));
        } else {
            legacy(entry, &mut profile.positions);
        }
    }
    today(fields, &mut profile.positions);
    profile.education = fields.list("educations").map(school).collect();
    profile.skills = names(fields.list("skills"), &["title", "name"]);
    profile.extra = extra(
        fields,
        &[("connections", &["connections"]), ("followers", &["followers"])],
        &[
            ("open_to_work", &["isJobSeeker"]),
            ("premium", &["isPremium"]),
            ("verified", &["isVerified"]),
            ("retired", &["isRetired"]),
            ("creator", &["isCreator"]),
            ("influencer", &["isInfluencer"]),
        ],
    );
    let languages = names(fields.list("languages"), &["title", "name"]);
    if !languages.is_empty() {
        profile.extra.insert("languages".into(), languages.into());
    }
    profile
}

/// What the item says of today's position outside of the list: more of the employer, or all there is.
fn today(fields: Fields<'_>, positions: &mut Vec<Job>) {
    let employer = Employer {
        name: fields.text(&["companyName"]),
        key: employer_key(fields, &["companyLinkedin"], &[], &[]),
        industry: fields.cut(&["companyIndustry"], KEY_LIMIT),
        size_band: fields.text(&["companySize"]).and_then(|size| companies::size_band(&size)),
        domain: fields.text(&["companyWebsite"]).and_then(|address| companies::domain(&address)),
    };
    let title = fields.cut(&["jobTitle"], KEY_LIMIT);
    let same =
        |name: &Option<String>| matches!((name, &employer.name), (Some(a), Some(b)) if a.eq_ignore_ascii_case(b));
    if let Some(position) = positions.iter_mut().find(|position| position.is_current && same(&position.employer.name)) {
        position.employer.fill(employer);
    } else if positions.is_empty()
        && fields.flag(&["jobStillWorking"]) != Some(false)
        && (title.is_some() || employer.name.is_some())
    {
        positions.push(Job {
            title,
            employer,
            location: fields.cut(&["jobLocation"], KEY_LIMIT),
            starts: dates::of(fields, "jobStartedOn"),
            is_current: true,
            ..Job::default()
        });
    }
}

fn position(entry: Fields<'_>) -> Job {
    let ends = dates::of(entry, "jobEndedOn");
    Job {
        title: entry.cut(&["title"], KEY_LIMIT),
        employer: Employer {
            name: entry.text(&["companyName"]),
            key: page(entry),
            industry: entry.cut(&["companyIndustry"], KEY_LIMIT),
            size_band: entry.text(&["companySize"]).and_then(|size| companies::size_band(&size)),
            domain: entry.text(&["companyWebsite"]).and_then(|address| companies::domain(&address)),
        },
        location: entry.cut(&["jobLocation"], KEY_LIMIT),
        employment_type: entry.cut(&["employmentType"], KEY_LIMIT),
        starts: dates::of(entry, "jobStartedOn"),
        // An end is an end, whatever the flag says; without either it goes on.
        is_current: ends.is_none() && entry.flag(&["jobStillWorking"]).unwrap_or(true),
        ends,
        description: entry.cut(&["jobDescription"], DESCRIPTION),
    }
}

/// An entry of the older shape. Where it is broken down, its title is the company, and the positions are below.
fn legacy(entry: Fields<'_>, positions: &mut Vec<Job>) {
    let subtitle = entry.text(&["subtitle"]);
    let (first, rest) = match subtitle.as_deref().and_then(|subtitle| subtitle.split_once('·')) {
        Some((first, rest)) => (Some(first.trim().to_owned()), Some(rest.trim().to_owned())),
        None => (subtitle, None),
    };
    let key = page(entry);
    if entry.flag(&["breakdown"]) == Some(true) {
        let name = entry.text(&["title"]);
        for part in entry.list("subComponents").filter(|part| part.has("title")) {
            let employer = Employer { name: name.clone(), key: key.clone(), ..Employer::default() };
            positions.push(dated(part, employer, None));
        }
    } else {
        let employer = Employer { name: first, key, ..Employer::default() };
        let employment_type =
            rest.filter(|rest| !rest.is_empty()).map(|rest| super::super::fields::cut(rest, KEY_LIMIT));
        positions.push(dated(entry, employer, employment_type));
    }
}

fn dated(entry: Fields<'_>, employer: Employer, employment_type: Option<String>) -> Job {
    let range = entry.text(&["caption"]).and_then(|caption| dates::range(&caption));
    // Nobody says that it has ended.
    let (starts, ends, is_current) = range.unwrap_or((None, None, true));
    let text = |entry: Fields<'_>| entry.list("description").find_map(|part| part.cut(&["text"], DESCRIPTION));
    Job {
        title: entry.cut(&["title"], KEY_LIMIT),
        employer,
        location: entry.cut(&["metadata"], KEY_LIMIT),
        employment_type,
        starts,
        ends,
        is_current,
        description: text(entry).or_else(|| entry.list("subComponents").find_map(text)),
    }
}

fn page(entry: Fields<'_>) -> CompanyKey {
    employer_key(entry, &["companyLink1"], &["companyUrn", "companyId"], &[])
}

fn school(entry: Fields<'_>) -> School {
    let range = entry.text(&["caption"]).and_then(|caption| dates::range(&caption));
    let (starts, ends, _) = range.unwrap_or_default();
    let period = |from: &str, path: &str| dates::of(entry, &format!("{from}/{path}"));
    School {
        school: entry.cut(&["title", "schoolName"], KEY_LIMIT),
        degree: entry.cut(&["subtitle", "degree"], KEY_LIMIT),
        field: entry.cut(&["fieldOfStudy"], KEY_LIMIT),
        starts: starts.or_else(|| period("period", "startedOn")),
        ends: ends.or_else(|| period("period", "endedOn")),
    }
}
