//! Tells companies' names from everything else.

use super::Parser;
use crate::Seniority;
use crate::employer;
use crate::grammar::{self, Item};
use crate::lexicon::Kind;
use crate::tokens::{Token, TokenKind};

impl Parser<'_> {
    /// "x" is "formerly" before a name at the start of a chunk, and a sign of multiplication elsewhere.
    pub(super) fn opens_former(&self, at: usize, next: usize, first: bool) -> bool {
        let word = &self.text[self.tokens[at].start..self.tokens[at].end];
        if word.eq_ignore_ascii_case("x") {
            return first && self.tokens.get(next).is_some_and(|token| token.upper && token.kind == TokenKind::Word);
        }
        true
    }

    /// Whether a preposition's object belongs to the title: a subject or another title.
    pub(super) fn binds(&self, mut at: usize) -> bool {
        while let Some((Kind::Article | Kind::Of, length)) = self.kind_at(at) {
            at += length;
        }
        matches!(self.kind_at(at), Some((Kind::Topic | Kind::Head(_) | Kind::Rank(_), _)))
    }

    /// Whether the title so far is of somebody whose company may follow after "of", and a name does follow. A founder's
    /// company may be called like a subject; "President of Sales" is not employed by one.
    pub(super) fn owns(&self, items: &[Item], next: usize) -> bool {
        if !items.last().is_some_and(Item::is_title) {
            return false;
        }
        let name = employer::skip_articles(self.text, &self.tokens, next);
        let capital =
            !self.shouted && self.tokens.get(name).is_some_and(|token| token.upper && token.kind == TokenKind::Word);
        match grammar::read(items).seniority {
            Some(Seniority::Owner) => capital || self.names_employer(next, false),
            Some(Seniority::Partner | Seniority::Cxo) => self.names_employer(next, false),
            _ => false,
        }
    }

    /// A preposition with a definite article in one word: "gerente de marketing da Exemplo". Before a name it is "of the
    /// company".
    pub(super) fn is_definite(&self, token: &Token) -> bool {
        matches!(&self.text[token.start..token.end], "da" | "do" | "della" | "dell" | "dello" | "du" | "del")
    }

    /// Whether a company's name begins at the token. After "at" nearly everything is one; after a weak preposition it has
    /// to be written like a name and must not be an everyday word.
    pub(super) fn names_employer(&self, at: usize, strong: bool) -> bool {
        let at = employer::skip_articles(self.text, &self.tokens, at);
        let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else {
            return strong && self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::At);
        };
        let found = self.kind_at(at);
        if strong {
            let everyday = matches!(
                found,
                Some((
                    Kind::Known
                        | Kind::Article
                        | Kind::Cut
                        | Kind::Slogan
                        | Kind::Preposition
                        | Kind::Topic
                        | Kind::Place,
                    _
                ))
            );
            return token.upper || !everyday;
        }
        if !token.upper {
            return false;
        }
        match found {
            None => !token.gerund && token.subject.is_none() || self.organisation_follows(at),
            Some((Kind::Company | Kind::Organisation, _)) => true,
            // "Ouest-France" begins with a place and is none.
            Some((Kind::Place, length))
                if self.tokens.get(at + length).is_some_and(|next| next.kind == TokenKind::Word && !next.spaced) =>
            {
                true
            }
            Some((Kind::Known | Kind::Article, _)) => {
                self.organisation_follows(at) || self.tokens.get(at + 1).is_some_and(Self::is_unknown_name)
            }
            Some(_) => self.organisation_follows(at),
        }
    }

    /// Whether a word is written like a name and means nothing else.
    pub(super) fn is_unknown_name(token: &Token) -> bool {
        token.kind == TokenKind::Word && token.upper && token.readings() == [0; 3]
    }

    /// Whether one of the next few words, written like a name, is part of companies' names.
    pub(super) fn organisation_follows(&self, at: usize) -> bool {
        const FARTHEST: usize = 4;
        let words = self.tokens[at..].iter().take_while(|token| matches!(token.kind, TokenKind::Word | TokenKind::And));
        words.take(FARTHEST).enumerate().skip(1).any(|(offset, token)| {
            token.upper && matches!(self.kind_at(at + offset), Some((Kind::Organisation | Kind::Company, _)))
        })
    }

    /// Whether the role before in this segment has no employer yet: "Director - LATAM - en Example".
    pub(super) fn lacks_employer(&self) -> bool {
        self.drafts.last().is_some_and(|draft| draft.segment == self.segment && draft.employer.is_none())
    }

    /// Includes the dot of "Inc." in a company's name.
    pub(super) fn company_end(&self, end: usize) -> usize {
        employer::with_dot(self.text, end)
    }

    /// Whether a chunk without a title is a company's name: it ends like one, is a well-known one, or (after a dash or
    /// comma, or as several words) nothing but unknown words that begin with capitals.
    pub(super) fn looks_like_company(&self, items: &[Item], soft: bool) -> bool {
        const LONGEST_NAME: usize = 6;
        const LONGEST_UNKNOWN: usize = 4;
        let words: usize = items.iter().map(|item| item.tokens).sum();
        let capital = |item: &Item| item.joint || self.tokens[item.token].upper;
        if words > LONGEST_NAME || !capital(&items[0]) {
            return false;
        }
        if items[0].kind() == Some(Kind::Company) && items.len() <= 2 || self.is_firm(items) {
            return true;
        }
        let organisation = |item: &Item| item.kind() == Some(Kind::Organisation) && capital(item);
        let last = items[items.len() - 1];
        let ends = organisation(&last) || organisation(&items[0]) && items.len() > 1;
        if ends
            && words > 1
            && items
                .iter()
                .all(|item| capital(item) || matches!(item.kind(), Some(Kind::Of | Kind::Article | Kind::And)))
        {
            return true;
        }
        let nameish = |item: &Item| item.joint || item.entry.is_none() && item.subject.is_none() && capital(item);
        // "Charité Berlin": a place may follow the name.
        let place = |item: &Item| soft && item.kind() == Some(Kind::Place);
        let unknown = nameish(&items[0]) && items.iter().all(|item| nameish(item) || place(item));
        let named = items.iter().filter(|item| !item.joint).count();
        unknown
            && !self.shouted
            && items.len() <= LONGEST_UNKNOWN
            && (soft || named == 2 && items.len() == 2 && self.segment > 0)
    }

    /// Whether the words are surely a company, though they may hold a title's: they end with a legal form, or name a firm
    /// of partners ("Kanzlei Vogt & Partner").
    pub(super) fn is_firm(&self, items: &[Item]) -> bool {
        let last = items[items.len() - 1];
        let text = &self.text[self.tokens[last.token].start..last.end];
        let capital = self.tokens[items[0].token].upper && self.tokens[last.token].upper;
        let legal = items.len() > 1 && last.kind() == Some(Kind::Organisation) && employer::is_legal_form(text);
        let partners = items.len() > 2
            && items[items.len() - 2].joint
            && items[0].kind() == Some(Kind::Organisation)
            && text == "Partner";
        let titles = items.iter().filter(|item| matches!(item.kind(), Some(Kind::Head(_)))).count();
        capital && (legal && titles <= 1 && !items[0].is_title() || partners)
    }

    /// Where a company's name follows a title without any sign: "Inhaber Café Blume", "Sales Manager Example AG".
    pub(super) fn apposition(&self, items: &[Item]) -> Option<usize> {
        let nameish = |item: &Item| {
            !item.joint
                && self.tokens[item.token].upper
                && item.subject.is_none()
                && matches!(item.kind(), None | Some(Kind::Organisation | Kind::Company))
        };
        let tail = items.iter().rev().take_while(|item| nameish(item)).count();
        let at = items.len() - tail;
        if tail == 0 || at == 0 || !items[..at].iter().any(Item::is_title) {
            return None;
        }
        let name = &items[at..];
        let known = name.iter().any(|item| item.kind() == Some(Kind::Company));
        let organised = tail > 1 && name.iter().any(|item| item.kind() == Some(Kind::Organisation));
        let owner = items[at - 1].is_title()
            && !self.shouted
            && name.iter().any(|item| item.entry.is_none())
            && grammar::read(&items[..at]).seniority.is_some_and(|level| level >= Seniority::Cxo);
        // An article in capitals belongs to the name: "De Groene Bakker".
        let article = at > 1
            && matches!(items[at - 1].kind(), Some(Kind::Article | Kind::Of))
            && self.tokens[items[at - 1].token].upper
            && items[at - 2].is_title();
        if article {
            return Some(at - 1);
        }
        (known || organised || owner).then_some(at)
    }
}
