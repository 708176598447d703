//! What people call themselves, by kind and language, and what they write beside it.

use super::plan::Kind;

/// The language of a headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Dutch.
    Dutch,
}

use Language::{Dutch, English, French, German, Spanish};

impl Language {
    /// The word between title and employer.
    #[must_use]
    pub const fn at(self) -> &'static str {
        match self {
            English => "at",
            German => "bei",
            French => "chez",
            Spanish => "en",
            Dutch => "bij",
        }
    }

    /// Where people who write it live: country and city.
    #[must_use]
    pub const fn places(self) -> &'static [(&'static str, &'static str)] {
        match self {
            English => &[("US", "New York"), ("GB", "London"), ("IE", "Dublin")],
            German => &[("DE", "Berlin"), ("DE", "Hamburg"), ("DE", "München"), ("AT", "Wien"), ("CH", "Zürich")],
            French => &[("FR", "Paris"), ("FR", "Lyon"), ("BE", "Bruxelles")],
            Spanish => &[("ES", "Madrid"), ("ES", "Barcelona"), ("MX", "Ciudad de México"), ("AR", "Buenos Aires")],
            Dutch => &[("NL", "Amsterdam"), ("NL", "Utrecht"), ("BE", "Antwerpen")],
        }
    }
}

/// The titles of a kind; English ones more than the others, since most people write those.
#[must_use]
pub const fn of(kind: Kind) -> &'static [(Language, &'static str)] {
    match kind {
        Kind::Marketing => MARKETING,
        Kind::Creative => CREATIVE,
        Kind::Designer => DESIGNER,
        Kind::Founder => FOUNDER,
        Kind::Technology => TECHNOLOGY,
        Kind::Product => PRODUCT,
        // These have the titles of the sample list.
        Kind::Other => &[(English, "Consultant")],
    }
}

const MARKETING: &[(Language, &str)] = &[
    (English, "VP Marketing"),
    (English, "Head of Marketing"),
    (English, "Chief Marketing Officer"),
    (English, "CMO"),
    (English, "Marketing Director"),
    (English, "Director of Growth Marketing"),
    (English, "Head of Growth"),
    (English, "Brand Director"),
    (English, "Global Head of Brand"),
    (English, "VP Brand & Communications"),
    (English, "Director of Demand Generation"),
    (English, "SVP Marketing"),
    (German, "Leiterin Marketing"),
    (German, "Marketingleiter"),
    (German, "Leiter Marketing & Kommunikation"),
    (French, "Directrice Marketing"),
    (French, "Directeur Marketing"),
    (Spanish, "Directora de Marketing"),
    (Dutch, "Hoofd Marketing"),
];

const CREATIVE: &[(Language, &str)] = &[
    (English, "Creative Director"),
    (English, "Executive Creative Director"),
    (English, "Associate Creative Director"),
    (English, "Art Director"),
    (English, "Senior Art Director"),
    (English, "Head of Design"),
    (English, "Design Director"),
    (English, "Design Lead"),
    (English, "Creative Lead"),
    (English, "Group Creative Director"),
    (German, "Kreativdirektor"),
    (German, "Kreativdirektorin"),
    (French, "Directrice artistique"),
    (French, "Directeur artistique"),
    (Spanish, "Director Creativo"),
    (Dutch, "Creatief directeur"),
];

const DESIGNER: &[(Language, &str)] = &[
    (English, "Motion Designer"),
    (English, "Senior Motion Designer"),
    (English, "Freelance Motion Designer"),
    (English, "Motion Graphics Artist"),
    (English, "3D Artist"),
    (English, "3D Motion Designer"),
    (English, "Animator"),
    (English, "2D Animator & Illustrator"),
    (English, "Visual Designer"),
    (English, "VFX Artist"),
    (English, "Graphic & Motion Designer"),
    (English, "Illustrator"),
    (German, "Motion Designerin"),
    (German, "Mediengestalter"),
    (French, "Graphiste motion"),
    (Spanish, "Diseñadora gráfica"),
    (Spanish, "Animador 3D"),
    (Dutch, "Grafisch ontwerper"),
];

const FOUNDER: &[(Language, &str)] = &[
    (English, "Founder & CEO"),
    (English, "Co-Founder"),
    (English, "Founder"),
    (English, "Co-Founder & CEO"),
    (English, "CEO"),
    (English, "Managing Partner"),
    (English, "Owner"),
    (English, "Managing Director"),
    (German, "Gründer & Geschäftsführer"),
    (German, "Geschäftsführerin"),
    (French, "Fondatrice"),
    (Spanish, "Fundador y CEO"),
    (Dutch, "Eigenaar"),
];

const TECHNOLOGY: &[(Language, &str)] = &[
    (English, "CTO"),
    (English, "Chief Technology Officer"),
    (English, "VP Engineering"),
    (English, "Head of Engineering"),
    (English, "Engineering Manager"),
    (English, "Director of Engineering"),
    (English, "Director of Platform Engineering"),
    (English, "Head of IT"),
    (English, "IT Director"),
    (English, "Head of Security Engineering"),
    (German, "Leiter Softwareentwicklung"),
    (German, "IT-Leiter"),
    (French, "Directeur technique"),
    (Spanish, "Director de Tecnología"),
];

const PRODUCT: &[(Language, &str)] = &[
    (English, "Product Manager"),
    (English, "Senior Product Manager"),
    (English, "Principal Product Manager"),
    (English, "Group Product Manager"),
    (English, "Head of Product"),
    (English, "VP Product"),
    (English, "Chief Product Officer"),
    (English, "Product Owner"),
    (English, "Director of Product Management"),
    (German, "Produktmanagerin"),
    (German, "Produktmanager"),
    (Dutch, "Productmanager"),
];

/// What people of a kind write beside their title.
#[must_use]
pub const fn topics(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Marketing => {
            &["B2B SaaS", "Brand & demand", "Storytelling", "Growth", "Go-to-market", "ABM", "Podcast host"]
        }
        Kind::Creative => {
            &["Brand systems", "Storytelling", "Cannes juror", "Art direction", "Film & motion", "Mentor"]
        }
        Kind::Designer => {
            &["2D & 3D", "C4D, Blender & Houdini", "Motion for brands", "UI animation", "Reel in bio", "After Effects"]
        }
        Kind::Founder => &["Bootstrapped", "B2B SaaS", "Angel investor", "Hiring!", "Building in public", "Dad of two"],
        Kind::Technology => &["Platform", "Cloud & Kubernetes", "Reliability", "AI in production", "Team builder"],
        Kind::Product => &["Discovery", "Fintech", "B2B SaaS", "Jobs to be done", "Payments", "AI products"],
        Kind::Other => &["Remote", "Lifelong learner", "People first", "Data-driven", "Open to work", "Europe"],
    }
}
