//! Templates of payloads and headers: JSON with `{{variables}}` in it.

use serde_json::Value;

/// Puts the variables in. Outside of texts a variable becomes JSON, inside of them, where that is asked for, its text.
pub(super) fn render(template: &str, variables: &Value, in_texts: bool) -> Result<Value, String> {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    let mut inside = false;
    while let Some(sign) = rest.chars().next() {
        let replaced = !inside || in_texts;
        if replaced
            && let Some(after) = rest.strip_prefix("{{")
            && let Some((path, after)) = after.split_once("}}")
            && is_path(path.trim())
        {
            let value = look_up(variables, path.trim());
            text.push_str(&if inside { inner_text(value) } else { value.to_string() });
            rest = after;
            continue;
        }
        if inside && sign == '\\' {
            let escape: String = rest.chars().take(2).collect();
            text.push_str(&escape);
            rest = &rest[escape.len()..];
            continue;
        }
        inside ^= sign == '"';
        text.push(sign);
        rest = &rest[sign.len_utf8()..];
    }
    serde_json::from_str(&text).map_err(|error| format!("is not JSON once its variables are put in: {error}"))
}

/// Two braces may also be two objects that begin: what is between them decides.
fn is_path(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'))
}

fn look_up<'a>(variables: &'a Value, path: &str) -> &'a Value {
    path.split('.').fold(variables, |value, name| match value {
        Value::Array(list) => name.parse::<usize>().ok().and_then(|place| list.get(place)).unwrap_or(&Value::Null),
        other => &other[name],
    })
}

/// A value as a part of a text, escaped as texts are.
fn inner_text(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    let quoted = Value::String(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn variables_become_json_outside_of_texts_and_text_inside() {
        let variables = json!({ "resource": { "id": "R\"1", "list": [7] }, "userId": "u" });
        let template = r#"{"a":{{resource.id}},"b":{{resource}}, "c":"by {{userId}} \"{{userId}}\"", "d":{{resource.list.0}},"e":{{nothing.there}}}"#;
        let plain = render(template, &variables, false).unwrap();
        assert_eq!(plain["a"], "R\"1");
        assert_eq!(plain["b"], variables["resource"]);
        assert_eq!(plain["c"], "by {{userId}} \"{{userId}}\"");
        assert_eq!((plain["d"].as_i64(), plain["e"].is_null()), (Some(7), true));
        let inside = render(r#"{"c":"by {{resource.id}}, {{resource.list}}"}"#, &variables, true).unwrap();
        assert_eq!(inside["c"], "by R\"1, [7]");
        assert!(render(r#"{"a":{{userId}"#, &variables, false).is_err());
        assert_eq!(render(r#"{"a":{"b":{}}}"#, &variables, true).unwrap(), json!({ "a": { "b": {} } }));
    }
}
