//! `Connections.csv` of a LinkedIn archive.

use super::dates::{self, DateOrder};
use super::identity::{self, Link, PersonKey};
use super::item::{Item, KEY_LIMIT, Names};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{Connection, Record};

#[derive(Clone, Copy)]
enum Field {
    FirstName,
    LastName,
    Url,
    Email,
    Company,
    Position,
    ConnectedOn,
}

/// The place of the date among [`NAMES`].
pub(super) const DATE: usize = Field::ConnectedOn as usize;

/// LinkedIn's own names. Files from before 2022 have no URL.
pub(super) const NAMES: Names = &[
    &["first name"],
    &["last name"],
    &["url", "profile url"],
    &["email address", "email"],
    &["company"],
    &["position"],
    &["connected on"],
];

/// Reads one line.
pub(super) fn read(item: &Item<'_>, order: DateOrder) -> Result<Verdict, Bad> {
    let connected_on = match item.text(Field::ConnectedOn as usize)? {
        None => None,
        Some(text) => {
            let day = dates::parse(&text, order).map_err(|reason| item.bad(Field::ConnectedOn as usize, reason))?;
            if !dates::is_of_linkedin(day) {
                return Err(item.bad(Field::ConnectedOn as usize, dates::NOT_OF_LINKEDIN));
            }
            Some(day)
        }
    };
    let person = match item.text(Field::Url as usize)? {
        None => PersonKey::default(),
        Some(url) => match identity::parse(&url) {
            Ok(Link::Person(key)) => key,
            Ok(_) => return Err(item.bad(Field::Url as usize, "the address is not that of a person")),
            Err(error) => return Err(item.bad(Field::Url as usize, error.to_string())),
        },
    };
    let email = match item.text(Field::Email as usize)? {
        None => None,
        Some(email) if is_email(&email) => Some(email.to_lowercase()),
        Some(_) => return Err(item.bad(Field::Email as usize, "this is not an e-mail address")),
    };
    let connection = Connection {
        person,
        first_name: item.cut(Field::FirstName as usize, KEY_LIMIT)?,
        last_name: item.cut(Field::LastName as usize, KEY_LIMIT)?,
        email,
        company: item.key(Field::Company as usize)?,
        position: item.cut(Field::Position as usize, KEY_LIMIT)?,
        connected_on,
    };
    let nameless = connection.person.is_empty()
        && connection.first_name.is_none()
        && connection.last_name.is_none()
        && connection.email.is_none();
    let verdict = match (nameless, connected_on) {
        (false, _) => Verdict::Record(Record::Connection(Box::new(connection))),
        (true, Some(_)) => Verdict::Skip(SkipReason::HiddenConnection, Some(Record::Connection(Box::new(connection)))),
        (true, None) if connection.company.is_none() && connection.position.is_none() => {
            Verdict::Skip(SkipReason::EmptyRow, None)
        }
        (true, None) => return Err(item.bad(Field::FirstName as usize, "the row names nobody")),
    };
    Ok(verdict)
}

/// Bytes of an e-mail address, as mail itself limits them.
const EMAIL_LIMIT: usize = 254;

/// One @ with something on both sides and no blanks. Whether mail arrives there is not for an import to find out.
pub(super) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    text.len() <= EMAIL_LIMIT
        && !name.is_empty()
        && host.contains('.')
        && !host.contains('@')
        && !text.contains(char::is_whitespace)
}
