//! A new report: of which campaigns, for how long, and what it tells.

use std::sync::Arc;

use askama::Template;
use axum::{
    body::Bytes,
    extract::{Query, State as Pool},
    http::StatusCode,
    response::Response,
};
use queries::queries::{campaign_pages, persona_pages, reports as sql};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    super::{
        Pages, answer,
        answer::Problem,
        assets,
        fields::{Fields, Problems},
        here::Here,
        shell::Shell,
        shown,
        visitor::Visitor,
    },
    Made, Wanted as List, page as list,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        campaign_groups as groups, campaigns,
        reports::{self, LONGEST, USUAL, Wanted},
        users::Role,
    },
    values,
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    campaign: String,
    group: String,
}

#[derive(Template)]
#[template(path = "reports/new.html")]
pub(in super::super) struct NewPage {
    shell: Shell,
    fields: Fields,
    problems: Problems,
    campaigns: Vec<(String, String)>,
    personas: Vec<(String, String)>,
    /// Whether all personas are ticked because a campaign states none.
    is_for_all: bool,
    longest: i32,
}

impl NewPage {
    fn value(&self, key: &str) -> &str {
        self.fields.one(key)
    }

    fn is_of_several(&self) -> bool {
        self.fields.all("campaign").nth(1).is_some()
    }

    fn has(&self, key: &str, value: &str) -> bool {
        self.fields.has(key, value)
    }

    fn problem(&self, key: &str) -> Option<&str> {
        self.problems.get(key).map(String::as_str)
    }
}

pub(super) async fn form(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let mut fields = Fields::default();
    let choices = campaign_pages::campaign_choices().bind(&*tx).all().await?;
    if let Ok(group) = asked.group.parse::<i32>()
        && let Ok(item) = groups::item(&tx, group).await
    {
        fields.push("title", item["name"].as_str().unwrap_or_default());
        let those = groups::campaigns(&tx, group, None).await?;
        // There is nothing to report of what has not begun.
        for campaign in choices.iter().filter(|one| those.contains(&one.id) && !one.is_draft) {
            fields.push("campaign", campaign.id.to_string());
        }
    }
    for campaign in choices {
        if campaign.id.to_string() == asked.campaign {
            fields.push("title", campaign.name);
            fields.push("campaign", asked.campaign.clone());
        }
    }
    fields.push("good_for", USUAL.to_string());
    fields.push("recommends", "yes");
    let campaigns: Vec<i32> = fields.all("campaign").filter_map(|id| id.parse().ok()).collect();
    let meant = campaigns::personas(&tx, &campaigns).await?;
    let is_for_all = meant.is_empty() && !campaigns.is_empty();
    for persona in persona_pages::persona_choices().bind(&*tx).all().await? {
        if persona.is_active && (meant.is_empty() || meant.contains(&persona.id)) {
            fields.push("persona", persona.id.to_string());
        }
    }
    let page = NewPage { is_for_all, ..page(&tx, &visitor, fields, Problems::new()).await? };
    tx.commit().await?;
    Ok(answer::page(&page))
}

async fn page(tx: &TenantTx, visitor: &Visitor, fields: Fields, problems: Problems) -> Result<NewPage, Error> {
    let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?.into_iter();
    let personas = persona_pages::persona_choices().bind(&**tx).all().await?.into_iter();
    Ok(NewPage {
        shell: Shell::of(&visitor.session, "/campaigns"),
        fields,
        problems,
        campaigns: campaigns.map(|row| (row.id.to_string(), row.name)).collect(),
        personas: personas.filter(|row| row.is_active).map(|row| (row.id.to_string(), row.name)).collect(),
        is_for_all: false,
        longest: LONGEST,
    })
}

pub(super) async fn make(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    here: Here,
    body: Bytes,
) -> Result<Response, Problem> {
    visitor.must(Role::Editor)?;
    let fields = Fields::parse(&body);
    let tx = visitor.session.begin(&pages.database).await?;
    let problems = match read(&fields) {
        Ok(wanted) => match reports::make(&tx, &wanted).await {
            Ok(new) => {
                let path = new.path();
                let found = sql::report_content().bind(&*tx, &new.id).one().await?;
                let shell = Shell::of(&visitor.session, "/campaigns");
                let made = Made {
                    id: new.id,
                    title: found.title,
                    link: here.page(&path),
                    ends: shown::moment(found.expires_at, &shell.clock(), true),
                    names_people: found.names_people,
                };
                // Its link is shown once: this page does not ask for itself again.
                let page = list(&tx, shell, &List::default(), Some(made)).await?;
                tx.commit().await?;
                return Ok(answer::page(&page));
            }
            Err(Error::Invalid(sentence) | Error::Conflict(sentence) | Error::NotFound(sentence)) => {
                Problems::from([(String::new(), sentence)])
            }
            Err(error) => return Err(error.into()),
        },
        Err(problems) => problems,
    };
    tx.rollback().await?;
    let tx = visitor.session.begin(&pages.database).await?;
    let page = page(&tx, &visitor, fields, problems).await?;
    tx.commit().await?;
    Ok(answer::with_status(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// What the form says.
fn read(fields: &Fields) -> Result<Wanted, Problems> {
    let mut problems = Problems::new();
    let mut wrong = |key: &str, words: String| drop(problems.insert(key.to_owned(), words));
    let title = values::name(fields.one("title")).unwrap_or_else(|words| {
        wrong("title", words);
        String::new()
    });
    let campaigns: Result<Vec<i32>, _> = fields.all("campaign").map(str::parse).collect();
    let campaigns = campaigns.unwrap_or_default();
    if campaigns.is_empty() {
        wrong("campaign", "choose at least one campaign".to_owned());
    }
    let personas: Result<Vec<Uuid>, _> = fields.all("persona").map(str::parse).collect();
    let personas = personas.unwrap_or_default();
    if personas.is_empty() {
        wrong("persona", "choose at least one".to_owned());
    }
    let mut day = |key: &str| {
        let day = fields.given(key).map(values::day).transpose();
        day.unwrap_or_else(|words| {
            wrong(key, words);
            None
        })
    };
    let days = (day("first_day"), day("last_day"));
    if let (Some(first), Some(last)) = days
        && last < first
    {
        wrong("last_day", "the last day comes after the first".to_owned());
    }
    let good_for = fields.one("good_for").parse().ok().filter(|days| (1..=LONGEST).contains(days));
    if good_for.is_none() {
        wrong("good_for", format!("a link is good for 1 to {LONGEST} days"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Wanted {
        title,
        campaigns,
        personas: Some(personas),
        days,
        good_for: good_for.unwrap_or(USUAL),
        names_people: fields.has("names_people", "yes"),
        recommends: fields.has("recommends", "yes"),
    })
}

#[cfg(test)]
impl NewPage {
    pub(in super::super) fn samples() -> Vec<Self> {
        let hostile = "\"></textarea><b>";
        let mut fields = Fields::default();
        for key in ["title", "first_day", "last_day", "good_for"] {
            fields.push(key, hostile);
        }
        fields.push("campaign", "1");
        let choice = vec![("1".to_owned(), "<b>".to_owned()), (hostile.to_owned(), "<b>".to_owned())];
        let page = |problems, campaigns: &[(String, String)]| Self {
            shell: Shell::sample("/campaigns"),
            fields: fields.clone(),
            problems,
            campaigns: campaigns.to_vec(),
            personas: choice.clone(),
            is_for_all: true,
            longest: LONGEST,
        };
        let all = ["title", "campaign", "persona", "first_day", "last_day", "good_for", ""];
        let problems = all.map(|key| (key.to_owned(), "<b>no".to_owned()));
        vec![page(Problems::new(), &[]), page(Problems::from(problems), &choice)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let body = b"title=+&good_for=366&first_day=2026-03-02&last_day=2026-03-01&persona=x";
        let wrong = read(&Fields::parse(body)).unwrap_err();
        let wrong: Vec<&str> = wrong.keys().map(String::as_str).collect();
        assert_eq!(wrong, ["campaign", "good_for", "last_day", "persona", "title"]);
        let body = b"title=Spring&good_for=30&campaign=1&campaign=2&persona=00000000-0000-4000-8000-000000000001&first_day=&last_day=";
        let said = read(&Fields::parse(body)).unwrap();
        assert_eq!((said.campaigns.as_slice(), said.days, said.good_for), ([1, 2].as_slice(), (None, None), 30));
        assert!(!said.names_people && !said.recommends, "what is not ticked is not told");
    }
}
