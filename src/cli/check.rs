//! `ita-report check`: reports what is wrong with report files, corrects what is safe to correct, and explains the rules.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use super::args::{CheckArgs, CheckFormat};
use super::catalogue::{Catalogue, Language};
use super::diagnostics::{JsonDiagnostic, format_findings};
use super::fix::{fixed, format_done, unified_diff};
use super::input::{Input, MARK, is_stream, known_codes, unknown_code};
use super::outcome::{Failure, Outcome};
use super::paths::report_files;
use super::progress::ProgressLine;
use super::terminal::{complain, print, tell};
use super::threads::Threads;
use super::visible::escaped;
use crate::check::{self, Checklist, ItemState};
use crate::disk::write_whole;
use crate::engine::Engine;
use crate::report::{Fault, Severity, Stage};

pub(super) fn run(args: &CheckArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    if let Some(code) = &args.explain {
        return explain(code, catalogue);
    }
    known_codes(&args.allow)?;
    let paths = report_files(&args.files)?;
    let progress = Arc::new(ProgressLine::new(catalogue));
    let engine = Engine::new().with_workers(Threads::new(progress.clone()));
    let mut outcome = Outcome::Done;
    let mut found = Vec::new();
    let mut totals = Totals::default();
    for path in &paths {
        let input = Input::read(path, &args.allow, &engine, (Instant::now(), &progress), catalogue)
            .and_then(|input| corrected(path, input, args, &engine, catalogue));
        let input = match input {
            Ok(input) => input,
            Err(Failure::Message(name, arguments)) => {
                outcome = Outcome::CannotRun;
                totals.add_unreadable();
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
        totals.add(&input);
        match args.format {
            CheckFormat::Json => {
                let json = |finding| JsonDiagnostic::new(&input.loaded.sources, finding, catalogue);
                found.extend(input.checked.findings.iter().map(json));
            }
            CheckFormat::Human if !args.diff => print(&file_output(path, &input, catalogue), catalogue)?,
            CheckFormat::Human => {}
        }
    }
    if args.format == CheckFormat::Json {
        let json = serde_json::to_string_pretty(&found).map_err(Failure::internal)?;
        print(&(escaped(&json) + "\n"), catalogue)?;
    } else if paths.len() > 1 {
        tell(&totals.summary(catalogue));
    }
    Ok(outcome)
}

/// The safe corrections of a file are made so many times at most. One may make another one possible.
const MOST_ROUNDS: usize = 20;

/// Writes the safe corrections into the file with `--fix`, and says what was done; with `--diff`, only shows them. Returns
/// the file as it is then.
fn corrected(
    path: &Path,
    input: Input,
    args: &CheckArgs,
    engine: &Engine,
    catalogue: &Catalogue,
) -> Result<Input, Failure> {
    if !args.fix && !args.diff {
        return Ok(input);
    }
    if is_stream(path) && args.fix {
        return Err(Failure::Message("fix-stream", vec![("path", path.into())]));
    }
    let old = input.loaded.source().text().to_owned();
    let (mut now, mut done) = (input, Vec::new());
    while let Some(fixed) =
        fixed(now.loaded.source(), &now.checked.findings).filter(|_| done.len() < MOST_ROUNDS)
    {
        now = now.with_text(&fixed.text, &args.allow, engine);
        done.push(fixed.done);
    }
    let new = now.loaded.source().text();
    if args.diff {
        if new != old {
            print(&unified_diff(path, &old, new), catalogue)?;
        }
        return Ok(now.with_text(&old, &args.allow, engine));
    }
    if new != old {
        let mark = if now.has_mark { MARK } else { "" };
        let bytes = format!("{mark}{new}");
        write_whole(&[(path.to_owned(), bytes.as_bytes())])
            .map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        tell(&format_done(path, &done.concat(), catalogue));
    }
    Ok(now)
}

/// What was found in several files.
#[derive(Default)]
struct Totals {
    files: usize,
    with_errors: usize,
    with_warnings: usize,
    clean: usize,
    unreadable: usize,
}

impl Totals {
    fn add(&mut self, input: &Input) {
        self.files += 1;
        let has = |severity| input.checked.count(severity) > 0;
        match () {
            () if has(Severity::Error) => self.with_errors += 1,
            () if has(Severity::Warning) => self.with_warnings += 1,
            () => self.clean += 1,
        }
    }

    fn add_unreadable(&mut self) {
        self.files += 1;
        self.unreadable += 1;
    }

    fn summary(&self, catalogue: &Catalogue) -> String {
        let counts = [
            ("files", self.files.into()),
            ("errors", self.with_errors.into()),
            ("warnings", self.with_warnings.into()),
            ("clean", self.clean.into()),
            ("unreadable", self.unreadable.into()),
        ];
        catalogue.text("summary-files", &counts) + "\n"
    }
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
