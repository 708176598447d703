//! Reports: what whoever has a link reads, and what they do not.

use serde_json::Value;

use super::{PEOPLE, Story, body, page};
use crate::{support::browser::Browser, webhooks::stand::Reply};

impl Story {
    /// What the owner's eyes see.
    async fn sees<T: for<'a> tokio_postgres::types::FromSql<'a>>(&self, sql: &str) -> T {
        self.owner.query_one(sql, &[]).await.unwrap_or_else(|error| panic!("{sql}: {error:?}")).get(0)
    }

    /// The form of a report of some campaigns.
    async fn wanted(&self, campaigns: &[&str], more: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut fields = vec![("title".to_owned(), "For <Acme>".to_owned()), ("good_for".to_owned(), "30".to_owned())];
        for campaign in campaigns {
            fields.push(("campaign".to_owned(), self.id(campaign).await.to_string()));
        }
        for row in self.owner.query("select id::text from personas where is_active", &[]).await.unwrap() {
            fields.push(("persona".to_owned(), row.get(0)));
        }
        for (key, value) in more {
            fields.retain(|(there, _)| there != key || matches!(*key, "campaign" | "persona"));
            fields.push(((*key).to_owned(), (*value).to_owned()));
        }
        fields
    }

    async fn ask(&mut self, fields: &[(String, String)]) -> Reply {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        self.browser.post("/reports", &fields).await
    }

    /// Makes a report; the path of its link.
    async fn report(&mut self, campaigns: &[&str], more: &[(&str, &str)]) -> String {
        let fields = self.wanted(campaigns, more).await;
        let reply = self.ask(&fields).await;
        assert_eq!(reply.status, 200, "{}", reply.whole);
        let link = body(&reply).split_once("data-copy=\"").unwrap().1.split_once('"').unwrap().0;
        let origin = format!("http://{}", self.server.address);
        link.strip_prefix(&origin).unwrap_or_else(|| panic!("{link} is none of {origin}")).to_owned()
    }

    /// Somebody who has nothing but an address.
    fn stranger(&self) -> Browser {
        Browser::new(self.server.address)
    }
}

/// The figures of a report, as its page says them.
fn figure(page: &str, words: &str) -> String {
    let rest = page
        .split_once(&format!("<dt>{words}</dt><dd class=\"figure\">"))
        .unwrap_or_else(|| panic!("{words}: {page}"))
        .1;
    rest.split(['<', ' ']).next().unwrap().to_owned()
}

#[tokio::test]
async fn a_report_keeps_the_figures_of_its_moment_and_needs_no_account() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run("insert into engagements (post_id, person_id, engagement_type, engaged_at, engaged_on)
            select p.id, q.id, 'follow', now() - interval '1 day', (now() - interval '1 day')::date from posts p, persons q
            where p.title = 'Post 1' and q.name in ('Person 1', 'Person 2')")
        .await;
    assert!(story.page("/reports").await.contains("No report yet"));
    let spring = story.id("Spring").await;
    let form = story.page(&format!("/reports/new?campaign={spring}")).await;
    assert!(
        form.contains(&format!("name=\"campaign\" value=\"{spring}\" checked")) && form.contains("value=\"Spring\""),
        "{form}"
    );
    assert!(!form.contains("name=\"names_people\" value=\"yes\" checked"), "nobody is named unless somebody says so");
    let path = story.report(&["Spring", "Summer"], &[("recommends", "yes")]).await;

    let mut stranger = story.stranger();
    let first = stranger.get(&path).await;
    assert_eq!(first.status, 200, "{}", first.whole);
    assert!(stranger.cookies.is_empty(), "nothing is left in the browser");
    for (header, value) in [
        ("referrer-policy", "no-referrer"),
        ("x-robots-tag", "noindex, nofollow, noarchive"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(first.header(header), Some(value));
    }
    assert!(first.header("content-security-policy").unwrap().contains("script-src 'self'"));
    let text = body(&first);
    let sql = "with e as (select e.* from engagements e where exists (select from campaign_posts l join campaigns c on c.id = l.campaign_id
        where l.post_id = e.post_id and c.name in ('Spring', 'Summer')))
        select json_build_array(count(distinct person_id), count(distinct person_id) filter (where person_id in (select person_id from targets where is_active)), count(*)) from e";
    let counted: Value = story.sees(sql).await;
    for (words, number) in [("People who responded", 0), ("People you wanted", 1), ("Responses", 2)] {
        assert_eq!(figure(text, words), counted[number].to_string(), "{words}");
    }
    assert!(counted[0].as_i64() > counted[1].as_i64() && counted[1].as_i64() > Some(0), "the story has both");
    // What is named of the responses adds up, follows and whatever else there is included.
    let others = "select count(*) from engagements e where engagement_type not in ('reaction', 'comment', 'share') and exists (
        select from campaign_posts l join campaigns c on c.id = l.campaign_id where l.post_id = e.post_id and c.name in ('Spring', 'Summer'))";
    let others: i64 = story.owner.query_one(others, &[]).await.unwrap().get(0);
    assert!(others > 0 && text.contains(&format!(", {others}\u{a0}others")), "{others}: {text}");
    assert_eq!(figure(text, "Spent on ads"), "105.00");
    assert!(
        text.contains("For &#60;Acme&#62;") && text.contains("As of ") && text.contains("What to do next"),
        "{text}"
    );
    assert!(
        text.contains("<svg class=\"weeks\"") && !text.contains("data-chart"),
        "it is drawn without a script, for paper too"
    );
    // It leads nowhere into the team, and says none of our words.
    assert!(
        !text.contains("href=\"/campaigns") && !text.contains("href=\"/people") && !text.contains("action=\""),
        "{text}"
    );
    for jargon in ["ngagement", "On target", "KPI", "Funnel"] {
        assert!(!text.contains(jargon), "{jargon}: {text}");
    }

    // Whatever happens afterwards, it reads the same: whoever speaks of it speaks of the same figures.
    story.run("delete from engagements where person_id % 2 = 0; update campaigns set name = name || ' II'; delete from ads; delete from personas where name = 'Makers'").await;
    let later = stranger.get(&path).await;
    assert_eq!(body(&later), text);
    let list = story.page("/reports").await;
    assert!(list.contains("<td class=\"num\">2</td>") && !list.contains("never"), "opened twice: {list}");
    let id: String = story.sees("select id::text from reports").await;
    let shown = story.page(&format!("/reports/{id}")).await;
    assert_eq!(figure(&shown, "People who responded"), counted[0].to_string());
    assert_eq!(story.sees::<i32>("select opened from reports").await, 2, "the team's own look is none");

    assert_eq!(story.browser.post(&format!("/reports/{id}/revoke"), &[]).await.status, 303);
    assert_eq!(stranger.get(&path).await.status, 404);
    assert!(
        story.page("/reports").await.contains("No link is good any more")
            && story.page("/reports?all=1").await.contains("Revoked")
    );
    let audit: Vec<String> = story.sees("select array_agg(event || ' ' || (details ->> 'name') order by id) from audit_log where event like 'report.%'").await;
    assert_eq!(audit, ["report.made For <Acme>", "report.revoked For <Acme>"]);
}

#[tokio::test]
async fn s22_whatever_keeps_a_link_from_opening_the_answer_is_the_same() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.say(&["tenant", "add", "second", "--bare"]);
    let (good, over, back) = (
        story.report(&["Spring"], &[("title", "Good")]).await,
        story.report(&["Spring"], &[("title", "Over")]).await,
        story.report(&["Spring"], &[("title", "Back")]).await,
    );
    assert_eq!(story.stranger().get(&over).await.status, 200);
    story
        .run(
            "update reports set expires_at = clock_timestamp() - interval '1 second' where title = 'Over';
              update reports set revoked_at = now() where title = 'Back'",
        )
        .await;
    let token = good.split_once("token=").unwrap().1.to_owned();
    let other: uuid::Uuid = story.sees("select id from tenants where slug = 'second'").await;
    // The same secret with another tenant before it.
    let moved = {
        use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
        let mut bytes = BASE64_URL_SAFE_NO_PAD.decode(&token).unwrap();
        bytes[..16].copy_from_slice(other.as_bytes());
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    };
    let flipped = if token.ends_with('A') { "B" } else { "A" };
    let mut answers = Vec::new();
    for path in [
        over,
        back,
        "/report".to_owned(),
        "/report?token=".to_owned(),
        "/report?token=%00".to_owned(),
        format!("/report?token={moved}"),
        format!("/report?token={}{flipped}", &token[..token.len() - 1]),
        format!("/report?token={}", "A".repeat(64)),
        format!("/report?token={}", "A".repeat(43)),
        format!("/report?token={}", "x".repeat(9000)),
    ] {
        let reply = story.stranger().get(&path).await;
        assert_eq!(reply.status, 404, "{path}: {}", reply.whole);
        answers.push(reply.lasting());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert!(answers[0].contains("opens no report") && answers[0].contains("no-referrer"), "{}", answers[0]);
    assert_eq!(story.stranger().get(&good).await.status, 200);
    assert_eq!(story.sees::<i64>("select sum(opened) from reports").await, 2, "what opens nothing is not counted");
}

#[tokio::test]
async fn s22_a_link_opens_its_report_and_nothing_else() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    // What is of the team and of another, and not of this report.
    story
        .run(
            "update campaigns set name = 'canary-campaign', description = 'canary-words' where name = 'Autumn';
              update posts set title = 'canary-post' where title in ('Post 5', 'Post 6');
              insert into tenants (slug, name) values ('second', 'canary-team');
              insert into campaigns (tenant_id, name) select id, 'canary-theirs' from tenants where slug = 'second'",
        )
        .await;
    let path = story.report(&["Spring"], &[("recommends", "yes")]).await;
    let token = path.split_once("token=").unwrap().1.to_owned();
    let mut stranger = story.stranger();
    assert!(!page(&mut stranger, &path).await.contains("canary"));
    // The token is no session, no key, and no link of an account.
    let secure = format!("rapport-session={token}; __Host-rapport-session={token}");
    let spring = story.id("Spring").await;
    for path in ["/", "/campaigns", &format!("/campaigns/{spring}"), "/people", "/reports", "/account/tenants"] {
        let reply = story.stranger().saying("cookie", &secure).get(&format!("{path}?token={token}")).await;
        assert_eq!(reply.status, 303, "{path}: {}", reply.whole);
        assert!(reply.header("location").unwrap().starts_with("/sign-in"), "{path}");
    }
    assert_eq!(story.stranger().get(&format!("/link?token={token}")).await.status, 404);
    let api =
        story.stranger().saying("authorization", &format!("Bearer rapport_00000000.{token}")).get("/api/v1/me").await;
    assert_eq!(api.status, 401);
    // And what changes anything is not at its address.
    let mut other = story.stranger();
    assert_eq!(other.post(&path, &[("token", &token)]).await.status, 405);
    // A session, a key's secret or an account's link is no token of a report.
    let session = story.browser.cookies.values().next().unwrap().clone();
    assert_eq!(story.stranger().get(&format!("/report?token={session}")).await.status, 404);
}

#[tokio::test]
async fn s22_nobody_is_named_unless_somebody_wanted_it_and_whoever_is_erased_is_named_no_more() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story
        .run("update persons set name = 'canary-name ' || id, headline = 'canary-headline', email = 'canary' || id || '@mail.example', notes = 'canary-notes';
              update persons set company_override = 'Saltworks', current_title = 'Illustrator'")
        .await;
    let bare = story.report(&["Spring", "Summer"], &[("recommends", "yes")]).await;
    let named = story.report(&["Spring", "Summer"], &[("names_people", "yes")]).await;
    let text = page(&mut story.stranger(), &bare).await;
    assert!(!text.contains("canary") && text.contains("Saltworks"), "companies and roles alone: {text}");
    let stored: Value = story.sees("select content from reports where not names_people").await;
    assert!(!stored.to_string().contains("canary") && stored["people"] == serde_json::json!([]), "{stored}");

    let text = page(&mut story.stranger(), &named).await;
    assert!(text.contains("canary-name") && text.contains("Illustrator, Saltworks"), "{text}");
    assert!(
        !text.contains("canary-headline") && !text.contains("canary-notes") && !text.contains("@mail.example"),
        "{text}"
    );
    let stored: Value = story.sees("select content from reports where names_people").await;
    assert!(!stored.to_string().contains("canary"), "a name is looked up, and written down nowhere: {stored}");
    let people = stored["people"].as_array().unwrap();
    assert!(people.len() > 3 && people.len() <= 25, "{stored}");
    let first = people[0]["id"].as_i64().unwrap();
    assert!(text.contains(&format!("canary-name {first}<")), "{text}");
    story.say(&["person", "delete", &first.to_string(), "--confirm", &format!("canary-name {first}")]);
    let text = page(&mut story.stranger(), &named).await;
    assert!(!text.contains(&format!("canary-name {first}<")) && text.contains("canary-name"), "{text}");
}

#[tokio::test]
async fn within_days_a_report_says_what_can_be_said_exactly() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let day = async |ago: i32| -> String { story.sees(&format!("select (current_date - {ago})::text")).await };
    let (first, last) = (day(14).await, day(5).await);
    let counted: Value = story
        .sees("select json_build_array(count(distinct e.person_id), count(*)) from engagements e
            where e.engaged_on between current_date - 14 and current_date - 5
              and exists (select from campaign_posts l join campaigns c on c.id = l.campaign_id where l.post_id = e.post_id and c.name = 'Spring')")
        .await;
    let days = [("first_day", first.as_str()), ("last_day", last.as_str())];
    let path = story.report(&["Spring"], &days).await;
    let text = page(&mut story.stranger(), &path).await;
    assert_eq!(
        (figure(&text, "People who responded"), figure(&text, "Responses")),
        (counted[0].to_string(), counted[1].to_string())
    );
    assert!(counted[0].as_i64() > Some(0), "the story has somebody in these days");
    // Six of the ten days that the ad reports, at 10.50 each; how often posts were seen is known of their whole lives alone.
    assert_eq!(figure(&text, "Spent on ads"), "63.00");
    assert!(!text.contains("Times seen") && text.contains("left out, rather than guessed"), "{text}");
    // A month says nothing of these days.
    story.run("update ad_metrics_daily set last_day = day + 30").await;
    let path = story.report(&["Spring"], &days).await;
    let text = page(&mut story.stranger(), &path).await;
    assert!(!text.contains("Spent on ads") && text.contains("What they cost is not known for these days"), "{text}");
    // Of organic campaigns nothing was paid.
    let path = story.report(&["Summer"], &[]).await;
    assert!(page(&mut story.stranger(), &path).await.contains("Nothing was paid"));
}

#[tokio::test]
async fn a_report_is_of_the_personas_that_were_chosen_and_of_no_other_clients() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let makers: String = story.sees("select id::text from personas where name = 'Makers'").await;
    let mut fields = story.wanted(&["Spring"], &[]).await;
    fields.retain(|(key, value)| key != "persona" || *value == makers);
    let reply = story.ask(&fields).await;
    let link = body(&reply).split_once("data-copy=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let text = page(&mut story.stranger(), &link[link.find("/report").unwrap()..]).await;
    assert!(text.contains("Makers") && !text.contains("Deciders") && !text.contains("Nobody</strong>"), "{text}");
    let makers: i64 = story
        .sees("select people::bigint from app.campaign_persona_counts n join personas q on q.id = n.persona_id join campaigns c on c.id = n.campaign_id
            where q.name = 'Makers' and c.name = 'Spring'")
        .await;
    assert_eq!(figure(&text, "People you wanted"), makers.to_string());
}

#[tokio::test]
async fn s22_who_opens_too_many_waits_and_nothing_is_looked_up_for_them() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let path = story.report(&["Spring"], &[]).await;
    let mut stranger = story.stranger();
    let mut waits = None;
    for _ in 0..80 {
        let reply = stranger.get(&path).await;
        if reply.status == 429 {
            waits = Some(reply);
            break;
        }
        assert_eq!(reply.status, 200, "{}", reply.whole);
    }
    let waits = waits.expect("sixty at once are enough for anybody");
    assert!(waits.header("retry-after").is_some() && body(&waits).contains("One moment"), "{}", waits.whole);
    let opened: i32 = story.sees("select opened from reports").await;
    // The limit is the same for what opens nothing, so that it tells nothing.
    story.run("update guess_limits set theoretical_arrival = clock_timestamp() + interval '1 hour'").await;
    let mut answers = Vec::new();
    for path in [path.as_str(), "/report?token=x"] {
        answers.push(stranger.get(path).await);
    }
    assert_eq!((answers[0].status, answers[1].status), (429, 429));
    assert_eq!(story.sees::<i32>("select opened from reports").await, opened);
    story.run("update guess_limits set theoretical_arrival = clock_timestamp()").await;
    assert_eq!(stranger.get(&path).await.status, 200);
}

#[tokio::test]
async fn who_may_make_reports_and_who_may_not() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.report(&["Spring"], &[]).await;
    let id: String = story.sees("select id::text from reports").await;
    let fields = story.wanted(&["Spring"], &[]).await;
    let fields: Vec<(&str, &str)> = fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let mut editor = story.sign_in("eva@mail.example", &["--role", "editor"]).await;
    let mut viewer = story.sign_in("lea@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("kim@mail.example", &["--role", "client", "--campaign", "Spring"]).await;
    assert_eq!(editor.post("/reports", &fields).await.status, 200);
    let seen = page(&mut viewer, "/reports").await;
    assert!(
        seen.contains("For &#60;Acme&#62;") && !seen.contains("/revoke") && !seen.contains("/reports/new"),
        "{seen}"
    );
    assert!(!seen.contains("token="), "a link is shown once: {seen}");
    assert!(page(&mut viewer, &format!("/reports/{id}")).await.contains("People who responded"));
    for path in ["/reports".to_owned(), format!("/reports/{id}/revoke")] {
        assert_eq!(viewer.post(&path, &fields).await.status, 403, "{path}");
        assert_eq!(client.post(&path, &fields).await.status, 403, "{path}");
    }
    for path in ["/reports", "/reports/new", &format!("/reports/{id}")] {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut other = story.sign_in_to("second", "mia@mail.example", &["--role", "owner"]).await;
    assert_eq!(other.get(&format!("/reports/{id}")).await.status, 404);
    assert_eq!(other.post(&format!("/reports/{id}/revoke"), &[]).await.status, 404);
    // A campaign of another team is none that there is.
    let reply = other.post("/reports", &fields).await;
    assert!(reply.status == 422 && body(&reply).contains("no such campaign"), "{}", reply.whole);
    assert_eq!(story.sees::<i64>("select count(*) from reports where revoked_at is null").await, 2);
    // What is wrong stands at its field, and what was typed stays.
    for (key, wrong, words) in
        [("title", "", "needed"), ("good_for", "366", "1 to 365"), ("first_day", "soon", "2026-01-31")]
    {
        let fields = story.wanted(&["Spring"], &[("title", "Kept &"), (key, wrong)]).await;
        let reply = story.ask(&fields).await;
        assert_eq!(reply.status, 422, "{key}");
        assert!(
            body(&reply).contains(words) && body(&reply).contains(&format!("id=\"p-{key}\"")),
            "{key}: {}",
            body(&reply)
        );
        assert!(key == "title" || body(&reply).contains("Kept &#38;"), "{}", body(&reply));
    }
}
