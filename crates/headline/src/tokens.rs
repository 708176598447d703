//! Cuts a headline into words and signs, and folds the words so that they can be looked up.
//!
//! Folding makes one spelling of many: lower case, no accents, no gender endings ("Leiter:in", "Directeur·rice"), no
//! mathematical bold (𝗛𝗲𝗮𝗱), no dots in "C.E.O.". Positions always refer to the text as it was given.

use crate::lexicon::{Entry, Kind, Lexicon, WordId};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Word,
    /// Nothing goes across it: a pipe, bullet, emoji, line break, "//".
    Break,
    /// The end of a sentence.
    Stop,
    /// A dash with a space beside it.
    Dash,
    Comma,
    Slash,
    Open,
    Close,
    /// "&" or "+" between words.
    And,
    /// "@"
    At,
}

/// A word or sign of the headline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    /// Where it begins and ends in the text, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The word in the lexicon, 0 if unknown.
    pub(crate) word: WordId,
    /// The word in the lexicon of capitals, 0 if it is not written in capitals or unknown.
    pub(crate) capitals: WordId,
    /// The word in the masculine, if it is a title in the feminine.
    pub(crate) masculine: WordId,
    /// The longest word or phrase of the lexicon that begins here, and how many tokens it has.
    pub(crate) found: Option<(&'static Entry, usize)>,
    /// The stem of a compound that ends with `word`: the subject of "Vertriebs-leiter".
    pub(crate) subject: Option<Entry>,
    /// Begins with a capital or a digit, or a script without case.
    pub(crate) upper: bool,
    /// There is white space before it.
    pub(crate) spaced: bool,
    /// Ends like an English verb form that opens a clause ("crafting") and is no word of the lexicon.
    pub(crate) gerund: bool,
}

impl Token {
    /// The words of the lexicon that it can be, the likeliest first; 0 for none.
    pub(crate) fn readings(&self) -> [WordId; 3] {
        [self.capitals, self.word, self.masculine]
    }
}

/// Folds one character into `out`. Most of the world's letters are lower-cased; those of Latin script lose accents.
fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        'à'..='å' | 'À'..='Å' | 'ă' | 'ą' | 'ā' | 'Ą' => out.push('a'),
        'è'..='ë' | 'È'..='Ë' | 'ę' | 'ē' | 'ě' => out.push('e'),
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'İ' | 'ı' => out.push('i'),
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ő' | 'ō' => out.push('o'),
        'ù'..='ü' | 'Ù'..='Ü' | 'ű' | 'ū' | 'ů' => out.push('u'),
        'ç' | 'Ç' | 'ć' | 'č' | 'Č' => out.push('c'),
        'ñ' | 'Ñ' | 'ń' | 'ň' => out.push('n'),
        'ý' | 'ÿ' | 'Ý' => out.push('y'),
        'š' | 'Š' | 'ś' | 'ş' | 'Ş' => out.push('s'),
        'ž' | 'Ž' | 'ź' | 'ż' => out.push('z'),
        'ł' | 'Ł' => out.push('l'),
        'ğ' | 'Ğ' => out.push('g'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'œ' | 'Œ' => out.push_str("oe"),
        // Combining accents, as in decomposed text.
        '\u{300}'..='\u{36f}' => {}
        _ => match plain_letter(c) {
            Some(letter) => out.push(letter.to_ascii_lowercase()),
            None => out.extend(c.to_lowercase()),
        },
    }
}

/// The letter behind a mathematical or full-width one: people write their titles in those to make them look bold.
pub(crate) fn plain_letter(c: char) -> Option<char> {
    let code = u32::from(c);
    let (base, offset) = match code {
        0x1d400..=0x1d6a3 => {
            let within = (code - 0x1d400) % 52;
            if within < 26 { (b'A', within) } else { (b'a', within - 26) }
        }
        0x1d7ce..=0x1d7ff => (b'0', (code - 0x1d7ce) % 10),
        0xff10..=0xff19 => (b'0', code - 0xff10),
        0xff21..=0xff3a => (b'A', code - 0xff21),
        0xff41..=0xff5a => (b'a', code - 0xff41),
        _ => return None,
    };
    u8::try_from(offset).ok().map(|offset| char::from(base + offset))
}

/// Folds a word.
pub(crate) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

fn fold_into(word: &str, out: &mut String) {
    let start = out.len();
    if word.is_ascii() {
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        fold_char(c, out);
    }
    // These little words mean something else without their accents: "PA" is an assistant, "a" an article.
    let accented = match &out[start..] {
        "a" if matches!(word, "à" | "À") => "à",
        "pa" if matches!(word, "på" | "På" | "PÅ") => "på",
        "for" if matches!(word, "för" | "För" | "FÖR") => "för",
        _ => return,
    };
    out.truncate(start);
    out.push_str(accented);
}

/// The words of a phrase in a table of the lexicon, folded unless the table has them in capitals.
pub(crate) fn lexicon_words(phrase: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = phrase;
    while let Some(at) = rest.find(|c: char| c.is_alphanumeric() || is_inner_sign(c)) {
        let tail = &rest[at..];
        let end = tail.find(|c: char| c.is_whitespace()).unwrap_or(tail.len());
        let word = &tail[..end];
        words.push(if is_capitals(word) { word.to_owned() } else { fold(word) });
        rest = &tail[end..];
    }
    words
}

fn is_capitals(word: &str) -> bool {
    word.len() >= 2
        && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'o')
        && word.bytes().next().is_some_and(|b| b.is_ascii_uppercase())
}

/// Signs that are part of a word in the lexicon: "R&D", "C#", "I+D".
fn is_inner_sign(c: char) -> bool {
    matches!(c, '&' | '+' | '#')
}

/// Endings that name the other gender beside the word, and the sign before them.
const GENDERS: [&str; 22] = [
    "innen", "in", "frau", "rice", "trice", "euse", "ice", "se", "ne", "ère", "ere", "ière", "iere", "e", "le", "ra",
    "a", "o", "r", "n", "s", "x",
];

/// Abbreviations whose dot ends no sentence.
const ABBREVIATIONS: [&str; 34] = [
    "sr", "jr", "snr", "dir", "mgr", "asst", "assoc", "exec", "vp", "inc", "co", "corp", "ltd", "st", "dr", "prof",
    "dipl", "ing", "ex", "no", "resp", "gen", "reg", "int", "tech", "eng", "dept", "prev", "stv", "stellv", "bzw",
    "geb", "mag", "ehem",
];

fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') || plain_letter(c).is_some() || is_mark(c)
}

/// Vowel signs of the scripts of India and others, which are part of a word though not letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{980}'..='\u{d4f}' | '\u{e31}'..='\u{e4e}')
}

/// Signs without a meaning here: trademarks, quotes, joiners of emoji.
fn is_ignored(c: char) -> bool {
    matches!(
        c,
        '™' | '®' | '©' | '℠' | '"' | '“' | '”' | '„' | '«' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{2060}' | '\u{feff}'
            | '\u{ad}' | '%' | '$' | '€' | '£' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

/// Cuts the text into tokens.
pub(crate) fn tokenise(text: &str, lexicon: &'static Lexicon) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 2);
    let mut folded = String::with_capacity(32);
    let mut at = 0;
    let mut spaced = true;
    while let Some(c) = text[at..].chars().next() {
        let next = at + c.len_utf8();
        if c == '\n' {
            tokens.push(sign(TokenKind::Break, at, next, spaced));
            (at, spaced) = (next, true);
        } else if c.is_whitespace() {
            (at, spaced) = (next, true);
        } else if is_word_char(c) {
            let end = word_end(text, at);
            let token = word(text, at, end, spaced, lexicon, &mut folded);
            if is_slashed_with(text, &token) {
                // "w/" is "with", before a company.
                tokens.push(Token { kind: TokenKind::At, end: end + 1, ..token });
                (at, spaced) = (end + 1, true);
            } else {
                tokens.push(token);
                (at, spaced) = (gender_end(text, end), false);
            }
        } else {
            if c == '.' && tokens.last().is_some_and(|last| last.end == at && is_abbreviation(&text[last.start..at])) {
                // The dot of "Sr." or "U.S." ends no sentence.
            } else if let Some(kind) = sign_kind(text, at, c, spaced) {
                let doubled = kind == TokenKind::Slash && text[next..].starts_with('/');
                let kind = if doubled { TokenKind::Break } else { kind };
                let word = if kind == TokenKind::And { lexicon.word("&") } else { 0 };
                tokens.push(Token { word, ..sign(kind, at, next, spaced) });
            }
            (at, spaced) = (next, false);
        }
    }
    single_letter_pipes(text, &mut tokens);
    for at in 0..tokens.len() {
        tokens[at].found = lexicon.search(&tokens, at);
    }
    tokens
}

fn sign(kind: TokenKind, start: usize, end: usize, spaced: bool) -> Token {
    Token {
        kind,
        start,
        end,
        word: 0,
        capitals: 0,
        masculine: 0,
        found: None,
        subject: None,
        upper: false,
        spaced,
        gerund: false,
    }
}

/// What a sign does at this place; none if it joins ("co-founder") or means nothing.
fn sign_kind(text: &str, at: usize, c: char, spaced: bool) -> Option<TokenKind> {
    let after = text[at + c.len_utf8()..].chars().next();
    let open_end = after.is_none_or(char::is_whitespace);
    match c {
        _ if is_ignored(c) => None,
        '-' | '\u{2010}' | '\u{2011}' | '−' => (spaced || open_end).then_some(TokenKind::Dash),
        '–' | '—' | '―' | ':' | '~' => Some(TokenKind::Dash),
        ',' | '،' | '、' => Some(TokenKind::Comma),
        '/' | '\\' => Some(TokenKind::Slash),
        '(' | '[' | '{' => Some(TokenKind::Open),
        ')' | ']' | '}' => Some(TokenKind::Close),
        '&' | '+' => Some(TokenKind::And),
        '@' => Some(TokenKind::At),
        '.' | '!' | '?' | '…' => open_end.then_some(TokenKind::Stop),
        '\'' | '’' | '‘' | '`' | '´' => None,
        _ => Some(TokenKind::Break),
    }
}

/// Where the word that begins at `start` ends. Dots and ampersands inside of a word belong to it: "Booking.com", "R&D".
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = &text[end..];
        end += rest.find(|c: char| !is_word_char(c)).unwrap_or(rest.len());
        let mut chars = text[end..].chars();
        let (sign, after) = (chars.next(), chars.next());
        let joins = match sign {
            Some('.') => after.is_some_and(char::is_alphanumeric),
            Some('&' | '+') => {
                let left = text[start..end].len() <= 2;
                let right = after.is_some_and(char::is_alphanumeric)
                    && text[end + 1..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - end - 1) <= 2;
                left && right
            }
            _ => false,
        };
        if joins {
            end += 1;
        } else if matches!(sign, Some('#')) && end == start + 1 && !after.is_some_and(char::is_alphanumeric) {
            return end + 1;
        } else {
            return end;
        }
    }
}

/// Skips an ending of the other gender after a word: "Leiter:in", "Kaufmann/-frau", "Chargé(e)", "Diseñador/a".
fn gender_end(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let Some(sign) = rest.chars().next().filter(|c| matches!(c, ':' | '*' | '/' | '(' | '·' | '•' | '-')) else {
        return end;
    };
    let mut tail = &rest[sign.len_utf8()..];
    if sign == '-' {
        // A hyphen is far more common in compounds; only the endings of inclusive French use it.
        return end;
    }
    tail = tail.strip_prefix('-').unwrap_or(tail);
    let length = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    let ending = &tail[..length];
    if !GENDERS.contains(&ending) {
        return end;
    }
    let after = end + (rest.len() - tail.len()) + length;
    match (sign, text[after..].chars().next()) {
        ('(', Some(')')) => after + 1,
        ('(', _) => end,
        _ => after,
    }
}

fn is_slashed_with(text: &str, token: &Token) -> bool {
    token.spaced && matches!(&text[token.start..token.end], "w" | "W") && text[token.end..].starts_with('/')
}

/// Reads the word between the two positions.
fn word(text: &str, start: usize, end: usize, spaced: bool, lexicon: &Lexicon, folded: &mut String) -> Token {
    let raw = &text[start..end];
    let first = raw.chars().next().unwrap_or(' ');
    let upper = !first.is_lowercase() && plain_letter(first).is_none_or(|c| !c.is_lowercase());
    folded.clear();
    fold_into(raw, folded);
    if folded.contains('.') {
        let letters = folded.split('.').all(|part| part.chars().count() <= 1);
        if letters {
            folded.retain(|c| c != '.');
        }
    }
    let capitals = if is_capitals(raw) { lexicon.word(raw) } else { 0 };
    let mut token = Token {
        kind: TokenKind::Word,
        start,
        end,
        word: lexicon.word(folded),
        capitals,
        masculine: 0,
        found: None,
        subject: None,
        upper,
        spaced,
        gerund: false,
    };
    if token.capitals == 0 && lexicon.single(token.word).is_none() {
        const SHORTEST_GERUND: usize = 6;
        token.masculine = masculine(folded, lexicon);
        if token.masculine == 0 {
            compound(&mut token, folded, lexicon);
        }
        token.gerund = token.word == 0 && folded.len() >= SHORTEST_GERUND && folded.ends_with("ing");
    }
    token
}

/// Endings of feminine titles and what they are in the masculine, which the lexicon has: "Leiterin", "direttrice".
const FEMININE: [(&str, &str); 19] = [
    ("innen", ""),
    ("in", ""),
    ("in", "e"),
    ("trice", "teur"),
    ("trice", "tore"),
    ("rice", "eur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("ienne", "ien"),
    ("ora", "or"),
    ("eira", "eiro"),
    ("ista", "iste"),
    ("essa", "e"),
    ("ee", "e"),
    ("a", "o"),
    ("a", "e"),
    ("e", ""),
    ("e", "o"),
    ("ster", "er"),
];

/// The masculine form of a title in the feminine, or 0. Only titles and ranks count: subjects have one gender.
pub(crate) fn masculine(folded: &str, lexicon: &Lexicon) -> WordId {
    const SHORTEST_STEM: usize = 3;
    if !folded.ends_with(['a', 'e', 'n', 'r']) {
        return 0;
    }
    for (ending, replacement) in FEMININE {
        let Some(stem) = folded.strip_suffix(ending).filter(|stem| stem.len() >= SHORTEST_STEM) else { continue };
        let word = if replacement.is_empty() {
            lexicon.word(stem)
        } else {
            let mut masculine = String::with_capacity(folded.len());
            masculine.push_str(stem);
            masculine.push_str(replacement);
            lexicon.word(&masculine)
        };
        let is_title = |entry: &Entry| matches!(entry.kind, Kind::Head(_) | Kind::Side(_) | Kind::Rank(_));
        if word != 0 && lexicon.single(word).is_none_or(is_title) {
            return word;
        }
    }
    0
}

/// Splits a compound ("Vertriebsleiter") into its subject and the title or subject it ends with.
fn compound(token: &mut Token, folded: &str, lexicon: &Lexicon) {
    // Every ending is tried, so the length has to be bounded; no title of one word is longer.
    const LONGEST: usize = 60;
    if folded.len() > LONGEST {
        return;
    }
    let Some((word, at)) = lexicon.ending(folded) else { return };
    token.word = word;
    let stem = &folded[..at];
    let joined = [
        stem,
        stem.strip_suffix('s').unwrap_or(stem),
        stem.strip_suffix("en").unwrap_or(stem),
        stem.strip_suffix('e').unwrap_or(stem),
    ];
    let known = joined
        .into_iter()
        .filter_map(|stem| lexicon.single(lexicon.word(stem)))
        .find(|entry| !entry.functions.is_empty());
    // A stem without a function still separates the word from its ending, so that "Bau-leiter" is no phrase with the
    // words around it.
    token.subject = Some(known.copied().unwrap_or(Entry { kind: Kind::Known, functions: &[], weight: 0, langs: 0 }));
}

/// " I " and " l " between words stand for a pipe, unless "I" begins a sentence ("I help …").
fn single_letter_pipes(text: &str, tokens: &mut [Token]) {
    for at in 1..tokens.len().saturating_sub(1) {
        let (before, token, after) = (tokens[at - 1], tokens[at], tokens[at + 1]);
        let letter = &text[token.start..token.end];
        let between =
            token.kind == TokenKind::Word && token.spaced && after.spaced && matches!(letter, "I" | "l" | "ǀ");
        if between && after.upper && after.kind == TokenKind::Word && before.kind != TokenKind::Break {
            tokens[at].kind = TokenKind::Break;
        } else if between && letter == "I" && before.kind == TokenKind::Word && after.kind == TokenKind::Word {
            tokens[at].kind = TokenKind::Stop;
        }
    }
}

/// A dot after these words ends no sentence.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let mut chars = word.chars();
    let single = chars.next().is_some() && chars.next().is_none();
    let initials = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    single || initials || ABBREVIATIONS.iter().any(|known| known.eq_ignore_ascii_case(word))
}
