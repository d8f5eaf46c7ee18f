//! Makes the documents of one report of a batch.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fingerprint::{Asked, Digest, Fingerprint, are_same};
use super::names::Planned;
use super::record::{Record, RecordedDocument, Records};
use crate::check::{Checked, Finding, check};
use crate::disk::{
    Folder, MadeDocument, PlacedDocument, WriteFault, Writer, further_pages, place, read_to_limit,
    usual_path, write_documents,
};
use crate::engine::Engine;
use crate::export::{ExportError, Format, OutputKind};
use crate::profile::Profile;
use crate::report::{Loaded, Report, Severity};
use crate::typeset::TemplateFault;
use crate::view::Document;

/// What is the same for all reports of a batch.
pub struct Batch {
    /// Loads reports and makes documents.
    pub engine: Engine,
    /// The documents of each report.
    pub documents: Vec<Document>,
    /// Their format.
    pub format: Format,
    /// What they are for.
    pub profile: Profile,
    /// Whether they are drafts. The engine has to be told too.
    pub draft: bool,
    /// Whether documents are made despite errors.
    pub force: bool,
    /// The codes of the checks that are silenced.
    pub allow: Vec<String>,
    /// The folder that documents are written into.
    pub output: PathBuf,
    /// Whether to leave out what is up to date.
    pub resume: bool,
    /// The hash of everything else that documents depend on: the program, its templates, the date.
    pub surroundings: Digest,
    /// The folder of the user's templates, and what watches over them.
    pub templates: Option<(Arc<Folder>, Box<dyn Watch>)>,
    /// Writes files.
    pub writer: Writer,
}

/// Watches over documents that are made by the user's templates.
pub trait Watch: Send + Sync {
    /// Does the work of making a document from a report with so many texts.
    fn within(&self, report: &Path, texts: usize, work: &mut dyn FnMut());
}

/// How the work on a report ended.
pub enum Outcome {
    /// The documents were made, perhaps despite errors. Existing files are named like further pages of theirs.
    Made(Box<Record>, Vec<PathBuf>),
    /// The documents were there already.
    UpToDate(Box<Record>),
    /// The report has errors.
    Errors(Box<FirstError>),
    /// The report has errors, and the documents cannot be made despite them.
    NotForced(Box<FirstError>),
    /// The report file cannot be read.
    Unreadable(io::Error),
    /// A file cannot be written.
    Unwritable(WriteFault),
    /// The user's templates have errors.
    Templates(Vec<TemplateFault>),
    /// The program has a fault, with the reason in English.
    Internal(String),
    /// The program panicked, with the reason in English.
    Panicked(String),
}

/// The first error of a report.
pub struct FirstError {
    /// The file that it is in, as messages show it.
    pub file: String,
    /// Its line and column, which count from 1.
    pub line: usize,
    /// Its column in characters.
    pub column: usize,
    /// The error.
    pub finding: Finding,
    /// The number of errors.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
}

impl FirstError {
    fn new(loaded: &Loaded, checked: &Checked) -> Option<Self> {
        let finding = checked.findings.iter().find(|finding| finding.severity == Severity::Error)?.clone();
        let source = &loaded.sources[finding.file];
        let place = source.position(finding.span.start);
        Some(FirstError {
            file: source.name().to_owned(),
            line: place.line,
            column: place.column,
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
            finding,
        })
    }
}

impl Batch {
    /// The records of this batch.
    pub(super) fn records(&self) -> Records {
        let names: Vec<_> = self.documents.iter().map(|document| document.name()).collect();
        Records::new(&self.output, format!("{} {}", names.join(" "), self.format.name()))
    }

    /// The path that those of a report's documents are derived from.
    fn path(&self, name: &str) -> PathBuf {
        usual_path(&self.output.join(name), &self.documents, self.format)
    }

    /// Removes what killed runs left in the folders of these reports.
    pub(super) fn clear(&self, reports: &[Planned], records: &Records) {
        self.writer.clear(records.folder());
        for report in reports {
            self.path(&report.name).parent().into_iter().for_each(|folder| self.writer.clear(folder));
        }
    }

    /// Makes the documents of a report, unless they are up to date.
    pub(super) fn make(&self, report: &Planned, records: &Records) -> Outcome {
        self.try_make(report, records).unwrap_or_else(|outcome| outcome)
    }

    fn try_make(&self, planned: &Planned, records: &Records) -> Result<Outcome, Outcome> {
        // For the test of what happens after a panic.
        let asked = std::env::var_os("ITA_REPORT_TEST_PANIC_AT");
        assert!(asked.is_none_or(|name| !planned.input.ends_with(name)), "a test asks for a panic");
        let bytes = read(&planned.input).map_err(Outcome::Unreadable)?;
        let made_from = self.made_from(&bytes);
        let folder = Folder::of_file(&planned.input);
        if self.resume
            && let Some(record) = records.load(&planned.name)
            && record.made_from == made_from
            && are_same(&record.asked, &folder)
            && record.is_written(&self.output)
        {
            return Ok(Outcome::UpToDate(Box::new(record)));
        }
        let asked = Asked::new(&folder);
        let loaded = self.engine.load(&planned.input.display().to_string(), &bytes, &asked);
        let checked = check(&loaded, &self.allow);
        let checked = if self.draft { checked.into_draft() } else { checked };
        let first_error = FirstError::new(&loaded, &checked).map(Box::new);
        let (report, first_error) = match (&loaded.report, first_error) {
            (Some(report), first_error) if first_error.is_none() || self.force => (report, first_error),
            (_, Some(first)) if self.force => return Err(Outcome::NotForced(first)),
            (_, Some(first)) => return Err(Outcome::Errors(first)),
            (_, None) => return Err(Outcome::Internal("no report".to_owned())),
        };
        let made = self.documents(report, planned, loaded.strings.len()).map_err(|error| {
            match (error, first_error) {
                (ExportError::Template(faults), _) if self.templates.is_some() => Outcome::Templates(faults),
                (_, Some(first)) => Outcome::NotForced(first),
                (error, None) => Outcome::Internal(error.to_string()),
            }
        })?;
        let placed = place(&self.path(&planned.name), &made, self.format);
        let mut inputs = vec![planned.input.clone()];
        inputs.extend(folder.read_files());
        inputs.extend(self.templates.iter().flat_map(|(folder, _)| folder.read_files()));
        write_documents(&placed, self.format, &inputs, &self.writer).map_err(Outcome::Unwritable)?;
        let scores = report.current();
        let record = Record {
            name: planned.name.clone(),
            made_from,
            asked: asked.answers(),
            documents: placed.iter().map(|document| self.recorded(document)).collect(),
            agency: report.agency.name.value.clone(),
            year: report.fiscal_year.to_string(),
            total: scores.map(|scores| scores.total.to_string()),
            level: scores.and_then(|scores| scores.level()).map(str::to_owned),
            errors: checked.count(Severity::Error),
            warnings: checked.count(Severity::Warning),
        };
        records.save(&record, &self.writer).map_err(Outcome::Unwritable)?;
        let further = placed.iter().flat_map(|document| further_pages(document, self.format, &inputs));
        Ok(Outcome::Made(Box::new(record), further.collect()))
    }

    /// The hash of a report's bytes and of what is the same for all reports.
    fn made_from(&self, bytes: &[u8]) -> Digest {
        let mut allow = self.allow.clone();
        allow.sort();
        let options = (self.draft, self.force, self.profile.name(), allow, self.surroundings.to_string());
        let mut fingerprint = Fingerprint::new();
        fingerprint.add(format!("{options:?}").as_bytes());
        fingerprint.add(bytes);
        fingerprint.finish()
    }

    fn documents(
        &self,
        report: &Report,
        planned: &Planned,
        texts: usize,
    ) -> Result<Vec<MadeDocument>, ExportError> {
        let make = |&document: &Document| {
            let make = || self.engine.make(report, document, self.format, self.profile);
            let made = match &self.templates {
                None => make()?,
                Some((_, watch)) => {
                    let mut made = None;
                    watch.within(&planned.input, texts, &mut || made = Some(make()));
                    made.unwrap_or_else(make)?
                }
            };
            Ok(MadeDocument { document, made })
        };
        self.documents.iter().map(make).collect()
    }

    fn recorded(&self, document: &PlacedDocument) -> RecordedDocument {
        let below = |path: &Path| {
            let below = path.strip_prefix(&self.output).unwrap_or(path);
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        };
        RecordedDocument {
            document: document.document.name().to_owned(),
            pages: document.pages,
            folder: (self.format.output() == OutputKind::Folder).then(|| below(&document.path)),
            files: document.files.iter().map(|(path, bytes)| (below(path), Digest::of(bytes))).collect(),
        }
    }
}

/// Reads a report file. Pipes and devices are refused without opening them, because that could block forever.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(path)? {
        there if there.is_file() => read_to_limit(File::open(path)?),
        there if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(io::ErrorKind::InvalidInput.into()),
    }
}
