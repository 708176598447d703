//! The posts list: which file holds the reactions to which post, and the campaign that the post belongs to.

use jiff::Timestamp;

use super::dates::{self, DateOrder};
use super::identity::{self, Link};
use super::item::{Item, KEY_LIMIT, Names};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{Post, Record};

#[derive(Clone, Copy)]
enum Field {
    File,
    Url,
    Title,
    PostedAt,
    Group,
    Campaign,
    IsPaid,
}

/// The place of the date among [`NAMES`].
pub(super) const DATE: usize = Field::PostedAt as usize;

/// The names under which people write such a list.
pub(super) const NAMES: Names = &[
    &["file", "file name", "file_name", "filename"],
    &["post_url", "post url", "posturl", "post link", "url"],
    &["post_title", "post title", "title"],
    &["posted_at", "posted at", "post date", "date"],
    &["campaign_group", "campaign group", "campaign group name"],
    &["campaign", "campaign name"],
    &["is_paid", "is paid", "paid"],
];

/// Reads one line.
pub(super) fn read(item: &Item<'_>, order: DateOrder, now: Timestamp) -> Result<Verdict, Bad> {
    let Some(url) = item.text(Field::Url as usize)? else {
        let empty = [Field::File, Field::Title, Field::Campaign]
            .into_iter()
            .all(|field| item.text(field as usize).is_ok_and(|text| text.is_none()));
        if empty {
            return Ok(Verdict::Skip(SkipReason::EmptyRow, None));
        }
        return Err(item.bad(Field::Url as usize, "the post's address is missing"));
    };
    let post = match identity::parse(&url) {
        Ok(Link::Post(post)) => post,
        Ok(_) => return Err(item.bad(Field::Url as usize, "the address is not that of a post")),
        Err(error) => return Err(item.bad(Field::Url as usize, error.to_string())),
    };
    let listed_at = match item.text(Field::PostedAt as usize)? {
        None => None,
        Some(text) => {
            Some(dates::parse_when(&text, order).map_err(|reason| item.bad(Field::PostedAt as usize, reason))?)
        }
    };
    let is_paid = match item.text(Field::IsPaid as usize)? {
        None => None,
        Some(text) => match text.to_lowercase().as_str() {
            "true" | "yes" | "y" | "1" | "paid" | "sponsored" | "ja" => Some(true),
            "false" | "no" | "n" | "0" | "organic" | "nee" => Some(false),
            _ => return Err(item.bad(Field::IsPaid as usize, "this is neither true nor false")),
        },
    };
    Ok(Verdict::Record(Record::Post(Box::new(Post {
        file: item
            .text(Field::File as usize)?
            .map(|file| file.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()),
        posted_at: post.posted_at(now),
        post,
        title: item.cut(Field::Title as usize, KEY_LIMIT)?,
        listed_at,
        campaign_group: item.title(Field::Group as usize)?,
        campaign: item.title(Field::Campaign as usize)?,
        is_paid,
    }))))
}
