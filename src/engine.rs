//! The middle that every front end shares: report files in, documents out, all of them values.

use std::sync::Arc;

use crate::export::{self, ExportError, Format, Made};
use crate::files::Files;
use crate::profile::Profile;
use crate::report::{Loaded, Loader, Report};
use crate::thai::Date;
use crate::typeset::{InTheMaking, Memory, Setting, Templates};
use crate::view::Document;
use crate::workers::{OneByOne, Workers};

/// Loads report files and makes documents of reports. It holds what does not depend on a report, and may be used from
/// several threads at once.
#[derive(Clone)]
pub struct Engine {
    templates: Arc<Templates>,
    workers: Arc<dyn Workers>,
    memory: Memory,
    epoch: Option<Date>,
}

impl Default for Engine {
    fn default() -> Self {
        Engine::new()
    }
}

impl Engine {
    /// An engine with the embedded templates. It does everything on its caller's thread, and remembers what it can.
    pub fn new() -> Self {
        Engine {
            templates: Arc::default(),
            workers: Arc::new(OneByOne),
            memory: Memory::default(),
            epoch: None,
        }
    }

    /// The same with a user's own templates.
    pub fn with_templates(self, templates: Templates) -> Self {
        Engine { templates: Arc::new(templates), ..self }
    }

    /// The same with threads lent to it, on which pictures are read and made smaller.
    pub fn with_workers(self, workers: impl Workers + 'static) -> Self {
        Engine { workers: Arc::new(workers), ..self }
    }

    /// The same with another rule for what is remembered from one document to the next.
    pub fn with_memory(self, memory: Memory) -> Self {
        Engine { memory, ..self }
    }

    /// The same with a date for documents whose report gives none. By default that is the last day of the fiscal year.
    pub fn with_epoch(self, epoch: Option<Date>) -> Self {
        Engine { epoch, ..self }
    }

    /// Loads a report from a file's bytes. `name` is what messages call the file; its pictures, fonts and rules are read
    /// from `files`.
    pub fn load(&self, name: &str, bytes: &[u8], files: &dyn Files) -> Loaded {
        Loader { files, workers: &*self.workers, lengths: self.templates.lengths() }.load(name, bytes)
    }

    /// Makes a document of a report.
    pub fn make(
        &self,
        report: &Report,
        document: Document,
        format: Format,
        profile: Profile,
    ) -> Result<Made, ExportError> {
        let _making = InTheMaking::begin(self.memory);
        let view = document.view(report, self.epoch);
        let setting =
            Setting { templates: &self.templates, fonts: &report.fonts, profile, workers: &*self.workers };
        export::make(&*view, document.name(), format, &setting)
    }
}
