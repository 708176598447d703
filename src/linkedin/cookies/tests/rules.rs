//! Whose a cookie is, when it ends, which of two is kept, and what can be sent.

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn linkedin_is_linkedin_with_or_without_a_dot_and_in_any_case() {
    for domain in [
        "linkedin.com",
        ".linkedin.com",
        "www.linkedin.com",
        ".www.linkedin.com",
        ".WWW.LinkedIn.COM",
        " .linkedin.com ",
    ] {
        let jar = li_at_with(&format!(r#""domain": "{domain}""#));
        assert_eq!(header(&jar), format!("li_at={LI_AT}"), "{domain}");
    }
}

#[test]
fn a_look_alike_is_not_linkedin_and_none_of_it_is_kept() {
    for domain in [
        "linkedin.com.evil.example",
        "notlinkedin.com",
        "www-linkedin.com",
        "linkedin.co",
        "linkedin.com.",
        "..linkedin.com",
        "a..linkedin.com",
        "com",
        ".com",
        "linkedln.com",
        "l\u{131}nkedin.com",
        "linkedin\u{2024}com",
        "xn--lnkedin-j2a.com",
        "xn--www-abc.linkedin.com",
        "evil.example/linkedin.com",
        "evil.example#.linkedin.com",
        "evil.example\\\\.linkedin.com",
        "user@linkedin.com",
        "linkedin.com:443",
        "https://www.linkedin.com",
        "evil.example\\u0000.linkedin.com",
    ] {
        let jar = li_at_with(&format!(r#""domain": "{domain}""#));
        assert_eq!((jar.len(), jar.foreign()), (0, 1), "{domain}");
        assert_eq!(codes(&jar), ["wrong_site"], "{domain}");
    }
}

#[test]
fn cookies_of_other_sites_are_counted_and_not_kept() {
    let file = String::from_utf8(fixture("netscape_cookies.txt")).unwrap();
    let jar = jar(format!("{file}.example.com\tTRUE\t/\tTRUE\t0\tsid\tcanary-of-another-site\n"));
    assert_eq!((jar.len(), jar.foreign()), (7, 1));
    assert_eq!(codes(&jar), ["foreign_left_out"]);
    assert!(!String::from_utf8_lossy(&jar.to_sealed()).contains("canary"));
}

#[test]
fn a_header_or_map_without_a_name_of_linkedin_is_another_sites() {
    for text in ["sessionid=abc; csrftoken=def; lang=en", r#"{"sessionid": "abc", "JSESSIONID": "def", "lang": "en"}"#]
    {
        let jar = jar(text);
        assert_eq!((jar.len(), jar.foreign()), (0, 3));
        assert_eq!(codes(&jar), ["wrong_site"]);
    }
}

#[test]
fn a_cookie_that_linkedin_set_inside_of_another_site_is_not_of_this_session() {
    let foreign = [
        r#""https://example.com""#,
        r#"{"topLevelSite": "https://example.com", "hasCrossSiteAncestor": true}"#,
        r#"{"sourceOrigin": "https://example.com"}"#,
    ];
    for key in foreign {
        let jar = li_at_with(&format!(r#""domain": ".linkedin.com", "partitionKey": {key}"#));
        assert_eq!((jar.len(), jar.foreign()), (0, 1), "{key}");
    }
    for key in [r#""https://linkedin.com""#, "null", r#""""#, r#"{"topLevelSite": "https://www.linkedin.com"}"#] {
        assert_eq!(li_at_with(&format!(r#""domain": ".linkedin.com", "partitionKey": {key}"#)).len(), 1, "{key}");
    }
}

#[test]
fn the_end_is_read_in_every_unit_and_under_every_key() {
    let end = at("2027-07-07T02:40:00Z");
    assert_eq!(end.as_second(), 1_814_928_000);
    for key in ["expires", "expirationDate", "expiry", "expiration", "Expires", "expiration_date"] {
        for value in [
            "1814928000",
            "1814928000.9",
            "1814928000000",
            "1814928000000000",
            "1.814928e9",
            "\"1814928000\"",
            "\"1814928000.5\"",
            "\"2027-07-07T02:40:00.000Z\"",
            "\"2027-07-07T04:40:00+02:00\"",
            "\"Wed, 07 Jul 2027 02:40:00 GMT\"",
        ] {
            let jar = li_at_with(&format!(r#""domain": ".linkedin.com", "{key}": {value}"#));
            assert_eq!(jar.expires_at(), Some(end), "{key}: {value}");
        }
    }
}

#[test]
fn no_end_is_the_end_of_the_session() {
    for value in [
        "null",
        "-1",
        "0",
        "0.0",
        "-1814928000",
        "NaN",
        "\"NaN\"",
        "\"Session\"",
        "\"session\"",
        "\"\"",
        "\"soon\"",
        "false",
        "[]",
        "1e300",
    ] {
        let jar = li_at_with(&format!(r#""domain": ".linkedin.com", "expires": {value}"#));
        assert_eq!(jar.expires_at(), None, "{value}");
        assert_eq!(header(&jar), format!("li_at={LI_AT}"), "a session's cookie is sent: {value}");
    }
    assert_eq!(li_at_with(r#""domain": ".linkedin.com""#).expires_at(), None);
    // A key that says nothing does not hide one that does.
    let both = li_at_with(r#""domain": ".linkedin.com", "expires": -1, "expirationDate": 1814928000"#);
    assert!(both.expires_at().is_some());
}

#[test]
fn an_end_that_is_far_away_stays_far_away() {
    let jar = li_at_with(r#""domain": ".linkedin.com", "expires": "9999-01-01T00:00:00Z""#);
    assert_eq!(jar.expires_at(), Some(at("5138-11-16T09:46:40Z")));
    assert_eq!(Jar::from_sealed(&jar.to_sealed()).unwrap().expires_at(), jar.expires_at());
}

#[test]
fn what_has_expired_is_left_out_of_the_header() {
    let jar = jar(fixture("cookie_editor.json"));
    let later = "2026-12-01T00:00:00Z".parse().unwrap();
    let header = jar.header(later).expose_secret().to_owned();
    assert!(header.starts_with("li_at=AQED") && !header.contains("JSESSIONID") && !header.contains("lidc"), "{header}");
    assert!(jar.csrf_token(later).is_none(), "a token without its cookie is refused by LinkedIn");
}

#[test]
fn of_two_cookies_of_one_name_the_better_one_is_kept() {
    let kept = |first: &str, second: &str| {
        let cookie = |value, keys| format!(r#"{{"name": "lang", "value": "{value}", {keys}}}"#);
        let text = |a: String, b: String| format!("[{a}, {b}]");
        let read = |text: String| header(&jar(text));
        // The order in the file matters only between equals.
        let there = read(text(cookie("1st", first), cookie("2nd", second)));
        let back = read(text(cookie("2nd", second), cookie("1st", first)));
        (there, back)
    };
    let both = |value: &str| (format!("lang={value}"), format!("lang={value}"));
    // The more specific domain, even if it ends earlier.
    assert_eq!(
        kept(
            r#""domain": ".www.linkedin.com", "expires": 1791000000"#,
            r#""domain": ".linkedin.com", "expires": 1815000000"#
        ),
        both("1st")
    );
    // But neither one that is never sent there, nor one that has ended.
    assert_eq!(kept(r#""domain": ".linkedin.com""#, r#""domain": ".business.linkedin.com""#), both("1st"));
    assert_eq!(kept(r#""domain": ".linkedin.com""#, r#""domain": ".www.linkedin.com", "path": "/help""#), both("1st"));
    assert_eq!(
        kept(r#""domain": ".linkedin.com""#, r#""domain": ".www.linkedin.com", "expires": 1700000000"#),
        both("1st")
    );
    // On one domain the later end, and one that is known before one that is not.
    assert_eq!(
        kept(
            r#""domain": ".linkedin.com", "expires": 1815000000"#,
            r#""domain": ".linkedin.com", "expires": 1791000000"#
        ),
        both("1st")
    );
    assert_eq!(
        kept(r#""domain": ".linkedin.com", "expires": 1815000000"#, r#""domain": ".linkedin.com""#),
        both("1st")
    );
    // Between equals the later line.
    let same = r#""domain": ".linkedin.com""#;
    assert_eq!(kept(same, same), ("lang=2nd".to_owned(), "lang=1st".to_owned()));
}

#[test]
fn only_what_a_browser_would_send_to_voyager_is_in_the_header() {
    let sent = |keys: &str| !header(&li_at_with(keys)).is_empty();
    for keys in [
        r#""domain": ".linkedin.com", "path": "/""#,
        r#""domain": ".www.linkedin.com", "path": "/voyager""#,
        r#""domain": "www.linkedin.com", "path": "/voyager/", "hostOnly": true"#,
        r#""domain": "www.linkedin.com", "path": "/voyager/api""#,
        r#""domain": ".linkedin.com", "path": """#,
        r#""domain": ".linkedin.com", "path": null, "hostOnly": true"#,
        r#""domain": "linkedin.com", "hostOnly": false"#,
    ] {
        assert!(sent(keys), "{keys}");
    }
    for keys in [
        r#""domain": ".business.linkedin.com""#,
        r#""domain": ".api.www.linkedin.com""#,
        r#""domain": "linkedin.com", "hostOnly": true"#,
        r#""domain": ".linkedin.com", "path": "/voyage""#,
        r#""domain": ".linkedin.com", "path": "/voyager/api/me""#,
        r#""domain": ".linkedin.com", "path": "/talent""#,
    ] {
        assert!(!sent(keys), "{keys}");
        assert_eq!(li_at_with(keys).fingerprint(), None, "{keys}");
    }
}

#[test]
fn jsessionid_is_held_with_quotes_and_its_token_without_however_it_came() {
    for value in [
        r"ajax:0001",
        r#"\"ajax:0001\""#,
        r#"\\\"ajax:0001\\\""#,
        r#"\\\\\"ajax:0001\\\\\""#,
        r#"\"\"ajax:0001\"\""#,
        r"'ajax:0001'",
        r#" \"ajax:0001\" \n"#,
    ] {
        let jar = jar(format!(r#"{{"li_at": "{LI_AT}", "JSESSIONID": "{value}"}}"#));
        assert_eq!(header(&jar), format!("li_at={LI_AT}; JSESSIONID=\"ajax:0001\""), "{value}");
        assert_eq!(jar.csrf_token(now()).unwrap().expose_secret(), "ajax:0001", "{value}");
        let again = Jar::from_sealed(&jar.to_sealed()).unwrap();
        assert_eq!(header(&again), header(&jar), "{value}");
    }
    for value in ["", r#"\"\""#, " "] {
        let jar = jar(format!(r#"{{"li_at": "{LI_AT}", "JSESSIONID": "{value}"}}"#));
        assert!(jar.csrf_token(now()).is_none() && !header(&jar).contains("JSESSIONID"), "{value}");
    }
}

#[test]
fn quotes_that_are_left_of_json_are_quotes_in_every_cookie() {
    let text = format!(r#"li_at=\"{LI_AT}\"; JSESSIONID=\"ajax:1\"; bcookie=\"v=2&1\"; lang=v=2"#);
    assert_eq!(header(&jar(text)), format!(r#"li_at={LI_AT}; JSESSIONID="ajax:1"; bcookie="v=2&1"; lang=v=2"#));
}

#[test]
fn no_value_and_no_name_can_start_another_header_or_cookie() {
    let evil =
        ["a\\r\\nX-Evil: 1", "a\\nb", "a\\rb", "a\\u0000b", "a;b=c", "a\\u007fb", "a\\tb", "caf\u{e9}", "a\\u2028b"];
    for evil in evil {
        for name in ["li_at", "JSESSIONID", "bcookie", "lang"] {
            let text = format!(
                r#"[{{"name": "{name}", "value": "AQEDAQ{evil}AQEDAQEDAQEDAQED", "domain": ".linkedin.com"}},
                    {{"name": "liap", "value": "true", "domain": ".linkedin.com"}}]"#
            );
            assert_eq!(header(&jar(text)), "liap=true", "{name}: {evil}");
        }
        let text = format!(
            r#"[{{"name": "la{evil}ng", "value": "en", "domain": ".linkedin.com"}},
                {{"name": "liap", "value": "true", "domain": ".linkedin.com"}}]"#
        );
        assert_eq!(header(&jar(text)), "liap=true", "{evil}");
    }
    for name in ["", " ", "a b", "a=b", "a,b", "a\\\"b"] {
        let text = format!(r#"{{"li_at": "{LI_AT}", "{name}": "x"}}"#);
        assert_eq!(header(&jar(text)), format!("li_at={LI_AT}"), "{name}");
    }
}

#[test]
fn what_browsers_send_although_a_standard_forbids_it_is_kept() {
    let text = format!(r#"{{"li_at": "{LI_AT}", "g_state": "{{\"i_l\":0, \"i_t\":1}}", "liap": true, "li_theme": 1}}"#);
    assert_eq!(header(&jar(text)), format!(r#"li_at={LI_AT}; g_state={{"i_l":0, "i_t":1}}; liap=true; li_theme=1"#));
}

#[test]
fn there_is_an_end_to_how_much_is_read() {
    let pairs = |count: usize| (1..count).fold(format!("li_at={LI_AT}"), |text, n| format!("{text}; c{n}=1"));
    assert_eq!(jar(pairs(MAX_COOKIES)).len(), MAX_COOKIES);
    assert_eq!(
        refused(pairs(MAX_COOKIES + 1)),
        "it holds more than 300 cookies of LinkedIn, more than a browser keeps; export those of one browser profile alone"
    );
    let value = |length: usize| jar(format!("li_at={LI_AT}; lang={}", "x".repeat(length))).len();
    assert_eq!((value(MAX_VALUE), value(MAX_VALUE + 1)), (2, 1));
    let quoted = |length: usize| jar(format!("li_at={LI_AT}; JSESSIONID={}", "x".repeat(length))).len();
    assert_eq!((quoted(MAX_VALUE - 2), quoted(MAX_VALUE - 1)), (2, 1), "with its quotes");
    let name = |length: usize| jar(format!("li_at={LI_AT}; {}=1", "x".repeat(length))).len();
    assert_eq!((name(MAX_NAME), name(MAX_NAME + 1)), (2, 1));
    let padded = |length: usize| format!("{HEADER}{}", " ".repeat(length - HEADER.len()));
    assert_eq!(header(&jar(padded(MAX_BYTES))), HEADER);
    assert!(refused(padded(MAX_BYTES + 1)).starts_with("it is larger than 1048576 bytes"));
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(refused(deep).starts_with("line 1, column 128: this is not JSON"));
}
