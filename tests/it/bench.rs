//! `rapport bench`: every page is opened and weighed, and viewers see what changes.

use std::process::Command;

use serde_json::Value;

use crate::support::{app::TestDir, process::heard};

#[test]
fn every_page_is_weighed_and_whoever_looks_sees_every_change() {
    let dir = TestDir::new("bench");
    let output = heard(
        Command::new(env!("CARGO_BIN_EXE_rapport"))
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", &dir.0)
            .arg("--data-dir")
            .arg(dir.0.join("data"))
            .args(["--json", "bench", "web", "--people", "3500", "--engagements", "20000"])
            .args(["--rounds", "1", "--viewers", "20", "--seconds", "5"])
            .output()
            .unwrap(),
    );
    let said = String::from_utf8_lossy(&output.stderr);
    // How fast pages are is for whoever looks at the figures: other tests take what they want of the machine meanwhile.
    assert!(!said.contains("are larger than") && !said.contains("did not come"), "{said}");
    let printed = String::from_utf8(output.stdout).unwrap();
    let tables: Vec<Vec<Value>> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [pages, viewers] = tables.as_slice() else { panic!("{printed} {said}") };

    for page in ["/", "/people", "/people/{id}", "/campaigns/{id}", "/segments/{id}", "/calendar", "/settings/members"]
    {
        let row = pages.iter().find(|row| row["page"] == page).unwrap_or_else(|| panic!("{page} in {printed}"));
        let bytes = |key: &str| row[key].as_i64().unwrap();
        assert!(row["median_ms"].as_f64().unwrap() > 0.0, "{row}");
        assert!(bytes("page_bytes") > 1_000 && bytes("view_bytes") > bytes("page_bytes"), "{row}");
        assert!(bytes("view_bytes") <= 500_000 && bytes("chart_bytes") <= 1_000_000, "{row}");
        assert_eq!(
            bytes("chart_bytes") > bytes("view_bytes"),
            ["/", "/campaigns/{id}", "/calendar"].contains(&page),
            "{row}"
        );
    }
    assert_eq!(viewers[0]["pages"], 20, "everybody came in: {printed}");
    assert!(viewers[1]["pages"].as_i64().unwrap() >= 20, "everybody saw a change: {printed}");
}
