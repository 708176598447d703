//! What there is to be seen of a table, for whoever is to say what its columns are read as.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    ReadColumn, Request,
    source::{open, options},
};
use crate::{
    error::Error,
    import::{self, Format},
};

/// A table as far as it can be seen without being read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeenTable {
    /// What it holds, if that is known.
    pub format: Option<Format>,
    /// Its columns, in their order, as they would be read.
    pub columns: Vec<ReadColumn>,
}

/// Looks at the head of a file; nothing, where it is no table whose columns could be read otherwise.
///
/// # Errors
/// When nobody waits for it any more.
pub async fn seen(path: &Path, request: &Request) -> Result<Option<SeenTable>, Error> {
    let (path, request) = (path.to_owned(), request.clone());
    let look = move || import::look(open(&path).ok()?, &options(&request, Timestamp::now())).ok()?;
    let seen = tokio::task::spawn_blocking(look).await.map_err(|error| Error::Internal(error.into()))?;
    Ok(seen.map(|seen| {
        let column = |column: import::SeenColumn| ReadColumn {
            column: column.name,
            read_as: column.read_as.map(str::to_owned),
            examples: column.examples,
        };
        SeenTable { format: seen.format, columns: seen.columns.into_iter().map(column).collect() }
    }))
}
