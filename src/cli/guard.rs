//! Ends a user's templates that run for too long or need too much memory.
//!
//! Templates are programs, and Typst cannot be interrupted. So with `--templates` the command runs itself as a second
//! process, in which a thread watches over time and memory while documents are made. The first process only waits. It
//! reports if the second one crashed: then the system refused it memory, or its stack was full.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
#[cfg(unix)]
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{self, Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::catalogue::{Catalogue, Language};
use super::outcome::{Failure, Outcome};
use super::progress::ProgressLine;
use super::template_faults::{format_template_faults, template_fault};
use super::terminal::complain;
use crate::batch::Watch;
use crate::typeset::{TemplatePlace, Templates, Trace};

/// Set in the second process, to the number of the first one.
const SECOND: &str = "ITA_REPORT_SECOND_PROCESS";
/// How often the thread looks.
const INTERVAL: Duration = Duration::from_millis(10);
/// After the trace was taken in, it rests for so many times as long as that took, so that it costs little.
const REST: u32 = 20;
const MIB: u64 = 1 << 20;
/// The highest values that the options take.
pub(super) const MOST_SECONDS: u64 = 86_400;
pub(super) const MOST_MEBIBYTES: u64 = 1 << 20;

/// How much a user's templates may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Seconds for each document.
    pub seconds: u64,
    /// Memory in MiB, beyond what the process has before it makes a document.
    pub mebibytes: u64,
}

impl Limits {
    /// The limits for a report with so many texts: several times what the built-in templates take for it.
    pub fn usual(texts: u64) -> Self {
        Limits { seconds: 8 + texts / 50, mebibytes: 768 + texts / 4 }
    }
}

/// Runs the command with these arguments as a second process, and returns how that ended. `None` if this is the second
/// process, or if there can be none.
pub(super) fn run_apart(arguments: &[OsString]) -> Option<Result<Outcome, Failure>> {
    if std::env::var_os(SECOND).is_some() {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let status = Command::new(program)
        .args(arguments.iter().skip(1))
        .env(SECOND, process::id().to_string())
        .status()
        .ok()?;
    Some(match status.code() {
        Some(0) => Ok(Outcome::Done),
        Some(1) => Err(Failure::Report),
        Some(2) => Err(Failure::Shown),
        _ if is_stopped(status) => Err(Failure::Shown),
        _ => Err(Failure::Message("templates-crashed", Vec::new())),
    })
}

/// Whether somebody asked the process to stop, as with Ctrl-C.
#[cfg(unix)]
fn is_stopped(status: ExitStatus) -> bool {
    const ASKING: [i32; 4] = [1, 2, 3, 15];
    status.signal().is_some_and(|signal| ASKING.contains(&signal))
}

#[cfg(not(unix))]
fn is_stopped(_: ExitStatus) -> bool {
    false
}

/// Does the work, and ends the process with a message if that takes more than the limits allow. The message shows what
/// was running in the templates.
pub(super) fn within<T>(
    limits: Limits,
    templates: &Templates,
    progress: &ProgressLine,
    catalogue: &Catalogue,
    work: impl FnOnce() -> T,
) -> T {
    let language = catalogue.language();
    let (working, ended) = mpsc::channel::<()>();
    let trace = Trace::begin();
    thread::scope(|scope| {
        scope.spawn(move || {
            let Some((message, place)) = watch(limits, &ended, trace, templates) else { return };
            let catalogue = Catalogue::new(language);
            let more = match message {
                "templates-time" => (2 * limits.seconds).min(MOST_SECONDS),
                _ => (2 * limits.mebibytes).min(MOST_MEBIBYTES),
            };
            let amounts = [
                ("seconds", (limits.seconds as usize).into()),
                ("mebibytes", (limits.mebibytes as usize).into()),
                ("more", (more as usize).into()),
            ];
            let fault = template_fault(place, message, &amounts, &catalogue);
            progress.tell(&format_template_faults(&[fault], &catalogue, io::stderr().is_terminal()));
            progress.end();
            process::exit(Outcome::CannotRun as i32);
        });
        let done = work();
        drop(working);
        done
    })
}

/// Watches over the user's templates while several documents are made at once. Ends the process if one of them takes
/// too long, or all of them too much memory. Typst's record of what is running is one for the whole process, so the
/// message names the report, with which `render` shows the place.
pub(super) struct BatchGuard {
    limits: Box<dyn Fn(usize) -> Limits + Send + Sync>,
    running: Arc<Mutex<Vec<Running>>>,
}

/// A document that is being made.
struct Running {
    report: PathBuf,
    begun: Instant,
    limits: Limits,
}

impl BatchGuard {
    /// Begins to watch, with the limits for a report with so many texts. `templates` is the folder of the templates.
    pub fn new(
        limits: impl Fn(usize) -> Limits + Send + Sync + 'static,
        templates: PathBuf,
        language: Language,
    ) -> Self {
        let running: Arc<Mutex<Vec<Running>>> = Arc::default();
        let watched = Arc::downgrade(&running);
        let before = memory();
        thread::spawn(move || {
            while let Some(running) = watched.upgrade() {
                if let Some((message, report)) = exceeded(&lock(&running), before) {
                    let paths =
                        [("path", report.as_path().into()), ("templates", templates.as_path().into())];
                    complain(message, &paths, &Catalogue::new(language));
                    process::exit(Outcome::CannotRun as i32);
                }
                drop(running);
                thread::sleep(INTERVAL);
            }
        });
        BatchGuard { limits: Box::new(limits), running }
    }
}

impl Watch for BatchGuard {
    fn within(&self, report: &Path, texts: usize, work: &mut dyn FnMut()) {
        let running =
            Running { report: report.to_owned(), begun: Instant::now(), limits: (self.limits)(texts) };
        lock(&self.running).push(running);
        let _watched = Watched { guard: self, report };
        work();
    }
}

/// A document that is watched until this is dropped, also by a panic.
struct Watched<'w> {
    guard: &'w BatchGuard,
    report: &'w Path,
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        lock(&self.guard.running).retain(|running| running.report != self.report);
    }
}

/// The message and the report that has exceeded its limits, if one has. `before` is the memory before the first document.
fn exceeded(running: &[Running], before: u64) -> Option<(&'static str, PathBuf)> {
    let late = running.iter().find(|running| running.begun.elapsed().as_secs() >= running.limits.seconds);
    if let Some(late) = late {
        return Some(("batch-templates-time", late.report.clone()));
    }
    let allowed: u64 = running.iter().map(|running| running.limits.mebibytes * MIB).sum();
    let oldest = running.iter().min_by_key(|running| running.begun)?;
    (memory().saturating_sub(before) > allowed).then(|| ("batch-templates-memory", oldest.report.clone()))
}

fn lock(running: &Mutex<Vec<Running>>) -> MutexGuard<'_, Vec<Running>> {
    running.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for the end of the work. Returns the message for the limit that was exceeded before, and the place that was
/// running. `None` if the work ended.
fn watch(
    limits: Limits,
    ended: &Receiver<()>,
    mut trace: Trace,
    templates: &Templates,
) -> Option<(&'static str, Option<TemplatePlace>)> {
    let (begun, memory_before) = (Instant::now(), memory());
    let mut rested = begun;
    loop {
        if ended.recv_timeout(INTERVAL) != Err(RecvTimeoutError::Timeout) {
            return None;
        }
        let exceeded = if begun.elapsed().as_secs() >= limits.seconds {
            Some("templates-time")
        } else if memory().saturating_sub(memory_before) > limits.mebibytes * MIB {
            Some("templates-memory")
        } else {
            None
        };
        if let Some(message) = exceeded {
            trace.take_in();
            return Some((message, trace.place(templates)));
        }
        if is_orphan() {
            // The first process was killed, so nobody waits for the document.
            process::exit(Outcome::CannotRun as i32);
        }
        let now = Instant::now();
        if trace.is_recording() {
            trace.take_in();
            rested = Instant::now() + now.elapsed() * REST;
        } else if now >= rested {
            trace.record();
        }
    }
}

/// The memory of this process in bytes. 0 where the system does not tell.
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |memory| memory.physical_mem as u64)
}

/// Whether the first process has ended.
#[cfg(unix)]
fn is_orphan() -> bool {
    let first = std::env::var(SECOND).ok().and_then(|number| number.parse().ok());
    first.is_some_and(|first: u32| std::os::unix::process::parent_id() != first)
}

/// Elsewhere, no process is told that its parent ended. It goes on to its own end.
#[cfg(not(unix))]
fn is_orphan() -> bool {
    false
}
