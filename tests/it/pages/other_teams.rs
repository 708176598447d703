//! What another team's pages say to somebody who knows all of their addresses, and sends all of their forms.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use rapport::cli::bench::{forms::sent, pages::kind};

use super::{
    Story,
    everything::{POISON, walk},
};
use crate::{
    support::{browser::Browser, routes},
    webhooks::stand::Reply,
};

/// Stands in every text of the team's, and nowhere else.
const CANARY: &str = "canary";
/// What nothing has as its id, for the two kinds of ids that there are.
const NO_ID: &str = "00000000-0000-4000-8000-0000000000ff";
const NO_NUMBER: &str = "739999";

/// A team of which somebody asks for what is another team's, with whoever does that, and one like it, which asks for what nothing has.
const TEAM: (&str, &str) = ("second", "mallory");
const TWIN: (&str, &str) = ("fourth", "marilyn");

/// Has each table count from a place of its own, so that an id is one wherever it stands.
const APART: &str = "select setval(oid::regclass, 730000 + 100 * row_number() over (order by relname))
    from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace";

impl Story {
    /// A query for each table that has a tenant, of which the text is made by the table's name, for the rows of the default tenant.
    async fn of_each_table(&self, text: &str, more: &str) -> String {
        let sql = format!(
            "select string_agg(format($1, c.relname), ' union all ' order by c.relname) from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
               and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') {more}"
        );
        self.owner.query_one(&sql, &[&text]).await.unwrap().get(0)
    }

    /// Every row of the default tenant's, as a few numbers; but when sessions were used.
    async fn rows_of_default(&self) -> String {
        let text = "select %1$L || coalesce(sum(hashtextextended(t::text, 0)), 0) from %1$I t
            where tenant_id = '00000000-0000-0000-0000-000000000001'";
        let tables = self.of_each_table(text, "and c.relname <> 'sessions'").await;
        self.owner
            .query_one(&format!("select string_agg(x, ' ' order by x) from ({tables}) t(x)"), &[])
            .await
            .unwrap()
            .get(0)
    }

    /// The owners of two teams that have nothing.
    async fn strangers(&self) -> [Browser; 2] {
        let mut browsers = Vec::new();
        for (team, name) in [TEAM, TWIN] {
            self.say(&["tenant", "add", team, "--bare"]);
            browsers.push(self.sign_in_to(team, &format!("{name}@mail.example"), &["--role", "owner"]).await);
        }
        browsers.try_into().unwrap_or_else(|_| unreachable!("there are two"))
    }

    /// The ids of the default tenant's rows, and of its users.
    async fn ids_of_default(&self) -> BTreeSet<String> {
        let text = "select id::text from %1$I where tenant_id = '00000000-0000-0000-0000-000000000001'";
        let has_id = "and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id')";
        let tables = self.of_each_table(text, has_id).await;
        let all = format!("{tables} union select user_id::text from memberships union select id::text from tenants");
        // A number that is no id of ours may stand anywhere.
        let all = self.owner.query(&all, &[]).await.unwrap();
        all.iter().map(|row| row.get(0)).filter(|id: &String| id.len() >= NO_NUMBER.len()).collect()
    }
}

/// Where a form leads, and what it says.
type Form = (String, Vec<(String, String)>);

/// Replaces what is such an id in a text by one that nothing has.
fn absent(text: &str, is_such: impl Fn(&str) -> bool) -> String {
    let is_of_id = |letter: char| letter.is_ascii_hexdigit() || letter == '-';
    let mut said = String::with_capacity(text.len());
    for part in text.split_inclusive(|letter| !is_of_id(letter)) {
        let word = part.trim_end_matches(|letter| !is_of_id(letter));
        said.push_str(match is_such(word) {
            true if is_uuid(word) => NO_ID,
            true => NO_NUMBER,
            false => word,
        });
        said.push_str(&part[word.len()..]);
    }
    said
}

fn is_uuid(word: &str) -> bool {
    word.len() == NO_ID.len() && word.matches('-').count() == 4
}

/// Whether an address is one of a route.
fn is_of(address: &str, route: &str) -> bool {
    let parts: Vec<&str> = address.split('?').next().unwrap().split('/').collect();
    let wanted: Vec<&str> = route.split('/').collect();
    parts.len() == wanted.len()
        && parts.iter().zip(&wanted).all(|(part, wanted)| wanted.contains('{') || part == wanted)
}

/// The address of a route with ids that stand in other addresses after the same words; none where no address has such an id.
fn address_of(route: &str, known: &BTreeSet<String>, ids: &BTreeSet<String>) -> Option<String> {
    let mut address = String::new();
    for part in route.split('/').skip(1) {
        let before = format!("{address}/");
        let is_id = |id: &&str| ids.contains(*id);
        let id = || {
            let after = known.iter().filter_map(|known| known.strip_prefix(&before));
            after.filter_map(|rest| rest.split(['/', '?']).next()).find(is_id)
        };
        let part = if part.starts_with('{') { id()? } else { part };
        write!(address, "/{part}").unwrap();
    }
    Some(address)
}

/// An answer without what names its request, and with no id in it; of one of the two teams as of the other.
fn told(reply: &Reply, ids: &BTreeSet<String>) -> String {
    let said = absent(&reply.lasting(), |word| ids.contains(word) || is_uuid(word));
    timeless(&said.replace(TWIN.0, TEAM.0).replace(TWIN.1, TEAM.1))
}

/// A text without the times of day in it: a minute may have gone by between two answers.
fn timeless(text: &str) -> String {
    let is_number = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut said = text.to_owned();
    for (colon, _) in text.match_indices(':') {
        let hour = colon.checked_sub(2).and_then(|start| text.get(start..colon));
        if hour.is_some_and(is_number) && text.get(colon + 1..colon + 3).is_some_and(is_number) {
            said.replace_range(colon - 2..colon + 3, "hh:mm");
        }
    }
    said
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t1_another_teams_pages_and_forms_answer_like_those_of_what_is_not_there() {
    let mut story = Story::begin().await;
    story.run(APART).await;
    story.fill().await;
    story.run(POISON).await;
    story.owner.execute("insert into payloads (words) values ($1)", &[&CANARY]).await.unwrap();
    story.run("select pg_temp.poison()").await;
    let answered = walk(&mut story.browser).await;
    let theirs = answered.values().filter(|reply| reply.whole.contains(CANARY)).count();
    assert!(theirs > 60, "{theirs} pages show something of the team's, which is too few to look for it elsewhere");
    let ids = story.ids_of_default().await;
    let mine = |text: &str| text.replace(CANARY, "word");

    let [mut mallory, mut twin] = story.strangers().await;
    let before = story.rows_of_default().await;

    // Every address to which the team's own pages lead, a form of each kind, and what only scripts ask for.
    let mut looked_at: BTreeSet<String> = answered.keys().map(|path| mine(path)).collect();
    let mut forms: BTreeMap<String, Form> = BTreeMap::new();
    for (action, fields) in answered.values().flat_map(|reply| sent(reply.body())) {
        let fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, mine(&value))).collect();
        forms.entry(format!("{} {:?}", kind(&action), fields.last())).or_insert((action, fields));
    }
    let known: BTreeSet<String> = looked_at.iter().chain(forms.values().map(|(action, _)| action)).cloned().collect();
    let mut nowhere = Vec::new();
    let (all_routes, mut brought) = (routes::of("web"), BTreeMap::new());
    for route in all_routes.iter().filter(|route| route.path.contains('{')) {
        let is_of = |path: &String| is_of(path, &route.path);
        match address_of(&route.path, &known, &ids) {
            _ if route.method == "GET" && looked_at.iter().any(is_of) => {}
            _ if route.method != "GET" && forms.values().any(|(action, _)| is_of(action)) => {}
            Some(path) if route.method == "GET" => _ = looked_at.insert(path),
            Some(path) if route.method != "POST" => _ = brought.insert(path, &route.method),
            Some(path) => _ = forms.insert(path.clone(), (path, Vec::new())),
            None => nowhere.push(format!("{} {}", route.method, route.path)),
        }
    }
    assert_eq!(nowhere, ["GET /assets/{name}"], "the story has nothing of what these lead to");

    let is_theirs = |word: &str| ids.contains(word);
    let mut pairs = 0;
    for path in &looked_at {
        let reply = mallory.get(path).await;
        assert!(!reply.whole.contains(CANARY), "{path}: {}", reply.whole);
        let other = absent(path, is_theirs);
        if other == *path {
            continue;
        }
        pairs += 1;
        let nothing = mallory.get(&other).await;
        assert_eq!(told(&reply, &ids), told(&nothing, &ids), "{path}");
        let is_in_path = path.split('?').next() != other.split('?').next();
        assert!(reply.status == 404 || !is_in_path, "{path}: {}", reply.whole);
    }
    for (action, fields) in forms.values() {
        let other = absent(action, is_theirs);
        let others: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), absent(value, is_theirs))).collect();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let others: Vec<_> = others.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if other == *action && others == fields {
            continue;
        }
        pairs += 1;
        let reply = mallory.post(action, &fields).await;
        // What may be made of it is made in a team that is as empty.
        let nothing = twin.post(&other, &others).await;
        assert!(!reply.whole.contains(CANARY), "{action}: {}", reply.whole);
        let (said, wanted) = (told(&reply, &ids), told(&nothing, &ids));
        assert_eq!(reply.status, nothing.status, "{action} {fields:?}: {said}");
        // What is made may be called by a secret of its own.
        assert!(said == wanted || reply.status < 400, "{action} {fields:?}: {said}\n{wanted}");
        assert!(reply.status == 404 || other == *action, "{action}: {said}");
    }
    // And what a script sends by another method.
    for (path, method) in &brought {
        pairs += 1;
        let kind = "application/octet-stream";
        let reply = mallory.bring(method, path, kind, "word").await;
        let nothing = mallory.bring(method, &absent(path, is_theirs), kind, "word").await;
        assert_eq!(told(&reply, &ids), told(&nothing, &ids), "{path}");
        assert_eq!(reply.status, 404, "{path}: {}", reply.whole);
    }
    assert!(pairs > 180, "{pairs}");
    assert_eq!(story.rows_of_default().await, before, "something of the team's was changed");
}
