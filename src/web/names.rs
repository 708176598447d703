//! Who did something, by a name that people know.

use std::collections::HashMap;

use queries::queries::{audit as sql, sessions as sessions_sql};
use uuid::Uuid;

use crate::{db::TenantTx, error::Error, model::sessions::Session};

/// Who is meant by an id in the log: members by their address, and those who have left by the one that they had.
pub(super) struct Names(HashMap<String, String>);

impl Names {
    /// Reads them, and those who are members now, by their ids.
    pub(super) async fn read(tx: &TenantTx, session: &Session) -> Result<(Self, Vec<(String, String)>), Error> {
        let mut names = HashMap::new();
        for row in sql::audit_names().bind(&**tx).all().await? {
            names.insert(row.who, format!("{} (left)", row.email));
        }
        let mut members = Vec::new();
        for row in sessions_sql::member_rows().bind(&**tx, &session.tenant.0).all().await? {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            names.insert(text("id"), text("email"));
            members.push((text("id"), text("email")));
        }
        Ok((Self(names), members))
    }

    /// What somebody is called; of whom nothing is known, by what stands there.
    pub(super) fn of(&self, who: &str) -> String {
        match self.0.get(who) {
            Some(name) => name.clone(),
            None if Uuid::parse_str(who).is_ok() => format!("{}…", &who[..8]),
            None => who.to_owned(),
        }
    }

    #[cfg(test)]
    pub(super) fn none() -> Self {
        Self(HashMap::new())
    }
}
