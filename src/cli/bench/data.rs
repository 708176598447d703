//! What is measured on: the demo, grown.

use std::{
    net::{IpAddr, Ipv4Addr},
    sync::Arc,
};

use jiff::Timestamp;
use queries::queries::demo as sql;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::Web;
use crate::{
    cli::demo::{
        self, SEED, Steps,
        build::{Recipe, build},
        live,
        plan::TENANTS,
        served,
    },
    config::{Config, Target},
    db::Database,
    error::Error,
    model::users::{Origin, Refused, Users},
};

/// What makes the demo larger, step by step.
const GROWTH: &str = include_str!("../../../benches/web.sql");

/// A database with everything in it that is asked for.
pub(super) struct Ready {
    pub(super) config: Config,
    pub(super) database: Arc<Database>,
    pub(super) users: Users,
}

/// Makes the data, or finds them as they were made before.
pub(super) async fn ready(config: &Config, args: &Web) -> Result<Ready, Error> {
    let Target::Managed(base) = config.target()? else {
        return Err(Error::invalid(
            "the benchmark makes a database of its own and leaves the one of DATABASE_URL alone; run it without: env -u DATABASE_URL rapport bench web",
        ));
    };
    let dir = demo::directory(&base, "bench");
    let mut own = config.clone();
    own.data_dir = Some(dir.clone());
    let steps = Steps::default();
    steps.next("starting the benchmark's own PostgreSQL");
    let database = Arc::new(Database::open(&own).await?);
    let wanted = json!({"people": args.people, "engagements": args.engagements, "data": GROWTH.len()});
    let is_there = made(&database).await?.is_some_and(|made| made["of"] == wanted) && !args.fresh;
    if !is_there {
        steps.next("dropping what is there");
        demo::empty(&database).await?;
        drop(std::fs::remove_dir_all(dir.join("exports")));
        let say = |what: &str| steps.next(what);
        let recipe = Recipe { exports: &dir.join("exports"), seed: SEED, now: Timestamp::now(), say: &say };
        build(Arc::clone(&database), &recipe).await?;
        live::show(&own, Arc::clone(&database), SEED, &say).await?;
        grow(&database, args, &steps).await?;
        let owner = database.owner().await?;
        sql::mark().bind(&owner, &MARK, &json!({"of": wanted, "at": Timestamp::now().to_string()})).await?;
    }
    steps.end();
    let users = Users::new(Arc::clone(&database))?;
    Ok(Ready { config: own, database, users })
}

/// What the log says when the data are whole.
const MARK: &str = "bench built";

/// What the data were made from, if they are there.
async fn made(database: &Database) -> Result<Option<Value>, Error> {
    let owner = database.owner().await?;
    let marks = sql::marks().bind(&owner).all().await?;
    Ok(marks.into_iter().rev().find(|mark| mark.event == MARK).map(|mark| mark.details))
}

async fn grow(database: &Database, args: &Web, steps: &Steps) -> Result<(), Error> {
    let owner = database.owner().await?;
    owner
        .batch_execute(&format!(
            "set search_path = public, app; set jit = off; set bench.people = {}; set bench.engagements = {}; select setseed(0.42);
             select set_config('app.tenant_id', id::text, false) from tenants where slug = '{}'; set role rapport_app",
            args.people, args.engagements, TENANTS[0].slug
        ))
        .await?;
    for step in GROWTH.split("\n--- ").skip(1) {
        let (what, statements) = step.split_once('\n').unwrap_or((step, ""));
        steps.next(&format!("adding {what}"));
        owner.batch_execute(statements).await?;
    }
    steps.next("vacuum, as the server does it by itself");
    owner.batch_execute("vacuum (analyze)").await?;
    Ok(())
}

/// A session of somebody who owns the data: what a browser holds up.
pub(super) async fn session(database: &Database, users: &Users) -> Result<Zeroizing<String>, Error> {
    let link = served::invite(database, users).await?;
    let from = Origin { address: IpAddr::V4(Ipv4Addr::LOCALHOST), device: None, agent: "rapport bench".to_owned() };
    let signed_in = users.sign_in_by_link(&link, from).await.map_err(|refused| match refused {
        Refused::Other(error) => error,
        other => Error::Internal(anyhow::anyhow!("{other}")),
    })?;
    Ok(signed_in.session.text())
}
