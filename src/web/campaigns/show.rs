//! One campaign: what it reached, whom, and what it cost.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    extract::{Path, Query, State as Pool},
    response::Response,
};
use jiff::{ToSpan as _, civil::Date};
use queries::queries::campaign_pages::{
    self as sql, CampaignFigures, CampaignPeopleShown, CampaignPersonasShown, CampaignPostsShown, CampaignReach,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        goals::Goal,
        lists,
        shell::Shell,
        shown::{self, Bar, Change, Chart, Dot, Series, ShareBar, State},
        visitor::Visitor,
    },
    ads::Ads,
    figures_of, id_of, nothing,
};

/// Days of a chart; of a longer campaign not every day is drawn.
const DAYS: i32 = 400;

#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    #[serde(default)]
    did: String,
    /// The order of the ads.
    #[serde(default)]
    sort: String,
    #[serde(default)]
    dir: String,
}

#[derive(Template)]
#[template(path = "campaigns/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: i32,
    name: String,
    group: Option<(i32, String)>,
    state: State,
    days: Option<String>,
    /// What it is for, and of which type it is.
    purpose: String,
    budget: Option<String>,
    strategy: Option<String>,
    /// Whom it is meant for.
    meant: Vec<(Dot, String)>,
    figures: Vec<Figure>,
    reach: Option<Reach>,
    funnel: Vec<Stage>,
    goal: Option<Goal>,
    personas: Vec<Persona>,
    kinds: Vec<&'static str>,
    posts: Vec<Post>,
    ads: Ads,
    people: Vec<Person>,
    reached: String,
}

/// A key figure.
struct Figure {
    words: &'static str,
    value: String,
    unit: String,
    note: String,
    change: Option<Change>,
}

/// A stage of the funnel.
struct Stage {
    words: &'static str,
    value: String,
    bar: Bar,
    note: String,
}

struct Persona {
    id: Uuid,
    name: String,
    dot: Dot,
    is_meant: bool,
    people: String,
    share: ShareBar,
    engagements: String,
    share_of_campaign: String,
    heat: Vec<Heat>,
}

/// A cell of the heatmap: how dark it is, of seven, and its number.
struct Heat(i64, String);

/// People reached up to each day, as a chart and as a table.
struct Reach {
    chart: Chart,
    names: Vec<String>,
    weeks: Vec<(String, Vec<String>)>,
}

struct Post {
    title: String,
    url: Option<String>,
    is_paid: bool,
    posted: String,
    impressions: String,
    engagements: String,
    rate: String,
    people: String,
    accuracy: ShareBar,
    reactions: String,
    comments: String,
    shares: String,
}

struct Person {
    id: i32,
    name: String,
    headline: Option<String>,
    company: Option<String>,
    personas: Vec<(Dot, String)>,
    engagements: String,
    score: String,
    last: String,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let id = id_of(&id)?;
    let session = &visitor.session;
    let shell = Shell::live(&pages, session, "/campaigns", "metrics imports jobs campaigns");
    let reading = session.read(&pages.database).await?;
    let (one, two) = reading.both();
    let campaigns = session.campaigns.as_deref();
    let of_itself = async {
        let found = figures_of(one, session, Some(id), (None, None, None, None)).await?;
        let figures = found.into_iter().next().ok_or_else(nothing)?;
        let personas = sql::campaign_personas_shown().bind(&**one, &id, &campaigns).all().await?;
        let meant = if personas.iter().any(|row| row.is_meant) {
            Some(sql::campaign_meant_reached().bind(&**one, &id, &campaigns).one().await?)
        } else {
            None
        };
        Ok::<_, Problem>((figures, personas, meant))
    };
    let of_posts = async {
        let reach = sql::campaign_reach().bind(&**two, &id, &campaigns).all().await?;
        let posts = sql::campaign_posts_shown().bind(&**two, &id, &campaigns).all().await?;
        let ads = Ads::read(two, session, id, (&wanted.sort, &wanted.dir)).await?;
        let people = sql::campaign_people_shown().bind(&**two, &id, &campaigns).all().await?;
        Ok((reach, posts, ads, people))
    };
    let ((figures, personas, meant), (reach, posts, ads, people)) = tokio::try_join!(of_itself, of_posts)?;
    reading.end().await;
    let details = Details { personas, meant, reach, posts, ads, people };
    let page = ShowPage::new(shell, figures, details);
    Ok(answer::page(&ShowPage { did: lists::done(&wanted.did), ..page }))
}

/// What there is of a campaign besides its figures.
struct Details {
    personas: Vec<CampaignPersonasShown>,
    /// How many of those whom it is meant for it reached; none: nobody said whom that is.
    meant: Option<i64>,
    reach: Vec<CampaignReach>,
    posts: Vec<CampaignPostsShown>,
    ads: Ads,
    people: Vec<CampaignPeopleShown>,
}

impl ShowPage {
    fn new(shell: Shell, figures: CampaignFigures, details: Details) -> Self {
        let kinds = kinds(&details.personas);
        let purpose = figures.objective.as_deref().map(|objective| format!("{}, ", shown::word(objective)));
        let kind = shown::word(&figures.r#type);
        let purpose = purpose.map_or_else(|| kind.clone(), |purpose| format!("{purpose}{}", kind.to_lowercase()));
        Self {
            shell,
            did: None,
            id: figures.id,
            days: shown::days(figures.start_date, figures.end_date),
            budget: figures.budget.map(|budget| shown::money(budget, &figures.currency)),
            purpose,
            meant: by_name(details.personas.iter().filter(|row| row.is_meant)),
            figures: key_figures(&figures, details.meant),
            reach: reach(&figures, &details),
            funnel: funnel(&figures),
            goal: Goal::of(&figures),
            personas: personas(&details.personas, &kinds),
            kinds: kinds.iter().map(|kind| kind.0).collect(),
            posts: details.posts.into_iter().map(Post::new).collect(),
            ads: details.ads,
            people: details.people.into_iter().map(Person::new).collect(),
            reached: shown::counted(figures.people, "person", "people"),
            name: figures.name,
            group: figures.group_id.zip(figures.campaign_group),
            state: State(figures.status),
            strategy: figures.strategy,
        }
    }
}

/// Personas by their names, which is how they are chosen.
fn by_name<'a>(rows: impl Iterator<Item = &'a CampaignPersonasShown>) -> Vec<(Dot, String)> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by_key(|row| row.name.to_lowercase());
    rows.into_iter().map(|row| (Dot(row.colour.clone()), row.name.clone())).collect()
}

/// What there is of some notes, in a line.
fn told(notes: [Option<String>; 2]) -> String {
    notes.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn key_figures(row: &CampaignFigures, meant: Option<i64>) -> Vec<Figure> {
    let figure = |words, value: String, note: String| Figure { words, value, unit: String::new(), note, change: None };
    let per_cent = |share: f64| shown::share(share);
    let mut figures = vec![
        figure(
            "People reached",
            shown::count(row.people),
            format!("by {}", shown::counted(row.posts.into(), "post", "posts")),
        ),
        figure(
            "On target",
            shown::count(row.targeted),
            told([
                row.targeting_accuracy.map(|part| format!("{} of the people", per_cent(part))),
                meant.map(|people| format!("{} of those it is meant for", shown::count(people))),
            ]),
        ),
        Figure {
            change: Some(Change { now: row.last_7_days, before: row.previous_7_days }),
            ..figure("Engagements", shown::count(row.engagements), format!("7 days: {}", shown::count(row.last_7_days)))
        },
    ];
    if let Some(impressions) = row.impressions {
        figures.push(Figure {
            unit: "%".to_owned(),
            ..figure(
                "Engagement rate",
                shown::per_cent(row.engagement_rate),
                format!(
                    "{} for {} impressions",
                    shown::counted(row.measured_engagements, "engagement", "engagements"),
                    shown::count(impressions)
                ),
            )
        });
    }
    // Without ads there is nothing that could have cost anything.
    if row.spend.is_some() {
        let of_budget = row
            .budget_utilization
            .zip(row.budget)
            .map(|(part, budget)| format!("{} of {}", per_cent(part), shown::money(budget, &row.currency)));
        figures.push(Figure {
            unit: row.spend_currency.clone(),
            ..figure("Spend", shown::amount(row.spend), of_budget.unwrap_or_default())
        });
        let on_target = Some(row.targeted).filter(|targeted| *targeted > 0);
        let for_one = row.spend.zip(on_target).map(|(spend, targeted)| spend / targeted as f64);
        let notes = [
            row.reported_engagements
                .filter(|reported| *reported > 0)
                .map(|reported| format!("of {} by ads", shown::count(reported))),
            for_one.map(|cost| format!("{} for one on target", shown::money(cost, &row.spend_currency))),
        ];
        figures.push(Figure {
            unit: row.spend_currency.clone(),
            ..figure("Cost per engagement", shown::amount(row.cost_per_engagement), told(notes))
        });
    }
    figures
}

/// From impressions to people on target; each stage as a part of the one before, and only what is known.
fn funnel(row: &CampaignFigures) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut before: Option<i64> = None;
    let mut stage = |words, value: i64, note: String| {
        let part =
            before.map_or(if value > 0 { 1.0 } else { 0.0 }, |before| shown::ratio(value, before).unwrap_or_default());
        before = Some(value);
        stages.push(Stage { words, value: shown::count(value), bar: Bar(part, ""), note });
    };
    if let Some(impressions) = row.impressions {
        stage("Impressions", impressions, String::new());
    }
    let is_more = row.proven_engagements > row.engagements;
    let rate = row.engagement_rate.map(|rate| match row.proven_engagements - row.measured_engagements {
        0 => format!("{} of the impressions", shown::share_of(rate, 2)),
        unseen => format!(
            "{} of the impressions, without {} of which none are known",
            shown::share_of(rate, 2),
            shown::count(unseen)
        ),
    });
    stage(if is_more { "Engagements in all" } else { "Engagements" }, row.proven_engagements, rate.unwrap_or_default());
    let behind = is_more.then(|| format!("behind {}", shown::counted(row.engagements, "engagement", "engagements")));
    stage("People with a name", row.people, behind.unwrap_or_default());
    let part = row.targeting_accuracy.map(|part| format!("{} of the people match a persona", shown::share(part)));
    stage("On target", row.targeted, part.unwrap_or_default());
    stages
}

/// A kind of engagement, and how its number is read.
type Kind = (&'static str, fn(&CampaignPersonasShown) -> i32);

/// The kinds of engagement; clicks only where there are any, since few sources name who clicked.
fn kinds(rows: &[CampaignPersonasShown]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = vec![
        ("Likes", |row| row.likes),
        ("Other reactions", |row| row.reactions),
        ("Comments", |row| row.comments),
        ("Shares", |row| row.shares),
        ("Follows", |row| row.follows),
    ];
    if rows.iter().any(|row| row.clicks > 0) {
        kinds.push(("Clicks", |row| row.clicks));
    }
    kinds
}

fn personas(rows: &[CampaignPersonasShown], kinds: &[Kind]) -> Vec<Persona> {
    let largest: Vec<i32> = kinds.iter().map(|(_, of)| rows.iter().map(of).max().unwrap_or_default()).collect();
    rows.iter()
        .map(|row| Persona {
            id: row.persona_id,
            name: row.name.clone(),
            dot: Dot(row.colour.clone()),
            is_meant: row.is_meant,
            people: shown::count(row.people.into()),
            share: ShareBar(row.share_of_persona),
            engagements: shown::count(row.engagements.into()),
            share_of_campaign: row.share_of_campaign.map_or_else(|| "–".to_owned(), shown::share),
            heat: kinds.iter().zip(&largest).map(|((_, of), largest)| Heat::new(of(row), *largest)).collect(),
        })
        .collect()
}

impl Heat {
    fn new(number: i32, largest: i32) -> Self {
        let (number, largest) = (i64::from(number.max(0)), i64::from(largest));
        let degree = if largest > 0 { (14 * number + largest) / (2 * largest) } else { 0 };
        Self(degree, shown::count(number))
    }
}

/// The people of each persona up to each day, from the first who came to today, or to the end of the campaign.
fn reach(figures: &CampaignFigures, details: &Details) -> Option<Reach> {
    let first = details.reach.first()?.day;
    let end = figures.end_date.unwrap_or(figures.today).min(figures.today);
    let last = details.reach.last().map_or(end, |row| row.day.max(end));
    let step = ((last - first).get_days() / DAYS + 1).max(1);
    let mut days: Vec<Date> = first.series(step.days()).take_while(|day| *day <= last).collect();
    // Whatever is left out, the last day says what everything came to.
    if days.last() != Some(&last) {
        days.push(last);
    }
    let mut new: BTreeMap<Uuid, BTreeMap<Date, i64>> = BTreeMap::new();
    for row in &details.reach {
        *new.entry(row.persona_id).or_default().entry(row.day).or_default() += i64::from(row.new_people);
    }
    let series: Vec<Series> = details
        .personas
        .iter()
        .map(|persona| {
            let mut came = new.remove(&persona.persona_id).unwrap_or_default().into_iter().peekable();
            let mut sum = 0;
            let data = days.iter().map(|day| {
                while let Some((_, people)) = came.next_if(|(came_on, _)| came_on <= day) {
                    sum += people;
                }
                sum
            });
            Series { data: data.collect(), name: persona.name.clone(), colour: Some(persona.colour.clone()) }
        })
        .collect();
    let weeks = (0..days.len())
        .rev()
        .step_by(7)
        .map(|index| (shown::day(days[index]), series.iter().map(|series| shown::count(series.data[index])).collect()));
    Some(Reach {
        weeks: weeks.collect(),
        names: series.iter().map(|series| series.name.clone()).collect(),
        chart: Chart { x: days.iter().map(Date::to_string).collect(), unit: "people", stack: false, series },
    })
}

impl Post {
    fn new(row: CampaignPostsShown) -> Self {
        Self {
            title: row.title.unwrap_or_else(|| format!("Post {}", row.id)),
            // Addresses of posts come out of files: one that is no web address is none.
            url: shown::web_address(row.url),
            is_paid: row.is_paid,
            posted: row.posted_on.map_or_else(|| "–".to_owned(), shown::day),
            impressions: shown::maybe_count(row.impressions),
            engagements: shown::count(row.engagements),
            rate: shown::per_cent(row.engagement_rate),
            people: shown::count(row.people),
            accuracy: ShareBar(row.targeting_accuracy),
            reactions: shown::count(row.reactions),
            comments: shown::count(row.comments),
            shares: shown::count(row.shares),
        }
    }
}

impl Person {
    fn new(row: CampaignPeopleShown) -> Self {
        Self {
            id: row.id,
            name: row.name,
            headline: row.headline,
            company: row.company,
            personas: row.colours.into_iter().map(Dot).zip(row.personas).collect(),
            engagements: shown::count(row.engagements),
            score: shown::count(row.score),
            last: shown::short_day(row.last_day),
        }
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let day = jiff::civil::date(2026, 11, 20);
        let persona = |number: u128| CampaignPersonasShown {
            persona_id: Uuid::from_u128(number),
            name: "</script><b>".to_owned(),
            colour: "\"><b>".to_owned(),
            people: 7,
            likes: 5,
            reactions: 1,
            comments: 0,
            shares: 1,
            follows: 0,
            clicks: 2,
            persona_people: 70,
            is_meant: true,
            share_of_persona: Some(0.1),
            share_of_campaign: None,
            engagements: 9,
        };
        let post = |title: Option<&str>| CampaignPostsShown {
            id: 1,
            title: title.map(str::to_owned),
            url: Some("javascript:alert(1)".to_owned()),
            posted_on: title.map(|_| day),
            is_paid: true,
            impressions: None,
            engagements: 9,
            people: 7,
            targeted: 3,
            reactions: 6,
            comments: 1,
            shares: 1,
            targeting_accuracy: Some(3.0 / 7.0),
            engagement_rate: None,
        };
        let person = CampaignPeopleShown {
            id: 1,
            name: "<b>".to_owned(),
            headline: Some("<b>".to_owned()),
            company: Some("<b>".to_owned()),
            engagements: 3,
            score: 12,
            last_day: day,
            personas: vec!["<b>".to_owned()],
            colours: vec!["#b8442e".to_owned()],
        };
        let whole = Details {
            meant: Some(2),
            personas: vec![persona(1), persona(2)],
            reach: vec![CampaignReach { persona_id: Uuid::from_u128(1), day, new_people: 7 }],
            posts: vec![post(None), post(Some("<b>"))],
            ads: Ads::sample(true),
            people: vec![person],
        };
        let bare = Details {
            personas: vec![],
            meant: None,
            reach: vec![],
            posts: vec![],
            ads: Ads::sample(false),
            people: vec![],
        };
        let page = |is_whole, details| {
            Self::new(Shell::sample("/campaigns"), super::tests::sample(1, "</title><b>", is_whole), details)
        };
        vec![page(true, whole), page(false, bare)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reach_adds_up_and_the_last_day_is_there_however_long_it_took() {
        let mut figures = super::super::tests::sample(1, "a", true);
        figures.end_date = None;
        figures.today = jiff::civil::date(2026, 11, 27);
        let day = |day: &str, people| CampaignReach {
            persona_id: Uuid::from_u128(1),
            day: day.parse().unwrap(),
            new_people: people,
        };
        for first in ["2026-11-27", "2026-11-20", "2019-01-01"] {
            let details = Details {
                meant: None,
                personas: vec![sample(1)],
                reach: vec![day(first, 3), day("2026-11-27", 4)],
                posts: vec![],
                ads: Ads::sample(false),
                people: vec![],
            };
            let reach = reach(&figures, &details).unwrap();
            assert_eq!(reach.chart.x.last().unwrap(), "2026-11-27");
            assert_eq!(reach.chart.series[0].data.last(), Some(&7), "{first}");
            assert!(reach.chart.x.len() <= 402 && reach.weeks[0].1 == ["7"], "{}", reach.chart.x.len());
        }
    }

    fn sample(number: u128) -> CampaignPersonasShown {
        CampaignPersonasShown {
            persona_id: Uuid::from_u128(number),
            name: "a".to_owned(),
            colour: "#000000".to_owned(),
            people: 7,
            likes: 7,
            reactions: 0,
            comments: 0,
            shares: 0,
            follows: 0,
            clicks: 0,
            persona_people: 7,
            is_meant: false,
            share_of_persona: None,
            share_of_campaign: None,
            engagements: 7,
        }
    }

    #[test]
    fn heat_is_of_seven_degrees_within_its_column() {
        let degree = |number, largest| Heat::new(number, largest).0;
        assert_eq!((degree(0, 0), degree(0, 9), degree(9, 9), degree(1, 14), degree(-1, 9)), (0, 0, 7, 1, 0));
    }
}
