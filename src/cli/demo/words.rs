//! What people say below posts.

use super::{plan::Strategy, random::Random};

const PRAISE: &[&str] = &[
    "This is the clearest take on it I have read this year.",
    "Saving this for our next kick-off.",
    "Love the pacing. What did you use for the type?",
    "Genau das diskutieren wir gerade im Team.",
    "Sehr schön gemacht, danke fürs Teilen!",
    "Bravo, c'est exactement notre problème du moment.",
    "Muy buen trabajo, enhorabuena al equipo.",
    "Mooi werk! Wanneer komt deel twee?",
    "The second slide alone is worth it 👏",
    "Sharing this with my team on Monday.",
    "Would love to hear how this works in a smaller company.",
    "We tried the same and failed at step three. Thank you for naming it.",
];

const ANSWERS: &[&str] = &[
    "Option two, without a doubt.",
    "My first teacher, who timed everything with a stopwatch.",
    "Project price, always. A day rate punishes whoever is quick.",
    "Hard question. Ask me again after the deadline 😅",
    "Das hängt sehr vom Kunden ab.",
    "Ça dépend du client, mais plutôt la première.",
    "A brief without an audience is a wish.",
    "Unpopular opinion: none of the above.",
];

const QUESTIONS: &[&str] = &[
    "Is there a version for teams of five?",
    "Can I get the data behind page 7?",
    "How long did the whole thing take?",
    "Does this work outside of Europe as well?",
    "Where can I sign up?",
];

/// A comment that fits the strategy.
pub fn comment(random: &mut Random, strategy: Option<Strategy>) -> &'static str {
    let fitting = match strategy {
        Some("Community conversation") => ANSWERS,
        Some("Lead generation with a document" | "Event and webinar" | "Customer proof") => QUESTIONS,
        _ => PRAISE,
    };
    let said: &'static [&'static str] = if random.chance(0.7) { fitting } else { PRAISE };
    said[random.below(said.len())]
}
