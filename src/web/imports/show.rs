//! One import: what became of every line.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Path, Query, State as Pool},
    response::Response,
};
use queries::queries::{
    import_pages::{self as sql, CampaignsOfImport, PostsOfImport, RejectsFound, UploadOfImport},
    imports as imports_sql,
};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, assets, lists, shell::Shell, shown, visitor::Visitor},
    format_of, size, state_of,
};
use crate::{
    error::Error,
    model::{
        audit::Names,
        imports::{no_import, why_skipped},
        users::Role,
    },
    web::uploads::{State, field_words},
};

/// Rejected lines on a page.
const PAGE: i64 = 50;
/// Characters of a rejected line that are shown.
const RAW: usize = 300;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Wanted {
    page: String,
}

#[derive(Template)]
#[template(path = "imports/show.html")]
pub(in crate::web) struct ShowPage {
    shell: Shell,
    name: String,
    about: Vec<String>,
    state: State,
    error: Option<String>,
    figures: Vec<(&'static str, String, &'static str)>,
    skipped: Vec<(String, String)>,
    facts: Vec<(&'static str, String)>,
    /// Its posts, or the first of them, each with its address.
    posts: Vec<(String, Option<String>)>,
    /// Posts that are not named.
    more_posts: Option<String>,
    campaigns: Vec<CampaignsOfImport>,
    brought_people: bool,
    rejects: Vec<Reject>,
    total: String,
    place: String,
    previous: Option<String>,
    next: Option<String>,
    /// The upload that still has the rejected lines as a file.
    upload: Option<String>,
}

struct Reject {
    line: String,
    column: String,
    reason: String,
    raw: String,
}

pub(super) async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let id = Uuid::parse_str(&id).map_err(|_| no_import())?;
    let page = wanted.page.parse().unwrap_or(1).clamp(1, i64::from(i32::MAX));
    let session = &visitor.session;
    let shell = Shell::live(&pages, session, "/imports", "imports");
    let tx = session.begin(&pages.database).await?;
    let row = imports_sql::import_items()
        .bind(&*tx, &Some(id), &None::<&str>, &None::<&str>, &None, &None::<&Value>, &1)
        .opt()
        .await?
        .ok_or_else(no_import)?;
    let rejects = sql::rejects_found().bind(&*tx, &id, &PAGE, &((page - 1) * PAGE)).all().await?;
    let upload = sql::upload_of_import().bind(&*tx, &id).opt().await?;
    let posts = sql::posts_of_import().bind(&*tx, &id).all().await?;
    let campaigns = sql::campaigns_of_import().bind(&*tx, &id).all().await?;
    let (names, _) = Names::read(&tx).await?;
    tx.commit().await?;
    let mut shown = ShowPage::new(shell, &row.item, &names, page, rejects, upload)?;
    shown.lead_to(posts, campaigns);
    Ok(answer::page(&shown))
}

impl ShowPage {
    fn new(
        shell: Shell,
        item: &Value,
        names: &Names,
        page: i64,
        rejects: Vec<RejectsFound>,
        upload: Option<UploadOfImport>,
    ) -> Result<Self, Error> {
        let number = |key: &str| item[key].as_i64().unwrap_or_default();
        let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
        let when = |at: &Value| match at.as_str() {
            Some(at) => {
                let at = at.parse().map_err(|_| Error::Internal(anyhow::anyhow!("{at:?} is no time")))?;
                Ok::<_, Error>(shown::moment(at, &shell.clock(), true))
            }
            None => Ok(String::new()),
        };
        let moment = |key: &str| when(&item[key]);
        let total = rejects.first().map_or(0, |row| row.total);
        let last = ((total + PAGE - 1) / PAGE).max(1);
        let at = |page: i64| lists::query([("page", page.to_string().as_str())]);
        let day = |key: &str| item[key].as_str().and_then(|day| day.parse().ok());
        let options = &item["options"];
        let option = |key: &str| options[key].as_str().unwrap_or_default().to_owned();
        let bytes = u64::try_from(number("bytes")).unwrap_or_default();
        let facts = [
            ("Days", shown::days(day("first_day"), day("last_day")).unwrap_or_default()),
            ("Seen at", when(&options["seen_at"])?),
            ("Rows count a", option("by")),
            ("Dates", option("date_order")),
            ("Columns read as", columns_said(&options["columns"])),
            ("Brought by", names.of(&text("started_by"))),
            ("Began", moment("started_at")?),
            ("Ended", moment("finished_at")?),
        ];
        let skip_reasons = item["skip_reasons"].as_object().into_iter().flatten();
        Ok(Self {
            name: text("file_name"),
            about: vec![shown::sentence(&format_of(&text("format"))), size(bytes)],
            state: state_of(&text("state")),
            error: item["error"].as_str().map(shown::told),
            figures: [
                ("Lines", "lines", "records in the file"),
                ("New", "created", "made something that was not there"),
                ("Changed", "updated", "told more of what was there"),
                ("Known", "unchanged", "said nothing new"),
                ("Left out", "skipped", "not meant to be stored"),
                ("Rejected", "rejected", "could not be used"),
                ("New people", "people_created", "who were not known before"),
            ]
            .map(|(words, key, note)| (words, shown::count(number(key)), note))
            .into(),
            skipped: skip_reasons
                .map(|(reason, n)| (shown::count(n.as_i64().unwrap_or_default()), why_skipped(reason)))
                .collect(),
            facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
            posts: Vec::new(),
            more_posts: None,
            campaigns: Vec::new(),
            brought_people: number("people_created") > 0,
            rejects: rejects.into_iter().map(Reject::new).collect(),
            total: shown::counted(total, "line", "lines"),
            place: if last > 1 { format!(", page {page} of {}", shown::count(last)) } else { String::new() },
            previous: (page > 1).then(|| at((page - 1).min(last))),
            next: (page < last).then(|| at(page + 1)),
            upload: upload.filter(|upload| upload.has_rejects_file).map(|upload| upload.id.to_string()),
            shell,
        })
    }
}

/// What was said of columns: which of them is read as what.
fn columns_said(said: &Value) -> String {
    let said = said.as_object().into_iter().flatten();
    let said = said.map(|(column, field)| match field.as_str().filter(|field| !field.is_empty()) {
        Some(field) => format!("{column}: {}", field_words(field)),
        None => format!("{column}: not read"),
    });
    said.collect::<Vec<_>>().join("; ")
}

impl ShowPage {
    /// Names where what was imported is seen.
    fn lead_to(&mut self, posts: Vec<PostsOfImport>, campaigns: Vec<CampaignsOfImport>) {
        let all = posts.first().map_or(0, |row| row.total);
        let more = all - i64::try_from(posts.len()).unwrap_or_default();
        self.more_posts = (more > 0).then(|| shown::count(more));
        let title = |row: &PostsOfImport| row.title.clone().or_else(|| row.url.clone());
        self.posts = posts
            .into_iter()
            .map(|row| (title(&row).unwrap_or_else(|| format!("Post {}", row.id)), shown::web_address(row.url)))
            .collect();
        self.campaigns = campaigns;
    }
}

impl Reject {
    fn new(row: RejectsFound) -> Self {
        let mut raw: String = row.raw.chars().take(RAW).collect();
        if raw.len() < row.raw.len() {
            raw.push('…');
        }
        Self { line: shown::count(row.line), column: row.field, reason: shown::sentence(&row.reason), raw }
    }
}

#[cfg(test)]
impl ShowPage {
    pub(in crate::web) fn samples() -> Vec<Self> {
        let page = |state: &str, is_whole: bool| {
            let item = serde_json::json!({
                "file_name": "<b>.csv", "format": "ad-performance", "bytes": 12_000, "state": state, "lines": 10, "created": 4,
                "updated": 1, "unchanged": 1, "skipped": 2, "rejected": 2, "people_created": 3,
                "skip_reasons": if is_whole { serde_json::json!({"<b>": 2, "company_page": 1}) } else { serde_json::json!({}) },
                "first_day": is_whole.then_some("2026-11-01"), "last_day": is_whole.then_some("2026-11-27"),
                "options": {"campaign": is_whole.then_some("<b>")}, "error": is_whole.then_some("<b>"),
                "started_by": "<b>", "started_at": "2026-11-27T10:00:00+00:00", "finished_at": null,
            });
            let reject = || RejectsFound {
                line: 2,
                field: "<b>".to_owned(),
                reason: "<b>".to_owned(),
                raw: "<b>".repeat(200),
                total: 120,
            };
            let upload = UploadOfImport { id: Uuid::nil(), has_rejects_file: true };
            let (rejects, upload) =
                if is_whole { (vec![reject(), reject()], Some(upload)) } else { (Vec::new(), None) };
            let mut page =
                Self::new(Shell::sample("/imports"), &item, &Names::none(), 2, rejects, upload).expect("a sample");
            if is_whole {
                let post = |url: &str| PostsOfImport {
                    id: 7,
                    title: Some("<b>".to_owned()),
                    url: Some(url.to_owned()),
                    total: 12,
                };
                let posts = vec![post("https://example.org/?<b>"), post("javascript:alert(1)")];
                page.lead_to(posts, vec![CampaignsOfImport { id: 7, name: "<b>".to_owned() }]);
            }
            page
        };
        vec![page("completed", false), page("interrupted", true)]
    }
}
