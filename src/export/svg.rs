//! Writes pages as SVG drawings.

use typst_svg::SvgOptions;

use crate::typeset::Pages;

/// Each page as an SVG drawing.
pub fn svg(pages: &Pages) -> Vec<Vec<u8>> {
    let draw = |page| typst_svg::svg(page, &SvgOptions::default()).into_bytes();
    pages.document.pages().iter().map(draw).collect()
}
