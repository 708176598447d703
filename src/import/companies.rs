//! Company pages, in the shapes of two makers of Apify actors; and what both they and profiles say of a company.

use serde_json::{Map, Value};

use super::fields::{self, Fields};
use super::format::Format;
use super::identity::{self, CompanyKey, Link};
use super::item::KEY_LIMIT;
use super::outcome::{Bad, Verdict};
use super::record::Record;

/// Characters of what a company says of itself.
const ABOUT: usize = 10_000;
/// Bytes of a domain, as DNS limits them.
const DOMAIN: usize = 253;

/// An employer, as far as a profile tells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Employer {
    /// Its name.
    pub name: Option<String>,
    /// Its page, if it has one.
    pub key: CompanyKey,
    /// Its industry, in LinkedIn's words of today or of before 2022.
    pub industry: Option<String>,
    /// LinkedIn's nine bands.
    pub size_band: Option<&'static str>,
    /// Where its web site is.
    pub domain: Option<String>,
}

impl Employer {
    /// Adds what is not known yet.
    pub(super) fn fill(&mut self, more: Self) {
        self.key.id = self.key.id.take().or(more.key.id);
        self.key.slug = self.key.slug.take().or(more.key.slug);
        self.industry = self.industry.take().or(more.industry);
        self.size_band = self.size_band.or(more.size_band);
        self.domain = self.domain.take().or(more.domain);
    }
}

/// The page of a company.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Company {
    /// The names under which it is known.
    pub key: CompanyKey,
    /// Its name.
    pub name: String,
    /// The first of its industries, in LinkedIn's words.
    pub industry: Option<String>,
    /// LinkedIn's nine bands.
    pub size_band: Option<&'static str>,
    /// Where its web site is.
    pub domain: Option<String>,
    /// Where its head office is, in words.
    pub location: Option<String>,
    /// Two capital letters.
    pub country: Option<String>,
    /// The country's name, where no letters are given.
    pub country_name: Option<String>,
    /// What else is said, under names of ours.
    pub extra: Map<String, Value>,
}

/// Reads one item of a data set of companies.
pub(super) fn read(format: Format, value: &Value) -> Result<Verdict, Bad> {
    let fields = Fields(value);
    let is_harvestapi = format == Format::HarvestapiCompanies;
    let names: &[&str] = if is_harvestapi { &["name"] } else { &["companyName", "name"] };
    let name = fields.text(names);
    if let Some(verdict) = super::profiles::failed(fields, name.is_some())? {
        return Ok(verdict);
    }
    let Some(name) = name else { return Err(Bad::new(names[0], "the company has no name")) };
    if name.chars().nth(KEY_LIMIT).is_some() {
        return Err(Bad::new(names[0], format!("the text is longer than {KEY_LIMIT} characters")));
    }
    let key = key(fields)?;
    let mut company = if is_harvestapi { harvestapi(fields) } else { dev_fusion(fields) };
    (company.name, company.key) = (name, key);
    Ok(Verdict::Record(Record::Company(Box::new(company))))
}

fn key(fields: Fields<'_>) -> Result<CompanyKey, Bad> {
    let mut key = CompanyKey::default();
    if let Some(slug) = fields.text(&["universalName"])
        && let Ok(Link::Company(found)) = identity::parse(&format!("https://www.linkedin.com/company/{slug}"))
    {
        key = found;
    }
    let id = fields.text(&["id", "companyId", "urn", "entityUrn"]);
    if let Some(id) = id {
        if id.len() <= 19 && id.bytes().all(|byte| byte.is_ascii_digit()) {
            key.id = Some(id);
        } else if let Ok(Link::Company(CompanyKey { id: Some(id), .. })) = identity::parse(&id) {
            key.id = Some(id);
        }
    }
    for path in ["linkedinUrl", "url", "companyLinkedin"] {
        let Some(text) = fields.text(&[path]) else { continue };
        match identity::parse(&text) {
            Ok(Link::Company(found)) => {
                key.id = key.id.take().or(found.id);
                key.slug = key.slug.take().or(found.slug);
            }
            Ok(Link::Person(_)) => return Err(Bad::new(path, "the address is that of a person and not of a company")),
            _ => {}
        }
    }
    if key == CompanyKey::default() {
        return Err(Bad::whole("there is neither the address nor the id of a company's page"));
    }
    Ok(key)
}

fn harvestapi(fields: Fields<'_>) -> Company {
    let office = fields.list("locations").find(|office| office.flag(&["headquarter"]) == Some(true));
    let office = office.or_else(|| fields.list("locations").next());
    let mut company = Company {
        industry: fields.cut(&["industries/0/name", "industries/0/title", "industries/0", "industry"], KEY_LIMIT),
        size_band: fields
            .number(&["employeeCountRange/start"])
            .map(|start| {
                band(
                    fields
                        .number(&["employeeCountRange/end"])
                        .filter(|end| start <= 1 && *end <= 1)
                        .unwrap_or(start.max(2)),
                )
            })
            .or_else(|| fields.number(&["employeeCount"]).filter(|count| *count > 0).map(band)),
        domain: fields.text(&["website"]).and_then(|address| domain(&address)),
        location: office.and_then(|office| office.cut(&["parsed/text", "city", "country"], KEY_LIMIT)),
        country: office.and_then(|office| country(&office.text(&["parsed/countryCode", "country"])?)),
        country_name: office.and_then(|office| office.cut(&["parsed/countryFull", "parsed/country"], KEY_LIMIT)),
        ..Company::default()
    };
    company.extra = more(fields, &["foundedOn/year"], &["specialities"], &["logo"], &["companyType"]);
    company
}

fn dev_fusion(fields: Fields<'_>) -> Company {
    let place =
        fields.cut(&["headquarters", "headquarter", "headquarters/city", "headquarter/city", "location"], KEY_LIMIT);
    let mut company = Company {
        industry: fields.cut(&["industry", "companyIndustry", "industries/0", "industry/0"], KEY_LIMIT),
        size_band: fields
            .text(&["companySize", "employeeCountRange", "employeeCount"])
            .and_then(|size| size_band(&size)),
        domain: fields.text(&["website", "websiteUrl"]).and_then(|address| domain(&address)),
        country: fields
            .text(&["headquarters/country", "headquarter/country", "countryCode"])
            .and_then(|code| country(&code)),
        country_name: place
            .as_deref()
            .and_then(|place| place.rsplit_once(','))
            .map(|(_, country)| country.trim().to_owned()),
        location: place,
        ..Company::default()
    };
    company.extra = more(
        fields,
        &["foundingYear", "foundedYear", "founded"],
        &["specialties", "specialities"],
        &["companyLogo", "logo"],
        &["companyType", "type"],
    );
    company
}

fn more(fields: Fields<'_>, founded: &[&str], special: &[&str], logo: &[&str], kind: &[&str]) -> Map<String, Value> {
    let mut extra = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            extra.insert(name.to_owned(), value);
        }
    };
    put("tagline", fields.cut(&["tagline"], KEY_LIMIT).map(Value::from));
    put("about", fields.cut(&["description", "about"], ABOUT).map(Value::from));
    put("employees", fields.number(&["employeeCount"]).map(Value::from));
    put("followers", fields.number(&["followerCount"]).map(Value::from));
    put("founded", fields.number(founded).filter(|year| (1000..=2100).contains(year)).map(Value::from));
    put("type", fields.cut(kind, KEY_LIMIT).map(Value::from));
    put(
        "logo_url",
        fields.cut(logo, super::item::ADDRESS_LIMIT).filter(|url| url.starts_with("http")).map(Value::from),
    );
    let specialities: Vec<Value> = special
        .iter()
        .flat_map(|path| fields.list(path))
        .filter_map(|entry| entry.0.as_str().map(|text| fields::cut(text.trim().replace('\0', "\u{fffd}"), KEY_LIMIT)))
        .take(100)
        .map(Value::from)
        .collect();
    put("specialities", (!specialities.is_empty()).then(|| specialities.into()));
    extra
}

/// The band that holds a number of employees.
const fn band(employees: i64) -> &'static str {
    match employees {
        ..=1 => "1",
        2..=10 => "2-10",
        11..=50 => "11-50",
        51..=200 => "51-200",
        201..=500 => "201-500",
        501..=1_000 => "501-1000",
        1_001..=5_000 => "1001-5000",
        5_001..=10_000 => "5001-10000",
        _ => "10001+",
    }
}

/// The band of `51-200`, `51 - 200 employees`, `1,001-5,000`, `10001+` or a plain number.
pub(super) fn size_band(text: &str) -> Option<&'static str> {
    let text: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\'')).collect();
    let numbers: Vec<i64> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .take(2)
        .map_while(|part| part.parse().ok())
        .collect();
    match numbers[..] {
        [] | [0] => None,
        [only] => Some(band(only)),
        [start, end, ..] => Some(band(if start <= 1 && end > 1 { 2 } else { start })),
    }
}

/// Two letters that stand for a country.
pub(super) fn country(code: &str) -> Option<String> {
    let code = code.trim().to_uppercase();
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| if code == "UK" { "GB".to_owned() } else { code })
}

/// The host of a web site, without www. Pages on somebody else's site are nobody's domain.
pub(super) fn domain(address: &str) -> Option<String> {
    const OF_OTHERS: [&str; 14] = [
        "linkedin.com",
        "lnkd.in",
        "facebook.com",
        "instagram.com",
        "twitter.com",
        "x.com",
        "youtube.com",
        "linktr.ee",
        "bit.ly",
        "t.co",
        "google.com",
        "github.com",
        "medium.com",
        "tiktok.com",
    ];
    let rest = address.trim();
    let rest = rest.split_once("://").map_or(rest, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', '\\']).next()?.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_end_matches('.').to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let is_host = host.len() <= DOMAIN
        && host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'))
        && host.chars().any(char::is_alphabetic);
    let is_of_others = OF_OTHERS
        .iter()
        .any(|other| host == *other || host.strip_suffix(other).is_some_and(|rest| rest.ends_with('.')));
    (is_host && !is_of_others).then(|| host.to_owned())
}

#[cfg(test)]
mod tests;
