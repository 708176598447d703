//! What a connection is worth: looked at when it is added, before it is used when the last look is old, and from time to time.
//!
//! Cookies are only looked at, unless their owner allows a call to LinkedIn with them.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, ToSpan as _, tz::TimeZone};
use queries::queries::connections as sql;
use uuid::Uuid;

use super::{Access, Connection, Credentials, Type, renew};
use crate::{
    apify::Apify,
    calls::{Caller, Failure},
    error::Error,
    http::retry,
    linkedin::{
        cookies::{Finding, Jar, Severity},
        oauth::{App, Grant, OAuth},
        voyager::{self, Standing},
    },
    services::Services,
};

/// How long a check waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);
/// An access token is renewed so long before its end, and a human is told.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

/// What is said where the app is another than LinkedIn knows.
pub const WRONG_APP: &str = "LinkedIn does not take the app's client id and secret: look them up in the app's settings";

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The status: valid, expiring, expired, revoked, blocked, invalid, or unverified.
    pub status: &'static str,
    /// Why, and what to do.
    pub reason: Option<String>,
    /// Whom the credentials act for, if that became known.
    pub account: Option<String>,
    /// When they end, as far as is known.
    pub expires_at: Option<Timestamp>,
}

impl Check {
    fn new(status: &'static str, reason: impl Into<Option<String>>) -> Self {
        Self { status, reason: reason.into(), account: None, expires_at: None }
    }
}

/// How far a check may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// No call to LinkedIn with a member's cookies.
    Offline,
    /// One, if its owner allowed it.
    Live,
}

/// Checks a connection, for a job or for a human, and notes down what was found.
///
/// # Errors
/// When nothing could be found out: the service is away, or the calls of the day are used up.  The status stays as it is then.
/// [`Error::Conflict`], when somebody gave the connection other credentials meanwhile, for which nothing of it holds.
pub async fn check(
    access: Access<'_>,
    services: &Services,
    connection: &Connection,
    reach: Reach,
    job: Option<Uuid>,
) -> Result<Check, Error> {
    let caller = Caller {
        database: access.database,
        http: &services.http,
        tenant: access.tenant,
        connection: connection.id,
        job,
        patience: PATIENCE,
        judge: retry::judge,
    };
    // The database's: workers whose clocks are wrong would call good credentials expired, or bad ones good.
    let now = connection.now;
    let known = final_status(&connection.status);
    let found = match &connection.credentials {
        // What LinkedIn said stays until there are other credentials: asking again may cost the account, and cookies that look
        // good say nothing against it.
        _ if let Some(status) = known => {
            Check { expires_at: connection.expires_at, ..Check::new(status, connection.reason.clone()) }
        }
        None => Check::new("invalid", "It has no credentials: give it some with rapport connection edit.".to_owned()),
        Some(Credentials::Token(token)) => apify(Apify { caller, services, token: token.clone() }).await?,
        Some(Credentials::Cookies(jar)) => match reach {
            Reach::Live if connection.may_probe => live(access, caller, services, connection, jar).await?,
            _ => offline(jar, now),
        },
        Some(Credentials::OAuth(oauth)) => {
            let (app, grant) = &**oauth;
            granted(
                access,
                connection,
                OAuth { caller: Caller { judge: retry::linkedin, ..caller }, services },
                app,
                grant,
            )
            .await?
        }
    };
    note(access, connection, &found, now).await?;
    Ok(found)
}

/// Notes down what was found of the credentials that were looked at, and of no others.
async fn note(access: Access<'_>, connection: &Connection, found: &Check, now: Timestamp) -> Result<(), Error> {
    let tx = access.database.tenant(access.tenant).await?;
    let noted = sql::note_check()
        .bind(
            &*tx,
            &found.status,
            &found.reason.as_deref(),
            &found.account.as_deref(),
            &found.expires_at,
            &again_after(connection.kind, found, now),
            &connection.id,
            &connection.given_at,
        )
        .await?;
    tx.commit().await?;
    if noted == 0 { Err(replaced(connection)) } else { Ok(()) }
}

fn replaced(connection: &Connection) -> Error {
    Error::Conflict(format!(
        "somebody gave the connection {:?} other credentials while these were looked at; look again",
        connection.name
    ))
}

/// Seconds until the next check: a day, give or take a quarter, so that not all come at once; sooner where an end is near;
/// none where only a human can change something.
fn again_after(kind: Type, found: &Check, now: Timestamp) -> Option<f64> {
    if final_status(found.status).is_some() {
        return None;
    }
    let usual = match kind {
        // Looking at cookies costs nothing.
        Type::Personal => 12.0,
        Type::CompanyPage | Type::CampaignManager | Type::Apify => 24.0,
    } * 3600.0
        * (0.75 + 0.5 * f64::from(retry::chance()) / f64::from(u32::MAX));
    // Right after the end, so that nobody works with what has ended.
    let until_end = found.expires_at.map(|end| end.duration_since(now).as_secs_f64() + 1.0);
    Some(until_end.filter(|seconds| *seconds > 0.0).map_or(usual, |seconds| seconds.min(usual)))
}

fn day(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime("%-d %B %Y").to_string()
}

/// Whose token it is.
async fn apify(apify: Apify<'_>) -> Result<Check, Error> {
    match apify.account().await {
        Ok(account) => {
            let name = if account.username.is_empty() { account.id } else { account.username };
            Ok(Check { account: Some(name), ..Check::new("valid", None) })
        }
        Err(failure) if failure.status() == Some(401) => Ok(Check::new(
            "invalid",
            "Apify does not know this token: copy it again from Apify's console, Settings, API & Integrations."
                .to_owned(),
        )),
        Err(failure) => Err(failure.into()),
    }
}

/// What can be seen in the cookies themselves.
#[must_use]
pub fn offline(jar: &Jar, now: Timestamp) -> Check {
    let findings = jar.findings(now);
    let error = findings.iter().find(|finding| finding.severity() == Severity::Error);
    let soon = findings.iter().find(|finding| matches!(finding, Finding::LiAtEndsSoon { .. }));
    let found = match (error, soon) {
        (Some(finding @ Finding::LiAtExpired { .. }), _) => Check::new("expired", finding.to_string()),
        (Some(finding @ Finding::LiAtDeleted), _) => Check::new("revoked", finding.to_string()),
        (Some(finding), _) => Check::new("invalid", finding.to_string()),
        (None, Some(finding)) => Check::new("expiring", finding.to_string()),
        (None, None) => Check::new(
            "unverified",
            "The cookies have the right form and have not expired; LinkedIn was not asked, since its terms forbid that."
                .to_owned(),
        ),
    };
    Check { expires_at: jar.expires_at(), ..found }
}

/// What LinkedIn says of the cookies.
async fn live(
    access: Access<'_>,
    caller: Caller<'_>,
    services: &Services,
    connection: &Connection,
    jar: &Jar,
) -> Result<Check, Error> {
    let now = connection.now;
    let seen = offline(jar, now);
    if !matches!(seen.status, "unverified" | "expiring") {
        return Ok(seen);
    }
    let Some(request) = voyager::who_am_i(services, jar, None, now) else {
        return Ok(Check::new(
            "invalid",
            "JSESSIONID is missing, without which LinkedIn answers nothing: export all cookies of linkedin.com."
                .to_owned(),
        ));
    };
    let caller = Caller { judge: voyager::judge, ..caller };
    let answer = caller.call("voyager", &request, false).await?;
    let standing = voyager::standing(&answer);
    note_probe(access, connection, &standing).await?;
    let expires_at = jar.expires_at();
    let found = match standing {
        Standing::SignedIn(account) if seen.status == "expiring" => Check { account, ..seen },
        Standing::SignedIn(account) => Check { account, ..Check::new("valid", None) },
        Standing::Ended => Check::new("expired", "LinkedIn does not know this session any more: sign in there and export the cookies again.".to_owned()),
        Standing::Revoked => Check::new("revoked", "LinkedIn ended this session. Sign in there with a browser and look whether the account is in order before you export the cookies again.".to_owned()),
        Standing::Checkpoint => Check::new("blocked", "LinkedIn wants to see a human: sign in there with a browser and answer what it asks, then export the cookies again.".to_owned()),
        Standing::BotBlock => Check::new("blocked", "LinkedIn takes these calls for a robot's (999). Leave the account alone for a day at least.".to_owned()),
        Standing::Throttled => return Err(Error::TooMany("LinkedIn asks to slow down (429), which says nothing about the session; try again tomorrow".to_owned())),
        Standing::Unclear(status) => return Err(Error::Conflict(format!("LinkedIn answers {status}, which says nothing about the session; try again later"))),
    };
    Ok(Check { expires_at, ..found })
}

/// Notes down that the cookies were sent, and how LinkedIn took them, unless there are others by now.
async fn note_probe(access: Access<'_>, connection: &Connection, standing: &Standing) -> Result<(), Error> {
    let outcome = match standing {
        Standing::SignedIn(_) => "taken",
        Standing::Ended | Standing::Revoked | Standing::Checkpoint | Standing::BotBlock => "refused",
        Standing::Throttled | Standing::Unclear(_) => "unclear",
    };
    let tx = access.database.tenant(access.tenant).await?;
    // Held, so that nobody puts other cookies in their place in between.
    if sql::hold_connection().bind(&*tx, &connection.id, &connection.given_at).opt().await?.is_some() {
        sql::note_probe().bind(&*tx, &outcome, &connection.id).await?;
    }
    tx.commit().await
}

/// What LinkedIn says of a token, which is renewed if its end is near.
async fn granted(
    access: Access<'_>,
    connection: &Connection,
    oauth: OAuth<'_>,
    app: &App,
    grant: &Grant,
) -> Result<Check, Error> {
    let now = connection.now;
    let consent = format!("Consent again: rapport connection edit {:?} --oauth.", connection.name);
    let token = match oauth.introspect(app, &grant.access_token).await {
        Ok(token) => token,
        Err(failure) if matches!(failure.status(), Some(400 | 401)) => {
            return Ok(Check::new("invalid", format!("{WRONG_APP}.")));
        }
        Err(failure) => return Err(failure.into()),
    };
    let ends = token.expires_at.and_then(|at| Timestamp::from_second(at).ok()).unwrap_or(grant.expires_at);
    if token.status.as_deref() == Some("revoked") {
        return Ok(Check::new(
            "revoked",
            format!(
                "The member took the consent back, or LinkedIn did, as it does when the same app asks for another consent, such as for ads after pages. {consent}"
            ),
        ));
    }
    let has_ended = !token.active || ends <= now;
    if has_ended || ends.duration_since(now) < SOON {
        let may_refresh = grant.refresh_expires_at.is_none_or(|end| end > now);
        if let Some(refresh) = grant.refresh_token.as_ref().filter(|_| may_refresh) {
            match oauth.refresh(app, refresh).await {
                Ok(fresh) => {
                    let renewed = keep(access, connection, app, grant, fresh).await?;
                    return Ok(renewed_until(&renewed, now, &consent));
                }
                Err(Failure::Refused { .. }) => {}
                Err(failure) => return Err(failure.into()),
            }
        }
        let found = if has_ended {
            Check::new("expired", format!("The consent has ended. {consent}"))
        } else {
            Check::new("expiring", format!("The consent ends on {}. {consent}", day(ends)))
        };
        return Ok(Check { expires_at: Some(ends), ..found });
    }
    if let Some(reason) = lack(connection.kind, token.scope.as_deref()) {
        return Ok(Check { expires_at: Some(ends), ..Check::new("invalid", format!("{reason} {consent}")) });
    }
    let account = match oauth.member(&grant.access_token).await {
        Ok(member) => Some(member.name.unwrap_or(member.sub)),
        // Not every set of scopes may ask this.
        Err(Failure::Refused { .. }) => None,
        Err(failure) => return Err(failure.into()),
    };
    Ok(Check { account, expires_at: Some(ends), ..Check::new("valid", None) })
}

/// What a consent lacks of what is needed, in words; nothing where LinkedIn does not tell what it holds.
pub(super) fn lack(kind: Type, scope: Option<&str>) -> Option<String> {
    let granted: Vec<&str> = scope?.split([',', ' ']).collect();
    let lacking: Vec<&str> = kind.scopes().iter().filter(|scope| !granted.contains(scope)).copied().collect();
    let lacking = lacking.join(", ");
    let words = || {
        format!(
            "The consent lacks {lacking}: look whether the app still has its products in LinkedIn's developer portal \
             (docs/linkedin.md says which)."
        )
    };
    (!lacking.is_empty()).then(words)
}

/// Keeps a renewed grant.  A refresh token that came with it takes the place of the old one; its end does not move either way.
async fn keep(
    access: Access<'_>,
    connection: &Connection,
    app: &App,
    old: &Grant,
    fresh: Grant,
) -> Result<Grant, Error> {
    let grant = Grant {
        refresh_token: fresh.refresh_token.or_else(|| old.refresh_token.clone()),
        refresh_expires_at: old.refresh_expires_at.or(fresh.refresh_expires_at),
        ..fresh
    };
    // A human's consent is worth more than one that was renewed, which would end with the old year.
    if renew(access, connection, app, &grant).await? { Ok(grant) } else { Err(replaced(connection)) }
}

fn renewed_until(grant: &Grant, now: Timestamp, consent: &str) -> Check {
    let year_ends = grant.refresh_expires_at.filter(|end| end.duration_since(now) < SOON * 4);
    let found = year_ends.map_or_else(
        || Check::new("valid", None),
        |end| {
            Check::new(
                "expiring",
                format!("The year of the consent ends on {}, and cannot be prolonged. {consent}", day(end)),
            )
        },
    );
    Check { expires_at: Some(grant.expires_at), ..found }
}

/// The status, if it is one that only a human can end, with other credentials.
#[must_use]
pub fn final_status(status: &str) -> Option<&'static str> {
    ["expired", "revoked", "blocked", "invalid"].into_iter().find(|known| *known == status)
}

/// When a check is too old to rely on before a use.
#[must_use]
pub fn is_stale(last_validated: Option<Timestamp>, now: Timestamp) -> bool {
    last_validated.is_none_or(|last| last.checked_add(24.hours()).is_ok_and(|due| due < now))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: f64 = 3_600.0;

    #[test]
    fn checks_come_once_a_day_and_not_all_at_once() {
        let now = Timestamp::now();
        let draw = |kind| -> Vec<f64> {
            (0..1_000).map(|_| again_after(kind, &Check::new("valid", None), now).unwrap() / HOUR).collect()
        };
        for (kind, usual) in [(Type::Apify, 24.0), (Type::CompanyPage, 24.0), (Type::Personal, 12.0)] {
            let hours = draw(kind);
            assert!(hours.iter().all(|after| (0.75 * usual..=1.25 * usual).contains(after)), "{kind:?}: {hours:?}");
            // Whoever added a hundred connections at once has them checked all over half a day.
            for part in 0..10 {
                let from = usual * (0.75 + 0.05 * f64::from(part));
                let many = hours.iter().filter(|after| (from..from + 0.05 * usual).contains(after)).count();
                assert!(many > 30, "{kind:?}: {many} of 1,000 in the hour from {from} on");
            }
        }
    }

    #[test]
    fn a_check_comes_right_after_an_end_and_none_where_only_a_human_can_help() {
        let now = Timestamp::now();
        let ending =
            |hours| Check { expires_at: Some(now + SignedDuration::from_hours(hours)), ..Check::new("valid", None) };
        let after = |found: &Check| again_after(Type::CompanyPage, found, now);
        assert_eq!(after(&ending(2)), Some(2.0 * HOUR + 1.0));
        assert!(after(&ending(1_000)).unwrap() <= 30.0 * HOUR);
        for status in ["expired", "revoked", "blocked", "invalid"] {
            assert_eq!(after(&Check { status, ..ending(2) }), None, "{status}");
        }
    }
}
