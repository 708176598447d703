//! A consent at LinkedIn, by way of a form that leads to another site.

use rapport::simulators::linkedin::{CLIENT_ID, CLIENT_SECRET};

use super::{DESK, Story};
use crate::support::services::Services;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_browser_is_let_go_to_linkedin_and_comes_back_with_a_connection() {
    let services = Services::start();
    let story = Story::begin_beside(&services).await;
    services.linkedin.add_redirect(&format!("http://{}/connections/consent", story.server.address));
    let window = story.window("eve@mail.example", "editor", DESK).await;
    window.go("/connections/new?kind=consent").await;
    for (field, text) in [("#name", "Our page"), ("#client_id", CLIENT_ID), ("#client_secret", CLIENT_SECRET)] {
        window.write(field, text).await;
    }
    window.press("main form button.btn-primary").await;
    window.says("main h1", "Our page").await;
    window.says("main", "LinkedIn has given its consent").await;
    let path = window.path().await;
    assert!(path.starts_with("/connections/") && !path.contains("code"), "{path}");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}
