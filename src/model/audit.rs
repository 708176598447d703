//! What was done that matters to security, and by whom: rows as they were written down, and names that people know.

use std::collections::HashMap;

use jiff::Timestamp;
use queries::queries::{
    audit::{self as sql, AuditRows},
    sessions as sessions_sql,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{db::TenantTx, error::Error};

/// Which rows are wanted.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// What happened, such as `user.signed_in`.
    pub event: Option<String>,
    /// Who did it, or to whom it was done: the id of a user, the beginning of a key, `nobody`, `command line` or `system`.
    pub who: Option<String>,
    /// From this moment on.
    pub since: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// Before the row of this id.
    pub before: Option<i64>,
}

/// Rows of a tenant's audit log, the latest first.
///
/// # Errors
/// As the database gives them.
pub async fn rows(tx: &TenantTx, wanted: &Wanted, most: i64) -> Result<Vec<AuditRows>, Error> {
    let Wanted { event, who, since, until, before } = wanted;
    Ok(sql::audit_rows().bind(&**tx, event, who, before, since, until, &most).all().await?)
}

/// Who is meant by an id in the log: members by their address, and those who have left by the one that they had.
pub struct Names(HashMap<String, Name>);

struct Name {
    email: String,
    has_left: bool,
}

impl Names {
    /// Reads them, and those who are members now, by their ids.
    ///
    /// # Errors
    /// As the database gives them.
    pub async fn read(tx: &TenantTx) -> Result<(Self, Vec<(String, String)>), Error> {
        let mut names = HashMap::new();
        for row in sql::audit_names().bind(&**tx).all().await? {
            names.insert(row.who, Name { email: row.email, has_left: true });
        }
        let mut members = Vec::new();
        for row in sessions_sql::member_rows().bind(&**tx, &tx.tenant().0).all().await? {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            names.insert(text("id"), Name { email: text("email"), has_left: false });
            members.push((text("id"), text("email")));
        }
        Ok((Self(names), members))
    }

    /// The id of whoever has, or had, an e-mail address.
    #[must_use]
    pub fn id_of(&self, email: &str) -> Option<&str> {
        self.0.iter().find(|(_, name)| name.email.eq_ignore_ascii_case(email)).map(|(id, _)| id.as_str())
    }

    fn email(&self, who: &str) -> Option<&str> {
        self.0.get(who).map(|name| name.email.as_str())
    }

    /// What somebody is called; of whom nothing is known, by what stands there.
    #[must_use]
    pub fn of(&self, who: &str) -> String {
        match self.0.get(who) {
            Some(Name { email, has_left: true }) => format!("{email} (left)"),
            Some(Name { email, .. }) => email.clone(),
            None if Uuid::parse_str(who).is_ok() => format!("{}…", &who[..8]),
            None => who.to_owned(),
        }
    }

    /// A row as the API and the command line tell it.
    #[must_use]
    pub fn entry(&self, row: &AuditRows) -> Value {
        let AuditRows { id, actor, event, subject, details, happened_at } = row;
        json!({
            "id": id, "happened_at": happened_at, "event": event, "actor": actor, "actor_email": self.email(actor),
            "subject": subject, "subject_email": subject.as_deref().and_then(|subject| self.email(subject)), "details": details,
        })
    }

    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self(HashMap::new())
    }
}
