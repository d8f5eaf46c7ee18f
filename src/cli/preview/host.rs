//! Reads and sets for the preview, and words what was found in both languages.

use std::path::Path;
use std::sync::Arc;

use super::super::args::PreviewArgs;
use super::super::catalogue::{Catalogue, Language};
use super::super::diagnostics::Wording;
use super::super::follow;
use super::super::guard::{self, Limits, RAN_AWAY};
use super::super::input::{folder_of, read};
use super::super::outcome::Failure;
use super::super::progress::ProgressLine;
use super::super::render::source_date_epoch;
use super::super::template_faults::in_catalogue;
use super::super::templates::{self, Unusable};
use super::super::threads::Threads;
use super::super::visible::visible;
use crate::check::{Checked, Finding, check};
use crate::disk::{Folder, Followed};
use crate::engine::Engine;
use crate::export::{ExportError, SetDocument};
use crate::pictures::PictureCache;
use crate::preview::{FilePlace, FoundItem, Host, InBothLanguages, Words};
use crate::report::{Loaded, Report, Severity, Source};
use crate::typeset::{Memory, TemplateFault, Templates};
use crate::view::Document;

/// What so many of the last documents used stays in the cache: twice the documents of a report.
const KEPT: Memory = Memory::Recent(8);

/// The command's part of the preview.
pub struct PreviewHost<'h> {
    args: &'h PreviewArgs,
    catalogue: &'h Catalogue,
    both: InBothLanguages<Catalogue>,
    engine: Engine,
    templates: Option<Templates>,
    /// How many texts the report has. Long reports may take longer.
    texts: usize,
    folder: Arc<Folder>,
    progress: Arc<ProgressLine>,
}

impl<'h> PreviewHost<'h> {
    pub fn new(args: &'h PreviewArgs, catalogue: &'h Catalogue) -> Result<Self, Failure> {
        let progress = Arc::new(ProgressLine::new(catalogue));
        let engine = Engine::new()
            .with_workers(Threads::new(progress.clone()))
            .with_memory(KEPT)
            .with_picture_cache(PictureCache::new())
            .with_epoch(source_date_epoch()?)
            .with_draft(args.draft);
        let both =
            InBothLanguages { th: Catalogue::new(Language::Thai), en: Catalogue::new(Language::English) };
        let folder = folder_of(&args.file);
        Ok(PreviewHost { args, catalogue, both, engine, templates: None, texts: 0, folder, progress })
    }

    /// An error with a message of the catalogue.
    pub fn message(&self, name: &'static str) -> FoundItem {
        self.failure(|_| Failure::Message(name, Vec::new()))
    }

    fn in_both<T>(&self, words: impl Fn(&Catalogue) -> T) -> InBothLanguages<T> {
        InBothLanguages { th: words(&self.both.th), en: words(&self.both.en) }
    }

    /// A failure as an item.
    fn failure(&self, failure: impl Fn(&Catalogue) -> Failure) -> FoundItem {
        let words = |catalogue: &Catalogue| match failure(catalogue) {
            Failure::Message(name, arguments) => Words {
                message: catalogue.text(name, &arguments),
                label: None,
                help: catalogue.part(name, "help", &arguments),
            },
            Failure::Report | Failure::Shown => Words::default(),
        };
        FoundItem { severity: Severity::Error, code: "", words: self.in_both(words), place: None }
    }

    /// Faults of templates as items. `faults` words them in a language.
    fn template_faults(&self, faults: impl Fn(&Catalogue) -> Vec<TemplateFault>) -> Vec<FoundItem> {
        let InBothLanguages { th, en } = self.in_both(faults);
        let words = |fault: &TemplateFault, catalogue| {
            let fault = in_catalogue(fault, catalogue);
            let help = (!fault.hints.is_empty()).then(|| visible(&fault.hints.join("\n")));
            Words { message: visible(&fault.message), label: None, help }
        };
        let item = |(thai, english): (TemplateFault, TemplateFault)| FoundItem {
            severity: if thai.warning { Severity::Warning } else { Severity::Error },
            code: "",
            words: InBothLanguages { th: words(&thai, &self.both.th), en: words(&english, &self.both.en) },
            place: thai
                .place
                .as_ref()
                .map(|place| FilePlace::new(&Source::new(visible(&place.file), &place.text), &place.range)),
        };
        th.into_iter().zip(en).map(item).collect()
    }

    /// Reads the user's templates, if there are any.
    fn read_templates(&mut self) -> Result<(), Vec<FoundItem>> {
        let Some(path) = self.args.templates.as_deref() else { return Ok(()) };
        let read = |catalogue: &Catalogue| templates::read(path, Arc::new(Folder::new(path)), catalogue);
        let is_faulty = match read(self.catalogue) {
            Ok(templates) => {
                self.engine = self.engine.clone().with_templates(templates.clone());
                self.templates = Some(templates);
                return Ok(());
            }
            Err(Unusable::Faults(_)) => true,
            Err(Unusable::Failure(_)) => false,
        };
        Err(match is_faulty {
            true => self.template_faults(|catalogue| match read(catalogue) {
                Err(Unusable::Faults(faults)) => faults,
                _ => Vec::new(),
            }),
            false => vec![self.failure(|catalogue| match read(catalogue) {
                Err(Unusable::Failure(failure)) => failure,
                _ => Failure::Shown,
            })],
        })
    }

    fn file(&self) -> &Path {
        &self.args.file
    }
}

impl Host for PreviewHost<'_> {
    fn read(&mut self) -> Result<Loaded, Vec<FoundItem>> {
        self.folder.refresh();
        self.read_templates()?;
        let bytes = read(self.file())
            .map_err(|error| vec![self.failure(|catalogue| Failure::read(self.file(), &error, catalogue))])?;
        let loaded = self.engine.load(&self.file().display().to_string(), &bytes, &*self.folder);
        self.texts = loaded.strings.len();
        Ok(loaded)
    }

    fn followed(&self) -> Followed {
        follow::followed(self.file(), &self.folder, self.args.templates.as_deref())
    }

    fn set(&self, report: &Report, document: Document) -> Result<SetDocument, Vec<FoundItem>> {
        let set = || self.engine.set(report, document, self.args.profile);
        let set = match &self.templates {
            Some(templates) => {
                let limits = self.args.template_limits.limits(self.texts);
                let limits = Limits { exit_code: RAN_AWAY, ..limits };
                guard::within(limits, templates, &self.progress, self.catalogue, set)
            }
            None => set(),
        };
        set.map_err(|error| match error {
            // Users can fix their own templates. With only the embedded ones, the fault is an internal error.
            ExportError::Template(faults) if self.templates.is_some() => {
                self.template_faults(|_| faults.clone())
            }
            error => vec![self.failure(|_| Failure::internal(&error))],
        })
    }

    fn check(&self, loaded: &Loaded) -> Checked {
        let checked = check(loaded, &self.args.allow);
        if self.args.draft { checked.into_draft() } else { checked }
    }

    fn word(&self, loaded: &Loaded, finding: &Finding) -> FoundItem {
        let words = |catalogue: &Catalogue| {
            let Wording { message, label, help, .. } = Wording::new(finding, catalogue);
            Words { message, label, help }
        };
        FoundItem {
            severity: finding.severity,
            code: finding.code,
            words: self.in_both(words),
            place: Some(FilePlace::new(&loaded.sources[finding.file], &finding.span)),
        }
    }
}
