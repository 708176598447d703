//! The page: who administers it, what it is called, and who follows it.

use axum::{Json, response::IntoResponse as _};
use serde_json::{Value, json};

use super::{
    Answer, Ask,
    paging::{self, START},
    statistics::{Interval, Intervals},
};
use crate::{
    cli::demo::random::Random,
    simulators::linkedin::{
        errors::ApiError,
        shared::Shared,
        tokens::ADMINISTRATOR,
        world::{FOREIGN_ORGANIZATION, World, date_of, days_between},
    },
};

pub(super) fn roles(shared: &Shared, ask: &Ask) -> Answer {
    paging::allow(ask, &["role", "state"], START)?;
    ask.query.finder("roleAssignee")?;
    let person = shared.world().person_urn(ADMINISTRATOR);
    let role = |organization: String, role: &str, state: &str| json!({ "role": role, "organization": organization, "roleAssignee": person, "state": state });
    let foreign = format!("urn:li:organization:{FOREIGN_ORGANIZATION}");
    let own = shared.worlds.iter().map(|world| role(world.organization_urn(), "ADMINISTRATOR", "APPROVED"));
    let others = [role(foreign.clone(), "ADMINISTRATOR", "REVOKED"), role(foreign, "ANALYST", "REQUESTED")];
    let (wanted, state) = (ask.query.text("role")?, ask.query.text("state")?);
    let is_meant = |role: &Value| {
        let fits = |wanted: &Option<String>, field: &str| wanted.as_ref().is_none_or(|wanted| role[field] == **wanted);
        fits(&wanted, "role") && fits(&state, "state")
    };
    paging::by_start(ask, 10, 100, own.chain(others).filter(is_meant).collect())
}

/// The page's world, if whoever asks administers it.
pub(super) fn administered<'a>(shared: &'a Shared, ask: &Ask, urn: &str) -> Result<&'a World, ApiError> {
    let id = urn.strip_prefix("urn:li:organization:").and_then(|id| id.parse::<i64>().ok());
    match id {
        Some(FOREIGN_ORGANIZATION) => Err(ask.denied()),
        Some(id) => {
            let world = shared.worlds.iter().find(|world| world.organization == id);
            world.ok_or_else(|| ApiError::not_found("The organization"))
        }
        None => Err(ApiError::parameter("the organization", "is not urn:li:organization:…")),
    }
}

pub(super) fn organization(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["fields"])?;
    // The one key that is a number and no URN.
    let world = administered(shared, ask, &format!("urn:li:organization:{}", ask.key_text(1)?))?;
    let slug = world.name.to_lowercase().replace(' ', "-");
    let value = json!({
        "id": world.organization,
        "$URN": world.organization_urn(),
        "localizedName": world.name,
        "name": { "localized": { "en_US": world.name }, "preferredLocale": { "country": "US", "language": "en" } },
        "vanityName": format!("{slug}-demo"),
        "localizedWebsite": format!("https://{slug}.example"),
        "localizedDescription": "Software for mills. Everybody here is invented.",
        "organizationType": "PRIVATELY_HELD",
        "primaryOrganizationType": "NONE",
        "staffCountRange": "SIZE_51_TO_200",
        "versionTag": "7",
    });
    Ok(Json(value).into_response())
}

/// Followers that were won on a day: by themselves, and by ads.
fn gains(world: &World, day: i64) -> (u64, u64) {
    let mut random = Random::new(world.seed, &format!("followers {day}"));
    (random.bits() % 14, random.bits() % 5)
}

/// All followers, as of now.
fn followers(world: &World) -> u64 {
    let days = (0..400).map(|back| days_between(jiff::civil::date(1970, 1, 1), world.today) - back);
    4_000 + days.map(|day| gains(world, day)).map(|(organic, paid)| organic + paid).sum::<u64>()
}

pub(super) fn size(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["edgeType"])?;
    // A newer name of the same.
    if !matches!(&*ask.query.needed("edgeType")?, "COMPANY_FOLLOWED_BY_MEMBER" | "CompanyFollowedByMember") {
        return Err(ApiError::parameter("edgeType", "is not COMPANY_FOLLOWED_BY_MEMBER"));
    }
    let world = administered(shared, ask, &ask.key_text(1)?)?;
    Ok(Json(json!({ "firstDegreeSize": followers(world) })).into_response())
}

fn followers_of_kinds(world: &World) -> Value {
    let total = followers(world);
    let facet = |field: &str, values: &[&str]| -> Value {
        let mut random = Random::new(world.seed, &format!("followers by {field}"));
        let weights: Vec<u64> = values.iter().map(|_| 1 + random.bits() % 100).collect();
        let all: u64 = weights.iter().sum();
        let element = |(value, weight): (&&str, &u64)| {
            let count = total * weight / all;
            let counts = json!({ "organicFollowerCount": count - count / 10, "paidFollowerCount": count / 10 });
            json!({ field: value, "followerCounts": counts })
        };
        values.iter().zip(&weights).map(element).collect()
    };
    json!({
        "organizationalEntity": world.organization_urn(),
        "followerCountsBySeniority":
            facet("seniority", &["urn:li:seniority:3", "urn:li:seniority:4", "urn:li:seniority:6", "urn:li:seniority:8"]),
        "followerCountsByFunction":
            facet("function", &["urn:li:function:4", "urn:li:function:8", "urn:li:function:15", "urn:li:function:18"]),
        "followerCountsByIndustry": facet("industry", &["urn:li:industry:4", "urn:li:industry:60", "urn:li:industry:19"]),
        "followerCountsByStaffCountRange": facet("staffCountRange", &["SIZE_2_TO_10", "SIZE_11_TO_50", "SIZE_51_TO_200"]),
        "followerCountsByGeoCountry": facet("geo", &["urn:li:geo:101165590", "urn:li:geo:103644278"]),
        "followerCountsByGeo": facet("geo", &["urn:li:geo:90009496", "urn:li:geo:90009706"]),
        "followerCountsByAssociationType": facet("associationType", &["EMPLOYEE"]),
    })
}

pub(super) fn follower_statistics(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["q", "organizationalEntity", "timeIntervals"])?;
    ask.query.finder("organizationalEntity")?;
    let world = administered(shared, ask, &ask.query.needed("organizationalEntity")?)?;
    let Some(intervals) = Intervals::read(ask, world)? else {
        return Ok(paging::whole(&[followers_of_kinds(world)]));
    };
    let element = |interval: Interval| {
        let first = days_between(jiff::civil::date(1970, 1, 1), date_of(interval.start));
        let last = days_between(jiff::civil::date(1970, 1, 1), date_of(interval.end));
        let gains = (first..last).map(|day| gains(world, day));
        let (organic, paid) = gains.fold((0, 0), |sum, day| (sum.0 + day.0, sum.1 + day.1));
        json!({
            "organizationalEntity": world.organization_urn(),
            "timeRange": interval.value(),
            "followerGains": { "organicFollowerGain": organic, "paidFollowerGain": paid },
        })
    };
    let elements: Vec<Value> = intervals.0.into_iter().map(element).collect();
    Ok(paging::whole(&elements))
}
