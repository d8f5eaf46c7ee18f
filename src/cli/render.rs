//! `ita-report render`: from a report file to documents.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use super::diagnostics::{human, of_templates};
use super::progress::Waiting;
use super::target::{Files, Made, Target};
use super::{Failure, Outcome, checked, known_codes, summary, tell, templates};
use crate::export::{self, ExportError};
use crate::report::{Fault, Report, Severity};
use crate::thai::Date;
use crate::typeset::{self, SetError, Setting, TemplateFault};
use crate::view::{MemoView, PlanView, ReportView, SummaryView, View};

/// Resolution of `--format png`: sharp enough to read every mark, small enough to send.
const DOTS_PER_INCH: f64 = 144.0;

pub(super) fn run(args: &Render, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let begun = Instant::now();
    known_codes(&args.allow)?;
    let templates = templates::of(args.templates.as_deref(), catalogue)?;
    let (loaded, fonts, checked) = checked(&args.file, &args.allow, catalogue)?;
    let errors: Vec<_> = checked.findings.iter().filter(|f| f.severity == Severity::Error).collect();
    tell(&human(&loaded.source, &errors, catalogue, std::io::stderr().is_terminal()));
    let say = |message| tell(&summary(message, &args.file, &checked, catalogue));
    let refuse = |why| {
        say("summary");
        tell(&(catalogue.text(why, &[]) + "\n"));
        Err(Failure::Report)
    };
    let report = match &loaded.report {
        Some(report) if errors.is_empty() || args.force => report,
        _ => return refuse(if args.force { "not-forced" } else { "not-written" }),
    };
    let epoch = if report.date.is_none() { source_date_epoch()? } else { None };
    let waiting = Waiting::new(begun, "progress-making", catalogue);
    let setting = Setting {
        templates,
        profile: args.profile.into(),
        progress: &|done, all| waiting.count(done, all),
        ..Setting::new(&fonts)
    };
    let making = Making { args, setting: &setting, waiting: &waiting, catalogue };
    let made = match making.all(report, epoch) {
        Ok(made) => made,
        // What is wrong with the report is why nothing can be made of it.
        Err(Failure::Message(_, why)) if !errors.is_empty() => {
            tell(&(catalogue.text("not-forced-because", &why) + "\n"));
            return refuse("not-forced");
        }
        Err(failure) => return Err(failure),
    };
    waiting.end();
    let inputs: Vec<&Path> =
        report.files().chain([args.file.as_path()]).chain(setting.templates.files()).collect();
    let written = Target::of(args).write(&inputs, &made, catalogue)?;
    if !errors.is_empty() {
        say("forced");
    } else if checked.count(Severity::Warning) > 0 {
        say("warned");
    }
    for (written, made) in written.iter().zip(&made) {
        let path = range(&written.path, written.last.as_deref());
        let done = [("path", path.into()), ("pages", made.pages.into())];
        tell(&(catalogue.text("done-render", &done) + "\n"));
        if let [first, others @ ..] = &written.further[..] {
            let further = [("path", range(first, others.last().map(PathBuf::as_path)).into())];
            tell(&(catalogue.text("further-pages", &further) + "\n"));
        }
    }
    Ok(Outcome::Done)
}

/// A file, or the first and the last of several.
fn range(first: &Path, last: Option<&Path>) -> String {
    let last = last.map(|last| format!(" … {}", last.display())).unwrap_or_default();
    format!("{}{last}", first.display())
}

/// The making of documents in the format asked for.
struct Making<'m> {
    args: &'m Render,
    setting: &'m Setting<'m>,
    waiting: &'m Waiting,
    catalogue: &'m Catalogue,
}

impl Making<'_> {
    /// The documents asked for.
    fn all(&self, report: &Report, epoch: Option<Date>) -> Result<Vec<Made>, Failure> {
        let wanted: &[Document] = match &self.args.document {
            Document::All => &Document::EACH,
            one => std::slice::from_ref(one),
        };
        let document = |document: &Document| {
            let (pages, files) = match document {
                Document::Plan => self.one(&PlanView::new(report, epoch)),
                Document::Memo => self.one(&MemoView::new(report, epoch)),
                Document::Summary => self.one(&SummaryView::new(report, epoch)),
                Document::Report | Document::All => self.one(&ReportView::new(report, epoch)),
            }?;
            Ok(Made { document: *document, pages, files })
        };
        wanted.iter().map(document).collect()
    }

    /// A document's number of pages and its files.
    fn one<V: View>(&self, view: &V) -> Result<(usize, Files), Failure> {
        let format = self.args.format();
        if format == RenderFormat::Typst {
            let sources = typeset::sources(view, self.setting).map_err(|error| self.not_set(error))?;
            self.tell_of(&sources.warnings);
            return Ok((sources.page_count, Files::Folder(sources.files)));
        }
        let set = typeset::set(view, self.setting).map_err(|error| self.not_set(error))?;
        self.tell_of(&set.warnings);
        let files = match format {
            RenderFormat::Png => export::png(&set, DOTS_PER_INCH).map(Files::Pages),
            RenderFormat::Svg => Ok(Files::Pages(export::svg(&set))),
            RenderFormat::Pdf | RenderFormat::Typst => export::pdf(&set).map(Files::Whole),
        };
        Ok((set.page_count(), files.map_err(|error| self.not_exported(error))?))
    }

    fn not_set(&self, error: SetError) -> Failure {
        match error {
            SetError::Template(faults) => self.template_at_fault(&faults),
            // It was another one when the report was read.
            SetError::Picture(path, fault) => {
                let fault = Fault::of_picture(path.display().to_string(), fault);
                self.waiting.tell(&(self.catalogue.text(fault.code(), &fault.arguments()) + "\n"));
                Failure::Shown
            }
        }
    }

    fn not_exported(&self, error: ExportError) -> Failure {
        match error {
            ExportError::Template(faults) => self.template_at_fault(&faults),
            ExportError::Writer(reason) => Failure::internal(reason),
        }
    }

    /// The user's templates are the user's to mend, the embedded ones are not.
    fn template_at_fault(&self, faults: &[TemplateFault]) -> Failure {
        if self.args.templates.is_none() {
            let reasons: Vec<String> = faults.iter().map(ToString::to_string).collect();
            return Failure::internal(reasons.join("\n"));
        }
        self.tell_of(faults);
        Failure::Shown
    }

    fn tell_of(&self, faults: &[TemplateFault]) {
        self.waiting.tell(&of_templates(faults, self.catalogue, std::io::stderr().is_terminal()));
    }
}

/// The date that the environment asks reproducible builds to use.
fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix);
    match date {
        Some(date) => Ok(Some(date)),
        None => {
            Err(Failure::Message("bad-epoch", vec![("value", value.to_string_lossy().into_owned().into())]))
        }
    }
}
