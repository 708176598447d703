//! Data directories, other processes and small disks for the stories.

use std::fs::{self, DirBuilder};
use std::io::{BufRead, BufReader, Write as _};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::cluster::wire::Wire;
use crate::cluster::{Cluster, ClusterError, ClusterOptions, ClusterState, ConnectionParams, find_binaries};

/// A data directory that goes away, with every server that still runs in it.
pub(super) struct TestDir {
    pub(super) root: PathBuf,
    pub(super) data: PathBuf,
}

impl TestDir {
    pub(super) fn new(name: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let next = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = PathBuf::from(format!("/tmp/rapport-cluster-test-{}-{next}", std::process::id()));
        // Open to the server's user, since these tests may run as root.
        DirBuilder::new().mode(0o755).create(&root).unwrap();
        Self { data: root.join(name), root }
    }

    pub(super) fn open(&self) -> Result<Cluster, ClusterError> {
        let binaries = find_binaries(None)?;
        Cluster::open(ClusterOptions { data_dir: self.data.clone(), binaries, durable: false })
    }

    pub(super) fn state(&self) -> ClusterState {
        Cluster::status(&self.data).unwrap().state
    }

    pub(super) fn pgdata(&self) -> PathBuf {
        self.data.join("postgres")
    }
}

impl Drop for TestDir {
    fn drop(&mut self) {
        // Only a failed test leaves a server.
        if let Some(pid) = Cluster::status(&self.data).ok().and_then(|status| status.pid) {
            kill(pid, Signal::KILL);
        }
        _ = fs::remove_dir_all(&self.root);
    }
}

pub(super) fn kill(pid: u32, signal: Signal) {
    kill_process(Pid::from_raw(i32::try_from(pid).unwrap()).unwrap(), signal).unwrap();
}

pub(super) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_mins(1), "waited in vain until {what}");
        sleep(Duration::from_millis(10));
    }
}

/// Runs a statement as a client would: through the parameters that the cluster names.
pub(super) fn sql(cluster: &Cluster, statement: &str) -> String {
    let ConnectionParams { socket_dir, port, user, dbname } = cluster.connection_params();
    let mut wire = Wire::connect(&socket_dir.join(format!(".s.PGSQL.{port}")), user, dbname)
        .unwrap_or_else(|error| panic!("{error:?}"));
    let rows = wire.query(statement).unwrap_or_else(|error| panic!("{statement}: {error:?}"));
    rows.into_iter().flatten().map(Option::unwrap_or_default).collect::<Vec<_>>().join(",")
}

/// Names the data directory to the other process.
pub(super) const DATA_DIR: &str = "RAPPORT_CLUSTER_TEST_DATA_DIR";

/// Another process that uses a cluster: this test binary once more, at [`super::another_process`].
pub(super) struct Other {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Other {
    pub(super) fn open(dir: &TestDir) -> (Self, u32) {
        let mut other = Self::start(dir);
        let pid = other.hear("open ").parse().unwrap();
        (other, pid)
    }

    pub(super) fn start(dir: &TestDir) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "--nocapture", "cluster::tests::another_process"])
            .env(DATA_DIR, &dir.data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Self { child, lines }
    }

    /// Waits for a line that begins like this, and returns the rest of it.
    pub(super) fn hear(&mut self, begin: &str) -> String {
        let mut heard = String::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.lines.read_line(&mut line).unwrap(), 0, "no {begin:?} in {heard:?}");
            if let Some(rest) = line.strip_prefix(begin) {
                return rest.trim().to_owned();
            }
            heard += &line;
        }
    }

    /// Lets it leave the cluster and end; whether it was the last.
    pub(super) fn stop(mut self) -> bool {
        self.child.stdin.take().unwrap().write_all(b"\n").unwrap();
        let last = self.hear("stopped ") == "true";
        assert!(self.child.wait().unwrap().success());
        last
    }

    pub(super) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

/// A small disk, until it is dropped.
pub(super) struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    pub(super) fn mount(at: &'a Path, megabytes: u32) -> Option<Self> {
        fs::create_dir(at).unwrap();
        let options = format!("size={megabytes}m,mode=755");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(at).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self(at))
    }

    pub(super) fn resize(&self, megabytes: u32) {
        let options = format!("remount,size={megabytes}m");
        assert!(Command::new("mount").args(["-o", &options]).arg(self.0).status().unwrap().success());
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        _ = Command::new("umount").args(["-l"]).arg(self.0).status();
    }
}

/// Writes a file that takes all that is left of its disk.
pub(super) fn fill(ballast: &Path) {
    let mut file = fs::File::create(ballast).unwrap();
    while file.write_all(&[1; 4096]).is_ok() {}
}
