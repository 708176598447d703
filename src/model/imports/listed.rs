//! Which file is of which post, as a posts list says.

use std::collections::{HashMap, hash_map::Entry};

use crate::import::{Post, identity::PostRef};

/// The files that a posts list names, each with its post.
#[derive(Debug, Default)]
pub struct Files(HashMap<String, (PostRef, u64)>);

impl Files {
    /// Adds what a line says.
    ///
    /// # Errors
    /// In words, where another line gave the file to another post.
    pub fn add(&mut self, said: &Post, line: u64) -> Result<(), String> {
        let Some(file) = &said.file else { return Ok(()) };
        match self.0.entry(file.clone()) {
            Entry::Vacant(entry) => {
                entry.insert((said.post.clone(), line));
                Ok(())
            }
            Entry::Occupied(entry) if entry.get().0.ids().any(|id| said.post.ids().any(|other| other == id)) => Ok(()),
            Entry::Occupied(entry) => Err(format!(
                "{} belongs to one post on line {} and to another on line {line}; a file belongs to one post",
                entry.key(),
                entry.get().1,
            )),
        }
    }

    /// The post of a file.
    #[must_use]
    pub fn post_of(&self, file: &str) -> Option<&PostRef> {
        self.0.get(file).map(|(post, _)| post)
    }
}
