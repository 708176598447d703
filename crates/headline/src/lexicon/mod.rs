//! The words the parser knows, and how to find the longest of them at a token.
//!
//! Each language has a table of rows; a row gives one meaning to a list of words and phrases. The tables are written as
//! people write the words; on first use they are folded as headlines are (see [`crate::tokens`]) and put into a trie of
//! words, so that finding the longest phrase at a token takes one hash lookup a word.
//!
//! A word in capitals in a table ("MD", "AD") matches only when the headline has it in capitals, too.

mod de;
mod en;
mod es;
mod fr;
mod it;
mod names;
mod nl;
mod pt;
mod shared;
mod sv;

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::tokens::{self, Token, TokenKind};
use crate::{Function, Lang, Seniority};

/// What a word or phrase does in a headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A noun that makes a title, with its level.
    Head(Seniority),
    /// A title that is seldom the main one: mentor, speaker, member of a board.
    Side(Seniority),
    /// A word that changes the level of a noun.
    Rank(Rank),
    /// A subject: it has a function and makes no title.
    Topic,
    /// A word of everyday headlines that is neither a title nor a subject nor a company.
    Known,
    /// A country, region or city.
    Place,
    /// What follows is over: ex, former.
    Former,
    /// What follows has not begun: aspiring, seeking.
    Wanted,
    /// Begins a sentence about oneself or one's customers: "I help", "on a mission".
    Slogan,
    /// An employer follows: at, bei, chez.
    At,
    /// An employer follows if a name does: en, na, på.
    MaybeAt,
    /// An employer follows an owner, partner or chief if a name does: of, der, de.
    Of,
    /// Any other preposition.
    Preposition,
    /// Ends a title: with, who, specialising in.
    Cut,
    /// Joins nouns: and, und.
    And,
    /// the, der, la.
    Article,
    /// Praise and adverbs before a title: award-winning, currently.
    Praise,
    /// Part of a company's name: "AG", "Studio", "University".
    Organisation,
    /// A well-known company.
    Company,
}

/// A word of rank. How it combines with the noun next to it is decided in `grammar`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rank {
    Senior,
    Lead,
    Staff,
    Junior,
    Assistant,
    Associate,
    Deputy,
    Head,
    Chief,
    Executive,
    Student,
    Training,
    Freelance,
    Volunteer,
    Partner,
}

/// How much a word says about the function, from a vague word to a title that leaves no doubt.
pub(crate) mod weight {
    /// A noun of many trades: "engineer", "consultant".
    pub(crate) const GENERIC: u8 = 1;
    /// A branch of industry: "healthcare".
    pub(crate) const INDUSTRY: u8 = 2;
    /// A word that other subjects often own: "operations", "digital".
    pub(crate) const SOFT: u8 = 3;
    /// A consultant: of the subject, if there is one, and of strategy or technology by trade.
    pub(crate) const ADVICE: u8 = 4;
    /// A subject.
    pub(crate) const TOPIC: u8 = 5;
    /// A phrase that overrides its words: "product marketing".
    pub(crate) const PHRASE: u8 = 6;
    /// A trade of its own: "recruiter".
    pub(crate) const TRADE: u8 = 7;
}

/// One line of a table: a meaning and the words that have it, separated by commas.
pub(crate) struct Row {
    kind: Kind,
    functions: &'static [Function],
    weight: u8,
    words: &'static str,
}

/// A title that tells its function.
const fn trade(level: Seniority, functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Head(level), functions, weight: weight::TRADE, words }
}

/// A title whose function comes from the words around it; `functions` holds when there are none.
const fn role(level: Seniority, functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Head(level), functions, weight: weight::GENERIC, words }
}

/// A consultant or adviser.
const fn advice(level: Seniority, words: &'static str) -> Row {
    Row { kind: Kind::Head(level), functions: &[Function::Consulting], weight: weight::ADVICE, words }
}

const fn side(level: Seniority, functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Side(level), functions, weight: weight::GENERIC, words }
}

const fn rank(rank: Rank, words: &'static str) -> Row {
    Row { kind: Kind::Rank(rank), functions: &[], weight: 0, words }
}

const fn topic(functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Topic, functions, weight: weight::TOPIC, words }
}

const fn phrase(functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Topic, functions, weight: weight::PHRASE, words }
}

const fn soft(functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Topic, functions, weight: weight::SOFT, words }
}

const fn industry(functions: &'static [Function], words: &'static str) -> Row {
    Row { kind: Kind::Topic, functions, weight: weight::INDUSTRY, words }
}

const fn plain(kind: Kind, words: &'static str) -> Row {
    Row { kind, functions: &[], weight: 0, words }
}

/// A table of a language: its rows, and the endings of its compounds, if it builds any.
pub(crate) struct Table {
    lang: Option<Lang>,
    rows: &'static [Row],
    endings: &'static str,
}

const TABLES: [&Table; 10] = [
    &shared::TABLE,
    &en::TABLE,
    &de::TABLE,
    &fr::TABLE,
    &es::TABLE,
    &pt::TABLE,
    &it::TABLE,
    &nl::TABLE,
    &sv::TABLE,
    &names::TABLE,
];

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) kind: Kind,
    pub(crate) functions: &'static [Function],
    pub(crate) weight: u8,
    /// The languages it belongs to, as bits of [`Lang`]; none for names and abbreviations.
    pub(crate) langs: u8,
}

/// The number of a word; 0 is no word.
pub(crate) type WordId = u32;

/// `FxHash`: the keys are ours and short, so speed matters and resistance to crafted collisions does not (a headline
/// chooses which keys are looked up, never which are stored).
#[derive(Default)]
pub(crate) struct Fx(u64);

impl Hasher for Fx {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }
    fn write_u8(&mut self, n: u8) {
        self.write_u64(u64::from(n));
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    fn finish(&self) -> u64 {
        // The multiplication mixes upwards and the map looks at the lower bits first.
        self.0.rotate_left(26)
    }
}

type FxMap<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;

/// The tables, ready to be searched.
pub(crate) struct Lexicon {
    words: FxMap<Box<str>, WordId>,
    /// (node, word) → node of the trie of phrases, packed into one number.
    edges: FxMap<u64, u32>,
    /// The entry that ends at a node; node 0 is the root.
    entries: Vec<Option<Entry>>,
    /// The node of each word at the root of the trie, 0 for none: most lookups end here.
    roots: Vec<u32>,
    /// The words that may end a compound, and the last three bytes of them, which rule most words out at once.
    endings: FxMap<Box<str>, WordId>,
    tails: HashSet<[u8; 3], BuildHasherDefault<Fx>>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// The lexicon, built on first use (a few milliseconds).
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    fn build() -> Self {
        let mut lexicon = Self {
            words: FxMap::default(),
            edges: FxMap::default(),
            entries: vec![None],
            roots: vec![0],
            endings: FxMap::default(),
            tails: HashSet::default(),
        };
        for table in TABLES {
            let langs = table.lang.map_or(0, Lang::bit);
            for row in table.rows {
                for words in row.words.split(',') {
                    let entry = Entry { kind: row.kind, functions: row.functions, weight: row.weight, langs };
                    lexicon.insert(words.trim(), entry);
                }
            }
            for ending in table.endings.split(',').map(str::trim).filter(|ending| !ending.is_empty()) {
                let folded = tokens::fold(ending);
                let word = Some(lexicon.word(&folded)).filter(|word| lexicon.single(*word).is_some());
                let word = word.unwrap_or_else(|| tokens::masculine(&folded, &lexicon));
                if let (true, Some(tail)) = (word != 0, folded.as_bytes().last_chunk::<3>()) {
                    lexicon.tails.insert(*tail);
                    lexicon.endings.insert(folded.into(), word);
                }
            }
        }
        lexicon
    }

    fn insert(&mut self, words: &str, entry: Entry) {
        let mut node = 0;
        for word in tokens::lexicon_words(words) {
            let next = WordId::try_from(self.words.len() + 1).unwrap_or(WordId::MAX);
            let word = *self.words.entry(word.into()).or_insert(next);
            let fresh = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            let target = *self.edges.entry(edge(node, word)).or_insert(fresh);
            if target == fresh {
                self.entries.push(None);
            }
            if self.roots.len() <= word as usize {
                self.roots.resize(word as usize + 1, 0);
            }
            if node == 0 {
                self.roots[word as usize] = target;
            }
            node = target;
        }
        if node == 0 {
            return;
        }
        match &mut self.entries[node as usize] {
            // The first table to name a word decides what it means; the later ones add their language.
            Some(known) => {
                if known.langs != 0 {
                    known.langs |= entry.langs;
                }
            }
            empty => *empty = Some(entry),
        }
    }

    pub(crate) fn word(&self, folded: &str) -> WordId {
        self.words.get(folded).copied().unwrap_or(0)
    }

    /// The entry of a single word.
    pub(crate) fn single(&self, word: WordId) -> Option<&Entry> {
        self.entries[self.roots[word as usize] as usize].as_ref()
    }

    /// The word that a compound ends with, and the length of what stands before it in bytes.
    pub(crate) fn ending(&self, folded: &str) -> Option<(WordId, usize)> {
        const SHORTEST_ENDING: usize = 4;
        const SHORTEST_STEM: usize = 2;
        let tail = folded.as_bytes().last_chunk::<3>()?;
        self.tails.get(tail)?;
        let longest_first = SHORTEST_STEM..=folded.len().saturating_sub(SHORTEST_ENDING);
        longest_first
            .filter_map(|at| Some((self.endings.get(folded.get(at..)?)?, at)))
            .map(|(word, at)| (*word, at))
            .next()
    }

    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if word == 0 { None } else { self.edges.get(&edge(node, word)).copied() }
    }

    /// The longest word or phrase that begins at `tokens[at]`, and how many tokens it has; found while the text was cut.
    #[expect(
        clippy::unused_self,
        reason = "the entries are the lexicon's, and callers should not reach into tokens for them"
    )]
    pub(crate) fn longest(&self, tokens: &[Token], at: usize) -> Option<(&'static Entry, usize)> {
        tokens.get(at).and_then(|token| token.found)
    }

    /// Searches the longest word or phrase that begins at `tokens[at]`.
    ///
    /// A word can be read in capitals, as it is, or in the masculine. The first reading that leads on is taken, but for
    /// the first word all are tried, since "Directrice" begins phrases of its own and also those of "directeur".
    pub(crate) fn search(&self, tokens: &[Token], at: usize) -> Option<(&Entry, usize)> {
        let first = tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        let mut best: Option<(&Entry, usize)> = None;
        for reading in first.readings() {
            let node = self.roots[reading as usize];
            if node == 0 {
                continue;
            }
            let found = self.follow(tokens, at, node);
            if let Some((entry, length)) = found.filter(|(_, length)| best.is_none_or(|(_, most)| *length > most)) {
                best = Some((entry, length));
            }
        }
        best
    }

    /// The longest phrase that goes on from the node of the word at `tokens[at]`.
    fn follow(&self, tokens: &[Token], at: usize, mut node: u32) -> Option<(&Entry, usize)> {
        let mut best = None;
        let mut length = 1;
        loop {
            if let Some(entry) = &self.entries[node as usize] {
                best = Some((entry, length));
            }
            // A compound's stem has a meaning of its own, so no phrase runs through it.
            if tokens[at + length - 1].subject.is_some() {
                return best;
            }
            let Some(next) =
                tokens.get(at + length).filter(|next| matches!(next.kind, TokenKind::Word | TokenKind::And))
            else {
                return best;
            };
            let Some(found) = next.readings().into_iter().find_map(|reading| self.step(node, reading)) else {
                return best;
            };
            node = found;
            length += 1;
        }
    }
}

fn edge(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}
