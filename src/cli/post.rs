//! `rapport post`: what people engaged with.

use clap::Subcommand;
use queries::queries::posts as sql;
use serde_json::{Value, json};

use crate::{
    cli::{
        campaign,
        output::{self, Column, Format},
        session::Session,
        words,
    },
    config::Config,
    db::TenantTx,
    error::Error,
    import::identity::{self, Link},
    model::posts,
    values,
};

/// What can be done with posts.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Lists posts with their numbers, the newest first
    List {
        /// The posts of this campaign only
        #[arg(long, value_name = "NAME")]
        campaign: Option<String>,
        /// How many
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Shows one post: its numbers, its days, the personas that it reached and its comments
    Show {
        /// The post's address, id or title
        post: String,
        /// How many comments to show
        #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..), value_name = "N")]
        limit: u32,
    },
    /// Adds a post by its address, or puts one that is there into a campaign
    Add {
        /// The post's address on LinkedIn
        url: String,
        /// What the post is called in lists
        #[arg(long, value_name = "TEXT")]
        title: Option<String>,
        /// The campaign into which it goes; made when there is none of this name
        #[arg(long, value_name = "NAME", value_parser = values::name)]
        campaign: Option<String>,
    },
    /// Deletes a post with its engagements, for good; the people stay
    Delete {
        /// The post's address, id or title
        post: String,
        /// Says that you mean it: the post's id
        #[arg(long, value_name = "ID")]
        confirm: Option<String>,
    },
}

const LIST: &[Column] = &[
    Column("post_id", "Id", Format::Text),
    Column("shown", "Post", Format::Text),
    Column("posted_at", "Posted", Format::Text),
    Column("engagements", "Engagements", Format::Bar),
    Column("comments", "Comments", Format::Count),
    Column("unique_engagers", "People", Format::Count),
    Column("targeting_accuracy", "On target", Format::Share),
    Column("targeted_engagers", "Targets", Format::Count),
    Column("impressions", "Impressions", Format::Count),
    Column("engagement_rate", "Eng. rate", Format::Share),
];

const PERSONAS: &[Column] = &[
    Column("persona", "Persona", Format::Text),
    Column("people", "People", Format::Bar),
    Column("engagements", "Engagements", Format::Count),
];

const COMMENTS: &[Column] =
    &[Column("at", "When", Format::Text), Column("name", "Who", Format::Text), Column("text", "What", Format::Text)];

/// Runs `rapport post …`.
///
/// # Errors
/// As the database gives them.
pub async fn run(config: &Config, verb: Verb) -> Result<(), Error> {
    let post = match &verb {
        Verb::Add { url, .. } => Some(posts::reference(url)?),
        _ => None,
    };
    let session = Session::open(config).await?;
    let tx = session.begin().await?;
    match verb {
        Verb::List { campaign, limit } => {
            let campaign = match campaign {
                Some(name) => Some(campaign::find(&tx, &name).await?.0),
                None => None,
            };
            let mut rows = sql::post_rows().bind(&*tx, &None, &campaign, &(i64::from(limit) + 1)).all().await?;
            let more = rows.len() > limit as usize;
            rows.truncate(limit as usize);
            let empty = "no posts here yet; rapport post add URL adds one, and rapport import FILE --post URL brings its reactions";
            let rows = if config.json { rows } else { readable(rows) };
            output::print_rows(config.json, &rows, LIST, empty)?;
            if more {
                eprintln!("there are more; --limit shows them");
            }
            Ok(())
        }
        Verb::Show { post, limit } => show(config, &tx, &post, limit).await,
        Verb::Delete { post, confirm } => delete(config, &session, tx, &post, confirm.as_deref()).await,
        Verb::Add { title, campaign, .. } => {
            let done = posts::add(&tx, &post.unwrap_or_default(), title.as_deref(), campaign.as_deref()).await?;
            session.commit(tx).await?;
            if config.json {
                return output::print_json(&json!({"post_id": done.id, "outcome": done.outcome}));
            }
            match done.outcome.as_str() {
                "created" => eprintln!(
                    "added post {}; rapport import FILE --post URL brings its reactions and comments",
                    done.id
                ),
                "updated" => eprintln!("brought post {} up to date", done.id),
                _ => eprintln!("post {} was there already; nothing was changed", done.id),
            }
            Ok(())
        }
    }
}

/// Posts for the terminal: a title or else an address, and days instead of milliseconds.
fn readable(rows: Vec<Value>) -> Vec<Value> {
    let mut rows = words::with_days(rows, &["posted_at"]);
    // A column of noughts says nothing.
    let silent = rows.iter().all(|row| row["comments"] == 0);
    for row in &mut rows {
        let named = row["title"].as_str().filter(|title| !title.trim().is_empty());
        let shown = named.or(row["url"].as_str()).map_or_else(|| format!("post {}", row["post_id"]), str::to_owned);
        row["shown"] = shown.into();
        if silent {
            row["comments"] = Value::Null;
        }
    }
    rows
}

/// The id of a post by address, id or title.
async fn find(tx: &TenantTx, text: &str) -> Result<i32, Error> {
    let text = text.trim();
    let found = if let Ok(Link::Post(post)) = identity::parse(text) {
        let url = post.url();
        sql::post_by_ref()
            .bind(&**tx, &tx.tenant().0, &url.as_deref(), &post.activity_id, &post.share_id, &post.ugc_post_id)
            .opt()
            .await?
    } else {
        sql::post_by_name().bind(&**tx, &text).opt().await?
    };
    found.ok_or_else(|| {
        Error::NotFound(format!("there is no post {text:?}; rapport post list shows them with their ids"))
    })
}

async fn show(config: &Config, tx: &TenantTx, text: &str, limit: u32) -> Result<(), Error> {
    let id = find(tx, text).await?;
    let post = sql::post_rows().bind(&**tx, &Some(id), &None, &1).one().await?;
    let campaigns = sql::post_campaigns().bind(&**tx, &id).all().await?;
    let personas = sql::post_personas().bind(&**tx, &id).all().await?;
    let days = sql::post_days().bind(&**tx, &id).all().await?;
    let comments = sql::post_comments().bind(&**tx, &id, &i64::from(limit)).all().await?;
    if config.json {
        return output::print_json(
            &json!({"post": post, "campaigns": campaigns, "personas": personas, "days": days, "comments": comments}),
        );
    }
    let number = |key: &str| post[key].as_f64().unwrap_or_default();
    let share = |key: &str| post[key].as_f64().map(|share| format!("{:.1} %", 100.0 * share)).unwrap_or_default();
    let on_target = match share("targeting_accuracy") {
        share if share.is_empty() => share,
        share => format!("{} of them, {share}", output::count(number("targeted_engagers"))),
    };
    let daily = words::numbers(&days, "engagements");
    let period = match (days.first(), days.last()) {
        (Some(first), Some(last)) if days.len() > 1 => {
            format!("{}  {} to {}", output::sparkline(&daily), words::day(&first["day"]), words::day(&last["day"]))
        }
        _ => String::new(),
    };
    let kinds = words::kinds(&post, &words::POST_KINDS);
    let engagements = output::count(number("engagements"));
    let engagements = if kinds.is_empty() { engagements } else { format!("{engagements}: {kinds}") };
    words::print_fields(&[
        ("Post", words::text(&post["title"])),
        ("Id", id.to_string()),
        ("Address", words::text(&post["url"])),
        ("Posted", words::minute(&post["posted_at"])),
        ("Paid", words::text(&post["is_paid"])),
        ("Campaigns", campaigns.join(", ")),
        ("Impressions", post["impressions"].as_f64().map(output::count).unwrap_or_default()),
        ("Engagement rate", share("engagement_rate")),
        ("Engagements", engagements),
        ("LinkedIn counted", counted(&post)),
        ("People", output::count(number("unique_engagers"))),
        ("On target", on_target),
        ("Days", period),
    ])?;
    words::print_section("Personas that it reached", &personas, PERSONAS)?;
    let comments: Vec<Value> = comments
        .into_iter()
        .map(|mut comment| {
            comment["at"] = words::minute(&comment["at"]).into();
            comment
        })
        .collect();
    words::print_section("Comments, newest first", &comments, COMMENTS)
}

/// What LinkedIn counted itself, which is more than the people who are known.
fn counted(post: &Value) -> String {
    let kinds = [("counted_reactions", "reactions"), ("counted_comments", "comments"), ("counted_shares", "shares")];
    let counts: Vec<String> = kinds
        .into_iter()
        .filter_map(|(key, word)| Some(format!("{} {word}", output::count(post[key].as_f64()?))))
        .collect();
    if counts.is_empty() {
        String::new()
    } else {
        format!("{}, {}", counts.join(", "), words::minute(&post["counters_at"]))
    }
}

/// Deletes a post, once it is confirmed by its id or by what it was named with.
async fn delete(
    config: &Config,
    session: &Session,
    tx: TenantTx,
    text: &str,
    confirm: Option<&str>,
) -> Result<(), Error> {
    let id = find(&tx, text).await?;
    let contents = sql::post_contents().bind(&*tx, &id).one().await?;
    let title = contents.title.map(|title| format!(" {title:?}")).unwrap_or_default();
    if !(words::is_confirmed(&id.to_string(), confirm) || words::is_confirmed(text, confirm)) {
        let parts = [
            (contents.engagements, "engagement", "engagements"),
            (contents.campaigns, "place in a campaign", "places in campaigns"),
        ];
        return Err(Error::invalid(format!(
            "this deletes post {id}{title}{}, for good, and every figure follows; the people stay; to do it: rapport post delete {id} --confirm {id}",
            words::contents(&parts),
        )));
    }
    posts::delete(&tx, id).await?;
    session.commit(tx).await?;
    if config.json {
        return output::print_json(&json!({"post_id": id, "deleted": true}));
    }
    eprintln!("deleted post {id}{title}; a later import of its reactions brings it back");
    Ok(())
}
