//! Many people who look at one page while what it shows changes every second.
//!
//! They are another process, as they are other machines in the world; it shares the processors of this one with the server, and says
//! how much of them it took.  Each holds a stream of events and asks for the page again when it has changed, as a browser does.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    net::SocketAddr,
    process::{Command, Stdio},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody as _},
    http::StatusCode,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::{
    task::JoinSet,
    time::{Instant, interval, sleep, sleep_until, timeout_at},
};

use super::{LONGEST_OF_VIEWERS, Web, browser::Browser, data, milliseconds, within};
use crate::{
    cli::{
        demo::plan::TENANTS,
        output::{self, Column, Format},
    },
    config::Config,
    error::Error,
    serve::places,
    web::live::MARKS,
};

/// Viewers who come in a second.
const COMING: f64 = 20.0;
/// How long after the last change everybody has seen it.
const SETTLED: Duration = Duration::from_secs(5);

/// What the other process is told.
#[derive(Serialize, Deserialize)]
struct Task {
    server: SocketAddr,
    page: String,
    sessions: Vec<String>,
    seconds: u16,
}

/// What it tells.
#[derive(Default, Serialize, Deserialize)]
struct Seen {
    /// Of the first view of everybody.
    first: Vec<Duration>,
    /// Of every view after a change.
    after: Vec<Duration>,
    /// Bytes of these together, as they were sent.
    bytes: usize,
    /// Pages that did not come.
    failed: usize,
    /// Viewers whose page is not what the server has, in the end.
    behind: usize,
}

/// Has viewers look, and prints what it took; what was missed.
pub(super) async fn hold(
    config: &Config,
    args: &Web,
    ready: &data::Ready,
    server: SocketAddr,
) -> Result<Vec<String>, Error> {
    const COLUMNS: &[Column] = &[
        Column("what", "Viewers", Format::Text),
        Column("pages", "Pages", Format::Count),
        Column("median_ms", "Median ms", Format::Count),
        Column("p95_ms", "95 % ms", Format::Count),
        Column("longest_ms", "Longest ms", Format::Count),
        Column("page_bytes", "Page, bytes", Format::Count),
    ];
    let mut sessions = Vec::new();
    for n in 1..=args.viewers {
        eprint!("\rviewer {n} of {} signs in", args.viewers);
        sessions.push(data::session(&ready.database, &ready.users).await?.to_string());
    }
    eprintln!();
    let task = Task { server, page: args.page.clone(), sessions, seconds: args.seconds };
    let seen = look_elsewhere(&task, ready).await?;
    let row = |what: &str, times: &[Duration], bytes: Option<usize>| {
        let mut times = times.to_vec();
        times.sort_unstable();
        json!({
            "what": what, "pages": times.len(), "median_ms": milliseconds(within(0.5, &times)), "p95_ms": milliseconds(within(0.95, &times)),
            "longest_ms": milliseconds(within(1.0, &times)), "page_bytes": bytes.map(|bytes| bytes / times.len().max(1)),
        })
    };
    let of = format!("{} of {}", args.viewers, args.page);
    let rows = [
        row(&format!("{of}, the first view"), &seen.first, None),
        row(&format!("{of}, after a change every second"), &seen.after, Some(seen.bytes)),
    ];
    output::print_rows(config.json, &rows, COLUMNS, "")?;
    let mut missed = Vec::new();
    let mut times = seen.after;
    times.sort_unstable();
    if within(0.95, &times) > LONGEST_OF_VIEWERS || times.is_empty() {
        let limit = LONGEST_OF_VIEWERS.as_millis();
        missed.push(format!(
            "{} viewers see a change later than after {limit} ms, five of a hundred times",
            args.viewers
        ));
    }
    if seen.failed + seen.behind > 0 {
        missed.push(format!("{} pages did not come, and {} viewers were behind in the end", seen.failed, seen.behind));
    }
    Ok(missed)
}

/// Starts the other process, changes something every second when it says that everybody is there, and hears what they saw.
async fn look_elsewhere(task: &Task, ready: &data::Ready) -> Result<Seen, Error> {
    let mut viewers = Command::new(std::env::current_exe()?)
        .args(["bench", "look"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let told = serde_json::to_vec(task).map_err(|error| Error::Internal(error.into()))?;
    // Closed once it is written.
    viewers.stdin.take().ok_or_else(broken)?.write_all(&told)?;
    let mut lines = BufReader::new(viewers.stdout.take().ok_or_else(broken)?).lines();
    let (first, lines) = blocking(move || (lines.next(), lines)).await?;
    first.ok_or_else(broken)??;
    let owner = ready.database.owner().await?;
    owner
        .batch_execute(&format!(
            "set search_path = public, app; select set_config('app.tenant_id', id::text, false) from tenants where slug = '{}'",
            TENANTS[0].slug
        ))
        .await?;
    let mut second = interval(Duration::from_secs(1));
    for n in 0..task.seconds {
        second.tick().await;
        owner
            .batch_execute(&format!(
                "insert into engagements (post_id, person_id, engagement_type, comment_id, comment_text)
                 select post_id, (select id from persons order by id offset {n} limit 1), 'comment', gen_random_uuid(), 'A word.'
                 from campaign_posts order by campaign_id, post_id limit 1"
            ))
            .await?;
    }
    let mut lines = lines;
    let (last, status) = blocking(move || (lines.next(), viewers.wait())).await?;
    if !status?.success() {
        return Err(broken());
    }
    serde_json::from_str(&last.ok_or_else(broken)??).map_err(|error| Error::Internal(error.into()))
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Error> {
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Internal(error.into()))
}

fn broken() -> Error {
    Error::Internal(anyhow::anyhow!("those who looked have ended"))
}

/// Runs `rapport bench look`: what the other process does.
pub(super) async fn look() -> Result<(), Error> {
    let task: Task = serde_json::from_reader(std::io::stdin().lock()).map_err(|error| Error::Internal(error.into()))?;
    places::make_room(2 * task.sessions.len());
    let begun = Instant::now();
    let coming = Duration::from_secs_f64(task.sessions.len() as f64 / COMING);
    let everybody = begun + coming + Duration::from_secs(2);
    let until = everybody + Duration::from_secs(task.seconds.into()) + SETTLED;
    let mut viewers = JoinSet::new();
    for (n, session) in task.sessions.iter().enumerate() {
        let viewer = Viewer {
            pages: Browser::new(task.server, session),
            events: Browser::new(task.server, session),
            page: task.page.clone(),
            everybody,
            seen: Seen::default(),
        };
        let turn = begun + coming.mul_f64(n as f64 / task.sessions.len() as f64);
        viewers.spawn(async move {
            sleep_until(turn).await;
            viewer.look(until).await
        });
    }
    sleep_until(everybody).await;
    output::print_text("everybody is there")?;
    let mut seen = Seen::default();
    while let Some(one) = viewers.join_next().await {
        let one = one.map_err(|error| Error::Internal(error.into()))?;
        seen.first.extend(one.first);
        seen.after.extend(one.after);
        seen.bytes += one.bytes;
        seen.failed += one.failed;
        seen.behind += one.behind;
    }
    output::print_text(&serde_json::to_string(&seen).map_err(|error| Error::Internal(error.into()))?)
}

/// Somebody who has the page open.
struct Viewer {
    pages: Browser,
    events: Browser,
    page: String,
    /// When what is seen begins to count: everybody has come.
    everybody: Instant,
    seen: Seen,
}

impl Viewer {
    async fn look(mut self, until: Instant) -> Seen {
        let Ok(first) = self.pages.get(&self.page, false, None).await else {
            self.seen.failed += 1;
            return self.seen;
        };
        self.seen.first.push(first.took);
        let text = String::from_utf8_lossy(&first.body).into_owned();
        let of =
            |attribute: &str| text.split(attribute).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let topics: Vec<String> = of(" data-live=\"").split(' ').map(str::to_owned).collect();
        let mut known = marks(of(" data-marks=\""), &topics);
        let Ok(stream) = self.events.open("/live", false, None).await else {
            self.seen.failed += 1;
            return self.seen;
        };
        let (mut body, mut came, mut present) = (Body::new(stream.into_body()), Vec::new(), known.clone());
        let mut asked = Instant::now();
        // Whatever came while a page was asked for is read before the next one is.
        while let Ok(piece) = timeout_at(until, next(&mut body)).await {
            let Some(piece) = piece else {
                self.seen.failed += 1;
                break;
            };
            came.extend_from_slice(&piece);
            while let Some(end) = came.windows(2).position(|two| two == b"\n\n") {
                let event: Vec<u8> = came.drain(..end + 2).collect();
                if let Some(told) = String::from_utf8_lossy(&event).split("data: ").nth(1) {
                    present = marks(told.trim_end(), &topics);
                }
            }
            if present == known {
                continue;
            }
            sleep_until(asked + Duration::from_secs(1)).await;
            asked = Instant::now();
            let wanted = present.iter().map(|(topic, mark)| format!("{topic}={mark}")).collect::<Vec<_>>().join(" ");
            match self.pages.get(&self.page, true, Some((MARKS, &wanted))).await {
                Ok(answer) if answer.status == StatusCode::OK => {
                    if asked >= self.everybody {
                        self.seen.after.push(answer.took);
                        self.seen.bytes += answer.body.len();
                    }
                    known.clone_from(&present);
                }
                _ => {
                    self.seen.failed += 1;
                    sleep(Duration::from_secs(1)).await;
                }
            }
        }
        self.seen.behind += usize::from(known != present);
        self.seen
    }
}

/// The next piece of a body.
async fn next(body: &mut Body) -> Option<Bytes> {
    loop {
        let frame = std::future::poll_fn(|context| std::pin::Pin::new(&mut *body).poll_frame(context)).await?;
        if let Ok(data) = frame.ok()?.into_data() {
            return Some(data);
        }
    }
}

/// The marks of these topics.
fn marks(text: &str, topics: &[String]) -> BTreeMap<String, String> {
    let pairs = text.split(' ').filter_map(|pair| pair.split_once('='));
    pairs
        .filter(|(topic, _)| topics.iter().any(|one| one == topic))
        .map(|(topic, mark)| (topic.to_owned(), mark.to_owned()))
        .collect()
}
