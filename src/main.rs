//! The `ita-report` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ita_report::cli::run(std::env::args_os().collect())
}
