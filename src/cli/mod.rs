//! The command: parses the arguments, calls the library, and prints messages. No other top-level module uses the
//! terminal.

mod args;
mod batch;
mod catalogue;
mod check;
mod destination;
mod diagnostics;
mod fix;
mod follow;
mod guard;
mod input;
mod new;
mod outcome;
mod paths;
mod preview;
mod progress;
mod render;
mod rules;
mod supervise;
mod template_faults;
mod templates;
mod terminal;
mod threads;
mod typed;
mod usage;
mod visible;
mod watch;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use clap::FromArgMatches;

use args::{Args, Command};
use catalogue::{Catalogue, Language};
use outcome::Outcome;

/// Runs the command. The first of the arguments is the program's own name. A panic ends it with a message and exit code
/// 2, before any file is written.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let catalogue = Catalogue::new(Language::wanted(&arguments));
    let first_panic: Arc<OnceLock<String>> = Arc::default();
    let kept = first_panic.clone();
    panic::set_hook(Box::new(move |info| drop(kept.set(info.to_string()))));
    panic::catch_unwind(AssertUnwindSafe(|| run_command(arguments, &catalogue))).unwrap_or_else(|_| {
        let reason = first_panic.get().cloned().unwrap_or_default();
        let arguments = [("reason", reason.into()), ("version", env!("CARGO_PKG_VERSION").into())];
        terminal::complain("panicked", &arguments, &catalogue);
        Outcome::CannotRun.into()
    })
}

fn run_command(arguments: Vec<OsString>, catalogue: &Catalogue) -> ExitCode {
    // For the test of what users see after a panic.
    assert!(std::env::var_os("ITA_REPORT_TEST_PANIC").is_none(), "a test asks for a panic");
    let arguments = typed::with_help(arguments);
    if let Some((written, option)) = typed::long_dash(&arguments) {
        let described = [("argument", written.into()), ("nearest", option.into())];
        terminal::complain("usage-unknown-argument", &described, catalogue);
        return Outcome::CannotRun.into();
    }
    let command = args::command(catalogue);
    let parsed =
        command.try_get_matches_from(&arguments).and_then(|matches| Args::from_arg_matches(&matches));
    let outcome = match parsed {
        Err(error) => return usage::explain(&error, &arguments, catalogue).into(),
        Ok(args) => match args.command {
            Command::New(args) => new::run(&args, catalogue),
            Command::Check(args) => check::run(&args, catalogue),
            Command::Render(args) => {
                match args.making.templates.as_ref().and_then(|_| guard::run_apart(&arguments)) {
                    Some(outcome) => outcome,
                    None => render::run(&args, catalogue),
                }
            }
            Command::Batch(args) => {
                match args.making.templates.as_ref().and_then(|_| batch::run_apart(&arguments)) {
                    Some(outcome) => outcome,
                    None => batch::run(&args, &arguments, catalogue),
                }
            }
            Command::Watch(args) => watch::run(&args, &arguments, catalogue),
            Command::Preview(args) => preview::run(&args, &arguments, catalogue),
            Command::Templates(args) => templates::run(&args, catalogue),
            Command::Rules(args) => rules::run(&args, catalogue),
        },
    };
    outcome.unwrap_or_else(|failure| terminal::end_with(failure, catalogue)).into()
}
