//! `rapport audience`: whom LinkedIn shall show ads to, out of a persona or a segment.

use std::{
    io,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::{Args, Subcommand};
use queries::queries::segments;
use serde::Serialize;
use serde_json::json;

use crate::{
    calls::Caller,
    cli::{campaign, output, persona, session::Session, words},
    config::Config,
    db::TenantTx,
    error::Error,
    http::retry,
    linkedin::marketing::{
        Marketing,
        ads::Account,
        audiences::{BATCH, Company, Contact, Known, Taken},
    },
    model::{
        audiences::{self, List, Whom},
        connections::{self, Access, Credentials, Type},
        keys::Keyring,
    },
    services::Services,
    spreadsheet,
};

/// A segment takes nothing in before it is so old.
const SETTLING: Duration = Duration::from_secs(6);

/// What can be done with audiences.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Writes an audience as the file that Campaign Manager takes (Plan, Audiences, Upload a list)
    Export {
        /// Whom it means
        #[command(flatten)]
        who: Who,
        /// The file [default: standard output]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Writes e-mail addresses hashed, as LinkedIn takes them too
        #[arg(long)]
        hash: bool,
    },
    /// Uploads an audience to an ad account, e-mail addresses hashed
    Upload {
        /// Whom it means
        #[command(flatten)]
        who: Who,
        /// The audience's name at LinkedIn [default: the persona's or the segment's]
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// The ad account's number [default: the one that there is]
        #[arg(long, value_name = "NUMBER")]
        account: Option<i64>,
        /// Adds to an audience that was uploaded before, by the id that the upload told
        #[arg(long, value_name = "ID")]
        into: Option<String>,
        /// The connection, of type campaign_manager [default: the one that there is]
        #[arg(long, value_name = "NAME")]
        connection: Option<String>,
        /// Says how many it would be, and uploads nobody
        #[arg(long)]
        dry_run: bool,
    },
}

/// Whom an audience means.
#[derive(Debug, Args)]
pub struct Who {
    /// The people of this persona
    #[arg(long, value_name = "NAME", required_unless_present_any = ["segment", "campaign"])]
    persona: Option<String>,
    /// The people of this segment; of both, if a persona is named too
    #[arg(long, value_name = "NAME")]
    segment: Option<String>,
    /// Those of them who engaged with this campaign
    #[arg(long, value_name = "NAME")]
    campaign: Option<String>,
    /// The companies where they work, instead of them
    #[arg(long)]
    companies: bool,
}

/// What was found under the names.
struct Meant {
    whom: Whom,
    name: String,
}

/// Runs `rapport audience …`.
///
/// # Errors
/// As the database and LinkedIn give them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    match verb {
        Verb::Export { who, out, hash } => export(config, &session, &who, out, hash).await,
        Verb::Upload { who, name, account, into, connection, dry_run } => {
            let tx = session.begin().await?;
            let meant = who.find(&tx).await?;
            let name = name.unwrap_or_else(|| meant.name.clone());
            let upload = Upload { config, session: &session, name, account, into, connection };
            if who.companies {
                let companies = audiences::employers(&tx, &meant.whom).await?;
                tx.commit().await?;
                let elements: Vec<Company> = companies
                    .iter()
                    .map(|company| {
                        Company::add(
                            &company.company_name,
                            company.website_domain.as_deref(),
                            company.page_url.as_deref(),
                            company.country.as_deref(),
                        )
                    })
                    .collect();
                upload.send("companies", "COMPANY_LIST_UPLOAD", &elements, 0, dry_run).await
            } else {
                let contacts = audiences::contacts(&tx, &meant.whom).await?;
                tx.commit().await?;
                let elements: Vec<Contact> = contacts
                    .iter()
                    .filter_map(|contact| {
                        let known = Known {
                            first_name: contact.first_name.as_deref(),
                            last_name: contact.last_name.as_deref(),
                            title: contact.job_title.as_deref(),
                            company: contact.employee_company.as_deref(),
                            country: contact.country.as_deref(),
                        };
                        Some(Contact::add(contact.email.as_deref()?, known))
                    })
                    .collect();
                let without = contacts.len() - elements.len();
                upload.send("users", "USER_LIST_UPLOAD", &elements, without, dry_run).await
            }
        }
    }
}

impl Who {
    async fn find(&self, tx: &TenantTx) -> Result<Meant, Error> {
        let persona = match &self.persona {
            Some(name) => Some(persona::find(tx, name).await?),
            None => None,
        };
        let segment = match &self.segment {
            Some(name) => {
                let found = segments::segment_by_name().bind(&**tx, &name.trim()).opt().await?;
                Some(found.ok_or_else(|| Error::no("segment", name))?)
            }
            None => None,
        };
        let campaign = match &self.campaign {
            Some(name) => Some(campaign::find(tx, name).await?),
            None => None,
        };
        let names = persona.iter().map(|(_, name)| name.clone());
        let names = names.chain(segment.iter().map(|segment| segment.name.clone()));
        let names = names.chain(campaign.iter().map(|(_, name)| name.clone()));
        let name = names.collect::<Vec<_>>().join(" in ");
        let whom = Whom {
            persona: persona.map(|(id, _)| id),
            segment: segment.map(|segment| segment.id),
            campaign: campaign.map(|(id, _)| id),
        };
        Ok(Meant { whom, name })
    }
}

async fn export(config: &Config, session: &Session, who: &Who, out: Option<PathBuf>, hash: bool) -> Result<(), Error> {
    let tx = session.begin().await?;
    let meant = who.find(&tx).await?;
    let list = if who.companies {
        audiences::companies(&tx, &meant.whom).await?
    } else {
        audiences::people(&tx, &meant.whom, hash).await?
    };
    tx.commit().await?;
    let count = list.rows.len();
    if count == 0 {
        return Err(Error::Conflict(format!(
            "nobody of {:?} can be in an audience: LinkedIn finds people by an e-mail address or a first and a last name, companies by their \
             name; the page Audiences for LinkedIn says who is left out, and why",
            meant.name
        )));
    }
    match &out {
        Some(path) => write_file(path, &list)?,
        None => spreadsheet::write(io::stdout().lock(), list.header, &list.rows)?,
    }
    if config.json && out.is_some() {
        output::print_json(&json!({"audience": meant.name, "rows": count}))?;
    } else {
        eprintln!("{} of {:?}", words::counted(count as f64, "row", "rows"), meant.name);
    }
    warn(count);
    Ok(())
}

/// Writes a file that nobody else on the machine can read, whole or not at all.
fn write_file(path: &Path, list: &List) -> Result<(), Error> {
    if path.exists() {
        return Err(Error::Conflict(format!("{} is there already; name another file", path.display())));
    }
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let options = std::fs::File::options().write(true).create(true).truncate(true).mode(0o600).open(&part);
    let file = options.map_err(|error| Error::invalid(format!("cannot write {}: {error}", path.display())))?;
    spreadsheet::write(file, list.header, &list.rows)?;
    Ok(std::fs::rename(&part, path)?)
}

fn warn(count: usize) {
    if let Some(note) = audiences::warning(count) {
        eprintln!("note: {note}");
    }
}

/// An upload on its way.
struct Upload<'a> {
    config: &'a Config,
    session: &'a Session,
    name: String,
    account: Option<i64>,
    into: Option<String>,
    connection: Option<String>,
}

impl Upload<'_> {
    async fn send(
        &self,
        what: &'static str,
        kind: &str,
        elements: &[impl Serialize],
        without: usize,
        dry_run: bool,
    ) -> Result<(), Error> {
        if without > 0 {
            eprintln!(
                "note: {} no e-mail address, by which LinkedIn would find them; rapport audience export writes a file that names them too",
                words::counted(without as f64, "person has", "people have")
            );
        }
        if elements.is_empty() && !dry_run {
            return Err(Error::Conflict(format!(
                "{:?} has nobody whom LinkedIn could find; nothing was uploaded",
                self.name
            )));
        }
        if dry_run {
            if self.config.json {
                return output::print_json(
                    &json!({"audience": self.name, "elements": elements.len(), "without_email": without}),
                );
            }
            return output::print_text(&format!(
                "{} would be uploaded as {:?}.",
                words::counted(elements.len() as f64, "element", "elements"),
                self.name
            ));
        }
        warn(elements.len());
        let database = &self.session.database;
        let (keyring, services) = (Keyring::open(database, self.config).await?, Services::new(self.config)?);
        let access = Access { database, keyring: &keyring, tenant: self.session.tenant };
        let id = match &self.connection {
            Some(name) => {
                let tx = self.session.begin().await?;
                let id = connections::id_of(&tx, name).await?;
                tx.commit().await?;
                Some(id)
            }
            None => None,
        };
        let connection = connections::ready(access, &services, id, Type::CampaignManager, None).await?;
        let Credentials::OAuth(oauth) = connection.credentials()? else {
            return Err(Error::Conflict(format!("the connection {:?} has no consent of LinkedIn's", connection.name)));
        };
        let caller = Caller {
            database,
            http: &services.http,
            tenant: self.session.tenant,
            connection: connection.id,
            job: None,
            patience: Duration::from_mins(2),
            judge: retry::linkedin,
        };
        let linkedin = Marketing { caller, services: &services, token: oauth.1.access_token.clone() };
        let segment = if let Some(id) = &self.into {
            id.clone()
        } else {
            let id = linkedin.make_segment(self.account(&linkedin).await?, &self.name, kind).await?;
            eprintln!("LinkedIn calls it {id} (rapport audience upload … --into {id} adds to it)");
            tokio::time::sleep(SETTLING).await;
            id
        };
        let bar = output::counter("elements");
        let mut all = Taken::default();
        for batch in elements.chunks(BATCH) {
            let taken = linkedin.fill_segment(&segment, what, batch).await?;
            all = Taken {
                taken: all.taken + taken.taken,
                refused: all.refused + taken.refused,
                why: all.why.or(taken.why),
            };
            bar.set_position((all.taken + all.refused) as u64);
        }
        bar.finish_and_clear();
        let state = linkedin.segment(&segment).await?;
        if all.taken == 0 {
            return Err(Error::Conflict(format!(
                "LinkedIn took nobody: {}; the audience {segment} is empty there",
                all.why.unwrap_or_else(|| "it did not say why".to_owned())
            )));
        }
        if self.config.json {
            return output::print_json(&json!({
                "audience": self.name, "segment": segment, "taken": all.taken, "refused": all.refused, "without_email": without,
                "status": state.status, "matched": state.matched_count,
            }));
        }
        output::print_text(&format!(
            "LinkedIn took {} and refused {}. It is looking for its members, which takes up to two days.",
            words::counted(all.taken as f64, "element", "elements"),
            all.refused
        ))
    }

    async fn account(&self, linkedin: &Marketing<'_>) -> Result<i64, Error> {
        if let Some(account) = self.account {
            return Ok(account);
        }
        let accounts = linkedin.ad_accounts().await?;
        match &accounts[..] {
            [account] => Ok(account.id),
            [] => Err(Error::Conflict("whoever consented has no ad account at LinkedIn".to_owned())),
            many => {
                let named: Vec<String> = many.iter().map(Account::label).collect();
                Err(Error::invalid(format!(
                    "say which ad account by its number: --account NUMBER, of {}",
                    named.join(", ")
                )))
            }
        }
    }
}
