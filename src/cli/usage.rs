//! Explains wrong usage in the user's language, and prints help and version.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::catalogue::Catalogue;
use super::outcome::Outcome;
use super::terminal;
use crate::report::Argument;

/// The commands for which a message says what to give them.
const COMMANDS: [&str; 8] = ["new", "check", "render", "batch", "watch", "preview", "templates", "rules"];

/// Prints clap's error in the user's language. A request for help or version also arrives as an error of clap, but is
/// not a failure.
pub(super) fn explain(error: &Error, arguments: &[OsString], catalogue: &Catalogue) -> Outcome {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // If standard output is closed, there is nothing left to do.
        let _ = error.print();
        return Outcome::Done;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return Outcome::CannotRun;
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let context = |kind| context(kind).filter(|text| !text.is_empty());
    let wrong = context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand));
    let argument = || ("argument", Argument::from(wrong.clone()));
    let complain = |name, arguments: &[(&str, Argument)]| terminal::complain(name, arguments, catalogue);
    match error.kind() {
        // Not an option, but one word more than the command takes.
        ErrorKind::UnknownArgument if wrong.as_deref().is_some_and(|wrong| !wrong.starts_with('-')) => {
            complain("usage-extra-argument", &[argument()]);
        }
        ErrorKind::UnknownArgument => {
            let nearest = context(ContextKind::SuggestedArg).into();
            complain("usage-unknown-argument", &[argument(), ("nearest", nearest)]);
        }
        ErrorKind::InvalidSubcommand => {
            let nearest = context(ContextKind::SuggestedSubcommand).into();
            complain("usage-unknown-command", &[argument(), ("nearest", nearest)]);
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_none() => {
            complain("usage-missing-value", &[argument()]);
        }
        ErrorKind::ArgumentConflict => {
            let prior = context(ContextKind::PriorArg);
            let message = if prior == wrong { "usage-repeated" } else { "usage-conflict" };
            complain(message, &[argument(), ("prior", prior.into())]);
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue).into();
            let possible = context(ContextKind::ValidValue).into();
            complain("usage-invalid-value", &[argument(), ("value", value), ("possible", possible)]);
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            let mut words = arguments.iter().skip(1).filter_map(|argument| argument.to_str());
            let command = words.find(|word| COMMANDS.contains(word)).map(str::to_owned);
            complain("usage-missing", &[argument(), ("command", command.into())]);
        }
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            complain("usage-other", &[("reason", first.into())]);
        }
    }
    Outcome::CannotRun
}
