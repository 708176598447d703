//! No address that only this machine can reach is ever called, however it is written.
//!
//! A sentinel listens on every address of this machine. The corpus writes `{port}` where its port goes, and the guard of these
//! tests takes that port for the web's, so that the address alone can be what stops a call.

use std::{
    collections::HashMap,
    future::Future,
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener},
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use super::{
    super::{
        CallError, Cause, Client, Lookup, Options, Request,
        guard::{AllowedOrigins, Guard, Refused},
    },
    Upstream, answer, options,
};

/// Counts who connects to any address of this machine.
struct Sentinel {
    port: u16,
    connections: Arc<AtomicUsize>,
}

impl Sentinel {
    fn start() -> Self {
        // The first takes IPv4 as well, where there is IPv6.
        let listener = TcpListener::bind("[::]:0").or_else(|_| TcpListener::bind("0.0.0.0:0")).unwrap();
        let sentinel = Self { port: listener.local_addr().unwrap().port(), connections: Arc::default() };
        let connections = Arc::clone(&sentinel.connections);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                drop(stream);
                connections.fetch_add(1, Ordering::SeqCst);
            }
        });
        sentinel
    }

    /// Connects itself, and so knows that all who came before have been counted: the kernel gives them in order.
    fn others(&self) -> usize {
        let before = self.connections.load(Ordering::SeqCst);
        drop(std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap());
        let mut now = before;
        for _ in 0..1000 {
            now = self.connections.load(Ordering::SeqCst);
            if now > before {
                break;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        assert!(now > before, "the sentinel sees who comes");
        self.connections.fetch_sub(1, Ordering::SeqCst) - 1
    }

    fn client(&self, options: Options) -> Client {
        let guard = Guard { port: self.port, ..Guard::new(options.allowed.clone()) };
        Client::with_guard(options, guard).unwrap()
    }
}

/// Names and what they stand for, one answer after the other; the last one stays.
#[derive(Clone, Default)]
struct FakeLookup {
    names: Arc<Mutex<HashMap<&'static str, Vec<&'static str>>>>,
    questions: Arc<AtomicUsize>,
}

impl FakeLookup {
    fn of(names: &[(&'static str, &[&'static str])]) -> Self {
        let names = names.iter().map(|(name, answers)| (*name, answers.iter().rev().copied().collect()));
        Self { names: Arc::new(Mutex::new(names.collect())), ..Self::default() }
    }

    fn questions(&self) -> usize {
        self.questions.load(Ordering::SeqCst)
    }
}

impl Lookup for FakeLookup {
    fn lookup(&self, name: &str) -> Pin<Box<dyn Future<Output = io::Result<Vec<IpAddr>>> + Send>> {
        self.questions.fetch_add(1, Ordering::SeqCst);
        let mut names = self.names.lock().unwrap();
        let addresses = names.get_mut(name.trim_end_matches('.')).map(|answers| {
            let answer = answers.pop().unwrap();
            if answers.is_empty() {
                answers.push(answer);
            }
            answer.split(' ').filter(|text| !text.is_empty()).map(|text| text.parse().unwrap()).collect()
        });
        Box::pin(async move { addresses.ok_or_else(|| io::Error::other("no such name")) })
    }
}

/// Names of the corpus. The first ones are like those of real services that give back the address in their name.
const NAMES: &[(&str, &[&str])] = &[
    ("127.0.0.1.nip.io", &["127.0.0.1"]),
    ("10-0-0-1.sslip.io", &["10.0.0.1"]),
    ("7f000001.nip.io", &["127.0.0.1"]),
    ("localtest.me", &["127.0.0.1 ::1"]),
    ("metadata.example.com", &["169.254.169.254"]),
    ("both.example.com", &["93.184.216.34 127.0.0.1"]),
    ("last.example.com", &["93.184.216.34 2606:2800:220:1::1 fd00::1"]),
    ("any.example.com", &["0.0.0.0"]),
    ("six.example.com", &["::1"]),
    ("mapped.example.com", &["::ffff:127.0.0.1"]),
    ("nat64.example.com", &["64:ff9b::7f00:1"]),
    ("ula.example.com", &["fd00:ec2::254"]),
    ("empty.example.com", &[""]),
    ("xn--e1afmkfd.xn--p1ai", &["10.1.2.3"]),
    ("xn--ls8h.la", &["192.168.1.1"]),
    ("under_score.example.com", &["127.0.0.1"]),
];

/// Every one is refused by [`Guard::route`] or by the resolver, except those that are no URL at all.
const HOSTILE: &[&str] = &[
    // IPv4, in all the ways that some parser takes for it.
    "https://127.0.0.1:{port}/",
    "https://127.1:{port}/",
    "https://127.0.1:{port}/",
    "https://2130706433:{port}/",
    "https://0x7f000001:{port}/",
    "https://0X7F.0.0.1:{port}/",
    "https://0x7f.0x0.0x0.0x1:{port}/",
    "https://017700000001:{port}/",
    "https://0177.0.0.01:{port}/",
    "https://0177.0x0.0.1:{port}/",
    "https://127.0.0.1.:{port}/",
    "https://127.255.255.254:{port}/",
    "https://0:{port}/",
    "https://0.0.0.0:{port}/",
    "https://00000000.0.0.0:{port}/",
    "https://%31%32%37.0.0.1:{port}/",
    "https://127%2e0%2e0%2e1:{port}/",
    "https://１２７.０.０.１:{port}/",
    "https://①②⑦.⓪.⓪.①:{port}/",
    "https://127。0。0。1:{port}/",
    "https://127．0．0．1:{port}/",
    "https://127\u{ad}.0.0.1:{port}/",
    "https://12\t7.0.\n0.1:{port}/",
    "  https://127.0.0.1:{port}/  ",
    "https:\\\\127.0.0.1:{port}\\",
    "https:127.0.0.1:{port}",
    "https:///127.0.0.1:{port}/",
    "HTTPS://127.0.0.1:{port}/",
    "https://10.0.0.1:{port}/",
    "https://10.255.255.255:{port}/",
    "https://172.16.0.1:{port}/",
    "https://172.31.255.254:{port}/",
    "https://192.168.0.1:{port}/",
    "https://3232235521:{port}/",
    "https://100.64.0.1:{port}/",
    "https://100.100.100.200:{port}/latest/meta-data/",
    "https://169.254.169.254:{port}/latest/meta-data/",
    "https://169.254.170.2:{port}/v2/credentials",
    "https://2852039166:{port}/",
    "https://0xa9fea9fe:{port}/",
    "https://0251.0376.0251.0376:{port}/",
    "https://168.63.129.16:{port}/machine",
    "https://192.0.0.192:{port}/opc/v2/",
    "https://192.0.2.1:{port}/",
    "https://192.88.99.1:{port}/",
    "https://198.18.0.1:{port}/",
    "https://198.51.100.1:{port}/",
    "https://203.0.113.1:{port}/",
    "https://224.0.0.1:{port}/",
    "https://239.255.255.250:{port}/",
    "https://240.0.0.1:{port}/",
    "https://255.255.255.255:{port}/",
    // IPv6.
    "https://[::1]:{port}/",
    "https://[::]:{port}/",
    "https://[0:0:0:0:0:0:0:1]:{port}/",
    "https://[0000::0001]:{port}/",
    "https://[::127.0.0.1]:{port}/",
    "https://[::7f00:1]:{port}/",
    "https://[::ffff:127.0.0.1]:{port}/",
    "https://[::ffff:7f00:1]:{port}/",
    "https://[::ffff:10.0.0.1]:{port}/",
    "https://[::ffff:a9fe:a9fe]:{port}/",
    "https://[::ffff:0:127.0.0.1]:{port}/",
    "https://[64:ff9b::127.0.0.1]:{port}/",
    "https://[64:ff9b::a9fe:a9fe]:{port}/",
    "https://[64:ff9b:1::10.0.0.1]:{port}/",
    "https://[2002:7f00:1::]:{port}/",
    "https://[2001:0:7f00:1::]:{port}/",
    "https://[2001:db8::1]:{port}/",
    "https://[3fff::1]:{port}/",
    "https://[100::1]:{port}/",
    "https://[fc00::1]:{port}/",
    "https://[fd00:ec2::254]:{port}/latest/meta-data/",
    "https://[fe80::1]:{port}/",
    "https://[fe80::1%25lo]:{port}/",
    "https://[fec0::1]:{port}/",
    "https://[ff02::1]:{port}/",
    // Names of a local network.
    "https://localhost:{port}/",
    "https://LOCALHOST:{port}/",
    "https://localhost.:{port}/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "https://loc%61lhost:{port}/",
    "https://sub.localhost:{port}/",
    "https://printer.local:{port}/",
    "https://metadata.google.internal:{port}/computeMetadata/v1/",
    "https://metadata:{port}/",
    "https://kubernetes:{port}/",
    "https://router.home.arpa:{port}/",
    // Names of the internet that lead inside.
    "https://127.0.0.1.nip.io:{port}/",
    "https://10-0-0-1.sslip.io:{port}/",
    "https://7f000001.nip.io:{port}/",
    "https://localtest.me:{port}/",
    "https://LOCALTEST.me.:{port}/",
    "https://ｌｏｃａｌｔｅｓｔ.me:{port}/",
    "https://metadata.example.com:{port}/",
    "https://both.example.com:{port}/",
    "https://last.example.com:{port}/",
    "https://any.example.com:{port}/",
    "https://six.example.com:{port}/",
    "https://mapped.example.com:{port}/",
    "https://nat64.example.com:{port}/",
    "https://ula.example.com:{port}/",
    "https://пример.рф:{port}/",
    "https://💩.la:{port}/",
    "https://under_score.example.com:{port}/",
    // Two hosts in one address, of which each reader sees another.
    "https://example.com@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}@example.com/",
    "https://example.com:{port}@127.0.0.1:{port}/",
    "https://user:password@example.com/",
    "https://:@127.0.0.1:{port}/",
    "https://@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}\\@example.com/",
    "https://127.0.0.1:{port}#@example.com/",
    "https://127.0.0.1:{port}?@example.com/",
    "https://example.com%40127.0.0.1:{port}/",
    "https://example.com%00.127.0.0.1:{port}/",
    "https://127.0.0.1 example.com:{port}/",
    // Other protocols, and other ports.
    "http://127.0.0.1:{port}/",
    "http://example.com/",
    "http://localtest.me:{port}/",
    "//127.0.0.1:{port}/",
    "127.0.0.1:{port}",
    "ftp://127.0.0.1:{port}/",
    "ws://127.0.0.1:{port}/",
    "gopher://127.0.0.1:{port}/_GET",
    "file:///etc/passwd",
    "data:text/plain,x",
    "unix:/run/docker.sock",
    "javascript:alert(1)",
    "https://",
    "https://:{port}/",
    "",
    "https://example.com:22/",
    "https://example.com:80/",
    "https://example.com:8443/",
    "https://127.0.0.1:22/",
    "https://example.com:99999/",
];

#[tokio::test]
async fn s9_no_hostile_address_is_ever_connected_to() {
    let sentinel = Sentinel::start();
    let lookup = FakeLookup::of(NAMES);
    let client = sentinel.client(Options { lookup: Arc::new(lookup.clone()), ..options() });
    // As users are guarded: the same rules, of the real port.
    let real = Client::new(Options { lookup: Arc::new(lookup), ..options() }).unwrap();
    let mut blocked = 0;
    for hostile in HOSTILE {
        let text = hostile.replace("{port}", &sentinel.port.to_string());
        let Ok(url) = text.parse() else {
            assert_eq!(client.check(&text), Err(Refused::NotAnAddress), "{text}");
            continue;
        };
        let error = client.send(&Request::post("hook", url).json(&"secret")).await.expect_err(&text);
        assert!(matches!(error.cause, Cause::Blocked(_)), "{text}: {error}");
        assert_eq!(error.kind(), "blocked");
        blocked += 1;
        let text = hostile.replace(":{port}", "");
        if let Ok(url) = text.parse() {
            let error = real.send(&Request::get("hook", url)).await.expect_err(&text);
            assert!(matches!(error.cause, Cause::Blocked(_)), "{text}: {error}");
        }
    }
    assert!(blocked >= 110, "{blocked} of {} could be tried", HOSTILE.len());
    assert_eq!(sentinel.others(), 0);
}

#[tokio::test]
async fn s9_the_corpus_would_reach_the_sentinel_if_nothing_stopped_it() {
    let sentinel = Sentinel::start();
    let lookup = FakeLookup::of(NAMES);
    let options = Options { lookup: Arc::new(lookup), connect_timeout: Duration::from_millis(50), ..options() };
    let unguarded = Guard { port: sentinel.port, judge: |_| None, ..Guard::new(AllowedOrigins::default()) };
    let client = Client::with_guard(options, unguarded).unwrap();
    let mut reached = 0;
    for hostile in HOSTILE.iter().filter(|hostile| hostile.contains("127.") || hostile.contains("localtest")) {
        let Ok(url) = hostile.replace("{port}", &sentinel.port.to_string()).parse() else { continue };
        let before = sentinel.others();
        let error = client.send(&Request::get("hook", url)).await.unwrap_err();
        reached += usize::from(sentinel.others() > before);
        assert!(!matches!(error.cause, Cause::Blocked(Refused::NotPublic(_))), "{error}");
    }
    assert!(reached >= 12, "{reached}");
}

#[test]
fn s9_what_is_entered_is_told_at_once_why_it_will_not_be_called() {
    let client = Client::new(options()).unwrap();
    let cases = [
        ("hooks.example.com", "it is not a web address"),
        ("https://", "it is not a web address"),
        ("mailto:somebody@example.com", "it is not a web address"),
        ("https://me:hunter2@example.com/", "it holds a user name or a password"),
        ("http://example.com/", "it does not begin with https://"),
        ("https://example.com:8443/", "it names another port than 443"),
        ("https://intranet/", "its host is a name of a local network"),
        ("https://192.168.1.1/", "it leads to a private network"),
        ("https://0x7f.1/", "it leads to this machine"),
        ("https://169.254.169.254/", "it leads to a link-local address, where clouds keep their metadata"),
        ("https://[::ffff:10.0.0.1]/", "it leads to an IPv4 address inside an IPv6 address"),
    ];
    for (url, words) in cases {
        assert_eq!(client.check(url).unwrap_err().to_string(), words, "{url}");
    }
    for fine in
        ["https://hooks.example.com/a?b=c#d", "https://93.184.216.34:443", "https://EXAMPLE.com.", "https://bücher.de"]
    {
        assert!(client.check(fine).is_ok(), "{fine}");
    }
}

#[tokio::test]
async fn s9_a_name_is_looked_up_once_for_a_connection_and_what_was_judged_is_what_is_called() {
    // Two addresses of the loopback play the internet and the private network.
    let internet = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = internet.local_addr().unwrap().port();
    let inside = TcpListener::bind((Ipv4Addr::new(127, 0, 0, 2), port)).unwrap();
    let guard = Guard {
        port,
        judge: |address| (address == IpAddr::from([127, 0, 0, 2])).then_some("a private network"),
        ..Guard::new(AllowedOrigins::default())
    };
    let count = |listener: TcpListener| {
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                drop(stream);
            }
        });
        connections
    };
    let (internet, inside) = (count(internet), count(inside));
    let lookup = FakeLookup::of(&[("rebind.example.com", &["127.0.0.1", "127.0.0.2", "127.0.0.1", "127.0.0.2"])]);
    let client = Client::with_guard(Options { lookup: Arc::new(lookup.clone()), ..options() }, guard).unwrap();
    let mut outcomes = Vec::new();
    for turn in 1..=5 {
        let url = format!("https://rebind.example.com:{port}/").parse().unwrap();
        let error: CallError = client.send(&Request::get("hook", url)).await.unwrap_err();
        assert_eq!(lookup.questions(), turn, "one question for one connection");
        outcomes.push(error.kind());
    }
    // The one that closes at once is no server of TLS, but it was the one that was judged.
    assert_eq!(outcomes, ["connect", "blocked", "connect", "blocked", "blocked"]);
    assert_eq!((internet.load(Ordering::SeqCst), inside.load(Ordering::SeqCst)), (2, 0));
}

#[tokio::test]
async fn s9_a_name_that_nobody_knows_is_not_called_a_danger() {
    let client = Client::new(Options { lookup: Arc::new(FakeLookup::of(NAMES)), ..options() }).unwrap();
    for name in ["unknown.example.com", "empty.example.com"] {
        let error = client.send(&Request::get("hook", format!("https://{name}/x").parse().unwrap())).await.unwrap_err();
        assert_eq!(error.to_string(), format!("https://{name}/hook: its name has no address"));
        assert_eq!(error.kind(), "unresolvable");
    }
    // The real resolver, asked for what never leaves the machine.
    let addresses = super::super::SystemLookup.lookup("localhost").await.unwrap();
    assert!(!addresses.is_empty() && addresses.iter().all(IpAddr::is_loopback), "{addresses:?}");
}

#[tokio::test]
async fn s9_a_redirect_inside_is_an_answer_and_not_a_way() {
    let sentinel = Sentinel::start();
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        let location = format!("location: http://127.0.0.1:{}/\r\nrefresh: 0; url=/\r\n", sentinel.port);
        let upstream = Upstream::start(answer(status, &location, "")).await;
        let answer = upstream.client().send(&Request::get("posts", upstream.url("/"))).await.unwrap();
        assert_eq!(answer.status.as_str(), &status[..3]);
        assert_eq!(upstream.requests().len(), 1);
    }
    assert_eq!(sentinel.others(), 0);
}

#[tokio::test]
async fn s9_an_allowed_origin_is_allowed_and_its_neighbours_are_not() {
    let upstream = Upstream::start(answer("200 OK", "", "")).await;
    let sentinel = Sentinel::start();
    let port = upstream.address.port();
    let lookup = FakeLookup::of(&[
        ("simulator.test", &["127.0.0.1"]),
        ("localtest.me", &["127.0.0.1"]),
        ("simulator", &["127.0.0.1"]),
    ]);
    let allowed =
        format!("http://127.0.0.1:{port},http://simulator.test:{port},http://simulator:{port}").parse().unwrap();
    let client = sentinel.client(Options { allowed, lookup: Arc::new(lookup), ..options() });
    let send = async |url: String| client.send(&Request::get("posts", url.parse().unwrap())).await;

    let fine = [
        format!("http://127.0.0.1:{port}/rest/posts?q=author"),
        format!("http://0x7f.1:{port}/"),
        format!("http://SIMULATOR.test:{port}/"),
        format!("http://simulator:{port}/"),
    ];
    for url in fine {
        assert_eq!(send(url.clone()).await.expect(&url).status.as_u16(), 200);
        assert!(client.check(&url).is_ok());
    }
    let neighbours = [
        format!("http://127.0.0.1:{}/", sentinel.port),
        format!("https://127.0.0.1:{}/", sentinel.port),
        format!("https://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://localtest.me:{port}/"),
        format!("https://localtest.me:{}/", sentinel.port),
        format!("http://127.0.0.2:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
        format!("http://[::1]:{port}/"),
        format!("http://127.0.0.1.:{port}0/"),
        format!("http://user@127.0.0.1:{port}/"),
        format!("http://127.0.0.1:{port}@example.com/"),
        format!("http://simulator.test.:{port}/"),
        format!("http://simulator.test:{}/", sentinel.port),
        // The name is known to the resolver of the allowed, which must not lend its eyes to another port.
        format!("https://simulator.test:{}/", sentinel.port),
        format!("https://simulator:{}/", sentinel.port),
        "http://127.0.0.1/".to_owned(),
        "https://127.0.0.1/".to_owned(),
    ];
    let before = upstream.connections();
    for url in neighbours {
        let error = match url.parse() {
            Ok(url) => client.send(&Request::get("posts", url)).await.unwrap_err().kind(),
            Err(_) => "blocked",
        };
        assert_eq!(error, "blocked", "{url}");
    }
    assert_eq!((sentinel.others(), upstream.connections()), (0, before));
}

#[tokio::test]
async fn s9_no_proxy_of_the_environment_is_asked() {
    // The environment is the process's, so that a process of its own has to run this test again.
    const STORY: &str = "http::tests::s9_guard::s9_an_allowed_origin_is_allowed_and_its_neighbours_are_not";
    let sentinel = Sentinel::start();
    let proxy = format!("http://127.0.0.1:{}", sentinel.port);
    let mut again = std::process::Command::new(std::env::current_exe().unwrap());
    again.args(["--exact", STORY]);
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        again.env(name, &proxy);
    }
    again.env_remove("no_proxy").env_remove("NO_PROXY").env_remove("REQUEST_METHOD");
    let output = again.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
    assert_eq!(sentinel.others(), 0);
}

#[test]
fn s9_the_real_guard_has_the_real_rules() {
    let guard = Guard::new(AllowedOrigins::default());
    assert_eq!(guard.port, 443);
    assert!((guard.judge)(SocketAddr::from(([10, 0, 0, 1], 443)).ip()).is_some());
}
