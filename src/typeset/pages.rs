//! A document set on pages.

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

/// A document set on pages, ready to be exported.
pub struct Pages {
    pub(crate) document: PagedDocument,
    /// What Typst warned of. The embedded templates give no cause to, whatever the report.
    pub warnings: Vec<TemplateFault>,
    /// The path of its template.
    pub(super) template: String,
    pub(super) templates: Templates,
}

/// Sets a document. `template` is the name of its template.
pub fn set(view: &dyn View, template: &str, setting: &Setting) -> Result<Pages, SetError> {
    let material = Material::new(view, template, setting)?;
    let (document, warnings) = material.compile(Functions::Plain)?;
    Ok(Pages {
        document: text_layer::mended(&document),
        warnings,
        template: material.template,
        templates: setting.templates.clone(),
    })
}

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// What an exporter says of the document. What has no place, such as a title that is missing, is the whole
    /// template's.
    pub(crate) fn faults(&self, diagnostics: &[SourceDiagnostic]) -> Vec<TemplateFault> {
        let source = |path: &str| self.templates.source(path);
        let whole = || {
            let text = self.templates.text(&self.template)?.to_owned();
            let file = self.templates.own_name(&self.template).unwrap_or(&self.template).to_owned();
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
