//! Stories of the command line, told by the binary itself: what it prints where, its exit codes, its hints.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tokio_postgres::Client;

use crate::support::{
    app::TestDir,
    story::{MARKETERS, Said, Story, run},
};

fn keys(row: &Value) -> BTreeSet<String> {
    row.as_object().unwrap().keys().cloned().collect()
}

async fn columns(client: &Client, view: &str) -> BTreeSet<String> {
    let rows = client
        .query("select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped", &[&view])
        .await
        .unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

fn names(rows: &Value, key: &str) -> Vec<String> {
    rows.as_array().unwrap().iter().map(|row| row[key].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_persona_is_previewed_added_listed_edited_and_deleted() {
    let story = Story::begin("persona").await;
    let file = story.file("marketers.toml", MARKETERS);

    let preview = story.json(&["persona", "preview", &file]);
    // Bea is in marketing, but of another seniority: 3 of 5 is 0.60, which is enough.
    assert_eq!((&preview["people"], &preview["entering"], &preview["leaving"]), (&json!(3), &json!(3), &json!(0)));
    assert_eq!(preview["histogram"].as_array().unwrap().iter().filter_map(Value::as_i64).sum::<i64>(), 3);
    assert_eq!(names(&preview["best"], "name"), ["Dana Twin", "Ada Example", "Bea Example"]);
    assert_eq!(preview["best"][2]["words"], "seniority miss (2), function hit (3)");
    // Titles are read of a persona that is not saved yet, too.
    let titled = "name = \"New\"\n[criteria.title]\ninclude = [\"cmo\"]";
    assert_eq!(story.say_with(&["persona", "preview", "-", "--json"], titled).json()["people"], 1);
    story.say(&["persona", "list"]).refused(0, "rapport persona add FILE");

    let added = story.say(&["persona", "add", &file]);
    assert_eq!((added.code, added.out.as_str()), (0, ""));
    assert!(added.err.contains("added persona \"Marketers\": 3 people match"), "{}", added.err);
    story.say(&["persona", "add", &file]).refused(1, "a persona of this name exists already; rapport persona edit");
    // A preview says what adding would say.
    story.say(&["persona", "preview", &file]).refused(1, "a persona \"Marketers\" exists already");
    story.say_with(&["persona", "preview", "-"], "threshold = 0.5").refused(1, "a persona needs a name");

    let list = story.json(&["persona", "list"]);
    assert_eq!(keys(&list[0]), columns(&story.owner().await, "persona_match_counts").await);
    assert_eq!((&list[0]["name"], &list[0]["people"]), (&json!("Marketers"), &json!(3)));
    let shown = story.json(&["persona", "show", "marketers"]);
    assert_eq!(shown["persona"]["colour"], "#b8442e");
    assert_eq!(shown["people"].as_array().unwrap().len(), 3);
    assert_eq!(shown["people"][0]["words"], "seniority hit (2), function hit (3)");
    assert_eq!(shown["days"].as_array().unwrap().len(), 30);
    let text = story.say(&["persona", "show", "Marketers"]);
    assert!(text.out.contains("marketing") && text.out.contains("required"), "{}", text.out);

    // Of an edit only what the file says is changed.
    let stricter = story.file("stricter.json", r#"{"threshold": 0.7}"#);
    let preview = story.json(&["persona", "preview", "Marketers", &stricter]);
    assert_eq!((&preview["people"], &preview["leaving"]), (&json!(2), &json!(1)));
    let edited = story.json(&["persona", "edit", "Marketers", &stricter]);
    assert_eq!((&edited["people"], &edited["entered"], &edited["left"]), (&json!(2), &json!(0), &json!(1)));
    let shown = story.json(&["persona", "show", "Marketers"]);
    assert_eq!(
        (&shown["persona"]["description"], &shown["persona"]["threshold"]),
        (&json!("Own budget and brand"), &json!(0.7))
    );

    // What is printed as a file is the same persona.
    let printed = story.say(&["persona", "template", "Marketers"]);
    assert_eq!(story.say_with(&["persona", "edit", "Marketers", "-", "--json"], &printed.out).json()["people"], 2);

    assert_eq!(story.json(&["persona", "template", "Marketers"])["criteria"]["seniority"]["any"], json!(["vp", "cxo"]));
    let renamed = story.say_with(&["persona", "edit", "Marketers", "-"], "name = \"Marketeers\"");
    assert!(
        renamed.err.contains("changed persona \"Marketeers\", renamed from \"Marketers\": 2 people"),
        "{}",
        renamed.err
    );
    story.say(&["persona", "show", "Marketers"]).refused(1, "did you mean \"Marketeers\"?");
    story.say_with(&["persona", "edit", "Marketeers", "-"], "name = \"Marketers\"");

    assert_eq!(story.json(&["persona", "deactivate", "Marketers"])["left"], 2);
    assert_eq!(story.json(&["persona", "activate", "Marketers"])["entered"], 2);

    story.say(&["persona", "delete", "Marketers"]).refused(1, "--confirm \"Marketers\"");
    story.say(&["persona", "delete", "Marketers", "--confirm", "Others"]).refused(1, "2 targets");
    assert_eq!(story.say(&["persona", "delete", "Marketers", "--confirm", "Marketers"]).code, 0);
    assert_eq!(story.json(&["persona", "list"]), json!([]));
}

#[tokio::test]
async fn a_persona_comes_from_json_and_from_the_template_too() {
    let story = Story::begin("persona-json").await;
    let json = r#"{"name": "Fans", "active": false, "criteria": {"engagement": {"min_score": 5}}}"#;
    let added = story.say_with(&["persona", "add", "-", "--json"], json).json();
    assert_eq!((&added["name"], &added["people"]), (&json!("Fans"), &json!(0)));
    assert_eq!(story.json(&["persona", "activate", "Fans"])["people"], 2);
    // The template needs no database.
    let template = run(&[], &["persona", "template"], "");
    assert_eq!(template.code, 0, "{}", template.err);
    assert_eq!(story.say_with(&["persona", "add", "-", "--json"], &template.out).json()["name"], "My buyers");
    let file = run(&[], &["persona", "template", "--json"], "").json();
    assert_eq!((&file["name"], &file["criteria"]["title"]["weight"]), (&json!("My buyers"), &json!(2)));
}

#[tokio::test]
async fn a_file_that_makes_no_sense_is_refused_with_its_reason() {
    let story = Story::begin("persona-bad").await;
    let refused = |text: &str, hint: &str| story.say_with(&["persona", "add", "-"], text).refused(1, hint);
    refused("name = \"A\"\n[criteria.age]\nany = [\"40\"]", "there is no criterion \"age\"");
    refused("name = \"A\"\n[criteria.seniority]\nany = [\"boss\"]", "there is no seniority \"boss\"");
    refused(
        "name = \"A\"\n[criteria.title]\ninclude = [\"vp\"]\nweight = 2.5",
        "the weight of \"title\" must be a whole number",
    );
    refused("name = A", "line 1");
    refused("{\"name\": \"A\",}", "line 1");
    refused("name = \"A\"\nkind = \"B\"", "unknown field `kind`");
    refused("name = \"A\"\nthreshold = 0.625", "at most two decimals");
    refused("name = \"A\"\nthreshold = nan", "at most two decimals");
    refused("name = \"A\"\nthreshold = 0", "above 0");
    refused("name = \"A\"\ncolour = \"red\"", "six hexadecimal digits, such as #b8442e");
    refused("name = \" \"", "a name is needed");
    refused("name = \"\"\"two\nlines\"\"\"", "a name is one line");
    refused("description = \"Nobody\"", "a persona needs a name");
    refused("", "says nothing of a persona");
    story.say(&["persona", "add", "/nowhere/at/all.toml"]).refused(1, "/nowhere/at/all.toml: No such file");
    // A preview is as strict as what it previews.
    story
        .say_with(&["persona", "preview", "-"], "name = \"A\"\n[criteria.age]\nany = [\"40\"]")
        .refused(1, "there is no criterion");
    assert_eq!(story.json(&["persona", "list"]), json!([]));
}

#[tokio::test]
async fn a_wrong_name_ends_with_1_and_says_which_there_are() {
    let story = Story::begin("wrong-names").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    for args in [
        &["persona", "show", "Nobody"][..],
        &["persona", "edit", "Nobody", "-"],
        &["person", "pin", "901", "Nobody"],
        &["person", "list", "--persona", "Nobody"],
        &["strategy", "recommend", "Nobody"],
        &["trends", "--persona", "Nobody"],
    ] {
        story.say_with(args, "threshold = 0.5").refused(1, "there is no persona \"Nobody\"; there are: Marketers");
    }
    story
        .say(&["strategy", "show", "Nothing"])
        .refused(1, "there is no strategy \"Nothing\"; there are: Account-based focus");
    story.say(&["company", "show", "Nord"]).refused(1, "did you mean one of these? Nordlicht GmbH");
    story.say(&["post", "show", "999"]).refused(1, "rapport post list");
    story.say(&["person", "show", "Zoe"]).refused(1, "there is no person \"Zoe\"");
    story.say(&["person", "show", "Example"]).refused(1, "902  Bea Example, Head of Brand at Nordlicht");
    story.say(&["person", "list", "--campaign", "Winter"]).refused(1, "there are: Autumn, Spring");
    story.say(&["person", "list", "--seniority", "boss"]).refused(1, "possible values");
    story.say(&["post", "add", "https://example.org/post"]).refused(1, "is no address of a LinkedIn post");
}

#[tokio::test]
async fn people_are_listed_by_what_they_did_and_narrowed_by_what_they_are() {
    let story = Story::begin("person-list").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let all = story.json(&["person", "list"]);
    // A share weighs 8 and a maybe 2; a comment 5 and two likes 2.
    assert_eq!(names(&all, "name"), ["Dana Twin", "Ada Example", "Bea Example", "Dana Twin", "Cleo Sample"]);
    assert_eq!((&all[0]["engagement_score"], &all[1]["engagement_score"]), (&json!(10), &json!(7)));
    assert_eq!(all[1]["personas"], json!(["Marketers"]));
    let found = |args: &[&str]| names(&story.json(&[&["person", "list"], args].concat()), "name");
    assert_eq!(found(&["--persona", "Marketers"]), ["Dana Twin", "Ada Example", "Bea Example"]);
    assert_eq!(found(&["--company", "nordlicht"]), ["Ada Example", "Bea Example"]);
    assert_eq!(found(&["--seniority", "vp"]), ["Ada Example"]);
    assert_eq!(found(&["--function", "sales"]), ["Cleo Sample"]);
    assert_eq!(found(&["--campaign", "Autumn", "--min-score", "7"]), ["Dana Twin", "Ada Example"]);
    assert_eq!(found(&["--search", "nÖRDlicht"]), ["Ada Example", "Bea Example"]);
    assert_eq!(found(&["--search", "100%"]), Vec::<String>::new());
    assert_eq!(found(&["--notable"]), Vec::<String>::new());
    let one = story.say(&["person", "list", "--limit", "1"]);
    assert!(one.out.contains("Dana Twin") && !one.out.contains("Ada") && one.err.contains("--limit"), "{}", one.err);
}

#[tokio::test]
async fn a_person_is_found_by_every_name_and_an_ambiguous_one_lists_whom_it_means() {
    let story = Story::begin("person-show").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let addresses = [
        "901",
        "ada example",
        "https://www.linkedin.com/in/Ada-Example/",
        "linkedin.com/in/ACoAAAexample901",
        "ada-example",
    ];
    for text in addresses {
        let shown = story.json(&["person", "show", text]);
        assert_eq!(shown["person"]["name"], "Ada Example", "{text}");
        assert_eq!(shown["personas"][0]["words"], "seniority hit (2), function hit (3)");
        assert_eq!((&shown["engagements"]["likes"], &shown["engagements"]["comments"]), (&json!(2), &json!(1)));
        assert_eq!(shown["identities"].as_array().unwrap().len(), 2);
    }
    assert_eq!(story.json(&["person", "show", "Cleo@example.org"])["person"]["name"], "Cleo Sample");
    let history = &story.json(&["person", "show", "901"])["history"];
    assert_eq!(history.as_array().unwrap().len(), 4);
    assert_eq!((&history[0]["what"], &history[0]["text"]), (&json!("entered"), &json!("Marketers (1.00)")));

    let text = story.say(&["person", "show", "901"]).out;
    for part in ["2 likes, 1 comment: weighted score 7", "Well lit.", "First light", "post 902", "persona changed"] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    let ambiguous = story.say(&["person", "show", "Dana Twin"]);
    ambiguous.refused(1, "904  Dana Twin, Illustrator");
    ambiguous.refused(1, "905  Dana Twin, CMO");
    story.say(&["person", "show", "https://www.linkedin.com/in/nobody"]).refused(1, "nobody is known by");
    story.say(&["person", "show", "https://www.linkedin.com/company/acme"]).refused(1, "is no address of a person");
}

#[tokio::test]
async fn a_pin_and_an_exclude_survive_an_edit_until_they_are_released() {
    let story = Story::begin("pin").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let people = || {
        let mut names = names(&story.json(&["person", "list", "--persona", "Marketers"]), "name");
        names.sort();
        names
    };
    assert_eq!(people(), ["Ada Example", "Bea Example", "Dana Twin"]);
    let pinned = story.say(&["person", "pin", "Cleo Sample", "marketers", "--reason", "asked for a demo"]);
    assert_eq!(pinned.code, 0, "{}", pinned.err);
    assert_eq!(story.json(&["person", "exclude", "Ada Example", "Marketers"])["done"], "excluded");
    assert_eq!(people(), ["Bea Example", "Cleo Sample", "Dana Twin"]);

    story.say_with(&["persona", "edit", "Marketers", "-"], "threshold = 1\n[criteria.function]\nany = [\"marketing\"]");
    assert_eq!(people(), ["Bea Example", "Cleo Sample", "Dana Twin"]);
    let shown = story.json(&["person", "show", "Cleo Sample"]);
    assert_eq!(
        (&shown["personas"][0]["pinned"], &shown["personas"][0]["reason"]),
        (&json!(true), &json!("asked for a demo"))
    );
    let text = story.say(&["persona", "show", "Marketers"]).out;
    assert!(
        text.contains("1 pinned by hand, 1 excluded by hand") && text.contains("pinned: asked for a demo"),
        "{text}"
    );

    story.json(&["person", "release", "Cleo Sample", "Marketers"]);
    story.json(&["person", "release", "Ada Example", "Marketers"]);
    assert_eq!(people(), ["Ada Example", "Bea Example", "Dana Twin"]);
}

#[tokio::test]
async fn headlines_that_came_by_hand_are_read_and_what_a_human_entered_stays() {
    let story = Story::begin("person-read").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let owner = story.owner().await;
    owner
        .batch_execute(
            r"insert into persons (id, name, headline, current_title) values
                (911, 'Eve Hand', 'VP Marketing at Nordlicht GmbH', null),
                (912, 'Fay Hand', 'CMO at Brightwater', 'Chief of everything'),
                (913, 'Gil Hand', null, null);
              insert into persons (id, name, headline, current_title, facts_from) values
                (914, 'Hal Hand', 'VP Marketing', 'Plumber', 'profile');
              update persons set headline_version = 0, seniority = 'entry' where id = 902",
        )
        .await
        .unwrap();
    assert_eq!(story.json(&["person", "read"]), json!({"read": 3, "changed": 3}));
    let person = |name: &str| story.json(&["person", "show", name])["person"].clone();
    let eve = person("Eve Hand");
    assert_eq!((&eve["title"], &eve["company"]), (&json!("VP Marketing"), &json!("Nordlicht GmbH")));
    assert_eq!(
        (&eve["seniority"], &eve["company_id"], &eve["facts_from"]),
        (&json!("vp"), &json!(901), &json!("headline"))
    );
    let fay = person("Fay Hand");
    assert_eq!(
        (&fay["title"], &fay["company"], &fay["seniority"]),
        (&json!("Chief of everything"), &json!("Brightwater"), &json!("cxo"))
    );
    assert_eq!(person("Hal Hand")["title"], "Plumber");
    assert_eq!(person("902")["seniority"], "director");
    assert_eq!(story.json(&["person", "list", "--persona", "Marketers"]).as_array().unwrap().len(), 5);
    story.say(&["person", "read"]).refused(0, "every headline has been read");
}

#[tokio::test]
async fn companies_and_posts_are_shown_with_whom_they_brought() {
    let story = Story::begin("companies-posts").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let owner = story.owner().await;
    let companies = story.json(&["company", "list"]);
    assert_eq!(keys(&companies[0]), columns(&owner, "company_engagement_summary").await);
    assert_eq!(names(&companies, "name"), ["Nordlicht GmbH", "Saltworks Ltd"]);
    let company = story.json(&["company", "show", "NORDLICHT"]);
    assert_eq!(names(&company["people"], "name"), ["Ada Example", "Bea Example"]);
    assert_eq!(
        (&company["personas"][0]["persona"], &company["personas"][0]["people"]),
        (&json!("Marketers"), &json!(2))
    );

    let posts = story.json(&["post", "list"]);
    assert_eq!(keys(&posts[0]), columns(&owner, "post_performance").await);
    assert_eq!(names(&story.json(&["post", "list", "--campaign", "Spring"]), "title"), ["First light"]);
    let post =
        story.json(&["post", "show", "https://www.linkedin.com/posts/studio_light-activity-7345012345678901248-AbCd"]);
    assert_eq!((&post["post"]["engagements"], &post["campaigns"]), (&json!(5), &json!(["Spring"])));
    assert_eq!(post["comments"][0]["text"], "Well lit.");

    let url = "https://www.linkedin.com/feed/update/urn:li:activity:7345612345678901249/";
    let added = story.json(&["post", "add", url, "--title", "Second", "--campaign", "Winter"]);
    assert_eq!(added["outcome"], "created");
    assert_eq!(story.json(&["post", "add", url, "--campaign", "Spring"])["outcome"], "updated");
    assert_eq!(story.json(&["post", "add", url])["outcome"], "unchanged");
    assert_eq!(story.json(&["post", "show", "second"])["campaigns"], json!(["Spring", "Winter"]));
}

#[tokio::test]
async fn json_of_reads_is_rows_of_the_views() {
    let story = Story::begin("shapes").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let owner = story.owner().await;
    let trends = story.json(&["trends"]);
    assert_eq!(trends.as_array().unwrap().len(), 30);
    assert_eq!(keys(&trends[0]), columns(&owner, "persona_engagement_trends").await);
    assert_eq!(trends[29]["cumulative_engagements"], 6);
    let dashboard = story.json(&["dashboard"]);
    assert_eq!(keys(&dashboard[0]), columns(&owner, "campaign_dashboard").await);
    let performance = story.json(&["strategy", "performance"]);
    assert_eq!(keys(&performance[0]), columns(&owner, "campaign_strategy_performance").await);
    assert_eq!(performance[0]["strategy"], "Thought leadership");

    let recommended = story.json(&["strategy", "recommend", "Marketers", "--limit", "3"]);
    let result = owner
        .query_one("select pg_get_function_result('get_recommended_strategies_for_persona'::regproc)", &[])
        .await
        .unwrap();
    let result: String = result.get(0);
    let declared: BTreeSet<String> = result
        .trim_start_matches("TABLE(")
        .split(", ")
        .filter_map(|column| column.split(' ').next())
        .map(str::to_owned)
        .collect();
    assert_eq!(recommended.as_array().unwrap().len(), 3);
    assert_eq!(keys(&recommended[0]), declared);
    // Every read answers in JSON, and with nothing else on stdout.
    for args in
        [&["strategy", "list"][..], &["strategy", "show", "Brand awareness"], &["trends", "--persona", "Marketers"]]
    {
        assert!(!story.json(args).is_null());
    }
}

#[tokio::test]
async fn tables_are_for_people() {
    let story = Story::begin("tables").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let holds = |args: &[&str], parts: &[&str]| {
        let said = story.say(args);
        assert_eq!(said.code, 0, "{}", said.err);
        for part in parts {
            assert!(said.out.contains(part), "{part:?} is not in\n{}", said.out);
        }
    };
    holds(&["trends"], &["30 days", "Marketers", "▁", "█"]);
    holds(&["trends", "--persona", "Marketers"], &["7-day average"]);
    holds(&["strategy", "list"], &["Thought leadership", "2 to 5 %"]);
    holds(
        &["strategy", "show", "thought leadership"],
        &["text 40 %", "director, vp", "12 weeks", "500 to 3\u{2009}000 USD", "Spring", "0.5 %, worse"],
    );
    holds(&["strategy", "performance"], &["Thought leadership", "0.5 %", "worse"]);
    holds(&["strategy", "recommend", "Marketers"], &["Lift", "1. ", "5. ", "of 3 people, 1 post"]);
    holds(&["post", "list"], &["First light", "post 902", "75.0 %"]);
    holds(&["company", "list"], &["Nordlicht GmbH"]);
}

#[tokio::test]
async fn a_recommendation_with_a_seed_is_reproducible_and_a_rating_counts() {
    let story = Story::begin("recommend").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    let drawn = |seed: &str| {
        story.say(&["strategy", "recommend", "Marketers", "--limit", "20", "--explore", "--seed", seed, "--json"]).out
    };
    assert_eq!(drawn("7"), drawn("7"));
    let told = story.say(&["strategy", "recommend", "Marketers", "--limit", "20", "--explore", "--json"]);
    let seed = told.err.split("--seed ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    assert_eq!(drawn(&seed), told.out, "the seed that is told draws the same");
    assert!((8..40).any(|seed| drawn(&seed.to_string()) != drawn("7")), "every seed draws the same");
    story.say(&["strategy", "recommend", "Marketers", "--seed", "7"]).refused(1, "--explore");

    let rated = story.say(&["strategy", "rate", "Marketers", "Employer brand", "0.95", "--notes", "they hire"]);
    assert_eq!(rated.code, 0, "{}", rated.err);
    let all = story.json(&["strategy", "recommend", "Marketers", "--limit", "20"]);
    let employer = all.as_array().unwrap().iter().find(|row| row["strategy"] == "Employer brand").unwrap().clone();
    assert_eq!(employer["relevance_score"], 0.95);
    story.say(&["strategy", "rate", "Marketers", "Employer brand", "0.955"]).refused(1, "at most two decimals");
    story.say(&["strategy", "rate", "Marketers", "Employer brand", "2"]).refused(1, "from 0 to 1");
}

#[tokio::test]
async fn another_tenant_sees_nothing_of_it() {
    let story = Story::begin("tenants").await;
    story.say_with(&["persona", "add", "-"], MARKETERS);
    assert_eq!(story.say(&["tenant", "add", "other", "--bare"]).code, 0);
    for args in [
        &["persona", "list"][..],
        &["person", "list"],
        &["company", "list"],
        &["post", "list"],
        &["strategy", "list"],
        &["trends"],
    ] {
        assert_eq!(story.json(&[args, &["--tenant", "other"]].concat()), json!([]), "{args:?}");
    }
    story.say(&["person", "show", "901", "--tenant", "other"]).refused(1, "there is no person");
    story.say(&["persona", "list", "--tenant", "nobody"]).refused(1, "there is no tenant \"nobody\"");
}

#[test]
fn an_unreachable_database_is_our_fault_and_no_other_is_taken() {
    let dir = TestDir::new("unreachable");
    let data = dir.0.join("data");
    let environment =
        [("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing"), ("RAPPORT_DATA_DIR", data.to_str().unwrap())];
    run(&environment, &["persona", "list"], "").refused(1, "cannot reach the database");
    run(&environment, &["trends", "--json"], "").refused(1, "cannot reach the database");
    assert!(!data.exists(), "the managed database was begun all the same");
}

#[test]
fn a_bad_value_names_its_variable_and_keeps_its_secret() {
    let said = run(&[("DATABASE_URL", "mysql//root:hunter2@db")], &["persona", "list"], "");
    said.refused(1, "DATABASE_URL");
    assert!(!said.err.contains("hunter2"), "{}", said.err);
    // A flag wins over a variable, also where the two say the same in two ways.
    let both = [("DATABASE_URL", "mysql//root:hunter2@db")];
    run(&both, &["--database-url-file", "/nowhere/secret", "trends"], "").refused(1, "cannot read /nowhere/secret");
    run(&both, &["trends", "--database-url-file", "/nowhere/secret"], "").refused(1, "cannot read /nowhere/secret");
    let file = [("DATABASE_URL_FILE", "/nowhere/secret")];
    run(&file, &["trends", "--database-url", "mysql//root:hunter2@db"], "").refused(1, "DATABASE_URL: ");
    let two = [both[0], file[0]];
    run(&two, &["trends"], "").refused(1, "are both set; keep one of them");
    run(&[("DATABASE_URL_FILE", "/nowhere/secret")], &["trends"], "").refused(1, "DATABASE_URL_FILE");
    run(&[], &["persona", "lst"], "").refused(1, "list");
}

#[test]
fn a_data_folder_that_cannot_be_used_is_for_the_user_to_mend() {
    let dir = TestDir::new("no-folder");
    let file = dir.0.join("file");
    std::fs::write(&file, "").unwrap();
    for folder in [file.clone(), file.join("below"), "/proc/nowhere".into()] {
        let said = run(&[], &["--data-dir", folder.to_str().unwrap(), "tenant", "list"], "");
        assert_eq!(said.code, 1, "{}: {}", folder.display(), said.err);
    }
}

#[tokio::test]
async fn psql_acts_for_one_tenant_and_for_the_owner_on_demand() {
    let story = Story::begin("psql").await;
    let owner = story.owner().await;
    owner
        .batch_execute(
            "insert into tenants (slug, name) values ('other', 'Other'); \
             insert into persons (tenant_id, name) select id, 'Stranger' from tenants where slug = 'other'",
        )
        .await
        .unwrap();
    let path = std::env::join_paths([rapport_database::cluster::find_binaries(None).unwrap().dir()]).unwrap();
    let environment = [("DATABASE_URL", story.url.as_str()), ("PATH", path.to_str().unwrap())];
    let ask = |args: &[&str]| run(&environment, args, "");
    let count = ["-Atc", "select current_user, count(*) from persons"];
    let of_tenant = ask(&[&["psql"], &count[..]].concat());
    assert_eq!((of_tenant.code, of_tenant.out.trim()), (0, "rapport_app|5"), "{}", of_tenant.err);
    let of_owner = ask(&[&["psql", "--owner"], &count[..]].concat());
    assert_eq!(of_owner.out.trim().split('|').nth(1), Some("6"), "{}", of_owner.err);
    let refused = ask(&["psql", "-c", "selec"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("syntax error"), "{}", refused.err);
}

#[tokio::test]
async fn the_doctor_finds_a_wall_that_is_down() {
    let story = Story::begin("doctor").await;
    let fsync_off = |said: &Said| said.out.contains("fsync is off");
    assert!(fsync_off(&story.say(&["doctor", "database"])), "a test server is not durable, and the doctor says so");
    story.owner().await.batch_execute("alter table posts disable row level security").await.unwrap();
    let said = story.say(&["doctor", "database", "--json"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains("row security is off on posts"), "{}", said.out);
}

#[tokio::test]
async fn what_cannot_be_written_to_can_still_be_read() {
    let story = Story::begin("read-only").await;
    // The engagements of the story wait in the log, and nobody can fold them.
    let url = format!("{}?options=-c%20default_transaction_read_only%3Don", story.url);
    let read = |args: &[&str]| run(&[("DATABASE_URL", &url)], args, "");
    let rows = read(&["dashboard", "--json"]).json();
    assert_eq!(rows, story.json(&["dashboard"]), "and shows the same figures as after the fold");
    read(&["post", "add", "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901249/"])
        .refused(1, "takes no changes");
}

#[tokio::test]
async fn the_simulators_answer_whoever_works_on_rapport() {
    use std::{
        io::{BufRead as _, BufReader},
        process::{Command, Stdio},
    };

    use crate::support::{process::signal, server::KEY};

    // It says the secrets of services that do not exist, which is what it is for, and so it is not heard.
    let mut simulators = Command::new(env!("CARGO_BIN_EXE_rapport"))
        .env_clear()
        .args(["dev", "simulate", "--port", "0", "--linkedin-port", "0", "--service-port", "0", "--mail-port", "0"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(simulators.stdout.take().unwrap()).lines().take(7).map(Result::unwrap);
    let told: Vec<(String, String)> =
        lines.map(|line| line.split_once('=').map(|(name, url)| (name.to_owned(), url.to_owned())).unwrap()).collect();
    let names: Vec<&str> = told.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..3], ["RAPPORT_APIFY_URL", "RAPPORT_LINKEDIN_URL", "RAPPORT_LINKEDIN_API_URL"]);
    let others = ["RAPPORT_OIDC_ISSUER", "RAPPORT_OIDC_CLIENT_ID", "RAPPORT_OIDC_CLIENT_SECRET", "RAPPORT_SMTP_URL"];
    assert_eq!(names[3..], others);

    let story = Story::begin("simulators").await;
    let mut env: Vec<(&str, &str)> = told[..3].iter().map(|(name, url)| (name.as_str(), url.as_str())).collect();
    env.extend([("DATABASE_URL", story.url.as_str()), ("RAPPORT_MASTER_KEY", KEY)]);
    let token = rapport::simulators::apify::TOKEN;
    let added = run(&env, &["connection", "add", "--name", "Apify", "--apify-token", "-", "--json"], token).json();
    assert_eq!(added["status"], "valid", "{added}");
    let post = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";
    let jobs = run(&env, &["scrape", "post", post, "--max", "20", "--wait", "--json"], "").json();
    assert_eq!((&jobs[0]["state"], &jobs[0]["found"]), (&json!("completed"), &json!(20)), "{jobs}");

    signal("INT", simulators.id());
    assert!(simulators.wait().unwrap().success(), "it ends when it is told to");
}
