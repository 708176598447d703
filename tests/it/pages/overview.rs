//! The overview: this week against the last, by counters, and what the rows say.

use super::{PEOPLE, Story};

/// A figure of this week and what it was in the last.
fn figure(page: &str, words: &str) -> (i64, i64) {
    let (_, rest) =
        page.split_once(&format!("<dt>{words}</dt><dd class=\"figure\">")).unwrap_or_else(|| panic!("{words}: {page}"));
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
