//! A file of rejects is a file of the same format.

use super::*;

pub(super) fn reject_file(read: &Read_) -> String {
    let mut out = Vec::new();
    let mut file = RejectFile::new(&read.layout, &mut out);
    for reject in read.rejects() {
        file.write(reject).unwrap();
    }
    assert_eq!(file.finish().unwrap(), read.tally.rejected);
    String::from_utf8(out).unwrap()
}

#[test]
fn corrected_rejects_import_clean_from_every_format() {
    let connections =
        String::from_utf8(fixture("linkedin_connections.csv")).unwrap().replace("12 Mar 2025", "12 Foo 2025");
    let ads = "Ad Performance Report (in UTC)\n\"Report Start: April 3, 2026, 12:00 AM\"\n\"Report End: April 3, 2026, 11:59 PM\"\n\nStart Date (in UTC)\tCampaign Group ID\tCampaign ID\tAd ID\tAd Introduction Text\tTotal Spent\n4/3/2026\t1\t2\tfoo\t\"two \"\"lines\"\"\n\there\"\t1.50\n";
    let demographics = "Demographics Report (in UTC)\nReport Start: April 3, 2025\nReport End: July 1, 2025\n\nJob Title Segment\tImpressions\nCTO\tfoo\nCEO\t5\n\t\nCounty Segment\tImpressions\nKent\tfoo\n";
    let json = r#"[{"reactionType":"LIKE","name":"Ada","profileUrl":"https://www.linkedin.com/pulse/foo"},{"reactionType":"LIKE","profileUrl":"https://www.linkedin.com/pulse/foo"}]"#;
    let lines = "{\"reactionType\":\"LIKE\",\"profileUrl\":\"foo\"}\n";
    for (text, foo, rejected) in [
        (connections.as_str(), "Mar", 1),
        (ads, "77", 1),
        (demographics, "77", 2),
        (json, "in/ada", 2),
        (lines, "linkedin.com/in/ada", 1),
    ] {
        let first = read(text.as_bytes());
        assert_eq!(first.tally.rejected, rejected, "{text}");
        let file = reject_file(&first);
        assert_eq!(read(file.as_bytes()).tally.rejected, rejected, "uncorrected they are rejected again: {file}");
        let corrected = file.replace("pulse/foo", "foo").replace("foo", foo).replace("Foo", foo);
        let second = read(corrected.as_bytes());
        assert_eq!((second.tally.records, second.tally.rejected), (rejected, 0), "{corrected}");
        assert_eq!(second.layout.format, first.layout.format);
        assert_eq!(second.layout.period, first.layout.period);
        let expected = read(text.replace("pulse/foo", "foo").replace("foo", foo).replace("Foo", foo).as_bytes());
        for record in second.records() {
            assert!(expected.records().contains(&record), "{record:?}");
        }
    }
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_disarmed_and_comes_back_as_it_was() {
    let text = "post_url,file,campaign\nbad,=1+1,-5\nbad,\"@SUM(A1)\",'=x\n";
    let first = read(text.as_bytes());
    let file = reject_file(&first);
    assert!(file.contains("bad,'=1+1,-5\nbad,'@SUM(A1),'=x\n"), "{file}");
    let good = file.replace("bad", "urn:li:activity:7329207003942125568");
    let [Record::Post(first), Record::Post(second)] = &read(good.as_bytes()).records()[..] else { panic!("two posts") };
    assert_eq!((first.file.as_deref(), first.campaign.as_deref()), (Some("=1+1"), Some("-5")));
    assert_eq!(second.file.as_deref(), Some("@SUM(A1)"));
}

/// The rejects of a file, corrected, and the records that the file would have had for them.
fn corrected(text: &str, wrong: &str, right: &str) -> (String, Vec<Record>, Vec<Record>) {
    let first = read(text.as_bytes());
    let file = reject_file(&first).replace(wrong, right);
    let (second, whole) = (read(file.as_bytes()), read(text.replace(wrong, right).as_bytes()));
    assert_eq!((second.tally.rejected, whole.tally.rejected), (0, 0), "{file}");
    let expected = whole.records().into_iter().filter(|record| !first.records().contains(record)).collect();
    (file, second.records(), expected)
}

#[test]
fn what_was_decided_for_a_file_holds_for_its_rejects() {
    // One row alone shows neither the order of its date, nor that it counts a day, nor what the comma means.
    let daily = "Ad Performance Report (in UTC)\n\"Report Start: April 3, 2026, 12:00 AM\"\n\"Report End: April 30, 2026, 11:59 PM\"\n\nStart Date;Campaign Name;Ad ID;Total Spent;Impressions\n3-4-2026;C;foo;1,50;1.234\n4-4-2026;C;7;12,75;9\n13-4-2026;C;7;0,50;9\n";
    let (file, read_again, expected) = corrected(daily, "foo", "7");
    assert!(file.contains("Rapport: by day; day-first; decimal comma"), "{file}");
    assert_eq!(read_again, expected);
    // The rejects of rejects say it once.
    let twice = reject_file(&read(file.replace(";7;", ";bar;").as_bytes()));
    assert_eq!(twice.matches("Rapport:").count(), 1, "{twice}");

    let monthly = daily.replace("April 30", "June 30").replace("4-4-2026", "1-5-2026").replace("13-4-2026", "1-6-2026");
    let (file, read_again, expected) = corrected(&monthly, "foo", "7");
    assert!(file.contains("by month; day-first"), "{file}");
    assert_eq!(read_again, expected);

    let total = daily.replace("4-4-2026", "3-4-2026").replace("13-4-2026", "3-4-2026").replace(";7;12", ";8;12");
    let file = reject_file(&read(total.as_bytes()));
    assert!(file.contains("by period perhaps"), "a guess stays a guess: {file}");

    let connections = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,A,https://www.linkedin.com/in/ada,,,,13/04/2025\nBob,B,foo,,,,03/04/2025\n";
    let (file, read_again, expected) = corrected(connections, "foo", "https://www.linkedin.com/in/bob");
    assert!(file.contains("Rapport: day-first\n\nFirst Name"), "{file}");
    assert_eq!(read_again, expected);
    let [Record::Connection(bob)] = &read_again[..] else { panic!("one connection") };
    assert_eq!(bob.connected_on.unwrap().to_string(), "2025-04-03");

    let list = "file;post_url;posted_at\na;urn:li:activity:7329207003942125568;13/4/2025\nb;foo;3/4/2025\n";
    let (_, read_again, expected) = corrected(list, "foo", "urn:li:activity:7329207003942125569");
    assert_eq!(read_again, expected);
}
