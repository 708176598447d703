//! What LinkedIn divides members by, in its own words: each has the number of its place in the list, from 1.

/// Levels of seniority, `urn:li:seniority:1` and on.
pub const SENIORITIES: [&str; 10] =
    ["Unpaid", "Training", "Entry", "Senior", "Manager", "Director", "VP", "CXO", "Partner", "Owner"];

/// Functions, `urn:li:function:1` and on.
pub const FUNCTIONS: [&str; 26] = [
    "Accounting",
    "Administrative",
    "Arts and Design",
    "Business Development",
    "Community and Social Services",
    "Consulting",
    "Education",
    "Engineering",
    "Entrepreneurship",
    "Finance",
    "Healthcare Services",
    "Human Resources",
    "Information Technology",
    "Legal",
    "Marketing",
    "Media and Communication",
    "Military and Protective Services",
    "Operations",
    "Product Management",
    "Program and Project Management",
    "Purchasing",
    "Quality Assurance",
    "Real Estate",
    "Research",
    "Sales",
    "Customer Success and Support",
];

/// Sizes of companies, by the employees that they begin and end with.
pub const SIZES: [(i64, i64); 9] = [
    (1, 1),
    (2, 10),
    (11, 50),
    (51, 200),
    (201, 500),
    (501, 1_000),
    (1_001, 5_000),
    (5_001, 10_000),
    (10_001, 2_147_483_647),
];

/// The name of a number, from 1.
#[must_use]
pub fn name(names: &[&'static str], number: i64) -> Option<&'static str> {
    names.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// Whether two words are one of LinkedIn's names, whatever their case, and with blanks or underscores between their words.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let folded = |word: &str| word.trim().replace('_', " ").to_lowercase();
    folded(one) == folded(other)
}

/// The number of a name, whatever its case, and with blanks or underscores between its words.
#[must_use]
pub fn number(names: &[&str], word: &str) -> Option<usize> {
    names.iter().position(|name| is_same(name, word)).map(|place| place + 1)
}

/// A size as people write it: `51-200`, `10001+`.
#[must_use]
pub fn size_words((from, to): (i64, i64)) -> String {
    if from == to {
        from.to_string()
    } else if to > 1_000_000 {
        format!("{from}+")
    } else {
        format!("{from}-{to}")
    }
}

/// The size of such words; none, where LinkedIn knows no such size.
#[must_use]
pub fn size(words: &str) -> Option<(i64, i64)> {
    let bare = words.trim().to_lowercase().replace("employees", "").replace("employee", "");
    let bare: String = bare.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    SIZES.into_iter().find(|size| size_words(*size) == bare.replace('–', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_lead_to_each_other_and_no_size_is_guessed() {
        for (place, name_of) in FUNCTIONS.iter().enumerate() {
            let found = number(&FUNCTIONS, &name_of.to_uppercase().replace(' ', "_")).unwrap();
            assert_eq!((found, name(&FUNCTIONS, i64::try_from(found).unwrap())), (place + 1, Some(*name_of)));
        }
        assert_eq!(
            (number(&SENIORITIES, "vp"), number(&SENIORITIES, "emperor"), name(&SENIORITIES, 0)),
            (Some(7), None, None)
        );
        for of in SIZES {
            assert_eq!(size(&size_words(of)), Some(of));
        }
        assert_eq!(size("5,001 – 10,000 employees"), Some((5_001, 10_000)));
        assert_eq!((size("1 employee"), size("10,001+")), (Some((1, 1)), Some((10_001, 2_147_483_647))));
        for odd in ["", "50-200", "many", "startup", "51"] {
            assert_eq!(size(odd), None, "{odd}");
        }
    }
}
