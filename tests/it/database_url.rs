//! A server of the user's own, named by `DATABASE_URL`: reached over a network with TLS, by libpq's rules, and never
//! replaced by another when it cannot be reached.

use std::{
    fs,
    net::Ipv4Addr,
    os::unix::fs::{MetadataExt as _, chown},
    path::PathBuf,
    process::{Command, Output},
};

use rapport_database::cluster::{Cluster, ClusterOptions, find_binaries};
use tokio_postgres::NoTls;

use crate::support::app::TestDir;

const PASSWORD: &str = "a canary of a password";

/// A PostgreSQL that asks for TLS and a password, on an address that only this machine has.
struct Server {
    address: Ipv4Addr,
    authority: PathBuf,
    stranger: PathBuf,
    // The server stops before its files go.
    _cluster: Cluster,
    _dir: TestDir,
}

impl Server {
    async fn start(name: &str) -> Self {
        let dir = TestDir::new(name);
        let options = || ClusterOptions {
            data_dir: dir.0.join("data"),
            binaries: find_binaries(None).expect("PostgreSQL is installed"),
            durable: false,
        };
        let cluster = Cluster::open(options()).unwrap();
        let params = cluster.connection_params();
        let (client, connection) = tokio_postgres::Config::new()
            .host_path(&params.socket_dir)
            .port(params.port)
            .user(params.user)
            .dbname(params.dbname)
            .connect(NoTls)
            .await
            .unwrap();
        tokio::spawn(connection);
        client.batch_execute(&format!("create role remote superuser login password '{PASSWORD}'")).await.unwrap();
        client.batch_execute("create database remote owner remote").await.unwrap();
        drop(client);
        cluster.stop().unwrap();

        // One authority signs the server's certificate, another one has nothing to do with it.
        let [authority, stranger] = ["authority", "stranger"].map(|name| {
            let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
            params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
            params.distinguished_name.push(rcgen::DnType::CommonName, name);
            rcgen::CertifiedIssuer::self_signed(params, rcgen::KeyPair::generate().unwrap()).unwrap()
        });
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate =
            rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &authority).unwrap();
        let data = dir.0.join("data/postgres");
        let owner = fs::metadata(&data).unwrap();
        // The port is in the socket's name, by which the cluster is watched; so the address is what is our own.
        let [.., high, low] = std::process::id().to_be_bytes();
        let address = Ipv4Addr::new(127, 15, high, low.max(1));
        for (name, text) in [
            ("server.crt", certificate.pem()),
            ("server.key", key.serialize_pem()),
            (
                "network_hba.conf",
                "local all all peer map=rapport\nhostssl all all 127.0.0.0/8 scram-sha-256\n".to_owned(),
            ),
        ] {
            fs::write(data.join(name), text).unwrap();
            fs::set_permissions(data.join(name), std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
            chown(data.join(name), Some(owner.uid()), Some(owner.gid())).unwrap();
        }
        let conf = fs::read_to_string(data.join("postgresql.conf")).unwrap();
        let network = format!(
            "listen_addresses = '{address}'\nssl = on\nhba_file = '{}'\n",
            data.join("network_hba.conf").display()
        );
        fs::write(data.join("postgresql.conf"), format!("{conf}\n{network}")).unwrap();
        let file = |name: &str, text: String| {
            let path = dir.0.join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let (authority, stranger) = (file("authority.crt", authority.pem()), file("stranger.crt", stranger.pem()));
        Self { address, authority, stranger, _cluster: Cluster::open(options()).unwrap(), _dir: dir }
    }

    /// The binary, which takes the server for `host`.
    fn rapport(&self, host: &str, parameters: &str, args: &[&str]) -> Output {
        let password = PASSWORD.replace(' ', "%20");
        let url = format!("postgres://remote:{password}@{host}/remote?hostaddr={}&{parameters}", self.address);
        Command::new(env!("CARGO_BIN_EXE_rapport")).env_clear().env("DATABASE_URL", url).args(args).output().unwrap()
    }

    /// What the program says on stderr when it does not get through; never the password.
    fn refusal(&self, host: &str, parameters: &str) -> String {
        let output = self.rapport(host, parameters, &["tenant", "list"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success(), "{host} {parameters} was let in");
        assert!(!said.contains("canary"), "{said}");
        said
    }
}

#[tokio::test]
async fn a_server_is_reached_with_tls_as_its_url_says() {
    let server = Server::start("tls").await;
    let trusted = server.authority.display();
    let migrated = server.rapport("localhost", "sslmode=require", &["migrate"]);
    assert!(migrated.status.success(), "{}", String::from_utf8_lossy(&migrated.stderr));
    for parameters in [
        String::new(),
        "sslmode=prefer".to_owned(),
        format!("sslmode=verify-full&sslrootcert={trusted}"),
        format!("sslmode=verify-ca&sslrootcert={trusted}"),
        format!("sslmode=require&sslrootcert={trusted}"),
    ] {
        let output = server.rapport("localhost", &parameters, &["tenant", "list", "--json"]);
        assert!(output.status.success(), "{parameters}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let stranger = server.stranger.display();
    for (host, parameters, hint) in [
        ("localhost", format!("sslmode=verify-full&sslrootcert={stranger}"), "UnknownIssuer"),
        ("localhost", format!("sslmode=require&sslrootcert={stranger}"), "UnknownIssuer"),
        ("localhost", "sslmode=verify-full".to_owned(), "UnknownIssuer"),
        // Signed by the right authority, for another host.
        ("database.example", format!("sslmode=verify-full&sslrootcert={trusted}"), "not valid for name"),
        ("localhost", "sslmode=disable".to_owned(), "no encryption"),
    ] {
        let said = server.refusal(host, &parameters);
        assert!(said.contains(hint), "{parameters}: {hint:?} is not in {said}");
    }
}
