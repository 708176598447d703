//! The stories in database/tests, told in SQL and run by pgTAP.

use std::collections::BTreeSet;

use tokio_postgres::SimpleQueryMessage;

use crate::support::app::{TestApp, root};

/// Runs a file in a fresh database and fails with every story that did not come true.
async fn tell(file: &str) {
    let app = TestApp::new().await;
    let sql = std::fs::read_to_string(root().join("database/tests").join(file)).unwrap();
    let client = app.owner().await;
    let messages = client.simple_query(&sql).await.unwrap_or_else(|error| panic!("{file}: {error:?}"));
    let lines: Vec<String> = messages
        .iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        })
        .collect();
    let failed: Vec<&String> =
        lines.iter().filter(|line| line.starts_with("not ok") || line.starts_with('#')).collect();
    assert!(lines.iter().any(|line| line.starts_with("ok ")), "{file} told no story");
    assert!(failed.is_empty(), "{file}:\n{failed:#?}");
}

macro_rules! stories {
    ($($name:ident),* $(,)?) => {
        $(#[tokio::test]
        async fn $name() {
            tell(concat!(stringify!($name), ".sql")).await;
        })*

        /// A file that nobody runs proves nothing.
        #[test]
        fn every_file_is_run() {
            let run: BTreeSet<String> = [$(concat!(stringify!($name), ".sql").to_owned()),*].into();
            let there: BTreeSet<String> = std::fs::read_dir(root().join("database/tests"))
                .unwrap()
                .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
                .filter(|name| name.ends_with(".sql"))
                .collect();
            assert_eq!(run, there);
        }
    };
}

stories!(
    campaigns,
    catalogue,
    companies,
    connections,
    doctor,
    endpoints,
    enrichment,
    functions,
    imports,
    jobs,
    lists,
    matching,
    metrics,
    names,
    pages,
    persons,
    posteriors,
    posts,
    reports,
    saved_views,
    segments,
    strategies,
    tenants,
    users,
    walls,
    webhooks
);
