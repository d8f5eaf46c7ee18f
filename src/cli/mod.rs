//! The command: arguments in, library called, messages out. The only room that talks to a person.

mod args;
mod catalogue;
mod check;
mod diagnostics;
mod new;
mod progress;
mod render;
mod target;
mod templates;
mod usage;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use clap::FromArgMatches;

use crate::check::{Checked, check as check_report, codes};
use crate::report::{Argument, Loaded, Severity, load};
use crate::typeset::Fonts;
use args::{Args, Command};
use catalogue::{Catalogue, Language};
use progress::Waiting;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Done; warnings allowed.
    Done,
    /// The report has errors.
    ReportErrors,
    /// Wrong usage, or a file that cannot be read or written.
    CannotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}

/// Why a run ended early, as messages of the catalogue.
enum Failure {
    /// The report's errors have been shown.
    Report,
    /// What could not be done has been shown.
    Shown,
    /// A file that cannot be read or written, or a fault of ours: the message's name and arguments.
    Message(&'static str, Vec<(&'static str, Argument)>),
}

impl Failure {
    fn read(path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::file("cannot-read", path, error, catalogue)
    }

    fn write(path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::file("cannot-write", path, error, catalogue)
    }

    fn file(message: &'static str, path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::Message(message, vec![("path", path.into()), ("reason", catalogue.reason(error).into())])
    }

    fn internal(error: impl ToString) -> Self {
        Failure::Message("internal", vec![("reason", error.to_string().into())])
    }
}

/// Runs the command with these arguments, the program's own name first.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let language = Language::wanted(&arguments);
    let catalogue = Catalogue::new(language);
    let command = args::command(&catalogue);
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Args::from_arg_matches(&matches));
    let outcome = match parsed {
        Err(error) => return usage::explain(&error, &catalogue).into(),
        Ok(args) => match args.command {
            Command::New(args) => new::run(&args, &catalogue),
            Command::Check(args) => check::run(&args, &catalogue),
            Command::Render(args) => render::run(&args, &catalogue),
            Command::Templates(args) => templates::run(&args, &catalogue),
        },
    };
    let outcome = outcome.unwrap_or_else(|failure| match failure {
        Failure::Report => Outcome::ReportErrors,
        Failure::Shown => Outcome::CannotRun,
        Failure::Message(name, arguments) => {
            catalogue.complain(name, &arguments);
            Outcome::CannotRun
        }
    });
    outcome.into()
}

/// Loads a report file, holds it against its fonts and checks it: all that can be said of it before it is set.
fn checked(
    path: &Path,
    allowed: &[String],
    catalogue: &Catalogue,
) -> Result<(Loaded, Fonts, Checked), Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::read(path, &error, catalogue))?;
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let waiting = Waiting::new(Instant::now(), "progress-reading", catalogue);
    let loaded = load(&path.display().to_string(), &bytes, &folder);
    let (fonts, faults) = Fonts::of(&loaded);
    let checked = check_report(&loaded, &faults, allowed);
    drop(waiting);
    Ok((loaded, fonts, checked))
}

/// Makes sure that codes to be silenced exist.
fn known_codes(allowed: &[String]) -> Result<(), Failure> {
    match allowed.iter().find(|code| !codes().any(|known| known == *code)) {
        Some(unknown) => Err(check::unknown(unknown)),
        None => Ok(()),
    }
}

/// Writes to standard output. Whoever reads it may have gone, as `head` does: that is no failure.
fn print(text: &str, catalogue: &Catalogue) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::write(Path::new("-"), &error, catalogue))
        }
        _ => Ok(()),
    }
}

/// Writes to standard error; where even that is closed, nothing is left to do.
fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// A message on a file's errors and warnings.
fn summary(message: &str, path: &Path, checked: &Checked, catalogue: &Catalogue) -> String {
    let count = |severity| checked.count(severity).into();
    let counts = [
        ("path", path.display().to_string().into()),
        ("errors", count(Severity::Error)),
        ("warnings", count(Severity::Warning)),
    ];
    catalogue.text(message, &counts) + "\n"
}
