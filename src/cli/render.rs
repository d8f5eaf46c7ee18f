//! `ita-report render`: from a report file to a document.

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use super::diagnostics::human;
use super::{Failure, Outcome, checked, known_codes, summary, tell};
use crate::export;
use crate::report::{Report, Severity};
use crate::thai::Date;
use crate::typeset::{self, Fonts};
use crate::view::{ReportView, SummaryView};

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
    let (pages, files) = match made(args, report, epoch, &fonts, catalogue) {
        Ok(made) => made,
        // What is wrong with the report is why nothing can be made of it.
        Err(Failure::Message(_, why)) if !errors.is_empty() => {
            tell(&(catalogue.text("not-forced-because", &why) + "\n"));
            return refuse("not-forced");
        }
        Err(failure) => return Err(failure),
    };
    let inputs: Vec<&Path> = report.files().chain([args.file.as_path()]).collect();
    let written = Target::of(args).write(args.format, &inputs, &files, catalogue)?;
    if !errors.is_empty() {
        say("forced");
    } else if checked.count(Severity::Warning) > 0 {
        say("warned");
    }
    if let Some(path) = written {
        let done = [("path", path.display().to_string()), ("pages", pages.to_string())];
        tell(&(catalogue.text("done-render", &done) + "\n"));
    }
    Ok(Outcome::Done)
}

/// The document's number of pages and its files.
fn made(
    args: &Render,
    report: &Report,
    epoch: Option<Date>,
    fonts: &Fonts,
    catalogue: &Catalogue,
) -> Result<(usize, Vec<Vec<u8>>), Failure> {
    let document = match args.document {
        Document::Report => typeset::set(&ReportView::new(report, epoch), fonts),
        Document::Summary => typeset::set(&SummaryView::new(report, epoch), fonts),
    }
    .map_err(Failure::internal)?;
    for warning in &document.warnings {
        tell(&format!("{}: {warning}\n", catalogue.text("warning", &[])));
    }
    let files = match args.format {
        RenderFormat::Pdf => vec![export::pdf(&document).map_err(Failure::internal)?],
        RenderFormat::Png => export::png(&document, DOTS_PER_INCH).map_err(Failure::internal)?,
    };
    Ok((document.page_count(), files))
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

/// Where the document goes.
enum Target {
    Stdout,
    File(PathBuf),
}

impl Target {
    /// What `-o` says: `-`, a file, or a folder to put it in; by default the report file's own name with the
    /// format's ending.
    fn of(args: &Render) -> Self {
        let extension = match args.format {
            RenderFormat::Pdf => "pdf",
            RenderFormat::Png => "png",
        };
        let beside = args.file.with_extension(extension);
        match &args.output {
            None => Target::File(beside),
            Some(path) if path == "-" => Target::Stdout,
            Some(path) if path.is_dir() => Target::File(path.join(beside.file_name().unwrap_or_default())),
            Some(path) => Target::File(path.clone()),
        }
    }

    /// Writes the files, pages as NAME-1, NAME-2 and so on, and returns the first one's name. None of them may
    /// take the place of an input.
    fn write(
        self,
        format: RenderFormat,
        inputs: &[&Path],
        files: &[Vec<u8>],
        catalogue: &Catalogue,
    ) -> Result<Option<PathBuf>, Failure> {
        let path = match self {
            Target::File(path) => path,
            Target::Stdout if files.len() > 1 => {
                let pages = vec![("pages", files.len().to_string())];
                return Err(Failure::Message("several-pages-to-stdout", pages));
            }
            Target::Stdout => {
                let mut out = std::io::stdout().lock();
                let written =
                    files.iter().try_for_each(|file| out.write_all(file)).and_then(|()| out.flush());
                written.map_err(|error| Failure::write(Path::new("-"), &error, catalogue))?;
                return Ok(None);
            }
        };
        let name = |page| match format {
            RenderFormat::Pdf => path.clone(),
            RenderFormat::Png => numbered(&path, page),
        };
        let files: Vec<(PathBuf, &[u8])> =
            files.iter().zip(1..).map(|(file, page)| (name(page), file.as_slice())).collect();
        let own = files.iter().find(|(path, _)| inputs.iter().any(|input| same_file(path, input)));
        if let Some((own, _)) = own {
            return Err(Failure::Message("own-input", vec![("path", own.display().to_string())]));
        }
        export::write_whole(&files).map_err(|(path, error)| Failure::write(&path, &error, catalogue))?;
        Ok(files.into_iter().next().map(|(path, _)| path))
    }
}

/// `report.png` as `report-1.png`.
fn numbered(path: &Path, page: usize) -> PathBuf {
    let mut name = path.file_stem().unwrap_or(OsStr::new("page")).to_owned();
    name.push(format!("-{page}."));
    name.push(path.extension().unwrap_or(OsStr::new("png")));
    path.with_file_name(name)
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
