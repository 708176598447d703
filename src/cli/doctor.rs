//! `rapport doctor`: whether what is shown is what the rows say.

use clap::Subcommand;
use jiff::Timestamp;
use queries::queries::doctor as sql;
use serde_json::{Value, json};

use crate::{
    cli::{
        keys::Masters,
        output::{self, Column, Format},
        words,
    },
    config::{Config, MasterKey},
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
        Verb::Database => around(config, &database, &owner).await,
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

/// Looks at the server, the rights and the walls.
async fn around(config: &Config, database: &Database, owner: &tokio_postgres::Client) -> Result<(), Error> {
    let rows = sql::database_findings().bind(owner).all().await?;
    let mut findings: Vec<Value> =
        rows.iter().map(|row| json!({"finding": row.finding, "advice": row.advice})).collect();
    let asked = Timestamp::now();
    let told = sql::clock().bind(owner).one().await?;
    findings.extend(of_clocks(asked, told, Timestamp::now()));
    let masters = Masters::read(config, database).await?;
    findings.extend(of_keys(config, &masters)?);
    if config.json {
        output::print_json(&json!({"findings": findings, "master_keys": masters.keys}))?;
    } else {
        if findings.is_empty() {
            eprintln!("the server, the rights and the walls are as they should be");
        } else {
            output::print_text(&output::table(&findings, FINDINGS))?;
        }
        masters.lines().for_each(|line| eprintln!("{line}"));
    }
    if findings.is_empty() {
        return Ok(());
    }
    Err(Error::Conflict(format!("{} to be mended", words::counted(findings.len() as f64, "thing is", "things are"))))
}

/// Whether this machine's clock is another than the database's, which told its own between two moments of ours.
fn of_clocks(before: Timestamp, told: Timestamp, after: Timestamp) -> Option<Value> {
    /// Seconds by which clocks may differ: nothing of ours is decided by less.
    const APART: i64 = 5;
    let apart = (before.as_second() - told.as_second()).max(told.as_second() - after.as_second());
    (apart > APART).then(|| {
        json!({
            "finding": format!("this machine's clock and the database's are {apart} seconds apart"),
            "advice": "have both set by a time service (NTP): tokens and the days of exports are judged by this one",
        })
    })
}

/// What is wrong with the keys that seal the credentials.  Who gives none may look after a database all the same.
fn of_keys(config: &Config, masters: &Masters) -> Result<Vec<Value>, Error> {
    let mut findings = Vec::new();
    if let Some(problem) = &masters.problem
        && !matches!(config.master_key()?, MasterKey::None)
    {
        findings.push(
            json!({"finding": problem.to_string(), "advice": "rapport keys status shows the keys that are needed"}),
        );
    }
    let is_behind = |key: &&Value| !key["retired_at"].is_null() && key["is_needed"] == true;
    for key in masters.keys.iter().filter(is_behind) {
        let id = key["id"].as_str().unwrap_or_default();
        findings.push(json!({
            "finding": format!("credentials are still sealed with master key {id}, which was replaced"),
            "advice": "run rapport keys rotate, which goes on where it was interrupted",
        }));
    }
    if let Some(lost) = masters.lost() {
        findings.push(json!({"finding": lost, "advice": "rapport connection list shows the connections"}));
    }
    Ok(findings)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_are_apart_are_found_whichever_is_ahead_and_however_long_the_answer_took() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let found =
            |before, told, after| of_clocks(at(before), at(told), at(after)).map(|found| found["finding"].to_string());
        assert_eq!(found(1000, 1001, 1002), None);
        assert_eq!(found(1000, 1020, 1030), None, "an answer that took long");
        assert!(found(1000, 1100, 1001).unwrap().contains("are 99 seconds apart"));
        assert!(found(1000, 900, 1001).unwrap().contains("are 100 seconds apart"));
    }
}
