//! A mail server that delivers nothing: it keeps what it is given, for whoever looks.

use std::{
    io::{self, BufRead as _, BufReader, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};

/// Who may send.
pub const USER: &str = "rapport";
/// The only password.
pub const PASSWORD: &str = "simulated-password-of-mail";

/// How it answers the next mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// It takes them.
    #[default]
    Good,
    /// It refuses whom they are for, for good.
    Refuses,
    /// It asks to come later.
    Busy,
    /// It says nothing once it has greeted.
    Silent,
}

/// A mail as it came.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Whom the envelope names.
    pub to: Vec<String>,
    /// Headers and text, as they came.
    pub raw: String,
}

impl Mail {
    /// A header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.raw.split("\r\n\r\n").next().unwrap_or_default();
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }

    /// The text, without the marks of its encoding.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.raw.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        if self.header("Content-Transfer-Encoding") == Some("quoted-printable") {
            text.replace("=\r\n", "").replace("=3D", "=")
        } else {
            text.to_owned()
        }
    }

    /// The token of the link in it.
    #[must_use]
    pub fn token(&self) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once("/link?token=")?;
        Some(rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
    }
}

#[derive(Default)]
struct Postbox {
    mails: Mutex<Vec<Mail>>,
    came: Condvar,
    mood: Mutex<Mood>,
    ends: AtomicBool,
}

/// A mail server that runs.
pub struct Smtp {
    address: SocketAddr,
    shared: Arc<Postbox>,
    thread: Option<JoinHandle<()>>,
}

impl Smtp {
    /// Listens at a port of the loopback, 0 for any that is free.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Postbox::default());
        let ours = Arc::clone(&shared);
        let accept = move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if ours.ends.load(Ordering::SeqCst) {
                    break;
                }
                let shared = Arc::clone(&ours);
                // One that breaks off has said all that it had to say.
                std::thread::spawn(move || drop(talk(&stream, &shared)));
            }
        };
        let thread = std::thread::Builder::new().name("simulator".to_owned()).spawn(accept)?;
        Ok(Self { address, shared, thread: Some(thread) })
    }

    /// Where it is, with what opens it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("smtp://{USER}:{PASSWORD}@{}", self.address)
    }

    /// How it answers from now on.
    pub fn set_mood(&self, mood: Mood) {
        *self.shared.mood.lock().unwrap_or_else(PoisonError::into_inner) = mood;
    }

    /// What has come so far.
    #[must_use]
    pub fn mails(&self) -> Vec<Mail> {
        self.shared.mails.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until so many have come, or for as long as this; what has come.
    #[must_use]
    pub fn wait_for(&self, count: usize, patience: Duration) -> Vec<Mail> {
        let end = Instant::now() + patience;
        let mut mails = self.shared.mails.lock().unwrap_or_else(PoisonError::into_inner);
        while mails.len() < count {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            mails = self.shared.came.wait_timeout(mails, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        mails.clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.shared.ends.store(true, Ordering::SeqCst);
        // Whoever waits for a connection hears of it by one.
        drop(TcpStream::connect(self.address));
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn talk(stream: &TcpStream, shared: &Postbox) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    let (mut lines, mut writer) = (BufReader::new(stream), stream);
    let mut say = |text: &str| writer.write_all(format!("{text}\r\n").as_bytes());
    say("220 simulator ESMTP")?;
    let (mut knows, mut to) = (false, Vec::new());
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let mood = *shared.mood.lock().unwrap_or_else(PoisonError::into_inner);
        if mood == Mood::Silent {
            continue;
        }
        let command = line.trim_end();
        let upper = command.to_ascii_uppercase();
        if upper.starts_with("EHLO") {
            say("250-simulator\r\n250 AUTH PLAIN")?;
        } else if let Some(given) = command.strip_prefix("AUTH PLAIN ") {
            let given = BASE64_STANDARD.decode(given).unwrap_or_default();
            knows = given == format!("\0{USER}\0{PASSWORD}").into_bytes();
            // As talkative as some servers are.
            let words = String::from_utf8_lossy(&given).replace('\0', " ");
            if knows { say("235 welcome") } else { say(&format!("535 nobody is{words}")) }?;
        } else if upper.starts_with("MAIL FROM") {
            to.clear();
            say(if knows { "250 go on" } else { "530 who are you?" })?;
        } else if upper.starts_with("RCPT TO") {
            to.push(command.split(['<', '>']).nth(1).unwrap_or_default().to_owned());
            say(match mood {
                Mood::Refuses => "550 there is no such mailbox",
                Mood::Busy => "451 come later",
                _ => "250 go on",
            })?;
        } else if upper == "DATA" {
            say("354 go on")?;
            let raw = read_data(&mut lines)?;
            // Kept before it is acknowledged, as whoever acknowledges promises.
            shared.mails.lock().unwrap_or_else(PoisonError::into_inner).push(Mail { to: std::mem::take(&mut to), raw });
            shared.came.notify_all();
            say("250 taken")?;
        } else if upper == "QUIT" {
            return say("221 bye");
        } else {
            say("250 well")?;
        }
    }
}

fn read_data(lines: &mut impl io::BufRead) -> io::Result<String> {
    let mut raw = String::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 || line == ".\r\n" {
            return Ok(raw);
        }
        raw.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
