//! A persona in a file: TOML for people, JSON for programs.  What the criteria may say is the database's to check.

use std::{io::Read as _, path::Path};

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{error::Error, values};

/// What a file says of a persona.  An edit leaves as it is what the file does not say; criteria are one thing, so that one
/// that is taken out of the file is taken out of the persona.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaFile {
    /// The name.
    pub name: Option<String>,
    /// What kind of buyer it means.
    pub description: Option<String>,
    /// Its colour in pictures, as #rrggbb.
    #[serde(alias = "color")]
    pub colour: Option<String>,
    /// The score from which a person matches.
    pub threshold: Option<f64>,
    /// Whether people are matched to it.
    pub active: Option<bool>,
    /// One object with a key for each stated criterion.
    pub criteria: Option<Value>,
}

impl PersonaFile {
    /// Reads a file; `-` is stdin.
    ///
    /// # Errors
    /// [`Error::Invalid`], with the line where the file is not well-formed.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let shown = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
        let wrong =
            |error: &dyn std::fmt::Display| Error::invalid(format!("{shown}: {}", error.to_string().trim_end()));
        let text = if path == Path::new("-") {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map(|_| text)
        } else {
            std::fs::read_to_string(path)
        };
        let text = text.map_err(|error| wrong(&error))?;
        let text = text.trim_start_matches('\u{feff}');
        // No TOML begins with a brace, and every JSON object does.
        let file: Self = if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map_err(|error| wrong(&error))?
        } else {
            toml::from_str(text).map_err(|error| wrong(&error))?
        };
        if file == Self::default() {
            return Err(wrong(&"this says nothing of a persona; rapport persona template shows what it may say"));
        }
        if file.threshold.is_some_and(|threshold| threshold <= 0.0 || values::share(&threshold.to_string()).is_err()) {
            return Err(wrong(&"the threshold must be above 0 and at most 1, with at most two decimals, such as 0.60"));
        }
        if let Some(Err(error)) = file.name.as_deref().map(values::name) {
            return Err(wrong(&format!("the name: {error}")));
        }
        if let Some(Err(error)) = file.colour.as_deref().map(values::colour) {
            return Err(wrong(&error));
        }
        Ok(file)
    }

    /// The name, without which there is no new persona.
    ///
    /// # Errors
    /// [`Error::Invalid`], when there is none.
    pub fn of_new(&self) -> Result<&str, Error> {
        let name = self.name.as_deref().map(str::trim);
        name.ok_or_else(|| Error::invalid("a persona needs a name, such as: name = \"Marketing leaders\""))
    }

    /// What it says, by the names of the columns.
    #[must_use]
    pub fn said(&self) -> Map<String, Value> {
        let said = json!({
            "name": self.name.as_deref().map(str::trim), "description": self.description, "colour": self.colour,
            "threshold": self.threshold(), "is_active": self.active, "criteria": self.criteria,
        });
        let Value::Object(mut said) = said else { return Map::new() };
        said.retain(|_, value| !value.is_null());
        said
    }

    /// The threshold as the database reads it.
    #[must_use]
    pub fn threshold(&self) -> Option<String> {
        self.threshold.map(|threshold| threshold.to_string())
    }
}

/// A persona as a file says it.
#[must_use]
pub fn of(persona: &Value) -> Value {
    let mut file = json!({
        "name": persona["name"],
        "description": persona["description"],
        "colour": persona["colour"],
        "threshold": persona["threshold"],
        "active": persona["is_active"],
        "criteria": persona["criteria"],
    });
    if let Some(fields) = file.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    file
}

/// A file as TOML, ready to be changed.
///
/// # Errors
/// When its criteria cannot be written as TOML, which has no null.
pub fn to_toml(file: &Value) -> Result<String, Error> {
    toml::to_string(file).map_err(|error| Error::Internal(error.into()))
}

/// What to start from, as JSON, which has no comments.
///
/// # Errors
/// Never: a test reads the template.
pub fn template() -> Result<Value, Error> {
    toml::from_str(TEMPLATE).map_err(|error| Error::Internal(error.into()))
}

/// What to start from.
pub const TEMPLATE: &str = r##"# A persona: the description of a kind of buyer.
#   rapport persona preview FILE      says how many people match, and changes nothing
#   rapport persona add FILE          adds it
#   rapport persona edit NAME FILE    changes one: criteria are replaced as a whole, and what the file does not say stays

name = "My buyers"
description = "Own budget and brand: heads of marketing, CMOs, marketing directors."
colour = "#b8442e"
# A person matches from this score on: the weights of the criteria that are met, divided by the weights of all stated ones.
threshold = 0.60
# Nobody is matched to an inactive persona.
active = true

# State one criterion or more.  Each may have a weight (1 to 1000; 1 if not said) and a mode: "score" (if not said) only
# adds to the score, "required" must not be missed.  Whom an exclude meets is out, whatever the score.

[criteria.title]
# Whole words and phrases of the title, in singular or plural.
include = ["marketing", "brand", "growth", "cmo"]
exclude = ["student", "recruiter"]
weight = 2

[criteria.seniority]
# owner, partner, cxo, vp, director, manager, senior, individual, entry, training, unpaid
any = ["director", "vp", "cxo"]
weight = 3
mode = "required"

[criteria.function]
# marketing, sales, engineering, finance, …: LinkedIn's job functions; a wrong one is refused with the list of all
any = ["marketing"]
weight = 3

# [criteria.industry]
# any = ["Software Development", "Technology, Information and Media"]

# [criteria.company_size]
# 1, 2-10, 11-50, 51-200, 201-500, 501-1000, 1001-5000, 5001-10000, 10001+
# any = ["51-200", "201-500"]

# [criteria.location]
# Countries by code or name, regions and cities.
# any = ["DE", "Northern Europe", "Berlin"]

# [criteria.engagement]
# A like counts 1, another reaction 2, a comment 5, a share 8, a follow 6, a click 1, unless your weights say otherwise.
# min_score = 10
# window_days = 90

# [criteria.follower]
# is = true

# [criteria.company]
# include = ["Acme"]
# exclude = ["Globex"]
"##;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_a_persona() {
        let file: PersonaFile = toml::from_str(TEMPLATE).unwrap();
        assert_eq!(file.name.as_deref(), Some("My buyers"));
        assert_eq!(file.threshold().as_deref(), Some("0.6"));
        assert_eq!(file.criteria.unwrap()["seniority"]["mode"], "required");
    }

    #[test]
    fn every_criterion_of_the_template_reads_without_its_comment_sign() {
        let whole: String = TEMPLATE
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.starts_with('[') || rest.contains(" = ") => format!("{rest}\n"),
                _ => format!("{line}\n"),
            })
            .collect();
        let file: PersonaFile = toml::from_str(&whole).unwrap();
        assert_eq!(file.criteria.unwrap().as_object().unwrap().len(), 9);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let persona = json!({
            "name": "A \"quoted\" name", "description": null, "colour": "#b8442e", "threshold": 0.6, "is_active": false,
            "criteria": {"title": {"include": ["vp"], "weight": 2}, "follower": {"is": true}},
        });
        let file: PersonaFile = toml::from_str(&to_toml(&of(&persona)).unwrap()).unwrap();
        assert_eq!(file.name.as_deref(), Some("A \"quoted\" name"));
        assert_eq!(file.active, Some(false));
        assert_eq!(file.criteria.unwrap(), persona["criteria"]);
    }
}
