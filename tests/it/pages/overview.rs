//! The overview: this week against the last, by counters, and what the rows say.

use super::{PEOPLE, Story};

/// A figure of this week and what it was in the last.
fn figure(page: &str, words: &str) -> (i64, i64) {
    let (_, rest) = page.split_once(&format!(">{words}</a></dt>")).unwrap_or_else(|| panic!("{words}: {page}"));
    let (_, rest) = rest.split_once("<dd class=\"figure\">").unwrap();
    let number = |text: &str| text.split('<').next().unwrap().trim().parse().unwrap_or_else(|_| panic!("{rest}"));
    (number(rest), number(rest.split_once("from ").unwrap().1))
}

#[tokio::test]
async fn weeks_are_what_the_rows_say_whatever_was_folded_and_whenever_somebody_will_have_engaged() {
    let mut story = Story::begin().await;
    story.run(PEOPLE).await;
    // A date that was read the wrong way round puts some of their engagements into the future: a day, a few weeks, and many.
    story
        .run(
            "insert into engagements (post_id, person_id, engagement_type, engaged_at)
             select (select min(id) from posts), p.id, 'comment', now() + (array[1, 40, 55, 70, 400])[1 + p.id % 5] * interval '1 day' from persons p where p.id % 4 = 0",
        )
        .await;
    let count = "select count(distinct person_id), count(distinct person_id) filter (where person_id in (select person_id from targets where is_active)), count(*)
        from engagements where engaged_on > app.tenant_today(tenant_id) - 7 * ($1::int + 1) and engaged_on <= app.tenant_today(tenant_id) - 7 * $1";
    for is_folded in [false, true, false] {
        if is_folded {
            story.run("select app.keep_up()").await;
        }
        let (now, before) =
            (story.owner.query_one(count, &[&0]).await.unwrap(), story.owner.query_one(count, &[&1]).await.unwrap());
        let page = story.page("/").await;
        for (at, words) in ["People reached", "On target", "Engagements"].into_iter().enumerate() {
            let counted: (i64, i64) = (now.get(at), before.get(at));
            assert!(counted.0 > 0 && counted.1 > 0);
            assert_eq!(figure(&page, words), counted, "{words}, folded: {is_folded}");
        }
        // In the last round the log takes away what is folded.
        story.run("delete from engagements where person_id % 3 = 0 and engaged_on > current_date - 3").await;
    }
}

#[tokio::test]
async fn who_engaged_most_in_a_week_is_who_it_is_when_everybody_is_counted() {
    use queries::queries::overview as sql;
    /// Those of the week, whatever they did with posts of these campaigns, all told from the rows.
    const COUNTED: &str = "select e.person_id, count(*), sum(app.weight_of(w, e.engagement_type, e.reaction_type))
        from engagements e
        join app.weights w on w.tenant_id = e.tenant_id
        where e.engaged_on > $1::date - 7 and e.engaged_on <= $1 and exists (select from targets t where t.person_id = e.person_id and t.is_active)
          and ($2::integer[] is null or exists (select from campaign_posts l where l.post_id = e.post_id and l.campaign_id = any ($2)))
        group by 1 order by 3 desc, max(e.engaged_on) desc, 1 limit 5";
    let mut story = Story::begin().await;
    // Far more than are looked at first, most of whom did more before this week than in it; some have a day to come.
    story
        .run(
            "insert into personas (name, criteria) values ('Marketers', '{\"function\": {\"any\": [\"marketing\"]}}');
             insert into persons (id, name, functions)
             select 1000 + n, 'Person ' || n, case when n % 5 = 0 then '{sales}' else '{marketing}' end::job_function[] from generate_series(1, 900) n;
             insert into campaigns (id, name) values (201, 'Spring');
             insert into posts (id) values (301), (302);
             insert into campaign_posts (campaign_id, post_id) values (201, 301)",
        )
        .await;
    let engage = "insert into engagements (post_id, person_id, engagement_type, engaged_at)
        select 301 + k % 2, 1000 + n, (array['comment', 'share', 'follow', 'click', 'click'])[1 + (n * 7 + k * k) % 5]::engagement_type,
          now() + (case when n % 97 = 0 and k = 1 then 30 else -((n * 13 + k * 5) % 21) end) * interval '1 day'
        from generate_series($1::int, 900, 2) n cross join lateral generate_series(1, 1 + n * 31 % 11) k
        on conflict do nothing";
    let weights = [[1, 2, 5, 8, 6, 1], [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 9], [3, 0, 40, 1, 7, 2]];
    for round in ["in the log", "folded", "half and half", "taken away again"] {
        match round {
            "in the log" => story.owner.execute(engage, &[&1]).await.unwrap(),
            "half and half" => story.owner.execute(engage, &[&2]).await.unwrap(),
            "folded" => story.owner.execute("select app.keep_up()", &[]).await.unwrap(),
            _ => {
                let gone = "delete from engagements where person_id % 3 = 0 and engaged_on > current_date - 3";
                story.owner.execute(gone, &[]).await.unwrap()
            }
        };
        for (version, [likes, reactions, comments, shares, follows, clicks]) in (1..).zip(weights) {
            let tx = story.owner.transaction().await.unwrap();
            tx.batch_execute(&format!(
                "insert into engagement_weights (version, likes, reactions, comments, shares, follows, clicks)
                 values ({version}, {likes}, {reactions}, {comments}, {shares}, {follows}, {clicks});
                 set local role rapport_app; set local app.tenant_id = '00000000-0000-0000-0000-000000000001'"
            ))
            .await
            .unwrap();
            let tenant = crate::support::app::DEFAULT.0;
            let today = queries::queries::tenants::today().bind(&tx).one().await.unwrap();
            for campaigns in [None, Some([201].as_slice())] {
                let counted = tx.query(COUNTED, &[&today, &campaigns]).await.unwrap();
                let counted: Vec<(i32, i64, i64)> =
                    counted.iter().map(|row| (row.get(0), row.get(1), row.get(2))).collect();
                let shown = sql::overview_hot().bind(&tx, &campaigns, &tenant, &today).all().await.unwrap();
                let shown: Vec<_> = shown.iter().map(|row| (row.id, row.engagements, row.score)).collect();
                assert_eq!(shown.len(), 5);
                assert_eq!(shown, counted, "{round}, weights {version}, {campaigns:?}");
            }
            tx.rollback().await.unwrap();
        }
    }
}
