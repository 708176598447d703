//! `rapport group`: campaigns that belong together.

use clap::{Args, Subcommand};
use jiff::civil::Date;
use queries::queries::{campaign_groups as sql, campaigns as campaigns_sql};
use serde_json::{Map, Value, json};

use crate::{
    cli::{
        campaign,
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    model::{campaign_groups as groups, campaigns::CampaignStatus, reports},
    values,
};

/// What can be done with campaign groups.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the groups
    List,
    /// Shows what the campaigns of a group came to together: everybody and everything once
    Show {
        /// The group's name or id
        name: String,
    },
    /// Makes a group; rapport campaign edit NAME --group GROUP puts a campaign into it
    Create {
        /// The group's name
        #[arg(value_parser = values::name)]
        name: String,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Changes a group: what is said; the rest stays
    Edit {
        /// The group's name or id
        #[arg(value_name = "NAME")]
        group: String,
        /// What it is to be called
        #[arg(long, value_name = "NEW NAME", value_parser = values::name)]
        name: Option<String>,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Deletes a group; its campaigns stay
    Delete {
        /// The group's name or id
        name: String,
        /// Says that you mean it: the name once more
        #[arg(long, value_name = "NAME")]
        confirm: Option<String>,
    },
}

/// What is said of a group.
#[derive(Debug, Args)]
pub struct Details {
    /// For whom an agency runs it
    #[arg(long, value_name = "NAME", value_parser = values::name)]
    client: Option<String>,
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
    /// The budget's currency, such as EUR [default: the tenant's]
    #[arg(long, value_name = "CODE", value_parser = values::currency)]
    currency: Option<String>,
}

impl Details {
    /// What is said, by the columns' names.
    fn said(&self, name: Option<&str>) -> Map<String, Value> {
        let said = json!({
            "name": name, "client_name": self.client, "status": self.status, "start_date": self.start, "end_date": self.end,
            "budget": self.budget, "currency": self.currency,
        });
        let Value::Object(mut said) = said else { return Map::new() };
        said.retain(|_, value| !value.is_null());
        said
    }
}

const LIST: &[Column] = &[
    Column("name", "Group", Format::Text),
    Column("client_name", "Client", Format::Text),
    Column("status", "Status", Format::Text),
    Column("campaigns", "Campaigns", Format::Count),
    Column("budget", "Budget", Format::Money),
    Column("currency", "", Format::Text),
];

const EMPTY: &str = "no campaign groups yet; rapport group create NAME makes one, and so does an import that names one";

/// Runs `rapport group …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List => {
            let none = None::<&str>;
            let most = i64::from(u32::MAX);
            let rows = sql::group_items()
                .bind(&*tx, &None, &none, &none, &"name", &None, &false, &None::<&Value>, &most)
                .all()
                .await?;
            let rows: Vec<Value> = rows.into_iter().map(|row| row.item).collect();
            output::print_rows(config.json, &rows, LIST, EMPTY)
        }
        Verb::Show { name } => show(config, &tx, &name).await,
        Verb::Create { name, details } => {
            let id = groups::create(&tx, details.said(Some(&name))).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"group_id": id}));
            }
            eprintln!("made the group {name:?}; rapport campaign edit NAME --group {name:?} puts a campaign into it");
            Ok(())
        }
        Verb::Edit { group, name, details } => {
            let (id, before) = find(&tx, &group).await?;
            let said = details.said(name.as_deref());
            if said.is_empty() {
                return Err(Error::invalid(
                    "nothing is said that should change; rapport group edit --help lists what can be",
                ));
            }
            let name = groups::change(&tx, id, said).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"group_id": id, "name": name}));
            }
            eprintln!("changed the group {name:?}{}", words::renamed(&before, &name));
            Ok(())
        }
        Verb::Delete { name, confirm } => {
            let (id, name) = find(&tx, &name).await?;
            if !words::is_confirmed(&name, confirm.as_deref()) {
                return Err(Error::invalid(format!(
                    "this deletes the group {name:?}, for good; its campaigns stay; to do it: rapport group delete {name:?} --confirm {name:?}"
                )));
            }
            groups::delete(&tx, id).await?;
            tx.commit().await?;
            if config.json {
                return output::print_json(&json!({"group_id": id, "name": name}));
            }
            eprintln!("deleted the group {name:?}; its campaigns stay");
            Ok(())
        }
    }
}

/// The id and the name of a group by its name or id.
///
/// # Errors
/// [`Error::NotFound`], with the names that there are.
pub async fn find(tx: &TenantTx, name: &str) -> Result<(i32, String), Error> {
    if let Some(found) = sql::group_by_name().bind(&**tx, &name).opt().await? {
        return Ok((found.id, found.name));
    }
    let names = campaigns_sql::campaign_group_names().bind(&**tx).all().await?;
    Err(words::unknown(
        "campaign group",
        name,
        &names,
        if names.is_empty() { EMPTY } else { "rapport group list shows all" },
    ))
}

async fn show(config: &Config, tx: &TenantTx, name: &str) -> Result<(), Error> {
    let (id, _) = find(tx, name).await?;
    let group = groups::item(tx, id).await?;
    let campaigns = groups::campaigns(tx, id, None).await?;
    let gathered = reports::gathered(tx, &campaigns, None, (None, None)).await?;
    let mut rows = Vec::new();
    for campaign in campaigns {
        rows.extend(campaigns_sql::dashboard_rows().bind(&**tx, &Some(campaign)).all().await?);
    }
    if config.json {
        return output::print_json(&json!({"group": group, "figures": gathered.totals, "campaigns": rows}));
    }
    let totals = &gathered.totals;
    #[expect(clippy::cast_precision_loss, reason = "nobody has so many of anything")]
    let count = |number: i64| output::count(number as f64);
    let amount = |amount: Option<f64>| amount.map(|amount| format!("{} {}", output::money(amount), totals.currency));
    words::print_fields(&[
        ("Group", format!("{} ({id})", words::text(&group["name"]))),
        ("Client", words::text(&group["client_name"])),
        ("Status", words::word(&group["status"])),
        ("People", count(totals.people)),
        ("On target", count(totals.targeted)),
        ("Companies", count(totals.companies)),
        ("Engagements", count(totals.engagements)),
        ("Posts", count(totals.posts)),
        ("Impressions", totals.impressions.map(count).unwrap_or_default()),
        ("Spend", amount(totals.spend).unwrap_or_default()),
    ])?;
    words::print_section("Campaigns, in which somebody may be counted more than once", &rows, campaign::DASHBOARD)
}
