//! The page of posts: all of them, whichever campaign they are in, and those that are in none.

use std::collections::BTreeSet;

use super::Story;

/// A hundred and twenty posts, a third in each of two campaigns; every tenth has people, every fourth was counted at none.
const MANY: &str = "
    set app.tenant_id = '00000000-0000-0000-0000-000000000001';
    insert into campaigns (id, name) values (901, 'Autumn'), (902, 'Frost');
    insert into posts (id, title, url, posted_at, posted_at_basis, impressions, is_paid, reactions)
    select 2000 + n, case when n % 7 <> 0 then 'Post ' || n else '=HYPERLINK(1)' end, 'https://www.linkedin.com/posts/' || n, timestamptz '2026-01-01Z' + n * interval '1 hour', 'exact',
      case when n % 5 <> 0 then 100 * n end, n % 6 = 0, case when n % 4 = 0 then 0 when n % 4 = 1 then 9 end
    from generate_series(1, 120) n;
    insert into campaign_posts (campaign_id, post_id) select 901 + n % 3, 2000 + n from generate_series(1, 120) n where n % 3 < 2;
    insert into persons (id, name) select 5000 + n, 'P' || n from generate_series(1, 9) n;
    insert into engagements (post_id, person_id, engagement_type, reaction_type)
    select 2000 + 10 * p, 5000 + n, 'reaction', 'like' from generate_series(1, 12) p, generate_series(1, 9) n where n <= 1 + p % 9;
";

/// The posts on a page, by the boxes with which they are chosen.
fn ids(page: &str) -> Vec<i32> {
    let boxes = page.split("name=\"post\" value=\"").skip(1);
    boxes.map(|rest| rest.split_once('"').unwrap().0.parse().unwrap()).collect()
}

/// The posts of a list, page by page.
async fn turn(story: &mut Story, path: &str) -> Vec<i32> {
    let (mut path, mut all) = (path.to_owned(), Vec::new());
    loop {
        let page = story.page(&path).await;
        all.extend(ids(&page));
        let Some((before, _)) = page.split_once("\" rel=\"next\"") else { return all };
        path = before.rsplit_once("href=\"").unwrap().1.replace("&#38;", "&");
    }
}

#[tokio::test]
async fn posts_are_found_put_in_order_and_saved_whichever_campaign_they_are_in() {
    let mut story = Story::begin().await;
    assert!(story.page("/posts").await.contains("No post yet"));
    story.run(MANY).await;
    let known = "exists (select from engagements e where e.post_id = p.id) or p.reactions = 0";
    let unknown = format!("not coalesce({known}, false)");
    for (filter, truth) in [
        ("", "true"),
        ("text=POST+1", "p.title like 'Post 1%'"),
        ("campaign=901", "exists (select from campaign_posts l where l.post_id = p.id and l.campaign_id = 901)"),
        ("campaign=none", "not exists (select from campaign_posts l where l.post_id = p.id)"),
        (
            "paid=yes&campaign=902",
            "p.is_paid and exists (select from campaign_posts l where l.post_id = p.id and l.campaign_id = 902)",
        ),
        ("paid=no", "not p.is_paid"),
        ("people=known", known),
        ("people=unknown", &unknown),
    ] {
        let truth = format!("select p.id from posts p where {truth}");
        let wanted: BTreeSet<i32> =
            story.owner.query(&truth, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
        let found = turn(&mut story, &format!("/posts?{filter}")).await;
        assert_eq!((found.len(), found.into_iter().collect()), (wanted.len(), wanted), "{filter}");
    }
    for (sort, order) in [
        ("", "posted_at desc"),
        ("sort=posted&dir=asc", "posted_at"),
        ("sort=title", "app.fold_case(title)"),
        ("sort=title&dir=desc", "app.fold_case(title) desc"),
        ("sort=impressions", "impressions desc nulls last"),
        ("sort=impressions&dir=asc", "impressions nulls last"),
        (
            "sort=rate",
            "(select v.proven::numeric / nullif(p.impressions, 0) from app.post_engagements v where v.post_id = p.id) desc nulls last",
        ),
        ("sort=people", "(select count(distinct e.person_id) from engagements e where e.post_id = p.id) desc"),
        ("sort=engagements&dir=asc", "(select count(*) from engagements e where e.post_id = p.id)"),
    ] {
        let truth = format!("select p.id from posts p order by {order}, p.id");
        let wanted: Vec<i32> = story.owner.query(&truth, &[]).await.unwrap().iter().map(|row| row.get(0)).collect();
        assert_eq!(turn(&mut story, &format!("/posts?{sort}")).await, wanted, "{sort}");
        let csv = story.page(&format!("/posts.csv?{sort}")).await;
        let saved: Vec<i32> = csv.lines().skip(1).map(|row| row.split_once(',').unwrap().0.parse().unwrap()).collect();
        assert_eq!(saved, wanted, "{sort}");
        assert!(csv.contains("'=HYPERLINK(1)") && !csv.contains(",=HYPERLINK"), "nothing in a file is a formula");
    }
    for odd in ["campaign=x", "campaign=99999999999", "text=%25%25"] {
        assert!(story.page(&format!("/posts?{odd}")).await.contains("No post is like that"), "{odd}");
    }
}

#[tokio::test]
async fn posts_in_no_campaign_are_put_into_one_and_taken_out_again() {
    let mut story = Story::begin().await;
    story.run(MANY).await;
    let back = "campaign=none&sort=title&dir=asc";
    let loose = turn(&mut story, &format!("/posts?{back}")).await;
    let chosen: Vec<String> = loose.iter().take(2).map(i32::to_string).collect();
    let said = |act: &'static str| {
        let mut said = vec![("act", act), ("campaign", "901"), ("back", back)];
        said.extend(chosen.iter().map(|post| ("post", post.as_str())));
        said
    };
    let (link, unlink) = (said("link"), said("unlink"));
    let posts = async |story: &Story| -> i64 {
        let count = "select posts::bigint from app.campaign_dashboard where campaign_id = 901";
        story.owner.query_one(count, &[]).await.unwrap().get(0)
    };
    let before = posts(&story).await;
    for (sent, did, after) in [
        (&link, "posts-linked", before + 2),
        // Twice is once.
        (&link, "posts-linked", before + 2),
        (&unlink, "posts-unlinked", before),
        (&unlink, "posts-unlinked", before),
    ] {
        let reply = story.browser.post("/posts/bulk", sent).await;
        let to = format!("/posts?campaign=none&sort=title&dir=asc&did={did}");
        assert_eq!((reply.status, reply.header("location")), (303, Some(to.as_str())), "{}", reply.whole);
        assert_eq!(posts(&story).await, after, "{did}");
        assert!(story.page(&to).await.contains("class=\"notice good\""), "{did}");
    }
    // A campaign that has the type of its budget until its posts say otherwise has theirs from then on.
    story.say(&["campaign", "create", "Budgeted", "--budget", "100"]);
    let budgeted = story.owner.query_one("select id::text from campaigns where name = 'Budgeted'", &[]).await.unwrap();
    let budgeted: String = budgeted.get(0);
    let of = "select type::text from campaigns where name = 'Budgeted'";
    for (sent, after) in [(vec![], "sponsored_content"), (vec![("post", "2001"), ("post", "2002")], "organic")] {
        let sent = [&[("act", "link"), ("campaign", budgeted.as_str())][..], &sent].concat();
        assert_eq!(story.browser.post("/posts/bulk", &sent).await.status, 303);
        let kind: String = story.owner.query_one(of, &[]).await.unwrap().get(0);
        assert_eq!(kind, after);
    }
    // Whoever empties the last page is on the first.
    assert_eq!(ids(&story.page("/posts?page=9").await).len(), 50);
    // Nothing chosen, no campaign, and one that there is not, change nothing.
    for (sent, status) in [
        (vec![("act", "link"), ("campaign", "901"), ("back", back)], 303),
        (vec![("act", "link"), ("post", chosen[0].as_str())], 422),
        (vec![("act", "link"), ("campaign", "999999"), ("post", chosen[0].as_str())], 404),
        (vec![("act", "link"), ("campaign", "901"), ("post", "999999"), ("post", chosen[0].as_str())], 404),
    ] {
        assert_eq!(story.browser.post("/posts/bulk", &sent).await.status, status, "{sent:?}");
        assert_eq!(posts(&story).await, before, "{sent:?}");
    }
    // A viewer sees them and changes nothing; a client has their campaigns' pages.
    let mut viewer = story.sign_in("vera@mail.example", &["--role", "viewer"]).await;
    assert!(!super::page(&mut viewer, "/posts").await.contains("/posts/bulk"));
    assert_eq!(viewer.post("/posts/bulk", &link).await.status, 403);
    let mut client = story.sign_in("cleo@mail.example", &["--role", "client", "--campaign", "Autumn"]).await;
    for path in ["/posts", "/posts.csv"] {
        assert_eq!(client.get(path).await.status, 403, "{path}");
    }
    assert_eq!(posts(&story).await, before);
}
