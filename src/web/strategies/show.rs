//! One strategy: what it is, whom it suits and by what evidence, and what came of its campaigns.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::StatusCode,
    response::{IntoResponse as _, Redirect, Response},
};
use queries::queries::{
    campaign_pages::CampaignFigures,
    strategy_pages::{self as sql, StrategiesShown, StrategyFits},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets, campaigns,
        fields::Fields,
        lists,
        personas::seniority,
        shell::Shell,
        shown::{self, Dot, Interval, ShareBar, State},
        visitor::Visitor,
    },
    Performed, Verdict, id_of, one, usual,
};
use crate::{
    db::Reading,
    error::Error,
    model::{sessions::Session, strategies, users::Role},
};

#[derive(Deserialize, Default)]
pub(super) struct Wanted {
    #[serde(default)]
    did: String,
}

#[derive(Template)]
#[template(path = "strategies/show.html")]
pub(in super::super) struct ShowPage {
    shell: Shell,
    did: Option<&'static str>,
    id: Uuid,
    name: String,
    about: String,
    kind: String,
    objective: Option<String>,
    is_template: bool,
    kpi: String,
    actual: String,
    usual: Option<String>,
    source: Option<String>,
    verdict: Verdict,
    engagements: String,
    posts: String,
    /// What it says of a campaign, each with a heading.
    says: Vec<(&'static str, String)>,
    lists: Vec<(&'static str, Vec<String>)>,
    personas: Vec<Fit>,
    campaigns: Vec<Campaign>,
}

/// How well it suits a persona.
struct Fit {
    id: Uuid,
    name: String,
    dot: Dot,
    relevance: String,
    /// Whether that was said by hand.
    by_hand: bool,
    rating: String,
    notes: String,
    reason: String,
    evidence: String,
    expected: String,
    range: String,
    interval: Interval,
    is_tried: bool,
    problem: Option<String>,
}

struct Campaign {
    id: i32,
    name: String,
    state: State,
    engagements: String,
    people: String,
    accuracy: ShareBar,
    actual: String,
}

/// What is wrong with a rating, for which persona, and what was typed.
struct Refused {
    persona: Uuid,
    score: String,
    notes: String,
    sentence: String,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = id_of(&id)?;
    let reading = visitor.session.read(&pages.database).await?;
    let page = page(&reading, &visitor.session, id, &wanted, None).await?;
    reading.end().await;
    Ok(answer::page(&page))
}

async fn page(
    reading: &Reading,
    session: &Session,
    id: Uuid,
    wanted: &Wanted,
    refused: Option<Refused>,
) -> Result<ShowPage, Error> {
    let (first, second) = reading.both();
    let of_itself =
        async { Ok::<_, Error>((Performed::one(first, id).await?, campaigns::figures(first, session).await?)) };
    let fits = async { Ok(sql::strategy_fits().bind(&**second, &id).all().await?) };
    let ((performed, mut used), fits) = tokio::try_join!(of_itself, fits)?;
    // No two strategies share a name.
    used.retain(|row| row.strategy.as_deref() == Some(&performed.strategy.name));
    used.sort_by_key(|row| std::cmp::Reverse(row.engagements));
    Ok(ShowPage::new(Shell::of(session, "/strategies"), wanted, performed, fits, used, refused.as_ref()))
}

/// Says by hand how well it suits a persona, or takes that back where nothing is said.
pub(super) async fn rate(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let id = id_of(&id)?;
    let fields = Fields::parse(&body);
    let persona =
        Uuid::parse_str(fields.one("persona")).map_err(|_| Error::NotFound("There is no such persona.".to_owned()))?;
    let (score, notes) = (fields.one("score"), Some(fields.one("notes")).filter(|notes| !notes.is_empty()));
    let tx = visitor.session.begin(&pages.database).await?;
    let done = if score.is_empty() {
        match strategies::unrate(&tx, persona, id).await {
            // Nothing was said, and nothing is.
            Err(Error::NotFound(_)) => one(&tx, id).await.map(|_| "strategy-unrated"),
            done => done.map(|()| "strategy-unrated"),
        }
    } else {
        // What is no number is refused in the words for one that is out of range.
        strategies::rate(&tx, persona, id, score.parse().unwrap_or(-1.0), notes).await.map(|()| "strategy-rated")
    };
    match done {
        Ok(did) => {
            tx.commit().await?;
            Ok(Redirect::to(&format!("/strategies/{id}?did={did}#personas")).into_response())
        }
        Err(Error::Invalid(sentence)) => {
            tx.rollback().await?;
            let reading = visitor.session.read(&pages.database).await?;
            let sentence = sentence.trim_start_matches("relevance_score: ").to_owned();
            let typed = Refused { persona, score: score.to_owned(), notes: fields.one("notes").to_owned(), sentence };
            let page = page(&reading, &visitor.session, id, &Wanted::default(), Some(typed)).await?;
            reading.end().await;
            Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(error) => Err(error.into()),
    }
}

/// Words of a list in one line.
fn joined(words: impl IntoIterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.into_iter().collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// A range of numbers in words.
fn range(low: Option<String>, high: Option<String>) -> Option<String> {
    match (low, high) {
        (Some(low), Some(high)) => Some(format!("{low} to {high}")),
        (Some(low), None) => Some(format!("{low} or more")),
        (None, Some(high)) => Some(format!("up to {high}")),
        (None, None) => None,
    }
}

fn says(row: &StrategiesShown) -> Vec<(&'static str, String)> {
    let amount = |amount: Option<f64>| amount.map(|amount| shown::amount(Some(amount)));
    let mix = row.content_mix.as_object().map(|mix| {
        let mut mix: Vec<(f64, &String)> =
            mix.iter().map(|(kind, share)| (share.as_f64().unwrap_or_default(), kind)).collect();
        mix.sort_by(|one, other| other.0.total_cmp(&one.0));
        mix.into_iter().map(|(share, kind)| format!("{} {share} %", shown::word(kind)))
    });
    [
        ("Seniority", joined(row.seniorities.iter().map(|one| seniority(one)))),
        ("Function", joined(row.functions.iter().map(|one| shown::word(one)))),
        ("Budget", range(amount(row.budget_min), amount(row.budget_max)).map(|it| format!("{it} {}", row.currency))),
        ("Length", row.duration_weeks.map(|weeks| shown::counted(weeks.into(), "week", "weeks"))),
        ("Posts a week", row.posts_per_week.map(|posts| posts.to_string())),
        ("Calendar slots", joined(row.best_times.iter().cloned())),
        ("Made of", mix.and_then(joined)),
    ]
    .into_iter()
    .filter_map(|(heading, says)| says.map(|says| (heading, says)))
    .collect()
}

impl ShowPage {
    /// Whether anything is expected of it, which is then explained.
    fn is_any_tried(&self) -> bool {
        self.personas.iter().any(|one| one.is_tried)
    }

    fn new(
        shell: Shell,
        wanted: &Wanted,
        performed: Performed,
        fits: Vec<StrategyFits>,
        used: Vec<CampaignFigures>,
        refused: Option<&Refused>,
    ) -> Self {
        let widest = fits.iter().filter(|fit| fit.trials > 0).map(|fit| fit.upper).fold(0.0, f64::max);
        let actual = performed.actual();
        let Performed { strategy: row, did } = performed;
        Self {
            shell,
            did: lists::done(&wanted.did),
            id: row.id,
            kind: shown::word(&row.r#type),
            objective: row.objective.as_deref().map(shown::word),
            is_template: row.is_template,
            kpi: shown::word(&row.primary_kpi),
            actual,
            usual: usual(&row),
            source: row.benchmark_source.clone(),
            verdict: Verdict::of(did.against_benchmark.as_deref()),
            engagements: shown::count(did.engagements),
            posts: shown::count(did.posts.into()),
            says: says(&row),
            personas: fits.into_iter().map(|fit| Fit::new(fit, widest, refused)).collect(),
            campaigns: used.into_iter().map(Campaign::new).collect(),
            lists: [
                ("Themes", row.content_themes),
                ("Posts to begin with", row.post_templates),
                ("What is needed", row.required_assets),
                ("Other signs of success", row.success_metrics),
                ("Examples", row.examples),
            ]
            .into_iter()
            .filter(|(_, words)| !words.is_empty())
            .collect(),
            about: row.description.unwrap_or_default(),
            name: row.name,
        }
    }
}

impl Fit {
    fn new(row: StrategyFits, widest: f64, refused: Option<&Refused>) -> Self {
        let refused = refused.filter(|refused| refused.persona == row.id);
        let evidence = if row.trials > 0 {
            let part = shown::ratio(row.successes, row.trials).unwrap_or_default();
            let posts = shown::counted(row.posts, "post", "posts");
            format!("{} of the persona engaged with each of {posts}, on average", shown::share_of(part, 2))
        } else {
            "Nothing is known of it with this persona yet".to_owned()
        };
        let reason = match (row.rating, row.relevance) {
            (Some(_), _) => "Set by hand",
            (None, Some(_)) => "By the stated audience and objective",
            (None, None) => "Neither says anything of the other",
        };
        let typed = |typed: fn(&Refused) -> &String| refused.map(typed).cloned();
        Self {
            id: row.id,
            name: row.name,
            dot: Dot(row.colour),
            relevance: row.relevance.map_or_else(|| "–".to_owned(), |fit| format!("{fit:.2}")),
            by_hand: row.rating.is_some(),
            rating: typed(|typed| &typed.score)
                .unwrap_or_else(|| row.rating.map(|rating| format!("{rating:.2}")).unwrap_or_default()),
            notes: typed(|typed| &typed.notes).unwrap_or_else(|| row.notes.unwrap_or_default()),
            reason: reason.to_owned(),
            evidence,
            expected: shown::believed(row.mean),
            range: format!("{} to {}", shown::believed(row.lower), shown::believed(row.upper)),
            interval: Interval { low: row.lower, mean: row.mean, high: row.upper, usual: Some(row.baseline), widest },
            is_tried: row.trials > 0,
            problem: typed(|typed| &typed.sentence),
        }
    }
}

impl Campaign {
    fn new(row: CampaignFigures) -> Self {
        let kpi = row.primary_kpi.as_deref().unwrap_or_default();
        Self {
            id: row.id,
            engagements: shown::count(row.engagements),
            people: shown::count(row.people),
            accuracy: ShareBar(row.targeting_accuracy),
            actual: row
                .kpi_actual
                .map_or_else(|| "–".to_owned(), |value| shown::figure(kpi, value, &row.spend_currency)),
            state: State(row.status),
            name: row.name,
        }
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let fit = |number, is_whole: bool| StrategyFits {
            id: Uuid::from_u128(number),
            name: "<b>".to_owned(),
            colour: "\"><b>".to_owned(),
            relevance: is_whole.then_some(0.5),
            rating: is_whole.then_some(0.5),
            notes: is_whole.then(|| "\"><b>".to_owned()),
            posts: 3,
            trials: if is_whole { 100 } else { 0 },
            successes: 3,
            mean: 0.03,
            lower: 0.01,
            upper: 0.05,
            baseline: 0.02,
            lift: 1.5,
        };
        let refused = Refused {
            persona: Uuid::from_u128(2),
            score: "\"><b>".to_owned(),
            notes: "\"><b>".to_owned(),
            sentence: "<b>".to_owned(),
        };
        let (whole, bare) = (Performed::sample(1, true), Performed::sample(2, false));
        let shell = || Shell::sample("/strategies");
        let wanted = Wanted { did: "strategy-rated".to_owned() };
        vec![
            Self::new(shell(), &wanted, whole, vec![fit(1, true), fit(2, false)], campaigns::samples(), Some(&refused)),
            Self::new(shell(), &Wanted::default(), bare, Vec::new(), Vec::new(), None),
        ]
    }
}
