//! Campaigns made, changed and deleted by hand.

use clap::{Args, builder::PossibleValuesParser};
use jiff::civil::Date;
use queries::queries::{campaigns as sql, strategies};
use serde_json::json;
use uuid::Uuid;

use super::find;
use crate::{
    cli::{output, session::Session, values, words},
    config::Config,
    db::TenantTx,
    error::Error,
};

/// What is said of a campaign when it is made, and may be said anew later.
#[derive(Debug, Args)]
pub struct Details {
    /// The strategy that it follows, by name; rapport strategy recommend PERSONA helps to choose
    #[arg(long, value_name = "NAME")]
    strategy: Option<String>,
    /// The group that it belongs to; made when there is none of this name
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    group: Option<String>,
    /// What it is about
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// How it is published; a campaign of which nobody says it has the type of its posts
    #[arg(long, value_name = "TYPE", value_parser = PossibleValuesParser::new(values::CAMPAIGN_TYPES))]
    r#type: Option<String>,
    /// What it is for
    #[arg(long, value_name = "WORD", value_parser = PossibleValuesParser::new(values::CAMPAIGN_OBJECTIVES))]
    objective: Option<String>,
    /// Where it stands; a new one is active if nothing is said
    #[arg(long, value_name = "WORD", value_parser = PossibleValuesParser::new(values::CAMPAIGN_STATUSES))]
    status: Option<String>,
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
    /// Takes it out of its group
    #[arg(long, conflicts_with = "group")]
    no_group: bool,
    /// It follows no strategy any more
    #[arg(long, conflicts_with = "strategy")]
    no_strategy: bool,
}

impl Details {
    const fn says_something(&self) -> bool {
        self.strategy.is_some()
            || self.group.is_some()
            || self.description.is_some()
            || self.r#type.is_some()
            || self.objective.is_some()
            || self.status.is_some()
            || self.start.is_some()
            || self.end.is_some()
            || self.budget.is_some()
            || self.currency.is_some()
    }

    /// The strategy and the group that are named, the group made where there is none.
    async fn belonging(&self, tx: &TenantTx) -> Result<(Option<Uuid>, Option<i32>), Error> {
        let strategy = match &self.strategy {
            Some(name) => Some(
                strategies::strategy_by_name()
                    .bind(&**tx, &name.as_str())
                    .opt()
                    .await?
                    .ok_or_else(|| {
                        Error::NotFound(format!("there is no strategy {name:?}; rapport strategy list shows them"))
                    })?
                    .id,
            ),
            None => None,
        };
        let group = match &self.group {
            Some(name) => {
                sql::create_campaign_group().bind(&**tx, &name.as_str()).await?;
                Some(sql::campaign_group_by_name().bind(&**tx, &name.as_str()).one().await?)
            }
            None => None,
        };
        Ok((strategy, group))
    }
}

/// Makes a campaign.
///
/// # Errors
/// As the database gives them.
pub async fn create(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    name: &str,
    details: &Details,
) -> Result<(), Error> {
    let (strategy, group) = details.belonging(&tx).await?;
    let id = sql::create_campaign()
        .bind(
            &*tx,
            &name,
            &group,
            &details.description.as_deref(),
            &details.r#type.as_deref(),
            &details.objective.as_deref(),
            &details.start,
            &details.end,
            &details.budget.as_deref(),
            &Some(details.currency.as_deref().unwrap_or(&session.currency)),
            &strategy,
            &details.status.as_deref(),
        )
        .one()
        .await?;
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
    let details = &edit.details;
    if !(details.says_something() || edit.name.is_some() || edit.no_group || edit.no_strategy) {
        return Err(Error::invalid(
            "nothing is said that should change; rapport campaign edit --help lists what can be, such as --budget 1500",
        ));
    }
    let (id, before) = find(&tx, &edit.campaign).await?;
    let (strategy, group) = details.belonging(&tx).await?;
    let name = sql::edit_campaign()
        .bind(
            &*tx,
            &edit.name.as_deref(),
            &details.description.as_deref(),
            &details.r#type.as_deref(),
            &details.objective.as_deref(),
            &details.status.as_deref(),
            &details.start,
            &details.end,
            &details.budget.as_deref(),
            &details.currency.as_deref(),
            &edit.no_group,
            &group,
            &edit.no_strategy,
            &strategy,
            &id,
        )
        .one()
        .await?;
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
    sql::delete_campaign().bind(&*tx, &id).await?;
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
