//! `ita-report check`: says what is wrong with report files.

use std::io::IsTerminal;

use super::args::{Check, CheckFormat};
use super::catalogue::Catalogue;
use super::diagnostics::{JsonDiagnostic, human};
use super::{Failure, Outcome, count, load_report, print, summary};
use crate::report::Severity;

pub(super) fn run(args: &Check, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    let mut found = Vec::new();
    for path in &args.files {
        let (loaded, _) = match load_report(path, catalogue) {
            Ok(loaded) => loaded,
            Err(Failure::Message(name, arguments)) => {
                outcome = Outcome::CannotRun;
                match args.format {
                    CheckFormat::Human => catalogue.complain(name, &arguments),
                    CheckFormat::Json => found.push(JsonDiagnostic::unreadable(
                        path.display().to_string(),
                        catalogue.text(name, &arguments),
                    )),
                }
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let (source, diagnostics) = (&loaded.source, &loaded.diagnostics);
        let (errors, warnings) = (count(diagnostics, Severity::Error), count(diagnostics, Severity::Warning));
        if errors > 0 || (args.strict && warnings > 0) {
            outcome = outcome.max(Outcome::ReportErrors);
        }
        match args.format {
            CheckFormat::Json => {
                found.extend(diagnostics.iter().map(|d| JsonDiagnostic::of(source, d, catalogue)));
            }
            CheckFormat::Human => {
                let mut text = human(source, diagnostics, catalogue, std::io::stdout().is_terminal());
                if diagnostics.is_empty() {
                    text += &catalogue.text("done-check", &[("path", path.display().to_string())]);
                    text.push('\n');
                } else {
                    text += &summary(path, diagnostics, catalogue);
                }
                print(&text, catalogue)?;
            }
        }
    }
    if args.format == CheckFormat::Json {
        let json = serde_json::to_string_pretty(&found).map_err(Failure::internal)?;
        print(&(json + "\n"), catalogue)?;
    }
    Ok(outcome)
}
