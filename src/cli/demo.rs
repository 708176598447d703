//! `rapport demo`: a database of its own with data that looks real, to see everything work before anything is set up.
//!
//! Two invented clients of an agency, 3,000 invented people, twelve campaigns and ninety days.  The people come out of
//! generated files through the importer that everybody uses; ad reports and connections too.  How the audiences respond
//! is decided in `demo/plan.rs`, so that what Rapport recommends can be compared with what is true.

pub mod build;
mod details;
mod end;
mod engagement;
mod files;
mod foxglove;
pub(super) mod live;
pub(crate) mod people;
pub mod plan;
mod posts;
mod quillstack;
pub(crate) mod random;
pub(crate) mod samples;
pub(super) mod served;
mod titles;
pub(crate) mod words;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use clap::Args;
use jiff::Timestamp;
use queries::queries::demo as sql;
use rapport_database::deploy;
use serde_json::{Value, json};

use crate::{
    config::{Config, Target},
    db::{Database, deploy_error},
    error::Error,
};

use build::{Recipe, build};

/// The version of the data: a demo that an older Rapport made is made anew.
const VERSION: u64 = 3;
/// The seed of everybody's demo.
pub(crate) const SEED: u64 = 20_260_701;

/// What `rapport demo` takes.
#[derive(Debug, Args)]
pub struct Demo {
    /// Drops the demo's data and makes it anew, relative to today
    #[arg(long)]
    fresh: bool,
    /// Another number gives other people and numbers; the same gives the same
    #[arg(long, default_value_t = SEED, hide_default_value = true)]
    seed: u64,
    /// The address and port at which its pages are shown; if not said, 127.0.0.1:8080, or another port where that one is taken
    #[arg(long, value_name = "ADDR:PORT", conflicts_with = "no_serve")]
    bind: Option<SocketAddr>,
    /// Makes the data and shows no pages
    #[arg(long)]
    no_serve: bool,
}

/// What a demo's data were made from, as the database remembers it.
enum State {
    Empty,
    /// A build that was begun and not finished.
    Half,
    Whole {
        version: u64,
        built_at: Timestamp,
        /// What the scrape brought that it ended with.
        live: Value,
    },
    /// Data that no demo made.
    Foreign,
}

/// Runs `rapport demo`: makes the data where they are not there yet, shows them here, and then on pages.
///
/// # Errors
/// When a database was named, since the demo makes its own, and as the machine gives them.
pub async fn run(config: &Config, args: Demo) -> Result<(), Error> {
    // What is begun is dropped, and the same command goes on from there.
    let (own, database) = tokio::select! {
        made = make(config, &args) => made?,
        () = super::interrupted() => return Err(super::cut_short()),
    };
    // Whoever reads JSON is a program, and waits for the end.
    if args.no_serve || config.json { Ok(()) } else { served::serve(&own, database, args.bind, args.seed).await }
}

/// The data, with what there is to say of them; the configuration and the database that they are in.
async fn make(config: &Config, args: &Demo) -> Result<(Config, Arc<Database>), Error> {
    let Target::Managed(base) = config.target()? else {
        return Err(Error::invalid(
            "the demo makes a database of its own and leaves the one of DATABASE_URL alone; run it without: env -u DATABASE_URL rapport demo",
        ));
    };
    let dir = directory(&base, "demo");
    let exports = dir.join("exports");
    let begun = Instant::now();
    let steps = Steps::default();
    let say = |what: &str| steps.next(what);

    let mut own = config.clone();
    own.data_dir = Some(dir.clone());
    say("starting the demo's own PostgreSQL");
    let database = Arc::new(Database::open(&own).await?);
    let mut built = false;
    match (state(&database).await?, args.fresh) {
        (State::Foreign, _) => {
            return Err(Error::Conflict(format!(
                "{} holds data that the demo did not make; name another folder with --data-dir",
                dir.display()
            )));
        }
        (State::Whole { version: VERSION, .. }, false) => {
            if args.seed != SEED {
                return Err(Error::invalid(
                    "the demo is there already, made from another seed; --fresh makes it anew from this one",
                ));
            }
        }
        (found, _) => {
            built = true;
            if !matches!(found, State::Empty) {
                say("dropping the old demo");
                empty(&database).await?;
                drop(std::fs::remove_dir_all(&exports));
            }
            mark(&database, "demo begun", args.seed, &Value::Null).await?;
            let recipe = Recipe { exports: &exports, seed: args.seed, now: Timestamp::now(), say: &say };
            build(Arc::clone(&database), &recipe).await?;
            let live = live::show(&own, Arc::clone(&database), args.seed, &say).await?;
            mark(&database, "demo built", args.seed, &live).await?;
        }
    }
    steps.end();
    let State::Whole { built_at, live, .. } = state(&database).await? else {
        return Err(Error::Internal(anyhow::anyhow!("the demo is not what it was a moment ago")));
    };
    if built {
        eprintln!("{:>6.1} s  in all", begun.elapsed().as_secs_f64());
    } else {
        eprintln!("The demo is of {}; --fresh makes it anew.", built_at.strftime("%-d %B %Y"));
    }
    end::show(
        config,
        Arc::clone(&database),
        &end::Place { dir: &dir, exports: &exports, built, live: &live, seconds: begun.elapsed().as_secs_f64() },
    )
    .await?;
    Ok((own, database))
}

/// The folder beside the one of the user's own data.
pub(super) fn directory(base: &Path, purpose: &str) -> PathBuf {
    let name = base.file_name().unwrap_or_default().to_string_lossy();
    // Who took the printed advice to name the demo's folder means that folder.
    if name.ends_with(&format!("-{purpose}")) {
        base.to_owned()
    } else {
        base.with_file_name(format!("{name}-{purpose}"))
    }
}

async fn state(database: &Database) -> Result<State, Error> {
    let owner = database.owner().await?;
    let marks = sql::marks().bind(&owner).all().await?;
    Ok(match marks.last() {
        None if sql::is_empty().bind(&owner).one().await? => State::Empty,
        None => State::Foreign,
        Some(mark) if mark.event == "demo built" => State::Whole {
            version: mark.details["version"].as_u64().unwrap_or_default(),
            built_at: mark.details["at"].as_str().and_then(|at| at.parse().ok()).unwrap_or_default(),
            live: mark.details["live"].clone(),
        },
        Some(_) => State::Half,
    })
}

async fn mark(database: &Database, event: &str, seed: u64, live: &Value) -> Result<(), Error> {
    let owner = database.owner().await?;
    let details = json!({"version": VERSION, "seed": seed, "at": Timestamp::now().to_string(), "live": live});
    sql::mark().bind(&owner, &event, &details).await?;
    Ok(())
}

/// Takes everything out of the demo's database: tables, functions, and the numbers that sequences have come to.
pub(super) async fn empty(database: &Database) -> Result<(), Error> {
    let mut owner = database.owner().await?;
    owner.batch_execute("drop schema if exists app cascade; drop schema public cascade; create schema public").await?;
    deploy::migrate(&mut owner).await.map_err(deploy_error)?;
    Ok(())
}

/// Says on stderr what is being done, and how long it took once it is done.
#[derive(Default)]
pub(super) struct Steps(Mutex<Option<Instant>>);

impl Steps {
    pub(super) fn next(&self, what: &str) {
        self.end();
        eprint!("{what:<78}");
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    pub(super) fn end(&self) {
        if let Some(begun) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            eprintln!("{:>6.1} s", begun.elapsed().as_secs_f64());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_lies_beside_the_real_data() {
        assert_eq!(directory(Path::new("/var/lib/rapport"), "demo"), Path::new("/var/lib/rapport-demo"));
        assert_eq!(directory(Path::new("/var/lib/rapport-demo"), "demo"), Path::new("/var/lib/rapport-demo"));
    }
}
