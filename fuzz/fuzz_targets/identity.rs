//! Whatever an address is read as, the address that we write for it is read as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rapport::import::identity::{self, Link, PersonKey};

fuzz_target!(|text: &str| {
    match identity::parse(text) {
        Ok(Link::Person(key)) if key.sales_nav_id.is_none() => {
            let url = identity::profile_url(&key).expect("a person has a name");
            let Ok(Link::Person(again)) = identity::parse(&url) else { panic!("{url}") };
            let written = match key.slug {
                Some(slug) => PersonKey { slug: Some(slug), ..PersonKey::default() },
                None => key,
            };
            assert_eq!(again, written);
        }
        Ok(Link::Post(post)) => {
            let url = post.url().expect("a post has an id");
            let Ok(Link::Post(again)) = identity::parse(&url) else { panic!("{url}") };
            assert_eq!(again.url(), post.url());
        }
        _ => {}
    }
});
