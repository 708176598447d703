//! Every page to which links and forms that only ask lead, each kind of page once, and what it takes to open it.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::{browser::Browser, forms, milliseconds, within};
use crate::error::Error;

/// What a page took.
pub(super) struct Taken {
    /// The kind of page.
    kind: String,
    /// Sorted.
    times: Vec<Duration>,
    /// Bytes of the page, packed.
    page: usize,
    /// Bytes of the page and of everything that it needs to be seen, packed.
    pub(super) view: usize,
    /// Bytes of what draws its charts or its calendar, packed.
    pub(super) charts: usize,
}

impl Taken {
    pub(super) fn median(&self) -> Duration {
        within(0.5, &self.times)
    }

    pub(super) fn row(&self) -> Value {
        json!({
            "page": self.kind, "median_ms": milliseconds(self.median()), "p95_ms": milliseconds(within(0.95, &self.times)),
            "page_bytes": self.page, "view_bytes": self.view, "chart_bytes": self.view + self.charts,
        })
    }
}

/// Opens every page so often, one after the other; the slowest first.
///
/// Before anything is measured, every page has been opened once, as pages of a server that runs have been.
pub(super) async fn measure(visitor: &mut Browser, only: &str, rounds: u16) -> Result<Vec<Taken>, Error> {
    let mut sizes = Sizes::default();
    let mut all = Vec::new();
    for (kind, path, text) in found(visitor).await? {
        if !path.starts_with(only) {
            continue;
        }
        let page = visitor.get(&path, true, None).await?.body.len();
        let (mut view, mut charts) = (page, 0);
        for asset in needed(&text) {
            view += sizes.of(visitor, &asset).await?;
        }
        for asset in drawn_by(&text) {
            charts += sizes.of(visitor, &asset).await?;
        }
        all.push((path, Taken { kind, times: Vec::new(), page, view, charts }));
    }
    for round in 1..=rounds {
        eprint!("\rround {round} of {rounds} over {} pages", all.len());
        for (path, taken) in &mut all {
            let answer = visitor.get(path, true, None).await?;
            if answer.status != StatusCode::OK {
                return Err(Error::Internal(anyhow::anyhow!("{path} was answered with {}", answer.status)));
            }
            taken.times.push(answer.took);
        }
    }
    eprintln!();
    let mut all: Vec<Taken> = all.into_iter().map(|(_, taken)| taken).collect();
    for taken in &mut all {
        taken.times.sort_unstable();
    }
    all.sort_by_key(|taken| std::cmp::Reverse(taken.median()));
    Ok(all)
}

/// Every kind of page with an address of it, and what stands there.
async fn found(visitor: &mut Browser) -> Result<Vec<(String, String, String)>, Error> {
    let mut known = BTreeMap::from([(kind("/"), "/".to_owned())]);
    let mut open = vec!["/".to_owned()];
    let mut pages = Vec::new();
    while let Some(path) = open.pop() {
        let answer = visitor.get(&path, false, None).await?;
        // A link may lead to a page by way of another address.
        let elsewhere = answer.headers.get(header::LOCATION).and_then(|there| there.to_str().ok());
        if let Some(there) = elsewhere.filter(|_| answer.status == StatusCode::SEE_OTHER) {
            if known.insert(kind(there), there.to_owned()).is_none() {
                open.push(there.to_owned());
            }
            continue;
        }
        let is_page =
            answer.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if answer.status != StatusCode::OK || !is_page {
            continue;
        }
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        for href in onward(&text) {
            if known.insert(kind(&href), href.clone()).is_none() {
                open.push(href);
            }
        }
        pages.push((kind(&path), path, text));
    }
    Ok(pages)
}

/// What kind of page an address leads to, ids and what a query says left out: `/people/{id}?after`.
#[must_use]
pub fn kind(href: &str) -> String {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let is_id = |part: &str| {
        part.len() == 36 && part.matches('-').count() == 4
            || !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let path: Vec<&str> = path.split('/').map(|part| if is_id(part) { "{id}" } else { part }).collect();
    let keys: BTreeSet<&str> =
        query.split('&').filter_map(|pair| pair.split('=').next()).filter(|key| !key.is_empty()).collect();
    let keys: Vec<&str> = keys.into_iter().collect();
    if keys.is_empty() { path.join("/") } else { format!("{}?{}", path.join("/"), keys.join("&")) }
}

/// Where a page leads by links and by forms that only ask.
pub fn onward(text: &str) -> impl Iterator<Item = String> {
    links(text).chain(forms::asked(text))
}

/// Where the links of a page lead, as far as it is our own pages.
pub fn links(text: &str) -> impl Iterator<Item = String> {
    attributes(text, " href=\"")
        .filter_map(|href| href.split('#').next().map(str::to_owned))
        .filter(|href| href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/assets/"))
}

/// The values of an attribute, as the page means them.
fn attributes<'a>(text: &'a str, attribute: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).map(forms::meant)
}

/// What a page asks for before it is seen.
fn needed(text: &str) -> Vec<String> {
    let named = attributes(text, " href=\"").chain(attributes(text, " src=\""));
    let named: BTreeSet<String> = named
        .filter(|name| name.starts_with("/assets/"))
        .filter_map(|name| name.split('#').next().map(str::to_owned))
        .collect();
    named.into_iter().collect()
}

/// What a page asks for to draw what it shows.
fn drawn_by(text: &str) -> Vec<String> {
    let of = |mark: &str, attribute: &str| {
        if text.contains(mark) { attributes(text, attribute).next() } else { None }
    };
    of(" data-chart=", " data-echarts=\"").into_iter().chain(of(" data-calendar", " data-fullcalendar=\"")).collect()
}

/// Sizes of files that pages share.
#[derive(Default)]
struct Sizes(BTreeMap<String, usize>);

impl Sizes {
    async fn of(&mut self, visitor: &mut Browser, path: &str) -> Result<usize, Error> {
        if let Some(size) = self.0.get(path) {
            return Ok(*size);
        }
        let size = visitor.get(path, true, None).await?.body.len();
        self.0.insert(path.to_owned(), size);
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_kind_differ_by_ids_and_values_alone() {
        assert_eq!(kind("/people/17?sort=name&sort=-name&after=x"), "/people/{id}?after&sort");
        assert_eq!(kind("/personas/0b0e7a4c-1111-4222-8333-444455556666/edit"), "/personas/{id}/edit");
        assert_eq!(kind("/calendar/2026-11?"), "/calendar/2026-11");
    }
}
