//! The overview: this week against the last, and what somebody should look at.

use std::sync::Arc;

use askama::Template;
use axum::{Router, extract::State as Pool, response::Response, routing::get};
use jiff::civil::Date;
use queries::queries::{
    campaign_pages::CampaignFigures,
    overview::{
        self as sql, OverviewAlerts, OverviewCampaigns, OverviewEngagements, OverviewHot, OverviewImports,
        OverviewPeople, OverviewPersonas, OverviewSpend,
    },
    tenants,
};

use super::{
    Pages, answer,
    answer::Problem,
    assets, campaigns,
    goals::Goal,
    shell::Shell,
    shown::{self, Change, Chart, Dot, Icon, Series, ShareBar, Spark},
    visitor::Visitor,
};
use crate::{db::Reading, error::Error, model::sessions::Session};

/// Campaigns of the week that are shown.
const TOP: usize = 8;
/// Engagements of a week below which their number says nothing.
const FEW: i64 = 20;
/// Things to look at that are shown.
const MOST: usize = 8;
/// Days without anything new after which what the page says is no longer of now.
const STALE: i32 = 7;

#[derive(Template)]
#[template(path = "overview.html")]
pub(super) struct OverviewPage {
    shell: Shell,
    sees_all: bool,
    /// Whether there is a campaign, or somebody who engaged with whatever it was.
    has_any: bool,
    /// The day on which something came last, if anything did.
    arrived: Option<String>,
    week: String,
    figures: Vec<Figure>,
    days: Days,
    attention: Vec<Attention>,
    campaigns: Vec<Campaign>,
    /// The currency of what was spent, where it is one.
    currency: Option<String>,
    hot: Vec<Person>,
    personas: Vec<Persona>,
}

/// A figure of this week, and what it was.
struct Figure {
    words: &'static str,
    /// The list of what is counted; none for whoever may not see it.
    href: Option<&'static str>,
    value: String,
    unit: String,
    change: Option<Change>,
    before: String,
}

/// Two weeks, as a chart and as a table, the last day first.
struct Days {
    chart: Chart,
    rows: Vec<(String, [String; 3])>,
}

/// Something that somebody should look at.
struct Attention {
    icon: Icon,
    title: String,
    /// Where to look.
    href: String,
    detail: String,
}

struct Campaign {
    id: i32,
    name: String,
    engagements: String,
    change: Change,
    people: String,
    accuracy: ShareBar,
    spend: String,
}

struct Person {
    id: i32,
    name: String,
    about: String,
    dot: Dot,
    personas: String,
    score: String,
    engagements: String,
}

struct Persona {
    id: uuid::Uuid,
    name: String,
    dot: Dot,
    change: Change,
    spark: Spark,
    total: i64,
    total_in_words: String,
    now: String,
    before: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/", get(show))
}

/// What the database says.
struct Found {
    figures: Vec<CampaignFigures>,
    people: Vec<OverviewPeople>,
    engagements: OverviewEngagements,
    spend: Vec<OverviewSpend>,
    week: Vec<OverviewCampaigns>,
    hot: Vec<OverviewHot>,
    personas: Vec<OverviewPersonas>,
    alerts: Vec<OverviewAlerts>,
    imports: Vec<OverviewImports>,
    today: Date,
    /// The day on which something came last.
    arrival: Option<Date>,
}

async fn show(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    let session = &visitor.session;
    let shell = Shell::live(&pages, session, "/", "metrics imports jobs alerts");
    let reading = session.read(&pages.database).await?;
    let found = find(&reading, session).await?;
    reading.end().await;
    Ok(answer::page(&OverviewPage::new(shell, session.campaigns.is_none(), found)))
}

async fn find(reading: &Reading, session: &Session) -> Result<Found, Error> {
    let campaigns = session.campaigns.as_deref();
    let (one, two) = reading.both();
    let today = tenants::today().bind(&**one).one().await?;
    let of_campaigns = async {
        let mut figures = campaigns::figures(one, session).await?;
        figures.sort_by_key(|row| std::cmp::Reverse(row.last_7_days));
        let shown: Vec<i32> = figures.iter().filter(|row| row.last_7_days > 0).take(TOP).map(|row| row.id).collect();
        let week = sql::overview_campaigns().bind(&**one, &today, &shown.as_slice(), &campaigns).all().await?;
        Ok::<_, Error>((figures, week))
    };
    let of_all = async {
        Ok(Found {
            people: sql::overview_people().bind(&**two, &today, &campaigns).all().await?,
            engagements: sql::overview_engagements().bind(&**two, &campaigns, &today).one().await?,
            spend: sql::overview_spend().bind(&**two, &campaigns, &today).all().await?,
            hot: sql::overview_hot().bind(&**two, &campaigns, &two.tenant().0, &today).all().await?,
            personas: sql::overview_personas().bind(&**two, &campaigns, &today).all().await?,
            alerts: sql::overview_alerts().bind(&**two, &campaigns).all().await?,
            imports: sql::overview_imports().bind(&**two, &campaigns).all().await?,
            arrival: sql::overview_arrival().bind(&**two, &campaigns).opt().await?.flatten(),
            today,
            figures: Vec::new(),
            week: Vec::new(),
        })
    };
    let ((figures, week), found) = tokio::try_join!(of_campaigns, of_all)?;
    Ok(Found { figures, week, ..found })
}

impl OverviewPage {
    fn new(shell: Shell, sees_all: bool, found: Found) -> Self {
        let (weeks, days): (Vec<OverviewPeople>, Vec<OverviewPeople>) =
            found.people.into_iter().partition(|row| row.week.is_some());
        let currency = one_currency(&found.week);
        Self {
            sees_all,
            has_any: !found.figures.is_empty() || weeks.iter().any(|week| week.people > 0),
            arrived: found.arrival.map(shown::day),
            week: week_in_words(&days),
            figures: figures(&weeks, &found.engagements, &found.spend, shell.sees_people()),
            days: Days::new(&days),
            attention: attention(found.alerts, found.imports, &found.figures, found.today, found.arrival),
            campaigns: top(&found.figures, &found.week, currency.is_some()),
            currency,
            hot: found.hot.into_iter().map(Person::new).collect(),
            personas: personas(&found.personas),
            shell,
        }
    }
}

/// "21 Nov to 27 Nov": the last seven days.
fn week_in_words(days: &[OverviewPeople]) -> String {
    let day = |row: Option<&OverviewPeople>| row.and_then(|row| row.day).map(shown::short_day).unwrap_or_default();
    format!("{} to {}", day(days.len().checked_sub(7).and_then(|index| days.get(index))), day(days.last()))
}

fn figures(
    weeks: &[OverviewPeople],
    engagements: &OverviewEngagements,
    spend: &[OverviewSpend],
    sees_people: bool,
) -> Vec<Figure> {
    let [now, earlier] = weeks else { return Vec::new() };
    let of_people = |href| Some(href).filter(|_| sees_people);
    let targeted = of_people("/people?since=7&matched=yes");
    let counted = |words, href, now, before| Figure {
        words,
        href,
        value: shown::count(now),
        unit: String::new(),
        change: Some(Change { now, before }),
        before: format!("from {}", shown::count(before)),
    };
    let part =
        |week: &OverviewPeople| shown::ratio(week.targeted, week.people).map_or_else(|| "–".to_owned(), shown::share);
    let mut figures = vec![
        counted("People reached", of_people("/people?since=7"), now.people, earlier.people),
        counted("On target", targeted, now.targeted, earlier.targeted),
        Figure {
            words: "Share on target",
            href: targeted,
            value: part(now),
            unit: String::new(),
            change: None,
            before: format!("{} before", part(earlier)),
        },
        counted("Engagements", Some("/campaigns?sort=week&dir=desc"), engagements.this_week, engagements.last_week),
    ];
    // Without a report of ads there is nothing to say of what they cost.
    if let [this, last] = spend
        && (this.spend.is_some() || last.spend.is_some())
    {
        let currency = |spend: &OverviewSpend| spend.currency.clone().unwrap_or_default();
        let before = |amount: Option<f64>| match amount {
            Some(amount) => format!("{} before", shown::money(amount, &currency(last))),
            None => "nothing is known before".to_owned(),
        };
        let for_one = |spend: &OverviewSpend, week: &OverviewPeople| {
            spend.spend.filter(|_| week.targeted > 0).map(|spend| spend / week.targeted as f64)
        };
        let amount = |words, this_amount, last_amount| Figure {
            words,
            href: Some("/campaigns?sort=spend&dir=desc"),
            value: shown::amount(this_amount),
            unit: currency(this),
            change: None,
            before: before(last_amount),
        };
        figures.push(amount("Spend", this.spend, last.spend));
        let for_one_figure = amount("Spend for one on target", for_one(this, now), for_one(last, earlier));
        // Whom an ad brought is told by nothing, so that it is shared among all whom the week reached.
        figures.push(Figure {
            before: format!("{}; of everybody on target, paid or not", for_one_figure.before),
            ..for_one_figure
        });
    }
    figures
}

impl Days {
    fn new(days: &[OverviewPeople]) -> Self {
        let others = |row: &OverviewPeople| row.people - row.targeted;
        let name = |row: &OverviewPeople| row.day.as_ref().map(Date::to_string).unwrap_or_default();
        let rows = days.iter().rev().map(|row| {
            let cells = [row.targeted, others(row), row.people].map(shown::count);
            (row.day.map(shown::day).unwrap_or_default(), cells)
        });
        let series = |name: &str, data: Vec<i64>| Series { name: name.to_owned(), colour: None, data };
        Self {
            rows: rows.collect(),
            chart: Chart {
                x: days.iter().map(name).collect(),
                unit: "people",
                stack: true,
                series: vec![
                    series("On target", days.iter().map(|row| row.targeted).collect()),
                    series("Others", days.iter().map(others).collect()),
                ],
            },
        }
    }
}

/// What is wrong, the installation's troubles before the campaigns'.
fn attention(
    alerts: Vec<OverviewAlerts>,
    imports: Vec<OverviewImports>,
    figures: &[CampaignFigures],
    today: Date,
    arrival: Option<Date>,
) -> Vec<Attention> {
    let alerts = alerts.into_iter().map(|alert| Attention {
        icon: shown::icon_of("alert-triangle", "bad"),
        title: match (alert.endpoint_id, alert.upload_id) {
            (Some(_), _) => "An endpoint needs attention".to_owned(),
            (_, Some(_)) => "A file needs attention".to_owned(),
            _ => format!("A {} needs attention", alert.kind),
        },
        href: match (alert.connection_id, alert.upload_id.or(alert.job_id), alert.endpoint_id) {
            (Some(id), ..) => format!("/connections/{id}"),
            (_, Some(id), _) if alert.upload_id.is_some() => format!("/uploads/{id}"),
            (_, Some(id), _) => format!("/jobs/{id}"),
            (.., Some(id)) => format!("/endpoints/{id}"),
            _ => "/webhooks?state=dead".to_owned(),
        },
        detail: shown::told(&alert.message),
    });
    let imports = imports.into_iter().map(|import| Attention {
        icon: shown::icon_of("file-import", "bad"),
        title: format!(
            "The import of {} {}",
            import.file_name,
            if import.state == "failed" { "failed" } else { "was interrupted" }
        ),
        href: format!("/imports/{}", import.id),
        detail: import
            .error
            .map_or_else(|| "Imported again, the file goes on where it stopped.".to_owned(), |said| shown::told(&said)),
    });
    let active = || figures.iter().filter(|row| row.status == "active");
    let falling = active().filter(|row| row.previous_7_days >= FEW && row.last_7_days < row.previous_7_days / 2);
    let falling = falling.map(|row| Attention {
        icon: shown::icon_of("arrow-down-right", "warn"),
        title: format!(
            "{}: {}, {} the week before",
            row.name,
            shown::counted(row.last_7_days, "engagement", "engagements"),
            shown::count(row.previous_7_days)
        ),
        href: format!("/campaigns/{}", row.id),
        detail: format!("Less than half as many as in the seven days before, in which there were {FEW} or more."),
    });
    let missed = active().filter_map(missed);
    let stale = arrival.filter(|_| active().next().is_some()).and_then(|arrival| stale(today, arrival));
    alerts.chain(imports).chain(stale).chain(falling).chain(missed).take(MOST).collect()
}

/// That nothing came for days, though a campaign goes on: what is not told then is not known.
fn stale(today: Date, arrival: Date) -> Option<Attention> {
    let days = (today - arrival).get_days();
    (days >= STALE).then(|| Attention {
        icon: shown::icon_of("clock", "warn"),
        title: format!("Nothing new came for {days} days"),
        href: "/imports".to_owned(),
        detail: format!(
            "The last data came on {}. Import a newer export, or have a connection fetch it by a schedule.",
            shown::day(arrival)
        ),
    })
}

/// A campaign that misses its goal, once so much of it is over that this says something.
fn missed(row: &CampaignFigures) -> Option<Attention> {
    let goal = Goal::of(row).filter(Goal::is_missed)?;
    let of_days = row.start_date.zip(row.end_date).and_then(|(start, end)| {
        let days = |from: Date, to: Date| i64::from((to - from).get_days()) + 1;
        shown::ratio(days(start, row.today), days(start, end))
    });
    let over = [
        (row.budget_utilization, "of the budget is spent"),
        (of_days.map(|part| part.min(1.0)), "of its days are over"),
    ];
    let (part, words) =
        over.into_iter().find_map(|(part, words)| part.filter(|part| *part >= 0.5).map(|part| (part, words)))?;
    Some(Attention {
        icon: shown::icon_of("scale", "warn"),
        title: format!("{} is under its goal", row.name),
        href: format!("/campaigns/{}", row.id),
        detail: format!(
            "{} {}, the goal is {}; {} {words}.",
            goal.words,
            goal.actual,
            goal.target.unwrap_or_default(),
            shown::share_of(part, 0)
        ),
    })
}

fn one_currency(rows: &[OverviewCampaigns]) -> Option<String> {
    let mut spent = rows.iter().filter_map(|row| row.spend.and(row.currency.as_ref()));
    let first = spent.next()?;
    spent.all(|other| other == first).then(|| first.clone())
}

/// The campaigns of the week; they come in their order, the most engagements first.
fn top(figures: &[CampaignFigures], week: &[OverviewCampaigns], is_one_currency: bool) -> Vec<Campaign> {
    let shown_ones = figures.iter().filter_map(|row| Some((row, week.iter().find(|week| week.id == row.id)?)));
    shown_ones
        .map(|(row, week)| Campaign {
            id: row.id,
            name: row.name.clone(),
            engagements: shown::count(row.last_7_days),
            change: Change { now: row.last_7_days, before: row.previous_7_days },
            people: shown::count(week.people),
            accuracy: ShareBar(shown::ratio(week.targeted, week.people)),
            spend: match &week.currency {
                Some(currency) if !is_one_currency => shown::maybe_money(week.spend, currency),
                _ => shown::amount(week.spend),
            },
        })
        .collect()
}

impl Person {
    fn new(row: OverviewHot) -> Self {
        let about = [row.headline, row.company];
        Self {
            id: row.id,
            name: row.name,
            about: about.into_iter().flatten().collect::<Vec<_>>().join(", "),
            dot: Dot(row.colours.into_iter().next().unwrap_or_default()),
            personas: row.personas.join(", "),
            score: shown::count(row.score),
            engagements: shown::counted(row.engagements, "engagement", "engagements"),
        }
    }
}

/// Thirty days of each persona, out of thirty-six; the one with the most engagements first.
fn personas(rows: &[OverviewPersonas]) -> Vec<Persona> {
    let mut personas: Vec<Persona> = rows
        .chunk_by(|one, other| one.id == other.id)
        .map(|days| {
            let numbers: Vec<i64> = days.iter().map(|day| day.engagements).collect();
            let averages = numbers.windows(7).map(|week| week.iter().sum::<i64>() as f64 / 7.0).collect();
            let sum = |from_end: usize, days: usize| numbers.iter().rev().skip(from_end).take(days).sum::<i64>();
            let (now, before, total) = (sum(0, 7), sum(7, 7), sum(0, 30));
            Persona {
                id: days[0].id,
                name: days[0].name.clone(),
                dot: Dot(days[0].colour.clone()),
                change: Change { now, before },
                spark: Spark(averages),
                total,
                total_in_words: format!("{} in 30 days", shown::count(total)),
                now: shown::count(now),
                before: shown::count(before),
            }
        })
        .collect();
    personas.sort_by_key(|persona| std::cmp::Reverse(persona.total));
    personas
}

#[cfg(test)]
impl OverviewPage {
    pub(super) fn samples() -> Vec<Self> {
        let today = jiff::civil::date(2026, 11, 27);
        let back = |days: i64| today.checked_sub(jiff::Span::new().days(days)).unwrap_or(today);
        let counts = |week, day, people| OverviewPeople { week, day, people, targeted: people / 2 };
        let weeks = |people| vec![counts(Some(0), None, people), counts(Some(1), None, people)];
        let days = |people| (0..14).rev().map(move |ago| counts(None, Some(back(ago)), people));
        let bad = || "</script><b>".to_owned();
        let spend = |week, spend| OverviewSpend { week, spend, currency: Some("EUR".to_owned()) };
        let persona = |ago| OverviewPersonas {
            id: uuid::Uuid::nil(),
            name: bad(),
            colour: bad(),
            day: back(ago),
            engagements: ago,
        };
        let whole = Found {
            figures: campaigns::samples(),
            people: days(7).chain(weeks(70)).collect(),
            engagements: OverviewEngagements { this_week: 9, last_week: 7 },
            spend: vec![spend(0, Some(12.5)), spend(1, None)],
            week: vec![OverviewCampaigns {
                id: 1,
                people: 7,
                targeted: 3,
                spend: Some(1.0),
                currency: Some("EUR".to_owned()),
            }],
            hot: vec![OverviewHot {
                id: 1,
                name: bad(),
                headline: Some(bad()),
                company: None,
                engagements: 1,
                score: 5,
                personas: vec![bad()],
                colours: vec![bad()],
            }],
            personas: (0..36).rev().map(persona).collect(),
            alerts: vec![OverviewAlerts {
                message: bad(),
                kind: "connection".to_owned(),
                connection_id: None,
                job_id: None,
                endpoint_id: None,
                upload_id: None,
            }],
            imports: vec![OverviewImports {
                id: uuid::Uuid::nil(),
                file_name: bad(),
                state: "failed".to_owned(),
                error: Some(bad()),
            }],
            today,
            arrival: Some(back(12)),
        };
        let empty = || Found {
            figures: vec![],
            people: days(0).chain(weeks(0)).collect(),
            engagements: OverviewEngagements { this_week: 0, last_week: 0 },
            spend: vec![],
            week: vec![],
            hot: vec![],
            personas: vec![],
            alerts: vec![],
            imports: vec![],
            today,
            arrival: None,
        };
        let page = |sees_all, found| Self::new(Shell::sample("/"), sees_all, found);
        vec![page(true, whole), page(true, empty()), page(false, empty())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_falls_and_what_misses_its_goal_is_told() {
        let today = jiff::civil::date(2026, 11, 27);
        let said = attention(vec![], vec![], &campaigns::samples(), today, None);
        let titles: Vec<&str> = said.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["</script>: 7\u{a0}engagements, 41 the week before", "</script> is under its goal"]);
        assert!(said[1].detail.contains("74\u{202f}% of the budget is spent"), "{}", said[1].detail);
    }

    #[test]
    fn that_nothing_came_for_a_week_is_told_while_a_campaign_goes_on() {
        let today = jiff::civil::date(2026, 11, 27);
        let said = |figures: &[CampaignFigures], day| {
            let said = attention(vec![], vec![], figures, today, Some(jiff::civil::date(2026, 11, day)));
            said.into_iter().map(|one| one.title).find(|title| title.starts_with("Nothing new"))
        };
        assert_eq!(said(&campaigns::samples(), 20).as_deref(), Some("Nothing new came for 7 days"));
        assert_eq!(said(&campaigns::samples(), 21), None);
        assert_eq!(said(&[], 1), None);
    }

    #[test]
    fn a_persona_has_thirty_averages_of_seven_days() {
        let page = &OverviewPage::samples()[0];
        assert_eq!((page.personas[0].spark.0.len(), page.personas[0].total), (30, (0..30).sum()));
    }
}
