//! Texts of a file as they may be shown.

/// Whether a terminal takes a character for a command, or for a change of the direction of writing.
#[must_use]
pub fn commands_a_terminal(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text that comes from a file, for a terminal, a message or a log: without what a terminal takes for a command, or for a
/// change of the direction of writing, and not longer than `most` characters.
#[must_use]
pub fn printable(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).map(|c| if commands_a_terminal(c) { ' ' } else { c }).collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_text_commands_no_terminal() {
        assert_eq!(printable("\u{1b}[2J\u{9b}31mred\r\n\u{7}\u{202e}txt", 99), " [2J 31mred    txt");
        assert_eq!(printable("déjà vu", 4), "déjà…");
        assert_eq!(printable("déjà", 4), "déjà");
    }
}
