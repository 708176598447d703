//! The lists in samples/, built into the binary.

/// First names, one a line.
pub const FIRST_NAMES: &str = include_str!("../../../samples/first_names.txt");
/// Last names, one a line.
pub const LAST_NAMES: &str = include_str!("../../../samples/last_names.txt");
/// The columns of the Ad Performance report, one a line.
pub const AD_COLUMNS: &str = include_str!("../../../samples/ad_performance_columns.txt");
const COMPANIES: &str = include_str!("../../../samples/companies.tsv");
const TITLES: &str = include_str!("../../../samples/titles.tsv");

/// A company that somebody may work at.
#[derive(Debug, Clone, Copy)]
pub struct Company {
    /// Its name.
    pub name: &'static str,
    /// How many work there.
    pub team_size: u32,
    /// LinkedIn's industry, version 2: code and label; none where the source's label says too little.
    pub industry: Option<(i32, &'static str)>,
    /// The country, as two letters.
    pub country: &'static str,
    /// The city.
    pub city: &'static str,
}

impl Company {
    /// The band of LinkedIn in which its size lies.
    #[must_use]
    pub const fn size_band(&self) -> &'static str {
        match self.team_size {
            ..=1 => "1",
            2..=10 => "2-10",
            11..=50 => "11-50",
            51..=200 => "51-200",
            201..=500 => "201-500",
            501..=1_000 => "501-1000",
            1_001..=5_000 => "1001-5000",
            5_001..=10_000 => "5001-10000",
            _ => "10001+",
        }
    }
}

/// The companies.
#[must_use]
pub fn companies() -> Vec<Company> {
    rows(COMPANIES)
        .filter_map(|row| {
            let [name, team_size, label, country, city] = row[..] else { return None };
            Some(Company { name, team_size: team_size.parse().ok()?, industry: industry(label), country, city })
        })
        .collect()
}

/// The titles of a field.
#[must_use]
pub fn titles(field: &str) -> Vec<&'static str> {
    rows(TITLES).filter(|row| row[0] == field).filter_map(|row| row.get(1).copied()).collect()
}

fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect())
}

/// The industry of LinkedIn's taxonomy that is closest to a label of the source.
fn industry(label: &str) -> Option<(i32, &'static str)> {
    let last = label.rsplit(" -> ").next().unwrap_or(label);
    Some(match last {
        "Engineering, Product and Design"
        | "Productivity"
        | "Operations"
        | "Office Management"
        | "Sales"
        | "Virtual and Augmented Reality" => (4, "Software Development"),
        "B2B" | "Infrastructure" => (6, "Technology, Information and Internet"),
        "Analytics" => (2458, "Data Infrastructure and Analytics"),
        "Security" => (118, "Computer and Network Security"),
        "Marketing" => (80, "Advertising Services"),
        "Human Resources" => (137, "Human Resources Services"),
        "Recruiting and Talent" | "Job and Career Services" => (104, "Staffing and Recruiting"),
        "Legal" => (10, "Legal Services"),
        "Retail" => (27, "Retail"),
        "Supply Chain and Logistics" | "Transportation Services" => {
            (116, "Transportation, Logistics, Supply Chain and Storage")
        }
        "Banking and Exchange" => (41, "Banking"),
        "Insurance" => (42, "Insurance"),
        "Asset Management" => (46, "Investment Management"),
        "Fintech" | "Payments" | "Consumer Finance" | "Credit and Lending" | "Finance and Accounting" => {
            (43, "Financial Services")
        }
        "Education" => (132, "E-Learning Providers"),
        "Healthcare" | "Healthcare IT" | "Healthcare Services" => (14, "Hospitals and Health Care"),
        "Consumer Health and Wellness" => (124, "Wellness and Fitness Services"),
        "Medical Devices" | "Diagnostics" => (17, "Medical Equipment Manufacturing"),
        "Therapeutics" | "Drug Discovery and Delivery" => (15, "Pharmaceutical Manufacturing"),
        "Industrial Bio" => (12, "Biotechnology Research"),
        "Housing and Real Estate" | "Real Estate and Construction" => (44, "Real Estate"),
        "Construction" => (48, "Construction"),
        "Food and Beverage" => (34, "Food and Beverage Services"),
        "Gaming" => (109, "Computer Games"),
        "Content" => (113, "Online Audio and Video Media"),
        "Social" => (3127, "Social Networking Platforms"),
        "Apparel and Cosmetics" => (19, "Retail Apparel and Fashion"),
        "Travel, Leisure and Tourism" => (30, "Travel Arrangements"),
        "Consumer Electronics" => (24, "Computers and Electronics Manufacturing"),
        "Consumer" | "Home and Personal" => (91, "Consumer Services"),
        "Manufacturing and Robotics" | "Industrials" => (25, "Manufacturing"),
        "Aviation and Space" | "Drones" => (52, "Aviation and Aerospace Component Manufacturing"),
        "Defense" => (1, "Defense and Space Manufacturing"),
        "Energy" | "Climate" => (3240, "Renewable Energy Power Generation"),
        "Agriculture" => (63, "Farming"),
        "Automotive" => (53, "Motor Vehicle Manufacturing"),
        "Government" => (75, "Government Administration"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole() {
        assert_eq!(FIRST_NAMES.lines().count(), 1_500);
        assert_eq!(LAST_NAMES.lines().count(), 1_500);
        assert_eq!(AD_COLUMNS.lines().count(), 101);
        let companies = companies();
        assert_eq!(companies.len(), 800);
        assert!(companies.iter().filter(|company| company.industry.is_none()).count() < 10);
        for field in ["marketing", "creative", "designer", "technology", "sales", "finance", "people", "operations"] {
            assert!(titles(field).len() >= 10, "{field}");
        }
    }
}
