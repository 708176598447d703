//! Whether what called an API as one document says may go on as it is with another.

use std::collections::BTreeSet;

use serde_json::Value;

/// Which way a value goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    /// From the caller: what was taken is taken.
    In,
    /// To the caller: what was told is told.
    Out,
}

/// What is worse in the later document, in sentences.
pub fn breaks(before: &Value, now: &Value) -> Vec<String> {
    let mut look = Look { before, now, found: Vec::new(), open: Vec::new() };
    for (path, item) in members(&before["paths"]) {
        for (method, operation) in members(item) {
            let there = &now["paths"][path][method];
            let place = format!("{} {path}", method.to_uppercase());
            if there.is_null() {
                look.found.push(format!("{place} is gone"));
            } else {
                look.operation(&place, operation, there);
            }
        }
    }
    look.found
}

struct Look<'d> {
    before: &'d Value,
    now: &'d Value,
    found: Vec<String>,
    /// What is being compared further up, since a schema may hold itself.
    open: Vec<(*const Value, *const Value, Way)>,
}

impl<'d> Look<'d> {
    fn operation(&mut self, place: &str, before: &'d Value, now: &'d Value) {
        if before["operationId"] != now["operationId"] {
            self.found.push(format!("{place} is called {} instead of {}", now["operationId"], before["operationId"]));
        }
        self.parameters(place, before, now);
        let (body, asked) = (&before["requestBody"], &now["requestBody"]);
        if asked["required"] == true && body["required"] != true {
            self.found.push(format!("{place} has to have a body"));
        }
        for (kind, content) in members(&body["content"]) {
            self.content(&format!("{place}, in its body"), (kind, content), &asked["content"], Way::In);
        }
        for (status, answer) in members(&before["responses"]) {
            let there = &now["responses"][status];
            if there.is_null() {
                self.found.push(format!("{place} answers with {status} no more"));
            }
            for (kind, content) in members(&answer["content"]) {
                self.content(&format!("{place}, in the answer {status}"), (kind, content), &there["content"], Way::Out);
            }
        }
    }

    fn parameters(&mut self, place: &str, before: &'d Value, now: &'d Value) {
        let named = |of: &'d Value, parameter: &Value| {
            list(&of["parameters"])
                .find(|other| (&other["name"], &other["in"]) == (&parameter["name"], &parameter["in"]))
        };
        for parameter in list(&before["parameters"]) {
            let name = parameter["name"].as_str().unwrap_or_default();
            match named(now, parameter) {
                None => self.found.push(format!("{place} takes no {name} any more")),
                Some(there) => {
                    self.schema(&format!("{place}, {name}"), &parameter["schema"], &there["schema"], Way::In);
                }
            }
        }
        for parameter in list(&now["parameters"]) {
            let was_needed = named(before, parameter).is_some_and(|there| there["required"] == true);
            if parameter["required"] == true && !was_needed {
                self.found.push(format!("{place} has to be told {}", parameter["name"]));
            }
        }
    }

    fn content(&mut self, place: &str, (kind, before): (&str, &'d Value), now: &'d Value, way: Way) {
        match now.get(kind) {
            None => self.found.push(format!("{place}, there is no {kind} any more")),
            Some(there) => self.schema(place, &before["schema"], &there["schema"], way),
        }
    }

    fn schema(&mut self, place: &str, before: &'d Value, now: &'d Value, way: Way) {
        let (before, now) = (resolved(self.before, before), resolved(self.now, now));
        let pair = (std::ptr::from_ref(before), std::ptr::from_ref(now), way);
        if self.open.contains(&pair) {
            return;
        }
        self.open.push(pair);
        self.alternatives(place, before, now, way);
        self.kinds(place, before, now, way);
        self.bounds(place, before, now, way);
        self.properties(place, before, now, way);
        for key in ["items", "additionalProperties"] {
            if before[key].is_object() && now[key].is_object() {
                self.schema(&format!("{place}, each of it"), &before[key], &now[key], way);
            }
        }
        self.open.pop();
    }

    /// What may be one of several things: whatever was sent is still one of them, and whatever is told was one of them before.
    fn alternatives(&mut self, place: &str, before: &'d Value, now: &'d Value, way: Way) {
        for key in ["oneOf", "anyOf"] {
            let (old, new): (Vec<_>, Vec<_>) = (list(&before[key]).collect(), list(&now[key]).collect());
            if old.is_empty() && new.is_empty() {
                continue;
            }
            // One thing is one of several where there is no more than that.
            let (old, new) =
                (if old.is_empty() { vec![before] } else { old }, if new.is_empty() { vec![now] } else { new });
            let fits = |look: &mut Self, old: &'d Value, new: &'d Value| {
                let mark = look.found.len();
                look.schema(place, old, new, way);
                let fits = look.found.len() == mark;
                look.found.truncate(mark);
                fits
            };
            let is_kept = match way {
                Way::In => old.iter().all(|old| new.iter().any(|new| fits(self, old, new))),
                Way::Out => new.iter().all(|new| old.iter().any(|old| fits(self, old, new))),
            };
            if !is_kept {
                let what =
                    if way == Way::In { "something that was taken is not" } else { "something is told that was not" };
                self.found.push(format!("{place}: {what}, of what may be one of several things"));
            }
        }
        for (old, new) in list(&before["allOf"]).zip(list(&now["allOf"])) {
            self.schema(place, old, new, way);
        }
        if list(&now["allOf"]).count() != list(&before["allOf"]).count() {
            self.found.push(format!("{place} is put together of other parts"));
        }
    }

    fn kinds(&mut self, place: &str, before: &Value, now: &Value, way: Way) {
        let types = |of: &Value| -> BTreeSet<String> {
            let one = of["type"].as_str().map(str::to_owned);
            one.into_iter().chain(list(&of["type"]).filter_map(|kind| kind.as_str().map(str::to_owned))).collect()
        };
        let (old, new) = (types(before), types(now));
        // What says nothing of it may be anything.
        let is_within = |small: &BTreeSet<String>, large: &BTreeSet<String>| {
            large.is_empty()
                || !small.is_empty()
                    && small.iter().all(|kind| large.contains(kind) || kind == "integer" && large.contains("number"))
        };
        let is_kept = if way == Way::In { is_within(&old, &new) } else { is_within(&new, &old) };
        let is_told_by_another =
            ["oneOf", "anyOf", "allOf"].iter().any(|key| !before[*key].is_null() || !now[*key].is_null());
        if !is_kept && !is_told_by_another {
            self.found.push(format!("{place} is {new:?} instead of {old:?}"));
        }
        let values: Vec<&Value> = list(&now["enum"]).collect();
        for value in list(&before["enum"]) {
            if !values.is_empty() && !values.contains(&value) {
                self.found.push(format!("{place} knows no {value} any more"));
            }
        }
        if way == Way::In && before["enum"].is_null() && !values.is_empty() {
            self.found.push(format!("{place} takes some words alone"));
        }
    }

    /// Lengths, sizes and forms of what is taken.
    fn bounds(&mut self, place: &str, before: &Value, now: &Value, way: Way) {
        if way == Way::Out {
            return;
        }
        let bound = |of: &Value, key: &str| of[key].as_f64();
        for (key, is_most) in [
            ("maximum", true),
            ("maxLength", true),
            ("maxItems", true),
            ("exclusiveMaximum", true),
            ("minimum", false),
            ("minLength", false),
            ("minItems", false),
            ("exclusiveMinimum", false),
        ] {
            let is_narrower = match (bound(before, key), bound(now, key)) {
                (Some(old), Some(new)) => {
                    if is_most {
                        new < old
                    } else {
                        new > old
                    }
                }
                (None, Some(_)) => true,
                _ => false,
            };
            if is_narrower {
                self.found.push(format!("{place} takes less: {key} is {}", now[key]));
            }
        }
        for key in ["pattern", "format"] {
            if !now[key].is_null() && now[key] != before[key] {
                self.found.push(format!("{place} takes another form: {key} is {}", now[key]));
            }
        }
    }

    fn properties(&mut self, place: &str, before: &'d Value, now: &'d Value, way: Way) {
        let needs = |of: &Value, name: &str| list(&of["required"]).any(|needed| needed == name);
        for (name, old) in members(&before["properties"]) {
            let place = format!("{place}, {name}");
            let Some(new) = now["properties"].get(name) else {
                // What another part says is compared there.
                if now["properties"].is_object() || now["oneOf"].is_null() {
                    self.found.push(format!("{place} is gone"));
                }
                continue;
            };
            if way == Way::Out && needs(before, name) && !needs(now, name) {
                self.found.push(format!("{place} is not always told any more"));
            }
            self.schema(&place, old, new, way);
        }
        for name in list(&now["required"]).filter_map(Value::as_str) {
            if way == Way::In && !needs(before, name) {
                self.found.push(format!("{place}, {name} has to be said"));
            }
        }
        if way == Way::In
            && now["additionalProperties"] == false
            && before["additionalProperties"] != false
            && before["properties"].is_object()
        {
            self.found.push(format!("{place} takes nothing besides any more"));
        }
    }
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    match schema["$ref"].as_str() {
        Some(place) => document.pointer(place.trim_start_matches('#')).unwrap_or(&Value::Null),
        None => schema,
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
