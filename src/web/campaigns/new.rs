//! A new campaign, step by step.  Every step has its own address, and what was typed travels in it: going back, or on another day,
//! finds it again, and nothing is stored before the last step.

use std::{borrow::Borrow, collections::HashMap, sync::Arc};

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use clap::ValueEnum;
use jiff::{
    ToSpan as _, Zoned,
    civil::{Date, Weekday},
};
use queries::queries::{campaigns as campaigns_sql, persona_pages, strategy_pages::StrategiesShown};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        calendar::plan::title,
        fields::{Fields, Problems},
        goals,
        lists::Choice,
        personas::{self, Recommended},
        shell::Shell,
        shown::{self, Dot},
        strategies::{self, usual},
        visitor::Visitor,
    },
    form,
};
use crate::{
    calendar::{
        File, Told,
        slots::{self, Cadence, Slot},
    },
    db::TenantTx,
    error::Error,
    model::{
        calendar::{self, ContentType},
        campaigns::{self, CampaignObjective, CampaignStatus, CampaignType},
        users::Role,
    },
    values::{self, word},
};

/// The steps: their address, what they are called, and the fields that each asks for.
const STEPS: [(&str, &str, &[&str]); 6] = [
    ("objective", "Objective", &["name", "objective", "description", "type", "group"]),
    ("personas", "Personas", &["persona"]),
    ("strategy", "Strategy", &["strategy"]),
    (
        "plan",
        "Budget and dates",
        &["budget", "currency", "start_date", "end_date", "kpi_target", "status", "planned_for"],
    ),
    ("calendar", "Calendar", &["slot", "slots", "title.", "kind."]),
    ("review", "Review", &[]),
];
/// What a plan of organic posts was filled in for ends with this.
const ORGANIC: &str = " organic";
/// Strategies that are ranked for each persona, and how many stand above all others.
const RANKED: i32 = 100;
const PICKS: usize = 5;
/// Slots that are offered.
const MOST: usize = 100;
const PLAN: usize = 3;
const CALENDAR: usize = 4;
const REVIEW: usize = 5;

/// Whether a step asks for a field; a name that ends with a dot stands for all that begin with it.
fn asks(step: usize, field: &str) -> bool {
    STEPS[step].2.iter().any(|name| *name == field || name.ends_with('.') && field.starts_with(name))
}

/// What the database knows that steps need.
struct Known {
    personas: Vec<Persona>,
    strategy: Option<StrategiesShown>,
    slots: Vec<Slot>,
}

struct Persona {
    id: Uuid,
    name: String,
    dot: Dot,
}

/// A strategy to choose, and why.
struct Pick {
    id: String,
    name: String,
    kind: String,
    about: String,
    usual: Option<String>,
    objective: Option<String>,
    /// What speaks against it for this campaign.
    warning: Option<&'static str>,
    is_chosen: bool,
    whys: Vec<(String, Recommended)>,
}

/// A post of the calendar as the form offers it.
struct Planned {
    key: String,
    moment: String,
    title: String,
    is_chosen: bool,
    kinds: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "campaigns/new.html")]
pub(in super::super) struct StepPage {
    shell: Shell,
    step: usize,
    fields: Fields,
    problems: Problems,
    personas: Vec<Persona>,
    /// What is recommended for the personas, the best first.
    picks: Vec<Pick>,
    /// All other strategies.
    library: Vec<Pick>,
    strategy: Option<StrategiesShown>,
    planned: Vec<Planned>,
    groups: Vec<String>,
    /// What stands under review, each with a heading and the step that asks for it.
    says: Vec<(&'static str, String, usize)>,
}

impl StepPage {
    fn seen_for(&self) -> String {
        seen_for(&self.fields)
    }

    fn planned_for(&self) -> String {
        planned_for(&self.fields)
    }

    fn is_organic(&self) -> bool {
        is_organic(&self.fields)
    }

    fn chosen_slots(&self) -> usize {
        self.planned.iter().filter(|slot| slot.is_chosen).count()
    }

    /// Whether the campaign goes on for long after the last slot: what is planned at once has an end.
    fn goes_on(&self) -> bool {
        let last = self.planned.last().and_then(|slot| values::day(slot.key.get(..10)?).ok());
        let end = values::day(self.fields.one("end_date")).ok();
        last.zip(end).is_some_and(|(last, end)| last.until(end).is_ok_and(|span| span.get_days() > 13))
    }

    /// The objective by which strategies are put in order.
    fn objective(&self) -> Option<String> {
        self.fields.given("objective").map(|word| shown::word(word).to_lowercase())
    }

    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn has(&self, key: &str, value: &str) -> bool {
        self.fields.has(key, value)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }

    fn words(&self) -> &'static str {
        STEPS[self.step].1
    }

    /// What other steps asked for, which the form of this one carries along.
    fn carried(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.pairs().filter(|(key, value)| !value.is_empty() && !asks(self.step, key))
    }

    /// The address of a step with all that was typed so far.
    fn at(&self, step: impl Borrow<usize>) -> String {
        let pairs = self.fields.pairs().filter(|(_, value)| !value.is_empty());
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", Self::path(*step.borrow()))
    }

    fn path(step: usize) -> String {
        format!("/campaigns/new/{}", STEPS[step].0)
    }

    fn next(&self) -> String {
        Self::path((self.step + 1).min(REVIEW))
    }

    fn before(&self) -> Option<String> {
        self.step.checked_sub(1).map(Self::path)
    }

    fn steps() -> impl Iterator<Item = (usize, &'static str)> {
        STEPS.iter().enumerate().map(|(step, (_, words, _))| (step, *words))
    }

    fn all<T: ValueEnum>() -> Vec<(String, String)> {
        T::value_variants().iter().map(word).map(|word| (word.clone(), shown::word(&word))).collect()
    }

    fn objectives() -> Vec<(String, String)> {
        Self::all::<CampaignObjective>()
    }

    fn types() -> Vec<(String, String)> {
        Self::all::<CampaignType>()
    }

    fn statuses() -> Vec<(String, String)> {
        Self::all::<CampaignStatus>().into_iter().take(2).collect()
    }

    fn is_library_open(&self) -> bool {
        self.picks.is_empty() || self.library.iter().any(|one| one.is_chosen)
    }

    /// How the goal is written.
    fn goal(&self) -> &'static str {
        self.strategy.as_ref().map_or(goals::HINT, |strategy| goals::hint(&strategy.primary_kpi))
    }

    /// What the goal is counted in.
    fn kpi(&self) -> Option<String> {
        self.strategy.as_ref().map(|strategy| shown::word(&strategy.primary_kpi))
    }

    fn usual(&self) -> Option<String> {
        self.strategy.as_ref().and_then(usual)
    }
}

pub(super) async fn first(pages: Pool<Arc<Pages>>, visitor: Visitor, query: RawQuery) -> Result<Response, Problem> {
    step(pages, visitor, Path(STEPS[0].0.to_owned()), query).await
}

pub(super) async fn step(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(path): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let step = STEPS.iter().position(|(name, ..)| *name == path);
    let step = step.ok_or_else(|| Error::NotFound("A new campaign has no such step.".to_owned()))?;
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes());
    let tx = visitor.session.begin(&pages.database).await?;
    let problems = problems(&tx, &fields).await?;
    // The first step before this one of which something is wrong is shown instead.
    let wrong = (0..step).find(|step| problems.keys().any(|key| asks(*step, key)));
    let (step, problems, status) = match wrong {
        Some(wrong) => {
            let here = problems.into_iter().filter(|(key, _)| asks(wrong, key)).collect();
            (wrong, here, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => (step, Problems::new(), StatusCode::OK),
    };
    let known = known(&tx, &mut fields, step).await?;
    let page = page(&tx, &visitor, step, fields, problems, known).await?;
    tx.commit().await?;
    Ok(answer::with_status(status, &page))
}

/// What is wrong with what was typed so far.
async fn problems(tx: &TenantTx, fields: &Fields) -> Result<Problems, Error> {
    let mut problems = form::read(fields).err().unwrap_or_default();
    let name = values::name(fields.one("name")).unwrap_or_default();
    let there = campaigns_sql::campaign_by_name().bind(&**tx, &name.as_str()).opt().await?;
    if there.is_some_and(|there| there.name.to_lowercase() == name.to_lowercase()) {
        problems.insert("name".to_owned(), "a campaign of this name exists already".to_owned());
    }
    form::check_strategy(tx, fields, &mut problems).await?;
    Ok(problems)
}

/// What was chosen, as the database has it; the plan begins with what its strategy says.
async fn known(tx: &TenantTx, fields: &mut Fields, step: usize) -> Result<Known, Error> {
    let personas = persona_pages::persona_choices().bind(&**tx).all().await?;
    let personas = personas.into_iter().filter(|row| row.is_active);
    let personas = personas.map(|row| Persona { id: row.id, name: row.name, dot: Dot(row.colour) }).collect();
    let chosen = fields.given("strategy").and_then(|id| Uuid::parse_str(id).ok());
    let strategy = match chosen {
        Some(id) => match strategies::one(tx, id).await {
            Ok(strategy) => Some(strategy),
            // Somebody deleted it meanwhile.
            Err(Error::NotFound(_)) => None,
            Err(error) => return Err(error),
        },
        None => None,
    };
    if step == PLAN {
        let was = fields.given("planned_for").map(|was| was.trim_end_matches(ORGANIC).to_owned());
        if !fields.came("planned_for") || was.unwrap_or_default() != fields.one("strategy") {
            prefill(fields, strategy.as_ref(), &tx_today(tx).await?);
        } else if fields.one("planned_for") != planned_for(fields).trim() {
            pay(fields, strategy.as_ref());
        }
    }
    let slots = match (&strategy, values::day(fields.one("start_date")), values::day(fields.one("end_date"))) {
        (Some(strategy), Ok(first), Ok(last)) => slots_of(strategy, first, last),
        _ => Vec::new(),
    };
    Ok(Known { personas, strategy, slots })
}

/// The slots of a strategy between two days.
fn slots_of(strategy: &StrategiesShown, first: Date, last: Date) -> Vec<Slot> {
    let row = strategy;
    let cadence = Cadence::of(row.posts_per_week, &row.best_times, &row.content_mix, &row.content_themes);
    // A week more, since weeks begin on their Monday.
    let weeks = first.until(last).map_or(0, |span| i64::from(span.get_days()) / 7 + 2);
    let slots = slots::plan(&cadence, first, weeks).into_iter();
    slots.take_while(|slot| slot.at.date() <= last).take(MOST).collect()
}

/// By which a form knows a slot.
fn key(slot: &Slot) -> String {
    slot.at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// What slots are planned by; those that were seen for something else were not seen.
fn seen_for(fields: &Fields) -> String {
    ["strategy", "start_date", "end_date"].map(|key| fields.one(key)).join(" ")
}

/// This moment by the tenant's clock.
async fn tx_today(tx: &TenantTx) -> Result<Zoned, Error> {
    let today = queries::queries::tenants::today().bind(&**tx).one().await?;
    today.to_zoned(jiff::tz::TimeZone::UTC).map_err(|error| Error::Internal(error.into()))
}

fn is_organic(fields: &Fields) -> bool {
    fields.has("type", &word(&CampaignType::Organic))
}

/// What budget and goal were filled in for; those of something else are filled in anew.
fn planned_for(fields: &Fields) -> String {
    let paid = if is_organic(fields) { ORGANIC } else { "" };
    format!("{}{paid}", fields.one("strategy"))
}

/// Budget and goal, where it is decided anew whether posts are paid for; what has nothing to do with that stays as it was typed.
fn pay(fields: &mut Fields, strategy: Option<&StrategiesShown>) {
    fields.set("planned_for", planned_for(fields));
    let Some(strategy) = strategy else { return };
    let is_cost = goals::is_cost(&strategy.primary_kpi);
    if is_organic(fields) {
        fields.set("budget", "");
        if is_cost {
            fields.set("kpi_target", "");
        }
        return;
    }
    if fields.one("budget").is_empty() {
        fields.set("budget", budget(strategy));
    }
    if is_cost && fields.one("kpi_target").is_empty() {
        fields.set("kpi_target", goal(strategy));
    }
}

fn budget(strategy: &StrategiesShown) -> String {
    strategy.budget_min.or(strategy.budget_max).map(|number| number.to_string()).unwrap_or_default()
}

fn goal(strategy: &StrategiesShown) -> String {
    let kpi = &strategy.primary_kpi;
    let goal = goals::modest(kpi, strategy.benchmark_low, strategy.benchmark_high);
    goal.map(|goal| goals::written(kpi, goal)).unwrap_or_default()
}

/// Budget, dates and goal as the strategy has them, from the next Monday on; nothing is paid for organic posts, so that they have
/// neither a budget nor a cost.
fn prefill(fields: &mut Fields, strategy: Option<&StrategiesShown>, today: &Zoned) {
    fields.set("planned_for", planned_for(fields));
    let Some(strategy) = strategy else { return };
    let first = (1..=7).map(|days| today.date().saturating_add(days.days()));
    let first = first.clone().find(|day| day.weekday() == Weekday::Monday).unwrap_or_else(|| today.date());
    let last =
        strategy.duration_weeks.map(|weeks| first.saturating_add((7 * i64::from(weeks.clamp(1, 520)) - 1).days()));
    let is_paid = !is_organic(fields);
    fields.set("budget", if is_paid { budget(strategy) } else { String::new() });
    fields.set("currency", strategy.currency.clone());
    fields.set("start_date", first.to_string());
    fields.set("end_date", last.map(|day| day.to_string()).unwrap_or_default());
    let has_goal = is_paid || !goals::is_cost(&strategy.primary_kpi);
    fields.set("kpi_target", if has_goal { goal(strategy) } else { String::new() });
}

async fn page(
    tx: &TenantTx,
    visitor: &Visitor,
    step: usize,
    fields: Fields,
    problems: Problems,
    known: Known,
) -> Result<StepPage, Error> {
    let (picks, library) =
        if STEPS[step].0 == "strategy" { picks(tx, &fields, &known).await? } else { Default::default() };
    let groups = if step == 0 { campaigns_sql::campaign_group_names().bind(&**tx).all().await? } else { Vec::new() };
    Ok(StepPage {
        shell: Shell::of(&visitor.session, "/campaigns"),
        step,
        planned: if step == CALENDAR { planned(&fields, &known) } else { Vec::new() },
        says: if step == REVIEW { says(&fields, &known) } else { Vec::new() },
        personas: known.personas,
        strategy: known.strategy,
        fields,
        problems,
        picks,
        library,
        groups,
    })
}

/// The best strategies for the chosen personas, and all others: those of the campaign's objective first, and of these such as are expected
/// to bring most of the personas, of which each counts alike.
async fn picks(tx: &TenantTx, fields: &Fields, known: &Known) -> Result<(Vec<Pick>, Vec<Pick>), Error> {
    let mut whys: HashMap<String, (f64, Vec<(String, Recommended)>)> = HashMap::new();
    let chosen = known.personas.iter().filter(|persona| fields.has("persona", &persona.id.to_string()));
    let ids: Vec<Uuid> = chosen.clone().map(|persona| persona.id).collect();
    let mut recommended = personas::recommended(tx, &ids, RANKED).await?;
    for persona in chosen {
        for one in recommended.remove(&persona.id).unwrap_or_default() {
            let (score, all) = whys.entry(one.id.clone()).or_default();
            *score += one.score;
            all.push((persona.name.clone(), one));
        }
    }
    let objective = fields.given("objective");
    let mut picks = Vec::new();
    for row in strategies::all(tx).await? {
        let id = row.id.to_string();
        let why = whys.remove(&id);
        let is_other = objective.is_some() && row.objective.as_deref() != objective;
        let pick = |whys| Pick {
            objective: row.objective.as_deref().map(|word| shown::word(word).to_lowercase()),
            warning: (is_organic(fields) && goals::is_cost(&row.primary_kpi))
                .then_some("It is judged by what ads cost, and an organic campaign has none."),
            is_chosen: fields.has("strategy", &id),
            kind: shown::word(&row.r#type),
            usual: usual(&row).map(|usual| format!("{} {usual}", shown::word(&row.primary_kpi))),
            about: row.description.clone().unwrap_or_default(),
            name: row.name.clone(),
            id: id.clone(),
            whys,
        };
        let (score, whys) = why.unwrap_or_default();
        picks.push((is_other, score, pick(whys)));
    }
    picks.sort_by(|(is_other, score, _), (was_other, before, _)| is_other.cmp(was_other).then(before.total_cmp(score)));
    let mut picks: Vec<Pick> = picks.into_iter().map(|(.., pick)| pick).collect();
    // Without a persona nothing is recommended.
    let best = if picks.iter().any(|pick| !pick.whys.is_empty()) { PICKS.min(picks.len()) } else { 0 };
    let library = picks.split_off(best);
    Ok((picks, library))
}

/// The slots with what was said of them; all of them, as long as nobody has seen them.
fn planned(fields: &Fields, known: &Known) -> Vec<Planned> {
    let strategy = known.strategy.as_ref().map_or("", |strategy| strategy.name.as_str());
    let is_seen = fields.one("slots") == seen_for(fields);
    let planned = |slot: &Slot| {
        let key = key(slot);
        let kind = fields.given(&format!("kind.{key}")).unwrap_or(&slot.form).to_owned();
        let kinds = ContentType::value_variants().iter().map(word);
        Planned {
            moment: slot.at.strftime("%a %-d %b %Y at %H:%M").to_string(),
            title: fields.given(&format!("title.{key}")).map_or_else(|| title(slot, strategy), str::to_owned),
            is_chosen: !is_seen || fields.has("slot", &key),
            kinds: kinds.map(|one| Choice::new(one.clone(), shown::word(&one), &kind)).collect(),
            key,
        }
    };
    known.slots.iter().map(planned).collect()
}

fn says(fields: &Fields, known: &Known) -> Vec<(&'static str, String, usize)> {
    let given = |key: &str| fields.given(key).map(str::to_owned);
    let day = |key: &str| values::day(fields.one(key)).ok();
    let personas: Vec<&str> = known
        .personas
        .iter()
        .filter(|persona| fields.has("persona", &persona.id.to_string()))
        .map(|persona| persona.name.as_str())
        .collect();
    let posts = planned(fields, known).iter().filter(|slot| slot.is_chosen).count();
    let posts = (posts > 0).then(|| shown::counted(i64::try_from(posts).unwrap_or_default(), "draft", "drafts"));
    let goal = given("kpi_target").map(|goal| match &known.strategy {
        Some(strategy) => {
            let number = goals::read(&goal).ok().and_then(|goal| goal.as_str()?.parse().ok());
            let figure = number.map(|goal| shown::figure(&strategy.primary_kpi, goal, &strategy.currency));
            format!("{} {}", shown::word(&strategy.primary_kpi), figure.unwrap_or(goal))
        }
        None => goal,
    });
    let budget = given("budget").map(|budget| {
        let amount = values::amount(&budget).ok().and_then(|amount| amount.parse().ok());
        let budget = amount.map_or(budget, |amount| shown::amount(Some(amount)));
        format!("{budget} {}", fields.one("currency").to_uppercase()).trim_end().to_owned()
    });
    let status = given("status").unwrap_or_else(|| "draft".to_owned());
    [
        ("Name", given("name"), 0),
        ("Group", given("group"), 0),
        ("Objective", fields.given("objective").map(shown::word), 0),
        ("Type", fields.given("type").map(shown::word), 0),
        ("Personas", (!personas.is_empty()).then(|| personas.join(", ")), 1),
        ("Strategy", known.strategy.as_ref().map(|strategy| strategy.name.clone()), 2),
        ("Budget", budget, PLAN),
        ("Dates", shown::days(day("start_date"), day("end_date")), PLAN),
        ("Goal", goal, PLAN),
        ("Status", Some(shown::word(&status)), PLAN),
        ("Calendar", posts, CALENDAR),
    ]
    .into_iter()
    .map(|(heading, says, step)| (heading, says.unwrap_or_else(|| "–".to_owned()), step))
    .collect()
}

/// The last step: the campaign and the drafts of its calendar, all or nothing.
pub(super) async fn create(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let mut fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let mut problems = problems(&tx, &fields).await?;
    if problems.is_empty() {
        let known = known(&tx, &mut fields, REVIEW).await?;
        match store(&tx, &fields, &known).await {
            Ok(id) => {
                tx.commit().await?;
                return Ok(Redirect::to(&format!("/campaigns/{id}?did=campaign-created")).into_response());
            }
            Err(Error::Conflict(sentence) | Error::Invalid(sentence)) => {
                problems.insert(form::place_of(&sentence).to_owned(), sentence);
            }
            Err(error) => return Err(error.into()),
        }
    }
    tx.rollback().await?;
    // Where it was asked for, or else where all of it stands.
    let step = (0..REVIEW).find(|step| problems.keys().any(|key| asks(*step, key))).unwrap_or(REVIEW);
    let tx = visitor.session.begin(&pages.database).await?;
    let known = known(&tx, &mut fields, step).await?;
    let page = page(&tx, &visitor, step, fields, problems, known).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

async fn store(tx: &TenantTx, fields: &Fields, known: &Known) -> Result<i32, Error> {
    let mut said = form::read(fields).map_err(|_| Error::invalid("something of the campaign is wrong"))?;
    said.entry("status").or_insert_with(|| "draft".into());
    let campaign = campaigns::create(tx, said).await?;
    let Some(strategy) = &known.strategy else { return Ok(campaign) };
    let mut entries = Vec::new();
    for (line, (slot, planned)) in known.slots.iter().zip(planned(fields, known)).enumerate() {
        if !planned.is_chosen {
            continue;
        }
        let title = values::name(&planned.title)
            .map_err(|words| Error::Invalid(format!("a title of the calendar: {words}")))?;
        let kind = planned.kinds.iter().find(|kind| kind.is_chosen).map_or("other", |kind| kind.value.as_str());
        // Without a zone it is a time of the tenant's clock, which the transaction goes by.
        let said = json!({
            "title": title, "scheduled_at": planned.key, "status": "draft", "content_type": kind, "campaign_id": campaign,
            "strategy_id": strategy.id, "strategy_slot": slot.name,
        });
        let known_by = slot.known_by(strategy.id, Some(campaign));
        entries.push(Told { line, known_by, said: said.as_object().cloned().unwrap_or_default() });
    }
    let made = calendar::import(tx, &File { entries, ..File::default() }).await?;
    if let Some((_, words)) = made.problems.into_iter().next() {
        return Err(Error::Invalid(format!("the calendar: {words}")));
    }
    Ok(campaign)
}

#[cfg(test)]
impl StepPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let hostile = "\"></textarea><b>";
        let mut fields = Fields::default();
        for key in ["name", "description", "group", "budget", "currency", "start_date", "kpi_target"] {
            fields.push(key, hostile);
        }
        fields.push("slots", "seen");
        let problem = |key: &str| (key.to_owned(), "<b>no".to_owned());
        let pick = |is_whole: bool| Pick {
            id: "00000000-0000-0000-0000-000000000001".to_owned(),
            name: "<b>".to_owned(),
            kind: "Awareness".to_owned(),
            about: "<b>".to_owned(),
            usual: is_whole.then(|| "<b>".to_owned()),
            objective: is_whole.then(|| "<b>".to_owned()),
            warning: is_whole.then_some("<b>"),
            is_chosen: is_whole,
            whys: if is_whole { vec![("<b>".to_owned(), personas::recommended_sample())] } else { Vec::new() },
        };
        let planned = || Planned {
            key: "2026-12-01T08:00".to_owned(),
            moment: "Tue 1 Dec".to_owned(),
            title: hostile.to_owned(),
            is_chosen: true,
            kinds: vec![Choice::new("video", "Video", "video")],
        };
        let page = |step, is_whole: bool| Self {
            shell: Shell::sample("/campaigns"),
            step,
            fields: fields.clone(),
            problems: if is_whole {
                Problems::from(["", "name", "persona", "strategy", "budget", "end_date"].map(problem))
            } else {
                Problems::new()
            },
            personas: if is_whole {
                vec![Persona { id: Uuid::from_u128(1), name: "<b>".to_owned(), dot: Dot("<b>".to_owned()) }]
            } else {
                Vec::new()
            },
            picks: if is_whole { vec![pick(true)] } else { Vec::new() },
            library: vec![pick(false)],
            strategy: is_whole.then(|| strategies::sample(1, true)),
            planned: if is_whole { vec![planned()] } else { Vec::new() },
            groups: vec![hostile.to_owned()],
            says: vec![("Name", "<b>".to_owned(), 0)],
        };
        (0..STEPS.len()).flat_map(|step| [page(step, true), page(step, false)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_plan_begins_with_what_the_strategy_says_on_the_next_monday() {
        let mut fields = Fields::parse(b"strategy=x&budget=7");
        let today = date(2026, 11, 27).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
        prefill(&mut fields, Some(&strategies::sample(1, true)), &today);
        let said =
            ["budget", "start_date", "end_date", "kpi_target", "currency", "planned_for"].map(|key| fields.one(key));
        assert_eq!(said, ["500", "2026-11-30", "2027-01-24", "2 %", "EUR", "x"]);

        let mut fields = Fields::parse(b"strategy=x&type=organic&budget=7");
        let mut costly = strategies::sample(1, true);
        "cost_per_click".clone_into(&mut costly.primary_kpi);
        prefill(&mut fields, Some(&costly), &today);
        let said = ["budget", "kpi_target", "planned_for"].map(|key| fields.one(key));
        assert_eq!(said, ["", "", "x organic"], "nothing is paid for organic posts");

        // What was typed and has nothing to do with money stays.
        fields.set("start_date", "2026-12-01");
        fields.set("type", "sponsored_content");
        pay(&mut fields, Some(&costly));
        let said = ["budget", "kpi_target", "start_date", "planned_for"].map(|key| fields.one(key).to_owned());
        assert_eq!(said, ["500", "0.02", "2026-12-01", "x"]);
        fields.set("type", "organic");
        pay(&mut fields, Some(&costly));
        assert_eq!(["budget", "kpi_target", "start_date"].map(|key| fields.one(key)), ["", "", "2026-12-01"]);
    }

    #[test]
    fn a_step_carries_along_what_the_others_ask_for() {
        assert!(asks(0, "name") && asks(4, "title.2026-12-01T08:00") && !asks(3, "name") && !asks(0, "title.x"));
    }
}
