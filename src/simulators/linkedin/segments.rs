//! Audience segments (`dmpSegments`): made, waited for, filled in batches of which every element is judged by itself, and built.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    errors::ApiError,
    rest::{Answer, Ask},
    shared::Shared,
};

/// The most elements of a batch.
const MOST: usize = 5_000;
const TYPES: [&str; 6] =
    ["USER", "COMPANY", "USER_LIST_UPLOAD", "COMPANY_LIST_UPLOAD", "USER_STREAMING", "COMPANY_STREAMING"];

#[derive(Debug)]
pub(super) struct Segment {
    account: String,
    id: i64,
    name: String,
    kind: String,
    created: Instant,
    changed: Instant,
    /// Who or what is in it: `SHA256_EMAIL …`, or the name of a company.
    entries: BTreeSet<String>,
}

/// A segment, as a test sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SegmentReport {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// `USER` or `COMPANY`, or a longer word that begins so.
    pub kind: String,
    /// Who or what is in it: kind and value of an id (`SHA256_EMAIL 5e88…`), or what identifies a company.
    pub entries: Vec<String>,
}

impl Segment {
    pub(super) fn report(&self) -> SegmentReport {
        SegmentReport {
            id: self.id,
            name: self.name.clone(),
            kind: self.kind.clone(),
            entries: self.entries.iter().cloned().collect(),
        }
    }

    /// Whom LinkedIn knows of those who are in it: seven of ten, and of the same always the same.
    fn matched(&self) -> usize {
        self.entries.iter().filter(|entry| entry.bytes().map(u32::from).sum::<u32>() % 10 < 7).count()
    }

    fn status(&self, build: Duration) -> &'static str {
        if self.entries.is_empty() || self.changed.elapsed() < build { "BUILDING" } else { "READY" }
    }
}

pub(super) fn create(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&[])?;
    let body = ask.json()?;
    let text = |field: &str| body[field].as_str().filter(|text| !text.is_empty());
    let needed = |field: &str| text(field).ok_or_else(|| ApiError::body(&format!("{field} is needed")));
    let name = needed("name")?.to_owned();
    needed("sourcePlatform")?;
    if needed("accessPolicy")? != "PRIVATE" {
        return Err(ApiError::body("accessPolicy must be PRIVATE"));
    }
    let account = needed("account")?.to_owned();
    if shared.worlds.iter().all(|world| account != world.account_urn()) {
        return Err(ask.denied());
    }
    let destinations = body["destinations"].as_array().filter(|list| !list.is_empty());
    let is_linkedin = |list: &Vec<Value>| list.iter().all(|one| one["destination"] == "LINKEDIN");
    if !destinations.is_some_and(is_linkedin) {
        return Err(ApiError::body("destinations must be [{\"destination\": \"LINKEDIN\"}]"));
    }
    let kind = needed("type")?;
    if !TYPES.contains(&kind) {
        return Err(ApiError::body(&format!("{kind} is not a type of segments")));
    }
    let now = Instant::now();
    let id = shared.with(|state| {
        let id = 80_100_001 + i64::try_from(state.segments.len()).unwrap_or(0);
        let entries = BTreeSet::new();
        state.segments.push(Segment { id, account, name, kind: kind.to_owned(), created: now, changed: now, entries });
        id
    });
    Ok((StatusCode::CREATED, [("x-restli-id", id.to_string())]).into_response())
}

/// The place of the segment in the path.
fn place(ask: &Ask, segments: &[Segment]) -> Result<usize, ApiError> {
    let id: Option<i64> = ask.key_text(1)?.parse().ok();
    segments.iter().position(|segment| Some(segment.id) == id).ok_or_else(|| ApiError::not_found("The segment"))
}

pub(super) fn show(shared: &Shared, ask: &Ask) -> Answer {
    ask.query.only(&[])?;
    shared.with(|state| {
        let segment = &state.segments[place(ask, &state.segments)?];
        let status = segment.status(shared.options.segment_build);
        let mut value = json!({
            "id": segment.id,
            "name": segment.name,
            "type": segment.kind,
            "account": segment.account,
            "accessPolicy": "PRIVATE",
            "destinations": [{ "destination": "LINKEDIN", "status": status }],
            "status": status,
            "inputCount": segment.entries.len(),
        });
        // Until it is built nobody knows.
        if status == "READY" {
            value["matchedCount"] = segment.matched().into();
            value["audienceSize"] = segment.matched().into();
        }
        Ok(Json(value).into_response())
    })
}

pub(super) fn add_users(shared: &Shared, ask: &Ask) -> Answer {
    add(shared, ask, "USER", user)
}

pub(super) fn add_companies(shared: &Shared, ask: &Ask) -> Answer {
    add(shared, ask, "COMPANY", company)
}

/// What is in a segment afterwards, or why not.
type Judge = fn(&Value) -> Result<String, String>;

fn add(shared: &Shared, ask: &Ask, kind: &str, judge: Judge) -> Answer {
    ask.query.only(&[])?;
    let mut body = ask.json()?;
    let Value::Array(elements) = body["elements"].take() else {
        return Err(ApiError::body("elements must be a list"));
    };
    if elements.is_empty() || elements.len() > MOST {
        return Err(ApiError::body(&format!("elements must be 1 to {MOST}")));
    }
    shared.with(|state| {
        let place = place(ask, &state.segments)?;
        let segment = &mut state.segments[place];
        if !segment.kind.starts_with(kind) {
            return Err(ApiError::body(&format!("A segment of type {} takes no {kind}", segment.kind)));
        }
        if segment.created.elapsed() < shared.options.segment_wait {
            return Err(ApiError::body("The segment is not ready yet"));
        }
        let results: Vec<Value> = elements.iter().map(|element| put(segment, element, judge)).collect();
        segment.changed = Instant::now();
        Ok(answer(&results))
    })
}

fn put(segment: &mut Segment, element: &Value, judge: Judge) -> Value {
    let change = match element["action"].as_str() {
        Some("ADD") => BTreeSet::insert,
        Some("REMOVE") => |entries: &mut BTreeSet<String>, entry: String| entries.remove(&entry),
        _ => return refused("action must be ADD or REMOVE"),
    };
    match judge(element) {
        Ok(entry) => {
            change(&mut segment.entries, entry);
            json!({ "status": 201 })
        }
        Err(words) => refused(&words),
    }
}

fn refused(words: &str) -> Value {
    json!({ "status": 400, "error": { "status": 400, "code": "INVALID_ARGUMENT", "message": words } })
}

fn answer(elements: &[Value]) -> Response {
    Json(json!({ "elements": elements })).into_response()
}

/// Checks the longest lengths of texts that may be missing.
fn check_texts(element: &Value, limits: &[(&str, usize)]) -> Result<(), String> {
    for (field, most) in limits {
        match &element[*field] {
            Value::Null => {}
            Value::String(text) if (1..=*most).contains(&text.chars().count()) => {}
            _ => return Err(format!("{field} must be 1 to {most} characters")),
        }
    }
    Ok(())
}

fn check_fields(element: &Value, known: &[&str]) -> Result<(), String> {
    let fields = element.as_object().ok_or("an element must be an object")?;
    let unknown = fields.keys().find(|field| !known.contains(&field.as_str()));
    unknown.map_or(Ok(()), |field| Err(format!("there is no field {field}")))
}

fn user(element: &Value) -> Result<String, String> {
    check_fields(element, &["action", "userIds", "firstName", "lastName", "company", "title", "country"])?;
    check_texts(element, &[("firstName", 35), ("lastName", 35), ("company", 50), ("title", 50)])?;
    let country = &element["country"];
    let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if !country.is_null() && !country.as_str().is_some_and(is_country) {
        return Err("country must be two capital letters".to_owned());
    }
    let ids = element["userIds"].as_array().map_or(&[][..], Vec::as_slice);
    let mut known = Vec::new();
    for id in ids {
        let (kind, value) = (id["idType"].as_str().unwrap_or_default(), id["idValue"].as_str().unwrap_or_default());
        let hex =
            |length: usize| value.len() == length && value.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let fits = match kind {
            "SHA256_EMAIL" => hex(64),
            "SHA512_EMAIL" => hex(128),
            "GOOGLE_AID" | "APPLE_IDFA" => !value.is_empty(),
            _ => return Err("idType is none".to_owned()),
        };
        if !fits {
            return Err(format!("idValue is not a {kind}"));
        }
        known.push(format!("{kind} {value}"));
    }
    if let Some(first) = known.into_iter().next() {
        return Ok(first);
    }
    // Who has no id has to have a name and something else.
    let text = |field: &str| element[field].as_str().unwrap_or_default();
    let rest = format!("{}{}{}", text("company"), text("title"), text("country"));
    if text("firstName").is_empty() || text("lastName").is_empty() || rest.is_empty() {
        return Err("userIds, or firstName and lastName with more, are needed".to_owned());
    }
    Ok(format!("NAME {} {} {rest}", text("firstName"), text("lastName")))
}

fn company(element: &Value) -> Result<String, String> {
    const IDENTITIES: [&str; 5] =
        ["organizationUrn", "companyPageUrl", "companyWebsiteDomain", "companyEmailDomain", "companyName"];
    let more = ["action", "stockSymbol", "industries", "city", "state", "country", "postalCode"];
    check_fields(element, &[&IDENTITIES[..], &more].concat())?;
    check_texts(element, &[("companyName", 100), ("companyPageUrl", 500)])?;
    for field in ["companyWebsiteDomain", "companyEmailDomain"] {
        let is_domain = |text: &str| text.contains('.') && !text.contains(['/', ':', ' ', '@']);
        if !element[field].is_null() && !element[field].as_str().is_some_and(is_domain) {
            return Err(format!("{field} must be a domain, such as example.com"));
        }
    }
    let urn = &element["organizationUrn"];
    let is_urn = |text: &str| text.starts_with("urn:li:organization:");
    if !urn.is_null() && !urn.as_str().is_some_and(is_urn) {
        return Err("organizationUrn must be urn:li:organization:…".to_owned());
    }
    let identity = IDENTITIES.iter().find_map(|field| element[*field].as_str());
    identity.map(ToOwned::to_owned).ok_or_else(|| "nothing says which company it is".to_owned())
}
