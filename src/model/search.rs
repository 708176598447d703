//! Search: one text, and whatever of a tenant's holds all its words.

use queries::queries::search as sql;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{db::TenantTx, error::Error};

/// Characters of a text that is looked for.
pub const LONGEST: usize = 200;

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Somebody, by name, title or headline
    Person,
    /// Where people work, by name or domain
    Company,
    /// A campaign, by its name, its group or what is said of it
    Campaign,
    /// Campaigns that belong together, by name or client
    CampaignGroup,
    /// A kind of buyer, by name or what is said of it
    Persona,
    /// A strategy, by name or what is said of it
    Strategy,
    /// A segment, by name or what is said of it
    Segment,
    /// A definition of whom LinkedIn shall show ads to, by name or what is said of it
    CustomAudience,
    /// A post, by its title, its text or its author
    Post,
    /// A connection to LinkedIn or Apify, by name
    Connection,
    /// Who may deliver webhooks, by name
    WebhookSource,
    /// Where webhooks are sent, by name or address
    Endpoint,
}

impl Kind {
    /// In the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::Person,
        Self::Company,
        Self::Campaign,
        Self::CampaignGroup,
        Self::Persona,
        Self::Strategy,
        Self::Segment,
        Self::CustomAudience,
        Self::Post,
        Self::Connection,
        Self::WebhookSource,
        Self::Endpoint,
    ];

    /// The word of the statement.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Company => "company",
            Self::Campaign => "campaign",
            Self::CampaignGroup => "campaign_group",
            Self::Persona => "persona",
            Self::Strategy => "strategy",
            Self::Segment => "segment",
            Self::CustomAudience => "custom_audience",
            Self::Post => "post",
            Self::Connection => "connection",
            Self::WebhookSource => "webhook_source",
            Self::Endpoint => "endpoint",
        }
    }

    /// What several are called.
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Person => "People",
            Self::Company => "Companies",
            Self::Campaign => "Campaigns",
            Self::CampaignGroup => "Campaign groups",
            Self::Persona => "Personas",
            Self::Strategy => "Strategies",
            Self::Segment => "Segments",
            Self::CustomAudience => "Custom audiences",
            Self::Post => "Posts",
            Self::Connection => "Connections",
            Self::WebhookSource => "Webhooks",
            Self::Endpoint => "Endpoints",
        }
    }
}

/// One that was found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Found {
    /// Its id, as paths take it.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What tells it from others of its name.
    pub detail: Option<String>,
    /// Where a post is on LinkedIn.
    pub url: Option<String>,
}

/// What was found of a kind, the nearest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// What they are.
    pub kind: Kind,
    /// Some of them.
    pub items: Vec<Found>,
    /// Whether there are more than these.
    pub more: bool,
}

/// What is looked for, in one line; nothing is looked for in an empty one.
///
/// # Errors
/// [`Error::Invalid`] when it is too long.
pub fn text(said: &str) -> Result<String, Error> {
    let plain = said.replace(char::is_control, " ");
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().nth(LONGEST).is_some() {
        return Err(Error::Invalid(format!("a search has at most {LONGEST} characters")));
    }
    Ok(text)
}

/// At most so many of each kind that hold every word of a text; of other campaigns than those to which somebody is confined nothing.
///
/// # Errors
/// [`Error::Invalid`] when the text is too long.
pub async fn search(tx: &TenantTx, said: &str, campaigns: Option<&[i32]>, most: u16) -> Result<Vec<Group>, Error> {
    let text = text(said)?;
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sql::search().bind(&**tx, &text.as_str(), &campaigns, &(i64::from(most) + 1)).all().await?;
    let mut groups: Vec<Group> =
        Kind::ALL.into_iter().map(|kind| Group { kind, items: Vec::new(), more: false }).collect();
    for row in rows {
        let Some(group) = groups.iter_mut().find(|group| group.kind.name() == row.kind) else {
            return Err(Error::Internal(anyhow::anyhow!("nothing of the kind {:?} is looked for", row.kind)));
        };
        if group.items.len() == usize::from(most) {
            group.more = true;
        } else {
            let detail = row.detail.filter(|detail| !detail.is_empty());
            group.items.push(Found { id: row.id, name: row.name, detail, url: row.url });
        }
    }
    groups.retain(|group| !group.items.is_empty());
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_whatever_is_in_it() {
        assert_eq!(text("  Ada\t\u{0}\nBerg  ").unwrap(), "Ada Berg");
        assert_eq!(text("\u{0}\u{1b}").unwrap(), "");
        assert!(text(&"é".repeat(200)).is_ok());
        assert!(matches!(text(&"é".repeat(201)), Err(Error::Invalid(_))));
    }
}
