//! `rapport person`: who engaged, what is known of them, and why they match.

use clap::{Args, Subcommand, builder::PossibleValuesParser};
use queries::queries::{personas::persona_rows, persons as sql};
use serde_json::{Value, json};

use crate::{
    cli::{
        campaign, company,
        output::{self, Column, Format},
        persona,
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    import::identity::{self, Link},
    model::persons::{self, Hold},
};

pub mod delete;
pub mod events;

/// What can be done with people.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists people, those who engaged most first
    List(List),
    /// Shows one person: what is known, why the person matches, and what happened
    Show {
        /// The person's name, id, profile address or e-mail
        person: String,
        /// How much of the history to show
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Lists what changed about people: employers, titles, headlines, places and names, the latest first
    Events(events::Events),
    /// Makes a person a target of a persona whatever the criteria say, until released
    Pin {
        /// The person's name, id, profile address or e-mail
        person: String,
        /// The persona's name or id
        persona: String,
        /// Why; shown wherever the person is
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Keeps a person out of a persona whatever the criteria say, until released
    Exclude {
        /// The person's name, id, profile address or e-mail
        person: String,
        /// The persona's name or id
        persona: String,
        /// Why; shown wherever the person is
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    /// Takes back a pin or an exclude: the criteria decide again
    Release {
        /// The person's name, id, profile address or e-mail
        person: String,
        /// The persona's name or id
        persona: String,
    },
    /// Erases a person with identities, engagements and targets, for good
    Delete {
        /// The person's name, id, profile address or e-mail
        person: String,
        /// Says that you mean it: the person's id or name
        #[arg(long, value_name = "ID")]
        confirm: Option<String>,
    },
    /// Reads headlines that came by hand, and all of them again after an upgrade of the parser
    Read,
}

/// Whom to list; every filter narrows.
#[derive(Debug, Args)]
pub struct List {
    /// Who match this persona
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
    /// Who work here
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// Who are of this seniority
    #[arg(long, value_parser = PossibleValuesParser::new(headline::Seniority::ALL.map(headline::Seniority::as_str)), value_name = "WORD")]
    seniority: Option<String>,
    /// Who have this function, such as marketing
    #[arg(long, value_parser = PossibleValuesParser::new(headline::Function::ALL.map(headline::Function::as_str)), hide_possible_values = true, value_name = "WORD")]
    function: Option<String>,
    /// Who engaged with this campaign
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    /// Whose engagements weigh this much or more, all together: a like 1, another reaction 2, a comment 5, a follow 6, a share 8
    #[arg(long, value_name = "N")]
    min_score: Option<i64>,
    /// Whose name or headline holds this text
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Who are marked as notable
    #[arg(long)]
    notable: bool,
    /// How many
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
    limit: u32,
}

/// People as a terminal shows them; `--json` has every column.
pub const PEOPLE: &[Column] = &[
    Column("person_id", "Id", Format::Text),
    Column("name", "Name", Format::Text),
    Column("title", "Title", Format::Text),
    Column("best", "Persona", Format::Text),
    Column("engagements", "Engagements", Format::Count),
    Column("company", "Company", Format::Text),
    Column("match_score", "Match", Format::Score),
    Column("engagement_score", "Weighted", Format::Count),
];

const PERSONAS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("match_score", "Match", Format::Score),
    Column("standing", "Standing", Format::Text),
    Column("words", "Why", Format::Text),
];

const HISTORY: &[Column] = &[
    Column("when", "When", Format::Text),
    Column("happened", "What", Format::Text),
    Column("on", "On", Format::Text),
    Column("said", "Text", Format::Text),
];

/// Runs `rapport person …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    if matches!(verb, Verb::Read) {
        return read(config, &session).await;
    }
    let tx = session.begin().await?;
    match verb {
        Verb::List(filters) => list(config, &tx, &filters).await,
        Verb::Show { person, limit } => show(config, &tx, &person, limit).await,
        Verb::Events(filters) => events::events(config, &tx, &filters).await,
        Verb::Pin { person, persona, reason } => {
            let both = Both::find(&tx, &person, &persona).await?;
            both.hold(&tx, Hold::Pin, reason.as_deref()).await?;
            let until =
                if both.is_active { "until released" } else { "until released, once that persona is active again" };
            both.end(config, &session, tx, "pinned", "is a target of", until).await
        }
        Verb::Exclude { person, persona, reason } => {
            let both = Both::find(&tx, &person, &persona).await?;
            both.hold(&tx, Hold::Exclude, reason.as_deref()).await?;
            both.end(config, &session, tx, "excluded", "is kept out of", "until released").await
        }
        Verb::Release { person, persona } => {
            let both = Both::find(&tx, &person, &persona).await?;
            both.hold(&tx, Hold::Release, None).await?;
            both.end(config, &session, tx, "released", "is matched to", "by its criteria alone").await
        }
        Verb::Delete { person, confirm } => delete::delete(config, &session, tx, &person, confirm.as_deref()).await,
        Verb::Read => Ok(()),
    }
}

/// A person and a persona that a command joins or parts.
struct Both {
    person: (i32, String),
    persona: (uuid::Uuid, String),
    is_active: bool,
}

impl Both {
    async fn find(tx: &TenantTx, person: &str, persona: &str) -> Result<Self, Error> {
        let (person, persona) = (find(tx, person).await?, persona::find(tx, persona).await?);
        let details = persona_rows().bind(&**tx, &Some(persona.0)).one().await?;
        Ok(Self { person, persona, is_active: details["is_active"] == true })
    }

    async fn hold(&self, tx: &TenantTx, hold: Hold, reason: Option<&str>) -> Result<(), Error> {
        persons::hold(tx, hold, self.persona.0, self.person.0, reason).await
    }

    async fn end(
        self,
        config: &Config,
        session: &Session,
        tx: TenantTx,
        done: &str,
        is: &str,
        until: &str,
    ) -> Result<(), Error> {
        session.commit(tx).await?;
        if config.json {
            return output::print_json(
                &json!({"done": done, "person_id": self.person.0, "persona_id": self.persona.0}),
            );
        }
        eprintln!("{} {is} {:?} {until}", output::clean(&self.person.1), self.persona.1);
        Ok(())
    }
}

/// The id and the name of a person by id, name, profile address, vanity name or e-mail.
///
/// # Errors
/// [`Error::NotFound`] with people of similar names, [`Error::Invalid`] with those whom the name means.
pub async fn find(tx: &TenantTx, text: &str) -> Result<(i32, String), Error> {
    let text = text.trim();
    let mut names = Vec::new();
    match identity::parse(text) {
        Ok(Link::Person(key)) => {
            let of = [("member_id", key.member_id), ("slug", key.slug), ("sales_nav_id", key.sales_nav_id)];
            names.extend(of.into_iter().filter_map(|(kind, value)| Some((kind, value?))));
        }
        Ok(_) => return Err(Error::invalid(format!("{text:?} is no address of a person, which holds /in/"))),
        Err(_) if text.contains('@') => names.push(("email", text.to_lowercase())),
        Err(_) => {}
    }
    for (kind, value) in &names {
        if let Some(found) = sql::person_by_identity().bind(&**tx, kind, value).opt().await? {
            return Ok((found.id, found.name));
        }
    }
    if !names.is_empty() {
        return Err(Error::NotFound(format!("nobody is known by {text:?}")));
    }
    let mut found = sql::persons_by_name().bind(&**tx, &text).all().await?;
    if found.len() == 1 {
        let person = found.remove(0);
        return Ok((person.id, person.name));
    }
    let line = |id: i32, name: &str, headline: Option<&str>| {
        format!("\n  {id}  {name}{}", headline.map(|headline| format!(", {headline}")).unwrap_or_default())
    };
    if !found.is_empty() {
        let lines: String =
            found.iter().map(|person| line(person.id, &person.name, person.headline.as_deref())).collect();
        return Err(Error::invalid(format!("several people are called {text:?}; give the id of one of them:{lines}")));
    }
    if let Some(found) = sql::person_by_identity().bind(&**tx, &"slug", &text.to_lowercase()).opt().await? {
        return Ok((found.id, found.name));
    }
    let similar = sql::persons_like_name().bind(&**tx, &text).all().await?;
    if similar.is_empty() {
        return Err(Error::NotFound(format!(
            "there is no person {text:?}; rapport person list --search TEXT looks through names and headlines"
        )));
    }
    let lines: String =
        similar.iter().map(|person| line(person.id, &person.name, person.headline.as_deref())).collect();
    Err(Error::NotFound(format!(
        "there is no person {text:?}; did you mean one of these? Their ids come first:{lines}"
    )))
}

async fn list(config: &Config, tx: &TenantTx, filters: &List) -> Result<(), Error> {
    let persona = match &filters.persona {
        Some(name) => Some(persona::find(tx, name).await?.0),
        None => None,
    };
    let company = match &filters.company {
        Some(name) => Some(company::find(tx, name).await?.name_key),
        None => None,
    };
    let campaign = match &filters.campaign {
        Some(name) => Some(campaign::find(tx, name).await?.0),
        None => None,
    };
    // One more than asked for tells whether there are more.
    let mut rows = sql::person_rows()
        .bind(
            &**tx,
            &persona,
            &company.as_deref(),
            &filters.seniority.as_deref(),
            &filters.function.as_deref(),
            &campaign,
            &filters.min_score,
            &filters.search.as_deref(),
            &filters.notable,
            &(i64::from(filters.limit) + 1),
        )
        .all()
        .await?;
    let limit = filters.limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let narrowed = filters.seniority.is_some() || filters.function.is_some() || filters.min_score.is_some();
    let narrowed = narrowed || persona.is_some() || company.is_some() || campaign.is_some();
    let empty = if let Some(id) = &persona
        && persona_rows().bind(&**tx, &Some(*id)).one().await?["is_active"] == false
    {
        "this persona is inactive, so nobody matches it; rapport persona activate matches people to it"
    } else if narrowed || filters.search.is_some() || filters.notable {
        "nobody is like that; every filter narrows, so leave one out"
    } else {
        "no people yet; rapport import FILE brings them"
    };
    output::print_rows(config.json, &if config.json { rows } else { readable(rows) }, PEOPLE, empty)?;
    if more {
        eprintln!("there are more; --limit shows them, and the filters of rapport person list --help narrow the list");
    }
    Ok(())
}

/// People for the terminal: of many personas the best, and how many more there are.
#[must_use]
pub fn readable(mut rows: Vec<Value>) -> Vec<Value> {
    for row in &mut rows {
        let best = row["personas"].as_array().and_then(|personas| {
            let first = personas.first()?.as_str()?;
            Some(if personas.len() > 1 { format!("{first} +{}", personas.len() - 1) } else { first.to_owned() })
        });
        row["best"] = best.into();
    }
    rows
}

async fn show(config: &Config, tx: &TenantTx, text: &str, limit: u32) -> Result<(), Error> {
    let (id, _) = find(tx, text).await?;
    let person = sql::person_details().bind(&**tx, &id).one().await?;
    let identities = sql::person_identities().bind(&**tx, &id).all().await?;
    let personas = sql::person_personas().bind(&**tx, &id).all().await?;
    let engagements = sql::person_engagements().bind(&**tx, &id).opt().await?;
    let history = sql::person_journey().bind(&**tx, &id, &i64::from(limit)).all().await?;
    if config.json {
        return output::print_json(&json!({
            "person": person, "identities": identities, "personas": personas, "engagements": engagements, "history": history,
        }));
    }
    words::print_fields(&facts(&person, &identities, engagements.as_ref()))?;
    words::print_section("Personas", &standing(personas), PERSONAS)?;
    let full = history.len() == limit as usize;
    words::print_section("History, newest first", &story(&history), HISTORY)?;
    if full {
        eprintln!("there may be more; --limit shows it");
    }
    Ok(())
}

fn facts(person: &Value, identities: &[Value], engagements: Option<&Value>) -> Vec<(&'static str, String)> {
    let field = |key: &str| words::text(&person[key]);
    let word = |key: &str| words::word(&person[key]);
    let flagged = |key: &str, reason: &str| match (person[key] == true, person[reason].as_str()) {
        (false, _) => String::new(),
        (true, Some(reason)) => format!("yes, {reason}"),
        (true, None) => "yes".to_owned(),
    };
    let read = match (person["facts_from"].as_str(), person["headline_confidence"].as_f64()) {
        (Some("headline"), Some(confidence)) => format!("from the headline, {:.0} % sure", 100.0 * confidence),
        (Some("headline"), None) => "from the headline".to_owned(),
        (Some("profile"), _) if !person["facts_seen_at"].is_null() => {
            format!("from a profile, as of {}", words::day(&person["facts_seen_at"]))
        }
        (Some(source), _) => format!("from a {source}"),
        (None, _) if person["headline"].is_null() => String::new(),
        (None, _) => "not read yet; rapport person read does it".to_owned(),
    };
    let place = [field("location"), field("country")].into_iter().filter(|part| !part.is_empty());
    vec![
        ("Name", format!("{} ({})", field("name"), field("person_id"))),
        ("Headline", field("headline")),
        ("Title", field("title")),
        ("Company", field("company")),
        ("Seniority", word("seniority")),
        ("Functions", word("functions")),
        ("Read", read),
        ("Place", place.collect::<Vec<_>>().join(", ")),
        ("Follower", field("is_follower")),
        ("Connected", words::day(&person["connected_on"])),
        ("Lead", word("lead_status")),
        ("Notable", flagged("is_notable", "notable_reason")),
        ("Owner", field("owner")),
        ("Tags", field("tags")),
        ("Notes", field("notes")),
        ("Engaged", engagements.map(engaged).unwrap_or_default()),
        ("Enrichment", enriched(person)),
        ("Known as", identities.iter().map(known_as).collect::<Vec<_>>().join(", ")),
        ("Profile", field("linkedin_url")),
        ("First seen", words::day(&person["first_seen"])),
    ]
}

/// Whether there is a profile, and of when.
fn enriched(person: &Value) -> String {
    let source = person["enrichment_source"].as_str().map(|source| format!(" by {source}")).unwrap_or_default();
    match person["enrichment_status"].as_str() {
        Some("enriched") => format!("profile of {}{source}", words::day(&person["enriched_at"])),
        Some("pending") => format!("asked for on {}{source}", words::day(&person["enrichment_attempted_at"])),
        Some("missed") => format!("no profile was found on {}{source}", words::day(&person["enrichment_attempted_at"])),
        Some("failed") => format!("failed on {}{source}", words::day(&person["enrichment_attempted_at"])),
        _ => String::new(),
    }
}

fn known_as(identity: &Value) -> String {
    format!("{} {}", words::word(&identity["kind"]), words::text(&identity["value"]))
}

/// "3 likes, 1 comment: weighted score 8, last on 2026-01-31".
fn engaged(counts: &Value) -> String {
    let kinds = words::kinds(counts, &words::PERSON_KINDS);
    if kinds.is_empty() {
        return String::new();
    }
    let score = output::count(counts["score"].as_f64().unwrap_or_default());
    format!("{kinds}: weighted score {score}, last on {}", words::day(&counts["last_day"]))
}

/// Personas with what a human decided.
fn standing(mut personas: Vec<Value>) -> Vec<Value> {
    for row in &mut personas {
        let reason = row["reason"].as_str().map(|reason| format!(": {reason}")).unwrap_or_default();
        let standing = match (row["pinned"] == true, row["excluded"] == true) {
            (true, _) => format!("pinned{reason}"),
            (_, true) => format!("excluded{reason}"),
            _ => "matches".to_owned(),
        };
        row["standing"] = standing.into();
    }
    personas
}

/// A journey as sentences.
fn story(history: &[Value]) -> Vec<Value> {
    history
        .iter()
        .map(|step| {
            let (what, detail) = (words::word(&step["what"]), words::word(&step["detail"]));
            let seen = step["time_basis"] == "first_seen";
            // A reaction has no time of its own: it happened on the day on which it was first seen, or before.
            let when = if seen { format!("by {}", words::day(&step["at"])) } else { words::minute(&step["at"]) };
            let of_persona = !step["persona_id"].is_null();
            let happened = match (of_persona, what.as_str()) {
                (false, "reaction") => detail.clone(),
                _ => what,
            };
            let on = if of_persona {
                words::text(&step["text"])
            } else if step["post_id"].is_null() {
                String::new()
            } else {
                step["post_title"].as_str().map_or_else(|| format!("post {}", step["post_id"]), str::to_owned)
            };
            let said = match (of_persona, detail.as_str()) {
                (false, _) => step["text"].clone(),
                (true, "manual") => "by hand".into(),
                (true, _) => detail.into(),
            };
            json!({"when": when, "happened": happened, "on": on, "said": said})
        })
        .collect()
}

async fn read(config: &Config, session: &Session) -> Result<(), Error> {
    let (mut people, mut changed, mut after) = (0, 0, 0);
    loop {
        let tx = session.begin().await?;
        let batch = persons::read_headlines(&tx, after).await?;
        session.commit(tx).await?;
        people += batch.people;
        changed += batch.changed;
        let Some(last) = batch.last else { break };
        after = last;
    }
    if config.json {
        return output::print_json(&json!({"read": people, "changed": changed}));
    }
    if people == 0 {
        eprintln!("every headline has been read by this version of the parser");
    } else {
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many people")]
        let headlines = words::counted(people as f64, "headline", "headlines");
        eprintln!("read {headlines}; of {changed} people something else is known now");
    }
    Ok(())
}
