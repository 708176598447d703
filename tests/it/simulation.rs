//! The recommender learns: the simulation of docs/decisions/010, with fewer worlds.

use std::process::Command;

use rapport_database::cluster::find_binaries;

use crate::support::app::{TestApp, root};

/// The whole simulation has 40 worlds and takes a minute; this has the first 12 of them, which say the same: the figures are
/// the same on every machine, since all luck comes from the seeds.
const WORLDS: &str = "12";

#[tokio::test]
async fn exploring_costs_at_most_55_percent_of_the_prior_after_40_rounds_and_35_after_100() {
    let app = TestApp::new().await;
    let psql = find_binaries(None).unwrap().dir().join("psql");
    let output = Command::new(psql)
        .args(["-X", "-A", "-v", "first_seed=1", "-v", &format!("last_seed={WORLDS}"), "-f"])
        .arg(root().join("benches/recommendations.sql"))
        .arg("-d")
        .arg(app.url())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    // Of "ours, exploring|0.83|0.63|0.45 ± 0.03|0.27 ± 0.02", what comes before the standard errors.
    let figures = |policy: &str| -> Vec<f64> {
        let row = said.lines().find_map(|line| line.strip_prefix(policy)?.strip_prefix('|'));
        let cells = row.unwrap_or_else(|| panic!("no row {policy:?} in {said}")).split('|');
        cells.map(|cell| cell.split(' ').next().unwrap().parse().unwrap()).collect()
    };
    let (exploring, prior) = (figures("ours, exploring"), figures("prior alone"));
    assert_eq!(prior, [1.0; 4], "{said}");
    assert!(exploring[2] <= 0.55, "after 40 rounds: {said}");
    assert!(exploring[3] <= 0.35, "after 100 rounds: {said}");
    // A simulation in which nothing can be lost would prove nothing.
    assert!(figures("raw rate")[3] > 0.9, "{said}");
}
