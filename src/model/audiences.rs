//! Audiences of LinkedIn's, out of the team's own records: the files that Campaign Manager takes.

use queries::queries::audiences as sql;
use uuid::Uuid;

use crate::{db::TenantTx, error::Error, linkedin::marketing::audiences::hashed};

/// Rows below which LinkedIn shows ads to nobody of an audience, and above which it takes no file.
pub const ROWS: std::ops::RangeInclusive<usize> = 300..=300_000;

/// LinkedIn's templates; it takes no file whose header differs.
const CONTACTS: &[&str] = &["email", "firstname", "lastname", "jobtitle", "employeecompany", "country", "googleaid"];
const COMPANIES: &[&str] = &[
    "companyname",
    "companywebsite",
    "companyemaildomain",
    "linkedincompanypageurl",
    "stocksymbol",
    "industry",
    "city",
    "state",
    "companycountry",
    "zipcode",
];

/// Whom an audience means: the people of a persona, of a segment and of a campaign, of all that are named.
#[derive(Debug, Default)]
pub struct Whom {
    /// The persona.
    pub persona: Option<Uuid>,
    /// The segment.
    pub segment: Option<String>,
    /// The campaign with which they engaged.
    pub campaign: Option<i32>,
}

/// An audience as LinkedIn's template has it.
#[derive(Debug)]
pub struct List {
    /// The template's header.
    pub header: &'static [&'static str],
    /// A row each.
    pub rows: Vec<Vec<String>>,
}

/// The people; `hash` hides their e-mail addresses, as LinkedIn takes them too.
///
/// # Errors
/// As the database gives them.
pub async fn people(tx: &TenantTx, whom: &Whom, hash: bool) -> Result<List, Error> {
    let text = Option::unwrap_or_default;
    let rows = contacts(tx, whom).await?.into_iter().map(|contact| {
        let email = contact.email.map(|email| if hash { hashed(&email) } else { email });
        vec![
            text(email),
            text(contact.first_name),
            text(contact.last_name),
            text(contact.job_title),
            text(contact.employee_company),
            text(contact.country),
            String::new(),
        ]
    });
    Ok(List { header: CONTACTS, rows: rows.collect() })
}

/// The companies where they work.
///
/// # Errors
/// As the database gives them.
pub async fn companies(tx: &TenantTx, whom: &Whom) -> Result<List, Error> {
    let text = Option::unwrap_or_default;
    let rows = employers(tx, whom).await?.into_iter().map(|company| {
        vec![
            company.company_name,
            String::new(),
            text(company.website_domain),
            text(company.page_url),
            String::new(),
            text(company.industry),
            String::new(),
            String::new(),
            text(company.country),
            String::new(),
        ]
    });
    Ok(List { header: COMPANIES, rows: rows.collect() })
}

/// The people whom LinkedIn could find.
///
/// # Errors
/// As the database gives them.
pub async fn contacts(tx: &TenantTx, whom: &Whom) -> Result<Vec<sql::AudienceContacts>, Error> {
    let segment = whom.segment.as_deref();
    Ok(sql::audience_contacts().bind(&**tx, &tx.tenant().0, &whom.persona, &segment, &whom.campaign).all().await?)
}

/// The companies where they work.
///
/// # Errors
/// As the database gives them.
pub async fn employers(tx: &TenantTx, whom: &Whom) -> Result<Vec<sql::AudienceCompanies>, Error> {
    let segment = whom.segment.as_deref();
    Ok(sql::audience_companies().bind(&**tx, &tx.tenant().0, &whom.persona, &segment, &whom.campaign).all().await?)
}

/// What becomes of those who were chosen.
///
/// # Errors
/// As the database gives them.
pub async fn survey(tx: &TenantTx, whom: &Whom) -> Result<sql::AudienceSurvey, Error> {
    let segment = whom.segment.as_deref();
    Ok(sql::audience_survey().bind(&**tx, &tx.tenant().0, &whom.persona, &segment, &whom.campaign).one().await?)
}

/// What LinkedIn makes of an audience of so many rows, where that is nothing.
#[must_use]
pub fn warning(rows: usize) -> Option<String> {
    if rows < *ROWS.start() {
        Some(format!("LinkedIn shows ads to an audience only when it finds {} of its members", ROWS.start()))
    } else if rows > *ROWS.end() {
        Some(format!("LinkedIn takes no file of more than {} rows; make the audience smaller", ROWS.end()))
    } else {
        None
    }
}
