//! `ita-report render`: makes documents from report files.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::args::RenderArgs;
use super::catalogue::Catalogue;
use super::destination::{Destination, Written};
use super::diagnostics::format_findings;
use super::guard::{self, Limits};
use super::input::{Input, folder_of, known_codes};
use super::outcome::{Failure, Outcome};
use super::paths::files_only;
use super::progress::ProgressLine;
use super::template_faults::format_template_faults;
use super::templates::{self, Unusable};
use super::terminal::{end_with, tell};
use super::threads::Threads;
use crate::disk::{Folder, MadeDocument};
use crate::engine::Engine;
use crate::export::ExportError;
use crate::report::{Report, Severity};
use crate::thai::Date;
use crate::typeset::{TemplateFault, Templates};

pub(super) fn run(args: &RenderArgs, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    known_codes(&args.making.allow)?;
    files_only(&args.files)?;
    Destination::check(args)?;
    let mut run = Run::new(args, Engine::new(), catalogue)?;
    let [file] = &args.files[..] else {
        // A file that fails does not keep the others from being made.
        let mut outcome = Outcome::Done;
        for file in &args.files {
            run.begun = Instant::now();
            outcome = outcome.max(match run.file(file, folder_of(file)) {
                Ok(_) => Outcome::Done,
                Err(failure) => end_with(failure, catalogue),
            });
        }
        return Ok(outcome);
    };
    run.file(file, folder_of(file)).map(|_| Outcome::Done)
}

/// One run of the command, for all its files.
pub(super) struct Run<'r> {
    args: &'r RenderArgs,
    catalogue: &'r Catalogue,
    /// When the user began to wait for the file.
    begun: Instant,
    progress: Arc<ProgressLine>,
    engine: Engine,
    own_templates: Option<Templates>,
    template_files: Option<Arc<Folder>>,
}

impl<'r> Run<'r> {
    /// Prepares a run: reads the user's templates.
    pub fn new(args: &'r RenderArgs, engine: Engine, catalogue: &'r Catalogue) -> Result<Self, Failure> {
        let begun = Instant::now();
        let progress = Arc::new(ProgressLine::new(catalogue));
        let mut engine = engine.with_workers(Threads::new(progress.clone())).with_draft(args.making.draft);
        let templates_folder =
            args.making.templates.as_deref().map(|path| (path, Arc::new(Folder::new(path))));
        let mut own_templates = None;
        if let Some((path, folder)) = &templates_folder {
            let templates = own_templates.insert(user_templates(path, folder.clone(), catalogue)?);
            engine = engine.with_templates(templates.clone());
        }
        let template_files = templates_folder.map(|(_, folder)| folder);
        Ok(Run { args, catalogue, begun, progress, engine, own_templates, template_files })
    }

    /// Makes the documents of one report file, with the files in `folder`. Returns what was written.
    pub fn file(&self, file: &Path, folder: Arc<Folder>) -> Result<Vec<Written>, Failure> {
        let (args, catalogue, progress) = (self.args, self.catalogue, &*self.progress);
        let since = (self.begun, progress);
        let input = Input::read_beside(folder, file, &args.making.allow, &self.engine, since, catalogue)?;
        let input = if args.making.draft { input.into_draft() } else { input };
        let errors: Vec<_> =
            input.checked.findings.iter().filter(|f| f.severity == Severity::Error).collect();
        tell(&format_findings(&input.loaded.sources, &errors, catalogue, std::io::stderr().is_terminal()));
        let say = |message| tell(&input.summary(message, file, catalogue));
        let refuse = |why| {
            say("summary");
            tell(&(catalogue.text(why, &[]) + "\n"));
            Err(Failure::Report)
        };
        let report = match &input.loaded.report {
            Some(report) if errors.is_empty() || args.making.force => report,
            _ => return refuse(if args.making.force { "not-forced" } else { "not-written" }),
        };
        let engine = match report.date {
            Some(_) => self.engine.clone(),
            None => self.engine.clone().with_epoch(source_date_epoch()?),
        };
        progress.begin(self.begun, "progress-making", catalogue);
        let limits = args.making.limits()(input.loaded.strings.len());
        let own = self.own_templates.as_ref().map(|templates| (templates, limits));
        let made = match make(report, args, (&engine, own), progress, catalogue) {
            Ok(made) => made,
            // The report has errors and `--force` was given. The failure is due to them, not an internal error.
            Err(Failure::Message(_, why)) if !errors.is_empty() => {
                tell(&(catalogue.text("not-forced-because", &why) + "\n"));
                return refuse("not-forced");
            }
            Err(failure) => return Err(failure),
        };
        progress.end();
        let mut inputs = vec![file.to_owned()];
        inputs.extend(input.folder.read_files());
        inputs.extend(self.template_files.iter().flat_map(|folder| folder.read_files()));
        let written = Destination::new(args, file).write(&inputs, &made, catalogue)?;
        if !errors.is_empty() {
            say("forced");
        } else if input.checked.count(Severity::Warning) > 0 {
            say("warned");
        }
        say_written(&written, &made, catalogue);
        Ok(written)
    }
}

/// Says which files were written.
fn say_written(written: &[Written], made: &[MadeDocument], catalogue: &Catalogue) {
    for (written, made) in written.iter().zip(made) {
        let path = format_paths(&written.path, written.last.as_deref());
        let done = [("path", path.into()), ("pages", made.made.page_count.into())];
        tell(&(catalogue.text("done-render", &done) + "\n"));
        if let [first, others @ ..] = &written.further[..] {
            let further = [("path", format_paths(first, others.last().map(PathBuf::as_path)).into())];
            tell(&(catalogue.text("further-pages", &further) + "\n"));
        }
    }
}

/// Formats the path of one file, or the first and last paths of several.
fn format_paths(first: &Path, last: Option<&Path>) -> String {
    let last = last.map(|last| format!(" … {}", last.display())).unwrap_or_default();
    format!("{}{last}", first.display())
}

/// Reads the templates in the user's folder. Shows a fault in them at its place.
pub(super) fn user_templates(
    path: &Path,
    folder: Arc<Folder>,
    catalogue: &Catalogue,
) -> Result<Templates, Failure> {
    templates::read(path, folder, catalogue).map_err(|error| match error {
        Unusable::Failure(failure) => failure,
        Unusable::Faults(faults) => {
            tell(&format_template_faults(&faults, catalogue, std::io::stderr().is_terminal()));
            Failure::Shown
        }
    })
}

/// Makes the requested documents, and shows what Typst reports about the templates. The user's own templates come with
/// their limits.
fn make(
    report: &Report,
    args: &RenderArgs,
    (engine, own): (&Engine, Option<(&Templates, Limits)>),
    progress: &ProgressLine,
    catalogue: &Catalogue,
) -> Result<Vec<MadeDocument>, Failure> {
    let show = |faults: &[TemplateFault]| {
        progress.tell(&format_template_faults(faults, catalogue, std::io::stderr().is_terminal()));
    };
    let make = |document| {
        let make = || engine.make(report, document, args.format(), args.making.profile);
        match own {
            Some((templates, limits)) => guard::within(limits, templates, progress, catalogue, make),
            None => make(),
        }
    };
    let document = |&document| match make(document) {
        Ok(made) => {
            show(&made.warnings);
            Ok(MadeDocument { document, made })
        }
        // Users can fix their own templates. With only the embedded ones, the fault is an internal error.
        Err(ExportError::Template(faults)) if own.is_some() => {
            show(&faults);
            Err(Failure::Shown)
        }
        Err(error) => Err(Failure::internal(error)),
    };
    args.making.document.each().iter().map(document).collect()
}

/// The date that `SOURCE_DATE_EPOCH` sets for reproducible builds. `None` if it is unset or empty.
pub(super) fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix);
    match date {
        Some(date) => Ok(Some(date)),
        None => {
            let value = value.to_string_lossy().into_owned();
            Err(Failure::Message("bad-epoch", vec![("value", value.into())]))
        }
    }
}
