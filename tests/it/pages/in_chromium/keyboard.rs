//! Whether whoever has no mouse comes everywhere, and back again: the pages by the keyboard alone.

use thirtyfour::Key;

use super::{Chromium, DESK, Story};
use crate::pages::PEOPLE;

/// The times of an entry in the calendar of which there is one.
const PLANNED: &str = "select to_char(scheduled_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from content_calendar";

/// A story with people, and a window of an owner in it.
async fn begin() -> (Story, Chromium) {
    let story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("select app.keep_up()").await;
    let window = story.window("eva@mail.example", "owner", DESK).await;
    (story, window)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_a_slash_leads_into_the_search_the_arrows_through_what_is_found_and_enter_to_it() {
    let (_story, window) = begin().await;
    window.go("/people").await;
    window.keys("/").await;
    window.focused("#find").await;
    assert_eq!(window.run("return document.querySelector('#find').value", vec![]).await, "", "the slash is no word");
    window.keys("Spring").await;
    window.says(".found", "Spring").await;
    window.keys(Key::Down).await;
    window.focused(".found li:first-child a[href^='/campaigns/']").await;
    window.keys(Key::Down).await;
    assert!(!window.has_focus(".found li:first-child a[href^='/campaigns/']").await, "the arrow goes on");
    window.keys(Key::Up).await;
    window.keys(Key::Up).await;
    window.focused("#find").await;

    // What is folded up again keeps what was typed, and the place.
    let folded = "return document.querySelector('.found').hidden";
    window.keys(Key::Down).await;
    window.focused(".found a").await;
    window.keys(Key::Escape).await;
    window.focused("#find").await;
    assert_eq!(window.run(folded, vec![]).await, true, "Escape closes it");
    window.keys(" ").await;
    window.until("what is found unfolds again", "return !document.querySelector('.found').hidden", vec![]).await;

    window.keys(Key::Down).await;
    window.focused(".found li:first-child a[href^='/campaigns/']").await;
    window.keys(Key::Enter).await;
    window.says("main h1", "Spring").await;
    assert!(window.path().await.starts_with("/campaigns/"), "Enter opens what is found");
    // In a field a slash is a slash.
    window.go("/people").await;
    window.tab_to("#f-text, main input[type=search]").await;
    window.keys("a/b").await;
    let typed = "return document.activeElement.value";
    assert_eq!(window.run(typed, vec![]).await, "a/b");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_the_top_of_a_page_is_walked_through_and_every_menu_gives_the_focus_back() {
    let (_story, window) = begin().await;
    window.go("/campaigns").await;
    // The first stop leads past the navigation, and is seen while it has the focus.
    window.keys(Key::Tab).await;
    window.focused("a.skip").await;
    let is_seen = "return document.activeElement.getBoundingClientRect().top >= 0";
    window.until("the way past the navigation is seen", is_seen, vec![]).await;
    window.keys(Key::Enter).await;
    window.focused("#main").await;
    window.keys(Key::Tab).await;
    let is_inside = "return document.getElementById('main').contains(document.activeElement)";
    assert_eq!(window.run(is_inside, vec![]).await, true, "the next stop is in the content");

    // Without it: the search, the team, one's own menu, and then every place of the navigation, in their order.
    window.go("/campaigns").await;
    for stop in ["a.skip", "a.brand", "#find", ".tenant-menu a", "details.me summary", ".nav-row a[href='/']"] {
        window.keys(Key::Tab).await;
        assert!(window.has_focus(stop).await, "{stop} is not the next stop: {}", window.focus().await);
    }
    let places = window
        .run("return [...document.querySelectorAll('.nav-row a')].map((one) => one.getAttribute('href'))", vec![]);
    let places: Vec<String> = serde_json::from_value(places.await).unwrap();
    assert!(places.len() > 5, "{places:?}");
    for place in &places[1..] {
        window.keys(Key::Tab).await;
        assert!(window.has_focus(&format!(".nav-row a[href='{place}']")).await, "{place}: {}", window.focus().await);
    }

    window.go("/campaigns").await;
    window.tab_to(".tenant-menu a.tenant").await;
    window.keys(Key::Enter).await;
    window.focused(".tenant-menu .menu-body a").await;
    window.keys(Key::Tab).await;
    window.focused(".tenant-menu .menu-body a[href='/account']").await;
    window.keys(Key::Escape).await;
    window.focused(".tenant-menu a.tenant[aria-expanded=false]").await;
    assert_eq!(window.text(".tenant-menu .menu-body").await, "", "Escape closes it");

    window.tab_to("details.me summary").await;
    window.keys(Key::Enter).await;
    window.tab_to("details.me[open] a[href='/account']").await;
    window.tab_to("details.me[open] [data-theme-choice=dark]").await;
    window.keys(" ").await;
    window.find("html[data-bs-theme=dark]").await;
    window.keys(Key::Escape).await;
    window.focused("details.me:not([open]) summary").await;
    // Who goes on by the keyboard leaves it, and it covers nothing any more.
    window.keys(Key::Enter).await;
    window.tab_to("details.me[open] a[href='/account']").await;
    window.tab_to(".nav-row a[href='/']").await;
    window.find("details.me:not([open])").await;
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_a_question_keeps_the_focus_until_it_is_answered_and_gives_it_back() {
    let (story, window) = begin().await;
    story.say(&["api-key", "add", "A program", "--scope", "read"]);
    window.go("/settings/keys").await;
    let opener = "form[action$='/revoke'] button";
    window.tab_to(opener).await;
    window.keys(Key::Enter).await;
    // What does no harm is what Enter answers.
    window.focused("dialog.ask[open] button:not(.btn-danger)").await;
    let answers =
        "return document.activeElement.closest('main, header, footer') ? document.activeElement.outerHTML : ''";
    for keys in [Key::Tab + "", Key::Tab + "", Key::Tab + "", Key::Shift + Key::Tab, Key::Shift + Key::Tab] {
        window.keys(keys).await;
        assert_eq!(window.run(answers, vec![]).await, "", "nothing behind the question is reached");
    }
    window.keys(Key::Escape).await;
    window.focused(opener).await;
    let good = "select count(*) from api_keys where revoked_at is null";
    let good = async || story.owner.query_one(good, &[]).await.unwrap().get::<_, i64>(0);
    assert_eq!((good().await, window.text("dialog.ask").await), (1, String::new()), "Escape is no");

    window.keys(Key::Enter).await;
    window.tab_to("dialog.ask[open] .btn-danger").await;
    window.keys(Key::Enter).await;
    window.find("main .notice.good").await;
    assert_eq!(good().await, 0);
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn o7_a_list_is_sorted_and_an_entry_of_the_calendar_is_moved_without_a_mouse() {
    let (story, window) = begin().await;
    window.go("/campaigns").await;
    for direction in ["ascending", "descending"] {
        window.tab_to("thead th:first-child a").await;
        window.keys(Key::Enter).await;
        window.find(&format!("thead th:first-child[aria-sort={direction}]")).await;
    }
    assert!(window.text("tbody tr:first-child").await.starts_with("Summer"), "{}", window.text("tbody").await);

    let entry = "insert into content_calendar (title, scheduled_at) values ('What we learnt', '2031-03-10 09:00Z')";
    story.run(&format!("update tenants set time_zone = 'UTC'; {entry}")).await;
    let planned = async || story.owner.query_one(PLANNED, &[]).await.unwrap().get::<_, String>(0);
    window.go("/calendar?month=2031-03&view=month").await;
    window.find(".fc-event").await;
    // What a mouse drags is a link to a page on which it is moved.
    window.tab_to("a.fc-event").await;
    window.keys(Key::Enter).await;
    window.says("main h1", "What we learnt").await;
    window.tab_to("#at").await;
    // Whatever the order of its parts is where somebody lives, an arrow makes the first of them the next one.
    window.keys(Key::Up).await;
    let chosen = window.run("return document.querySelector('#at').value", vec![]).await;
    let chosen = chosen.as_str().unwrap().replace('T', " ");
    assert!(chosen.starts_with("2031-") && chosen.ends_with("09:00") && chosen != "2031-03-10 09:00", "{chosen}");
    window.keys(Key::Enter).await;
    window.says("main .notice.good", "It was planned for").await;
    assert_eq!(planned().await, chosen);
    window.tab_to("main .notice button").await;
    window.keys(Key::Enter).await;
    window
        .until(
            "the form is back where it was",
            "return document.querySelector('#at')?.value.startsWith('2031-03-10T09:00')",
            vec![],
        )
        .await;
    assert_eq!(planned().await, "2031-03-10 09:00");
    assert_eq!(window.seen().await, [""; 0]);
    window.close().await;
}
