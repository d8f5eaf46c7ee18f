//! Writes pages as PNG pictures.

use typst_render::RenderOptions;

use super::error::ExportError;
use crate::typeset::Pages;

/// Each page as a PNG picture at the given resolution.
pub fn png(pages: &Pages, dots_per_inch: f64) -> Result<Vec<Vec<u8>>, ExportError> {
    const POINTS_PER_INCH: f64 = 72.0;
    let options =
        RenderOptions { pixel_per_pt: (dots_per_inch / POINTS_PER_INCH).into(), render_bleed: false };
    let encode = |page| {
        typst_render::render(page, &options)
            .encode_png()
            .map_err(|error| ExportError::Writer(error.to_string()))
    };
    pages.document.pages().iter().map(encode).collect()
}
