//! Bringing files by the page: dropped or sent, checked, imported, and what became of every line.

use serde_json::{Value, json};

use super::{Story, body, page, read};
use crate::support::{
    app::TestDir,
    browser::Browser,
    files::{POST, reactions},
};

const BYTES: &str = "application/octet-stream";

/// Brings a file as the page's script does; its page.
pub(super) async fn drop_file(browser: &mut Browser, name: &str, text: &str) -> String {
    let bytes = text.len().to_string();
    let made = browser.post("/uploads/new", &[("file_name", name), ("bytes", &bytes)]).await;
    assert_eq!(made.status, 201, "{}", made.whole);
    let path = made.json()["path"].as_str().unwrap().to_owned();
    let sent = browser.bring("PUT", &format!("{path}/content?from=0"), BYTES, text).await;
    assert_eq!((sent.status, sent.json()), (200, json!({"received": text.len()})));
    path
}

fn figure(page: &str, words: &str) -> String {
    let at = format!("<dt>{words}</dt><dd class=\"figure\">");
    page.split_once(&at).unwrap_or_else(|| panic!("{words}: {page}")).1.split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_campaign_that_an_import_would_make_is_told_beforehand() {
    let mut story = Story::begin().await;
    story.say(&["campaign", "create", "Spring"]);
    let path = drop_file(&mut story.browser, "export.csv", &reactions(3, 3, 9).0).await;
    story.say(&["job", "run"]);
    for (campaign, is_new) in [(" SPRING", false), ("Sprign", true), ("", false)] {
        let wrong = [("act", "check"), ("post_url", "no address"), ("campaign", campaign)];
        let reply = story.browser.post(&path, &wrong).await;
        assert!(reply.status == 422 && reply.whole.contains("<option value=\"Spring\">"), "{}", reply.whole);
        assert_eq!(reply.whole.contains("No campaign is called that yet"), is_new, "{campaign}");
        let said = [("act", "check"), ("post_url", POST), ("campaign", campaign)];
        assert_eq!(story.browser.post(&path, &said).await.status, 303);
        story.say(&["job", "run"]);
        assert_eq!(story.page(&path).await.contains("No campaign is called that yet"), is_new, "{campaign}");
    }
}

#[tokio::test]
async fn a_file_that_is_dropped_is_checked_completed_and_imported() {
    let mut story = Story::begin().await;
    let empty = story.page("/imports").await;
    assert!(empty.contains("Nothing was imported yet") && !empty.contains("Not imported yet"), "{empty}");
    let (text, model) = reactions(120, 200, 9);
    let path = drop_file(&mut story.browser, "export.csv", &text).await;
    let waits = story.page(&path).await;
    assert!(waits.contains("Waits for a worker to check it"), "{waits}");
    story.say(&["job", "run"]);
    let refused = story.browser.watch(&path, |page| !page.contains("Waits for a worker")).await;
    assert!(refused.contains("do not say which post they belong to"), "{refused}");
    assert!(story.page("/imports").await.contains("Cannot be imported yet"));

    // What cannot be is said beside what was typed.
    let wrong =
        story.browser.post(&path, &[("act", "check"), ("post_url", "no <address>"), ("seen_on", "2026-11-01")]).await;
    assert_eq!(wrong.status, 422);
    let wrong = body(&wrong);
    assert!(
        wrong.contains("The address of the post (post_url)") && wrong.contains("value=\"no &#60;address&#62;\""),
        "{wrong}"
    );
    assert!(wrong.contains("value=\"2026-11-01\""), "{wrong}");
    let said = [("act", "check"), ("post_url", POST), ("campaign", "Spring")];
    let again = story.browser.post(&path, &said).await;
    assert_eq!((again.status, again.header("location")), (303, Some(path.as_str())));
    story.say(&["job", "run"]);
    let checked = story.page(&path).await;
    assert_eq!(figure(&checked, "New"), model.created().to_string());
    assert_eq!(figure(&checked, "Rejected"), model.rejects().to_string());
    assert!(checked.contains("are to posts older than 30 days and count as of today"), "{checked}");
    let count = async |table: &str| -> i64 {
        story.owner.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0)
    };
    assert_eq!((count("engagements").await, count("csv_imports").await), (0, 0), "a check changes nothing");

    let said = [("act", "import"), ("post_url", POST), ("campaign", "Spring")];
    assert_eq!(story.browser.post(&path, &said).await.status, 303);
    story.say(&["job", "run"]);
    let count = async |table: &str| -> i64 {
        story.owner.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0)
    };
    assert_eq!(count("engagements").await, model.created());
    let moved = story.browser.get(&path).await;
    let import = moved.header("location").unwrap().to_owned();
    assert!(moved.status == 303 && import.starts_with("/imports/"), "{}", moved.whole);
    let shown = story.page(&import).await;
    for (words, number) in
        [("Lines", model.lines), ("New", model.created()), ("Left out", model.skipped), ("Rejected", model.rejects())]
    {
        assert_eq!(figure(&shown, words), number.to_string(), "{words}");
    }
    assert!(shown.contains("ada@mail.example") && shown.contains("Spring"), "{shown}");
    let rejects = story.browser.get(&format!("{path}/rejects")).await;
    assert_eq!(rejects.header("content-disposition"), Some("attachment; filename=\"export.rejects.csv\""));
    assert_eq!(rejects.body().lines().count(), model.rejected.len() + 1);
    let list = story.page("/imports").await;
    assert!(list.contains("export.csv") && !list.contains("Not imported yet"), "{list}");
}

#[tokio::test]
async fn a_check_shows_what_each_column_of_a_table_is_read_as() {
    let mut story = Story::begin().await;
    let text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On,Shoe Size\n\
        Pat,Example,https://www.linkedin.com/in/pat-example,,Acme,CEO,04 Mar 2026,42\n";
    let path = drop_file(&mut story.browser, "Connections.csv", text).await;
    story.say(&["job", "run"]);
    let page = story.page(&path).await;
    assert!(page.contains("How its columns are read: 7 of 8"), "{page}");
    for (column, read_as, example) in [
        ("URL", "url", "https://www.linkedin.com/in/pat-example"),
        ("Connected On", "connected on", "04 Mar 2026"),
        ("Shoe Size", "", "42"),
    ] {
        assert_eq!(column_of(&page, column), (read_as.to_owned(), example.to_owned()), "{page}");
    }
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let seen = super::page(&mut viewer, &path).await;
    assert!(
        seen.contains("<tr><td>URL</td><td>Address of the person</td></tr>") && !seen.contains("<select"),
        "{seen}"
    );
    assert!(seen.contains("<tr><td>Shoe Size</td><td><span class=\"soft\">not read</span></td></tr>"), "{seen}");
}

/// What is chosen for a column, and the values that help to choose.
fn column_of(page: &str, column: &str) -> (String, String) {
    let at = format!("\">{column}</label>");
    let rest = page.split_once(&at).unwrap_or_else(|| panic!("{column}: {page}")).1.split("</div>").next().unwrap();
    let chosen = rest.split("<option").find(|option| option.contains(" selected>"));
    let chosen = chosen.map_or("", |option| option.split('"').nth(1).unwrap());
    let examples = rest.split_once("<p class=\"hint\">").map_or("", |(_, hint)| hint.split("</p>").next().unwrap());
    (chosen.to_owned(), examples.to_owned())
}

#[tokio::test]
async fn a_table_that_nobody_knows_is_imported_once_somebody_says_what_its_columns_are() {
    let mut story = Story::begin().await;
    let text = "Profil;Reaktion;\"<script>alert(1)</script>\";Notiz\n\
        https://www.linkedin.com/in/pat-example;LIKE;Pat;\"\"\"><img src=x onerror=alert(2)>\"\n\
        https://www.linkedin.com/in/kim-example;PRAISE;Kim;y\n\
        nobody;LIKE;Nobody;z\n";
    let path = drop_file(&mut story.browser, "leute.csv", text).await;
    story.say(&["job", "run"]);
    let refused = story.page(&path).await;
    assert!(refused.contains("The format was not recognised") && !refused.contains("--"), "{refused}");
    assert!(refused.contains("say what it holds and check it"), "{refused}");
    assert!(refused.contains("<tr><td>Reaktion</td><td>LIKE · PRAISE</td></tr>"), "{refused}");
    assert!(refused.contains("&#60;script&#62;alert(1)&#60;/script&#62;</td>"), "{refused}");
    assert!(!refused.contains("<script>alert") && !refused.contains("<img src=x"), "{refused}");
    assert_eq!(refused.matches("id=\"format\"").count(), 1, "{refused}");

    // First what it holds, upon which its fields can be chosen from.
    let said = [("act", "check"), ("post_url", POST), ("format", "curious-coder-reactions"), ("columns_as", "")];
    assert_eq!(story.browser.post(&path, &said).await.status, 303);
    story.say(&["job", "run"]);
    let asked = story.page(&path).await;
    assert!(asked.contains("Needed: Kind of reaction; Address of the person."), "{asked}");
    assert!(asked.contains("<option value=\"profileUrl\">Address of the person (needed)</option>"), "{asked}");
    assert!(!asked.contains("<script>alert") && !asked.contains("<img src=x"), "{asked}");
    // What is in it proposes what it is, and a column with one that is none proposes nothing.
    assert_eq!(column_of(&asked, "Reaktion"), ("reactionType".to_owned(), "LIKE · PRAISE".to_owned()));
    assert_eq!(column_of(&asked, "Profil").0, "");
    assert_eq!(asked.matches("Chosen by these values.").count(), 1, "{asked}");

    // Two for one is said, with what was chosen still there.
    let names = ["Profil", "Reaktion", "<script>alert(1)</script>", "Notiz"];
    let choose = |act: &'static str, format: &'static str, fields: [&'static str; 4]| {
        let mut said =
            vec![("act", act), ("post_url", POST), ("format", format), ("columns_as", "curious-coder-reactions")];
        said.extend(names.iter().zip(fields).flat_map(|(name, field)| [("column", *name), ("read_as", field)]));
        said
    };
    let known = "curious-coder-reactions";
    let twice = choose("check", known, ["profileUrl", "reactionType", "name", "name"]);
    assert_eq!(story.browser.post(&path, &twice).await.status, 303);
    story.say(&["job", "run"]);
    let both = story.page(&path).await;
    assert!(both.contains("would both be read as name; say of one of them that it is not read."), "{both}");
    assert_eq!((column_of(&both, "Notiz").0.as_str(), column_of(&both, "Profil").0.as_str()), ("name", "profileUrl"));
    let wrong: Vec<_> =
        twice.iter().map(|one| if one.0 == "post_url" { ("post_url", "no address") } else { *one }).collect();
    let wrong = story.browser.post(&path, &wrong).await;
    assert_eq!((wrong.status, column_of(&wrong.whole, "Notiz").0.as_str()), (422, "name"));

    let good = choose("check", known, ["profileUrl", "reactionType", "name", ""]);
    assert_eq!(story.browser.post(&path, &good).await.status, 303);
    story.say(&["job", "run"]);
    let checked = story.page(&path).await;
    assert!(checked.contains("How its columns are read: 3 of 4"), "{checked}");
    assert!(!checked.contains("<script>alert") && !checked.contains("<img src=x"), "{checked}");
    assert_eq!((figure(&checked, "New"), figure(&checked, "Rejected")), ("2".to_owned(), "1".to_owned()));
    // Checked again as the page stands, it is what it was.
    assert_eq!(story.browser.post(&path, &good).await.status, 303);
    story.say(&["job", "run"]);
    assert_eq!(column_of(&story.page(&path).await, "Reaktion").0, "reactionType");
    let import = choose("import", known, ["profileUrl", "reactionType", "name", ""]);
    assert_eq!(story.browser.post(&path, &import).await.status, 303);
    story.say(&["job", "run"]);
    let names: String = story
        .owner
        .query_one("select string_agg(p.name || ' ' || e.reaction_type, ', ' order by p.name) from engagements e join persons p on p.id = e.person_id", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(names, "Kim praise, Pat like");
    // What was rejected is read as it is.
    let rejects = story.browser.get(&format!("{path}/rejects")).await;
    let corrected = rejects.body().replace("nobody", "https://www.linkedin.com/in/noa-example");
    assert!(corrected.contains("profileUrl;reactionType;name;not read: Notiz"), "{corrected}");
    let again = drop_file(&mut story.browser, "leute.rejects.csv", &corrected).await;
    assert_eq!(story.browser.post(&again, &[("act", "import")]).await.status, 409, "it is being checked");
    story.say(&["job", "run"]);
    assert_eq!(story.browser.post(&again, &[("act", "check"), ("post_url", POST)]).await.status, 303);
    story.say(&["job", "run"]);
    assert_eq!(figure(&story.page(&again).await, "New"), "1");
}

#[tokio::test]
async fn what_was_said_of_one_formats_fields_is_not_said_of_another() {
    let mut story = Story::begin().await;
    let text = "Link,Datum,Impressionen\nhttps://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/,29.06.2025,9\n";
    let path = drop_file(&mut story.browser, "shield.csv", text).await;
    story.say(&["job", "run"]);
    let columns = [("column", "Link"), ("read_as", "post_url"), ("column", "Datum"), ("read_as", "posted_at")];
    let as_posts = [&[("act", "check"), ("format", "posts"), ("columns_as", "posts")][..], &columns].concat();
    story.browser.post(&path, &as_posts).await;
    story.say(&["job", "run"]);
    let page = story.page(&path).await;
    assert_eq!((figure(&page, "New"), column_of(&page, "Datum").0.as_str()), ("1".to_owned(), "posted_at"), "{page}");
    // Another format is asked about from the beginning, with a file of columns that nobody has as well.
    let other = [&[("act", "check"), ("format", "connections"), ("columns_as", "posts")][..], &columns].concat();
    story.browser.post(&path, &other).await;
    story.say(&["job", "run"]);
    let page = story.page(&path).await;
    assert!(
        page.contains("Needed: First name; Last name; Address of the person or Email address; Connected on."),
        "{page}"
    );
    assert_eq!((column_of(&page, "Link").0.as_str(), column_of(&page, "Datum").0.as_str()), ("", "connected on"));
    let made_up =
        [("act", "check"), ("format", "posts"), ("columns_as", "posts"), ("column", "Absent"), ("read_as", "file")];
    story.browser.post(&path, &made_up).await;
    story.say(&["job", "run"]);
    let held: String = story.owner.query_one("select options::text from uploads", &[]).await.unwrap().get(0);
    assert_eq!(held, "{\"format\": \"posts\"}");
}

#[tokio::test]
async fn what_was_said_of_columns_is_shown_with_the_import_and_chosen_for_the_next_file() {
    let mut story = Story::begin().await;
    let text = |activity: u64| {
        format!("Link,Datum,Notiz\nhttps://www.linkedin.com/feed/update/urn:li:activity:{activity}/,29.06.2025,9\n")
    };
    let path = drop_file(&mut story.browser, "june.csv", &text(7_345_012_345_678_901_248)).await;
    story.say(&["job", "run"]);
    let columns = [("column", "Link"), ("read_as", "post_url"), ("column", "Datum"), ("read_as", "posted_at")];
    let unchecked = [&[("act", "import"), ("format", "posts"), ("columns_as", "posts")][..], &columns].concat();
    assert_eq!(story.browser.post(&path, &unchecked).await.status, 303);
    story.say(&["job", "run"]);
    let import = story.browser.get(&path).await.header("location").unwrap().to_owned();
    let shown = story.page(&import).await;
    assert!(shown.contains("Link: Address of the post; Datum: Day of the post"), "{shown}");

    let next = drop_file(&mut story.browser, "july.csv", &text(7_345_012_345_678_901_999)).await;
    story.say(&["job", "run"]);
    let asked = story.page(&next).await;
    assert!(asked.contains("what was said of june.csv"), "{asked}");
    assert_eq!(
        (column_of(&asked, "Link").0.as_str(), column_of(&asked, "Datum").0.as_str()),
        ("post_url", "posted_at")
    );
    assert!(asked.contains("<option value=\"posts\" selected>"), "{asked}");
    let sent = [&[("act", "check"), ("format", "posts"), ("columns_as", "posts")][..], &columns].concat();
    // With something else wrong, what is chosen stays.
    let wrong = story.browser.post(&next, &[&sent[..], &[("post_url", "no address")]].concat()).await;
    assert_eq!((wrong.status, column_of(&wrong.whole, "Link").0.as_str()), (422, "post_url"), "{}", wrong.whole);
    assert_eq!(story.browser.post(&next, &sent).await.status, 303);
    story.say(&["job", "run"]);
    assert_eq!(figure(&story.page(&next).await, "New"), "1");

    // Of a file with other columns nothing was said, nor of one in which something else stands under their names.
    let people = "Link,Datum,Notiz\nhttps://www.linkedin.com/in/sample-one,soon,x\n";
    let people = drop_file(&mut story.browser, "people.csv", people).await;
    story.say(&["job", "run"]);
    assert!(!story.page(&people).await.contains("what was said of"));
    let other = drop_file(&mut story.browser, "other.csv", "Link,Tag\nhttps://example.com/,x\n").await;
    story.say(&["job", "run"]);
    let other = story.page(&other).await;
    assert!(other.contains("say what it holds and check it") && !other.contains("what was said of"), "{other}");
}

#[tokio::test]
async fn a_file_that_is_imported_unchecked_and_cannot_be_keeps_its_columns_and_its_alert_until_it_is_seen_to() {
    let mut story = Story::begin().await;
    let path = drop_file(&mut story.browser, "unknown.csv", "Link,Tag\nhttps://example.com/,x\n").await;
    story.say(&["job", "run"]);
    assert!(story.page("/jobs").await.contains("Check of a file"));
    let overview = story.page("/").await;
    assert!(!overview.contains("unknown.csv"), "a check that says no is no trouble: {overview}");

    assert_eq!(story.browser.post(&path, &[("act", "import")]).await.status, 303);
    story.say(&["job", "run"]);
    let refused = story.page(&path).await;
    assert!(refused.contains("say what it holds and check it") && refused.contains("<td>Tag</td>"), "{refused}");
    let overview = story.page("/").await;
    assert!(overview.contains("unknown.csv could not be imported"), "{overview}");
    assert!(overview.contains(&format!("href=\"{path}\"")) && !overview.contains("--as"), "{overview}");

    assert_eq!(story.browser.post(&format!("{path}/delete"), &[]).await.status, 303);
    let overview = story.page("/").await;
    assert!(!overview.contains("unknown.csv"), "whoever deletes it has seen to it: {overview}");
}

#[tokio::test]
async fn the_first_title_of_a_list_counts_however_far_the_second_is_from_it() {
    let mut story = Story::begin().await;
    let line = |n: u64, title: &str| {
        format!("https://www.linkedin.com/feed/update/urn:li:activity:{}/,{title}\n", 7_345_012_345_678_900_000 + n)
    };
    let others: String = (1..300).map(|n| line(n, "Another")).collect();
    let text = format!("post_url,post_title\n{}{others}{}", line(0, "First"), line(0, "Scraped again"));
    for (name, new) in [("list.csv", "300"), ("same.csv", "0")] {
        // An empty line makes it another file.
        let text = if new == "0" { format!("{text}\n") } else { text.clone() };
        let path = drop_file(&mut story.browser, name, &text).await;
        story.say(&["job", "run"]);
        assert_eq!(story.browser.post(&path, &[("act", "import")]).await.status, 303);
        story.say(&["job", "run"]);
        let import = story.browser.get(&path).await.header("location").unwrap().to_owned();
        let shown = story.page(&import).await;
        assert_eq!((figure(&shown, "New"), figure(&shown, "Changed")), (new.to_owned(), "0".to_owned()), "{shown}");
        let first = "select title from posts where activity_id = 7345012345678900000";
        let title: String = story.owner.query_one(first, &[]).await.unwrap().get(0);
        assert_eq!(title, "First");
    }
}

#[tokio::test]
async fn a_file_of_which_no_line_can_be_used_is_not_said_to_be_one_that_can_be_imported() {
    let mut story = Story::begin().await;
    let path = drop_file(&mut story.browser, "posts.csv", "post_url,post_title\nno address,A\nnone either,B\n").await;
    story.say(&["job", "run"]);
    let page = story.page(&path).await;
    assert!(page.contains("No line can be used") && !page.contains("Can be imported"), "{page}");
    assert!(page.contains("<details open><summary>How its columns") && !page.contains("value=\"import\""), "{page}");
    let list = story.page("/imports").await;
    assert!(list.contains("No line can be used"), "{list}");
    // It is none of those that are imported together.
    assert_eq!(story.browser.post("/uploads/import", &[]).await.status, 303);
    story.say(&["job", "run"]);
    assert!(story.page(&path).await.contains("No line can be used"));
}

/// Sixty files, of which the later ones have fewer lines, and every tenth failed.
const FILES: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    insert into csv_imports (kind, format, file_name, file_bytes, file_sha256, state, lines, created, updated, rejected, people_created, started_at, finished_at, error)
    select 'posts', case when n % 2 = 0 then 'posts' else 'connections' end, case when n = 1 then '=1+1' else 'F' || to_char(n, 'FM00') end || '.csv', 1, sha256(n::text::bytea),
      case when n % 10 = 0 then 'failed' else 'completed' end::import_state, 100 - n, 60 - n, 30, 10, n % 7, now() - (60 - n) * interval '1 minute', now(),
      case when n % 10 = 0 then 'It broke off' end from generate_series(1, 60) n;
";

#[tokio::test]
async fn imports_are_put_in_order_turned_over_and_saved_as_a_table() {
    let mut story = Story::begin().await;
    story.run(FILES).await;
    let names = |text: &str| -> Vec<String> {
        let of = |rest: &str| rest.split(".csv").next().map(str::to_owned);
        text.split("<a href=\"/imports/").skip(1).filter_map(|rest| of(rest.split_once("\">")?.1)).collect()
    };
    let of_file = |csv: &str| -> Vec<String> {
        csv.lines().skip(1).filter_map(|line| line.split(".csv").next()).map(str::to_owned).collect()
    };
    for (asked, first) in [
        ("", "F60"),
        ("sort=when&dir=asc", "=1+1"),
        ("sort=lines", "=1+1"),
        ("sort=lines&dir=asc", "F60"),
        ("sort=file&dir=desc", "F60"),
        ("sort=people", "F55"),
        ("sort=state&dir=desc", "F60"),
        ("format=connections&sort=created&dir=asc", "F59"),
    ] {
        let page = story.page(&format!("/imports?{asked}")).await;
        let shown = names(&page);
        let file = of_file(&story.page(&format!("/imports.csv?{asked}")).await);
        let guarded: Vec<String> =
            shown.iter().map(|name| if name.starts_with('=') { format!("'{name}") } else { name.clone() }).collect();
        assert_eq!(shown[0].replace("&#61;", "="), first, "{asked}");
        assert!(file.starts_with(&guarded), "{asked}: {guarded:?} {file:?}");
        let next = page.split("\" rel=\"next\"").next().filter(|before| before.len() < page.len());
        let next = next.map(|before| before.rsplit('"').next().unwrap().replace("&#38;", "&"));
        let rest = match next {
            Some(next) => names(&story.page(&next).await),
            None => Vec::new(),
        };
        assert_eq!(shown.len() + rest.len(), file.len(), "{asked}: a page follows the other");
        assert!(rest.iter().all(|name| !shown.contains(name)), "{asked}");
    }
    // Whoever filters what is in an order keeps the order.
    for list in ["/imports", "/strategies"] {
        let page = story.page(&format!("{list}?sort=name&dir=desc&type=&state=completed")).await;
        let kept =
            "<input type=\"hidden\" name=\"sort\" value=\"name\"><input type=\"hidden\" name=\"dir\" value=\"desc\">";
        assert!(page.contains(kept), "{list}: {page}");
    }
    let csv = read(&story.page("/imports.csv?state=failed").await);
    assert_eq!(csv.len(), 6);
    let row = &csv["F10.csv"];
    assert_eq!((&*row["State"], &*row["Lines"], &*row["Rejected"], &*row["New people"]), ("Failed", "90", "10", "3"));
}

#[tokio::test]
async fn a_posts_list_that_is_dropped_says_of_which_post_the_other_files_are() {
    let mut story = Story::begin().await;
    let export = |seed| reactions(30, 0, seed).0;
    let first = drop_file(&mut story.browser, "first.csv", &export(1)).await;
    let second = drop_file(&mut story.browser, "second.csv", &export(2)).await;
    let other = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901249/";
    let list = format!(
        "file,post_url,post_title,campaign\nfirst.csv,{POST},First light,Spring\nin/second.csv,{other},Second,Spring\n"
    );
    let list = drop_file(&mut story.browser, "posts.csv", &list).await;
    story.say(&["job", "run"]);
    for path in [&first, &second] {
        assert!(story.page(path).await.contains("a posts list that names this file"));
    }
    assert_eq!(story.browser.post(&list, &[("act", "import")]).await.status, 303);
    story.say(&["job", "run"]);
    // They are checked again, of their posts, and nobody has said anything of them.
    story.say(&["job", "run"]);
    for (path, post) in [(&first, POST), (&second, other)] {
        let page = story.page(path).await;
        assert!(page.contains("Can be imported") && page.contains(&format!("counts for its post {post}")), "{page}");
    }
    let waiting = story.page("/imports").await;
    assert!(waiting.contains("Import all 2 that can be"), "{waiting}");
    // One that comes later is known by its name too, and so is what was corrected of it.
    let late = drop_file(&mut story.browser, "second.rejects.csv", &export(3)).await;
    story.say(&["job", "run"]);
    assert!(story.page(&late).await.contains(&format!("counts for its post {other}")));
    // A list that gives one file to two posts is none.
    let torn = format!("file,post_url\nfirst.csv,{POST}\na/first.csv,{other}\n");
    let torn = drop_file(&mut story.browser, "torn.csv", &torn).await;
    story.say(&["job", "run"]);
    assert!(story.page(&torn).await.contains("irst.csv belongs to one post on line 2 and to another on line 3"));
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    assert_eq!(viewer.post("/uploads/import", &[]).await.status, 403);
    // Whoever presses twice gets the same.
    for _ in 0..2 {
        assert_eq!(story.browser.post("/uploads/import", &[]).await.status, 303);
    }
    story.say(&["job", "run"]);
    let reacted = "select string_agg(n::text, ' ' order by title desc) from (select p.title, count(*) > 20 as n from engagements e join posts p on p.id = e.post_id group by 1) x";
    let told: String = story.owner.query_one(reacted, &[]).await.unwrap().get(0);
    assert_eq!(told, "true true");

    // From an import it is one step to what it brought.
    let import = story.browser.get(&first).await.header("location").unwrap().to_owned();
    let shown = story.page(&import).await;
    let spring = story.id("Spring").await;
    for link in [format!("/campaigns/{spring}"), format!("/people?campaign={spring}"), POST.to_owned()] {
        assert!(shown.contains(&format!("href=\"{link}\"")), "{link}: {shown}");
    }
    assert!(shown.contains(">First light</a>"), "{shown}");
    let import = story.browser.get(&list).await.header("location").unwrap().to_owned();
    let shown = story.page(&import).await;
    assert!(
        shown.contains(">First light</a>") && shown.contains(">Second</a>") && shown.contains(">Spring</a>"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_file_is_checked_again_when_a_list_says_another_post_of_it() {
    let mut story = Story::begin().await;
    let other = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901249/";
    let file = drop_file(&mut story.browser, "named.csv", &reactions(30, 0, 4).0).await;
    story.say(&["job", "run"]);
    assert!(story.page(&file).await.contains("Cannot be imported yet"));
    let folder = TestDir::new("listed-again");
    let list = folder.0.join("posts.csv");
    // At first wrong, and both times by the command line.
    for post in [POST, other] {
        std::fs::write(&list, format!("file,post_url\nnamed.csv,{post}\n")).unwrap();
        story.say(&["import", list.to_str().unwrap()]);
        story.say(&["job", "run"]);
        let page = story.page(&file).await;
        assert!(page.contains("Can be imported") && page.contains(&format!("counts for its post {post}")), "{page}");
    }
    assert!(!story.say(&["job", "run"]).contains("named.csv"), "what is as it was said is not checked again");
    // What was said a week ago may have been of another file.
    story
        .run(
            "alter table post_files disable trigger user; update post_files set updated_at = now() - interval '8 days'",
        )
        .await;
    let late = drop_file(&mut story.browser, "named.rejects.csv", &reactions(30, 0, 5).0).await;
    story.say(&["job", "run"]);
    assert!(story.page(&late).await.contains("a posts list that names this file"));
}

#[tokio::test]
async fn a_file_that_was_cut_off_goes_on_and_one_that_nobody_wants_goes() {
    let mut story = Story::begin().await;
    let (text, _) = reactions(50, 0, 2);
    let bytes = text.len().to_string();
    let made = story.browser.post("/uploads/new", &[("file_name", "cut.csv"), ("bytes", &bytes)]).await;
    let path = made.json()["path"].as_str().unwrap().to_owned();
    let half = text.char_indices().map(|(at, _)| at).find(|at| *at > text.len() / 2).unwrap();
    story.browser.bring("PUT", &format!("{path}/content?from=0"), BYTES, &text[..half]).await;
    let page = story.page(&path).await;
    assert!(page.contains("Choose cut.csv again") && page.contains(&format!("data-bytes=\"{bytes}\"")), "{page}");
    // The script asks where to go on by bringing nothing.
    let asked = story.browser.bring("PUT", &format!("{path}/content?from={bytes}"), BYTES, "").await;
    assert_eq!((asked.status, asked.json()), (200, json!({"received": half})));
    let rest = story.browser.bring("PUT", &format!("{path}/content?from={half}"), BYTES, &text[half..]).await;
    assert_eq!(rest.json(), json!({"received": text.len()}));
    assert!(story.page(&path).await.contains("Waits for a worker"));
    // While a job is about to look at it, it stays; somebody may end that.
    assert_eq!(story.browser.post(&format!("{path}/delete"), &[]).await.status, 409);
    assert_eq!(story.browser.post(&format!("{path}/cancel"), &[]).await.status, 303);
    assert!(story.page(&path).await.contains("Failed"));
    let gone = story.browser.post(&format!("{path}/delete"), &[]).await;
    assert_eq!(gone.header("location"), Some("/imports?did=removed"));
    assert!(story.page("/imports?did=removed").await.contains("The file is gone."));
    assert_eq!(story.browser.get(&path).await.status, 404);
    for (name, bytes, hint) in
        [("", "5", "name"), ("a.csv", "0", "1 to"), ("a.csv", "nothing", "1 to"), ("a.csv", "3000000000", "1 to")]
    {
        let refused = story.browser.post("/uploads/new", &[("file_name", name), ("bytes", bytes)]).await;
        assert_eq!(refused.status, 422, "{name} {bytes}");
        assert!(refused.json()["problem"].as_str().unwrap().contains(hint), "{}", refused.whole);
    }
}

#[tokio::test]
async fn files_come_by_a_form_where_no_script_brings_them() {
    let mut story = Story::begin().await;
    let part = |name: &str, text: &str| {
        format!(
            "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\ncontent-type: text/csv\r\n\r\n{text}\r\n"
        )
    };
    let kind = "multipart/form-data; boundary=x";
    let posts =
        "post_url,post_title\nhttps://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/,First\n";
    let one = story.browser.bring("POST", "/uploads", kind, &format!("{}--x--\r\n", part("posts.csv", posts))).await;
    let path = one.header("location").unwrap_or_else(|| panic!("{}", one.whole)).to_owned();
    story.say(&["job", "run"]);
    assert_eq!(figure(&story.page(&path).await, "New"), "1");
    let two = format!("{}{}--x--\r\n", part("a.csv", posts), part("b.csv", posts));
    let two = story.browser.bring("POST", "/uploads", kind, &two).await;
    assert_eq!((two.status, two.header("location")), (303, Some("/imports")));
    let none = story.browser.bring("POST", "/uploads", kind, &format!("{}--x--\r\n", part("", ""))).await;
    assert_eq!(none.status, 422);
    let cut = story.browser.bring("POST", "/uploads", kind, &part("posts.csv", posts)).await;
    assert_eq!(cut.status, 422, "{}", cut.whole);
    // What is no form, or has no end that divides it, is not kept in memory until it has one.
    let none = story.browser.bring("POST", "/uploads", "text/plain", "x").await;
    assert!(none.status == 422 && none.whole.contains("Choose a file first."), "{}", none.whole);
    let endless = story.browser.bring("POST", "/uploads", kind, &"x".repeat(33 << 20)).await;
    assert_eq!(endless.status, 422);
    let held: i64 = story.owner.query_one("select count(*) from uploads", &[]).await.unwrap().get(0);
    assert_eq!(held, 3);
}

#[tokio::test]
async fn s2_files_are_taken_of_editors_alone_and_of_our_own_pages_alone() {
    let mut story = Story::begin().await;
    let posts =
        "post_url,post_title\nhttps://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/,Canary\n";
    let path = drop_file(&mut story.browser, "canary.csv", posts).await;
    story.say(&["job", "run"]);
    story.browser.post(&path, &[("act", "import")]).await;
    story.say(&["job", "run"]);
    let import = story.browser.get(&path).await.header("location").unwrap().to_owned();
    let mut viewer = story.sign_in("viewer@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("client@mail.example", &["--role", "client"]).await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut other = story.sign_in_to("second", "other@mail.example", &["--role", "owner"]).await;
    let content = format!("{path}/content?from=0");
    for list in ["/imports", &import] {
        assert!(page(&mut viewer, list).await.contains("canary.csv"));
        assert_eq!(client.get(list).await.status, 403, "{list}");
    }
    assert!(!page(&mut viewer, "/imports").await.contains("Drop files here"));
    assert!(!page(&mut other, "/imports").await.contains("canary"));
    for (method, at) in [("POST", "/uploads/new"), ("POST", "/uploads"), ("PUT", &content), ("POST", &path)] {
        let kind = if at == "/uploads" { "multipart/form-data; boundary=x" } else { BYTES };
        for (who, browser) in [("viewer", &mut viewer), ("client", &mut client)] {
            assert_eq!(browser.bring(method, at, kind, "file_name=a&bytes=1").await.status, 403, "{who} {at}");
        }
        let mut foreign = story.browser.clone().saying("sec-fetch-site", "cross-site");
        assert_eq!(foreign.bring(method, at, kind, "file_name=a&bytes=1").await.status, 403, "{at} from elsewhere");
    }
    let absent = "/uploads/00000000-0000-4000-8000-0000000000ff";
    for rest in ["", "/rejects", "/reasons"] {
        let theirs = other.get(&format!("{path}{rest}")).await;
        let nothing = other.get(&format!("{absent}{rest}")).await;
        assert_eq!((theirs.status, body(&theirs)), (404, body(&nothing)), "{rest}");
    }
    for (method, rest) in [("POST", "/delete"), ("POST", "/cancel"), ("POST", ""), ("PUT", "/content?from=0")] {
        let theirs = other.bring(method, &format!("{path}{rest}"), BYTES, "x").await;
        let nothing = other.bring(method, &format!("{absent}{rest}"), BYTES, "x").await;
        assert_eq!((theirs.status, body(&theirs)), (404, body(&nothing)), "{method} {rest}");
    }
    assert_eq!(other.get(&import).await.status, 404);
    let held: Value = serde_json::from_str(&story.say(&["--json", "post", "list"])).unwrap();
    assert_eq!(held.as_array().map(Vec::len), Some(1));
}
