//! Ends a user's templates that run for too long or need too much memory.
//!
//! Templates are programs, and Typst cannot be interrupted. So with `--templates` the command runs itself as a second
//! process, in which a thread watches over time and memory while documents are made. The first process only waits. It
//! reports if the second one crashed: then the system refused it memory, or its stack was full.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
#[cfg(unix)]
use std::os::unix::process::ExitStatusExt;
use std::process::{self, Command, ExitStatus};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::catalogue::Catalogue;
use super::outcome::{Failure, Outcome};
use super::progress::ProgressLine;
use super::template_faults::{format_template_faults, template_fault};
use crate::typeset::{TemplatePlace, Templates, Trace};

/// Set in the second process, to the number of the first one.
pub(super) const SECOND: &str = "ITA_REPORT_SECOND_PROCESS";
/// The exit code of a second process whose templates exceeded the limits, if the first one goes on.
pub(super) const RAN_AWAY: i32 = 3;
/// How often the thread looks.
pub(super) const INTERVAL: Duration = Duration::from_millis(10);
/// After the trace was taken in, it rests for so many times as long as that took, so that it costs little.
const REST: u32 = 20;
pub(super) const MIB: u64 = 1 << 20;
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
    /// How a process ends that takes more.
    pub exit_code: i32,
}

impl Limits {
    /// The limits for a report with so many texts: several times what the built-in templates take for it.
    pub fn usual(texts: u64) -> Self {
        let exit_code = Outcome::CannotRun as i32;
        Limits { seconds: 8 + texts / 50, mebibytes: 768 + texts / 4, exit_code }
    }
}

/// Runs the command with these arguments as a second process, and returns how that ended. `None` if this is the second
/// process, or if there can be none.
pub(super) fn run_apart(arguments: &[OsString]) -> Option<Result<Outcome, Failure>> {
    let status = second_process(arguments)?.status().ok()?;
    Some(how_it_ended(status))
}

/// The command with these arguments as a second process. `None` if this is one, or if there can be none.
pub(super) fn second_process(arguments: &[OsString]) -> Option<Command> {
    if is_second() {
        return None;
    }
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.args(arguments.iter().skip(1)).env(SECOND, process::id().to_string());
    Some(command)
}

/// Whether this is the second process.
pub(super) fn is_second() -> bool {
    std::env::var_os(SECOND).is_some()
}

/// How a second process ended.
pub(super) fn how_it_ended(status: ExitStatus) -> Result<Outcome, Failure> {
    match status.code() {
        Some(0) => Ok(Outcome::Done),
        Some(1) => Err(Failure::Report),
        Some(2) => Err(Failure::Shown),
        _ if is_stopped(status) => Err(Failure::Shown),
        _ => Err(Failure::Message("templates-crashed", Vec::new())),
    }
}

/// Whether somebody asked the process to stop, as with Ctrl-C.
#[cfg(unix)]
pub(super) fn is_stopped(status: ExitStatus) -> bool {
    const ASKING: [i32; 4] = [1, 2, 3, 15];
    status.signal().is_some_and(|signal| ASKING.contains(&signal))
}

#[cfg(not(unix))]
pub(super) fn is_stopped(_: ExitStatus) -> bool {
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
            process::exit(limits.exit_code);
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
pub(super) fn memory() -> u64 {
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
