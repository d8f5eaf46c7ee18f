//! `ita-report check`: reports what is wrong with report files, and explains the rules.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::args::{CheckArgs, CheckFormat};
use super::catalogue::{Catalogue, Language};
use super::diagnostics::{JsonDiagnostic, format_findings};
use super::input::{Input, known_codes, unknown_code};
use super::outcome::{Failure, Outcome};
use super::progress::ProgressLine;
use super::terminal::{complain, print};
use super::threads::Threads;
use super::visible::escaped;
use crate::check::{self, Checklist, ItemState};
use crate::engine::Engine;
use crate::report::{Fault, Severity, Stage};

pub(super) fn run(args: &CheckArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    if let Some(code) = &args.explain {
        return explain(code, catalogue);
    }
    known_codes(&args.allow)?;
    let progress = Arc::new(ProgressLine::new(catalogue));
    let engine = Engine::new().with_workers(Threads::new(progress.clone()));
    let mut outcome = Outcome::Done;
    let mut found = Vec::new();
    for path in &args.files {
        let input = match Input::read(path, &args.allow, &engine, (Instant::now(), &progress), catalogue) {
            Ok(input) => input,
            Err(Failure::Message(name, arguments)) => {
                outcome = Outcome::CannotRun;
                match args.format {
                    CheckFormat::Human => complain(name, &arguments, catalogue),
                    CheckFormat::Json => found.push(JsonDiagnostic::unreadable(
                        path.display().to_string(),
                        catalogue.text(name, &arguments),
                    )),
                }
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let count = |severity| input.checked.count(severity);
        if count(Severity::Error) > 0 || (args.strict && count(Severity::Warning) > 0) {
            outcome = outcome.max(Outcome::ReportErrors);
        }
        match args.format {
            CheckFormat::Json => {
                let json = |finding| JsonDiagnostic::new(&input.loaded.sources, finding, catalogue);
                found.extend(input.checked.findings.iter().map(json));
            }
            CheckFormat::Human => print(&file_output(path, &input, catalogue), catalogue)?,
        }
    }
    if args.format == CheckFormat::Json {
        let json = serde_json::to_string_pretty(&found).map_err(Failure::internal)?;
        print(&(escaped(&json) + "\n"), catalogue)?;
    }
    Ok(outcome)
}

/// The output for one file: findings, checklist and counts.
fn file_output(path: &Path, input: &Input, catalogue: &Catalogue) -> String {
    let findings: Vec<_> = input.checked.findings.iter().collect();
    let mut text =
        format_findings(&input.loaded.sources, &findings, catalogue, std::io::stdout().is_terminal());
    text += &match &input.checked.checklist {
        Some(list) => checklist(list, catalogue),
        None => catalogue.text("not-checked", &[]) + "\n",
    };
    if findings.is_empty() {
        text += &(catalogue.text("done-check", &[("path", path.into())]) + "\n");
    } else {
        text += &input.summary("summary", path, catalogue);
    }
    text
}

fn checklist(list: &Checklist, catalogue: &Catalogue) -> String {
    let heading = match list.stage {
        Stage::Plan => "checklist-plan",
        Stage::Report => "checklist",
    };
    let mut text = catalogue.text(heading, &[]) + "\n";
    for item in &list.items {
        let (mark, state) = if item.state == ItemState::Present {
            ("+", "checklist-present")
        } else {
            ("-", "checklist-missing")
        };
        let measures = match &item.state {
            ItemState::MissingIn(measures) => {
                let numbers: Vec<String> = measures.iter().map(usize::to_string).collect();
                let arguments = [("measures", numbers.join(", ").into()), ("count", measures.len().into())];
                format!(": {}", catalogue.text("checklist-measures", &arguments))
            }
            _ => String::new(),
        };
        let (state, name) = (catalogue.text(state, &[]), catalogue.text(item.name, &[]));
        text += &format!("  {mark} {state} {name}{measures}\n");
    }
    text + "\n"
}

/// Prints what a rule finds, why it matters, and an example.
fn explain(code: &str, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let Some(rule) = check::rule(code) else {
        // Faults of the file itself have no explanation beyond their messages.
        return Err(if Fault::CODES.contains(&code) {
            Failure::Message("not-a-rule", vec![("code", code.into())])
        } else {
            unknown_code(code)
        });
    };
    let explanation = match catalogue.language() {
        Language::Thai => rule.thai(),
        Language::English => rule.english(),
    };
    let example: String = explanation.example.lines().map(|line| format!("    {line}\n")).collect();
    let heading = catalogue.text("explain-example", &[]);
    print(
        &format!("{code}: {}\n\n{}\n\n{heading}:\n\n{example}\n", explanation.title, explanation.text),
        catalogue,
    )?;
    Ok(Outcome::Done)
}
