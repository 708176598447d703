//! A curl command, as browsers copy one out of their developer tools for a shell or for Windows' cmd.

use std::iter::Peekable;
use std::str::Chars;

use url::Url;
use zeroize::Zeroizing;

use super::cookie::of_linkedin;
use super::error::CookieError;
use super::format::Format;
use super::gather::Gather;
use super::header;

/// By its first word, which is an option if only that part was copied.
pub(super) fn is_curl(text: &str) -> bool {
    let text = text.trim_start().trim_start_matches("$ ");
    let word = text.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | '=')).next().unwrap_or_default();
    matches!(word, "curl" | "curl.exe" | "-b" | "--cookie" | "-H" | "--header")
}

pub(super) fn read(text: &str, gather: &mut Gather) -> Result<Format, CookieError> {
    let text = without_carets(text);
    let mut is_foreign = false;
    words(&text, |word| {
        if word.starts_with("http://") || word.starts_with("https://") {
            let url = Url::parse(word).ok();
            is_foreign |= url.and_then(|url| of_linkedin(url.host_str()?)).is_none();
        }
        Ok(())
    })?;
    let mut pending = None;
    let mut found = false;
    words(&text, |word| {
        let (option, value) = match pending.take() {
            Some(option) => (option, word),
            None => match OPTIONS.into_iter().find_map(|(name, option)| Some((option, word.strip_prefix(name)?))) {
                Some((option, "")) => {
                    pending = Some(option);
                    return Ok(());
                }
                Some((option, value)) => (option, value.strip_prefix('=').unwrap_or(value)),
                None => return Ok(()),
            },
        };
        let cookies = match option {
            // Without a sign of equality it is the name of a file.
            Part::Cookie => Some(value).filter(|value| value.contains('=')),
            Part::Header => {
                value.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("cookie")).map(|(_, value)| value)
            }
        };
        let Some(cookies) = cookies else { return Ok(()) };
        found = true;
        if is_foreign {
            cookies.split(';').for_each(|_| gather.skip(true));
            return Ok(());
        }
        header::pairs(1, cookies, gather)
    })?;
    if found { Ok(Format::CurlCommand) } else { Err(CookieError::NoCookiesInCurl) }
}

#[derive(Clone, Copy)]
enum Part {
    Cookie,
    Header,
}

const OPTIONS: [(&str, Part); 4] =
    [("--cookie", Part::Cookie), ("--header", Part::Header), ("-b", Part::Cookie), ("-H", Part::Header)];

/// What cmd makes of a command: a caret is dropped, and protects what follows it. Other shells' commands stay as they are.
fn without_carets(text: &str) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(text.len()));
    if !text.contains("^\"") {
        plain.push_str(text);
        return plain;
    }
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '^' {
            plain.push(c);
        } else if chars.next_if_eq(&'\r').is_some() {
            chars.next_if_eq(&'\n');
        } else if chars.next_if_eq(&'\n').is_none() {
            plain.extend(chars.next());
        }
    }
    plain
}

/// Hands out the words of a command, as a shell splits it. One buffer serves for all of them, and is wiped at the end.
fn words(text: &str, mut take: impl FnMut(&str) -> Result<(), CookieError>) -> Result<(), CookieError> {
    let mut word = Zeroizing::new(String::with_capacity(text.len()));
    let mut chars = text.chars().peekable();
    let mut is_word = false;
    while let Some(c) = chars.next() {
        let closed = match c {
            '\'' => single(&mut chars, &mut word),
            '"' => double(&mut chars, &mut word),
            '$' if chars.next_if_eq(&'\'').is_some() => ansi(&mut chars, &mut word),
            '\\' => {
                match chars.next() {
                    Some('\r') => drop(chars.next_if_eq(&'\n')),
                    Some('\n') | None => {}
                    Some(c) => word.push(c),
                }
                true
            }
            c if c.is_whitespace() => {
                if is_word {
                    take(&word)?;
                }
                word.clear();
                is_word = false;
                continue;
            }
            c => {
                word.push(c);
                true
            }
        };
        if !closed {
            return Err(CookieError::Line {
                line: text.lines().count(),
                expected: "the curl command ends inside of quotes; copy all of it",
            });
        }
        is_word = true;
    }
    if is_word { take(&word) } else { Ok(()) }
}

fn single(chars: &mut Peekable<Chars<'_>>, word: &mut String) -> bool {
    for c in chars {
        if c == '\'' {
            return true;
        }
        word.push(c);
    }
    false
}

fn double(chars: &mut Peekable<Chars<'_>>, word: &mut String) -> bool {
    while let Some(c) = chars.next() {
        match c {
            '"' => return true,
            '\\' => {
                if let Some(c) = chars.next_if(|c| matches!(c, '"' | '\\' | '$' | '`')) {
                    word.push(c);
                } else if chars.next_if_eq(&'\n').is_none() {
                    word.push('\\');
                }
            }
            c => word.push(c),
        }
    }
    false
}

/// `$'…'`, which browsers write where a value has an exclamation mark or a quote.
fn ansi(chars: &mut Peekable<Chars<'_>>, word: &mut String) -> bool {
    while let Some(c) = chars.next() {
        match c {
            '\'' => return true,
            '\\' => match chars.next() {
                Some('n') => word.push('\n'),
                Some('r') => word.push('\r'),
                Some('t') => word.push('\t'),
                Some('u') => word.push(code(chars, 4)),
                Some('x') => word.push(code(chars, 2)),
                Some(c) => word.push(c),
                None => return false,
            },
            c => word.push(c),
        }
    }
    false
}

/// The character of the hexadecimal digits that follow, or one that no cookie can hold.
fn code(chars: &mut Peekable<Chars<'_>>, most: usize) -> char {
    let mut code = 0;
    for _ in 0..most {
        let Some(digit) = chars.peek().and_then(|c| c.to_digit(16)) else { break };
        code = 16 * code + digit;
        chars.next();
    }
    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
}
