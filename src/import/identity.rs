//! Whom and what a LinkedIn address or URN names.
//!
//! The same person arrives as a member id (`/in/ACoAA…`), as a vanity slug (`/in/ada-example`), behind
//! `?miniProfileUrn=…` and, from Sales Navigator, as an `ACwAA…` id that cannot be turned into the others. Each is kept
//! under its own name; which of them are one person is for the database to know. A member id is compared exactly, a slug
//! in lower case, percent-decoded and in normal form C.

mod post;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

pub use post::{PostRef, comment_time, time_of_id};

/// Longer than any address that LinkedIn gives out, with its tracking parameters.
const ADDRESS_LIMIT: usize = 4096;
const SLUG_LIMIT: usize = 200;

/// The names under which one address knows a person. At least one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonKey {
    /// `ACoAA…`, case as it came.
    pub member_id: Option<String>,
    /// The vanity name: lower case, percent-decoded, NFC.
    pub slug: Option<String>,
    /// `ACwAA…`, case as it came.
    pub sales_nav_id: Option<String>,
}

impl PersonKey {
    /// Whether no name is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.member_id.is_none() && self.slug.is_none() && self.sales_nav_id.is_none()
    }

    /// Adds what `other` knows. False, and no change, if the two name different people.
    pub fn merge(&mut self, other: Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| matches!((a, b), (Some(a), Some(b)) if a != b);
        if differ(&self.member_id, &other.member_id)
            || differ(&self.slug, &other.slug)
            || differ(&self.sales_nav_id, &other.sales_nav_id)
        {
            return false;
        }
        self.member_id = self.member_id.take().or(other.member_id);
        self.slug = self.slug.take().or(other.slug);
        self.sales_nav_id = self.sales_nav_id.take().or(other.sales_nav_id);
        true
    }
}

/// The names under which one address knows a company, school or showcase page. Exactly one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CompanyKey {
    /// The number in `urn:li:fsd_company:N` and `/company/N`.
    pub id: Option<String>,
    /// The name in `/company/acme`: lower case, percent-decoded, NFC.
    pub slug: Option<String>,
}

/// What an address or URN names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A person.
    Person(PersonKey),
    /// A company, school or showcase page.
    Company(CompanyKey),
    /// A post, or a comment below one.
    Post(PostRef),
    /// A search: what the scrapers give for an employer without a page. It is no key of anything.
    Search,
    /// LinkedIn, but none of the above.
    Other,
}

/// Why a text is no LinkedIn address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotLinkedIn {
    /// A host that is not linkedin.com or below it.
    #[error("the address leads to {0}, which is not LinkedIn")]
    ForeignHost(String),
    /// `lnkd.in`: where it leads is known only to LinkedIn.
    #[error("this is a short link; open it and copy the full address")]
    ShortLink,
    /// Not an address at all.
    #[error("this is not a LinkedIn address")]
    NotAnAddress,
    /// A name in it that no person or company can have.
    #[error("the name in the address is not valid")]
    BadName,
}

/// Reads an address, with or without `https://`, a URN, or a bare member id.
pub fn parse(text: &str) -> Result<Link, NotLinkedIn> {
    let text = text.trim();
    if text.is_empty() || text.len() > ADDRESS_LIMIT {
        return Err(NotLinkedIn::NotAnAddress);
    }
    if let Some(key) = bare_id(text) {
        return Ok(Link::Person(key));
    }
    if starts_with_ignoring_case(text, "urn:li:") {
        return parse_urn(text).ok_or(NotLinkedIn::NotAnAddress);
    }
    let (path, query) = after_host(text)?;
    let query = query.split('#').next().unwrap_or_default();
    let link = parse_path(path.split('#').next().unwrap_or_default(), query)?;
    Ok(with_query(link, query))
}

/// The page of a person: the member id's where no slug is known. Nothing for a person of Sales Navigator only.
#[must_use]
pub fn profile_url(key: &PersonKey) -> Option<String> {
    let name = key.slug.as_ref().or(key.member_id.as_ref())?;
    Some(format!("https://www.linkedin.com/in/{}/", percent_encode(name)))
}

/// The page of a company.
#[must_use]
pub fn company_url(key: &CompanyKey) -> Option<String> {
    let name = key.slug.as_ref().or(key.id.as_ref())?;
    Some(format!("https://www.linkedin.com/company/{}/", percent_encode(name)))
}

/// A member id or Sales Navigator id that stands alone.
#[must_use]
pub fn bare_id(text: &str) -> Option<PersonKey> {
    if is_id(text, "ACo") {
        return Some(PersonKey { member_id: Some(text.to_owned()), ..PersonKey::default() });
    }
    is_id(text, "ACw").then(|| PersonKey { sales_nav_id: Some(text.to_owned()), ..PersonKey::default() })
}

/// Ids start with `ACoA` or `ACwA` and have 39 characters. Shorter ones are believed only with a second `A`, which all
/// but the newest members have, so that a vanity name such as `ACoAching` stays a name.
fn is_id(text: &str, kind: &str) -> bool {
    text.strip_prefix(kind).is_some_and(|rest| {
        (rest.starts_with("AA") && text.len() >= 10 || rest.starts_with('A') && text.len() >= 30)
            && text.len() <= 100
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    })
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// Checks scheme and host and returns path and query.
fn after_host(text: &str) -> Result<(&str, &str), NotLinkedIn> {
    let rest = match text.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http") => rest,
        Some((scheme, _)) if !scheme.contains(['/', '?', '.']) => return Err(NotLinkedIn::NotAnAddress),
        // Without a scheme, what looks like a user name makes it an e-mail address.
        _ if !text.starts_with("//") && text.split(['/', '?', '#']).next().is_some_and(|start| start.contains('@')) => {
            return Err(NotLinkedIn::NotAnAddress);
        }
        _ => text.strip_prefix("//").unwrap_or(text),
    };
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    // Whatever stands before the last @ is a user name: https://linkedin.com@evil.example leads to evil.example.
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
    if host == "lnkd.in" {
        return Err(NotLinkedIn::ShortLink);
    }
    if host != "linkedin.com" && !host.ends_with(".linkedin.com") {
        let plausible = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
        return Err(if plausible { NotLinkedIn::ForeignHost(host) } else { NotLinkedIn::NotAnAddress });
    }
    Ok(path.split_once('?').unwrap_or((path, "")))
}

fn parse_path(path: &str, query: &str) -> Result<Link, NotLinkedIn> {
    let mut segments = path.split(['/', '\\']).filter(|segment| !segment.is_empty());
    let mut kind = segments.next().unwrap_or_default().to_ascii_lowercase();
    if matches!(kind.as_str(), "mwlite" | "m" | "comm") {
        kind = segments.next().unwrap_or_default().to_ascii_lowercase();
    }
    let name = segments.next().unwrap_or_default();
    match kind.as_str() {
        "in" => person(name),
        "company" | "showcase" | "school" | "organization" => company(name),
        "sales" => match (name.to_ascii_lowercase().as_str(), segments.next()) {
            ("lead" | "people" | "profile", Some(id)) => {
                let id = id.split(',').next().unwrap_or_default();
                Ok(bare_id(id).map_or(Link::Other, Link::Person))
            }
            ("company" | "accounts", Some(id)) => company(id.split(',').next().unwrap_or_default()),
            ("search", _) => Ok(Link::Search),
            _ => Ok(Link::Other),
        },
        "search" => Ok(Link::Search),
        "profile" if name.eq_ignore_ascii_case("view") => {
            Ok(parameter(query, "id").and_then(|id| bare_id(&id)).map_or(Link::Other, Link::Person))
        }
        "posts" | "feed" | "embed" | "video" => Ok(post::in_address(path, query).map_or(Link::Other, Link::Post)),
        _ => Ok(Link::Other),
    }
}

fn person(name: &str) -> Result<Link, NotLinkedIn> {
    if name.is_empty() {
        return Ok(Link::Other);
    }
    let name = percent_decode(name).ok_or(NotLinkedIn::BadName)?;
    if let Some(key) = bare_id(&name) {
        return Ok(Link::Person(key));
    }
    Ok(Link::Person(PersonKey { slug: Some(slug(&name)?), ..PersonKey::default() }))
}

fn company(name: &str) -> Result<Link, NotLinkedIn> {
    let name = percent_decode(name).ok_or(NotLinkedIn::BadName)?;
    // LinkedIn itself links to "unavailable" where a page was deleted: it is no company.
    if name.is_empty() || name.eq_ignore_ascii_case("unavailable") {
        return Ok(Link::Other);
    }
    Ok(Link::Company(if name.bytes().all(|byte| byte.is_ascii_digit()) && name.len() <= 19 {
        CompanyKey { id: Some(name.into_owned()), slug: None }
    } else {
        CompanyKey { id: None, slug: Some(slug(&name)?) }
    }))
}

/// The form in which slugs are stored and compared.
pub fn slug(name: &str) -> Result<String, NotLinkedIn> {
    let slug: String = name.trim().nfc().flat_map(char::to_lowercase).nfc().collect();
    let bad =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '/' | '?' | '#' | '<' | '>' | '"' | '\u{fffd}');
    if slug.is_empty() || slug.len() > SLUG_LIMIT || slug.contains(bad) {
        return Err(NotLinkedIn::BadName);
    }
    Ok(slug)
}

/// `urn:li:TYPE:ID`. URNs whose ids live in another world than the exports' (`person`, `member`) are [`Link::Other`].
fn parse_urn(text: &str) -> Option<Link> {
    let text = percent_decode(text)?;
    let (kind, id) = text.get("urn:li:".len()..)?.split_once(':')?;
    let kind = kind.to_ascii_lowercase();
    let inner = id.trim_start_matches('(').split([',', ')']).next().unwrap_or_default();
    let link = match kind.as_str() {
        "fsd_profile" | "fs_profile" | "fs_miniprofile" | "fs_salesprofile" => {
            bare_id(inner).map_or(Link::Other, Link::Person)
        }
        "fsd_company" | "fs_normalized_company" | "company" | "organization" | "fs_minicompany" | "fs_salescompany" => {
            company(inner).unwrap_or(Link::Other)
        }
        // The person inside is who reacted; the post comes with it.
        "fsd_reaction" | "activity" | "share" | "ugcpost" | "comment" | "fsd_comment" => {
            post::in_urns(&text).map_or(Link::Other, Link::Post)
        }
        _ => Link::Other,
    };
    Some(link)
}

/// What `?miniProfileUrn=` and `?commentUrn=` add to what the path says.
fn with_query(link: Link, query: &str) -> Link {
    let Link::Person(mut key) = link else { return link };
    if let Some(urn) = parameter(query, "miniProfileUrn")
        && let Some(Link::Person(more)) = parse_urn(&urn)
    {
        key.merge(more);
    }
    Link::Person(key)
}

/// The decoded value of a query parameter.
fn parameter(query: &str, name: &str) -> Option<String> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        key.eq_ignore_ascii_case(name).then(|| percent_decode(value).map(Cow::into_owned))?
    })
}

/// Undoes `%C3%A9`. Nothing if the result is not UTF-8. A lone percent sign stays.
fn percent_decode(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('%') {
        return Some(Cow::Borrowed(text));
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |index: usize| bytes.get(index).and_then(|byte| char::from(*byte).to_digit(16));
        if bytes[at] == b'%'
            && let (Some(high), Some(low)) = (hex(at + 1), hex(at + 2))
        {
            decoded.push(u8::try_from(high * 16 + low).ok()?);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).ok().map(Cow::Owned)
}

fn percent_encode(name: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The post of an address that must be one of a post.
///
/// # Errors
/// A sentence that shows how such an address looks.
pub fn post_of(url: &str) -> Result<PostRef, String> {
    match parse(url) {
        Ok(Link::Post(post)) if !post.is_empty() => Ok(post),
        _ => Err(format!(
            "{url:?} is no address of a LinkedIn post; it looks like https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/"
        )),
    }
}

#[cfg(test)]
mod tests;
