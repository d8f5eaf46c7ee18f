//! The result of loading a report file.

use std::sync::Arc;

use super::diagnostic::{Diagnostic, Severity};
use super::model::Report;
use super::reader::SetString;
use super::source::{Source, Spanned};
use crate::fonts::Fonts;

/// The result of loading a file, with or without errors.
#[derive(Debug)]
pub struct Loaded {
    /// The report file, followed by its rules files. Messages show places in them.
    pub sources: Vec<Source>,
    /// The report as far as it can be read. If the diagnostics have errors, it may be incomplete. `None` if the file
    /// cannot be decoded or a required part cannot be read.
    pub report: Option<Report>,
    /// Every string that may be set on a page.
    pub strings: Vec<SetString>,
    /// The fonts that the report names, otherwise the embedded ones.
    pub fonts: Arc<Fonts>,
    /// The codes of checks that this file silences.
    pub allow: Vec<Spanned<String>>,
    /// Errors and warnings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Loaded {
    /// The report file.
    pub fn source(&self) -> &Source {
        &self.sources[0]
    }

    /// The report, if the file has no errors.
    pub fn valid_report(&self) -> Option<&Report> {
        let errors = self.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
        self.report.as_ref().filter(|_| !errors)
    }
}
