//! Repairs text that a program read in the wrong encoding.

/// Repairs text of which a program read UTF-8 as Windows-1252 ("GeschÃ¤ft"): none if it is not such text.
pub(super) fn repair(text: &str) -> Option<String> {
    if !text.contains(['Ã', 'â', 'Â']) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(windows_1252).collect();
    String::from_utf8(bytes?).ok().filter(|repaired| repaired.len() < text.len())
}

/// The byte of a character in Windows-1252.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if let Some(at) = HIGH.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}
