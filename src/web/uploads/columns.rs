//! What the columns of an upload's table are read as, for somebody who is to say so.

use jiff::tz::TimeZone;
use queries::queries::import_pages as sql;

use super::{super::fields::Fields, Choice, Form};
use crate::{
    db::TenantTx,
    error::Error,
    import::{
        Columns, Format, MOST_COLUMNS, Need, can_be_said, columns_of as fields_of_table, contradicts, needed, proposed,
    },
    model::{imports::ReadColumn, uploads::Upload},
    web::shown,
};

/// What stands between the first values of a column.
const BETWEEN: &str = " · ";

/// The columns of a table.
pub(super) struct Table {
    /// The format whose fields they can be read as; none where nobody knows it yet.
    pub(super) format: Option<Format>,
    /// What a table of it needs.
    pub(super) needed: String,
    pub(super) columns: Vec<TableColumn>,
    /// Columns beyond those of which something can be said here.
    pub(super) more: usize,
    /// Of which file it was said, where what is shown is what was said then.
    pub(super) as_before: Option<String>,
}

/// A column of it.
pub(super) struct TableColumn {
    pub(super) name: String,
    pub(super) examples: String,
    pub(super) fields: Vec<Choice>,
    /// Whether its values, and nobody else, say what is chosen.
    pub(super) is_proposed: bool,
}

impl Table {
    /// The columns of a table that can be read otherwise than it is.
    pub(super) fn new(upload: &Upload, form: &Form, as_before: Option<String>) -> Option<Self> {
        let columns = columns_of(upload);
        let of_report = upload.report.as_ref().map(|report| report.format.parse().ok());
        let seen = upload.table.as_ref().map(|table| upload.options.format.or(table.format));
        let format = of_report.or(seen).flatten().filter(|format| can_be_said(*format));
        if columns.is_empty() || upload.report.is_some() && format.is_none() {
            return None;
        }
        let fields: Vec<_> = format.into_iter().flat_map(fields_of_table).collect();
        let named = columns.iter().filter(|column| !column.column.is_empty());
        let shown: Vec<_> = named.take(MOST_COLUMNS).collect();
        let mut taken: Vec<&str> = format
            .into_iter()
            .flat_map(|of| shown.iter().map(move |column| read_as(column, &form.columns, of)))
            .collect();
        // Whoever has said something has looked at all of them, and what is read well needs no proposal.
        let may_propose = upload.report.is_none() && form.columns.is_empty();
        Some(Self {
            format,
            needed: format.map(needed_in_words).unwrap_or_default(),
            more: columns.len() - shown.len(),
            columns: shown
                .into_iter()
                .map(|column| {
                    let said = format.map(|format| read_as(column, &form.columns, format)).unwrap_or_default();
                    let by_values = format.filter(|_| may_propose && said.is_empty());
                    let by_values = by_values.and_then(|format| proposed(format, &column.examples));
                    let by_values = by_values.filter(|field| !taken.contains(field));
                    taken.extend(by_values);
                    let chosen = by_values.unwrap_or(said);
                    let choice =
                        |(field, need): &(&'static str, Need)| Choice::new(*field, marked(field, *need), chosen);
                    TableColumn {
                        name: column.column.clone(),
                        examples: column.examples.join(BETWEEN),
                        fields: fields.iter().map(choice).collect(),
                        is_proposed: by_values.is_some(),
                    }
                })
                .collect(),
            as_before,
        })
    }
}

/// Says of a table that cannot be read what was said last of such columns, if what stands in them does not contradict it. Returns
/// of which file that was.
pub(super) async fn say_as_before(
    tx: &TenantTx,
    upload: &mut Upload,
    zone: &TimeZone,
) -> Result<Option<String>, Error> {
    let Some(table) = upload.table.as_ref().filter(|_| upload.options.columns.is_empty()) else { return Ok(None) };
    for row in sql::columns_said().bind(&**tx).all().await? {
        // A format of another version, and columns of which too much was said then, are of no use.
        let (Ok(format), Ok(columns)) = (row.format.parse::<Format>(), serde_json::from_value::<Columns>(row.columns))
        else {
            continue;
        };
        let is_other = upload.options.format.or(table.format).is_some_and(|known| known != format);
        let is_contradicted = |column: &ReadColumn| {
            columns.field_of(&column.column).is_some_and(|field| contradicts(field, &column.examples))
        };
        if is_other
            || table.columns.iter().any(is_contradicted)
            || columns.missing(table.columns.iter().map(|column| column.column.as_str())).is_some()
        {
            continue;
        }
        upload.options.format = Some(format);
        upload.options.columns = columns;
        return Ok(Some(format!("{} ({})", row.file_name, shown::moment(row.started_at, zone, false))));
    }
    Ok(None)
}

/// The format of whose fields a form let somebody choose.
pub(super) fn chosen_from(fields: &Fields) -> Option<Format> {
    fields.one("columns_as").parse().ok()
}

/// What a form says of each column, in the order in which it shows them.
pub(super) fn columns_of_form(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    fields.all("column").zip(fields.all("read_as"))
}

/// What is said of columns now: what was said before, and another field where somebody chose one.
pub(super) fn columns_said(fields: &Fields, upload: &Upload, format: Option<Format>) -> Result<Columns, Error> {
    let (before, of) = (&upload.options.columns, chosen_from(fields));
    // What was said of the fields of one format is of no use to another.
    if format.is_some() && format != of.or(upload.options.format) {
        return Ok(Columns::default());
    }
    let Some(of) = of else { return Ok(before.clone()) };
    let mut said = Columns::default();
    for column in columns_of(upload) {
        let mut chosen = columns_of_form(fields).filter(|(name, _)| *name == column.column).map(|(_, field)| field);
        let chosen = chosen.find(|field| *field != read_as(column, before, of));
        if let Some(field) = chosen.or_else(|| before.field_of(&column.column)) {
            said.say(&column.column, field).map_err(Error::Invalid)?;
        }
    }
    Ok(said)
}

/// The columns that are shown.
fn columns_of(upload: &Upload) -> &[ReadColumn] {
    let report = upload.report.as_ref().map(|report| &report.columns);
    report.or(upload.table.as_ref().map(|table| &table.columns)).map_or(&[], Vec::as_slice)
}

/// The field that a column is shown to be read as; empty: none.
fn read_as<'a>(column: &'a ReadColumn, said: &'a Columns, of: Format) -> &'a str {
    let is_field = |field: &&str| field.is_empty() || fields_of_table(of).any(|(known, _)| known == *field);
    let said = said.field_of(&column.column).filter(is_field);
    said.or(column.read_as.as_deref()).unwrap_or_default()
}

/// A field in words, with a mark where a table needs it.
fn marked(field: &str, need: Need) -> String {
    let words = field_words(field);
    match need {
        Need::No => words,
        Need::Yes => format!("{words} (needed)"),
        Need::OneOfSeveral => format!("{words} (one of several needed)"),
    }
}

fn needed_in_words(format: Format) -> String {
    let words = |group: &&[&str]| group.iter().map(|field| field_words(field)).collect::<Vec<_>>().join(" or ");
    needed(format).iter().map(words).collect::<Vec<_>>().join("; ")
}

/// What a field is, whose name is often the one that a scraper gave it.
pub(in crate::web) fn field_words(field: &str) -> String {
    let words = match field {
        "post_url" | "postUrl" | "_metadata/post_url" | "post_input" => "Address of the post",
        "file" => "File with its reactions or comments",
        "post_title" => "Title of the post",
        "posted_at" => "Day of the post",
        "is_paid" => "Paid or organic",
        "profileUrl" | "actor/linkedinUrl" | "reactor/profile_url" | "author/profile_url" | "url" => {
            "Address of the person"
        }
        "actor/id" | "reactor/urn" | "author/urn" | "profileId" => "LinkedIn's id of the person",
        "actor/name" | "reactor/name" | "author/name" | "name" => "Name of the person",
        "actor/position" | "reactor/headline" | "author/headline" | "headline" => "Headline of the person",
        "actor/pictureUrl" | "reactor/profile_pictures/original" | "author/profile_picture" | "photoUrl" => {
            "Picture of the person"
        }
        "connectionType" => "Degree of the connection",
        "reactionType" | "reaction_type" => "Kind of reaction",
        "id" | "comment_id" => "Id of the reaction or comment",
        "commentary" | "text" => "Text of the comment",
        "linkedinUrl" | "comment_url" => "Address of the comment",
        "parentCommentId" | "parent_comment_id" => "Id of the comment that it answers",
        "createdAt" | "posted_at/date" => "Time of the comment",
        "createdAtTimestamp" | "posted_at/timestamp" => "Time of the comment, as a number",
        "postId" => "LinkedIn's id of the post",
        "type" => "Whether it is a reaction, a comment or a post",
        "error" => "Error of the scraper",
        "click url" => "Address to which a click leads",
        _ => return shown::word(field),
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_named_in_words_of_its_own() {
        for format in Format::ALL {
            let mut words: Vec<String> = fields_of_table(format).map(|(field, _)| field_words(field)).collect();
            let all = words.len();
            assert!(words.iter().all(|words| !words.contains(['_', '/'])), "{words:?}");
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all, "{format:?}: {words:?}");
        }
    }
}
