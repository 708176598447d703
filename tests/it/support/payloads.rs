//! What would be read as SQL, as a pattern or as a path by whoever put it into a statement instead of beside it.

/// A word that stands in no row.
pub const HARMLESS: &str = "qzxharmless";

/// Each holds a word that stands in no row, so that whoever looks for it finds nothing, unless something else of it was read.
pub const SQL: [&str; 24] = [
    "qzx' or '1'='1",
    "qzx\" or \"\"=\"",
    "qzx' or 1=1 --",
    "qzx') or true --",
    "qzx')) union select null --",
    "qzx'; drop table persons; --",
    "qzx'; delete from campaigns; select pg_sleep(30); --",
    "qzx'||pg_sleep(30)||'",
    "qzx' /* or",
    "qzx */ or 1=1",
    "qzx--",
    "qzx$$; select 1; $$",
    "qzx$1",
    "qzx:search",
    "qzx%' or name like '%",
    "qzx\\",
    "qzx\\' or 1=1 --",
    "qzx'::regclass::text",
    "qzx{\"$ne\": null}",
    "qzx $.* ? (@ != null)",
    "qzx\u{ff07} or 1=1 \u{2014}",
    "qzx%s%n%I%L",
    "qzx, name desc; --",
    "qzx\r\n' or 1=1 --",
];

/// All of them in one, for where each by itself would take too long.
pub const WHOLE: &str = "qzx'\"`\\) or 1=1 or ('%'='_ $$ $1 :x /* -- ; {\"a\":[null]} $.* ? (@) %I\u{ff07}";

/// What PostgreSQL takes in no text, and what is longer than anything that somebody means: these may be refused.
pub fn odd() -> [String; 3] {
    ["qzx\0' or 1=1".to_owned(), format!("qzx{}", "'\\%".repeat(3_000)), "qzx ".repeat(2_000)]
}

/// As it stands in an address.
pub fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}
