//! The people of a filter as a file, which is sent while it is written: nobody waits for a hundred thousand rows in memory.

use std::{io, sync::Arc};

use axum::{
    extract::{Query, State as Pool},
    response::Response,
};
use bytes::Bytes;
use queries::queries::person_pages::{self as sql, PeopleShown};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{
    super::{Pages, answer, answer::Problem, visitor::Visitor},
    filter::{self, Wanted},
};
use crate::{
    error::Error,
    model::{sessions::Session, users::Role},
    spreadsheet::harmless,
};

/// People that are looked up at a time.
const PART: usize = 2_000;

const MATCH: &str = "Match";
const HEADER: [&str; 19] = [
    "Id",
    "Name",
    "Title",
    "Headline",
    "Company",
    "Seniority",
    "Functions",
    "Location",
    "Country",
    "E-mail",
    "Profile",
    "Personas",
    MATCH,
    "Engagement score",
    "Engagements",
    "Last engaged",
    "Status",
    "Owner",
    "Tags",
];

pub(super) async fn export(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let wanted = Wanted { after: String::new(), ..wanted };
    // Who is in the file is decided at once; what is written of them is looked up as it is sent, so that whoever reads slowly keeps
    // no transaction open.
    let found = filter::find(&tx, &wanted, i32::MAX as usize).await?;
    tx.commit().await?;
    let (sender, receiver) = mpsc::channel(2);
    let (session, persona) = (visitor.session, wanted.persona_id());
    tokio::spawn(async move {
        if let Err(error) = write(&pages, &session, persona, &found.ids, &sender).await {
            tracing::error!("an export of people ended early: {error:#}");
            // A file that is cut off must not look like a whole one.
            drop(sender.send(Err(io::Error::other("the export ended early"))).await);
        }
    });
    Ok(answer::table("people.csv", answer::as_it_comes(receiver)))
}

async fn write(
    pages: &Pages,
    session: &Session,
    persona: Option<Uuid>,
    ids: &[i32],
    sender: &mpsc::Sender<Result<Bytes, io::Error>>,
) -> Result<(), Error> {
    let mut part = table(true, persona.is_some(), &[])?;
    for people in ids.chunks(PART) {
        if sender.send(Ok(part.into())).await.is_err() {
            // Nobody listens any more.
            return Ok(());
        }
        let tx = session.begin(&pages.database).await?;
        let rows = sql::people_shown().bind(&*tx, &people, &persona).all().await?;
        tx.commit().await?;
        part = table(false, persona.is_some(), &rows)?;
    }
    drop(sender.send(Ok(part.into())).await);
    Ok(())
}

/// A part of the file.  How well somebody matches is known of one persona, where one is asked for.
fn table(begins: bool, has_match: bool, rows: &[PeopleShown]) -> Result<Vec<u8>, Error> {
    let problem = |error: csv::Error| Error::Internal(error.into());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let is_told = |column: usize| has_match || HEADER[column] != MATCH;
    if begins {
        let header = HEADER.iter().enumerate().filter(|(column, _)| is_told(*column)).map(|(_, words)| words);
        writer.write_record(header).map_err(problem)?;
    }
    for row in rows {
        let text = |text: &Option<String>| harmless(text.as_deref().unwrap_or_default());
        let count = |count: Option<i64>| count.map(|count| count.to_string()).unwrap_or_default();
        let cells: [String; HEADER.len()] = [
            row.id.to_string(),
            harmless(&row.name),
            text(&row.title),
            text(&row.headline),
            text(&row.company),
            text(&row.seniority),
            row.functions.join(", "),
            text(&row.location),
            text(&row.country),
            text(&row.email),
            text(&row.linkedin_url),
            harmless(&row.personas.join(", ")),
            row.match_score.map(|score| format!("{score:.2}")).unwrap_or_default(),
            count(row.score),
            count(row.engagements),
            row.last_day.map(|day| day.to_string()).unwrap_or_default(),
            text(&row.status),
            text(&row.owner),
            harmless(&row.tags.join(", ")),
        ];
        let cells = cells.iter().enumerate().filter(|(column, _)| is_told(*column)).map(|(_, cell)| cell);
        writer.write_record(cells).map_err(problem)?;
    }
    writer.into_inner().map_err(|error| Error::Internal(anyhow::anyhow!("{error}")))
}
