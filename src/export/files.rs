//! A document as the files of its format.

use super::error::ExportError;
use super::format::Format;
use super::pdf::pdf;
use super::png::png;
use super::svg::svg;
use crate::typeset::{self, Setting, TemplateFault};
use crate::view::View;

/// Resolution of PNG pictures: fine enough to read every mark, small enough to send.
const DOTS_PER_INCH: f64 = 144.0;

/// A document that was made.
#[derive(Debug)]
pub struct Made {
    /// Its files, in order: one, one for each page, or those of a folder.
    pub files: Vec<OutputFile>,
    /// How many pages it has.
    pub page_count: usize,
    /// What is to be said of the templates. The embedded ones give no cause to.
    pub warnings: Vec<TemplateFault>,
}

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name: of a PDF `report.pdf`, of the first page `report-1.png`, in a folder the path from there.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Sets a document and makes the files of its format. `name` is the document's, and its template's.
pub fn make(view: &dyn View, name: &str, format: Format, setting: &Setting) -> Result<Made, ExportError> {
    if format == Format::Typst {
        let sources = typeset::sources(view, name, setting)?;
        let files = sources.files.into_iter().map(|(name, bytes)| OutputFile { name, bytes }).collect();
        return Ok(Made { files, page_count: sources.page_count, warnings: sources.warnings });
    }
    let pages = typeset::set(view, name, setting)?;
    let ending = format.name();
    let numbered =
        |(bytes, number): (Vec<u8>, usize)| OutputFile { name: format!("{name}-{number}.{ending}"), bytes };
    let files = match format {
        Format::Png => png(&pages, DOTS_PER_INCH)?.into_iter().zip(1..).map(numbered).collect(),
        Format::Svg => svg(&pages).into_iter().zip(1..).map(numbered).collect(),
        Format::Pdf | Format::Typst => {
            vec![OutputFile { name: format!("{name}.{ending}"), bytes: pdf(&pages)? }]
        }
    };
    Ok(Made { files, page_count: pages.count(), warnings: pages.warnings })
}
