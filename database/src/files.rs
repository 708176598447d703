//! The SQL files as the deployer runs them: what psql reads from disk, read from the binary.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A file that is applied once and recorded: `schema.sql` is 1, `migrations/NNN_….sql` is NNN.
#[derive(Debug, Clone)]
pub(crate) struct Migration {
    pub version: i32,
    pub path: &'static str,
}

impl Migration {
    pub fn sql(&self) -> String {
        expand(self.path)
    }
    pub fn checksum(&self) -> String {
        checksum(&self.sql())
    }
}

/// Every migration, in order.
pub(crate) fn migrations() -> Vec<Migration> {
    let mut all = vec![Migration { version: 1, path: "schema.sql" }];
    for (path, _) in FILES {
        let number = path.strip_prefix("migrations/").and_then(|name| name.split('_').next());
        if let Some(version) = number.and_then(|digits| digits.parse().ok()) {
            all.push(Migration { version, path });
        }
    }
    all.sort_by_key(|migration| migration.version);
    all
}

/// The indexes and named constraints that the migrations make, each with its table: what `create … if not exists` leaves out
/// without a word where something else bears the name.
pub(crate) fn declared() -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for migration in migrations() {
        let mut table = "";
        for line in content(migration.path).lines().map(str::trim_start).filter(|line| !line.starts_with("--")) {
            let words: Vec<&str> = line
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .filter(|word| !word.is_empty())
                .collect();
            let after =
                |word: &str| words.iter().position(|found| *found == word).and_then(|at| words.get(at + 1)).copied();
            if line.starts_with("create table ") || line.starts_with("alter table ") {
                table = after("public").unwrap_or_default();
            }
            let dropped = if line.starts_with("drop index ") {
                words.last().copied()
            } else if line.contains("drop constraint ") {
                after("constraint").filter(|word| *word != "if").or_else(|| after("exists"))
            } else {
                None
            };
            if let Some(dropped) = dropped {
                all.retain(|(name, _)| *name != dropped);
            } else if line.starts_with("create index ") || line.starts_with("create unique index ") {
                all.extend(after("exists").zip(after("public")));
            } else if !line.contains("raise ") && !line.contains("from pg_constraint") {
                let named = words.windows(2).filter(|pair| pair[0] == "constraint").map(|pair| (pair[1], table));
                all.extend(named);
            }
        }
    }
    all
}

/// Takes the schema `app` away, unless something of a user's own stands on it.
pub(crate) fn drop_app() -> String {
    expand("drop_app.sql")
}

/// The whole of the schema `app`.
pub(crate) fn app() -> String {
    expand("app.sql")
}

pub(crate) fn checksum(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The text of a file with its `\ir` lines replaced by the files that they name.  psql's own lines and the transaction that a
/// file opens for psql are left out, since the deployer has one transaction around everything; so is `\ir ../app.sql`, since
/// it deploys `app` once, at the end.
fn expand(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut text = String::new();
    for line in content(path).lines() {
        match line.strip_prefix("\\ir ") {
            Some("../app.sql") => {}
            Some(include) => text.push_str(&expand(&resolve(folder, include.trim()))),
            None if line.starts_with('\\') || line == "begin;" || line == "commit;" => {}
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text
}

/// `include` as seen from `folder`; both use `/`, and `..` goes up one folder.
fn resolve(folder: &str, include: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in include.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn content(path: &str) -> &'static str {
    FILES
        .binary_search_by_key(&path, |(name, _)| name)
        .map_or_else(|_| panic!("{path} is named by an \\ir line but is not in the folder"), |found| FILES[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_include_is_resolved_and_nothing_of_psql_is_left() {
        for sql in migrations().iter().map(Migration::sql).chain([app()]) {
            assert!(!sql.lines().any(|line| line.starts_with('\\')), "a line of psql is left");
            assert!(!sql.lines().any(|line| line == "commit;"), "a commit is left");
        }
    }

    #[test]
    fn what_the_migrations_declare_is_read_from_them() {
        let declared = declared();
        for pair in [
            ("posts_url", "posts"),
            ("a_persons_company_exists", "persons"),
            ("engagements_one_reaction", "engagements"),
            ("a_campaigns_strategy_exists", "campaigns"),
            ("tenants_have_a_name", "tenants"),
        ] {
            assert!(declared.contains(&pair), "{pair:?} is not among {declared:?}");
        }
        assert!(declared.iter().all(|(name, table)| !name.is_empty() && !table.is_empty()), "{declared:?}");
        // A name that is taken must stop the adoption of a prototype before anything is moved.
        let names = content("prototype/set_aside.sql");
        let indexes = migrations().into_iter().flat_map(|migration| {
            content(migration.path)
                .lines()
                .filter(|line| line.starts_with("create") && line.contains("index if not exists"))
        });
        for line in indexes {
            let name = line.split("exists ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
            assert!(names.contains(&format!("'{name}'")), "{name} is not in set_aside.sql");
        }
    }

    #[test]
    fn migrations_are_numbered_without_gaps() {
        let versions: Vec<i32> = migrations().iter().map(|migration| migration.version).collect();
        assert_eq!(versions, (1..=i32::try_from(versions.len()).unwrap()).collect::<Vec<_>>());
    }

    #[test]
    fn app_holds_every_file_of_its_folder() {
        let order = content("app.sql");
        for (path, _) in FILES.iter().filter(|(path, _)| path.starts_with("app/")) {
            assert!(order.contains(&format!("\\ir {path}")), "{path} is not in app.sql");
        }
    }
}
