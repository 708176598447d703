//! The languages the lexicon knows.

use std::fmt;

/// A language in which headlines are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English, also the language of most titles in the others.
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Swedish.
    Sv,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 8] = [Self::En, Self::De, Self::Fr, Self::Es, Self::Pt, Self::It, Self::Nl, Self::Sv];

    /// The code of ISO 639-1, for example `"de"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Pt => "pt",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Sv => "sv",
        }
    }

    /// The language's bit in a set of languages.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Counts the words that belong to each language. A word of one language only weighs more than one that several share,
/// and English counts least because the others borrow it ("Head of Sales bei …").
#[derive(Default)]
pub(crate) struct Votes([u16; 8]);

impl Votes {
    /// Counts a word that belongs to the languages of the set.
    pub(crate) fn add(&mut self, set: u8) {
        let weight = if set.is_power_of_two() { 4 } else { 1 };
        for lang in Lang::ALL {
            if set & lang.bit() != 0 {
                self.0[lang as usize] += if lang == Lang::En { 1 } else { weight };
            }
        }
    }

    /// The language with the most votes; the earlier one wins a tie, so English before all others.
    pub(crate) fn winner(&self) -> Option<Lang> {
        let most = self.0.iter().copied().max().filter(|votes| *votes > 0)?;
        Lang::ALL.into_iter().find(|lang| self.0[*lang as usize] == most)
    }
}
