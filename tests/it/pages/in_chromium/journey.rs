//! A team's first day, by mouse and keyboard.

use rapport::simulators::apify::TOKEN;
use tokio_postgres::Client;

use super::DESK;
use crate::support::{
    app::TestApp,
    chromium::Chromium,
    files::{POST, reactions},
    process::heard,
    server::{Server, rapport},
    services::Services,
};

/// The header of LinkedIn's list of contacts; it takes no other.
const CONTACTS: [&str; 7] = ["email", "firstname", "lastname", "jobtitle", "employeecompany", "country", "googleaid"];

/// What the witness of every page has to say: nothing.
#[track_caller]
fn nothing_seen(step: &str, seen: &[String]) {
    assert!(seen.is_empty(), "{step}: {seen:?}");
}

async fn number(owner: &Client, of: &str) -> i64 {
    owner.query_one(&format!("select count(*) from {of}"), &[]).await.unwrap().get(0)
}

/// The first of them sets Rapport up, by the link of its first start.
async fn sets_up(window: &Chromium, server: &Server) {
    window.go(&format!("/link?token={}", server.first_token().await)).await;
    for (field, text) in [
        ("#email", "ada@mail.example"),
        ("#name", "Ada"),
        ("#password", "a long enough one"),
        ("#again", "a long enough one"),
    ] {
        window.write(field, text).await;
    }
    window.press("main button[type=submit]").await;
    window.find("header.top .tenant-name").await;
    assert_eq!(window.path().await, "/");
}

/// A file is dropped, says what it lacks, is given that, and is imported while the page is watched.
async fn imports(window: &Chromium, owner: &Client) {
    window.go("/imports").await;
    let (text, model) = reactions(150, 60, 9);
    let drop = "const held = new DataTransfer(); held.items.add(new File([arguments[0]], 'reactions.csv', { type: 'text/csv' }));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }))";
    window.run(drop, vec![text.into()]).await;
    window.says("main", "do not say which post they belong to").await;
    window.write("#post_url", POST).await;
    window.write("#campaign", "Spring").await;
    window.press("button[value=check]").await;
    window.says("main", "Can be imported").await;
    window.press("button[value=import]").await;
    window.says("main .state", "Imported").await;
    assert!(window.path().await.starts_with("/imports/"), "the page went on to the import");
    assert_eq!(number(owner, "engagements").await, i64::try_from(model.reactions.len()).unwrap());
    nothing_seen("import", &window.seen().await);
}

/// A persona is edited, and the preview says beforehand what the page says afterwards.
async fn edits_a_persona(window: &Chromium, owner: &Client) {
    window.go("/personas/new").await;
    window.write("#name", "Everybody with a title").await;
    window.write("[id='title.include']", "Marketing\nEngineer\nCTO").await;
    window.find("#preview ul.plain-list li").await;
    let preview = window.text("#preview .big").await;
    window.press("#editor button.btn-primary").await;
    window.says("main h1", "Everybody with a title").await;
    assert!(preview.parse::<i64>().is_ok_and(|people| people > 0), "{preview}");
    let matched = number(
        owner,
        "targets t join personas p on p.id = t.persona_id where p.name = 'Everybody with a title' and t.is_active",
    )
    .await;
    assert_eq!(preview, matched.to_string());
    nothing_seen("persona", &window.seen().await);
}

/// A campaign by the wizard, with a strategy that is recommended for what came of it before.
async fn plans_a_campaign(window: &Chromium, owner: &Client) -> i32 {
    // What was imported was a campaign with this strategy: now there is something to learn from.
    owner
        .batch_execute(
            "update campaigns set strategy_id = (select id from campaign_strategies where name = 'Customer proof') where name = 'Spring';
             select app.keep_up()",
        )
        .await
        .unwrap();
    let known = "select q.id::text, r.strategy_id::text, r.recommendation_reason, r.people_engaged::text, 7 * s.duration_weeks
        from personas q cross join app.get_recommended_strategies_for_persona(q.id) r join campaign_strategies s on s.id = r.strategy_id
        where q.name = 'Everybody with a title' and r.strategy = 'Customer proof'";
    let known = owner.query_one(known, &[]).await.unwrap();
    let (persona, strategy, reason): (String, String, String) = (known.get(0), known.get(1), known.get(2));
    let evidence = format!("{} of ", known.get::<_, String>(3));
    assert!(reason.starts_with(&evidence) && reason.contains(" engaged with 1 post"), "there is evidence: {reason}");
    window.go("/campaigns/new").await;
    window.write("#name", "Autumn").await;
    let next = ".wizard-foot .btn-primary";
    window.press(next).await;
    window.press(&format!(".choices input[name=persona][value='{persona}']")).await;
    window.press(next).await;
    window.says(".strategy-list", "Customer proof").await;
    let why =
        "return document.querySelector(`.strategy-list input[value='${arguments[0]}']`)?.closest('div').textContent";
    let why = window.run(why, vec![strategy.as_str().into()]).await;
    let why = why.as_str().expect("it is among those that are recommended").replace(['\u{a0}', '\u{202f}'], " ");
    let told = format!("Everybody with a title: {reason}");
    assert!(why.contains(&told) && why.contains("expected of a post"), "{told} is not in {why}");
    window.press(&format!(".strategy-list input[value='{strategy}']")).await;
    window.press(next).await;
    // What the strategy costs, and for how long it goes on.
    window.find("#budget").await;
    let planned = "const value = (id) => document.querySelector(id).value;
        return [value('#budget'), (new Date(value('#end_date')) - new Date(value('#start_date'))) / 86400000 + 1]";
    assert_eq!(window.run(planned, vec![]).await, serde_json::json!(["1500", known.get::<_, i32>(4)]));
    // From the first of a month on, so that its slots are all in one view of the calendar.
    let day = "document.querySelector(arguments[0]).value = arguments[1]";
    window.run(day, vec!["#start_date".into(), "2031-03-03".into()]).await;
    window.run(day, vec!["#end_date".into(), "2031-03-21".into()]).await;
    window.press(next).await;
    window.find(".slots input[type=checkbox]").await;
    window.press(next).await;
    window.says("main", "Autumn").await;
    window.press(next).await;
    window.says("main h1", "Autumn").await;
    for words in ["3 Mar 2031", "Customer proof", "1 500"] {
        window.says("main", words).await;
    }
    let made = owner.query_one("select s.name, c.id, c.budget::text, c.start_date::text, c.end_date::text from campaigns c join campaign_strategies s on s.id = c.strategy_id where c.name = 'Autumn'", &[]).await.unwrap();
    let said: [String; 4] = [0, 2, 3, 4].map(|place| made.get(place));
    assert_eq!(said, ["Customer proof", "1500.00", "2031-03-03", "2031-03-21"]);
    nothing_seen("campaign", &window.seen().await);
    made.get(1)
}

/// An entry of the calendar is dragged to another day.
async fn drags_an_entry(window: &Chromium, owner: &Client) {
    window.go("/calendar?month=2031-03&view=month").await;
    window.find(".fc-event").await;
    let was = owner
        .query_one("select id::text, scheduled_at::date::text from content_calendar order by scheduled_at limit 1", &[])
        .await
        .unwrap();
    let (entry, was): (String, String) = (was.get(0), was.get(1));
    let event = window.find(&format!("[data-date='{was}'] .fc-event")).await;
    let target = window.find("[data-date='2031-03-27']").await;
    window
        .driver()
        .action_chain()
        .click_and_hold_element(&event)
        .move_by_offset(5, 5)
        .move_to_element_center(&target)
        .release()
        .perform()
        .await
        .unwrap();
    window.says("#moved", "27 Mar").await;
    let moved: String = owner
        .query_one("select scheduled_at::date::text from content_calendar where id::text = $1", &[&entry])
        .await
        .unwrap()
        .get(0);
    assert_eq!(moved, "2031-03-27");
    nothing_seen("calendar", &window.seen().await);
}

/// A segment, and a list of it for LinkedIn.
async fn makes_an_audience(window: &Chromium, owner: &Client) {
    window.go("/segments/new").await;
    // The addresses are what a list needs; one of them is of somebody who has done nothing yet.
    let addresses =
        "insert into persons (name) values ('Nobody Yet'); update persons set email = 'p' || id || '@mail.example'";
    owner.batch_execute(addresses).await.unwrap();
    window.write("#name", "Whoever engaged").await;
    window.write("#window_days", "30").await;
    window.says("#preview", "in the segment, now").await;
    // On a phone the count and what saves stay at the edge, however long the form is.
    window.width(390).await;
    window.says(".saves-foot .foot-count", " in it").await;
    window.press("#editor button.btn-primary").await;
    window.says("main h1", "Whoever engaged").await;
    window.width(DESK.0).await;
    window.press("a[href^='/audiences?segment']").await;
    window.says("main", "Not as LinkedIn asks").await;
    assert!(window.find("a[href^='/audiences.csv']").await.is_displayed().await.unwrap());
    // The file, as whoever follows the link is given it.
    let fetched = "const done = arguments[arguments.length - 1];
        fetch(document.querySelector(\"a[href^='/audiences.csv']\").href).then(async (answer) => done([answer.status, ...['content-type', 'content-disposition'].map((name) => answer.headers.get(name)), await answer.text()]), (error) => done(String(error)))";
    let fetched = window.run_until_done(fetched, vec![]).await;
    let (status, kind, name, file): (u16, String, String, String) = serde_json::from_value(fetched).unwrap();
    assert!(status == 200 && kind.starts_with("text/csv") && name.starts_with("attachment"), "{status} {kind} {name}");
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), &CONTACTS[..], "the header that LinkedIn takes");
    let mut listed: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    listed.sort();
    let members = "select email from persons p where exists (select from engagements e where e.person_id = p.id) order by email collate \"C\"";
    let members: Vec<String> = owner.query(members, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    assert!(members.len() > 100 && listed == members, "{listed:?} are not {members:?}");
    nothing_seen("audience", &window.seen().await);
}

/// A connection is added, and a job of it is watched until it has brought something.
async fn watches_a_job(window: &Chromium) {
    window.go("/connections/new?kind=apify").await;
    window.write("#name", "Our Apify").await;
    window.write("#token", TOKEN).await;
    window.press("main .btn-primary").await;
    window.says("main .state", "Valid").await;
    window.go("/jobs/new").await;
    window.write("#urls", POST).await;
    window.press("main .btn-primary").await;
    window.says(".head .state", "Completed").await;
    nothing_seen("job", &window.seen().await);
}

/// Another team's member sees none of all that, at whatever address.
async fn others_see_nothing(app: &TestApp, server: &Server, campaign: i32) {
    for args in [
        &["tenant", "add", "second"][..],
        &["--tenant", "second", "user", "add", "bob@mail.example", "--role", "owner"],
    ] {
        let output = heard(rapport(&app.url(), args).output().unwrap());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let output = heard(
        rapport(&app.url(), &["--tenant", "second", "user", "link", "bob@mail.example", "--sign-in"]).output().unwrap(),
    );
    let link = String::from_utf8(output.stdout).unwrap();
    let other = Chromium::open(server.address, DESK).await;
    other.sign_in(link.trim().split_once("/link?token=").unwrap().1).await;
    for path in [
        "/",
        "/campaigns",
        "/personas",
        "/people",
        "/companies",
        "/segments",
        "/calendar?month=2031-03",
        "/connections",
        "/jobs",
        "/imports",
        "/strategies",
    ] {
        other.go(path).await;
        let page = other.text("body").await;
        for theirs in
            ["Autumn", "Spring", "Everybody with a title", "Whoever engaged", "Our Apify", "reactions.csv", "Row 1"]
        {
            assert!(!page.contains(theirs), "{path} shows {theirs}: {page}");
        }
    }
    other.go(&format!("/campaigns/{campaign}")).await;
    other.says("main h1", "There is nothing here").await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_team_sets_up_imports_plans_and_watches_and_another_team_sees_nothing_of_it() {
    let services = Services::start();
    let app = TestApp::new().await;
    let owner = app.owner().await;
    let server = services.server(&app.url(), &[]);
    let window = Chromium::open(server.address, DESK).await;
    sets_up(&window, &server).await;
    imports(&window, &owner).await;
    edits_a_persona(&window, &owner).await;
    let campaign = plans_a_campaign(&window, &owner).await;
    drags_an_entry(&window, &owner).await;
    makes_an_audience(&window, &owner).await;
    watches_a_job(&window).await;
    others_see_nothing(&app, &server, campaign).await;
    window.close().await;
}
