//! What the readers give: one struct a kind of record, in the project's own words.
//!
//! Texts are trimmed, and a text that is empty (or LinkedIn's `--` for an empty headline) is `None`. None of them
//! contains a NUL.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::companies::Company;
use super::dates::When;
use super::identity::{CompanyKey, PersonKey, PostRef};
use super::numbers::Decimal;
use super::profiles::Profile;

/// One record of a file. Boxed, so that a chunk of outcomes is small to move.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Record {
    /// Somebody reacted to a post.
    Reaction(Box<Reaction>),
    /// Somebody commented on a post.
    Comment(Box<Comment>),
    /// Somebody passed a post on. No file tells of it; webhooks do.
    Share(Box<Share>),
    /// A post, and the campaign that it belongs to.
    Post(Box<Post>),
    /// Somebody the file's owner is connected with.
    Connection(Box<Connection>),
    /// What an ad did on one day, or over the whole period of a report.
    AdDay(Box<AdDay>),
    /// How often a group of people saw the ads.
    Demographic(Box<Demographic>),
    /// What a person's own page says.
    Profile(Box<Profile>),
    /// What a company's page says.
    Company(Box<Company>),
}

/// A reaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Reaction {
    /// Which.
    pub reaction: ReactionKind,
    /// Who.
    pub actor: Actor,
    /// To what. Nothing for files of `curious_coder`, which do not say: there the posts list or the user does.
    pub post: Option<PostRef>,
    /// When the post was made, from its id.
    pub posted_at: Option<Timestamp>,
    /// When. Nothing in every file; a webhook may say it.
    pub reacted_at: Option<Timestamp>,
}

/// The kinds of reaction, by the words that are stored.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReactionKind {
    /// LIKE.
    Like,
    /// PRAISE, shown as Celebrate.
    Praise,
    /// EMPATHY, shown as Love.
    Empathy,
    /// INTEREST, shown as Insightful.
    Interest,
    /// APPRECIATION, shown as Support.
    Appreciation,
    /// ENTERTAINMENT, shown as Funny.
    Entertainment,
    /// MAYBE, shown as Curious; retired.
    Maybe,
    /// A word that LinkedIn did not have when this was written, as it stood in the file.
    Other(String),
}

impl ReactionKind {
    /// Reads the API's word or the one shown to members, in any case.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        let known = [
            (Self::Like, ["like", "like"]),
            (Self::Praise, ["praise", "celebrate"]),
            (Self::Empathy, ["empathy", "love"]),
            (Self::Interest, ["interest", "insightful"]),
            (Self::Appreciation, ["appreciation", "support"]),
            (Self::Entertainment, ["entertainment", "funny"]),
            (Self::Maybe, ["maybe", "curious"]),
        ];
        let found = known.into_iter().find(|(_, words)| words.iter().any(|known| known.eq_ignore_ascii_case(word)));
        found.map_or_else(|| Self::Other(word.to_owned()), |(kind, _)| kind)
    }

    /// The word that is stored in `engagements.reaction_type`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Like => "like",
            Self::Praise => "praise",
            Self::Empathy => "empathy",
            Self::Interest => "interest",
            Self::Appreciation => "appreciation",
            Self::Entertainment => "entertainment",
            Self::Maybe => "maybe",
            Self::Other(_) => "other",
        }
    }
}

/// Who reacted or commented.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actor {
    /// What they are.
    pub kind: ActorKind,
    /// The names under which a person is known; empty for a company and for an anonymous member.
    pub person: PersonKey,
    /// The names under which a company is known; empty for a person.
    pub company: CompanyKey,
    /// As LinkedIn shows it.
    pub name: Option<String>,
    /// As LinkedIn shows it.
    pub headline: Option<String>,
    /// How far they are from whoever ran the scraper.
    pub degree: Option<Degree>,
    /// Where the picture was. LinkedIn's addresses expire after weeks.
    pub picture_url: Option<String>,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ActorKind {
    /// A person who can be told apart from others.
    #[default]
    Person,
    /// A company, school or showcase page.
    Company,
    /// "LinkedIn Member": somebody whom the scraper may not see.
    Anonymous,
}

/// The distance in the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Degree {
    /// Connected.
    First,
    /// Connected with a connection.
    Second,
    /// Farther.
    ThirdOrMore,
}

impl Degree {
    /// Reads `1st`, `2nd`, `3rd+` and the same in other languages, which all begin with the digit. Nothing for anything
    /// else: the degree belongs to the one who ran the scraper, and no record is refused for the lack of it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim_start().bytes().next()? {
            b'1' => Some(Self::First),
            b'2' => Some(Self::Second),
            b'3' => Some(Self::ThirdOrMore),
            _ => None,
        }
    }

    /// 1, 2 or 3.
    #[must_use]
    pub const fn number(self) -> i16 {
        match self {
            Self::First => 1,
            Self::Second => 2,
            Self::ThirdOrMore => 3,
        }
    }
}

/// A comment.
#[derive(Clone, Debug, PartialEq)]
pub struct Comment {
    /// LinkedIn's number of it.
    pub comment_id: i64,
    /// The comment that it answers.
    pub parent_comment_id: Option<i64>,
    /// What was written. May be empty where only a picture was posted.
    pub text: Option<String>,
    /// When, exact to the millisecond, from the id, or else as the file says.
    pub commented_at: Option<Timestamp>,
    /// Who.
    pub actor: Actor,
    /// On what.
    pub post: Option<PostRef>,
    /// When the post was made, from its id.
    pub posted_at: Option<Timestamp>,
}

/// A post that somebody passed on.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Who.
    pub actor: Actor,
    /// Which post.
    pub post: PostRef,
    /// When: it has no id, so that this tells one from the next.
    pub shared_at: Timestamp,
}

/// One line of a posts list.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// The name of the file that holds this post's reactions, without folders.
    pub file: Option<String>,
    /// The post's ids.
    pub post: PostRef,
    /// The post's title.
    pub title: Option<String>,
    /// When the list says that it was posted.
    pub listed_at: Option<When>,
    /// When it was posted, from its id. Better than `listed_at` where it is there.
    pub posted_at: Option<Timestamp>,
    /// The campaign group's name.
    pub campaign_group: Option<String>,
    /// The campaign's name.
    pub campaign: Option<String>,
    /// Whether it was promoted.
    pub is_paid: Option<bool>,
}

/// One line of Connections.csv.
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    /// The names under which the person is known; empty in old files, which have no addresses.
    pub person: PersonKey,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail, where the person shows it; lower case.
    pub email: Option<String>,
    /// Employer.
    pub company: Option<String>,
    /// Job title.
    pub position: Option<String>,
    /// When the connection was made.
    pub connected_on: Option<Date>,
}

/// A campaign group, campaign or ad of Campaign Manager.
#[derive(Clone, Debug, Default, PartialEq, Hash)]
pub struct AdLevel {
    /// LinkedIn's number of it. Nothing where the column was left out of the export.
    pub id: Option<i64>,
    /// Its name.
    pub name: Option<String>,
    /// Its status, in the report's language.
    pub status: Option<String>,
    /// The first day on which it may run.
    pub starts_on: Option<Date>,
    /// The last day on which it may run.
    pub ends_on: Option<Date>,
    /// The budget over its whole life.
    pub total_budget: Option<Decimal>,
}

/// What a row of an ad report counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// One day.
    Day,
    /// One month, or the part of it that lies in the report's period.
    Month,
    /// The report's whole period. Such rows must not be stored as if they were days.
    Period,
}

impl Granularity {
    /// The word for it, which `--by` takes and a file of rejects has.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Period => "period",
        }
    }

    /// The one of that name.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        [Self::Day, Self::Month, Self::Period].into_iter().find(|granularity| granularity.name() == word)
    }
}

/// One row of an Ad Performance report. Levels are in our words: what LinkedIn calls campaign and ad set since 2026 is
/// `group` and `campaign` here. Rates (CTR, CPM, CPC) are not read, since they follow from the counters.
#[derive(Clone, Debug, PartialEq, Hash)]
pub struct AdDay {
    /// The first day that the row counts.
    pub starts_on: Date,
    /// The last day that the row counts.
    pub ends_on: Date,
    /// What the row counts; one for the whole file.
    pub granularity: Granularity,
    /// The ad account's name. Reports do not give its number.
    pub account: Option<String>,
    /// Three capital letters. Nothing where the column was left out.
    pub currency: Option<String>,
    /// The campaign group (since 2026: campaign).
    pub group: AdLevel,
    /// The campaign (since 2026: ad set).
    pub campaign: AdLevel,
    /// What the campaign is for, in the report's language.
    pub objective: Option<String>,
    /// The campaign's type, in the report's language.
    pub campaign_type: Option<String>,
    /// CPM, CPC and so on.
    pub cost_type: Option<String>,
    /// The ad. Its name is often empty.
    pub ad: AdLevel,
    /// The text above the ad; may have several lines.
    pub introduction: Option<String>,
    /// The ad's headline.
    pub headline: Option<String>,
    /// Where a click leads.
    pub click_url: Option<String>,
    /// Money spent, in `currency`.
    pub spent: Option<Decimal>,
    /// The counters.
    pub counters: AdCounters,
}

impl AdDay {
    /// Whether the row counts one day.
    #[must_use]
    pub fn is_daily(&self) -> bool {
        self.granularity == Granularity::Day
    }
}

/// The counters of a row. Nothing where the report lacks the column, which is not the same as 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Hash)]
pub struct AdCounters {
    /// Times shown.
    pub impressions: Option<i64>,
    /// Clicks that are paid for.
    pub clicks: Option<i64>,
    /// Clicks that led to the landing page.
    pub landing_page_clicks: Option<i64>,
    /// Reactions.
    pub reactions: Option<i64>,
    /// Comments.
    pub comments: Option<i64>,
    /// Shares.
    pub shares: Option<i64>,
    /// Follows of the page.
    pub follows: Option<i64>,
    /// Clicks on anything else.
    pub other_clicks: Option<i64>,
    /// Reactions, comments, shares and follows.
    pub social_actions: Option<i64>,
    /// Everything that anybody did.
    pub engagements: Option<i64>,
    /// Times shown because somebody shared it; not paid for.
    pub viral_impressions: Option<i64>,
    /// Conversions; LinkedIn may attribute parts of one.
    pub conversions: Option<Decimal>,
    /// Lead forms sent.
    pub leads: Option<i64>,
    /// Lead forms opened.
    pub lead_forms_opened: Option<i64>,
    /// Videos played.
    pub video_plays: Option<i64>,
    /// Videos seen for two seconds.
    pub video_views: Option<i64>,
    /// Videos seen to the end.
    pub video_completions: Option<i64>,
    /// People reached; never add it up over rows.
    pub reach: Option<i64>,
    /// Seconds.
    pub average_dwell_time: Option<Decimal>,
}

/// The tables of a Demographics report.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Employers.
    CompanyName,
    /// Industries.
    CompanyIndustry,
    /// Company sizes, such as `10001+ employees`.
    CompanySize,
    /// Countries and regions.
    Country,
    /// Cities and metropolitan areas.
    Location,
    /// Seniorities.
    JobSeniority,
    /// Job titles.
    JobTitle,
    /// Job functions.
    JobFunction,
    /// Counties.
    County,
    /// A table that LinkedIn has added since, by its name.
    Other(String),
}

impl Section {
    /// Reads the first header cell of a table, such as `Job Title Segment`, without the last word.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name.to_lowercase().as_str() {
            "company name" => Self::CompanyName,
            "company industry" => Self::CompanyIndustry,
            "company size" => Self::CompanySize,
            "contextual country/region" | "country/region" => Self::Country,
            "location" => Self::Location,
            "job seniority" => Self::JobSeniority,
            "job title" => Self::JobTitle,
            "job function" => Self::JobFunction,
            "county" => Self::County,
            _ => Self::Other(name.to_owned()),
        }
    }

    /// The word that is stored.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::CompanyName => "company",
            Self::CompanyIndustry => "industry",
            Self::CompanySize => "company_size",
            Self::Country => "country",
            Self::Location => "location",
            Self::JobSeniority => "seniority",
            Self::JobTitle => "job_title",
            Self::JobFunction => "job_function",
            Self::County => "county",
            Self::Other(name) => name,
        }
    }
}

/// One row of a Demographics report. LinkedIn adds noise of about 3 to each number, leaves out what is below 3, and
/// lists at most 25 rows a table: the numbers are approximate and do not add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Demographic {
    /// The ad account. Nothing in files, which do not say.
    pub account: Option<String>,
    /// The table.
    pub section: Section,
    /// The group of people, such as `Director`.
    pub segment: String,
    /// The report's first day.
    pub starts_on: Option<Date>,
    /// The report's last day.
    pub ends_on: Option<Date>,
    /// Times shown to them.
    pub impressions: Option<i64>,
    /// Share of all impressions, in percent; the sum over a table may be above 100.
    pub impressions_percent: Option<Decimal>,
    /// Their clicks.
    pub clicks: Option<i64>,
    /// Share of all clicks, in percent.
    pub clicks_percent: Option<Decimal>,
    /// Their conversions.
    pub conversions: Option<Decimal>,
    /// Messages sent to them.
    pub sends: Option<i64>,
    /// Messages that they opened.
    pub opens: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reaction_is_known_by_both_vocabularies_in_any_case() {
        for (words, kind) in [
            (["LIKE", "like"], "like"),
            (["PRAISE", "Celebrate"], "praise"),
            (["EMPATHY", "love"], "empathy"),
            (["INTEREST", "Insightful"], "interest"),
            (["APPRECIATION", "SUPPORT"], "appreciation"),
            (["ENTERTAINMENT", "Funny"], "entertainment"),
            (["MAYBE", "Curious"], "maybe"),
            (["WOW", "gravity"], "other"),
        ] {
            for word in words {
                assert_eq!(ReactionKind::parse(word).name(), kind, "{word}");
            }
        }
        assert_eq!(ReactionKind::parse("Wow"), ReactionKind::Other("Wow".into()));
    }

    #[test]
    fn a_degree_is_its_digit() {
        let numbers =
            ["1st", "2nd", "3rd+", " 2e", "Out of network", ""].map(|text| Degree::parse(text).map(Degree::number));
        assert_eq!(numbers, [Some(1), Some(2), Some(3), Some(2), None, None]);
    }
}
