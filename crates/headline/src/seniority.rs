//! The eleven levels of seniority.

use std::fmt;
use std::str::FromStr;

/// How senior a role is, from unpaid work to ownership. The order of the variants is the order of seniority, so roles
/// can be compared with `<` and `max`.
///
/// `LinkedIn` shows ten levels, Apollo another ten; [`Seniority::linkedin`] and [`Seniority::apollo`] translate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seniority {
    /// A volunteer.
    Unpaid,
    /// An intern, apprentice, trainee or student.
    Training,
    /// A junior, assistant, associate or coordinator.
    Entry,
    /// A contributor whose title has no word of rank, freelancers included.
    Individual,
    /// A senior, lead, principal, staff or expert contributor, and the art director.
    Senior,
    /// A manager, supervisor or leader of a team.
    Manager,
    /// A director or head of something.
    Director,
    /// A vice president of any kind: VP, SVP, EVP, AVP.
    Vp,
    /// The C-level, presidents and managing directors.
    Cxo,
    /// A partner of a firm.
    Partner,
    /// A founder, owner or proprietor.
    Owner,
}

impl Seniority {
    /// All levels, lowest first.
    pub const ALL: [Self; 11] = [
        Self::Unpaid,
        Self::Training,
        Self::Entry,
        Self::Individual,
        Self::Senior,
        Self::Manager,
        Self::Director,
        Self::Vp,
        Self::Cxo,
        Self::Partner,
        Self::Owner,
    ];

    /// The slug under which the level is stored: `"unpaid"`, `"training"` … `"owner"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Training => "training",
            Self::Entry => "entry",
            Self::Individual => "individual",
            Self::Senior => "senior",
            Self::Manager => "manager",
            Self::Director => "director",
            Self::Vp => "vp",
            Self::Cxo => "cxo",
            Self::Partner => "partner",
            Self::Owner => "owner",
        }
    }

    /// The name of `LinkedIn`'s facet. `LinkedIn` has no level between entry and senior: an individual contributor
    /// counts as `Senior` there, which its own help describes as "individual contributors with experience".
    #[must_use]
    pub const fn linkedin(self) -> &'static str {
        match self {
            Self::Unpaid => "Unpaid",
            Self::Training => "Training",
            Self::Entry => "Entry",
            Self::Individual | Self::Senior => "Senior",
            Self::Manager => "Manager",
            Self::Director => "Director",
            Self::Vp => "VP",
            Self::Cxo => "CXO",
            Self::Partner => "Partner",
            Self::Owner => "Owner",
        }
    }

    /// The number in `LinkedIn`'s `urn:li:seniority:N`, 1 to 10.
    #[must_use]
    pub const fn linkedin_id(self) -> u8 {
        match self {
            Self::Unpaid => 1,
            Self::Training => 2,
            Self::Entry => 3,
            Self::Individual | Self::Senior => 4,
            Self::Manager => 5,
            Self::Director => 6,
            Self::Vp => 7,
            Self::Cxo => 8,
            Self::Partner => 9,
            Self::Owner => 10,
        }
    }

    /// The value of Apollo's `person_seniorities`. Apollo knows no volunteers and separates founders from owners; this
    /// crate does not, so an owner is always `"owner"` here.
    #[must_use]
    pub const fn apollo(self) -> &'static str {
        match self {
            Self::Unpaid | Self::Training => "intern",
            Self::Entry | Self::Individual => "entry",
            Self::Senior => "senior",
            Self::Manager => "manager",
            Self::Director => "director",
            Self::Vp => "vp",
            Self::Cxo => "c_suite",
            Self::Partner => "partner",
            Self::Owner => "owner",
        }
    }
}

impl fmt::Display for Seniority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Seniority {
    type Err = UnknownSeniority;

    /// Reads a slug of ours, or a name of `LinkedIn`'s or Apollo's in any case (`"CXO"`, `"c_suite"`, `"head"`,
    /// `"founder"`, `"intern"`).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let slug = text.trim().to_lowercase();
        if let Some(level) = Self::ALL.into_iter().find(|level| level.as_str() == slug) {
            return Ok(level);
        }
        match slug.as_str() {
            "c_suite" | "c-suite" | "c suite" => Ok(Self::Cxo),
            "head" => Ok(Self::Director),
            "founder" => Ok(Self::Owner),
            "intern" => Ok(Self::Training),
            _ => Err(UnknownSeniority),
        }
    }
}

/// The text names no level of seniority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownSeniority;

impl fmt::Display for UnknownSeniority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no level of seniority is called that")
    }
}

impl std::error::Error for UnknownSeniority {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_ordered_and_round_trip() {
        assert!(Seniority::ALL.is_sorted());
        assert!(Seniority::Owner > Seniority::Cxo && Seniority::Cxo > Seniority::Vp);
        for level in Seniority::ALL {
            assert_eq!(level.as_str().parse(), Ok(level));
        }
    }

    #[test]
    fn foreign_names_are_read() {
        assert_eq!("CXO".parse(), Ok(Seniority::Cxo));
        assert_eq!("c_suite".parse(), Ok(Seniority::Cxo));
        assert_eq!(" Intern ".parse(), Ok(Seniority::Training));
        assert_eq!("founder".parse(), Ok(Seniority::Owner));
        assert_eq!("boss".parse::<Seniority>(), Err(UnknownSeniority));
    }

    #[test]
    fn linkedin_ids_rise_with_seniority() {
        assert!(Seniority::ALL.map(Seniority::linkedin_id).is_sorted());
        assert_eq!(Seniority::Owner.linkedin_id(), 10);
    }
}
