//! `rapport page`: pages of organizations, as LinkedIn's own interfaces tell of them.

use clap::Subcommand;
use queries::queries::pages as sql;

use crate::{
    cli::{
        output::{self, Column, Format},
        session::Session,
    },
    config::Config,
    error::Error,
};

/// What can be asked about pages.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists pages, with their followers and their last thirty days
    List,
    /// Lists what LinkedIn counted, day by day
    Days {
        /// At most so many days of each page
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(i64).range(1..=10_000))]
        max: i64,
    },
    /// Lists what members commented, as far as it was fetched in the last two days: LinkedIn allows to keep it no longer
    Comments {
        /// At most so many
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..=10_000))]
        max: i64,
    },
}

const PAGES: &[Column] = &[
    Column("name", "Page", Format::Text),
    Column("followers", "Followers", Format::Count),
    Column("followers_gained", "Gained", Format::Count),
    Column("impressions", "Impressions", Format::Count),
    Column("clicks", "Clicks", Format::Count),
    Column("reactions", "Reactions", Format::Count),
    Column("comments", "Comments", Format::Count),
    Column("shares", "Shares", Format::Count),
    Column("engagement_rate", "Engagement rate", Format::Share),
];

const DAYS: &[Column] = &[
    Column("page", "Page", Format::Text),
    Column("day", "Day", Format::Text),
    Column("impressions", "Impressions", Format::Bar),
    Column("clicks", "Clicks", Format::Count),
    Column("reactions", "Reactions", Format::Count),
    Column("comments", "Comments", Format::Count),
    Column("shares", "Shares", Format::Count),
    Column("organic_followers_gained", "Followers", Format::Count),
    Column("paid_followers_gained", "By ads", Format::Count),
];

const COMMENTS: &[Column] = &[
    Column("commented_at", "When", Format::Text),
    Column("text", "Comment", Format::Text),
    Column("page", "Page", Format::Text),
    Column("post", "Post", Format::Text),
];

/// Runs `rapport page …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    let (rows, columns, nothing) = match verb {
        Verb::List => {
            let nothing =
                "No page is known; rapport linkedin sync asks LinkedIn, by a connection of type company_page.";
            (sql::page_rows().bind(&*tx).all().await?, PAGES, nothing)
        }
        Verb::Days { max } => (sql::page_day_rows().bind(&*tx, &max).all().await?, DAYS, "No day is known."),
        Verb::Comments { max } => (
            sql::page_comment_rows().bind(&*tx, &max).all().await?,
            COMMENTS,
            "No comment was fetched in the last two days; rapport linkedin sync asks for them.",
        ),
    };
    tx.commit().await?;
    output::print_rows(config.json, &rows, columns, nothing)
}
