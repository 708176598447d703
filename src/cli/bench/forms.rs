//! Where the forms of a page lead, filled in as somebody in a hurry does: with what stands there, the first of what must be
//! chosen, and two letters where a word is needed.

use std::collections::BTreeSet;

/// The addresses to which the forms of a page lead that ask, and change nothing.
pub fn asked(text: &str) -> impl Iterator<Item = String> + '_ {
    forms(text, "get").map(|(action, form)| {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields(form)).finish();
        format!("{action}?{query}")
    })
}

/// What the forms of a page send that change something: where to and which fields, once for each button of each form.
pub fn sent(text: &str) -> impl Iterator<Item = (String, Vec<(String, String)>)> + '_ {
    forms(text, "post").flat_map(|(action, form)| {
        let buttons = form.split("<button ").skip(1).filter_map(|rest| rest.split('>').next());
        let sent = buttons.map(move |button| {
            let mut fields = fields(form);
            let pressed = attribute(button, "name").map(|name| (name, attribute(button, "value").unwrap_or_default()));
            fields.extend(pressed);
            (attribute(button, "formaction").unwrap_or_else(|| action.clone()), fields)
        });
        sent.collect::<Vec<_>>()
    })
}

/// The forms of a page that are sent by a method: where to, and what stands in them.
fn forms<'a>(text: &'a str, method: &'a str) -> impl Iterator<Item = (String, &'a str)> {
    text.split("<form ").skip(1).filter_map(move |rest| {
        let (tag, rest) = rest.split_once('>')?;
        let action = attribute(tag, "action").filter(|_| attribute(tag, "method").as_deref() == Some(method))?;
        Some((action, rest.split("</form>").next()?))
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

    #[test]
    fn a_form_that_changes_something_is_sent_once_by_each_of_its_buttons() {
        let page = r#"<form method="get" action="/search"><button>Search</button></form>
            <form method="post" action="/jobs/1"><input name="name" value="Daily"><button name="act" value="save">Save</button>
            <button formaction="/jobs/1/retry" class="plain">Again</button></form>"#;
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            sent(page).collect::<Vec<_>>(),
            [
                ("/jobs/1".to_owned(), vec![field("name", "Daily"), field("act", "save")]),
                ("/jobs/1/retry".to_owned(), vec![field("name", "Daily")])
            ]
        );
    }
}
