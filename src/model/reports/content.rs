//! What a report says.  It is written down when the report is made, and read for as long as a year, by later versions too: what one
//! of them does not find has its default, and what it does not know it leaves out.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// What some campaigns came to, everybody and everything counted once.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Content {
    /// Whose campaigns they are.
    pub team: String,
    /// The time zone by which days are counted.
    pub zone: String,
    /// The first of the days of which it speaks; null: the first that there was.
    pub first_day: Option<Date>,
    /// The last of them; null: the day on which it was made.
    pub last_day: Option<Date>,
    /// All together.
    pub totals: Totals,
    /// The one that reached most of the people wanted first.
    pub campaigns: Vec<Campaign>,
    /// Those who were to be reached, the most reached first.
    pub personas: Vec<Persona>,
    /// At most twelve.
    pub companies: Vec<Company>,
    /// People by seniority, from the top.
    pub levels: Vec<Part>,
    /// People by what they work at, at most eight.
    pub functions: Vec<Part>,
    /// Every week from the first to the last, at most 53.
    pub weeks: Vec<Week>,
    /// The five that reached most of the people wanted.
    pub posts: Vec<Post>,
    /// The twenty-five of the people wanted who engaged most, where people are named.
    pub people: Vec<Person>,
    /// What to do next, for each persona.
    pub next: Vec<Next>,
}

/// All together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Totals {
    /// The campaigns.
    pub campaigns: i64,
    /// Their posts, each once.
    pub posts: i64,
    /// Their ads.
    pub ads: i64,
    /// People who engaged.
    pub people: i64,
    /// Those of them who match one of the personas.
    pub targeted: i64,
    /// Companies at which they work, as far as it is known.
    pub companies: i64,
    /// Everything that people did.
    pub engagements: i64,
    /// With likes.
    pub reactions: i64,
    /// Of these, comments.
    pub comments: i64,
    /// Of these, posts that were passed on.
    pub shares: i64,
    /// The day of the first engagement.
    pub first_day: Option<Date>,
    /// The day of the last.
    pub last_day: Option<Date>,
    /// As ads and posts report them; null: nothing was reported, or not for these days.
    pub impressions: Option<i64>,
    /// As ads and posts report them.
    pub clicks: Option<i64>,
    /// Those of them on ads, where there are others.
    pub ad_clicks: Option<i64>,
    /// In `currency`; null: no ad reported any, several currencies did, or not for these days.
    pub spend: Option<f64>,
    /// Three letters, such as EUR.
    pub currency: String,
    /// Of one engagement; null where it is not known.
    pub cost_per_engagement: Option<f64>,
    /// What the ads report of engagements, where it is more than is known by person; the cost of one is then that of these.
    pub reported: Option<i64>,
    /// Of one person who was to be reached.
    pub cost_per_target: Option<f64>,
    /// False where something was reported for a longer time than the days of which this speaks, and is left out.
    pub is_whole: bool,
}

/// A campaign of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportCampaign)]
pub struct Campaign {
    /// Its number.
    pub id: i32,
    /// What it is called.
    pub name: String,
    /// Its first day, where one is stated.
    pub first_day: Option<Date>,
    /// Its last day, where one is stated.
    pub last_day: Option<Date>,
    /// People who engaged with it.
    pub people: i64,
    /// Those of them who were to be reached.
    pub targeted: i64,
    /// What they did.
    pub engagements: i64,
    /// What its ads cost, where it is known.
    pub spend: Option<f64>,
    /// The currency of that.
    pub currency: Option<String>,
}

/// A kind of people who were to be reached.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportPersona)]
pub struct Persona {
    /// The persona.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Who they are.
    pub about: Option<String>,
    /// As #b8442e.
    pub colour: String,
    /// Those of them who engaged.
    pub people: i64,
    /// What these did.
    pub engagements: i64,
}

/// A company of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportCompany)]
pub struct Company {
    /// What it is called.
    pub name: String,
    /// People who engaged and work there.
    pub people: i64,
    /// Those of them who were to be reached.
    pub targeted: i64,
}

/// Some of the people, by what they are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportPart)]
pub struct Part {
    /// What they are.
    pub name: String,
    /// How many of them engaged.
    pub people: i64,
    /// Those of them who were to be reached.
    pub targeted: i64,
}

/// People who engaged in a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReportWeek)]
pub struct Week {
    /// Its Monday.
    pub day: Date,
    /// Who engaged in it.
    pub people: i64,
    /// Those of them who were to be reached.
    pub targeted: i64,
}

/// A post of a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportPost)]
pub struct Post {
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Its address, where it is known.
    pub url: Option<String>,
    /// When it was published.
    pub day: Option<Date>,
    /// People who engaged with it.
    pub people: i64,
    /// Those of them who were to be reached.
    pub targeted: i64,
    /// What they did.
    pub engagements: i64,
}

/// Somebody in a report, by their number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportPerson)]
pub struct Person {
    /// The person.
    pub id: i32,
    /// What they did.
    pub engagements: i64,
}

/// The strategy that should be tried next for a persona, and what speaks for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
#[schema(as = ReportNext)]
pub struct Next {
    /// For whom.
    pub persona: String,
    /// What to try.
    pub strategy: String,
    /// What that is.
    pub about: Option<String>,
    /// People of the persona.
    pub people: i64,
    /// Posts with the strategy so far.
    pub posts: i64,
    /// Those of the people who engaged with any of them.
    pub engaged: i64,
    /// How many times the persona's usual response is to be expected; null: nothing is known.
    pub lift: Option<f64>,
    /// Whether that is more than chance.
    pub is_certain: bool,
    /// How often it publishes in a week.
    pub posts_per_week: Option<f64>,
}

impl Next {
    /// From a recommendation, and what is said of its strategy.
    pub(super) fn of(persona: &str, row: &Value, details: &Value) -> Self {
        let number = |key: &str| row[key].as_i64().unwrap_or_default();
        let (low, usual) = (row["interval_low"].as_f64(), row["baseline"].as_f64());
        let is_tried = number("trials") > 0;
        Self {
            persona: persona.to_owned(),
            strategy: row["strategy"].as_str().unwrap_or_default().to_owned(),
            about: details["description"].as_str().map(str::to_owned),
            people: number("people"),
            posts: number("posts"),
            engaged: number("people_engaged"),
            lift: row["lift"].as_f64().filter(|_| is_tried),
            is_certain: is_tried && low.zip(usual).is_some_and(|(low, usual)| low > usual),
            posts_per_week: details["posts_per_week"].as_f64(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_report_of_another_version_is_read_as_far_as_it_goes() {
        let old = json!({"team": "Studio", "totals": {"people": 7, "a_figure_of_tomorrow": 3}, "personas": [{"name": "Makers"}], "new": []});
        let read: Content = serde_json::from_value(old).unwrap();
        assert_eq!((read.totals.people, read.personas[0].name.as_str(), read.next.len()), (7, "Makers", 0));
        let again: Content = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
        assert_eq!(again, read);
    }

    #[test]
    fn what_was_never_tried_has_no_lift_and_is_not_certain() {
        let row = json!({"strategy": "Proof", "people": 40, "posts": 0, "trials": 0, "lift": 1.4, "interval_low": 0.2, "baseline": 0.1});
        let untried = Next::of("Makers", &row, &json!({"posts_per_week": 2.0}));
        assert_eq!((untried.lift, untried.is_certain, untried.posts_per_week), (None, false, Some(2.0)));
        let mut tried = row;
        tried["trials"] = json!(80);
        let tried = Next::of("Makers", &tried, &json!({}));
        assert_eq!((tried.lift, tried.is_certain), (Some(1.4), true));
        assert!(
            !Next::of("Makers", &json!({"trials": 80, "interval_low": 0.05, "baseline": 0.1}), &json!({})).is_certain
        );
    }
}
