//! Brings a database to the version of this binary: pending migrations and the schema `app`, in one transaction.
//!
//! Any number of processes may call [`migrate`] at once: a lock lets one work and the others find nothing to do.
//! A process that is killed midway leaves the database as it was.

use tokio_postgres::{Client, IsolationLevel, Transaction, error::SqlState};

use crate::files::{self, Migration};

/// The last migration that may be run again: up to it files are idempotent, since psql users and prototypes run them too.
const IDEMPOTENT_UP_TO: i32 = 4;
/// How often a deploy is tried while others hold locks on what it must replace.
const TRIES: u32 = 6;

/// What [`migrate`] did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deployment {
    /// The migrations that were applied, as `003_fix_….sql`.
    pub migrations: Vec<String>,
    /// The migrations that psql had run before: they were run once more, made nothing, and are recorded now.
    pub checked: Vec<String>,
    /// Whether the schema `app` was replaced.
    pub app_replaced: bool,
    /// What was taken over from a database of the prototype.
    pub adopted: Vec<Adopted>,
    /// The version of the database now.
    pub version: i32,
}

/// One line of what became of a prototype's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopted {
    /// The prototype's table.
    pub table: String,
    /// `adopted`, `converted`, `merged`, `set aside` or `replaced`.
    pub outcome: String,
    /// What that means for these rows, in words.
    pub detail: String,
    /// How many rows.
    pub rows: i64,
}

/// Why a deploy did not happen.
#[derive(Debug, thiserror::Error)]
pub enum DeployError {
    /// The database was deployed by a newer Rapport.
    #[error(
        "this database is at version {found}, and this Rapport knows versions up to {known} only: use a newer Rapport"
    )]
    Newer {
        /// The database's version.
        found: i32,
        /// The newest that this binary has.
        known: i32,
    },
    /// A migration that may run only once was edited after it ran.
    #[error("migration {name} was changed after it was applied to this database; add a new migration instead")]
    Edited {
        /// The file.
        name: String,
    },
    /// A file did not run.
    #[error("{file}: {}", describe(source))]
    Sql {
        /// The file.
        file: String,
        /// What PostgreSQL said.
        source: tokio_postgres::Error,
    },
    /// Anything else between us and the database.
    #[error("{}", describe(.0))]
    Database(#[from] tokio_postgres::Error),
}

impl DeployError {
    fn code(&self) -> Option<&SqlState> {
        match self {
            Self::Sql { source, .. } | Self::Database(source) => source.code(),
            Self::Newer { .. } | Self::Edited { .. } => None,
        }
    }
}

/// What PostgreSQL said, with its hint, in one line.
#[must_use]
pub fn describe(error: &tokio_postgres::Error) -> String {
    match error.as_db_error() {
        Some(db) => match db.hint().or_else(|| hint(db.code(), db.message())) {
            Some(hint) => format!("{} ({hint})", db.message()),
            None => db.message().to_owned(),
        },
        None => match std::error::Error::source(error) {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
    }
}

/// What to do about refusals that PostgreSQL leaves without a hint.
fn hint(code: &SqlState, message: &str) -> Option<&'static str> {
    if *code != SqlState::INSUFFICIENT_PRIVILEGE {
        None
    } else if message.contains("rapport_app") {
        Some(
            "nothing was changed: the role rapport_app was made by somebody else, so let an administrator run once: \
             grant rapport_app to YOUR_ROLE",
        )
    } else if message.starts_with("must be owner of") {
        Some(
            "nothing was changed: run this as the role that owns it, or let an administrator give it to yours: \
             alter table … owner to YOUR_ROLE (views, functions and types likewise)",
        )
    } else if message.contains("for schema public") || message.contains("for database") {
        Some("nothing was changed: run this as the owner of the database")
    } else {
        None
    }
}

/// The newest version that this binary has.
#[must_use]
pub fn head() -> i32 {
    files::migrations().last().map_or(0, |migration| migration.version)
}

/// A word that changes with every file that a deploy runs.
#[must_use]
pub fn fingerprint() -> String {
    let all: String = files::migrations().iter().map(Migration::sql).chain([files::app()]).collect();
    files::checksum(&all)
}

/// Brings the database to [`head`], as the owner of the database.  Does nothing when nothing is pending.
///
/// # Errors
/// See [`DeployError`]; the database is then as it was.
pub async fn migrate(client: &mut Client) -> Result<Deployment, DeployError> {
    migrate_within(client, TRIES).await
}

/// The same, giving up after so many tries of five seconds and more while others hold locks on what it must replace.
///
/// # Errors
/// See [`DeployError`]; the database is then as it was.
pub async fn migrate_within(client: &mut Client, most: u32) -> Result<Deployment, DeployError> {
    let mut tries = 1;
    loop {
        match attempt(client).await {
            // Readers hold locks for moments only: the drop of `app` is tried again rather than made to wait in everybody's way.
            Err(error)
                if tries < most
                    && matches!(
                        error.code(),
                        Some(&SqlState::LOCK_NOT_AVAILABLE | &SqlState::T_R_DEADLOCK_DETECTED)
                    ) =>
            {
                tokio::time::sleep(std::time::Duration::from_millis(200 << tries)).await;
                tries += 1;
            }
            Err(error) if error.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => {
                return Err(match client.batch_execute(SAY_WHO_WAS_WAITED_FOR).await {
                    Err(source) if source.code() == Some(&SqlState::LOCK_NOT_AVAILABLE) => {
                        DeployError::Database(source)
                    }
                    // They are gone by now.
                    _ => error,
                });
            }
            result => return result,
        }
    }
}

/// Whether [`migrate`] would do something.
///
/// # Errors
/// When the database cannot be asked.
pub async fn is_pending(client: &mut Client) -> Result<bool, DeployError> {
    let tx = begin(client).await?;
    let state = State::read(&tx).await?;
    let pending = !state.pending()?.is_empty() || !(state.app_is_current() || state.app_is_as_deployed(&tx).await?);
    tx.rollback().await?;
    Ok(pending)
}

async fn attempt(client: &mut Client) -> Result<Deployment, DeployError> {
    let tx = begin(client).await?;
    lock(&tx).await?;
    let state = State::read(&tx).await?;
    let pending = state.pending()?;
    let mut done = Deployment { version: head(), ..Deployment::default() };
    if pending.is_empty() && state.app_is_current() {
        // Dropped, it would be rolled back when the connection is next looked after.
        tx.rollback().await?;
        return Ok(done);
    }
    run(&tx, "drop_app.sql", &files::drop_app()).await?;
    let mut before = tables_in_words(&tx).await?;
    for migration in &pending {
        run(&tx, migration.path, &migration.sql()).await?;
        let after = tables_in_words(&tx).await?;
        tx.execute(
            "insert into public.schema_versions (version, name, checksum) values ($1, $2, $3) \
             on conflict (version) do update set name = excluded.name, checksum = excluded.checksum, applied_at = now()",
            &[&migration.version, &migration.path, &migration.checksum()],
        )
        .await?;
        let name = migration.path.trim_start_matches("migrations/").to_owned();
        if after == before {
            done.checked.push(name);
        } else {
            done.migrations.push(name);
        }
        before = after;
    }
    let app = files::app();
    run(&tx, "app.sql", &app).await?;
    tx.batch_execute(&format!("comment on schema app is 'Functions, views and triggers of Rapport, replaced as a whole at every deploy. Keep nothing of your own here. [{}]'", files::checksum(&app))).await?;
    tx.execute(
        "insert into public.schema_versions (version, name, checksum) values (0, 'app.sql', $1) \
         on conflict (version) do update set name = excluded.name, checksum = excluded.checksum, applied_at = now()",
        &[&format!("{} {}", files::checksum(&app), app_in_words(&tx).await?)],
    )
    .await?;
    done.app_replaced = true;
    run(&tx, "the end of the deploy", &all_is_there()).await?;
    done.adopted = adopted(&tx).await?;
    tx.commit().await?;
    Ok(done)
}

/// Opens the transaction of a deploy, whatever the role's or the database's own settings are: it sees what others committed
/// while it waited, it may take its time, no policy hides rows from it, and it ends soon after its client does.
async fn begin(client: &mut Client) -> Result<Transaction<'_>, DeployError> {
    let tx = client.build_transaction().isolation_level(IsolationLevel::ReadCommitted).read_only(false).start().await?;
    tx.batch_execute(
        "set local lock_timeout = '5s'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; \
         set local row_security = off; set local client_min_messages = warning; set local search_path = public; \
         do $$ begin perform set_config('client_connection_check_interval', '10s', true); exception when others then null; end $$; \
         do $$ begin perform set_config('transaction_timeout', '0', true); exception when others then null; end $$",
    )
    .await?;
    Ok(tx)
}

/// Lets one deploy work at a time.  Anybody can hold an advisory lock, so it serves only until there is a table that no role
/// but the owner can lock.
async fn lock(tx: &Transaction<'_>) -> Result<(), DeployError> {
    const THERE: &str = "select to_regclass('public.schema_versions') is not null";
    if !tx.query_one(THERE, &[]).await?.get::<_, bool>(0) {
        tx.batch_execute("select pg_advisory_xact_lock(hashtext('rapport deploy'))").await?;
    }
    if tx.query_one(THERE, &[]).await?.get(0) {
        tx.batch_execute("lock table public.schema_versions in share row exclusive mode").await?;
    }
    Ok(())
}

/// Ends with a sentence that names the sessions which hold locks on what a deploy replaces, the oldest first.
const SAY_WHO_WAS_WAITED_FOR: &str = "
do $$
declare
  holders text;
begin
  select string_agg(h.line, '; ') into holders
  from (
    select format('process %s, %s%s, %s since %s', a.pid, coalesce(a.usename, 'nobody'), coalesce(' in ' || nullif(a.application_name, ''), ''), coalesce(a.state, 'at work'),
      to_char(coalesce(a.xact_start, a.backend_start), 'HH24:MI:SS')) as line
    from pg_stat_activity a
    where a.pid <> pg_backend_pid() and exists (
      select from pg_locks l
      left join pg_class c on c.oid = l.relation
      where l.pid = a.pid and l.granted and l.database = (select oid from pg_database where datname = current_database())
        and (c.relnamespace in (to_regnamespace('public'), to_regnamespace('app'), to_regnamespace('prototype'))
          or l.locktype = 'advisory' and l.objid::bigint = hashtext('rapport deploy')::bigint & 4294967295))
    order by a.xact_start nulls last
    limit 5
  ) h;
  if holders is not null then
    raise exception 'gave up waiting for others who use the tables: %', holders
      using errcode = 'lock_not_available', hint = 'Nothing was changed. Let them finish or end them (select pg_terminate_backend(PROCESS)), then run this again.';
  end if;
end $$";

/// Ends with a sentence unless every index and constraint of ours exists: `create … if not exists` takes a stranger's relation
/// of the same name for ours without a word.
fn all_is_there() -> String {
    let rows: Vec<String> =
        files::declared().iter().map(|(name, table)| format!("('{name}', 'public.{table}')")).collect();
    format!(
        "do $$
declare
  missing text;
begin
  select string_agg(format('%s of %s', d.name, d.relation), ', ' order by d.name) into missing
  from (values {}) d(name, relation)
  where not exists (select from pg_index x join pg_class i on i.oid = x.indexrelid where x.indrelid = to_regclass(d.relation) and i.relname = d.name and x.indisvalid)
    and not exists (select from pg_constraint k where k.conrelid = to_regclass(d.relation) and k.conname = d.name);
  if missing is not null then
    raise exception 'these indexes and constraints of Rapport could not be made: %', missing
      using errcode = 'duplicate_table', hint = 'Nothing was changed. Something else in the schema public bears the name: rename it (alter table public.… rename to my_…), then run this again.';
  end if;
end $$",
        rows.join(", ")
    )
}

/// A word for the schema `app` as it stands in the database, whoever wrote it there.
async fn app_in_words(tx: &Transaction<'_>) -> Result<String, DeployError> {
    tx.batch_execute("set local search_path = pg_catalog").await?;
    let row = tx
        .query_one(
            "select coalesce(md5(string_agg(w, chr(10) order by w collate \"C\")), '') from ( \
               select pg_get_functiondef(oid) as w from pg_proc where pronamespace = to_regnamespace('app') and prokind in ('f', 'p') \
               union all select relname || pg_get_viewdef(oid) from pg_class where relnamespace = to_regnamespace('app') and relkind in ('v', 'm') \
               union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_proc p on p.oid = t.tgfoid \
                 where p.pronamespace = to_regnamespace('app') and not t.tgisinternal \
               union all select polrelid::regclass || polname || coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') \
                 from pg_policy join pg_class c on c.oid = polrelid where c.relnamespace = to_regnamespace('public')) x",
            &[],
        )
        .await?;
    tx.batch_execute("set local search_path = public").await?;
    Ok(row.get(0))
}

/// A word for the tables of the schema public as they stand.
async fn tables_in_words(tx: &Transaction<'_>) -> Result<String, DeployError> {
    let row = tx
        .query_one(
            "select coalesce(md5(string_agg(w, chr(10) order by w collate \"C\")), '') from ( \
               select c.relname || ' ' || a.attname || ' ' || a.atttypid as w from pg_attribute a join pg_class c on c.oid = a.attrelid \
                 where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped \
               union all select conrelid || ' ' || conname from pg_constraint where connamespace = 'public'::regnamespace \
               union all select typname from pg_type where typnamespace = 'public'::regnamespace) x",
            &[],
        )
        .await?;
    Ok(row.get(0))
}

async fn run(tx: &Transaction<'_>, file: &str, sql: &str) -> Result<(), DeployError> {
    tx.batch_execute(sql).await.map_err(|source| DeployError::Sql { file: file.to_owned(), source })
}

/// What a database says of itself.
struct State {
    applied: Vec<(i32, String)>,
    app_comment: Option<String>,
}

impl State {
    async fn read(tx: &Transaction<'_>) -> Result<Self, DeployError> {
        let row = tx
            .query_one(
                "select to_regclass('public.schema_versions') is not null, \
                 (select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'app')",
                &[],
            )
            .await?;
        let applied = if row.get(0) {
            tx.query("select version, checksum from public.schema_versions order by version", &[])
                .await?
                .iter()
                .map(|row| (row.get(0), row.get(1)))
                .collect()
        } else {
            Vec::new()
        };
        Ok(Self { applied, app_comment: row.get(1) })
    }

    fn pending(&self) -> Result<Vec<Migration>, DeployError> {
        let known = files::migrations();
        if let Some((found, _)) = self.applied.last().filter(|(found, _)| *found > head()) {
            return Err(DeployError::Newer { found: *found, known: head() });
        }
        let mut pending = Vec::new();
        for migration in known {
            match self.applied.iter().find(|(version, _)| *version == migration.version) {
                None => pending.push(migration),
                Some((_, checksum)) if *checksum == migration.checksum() => {}
                Some(_) if migration.version <= IDEMPOTENT_UP_TO => pending.push(migration),
                Some(_) => return Err(DeployError::Edited { name: migration.path.to_owned() }),
            }
        }
        Ok(pending)
    }

    /// psql replaces `app` without this mark, so its work is replaced by ours once more.
    fn app_is_current(&self) -> bool {
        let mark = format!("[{}]", files::checksum(&files::app()));
        self.app_comment.as_ref().is_some_and(|comment| comment.ends_with(&mark))
    }

    /// Whether psql wrote the same again: nothing that a service would have to wait for.
    async fn app_is_as_deployed(&self, tx: &Transaction<'_>) -> Result<bool, DeployError> {
        let Some((_, deployed)) = self.applied.iter().find(|(version, _)| *version == 0) else { return Ok(false) };
        Ok(*deployed == format!("{} {}", files::checksum(&files::app()), app_in_words(tx).await?))
    }
}

/// What this transaction wrote into the report.
async fn adopted(tx: &Transaction<'_>) -> Result<Vec<Adopted>, DeployError> {
    Ok(tx
        .query(
            "select source_table, outcome, detail, rows from public.migration_report where created_at = now() \
             order by source_table, outcome, detail",
            &[],
        )
        .await?
        .iter()
        .map(|row| Adopted { table: row.get(0), outcome: row.get(1), detail: row.get(2), rows: row.get(3) })
        .collect())
}
