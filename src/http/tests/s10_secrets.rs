//! No secret is in anything that could be shown.

use secrecy::SecretString;

use super::{
    super::{Client, Expects, Request},
    Step, Upstream, answer, impatient, send,
};

const CANARY: &str = "hunter2canary";

#[tokio::test]
async fn s10_nothing_of_a_call_that_can_be_shown_holds_a_secret() {
    let secret = SecretString::from(CANARY);
    // Servers repeat what they were sent, in every place that they have.
    let echo = format!("x-echo: {CANARY}\r\nlocation: https://{CANARY}.test/?{CANARY}\r\nset-cookie: a={CANARY}\r\n");
    let typed = |kind: &str| format!("{echo}content-type: {kind}\r\n");
    let body = format!("\"{CANARY}\"");
    let endings = [
        answer("200 OK", &typed("application/json"), &body),
        answer(&format!("200 {CANARY}"), &typed(&format!("application/json; {CANARY}")), &body),
        answer("200 OK", &typed(&format!("text/{CANARY}")), &body),
        answer(&format!("400 {CANARY}"), &typed("application/json"), &body),
        answer("302 Found", &echo, ""),
        answer("200 OK", &format!("{echo}content-encoding: {CANARY}\r\n"), &body),
        send(format!("HTTP/1.1 200 OK\r\n{}content-length: 99\r\n\r\n{body}", typed("application/json"))),
        send(format!("{CANARY}\r\n\r\n")),
        send(format!("HTTP/1.1 200 OK\r\n{CANARY}\r\n\r\n")),
        vec![Step::Stall],
        vec![Step::Reset],
    ];
    let mut shown = Vec::new();
    for ending in endings {
        let stalls = matches!(ending[0], Step::Stall);
        let upstream = Upstream::start(ending).await;
        let options = upstream.options();
        let client = Client::new(if stalls { impatient(options) } else { options }).unwrap();
        let request = Request::post("hook", upstream.url(&format!("/{CANARY}/{CANARY}?token={CANARY}#{CANARY}")))
            .bearer(&secret)
            .cookie(&secret)
            .secret_header("x-signature", &secret)
            .header("x-tenant", CANARY)
            .user_agent(CANARY)
            .json(&CANARY)
            .expects(Expects::Json);
        shown.push(format!("{request:?} {client:?} {}", request.place()));
        match client.send(&request).await {
            Ok(answer) => {
                shown.push(format!("{answer:?} {:#?} {}", answer.place(), answer.media()));
                let error = answer.json::<u32>().unwrap_err();
                shown.push(format!("{error} {error:?}"));
            }
            Err(error) => shown.push(format!("{error} {error:?} {} {}", error.kind(), error.cause)),
        }
        let [sent] = upstream.requests().try_into().unwrap();
        assert!(sent.matches(CANARY).count() >= 8, "the canary was there: {sent}");
    }
    let upstream = Upstream::start(vec![]).await;
    let places = [
        format!("http://{CANARY}:{CANARY}@{}/", upstream.address),
        format!("https://{CANARY}@example.com/"),
        format!("{CANARY}:{CANARY}"),
        format!("data:text/plain,{CANARY}"),
        format!("ftp://{CANARY}/"),
        format!("https://10.0.0.1/{CANARY}?{CANARY}"),
        format!("{}/", upstream.origin()),
    ];
    for place in places {
        let request = Request::get("hook", place.parse().unwrap()).header("x", &format!("{CANARY}\n"));
        let error = upstream.client().send(&request).await.unwrap_err();
        shown.push(format!("{request:?} {error} {error:?}"));
        let refused = upstream.client().check(&place);
        shown.extend(
            refused.err().map(|refused| format!("{refused} {refused:?} {}", crate::error::Error::from(refused))),
        );
    }
    for text in &shown {
        assert!(!text.contains(CANARY), "{text}");
    }
    assert!(shown[0].contains("endpoint: \"hook\""), "it is not hidden by showing nothing: {}", shown[0]);
}
