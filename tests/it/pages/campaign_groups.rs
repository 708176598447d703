//! The pages of campaign groups: what campaigns came to together, and for whom.

use super::{PEOPLE, Story, body, page};

impl Story {
    async fn strings(&self, sql: &str) -> Vec<String> {
        self.owner.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
    }

    async fn group(&self, name: &str) -> i32 {
        self.owner.query_one("select id from campaign_groups where name = $1", &[&name]).await.unwrap().get(0)
    }
}

/// A key figure of a page.
fn figure(page: &str, words: &str) -> String {
    let rest = page
        .split_once(&format!("<dt>{words}</dt><dd class=\"figure\">"))
        .unwrap_or_else(|| panic!("{words}: {page}"))
        .1;
    rest.split(['<', ' ']).next().unwrap().to_owned()
}

/// The rows of a table of three columns that hold text.
fn rows<'a>(page: &'a str, table: &str) -> impl Iterator<Item = [String; 3]> + use<'a> {
    let table =
        page.split_once(&format!("aria-labelledby=\"{table}\">\n<table")).unwrap().1.split("</table>").next().unwrap();
    table.split("<tr><td").skip(1).map(|row| {
        let texts = row.split('>').skip(1).filter_map(|part| part.split('<').next()).map(str::trim);
        let mut texts = texts.filter(|text| !text.is_empty()).map(str::to_owned);
        std::array::from_fn(|_| texts.next().unwrap())
    })
}

#[tokio::test]
async fn a_group_is_made_filled_counted_and_deleted() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    assert!(story.page("/campaign-groups").await.contains("No group yet"));
    let said = [
        ("name", "Acme & Co"),
        ("client_name", "<Acme>"),
        ("status", "active"),
        ("budget", "1500"),
        ("currency", "eur"),
    ];
    let reply = story.browser.post("/campaign-groups", &said).await;
    let id = story.group("Acme & Co").await;
    assert_eq!(reply.header("location"), Some(format!("/campaign-groups/{id}?did=group-made").as_str()));
    assert!(story.page(&format!("/campaign-groups/{id}")).await.contains("No campaign is in this group yet"));
    let again = story.browser.post("/campaign-groups", &said).await;
    assert!(again.status == 422 && body(&again).contains("exists already") && body(&again).contains("id=\"p-name\""));
    for (name, budget) in [("Spring", "105.00"), ("Summer", "105.00")] {
        let campaign = story.id(name).await.to_string();
        let reply =
            story.browser.post(&format!("/campaign-groups/{id}/campaigns"), &[("campaign", campaign.as_str())]).await;
        assert_eq!(reply.status, 303, "{}", reply.whole);
        let page = story.page(&format!("/campaign-groups/{id}")).await;
        assert!(page.contains(&format!("<a href=\"/campaigns/{campaign}\">{name}</a>")), "{page}");
        assert_eq!(figure(&page, "Spend"), budget);
    }
    // Spring and Summer share a post, and people.
    let row = story
        .owner
        .query_one(
            "with e as (select e.* from engagements e where exists (select from campaign_posts l join campaigns c on c.id = l.campaign_id
               where l.post_id = e.post_id and c.name in ('Spring', 'Summer')))
             select count(distinct person_id), count(*), count(distinct person_id) filter (where person_id in (select person_id from targets where is_active)) from e",
            &[],
        )
        .await
        .unwrap();
    let (people, engagements, targeted): (i64, i64, i64) = (row.get(0), row.get(1), row.get(2));
    // Companies by the record, by a word of the source's and by a human's, and people of whom none is known.
    story.run("insert into companies (id, name, name_key) values (901, 'Acme', 'acme'), (902, 'Globex', 'globex');
        update persons set company_id = case id % 5 when 0 then 901 when 1 then 902 end, current_company = case id % 5 when 2 then 'Acme' end,
          company_override = case id % 10 when 1 then ' Initech ' end").await;
    let personas = story.strings("select format('%s: %s people, %s engagements', q.name, count(distinct e.person_id), count(*)) from engagements e
        join targets t on t.person_id = e.person_id and t.is_active join personas q on q.id = t.persona_id
        where e.post_id in (select l.post_id from campaign_posts l join campaigns c on c.id = l.campaign_id where c.name in ('Spring', 'Summer'))
        group by q.name order by count(distinct e.person_id) desc, q.name").await;
    let companies = story.strings("select format('%s: %s people, %s on target', company, count(*), count(*) filter (where is_target)) from (
          select distinct p.id, coalesce(btrim(p.company_override), c.name, p.current_company) as company,
            p.id in (select person_id from targets where is_active) as is_target
          from engagements e join persons p on p.id = e.person_id left join companies c on c.id = p.company_id
          where e.post_id in (select l.post_id from campaign_posts l join campaigns c on c.id = l.campaign_id where c.name in ('Spring', 'Summer'))) x
        where company is not null group by company order by count(*) filter (where is_target) desc, count(*) desc, company").await;
    assert!(personas.len() == 2 && companies.len() == 3, "{personas:?} {companies:?}");
    for is_folded in [false, true] {
        if is_folded {
            story.run("select app.keep_up()").await;
        }
        let page = story.page(&format!("/campaign-groups/{id}")).await;
        for (words, number) in [("People reached", people), ("On target", targeted), ("Engagements", engagements)] {
            assert_eq!(figure(&page, words), number.to_string(), "{words}");
        }
        let row = |[name, people, last]: [String; 3], words| format!("{name}: {people} people, {last} {words}");
        assert_eq!(rows(&page, "who").map(|row_of| row(row_of, "engagements")).collect::<Vec<_>>(), personas);
        assert_eq!(rows(&page, "where").map(|row_of| row(row_of, "on target")).collect::<Vec<_>>(), companies);
    }
    let sum: i64 = story
        .owner
        .query_one(
            "select sum(unique_engagers) from app.campaign_dashboard where campaign in ('Spring', 'Summer')",
            &[],
        )
        .await
        .unwrap()
        .get(0);
    assert!(sum > people, "the story has people of both");
    assert!(
        story.page("/campaigns").await.contains(&format!("href=\"/campaign-groups/{id}\"")),
        "the list leads to it"
    );

    let spring = story.id("Spring").await.to_string();
    let out = [("campaign", spring.as_str()), ("then", "out")];
    assert_eq!(story.browser.post(&format!("/campaign-groups/{id}/campaigns"), &out).await.status, 303);
    assert!(!story.page(&format!("/campaign-groups/{id}")).await.contains(">Spring</a>"));
    let edited = [("name", "Acme"), ("status", "paused"), ("start_date", "2026-03-02"), ("end_date", "2026-03-01")];
    let reply = story.browser.post(&format!("/campaign-groups/{id}"), &edited).await;
    assert!(reply.status == 422 && body(&reply).contains("ends after it starts"), "{}", reply.whole);
    assert_eq!(story.browser.post(&format!("/campaign-groups/{id}"), &edited[..2]).await.status, 303);
    let list = story.page("/campaign-groups?text=acm").await;
    assert!(list.contains(">Acme</a>") && list.contains("Paused"), "{list}");
    assert!(story.page(&format!("/campaign-groups/{id}/delete")).await.contains("Its 1\u{a0}campaign stay"));
    assert_eq!(story.browser.post(&format!("/campaign-groups/{id}/delete"), &[]).await.status, 303);
    assert_eq!(story.browser.get(&format!("/campaign-groups/{id}")).await.status, 404);
    assert!(story.page("/campaigns").await.contains(">Summer</a>"));
}

#[tokio::test]
async fn who_may_not_change_a_group_is_offered_no_way_to_and_a_client_sees_their_campaigns_of_it() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    story.run("insert into campaign_groups (name) values ('All'), ('Empty'); update campaigns set campaign_group_id = (select id from campaign_groups where name = 'All')").await;
    let (id, empty) = (story.group("All").await, story.group("Empty").await);
    let path = format!("/campaign-groups/{id}");
    let mut viewer = story.sign_in("lea@mail.example", &["--role", "viewer"]).await;
    let seen = page(&mut viewer, &path).await;
    assert!(
        !seen.contains("/edit\"")
            && !seen.contains("out of the group")
            && !seen.contains("Put in")
            && !seen.contains("Share a report"),
        "{seen}"
    );
    let mut client = story.sign_in("kim@mail.example", &["--role", "client", "--campaign", "Summer"]).await;
    let theirs = page(&mut client, &path).await;
    assert!(theirs.contains(">Summer</a>") && !theirs.contains("Spring") && !theirs.contains("Autumn"), "{theirs}");
    let people: i64 = story
        .owner
        .query_one("select unique_engagers::bigint from app.campaign_dashboard where campaign = 'Summer'", &[])
        .await
        .unwrap()
        .get(0);
    assert_eq!(figure(&theirs, "People reached"), people.to_string());
    assert_ne!(figure(&seen, "People reached"), people.to_string(), "others see more");
    // What a client sees nothing of is not there for them, and neither is another team's.
    let hidden = client.get(&format!("/campaign-groups/{empty}")).await;
    let absent = client.get("/campaign-groups/2147483647").await;
    assert_eq!((hidden.status, body(&hidden)), (404, body(&absent)));
    assert_eq!(client.get("/campaign-groups").await.status, 403);
    for who in [&mut viewer, &mut client] {
        for path in ["/campaign-groups".to_owned(), path.clone(), format!("{path}/campaigns"), format!("{path}/delete")]
        {
            assert_eq!(
                who.post(&path, &[("name", "Taken"), ("status", "active"), ("campaign", "1")]).await.status,
                403,
                "{path}"
            );
        }
    }
    story.say(&["tenant", "add", "second", "--bare"]);
    let mut other = story.sign_in_to("second", "mia@mail.example", &["--role", "owner"]).await;
    for path in [path.clone(), format!("{path}/edit"), format!("{path}/delete"), "/campaign-groups/x".to_owned()] {
        assert_eq!(other.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(other.post(&format!("{path}/delete"), &[]).await.status, 404);
    assert!(story.page(&path).await.contains(">Spring</a>"));
}
