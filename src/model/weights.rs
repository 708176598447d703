//! What an engagement weighs: the points that each adds to the score of a person and of a post.

use queries::queries::{audit, tenants as sql};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use crate::{db::TenantTx, error::Error};

/// The most that an engagement weighs, as the database has it.
pub const HEAVIEST: i32 = 10_000;

/// What each kind of engagement weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// A like.
    #[schema(minimum = 0, maximum = 10_000)]
    pub likes: i32,
    /// Another reaction.
    #[schema(minimum = 0, maximum = 10_000)]
    pub reactions: i32,
    /// A comment.
    #[schema(minimum = 0, maximum = 10_000)]
    pub comments: i32,
    /// A post that was passed on.
    #[schema(minimum = 0, maximum = 10_000)]
    pub shares: i32,
    /// Following the page.
    #[schema(minimum = 0, maximum = 10_000)]
    pub follows: i32,
    /// A click.
    #[schema(minimum = 0, maximum = 10_000)]
    pub clicks: i32,
}

impl Weights {
    const fn all(self) -> [i32; 6] {
        [self.likes, self.reactions, self.comments, self.shares, self.follows, self.clicks]
    }
}

/// The weights of the tenant, and how often they were changed; 0: they are the product's own.
///
/// # Errors
/// As the database gives them.
pub async fn now(tx: &TenantTx) -> Result<(Weights, i32), Error> {
    let row = sql::weights_now().bind(&**tx, &tx.tenant().0).one().await?;
    let weights = Weights {
        likes: row.likes,
        reactions: row.reactions,
        comments: row.comments,
        shares: row.shares,
        follows: row.follows,
        clicks: row.clicks,
    };
    Ok((weights, row.version))
}

/// Has engagements weigh something else from now on; whoever is matched by what they did is matched anew.
///
/// # Errors
/// [`Error::Invalid`], and [`Error::Conflict`] where somebody else changes them at this moment.
pub async fn change(tx: &TenantTx, weights: Weights) -> Result<(), Error> {
    if !weights.all().iter().all(|weight| (0..=HEAVIEST).contains(weight)) {
        return Err(Error::invalid(format!("a weight is a whole number from 0 to {HEAVIEST}")));
    }
    let [likes, reactions, comments, shares, follows, clicks] = weights.all();
    let tenant = tx.tenant().0;
    sql::add_weights().bind(&**tx, &likes, &reactions, &comments, &shares, &follows, &clicks, &tenant).await?;
    audit::note().bind(&**tx, &tenant, &"weights.changed", &tenant.to_string().as_str(), &json!(weights)).await?;
    Ok(())
}
