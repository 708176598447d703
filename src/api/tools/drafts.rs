//! Tools that propose: what they make has no effect until a person accepts it.

use serde_json::Value;

use super::{
    super::{
        calendar::{self, NewCalendarEntry},
        change::Change,
        personas::{self, NewPersona},
        segments::{self, NewSegment},
    },
    Inputs, Tool,
    schema::{given, output},
    told,
};
use crate::model::{self, api_keys::Scope};

/// How the name of a segment begins that nobody has accepted: segments have no state of their own.
const DRAFT: &str = "Draft: ";

fn of(
    document: &Value,
    (name, title, about): (&'static str, &'static str, &'static str),
    operation: &str,
    decided: &[&str],
    call: fn(super::Caller, super::Said) -> super::Answer,
) -> Tool {
    let input = Inputs::of(document, operation).without(decided).schema(document);
    Tool { name, title, about, scope: Scope::Write, input, output: output(document, given(document, operation)), call }
}

pub(super) fn tools(document: &Value) -> Vec<Tool> {
    vec![
        of(
            document,
            (
                "draft_persona",
                "Draft a persona",
                "Proposes a persona. It is inactive: nobody is matched to it until a person activates it on its page. Try the criteria with preview_persona first.",
            ),
            "createPersona",
            &["active", "colour"],
            |caller, mut said| {
                Box::pin(async move {
                    said.refuse(&["active", "colour"])?;
                    said.0.insert("active".to_owned(), false.into());
                    let (act, said) = Change::<NewPersona>::of(caller, said.0)?.begin().await?;
                    let (id, _) = model::personas::create(&act.tx, said).await?;
                    let made = personas::item(&act.tx, id).await?;
                    act.tx.commit().await?;
                    told(&made)
                })
            },
        ),
        of(
            document,
            (
                "draft_segment",
                "Draft a segment",
                "Proposes a segment. Its name begins with Draft: until a person renames it, and it is used for nothing by itself. Try the rule with preview_segment first.",
            ),
            "createSegment",
            &[],
            |caller, mut said| {
                Box::pin(async move {
                    if let Some(Value::String(name)) = said.0.get_mut("name")
                        && !name.trim_start().starts_with(DRAFT.trim_end())
                    {
                        *name = format!("{DRAFT}{}", name.trim());
                    }
                    let (act, said) = Change::<NewSegment>::of(caller, said.0)?.begin().await?;
                    let id = model::segments::create(&act.tx, said).await?;
                    let made = segments::item(&act.tx, &id).await?;
                    act.tx.commit().await?;
                    told(&made)
                })
            },
        ),
        of(
            document,
            (
                "draft_calendar_entry",
                "Draft an entry of the calendar",
                "Proposes something for the calendar. Its status is draft until a person schedules it; nothing is published by it.",
            ),
            "createCalendarEntry",
            &["status", "post_id"],
            |caller, mut said| {
                Box::pin(async move {
                    said.refuse(&["status", "post_id"])?;
                    said.0.insert("status".to_owned(), "draft".into());
                    let (act, said) = Change::<NewCalendarEntry>::of(caller, said.0)?.begin().await?;
                    let id = model::calendar::create(&act.tx, said).await?;
                    let made = calendar::item(&act.tx, id).await?;
                    act.tx.commit().await?;
                    told(&made)
                })
            },
        ),
    ]
}
