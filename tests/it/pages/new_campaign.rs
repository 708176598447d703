//! A campaign is planned step by step, changed and deleted.

use super::{PEOPLE, Story, body};

impl Story {
    async fn told(&self, sql: &str) -> String {
        self.owner.query_one(sql, &[]).await.unwrap().get::<_, Option<String>>(0).unwrap_or_default()
    }

    /// The fields that a page would send: what is hidden, and the values and choices that stand in it.
    async fn sends(&mut self, path: &str) -> Vec<(String, String)> {
        let page = self.page(path).await;
        let form = page.split_once("<form class=\"card\"").unwrap().1.split_once("</form>").unwrap().0;
        let of = |tag: &str, name: &str| {
            let value = tag.split_once(&format!("{name}=\"")).map(|(_, rest)| rest.split_once('"').unwrap().0);
            value.map(|value| value.replace("&#39;", "'").replace("&#38;", "&"))
        };
        let mut sends = Vec::new();
        for tag in form.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let is_sent =
                !(tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")) || tag.contains(" checked");
            // What has no name is the page's own.
            if let Some(name) = of(tag, "name").filter(|_| is_sent) {
                sends.push((name, of(tag, "value").unwrap_or_default()));
            }
        }
        for select in form.split("<select").skip(1).map(|rest| rest.split("</select>").next().unwrap()) {
            let options: Vec<&str> = select.split("<option").skip(1).collect();
            let chosen = options.iter().find(|option| option.contains(" selected")).or(options.first()).unwrap();
            sends.push((of(select, "name").unwrap(), of(chosen, "value").unwrap()));
        }
        sends
    }
}

fn query(fields: &[(String, String)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn with(mut fields: Vec<(String, String)>, more: &[(&str, &str)]) -> Vec<(String, String)> {
    for (key, _) in more {
        fields.retain(|(name, _)| name != key);
    }
    fields.extend(more.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())));
    fields
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn what_a_campaign_is_for_and_how_it_is_published_decide_what_is_offered() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let makers = story.told("select id::text from personas where name = 'Makers'").await;
    let strategy = story.told("select id::text from campaign_strategies where name = 'Customer proof'").await;
    let asked = |objective: &str, published: &str| {
        let fields = [
            ("name", "Winter leads"),
            ("objective", objective),
            ("persona", &makers),
            ("type", published),
            ("strategy", &strategy),
        ];
        query(&with(Vec::new(), &fields))
    };
    for (objective, words) in [("lead_generation", "For lead generation."), ("engagement", "For engagement.")] {
        let page = story.page(&format!("/campaigns/new/strategy?{}", asked(objective, ""))).await;
        let recommended = page.split("All others").next().unwrap();
        // The first choice is none.
        let those: Vec<bool> = recommended.split("type=\"radio\"").skip(2).map(|one| one.contains(words)).collect();
        assert!(those[0] && those.is_sorted_by(|one, two| one >= two), "{objective}: {those:?}");
    }
    for (published, budget) in [("sponsored_content", "1500"), ("organic", "")] {
        let plan = story.sends(&format!("/campaigns/new/plan?{}", asked("", published))).await;
        assert_eq!(
            plan.iter().find(|(name, _)| name == "budget").unwrap().1,
            budget,
            "nothing is paid for organic posts"
        );
    }
}

#[tokio::test]
async fn whoever_plans_for_longer_than_half_a_year_hears_that_the_plan_ends_before() {
    let mut story = Story::begin().await;
    let strategy = story.told("select id::text from campaign_strategies where name = 'Customer proof'").await;
    for (end, is_told) in [("2027-05-30", false), ("2027-12-01", true)] {
        let fields = [("name", "Long"), ("strategy", &*strategy), ("start_date", "2026-12-01"), ("end_date", end)];
        let page = story.page(&format!("/campaigns/new/calendar?{}", query(&with(Vec::new(), &fields)))).await;
        assert!(page.contains("name=\"slot\"") && page.contains("end before the campaign does") == is_told, "{page}");
    }
}

#[tokio::test]
async fn a_campaign_is_planned_step_by_step_and_stored_by_the_last() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("update tenants set time_zone = 'Asia/Tokyo'").await;
    let makers = story.told("select id::text from personas where name = 'Makers'").await;
    let strategy = story.told("select id::text from campaign_strategies where name = 'Customer proof'").await;
    let before = story.told("select count(*)::text from campaigns").await;

    let fields = story.sends("/campaigns/new").await;
    let fields = with(
        fields,
        &[
            ("name", "Autumn & more"),
            ("objective", "lead_generation"),
            ("group", "New group"),
            ("type", "sponsored_content"),
        ],
    );
    let fields = story.sends(&format!("/campaigns/new/personas?{}", query(&fields))).await;
    let fields = with(fields, &[("persona", &makers)]);
    let page = story.page(&format!("/campaigns/new/strategy?{}", query(&fields))).await;
    // What is recommended is what the command line recommends, with its reason.
    let advice: serde_json::Value =
        serde_json::from_str(&story.say(&["--json", "strategy", "recommend", "Makers"])).unwrap();
    assert!(!advice.as_array().unwrap().is_empty());
    for one in advice.as_array().unwrap() {
        let reason = one["recommendation_reason"].as_str().unwrap().replace('\'', "&#39;");
        assert!(page.contains(&format!("<strong>Makers</strong>: {reason}")), "{reason}: {page}");
    }
    assert!(page.contains("All others"), "{page}");
    let fields = story.sends(&format!("/campaigns/new/strategy?{}", query(&fields))).await;
    let fields = with(fields, &[("strategy", &strategy)]);
    // The plan begins with what the strategy says, and what is typed stays, also on the way back.
    let planned = story.sends(&format!("/campaigns/new/plan?{}", query(&fields))).await;
    let value = |key: &str| planned.iter().find(|(name, _)| name == key).unwrap().1.clone();
    let weeks = "select (date '{last}' - date '{first}' + 1)::text || ' ' || extract(isodow from date '{first}')";
    let weeks = weeks.replace("{first}", &value("start_date")).replace("{last}", &value("end_date"));
    let told =
        story.told("select 7 * duration_weeks || ' 1' from campaign_strategies where name = 'Customer proof'").await;
    assert_eq!(story.told(&weeks).await, told);
    assert_eq!((value("budget"), value("kpi_target")), ("1500".to_owned(), "0.5 %".to_owned()));
    let fields = with(planned, &[("budget", "2000"), ("start_date", "2026-12-01"), ("end_date", "2026-12-10")]);
    assert!(story.page(&format!("/campaigns/new/plan?{}", query(&fields))).await.contains("value=\"2000\""));
    assert!(
        story
            .page(&format!("/campaigns/new/objective?{}", query(&fields)))
            .await
            .contains("value=\"Autumn &#38; more\"")
    );
    // Tuesdays and Thursdays at nine; one of them is taken off, another gets a title of its own.
    let fields = story.sends(&format!("/campaigns/new/calendar?{}", query(&fields))).await;
    let slots: Vec<String> = fields.iter().filter(|(key, _)| key == "slot").map(|(_, slot)| slot.clone()).collect();
    assert_eq!(slots, ["2026-12-01T09:00", "2026-12-03T09:00", "2026-12-08T09:00", "2026-12-10T09:00"]);
    let mut fields = with(fields, &[("title.2026-12-01T09:00", "The first")]);
    fields.retain(|(key, value)| key != "slot" || value != "2026-12-10T09:00");
    let back = story.page(&format!("/campaigns/new/calendar?{}", query(&fields))).await;
    assert!(back.contains("value=\"The first\"") && back.contains("value=\"2026-12-10T09:00\">"), "{back}");
    // Whoever changes the days has not seen the slots of the new ones, which are all planned.
    let later = with(fields.clone(), &[("start_date", "2026-12-07"), ("end_date", "2026-12-13")]);
    let page = story.page(&format!("/campaigns/new/review?{}", query(&later))).await;
    assert!(page.contains("2\u{a0}drafts"), "{page}");
    let review = format!("/campaigns/new/review?{}", query(&fields));
    let page = story.page(&review).await;
    let told = "Autumn &#38; more|Makers|Customer proof|2\u{202f}000.00 |1 Dec 2026 to 10 Dec 2026|3\u{a0}drafts";
    for words in told.split('|') {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(story.told("select count(*)::text from campaigns").await, before, "nothing is stored yet");
    let fields = story.sends(&review).await;
    let reply = story.browser.post("/campaigns", &borrowed(&fields)).await;
    let id = story.id("Autumn & more").await;
    assert_eq!(reply.header("location").unwrap(), format!("/campaigns/{id}?did=campaign-created"), "{}", reply.whole);
    let stored = "select concat_ws('|', c.objective, c.status, c.budget, c.start_date, c.end_date, c.kpi_target, s.name, g.name) from campaigns c
        join campaign_strategies s on s.id = c.strategy_id join campaign_groups g on g.id = c.campaign_group_id where c.name = 'Autumn & more'";
    assert_eq!(
        story.told(stored).await,
        "lead_generation|draft|2000.00|2026-12-01|2026-12-10|0.0050|Customer proof|New group"
    );
    // By the team's clock.
    let entries = "select string_agg(concat_ws('|', title, scheduled_at at time zone 'Asia/Tokyo', status, strategy_slot, is_paid), ' ' order by scheduled_at)
        from content_calendar where campaign_id = (select id from campaigns where name = 'Autumn & more')";
    let entries = story.told(entries).await;
    assert!(
        entries.starts_with("The first|2026-12-01 09:00:00|draft|Week 1, 1 of 2|t ")
            && entries.matches("09:00:00").count() == 3
            && entries.matches("|t").count() == 3,
        "{entries}"
    );
    assert!(story.page(&format!("/campaigns/{id}?did=campaign-created")).await.contains("The campaign is there."));
    // Whom it is meant for stays, although nobody of them has engaged yet, and its report measures it by them.
    assert_eq!(story.told(&meant(id)).await, "Makers");
    let page = story.page(&format!("/campaigns/{id}")).await;
    let table = page.split_once("id=\"who\"").unwrap().1;
    assert!(
        page.contains("Makers</span>") && table.contains("Makers</a> <span class=\"badge\">Meant</span>"),
        "{page}"
    );
    let chosen = story.page(&format!("/reports/new?campaign={id}")).await;
    let chosen: Vec<&str> = chosen
        .split("name=\"persona\" value=\"")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap())
        .filter(|rest| rest.ends_with("checked"))
        .map(|rest| &rest[..36])
        .collect();
    assert_eq!(chosen, [makers.as_str()]);
}

#[tokio::test]
async fn what_is_planned_for_a_campaign_is_paid_for_if_the_campaign_is() {
    let mut story = Story::begin().await;
    for (name, kind, is_paid) in [("Bought", "sponsored_content", true), ("Earned", "organic", false)] {
        story.say(&["campaign", "create", name, "--type", kind]);
        let id = story.id(name).await;
        let entry = story.page(&format!("/calendar/new?campaign={id}")).await;
        assert_eq!(entry.contains("name=\"paid\" value=\"yes\" checked"), is_paid, "{name}: {entry}");
    }
}

/// The names of those whom a campaign is meant for.
fn meant(campaign: i32) -> String {
    format!(
        "select string_agg(q.name, ', ' order by q.name) from campaign_personas a join personas q on q.id = a.persona_id where a.campaign_id = {campaign}"
    )
}

#[tokio::test]
async fn what_is_wrong_with_a_step_stands_at_its_field_and_nothing_is_stored() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    let taken = story.told("select min(name) from campaigns").await;
    let before = story.told("select count(*)::text from campaigns").await;
    let strategy = story.told("select id::text from campaign_strategies where name = 'Customer proof'").await;
    let hostile = "\"><script>alert(1)</script>";
    for (key, value, field, heading) in [
        ("name", " ", "name", "Objective"),
        ("name", taken.as_str(), "name", "Objective"),
        ("strategy", "00000000-0000-4000-8000-000000000000", "strategy", "Strategy"),
        ("budget", "1,500", "budget", "Budget and dates"),
        ("end_date", "2025-01-01", "end_date", "Budget and dates"),
        ("start_date", "tomorrow", "start_date", "Budget and dates"),
        ("kpi_target", hostile, "kpi_target", "Budget and dates"),
        ("kpi_target", "3", "kpi_target", "Budget and dates"),
    ] {
        let fields = [
            ("name", "Fine"),
            ("start_date", "2026-01-01"),
            ("description", hostile),
            ("strategy", strategy.as_str()),
            ("planned_for", strategy.as_str()),
        ]
        .into_iter()
        .filter(|(name, _)| *name != key)
        .chain([(key, value)]);
        let fields: Vec<(String, String)> = fields.map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        let review = story.browser.get(&format!("/campaigns/new/review?{}", query(&fields))).await;
        let last = story.browser.post("/campaigns", &borrowed(&fields)).await;
        for reply in [&review, &last] {
            let page = body(reply);
            assert_eq!(reply.status, 422, "{field}: {page}");
            assert!(page.contains(&format!("id=\"p-{field}\"")) && page.contains("role=\"alert\""), "{field}: {page}");
            assert!(
                page.contains(&format!("<h2>{heading}</h2>")) && !page.contains("<script>alert"),
                "{field}: {page}"
            );
            assert!(page.contains("&#60;script&#62;alert(1)"), "what was typed stays: {page}");
        }
    }
    assert_eq!(story.told("select count(*)::text from campaigns").await, before);
    assert_eq!(story.browser.get("/campaigns/new/nowhere").await.status, 404);
    // A title of the calendar that is none takes the campaign back with it.
    let seen = format!("{strategy} 2026-12-01 2026-12-02");
    let fields = [
        ("name", "Half"),
        ("strategy", strategy.as_str()),
        ("start_date", "2026-12-01"),
        ("end_date", "2026-12-02"),
        ("slots", seen.as_str()),
        ("slot", "2026-12-01T09:00"),
        ("title.2026-12-01T09:00", "a\tb\u{1}"),
    ];
    assert_eq!(story.browser.post("/campaigns", &fields).await.status, 422);
    assert_eq!(story.told("select count(*)::text from campaigns").await, before);
}

#[tokio::test]
async fn a_campaign_is_changed_and_deleted_from_its_page() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.say(&["campaign", "create", "Late", "--budget", "1000.50"]);
    let id = story.id("Late").await;
    let mut fields = story.sends(&format!("/campaigns/{id}/edit")).await;
    assert!(fields.contains(&("budget".to_owned(), "1000.5".to_owned())), "{fields:?}");
    // Sent as it is, it changes nothing: not even that its posts say what type it is.
    let said = format!("select to_jsonb(c)::text from campaigns c where id = {id}");
    let said = said.replace("to_jsonb(c)", "(to_jsonb(c) - 'updated_at')");
    let there = story.told(&said).await;
    let reply = story.browser.post(&format!("/campaigns/{id}"), &borrowed(&fields)).await;
    assert_eq!(reply.header("location").unwrap(), format!("/campaigns/{id}?did=campaign-changed"));
    assert_eq!(story.told(&said).await, there);
    let strategy = story.told("select id::text from campaign_strategies where name = 'Thought leadership'").await;
    fields = with(
        fields,
        &[
            ("name", "Later"),
            ("status", "paused"),
            ("budget", ""),
            ("start_date", "2026-06-01"),
            ("strategy", &strategy),
        ],
    );
    assert_eq!(story.browser.post(&format!("/campaigns/{id}"), &borrowed(&fields)).await.status, 303);
    // A persona that is active no more stays until it is taken away, and can be.
    let makers = story.told("select id::text from personas where name = 'Makers'").await;
    let chosen: Vec<_> = fields.iter().cloned().chain([("persona".to_owned(), makers)]).collect();
    assert_eq!(story.browser.post(&format!("/campaigns/{id}"), &borrowed(&chosen)).await.status, 303);
    story.run("update personas set is_active = false where name = 'Makers'").await;
    let chosen = story.sends(&format!("/campaigns/{id}/edit")).await;
    assert_eq!(story.browser.post(&format!("/campaigns/{id}"), &borrowed(&chosen)).await.status, 303);
    assert_eq!(story.told(&meant(id)).await, "Makers");
    assert_eq!(story.browser.post(&format!("/campaigns/{id}"), &borrowed(&fields)).await.status, 303);
    assert_eq!(story.told(&meant(id)).await, "");
    assert!(!story.page(&format!("/campaigns/{id}/edit")).await.contains("Makers"));
    let now = format!(
        "select concat_ws('|', c.name, c.status, c.budget, c.start_date, s.name) from campaigns c join campaign_strategies s on s.id = c.strategy_id where c.id = {id}"
    );
    assert_eq!(story.told(&now).await, "Later|paused|2026-06-01|Thought leadership");
    for (key, value, field) in [
        ("name", "", "name"),
        ("end_date", "2026-05-01", "end_date"),
        ("budget", "-1", "budget"),
        ("status", "gone", "status"),
    ] {
        let wrong = with(fields.clone(), &[(key, value), ("description", "typed")]);
        let reply = story.browser.post(&format!("/campaigns/{id}"), &borrowed(&wrong)).await;
        assert!(reply.status == 422 && body(&reply).contains(&format!("id=\"p-{field}\"")), "{field}: {}", reply.whole);
        assert!(body(&reply).contains("typed</textarea>"), "{field}");
    }
    let other = story.told(&format!("select min(name) from campaigns where id <> {id}")).await;
    let reply =
        story.browser.post(&format!("/campaigns/{id}"), &borrowed(&with(fields.clone(), &[("name", &other)]))).await;
    assert!(
        reply.status == 422 && body(&reply).contains("id=\"p-name\"") && !body(&reply).contains("rapport campaign"),
        "{}",
        reply.whole
    );

    let posts = "select count(*)::text from posts";
    let before = story.told(posts).await;
    story.run(&format!("insert into content_calendar (title, scheduled_at, campaign_id) values ('An entry', now(), {id}); insert into campaign_posts (campaign_id, post_id) select {id}, min(id) from posts")).await;
    let ask = story.page(&format!("/campaigns/{id}/delete")).await;
    assert!(ask.contains("1\u{a0}entry of the calendar") && ask.contains("Its 1\u{a0}post,"), "{ask}");
    let reply = story.browser.post(&format!("/campaigns/{id}/delete"), &[]).await;
    assert_eq!(reply.header("location"), Some("/campaigns?did=campaign-deleted"));
    assert!(story.page("/campaigns?did=campaign-deleted").await.contains("The campaign is gone."));
    assert_eq!((story.browser.get(&format!("/campaigns/{id}")).await.status, story.told(posts).await), (404, before));
}

#[tokio::test]
async fn campaigns_are_made_and_changed_by_those_who_may_in_their_own_tenant() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.say(&["campaign", "create", "Late"]);
    let id = story.id("Late").await;
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story
        .run("insert into campaigns (tenant_id, id, name) select id, 7777, 'Their secret' from tenants where slug = 'second';
              insert into personas (tenant_id, name) select id, 'Their persona' from tenants where slug = 'second';
              insert into campaign_strategies (tenant_id, name, type) select id, 'Their strategy', 'awareness' from tenants where slug = 'second'")
        .await;
    let persona = story.told("select id::text from personas where name = 'Their persona'").await;
    let theirs = story.told("select id::text from campaign_strategies where name = 'Their strategy'").await;
    for path in ["/edit", "/delete"] {
        let there = story.browser.get(&format!("/campaigns/7777{path}")).await;
        let none = story.browser.get(&format!("/campaigns/7778{path}")).await;
        assert_eq!((there.status, body(&there)), (404, body(&none)), "{path}");
    }
    for path in ["", "/delete"] {
        assert_eq!(story.browser.post(&format!("/campaigns/7777{path}"), &[("name", "x")]).await.status, 404, "{path}");
    }
    // Another tenant's strategy is none, nor is their persona, for a new campaign and for one that there is.
    for path in ["/campaigns".to_owned(), format!("/campaigns/{id}")] {
        for (field, value) in [("strategy", &theirs), ("persona", &persona)] {
            let reply = story.browser.post(&path, &[("name", "Mine"), (field, value)]).await;
            let page = body(&reply);
            assert!(reply.status == 422 && page.contains(&format!("id=\"p-{field}\"")), "{path}: {}", reply.whole);
            assert!(!page.contains("Their"), "{path}: {page}");
        }
    }
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    let mut client = story.sign_in("eva@mail.example", &["--role", "client", "--campaign", "Late"]).await;
    for browser in [&mut viewer, &mut client] {
        for path in ["/campaigns".to_owned(), format!("/campaigns/{id}")] {
            let shown = super::page(browser, &path).await;
            for button in ["/campaigns/new", "/edit\"", "/delete\""] {
                assert!(!shown.contains(button), "{path} shows {button}");
            }
        }
        for path in [
            "/campaigns/new",
            "/campaigns/new/review?name=x",
            &format!("/campaigns/{id}/edit"),
            &format!("/campaigns/{id}/delete"),
        ] {
            let reply = browser.get(path).await;
            assert!(reply.status == 403 && body(&reply).contains("editor"), "{path}: {}", reply.whole);
        }
        for path in ["/campaigns".to_owned(), format!("/campaigns/{id}"), format!("/campaigns/{id}/delete")] {
            assert_eq!(browser.post(&path, &[("name", "x")]).await.status, 403, "{path}");
        }
    }
    assert_eq!(
        story
            .told("select string_agg(name, ',') from campaigns where name in ('x', 'Mine', 'Late', 'Their secret')")
            .await
            .split(',')
            .count(),
        2
    );
}
