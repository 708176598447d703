//! A jar becomes bytes and a jar again.

use super::*;

/// Everything that can be asked of a jar.
fn everything(jar: &Jar) -> impl PartialEq + std::fmt::Debug {
    (
        (jar.format(), jar.len(), jar.names(), jar.expires_at(), jar.fingerprint(), jar.last_four()),
        (header(jar), jar.csrf_token(now()).map(|token| token.expose_secret().to_owned())),
        codes(jar),
    )
}

#[test]
fn every_jar_comes_back_as_it_was() {
    for (name, _) in FIXTURES {
        let jar = jar(fixture(name));
        let sealed = jar.to_sealed();
        let again = Jar::from_sealed(&sealed).unwrap();
        assert_eq!(everything(&again), everything(&jar), "{name}");
        assert_eq!(*again.to_sealed(), *sealed, "{name}");
    }
}

#[test]
fn the_form_of_version_1_is_read_forever() {
    let bytes = br#"{"version":1,"format":"cookie_editor","cookies":[{"name":"li_at","value":"AQEDAfict-NOT-A-REAL-SESSION-0000000000","domain":"www.linkedin.com","path":"/","expires":1815000000,"host_only":false,"http_only":true,"secure":true,"same_site":"none"},{"name":"JSESSIONID","value":"\"ajax:0000000000000000000\"","domain":"www.linkedin.com","path":"/","expires":null,"host_only":true,"http_only":false,"secure":true,"same_site":null}]}"#;
    let jar = Jar::from_sealed(bytes).unwrap();
    assert_eq!(header(&jar), format!("li_at={LI_AT}; JSESSIONID=\"ajax:0000000000000000000\""));
    assert_eq!(String::from_utf8_lossy(&jar.to_sealed()), String::from_utf8_lossy(bytes));
}

#[test]
fn what_was_left_out_is_forgotten() {
    let jar = jar(format!(
        r#"[{{"name": "li_at", "value": "{LI_AT}", "domain": ".linkedin.com"}}, {{"name": "s", "value": "x", "domain": "example.com"}}, 7]"#
    ));
    assert_eq!(codes(&jar)[3..], ["foreign_left_out", "unusable"]);
    let again = Jar::from_sealed(&jar.to_sealed()).unwrap();
    assert_eq!(codes(&again), codes(&jar)[..3]);
}

#[test]
fn what_is_not_a_sealed_jar_is_refused_whatever_is_wrong_with_it() {
    let good = String::from_utf8(jar(fixture("cookie_editor.json")).to_sealed().to_vec()).unwrap();
    for bad in [
        String::new(),
        "[]".to_owned(),
        good.replace("\"version\":1", "\"version\":2"),
        good.replace("cookie_editor", "biscuit_editor"),
        good.replace("www.linkedin.com", "www.evil.example"),
        good.replace("AQED", "AQ\\r\\nED"),
        good.replace("\"name\":\"lang\"", "\"name\":\"la;ng\""),
        good[..good.len() - 1].to_owned(),
    ] {
        assert_eq!(Jar::from_sealed(bad.as_bytes()).unwrap_err(), CookieError::NotSealed);
    }
    assert_eq!(Jar::from_sealed(b"\xff").unwrap_err(), CookieError::NotSealed);
}

#[test]
fn the_bytes_never_outgrow_their_memory() {
    // Every character but the first and last is escaped in JSON.
    let jar = |escapes: usize| {
        let (value, path) = (r#"\"\\"#.repeat(escapes / 2), r"\u0001".repeat(MAX_VALUE - 1));
        li_at_with(&format!(
            r#""domain": ".linkedin.com"}}, {{"name": "lang", "value": "a{value}a", "domain": ".linkedin.com", "path": "/{path}""#
        ))
    };
    assert_eq!(jar(MAX_VALUE).len(), 1, "it is left out");
    let jar = jar(MAX_VALUE - 2);
    assert_eq!(jar.len(), 2);
    let sealed = jar.to_sealed();
    assert!(sealed.len() > 8 * (MAX_VALUE - 2));
    assert_eq!(header(&Jar::from_sealed(&sealed).unwrap()), header(&jar));
}
