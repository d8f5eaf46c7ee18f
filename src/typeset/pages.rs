//! Typesets a document into pages.

use typst::diag::SourceDiagnostic;
use typst::syntax::FileId;
use typst_layout::PagedDocument;

use super::describe::describe;
use super::fault::{TemplateFault, TemplatePlace};
use super::material::Material;
use super::setting::{SetError, Setting};
use super::templates::Templates;
use super::text_layer;
use super::world::Functions;
use crate::view::View;

/// A typeset document, ready to be exported.
pub struct Pages {
    pub(crate) document: PagedDocument,
    /// Typst's warnings. The embedded templates cause none, for any report.
    pub warnings: Vec<TemplateFault>,
    /// The path of the document's template.
    pub(super) template: String,
    pub(super) templates: Templates,
}

/// Typesets a document. `template` is the name of its template, without path and extension.
pub fn set(view: &dyn View, template: &str, setting: &Setting) -> Result<Pages, SetError> {
    drawn(view, template, setting).map(|pages| pages.fixed())
}

/// Typesets a document as [`set`] does, but leaves its text layer as Typst produces it. That is enough to draw its pages.
pub(crate) fn drawn(view: &dyn View, template: &str, setting: &Setting) -> Result<Pages, SetError> {
    let material = Material::new(view, template, setting)?;
    let (document, warnings) = material.compile(Functions::Plain)?;
    Ok(Pages { document, warnings, template: material.template, templates: setting.templates.clone() })
}

impl Pages {
    /// The same pages with a fixed text layer.
    pub(crate) fn fixed(&self) -> Pages {
        Pages {
            document: text_layer::fixed(&self.document),
            warnings: self.warnings.clone(),
            template: self.template.clone(),
            templates: self.templates.clone(),
        }
    }

    /// Returns the number of pages.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Converts an exporter's diagnostics into faults. A diagnostic without a location, such as a missing title, is
    /// placed at the start of the document's template.
    pub(crate) fn faults(&self, diagnostics: &[SourceDiagnostic]) -> Vec<TemplateFault> {
        let source = |path: &str| self.templates.source(path);
        let whole = || {
            let text = self.templates.text(&self.template)?.to_owned();
            let file = self.templates.own_name(&self.template).unwrap_or(self.template.clone());
            Some(TemplatePlace { file, text, range: 0..0 })
        };
        let described = |diagnostic| {
            let source = |id: FileId| source(id.get().vpath().get_with_slash());
            let fault = describe(diagnostic, &self.templates, source);
            TemplateFault { place: fault.place.or_else(whole), ..fault }
        };
        diagnostics.iter().map(described).collect()
    }
}
