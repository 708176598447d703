//! What the demo shows: two invented clients of one agency, their campaigns and posts, and how their audiences really
//! respond, which is what Rapport has to find out.

/// What a person is like.  All but the last are the sample personas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Heads of marketing.
    Marketing,
    /// Creative and design leaders.
    Creative,
    /// Motion and visual designers.
    Designer,
    /// Founders and owners.
    Founder,
    /// Technology leaders.
    Technology,
    /// Product people.
    Product,
    /// Everybody else, of whom there are always many.
    Other,
}

impl Kind {
    /// All of them, in the order of [`TenantPlan::mix`] and of [`rates`].
    pub const ALL: [Self; 7] =
        [Self::Marketing, Self::Creative, Self::Designer, Self::Founder, Self::Technology, Self::Product, Self::Other];

    /// The persona that is meant to find these people.
    #[must_use]
    pub const fn persona(self) -> Option<&'static str> {
        Some(match self {
            Self::Marketing => "Marketing leaders",
            Self::Creative => "Creative and design leaders",
            Self::Designer => "Motion and visual designers",
            Self::Founder => "Founders and owners",
            Self::Technology => "Technology leaders",
            Self::Product => "Product people",
            Self::Other => return None,
        })
    }
}

/// A strategy, by the name of its template.
pub type Strategy = &'static str;

/// The true rates: the per cent of each kind of people who react to an ordinary post of a strategy.
#[must_use]
pub fn rates(strategy: Option<Strategy>) -> [f64; 7] {
    match strategy.unwrap_or_default() {
        "Thought leadership" => [4.5, 8.5, 2.5, 6.0, 2.0, 3.0, 1.8],
        "Product education" => [1.8, 3.0, 9.5, 1.5, 4.5, 7.5, 1.6],
        "Customer proof" => [6.0, 3.0, 1.5, 9.5, 3.0, 3.5, 1.6],
        "Community conversation" => [3.0, 4.5, 6.0, 3.5, 7.5, 4.5, 2.4],
        "Lead generation with a document" => [9.0, 1.5, 1.8, 3.5, 2.5, 5.0, 1.4],
        "Employer brand" => [1.2, 5.0, 7.0, 1.0, 1.5, 1.5, 2.8],
        "Event and webinar" => [6.5, 3.0, 2.0, 2.5, 7.5, 4.0, 1.8],
        "Account-based focus" => [3.5, 1.5, 1.2, 7.0, 5.0, 2.5, 0.8],
        _ => [3.0, 3.5, 4.0, 3.0, 2.5, 3.0, 1.8],
    }
}

/// The share of reactions that come with a comment.
#[must_use]
pub fn talkativeness(strategy: Option<Strategy>) -> f64 {
    match strategy.unwrap_or_default() {
        "Community conversation" => 0.22,
        "Thought leadership" => 0.13,
        "Customer proof" => 0.09,
        _ => 0.06,
    }
}

/// A client of the agency.
#[derive(Debug)]
pub struct TenantPlan {
    /// The slug; the first is the tenant that every database has, so that commands need no --tenant.
    pub slug: &'static str,
    /// The client's name.
    pub name: &'static str,
    /// The person who writes its posts.
    pub author: &'static str,
    /// Where its days begin.
    pub time_zone: &'static str,
    /// About how far that is from UTC, in hours: only to make people react while they are awake.
    pub offset: i64,
    /// Three letters.
    pub currency: &'static str,
    /// People who engage.
    pub people: usize,
    /// Connections beside them who never do.
    pub quiet_connections: usize,
    /// How many there are of each kind, by weight.
    pub mix: [f64; 7],
    /// What it runs.
    pub campaigns: &'static [CampaignPlan],
    /// Posts of no campaign.
    pub other_posts: &'static [PostPlan],
}

/// A campaign.
#[derive(Debug)]
pub struct CampaignPlan {
    /// The group that it belongs to.
    pub group: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is about.
    pub description: &'static str,
    /// The strategy that it follows.
    pub strategy: Strategy,
    /// As in the database.
    pub r#type: &'static str,
    /// As in the database.
    pub objective: &'static str,
    /// Whom it is meant for.
    pub personas: &'static [&'static str],
    /// First and last day, in days ago; below 0 is to come.
    pub days: (i64, i64),
    /// What may be spent.
    pub budget: Option<u32>,
    /// What its strategy's KPI should reach.
    pub kpi_target: &'static str,
    /// The cost of a thousand impressions, and the names of its ads.
    pub ads: Option<(f64, &'static [&'static str])>,
    /// What was posted.
    pub posts: &'static [PostPlan],
}

/// A post: title, content type, days ago.  Those whose reactions were exported have a star at the end of the type.
#[derive(Debug)]
pub struct PostPlan(pub &'static str, pub &'static str, pub i64);

impl PostPlan {
    /// Whether its reactions come from a file.
    #[must_use]
    pub fn is_exported(&self) -> bool {
        self.1.ends_with('*')
    }

    /// As in the database.
    #[must_use]
    pub fn content_type(&self) -> &'static str {
        self.1.trim_end_matches('*')
    }
}

/// The two clients.
pub const TENANTS: [TenantPlan; 2] = [super::foxglove::TENANT, super::quillstack::TENANT];
