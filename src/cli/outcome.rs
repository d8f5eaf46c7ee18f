//! How a run of the command ends.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::catalogue::Catalogue;
use crate::report::Argument;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
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
pub(super) enum Failure {
    /// The report's errors have been shown.
    Report,
    /// What could not be done has been shown.
    Shown,
    /// A file that cannot be read or written, or a fault of ours: the message's name and arguments.
    Message(&'static str, Vec<(&'static str, Argument)>),
}

impl Failure {
    pub fn read(path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::file("cannot-read", path, error, catalogue)
    }

    pub fn write(path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::file("cannot-write", path, error, catalogue)
    }

    fn file(message: &'static str, path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        Failure::Message(message, vec![("path", path.into()), ("reason", catalogue.reason(error).into())])
    }

    pub fn internal(error: impl ToString) -> Self {
        Failure::Message("internal", vec![("reason", error.to_string().into())])
    }
}
