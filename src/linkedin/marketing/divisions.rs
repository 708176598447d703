//! Who saw an account's ads, divided by what LinkedIn knows of them: approximate, and of nobody.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Marketing, ads::Account, number_of};
use crate::{
    calls::Failure,
    import::{Demographic, Section, numbers::Decimal},
    linkedin::facets::{FUNCTIONS, SENIORITIES, name},
};

/// Divisions of those who saw an account's ads.  LinkedIn divides by employers, titles and places too, and names those by
/// numbers that only further calls would put into words.
const DIVISIONS: [(&str, Section); 4] = [
    ("MEMBER_SENIORITY", Section::JobSeniority),
    ("MEMBER_JOB_FUNCTION", Section::JobFunction),
    ("MEMBER_INDUSTRY", Section::CompanyIndustry),
    ("MEMBER_COMPANY_SIZE", Section::CompanySize),
];
const FIELDS_OF_MEMBERS: &str = "dateRange,pivotValues,impressions,clicks,externalWebsiteConversions";

impl Marketing<'_> {
    /// Who saw an account's ads in a period: approximate, and never to be summed.
    ///
    /// # Errors
    /// As the calls give them.
    pub async fn demographics(
        &self,
        account: &Account,
        first: Date,
        last: Date,
        industries: &HashMap<i64, String>,
    ) -> Result<Vec<Demographic>, Failure> {
        let mut lines = Vec::new();
        for (pivot, section) in &DIVISIONS {
            let rows = self.analytics(account.id, pivot, "ALL", first, last, FIELDS_OF_MEMBERS).await?;
            for row in rows {
                let Some(value) = row.pivot_values.first() else { continue };
                lines.push(Demographic {
                    account: Some(account.label()),
                    section: section.clone(),
                    segment: segment(section, value, industries),
                    starts_on: Some(first),
                    ends_on: Some(last),
                    impressions: row.impressions,
                    impressions_percent: None,
                    clicks: row.clicks,
                    clicks_percent: None,
                    conversions: row
                        .external_website_conversions
                        .map(|number| Decimal { unscaled: i128::from(number), scale: 0 }),
                    sends: None,
                    opens: None,
                });
            }
        }
        Ok(lines)
    }
}

/// A group of people, in the words of the reports.
fn segment(section: &Section, value: &str, industries: &HashMap<i64, String>) -> String {
    let known = match section {
        Section::JobSeniority => number_of(value).and_then(|number| name(&SENIORITIES, number)).map(str::to_owned),
        Section::JobFunction => number_of(value).and_then(|number| name(&FUNCTIONS, number)).map(str::to_owned),
        Section::CompanyIndustry => number_of(value).and_then(|code| industries.get(&code).cloned()),
        Section::CompanySize => size(value),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// `SIZE_51_TO_200`, or `urn:li:staffCountRange:(51,200)`, as reports write it: 51-200 employees.
fn size(value: &str) -> Option<String> {
    let numbers: Vec<i64> = value
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    match numbers[..] {
        [1] | [1, 1] => Some("1 employee".to_owned()),
        [from] => Some(format!("{from}+ employees")),
        [from, to] if to > 1_000_000 => Some(format!("{from}+ employees")),
        [from, to] => Some(format!("{from}-{to} employees")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_people_are_named_as_reports_name_them() {
        let industries = HashMap::from([(4, "Software Development".to_owned())]);
        for (section, value, name) in [
            (Section::JobSeniority, "urn:li:seniority:7", "VP"),
            (Section::JobFunction, "urn:li:function:15", "Marketing"),
            (Section::CompanyIndustry, "urn:li:industry:4", "Software Development"),
            (Section::CompanyIndustry, "urn:li:industry:99999", "urn:li:industry:99999"),
            (Section::CompanySize, "SIZE_51_TO_200", "51-200 employees"),
            (Section::CompanySize, "SIZE_1", "1 employee"),
            (Section::CompanySize, "SIZE_10001_OR_MORE", "10001+ employees"),
            (Section::CompanySize, "urn:li:staffCountRange:(10001,2147483647)", "10001+ employees"),
        ] {
            assert_eq!(segment(&section, value, &industries), name);
        }
    }
}
