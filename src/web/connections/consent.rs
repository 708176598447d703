//! A consent at LinkedIn that is asked for in a page: the browser goes there, and comes back with an answer for whoever sent it.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, Query, State as Pool},
    http::{HeaderValue, header},
    response::{IntoResponse as _, Redirect, Response},
};
use secrecy::SecretString;
use serde::Deserialize;
use url::Url;
use uuid::Uuid;

use super::{
    super::{
        POLICY, Pages,
        answer::Problem,
        fields::Fields,
        here::Here,
        visitor::{Acting, Visitor},
    },
    add::{Form, Kind, Typed, known},
    type_words,
};
use crate::{
    error::Error,
    model::{
        connections::{
            self, Access, Credentials, Type,
            consents::{self, Brought, Wanted},
            handover,
        },
        users::Role,
    },
    values,
};

/// Where LinkedIn sends a browser back to, at our pages.
pub(super) const BACK: &str = "/connections/consent";

/// What LinkedIn has a browser bring.
#[derive(Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    state: String,
    code: Option<String>,
    error: Option<String>,
}

/// Lets the form of a page lead to LinkedIn: browsers hold a form to the page's policy wherever it is sent on to.
pub(super) fn may_leave(pages: &Pages, mut response: Response) -> Response {
    let linkedin = pages.outward.services.linkedin.origin().ascii_serialization();
    let policy = POLICY.replace("form-action 'self'", &format!("form-action 'self' {linkedin}"));
    if let Ok(policy) = HeaderValue::try_from(policy) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn access<'a>(pages: &'a Pages, visitor: &Visitor) -> Access<'a> {
    Access { database: &pages.database, keyring: &pages.keyring, tenant: visitor.session.tenant }
}

/// Where the browser is to come back to.  A name that somebody else made up must not get there.
fn redirect(here: &Here) -> Result<Url, Error> {
    let unknown = || {
        Error::invalid(
            "whoever runs Rapport has to set RAPPORT_URL to the address at which people open these pages, such as \
             https://rapport.company.example, since LinkedIn sends a browser back to no other",
        )
    };
    let address = here.certain(BACK).ok_or_else(unknown)?;
    Url::parse(&address).map_err(|error| Error::Internal(error.into()))
}

/// Sends a browser to LinkedIn for what was typed.
async fn leave(
    pages: &Pages,
    visitor: &Visitor,
    here: &Here,
    fields: &Fields,
    wanted: Wanted,
    before: Option<&Credentials>,
) -> Result<Response, Error> {
    let redirect = redirect(here)?;
    let secret = fields.given("client_secret").map(SecretString::from);
    let app = handover::app(fields.given("client_id").map(str::to_owned), secret, before)?;
    let wanted = Wanted { client_id: app.client_id, ..wanted };
    let acting = Acting { session: &visitor.session, database: &pages.database };
    let (access, services, session) = (access(pages, visitor), &pages.outward.services, visitor.session.id);
    let link = consents::ask(&acting, access, services, session, &wanted, &app.client_secret, &redirect).await?;
    Ok(Redirect::to(link.as_str()).into_response())
}

/// Asks for the consent of a connection that comes with it.
pub(super) async fn ask(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let typed = Typed::new(&fields);
    let asked = async {
        let wanted = Wanted {
            connection: None,
            name: values::name(&typed.name).map_err(Error::invalid)?,
            kind: if typed.of_ads { Type::CampaignManager } else { Type::CompanyPage },
            call_limit: typed.limit.clone(),
            client_id: String::new(),
        };
        leave(&pages, &visitor, &here, &fields, wanted, None).await
    };
    match asked.await {
        Ok(response) => Ok(response),
        Err(error) => Form { kind: Kind::Consent, known: None, typed }.again(&pages, &visitor, &here, error),
    }
}

/// Asks for the consent of a connection that is there once more, by the app that it has unless another is named.
pub(super) async fn ask_again(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let (id, name, kind) = known(&pages, &visitor, &id).await?;
    let fields = Fields::parse(&body);
    let asked = async {
        let tx = visitor.session.begin(&pages.database).await?;
        // What does not open any more is replaced as well.
        let (before, _) = connections::with_or_without_credentials(&pages.keyring, &tx, id).await?;
        tx.commit().await?;
        let wanted = Wanted {
            connection: Some(id),
            name: name.clone(),
            kind,
            call_limit: String::new(),
            client_id: String::new(),
        };
        leave(&pages, &visitor, &here, &fields, wanted, before.credentials.as_ref()).await
    };
    match asked.await {
        Ok(response) => Ok(response),
        Err(error) => {
            let (known, typed) = (Some(there(id, name, kind)), Typed::new(&fields));
            Form { kind: Kind::Consent, known, typed }.again(&pages, &visitor, &here, error)
        }
    }
}

/// A connection as the form knows it.
fn there(id: Uuid, name: String, kind: Type) -> (Uuid, String, &'static str) {
    (id, name, type_words(kind.name()))
}

/// Takes a browser in that comes back: whatever it brings counts for the session that asked, once.
pub(super) async fn back(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    Query(answer): Query<Answer>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let acting = Acting { session: &visitor.session, database: &pages.database };
    let given = |text: &'_ Option<String>| text.as_deref().filter(|text| !text.is_empty()).map(str::to_owned);
    let (code, error) = (given(&answer.code), given(&answer.error));
    let brought = Brought { state: &answer.state, code: code.as_deref(), error: error.as_deref() };
    let (access, services, session) = (access(&pages, &visitor), &pages.outward.services, visitor.session.id);
    match consents::settle(&acting, access, services, session, brought).await {
        Ok(id) => Ok(Redirect::to(&format!("/connections/{id}?did=consented")).into_response()),
        Err((error, wanted)) => {
            let typed = wanted.as_ref().map(|wanted| Typed {
                name: wanted.name.clone(),
                of_ads: wanted.kind == Type::CampaignManager,
                client_id: wanted.client_id.clone(),
                limit: wanted.call_limit.clone(),
            });
            let known = wanted.and_then(|wanted| Some(there(wanted.connection?, wanted.name, wanted.kind)));
            let form = Form { kind: Kind::Consent, known, typed: typed.unwrap_or_default() };
            form.again(&pages, &visitor, &here, error)
        }
    }
}
