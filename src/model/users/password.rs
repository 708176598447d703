//! Passwords: what one has to be, and its hash, Argon2id, which takes long enough that nobody tries many.

use std::{
    collections::HashSet,
    sync::{Arc, LazyLock},
    time::Duration,
};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::{sync::Semaphore, task::spawn_blocking, time::timeout};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::error::Error;

/// Kibibytes that one hash fills, which is what a graphics card has least of.
const MEMORY: u32 = 19 * 1024;
/// How often it goes over them.
const PASSES: u32 = 2;
/// Hashes at a time: more would take no less time together, and more memory.
const AT_ONCE: usize = 2;
/// How long to wait for a turn.
const PATIENCE: Duration = Duration::from_secs(10);
/// Characters that a password has at least.
const SHORTEST: usize = 8;
/// Bytes that one has at most, so that nobody has us hash a book.
const LONGEST: usize = 1024;

/// Those that are tried first everywhere.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("common_passwords.txt").lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).collect()
});

/// Hashes passwords, a few at a time.
#[derive(Clone)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// The turn of those whose browser is known, so that nobody who guesses keeps them waiting.
    own_turn: Arc<Semaphore>,
    argon2: Argon2<'static>,
    /// Compared with where there is no account, so that the time does not tell.
    decoy: Arc<str>,
}

impl Passwords {
    /// What hashes passwords.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn new() -> Result<Self, Error> {
        let params = Params::new(MEMORY, PASSES, 1, None).map_err(broken)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let decoy = hash(&argon2, "a password that opens nothing")?;
        let (turns, own_turn) = (Arc::new(Semaphore::new(AT_ONCE)), Arc::new(Semaphore::new(1)));
        Ok(Self { turns, own_turn, argon2, decoy: decoy.into() })
    }

    /// The hash of a new password, as a PHC string.
    ///
    /// # Errors
    /// [`Error::Invalid`], in words for whoever chose it; and [`Error::TooMany`], when there was no turn.
    pub async fn hash(&self, password: &SecretString, email: &str) -> Result<String, Error> {
        check(password.expose_secret(), email)?;
        let (password, argon2) = (canonical(password), self.argon2.clone());
        self.in_turn(&self.turns, move || hash(&argon2, &password)).await?
    }

    /// Whether a password is the one of a hash.  Where there is no hash it is not, which takes as long.  Whoever asks from a browser
    /// that is known (which has few guesses) stands in no line with strangers.
    ///
    /// # Errors
    /// [`Error::TooMany`], when there was no turn.
    pub async fn fits(&self, password: &SecretString, hash: Option<String>, is_known: bool) -> Result<bool, Error> {
        let (is_there, hash) = (hash.is_some(), hash.unwrap_or_else(|| self.decoy.to_string()));
        // Nobody has one that is longer, and to hash the beginning takes as long as any other.
        let (is_short, password) = (password.expose_secret().len() <= LONGEST, canonical(password));
        let argon2 = self.argon2.clone();
        let turns = if is_known { &self.own_turn } else { &self.turns };
        let fits = self.in_turn(turns, move || {
            let known = PasswordHash::new(&hash).map_err(broken)?;
            Ok::<_, Error>(argon2.verify_password(password.as_bytes(), &known).is_ok())
        });
        Ok(fits.await?? && is_there && is_short)
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        turns: &Arc<Semaphore>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let busy = || Error::TooMany("too many passwords are being checked at this moment; try again".to_owned());
        let turn = timeout(PATIENCE, Arc::clone(turns).acquire_owned()).await.map_err(|_| busy())?;
        let turn = turn.map_err(|error| Error::Internal(error.into()))?;
        // The turn is over when the work is, also where nobody waits for it any more.
        let done = spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(|error| Error::Internal(error.into()))
    }
}

/// Refuses a password that is too short or that is tried first everywhere.  There is no rule of which characters it has to be:
/// such rules make passwords that are alike.
///
/// # Errors
/// [`Error::Invalid`], in words for whoever chose it.
pub fn check(password: &str, email: &str) -> Result<(), Error> {
    if password.len() > LONGEST {
        return Err(Error::invalid(format!("a password has at most {LONGEST} bytes")));
    }
    let typed = password.chars().count();
    let password: Zeroizing<String> = Zeroizing::new(password.nfkc().collect());
    if typed.min(password.chars().count()) < SHORTEST {
        return Err(Error::invalid(format!(
            "a password has at least {SHORTEST} characters; three or four words that have nothing to do with each other are better"
        )));
    }
    let lower = Zeroizing::new(password.to_lowercase());
    let stem = lower.trim_end_matches(|letter: char| !letter.is_alphabetic());
    let mailbox = email.split('@').next().unwrap_or_default();
    let is_own = [email, mailbox].iter().any(|own| !own.is_empty() && (*lower == **own || stem == *own));
    let mut letters = lower.chars();
    let first = letters.next();
    let is_one_letter = letters.all(|letter| Some(letter) == first);
    if is_own || is_one_letter || COMMON.contains(lower.as_str()) || COMMON.contains(stem) {
        return Err(Error::invalid(
            "this password is one of those that are tried first; three or four words that have nothing to do with each other are better",
        ));
    }
    Ok(())
}

/// The password as it is hashed: keyboards write the same letter in several ways.  No more than [`LONGEST`] bytes of it are
/// looked at, and whoever has more is refused anyway.
fn canonical(password: &SecretString) -> Zeroizing<String> {
    let text = password.expose_secret();
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    Zeroizing::new(text[..end].nfkc().collect())
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String, Error> {
    Ok(argon2.hash_password(password.as_bytes()).map_err(broken)?.to_string())
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Internal(anyhow::anyhow!("a password could not be hashed: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made by another implementation (argon2-cffi 25).
    const FOREIGN: [(&str, &str); 3] = [
        (
            "correct horse battery staple",
            "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$gy5SuVm5Z7Vw7keB9se9p87QGcomaseB/S2U1OhTsM0",
        ),
        (
            "paßwort mit ümlaut",
            "$argon2id$v=19$m=19456,t=2,p=1$ZmVkY2JhOTg3NjU0MzIxMA$ig7CRG1QJqRBN7usHqgtguV5O52+ZEZSgdH4pqwjyIM",
        ),
        ("a", "$argon2id$v=19$m=19456,t=2,p=1$MDAwMDExMTEyMjIyMzMzMw$DLRN1LAwxpWAKrD2Vx0QOpLXHYDbKiZ0BZ5Vy3mJVvQ"),
    ];

    fn secret(text: &str) -> SecretString {
        SecretString::from(text)
    }

    #[tokio::test]
    async fn s6_a_password_is_hashed_as_everybody_does_and_to_its_last_letter() {
        let passwords = Passwords::new().unwrap();
        for (password, hash) in FOREIGN {
            let password = if password == "a" { "a".repeat(1000) } else { password.to_owned() };
            assert!(passwords.fits(&secret(&password), Some(hash.to_owned()), false).await.unwrap(), "{password}");
            let mut cut = password.clone();
            cut.pop();
            for wrong in [cut, format!("{password} "), format!("{password}\0"), String::new()] {
                assert!(!passwords.fits(&secret(&wrong), Some(hash.to_owned()), false).await.unwrap(), "{wrong}");
            }
            assert!(!passwords.fits(&secret(&password), None, false).await.unwrap(), "where there is no account");
        }
        // One letter may be written as one character or as two.
        assert!(
            passwords.fits(&secret("paßwort mit u\u{308}mlaut"), Some(FOREIGN[1].1.to_owned()), false).await.unwrap()
        );
        let own = passwords.hash(&secret("correct horse battery staple"), "ada@mail.example").await.unwrap();
        assert!(own.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{own}");
        assert!(passwords.fits(&secret("correct horse battery staple"), Some(own), false).await.unwrap());
    }

    #[tokio::test]
    async fn whoever_is_known_waits_for_no_stranger() {
        let passwords = Passwords::new().unwrap();
        let mut strangers = Vec::new();
        for _ in 0..AT_ONCE {
            strangers.push(Arc::clone(&passwords.turns).acquire_owned().await.unwrap());
        }
        let hash = Some(FOREIGN[0].1.to_owned());
        assert!(passwords.fits(&secret(FOREIGN[0].0), hash.clone(), true).await.unwrap());
        // Strangers have no turn while others have them all, and get one afterwards.
        let waiting = tokio::spawn({
            let (passwords, hash) = (passwords.clone(), hash.clone());
            async move { passwords.fits(&secret(FOREIGN[0].0), hash, false).await }
        });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        drop(strangers);
        assert!(waiting.await.unwrap().unwrap());
    }

    #[tokio::test]
    async fn s6_a_long_password_is_good_to_its_end_and_a_longer_one_is_none() {
        let passwords = Passwords::new().unwrap();
        let longest = "lo".repeat(LONGEST / 2);
        let hash = passwords.hash(&secret(&longest), "").await.unwrap();
        assert!(passwords.fits(&secret(&longest), Some(hash.clone()), false).await.unwrap());
        assert!(
            !passwords.fits(&secret(&format!("{longest}x")), Some(hash), false).await.unwrap(),
            "nothing is cut off"
        );
        assert!(passwords.hash(&secret(&format!("{longest}x")), "").await.is_err());
    }

    #[test]
    fn s6_what_is_tried_first_is_refused_and_no_kind_of_letter_is_asked_for() {
        assert!(COMMON.len() > 9_000);
        for bad in [
            "1234567",
            "\u{fdfa}",
            "ümlaut7",
            "password",
            "PassWord",
            "Password1!",
            "password2026",
            "12345678",
            "aaaaaaaaaaaa",
            "trustno1",
            "ada@mail.example",
            "ada.example",
            "Ada.Example99",
        ] {
            let email = if bad.contains("mail") { "ada@mail.example" } else { "ada.example@mail.example" };
            assert!(check(bad, email).is_err(), "{bad}");
        }
        for good in [
            "correct horse battery staple",
            "zwölf boote ziehen",
            "xkqzwvhy",
            "密码密码密码密码密",
            &"lang ".repeat(20),
        ] {
            check(good, "ada@mail.example").unwrap();
        }
    }
}
