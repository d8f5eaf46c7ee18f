//! Makes the files of a document in a format.

use super::error::ExportError;
use super::format::Format;
use super::pdf::pdf;
use super::png::png;
use super::svg::svg;
use crate::typeset::{self, Setting, TemplateFault};
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
