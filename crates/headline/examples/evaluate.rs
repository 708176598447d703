//! Measures the parser on labelled headlines.
//!
//! `cargo run -p headline --example evaluate -- [FILE] [--misses] [--speed]`
//!
//! The file is tab-separated with a header and the columns lang, text, title, employer, seniority, functions. Labels that
//! are accepted instead of each other are separated by `|`, an empty one means "none"; functions are separated by commas,
//! the main one first. Without a file it takes the crate's development set.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const DEVELOPMENT: &str = include_str!("../data/development.tsv");

/// The columns of a labelled headline.
struct Label<'t> {
    lang: &'t str,
    text: &'t str,
    title: &'t str,
    employer: &'t str,
    seniority: &'t str,
    functions: &'t str,
}

/// Right answers of how many, by question.
#[derive(Default, Clone, Copy)]
struct Tally {
    all: u32,
    seniority: u32,
    function: u32,
    employer: u32,
    title: u32,
}

/// What the parser says of a headline.
struct Answer {
    title: String,
    employer: String,
    seniority: &'static str,
    function: &'static str,
    confidence: f32,
}

fn main() -> ExitCode {
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let text = match files.first() {
        None => DEVELOPMENT.to_owned(),
        Some(path) => match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        },
    };
    let labels: Vec<Label<'_>> = text.lines().skip(1).filter_map(label).collect();
    if has("--speed") {
        speed(&labels);
    } else {
        measure(&labels, has("--misses"));
    }
    ExitCode::SUCCESS
}

fn label(line: &str) -> Option<Label<'_>> {
    let mut columns = line.split('\t');
    let mut next = || columns.next();
    let (lang, text) = (next()?, next()?);
    let mut rest = || next().unwrap_or("");
    Some(Label { lang, text, title: rest(), employer: rest(), seniority: rest(), functions: rest() })
}

fn answer(text: &str) -> Answer {
    let headline = headline::parse(text);
    let main = headline.main();
    Answer {
        title: main.and_then(|role| role.title.clone()).unwrap_or_default(),
        employer: main.and_then(|role| role.employer.clone()).unwrap_or_default(),
        seniority: main.and_then(|role| role.seniority).map_or("", headline::Seniority::as_str),
        function: headline.functions.first().map_or("", |function| function.as_str()),
        confidence: headline.confidence,
    }
}

/// Whether the answer is among the accepted labels.
fn accepted(labels: &str, answer: &str) -> bool {
    labels.split('|').any(|label| label.trim() == answer)
}

/// The accepted main functions.
fn main_functions(functions: &str) -> &str {
    functions.split(',').next().unwrap_or("")
}

fn measure(labels: &[Label<'_>], misses: bool) {
    let mut total = Tally::default();
    let mut by_lang: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut by_seniority: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut by_function: BTreeMap<&str, Tally> = BTreeMap::new();
    let mut by_confidence: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    let mut confusions: BTreeMap<(String, String), u32> = BTreeMap::new();
    for label in labels {
        let answer = answer(label.text);
        let functions = main_functions(label.functions);
        let seniority = accepted(label.seniority, answer.seniority);
        let function = accepted(functions, answer.function);
        let employer = accepted(label.employer, &answer.employer);
        let title = accepted(label.title, &answer.title);
        let groups = [
            &mut total,
            by_lang.entry(label.lang).or_default(),
            by_seniority.entry(label.seniority.split('|').next().unwrap_or("")).or_default(),
            by_function.entry(functions.split('|').next().unwrap_or("")).or_default(),
        ];
        for tally in groups {
            tally.all += 1;
            tally.seniority += u32::from(seniority);
            tally.function += u32::from(function);
            tally.employer += u32::from(employer);
            tally.title += u32::from(title);
        }
        let step = by_confidence.entry(tenth(answer.confidence)).or_default();
        step.0 += 1;
        step.1 += u32::from(seniority && function);
        if !seniority {
            *confusions.entry((label.seniority.to_owned(), answer.seniority.to_owned())).or_default() += 1;
        }
        if !function {
            *confusions.entry((functions.to_owned(), answer.function.to_owned())).or_default() += 1;
        }
        if misses && !(seniority && function && employer && title) {
            miss(label, &answer, [title, employer, seniority, function]);
        }
    }
    println!("{:<34} {:>6} {:>9} {:>9} {:>9} {:>7}", "", "n", "seniority", "function", "employer", "title");
    row("all", &total);
    for (name, groups) in [("language", by_lang), ("seniority", by_seniority), ("function", by_function)] {
        println!("\nby {name}");
        for (key, tally) in groups {
            row(if key.is_empty() { "(none)" } else { key }, &tally);
        }
    }
    println!("\nby confidence: n, seniority and function both right");
    for (step, (all, right)) in by_confidence {
        println!("{:<34} {all:>6} {:>8.1} %", format!("0.{step}…"), percent(right, all));
    }
    let mut worst: Vec<_> = confusions.into_iter().collect();
    worst.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    println!("\nmost frequent confusions: label → answer");
    for ((label, answer), count) in worst.into_iter().take(15) {
        println!("{count:>4}  {} → {}", or_none(&label), or_none(&answer));
    }
}

/// The first decimal of a confidence, 0 to 9.
fn tenth(confidence: f32) -> u32 {
    (0..10).rev().find(|step| f64::from(confidence) + 1e-6 >= f64::from(*step) / 10.0).unwrap_or(0)
}

fn or_none(text: &str) -> &str {
    if text.is_empty() { "(none)" } else { text }
}

fn percent(part: u32, all: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(all.max(1))
}

fn row(name: &str, tally: &Tally) {
    let share = |part| format!("{:.1} %", percent(part, tally.all));
    println!(
        "{name:<34} {:>6} {:>9} {:>9} {:>9} {:>7}",
        tally.all,
        share(tally.seniority),
        share(tally.function),
        share(tally.employer),
        share(tally.title)
    );
}

fn miss(label: &Label<'_>, answer: &Answer, right: [bool; 4]) {
    let mut line = format!("{}: {}", label.lang, label.text);
    let pairs = [
        ("title", label.title, answer.title.as_str()),
        ("employer", label.employer, answer.employer.as_str()),
        ("seniority", label.seniority, answer.seniority),
        ("function", main_functions(label.functions), answer.function),
    ];
    for ((name, wanted, got), right) in pairs.into_iter().zip(right) {
        if !right {
            let _ = write!(line, "\n      {name}: {} ≠ {}", or_none(got), or_none(wanted));
        }
    }
    println!("{line}");
}

/// Parses the headlines over and over for two seconds on one core. The time is this thread's on the processor where the
/// system tells it (Linux), so that other programs on the machine do not count.
fn speed(labels: &[Label<'_>]) {
    const LASTS: Duration = Duration::from_secs(2);
    black_box(headline::parse("warm up"));
    let (wall, busy) = (Instant::now(), processor_time());
    let mut count: u32 = 0;
    while wall.elapsed() < LASTS {
        for label in labels {
            black_box(headline::parse(black_box(label.text)));
            count += 1;
        }
    }
    let elapsed = wall.elapsed();
    let busy = busy.zip(processor_time()).map_or(elapsed, |(start, end)| end.saturating_sub(start));
    let rate = f64::from(count) / busy.as_secs_f64();
    println!(
        "{rate:.0} headlines a second on one core ({count} in {busy:.2?} of processor time, {elapsed:.2?} in all)"
    );
}

/// How long this thread has run on a processor.
fn processor_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
