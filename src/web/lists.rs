//! What pages with a list have in common: headings that sort, links that keep the filter, and what was done a moment ago.

use std::str::FromStr;

use axum::{extract::Query, http::Uri};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

/// A column by which a list can be sorted.
pub(super) struct Heading {
    /// The word by which an address asks for it.
    pub(super) key: &'static str,
    pub(super) words: &'static str,
    pub(super) class: &'static str,
    /// Words are read from the first, numbers from the largest.
    pub(super) ascends: bool,
}

impl Heading {
    pub(super) const fn word(key: &'static str, words: &'static str, class: &'static str) -> Self {
        Self { key, words, class, ascends: true }
    }

    pub(super) const fn number(key: &'static str, words: &'static str, class: &'static str) -> Self {
        Self { key, words, class, ascends: false }
    }
}

/// A heading that sorts.
pub(super) struct Sorts {
    pub(super) words: &'static str,
    pub(super) class: String,
    pub(super) href: String,
    /// As `aria-sort` has it, where the rows are sorted by it.
    pub(super) sorted: Option<&'static str>,
}

/// The order that is asked for: one of the columns, and whether the least comes first.  Whatever there is not is the usual one.
pub(super) fn order(all: &[Heading], sort: &str, dir: &str, usual: &'static str) -> (&'static str, bool) {
    let heading = all.iter().find(|heading| heading.key == sort).or_else(|| all.iter().find(|one| one.key == usual));
    heading.map_or((usual, false), |heading| {
        (heading.key, if dir.is_empty() || heading.key != sort { heading.ascends } else { dir == "asc" })
    })
}

/// Headings, of which one is sorted by; `query` makes the address of an order.
pub(super) fn headings(
    all: &[Heading],
    (sorted, ascending): (&str, bool),
    query: impl Fn(&[(&str, &str)]) -> String,
) -> Vec<Sorts> {
    let heading = |heading: &Heading| {
        let is_sorted = heading.key == sorted;
        let ascends = if is_sorted { !ascending } else { heading.ascends };
        Sorts {
            words: heading.words,
            class: format!("{}{}", heading.class, if is_sorted { "" } else { " sorts" }).trim().to_owned(),
            href: query(&[("sort", heading.key), ("dir", direction(ascends))]),
            sorted: is_sorted.then_some(if ascending { "ascending" } else { "descending" }),
        }
    };
    all.iter().map(heading).collect()
}

/// A direction as an address says it.
pub(super) const fn direction(ascending: bool) -> &'static str {
    if ascending { "asc" } else { "desc" }
}

/// The query of those pairs that say something.
pub(super) fn query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let said = pairs.into_iter().filter(|(_, value)| !value.is_empty());
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish()
}

/// The row after which a page of a long list begins, as an address says it: its id, and what the list is sorted by.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct After {
    after: String,
    key: String,
}

impl After {
    /// The key and the id; neither, where the address says no place that there can be.
    pub(super) fn place<T: FromStr>(&self) -> (Option<Value>, Option<T>) {
        match (serde_json::from_str(&self.key), self.after.parse()) {
            (Ok(key), Ok(id)) => (Some(key), Some(id)),
            _ => (None, None),
        }
    }
}

/// Where the pages of a long list lead.
#[derive(Default)]
pub(super) struct Turns {
    pub(super) first: Option<String>,
    pub(super) next: Option<String>,
}

impl Turns {
    /// `filter` is what every page of the list keeps; `last` the key and the id of the last row that is shown, where more follow.
    pub(super) fn new(path: &str, filter: &[(&str, &str)], after: &After, last: Option<(&Value, String)>) -> Self {
        let to = |place: &[(&str, &str)]| {
            let query = query(filter.iter().chain(place).copied());
            if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
        };
        Self {
            first: after.place::<String>().1.map(|_| to(&[])),
            next: last.map(|(key, id)| to(&[("after", &id), ("key", &key.to_string())])),
        }
    }

    /// Whether one page shows all.
    pub(super) const fn is_whole(&self) -> bool {
        self.first.is_none() && self.next.is_none()
    }
}

/// What a query asks for, whoever wrote it; nothing, where that cannot be read.
pub(super) fn asked<T: DeserializeOwned + Default>(query: &str) -> T {
    let address = Uri::builder().path_and_query(format!("/?{query}")).build();
    address.ok().and_then(|address| Query::try_from_uri(&address).ok()).map(|Query(wanted)| wanted).unwrap_or_default()
}

/// A choice of a filter or a form.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) words: String,
    pub(super) is_chosen: bool,
}

impl Choice {
    pub(super) fn new(value: impl Into<String>, words: impl Into<String>, chosen: &str) -> Self {
        let value = value.into();
        Self { is_chosen: value == chosen, words: words.into(), value }
    }
}

/// What was done a moment ago, by a word in the address; of any other word nothing is said.
pub(super) fn done(word: &str) -> Option<&'static str> {
    Some(match word {
        "created" => "The persona is there, and everybody has been matched to it.",
        "changed" => "The persona is changed, and everybody has been matched to it again.",
        "activated" => "The persona is active, and everybody has been matched to it.",
        "deactivated" => "The persona is inactive: nobody matches it any more.",
        "deleted" => "The persona is gone.",
        "strategy-created" => "The strategy is there.",
        "strategy-changed" => "The strategy is changed.",
        "strategy-copied" => "This is the copy. Campaigns go on with the original.",
        "strategy-deleted" => "The strategy is gone.",
        "strategy-rated" => "Your word is kept, and goes before what is stated.",
        "strategy-unrated" => "What is stated decides again.",
        "campaign-created" => "The campaign is there.",
        "campaign-changed" => "The campaign is changed.",
        "group-made" => "The group is there.",
        "group-changed" => "The group is changed.",
        "group-deleted" => "The group is gone. Its campaigns stay.",
        "grouped" => "The campaign is in the group.",
        "ungrouped" => "The campaign is in the group no more.",
        "report-revoked" => "The link is taken back: it opens nothing any more.",
        "campaign-deleted" => "The campaign is gone.",
        "pinned" => "Pinned: whoever was chosen is a target until released, whatever the criteria say.",
        "excluded" => "Excluded: whoever was chosen is kept out until released, whatever the criteria say.",
        "released" => "Released: the criteria decide again.",
        "nobody" => "Nothing was changed: tick the people first.",
        "gone" => "Nothing was changed: none of them is there any more.",
        "no-posts" => "Nothing was changed: tick the posts first.",
        "posts-linked" => "The posts are in the campaign, whose figures count them now.",
        "posts-unlinked" => "The posts are in the campaign no more, and its figures do not count them.",
        "status" => "The status is changed.",
        "said" => "What you say of them is kept.",
        "asked" => "The profile has been asked for. What is found appears here when the job is done.",
        "removed" => "The file is gone. What was imported of it stays.",
        "connected" => "The connection is there, with its credentials sealed. It is being checked.",
        "audience-made" => "The audience is there. Its definition is a file for LinkedIn.",
        "audience-changed" => "The audience is changed.",
        "audience-deleted" => "The audience is gone.",
        "consented" => "LinkedIn has given its consent, and the tokens are sealed. They are being checked.",
        "replaced" => "The new credentials are sealed in the place of the old ones. They are being checked.",
        "checking" => "It is being checked.",
        "saved" => "It is saved.",
        "disconnected" => "The connection is gone, with its credentials.",
        "budget" => "The budget is set; what waited for it is tried again.",
        "queued" => "It is in the queue, and a worker takes it in its turn.",
        "retried" => "The job is due now, with all its attempts.",
        "cancelled" => "The job is cancelled; one that runs is asked to end.",
        "paused" => "Paused: nothing comes of the schedule until it goes on.",
        "resumed" => "The schedule goes on.",
        "unscheduled" => "The schedule is gone; the jobs that it made stay.",
        "replayed" => "It was worked through once more; what it did before was not done twice.",
        "endpoint-changed" => "The endpoint is changed.",
        "endpoint-paused" => "Paused: it is told nothing until it is resumed.",
        "endpoint-resumed" => "It is told again, and what waited for it is sent.",
        "webhook-resumed" => "It takes deliveries again.",
        "webhook-paused" => "It refuses everything until it is resumed.",
        "webhook-secret" => "The secret is replaced, and sealed.",
        "webhook-deleted" => "The webhook is gone, with its secret and its deliveries.",
        "endpoint-replayed" => "It is due once more, under the id that it had.",
        "endpoint-deleted" => "The endpoint is gone, with its secret and its deliveries.",
        "erased" => "The person is erased, with all that was known.",
        "entry-made" => "The entry is in the calendar.",
        "entry-changed" => "The entry is changed.",
        "entry-moved" => "The entry is moved.",
        "entry-deleted" => "The entry is gone from the calendar.",
        "view-saved" => "The view is saved, and stands above the list.",
        "view-replaced" => "The view shows from now on what is shown here.",
        "view-changed" => "The view is changed.",
        "view-deleted" => "The view is gone. What it showed stays.",
        "segment-made" => "The segment is there. Who is in it is looked up whenever it is used.",
        "segment-changed" => "The segment is changed, and so is who is in it.",
        "segment-deleted" => "The segment is gone. Its people stay.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Heading; 2] = [Heading::word("name", "Name", ""), Heading::number("people", "People", "num")];

    #[test]
    fn an_order_is_one_that_there_is() {
        assert_eq!(order(&ALL, "people", "", "name"), ("people", false));
        assert_eq!(order(&ALL, "people", "asc", "name"), ("people", true));
        assert_eq!(order(&ALL, "nothing", "desc", "name"), ("name", true));
    }

    #[test]
    fn a_page_leads_on_from_its_last_row_and_back_to_the_first() {
        let after: After = asked("after=17&key=%22a%26b%22");
        assert_eq!(after.place::<i32>(), (Some(Value::from("a&b")), Some(17)));
        let turns = Turns::new("/segments", &[("text", "x")], &after, Some((&Value::from("c"), "18".to_owned())));
        assert_eq!(turns.first.as_deref(), Some("/segments?text=x"));
        assert_eq!(turns.next.as_deref(), Some("/segments?text=x&after=18&key=%22c%22"));
        let nowhere: After = asked("after=x&key=y");
        assert_eq!(nowhere.place::<i32>(), (None, None));
        let turns = Turns::new("/segments", &[], &nowhere, None);
        assert_eq!((turns.first, turns.next), (None, None));
    }

    #[test]
    fn a_heading_turns_the_order_round_and_keeps_the_filter() {
        let all = headings(&ALL, ("people", false), |order| query([("text", "a&b")].into_iter().chain(order.to_vec())));
        assert_eq!((all[1].href.as_str(), all[1].sorted), ("text=a%26b&sort=people&dir=asc", Some("descending")));
        assert_eq!((all[0].href.as_str(), all[0].class.as_str()), ("text=a%26b&sort=name&dir=asc", "sorts"));
    }
}
