//! Invented companies on LinkedIn, one a world: its page with posts and who reacted to them, and its ad account with campaigns.
//!
//! Everything follows from the seed and the day that is today. Whatever is asked for in two ways gives the same: the figures
//! of a campaign are the sums of those of its creatives, and a page's those of its posts, to the last digit.

mod figures;
mod posts;

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use super::Options;
use crate::{cli::demo::random::Random, simulators::population::Population};

pub(super) use figures::{Figures, MEASURES};
pub(super) use posts::{Comment, Post, Reaction, Totals};

/// Days for which ads were shown, up to and with today.
pub(super) const AD_DAYS: i32 = 90;

const ORGANIZATION: i64 = 90_410_077;
/// A page that exists and that nobody here administers.
pub(super) const FOREIGN_ORGANIZATION: i64 = 90_410_078;
const ACCOUNT: i64 = 517_004_410;
const NAMES: [&str; 3] = ["Harrowgate Looms", "Harrowgate Dyes", "Harrowgate Felts"];
/// How far the numbers of a company are from those of the next.
const APART: i64 = 1_000;

#[derive(Debug)]
pub(super) struct Group {
    pub(super) id: i64,
    pub(super) name: &'static str,
    pub(super) status: &'static str,
}

impl Group {
    pub(super) fn urn(&self) -> String {
        format!("urn:li:sponsoredCampaignGroup:{}", self.id)
    }
}

#[derive(Debug)]
pub(super) struct Campaign {
    pub(super) id: i64,
    /// The place of its group.
    pub(super) group: usize,
    pub(super) name: &'static str,
    pub(super) status: &'static str,
    pub(super) objective: &'static str,
    pub(super) cost_type: &'static str,
}

impl Campaign {
    pub(super) fn urn(&self) -> String {
        format!("urn:li:sponsoredCampaign:{}", self.id)
    }
}

#[derive(Debug)]
pub(super) struct Creative {
    pub(super) id: i64,
    /// The place of its campaign.
    pub(super) campaign: usize,
    /// The place of the post that it shows.
    pub(super) post: usize,
    pub(super) status: &'static str,
    /// The figures of its days, the first of which is [`World::first_day`].
    pub(super) days: Vec<Figures>,
}

impl Creative {
    pub(super) fn urn(&self) -> String {
        format!("urn:li:sponsoredCreative:{}", self.id)
    }
}

#[derive(Debug)]
pub(super) struct World {
    pub(super) seed: u64,
    pub(super) name: &'static str,
    /// The number of the page.
    pub(super) organization: i64,
    /// The number of the ad account.
    pub(super) account: i64,
    pub(super) today: Date,
    /// The last moment of today, or now if that is before.
    pub(super) now: Timestamp,
    pub(super) groups: Vec<Group>,
    pub(super) campaigns: Vec<Campaign>,
    pub(super) creatives: Vec<Creative>,
    /// The newest first.
    pub(super) posts: Vec<Post>,
    /// Places of posts, by every name that they have: share or ugcPost, and activity.
    places: HashMap<String, usize>,
    pub(super) people: Population,
}

impl World {
    pub(super) fn new(options: &Options, number: usize) -> Self {
        let seed = options.seed.wrapping_add(number as u64);
        let apart = APART * i64::try_from(number).unwrap_or(0);
        let moment = Timestamp::now();
        let today = options.today.unwrap_or_else(|| date_of(moment));
        let now = start_of(today).checked_add(SignedDuration::from_millis(86_399_999)).unwrap_or(moment).min(moment);
        let people = Population::new(seed);
        let posts = posts::all(seed, (today, now), options.posts, people.members().len());
        let names = |post: &Post| [post.urn.clone(), post.activity_urn()];
        let places = posts.iter().enumerate().flat_map(|(place, post)| names(post).map(|name| (name, place))).collect();
        let (groups, campaigns) = plan(apart);
        let creatives = creatives(seed, apart, &campaigns, posts.len());
        let (organization, account) = (ORGANIZATION + apart, ACCOUNT + apart);
        Self {
            seed,
            name: NAMES[number % NAMES.len()],
            organization,
            account,
            today,
            now,
            groups,
            campaigns,
            creatives,
            posts,
            places,
            people,
        }
    }

    pub(super) fn organization_urn(&self) -> String {
        format!("urn:li:organization:{}", self.organization)
    }

    pub(super) fn account_urn(&self) -> String {
        format!("urn:li:sponsoredAccount:{}", self.account)
    }

    /// The first day on which ads were shown.
    pub(super) fn first_day(&self) -> Date {
        self.today.checked_sub(jiff::Span::new().days(AD_DAYS - 1)).unwrap_or(self.today)
    }

    /// The place of the post of this name.
    pub(super) fn post(&self, urn: &str) -> Option<&Post> {
        self.places.get(urn).map(|&place| &self.posts[place])
    }

    /// A member as an app sees them: by an id that is this app's alone, and that leads to no profile.
    pub(super) fn person_urn(&self, member: usize) -> String {
        format!("urn:li:person:{}", self.person_id(member))
    }

    pub(super) fn person_id(&self, member: usize) -> String {
        const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut random = Random::new(self.seed, &format!("person {}", self.people.members()[member].member_id));
        (0..10).map(|_| char::from(*random.pick(SIGNS))).collect()
    }
}

pub(super) fn date_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

/// The first moment of a day, in UTC.
pub(super) fn start_of(day: Date) -> Timestamp {
    day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// Days from one to another; below 0 if the other is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    (start_of(to).as_second() - start_of(from).as_second()) / 86_400
}

fn plan(apart: i64) -> (Vec<Group>, Vec<Campaign>) {
    let groups = vec![
        Group { id: 640_110_201 + apart, name: "Weaving software 2026", status: "ACTIVE" },
        Group { id: 640_110_202 + apart, name: "Brand, always on", status: "ACTIVE" },
        Group { id: 640_110_203 + apart, name: "Spring fair", status: "PAUSED" },
    ];
    let campaign = |id: i64, group, name, status, objective, cost_type| Campaign {
        id: id + apart,
        group,
        name,
        status,
        objective,
        cost_type,
    };
    let campaigns = vec![
        campaign(350_220_001, 0, "Mill managers | Traffic | UK", "ACTIVE", "WEBSITE_VISIT", "CPC"),
        campaign(350_220_002, 0, "Heads of production | Leads", "ACTIVE", "LEAD_GENERATION", "CPM"),
        campaign(350_220_003, 1, "Designers | Engagement", "ACTIVE", "ENGAGEMENT", "CPM"),
        campaign(350_220_004, 1, "Founders | Awareness", "PAUSED", "BRAND_AWARENESS", "CPM"),
        campaign(350_220_005, 2, "Visitors of the fair", "COMPLETED", "WEBSITE_VISIT", "CPC"),
    ];
    (groups, campaigns)
}

/// Two of each campaign, of which one shows a post that another campaign shows as well.
fn creatives(seed: u64, apart: i64, campaigns: &[Campaign], posts: usize) -> Vec<Creative> {
    let places = (0..campaigns.len()).flat_map(|campaign| [(campaign, 0), (campaign, 1)]);
    let creative = |(number, (campaign, second)): (i64, (usize, usize))| {
        let id = 870_300_100 + apart + number * 7;
        let post = if second == 1 { (campaign + 1) * 3 } else { (campaign + 2) * 3 } % posts;
        let paused = campaigns[campaign].status != "ACTIVE";
        Creative {
            id,
            campaign,
            post,
            status: if paused || number == 3 { "PAUSED" } else { "ACTIVE" },
            days: figures::days(seed, id, paused),
        }
    };
    (0..).zip(places).map(creative).collect()
}
