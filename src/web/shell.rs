//! What is around every page of somebody who is signed in: where they are, who they are, and where they can go.

use askama::Template;
use jiff::{Timestamp, tz::TimeZone};

use super::{Pages, live::Live, shown};
use crate::{
    db::TenantId,
    model::{sessions::Session, users::Role},
};

/// A page of the navigation.
pub(super) struct Place {
    pub(super) path: &'static str,
    pub(super) words: &'static str,
    pub(super) icon: &'static str,
    /// Who sees it.
    least: Role,
}

/// The navigation: pages that there are.
const PLACES: &[Place] = &[
    Place { path: "/", words: "Overview", icon: "layout-dashboard", least: Role::Client },
    Place { path: "/campaigns", words: "Campaigns", icon: "speakerphone", least: Role::Client },
    Place { path: "/personas", words: "Personas", icon: "target", least: Role::Viewer },
    Place { path: "/people", words: "People", icon: "users", least: Role::Viewer },
    Place { path: "/companies", words: "Companies", icon: "building", least: Role::Viewer },
    Place { path: "/segments", words: "Segments", icon: "filter", least: Role::Viewer },
    Place { path: "/strategies", words: "Strategies", icon: "bulb", least: Role::Viewer },
    Place { path: "/calendar", words: "Calendar", icon: "calendar", least: Role::Viewer },
    Place { path: "/connections", words: "Connections", icon: "plug", least: Role::Viewer },
    Place { path: "/imports", words: "Imports", icon: "file-import", least: Role::Viewer },
];

/// Pages that have no place in the navigation: the path, what they are called, who sees them, and words by which somebody may
/// look for them besides.
const WITHIN: &[(&str, &str, Role, &str)] = &[
    ("/campaign-groups", "Campaign groups", Role::Viewer, ""),
    ("/reports", "Reports for clients", Role::Viewer, "share link print pdf"),
    ("/audiences", "Audiences for LinkedIn", Role::Viewer, "matched export upload list"),
    ("/custom-audiences", "Custom audiences", Role::Viewer, "targeting"),
    ("/saved-views", "Saved views", Role::Viewer, "filter"),
    ("/jobs", "Jobs", Role::Viewer, "scraping runs apify"),
    ("/schedules", "Schedules", Role::Viewer, "every day"),
    ("/webhooks", "Webhook inbox", Role::Viewer, "deliveries incoming"),
    ("/endpoints", "Endpoints", Role::Viewer, "webhooks outgoing notify"),
    ("/account", "Your account", Role::Client, "password sessions sign out"),
    ("/settings/members", "Members", Role::Viewer, "settings invite users roles"),
    ("/settings/tenant", "Team", Role::Owner, "settings weights time zone currency"),
    ("/settings/keys", "API keys", Role::Owner, "settings token"),
    ("/settings/audit", "Audit log", Role::Owner, "settings history events"),
];

/// The shell of a page.
///
/// The tenant's name opens a menu of all tenants of the user's, which is fetched when it is opened: on every page it would cost a
/// connection and a query as the owner, who alone knows to which tenants somebody belongs.  Without a script it leads to the
/// account, where they all stand.
pub(super) struct Shell {
    /// The path of the place in the navigation where the page stands.
    here: &'static str,
    /// The team, by its id, which a page says when it sends something.
    pub(super) tenant: TenantId,
    pub(super) team: String,
    pub(super) email: String,
    pub(super) role: &'static str,
    may: Role,
    pub(super) initials: String,
    pub(super) zone: String,
    pub(super) at: String,
    /// What the page follows; none: it stays as it was written.
    pub(super) live: Option<Live>,
}

/// The top of a page alone.
#[derive(Template)]
#[template(path = "top.html")]
pub(super) struct Top<'a> {
    pub(super) shell: &'a Shell,
}

impl Shell {
    pub(super) fn of(session: &Session, here: &'static str) -> Self {
        let zone = TimeZone::get(&session.zone).unwrap_or(TimeZone::UTC);
        Self {
            here,
            tenant: session.tenant,
            team: session.team.clone(),
            email: session.email.clone(),
            role: session.role.name(),
            may: session.role,
            initials: initials(if session.name.is_empty() { &session.email } else { &session.name }),
            zone: session.zone.clone(),
            at: Timestamp::now().to_zoned(zone).strftime("%-d %b %H:%M").to_string(),
            live: None,
        }
    }

    /// The shell of a page that follows what goes on; to be asked for before anything of the page is read.
    pub(super) fn live(pages: &Pages, session: &Session, here: &'static str, topics: &'static str) -> Self {
        Self { live: Some(Live::of(pages, session, topics)), ..Self::of(session, here) }
    }

    pub(super) fn places(&self) -> impl Iterator<Item = &'static Place> {
        let may = self.may;
        PLACES.iter().filter(move |place| may >= place.least)
    }

    /// The pages of which all words of a text tell, each its path and what it is called; none of no text.
    pub(super) fn pages_about(&self, text: &str) -> Vec<(&'static str, &'static str)> {
        let wanted: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let main = PLACES.iter().map(|place| (place.path, place.words, place.least, ""));
        let tells = |words: &str, about: &str| {
            let told = format!("{words} {about}").to_lowercase();
            wanted.iter().all(|word| told.split(' ').any(|one| one.starts_with(word.as_str())))
        };
        let seen = main
            .chain(WITHIN.iter().copied())
            .filter(|(_, words, least, about)| self.may >= *least && !wanted.is_empty() && tells(words, about));
        seen.map(|(path, words, ..)| (path, words)).collect()
    }

    /// The clock by which its times are told.
    pub(super) fn clock(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// Whether personas, people and companies are theirs to see.
    pub(super) fn sees_people(&self) -> bool {
        self.may >= Role::Viewer
    }

    /// Whether they may change things; who may not is shown no way to.
    pub(super) fn may_change(&self) -> bool {
        self.may >= Role::Editor
    }

    /// Whether members, keys and settings are theirs to change.
    pub(super) fn is_owner(&self) -> bool {
        self.may >= Role::Owner
    }

    pub(super) fn is_here(&self, place: &Place) -> bool {
        self.here == place.path
    }

    /// The day that it is by this clock.
    pub(super) fn today(&self) -> jiff::civil::Date {
        Timestamp::now().to_zoned(self.clock()).date()
    }

    #[cfg(test)]
    pub(super) fn sample(here: &'static str) -> Self {
        Self {
            tenant: TenantId(uuid::Uuid::nil()),
            here,
            team: "<Team> & \"Co\"".to_owned(),
            email: "<ada>@mail.example".to_owned(),
            role: "owner",
            may: Role::Owner,
            initials: "<".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            at: "27 Nov 11:24".to_owned(),
            live: Some(Live::sample()),
        }
    }
}

/// Two letters for a name.
fn initials(name: &str) -> String {
    let words = name.split('@').next().unwrap_or_default().split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).take(2).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_stand_for_a_name() {
        assert_eq!(initials("Ada Maria Lovelace"), "AM");
        assert_eq!(initials("eva.berg@mail.example"), "EB");
        assert_eq!(initials("zoe"), "Z");
        assert_eq!(initials(""), "");
    }
}
