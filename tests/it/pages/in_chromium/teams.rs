//! Two windows of one browser, in which two teams are shown.

use super::{DESK, Story};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_page_sends_goes_to_the_team_of_the_page_or_nowhere() {
    let story = Story::begin().await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story.say(&["--tenant", "second", "user", "add", "ada@mail.example", "--role", "owner"]);
    let window = story.window_of("ada@mail.example", DESK).await;
    let switch = "const done = arguments[1]; fetch('/account/tenant', { method: 'POST', body: new URLSearchParams({ tenant: arguments[0] }) }).then(done)";
    let tenants = "select id::text from tenants order by slug";
    let tenants: Vec<String> = story.owner.query(tenants, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
    let [first, second] = tenants.try_into().unwrap();

    // A form, a calendar and a file, on pages that were opened before somebody went elsewhere in another window.
    window.go("/campaign-groups/new").await;
    window.write("#name", "Season").await;
    window.run_until_done(switch, vec![second.clone().into()]).await;
    window.press("main form button[type=submit]").await;
    window.says("main", "are in The second now").await;
    window.run_until_done(switch, vec![first.clone().into()]).await;
    window.go("/imports").await;
    window.run_until_done(switch, vec![second.into()]).await;
    let drop = "const held = new DataTransfer(); held.items.add(new File(['a,b'], 'reactions.csv', { type: 'text/csv' }));
        document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }))";
    window.run(drop, vec![]).await;
    window.says(".drop-zone, main", "gone to another team in another window").await;
    let made = "select (select count(*) from campaign_groups) + (select count(*) from uploads)";
    assert_eq!(story.owner.query_one(made, &[]).await.unwrap().get::<_, i64>(0), 0);

    // And a page of the team that it is goes on as ever.
    window.go("/campaign-groups/new").await;
    window.write("#name", "Season").await;
    window.press("main form button[type=submit]").await;
    window.says("main h1", "Season").await;
    // Without a script a page says nothing of its team, and whatever says another is refused.
    let mut browser = story.browser.clone();
    let other = "/campaign-groups?team=00000000-0000-4000-8000-0000000000ff";
    assert_eq!(browser.post(other, &[("name", "Other")]).await.status, 409);
    assert_eq!(browser.post("/campaign-groups", &[("name", "Other"), ("status", "active")]).await.status, 303);

    // What is of the account is of no team.
    window.go("/account").await;
    window.run_until_done(switch, vec![first.into()]).await;
    window.press("form[action='/account/sign-out-everywhere'] button").await;
    window.press("dialog.ask[open] .btn-danger").await;
    window.until("nobody is signed in", "return location.pathname === '/sign-in'", vec![]).await;
    window.close().await;
}
