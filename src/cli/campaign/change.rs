//! Campaigns made, changed and deleted by hand.

use clap::{Args, ValueEnum as _, builder::PossibleValue};
use jiff::civil::Date;
use queries::queries::{campaigns as sql, strategies};
use serde_json::{Map, Value, json};

use super::find;
use crate::{
    cli::{output, persona, session::Session, words},
    config::Config,
    db::TenantTx,
    error::Error,
    model::campaigns::{self, CampaignObjective, CampaignStatus, CampaignType},
    values,
};

/// What is said of a campaign when it is made, and may be said anew later.
#[derive(Debug, Args)]
pub struct Details {
    /// The strategy that it follows, by name; rapport strategy recommend PERSONA helps to choose
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// A persona that it is meant for, by name; may be given several times, and says all of them
    #[arg(long, value_name = "NAME")]
    persona: Vec<String>,
    /// The group that it belongs to; made when there is none of this name
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    group: Option<String>,
    /// What it is about
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// How it is published; a campaign of which nobody says it has the type of its posts
    #[arg(long, value_enum, value_name = "TYPE")]
    r#type: Option<CampaignType>,
    /// What it is for
    #[arg(long, value_enum, value_name = "WORD")]
    objective: Option<CampaignObjective>,
    /// Where it stands; a new one is active if nothing is said
    #[arg(long, value_enum, value_name = "WORD")]
    status: Option<CampaignStatus>,
    /// The first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    start: Option<Date>,
    /// The last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    end: Option<Date>,
    /// What may be spent, such as 1500
    #[arg(long, value_name = "AMOUNT", value_parser = values::amount)]
    budget: Option<String>,
    /// The budget's currency, such as EUR; a new campaign has the tenant's
    #[arg(long, value_name = "CODE", value_parser = values::currency)]
    currency: Option<String>,
    /// What its strategy's key figure is to reach: a share as 0.05, a count, or an amount
    #[arg(long, value_name = "NUMBER")]
    kpi_target: Option<f64>,
}

/// What `rapport campaign edit` takes.
#[derive(Debug, Args)]
pub struct Edit {
    /// The campaign's name or id
    #[arg(value_name = "NAME")]
    campaign: String,
    /// What it is to be called
    #[arg(long, value_name = "NEW NAME", value_parser = values::name)]
    name: Option<String>,
    #[command(flatten)]
    details: Details,
    /// What is to be said of it no more; may be given several times
    #[arg(long, value_enum, value_name = "WHAT")]
    clear: Vec<Part>,
}

/// What can be taken away from a campaign.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum Part {
    /// It follows none
    Strategy,
    /// It is meant for nobody in particular
    Persona,
    /// It is in none
    Group,
    /// What it is about
    Description,
    /// What it is for
    Objective,
    /// The first day
    Start,
    /// The last day
    End,
    /// What may be spent
    Budget,
    /// What its key figure is to reach
    KpiTarget,
}

impl Part {
    /// The column.
    const fn name(self) -> &'static str {
        match self {
            Self::Strategy => "strategy_id",
            Self::Persona => campaigns::PERSONAS,
            Self::Group => campaigns::GROUP,
            Self::Description => "description",
            Self::Objective => "objective",
            Self::Start => "start_date",
            Self::End => "end_date",
            Self::Budget => "budget",
            Self::KpiTarget => "kpi_target",
        }
    }
}

impl Details {
    /// What is said, by the columns' names.
    async fn said(&self, tx: &TenantTx) -> Result<Map<String, Value>, Error> {
        let strategy = match &self.strategy {
            Some(name) => {
                let found = strategies::strategy_by_name().bind(&**tx, &name.as_str()).opt().await?;
                let none =
                    || Error::NotFound(format!("there is no strategy {name:?}; rapport strategy list shows them"));
                Some(found.ok_or_else(none)?.id)
            }
            None => None,
        };
        let mut personas = Vec::new();
        for name in &self.persona {
            personas.push(persona::find(tx, name).await?.0);
        }
        let personas = (!personas.is_empty()).then_some(personas);
        let said = json!({
            campaigns::PERSONAS: personas, "strategy_id": strategy, campaigns::GROUP: self.group, "description": self.description, "type": self.r#type,
            "objective": self.objective, "status": self.status, "start_date": self.start, "end_date": self.end,
            "budget": self.budget, "currency": self.currency, "kpi_target": self.kpi_target,
        });
        let Value::Object(mut said) = said else { return Ok(Map::new()) };
        said.retain(|_, value| !value.is_null());
        Ok(said)
    }
}

/// Makes a campaign.
///
/// # Errors
/// As the database gives them.
pub async fn create(config: &Config, tx: TenantTx, name: &str, details: &Details) -> Result<(), Error> {
    let mut said = details.said(&tx).await?;
    said.insert("name".to_owned(), name.into());
    let id = campaigns::create(&tx, said).await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&json!({"campaign_id": id}));
    }
    eprintln!("made campaign {name:?}; rapport import FILE --post URL --campaign {name:?} fills it");
    Ok(())
}

/// Changes what is said, and leaves the rest.
///
/// # Errors
/// As the database gives them.
pub async fn edit(config: &Config, tx: TenantTx, edit: &Edit) -> Result<(), Error> {
    let (id, before) = find(&tx, &edit.campaign).await?;
    let mut said = edit.details.said(&tx).await?;
    if let Some(name) = &edit.name {
        said.insert("name".to_owned(), name.as_str().into());
    }
    for part in &edit.clear {
        if said.insert(part.name().to_owned(), Value::Null).is_some() {
            let part = part.to_possible_value();
            let part = part.as_ref().map_or("it", PossibleValue::get_name);
            return Err(Error::invalid(format!("--clear {part} takes away what --{part} says; say one of them")));
        }
    }
    if said.is_empty() {
        return Err(Error::invalid(
            "nothing is said that should change; rapport campaign edit --help lists what can be, such as --budget 1500",
        ));
    }
    let name = campaigns::change(&tx, id, said).await?;
    tx.commit().await?;
    if config.json {
        return output::print_json(&json!({"campaign_id": id, "name": name}));
    }
    eprintln!("changed campaign {name:?}{}", words::renamed(&before, &name));
    Ok(())
}

/// Deletes a campaign, once it is confirmed.
///
/// # Errors
/// [`Error::Invalid`] with all that would go, as long as the name is not said once more.
pub async fn delete(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    name: &str,
    confirm: Option<&str>,
) -> Result<(), Error> {
    let (id, name) = find(&tx, name).await?;
    let contents = sql::campaign_contents().bind(&*tx, &id).one().await?;
    if !words::is_confirmed(&name, confirm) {
        let parts = [
            (contents.posts, "link to a post", "links to posts"),
            (contents.ads, "ad", "ads"),
            (contents.figures, "figure of an ad", "figures of ads"),
            (contents.entries, "entry of the calendar", "entries of the calendar"),
        ];
        return Err(Error::invalid(format!(
            "this deletes campaign {name:?} with its figures{}, for good; posts, people and engagements stay; to do it: rapport campaign delete {name:?} --confirm {name:?}",
            words::contents(&parts),
        )));
    }
    campaigns::delete(&tx, id).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"campaign_id": id, "name": name}));
    }
    eprintln!("deleted campaign {name:?}; its posts and their engagements stay");
    if contents.ads > 0 {
        eprintln!("an ad report that names the campaign brings it back");
    }
    Ok(())
}
