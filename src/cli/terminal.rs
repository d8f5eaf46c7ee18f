//! The only way to standard output and standard error. Nothing but text passes, see [`super::visible`].

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::catalogue::Catalogue;
use super::outcome::{Failure, Outcome};
use super::visible::door;

/// Writes to standard output. A closed pipe is not a failure, because programs such as `head` stop reading early.
pub(super) fn print(text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    let text = door(text, io::stdout().is_terminal());
    match write_bytes(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::write(Path::new("-"), &error, catalogue))
        }
        _ => Ok(()),
    }
}

/// Writes to standard output and fails if nobody can read it.
pub(super) fn write_bytes(bytes: &[u8]) -> io::Result<()> {
    if is_stdout_closed() {
        return Err(io::ErrorKind::NotConnected.into());
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush())
}

/// Whether the caller closed standard output, as `>&-` does in a shell. Rust's runtime then opens `/dev/null` in its
/// place, for reading and writing. A shell's `>/dev/null` is open for writing only.
#[cfg(target_os = "linux")]
fn is_stdout_closed() -> bool {
    let is_null = std::fs::read_link("/proc/self/fd/1").is_ok_and(|target| target == Path::new("/dev/null"));
    let flags = || {
        let info = std::fs::read_to_string("/proc/self/fdinfo/1").ok()?;
        let flags = info.lines().find_map(|line| line.strip_prefix("flags:"))?;
        u32::from_str_radix(flags.trim(), 8).ok()
    };
    const ACCESS_MODE: u32 = 3;
    const READ_AND_WRITE: u32 = 2;
    is_null && flags().is_some_and(|flags| flags & ACCESS_MODE == READ_AND_WRITE)
}

#[cfg(not(target_os = "linux"))]
fn is_stdout_closed() -> bool {
    false
}

/// Writes to standard error. Ignores failures, because there is nowhere else to report them.
pub(super) fn tell(text: &str) {
    let text = door(text, io::stderr().is_terminal());
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Prints an error message to standard error, with its help if it has any.
pub(super) fn complain(name: &str, arguments: &[(&str, crate::report::Argument)], catalogue: &Catalogue) {
    let mut text = format!("{}: {}\n", catalogue.text("error", &[]), catalogue.text(name, arguments));
    if let Some(help) = catalogue.part(name, "help", arguments) {
        text += &format!("{}: {help}\n", catalogue.text("help", &[]));
    }
    tell(&text);
}

/// Shows a failure if that has not been done, and returns how the run ends with it.
pub(super) fn end_with(failure: Failure, catalogue: &Catalogue) -> Outcome {
    match failure {
        Failure::Report => Outcome::ReportErrors,
        Failure::Shown => Outcome::CannotRun,
        Failure::Message(name, arguments) => {
            complain(name, &arguments, catalogue);
            Outcome::CannotRun
        }
    }
}
