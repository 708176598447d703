//! `cookies.txt`, as Netscape wrote it and curl, wget and extensions still do.

use super::cookie::{Draft, expiry_of_text};
use super::error::CookieError;
use super::format::Format;
use super::gather::Gather;

/// Stands before a line that would be a comment for old readers, so that they overlook what scripts may not see.
const HTTP_ONLY: &str = "#HttpOnly_";

/// By its first line, or by the two flags in the first line of a file whose head was lost.
pub(super) fn is_netscape(text: &str) -> bool {
    let head = text.trim_start().lines().next().unwrap_or_default();
    head.starts_with("# Netscape HTTP Cookie File")
        || head.starts_with("# HTTP Cookie File")
        || cookies(text).next().is_some_and(|(.., line)| {
            let is_flag = |field: &str| field.eq_ignore_ascii_case("true") || field.eq_ignore_ascii_case("false");
            fields(line).is_some_and(|fields| is_flag(fields[1]) && is_flag(fields[3]))
        })
}

pub(super) fn read(text: &str, gather: &mut Gather) -> Result<Format, CookieError> {
    for (line, http_only, cookie) in cookies(text) {
        let Some([domain, subdomains, path, secure, expires, name, value]) = fields(cookie) else {
            return Err(CookieError::Line {
                line,
                expected: "expected are seven fields with tabs between them: domain, TRUE or FALSE, path, TRUE or FALSE, expiry, name, value; export the file again, and do not copy it out of a window",
            });
        };
        gather.add(&Draft {
            name,
            value,
            domain: Some(domain),
            path: Some(path),
            expires: expiry_of_text(expires),
            host_only: subdomains.eq_ignore_ascii_case("false"),
            http_only,
            secure: secure.eq_ignore_ascii_case("true"),
            same_site: None,
        })?;
    }
    Ok(Format::Netscape)
}

/// The lines that are neither blank nor a comment, with their numbers, and whether they are for HTTP only.
fn cookies(text: &str) -> impl Iterator<Item = (usize, bool, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let line = line.trim_matches([' ', '\r']);
        let cookie = line.strip_prefix(HTTP_ONLY);
        let is_comment = cookie.is_none() && line.starts_with('#') || line.trim().is_empty();
        (!is_comment).then_some((index + 1, cookie.is_some(), cookie.unwrap_or(line)))
    })
}

/// The seven fields. Where an editor made blanks of the tabs, those serve as well, as long as no value has one.
fn fields(line: &str) -> Option<[&str; 7]> {
    fn seven<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<[&'a str; 7]> {
        let mut fields = [""; 7];
        for field in &mut fields {
            *field = parts.next()?;
        }
        parts.next().is_none().then_some(fields)
    }
    if line.contains('\t') { seven(line.split('\t')) } else { seven(line.split_ascii_whitespace()) }
}
