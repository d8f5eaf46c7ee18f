//! The stages of setting on their own, and the way not taken, for the benchmarks. Not a public interface.

use typst_layout::PagedDocument;

use super::assets::TEMPLATES;
use super::world::Functions;
use super::{Document, Fonts, Material, SetError, Setting, Templates, text_layer};
use crate::view::ReportView;

/// Pages as Typst sets them.
pub struct Pages(PagedDocument);

impl Pages {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.pages().len()
    }

    /// The document with its text layer as it is.
    pub fn unmended(self) -> Document {
        document(self.0)
    }

    /// The document with its text layer mended.
    pub fn mended(&self) -> Document {
        document(text_layer::mended(&self.0))
    }
}

fn document(pages: PagedDocument) -> Document {
    Document { pages, warnings: Vec::new(), template: String::new(), templates: Templates::default() }
}

/// Sets the annual report, with lines broken by words.
pub fn compiled(view: &ReportView, fonts: &Fonts) -> Result<Pages, SetError> {
    compiled_with(&[], view, fonts)
}

/// Sets it with lines broken by Typst's own segmenter, which tears words.
pub fn compiled_with_typsts_segmenter(view: &ReportView, fonts: &Fonts) -> Result<Pages, SetError> {
    const PAGE: &str = "/common/page.typ";
    let page = TEMPLATES.iter().find(|(path, _)| *path == PAGE).map(|(_, text)| *text).unwrap_or_default();
    let own = page
        .replace("lang: \"ja\"", "lang: \"th\"")
        .replace("by-words(it.text, ..most)", "it.text")
        .replace("by-phrases(it.text)", "it.text");
    assert!(own.contains("lang: \"th\"") && !own.contains(".text)"), "the template has changed");
    compiled_with(&[(PAGE, own)], view, fonts)
}

fn compiled_with(sources: &[(&str, String)], view: &ReportView, fonts: &Fonts) -> Result<Pages, SetError> {
    let setting = Setting::new(fonts);
    let compiled = Material::new(view, &setting)?.compiled(sources, &setting, Functions::Plain);
    compiled.map(|(pages, _)| Pages(pages))
}
