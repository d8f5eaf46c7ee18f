//! Ends a batch whose templates, the user's own, run for too long or need too much memory. As with `render`, it runs as a
//! second process, so that a crash can be told.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{self, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::signals::stopped_by_signals;
use crate::batch::Watch;
use crate::cli::catalogue::{Catalogue, Language};
use crate::cli::guard::{INTERVAL, Limits, MIB, how_it_ended, is_second, memory, second_process};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::terminal::complain;

/// By then a signal that was sent to both processes has arrived.
const SIGNAL_TIME: Duration = Duration::from_millis(200);

/// Runs the command with these arguments as a second process, and returns how that ended. `None` if this is the second
/// process, or if there can be none.
///
/// A scheduler asks only the first process to stop. It then closes the standard input of the second one, which also
/// happens if the first is killed.
pub(in crate::cli) fn run_apart(arguments: &[OsString]) -> Option<Result<Outcome, Failure>> {
    let mut command = second_process(arguments)?;
    let stop = stopped_by_signals().ok()?;
    let mut second = command.stdin(Stdio::piped()).spawn().ok()?;
    loop {
        if stop.load(Ordering::Relaxed) {
            drop(second.stdin.take());
        }
        match second.try_wait() {
            Ok(None) => thread::sleep(INTERVAL),
            Ok(Some(status)) => return Some(how_it_ended(status)),
            Err(error) => return Some(Err(Failure::internal(error))),
        }
    }
}

/// In the second process, sets the flag when the first one wants it to stop.
pub(super) fn stop_with_first_process(stop: Arc<AtomicBool>) {
    if is_second() {
        thread::spawn(move || {
            let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
            // Ctrl-C goes to both processes, and must not arrive here as if it were the second one.
            thread::sleep(SIGNAL_TIME);
            stop.store(true, Ordering::Relaxed);
        });
    }
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
