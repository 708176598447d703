//! Which actor at Apify does it, what it is told, and how its items are read: the same for a scrape and an enrichment.

use serde_json::Value;

use crate::{
    apify::actors::{Actor, Subject},
    error::Error,
    import::Mapping,
};

/// An actor that is ready to be asked.
pub struct Chosen<'a> {
    /// The actor.
    pub actor: Actor<'a>,
    /// What else it is told, as a job's input keeps it.
    pub input: Value,
    /// Where its items have their fields, as a job's input keeps it.
    pub fields: Value,
}

impl<'a> Chosen<'a> {
    /// The actor of a name, or the usual one, with what else it is told and where its items have their fields: objects, or null.
    ///
    /// # Errors
    /// [`Error::Invalid`], which says what is wrong.
    pub fn new(subject: Subject, name: Option<&'a str>, input: Value, fields: Value) -> Result<Self, Error> {
        if let Some(name) = secret(&input) {
            return Err(Error::invalid(format!(
                "{name:?} looks like a session or a key, and what a job is asked for is not sealed; start such an actor at Apify, \
                 and take in what it finds: rapport import --apify-run ID"
            )));
        }
        must_map(subject, &fields)?;
        let actor = Actor::find(subject, name, &input)?;
        Ok(Self { actor, input, fields })
    }
}

/// Refuses what does not say where an actor's items have their fields: an object of the subject's fields, or null.
///
/// # Errors
/// [`Error::Invalid`], which says what is wrong.
pub fn must_map(subject: Subject, fields: &Value) -> Result<(), Error> {
    if fields.is_null() {
        return Ok(());
    }
    Mapping::read(subject.format(), fields).map_err(Error::invalid)?;
    Ok(())
}

/// The name under which an input holds what nobody else should see, as far as names and values tell.
fn secret(input: &Value) -> Option<String> {
    match input {
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let word = name.to_lowercase();
            let is_named = [
                "cookie",
                "li_at",
                "jsessionid",
                "passw",
                "token",
                "secret",
                "authorization",
                "api_key",
                "apikey",
                "api-key",
                "credential",
            ]
            .iter()
            .any(|mark| word.contains(mark));
            let is_told = match value {
                Value::String(text) => !text.is_empty(),
                Value::Array(list) => !list.is_empty(),
                Value::Object(fields) => !fields.is_empty(),
                _ => false,
            };
            if is_named && is_told { Some(name.clone()) } else { secret(value).map(|_| name.clone()) }
        }),
        Value::Array(list) => list.iter().find_map(secret),
        Value::String(text) => {
            let is_one = text.starts_with("AQED")
                || ["li_at=", "apify_api_", "JSESSIONID=", "Bearer "].iter().any(|mark| text.contains(mark));
            is_one.then(String::new)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_looks_like_a_session_or_a_key_is_seen_wherever_it_is() {
        for (input, name) in [
            (json!({"cookie": [{"name": "x", "value": "y"}]}), "cookie"),
            (json!({"sessionCookies": "x"}), "sessionCookies"),
            (json!({"a": {"apiToken": "x"}}), "a"),
            (json!({"headers": ["Cookie: li_at=x"]}), "headers"),
            (json!({"session": "AQEDx"}), "session"),
        ] {
            assert_eq!(secret(&input).as_deref(), Some(name), "{input}");
        }
        for input in [
            json!({"useCookies": false, "maxTokens": 10, "cookies": [], "password": ""}),
            json!({"urls": "{urls}", "profiles": ["https://www.linkedin.com/in/waqed-x"], "keywords": "token ring"}),
        ] {
            assert_eq!(secret(&input), None, "{input}");
        }
    }
}
