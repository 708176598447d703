use super::*;
use crate::http::{error::Phase, guard::Refused};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn attempt(number: u32, idempotent: bool) -> Attempt {
    Attempt { number, idempotent, now: at("2026-08-07T18:30:00Z"), chance: 0 }
}

fn retry(millis: u64, reason: Reason) -> Verdict {
    Verdict::Retry { after: Duration::from_millis(millis), reason }
}

const fn give_up(reason: Reason) -> Verdict {
    Verdict::GiveUp { reason }
}

#[test]
fn r14_the_retry_table_has_a_verdict_for_every_status() {
    for status in 100..=999 {
        let answer = Answer::sample(status, &[], "");
        let verdict = |idempotent| judge(Ok(&answer), &attempt(1, idempotent));
        let lost = give_up(Reason::MayHaveHappened);
        let expected = match status {
            200..=299 => (Verdict::Done, Verdict::Done),
            300..=399 => (give_up(Reason::Redirected), give_up(Reason::Redirected)),
            408 => (retry(500, Reason::RequestTimeout), lost),
            425 => (retry(500, Reason::TooEarly), retry(500, Reason::TooEarly)),
            426 => (give_up(Reason::VersionRetired), give_up(Reason::VersionRetired)),
            429 => (retry(500, Reason::Throttled), retry(500, Reason::Throttled)),
            500..=599 => (retry(500, Reason::ServerError), lost),
            _ => (give_up(Reason::Rejected), give_up(Reason::Rejected)),
        };
        assert_eq!((verdict(true), verdict(false)), expected, "{status}");
    }
    let turned_away = Answer::sample(503, &[("retry-after", "1")], "");
    assert_eq!(judge(Ok(&turned_away), &attempt(1, false)), retry(1000, Reason::ServerError));
}

#[test]
fn r14_the_retry_table_has_a_verdict_for_every_error() {
    let bad = |fault| Cause::BadJson { line: 1, column: 1, fault };
    let lost = give_up(Reason::MayHaveHappened);
    let cases = [
        (Cause::Invalid("x"), "invalid_request", false, false),
        (Cause::Blocked(Refused::Port), "blocked", false, false),
        (Cause::Unresolvable, "unresolvable", true, true),
        (Cause::Connect("x"), "connect", true, true),
        (Cause::Tls("x"), "tls", true, true),
        (Cause::Timeout(Phase::Connect), "connect_timeout", true, true),
        (Cause::Timeout(Phase::Answer), "answer_timeout", true, false),
        (Cause::Timeout(Phase::Body), "body_timeout", true, false),
        (Cause::Reset, "reset", true, false),
        (Cause::Incomplete, "incomplete", true, false),
        (Cause::TooLarge { cap: 1 }, "too_large", false, false),
        (Cause::Compressed, "compressed", false, false),
        (Cause::WrongContentType(super::super::Media::Html), "wrong_content_type", true, false),
        (bad(JsonFault::Syntax), "bad_json", true, false),
        (bad(JsonFault::End), "bad_json", true, false),
        (bad(JsonFault::Shape), "bad_json", false, false),
    ];
    for (cause, kind, is_retried, is_retried_blindly) in cases {
        let error = CallError { place: Answer::sample(200, &[], "").place, cause };
        assert_eq!(error.kind(), kind);
        let failed = Reason::Failed(kind);
        assert_eq!(failed.kind(), kind);
        let again = retry(500, failed);
        let expected = match (is_retried, is_retried_blindly) {
            (true, true) => (again, again),
            (true, false) => (again, lost),
            _ => (give_up(failed), give_up(failed)),
        };
        let verdict = |idempotent| judge(Err(&error), &attempt(1, idempotent));
        assert_eq!((verdict(true), verdict(false)), expected, "{error}");
        assert_eq!(linkedin(Err(&error), &attempt(1, true)), expected.0);
        assert!(!cause.never_left() || verdict(false) == verdict(true), "{error}");
    }
}

#[test]
fn r14_waits_double_and_end_after_eight_attempts() {
    let error = CallError { place: Answer::sample(200, &[], "").place, cause: Cause::Reset };
    for number in 1..ATTEMPTS {
        let turn = DELAY * 2_u32.pow(number - 1);
        let wait = |chance| match judge(Err(&error), &Attempt { chance, ..attempt(number, true) }) {
            Verdict::Retry { after, .. } => after,
            other => panic!("{other:?}"),
        };
        assert_eq!(wait(0), turn);
        assert_eq!(wait(1 << 31), turn * 3 / 2);
        assert!(wait(u32::MAX) < turn * 2 && wait(u32::MAX) + Duration::from_micros(1) > turn * 2);
    }
    assert_eq!(judge(Err(&error), &attempt(ATTEMPTS, true)), give_up(Reason::Exhausted));
    assert_eq!(judge(Err(&error), &attempt(u32::MAX, true)), give_up(Reason::Exhausted));
    assert_eq!(judge(Err(&error), &attempt(ATTEMPTS, false)), give_up(Reason::MayHaveHappened));
    assert_eq!(backoff(0, 0), DELAY);
    assert!(backoff(u32::MAX, u32::MAX) < Duration::from_mins(5));
    assert!((0..64).map(|_| chance()).collect::<std::collections::HashSet<_>>().len() > 32);
}

#[test]
fn r14_retry_after_is_seconds_or_a_date_of_the_servers_own_clock() {
    let now = at("2026-08-07T18:30:00Z");
    let wait = |headers: &[(&'static str, &str)]| {
        retry_after(&Answer::sample(429, headers, ""), now).map(|wait| wait.as_secs())
    };
    let alone = |text: &str| wait(&[("retry-after", text)]);
    assert_eq!(alone("7"), Some(7));
    assert_eq!(alone(" 0007 "), Some(7));
    assert_eq!(alone("0"), Some(0));
    assert_eq!(alone("86401"), Some(86400), "nobody is obeyed for longer than a day");
    assert_eq!(alone("18446744073709551615"), Some(86400));
    // Dates, by our clock if the server says none.
    assert_eq!(alone("Fri, 07 Aug 2026 18:31:00 GMT"), Some(60));
    assert_eq!(alone("Friday, 07-Aug-26 18:31:00 GMT"), Some(60));
    assert_eq!(alone("Fri Aug  7 18:31:00 2026"), Some(60));
    assert_eq!(alone("Fri, 07 Aug 2099 18:31:00 GMT"), Some(86400));
    // By the server's, which is an hour fast, or slow.
    let later = ("retry-after", "Fri, 07 Aug 2026 19:30:20 GMT");
    assert_eq!(wait(&[("date", "Fri, 07 Aug 2026 19:30:00 GMT"), later]), Some(20));
    assert_eq!(
        wait(&[("date", "Fri, 07 Aug 2026 17:30:00 GMT"), ("retry-after", "Fri, 07 Aug 2026 17:30:20 GMT")]),
        Some(20)
    );
    assert_eq!(wait(&[("date", "yesterday"), later]), Some(3620));
    // What asks for nothing.
    for nonsense in [
        "",
        "-1",
        "+7",
        "1.5",
        "7s",
        "soon",
        "99999999999999999999",
        "0x10",
        "١",
        "NaN",
        "inf",
        "Fri, 07 Aug 2026 18:29:59 GMT",
        "Fri, 07 Aug 2026 18:31:00 +0000",
        "Fri, 31 Feb 2026 18:31:00 GMT",
        "2026-08-07T18:31:00Z",
    ] {
        assert_eq!(alone(nonsense), None, "{nonsense}");
    }
    // It makes a wait longer and never shorter.
    let answer = |seconds| Answer::sample(429, &[("retry-after", seconds)], "");
    assert_eq!(judge(Ok(&answer("0")), &attempt(3, true)), retry(2000, Reason::Throttled));
    assert_eq!(judge(Ok(&answer("30")), &attempt(3, true)), retry(30_000, Reason::Throttled));
}

#[test]
fn r14_linkedins_day_ends_at_midnight_utc_and_its_block_of_robots_lasts() {
    let park = |until: &str, reason| Verdict::Park { until: at(until), reason };
    let of_the_day = r#"{"status":429,"serviceErrorCode":101,"code":"TOO_MANY_REQUESTS",
        "message":"Resource level throttle APPLICATION DAY limit for calls to this resource is reached."}"#;
    let of_the_minute = of_the_day.replace("DAY", "MINUTE");
    let judged = |status, headers: &[(&'static str, &str)], body: &str| {
        linkedin(Ok(&Answer::sample(status, headers, body)), &attempt(ATTEMPTS - 1, false))
    };
    let midnight = park("2026-08-08T00:00:00Z", Reason::DayLimit);
    assert_eq!(judged(429, &[], of_the_day), midnight);
    assert_eq!(judged(429, &[("date", "Fri, 07 Aug 2026 18:30:00 GMT")], of_the_day), midnight);
    // Our clock is ten seconds fast: by it, LinkedIn's midnight is ten seconds late.
    let slow = [("date", "Fri, 07 Aug 2026 18:29:50 GMT")];
    assert_eq!(judged(429, &slow, of_the_day), park("2026-08-08T00:00:10Z", Reason::DayLimit));
    assert_eq!(judged(429, &[], &of_the_minute), retry(32_000, Reason::Throttled));
    assert_eq!(judged(429, &[], "<html>DAY limit"), retry(32_000, Reason::Throttled));
    assert_eq!(judged(403, &[], of_the_day), give_up(Reason::Rejected));
    assert_eq!(judged(999, &[], ""), park("2026-08-08T18:30:00Z", Reason::BotBlock));
    assert_eq!(judged(426, &[], ""), give_up(Reason::VersionRetired));
    assert_eq!(judged(200, &[], of_the_day), Verdict::Done);
    // Parking is no attempt, so that the last one may be parked too.
    let last = linkedin(Ok(&Answer::sample(429, &[], of_the_day)), &attempt(ATTEMPTS, true));
    assert_eq!(last, midnight);

    for (now, midnight) in [
        ("2026-12-31T23:59:59.999999999Z", "2027-01-01T00:00:00Z"),
        ("2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z"),
        ("1969-12-31T12:00:00Z", "1970-01-01T00:00:00Z"),
        ("2028-02-28T12:00:00Z", "2028-02-29T00:00:00Z"),
    ] {
        assert_eq!(next_utc_midnight(at(now)), at(midnight));
    }
    assert_eq!(next_utc_midnight(Timestamp::MAX), Timestamp::MAX);
}
