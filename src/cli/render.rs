//! `ita-report render`: from a report file to documents.

use std::io::IsTerminal;
use std::path::Path;

use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use super::diagnostics::{human, of_templates};
use super::target::{Made, Target};
use super::{Failure, Outcome, checked, known_codes, summary, tell, templates};
use crate::export;
use crate::report::{Report, Severity};
use crate::thai::Date;
use crate::typeset::{self, Fonts};
use crate::view::{MemoView, PlanView, ReportView, SummaryView};

/// Resolution of `--format png`: sharp enough to read every mark, small enough to send.
const DOTS_PER_INCH: f64 = 144.0;

pub(super) fn run(args: &Render, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    known_codes(&args.allow)?;
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
    let made = match made(args, report, epoch, &fonts, catalogue) {
        Ok(made) => made,
        // What is wrong with the report is why nothing can be made of it.
        Err(Failure::Message(_, why)) if !errors.is_empty() => {
            tell(&(catalogue.text("not-forced-because", &why) + "\n"));
            return refuse("not-forced");
        }
        Err(failure) => return Err(failure),
    };
    let inputs: Vec<&Path> = report.files().chain([args.file.as_path()]).collect();
    let written = Target::of(args).write(args.format, &inputs, &made, catalogue)?;
    if !errors.is_empty() {
        say("forced");
    } else if checked.count(Severity::Warning) > 0 {
        say("warned");
    }
    for (path, made) in written.iter().zip(&made) {
        let done = [("path", path.display().to_string()), ("pages", made.pages.to_string())];
        tell(&(catalogue.text("done-render", &done) + "\n"));
    }
    Ok(Outcome::Done)
}

/// The documents asked for, in the format asked for.
fn made(
    args: &Render,
    report: &Report,
    epoch: Option<Date>,
    fonts: &Fonts,
    catalogue: &Catalogue,
) -> Result<Vec<Made>, Failure> {
    let wanted: &[Document] = match &args.document {
        Document::All => &Document::EACH,
        one => std::slice::from_ref(one),
    };
    let templates = templates::of(args.templates.as_deref(), catalogue)?;
    let make = |document: &Document| {
        let set = match document {
            Document::Plan => typeset::set_by(&PlanView::new(report, epoch), fonts, &templates),
            Document::Memo => typeset::set_by(&MemoView::new(report, epoch), fonts, &templates),
            Document::Summary => typeset::set_by(&SummaryView::new(report, epoch), fonts, &templates),
            Document::Report | Document::All => {
                typeset::set_by(&ReportView::new(report, epoch), fonts, &templates)
            }
        }
        .map_err(|error| match args.templates {
            // The user's templates are the user's to mend.
            Some(_) => {
                tell(&of_templates(&error.0, catalogue, std::io::stderr().is_terminal()));
                Failure::Shown
            }
            None => Failure::internal(error),
        })?;
        tell(&of_templates(&set.warnings, catalogue, std::io::stderr().is_terminal()));
        let files = match args.format {
            RenderFormat::Pdf => export::pdf(&set).map(|pdf| vec![pdf]),
            RenderFormat::Png => export::png(&set, DOTS_PER_INCH),
            RenderFormat::Svg => Ok(export::svg(&set)),
        };
        Ok(Made { document: *document, pages: set.page_count(), files: files.map_err(Failure::internal)? })
    };
    wanted.iter().map(make).collect()
}

/// The date that the environment asks reproducible builds to use.
fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let date = value.to_str().and_then(|text| text.parse().ok()).and_then(Date::from_unix);
    match date {
        Some(date) => Ok(Some(date)),
        None => Err(Failure::Message("bad-epoch", vec![("value", value.to_string_lossy().into_owned())])),
    }
}
