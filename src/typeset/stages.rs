//! The stages of setting on their own, and the way not taken, for the benchmarks. Not a public interface.

use typst_layout::PagedDocument;

use super::fault::TemplateFault;
use super::material::Material;
use super::pages::Pages;
use super::setting::{SetError, Setting};
use super::templates::Templates;
use super::text_layer;
use super::world::Functions;
use crate::view::View;

/// Pages as Typst sets them.
pub struct Compiled {
    document: PagedDocument,
    warnings: Vec<TemplateFault>,
}

impl Compiled {
    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// The document with its text layer as it is.
    pub fn unmended(self) -> Pages {
        pages(self.document, self.warnings)
    }

    /// The document with its text layer mended.
    pub fn mended(&self) -> Pages {
        pages(text_layer::mended(&self.document), self.warnings.clone())
    }
}

fn pages(document: PagedDocument, warnings: Vec<TemplateFault>) -> Pages {
    Pages { document, warnings, template: String::new(), templates: Templates::default() }
}

/// Sets the annual report.
pub fn compiled(view: &dyn View, setting: &Setting) -> Result<Compiled, SetError> {
    let (document, warnings) = Material::new(view, "report", setting)?.compile(Functions::Plain)?;
    Ok(Compiled { document, warnings })
}

/// Templates by which lines are broken by Typst's own segmenter, which tears words.
pub fn with_typsts_segmenter() -> Templates {
    const PAGE: &str = "/common/page.typ";
    let templates = Templates::default();
    let text = templates
        .text(PAGE)
        .unwrap_or_default()
        .replace("lang: \"ja\"", "lang: \"th\"")
        .replace("by-words(it.text, ..most)", "it.text")
        .replace("by-phrases(it.text)", "it.text");
    assert!(text.contains("lang: \"th\"") && !text.contains(".text)"), "the template has changed");
    templates.with(PAGE, text)
}
