//! Makes the headline of the roles.

use super::{Draft, Parser};
use crate::employer;
use crate::{Headline, Role};

impl Parser<'_> {
    /// Makes the headline of what was collected.
    pub(super) fn finish(mut self) -> Headline {
        self.share_employer();
        let lang = self.votes.winner();
        let mut fallback = self.loose;
        let disciplined = !fallback.is_empty();
        if !disciplined {
            fallback = self.slogans;
        }
        let several = self.drafts.len() > 1;
        let text = self.text;
        let roles: Vec<Role> = self
            .drafts
            .into_iter()
            .map(|draft| {
                let functions = draft.reading.scores.best();
                let start = draft.title.or(draft.employer).map_or(0, |(start, _)| start);
                let confidence = confidence(&draft, several, functions.is_empty());
                Role {
                    title: draft.title.map(|(start, end)| employer::clean(&text[start..end])),
                    employer: draft
                        .employer
                        .map(|(start, end)| employer::clean(&text[start..end]))
                        .filter(|name| !name.is_empty()),
                    current: draft.current,
                    seniority: draft.title.and(draft.reading.seniority),
                    functions,
                    side: draft.reading.side,
                    confidence,
                    span: start..draft.end.max(start),
                }
            })
            .collect();
        let mut headline = Headline { roles, functions: Vec::new(), lang, confidence: 0.0 };
        let main = headline.main().map(|role| (role.functions.clone(), role.confidence));
        let (mut functions, confidence) = main.unwrap_or((Vec::new(), if disciplined { 0.7 } else { 0.3 }));
        if functions.is_empty() {
            let of_role = |current: bool| {
                headline.roles.iter().find(|role| role.current == current && !role.functions.is_empty())
            };
            functions = of_role(true).map_or_else(|| fallback.best(), |role| role.functions.clone());
            if let (true, Some(former)) = (functions.is_empty(), of_role(false)) {
                functions.clone_from(&former.functions);
            }
        }
        headline.confidence = if functions.is_empty() && headline.roles.is_empty() { 0.0 } else { confidence };
        headline.functions = functions;
        headline
    }

    /// An employer that was named with a subject ("Brand @ Example | Designer") belongs to the first title without one.
    pub(super) fn share_employer(&mut self) {
        let Some(at) =
            self.drafts.iter().position(|draft| draft.title.is_none() && draft.current && draft.employer.is_some())
        else {
            return;
        };
        let titled = self.drafts.iter().filter(|draft| draft.title.is_some() && draft.current).count();
        let Some(heir) =
            self.drafts.iter().position(|draft| draft.title.is_some() && draft.current && draft.employer.is_none())
        else {
            return;
        };
        if titled == 1 {
            self.drafts[heir].employer = self.drafts[at].employer;
            self.drafts[heir].guessed = true;
            self.drafts.remove(at);
        }
    }
}

/// How sure a role is; see [`Role::confidence`].
fn confidence(draft: &Draft, several: bool, no_function: bool) -> f32 {
    let mut sure: f32 = if draft.title.is_some() { 0.95 } else { 0.7 };
    if draft.items.iter().any(|item| item.subject.is_some()) {
        sure -= 0.05;
    }
    if no_function {
        sure -= 0.25;
    }
    if draft.reading.side {
        sure -= 0.2;
    }
    if several {
        sure -= 0.05;
    }
    if draft.guessed {
        sure -= 0.05;
    }
    let unknown = draft.items.iter().filter(|item| !item.joint && item.entry.is_none()).count();
    sure -= 0.05 * f32::from(u8::try_from(unknown.min(4)).unwrap_or(4));
    sure.max(0.1)
}
