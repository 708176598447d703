//! What is said of a file beside its bytes: the same by flags, by programs and in a form.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use queries::queries::imports as sql;
use serde::{Deserialize, Serialize};
use utoipa::{
    ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

use super::Request;
use crate::{
    cli::session::Session,
    error::Error,
    import::{Columns, DateOrder, Format, Granularity, LONGEST, MOST_COLUMNS, identity},
    values::Name,
};

/// Before this day nobody has seen anything at LinkedIn.
const FIRST_DAY: Date = jiff::civil::date(2003, 5, 5);

/// What somebody who brings a file knows and the file does not say.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    /// The address of the post that the reactions or comments belong to, for files that do not say.  If nothing is said of an
    /// upload whose file does not say either, it is the post for which a posts list of the past 7 days names the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post_url: Option<String>,
    /// The campaign into which the posts go; made when there is none of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<Name>,
    /// The day on which reactions were seen, for exports that were made earlier; today, if nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_on: Option<Date>,
    /// The format, if it is not seen rightly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// What a row of an ad report counts, if it is not seen rightly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Granularity>,
    /// The order of dates such as 3/4/2025, if it is not seen rightly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_order: Option<DateOrder>,
    /// What columns of a table are read as.
    #[serde(default, skip_serializing_if = "Columns::is_empty")]
    #[schema(schema_with = columns)]
    pub columns: Columns,
}

/// The columns and fields that can be named.
fn columns() -> RefOr<Schema> {
    let line = || ObjectBuilder::new().schema_type(Type::String).max_length(Some(LONGEST));
    let name = line().min_length(Some(1)).pattern(Some(r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"));
    let field = line().pattern(Some(r"^[^\x00-\x1f\x7f]*$"));
    let object = ObjectBuilder::new().schema_type(Type::Object).max_properties(Some(MOST_COLUMNS)).description(Some(
        "What columns of a table are read as, for tables of other tools and in other languages: the name of each, as the file has it, and that of the field, or an empty text where it is not to be read: `{\"Profil\": \"profileUrl\", \"Notiz\": \"\"}`. The fields are those of the format; a name that is none is answered with them.",
    ));
    object.property_names(Some(name.build())).additional_properties(Some(field)).build().into()
}

/// What the fields are called where they were said, for words about them.
#[derive(Debug, Clone, Copy)]
pub struct Called {
    /// [`Wanted::post_url`].
    pub post: &'static str,
    /// [`Wanted::seen_on`].
    pub seen_on: &'static str,
}

impl Wanted {
    /// The request of an import, by the tenant's clock.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the field that makes no sense.
    pub async fn request(&self, session: &Session, called: Called) -> Result<Request, Error> {
        let post = self.post_url.as_deref().map(identity::post_of).transpose();
        let post = post.map_err(|error| Error::invalid(format!("{} {error}", called.post)))?;
        // A zone that PostgreSQL knows and this machine does not is no reason to take nothing in: notes speak of days in UTC then.
        let zone = TimeZone::get(&session.time_zone).unwrap_or(TimeZone::UTC);
        let seen_at = match self.seen_on {
            Some(day) => {
                let posted = post.as_ref().and_then(|post| post.posted_at(Timestamp::now()));
                if let Some(posted) = posted.map(|at| at.to_zoned(zone.clone()).date()).filter(|posted| *posted > day) {
                    return Err(Error::invalid(format!(
                        "{} {day} is before the post, which is of {posted} by its id; it is the day on which the export was made",
                        called.seen_on
                    )));
                }
                Some(noon(session, day, called).await?)
            }
            None => None,
        };
        Ok(Request {
            zone: Some(zone),
            format: self.format,
            post,
            campaign: self.campaign.as_deref().map(str::to_owned),
            seen_at,
            granularity: self.by,
            date_order: self.date_order,
            columns: self.columns.clone(),
            ..Request::default()
        })
    }
}

/// Noon of a day by the tenant's clock.
async fn noon(session: &Session, day: Date, called: Called) -> Result<Timestamp, Error> {
    let refused = |why| {
        Err(Error::invalid(format!("{} {day} {why}; it is the day on which the export was made", called.seen_on)))
    };
    let tx = session.begin().await?;
    let noon = sql::seen_at().bind(&*tx, &day, &session.time_zone.as_str()).one().await?;
    if noon.is_future {
        return refused("has not come yet");
    }
    if day < FIRST_DAY {
        return refused("is before LinkedIn was there");
    }
    Ok(noon.seen_at)
}
