//! Arbitrary text must not panic the parser, and spans must be slices of the text.

/// A small generator (xorshift), so that the test is the same every time and needs no crate.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}

fn check(text: &str) {
    let headline = headline::parse(text);
    for role in &headline.roles {
        assert!(text.get(role.span.clone()).is_some(), "span {:?} of {text:?}", role.span);
        assert!((0.1..=0.95).contains(&role.confidence));
        assert!(role.functions.len() <= 2);
        assert!(role.title.is_some() || role.employer.is_some() || !role.current || role.seniority.is_none());
    }
    assert_eq!(headline, headline::parse(text), "the same text gives the same answer");
    let _ = headline::name_key(text);
}

const PIECES: [&str; 56] = [
    "CEO",
    "at",
    "@",
    "|",
    " ",
    "  ",
    "-",
    " – ",
    ",",
    ".",
    "Sr.",
    "(",
    ")",
    "/",
    "//",
    "&",
    "+",
    "#",
    "w/",
    "ex-",
    "x",
    "I",
    "l",
    "Ä",
    "ß",
    "à",
    "på",
    "för",
    "Leiter",
    ":in",
    "*in",
    "(e)",
    "·rice",
    "GmbH",
    "Inc.",
    "S.A.",
    "U.S.",
    "of",
    "der",
    "🚀",
    "👨‍💻",
    "™",
    "\u{200d}",
    "\u{301}",
    "𝗛𝗲𝗮𝗱",
    "Ｍ",
    "Ã¤",
    "â€“",
    "मो",
    "المدير",
    "部长",
    "\n",
    "\0",
    "\u{feff}",
    "Founder",
    "Head of",
];

#[test]
fn combinations_of_signs_and_words() {
    let mut random = Random(0x5eed_1234_abcd_0001);
    for _ in 0..60_000 {
        let mut text = String::new();
        for _ in 0..random.below(14) {
            text.push_str(PIECES[random.below(PIECES.len())]);
            if random.below(3) > 0 {
                text.push(' ');
            }
        }
        check(&text);
    }
}

#[test]
fn any_characters() {
    let mut random = Random(0x5eed_1234_abcd_0002);
    for _ in 0..20_000 {
        let text: String = (0..random.below(40))
            .filter_map(|_| {
                let limit = [0x80, 0x250, 0x3000, 0x11_0000][random.below(4)];
                u32::try_from(random.below(limit)).ok().and_then(char::from_u32)
            })
            .collect();
        check(&text);
    }
}

#[test]
fn truncated_and_broken_headlines() {
    let development = include_str!("../data/development.tsv");
    for text in development.lines().filter_map(|line| line.split('\t').nth(1)) {
        for (at, _) in text.char_indices() {
            check(&text[..at]);
            check(&text[at..]);
        }
        // What a program makes of UTF-8 that it takes for Latin-1, and of bytes cut off in the middle.
        let mojibake: String = text.bytes().map(char::from).collect();
        check(&mojibake);
        for cut in 0..text.len() {
            check(&String::from_utf8_lossy(&text.as_bytes()[cut..]));
        }
    }
}

#[test]
fn very_long_text() {
    check(&"Head of Sales at Example | ".repeat(2_000));
    check(&"a".repeat(100_000));
    check(&", ".repeat(20_000));
    check(&"🚀".repeat(20_000));
}
