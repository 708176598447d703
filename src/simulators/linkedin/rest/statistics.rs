//! What was done with the posts of a page: of all of them, or of each that is named; in all, or in each interval.

use jiff::{Timestamp, civil::Date};
use serde_json::{Value, json};

use super::{Answer, Ask, pages::administered, paging};
use crate::simulators::linkedin::{
    errors::ApiError,
    restli::Term,
    shared::Shared,
    world::{Post, Totals, World, date_of, start_of},
};

/// A day or a month: from its first moment up to, and without, the first of the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interval {
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
}

impl Interval {
    pub(super) fn value(self) -> Value {
        json!({ "start": self.start.as_millisecond(), "end": self.end.as_millisecond() })
    }
}

/// `timeIntervals=(timeRange:(start:…,end:…),timeGranularityType:DAY)`, cut into its days or months.
#[derive(Debug)]
pub(super) struct Intervals(pub(super) Vec<Interval>);

impl Intervals {
    pub(super) fn read(ask: &Ask, world: &World) -> Result<Option<Self>, ApiError> {
        let fault = |fault: &str| ApiError::parameter("timeIntervals", fault);
        let Some(term) = ask.query.term("timeIntervals")? else { return Ok(None) };
        let moment = |name: &str| {
            let millis = term.field("timeRange")?.field(name)?.text()?.parse().ok()?;
            Timestamp::from_millisecond(millis).ok()
        };
        let start = moment("start").ok_or_else(|| fault("has no timeRange with a start in milliseconds"))?;
        let end = moment("end").unwrap_or(world.now);
        if end <= start {
            return Err(fault("has a timeRange that ends before it starts"));
        }
        let next: fn(Date) -> Option<Date> = match term.field("timeGranularityType").and_then(Term::text) {
            Some("DAY") => |date| date.tomorrow().ok(),
            Some("MONTH") => |date| date.last_of_month().tomorrow().ok(),
            _ => return Err(fault("has a timeGranularityType that is not DAY or MONTH")),
        };
        // LinkedIn knows a year, and not the future.
        let year_ago = world.today.checked_sub(jiff::Span::new().years(1)).unwrap_or(world.today);
        let (mut day, end) = (date_of(start).max(year_ago), end.min(world.now));
        let mut intervals = Vec::new();
        while start_of(day) < end {
            let Some(after) = next(day) else { break };
            intervals.push(Interval { start: start_of(day), end: start_of(after) });
            day = after;
        }
        Ok(Some(Self(intervals)))
    }
}

pub(super) fn statistics(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&["q", "organizationalEntity", "shares", "ugcPosts", "timeIntervals"])?;
    ask.query.finder("organizationalEntity")?;
    let world = administered(shared, ask, &ask.query.needed("organizationalEntity")?)?;
    let posts = named(ask, world)?;
    let intervals = Intervals::read(ask, world)?;
    let mut elements = Vec::new();
    let mut tell = |of: Option<&Post>, interval: Option<Interval>| {
        let totals = |post: &Post| {
            interval
                .map_or_else(|| post.all_time(), |interval| post.totals(date_of(interval.start), date_of(interval.end)))
        };
        let sum = match of {
            Some(post) => totals(post),
            None => world.posts.iter().map(totals).fold(Totals::default(), Totals::and),
        };
        // A post with which nothing happened is left out.
        if of.is_none() || sum != Totals::default() {
            elements.push(element(world, of, interval, sum));
        }
    };
    let of: Vec<Option<&Post>> = posts.map_or_else(|| vec![None], |posts| posts.into_iter().map(Some).collect());
    for post in of {
        match &intervals {
            None => tell(post, None),
            Some(Intervals(intervals)) => intervals.iter().for_each(|interval| tell(post, Some(*interval))),
        }
    }
    Ok(paging::whole(&elements))
}

/// The posts that are named; none where the page is meant. Those of other pages are left out.
fn named<'a>(ask: &Ask, world: &'a World) -> Result<Option<Vec<&'a Post>>, ApiError> {
    let mut posts: Option<Vec<&Post>> = None;
    for (parameter, prefix) in [("shares", "urn:li:share:"), ("ugcPosts", "urn:li:ugcPost:")] {
        let Some(urns) = ask.query.list(parameter)? else { continue };
        if urns.iter().any(|urn| !urn.starts_with(prefix)) {
            return Err(ApiError::parameter(parameter, &format!("is not a List(…) of {prefix}…")));
        }
        posts.get_or_insert_default().extend(urns.iter().filter_map(|urn| world.post(urn)));
    }
    Ok(posts)
}

fn element(world: &World, post: Option<&Post>, interval: Option<Interval>, sum: Totals) -> Value {
    let engagement = if sum.impressions == 0 { 0.0 } else { sum.interactions() as f64 / sum.impressions as f64 };
    let mut element = json!({ "organizationalEntity": world.organization_urn() });
    if let Some(post) = post {
        let field = if post.urn.starts_with("urn:li:share:") { "share" } else { "ugcPost" };
        element[field] = post.urn.clone().into();
    }
    if let Some(interval) = interval {
        element["timeRange"] = interval.value();
    }
    element["totalShareStatistics"] = json!({
        "uniqueImpressionsCount": sum.impressions * 7 / 10,
        "shareCount": sum.shares,
        "engagement": engagement,
        "clickCount": sum.clicks,
        "likeCount": sum.likes,
        "impressionCount": sum.impressions,
        "commentCount": sum.comments,
    });
    element
}
