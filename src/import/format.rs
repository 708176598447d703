//! The formats that Rapport reads, and what is said about a file that is none of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::detect::required;
use super::shown::printable;

/// What a file holds and who made it. How it is wrapped (JSON list, JSON lines, CSV) is its
/// [`Container`](super::Container).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Format {
    /// Reactions of `curious_coder/linkedin-post-reactions-scraper`: flat, and without the post.
    CuriousCoderReactions,
    /// Reactions of `harvestapi/linkedin-post-reactions`.
    HarvestapiReactions,
    /// Reactions of `apimaestro/linkedin-post-reactions`.
    ApimaestroReactions,
    /// Comments of `harvestapi/linkedin-post-comments`.
    HarvestapiComments,
    /// Comments of apimaestro's comments actor.
    ApimaestroComments,
    /// The list that says which post and campaign each reactions file belongs to.
    Posts,
    /// `Connections.csv` of a LinkedIn archive.
    Connections,
    /// Campaign Manager, Ad Performance.
    AdPerformance,
    /// Campaign Manager, Demographics.
    #[serde(rename = "ad-demographics")]
    Demographics,
    /// Profiles of `harvestapi/linkedin-profile-scraper`.
    HarvestapiProfiles,
    /// Profiles of `dev_fusion/Linkedin-Profile-Scraper`.
    DevFusionProfiles,
    /// Profile details of apimaestro.
    ApimaestroProfiles,
    /// Company pages of `harvestapi/linkedin-company`.
    HarvestapiCompanies,
    /// Company pages of `dev_fusion/Linkedin-Company-Scraper`.
    DevFusionCompanies,
}

impl Format {
    /// Every format, in the order in which they are listed to a user.
    pub const ALL: [Self; 14] = [
        Self::CuriousCoderReactions,
        Self::HarvestapiReactions,
        Self::ApimaestroReactions,
        Self::HarvestapiComments,
        Self::ApimaestroComments,
        Self::Posts,
        Self::Connections,
        Self::AdPerformance,
        Self::Demographics,
        Self::HarvestapiProfiles,
        Self::DevFusionProfiles,
        Self::ApimaestroProfiles,
        Self::HarvestapiCompanies,
        Self::DevFusionCompanies,
    ];

    /// The name that `--as` takes and that is stored with an import.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::CuriousCoderReactions => "curious-coder-reactions",
            Self::HarvestapiReactions => "harvestapi-reactions",
            Self::ApimaestroReactions => "apimaestro-reactions",
            Self::HarvestapiComments => "harvestapi-comments",
            Self::ApimaestroComments => "apimaestro-comments",
            Self::Posts => "posts",
            Self::Connections => "connections",
            Self::AdPerformance => "ad-performance",
            Self::Demographics => "ad-demographics",
            Self::HarvestapiProfiles => "harvestapi-profiles",
            Self::DevFusionProfiles => "dev-fusion-profiles",
            Self::ApimaestroProfiles => "apimaestro-profiles",
            Self::HarvestapiCompanies => "harvestapi-companies",
            Self::DevFusionCompanies => "dev-fusion-companies",
        }
    }

    /// Whether it holds profiles of people or pages of companies: what is known of them, and nothing that they did.
    #[must_use]
    pub const fn is_enrichment(self) -> bool {
        self.is_profiles() || matches!(self, Self::HarvestapiCompanies | Self::DevFusionCompanies)
    }

    /// Whether it holds profiles of people.
    #[must_use]
    pub const fn is_profiles(self) -> bool {
        matches!(self, Self::HarvestapiProfiles | Self::DevFusionProfiles | Self::ApimaestroProfiles)
    }

    /// Who made the actor that wrote it, where one did.
    #[must_use]
    pub const fn maker(self) -> Option<&'static str> {
        match self {
            Self::CuriousCoderReactions => Some("curious_coder"),
            Self::HarvestapiReactions
            | Self::HarvestapiComments
            | Self::HarvestapiProfiles
            | Self::HarvestapiCompanies => Some("harvestapi"),
            Self::ApimaestroReactions | Self::ApimaestroComments | Self::ApimaestroProfiles => Some("apimaestro"),
            Self::DevFusionProfiles | Self::DevFusionCompanies => Some("dev_fusion"),
            Self::Posts | Self::Connections | Self::AdPerformance | Self::Demographics => None,
        }
    }

    /// What the format is, for a person who reads a list of them.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::CuriousCoderReactions => "reactions to a post, from the Apify actor of curious_coder",
            Self::HarvestapiReactions => "reactions to posts, from the Apify actor of harvestapi",
            Self::ApimaestroReactions => "reactions to posts, from the Apify actor of apimaestro",
            Self::HarvestapiComments => "comments on posts, from the Apify actor of harvestapi",
            Self::ApimaestroComments => "comments on posts, from the Apify actor of apimaestro",
            Self::Posts => {
                "a list of posts with the columns file, post_url, post_title, posted_at, campaign_group, campaign, is_paid"
            }
            Self::Connections => "Connections.csv of a LinkedIn data archive",
            Self::AdPerformance => "the Ad Performance report of LinkedIn Campaign Manager, in English or Dutch",
            Self::Demographics => "the Demographics report of LinkedIn Campaign Manager, in English",
            Self::HarvestapiProfiles => "profiles of people, from the Apify actor of harvestapi",
            Self::DevFusionProfiles => "profiles of people, from the Apify actor of dev_fusion",
            Self::ApimaestroProfiles => "profiles of people, from the Apify actor of apimaestro",
            Self::HarvestapiCompanies => "company pages, from the Apify actor of harvestapi",
            Self::DevFusionCompanies => "company pages, from the Apify actor of dev_fusion",
        }
    }
}

impl Format {
    /// Where somebody has such a file from, for a person who has none yet.
    #[must_use]
    pub const fn origin(self) -> &'static str {
        match self {
            Self::Posts => "a table of your own",
            Self::Connections => "LinkedIn, Settings: Data privacy, Get a copy of your data, Connections",
            Self::AdPerformance => "Campaign Manager, Export: Ad Performance, best by day",
            Self::Demographics => "Campaign Manager, Export: Demographics",
            _ => "the actor's run at Apify, or a job here that asks it (Connections)",
        }
    }

    /// The columns or keys by which it is known, of those with several names the first; there may be any others.
    pub fn needs(self) -> impl Iterator<Item = String> {
        required(self).iter().filter_map(|names| names.first()).map(|name| any_of(name).join(" or "))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is not one of [`Format::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a format; the formats are {names}", names = names())]
pub struct UnknownName(pub String);

impl FromStr for Format {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        let wanted = name.trim().to_lowercase().replace(['_', ' '], "-");
        Self::ALL.into_iter().find(|format| format.name() == wanted).ok_or_else(|| UnknownName(name.to_owned()))
    }
}

fn names() -> String {
    Format::ALL.map(Format::name).join(", ")
}

/// The advice for a file that may be of a known format all the same.
pub const ASK: &str = "say which format it has (--as FORMAT)";

/// What the names in a table are.
pub(super) const COLUMNS: &str = "columns";

const SECRETS: &str = "It holds cookies or keys. Add them as a connection instead of importing them, and delete copies of the file: whoever has it can act as you";

/// A file that is none of the formats: what was seen in it, so that the user can tell why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// `columns` or `keys`.
    pub what: &'static str,
    /// The first of them, at most ten, each shortened to 40 characters.
    pub seen: Vec<String>,
    /// How many there are in all.
    pub total: usize,
    /// What the file probably is, when it is known but not read, or how to make it readable.
    pub hint: Option<&'static str>,
    /// The format of which it has most, at least half, and what it lacks of it.
    pub nearest: Option<(Format, Vec<&'static str>)>,
}

impl Unknown {
    /// Collects the first names and shortens each, because a cell may be a megabyte long and end up in a terminal.
    pub(super) fn new<'a>(
        what: &'static str,
        names: impl IntoIterator<Item = &'a str>,
        hint: Option<&'static str>,
        nearest: Option<(Format, Vec<&'static str>)>,
    ) -> Self {
        let mut total = 0;
        let mut seen = Vec::new();
        let names: Vec<&str> = names.into_iter().collect();
        if names.iter().any(|name| is_secret(name)) {
            return Self { what, seen: Vec::new(), total: names.len(), hint: Some(SECRETS), nearest: None };
        }
        for name in names {
            total += 1;
            if seen.len() < 10 {
                seen.push(printable(name, 40));
            }
        }
        Self { what, seen, total, hint, nearest }
    }

    /// What Rapport reads, a line each: for whoever got the advice to name a format.
    #[must_use]
    pub fn formats() -> String {
        let line = |format: Format| format!("\n  {:<24} {}", format.name(), format.description());
        format!("Rapport reads:{}", Format::ALL.map(line).concat())
    }

    /// The names as they are shown: quoted, with a count of those left out.
    #[must_use]
    pub fn list(&self) -> String {
        let quoted: Vec<String> = self.seen.iter().map(|name| format!("\"{name}\"")).collect();
        match (quoted.is_empty(), self.total.saturating_sub(quoted.len())) {
            (true, 0) => format!("no {}", self.what),
            (true, _) => format!("{} that are not shown here", self.what),
            (false, 0) => format!("the {} {}", self.what, quoted.join(", ")),
            (false, more) => format!("the {} {} and {more} more", self.what, quoted.join(", ")),
        }
    }
}

/// The columns any of which does as well as this one.
pub(super) fn any_of(name: &'static str) -> Vec<&'static str> {
    const GROUPS: [&[&str]; 3] = [
        &["file", "post_title", "campaign", "campaign_group"],
        &["total spent", "impressions"],
        &["campaign name", "campaign id", "ad set name", "ad set id", "ad id"],
    ];
    GROUPS.iter().find(|group| group.first() == Some(&name)).map_or(vec![name], |group| group.to_vec())
}

/// Such columns in words.
pub(super) fn any_of_in_words(name: &'static str) -> String {
    any_of(name).iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" or ")
}

/// Whether a name gives away a session or key. People do drop their cookie file here, and its first line must not end up
/// in a terminal, a log or a report.
pub(super) fn is_secret(name: &str) -> bool {
    const MARKS: [&str; 8] =
        ["li_at", "jsessionid", "aqed", "bscookie", "apify_api_", "access_token", "client_secret", "bearer "];
    let name = name.to_lowercase();
    MARKS.iter().any(|mark| name.contains(mark))
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the format was not recognised: the file has {}. ", self.list())?;
        if let Some(hint) = self.hint {
            write!(f, "{hint}")?;
        }
        if self.hint.is_none() {
            if let Some((format, missing)) = &self.nearest {
                let missing: Vec<_> = missing.iter().map(|name| any_of_in_words(name)).collect();
                write!(f, "Nearest to it is {}, which has {} too. ", format.description(), missing.join(" and "))?;
            }
            write!(f, "If it is one that Rapport reads, {ASK}")?;
            if self.what == COLUMNS {
                write!(f, ", and of columns that it calls otherwise what they are read as (--column 'NAME=FIELD')")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_own_name() {
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        assert_eq!("Ad_Performance".parse(), Ok(Format::AdPerformance));
    }

    #[test]
    fn a_wrong_name_is_answered_with_the_right_ones() {
        let error = "xing".parse::<Format>().unwrap_err().to_string();
        assert!(error.starts_with("\"xing\" is not a format; the formats are curious-coder-reactions, "), "{error}");
    }

    #[test]
    fn an_unknown_file_is_described_without_flooding_the_terminal() {
        let long = "x".repeat(10_000);
        let columns: Vec<&str> =
            std::iter::once("\u{1b}[2Jname").chain(std::iter::repeat_n(long.as_str(), 500)).collect();
        let text = Unknown::new("columns", columns, None, None).to_string();
        assert!(text.contains("\" [2Jname\"") && text.contains("and 491 more"), "{text}");
        assert!(text.len() < 3_000);
    }
}
