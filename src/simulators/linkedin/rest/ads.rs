//! The ad account and what is in it.

use serde_json::{Value, json};

use super::{
    Answer, Ask,
    paging::{self, CURSOR},
};
use crate::simulators::linkedin::{
    errors::ApiError,
    restli::Term,
    shared::Shared,
    tokens::ADMINISTRATOR,
    world::{self, Campaign, Creative, World, start_of},
};

/// The most that a page of the account's lists holds.
const MOST: usize = 1_000;
/// The most creatives of a page.
const MOST_CREATIVES: usize = 100;

pub(super) fn accounts(shared: &Shared, ask: &Ask) -> Answer {
    paging::allow(ask, &["search", "sortOrder"], CURSOR)?;
    ask.query.finder("search")?;
    let search = Search::read(ask)?;
    let account = |world: &World| {
        json!({
            "id": world.account,
            "name": format!("{} ads", world.name),
            "currency": "EUR",
            "type": "BUSINESS",
            "status": "ACTIVE",
            "reference": world.organization_urn(),
            "servingStatuses": ["RUNNABLE"],
            "test": false,
            "notifiedOnCampaignOptimization": true,
            "notifiedOnCreativeApproval": true,
            "notifiedOnCreativeRejection": true,
            "notifiedOnEndOfCampaign": true,
            "version": { "versionTag": "4" },
            "changeAuditStamps": stamps(shared),
        })
    };
    let all = shared.worlds.iter().map(account).filter(|account| search.means(account)).collect();
    paging::by_cursor(ask, MOST, all)
}

/// The world of the account in the path, if it is one of whoever asks.
fn administered<'a>(shared: &'a Shared, ask: &Ask) -> Result<&'a World, ApiError> {
    let key = ask.key_text(1)?;
    let id: i64 = key.parse().map_err(|_| ApiError::parameter("the ad account in the path", "is not a number"))?;
    shared.worlds.iter().find(|world| world.account == id).ok_or_else(|| ask.denied())
}

pub(super) fn groups(shared: &Shared, ask: &Ask) -> Answer {
    let world = administered(shared, ask)?;
    paging::allow(ask, &["search", "sortOrder"], CURSOR)?;
    ask.query.finder("search")?;
    let search = Search::read(ask)?;
    let group = |group: &world::Group| {
        json!({
            "id": group.id,
            "name": group.name,
            "account": world.account_urn(),
            "status": group.status,
            "servingStatuses": serving(group.status),
            "runSchedule": { "start": begin(world) },
            "totalBudget": { "amount": "12000", "currencyCode": "EUR" },
            "allowedCampaignTypes": ["SPONSORED_UPDATES"],
            "backfilled": false,
            "test": false,
            "changeAuditStamps": stamps(shared),
        })
    };
    let all = world.groups.iter().map(group).filter(|group| search.means(group)).collect();
    paging::by_cursor(ask, MOST, all)
}

pub(super) fn campaigns(shared: &Shared, ask: &Ask) -> Answer {
    let world = administered(shared, ask)?;
    paging::allow(ask, &["search", "sortOrder"], CURSOR)?;
    ask.query.finder("search")?;
    let search = Search::read(ask)?;
    let campaign = |campaign: &Campaign| {
        json!({
            "id": campaign.id,
            "name": campaign.name,
            "account": world.account_urn(),
            "campaignGroup": world.groups[campaign.group].urn(),
            "associatedEntity": world.organization_urn(),
            "status": campaign.status,
            "servingStatuses": serving(campaign.status),
            "type": "SPONSORED_UPDATES",
            "format": "STANDARD_UPDATE",
            "objectiveType": campaign.objective,
            "costType": campaign.cost_type,
            "unitCost": { "amount": "6.5", "currencyCode": "EUR" },
            "dailyBudget": { "amount": "60", "currencyCode": "EUR" },
            "runSchedule": { "start": begin(world) },
            "locale": { "country": "GB", "language": "en" },
            "targetingCriteria": { "include": { "and": [
                { "or": { "urn:li:adTargetingFacet:locations": ["urn:li:geo:101165590"] } },
                { "or": { "urn:li:adTargetingFacet:seniorities": ["urn:li:seniority:6", "urn:li:seniority:7"] } },
            ] } },
            "audienceExpansionEnabled": false,
            "offsiteDeliveryEnabled": false,
            "creativeSelection": "OPTIMIZED",
            "test": false,
            "version": { "versionTag": "2" },
            "changeAuditStamps": stamps(shared),
        })
    };
    let all = world.campaigns.iter().map(campaign).filter(|campaign| search.means(campaign)).collect();
    paging::by_cursor(ask, MOST, all)
}

pub(super) fn creatives(shared: &Shared, ask: &Ask) -> Answer {
    let world = administered(shared, ask)?;
    paging::allow(ask, &["campaigns", "creatives", "contentReferences", "intendedStatuses", "sortOrder"], CURSOR)?;
    ask.query.finder("criteria")?;
    let person = shared.world().person_urn(ADMINISTRATOR);
    let creative = |creative: &Creative| {
        let campaign = &world.campaigns[creative.campaign];
        let is_serving = creative.status == "ACTIVE";
        json!({
            "id": creative.urn(),
            "account": world.account_urn(),
            "campaign": campaign.urn(),
            "content": { "reference": world.posts[creative.post].urn },
            "intendedStatus": creative.status,
            "isServing": is_serving,
            "servingHoldReasons": if is_serving { json!([]) } else { json!(["STOPPED"]) },
            "isTest": false,
            "review": { "status": "APPROVED" },
            "createdAt": begin(world),
            "createdBy": person,
            "lastModifiedAt": begin(world) + 3_600_000,
            "lastModifiedBy": person,
        })
    };
    let mut filters = Vec::new();
    for (parameter, pointer) in [
        ("campaigns", "/campaign"),
        ("creatives", "/id"),
        ("contentReferences", "/content/reference"),
        ("intendedStatuses", "/intendedStatus"),
    ] {
        if let Some(wanted) = ask.query.list(parameter)? {
            filters.push((pointer, wanted));
        }
    }
    let is_meant = |creative: &Value| {
        filters.iter().all(|(pointer, wanted)| {
            let value = creative.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
            wanted.iter().any(|wanted| wanted == value)
        })
    };
    let all = world.creatives.iter().map(creative).filter(is_meant).collect();
    paging::by_cursor(ask, MOST_CREATIVES, all)
}

/// `search=(status:(values:List(ACTIVE)),test:false)`.
struct Search(Vec<(&'static str, Vec<String>)>);

impl Search {
    fn read(ask: &Ask) -> Result<Self, ApiError> {
        let invalid = || ApiError::parameter("search", "is not made of fields with values:List(…)");
        let Some(term) = ask.query.term("search")? else { return Ok(Self(Vec::new())) };
        let Term::Record(fields) = term else { return Err(invalid()) };
        let mut wanted = Vec::new();
        for (name, value) in fields {
            let known =
                ["id", "name", "type", "status", "reference", "campaignGroup", "account", "associatedEntity", "test"];
            let known = known.into_iter().find(|known| *known == name).ok_or_else(|| {
                ApiError::parameter("search", &format!("has a field {name}, which cannot be searched for"))
            })?;
            let values = match (known, value.text()) {
                ("test", Some(text)) => vec![text.to_owned()],
                _ => value.field("values").and_then(Term::texts).ok_or_else(invalid)?,
            };
            wanted.push((known, values));
        }
        Ok(Self(wanted))
    }

    fn means(&self, element: &Value) -> bool {
        self.0.iter().all(|(field, wanted)| {
            let value = &element[*field];
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            // Entities are searched for by URN, and have their number as their id.
            wanted.iter().any(|wanted| *wanted == text || (*field == "id" && wanted.rsplit(':').next() == Some(&text)))
        })
    }
}

fn begin(world: &World) -> i64 {
    start_of(world.first_day()).as_millisecond()
}

fn serving(status: &str) -> Value {
    if status == "ACTIVE" { json!(["RUNNABLE"]) } else { json!(["STOPPED"]) }
}

fn stamps(shared: &Shared) -> Value {
    let world = shared.world();
    let stamp = |time: i64| json!({ "actor": world.person_urn(ADMINISTRATOR), "time": time });
    json!({ "created": stamp(begin(world)), "lastModified": stamp(begin(world) + 3_600_000) })
}
