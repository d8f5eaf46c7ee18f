//! Makes the files of a document in a format.

use super::error::ExportError;
use super::format::Format;
use super::pdf::pdf;
use super::png::png;
use super::svg::svg;
use crate::typeset::{self, Pages, Setting, TemplateFault};
use crate::view::View;

/// Resolution of PNG pages: fine enough to read every mark, small enough to send.
const DOTS_PER_INCH: f64 = 144.0;

/// A finished document.
#[derive(Debug)]
pub struct Made {
    /// Its files: a single one, one per page in the order of the pages, or those of a folder.
    pub files: Vec<OutputFile>,
    /// The number of its pages.
    pub page_count: usize,
    /// Warnings about the templates. The embedded templates cause none.
    pub warnings: Vec<TemplateFault>,
}

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name: `report.pdf` for a PDF, `report-1.png` for the first page, or the path below the folder for Typst.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Sets a document and makes its files. `name` is the name of both the document and its template.
pub fn make(view: &dyn View, name: &str, format: Format, setting: &Setting) -> Result<Made, ExportError> {
    let numbered = |pages: Vec<Vec<u8>>| {
        let files = pages.into_iter().zip(1..);
        files
            .map(|(bytes, page)| OutputFile { name: format!("{name}-{page}.{}", format.name()), bytes })
            .collect()
    };
    let from_pages = |write: &dyn Fn(&Pages) -> Result<Vec<OutputFile>, ExportError>| {
        let pages = typeset::set(view, name, setting)?;
        Ok(Made { files: write(&pages)?, page_count: pages.count(), warnings: pages.warnings })
    };
    match format {
        Format::Pdf => {
            from_pages(&|pages| Ok(vec![OutputFile { name: format!("{name}.pdf"), bytes: pdf(pages)? }]))
        }
        Format::Png => from_pages(&|pages| Ok(numbered(png(pages, DOTS_PER_INCH)?))),
        Format::Svg => from_pages(&|pages| Ok(numbered(svg(pages)))),
        Format::Typst => {
            let sources = typeset::sources(view, name, setting)?;
            let files = sources.files.into_iter().map(|(name, bytes)| OutputFile { name, bytes }).collect();
            Ok(Made { files, page_count: sources.page_count, warnings: sources.warnings })
        }
    }
}
