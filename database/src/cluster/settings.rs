//! The server's settings, worked out from the machine, and who may log in.

use std::fs;
use std::path::Path;
use std::thread::available_parallelism;

/// The roles that the operating system's allowed users may log in as: the owner of everything, and the role of the
/// service, which owns nothing.
pub(super) const ROLES: [&str; 2] = ["rapport", "rapport_app"];

/// What the settings depend on; sizes in MB.
#[derive(Debug, Clone, Copy)]
pub(super) struct Machine {
    pub(super) memory: u64,
    pub(super) cores: usize,
    pub(super) free_disk: u64,
}

impl Machine {
    /// Measures this machine, or the container's share of it, and the disk that holds `dir`.
    pub(super) fn measure(dir: &Path) -> Self {
        let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
        let limit = limits.iter().find_map(|path| fs::read_to_string(path).ok()?.trim().parse::<u64>().ok());
        let memory = total_memory().unwrap_or(2048).min(limit.map_or(u64::MAX, |bytes| bytes >> 20));
        Self {
            memory,
            cores: available_parallelism().map_or(1, usize::from),
            free_disk: free_disk(dir).unwrap_or(4096),
        }
    }
}

/// The machine's memory in MB.
fn total_memory() -> Option<u64> {
    if cfg!(target_os = "macos") {
        let output = std::process::Command::new("sysctl").args(["-n", "hw.memsize"]).output().ok()?;
        return Some(str::from_utf8(&output.stdout).ok()?.trim().parse::<u64>().ok()? >> 20);
    }
    let text = fs::read_to_string("/proc/meminfo").ok()?;
    let kilobytes = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?.split_whitespace().next()?;
    Some(kilobytes.parse::<u64>().ok()? >> 10)
}

/// The disk space in MB that users other than root may still use.
pub(super) fn free_disk(dir: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(dir).ok()?;
    Some((disk.f_bavail * disk.f_frsize) >> 20)
}

/// The text of `rapport.conf`.
pub(super) fn rapport_conf(machine: Machine, socket_dir: &Path, durable: bool) -> String {
    let Machine { memory, cores, free_disk } = machine;
    // Throw-away clusters run many at a time, beside each other and beside a real one.
    let memory = if durable { memory } else { memory.min(1024) };
    let shared_buffers = (memory / 4).clamp(32, 8192);
    let effective_cache_size = (memory / 2).max(64);
    let maintenance_work_mem = (memory / 16).clamp(32, 1024);
    let work_mem = (memory / 256).clamp(4, 64);
    let max_wal_size = (free_disk / 16).clamp(64, 4096);
    let parallel = (cores / 2).min(4);
    // The setting is a list, whose members may be quoted; in the file, a quote is doubled once more.
    let socket_dir = socket_dir.to_string_lossy().replace('"', "\"\"").replace('\'', "''");
    let mut conf = format!(
        "\
# Rapport writes this file anew whenever it starts the server. Your own settings belong at the end of postgresql.conf,
# where they win over these.

# Only this machine's users who may enter the socket's folder, and whom pg_ident.conf names, can connect.
listen_addresses = ''
port = {port}
unix_socket_directories = '\"{socket_dir}\"'
unix_socket_permissions = 0777   # the folder's own mode is 0700
# A few processes with a pool each, and room for psql and a BI tool.
max_connections = 100

# The usual quarter of the memory; pages that nothing uses are never really taken.
shared_buffers = {shared_buffers}MB
# Half: what the system's cache will hold, since other programs run here, too.
effective_cache_size = {effective_cache_size}MB
# For one sort or hash of one statement, of which each of the connections may run some.
work_mem = {work_mem}MB
# For index builds and vacuum, which run a few at a time.
maintenance_work_mem = {maintenance_work_mem}MB
# Solid-state disks read at random about as fast as in order; the default of 4 is a spinning disk's.
random_page_cost = 1.1
# Our statements are short: compiling one costs more than it saves.
jit = off
# Leaves half of the cores to the other connections while one statement runs in parallel.
max_parallel_workers = {cores}
max_parallel_workers_per_gather = {parallel}
max_parallel_maintenance_workers = {parallel}
# Pages read a hundred thousand rows in a tenth of a second: that is worth a second process, which the defaults keep for more.
parallel_setup_cost = 100
parallel_tuple_cost = 0.02

# Imports write in bursts: rare checkpoints write a page once instead of often. At most a sixteenth of the free disk.
max_wal_size = {max_wal_size}MB
checkpoint_timeout = 15min
# A page's first change after a checkpoint logs the whole page; compressed, it is a third of that.
wal_compression = on

# The same answers in every place where Rapport runs.
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
# Statements that fail are told to their client, who logs them once. Here they would leave personal data and fill the
# disk; what the server itself has to say, and its crashes, stay in the log.
log_min_messages = log
log_min_error_statement = panic
log_checkpoints = off
log_line_prefix = '%m [%p] '
logging_collector = off
log_destination = 'stderr'
",
        port = super::PORT,
    );
    conf.push_str(if durable { DURABLE } else { THROW_AWAY });
    conf
}

const DURABLE: &str = "
# A commit that was acknowledged survives a crash and a power failure.
fsync = on
full_page_writes = on
# For pg_basebackup and replicas.
wal_level = replica
";

/// Marks the settings under which a power failure may cost everything.
pub(super) const UNSAFE_MARK: &str = "\nfsync = off\n";

const THROW_AWAY: &str = "
# This cluster is thrown away after a test: a power failure may break it. A killed server still loses nothing that it
# acknowledged, which the tests rely on, so synchronous_commit stays on; without fsync it costs next to nothing.
fsync = off
full_page_writes = off
# A copy of a database logs all of its pages. Compressing what nobody ever reads took half of the time to make one.
wal_compression = off
# What parallel workers share is in the folder, and goes with it also where the server is killed.
dynamic_shared_memory_type = mmap
wal_level = minimal
max_wal_senders = 0
";

/// The line that initdb's postgresql.conf gets.
pub(super) const INCLUDE: &str = "
#------------------------------------------------------------------------------
# Rapport's settings. Your own go below this line, where they win.
#------------------------------------------------------------------------------
include 'rapport.conf'
";

/// `pg_hba.conf`: the kernel says who connects, so there is no password to keep, and no network.
pub(super) const PG_HBA: &str = "\
# Written by Rapport at every start. The kernel says which user connects; pg_ident.conf says as whom they may.
local all         all peer map=rapport
local replication all peer map=rapport
";

/// The text of `pg_ident.conf`, for root and the server's own user.
pub(super) fn pg_ident(user: &str) -> String {
    let mut text = "# Written by Rapport at every start: map, the operating system's user, role.\n".to_owned();
    let users = if user == "root" { vec!["root"] } else { vec!["root", user] };
    for user in users {
        text.extend(ROLES.map(|role| format!("rapport \"{user}\" {role}\n")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<'a>(conf: &'a str, name: &str) -> &'a str {
        let line = conf.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        line.unwrap_or_else(|| panic!("{name} is not set"))
    }

    #[test]
    fn settings_follow_the_machine() {
        let small = Machine { memory: 512, cores: 1, free_disk: 300 };
        let conf = rapport_conf(small, Path::new("/data/socket"), true);
        assert_eq!(value(&conf, "shared_buffers"), "128MB");
        assert_eq!(value(&conf, "work_mem"), "4MB");
        assert_eq!(value(&conf, "max_wal_size"), "64MB");
        assert_eq!(value(&conf, "max_parallel_workers_per_gather"), "0");
        assert_eq!(value(&conf, "fsync"), "on");

        let large = Machine { memory: 262_144, cores: 64, free_disk: 1 << 20 };
        let conf = rapport_conf(large, Path::new("/data/socket"), true);
        assert_eq!(value(&conf, "shared_buffers"), "8192MB");
        assert_eq!(value(&conf, "effective_cache_size"), "131072MB");
        assert_eq!(value(&conf, "work_mem"), "64MB");
        assert_eq!(value(&conf, "max_wal_size"), "4096MB");
        assert_eq!(value(&conf, "max_parallel_workers_per_gather"), "4");
    }

    #[test]
    fn only_throw_away_clusters_bear_the_mark() {
        let machine = Machine { memory: 24_000, cores: 2, free_disk: 90_000 };
        assert!(!rapport_conf(machine, Path::new("/s"), true).contains(UNSAFE_MARK));
        let conf = rapport_conf(machine, Path::new("/s"), false);
        assert!(conf.contains(UNSAFE_MARK));
        assert_eq!(value(&conf, "shared_buffers"), "256MB");
    }

    #[test]
    fn odd_socket_folders_are_quoted() {
        let machine = Machine::measure(Path::new("/tmp"));
        let conf = rapport_conf(machine, Path::new("/it's, a \"folder\""), true);
        assert_eq!(value(&conf, "unix_socket_directories"), r#"'"/it''s, a ""folder"""'"#);
    }

    #[test]
    fn the_machine_is_measured() {
        let machine = Machine::measure(Path::new("/tmp"));
        assert!(machine.memory > 100 && machine.cores > 0, "{machine:?}");
    }

    #[test]
    fn root_and_the_servers_user_may_be_the_two_roles() {
        let ident = pg_ident("alice");
        assert!(ident.ends_with(
            "rapport \"root\" rapport\nrapport \"root\" rapport_app\nrapport \"alice\" rapport\nrapport \"alice\" rapport_app\n"
        ));
        assert_eq!(pg_ident("root").lines().count(), 3);
    }
}
