//! Brings a database to the version of this binary: pending migrations and the schema `app`, in one transaction.
//!
//! Any number of processes may call [`migrate`] at once: an advisory lock lets one work and the others find nothing to do.
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
        Some(db) => match db.hint() {
            Some(hint) => format!("{} ({hint})", db.message()),
            None => db.message().to_owned(),
        },
        None => match std::error::Error::source(error) {
            Some(cause) => format!("{error}: {cause}"),
            None => error.to_string(),
        },
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
    let mut tries = 1;
    loop {
        match attempt(client).await {
            // Readers hold locks for moments only: the drop of `app` is tried again rather than made to wait in everybody's way.
            Err(error)
                if tries < TRIES
                    && matches!(
                        error.code(),
                        Some(&SqlState::LOCK_NOT_AVAILABLE | &SqlState::T_R_DEADLOCK_DETECTED)
                    ) =>
            {
                tokio::time::sleep(std::time::Duration::from_millis(200 << tries)).await;
                tries += 1;
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
    let tx = client.transaction().await?;
    let state = State::read(&tx).await?;
    Ok(!state.pending()?.is_empty() || !state.app_is_current())
}

async fn attempt(client: &mut Client) -> Result<Deployment, DeployError> {
    let tx = begin(client).await?;
    tx.batch_execute("select pg_advisory_xact_lock(hashtext('rapport deploy'))").await?;
    let state = State::read(&tx).await?;
    let pending = state.pending()?;
    let mut done = Deployment { version: head(), ..Deployment::default() };
    if pending.is_empty() && state.app_is_current() {
        // Dropped, it would be rolled back when the connection is next looked after.
        tx.rollback().await?;
        return Ok(done);
    }
    run(&tx, "drop_app.sql", &files::drop_app()).await?;
    for migration in &pending {
        run(&tx, migration.path, &migration.sql()).await?;
        tx.execute(
            "insert into public.schema_versions (version, name, checksum) values ($1, $2, $3) \
             on conflict (version) do update set name = excluded.name, checksum = excluded.checksum, applied_at = now()",
            &[&migration.version, &migration.path, &migration.checksum()],
        )
        .await?;
        done.migrations.push(migration.path.trim_start_matches("migrations/").to_owned());
    }
    let app = files::app();
    run(&tx, "app.sql", &app).await?;
    tx.batch_execute(&format!("comment on schema app is 'Functions, views and triggers of Rapport, replaced as a whole at every deploy. Keep nothing of your own here. [{}]'", files::checksum(&app))).await?;
    done.app_replaced = true;
    done.adopted = adopted(&tx, state.adoptions).await?;
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

async fn run(tx: &Transaction<'_>, file: &str, sql: &str) -> Result<(), DeployError> {
    tx.batch_execute(sql).await.map_err(|source| DeployError::Sql { file: file.to_owned(), source })
}

/// What a database says of itself.
struct State {
    applied: Vec<(i32, String)>,
    app_comment: Option<String>,
    adoptions: i64,
}

impl State {
    async fn read(tx: &Transaction<'_>) -> Result<Self, DeployError> {
        let row = tx
            .query_one(
                "select to_regclass('public.schema_versions') is not null, \
                 (select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = 'app'), \
                 to_regclass('public.migration_report') is not null",
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
        let adoptions = if row.get(2) {
            tx.query_one("select count(*) from public.migration_report", &[]).await?.get(0)
        } else {
            0
        };
        Ok(Self { applied, app_comment: row.get(1), adoptions })
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
}

/// What this deploy wrote into the report: it is written once, by the first deploy that finds a prototype.
async fn adopted(tx: &Transaction<'_>, before: i64) -> Result<Vec<Adopted>, DeployError> {
    if before > 0 {
        return Ok(Vec::new());
    }
    Ok(tx
        .query("select source_table, outcome, detail, rows from public.migration_report order by source_table, outcome, detail", &[])
        .await?
        .iter()
        .map(|row| Adopted { table: row.get(0), outcome: row.get(1), detail: row.get(2), rows: row.get(3) })
        .collect())
}
