//! What no file tells: budgets and dates of campaigns, counters of posts, facts of companies and people, the calendar.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::{
    files::day,
    people::Person,
    plan::TenantPlan,
    posts::{self, Post},
    random::{Random, float, rounded},
    samples,
};

/// Campaign groups.
pub fn groups(plan: &TenantPlan, now: Timestamp) -> Value {
    let mut rows: Vec<Value> = Vec::new();
    for campaign in plan.campaigns {
        if rows.iter().any(|row| row["name"] == campaign.group) {
            continue;
        }
        let of_group = || plan.campaigns.iter().filter(|other| other.group == campaign.group);
        rows.push(json!({
            "name": campaign.group,
            "client": plan.name,
            "start_date": of_group().map(|other| other.days.0).max().map(|ago| day(now, ago).to_string()),
            "budget": of_group().filter_map(|other| other.budget).sum::<u32>(),
            "currency": plan.currency,
        }));
    }
    Value::Array(rows)
}

/// Campaigns.
pub fn campaigns(plan: &TenantPlan, now: Timestamp) -> Value {
    let rows = plan.campaigns.iter().map(|campaign| {
        json!({
            "name": campaign.name,
            "description": campaign.description,
            "type": campaign.r#type,
            "objective": campaign.objective,
            "start_date": day(now, campaign.days.0).to_string(),
            "end_date": day(now, campaign.days.1).to_string(),
            "status": if campaign.days.1 > 0 { "completed" } else { "active" },
            "budget": campaign.budget,
            "currency": plan.currency,
            "kpi_target": campaign.kpi_target,
            "strategy": campaign.strategy,
            "personas": campaign.personas,
        })
    });
    rows.collect()
}

/// Impressions, views and clicks of the posts: engagement is two to five per cent of who saw one.
pub fn counters(random: &mut Random, plan: &TenantPlan, posts: &[Post], totals: &[i64], now: Timestamp) -> Value {
    let rows = posts.iter().zip(totals).map(|(post, total)| {
        let hours = (now.as_second() - post.at.as_second()) / 3_600;
        let seen = rounded(float(*total) / random.between(0.028, 0.055)) + hours.min(48);
        let clicks = rounded(float(seen) * random.between(0.006, 0.016));
        let views = (post.plan.content_type() == "video").then(|| rounded(float(seen) * random.between(0.3, 0.55)));
        json!({
            "a": post.activity_id,
            "author": plan.author,
            "content_type": post.plan.content_type(),
            "impressions": seen,
            "views": views,
            "clicks": clicks,
            "audience": if post.campaign.is_some_and(|campaign| campaign.ads.is_some()) { "Followers and sponsored" } else { "Followers" },
        })
    });
    rows.collect()
}

/// Which post each ad shows.
pub fn ads(plan: &TenantPlan, posts: &[Post], now: Timestamp) -> Value {
    let mut rows = Vec::new();
    for campaign in plan.campaigns {
        let shown: Vec<&Post> =
            posts.iter().filter(|post| post.campaign.is_some_and(|other| other.name == campaign.name)).collect();
        for (place, name) in campaign.ads.map_or(&[][..], |(_, names)| names).iter().enumerate() {
            rows.push(json!({
                "name": name,
                "a": shown.get(place).map(|post| post.activity_id),
                "start_date": day(now, campaign.days.0).to_string(),
                "end_date": day(now, campaign.days.1).to_string(),
            }));
        }
    }
    Value::Array(rows)
}

/// What the sample list knows of the employers that the headlines name.
pub fn companies() -> Value {
    let rows = samples::companies().into_iter().map(|company| {
        json!({
            "name": company.name,
            "industry": company.industry.map(|(_, label)| label),
            "industry_code": company.industry.map(|(code, _)| code),
            "size_band": company.size_band(),
            "country": company.country,
            "city": company.city,
        })
    });
    rows.collect()
}

/// Where people live, whether they follow, and what a team has noted of a few.
pub fn people(random: &mut Random, people: &[Person]) -> Value {
    let rows = people.iter().map(|person| {
        let lead = ["new", "contacted", "engaged", "qualified", "customer"];
        let lead = random.chance(0.06).then(|| lead[random.weighted(&[4.0, 3.0, 2.0, 1.0, 1.0])]);
        let notable = random.chance(0.004);
        json!({
            "m": person.member_id,
            "location": person.place.map(|(_, city)| city),
            "country": person.place.map(|(country, _)| country),
            "is_follower": person.follows,
            "lead_status": lead,
            "is_notable": notable,
            "notable_reason": notable.then_some("Speaks at the conferences that our buyers attend"),
        })
    });
    rows.collect()
}

/// How well some strategies are said to suit some personas, as a team would say it before it has tried.
pub fn relevance(plan: &TenantPlan) -> Value {
    const SAID: &[(&str, &str, f64, &str)] = &[
        ("Marketing leaders", "Lead generation with a document", 0.8, "They collect benchmarks"),
        ("Marketing leaders", "Employer brand", 0.2, "Not what they come for"),
        ("Motion and visual designers", "Product education", 0.9, "They stay for the craft"),
        ("Motion and visual designers", "Lead generation with a document", 0.2, "They have no budget to compare"),
        ("Founders and owners", "Customer proof", 0.8, "They ask for numbers first"),
        ("Creative and design leaders", "Thought leadership", 0.7, "They read opinions"),
        ("Technology leaders", "Account-based focus", 0.6, "Worth a try"),
        ("Product people", "Thought leadership", 0.7, "A guess of the kick-off"),
    ];
    let used = |strategy: &str| plan.campaigns.iter().any(|campaign| campaign.strategy == strategy);
    let rows = SAID.iter().filter(|said| used(said.1)).map(|(persona, strategy, relevance, notes)| {
        json!({"persona": persona, "strategy": strategy, "relevance": relevance, "notes": notes})
    });
    rows.collect()
}

/// What was posted, and what is to come.
pub fn calendar(random: &mut Random, plan: &TenantPlan, posts: &[Post], now: Timestamp) -> Value {
    const IDEAS: &[&str] = &[
        "Follow-up: the questions under the last post",
        "Behind the scenes of the next one",
        "A number that surprised us",
        "What a customer asked on Friday",
    ];
    let mut rows: Vec<Value> = posts
        .iter()
        .filter_map(|post| {
            let campaign = post.campaign?;
            Some(json!({
                "campaign": campaign.name,
                "a": post.activity_id,
                "title": post.plan.0,
                "scheduled_at": post.at.to_string(),
                "status": "published",
                "content_type": post.plan.content_type(),
                "is_paid": campaign.ads.is_some(),
            }))
        })
        .collect();
    for campaign in plan.campaigns.iter().filter(|campaign| campaign.days.1 < 0) {
        let types: Vec<&str> = campaign.posts.iter().map(super::plan::PostPlan::content_type).collect();
        for week in 0..2 {
            let ahead = 2 + 7 * week + random.up_to(5);
            rows.push(json!({
                "campaign": campaign.name,
                "title": random.pick(IDEAS),
                "description": campaign.description,
                "scheduled_at": posts::working_hour(random, now, -ahead, plan.offset).to_string(),
                "status": if week == 0 { "scheduled" } else { "draft" },
                "content_type": random.pick(&types),
                "is_paid": campaign.ads.is_some(),
            }));
        }
    }
    let at = posts::working_hour(random, now, -3, plan.offset).to_string();
    rows.push(json!({
        "campaign": plan.campaigns[0].name,
        "title": "Live from the trade fair",
        "scheduled_at": at,
        "status": "cancelled",
        "content_type": "video",
        "notes": "The fair was moved to next year",
    }));
    Value::Array(rows)
}

/// Audience segments: name, description, rule.
pub fn segments(plan: &TenantPlan) -> Vec<(&'static str, &'static str, Value)> {
    let persona = if plan.slug == "default" { "Marketing leaders" } else { "Technology leaders" };
    vec![(
        "Warm decision makers",
        "Targets who engaged again and again in the past 90 days: the list for the next invitation.",
        json!({"personas": [persona, "Founders and owners"], "min_score": 5, "window_days": 90}),
    )]
}

/// A LinkedIn audience to advertise to.
pub fn audience(plan: &TenantPlan) -> (&'static str, &'static str, Value, i64) {
    let function = if plan.slug == "default" { "Marketing" } else { "Information Technology" };
    (
        "Look for more of the same",
        "Director and above in the function that responds best, at companies of 51 to 1,000.",
        json!({"functions": [function], "seniorities": ["Director", "VP", "CXO"], "sizes": ["51-200", "201-500", "501-1000"],
            "locations": ["DE", "US", "GB"]}),
        84_000,
    )
}
