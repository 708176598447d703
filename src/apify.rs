//! Apify's API, version 2, as far as it is used here: actors are started, followed, ended, and what they found is read.
//!
//! Source: the OpenAPI documents and the platform documentation of Apify (August 2026).

use std::time::Duration;

use jiff::Timestamp;
use secrecy::SecretString;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use url::Url;

use crate::{
    calls::{Caller, Failure},
    http::{Answer, Expects, Request},
    services::{Services, below},
};

pub mod actors;

/// Runs that are asked for at a time, which is the most that Apify gives.
const RUNS: usize = 1_000;
/// Items that are asked for at a time.
const PAGE: u64 = 500;
/// The longest page: items of profiles are some tens of kilobytes.
const PAGE_BYTES: u64 = 64 * 1024 * 1024;

/// Apify with a connection's token.
pub struct Apify<'a> {
    /// Who calls.
    pub caller: Caller<'a>,
    /// Where it is.
    pub services: &'a Services,
    /// The token.
    pub token: SecretString,
}

/// What Apify puts around every answer but items.
#[derive(Debug, Deserialize)]
struct Envelope<T> {
    data: T,
}

#[derive(Debug, Deserialize)]
struct List<T> {
    items: Vec<T>,
}

/// The account that a token belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Account {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(default)]
    pub username: String,
}

/// A run of an actor.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Its id.
    pub id: String,
    /// READY, RUNNING, SUCCEEDED, FAILED, TIMED-OUT, ABORTED, or one on the way to those.
    pub status: String,
    /// What it says of itself.
    #[serde(default)]
    pub status_message: Option<String>,
    /// Where its items are.
    pub default_dataset_id: String,
    /// What it cost so far, in US dollars; told to its owner alone, and only where events are paid for.
    #[serde(default)]
    pub usage_total_usd: Option<f64>,
    /// What is paid for.
    #[serde(default)]
    pub pricing_info: Option<Pricing>,
    /// How it was started.
    #[serde(default)]
    pub options: RunOptions,
}

/// A run as lists tell of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedRun {
    /// Its id.
    pub id: String,
    /// Where its input is.
    pub default_key_value_store_id: String,
}

/// How a run was started, as Apify tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunOptions {
    /// The most US dollars that it may cost.
    #[serde(default)]
    pub max_total_charge_usd: Option<f64>,
}

/// What is paid for, as Apify tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pricing {
    /// US dollars for an item, of actors that are paid by the item.
    #[serde(default)]
    pub price_per_unit_usd: Option<f64>,
}

impl Run {
    /// What it cost with so many items, in US dollars; none where Apify does not say.
    #[must_use]
    pub fn cost(&self, items: u64) -> Option<f64> {
        self.usage_total_usd.or_else(|| Some(self.pricing_info?.price_per_unit_usd? * items as f64))
    }

    /// Whether it stopped where the next of so many items would have cost more than it may: what it did not find may be there.
    #[must_use]
    pub fn is_cut_short(&self, items: u64) -> bool {
        let (Some(most), Some(cost)) = (self.options.max_total_charge_usd, self.cost(items)) else { return false };
        // Every item has paid its share of the start, so that this is never less than what the next would cost.
        cost + cost / items.max(1) as f64 > most
    }

    /// Whether it has come to an end.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        matches!(self.status.as_str(), "SUCCEEDED" | "FAILED" | "TIMED-OUT" | "ABORTED")
    }
}

/// How a run is started.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The most items, of actors that are paid by the item.
    pub max_items: Option<u32>,
    /// The most US dollars.
    pub max_total_charge_usd: Option<f64>,
    /// Megabytes of memory, a power of two.
    pub memory_mb: Option<u32>,
    /// After how long Apify ends it.
    pub timeout: Option<Duration>,
}

/// A page of a dataset.
#[derive(Debug)]
pub struct Page {
    /// Its items.
    pub items: Vec<Value>,
    /// Where the next one begins; none: this was the last.
    pub next: Option<u64>,
    /// Items in all.
    pub total: u64,
}

impl Apify<'_> {
    /// `GET /v2/users/me`: whose token this is.
    ///
    /// # Errors
    /// [`Failure::Refused`] with status 401, when it is nobody's.
    pub async fn account(&self) -> Result<Account, Failure> {
        self.data("users", &self.get("users/me", &["users", "me"])).await
    }

    /// `POST /v2/actors/{actor}/runs`: starts a run.  There is no way to ask for the same run twice, so an answer that is lost
    /// is [`Failure::Unknown`], and the run has to be looked for.
    ///
    /// # Errors
    /// As the call gives them; 402 when the account has no money for it.
    pub async fn start(&self, actor: &str, input: &Value, start: &Start) -> Result<Run, Failure> {
        let mut url = runs_of(self.services, actor);
        {
            let mut query = url.query_pairs_mut();
            let numbers = [
                ("maxItems", start.max_items.map(|n| n.to_string())),
                ("maxTotalChargeUsd", start.max_total_charge_usd.map(|usd| format!("{usd:.4}"))),
                ("memory", start.memory_mb.map(|n| n.to_string())),
                ("timeout", start.timeout.map(|timeout| timeout.as_secs().to_string())),
            ];
            for (name, value) in numbers {
                if let Some(value) = value {
                    query.append_pair(name, &value);
                }
            }
        }
        // An empty query would leave its question mark.
        if url.query() == Some("") {
            url.set_query(None);
        }
        let request = Request::post("actors/{id}/runs", url).bearer(&self.token).json(input).expects(Expects::Json);
        let answer = self.caller.call("runs", &request, false).await?;
        read(&answer)
    }

    /// `GET /v2/actors/{actor}/runs`: a page of the runs since a time, the earliest first, and whether there are more.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn runs_since(
        &self,
        actor: &str,
        since: Timestamp,
        offset: usize,
    ) -> Result<(Vec<ListedRun>, bool), Failure> {
        let mut url = runs_of(self.services, actor);
        url.query_pairs_mut()
            .append_pair("limit", &RUNS.to_string())
            .append_pair("offset", &offset.to_string())
            .append_pair("startedAfter", &since.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string());
        let request = Request::get("actors/{id}/runs", url).bearer(&self.token).expects(Expects::Json);
        let list: List<ListedRun> = self.data("runs", &request).await?;
        let are_more = list.items.len() == RUNS;
        Ok((list.items, are_more))
    }

    /// `GET /v2/key-value-stores/{store}/records/INPUT`: what a run was asked for; none, where that is not kept or cannot be read.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn input_of(&self, run: &ListedRun) -> Result<Option<Value>, Failure> {
        let path = ["key-value-stores", run.default_key_value_store_id.as_str(), "records", "INPUT"];
        // An actor of somebody's own may take anything.
        let request = self.get("key-value-stores/{id}/records/INPUT", &path).expects(Expects::Anything);
        match self.caller.call("stores", &request, true).await {
            Ok(answer) => Ok(answer.json().ok()),
            Err(Failure::Refused { answer: Some(answer), .. }) if matches!(answer.status.as_u16(), 403 | 404) => {
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// `GET /v2/actor-runs/{run}`: how a run is; the answer is kept back until it has ended, or for so long.
    ///
    /// # Errors
    /// [`Failure::Refused`] with status 404, when there is no such run.
    pub async fn run(&self, id: &str, wait: Duration) -> Result<Run, Failure> {
        let mut url = below(&self.services.apify, &["v2", "actor-runs", id]);
        if !wait.is_zero() {
            url.query_pairs_mut().append_pair("waitForFinish", &wait.as_secs().min(60).to_string());
        }
        let request = Request::get("actor-runs/{id}", url)
            .bearer(&self.token)
            .expects(Expects::Json)
            .idle_timeout(wait + Duration::from_secs(20));
        self.data("runs", &request).await
    }

    /// `POST /v2/actor-runs/{run}/abort`: ends a run; one that has ended stays as it is.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn abort(&self, id: &str) -> Result<Run, Failure> {
        let url = below(&self.services.apify, &["v2", "actor-runs", id, "abort"]);
        let request = Request::post("actor-runs/{id}/abort", url).bearer(&self.token).expects(Expects::Json);
        self.data("runs", &request).await
    }

    /// `GET /v2/datasets/{dataset}/items`: a page of what a run found.
    ///
    /// # Errors
    /// As the call gives them.
    pub async fn items(&self, dataset: &str, offset: u64) -> Result<Page, Failure> {
        let mut url = below(&self.services.apify, &["v2", "datasets", dataset, "items"]);
        url.query_pairs_mut()
            .append_pair("format", "json")
            .append_pair("clean", "1")
            .append_pair("offset", &offset.to_string())
            .append_pair("limit", &PAGE.to_string());
        let request = Request::get("datasets/{id}/items", url)
            .bearer(&self.token)
            .expects(Expects::Json)
            .body_cap(PAGE_BYTES)
            .total_timeout(Duration::from_mins(5));
        let answer = self.caller.call("datasets", &request, true).await?;
        let items: Vec<Value> = answer.json().map_err(|error| Failure::Failed(error.to_string()))?;
        // The header counts; the items may be fewer than were asked for, since empty ones are left out of a page and not
        // made up for.
        let total: Option<u64> = answer.header("x-apify-pagination-total").and_then(|total| total.parse().ok());
        let total =
            total.ok_or_else(|| Failure::Failed("the page does not say how many items there are".to_owned()))?;
        let end = offset + PAGE;
        Ok(Page { items, next: (end < total).then_some(end), total })
    }

    fn get(&self, endpoint: &'static str, path: &[&str]) -> Request {
        let path: Vec<&str> = std::iter::once("v2").chain(path.iter().copied()).collect();
        Request::get(endpoint, below(&self.services.apify, &path)).bearer(&self.token).expects(Expects::Json)
    }

    async fn data<T: DeserializeOwned>(&self, class: &'static str, request: &Request) -> Result<T, Failure> {
        let answer = self.caller.call(class, request, true).await?;
        read(&answer)
    }
}

/// Where an actor's runs are, by the word that the configuration has for actors.
fn runs_of(services: &Services, actor: &str) -> Url {
    below(&services.apify, &["v2", &services.apify_actors, &actor.replace('/', "~"), "runs"])
}

fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, Failure> {
    let envelope: Envelope<T> = answer.json().map_err(|error| Failure::Failed(error.to_string()))?;
    Ok(envelope.data)
}
