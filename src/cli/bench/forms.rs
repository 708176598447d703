//! Where the forms of a page lead that only ask, filled in as somebody in a hurry does: with what stands there, the first of what must be
//! chosen, and two letters where a word is needed.

use std::collections::BTreeSet;

/// The addresses to which the forms of a page lead that ask, and change nothing.
pub fn asked(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split("<form ").skip(1).filter_map(|rest| {
        let (tag, rest) = rest.split_once('>')?;
        let action = attribute(tag, "action").filter(|_| attribute(tag, "method").as_deref() == Some("get"))?;
        let fields = fields(rest.split("</form>").next()?);
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        Some(format!("{action}?{query}"))
    })
}

/// What a value of an attribute means.
#[must_use]
pub fn meant(value: &str) -> String {
    let letters = [("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">"), ("&#38;", "&"), ("&amp;", "&")];
    letters.iter().fold(value.to_owned(), |value, (written, letter)| value.replace(written, letter))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (before, rest) = tag.split_once(&format!("{name}=\""))?;
    (before.is_empty() || before.ends_with([' ', '\n'])).then(|| rest.split('"').next().map(meant)).flatten()
}

fn has(tag: &str, name: &str) -> bool {
    tag.split([' ', '\n', '/']).any(|word| word == name)
}

/// The fields of a form and their values.
fn fields(form: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut choices: Vec<(String, String, bool)> = Vec::new();
    let mut list: Option<String> = None;
    for part in form.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = attribute(tag, "name");
        match (tag.split([' ', '\n']).next().unwrap_or_default(), name) {
            ("input", Some(name)) if !has(tag, "disabled") => {
                let kind = attribute(tag, "type").unwrap_or_default();
                let value = attribute(tag, "value").unwrap_or_default();
                match kind.as_str() {
                    "checkbox" | "radio" => choices.push((name, value, has(tag, "checked"))),
                    "hidden" => fields.push((name, value)),
                    _ if value.is_empty() && (has(tag, "required") || kind == "search") => {
                        fields.push((name, "an".to_owned()));
                    }
                    _ => fields.push((name, value)),
                }
            }
            ("textarea", Some(name)) => fields.push((name, meant(text.trim()))),
            ("select", name) => list = name,
            ("/select", _) => list = None,
            ("option", _) => {
                if let Some(name) = &list {
                    let value = attribute(tag, "value").unwrap_or_else(|| meant(text.trim()));
                    choices.push((name.clone(), value, has(tag, "selected")));
                }
            }
            _ => {}
        }
    }
    let names: BTreeSet<String> = choices.iter().map(|(name, ..)| name.clone()).collect();
    for name in names {
        let of_name = || choices.iter().filter(|choice| choice.0 == name);
        let chosen = of_name().filter(|choice| choice.2);
        let first = of_name().take(usize::from(!of_name().any(|choice| choice.2)));
        fields.extend(chosen.chain(first).map(|(name, value, _)| (name.clone(), value.clone())));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_asks_leads_where_a_browser_would_go() {
        let page = r#"<form class="find" method="get" action="/search"><input type="search" name="q" value=""></form>
            <form method="post" action="/campaigns"><input name="name"></form>
            <form class="card" method="get" action="/campaigns/new/2">
            <input type="hidden" name="name" value="A &#38; &#34;B&#34;"><input name="days" value="7" required>
            <input type="radio" name="strategy" value="1"><input type="radio" name="strategy" value="2" checked>
            <input type="checkbox" name="persona" value="p"><input type="checkbox" name="persona" value="q">
            <select name="type"><option value="">None</option><option value="organic" selected>Organic</option></select>
            <datalist id="groups"><option value="Spring"></datalist><textarea name="notes">
Hello</textarea></form>"#;
        let asked: Vec<String> = asked(page).collect();
        assert_eq!(
            asked,
            [
                "/search?q=an",
                "/campaigns/new/2?name=A+%26+%22B%22&days=7&notes=Hello&persona=p&strategy=2&type=organic"
            ]
        );
    }
}
