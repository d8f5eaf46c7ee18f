//! How a run of the command ends, and why it ends early.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::catalogue::Catalogue;
use super::typed::meant_file;
use crate::report::Argument;

/// How a run ended. The discriminant is the exit code: 0, 1 or 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// Success. There may be warnings.
    Done,
    /// The report has errors, or warnings with `--strict`.
    ReportErrors,
    /// Wrong usage, a file that cannot be read or written, or another failure.
    CannotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(outcome as u8)
    }
}

/// Why a run ended early.
pub(super) enum Failure {
    /// The report has errors. They have been shown.
    Report,
    /// Another failure, which has been shown.
    Shown,
    /// A failure that has not been shown yet: the name and arguments of its message.
    Message(&'static str, Vec<(&'static str, Argument)>),
}

impl Failure {
    pub fn read(path: &Path, error: &io::Error, catalogue: &Catalogue) -> Self {
        let missing = error.kind() == io::ErrorKind::NotFound;
        let Some(meant) = missing.then(|| meant_file(path)).flatten() else {
            return Failure::file("cannot-read", path, error, catalogue);
        };
        let arguments = [("path", path.into()), ("nearest", meant.as_path().into())];
        Failure::Message("cannot-find", arguments.to_vec())
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
