//! Who asks: the user of a session.  No transaction is open yet, since nobody knows how long the rest of the request takes.

use std::sync::{Arc, OnceLock};

use axum::{
    extract::FromRequestParts,
    http::{Method, request::Parts},
    response::{IntoResponse as _, Redirect, Response},
};

use super::{Pages, answer::Problem, cookies::Cookies};
use crate::{
    db::{Acts, Database, TenantId, TenantTx},
    error::Error,
    model::{
        sessions::{self, Session},
        users::Role,
    },
};

/// A user who is signed in.
pub(super) struct Visitor {
    pub(super) session: Session,
    pub(super) cookies: Cookies,
}

impl Visitor {
    /// Refuses whoever may do less than this role, and says whom to ask.
    pub(super) fn must(&self, least: Role) -> Result<(), Error> {
        let Session { role, team, .. } = &self.session;
        if *role >= least {
            return Ok(());
        }
        let who = match least {
            Role::Owner => "An owner",
            Role::Editor => "An editor or an owner",
            Role::Viewer | Role::Client => "A member who sees all campaigns",
        };
        let role = role.name();
        Err(Error::Forbidden(format!(
            "{who} of {team} may do this, and you are its {role}. Ask one of its owners to do it for you, or to let you."
        )))
    }
}

/// The session of a request of which somebody has found it out before, so that it is asked for once.
#[derive(Clone)]
pub(super) struct Known(pub(super) Session);

/// Who turned out to ask, for what is answered where nobody knows a request any more: a page of a problem, which is to lead on.
#[derive(Clone, Default)]
pub(super) struct Seen(Arc<OnceLock<Session>>);

impl Seen {
    pub(super) fn session(&self) -> Option<&Session> {
        self.0.get()
    }
}

fn note(parts: &Parts, session: &Session) {
    if let Some(Seen(seen)) = parts.extensions.get() {
        drop(seen.set(session.clone()));
    }
}

/// A user who does more than one transaction holds.
pub(super) struct Acting<'a> {
    pub(super) session: &'a Session,
    pub(super) database: &'a Database,
}

impl Acts for Acting<'_> {
    async fn begin(&self) -> Result<TenantTx, Error> {
        self.session.begin(self.database).await
    }
}

/// Whether what changes something comes from a page of this team: a page says of which team it is (`?team=`), and a session may have
/// gone to another one since.  What says nothing is of no page with a script, and is believed.
fn is_of(parts: &Parts, tenant: TenantId) -> bool {
    let query = parts.uri.query().unwrap_or_default();
    let mut teams = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "team");
    parts.method == Method::GET || teams.all(|(_, team)| team == tenant.to_string())
}

impl FromRequestParts<Arc<Pages>> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, pages: &Arc<Pages>) -> Result<Self, Response> {
        let Ok(cookies) = Cookies::from_request_parts(parts, pages).await;
        if let Some(Known(session)) = parts.extensions.get() {
            note(parts, session);
            return Ok(Self { session: session.clone(), cookies });
        }
        let found = match cookies.session() {
            Some(token) => {
                sessions::of(&pages.database, token).await.map_err(|error| Problem::from(error).into_response())?
            }
            None => None,
        };
        let Some((session, next)) = found else {
            // Back to the page that was asked for; what a form held is lost.
            let wanted = parts.uri.path_and_query().map_or("/", |path| path.as_str());
            let wanted = if parts.method == Method::GET { wanted } else { "/" };
            let next: String = url::form_urlencoded::byte_serialize(wanted.as_bytes()).collect();
            return Err(Redirect::to(&format!("/sign-in?next={next}")).into_response());
        };
        if let Some(next) = &next {
            cookies.set_session(next);
        }
        note(parts, &session);
        if !is_of(parts, session.tenant) {
            let sentence = format!(
                "Since this page was opened you have gone to another team, in another window perhaps, and are in {} now. So nothing \
                 was done. Go back to the team of the page by the menu at the top, and do it again.",
                session.team
            );
            return Err(Problem::from(Error::Conflict(sentence)).into_response());
        }
        Ok(Self { session, cookies })
    }
}
