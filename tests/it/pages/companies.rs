//! The pages of companies.

use serde_json::Value;

use super::{Story, body, read};

/// A hundred and thirty companies, some with nobody, and people who engaged before the last fold and after it.
const ACCOUNTS: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    delete from personas;
    insert into companies (id, name, name_key, industry, size_band) select 2000 + n, 'Company ' || to_char(n, 'FM000'), 'x',
      case when n % 3 = 0 then 'Mining' else 'Software Development' end, case when n % 2 = 0 then '11-50' else '51-200' end::size_band from generate_series(1, 130) n;
    insert into persons (id, name, seniority, functions, facts_from, company_id) select 1000 + n, 'Person ' || n, 'vp', case when n % 2 = 0 then '{marketing}' else '{sales}' end::job_function[],
      'headline', 2000 + n % 60 from generate_series(1, 200) n where n % 60 > 0;
    insert into personas (name, criteria) values ('Marketers', '{\"function\": {\"any\": [\"marketing\"]}}'), ('Sellers', '{\"function\": {\"any\": [\"sales\"]}}');
    insert into campaigns (id, name) values (901, 'Spring');
    insert into posts (id, title) values (901, 'First'), (902, 'Second');
    insert into campaign_posts (campaign_id, post_id) values (901, 901);
    insert into engagements (post_id, person_id, engagement_type, reaction_type, engaged_at)
    select 901 + id % 2, id, 'reaction', 'like', now() - id % 90 * interval '1 day' from persons where id % 3 > 0;
    select app.keep_up();
    insert into engagements (post_id, person_id, engagement_type) select 901, id, 'share' from persons where id % 5 = 0;
";

#[tokio::test]
async fn companies_show_what_the_command_line_says() {
    let mut story = Story::begin().await;
    story.run(ACCOUNTS).await;
    let rows: Value = serde_json::from_str(&story.say(&["--json", "company", "list", "--limit", "1000"])).unwrap();
    let rows = rows.as_array().unwrap();
    let csv = read(&story.page("/companies.csv").await);
    assert_eq!((rows.len(), csv.len()), (130, 130));
    for row in rows {
        let cells = &csv[row["name"].as_str().unwrap()];
        for (heading, key) in [
            ("People", "people"),
            ("Engaged", "engaged_people"),
            ("Engagements", "engagements"),
            ("Personas", "personas"),
            ("On target", "targets"),
        ] {
            assert_eq!(cells[heading], row[key].to_string(), "{row}");
        }
        assert_eq!(cells["Last engaged"], row["last_engaged_on"].as_str().unwrap_or_default(), "{row}");
    }
    for row in rows.iter().take(3) {
        let page = story.page(&format!("/companies/{}", row["company_id"])).await;
        for (words, key) in [
            ("People", "people"),
            ("Engaged", "engaged_people"),
            ("On target", "targets"),
            ("Engagements", "engagements"),
        ] {
            assert!(
                page.contains(&format!("<dt>{words}</dt><dd class=\"figure\">{}</dd>", row[key])),
                "{words}: {page}"
            );
        }
        let campaign: i64 = story
            .owner
            .query_one("select count(distinct e.person_id) from engagements e join persons p on p.id = e.person_id where p.company_id = ($1::bigint)::integer and e.post_id = 901", &[&row["company_id"].as_i64().unwrap()])
            .await
            .unwrap()
            .get(0);
        assert_eq!(page.contains(&format!("&amp;campaign=901\">{campaign}</a>")), campaign > 0, "{page}");
    }
}

#[tokio::test]
async fn what_campaigns_spent_is_divided_among_all_whom_they_reached() {
    let mut story = Story::begin().await;
    story.run(ACCOUNTS).await;
    let spent = |campaign: i32, currency: &str, spend: i32| {
        format!(
            "insert into ads (id, campaign_id, name) values ({campaign}, {campaign}, 'Ad {campaign}');
             insert into ad_metrics_daily (ad_id, day, last_day, currency, spend) values ({campaign}, current_date - 9, current_date - 1, '{currency}', {spend})"
        )
    };
    let part = "<dt>Spend that reached it</dt><dd class=\"figure\">";
    // Of whom the campaign reached, some work at the company; nobody has reported what it cost.
    let page = story.page("/companies/2004").await;
    assert!(page.contains(&format!("{part}–</dd><dd class=\"note\">no ad of these campaigns reported any")), "{page}");
    story.run(&spent(901, "EUR", 1000)).await;
    let share: f64 = story
        .owner
        .query_one(
            "select 1000 * count(distinct e.person_id) filter (where p.company_id = 2004)::float8 / count(distinct e.person_id)
             from engagements e join persons p on p.id = e.person_id where e.post_id = 901",
            &[],
        )
        .await
        .unwrap()
        .get(0);
    assert!(share > 0.0);
    let page = story.page("/companies/2004").await;
    assert!(page.contains(&format!("{part}{share:.2}\u{202f}EUR</dd>")), "{share}: {page}");
    assert!(page.contains(&format!("<td class=\"num wide\">{share:.2}\u{202f}EUR</td>")), "{share}: {page}");
    // Another campaign has the same posts and another currency.
    story.run("insert into campaigns (id, name) values (902, 'Summer'); insert into campaign_posts (campaign_id, post_id) values (902, 901)").await;
    story.run(&spent(902, "USD", 10)).await;
    let page = story.page("/companies/2004").await;
    assert!(page.contains(&format!("{part}–</dd><dd class=\"note\">in several currencies")), "{page}");
    assert!(page.contains(&format!("<td class=\"num wide\">{:.2}\u{202f}USD</td>", share / 100.0)), "{page}");
}

#[tokio::test]
async fn companies_are_filtered_sorted_and_turned() {
    let mut story = Story::begin().await;
    story.run(ACCOUNTS).await;
    let persona: String =
        story.owner.query_one("select id::text from personas where name = 'Sellers'", &[]).await.unwrap().get(0);
    let of_persona = format!("persona={persona}");
    let sellers = format!(
        "exists (select from persons p join targets t on t.person_id = p.id and t.is_active and t.persona_id = '{persona}' where p.company_id = c.id)"
    );
    let engaged = "exists (select from persons p join engagements e on e.person_id = p.id where p.company_id = c.id)";
    for (filter, truth) in [
        ("", "true"),
        ("text=COMPANY+12", "c.name like 'Company 12%'"),
        ("industry=Mining", "c.industry = 'Mining'"),
        ("size=11-50", "c.size_band = '11-50'"),
        ("engaged=yes", engaged),
        (of_persona.as_str(), sellers.as_str()),
        ("industry=Mining&size=11-50", "c.industry = 'Mining' and c.size_band = '11-50'"),
    ] {
        let sql = format!("select c.name from companies c where {truth} order by lower(c.name) desc");
        let wanted: Vec<String> = story.owner.query(&sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
        let (mut path, mut all) = (format!("/companies?sort=name&dir=desc&{filter}"), Vec::new());
        loop {
            let page = story.page(&path).await;
            let cells = page.split("<td class=\"name\"><a href=\"/companies/").skip(1);
            all.extend(cells.map(|cell| cell.split_once("\">").unwrap().1.split_once('<').unwrap().0.to_owned()));
            let Some((before, _)) = page.split_once("\" rel=\"next\"") else { break };
            path = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
        }
        assert_eq!(all, wanted, "{filter}");
        assert!(!wanted.is_empty());
    }
    for odd in ["page=99", "page=-1", "page=x", "page=99999999999999999999", "sort=x"] {
        assert!(story.page(&format!("/companies?{odd}")).await.contains("130\u{a0}companies, page 1 of 3"), "{odd}");
    }
    for odd in ["persona=x", "size=%27", "industry=x"] {
        assert!(story.page(&format!("/companies?{odd}")).await.contains("No company is like that"), "{odd}");
    }
    // A company of nobody is there, and another tenant's is as good as none.
    assert!(story.page("/companies/2130").await.contains("Nobody of this company matches a persona"));
    story.say(&["tenant", "add", "second", "--name", "The second", "--bare"]);
    story.run("insert into companies (tenant_id, id, name, name_key) select id, 7777, 'Secret', 'x' from tenants where slug = 'second'").await;
    let (theirs, absent) = (story.browser.get("/companies/7777").await, story.browser.get("/companies/8888").await);
    assert_eq!((theirs.status, absent.status, body(&theirs)), (404, 404, body(&absent)));
    for odd in ["0", "x", "-1", "99999999999999999999"] {
        assert_eq!(story.browser.get(&format!("/companies/{odd}")).await.status, 404, "{odd}");
    }
}
