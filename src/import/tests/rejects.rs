//! A file of rejects is a file of the same format.

use super::*;

fn reject_file(read: &Read_) -> String {
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
