//! Invented people: names put together at random, and headlines as people write them, in five languages.

use std::collections::BTreeSet;

use super::{
    plan::{Kind, TenantPlan},
    random::Random,
    samples::{self, Company},
    titles::{self, Language},
};

/// A person of the demo, as LinkedIn would know one.
#[derive(Debug, Clone)]
pub struct Person {
    /// The member id, as exports have it.
    pub member_id: String,
    /// The vanity name, where an export shows one.
    pub slug: Option<String>,
    /// First name.
    pub first_name: &'static str,
    /// Last name.
    pub last_name: &'static str,
    /// The headline; few have none.
    pub headline: Option<String>,
    /// The title in it.
    pub title: String,
    /// The employer, whether or not the headline names it.
    pub company: Option<Company>,
    /// What the person is like, from which the true rates follow.
    pub kind: Kind,
    /// 1st, 2nd or 3rd+.
    pub degree: &'static str,
    /// Country and city, where an enrichment would have found them.
    pub place: Option<(&'static str, &'static str)>,
    /// Whether the person follows the page; none where it is not known.
    pub follows: Option<bool>,
}

impl Person {
    /// The full name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// The address of the profile, as an export has it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://www.linkedin.com/in/{}", self.slug.as_ref().unwrap_or(&self.member_id))
    }
}

/// The people of a tenant: those who engage, and connections who do not. Who simulates LinkedIn knows them too.
#[must_use]
pub fn of_tenant(seed: u64, plan: &TenantPlan) -> (Vec<Person>, Vec<Person>) {
    let random = |subject: &str| Random::new(seed, &format!("{} {subject}", plan.slug));
    let people = compose(&mut random("people"), plan.people, &plan.mix);
    let mut quiet = compose(&mut random("quiet"), plan.quiet_connections, &plan.mix);
    for person in &mut quiet {
        // Connections.csv knows people by their vanity names alone, which must differ from those of the people who engage.
        let name =
            format!("{}-{}-demo-q{}", person.first_name, person.last_name, &person.member_id[5..9]).to_lowercase();
        person.slug = Some(name);
    }
    (people, quiet)
}

/// Makes people: `mix` says how many of each kind there are, by weight.
#[must_use]
pub fn compose(random: &mut Random, count: usize, mix: &[f64; 7]) -> Vec<Person> {
    let lists = Lists {
        first_names: samples::FIRST_NAMES.lines().collect(),
        last_names: samples::LAST_NAMES.lines().collect(),
        companies: samples::companies(),
        others: ["sales", "finance", "people", "operations", "legal", "technology", "sales", "marketing"]
            .map(samples::titles)
            .to_vec(),
        creative: samples::titles("creative"),
        designers: samples::titles("designer"),
    };
    let mut slugs = BTreeSet::new();
    (0..count)
        .map(|_| {
            let kind = Kind::ALL[random.weighted(mix)];
            person(random, &lists, kind, &mut slugs)
        })
        .collect()
}

struct Lists {
    first_names: Vec<&'static str>,
    last_names: Vec<&'static str>,
    companies: Vec<Company>,
    others: Vec<Vec<&'static str>>,
    creative: Vec<&'static str>,
    designers: Vec<&'static str>,
}

fn person(random: &mut Random, lists: &Lists, kind: Kind, slugs: &mut BTreeSet<String>) -> Person {
    let first_name = *random.pick(&lists.first_names);
    let last_name = *random.pick(&lists.last_names);
    let (language, title) = title(random, lists, kind);
    let company = (!random.chance(0.08)).then(|| *random.pick(&lists.companies));
    let headline = (!random.chance(0.01)).then(|| headline(random, lists, kind, language, &title, company));
    let place = match (language, company) {
        (Language::English, Some(company)) => Some((company.country, company.city)),
        (Language::English, None) => None,
        (language, _) => Some(*random.pick(language.places())),
    };
    let degree = ["1st", "2nd", "3rd+"][random.weighted(&[0.14, 0.5, 0.36])];
    let slug = random.chance(0.15).then(|| {
        // Plain names would be addresses of people who exist.
        let plain = format!("{first_name}-{last_name}-demo").to_lowercase();
        if slugs.contains(&plain) { format!("{plain}-{:x}", random.below(0xf_ffff)) } else { plain }
    });
    slugs.extend(slug.clone());
    Person {
        member_id: member_id(random),
        slug,
        first_name,
        last_name,
        headline,
        title,
        company,
        kind,
        degree,
        place: place.filter(|_| random.chance(0.7)),
        follows: match random.weighted(&[0.16, 0.24, 0.6]) {
            0 => Some(true),
            1 => Some(false),
            _ => None,
        },
    }
}

/// A member id in LinkedIn's form.
fn member_id(random: &mut Random) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    let end: String = (0..34).map(|_| char::from(*random.pick(SIGNS))).collect();
    format!("ACoAA{end}")
}

fn title(random: &mut Random, lists: &Lists, kind: Kind) -> (Language, String) {
    if kind == Kind::Other {
        let field = random.pick(&lists.others);
        return (Language::English, (*random.pick(field)).to_owned());
    }
    let listed = match kind {
        Kind::Designer => Some(&lists.designers),
        Kind::Creative => Some(&lists.creative),
        _ => None,
    };
    if let Some(listed) = listed.filter(|_| random.chance(0.15)) {
        return (Language::English, (*random.pick(listed)).to_owned());
    }
    let (language, title) = random.pick(titles::of(kind));
    (*language, (*title).to_owned())
}

/// A headline in one of the ways in which people write theirs.
fn headline(
    random: &mut Random,
    lists: &Lists,
    kind: Kind,
    language: Language,
    title: &str,
    company: Option<Company>,
) -> String {
    let topics = titles::topics(kind);
    // Two that differ: the second is some places further on.
    let first = random.below(topics.len());
    let (topic, other_topic) = (topics[first], topics[(first + 1 + random.below(topics.len() - 1)) % topics.len()]);
    let Some(company) = company.map(|company| company.name) else {
        return match random.below(4) {
            0 => title.to_owned(),
            1 => format!("Freelance {title} | {topic}"),
            2 => format!("{title} | {topic} | {other_topic}"),
            _ => format!("{title} • {topic}"),
        };
    };
    let at = match random.below(10) {
        0..=2 => " @ ".to_owned(),
        3 => " @".to_owned(),
        _ => format!(" {} ", language.at()),
    };
    let emoji = *random.pick(&["🚀", "✨", "🎬", "📈", "💡", "🌱"]);
    match random.weighted(&[36.0, 22.0, 7.0, 6.0, 6.0, 4.0, 7.0, 5.0, 4.0, 3.0]) {
        0 => format!("{title}{at}{company}"),
        1 => format!("{title}{at}{company} | {topic}"),
        2 => format!("{title} | {company}"),
        3 => format!("{title} | {topic} | {other_topic}"),
        4 => format!("{emoji} {title}{at}{company}"),
        5 => format!("{} @ {}", title.to_uppercase(), company.to_uppercase()),
        6 => format!("{title}{at}{company} | ex-{}", random.pick(&lists.companies).name),
        7 => format!("{title}{at}{company} {emoji} {topic}"),
        8 => format!("{topic} | {title}{at}{company}"),
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_makes_the_same_people_and_headlines_that_are_understood() {
        let compose = || compose(&mut Random::new(1, "people"), 400, &[1.0; 7]);
        let people = compose();
        assert_eq!(format!("{people:?}"), format!("{:?}", compose()));
        assert_eq!(people.iter().map(|person| &person.member_id).collect::<BTreeSet<_>>().len(), 400);
        let known = people.iter().filter_map(|person| person.headline.as_deref()).map(headline::parse);
        let understood = known.filter(|read| read.main().is_some_and(|role| role.seniority.is_some())).count();
        assert!(understood > 360, "{understood} of 400 headlines give a level");
    }
}
