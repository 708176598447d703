//! Reaction exports as a scraper writes them, made up from a seed, with a model of what an import makes of them.

use std::{collections::BTreeMap, fmt::Write as _};

use super::mix::Rng;

/// The header of such a file.
pub const HEADER: &str =
    "\"connectionType\",\"headline\",\"name\",\"photoUrl\",\"profileId\",\"profileUrl\",\"reactionType\"\n";

/// A post for the reactions.
pub const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

const REACTIONS: [(&str, &str); 5] = [
    ("LIKE", "like"),
    ("PRAISE", "praise"),
    ("EMPATHY", "empathy"),
    ("INTEREST", "interest"),
    ("ENTERTAINMENT", "entertainment"),
];
const HEADLINES: [&str; 6] = [
    "Head of Marketing at Fict Pay",
    "CTO @ Nebulosa Fict | Platform",
    "Engineer",
    "--",
    "Marketing Manager bei Beispiel GmbH",
    "\"Two\nlines\", of a headline",
];

/// What an import of a file makes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Model {
    pub lines: i64,
    pub skipped: i64,
    /// Rejected records, by the physical line on which each starts.
    pub rejected: Vec<i64>,
    /// The reaction of each member.
    pub reactions: BTreeMap<String, String>,
}

impl Model {
    pub fn created(&self) -> i64 {
        i64::try_from(self.reactions.len()).unwrap()
    }
    pub fn rejects(&self) -> i64 {
        i64::try_from(self.rejected.len()).unwrap()
    }
}

/// What is wrong with a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flaw {
    None,
    CompanyPage,
    Anonymous,
    EmptyRow,
    ForeignAddress,
    ShortLink,
    PostAddress,
    NoReaction,
    Nobody,
    TwoMembers,
}

/// A file of `rows` reactions, each by another member, of which `bad` per mille are skipped or rejected.
pub fn reactions(rows: usize, bad: u64, seed: u64) -> (String, Model) {
    const FLAWS: [Flaw; 9] = [
        Flaw::CompanyPage,
        Flaw::Anonymous,
        Flaw::EmptyRow,
        Flaw::ForeignAddress,
        Flaw::ShortLink,
        Flaw::PostAddress,
        Flaw::NoReaction,
        Flaw::Nobody,
        Flaw::TwoMembers,
    ];
    let mut rng = Rng::new(seed);
    let (mut text, mut model) = (HEADER.to_owned(), Model::default());
    let mut line = 2;
    for row in 1..=rows {
        let flaw = if rng.below(1_000) < bad { rng.pick(&FLAWS) } else { Flaw::None };
        let (word, kind) = rng.pick(&REACTIONS);
        let member = format!("ACoAAFict{row:08}");
        let (mut name, mut id, mut url, mut reaction) =
            (format!("Row {row}"), member.clone(), format!("https://www.linkedin.com/in/{member}"), word);
        let mut headline = rng.pick(&HEADLINES);
        match flaw {
            Flaw::None | Flaw::EmptyRow => {}
            Flaw::CompanyPage => (id, url) = (row.to_string(), format!("https://www.linkedin.com/company/fict-{row}/")),
            Flaw::Anonymous => (name, id, url) = ("LinkedIn Member".to_owned(), String::new(), String::new()),
            Flaw::ForeignAddress => url = format!("https://linkedin.example/in/{member}"),
            Flaw::ShortLink => url = format!("https://lnkd.in/{row}"),
            Flaw::PostAddress => POST.clone_into(&mut url),
            Flaw::NoReaction => reaction = "",
            Flaw::Nobody => (id, url) = (String::new(), String::new()),
            Flaw::TwoMembers => url = format!("https://www.linkedin.com/in/ACoAAOther{row:08}"),
        }
        match flaw {
            Flaw::None => {
                model.reactions.insert(member, kind.to_owned());
            }
            Flaw::CompanyPage | Flaw::Anonymous | Flaw::EmptyRow => model.skipped += 1,
            _ => {
                model.rejected.push(line);
                // Rejects are corrected line by line, so each is one line.
                headline = "Engineer";
            }
        }
        model.lines += 1;
        let row = if flaw == Flaw::EmptyRow {
            ",,,,,,\n".to_owned()
        } else {
            format!("\"2nd\",\"{}\",\"{name}\",,\"{id}\",\"{url}\",\"{reaction}\"\n", headline.replace('"', "\"\""))
        };
        line += i64::try_from(row.matches('\n').count()).unwrap();
        text.push_str(&row);
    }
    (text, model)
}

/// The rows of a reject file, each corrected, with what they make.
pub fn corrected(rejects: &str) -> (String, Model) {
    let mut lines = rejects.trim_start_matches('\u{feff}').lines();
    let mut text = format!("{}\n", lines.next().unwrap());
    let mut model = Model::default();
    for line in lines {
        let mut cells: Vec<String> = line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect();
        let number: u32 = cells[2].trim_start_matches("Row ").parse().unwrap();
        let member = format!("ACoAAFict{number:08}");
        cells[4].clone_from(&member);
        cells[5] = format!("https://www.linkedin.com/in/{member}");
        "LIKE".clone_into(&mut cells[6]);
        writeln!(text, "{}", cells.join(",")).unwrap();
        model.reactions.insert(member, "like".to_owned());
        model.lines += 1;
    }
    (text, model)
}
