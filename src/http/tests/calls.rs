//! What a call sends, and what becomes of every answer that a server can think of.

use std::{io::Write as _, sync::Arc, time::Duration};

use jiff::Timestamp;
use secrecy::SecretString;
use tokio::io::AsyncWriteExt as _;

use super::{
    super::{Cause, Client, Expects, Media, Options, Phase, Request, retry},
    Step, Upstream, answer, impatient, options, send,
};
use crate::http::retry::{Reason, Verdict};

#[tokio::test]
async fn a_request_says_what_it_was_told_and_who_asks() {
    let upstream = Upstream::start(answer(
        "201 Created",
        "x-restli-id: urn:li:share:7\r\nset-cookie: a=1\r\nset-cookie: b=2\r\n",
        "",
    ))
    .await;
    let client = upstream.client();
    let token = SecretString::from("token");
    let request = Request::post("posts", upstream.url("/rest/posts?count=10#part"))
        .bearer(&token)
        .header("LinkedIn-Version", "202607")
        .json(&serde_json::json!({ "author": "urn:li:person:X" }))
        .expects(Expects::Json);
    let result = client.send(&request).await.unwrap();
    assert_eq!(result.status.as_u16(), 201);
    assert_eq!(result.header("x-restli-id"), Some("urn:li:share:7"));
    assert_eq!(result.headers("set-cookie").collect::<Vec<_>>(), ["a=1", "b=2"]);
    assert_eq!((result.bytes(), result.media()), (0, Media::Unsaid));
    assert!(result.latency > Duration::ZERO);

    let form = Request::post("oauth/v2/accessToken", upstream.url("/oauth"))
        .form([("grant_type", "refresh_token"), ("client_secret", "a&b c")])
        .user_agent("Mozilla/5.0")
        .cookie(&SecretString::from("li_at=x; JSESSIONID=\"ajax:1\""));
    client.send(&form).await.unwrap();

    let [first, second] = upstream.requests().try_into().unwrap();
    let (head, body) = first.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /rest/posts?count=10 HTTP/1.1\r\n"), "{head}");
    for line in [
        "authorization: Bearer token",
        "linkedin-version: 202607",
        "content-type: application/json",
        "accept: application/json",
        "accept-encoding: identity",
        concat!("user-agent: rapport/", env!("CARGO_PKG_VERSION")),
    ] {
        assert!(head.lines().any(|other| other == line), "{line}: {head}");
    }
    assert_eq!(body, r#"{"author":"urn:li:person:X"}"#);
    assert!(second.contains("\r\nuser-agent: Mozilla/5.0\r\n") && !second.contains("rapport/"), "{second}");
    assert!(second.contains("\r\ncookie: li_at=x; JSESSIONID=\"ajax:1\"\r\n"), "{second}");
    assert!(second.ends_with("\r\n\r\ngrant_type=refresh_token&client_secret=a%26b+c"), "{second}");
    assert_eq!(upstream.connections(), 1, "a connection serves as long as both sides keep it");
}

#[tokio::test]
async fn what_no_request_can_hold_is_said_before_anything_is_sent() {
    let upstream = Upstream::start(answer("200 OK", "", "")).await;
    let ask = || Request::get("posts", upstream.url("/"));
    let cases = [
        (
            ask().bearer(&SecretString::from("token\r\nhost: evil")),
            "a header holds a character that no header can hold",
        ),
        (ask().header("na me", "x"), "it names a header as no header can be named"),
        (ask().header("Host", "evil"), "it sets a header that is the connection's own"),
        (ask().header("transfer-encoding", "chunked"), "it sets a header that is the connection's own"),
        (
            ask().json(&std::collections::HashMap::from([([1, 2], 3)])).header("na me", "x"),
            "its body cannot be written as JSON",
        ),
    ];
    for (request, words) in cases {
        let error = upstream.client().send(&request).await.unwrap_err();
        assert_eq!(error.cause, Cause::Invalid(words));
        assert_eq!(error.kind(), "invalid_request");
    }
    assert_eq!(upstream.connections(), 0);
}

/// One line of the table: what the server does, what the call gives (a status, or the kind of an error), and what is done
/// then, if the call is idempotent and if not.
struct Line {
    steps: Vec<Step>,
    outcome: &'static str,
    idempotent: Verdict,
    other: Verdict,
}

fn line(steps: Vec<Step>, outcome: &'static str, idempotent: Verdict, other: Verdict) -> Line {
    Line { steps, outcome, idempotent, other }
}

const HTML: &str = "content-type: text/html; charset=utf-8\r\n";
const JSON: &str = "content-type: application/json\r\n";

fn table() -> Vec<Line> {
    let again = |reason, millis| Verdict::Retry { after: Duration::from_millis(millis), reason };
    let give_up = |reason| Verdict::GiveUp { reason };
    let (done, lost) = (Verdict::Done, give_up(Reason::MayHaveHappened));
    let maybe = |kind| (again(Reason::Failed(kind), 500), lost);
    let never = |kind| (give_up(Reason::Failed(kind)), give_up(Reason::Failed(kind)));
    let both = |verdict: Verdict| (verdict, verdict);
    let entry = |steps, outcome, (idempotent, other)| line(steps, outcome, idempotent, other);
    let slow = Duration::from_millis(20);
    let cut = |headers: &str, body: &str| format!("HTTP/1.1 200 OK\r\n{JSON}{headers}\r\n{body}");
    let flood = Step::Flood(&[b' '; 4096], 256 << 20);

    vec![
        entry(answer("200 OK", JSON, "[]"), "200", both(done)),
        entry(answer("204 No Content", "", ""), "204", both(done)),
        // Retry-After in seconds, and as a date that counts from the server's own time, which is far from ours.
        entry(answer("429 Too Many Requests", "retry-after: 7\r\n", ""), "429", both(again(Reason::Throttled, 7000))),
        entry(
            answer(
                "429 Too Many Requests",
                "date: Tue, 01 Jan 2030 00:00:00 GMT\r\nretry-after: Tue, 01 Jan 2030 00:01:30 GMT\r\n",
                "",
            ),
            "429",
            both(again(Reason::Throttled, 90_000)),
        ),
        entry(answer("429 Too Many Requests", HTML, "<p>slow"), "429", both(again(Reason::Throttled, 500))),
        entry(answer("500 Oops", HTML, "<p>oops"), "500", (again(Reason::ServerError, 500), lost)),
        entry(answer("503 Busy", "retry-after: 2\r\n", ""), "503", both(again(Reason::ServerError, 2000))),
        entry(answer("503 Busy", "", ""), "503", (again(Reason::ServerError, 500), lost)),
        entry(answer("408 Slow", JSON, "{}"), "408", (again(Reason::RequestTimeout, 500), lost)),
        // A failure is a failure, however its body ends.
        entry(
            send(format!("HTTP/1.1 502 Gone\r\n{HTML}content-length: 900\r\n\r\n<p>")),
            "502",
            (again(Reason::ServerError, 500), lost),
        ),
        entry(
            vec![Step::Send(b"HTTP/1.1 500 Oops\r\n\r\n".to_vec()), flood.clone()],
            "500",
            (again(Reason::ServerError, 500), lost),
        ),
        entry(
            vec![Step::Send(b"HTTP/1.1 404 No\r\ncontent-length: 9\r\n\r\n".to_vec()), Step::Stall],
            "404",
            both(give_up(Reason::Rejected)),
        ),
        entry(
            answer("302 Found", "location: https://www.linkedin.com/login\r\n", ""),
            "302",
            both(give_up(Reason::Redirected)),
        ),
        entry(answer("426 Upgrade Required", JSON, "{}"), "426", both(give_up(Reason::VersionRetired))),
        entry(answer("401 Unauthorized", JSON, "{}"), "401", both(give_up(Reason::Rejected))),
        entry(answer("999 Request denied", HTML, ""), "999", both(give_up(Reason::Rejected))),
        // Successes that are none.
        entry(answer("200 OK", HTML, "<p>log in"), "wrong_content_type", maybe("wrong_content_type")),
        entry(
            answer("200 OK", "content-type: text/plain\r\n", "{}"),
            "wrong_content_type",
            maybe("wrong_content_type"),
        ),
        entry(answer("200 OK", "", "{}"), "wrong_content_type", maybe("wrong_content_type")),
        entry(send(cut("content-length: 900\r\n", "{\"data\":")), "incomplete", maybe("incomplete")),
        entry(send(cut("transfer-encoding: chunked\r\n", "8\r\n{\"data\":\r\n")), "incomplete", maybe("incomplete")),
        entry(send(cut("transfer-encoding: chunked\r\n", "zz\r\n")), "incomplete", maybe("incomplete")),
        entry(
            vec![Step::Send(cut("content-length: 900\r\n", "{\"da").into_bytes()), Step::Reset],
            "incomplete",
            maybe("incomplete"),
        ),
        entry(answer("200 OK", JSON, "[1,"), "bad_json", maybe("bad_json")),
        entry(answer("200 OK", JSON, "\u{1f}\u{8b}"), "bad_json", maybe("bad_json")),
        entry(answer("200 OK", JSON, "{\"data\":{}}"), "bad_json", never("bad_json")),
        entry(
            answer("200 OK", &format!("{JSON}content-encoding: gzip\r\n"), "\u{1f}"),
            "compressed",
            never("compressed"),
        ),
        entry(send(cut("content-length: 10485760\r\n", "")), "too_large", never("too_large")),
        entry(vec![Step::Send(cut("", "").into_bytes()), flood], "too_large", never("too_large")),
        // Silence, and what is nearly silence.
        entry(vec![Step::Stall], "answer_timeout", maybe("answer_timeout")),
        entry(
            vec![Step::Trickle("HTTP/1.1 200 OK\r\nx-a: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", slow), Step::Stall],
            "answer_timeout",
            maybe("answer_timeout"),
        ),
        entry(
            vec![Step::Send(cut("content-length: 900\r\n", "[").into_bytes()), Step::Stall],
            "body_timeout",
            maybe("body_timeout"),
        ),
        entry(
            vec![
                Step::Send(cut("content-length: 900\r\n", "").into_bytes()),
                Step::Trickle("[                                                           ", slow),
            ],
            "body_timeout",
            maybe("body_timeout"),
        ),
        entry(vec![Step::Reset], "reset", maybe("reset")),
        entry(vec![], "reset", maybe("reset")),
        entry(send("SSH-2.0-OpenSSH_9.2\r\n\r\n"), "reset", maybe("reset")),
        entry(send("HTTP/1.1 200 OK\r\nno header\r\n\r\n"), "reset", maybe("reset")),
    ]
}

#[tokio::test]
async fn r14_the_retry_table_is_what_every_answer_of_an_upstream_leads_to() {
    let lines = table().into_iter().enumerate().map(|(index, line)| {
        tokio::spawn(async move {
            let upstream = Upstream::start(line.steps.clone()).await;
            let options = Options { body_cap: 64 * 1024, ..upstream.options() };
            let stalls = line.steps.iter().any(|step| matches!(step, Step::Stall | Step::Trickle(..)));
            let client = Client::new(if stalls { impatient(options) } else { options }).unwrap();
            let request =
                Request::get("actor-runs/{id}", upstream.url("/v2/actor-runs/1?token=x")).expects(Expects::Json);
            let mut result = client.send(&request).await;
            if let Ok(answer) = &result
                && answer.status.as_u16() == 200
                && let Err(error) = answer.json::<Vec<u32>>()
            {
                result = Err(error);
            }
            let outcome = match &result {
                Ok(answer) => answer.status.as_u16().to_string(),
                Err(error) => error.kind().to_owned(),
            };
            assert_eq!(outcome, line.outcome, "line {index}: {result:?}");
            let attempt = |idempotent| retry::Attempt { number: 1, idempotent, now: Timestamp::now(), chance: 0 };
            assert_eq!(retry::judge(result.as_ref(), &attempt(true)), line.idempotent, "line {index}: {result:?}");
            assert_eq!(retry::judge(result.as_ref(), &attempt(false)), line.other, "line {index}: {result:?}");
            assert_eq!((upstream.requests().len(), upstream.connections()), (1, 1), "line {index}: sent once");
            let written = upstream.written.load(std::sync::atomic::Ordering::SeqCst);
            assert!(written < 64 << 20, "line {index}: a flood is left, and not read to its end: {written}");
        })
    });
    for line in lines.collect::<Vec<_>>() {
        line.await.unwrap();
    }
}

#[tokio::test]
async fn a_body_is_taken_up_to_its_cap_and_not_a_byte_more() {
    let upstream = Upstream::start(answer("200 OK", JSON, &"1".repeat(1000))).await;
    let ask = || Request::get("items", upstream.url("/")).expects(Expects::Json);
    let client = Client::new(Options { body_cap: 999, ..upstream.options() }).unwrap();
    let error = client.send(&ask()).await.unwrap_err();
    assert_eq!(error.cause, Cause::TooLarge { cap: 999 });
    assert!(error.to_string().ends_with("/items: the answer is longer than 999 bytes"), "{error}");
    assert_eq!(client.send(&ask().body_cap(1000)).await.unwrap().bytes(), 1000);

    // Without a length, and over many pieces.
    let body = "8\r\n12345678\r\n".repeat(100);
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let upstream = Upstream::start(send(format!("{head}{body}0\r\n\r\n"))).await;
    let ask = || Request::get("items", upstream.url("/"));
    assert_eq!(upstream.client().send(&ask().body_cap(800)).await.unwrap().bytes(), 800);
    let error = upstream.client().send(&ask().body_cap(799)).await.unwrap_err();
    assert_eq!(error.cause, Cause::TooLarge { cap: 799 });
    // Of a failure the beginning is kept.
    let upstream = Upstream::start(answer("400 Bad", JSON, &" ".repeat(100_000))).await;
    let answer = upstream.client().send(&Request::get("items", upstream.url("/"))).await.unwrap();
    assert_eq!(answer.bytes(), 64 * 1024);
}

#[tokio::test]
async fn a_long_poll_may_be_silent_for_longer() {
    let patient = Duration::from_millis(100);
    let upstream =
        Upstream::start(vec![Step::Trickle("H", patient * 4), Step::Send(b"TTP/1.1 204 No\r\n\r\n".to_vec())]).await;
    let options = Options { connect_timeout: patient, idle_timeout: patient, ..upstream.options() };
    let client = Client::new(options).unwrap();
    let ask = || Request::get("actor-runs/{id}", upstream.url("/"));
    assert_eq!(client.send(&ask()).await.unwrap_err().cause, Cause::Timeout(Phase::Answer));
    assert_eq!(client.send(&ask().idle_timeout(patient * 100)).await.unwrap().status.as_u16(), 204);
    let hasty = ask().idle_timeout(patient * 100).total_timeout(patient);
    assert_eq!(client.send(&hasty).await.unwrap_err().cause, Cause::Timeout(Phase::Answer));
}

#[tokio::test]
async fn what_never_left_is_known_and_sent_again() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    // Mail servers speak first.
    let mail = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mail_address = mail.local_addr().unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = mail.accept().await.unwrap();
        stream.write_all(b"220 mail.test ESMTP\r\n").await.unwrap();
    });
    // And this one is never accepted: the kernel answers for it, and nobody speaks.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let silent_address = silent.local_addr().unwrap();
    let allowed = format!("http://{closed} https://{mail_address} https://{silent_address}").parse().unwrap();
    let patient = Options { allowed, ..options() };
    let hasty = Options { connect_timeout: Duration::from_millis(200), ..patient.clone() };
    let cases = [
        (format!("http://{closed}"), "connect", &patient),
        (format!("https://{mail_address}"), "tls", &patient),
        (format!("https://{silent_address}"), "connect_timeout", &hasty),
    ];
    for (url, kind, options) in cases {
        let client = Client::new(options.clone()).unwrap();
        let error = client.send(&Request::post("hook", url.parse().unwrap())).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.cause.never_left());
        let attempt = retry::Attempt { number: 1, idempotent: false, now: Timestamp::now(), chance: 0 };
        assert!(matches!(retry::judge(Err(&error), &attempt), Verdict::Retry { .. }));
    }
}

/// A server of TLS for one connection; the standard library's sockets are enough for it.
fn tls_server(names: &[&str]) -> (u16, rustls::pki_types::CertificateDer<'static>) {
    let issued =
        rcgen::generate_simple_self_signed(names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::Pkcs8(issued.signing_key.serialize_der().into());
    let config = rustls::ServerConfig::builder_with_provider(crate::tls::provider())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![issued.cert.der().clone()], key)
        .unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let config = Arc::new(config);
        for stream in listener.incoming() {
            let session = rustls::ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = rustls::StreamOwned::new(session, stream.unwrap());
            // Whoever does not trust the certificate ends the connection here.
            let _ = std::io::Read::read(&mut stream, &mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok");
        }
    });
    (port, issued.cert.der().clone())
}

#[tokio::test]
async fn a_certificate_must_be_trusted_and_the_hosts_own() {
    let (port, certificate) = tls_server(&["127.0.0.1", "simulator.test"]);
    let options = || Options {
        allowed: format!("https://127.0.0.1:{port} https://localhost:{port}").parse().unwrap(),
        connect_timeout: Duration::from_secs(5),
        ..Options::default()
    };
    let trusting = Client::new(Options { authorities: Some(vec![certificate]), ..options() }).unwrap();
    let distrusting = Client::new(Options { authorities: Some(vec![]), ..options() }).unwrap();
    let ask = |host: &str| Request::get("hook", format!("https://{host}:{port}").parse().unwrap());
    assert_eq!(&trusting.send(&ask("127.0.0.1")).await.unwrap().body[..], b"ok");
    let error = trusting.send(&ask("localhost")).await.unwrap_err();
    assert_eq!(error.cause, Cause::Tls("its certificate is another host's"));
    let error = distrusting.send(&ask("127.0.0.1")).await.unwrap_err();
    assert_eq!(error.cause, Cause::Tls("its certificate is signed by nobody whom this machine trusts"));
}

#[tokio::test]
async fn where_a_status_is_all_that_counts_whatever_else_comes_takes_nothing_from_it() {
    let asked = |upstream: &Upstream| Request::post("", upstream.url("/")).expects(Expects::Status).body_cap(4);
    let steps = [
        answer("200 OK", "content-encoding: gzip\r\n", "zipped"),
        answer("202 Accepted", "content-type: text/html\r\n", "<html>"),
        vec![Step::Send(b"HTTP/1.1 200 OK\r\n\r\n".to_vec()), Step::Flood(b"flood", 1 << 20)],
        vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec()), Step::Reset],
        vec![Step::Send(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec()), Step::Stall],
    ];
    for steps in steps {
        let upstream = Upstream::start(steps).await;
        let client = Client::new(impatient(upstream.options())).unwrap();
        let answer = client.send(&asked(&upstream)).await.unwrap();
        assert!(answer.status.is_success() && answer.bytes() <= 4, "{answer:?}");
    }
    // But where there is no status, there is none.
    let upstream = Upstream::start(vec![Step::Stall]).await;
    let client = Client::new(impatient(upstream.options())).unwrap();
    assert_eq!(client.send(&asked(&upstream)).await.unwrap_err().cause, Cause::Timeout(Phase::Answer));
}
