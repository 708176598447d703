//! docs/guarantees.md against the tests: what it names exists, and what is numbered is named.

use std::{collections::BTreeSet, fs, path::Path};

use crate::server::root;

/// The names of all functions in the Rust sources of a folder.
fn functions(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("target") {
            functions(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let starts = text.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next());
            names.extend(starts.map(str::to_owned));
        }
    }
}

/// The words between backticks in a cell.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

/// The rows of the table: the id, and the cell of its proofs.
fn rows(text: &str) -> Vec<(&str, &str)> {
    let cells = text.lines().map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    let is_row = |id: &str| id.split_once('-').is_some_and(|(_, number)| number.parse::<u32>().is_ok());
    cells.filter(|cells| cells.len() == 6 && is_row(cells[1])).map(|cells| (cells[1], cells[3])).collect()
}

/// What is named and is not there.
fn missing<'t>(rows: &[(&'t str, &'t str)], names: &BTreeSet<String>) -> Vec<&'t str> {
    let is_there = |name: &str| names.contains(name) || name.contains('/') && root().join(name).exists();
    rows.iter().flat_map(|(_, proofs)| quoted(proofs)).filter(|name| !is_there(name)).collect()
}

#[test]
fn every_test_that_the_guarantees_name_exists_and_every_numbered_test_is_named() {
    let text = fs::read_to_string(root().join("docs/guarantees.md")).unwrap();
    let rows = rows(&text);
    assert!(rows.len() > 20, "the table was not read: {rows:?}");
    let mut names = BTreeSet::new();
    for folder in ["src", "tests", "crates", "database", "xtask"] {
        functions(&root().join(folder), &mut names);
    }
    assert_eq!(missing(&rows, &names), Vec::<&str>::new(), "these are named and do not exist");
    for (id, proofs) in &rows {
        assert!(quoted(proofs).next().is_some(), "{id} names no proof");
    }
    // `r13_…` proves R-13.
    let numbered = names.iter().filter_map(|name| {
        let (start, _) = name.split_once('_')?;
        let (letter, number) = start.split_at_checked(1)?;
        let is_id = "rtsdo".contains(letter) && number.parse::<u32>().is_ok();
        is_id.then(|| (format!("{}-{number}", letter.to_uppercase()), name))
    });
    let unnamed: Vec<_> = numbered
        .filter(|(id, name)| !rows.iter().any(|(row, proofs)| row == id && quoted(proofs).any(|proof| proof == *name)))
        .collect();
    assert_eq!(unnamed, Vec::new(), "these are numbered and not named in their row");
}

#[test]
fn a_name_that_does_not_exist_is_found() {
    let text = "| R-1 | A promise | `there`, `not_there`, `docs/guarantees.md`, `docs/none.md` | Nothing |\n| id | x | `y` | z |";
    let names = BTreeSet::from(["there".to_owned()]);
    assert_eq!(missing(&rows(text), &names), ["not_there", "docs/none.md"]);
}
