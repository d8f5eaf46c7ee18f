//! Standard output and standard error.

use std::io::{self, Write};
use std::path::Path;

use super::catalogue::Catalogue;
use super::outcome::Failure;

/// Writes to standard output. Whoever reads it may have gone, as `head` does: that is no failure.
pub(super) fn print(text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::write(Path::new("-"), &error, catalogue))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; where even that is closed, nothing is left to do.
pub(super) fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// Tells that something went wrong, with the way out if there is one.
pub(super) fn complain(name: &str, arguments: &[(&str, crate::report::Argument)], catalogue: &Catalogue) {
    let mut text = format!("{}: {}\n", catalogue.text("error", &[]), catalogue.text(name, arguments));
    if let Some(help) = catalogue.part(name, "help", arguments) {
        text += &format!("{}: {help}\n", catalogue.text("help", &[]));
    }
    tell(&text);
}
