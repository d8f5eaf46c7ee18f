//! `ita-report render`: from a report file to a document.

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::args::{Document, Render, RenderFormat};
use super::catalogue::Catalogue;
use super::diagnostics::human;
use super::{Failure, Outcome, count, load_report};
use crate::export;
use crate::report::Severity;
use crate::thai::Date;
use crate::typeset::{self, Template};
use crate::view::ReportView;

/// Resolution of `--format png`: sharp enough to read every mark, small enough to send.
const DOTS_PER_INCH: f64 = 144.0;

pub(super) fn run(args: &Render, catalogue: &Catalogue) -> Result<Outcome, Failure> {
    let epoch = source_date_epoch()?;
    let (loaded, fonts) = load_report(&args.file, catalogue)?;
    let colour = std::io::stderr().is_terminal();
    eprint!("{}", human(&loaded.source, &loaded.diagnostics, catalogue, colour));
    let errors = count(&loaded.diagnostics, Severity::Error);
    let report = match &loaded.report {
        Some(report) if errors == 0 => report,
        _ => {
            let warnings = count(&loaded.diagnostics, Severity::Warning);
            let counts = [
                ("path", args.file.display().to_string()),
                ("errors", errors.to_string()),
                ("warnings", warnings.to_string()),
            ];
            eprintln!("{}", catalogue.text("summary", &counts));
            eprintln!("{}", catalogue.text("not-written", &[]));
            return Err(Failure::Report);
        }
    };
    let document = match args.document {
        Document::Report => typeset::set(Template::Report, &ReportView::new(report, epoch), &fonts),
    }
    .map_err(Failure::internal)?;
    let files = match args.format {
        RenderFormat::Pdf => vec![export::pdf(&document).map_err(Failure::internal)?],
        RenderFormat::Png => export::png(&document, DOTS_PER_INCH).map_err(Failure::internal)?,
    };
    let target = Target::of(args);
    let written = target.write(args, &files, catalogue)?;
    if let Some(path) = written {
        let done = [("path", path.display().to_string()), ("pages", document.page_count().to_string())];
        eprintln!("{}", catalogue.text("done-render", &done));
    }
    Ok(Outcome::Done)
}

/// The date that the environment asks reproducible builds to use.
fn source_date_epoch() -> Result<Option<Date>, Failure> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
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

    /// Writes the files, pages as NAME-1, NAME-2 and so on, and returns the first one's name.
    fn write(
        self,
        args: &Render,
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
        let paths: Vec<PathBuf> = match args.format {
            RenderFormat::Pdf => vec![path],
            RenderFormat::Png => (1..=files.len()).map(|page| numbered(&path, page)).collect(),
        };
        if let Some(own) = paths.iter().find(|path| same_file(path, &args.file)) {
            return Err(Failure::Message("own-input", vec![("path", own.display().to_string())]));
        }
        for (path, file) in paths.iter().zip(files) {
            export::write_whole(path, file).map_err(|error| Failure::write(path, &error, catalogue))?;
        }
        Ok(paths.into_iter().next())
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
