//! A backup that is brought back is what it was made from.

use std::process::Command;

use rapport_database::cluster::find_binaries;

use crate::support::{
    app::TestApp,
    story::{MARKETERS, Story, run},
};

#[tokio::test]
async fn a_dump_holds_every_tenant_and_restores_to_the_same_figures() {
    let story = Story::begin("dump").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    assert_eq!(story.say(&["tenant", "add", "other"]).code, 0);
    let bin = find_binaries(None).unwrap().dir().to_owned();
    let path = bin.display().to_string();
    let environment = [("DATABASE_URL", story.url.as_str()), ("PATH", path.as_str())];
    let file = story.files.0.join("backup.dump").display().to_string();
    let said = run(&environment, &["dump", &file], "");
    assert_eq!(said.code, 0, "{}", said.err);
    run(&environment, &["dump", &file], "").refused(1, "is there already");
    let nowhere = story.files.0.join("no/folder").display().to_string();
    run(&environment, &["dump", &nowhere], "").refused(1, "pg_dump ended with");
    assert!(!story.files.0.join("backup.dump.part").exists());

    let (copy, empty) = (TestApp::new().await, TestApp::empty().await);
    let url = copy.url();
    run(&[("DATABASE_URL", &empty.url()), environment[1]], &["dump", &nowhere], "").refused(1, "nothing of Rapport");
    let restored = Command::new(bin.join("pg_restore"))
        .args(["--clean", "--if-exists", "--single-transaction", "--dbname", &url, &file])
        .output()
        .unwrap();
    assert!(restored.status.success(), "{}", String::from_utf8_lossy(&restored.stderr));
    let of_copy = |args: &[&str]| run(&[("DATABASE_URL", &url)], &[args, &["--json"]].concat(), "").json();
    assert_eq!(of_copy(&["migrate"])["app_replaced"], false, "it is at the version at which it was dumped");
    assert_eq!(of_copy(&["dashboard"]), story.json(&["dashboard"]));
    assert_eq!(of_copy(&["tenant", "list"]), story.json(&["tenant", "list"]));
    assert_eq!(of_copy(&["doctor", "metrics"])["differences"], 0);
    assert_eq!(of_copy(&["doctor", "matching"])["differences"], 0);
    assert_eq!(
        of_copy(&["persona", "show", "Marketers"])["people"],
        story.json(&["persona", "show", "Marketers"])["people"]
    );
}
