//! Which actor at Apify does it, as it is named by hand.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::Value;

use crate::{
    apify::actors::Subject,
    error::Error,
    model::jobs::actor::{Chosen, must_map},
};

/// An actor, as it is named by hand.
#[derive(Debug, Args)]
pub struct Named {
    /// The actor, by its name in Apify's store or its owner's [default: harvestapi's]; one that Rapport does not know needs
    /// --actor-input
    #[arg(long, value_name = "ACTOR")]
    actor: Option<String>,
    /// A file with JSON that the actor is given beside what Rapport tells it; for an actor that it does not know, its whole
    /// input, in which "{urls}", "{url}" and "{max}" stand for the addresses, one of them, and the most items
    #[arg(long, value_name = "FILE")]
    actor_input: Option<PathBuf>,
    /// A file with JSON that says where in the actor's items each field is, for items that look like no known actor's:
    /// {"name": "member/fullName", …}
    #[arg(long, value_name = "FILE")]
    actor_fields: Option<PathBuf>,
}

impl Named {
    /// The actor, and what was said about it.
    ///
    /// # Errors
    /// [`Error::Invalid`], which says what is wrong in which file.
    pub fn choose(&self, subject: Subject) -> Result<Chosen<'_>, Error> {
        let input = self.actor_input.as_deref().map(object).transpose()?.unwrap_or_default();
        let fields = self.actor_fields.as_deref().map(object).transpose()?.unwrap_or_default();
        if let Some(file) = &self.actor_fields {
            must_map(subject, &fields).map_err(|error| Error::invalid(format!("{}: {error}", file.display())))?;
        }
        Chosen::new(subject, self.actor.as_deref(), input, fields)
    }
}

/// The object in a file.
fn object(file: &Path) -> Result<Value, Error> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Error::invalid(format!("cannot read {}: {error}", file.display())))?;
    let value: Value =
        serde_json::from_str(&text).map_err(|error| Error::invalid(format!("{}: {error}", file.display())))?;
    if !value.is_object() {
        return Err(Error::invalid(format!("{} holds no JSON object", file.display())));
    }
    Ok(value)
}
