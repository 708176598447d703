//! A server of webhooks, and somebody who delivers.

use std::{net::SocketAddr, sync::Arc};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use clap::Parser as _;
use hmac::{Hmac, KeyInit as _, Mac as _};
use rapport::{
    config::Config,
    db::{Database, TenantId, address::Address},
    hooks::{
        Hooks, Options,
        process::{Processed, process_pending},
        signature::{Secret, to_hex},
    },
    model::{
        keys::Keyring,
        webhooks::{self, Kind},
    },
};
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_postgres::Client;
use uuid::Uuid;

use crate::support::app::{DEFAULT, TestApp, TestDir};

/// What no answer, row or message may ever hold.
pub const CANARY: &str = "canary-secret-of-a-webhook";
/// The post that everything is about.
pub const POST: &str = "https://www.linkedin.com/feed/update/urn:li:activity:7345012345678901248/";

/// A program takes its flags in a struct of its own.
#[derive(clap::Parser)]
struct Flags {
    #[command(flatten)]
    config: Config,
}

/// A server, and the database behind it.
pub struct Stand {
    pub app: TestApp,
    pub database: Arc<Database>,
    pub keyring: Arc<Keyring>,
    pub owner: Client,
    pub address: SocketAddr,
    pub files: TestDir,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    /// Everything, but for the date.
    pub whole: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let head = self.whole.split("\r\n\r\n").next().unwrap();
        head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name).map(|(_, value)| value))
    }

    pub fn body(&self) -> &str {
        self.whole.split_once("\r\n\r\n").unwrap().1
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(self.body()).unwrap()
    }
}

impl Stand {
    pub async fn open(name: &str) -> Self {
        Self::with(name, Options::default()).await
    }

    pub async fn with(name: &str, options: Options) -> Self {
        let app = TestApp::new().await;
        let files = TestDir::new(name);
        let key = files.0.join("master.key");
        std::fs::write(&key, BASE64_STANDARD.encode([7; 32])).unwrap();
        let database = Arc::new(Database::new(Address::local(app.config.clone()), None));
        let flags = Flags::parse_from(["test", "--master-key-file", key.to_str().unwrap()]);
        let keyring = Arc::new(Keyring::open(&database, &flags.config).await.unwrap());
        let hooks = Hooks::new(Arc::clone(&database), Arc::clone(&keyring), options).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(axum::serve(listener, hooks.router()).into_future());
        let owner = app.owner().await;
        owner.batch_execute("insert into tenants (slug, name) values ('other', 'Other')").await.unwrap();
        Self { app, database, keyring, owner, address, files }
    }

    pub async fn tenant(&self, slug: &str) -> TenantId {
        TenantId(self.owner.query_one("select id from tenants where slug = $1", &[&slug]).await.unwrap().get(0))
    }

    /// A source of the default tenant.
    pub async fn source(&self, name: &str, kind: Kind, secret: &[u8]) -> Uuid {
        self.source_of(DEFAULT, name, kind, secret).await
    }

    pub async fn source_of(&self, tenant: TenantId, name: &str, kind: Kind, secret: &[u8]) -> Uuid {
        let wanted = match kind {
            Kind::LinkedIn => Some("company_page"),
            Kind::Apify => Some("apify"),
            Kind::Generic => None,
        };
        let tx = self.database.tenant(tenant).await.unwrap();
        let connection = match wanted {
            Some(wanted) => {
                let statement =
                    format!("insert into linkedin_connections (name, type) values ('{name}', '{wanted}') returning id");
                Some(tx.query_one(&statement, &[]).await.unwrap().get(0))
            }
            None => None,
        };
        let secret = Secret::new(secret).unwrap();
        let id = webhooks::add(&self.database, &self.keyring, &tx, name, kind, connection, &secret).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub async fn send(&self, request: Vec<u8>) -> Reply {
        send(self.address, &request).await.unwrap()
    }

    /// What is due in the default tenant, worked through.
    pub async fn process(&self) -> Processed {
        process_pending(&self.database, DEFAULT, 1_000).await.unwrap()
    }

    /// The first column of the first row, with the owner's eyes.
    pub async fn one<T: for<'a> tokio_postgres::types::FromSql<'a>>(&self, statement: &str) -> T {
        self.owner.query_one(statement, &[]).await.unwrap().get(0)
    }

    /// Every row of every table, as text.
    pub async fn everything(&self) -> String {
        let tables: Vec<String> = self
            .owner
            .query("select unnest(app.own_tables())", &[])
            .await
            .unwrap()
            .iter()
            .map(|row| row.get(0))
            .collect();
        let mut all = String::new();
        for table in tables {
            let rows = self.owner.query(&format!("select t::text from public.{table} t"), &[]).await.unwrap();
            for row in rows {
                all.push_str(&row.get::<_, String>(0));
                all.push('\n');
            }
        }
        all
    }
}

/// Sends a request, and reads what comes until the connection ends; an error where it ends without an answer.
pub async fn send(address: SocketAddr, request: &[u8]) -> std::io::Result<Reply> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request).await?;
    reply(&mut stream).await
}

/// Reads what comes until the connection ends.
pub async fn reply(stream: &mut TcpStream) -> std::io::Result<Reply> {
    let mut whole = Vec::new();
    stream.read_to_end(&mut whole).await?;
    let whole = String::from_utf8(whole).unwrap();
    let status = whole.split(' ').nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| std::io::Error::other(format!("no answer: {whole:?}")))?;
    let whole = whole.split_inclusive("\r\n").filter(|line| !line.starts_with("date: ")).collect();
    Ok(Reply { status, whole })
}

/// A request, with what makes it whole.
pub fn request(path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: hooks.example\r\nconnection: close\r\n{}content-length: {}\r\n\r\n",
        headers.concat(),
        body.len()
    );
    [head.as_bytes(), body].concat()
}

pub const JSON: (&str, &str) = ("content-type", "application/json");

pub fn hmac(secret: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().to_vec()
}

/// A delivery that is signed as Standard Webhooks says.
#[derive(Debug, Clone)]
pub struct Signed {
    pub path: String,
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub body: Vec<u8>,
}

impl Signed {
    pub fn new(path: &str, secret: &[u8], id: &str, at: i64, body: &str) -> Self {
        let timestamp = at.to_string();
        let signature = hmac(secret, &[id.as_bytes(), b".", timestamp.as_bytes(), b".", body.as_bytes()]);
        Self {
            path: path.to_owned(),
            id: id.to_owned(),
            timestamp,
            signature: format!("v1,{}", BASE64_STANDARD.encode(signature)),
            body: body.as_bytes().to_vec(),
        }
    }

    /// One of the default tenant's source `zapier`, with the canary for its secret, sent now.
    pub fn now(id: &str, body: &str) -> Self {
        Self::new("/hooks/default/zapier", CANARY.as_bytes(), id, jiff::Timestamp::now().as_second(), body)
    }

    pub fn request(&self) -> Vec<u8> {
        let headers = [
            JSON,
            ("webhook-id", &self.id),
            ("webhook-timestamp", &self.timestamp),
            ("webhook-signature", &self.signature),
        ];
        request(&self.path, &headers, &self.body)
    }
}

pub fn linkedin(path: &str, secret: &[u8], body: &str) -> Vec<u8> {
    let signature = to_hex(&hmac(secret, &[b"hmacsha256=", body.as_bytes()]));
    request(path, &[JSON, ("x-li-signature", &signature)], body.as_bytes())
}

/// The reaction of somebody, as an event tells of it.
pub fn reaction(member: &str, kind: &str, at: Option<&str>) -> Value {
    json!({
        "post_url": POST, "engagement_type": "reaction", "reaction_type": kind, "occurred_at": at,
        "person": {"linkedin_url": format!("https://www.linkedin.com/in/{member}"), "name": format!("Sample {member}"),
            "headline": "Head of Marketing at Nordlicht"},
    })
}

pub fn created(data: &Value) -> String {
    json!({"type": "engagement.created", "data": data}).to_string()
}
