//! Lists: a page of them, in an order, and where the next one goes on.
//!
//! A page ends with the key and the id of its last item, and the next begins after them, so that nothing is told twice or left out
//! because something came or went meanwhile, and the thousandth page takes no longer than the first.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::error::Error;

/// Items on a page if nobody says how many.
const USUAL: u16 = 50;
/// The most.
const MOST: u16 = 200;

/// The direction of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Order {
    /// From the least to the most
    #[default]
    Asc,
    /// From the most to the least
    Desc,
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    /// What is on it.
    items: Vec<T>,
    /// Says where the next page begins, as its `cursor`; null: this was the last.
    next: Option<String>,
}

/// Which page of a list that has one order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    pub(super) limit: Option<u16>,
    /// What the page before said as `next`.
    pub(super) cursor: Option<String>,
}

/// Where a page begins, how it goes on, and how long it is.
#[derive(Debug)]
pub(super) struct Place<Id> {
    pub(super) sort: String,
    pub(super) order: Order,
    pub(super) after_key: Option<Value>,
    pub(super) after_id: Option<Id>,
    limit: u16,
}

/// What a cursor holds; of use for the same list in the same order alone.
#[derive(Serialize, Deserialize)]
struct Cursor<Id> {
    s: String,
    o: Order,
    k: Value,
    i: Id,
}

impl<Id: Serialize + DeserializeOwned> Place<Id> {
    /// Reads what was asked for; `sort` is one of the list's own words.
    pub(super) fn read<S: Serialize>(
        sort: S,
        order: Option<Order>,
        limit: Option<u16>,
        cursor: Option<&str>,
    ) -> Result<Self, Error> {
        let Ok(Value::String(sort)) = serde_json::to_value(sort) else {
            return Err(Error::Internal(anyhow::anyhow!("the order of a list is a word")));
        };
        let (order, limit) = (order.unwrap_or_default(), limit.unwrap_or(USUAL));
        if !(1..=MOST).contains(&limit) {
            return Err(Error::Invalid(format!("limit is a number from 1 to {MOST}")));
        }
        let (mut after_key, mut after_id) = (None, None);
        if let Some(text) = cursor {
            let held = BASE64_URL_SAFE_NO_PAD.decode(text).ok();
            let held = held.and_then(|bytes| serde_json::from_slice::<Cursor<Id>>(&bytes).ok());
            let held = held.filter(|held| held.s == sort && held.o == order);
            let held = held.ok_or_else(|| {
                Error::invalid("cursor is what the page before said as next, with the same sort and order")
            })?;
            (after_key, after_id) = (Some(held.k), Some(held.i));
        }
        Ok(Self { sort, order, after_key, after_id, limit })
    }

    /// Rows to ask for: one more than there are on a page, which says whether there is another.
    pub(super) fn most(&self) -> i64 {
        i64::from(self.limit) + 1
    }

    /// The page of rows, each with its key and id.
    pub(super) fn page<T: DeserializeOwned>(&self, mut rows: Vec<(Value, Id, Value)>) -> Result<Page<T>, Error> {
        let is_last = rows.len() <= self.limit.into();
        rows.truncate(self.limit.into());
        let (mut items, mut last) = (Vec::with_capacity(rows.len()), None);
        for (key, id, item) in rows {
            items.push(item_of(item)?);
            last = Some((key, id));
        }
        let next = match last.filter(|_| !is_last) {
            Some((k, i)) => {
                let held = serde_json::to_vec(&Cursor { s: self.sort.clone(), o: self.order, k, i });
                Some(BASE64_URL_SAFE_NO_PAD.encode(held.map_err(|error| Error::Internal(error.into()))?))
            }
            None => None,
        };
        Ok(Page { items, next })
    }
}

/// A row as the contract has it; one that it does not have is our mistake.
pub(super) fn item_of<T: DeserializeOwned>(row: Value) -> Result<T, Error> {
    serde_json::from_value(row).map_err(|error| Error::Internal(error.into()))
}

/// Rows as the contract has them.
pub(super) fn items_of<T: DeserializeOwned>(rows: Vec<Value>) -> Result<Vec<T>, Error> {
    rows.into_iter().map(item_of).collect()
}
