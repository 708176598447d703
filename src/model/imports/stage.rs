//! Records as the database's merge functions take them: one JSON object a line, whose keys are the fields of the composite
//! types in `database/app/imports.sql`.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::import::{
    Actor, AdDay, AdLevel, Comment, Connection, Demographic, Post, Reaction, Record, Section, Share,
    identity::{PersonKey, PostRef},
};

/// Characters of an employer's name as read from a headline.
const EMPLOYER: usize = 200;

/// A row that a merge function takes, without its number.
pub type Row = Map<String, Value>;

fn row(value: Value) -> Row {
    match value {
        Value::Object(map) => map,
        _ => Row::new(),
    }
}

/// The name under which somebody is shown whose own is not known.
fn known_as(person: &PersonKey) -> Option<&String> {
    person.slug.as_ref().or(person.member_id.as_ref()).or(person.sales_nav_id.as_ref())
}

/// Who, and what the headline says of them.
fn actor(actor: &Actor) -> Row {
    let mut row = row(json!({
        "member_id": actor.person.member_id,
        "slug": actor.person.slug,
        "sales_nav_id": actor.person.sales_nav_id,
        // Somebody without a name is shown under what is known.
        "name": actor.name.as_ref().or(known_as(&actor.person)),
        "headline": actor.headline,
        "degree": actor.degree.map(crate::import::Degree::number),
        "picture_url": actor.picture_url,
    }));
    if let Some(text) = &actor.headline {
        row.extend(facts(&headline::parse(text), "headline"));
    }
    row
}

/// The functions of the main role, or of the whole headline where that role names none, by their slugs.
#[must_use]
pub fn functions(read: &headline::Headline) -> Vec<&'static str> {
    let of_role = read.main().map(|role| &role.functions).filter(|functions| !functions.is_empty());
    of_role.unwrap_or(&read.functions).iter().map(|function| function.as_str()).collect()
}

/// What a headline says of a person, in the columns of `persons` that hold it.
pub fn facts(read: &headline::Headline, source: &str) -> Row {
    let main = read.main();
    row(json!({
        "title": main.and_then(|role| role.title.as_ref()),
        // What is longer is a sentence, and no index holds it.
        "employer": main.and_then(|role| role.employer.as_ref()).filter(|name| name.chars().nth(EMPLOYER).is_none()),
        "seniority": main.and_then(|role| role.seniority).map(headline::Seniority::as_str),
        "functions": functions(read),
        "confidence": main.map_or(read.confidence, |role| role.confidence),
        "version": headline::VERSION,
        "facts_from": source,
    }))
}

/// A reaction; its time is the one at which it was first seen, since in files a reaction has none.
#[must_use]
pub fn reaction(reaction: &Reaction, post_id: i32, seen_at: Timestamp) -> Row {
    let mut row = actor(&reaction.actor);
    row.insert("seen_at".into(), seen_at.to_string().into());
    row.insert("post_id".into(), post_id.into());
    row.insert("engagement_type".into(), "reaction".into());
    row.insert("reaction_type".into(), reaction.reaction.name().into());
    row.insert("engaged_at".into(), reaction.reacted_at.unwrap_or(seen_at).to_string().into());
    row.insert("time_basis".into(), if reaction.reacted_at.is_some() { "exact" } else { "first_seen" }.into());
    row
}

/// A post that somebody passed on.
#[must_use]
pub fn share(share: &Share, post_id: i32) -> Row {
    let mut row = actor(&share.actor);
    row.insert("post_id".into(), post_id.into());
    row.insert("engagement_type".into(), "share".into());
    row.insert("engaged_at".into(), share.shared_at.to_string().into());
    row.insert("time_basis".into(), "exact".into());
    row
}

/// A comment; its id holds its time.
#[must_use]
pub fn comment(comment: &Comment, post_id: i32, seen_at: Timestamp) -> Row {
    let mut row = actor(&comment.actor);
    // The comment is as old as its id says, and its author's headline as old as the export.
    row.insert("seen_at".into(), seen_at.to_string().into());
    row.insert("post_id".into(), post_id.into());
    row.insert("engagement_type".into(), "comment".into());
    row.insert("comment_id".into(), comment.comment_id.to_string().into());
    row.insert("comment_text".into(), comment.text.clone().into());
    row.insert("engaged_at".into(), comment.commented_at.unwrap_or(seen_at).to_string().into());
    row.insert("time_basis".into(), if comment.commented_at.is_some() { "derived" } else { "first_seen" }.into());
    row
}

/// A connection.  Its position is read as a headline would be, but its title and company stay as LinkedIn gives them.
#[must_use]
pub fn connection(connection: &Connection) -> Row {
    let name =
        [&connection.first_name, &connection.last_name].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
    let fallback = connection.person.slug.as_ref().or(connection.email.as_ref()).or(known_as(&connection.person));
    let mut row = row(json!({
        "member_id": connection.person.member_id,
        "slug": connection.person.slug,
        "sales_nav_id": connection.person.sales_nav_id,
        "email": connection.email.as_ref().map(|email| email.to_lowercase()),
        "name": if name.trim().is_empty() { fallback } else { Some(&name) },
        "first_name": connection.first_name,
        "last_name": connection.last_name,
        "degree": 1,
        "connected_on": connection.connected_on.map(|day| day.to_string()),
    }));
    if connection.position.is_some() || connection.company.is_some() {
        let read = headline::parse(connection.position.as_deref().unwrap_or_default());
        row.extend(facts(&read, "connection"));
        row.insert("title".into(), connection.position.clone().into());
        row.insert("employer".into(), connection.company.clone().into());
    }
    row
}

/// The names of a post, by which it is found or made.
#[must_use]
pub fn post_ref(post: &PostRef, campaign: Option<&str>) -> Row {
    row(json!({
        "url": post.url(),
        "activity_id": post.activity_id,
        "share_id": post.share_id,
        "ugc_post_id": post.ugc_post_id,
        "campaign": campaign,
    }))
}

/// A line of a posts list.
#[must_use]
pub fn post(post: &Post, campaign: Option<&str>) -> Row {
    let mut row = post_ref(&post.post, post.campaign.as_deref().or(campaign));
    row.insert("title".into(), post.title.clone().into());
    row.insert("campaign_group".into(), post.campaign_group.clone().into());
    row.insert("is_paid".into(), post.is_paid.into());
    // No file system has longer names.
    let file = post.file.as_ref().filter(|file| (1..=255).contains(&file.chars().count()));
    row.insert("file".into(), file.cloned().into());
    row.insert("posted_at".into(), post.posted_at.map(|at| at.to_string()).into());
    row
}

/// A row of an Ad Performance report.
pub fn ad(ad: &AdDay) -> Row {
    let id = |level: &AdLevel| level.id.map(|id| id.to_string());
    let status = |level: &AdLevel| level.status.as_deref().and_then(status);
    row(json!({
        "group_id": id(&ad.group),
        "group_name": ad.group.name,
        "group_status": status(&ad.group),
        "campaign_id": id(&ad.campaign),
        "campaign_name": ad.campaign.name,
        "campaign_status": status(&ad.campaign),
        "campaign_type": ad.campaign_type.as_deref().and_then(campaign_type),
        "objective": ad.objective.as_deref().and_then(objective),
        "objective_label": ad.objective,
        "budget": ad.campaign.total_budget.or(ad.group.total_budget).map(|budget| budget.to_string()),
        "starts_on": ad.campaign.starts_on.map(|day| day.to_string()),
        "ends_on": ad.campaign.ends_on.map(|day| day.to_string()),
        "ad_id": id(&ad.ad),
        "ad_name": ad.ad.name,
        "ad_status": status(&ad.ad),
        "headline": ad.headline,
        "introduction": ad.introduction,
        "click_url": ad.click_url,
        "day": ad.starts_on.to_string(),
        "last_day": ad.ends_on.to_string(),
        "currency": ad.currency,
        "spend": ad.spent.map(|spent| spent.to_string()),
        "impressions": ad.counters.impressions,
        "clicks": ad.counters.clicks,
        "reactions": ad.counters.reactions,
        "comments": ad.counters.comments,
        "shares": ad.counters.shares,
        "follows": ad.counters.follows,
        "engagements": ad.counters.engagements,
        "leads": ad.counters.leads,
        "conversions": ad.counters.conversions.map(|conversions| conversions.to_string()),
        "reach": ad.counters.reach,
    }))
}

/// A row of a Demographics report.  Shares are fractions of 1 in the database.
#[must_use]
pub fn demographic(line: &Demographic) -> Row {
    let share = |percent: Option<crate::import::numbers::Decimal>| {
        percent.map(|mut percent| {
            percent.scale += 2;
            percent.to_string()
        })
    };
    row(json!({
        "account": line.account,
        "section": section(&line.section),
        "segment": line.segment,
        "first_day": line.starts_on.map(|day| day.to_string()),
        "last_day": line.ends_on.map(|day| day.to_string()),
        "impressions": line.impressions,
        "impressions_share": share(line.impressions_percent),
        "clicks": line.clicks,
        "clicks_share": share(line.clicks_percent),
        "conversions": line.conversions.map(|conversions| conversions.rounded().to_string()),
        "sends": line.sends,
        "opens": line.opens,
    }))
}

const fn section(section: &Section) -> Option<&'static str> {
    Some(match section {
        Section::CompanyName => "company",
        Section::CompanyIndustry => "industry",
        Section::CompanySize => "company_size",
        Section::Country => "country_region",
        Section::Location => "location",
        Section::JobSeniority => "seniority",
        Section::JobTitle => "job_title",
        Section::JobFunction => "job_function",
        Section::County => "county",
        Section::Other(_) => return None,
    })
}

/// The post that `--post` or a posts list names for a whole file, by every id that is known of it.
#[derive(Debug, Clone, Default)]
pub struct Given(Vec<i64>);

impl Given {
    /// A post of these ids.
    pub fn new(ids: impl IntoIterator<Item = i64>) -> Self {
        Self(ids.into_iter().collect())
    }

    /// Whether a record that names a post means this one.  What it says beside that is another id of this post.
    fn is(&mut self, post: Option<&PostRef>) -> bool {
        let ids: Vec<i64> = post.into_iter().flat_map(PostRef::ids).collect();
        let is_same = ids.is_empty() || ids.iter().any(|id| self.0.contains(id));
        if is_same {
            let new: Vec<i64> = ids.into_iter().filter(|id| !self.0.contains(id)).collect();
            self.0.extend(new);
        }
        is_same
    }
}

/// What a record lacks to be stored: a column and a reason.
pub fn problem(record: &Record, given: Option<&mut Given>) -> Option<(&'static str, String)> {
    let named = match record {
        Record::Reaction(reaction) => reaction.post.as_ref(),
        Record::Comment(comment) => comment.post.as_ref(),
        Record::Share(share) => Some(&share.post),
        _ => None,
    };
    let has_post = given.is_some();
    if let Some(given) = given
        && !given.is(named)
    {
        let url = named.and_then(PostRef::url).unwrap_or_default();
        return Some((
            "post",
            format!(
                "the record belongs to another post than the one that was given for it, {url}; import it without --post, or correct the posts list"
            ),
        ));
    }
    let nobody = || Some(("profileUrl", "no member id, profile address or e-mail says who this is".to_owned()));
    let no_post =
        || Some(("post", "the row does not say which post; give the address of the post (--post URL)".to_owned()));
    match record {
        Record::Reaction(reaction) if reaction.actor.person.is_empty() => nobody(),
        Record::Comment(comment) if comment.actor.person.is_empty() => nobody(),
        Record::Share(share) if share.actor.person.is_empty() => nobody(),
        Record::Reaction(reaction) if !has_post && reaction.post.as_ref().is_none_or(PostRef::is_empty) => no_post(),
        Record::Comment(comment) if !has_post && comment.post.as_ref().is_none_or(PostRef::is_empty) => no_post(),
        Record::Connection(connection) if connection.person.is_empty() && connection.email.is_none() => {
            Some(("URL", "neither a profile address nor an e-mail says who this is".to_owned()))
        }
        Record::AdDay(ad) if ad.campaign.id.is_none() && ad.campaign.name.is_none() => {
            Some(("Campaign Name", "the row does not say which campaign".to_owned()))
        }
        Record::Demographic(line) if section(&line.section).is_none() => {
            Some(("section", format!("there is no section {:?}", line.section.name())))
        }
        Record::Demographic(line) if line.starts_on.is_none() || line.ends_on.is_none() => {
            Some(("section", "the report has lost the lines above its tables that give its period".to_owned()))
        }
        _ => None,
    }
}

/// Words of the interface in English and Dutch, the languages whose exports are known.
fn lookup(word: &str, table: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let word = word.trim().to_lowercase();
    table.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(value, _)| *value)
}

fn status(word: &str) -> Option<&'static str> {
    lookup(
        word,
        &[
            ("active", &["active", "actief", "running"]),
            ("paused", &["paused", "gepauzeerd", "on hold"]),
            ("completed", &["completed", "voltooid", "ended"]),
            ("draft", &["draft", "concept"]),
            ("archived", &["archived", "gearchiveerd"]),
            ("cancelled", &["canceled", "cancelled", "geannuleerd"]),
        ],
    )
}

fn campaign_type(word: &str) -> Option<&'static str> {
    lookup(
        word,
        &[
            ("sponsored_content", &["sponsored update", "sponsored updates", "sponsored content", "sponsored_updates"]),
            (
                "message_ads",
                &["sponsored inmail", "sponsored message", "message ad", "message ads", "conversation ads"],
            ),
            ("text_ads", &["text ad", "text ads", "text_ad"]),
            ("dynamic_ads", &["dynamic", "dynamic ad", "dynamic ads", "spotlight ad", "follower ad"]),
        ],
    )
}

fn objective(word: &str) -> Option<&'static str> {
    lookup(
        word,
        &[
            ("brand_awareness", &["brand awareness", "awareness", "merkbekendheid"]),
            ("website_visits", &["website visits", "websitebezoeken"]),
            ("engagement", &["engagement", "betrokkenheid"]),
            ("video_views", &["video views", "videoweergaven"]),
            ("lead_generation", &["lead generation", "leadgeneratie"]),
            ("website_conversions", &["website conversions", "websiteconversies"]),
            ("job_applicants", &["job applicants", "sollicitanten"]),
            ("talent_leads", &["talent leads", "talentleads"]),
        ],
    )
}
