//! Tables of other tools, by the real binary: what their columns are read as is said by flags.

use crate::{
    import_faults::{Story, counts},
    support::{app::root, files::POST},
};

const TABLE: &str = "Profil;Reaktion;Name;Kommentar\n\
    https://www.linkedin.com/in/pat-example;LIKE;Pat;x\n\
    https://www.linkedin.com/in/kim-example;PRAISE;Kim;y\n\
    nobody;LIKE;Nobody;z\n";
const READ: [&str; 6] =
    ["--column", "Profil=profileUrl", "--column", "reaktion=reactionType", "--column", "Kommentar="];

#[tokio::test]
async fn a_table_of_other_names_is_imported_as_flags_say_and_its_rejects_without_them() {
    let story = Story::new("read-as").await;
    let file = story.file("leute.csv", TABLE);
    let file = file.to_str().unwrap();
    let told = story.says(1, &["--post", POST, file]);
    assert!(told.contains("the format was not recognised") && told.contains("(--column 'NAME=FIELD')"), "{told}");
    let with = |more: &[&'static str]| [&["--post", POST, file][..], &READ, more].concat();
    let dry = story.says(0, &with(&["--dry-run"]));
    assert!(dry.contains("columns that are read: Profil as profileUrl, Reaktion as reactionType, Name\n"), "{dry}");
    assert!(dry.contains("columns that are not read: Kommentar\n"), "{dry}");
    assert_eq!(story.number("select count(*) from persons").await, 0);
    for (wrong, says) in [
        ("Profil", "such as Profil=profileUrl"),
        ("Absent=name", "no column \"Absent\""),
        ("Kommentar=note", "it is said twice"),
        ("=name", "--column: a column has a name"),
    ] {
        let output = story.run(&with(&["--column", wrong]));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && told.contains(says), "{wrong}: {told}");
    }
    let [report] = &story.reports(0, &with(&[]))[..] else { panic!("one report") };
    assert_eq!(counts(report), [3, 2, 0, 0, 0, 1]);
    assert_eq!(report["rejects"][0]["column"], "Profil");
    let rejects = std::fs::read_to_string(report["rejects_file"].as_str().unwrap()).unwrap();
    let again = story.file("again.csv", &rejects.replace("nobody", "https://www.linkedin.com/in/noa-example"));
    let [report] = &story.reports(0, &["--post", POST, again.to_str().unwrap()])[..] else { panic!("one report") };
    assert_eq!(counts(report), [1, 1, 0, 0, 0, 0]);
}

/// The example of docs/formats.md.
#[tokio::test]
async fn what_the_documentation_shows_is_what_a_dry_run_says() {
    let docs = std::fs::read_to_string(root().join("docs/formats.md")).unwrap();
    let section = docs.split_once("### Tables with other columns").unwrap().1;
    let block = |kind: &str| {
        let start = format!("```{kind}\n");
        section.split_once(&start).unwrap().1.split_once("```").unwrap().0.to_owned()
    };
    let story = Story::new("read-as-documented").await;
    story.file("posts.csv", &block("csv"));
    let command = block("sh");
    let flags: Vec<&str> = command.trim().split(['\'', ' ']).filter(|word| !word.is_empty()).skip(2).collect();
    assert_eq!(flags.iter().filter(|flag| **flag == "--column").count(), 3);
    let told = story.says(0, &flags);
    assert!(told.starts_with(&block("text")), "{told}");
    let [report] = &story.reports(0, &flags)[..] else { panic!("one report") };
    assert_eq!(counts(report), [1, 1, 0, 0, 0, 0]);
}

#[tokio::test]
async fn an_import_that_is_resumed_is_one_that_reads_the_columns_in_the_same_way() {
    let story = Story::new("read-as-resumed").await;
    let file = story.file("leute.csv", TABLE);
    let import = |more: &[&'static str]| {
        let args = [&["--post", POST, file.to_str().unwrap()][..], &READ, more].concat();
        story.reports(0, &args).remove(0)
    };
    let first = import(&[]);
    story.client.batch_execute("update csv_imports set state = 'interrupted', finished_at = null").await.unwrap();
    let other = import(&["--column", "Name="]);
    assert_ne!(other["import_id"], first["import_id"], "another reading is another import");
    let same = import(&[]);
    assert_eq!((&same["import_id"], &same["resumed"]), (&first["import_id"], &serde_json::json!(true)));
    assert_eq!(
        story.number("select count(*) from csv_imports where options -> 'columns' ->> 'Kommentar' = ''").await,
        2
    );
}
