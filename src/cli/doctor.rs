//! `rapport doctor`: whether what is shown is what the rows say.

use clap::Subcommand;
use queries::queries::doctor as sql;
use serde_json::{Value, json};

use crate::{
    cli::output::{self, Column, Format},
    config::Config,
    db::Database,
    error::Error,
};

/// What can be checked.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Looks at the server, the rights and the walls around the data
    Database,
    /// Recounts every figure from the rows and compares
    Metrics {
        /// Sets what is wrong right, while others go on working
        #[arg(long)]
        repair: bool,
    },
    /// Matches every person again and compares; slow on many people
    Matching {
        /// Sets what is wrong right
        #[arg(long)]
        repair: bool,
    },
}

/// Runs `rapport doctor …`.
///
/// # Errors
/// [`Error::Conflict`] where something differs and was not repaired.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let database = Database::open(config).await?;
    let owner = database.owner().await?;
    match verb {
        Verb::Database => {
            let findings: Vec<Value> = sql::database_findings()
                .bind(&owner)
                .all()
                .await?
                .iter()
                .map(|row| json!({"finding": row.finding, "advice": row.advice}))
                .collect();
            if config.json {
                output::print_json(&json!({"findings": findings}))?;
            } else if findings.is_empty() {
                eprintln!("the server, the rights and the walls are as they should be");
            } else {
                output::print_text(&output::table(&findings, FINDINGS))?;
            }
            if findings.is_empty() {
                return Ok(());
            }
            Err(Error::Conflict(format!("{} things are to be mended", findings.len())))
        }
        Verb::Metrics { repair } => {
            let before = metrics(&owner).await?;
            let mut changed = 0;
            if repair {
                queries::queries::imports::fold().bind(&owner).one().await?;
                for tenant in sql::repair_metrics().bind(&owner).all().await? {
                    if tenant.changed < 0 {
                        return Err(Error::Conflict(format!(
                            "the metrics of {:?} are being folded at this moment; try again",
                            tenant.slug
                        )));
                    }
                    changed += tenant.changed;
                }
                sql::sweep_rollups().bind(&owner).one().await?;
            }
            let after = if repair { metrics(&owner).await? } else { before.clone() };
            let differences = |rows: &[Value]| {
                rows.iter().filter_map(|row| Some(row["missing"].as_i64()? + row["wrong"].as_i64()?)).sum::<i64>()
            };
            let (found, left) = (differences(&before), differences(&after));
            if config.json {
                output::print_json(
                    &json!({"differences": left, "found": found, "repaired": changed, "figures": after}),
                )?;
            } else {
                output::print_text(&output::table(&after, METRICS))?;
                if repair {
                    eprintln!("{found} differences found, {changed} rows set right, {left} differences left");
                } else if found == 0 {
                    eprintln!("every figure equals the recount of its rows");
                }
            }
            if left > 0 {
                return Err(Error::Conflict(format!(
                    "{left} rows differ from the recount; rapport doctor metrics --repair sets them right"
                )));
            }
            Ok(())
        }
        Verb::Matching { repair } => {
            if repair {
                sql::rematch_all().bind(&owner).all().await?;
            }
            let rows: Vec<Value> = sql::matching_differences()
                .bind(&owner)
                .all()
                .await?
                .iter()
                .map(|row| json!({"problem": row.problem, "rows": row.rows}))
                .collect();
            let differences: i64 = rows.iter().filter_map(|row| row["rows"].as_i64()).sum();
            if config.json {
                output::print_json(&json!({"differences": differences, "problems": rows}))?;
            } else if rows.is_empty() {
                eprintln!("every target is what its person and persona say");
            } else {
                output::print_text(&output::table(
                    &rows,
                    &[Column("problem", "Problem", Format::Text), Column("rows", "Targets", Format::Count)],
                ))?;
            }
            if differences > 0 {
                return Err(Error::Conflict(format!(
                    "{differences} targets differ; rapport doctor matching --repair sets them right"
                )));
            }
            Ok(())
        }
    }
}

const FINDINGS: &[Column] =
    &[Column("finding", "What is wrong", Format::Text), Column("advice", "What to do", Format::Text)];

const METRICS: &[Column] = &[
    Column("figure", "Figure", Format::Text),
    Column("missing", "Missing rows", Format::Count),
    Column("wrong", "Wrong rows", Format::Count),
];

async fn metrics(owner: &tokio_postgres::Client) -> Result<Vec<Value>, Error> {
    let rows = sql::metric_differences().bind(owner).all().await?;
    Ok(rows.iter().map(|row| json!({"figure": row.figure, "missing": row.missing, "wrong": row.wrong})).collect())
}
