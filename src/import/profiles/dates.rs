//! Months as profiles write them.

use super::super::fields::Fields;

/// `2023-07` or `2023` of `7-2023`, `11-2023`, `2023-07`, `Jul 2023`, `janv. 2024`, `2023`; nothing of a word such as Present.
pub(super) fn month(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let year = parts.iter().find(|part| is_year(part))?;
    let number = parts.iter().filter(|part| !is_year(part)).find_map(|part| number_of(part));
    Some(match number {
        Some(number) => format!("{year}-{number:02}"),
        None => (*year).to_owned(),
    })
}

/// The same of an object with `year` and perhaps `month`, or of a plain text.
pub(super) fn of(fields: Fields<'_>, path: &str) -> Option<String> {
    if let Some(text) = fields.text(&[path]) {
        return month(&text);
    }
    let part = |name: &str| fields.text(&[format!("{path}/{name}").as_str()]);
    match (part("year").filter(|year| is_year(year)), part("month")) {
        (Some(year), Some(word)) => month(&format!("{word} {year}")),
        (Some(year), None) => Some(year),
        (None, _) => month(&part("text")?),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year))
}

/// The number of a month, also by its name in the languages whose months begin as the English ones do, and a few that do not.
fn number_of(word: &str) -> Option<u8> {
    const STARTS: [&[&str]; 12] = [
        &["jan", "janv", "ene", "gen"],
        &["feb", "fév", "fev"],
        &["mar", "mär", "mrt", "maa"],
        &["apr", "avr", "abr"],
        &["may", "mai", "mei", "maj", "mag"],
        &["jun", "juin", "giu"],
        &["jul", "juil", "lug"],
        &["aug", "aoû", "ago"],
        &["sep", "set"],
        &["oct", "okt", "out", "ott"],
        &["nov"],
        &["dec", "déc", "dez", "dic"],
    ];
    if let Ok(number) = word.parse::<u8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let word = word.to_lowercase();
    let month = STARTS.iter().position(|starts| starts.iter().any(|start| word.starts_with(start)))?;
    u8::try_from(month + 1).ok()
}

/// What `Jan 2024 - Present · 2 yrs` says: start, end, and whether it goes on. Nothing where no date is in it.
pub(super) fn range(caption: &str) -> Option<(Option<String>, Option<String>, bool)> {
    let dates = caption.split('·').next().unwrap_or_default().trim();
    let Some((start, end)) = [" - ", " – ", " — "].iter().find_map(|dash| dates.split_once(dash)) else {
        // A single date is one that has passed.
        let only = month(dates)?;
        return Some((Some(only.clone()), Some(only), false));
    };
    let (start, end) = (month(start)?, month(end));
    let is_current = end.is_none();
    Some((Some(start), end, is_current))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_anybody_writes_it() {
        for (text, expected) in [
            ("7-2023", Some("2023-07")),
            ("11-2023", Some("2023-11")),
            ("2023-07", Some("2023-07")),
            ("2023-07-31", Some("2023-07")),
            ("2023", Some("2023")),
            ("Jul 2023", Some("2023-07")),
            ("janv. 2024", Some("2024-01")),
            ("Dez. 2021", Some("2021-12")),
            ("Present", None),
            ("", None),
            ("13-2023", Some("2023")),
            ("2 yrs 3 mos", None),
        ] {
            assert_eq!(month(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_caption_says_from_when_until_when() {
        let range = |text| {
            range(text).map(|(start, end, current)| (start.unwrap_or_default(), end.unwrap_or_default(), current))
        };
        assert_eq!(range("Jan 2024 - Present · 2 yrs 8 mos"), Some(("2024-01".into(), String::new(), true)));
        assert_eq!(range("Jun 2021 – Dec 2023 · 2 yrs 7 mos"), Some(("2021-06".into(), "2023-12".into(), false)));
        assert_eq!(range("2019 - heute"), Some(("2019".into(), String::new(), true)));
        assert_eq!(range("2019 · 1 yr"), Some(("2019".into(), "2019".into(), false)));
        assert_eq!(range("Milan, Italy"), None);
        assert_eq!(range("5 yrs"), None);
    }
}
