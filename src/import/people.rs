//! Reactions and comments, in the shapes of three makers of Apify actors.

use jiff::Timestamp;

use super::dates::{self, DateOrder, When};
use super::format::Format;
use super::identity::{self, CompanyKey, Link, PersonKey, PostRef};
use super::item::{ADDRESS_LIMIT, Item, KEY_LIMIT, Names};
use super::outcome::{Bad, SkipReason, Verdict};
use super::record::{Actor, ActorKind, Comment, Degree, Reaction, ReactionKind, Record};

/// The fields of all shapes. Their numbers are the places in [`names`].
#[derive(Clone, Copy)]
pub(super) enum Field {
    Kind,
    Reaction,
    Name,
    Headline,
    ProfileUrl,
    MemberId,
    Degree,
    Picture,
    PostUrl,
    PostId,
    Urn,
    CommentId,
    ParentId,
    Text,
    CreatedAt,
    CreatedMs,
    Error,
}

/// Characters of a headline, of which LinkedIn allows 220.
pub(super) const HEADLINE: usize = 1_000;
/// Characters of a comment, of which LinkedIn allows 1,250.
const COMMENT: usize = 10_000;

/// What LinkedIn calls somebody whom the viewer may not see, in the languages that exports have been seen in.
pub(super) const ANONYMOUS: [&str; 7] = [
    "linkedin member",
    "linkedin-lid",
    "linkedin-mitglied",
    "mitglied von linkedin",
    "utilisateur linkedin",
    "miembro de linkedin",
    "utente linkedin",
];

/// What each field is called in a format.
pub(super) const fn names(format: Format) -> Names {
    match format {
        Format::HarvestapiReactions => &[
            &["type"],
            &["reactionType"],
            &["actor/name"],
            &["actor/position"],
            &["actor/linkedinUrl"],
            &["actor/id"],
            &[],
            &["actor/pictureUrl", "actor/picture/url"],
            &["postUrl", "query/post"],
            &["postId"],
            &["id"],
            &[],
            &[],
            &[],
            &[],
            &[],
            &["error"],
        ],
        Format::HarvestapiComments => &[
            &["type"],
            &[],
            &["actor/name"],
            &["actor/position"],
            &["actor/linkedinUrl"],
            &["actor/id"],
            &[],
            &["actor/pictureUrl", "actor/picture/url"],
            &["linkedinUrl"],
            &["postId"],
            &[],
            &["id"],
            &["parentCommentId", "parentId"],
            &["commentary"],
            &["createdAt"],
            &["createdAtTimestamp"],
            &["error"],
        ],
        Format::ApimaestroReactions => &[
            &[],
            &["reaction_type"],
            &["reactor/name"],
            &["reactor/headline"],
            &["reactor/profile_url"],
            &["reactor/urn"],
            &[],
            &["reactor/profile_pictures/original", "reactor/profile_pictures/large", "reactor/profile_pictures/small"],
            &["_metadata/post_url", "post_url", "post_input"],
            &[],
            &[],
            &[],
            &[],
            &[],
            &[],
            &[],
            &["error"],
        ],
        Format::ApimaestroComments => &[
            &[],
            &[],
            &["author/name"],
            &["author/headline"],
            &["author/profile_url"],
            &["author/urn"],
            &[],
            &["author/profile_picture"],
            &["post_input", "post_url"],
            &[],
            &["comment_url"],
            &["comment_id"],
            &["parent_comment_id"],
            &["text"],
            &["posted_at/date"],
            &["posted_at/timestamp"],
            &["error"],
        ],
        // The shape of curious_coder. Its items do not name the post; people add a column for it by hand.
        _ => &[
            &[],
            &["reactionType"],
            &["name"],
            &["headline"],
            &["profileUrl"],
            &["profileId"],
            &["connectionType"],
            &["photoUrl"],
            &["postUrl", "post_url"],
            &[],
            &[],
            &[],
            &[],
            &[],
            &[],
            &[],
            &["error"],
        ],
    }
}

/// Reads one item of a data set of reactions or comments.
pub(super) fn read(format: Format, item: &Item<'_>, now: Timestamp) -> Result<Verdict, Bad> {
    let of_comments = matches!(format, Format::HarvestapiComments | Format::ApimaestroComments);
    if let Some(kind) = item.text(Field::Kind as usize)? {
        let expected = if of_comments { "comment" } else { "reaction" };
        // One data set may hold posts, their reactions and their comments.
        if matches!(kind.as_ref(), "post" | "comment" | "reaction") && kind != expected {
            return Ok(Verdict::Skip(SkipReason::OtherKind, None));
        }
    }
    if let Ok(Some(error)) = item.text(Field::Error as usize)
        && item.text(Field::Name as usize)?.is_none()
    {
        return Err(item.bad(Field::Error as usize, format!("the scraper failed at this item: {error}")));
    }
    let actor = actor(item)?;
    let post = post(item)?;
    let posted_at = post.as_ref().and_then(|post| post.posted_at(now));
    let kind = actor.kind;
    let record = if of_comments {
        Record::Comment(Box::new(comment(item, actor, post, posted_at, now)?))
    } else {
        let Some(word) = item.text(Field::Reaction as usize)? else {
            return Err(item.bad(Field::Reaction as usize, "the kind of reaction is missing"));
        };
        Record::Reaction(Box::new(Reaction {
            reaction: ReactionKind::parse(&word),
            actor,
            post,
            posted_at,
            reacted_at: None,
        }))
    };
    Ok(verdict(kind, record))
}

/// What is done with a record, by who its actor is.
pub(super) fn verdict(kind: ActorKind, record: Record) -> Verdict {
    match kind {
        ActorKind::Person => Verdict::Record(record),
        ActorKind::Company => Verdict::Skip(SkipReason::CompanyPage, Some(record)),
        ActorKind::Anonymous => Verdict::Skip(SkipReason::AnonymousMember, Some(record)),
    }
}

pub(super) fn comment(
    item: &Item<'_>,
    actor: Actor,
    post: Option<PostRef>,
    posted_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<Comment, Bad> {
    let Some(comment_id) = comment_id(item, Field::CommentId)? else {
        return Err(item.bad(Field::CommentId as usize, "the comment's id is missing"));
    };
    let commented_at = match identity::comment_time(comment_id, now) {
        Some(exact) => exact,
        None => told_time(item)?.ok_or_else(|| {
            let reason = "this is not the id of a comment: it holds no time, and the file tells none";
            item.bad(Field::CommentId as usize, reason)
        })?,
    };
    Ok(Comment {
        comment_id,
        parent_comment_id: comment_id_of_parent(item)?,
        text: item.cut(Field::Text as usize, COMMENT)?,
        commented_at: Some(commented_at),
        actor,
        post,
        posted_at,
    })
}

fn comment_id_of_parent(item: &Item<'_>) -> Result<Option<i64>, Bad> {
    comment_id(item, Field::ParentId)
}

/// A comment's id: a number, or a URN or address with one.
fn comment_id(item: &Item<'_>, field: Field) -> Result<Option<i64>, Bad> {
    let Some(text) = item.text(field as usize)? else { return Ok(None) };
    if let Ok(id) = text.parse::<i64>()
        && id > 0
    {
        return Ok(Some(id));
    }
    match identity::parse(&text) {
        Ok(Link::Post(PostRef { comment_id: Some(id), .. })) => Ok(Some(id)),
        _ => Err(item.bad(field as usize, "this is not the id of a comment")),
    }
}

/// The time that the file tells, for ids that hold none.
fn told_time(item: &Item<'_>) -> Result<Option<Timestamp>, Bad> {
    let (field, told) = if let Some(text) = item.text(Field::CreatedMs as usize)? {
        let moment = text.parse().ok().and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok());
        let moment = moment.ok_or_else(|| item.bad(Field::CreatedMs as usize, "this is not a time in milliseconds"))?;
        (Field::CreatedMs, When::At(moment))
    } else if let Some(text) = item.text(Field::CreatedAt as usize)? {
        let told = dates::parse_when(&text, DateOrder::MonthFirst);
        (Field::CreatedAt, told.map_err(|reason| item.bad(Field::CreatedAt as usize, reason))?)
    } else {
        return Ok(None);
    };
    if !dates::is_of_linkedin(told.date()) {
        return Err(item.bad(field as usize, dates::NOT_OF_LINKEDIN));
    }
    // Noon is the time that is least wrong about a day.
    Ok(match told {
        When::At(moment) => Some(moment),
        When::On(day) => day.at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).ok().map(|noon| noon.timestamp()),
    })
}

pub(super) fn actor(item: &Item<'_>) -> Result<Actor, Bad> {
    let mut actor = Actor {
        kind: ActorKind::Person,
        person: PersonKey::default(),
        company: CompanyKey::default(),
        name: item.cut(Field::Name as usize, KEY_LIMIT)?,
        headline: item.cut(Field::Headline as usize, HEADLINE)?.filter(|headline| headline != "--"),
        degree: item.text(Field::Degree as usize)?.and_then(|text| Degree::parse(&text)),
        // The address of a picture lives for weeks; one that is too long to be one is no loss.
        picture_url: item.at_most(Field::Picture as usize, ADDRESS_LIMIT).unwrap_or_default(),
    };
    if actor.name.as_ref().is_some_and(|name| ANONYMOUS.contains(&name.to_lowercase().as_str())) {
        actor.kind = ActorKind::Anonymous;
        return Ok(actor);
    }
    if let Some(url) = item.text(Field::ProfileUrl as usize)? {
        match identity::parse(&url) {
            Ok(Link::Person(key)) => actor.person = key,
            Ok(Link::Company(key)) => actor.company = key,
            Ok(Link::Post(_) | Link::Search | Link::Other) => {
                return Err(item.bad(Field::ProfileUrl as usize, "the address is not that of a person or company"));
            }
            Err(error) => return Err(item.bad(Field::ProfileUrl as usize, error.to_string())),
        }
    }
    if let Some(id) = item.text(Field::MemberId as usize)? {
        add_id(&mut actor, item, &id)?;
    }
    if actor.company != CompanyKey::default() {
        actor.kind = ActorKind::Company;
    } else if actor.person.is_empty() {
        return Err(item.bad(Field::ProfileUrl as usize, "there is neither the address nor the id of a person"));
    }
    Ok(actor)
}

/// Joins what the id field says with what the address said.
fn add_id(actor: &mut Actor, item: &Item<'_>, id: &str) -> Result<(), Bad> {
    match identity::parse(id) {
        Ok(Link::Person(key)) if actor.company == CompanyKey::default() => {
            if !actor.person.merge(key) {
                let reason = "the id and the address belong to two different members";
                return Err(item.bad(Field::MemberId as usize, reason));
            }
        }
        Ok(Link::Company(key)) if actor.person.is_empty() => {
            actor.company.id = actor.company.id.take().or(key.id);
            actor.company.slug = actor.company.slug.take().or(key.slug);
        }
        // The number of a company page, beside its address.
        _ if actor.company != CompanyKey::default() && id.bytes().all(|byte| byte.is_ascii_digit()) => {
            actor.company.id.get_or_insert_with(|| id.to_owned());
        }
        // Another kind of id says nothing where the address already did.
        _ if !actor.person.is_empty() || actor.company != CompanyKey::default() => {}
        _ => return Err(item.bad(Field::MemberId as usize, "this is not the id of a member")),
    }
    Ok(())
}

pub(super) fn post(item: &Item<'_>) -> Result<Option<PostRef>, Bad> {
    let mut post = PostRef::default();
    for field in [Field::PostUrl, Field::PostId, Field::Urn] {
        let Some(text) = item.text(field as usize)? else { continue };
        // A bare number is an activity: that is what post ids are in these data sets.
        let found = match text.parse::<i64>() {
            Ok(id) if id > 0 => PostRef { activity_id: Some(id), ..PostRef::default() },
            _ => match identity::parse(&text) {
                Ok(Link::Post(found)) => found,
                Ok(_) => return Err(item.bad(field as usize, "the address is not that of a post")),
                Err(error) => return Err(item.bad(field as usize, error.to_string())),
            },
        };
        if !post.merge(&PostRef { comment_id: None, ..found }) {
            return Err(item.bad(field as usize, "the record names two different posts"));
        }
    }
    Ok((!post.is_empty()).then_some(post))
}
