//! The pages of the calendar: what is planned, moved, brought from files and taken along, and by whom.

use serde_json::Value;

use super::{Story, body, page};
use crate::{
    support::browser::Browser,
    webhooks::stand::{self, Reply},
};

/// A tenant in Berlin with two campaigns.
const BERLIN: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    update tenants set time_zone = 'Europe/Berlin' where slug = 'default';
    insert into campaigns (name) values ('Spring'), ('=Autumn');
";

/// An entry as the form sends it.
const ENTRY: [(&str, &str); 8] = [
    ("title", "Case study"),
    ("at", "2026-12-01T09:30"),
    ("status", "scheduled"),
    ("content_type", "video"),
    ("paid", "yes"),
    ("budget", "150.50"),
    ("description", "First line\r\nsecond"),
    ("notes", "<b>"),
];

impl Story {
    /// What is in the calendar: title, time in UTC, status, form, whether it is paid, and the campaign.
    async fn calendar(&self) -> Vec<String> {
        let sql = "select concat_ws('|', k.title, to_char(k.scheduled_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'), k.status, k.content_type, k.is_paid, c.name)
            from content_calendar k left join campaigns c on c.tenant_id = k.tenant_id and c.id = k.campaign_id
            where k.tenant_id = '00000000-0000-0000-0000-000000000001' order by k.scheduled_at, k.title";
        self.owner.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
    }

    /// Everything that a row of the calendar holds, so that nothing changes unseen.
    async fn rows(&self) -> Vec<String> {
        let sql = "select to_jsonb(k)::text from content_calendar k order by k.id";
        self.owner.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
    }

    async fn entry(&self, title: &str) -> String {
        let sql = "select id::text from content_calendar where title = $1";
        self.owner.query_one(sql, &[&title]).await.unwrap().get(0)
    }

    /// Looks at what a file would do.
    async fn upload(&self, name: &str, file: &str) -> Reply {
        upload(&self.browser, name, file).await
    }

    /// Looks at what a file would do, and does it.
    async fn bring(&mut self, file: &str) -> String {
        let before = self.rows().await;
        let reply = self.upload("plan", file).await;
        let preview = body(&reply).to_owned();
        assert_eq!(reply.status, 200, "{}", reply.whole);
        assert_eq!(before, self.rows().await, "a preview changes nothing");
        if let Some(held) = held(&preview) {
            let reply = self.browser.post("/calendar/import/now", &[("held", held)]).await;
            assert!(location(&reply).starts_with("/calendar?did=imported"), "{}", reply.whole);
        }
        preview
    }
}

/// Sends a file as a browser does: a form of several parts.
async fn upload(browser: &Browser, name: &str, file: &str) -> Reply {
    let body = format!(
        "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n{file}\r\n\
         --line\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n--line--\r\n"
    );
    let cookies: Vec<String> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = format!(
        "POST /calendar/import HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nuser-agent: Story/1.0\r\nsec-fetch-site: same-origin\r\ncookie: {}\r\n\
         content-type: multipart/form-data; boundary=line\r\ncontent-length: {}\r\n\r\n{body}",
        browser.server,
        cookies.join("; "),
        body.len()
    );
    stand::send(browser.server, request.as_bytes()).await.unwrap()
}

/// The file that a preview holds for the form that imports it; none: nothing would be done.
fn held(preview: &str) -> Option<&str> {
    Some(preview.split_once("name=\"held\" value=\"")?.1.split_once('"')?.0)
}

#[track_caller]
fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.whole);
    reply.header("location").unwrap()
}

#[tokio::test]
async fn an_entry_is_made_shown_changed_moved_and_deleted_by_the_tenants_clock() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    assert!(story.page("/calendar").await.contains("Nothing is planned yet"));
    let spring = story.id("Spring").await.to_string();
    let said: Vec<(&str, &str)> = ENTRY.into_iter().chain([("campaign", spring.as_str())]).collect();
    let reply = story.browser.post("/calendar", &said).await;
    let id = story.entry("Case study").await;
    assert_eq!(location(&reply), format!("/calendar/{id}?did=entry-made"));
    assert_eq!(story.calendar().await, ["Case study|2026-12-01 08:30:00|scheduled|video|t|Spring"]);
    let shown = story.page(&format!("/calendar/{id}?did=entry-made")).await;
    for words in [
        "Tue 1 Dec 2026 at 09:30",
        "Scheduled",
        "Video",
        "Paid",
        "150.50",
        "First line\nsecond",
        "&#60;b&#62;",
        "The entry is in",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    // The month without a script: by day, in the tenant's time.
    let month = story.page("/calendar?month=2026-12").await;
    assert!(
        month.contains("Tuesday 1 December") && month.contains("09:30") && month.contains("Video, paid · Spring"),
        "{month}"
    );
    assert!(!story.page("/calendar?month=2026-11").await.contains("Case study"));
    let other = story.id("=Autumn").await;
    assert!(!story.page(&format!("/calendar?month=2026-12&campaign={other}")).await.contains("Case study"));
    assert!(story.page(&format!("/calendar?month=2026-12&campaign={spring}")).await.contains("Case study"));

    // The form begins with what is there; seconds that it does not show stay unless the time is touched.
    story
        .run("update content_calendar set scheduled_at = '2026-12-01T08:30:42.5Z', strategy_slot = 'Week 1, 1 of 2'")
        .await;
    let edit = story.page(&format!("/calendar/{id}/edit")).await;
    assert!(edit.contains("value=\"2026-12-01T09:30\"") && edit.contains("value=\"Week 1, 1 of 2\""), "{edit}");
    let changed = [
        ("title", "Case study, again"),
        ("at", "2026-12-01T09:30"),
        ("was", "2026-12-01T09:30"),
        ("status", "draft"),
        ("slot", "Week 1, 1 of 2"),
    ];
    let reply = story.browser.post(&format!("/calendar/{id}"), &changed).await;
    assert_eq!(location(&reply), format!("/calendar/{id}?did=entry-changed"));
    assert_eq!(story.calendar().await, ["Case study, again|2026-12-01 08:30:42|draft|video|f"]);

    // Moved by its form, and taken back by what the page offers then.
    let reply = story.browser.post(&format!("/calendar/{id}/move"), &[("at", "2026-12-03T14:00")]).await;
    let path = location(&reply).to_owned();
    assert_eq!(path, format!("/calendar/{id}?did=entry-moved&was=2026-12-01T09%3A30"));
    let moved = story.page(&path).await;
    assert!(
        moved.contains("It was planned for Tue 1 Dec 2026 at 09:30") && moved.contains("value=\"2026-12-01T09:30\""),
        "{moved}"
    );
    let undo = [("at", "2026-12-01T09:30"), ("back", "month=2026-12&view=week&campaign=7&did=x")];
    let reply = story.browser.post(&format!("/calendar/{id}/move"), &undo).await;
    assert_eq!(location(&reply), "/calendar?month=2026-12&view=week&campaign=7&did=entry-moved");
    assert_eq!(story.calendar().await, ["Case study, again|2026-12-01 08:30:00|draft|video|f"]);

    let ask = story.page(&format!("/calendar/{id}/delete")).await;
    assert!(ask.contains("Delete Case study, again?"), "{ask}");
    let reply = story.browser.post(&format!("/calendar/{id}/delete"), &[]).await;
    assert_eq!(location(&reply), "/calendar?month=2026-12&did=entry-deleted");
    assert!(story.calendar().await.is_empty());
    for path in ["", "/edit", "/delete"] {
        assert_eq!(story.browser.get(&format!("/calendar/{id}{path}")).await.status, 404, "{path}");
    }
    assert_eq!(story.browser.post(&format!("/calendar/{id}/delete"), &[]).await.status, 404);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    for (field, wrong, words) in [
        ("title", "  ", "needed"),
        ("at", "soon", "is no time"),
        ("at", "1999-01-01T00:00", "2000 to 2099"),
        ("status", "dreamt", "there is no"),
        ("content_type", "song", "there is no"),
        ("budget", "1,500", "amount"),
        ("campaign", "2000000000", "no such campaign"),
        ("campaign", "x", "no such campaign"),
        ("strategy", "00000000-0000-4000-8000-0000000000ff", "no such strategy"),
        ("description", "a\u{7}b", "control characters"),
    ] {
        let said: Vec<(&str, &str)> = ENTRY
            .into_iter()
            .filter(|(key, _)| *key != field)
            .chain([(field, wrong), ("slot", "kept & seen")])
            .collect();
        let reply = story.browser.post("/calendar", &said).await;
        let page = body(&reply);
        assert_eq!(reply.status, 422, "{field}: {page}");
        assert!(
            page.to_lowercase().contains(&words.to_lowercase()) && page.contains(&format!("id=\"p-{field}\"")),
            "{field} {wrong}: {page}"
        );
        assert!(page.contains("kept &#38; seen") && page.contains("<option value=\"\">"), "{page}");
    }
    assert!(story.calendar().await.is_empty());
    story.browser.post("/calendar", &ENTRY).await;
    let id = story.entry("Case study").await;
    let reply = story.browser.post(&format!("/calendar/{id}/move"), &[("at", "not a time")]).await;
    assert_eq!(reply.status, 422);
    assert!(body(&reply).contains("value=\"not a time\"") && body(&reply).contains("is no time"), "{}", reply.whole);
    assert_eq!(story.calendar().await, ["Case study|2026-12-01 08:30:00|scheduled|video|t"]);
    for odd in [
        "/calendar?month=x&view=y&campaign=z&did=%3Cb%3E",
        "/calendar?month=9999-99",
        "/calendar?did=imported&made=%3Cb%3E",
    ] {
        assert!(!story.page(odd).await.contains("<b>"), "{odd}");
    }
}

#[tokio::test]
async fn whoever_drags_is_told_and_what_is_refused_changes_nothing() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    story.browser.post("/calendar", &ENTRY).await;
    let id = story.entry("Case study").await;
    let drawn = story.page("/calendar?month=2026-12").await;
    let drawn = drawn.split_once("<script type=\"application/json\">").unwrap().1.split_once("</script>").unwrap().0;
    let drawn: Value = serde_json::from_str(drawn).unwrap();
    let feed = format!("{}&start=2026-11-30T00:00:00Z&end=2027-01-11T00:00:00Z", drawn["feed"].as_str().unwrap());
    let events: Value = serde_json::from_str(&story.page(&feed).await).unwrap();
    let event = &events[0];
    assert_eq!(
        (&event["start"], &event["classNames"][0], &event["about"], &event["editable"]),
        (&"2026-12-01T09:30:00".into(), &"is-scheduled".into(), &"Scheduled · Video, paid".into(), &true.into())
    );
    let to = event["move"].as_str().unwrap().to_owned();
    assert_eq!(to, format!("/calendar/{id}/move"));
    // As the script sends it, over the night in which the clock is set back.
    let drag = [("at", "2026-10-25T09:30:00"), ("then", "say"), ("back", "month=2026-12&view=month")];
    let reply = story.browser.post(&to, &drag).await;
    let said = body(&reply);
    assert_eq!(reply.status, 200, "{said}");
    assert!(
        said.contains("Sun 25 Oct 2026 at 09:30")
            && said.contains("value=\"2026-12-01T09:30\"")
            && !said.contains("<html"),
        "{said}"
    );
    assert_eq!(story.calendar().await, ["Case study|2026-10-25 08:30:00|scheduled|video|t"]);
    let reply = story.browser.post(&to, &[("at", "never"), ("then", "say")]).await;
    assert_eq!(reply.status, 422);
    // Who may not change it, who is signed out, and who drags what is gone are refused; nothing moves.
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    assert_eq!(viewer.post(&to, &drag).await.status, 403);
    let theirs = page(&mut viewer, "/calendar?month=2026-10").await;
    assert!(theirs.contains("\"editable\":false") && !theirs.contains("/calendar/new"), "{theirs}");
    assert_eq!(Browser::new(story.server.address).post(&to, &drag).await.status, 303);
    let foreign =
        story.browser.clone().saying("sec-fetch-site", "cross-site").post(&to, &[("at", "2026-12-09T09:30")]).await;
    assert_eq!(foreign.status, 403);
    assert_eq!(story.calendar().await, ["Case study|2026-10-25 08:30:00|scheduled|video|t"]);
    // What was published is not dragged.
    story.run("update content_calendar set status = 'published'").await;
    let feed = "/calendar/events?start=2026-10-01&end=2026-11-01";
    let events: Value = serde_json::from_str(&story.page(feed).await).unwrap();
    assert_eq!((events.as_array().unwrap().len(), &events[0]["editable"]), (1, &false.into()));
    for odd in ["", "?start=x&end=y", "?start=2026-01-01&end=2027-01-01", "?start=2026-02-01&end=2026-01-01"] {
        assert_eq!(story.browser.get(&format!("/calendar/events{odd}")).await.status, 422, "{odd}");
    }
}

#[tokio::test]
async fn a_table_is_previewed_imported_once_and_comes_back_as_it_was() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    story.browser.post("/calendar", &ENTRY).await;
    let file = "title,scheduled_at,status,content_type,paid,campaign,mood\n\
        Launch,2026-12-10 10:00,scheduled,video,yes,spring,glad\n\
        Launch,2026-12-10 10:00,draft,text,no,,\n\
        Poll,2026-12-11,,poll,,=autumn,\n\
        case study,2026-12-01T09:30,,,,Spring,\n\
        ,2026-12-12,,,,,\n\
        Nowhere,2026-12-12,,,,Winter,\n";
    let preview = story.bring(file).await;
    for words in [
        "2\u{a0}entries would be made",
        "1\u{a0}entry would be changed",
        "1\u{a0}entry stands in the file before",
        "2\u{a0}entries cannot be read",
        "<td class=\"num tight\">6</td>",
        "<td class=\"num tight\">7</td>",
        "Changes: title, campaign",
        "not read: mood",
        "Import 3\u{a0}entries",
    ] {
        assert!(preview.contains(words), "{words}: {preview}");
    }
    let wanted = [
        "case study|2026-12-01 08:30:00|scheduled|video|t|Spring",
        "Launch|2026-12-10 09:00:00|scheduled|video|t|Spring",
        "Poll|2026-12-11 08:00:00|draft|poll|f|=Autumn",
    ];
    assert_eq!(story.calendar().await, wanted);
    // Twice the same: nothing changes, and nothing is offered.
    let before = story.rows().await;
    let again = story.bring(file).await;
    assert!(again.contains("nothing to import") && held(&again).is_none(), "{again}");
    assert_eq!(before, story.rows().await);

    // What is taken along is harmless in a spreadsheet, and says the same when it comes back.
    story.run("update content_calendar set title = '=1+1', notes = '''-7', description = E'one\\ntwo, \"three\"' where title = 'Poll'").await;
    story
        .run("update content_calendar set scheduled_at = scheduled_at + interval '0.25 s' where title = 'Launch'")
        .await;
    let csv = story.page("/calendar.csv").await;
    assert!(
        csv.contains("'=1+1")
            && csv.contains("''-7")
            && csv.contains("'=Autumn")
            && csv.contains("2026-12-11T09:00:00+01:00"),
        "{csv}"
    );
    let mut cells = csv::Reader::from_reader(csv.as_bytes())
        .into_records()
        .flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    assert!(cells.all(|cell| !cell.starts_with(['=', '-', '+', '@'])), "{csv}");
    let before = story.rows().await;
    let back = story.bring(&csv).await;
    assert!(back.contains("3\u{a0}entries would stay as they are") && held(&back).is_none(), "{back}");
    assert_eq!(before, story.rows().await);
    // What was deleted comes back under its id.
    let id = story.entry("Launch").await;
    story.browser.post(&format!("/calendar/{id}/delete"), &[]).await;
    let back = story.bring(&csv).await;
    assert!(back.contains("Import 1\u{a0}entry"), "{back}");
    assert_eq!(story.entry("Launch").await, id);
    let spring = story.id("Spring").await;
    let part = story.page(&format!("/calendar.csv?campaign={spring}")).await;
    assert!(part.contains("Launch") && !part.contains("=1+1"), "{part}");
}

#[tokio::test]
async fn a_calendar_of_others_is_imported_once_and_ours_makes_the_round() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    let file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
        BEGIN:VEVENT\r\nUID:one@elsewhere.example\r\nDTSTART;TZID=America/New_York:20261201T093000\r\nSUMMARY:Webinar\\, part\r\n  one\r\nDESCRIPTION:Bring\\nfriends\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:two@elsewhere.example\r\nDTSTART;VALUE=DATE:20261203\r\nSUMMARY:Fair\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:three@elsewhere.example\r\nDTSTART:20261203T090000Z\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Weekly\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";
    let preview = story.bring(file).await;
    assert!(preview.contains("It repeats") && preview.contains("Import 2\u{a0}entries"), "{preview}");
    let wanted = ["Webinar, part one|2026-12-01 14:30:00|scheduled|other|f", "Fair|2026-12-03 08:00:00|draft|other|f"];
    assert_eq!(story.calendar().await, wanted);
    let before = story.rows().await;
    assert!(held(&story.bring(file).await).is_none());
    assert_eq!(before, story.rows().await);
    // What the other calendar moves is moved here, and not made anew, even though its title has changed.
    let moved = file.replace("20261201T093000", "20261202T093000").replace("Webinar", "Seminar");
    let preview = story.bring(&moved).await;
    assert!(preview.contains("Changes: title, time"), "{preview}");
    assert_eq!(story.calendar().await[0], "Seminar, part one|2026-12-02 14:30:00|scheduled|other|f");

    // Everything that an entry holds makes the round through a file of ours.
    let (spring, text) = (story.id("Spring").await, "Ünïcode; with, \\ everything ".repeat(9));
    story
        .run(&format!(
            "insert into content_calendar (title, description, scheduled_at, status, content_type, is_paid, budget, campaign_id, strategy_id, strategy_slot, notes)
             select '{}', E'a\\nb;c', '2026-10-25T00:30:00.125Z', 'cancelled', 'document', true, 12.5, {spring}, id, 'Week 1, 1 of 2', 'n' from campaign_strategies order by name limit 1",
            text.trim().replace('\\', "-")
        ))
        .await;
    let reply = story.browser.get("/calendar.ics").await;
    assert_eq!(reply.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert!(reply.header("content-disposition").unwrap().contains("calendar.ics"));
    let ics = body(&reply).to_owned();
    assert!(ics.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{ics}");
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 3);
    assert_eq!(ics, body(&story.browser.get("/calendar.ics").await), "the same calendar is the same file");
    let before = story.rows().await;
    let back = story.bring(&ics).await;
    assert!(back.contains("3\u{a0}entries would stay as they are") && held(&back).is_none(), "{back}");
    assert_eq!(before, story.rows().await);
    // In a calendar that is empty it makes the same entries under the same ids.
    story.run("delete from content_calendar").await;
    story.bring(&ics).await;
    let strip = |rows: &[String]| -> Vec<Value> {
        rows.iter()
            .map(|row| {
                let mut row: Value = serde_json::from_str(row).unwrap();
                for stamp in ["created_at", "updated_at", "scheduled_at"] {
                    row.as_object_mut().unwrap().remove(stamp);
                }
                row
            })
            .collect()
    };
    assert_eq!(strip(&before), strip(&story.rows().await));
}

#[tokio::test]
async fn what_is_no_file_is_refused_in_words() {
    let mut story = Story::begin().await;
    for (file, words) in [
        ("", "Choose a file"),
        ("hello", "neither an iCalendar file nor a table"),
        ("title,mood\nA,glad\n", "scheduled_at is missing"),
        (&"x".repeat(1024 * 1024 + 1), "larger than a megabyte"),
    ] {
        let reply = story.upload("x.csv", file).await;
        assert_eq!(reply.status, 422, "{words}");
        assert!(body(&reply).contains(words), "{words}: {}", body(&reply));
    }
    // What is pasted stays where it was typed.
    let reply = upload_text(&story.browser, "no table, <b>").await;
    assert!(reply.status == 422 && body(&reply).contains("no table, &#60;b&#62;</textarea>"), "{}", reply.whole);
    assert_eq!(story.browser.post("/calendar/import", &[("text", "title,when")]).await.status, 422);
    assert_eq!(story.browser.post("/calendar/import/now", &[("held", "%%")]).await.status, 422);
    assert!(story.upload("x", &"x".repeat(2 * 1024 * 1024)).await.status == 422);
}

async fn upload_text(browser: &Browser, text: &str) -> Reply {
    let cookies: Vec<String> = browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let body = format!("--line\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n--line--\r\n");
    let request = format!(
        "POST /calendar/import HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nuser-agent: Story/1.0\r\nsec-fetch-site: same-origin\r\ncookie: {}\r\n\
         content-type: multipart/form-data; boundary=line\r\ncontent-length: {}\r\n\r\n{body}",
        browser.server,
        cookies.join("; "),
        body.len()
    );
    stand::send(browser.server, request.as_bytes()).await.unwrap()
}

#[tokio::test]
async fn a_strategy_fills_the_calendar_once() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    story
        .run("insert into campaign_strategies (id, name, type, posts_per_week, best_times, content_mix, content_themes, duration_weeks)
              values ('00000000-0000-4000-8000-000000000001', 'Ours', 'awareness', 2, '{Tue 08:00,Thu 14:30}', '{\"video\": 50, \"text\": 50}', '{Prices}', 2),
              ('00000000-0000-4000-8000-000000000002', 'Silent', 'awareness', null, '{}', '{}', '{}', null)")
        .await;
    let spring = story.id("Spring").await.to_string();
    let query = format!("strategy=00000000-0000-4000-8000-000000000001&campaign={spring}&from=2026-12-02");
    let page = story.page(&format!("/calendar/plan?{query}")).await;
    for words in [
        "Plan 3\u{a0}drafts",
        "Thu 3 Dec 2026 at 14:30",
        "Tue 8 Dec 2026 at 08:00",
        "Week 2, 2 of 2",
        "2 posts a week, best on Tue 08:00 and Thu 14:30",
        ": Prices",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(story.calendar().await.is_empty(), "nothing is planned before somebody says so");
    let said = [
        ("strategy", "00000000-0000-4000-8000-000000000001"),
        ("campaign", spring.as_str()),
        ("from", "2026-12-02"),
        ("weeks", "2"),
    ];
    for made in [3, 0] {
        let reply = story.browser.post("/calendar/plan", &said).await;
        assert_eq!(location(&reply), format!("/calendar?did=imported&made={made}&changed=0&month=2026-12"));
    }
    let times: Vec<String> =
        story.calendar().await.iter().map(|row| row.split('|').nth(1).unwrap().to_owned()).collect();
    assert_eq!(times, ["2026-12-03 13:30:00", "2026-12-08 07:00:00", "2026-12-10 13:30:00"]);
    let sql = "select count(*) from content_calendar where status = 'draft' and strategy_slot like 'Week _, _ of 2' and strategy_id is not null and content_type in ('video', 'text')";
    assert_eq!(story.owner.query_one(sql, &[]).await.unwrap().get::<_, i64>(0), 3);
    for (wrong, words) in [
        ("strategy=x", "no such strategy"),
        ("strategy=00000000-0000-4000-8000-000000000002", "how often to post"),
        ("strategy=00000000-0000-4000-8000-000000000001&from=soon", "first day"),
        ("strategy=00000000-0000-4000-8000-000000000001&weeks=27", "from 1 to 26"),
    ] {
        let reply = story.browser.get(&format!("/calendar/plan?{wrong}")).await;
        assert!(reply.status == 422 && body(&reply).contains(words), "{wrong}: {}", reply.whole);
    }
    let gone = [said[0], ("campaign", "2000000000"), said[2], said[3]];
    assert_eq!(story.browser.post("/calendar/plan", &gone).await.status, 422);
}

#[tokio::test]
async fn the_calendar_is_another_tenants_for_nobody_and_a_clients_not_at_all() {
    let mut story = Story::begin().await;
    story.run(BERLIN).await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story
        .run("insert into campaigns (tenant_id, name) select id, 'Their campaign' from tenants where slug = 'second';
              insert into content_calendar (tenant_id, id, title, scheduled_at) select id, '00000000-0000-4000-8000-000000000009', 'Their secret', '2026-12-01T09:00:00Z' from tenants where slug = 'second'")
        .await;
    let theirs = "00000000-0000-4000-8000-000000000009";
    for path in ["", "/edit", "/delete"] {
        let reply = story.browser.get(&format!("/calendar/{theirs}{path}")).await;
        let absent = story.browser.get(&format!("/calendar/00000000-0000-4000-8000-0000000000ff{path}")).await;
        assert_eq!((reply.status, body(&reply)), (404, body(&absent)), "{path}");
    }
    for (path, said) in [("", &ENTRY[..]), ("/move", &[("at", "2026-12-05T10:00")]), ("/delete", &[])] {
        assert_eq!(story.browser.post(&format!("/calendar/{theirs}{path}"), said).await.status, 404, "{path}");
    }
    for path in [
        "/calendar?month=2026-12",
        "/calendar.csv",
        "/calendar.ics",
        "/calendar/events?start=2026-12-01&end=2026-12-09",
        "/calendar/new",
    ] {
        let page = story.page(path).await;
        assert!(!page.contains("Their secret") && !page.contains("Their campaign"), "{path}: {page}");
    }
    // A file that holds their id makes an entry of ours, and leaves theirs alone.
    let preview = story
        .bring(&format!(
            "id,title,scheduled_at,campaign\n{theirs},Mine,2026-12-02,\n,Other,2026-12-03,Their campaign\n"
        ))
        .await;
    assert!(preview.contains("There is no campaign") && preview.contains("Import 1\u{a0}entry"), "{preview}");
    let sql = "select t.slug, k.title from content_calendar k join tenants t on t.id = k.tenant_id where k.id::text = $1 order by 1";
    let rows: Vec<(String, String)> =
        story.owner.query(sql, &[&theirs]).await.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(rows, [("default".to_owned(), "Mine".to_owned()), ("second".to_owned(), "Their secret".to_owned())]);

    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut editor = story.sign_in("edda@mail.example", &["--role", "editor"]).await;
    let mut client = story.sign_in("carl@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    let mut nobody = Browser::new(story.server.address);
    let id = story.entry("Mine").await;
    for (path, seen) in [
        ("/calendar", 200),
        ("/calendar.csv", 200),
        ("/calendar.ics", 200),
        ("/calendar/events?start=2026-12-01&end=2026-12-09", 200),
        ("/calendar/new", 403),
        ("/calendar/import", 403),
        ("/calendar/plan", 403),
    ] {
        let statuses = (
            editor.get(path).await.status,
            viewer.get(path).await.status,
            client.get(path).await.status,
            nobody.get(path).await.status,
        );
        assert_eq!(statuses, (200, seen, 403, 303), "{path}");
    }
    for (path, seen) in [("", 200), ("/edit", 403), ("/delete", 403)] {
        let path = format!("/calendar/{id}{path}");
        assert_eq!(
            (editor.get(&path).await.status, viewer.get(&path).await.status, client.get(&path).await.status),
            (200, seen, 403),
            "{path}"
        );
    }
    let before = story.rows().await;
    for path in [
        "/calendar",
        "/calendar/import/now",
        "/calendar/plan",
        &format!("/calendar/{id}"),
        &format!("/calendar/{id}/move"),
        &format!("/calendar/{id}/delete"),
    ] {
        for browser in [&mut viewer, &mut client] {
            assert_eq!(browser.post(path, &ENTRY).await.status, 403, "{path}");
        }
    }
    for browser in [&viewer, &client] {
        assert_eq!(upload(browser, "x.csv", "title,scheduled_at\nA,2026-12-01\n").await.status, 403);
    }
    assert_eq!(before, story.rows().await);
    let shown = page(&mut viewer, &format!("/calendar/{id}")).await;
    assert!(!shown.contains("/edit") && !shown.contains("/move"), "{shown}");
    assert!(!page(&mut client, "/").await.contains("href=\"/calendar\""));
}
