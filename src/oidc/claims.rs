//! What a token says, and whether that is for us, of now, and about whoever asked.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::{Person, Trouble};
use crate::same::same;

/// Seconds by which clocks may differ.
const SKEW: i64 = 60;
/// Characters of a subject, as the standard has it.
const SUBJECT: usize = 255;

/// The claims of an id token, as far as they are looked at.
#[derive(Debug, Deserialize)]
pub(super) struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: f64,
    #[serde(default)]
    nbf: Option<f64>,
    #[serde(default)]
    iat: Option<f64>,
    #[serde(default)]
    azp: Option<String>,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    email: Option<String>,
    /// True, or as some services write it, "true".
    #[serde(default)]
    email_verified: Value,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// What a token has to say.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
}

impl Claims {
    /// Whom it means, where all of it is as expected.
    pub(super) fn check(self, expected: &Expected<'_>, now: Timestamp) -> Result<Person, Trouble> {
        let not = |why| Err(Trouble::Unbelievable(why));
        if self.iss != expected.issuer {
            return not("it is of another service");
        }
        let (is_ours, others) = match &self.aud {
            Audience::One(one) => (one == expected.client_id, 0),
            Audience::Many(all) => (all.iter().any(|one| one == expected.client_id), all.len().saturating_sub(1)),
        };
        let is_for_us = self.azp.as_deref().map_or(others == 0, |azp| azp == expected.client_id);
        if !is_ours || !is_for_us {
            return not("it is for another program");
        }
        let (now, skew) = (now.as_second() as f64, SKEW as f64);
        // JSON has no number that is none.
        if self.exp <= now - skew {
            return not("its time is over");
        }
        if [self.nbf, self.iat].into_iter().flatten().any(|from| from > now + skew) {
            return not("its time has not come");
        }
        if !self.nonce.is_some_and(|nonce| same(nonce.as_bytes(), expected.nonce.as_bytes())) {
            return not("it is an answer to another attempt");
        }
        if self.sub.is_empty() || self.sub.chars().count() > SUBJECT || self.sub.contains('\0') {
            return not("it means nobody");
        }
        let is_verified = self.email_verified == Value::Bool(true) || self.email_verified == "true";
        Ok(Person { issuer: self.iss, subject: self.sub, email: self.email.filter(|_| is_verified) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(change: &Value) -> Result<Person, Trouble> {
        let mut claims = json!({
            "iss": "https://id.example", "sub": "4711", "aud": "rapport", "exp": 1_000, "iat": 900, "nonce": "n",
            "email": "ada@mail.example", "email_verified": true,
        });
        for (key, value) in change.as_object().unwrap() {
            claims[key] = value.clone();
        }
        let expected = Expected { issuer: "https://id.example", client_id: "rapport", nonce: "n" };
        let claims: Claims = serde_json::from_value(claims).map_err(|_| Trouble::Unbelievable("no sense"))?;
        claims.check(&expected, Timestamp::from_second(950).unwrap())
    }

    #[test]
    fn what_is_for_us_of_now_and_about_whoever_asked_is_believed() {
        let person = check(&json!({})).unwrap();
        assert_eq!((person.subject.as_str(), person.email.as_deref()), ("4711", Some("ada@mail.example")));
        for good in [
            json!({"aud": ["rapport"]}),
            json!({"aud": ["rapport", "other"], "azp": "rapport"}),
            json!({"exp": 891}),
            json!({"nbf": 1_009}),
            json!({"email_verified": "true"}),
        ] {
            assert!(check(&good).unwrap().email.is_some(), "{good}");
        }
        for unknown in [
            json!({"email_verified": false}),
            json!({"email_verified": null}),
            json!({"email_verified": "yes"}),
            json!({"email": null}),
        ] {
            assert_eq!(check(&unknown).unwrap().email, None, "{unknown}");
        }
    }

    #[test]
    fn anything_else_is_not() {
        for bad in [
            json!({"iss": "https://id.example/"}),
            json!({"iss": "https://evil.example"}),
            json!({"aud": "other"}),
            json!({"aud": []}),
            json!({"aud": ["rapport", "other"]}),
            json!({"aud": ["rapport", "other"], "azp": "other"}),
            json!({"azp": "other"}),
            json!({"exp": 890}),
            json!({"exp": "1000"}),
            json!({"exp": null}),
            json!({"nbf": 1_011}),
            json!({"iat": 1_011}),
            json!({"nonce": null}),
            json!({"nonce": ""}),
            json!({"nonce": "m"}),
            json!({"sub": ""}),
            json!({"sub": "a\u{0}b"}),
            json!({"sub": "x".repeat(256)}),
        ] {
            assert!(check(&bad).is_err(), "{bad}");
        }
    }
}
