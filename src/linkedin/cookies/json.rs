//! Every form that is JSON: lists of cookies, alone or in an object, and objects whose keys are names.

use url::Url;

use super::cookie::{Draft, SameSite, expiry, expiry_of_text, of_linkedin};
use super::error::CookieError;
use super::format::Format;
use super::gather::Gather;
use super::header;
use super::mistakes::encrypted;
use super::node::{self, Node};

/// Where tools write the end of a cookie.
const EXPIRY: [&str; 4] = ["expires", "expirationdate", "expiry", "expiration"];
/// What stands next to a text that is encrypted.
const CIPHER: [&str; 4] = ["ciphertext", "encrypted", "iv", "salt"];

pub(super) fn read(text: &str, gather: &mut Gather) -> Result<Format, CookieError> {
    let root = node::parse(text)?;
    match root.list() {
        Some(items) => {
            list(items, None, gather)?;
            Ok(maker(items))
        }
        None => object(&root, gather),
    }
}

fn object(root: &Node, gather: &mut Gather) -> Result<Format, CookieError> {
    let Node::Map(entries) = root else { return Err(CookieError::NoCookiesInJson) };
    if root.get("liat").is_none() {
        let wrapped = ["cookies", "data", "cookie"].into_iter().find_map(|key| root.get(key));
        match wrapped {
            Some(Node::List(items)) => {
                list(items, root.get("url").and_then(Node::text), gather)?;
                let is_state = root.get("origins").is_some();
                return Ok(if is_state { Format::PlaywrightStorageState } else { Format::WrappedList });
            }
            Some(map @ Node::Map(_)) => return object(map, gather),
            Some(Node::Text(text)) if text.contains("li_at=") || header::is_li_at(text) => {
                return header::read(text, gather);
            }
            Some(Node::Text(_)) => return Err(encrypted()),
            _ if CIPHER.iter().any(|key| root.get(key).is_some()) => return Err(encrypted()),
            _ => {}
        }
        if root.get("name").is_some() && root.get("value").is_some() {
            list(std::slice::from_ref(root), None, gather)?;
            return Ok(maker(std::slice::from_ref(root)));
        }
    }
    if entries.is_empty() || entries.iter().any(|(_, value)| matches!(value, Node::List(_) | Node::Map(_))) {
        return Err(CookieError::NoCookiesInJson);
    }
    for (name, value) in entries {
        match value.scalar() {
            Some(value) => gather.add(&Draft::pair(name, &value))?,
            None => gather.skip(false),
        }
    }
    Ok(Format::FlatMap)
}

/// Takes the cookies of a list. `url` is where those come from that do not say.
fn list(items: &[Node], url: Option<&str>, gather: &mut Gather) -> Result<(), CookieError> {
    let mut found = items.is_empty();
    for item in items {
        found |= add(item, url, gather)?;
    }
    if found { Ok(()) } else { Err(CookieError::NoCookiesInJson) }
}

/// Takes one cookie. False if it is none.
fn add(item: &Node, url: Option<&str>, gather: &mut Gather) -> Result<bool, CookieError> {
    let text = |key| item.get(key).and_then(Node::text);
    let (Some(name), Some(value)) = (text("name"), item.get("value").and_then(Node::scalar)) else {
        gather.skip(false);
        return Ok(false);
    };
    // A cookie that LinkedIn set inside of another site's page is of another jar, although its domain is LinkedIn's.
    if item.get("partitionkey").and_then(partition).is_some_and(|host| of_linkedin(&host).is_none()) {
        gather.skip(true);
        return Ok(true);
    }
    let host = text("url").or(url).and_then(host);
    let is_true = |key| item.get(key).is_some_and(Node::is_true);
    let draft = Draft {
        name,
        value: &value,
        domain: text("domain").filter(|domain| !domain.is_empty()).or(host.as_deref()),
        path: text("path"),
        expires: EXPIRY.into_iter().find_map(|key| match item.get(key)? {
            Node::Number(number) => expiry(*number),
            Node::Text(text) => expiry_of_text(text),
            _ => None,
        }),
        host_only: is_true("hostonly"),
        http_only: is_true("httponly"),
        secure: is_true("secure"),
        same_site: text("samesite").and_then(SameSite::parse),
    };
    gather.add(&draft)?;
    Ok(true)
}

/// The site in whose pages a cookie is sent, if it is partitioned: a text, or an object that has one.
fn partition(key: &Node) -> Option<String> {
    let site = ["toplevelsite", "sourceorigin"].into_iter().find_map(|name| key.get(name)).unwrap_or(key);
    host(site.text()?)
}

fn host(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(str::to_owned)
}

/// Who wrote a list, by the keys that only they write.
fn maker(items: &[Node]) -> Format {
    let any = |keys: &[&str]| items.iter().any(|item| keys.iter().any(|key| item.get(key).is_some()));
    let number = |key| items.iter().any(|item| matches!(item.get(key), Some(Node::Number(_))));
    let text = |key| items.iter().any(|item| matches!(item.get(key), Some(Node::Text(_))));
    if any(&["expiry"]) {
        Format::Selenium
    } else if any(&["hostonly", "storeid", "expirationdate"]) {
        if number("id") || text("storeid") { Format::EditThisCookie } else { Format::CookieEditor }
    } else if any(&["size", "priority", "sourcescheme", "sourceport", "sameparty", "session"]) {
        Format::Puppeteer
    } else if any(&["expires"]) {
        Format::PlaywrightCookies
    } else {
        Format::JsonList
    }
}
