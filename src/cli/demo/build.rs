//! Fills an empty database: files are written and imported as a user would, and what files do not tell is added in bulk.

use std::{path::Path, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use queries::queries::{demo as sql, imports as imports_sql, tenants};
use serde_json::{Value, json};

use super::{
    details,
    engagement::{self, Drawn},
    files::{self, Contents, Exports},
    people::{self, Person},
    plan::{Kind, TENANTS, TenantPlan},
    posts::{self, Post},
    random::Random,
};
use crate::{
    cli::session::Session,
    db::{Database, TenantId},
    error::Error,
    import::{Format, identity::PostRef},
    model::imports::{self, Report, Request},
};

/// What a demo is made from.
#[derive(Clone, Copy)]
pub struct Recipe<'a> {
    /// Where the exports go.
    pub exports: &'a Path,
    /// The same seed gives the same people and numbers.
    pub seed: u64,
    /// The present moment: everything in the demo is so and so long ago.
    pub now: Timestamp,
    /// Is told what is being done, before it is done.
    pub say: &'a (dyn Fn(&str) + Sync),
}

/// A tenant's invented rows.
struct Cast<'a> {
    plan: &'a TenantPlan,
    people: Vec<Person>,
    posts: Vec<Post>,
    drawn: Drawn,
    exports: Exports,
}

/// Builds the demo in a database that has nothing in it but the default tenant, and hands the database back with the
/// reports of its imports.
///
/// # Errors
/// As the disk and the database give them; what was built so far stays.
pub async fn build(database: Arc<Database>, recipe: &Recipe<'_>) -> Result<Vec<Report>, Error> {
    (recipe.say)("inventing 3,000 people, 57 posts and who engaged with them");
    let mut casts = Vec::new();
    let mut number = 0;
    for plan in &TENANTS {
        casts.push(cast(plan, recipe, &mut number)?);
    }

    let mut session = Session::with(database, TENANTS[0].slug).await?;
    let mut reports = Vec::new();
    for cast in &casts {
        let plan = cast.plan;
        session.tenant = tenant(&session, plan).await?;
        plan.currency.clone_into(&mut session.currency);
        reports.extend(import(&session, cast, recipe).await?);
        (recipe.say)(&format!("{}: adding 90 days of engagement, companies, calendar, pins", plan.name));
        describe(&session, cast, recipe).await?;
    }
    (recipe.say)("folding the numbers");
    let owner = session.database.owner().await?;
    imports_sql::fold().bind(&owner).one().await?;
    owner.batch_execute("analyze").await?;
    Ok(reports)
}

fn cast<'a>(plan: &'a TenantPlan, recipe: &Recipe<'_>, number: &mut usize) -> Result<Cast<'a>, Error> {
    let random = |subject: &str| Random::new(recipe.seed, &format!("{} {subject}", plan.slug));
    let (people, quiet) = people::of_tenant(recipe.seed, plan);
    let posts = posts::of(&mut random("posts"), plan, recipe.now);
    let drawn = engagement::draw(&mut random("engagement"), &people, &posts, plan.offset, recipe.now);
    let folder = recipe.exports.join(plan.name.to_lowercase().replace(' ', "-"));
    let contents =
        Contents { tenant: plan, people: &people, quiet: &quiet, posts: &posts, drawn: &drawn, now: recipe.now };
    let exports = files::write(&folder, &contents, &mut random("files"), number)?;
    Ok(Cast { plan, people, posts, drawn, exports })
}

/// Finds or makes the tenant, and gives it its name, time zone and currency.
async fn tenant(session: &Session, plan: &TenantPlan) -> Result<TenantId, Error> {
    let mut owner = session.database.owner().await?;
    let tx = owner.transaction().await?;
    let id = if let Some(found) = tenants::tenant_by_slug().bind(&tx, &plan.slug).opt().await? {
        sql::dress_tenant().bind(&tx, &plan.name, &plan.time_zone, &plan.currency, &found.id).await?;
        found.id
    } else {
        let id =
            tenants::create_tenant().bind(&tx, &plan.slug, &plan.name, &plan.time_zone, &plan.currency).one().await?;
        sql::seed().bind(&tx, &id).one().await?;
        id
    };
    sql::set_currency().bind(&tx, &plan.currency, &id).await?;
    tx.commit().await?;
    Ok(TenantId(id))
}

/// Takes the files in, with the importer that everybody uses.
async fn import(session: &Session, cast: &Cast<'_>, recipe: &Recipe<'_>) -> Result<Vec<Report>, Error> {
    let (plan, now) = (cast.plan, recipe.now);
    let mut reports = Vec::new();
    let mut work = vec![(cast.exports.posts.clone(), Request { format: Some(Format::Posts), ..Request::default() })];
    for (file, place) in &cast.exports.reactions {
        let post = &cast.posts[*place];
        // Scraped some days after it was posted.
        let seen = post.at.saturating_add(SignedDuration::from_hours(6 * 24)).unwrap_or(now).min(now);
        let named = PostRef { activity_id: Some(post.activity_id), ..PostRef::default() };
        work.push((file.clone(), Request { post: Some(named), seen_at: Some(seen), ..Request::default() }));
    }
    work.push((cast.exports.connections.clone(), Request::default()));
    work.push((cast.exports.ads.clone(), Request::default()));
    (recipe.say)(&format!("{}: importing {} files", plan.name, work.len()));
    for (file, request) in work {
        let survey = imports::survey(&file, &request).await?;
        reports.push(imports::run(session, &file, &request, survey, None, &|_| Ok(())).await?);
    }
    Ok(reports)
}

/// Adds what the files do not tell, each kind of row in one statement, all in one transaction.
async fn describe(session: &Session, cast: &Cast<'_>, recipe: &Recipe<'_>) -> Result<(), Error> {
    let (plan, tenant, now) = (cast.plan, session.tenant.0, recipe.now);
    let random = |subject: &str| Random::new(recipe.seed, &format!("{} {subject}", plan.slug));
    let tx = session.begin().await?;
    sql::describe_groups().bind(&*tx, &details::groups(plan, now)).await?;
    let campaigns = details::campaigns(plan, now);
    sql::describe_campaigns().bind(&*tx, &campaigns).await?;
    sql::mean_personas().bind(&*tx, &campaigns).await?;
    let counters = details::counters(&mut random("counters"), plan, &cast.posts, &cast.drawn.totals, now);
    sql::describe_posts().bind(&*tx, &now, &counters).await?;
    sql::link_ads().bind(&*tx, &details::ads(plan, &cast.posts, now)).await?;
    sql::load_engagements().bind(&*tx, &Value::Array(cast.drawn.rows.clone()), &tenant).await?;
    sql::set_reaction_times().bind(&*tx, &times(cast), &tenant).await?;
    sql::describe_companies().bind(&*tx, &details::companies()).await?;
    sql::describe_people().bind(&*tx, &details::people(&mut random("details"), &cast.people)).await?;
    sql::date_history().bind(&*tx).await?;
    sql::rate_strategies().bind(&*tx, &details::relevance(plan)).await?;
    let calendar = details::calendar(&mut random("calendar"), plan, &cast.posts, now);
    sql::plan_calendar().bind(&*tx, &calendar).await?;
    for (name, description, rule) in details::segments(plan) {
        sql::add_segment().bind(&*tx, &name, &description, &rule).await?;
    }
    let (name, description, targeting, reach) = details::audience(plan);
    sql::add_audience().bind(&*tx, &name, &description, &targeting, &reach).await?;
    by_hand(&tx, cast).await?;
    tx.commit().await
}

/// When the reactions of the files really happened: the demo's posts were watched from the first day.
fn times(cast: &Cast<'_>) -> Value {
    let lines = cast.drawn.exported.iter().zip(&cast.posts);
    let rows = lines.flat_map(|(lines, post)| {
        lines.iter().map(
            |line| json!({"m": cast.people[line.person].member_id, "a": post.activity_id, "at": line.at.to_string()}),
        )
    });
    rows.collect()
}

/// Two people whom matching misses are pinned, and one whom it finds is kept out.
async fn by_hand(tx: &tokio_postgres::Client, cast: &Cast<'_>) -> Result<(), Error> {
    let of = |kind: Kind, place: usize| {
        cast.people.iter().filter(move |person| person.kind == kind).nth(place).map(|person| person.member_id.as_str())
    };
    let pins = [
        (of(Kind::Other, 3), "Holds the budget whatever the title says: met at the trade fair"),
        (of(Kind::Other, 11), "Takes over as head of marketing next month"),
    ];
    for (member, why) in pins {
        if let Some(member) = member {
            sql::pin().bind(tx, &why, &"Marketing leaders", &member).one().await?;
        }
    }
    if let Some(member) = of(Kind::Marketing, 2) {
        sql::exclude().bind(tx, &"Works for a competitor", &"Marketing leaders", &member).one().await?;
    }
    Ok(())
}
