//! Posts: what people engaged with, whichever campaign it belongs to, and what belongs to none.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    body::Bytes,
    extract::{Query, State as Pool},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use queries::{
    client::Params as _,
    queries::{
        campaign_pages,
        post_pages::{self as sql, PostsFound},
    },
};
use serde::Deserialize;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    fields::Fields,
    lists::{self, Choice, Heading, Sorts},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{posts, users::Role},
};

/// Posts on a page.
const PAGE: i64 = 50;
/// What stands in the place of a campaign for posts that belong to none.
const WITHOUT: &str = "none";

const COLUMNS: [Heading; 7] = [
    Heading::word("title", "Post", ""),
    Heading::number("posted", "Published", "num wide"),
    Heading::number("impressions", "Impressions", "num wider"),
    Heading::number("engagements", "Engagements", "num"),
    Heading::number("rate", "Rate %", "num wider"),
    Heading::number("people", "People", "num"),
    Heading::number("targeted", "On target", "num wide"),
];

/// A filter, an order, a page.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    text: String,
    campaign: String,
    paid: String,
    people: String,
    sort: String,
    dir: String,
    page: String,
    did: String,
}

impl Wanted {
    fn pairs(&self) -> [(&'static str, &str); 4] {
        [("text", self.text.trim()), ("campaign", &self.campaign), ("paid", &self.paid), ("people", &self.people)]
    }

    fn is_filtered(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    fn query(&self, more: &[(&str, &str)]) -> String {
        lists::query(self.pairs().into_iter().chain(more.iter().copied()))
    }

    fn order(&self) -> (&'static str, bool) {
        lists::order(&COLUMNS, &self.sort, &self.dir, "posted")
    }

    /// The query of the filter and the order, and of more.
    fn kept(&self, more: &[(&str, &str)]) -> String {
        let (sort, ascending) = self.order();
        self.query(&[&[("sort", sort), ("dir", lists::direction(ascending))], more].concat())
    }
}

#[derive(Template)]
#[template(path = "posts/list.html")]
pub(super) struct ListPage {
    shell: Shell,
    did: Option<&'static str>,
    has_any: bool,
    wanted: Wanted,
    campaigns: Vec<Choice>,
    headings: Vec<Sorts>,
    rows: Vec<Row>,
    total: String,
    place: String,
    /// The filter and the order, as an address says them.
    here: String,
    previous: Option<String>,
    next: Option<String>,
}

struct Row {
    id: i32,
    title: String,
    url: Option<String>,
    about: String,
    is_paid: bool,
    campaigns: Vec<(i32, String)>,
    posted: String,
    impressions: String,
    engagements: String,
    rate: String,
    people: String,
    targeted: String,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/posts", get(list)).route("/posts.csv", get(export)).route("/posts/bulk", post(bulk))
}

/// Posts of a filter in its order, after so many of them.
async fn find(tx: &TenantTx, wanted: &Wanted, skip: i64, most: i64) -> Result<Vec<PostsFound>, Error> {
    let yes_or_no = |word: &str, yes: &str, no: &str| match word {
        word if word == yes => Some(true),
        word if word == no => Some(false),
        _ => None,
    };
    let text = Some(wanted.text.trim()).filter(|text| !text.is_empty());
    let without_campaign = wanted.campaign == WITHOUT;
    // A campaign that is no id is that of nothing.
    let campaign = (!without_campaign && !wanted.campaign.is_empty()).then(|| wanted.campaign.parse().unwrap_or(-1));
    let (sort, ascending) = wanted.order();
    Ok(sql::posts_found()
        .params(
            &**tx,
            &sql::PostsFoundParams {
                sort,
                search: text,
                campaign,
                without_campaign,
                paid: yes_or_no(&wanted.paid, "yes", "no"),
                known: yes_or_no(&wanted.people, "known", "unknown"),
                descending: !ascending,
                most,
                skip,
            },
        )
        .all()
        .await?)
}

async fn list(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let page = wanted.page.parse().unwrap_or(1).clamp(1, i64::from(i32::MAX));
    let tx = visitor.session.begin(&pages.database).await?;
    let mut rows = find(&tx, &wanted, (page - 1) * PAGE, PAGE).await?;
    let mut at = page;
    if rows.is_empty() && page > 1 {
        // Beyond the last page is the first: whoever has put the posts of the last one into a campaign comes back to it.
        at = 1;
        rows = find(&tx, &wanted, 0, PAGE).await?;
    }
    let has_any = !rows.is_empty() || sql::has_posts().bind(&*tx).one().await?;
    let campaigns = campaign_pages::campaign_choices().bind(&*tx).all().await?;
    tx.commit().await?;
    let campaigns = campaigns.into_iter().map(|row| (row.id.to_string(), row.name)).collect();
    let shell = Shell::of(&visitor.session, "/campaigns");
    Ok(answer::page(&ListPage::new(shell, has_any, campaigns, wanted, at, rows)))
}

async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let rows = find(&tx, &wanted, 0, i64::MAX).await?;
    tx.commit().await?;
    Ok(sheet(rows)?)
}

/// Puts those that were chosen on a page into a campaign, or takes them out of one.
async fn bulk(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor, body: Bytes) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let chosen: Vec<i32> = fields.all("post").filter_map(|id| id.parse().ok()).collect();
    // Back to where they were chosen; what stands there is read as an address of ours, and written anew.
    let back = |did: &str| {
        let wanted: Wanted = lists::asked(fields.one("back"));
        let more = [("page", wanted.page.as_str()), ("did", did)];
        Redirect::to(&format!("/posts?{}", wanted.kept(&more))).into_response()
    };
    if chosen.is_empty() {
        return Ok(back("no-posts"));
    }
    let is_linked = fields.one("act") == "link";
    let campaign = fields.one("campaign").parse().map_err(|_| Error::invalid("Choose a campaign first."))?;
    let tx = visitor.session.begin(&pages.database).await?;
    for post in chosen {
        if is_linked {
            posts::link(&tx, campaign, post).await?;
        } else {
            match posts::unlink(&tx, campaign, post).await {
                // It was not in it, which is what was wanted.
                Ok(()) | Err(Error::NotFound(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    tx.commit().await?;
    Ok(back(if is_linked { "posts-linked" } else { "posts-unlinked" }))
}

impl ListPage {
    fn new(
        shell: Shell,
        has_any: bool,
        campaigns: Vec<(String, String)>,
        wanted: Wanted,
        page: i64,
        rows: Vec<PostsFound>,
    ) -> Self {
        let total = rows.first().map_or(0, |row| row.total);
        let last = ((total + PAGE - 1) / PAGE).max(1);
        let at = |page: i64| wanted.kept(&[("page", &page.to_string())]);
        Self {
            shell,
            did: lists::done(&wanted.did),
            has_any,
            campaigns: campaigns.into_iter().map(|(id, name)| Choice::new(id, name, &wanted.campaign)).collect(),
            headings: lists::headings(&COLUMNS, wanted.order(), |order| wanted.query(order)),
            total: shown::counted(total, "post", "posts"),
            place: if last > 1 { format!(", page {page} of {}", shown::count(last)) } else { String::new() },
            here: if page > 1 { at(page) } else { wanted.kept(&[]) },
            previous: (page > 1).then(|| at(page - 1)),
            next: (page < last).then(|| at(page + 1)),
            rows: rows.into_iter().map(Row::new).collect(),
            wanted,
        }
    }

    fn is_without_campaign(&self) -> bool {
        self.wanted.campaign == WITHOUT
    }
}

impl Row {
    fn new(row: PostsFound) -> Self {
        let kind = Some(row.content_type).filter(|kind| kind != "other").map(|kind| shown::word(&kind));
        let about = row.author.into_iter().chain(kind).filter(|part| !part.is_empty());
        Self {
            id: row.id,
            title: row.title.or_else(|| row.url.clone()).unwrap_or_else(|| format!("Post {}", row.id)),
            url: shown::web_address(row.url),
            about: about.collect::<Vec<_>>().join(" · "),
            is_paid: row.is_paid,
            campaigns: row.campaign_ids.into_iter().zip(row.campaigns).collect(),
            posted: row.posted_on.map_or_else(|| "–".to_owned(), shown::day),
            impressions: shown::maybe_count(row.impressions),
            engagements: shown::count(row.engagements),
            rate: shown::per_cent(row.engagement_rate),
            people: shown::count(row.people),
            targeted: shown::count(row.targeted),
        }
    }
}

/// Rows for a spreadsheet: numbers as they are, and nothing where they are not known; a rate is a share of 1.
fn sheet(rows: Vec<PostsFound>) -> Result<Response, Error> {
    let header = [
        "Id",
        "Post",
        "Address",
        "Author",
        "Published",
        "Kind",
        "Paid",
        "Campaigns",
        "Impressions",
        "Engagements",
        "Engagement rate",
        "People",
        "On target",
    ];
    let cells = |row: PostsFound| {
        vec![
            row.id.to_string(),
            row.title.unwrap_or_default(),
            row.url.unwrap_or_default(),
            row.author.unwrap_or_default(),
            row.posted_on.map(|day| day.to_string()).unwrap_or_default(),
            shown::word(&row.content_type),
            if row.is_paid { "yes" } else { "no" }.to_owned(),
            row.campaigns.join(", "),
            row.impressions.map(|number| number.to_string()).unwrap_or_default(),
            row.engagements.to_string(),
            row.engagement_rate.map(|rate| format!("{rate:.6}")).unwrap_or_default(),
            row.people.to_string(),
            row.targeted.to_string(),
        ]
    };
    answer::sheet("posts.csv", &header, rows.into_iter().map(cells))
}

#[cfg(test)]
impl ListPage {
    pub(super) fn samples() -> Vec<Self> {
        let bad = || Some("<b>".to_owned());
        let row = |id, is_whole: bool| PostsFound {
            id,
            title: bad().filter(|_| is_whole),
            url: if is_whole { Some("javascript:alert(1)".to_owned()) } else { None },
            author: bad(),
            content_type: "video".to_owned(),
            is_paid: is_whole,
            posted_on: is_whole.then(|| jiff::civil::date(2026, 11, 27)),
            impressions: is_whole.then_some(1_200),
            engagements: 30,
            people: 9,
            targeted: 3,
            engagement_rate: is_whole.then_some(0.025),
            total: 120,
            campaign_ids: vec![7],
            campaigns: vec!["<b>".to_owned()],
        };
        let campaigns = || vec![("7".to_owned(), "<b>".to_owned())];
        let filtered = Wanted { text: "\"><b>".to_owned(), campaign: WITHOUT.to_owned(), ..Wanted::default() };
        let shell = || Shell::sample("/campaigns");
        vec![
            Self::new(shell(), false, Vec::new(), Wanted::default(), 1, Vec::new()),
            Self::new(shell(), true, campaigns(), filtered.clone(), 1, Vec::new()),
            Self::new(shell(), true, campaigns(), filtered, 2, vec![row(1, true), row(2, false)]),
        ]
    }
}
