//! Walks over the tokens of a headline and collects its roles.
//!
//! Signs cut a headline into chunks. Each chunk is read from left to right until an employer, a sign or a clause ends
//! it; then it becomes a role, extends the role before it, names its employer or scope, or is only a subject.

mod close;
mod finish;
mod names;
mod repair;

use crate::grammar::{Item, Reading, Scores};
use crate::lang::Votes;
use crate::lexicon::{Entry, Kind, Lexicon, lexicon, weight};
use crate::tokens::{Token, TokenKind, tokenise};
use crate::{Headline, Lang};

/// A role in the making. Positions are bytes of the text.
struct Draft {
    items: Vec<Item>,
    title: Option<(usize, usize)>,
    employer: Option<(usize, usize)>,
    current: bool,
    reading: Reading,
    /// The stretch between two hard separators in which it stands.
    segment: u32,
    /// A comma may still add to its title.
    open: bool,
    /// The employer was guessed from the order of words alone.
    guessed: bool,
    end: usize,
}

pub(crate) struct Parser<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    lexicon: &'static Lexicon,
    /// The text has no lower-case letter, so capitals tell nothing.
    shouted: bool,
    drafts: Vec<Draft>,
    /// Functions of subjects that belong to no role, and of sentences about oneself.
    loose: Scores,
    slogans: Scores,
    votes: Votes,
    segment: u32,
    /// What the words in this segment are about: roles that are over or not yet begun.
    former: bool,
    wanted: bool,
    /// A company named before any role.
    pending: Option<(usize, usize)>,
    /// Subjects of the current segment, for "Design @ Company".
    subjects: Scores,
    subject_start: Option<usize>,
}

/// The words between two signs, as far as they were read.
struct Chunk {
    items: Vec<Item>,
    /// The sign before it.
    sign: TokenKind,
    /// It is about a role or company that is over.
    former: bool,
    /// It holds a title.
    titled: bool,
    /// A clause ended its title.
    cut: bool,
}

impl Chunk {
    fn push(&mut self, item: Item) {
        self.titled |= item.is_title();
        self.items.push(item);
    }
}

/// What a token does to the chunk it stands in.
enum Step {
    /// It becomes a part of it.
    Take(Item),
    /// It is passed over; reading goes on at the token.
    Skip(usize),
    /// What follows is over.
    Former(usize),
    /// What follows has not begun.
    Wanted(usize),
    /// The chunk is a sentence about oneself.
    Slogan,
    /// The title ends; a clause begins at the token.
    Cut(usize),
    /// The chunk ends before an employer that begins at the token.
    Employer(usize),
    /// The chunk ends before the token.
    End,
}

pub(crate) fn parse(text: &str) -> Headline {
    if let Some(repaired) = repair::repair(text) {
        // Positions in the repaired text mean nothing to the caller.
        let mut headline = parse(&repaired);
        for role in &mut headline.roles {
            role.span = 0..text.len();
        }
        return headline;
    }
    let lexicon = lexicon();
    let tokens = tokenise(text, lexicon);
    let parser = Parser {
        text,
        tokens,
        lexicon,
        shouted: !text.bytes().any(|byte| byte.is_ascii_lowercase()) && !text.chars().any(char::is_lowercase),
        drafts: Vec::new(),
        loose: Scores::default(),
        slogans: Scores::default(),
        votes: Votes::default(),
        segment: 0,
        former: false,
        wanted: false,
        pending: None,
        subjects: Scores::default(),
        subject_start: None,
    };
    parser.run()
}

impl Parser<'_> {
    fn run(mut self) -> Headline {
        let mut at = 0;
        let mut sign = TokenKind::Break;
        while at < self.tokens.len() {
            let kind = self.tokens[at].kind;
            match kind {
                TokenKind::Word => {
                    at = self.chunk(at, sign);
                    sign = TokenKind::And;
                }
                TokenKind::At => {
                    at = self.employer(at + 1);
                    sign = TokenKind::And;
                }
                TokenKind::Break => {
                    self.next_segment();
                    (at, sign) = (at + 1, kind);
                }
                _ => {
                    if sign != TokenKind::Break && sign != TokenKind::Open {
                        sign = kind;
                    }
                    at += 1;
                }
            }
        }
        self.finish()
    }

    fn next_segment(&mut self) {
        self.segment += 1;
        self.former = false;
        self.wanted = false;
        self.subjects = Scores::default();
        self.subject_start = None;
    }

    /// Reads from the token at `start` to the end of the chunk and returns the token after it.
    fn chunk(&mut self, start: usize, sign: TokenKind) -> usize {
        let mut chunk = Chunk { items: Vec::with_capacity(8), sign, former: false, titled: false, cut: false };
        let mut at = start;
        let mut employer = None;
        while at < self.tokens.len() {
            let step = self.step(at, &chunk);
            if let Some((entry, _)) = self.lexicon.longest(&self.tokens, at) {
                self.votes.add(entry.langs);
            }
            match step {
                Step::Take(item) => {
                    at += item.tokens;
                    chunk.push(item);
                }
                Step::Skip(next) => at = next,
                Step::Former(next) => (chunk.former, at) = (true, next),
                Step::Wanted(next) => (self.wanted, at) = (true, next),
                Step::Slogan => return self.slogan(at),
                Step::Cut(next) => {
                    chunk.cut = true;
                    at = self.skip_clause(next);
                    employer = self.employer_in_clause(start, at);
                    break;
                }
                Step::Employer(name) => {
                    employer = Some(name);
                    break;
                }
                Step::End => break,
            }
        }
        self.close(chunk, employer.is_some());
        match employer {
            Some(name) => self.employer(name),
            None => at.max(start + 1),
        }
    }

    /// Decides what the token at `at` does to the chunk.
    fn step(&self, at: usize, chunk: &Chunk) -> Step {
        let token = &self.tokens[at];
        let (titled, first) = (chunk.titled, chunk.items.is_empty());
        match token.kind {
            TokenKind::Word => {}
            TokenKind::And | TokenKind::Slash if !first => return Step::Take(joint(token, at)),
            _ => return Step::End,
        }
        let Some((entry, length)) = self.lexicon.longest(&self.tokens, at) else {
            return match token.gerund {
                true if first && token.upper && starts_sentence(chunk.sign) => Step::Slogan,
                true if titled => Step::Cut(at),
                _ => Step::Take(self.item(at, 1)),
            };
        };
        let next = at + length;
        match entry.kind {
            Kind::Former if self.opens_former(at, next, first) => {
                if first {
                    Step::Former(self.after_former(next))
                } else {
                    Step::End
                }
            }
            Kind::Wanted if first => Step::Wanted(next),
            Kind::Slogan | Kind::Cut if first && starts_sentence(chunk.sign) && !chunk.former => Step::Slogan,
            Kind::Cut | Kind::Wanted if titled => Step::Cut(at),
            Kind::Praise | Kind::Article | Kind::And if first => Step::Skip(next),
            Kind::And => Step::Take(Item { tokens: length, ..joint(token, at) }),
            Kind::At if self.names_employer(next, true) => Step::Employer(next),
            Kind::MaybeAt if !token.upper || self.shouted => {
                let expected = titled || chunk.items.len() == 1 || first && self.lacks_employer();
                if expected && self.names_employer(next, false) {
                    return Step::Employer(next);
                }
                if titled && !self.binds(next) {
                    return Step::Cut(next);
                }
                let preposition = Entry { kind: Kind::Preposition, ..*entry };
                Step::Take(Item { entry: Some(preposition), ..self.item(at, length) })
            }
            Kind::Of
                if self.owns(&chunk.items, next)
                    || titled && self.is_definite(token) && self.names_employer(next, false) =>
            {
                Step::Employer(next)
            }
            // "CEO of a small agency" says what, not which.
            Kind::Of if titled && matches!(self.kind_at(next), Some((Kind::Article, _))) && !self.binds(next) => {
                Step::Cut(next)
            }
            Kind::Preposition if titled && !self.binds(next) => Step::Cut(next),
            _ => Step::Take(self.item(at, length)),
        }
    }

    /// "formerly at", "ehemals bei": the preposition after "formerly" brings nothing new.
    fn after_former(&self, at: usize) -> usize {
        match (self.kind_at(at), self.tokens.get(at).map(|token| token.kind)) {
            (Some((Kind::At | Kind::MaybeAt | Kind::Article, length)), _) => at + length,
            (_, Some(TokenKind::At)) => at + 1,
            _ => at,
        }
    }

    fn item(&self, at: usize, length: usize) -> Item {
        let (first, last) = (&self.tokens[at], &self.tokens[at + length - 1]);
        let entry = self.lexicon.longest(&self.tokens, at).map(|(entry, _)| *entry);
        Item {
            entry,
            subject: last.subject,
            start: first.start,
            end: last.end,
            token: at,
            tokens: length,
            joint: false,
            english: entry.is_none_or(|entry| entry.langs == 0 || entry.langs & (Lang::En.bit() | Lang::De.bit()) != 0),
        }
    }

    fn kind_at(&self, at: usize) -> Option<(Kind, usize)> {
        self.lexicon.longest(&self.tokens, at).map(|(entry, length)| (entry.kind, length))
    }

    /// Skips a clause after a title ("helping teams …"): its subjects say little about the role.
    fn skip_clause(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(token) = self.tokens.get(at) {
            if !matches!(token.kind, TokenKind::Word | TokenKind::And | TokenKind::Slash) {
                break;
            }
            match self.lexicon.longest(&self.tokens, at).map(|(entry, length)| (*entry, length)) {
                Some((entry, length)) => {
                    if at > start && entry.kind == Kind::At && self.names_employer(at + length, true) {
                        break;
                    }
                    if entry.kind == Kind::Former && at > start {
                        break;
                    }
                    if entry.kind == Kind::Topic {
                        for function in entry.functions {
                            self.slogans.add(*function, weight::GENERIC);
                        }
                    }
                    self.votes.add(entry.langs);
                    at += length;
                }
                None => at += 1,
            }
        }
        at
    }

    /// The employer at which a clause stopped, if it did.
    fn employer_in_clause(&self, start: usize, at: usize) -> Option<usize> {
        if at <= start {
            return None;
        }
        match self.kind_at(at) {
            Some((Kind::At, length)) if self.names_employer(at + length, true) => Some(at + length),
            _ => None,
        }
    }

    /// Skips a sentence about oneself or one's customers up to the next hard separator.
    fn slogan(&mut self, start: usize) -> usize {
        let mut at = start;
        while let Some(token) = self.tokens.get(at) {
            if matches!(token.kind, TokenKind::Break | TokenKind::Stop) {
                break;
            }
            match self.lexicon.longest(&self.tokens, at).map(|(entry, length)| (*entry, length)) {
                Some((entry, length)) => {
                    self.votes.add(entry.langs);
                    if entry.kind == Kind::Topic {
                        self.slogans.add_entry(&entry);
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        at
    }
}

fn joint(token: &Token, at: usize) -> Item {
    Item {
        entry: None,
        subject: None,
        start: token.start,
        end: token.end,
        token: at,
        tokens: 1,
        joint: true,
        english: true,
    }
}

/// Whether a sentence may begin after the sign.
fn starts_sentence(sign: TokenKind) -> bool {
    matches!(sign, TokenKind::Break | TokenKind::Stop | TokenKind::Dash | TokenKind::Comma)
}
