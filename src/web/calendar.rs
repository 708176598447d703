//! The content calendar: a month of it by day, and what the script that draws it asks for.
//!
//! Times are told by the tenant's clock everywhere: the script is given what a clock on the wall shows, and gives that back.

use std::sync::Arc;

use askama::Template;
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Query, State as Pool},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use queries::queries::{
    calendar_pages::{self as sql, EntriesShown},
    campaign_pages,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Choice},
    shell::Shell,
    shown::{self, State},
    visitor::Visitor,
};
use crate::{error::Error, model::users::Role};

mod edit;
mod files;
mod moving;
pub(super) mod plan;
mod show;

#[cfg(test)]
pub(super) use edit::EditPage;
#[cfg(test)]
pub(super) use files::ImportPage;
#[cfg(test)]
pub(super) use plan::PlanPage;
#[cfg(test)]
pub(super) use show::{DeletePage, ShowPage};

/// Entries that are shown at once.
const MOST: i64 = 1_000;
/// Days that the script may ask for at once: a month with the weeks around it is less.
const WIDEST: i32 = 100;
/// A time as the browser's field for one has it.
const MINUTE: &str = "%Y-%m-%dT%H:%M";

/// Which part of the calendar, as the address says it.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    month: String,
    view: String,
    campaign: String,
    did: String,
    /// How many an import has made, and changed.
    made: String,
    changed: String,
}

impl Wanted {
    /// The campaign whose entries alone are shown; what is no number is that of none.
    fn campaign_id(&self) -> Option<i32> {
        let campaign = self.campaign.trim();
        (!campaign.is_empty()).then(|| campaign.parse().unwrap_or(-1))
    }

    /// The first day of the month.
    fn month(&self, today: Date) -> Date {
        let first = format!("{}-01", self.month.trim()).parse::<Date>().ok();
        first.filter(|first| (2000..2100).contains(&first.year())).unwrap_or_else(|| today.first_of_month())
    }

    fn view(&self) -> &str {
        if matches!(self.view.as_str(), "month" | "week" | "list") { &self.view } else { "" }
    }

    fn query(&self, month: Option<Date>) -> String {
        let month = month.map(|month| month.strftime("%Y-%m").to_string()).unwrap_or_default();
        lists::query([("month", month.as_str()), ("view", self.view()), ("campaign", self.campaign.trim())])
    }

    fn did(&self) -> Option<String> {
        if self.did == "imported" {
            let number = |text: &str| text.parse::<u32>().unwrap_or_default();
            let (made, changed) = (number(&self.made), number(&self.changed));
            return Some(format!(
                "Imported: {} made, {} changed.",
                shown::counted(made.into(), "entry", "entries"),
                shown::count(changed.into())
            ));
        }
        lists::done(&self.did).map(str::to_owned)
    }
}

#[derive(Template)]
#[template(path = "calendar/month.html")]
pub(super) struct MonthPage {
    shell: Shell,
    did: Option<String>,
    title: String,
    month: String,
    view: String,
    has_any: bool,
    campaigns: Vec<Choice>,
    campaign: String,
    days: Vec<Day>,
    /// Whether there are more than are shown.
    is_cut: bool,
    previous: String,
    next: String,
    today: String,
    drawn: shown::Data<Drawn>,
}

/// What the script that draws the calendar has to know.
#[derive(Serialize)]
struct Drawn {
    date: String,
    now: String,
    view: String,
    /// Where it gets its entries.
    feed: String,
    campaign: String,
    /// Whether entries may be moved and made.
    editable: bool,
}

struct Day {
    words: String,
    is_today: bool,
    rows: Vec<Row>,
}

struct Row {
    id: Uuid,
    time: String,
    title: String,
    about: String,
    state: State,
}

/// An entry for the script.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Event {
    id: Uuid,
    title: String,
    start: String,
    url: String,
    class_names: Vec<String>,
    /// What was published stays where it was published; its own page can correct it.
    editable: bool,
    about: String,
    r#move: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new()
        .route("/calendar", get(month).post(edit::create))
        .route("/calendar/events", get(events))
        .route("/calendar.csv", get(files::csv))
        .route("/calendar.ics", get(files::ics))
        .route("/calendar/new", get(edit::new))
        .route("/calendar/import", get(files::ask).post(files::preview))
        .route("/calendar/import/now", post(files::import))
        .route("/calendar/plan", get(plan::show).post(plan::make))
        .route("/calendar/{id}", get(show::show).post(edit::change))
        .route("/calendar/{id}/edit", get(edit::edit))
        .route("/calendar/{id}/move", post(moving::change))
        .route("/calendar/{id}/delete", get(show::ask).post(show::delete))
        // How much may come is said for all pages in one place.
        .layer(DefaultBodyLimit::disable())
}

/// There is one answer for an entry that never was and another tenant's.
fn nothing() -> Error {
    Error::NotFound("There is no such entry in the calendar, or it was deleted.".to_owned())
}

/// The id in an address; what is none is that of no entry.
fn id_of(text: &str) -> Result<Uuid, Error> {
    Uuid::parse_str(text).map_err(|_| nothing())
}

/// What a clock on the wall shows.
fn wall(at: Timestamp, clock: &TimeZone) -> DateTime {
    at.to_zoned(clock.clone()).datetime()
}

/// When a day begins; one that is beyond all calendars began long ago.
fn midnight(day: Date, clock: &TimeZone) -> Timestamp {
    day.to_zoned(clock.clone()).map_or(Timestamp::UNIX_EPOCH, |at| at.timestamp())
}

/// "Thu 3 Dec 2026 at 09:30".
fn moment(at: Timestamp, clock: &TimeZone) -> String {
    wall(at, clock).strftime("%a %-d %b %Y at %H:%M").to_string()
}

/// What kind of post it is, and by which way it reaches people.
fn about(entry: &EntriesShown) -> String {
    let kind = if entry.content_type == "other" { None } else { Some(shown::word(&entry.content_type)) };
    let way = if entry.is_paid { "paid" } else { "organic" };
    let kind = kind.map_or_else(|| shown::word(way), |kind| format!("{kind}, {way}"));
    entry.campaign.as_ref().map_or_else(|| kind.clone(), |campaign| format!("{kind} · {campaign}"))
}

async fn month(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    let clock = shell.clock();
    let first = wanted.month(shell.today());
    let (since, until) = (midnight(first, &clock), midnight(next_month(first), &clock));
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = sql::entries_shown()
        .bind(&*tx, &None, &wanted.campaign_id(), &Some(since), &Some(until), &(MOST + 1))
        .all()
        .await?;
    let has_any = !rows.is_empty() || sql::has_entries().bind(&*tx).one().await?;
    let campaigns = campaign_pages::campaign_choices().bind(&*tx).all().await?;
    tx.commit().await?;
    let campaigns = campaigns.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    Ok(answer::page(&MonthPage::new(shell, &wanted, has_any, campaigns, rows)))
}

fn next_month(first: Date) -> Date {
    first.checked_add(1.month()).unwrap_or(first)
}

impl MonthPage {
    fn new(
        shell: Shell,
        wanted: &Wanted,
        has_any: bool,
        campaigns: Vec<(String, String)>,
        mut found: Vec<EntriesShown>,
    ) -> Self {
        let (clock, today) = (shell.clock(), shell.today());
        let first = wanted.month(today);
        let is_cut = i64::try_from(found.len()).unwrap_or(i64::MAX) > MOST;
        found.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
        let mut days: Vec<(Date, Day)> = Vec::new();
        for entry in found {
            let at = wall(entry.scheduled_at, &clock);
            let day = at.date();
            if days.last().is_none_or(|(last, _)| *last != day) {
                let words = day.strftime("%A %-d %B").to_string();
                days.push((day, Day { words, is_today: day == today, rows: Vec::new() }));
            }
            if let Some((_, day)) = days.last_mut() {
                day.rows.push(Row {
                    id: entry.id,
                    time: at.strftime("%H:%M").to_string(),
                    about: about(&entry),
                    state: State(entry.status),
                    title: entry.title,
                });
            }
        }
        let campaign = wanted.campaign.trim();
        let is_now = first == today.first_of_month();
        Self {
            did: wanted.did(),
            title: first.strftime("%B %Y").to_string(),
            month: first.strftime("%Y-%m").to_string(),
            view: wanted.view().to_owned(),
            has_any,
            campaigns: campaigns.into_iter().map(|(id, name)| Choice::new(id, name, campaign)).collect(),
            campaign: campaign.to_owned(),
            days: days.into_iter().map(|(_, day)| day).collect(),
            is_cut,
            previous: wanted.query(first.checked_sub(1.month()).ok()),
            next: wanted.query(Some(next_month(first))),
            today: wanted.query(None),
            drawn: shown::Data(Drawn {
                date: if is_now { today } else { first }.to_string(),
                now: wall(Timestamp::now(), &clock).strftime("%Y-%m-%dT%H:%M:%S").to_string(),
                view: wanted.view().to_owned(),
                feed: format!("/calendar/events?{}", lists::query([("campaign", campaign)])),
                campaign: campaign.to_owned(),
                editable: shell.may_change(),
            }),
            shell,
        }
    }
}

/// The days that the script shows.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Span {
    start: String,
    end: String,
    campaign: String,
}

async fn events(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(span): Query<Span>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    let clock = shell.clock();
    let day = |text: &str| text.get(..10).and_then(|day| day.parse::<Date>().ok());
    let (Some(first), Some(end)) = (day(&span.start), day(&span.end)) else {
        return Err(Error::invalid("Say from which day, and to which.").into());
    };
    if (end - first).get_days() > WIDEST || end < first {
        return Err(Error::invalid("That is more than is shown at once.").into());
    }
    let wanted = Wanted { campaign: span.campaign, ..Wanted::default() };
    let (since, until) = (midnight(first, &clock), midnight(end, &clock));
    let tx = visitor.session.begin(&pages.database).await?;
    let rows =
        sql::entries_shown().bind(&*tx, &None, &wanted.campaign_id(), &Some(since), &Some(until), &MOST).all().await?;
    tx.commit().await?;
    let may_change = shell.may_change();
    let event = |entry: EntriesShown| Event {
        id: entry.id,
        start: wall(entry.scheduled_at, &clock).strftime("%Y-%m-%dT%H:%M:%S").to_string(),
        url: format!("/calendar/{}", entry.id),
        class_names: vec![format!("is-{}", entry.status)],
        editable: may_change && entry.status != "published",
        about: format!("{} · {}", shown::word(&entry.status), about(&entry)),
        r#move: format!("/calendar/{}/move", entry.id),
        title: entry.title,
    };
    Ok(Json(rows.into_iter().map(event).collect::<Vec<_>>()).into_response())
}

/// An entry for the samples of pages.
#[cfg(test)]
fn sample(number: u128) -> EntriesShown {
    EntriesShown {
        id: Uuid::from_u128(number),
        title: "</script><b>".to_owned(),
        description: Some("<b>".to_owned()),
        scheduled_at: "2026-12-01T08:30:00Z".parse().unwrap(),
        status: "scheduled".to_owned(),
        content_type: "video".to_owned(),
        is_paid: true,
        budget: Some("10.50".to_owned()),
        campaign_id: Some(1),
        campaign: Some("<b>".to_owned()),
        strategy_id: Some(Uuid::from_u128(1)),
        strategy: Some("<b>".to_owned()),
        strategy_slot: Some("<b>".to_owned()),
        post_url: Some("javascript:alert(1)".to_owned()),
        notes: Some("<b>".to_owned()),
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}

#[cfg(test)]
impl MonthPage {
    pub(super) fn samples() -> Vec<Self> {
        let wanted = Wanted {
            month: "2026-12".to_owned(),
            campaign: "\"><b>".to_owned(),
            did: "imported".to_owned(),
            ..Wanted::default()
        };
        let campaigns = vec![("1".to_owned(), "<b>".to_owned())];
        let shell = || Shell::sample("/calendar");
        vec![
            Self::new(shell(), &wanted, true, campaigns, vec![sample(1), sample(2)]),
            Self::new(shell(), &wanted, true, Vec::new(), Vec::new()),
            Self::new(shell(), &Wanted::default(), false, Vec::new(), Vec::new()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_what_an_address_says_or_this_one() {
        let of = |month: &str| Wanted { month: month.to_owned(), ..Wanted::default() }.month(date(2026, 11, 27));
        assert_eq!((of("2026-02"), of("2027-12")), (date(2026, 2, 1), date(2027, 12, 1)));
        for odd in ["", "2026", "2026-13", "1999-12", "9999-12", "x", "2026-02-03"] {
            assert_eq!(of(odd), date(2026, 11, 1), "{odd}");
        }
    }
}
