//! Makes roles of chunks.

use super::{Chunk, Draft, Parser};
use crate::employer;
use crate::grammar::{self, Item, Reading};
use crate::lexicon::Kind;
use crate::tokens::TokenKind;

impl Parser<'_> {
    /// Reads an employer that begins at the token, gives it to the role before it, and returns the token after it.
    pub(super) fn employer(&mut self, at: usize) -> usize {
        let Some((start, end, next)) = employer::extent(self.text, &self.tokens, at, self.lexicon, self.shouted) else {
            return at;
        };
        let segment = self.segment;
        match self.drafts.last_mut() {
            Some(draft) if draft.segment == segment => {
                if draft.employer.is_none() {
                    draft.employer = Some((start, end));
                }
                draft.open = false;
                draft.end = end;
            }
            _ => {
                if self.wanted {
                    return next;
                }
                let scores = self.subjects;
                self.drafts.push(Draft {
                    items: Vec::new(),
                    title: None,
                    employer: Some((start, end)),
                    current: !self.former,
                    reading: Reading { seniority: None, scores, side: false },
                    segment,
                    open: false,
                    guessed: false,
                    end,
                });
            }
        }
        next
    }

    /// Decides what a chunk is.
    pub(super) fn close(&mut self, chunk: Chunk, employed: bool) {
        let Chunk { mut items, sign, former, cut, .. } = chunk;
        trim_joints(&mut items);
        if former {
            self.former = true;
        }
        let (Some(first), Some(last)) = (items.first().copied(), items.last().copied()) else {
            return;
        };
        let titled = items.iter().any(Item::is_title) && !self.is_firm(&items);
        let in_segment = self.drafts.last().is_some_and(|draft| draft.segment == self.segment);
        if former || (self.former && !titled) {
            self.close_former(&items, titled, first.start, last.end);
            return;
        }
        self.former = false;
        if self.wanted {
            let reading = grammar::read(&items);
            self.loose.extend(&reading.scores);
            return;
        }
        if sign == TokenKind::Open && in_segment {
            // An aside does not make a role of its own.
            return;
        }
        if !titled {
            self.close_untitled(&items, sign, in_segment, employed);
            return;
        }
        if sign == TokenKind::Comma
            && in_segment
            && let Some(draft) = self.drafts.last_mut().filter(|draft| draft.open)
        {
            let comma = Item { entry: None, subject: None, joint: true, english: true, ..first };
            draft.items.push(comma);
            draft.items.extend(items);
            draft.title = draft.title.map(|(start, _)| (start, last.end));
            draft.reading = grammar::read(&draft.items);
            (draft.open, draft.end) = (!cut, last.end);
            return;
        }
        let apposition = self.apposition(&items);
        let kept = apposition.map_or(items.len(), |at| at);
        let apposed = apposition.map(|at| (items[at].start, employer::trim(self.text, items[at].start, last.end)));
        items.truncate(kept);
        trim_joints(&mut items);
        let title_end = employer::with_dot(self.text, items.last().map_or(last.end, |item| item.end));
        let pending = self.pending.take();
        self.drafts.push(Draft {
            reading: grammar::read(&items),
            items,
            title: Some((first.start, title_end)),
            employer: apposed.or(pending),
            current: true,
            segment: self.segment,
            open: !cut && apposed.is_none(),
            guessed: apposed.is_some() || pending.is_some(),
            end: last.end,
        });
    }

    /// A role or company that is over.
    pub(super) fn close_former(&mut self, items: &[Item], titled: bool, start: usize, end: usize) {
        let name =
            (!titled && self.tokens[items[0].token].upper).then(|| (start, employer::trim(self.text, start, end)));
        self.drafts.push(Draft {
            reading: grammar::read(items),
            items: Vec::new(),
            title: titled.then_some((start, end)),
            employer: name,
            current: false,
            segment: self.segment,
            open: false,
            guessed: false,
            end,
        });
    }

    /// A chunk without a title: an employer, the scope of the role before it, or a subject.
    pub(super) fn close_untitled(&mut self, items: &[Item], sign: TokenKind, in_segment: bool, employed: bool) {
        let (start, end) = (items[0].start, items[items.len() - 1].end);
        let soft = in_segment && matches!(sign, TokenKind::Dash | TokenKind::Comma);
        let adjacent = self.drafts.last().is_some_and(|draft| draft.segment + 1 >= self.segment);
        if !employed && self.looks_like_company(items, soft) {
            let company = (start, employer::trim(self.text, start, self.company_end(end)));
            match self.drafts.last_mut() {
                Some(draft)
                    if draft.employer.is_none() && draft.current && (in_segment && soft || adjacent && !soft) =>
                {
                    draft.employer = Some(company);
                    (draft.open, draft.guessed, draft.end) = (false, true, company.1);
                    return;
                }
                None if self.loose.is_empty() => {
                    self.pending = Some(company);
                    return;
                }
                _ => {}
            }
        }
        let scores = grammar::read(items).scores;
        if in_segment && let Some(draft) = self.drafts.last_mut() {
            const LONGEST_SCOPE: usize = 5;
            if sign == TokenKind::Comma && draft.open && draft.title.is_some() && items.len() <= LONGEST_SCOPE {
                draft.title = draft.title.map(|(start, _)| (start, end));
            }
            if draft.open || sign != TokenKind::Comma {
                draft.reading.scores.extend(&scores);
            }
            return;
        }
        self.subjects.extend(&scores);
        self.subject_start.get_or_insert(start);
        self.loose.extend(&scores);
    }
}

/// Drops what cannot end a title: signs and prepositions.
fn trim_joints(items: &mut Vec<Item>) {
    let joins = |item: &Item| {
        let kind = item.kind();
        item.joint
            || matches!(
                kind,
                Some(Kind::Preposition | Kind::Of | Kind::Article | Kind::And | Kind::Cut | Kind::MaybeAt | Kind::At)
            )
    };
    while items.last().is_some_and(joins) {
        items.pop();
    }
}
