//! Schedules: what makes jobs again and again.

use std::{fmt, str::FromStr};

use jiff::SignedDuration;
use queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error};

/// After how long something comes again: `6h`, `1d`.  The database takes it as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "1d")]
pub struct Every(SignedDuration);

impl FromStr for Every {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const MOST_DAYS: i64 = 366;
        let wrong = || format!("{text:?} is no time like 6h, 1d or 7d; the shortest is 15m, and the longest a year");
        let text = text.trim();
        let span = match text.strip_suffix('d').map(str::parse::<i64>) {
            // No more are multiplied, since that would be too much for the type.
            Some(days) => days
                .ok()
                .filter(|days| (1..=MOST_DAYS).contains(days))
                .map(|days| SignedDuration::from_hours(24 * days)),
            None => text.parse().ok(),
        };
        let most = SignedDuration::from_hours(24 * MOST_DAYS);
        span.filter(|span| (SignedDuration::from_mins(15)..=most).contains(span)).map(Self).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Every {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Every> for String {
    fn from(every: Every) -> Self {
        every.to_string()
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} seconds", self.0.as_secs())
    }
}

/// Changes a schedule's `name`, how often it comes (`every`), what a run may cost (`cost_limit`), or whether it comes (`is_active`).
///
/// # Errors
/// [`Error::NotFound`], and what the database refuses.
pub async fn change(tx: &TenantTx, id: Uuid, said: Map<String, Value>) -> Result<(), Error> {
    sql::change_schedule().bind(&**tx, &id, &Value::Object(said)).opt().await?.map(drop).ok_or_else(no_schedule)
}

/// Deletes a schedule; its jobs stay.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, id: Uuid) -> Result<(), Error> {
    if sql::delete_schedule().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_schedule()) }
}

/// What is said of a schedule that there is not, or that is another tenant's.
#[must_use]
pub fn no_schedule() -> Error {
    Error::NotFound("there is no such schedule".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it_and_written_as_the_database_takes_it() {
        for (text, seconds) in [("15m", 900), (" 6h ", 21_600), ("1d", 86_400), ("366d", 31_622_400)] {
            assert_eq!(
                text.parse::<Every>().map(|every| every.to_string()),
                Ok(format!("{seconds} seconds")),
                "{text}"
            );
        }
        for wrong in ["", "14m", "367d", "-1d", "d", "1", "9999999999999999d", "often"] {
            assert!(wrong.parse::<Every>().is_err(), "{wrong}");
        }
    }
}
