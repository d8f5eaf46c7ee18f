//! Drawings of pages.

use typst_svg::SvgOptions;

use crate::typeset::Document;

/// Each page as an SVG drawing.
pub fn svg(document: &Document) -> Vec<Vec<u8>> {
    let draw = |page| typst_svg::svg(page, &SvgOptions::default()).into_bytes();
    document.pages.pages().iter().map(draw).collect()
}
