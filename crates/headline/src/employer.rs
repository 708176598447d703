//! Where a company's name ends in a headline, and what it is looked up by.

use crate::lexicon::{Kind, Lexicon};
use crate::tokens::{Token, TokenKind, fold, is_abbreviation, plain_letter};

/// Articles that stand between "at" and the name in lower case: "bei der Allianz".
const ARTICLES: [&str; 33] = [
    "der",
    "dem",
    "den",
    "des",
    "die",
    "das",
    "the",
    "a",
    "an",
    "la",
    "le",
    "les",
    "l",
    "el",
    "los",
    "las",
    "il",
    "lo",
    "gli",
    "o",
    "os",
    "as",
    "de",
    "het",
    "my",
    "our",
    "société",
    "sociedad",
    "empresa",
    "società",
    "firma",
    "compañía",
    "företaget",
];

/// Words in lower case that may stand inside of a name.
const CONNECTORS: [&str; 40] = [
    "of", "the", "and", "de", "la", "le", "les", "du", "des", "d", "l", "del", "della", "di", "do", "da", "dos", "das",
    "van", "von", "der", "den", "und", "y", "e", "et", "och", "av", "for", "für", "pour", "para", "per", "voor", "för",
    "i", "s", "to", "ten", "degli",
];

/// The most words that a name has.
const LONGEST: usize = 8;

fn raw<'t>(text: &'t str, token: &Token) -> &'t str {
    &text[token.start..token.end]
}

/// The token after articles in lower case.
pub(crate) fn skip_articles(text: &str, tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.kind == TokenKind::At) {
        at += 1;
    }
    while let Some(token) = tokens.get(at).filter(|token| token.kind == TokenKind::Word && !token.upper) {
        let more = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word);
        if !more || !ARTICLES.contains(&raw(text, token)) {
            break;
        }
        at += 1;
    }
    at
}

/// The name that begins at the token: its first and last byte, and the token after it. None if there is no name.
pub(crate) fn extent(
    text: &str,
    tokens: &[Token],
    at: usize,
    lexicon: &Lexicon,
    shouted: bool,
) -> Option<(usize, usize, usize)> {
    let first = skip_articles(text, tokens, at);
    let start = tokens.get(first).filter(|token| token.kind == TokenKind::Word)?.start;
    let mut capital = false;
    let mut end = start;
    let mut next = first;
    while let Some(token) = tokens.get(next).filter(|_| next - first < LONGEST) {
        let go_on = match token.kind {
            TokenKind::Word => {
                capital |= token.upper;
                next == first || shouted || word_goes_on(text, tokens, next, lexicon, capital)
            }
            TokenKind::Comma => comma_goes_on(tokens, next, lexicon),
            TokenKind::And => joins_names(tokens, next, lexicon),
            TokenKind::Slash => {
                !token.spaced
                    && tokens.get(next + 1).is_some_and(|after| !after.spaced)
                    && joins_names(tokens, next, lexicon)
            }
            _ => false,
        };
        if !go_on {
            break;
        }
        end = token.end;
        next += 1;
        if ends_sentence(text, tokens, next) {
            break;
        }
    }
    let name = with_dot(text, end);
    let whole = trim(text, start, name);
    let everyday = ["freelance", "freelancer", "self employed", "self-employed", "selbstständig", "home", "me"];
    let is_name = whole > start && !everyday.contains(&text[start..whole].to_lowercase().as_str());
    is_name.then_some((start, whole, next))
}

fn ends_sentence(text: &str, tokens: &[Token], next: usize) -> bool {
    let Some(token) = tokens.get(next).filter(|token| token.kind == TokenKind::Stop) else { return false };
    let before = next.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |before| raw(text, before));
    !(raw(text, token) == "."
        && is_abbreviation(before)
        && tokens.get(next + 1).is_some_and(|after| after.kind == TokenKind::Word))
}

fn word_goes_on(text: &str, tokens: &[Token], at: usize, lexicon: &Lexicon, capital: bool) -> bool {
    let token = &tokens[at];
    let kind = lexicon.longest(tokens, at).map(|(entry, _)| entry.kind);
    if token.upper {
        return !token.spaced || !matches!(kind, Some(Kind::Former | Kind::At));
    }
    let word = raw(text, token);
    if !token.spaced {
        return true;
    }
    if kind == Some(Kind::Organisation) {
        return true;
    }
    let follows = tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.upper);
    let lower_twice =
        tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && CONNECTORS.contains(&raw(text, next)))
            && tokens.get(at + 2).is_some_and(|next| next.kind == TokenKind::Word && next.upper);
    let scope =
        lexicon.longest(tokens, at + 1).is_some_and(|(entry, _)| matches!(entry.kind, Kind::Place | Kind::Topic));
    let before_is_body =
        matches!(lexicon.longest(tokens, at - 1), Some((entry, _)) if entry.kind == Kind::Organisation);
    let purpose = matches!(word, "for" | "für" | "pour" | "para" | "per" | "voor" | "för" | "i");
    capital && CONNECTORS.contains(&word) && (follows || lower_twice) && (!purpose || !scope || before_is_body)
}

/// A comma inside of a name stands before its legal form or in a list of partners: "Hart, Bloom & Vale LLP".
fn comma_goes_on(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let legal = |at: usize| {
        let short = tokens.get(at).is_some_and(|token| token.end - token.start <= 4);
        short && matches!(lexicon.longest(tokens, at), Some((entry, _)) if entry.kind == Kind::Organisation)
    };
    if legal(at + 1) {
        return true;
    }
    let mut joined = false;
    for (offset, token) in tokens[at + 1..].iter().take(LONGEST).enumerate() {
        match token.kind {
            TokenKind::And => joined = true,
            TokenKind::Word | TokenKind::Comma => {
                if joined && legal(at + 1 + offset) {
                    return true;
                }
            }
            _ => return false,
        }
    }
    false
}

/// "&" and "/" join two names unless a title follows.
fn joins_names(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    const FARTHEST: usize = 4;
    let Some(next) = tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && next.upper) else { return false };
    if tokens[at].kind == TokenKind::And && !tokens[at].spaced && !next.spaced {
        return true;
    }
    let is_title = |at: usize| matches!(lexicon.longest(tokens, at), Some((entry, _)) if matches!(entry.kind, Kind::Head(_) | Kind::Side(_)));
    let words = tokens[at + 1..].iter().take_while(|token| token.kind == TokenKind::Word).take(FARTHEST).count();
    !(at + 1..=at + words).any(is_title)
}

/// Includes the dot that ends "Inc." or "Co.".
pub(crate) fn with_dot(text: &str, end: usize) -> usize {
    let word_start = text[..end]
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let word = &text[word_start..end];
    let dotted = text[end..].starts_with('.');
    let legal = ["inc", "co", "corp", "ltd", "bros", "cie"].iter().any(|known| known.eq_ignore_ascii_case(word));
    let initials = text[..word_start].ends_with('.') && word.chars().count() == 1;
    if dotted && (legal || initials) { end + 1 } else { end }
}

/// The end of a name without signs that trail it.
pub(crate) fn trim(text: &str, start: usize, end: usize) -> usize {
    let name = &text[start..end];
    start
        + name
            .trim_end_matches(|c: char| {
                !c.is_alphanumeric() && !matches!(c, '.' | '!' | '+' | ')' | '\u{300}'..='\u{36f}')
            })
            .len()
}

/// A title or name as people would type it: without trademarks and joiners, in plain letters, with single spaces, and
/// with repaired umlauts where a program read UTF-8 as Latin-1 ("GeschÃ¤ft").
pub(crate) fn clean(text: &str) -> String {
    if text.is_ascii() && !text.contains(['"', '\t', '\n']) && !text.contains("  ") {
        return text.trim().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        match c {
            '™'
            | '®'
            | '©'
            | '℠'
            | '\u{200b}'..='\u{200f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{ad}'
            | '"'
            | '“'
            | '”'
            | '„' => {}
            _ if c.is_whitespace() => space = true,
            _ => {
                if space && !out.is_empty() {
                    out.push(' ');
                }
                space = false;
                out.push(plain_letter(c).unwrap_or(c));
            }
        }
    }
    out
}

/// The legal forms that names end with, folded. They are cleanco's (<https://github.com/psolin/cleanco>, MIT licence,
/// copyright Paul Solin), one a line, without the ones that are everyday words.
const LEGAL_FORMS: &str = include_str!("../data/legal_forms.txt");

/// What a company is looked up by: its name in lower case, without accents, signs and legal forms, with single spaces.
/// Two spellings of one company should have one key, and two companies should not, so words that tell companies apart
/// ("Group", "Bank", "Germany") stay.
///
/// The key of a name that has nothing but a legal form, or no letter or digit at all, is the folded name itself, which
/// may be empty.
///
/// ```
/// assert_eq!(headline::name_key("Müller & Söhne GmbH & Co. KG"), "muller & sohne");
/// assert_eq!(headline::name_key("ACME, Inc."), headline::name_key("Acme Incorporated"));
/// assert_eq!(headline::name_key("Banco Ejemplo S.A."), "banco ejemplo");
/// ```
#[must_use]
pub fn name_key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for piece in clean(name).split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '/' | '|' | '-' | '–' | '—' | '+' | '_' | ':')
    }) {
        let mut word = String::new();
        for part in piece.split('.') {
            word.push_str(&fold(part));
        }
        // "booking.com" keeps its dot, "S.A." does not.
        let domain = piece.split('.').all(|part| part.chars().count() > 1) && piece.contains('.');
        let word = if domain { fold(piece) } else { word };
        let word: String = word.chars().filter(|c| c.is_alphanumeric() || matches!(c, '&' | '.')).collect();
        match word.as_str() {
            "" => {}
            "and" | "und" | "et" | "och" | "en" if !words.is_empty() => words.push("&".to_owned()),
            _ => words.push(word),
        }
    }
    let whole = words.join(" ");
    loop {
        let longest =
            (1..=words.len().min(4)).rev().find(|length| is_legal_form(&words[words.len() - length..].join(" ")));
        match longest {
            Some(length) if length < words.len() => words.truncate(words.len() - length),
            Some(_) => return whole,
            None => break,
        }
    }
    while words.last().is_some_and(|word| word == "&") {
        words.pop();
    }
    words.join(" ")
}

/// Whether a word or phrase is a legal form in any spelling: "AG", "S.A.".
pub(crate) fn is_legal_form(text: &str) -> bool {
    let mut key = fold(text);
    key.retain(|c| c != '.');
    LEGAL_FORMS.lines().any(|form| form == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_company_has_one_key() {
        let same = [
            ["Bergmann Verpackungen GmbH", "BERGMANN  VERPACKUNGEN GmbH & Co. KG"],
            ["Example, Inc.", "example incorporated"],
            ["Ejemplo S.L.", "Ejemplo SL"],
            ["Exemple SARL", "Exemple S.A.R.L."],
            ["Voorbeeld B.V.", "voorbeeld bv"],
            ["Exempel Aktiebolag AB", "exempel aktiebolag"],
            ["Esempio S.p.A.", "ESEMPIO SPA"],
            ["Hart & Bloom LLP", "Hart and Bloom"],
            ["Akme™", "AKME"],
            ["Pty Example Pty Ltd", "Pty Example"],
        ];
        for [one, other] in same {
            assert_eq!(name_key(one), name_key(other), "{one} / {other}");
        }
    }

    #[test]
    fn different_companies_keep_different_keys() {
        assert_ne!(name_key("Example Bank"), name_key("Example Group"));
        assert_eq!(name_key("Booking.com B.V."), "booking.com");
        assert_eq!(name_key("GmbH"), "gmbh");
        assert_eq!(name_key("--"), "");
        assert_eq!(name_key(""), "");
    }
}
