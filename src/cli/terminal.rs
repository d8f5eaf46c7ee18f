//! Writes to standard output and standard error.

use std::io::{self, Write};
use std::path::Path;

use super::catalogue::Catalogue;
use super::outcome::Failure;

/// Writes to standard output. A closed pipe is not a failure, because programs such as `head` stop reading early.
pub(super) fn print(text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::write(Path::new("-"), &error, catalogue))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error. Ignores failures, because there is nowhere else to report them.
pub(super) fn tell(text: &str) {
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
