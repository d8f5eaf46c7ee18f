//! Writes a document as one PDF file that conforms to both PDF/A-2a and PDF/UA-1.

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::compact::compact;
use super::error::ExportError;
use crate::typeset::Pages;

/// The document as a tagged PDF that conforms to PDF/A-2a and PDF/UA-1. The same document always gives the same bytes.
pub fn pdf(pages: &Pages) -> Result<Vec<u8>, ExportError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ExportError::Writer(error.message().to_string()))?;
    let options = PdfOptions {
        creator: Smart::Custom(Some(concat!("ita-report ", env!("CARGO_PKG_VERSION")).to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let written = typst_pdf::pdf(&pages.document, &options);
    written.map(compact).map_err(|errors| ExportError::Template(pages.faults(&errors)))
}
