//! What is said about a jar.

use super::*;

fn said(jar: &Jar) -> Vec<String> {
    jar.findings(now()).into_iter().map(|finding| format!("{}: {finding}", finding.severity())).collect()
}

fn li_at(value: &str) -> Jar {
    jar(format!(r#"{{"li_at": "{value}", "JSESSIONID": "ajax:1", "bcookie": "v=2&1"}}"#))
}

#[test]
fn a_whole_jar_is_passed_in_silence() {
    assert_eq!(said(&jar(fixture("cookie_editor.json"))), Vec::<String>::new());
}

#[test]
fn what_is_not_a_session_is_an_error_that_says_what_to_do() {
    let errors = [
        ("delete me", "li_at_deleted"),
        (r#"\"delete me\""#, "li_at_deleted"),
        ("", "li_at_too_short"),
        ("AQEDAfict", "li_at_too_short"),
        ("ajax:0000000000000000000", "li_at_is_jsessionid"),
        ("YOUR_LI_AT_COOKIE_VALUE_HERE", "li_at_misshapen"),
        ("AQEDAfict NOT A REAL SESSION 000", "li_at_misshapen"),
        ("AQEDAfict-NOT-A-REAL\\n-SESSION-0000000000", "li_at_damaged"),
    ];
    for (value, code) in errors {
        let jar = li_at(value);
        let findings = jar.findings(now());
        assert_eq!((findings[0].code(), findings[0].severity()), (code, Severity::Error), "{value}");
        assert!(findings[1..].iter().all(|other| other.severity() == Severity::Warning), "{value}");
    }
    assert_eq!(codes(&jar(r#"{"JSESSIONID": "ajax:1", "bcookie": "v=2&1"}"#)), ["li_at_missing"]);
    assert_eq!(codes(&jar("[]")), ["no_cookies"]);
    assert_eq!(
        said(&jar("sid=1; theme=dark")),
        [
            "error: None of the 2 cookies in it is one of LinkedIn's; open www.linkedin.com, sign in, and export the cookies of that tab."
        ]
    );
}

#[test]
fn an_end_is_announced_two_weeks_ahead_and_said_when_it_has_come() {
    let ending = |day: &str| {
        let text = format!(
            r#"[{{"name": "li_at", "value": "{LI_AT}", "domain": ".linkedin.com", "expires": "{day}T00:00:00Z"}},
                {{"name": "JSESSIONID", "value": "ajax:1", "domain": ".linkedin.com"}},
                {{"name": "bcookie", "value": "v=2&1", "domain": ".linkedin.com"}}]"#
        );
        said(&jar(text))
    };
    assert_eq!(
        ending("2026-07-01"),
        [
            "error: The session ended on 2026-07-01 (li_at); sign in to www.linkedin.com again, and export the cookies after that."
        ]
    );
    assert_eq!(
        ending("2026-07-14"),
        [
            "warning: The session ends on 2026-07-14 (li_at); sign in to www.linkedin.com again before that day, and add the new cookies."
        ]
    );
    assert_eq!(ending("2026-07-15"), Vec::<String>::new());
}

#[test]
fn what_a_session_lacks_is_a_warning() {
    let list = |others: &str| {
        codes(&jar(format!(
            r#"[{{"name": "li_at", "value": "{LI_AT}", "domain": ".linkedin.com", "expires": 1815000000}}{others}]"#
        )))
    };
    let cookie = |name: &str, value: &str, expires: i64| {
        format!(r#", {{"name": "{name}", "value": "{value}", "domain": ".linkedin.com", "expires": {expires}}}"#)
    };
    let bcookie = cookie("bcookie", "v=2&1", -1);
    assert_eq!(list(""), ["li_at_alone", "jsessionid_missing"]);
    assert_eq!(list(&bcookie), ["jsessionid_missing"]);
    assert_eq!(list(&cookie("JSESSIONID", "ajax:1", -1)), ["bcookie_missing"]);
    assert_eq!(list(&(bcookie.clone() + &cookie("JSESSIONID", "ajax:1", 1_700_000_000))), ["jsessionid_expired"]);
    assert_eq!(list(&(bcookie.clone() + &cookie("JSESSIONID", "0001", -1))), ["jsessionid_misshapen"]);
    assert_eq!(list(&(bcookie + &cookie("JSESSIONID", "ajax:1", -1) + r#", {"no": "cookie"}"#)), ["unusable"]);
}

#[test]
fn every_sentence_ends_and_no_two_are_the_same() {
    let at = now();
    let all = [
        Finding::NoCookies,
        Finding::WrongSite { foreign: 1 },
        Finding::WrongSite { foreign: 2 },
        Finding::LiAtMissing,
        Finding::LiAtDamaged,
        Finding::LiAtDeleted,
        Finding::LiAtIsJsessionid,
        Finding::LiAtTooShort,
        Finding::LiAtMisshapen,
        Finding::LiAtExpired { at },
        Finding::LiAtEndsSoon { at },
        Finding::LiAtEndUnknown,
        Finding::LiAtAlone,
        Finding::JsessionidMissing,
        Finding::JsessionidExpired { at },
        Finding::JsessionidMisshapen,
        Finding::BcookieMissing,
        Finding::Unusable { count: 1 },
        Finding::Unusable { count: 2 },
        Finding::ForeignLeftOut { count: 1 },
        Finding::ForeignLeftOut { count: 2 },
    ];
    let sentences: std::collections::BTreeSet<String> = all.iter().map(ToString::to_string).collect();
    assert_eq!(sentences.len(), all.len());
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains("  ")));
}
