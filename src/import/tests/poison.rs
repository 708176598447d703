//! Values that the database would refuse: each is one rejected record, with its column, and no more.

use super::*;

const HEADER: &str = "Start Date (in UTC),Currency,Campaign Group Name,Campaign Name,Campaign Total Budget,Ad ID,Creative Name,Click URL,Total Spent,Impressions,Clicks,Conversions,Reach\n";

/// The reasons for rows of an ad report, of which only the first and the last are in order.
fn of_ads(bad: &[&str]) -> Vec<String> {
    let good = "4/3/2026,EUR,Group,Campaign,2000.00,7,Ad,https://example.com/,1.50,10,2,0.5,9\n";
    let read = read(format!("{HEADER}{good}{}\n{}", bad.join("\n"), good.replace(",7,", ",8,")).as_bytes());
    assert_eq!(read.tally.records, 2, "{:?}", read.reasons());
    read.reasons()
}

#[test]
fn amounts_and_counters_that_the_database_cannot_hold_are_rejected_one_by_one() {
    assert_eq!(
        of_ads(&[
            "4/4/2026,EUR,Group,Campaign,2000.00,7,Ad,,10000000000,10,2,0,9",
            "4/4/2026,EUR,Group,Campaign,2000.00,7,Ad,,(5.25),10,2,0,9",
            "4/4/2026,EUR,Group,Campaign,1000000000000,7,Ad,,1,10,2,0,9",
            "4/4/2026,EUR,Group,Campaign,-1,7,Ad,,1,10,2,0,9",
            "4/4/2026,EUR,Group,Campaign,1,7,Ad,,1,1000000000001,2,0,9",
            "4/4/2026,EUR,Group,Campaign,1,7,Ad,,1,10,99999999999999999999,0,9",
            "4/4/2026,EUR,Group,Campaign,1,7,Ad,,1,10,2,-1,9",
            "4/4/2026,EUR,Group,Campaign,1,7,Ad,,1,10,2,0,-9",
        ]),
        [
            "line 3, Total Spent: the amount is too large",
            "line 4, Total Spent: an amount cannot be negative",
            "line 5, Campaign Total Budget: the amount is too large",
            "line 6, Campaign Total Budget: an amount cannot be negative",
            "line 7, Impressions: the count is too large",
            "line 8, Clicks: the count is too large",
            "line 9, Conversions: an amount cannot be negative",
            "line 10, Reach: a count cannot be negative",
        ]
    );
}

#[test]
fn a_name_that_no_index_holds_is_rejected_and_a_text_that_is_only_shown_is_cut() {
    let long = "é".repeat(501);
    let reasons = of_ads(&[
        &format!("4/4/2026,EUR,{long},Campaign,1,7,Ad,,1,10,2,0,9"),
        &format!("4/4/2026,EUR,Group,{long},1,7,Ad,,1,10,2,0,9"),
        &format!("4/4/2026,EUR,Group,Campaign,1,7,{long},,1,10,2,0,9"),
        &format!("4/4/2026,EUR,Group,Campaign,1,7,Ad,https://example.com/{},1,10,2,0,9", "x".repeat(5_000)),
    ]);
    let columns = ["Campaign Group Name", "Campaign Name", "Creative Name", "Click URL"];
    for (reason, (line, column)) in reasons.iter().zip((3..).zip(columns)) {
        assert!(reason.starts_with(&format!("line {line}, {column}: the text is longer than ")), "{reason}");
    }
    let people = format!(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,{long},https://www.linkedin.com/in/ada,,Acme,{long},12 Mar 2025\nBob,B,https://www.linkedin.com/in/bob,,{long},,12 Mar 2025\nCy,C,https://www.linkedin.com/in/cy,{}@example.com,,,12 Mar 2025\nDi,D,https://www.linkedin.com/in/di,,,,12 Mar 1999\n",
        "x".repeat(300)
    );
    let people = read(people.as_bytes());
    let [Record::Connection(ada)] = &people.records()[..] else { panic!("{:?}", people.reasons()) };
    assert_eq!(ada.position.as_ref().unwrap().chars().count(), 500);
    assert_eq!(
        people.reasons(),
        [
            "line 3, Company: the text is longer than 500 characters",
            "line 4, Email Address: this is not an e-mail address",
            "line 5, Connected On: this is not in the time of LinkedIn, from 2003 to 2099",
        ]
    );
}

#[test]
fn percentages_and_segments_that_the_database_cannot_hold_are_rejected() {
    let text = format!(
        "Demographics Report (in UTC)\nReport Start: April 3, 2025\nReport End: July 1, 2025\n\nJob Title Segment\tImpressions\tPercent of Total Impressions\nCEO\t5\t100000%\nCTO\t5\t-1%\n{}\t5\t1%\n'=CFO\t5\t55.667%\n",
        "x".repeat(501)
    );
    let read = read(text.as_bytes());
    assert_eq!(
        read.reasons(),
        [
            "line 6, Percent of Total Impressions: the amount is too large",
            "line 7, Percent of Total Impressions: an amount cannot be negative",
            "line 8: the name of the group of people is longer than 500 characters",
        ]
    );
    let [Record::Demographic(cfo)] = &read.records()[..] else { panic!("one segment") };
    assert_eq!(cfo.segment, "=CFO", "the apostrophe is a spreadsheet's");
}

#[test]
fn a_comment_from_before_linkedin_or_without_any_time_is_rejected() {
    let item = |id: &str, told: &str| {
        format!(
            r#"{{"type":"comment","id":"{id}","commentary":"x","postId":"7328838056403173380","actor":{{"name":"A","linkedinUrl":"https://www.linkedin.com/in/ada"}}{told}}}"#
        )
    };
    let text = [
        item("7331190065471078400", ""),
        item("5", r#","createdAt":"1999-01-01T00:00:00Z""#),
        item("6", r#","createdAtTimestamp":4200000000000"#),
        item("7", ""),
        item("8", r#","createdAt":"2024-01-01T00:00:00Z""#),
    ]
    .join("\n");
    let read = read(text.as_bytes());
    assert_eq!(read.tally.records, 2);
    assert_eq!(
        read.reasons(),
        [
            "line 2, createdAt: this is not in the time of LinkedIn, from 2003 to 2099",
            "line 3, createdAtTimestamp: this is not in the time of LinkedIn, from 2003 to 2099",
            "line 4, id: this is not the id of a comment: it holds no time, and the file tells none",
        ]
    );
}

#[test]
fn a_day_outside_of_the_reports_period_is_rejected() {
    let text = "Ad Performance Report (in UTC)\n\"Report Start: April 3, 2026\"\n\"Report End: April 5, 2026\"\n\nStart Date,Campaign Name,Ad ID,Impressions\n4/3/2026,C,1,5\n4/4/2026,C,1,5\n4/6/2026,C,1,5\n";
    let read = read(text.as_bytes());
    assert_eq!(read.tally.records, 2);
    assert_eq!(
        read.reasons(),
        ["line 8, Start Date: 2026-04-06 is not in the report's period, which is 2026-04-03 to 2026-04-05"]
    );
}
