//! Single stages of typesetting, and line breaking by Typst itself for comparison. For the benchmarks,
//! `examples/unfixed.rs` and `examples/line_ends.rs`; not a public API.

use typst_layout::PagedDocument;

use super::fault::TemplateFault;
use super::line_breaks::fit::{Measured, Setting as LineSetting};
use super::material::Material;
use super::pages::Pages;
use super::setting::{SetError, Setting};
use super::templates::Templates;
use super::text_layer;
use super::world::Functions;
use crate::thai::breaks;
use crate::view::View;

/// Pages as Typst produces them, before the text layer is fixed.
pub struct Compiled {
    document: PagedDocument,
    warnings: Vec<TemplateFault>,
}

impl Compiled {
    /// Returns the number of pages.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Returns the document with the text layer that Typst produced.
    pub fn unfixed(self) -> Pages {
        pages(self.document, self.warnings)
    }

    /// Returns the document with a fixed text layer.
    pub fn fixed(&self) -> Pages {
        pages(text_layer::fixed(&self.document), self.warnings.clone())
    }
}

fn pages(document: PagedDocument, warnings: Vec<TemplateFault>) -> Pages {
    Pages { document, warnings, template: String::new(), templates: Templates::default() }
}

/// Compiles the annual report without fixing its text layer.
pub fn compiled(view: &dyn View, setting: &Setting) -> Result<Compiled, SetError> {
    let (document, warnings) = Material::new(view, "report", setting)?.compile(Functions::Plain)?;
    Ok(Compiled { document, warnings })
}

/// Returns where the lines of a text begin in a column of a width in letters, except the first, as byte offsets.
pub fn line_ends(text: &str, letters: usize) -> Vec<usize> {
    let measured = Measured::new(text, &breaks::opportunities(text, &[]), |_| 1.0);
    measured.lines(letters as f64, 0.0, LineSetting::Ragged).breaks
}

/// Returns the embedded templates, changed so that Typst's own segmenter breaks the lines. It also breaks inside words.
pub fn with_typsts_segmenter() -> Templates {
    const PAGE: &str = "/common/page.typ";
    let templates = Templates::default();
    let text = templates
        .text(PAGE)
        .unwrap_or_default()
        .replace("lang: \"ja\"", "lang: \"th\"")
        .replace("by-words(it.text)", "it.text")
        .replace("by-phrases(it.text)", "it.text");
    assert!(text.contains("lang: \"th\"") && !text.contains(".text)"), "the template has changed");
    templates.with(PAGE, text)
}
