//! Mails: letters in plain text, by the mail server that the operator names.  No answer and no error quotes what the server says,
//! or the address by which it is reached, which holds a password.

use std::{fmt, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::extension::ClientId,
};
use secrecy::{ExposeSecret as _, SecretString};
use url::{Host, Url};
use uuid::Uuid;

use crate::{error::Error, import::printable};

/// How long the mail server may take, all in all: somebody waits for an answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// Characters of a team's name in a letter: whoever chose it writes to people whom we do not know.
const NAME: usize = 100;

/// What sends mails.  Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    site: String,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mailer").field("site", &self.site).finish_non_exhaustive()
    }
}

/// What is written.
#[derive(Debug, Clone, Copy)]
pub enum Letter<'a> {
    /// To somebody who was let in, and has a password to choose; by a link that is a secret.
    Invitation {
        /// The team.
        team: &'a str,
        /// The link's token.
        link: &'a str,
    },
    /// To somebody who was let in, and has a password.
    Welcome {
        /// The team.
        team: &'a str,
    },
    /// To somebody who forgot the password, or whom an owner gives a new one; by a link that is a secret.
    Reset {
        /// The link's token.
        link: &'a str,
        /// For how long it is good, in words.
        good_for: &'a str,
    },
    /// To somebody whose password has changed.
    Changed,
}

/// Why a mail did not go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undelivered {
    /// Trying again would not help.
    #[error("the mail server refused it ({0})")]
    Refused(u16),
    /// It takes nothing at this moment.
    #[error("the mail server takes it later ({0})")]
    Later(u16),
    /// It said nothing, or nothing that makes sense.
    #[error("the mail server could not be reached, or said nothing that makes sense")]
    Silent,
    /// It cannot be written to whom it is for.
    #[error("no mail can be sent to this address")]
    Address,
}

impl Undelivered {
    /// Whether trying again would not help.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Refused(_) | Self::Address)
    }
}

impl Mailer {
    /// What sends mails by the server at this address, in this name, with links to these pages.
    ///
    /// # Errors
    /// [`Error::Invalid`], naming the setting and quoting none.
    pub fn new(server: &SecretString, from: &str, site: &str) -> Result<Self, Error> {
        let from = from.parse().map_err(|_| {
            Error::invalid("RAPPORT_MAIL_FROM is no sender, which looks like Rapport <rapport@company.example>")
        })?;
        let wrong = || {
            Error::invalid(
                "RAPPORT_SMTP_URL is no address of a mail server, which looks like smtps://user:password@mail.company.example",
            )
        };
        let url = address(server.expose_secret()).ok_or_else(wrong)?;
        let host = Url::parse(site).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.as_str())
            .map_err(|_| wrong())?
            .hello_name(ClientId::Domain(host))
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self { transport, from, site: site.to_owned() })
    }

    /// Sends a letter.
    ///
    /// # Errors
    /// [`Undelivered`].
    pub async fn send(&self, to: &str, letter: Letter<'_>) -> Result<(), Undelivered> {
        let message = self.write(to, letter).ok_or(Undelivered::Address)?;
        let sent =
            tokio::time::timeout(PATIENCE, self.transport.send(message)).await.map_err(|_| Undelivered::Silent)?;
        sent.map(drop).map_err(|error| match error.status() {
            Some(code) if error.is_permanent() => Undelivered::Refused(code.into()),
            Some(code) => Undelivered::Later(code.into()),
            None => Undelivered::Silent,
        })
    }

    fn write(&self, to: &str, letter: Letter<'_>) -> Option<Message> {
        let to = Mailbox::new(None, to.parse().ok()?);
        let domain = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject())
            .message_id(Some(format!("<{}@{domain}>", Uuid::new_v4())))
            // No answer from an absence comes back.
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text(&self.site))
            .ok()
    }
}

/// The address of a server as lettre reads it: encrypted from the first byte (smtps), or after a word in the open (smtp), and
/// only on this machine not at all.
fn address(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    let is_plain = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    let host = url.host().filter(|_| is_plain)?;
    // The url crate reads no numbers in schemes that it does not know.
    let is_here = match host {
        Host::Domain(name) => name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
    };
    match url.scheme() {
        "smtps" => {}
        "smtp" if is_here => {}
        "smtp" => url.set_query(Some("tls=required")),
        _ => return None,
    }
    Some(url)
}

impl Letter<'_> {
    fn subject(&self) -> String {
        match self {
            Self::Invitation { team, .. } => format!("You are invited to {}", printable(team, NAME)),
            Self::Welcome { team } => format!("You belong to {} now", printable(team, NAME)),
            Self::Reset { .. } => "A new password for Rapport".to_owned(),
            Self::Changed => "Your password for Rapport has changed".to_owned(),
        }
    }

    fn text(&self, site: &str) -> String {
        match self {
            Self::Invitation { team, link } => format!(
                "Hello,\n\nan owner of {} lets you in to Rapport, which shows whom the team's campaigns on LinkedIn reach.\n\n\
                 Choose a password within three days:\n\n{site}/link?token={link}\n\n\
                 The link is good once, and opens your account to whoever has it: pass it on to nobody.\n\
                 If you do not know what this is about, do nothing.\n",
                printable(team, NAME)
            ),
            Self::Welcome { team } => format!(
                "Hello,\n\nyou belong to {} now. Sign in as ever, and choose the team at the top of the page:\n\n{site}/\n\n\
                 If you do not know what this is about, do nothing.\n",
                printable(team, NAME)
            ),
            Self::Reset { link, good_for } => format!(
                "Hello,\n\nsomebody, most likely you, wants a new password for your account in Rapport. Choose it within {good_for}:\n\n\
                 {site}/link?token={link}\n\n\
                 The link is good once, and opens your account to whoever has it: pass it on to nobody.\n\
                 If it was not you, do nothing: your password stays as it is.\n"
            ),
            Self::Changed => format!(
                "Hello,\n\nthe password of your account in Rapport has changed, and every other session has ended.\n\n\
                 If it was not you, choose another at once, and tell an owner of your team:\n\n{site}/sign-in/forgotten\n"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailer(server: &str, from: &str) -> Result<Mailer, Error> {
        Mailer::new(&SecretString::from(server), from, "https://rapport.company.example")
    }

    #[test]
    fn nothing_leaves_this_machine_in_the_open() {
        let read = |text| address(text).map(|url| url.to_string());
        assert_eq!(read("smtps://u:p@mail.example").as_deref(), Some("smtps://u:p@mail.example"));
        assert_eq!(read("smtp://u:p@mail.example:587").as_deref(), Some("smtp://u:p@mail.example:587?tls=required"));
        assert_eq!(read("smtp://127.0.0.1:2525").as_deref(), Some("smtp://127.0.0.1:2525"));
        assert_eq!(
            read("smtp://127.0.0.1.evil.example").as_deref(),
            Some("smtp://127.0.0.1.evil.example?tls=required")
        );
        for wrong in
            ["", "mail.example", "https://mail.example", "smtp://h?tls=opportunistic", "smtp://h/path", "smtp:///"]
        {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_setting_that_makes_no_sense_is_named_and_not_quoted() {
        for (server, from, name) in [
            ("smtps://user:canary-of-a-mail-server@", "Rapport <r@company.example>", "RAPPORT_SMTP_URL"),
            ("smtps://user:canary-of-a-mail-server@mail.example", "nobody", "RAPPORT_MAIL_FROM"),
        ] {
            let error = mailer(server, from).unwrap_err().to_string();
            assert!(error.contains(name) && !error.contains("canary"), "{error}");
        }
        let good = mailer("smtps://user:canary-of-a-mail-server@mail.example", "Rapport <r@company.example>").unwrap();
        assert!(!format!("{good:?}").contains("canary"));
    }

    #[test]
    fn nobody_writes_a_header_or_another_mailbox() {
        let mailer = mailer("smtp://127.0.0.1:25", "Rapport <r@company.example>").unwrap();
        let team = "Team\r\nBcc: all@mail.example\r\n\r\nBuy this";
        let message = mailer.write("eva@mail.example", Letter::Invitation { team, link: "AAAA" }).unwrap();
        assert_eq!(message.envelope().to().len(), 1);
        let text = String::from_utf8(message.formatted()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(!head.lines().any(|line| line.starts_with("Bcc") || line.starts_with("Buy")), "{head}");
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
        assert!(!body.lines().any(|line| line.starts_with("Bcc")), "{body}");
        for odd in ["", "eva", "eva@mail.example, all@mail.example", "eva@mail.example\r\nBcc: x@y.example"] {
            assert!(mailer.write(odd, Letter::Changed).is_none(), "{odd:?}");
        }
    }
}
