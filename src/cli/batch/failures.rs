//! Says in a line why there are no documents of a report of a batch.

use std::path::Path;

use crate::batch::{FailureText, Outcome};
use crate::cli::catalogue::Catalogue;
use crate::cli::destination::write_failure;
use crate::cli::outcome::Failure;
use crate::cli::template_faults::in_catalogue;
use crate::cli::visible::visible;
use crate::report::Argument;
use crate::typeset::TemplateFault;

/// Why there are no documents of a report. `None` if there are.
pub(super) fn failure_text(outcome: Outcome, path: &Path, catalogue: &Catalogue) -> Option<FailureText> {
    let message = |code: &str, arguments: &[(&str, Argument)]| FailureText {
        code: code.to_owned(),
        file: path.display().to_string(),
        line: None,
        column: None,
        message: with_help(code, arguments, catalogue),
    };
    let of_failure = |failure| match failure {
        Failure::Message(name, arguments) => message(name, &arguments),
        Failure::Report | Failure::Shown => message("not-written", &[]),
    };
    Some(match outcome {
        Outcome::Made(..) | Outcome::UpToDate(_) => return None,
        Outcome::Errors(first) | Outcome::NotForced(first) => FailureText {
            code: first.finding.code.to_owned(),
            message: catalogue.text(first.finding.code, &first.finding.arguments),
            file: first.file,
            line: Some(first.line),
            column: Some(first.column),
        },
        Outcome::Unreadable(error) => of_failure(Failure::read(path, &error, catalogue)),
        Outcome::Unwritable(fault) => of_failure(write_failure(fault, catalogue)),
        Outcome::Templates(faults) => match faults.into_iter().find(|fault| !fault.warning) {
            Some(fault) => of_template(fault, path, catalogue),
            None => message("internal", &[("reason", "".into())]),
        },
        Outcome::Internal(reason) => message("internal", &[("reason", reason.into())]),
        Outcome::Panicked(reason) => {
            let version = ("version", env!("CARGO_PKG_VERSION").into());
            message("panicked", &[("reason", reason.into()), version])
        }
    })
}

/// A line for a failure.
pub(super) fn format_failure(failure: &FailureText, catalogue: &Catalogue) -> String {
    let FailureText { file, line, column, message, .. } = failure;
    let place = match (line, column) {
        (Some(line), Some(column)) => format!("{}:{line}:{column}", visible(file)),
        _ => visible(file),
    };
    let message = message.lines().collect::<Vec<_>>().join(" ");
    format!("{}: {place}: {message}\n", catalogue.text("error", &[]))
}

/// A message and what to do about it, in a line.
fn with_help(name: &str, arguments: &[(&str, Argument)], catalogue: &Catalogue) -> String {
    let message = catalogue.text(name, arguments);
    match catalogue.part(name, "help", arguments) {
        Some(help) => format!("{message} ({help})"),
        None => message,
    }
}

/// A fault in the user's templates.
fn of_template(fault: TemplateFault, path: &Path, catalogue: &Catalogue) -> FailureText {
    let fault = in_catalogue(&fault, catalogue);
    let file = fault.place.as_ref().map_or_else(|| path.display().to_string(), |place| place.file.clone());
    let before = fault.place.as_ref().and_then(|place| place.text.get(..place.range.start));
    let line = before.map(|text| text.matches('\n').count() + 1);
    let column = before.map(|text| text.chars().rev().take_while(|c| *c != '\n').count() + 1);
    FailureText { code: "template".to_owned(), file, line, column, message: fault.message }
}
