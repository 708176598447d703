//! `rapport persona`: whom the campaigns are meant for.

use std::path::PathBuf;

use clap::Subcommand;
use queries::queries::personas as sql;
use serde_json::{Value, json};
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
    model::personas,
};

use file::PersonaFile;

pub mod file;

/// What can be done with personas.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the personas and how many people match each
    List,
    /// Shows one persona: its criteria, its numbers and the people who match it best, with the reasons
    Show {
        /// The persona's name or id
        name: String,
        /// How many people to show
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Prints a file to start from: a commented example, or a persona as it is
    Template {
        /// The persona's name or id
        name: Option<String>,
    },
    /// Adds a persona and matches everybody to it
    Add {
        /// A TOML or JSON file; - reads stdin; rapport persona template prints one
        file: PathBuf,
    },
    /// Changes a persona and matches everybody to it again; criteria are replaced as a whole, the rest only where said
    Edit {
        /// The persona's name or id
        name: String,
        /// A TOML or JSON file; - reads stdin; rapport persona template NAME prints the persona as it is
        file: PathBuf,
    },
    /// Says whom a persona would match, and changes nothing
    #[command(allow_missing_positional = true)]
    Preview {
        /// The persona that the file would change [default: the file is a new one]
        name: Option<String>,
        /// A TOML or JSON file; - reads stdin
        file: PathBuf,
    },
    /// Matches people to a persona that was inactive
    Activate {
        /// The persona's name or id
        name: String,
    },
    /// Keeps a persona, but matches nobody to it
    Deactivate {
        /// The persona's name or id
        name: String,
    },
    /// Deletes a persona with its targets and their history, for good
    Delete {
        /// The persona's name or id
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
}

const LIST: &[Column] = &[
    Column("name", "Persona", Format::Text),
    Column("people", "People", Format::Bar),
    Column("average_score", "Match", Format::Score),
    Column("average_confidence", "Confidence", Format::Score),
    Column("pinned", "Pinned", Format::Count),
    Column("excluded", "Excluded", Format::Count),
    Column("is_active", "Active", Format::Text),
];

const CRITERIA: &[Column] = &[
    Column("criterion", "Criterion", Format::Text),
    Column("says", "What it asks for", Format::Text),
    Column("weight", "Weight", Format::Count),
    Column("mode", "Mode", Format::Text),
];

const PEOPLE: &[Column] = &[
    Column("person_id", "Id", Format::Text),
    Column("name", "Name", Format::Text),
    Column("title", "Title", Format::Text),
    Column("match_score", "Match", Format::Score),
    Column("words", "Why", Format::Text),
    Column("engagement_score", "Weighted", Format::Count),
];

const NONE: &str = "rapport persona add FILE adds one, and rapport persona template prints a file to start from";

/// Runs `rapport persona …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    // Neither the example nor a file that cannot be read needs a database.
    let file = match &verb {
        Verb::Template { name: None } if config.json => return output::print_json(&file::template()?),
        Verb::Template { name: None } => return output::print_text(file::TEMPLATE.trim_end()),
        Verb::Add { file } | Verb::Edit { file, .. } | Verb::Preview { file, .. } => PersonaFile::read(file)?,
        Verb::Activate { .. } => PersonaFile { active: Some(true), ..PersonaFile::default() },
        Verb::Deactivate { .. } => PersonaFile { active: Some(false), ..PersonaFile::default() },
        _ => PersonaFile::default(),
    };
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    if let Some(criteria) = &file.criteria {
        for hint in sql::criteria_hints().bind(&*tx, criteria).all().await? {
            eprintln!("note: {hint}");
        }
    }
    match verb {
        Verb::List => {
            let rows = sql::persona_rows().bind(&*tx, &None).all().await?;
            output::print_rows(config.json, &rows, LIST, &format!("no personas yet; {NONE}"))
        }
        Verb::Show { name, limit } => show(config, &tx, &name, limit).await,
        Verb::Template { name } => {
            let (id, _) = find(&tx, &name.unwrap_or_default()).await?;
            let file = file::of(&sql::persona_details().bind(&*tx, &id).one().await?);
            if config.json { output::print_json(&file) } else { output::print_text(file::to_toml(&file)?.trim_end()) }
        }
        Verb::Add { .. } => add(config, &session, tx, &file).await,
        Verb::Edit { name, .. } | Verb::Activate { name } | Verb::Deactivate { name } => {
            let (id, _) = find(&tx, &name).await?;
            change(config, &session, tx, id, &file).await
        }
        Verb::Preview { name, .. } => {
            let chosen = match name {
                Some(name) => Some(find(&tx, &name).await?.0),
                None => None,
            };
            preview(config, &tx, chosen, &file).await
        }
        Verb::Delete { name, confirm } => delete(config, &session, tx, &name, confirm.as_deref()).await,
    }
}

/// The id and the name of a persona by its name or id.
///
/// # Errors
/// [`Error::NotFound`], with the names that there are.
pub async fn find(tx: &TenantTx, name: &str) -> Result<(Uuid, String), Error> {
    if let Some(found) = sql::persona_by_name().bind(&**tx, &name).opt().await? {
        return Ok((found.id, found.name));
    }
    let names = sql::persona_names().bind(&**tx).all().await?;
    Err(words::unknown("persona", name, &names, if names.is_empty() { NONE } else { "rapport persona list shows all" }))
}

async fn show(config: &Config, tx: &TenantTx, name: &str, limit: u32) -> Result<(), Error> {
    let (id, _) = find(tx, name).await?;
    let persona = sql::persona_details().bind(&**tx, &id).one().await?;
    let counts = sql::persona_rows().bind(&**tx, &Some(id)).one().await?;
    let days = sql::persona_days().bind(&**tx, &id).all().await?;
    let histogram = sql::persona_scores().bind(&**tx, &id).one().await?;
    let people = sql::persona_people().bind(&**tx, &id, &i64::from(limit)).all().await?;
    if config.json {
        return output::print_json(
            &json!({"persona": persona, "counts": counts, "days": days, "histogram": histogram, "people": people}),
        );
    }
    let daily = words::numbers(&days, "engagements");
    let found = counts["people"].as_f64().unwrap_or_default();
    words::print_fields(&[
        ("Persona", words::text(&persona["name"])),
        ("About", words::text(&persona["description"])),
        ("Active", words::text(&persona["is_active"])),
        ("People", people_in_words(&counts)),
        ("Average", averages_in_words(&counts)),
        (
            "30 days",
            format!(
                "{}  {}",
                output::sparkline(&daily),
                words::counted(daily.iter().sum(), "engagement", "engagements")
            ),
        ),
    ])?;
    let heading = format!("Criteria: a score of {} or more matches", words::score(&persona["threshold"]));
    words::print_section(&heading, &criteria_rows(&persona["criteria"]), CRITERIA)?;
    if found > 0.0 {
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many people")]
        let bins: Vec<f64> = histogram.iter().map(|people| *people as f64).collect();
        let bins: Vec<Value> =
            words::histogram(&bins).into_iter().filter(|row| row["people"].as_f64() > Some(0.0)).collect();
        words::print_section("Scores of its people", &bins, words::HISTOGRAM)?;
        words::print_section("Best matches", &why(people), PEOPLE)?;
        if found > f64::from(limit) {
            let name = words::text(&persona["name"]);
            eprintln!("rapport person list --persona {name:?} lists more of them, by engagement");
        }
    } else {
        eprintln!("nobody matches; rapport person list --search WORD shows what people write in their headlines");
    }
    Ok(())
}

fn people_in_words(counts: &Value) -> String {
    let number = |key: &str| counts[key].as_f64().unwrap_or_default();
    let mut words = output::count(number("people"));
    for key in ["pinned", "excluded"] {
        if number(key) > 0.0 {
            words.extend([", ", &output::count(number(key)), " ", key, " by hand"]);
        }
    }
    words
}

fn averages_in_words(counts: &Value) -> String {
    if counts["average_score"].is_null() {
        return String::new();
    }
    format!(
        "score {}, with {:.0} % of the asked facts known",
        words::score(&counts["average_score"]),
        100.0 * counts["average_confidence"].as_f64().unwrap_or_default()
    )
}

/// People with the reason of a pin before their receipt.
fn why(mut people: Vec<Value>) -> Vec<Value> {
    for person in &mut people {
        if person["pinned"] == true {
            let reason = person["reason"].as_str().map(|reason| format!(": {reason}")).unwrap_or_default();
            person["words"] = format!("pinned{reason}; {}", words::text(&person["words"])).into();
        }
    }
    people
}

/// Criteria as rows that read like sentences.
fn criteria_rows(criteria: &Value) -> Vec<Value> {
    let row = |stated: personas::Criterion| {
        let mode = if stated.is_required { "required" } else { "adds to the score" };
        json!({"criterion": stated.name.replace('_', " "), "says": stated.says, "weight": stated.weight, "mode": mode})
    };
    personas::criteria_in_words(criteria).into_iter().map(row).collect()
}

async fn add(config: &Config, session: &Session, tx: TenantTx, file: &PersonaFile) -> Result<(), Error> {
    let name = file.of_new()?;
    let (id, done) = personas::create(&tx, file.said()).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"persona_id": id, "name": name.trim(), "people": done.people}));
    }
    eprintln!("added persona {:?}: {}", name.trim(), matching(done.people));
    if file.active == Some(false) {
        eprintln!("it is inactive; rapport persona activate {:?} matches people to it", name.trim());
    } else if file.criteria.as_ref().is_none_or(|criteria| criteria == &json!({})) {
        eprintln!("it states no criteria, so only people who are pinned by hand belong to it");
    } else {
        eprintln!("next: rapport persona show {:?}", name.trim());
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "nobody has so many people")]
fn matching(people: i64) -> String {
    words::counted(people as f64, "person matches", "people match")
}

/// The criteria that a persona states and a file that states criteria does not: they go, and a user should know.
fn removed(before: &Value, file: &PersonaFile) -> Vec<String> {
    let Some(after) = &file.criteria else { return Vec::new() };
    let stated = before["criteria"].as_object().into_iter().flatten();
    stated.filter(|(name, _)| after[*name].is_null()).map(|(name, _)| name.replace('_', " ")).collect()
}

async fn change(config: &Config, session: &Session, tx: TenantTx, id: Uuid, file: &PersonaFile) -> Result<(), Error> {
    let before = sql::persona_details().bind(&*tx, &id).one().await?;
    let removed = removed(&before, file);
    let (name, done) = personas::change(&tx, id, file.said()).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(
            &json!({"persona_id": id, "name": name, "people": done.people, "entered": done.entered, "left": done.left}),
        );
    }
    let renamed = words::renamed(&words::text(&before["name"]), &name);
    eprintln!(
        "changed persona {name:?}{renamed}: {}, {} entered, {} left",
        matching(done.people),
        done.entered,
        done.left
    );
    if !removed.is_empty() {
        eprintln!("criteria that the file does not state are gone: {}", removed.join(", "));
    }
    Ok(())
}

async fn preview(config: &Config, tx: &TenantTx, chosen: Option<Uuid>, file: &PersonaFile) -> Result<(), Error> {
    // What adding would refuse is refused here.
    if chosen.is_none() {
        let name = file.of_new()?;
        if sql::persona_by_name().bind(&**tx, &name).opt().await?.is_some() {
            return Err(Error::Conflict(format!(
                "a persona {name:?} exists already; rapport persona preview {name:?} FILE compares with it"
            )));
        }
    }
    let before = match &chosen {
        Some(id) => sql::persona_details().bind(&**tx, id).one().await?,
        None => json!({"threshold": 0.60, "criteria": {}}),
    };
    let threshold = file.threshold().unwrap_or_else(|| words::text(&before["threshold"]));
    let criteria = file.criteria.as_ref().unwrap_or(&before["criteria"]);
    let found =
        sql::preview_persona().bind(&**tx, &tx.tenant().0, &chosen, criteria, &threshold.as_str()).one().await?;
    if config.json {
        return output::print_json(&found);
    }
    let number = |key: &str| found[key].as_f64().unwrap_or_default();
    words::print_fields(&[
        ("People", output::count(number("people"))),
        ("Entering", output::count(number("entering"))),
        ("Leaving", if chosen.is_some() { output::count(number("leaving")) } else { String::new() }),
        (
            "30 days",
            format!(
                "{} by {} of them",
                words::counted(number("engagements_30_days"), "engagement", "engagements"),
                output::count(number("engaged_people_30_days"))
            ),
        ),
    ])?;
    let bins: Vec<f64> = found["histogram"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let heading = format!(
        "Scores of those whom no exclude and no required criterion keeps out: {} or more matches",
        words::score(&json!(threshold.parse::<f64>().unwrap_or_default()))
    );
    let best: Vec<Value> = found["best"].as_array().cloned().unwrap_or_default();
    words::print_section(&heading, &words::histogram(&bins), words::HISTOGRAM)?;
    words::print_section("Best matches", &why(best), PEOPLE)?;
    let removed = removed(&before, file);
    if !removed.is_empty() {
        eprintln!("criteria that the file does not state would go: {}", removed.join(", "));
    }
    eprintln!("this was a preview: nothing was changed");
    Ok(())
}

async fn delete(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    name: &str,
    confirm: Option<&str>,
) -> Result<(), Error> {
    let (id, name) = find(&tx, name).await?;
    let counts = sql::persona_rows().bind(&*tx, &Some(id)).one().await?;
    if !words::is_confirmed(&name, confirm) {
        return Err(Error::invalid(format!(
            "this deletes persona {name:?} with its {}, their history and its figures, for good; to do it: rapport persona delete {name:?} --confirm {name:?}; to keep it without matching anybody: rapport persona deactivate {name:?}",
            words::counted(counts["people"].as_f64().unwrap_or_default(), "target", "targets"),
        )));
    }
    personas::delete(&tx, id).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"persona_id": id, "name": name}));
    }
    eprintln!("deleted persona {name:?}");
    Ok(())
}
