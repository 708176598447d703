//! Imports of what a database or a file system refuses, by the real binary: one bad record costs itself and nothing else, and
//! nobody loses what was rejected.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tokio_postgres::Client;

use crate::support::{
    app::{TestApp, TestDir},
    files::POST,
    process::heard,
};

/// A database, a folder, and the binary on them.
pub struct Story {
    pub app: TestApp,
    pub client: Client,
    pub dir: TestDir,
}

impl Story {
    pub async fn new(name: &str) -> Self {
        let (dir, app) = (TestDir::new(name), TestApp::new().await);
        let client = app.owner().await;
        Self { app, client, dir }
    }

    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.dir.0.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapport"));
        command.env_clear().env("DATABASE_URL", self.app.url()).current_dir(&self.dir.0).arg("import").args(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        heard(self.command(args).output().unwrap())
    }

    /// The reports of a run that ends with this code.
    #[track_caller]
    pub fn reports(&self, code: i32, args: &[&str]) -> Vec<Value> {
        let output = self.run(&[&["--json"], args].concat());
        assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// What a run says on stderr that ends with this code.
    #[track_caller]
    pub fn says(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{text}");
        text
    }

    pub async fn number(&self, sql: &str) -> i64 {
        self.client.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error:?}")).get(0)
    }
}

pub fn counts(report: &Value) -> [i64; 6] {
    ["lines", "created", "updated", "unchanged", "skipped", "rejected"].map(|key| report[key].as_i64().unwrap())
}

const HEADER: &str = "name,profileUrl,reactionType\n";

fn reaction(name: &str, member: usize) -> String {
    format!("{name},https://www.linkedin.com/in/ACoAAFict{member:08},LIKE\n")
}

#[tokio::test]
async fn a_record_that_the_database_refuses_is_rejected_and_its_chunk_goes_on() {
    let story = Story::new("import-refused").await;
    // A rule that no reader knows of.
    story
        .client
        .batch_execute("alter table persons add constraint nobody_is_called_mallory check (name not like 'Mallory%')")
        .await
        .unwrap();
    let text: String = (0..3_000)
        .map(|n| reaction(if matches!(n, 7 | 1_500 | 1_501 | 2_999) { "Mallory" } else { "Ada" }, n))
        .collect();
    let file = story.file("reactions.csv", &format!("{HEADER}{text}"));
    let [report] = &story.reports(0, &["--post", POST, file.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [3_000, 2_996, 0, 0, 0, 4]);
    assert_eq!(story.number("select count(*) from persons").await, 2_996);
    assert_eq!(report["rejects"][1]["line"], 1_502);
    assert_eq!(report["rejects"][1]["reason"], "refused: nobody is called mallory");
    let raw: String =
        story.client.query_one("select raw from import_rejects where line = 1502", &[]).await.unwrap().get(0);
    assert_eq!(raw, r#"["Mallory","https://www.linkedin.com/in/ACoAAFict00001500","LIKE"]"#);
    let rejects = std::fs::read_to_string(report["rejects_file"].as_str().unwrap()).unwrap();
    assert_eq!(rejects.lines().count(), 5, "{rejects}");
    let [corrected] = &story
        .reports(0, &["--post", POST, story.file("again.csv", &rejects.replace("Mallory", "Marla")).to_str().unwrap()])
        [..]
    else {
        panic!("one report")
    };
    assert_eq!(counts(corrected), [4, 4, 0, 0, 0, 0]);
}

#[tokio::test]
async fn people_of_sales_navigator_and_employers_of_a_thousand_letters_fail_no_chunk() {
    let story = Story::new("import-poison").await;
    let long: String = (0..900).map(|n| char::from_u32(0x4e00 + n * 7).unwrap()).collect();
    let text = format!(
        "{HEADER}{}Eve,https://www.linkedin.com/in/eve,LIKE,CEO at {long}\n,https://www.linkedin.com/sales/lead/ACwAAFict00000001,LIKE,\n",
        reaction("Ada", 1).replace("LIKE", "LIKE,")
    )
    .replace("reactionType\n", "reactionType,headline\n");
    let [report] = &story.reports(0, &["--post", POST, story.file("a.csv", &text).to_str().unwrap()])[..] else {
        panic!("one report")
    };
    assert_eq!(counts(report), [3, 3, 0, 0, 0, 0]);
    let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n,,https://www.linkedin.com/sales/lead/ACwAAFict00000002,,,,12 Mar 2025\n";
    let [report] = &story.reports(0, &[story.file("c.csv", connections).to_str().unwrap()])[..] else { panic!("one") };
    assert_eq!(counts(report), [1, 1, 0, 0, 0, 0]);
    assert_eq!(story.number("select count(*) from persons where name like 'ACwAAFict%'").await, 2);
}

#[tokio::test]
async fn what_the_stage_refuses_is_kept_with_its_text_and_every_reason() {
    let story = Story::new("import-stage").await;
    // None of these names a post: the reader has nothing against them, but there is no place for them.
    let item = |n: usize, post: &str| {
        format!(
            r#"{{"reactionType":"LIKE","actor":{{"name":"A{n}","linkedinUrl":"https://www.linkedin.com/in/ACoAAFict{n:08}"}}{post}}}"#
        )
    };
    let items: Vec<String> =
        (0..30).map(|n| item(n, if n < 5 { r#","postId":"7345012345678901248""# } else { "" })).collect();
    // Minified: all on one line.
    let file = story.file("harvest.json", &format!("[{}]", items.join(",")));
    let [report] = &story.reports(0, &[file.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [30, 5, 0, 0, 0, 25]);
    assert_eq!(report["rejects"].as_array().unwrap().len(), 20);
    assert_eq!((&report["rejects"][0]["record"], &report["rejects"][0]["line"]), (&6.into(), &1.into()));
    assert_eq!(story.number("select count(*) from import_rejects where raw like '{%A%}'").await, 25);
    let reasons = std::fs::read_to_string(report["reasons_file"].as_str().unwrap()).unwrap();
    assert_eq!(reasons.lines().count(), 25);
    assert!(reasons.starts_with("record 6 (line 1), post: the row does not say which post"), "{reasons}");
    let rejects = report["rejects_file"].as_str().unwrap();
    assert!(rejects.ends_with("harvest.rejects.json"));
    let again = story.reports(0, &["--post", POST, rejects]);
    assert_eq!(counts(&again[0]), [25, 25, 0, 0, 0, 0], "the file is whole and can be imported");

    // The same once more overwrites nothing.
    let before = std::fs::read(rejects).unwrap();
    let [second] = &story.reports(0, &[file.to_str().unwrap()])[..] else { panic!("one report") };
    assert!(second["rejects_file"].as_str().unwrap().ends_with("harvest.rejects-2.json"));
    assert!(second["reasons_file"].as_str().unwrap().ends_with("harvest.rejects-2.reasons.txt"));
    assert_eq!(std::fs::read(rejects).unwrap(), before);
    let hidden = std::fs::read_dir(&story.dir.0)
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "nothing is left of the making");
}

#[tokio::test]
async fn rejects_that_cannot_be_written_are_no_reason_to_fail() {
    let story = Story::new("import-unwritable").await;
    let folder = story.dir.0.join("gone");
    std::fs::create_dir(&folder).unwrap();
    // A folder stands where the file is made: nobody can write there, whoever runs this.
    let text = format!("{HEADER}{}Bob,,LIKE\n", reaction("Ada", 1));
    let file = folder.join("a.csv");
    std::fs::write(&file, text).unwrap();
    // A name so long that there is none for its rejects.
    let long = folder.join(format!("{}.csv", "x".repeat(245)));
    std::fs::rename(&file, &long).unwrap();
    let [report] = &story.reports(0, &["--post", POST, long.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [2, 1, 0, 0, 0, 1]);
    assert!(report["warnings"].to_string().contains("kept in the database"), "{report}");
    assert!(report["rejects_file"].is_null());
    assert_eq!(story.number("select count(*) from import_rejects").await, 1);
}

#[tokio::test]
async fn a_file_that_ends_in_the_middle_leaves_nothing_beside_it() {
    let story = Story::new("import-cut").await;
    let file = story.file("cut.json", r#"[{"reactionType":"LIKE","profileUrl":"foo"},{"reactionType":"LIKE","profi"#);
    assert!(story.says(1, &["--post", POST, file.to_str().unwrap()]).contains("ends in the middle"));
    assert_eq!(std::fs::read_dir(&story.dir.0).unwrap().count(), 1);
}

#[tokio::test]
async fn a_record_of_another_post_does_not_land_on_the_given_one() {
    let story = Story::new("import-other-post").await;
    let text = "name,profileUrl,reactionType,postUrl\n\
        A,https://www.linkedin.com/in/a,LIKE,urn:li:activity:7345012345678901248\n\
        B,https://www.linkedin.com/in/b,LIKE,urn:li:activity:7346212345678901250\n\
        C,https://www.linkedin.com/in/c,LIKE,\n\
        D,https://www.linkedin.com/in/d,LIKE,https://www.linkedin.com/feed/update/urn:li:share:7345012345678901248/\n";
    let file = story.file("a.csv", text);
    let [report] = &story.reports(0, &["--post", POST, file.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [4, 3, 0, 0, 0, 1]);
    let reason = report["rejects"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("another post") && reason.contains("7346212345678901250"), "{reason}");
    assert_eq!(story.number("select count(*) from posts").await, 1);
    let rejects = report["rejects_file"].as_str().unwrap();
    assert_eq!(counts(&story.reports(0, &[rejects])[0]), [1, 1, 0, 0, 0, 0], "on its own it is welcome");
}

#[tokio::test]
async fn a_posts_list_is_taken_at_its_word_and_says_what_is_wrong_with_it() {
    let story = Story::new("import-list").await;
    let reactions = story.file("one.csv", &format!("{HEADER}{}Bob,foo,LIKE\n", reaction("Ada", 1)));
    let reactions = reactions.to_str().unwrap();
    let post = |n: u32| format!("urn:li:activity:734501234567890{n:04}");
    let twice = story
        .file("twice.csv", &format!("file,post_url\none.csv,{}\nx.csv,{}\none.csv,{}\n", post(1), post(1), post(2)));
    let said = story.says(1, &["--posts", twice.to_str().unwrap(), reactions]);
    assert!(said.contains("one.csv belongs to one post on line 2 and to another on line 4"), "{said}");
    let without = story.file("without.csv", "file,campaign\none.csv,C\n");
    let said = story.says(1, &["--posts", without.to_str().unwrap(), reactions]);
    assert!(said.contains("without.csv: a posts list needs a column post_url"), "{said}");
    let said = story.says(1, &["--posts", story.dir.0.to_str().unwrap(), reactions]);
    assert!(said.contains("this is a folder"), "{said}");
    let other = story.file("other.csv", &format!("file,post_url\nx.csv,{}\n", post(1)));
    let said = story.says(1, &["--posts", other.to_str().unwrap(), reactions]);
    assert!(said.contains("other.csv has no line for one.csv; add one, or give --post"), "{said}");

    let right = story.file("right.csv", &format!("file,post_url\none.csv,{}\n", post(1)));
    let reports = story.reports(0, &["--posts", right.to_str().unwrap(), reactions]);
    assert_eq!(counts(&reports[1]), [2, 1, 0, 0, 0, 1]);
    let rejects = PathBuf::from(reports[1]["rejects_file"].as_str().unwrap());
    let corrected = std::fs::read_to_string(&rejects).unwrap().replace("foo", "https://www.linkedin.com/in/bob");
    std::fs::write(&rejects, corrected).unwrap();
    let reports = story.reports(0, &["--posts", right.to_str().unwrap(), rejects.to_str().unwrap()]);
    assert_eq!(counts(&reports[1]), [1, 1, 0, 0, 0, 0], "the rejects of a listed file are listed");
}

#[tokio::test]
async fn a_file_that_belongs_to_no_post_makes_none() {
    let story = Story::new("import-no-post").await;
    let text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,A,https://www.linkedin.com/in/ada,,,,12 Mar 2025\n";
    let file = story.file("Connections.csv", text);
    let said = story.says(0, &["--post", POST, "--campaign", "Spring", file.to_str().unwrap()]);
    assert!(said.contains("belongs to no post") && said.contains("the campaign is ignored"), "{said}");
    assert_eq!(story.number("select count(*) from persons").await, 1);
    assert_eq!(story.number("select (select count(*) from posts) + (select count(*) from campaigns)").await, 0);
}

#[tokio::test]
async fn standard_input_is_read_and_a_pipe_is_not_waited_for() {
    use std::io::Write as _;
    let story = Story::new("import-stdin").await;
    let mut child = story.command(&["--json", "--post", POST, "-"]).stdin(Stdio::piped()).spawn().unwrap();
    let text = format!("{HEADER}{}Bob,foo,LIKE\n", reaction("Ada", 1));
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let reports: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((counts(&reports[0]), &reports[0]["file"]), ([2, 1, 0, 0, 0, 1], &"stdin".into()));
    assert!(Path::new(&story.dir.0).join("stdin.rejects.csv").exists());
    let pipe = story.dir.0.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let said = story.says(1, &["--post", POST, "--campaign", "Spring", pipe.to_str().unwrap()]);
    assert!(said.contains("this is a pipe or a device") && said.contains("rapport import -"), "{said}");
    assert_eq!(story.number("select count(*) from campaigns").await, 0);
}

#[tokio::test]
async fn every_file_has_an_entry_and_no_text_commands_the_terminal() {
    let story = Story::new("import-entries").await;
    let good = story.file("good.csv", &format!("{HEADER}{}", reaction("Ada", 1)));
    let bad = story.file("b\u{1b}[31mad.csv", "shoe size,colour\u{1b}[2J\n42,red\n");
    let failed =
        story.file("failed.jsonl", "{\"error\":\"\u{9b}2J gone\",\"reactionType\":\"LIKE\",\"profileUrl\":null}\n");
    let args = ["--as", "curious-coder-reactions", "--post", POST];
    let (good, bad, failed) = (good.to_str().unwrap(), bad.to_str().unwrap(), failed.to_str().unwrap());
    let reports = story.reports(1, &[&["--post", POST], &[bad, good][..]].concat());
    assert!(reports[0]["error"].as_str().unwrap().contains("not recognised"), "{reports:?}");
    assert_eq!(counts(&reports[1]), [1, 1, 0, 0, 0, 0]);
    let said = story.says(1, &["--post", POST, bad, bad]);
    assert!(!said.contains('\u{1b}') && said.contains("b [31mad.csv"), "{said}");
    assert_eq!(said.matches("Rapport reads:").count(), 1, "{said}");
    let said = story.says(1, &[&args[..], &[failed]].concat());
    assert!(said.contains("the scraper failed at this item") && !said.contains('\u{9b}'), "{said}");
    assert!(said.contains("nothing was imported: every line was skipped or rejected"), "{said}");
}

#[tokio::test]
async fn a_dry_run_says_what_is_left_of_an_import_that_was_interrupted() {
    let story = Story::new("import-dry-rest").await;
    let text: String = (0..3_000).map(|n| reaction("Ada", n)).collect();
    let file = story.file("a.csv", &format!("{HEADER}{text}"));
    let file = file.to_str().unwrap();
    story.reports(0, &["--post", POST, file]);
    // As a kill between the first chunk and the second would have left it.
    story
        .client
        .batch_execute(
            "delete from engagements where person_id in (select person_id from person_identities where value > 'ACoAAFict00000199'); \
             delete from persons where id not in (select person_id from engagements); \
             delete from import_chunks where chunk > 0; \
             update csv_imports set state = 'running', lines = 200, created = 200, people_created = 200",
        )
        .await
        .unwrap();
    let [report] = &story.reports(0, &["--dry-run", "--post", POST, file])[..] else { panic!("one report") };
    assert_eq!(counts(report), [3_000, 3_000, 0, 0, 0, 0]);
    assert_eq!(story.number("select count(*) from persons").await, 200);
    let [report] = &story.reports(0, &["--post", POST, file])[..] else { panic!("one report") };
    assert_eq!((counts(report), &report["resumed"]), ([3_000, 3_000, 0, 0, 0, 0], &true.into()));
    assert_eq!(story.number("select count(*) from persons").await, 3_000);
}

/// A report by day, tab-separated, with a row for each of these ads and days.
fn ads(rows: &[(&str, &str, u32)]) -> String {
    let mut text = "Ad Performance Report (in UTC)\n\"Report Start: April 1, 2026, 12:00 AM\"\n\"Report End: April 30, 2026, 11:59 PM\"\n\nStart Date\tCurrency\tCampaign Name\tAd ID\tTotal Spent\tImpressions\n".to_owned();
    for (day, ad, impressions) in rows {
        writeln!(text, "{day}\tEUR\tSpring\t{ad}\t1.50\t{impressions}").unwrap();
    }
    text
}

#[tokio::test]
async fn a_corrected_row_of_a_daily_report_stays_a_day() {
    let story = Story::new("import-daily").await;
    let file = story.file("ads.csv", &ads(&[("4/1/2026", "foo", 5), ("4/2/2026", "7", 6), ("4/15/2026", "7", 7)]));
    let [report] = &story.reports(0, &[file.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [3, 2, 0, 0, 0, 1]);
    let rejects = PathBuf::from(report["rejects_file"].as_str().unwrap());
    std::fs::write(&rejects, std::fs::read_to_string(&rejects).unwrap().replace("foo", "7")).unwrap();
    let [report] = &story.reports(0, &[rejects.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [1, 1, 0, 0, 0, 0]);
    let days = "select count(*) from ad_metrics_daily where day = last_day and import_id is not null";
    assert_eq!((story.number(days).await, story.number("select count(*) from ad_metrics_daily").await), (3, 3));

    // A report that only seems to be a sum replaces nothing, until somebody says that it is one.
    let total = story.file("total.csv", &ads(&[("4/1/2026", "7", 18)]).replace("1.50", "4.50"));
    let said = story.says(0, &[total.to_str().unwrap()]);
    assert!(said.contains("--by period") && said.contains("rows that reach into days"), "{said}");
    assert_eq!(story.number(days).await, 3);
    let [report] = &story.reports(0, &["--by", "period", total.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report)[4..], [0, 0]);
    assert_eq!(story.number("select count(*) from ad_metrics_daily where last_day = '2026-04-30'").await, 1);
    assert_eq!(story.number("select count(*) from ad_metrics_daily").await, 1);
}

#[tokio::test]
async fn a_file_that_shows_neither_its_dates_nor_its_rows_is_told_by_hand() {
    let story = Story::new("import-by").await;
    let report = ads(&[("5/1/2026", "7", 5)]).replace("April 30", "June 30");
    let file = story.file("ads.csv", &report);
    let file = file.to_str().unwrap();
    assert!(story.says(1, &[file]).contains("(--by day or --by month)"));
    story.reports(0, &["--by", "month", file]);
    assert_eq!(story.number("select count(*) from ad_metrics_daily where last_day = '2026-05-31'").await, 1);
    let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,A,https://www.linkedin.com/in/ada,,,,03/04/2025\n";
    let file = story.file("c.csv", connections);
    story.reports(0, &["--date-order", "day-first", file.to_str().unwrap()]);
    assert_eq!(story.number("select count(*) from persons where connected_on = '2025-04-03'").await, 1);
    assert!(story.says(1, &["--by", "week", file.to_str().unwrap()]).contains("day, month or period"));
}

#[tokio::test]
async fn an_interrupt_in_the_first_pass_is_heeded_and_told() {
    let story = Story::new("import-interrupt").await;
    let good = story.file("good.csv", &format!("{HEADER}{}", reaction("Ada", 1)));
    // Long enough that the first pass is still at it when the signal comes.
    let long = story.file("long.csv", &format!("{HEADER}{}", reaction("Ada", 2).repeat(1_000_000)));
    let mut child =
        story.command(&["--json", "--post", POST, good.to_str().unwrap(), long.to_str().unwrap()]).spawn().unwrap();
    let files = PathBuf::from(format!("/proc/{}/fd", child.id()));
    loop {
        let opened = std::fs::read_dir(&files).into_iter().flatten().flatten();
        if opened.flat_map(|entry| std::fs::read_link(entry.path())).any(|path| path == long) {
            break;
        }
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was interrupted");
        tokio::task::yield_now().await;
    }
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {}", child.id())]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let entries: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(counts(&entries[0]), [1, 1, 0, 0, 0, 0]);
    assert!(entries[1]["error"].as_str().unwrap().starts_with("interrupted"), "{entries:?}");
    assert_eq!(story.number("select count(*) from csv_imports").await, 1, "of the second nothing was begun");
}
