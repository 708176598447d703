//! Matching under every change at once: personas, people, companies, engagements, weights, merges and pins by eight
//! connections, while a checker compares the targets with the truth and the metrics with a recount.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use rapport::db::TenantId;
use tokio::task::JoinSet;
use tokio_postgres::{Client, Error, error::SqlState, types::ToSql};
use uuid::Uuid;

use crate::support::{
    app::{DEFAULT, TestApp},
    mix::{self, Rng, Stage, Worker},
};

const OTHER: TenantId = TenantId(Uuid::from_u128(2));
const WRITERS: u64 = 8;
const PEOPLE: i32 = 40;
const POSTS: i32 = 12;
const COMPANIES: i32 = 5;
const PERSONAS: i32 = 6;

const OPERATIONS: &[(&str, u64)] = &[
    ("add a persona", 4),
    ("edit a persona", 6),
    ("switch a persona", 6),
    ("delete a persona", 3),
    ("add people", 12),
    ("edit a person", 15),
    ("edit people", 5),
    ("move a person to a company", 8),
    ("edit a company", 10),
    ("engage", 20),
    ("engage much", 4),
    ("change engagements", 6),
    ("disengage", 8),
    ("delete a post", 1),
    ("change weights", 2),
    ("pin", 5),
    ("exclude", 4),
    ("release", 6),
    ("merge", 6),
    ("enrich", 10),
    ("enrich a company", 4),
    ("delete a person", 4),
    ("match everybody", 2),
    ("fold", 4),
];

const CRITERIA: &[(&str, u64)] = &[
    (r#"{"engagement": {"min_score": 5}}"#, 3),
    (r#"{"engagement": {"min_score": 20}, "title": {"include": ["marketing"]}}"#, 2),
    (r#"{"engagement": {"min_score": 3, "window_days": 20000, "mode": "required"}, "follower": {"is": true}}"#, 1),
    (r#"{"title": {"include": ["marketing"], "exclude": ["assistant"]}}"#, 2),
    (r#"{"industry": {"any": ["Banking"]}}"#, 2),
    (r#"{"company": {"include": ["Acme"]}, "company_size": {"any": ["51-200"]}}"#, 2),
];
const HEADLINES: [&str; 4] =
    ["Head of Marketing", "Assistant to the Head of Marketing", "Engineer", "Marketing Manager"];
const INDUSTRIES: [&str; 2] = ["Banking", "Fishing"];
const SIZES: [&str; 2] = ["51-200", "201-500"];
const NAMES: [&str; 2] = ["Acme", "Globex"];

/// Each tenant has its own.
fn persona(tenant: Uuid, number: i32) -> Uuid {
    Uuid::from_u128((tenant.as_u128() << 32) + u128::try_from(number).unwrap())
}

async fn set_up(app: &TestApp) {
    let client = app.owner().await;
    client.execute("insert into tenants (id, slug, name) values ($1, 'other', 'Other')", &[&OTHER.0]).await.unwrap();
    for tenant in [DEFAULT, OTHER] {
        let t = tenant.0;
        client
            .batch_execute(&format!(
                "insert into companies (tenant_id, id, name, industry) select '{t}', n, 'Company ' || n, 'Banking' from generate_series(1, {COMPANIES}) n; \
                 insert into persons (tenant_id, id, name) select '{t}', n, 'Person ' || n from generate_series(1, {PEOPLE}) n; \
                 insert into person_identities (tenant_id, person_id, kind, value) \
                 select '{t}', n, case n % 2 when 0 then 'slug' else 'member_id' end::identity_kind, 'p' || n from generate_series(1, {PEOPLE}) n; \
                 select setval('persons_id_seq', 1000), setval('companies_id_seq', 1000); \
                 insert into posts (tenant_id, id, title) select '{t}', n, 'Post ' || n from generate_series(1, {POSTS}) n; \
                 insert into campaigns (tenant_id, id, name) values ('{t}', 1, 'Spring'); \
                 insert into campaign_posts (tenant_id, campaign_id, post_id) select '{t}', 1, n from generate_series(1, {POSTS}) n"
            ))
            .await
            .unwrap();
    }
}

/// What one transaction does, with its dice.
struct Hand<'a> {
    client: &'a Client,
    rng: &'a mut Rng,
    tenant: Uuid,
}

/// Whether a transaction did what it wanted; if not, it is rolled back.
type Done = Result<bool, Error>;

impl Hand<'_> {
    async fn sql(&self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Done {
        self.client.execute(sql, params).await?;
        Ok(true)
    }

    /// The people who are there, held in the order of their ids by who changes what they engaged with.
    async fn hold(&self, people: &[i32]) -> Result<Vec<i32>, Error> {
        self.client.execute("select from matching_state where tenant_id = $1 for share", &[&self.tenant]).await?;
        let held = self
            .client
            .query(
                "select id from persons where tenant_id = $1 and id = any ($2) order by id for no key update",
                &[&self.tenant, &people],
            )
            .await?;
        Ok(held.iter().map(|row| row.get(0)).collect())
    }

    async fn engage(&mut self, n: usize) -> Done {
        let mut pairs: Vec<(i32, i32)> = (0..n).map(|_| (self.rng.int(1, PEOPLE), self.rng.int(1, POSTS))).collect();
        let held = self.hold(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>()).await?;
        let posts = self
            .client
            .query("select id from posts where tenant_id = $1 order by id for key share", &[&self.tenant])
            .await?;
        let posts: Vec<i32> = posts.iter().map(|row| row.get(0)).collect();
        pairs.retain(|pair| held.contains(&pair.0) && posts.contains(&pair.1));
        pairs.sort_unstable();
        let (people, posts): (Vec<i32>, Vec<i32>) = pairs.into_iter().unzip();
        let kind = self.rng.pick(&["reaction", "comment", "share"]);
        self.sql(
            "insert into engagements (tenant_id, person_id, post_id, engagement_type, reaction_type) \
             select $1, person, post, $4::text::engagement_type, case $4 when 'reaction' then 'like'::reaction_type end \
             from unnest($2::int[], $3::int[]) with ordinality u(person, post, place) order by place on conflict do nothing",
            &[&self.tenant, &people, &posts, &kind],
        )
        .await
    }

    async fn delete_post(&mut self) -> Done {
        let (t, post) = (self.tenant, self.rng.int(1, POSTS));
        self.sql("delete from posts where tenant_id = $1 and id = $2", &[&t, &post]).await?;
        self.sql("insert into posts (tenant_id, id, title) values ($1, $2, 'Again')", &[&t, &post]).await?;
        self.sql("insert into campaign_posts (tenant_id, campaign_id, post_id) values ($1, 1, $2)", &[&t, &post]).await
    }

    #[expect(clippy::too_many_lines, reason = "a list of operations, each a few lines")]
    async fn perform(&mut self, operation: &str) -> Done {
        let t = self.tenant;
        let (person, other, company) = (self.rng.int(1, PEOPLE), self.rng.int(1, PEOPLE), self.rng.int(1, COMPANIES));
        let number = self.rng.int(1, PERSONAS);
        let whom = persona(t, number);
        let (headline, name) = (self.rng.pick(&HEADLINES), self.rng.pick(&NAMES));
        let (industry, size, flag) = (self.rng.pick(&INDUSTRIES), self.rng.pick(&SIZES), self.rng.percent(50));
        match operation {
            "add a persona" => {
                let criteria = self.rng.weighted(CRITERIA);
                self.sql(
                    "insert into personas (tenant_id, id, name, criteria, threshold) values ($1, $2, $3, $4::text::jsonb, 0.5) on conflict do nothing",
                    &[&t, &whom, &format!("Persona {number}"), &criteria],
                )
                .await
            }
            "edit a persona" => {
                let criteria = self.rng.weighted(CRITERIA);
                let threshold = self.rng.pick(&["0.4", "0.5", "1"]);
                self.sql(
                    "update personas set criteria = $3::text::jsonb, threshold = $4::text::numeric where tenant_id = $1 and id = $2",
                    &[&t, &whom, &criteria, &threshold],
                )
                .await
            }
            "switch a persona" => self.sql("update personas set is_active = $3 where tenant_id = $1 and id = $2", &[&t, &whom, &flag]).await,
            "delete a persona" => self.sql("delete from personas where tenant_id = $1 and id = $2", &[&t, &whom]).await,
            "add people" => {
                let last = person + self.rng.pick(&[0, 10]);
                let works = self.rng.percent(60).then_some(company);
                self.sql(
                    "insert into persons (tenant_id, id, name, headline, company_id, is_follower) \
                     select $1, n, 'Person ' || n, $4, $5, $6 from generate_series($2::int, least($3::int, 40)) n on conflict do nothing",
                    &[&t, &person, &last, &headline, &works, &flag],
                )
                .await
            }
            "edit a person" => {
                let column = self.rng.pick(&["headline", "current_title", "current_company", "company_override"]);
                let value = if column.contains("company") { name } else { headline };
                self.sql(
                    &format!("update persons set {column} = $3, is_follower = $4 where tenant_id = $1 and id = $2"),
                    &[&t, &person, &value, &flag],
                )
                .await
            }
            "edit people" => {
                let held = self.hold(&(person..person + 10).collect::<Vec<_>>()).await?;
                self.sql("update persons set headline = $3 where tenant_id = $1 and id = any ($2)", &[&t, &held, &headline]).await
            }
            "move a person to a company" => {
                self.sql("update persons set company_id = $3 where tenant_id = $1 and id = $2", &[&t, &person, &company]).await
            }
            "edit a company" => {
                self.sql(
                    "update companies set name = $3, industry = $4, size_band = $5::text::size_band, linkedin_slug = $6 where tenant_id = $1 and id = $2",
                    &[&t, &company, &name, &industry, &size, &format!("company-{company}")],
                )
                .await
            }
            "engage" => self.engage(1).await,
            "engage much" => self.engage(30).await,
            "change engagements" => {
                self.hold(&[person]).await?;
                self.sql(
                    "update engagements set engagement_type = $3::text::engagement_type \
                     where tenant_id = $1 and person_id = $2 and engagement_type <> 'reaction'",
                    &[&t, &person, &if flag { "share" } else { "click" }],
                )
                .await
            }
            "disengage" => {
                self.hold(&[person]).await?;
                self.sql("delete from engagements where tenant_id = $1 and person_id = $2", &[&t, &person]).await
            }
            "delete a post" => self.delete_post().await,
            "change weights" => {
                let shares = self.rng.int(1, 12);
                self.sql(
                    "insert into engagement_weights (tenant_id, version, shares) \
                     select $1, coalesce(max(version), 0) + 1, $2 from engagement_weights where tenant_id = $1",
                    &[&t, &shares],
                )
                .await
            }
            "pin" => self.sql("select app.pin_target($1, $2, $3, 'a test')", &[&t, &whom, &person]).await,
            "exclude" => self.sql("select app.exclude_target($1, $2, $3, 'a test')", &[&t, &whom, &person]).await,
            "release" => self.sql("select app.release_target($1, $2, $3)", &[&t, &whom, &person]).await,
            "merge" => self.sql("select app.merge_persons($1, $2, $3)", &[&t, &person, &other]).await,
            "enrich" => {
                // One profile, or several, of which some name two people as one.
                let rows: Vec<_> = (1..=self.rng.int(1, 4))
                    .map(|n| {
                        let (odd, even) = (2 * self.rng.int(0, PEOPLE / 2 - 1) + 1, 2 * self.rng.int(1, PEOPLE / 2));
                        serde_json::json!({
                            "n": n, "member_id": format!("p{odd}"), "slug": self.rng.percent(30).then(|| format!("p{even}")),
                            "name": format!("Person {odd}"), "headline": headline, "title": headline, "facts_from": "profile",
                            "employer": self.rng.pick(&NAMES), "company_slug": self.rng.percent(60).then(|| format!("company-{company}")),
                            "company_industry": self.rng.pick(&INDUSTRIES), "company_size": size,
                        })
                    })
                    .collect();
                self.sql("select app.merge_profiles($1, null, 'file', $2)", &[&t, &serde_json::Value::Array(rows)]).await
            }
            "enrich a company" => {
                let rows = serde_json::json!([{"n": 1, "name": name, "slug": format!("company-{company}"), "industry": industry, "size_band": size}]);
                self.sql("select app.merge_companies($1, null, 'file', $2)", &[&t, &rows]).await
            }
            "delete a person" => self.sql("select app.delete_person($1, $2)", &[&t, &person]).await,
            "match everybody" => self.sql("select app.rematch($1, null, null, 'repair')", &[&t]).await,
            "fold" => self.sql("select app.keep_up()", &[]).await,
            unknown => unreachable!("no operation {unknown}"),
        }
    }
}

async fn write(stage: Arc<Stage>, number: u64) {
    let mut rng = Rng::new(stage.seed.wrapping_mul(1_000).wrapping_add(number));
    let worker = Worker::new(&stage.app, number.is_multiple_of(2)).await;
    while !stage.is_stopped() {
        let _working = stage.at_work.read().await;
        let tenant = rng.weighted(&[(DEFAULT, 4), (OTHER, 1)]);
        let operation = stage.tally.choose(&mut rng, OPERATIONS);
        match transaction(&worker, &mut rng, tenant, operation).await {
            Ok(true) => stage.tally.count(operation),
            Ok(false) => stage.tally.count("rolled back"),
            Err(error) => {
                let code = error.code().cloned();
                drop(worker.client.batch_execute("rollback").await);
                match code {
                    // A parent that somebody deleted, a key that somebody took.
                    Some(SqlState::FOREIGN_KEY_VIOLATION | SqlState::UNIQUE_VIOLATION) => stage.tally.count("refused"),
                    _ => stage.fail(format!("writer {number}, {operation}: {}", mix::words(&error))),
                }
            }
        }
    }
}

/// One transaction: whether it was committed.
async fn transaction(worker: &Worker, rng: &mut Rng, tenant: TenantId, operation: &'static str) -> Done {
    worker.begin(tenant).await?;
    let done = Hand { client: &worker.client, rng, tenant: tenant.0 }.perform(operation).await?;
    if done && rng.percent(30) {
        // Others work while this is not committed yet: that is when races happen.
        worker.client.execute("select pg_sleep($1)", &[&0.005]).await?;
    }
    let keeps = done && !rng.percent(10);
    worker.client.batch_execute(if keeps { "commit" } else { "rollback" }).await?;
    Ok(keeps)
}

/// What differs from the truth or the recount, in words.
async fn differences(client: &Client) -> Result<Option<String>, Error> {
    let rows = client
        .query(
            "select d.problem || ': persona ' || d.persona_id || ' ' || coalesce(q.criteria::text, '?') || ', person ' || d.person_id \
             from app.matching_differences() d left join personas q on q.id = d.persona_id \
             union all select figure || ': missing ' || missing || ', wrong ' || wrong from app.differences() where missing + wrong > 0 limit 5",
            &[],
        )
        .await?;
    let words: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    Ok((!words.is_empty()).then(|| words.join("; ")))
}

async fn check(stage: Arc<Stage>) {
    let client = stage.app.owner().await;
    while !stage.is_stopped() {
        match differences(&client).await {
            Ok(None) => stage.tally.count("live checks"),
            Ok(Some(what)) => stage.find(format!("live: {what}")),
            Err(error) => stage.fail(format!("check: {}", mix::words(&error))),
        }
        // The checks are slow, and the work is what is to be tested.
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// Works until the time is over and everything has happened often enough, or until something is found.
async fn mix(app: TestApp, wanted: Duration) -> Arc<Stage> {
    let stage = Arc::new(Stage::new(app, mix::seed()));
    let mut tasks = JoinSet::new();
    for number in 0..WRITERS {
        tasks.spawn(write(Arc::clone(&stage), number));
    }
    tasks.spawn(check(Arc::clone(&stage)));
    let begun = Instant::now();
    // A slow machine gets more time, rather than less of a test.
    while !stage.is_stopped()
        && (begun.elapsed() < wanted || (!too_seldom(&stage).is_empty() && begun.elapsed() < 4 * wanted))
    {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stage.stop();
    while let Some(joined) = tasks.join_next().await {
        joined.unwrap();
    }
    eprintln!("{:.1} s: {}", begun.elapsed().as_secs_f64(), stage.tally);
    stage
}

/// What happened too seldom to prove anything.
fn too_seldom(stage: &Stage) -> Vec<&'static str> {
    const ENOUGH: u64 = 3;
    let operations = OPERATIONS.iter().map(|(what, _)| *what).chain(["live checks", "rolled back"]);
    operations.filter(|what| stage.tally.of(what) < ENOUGH).collect()
}

#[tokio::test]
async fn targets_equal_the_truth_while_everything_changes_at_once() {
    let app = TestApp::new().await;
    set_up(&app).await;
    let stage = mix(app, mix::seconds(8)).await;
    stage.assert_sound();
    let client = stage.app.owner().await;
    for moment in ["before", "after"] {
        let found = differences(&client).await.unwrap();
        assert_eq!(found, None, "at rest, {moment} a fold; RAPPORT_MIX_SEED={}", stage.seed);
        client.execute("select app.fold_engagements()", &[]).await.unwrap();
    }
    drop(client);
    assert_eq!(too_seldom(&stage), Vec::<&str>::new(), "{}", stage.tally);
    assert_eq!(stage.deadlocks().await, 0, "RAPPORT_MIX_SEED={}", stage.seed);
}

/// Every change that matching or the metrics must follow, each one statement, as a writer who knows of nobody else sends it.
/// What stands after `{then}` is sent when the other change is under way. `{t}` is the tenant, `{i}`, `{m}` and `{n}` are personas: for industry, for marketers, and a new one.
const CHANGES: &[(&str, &str)] = &[
    (
        "add an engagement persona",
        r#"insert into personas (id, name, criteria) values ('{n}', 'New', '{"engagement": {"min_score": 5}}')"#,
    ),
    (
        "add a title persona",
        r#"insert into personas (id, name, criteria) values ('{n}', 'New', '{"title": {"include": ["engineer"]}}')"#,
    ),
    ("edit a persona", r#"update personas set criteria = '{"industry": {"any": ["Fishing"]}}' where id = '{i}'"#),
    ("ask for engagement", r#"update personas set criteria = '{"engagement": {"min_score": 5}}' where id = '{i}'"#),
    ("switch a persona off", "update personas set is_active = false where id = '{m}'"),
    ("delete a persona", "delete from personas where id = '{i}'"),
    ("add a person", "insert into persons (id, name, headline, company_id) values (5, 'Eve', 'Head of Marketing', 1)"),
    ("edit a person", "update persons set headline = 'Head of Marketing' where id = 2"),
    ("join a company", "update persons set company_id = 1 where id = 2"),
    ("leave a company", "update persons set company_id = 2 where id = 1"),
    ("edit a company", "update companies set industry = 'Fishing' where id = 1"),
    ("edit both companies", "update companies set industry = case id when 1 then 'Fishing' else 'Banking' end"),
    ("engage", "insert into engagements (person_id, post_id, engagement_type) values (2, 1, 'share')"),
    (
        "engage by upsert",
        "insert into engagements (person_id, post_id, engagement_type, reaction_type) values (2, 1, 'reaction', 'praise'), (3, 1, 'reaction', 'like') \
       on conflict (tenant_id, post_id, person_id) where engagement_type = 'reaction' do update set reaction_type = excluded.reaction_type",
    ),
    (
        // As an import does it: its people are held before it reaches their posts.
        "import",
        "select from matching_state where tenant_id = '{t}' for share; \
         select from persons where id in (1, 2) order by id for no key update {then} \
         insert into engagements (person_id, post_id, engagement_type) values (1, 1, 'comment'), (2, 1, 'share')",
    ),
    ("disengage", "delete from engagements where person_id = 1"),
    (
        "engage otherwise",
        "update engagements set engagement_type = 'share' where person_id = 3 and engagement_type = 'click'",
    ),
    ("move engagements", "update engagements set person_id = 4 where person_id = 1"),
    ("change weights", "insert into engagement_weights (version, clicks, shares) values (1, 10, 1)"),
    ("merge", "select app.merge_persons('{t}', 2, 1)"),
    ("merge others", "select app.merge_persons('{t}', 3, 4)"),
    (
        "enrich",
        r#"select app.merge_profiles('{t}', null, 'file', '[{"n": 1, "member_id": "m1", "slug": "s4", "name": "Ada", "title": "Head of Marketing", "employer": "Globex", "company_slug": "globex", "company_industry": "Fishing", "facts_from": "profile"}, {"n": 2, "member_id": "m2", "name": "Bob", "title": "Head of Marketing", "employer": "Acme", "facts_from": "profile"}]')"#,
    ),
    (
        "enrich a company",
        r#"select app.merge_companies('{t}', null, 'file', '[{"n": 1, "name": "Acme", "slug": "acme", "industry": "Fishing"}]')"#,
    ),
    ("delete a person", "select app.delete_person('{t}', 1)"),
    ("pin", "select app.pin_target('{t}', '{i}', 4, 'a test')"),
    ("exclude", "select app.exclude_target('{t}', '{m}', 1, 'a test')"),
    ("release", "select app.release_target('{t}', '{m}', 3)"),
    ("delete a post", "delete from posts where id = 1"),
    ("match everybody", "select app.rematch('{t}', null, null, 'repair')"),
    ("fold", "select app.keep_up()"),
];

/// What is there when two meet.
const CAST: &str = r#"
    insert into tenants (id, slug, name) values ('{t}', '{s}', 'Pair');
    insert into companies (id, name, industry) values (1, 'Acme', 'Banking'), (2, 'Globex', 'Fishing');
    insert into personas (id, name, criteria) values
      ('{i}', 'Bankers', '{"industry": {"any": ["Banking"]}}'), ('{m}', 'Marketers', '{"title": {"include": ["marketing"]}}');
    insert into persons (id, name, headline, company_id) values
      (1, 'Ada', 'Head of Marketing', 1), (2, 'Bob', 'Engineer', null), (3, 'Cleo', 'Marketing Manager', 1), (4, 'Dan', 'Engineer', 2);
    insert into person_identities (person_id, kind, value) values (1, 'member_id', 'm1'), (2, 'member_id', 'm2'), (4, 'slug', 's4');
    select app.exclude_target('{t}', '{m}', 3, 'a test');
    insert into posts (id, title) values (1, 'First'), (2, 'Second');
    insert into campaigns (id, name) values (1, 'Spring');
    insert into campaign_posts (campaign_id, post_id) values (1, 1);
    insert into engagements (person_id, post_id, engagement_type) values (1, 1, 'comment'), (3, 2, 'click');
"#;
const ENGAGED: &str = r#"insert into personas (name, criteria) values ('Keen', '{"engagement": {"min_score": 5}}')"#;

/// Two connections that each send one statement of a transaction before the first of them commits.
struct Pair {
    first: Arc<Client>,
    second: Arc<Client>,
    second_pid: i32,
    watcher: Client,
}

impl Pair {
    async fn new(app: &TestApp) -> Self {
        let [first, second] = [app.owner().await, app.owner().await];
        // Deadlocks are found at once, not after a second.
        for client in [&first, &second] {
            client.batch_execute("set deadlock_timeout = '20ms'; set role rapport_app").await.unwrap();
        }
        let second_pid = second.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
        Self { first: Arc::new(first), second: Arc::new(second), second_pid, watcher: app.owner().await }
    }

    /// Two changes meet, in a tenant of their own. What went wrong that a comparison does not show.
    async fn meet(&self, number: u128, with_engaged: bool, one: &str, other: &str) -> Option<String> {
        let tenant = tenant_of(number);
        let of = |n: u128| Uuid::from_u128(n << 64 | number).to_string();
        let sql = |text: &str| {
            let names = [
                ("{t}", tenant.to_string()),
                ("{i}", of(1)),
                ("{m}", of(2)),
                ("{n}", of(3)),
                ("{s}", format!("pair-{number}")),
            ];
            names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
        };
        let act = format!("set local app.tenant_id = '{tenant}'");
        let engaged = if with_engaged { ENGAGED } else { "" };
        self.watcher.batch_execute(&format!("begin; {act}; {}; {engaged}; commit", sql(CAST))).await.unwrap();

        let (one, rest) = one.split_once("{then}").unwrap_or((one, "select"));
        self.first.batch_execute(&format!("begin; {act}; {}", sql(one))).await.unwrap();
        let (second, text) =
            (Arc::clone(&self.second), format!("begin; {act}; {}", sql(&other.replace("{then}", ";"))));
        let mut sent = tokio::spawn(async move { second.batch_execute(&text).await });
        // Until it is through, or waits for the first.
        while !sent.is_finished() {
            let waits: bool = self
                .watcher
                .query_one("select pg_blocking_pids($1) <> '{}'", &[&self.second_pid])
                .await
                .unwrap()
                .get(0);
            if waits {
                break;
            }
        }
        let rested = self.first.batch_execute(&sql(rest)).await;
        let committed = self.first.batch_execute(if rested.is_ok() { "commit" } else { "rollback" }).await;
        let answered = (&mut sent).await.unwrap();
        let ended = self.second.batch_execute(if answered.is_ok() { "commit" } else { "rollback" }).await;
        // What the first deleted, the second cannot name.
        let is_refusal = |error: &Error| {
            matches!(error.code(), Some(&SqlState::FOREIGN_KEY_VIOLATION | &SqlState::UNIQUE_VIOLATION))
        };
        [rested, committed, answered, ended]
            .into_iter()
            .filter_map(Result::err)
            .find(|error| !is_refusal(error))
            .map(|error| mix::words(&error))
    }

    async fn delete(&self, numbers: std::ops::Range<u128>) {
        let tenants: Vec<Uuid> = numbers.map(tenant_of).collect();
        self.watcher.execute("select app.delete_tenant(id) from unnest($1::uuid[]) id", &[&tenants]).await.unwrap();
    }
}

fn tenant_of(number: u128) -> Uuid {
    Uuid::from_u128(0x77 << 64 | number)
}

/// Pairs that went wrong once.
const REGRESSIONS: &[(&str, &str, bool)] = &[
    ("engage", "add an engagement persona", false),
    ("add an engagement persona", "engage", true),
    ("add an engagement persona", "change weights", false),
    ("change weights", "add an engagement persona", false),
    ("add a person", "edit a company", false),
    ("edit a company", "join a company", false),
    ("leave a company", "match everybody", false),
    ("disengage", "ask for engagement", false),
    ("import", "delete a post", true),
];

/// Every two changes in both orders, with and without a persona that states engagement: those that went wrong once, then
/// the others as the dice say.
fn pairs(rng: &mut Rng) -> Vec<(&'static str, &'static str, bool)> {
    let all = CHANGES.iter().flat_map(|(one, _)| CHANGES.iter().map(move |(other, _)| (*one, *other)));
    let all = all.flat_map(|(one, other)| [(one, other, false), (one, other, true)]);
    let mut others: Vec<_> = all.filter(|pair| !REGRESSIONS.contains(pair)).map(|pair| (rng.next(), pair)).collect();
    others.sort_unstable();
    REGRESSIONS.iter().copied().chain(others.into_iter().map(|(_, pair)| pair)).collect()
}

fn change(name: &str) -> &'static str {
    CHANGES.iter().find(|(what, _)| *what == name).unwrap().1
}

/// The second of two changes is sent before the first is committed.  There are 1,568 pairs; a quick run meets as many as it
/// has time for, always others, and RAPPORT_MIX_SECONDS=600 meets them all.
#[tokio::test]
async fn any_two_changes_at_once_leave_targets_and_metrics_right() {
    let (seed, begun, wanted) = (mix::seed(), Instant::now(), mix::seconds(12));
    eprintln!("RAPPORT_MIX_SEED={seed}");
    let app = TestApp::new().await;
    let pair = Pair::new(&app).await;
    let (mut number, mut met, mut wrong) = (0, 0, Vec::new());
    for some in pairs(&mut Rng::new(seed)).chunks(24) {
        // Compared once for all of these, and one by one only where that differs.
        let before = number;
        for (one, other, engaged) in some {
            number += 1;
            met += 1;
            if let Some(what) = pair.meet(number, *engaged, change(one), change(other)).await {
                wrong.push(format!("{one}, then {other}, {engaged}: {what}"));
            }
        }
        let differs = differences(&pair.watcher).await.unwrap().is_some();
        pair.delete(before + 1..number + 1).await;
        for (one, other, engaged) in some.iter().filter(|_| differs) {
            number += 1;
            drop(pair.meet(number, *engaged, change(one), change(other)).await);
            if let Some(what) = differences(&pair.watcher).await.unwrap() {
                wrong.push(format!("{one}, then {other}, {engaged}: {what}"));
            }
            pair.delete(number..number + 1).await;
        }
        if begun.elapsed() > wanted {
            break;
        }
    }
    eprintln!("{met} pairs in {:.1} s", begun.elapsed().as_secs_f64());
    assert!(wrong.is_empty(), "{} of {met}; RAPPORT_MIX_SEED={seed}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(met >= 24);
}

#[tokio::test]
async fn a_missing_gate_is_found_by_the_pair_that_it_keeps_apart() {
    // A lock, how it is broken, and a pair that then goes wrong.
    let locks = [
        ("companies", "drop trigger _060_gate on public.companies", "add a person", "edit a company"),
        ("engagements", "drop trigger _050_gate on public.engagements", "engage", "add an engagement persona"),
        (
            "who matches everybody",
            // And writes everybody, as if every target were wrong: at rest none is, and nothing is written that could be stale.
            "do $$ declare old text := pg_get_functiondef('app.rematch'::regproc); \
               weak text := replace(old, 'tenant_id = tenant for no key update', 'tenant_id = tenant for share'); \
               new text := replace(weak, 'where b.person_id is null or ', 'where true or '); \
             begin assert weak <> old and new <> weak; execute new; end $$",
            "leave a company",
            "match everybody",
        ),
    ];
    for (lock, sabotage, one, other) in locks {
        let app = TestApp::new().await;
        app.owner().await.batch_execute(sabotage).await.unwrap();
        let pair = Pair::new(&app).await;
        assert_eq!(pair.meet(1, false, change(one), change(other)).await, None);
        let found = differences(&pair.watcher).await.unwrap();
        assert!(found.is_some(), "nothing shows that the lock of {lock} is missing");
    }
}
