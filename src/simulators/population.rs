//! The members, companies and posts of an invented LinkedIn.
//!
//! Everything follows from the seed: the same member has the same id, slug, employer and career whoever asks for them, so that
//! whom one scraper gives by member id another enriches by slug. The members are the people of `rapport demo` with the same
//! seed, since whoever is in the demo's database should be found when they are looked up. Anybody else who is asked for is
//! invented on the spot, and stays who they are as long as the simulator runs.

mod career;
mod posts;

use std::collections::HashMap;

use crate::{
    cli::demo::{
        self,
        people::{self, Person},
        plan::TENANTS,
        random::Random,
        samples,
    },
    import::identity::{CompanyKey, PersonKey},
};

pub use career::{MONTHS, Position, YearMonth, duration};
pub use posts::{Comment, Post, Reaction, Reactor};

/// A member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// `ACoAA` and 34 characters.
    pub member_id: String,
    /// The vanity name.
    pub slug: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The headline; few have none.
    pub headline: Option<String>,
    /// The title of the current position.
    pub title: String,
    /// The place of the employer among the companies; none for who has none with a page.
    pub employer: Option<usize>,
    /// 1st, 2nd or 3rd+, as the owner of the scraper's session sees it.
    pub degree: &'static str,
    /// The country, as two letters.
    pub country: &'static str,
    /// The city.
    pub city: &'static str,
}

impl Member {
    /// First and last name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// The profile's address, as people see it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://www.linkedin.com/in/{}", self.slug)
    }

    /// The profile's address with the member id, as lists of reactions have it.
    #[must_use]
    pub fn url_by_id(&self) -> String {
        format!("https://www.linkedin.com/in/{}", self.member_id)
    }

    /// Where the picture would be.
    #[must_use]
    pub fn picture(&self) -> String {
        format!("https://media.example.invalid/p/{}/800.jpg", self.member_id.get(5..15).unwrap_or("0"))
    }
}

/// What others may see of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// Everything.
    Open,
    /// "LinkedIn Member" in lists. The profile can be read by who has its address.
    Hidden,
    /// A name in lists, and no profile any more.
    Missing,
}

/// A company with a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// LinkedIn's number.
    pub id: i64,
    /// The name in its address.
    pub slug: String,
    /// Its name.
    pub name: &'static str,
    /// LinkedIn's industry.
    pub industry: &'static str,
    /// How many work there.
    pub employees: u32,
    /// `51-200`, or `10001+`.
    pub size_band: &'static str,
    /// The country, as two letters.
    pub country: &'static str,
    /// The city.
    pub city: &'static str,
    /// When it was founded.
    pub founded: u32,
    /// Who follows it.
    pub followers: u32,
}

impl Company {
    /// The page's address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://www.linkedin.com/company/{}", self.slug)
    }

    /// The website, which does not exist.
    #[must_use]
    pub fn website(&self) -> String {
        format!("https://{}.example", self.slug)
    }

    /// The ends of the size band; the last band has none.
    #[must_use]
    pub fn size_range(&self) -> (u32, Option<u32>) {
        let (start, end) = self.size_band.trim_end_matches('+').split_once('-').unwrap_or((self.size_band, ""));
        (start.trim_end_matches('+').parse().unwrap_or(1), end.parse().ok())
    }
}

/// The invented LinkedIn.
#[derive(Debug)]
pub struct Population {
    seed: u64,
    reactions: (usize, usize),
    members: Vec<Member>,
    /// How many members there were before anybody else was asked for: these react and write.
    native: usize,
    by_id: HashMap<String, usize>,
    by_slug: HashMap<String, usize>,
    companies: Vec<Company>,
    companies_by_name: HashMap<&'static str, usize>,
}

/// Everybody's kind is as likely, for who is invented on the spot.
const ANY_KIND: [f64; 7] = [1.0; 7];

impl Population {
    /// The people of `rapport demo`, with its own seed.
    #[must_use]
    pub fn of_the_demo() -> Self {
        Self::new(demo::SEED)
    }

    /// The people of `rapport demo --seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let companies = companies();
        let mut population = Self {
            seed,
            reactions: (12, 180),
            members: Vec::new(),
            native: 0,
            by_id: HashMap::new(),
            by_slug: HashMap::new(),
            companies_by_name: companies.iter().enumerate().map(|(place, company)| (company.name, place)).collect(),
            companies,
        };
        for plan in &TENANTS {
            let (people, quiet) = people::of_tenant(seed, plan);
            for person in people.into_iter().chain(quiet) {
                population.settle(person);
            }
        }
        population.native = population.members.len();
        population
    }

    /// The least and the most reactions that a post has.
    #[must_use]
    pub const fn with_reactions(mut self, least: usize, most: usize) -> Self {
        self.reactions = (least, if most < least { least } else { most });
        self
    }

    /// The members who are known so far.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The companies.
    #[must_use]
    pub fn companies(&self) -> &[Company] {
        &self.companies
    }

    /// The employer of a member, if it has a page.
    #[must_use]
    pub fn employer(&self, member: &Member) -> Option<&Company> {
        self.companies.get(member.employer?)
    }

    /// Whom a key names, who is invented if nobody has asked for them before. None for a key without member id and slug: an
    /// id of the Sales Navigator cannot be turned into the others.
    pub fn find(&mut self, key: &PersonKey) -> Option<usize> {
        let known = key.member_id.as_ref().and_then(|id| self.by_id.get(id));
        let known = known.or_else(|| key.slug.as_ref().and_then(|slug| self.by_slug.get(slug)));
        if let Some(&place) = known {
            return Some(place);
        }
        let mut random = self.random("stranger", key.member_id.as_ref().or(key.slug.as_ref())?);
        let mut person = people::compose(&mut random, 1, &ANY_KIND).pop()?;
        if let Some(id) = &key.member_id {
            person.member_id.clone_from(id);
        }
        person.slug.clone_from(&key.slug);
        let place = self.settle(person);
        if let Some((first, last)) = key.slug.as_deref().and_then(names_in) {
            let title = self.members[place].title.clone();
            self.members[place] =
                Member { first_name: first, last_name: last, headline: Some(title), ..self.members[place].clone() };
        }
        Some(place)
    }

    /// The company that a key names.
    #[must_use]
    pub fn find_company(&self, key: &CompanyKey) -> Option<usize> {
        let id = key.id.as_ref().and_then(|id| id.parse::<i64>().ok());
        self.companies.iter().position(|company| Some(company.id) == id || Some(&company.slug) == key.slug.as_ref())
    }

    /// What others may see of a member: of forty one is hidden, and one is gone.
    #[must_use]
    pub fn visibility(&self, member: &Member) -> Visibility {
        match self.random("visibility", &member.member_id).below(40) {
            0 => Visibility::Hidden,
            1 => Visibility::Missing,
            _ => Visibility::Open,
        }
    }

    /// The random numbers of one thing about one member, company or post.
    pub(super) fn random(&self, subject: &str, key: &str) -> Random {
        Random::new(self.seed, &format!("linkedin {subject} {key}"))
    }

    fn settle(&mut self, person: Person) -> usize {
        let place = self.members.len();
        let employer = person.company.and_then(|employer| {
            // One in eleven is at a company whose page they have not linked.
            let linked = !self.random("link", &person.member_id).chance(0.09);
            self.companies_by_name.get(employer.name).copied().filter(|_| linked)
        });
        // Two tenants of the demo may know two people by one name, since each of them knows its own alone.
        let slug = person.slug.filter(|slug| !self.by_slug.contains_key(slug)).unwrap_or_else(|| {
            let number = self.random("slug", &person.member_id).bits() >> 40;
            format!("{}-{}-demo-{number:06x}", person.first_name, person.last_name).to_lowercase()
        });
        let home = person.company.map_or(("GB", "London"), |company| (company.country, company.city));
        let (country, city) = person.place.unwrap_or(home);
        self.by_id.insert(person.member_id.clone(), place);
        self.by_slug.insert(slug.clone(), place);
        self.members.push(Member {
            member_id: person.member_id,
            slug,
            first_name: person.first_name.to_owned(),
            last_name: person.last_name.to_owned(),
            headline: person.headline,
            title: person.title,
            employer,
            degree: person.degree,
            country,
            city,
        });
        place
    }
}

fn companies() -> Vec<Company> {
    let list = samples::companies().into_iter().zip(90_000_001_i64..);
    list.map(|(company, id)| {
        let mut random = Random::new(0, company.name);
        let words: String =
            company.name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
        Company {
            id,
            // Plain names would be addresses of companies that exist.
            slug: format!("{}-demo", words.join("-")),
            name: company.name,
            industry: company.industry.map_or("Software Development", |(_, label)| label),
            employees: company.team_size.max(1),
            size_band: company.size_band(),
            country: company.country,
            city: company.city,
            founded: 2006 + small(random.below(18)),
            followers: company.team_size * (5 + small(random.below(60))) + 40,
        }
    })
    .collect()
}

/// A number that is known to be small.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The names that a vanity name is made of: `ada-example-9a8b7c` is Ada Example.
fn names_in(slug: &str) -> Option<(String, String)> {
    let mut names =
        slug.split('-').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)).map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        });
    Some((names.next()?, names.next()?))
}

/// The name of a country, as LinkedIn writes it.
#[must_use]
pub fn country_name(code: &str) -> &str {
    match code {
        "AR" => "Argentina",
        "AT" => "Austria",
        "AU" => "Australia",
        "BE" => "Belgium",
        "BR" => "Brazil",
        "CA" => "Canada",
        "CH" => "Switzerland",
        "CO" => "Colombia",
        "DE" => "Germany",
        "DK" => "Denmark",
        "ES" => "Spain",
        "FR" => "France",
        "GB" => "United Kingdom",
        "IE" => "Ireland",
        "IL" => "Israel",
        "IN" => "India",
        "MX" => "Mexico",
        "NL" => "Netherlands",
        "NO" => "Norway",
        "PL" => "Poland",
        "SE" => "Sweden",
        "SG" => "Singapore",
        "US" => "United States",
        other => other,
    }
}

#[cfg(test)]
mod tests;
