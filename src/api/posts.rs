//! Posts, with who engaged.

use axum::{Json, http::StatusCode, response::Response};
use jiff::{Timestamp, civil::Date};
use queries::queries::posts as sql;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    caller::Reader,
    change::{Change, Nothing},
    inputs::{Asked, Id},
    list::{Order, Page, Place, item_of, items_of},
    problem::Problem,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        calendar::ContentType,
        posts::{self, no_post},
    },
    values::{Name, word},
};

/// A post.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    id: i32,
    url: Option<String>,
    title: Option<String>,
    text: Option<String>,
    author: Option<String>,
    content_type: ContentType,
    posted_at: Option<Timestamp>,
    /// Whether it is shown for money.
    paid: bool,
    /// For whom it was meant, in words.
    audience: Option<String>,
    notes: Option<String>,
    /// The way by which it came.
    source: String,
    created_at: Timestamp,
    updated_at: Timestamp,
    metrics: PostMetrics,
}

/// What is counted of a post, exact at the moment of the call. Shares are fractions of 1; a rate without a denominator is null.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PostMetrics {
    /// As LinkedIn counts them; null: not known.
    impressions: Option<i64>,
    views: Option<i64>,
    clicks: Option<i64>,
    likes: i32,
    /// With likes.
    reactions: i32,
    comments: i32,
    shares: i32,
    follows: i32,
    /// Clicks of people who are known.
    click_events: i32,
    /// All of them together, each by a person who is known.
    engagements: i32,
    /// Of each kind of engagement the larger of these and of what LinkedIn counted.
    proven_engagements: i64,
    /// People who engaged.
    unique_engagers: i32,
    /// Those of them who match a persona.
    targeted_engagers: i32,
    targeting_accuracy: Option<f64>,
    /// `proven_engagements` for each impression.
    engagement_rate: Option<f64>,
    last_engaged_on: Option<Date>,
    /// Campaigns that it is in.
    campaigns: i32,
    /// What LinkedIn counted itself, of people known and unknown.
    counted_reactions: Option<i64>,
    counted_comments: Option<i64>,
    counted_shares: Option<i64>,
    /// When that was.
    counters_at: Option<Timestamp>,
}

/// What is said of a post that is added.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPost {
    /// Any address or URN of the post.
    #[schema(example = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/")]
    url: String,
    title: Option<Name>,
    /// A campaign into which it goes.
    campaign_id: Option<i32>,
}

/// What changes of a post: null takes away, and what is not named stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PostChange {
    title: Option<Name>,
    text: Option<String>,
    author: Option<String>,
    #[schema(nullable = false)]
    content_type: Option<ContentType>,
    #[schema(nullable = false)]
    paid: Option<bool>,
    audience: Option<String>,
    notes: Option<String>,
}

/// What posts are put in order by.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PostSort {
    #[default]
    PostedAt,
    Title,
    Impressions,
    Clicks,
    Engagements,
    CreatedAt,
}

/// Which posts, and in what order.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PostQuery {
    campaign_id: Option<i32>,
    paid: Option<bool>,
    content_type: Option<ContentType>,
    /// Words in the title, the text, the author or the address.
    search: Option<String>,
    #[param(inline)]
    sort: Option<PostSort>,
    #[param(inline)]
    order: Option<Order>,
    /// Items on a page; 50 if nobody says how many.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
    /// What the page before said as `next`.
    cursor: Option<String>,
}

/// A persona of which somebody engaged with a post.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PersonaOfPost {
    persona_id: Uuid,
    persona: String,
    /// People of the persona who engaged.
    people: i32,
    engagements: i32,
}

/// A day of a post.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PostDay {
    day: Date,
    engagements: i32,
    people: i32,
}

/// Posts with their metrics
#[utoipa::path(get, path = "/posts", operation_id = "listPosts", tag = "Posts", params(PostQuery),
    responses((status = 200, description = "A page of posts", body = Page<Post>)))]
pub(super) async fn list(Reader(caller): Reader, Asked(asked): Asked<PostQuery>) -> Result<Json<Page<Post>>, Problem> {
    let place = Place::read(asked.sort.unwrap_or_default(), asked.order, asked.limit, asked.cursor.as_deref())?;
    let tx = caller.begin().await?;
    let rows = sql::post_items()
        .bind(
            &*tx,
            &place.sort.as_str(),
            &None,
            &asked.campaign_id,
            &asked.paid,
            &asked.content_type.as_ref().map(word),
            &asked.search.as_deref(),
            &place.after_id,
            &(place.order == Order::Desc),
            &place.after_key.as_ref(),
            &place.most(),
        )
        .all()
        .await?;
    tx.commit().await?;
    Ok(Json(place.page(rows.into_iter().map(|row| (row.key, row.id, row.item)).collect())?))
}

/// Adds a post by its address
///
/// A post that is there already is given what is said of it, and is answered with 200.
#[utoipa::path(post, path = "/posts", operation_id = "createPost", tag = "Posts", request_body = NewPost,
    responses((status = 201, description = "The post", body = Post), (status = 200, description = "The post, which was there", body = Post)))]
pub(super) async fn create(change: Change<NewPost>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    let said: NewPost = item_of(Value::Object(said))?;
    let reference = posts::reference(&said.url)?;
    let added = posts::add(&act.tx, &reference, said.title.as_deref(), None).await?;
    if let Some(campaign) = said.campaign_id {
        posts::link(&act.tx, campaign, added.id).await?;
    }
    let made = item(&act.tx, added.id).await?;
    act.end(if added.outcome == "created" { StatusCode::CREATED } else { StatusCode::OK }, &made).await
}

/// One post with its metrics
#[utoipa::path(get, path = "/posts/{id}", operation_id = "readPost", tag = "Posts", params(("id" = i32, Path)),
    responses((status = 200, description = "The post", body = Post)))]
pub(super) async fn read(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Post>, Problem> {
    let tx = caller.begin().await?;
    let found = item(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(found))
}

/// Changes what is said of a post
#[utoipa::path(patch, path = "/posts/{id}", operation_id = "changePost", tag = "Posts", params(("id" = i32, Path)),
    request_body = PostChange, responses((status = 200, description = "The post as it is now", body = Post)))]
pub(super) async fn change(Id(id): Id<i32>, change: Change<PostChange>) -> Result<Response, Problem> {
    let (act, said) = change.begin().await?;
    posts::change(&act.tx, id, said).await?;
    let changed = item(&act.tx, id).await?;
    act.end(StatusCode::OK, &changed).await
}

/// Deletes a post with its engagements, for good
///
/// The people stay.
#[utoipa::path(delete, path = "/posts/{id}", operation_id = "deletePost", tag = "Posts", params(("id" = i32, Path)),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(Id(id): Id<i32>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    posts::delete(&act.tx, id).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Which personas engaged with a post
#[utoipa::path(get, path = "/posts/{id}/personas", operation_id = "listPostPersonas", tag = "Posts", params(("id" = i32, Path)),
    responses((status = 200, description = "Personas, the one with most people first", body = Vec<PersonaOfPost>)))]
pub(super) async fn personas(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<PersonaOfPost>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::post_personas().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// The days of a post
#[utoipa::path(get, path = "/posts/{id}/days", operation_id = "listPostDays", tag = "Posts", params(("id" = i32, Path)),
    responses((status = 200, description = "Every day from the first engagement to the last", body = Vec<PostDay>)))]
pub(super) async fn days(Reader(caller): Reader, Id(id): Id<i32>) -> Result<Json<Vec<PostDay>>, Problem> {
    let tx = caller.begin().await?;
    exists(&tx, id).await?;
    let rows = sql::post_days().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    Ok(Json(items_of(rows)?))
}

/// Puts a post into a campaign
#[utoipa::path(put, path = "/campaigns/{id}/posts/{post_id}", operation_id = "linkPost", tag = "Campaigns",
    params(("id" = i32, Path), ("post_id" = i32, Path)), responses((status = 204, description = "It is in the campaign")))]
pub(super) async fn link(Id((campaign, post)): Id<(i32, i32)>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    posts::link(&act.tx, campaign, post).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

/// Takes a post out of a campaign
#[utoipa::path(delete, path = "/campaigns/{id}/posts/{post_id}", operation_id = "unlinkPost", tag = "Campaigns",
    params(("id" = i32, Path), ("post_id" = i32, Path)), responses((status = 204, description = "It is not in the campaign any more")))]
pub(super) async fn unlink(Id((campaign, post)): Id<(i32, i32)>, change: Change<Nothing>) -> Result<Response, Problem> {
    let (act, _) = change.begin().await?;
    posts::unlink(&act.tx, campaign, post).await?;
    act.end(StatusCode::NO_CONTENT, &()).await
}

async fn exists(tx: &TenantTx, id: i32) -> Result<(), Error> {
    if sql::post_exists().bind(&**tx, &id).one().await? { Ok(()) } else { Err(no_post()) }
}

async fn item(tx: &TenantTx, id: i32) -> Result<Post, Error> {
    let row = sql::post_items()
        .bind(
            &**tx,
            &"posted_at",
            &Some(id),
            &None,
            &None,
            &None::<&str>,
            &None::<&str>,
            &None,
            &false,
            &None::<&Value>,
            &1,
        )
        .opt()
        .await?;
    item_of(row.ok_or_else(no_post)?.item)
}
