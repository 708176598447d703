//! Where members worked, and for how long.

use jiff::civil::Date;

use super::{Member, Population, small};

/// The months, as scrapers abbreviate them.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    /// The year.
    pub year: u32,
    /// From 1.
    pub month: u32,
}

impl YearMonth {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: u32::try_from(day.year()).unwrap_or_default(), month: u32::try_from(day.month()).unwrap_or(1) }
    }

    /// `Jul`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        usize::try_from(self.month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or("Jan")
    }

    const fn count(self) -> u32 {
        self.year * 12 + self.month - 1
    }

    const fn from_count(months: u32) -> Self {
        Self { year: months / 12, month: months % 12 + 1 }
    }
}

/// A position of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The title.
    pub title: String,
    /// The employer's name.
    pub company_name: String,
    /// The employer's place among the companies, if its page is linked.
    pub company: Option<usize>,
    /// The first month.
    pub start: YearMonth,
    /// The last month; none for the current position.
    pub end: Option<YearMonth>,
    /// What is done there.
    pub description: &'static str,
}

const DESCRIPTIONS: [&str; 4] = [
    "Team, budget and roadmap of the area.",
    "Built the function from the first hire on.",
    "",
    "Invented for a sample.",
];

impl Population {
    /// The positions of a member, the current one first. Everybody has one, which is not linked where they have no employer
    /// with a page.
    #[must_use]
    pub fn career(&self, member: &Member) -> Vec<Position> {
        let mut random = self.random("career", &member.member_id);
        // Nobody's position began after the samples were made, so that the same member has the same career for ever.
        let mut start = YearMonth::from_count(2_016 * 12 + small(random.below(120)));
        let company_name = match self.employer(member) {
            Some(company) => company.name.to_owned(),
            None if random.chance(0.5) => "Freelance".to_owned(),
            None => format!("{} & Partners", member.last_name),
        };
        let mut positions = vec![Position {
            title: member.title.clone(),
            company_name,
            company: member.employer,
            start,
            end: None,
            description: DESCRIPTIONS[random.below(DESCRIPTIONS.len())],
        }];
        for _ in 0..random.below(4) {
            let end = YearMonth::from_count(start.count() - 1);
            start = YearMonth::from_count(end.count() - 5 - small(random.below(60)));
            let place = random.below(self.companies().len());
            let linked = !random.chance(0.2);
            let colleague = &self.members()[random.below(self.native)];
            positions.push(Position {
                title: colleague.title.clone(),
                company_name: self.companies()[place].name.to_owned(),
                company: linked.then_some(place),
                start,
                end: Some(end),
                description: DESCRIPTIONS[random.below(DESCRIPTIONS.len())],
            });
        }
        positions
    }
}

/// How long something lasted, both months counted, as LinkedIn says it: `3 yrs 2 mos`.
#[must_use]
pub fn duration(start: YearMonth, end: YearMonth) -> String {
    let months = (end.count() + 1).saturating_sub(start.count()).max(1);
    let unit = |count: u32, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {more}")),
    };
    let parts = [unit(months / 12, "yr", "yrs"), unit(months % 12, "mo", "mos")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
