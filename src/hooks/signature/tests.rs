use serde_json::Value;

use super::*;

/// Samples of LinkedIn's two procedures, made from its documentation with a secret of nobody's.
const LINKEDIN: &str = include_str!("../../../tests/fixtures/hooks/linkedin_vectors.json");

fn keys<'a>(current: &[u8], previous: &[u8], decoy: &'a Secret) -> Keys<'a> {
    Keys { current: Secret::new(current), previous: Secret::new(previous), decoy }
}

fn decoy() -> Secret {
    Secret::new(b"nobody's").unwrap()
}

fn vectors() -> impl Fn(&str) -> String {
    let vectors: Value = serde_json::from_str(LINKEDIN).unwrap();
    move |key| vectors[key].as_str().unwrap().to_owned()
}

/// The two that the documents of Svix and the tests of Standard Webhooks publish. The first has a shorter secret than the
/// specification allows.
const STANDARD: [[&str; 5]; 2] = [
    [
        "whsec_plJ3nmyCDGBKInavdOK15jsl",
        "msg_loFOjxBNrRLzqYUf",
        "1731705121",
        r#"{"event_type":"ping","data":{"success":true}}"#,
        "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
    ],
    [
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "1614265330",
        r#"{"test": 2432232314}"#,
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ],
];

fn verify(vector: [&str; 5], change: impl FnOnce(&mut [Vec<u8>; 4]), skew: i64) -> bool {
    let decoy = decoy();
    let secret = Secret::new(&BASE64_STANDARD.decode(&vector[0][PREFIX.len()..]).unwrap()).unwrap();
    let keys = Keys { current: Some(secret), previous: None, decoy: &decoy };
    let mut parts = [vector[1], vector[2], vector[3], vector[4]].map(|text| text.as_bytes().to_vec());
    change(&mut parts);
    let headers = Standard { id: Some(&parts[0]), timestamp: Some(&parts[1]), signatures: Some(&parts[3]) };
    let now = Timestamp::from_second(vector[2].parse::<i64>().unwrap() + skew).unwrap();
    standard(&keys, &headers, &parts[2], now).is_some()
}

#[test]
fn what_is_signed_here_is_what_the_published_vectors_say() {
    for vector in STANDARD {
        let secret = Secret::new(&BASE64_STANDARD.decode(&vector[0][PREFIX.len()..]).unwrap()).unwrap();
        let header = standard_header(&[&secret, &decoy()], vector[1], vector[2].parse().unwrap(), vector[3].as_bytes());
        let (first, second) = header.split_once(' ').unwrap();
        assert_eq!(first, vector[4]);
        assert!(second.starts_with("v1,") && second != first);
    }
}

#[test]
fn s13_linkedins_vectors_hold() {
    let (vector, decoy) = (vectors(), decoy());
    let keys = keys(vector("client_secret").as_bytes(), b"", &decoy);
    assert_eq!(challenge(&keys, Some(&vector("challengeCode"))), Some(vector("challengeResponse")));
    let (body, signature) = (vector("post_body"), vector("X-LI-Signature"));
    assert!(linkedin(&keys, Some(signature.as_bytes()), body.as_bytes()));
    let mut body = body.into_bytes();
    for at in 0..body.len() {
        body[at] ^= 1;
        assert!(!linkedin(&keys, Some(signature.as_bytes()), &body), "byte {at} of the body");
        body[at] ^= 1;
    }
    for at in 0..signature.len() {
        for other in [b'0', b'1', b'g', b' ', 0xff] {
            let mut signature = signature.clone().into_bytes();
            if signature[at] != other {
                signature[at] = other;
                assert!(!linkedin(&keys, Some(&signature), &body), "byte {at} of the signature");
            }
        }
    }
    for wrong in ["", "hmacsha256=", &format!("hmacsha256={signature}"), &signature[2..], &format!("{signature}00")] {
        assert!(!linkedin(&keys, Some(wrong.as_bytes()), &body), "{wrong}");
    }
    assert!(!linkedin(&keys, None, &body));
}

#[test]
fn s13_an_answer_to_a_challenge_is_no_signature_of_a_delivery() {
    let (vector, decoy) = (vectors(), decoy());
    let keys = keys(vector("client_secret").as_bytes(), b"", &decoy);
    for code in [
        &format!("hmacsha256={}", vector("post_body")),
        "hmacsha256=",
        "a=b",
        "",
        " ",
        "890e4665 4dfe",
        "ü",
        "a.b",
        &"a".repeat(129),
    ] {
        assert_eq!(challenge(&keys, Some(code)), None, "{code:?}");
    }
    assert_eq!(challenge(&keys, None), None);
}

#[test]
fn s13_the_vectors_of_standard_webhooks_hold() {
    for vector in STANDARD {
        assert!(verify(vector, |_| {}, 0), "{vector:?}");
        for part in 0..4 {
            for at in 0..vector[part + 1].len() {
                // The last digit of 32 bytes in base64 holds two bits more than are used, and those count too.
                for bit in 0..8 {
                    let changed = verify(vector, |parts| parts[part][at] ^= 1 << bit, 0);
                    assert!(!changed, "bit {bit} of byte {at} of part {part} of {vector:?}");
                }
            }
        }
    }
}

#[test]
fn s13_a_delivery_is_good_for_five_minutes_each_way() {
    for (skew, is_good) in [(0, true), (300, true), (-300, true), (301, false), (-301, false), (90_000, false)] {
        assert_eq!(verify(STANDARD[0], |_| {}, skew), is_good, "{skew} seconds");
    }
    for timestamp in
        ["", "-1731705121", "+1731705121", "1731705121.0", "1731705121 ", "17317051210000", "１７３１７０５１２１"]
    {
        assert!(!verify(STANDARD[0], |parts| parts[1] = timestamp.into(), 0), "{timestamp:?}");
    }
}

#[test]
fn s13_one_of_several_signatures_is_enough_and_no_other_version_counts() {
    let good = STANDARD[0][4];
    let wrong = STANDARD[1][4];
    for (given, is_good) in [
        (format!("{wrong} {good}"), true),
        (
            format!(
                "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== {good}"
            ),
            true,
        ),
        (format!("{good}  nonsense v9,="), true),
        (format!("{wrong} {wrong}"), false),
        (good.replacen("v1,", "v2,", 1), false),
        (good.replacen("v1,", "V1,", 1), false),
        (good.replacen("v1,", "", 1), false),
        (good.trim_end_matches('=').to_owned(), false),
        (format!("{good}="), false),
        (format!("{good},{good}"), false),
        ("v1,".to_owned(), false),
        (String::new(), false),
        // Whoever sends thousands makes us compare a few.
        (format!("{}{good}", format!("{wrong} ").repeat(7)), true),
        (format!("{}{good}", format!("{wrong} ").repeat(8)), false),
    ] {
        assert_eq!(verify(STANDARD[0], |parts| parts[3] = given.clone().into(), 0), is_good, "{given}");
    }
}

#[test]
fn s13_an_id_cannot_move_the_borders_of_what_is_signed() {
    // Of "a.1731705121.body", whoever has the signature could say that its id is "a.1731705121", were a full stop allowed.
    for id in ["a.1", "", " ", "a b", "ä", "a\0", "a\n", &"a".repeat(LONGEST_ID + 1)] {
        assert_eq!(delivery_id(id.as_bytes()), None, "{id:?}");
    }
    let longest = "a".repeat(LONGEST_ID);
    for id in ["msg_loFOjxBNrRLzqYUf", "8c1f7a1e-8a5b-4a43-9a4e-0d7e6a1f2b3c", "evt:1/2+3=", &longest] {
        assert_eq!(delivery_id(id.as_bytes()), Some(id));
    }
    assert_eq!(delivery_id(b"\xff\xfe"), None);
}

#[test]
fn s13_two_secrets_are_good_while_one_takes_the_place_of_the_other() {
    let (old, new, decoy) = (b"the old secret".as_slice(), b"the new secret".as_slice(), decoy());
    let both = keys(new, old, &decoy);
    let hex = |secret: &[u8]| to_hex(&sign(&Secret::new(secret).unwrap(), &[b"hmacsha256=", b"{}"]));
    for (keys, secret, is_good) in [
        (&both, old, true),
        (&both, new, true),
        (&both, b"nobody's", false),
        (&keys(new, b"", &decoy), old, false),
        (&keys(new, b"", &decoy), new, true),
    ] {
        assert_eq!(linkedin(keys, Some(hex(secret).as_bytes()), b"{}"), is_good);
        assert_eq!(word(keys, Some(secret), b"{}"), is_good);
    }
    // LinkedIn asks for the secret that its app has now.
    let answer = to_hex(&sign(&Secret::new(new).unwrap(), &[b"code"]));
    assert_eq!(challenge(&both, Some("code")), Some(answer));
}

#[test]
fn s13_without_a_secret_nothing_is_good_and_the_decoy_opens_nothing() {
    assert!(Secret::new(b"").is_none());
    let decoy = decoy();
    let none = keys(b"", b"", &decoy);
    for key in [b"".as_slice(), b"nobody's"] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        mac.update(b"hmacsha256={}");
        let signature = to_hex(&mac.finalize().into_bytes());
        assert!(!linkedin(&none, Some(signature.as_bytes()), b"{}"));
        let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
        mac.update(b"a.1731705121.{}");
        let signature = format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()));
        let headers =
            Standard { id: Some(b"a"), timestamp: Some(b"1731705121"), signatures: Some(signature.as_bytes()) };
        assert_eq!(standard(&none, &headers, b"{}", Timestamp::from_second(1_731_705_121).unwrap()), None);
        assert!(!word(&none, Some(key), b"{}"));
    }
    assert_eq!(challenge(&none, Some("code")), None);
    assert!(
        !word(&keys(b"secret", b"", &decoy), None, b"{}") && !word(&keys(b"secret", b"", &decoy), Some(b""), b"{}")
    );
}

#[test]
fn a_secret_is_read_as_it_is_shown_and_does_not_show_itself() {
    let secret = Secret::random().unwrap();
    let shown = secret.to_whsec();
    assert_eq!(Secret::from_whsec(&format!(" {}\n", *shown)).unwrap().bytes(), secret.bytes());
    assert_eq!(format!("{secret:?}"), "Secret(…)");
    assert_eq!(secret.bytes().len(), 32);
    let word = Secret::random_word().unwrap();
    assert_eq!(word.bytes().len(), 43);
    for wrong in [
        "",
        "whsec_",
        "whsec_AAAA",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_plJ3nmyCDGBKInavdOK15jsl",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS*",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    ] {
        assert!(Secret::from_whsec(wrong).is_none(), "{wrong}");
    }
    assert!(Secret::from_whsec(&format!("whsec_{}", BASE64_STANDARD.encode([7; 65]))).is_none());
}
