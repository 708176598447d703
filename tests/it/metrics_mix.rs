//! Live metrics under every operation at once (R-7, R-8, P8): writers, folders, and a checker that compares every figure
//! with a recount of the rows while they run.  A test that finds nothing proves nothing, so the six ways in which the design
//! could be broken are broken one by one, and each must be found.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use rapport::db::TenantId;
use tokio::task::JoinSet;
use tokio_postgres::{Client, Error, error::SqlState};
use uuid::Uuid;

use crate::support::{
    app::{DEFAULT, TestApp},
    mix::{self, Rng, Stage, Tally, Worker},
};

const OTHER: TenantId = TenantId(Uuid::from_u128(2));
const WRITERS: u64 = 8;
const FOLDERS: u64 = 2;
const PEOPLE: i32 = 60;
const POSTS: i32 = 24;
const CAMPAIGNS: i32 = 5;
const PERSONAS: i32 = 6;
const HOURS: i32 = 8 * 24;

/// The operations, and how often each is tried.
const OPERATIONS: &[(&str, u64)] = &[
    ("insert 1", 200),
    ("insert 100", 80),
    ("insert 1000 or more", 3),
    ("update reaction", 60),
    ("update time", 50),
    ("update type", 30),
    ("update post", 40),
    ("update person", 40),
    ("delete", 60),
    ("delete most", 20),
    ("delete person", 20),
    ("delete post", 10),
    ("delete campaign", 6),
    ("delete persona", 6),
    ("refill", 40),
    ("link", 50),
    ("unlink", 30),
    ("relink", 20),
    ("targets in", 40),
    ("targets out", 20),
    ("rematch", 30),
    ("rescore", 10),
    ("pin", 10),
    ("merge", 30),
    ("fold", 20),
    ("sweep", 5),
    ("repair", 5),
];

const TYPES: &[(&str, u64)] = &[("reaction", 6), ("comment", 1), ("share", 1), ("follow", 1), ("click", 1)];
const REACTIONS: [&str; 5] = ["like", "like", "praise", "empathy", "other"];

fn persona(number: i32) -> Uuid {
    Uuid::from_u128(0xa000 + u128::try_from(number).unwrap())
}

/// How a mix differs from the ordinary one.
#[derive(Clone, Copy, Default)]
struct Manners {
    /// Several operations a transaction, without the lock order: deadlocks may happen, wrong figures may not.
    unruly: bool,
    /// Nobody repairs but the test itself.
    no_repair: bool,
    /// Errors of any kind are part of it.
    broken: bool,
}

/// People, posts, campaigns and personas, as far as they are missing.
async fn refill(client: &Client, tenant: TenantId) -> Result<(), Error> {
    let t = tenant.0;
    // Personas first: their gate is taken alone, what matches people takes it shared.
    client
        .execute(
            "insert into personas (tenant_id, id, name, is_active) \
             select $1, lpad(to_hex(40960 + q), 32, '0')::uuid, 'Persona ' || q, false from generate_series(1, $2) q order by 2 on conflict do nothing",
            &[&t, &PERSONAS],
        )
        .await?;
    for (table, n) in [("persons", PEOPLE), ("posts", POSTS), ("campaigns", CAMPAIGNS)] {
        let name = if table == "posts" { "title" } else { "name" };
        client
            .execute(
                &format!("insert into {table} (tenant_id, id, {name}) select $1, n, 'Number ' || n from generate_series(1, $2) n on conflict do nothing"),
                &[&t, &n],
            )
            .await?;
    }
    Ok(())
}

async fn set_up(app: &TestApp) {
    let client = app.owner().await;
    client.execute("insert into tenants (id, slug, name) values ($1, 'other', 'Other')", &[&OTHER.0]).await.unwrap();
    for tenant in [DEFAULT, OTHER] {
        refill(&client, tenant).await.unwrap();
        client
            .execute(
                "insert into campaign_posts (tenant_id, campaign_id, post_id) \
                 select $1::uuid, 1 + p % $2, p from generate_series(1, $3) p where p % 6 <> 0 \
                 union select $1, 1 + p * 3 % $2, p from generate_series(1, $3, 4) p",
                &[&tenant.0, &CAMPAIGNS, &POSTS],
            )
            .await
            .unwrap();
        client
            .execute(
                "insert into targets (tenant_id, persona_id, person_id, is_active) \
                 select tenant_id, q.id, p.id, p.id % 5 <> 0 from personas q join persons p using (tenant_id) \
                 where tenant_id = $1 and hashtext(q.id || ' ' || p.id) % 5 in (0, 1)",
                &[&tenant.0],
            )
            .await
            .unwrap();
    }
    client.batch_execute("analyze").await.unwrap();
}

/// One writer's hands: a connection, its tenant for now, and its dice.
struct Hand<'a> {
    client: &'a Client,
    rng: &'a mut Rng,
    tenant: Uuid,
    manners: Manners,
}

impl Hand<'_> {
    /// Locks that keep the order of everybody who changes these tables.
    async fn lock(&self, sql: &str, ids: &[i32]) -> Result<Vec<i32>, Error> {
        if self.manners.unruly {
            return Ok(ids.to_vec());
        }
        Ok(self.client.query(sql, &[&self.tenant, &ids]).await?.iter().map(|row| row.get(0)).collect())
    }

    /// Whoever locks rows by hand takes this first.
    async fn share_matching(&self) -> Result<(), Error> {
        if !self.manners.unruly {
            self.client.execute("select from matching_state where tenant_id = $1 for share", &[&self.tenant]).await?;
        }
        Ok(())
    }

    async fn insert(&mut self, n: usize, types: &[(&'static str, u64)], on_conflict: &str) -> Result<(), Error> {
        let mut rows: Vec<(i32, i32, &str, Option<&str>, i32)> = (0..n)
            .map(|_| {
                let kind = self.rng.weighted(types);
                let reaction = (kind == "reaction").then(|| self.rng.pick(&REACTIONS));
                (self.rng.int(1, PEOPLE), self.rng.int(1, POSTS), kind, reaction, self.rng.int(0, HOURS - 1))
            })
            .collect();
        if on_conflict.contains("do update") {
            // An upsert refuses two rows of one key.
            let mut seen = std::collections::BTreeSet::new();
            rows.retain(|row| row.2 != "reaction" || seen.insert((row.0, row.1)));
        }
        if !self.manners.unruly {
            rows.sort_unstable();
            self.share_matching().await?;
            let people: Vec<i32> = rows.iter().map(|row| row.0).collect();
            let posts: Vec<i32> = rows.iter().map(|row| row.1).collect();
            let people = self
                .lock(
                    "select id from persons where tenant_id = $1 and id = any ($2) order by id for key share",
                    &people,
                )
                .await?;
            let posts = self
                .lock("select id from posts where tenant_id = $1 and id = any ($2) order by id for key share", &posts)
                .await?;
            rows.retain(|row| people.contains(&row.0) && posts.contains(&row.1));
        }
        let people: Vec<i32> = rows.iter().map(|row| row.0).collect();
        let posts: Vec<i32> = rows.iter().map(|row| row.1).collect();
        let kinds: Vec<&str> = rows.iter().map(|row| row.2).collect();
        let reactions: Vec<Option<&str>> = rows.iter().map(|row| row.3).collect();
        let hours: Vec<i32> = rows.iter().map(|row| row.4).collect();
        // Half of the writers bring the day, half leave it to the trigger.
        let brings_day = self.rng.percent(50);
        self.client
            .execute(
                &format!(
                    "insert into engagements (tenant_id, person_id, post_id, engagement_type, reaction_type, engaged_at, engaged_on) \
                     select $1, person, post, kind::engagement_type, reaction::reaction_type, at, case when $7 then (at at time zone 'UTC')::date end \
                     from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::int[]) with ordinality u(person, post, kind, reaction, hour, place) \
                     cross join lateral (select timestamptz '2026-01-01 00:30Z' + hour * interval '1 hour' as at) a order by place {on_conflict}"
                ),
                &[&self.tenant, &people, &posts, &kinds, &reactions, &hours, &brings_day],
            )
            .await?;
        Ok(())
    }

    /// Some engagements, locked in the common order.
    async fn engagements(&self, condition: &str, value: i32, n: i64) -> Result<Vec<i64>, Error> {
        let ids = |rows: Vec<tokio_postgres::Row>| rows.iter().map(|row| row.get(0)).collect::<Vec<i64>>();
        let found = ids(self
            .client
            .query(
                &format!("select id from engagements where tenant_id = $1 and {condition} limit $3"),
                &[&self.tenant, &value, &n],
            )
            .await?);
        if self.manners.unruly || found.is_empty() {
            return Ok(found);
        }
        self.share_matching().await?;
        // Rows change their person only under `for update` of the person, so this holds the order true.
        let people: Vec<i32> = self
            .client
            .query(
                "select id from persons where tenant_id = $1 and id in (select person_id from engagements where tenant_id = $1 and id = any ($2)) \
                 order by id for key share",
                &[&self.tenant, &found],
            )
            .await?
            .iter()
            .map(|row| row.get(0))
            .collect();
        Ok(ids(
            self.client
                .query(
                    "select id from engagements where tenant_id = $1 and id = any ($2) and person_id = any ($3) order by person_id, post_id, id for update",
                    &[&self.tenant, &found, &people],
                )
                .await?,
        ))
    }

    async fn sql(&self, sql: &str, params: &[&(dyn tokio_postgres::types::ToSql + Sync)]) -> Result<(), Error> {
        self.client.execute(sql, params).await?;
        Ok(())
    }

    async fn targets_in_order(&self, persona: Uuid) -> Result<(), Error> {
        self.share_matching().await?;
        if self.manners.unruly {
            return Ok(());
        }
        // The history of targets names people.
        self.sql("select from persons where tenant_id = $1 order by id for key share", &[&self.tenant]).await?;
        self.sql(
            "select from targets where tenant_id = $1 and persona_id = $2 order by person_id for update",
            &[&self.tenant, &persona],
        )
        .await
    }

    #[expect(clippy::too_many_lines, reason = "a list of operations, each short")]
    async fn perform(&mut self, operation: &str) -> Result<(), Error> {
        const NOTHING: &str = "on conflict do nothing";
        const UPSERT: &str = "on conflict (tenant_id, post_id, person_id) where engagement_type = 'reaction' do update \
            set reaction_type = excluded.reaction_type, engaged_at = least(engagements.engaged_at, excluded.engaged_at)";
        let t = self.tenant;
        let (person, post, campaign) = (self.rng.int(1, PEOPLE), self.rng.int(1, POSTS), self.rng.int(1, CAMPAIGNS));
        let other = self.rng.int(1, PEOPLE);
        let whom = persona(self.rng.int(1, PERSONAS));
        match operation {
            "insert 1" => {
                let tail = self.rng.pick(&["", NOTHING, UPSERT]);
                self.insert(1, TYPES, tail).await
            }
            "insert 100" => {
                let tail = self.rng.pick(&[NOTHING, UPSERT]);
                self.insert(100, TYPES, tail).await
            }
            "insert 1000 or more" => {
                let n = self.rng.pick(&[1_000, 10_000]);
                self.insert(n, &[("comment", 1), ("share", 1), ("click", 1), ("reaction", 1)], NOTHING).await
            }
            "update reaction" => {
                let n = self.rng.pick(&[1, 20]);
                let ids = self.engagements("engagement_type = 'reaction' and person_id >= $2", person, n).await?;
                let reaction = self.rng.pick(&REACTIONS);
                self.sql(
                    "update engagements set reaction_type = $3::text::reaction_type where tenant_id = $1 and id = any ($2)",
                    &[&t, &ids, &reaction],
                )
                .await
            }
            "update time" => {
                let n = self.rng.pick(&[1, 20]);
                let ids = self.engagements("post_id = $2", post, n).await?;
                self.sql(
                    "update engagements set engaged_at = timestamptz '2026-01-01 00:00Z' + random() * interval '8 days' where tenant_id = $1 and id = any ($2)",
                    &[&t, &ids],
                )
                .await
            }
            "update type" => {
                let ids = self.engagements("engagement_type <> 'reaction' and person_id >= $2", person, 10).await?;
                let kind = self.rng.pick(&["comment", "share", "follow", "click"]);
                self.sql(
                    "update engagements set engagement_type = $3::text::engagement_type where tenant_id = $1 and id = any ($2)",
                    &[&t, &ids, &kind],
                )
                .await
            }
            "update post" | "update person" => {
                let moves = operation == "update person";
                self.share_matching().await?;
                let people = if moves { vec![person, other] } else { vec![person] };
                self.lock(
                    "select id from persons where tenant_id = $1 and id = any ($2) order by id for update",
                    &people,
                )
                .await?;
                if !moves {
                    self.lock("select id from posts where tenant_id = $1 and id = any ($2) for key share", &[post])
                        .await?;
                }
                let condition = self.rng.pick(&[
                    "person_id = $2 and engagement_type <> 'reaction'",
                    "person_id = $2 and engagement_type = 'reaction'",
                ]);
                let ids = self.engagements(condition, person, 3).await?;
                let (column, to) = if moves { ("person_id", other) } else { ("post_id", post) };
                self.sql(
                    &format!("update engagements set {column} = $3 where tenant_id = $1 and id = any ($2)"),
                    &[&t, &ids, &to],
                )
                .await
            }
            "delete" => {
                let n = self.rng.pick(&[1, 10, 300]);
                let ids = self.engagements("person_id >= $2", person, n).await?;
                self.sql("delete from engagements where tenant_id = $1 and id = any ($2)", &[&t, &ids]).await
            }
            "delete most" => {
                let count: i64 =
                    self.client.query_one("select count(*) from engagements where tenant_id = $1", &[&t]).await?.get(0);
                if count > 4_000 {
                    let ids = self
                        .engagements("engagement_type <> 'reaction' and id % 10 <> $2::int", post % 10, count)
                        .await?;
                    self.sql("delete from engagements where tenant_id = $1 and id = any ($2)", &[&t, &ids]).await?;
                }
                Ok(())
            }
            "delete person" if self.manners.unruly => {
                self.sql("delete from persons where tenant_id = $1 and id = $2", &[&t, &person]).await
            }
            "delete person" => self.sql("select app.delete_person($1, $2)", &[&t, &person]).await,
            // Its gate waits for everybody else, so that nothing is locked by hand.
            "delete post" => self.sql("delete from posts where tenant_id = $1 and id = $2", &[&t, &post]).await,
            "delete campaign" => {
                self.sql("delete from campaigns where tenant_id = $1 and id = $2", &[&t, &campaign]).await
            }
            "delete persona" => self.sql("delete from personas where tenant_id = $1 and id = $2", &[&t, &whom]).await,
            "refill" => refill(self.client, TenantId(t)).await,
            "link" => {
                let last = post + self.rng.pick(&[0, 3]);
                self.sql(
                    "insert into campaign_posts (tenant_id, campaign_id, post_id) \
                     select $1::uuid, $2::int, id from posts where tenant_id = $1 and id between $3 and $4 order by id on conflict do nothing",
                    &[&t, &campaign, &post, &last],
                )
                .await
            }
            "unlink" => {
                self.sql("delete from campaign_posts where tenant_id = $1 and post_id = $2", &[&t, &post]).await
            }
            "relink" => {
                let from = self.rng.int(1, CAMPAIGNS);
                self.sql(
                    "update campaign_posts set campaign_id = $3 where tenant_id = $1 and post_id = $2 and campaign_id = $4",
                    &[&t, &post, &campaign, &from],
                )
                .await
            }
            "targets in" => {
                self.share_matching().await?;
                let people: Vec<i32> = (person..=person + self.rng.pick(&[0, 20])).collect();
                self.lock(
                    "select id from persons where tenant_id = $1 and id = any ($2) order by id for key share",
                    &people,
                )
                .await?;
                let stays = self.rng.percent(50);
                self.sql(
                    "insert into targets (tenant_id, persona_id, person_id) \
                     select $1::uuid, $2::uuid, id from persons where tenant_id = $1 and id = any ($3) order by id \
                     on conflict (tenant_id, persona_id, person_id) do update set is_active = $4 or targets.pinned",
                    &[&t, &whom, &people, &stays],
                )
                .await
            }
            "targets out" => {
                self.targets_in_order(whom).await?;
                self.sql(
                    "delete from targets where tenant_id = $1 and persona_id = $2 and person_id >= $3",
                    &[&t, &whom, &person],
                )
                .await
            }
            "rematch" => {
                self.targets_in_order(whom).await?;
                self.sql(
                    "update targets set is_active = not is_active, pinned = false where tenant_id = $1 and persona_id = $2 and random() < 0.7",
                    &[&t, &whom],
                )
                .await
            }
            "rescore" => {
                self.targets_in_order(whom).await?;
                self.sql(
                    "update targets set match_score = round(random()::numeric, 2) where tenant_id = $1 and persona_id = $2",
                    &[&t, &whom],
                )
                .await
            }
            "pin" => self.sql("select app.pin_target($1, $2, $3, 'a test')", &[&t, &whom, &person]).await,
            "merge" => self.sql("select app.merge_persons($1, $2, $3)", &[&t, &person, &other]).await,
            "fold" => self.sql("select app.fold_tenant($1)", &[&t]).await,
            "sweep" => self.sql("select app.sweep_rollups($1)", &[&t]).await,
            "repair" => self.sql("select app.repair_metrics($1)", &[&t]).await,
            unknown => unreachable!("no operation {unknown}"),
        }
    }
}

async fn write(stage: Arc<Stage>, number: u64, manners: Manners) {
    let mut rng = Rng::new(stage.seed.wrapping_mul(1_000).wrapping_add(number));
    let worker = Worker::new(&stage.app, number.is_multiple_of(2)).await;
    if manners.unruly {
        // So that they cost less of the test than a second each.
        worker.client.batch_execute("reset role; set deadlock_timeout = '20ms'").await.unwrap();
        worker.client.batch_execute(if number.is_multiple_of(2) { "set role rapport_app" } else { "" }).await.unwrap();
    }
    while !stage.is_stopped() {
        let _working = stage.at_work.read().await;
        let tenant = rng.weighted(&[(DEFAULT, 4), (OTHER, 1)]);
        let mut done = Vec::new();
        let result = transaction((&worker, &stage.tally), &mut rng, tenant, manners, &mut done).await;
        match result {
            Ok(true) => done.iter().for_each(|what| stage.tally.count(what)),
            Ok(false) => stage.tally.count("rolled back"),
            Err(error) => {
                let code = error.code().cloned();
                drop(worker.client.batch_execute("rollback").await);
                match code {
                    // A parent that somebody deleted, a key that somebody took.
                    Some(SqlState::FOREIGN_KEY_VIOLATION | SqlState::UNIQUE_VIOLATION) => stage.tally.count("refused"),
                    Some(SqlState::T_R_DEADLOCK_DETECTED) if manners.unruly || manners.broken => {
                        stage.tally.count("deadlocks");
                    }
                    _ if manners.broken => stage.tally.count("errors"),
                    _ => stage.fail(format!("writer {number}, {done:?}: {}", mix::words(&error))),
                }
            }
        }
    }
}

/// One transaction: whether it was committed.
async fn transaction(
    (worker, tally): (&Worker, &Tally),
    rng: &mut Rng,
    tenant: TenantId,
    manners: Manners,
    done: &mut Vec<&'static str>,
) -> Result<bool, Error> {
    if manners.unruly {
        worker.begin_as_psql(tenant).await?;
    } else {
        worker.begin(tenant).await?;
    }
    let operations = if manners.unruly { rng.pick(&[1, 2, 4]) } else { 1 };
    for _ in 0..operations {
        let operation = tally.choose(rng, OPERATIONS);
        if operation == "repair" && manners.no_repair {
            continue;
        }
        done.push(operation);
        let saves = rng.percent(15);
        if saves {
            worker.client.batch_execute("savepoint before").await?;
        }
        Hand { client: &worker.client, rng, tenant: tenant.0, manners }.perform(operation).await?;
        if saves {
            let back = rng.percent(50);
            worker.client.batch_execute(if back { "rollback to before" } else { "release before" }).await?;
            if back {
                done.pop();
                done.push("rolled back to a savepoint");
            }
        }
    }
    let keeps = !rng.percent(10);
    worker.client.batch_execute(if keeps { "commit" } else { "rollback" }).await?;
    Ok(keeps)
}

async fn fold(stage: Arc<Stage>, number: u64, manners: Manners) {
    let mut rng = Rng::new(stage.seed ^ number);
    let client = stage.app.owner().await;
    while !stage.is_stopped() {
        {
            let _working = stage.at_work.read().await;
            for tenant in [DEFAULT, OTHER] {
                match client.query_one("select app.fold_tenant($1)", &[&tenant.0]).await.map(|row| row.get::<_, i64>(0))
                {
                    Ok(-1) => stage.tally.count("folds while another folded"),
                    Ok(0) => stage.tally.count("folds of nothing"),
                    Ok(n) => {
                        stage.tally.count("folds");
                        stage.tally.add("log rows folded", n.unsigned_abs());
                    }
                    Err(_) if manners.broken => stage.tally.count("errors"),
                    Err(error) => stage.fail(format!("fold: {}", mix::words(&error))),
                }
            }
        }
        // As the server does it: now and then.
        tokio::time::sleep(Duration::from_millis(rng.below(100))).await;
    }
}

/// What differs from the recount, in words; nothing, if nothing does.
async fn differences(client: &Client) -> Result<Option<String>, Error> {
    // Thousands of rows come within a second, long before the server looks by itself how many there are. Plans for empty
    // tables took ten times as long, which is time without a check.
    client.batch_execute("analyze (skip_locked) engagements, engagement_deltas, link_deltas, target_deltas").await?;
    let rows =
        client.query("select figure, missing, wrong from app.differences() where missing + wrong > 0", &[]).await?;
    let words: Vec<String> = rows
        .iter()
        .map(|row| {
            format!("{}: {} missing, {} wrong", row.get::<_, String>(0), row.get::<_, i64>(1), row.get::<_, i64>(2))
        })
        .collect();
    Ok((!words.is_empty()).then(|| words.join("; ")))
}

/// Compares while everybody works.
async fn check(stage: Arc<Stage>) {
    let client = stage.app.owner().await;
    while !stage.is_stopped() {
        match differences(&client).await {
            Ok(None) => stage.tally.count("live checks"),
            Ok(Some(what)) => stage.find(format!("live: {what}")),
            Err(error) => stage.fail(format!("check: {}", mix::words(&error))),
        }
    }
}

/// Compares while nobody works, before and after a fold, and finds the logs empty then.
async fn check_at_rest(stage: &Stage, client: &Client) {
    let _alone = stage.at_work.write().await;
    for moment in ["before a fold", "after a fold"] {
        if let Some(what) = differences(client).await.unwrap() {
            stage.find(format!("at rest, {moment}: {what}"));
        }
        client.execute("select app.fold_engagements()", &[]).await.unwrap();
        stage.tally.count("checks at rest");
    }
    let left: i64 = client
        .query_one(
            "select (select count(*) from engagement_deltas) + (select count(*) from link_deltas) + (select count(*) from target_deltas)",
            &[],
        )
        .await
        .unwrap()
        .get(0);
    if left > 0 {
        stage.find(format!("{left} log rows are left after the folds"));
    }
}

/// A mix at work.
struct Mix {
    stage: Arc<Stage>,
    tasks: JoinSet<()>,
    client: Client,
    begun: Instant,
}

impl Mix {
    async fn start(app: TestApp, writers: u64, manners: Manners) -> Self {
        let client = app.owner().await;
        let stage = Arc::new(Stage::new(app, mix::seed()));
        let mut tasks = JoinSet::new();
        for number in 0..writers {
            tasks.spawn(write(Arc::clone(&stage), number, manners));
        }
        for number in 0..FOLDERS {
            tasks.spawn(fold(Arc::clone(&stage), number, manners));
        }
        Self { stage, tasks, client, begun: Instant::now() }
    }

    fn watch(&mut self) {
        self.tasks.spawn(check(Arc::clone(&self.stage)));
    }

    /// Waits a moment, unless the mix has ended.
    async fn goes_on(&self, for_another: Duration) -> bool {
        let until = Instant::now() + for_another;
        while !self.stage.is_stopped() && Instant::now() < until {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        !self.stage.is_stopped()
    }

    async fn end(mut self) -> Arc<Stage> {
        self.stage.stop();
        while let Some(joined) = self.tasks.join_next().await {
            joined.unwrap();
        }
        eprintln!("{:.1} s: {}", self.begun.elapsed().as_secs_f64(), self.stage.tally);
        drop(self.client);
        self.stage
    }
}

async fn stage_set() -> TestApp {
    let app = TestApp::new().await;
    set_up(&app).await;
    app
}

#[tokio::test]
async fn r7_p8_metrics_equal_a_recount_while_eight_writers_run() {
    const ENOUGH: u64 = 3;
    let mut mix = Mix::start(stage_set().await, WRITERS, Manners::default()).await;
    mix.watch();
    let wanted = mix::seconds(8);
    let missing = |stage: &Stage| {
        let mut missing: Vec<&str> =
            OPERATIONS.iter().map(|(what, _)| *what).filter(|what| stage.tally.of(what) < ENOUGH).collect();
        // One check compares every figure, and takes seconds where others keep the machine busy.
        let others = [("live checks", 3), ("folds", 10), ("rolled back", 10), ("rolled back to a savepoint", 10)];
        missing.extend(others.into_iter().filter(|(what, least)| stage.tally.of(what) < *least).map(|(what, _)| what));
        missing
    };
    // A slow machine gets more time, rather than less of a test.
    while mix.begun.elapsed() < wanted || (!missing(&mix.stage).is_empty() && mix.begun.elapsed() < 8 * wanted) {
        if !mix.goes_on(wanted / 5).await {
            break;
        }
        check_at_rest(&mix.stage, &mix.client).await;
    }
    mix.stage.stop();
    check_at_rest(&mix.stage, &mix.client).await;
    let stage = mix.end().await;
    stage.assert_sound();
    assert_eq!(missing(&stage), Vec::<&str>::new(), "these happened too seldom to prove anything: {}", stage.tally);
    assert_eq!(stage.deadlocks().await, 0, "RAPPORT_MIX_SEED={}", stage.seed);
}

#[tokio::test]
async fn r7_metrics_equal_a_recount_even_where_nobody_keeps_the_lock_order() {
    let mut mix = Mix::start(stage_set().await, WRITERS, Manners { unruly: true, ..Manners::default() }).await;
    mix.watch();
    let wanted = mix::seconds(8);
    let is_enough = |stage: &Stage| stage.tally.of("live checks") >= 3 && stage.tally.of("insert 100") >= 3;
    while (mix.begun.elapsed() < wanted || (!is_enough(&mix.stage) && mix.begun.elapsed() < 4 * wanted))
        && mix.goes_on(wanted / 4).await
    {
        check_at_rest(&mix.stage, &mix.client).await;
    }
    let stage = mix.end().await;
    stage.assert_sound();
    assert!(is_enough(&stage), "too little happened: {}", stage.tally);
}

#[tokio::test]
async fn r8_a_repair_under_load_makes_it_right_and_a_second_one_changes_nothing() {
    // Each breaks another rollup; whatever there is, about a third of it.
    const CORRUPTIONS: [&str; 9] = [
        "delete from campaign_people where person_id % 3 = 0",
        "update campaign_daily set likes = likes + 7 where (day - date '2026-01-01') % 3 = 0",
        "update campaign_persona_daily set new_people = new_people + 1, clicks = 0 where (day - date '2026-01-01') % 3 = 0",
        "update campaign_persona_totals set people = people - 1 where campaign_id % 3 = 0",
        "update people_sets set people = ~people where kind in ('c', 't')",
        "update post_totals set targeted = targeted - 1, clicks = clicks + 1 where post_id % 3 = 0",
        "update post_persona_totals set people = people + 1 where post_id % 3 = 0",
        "update persona_daily set comments = comments + 1, people = 0 where (day - date '2026-01-01') % 3 = 0",
        "update person_engagement set shares = shares + 1, last_day = '2020-01-01' where person_id % 3 = 0",
    ];
    async fn repair(client: &Client) -> i64 {
        let mut changed = 0;
        for tenant in [DEFAULT, OTHER] {
            changed += loop {
                let n: i64 = client.query_one("select app.repair_metrics($1)", &[&tenant.0]).await.unwrap().get(0);
                if n >= 0 {
                    break n;
                }
            };
        }
        changed
    }
    let mix = Mix::start(stage_set().await, WRITERS / 2, Manners { no_repair: true, ..Manners::default() }).await;
    // Something to break.
    while mix.stage.tally.of("folds") < 20 && mix.goes_on(Duration::from_millis(50)).await {}
    for corruption in CORRUPTIONS {
        if mix.stage.is_stopped() {
            break;
        }
        // Not while a fold writes the same rows.
        let hold = "begin; select from fold_locks order by tenant_id for update";
        mix.client.batch_execute(hold).await.unwrap();
        assert!(mix.client.execute(corruption, &[]).await.unwrap() > 0, "there was nothing to break: {corruption}");
        mix.client.batch_execute("commit").await.unwrap();
        let broken = differences(&mix.client).await.unwrap();
        assert!(broken.is_some(), "the comparison does not see {corruption}");
        assert!(repair(&mix.client).await > 0, "nothing was repaired after {corruption}");
        if let Some(what) = differences(&mix.client).await.unwrap() {
            mix.stage.find(format!("after the repair of {corruption}: {what}"));
        }
        mix.stage.tally.count("repairs under load");
        mix.goes_on(Duration::from_millis(200)).await;
    }
    mix.stage.stop();
    {
        let _alone = mix.stage.at_work.write().await;
        for corruption in CORRUPTIONS {
            mix.client.execute(corruption, &[]).await.unwrap();
        }
        assert!(repair(&mix.client).await > 0);
        assert_eq!(repair(&mix.client).await, 0, "a second repair changed something");
    }
    check_at_rest(&mix.stage, &mix.client).await;
    let stage = mix.end().await;
    stage.assert_sound();
    assert_eq!(stage.tally.of("repairs under load"), CORRUPTIONS.len() as u64);
    assert_eq!(stage.deadlocks().await, 0, "RAPPORT_MIX_SEED={}", stage.seed);
}

/// Replaces a part of a function, and makes sure that it was there.
async fn rewrite(client: &Client, function: &str, parts: &[(&str, &str)]) {
    let old: String =
        client.query_one("select pg_get_functiondef($1::text::regproc)", &[&function]).await.unwrap().get(0);
    let mut new = old;
    for (from, to) in parts {
        assert!(new.contains(from), "{function} has no {from:?} to break");
        new = new.replace(from, to);
    }
    client.batch_execute(&new).await.unwrap();
}

/// Breaks the design, mixes until it is noticed, and fails if it is not.
async fn is_found(how: &str, sabotage: impl AsyncFnOnce(&Client)) {
    let app = stage_set().await;
    sabotage(&app.owner().await).await;
    let mut mix = Mix::start(app, WRITERS, Manners { no_repair: true, broken: true, unruly: false }).await;
    mix.watch();
    while mix.begun.elapsed() < Duration::from_mins(1) && mix.goes_on(Duration::from_secs(2)).await {
        check_at_rest(&mix.stage, &mix.client).await;
    }
    let begun = mix.begun;
    let stage = mix.end().await;
    let found = stage.found();
    eprintln!("{how}: found after {:.1} s: {found:?}", begun.elapsed().as_secs_f64());
    assert!(found.is_some(), "nobody noticed: {how}; RAPPORT_MIX_SEED={}: {}", stage.seed, stage.tally);
}

const LOCK: &str = "from public.fold_locks where tenant_id = tenant for update skip locked;";

#[tokio::test]
async fn p8_a_fold_without_its_lock_is_found() {
    is_found("two folds at once", async |client| {
        rewrite(client, "app.fold_tenant", &[(LOCK, "from public.fold_locks where tenant_id = tenant;")]).await;
    })
    .await;
}

#[tokio::test]
async fn p8_a_log_that_a_second_statement_empties_is_found() {
    is_found("log emptied by a second statement", async |client| {
        rewrite(
            client,
            "app.fold_tenant",
            &[
                ("(delete from public.engagement_deltas where tenant_id = $1 returning 1)", "(select from public.engagement_deltas where tenant_id = $1)"),
                ("(delete from public.link_deltas where tenant_id = $1 returning 1)", "(select from public.link_deltas where tenant_id = $1)"),
                ("(delete from public.target_deltas where tenant_id = $1 returning 1)", "(select from public.target_deltas where tenant_id = $1)"),
                (
                    "return folded;",
                    "delete from public.engagement_deltas where tenant_id = tenant; delete from public.link_deltas where tenant_id = tenant; \
                     delete from public.target_deltas where tenant_id = tenant; return folded;",
                ),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn p8_a_snapshot_older_than_the_lock_is_found() {
    is_found("the lock is taken inside the statement", async |client| {
        rewrite(
            client,
            "app.fold_tenant",
            &[
                (LOCK, "from public.fold_locks where tenant_id = tenant;"),
                (
                    "with e as (",
                    "with z as materialized (select from public.fold_locks where tenant_id = $1 for update), e as (",
                ),
                ("select (select count(*) from e)", "select (select count(*) from z) * 0 + (select count(*) from e)"),
            ],
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn p8_a_missing_delete_trigger_is_found() {
    is_found("no trigger on delete", async |client| {
        client.batch_execute("drop trigger _500_metrics_delete on public.engagements").await.unwrap();
    })
    .await;
}

async fn replace_view(client: &Client, view: &str, query: &str) {
    let definition = "select pg_get_viewdef($1::text::regclass)";
    let old: String = client.query_one(definition, &[&view]).await.unwrap().get(0);
    client
        .batch_execute(&format!("create or replace view {view} with (security_invoker = true) as {query}"))
        .await
        .unwrap();
    let new: String = client.query_one(definition, &[&view]).await.unwrap().get(0);
    assert_ne!(old, new, "{view} is as it was");
}

#[tokio::test]
async fn p8_targets_that_are_not_settled_are_found() {
    is_found("settled targets are those of now", async |client| {
        replace_view(
            client,
            "app.settled_targets",
            "select tenant_id, persona_id, person_id, 1 as n from public.targets where is_active",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn p8_links_that_are_not_settled_are_found() {
    is_found("settled links are those of now", async |client| {
        replace_view(
            client,
            "app.settled_links",
            "select tenant_id, campaign_id, post_id, 1 as n from public.campaign_posts",
        )
        .await;
    })
    .await;
}
