//! Damaged exports: nothing that is said has a piece of a value in it, and nothing that is sent breaks a header.

use proptest::prelude::*;
use reqwest::header::HeaderValue;

use super::*;

/// Values of the fixtures, of which no piece may be said.
const SECRETS: [&str; 5] = [
    LI_AT,
    "ajax:0000000000000000000",
    "v=2&00000000-0000-0000-0000-000000000000",
    "b=FICT:s=V:r=V:a=V:p=V:g=1:u=1:x=1:i=1:t=1:v=2:sig=FICT",
    "v=2&lang=en-us",
];
/// Bytes of a value that cannot stand in our own words by chance: `JSESSIONID` has seven in common with li_at.
const PIECE: usize = 8;

/// Everything that may end up in a message, a log or a table.
fn everything_said(read: &Result<Jar, CookieError>) -> String {
    match read {
        Err(error) => format!("{error} {error:?}"),
        Ok(jar) => {
            let findings = jar.findings(now());
            let sentences: Vec<String> = findings.iter().map(ToString::to_string).collect();
            format!("{jar:?} {:?} {findings:?} {sentences:?} {}", jar.names(), jar.format())
        }
    }
}

fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    let read = read(bytes, now());
    let said = everything_said(&read);
    for secret in SECRETS {
        for piece in secret.as_bytes().windows(PIECE) {
            let piece = std::str::from_utf8(piece).unwrap();
            prop_assert!(!said.contains(piece), "{} is said: {}", piece, said);
        }
    }
    let Ok(jar) = read else { return Ok(()) };
    let sent = header(&jar);
    prop_assert!(HeaderValue::from_str(&sent).is_ok() && sent.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
    prop_assert!(sent.is_empty() || sent.split(';').all(|pair| pair.contains('=')));
    if let Some(token) = jar.csrf_token(now()) {
        prop_assert!(HeaderValue::from_str(token.expose_secret()).is_ok());
    }
    let again = Jar::from_sealed(&jar.to_sealed());
    prop_assert!(again.is_ok_and(|again| header(&again) == sent && again.to_sealed() == jar.to_sealed()));
    Ok(())
}

fn any_fixture() -> impl Strategy<Value = Vec<u8>> {
    proptest::sample::select(FIXTURES.to_vec()).prop_map(|(name, _)| fixture(name))
}

/// What is done to an export: a byte becomes another, bytes get lost, a piece of another export comes in.
#[derive(Clone, Debug)]
enum Damage {
    Flip(prop::sample::Index, u8),
    Cut(prop::sample::Index, usize),
    Truncate(prop::sample::Index),
    Splice(prop::sample::Index, Vec<u8>, prop::sample::Index, usize),
    Quote(prop::sample::Index, &'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    let index = any::<prop::sample::Index>;
    let mark =
        proptest::sample::select(vec!["\"", "\\", ";", "=", "\t", "\n", "\r\n", ",", ":", "%22", "{", "]", "\0", "#"]);
    prop_oneof![
        (index(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        (index(), 0_usize..60).prop_map(|(at, length)| Damage::Cut(at, length)),
        index().prop_map(Damage::Truncate),
        (index(), any_fixture(), index(), 0_usize..300)
            .prop_map(|(at, from, start, length)| Damage::Splice(at, from, start, length)),
        (index(), mark).prop_map(|(at, mark)| Damage::Quote(at, mark)),
    ]
}

fn damaged(mut bytes: Vec<u8>, damages: Vec<Damage>) -> Vec<u8> {
    for damage in damages {
        let place = |at: prop::sample::Index, bytes: &[u8]| at.index(bytes.len() + 1);
        match damage {
            Damage::Flip(at, byte) if !bytes.is_empty() => {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            Damage::Flip(..) => {}
            Damage::Cut(at, length) => {
                let at = place(at, &bytes);
                let end = bytes.len().min(at + length);
                bytes.drain(at..end);
            }
            Damage::Truncate(at) => bytes.truncate(place(at, &bytes)),
            Damage::Splice(at, from, start, length) => {
                let start = place(start, &from);
                let piece = &from[start..from.len().min(start + length)];
                let at = place(at, &bytes);
                bytes.splice(at..at, piece.iter().copied());
            }
            Damage::Quote(at, mark) => {
                let at = place(at, &bytes);
                bytes.splice(at..at, mark.bytes());
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_a_secret_heard_or_breaks_a_header(
        bytes in any_fixture(),
        damages in proptest::collection::vec(damage(), 1..6),
    ) {
        check(&damaged(bytes, damages))?;
    }

    #[test]
    fn arbitrary_bytes_never_panic(
        head in proptest::sample::select(vec!["", "[", "{\"cookies\":[", "curl -b ", "# Netscape HTTP Cookie File\n", "li_at=", "cookie:", "\u{feff}"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        check(&[head.as_bytes(), &bytes].concat())?;
    }

    #[test]
    fn a_value_in_any_field_is_not_said(
        fields in proptest::collection::vec(proptest::sample::select(vec![LI_AT, "li_at", ".linkedin.com", "/", "1815000000", "TRUE"]), 7),
    ) {
        check(format!("# Netscape HTTP Cookie File\n{}\n", fields.join("\t")).as_bytes())?;
        let [name, value, domain, path, expires, same_site, key] = fields[..] else { unreachable!() };
        let object = format!(r#"{{"name": "{name}", "value": "{value}", "domain": "{domain}", "path": "{path}", "expires": "{expires}", "sameSite": "{same_site}", "{key}": 1}}"#);
        check(format!("[{object}]").as_bytes())?;
        check(format!(r#"{{"{name}": "{value}", "{domain}": "{path}"}}"#).as_bytes())?;
        check(format!("{name}={value}; {domain}={path}; {expires}").as_bytes())?;
    }

    #[test]
    fn damaged_sealed_bytes_never_panic_and_are_not_said(
        bytes in any_fixture(),
        damages in proptest::collection::vec(damage(), 1..4),
    ) {
        let sealed = damaged(jar(bytes).to_sealed().to_vec(), damages);
        let said = everything_said(&Jar::from_sealed(&sealed));
        for secret in SECRETS {
            prop_assert!(!secret.as_bytes().windows(PIECE).any(|piece| said.contains(std::str::from_utf8(piece).unwrap())));
        }
    }
}
