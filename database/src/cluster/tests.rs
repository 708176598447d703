//! The stories of a cluster's life, each in a data directory of its own, with real servers and real kills.

mod support;

use std::fs::{self, DirBuilder, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::wire::Wire;
use super::*;
use support::{DATA_DIR, Other, SmallDisk, TestDir, fill, kill, sql, until};

#[test]
#[ignore = "the other process of the stories below, which start it"]
#[expect(clippy::disallowed_methods, reason = "this is how one test process tells another")]
fn another_process() {
    let Some(data_dir) = std::env::var_os(DATA_DIR) else { return };
    let options = ClusterOptions { data_dir: data_dir.into(), binaries: find_binaries(None).unwrap(), durable: false };
    let cluster = Cluster::open(options).unwrap_or_else(|error| panic!("{error}"));
    println!("\nopen {}", cluster.postmaster_pid().unwrap());
    std::io::stdin().read_line(&mut String::new()).unwrap();
    println!("\nstopped {}", cluster.stop().unwrap());
}

#[test]
fn the_first_open_creates_and_the_last_stop_stops() {
    let dir = TestDir::new("data");
    assert_eq!(dir.state(), ClusterState::Absent);
    let cluster = dir.open().unwrap();
    let status = Cluster::status(&dir.data).unwrap();
    assert_eq!((status.state, status.in_use), (ClusterState::Running, true));
    assert_eq!(status.pid, cluster.postmaster_pid());
    assert_eq!(status.major, Some(cluster.options.binaries.major()));

    assert_eq!(sql(&cluster, "select current_user, current_database()"), "rapport,rapport");
    assert_eq!(sql(&cluster, "select rolsuper from pg_roles where rolname = 'rapport'"), "t");
    assert_eq!(sql(&cluster, "select upper('é'), 'a' < 'B', current_setting('server_encoding')"), "É,f,UTF8");
    assert_eq!(sql(&cluster, "show data_checksums"), "on");
    assert_eq!(sql(&cluster, "show listen_addresses"), "");
    assert_eq!(sql(&cluster, "show fsync"), "off");
    assert_eq!(sql(&cluster, "select count(*) from pg_file_settings where error is not null"), "0");
    assert_eq!(sql(&cluster, "select count(*) from pg_hba_file_rules where error is not null"), "0");
    sql(&cluster, "create table kept as select 42 as n");
    // What other programs must not reach or read.
    let mode = |path: &Path| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(&cluster.connection_params().socket_dir), 0o700);
    assert_eq!(mode(&dir.pgdata()), 0o700);
    assert_eq!(mode(cluster.log_path()), 0o600);

    let pid = cluster.postmaster_pid().unwrap();
    assert!(cluster.stop().unwrap());
    assert_eq!(dir.state(), ClusterState::Stopped);
    assert!(!Path::new(&format!("/proc/{pid}")).exists(), "neither a server nor a zombie is left");

    let cluster = dir.open().unwrap();
    assert_eq!(sql(&cluster, "select n from kept"), "42");
    // A database that somebody dropped is there again at the next open.
    Wire::connect(&cluster.place.socket(), ROLE, "postgres")
        .unwrap_or_else(|error| panic!("{error:?}"))
        .query("drop database rapport")
        .unwrap_or_else(|error| panic!("{error:?}"));
    let again = dir.open().unwrap();
    assert_eq!(sql(&again, "select current_database()"), "rapport");
    drop(again);
    assert_eq!(dir.state(), ClusterState::Running);
    drop(cluster);
    assert_eq!(dir.state(), ClusterState::Stopped);
}

#[test]
fn psql_takes_the_connection_url() {
    let dir = TestDir::new("a folder, with \"odd\" 100% names");
    let cluster = dir.open().unwrap();
    let psql = cluster.options.binaries.dir().join("psql");
    if !psql.is_file() {
        println!("skipped: no psql beside the server");
        return;
    }
    let ask = |account: Option<&super::account::Account>| {
        let mut command = match account {
            Some(account) => account.command(&psql, Path::new("/")),
            None => Command::new(&psql),
        };
        let output = command.args(["-Atc", "select current_user", &cluster.connection_url()]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(ask(None), "rapport\n");
    assert_eq!(ask(Some(&cluster.place.account)), "rapport\n");
}

#[test]
fn a_second_process_shares_the_server_and_survives_the_first() {
    let dir = TestDir::new("data");
    let (other, pid) = Other::open(&dir);
    let cluster = dir.open().unwrap();
    assert_eq!(cluster.postmaster_pid(), Some(pid));
    assert!(!other.stop(), "it was not the last");
    assert_eq!(sql(&cluster, "select 1"), "1");
    assert_eq!(cluster.postmaster_pid(), Some(pid));
    assert!(cluster.stop().unwrap());
    assert_eq!(dir.state(), ClusterState::Stopped);
}

#[test]
fn a_program_that_another_thread_is_starting_does_not_keep_the_server_up() {
    let dir = TestDir::new("data");
    let cluster = dir.open().unwrap();
    let copy = cluster.user.as_ref().and_then(User::copy).expect("the cluster is in use");
    assert!(cluster.stop().unwrap());
    drop(copy);
    assert_eq!(dir.state(), ClusterState::Stopped);
}

#[test]
fn many_that_come_and_go_at_once_never_meet_a_dead_server() {
    let dir = TestDir::new("data");
    dir.open().unwrap().stop().unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..5 {
                    let cluster = dir.open().unwrap();
                    assert_eq!(sql(&cluster, "select 1"), "1");
                    cluster.stop().unwrap();
                }
            });
        }
        let (other, _) = Other::open(&dir);
        other.stop();
    });
    assert_eq!(dir.state(), ClusterState::Stopped);
    let log = fs::read_to_string(dir.data.join("postgres.log")).unwrap();
    assert!(!log.contains("not properly shut down") && !log.contains("starting up"), "{log}");
}

#[test]
fn a_starter_that_is_killed_leaves_a_server_that_the_next_adopts_and_stops() {
    let dir = TestDir::new("data");
    let (other, pid) = Other::open(&dir);
    other.kill();
    let status = Cluster::status(&dir.data).unwrap();
    assert_eq!((status.state, status.in_use), (ClusterState::Running, false));
    let cluster = dir.open().unwrap();
    assert_eq!(cluster.postmaster_pid(), Some(pid));
    assert_eq!(sql(&cluster, "select 1"), "1");
    assert!(cluster.stop().unwrap());
    assert_eq!(dir.state(), ClusterState::Stopped);
}

#[test]
fn a_creator_that_is_killed_leaves_no_half_cluster() {
    let dir = TestDir::new("data");
    let other = Other::start(&dir);
    until("initdb is at work", || {
        fs::read_dir(&dir.data).into_iter().flatten().flatten().any(|entry| {
            entry.file_name().to_string_lossy().starts_with("postgres.new-") && entry.path().join("base").exists()
        })
    });
    other.kill();
    let cluster = dir.open().unwrap();
    assert_eq!(sql(&cluster, "select 1"), "1");
    assert!(
        !fs::read_dir(&dir.data)
            .unwrap()
            .flatten()
            .any(|entry| entry.path().join("base").exists() && entry.file_name() != "postgres")
    );
}

#[test]
fn a_killed_server_is_brought_up_again_with_all_that_was_committed() {
    let dir = TestDir::new("data");
    let cluster = dir.open().unwrap();
    sql(&cluster, "create table kept as select 42 as n");
    assert!(!cluster.restart_if_dead().unwrap());
    let pid = cluster.postmaster_pid().unwrap();
    kill(pid, Signal::KILL);
    until("it is dead", || cluster.postmaster_pid().is_none());
    assert!(cluster.restart_if_dead().unwrap());
    assert_ne!(cluster.postmaster_pid(), Some(pid));
    assert_eq!(sql(&cluster, "select n from kept"), "42");

    // The same for a process that comes later, and for one backend, after whose death the server recovers by itself.
    kill(cluster.postmaster_pid().unwrap(), Signal::KILL);
    let second = dir.open().unwrap();
    assert_eq!(sql(&second, "select n from kept"), "42");
    let mut wire = Wire::connect(&second.place.socket(), ROLE, DATABASE).unwrap_or_else(|error| panic!("{error:?}"));
    let rows = wire.query("select pg_backend_pid()").unwrap_or_else(|error| panic!("{error:?}"));
    let backend = rows[0][0].as_deref().unwrap().parse().unwrap();
    let pid = second.postmaster_pid();
    kill(backend, Signal::KILL);
    until("the server has noticed", || wire.query("select 1").is_err());
    assert!(!second.restart_if_dead().unwrap());
    // The server itself notices a little later than whoever was connected, and refuses everybody while it recovers.
    let mut kept = None;
    until("it has recovered", || {
        let answer =
            Wire::connect(&second.place.socket(), ROLE, DATABASE).and_then(|mut wire| wire.query("select n from kept"));
        kept = answer.ok();
        kept.is_some()
    });
    assert_eq!(kept.unwrap()[0][0].as_deref(), Some("42"));
    assert_eq!(second.postmaster_pid(), pid);
    assert!(!second.stop().unwrap());
    assert!(cluster.stop().unwrap());
}

#[test]
fn a_stale_pid_file_is_no_obstacle() {
    let dir = TestDir::new("data");
    let cluster = dir.open().unwrap();
    let server = cluster.postmaster_pid().unwrap();
    kill(server, Signal::KILL);
    until("it is dead", || cluster.postmaster_pid().is_none());
    drop(cluster);
    // The number is now another program's, of the server's own user: PostgreSQL would refuse to start.
    let place = Place::of(&dir.data).unwrap();
    let mut stranger = place.account.command(Path::new("/bin/sleep"), Path::new("/")).arg("600").spawn().unwrap();
    let file = dir.pgdata().join("postmaster.pid");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen(&server.to_string(), &stranger.id().to_string(), 1)).unwrap();
    let opened = dir.open();
    let alive = stranger.try_wait().unwrap().is_none();
    stranger.kill().unwrap();
    stranger.wait().unwrap();
    let cluster = opened.unwrap();
    assert!(alive, "the stranger was left alone");
    assert_eq!(sql(&cluster, "select 1"), "1");
}

#[test]
fn a_server_that_was_started_by_hand_is_not_touched() {
    let dir = TestDir::new("data");
    let cluster = dir.open().unwrap();
    let postgres = cluster.options.binaries.dir().join("postgres");
    assert!(cluster.stop().unwrap());
    let place = Place::of(&dir.data).unwrap();
    let mut by_hand = place.account.command(&postgres, Path::new("/"));
    let mut by_hand = by_hand.arg("-D").arg(&place.pgdata).stderr(Stdio::null()).spawn().unwrap();
    until("it is up", || server::answers(&place));
    let error = dir.open().unwrap_err();
    let (pid, alive) = (by_hand.id(), by_hand.try_wait().unwrap().is_none());
    kill(pid, Signal::INT);
    by_hand.wait().unwrap();
    assert!(matches!(error, ClusterError::ForeignServer { pid: found, .. } if found == pid), "{error}");
    assert!(alive);
    assert_eq!(sql(&dir.open().unwrap(), "select 1"), "1");
}

#[test]
fn another_major_version_is_refused_in_one_line() {
    let dir = TestDir::new("data");
    dir.open().unwrap().stop().unwrap();
    fs::write(dir.pgdata().join("PG_VERSION"), "9\n").unwrap();
    let error = dir.open().unwrap_err().to_string();
    assert!(error.contains("was made by PostgreSQL 9, and only PostgreSQL"), "{error}");
    assert_eq!(error.lines().count(), 1);
    fs::write(dir.pgdata().join("PG_VERSION"), "oops\n").unwrap();
    assert!(matches!(dir.open(), Err(ClusterError::NotACluster { .. })));
}

#[test]
fn a_folder_that_is_something_else_is_left_alone() {
    let dir = TestDir::new("data");
    fs::create_dir_all(dir.pgdata()).unwrap();
    fs::write(dir.pgdata().join("thesis.txt"), "mine").unwrap();
    assert!(matches!(dir.open(), Err(ClusterError::NotACluster { .. })));
    fs::write(dir.data.join("PG_VERSION"), "15\n").unwrap();
    assert!(matches!(dir.open(), Err(ClusterError::NotACluster { .. })));
    assert_eq!(fs::read_to_string(dir.pgdata().join("thesis.txt")).unwrap(), "mine");
}

#[test]
fn a_server_that_cannot_start_shows_the_end_of_its_log() {
    let dir = TestDir::new("data");
    dir.open().unwrap().stop().unwrap();
    let conf = dir.pgdata().join("postgresql.conf");
    let text = fs::read_to_string(&conf).unwrap();
    fs::write(&conf, format!("{text}shared_buffers = many\n")).unwrap();
    let begun = Instant::now();
    let error = dir.open().unwrap_err();
    assert!(matches!(error, ClusterError::StartFailed { .. }), "{error}");
    assert!(error.to_string().contains("invalid value for parameter \"shared_buffers\""), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(20), "it does not wait for a server that has ended");
    fs::write(&conf, text).unwrap();
    assert_eq!(sql(&dir.open().unwrap(), "select 1"), "1");
}

#[test]
fn who_wants_durability_gets_it_from_a_server_that_a_test_started() {
    let dir = TestDir::new("data");
    let careless = dir.open().unwrap();
    assert_eq!(sql(&careless, "show fsync"), "off");
    let options = ClusterOptions { durable: true, ..careless.options.clone() };
    let careful = Cluster::open(options).unwrap();
    until("the server has read its settings again", || sql(&careful, "show fsync") == "on");
    assert_eq!(sql(&careful, "show full_page_writes"), "on");
    drop(careless);
    assert!(careful.stop().unwrap());
}

#[test]
fn a_long_path_gets_a_short_socket() {
    let dir = TestDir::new(&"long".repeat(40));
    let cluster = dir.open().unwrap();
    let socket_dir = cluster.connection_params().socket_dir;
    assert!(socket_dir.starts_with("/tmp"));
    assert_eq!(sql(&cluster, "select 1"), "1");
    let (other, pid) = Other::open(&dir);
    assert_eq!(cluster.postmaster_pid(), Some(pid));
    other.stop();
    assert!(cluster.stop().unwrap());
    assert!(!socket_dir.exists(), "nothing is left in /tmp");

    // Somebody else was there first, and could listen in.
    DirBuilder::new().mode(0o777).create(&socket_dir).unwrap();
    fs::set_permissions(&socket_dir, Permissions::from_mode(0o777)).unwrap();
    let error = dir.open().unwrap_err();
    fs::remove_dir(&socket_dir).expect("what is not ours is not removed");
    assert!(matches!(error, ClusterError::UnsafeSocketDir { .. }), "{error}");
}

#[test]
fn the_log_does_not_grow_for_ever() {
    let dir = TestDir::new("data");
    let cluster = dir.open().unwrap();
    let old = dir.data.join("postgres.log.1");
    let mut log = fs::OpenOptions::new().append(true).open(cluster.log_path()).unwrap();
    log.write_all(&b"chatter\n".repeat(1 << 20)).unwrap();
    assert!(!cluster.restart_if_dead().unwrap());
    assert!(fs::metadata(cluster.log_path()).unwrap().len() < 1000);
    assert_eq!(fs::metadata(&old).unwrap().len(), 4 << 20);
    // The server that has it open goes on writing at its start.
    sql(&cluster, "set log_min_messages = notice; do $$ begin raise log 'a sign of life'; end $$");
    let text = fs::read_to_string(cluster.log_path()).unwrap();
    assert!(text.contains("a sign of life") && !text.contains('\0'), "{text}");
}

#[test]
fn root_passes_through_its_own_closed_folder_and_names_one_that_is_not_its_to_open() {
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root runs the server as another user");
        return;
    }
    let dir = TestDir::new("data");
    DirBuilder::new().mode(0o700).create(&dir.data).unwrap();
    let cluster = dir.open().unwrap();
    assert_eq!(fs::metadata(&dir.data).unwrap().mode() & 0o777, 0o710);
    assert_ne!(fs::metadata(dir.pgdata()).unwrap().uid(), 0);
    drop(cluster);
    fs::set_permissions(&dir.root, Permissions::from_mode(0o700)).unwrap();
    let error = dir.open().unwrap_err();
    assert!(matches!(&error, ClusterError::NotTraversable { folder, .. } if *folder == dir.root), "{error}");
}

#[test]
fn a_full_disk_is_told_and_outlived() {
    let dir = TestDir::new("disk");
    let Some(disk) = SmallDisk::mount(&dir.data, 12) else {
        println!("skipped: this user may not mount a small disk");
        return;
    };
    // Too small for a cluster: the message says so, and nothing of the attempt fills the disk further.
    let error = dir.open().unwrap_err();
    assert!(matches!(error, ClusterError::DiskFull { .. }), "{error}");
    assert_eq!(error.to_string().lines().count(), 1, "{error}");
    assert!(!dir.pgdata().exists());

    // Full when the server starts.
    disk.resize(120);
    let cluster = dir.open().unwrap();
    sql(&cluster, "create table kept as select 42 as n");
    drop(cluster);
    let ballast = dir.data.join("ballast");
    fill(&ballast);
    let error = dir.open().unwrap_err();
    assert!(matches!(error, ClusterError::DiskFull { .. }), "{error}");
    fs::remove_file(&ballast).unwrap();
    let cluster = dir.open().unwrap();
    assert_eq!(sql(&cluster, "select n from kept"), "42");

    // Full while the server runs: a statement fails, the server may crash, and what was committed is there afterwards.
    fill(&ballast);
    let mut wire = Wire::connect(&cluster.place.socket(), ROLE, DATABASE).unwrap_or_else(|error| panic!("{error:?}"));
    assert!(wire.query("create table lost as select repeat('x', 900) from generate_series(1, 50000)").is_err());
    fs::remove_file(&ballast).unwrap();
    until("it is up again", || cluster.restart_if_dead().is_ok());
    assert_eq!(sql(&cluster, "select n from kept"), "42");
    assert_eq!(sql(&cluster, "select to_regclass('lost') is null"), "t");
    assert!(cluster.stop().unwrap());
}

#[test]
fn the_default_folder_is_the_users_or_the_machines() {
    let (home, xdg) = (Path::new("/home/ada"), Path::new("/data/ada"));
    let of = default_dir_of;
    assert_eq!(of(true, false, Some(home), Some(xdg)), Path::new("/var/lib/rapport"));
    assert_eq!(of(false, false, Some(home), Some(xdg)), Path::new("/data/ada/rapport"));
    assert_eq!(of(false, false, Some(home), None), Path::new("/home/ada/.local/share/rapport"));
    assert_eq!(of(false, false, Some(home), Some(Path::new("relative"))), Path::new("/home/ada/.local/share/rapport"));
    assert_eq!(of(false, true, Some(home), None), Path::new("/home/ada/Library/Application Support/Rapport"));
    assert_eq!(of(false, false, None, None), Path::new("/var/lib/rapport"));
}
