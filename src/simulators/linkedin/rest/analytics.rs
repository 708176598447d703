//! The figures of ads, by day or all together, of creatives, campaigns and more, or of kinds of members, which are noised.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Answer, Ask, paging};
use crate::{
    cli::demo::random::Random,
    simulators::linkedin::{
        errors::ApiError,
        restli::Term,
        shared::Shared,
        world::{Creative, Figures, MEASURES, World, days_between},
    },
};

/// The most names in `fields`.
const MOST_FIELDS: usize = 20;
/// How far a noised count may be from the true one; what is below it is hidden.
const NOISE: i64 = 3;
/// Days of a range over which reach is told.
const REACH_DAYS: i64 = 92;

const OTHER_FIELDS: [&str; 6] =
    ["dateRange", "pivotValues", "costInLocalCurrency", "costInUsd", "approximateMemberReach", "averageDwellTime"];
const FACETS: [&str; 5] = ["accounts", "campaignGroups", "campaigns", "creatives", "shares"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Granularity {
    All,
    Daily,
    Monthly,
}

/// Days from the first up to and with the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Range {
    start: Date,
    end: Date,
}

pub(super) fn analytics(shared: &Shared, ask: &Ask) -> Answer {
    let own = ["pivot", "timeGranularity", "dateRange", "fields", "sortBy", "campaignType", "objectiveType"];
    ask.query.only(&[&own[..], &FACETS, &["q"]].concat())?;
    ask.query.finder("analytics")?;
    let accounts = ask.query.list("accounts")?.unwrap_or_default();
    let own = shared.worlds.iter().find(|world| accounts.contains(&world.account_urn()));
    let world = own.unwrap_or_else(|| shared.world());
    let pivot = ask.query.needed("pivot")?;
    let granularity = granularity(ask)?;
    let range = range(ask, world)?;
    let fields = fields(ask)?;
    let creatives = creatives(ask, world)?;
    let periods = periods(range, granularity, world);
    let mut elements = Vec::new();
    for period in periods {
        let rows = match kinds(&pivot, world) {
            Some(kinds) => by_kind(world, &pivot, &kinds, &creatives, period),
            None => by_entity(world, &pivot, &creatives, period)?,
        };
        let is_noised = pivot.starts_with("MEMBER_");
        elements.extend(rows.into_iter().map(|row| element(&row, period, &fields, is_noised)));
    }
    Ok(paging::whole(&elements))
}

fn granularity(ask: &Ask) -> Result<Granularity, ApiError> {
    match &*ask.query.needed("timeGranularity")? {
        "ALL" => Ok(Granularity::All),
        "DAILY" => Ok(Granularity::Daily),
        "MONTHLY" => Ok(Granularity::Monthly),
        _ => Err(ApiError::parameter("timeGranularity", "is not ALL, DAILY or MONTHLY")),
    }
}

fn range(ask: &Ask, world: &World) -> Result<Range, ApiError> {
    let invalid = || ApiError::parameter("dateRange", "is not (start:(year:…,month:…,day:…),end:(…))");
    let term = ask.query.term("dateRange")?.ok_or_else(|| ApiError::parameter("dateRange", "is missing"))?;
    let date = |term: &Term| {
        let part = |name| term.field(name)?.text()?.parse::<i16>().ok();
        let (year, month, day) = (part("year")?, part("month")?, part("day")?);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let start = term.field("start").and_then(date).ok_or_else(invalid)?;
    let end = term.field("end").map(|end| date(end).ok_or_else(invalid)).transpose()?.unwrap_or(world.today);
    if end < start {
        return Err(ApiError::parameter("dateRange", "ends before it starts"));
    }
    Ok(Range { start, end })
}

/// The fields that are asked for. Who asks for none hears impressions and clicks, and not of what.
fn fields(ask: &Ask) -> Result<Vec<String>, ApiError> {
    let fields = ask.query.words("fields").unwrap_or_else(|| vec!["impressions", "clicks"]);
    if fields.len() > MOST_FIELDS {
        return Err(ApiError::parameter("fields", &format!("names more than {MOST_FIELDS} fields")));
    }
    let unknown = fields.iter().find(|field| !MEASURES.contains(field) && !OTHER_FIELDS.contains(field));
    if let Some(unknown) = unknown {
        return Err(ApiError::parameter("fields", &format!("names {unknown}, which there is not")));
    }
    Ok(fields.into_iter().map(ToOwned::to_owned).collect())
}

/// The creatives that all facets mean. What belongs to others is no error: there are no figures of it.
fn creatives<'a>(ask: &Ask, world: &'a World) -> Result<Vec<&'a Creative>, ApiError> {
    let mut chosen: Vec<&Creative> = world.creatives.iter().collect();
    let mut any = false;
    for facet in FACETS {
        let Some(wanted) = ask.query.list(facet)? else { continue };
        let prefix = match facet {
            "accounts" => "urn:li:sponsoredAccount:",
            "campaignGroups" => "urn:li:sponsoredCampaignGroup:",
            "campaigns" => "urn:li:sponsoredCampaign:",
            "creatives" => "urn:li:sponsoredCreative:",
            _ => "urn:li:",
        };
        if wanted.is_empty() || wanted.iter().any(|urn| !urn.starts_with(prefix)) {
            return Err(ApiError::parameter(facet, &format!("is not a List(…) of {prefix}…")));
        }
        any = true;
        chosen.retain(|creative| {
            let urn = match facet {
                "accounts" => world.account_urn(),
                "campaignGroups" => entity(world, "CAMPAIGN_GROUP", creative).unwrap_or_default(),
                "campaigns" => entity(world, "CAMPAIGN", creative).unwrap_or_default(),
                "creatives" => creative.urn(),
                _ => entity(world, "SHARE", creative).unwrap_or_default(),
            };
            wanted.contains(&urn)
        });
    }
    if any { Ok(chosen) } else { Err(ApiError::bad("PARAM_INVALID", "At least one facet is needed, such as accounts")) }
}

/// What of an ad a pivot names.
fn entity(world: &World, pivot: &str, creative: &Creative) -> Option<String> {
    let campaign = &world.campaigns[creative.campaign];
    Some(match pivot {
        "CREATIVE" => creative.urn(),
        "CAMPAIGN" => campaign.urn(),
        "CAMPAIGN_GROUP" => world.groups[campaign.group].urn(),
        "ACCOUNT" => world.account_urn(),
        "COMPANY" => world.organization_urn(),
        "SHARE" => world.posts[creative.post].urn.clone(),
        _ => return None,
    })
}

fn periods(range: Range, granularity: Granularity, world: &World) -> Vec<Range> {
    if granularity == Granularity::All {
        return vec![range];
    }
    // There is nothing outside of these days, however long a range is asked for.
    let (start, end) = (range.start.max(world.first_day()), range.end.min(world.today));
    let mut periods: Vec<Range> = Vec::new();
    let mut day = start;
    while day <= end {
        match periods.last_mut() {
            Some(last)
                if granularity == Granularity::Monthly && last.start.first_of_month() == day.first_of_month() =>
            {
                last.end = day;
            }
            _ => periods.push(Range { start: day, end: day }),
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    periods
}

/// A row: what it is of, its counts, and a cost.
struct Row {
    value: String,
    counts: BTreeMap<&'static str, u64>,
    cost: Figures,
}

impl Row {
    fn of(value: String, figures: Figures) -> Self {
        let counts = MEASURES.into_iter().filter_map(|name| Some((name, figures.count(name)?))).collect();
        Self { value, counts, cost: figures }
    }
}

fn sum(world: &World, creative: &Creative, period: Range) -> Figures {
    let first = days_between(world.first_day(), period.start).max(0);
    let last = days_between(world.first_day(), period.end);
    let mut sum = Figures::default();
    for (number, day) in (0..).zip(&creative.days) {
        if (first..=last).contains(&number) {
            sum += day;
        }
    }
    sum
}

fn by_entity(world: &World, pivot: &str, creatives: &[&Creative], period: Range) -> Result<Vec<Row>, ApiError> {
    let mut sums: BTreeMap<String, Figures> = BTreeMap::new();
    for creative in &world.creatives {
        let value = entity(world, pivot, creative).ok_or_else(|| ApiError::parameter("pivot", "is none"))?;
        if creatives.iter().any(|chosen| chosen.id == creative.id) {
            *sums.entry(value).or_default() += &sum(world, creative, period);
        }
    }
    // Who was not shown has no row.
    let shown = sums.into_iter().filter(|(_, figures)| figures.impressions > 0);
    Ok(shown.map(|(value, figures)| Row::of(value, figures)).collect())
}

/// The kinds of members that a pivot tells apart; none for a pivot that tells ads apart.
fn kinds(pivot: &str, world: &World) -> Option<Vec<String>> {
    let numbered =
        |kind: &str, numbers: &[u32]| numbers.iter().map(|number| format!("urn:li:{kind}:{number}")).collect();
    Some(match pivot {
        "MEMBER_COMPANY" => {
            let companies = world.people.companies().iter().take(60);
            companies.map(|company| format!("urn:li:organization:{}", company.id)).collect()
        }
        "MEMBER_SENIORITY" => numbered("seniority", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        "MEMBER_JOB_FUNCTION" => numbered("function", &[1, 2, 3, 4, 7, 8, 9, 10, 13, 15, 16, 18, 19, 20, 24, 25, 26]),
        "MEMBER_JOB_TITLE" => numbered("title", &[1, 2, 4, 9, 22, 39, 52, 103, 128, 266, 377, 450, 730, 1_335, 3_172]),
        "MEMBER_INDUSTRY" => numbered("industry", &[3, 4, 6, 19, 25, 43, 47, 53, 60, 80, 96, 99, 118, 137]),
        "MEMBER_COUNTRY_V2" => numbered("geo", &[101_165_590, 101_282_230, 103_644_278, 105_015_875, 102_890_719]),
        "MEMBER_REGION_V2" => numbered("geo", &[90_009_496, 90_009_706, 90_009_712, 90_000_070]),
        "MEMBER_COMPANY_SIZE" => [
            "SIZE_1",
            "SIZE_2_TO_10",
            "SIZE_11_TO_50",
            "SIZE_51_TO_200",
            "SIZE_201_TO_500",
            "SIZE_501_TO_1000",
            "SIZE_1001_TO_5000",
            "SIZE_5001_TO_10000",
            "SIZE_10001_OR_MORE",
        ]
        .map(ToOwned::to_owned)
        .to_vec(),
        _ => return None,
    })
}

/// What each kind of members did. Each count is noised by itself, so that days do not add up to their total, and neither do
/// kinds.
fn by_kind(world: &World, pivot: &str, kinds: &[String], creatives: &[&Creative], period: Range) -> Vec<Row> {
    let mut total = Figures::default();
    for creative in creatives {
        total += &sum(world, creative, period);
    }
    // Few are of most kinds.
    let weight = |kind: &String| {
        let unit = Random::new(world.seed, &format!("{pivot} {kind}")).unit();
        whole(unit * unit * 1_000.0) + 1
    };
    let all: u64 = kinds.iter().map(weight).sum();
    let mut rows = Vec::new();
    for kind in kinds {
        let per_mille = weight(kind) * 1_000 / all;
        let mut random =
            Random::new(world.seed, &format!("{pivot} {kind} {} {} {}", period.start, period.end, creatives.len()));
        let mut noised = |name: &'static str| {
            let count = i64::try_from(total.count(name)? * weight(kind) / all).ok()?;
            let count = count + random.up_to(2 * NOISE + 1) - NOISE;
            Some((name, u64::try_from(count).ok().filter(|_| count >= NOISE).unwrap_or(0)))
        };
        let counts: BTreeMap<&'static str, u64> = MEASURES.into_iter().filter_map(&mut noised).collect();
        if counts.get("impressions").is_some_and(|count| *count > 0) {
            rows.push(Row { value: kind.clone(), counts, cost: total.share_of_cost(per_mille) });
        }
    }
    rows
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a weight is between 0 and 1000")]
const fn whole(number: f64) -> u64 {
    number as u64
}

fn element(row: &Row, period: Range, fields: &[String], is_noised: bool) -> Value {
    let date = |date: Date| json!({ "year": date.year(), "month": date.month(), "day": date.day() });
    let impressions = row.counts.get("impressions").copied().unwrap_or(0);
    let days = days_between(period.start, period.end) + 1;
    let mut element = json!({});
    for field in fields {
        let value = match field.as_str() {
            "dateRange" => json!({ "start": date(period.start), "end": date(period.end) }),
            "pivotValues" => json!([row.value]),
            "costInLocalCurrency" => row.cost.cost().into(),
            "costInUsd" => row.cost.cost_in_usd().into(),
            // Nobody counts whom several kinds have in common, or over so long.
            "approximateMemberReach" if is_noised || days > REACH_DAYS => continue,
            "approximateMemberReach" => (impressions * 8 / (9 + days.unsigned_abs())).max(1).into(),
            "averageDwellTime" => json!(2.0 + (impressions % 40) as f64 / 10.0),
            name => row.counts.get(name).copied().into(),
        };
        element[field] = value;
    }
    element
}
