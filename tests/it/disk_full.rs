//! the disk fills up in the middle of an import.  That is said, nothing is half-counted, and the same command goes on
//! once there is space.

use std::{
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

use crate::support::{
    app::TestDir,
    files::{self, POST},
};

/// A disk of a few megabytes, gone when the test ends; none where this user may not mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: PathBuf, megabytes: u32) -> Option<Self> {
        fs::create_dir(&at).unwrap();
        let options = format!("size={megabytes}m,mode=755");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(&at).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self(at))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg(&self.0).status());
    }
}

/// Fills the disk but for `spare` bytes.
fn fill(ballast: &Path, spare: usize) {
    let mut file = File::create(ballast).unwrap();
    while file.write_all(&[0; 1 << 14]).is_ok() {}
    let length = file.metadata().unwrap().len();
    file.set_len(length.saturating_sub(spare as u64)).unwrap();
}

fn rapport(data: &Path, args: &[&str]) -> Output {
    let path = std::env::join_paths([rapport_database::cluster::find_binaries(None).unwrap().dir()]).unwrap();
    Command::new(env!("CARGO_BIN_EXE_rapport"))
        .env_clear()
        .env("RAPPORT_DATA_DIR", data)
        .env("PATH", path)
        .args(args)
        .output()
        .unwrap()
}

fn number(data: &Path, sql: &str) -> i64 {
    let output = rapport(data, &["psql", "-Atc", sql]);
    let text = String::from_utf8(output.stdout).unwrap();
    text.trim().parse().unwrap_or_else(|_| panic!("{sql}: {text}{}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn r16_a_disk_that_fills_up_during_an_import_is_told_and_outlived() {
    let dir = TestDir::new("disk-full");
    let Some(disk) = SmallDisk::mount(dir.0.join("disk"), 260) else {
        println!("skipped: this user may not mount a small disk");
        return;
    };
    let data = disk.0.join("data");
    let made = rapport(&data, &["tenant", "list"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let (text, model) = files::reactions(8_000, 0, 7);
    let file = dir.0.join("reactions.csv");
    fs::write(&file, text).unwrap();
    let import = ["import", "--json", "--post", POST, file.to_str().unwrap()];

    let ballast = disk.0.join("ballast");
    // Enough for the server to start, and for some chunks.
    fill(&ballast, 18 << 20);
    let full = rapport(&data, &import);
    let said = String::from_utf8_lossy(&full.stderr).into_owned();
    assert_eq!(full.status.code(), Some(2), "{said}");
    assert!(said.contains("full") || said.contains("No space left"), "{said}");
    fs::remove_file(&ballast).unwrap();

    let (lines, created) = (
        number(&data, "select coalesce(sum(lines), 0) from csv_imports"),
        number(&data, "select coalesce(sum(created), 0) from csv_imports"),
    );
    assert!(lines < model.lines, "the disk was full before the file was read to its end");
    assert_eq!(
        number(&data, "select count(*) from engagements"),
        created,
        "what is counted is there, and nothing else"
    );
    assert_eq!(number(&data, "select count(*) from csv_imports where state = 'completed'"), 0);

    let again = rapport(&data, &import);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    let reports: Vec<Value> = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(reports[0]["lines"].as_i64(), Some(model.lines));
    assert_eq!(number(&data, "select count(*) from engagements"), model.created());
    let doctor = rapport(&data, &["doctor", "metrics"]);
    assert!(doctor.status.success(), "{}", String::from_utf8_lossy(&doctor.stderr));
}
