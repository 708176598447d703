//! Which people are asked for, in what order, and where a page begins.

use std::fmt;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use queries::{client::Params as _, queries::person_pages as sql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{super::lists, COLUMNS};
use crate::{db::TenantTx, error::Error};

/// A filter, an order and a place: all of them stand in the address, which is the view.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Wanted {
    pub(super) text: String,
    pub(super) persona: String,
    /// Of whichever persona.
    pub(super) matched: String,
    pub(super) company: String,
    pub(super) campaign: String,
    pub(super) segment: String,
    pub(super) owner: String,
    pub(super) tag: String,
    pub(super) status: String,
    pub(super) seniority: String,
    pub(super) function: String,
    /// The least that their engagements weigh.
    pub(super) score: String,
    /// Days in which they engaged.
    pub(super) since: String,
    pub(super) notable: String,
    pub(super) sort: String,
    pub(super) dir: String,
    pub(super) after: String,
    pub(super) did: String,
}

/// Where a page ends, and the next begins: the keys of its last person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) number: i64,
    pub(super) text: String,
    pub(super) id: i32,
}

impl Place {
    /// The place that an address names; of what is none, the start.
    fn read(text: &str) -> Option<Self> {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = serde_json::to_vec(self).map_err(|_| fmt::Error)?;
        f.write_str(&BASE64_URL_SAFE_NO_PAD.encode(held))
    }
}

/// A page of people, and how many there are in all.
pub(super) struct Found {
    pub(super) total: i64,
    pub(super) ids: Vec<i32>,
    pub(super) next: Option<Place>,
}

impl Wanted {
    /// What an address says, whoever wrote it.
    pub(super) fn parse(query: &str) -> Self {
        let mut wanted = Self::default();
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let field = match key.as_ref() {
                "text" => &mut wanted.text,
                "persona" => &mut wanted.persona,
                "matched" => &mut wanted.matched,
                "company" => &mut wanted.company,
                "campaign" => &mut wanted.campaign,
                "segment" => &mut wanted.segment,
                "owner" => &mut wanted.owner,
                "tag" => &mut wanted.tag,
                "status" => &mut wanted.status,
                "seniority" => &mut wanted.seniority,
                "function" => &mut wanted.function,
                "score" => &mut wanted.score,
                "since" => &mut wanted.since,
                "notable" => &mut wanted.notable,
                "sort" => &mut wanted.sort,
                "dir" => &mut wanted.dir,
                "after" => &mut wanted.after,
                "did" => &mut wanted.did,
                _ => continue,
            };
            *field = value.into_owned();
        }
        wanted
    }

    fn pairs(&self) -> [(&'static str, &str); 14] {
        [
            ("text", self.text.trim()),
            ("persona", &self.persona),
            ("matched", &self.matched),
            ("company", &self.company),
            ("campaign", &self.campaign),
            ("segment", &self.segment),
            ("owner", self.owner.trim()),
            ("tag", self.tag.trim()),
            ("status", &self.status),
            ("seniority", &self.seniority),
            ("function", &self.function),
            ("score", self.score.trim()),
            ("since", &self.since),
            ("notable", &self.notable),
        ]
    }

    pub(super) fn is_filtered(&self) -> bool {
        self.pairs().iter().any(|(_, value)| !value.is_empty())
    }

    /// Whether one of the filters is set that fold away on a phone.
    pub(super) fn is_filtered_further(&self) -> bool {
        self.pairs().iter().any(|(key, value)| *key != "text" && !value.is_empty())
    }

    /// Whether this is the view of a query of ours.
    pub(super) fn is(&self, query: &str) -> bool {
        let other = Self::parse(query);
        self.pairs() == other.pairs() && self.order() == other.order()
    }

    /// The query of the filter, with other words for the rest.
    pub(super) fn filter(&self, more: &[(&str, &str)]) -> String {
        lists::query(self.pairs().into_iter().chain(more.iter().copied()))
    }

    /// The query of the filter and the order.
    pub(super) fn query(&self, more: &[(&str, &str)]) -> String {
        self.filter(&[&[("sort", self.sort.as_str()), ("dir", self.dir.as_str())], more].concat())
    }

    pub(super) fn without_company(&self) -> String {
        Self { company: String::new(), ..self.clone() }.query(&[])
    }

    /// Whether this is not the first page.
    pub(super) fn is_further(&self) -> bool {
        Place::read(&self.after).is_some()
    }

    pub(super) fn order(&self) -> (&'static str, bool) {
        match self.sort.as_str() {
            // That somebody came is in no column.
            "seen" => ("seen", self.dir == "asc"),
            // Nobody has a match as long as no persona is chosen.
            "match" if self.persona_id().is_none() => ("score", false),
            sort => lists::order(&COLUMNS, sort, &self.dir, "score"),
        }
    }

    /// The persona; one that is no id is that of none.
    pub(super) fn persona_id(&self) -> Option<Uuid> {
        (!self.persona.is_empty()).then(|| Uuid::parse_str(&self.persona).unwrap_or_default())
    }
}

/// What a query asks of people, as a view keeps it: the filter and the order, and not where a page began.
pub(in super::super) fn kept(query: &str) -> String {
    let wanted = Wanted::parse(query);
    let (sort, ascending) = wanted.order();
    wanted.filter(&[("sort", sort), ("dir", lists::direction(ascending))])
}

/// The people of a filter in its order, at most so many, from where the page begins.
pub(super) async fn find(tx: &TenantTx, wanted: &Wanted, at_most: usize) -> Result<Found, Error> {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    // A number that is none is that of nothing.
    let number = |text: &str| given(text).map(|text| text.parse::<i32>().unwrap_or(-1));
    let (sort, ascending) = wanted.order();
    let (text, status) = (given(&wanted.text), given(&wanted.status));
    let (seniority, function) = (given(&wanted.seniority), given(&wanted.function));
    let (segment, owner, tag) = (given(&wanted.segment), given(&wanted.owner), given(&wanted.tag));
    let least: Option<i64> = wanted.score.trim().parse().ok();
    // Nobody engaged before there was LinkedIn.
    let since: Option<i32> = wanted.since.parse().ok().filter(|days| (1..=36_500).contains(days));
    let after = Place::read(&wanted.after);
    let most = i64::try_from(at_most).unwrap_or(i64::MAX - 1) + 1;
    let rows = sql::people_found()
        .params(
            &**tx,
            &sql::PeopleFoundParams {
                sort,
                persona: wanted.persona_id(),
                matched: wanted.matched == "yes",
                company: number(&wanted.company),
                campaign: number(&wanted.campaign),
                segment: segment.as_deref(),
                owner: owner.as_deref(),
                tag: tag.as_deref(),
                status: status.as_deref(),
                seniority: seniority.as_deref(),
                function: function.as_deref(),
                min_score: least,
                since,
                notable: wanted.notable == "yes",
                search: text.as_deref(),
                descending: !ascending,
                after_id: after.as_ref().map(|place| place.id),
                after_number: after.as_ref().map(|place| place.number),
                after_text: after.as_ref().map(|place| place.text.as_str()),
                most,
            },
        )
        .all()
        .await?;
    let total = rows.first().map_or(0, |row| row.total);
    let mut places: Vec<Place> =
        rows.into_iter().filter_map(|row| Some(Place { number: row.number?, text: row.text?, id: row.id? })).collect();
    let is_last = places.len() <= at_most;
    places.truncate(at_most);
    Ok(Found {
        total,
        ids: places.iter().map(|place| place.id).collect(),
        next: if is_last { None } else { places.pop() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_what_its_address_says() {
        let wanted = Wanted::parse("text=+a%26b+&since=30&matched=yes&sort=score&after=x&nothing=1");
        assert_eq!(wanted.query(&[("did", "status")]), "text=a%26b&matched=yes&since=30&sort=score&did=status");
        assert!(wanted.is_filtered() && !wanted.is_further());
        assert!(Wanted::parse("matched=yes&since=30").is("matched=yes&since=30&sort=score"), "the usual order");
        assert!(!Wanted::parse("matched=yes&since=30&sort=name").is("matched=yes&since=30&sort=score"));
        assert_eq!(Wanted::parse("sort=match").order(), ("score", false));
    }

    #[test]
    fn a_place_is_read_back_and_what_is_none_is_the_start() {
        let place = Place { number: -12, text: "müller \"&".to_owned(), id: 7 };
        assert_eq!(Place::read(&place.to_string()), Some(place));
        for odd in ["", "x", "e30", "bnVsbA", "%00"] {
            assert_eq!(Place::read(odd), None, "{odd}");
        }
    }
}
