//! Reads a `LinkedIn` headline: who somebody is, in which company, how senior, and in which function.
//!
//! ```
//! use headline::{Function, Lang, Seniority};
//!
//! let headline = headline::parse("Leiterin Einkauf bei Beispiel GmbH | ex-Muster AG | Logistik");
//! let main = headline.main().unwrap();
//! assert_eq!(main.title.as_deref(), Some("Leiterin Einkauf"));
//! assert_eq!(main.employer.as_deref(), Some("Beispiel GmbH"));
//! assert_eq!(main.seniority, Some(Seniority::Director));
//! assert_eq!(headline.functions, [Function::Purchasing]);
//! assert_eq!(headline.lang, Some(Lang::De));
//! ```
//!
//! A headline is cut into words and signs (`tokens`), the words are looked up in a lexicon of eight languages
//! (`lexicon`), chunks between the signs become roles (`parser`), and the words of a title give its level and functions
//! (`grammar`). There is no model and no state: the same text gives the same answer, within microseconds, and every
//! answer can be traced to rows of the lexicon.

mod employer;
mod function;
mod grammar;
mod lang;
mod lexicon;
mod parser;
mod seniority;
mod tokens;

use std::ops::Range;

pub use employer::name_key;
pub use function::{Function, UnknownFunction};
pub use lang::Lang;
pub use seniority::{Seniority, UnknownSeniority};

/// The version of the rules and the lexicon. It rises whenever [`parse`] may answer differently, so facts stored with an
/// older one can be found and read again.
pub const VERSION: u32 = 2;

/// What a headline says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headline {
    /// The roles in the order of the text: current ones, former ones, and companies that are named with a subject instead
    /// of a title.
    pub roles: Vec<Role>,
    /// The functions of the main role, or of the subjects when no role has any; the main one first, at most two.
    pub functions: Vec<Function>,
    /// The language of most words, none if no word was known.
    pub lang: Option<Lang>,
    /// The confidence of the main role (see [`Role::confidence`]); 0.7 for a headline of subjects, 0.3 for a mere
    /// sentence with a subject in it, 0 when nothing was understood.
    pub confidence: f32,
}

/// One role of a headline.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// The title as it is written, without employer, scope after a dash and slogans; none when only a subject stands with
    /// the employer ("Design @ Example").
    pub title: Option<String>,
    /// The company as it is written, without emoji and trademark signs. [`name_key`] gives what to look it up by.
    pub employer: Option<String>,
    /// False for a role that is over ("ex-", "former").
    pub current: bool,
    /// The level; none without a title.
    pub seniority: Option<Seniority>,
    /// The functions, the main one first, at most two.
    pub functions: Vec<Function>,
    /// A role people have beside their job: mentor, speaker, member of a board.
    pub side: bool,
    /// The estimated probability, 0.1 to 0.95, that both seniority and main function are what a careful reader would say.
    /// It falls with words the lexicon does not know, with compounds taken apart, with several roles to choose from, with
    /// an employer guessed from word order, and most when no function was found. `cargo run -p headline --example
    /// evaluate` prints how often roles of each confidence are right.
    pub confidence: f32,
    /// Where title and employer stand in the text, in bytes.
    pub span: Range<usize>,
}

impl Headline {
    /// The main role: the highest current one; of equals the first. Side roles count only when there is no other, and
    /// companies without a title only when there is no title at all.
    #[must_use]
    pub fn main(&self) -> Option<&Role> {
        let rank = |role: &Role| (role.title.is_some(), !role.side, role.seniority);
        self.roles
            .iter()
            .filter(|role| role.current)
            .reduce(|best, role| if rank(role) > rank(best) { role } else { best })
    }
}

/// Reads a headline. Any text is allowed, it never panics, and takes a few microseconds.
#[must_use]
pub fn parse(text: &str) -> Headline {
    parser::parse(text)
}
