//! `rapport custom-audience`: whom LinkedIn shall show ads to, by what it knows of its members.

use clap::{Args, Subcommand};
use queries::queries::custom_audiences as sql;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    model::custom_audiences::{self as audiences, Targeting},
    values,
};

/// What can be done with custom audiences.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the custom audiences
    List,
    /// Shows whom one means
    Show {
        /// Its name or id
        name: String,
    },
    /// Adds one
    Add {
        /// Its name
        #[arg(value_parser = values::name)]
        name: String,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Changes one: what is said; a list that is said replaces the one that was there
    Change {
        /// Its name or id
        #[arg(value_name = "NAME")]
        audience: String,
        /// What it is to be called
        #[arg(long, value_name = "NEW NAME", value_parser = values::name)]
        name: Option<String>,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Deletes one; what was made of it at LinkedIn stays there
    Delete {
        /// Its name or id
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
    /// Prints one as LinkedIn's interface takes it, and the words that somebody has to look up
    Export {
        /// Its name or id
        name: String,
    },
}

/// What is said of an audience.  A word is as LinkedIn shows it, or an URN of LinkedIn's; one enough of each list.
#[derive(Debug, Args)]
pub struct Details {
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// Where they work
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    company: Vec<String>,
    /// As what
    #[arg(long, value_name = "TITLE", value_parser = values::name)]
    title: Vec<String>,
    /// In which function, such as Marketing
    #[arg(long, value_name = "FUNCTION", value_parser = values::name)]
    function: Vec<String>,
    /// On which level, such as Director
    #[arg(long, value_name = "LEVEL", value_parser = values::name)]
    seniority: Vec<String>,
    /// In which industry, such as "Software Development"
    #[arg(long, value_name = "INDUSTRY", value_parser = values::name)]
    industry: Vec<String>,
    /// In a company of which size, such as 51-200
    #[arg(long, value_name = "SIZE", value_parser = values::name)]
    size: Vec<String>,
    /// Where they live
    #[arg(long, value_name = "PLACE", value_parser = values::name)]
    location: Vec<String>,
    /// What they can do
    #[arg(long, value_name = "SKILL", value_parser = values::name)]
    skill: Vec<String>,
    /// Members whom LinkedIn says it would reach
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    reach: Option<i64>,
    /// What LinkedIn calls it, once it is made there
    #[arg(long, value_name = "ID", value_parser = values::name)]
    linkedin_id: Option<String>,
}

impl Details {
    /// What is said, by the columns' names; of the targeting what is not said is what was there.
    fn said(self, name: Option<&str>, before: Option<&Value>) -> Map<String, Value> {
        let lists = json!({
            "companies": self.company, "titles": self.title, "functions": self.function, "seniorities": self.seniority,
            "industries": self.industry, "sizes": self.size, "locations": self.location, "skills": self.skill,
        });
        let said = json!({
            "name": name, "description": self.description, "estimated_reach": self.reach, "linkedin_audience_id": self.linkedin_id,
        });
        let object = |value: Value| match value {
            Value::Object(object) => object,
            _ => Map::new(),
        };
        let mut lists = object(lists);
        lists.retain(|_, words| words.as_array().is_some_and(|words| !words.is_empty()));
        let mut said = object(said);
        said.retain(|_, value| !value.is_null());
        if !lists.is_empty() {
            let mut targeting = before.and_then(Value::as_object).cloned().unwrap_or_default();
            targeting.extend(lists);
            said.insert("targeting".to_owned(), Value::Object(targeting));
        }
        said
    }
}

const LIST: &[Column] = &[
    Column("name", "Audience", Format::Text),
    Column("who", "Whom it means", Format::Text),
    Column("estimated_reach", "Members", Format::Count),
    Column("linkedin_audience_id", "At LinkedIn", Format::Text),
];

const EMPTY: &str =
    "no custom audiences yet; rapport custom-audience add NAME --function Marketing --seniority Director makes one";

/// Runs `rapport custom-audience …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List => {
            let most = i64::from(u32::MAX);
            let rows = sql::custom_audience_items()
                .bind(&*tx, &None, &None::<&str>, &"name", &None, &false, &None::<&Value>, &most)
                .all()
                .await?;
            let row = |mut item: Value| {
                item["who"] = who(&item).into();
                item
            };
            let rows: Vec<Value> = rows.into_iter().map(|found| found.item).collect();
            let rows = if config.json { rows } else { rows.into_iter().map(row).collect() };
            output::print_rows(config.json, &rows, LIST, EMPTY)
        }
        Verb::Show { name } => {
            let (id, _) = find(&tx, &name).await?;
            show(config, &audiences::item(&tx, id).await?)
        }
        Verb::Add { name, details } => {
            let id = audiences::create(&tx, details.said(Some(&name), None)).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"custom_audience_id": id}));
            }
            eprintln!(
                "added the custom audience {name:?}; rapport custom-audience export {name:?} prints it for LinkedIn"
            );
            Ok(())
        }
        Verb::Change { audience, name, details } => {
            let (id, before) = find(&tx, &audience).await?;
            let item = audiences::item(&tx, id).await?;
            let said = details.said(name.as_deref(), Some(&item["targeting"]));
            if said.is_empty() {
                return Err(Error::invalid(
                    "nothing is said that should change; rapport custom-audience change --help lists what can be",
                ));
            }
            let name = audiences::change(&tx, id, said).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"custom_audience_id": id, "name": name}));
            }
            eprintln!("changed the custom audience {name:?}{}", words::renamed(&before, &name));
            Ok(())
        }
        Verb::Delete { name, confirm } => {
            let (id, name) = find(&tx, &name).await?;
            if !words::is_confirmed(&name, confirm.as_deref()) {
                return Err(Error::invalid(format!(
                    "this deletes the custom audience {name:?}, for good; what was made of it at LinkedIn stays there; to do it: rapport custom-audience delete {name:?} --confirm {name:?}"
                )));
            }
            audiences::delete(&tx, id).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"custom_audience_id": id, "deleted": true}));
            }
            eprintln!("deleted the custom audience {name:?}");
            Ok(())
        }
        Verb::Export { name } => {
            let (id, _) = find(&tx, &name).await?;
            let told = audiences::definition(&tx, id).await?;
            output::print_json(&told)?;
            let words: Vec<&str> = told.to_look_up.values().flatten().map(String::as_str).collect();
            if !words.is_empty() {
                eprintln!(
                    "to be looked up in Campaign Manager, since nobody here knows LinkedIn's numbers of them: {}",
                    words.join(", ")
                );
            }
            Ok(())
        }
    }
}

/// The id and the name of an audience by its name or id.
async fn find(tx: &TenantTx, name: &str) -> Result<(Uuid, String), Error> {
    if let Some(found) = sql::custom_audience_by_name().bind(&**tx, &name.trim()).opt().await? {
        return Ok((found.id, found.name));
    }
    let names = sql::custom_audience_names().bind(&**tx).all().await?;
    let list = if names.is_empty() { EMPTY } else { "rapport custom-audience list shows all" };
    Err(words::unknown("custom audience", name, &names, list))
}

/// Whom an audience means, in a line.
fn who(item: &Value) -> String {
    let targeting: Option<Targeting<String>> = serde_json::from_value(item["targeting"].clone()).ok();
    let lists = targeting.iter().flat_map(Targeting::lists).map(|(_, _, words)| words.join(" or "));
    lists.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
}

fn show(config: &Config, item: &Value) -> Result<(), Error> {
    if config.json {
        return output::print_json(item);
    }
    let list = |key: &str| {
        let words = item["targeting"][key].as_array().into_iter().flatten().filter_map(Value::as_str);
        words.collect::<Vec<_>>().join(", ")
    };
    words::print_fields(&[
        ("Audience", words::text(&item["name"])),
        ("Id", words::text(&item["id"])),
        ("Description", words::text(&item["description"])),
        ("Companies", list("companies")),
        ("Titles", list("titles")),
        ("Functions", list("functions")),
        ("Levels", list("seniorities")),
        ("Industries", list("industries")),
        ("Sizes", list("sizes")),
        ("Places", list("locations")),
        ("Skills", list("skills")),
        ("Members", item["estimated_reach"].as_f64().map(output::count).unwrap_or_default()),
        ("At LinkedIn", words::text(&item["linkedin_audience_id"])),
    ])
}
