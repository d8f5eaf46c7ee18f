//! The entry point that all front ends share: it loads report files and makes documents, all as values in memory.

use std::sync::Arc;

use crate::export::{self, ExportError, Format, Made, SetDocument};
use crate::files::Files;
use crate::pictures::PictureCache;
use crate::profile::Profile;
use crate::report::{Loaded, Loader, Report};
use crate::thai::Date;
use crate::typeset::{self, DocumentInProgress, Memory, Setting, Templates};
use crate::view::Document;
use crate::workers::{OneByOne, Workers};

/// Loads report files and makes documents from them. An engine holds only what does not depend on a particular report,
/// and several threads may use it at once.
#[derive(Clone)]
pub struct Engine {
    templates: Arc<Templates>,
    workers: Arc<dyn Workers>,
    memory: Memory,
    epoch: Option<Date>,
    draft: bool,
    pictures: Option<PictureCache>,
}

impl Default for Engine {
    fn default() -> Self {
        Engine::new()
    }
}

impl Engine {
    /// Creates an engine with the embedded templates. It keeps everything in the cache, and reads and shrinks pictures on
    /// the caller's thread.
    pub fn new() -> Self {
        Engine {
            templates: Arc::default(),
            workers: Arc::new(OneByOne),
            memory: Memory::default(),
            epoch: None,
            draft: false,
            pictures: None,
        }
    }

    /// Uses these templates instead of the embedded ones.
    pub fn with_templates(self, templates: Templates) -> Self {
        Engine { templates: Arc::new(templates), ..self }
    }

    /// Uses these workers to read and shrink pictures.
    pub fn with_workers(self, workers: impl Workers + 'static) -> Self {
        Engine { workers: Arc::new(workers), ..self }
    }

    /// Sets what stays in the cache from one document to the next. All engines of a process share one cache.
    pub fn with_memory(self, memory: Memory) -> Self {
        Engine { memory, ..self }
    }

    /// Sets the date of documents whose report gives none. With `None` it is the last day of the fiscal year.
    pub fn with_epoch(self, epoch: Option<Date>) -> Self {
        Engine { epoch, ..self }
    }

    /// Sets whether documents are drafts. A draft has ร่าง on every page.
    pub fn with_draft(self, draft: bool) -> Self {
        Engine { draft, ..self }
    }

    /// Keeps the pictures that loads read, for the next loads. For a caller that loads the same report again and again.
    pub fn with_picture_cache(self, pictures: PictureCache) -> Self {
        Engine { pictures: Some(pictures), ..self }
    }

    /// Loads a report from a file's bytes. `name` is the file's name in messages. Pictures, fonts and rules that the
    /// report names are read from `files`. Pictures are kept at the sizes of this engine's `lengths.toml`, so the
    /// documents are to be made by this engine or one with the same templates.
    pub fn load(&self, name: &str, bytes: &[u8], files: &dyn Files) -> Loaded {
        if let Some(pictures) = &self.pictures {
            pictures.begin_load();
        }
        let loader = Loader {
            files,
            workers: &*self.workers,
            lengths: self.templates.lengths(),
            pictures: self.pictures.as_ref(),
        };
        loader.load(name, bytes)
    }

    /// Makes one document from a report, as the files of the given format.
    pub fn make(
        &self,
        report: &Report,
        document: Document,
        format: Format,
        profile: Profile,
    ) -> Result<Made, ExportError> {
        let _making = DocumentInProgress::begin(self.memory);
        let view = document.view(report, self.epoch);
        export::make(&*view, document.name(), format, &self.setting(report, profile))
    }

    /// Sets one document of a report, without making files of it. Its pages can be drawn one by one.
    pub fn set(
        &self,
        report: &Report,
        document: Document,
        profile: Profile,
    ) -> Result<SetDocument, ExportError> {
        let _making = DocumentInProgress::begin(self.memory);
        let view = document.view(report, self.epoch);
        let pages = typeset::drawn(&*view, document.name(), &self.setting(report, profile))?;
        Ok(SetDocument::new(pages))
    }

    fn setting<'s>(&'s self, report: &'s Report, profile: Profile) -> Setting<'s> {
        Setting {
            templates: &self.templates,
            fonts: &report.fonts,
            profile,
            draft: self.draft,
            workers: &*self.workers,
        }
    }
}
