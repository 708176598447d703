//! Audiences for LinkedIn: of whom a list is made, what may be in it, and the file that Campaign Manager takes.

use std::sync::Arc;

use askama::Template;
use axum::{
    Router,
    extract::{Query, State as Pool},
    response::Response,
    routing::get,
};
use queries::queries::{audiences::AudienceSurvey, campaign_pages, persona_pages, segments as segments_sql};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{
    Pages, answer,
    answer::Problem,
    assets,
    lists::{self, Choice},
    shell::Shell,
    shown,
    visitor::Visitor,
};
use crate::{
    db::TenantTx,
    error::Error,
    model::{
        audiences::{self, Whom},
        users::Role,
    },
    spreadsheet,
};

/// Of whom, and as what.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
struct Wanted {
    persona: String,
    segment: String,
    campaign: String,
    of: String,
    hashed: String,
}

impl Wanted {
    /// Whom it means; nobody, where nothing is chosen.  What is no id is that of nothing.
    fn whom(&self) -> Option<Whom> {
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let whom = Whom {
            persona: said(&self.persona).map(|id| Uuid::parse_str(&id).unwrap_or_default()),
            segment: said(&self.segment),
            campaign: said(&self.campaign).map(|id| id.parse().unwrap_or(-1)),
        };
        (whom.persona.is_some() || whom.segment.is_some() || whom.campaign.is_some()).then_some(whom)
    }

    fn is_of_companies(&self) -> bool {
        self.of == "companies"
    }

    fn is_hashed(&self) -> bool {
        self.hashed == "yes"
    }

    fn query(&self) -> String {
        lists::query([
            ("persona", self.persona.trim()),
            ("segment", self.segment.trim()),
            ("campaign", self.campaign.trim()),
            ("of", if self.is_of_companies() { "companies" } else { "" }),
            ("hashed", if self.is_hashed() && !self.is_of_companies() { "yes" } else { "" }),
        ])
    }
}

#[derive(Template)]
#[template(path = "audiences/show.html")]
pub(super) struct AudiencePage {
    shell: Shell,
    is_of_companies: bool,
    is_hashed: bool,
    personas: Vec<Choice>,
    segments: Vec<Choice>,
    campaigns: Vec<Choice>,
    list: Option<List>,
}

/// What the list would be.
struct List {
    name: String,
    download: String,
    rows: String,
    /// Whether LinkedIn could show ads to so many.
    is_enough: bool,
    note: Option<String>,
    /// What became of those who were chosen, each with how many.
    steps: Vec<(String, &'static str)>,
}

pub(super) fn router() -> Router<Arc<Pages>> {
    Router::new().route("/audiences", get(show)).route("/audiences.csv", get(download))
}

/// What can be chosen, and what is.
struct Choices {
    personas: Vec<Choice>,
    segments: Vec<Choice>,
    campaigns: Vec<Choice>,
}

impl Choices {
    async fn read(tx: &TenantTx, wanted: &Wanted) -> Result<Self, Error> {
        let personas = persona_pages::persona_choices().bind(&**tx).all().await?;
        let campaigns = campaign_pages::campaign_choices().bind(&**tx).all().await?;
        let segments = segments_sql::segment_items()
            .bind(&**tx, &None::<&str>, &None::<&str>, &"name", &None::<&str>, &false, &None::<&Value>, &i64::MAX)
            .all()
            .await?;
        let name = |item: &Value| item["name"].as_str().unwrap_or_default().to_owned();
        let (persona, segment, campaign) = (wanted.persona.trim(), wanted.segment.trim(), wanted.campaign.trim());
        Ok(Self {
            personas: personas.into_iter().map(|row| Choice::new(row.id.to_string(), row.name, persona)).collect(),
            segments: segments.into_iter().map(|row| Choice::new(row.id, name(&row.item), segment)).collect(),
            campaigns: campaigns.into_iter().map(|row| Choice::new(row.id.to_string(), row.name, campaign)).collect(),
        })
    }

    /// What the choice is called; whatever is chosen that there is not is refused.
    fn name(&self, wanted: &Wanted) -> Result<String, Error> {
        let mut names = Vec::new();
        for (all, chosen) in
            [(&self.personas, &wanted.persona), (&self.segments, &wanted.segment), (&self.campaigns, &wanted.campaign)]
        {
            if chosen.trim().is_empty() {
                continue;
            }
            let found = all.iter().find(|choice| choice.is_chosen).ok_or_else(|| {
                Error::NotFound("There is no such persona, segment or campaign, or it was deleted.".to_owned())
            })?;
            names.push(found.words.clone());
        }
        Ok(names.join(", and "))
    }
}

async fn show(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let tx = visitor.session.begin(&pages.database).await?;
    let choices = Choices::read(&tx, &wanted).await?;
    let list = match wanted.whom() {
        Some(whom) => {
            let name = choices.name(&wanted)?;
            Some(List::new(name, &wanted, &audiences::survey(&tx, &whom).await?))
        }
        None => None,
    };
    tx.commit().await?;
    let Choices { personas, segments, campaigns } = choices;
    let shell = Shell::of(&visitor.session, "/segments");
    let (is_of_companies, is_hashed) = (wanted.is_of_companies(), wanted.is_hashed());
    Ok(answer::page(&AudiencePage { shell, is_of_companies, is_hashed, personas, segments, campaigns, list }))
}

impl List {
    fn new(name: String, wanted: &Wanted, found: &AudienceSurvey) -> Self {
        let rows = if wanted.is_of_companies() { found.companies } else { found.contacts };
        let note = audiences::warning(usize::try_from(rows).unwrap_or_default());
        let mut steps = vec![
            (shown::counted(found.chosen, "person", "people"), "chosen"),
            (
                shown::count(found.chosen - found.allowed),
                "left out: LinkedIn's own interfaces alone have told of them, and LinkedIn allows no audience of that",
            ),
        ];
        if wanted.is_of_companies() {
            steps.push((shown::counted(found.companies, "company", "companies"), "where the others work, a row each"));
        } else {
            steps.push((
                shown::count(found.allowed - found.contacts),
                "left out: there is no e-mail address, and of the name no first and last part by which LinkedIn could find them",
            ));
            steps.push((shown::count(found.with_email), "rows with an e-mail address, by which LinkedIn finds most"));
            steps.push((shown::count(found.contacts - found.with_email), "rows with a name, title and company alone"));
            if found.split > 0 {
                steps.push((
                    shown::count(found.split),
                    "of these, names that came as one and were split into first and last: LinkedIn may have them otherwise",
                ));
            }
        }
        Self {
            name,
            download: wanted.query(),
            rows: if wanted.is_of_companies() {
                shown::counted(rows, "company", "companies")
            } else {
                shown::counted(rows, "contact", "contacts")
            },
            is_enough: note.is_none(),
            note: note.map(|note| shown::sentence(&note)),
            steps,
        }
    }
}

async fn download(
    Pool(pages): Pool<Arc<Pages>>,
    visitor: Visitor,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    visitor.must(Role::Viewer)?;
    let whom = wanted.whom().ok_or_else(|| Error::invalid("Choose a persona, a segment or a campaign first."))?;
    let tx = visitor.session.begin(&pages.database).await?;
    Choices::read(&tx, &wanted).await?.name(&wanted)?;
    let list = if wanted.is_of_companies() {
        audiences::companies(&tx, &whom).await?
    } else {
        audiences::people(&tx, &whom, wanted.is_hashed()).await?
    };
    tx.commit().await?;
    let mut file = Vec::new();
    spreadsheet::write(&mut file, list.header, &list.rows)?;
    let name = if wanted.is_of_companies() { "audience-companies.csv" } else { "audience-contacts.csv" };
    Ok(answer::table(name, file))
}

#[cfg(test)]
impl AudiencePage {
    pub(super) fn samples() -> Vec<Self> {
        let choice = || vec![Choice::new("\"><b>", "<b>", "\"><b>")];
        let survey = |people: i64| AudienceSurvey {
            chosen: people,
            allowed: people,
            contacts: people - 1,
            with_email: 1,
            split: 1,
            companies: people,
        };
        let page = |of: &str, people: Option<i64>| {
            let wanted = Wanted { segment: "\"><b>".to_owned(), of: of.to_owned(), ..Wanted::default() };
            Self {
                shell: Shell::sample("/segments"),
                is_of_companies: wanted.is_of_companies(),
                is_hashed: true,
                personas: choice(),
                segments: choice(),
                campaigns: choice(),
                list: people.map(|people| List::new("<b>".to_owned(), &wanted, &survey(people))),
            }
        };
        vec![page("", None), page("", Some(2)), page("companies", Some(500)), page("", Some(1_000_000))]
    }
}
