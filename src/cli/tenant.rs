//! `rapport tenant`: the walled-off customers of one installation.

use clap::Subcommand;
use queries::queries::tenants;
use serde_json::json;

use crate::{
    cli::output::{self, Column, Format},
    config::Config,
    db::Database,
    error::Error,
    values,
};

/// What can be done with tenants.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists the tenants
    List,
    /// Adds a tenant, with the strategy templates and sample personas to start from
    Add {
        /// Lower-case letters, digits and hyphens; used with --tenant
        #[arg(value_parser = values::slug)]
        slug: String,
        /// The name that people see [default: the slug]
        #[arg(long, value_parser = values::name)]
        name: Option<String>,
        /// The time zone in which days are counted, such as Europe/Berlin; fixed for rows once they are written
        #[arg(long, default_value = "UTC")]
        time_zone: String,
        /// The currency of budgets, as three letters
        #[arg(long, default_value = "USD", value_name = "CODE", value_parser = values::currency)]
        currency: String,
        /// Starts without sample personas and strategy templates
        #[arg(long)]
        bare: bool,
    },
    /// Deletes a tenant and everything of it, for good
    Delete {
        /// The tenant's slug
        slug: String,
        /// Says that you mean it: the slug once more
        #[arg(long, value_name = "SLUG")]
        confirm: Option<String>,
    },
}

const COLUMNS: &[Column] = &[
    Column("slug", "Slug", Format::Text),
    Column("name", "Name", Format::Text),
    Column("people", "People", Format::Count),
    Column("campaigns", "Campaigns", Format::Count),
    Column("engagements", "Engagements", Format::Count),
    Column("time_zone", "Time zone", Format::Text),
    Column("currency", "Currency", Format::Text),
];

/// Runs `rapport tenant …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let database = Database::open(config).await?;
    let mut owner = database.owner().await?;
    match verb {
        Verb::List => {
            let rows = tenants::tenant_rows().bind(&owner).all().await?;
            output::print_rows(config.json, &rows, COLUMNS, "there are no tenants; rapport tenant add SLUG makes one")
        }
        Verb::Add { slug, name, time_zone, currency, bare } => {
            let tx = owner.transaction().await?;
            let name = name.as_deref().unwrap_or(&slug);
            let id = tenants::create_tenant()
                .bind(&tx, &slug.as_str(), &name, &time_zone.as_str(), &currency.as_str())
                .one()
                .await?;
            if !bare {
                tenants::seed_tenant().bind(&tx, &id).one().await?;
            }
            tx.commit().await?;
            if config.json {
                output::print_json(&json!({"id": id, "slug": slug}))
            } else {
                eprintln!("added tenant {slug:?}; use it with --tenant {slug}");
                Ok(())
            }
        }
        Verb::Delete { slug, confirm } => {
            let tenant = tenants::tenant_by_slug()
                .bind(&owner, &slug.as_str())
                .opt()
                .await?
                .ok_or_else(|| Error::no("tenant", &slug))?;
            if tenant.id.as_u128() == 1 {
                return Err(Error::Conflict(format!(
                    "{slug:?} is the tenant that rows without another one belong to, so it stays; rapport person delete, post delete, campaign delete and persona delete take out what is in it"
                )));
            }
            if confirm.as_deref() != Some(slug.as_str()) {
                return Err(Error::invalid(format!(
                    "this deletes {} ({slug}) with all people, campaigns and imports, for good; to do it: rapport tenant delete {slug} --confirm {slug}",
                    output::clean(&tenant.name)
                )));
            }
            let tx = owner.transaction().await?;
            tenants::delete_tenant().bind(&tx, &tenant.id).one().await?;
            tx.commit().await?;
            if config.json {
                output::print_json(&json!({"id": tenant.id, "slug": slug, "deleted": true}))
            } else {
                eprintln!("deleted tenant {slug:?}");
                Ok(())
            }
        }
    }
}
