//! The command: parses the arguments, calls the library, and prints messages. No other top-level module uses the
//! terminal.

mod args;
mod catalogue;
mod check;
mod destination;
mod diagnostics;
mod input;
mod new;
mod outcome;
mod progress;
mod render;
mod rules;
mod templates;
mod terminal;
mod threads;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use args::{Args, Command};
use catalogue::{Catalogue, Language};
use outcome::{Failure, Outcome};

/// Runs the command. The first of the arguments is the program's own name.
pub fn run(arguments: Vec<OsString>) -> ExitCode {
    let catalogue = Catalogue::new(Language::wanted(&arguments));
    let command = args::command(&catalogue);
    let parsed = command.try_get_matches_from(arguments).and_then(|matches| Args::from_arg_matches(&matches));
    let outcome = match parsed {
        Err(error) => return usage::explain(&error, &catalogue).into(),
        Ok(args) => match args.command {
            Command::New(args) => new::run(&args, &catalogue),
            Command::Check(args) => check::run(&args, &catalogue),
            Command::Render(args) => render::run(&args, &catalogue),
            Command::Templates(args) => templates::run(&args, &catalogue),
            Command::Rules(args) => rules::run(&args, &catalogue),
        },
    };
    let outcome = outcome.unwrap_or_else(|failure| match failure {
        Failure::Report => Outcome::ReportErrors,
        Failure::Shown => Outcome::CannotRun,
        Failure::Message(name, arguments) => {
            terminal::complain(name, &arguments, &catalogue);
            Outcome::CannotRun
        }
    });
    outcome.into()
}
