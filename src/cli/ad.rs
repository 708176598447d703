//! `rapport ad`: what is shown for money.

use clap::{Args, Subcommand};
use jiff::civil::Date;
use queries::queries::ads as sql;
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
    model::{ads, campaigns::CampaignStatus},
    values,
};

/// What can be done with ads.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists ads with what reports say of them, the dearest first
    List {
        /// The ads of this campaign only
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// Those that stand so only
        #[arg(long, value_enum, value_name = "WORD")]
        status: Option<CampaignStatus>,
        /// How many
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Shows one ad with what reports say of it
    Show {
        /// The ad's name or id, or LinkedIn's id
        ad: String,
        /// The campaign, where several have an ad of this name
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
    },
    /// Adds an ad to a campaign; reports bring theirs by themselves
    Add {
        /// The ad's name
        #[arg(value_parser = values::name)]
        name: String,
        /// The campaign
        #[arg(long, value_name = "NAME")]
        campaign: String,
        /// What Campaign Manager calls it, by which reports will know it
        #[arg(long, value_name = "ID")]
        linkedin_id: Option<String>,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Changes an ad: what is said; the rest stays, and what LinkedIn decides stays LinkedIn's
    Change {
        /// The ad's name or id, or LinkedIn's id
        ad: String,
        /// The campaign, where several have an ad of this name
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// What it is to be called
        #[arg(long, value_name = "NEW NAME", value_parser = values::name)]
        name: Option<String>,
        /// What else is said of it
        #[command(flatten)]
        details: Details,
    },
    /// Deletes an ad with its figures, for good; its campaign has cost less then
    Delete {
        /// The ad's name or id, or LinkedIn's id
        ad: String,
        /// The campaign, where several have an ad of this name
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// Says that you mean it: the ad's id
        #[arg(long, value_name = "ID")]
        confirm: Option<String>,
    },
    /// Lists the periods of an ad as they were reported, the latest first
    Days {
        /// The ad's name or id, or LinkedIn's id
        ad: String,
        /// The campaign, where several have an ad of this name
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// How many
        #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
}

/// What is said of an ad.
#[derive(Debug, Args)]
pub struct Details {
    /// Where it stands; a new one is active if nothing is said
    #[arg(long, value_enum, value_name = "WORD")]
    status: Option<CampaignStatus>,
    /// What stands above it
    #[arg(long, value_name = "TEXT")]
    headline: Option<String>,
    /// What stands in it
    #[arg(long, value_name = "TEXT")]
    introduction: Option<String>,
    /// The page to which it leads
    #[arg(long, value_name = "URL")]
    click_url: Option<String>,
    /// The first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    start: Option<Date>,
    /// The last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = values::day)]
    end: Option<Date>,
}

impl Details {
    /// What is said, by the columns' names.
    fn said(&self, more: Value) -> Map<String, Value> {
        let said = json!({
            "status": self.status, "headline": self.headline, "introduction": self.introduction, "click_url": self.click_url,
            "start_date": self.start, "end_date": self.end,
        });
        let objects = [said, more].into_iter().filter_map(|said| match said {
            Value::Object(said) => Some(said),
            _ => None,
        });
        objects.flatten().filter(|(_, value)| !value.is_null()).collect()
    }
}

const LIST: &[Column] = &[
    Column("id", "Id", Format::Text),
    Column("name", "Ad", Format::Text),
    Column("campaign", "Campaign", Format::Text),
    Column("status", "Status", Format::Text),
    Column("spend", "Spend", Format::Money),
    Column("impressions", "Impressions", Format::Count),
    Column("clicks", "Clicks", Format::Count),
    Column("click_through_rate", "CTR", Format::Share),
    Column("cost_per_click", "A click", Format::Money),
    Column("leads", "Leads", Format::Count),
];

const DAYS: &[Column] = &[
    Column("day", "From", Format::Text),
    Column("last_day", "To", Format::Text),
    Column("spend", "Spend", Format::Money),
    Column("impressions", "Impressions", Format::Count),
    Column("clicks", "Clicks", Format::Count),
    Column("engagements", "Engagements", Format::Count),
    Column("leads", "Leads", Format::Count),
    Column("source", "Source", Format::Text),
];

const EMPTY: &str = "no ads here yet; a report of Campaign Manager brings them (rapport import FILE), and so does rapport linkedin sync";

/// Runs `rapport ad …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { campaign, status, limit } => {
            let campaign = in_campaign(&tx, campaign.as_deref()).await?;
            let status = status.as_ref().map(values::word);
            let mut rows = items(&tx, None, campaign, status.as_deref(), i64::from(limit) + 1).await?;
            let more = rows.len() > limit as usize;
            rows.truncate(limit as usize);
            let rows = if config.json { rows } else { rows.into_iter().map(flat).collect() };
            output::print_rows(config.json, &rows, LIST, EMPTY)?;
            if more {
                eprintln!("there are more; --limit shows them");
            }
            Ok(())
        }
        Verb::Show { ad, campaign } => {
            let (id, _) = find(&tx, &ad, campaign.as_deref()).await?;
            show(config, &item(&tx, id).await?)
        }
        Verb::Add { name, campaign, linkedin_id, details } => {
            let campaign = campaign::find(&tx, &campaign).await?.0;
            let said = details.said(json!({"name": name, "campaign_id": campaign, "linkedin_ad_id": linkedin_id}));
            let id = ads::create(&tx, said).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"ad_id": id}));
            }
            eprintln!("added the ad {name:?} ({id})");
            Ok(())
        }
        Verb::Change { ad, campaign, name, details } => {
            let (id, before) = find(&tx, &ad, campaign.as_deref()).await?;
            let said = details.said(json!({ "name": name }));
            if said.is_empty() {
                return Err(Error::invalid(
                    "nothing is said that should change; rapport ad change --help lists what can be",
                ));
            }
            let name = ads::change(&tx, id, said).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"ad_id": id, "name": name}));
            }
            eprintln!("changed the ad {name:?}{}", words::renamed(&before, &name));
            Ok(())
        }
        Verb::Delete { ad, campaign, confirm } => {
            let (id, name) = find(&tx, &ad, campaign.as_deref()).await?;
            delete(config, &session, tx, (id, &name), confirm.as_deref()).await
        }
        Verb::Days { ad, campaign, limit } => {
            let (id, _) = find(&tx, &ad, campaign.as_deref()).await?;
            let rows = sql::ad_periods().bind(&*tx, &id, &None, &i64::from(limit)).all().await?;
            let rows: Vec<Value> = rows.into_iter().map(|row| row.item).collect();
            output::print_rows(config.json, &rows, DAYS, "no report has said anything of this ad yet")
        }
    }
}

async fn in_campaign(tx: &TenantTx, name: Option<&str>) -> Result<Option<i32>, Error> {
    match name {
        Some(name) => Ok(Some(campaign::find(tx, name).await?.0)),
        None => Ok(None),
    }
}

async fn items(
    tx: &TenantTx,
    ad: Option<i32>,
    campaign: Option<i32>,
    status: Option<&str>,
    most: i64,
) -> Result<Vec<Value>, Error> {
    let rows = sql::ad_items()
        .bind(&**tx, &ad, &campaign, &status, &None::<&str>, &"spend", &None, &true, &None::<&Value>, &most)
        .all()
        .await?;
    Ok(rows.into_iter().map(|row| row.item).collect())
}

async fn item(tx: &TenantTx, id: i32) -> Result<Value, Error> {
    items(tx, Some(id), None, None, 1).await?.pop().ok_or_else(ads::no_ad)
}

/// An ad with its figures beside its name, as a table has them.
fn flat(mut item: Value) -> Value {
    let Value::Object(metrics) = item["metrics"].take() else { return item };
    if let Value::Object(fields) = &mut item {
        fields.extend(metrics);
    }
    item
}

/// The id and the name of an ad by its name, its id or LinkedIn's.
async fn find(tx: &TenantTx, text: &str, campaign: Option<&str>) -> Result<(i32, String), Error> {
    let campaign = in_campaign(tx, campaign).await?;
    let mut found = sql::ads_by_name().bind(&**tx, &text.trim(), &campaign).all().await?;
    // A number is an id before it is a name.
    if let Some(place) = found.iter().position(|ad| ad.id.to_string() == text.trim()) {
        found = vec![found.swap_remove(place)];
    }
    match found.len() {
        0 => Err(Error::NotFound(format!("there is no ad {text:?}; rapport ad list shows them with their ids"))),
        1 => Ok(found.swap_remove(0)).map(|ad| (ad.id, ad.name)),
        _ => {
            let ads: Vec<String> = found.iter().map(|ad| format!("{} of {:?}", ad.id, ad.campaign)).collect();
            Err(Error::Conflict(format!("several ads are called {text:?}; name one by its id: {}", ads.join(", "))))
        }
    }
}

fn show(config: &Config, item: &Value) -> Result<(), Error> {
    if config.json {
        return output::print_json(item);
    }
    let metrics = &item["metrics"];
    let count = |key: &str| metrics[key].as_f64().map(output::count).unwrap_or_default();
    let amount = |key: &str| {
        let currency = metrics["currency"].as_str().unwrap_or_default();
        metrics[key].as_f64().map(|amount| format!("{} {currency}", output::money(amount))).unwrap_or_default()
    };
    let rate = metrics["click_through_rate"].as_f64().map(|share| format!("{:.2} %", 100.0 * share));
    let days = match (words::day(&metrics["first_day"]), words::day(&metrics["last_day"])) {
        (first, _) if first.is_empty() => String::new(),
        (first, last) => format!("{first} to {last}"),
    };
    words::print_fields(&[
        ("Ad", format!("{} ({})", words::text(&item["name"]), item["id"])),
        ("Campaign", words::text(&item["campaign"])),
        ("Status", words::word(&item["status"])),
        ("LinkedIn's id", words::text(&item["linkedin_ad_id"])),
        ("Headline", words::text(&item["headline"])),
        ("Introduction", words::text(&item["introduction"])),
        ("Leads to", words::text(&item["click_url"])),
        ("Starts", words::day(&item["start_date"])),
        ("Ends", words::day(&item["end_date"])),
        ("Reported", days),
        ("Spend", amount("spend")),
        ("Impressions", count("impressions")),
        ("Clicks", count("clicks")),
        ("CTR", rate.unwrap_or_default()),
        ("A click costs", amount("cost_per_click")),
        ("Engagements", count("engagements")),
        ("Leads", count("leads")),
    ])
}

/// Deletes an ad, once it is confirmed by its id or its name.
async fn delete(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    (id, name): (i32, &str),
    confirm: Option<&str>,
) -> Result<(), Error> {
    let contents = sql::ad_contents().bind(&*tx, &id).one().await?;
    if !(words::is_confirmed(&id.to_string(), confirm) || words::is_confirmed(name, confirm)) {
        let parts = [(contents.periods, "reported period", "reported periods")];
        return Err(Error::invalid(format!(
            "this deletes the ad {name:?}{}, for good, and its campaign has cost less then; to do it: rapport ad delete {id} --confirm {id}",
            words::contents(&parts),
        )));
    }
    ads::delete(&tx, id).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"ad_id": id, "deleted": true}));
    }
    eprintln!("deleted the ad {name:?}; a later report of it brings it back");
    Ok(())
}
