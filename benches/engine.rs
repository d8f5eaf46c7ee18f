//! Makes a thousand documents with one engine, on one thread and on two, and compares the time for each document with a
//! run of the command. Also measures how memory grows.
//!
//! ```text
//! cargo bench --bench engine
//! ```
//!
//! Each report has another agency name, so that its texts are not in the cache. Fails if the engine is slower than the
//! command, or if its memory grows beyond the limit.

use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use ita_report::files::MemoryFiles;
use ita_report::typeset::Memory;
use ita_report::{Document, Engine, Format, Profile};
use process::resident;
use tempfile::TempDir;

#[path = "../tests/common/process.rs"]
mod process;

const EXAMPLE: &str = include_str!("../data/examples/muang-mu-2567.toml");
const DOCUMENTS: usize = 1000;
/// Runs of the command.
const RUNS: usize = 40;
/// How much memory may grow during the second half, in MiB. It grows during the first half too: two documents at once
/// need the most memory only when both need it at the same time.
const GROWTH: f64 = 10.0;

fn main() {
    let alone = median((0..RUNS).map(run_command).collect());
    println!("one run of the command for each document  {:6.1} ms", alone * 1000.0);
    let mut within = true;
    for threads in [1, 2] {
        let made = make_all(threads);
        let (first, last) =
            (median(made.seconds[..100].to_vec()), median(made.seconds[DOCUMENTS - 100..].to_vec()));
        let each = made.total / DOCUMENTS as f64;
        let [_, half, end] = made.memory;
        within &= each <= alone && end - half <= GROWTH;
        println!(
            "one engine, threads: {threads}  {:6.1} ms for each of {DOCUMENTS} ({:.0} % of alone); one took {:.1} ms among \
             the first hundred, {:.1} ms among the last; memory: {:.0?} MiB",
            each * 1000.0,
            each / alone * 100.0,
            first * 1000.0,
            last * 1000.0,
            made.memory,
        );
    }
    std::process::exit(i32::from(!within));
}

fn report(number: usize) -> String {
    EXAMPLE.replace("ม่วงหมู่", &format!("ม่วงหมู่ที่{number}"))
}

/// The seconds that the command takes for a document, from the start of the process to its end.
fn run_command(number: usize) -> f64 {
    let folder = TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("report.toml"), report(number)).expect("a report");
    let begun = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_ita-report"))
        .args(["render", "report.toml"])
        .current_dir(folder.path())
        .stderr(Stdio::null())
        .status();
    assert!(status.expect("the command runs").success());
    begun.elapsed().as_secs_f64()
}

struct MadeAll {
    /// Seconds for all documents.
    total: f64,
    /// Seconds for each document, in the order in which they were finished.
    seconds: Vec<f64>,
    /// Resident memory in MiB after a hundred documents, after half of them, and at the end.
    memory: [f64; 3],
}

fn make_all(threads: usize) -> MadeAll {
    let engine = Engine::new().with_memory(Memory::Recent(0));
    let next = AtomicUsize::new(0);
    let seconds = Mutex::new(Vec::new());
    let mut memory = [0.0; 3];
    let begun = Instant::now();
    for (end, memory) in [100, DOCUMENTS / 2, DOCUMENTS].into_iter().zip(&mut memory) {
        let work = || {
            while let Ok(number) = next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |number| {
                (number < end).then_some(number + 1)
            }) {
                let begun = Instant::now();
                let loaded = engine.load("report.toml", report(number).as_bytes(), &MemoryFiles::new());
                let report = loaded.valid_report().expect("a report without errors");
                let made =
                    engine.make(report, Document::Report, Format::Pdf, Profile::Web).expect("a document");
                assert!(made.files[0].bytes.len() > 50_000);
                seconds.lock().expect("no thread panicked").push(begun.elapsed().as_secs_f64());
            }
        };
        thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
        *memory = resident();
    }
    MadeAll {
        total: begun.elapsed().as_secs_f64(),
        seconds: seconds.into_inner().expect("no thread panicked"),
        memory,
    }
}

fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
