//! `rapport strategy`: what to do next, and how what was done has worked.

use clap::Subcommand;
use queries::queries::strategies as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        output::{self, Column, Format},
        persona,
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    values,
};

/// What can be done with strategies.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the strategies that a campaign can follow
    List,
    /// Shows everything of one strategy
    Show {
        /// The strategy's name or id
        name: String,
    },
    /// How the campaigns of each strategy did against its benchmark
    Performance {
        /// The strategy's name or id [default: all]
        name: Option<String>,
    },
    /// Which strategy the next campaign for a persona should follow, and why
    Recommend {
        /// The persona's name or id
        persona: String,
        /// How many
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..), value_name = "N")]
        limit: u16,
        /// Gives strategies that were hardly tried their chance: ranks by a draw from what is believed of each
        #[arg(long)]
        explore: bool,
        /// The same number draws the same order [default: another one each time, which is told]
        #[arg(long, requires = "explore", value_name = "N")]
        seed: Option<i64>,
    },
    /// Says how well a strategy suits a persona, where you know better than its stated audience
    Rate {
        /// The persona's name or id
        persona: String,
        /// The strategy's name or id
        strategy: String,
        /// From 0 (never) to 1 (made for it)
        #[arg(value_parser = values::share)]
        score: f64,
        /// Why
        #[arg(long, value_name = "TEXT")]
        notes: Option<String>,
    },
}

const LIST: &[Column] = &[
    Column("name", "Strategy", Format::Text),
    Column("type", "Type", Format::Text),
    Column("kpi", "Key figure", Format::Text),
    Column("benchmark", "Benchmark", Format::Text),
    Column("campaigns", "Campaigns", Format::Count),
];

const PERFORMANCE: &[Column] = &[
    Column("strategy", "Strategy", Format::Text),
    Column("against_benchmark", "Result", Format::Text),
    Column("kpi", "Key figure", Format::Text),
    Column("actual", "Actual", Format::Text),
    Column("benchmark", "Benchmark", Format::Text),
    Column("campaigns", "Campaigns", Format::Count),
    Column("engagements", "Engagements", Format::Bar),
    Column("unique_engagers", "People", Format::Count),
    Column("targeted_engagers", "Targets", Format::Count),
    Column("posts", "Posts", Format::Count),
    Column("ads", "Ads", Format::Count),
];

const RECOMMENDED: &[Column] = &[
    Column("rank", "", Format::Count),
    Column("strategy", "Strategy", Format::Text),
    Column("type", "Type", Format::Text),
    Column("times", "Lift", Format::Text),
    Column("interval", "90 % interval", Format::Text),
    Column("evidence", "Evidence", Format::Text),
    Column("relevance_score", "Relevance", Format::Score),
];

const PERSONAS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("relevance_score", "Relevance", Format::Score),
    Column("relevance_from", "Source", Format::Text),
];

/// Runs `rapport strategy …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List => {
            let rows = sql::strategy_rows().bind(&*tx).all().await?;
            let rows = if config.json { rows } else { readable(rows) };
            output::print_rows(config.json, &rows, LIST, "no strategies; a tenant is given templates when it is added")
        }
        Verb::Show { name } => show(config, &tx, &name).await,
        Verb::Performance { name } => {
            let chosen = match name {
                Some(name) => Some(find(&tx, &name).await?.0),
                None => None,
            };
            performance(config, &tx, &session.currency, chosen).await
        }
        Verb::Recommend { persona, limit, explore, seed } => {
            let (id, name) = persona::find(&tx, &persona).await?;
            // Drawn here, so that it can be named and the same order drawn again.
            let drawn = jiff::Timestamp::now().subsec_nanosecond() / 1_000;
            let seed = if explore { seed.or_else(|| Some(drawn.into())) } else { None };
            let rows = sql::recommended_strategies().bind(&*tx, &id, &i32::from(limit), &explore, &seed).all().await?;
            recommend(config, &rows, &name)?;
            if let Some(seed) = seed {
                eprintln!(
                    "this order was drawn, so that what was hardly tried gets its chance; --explore --seed {seed} draws the same again"
                );
            }
            Ok(())
        }
        Verb::Rate { persona, strategy, score, notes } => {
            let (persona_id, persona) = persona::find(&tx, &persona).await?;
            let (strategy_id, strategy) = find(&tx, &strategy).await?;
            let shown = format!("{score:.2}");
            sql::rate_strategy().bind(&*tx, &persona_id, &strategy_id, &shown.as_str(), &notes.as_deref()).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(
                    &json!({"persona_id": persona_id, "strategy_id": strategy_id, "relevance_score": score}),
                );
            }
            eprintln!("rated {strategy:?} {shown} for {persona:?}; rapport strategy recommend {persona:?} counts it");
            Ok(())
        }
    }
}

/// The id and the name of a strategy by its name or id.
async fn find(tx: &TenantTx, name: &str) -> Result<(Uuid, String), Error> {
    if let Some(found) = sql::strategy_by_name().bind(&**tx, &name).opt().await? {
        return Ok((found.id, found.name));
    }
    let names = sql::strategy_names().bind(&**tx).all().await?;
    Err(words::unknown("strategy", name, &names, "rapport strategy list shows them"))
}

/// "500 to 3 000 USD".
fn budget(row: &Value) -> Option<String> {
    let amount = |key: &str| row[key].as_f64().map(output::count);
    let currency = words::text(&row["currency"]);
    match (amount("budget_min"), amount("budget_max")) {
        (Some(low), Some(high)) => Some(format!("{low} to {high} {currency}")),
        (Some(low), None) => Some(format!("from {low} {currency}")),
        (None, Some(high)) => Some(format!("up to {high} {currency}")),
        (None, None) => None,
    }
}

/// What came of a strategy's campaigns, in the unit of its benchmark: "2.5 %", "29 a campaign".
fn actual(row: &Value) -> Option<String> {
    let (kpi, of_a_campaign) = (&row["primary_kpi"], &row["kpi_of_a_campaign"]);
    let figure = words::figure(kpi, of_a_campaign)?;
    // What is the same for one campaign as for all of them needs no word.
    Some(if *of_a_campaign == row["kpi_actual"] { figure } else { format!("{figure} a campaign") })
}

fn readable(mut rows: Vec<Value>) -> Vec<Value> {
    for row in &mut rows {
        row["kpi"] = words::word(&row["primary_kpi"]).into();
        row["actual"] = actual(row).into();
        row["benchmark"] = words::benchmark(row).into();
    }
    rows
}

async fn performance(config: &Config, tx: &TenantTx, currency: &str, chosen: Option<Uuid>) -> Result<(), Error> {
    let rows = sql::strategy_performance().bind(&**tx, &chosen).all().await?;
    if config.json {
        return output::print_json(&rows);
    }
    let all = rows.len();
    // What no campaign follows has no figures to show.
    let used: Vec<Value> = rows.into_iter().filter(|row| chosen.is_some() || row["campaigns"] != 0).collect();
    let unused = all - used.len();
    let costs = used.iter().any(|row| row["primary_kpi"].as_str().is_some_and(|kpi| kpi.starts_with("cost_")));
    let mut rows = readable(used);
    for row in &mut rows {
        if row["ads"] == 0 {
            row["ads"] = Value::Null;
        }
    }
    let empty =
        "no campaign follows a strategy yet; rapport campaign create NAME --strategy STRATEGY makes one that does";
    output::print_rows(false, &rows, PERFORMANCE, empty)?;
    if costs {
        eprintln!("costs are in {currency}");
    }
    if !rows.is_empty() && unused > 0 {
        eprintln!("{unused} more strategies are followed by no campaign; rapport strategy list shows them");
    }
    Ok(())
}

async fn show(config: &Config, tx: &TenantTx, name: &str) -> Result<(), Error> {
    let (id, _) = find(tx, name).await?;
    let strategy = sql::strategy_details().bind(&**tx, &id).one().await?;
    let campaigns = sql::strategy_campaigns().bind(&**tx, &id).all().await?;
    let personas = sql::strategy_personas().bind(&**tx, &id).all().await?;
    let performance = sql::strategy_performance().bind(&**tx, &Some(id)).one().await?;
    if config.json {
        return output::print_json(
            &json!({"strategy": strategy, "campaigns": campaigns, "performance": performance, "personas": personas}),
        );
    }
    let field = |key: &str| words::text(&strategy[key]);
    let word = |key: &str| words::word(&strategy[key]);
    let audience = [word("audience_seniorities"), word("audience_functions")];
    let audience = audience.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    let mut mix: Vec<(&String, &Value)> = strategy["content_mix"].as_object().into_iter().flatten().collect();
    mix.sort_by_key(|(_, share)| std::cmp::Reverse(share.as_i64()));
    let mix: Vec<String> = mix.iter().map(|(kind, share)| format!("{} {share} %", kind.replace('_', " "))).collect();
    let weekly = strategy["posts_per_week"].as_f64().map(|posts| format!("{posts} posts a week")).unwrap_or_default();
    let weekly =
        [weekly, field("best_times")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
    let lines = |key: &str| {
        let texts = strategy[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        texts.map(|text| format!("- {text}")).collect::<Vec<_>>().join("\n")
    };
    let target = match (word("primary_kpi"), words::benchmark(&strategy), strategy["benchmark_source"].as_str()) {
        (kpi, Some(range), Some(source)) => format!("{kpi}, {range} ({source})"),
        (kpi, Some(range), None) => format!("{kpi}, {range}"),
        (kpi, None, _) => kpi,
    };
    let result = actual(&performance).map(|actual| match performance["against_benchmark"].as_str() {
        Some(word) => format!("{actual}, {word}"),
        None => actual,
    });
    words::print_fields(&[
        ("Strategy", field("name")),
        ("About", field("description")),
        ("Type", word("type")),
        ("Objective", word("objective")),
        ("Audience", audience),
        ("Themes", field("content_themes")),
        ("Content", mix.join(", ")),
        ("Rhythm", weekly),
        (
            "Duration",
            strategy["duration_weeks"].as_f64().map(|weeks| words::counted(weeks, "week", "weeks")).unwrap_or_default(),
        ),
        ("Budget", budget(&strategy).unwrap_or_default()),
        ("Key figure", target),
        ("Also watch", field("success_metrics")),
        ("Needs", field("required_assets")),
        ("Openings", lines("post_templates")),
        ("Examples", lines("examples")),
        ("Campaigns", campaigns.join(", ")),
        ("Result", result.unwrap_or_default()),
    ])?;
    words::print_section("Personas", &personas, PERSONAS)
}

fn recommend(config: &Config, rows: &[Value], persona: &str) -> Result<(), Error> {
    if config.json {
        return output::print_json(&rows);
    }
    let times = |number: f64| format!("{number:.1}x");
    let shown: Vec<Value> = rows
        .iter()
        .zip(1..)
        .map(|(row, rank)| {
            let number = |key: &str| row[key].as_f64().unwrap_or_default();
            let baseline = number("baseline");
            let interval = (baseline > 0.0).then(|| {
                format!("{} to {}", times(number("interval_low") / baseline), times(number("interval_high") / baseline))
            });
            let evidence = if number("trials") > 0.0 {
                let posts = words::counted(number("posts"), "post", "posts");
                format!("{} of {}, {posts}", output::count(number("people_engaged")), words::counted(number("people"), "person", "people"))
            } else {
                "none yet".to_owned()
            };
            json!({
                "rank": rank, "strategy": row["strategy"], "type": row["type"], "times": row["lift"].as_f64().map(times),
                "interval": interval, "evidence": evidence, "relevance_score": row["relevance_score"],
            })
        })
        .collect();
    output::print_rows(false, &shown, RECOMMENDED, "no strategies to recommend; rapport strategy list is empty")?;
    if rows.is_empty() {
        return Ok(());
    }
    output::print_text("")?;
    let ranks: Vec<String> = (1..=rows.len()).map(|rank| format!("{rank}.")).collect();
    let reasons: Vec<(&str, String)> = ranks
        .iter()
        .zip(rows)
        .map(|(rank, row)| {
            (
                rank.as_str(),
                format!("{}: {}", words::text(&row["strategy"]), words::text(&row["recommendation_reason"])),
            )
        })
        .collect();
    words::print_fields(&reasons)?;
    let first = words::text(&rows[0]["strategy"]);
    eprintln!("lift: how much more often people of {persona:?} engage than is usual for them");
    eprintln!("next: rapport campaign create NAME --strategy {first:?}");
    Ok(())
}
