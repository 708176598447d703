//! The files that people have.

use super::*;

#[test]
fn the_same_reaction_reads_alike_from_every_maker_and_container() {
    let curious = read(&fixture("curious_coder_post_reactions.json"));
    assert_eq!(curious.layout.format, Format::CuriousCoderReactions);
    assert_eq!(curious.tally.skipped[&SkipReason::CompanyPage], 1);
    let [Record::Reaction(reaction)] = &curious.records()[..] else { panic!("one reaction") };
    assert_eq!((reaction.reaction.name(), reaction.post.is_none()), ("empathy", true));
    assert_eq!(reaction.actor.degree, Some(Degree::Second));
    assert_eq!(reaction.actor.person.member_id.as_deref(), Some("ACoAAFict0001"));

    let harvest = read(&fixture("harvestapi_post_reactions.json"));
    assert_eq!(harvest.records(), read(&fixture("harvestapi_post_reactions.csv")).records());
    let [Record::Reaction(reaction)] = &harvest.records()[..] else { panic!("one reaction") };
    let post = reaction.post.as_ref().unwrap();
    assert_eq!(
        (post.activity_id, post.ugc_post_id),
        (Some(7_329_207_003_942_125_568), Some(7_329_207_002_977_443_840))
    );
    assert_eq!(reaction.posted_at.unwrap().to_string(), "2025-05-16T18:11:59.821Z");

    let apimaestro = read(&fixture("apimaestro_post_reactions.json"));
    assert_eq!(apimaestro.records(), read(&fixture("apimaestro_post_reactions.csv")).records());
    assert_eq!(apimaestro.tally.skipped[&SkipReason::AnonymousMember], 1);
    let [Record::Reaction(reaction)] = &apimaestro.records()[..] else { panic!("one reaction") };
    assert_eq!(reaction.actor.headline.as_deref(), Some("CTO @ Nebulosa Fict | Platform"));
}

#[test]
fn a_company_page_is_skipped_but_what_it_did_is_still_told() {
    let read = read(&fixture("apify_curious_coder_reactions.csv"));
    let [_, Outcome::Skipped(skipped)] = &read.outcomes[..] else { panic!("one record, one skipped") };
    assert_eq!((skipped.position.line, skipped.reason), (3, SkipReason::CompanyPage));
    let Some(Record::Reaction(reaction)) = &skipped.record else { panic!("a reaction") };
    assert_eq!(reaction.actor.kind, ActorKind::Company);
    assert_eq!(reaction.actor.company.slug.as_deref(), Some("acme-widgets-fict"));
    assert_eq!(reaction.actor.company.id.as_deref(), Some("900001"));
}

#[test]
fn a_json_list_json_lines_and_a_wrapped_list_hold_the_same_records() {
    let list = fixture("curious_coder_post_reactions.json");
    let values: Vec<serde_json::Value> = serde_json::from_slice(&list).unwrap();
    let lines = values.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let wrapped = serde_json::json!({"data": {"total": 2, "items": values}}).to_string();
    let expected = read(&list).records();
    assert_eq!(read(lines.as_bytes()).records(), expected);
    assert_eq!(read(wrapped.as_bytes()).records(), expected);
    assert_eq!(read(lines.as_bytes()).layout.container, Container::JsonLines);
}

#[test]
fn comments_have_the_exact_time_of_their_id() {
    for name in ["harvestapi_post_comment.json", "apimaestro_comments.json"] {
        let read = read(&fixture(name));
        let [Record::Comment(comment)] = &read.records()[..] else { panic!("{name}: one comment") };
        assert_eq!(comment.comment_id, 7_331_190_065_471_078_400);
        assert_eq!(comment.commented_at.unwrap().to_string(), "2025-05-22T05:31:58.533Z");
        assert_eq!(comment.text.as_deref(), Some("Great"));
        assert_eq!(comment.actor.person.slug.as_deref(), Some("laura-demo-fict"));
        assert_eq!(comment.post.as_ref().unwrap().activity_id, Some(7_328_838_056_403_173_380));
    }
}

#[test]
fn a_posts_list_is_found_whatever_the_order_of_its_columns() {
    let read_first = read(&fixture("posts.csv"));
    let [Record::Post(first), Record::Post(second)] = &read_first.records()[..] else { panic!("two posts") };
    assert_eq!(first.file.as_deref(), Some("curious_coder_post_reactions.json"));
    assert_eq!((first.is_paid, second.is_paid), (Some(false), Some(true)));
    assert_eq!(first.listed_at.unwrap().date(), second.listed_at.unwrap().date());
    assert_eq!(second.post.ugc_post_id, Some(7_329_207_002_977_443_840));
    let other = "Campaign;Notes;Post URL;File;Posted at\nCraft;x;urn:li:activity:7329207003942125568;C:\\data\\a.json;16.5.2025\n";
    let read = read(other.as_bytes());
    let [Record::Post(post)] = &read.records()[..] else { panic!("one post") };
    assert_eq!((post.file.as_deref(), post.campaign.as_deref()), (Some("a.json"), Some("Craft")));
    assert_eq!(post.listed_at.unwrap().date().to_string(), "2025-05-16");
    let short = super::read(b"url,campaign\nurn:li:activity:7329207003942125568,Craft\n");
    let [Record::Post(post)] = &short.records()[..] else { panic!("one post") };
    assert_eq!(post.campaign.as_deref(), Some("Craft"), "its address may be called just that");
}

#[test]
fn connections_read_with_and_without_notes_and_addresses() {
    let bytes = fixture("linkedin_connections.csv");
    let with_notes = read(&bytes);
    assert_eq!((with_notes.tally.records, with_notes.tally.skipped[&SkipReason::HiddenConnection]), (3, 1));
    assert_eq!(with_notes.layout.header_line, 4);
    let text = String::from_utf8(bytes).unwrap();
    let (_, without) = text.split_once("\n\n").unwrap();
    assert_eq!(read(without.as_bytes()).records(), with_notes.records());
    let old = "First Name,Last Name,Email Address,Company,Position,Connected On\nAda,Example,,Acme,CEO,12 Mar 2015\n";
    let read = read(old.as_bytes());
    let [Record::Connection(connection)] = &read.records()[..] else { panic!("one connection") };
    assert!(connection.person.is_empty());
    assert_eq!(connection.connected_on.unwrap().to_string(), "2015-03-12");
}

#[test]
fn ad_reports_of_2025_and_2026_name_the_levels_alike() {
    let old = read(&fixture("campaign_manager_ad_performance_2025_en.csv"));
    let day = &old.ad_days()[0];
    assert_eq!((day.group.id, day.campaign.id, day.ad.id), (Some(700_000_001), Some(300_000_001), Some(700_000_777)));
    assert_eq!(day.group.total_budget.unwrap().to_string(), "2000.00");
    assert_eq!(day.introduction.as_ref().unwrap().lines().count(), 3, "a cell of three lines");
    assert_eq!((day.starts_on.to_string(), day.ends_on.to_string()), ("2025-04-03".into(), "2025-07-01".into()));
    assert!(!day.is_daily());
    assert!(matches!(old.warnings[..], [Warning::SeemsAggregate(_)]));

    let english = read(&fixture("campaign_manager_ad_performance_2026_en.csv"));
    let dutch = read(&fixture("campaign_manager_ad_performance_2026_nl.csv"));
    let (english, dutch) = (&english.ad_days()[0], &dutch.ad_days()[0]);
    for day in [english, dutch] {
        assert_eq!(
            (day.group.id, day.campaign.id, day.ad.id),
            (Some(891_000_001), Some(489_000_001), Some(1_547_000_001))
        );
    }
    assert_eq!(
        (english.spent.unwrap().to_string(), dutch.spent.unwrap().to_string()),
        ("55.39".into(), "1234.50".into())
    );
    assert_eq!((english.counters.impressions, dutch.counters.impressions), (Some(17_245), Some(1_800)));
    assert_eq!(dutch.counters.reach, None, "a column that is not there is not 0");
    assert!(dutch.is_daily());
}

const AD_HEADER: &str =
    "Start Date (in UTC)\tCurrency\tCampaign Group ID\tCampaign ID\tAd ID\tTotal Spent\tImpressions\n";

fn ad_report(end: &str, rows: &str) -> String {
    format!(
        "Ad Performance Report (in UTC)\n\"Report Start: April 3, 2026, 12:00 AM\"\n\"Report End: {end}, 11:59 PM\"\n\n{AD_HEADER}{rows}"
    )
}

#[test]
fn a_report_by_day_is_told_from_one_over_the_whole_period() {
    let daily = read(
        ad_report("April 30, 2026", "4/3/2026\tEUR\t1\t2\t3\t1.50\t10\n4/4/2026\tEUR\t1\t2\t3\t0.5\t7\n").as_bytes(),
    );
    assert!(daily.ad_days().iter().all(AdDay::is_daily) && daily.warnings.is_empty());
    let total =
        read(ad_report("April 30, 2026", "4/3/2026\tEUR\t1\t2\t3\t2.00\t17\nTotal\t\t\t\t\t2.00\t17\n").as_bytes());
    assert_eq!(total.ad_days()[0].ends_on.to_string(), "2026-04-30");
    assert_eq!(total.tally.skipped[&SkipReason::TotalRow], 1);
    assert!(total.layout.is_guessed && total.warnings[0].to_string().contains("--by day"), "{:?}", total.warnings);
    let given = Options { granularity: Some(Granularity::Period), ..options() };
    let told = read_with(ad_report("April 30, 2026", "4/3/2026\tEUR\t1\t2\t3\t2.00\t17\n").as_bytes(), &given).unwrap();
    assert!(!told.layout.is_guessed);
    assert!(told.warnings[0].to_string().ends_with("in Campaign Manager set Time breakdown to Daily"));
    let given = Options { granularity: Some(Granularity::Day), ..options() };
    let read = read_with(ad_report("April 30, 2026", "4/3/2026\tEUR\t1\t2\t3\t2.00\t17\n").as_bytes(), &given).unwrap();
    assert!(read.ad_days()[0].is_daily());
}

#[test]
fn a_first_day_that_fills_the_whole_sample_ends_in_a_question_and_not_in_wrong_sums() {
    let mut rows = "4/3/2026\tEUR\t1\t2\t3\t1.50\t10\n".repeat(79_999);
    rows.push_str("4/4/2026\tEUR\t1\t2\t3\t1.50\t10\n");
    let read = read_with(ad_report("April 30, 2026", &rows).as_bytes(), &options()).unwrap();
    assert!(matches!(read.error, Some(Error::MixedPeriods { line: 80_005 })), "{:?}", read.error);
}

#[test]
fn the_same_ad_and_day_twice_counts_once_and_never_silently_the_last() {
    let row = |ad: &str, clicks: u32| format!("4/3/2026\tEUR\t1\t2\t{ad}\t1.50\t{clicks}\n");
    let rows = [row("3", 10), row("4", 10), row("3", 10), row("3", 11)].concat();
    let text = ad_report("April 3, 2026", &rows);
    let read = read(text.as_bytes());
    assert_eq!((read.tally.records, read.tally.skipped[&SkipReason::RepeatedRow]), (2, 1));
    assert_eq!(
        read.reasons(),
        [
            "line 9: line 6 tells of the same ad from 2026-04-03 on, with other values; keep one of the two, or their sum"
        ]
    );
    for done in 0..=4 {
        let mut reader = Reader::open(text.as_bytes(), &options()).unwrap();
        reader.skip_records(done).unwrap();
        let rest: Vec<Outcome> = (&mut reader).map(Result::unwrap).collect();
        assert_eq!(rest, read.outcomes[usize::try_from(done).unwrap()..], "also where an import goes on");
    }
}

#[test]
fn a_report_that_is_broken_down_further_is_refused_before_its_first_part_is_taken_for_the_whole() {
    let text = "Start Date,Campaign Name,Ad ID,Placement,Impressions\n4/3/2026,C,1,Feed,5\n4/3/2026,C,1,Network,6\n";
    assert!(refused(text.as_bytes()).starts_with("the report is broken down by \"Placement\""));
}

#[test]
fn a_report_with_one_first_of_a_month_asks_what_its_rows_count() {
    let report = ad_report("July 1, 2026", "5/1/2026\tEUR\t1\t2\t3\t2.00\t17\n");
    assert!(refused(report.as_bytes()).contains("(--by day or --by month)"));
    for (granularity, last) in [(Granularity::Day, "2026-05-01"), (Granularity::Month, "2026-05-31")] {
        let given = Options { granularity: Some(granularity), ..options() };
        assert_eq!(read_with(report.as_bytes(), &given).unwrap().ad_days()[0].ends_on.to_string(), last);
    }
    let rows = "4/3/2026\tEUR\t1\t2\t3\t1\t1\n".repeat(50_000) + &"5/1/2026\tEUR\t1\t2\t4\t1\t1\n".repeat(50_000);
    let read =
        read_with(ad_report("July 1, 2026", &format!("{rows}5/2/2026\tEUR\t1\t2\t3\t1\t1\n")).as_bytes(), &options());
    assert!(matches!(read.unwrap().error, Some(Error::MixedPeriods { line: 100_006 })));
}

#[test]
fn a_report_that_ends_before_it_starts_is_refused() {
    let report = ad_report("April 1, 2026", "4/3/2026\tEUR\t1\t2\t3\t2.00\t17\n");
    assert!(refused(report.as_bytes()).starts_with("the report ends before it starts: 2026-04-03 to 2026-04-01"));
}

#[test]
fn an_ad_report_without_a_table_is_a_valid_empty_report() {
    let text = ad_report("April 30, 2026", "");
    let (preamble, _) = text.split_once("\n\n").unwrap();
    let empty = read(preamble.as_bytes());
    assert_eq!((empty.layout.format, empty.tally.total()), (Format::AdPerformance, 0));
    assert_eq!(read(text.as_bytes()).tally.total(), 0, "nor is a header alone an error");
    let german = "Bericht\t\n\nStartdatum\tKontoname\tWährung\tKampagnen-ID\tName\tAusgaben\n".encode_utf16();
    let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(german.flat_map(u16::to_le_bytes)).collect();
    assert!(refused(&bytes).contains("Set the language of Campaign Manager to English"));
}

#[test]
fn bad_cells_are_rejected_with_their_column_and_the_others_go_on() {
    let rows = "13/30/2026\tEUR\t1\t2\t3\t1.50\t10\n4/3/2026\tEUR\t1\t2\t1.5E+09\t1.50\t10\n4/3/2026\tEUR\t1\t2\t3\t1.234,50\t10\n4/3/2026\tEUR\t1\t2\t3\t1.50\t-4\n4/3/2026\teuros\t1\t2\t3\t1.50\t4\n4/3/2026\tEUR\t1\t2\t3\t1.50\n4/3/2026\tEUR\t1\t2\t3\t1.50\t10\n";
    let read = read(ad_report("April 3, 2026", rows).as_bytes());
    assert_eq!((read.tally.records, read.tally.rejected), (1, 6));
    assert_eq!(
        read.reasons(),
        [
            "line 6, Start Date (in UTC): \"13/30/2026\" is not a date in the order month, day, year, which the file has",
            "line 7, Ad ID: a spreadsheet has rounded this id; export the report again and import it unopened",
            "line 8, Total Spent: this is not a number",
            "line 9, Impressions: a count cannot be negative",
            "line 10, Currency: this is not a currency of three letters, such as EUR",
            "line 11: the row has 6 cells, but the header has 7; check for a separator that is not in quotes",
        ]
    );
}

#[test]
fn demographics_have_nine_tables_and_each_row_knows_its_own() {
    let read = read(&fixture("campaign_manager_demographics_2025_en.csv"));
    let mut sections: Vec<String> = Vec::new();
    for record in read.records() {
        let Record::Demographic(row) = record else { panic!("a demographic") };
        assert_eq!(row.starts_on.unwrap().to_string(), "2025-04-03");
        if !sections.iter().any(|section| section == row.section.name()) {
            sections.push(row.section.name().to_owned());
        }
        if row.segment == "Director" {
            assert_eq!((row.impressions, row.clicks), (Some(1606), Some(14)));
            assert_eq!(row.impressions_percent.unwrap().to_string(), "55.667");
        }
    }
    assert_eq!(
        sections,
        [
            "company",
            "industry",
            "company_size",
            "country",
            "location",
            "seniority",
            "job_title",
            "job_function",
            "county"
        ]
    );
    assert_eq!(read.tally.total(), 15);
}

#[test]
fn a_file_of_another_kind_is_refused_with_what_was_seen_and_what_is_read() {
    let apollo = refused(&fixture("apollo_contacts.csv"));
    assert!(
        apollo.contains("the columns \"First Name\", \"Last Name\"") && apollo.contains("contacts of Apollo"),
        "{apollo}"
    );
    assert!(!apollo.contains("--as"), "who knows what it is needs no list of formats: {apollo}");
    assert!(refused(br#"{"hello":1}"#).ends_with(ASK) && Unknown::formats().contains("\n  connections "));
    assert!(refused(&fixture("error_404.json")).contains("record-not-found"));
    assert!(refused(b"file,campaign\na.json,C\n").ends_with("a posts list, which needs a column post_url"));
    assert!(refused(br#"{"hello":1}"#).contains("the keys \"hello\""));
    assert!(refused(b"[]").contains("without a single record"));
    assert_eq!(refused(b""), "the file is empty; export it again");
    assert_eq!(refused(b" \n\n"), "the file is empty; export it again");
}

#[test]
fn a_cookie_file_is_refused_without_showing_a_secret() {
    for name in ["cookie_editor.json", "cookie_header.txt"] {
        let said = refused(&fixture(name));
        assert!(said.contains("connection instead of importing"), "{said}");
        assert!(!said.contains("AQED") && !said.contains("ajax:"), "{said}");
    }
}

#[test]
fn a_format_given_by_hand_is_taken_or_refused_with_what_is_missing() {
    let wanted = |format| Options { format: Some(format), ..options() };
    let connections = fixture("linkedin_connections.csv");
    assert!(read_with(connections.as_slice(), &wanted(Format::Connections)).is_ok());
    let other = b"Name,Notes\nCraft,x\n";
    let error = read_with(other.as_slice(), &wanted(Format::Posts)).err().unwrap().to_string();
    assert!(
        error.starts_with(
            "the file was to be read as posts, but it has no column or key \"post_url\"; it has the columns"
        ),
        "{error}"
    );
    assert_eq!(read_with(b"[]".as_slice(), &wanted(Format::CuriousCoderReactions)).unwrap().tally.total(), 0);
}

#[test]
fn a_reaction_without_a_person_or_with_two_is_rejected() {
    let item = |url: &str, id: &str| {
        format!(r#"{{"profileId":"{id}","reactionType":"LIKE","name":"A","profileUrl":"{url}"}}"#)
    };
    let text = [
        item("https://www.linkedin.com/in/ada", ""),
        item("https://evil-linkedin.com/in/ada", ""),
        item("https://www.linkedin.com/in/ACoAAFict0001", "ACoAAFict0002"),
        item("", ""),
        item("https://www.linkedin.com/search/results/all/?keywords=x", ""),
        r#"{"profileId":["x"],"reactionType":"LIKE","profileUrl":"https://www.linkedin.com/in/ada"}"#.to_owned(),
        r#"{"profileUrl":"https://www.linkedin.com/in/ada"}"#.to_owned(),
        r#"{"error":"Post not found"}"#.to_owned(),
        "7".to_owned(),
        r#"{"a":}"#.to_owned(),
    ]
    .join("\n");
    let read = read(text.as_bytes());
    assert_eq!(read.tally.records, 1);
    assert_eq!(
        read.reasons(),
        [
            "line 2, profileUrl: the address leads to evil-linkedin.com, which is not LinkedIn",
            "line 3, profileId: the id and the address belong to two different members",
            "line 4, profileUrl: there is neither the address nor the id of a person",
            "line 5, profileUrl: the address is not that of a person or company",
            "line 6, profileId: a list stands where a text belongs",
            "line 7, reactionType: the kind of reaction is missing",
            "line 8, error: the scraper failed at this item: Post not found",
            "line 9: a record must be an object in braces",
            "line 10: this is not valid JSON: expected value at line 1 column 6",
        ]
    );
}

#[test]
fn joined_files_and_damaged_characters_lose_no_record() {
    let one = fixture("apify_curious_coder_reactions.csv");
    let twice = [one.as_slice(), &one[3..]].concat();
    assert_eq!(read(&twice).tally.total(), 4, "the second header is no record");
    let poison =
        br#"[{"reactionType":"LIKE","name":"A\u0000B \ud83d","profileUrl":"https://www.linkedin.com/in/ada"}]"#;
    let read = read(poison);
    let [Record::Reaction(reaction)] = &read.records()[..] else { panic!("one reaction") };
    assert_eq!(reaction.actor.name.as_deref(), Some("A\u{fffd}B \u{fffd}"));
    assert_eq!(read.warnings, [Warning::Replaced(2)]);
}

#[test]
fn a_resumed_import_goes_on_where_it_stopped() {
    for name in
        ["linkedin_connections.csv", "campaign_manager_demographics_2025_en.csv", "apimaestro_post_reactions.json"]
    {
        let bytes = fixture(name);
        let all = read(&bytes).outcomes;
        for done in 0..=all.len() + 1 {
            let mut reader = Reader::open(bytes.as_slice(), &options()).unwrap();
            assert_eq!(reader.skip_records(done as u64).unwrap(), done.min(all.len()) as u64);
            let rest: Vec<Outcome> = (&mut reader).map(Result::unwrap).collect();
            assert_eq!(rest, all[done.min(all.len())..], "{name} from {done}");
            assert_eq!(reader.tally().total(), all.len() as u64);
            assert_eq!(reader.digest(), Some(digest(bytes.as_slice()).unwrap().0));
        }
    }
}

#[test]
fn a_file_that_lacks_a_column_is_told_to_which_format_it_comes_nearest() {
    let error = refused(b"reactionType,name\nLIKE,Ada\n");
    assert!(
        error.contains("Nearest to it is reactions to a post, from the Apify actor of curious_coder, which has \"profileUrl\" too. "),
        "{error}"
    );
    let error = refused(br#"[{"comment_id": "1", "author": {"name": "Ada"}}]"#);
    assert!(
        error.contains("comments on posts, from the Apify actor of apimaestro, which has \"text\" too. "),
        "{error}"
    );
    let error = refused(b"First Name,Last Name,Connected\nAda,Example,1\n");
    assert!(error.contains("Connections.csv of a LinkedIn data archive, which has \"connected on\" too. "), "{error}");
    // What has little of any is like none.
    let error = refused(b"apples,pears\n1,2\n");
    assert!(!error.contains("Nearest"), "{error}");
}
