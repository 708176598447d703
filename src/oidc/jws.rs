//! A signed token: its parts, and whether a key of the service has signed it.  Two algorithms are known, each by keys of its own
//! kind alone: whoever writes the token chooses neither "none" nor a key that is no secret.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use ring::signature::{ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey};
use serde::Deserialize;

use super::Trouble;

/// A key of the service.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Key {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default, rename = "use")]
    purpose: Option<String>,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default)]
    crv: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
    #[serde(default)]
    x: Option<String>,
    #[serde(default)]
    y: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Rs256,
    Es256,
}

impl Algorithm {
    const fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
        }
    }

    /// Whether a key is one for this.
    fn takes(self, key: &Key) -> bool {
        let is_kind = match self {
            Self::Rs256 => key.kty == "RSA",
            Self::Es256 => key.kty == "EC" && key.crv.as_deref() == Some("P-256"),
        };
        is_kind
            && key.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && key.alg.as_deref().is_none_or(|alg| alg == self.name())
    }
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    /// What must be understood, of which we know nothing.
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

/// A token whose signature nobody has looked at yet.
pub(super) struct Signed<'a> {
    algorithm: Algorithm,
    kid: Option<String>,
    /// What is signed.
    content: &'a str,
    payload: &'a str,
    signature: Vec<u8>,
}

/// Reads a token.
pub(super) fn read(token: &str) -> Result<Signed<'_>, Trouble> {
    let odd = Trouble::Unbelievable("its token is none");
    let mut parts = token.split('.');
    let (Some(header), Some(payload), Some(signature), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(odd);
    };
    let Some(bytes) = decode(header) else { return Err(odd) };
    let Ok(read) = serde_json::from_slice::<Header>(&bytes) else { return Err(odd) };
    let algorithm = match read.alg.as_str() {
        "RS256" => Algorithm::Rs256,
        "ES256" => Algorithm::Es256,
        _ => return Err(Trouble::Unbelievable("it is signed in another way than RS256 or ES256")),
    };
    if read.crit.is_some() {
        return Err(Trouble::Unbelievable("it asks for what is not known here"));
    }
    let Some(signature) = decode(signature) else { return Err(odd) };
    Ok(Signed { algorithm, kid: read.kid, content: &token[..header.len() + 1 + payload.len()], payload, signature })
}

impl Signed<'_> {
    /// The key that it names; where it names none, the only one there is for its algorithm.
    pub(super) fn key_of<'k>(&self, keys: &'k [Key]) -> Option<&'k Key> {
        let mut fit = keys.iter().filter(|key| self.algorithm.takes(key));
        if let Some(kid) = &self.kid {
            return fit.find(|key| key.kid.as_ref() == Some(kid));
        }
        let only = fit.next();
        fit.next().is_none().then_some(only).flatten()
    }

    /// What it says, once the key has signed it.
    pub(super) fn verify(&self, key: &Key) -> Result<Vec<u8>, Trouble> {
        let part = |part: &Option<String>| part.as_deref().and_then(decode);
        let content = self.content.as_bytes();
        let is_good = match self.algorithm {
            Algorithm::Rs256 => match (part(&key.n), part(&key.e)) {
                (Some(n), Some(e)) => {
                    let key = RsaPublicKeyComponents { n, e };
                    key.verify(&RSA_PKCS1_2048_8192_SHA256, content, &self.signature).is_ok()
                }
                _ => false,
            },
            Algorithm::Es256 => match (part(&key.x), part(&key.y)) {
                (Some(x), Some(y)) if x.len() == 32 && y.len() == 32 => {
                    let point = [&[4][..], &x, &y].concat();
                    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(content, &self.signature).is_ok()
                }
                _ => false,
            },
        };
        if !is_good {
            return Err(Trouble::Unbelievable("its signature is not that of the key"));
        }
        decode(self.payload).ok_or(Trouble::Unbelievable("its token is none"))
    }
}

fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// RFC 7515, appendix A.2 and A.3: one content, signed in both ways.
    const CONTENT: &str =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const RS256: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    const ES256: &str = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    fn rsa() -> Key {
        serde_json::from_value(json!({"kty": "RSA", "kid": "r", "e": "AQAB",
            "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}))
        .unwrap()
    }

    fn ec() -> Key {
        serde_json::from_value(json!({"kty": "EC", "crv": "P-256", "kid": "e", "use": "sig",
            "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}))
        .unwrap()
    }

    fn header(text: &str) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(text)
    }

    #[test]
    fn the_vectors_of_rfc_7515_hold_and_no_bit_may_be_another() {
        for (header, signature, key) in [("eyJhbGciOiJSUzI1NiJ9", RS256, rsa()), ("eyJhbGciOiJFUzI1NiJ9", ES256, ec())]
        {
            let token = format!("{header}.{CONTENT}.{signature}");
            let signed = read(&token).unwrap();
            let keys = [rsa(), ec()];
            let found = signed.key_of(&keys).unwrap();
            assert_eq!(found.kty, key.kty);
            assert!(signed.verify(found).unwrap().starts_with(br#"{"iss":"joe""#));
            // Any letter of the content or of the signature that is another makes it nobody's.
            for place in (0..token.len()).filter(|place| *place > header.len() && token.as_bytes()[*place] != b'.') {
                let mut other = token.clone().into_bytes();
                other[place] = if other[place] == b'A' { b'B' } else { b'A' };
                let other = String::from_utf8(other).unwrap();
                // The last letter of a text may differ in bits that mean nothing, and is refused for them.
                assert!(read(&other).and_then(|signed| signed.verify(&key)).is_err(), "{place}");
            }
        }
    }

    #[test]
    fn whoever_writes_a_token_chooses_no_weaker_way() {
        for alg in ["none", "None", "HS256", "RS384", "", "rs256"] {
            let token = format!("{}.{CONTENT}.{RS256}", header(&format!(r#"{{"alg":"{alg}"}}"#)));
            assert!(read(&token).is_err(), "{alg}");
        }
        let token = format!("{}.{CONTENT}.{RS256}", header(r#"{"alg":"RS256","crit":["b64"]}"#));
        assert!(read(&token).is_err());
        for odd in
            ["", "..", "a.b", "a.b.c", "a.b.c.d", &format!("{CONTENT}.{CONTENT}."), &format!(".{CONTENT}.{RS256}")]
        {
            assert!(read(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_key_is_the_one_that_is_named_and_of_its_own_kind() {
        let keys = [rsa(), ec()];
        let named = |head: &str, keys: &[Key]| {
            let token = format!("{}.{CONTENT}.{ES256}", header(head));
            let signed = read(&token).unwrap();
            signed.key_of(keys).map(|key| key.kid.clone().unwrap_or_default())
        };
        assert_eq!(named(r#"{"alg":"ES256","kid":"e"}"#, &keys).as_deref(), Some("e"));
        assert_eq!(named(r#"{"alg":"ES256"}"#, &keys).as_deref(), Some("e"));
        assert_eq!(named(r#"{"alg":"ES256","kid":"r"}"#, &keys), None, "of another kind");
        assert_eq!(named(r#"{"alg":"ES256","kid":"x"}"#, &keys), None, "unknown");
        assert_eq!(named(r#"{"alg":"ES256"}"#, &[ec(), ec()]), None, "nobody knows which");
        let mut other = ec();
        other.purpose = Some("enc".to_owned());
        assert_eq!(named(r#"{"alg":"ES256","kid":"e"}"#, &[other]), None, "for another purpose");
    }
}
