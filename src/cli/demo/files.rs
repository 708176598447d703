//! The files that a client would hand over: reactions as an Apify actor exports them, the list of posts, connections,
//! and what the ads did, each in the shape of the real thing.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use serde_json::{Value, json};

use super::{
    engagement::{Drawn, Line},
    people::Person,
    plan::{CampaignPlan, TenantPlan},
    posts::Post,
    random::{Random, float},
    samples,
};
use crate::error::Error;

/// The files of a tenant.
#[derive(Debug)]
pub struct Exports {
    /// The list of posts.
    pub posts: PathBuf,
    /// Files of reactions, each with the place of its post.
    pub reactions: Vec<(PathBuf, usize)>,
    /// Connections.csv.
    pub connections: PathBuf,
    /// The Ad Performance report.
    pub ads: PathBuf,
}

/// Everything of a tenant that goes into files.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The tenant.
    pub tenant: &'a TenantPlan,
    /// The people who engage.
    pub people: &'a [Person],
    /// Connections who do not.
    pub quiet: &'a [Person],
    /// The posts.
    pub posts: &'a [Post],
    /// Who engages.
    pub drawn: &'a Drawn,
    /// The present moment.
    pub now: Timestamp,
}

/// Writes the files.  `number` counts the files of reactions over both tenants.
///
/// # Errors
/// When the folder cannot be written to.
pub fn write(
    folder: &Path,
    contents: &Contents<'_>,
    random: &mut Random,
    number: &mut usize,
) -> Result<Exports, Error> {
    std::fs::create_dir_all(folder)?;
    let mut list = String::from("file,post_url,post_title,posted_at,campaign_group,campaign,is_paid\n");
    let mut reactions = Vec::new();
    let mut next_file = |random: &mut Random, place: usize, lines: &[Line]| -> Result<String, Error> {
        *number += 1;
        let name = format!("post_{number:02}_reactions.json");
        let items = items(random, contents.people, lines, *number);
        let text = serde_json::to_string_pretty(&items).map_err(|error| Error::Internal(error.into()))?;
        std::fs::write(folder.join(&name), text)?;
        reactions.push((folder.join(&name), place));
        Ok(name)
    };
    for (place, post) in contents.posts.iter().enumerate() {
        let file = if post.plan.is_exported() {
            next_file(random, place, &contents.drawn.exported[place])?
        } else {
            String::new()
        };
        list_post(&mut list, &file, post, "");
    }
    if contents.tenant.slug == "default" {
        // The second scrape of one post, in another order: everybody does this once.
        if let Some((place, post)) =
            contents.posts.iter().enumerate().filter(|(_, post)| post.plan.is_exported()).nth(1)
        {
            let mut lines = contents.drawn.exported[place].clone();
            random.shuffle(&mut lines);
            let file = next_file(random, place, &lines)?;
            list_post(&mut list, &file, post, " (scraped twice)");
        }
    }
    let exports = Exports {
        posts: folder.join("posts.csv"),
        reactions,
        connections: folder.join("Connections.csv"),
        ads: folder.join("ad_performance.csv"),
    };
    std::fs::write(&exports.posts, list)?;
    std::fs::write(&exports.connections, connections(random, contents))?;
    std::fs::write(&exports.ads, ads(random, contents))?;
    Ok(exports)
}

fn list_post(list: &mut String, file: &str, post: &Post, remark: &str) {
    let campaign = post.campaign.map_or(["", "", "false"], |campaign| {
        [campaign.group, campaign.name, if campaign.ads.is_some() { "true" } else { "false" }]
    });
    let title = format!("{}{remark}", post.plan.0);
    let posted = post.at.to_zoned(TimeZone::UTC).date().to_string();
    let cells = [file, &post.url(), &title, &posted, campaign[0], campaign[1], campaign[2]].map(quoted);
    _ = writeln!(list, "{}", cells.join(","));
}

/// The items of a file: people, and now and then a company page or somebody who hides.
fn items(random: &mut Random, people: &[Person], lines: &[Line], number: usize) -> Vec<Value> {
    let mut items: Vec<Value> = lines
        .iter()
        .map(|line| {
            let person = &people[line.person];
            json!({
                "profileId": person.member_id,
                "reactionType": line.reaction,
                "name": person.name(),
                "headline": person.headline.as_deref().unwrap_or("--"),
                "profileUrl": person.url(),
                "connectionType": person.degree,
                "photoUrl": null,
            })
        })
        .collect();
    if number.is_multiple_of(2) {
        let page = json!({
            "profileId": null,
            "reactionType": "LIKE",
            "name": format!("Sample Page {number}"),
            "headline": format!("{} followers", 1_000 + random.below(60_000)),
            "profileUrl": format!("https://www.linkedin.com/company/sample-page-{number}-invented/"),
            "connectionType": null,
            "photoUrl": null,
        });
        items.insert(random.below(items.len()), page);
    }
    if number.is_multiple_of(3) {
        let hidden = json!({
            "profileId": null,
            "reactionType": "LIKE",
            "name": "LinkedIn Member",
            "headline": "--",
            "profileUrl": null,
            "connectionType": null,
            "photoUrl": null,
        });
        items.insert(random.below(items.len()), hidden);
    }
    items
}

/// Connections.csv, with LinkedIn's notes above its header and a member who has hidden everything.
fn connections(random: &mut Random, contents: &Contents<'_>) -> String {
    let mut text = String::from(
        "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
    );
    let known = contents.people.iter().filter(|person| person.degree == "1st" && person.slug.is_some());
    for person in known.chain(contents.quiet) {
        let on = day(contents.now, 95 + random.up_to(1_500)).strftime("%-d %b %Y").to_string();
        let email = if random.chance(0.06) {
            format!("{}.{}@example.com", person.first_name, person.last_name).to_lowercase()
        } else {
            String::new()
        };
        let url =
            format!("https://www.linkedin.com/in/{}", person.slug.clone().unwrap_or_else(|| person.member_id.clone()));
        let company = person.company.map_or("", |company| company.name);
        let cells = [person.first_name, person.last_name, &url, &email, company, &person.title, &on].map(quoted);
        _ = writeln!(text, "{}", cells.join(","));
    }
    _ = writeln!(text, ",,,,,,{}", day(contents.now, 200).strftime("%-d %b %Y"));
    text
}

/// The Ad Performance report of 2025: UTF-16, tabs, 101 columns, texts of several lines.
fn ads(random: &mut Random, contents: &Contents<'_>) -> Vec<u8> {
    let advertised: Vec<&CampaignPlan> =
        contents.tenant.campaigns.iter().filter(|campaign| campaign.ads.is_some()).collect();
    let first = advertised.iter().map(|campaign| campaign.days.0).max().unwrap_or(1);
    let long = "%B %-d, %Y";
    let mut text = format!(
        "Ad Performance Report (in UTC)\n\"Report Start: {}, 12:00 AM\"\n\"Report End: {}, 11:59 PM\"\n\"Date Generated: {}, 7:35 AM\"\n\n{}\n",
        day(contents.now, first).strftime(long),
        day(contents.now, 1).strftime(long),
        day(contents.now, 0).strftime(long),
        samples::AD_COLUMNS.lines().collect::<Vec<_>>().join("\t"),
    );
    let mut ad_number = 710_000_000 + random.up_to(1_000_000);
    for (place, campaign) in advertised.iter().enumerate() {
        let Some((cpm, names)) = campaign.ads else { continue };
        for name in names {
            ad_number += 1;
            // How well the ad does, once and for all of its days.
            let quality = random.between(0.75, 1.25);
            for ago in (campaign.days.1.max(1)..=campaign.days.0).rev() {
                let cells = ad_day(random, contents, campaign, (place, name, ad_number), (cpm, quality), ago);
                let row = samples::AD_COLUMNS.lines().scan(false, |is_number, column| {
                    *is_number |= column == "Total Spent";
                    let empty = if *is_number { "0" } else { "" };
                    Some(cells.get(column).map_or_else(|| empty.to_owned(), |cell| quoted_with(cell, '\t')))
                });
                _ = writeln!(text, "{}", row.collect::<Vec<_>>().join("\t"));
            }
        }
    }
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn ad_day(
    random: &mut Random,
    contents: &Contents<'_>,
    campaign: &CampaignPlan,
    (place, name, number): (usize, &str, i64),
    (cpm, quality): (f64, f64),
    ago: i64,
) -> BTreeMap<&'static str, String> {
    let ads = campaign.ads.map_or(1.0, |(_, names)| names.iter().fold(0.0, |sum, _| sum + 1.0));
    let length = float((campaign.days.0 - campaign.days.1).max(1));
    let on = day(contents.now, ago);
    let quiet = if matches!(on.weekday().to_monday_zero_offset(), 5 | 6) { 0.55 } else { 1.1 };
    let spend =
        f64::from(campaign.budget.unwrap_or_default()) * 0.92 / length / ads * quiet * random.between(0.85, 1.1);
    let impressions = (spend / (cpm * random.between(0.9, 1.1)) * 1_000.0).round();
    let clicks = (impressions * 0.0068 * quality * random.between(0.8, 1.2)).round();
    let reactions = (impressions * 0.0021 * quality * random.between(0.7, 1.3)).round();
    let (comments, shares, follows) =
        ((reactions * 0.06).round(), (reactions * 0.04).round(), (reactions * 0.03).round());
    let social = reactions + comments + shares + follows;
    let slash = "%-m/%-d/%Y";
    let status = if campaign.days.1 > 0 { "Completed" } else { "Active" };
    let (begin, end) = (day(contents.now, campaign.days.0), day(contents.now, campaign.days.1));
    BTreeMap::from([
        ("Start Date (in UTC)", on.strftime(slash).to_string()),
        ("Account Name", contents.tenant.name.to_owned()),
        ("Currency", contents.tenant.currency.to_owned()),
        ("Campaign Group ID", "700000001".to_owned()),
        ("Campaign Group Name", campaign.group.to_owned()),
        ("Campaign Group Status", "Active".to_owned()),
        ("Campaign ID", (300_000_001 + place).to_string()),
        ("Campaign Name", campaign.name.to_owned()),
        ("Campaign Type", "Sponsored Update".to_owned()),
        ("Campaign Status", status.to_owned()),
        ("Cost Type", "CPM".to_owned()),
        ("Total Budget", thousands(f64::from(campaign.budget.unwrap_or_default()))),
        ("Campaign Start Date", begin.strftime(slash).to_string()),
        ("Campaign End Date", end.strftime(slash).to_string()),
        ("Creative Name", name.to_owned()),
        ("Ad ID", number.to_string()),
        ("Creative Status", status.to_owned()),
        ("Ad Introduction Text", format!("{}\n\nSee \"{name}\" and tell us what you think ❤️", campaign.description)),
        ("Ad Headline", name.to_owned()),
        ("Click URL", "https://example.com/kit".to_owned()),
        ("Total Spent", thousands(spend)),
        ("Impressions", impressions.to_string()),
        ("Clicks", clicks.to_string()),
        ("Reactions", reactions.to_string()),
        ("Comments", comments.to_string()),
        ("Shares", shares.to_string()),
        ("Follows", follows.to_string()),
        ("Total Social Actions", social.to_string()),
        ("Total Engagements", (clicks + social).to_string()),
    ])
}

/// An amount as Campaign Manager writes it: 1,234.50.
fn thousands(amount: f64) -> String {
    let text = format!("{amount:.2}");
    let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{cents}")
}

/// The day so many days before the present one; below 0 is to come.
#[must_use]
pub fn day(now: Timestamp, days_ago: i64) -> Date {
    now.to_zoned(TimeZone::UTC).date().saturating_sub(days_ago.days())
}

fn quoted(cell: &str) -> String {
    quoted_with(cell, ',')
}

fn quoted_with(cell: &str, delimiter: char) -> String {
    if cell.contains([delimiter, '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
