//! The door on this machine through which LinkedIn's answer to a question for consent comes back: a browser is sent here with
//! a code, or with the reason why there is none.

use std::time::Duration;

use axum::{
    Router,
    extract::{RawQuery, State},
    http::StatusCode,
    routing::get,
};
use tokio::{net::TcpListener, sync::mpsc};
use url::Url;

use crate::{error::Error, same::same};

/// What to do where an answer was none, for whoever asked on the command line.
pub const AGAIN: &str = "run the same command again";

/// A consent takes a human some minutes, and no more.
const PATIENCE: Duration = Duration::from_mins(10);

/// Where the answer is waited for.
pub struct Door {
    listener: TcpListener,
    /// The address that LinkedIn must know as one of the app's.
    pub redirect: Url,
}

#[derive(Clone)]
struct Expected {
    state: String,
    answers: mpsc::Sender<Result<String, Error>>,
}

impl Door {
    /// Opens the door at a port of this machine, which nobody else can reach; 0 takes any.
    ///
    /// # Errors
    /// [`Error::Conflict`], when the port is taken.
    pub async fn open(port: u16) -> Result<Self, Error> {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| {
            Error::Conflict(format!("port {port} of this machine cannot be used ({error}); choose another one with --port, and add it to the app at LinkedIn"))
        })?;
        let port = listener.local_addr()?.port();
        let redirect =
            Url::parse(&format!("http://localhost:{port}/callback")).map_err(|error| Error::Internal(error.into()))?;
        Ok(Self { listener, redirect })
    }

    /// Waits for the code.
    ///
    /// # Errors
    /// [`Error::Conflict`], when the human said no, LinkedIn did, or nobody came.
    pub async fn code(self, state: &str) -> Result<String, Error> {
        let (answers, mut answer) = mpsc::channel(1);
        let expected = Expected { state: state.to_owned(), answers };
        let router = Router::new().route("/callback", get(arrive)).with_state(expected);
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let server = axum::serve(self.listener, router).with_graceful_shutdown(async move { drop(stopped.await) });
        let server = tokio::spawn(server.into_future());
        let code = tokio::time::timeout(PATIENCE, answer.recv()).await;
        drop(stop);
        // The page that thanks is still on its way.
        drop(tokio::time::timeout(Duration::from_secs(2), server).await);
        match code {
            Ok(Some(code)) => code,
            Ok(None) => Err(Error::Internal(anyhow::anyhow!("the answer's way was closed"))),
            Err(_) => Err(Error::Conflict(format!("nobody answered at LinkedIn within ten minutes; {AGAIN}"))),
        }
    }
}

async fn arrive(State(expected): State<Expected>, RawQuery(query): RawQuery) -> (StatusCode, &'static str) {
    let query = query.unwrap_or_default();
    let get = |name: &str| {
        url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    // Whoever does not know the state was not sent here by the question that was asked, whatever they bring.
    let is_ours = get("state").is_some_and(|state| same(state.as_bytes(), expected.state.as_bytes()));
    if !is_ours {
        return (
            StatusCode::BAD_REQUEST,
            "This is no answer to a question of this Rapport. Use the link that it printed last.",
        );
    }
    let (answer, page) = match (get("code"), get("error")) {
        (Some(code), None) if !code.is_empty() => {
            (Ok(code), "Thank you. You can close this page; Rapport goes on in the terminal.")
        }
        (_, error) => (
            Err(Error::Conflict(refusal(error.as_deref(), AGAIN))),
            "There is no consent. You can close this page; Rapport says more in the terminal.",
        ),
    };
    // A second answer finds nobody who waits.
    drop(expected.answers.try_send(answer));
    (StatusCode::OK, page)
}

/// Why there is no consent, and what to do: in our words, since what stands in the address may be anybody's.
#[must_use]
pub fn refusal(error: Option<&str>, again: &str) -> String {
    match error {
        Some("user_cancelled_login") => format!("nobody signed in at LinkedIn; {again}"),
        Some("user_cancelled_authorize" | "access_denied") => {
            format!("the consent was declined at LinkedIn; whoever should give it can change their mind: {again}")
        }
        Some("unauthorized_scope_error") => {
            "LinkedIn does not allow this app what it asks for: add the product to the app in LinkedIn's developer portal (docs/linkedin.md says which)".to_owned()
        }
        _ => format!("LinkedIn sent no code; {again}"),
    }
}
