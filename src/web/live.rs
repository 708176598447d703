//! Pages that follow what goes on.
//!
//! Such a page is written under marks (`live_marks`), one for each kind of thing that it shows, and each of which is another one
//! after everything of its kind that changes.  A browser in front of which it is open listens to the marks of its tenant, a
//! stream of events; where one that the page shows differs from its own, it asks for the page again and takes over what is
//! another.  Nothing is lost while nobody listens: who comes back compares, and knows.
//!
//! A mark says that something has changed, and nothing about what.  Everything that is shown is asked for as every page is.

use std::{
    collections::{BTreeMap, HashMap},
    fmt, io,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use askama::filters::HtmlSafe;
use axum::{
    Router,
    body::Bytes,
    extract::State as Pool,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use queries::queries::live as sql;
use tokio::{
    sync::{mpsc, watch},
    time::{Instant, MissedTickBehavior, interval, sleep, timeout},
};
use uuid::Uuid;

use super::{Pages, answer, answer::Problem, visitor::Visitor};
use crate::{
    db::{Database, TenantId},
    error::Error,
    model::{sessions::Session, users::Role},
};

/// The header in which a page that asks for itself again says under which marks.
pub const MARKS: &str = "rapport-marks";
/// How often a tenant to whom somebody listens is looked at, which is how often its pages change at most.
const PACE: Duration = Duration::from_secs(1);
/// The time between two who are told of a change.
const APART: Duration = Duration::from_millis(2);
/// How many are told at once, and for how long all others wait then.
const FIRST: f64 = 20.0;
const LEAD: Duration = Duration::from_millis(500);
/// After so many breaths of which nothing was heard a page takes its stream for dead, and opens another.
const BREATHS: u32 = 3;
/// For how long a tenant is looked at after the last one has gone: most have gone to the next page.
const LINGER: Duration = Duration::from_secs(20);
/// Streams at a time.  A connection that is one stands in nobody's way: it is the first to go where there is no room.
const MOST: usize = 4_096;

/// What a tenant's marks are; none: nobody has looked yet.
type Marks = Option<Arc<BTreeMap<String, String>>>;

/// Who looks, for all who listen to a tenant together.
pub struct Lookout {
    tenants: Mutex<HashMap<TenantId, watch::Sender<Marks>>>,
    is_over: watch::Sender<bool>,
    breath: Duration,
}

impl Lookout {
    /// The longest silence of a stream, after which it says that all is still as it was, so that nobody on the way takes it for
    /// dead, and a page knows one that is; and the time after which is asked whether who listens still may.
    #[must_use]
    pub fn new(breath: Duration) -> Self {
        Self { tenants: Mutex::default(), is_over: watch::Sender::new(false), breath }
    }

    /// Ends all streams: the server stops.
    pub fn close(&self) {
        self.is_over.send_replace(true);
    }

    /// The marks of a tenant as they were when somebody last looked: what is read from here on is no older.
    fn marks(&self, tenant: TenantId) -> Marks {
        self.with(|tenants| tenants.get(&tenant).and_then(|sender| sender.borrow().clone()))
    }

    /// All marks as they are in the database now; none, where nobody listens, or nobody knows.
    pub(super) async fn read_again(&self, database: &Database, tenant: TenantId) -> Option<String> {
        self.marks(tenant)?;
        Self::read(database, tenant).await.ok().map(|marks| written(&marks, |_| true))
    }

    /// Whether these marks, by topic, are the present ones as far as this server has seen.
    pub(super) fn are_present(&self, tenant: TenantId, marks: &BTreeMap<&str, &str>) -> bool {
        let present = self.marks(tenant);
        !marks.is_empty()
            && present.is_some_and(|present| {
                marks.iter().all(|(topic, mark)| present.get(*topic).is_some_and(|known| known == mark))
            })
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<TenantId, watch::Sender<Marks>>) -> T) -> T {
        work(&mut self.tenants.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// How long the word waits until somebody is told: where hundreds listen, they ask for their pages one after another, and after
    /// those few for whom they are rendered.
    fn wait(&self, tenant: TenantId, turn: f64) -> Duration {
        let listeners = self.with(|tenants| tenants.get(&tenant).map_or(0, watch::Sender::receiver_count));
        let listeners = u32::try_from(listeners).unwrap_or(u32::MAX);
        let lead = if f64::from(listeners) * turn < FIRST { Duration::ZERO } else { LEAD };
        lead + PACE.min(APART * listeners).mul_f64(turn)
    }

    /// Listens to a tenant, which is looked at from now on if it was not yet.
    fn listen(pages: &Arc<Pages>, tenant: TenantId) -> Result<watch::Receiver<Marks>, Error> {
        pages.lookout.with(|tenants| {
            let listeners: usize = tenants.values().map(watch::Sender::receiver_count).sum();
            if listeners >= MOST {
                return Err(Error::TooMany("too many pages are open".to_owned()));
            }
            if let Some(sender) = tenants.get(&tenant) {
                return Ok(sender.subscribe());
            }
            let (sender, receiver) = watch::channel(None);
            tenants.insert(tenant, sender);
            tokio::spawn(Self::look(Arc::clone(pages), tenant));
            Ok(receiver)
        })
    }

    /// Looks at a tenant for as long as somebody listens.
    async fn look(pages: Arc<Pages>, tenant: TenantId) {
        let lookout = &pages.lookout;
        let mut alone_since: Option<Instant> = None;
        loop {
            let begun = Instant::now();
            match Self::read(&pages.database, tenant).await {
                Ok(marks) => lookout.with(|tenants| {
                    let Some(sender) = tenants.get(&tenant) else { return };
                    sender.send_if_modified(|known| {
                        let is_other = known.as_deref() != Some(&marks);
                        if is_other {
                            *known = Some(Arc::new(marks));
                        }
                        is_other
                    });
                }),
                // Whoever listens is told when there is something to tell again.
                Err(error) => tracing::debug!("nobody knows whether pages have changed: {error:#}"),
            }
            let is_over = *lookout.is_over.borrow();
            let is_done = lookout.with(|tenants| {
                let listeners = tenants.get(&tenant).map_or(0, watch::Sender::receiver_count);
                let since = if listeners == 0 { Some(*alone_since.get_or_insert(begun)) } else { None };
                alone_since = since;
                let is_done = is_over || since.is_some_and(|since| since.elapsed() >= LINGER);
                if is_done {
                    tenants.remove(&tenant);
                }
                is_done
            });
            if is_done {
                return;
            }
            // A database that is slow to answer is asked less often.
            sleep(PACE.max(begun.elapsed() * 4)).await;
        }
    }

    async fn read(database: &Database, tenant: TenantId) -> Result<BTreeMap<String, String>, Error> {
        let tx = database.tenant(tenant).await?;
        let marks = sql::live_marks().bind(&*tx).one().await?;
        tx.commit().await?;
        serde_json::from_value(marks).map_err(|error| Error::Internal(error.into()))
    }
}

/// Marks as pages and events have them: `topic=mark`, with a space between them.
fn written(marks: &BTreeMap<String, String>, is_wanted: impl Fn(&str) -> bool) -> String {
    let wanted = marks.iter().filter(|(topic, _)| is_wanted(topic));
    wanted.map(|(topic, mark)| format!("{topic}={mark}")).collect::<Vec<_>>().join(" ")
}

/// What a page follows, and the marks that it was written under.
pub(super) struct Live {
    topics: &'static str,
    marks: Marks,
    /// The longest that nothing may be heard of a stream.
    silence: Duration,
}

impl Live {
    /// Of a page that is about to be read; the topics are words with a space between them.
    pub(super) fn of(pages: &Pages, session: &Session, topics: &'static str) -> Self {
        Self { topics, marks: pages.lookout.marks(session.tenant), silence: pages.lookout.breath * BREATHS }
    }

    #[cfg(test)]
    pub(super) fn sample() -> Self {
        Self {
            topics: "metrics",
            marks: Some(Arc::new(BTreeMap::from([("metrics".to_owned(), "0a".to_owned())]))),
            silence: Duration::from_secs(45),
        }
    }
}

impl fmt::Display for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let marks =
            self.marks.as_deref().map(|marks| written(marks, |topic| self.topics.split(' ').any(|one| one == topic)));
        let (topics, marks, silence) = (self.topics, marks.unwrap_or_default(), self.silence.as_millis());
        write!(f, " data-live=\"{topics}\" data-marks=\"{marks}\" data-silence=\"{silence}\"")
    }
}

impl HtmlSafe for Live {}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/live", get(stream))
}

/// The marks of the tenant, now and whenever they change.
async fn stream(Pool(pages): Pool<Arc<Pages>>, visitor: Visitor) -> Result<Response, Problem> {
    let receiver = Lookout::listen(&pages, visitor.session.tenant)?;
    let (sender, events) = mpsc::channel(1);
    let session = &visitor.session;
    let listener = Listener {
        tenant: session.tenant,
        session: session.id,
        sees_all: session.role > Role::Client,
        turn: f64::from(getrandom::u32().unwrap_or_default()) / f64::from(u32::MAX),
        sender,
    };
    tokio::spawn(listener.tell(pages, receiver));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream")),
        // A proxy that gathers an answer before it hands it on would keep all of it.
        (HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    Ok((headers, answer::as_it_comes(events)).into_response())
}

/// Somebody who listens.
struct Listener {
    tenant: TenantId,
    session: Uuid,
    sees_all: bool,
    /// A share of the time that everybody is told in: when it is their turn.
    turn: f64,
    sender: mpsc::Sender<io::Result<Bytes>>,
}

impl Listener {
    async fn tell(self, pages: Arc<Pages>, mut receiver: watch::Receiver<Marks>) {
        let mut over = pages.lookout.is_over.subscribe();
        let mut breath = interval(pages.lookout.breath);
        breath.set_missed_tick_behavior(MissedTickBehavior::Delay);
        breath.reset();
        // Who was cut off comes back after two seconds.
        let mut words = "retry: 2000\n\n".to_owned();
        receiver.mark_changed();
        loop {
            if !words.is_empty() && self.sender.send(Ok(words.into())).await.is_err() {
                return;
            }
            words = tokio::select! {
                changed = receiver.changed() => match changed {
                    Ok(()) => {
                        sleep(pages.lookout.wait(self.tenant, self.turn)).await;
                        receiver.borrow_and_update().as_deref().map(|marks| self.event(marks)).unwrap_or_default()
                    }
                    Err(_) => return,
                },
                // A database that is slow to answer is asked again at the next breath: the page would take us for dead.
                _ = breath.tick() => match timeout(pages.lookout.breath / 2, self.is_open(&pages.database)).await {
                    // A comment would do for whoever is on the way; the page hears of events alone.
                    Ok(Ok(true)) | Err(_) => "event: still\ndata:\n\n".to_owned(),
                    Ok(Ok(false)) => {
                        // The page is to be asked for, which leads to where one signs in.
                        drop(self.sender.send(Ok(Bytes::from_static(b"event: over\ndata:\n\n"))).await);
                        return;
                    }
                    Ok(Err(error)) => {
                        tracing::debug!("nobody knows whether a session goes on: {error:#}");
                        return;
                    }
                },
                () = self.sender.closed() => return,
                () = async { drop(over.wait_for(|is_over| *is_over).await) } => return,
            };
        }
    }

    /// A client is told of figures alone.
    fn event(&self, marks: &BTreeMap<String, String>) -> String {
        let told = written(marks, |topic| self.sees_all || topic == "metrics");
        format!("event: marks\ndata: {told}\n\n")
    }

    async fn is_open(&self, database: &Database) -> Result<bool, Error> {
        let tx = database.tenant(self.tenant).await?;
        let is_open = sql::session_is_open().bind(&*tx, &self.session).one().await?;
        tx.commit().await?;
        Ok(is_open)
    }
}
