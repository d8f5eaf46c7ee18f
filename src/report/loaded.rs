//! What loading a report file gives.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Severity};
use super::model::Report;
use super::reader::SetString;
use super::source::{Source, Spanned};
use crate::fonts::Fonts;

/// What loading a file gives, errors or not.
#[derive(Debug)]
pub struct Loaded {
    /// The text of the report file, and behind it that of its rules files, for showing places.
    pub sources: Vec<Source>,
    /// The report as far as it can be read. With errors among the diagnostics something of the file is missing in it.
    pub report: Option<Report>,
    /// Every string that is set on a page.
    pub strings: Vec<SetString>,
    /// The fonts that the report asks for, or the embedded ones.
    pub fonts: Arc<Fonts>,
    /// Codes of checks that are silenced in this file.
    pub allow: Vec<Spanned<String>>,
    /// Errors and warnings in the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The text of the report file.
    pub fn source(&self) -> &Source {
        &self.sources[0]
    }

    /// The report of a file without errors.
    pub fn sound(&self) -> Option<&Report> {
        let errors = self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        self.report.as_ref().filter(|_| !errors)
    }
}
