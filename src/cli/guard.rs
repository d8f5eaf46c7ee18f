//! Ends a user's templates that run for too long or need too much memory.
//!
//! Templates are programs, and Typst cannot be interrupted. So with `--templates` the command runs itself as a second
//! process, in which a thread watches over time and memory. The first process only waits. It reports if the second one
//! ended in a way that no thread can report: the system refused it memory, or its stack was full.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::{self, Command};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::catalogue::Catalogue;
use super::diagnostics::format_template_faults;
use super::outcome::{Failure, Outcome};
use super::progress::ProgressLine;
use crate::typeset::{TemplateFault, TemplatePlace, Templates, Trace};

/// Set in the second process.
const SECOND: &str = "ITA_REPORT_SECOND_PROCESS";
/// How often the thread looks.
const INTERVAL: Duration = Duration::from_millis(10);
const MIB: u64 = 1 << 20;

/// How much a user's templates may take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Seconds for each document.
    pub seconds: u64,
    /// Memory of the process in MiB.
    pub mebibytes: u64,
}

/// Runs the command with these arguments as a second process, and returns how that ended. `None` if this is the second
/// process, or if there can be none.
pub(super) fn run_apart(arguments: &[OsString]) -> Option<Result<Outcome, Failure>> {
    if std::env::var_os(SECOND).is_some() {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let status = Command::new(program).args(arguments.iter().skip(1)).env(SECOND, "1").status().ok()?;
    Some(match status.code() {
        Some(0) => Ok(Outcome::Done),
        Some(1) => Err(Failure::Report),
        Some(2) => Err(Failure::Shown),
        _ => Err(Failure::Message("templates-crashed", Vec::new())),
    })
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
            let amounts = [
                ("seconds", (limits.seconds as usize).into()),
                ("mebibytes", (limits.mebibytes as usize).into()),
            ];
            let fault = TemplateFault {
                place,
                warning: false,
                message: catalogue.text(message, &amounts),
                hints: catalogue.part(message, "help", &amounts).into_iter().collect(),
            };
            progress.tell(&format_template_faults(&[fault], &catalogue, io::stderr().is_terminal()));
            progress.end();
            process::exit(Outcome::CannotRun as i32);
        });
        let done = work();
        drop(working);
        done
    })
}

/// Waits for the end of the work. Returns the message for the limit that was exceeded before, and the place that was
/// running. `None` if the work ended.
fn watch(
    limits: Limits,
    ended: &Receiver<()>,
    mut trace: Trace,
    templates: &Templates,
) -> Option<(&'static str, Option<TemplatePlace>)> {
    let (begun, parent) = (Instant::now(), parent());
    loop {
        if ended.recv_timeout(INTERVAL) != Err(RecvTimeoutError::Timeout) {
            return None;
        }
        trace.follow();
        let memory = memory_stats::memory_stats().map_or(0, |memory| memory.physical_mem as u64);
        if begun.elapsed().as_secs() >= limits.seconds {
            return Some(("templates-time", trace.place(templates)));
        }
        if memory > limits.mebibytes * MIB {
            return Some(("templates-memory", trace.place(templates)));
        }
        if self::parent() != parent {
            // The first process was killed, so nobody waits for the document.
            process::exit(Outcome::CannotRun as i32);
        }
    }
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

/// Elsewhere, no process is told that its parent ended. It goes on to its own end.
#[cfg(not(unix))]
fn parent() -> u32 {
    0
}
