//! Uploads: files on their way in, whose bytes arrive in pieces and wait in the database, where every worker can reach them.

use std::{
    fs::File,
    future::poll_fn,
    io::{self, Read as _, Seek as _, Write as _},
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use jiff::Timestamp;
use queries::queries::uploads as sql;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;

use super::imports::{Report, SeenTable, Spooled, Wanted, without_rejects};
use crate::{
    db::{Acts, TenantTx},
    error::Error,
    import::identity::PostRef,
    values::Name,
};

/// Bytes of the largest file.
pub const LARGEST: u64 = 2 << 30;
/// Bytes of a piece: few enough to be written in one go, and many enough that most files are a handful of them.
const PIECE: usize = 1 << 20;

/// Bytes that are read of a file at once: it is this machine's, and was written a moment ago.
const SENT: usize = 64 << 10;

/// Where an upload stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[value(rename_all = "snake_case")]
pub enum UploadState {
    /// Not all of it is here
    Receiving,
    /// All of it is here, and nobody has said what to do with it
    Waiting,
    /// Waits to be checked, or is
    Checking,
    /// Can be imported
    Checked,
    /// Cannot be imported as it is
    Refused,
    /// Waits to be imported, or is
    Importing,
    /// Is imported
    Imported,
    /// Its job came to no good end
    Failed,
}

/// A file on its way in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Upload {
    /// By which it is asked for.
    pub id: Uuid,
    /// As the computer named it from which it came.
    pub file_name: String,
    /// Bytes of the whole file, as announced.
    pub bytes: u64,
    /// Bytes that are here, and where to go on.
    pub received_bytes: u64,
    /// Where it stands.
    pub state: UploadState,
    /// Whether its job checks it, and writes nothing of it.
    pub dry_run: bool,
    /// What was said of it.
    pub options: Wanted,
    /// The job that checks or imports it.
    pub job_id: Option<Uuid>,
    /// How far that is, of 0 to 1, while it runs.
    pub progress: Option<f64>,
    /// When the job is due.
    pub run_at: Option<Timestamp>,
    /// When it began, while it runs.
    pub started_at: Option<Timestamp>,
    /// Why the job came to no good end.
    pub error: Option<String>,
    /// Why the file cannot be imported as it is, by the check.
    pub problem: Option<String>,
    /// What there is to be seen of a table that cannot be imported as it is: `columns` of the options say what its columns are
    /// read as.
    pub table: Option<SeenTable>,
    /// What the import did, or, while it is not imported, what it would do, which the check tried with the first 4,200 lines.
    pub report: Option<Report>,
    /// Whether there is a file of the rejected lines.
    pub has_rejects_file: bool,
    /// The import that it became.
    pub import_id: Option<Uuid>,
    /// When it was announced.
    pub created_at: Timestamp,
    /// When something of it changed last.
    pub updated_at: Timestamp,
}

/// What is kept of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// The file itself, until it is imported.
    File,
    /// The rejected lines, as a file that can be corrected and imported.
    Rejects,
    /// Why each of them was rejected.
    Reasons,
}

impl Content {
    /// Its word in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Rejects => "rejects",
            Self::Reasons => "reasons",
        }
    }
}

impl Upload {
    /// Whether a check of all of it found that every line is rejected.
    #[must_use]
    pub fn is_useless(&self) -> bool {
        let is_useless = |report: &Report| {
            report.rejected > 0 && report.rejected == report.lines && u64::try_from(report.lines) == Ok(report.records)
        };
        self.state == UploadState::Checked && self.report.as_ref().is_some_and(is_useless)
    }

    /// What a content of it is called where it is saved.
    #[must_use]
    pub fn name_of(&self, content: Content) -> String {
        let name = without_rejects(&self.file_name);
        let (stem, end) = name.rsplit_once('.').unwrap_or((&name, "csv"));
        match content {
            Content::File => name,
            Content::Rejects => format!("{stem}.rejects.{end}"),
            Content::Reasons => format!("{stem}.rejects.reasons.txt"),
        }
    }
}

/// Announces a file, of which a dry run or an import is made when all of it is here.  Its id.
///
/// # Errors
/// [`Error::Invalid`] where it is empty or too large, [`Error::Conflict`] where too much waits already.
pub async fn begin(tx: &TenantTx, name: &Name, bytes: u64, wanted: &Wanted, dry_run: bool) -> Result<Uuid, Error> {
    if !(1..=LARGEST).contains(&bytes) {
        return Err(Error::Invalid(format!(
            "a file has 1 to {LARGEST} bytes, and this would have {bytes}; split a larger one, or use rapport import FILE"
        )));
    }
    let options = json!(wanted);
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
    Ok(sql::begin_upload().bind(&**tx, &bytes, &&**name, &options, &dry_run).one().await?)
}

/// One upload.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn read(tx: &TenantTx, upload: Uuid) -> Result<Upload, Error> {
    let row = sql::upload_items().bind(&**tx, &Some(upload), &None::<&str>, &None, &None::<&Value>, &1).opt().await?;
    serde_json::from_value(row.ok_or_else(no_upload)?.item).map_err(|error| Error::Internal(error.into()))
}

/// Those that are not imported, the latest first, at most so many.
///
/// # Errors
/// As the database gives them.
pub async fn open(tx: &TenantTx, most: i64) -> Result<Vec<Upload>, Error> {
    let rows = sql::open_uploads().bind(&**tx, &most).all().await?;
    let read = |row| serde_json::from_value(row).map_err(|error| Error::Internal(error.into()));
    rows.into_iter().map(read).collect()
}

/// Takes the bytes of a file as they come, from where the last ones ended.  Every piece is there for good as soon as it is taken, so
/// that whoever is cut off goes on where it was.  Bytes that are here now.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Conflict`] where the bytes do not begin where the last ones ended; [`Error::Invalid`] where they are
/// more than was announced, or did not all arrive.
pub async fn receive(who: &impl Acts, upload: Uuid, mut at: u64, mut body: Body) -> Result<u64, Error> {
    let mut piece = Vec::with_capacity(PIECE);
    let mut is_first = true;
    loop {
        let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
        if let Some(Ok(bytes)) = frame.as_ref().map(|frame| frame.as_ref().map(|frame| frame.data_ref())) {
            piece.extend_from_slice(bytes.map_or(&[], |bytes| bytes));
        }
        let is_over = !matches!(frame, Some(Ok(_)));
        // Once also where nothing comes, so that whoever begins elsewhere is told so.
        if piece.len() >= PIECE || is_over && (is_first || !piece.is_empty()) {
            let tx = who.begin().await?;
            at = append(&tx, upload, at, &piece).await?;
            tx.commit().await?;
            piece.clear();
            is_first = false;
        }
        match frame {
            Some(Ok(_)) => {}
            None => return Ok(at),
            Some(Err(_)) => return Err(Error::invalid("the body did not arrive whole; what came of it is kept")),
        }
    }
}

/// Takes one piece.  Bytes that are here with it.
async fn append(tx: &TenantTx, upload: Uuid, at: u64, piece: &[u8]) -> Result<u64, Error> {
    let begins = i64::try_from(at).unwrap_or(i64::MAX);
    let told = sql::append_to_upload().bind(&**tx, &upload, &begins, &piece).one().await?;
    match told.outcome.as_str() {
        "taken" => Ok(told.received.unsigned_abs()),
        "missing" => Err(no_upload()),
        "elsewhere" => Err(Error::Conflict(format!(
            "{} bytes of this file are here, and these begin at {at}; go on from there",
            told.received
        ))),
        _ => Err(Error::Invalid(format!(
            "the file would be larger than was announced; {} bytes of it are here",
            told.received
        ))),
    }
}

/// Enqueues the dry run or the import of a file that is all here.  The job.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] where it is not all here, under way, or imported already.
pub async fn take_up(tx: &TenantTx, upload: Uuid, dry_run: bool) -> Result<Uuid, Error> {
    sql::take_up_upload().bind(&**tx, &upload, &dry_run).one().await?.ok_or_else(no_upload)
}

/// Replaces what was said of a file.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] where it is under way or imported already.
pub async fn change(tx: &TenantTx, upload: Uuid, wanted: &Wanted) -> Result<(), Error> {
    let changed = sql::change_upload().bind(&**tx, &upload, &json!(wanted)).one().await?;
    if changed { Ok(()) } else { Err(no_upload()) }
}

/// Deletes an upload; what was imported of it stays.
///
/// # Errors
/// [`Error::NotFound`], and [`Error::Conflict`] where it is under way.
pub async fn delete(tx: &TenantTx, upload: Uuid) -> Result<(), Error> {
    let there_was = sql::delete_upload().bind(&**tx, &upload).one().await?;
    if there_was { Ok(()) } else { Err(no_upload()) }
}

/// What a job is to know of the file that it looks at.
#[derive(Debug)]
pub struct Waiting {
    /// What whoever brought it calls it.
    pub file_name: String,
    /// What was said of it.
    pub wanted: Wanted,
    /// The post for which a posts list named it a short time ago.
    pub listed: Option<PostRef>,
    /// The number under which we know that post.
    pub listed_id: Option<i32>,
    /// Who brought it.
    pub begun_by: String,
    /// Whether it was imported already, by an attempt that nobody heard of.
    pub is_imported: bool,
}

/// The file that a job is to look at.
///
/// # Errors
/// [`Error::NotFound`] where somebody deleted it meanwhile, and [`Error::Invalid`] for a job whose file is another one's by now.
pub async fn waiting(tx: &TenantTx, upload: Uuid, job: Uuid) -> Result<Waiting, Error> {
    let row = sql::waiting_upload().bind(&**tx, &job, &upload).opt().await?.ok_or_else(no_upload)?;
    if row.is_its_turn != Some(true) {
        return Err(Error::invalid(
            "another job has this file, or nobody has said what to do with it; look at the file itself",
        ));
    }
    let named = sql::listed_post().bind(&**tx, &upload).opt().await?;
    let named_id = named.as_ref().map(|post| post.id);
    let listed = named.map(|post| PostRef {
        activity_id: post.activity_id,
        share_id: post.share_id,
        ugc_post_id: post.ugc_post_id,
        comment_id: None,
    });
    let wanted = serde_json::from_value(row.options).map_err(|error| Error::Internal(error.into()))?;
    Ok(Waiting {
        file_name: row.file_name,
        wanted,
        listed,
        listed_id: named_id,
        begun_by: row.begun_by,
        is_imported: row.is_imported,
    })
}

/// Has files checked again of which a posts list says another post than when they were checked, where nobody else said one; how many.
///
/// # Errors
/// As the database gives them.
pub async fn check_what_is_listed(tx: &TenantTx) -> Result<i64, Error> {
    Ok(sql::check_what_is_listed().bind(&**tx).one().await?)
}

/// Has everything imported with which a check found no fault; how many files.
///
/// # Errors
/// As the database gives them.
pub async fn import_what_is_checked(tx: &TenantTx) -> Result<i64, Error> {
    Ok(sql::import_what_is_checked().bind(&**tx).one().await?)
}

/// A content in a file of this process; none where nothing of it is kept.
///
/// # Errors
/// When the database or the folder for temporary files does not do its part.
pub async fn spool(who: &impl Acts, upload: Uuid, content: Content) -> Result<Option<Spooled>, Error> {
    let (spooled, spool) = Spooled::create()?;
    let mut file = spool.into_file();
    let mut at = 0;
    // A transaction for a few pieces, since the largest file takes a while.
    loop {
        let tx = who.begin().await?;
        let pieces = sql::upload_pieces().bind(&*tx, &upload, &content.name(), &at, &16).all().await?;
        tx.commit().await?;
        if pieces.is_empty() {
            break;
        }
        for piece in pieces {
            at += i64::try_from(piece.len()).unwrap_or_default();
            file.write_all(&piece)?;
        }
    }
    file.flush()?;
    Ok((at > 0).then_some(spooled))
}

/// A content as a body that is sent piece by piece; an empty one, where nothing of it is kept.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn told(who: &impl Acts, upload: Uuid, content: Content) -> Result<Body, Error> {
    let Some(spooled) = spool(who, upload, content).await? else {
        // Of an upload that is there, nothing is an answer too.
        let tx = who.begin().await?;
        read(&tx, upload).await?;
        tx.commit().await?;
        return Ok(Body::empty());
    };
    let mut file = spooled.into_file();
    file.rewind()?;
    streamed(file)
}

/// The rest of a file as a body.
///
/// # Errors
/// When nobody knows how long the file is.
pub fn streamed(file: File) -> Result<Body, Error> {
    let left = file.metadata()?.len();
    Ok(Body::new(Told { file, left }))
}

/// A file that is read as whoever asked for it takes it.
struct Told {
    file: File,
    left: u64,
}

impl HttpBody for Told {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let mut piece = Vec::with_capacity(SENT);
        match (&mut self.file).take(SENT as u64).read_to_end(&mut piece) {
            Ok(0) => Poll::Ready(None),
            Ok(read) => {
                self.left = self.left.saturating_sub(read as u64);
                Poll::Ready(Some(Ok(Frame::data(piece.into()))))
            }
            Err(error) => Poll::Ready(Some(Err(error))),
        }
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

/// Keeps a file as a content of an upload, in place of what was kept of it.
///
/// # Errors
/// When it cannot be read, or the database does not take it.
pub async fn keep(tx: &TenantTx, upload: Uuid, content: Content, mut file: &File) -> Result<(), Error> {
    sql::forget_content().bind(&**tx, &upload, &content.name()).await?;
    file.rewind()?;
    let mut at = 0_i64;
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        file.take(PIECE as u64).read_to_end(&mut piece)?;
        if piece.is_empty() {
            return Ok(());
        }
        sql::keep_piece().bind(&**tx, &upload, &content.name(), &at, &piece).await?;
        at += i64::try_from(piece.len()).unwrap_or_default();
    }
}

/// Notes down what a dry run found, or why the file cannot be imported as it is.
///
/// # Errors
/// As the database gives them.
pub async fn note_check(
    tx: &TenantTx,
    upload: Uuid,
    listed: Option<i32>,
    found: &Result<Report, Error>,
    table: Option<&SeenTable>,
) -> Result<(), Error> {
    let mut told = match found {
        Ok(report) => json!(report),
        Err(error) => json!({"problem": error.to_string(), "table": table}),
    };
    told["listed"] = json!(listed);
    sql::note_check().bind(&**tx, &told, &upload).await?;
    Ok(())
}

/// Notes down what an import made of it, and lets go of the file.
///
/// # Errors
/// As the database gives them.
pub async fn end(tx: &TenantTx, upload: Uuid, report: &Report) -> Result<(), Error> {
    let told: Value = json!(report);
    sql::end_upload().bind(&**tx, &upload, &told, &report.import_id).one().await?;
    Ok(())
}

/// What is said of an upload that there is not, or that is another tenant's.
#[must_use]
pub fn no_upload() -> Error {
    Error::NotFound("there is no such upload".to_owned())
}
