//! Posts as a strategy asks for them: how often, when and of which form, as drafts in the calendar.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::{ToSpan as _, civil::Date};
use queries::queries::{
    campaign_pages,
    strategy_pages::{self as sql, StrategyChoices},
};
use serde::Deserialize;
use serde_json::json;

use super::super::{
    Pages, answer, answer::Problem, assets, fields::Fields, lists::Choice, shell::Shell, shown, visitor::Visitor,
};
use crate::{
    calendar::{
        File, Told,
        slots::{self, Cadence, Slot},
    },
    db::TenantTx,
    error::Error,
    model::{calendar, users::Role},
};

/// Weeks of a plan, where the strategy says nothing of them.
const USUAL: i64 = 4;

/// What is to be planned.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Asked {
    strategy: String,
    campaign: String,
    from: String,
    weeks: String,
}

#[derive(Template)]
#[template(path = "calendar/plan.html")]
pub(in super::super) struct PlanPage {
    shell: Shell,
    problem: Option<String>,
    asked: Asked,
    most: i64,
    campaigns: Vec<Choice>,
    strategies: Vec<Choice>,
    /// How the strategy that was chosen is posted, in words.
    cadence: Option<String>,
    rows: Vec<Row>,
    /// How many they are, in words.
    drafts: String,
}

struct Row {
    when: String,
    slot: String,
    form: String,
    title: String,
}

/// A plan that can be followed.
struct Made {
    strategy: StrategyChoices,
    campaign: Option<i32>,
    slots: Vec<Slot>,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(mut asked): Query<Asked>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let shell = Shell::of(&visitor.session, "/calendar");
    if asked.from.is_empty() {
        asked.from = monday(shell.today()).to_string();
    }
    let tx = visitor.session.begin(&pages.database).await?;
    let strategies = sql::strategy_choices().bind(&*tx).all().await?;
    let made = if asked.strategy.is_empty() { Ok(None) } else { read(&asked, &strategies).map(Some) };
    if asked.weeks.is_empty() {
        asked.weeks = weeks_of(strategies.iter().find(|row| row.id.to_string() == asked.strategy)).to_string();
    }
    let page = page(&tx, shell, asked, strategies, made).await?;
    tx.commit().await?;
    let status = if page.problem.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(answer::with_status(status, &page))
}

/// The Monday that comes next.
fn monday(today: Date) -> Date {
    today.checked_add(i64::from(7 - today.weekday().to_monday_zero_offset()).days()).unwrap_or(today)
}

fn weeks_of(strategy: Option<&StrategyChoices>) -> i64 {
    strategy.and_then(|row| row.duration_weeks).map_or(USUAL, i64::from).clamp(1, slots::WEEKS)
}

fn cadence(row: &StrategyChoices) -> Cadence {
    Cadence::of(row.posts_per_week, &row.best_times, &row.content_mix, &row.content_themes)
}

/// What was asked for, or why it cannot be.
fn read(asked: &Asked, strategies: &[StrategyChoices]) -> Result<Made, String> {
    let strategy = strategies.iter().find(|row| row.id.to_string() == asked.strategy);
    let strategy = strategy.ok_or("There is no such strategy.")?.clone();
    let campaign = match asked.campaign.trim() {
        "" => None,
        id => Some(id.parse().map_err(|_| "There is no such campaign.")?),
    };
    let from: Date = asked.from.trim().parse().map_err(|_| "The first day is one like 2026-12-01.")?;
    if !(2000..2099).contains(&from.year()) {
        return Err("The first day is of the years 2000 to 2098.".to_owned());
    }
    let weeks = match asked.weeks.trim() {
        "" => weeks_of(Some(&strategy)),
        weeks => weeks
            .parse()
            .ok()
            .filter(|weeks| (1..=slots::WEEKS).contains(weeks))
            .ok_or_else(|| format!("The weeks are a whole number from 1 to {}.", slots::WEEKS))?,
    };
    if strategy.posts_per_week.unwrap_or_default() <= 0.0 {
        return Err("The strategy does not say how often to post. Change it, or choose another.".to_owned());
    }
    let slots = slots::plan(&cadence(&strategy), from, weeks);
    Ok(Made { strategy, campaign, slots })
}

async fn page(
    tx: &TenantTx,
    shell: Shell,
    asked: Asked,
    strategies: Vec<StrategyChoices>,
    made: Result<Option<Made>, String>,
) -> Result<PlanPage, Error> {
    let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?;
    let (problem, made) = match made {
        Ok(made) => (None, made),
        Err(words) => (Some(words), None),
    };
    Ok(PlanPage {
        shell,
        problem,
        most: slots::WEEKS,
        campaigns: campaigns
            .into_iter()
            .map(|row| Choice::new(row.id.to_string(), row.name, &asked.campaign))
            .collect(),
        strategies: strategies.iter().map(|row| Choice::new(row.id.to_string(), &row.name, &asked.strategy)).collect(),
        cadence: made.as_ref().map(|made| words(&made.strategy)),
        rows: made.iter().flat_map(|made| made.slots.iter().map(|slot| Row::new(slot, &made.strategy))).collect(),
        drafts: drafts(made.as_ref().map_or(0, |made| made.slots.len())),
        asked,
    })
}

fn drafts(number: usize) -> String {
    shown::counted(i64::try_from(number).unwrap_or(i64::MAX), "draft", "drafts")
}

/// "2 posts a week, best on Tue 08:00 and Thu 14:00".
fn words(strategy: &StrategyChoices) -> String {
    let a_week = strategy.posts_per_week.unwrap_or_default();
    let posts = if (a_week - 1.0).abs() < 0.01 { "1 post a week".to_owned() } else { format!("{a_week} posts a week") };
    if strategy.best_times.is_empty() {
        posts
    } else {
        format!("{posts}, best on {}", strategy.best_times.join(" and "))
    }
}

/// What a post of a slot is called until somebody knows better.
pub(in super::super) fn title(slot: &Slot, strategy: &str) -> String {
    let form = if slot.form == "other" { "Post".to_owned() } else { shown::word(&slot.form) };
    let title = format!("{form}: {}", slot.theme.as_deref().unwrap_or(strategy));
    title.chars().map(|c| if c.is_control() { ' ' } else { c }).take(crate::values::NAME).collect()
}

impl Row {
    fn new(slot: &Slot, strategy: &StrategyChoices) -> Self {
        Self {
            when: slot.at.strftime("%a %-d %b %Y at %H:%M").to_string(),
            slot: slot.name.clone(),
            form: if slot.form == "other" { "–".to_owned() } else { shown::word(&slot.form) },
            title: title(slot, &strategy.name),
        }
    }
}

pub(super) async fn make(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let text = |key: &str| fields.one(key).to_owned();
    let asked =
        Asked { strategy: text("strategy"), campaign: text("campaign"), from: text("from"), weeks: text("weeks") };
    let shell = Shell::of(&visitor.session, "/calendar");
    let tx = visitor.session.begin(&pages.database).await?;
    let strategies = sql::strategy_choices().bind(&*tx).all().await?;
    let campaigns = campaign_pages::campaign_choices().bind(&*tx).all().await?;
    let made = read(&asked, &strategies).and_then(|made| {
        let is_there = made.campaign.is_none_or(|id| campaigns.iter().any(|row| row.id == id));
        if is_there { Ok(made) } else { Err("There is no such campaign.".to_owned()) }
    });
    let made = match made {
        Ok(made) => made,
        Err(words) => {
            let page = page(&tx, shell, asked, strategies, Err(words)).await?;
            tx.commit().await?;
            return Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let clock = shell.clock();
    let mut entries = Vec::new();
    for (line, slot) in made.slots.iter().enumerate() {
        let at = slot.at.to_zoned(clock.clone()).map_err(|error| Error::Internal(error.into()))?.timestamp();
        let said = json!({
            "title": title(slot, &made.strategy.name), "scheduled_at": at.to_string(), "status": "draft", "content_type": slot.form,
            "campaign_id": made.campaign, "strategy_id": made.strategy.id, "strategy_slot": slot.name,
        });
        let known_by = slot.known_by(made.strategy.id, made.campaign);
        entries.push(Told { line, known_by, said: said.as_object().cloned().unwrap_or_default() });
    }
    let found = calendar::import(&tx, &File { entries, ..File::default() }).await?;
    tx.commit().await?;
    let made_now = found.lines.iter().filter(|line| line.outcome == "created").count();
    let month = made.slots.first().map_or(shell.today(), |slot| slot.at.date()).strftime("%Y-%m");
    Ok(Redirect::to(&format!("/calendar?did=imported&made={made_now}&changed=0&month={month}")).into_response())
}

#[cfg(test)]
impl PlanPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let page = |problem: Option<&str>, rows| Self {
            shell: Shell::sample("/calendar"),
            problem: problem.map(str::to_owned),
            asked: Asked { from: "\"><b>".to_owned(), weeks: "\"><b>".to_owned(), ..Asked::default() },
            most: slots::WEEKS,
            campaigns: vec![Choice::new("1", "<b>", "1")],
            strategies: vec![Choice::new("\"><b>", "<b>", "1")],
            cadence: Some("<b>".to_owned()),
            drafts: drafts(1),
            rows,
        };
        let text = || "<b>".to_owned();
        let row = Row { when: text(), slot: text(), form: text(), title: text() };
        vec![page(None, vec![row]), page(Some("<b>no"), Vec::new()), page(None, Vec::new())]
    }
}
