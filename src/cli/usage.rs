//! Wrong usage, explained in the reader's language, and help and version as asked for.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::Outcome;
use super::catalogue::Catalogue;

/// Prints what clap has to say. Help and version that were asked for are no errors.
pub(super) fn explain(error: &Error, catalogue: &Catalogue) -> Outcome {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        // Nothing is left to do where even standard output is closed.
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
    let or_none = |text: Option<String>| text.filter(|t| !t.is_empty()).unwrap_or_else(|| "none".to_owned());
    let argument =
        or_none(context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand)));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let nearest = or_none(context(ContextKind::SuggestedArg));
            catalogue.complain("usage-unknown-argument", &[("argument", argument), ("nearest", nearest)]);
        }
        ErrorKind::InvalidSubcommand => {
            let nearest = or_none(context(ContextKind::SuggestedSubcommand));
            catalogue.complain("usage-unknown-command", &[("argument", argument), ("nearest", nearest)]);
        }
        ErrorKind::InvalidValue
            if context(ContextKind::InvalidValue).is_none_or(|value| value.is_empty()) =>
        {
            catalogue.complain("usage-missing-value", &[("argument", argument)]);
        }
        ErrorKind::ArgumentConflict => {
            let prior = or_none(context(ContextKind::PriorArg));
            let message = if prior == argument { "usage-repeated" } else { "usage-conflict" };
            catalogue.complain(message, &[("argument", argument), ("prior", prior)]);
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = or_none(context(ContextKind::InvalidValue));
            let possible = or_none(context(ContextKind::ValidValue));
            let arguments = [("argument", argument), ("value", value), ("possible", possible)];
            catalogue.complain("usage-invalid-value", &arguments);
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            catalogue.complain("usage-missing", &[("argument", argument)]);
        }
        _ => {
            let text = error.to_string();
            let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
            catalogue.complain("usage-other", &[("reason", first)]);
        }
    }
    Outcome::CannotRun
}
