//! A report as it is read: in the words of whoever paid for the campaigns, on a screen and on paper, without a script.

use std::fmt::{self, Write as _};

use askama::filters::HtmlSafe;
use jiff::{civil::Date, tz::TimeZone};

use super::super::{
    personas::seniority,
    shown::{self, Bar, Dot},
};
use crate::model::reports::{Campaign, Content, Named, Next, Part, Post, Report, Totals, Week};

/// Everything that stands on the page of a report, in words.
pub(in super::super) struct Sheet {
    pub(super) title: String,
    pub(super) team: String,
    pub(super) as_of: String,
    pub(super) zone: String,
    pub(super) days: String,
    pub(super) ends: String,
    pub(super) lead: Lead,
    pub(super) figures: Vec<Figure>,
    pub(super) personas: Vec<Reached>,
    pub(super) companies: Vec<Share>,
    pub(super) levels: Vec<Share>,
    pub(super) functions: Vec<Share>,
    pub(super) weeks: Option<Weeks>,
    pub(super) posts: Vec<Best>,
    pub(super) campaigns: Vec<One>,
    pub(super) cost: Vec<String>,
    pub(super) next: Vec<Advice>,
    pub(super) people: Vec<Named>,
    pub(super) is_whole: bool,
}

/// The report in two sentences.
pub(super) struct Lead {
    pub(super) people: String,
    pub(super) posts: String,
    pub(super) companies: Option<String>,
    pub(super) targeted: String,
    pub(super) is_empty: bool,
}

/// A key figure.
pub(super) struct Figure {
    pub(super) words: &'static str,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) note: String,
}

/// Whom the campaigns were to reach, and how many of them they did.
pub(super) struct Reached {
    pub(super) name: String,
    pub(super) about: Option<String>,
    pub(super) dot: Dot,
    pub(super) people: String,
    pub(super) bar: Bar,
    pub(super) engagements: String,
}

/// Some of those who were reached.
pub(super) struct Share {
    pub(super) name: String,
    pub(super) people: String,
    pub(super) targeted: String,
    pub(super) bar: Bar,
}

/// A post that worked.
pub(super) struct Best {
    pub(super) title: String,
    pub(super) url: Option<String>,
    pub(super) day: Option<String>,
    pub(super) people: String,
    pub(super) targeted: String,
    pub(super) engagements: String,
}

/// A campaign among several.
pub(super) struct One {
    pub(super) name: String,
    pub(super) days: Option<String>,
    pub(super) people: String,
    pub(super) targeted: String,
    pub(super) engagements: String,
    pub(super) spend: String,
}

/// What to do next, for a kind of people.
pub(super) struct Advice {
    pub(super) persona: String,
    pub(super) strategy: String,
    pub(super) about: Option<String>,
    pub(super) why: String,
    pub(super) pace: Option<String>,
}

impl Sheet {
    pub(super) fn new(report: Report) -> Self {
        let Report { title, as_of, ends, content, people } = report;
        let clock = TimeZone::get(&content.zone).unwrap_or(TimeZone::UTC);
        let made_on = as_of.to_zoned(clock.clone()).date();
        let totals = &content.totals;
        Self {
            title,
            as_of: shown::moment(as_of, &clock, true),
            days: days(&content, made_on),
            ends: shown::day(ends.to_zoned(clock).date()),
            lead: lead(totals),
            figures: figures(totals),
            personas: personas(&content),
            companies: companies(&content),
            levels: parts(&content.levels, totals.people, seniority),
            functions: parts(&content.functions, totals.people, shown::word),
            weeks: Weeks::new(&content.weeks),
            posts: content.posts.iter().map(Best::new).collect(),
            campaigns: campaigns(&content.campaigns),
            cost: cost(totals),
            next: content.next.iter().map(Advice::new).collect(),
            is_whole: totals.is_whole,
            people,
            team: content.team,
            zone: content.zone,
        }
    }
}

/// Of which days it speaks.
fn days(content: &Content, made_on: Date) -> String {
    let first = content.first_day.or(content.totals.first_day);
    let last = content.last_day.unwrap_or(made_on).min(made_on);
    match first {
        Some(first) if first == last => shown::day(first),
        Some(first) => format!("{} to {}", shown::day(first), shown::day(last)),
        None => format!("up to {}", shown::day(last)),
    }
}

fn people(number: i64) -> String {
    shown::counted(number, "person", "people")
}

fn lead(totals: &Totals) -> Lead {
    let companies = (totals.companies > 0).then(|| shown::counted(totals.companies, "company", "companies"));
    Lead {
        people: people(totals.people),
        posts: shown::counted(totals.posts, "post", "posts"),
        companies,
        targeted: shown::count(totals.targeted),
        is_empty: totals.people == 0,
    }
}

fn figures(totals: &Totals) -> Vec<Figure> {
    let figure = |words, value: String, note: String| Figure { words, value, unit: String::new(), note };
    let share = shown::ratio(totals.targeted, totals.people);
    let mut kinds = vec![
        shown::counted(totals.reactions, "reaction", "reactions"),
        shown::counted(totals.comments, "comment", "comments"),
        shown::counted(totals.shares, "share", "shares"),
    ];
    // Follows above all; what is named has to add up.
    let others = totals.engagements - totals.reactions - totals.comments - totals.shares;
    if others > 0 {
        kinds.push(shown::counted(others, "other", "others"));
    }
    let mut all = vec![
        figure("People who responded", shown::count(totals.people), "each counted once".to_owned()),
        figure(
            "People you wanted",
            shown::count(totals.targeted),
            share.map_or_else(String::new, |share| format!("{} of all", shown::share_of(share, 0))),
        ),
        figure("Responses", shown::count(totals.engagements), kinds.join(", ")),
    ];
    if totals.companies > 0 {
        all.push(figure("Companies", shown::count(totals.companies), "where they work".to_owned()));
    }
    if let Some(seen) = totals.impressions {
        let of_ads =
            totals.ad_clicks.map_or_else(String::new, |of_ads| format!(", {} of them on ads", shown::count(of_ads)));
        let rate = totals.clicks.map(|clicks| shown::counted(clicks, "click", "clicks") + &of_ads);
        all.push(figure("Times seen", shown::count(seen), rate.unwrap_or_default()));
    }
    if totals.spend.is_some() {
        let each = totals.cost_per_target;
        let note = each.map(|each| format!("{} a person you wanted", shown::money(each, &totals.currency)));
        all.push(Figure {
            unit: totals.currency.clone(),
            ..figure("Spent on ads", shown::amount(totals.spend), note.unwrap_or_default())
        });
    }
    all
}

/// Longest bars are those of the largest number: these parts add up to no whole.
fn bar(number: i64, largest: i64) -> Bar {
    Bar(shown::ratio(number, largest).unwrap_or_default(), "")
}

fn personas(content: &Content) -> Vec<Reached> {
    let largest = content.personas.iter().map(|persona| persona.people).max().unwrap_or_default();
    let persona = |persona: &crate::model::reports::Persona| Reached {
        name: persona.name.clone(),
        about: persona.about.clone().filter(|about| !about.trim().is_empty()),
        dot: Dot(persona.colour.clone()),
        people: shown::count(persona.people),
        bar: bar(persona.people, largest),
        engagements: shown::count(persona.engagements),
    };
    content.personas.iter().map(persona).collect()
}

fn companies(content: &Content) -> Vec<Share> {
    let largest = content.companies.iter().map(|company| company.people).max().unwrap_or_default();
    let company = |company: &crate::model::reports::Company| Share {
        name: company.name.clone(),
        people: shown::count(company.people),
        targeted: shown::count(company.targeted),
        bar: bar(company.people, largest),
    };
    content.companies.iter().map(company).collect()
}

fn parts(all: &[Part], people: i64, words: fn(&str) -> String) -> Vec<Share> {
    let part = |part: &Part| Share {
        name: words(&part.name),
        people: shown::count(part.people),
        targeted: shown::count(part.targeted),
        bar: bar(part.people, people),
    };
    all.iter().map(part).collect()
}

fn campaigns(all: &[Campaign]) -> Vec<One> {
    // One alone is what the whole page is about.
    let shown = if all.len() > 1 { all } else { &[] };
    let one = |one: &Campaign| One {
        name: one.name.clone(),
        days: shown::days(one.first_day, one.last_day),
        people: shown::count(one.people),
        targeted: shown::count(one.targeted),
        engagements: shown::count(one.engagements),
        spend: shown::maybe_money(one.spend, one.currency.as_deref().unwrap_or_default()),
    };
    shown.iter().map(one).collect()
}

/// What it cost, in sentences; only what is known.
fn cost(totals: &Totals) -> Vec<String> {
    let amount = |amount: f64| shown::money(amount, &totals.currency);
    let Some(spend) = totals.spend else {
        let sentence = if totals.ads == 0 {
            "These campaigns ran without ads, as far as we know. Nothing was paid to LinkedIn for them."
        } else {
            "Ads ran in these campaigns. What they cost is not known for these days in one currency."
        };
        return vec![sentence.to_owned()];
    };
    let ads = shown::counted(totals.ads, "ad", "ads");
    let mut all = vec![format!("{} went to LinkedIn for {ads}.", amount(spend))];
    if let Some(each) = totals.cost_per_target {
        all.push(format!("That is {} for each person you wanted to reach and did.", amount(each)));
    }
    if let Some(each) = totals.cost_per_engagement {
        all.push(match totals.reported {
            Some(reported) => format!(
                "LinkedIn counts {} to the ads, also those of people whom it does not name: one cost {} on average.",
                shown::counted(reported, "response", "responses"),
                amount(each)
            ),
            None => format!("One response cost {} on average.", amount(each)),
        });
    }
    all
}

impl Best {
    fn new(post: &Post) -> Self {
        Self {
            title: post.title.clone().filter(|title| !title.trim().is_empty()).unwrap_or_else(|| "A post".to_owned()),
            url: shown::web_address(post.url.clone()),
            day: post.day.map(shown::day),
            people: shown::count(post.people),
            targeted: shown::count(post.targeted),
            engagements: shown::count(post.engagements),
        }
    }
}

impl Advice {
    fn new(next: &Next) -> Self {
        let facts = || {
            format!(
                "{} of {} responded to {} of this kind.",
                shown::count(next.engaged),
                people(next.people),
                shown::counted(next.posts, "post", "posts")
            )
        };
        let why = match next.lift {
            None => "It was made for people like these, and has not been tried with them yet.".to_owned(),
            Some(lift) if next.is_certain => {
                format!("{} That is {lift:.1} times what is usual for them, and more than chance.", facts())
            }
            Some(lift) if lift >= 1.05 => {
                format!("{} That may be {lift:.1} times what is usual for them; it is too early to be sure.", facts())
            }
            Some(_) => format!("{} Nothing else has done better with them so far.", facts()),
        };
        let pace = next.posts_per_week.filter(|posts| *posts > 0.0).map(|posts| {
            let number = format!("{posts:.1}");
            let number = number.trim_end_matches(".0");
            format!("{number} {} a week.", if number == "1" { "post" } else { "posts" })
        });
        Self {
            persona: next.persona.clone(),
            strategy: next.strategy.clone(),
            about: next.about.clone().filter(|about| !about.trim().is_empty()).map(|about| shown::sentence(&about)),
            why,
            pace,
        }
    }
}

/// People who responded in each week, those who were wanted below the others.
pub(super) struct Weeks {
    all: Vec<Week>,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) most: String,
}

impl Weeks {
    /// None, where there is no course to be seen.
    fn new(weeks: &[Week]) -> Option<Self> {
        let (first, last) = (weeks.first()?, weeks.last()?);
        (weeks.len() > 1).then(|| Self {
            first: shown::day(first.day),
            last: shown::day(last.day),
            most: people(weeks.iter().map(|week| week.people).max().unwrap_or_default()),
            all: weeks.to_vec(),
        })
    }
}

impl fmt::Display for Weeks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = self.all.iter().map(|week| week.people).max().unwrap_or_default().max(1) as f64;
        let step = 100.0 / self.all.len() as f64;
        let mut label = String::new();
        for week in &self.all {
            write!(label, "{}: {} of {}; ", shown::short_day(week.day), week.targeted, week.people)?;
        }
        write!(
            f,
            r#"<svg class="weeks" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label="People you wanted of all who responded, by week: {}">"#,
            label.trim_end_matches("; ")
        )?;
        for (place, week) in self.all.iter().enumerate() {
            let (left, width) = (place as f64 * step + step * 0.1, step * 0.8);
            let all = 39.0 * week.people as f64 / most;
            let wanted = 39.0 * week.targeted as f64 / most;
            write!(
                f,
                r#"<rect class="rest" x="{left:.2}" y="{:.2}" width="{width:.2}" height="{:.2}"/><rect x="{left:.2}" y="{:.2}" width="{width:.2}" height="{wanted:.2}"/>"#,
                40.0 - all,
                all - wanted,
                40.0 - wanted
            )?;
        }
        f.write_str("</svg>")
    }
}
impl HtmlSafe for Weeks {}

#[cfg(test)]
impl Sheet {
    pub(super) fn samples() -> Vec<Self> {
        use crate::model::reports::{Company, Persona};
        let (text, day) = (|| "\"><b>".to_owned(), jiff::civil::date(2026, 11, 2));
        let totals = Totals {
            campaigns: 2,
            posts: 3,
            ads: 1,
            people: 7,
            targeted: 5,
            companies: 2,
            engagements: 9,
            first_day: Some(day),
            last_day: Some(day),
            impressions: Some(1000),
            clicks: Some(20),
            ad_clicks: Some(15),
            spend: Some(105.0),
            currency: "EUR".to_owned(),
            cost_per_engagement: Some(4.2),
            reported: Some(40),
            cost_per_target: Some(21.0),
            ..Totals::default()
        };
        let campaign = Campaign { name: text(), people: 7, ..Campaign::default() };
        let part = |name: &str| Part { name: name.to_owned(), people: 3, targeted: 2 };
        let next = |lift, is_certain| Next {
            persona: text(),
            strategy: text(),
            about: Some(text()),
            people: 40,
            posts: 3,
            engaged: 9,
            lift,
            is_certain,
            posts_per_week: Some(1.0),
        };
        let post = Post { title: Some(text()), url: Some("javascript:alert(1)".to_owned()), ..Post::default() };
        let content = Content {
            team: text(),
            zone: "Europe/Berlin".to_owned(),
            first_day: Some(day),
            last_day: Some(day),
            totals,
            campaigns: vec![campaign.clone(), campaign],
            personas: vec![Persona {
                name: text(),
                about: Some(text()),
                colour: text(),
                people: 5,
                ..Persona::default()
            }],
            companies: vec![Company { name: text(), people: 3, targeted: 2 }],
            levels: vec![part("vp"), part("<b>")],
            functions: vec![part("marketing")],
            weeks: vec![Week { day, people: 3, targeted: 2 }, Week { day, people: 0, targeted: 0 }],
            posts: vec![post, Post::default()],
            people: Vec::new(),
            next: vec![next(None, false), next(Some(1.4), true), next(Some(1.4), false), next(Some(0.9), false)],
        };
        let person = Named { name: text(), about: text(), engagements: 3 };
        let at = jiff::Timestamp::UNIX_EPOCH;
        let report = |content, people| Report { title: text(), as_of: at, ends: at, content, people };
        vec![Self::new(report(content, vec![person])), Self::new(report(Content::default(), Vec::new()))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_cost_is_said_as_far_as_it_is_known() {
        let none = Totals::default();
        assert!(cost(&none)[0].contains("without ads"));
        let unknown = Totals { ads: 2, ..Totals::default() };
        assert!(cost(&unknown)[0].contains("not known"));
        let known = Totals { ads: 1, spend: Some(105.0), currency: "EUR".to_owned(), ..Totals::default() };
        assert_eq!(cost(&known), ["105.00\u{202f}EUR went to LinkedIn for 1\u{a0}ad."]);
    }

    #[test]
    fn advice_says_no_more_than_is_known() {
        let next = |lift, is_certain| Next { people: 40, posts: 3, engaged: 9, lift, is_certain, ..Next::default() };
        let why = |lift, is_certain| Advice::new(&next(lift, is_certain)).why;
        assert!(why(None, false).contains("not been tried"));
        assert!(why(Some(1.44), true).contains("1.4 times") && why(Some(1.44), true).contains("more than chance"));
        assert!(why(Some(1.44), false).contains("too early"));
        assert!(why(Some(0.8), false).contains("Nothing else") && !why(Some(0.8), false).contains("0.8"));
    }

    #[test]
    fn days_end_with_the_day_on_which_it_was_made() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let mut content = Content::default();
        assert_eq!(days(&content, day("2026-11-27")), "up to 27 Nov 2026");
        content.totals.first_day = Some(day("2026-09-01"));
        assert_eq!(days(&content, day("2026-11-27")), "1 Sep 2026 to 27 Nov 2026");
        content.last_day = Some(day("2026-12-31"));
        assert_eq!(days(&content, day("2026-11-27")), "1 Sep 2026 to 27 Nov 2026");
        (content.first_day, content.last_day) = (Some(day("2026-10-01")), Some(day("2026-10-31")));
        assert_eq!(days(&content, day("2026-11-27")), "1 Oct 2026 to 31 Oct 2026");
    }

    #[test]
    fn weeks_are_drawn_to_the_largest_and_one_is_no_course() {
        let week = |people, targeted| Week { day: jiff::civil::date(2026, 11, 2), people, targeted };
        assert!(Weeks::new(&[week(3, 1)]).is_none() && Weeks::new(&[]).is_none());
        let drawn = Weeks::new(&[week(10, 5), week(0, 0)]).unwrap().to_string();
        assert!(drawn.contains(r#"y="1.00" width="40.00" height="19.50""#) && drawn.contains("5 of 10"), "{drawn}");
        assert!(!drawn.contains("NaN"), "{drawn}");
    }
}
