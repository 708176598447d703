//! Tools that read.

use axum::Json;
use queries::queries::{overview, person_pages, tenants};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{
    super::{
        alerts, calendar,
        caller::{Caller, Reader},
        campaigns,
        change::Question,
        engagements,
        inputs::{Asked, Id},
        people, personas, posts,
        problem::Problem,
        search, segments, strategies,
    },
    Answer, Inputs, Said, Tool, listed,
    schema::{given, output},
    told,
};
use crate::model::api_keys::Scope;

/// Campaigns in the overview.
const TOP: u64 = 5;

/// A tool of one operation.
fn of(
    document: &Value,
    (name, title, about): (&'static str, &'static str, &'static str),
    operation: &str,
    id: Option<(&str, &str)>,
    call: fn(Caller, Said) -> Answer,
) -> Tool {
    let input = Inputs::of(document, operation);
    let input = match id {
        Some((name, words)) => input.id(name, words),
        None => input,
    };
    let (input, output) = (input.schema(document), output(document, given(document, operation)));
    Tool { name, title, about, scope: Scope::Read, input, output, call }
}

/// A tool of several operations, or of what the API does not give in one.
fn composed(
    document: &Value,
    (name, title, about): (&'static str, &'static str, &'static str),
    input: Inputs,
    fields: &Value,
    call: fn(Caller, Said) -> Answer,
) -> Tool {
    let output = output(document, json!({"type": "object", "properties": fields}));
    Tool { name, title, about, scope: Scope::Read, input: input.schema(document), output, call }
}

pub(super) fn tools(document: &Value) -> Vec<Tool> {
    let mut tools = Vec::from(summaries(document));
    tools.extend(of_campaigns(document));
    tools.extend(of_personas(document));
    tools.extend(of_plans(document));
    tools
}

fn of_campaigns(document: &Value) -> [Tool; 6] {
    let campaign = Some(("campaign_id", "The id of the campaign, as list_campaigns and search tell it."));
    [
        of(
            document,
            (
                "search",
                "Search",
                "Finds people, companies, campaigns, personas, posts and whatever else has a name, by words, the nearest first. Begin here when a name is known and no id.",
            ),
            "search",
            None,
            |caller, said| Box::pin(async move { told(&search::find(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
        of(
            document,
            (
                "list_campaigns",
                "Campaigns",
                "Lists campaigns with their exact numbers: engagements, people reached, how many of them match a persona, rates, spend.",
            ),
            "listCampaigns",
            None,
            |caller, said| {
                Box::pin(async move { told(&campaigns::list(Reader(caller), Asked(said.rest()?)).await?.0) })
            },
        ),
        of(
            document,
            (
                "campaign_days",
                "Days of a campaign",
                "Tells the past 90 days of a campaign: reactions, comments, shares, new people.",
            ),
            "listCampaignDays",
            campaign,
            |caller, said| {
                Box::pin(async move { listed(campaigns::days(Reader(caller), only(said, "campaign_id")?).await?) })
            },
        ),
        of(
            document,
            (
                "list_people",
                "People",
                "Lists people by what they are and did. With campaign_id: who engaged with it; with persona_id: who matches it; sorted by engagement_score in order desc: the most engaged first.",
            ),
            "listPeople",
            None,
            |caller, said| Box::pin(async move { told(&people::list(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
        of(
            document,
            (
                "list_engagements",
                "Engagements",
                "Lists what people did: reactions, comments with their text, shares, follows, clicks; of a person, a post or a campaign, in a time.",
            ),
            "listEngagements",
            None,
            |caller, said| {
                Box::pin(async move { told(&engagements::list(Reader(caller), Asked(said.rest()?)).await?.0) })
            },
        ),
        of(
            document,
            ("list_posts", "Posts", "Lists posts with their exact numbers, of all campaigns or of one."),
            "listPosts",
            None,
            |caller, said| Box::pin(async move { told(&posts::list(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
    ]
}

fn of_personas(document: &Value) -> [Tool; 5] {
    let persona = Some(("persona_id", "The id of the persona, as list_personas and search tell it."));
    [
        of(
            document,
            (
                "list_personas",
                "Personas",
                "Lists personas, the kinds of buyers who are wanted, with their criteria and how many people match. One that is not active is a draft, or out of use.",
            ),
            "listPersonas",
            None,
            |caller, said| Box::pin(async move { told(&personas::list(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
        of(
            document,
            (
                "persona_people",
                "People of a persona",
                "Lists who matches a persona, the best first, each with the receipt of the score: every criterion and what it came to.",
            ),
            "listPersonaPeople",
            persona,
            |caller, mut said| {
                Box::pin(async move {
                    let id = said.take("persona_id")?;
                    told(&personas::people(Reader(caller), Id(id), Asked(said.rest()?)).await?.0)
                })
            },
        ),
        of(
            document,
            (
                "persona_trend",
                "Trend of a persona",
                "Tells thirty days of a persona: engagements, people and posts a day, the average of seven days.",
            ),
            "listPersonaDays",
            persona,
            |caller, said| {
                Box::pin(async move { listed(personas::days(Reader(caller), only(said, "persona_id")?).await?) })
            },
        ),
        of(
            document,
            (
                "recommend_strategies",
                "Strategies for a persona",
                "Recommends up to five strategies for a persona, each with the reason and the evidence: trials, successes, the expected share with its interval, the lift over the persona's usual share.",
            ),
            "listRecommendations",
            persona,
            |caller, said| {
                Box::pin(
                    async move { listed(personas::recommendations(Reader(caller), only(said, "persona_id")?).await?) },
                )
            },
        ),
        of(
            document,
            (
                "preview_persona",
                "Preview of a persona",
                "Counts who would match criteria, before any persona is made or changed; changes nothing.",
            ),
            "previewPersona",
            None,
            |caller, said| {
                Box::pin(async move { told(&personas::preview(Question { caller, said: said.rest()? }).await?.0) })
            },
        ),
    ]
}

fn of_plans(document: &Value) -> [Tool; 5] {
    let segment = Some(("segment_id", "The id of the segment, as list_segments and search tell it."));
    [
        of(
            document,
            (
                "list_strategies",
                "Strategies",
                "Lists strategies for campaigns: themes, content mix, benchmark, budget, duration, for whom they are meant.",
            ),
            "listStrategies",
            None,
            |caller, said| {
                Box::pin(async move { told(&strategies::list(Reader(caller), Asked(said.rest()?)).await?.0) })
            },
        ),
        of(
            document,
            (
                "list_segments",
                "Segments",
                "Lists segments: live sets of people by a rule. One whose name begins with Draft: was proposed by an assistant.",
            ),
            "listSegments",
            None,
            |caller, said| Box::pin(async move { told(&segments::list(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
        of(
            document,
            ("segment_people", "People of a segment", "Lists who is in a segment at this moment."),
            "listSegmentPeople",
            segment,
            |caller, mut said| {
                Box::pin(async move {
                    let id = said.take("segment_id")?;
                    told(&segments::people(Reader(caller), Id(id), Asked(said.rest()?)).await?.0)
                })
            },
        ),
        of(
            document,
            (
                "preview_segment",
                "Preview of a segment",
                "Counts whom a rule means, and names the ten of them who engaged most, before any segment is made; changes nothing.",
            ),
            "previewSegment",
            None,
            |caller, said| {
                Box::pin(async move { told(&segments::preview(Question { caller, said: said.rest()? }).await?.0) })
            },
        ),
        of(
            document,
            ("list_calendar", "Calendar", "Lists what is planned: entries of the calendar with their time and status."),
            "listCalendarEntries",
            None,
            |caller, said| Box::pin(async move { told(&calendar::list(Reader(caller), Asked(said.rest()?)).await?.0) }),
        ),
    ]
}

/// The tools that put together what belongs together.
fn summaries(document: &Value) -> [Tool; 3] {
    let person =
        Inputs::of(document, "readPerson").id("person_id", "The id of the person, as list_people and search tell it.");
    let campaign = Inputs::of(document, "readCampaign")
        .id("campaign_id", "The id of the campaign, as list_campaigns and search tell it.");
    let week = json!({"type": "object", "properties": {
        "people": {"type": "integer"}, "on_target": {"type": "integer"}, "engagements": {"type": "integer"}}});
    [
        composed(
            document,
            (
                "overview",
                "Overview",
                "Tells how it goes: people reached, those on target and engagements of the last seven days and of the seven before, the busiest campaigns, the most engaged people of the week, and what needs attention.",
            ),
            Inputs::default(),
            &json!({
                "this_week": week, "week_before": week,
                "campaigns": given(document, "listCampaigns")["properties"]["items"],
                "people": {"type": "array", "items": {"type": "object", "properties": {
                    "id": {"type": "integer"}, "name": {"type": "string"}, "headline": {"type": "string"}, "company": {"type": "string"},
                    "engagements": {"type": "integer"}, "score": {"type": "integer"}, "personas": {"type": "array", "items": {"type": "string"}}}}},
                "alerts": given(document, "listAlerts")["properties"]["items"],
            }),
            |caller, said| {
                Box::pin(async move {
                    said.end()?;
                    look(caller).await
                })
            },
        ),
        composed(
            document,
            (
                "campaign_performance",
                "Performance of a campaign",
                "Tells the exact numbers of one campaign and which personas it reached, with their shares of the campaign and of the persona.",
            ),
            campaign,
            &json!({"campaign": given(document, "readCampaign"), "personas": given(document, "listCampaignPersonas")["properties"]["items"]}),
            |caller, mut said| {
                Box::pin(async move {
                    let id: i32 = said.take("campaign_id")?;
                    said.end()?;
                    let Json(campaign) = campaigns::read(Reader(caller.clone()), Id(id)).await?;
                    let Json(personas) = campaigns::personas(Reader(caller), Id(id)).await?;
                    Ok(json!({"campaign": told(&campaign)?, "personas": told(&personas)?}))
                })
            },
        ),
        composed(
            document,
            (
                "get_person",
                "One person",
                "Tells what is known of one person, and of every active persona whether they match and why, or why not: the score against the threshold, and every criterion with what it came to.",
            ),
            person,
            &json!({"person": given(document, "readPerson"), "verdicts": {"type": "array", "items": {"type": "object", "properties": {
                "persona_id": {"type": "string", "format": "uuid"}, "persona": {"type": "string"}, "matches": {"type": "boolean"},
                "match_score": {"type": "number"}, "threshold": {"type": "number"}, "confidence": {"type": "number"},
                "pinned": {"type": "boolean"}, "excluded": {"type": "boolean"}, "reason": {"type": "string"},
                "receipt": {"type": "array", "items": {"type": "object"}}}}}}),
            |caller, mut said| {
                Box::pin(async move {
                    let id: i32 = said.take("person_id")?;
                    said.end()?;
                    person_with_verdicts(caller, id).await
                })
            },
        ),
    ]
}

/// The id of a tool that takes nothing else.
fn only<T: serde::de::DeserializeOwned>(mut said: Said, name: &str) -> Result<Id<T>, Problem> {
    let id = said.take(name)?;
    said.end()?;
    Ok(Id(id))
}

async fn look(caller: Caller) -> Result<Value, Problem> {
    let busiest = json!({"sort": "engagements_last_7_days", "order": "desc", "limit": TOP});
    let busiest = Said(busiest.as_object().cloned().unwrap_or_default());
    let Json(campaigns) = campaigns::list(Reader(caller.clone()), Asked(busiest.rest()?)).await?;
    let Json(alerts) = alerts::list(Reader(caller.clone()), Asked(Said(Map::new()).rest()?)).await?;
    let tx = caller.begin().await?;
    let all = None::<&[i32]>;
    let today = tenants::today().bind(&*tx).one().await?;
    let counts = overview::overview_people().bind(&*tx, &today, &all).all().await?;
    let engagements = overview::overview_engagements().bind(&*tx, &all, &today).one().await?;
    let hot = overview::overview_hot().bind(&*tx, &all, &tx.tenant().0, &today).all().await?;
    tx.commit().await?;
    let week = |week: i32, engagements: i64| {
        let row = counts.iter().find(|row| row.week == Some(week));
        row.map(|row| json!({"people": row.people, "on_target": row.targeted, "engagements": engagements}))
    };
    let person = |row: &overview::OverviewHot| {
        json!({
            "id": row.id, "name": row.name, "headline": row.headline, "company": row.company,
            "engagements": row.engagements, "score": row.score, "personas": row.personas,
        })
    };
    Ok(json!({
        "this_week": week(0, engagements.this_week), "week_before": week(1, engagements.last_week), "campaigns": told(&campaigns)?["items"],
        "people": hot.iter().map(person).collect::<Vec<_>>(), "alerts": told(&alerts)?,
    }))
}

async fn person_with_verdicts(caller: Caller, id: i32) -> Result<Value, Problem> {
    let Json(person) = people::read(Reader(caller.clone()), Id(id)).await?;
    let tx = caller.begin().await?;
    let rows = person_pages::person_verdicts().bind(&*tx, &id).all().await?;
    tx.commit().await?;
    let verdict = |row: person_pages::PersonVerdicts| {
        let id: Uuid = row.id;
        json!({
            "persona_id": id, "persona": row.name, "matches": row.is_target, "match_score": row.match_score, "threshold": row.threshold,
            "confidence": row.confidence, "pinned": row.pinned, "excluded": row.excluded, "reason": row.reason, "receipt": row.receipt,
        })
    };
    Ok(json!({"person": told(&person)?, "verdicts": rows.into_iter().map(verdict).collect::<Vec<_>>()}))
}
