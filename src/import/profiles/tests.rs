use serde_json::json;

use super::super::{Options, Outcome, Reader};
use super::*;

fn items(value: &Value) -> Vec<Outcome> {
    let bytes = serde_json::to_vec(value).unwrap();
    Reader::open(bytes.as_slice(), &Options::default()).unwrap().map(Result::unwrap).collect()
}

fn profiles_of(bytes: &[u8]) -> (Format, Vec<Profile>) {
    let mut reader = Reader::open(bytes, &Options::default()).unwrap();
    let profiles = (&mut reader).map(|outcome| match outcome.unwrap() {
        Outcome::Record { record: Record::Profile(profile), .. } => *profile,
        other => panic!("{other:?}"),
    });
    let profiles = profiles.collect();
    (reader.format(), profiles)
}

fn fixture(name: &str) -> (Format, Profile) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    let (format, mut profiles) = profiles_of(&std::fs::read(path).unwrap());
    assert_eq!(profiles.len(), 1);
    (format, profiles.remove(0))
}

fn one(format: Format, value: &Value) -> Result<Profile, String> {
    match read(format, value) {
        Ok(Verdict::Record(Record::Profile(profile))) => Ok(*profile),
        Ok(Verdict::Skip(reason, _)) => Err(reason.name().to_owned()),
        Ok(_) => Err("something else".to_owned()),
        Err(bad) => Err(format!("{}: {}", bad.column.unwrap_or_default(), bad.reason)),
    }
}

fn key(profile: &Profile) -> (Option<&str>, Option<&str>) {
    (profile.person.member_id.as_deref(), profile.person.slug.as_deref())
}

fn at(position: &Job) -> (Option<&str>, Option<&str>, Option<&str>, Option<&str>) {
    let Employer { name, key, .. } = &position.employer;
    (position.title.as_deref(), name.as_deref(), key.id.as_deref(), key.slug.as_deref())
}

#[test]
fn harvestapi_says_who_where_and_since_when() {
    let (format, profile) = fixture("harvestapi_profile.json");
    assert_eq!(format, Format::HarvestapiProfiles);
    assert_eq!(key(&profile), (Some("ACoAAFict0001"), Some("marco-esempio-fict")));
    assert_eq!(
        (profile.name.as_deref(), profile.headline.as_deref()),
        (Some("Marco Esempio"), Some("CTO @ Nebulosa Fict"))
    );
    assert_eq!((profile.location.as_deref(), profile.country.as_deref()), (Some("Milan, Lombardy, Italy"), Some("IT")));
    let now = profile.current().unwrap();
    assert_eq!(
        at(now),
        (Some("Chief Technology Officer"), Some("Nebulosa Fict"), Some("90000001"), Some("nebulosa-fict"))
    );
    assert_eq!((now.starts.as_deref(), now.ends.as_deref(), now.is_current), (Some("2023-07"), None, true));
    let before = &profile.positions[1];
    assert_eq!(at(before), (Some("Consultant"), Some("Unlinked Co"), None, None), "a search is no page");
    assert_eq!(
        (before.starts.as_deref(), before.ends.as_deref(), before.is_current),
        (Some("2022"), Some("2022-05"), false)
    );
    assert_eq!(profile.skills, ["Rust"]);
    assert_eq!(
        Value::Object(profile.extra),
        json!({"connections": 500, "followers": 1200, "open_to_work": false, "hiring": true, "premium": false, "influencer": false, "verified": true, "member_since": "2012-03-01T09:00:00.000Z"})
    );
}

#[test]
fn dev_fusion_says_more_of_the_employer() {
    let (format, profile) = fixture("dev_fusion_profile_2025.json");
    assert_eq!(format, Format::DevFusionProfiles);
    assert_eq!(key(&profile), (Some("ACoAAFict0001"), Some("marco-esempio-fict")));
    assert_eq!(
        (profile.location.as_deref(), profile.country_name.as_deref()),
        (Some("Milan, Lombardy Italy"), Some("Italy"))
    );
    let now = profile.current().unwrap();
    assert_eq!(
        at(now),
        (Some("Chief Technology Officer"), Some("Nebulosa Fict"), Some("90000001"), Some("nebulosa-fict"))
    );
    assert_eq!(now.employer.industry.as_deref(), Some("Technology, Information and Internet"));
    assert_eq!((now.employer.size_band, now.employer.domain.as_deref()), (Some("51-200"), Some("nebulosa.example")));
    assert_eq!((now.starts.as_deref(), now.employment_type.as_deref()), (Some("2023-07"), Some("Full-time")));
    assert_eq!(
        (profile.extra["connections"].as_i64(), profile.extra["open_to_work"].as_bool()),
        (Some(693), Some(false))
    );
}

#[test]
fn the_older_shape_of_dev_fusion_hides_positions_below_their_company() {
    let (format, profile) = fixture("dev_fusion_profile_legacy.json");
    assert_eq!((format, key(&profile)), (Format::DevFusionProfiles, (Some("ACoAAFict0002"), Some("sara-demo-fict"))));
    let positions: Vec<_> = profile.positions.iter().map(at).collect();
    assert_eq!(
        positions,
        [
            (Some("Head of Engineering"), Some("Acme Fict"), Some("90000002"), None),
            (Some("Engineering Manager"), Some("Old Fict"), Some("90000003"), None),
            (Some("Engineer"), Some("Old Fict"), Some("90000003"), None),
        ]
    );
    let now = profile.current().unwrap();
    assert_eq!((now.starts.as_deref(), now.description.as_deref()), (Some("2024-01"), Some("Team of 40.")));
    assert_eq!((now.employer.size_band, now.employment_type.as_deref()), (Some("201-500"), Some("Full-time")));
    assert_eq!((profile.positions[1].ends.as_deref(), profile.positions[2].is_current), (Some("2023-12"), false));
}

#[test]
fn apimaestro_gives_the_page_beside_the_name() {
    let value = json!([{
        "basic_info": {
            "fullname": "Sara Demo", "first_name": "Sara", "last_name": "Demo", "headline": "Head of Engineering at Acme Fict",
            "public_identifier": "sara-demo-fict", "profile_url": "https://linkedin.com/in/sara-demo-fict", "urn": "ACoAAFict0002",
            "about": "Fictional.", "location": {"country": "Italy", "city": "Turin", "full": "Turin, Piedmont, Italy"},
            "email": "Sara@Example.org", "current_company": "Acme Fict", "current_company_url": "https://www.linkedin.com/company/acme-fict",
            "follower_count": 12, "connection_count": "500+"
        },
        "experience": [
            {"title": "Advisor", "company": "Globex Fict", "start_date": {"year": 2018, "month": "Mar"}, "end_date": {"year": 2019}, "is_current": false},
            {"title": "Head of Engineering", "company": "ACME Fict", "start_date": {"year": 2024, "month": "Jan"}, "is_current": true}
        ],
        "education": [{"school": "Fict University", "degree": "MSc"}], "certifications": []
    }]);
    let (format, profiles) = profiles_of(&serde_json::to_vec(&value).unwrap());
    let profile = &profiles[0];
    assert_eq!((format, key(profile)), (Format::ApimaestroProfiles, (Some("ACoAAFict0002"), Some("sara-demo-fict"))));
    assert_eq!(
        at(profile.current().unwrap()),
        (Some("Head of Engineering"), Some("ACME Fict"), None, Some("acme-fict"))
    );
    assert_eq!((profile.email.as_deref(), profile.country_name.as_deref()), (Some("sara@example.org"), Some("Italy")));
    assert_eq!(
        (profile.extra["connections"].as_i64(), profile.positions[0].ends.as_deref()),
        (Some(500), Some("2019"))
    );
    assert_eq!(profile.education[0].school.as_deref(), Some("Fict University"));
}

#[test]
fn of_several_positions_of_today_the_first_counts() {
    let profile = |experience: Value| {
        one(Format::HarvestapiProfiles, &json!({"id": "ACoAAFict0001", "experience": experience})).unwrap()
    };
    let two = profile(json!([
        {"position": "Board member", "companyName": "Old Fict", "endDate": {"year": 2020}},
        {"position": null, "companyName": "Nameless Fict", "endDate": {"text": "Present"}},
        {"position": "CTO", "companyName": "Acme Fict", "endDate": {"text": "Present"}},
        {"position": "Advisor", "companyName": "Globex Fict"},
    ]));
    assert_eq!(two.current().and_then(|position| position.title.as_deref()), Some("CTO"));
    let left = profile(
        json!([{"position": "CTO", "companyName": "Acme Fict", "endDate": {"text": "May 2024", "month": "May", "year": 2024}}]),
    );
    assert_eq!((left.current(), left.positions[0].ends.as_deref()), (None, Some("2024-05")));
    assert_eq!(profile(json!("none")).positions, []);
    // The short mode names the employer alone.
    let short = json!({"publicIdentifier": "a", "currentPosition": [{"companyName": "Acme Fict"}]});
    assert_eq!(
        at(one(Format::HarvestapiProfiles, &short).unwrap().current().unwrap()),
        (None, Some("Acme Fict"), None, None)
    );
}

#[test]
fn a_flag_does_not_outlive_an_end() {
    let of = |entry: Value| {
        one(Format::DevFusionProfiles, &json!({"urn": "ACoAAFict0001", "experiences": [entry]}))
            .unwrap()
            .positions
            .remove(0)
    };
    let ended = of(json!({"companyName": "Acme Fict", "jobEndedOn": "11-2023", "jobStillWorking": true}));
    assert_eq!((ended.is_current, ended.ends.as_deref()), (false, Some("2023-11")));
    assert!(of(json!({"companyName": "Acme Fict", "jobStartedOn": "2023"})).is_current);
    assert!(!of(json!({"companyName": "Acme Fict", "jobStillWorking": "false"})).is_current);
    let unlinked = of(
        json!({"companyName": "Acme Fict", "companyLink1": "https://www.linkedin.com/search/results/all/?keywords=Acme+Fict"}),
    );
    assert_eq!(unlinked.employer.key, CompanyKey::default());
    // Without a list there is what stands beside it.
    let flat = json!({"publicIdentifier": "a", "jobTitle": "CTO", "companyName": "Acme Fict", "companyLinkedin": "https://www.linkedin.com/company/42/"});
    let flat = one(Format::DevFusionProfiles, &flat).unwrap();
    assert_eq!(at(flat.current().unwrap()), (Some("CTO"), Some("Acme Fict"), Some("42"), None));
}

#[test]
fn the_name_of_today_goes_before_the_address_that_was_asked_for() {
    let of = |value: Value| {
        one(Format::DevFusionProfiles, &value).map(|profile| (profile.person.member_id, profile.person.slug))
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(
        of(
            json!({"urn": "ACoAAFict0001", "publicIdentifier": "new-name", "linkedinUrl": "https://www.linkedin.com/in/old-name/"})
        ),
        Ok((text("ACoAAFict0001"), text("new-name")))
    );
    assert_eq!(
        of(json!({"linkedinUrl": "https://www.linkedin.com/in/ACoAAFict0001"})),
        Ok((text("ACoAAFict0001"), None))
    );
    assert_eq!(of(json!({"urn": "urn:li:fsd_profile:ACoAAFict0001"})), Ok((text("ACoAAFict0001"), None)));
    assert_eq!(of(json!({"publicIdentifier": "M%C3%BCller"})), Ok((None, text("müller"))));
    assert_eq!(of(json!({"publicIdentifier": "ACoAAFict0001"})), Ok((text("ACoAAFict0001"), None)));
    assert_eq!(
        of(json!({"urn": "ACoAAFict0001", "linkedinUrl": "https://www.linkedin.com/in/ACoAAFict0002"})),
        Err("linkedinUrl: the id and the address belong to two different members".to_owned())
    );
}

#[test]
fn what_is_nobody_is_skipped_or_rejected_with_a_reason() {
    let of = |value: Value| one(Format::HarvestapiProfiles, &value).unwrap_err();
    assert_eq!(of(json!({"id": "ACoAAFict0001", "firstName": "LinkedIn", "lastName": "Member"})), "anonymous_member");
    assert_eq!(of(json!({"id": "ACoAAFict0001", "name": "X", "hidden": true})), "anonymous_member");
    assert_eq!(of(json!({"firstName": "Ada", "linkedinUrl": "https://www.linkedin.com/company/acme"})), "company_page");
    assert_eq!(of(json!({"error": "Profile not found", "query": {"query": "x"}})), "not_found");
    assert_eq!(of(json!({"status": 404, "query": {}})), "not_found");
    assert_eq!(of(json!({"error": {"message": "timeout"}})), "error: the scraper failed at this item: timeout");
    assert_eq!(of(json!({"status": 503})), "status: the scraper failed at this item: status 503");
    assert_eq!(of(json!({"firstName": "Ada"})), ": there is neither the address nor the id of a person");
    assert_eq!(
        of(json!({"firstName": "Ada", "linkedinUrl": "https://evil.example/in/ada"})),
        "linkedinUrl: the address leads to evil.example, which is not LinkedIn"
    );
    let long = json!({"id": "ACoAAFict0001", "experience": [{"position": "CTO", "companyName": "x".repeat(501)}]});
    assert_eq!(of(long), ": the employer's name is longer than 500 characters");
}

#[test]
fn types_that_surprise_cost_a_fact_and_not_the_person() {
    let value = json!({
        "id": "ACoAAFict0001", "publicIdentifier": ["a"], "firstName": {"x": 1}, "headline": ["CTO"], "about": 7, "location": "Milan",
        "experience": [null, 7, "x", [], {"position": {"a": 1}, "companyName": [], "startDate": "2020", "endDate": []}],
        "education": {"0": {}}, "skills": ["Rust", {"name": "Rust"}, {"title": "x"}, null, 3], "connectionsCount": "many",
        "email": "not an address", "photo": "javascript:alert(1)"
    });
    let profile = one(Format::HarvestapiProfiles, &value).unwrap();
    assert_eq!((profile.name, profile.headline, profile.about.as_deref()), (None, None, Some("7")));
    assert_eq!((profile.location.as_deref(), profile.email, profile.picture_url), (Some("Milan"), None, None));
    assert_eq!((profile.positions.len(), profile.skills), (5, vec!["Rust".to_owned()]));
    assert!(profile.extra.is_empty() && profile.education.is_empty());
}

#[test]
fn what_is_endless_is_cut() {
    let many: Vec<Value> = (0..500).map(|n| json!({"position": format!("Job {n}"), "companyName": "Acme", "endDate": {"year": 2000}, "description": "d".repeat(9_000)})).collect();
    let value = json!({"id": "ACoAAFict0001", "about": "é".repeat(20_000), "headline": "h".repeat(5_000), "experience": many, "firstName": "n".repeat(900)});
    let profile = one(Format::HarvestapiProfiles, &value).unwrap();
    assert_eq!(profile.about.map(|text| text.chars().count()), Some(10_000));
    assert_eq!(
        (profile.headline.map(|text| text.len()), profile.name.map(|text| text.len())),
        (Some(1_000), Some(500))
    );
    assert_eq!(
        (profile.positions.len(), profile.positions[0].description.as_ref().map(String::len)),
        (100, Some(2_000))
    );
}

#[test]
fn a_table_of_paths_reads_as_the_json_that_it_was_made_from() {
    let csv = "urn,publicIdentifier,fullName,jobTitle,companyName,companySize,experiences/0/title,experiences/0/companyName,experiences/0/companyUrn,experiences/0/jobStartedOn,skills/0/title,addressWithCountry\n\
        ACoAAFict0001,marco-esempio-fict,Marco Esempio,CTO,Nebulosa Fict,51-200,CTO,Nebulosa Fict,urn:li:fsd_company:90000001,7-2023,Rust,\"Milan, Italy\"\n\
        ,,Nobody,,,,,,,,,\n";
    let mut reader = Reader::open(csv.as_bytes(), &Options::default()).unwrap();
    assert_eq!(reader.format(), Format::DevFusionProfiles);
    let Some(Ok(Outcome::Record { record: Record::Profile(profile), .. })) = reader.next() else { panic!() };
    let now = profile.current().unwrap();
    assert_eq!(
        (at(now), now.employer.size_band),
        ((Some("CTO"), Some("Nebulosa Fict"), Some("90000001"), None), Some("51-200"))
    );
    assert_eq!((profile.skills.as_slice(), now.starts.as_deref()), (["Rust".to_owned()].as_slice(), Some("2023-07")));
    let Some(Ok(Outcome::Rejected(reject))) = reader.next() else { panic!() };
    assert_eq!(reject.reason, "there is neither the address nor the id of a person");
}

#[test]
fn a_file_may_begin_with_a_failure() {
    let outcomes = items(
        &json!([{"error": "not found", "query": {}}, {"id": "ACoAAFict0001", "publicIdentifier": "a", "experience": []}]),
    );
    assert!(matches!(outcomes.as_slice(), [Outcome::Skipped(_), Outcome::Record { .. }]), "{outcomes:?}");
}
