//! `rapport company`: where the people who engaged work.

use clap::Subcommand;
use queries::queries::{companies as sql, persons};
use serde_json::json;

use crate::{
    cli::{
        output::{self, Column, Format},
        person,
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
};

/// What can be done with companies.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists companies, those whose people engaged most first
    List {
        /// How many
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Shows one company: its people and the personas that they cover
    Show {
        /// The company's name or id
        name: String,
        /// How many people to show
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
}

const LIST: &[Column] = &[
    Column("company_id", "Id", Format::Text),
    Column("name", "Company", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("people", "People", Format::Count),
    Column("engaged_people", "Engaged", Format::Count),
    Column("targets", "In personas", Format::Count),
    Column("personas", "Personas", Format::Count),
    Column("last_engaged_on", "Last engaged", Format::Text),
    Column("size_band", "Size", Format::Text),
];

const PERSONAS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("people", "People", Format::Bar),
    Column("average_score", "Match", Format::Score),
];

/// Runs `rapport company …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { limit } => {
            let mut rows = sql::company_rows().bind(&*tx, &None, &(i64::from(limit) + 1)).all().await?;
            let more = rows.len() > limit as usize;
            rows.truncate(limit as usize);
            let empty = "no companies yet; they come with the people: rapport import FILE";
            output::print_rows(config.json, &rows, LIST, empty)?;
            if more {
                eprintln!("there are more; --limit shows them");
            }
            Ok(())
        }
        Verb::Show { name, limit } => show(config, &tx, &name, limit).await,
    }
}

/// A company by its name or id, whatever the case, the accents and the legal form.
///
/// # Errors
/// [`Error::NotFound`] with companies of similar names.
pub async fn find(tx: &TenantTx, name: &str) -> Result<sql::CompanyByName, Error> {
    if let Some(found) = sql::company_by_name().bind(&**tx, &name).opt().await? {
        return Ok(found);
    }
    let similar = sql::companies_like_name().bind(&**tx, &name).all().await?;
    Err(Error::NotFound(if similar.is_empty() {
        format!("there is no company {name:?}; rapport company list shows them")
    } else {
        format!("there is no company {name:?}; did you mean one of these? {}", similar.join(", "))
    }))
}

async fn show(config: &Config, tx: &TenantTx, name: &str, limit: u32) -> Result<(), Error> {
    let found = find(tx, name).await?;
    let company = sql::company_details().bind(&**tx, &found.id).one().await?;
    let summary = sql::company_rows().bind(&**tx, &Some(found.id), &1).one().await?;
    let personas = sql::company_personas().bind(&**tx, &found.id).all().await?;
    let people = persons::person_rows()
        .bind(
            &**tx,
            &None,
            &Some(found.name_key.as_str()),
            &None::<&str>,
            &None::<&str>,
            &None,
            &None,
            &None::<&str>,
            &false,
            &i64::from(limit),
        )
        .all()
        .await?;
    if config.json {
        return output::print_json(
            &json!({"company": company, "summary": summary, "personas": personas, "people": people}),
        );
    }
    let number = |key: &str| summary[key].as_f64().unwrap_or_default();
    let field = |key: &str| words::text(&company[key]);
    words::print_fields(&[
        ("Company", format!("{} ({})", field("name"), found.id)),
        ("Industry", field("industry")),
        ("Size", field("size_band")),
        ("Country", field("country")),
        ("Page", field("linkedin_url")),
        (
            "People",
            format!("{}, {} of them engaged", output::count(number("people")), output::count(number("engaged_people"))),
        ),
        ("Engagements", output::count(number("engagements"))),
        ("Last engaged", words::day(&summary["last_engaged_on"])),
    ])?;
    words::print_section("Personas", &personas, PERSONAS)?;
    let columns: Vec<Column> = person::PEOPLE.iter().filter(|column| column.0 != "company").copied().collect();
    words::print_section("People", &person::readable(people), &columns)?;
    if number("people") > f64::from(limit) {
        eprintln!("there are more; --limit shows them");
    }
    Ok(())
}
