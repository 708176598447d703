//! Creates, starts and stops the server. Everything here happens inside the gate.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitStatus, Output};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use super::error::last_lines;
use super::locks::{Gate, ServerLock};
use super::place::Place;
use super::settings::{self, INCLUDE, Machine, PG_HBA, UNSAFE_MARK};
use super::wire::{Wire, WireError};
use super::{Binaries, ClusterError, DATABASE, PATIENCE, ROLE, TICK};

/// How long a fast shutdown may take: it writes what is only in memory.
const STOP_PATIENCE: Duration = Duration::from_secs(90);

/// A thread that waits for a server that we started, so that it never stays behind as a zombie, whoever stops it.
pub(super) type Reaper = JoinHandle<Option<ExitStatus>>;

/// What a server says when it is asked.
pub(super) enum Answer {
    /// It takes our statements.
    Up,
    /// Not yet, or no more, for the reason.
    NotNow(String),
}

/// Asks the server whether it is up, and creates the database if it is absent.
pub(super) fn ask(place: &Place) -> Result<Answer, ClusterError> {
    if !place.says_ready() {
        return Ok(Answer::NotNow("it is starting or stopping".to_owned()));
    }
    let ask = || {
        // Not the database itself, which nobody could clone while we look at it.
        let mut wire = Wire::connect(&place.socket(), ROLE, "postgres")?;
        if wire.query(&format!("select 1 from pg_database where datname = '{DATABASE}'"))?.is_empty() {
            wire.query(&format!("create database {DATABASE}"))?;
        }
        Ok(())
    };
    match ask() {
        Ok(()) => Ok(Answer::Up),
        Err(WireError::Io(error)) => Ok(Answer::NotNow(error.to_string())),
        Err(WireError::Server { code, message }) => match code.as_str() {
            // All connections are taken: it is up, and busy.
            "53300" => Ok(Answer::Up),
            // Starting up, recovering or shutting down.
            "57P03" | "57P01" | "57P02" => Ok(Answer::NotNow(message)),
            "53100" => Err(disk_full(place, "PostgreSQL could not create its database")),
            _ => {
                let user = rustix::process::geteuid().as_raw();
                let user = if user == 0 { "root".to_owned() } else { place.account.name.clone() };
                Err(ClusterError::Refused { pgdata: place.pgdata.clone(), user, message })
            }
        },
    }
}

/// Whether the server takes statements; unlike [`ask`] this changes nothing.
pub(super) fn answers(place: &Place) -> bool {
    match Wire::connect(&place.socket(), ROLE, "postgres") {
        Ok(_) => true,
        Err(WireError::Server { code, .. }) => code == "53300",
        Err(WireError::Io(_)) => false,
    }
}

/// Starts the server and waits until it is up. `lock` says that no process of an earlier one lives.
pub(super) fn start(
    place: &Place,
    binaries: &Binaries,
    durable: bool,
    lock: ServerLock,
    gate: &Gate,
) -> Result<Reaper, ClusterError> {
    let binaries = if let Some(cluster) = place.major()? {
        let data_dir = place.pgdata.clone();
        let other = ClusterError::OtherVersion { data_dir, cluster, binaries: binaries.major() };
        binaries.of_major(cluster).ok_or(other)?
    } else {
        create(place, binaries, durable, gate)?;
        binaries.clone()
    };
    clear_stale_pid(place)?;
    place.secure_socket_dir()?;
    write_settings(place, durable)?;

    let log = place.open_log()?;
    let logged = place.log_length();
    let program = binaries.dir().join("postgres");
    let mut command = place.account.command(&program, &place.data_dir);
    command.arg("-D").arg(&place.pgdata);
    // Its own process group, so that Ctrl-C in our terminal is ours alone.
    command.process_group(0);
    command.stdin(lock.hand_over().map_err(ClusterError::io("hand over the lock of", &place.pgdata))?);
    command.stderr(log.try_clone().map_err(ClusterError::io("open", &place.log))?).stdout(log);
    let mut child = command.spawn().map_err(ClusterError::io("run", &program))?;
    // The command still holds our copy of the lock, which is the server's alone from here on.
    drop(command);
    let pid = child.id();
    let reaper = thread::Builder::new().name("postgres-reaper".to_owned()).spawn(move || child.wait().ok());
    let reaper = reaper.map_err(ClusterError::io("start a thread to wait for", &program))?;

    let begun = Instant::now();
    loop {
        let dead = reaper.is_finished();
        let answer = if dead { Ok(Answer::NotNow(String::new())) } else { ask(place) };
        match answer {
            Ok(Answer::Up) => return Ok(reaper),
            Ok(Answer::NotNow(_)) if dead => return Err(start_failed(place, reaper, logged)),
            Ok(Answer::NotNow(_)) if begun.elapsed() < PATIENCE => sleep(TICK),
            Ok(Answer::NotNow(reason)) => {
                signal(pid, Signal::QUIT);
                return Err(not_answering(place, reason, logged));
            }
            Err(error) => {
                signal(pid, Signal::INT);
                return Err(error);
            }
        }
    }
}

pub(super) fn not_answering(place: &Place, reason: String, logged: u64) -> ClusterError {
    ClusterError::NotAnswering {
        pgdata: place.pgdata.clone(),
        seconds: PATIENCE.as_secs(),
        reason,
        log: place.log.clone(),
        lines: place.log_since(logged),
    }
}

fn start_failed(place: &Place, reaper: Reaper, logged: u64) -> ClusterError {
    let lines = place.log_since(logged);
    if is_full(place, &lines) {
        return disk_full(place, "PostgreSQL could not start");
    }
    let status = reaper.join().ok().flatten().map_or_else(|| "it vanished".to_owned(), |status| status.to_string());
    ClusterError::StartFailed { status, log: place.log.clone(), lines }
}

fn disk_full(place: &Place, what: &str) -> ClusterError {
    ClusterError::DiskFull { path: place.data_dir.clone(), what: what.to_owned() }
}

/// A full disk may have swallowed the very line that says so.
fn is_full(place: &Place, said: &str) -> bool {
    said.contains("No space left on device") || settings::free_disk(&place.data_dir) == Some(0)
}

/// Creates the cluster beside its place and moves it there when it is whole: a killed initdb leaves only litter, which
/// the next one clears.
fn create(place: &Place, binaries: &Binaries, durable: bool, _gate: &Gate) -> Result<(), ClusterError> {
    let litter = "postgres.new-";
    for entry in fs::read_dir(&place.data_dir).map_err(ClusterError::io("read the folder", &place.data_dir))?.flatten()
    {
        if entry.file_name().to_string_lossy().starts_with(litter) {
            _ = fs::remove_dir_all(entry.path());
        }
    }
    let new = place.data_dir.join(format!("{litter}{}", std::process::id()));
    let made = DirBuilder::new().mode(0o700).create(&new).and_then(|()| place.account.own(&new));
    let made = made.map_err(ClusterError::io("create the folder", &new)).and_then(|()| {
        let output = initdb(place, binaries, durable, &new).output();
        let Output { status, stdout, stderr } = output.map_err(ClusterError::io("run initdb for", &new))?;
        if !status.success() {
            let said = format!("{}\n{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
            if is_full(place, &said) {
                return Err(disk_full(place, "PostgreSQL could not create its files (about 60 MB)"));
            }
            return Err(ClusterError::InitdbFailed { path: place.pgdata.clone(), output: last_lines(&said, 6) });
        }
        let conf = new.join("postgresql.conf");
        let write = || {
            let mut file = OpenOptions::new().append(true).open(&conf)?;
            file.write_all(INCLUDE.as_bytes())?;
            file.sync_all()?;
            fs::rename(&new, &place.pgdata)?;
            File::open(&place.data_dir)?.sync_all()
        };
        write().map_err(ClusterError::io("finish the folder", &new))
    });
    made.inspect_err(|_| _ = fs::remove_dir_all(&new))
}

/// Text sorts by code point, the same everywhere, immune to a new glibc and fit for `like 'abc%'` on a plain index;
/// upper and lower case follow Unicode.
fn initdb(place: &Place, binaries: &Binaries, durable: bool, dir: &Path) -> Command {
    let mut command = place.account.command(&binaries.dir().join("initdb"), &place.data_dir);
    command.arg("-D").arg(dir).args(["--username", ROLE, "--encoding", "UTF8", "--data-checksums"]);
    command.args(["--auth-local", "peer", "--auth-host", "reject", "--no-instructions"]);
    if binaries.major() >= 17 {
        command.args(["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]);
    } else {
        command.args(["--locale", "C", "--lc-ctype", if cfg!(target_os = "macos") { "UTF-8" } else { "C.UTF-8" }]);
    }
    if !durable {
        command.arg("--no-sync");
    }
    command
}

/// PostgreSQL itself clears a `postmaster.pid` whose process is gone. It will not when the number has become another
/// program's; we know better, since nobody holds the server's lock.
fn clear_stale_pid(place: &Place) -> Result<(), ClusterError> {
    let Some(pid) = place.recorded_pid() else { return Ok(()) };
    if place.is_our_postmaster(pid) {
        return Err(ClusterError::ForeignServer { pgdata: place.pgdata.clone(), pid });
    }
    if raw(pid).is_some_and(|pid| test_kill_process(pid).is_ok()) {
        let file = place.pgdata.join("postmaster.pid");
        fs::remove_file(&file).map_err(ClusterError::io("remove the stale file", &file))?;
    }
    Ok(())
}

/// Writes the files that are Rapport's, where they differ.
fn write_settings(place: &Place, durable: bool) -> Result<(), ClusterError> {
    let conf = settings::rapport_conf(Machine::measure(&place.data_dir), &place.socket_dir, durable);
    write(place, "rapport.conf", &conf)?;
    write(place, "pg_hba.conf", PG_HBA)?;
    write(place, "pg_ident.conf", &settings::pg_ident(&place.account.name))
}

fn write(place: &Place, name: &str, text: &str) -> Result<(), ClusterError> {
    let path = place.pgdata.join(name);
    if fs::read_to_string(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    // A full disk leaves the old file whole.
    let new = place.pgdata.join(format!("{name}.new"));
    let written = || {
        _ = fs::remove_file(&new);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        place.account.own(&new)?;
        fs::rename(&new, &path)
    };
    written().map_err(ClusterError::io("write", &path))
}

/// Makes a server that was started as a throw-away one keep what it acknowledges from now on: who asks for a durable
/// cluster never gets less, whoever started it.
pub(super) fn insist_on_durability(place: &Place) -> Result<(), ClusterError> {
    let conf = fs::read_to_string(place.pgdata.join("rapport.conf")).unwrap_or_default();
    if conf.contains(UNSAFE_MARK) {
        write_settings(place, true)?;
        if let Some(pid) = postmaster(place) {
            signal(pid, Signal::HUP);
        }
    }
    Ok(())
}

/// Stops the server, whoever started it, and waits until its last process is gone.
pub(super) fn stop(place: &Place, gate: &Gate) -> Result<(), ClusterError> {
    // Fast: connections are ended, everything is written. Should that hang, then immediate: the next start recovers.
    for (kind, patience) in [(Signal::INT, STOP_PATIENCE), (Signal::QUIT, Duration::from_secs(10))] {
        let begun = Instant::now();
        let mut told = false;
        while begun.elapsed() < patience {
            if ServerLock::take(place, gate)?.is_some() {
                place.remove_short_socket_dir();
                return Ok(());
            }
            if let Some(pid) = postmaster(place).filter(|_| !told) {
                signal(pid, kind);
                told = true;
            }
            sleep(TICK);
        }
    }
    Err(ClusterError::NotStopping {
        pgdata: place.pgdata.clone(),
        pid: postmaster(place).map(|pid| format!(" (process {pid})")).unwrap_or_default(),
        seconds: STOP_PATIENCE.as_secs(),
    })
}

/// The postmaster's pid, while it lives.
pub(super) fn postmaster(place: &Place) -> Option<u32> {
    place.recorded_pid().filter(|&pid| place.is_our_postmaster(pid))
}

/// Sends a signal to a process that may have just ended.
fn signal(pid: u32, signal: Signal) {
    if let Some(pid) = raw(pid) {
        _ = kill_process(pid, signal);
    }
}

fn raw(pid: u32) -> Option<Pid> {
    Pid::from_raw(i32::try_from(pid).ok()?)
}
