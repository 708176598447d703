//! Canaries: the credentials of the tests, which nothing that is said may hold (S-10).
//!
//! The whole suite runs with them, in every role that a credential has.  Afterwards everything that was said is looked through:
//! what the tests and the processes that they start printed, and every file of the test server, its log and its write-ahead log
//! included.  A secret is looked for as it is, and as base64 and hexadecimal of itself.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};
use rapport_database::cluster::scratch_dir;

use crate::server::{self, root};

/// What the tests print in every whole run: where it is missing, their output was not kept, and nothing was looked through.
const SIGN_OF_LIFE: &str = "RAPPORT_MIX_SEED=";

/// Where nextest keeps what was said.
fn report() -> PathBuf {
    root().join("target/nextest/default/junit.xml")
}

/// Forgets what an earlier run has said, so that it is not taken for this one's.
pub fn forget() {
    // Where there is none, there is none to forget.
    drop(fs::remove_file(report()));
}

/// Looks through everything that the last whole run of the tests has said.
pub fn check() -> Result<()> {
    let said = fs::read_to_string(report()).context("nextest has kept nothing of what the tests said")?;
    ensure!(said.contains(SIGN_OF_LIFE), "what the tests said was not kept: {SIGN_OF_LIFE} is not in it");
    let canaries = list()?;
    let mut found = Vec::new();
    look(&report(), &canaries, &mut found)?;
    for place in [server::folder(), scratch_dir(&root().join("target/test-files"))] {
        look(&place, &canaries, &mut found)?;
    }
    ensure!(
        found.is_empty(),
        "credentials of the tests were written where nobody may read them:\n  {}",
        found.join("\n  ")
    );
    Ok(())
}

/// The canaries.
fn list() -> Result<Vec<String>> {
    let text = fs::read_to_string(root().join("tests/canaries.txt"))?;
    let canaries = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned);
    Ok(canaries.collect())
}

/// Where a canary is in a file or in the files of a folder: the file, the byte, and which one.
fn look(place: &Path, canaries: &[String], found: &mut Vec<String>) -> Result<()> {
    // A server that runs makes and deletes files; a socket holds nothing.
    let Ok(kind) = fs::symlink_metadata(place) else { return Ok(()) };
    if kind.is_dir() {
        for entry in fs::read_dir(place)? {
            look(&entry?.path(), canaries, found)?;
        }
    } else if kind.is_file()
        && let Ok(bytes) = fs::read(place)
    {
        for canary in canaries {
            let hit = forms(canary).into_iter().find_map(|(form, needle)| Some((form, position(&bytes, &needle)?)));
            if let Some((form, at)) = hit {
                let name: String = canary.chars().take(8).collect();
                found.push(format!("{}, byte {at}: {name}… {form}", place.display()));
            }
        }
    }
    Ok(())
}

/// What a canary looks like, by the form.
fn forms(canary: &str) -> Vec<(&'static str, Vec<u8>)> {
    let digits = |byte: u8| [byte >> 4, byte & 15].map(|digit| b"0123456789abcdef"[usize::from(digit)]);
    let hex = canary.bytes().flat_map(digits).collect();
    let mut all = vec![("as it is", canary.as_bytes().to_vec()), ("in hexadecimal", hex)];
    // In base64 it depends on what comes before where the bits fall; its ends are shared with what is beside it.
    for shift in 0..3 {
        let skipped = (3 - shift) % 3;
        if let Some(whole) = canary.as_bytes().get(skipped..) {
            all.push(("in base64", base64(&whole[..whole.len() / 3 * 3])));
        }
    }
    all
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters = |three: &[u8]| {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
        [18, 12, 6, 0].map(|shift| LETTERS[bits >> shift & 63])
    };
    bytes.chunks_exact(3).flat_map(letters).collect()
}

/// Where a needle is: by its first byte, which leaves few places to look at.
fn position(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let (first, mut from) = (*needle.first()?, 0);
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// Every source of the tests, in one text.
#[cfg(test)]
fn sources(folder: &Path, all: &mut String) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, all)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.push_str(&fs::read_to_string(path)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = root().join("target/canaries").join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        path
    }

    #[test]
    fn s10_a_canary_is_found_in_every_form_and_in_every_file() {
        let place = folder("forms");
        let canary = "canary-of-this-test".to_owned();
        let hex = "63616e6172792d6f662d746869732d74657374";
        // The three ways in which base64 may fall, made by another program than the one that looks.
        let said = [
            format!("an error: {canary}!"),
            format!("{hex}00"),
            "Y2FuYXJ5LW9mLXRoaXMtdGVzdA==".to_owned(),
            "LmNhbmFyeS1vZi10aGlzLXRlc3Q=".to_owned(),
            "Li5jYW5hcnktb2YtdGhpcy10ZXN0".to_owned(),
        ];
        for (number, text) in said.iter().enumerate() {
            let below = place.join(format!("deep/{number}"));
            fs::create_dir_all(&below).unwrap();
            fs::write(below.join("log"), format!("before\n{text}\nafter")).unwrap();
            let mut found = Vec::new();
            look(&place, std::slice::from_ref(&canary), &mut found).unwrap();
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(!found[0].contains(&canary), "the canary itself is not said: {found:?}");
            fs::remove_dir_all(below).unwrap();
        }
        let mut found = Vec::new();
        fs::write(place.join("log"), "canary-of-that-test").unwrap();
        look(&place, &[canary], &mut found).unwrap();
        assert_eq!(found, Vec::<String>::new());
        fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn s10_every_canary_is_a_credential_of_the_tests() {
        let mut all = String::new();
        for folder in ["tests", "src"] {
            sources(&root().join(folder), &mut all).unwrap();
        }
        let canaries = list().unwrap();
        assert!(canaries.len() > 5);
        for canary in canaries {
            assert!(all.contains(&canary), "{canary} is in no test");
        }
        // And no credential is without: a key of the tests is 32 bytes, and is given by this name.
        for line in all.lines().filter(|line| line.contains("const KEY") && line.contains(": &str")) {
            let value = line.split('"').nth(1).unwrap();
            assert!(list().unwrap().iter().any(|canary| value.contains(canary)), "{value} is no canary");
        }
    }
}
