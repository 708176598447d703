//! Custom audiences: definitions of whom LinkedIn shall show ads to, by what it knows of its members.
//!
//! Unlike segments they hold nobody whom we know.  A team says them in words, and LinkedIn takes numbers: the definition that is
//! exported has those that are known, and names the words that somebody has to look up, so that none is left out unnoticed.

use std::collections::{BTreeMap, HashMap};

use queries::queries::custom_audiences as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    db::TenantTx,
    error::Error,
    linkedin::facets::{FUNCTIONS, SENIORITIES, number, size},
};

/// Words of one kind.
pub const MOST_WORDS: usize = 200;

/// Whom an audience means: of each list one is enough, and of all lists that say anything. A word is as LinkedIn shows it, or an
/// URN of LinkedIn's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Targeting<T> {
    /// Where they work.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub companies: Vec<T>,
    /// As what.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub titles: Vec<T>,
    /// In which function, such as Marketing.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub functions: Vec<T>,
    /// On which level, such as Director.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub seniorities: Vec<T>,
    /// In which industry, such as Software Development.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub industries: Vec<T>,
    /// In a company of which size, such as 51-200.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub sizes: Vec<T>,
    /// Where they live.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub locations: Vec<T>,
    /// What they can do.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub skills: Vec<T>,
}

impl<T> Targeting<T> {
    /// Every list, with its key and LinkedIn's word for it.
    #[must_use]
    pub const fn lists(&self) -> [(&'static str, &'static str, &Vec<T>); 8] {
        [
            ("companies", "employers", &self.companies),
            ("titles", "titles", &self.titles),
            ("functions", "jobFunctions", &self.functions),
            ("seniorities", "seniorities", &self.seniorities),
            ("industries", "industries", &self.industries),
            ("sizes", "staffCountRanges", &self.sizes),
            ("locations", "profileLocations", &self.locations),
            ("skills", "skills", &self.skills),
        ]
    }
}

/// An audience as LinkedIn's interface takes it, as far as its numbers are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AudienceDefinition {
    /// What the audience is called.
    pub name: String,
    /// The targeting of a campaign of LinkedIn's.
    #[serde(rename = "targetingCriteria")]
    pub criteria: TargetingCriteria,
    /// Words whose numbers nobody here knows, by LinkedIn's facets: without them the audience is another one. Campaign Manager finds
    /// them by their names.
    pub to_look_up: BTreeMap<String, Vec<String>>,
}

/// Whom a campaign of LinkedIn's is shown to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TargetingCriteria {
    include: TargetingInclude,
}

/// What all must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TargetingInclude {
    and: Vec<TargetingChoice>,
}

/// What of one is enough: URNs by the URN of their facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TargetingChoice {
    or: BTreeMap<String, Vec<String>>,
}

/// Makes an audience; its id.
///
/// # Errors
/// [`Error::Conflict`] when there is one of this name, and [`Error::Invalid`] for what the database refuses.
pub async fn create(tx: &TenantTx, said: Map<String, Value>) -> Result<Uuid, Error> {
    must_be_bounded(&said)?;
    Ok(sql::create_custom_audience().bind(&**tx, &Value::Object(said)).one().await?)
}

/// Changes what is said; the audience's name from now on.
///
/// # Errors
/// [`Error::NotFound`], and as [`create`].
pub async fn change(tx: &TenantTx, audience: Uuid, said: Map<String, Value>) -> Result<String, Error> {
    must_be_bounded(&said)?;
    sql::change_custom_audience().bind(&**tx, &audience, &Value::Object(said)).opt().await?.ok_or_else(no_audience)
}

/// Deletes an audience; one that was made at LinkedIn stays there.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn delete(tx: &TenantTx, audience: Uuid) -> Result<(), Error> {
    match sql::delete_custom_audience().bind(&**tx, &audience).await? {
        0 => Err(no_audience()),
        _ => Ok(()),
    }
}

/// What is said of an audience that there is not, or that is another tenant's.
#[must_use]
pub fn no_audience() -> Error {
    Error::NotFound("there is no such custom audience".to_owned())
}

/// An audience, by the names of the API.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn item(tx: &TenantTx, audience: Uuid) -> Result<Value, Error> {
    let row = sql::custom_audience_items()
        .bind(&**tx, &Some(audience), &None::<&str>, &"name", &None, &false, &None::<&Value>, &1)
        .opt()
        .await?;
    Ok(row.ok_or_else(no_audience)?.item)
}

fn must_be_bounded(said: &Map<String, Value>) -> Result<(), Error> {
    for (key, words) in said.get("targeting").and_then(Value::as_object).into_iter().flatten() {
        if words.as_array().is_some_and(|words| words.len() > MOST_WORDS) {
            return Err(Error::Invalid(format!("{key} holds at most {MOST_WORDS} words")));
        }
    }
    Ok(())
}

/// The definition of an audience for LinkedIn.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn definition(tx: &TenantTx, audience: Uuid) -> Result<AudienceDefinition, Error> {
    let item = item(tx, audience).await?;
    let name = item["name"].as_str().unwrap_or_default().to_owned();
    let targeting: Targeting<String> =
        serde_json::from_value(item["targeting"].clone()).map_err(|error| Error::Internal(error.into()))?;
    let folded = |words: &[String]| words.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let rows = sql::industry_codes().bind(&**tx, &folded(&targeting.industries)).all().await?;
    let industries: HashMap<_, _> = rows.into_iter().map(|row| (row.word, row.code.to_string())).collect();
    let rows = sql::organization_ids().bind(&**tx, &folded(&targeting.companies)).all().await?;
    let companies: HashMap<_, _> = rows.into_iter().map(|row| (row.word, row.linkedin_id)).collect();
    Ok(defined(name, &targeting, &Known { industries, companies }))
}

/// Numbers of LinkedIn's that the database knows, by words in small letters.
struct Known {
    industries: HashMap<String, String>,
    companies: HashMap<String, String>,
}

fn defined(name: String, targeting: &Targeting<String>, known: &Known) -> AudienceDefinition {
    let (mut and, mut to_look_up) = (Vec::new(), BTreeMap::new());
    for (key, facet, words) in targeting.lists() {
        let facet = format!("urn:li:adTargetingFacet:{facet}");
        let (mut urns, mut others): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for word in words {
            let found = urn(key, word, known);
            let (list, one) = found.map_or((&mut others, word.clone()), |urn| (&mut urns, urn));
            if !list.contains(&one) {
                list.push(one);
            }
        }
        if !urns.is_empty() {
            and.push(TargetingChoice { or: BTreeMap::from([(facet.clone(), urns)]) });
        }
        if !others.is_empty() {
            to_look_up.insert(facet, others);
        }
    }
    AudienceDefinition { name, criteria: TargetingCriteria { include: TargetingInclude { and } }, to_look_up }
}

/// What LinkedIn calls a word of a list.
fn urn(key: &str, word: &str, known: &Known) -> Option<String> {
    if word.starts_with("urn:li:") {
        return Some(word.to_owned());
    }
    let folded = word.to_lowercase();
    match key {
        "companies" => known.companies.get(&folded).map(|id| format!("urn:li:organization:{id}")),
        "industries" => known.industries.get(&folded).map(|code| format!("urn:li:industry:{code}")),
        "functions" => number(&FUNCTIONS, word).map(|number| format!("urn:li:function:{number}")),
        "seniorities" => number(&SENIORITIES, word).map(|number| format!("urn:li:seniority:{number}")),
        "sizes" => size(word).map(|(from, to)| format!("urn:li:staffCountRange:({from},{to})")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_definition_has_every_word_once_as_a_number_or_to_be_looked_up() {
        let targeting = json!({
            "companies": ["ACME", "Nobody"], "titles": ["Head of Marketing", "urn:li:title:100"], "functions": ["marketing", "Marketing"],
            "seniorities": ["VP", "emperor"], "industries": ["software development"], "sizes": ["51-200", "10001+"], "skills": ["Rust"],
        });
        let targeting: Targeting<String> = serde_json::from_value(targeting).unwrap();
        let known = Known {
            industries: HashMap::from([("software development".to_owned(), "4".to_owned())]),
            companies: HashMap::from([("acme".to_owned(), "77".to_owned())]),
        };
        let told = serde_json::to_value(defined("A".to_owned(), &targeting, &known)).unwrap();
        let and = json!([
            {"or": {"urn:li:adTargetingFacet:employers": ["urn:li:organization:77"]}},
            {"or": {"urn:li:adTargetingFacet:titles": ["urn:li:title:100"]}},
            {"or": {"urn:li:adTargetingFacet:jobFunctions": ["urn:li:function:15"]}},
            {"or": {"urn:li:adTargetingFacet:seniorities": ["urn:li:seniority:7"]}},
            {"or": {"urn:li:adTargetingFacet:industries": ["urn:li:industry:4"]}},
            {"or": {"urn:li:adTargetingFacet:staffCountRanges":
                ["urn:li:staffCountRange:(51,200)", "urn:li:staffCountRange:(10001,2147483647)"]}},
        ]);
        assert_eq!(told["targetingCriteria"], json!({"include": {"and": and}}));
        let left = json!({
            "urn:li:adTargetingFacet:employers": ["Nobody"], "urn:li:adTargetingFacet:titles": ["Head of Marketing"],
            "urn:li:adTargetingFacet:seniorities": ["emperor"], "urn:li:adTargetingFacet:skills": ["Rust"],
        });
        assert_eq!(told["to_look_up"], left);
    }
}
