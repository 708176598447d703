//! Tables whose columns are read as what somebody says they are.

use std::collections::BTreeMap;

use super::*;

fn said(columns: &[(&str, &str)]) -> Options {
    let columns = columns.iter().map(|(name, field)| ((*name).to_owned(), (*field).to_owned()));
    Options { columns: Columns::new(columns).unwrap(), ..options() }
}

fn by_hand(format: Format, columns: &[(&str, &str)]) -> Options {
    Options { format: Some(format), ..said(columns) }
}

fn good(text: &str, options: &Options) -> Read_ {
    let read = read_with(text.as_bytes(), options).unwrap_or_else(|error| panic!("{error}"));
    assert!(read.error.is_none(), "{}", read.error.unwrap());
    read
}

fn wrong(text: &str, options: &Options) -> String {
    read_with(text.as_bytes(), options).err().expect("the file is refused").to_string()
}

const REACTIONS: &str = "Profil;Reaktion;Name;Notiz\nhttps://www.linkedin.com/in/ada;LIKE;Ada L.;x\nhttps://www.linkedin.com/in/bob;PRAISE;Bob;y\n";
const READ: [(&str, &str); 2] = [("Profil", "profileUrl"), ("reaktion ", "reactionType")];

#[test]
fn a_table_of_other_names_is_read_as_the_same_under_names_that_are_known() {
    assert!(refused(REACTIONS.as_bytes()).contains("was not recognised"));
    let read = good(REACTIONS, &said(&READ));
    let same = REACTIONS.replace("Profil;Reaktion", "profileUrl;reactionType");
    assert_eq!(read.records(), super::read(same.as_bytes()).records());
    assert_eq!((read.layout.format, read.tally.records), (Format::CuriousCoderReactions, 2));
    let columns: Vec<_> = read.layout.columns.iter().map(|(name, field)| (name.as_str(), *field)).collect();
    let expected =
        [("Profil", Some("profileUrl")), ("Reaktion", Some("reactionType")), ("Name", Some("name")), ("Notiz", None)];
    assert_eq!(columns, expected);
    assert_eq!(read.layout.header[..2], ["Profil", "Reaktion"], "as it is written");
}

#[test]
fn a_list_of_posts_of_another_tool_needs_the_address_alone_where_somebody_says_what_it_is() {
    let shield = "Exported posts\n\nLink,Datum,Impressionen\nhttps://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/,29.06.2025,1200\n";
    let columns = [("Link", "post_url"), ("Datum", "posted_at")];
    let told = wrong(shield, &said(&columns));
    assert!(told.contains("was not recognised"), "{told}");
    let read = good(shield, &by_hand(Format::Posts, &columns));
    let [Record::Post(post)] = &read.records()[..] else { panic!("one post") };
    assert_eq!(post.listed_at, Some(dates::When::On(jiff::civil::date(2025, 6, 29))));
    // Any name of a field is one.
    let other = good(shield, &by_hand(Format::Posts, &[("LINK", "Post Link"), ("datum", "post date")]));
    assert_eq!(other.records(), read.records());
}

#[test]
fn an_ad_report_in_another_language_is_one_once_its_columns_are_named() {
    let german = "Startdatum;Kampagnenname;Anzeigen-ID;Ausgaben;Impressionen\n13.04.2026;Frühling;7;1.234,50;1.200\n14.04.2026;Frühling;7;12,75;9\n";
    let read = good(
        german,
        &said(&[
            ("Startdatum", "start date"),
            ("Kampagnenname", "campaign name"),
            ("Anzeigen-ID", "ad id"),
            ("Ausgaben", "total spent"),
            ("Impressionen", "impressions"),
        ]),
    );
    let day = &read.ad_days()[0];
    assert_eq!((day.starts_on.to_string().as_str(), day.counters.impressions), ("2026-04-13", Some(1_200)));
    assert_eq!((day.campaign.name.as_deref(), day.ad.id), (Some("Frühling"), Some(7)));
    assert_eq!(day.spent.map(|spent| spent.to_string()).as_deref(), Some("1234.50"));
}

#[test]
fn a_column_that_is_taken_wrongly_is_hidden() {
    let text = "profileUrl,reactionType,name,headline\nhttps://www.linkedin.com/in/ada,LIKE,Ada,our note\n";
    let read = good(text, &said(&[("Headline", "")]));
    let [Record::Reaction(reaction)] = &read.records()[..] else { panic!("one reaction") };
    assert_eq!((reaction.actor.name.as_deref(), reaction.actor.headline.as_deref()), (Some("Ada"), None));
    assert_eq!(read.layout.columns[3], ("headline".to_owned(), None));
    let told = wrong(text, &said(&[("reactionType", "")]));
    assert!(told.contains("has \"reactionType\" too") && told.contains("\"headline\""), "{told}");
    // Two of one name are both hidden, so that neither is in the way of a third.
    let twice = "url,url,Link,file\na,b,urn:li:activity:7345012345678901248,c\n";
    assert!(wrong(twice, &said(&[])).contains("stands twice"));
    assert_eq!(good(twice, &said(&[("url", ""), ("Link", "post_url")])).tally.records, 1);
}

#[test]
fn a_breakdown_that_is_hidden_is_one_all_the_same() {
    let text = "Start Date,Campaign Name,Ad ID,Impressions,Placement\n4/13/2026,C,7,9,Feed\n";
    for options in [said(&[]), said(&[("Placement", "")])] {
        assert!(wrong(text, &options).contains("broken down by \"Placement\""));
    }
}

#[test]
fn what_cannot_be_meant_is_refused_with_what_there_is() {
    let posts = "post_url,url,file,Titel\nurn:li:activity:7345012345678901248,x,f,A\n";
    for (text, options, says) in [
        (
            REACTIONS,
            said(&[("Profile", "profileUrl")]),
            "no column \"Profile\", of which it was said what it is read as; it has the columns \"Profil\", \"Reaktion\"",
        ),
        (
            REACTIONS,
            said(&[READ[0], READ[1], ("Notiz", "note")]),
            "no field \"note\" as which a column could be read; it has reactionType, name, ",
        ),
        (REACTIONS, by_hand(Format::CuriousCoderReactions, &[("Profil", "profilUrl")]), "no field \"profilUrl\""),
        (
            REACTIONS,
            by_hand(Format::CuriousCoderReactions, &[READ[0]]),
            "no column or key \"reactionType\"; it has the columns \"Profil\", \"Reaktion\", \"Name\", \"Notiz\". Say which of its columns",
        ),
        (
            REACTIONS,
            said(&[READ[0], READ[1], ("Notiz", "name")]),
            "the columns \"Name\" and \"Notiz\" would both be read as name; say of one",
        ),
        (
            REACTIONS,
            said(&[READ[0], READ[1], ("Notiz", "profileUrl")]),
            "the columns \"Profil\" and \"Notiz\" would both be read as profileUrl",
        ),
        (posts, said(&[("Titel", "post_title")]), "the format"),
        (
            posts,
            said(&[("Titel", "post url")]),
            "the columns \"post_url\" and \"Titel\" would both be read as post_url",
        ),
        (
            "A,a,Reaktion\nx,y,LIKE\n",
            said(&[("a", "profileUrl"), READ[1]]),
            "the column \"A\" stands twice in the header on line 1, as column 1 and column 2",
        ),
        ("[{\"reactionType\": \"LIKE\", \"profileUrl\": \"x\"}]", said(&[("a", "name")]), "this is JSON"),
        (
            "publicIdentifier,experience,Titel\nada,[],x\n",
            said(&[("Titel", "headline")]),
            "of a table of harvestapi-profiles it cannot be said",
        ),
        (
            REACTIONS,
            by_hand(Format::HarvestapiCompanies, &READ),
            "of a table of harvestapi-companies it cannot be said",
        ),
        (
            "Job Title Segment,Impressions,Klicks\nCTO,5,1\n",
            said(&[("Klicks", "clicks")]),
            "of a table of ad-demographics it cannot be said",
        ),
    ] {
        match read_with(text.as_bytes(), &options) {
            Err(error) => assert!(error.to_string().contains(says), "{says}: {error}"),
            Ok(read) => assert_eq!((read.tally.records, says), (1, "the format"), "{text}"),
        }
    }
}

#[test]
fn what_is_said_is_bounded_and_says_one_thing_of_a_column() {
    let new = |said: &[(&str, &str)]| {
        Columns::new(said.iter().map(|(name, field)| ((*name).to_owned(), (*field).to_owned())))
    };
    for (columns, says) in [
        (new(&[(" ", "name")]), "a column has a name"),
        (new(&[("A", "name"), (" a", "headline")]), "of the column \"a\" it is said twice"),
        (new(&[("A", "name"), ("A", "headline")]), "of the column \"A\" it is said twice"),
        (new(&[(&"x".repeat(201), "name")]), "at most 200 characters"),
        (new(&[("A", &"x".repeat(201))]), "at most 200 characters"),
        (new(&[("A\0", "name")]), "is one line"),
        (Columns::new((0..101).map(|n| (n.to_string(), String::new()))), "at most 100 columns"),
    ] {
        assert!(columns.as_ref().is_err_and(|error| error.contains(says)), "{says}: {columns:?}");
    }
    let written = r#"{"Notiz":"","Profil":"profileUrl"}"#;
    let read: Columns = serde_json::from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), written);
    assert!(serde_json::from_str::<Columns>(r#"{"A": "name", "a": "name"}"#).is_err());
}

#[test]
fn a_header_that_comes_again_where_files_were_joined_is_known_as_it_is_written() {
    let joined = format!("{REACTIONS}{REACTIONS}").replace("in/bob", "in/carl");
    let read = good(&joined, &said(&READ));
    assert_eq!((read.tally.records, read.tally.rejected), (4, 0), "{:?}", read.reasons());
}

#[test]
fn rejects_are_read_without_saying_it_again_and_told_by_the_names_of_the_file() {
    let text = REACTIONS.replace("https://www.linkedin.com/in/bob", "nobody");
    let columns = [READ[0], READ[1], ("Notiz", "headline"), ("Name", "")];
    let first = good(&text, &said(&columns));
    assert_eq!(first.rejects()[0].column.as_deref(), Some("Profil"));
    let file = super::rejects::reject_file(&first);
    assert!(file.contains("profileUrl;reactionType;not read: Name;headline\nnobody;PRAISE;Bob;y\n"), "{file}");
    let second = super::read(file.replace("nobody", "https://www.linkedin.com/in/bob").as_bytes());
    let whole = good(REACTIONS, &said(&columns));
    assert_eq!(second.records(), whole.records()[1..]);
    // A header may hold what is not to be run by a spreadsheet, and what must be quoted.
    let odd = "=A1;\"Profil;\n2\";Reaktion\nx;nobody;LIKE\n";
    let file = super::rejects::reject_file(&good(odd, &said(&[("Profil; 2", "profileUrl"), READ[1]])));
    assert!(file.contains("=A1;profileUrl;reactionType\n"), "{file}");
}

/// A name that is offered and then ignored would be worse than none.
#[test]
fn whatever_is_offered_is_read_and_what_is_needed_is_enough() {
    for format in Format::ALL {
        let fields: Vec<&str> = columns_of(format).map(|(field, _)| field).collect();
        assert_eq!(fields.is_empty(), !can_be_said(format), "{format}");
        let needed: Vec<&str> = needed(format).iter().map(|group| group[0]).collect();
        for group in super::needed(format) {
            assert!(group.iter().all(|field| fields.contains(field)), "{format}: {group:?}");
        }
        for field in &fields {
            let mut columns: Vec<&str> = needed.iter().copied().filter(|one| one != field).collect();
            columns.push(field);
            let columns: BTreeMap<String, String> =
                columns.iter().enumerate().map(|(n, field)| (format!("c{n}"), (*field).to_owned())).collect();
            let header: Vec<&str> = columns.keys().map(String::as_str).collect();
            let options =
                Options { format: Some(format), columns: Columns::new(columns.clone()).unwrap(), ..options() };
            let text = format!("{}\n", header.join(","));
            let reader =
                Reader::open(text.as_bytes(), &options).unwrap_or_else(|error| panic!("{format}, {field}: {error}"));
            let read: Vec<_> = reader.layout().columns.iter().map(|(_, field)| *field).collect();
            let said: Vec<_> = columns.values().map(|field| Some(field.as_str())).collect();
            // What LinkedIn renamed has a name in each of its vocabularies.
            let is_renamed = format == Format::AdPerformance && read.iter().all(Option::is_some);
            assert!(read == said || is_renamed, "{format}: {read:?}");
        }
    }
}

#[test]
fn a_table_that_nobody_knows_is_seen_with_examples_and_what_is_nobodys_to_see_is_not() {
    let look = |text: &str, options: &Options| look(text.as_bytes(), options).unwrap();
    let seen = look(REACTIONS, &options()).unwrap();
    assert_eq!((seen.format, seen.columns.len()), (None, 4));
    assert_eq!(seen.columns[1].name, "Reaktion");
    assert_eq!(
        (seen.columns[1].read_as, &seen.columns[1].examples[..]),
        (None, &["LIKE".to_owned(), "PRAISE".to_owned()][..])
    );
    let seen = look(REACTIONS, &said(&READ)).unwrap();
    assert_eq!((seen.format, seen.columns[0].read_as), (Some(Format::CuriousCoderReactions), Some("profileUrl")));
    // Also what would be refused as it is.
    let seen = look(REACTIONS, &by_hand(Format::CuriousCoderReactions, &[("Notiz", "reactionTyp")])).unwrap();
    let read: Vec<_> = seen.columns.iter().map(|column| column.read_as).collect();
    assert_eq!((seen.format, read), (None, vec![None, None, Some("name"), None]));
    // What stands above the header is none, and values that are long or command a terminal are tamed.
    let long = format!("Exported posts\n\nLink,\"a\u{1b}\nb\"\nx,{}\nx,\ny,\u{202e}2\n", "z".repeat(900));
    let seen = look(&long, &options()).unwrap();
    assert_eq!((seen.columns[0].examples.join(" "), seen.columns[1].name.as_str()), ("x y".to_owned(), "a  b"));
    assert_eq!((seen.columns[1].examples[0].chars().count(), seen.columns[1].examples[1].as_str()), (201, " 2"));
    for nothing in [
        "[{\"a\": 1}]",
        "Profil;Reaktion\n",
        "domain,httpOnly,name,value\nlinkedin.com,true,x,y\n",
        "a,b\nli_at,AQEDxyz\n",
        "a,b\nx,Bearer abc\n",
        "publicIdentifier,experience\nada,[]\n",
    ] {
        assert_eq!(look(nothing, &options()), None, "{nothing}");
    }
    assert!(look("a,b\nTorch bearer of Acme,y\n", &options()).is_some());
}
